# padai, survey

survey-a-block-of-the-kind-drivers-names = a block of the kind 'drivers' names questions, net and by
survey-a-block-of-the-kind-tiles-names = a block of the kind 'tiles' names questions, and one breakdown in `by`
survey-a-colon-is-missing-after-a-key = a colon is missing after a key
survey-a-comma-or-a-closing-brace-is-missing = a comma or a closing brace is missing
survey-a-comma-or-a-closing-bracket-is-missing = a comma or a closing bracket is missing
survey-a-correction-is-a-new-version-the-first = a correction is a new version: the first one cannot be `corrected`
survey-a-date-is-expected-here-yyyy-mm-dd = a date is expected here: YYYY-MM-DD
survey-a-finite-number-is-expected-here = a finite number is expected here
survey-a-folder-holds-a-or-a-never-both-make = a folder holds a { $panel } or a { $consultation }, never both. Make two surveys of them.
survey-a-key-must-be-plain-text-put-it-in = a key must be plain text. Put it in quotation marks.
survey-a-key-was-expected-here-check-the = a key was expected here: check the indentation of the line
survey-a-line = {"  "}{ $said }
survey-a-list-is-expected-here = a list is expected here
survey-a-list-is-not-allowed-here = a list is not allowed here
survey-a-mean-stands-beside-a-mean-only = a mean stands beside a mean only
survey-a-measure-needs-question-with-options = a measure needs `question` with `options`, `role`, `questions` or `general`
survey-a-number-is-expected-here = a number is expected here
survey-a-number-of-more-than-digits-or-beyond = a number of more than { $max_digits } digits, or beyond what is counted. Correct it; if it is an identifier, put it in quotation marks.
survey-a-panel-is-not-rounded = survey.yaml: `rounding:` does not reach a panel, whose members are told as so many out of so many. Take `rounding:` out of `confidentiality:`; what must not be told of a few is marked `sensitive: true`.
survey-a-question-by-several-conditions-and-a-sensitive-one = { $file }: question '{ $name }' is put to people by several conditions, and one of them is an answer to the sensitive question '{ $lead }': its base would tell how few gave it. Take '{ $name }' out of `questions:`.
survey-a-question-has-the-same-id = a question has the same id
survey-a-question-of-type-needs-a-scale-with = a question of type '{ $type }' needs a scale with codes
survey-a-question-of-type-takes-no-scale = a question of type '{ $type }' takes no scale
survey-a-question-tells-what-a-quota-keeps = { $file }: the quota '{ $quota }' is sensitive, and the answers to question '{ $name }' would tell the small groups that it merges. In questionnaire.yaml, give '{ $name }' `sensitive: true`.
survey-a-quotation-mark-is-not-closed = a quotation mark is not closed
survey-a-source-names-one-of-finding = a source names one of `finding`, `recommendation`, `theme`
survey-a-text-is-expected-here = a text is expected here
survey-a-text-of-letters-a-definition-holds-at = a text of { $letters } letters; a definition holds at most { $most } in one place. Shorten it.
survey-a-text-says-its-language-write-en-or-the = a text says its language: write {"{"}en: { $shown }{"}"}, or the tag of another
survey-a-value-is-missing-here = a value is missing here
survey-a-weighting-rule-names-no-margin = `{ $rule }` names the margin '{ $margin }', which is none of this weighting: the rule would do nothing. There are: { $known }.
survey-a-whole-number-is-expected-here = a whole number is expected here
survey-a-withdrawn-release-needs-withdrawn = a withdrawn release needs `withdrawn: confidentiality` or `withdrawn: error`, `withdrawn_on: <date>` and a `reason`
survey-all = All
survey-an-english-version-needs-en-basis = an English version needs `en: {"{"}basis, approved_by, date{"}"}`
survey-an-index-has-no-score-of = `scores:` gives none to an answer of '{ $item }' ({ $codes }): whoever gave it would be left out, and 0 to 100 would be taken from the others. Write the score of every answer; what is no answer belongs under `missing:`.
survey-an-index-needs-items-or-more-each-once = an index needs { $least_items } items or more, each once; { $count_items } are named: the reliability of fewer cannot be estimated
survey-anchors-and-aliases-are-not-allowed = anchors (&) and aliases (*) are not allowed; write the content out, or name a shared scale.
survey-and-other-faults = {"  "}and { $n } more
survey-answered-in-is-of-open-questions = `answered_in:` is the language of the answers of an open question (`type: open`); this one is of type '{ $type }'. Take the line out.
survey-at-least = at least { $ge }
survey-at-least-must-be-given = at least { $min_length } must be given
survey-at-most = at most { $le }
survey-at-most-are-allowed = at most { $max_length } are allowed
survey-before-and-after-are-the-same-wave = { $panel }: `before` and `after` are the same wave
survey-benchmark-a-percentage-lies-between-0 = benchmark '{ $id }': a percentage lies between 0 and 100
survey-benchmark-give-value-or-absent-with-the = benchmark '{ $id }': give `value:`, or `absent:` with the reason, and not both
survey-benchmark-has-no-source-no-figure-stands = benchmark '{ $data }' has no `source:`; no figure stands without one
survey-benchmark-its-source-has-no-date = benchmark '{ $id }': its source has no `date:`
survey-benchmarks-given-twice = benchmarks given twice: { $names }
survey-bounds-do-not-go-with-method-leave-them = `bounds` do not go with `method: { $method }`: leave them out, or rake
survey-bounds-must-have-0-lower-1-upper-they = `bounds: [{ $low }, { $high }]` must have 0 <= lower < 1 < upper: they bound the final weight over the design weight scaled to the targets' total
survey-breakdown = breakdown
survey-breakdown-and-group-do-not-go-together = breakdown '{ $breakdown }' and group '{ $group }' do not go together; name both, or neither for the total
survey-breakdown-has-no-tiles-which-say-where = breakdown '{ $name }' has no `tiles:`, which say where its groups stand
survey-breakdown-is-not-in-report-breakdowns-no = breakdown '{ $areas }' is not in `report_breakdowns`: no direct figure of it passes the gate
survey-breakdown-is-not-in-report-breakdowns-so = breakdown '{ $name }' is not in `report_breakdowns`, so nothing is known of it
survey-calendar-goes-from-the-next-release-to = `calendar:` goes from the next release to the last one, each date once
survey-changes-a-question-that-follows-a-sensitive-one = { $file }: `changes:` names question '{ $name }', which is put to people by their answer to the sensitive question '{ $lead }': how many were asked would tell how few gave it. Take '{ $name }' out of `changes:`, or put it to everybody.
survey-changes-a-sensitive-question-twice = { $file }: question '{ $name }' is sensitive and stands more than once in `changes:`. Two tables of how the same people moved would tell, side by side, how few gave an answer. Keep one of them.
survey-changes-names-question-which-is-not = { $panel }: `changes` names question '{ $question_id }', which is not there
survey-changes-question-has-no-net-or-code = { $panel }: `changes`: question '{ $question_id }' has no net or code '{ $net }'
survey-choose = choose { $expected }
survey-coders-and-settled-must-be-different = `coders` and `settled` must be different names
survey-codes-given-twice = codes given twice: { $twice }
survey-collapse-names-no-cell = `collapse:` names the cell '{ $cell }', which margin '{ $margin }' has no target for. There are: { $known }.
survey-correct-the-definition = Correct the definition.
survey-deposit-breakdown-is-sensitive = breakdown '{ $name }' rests on the sensitive question '{ $question }': a file would give the small cells that tables withhold. Take it out of `deposit.profile`
survey-deposit-named-twice = deposit: named twice: { $twice }
survey-deposit-question-is-routed-by-a-sensitive = question '{ $name }' is asked only by the answers to the sensitive question '{ $question }': who was asked would tell them. Take it out of `deposit.questions`
survey-deposit-question-is-sensitive = question '{ $name }' is sensitive: a file would give the small cells that tables withhold. Take it out of `deposit.questions`
survey-design-joint-and-its-file = pps: joint and joint_probabilities: go together. Write joint_probabilities: {"{"}file: pairs.csv{"}"} beside pps: joint, or leave both out.
survey-design-joint-needs-names = pps: joint finds the units of its file by their names: give psu:, or id: where each respondent is a unit.
survey-design-mean-square-alone = `mean_square:` is of `pps: hartley-rao` only. Remove it, or write the other.
survey-design-mean-square-by-stratum = `mean_square:` is given by stratum, and the design has no `stratum:`. Write one number, or name the column.
survey-did-you-mean = { $absent }; did you mean '{ $close }'?
survey-en-name-said = { $kind ->
       [question] question
       [breakdown] breakdown
       [tiles] tiles of
       [index] index
      *[bridge] bridge of
    } '{ $name }': { $said }
survey-entries-given-twice = entries given twice: { $names }
survey-entry = entry '{ $id }': { $problem }
survey-entry-gives-no-reason-every-reply-needs = entry '{ $name }' gives no `reason:`; every reply needs one
survey-entry-replies-after-the-date-of-the = entry '{ $late }' replies after { $date }, the `date:` of the register; set the register's date to the day on which it was last brought up to date
survey-entry-the-reply-has-no-date = entry '{ $name }': the reply has no `date:`
survey-event-has-no-source = the event of { $date } has no `source:`; say where anyone can read it, for example `source: {"{"}en: Official gazette{"}"}`
survey-event-has-no-words-in = the event of { $date } has no `{ $name }:` in { $tags }; write it in each language of `languages:`
survey-event-is-before-the-series = the event of { $date } comes before the series, which starts with the fieldwork of wave '{ $wave }' on { $start }; correct its date or remove it
survey-event-is-given-twice = the event of { $date } is given twice with the same text; remove one
survey-event-is-in-the-future-of-the-series = the event of { $date } is in the future of the series, which ends with the fieldwork of wave '{ $wave }' on { $end }; correct its date, or add it with the wave that follows it
survey-fault-at = {"  "}{ $place }: { $said }
survey-fault-found = { $said }; found: '{ $written }'
survey-fault-named = {"  "}{ $place }: { $name }: { $said }
survey-fault-s = { $count_faults ->
       [one] { $count_faults } fault
       *[other] { $count_faults } faults
    }.{"\u000A"}{ $lines }{"\u000A"}{ $todo }
survey-fewer-than-respondents = , fewer than its { $n } respondents
survey-fieldwork-ends-before-it-starts = fieldwork ends on { $end }, before it starts on { $start }; correct `start:` or `end:`
survey-file-values-of-gives-the-value-to-two = `file_values` of { $wave } gives the value { $twice } to two codes
survey-file-values-of-names-codes-that-the = `file_values` of { $wave } names codes that the scale lacks: { $listed }
survey-french-is-required-french-required-true = French is required (`french_required: true`): `languages` must list fr
survey-give-dispositions-or-invited-started = give `dispositions`, or invited, started, completed and excluded, not both
survey-give-either-question-with-codes-or-all = give either `question` with `codes`, or `all`, or `any`
survey-give-its-folder = '{ $path }' is a file. Give the survey's folder: '{ $folder }'.
survey-group-has-no-codes-and-no-range = group '{ $group_id }' has no codes and no range
survey-group-limits-are-the-wrong-way-round = breakdown '{ $breakdown }', group '{ $group }': `min: { $low }` is over `max: { $high }`, so that the group holds nobody; write `min: { $high }, max: { $low }`
survey-group-max-is-smaller-than-min = group '{ $id }': `max` is smaller than `min`
survey-has-no-target-for-margin-of-part-add-its = { $path_name } has no target for margin '{ $margin_id }' of part '{ $part }'. Add its rows, or take the margin out of `weighting.margins`.
survey-has-no-words-in-this-language = '{ $key }' has no words in this language
survey-headline-net-is-no-net-or-code-of-this = headline_net '{ $headline_net }' is no net or code of this question
survey-headline-net-mean-of-codes-without-scores =
    headline_net 'mean' is no figure of this question: { $type ->
        [multiple] it has several answers, and no mean.
       *[other] its codes have no `score:`. Give each of them one,
    } { $type ->
        [multiple] Write
       *[other] or write
    } `headline_net: "{ $first }"`, or another net or code of it
survey-inventory-categories-named-twice = inventory categories named twice: { $names }
survey-is-a-project-give-its-survey = '{ $path }' holds surveys and is none: give the survey's folder, { $near }.
survey-is-for-model-people-a-model-of-areas = `{ $of_people }` is for `model: people`; a model of areas takes `covariates`
survey-is-larger-than-mb-a-definition-is-not = { $path_name } is larger than { $limit } MB; a definition is not.
survey-is-no-csv-inside-the-surveys-folder = '{ $value }' is no CSV inside the survey's folder: write targets/regions.csv
survey-is-no-wave-there-are = { $panel }: `{ $name }: { $wave }` is no wave; there are: { $waves }
survey-is-not-a-csv-in-utf-8-save-it-again-as = { $path_name } is not a CSV in UTF-8. Save it again as CSV UTF-8.
survey-is-not-an-address-that-a-page-may-lead = '{ $value }' is not an address that a page may lead to: it starts with https:// and has no spaces or accents
survey-is-not-utf-8-text-byte-save-it-as-utf-8 = { $path_name } is not UTF-8 text (byte { $start }). Save it as UTF-8.
survey-is-the-tag-of-no-language-write-one-of = '{ $tag }' is the tag of no language; write one of two letters, such as es, or es-CL
survey-it-is-due-on-before-its-reply-of = it is due on { $due }, before its reply of { $date }
survey-its-states-are-not-in-the-order-of-their = its states are not in the order of their dates, from the reply on
survey-keys-and-their-values-are-expected-here = keys and their values are expected here
survey-labelled-there-are-no-words-in-language = labelled: there are no words in language { $lang }; there are: { $known }.
survey-lacks-the-columns-add-them = { $path_name } lacks the columns { $names }. Add them.
survey-languages-names-one-of-them-twice = `languages` names one of them twice
survey-learned-names-which-results-does-not = `learned` names '{ $lacking }', which `results:` does not word
survey-less-than = less than { $lt }
survey-lines-are-indented-with-spaces-never = lines are indented with spaces, never with tabs
survey-longitudinal-replicates-are-of-a = `longitudinal_replicates` are of a longitudinal weight, and none is named: add `longitudinal_weight:`
survey-margin-cell-the-target-must-be-a-1904 = margin '{ $margin }', cell '{ $name }': the target must be a positive number. Merge an empty cell with a neighbour by a `collapse:` rule, or leave its rows out.
survey-margin-cell-the-target-must-be-a-6451 = margin '{ $margin_id }', cell '{ $cell }': the target must be a positive number. Merge an empty cell with a neighbour by a `collapse:` rule.
survey-margin-gives-cell-twice-keep-one-ab77 = margin '{ $margin }' gives cell '{ $name }' twice. Keep one.
survey-margin-gives-cell-twice-keep-one-f318 = margin '{ $margin_id }' gives cell '{ $cell }' twice. Keep one.
survey-margin-has-no-cells = margin '{ $margin }' has no cells.
survey-margin-has-the-status-write-given = margin '{ $margin_id }' has the status { $found }; write given, interpolated or approximation.
survey-margin-is-given-twice-keep-one = margin '{ $margin }' is given twice. Keep one.
survey-margin-sums-to-which-is-neither-shares = margin '{ $margin }' sums to { $total }, which is neither shares nor counts: shares sum to 1 (or 100), counts are those of a whole population{ $fewer }. Correct its targets, or add the cell that is missing.
survey-marks-are-one-value = marks: gives one value, { $value }, to an option that was chosen and to one that was not. Write both: marks: {"{"}default: {"{"}chosen: 1, not_chosen: 2{"}"}{"}"}.
survey-marks-of-a-question-of-type = marks: is of multiple-response questions only; this one is of type { $type }. Take the line away, or write type: multiple.
survey-marks-that-are-missing = marks: gives an option the value { $value }, which is a missing code of the question. Take it from marks: or from missing:.
survey-mean = Mean
survey-method-logit-needs-finite-bounds-lower = `method: logit` needs finite `bounds: [lower, upper]` around 1
survey-model-another-population = the reference of wave { $wave } is not, word for word, of the part’s population; write the same `population`, or say how it differs: other_population: {"{"}en: ...{"}"}
survey-model-another-year = wave { $wave } is of { $year }, its reference of { $of }; give a reference of the same year, or say why this one serves: other_year: {"{"}en: ...{"}"}
survey-model-date-has-no-year = the date { $value } does not begin with a year; write 2024, or 2024-05-11
survey-model-file-or-totals = a reference is a sample (`file`) or totals (`totals`); give one of the two
survey-model-is-of-a-sample = `{ $name }` is of a sample, and the reference is totals; take `{ $name }` out, or give `file`
survey-model-item-has-no-model =
    { $why ->
        [model_sensitive] the question { $name } is sensitive: a second figure of the same answers would tell too much; take it out of `items`
        [model_put_to_some] the question { $name } is put to some of the respondents only, and the reference speaks of everyone; take it out of `items`
        [model_no_number] the question { $name } has no scores of which a mean could be made; name a net in `net`
       *[other] the question { $name } does not take one answer among codes; take it out of `items`
    }
survey-model-item-is-a-variable = the question { $name } is a variable of the model: the reference fixes it, and nothing of it is estimated; take it out of `variables`, or of `items`
survey-model-leans-on-nothing = no quota wave has a reference; name some in `waves` of `references`: { $waves }
survey-model-names-a-variable-twice = `variables` names a variable twice; name it once
survey-model-never-of-this-sample =
    { $kind ->
        [open] wave { $wave } is an open consultation: its figures are of the people who took part, and no model makes a population of them; take `participation_model` out
       *[other] wave { $wave } is a citizens’ panel: its figures are of the people who take part, and no model makes a population of them; take `participation_model` out
    }
survey-model-no-joint-probabilities = a reference takes no `pps: joint`, whose pairs need one more file; take `pps: brewer` or `overton`
survey-model-no-such-variable = { $name } is no variable of the model; there are { $known }
survey-model-of-a-probability-sample = every wave is a probability sample: its weights already say who the population is, and a participation model adds its assumptions alone; take `participation_model` out, or declare sample_type: quota
survey-model-replicates-and-size = `size` scales the weights anew, and replicate weights would not follow; take `size` out, and give weights that add up to the population
survey-model-sample-without-weight = the reference sample has no weight; give design: {"{"}weight: ...{"}"}, or `size` where each counts for as many
survey-model-size-is-no-number = `size` is the number of people of the population; write a finite number
survey-model-two-references-of-a-wave = two references name the same wave in `waves`; leave it to one
survey-model-two-references-of-every-wave = two references have no `waves`, and would serve the same ones; name the waves of each
survey-model-variable-is-sensitive = the variable { $name } is made of a sensitive question, and the report is not broken down by it: nothing says whether its cells may be shown; name its breakdown in report_breakdowns, or take it out of `variables`
survey-model-variable-of-several-answers = the question { $name } does not take one answer among codes: the model cannot read it; take it out of `variables`
survey-model-variable-of-some = the variable { $name } is asked of some of the respondents only; the model reads variables known of everyone
survey-more-than = more than { $gt }
survey-names-no = there is no { $kind ->
       [net-or-code] net or code
      *[other] { $kind }
    } '{ $name }'
survey-names-there-are = { $absent }; there are { $more ->
       [0] { $known }
      *[other] { $known } and { $more } others
    }
survey-nested-more-than-levels-deep-bring-it-up = nested more than { $max_depth } levels deep. Bring it up.
survey-net-uses-codes-that-the-scale-lacks = net '{ $net_id }' uses codes that the scale lacks: { $codes }
survey-no-file-of-records-beside = deposit: no file of records is made beside { $file }: those who took part are few or known to one another, and only counts of them go out. Take `deposit:` out of survey.yaml
survey-no-place-for = no place for { $lacking }
survey-no-text-may-begin-with-this-character = no text may begin with this character: put it in quotation marks
survey-nothing-is-expected-here = nothing is expected here
survey-nothing-says-when-wave-was-in-the-field = nothing says when wave { $id } was in the field. Write in waves/{ $id }.yaml: fieldwork: {"{"}start: 2025-01-13, end: 2025-02-02{"}"}
survey-part-of-wave = part of wave { $wave_id }
survey-part-randomised-with-names-which-is-no = part '{ $name }': `randomised_with` names '{ $other }', which is no other part of the wave
survey-part-was-allotted-at-random-with-which = part '{ $name }' was allotted at random with '{ $other }', which does not say so of '{ $name }': people are allotted between the two, so both say it
survey-place-said = { $place }: { $said }
survey-plain-result-its-sentence-needs-once = plain result '{ $id }': its sentence needs { $share } once
survey-points-lowest-highest-has-from-2-to = `points: [lowest, highest]` has from 2 to { $most_points } points
survey-population-of-shares-are-0-or-more-not = population of '{ $breakdown }': shares are 0 or more, not all 0
survey-quality-combination-is-of-two-answers = a combination is of several answers: write all: [one condition, another]
survey-quality-conditions-without-signal = `{ $name }` has conditions and `signals` does not name it; add it to `signals`, or take the conditions out
survey-quality-consent-needs-several = `consent` needs { $least } statements or more, of which some say the opposite of others
survey-quality-names-a-signal-twice = `signals` names a signal twice; name it once
survey-quality-signal-has-no-conditions = the signal { $name } has no conditions; give `{ $name }:`, or take it out of `signals`
survey-quality-speed-needs-a-role = the signal speed needs the length of the interview; give roles: {"{"}duration: [question]{"}"}, or take it out of `signals`
survey-question = question
survey-question-and-options-go-together-one = `question` and `options` go together: one multiple-response question, and its option for each category
survey-question-has-no-headline-net-that-is-a = question '{ $name }' has no `headline_net` that is a share: the model estimates a share
survey-question-has-no-net-or-code = question '{ $question_id }' has no net or code '{ $net }'
survey-question-has-no-option-category-it-has = question '{ $question_id }' has no option '{ $option }' (category '{ $category }'); it has: { $listed }
survey-question-is-a-weighting-margin-it-can = question '{ $question }' is a weighting margin ({ $wave }, { $name }): it can validate nothing
survey-question-is-defined-twice-rename-or = question '{ $entry_id }' is defined twice. Rename or remove one.
survey-question-is-in-two-rotations = question '{ $name }' is in two modules, '{ $one }' and '{ $two }'; keep it in one
survey-question-is-not-a-multiple-response-one = question '{ $question_id }' is not a multiple-response one: a question a category goes under `questions:`
survey-question-is-not-of-type = { $consultation }: question '{ $name }' is not of type { $wanted }
survey-question-is-of-type-a-number-or-an-open = question '{ $name }' is of type { $question_type }: a number or an open answer may point to a person; name a breakdown under `profile` instead
survey-question-is-of-type-without-codes-to = question '{ $question_id }' is of type { $question_type }, without codes to make groups of; write groups: {"{"}young: {"{"}label: {"{"}…{"}"}, min: 18, max: 34{"}}"}, or give it a scale
survey-question-is-sensitive-its-shares-by-area = question '{ $name }' is sensitive: its shares by area are not modelled
survey-question-names-the-scale-which-is-not = question '{ $entry_id }' names the scale '{ $scale }', which is not defined. Scales: { $known }.
survey-question-reads-a-sensitive-column = question '{ $question }' is read from column '{ $column }' ({ $wave }), as is '{ $other }', which is sensitive; give it `sensitive: true`, or another column
survey-questions-names-one-of-them-twice = `questions` names one of them twice
survey-quota-an-over-selected-group-needs-a = quota '{ $id }': an over-selected group needs a `reason:`
survey-quota-the-populations-shares-are-all = quota '{ $id }': the population's shares are all zero
survey-ratio = Ratio
survey-recommendation = recommendation
survey-recommendation-has-no-vote-at-all = { $panel }: recommendation '{ $found_id }' has no vote at all
survey-recommendation-was-voted-at-session = { $panel }: recommendation '{ $found_id }' was voted at session '{ $session }', which is not there; there are: { $known }
survey-register-of-is-for-a-panel-or-a = `register_of:` is for a panel or a consultation; the register of a tracker is its own decisions.yaml
survey-replicate-weights-give-prefix-or-columns = replicate weights: give `prefix` or `columns`, one of the two
survey-replicate-weights-of-kind-jkn-need = replicate weights of kind 'jkn' need `rscales`, (n_h - 1)/n_h of each replicate
survey-replicate-weights-of-kind-other-need-the = replicate weights of kind 'other' need the `scale` that the file's documentation gives
survey-reports-are-pages-first-formats-must = reports are pages first: `formats` must list html
survey-reverse-names-which-is-not-among-the = `reverse` names '{ $strange }', which is not among the items
survey-rho-goes-with-over-ar1-of-a-model-of = `rho` goes with `over: ar1` of a model of areas: declare both, such as rho: 0.5
survey-role-questions-and-general-need-net = `role`, `questions` and `general` need `net`: which answer counts
survey-rotation-has-the-id-of-something-else = module '{ $id }' of `rotations:` has the id of a question or of a scale; give it another
survey-rotation-names-no-question = module '{ $id }' names '{ $name }', which is no question
survey-rotation-names-no-wave = module '{ $id }' names wave '{ $name }', which is not in `waves:` ({ $known })
survey-sensitive-answers-are-told-under-another-name = { $count ->
       [one] { $count } question
       *[other] { $count } questions
    } would tell the answers to a sensitive question under another name:
survey-session = session
survey-session-does-not-come-after-session = { $panel }: session '{ $later_id }' does not come after session '{ $earlier_id }'
survey-several-coders-need-settled-whose-rows = several coders need `settled:`, whose rows decide what two coded
survey-stands-there-twice = { $listed } stands there twice
survey-survey-yaml-lists-the-wave-but-waves = survey.yaml lists the wave '{ $wave_id }', but waves/{ $wave_id }.yaml is missing. Write that file (padai add-wave does), or take the wave out of `waves:`.
survey-targets-come-from-a-mapping = Targets are made of a mapping by padai.Targets.from_mapping({"{"}'sex': {"{"}'F': 0.51, 'M': 0.49{"}}"}); padai.rake takes the mapping itself.
survey-text-s-of-lack-a-language-that-languages = { $count_lacking ->
       [one] { $count_lacking } text of { $path_name } lacks
       *[other] { $count_lacking } texts of { $path_name } lack
    } a language that `languages:` lists ({ $listed }): { $places }.
survey-the-answers-of-have-no-scores-write-them = the answers of '{ $item }' have no scores; write them under `scores:`
survey-the-backslash-of-a-text-in-double = the backslash of a text in double quotation marks is not allowed here
survey-the-dash-of-a-list-was-expected-here = the dash of a list was expected here
survey-the-definition-file-is-missing-from = The definition file { $path_name } is missing from { $folder }/.
survey-the-definition-has-fault-s = the definition has { $count ->
       [one] { $count } fault
       *[other] { $count } faults
    }.
survey-the-definition-names-thing-s-that-it = the definition names { $count ->
       [one] { $count } thing
       *[other] { $count } things
    } that it lacks.
survey-the-definition-names-thing-s-that-the = the definition names { $count ->
       [one] { $count } thing
       *[other] { $count } things
    } that the model cannot use.
survey-the-deposit-names-thing-s-that-may-not = the deposit names { $count ->
       [one] { $count } thing
       *[other] { $count } things
    } that may not go into it.
survey-the-draw-of-was-announced-on-after-it = the draw of { $date } was announced on { $date_2 }, after it
survey-the-file-holds-a-control-character = the file holds a control character
survey-the-file-is-not-in-the-surveys-folder = the file { $file } is not in the survey's folder
survey-the-finding-needs-wave-the-edition-it-is = the finding '{ $finding }' needs `wave:`, the edition it is of
survey-the-interaction-is-not-of-two-variables = the interaction '{ $pair }' is not of two variables: write region*sex
survey-the-is-given-twice-each-id-is-stable-and = the { $kind } '{ $found }' is given twice; each id is stable and stands once
survey-the-key-is-given-twice-keep-one = the key '{ $key }' is given twice; keep one.
survey-the-line-cannot-be-read = the line cannot be read
survey-the-longitudinal-weight-has-no = the longitudinal weight '{ $longitudinal_weight }' has no replicates, and the design has: without its own, its standard errors would take respondents for independent. Add `longitudinal_replicates: {"{"}kind: ..., prefix: ...{"}"}`
survey-the-needs-survey-where-it-comes-from = the { $kind } '{ $id }' needs `survey:`, where it comes from
survey-the-part-declares-no-weighting-margins = the part declares no weighting margins, so it has no targets.
survey-the-population-of-and-its-groups-do-not = { $consultation }: the population of '{ $name }' and its groups do not match: { $odd }
survey-the-status-withdrawn-and-a-withdrawal-go = the status `withdrawn` and a `withdrawal` go together
survey-the-tag-is-not-allowed-take-it-out = the tag { $tag } is not allowed. Take it out.
survey-the-targets-do-not-add-up-margin-sums-to-b0bf = the targets do not add up: margin '{ $margin }' sums to { $mine } and margin '{ $margin_2 }' to { $theirs }. Give shares, or counts of one population.
survey-the-targets-do-not-add-up-margin-sums-to-b664 = the targets do not add up: margin '{ $first_id }' sums to { $total } and margin '{ $other_id }' to { $total_2 }. Correct the file so that every margin has the same total.
survey-the-targets-file-is-missing-from = the targets file { $path_name } is missing from { $parent_name }/.
survey-the-text-holds-a-sign-that-no-reader = the text holds { $sign }, a sign that no reader sees and that changes what is read. Take it out.
survey-the-text-is-in-which-languages-does-not = the text { $name } is in '{ $tag }', which `languages` does not list; list it, or correct the tag
survey-theme = theme
survey-there-are = {" "}There are: { $known }.
survey-there-are-no-targets-for-margin-there = There are no targets for margin '{ $margin_id }'; there are: { $known }.
survey-there-is-a-colon-too-many-or-a-text-that = there is a colon too many, or a text that holds one is not in quotation marks
survey-there-is-no = there is no { $kind } '{ $wanted }'.{ $hint }
survey-there-is-no-breakdown = { $consultation }: there is no breakdown '{ $name }'
survey-there-is-no-category = there is no category '{ $category }'
survey-there-is-no-key-result = there is no key result '{ $result_id }'
survey-there-is-no-question-223e = { $consultation }: there is no question '{ $name }'
survey-there-is-no-question-d359 = there is no question '{ $question }'
survey-there-is-no-question-de64 = there is no question '{ $question_id }'
survey-there-is-no-role = there is no role '{ $role }'
survey-there-is-no-survey-folder-give-the = There is no survey folder '{ $path }'. Give the folder that holds survey.yaml, or make one with: padai init
survey-there-is-no-survey-folder-near = There is no survey folder '{ $path }'. Did you mean '{ $near }'?
survey-this-is-not-of-the-allowed-form = this is not of the allowed form ({ $pattern })
survey-this-is-not-valid-yaml-correct-the-line = this is not valid YAML: { $said }. Correct the line and try again.
survey-this-key-is-not-known-here-check-its = this key is not known here; check its spelling
survey-this-key-is-required = this key is required
survey-this-text-is-empty-or-too-short = this text is empty or too short
survey-this-text-is-in-no-language-write-fr-or = this text is in no language: write {"{"}fr: …{"}"}, or the tag of another language
survey-this-text-is-too-long = this text is too long
survey-this-value-is-not-allowed-here = this value is not allowed here
survey-tiles-group-stands-outside-of-the-grid = tiles: group '{ $group }' stands outside of the grid
survey-tiles-groups-and-stand-at-the-same-place = tiles: groups '{ $taken }' and '{ $group }' stand at the same place
survey-tiles-the-places-of-group-do-not-touch = tiles: the places of group '{ $group }' do not touch
survey-total = Total
survey-trim-must-have-0-lower-upper-they-are = `trim: [{ $low }, { $high }]` must have 0 <= lower < upper: they are limits of the weights
survey-untargeted-has-a-target = `untargeted:` names the cell '{ $cell }' of margin '{ $margin }', which has a target. Take it out of the one or the other.
survey-version-needs-a-reason = version { $version } needs a `reason`
survey-wave = wave
survey-wave-is-named-twice = `waves:` names wave '{ $wave }' twice; keep one
survey-wave-part-a-part-of-type-has-no-weights = wave { $wave_id }, part '{ $part_id }': a part of type '{ $wanted }' has no weights
survey-wave-part-is-of-sample-type-beside-this = { $file }: wave { $wave_id }, part '{ $part_id }' is of sample type '{ $sample_type }'; beside this file every part is '{ $wanted }', since it is never put together with another type
survey-wave-was-fielded-before-wave-or-at-the = wave '{ $second }' was fielded before wave '{ $first }' or at the same date; list the waves in the order of their fieldwork
survey-waves-yaml-says-id-it-must-be = waves/{ $wave_id }.yaml says id '{ $id }'; it must be '{ $wave_id }'.
survey-what-is-adopted-needs-state = what is adopted needs `state:`
survey-what-is-done-needs-evidence-where-anyone = what is done needs `evidence:`, where anyone can see it
survey-what-is-not-adopted-has-no-state-give = what is not adopted has no `state`; give the reason alone
survey-what-is-still-to-be-done-needs-next-step = what is still to be done needs `next_step:` and its `due:` date
survey-withdrawn-withdrawn-on-and-affected-go = `withdrawn`, `withdrawn_on` and `affected` go with `status: withdrawn`
survey-write-true-or-false = write true or false
