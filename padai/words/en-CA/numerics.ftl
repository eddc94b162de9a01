# padai, numerics

numerics-a-bend-needs-comparable-waves-there-are = A bend needs { $least_waves_for_a_bend } comparable waves; there are { $count_times }. With fewer, say how each wave differs from the one before.
numerics-a-binomial-response = A binomial response must lie between 0 and 1. Of a question with codes, say which count as yes: padai.glm(..., net=[...]).
numerics-a-model-of-people-in-areas-needs-two = A model of people in areas needs two areas or more, and an area with two people or more. Use the direct estimate.
numerics-a-one-factor-model-needs-three-items = A one-factor model needs three items; there are { $k }.
numerics-a-poisson-response-must-be-0-or-more = A Poisson response must be 0 or more.
numerics-a-smoothed-level-needs-comparable-waves = A smoothed level needs { $least_waves } comparable waves; there are { $m }. With fewer, show the estimates and their intervals.
numerics-a-smoothed-level-of-waves-needs-degrees = A smoothed level of { $m } waves needs { $least_degrees } degrees of freedom (psus minus strata); there are { $df }. Show the estimates and their intervals.
numerics-a-wave-a-covariate-or-a-variable-of-two = a wave, a covariate or a variable of two codes parts the answers perfectly: no model of them has finite coefficients. Leave it out, or merge it with another.
numerics-an-area-model-needs-more-sampled-areas = An area model needs more sampled areas than coefficients: { $m } areas, { $p } coefficients. Take covariates out, or areas together.
numerics-an-ordinal-model-needs-members-in-every = An ordinal model needs members in every category of the response, two or more; { $share } of { $categories } have none. Merge or drop them.
numerics-and-more = {" "}and { $more } more
numerics-average-is-defined-for-the-first-stage = 'average' is defined for the first stage only: use 'adjust' or 'certainty'.
numerics-bell-mccaffrey-of-psus-determine-a = Bell-McCaffrey: { $alone } of { $count_codes } psus determine a coefficient alone, and leave no residual to tell its error by. Merge categories, or use std_errors='linearised'.
numerics-bounds-must-be-two-numbers-0-lower-1 = bounds={ $bounds } must be two numbers, 0 <= lower < 1 < upper: they bound g, the final weight over the design weight scaled to the targets' total.
numerics-calibration-did-not-converge-in-steps-is = Calibration did not converge in { $steps } steps: { $named } is off by { $off } of its target. { $cure }
numerics-calibration-needs-at-least-one-margin-or = Calibration needs at least one margin or numeric total.
numerics-calibration-needs-design-weights-that = Calibration needs design weights that are finite, not negative and not all zero.
numerics-cell-nobody-responded-such-cells-merge = cell '{ $labels }': nobody responded ({ $count_empty } such cells). Merge it with a neighbour.
numerics-cells-of-the-table-are-empty = { $empty } of { $cells } cells of the table are empty, too many for a test of association: merge codes.
numerics-covariates-of-the-areas-are-collinear = Covariates of the areas are collinear: one follows from the others. Take it out.
numerics-everyone-gave-the-same-answer-there-is = everyone gave the same answer: there is nothing to model. Publish the whole alone.
numerics-fay-rho-must-be-at-least-0-and-below-1 = fay: rho={ $rho } must be at least 0 and below 1.
numerics-fpc-of-stage-population-sizes-and = fpc of stage { $number }: population sizes and sampling fractions (below 1) are mixed. Give one or the other in every row and stage.
numerics-fpc-of-stage-rows-are-missing-zero = fpc of stage { $number }: { $usable } rows are missing, zero, negative or infinite. Give each row its stratum's population size or sampling fraction.
numerics-fpc-of-stage-stratum-has-a-population-of = fpc of stage { $number }: stratum '{ $name }' has a population of { $sizes } and a sample of { $sampled } psus. Correct the population size.
numerics-fpc-of-stage-varies-within-stratum-give = fpc of stage { $number } varies within stratum '{ $name }': give one value.
numerics-generalised-least-squares-of-waves = Generalised least squares of { $count_model } waves estimates weights that take { $q } of the { $df } degrees of freedom (psus minus strata), and one must be left. Use fit='ols'.
numerics-has-no-finite-population-correction-and = { $kind } has no finite population correction and the design has one: use 'raowu', 'jk1' or 'jkn', or say fpc='ignore'.
numerics-in-one-of-the-waves-the-groups-of-the = In one of the waves the groups of the variables depend on one another (a group that is empty, or the same people as another's): merge groups or leave a variable out.
numerics-items-are-tested-with-degrees-of-freedom = { $k } items are tested with { $design_df } degrees of freedom: name fewer items.
numerics-items-do-not-vary-leave-them-out = { $sd } items do not vary: leave them out.
numerics-jk1-takes-no-strata-and-the-design-has = jk1 takes no strata and the design has { $n_strata }: use 'jkn'.
numerics-level-and-power-make-no-plan-the-level = level={ $alpha } and power={ $power } make no plan: the level lies between 0.5 and 1 (usually 0.95), power between 1 - level and 1 (usually 0.8).
numerics-margin-cell = margin '{ $margin }', cell '{ $cell }',
numerics-margin-cell-it-has-a-target-and-no = Margin '{ $margin }', cell '{ $cell }': it has a target and no weight in the sample. Collapse it with a neighbour.
numerics-margin-cell-the-target-must-be-a = Margin '{ $margin }', cell '{ $cell }': the target must be a positive number. Collapse the cell with a neighbour, or leave its rows out.
numerics-merge-strata-or-say-how-such-strata = Merge strata, or say how such strata count: lonely_psu='adjust' (around the grand mean), 'average', 'certainty' or 'remove'.
numerics-method-is-not-known-use-one-of = method='{ $method }' is not known. Use one of: { $adjustments }.{ $hint }
numerics-method-logit-needs-finite-bounds-lower = method='logit' needs finite bounds=(lower, upper) around 1.
numerics-method-logit-takes-bounds-on-g-not = method='logit' takes bounds on g, not limits on the weights.
numerics-mrbbootstrap-stratum-of-stage-has-a = mrbbootstrap: stratum '{ $label }' of stage { $place } has a single unit ({ $count_alone } such strata), which no half of it can tell the error of. Merge strata, or set lonely_psu='certainty'.
numerics-n-replicates-are-too-many = n={ $count } replicates are too many to hold: ask for { $most } at most (500 are usually enough).
numerics-n-replicates-give-no-variance-ask-for-a = n={ $count } replicates give no variance: ask for a whole number, 2 or more.
numerics-needs-two-units-in-every-stratum-stratum = { $kind } needs two units in every stratum; stratum '{ $label }' has { $sampled } ({ $count_uneven } strata in all). Use 'jkn' or 'bootstrap'.
numerics-no-participation-model-fits-some-answer = No participation model fits: some answer, or a combination of them, tells the two samples apart without error, or the totals cannot be met. Merge categories, or leave a variable out.
numerics-no-row-answers-every-variable-of-the = No row answers every variable of the model.
numerics-no-shift-of-the-areas-meets-the = No shift of the areas meets the benchmark { $target }: check that it is a share of the same answer, from 0 to 1.
numerics-nothing-here-has-a-sampling-error = nothing here has a sampling error: everybody is in the sample, or the calibration gives these figures. What is seen is so, and there is nothing to test.
numerics-of-p-values-lie-outside-0-to-1 = { $outside } of { $size } p-values lie outside 0 to 1.
numerics-of-replicates-give-no-estimate-some = { $isfinite } of { $count_part } replicates give no estimate: some domain or base is empty in them. Merge small groups, or use linearisation.
numerics-p-values-are-numbers-from-0-to-1 = P-values are numbers from 0 to 1; something else was given.
numerics-people-within-areas-hardly-differ-beside = People within areas hardly differ beside the areas: no model of them converges.
numerics-perfect-separation = { $count ->
    [one] Perfect separation: { $names } predicts the response without error for some rows, so that no finite coefficient fits best. Merge categories or leave the term out.
   *[other] Perfect separation: { $names } predict the response without error for some rows, so that no finite coefficient fits best. Merge categories or leave the term out.
    }
numerics-psus-of-stage-lie-in-more-than-one-ce44 = { $several } psus of stage { $number } lie in more than one stratum. If psu labels begin anew in each stratum, say nest=True; otherwise correct the strata.
numerics-raowu-draws-must-be-from-1-to-the-units = raowu: draws={ $draws } must be from 1 to the units of the smallest stratum less one, { $min }; otherwise weights turn negative.
numerics-replicates-with-mse-true-need-the-full = Replicates with mse=True need the full-sample estimates.
numerics-sdr-needs-three-units-or-more-the-design = sdr needs three units or more; the design has { $n_psus }.
numerics-strata-have-only-one-psu-at-stage-and = { $count } strata have only one psu at stage { $number } ({ $listed }{ $more }), and lonely_psu='{ $policy }' gives them no variance. { $cure }
numerics-stratum-has-a-single-psu-such-strata = { $kind }: stratum '{ $label }' has a single psu ({ $count_lonely } such strata), which no replicate can leave out. Merge strata before making replicates.
numerics-the-covariance-of-the-direct-estimates = The covariance of the direct estimates is not positive definite: some area has no sampling error, or two share all of it. Use variance="smoothed", or leave it out.
numerics-the-covariance-of-the-waves-is-singular-4fff = The covariance of the waves is singular: some wave has no sampling error. Smooth only what was estimated from a sample.
numerics-the-covariance-of-the-waves-is-singular-c61e = The covariance of the waves is singular: generalised least squares has no weights to give them. Use fit='ols'.
numerics-the-estimated-variance-of-of-estimates = the estimated variance of { $count } of { $of } estimates is below zero: the formula of Horvitz and Thompson may give that, and that of Yates and Grundy where pairs are drawn together more often than independent ones. Take variance='YG' or, where it is taken, pps='brewer' (two phases: method='simple').
numerics-the-items-covariance-is-singular-one-has = The items' covariance is singular: one has no sampling error, or follows from others (an item that is among the weighting targets?). Leave it out.
numerics-the-model-did-not-converge-in-steps = The model did not converge in { $steps } steps.
numerics-the-model-matrix-is-singular-follows = The model matrix is singular: { $bad } follows from the other columns or never varies. Leave it out, or merge the categories that no one combines.
numerics-the-model-of-cells-does-not-converge = the model of cells does not converge: leave a factor or an interaction out, or merge codes that nearly nobody has.
numerics-the-one-factor-model-of-the-items-does = The one-factor model of the items does not converge.
numerics-the-ordinal-model-did-not-converge-in = The ordinal model did not converge in { $steps } steps.
numerics-the-response-has-one-value-among-the = The response has one value among the rows that answer every variable: there is nothing to model.
numerics-the-response-model-cannot-be-fitted = the response model cannot be fitted: { $error }
numerics-the-spread-of-the-areas-is-not-settled = the spread of the areas is not settled by the answers: the draws have too unequal weights. Leave a factor or an interaction out.
numerics-the-total-of = the total of '{ $name }'
numerics-the-totals-contradict-each-other-or-the = The totals contradict each other or the sample (two that imply different sizes for one group, or combinations of cells that nobody is in): correct or collapse them.
numerics-the-variance-of-the-areas-did-not = The variance of the areas did not converge: it grows without end. Look for an area far from all others, or for standard errors in another unit than the estimates.
numerics-there-is-no-method-there-are = There is no method '{ $method }'; there are { $methods }.
numerics-trim-every-weight-lies-outside-the = trim: every weight lies outside the limits { $lower } and { $upper }, so that none can take what is cut. Widen the limits.
numerics-trim-the-limits-and-must-have-lower = trim: the limits { $lower } and { $upper } must have lower < upper.
numerics-trim-the-weights-did-not-settle-between = trim: the weights did not settle between { $lower } and { $upper } in { $most } passes. Widen the limits.
numerics-trim-weights-between-and-cannot-sum-to = trim: { $n } weights between { $lower } and { $upper } cannot sum to { $total }, as they do now. Widen the limits; the mean weight must lie between them.
numerics-unknown-family-the-families-are = unknown family { $family }; the families are { $families }
numerics-weights-cannot-lie-within-both-the = { $outside } weights cannot lie within both the bounds on g and the limits on the weights. Widen one of them.
numerics-within-bounds-the-totals-cannot-all-be = Within bounds={ $bounds } the totals cannot all be met: widen them, or collapse cells.
numerics-within-the-limits-the-totals-cannot-all = Within the limits the totals cannot all be met: widen them, or collapse cells.
