# padai, weighting

weighting-adjust-nonresponse-keeps-some-rows-of-a = adjust_nonresponse keeps some rows of a sample, and the wave was drawn with pps or in two phases, whose variance is that of all rows. Give non-response as a second phase: padai.TwoPhase(..., subset=...).
weighting-and-more = {" "}and { $over } more
weighting-by-column-responded-there-is-nothing-to = { $where }by column '{ $name }' { $who } responded: there is nothing to adjust. The wave must hold all who were sampled.
weighting-classes-goes-with-propensity-and-is-2-or = { $where }classes= goes with `propensity` and is 2 or more.
weighting-collapse-margin-merges-into-and-neither = collapse: margin '{ $margin_id }' merges { $cells } into '{ $into }', and neither they nor it have a target. Correct the rule or the targets.
weighting-column-has-a-total-and-of-its-rows-are = { $where }column '{ $name }' has a total, and { $bad } of its { $count_wave } rows are not finite numbers. Fill them in, or calibrate to another variable.
weighting-column-is-missing-in-rows-it-must-be = { $where }column '{ $name }' is missing in { $blank } rows: it must be known of all who were sampled.
weighting-column-must-hold-1-responded-or-0-of = { $where }column '{ $name }' must hold 1 (responded) or 0; { $bad } of { $count_wave } rows do not.
weighting-draws-at-random-give-seed = { $kind } draws at random: give seed=, so that it can be repeated.
weighting-everybody = everybody
weighting-fpc-is-not-known-use-or-ignore = { $where }fpc='{ $fpc }' is not known: 'use' or 'ignore'.
weighting-give-cells-or-propensity-one-of-the-two = { $where }give `cells` or `propensity`, one of the two.
weighting-has-a-numeric-total-which-raking-to = { $where }'{ $totals }' has a numeric total, which { -raking } to margins does not take. Use calibrate(..., method='{ -raking }').
weighting-make-replicate-weights-before-the = { $where }make replicate weights before the adjustment for non-response, on all who were sampled: the adjustment is then estimated anew in each replicate.
weighting-margin-cell-at-least-are-needed = margin '{ $control_name }', cell '{ $cell }': { $found ->
       [0] no respondent
       [one] { $found } respondent
       *[other] { $found } respondents
    } (at least { $least } are needed).{ $more } { $cure }
weighting-margin-codes-without-a-target-with-their = margin '{ $margin_id }': codes without a target, with their respondents: { $listed }{ $more }. Give each a target, or list it under `untargeted:` (its respondents then take no part in this margin).
weighting-margin-respondents-have-no-answer-give = margin '{ $margin_id }': { $blank } respondents have no answer. Give them one, or list '{ $blank_2 }' under `untargeted:` of this margin: they then take no part in it.
weighting-merge-it-for-instance-with-collapse = Merge it, for instance with '{ $neighbour }' ({ $found }): collapse: [{ $rule }].
weighting-nobody = nobody
weighting-none = none
weighting-other-cells-are-as-small = {" "}{ $others } other cells are as small.
weighting-poststratification-takes-one-margin-were = { $where }{ -poststratification } takes one margin, { $count_margins } were given. Cross them ('age*sex') where their joint totals are known, or use rake.
weighting-replicate-of = { $where }replicate { $r } of { $shape }: { $error }
weighting-replicates-are-drawn-of-strata-and-units = replicates are drawn of strata and units of equal probability, and the wave was drawn with pps or in two phases, whose variance they would not be.
weighting-replicates-see-the-first-stage-only-and = { $where }'{ $kind }' replicates see the first stage only, and with its finite correction the variance of later stages would be lost. Use 'mrbbootstrap', which sees them all, or say fpc='ignore' (slightly conservative).
weighting-rerake-true-calibrates-again-and-the = rerake=True calibrates again, and the wave has no calibration. Rake it first, or trim without rerake.
weighting-rows-have-a-weight-of-zero-nobodys = { $weighs } rows have a weight of zero: nobody's weight can go to or come from them. Leave them out before the wave is made.
weighting-sdr-replicates-need-rows-in-systematic = { $where }'sdr' replicates need rows in systematic order, and a lazy table has no order. Use another kind, or read the rows here: wave.read([...]).
weighting-targets-must-be-a-mapping = { $where }targets must be those of a survey, or a mapping such as {"{"}"sex": {"{"}"F": 0.51, "M": 0.49{"}}"}.
weighting-the-design-sets-the-number-of-replicates = { $kind }: the design sets the number of replicates; leave n= out.
weighting-the-limits-and-must-be-numbers-with-0 = the limits { $lower } and { $upper } must be numbers with 0 <= lower < upper (lower may be left out).
weighting-the-margin-cannot-be-used = The margin cannot be used.
weighting-the-table-changed-while-it-was-read-it = { $where }the table changed while it was read: it holds combinations of the margins that it did not hold when it was calibrated. Make the wave again.
weighting-the-target-of-must-be-a-mapping-of-codes = the target of '{ $name }' must be a mapping of codes to shares or counts, or the total of a numeric column.
weighting-the-total-of-a-column-of-numbers-gives = { $where }{ $verb }: the total of a column of numbers ('{ $numeric }') gives each respondent a weight of their own, and the rows of a lazy wave stay in their engine. Cut the column into classes with targets, or weight the rows here: wave.read([...]).
weighting-the-total-of-must-be-a-finite-number = the total of '{ $name }' must be a finite number.
weighting-the-wave-has-replicate-weights-already = { $where }the wave has replicate weights already. Make others from the wave before them, or from wave.without_replicates().
weighting-the-wave-is-calibrated-already-adjust = { $where }the wave is calibrated already. Adjust for non-response first, then calibrate.
weighting-there-are-no-such-replicates = { $where }there are no '{ $kind }' replicates; there are { $known }.{ $hint }
weighting-weights-would-be-zero-or-negative-give = { $where }{ $low } weights would be zero or negative. Give bounds=(lower, upper) with a positive lower bound, or use method='{ -raking }'.
weighting-weights-would-be-zero-or-negative-once = { $weights } weights would be zero or negative once the others make up for what is added at the lower limit. Lower that limit.
weighting-without-psus-each-respondent-is-a-unit = { $where }without psus each respondent is a unit of the replicates, and the rows of a lazy wave stay in their engine. Name psus (Design(psu=...)), such as random groups of respondents, or leave replicates out: variances are linearised.
