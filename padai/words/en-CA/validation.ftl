# padai, validation

validation-a-column-that-goes-with-no-other = A column that goes with no other
validation-accepted-df32 = Accepted:{" "}
validation-accepted-f082 = accepted:{" "}
validation-accepted-finding-s = { $count ->
       [one] { $count } accepted finding
       *[other] { $count } accepted findings
    },{" "}
validation-accepted-findings = Accepted findings
validation-an-answer-that-vanished = An answer that vanished
validation-an-earlier-wave-delivered-again = An earlier wave delivered again
validation-and-more = {" "}and { $count } more
validation-and-more-finding-s-html-and-json-give = and { $count ->
       [one] { $count } more finding
       *[other] { $count } more findings
    } (--html and --json give them all)
validation-answer = Answer
validation-answer-codes = Answer codes
validation-answer-s-to-are-not-numbers-correct-the = { $count ->
       [one] { $count } answer to “{ $column }” is not a number
       *[other] { $count } answers to “{ $column }” are not numbers
    }. Correct the file.
validation-answer-s-to-are-outside-the-allowed = { $count ->
       [one] { $count } answer to “{ $column }” is
       *[other] { $count } answers to “{ $column }” are
    } outside the allowed range ({ $rule }).
validation-answer-s-to-do-not-look-like-words = { $count ->
       [one] { $count } answer to “{ $column }” ({ $share }) does
       *[other] { $count } answers to “{ $column }” ({ $share }) do
    } not look like words.
validation-answer-s-to-have-a-code-that-the = { $count ->
       [one] { $count } answer to “{ $column }” has
       *[other] { $count } answers to “{ $column }” have
    } a code that the definition does not know (known codes: { $rule }). Correct the file, or add the code to the scale.
validation-answers-and-to-seem-to-be-exchanged = answers { $one } and { $other } to “{ $column }” seem to be exchanged: those who give one answer the rest as those who gave the other did in wave { $wave }. Have the file corrected, or accept (accept: [{"{"}check: codes_exchanged, column: { $column }, …{"}"}]).
validation-answers-outside-the-base = Answers outside the base
validation-base-changed-since-an-earlier-wave = Base changed since an earlier wave
validation-base-follows-answers = Undeclared base that follows protected answers
validation-base-not-asked = Base not asked
validation-base-not-declared = Base not declared
validation-blank-cells = Blank cells
validation-break-offs = Break-offs
validation-cases-of-unknown-eligibility-counted-at = cases of unknown eligibility counted at e = { $e }
validation-checks-that-passed = Checks that passed
validation-checks-that-were-not-made = Checks that were not made
validation-codes-changed-since-an-earlier-wave = Codes changed since an earlier wave
validation-codes-labelled-in-the-file = Codes labelled in the file
validation-columns-that-the-definition-names = Columns that the definition names
validation-columns-unknown-to-the-definition = Columns unknown to the definition
validation-completed-interviews-over-interviews = completed interviews over interviews started
validation-completed-interviews-over-people-invited-74df = completed interviews over people invited, those out of scope left out
validation-completed-interviews-over-people-invited-ff39 = completed interviews over people invited
validation-completion-rate = Completion rate
validation-composition-of-the-sample = Composition of the sample
validation-correct-the-file-or-the-definition-then = Correct the file or the definition, then try again. What was already published has not been touched.
validation-data-as-delivered-4595 = Data as delivered
validation-data-as-delivered-b6fd = data as delivered
validation-dates-of-interview = Dates of interview
validation-design-columns-left-over = Design columns left over
validation-design-effect-against-the-last-wave = { -design-effect-initial } against the last wave
validation-distribution-of-the-answers = Distribution of the answers
validation-dont-know = Don’t know
validation-each-person-counts-as-one-beside-weighted-waves = each person counts as one, and wave { $wave } is weighted (“{ $column }”): a change between the two would hold that of the weighting. If this wave has weights, write design: {"{"}weight: …{"}"}; if each person is to count as one, accept: [{"{"}check: weight_absent, wave: "{ $here }", …{"}"}].
validation-earlier-waves-217f = Earlier waves
validation-earlier-waves-c6d3 = ; earlier waves: { $waves }
validation-error = ERROR
validation-error-s-warning-s-check-s-passed = { $place } ({ $stage }): { $errors ->
       [one] { $errors } error
       *[other] { $errors } errors
    }, { $warnings ->
       [one] { $warnings } warning
       *[other] { $warnings } warnings
    }, { $accepted }{ $passed ->
       [one] { $passed } check
       *[other] { $passed } checks
    } passed.
validation-errors = Errors
validation-errors-warnings-accepted-findings-checks = Errors: { $errors }; warnings: { $warnings }; accepted findings: { $accepted }; checks passed: { $passed }; not made: { $not_run }.
validation-estimated-response-rate-aapor-rr3 = Estimated response rate (AAPOR RR3)
validation-file = File
validation-finding-s-stop-publication-0617 = { $count ->
       [one] { $count } finding stops
       *[other] { $count } findings stop
    } publication.
validation-finding-s-stop-publication-bc83 = { $place }: { $count ->
       [one] { $count } finding stops
       *[other] { $count } findings stop
    } publication.
validation-has-no-answer-at-all-though-the = “{ $column }” has no answer at all, though the definition says that it was asked. Ask for the column, or declare in which waves it was asked (waves:).
validation-identical-questionnaires = Identical questionnaires
validation-identifier-s-of-wave-come-back-though = { $count ->
       [one] { $count } identifier of wave { $wave } comes
       *[other] { $count } identifiers of wave { $wave } come
    } back, though the survey declares its waves independent (overlap: none). If the same people answered again, write in survey.yaml overlap: respondent; if identifiers begin anew in each wave, add the line ids: per_wave.
validation-identifiers-present = Identifiers present
validation-in-the-file-code-of-carries-the-label-of = in the file, code { $rule } of “{ $column }” carries the label of another code ({ $other }) of the definition. The scale may be reversed: check this first.
validation-in-the-file-the-labels-of-differ-from = in the file, the labels of “{ $column }” differ from the definition’s for codes { $rule }.
validation-in-the-file-the-labels-of-have-changed = in the file, the labels of “{ $column }” have changed since wave { $wave } (codes { $rule }), and no break is declared. Declare it (breaks:), or have the file corrected.
validation-in-the-file-the-option-is-marked-otherwise = by the file’s labels, value { $other } of “{ $column }” says that the option was not chosen, and it is read as chosen. Write under question “{ $rule }”: marks: {"{"}"{ $own }": {"{"}chosen: { $chosen }, not_chosen: { $other }{"}"}{"}"}.
validation-in-the-file-the-same-labels-of-go-to = in the file, the same labels of “{ $column }” go to other codes than in wave { $wave } (codes { $rule }), and no break is declared.
validation-independent-waves = Independent waves
validation-interview-s-are-dated-outside-fieldwork = { $count ->
       [one] { $count } interview (“{ $column }”) is
       *[other] { $count } interviews (“{ $column }”) are
    } dated outside fieldwork ({ $rule }).
validation-interviews-that-were-too-fast = Interviews that were too fast
validation-is-named-as-a-column-of-the-design-and = “{ $column }” is named as a column of the design ({ $rule }), and the design has none: intervals would be those of another design. Write design: {"{"}{ $rule }: { $column }{"}"}; if it is none, accept: [{"{"}check: design_left_over, column: { $column }, …{"}"}].
validation-item-non-response = Item non-response
validation-jump-of-dont-know = Jump of “don’t know”
validation-kind-of-the-replicate-weights = Kind of the replicate weights
validation-labels-changed-since-an-earlier-wave = Labels changed since an earlier wave
validation-labels-in-another-language = Labels in another language
validation-margins-against-their-targets = Margins against their targets
validation-margins-of-stability-within-reach = Margins of stability within reach
validation-marks-of-options-turned = Marks of options that were chosen
validation-meaningless-open-answers = Meaningless open answers
validation-modes-of-interview = Modes of interview
validation-more-than-rows-comparing-every-pair = more than { $many_rows } rows: comparing every pair would take too long
validation-names-a-check-that-holds = `{ $key }:` names '{ $name }', a check that protects people: its severity does not change, and its findings are not accepted. Take the line out.
validation-names-which-is-no-check = `{ $key }:` names '{ $name }', which is no check.{ $hint }
validation-nearly-identical-questionnaires = Nearly identical questionnaires
validation-no-earlier-wave-was-given = no earlier wave was given
validation-no-number-of-is-above = no number of “{ $column }” is above { $rule }, and { $share } were in wave { $wave }: were they capped? Ask for them whole, or declare it (breaks:).
validation-no-question-has-the-role-duration = no question has the role “duration”
validation-no-question-has-the-role-form = no question has the role “form”
validation-no-question-has-the-role-interview-date = no question has the role “interview_date”
validation-no-question-has-the-role-mode = no question has the role “mode”
validation-nobody-gave-answer-to-which-of-the = nobody gave answer { $rule } to “{ $column }”, which { $share } of the respondents gave in wave { $wave }, and no break is declared.
validation-not-checked = Not checked ({ $reason }): { $checks }
validation-not-supplied = not supplied
validation-nothing-stops-publication = Nothing stops publication.
validation-numbers = Numbers
validation-numbers-capped = Numbers capped
validation-numbers-in-another-unit = Numbers in another unit
validation-numbers-rounded = Numbers rounded
validation-of-the-primary-units-bear-a-number-of = { $share } of the primary units (“{ $column }”) bear a number of wave { $wave }, though the survey declares its waves independent (overlap: none). If they are the same units, write overlap: psu; if not, accept: [{"{"}check: psu_numbers_again, …{"}"}].
validation-of-those-to-whom-was-put-said-that-they = { $share } of those to whom “{ $column }” was put ({ $count }) said that they did not know.
validation-once-weighted-margin-gives-cell-instead = once weighted, margin “{ $column }” gives cell { $rule } { $found } instead of { $wanted }.
validation-one-column-twice = One column twice
validation-one-psu-one-stratum = One psu, one stratum
validation-outcome-says-and-it-cannot-be-more = `outcome` says { $smaller } { $least } and { $larger } { $most }; it cannot be more. Correct the counts.
validation-outcome-says-more-completed-than-were-in = `outcome` says { $counted }; more completed than were in scope. Correct the counts.
validation-pairs-no-more-often-than-alone = Pairs no more often together than apart
validation-pairs-of-units-are-drawn-together-too-often = { $count ->
       [one] { $count } pair of units out of { $pairs } is drawn
       *[other] { $count } pairs of units out of { $pairs } are drawn
    } together more often than if each were drawn by itself (p_ij > p_i p_j, with “{ $column }”): variances may be negative, and those estimates are then refused. Check the file of joint_probabilities and its order of units with whoever drew the sample; if that is how it was drawn, accept: [{"{"}check: pairs_too_often, …{"}"}].
validation-participation = Participation
validation-participation-rate = Participation rate
validation-people-it-was-put-to = People it was put to
validation-places-in-the-file = {" "}Places in the file: { $rows }
validation-places-in-the-file-from-1 = Places in the file, from 1 ({ $count })
validation-primary-units-out-of-lie-in-more-than = { $count ->
       [one] { $count } primary unit (“{ $column }”) out of { $units } lies in more than one stratum: it
       *[other] { $count } primary units (“{ $column }”) out of { $units } lie in more than one stratum: each
    } counts as one unit a stratum. Have the file corrected; if numbers begin anew in each stratum, accept: [{"{"}check: psu_in_two_strata, …{"}"}].
validation-primary-units-out-of-lie-in-several = { $count ->
       [one] { $count } primary unit (“{ $column }”) out of { $units } lies
       *[other] { $count } primary units (“{ $column }”) out of { $units } lie
    } in several places of “{ $rule }” at once: numbers that begin anew make one cluster of several. Write design: {"{"}stratum: { $place }{"}"} where there is no stratum, make each place a part (rows:), or give each its numbers; if it is not so, accept: [{"{"}check: psu_across_regions, …{"}"}].
validation-psus-from-wave-to-wave = Psus from wave to wave
validation-psus-of-one-country-or-region = Psus of one country or region
validation-put-to-everybody-is-blank-for-respondent = “{ $column }”, put to everybody, is blank for { $count ->
       [one] { $count } respondent
       *[other] { $count } respondents
    } ({ $share }) without a missing code.
validation-questionnaire-s-are-identical-in-every = { $count ->
       [one] { $count } questionnaire is identical in every point ({ $columns } columns) to one of wave { $wave }, under another identifier
       *[other] { $count } questionnaires are identical in every point ({ $columns } columns) to ones of wave { $wave }, under other identifiers
    }; chance would give fewer than { $chance }. Ask the supplier for the file of this wave.
validation-questions-without-an-answer = Questions without an answer
validation-quoted = “{ $text }”
validation-range-of-numbers = Range of numbers
validation-range-of-the-weights = Range of the weights
validation-respondent-s-answered-nothing-from-on-or = { $count ->
       [one] { $count } respondent
       *[other] { $count } respondents
    } ({ $share }) answered nothing from “{ $column }” on, or earlier: at least a quarter of the questionnaire is blank.
validation-respondent-s-answered-though-outside-its = { $count ->
       [one] { $count } respondent
       *[other] { $count } respondents
    } answered “{ $column }” though outside its base ({ $rule }).
validation-respondent-s-gave-the-same-answer-to-all = { $count ->
       [one] { $count } respondent
       *[other] { $count } respondents
    } ({ $share }) gave the same answer to all { $items } questions of the grid that starts at “{ $column }”.
validation-respondent-s-have-a-zero-or-negative = { $count ->
       [one] { $count } respondent has
       *[other] { $count } respondents have
    } a zero or negative weight in “{ $column }”. Have negative weights corrected; if zero is meant (such a row counts for nobody), write under `design:` missing_weight: zero.
validation-respondent-s-have-answers-identical-in = { $count ->
       [one] { $count } respondent has
       *[other] { $count } respondents have
    } answers identical in every point to another's ({ $items } questions).
validation-respondent-s-have-no-usable-weight-in = { $count ->
       [one] { $count } respondent has
       *[other] { $count } respondents have
    } no usable weight in “{ $column }” (blank, infinite or not a number). Have the file corrected, or say under `design:` what a row without weight is: missing_weight: outside (of the sample) or zero.
validation-respondent-s-in-the-base-of-have-nothing = { $count ->
       [one] { $count } respondent in the base of “{ $column }” ({ $rule }) has
       *[other] { $count } respondents in the base of “{ $column }” ({ $rule }) have
    } nothing there, not even a refusal.
validation-respondent-s-share-more-than-95-of-their = { $count ->
       [one] { $count } respondent shares
       *[other] { $count } respondents share
    } more than 95% of their answers with another ({ $items } questions).
validation-respondent-s-took-less-than-a-third-of = { $count ->
       [one] { $count } respondent
       *[other] { $count } respondents
    } ({ $share }) took less than a third of the median duration of their mode (“{ $column }”).
validation-response-rate-aapor-rr1 = Response rate (AAPOR RR1)
validation-row-s-have-no-identifier-in = { $count ->
       [one] { $count } row has
       *[other] { $count } rows have
    } no identifier in “{ $column }”.
validation-row-s-have-no-value-in-the-design-column = { $count ->
       [one] { $count } row has
       *[other] { $count } rows have
    } no value in the design column “{ $column }”.
validation-row-s-share-their-identifier-with = { $count ->
       [one] { $count } row shares its identifier
       *[other] { $count } rows share their identifier
    } (“{ $column }”) with another. Ask the supplier which to keep.
validation-rows-checked = Rows checked
validation-rows-excluded-by-the-declared-rule = Rows excluded by the declared rule
validation-rows-of-the-file-belong-to-no-wave-rows = ; { $count ->
       [one] { $count } row of the file belongs
       *[other] { $count } rows of the file belong
    } to no wave (rows:)
validation-rows-read = Rows read
validation-rows-read-excluded-checked = { $file }: { $read ->
       [one] { $read } row
       *[other] { $read } rows
    } read, { $out } excluded, { $kept } checked
validation-sampling-design = Sampling design
validation-scale-of-the-weights = Scale of the weights against the last wave
validation-scale-reversed-since-an-earlier-wave = Scale reversed since an earlier wave
validation-share = Share
validation-share-of-dont-know = Share of “don’t know”
validation-shares-of-the-split-ballot = Shares of the split ballot
validation-signs = :{" "}
validation-stage = Stage
validation-sum-of-the-weights = Sum of the weights
validation-synthetic-data = Synthetic data
validation-the-answers-to-are-those-to = the answers to “{ $column }” are, for each respondent, those to “{ $rule }”: was one column copied in place of another? Have the file corrected; if it is one question, take one of the two away.
validation-the-answers-to-moved-more-than-sampling = the answers to “{ $column }” moved more than sampling explains: the share of { $answer } went from { $before } to { $now } since wave { $wave } ({ $points } points, adjusted p { $p }). A real change is news; check that it is not due to the file.
validation-the-answers-to-no-longer-go-with = the answers to “{ $column }” no longer go with anything that they went with in wave { $wave }, as if the column were shifted by some rows. Compare it with the supplier’s original, or accept (accept: [{"{"}check: column_shifted, column: { $column }, …{"}"}]).
validation-the-ballot-forms-were-not-allotted-in = the ballot forms (“{ $column }”) were not allotted in equal shares: form { $version } has { $share } of the respondents instead of { $expected }.
validation-the-column-in-the-file-is-missing-ask = the column “{ $column }” ({ $source } in the file) is missing{ $hint }. Ask for it, or declare in which waves the question was asked (waves:).
validation-the-column-is-unknown-to-the-definition = the column “{ $column }” is unknown to the definition. Take it out of the file, or declare it in the questionnaire (of type open or number if need be).
validation-the-composition-of-the-sample-by-moved = the composition of the sample by “{ $column }” moved: the share of { $answer } went from { $before } to { $now } since wave { $wave } ({ $points } points, adjusted p { $p }).
validation-the-declared-margin-can-never-be-met = “{ $column }”: the declared margin (± { $rule }) can never be met, since the half-width of the 90% interval of the change is { $half }. Declare a larger margin for the next wave, or interview more people (padai plan).
validation-the-definition-does-not-announce-the-sum = the definition does not announce the sum of the weights (weight_total)
validation-the-definition-names-no-id-column = the definition names no id column
validation-the-definition-names-no-weight-column = the definition names no weight column
validation-the-earlier-files-have-no-value-labels = the earlier files have no value labels
validation-the-file-does-not-offer-the-same-answers = the file does not offer “{ $column }” the same answers as wave { $wave } ({ $rule }), and no break is declared.
validation-the-file-gives-codes-that-the-definition = the file gives “{ $column }” codes that the definition does not know: { $rule }.
validation-the-file-has-no-value-labels = the file has no value labels
validation-the-file-marks-as-missing-codes-of-that = the file marks as missing codes of “{ $column }” that the definition counts as answers: { $rule }.
validation-the-files-missing-codes = The file's missing codes
validation-the-kish-design-effect-went-from-to = the Kish { -design-effect } (“{ $column }”) went from { $before } to { $now } since wave { $wave }.
validation-the-labels-of-the-file-are-in-another-language = the labels of the file look to be in another language (“{ $now }”) than those of wave { $wave } (“{ $before }”): whether the answers of { $count } questions ({ $questions }) are still the same, no word tells. Compare the questionnaires, or ask for the file with labels in one language.
validation-the-largest-weight-is-times-the-mean = the largest weight (“{ $column }”) is { $ratio } times the mean weight (threshold: { $rule }); Kish { -design-effect }: { $deff }.
validation-the-median-of-is-times-that-of = the median of “{ $column }” is { $ratio } times that of wave { $wave }: is it another unit (minutes and seconds, dollars and thousands)? Ask for the same numbers; if it is meant, declare it (breaks:).
validation-the-mix-of-modes-moved-the-share-of-went = the mix of modes (“{ $column }”) moved: the share of { $answer } went from { $before } to { $now } since wave { $wave } ({ $points } points, adjusted p { $p }).
validation-the-numbers-of-are-multiples-of = the numbers of “{ $column }” are multiples of { $rule }, and were not in wave { $wave }: were they rounded? Ask for them whole, or declare it (breaks:).
validation-the-part-has-no-targets = the part has no targets
validation-the-replicate-weights-are-of-another-kind = { $count } replicate weights, from “{ $column }” on, are declared as kind: { $declared }, and { $kind ->
        [whole] none of them leaves anybody out, as that kind does: standard errors would be wrong. Write what the file’s documentation says, as replicates: {"{"}kind: fay, rho: …{"}"}
        *[other] what they are of the weight is that of kind: { $kind }: standard errors would be wrong. Write replicates: {"{"}kind: { $kind }, …{"}"}
    }, or scale: if the file’s documentation gives the factor of the variance.
validation-the-same-answer-to-a-whole-grid = The same answer to a whole grid
validation-the-same-of-others = the same of { $count } other columns (rows of each): { $listed }
validation-the-share-of-dont-know-in-went-from-to = the share of “don’t know” in “{ $column }” went from { $before } to { $now } since wave { $wave } ({ $points } points, adjusted p { $p }).
validation-the-survey-does-not-declare-its-waves = the survey does not declare its waves independent (overlap: none)
validation-the-weights-are-all-alike = all weights (“{ $column }”) are equal, and were not in wave { $wave }: is the file weighted? Ask for the weights; if it is meant, accept: [{"{"}check: weights_flat, …{"}"}].
validation-the-weights-are-of-another-scale = the weights (“{ $column }”) sum to { $now } (mean { $mean }), against { $before } (mean { $meant }) in wave { $wave }: they are not of one scale, and totals, or waves pooled, do not compare. Ask for the same weights; if it is meant, write under the part weight_total: { $total }.
validation-the-weights-no-longer-hang-on-the-groups = the weights (“{ $column }”) no longer hang on the groups: these explained { $before } of them in wave { $wave }, and { $now } here, as if the column were shifted by some rows. Compare it with the supplier’s original, or accept (accept: [{"{"}check: weights_shifted, …{"}"}]).
validation-the-weights-sum-to-the-definition = the weights (“{ $column }”) sum to { $found }; the definition announces { $rule }.
validation-the-weights-take-values-only-all-whole = the weights (“{ $column }”) take { $values } values only, all whole, from { $low } to { $high }: are they codes? If another column is the weight, write design: {"{"}weight: …{"}"}; if these are weights, accept: [{"{"}check: weight_of_codes, …{"}"}].
validation-this-page-holds-numbers-proportions-and = This page holds numbers, proportions and places in the file only: no answer and no identifier. A working document, not to be published.
validation-two-codes-exchanged = Two codes exchanged
validation-unique-identifiers = Unique identifiers
validation-validate-cannot-be-an-earlier-wave-of-it = validate: { $theirs } cannot be an earlier wave of { $mine }: it is another survey or part.
validation-validate-stage-is-unknown-give-delivered = validate: stage '{ $stage }' is unknown; give 'delivered' or 'weighted'.
validation-validate-this-wave-was-made-from-a-data = validate: this wave was made from a data frame, without a survey definition; there is nothing to hold it to. Read it with read_wave, or pass `survey=` to Wave.
validation-validate-wave-of-is-not-earlier-than = validate: wave { $other_id } of { $survey_id } is not earlier than { $wave_id }.
validation-validation-findings = Validation findings
validation-value-labels = Value labels
validation-value-labels-swapped = Value labels swapped
validation-warning = Warning
validation-warnings = Warnings
validation-was-left-without-an-answer-by-of-those = “{ $column }” was left without an answer by { $share } of those it was put to ({ $count }).
validation-was-not-put-to-of-the-respondents-but = “{ $column }” was not put to { $share } of the respondents ({ $count }), but the definition does not say to whom it was (base:).
validation-was-put-by-the-answers-to = { $codes ->
       [none] “{ $column }” was not put to people who are exactly those of small groups by “{ $lead }”: its base would tell how many they are. Merge these groups, or leave the question out of this wave (waves:).
       *[other] “{ $column }” was not put to people whose answers to “{ $lead }” set them apart, and the definition does not say so: its base would tell how many they are. Declare it (base: {"{"}question: { $lead }, codes: [{ $codes }]{"}"}); this finding cannot be accepted.
    }
validation-was-put-to-of-the-respondents-in-its = “{ $column }” was put to { $now } of the respondents in its declared base, against { $before } in wave { $wave }, and no break is declared.
validation-wave = Wave
validation-weighted-data-bf62 = Weighted data
validation-weighted-data-f834 = weighted data
validation-weights-all-alike = Weights all alike
validation-weights-and-not-codes = Weights, and not codes
validation-weights-in-each-wave-or-in-none = Weights in each wave or in none
validation-weights-positive = Weights positive
validation-weights-present = Weights present
validation-weights-that-go-with-no-group = Weights that go with no group
