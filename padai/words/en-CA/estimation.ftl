# padai, estimation

estimation-a-code-that-nobody-gave-is-asked-for-by = {" "}A code that nobody gave is asked for by a mapping: net={"{"}'{ $net }': ['{ $net }']{"}"}.
estimation-a-curve-is-a-spline = {" "}A curve is written bs({ $name }, df=4).
estimation-a-likelihood-ratio-test-needs-a = A likelihood-ratio test needs a coefficient that is not tested.
estimation-a-likelihood-ratio-test-of-an-ordinal = A likelihood-ratio test of an ordinal model is not offered: 'wald'.
estimation-a-model-with-an-offset-predicts-groups = A model with an offset predicts groups (`by`), not single rows.
estimation-a-question-is-named-twice-name-each-once = A question is named twice: name each once.
estimation-a-t-test-needs-two = '{ $by }' has { $count } codes among those who answer '{ $variable }': a t-test needs two. Use `glm` for more.
estimation-a-variable-by-itself = crosstab_test takes two variables; '{ $name }' is crossed with itself.
estimation-a-witness-holds-the-rows-that-figures = a witness holds the rows that figures rest on, and those of a lazy wave stay in their engine. Read the columns here (wave.read([...])), and write that of its estimates.
estimation-adjust-is-not-known-use-one-of = adjust='{ $adjust }' is not known. Use one of: { $rules }.
estimation-an-ordinal-model-has-no-place-for = { $name }: people in the base answered { $codes }, which has no place in the order of the answers and would be taken for the highest. Leave them out: { $where }.
estimation-an-ordinal-model-needs-a-column-as-its = An ordinal model needs a column as its response, not { $left }.
estimation-an-ordinal-model-of-a-measure = The response has { $count } different values, and an ordinal model is of { $most } ordered answers at most. Fit a measure by padai.glm, or cut it into classes (pandas.cut).
estimation-an-ordinal-models-cut-points-stand-for = An ordinal model's cut points stand for the constant: keep it.
estimation-averages-over-groups-are-on-the-response = Averages over groups are on the response scale: scale='response'.
estimation-by-names-a-breakdown-twice-or-total = `by` names a breakdown twice, or 'total', which is always there.
estimation-by-the-respondents-lie-in-as-many-strata = '{ $row }' by '{ $column }': the respondents lie in as many strata as psus, so that no degree of freedom is left for a test.
estimation-cannot-be-read-as-a-formula = { $formula } cannot be read as a model formula: { $error }.{ $hint }
estimation-ci-quantile-needs-replicate-weights-use = ci='quantile' needs replicate weights: use 'mean'.
estimation-ci-score-needs-a-design-without = ci='score' needs a design without replicates: use 'mean'.
estimation-column-letters-are-of-estimates-that = Column letters are of estimates that come from respondents.
estimation-column-letters-lesser-level-is-not-under = column_letters: lesser_level={ $lesser_level } is not under level={ $level }.
estimation-covariates-is-not-known-use-sampled-or = covariates='{ $covariates }' is not known. Use 'sampled' or 'fixed'.
estimation-fitting-a-model-from-a-formula = Fitting a model from a formula
estimation-has-among-those-who-take-part-no-test = '{ $variable }' has { $found } among those who take part: no test.
estimation-has-code-among-those-who-answer-both = '{ $name }' has { $size ->
       [0] no code
       [one] { $size } code
       *[other] { $size } codes
    } among those who answer both variables: a test needs two.
estimation-has-no-category-in-the-model-it-has = { $name } has no category { $unknown } in the model; it has { $seen }.
estimation-has-no-net-declare-it-or-list-its-codes = '{ $name }' has no net '{ $net }'. Declare it, or list its codes.
estimation-has-no-net-or-code-it-has = '{ $name }' has no net or code '{ $net }'; it has { $there }.{ $hint }{ $way }
estimation-has-no-scores-so-that-it-has-no-mean = '{ $name }' has no scores, so that it has no mean: give its codes a `score:`, or use a net.
estimation-has-one-code-among-those-who-answer-a = '{ $by }' has one code among those who answer '{ $variable }': a rank test needs two.
estimation-holds-dates-or-durations-not-numbers = '{ $name }' holds dates or durations, not numbers. Make a number of it first, such as days: (frame['{ $name }'] - start).dt.days.
estimation-holds-no-answer-it-has-no-proportions = '{ $name }' holds no answer: it has no proportions.
estimation-holds-something-other-than-a-number-in = '{ $name }' holds something other than a number in { $lost } rows. { $hint }
estimation-holds-texts-without-an-order-make-it-an = { $name } holds texts without an order. Say it, from the lowest to the highest: frame[{ $name }] = pandas.Categorical(frame[{ $name }], [...], ordered=True).
estimation-is-a-balance-a-model-needs-a-net-of = '{ $net }' is a balance: a model needs a net of codes.
estimation-is-an-open-question-it-has-no = '{ $name }' is an open question: it has no proportions.
estimation-is-infinite-in-rows-correct-the-data = '{ $name }' is infinite in { $infinite } rows: correct the data.
estimation-is-no-model-formula = { $formula } is no model formula: write the response, '~', then the terms.
estimation-is-numeric-in-the-model-predict-it-with = '{ $by }' is numeric in the model: predict it with `at`.
estimation-level-is-not-between-0-and-1-0-95-is = level={ $level } is not between 0 and 1; 0.95 is usual.
estimation-link-is-not-known-use-one-of = link='{ $link }' is not known. Use one of: { $links }.{ $hint }
estimation-marginal-effects-are-those-of-glm-models = Marginal effects are those of `glm` models.
estimation-method-is-not-known-use-one-of-wald = method='{ $method }' is not known. Use one of: wald, working_wald, lrt.
estimation-name-at-least-one-variable-and-each-once = Name at least one variable, and each once.
estimation-name-one-variable = Name at least one variable, and each once.
estimation-net-has-no-code-it-has = `net`: '{ $name }' has no code { $unknown }; it has { $labels }.
estimation-net-needs-a-column-as-the-response-not = `net` needs a column as the response, not '{ $response }'.
estimation-net-of-is-a-declared-name-a-code-or-a = `net` of '{ $name }' is a declared name, a code, or a mapping of names to codes such as {"{"}'high': ['4', '5']{"}"}; a { $name_2 } was given.
estimation-net-of-is-an-empty-mapping-name-a-net = `net` of '{ $name }' is an empty mapping: name a net and its codes, or leave it out.
estimation-net-of-names-no-code-list-one-at-least = net '{ $label }' of '{ $name }' names no code: list one at least.
estimation-net-of-uses-codes-that-it-lacks-it-has = net '{ $label }' of '{ $name }' uses codes that it lacks: { $unknown }. It has { $labels }.{ $hint }
estimation-no-row-answers-every-variable-of-the = { $formula }: no row answers every variable of the model.
estimation-no-row-takes-part-in-the-model = { $formula }: no row takes part in the model.
estimation-no-value = no value
estimation-no-wave-of-these-has-the-question = No wave of these has the question '{ $name }'.
estimation-of-quantiles-have-no-standard-error-name = { $missing } of { $count_chosen } quantiles have no standard error: name other rows.
estimation-of-rows-that-answer-every-variable-give = { $formula }: { $lost } of { $count_complete } rows that answer every variable give no finite number (a logarithm of 0, a division by 0, an infinite value). Correct the variable, or leave those rows out with `where`.
estimation-one-value = one value
estimation-options-of-a-multiple-response-are = Options of a multiple response are columns of 0 and 1: '{ $wrong }' is not.
estimation-predict-needs-at-or-by = predict needs `at` or `by`, one of the two.
estimation-predictions-are-made-at-a-table-of = Predictions are made at a table of values, or at a mapping such as {"{"}'age': [20, 40]{"}"}; { $name } was given.
estimation-predictions-need-a-number-for-in-every = Predictions need a number for '{ $name }' in every row.
estimation-predictions-need-a-value-of-in-every-row = Predictions need a value of { $name } in every row.
estimation-predictions-need-the-variable = Predictions need the variable '{ $name }', which is not there.
estimation-probs-needs-shares-from-0-to-1-one-at = `probs` needs shares from 0 to 1, one at least; probs={ $probs } was given. The median is 0.5.
estimation-random-effects-are-of-unit-model = {" "}Random effects are those of padai.unit_model; here the design (psu, strata) allows already for what people have in common.
estimation-replicate-of = Replicate { $place } of { $count }: { $why }
estimation-replicate-weights-beside-strata-or-that = replicate weights beside strata, or that differ from wave to wave, are no design of R's survey. Write the witness of one wave, without its strata.
estimation-rows-lie-outside-to-beyond-which-the = '{ $name }': { $out } rows lie outside { $low } to { $high }, beyond which the model's spline says nothing. Predict inside it, or fit bs({ $name }, ..., lower_bound=, upper_bound=) wide enough.
estimation-scale-is-not-known-use-response-or-link = scale='{ $scale }' is not known. Use 'response', or 'link' of a glm.
estimation-scores-is-not-known-use-one-of = scores='{ $scores }' is not known. Use one of: { $scores_2 }.{ $hint }
estimation-scores-takes-ranks-and-total = scores: a function of scores takes two arguments, the ranks and the sum of the weights: scores=lambda ranks, total: ranks / total.
estimation-std-errors-bell-mccaffrey-frees-the = { $led }std_errors='bell-mccaffrey' frees the residuals of psus, and the design has replicate weights, which say the error by themselves: use 'linearised'.
estimation-std-errors-bell-mccaffrey-is-made-for = { $led }std_errors='bell-mccaffrey' is made for units of equal probability, and the wave was drawn with pps or in two phases: use 'linearised'.
estimation-std-errors-is-not-known-use-one-of = std_errors='{ $std_errors }' is not known. Use one of: { $std_errors_2 }.
estimation-the-column-is-not-in-every-wave-it-lacks = The column '{ $name }' is not in every wave: it lacks in { $lacking }. Estimate it from the waves that have it.
estimation-the-design-has-too-few-psus-for-a-wald = { $names }: the design has too few psus for a Wald test of { $k } coefficients together. Use method='lrt', or merge categories.
estimation-the-design-has-too-few-psus-to-compare = The design has too few psus to compare the { $k } codes of '{ $by }'.
estimation-the-difference-has-no-variance-there-is = The difference has no variance: there is nothing to test.
estimation-the-model-has-no-term = The model has no term '{ $name }'; its terms are { $known }.
estimation-the-model-has-no-variable = The model has no variable { $unknown }; it has { $known }.
estimation-the-model-leaves-no-degree-of-freedom = The model leaves no degree of freedom for a test of its terms.
estimation-the-models-formula-cannot-be-worked-out = The model's formula cannot be worked out for these rows: give each variable as the data of the model had it.
estimation-the-respondents-lie-in-too-few-psus-for = The respondents lie in too few psus for their strata: no degree of freedom is left for a test.
estimation-the-response-has-categories = The response { $left } has { $count } categories: name those that count as yes with `net=`, or fit an ordinal model.
estimation-the-witness-writes-strata-units = the witness writes strata, units, calibrations and replicate weights; the wave was drawn with pps or in two phases. In R: svydesign(pps=) and twophase().
estimation-there-is-no-column = { $formula }: there is no column '{ $name }'.{ $hint }
estimation-there-is-no-column-to-count-words-in = { $wave_id }: there is no column '{ $question }' to count words in.
estimation-these-estimates-have-no-covariance = These estimates have no covariance.
estimation-these-replicate-weights-were-made-by = these replicate weights were made by padai and stand in no file. Write the witness of the waves without them: their standard errors by linearisation.
estimation-this-model-is-detached-from-its = This model is detached from its respondents (stored or pickled): use the one that `glm` or `ordinal` returned.
estimation-ties-is-not-known-use-rows-or-middle = ties='{ $ties }' is not known. Use 'rows' or 'middle'.
estimation-weights-were-changed-after-their = weights were changed after their calibration (trimmed without { -raking } again), which R's calibrated designs do not know. Trim with rerake=True, or take the weights as they are in a new Wave.
estimation-where-has-no-code-it-has = `where`: '{ $name }' has no code { $unknown }; it has { $labels }.{ $hint }
estimation-where-needs-true-or-false = `where` needs the codes wanted by column, where={"{"}'sex': ['F']{"}"}, or { $count } true or false values, one a row of the wave.
estimation-where-of-a-lazy-wave-is-a-mapping-of = `where` of a lazy wave is a mapping of columns to codes, such as {"{"}'sex': 'F'{"}"}: a mask has one value a row, and rows stay in their engine. Make a column of it there.
estimation-without-a-survey-definition-name-the = Without a survey definition, name the questions to estimate.
estimation-word-is-not-known-use-one-of = { $verb }: { $name }={ $word } is not known. Use one of: { $listed }.{ $hint }
estimation-words-have-shares = Words have shares: padai.proportion(wave, '{ $name }'). Those that are no answer are declared: Wave(..., missing={"{"}'{ $name }': [...]{"}"}).
estimation-write-c-for-categories = {" "}Categories are written C({ $name }).
