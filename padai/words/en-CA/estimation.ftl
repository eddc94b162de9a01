# padai, estimation

estimation-a-code-that-nobody-gave-is-asked-for-by = {" "}A code that nobody gave is asked for by a mapping: net={"{"}'{ $net }': ['{ $net }']{"}"}.
estimation-a-t-test-needs-two = '{ $by }' has { $count } codes among those who answer '{ $variable }': a t-test needs two. Use `glm` for more.
estimation-an-ordinal-model-of-a-measure = The response has { $count } different values, and an ordinal model is of { $most } ordered answers at most. Fit a measure by padai.glm, or cut it into classes (pandas.cut).
estimation-by-names-a-breakdown-twice-or-total = `by` names a breakdown twice, or 'total', which is always there.
estimation-cannot-be-read-as-a-formula = { $formula } cannot be read as a model formula: { $error }.{ $hint }
estimation-column-letters-lesser-level-is-not-under = column_letters: lesser_level={ $lesser_level } is not under level={ $level }.
estimation-has-no-net-or-code-it-has = '{ $name }' has no net or code '{ $net }'; it has { $there }.{ $hint }{ $way }
estimation-has-no-scores-so-that-it-has-no-mean = '{ $name }' has no scores, so that it has no mean: give its codes a `score:`, or use a net.
estimation-holds-dates-or-durations-not-numbers = '{ $name }' holds dates or durations, not numbers. Make a number of it first, such as days: (frame['{ $name }'] - start).dt.days.
estimation-holds-no-answer-it-has-no-proportions = '{ $name }' holds no answer: it has no proportions.
estimation-holds-something-other-than-a-number-in = '{ $name }' holds something other than a number in { $lost } rows.
estimation-is-an-open-question-it-has-no = '{ $name }' is an open question: it has no proportions.
estimation-is-infinite-in-rows-correct-the-data = '{ $name }' is infinite in { $infinite } rows: correct the data.
estimation-is-no-model-formula = { $formula } is no model formula: write the response, '~', then the terms.
estimation-level-is-not-between-0-and-1-0-95-is = level={ $level } is not between 0 and 1; 0.95 is usual.
estimation-name-one-variable = Name at least one variable, and each once.
estimation-net-has-no-code-it-has = `net`: '{ $name }' has no code { $unknown }; it has { $labels }.
estimation-net-of-is-a-declared-name-a-code-or-a = `net` of '{ $name }' is a declared name, a code, or a mapping of names to codes such as {"{"}'high': ['4', '5']{"}"}; a { $name_2 } was given.
estimation-net-of-is-an-empty-mapping-name-a-net = `net` of '{ $name }' is an empty mapping: name a net and its codes, or leave it out.
estimation-net-of-names-no-code-list-one-at-least = net '{ $label }' of '{ $name }' names no code: list one at least.
estimation-net-of-uses-codes-that-it-lacks-it-has = net '{ $label }' of '{ $name }' uses codes that it lacks: { $unknown }. It has { $labels }.{ $hint }
estimation-no-wave-of-these-has-the-question = No wave of these has the question '{ $name }'.
estimation-options-of-a-multiple-response-are = Options of a multiple response are columns of 0 and 1: '{ $wrong }' is not.
estimation-predict-needs-at-or-by = predict needs `at` or `by`, one of the two.
estimation-predictions-are-made-at-a-table-of = Predictions are made at a table of values, or at a mapping such as {"{"}'age': [20, 40]{"}"}; { $name } was given.
estimation-predictions-need-a-number-for-in-every = Predictions need a number for '{ $name }' in every row.
estimation-predictions-need-the-variable = Predictions need the variable '{ $name }', which is not there.
estimation-probs-needs-shares-from-0-to-1-one-at = `probs` needs shares from 0 to 1, one at least; probs={ $probs } was given. The median is 0.5.
estimation-replicate-of = Replicate { $place } of { $count }: { $en }
estimation-replicate-weights-beside-strata-or-that = replicate weights beside strata, or that differ from wave to wave, are no design of R's survey. Write the witness of one wave, without its strata.
estimation-rows-lie-outside-to-beyond-which-the = '{ $name }': { $out } rows lie outside { $low } to { $high }, beyond which the model's spline says nothing. Predict inside it, or fit bs({ $name }, ..., lower_bound=, upper_bound=) wide enough.
estimation-std-errors-bell-mccaffrey-frees-the = { $led }std_errors='bell-mccaffrey' frees the residuals of psus, and the design has replicate weights, which say the error by themselves: use 'linearised'.
estimation-std-errors-is-not-known-use-one-of = std_errors='{ $std_errors }' is not known. Use one of: { $std_errors_2 }.
estimation-the-column-is-not-in-every-wave-it-lacks = The column '{ $name }' is not in every wave: it lacks in { $lacking }. Estimate it from the waves that have it.
estimation-the-model-has-no-term = The model has no term '{ $name }'; its terms are { $known }.
estimation-the-model-has-no-variable = The model has no variable { $unknown }; it has { $known }.
estimation-the-models-formula-cannot-be-worked-out = The model's formula cannot be worked out for these rows: give each variable as the data of the model had it.
estimation-the-response-has-categories = The response { $left } has { $count } categories: name those that count as yes with `net=`, or fit an ordinal model.
estimation-there-is-no-column = { $formula }: there is no column '{ $name }'.{ $hint }
estimation-these-replicate-weights-were-made-by = these replicate weights were made by padai and stand in no file. Write the witness of the waves without them: their standard errors by linearisation.
estimation-weights-were-changed-after-their = weights were changed after their calibration (trimmed without raking again), which R's calibrated designs do not know. Trim with rerake=True, or take the weights as they are in a new Wave.
estimation-where-has-no-code-it-has = `where`: '{ $name }' has no code { $unknown }; it has { $labels }.{ $hint }
estimation-where-needs-true-or-false = `where` needs { $count } true or false values, one a row of the wave.
estimation-write-c-for-categories = {" "}Categories are written C({ $name }).
