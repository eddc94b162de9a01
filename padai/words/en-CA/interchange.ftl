# padai, interchange

interchange-a-choice-names-the-wave-which-is-none-of = a choice names the wave '{ $unknown }', which is none of { $listed }. Correct it.
interchange-a-cluster-of-an-analysis = a cluster of an analysis, not of the sample
interchange-a-ddi-codebook-file-it-describes-no = a DDI-Codebook file (it describes no variable)
interchange-a-length-of-time = a length of time
interchange-a-limesurvey-structure-file-it-holds-no = a LimeSurvey structure file (it holds no question)
interchange-a-new-column = a new column
interchange-a-new-question = a new question
interchange-a-qualtrics-survey-file = a Qualtrics survey file
interchange-a-qualtrics-survey-file-it-holds-no = a Qualtrics survey file (it holds no question)
interchange-a-replicate-weight = a replicate weight
interchange-a-single-value = a single value
interchange-a-stratum-of-society-not-of-design = a stratum of society, not of design
interchange-a-survey-cannot-be-started-from-give = A survey cannot be started from { $listed }. Give data files that end in { $data }, or one questionnaire that ends in { $forms }.
interchange-a-weight-in-wave = the weight of wave { $wave }
interchange-all-told = { $told }
interchange-already-holds-something-choose-a-new = '{ $folder }' already holds something. Choose a new folder; nothing was written.
interchange-already-holds-which-would-be-overwritten = '{ $target }' already holds { $names }, which would be overwritten. Choose an empty folder; nothing was written.
interchange-among-the-first-columns = among the first columns
interchange-amounts-read = {"  "}{ $column }: amounts (“12 000 $”, “1.234,56”) are read as numbers; to be confirmed in questionnaire.yaml
interchange-an-excel-workbook = an Excel workbook
interchange-an-identifier = an identifier
interchange-an-xml-file = an XML file
interchange-and-more-rejected = and { $rest } more rejected
interchange-anew-added = { $name }: choices added: { $listed }
interchange-anew-by-number = { $name }: its choices have no words in the definition, so they were taken by their numbers, which this questionnaire may have given to others; write the words of earlier waves (codes:), then add the wave anew
interchange-anew-other-order = { $name }: the same choices in another order; their codes stay
interchange-anew-other-words = { $name }: choices in other words, taken for the same: { $listed }
interchange-anew-renamed = { $name } is called { $now } in this questionnaire
interchange-anew-renumbered = { $name }: choices have other numbers in this questionnaire, and are read by their words: { $listed }
interchange-anew-reworded = { $name }: put in other words
interchange-anew-taken-away = { $name }: choices no longer offered: { $listed }
interchange-anew-words-by-hand = the words of { $listed } in this wave are to be written by hand (earlier_wordings:): other languages or modes have words of their own, or other waves come after
interchange-answer-s-are-none-of-the-choices-of-the = { $path_name }, { $name }: { $unknown ->
       [one] { $unknown } answer is
       *[other] { $unknown } answers are
    } none of the choices of the questionnaire. Give the questionnaire that was in the field (its own export of the same date), or leave it out.
interchange-answer-s-each-given-by-fewer-than-people = { $file }, { $name }: { $unknown ->
       [one] { $unknown } answer, given
       *[other] { $unknown } answers, each given
    } by fewer than { $fewest_alike } people, { $unknown ->
       [one] is
       *[other] are
    } none of its choices. Write the choice in questionnaire.yaml, under the codes of '{ $name }', with its words as the export has them; then try again.
interchange-became = '{ $before }' became '{ $name }'
interchange-blank-in-rows-2881 = blank in { $share } rows
interchange-blank-in-rows-90ac = blank in { $blanks } rows
interchange-boxes-alone = {"  "}{ $column }: one answer and blanks, as a box that was ticked leaves them; no question, since all who have a cell gave that answer. To count it, save the boxes of a question as columns numbered after one name (media_1, media_2), with 1 where ticked and 0 where not
interchange-break-on-the-other-side = break '{ $id }' ({ $date }) puts { $wave_id } beside { $side }, but { $questions } are as in { $other }: if the change had come already, or had not come yet, write { $line } for it in survey.yaml
interchange-cannot-be-read-as-it-is-broken-or-was = { $path_name } cannot be read as { $what }: it is broken or was cut short. Export it again.
interchange-cannot-be-written-in-choose-another = { $target_name } cannot be written in '{ $parent }' ({ $why }). Choose another folder.
interchange-chapters = chapters
interchange-choices-added = codes more: { $listed }; the lines add them to the scale. Where their coming changed the other answers, declare a break (breaks:)
interchange-choices-instead = codes more: { $listed }; nobody gives { $gone } any more. If it is the same in other words, write `{ $line }` in the scale in place of these lines; if not, declare a break (breaks:)
interchange-choices-of-are-others = { $count_new } choices of { $seen } are others
interchange-choices-of-one-wave-each = { $name }: { $gone } given in wave { $before } only, { $new } in wave { $after } only. Where it is the same choice in other words, start from { $first } alone, then padai add-wave with { $next }: it gives the line to write, and the code stays
interchange-codes = codes { $listed }
interchange-codes-and-none-left = codes { $listed }; nobody gives { $gone } any more. Where { $name } is { $old } in other words, write `{ $line }` in questionnaire.yaml for its words, and add the wave again: the code stays
interchange-codes-apart = {"  "}{ $column }: the codes { $listed } stand apart from the answers; taken for no answer, to be confirmed in questionnaire.yaml (`missing:`)
interchange-codes-apart-of-many = {"  "}{ $column }: { $code } stands apart from the answers and is in a third of the rows or more; if it says none or never, it is an answer: take it out of `missing:` and give it its value (0) in the file
interchange-codes-in-unknown-words = {"  "}{ $column }: the codes { $listed } stand apart from the answers, in words that no list has; taken for answers. Where they are none, put them under `missing:` in questionnaire.yaml
interchange-codes-of-occupations = codes of occupations
interchange-codes-of-places = codes of places
interchange-codes-whole-numbers = codes: { $distinct } whole numbers
interchange-column-asked = {"  "}{ $column }: { $why }
interchange-columns-gone = columns gone: { $columns }
interchange-comes-first = { $wave_id } ({ $middle }) was in the field before all others: it comes first, and is compared with { $after }
interchange-comparability-3146 = Comparability
interchange-comparability-6ae9 = comparability
interchange-data-not-an-export-that-padai-knows-give = --data { $listed }: not an export that padai knows ({ $known }). Give a file of data with --from, without its questionnaire.
interchange-date-of-birth = date of birth
interchange-date-of-interview = date of interview
interchange-dates = {"  "}dates: { $days } ({ $told })
interchange-dates-column = column { $column }
interchange-dates-day-or-month-first = column { $column }: day or month first? Either fits every row: { $day_first } with the day first, { $month_first } with the month first; write the right one in fieldwork:
interchange-dates-month-or-years = '{ $text }' may be a month or two years
interchange-dates-months-in-name = months in the file’s name
interchange-dates-not-in-export = the export does not tell them
interchange-dates-not-in-form = a form does not tell them
interchange-dates-nothing-tells = nothing tells them
interchange-dates-of-responses-kept = days of the responses kept
interchange-dates-of-some-responses = { $some } of { $all } responses have a day that can be read one way alone; the others have none, or one that may be day or month first: write the fieldwork
interchange-dates-order-of-other-files = column { $column }, { $order ->
    [day_first] day first
   *[month_first] month first
 } as in the other files; either fits this one
interchange-dates-to-come = to be confirmed: { $column } holds days to come, { $days }
interchange-dates-year-in-name = year in the file’s name
interchange-decipher-status = { $file }: an export of Decipher, of which { $count } rows have a `status` other than 3 (qualified and finished) and are counted here. To leave them out, in waves/: exclusions: [{"{"}column: status, values: [1, 2, 4], reason: {"{"}en: …{"}"}{"}"}]
interchange-declares-a-document-type-or-entities = { $path_name } declares a document type or entities, which padai does not read. Export it again without them.
interchange-design-given-twice = --design is given more than once for the same waves, and one alone would count. Write one: { $line }.
interchange-design-is-confirmed = --design: the design of wave { $wave_id } is confirmed already ({ $line }), and nothing of it was changed. For another design, change the line `design:` of waves/{ $wave_id }.yaml.
interchange-design-is-not-understood-write-proposed = --design { $text }: '{ $piece }' is not understood. Write `proposed`, `none`, or a role ({ $roles }) and its column: weight=w,psu=c. A wave's id and a colon may stand before.
interchange-design-names-the-wave-which-is-none-of = --design names the wave '{ $unknown }', which is none of { $listed }. Correct it.
interchange-design-same-has-no-wave-before = --design same: no wave before { $wave_id } has a confirmed design to take. Name the columns, such as --design { $wave_id }:weight=…,stratum=…,psu=…,id=…
interchange-design-same-lacks-name-the-columns = --design same: { $path_name } lacks { $lacking }. Name the columns.
interchange-device-of-a-person = device of a person
interchange-e-mail-address = e-mail address
interchange-each-in-a-single-stratum = each in a single stratum
interchange-english = English
interchange-every-question-changed = { $name } has the columns of the survey, and none of its questions is still the same there:{"\u000A"}{ $reasons }{"\u000A"}If a question is the same in other words: --same { $question } (repeatable). If not, it is another survey: padai init
interchange-exact-place = exact place
interchange-export-beside = { $file }: about the interview, not kept: { $listed }
interchange-export-buddhist-years = { $file }: days of the responses are written in the Buddhist era; { $year } is read as { $common }
interchange-export-of-codes = { $file }: answers in codes, without words: { $listed }. They are read as the definition has them; if the questionnaire has reworded or renumbered a choice since, the file cannot tell: declare it (breaks: or file_values:)
interchange-export-personal = { $file }: personal columns, left out: { $listed }
interchange-export-recognised = { $file }: { $platform } export, { $kept } responses, { $aside } set aside (exclusions:)
interchange-export-unanswered = In the questionnaire, not exported: { $listed }
interchange-export-years-not-read = { $file }: days of the responses are of { $year } or so, when no form was sent, and date nothing: write the fieldwork in waves/
interchange-exports-of-stand-beside-give-the-exports = Exports of { $platform } stand beside { $listed }. Give the exports of one survey, one a wave, and its one questionnaire.
interchange-exports-were-given-a-survey-starts-from = { $count_exports } exports were given; a survey starts from { $max_exports } at most.
interchange-fact-is-one-of = --fact { $text }: { $name } is one of { $listed }.
interchange-fact-is-the-tag-of-no-language-write = --fact { $text }: '{ $tag }' is the tag of no language. Write that of the file's labels, of two letters: --fact language=de
interchange-fact-write-one-of-and-what-it-is-fact = --fact { $text }: write one of { $known }, =, and what it is: --fact mode=phone
interchange-few-written = {"  "}{ $column }: few texts, but some are of fewer than five people and may be somebody’s own words; left as free text (`type: open`). If they are answers, write them in questionnaire.yaml (`type: single`, `codes:`)
interchange-file-about-interview = about the interview
interchange-file-adjusted = Comparisons declared beforehand; their p-values are adjusted together.
interchange-file-base-unfound = some were not asked, and no answer says who: write who was
interchange-file-breakdowns = Guessed from the names of columns
interchange-file-breaks = Why waves may not be compared: a reason with its type, date and scope:
interchange-file-changes = Changes to the definition
interchange-file-codes = code: label; the file’s value if it differs
interchange-file-data-go-here = Data files go here.
interchange-file-data-stay = Answers stay here.
interchange-file-dates = Dates: { $told }
interchange-file-decided = What is decided before the data are read. Replace each “à compléter” (to be completed): computing accepts it, publishing refuses it and lists it.
interchange-file-example = an example to be replaced
interchange-file-families = Families are declared before the data are read:
interchange-file-formats = Each report is a page, a PDF and a Word document; for fewer:
interchange-file-from-a-column = guessed from a column: { $listed }
interchange-file-guessed = guessed
interchange-file-guessed-why = guessed: { $why }
interchange-file-in-data = in data/
interchange-file-in-english-too = To publish in English too:
interchange-file-key-results = Results that every publication shows, whatever the data say.
interchange-file-kinds = kinds guessed
interchange-file-language-of-labels = that of the labels; the first prevails
interchange-file-made-from-files = A definition made from files. What is guessed says so in a comment: read it again.
interchange-file-marks = by the file’s labels
interchange-file-method = Each is a text, or {"{"}status: not_applicable | not_supplied, reason: {"{"}fr: …{"}"}{"}"}.
interchange-file-of-countries = {"  "}{ $file }: the column '{ $column }' ({ $count } values) looks as if it told the country, and the draft takes all countries as one. One alone: rows: {"{"}{ $column }: [{ $first }]{"}"} in waves/; each apart: a part a country, with its rows
interchange-file-of-replicates-alone = { $path_name } holds { $count } replicate weights ({ $prefix }…) and no answers: join it to the wave’s file ({ $other }) by { $key }, then give the joined file. { $command }
interchange-file-order = The questions in the order of the interview, and the scales that they share.
interchange-file-precise = to be made precise
interchange-file-project = The project: this file marks its folder, and every path in it is relative to here.
interchange-file-proposed = proposed
interchange-file-questions = The questions in the order of the files, and the scales that they share.
interchange-file-ranges = ranges to be confirmed
interchange-file-read-by-labels = read by their labels
interchange-file-roles = Roles guessed; checks use them
interchange-file-shared = What two waves share: none, respondent, psu
interchange-file-single-psu = { $n ->
       [one] { $n } stratum
       *[other] { $n } strata
    } with a single psu
interchange-file-small-groups = too few people in a group: `small_groups: merge` here would merge it with the largest
interchange-file-templates = A file put here, for example `en/_opening.qmd`, replaces the template of the same name that padai ships. The folder may stay empty.
interchange-file-to-choose = to be chosen
interchange-file-to-complete = Computing accepts “à compléter” (to be completed); publishing refuses it and lists it.
interchange-file-totals = totals in targets/1.csv
interchange-file-untold = no file tells it: { $listed }
interchange-file-who-was-drawn = How people were drawn: nothing is estimated before a person says so.
interchange-first-sheet-is-empty = { $file }: the first sheet is empty. Put the sheet of the answers first, or save it as CSV UTF-8 and give that file.
interchange-give-at-least-one-file-to-start-from = Give at least one file to start from: --from wave-2025.sav
interchange-give-one-questionnaire-or-data-files-one = Give one questionnaire, or data files (one a wave), not both and not several questionnaires.
interchange-give-the-first-and-the-last-day-of = Give the first and the last day of fieldwork, in this order.
interchange-google-forms = Google Forms
interchange-group-stands-in-others-or-groups-before = group '{ $name }' stands in { $max_groups } others, or groups before it are never ended. Give each `begin group` its `end group`.
interchange-has-a-wave-already-name-this-one-wave-id = { $survey_id } has a wave { $wave_id } already. Name this one: --wave { $name }.
interchange-has-another-label = '{ $column }' has the same scale and another label: “{ $now }”, where it was “{ $then }”. If it is the same question, add "{ $wave_id }" to its waves:
interchange-has-another-label-or-another-scale = '{ $column }' has another label, or another scale
interchange-has-another-scale = '{ $column }' has another scale ({ $why })
interchange-has-columns-a-definition-is-drafted-from = { $name }: { $count } columns are kept, and a definition is drafted from { $max_columns } at most. Keep those that the survey uses: --only "q1*"
interchange-has-columns-and-no-row-ask-for-the-file = { $file } has columns and no row. Ask for the file again.
interchange-has-its-header-rows-and-no-response = { $path_name } ({ $whose }) has its header rows and no response. Export it again.
interchange-has-no-column-of-answers-export-the = { $path_name } ({ $whose }) has no column of answers. Export the answers too.
interchange-has-no-column-that-could-be-a-question = { $file } has no column that could be a question ({ $shown }). Give another file.
interchange-has-no-column-wave-column = { $path_name } has no column '{ $column }' (--wave-column).{ $hint }
interchange-has-no-column-which-tells-the-rows-of-a = { $path_name } has no column '{ $name }', which tells the rows of a wave (`rows:`). Ask for the file with it.
interchange-heads-are-questions = { $file }: { $heads ->
    [one] { $heads } column is headed by a whole question; it has a short name here, and the question is its label
   *[other] { $heads } columns are headed by whole questions; each has a short name here, and the question is its label
}
interchange-holds-no-new-wave-says-which-has-give = { $path_name } holds no new wave: '{ $column }' says { $held }, which { $survey_id } has. Give the file that holds the next one.
interchange-holds-no-question-that-padai-can-draft = { $path_name } holds no question that padai can draft{ $left }. Give another file.
interchange-holds-parts-nested-deeper-than-a = { $path_name } holds parts nested deeper than a questionnaire’s. Export it again.
interchange-holds-questions-a-definition-is-drafted = { $path_name } holds { $count } questions; a definition is drafted from { $max_questions } at most. Take some out.
interchange-holds-several-new-waves-add-them-one-at = { $path_name } holds several new waves ({ $listed }). Add them one at a time, the oldest first: --wave { $wave_of }
interchange-identifier = identifier
interchange-interviewer = interviewer
interchange-ip-address = IP address
interchange-is-a-file-a-project-needs-a-folder = '{ $target }' is a file; a project needs a folder. Choose another name.
interchange-is-a-project-already-it-holds-choose-an = '{ $target }' is a project already: it holds { $project_file }. Choose an empty folder.
interchange-is-a-redcap-data-dictionary-give-the = { $name } is a REDCap data dictionary. Give the answers with it: --from { $name } --data records.csv
interchange-is-again-byte-for-byte-give-each-wave = { $two } is { $one } again, byte for byte. Give each wave once.
interchange-is-an-earlier-wave-again = { $path_name } is wave { $wave_id } again: { $count } of its { $people } rows hold the very answers of a row of that wave, over { $columns } columns. Nothing was written. Where it corrects that wave, put it in the place of its file in data/ and give its checksum in waves/{ $wave_id }.yaml; where the file grows each year, name the column that tells the wave: --wave-column.
interchange-is-dated-like-wave-name-it = { $path_name } is dated { $middle } ({ $told }), like wave { $wave_id } ({ $date }). If its date is wrong, name it by its month: --wave { $later }; its place among the waves is that of its fieldwork.
interchange-is-gone = '{ $column }' is gone
interchange-is-larger-than-an-export-that-padai = { $path_name } is larger than an export that padai reads ({ $size } MB, { $cells } million cells, { $max_export_columns } columns). Export the questions that the survey uses.
interchange-is-larger-than-mb-a-questionnaire-is-not = { $path_name } is larger than { $limit } MB; a questionnaire is not. Export it again.
interchange-is-no-questionnaire = { $path_name } is no questionnaire that padai reads: give the .qsf of Qualtrics, the .lss of LimeSurvey, the XLSForm of KoboToolbox or ODK (.xlsx), or REDCap’s data dictionary (.csv)
interchange-is-no-review-sheet-its-first-row-must = { $path_name } is no review sheet: its first row must read { $head }, as `padai init` wrote it.
interchange-is-no-xlsform-a-workbook-is-read-as-a = { $path_name } is no XLSForm: a workbook is read as a questionnaire, whose sheet 'survey' has the columns type and name. If it holds data, save it as CSV UTF-8 and give that file.
interchange-is-not-a-regular-table-in-utf-8-export = { $path_name } is not a regular table in UTF-8. Export it again.
interchange-is-not-there-yet = '{ $column }' is not there yet
interchange-is-the-file-of-wave-again-byte-for-byte = { $path_name } is the file of wave { $before } again, byte for byte.
interchange-its-values-are-labelled = its values are labelled
interchange-key-findings = Key findings
interchange-kobotoolbox = KoboToolbox
interchange-label-18-34 = 18 to 34
interchange-label-35-54 = 35 to 54
interchange-label-55 = 55 and over
interchange-label-age = Age
interchange-label-age-group = Age group
interchange-label-by-group = By group
interchange-label-confidence = Trust
interchange-label-dont-know = I don’t know
interchange-label-gender = Gender
interchange-label-have-trust = Trust
interchange-label-headline = Main indicators
interchange-label-man = Man
interchange-label-refused = I prefer not to answer
interchange-label-total-trust = Total trust
interchange-label-trend = Total trust, from one wave to the next
interchange-label-trust = Trust
interchange-label-trust-1 = Do not trust at all
interchange-label-trust-2 = Tend not to trust
interchange-label-trust-3 = Tend to trust
interchange-label-trust-4 = Trust completely
interchange-label-woman = Woman
interchange-labels-answers-word-for-word-or-a = { $labelled } labels: answers word for word, or a classification
interchange-labels-in-another-language = the labels of { $file } look to be in another language (“{ $found }”) than the definition’s (“{ $own }”): a question is found by its column and its codes, and “another label” may be no more than a translation. Ask for the file with labels in the definition’s language.
interchange-lacks = lacks { $lacking }
interchange-lacks-the-column-that-parts-the-wave = { $path_name } has no column '{ $column }', which tells the parts of the last wave apart; ask for it, or give one file a part
interchange-limesurvey = LimeSurvey
interchange-marks-read-as-choices = { $file }: the columns { $name }/… hold only 0 and 1, and are read as the choices of one question. Where they are questions, give the form: --from form.xlsx --data { $file }
interchange-methodology-05fa = Methodology
interchange-methodology-8631 = methodology
interchange-microsoft-forms = Microsoft Forms
interchange-missing-added = missing codes more: { $listed }; the lines add them to the scale
interchange-mode-in-person = In person
interchange-mode-mail = By mail
interchange-mode-mixed = Mixed modes
interchange-mode-online = Online
interchange-mode-phone = By phone
interchange-name-of-a-person = name of a person
interchange-names-end-with-the-wave = {"  "}names of columns end with their wave ({ $listed }): without that end they are the same questions, where label and scale agree ({ $questions }); to be confirmed in questionnaire.yaml
interchange-near-mean-one = mean near 1
interchange-nearly-a-value-a-person = nearly a value a person
interchange-negative-answers = {"  "}{ $column }: negative codes that face positive ones, kept as answers; to be confirmed in questionnaire.yaml (`codes:`)
interchange-negative-values = negative values
interchange-no-column-fits = no column fits
interchange-no-column-fits-and-elsewhere = no column fits, though wave { $wave } is weighted
interchange-no-numbers-of-people = no numbers of people
interchange-no-record-is-marked-complete = { $file }: no record is marked complete, so that the mark is not used, and all are kept; to set some aside, write `exclusions:`
interchange-no-replicates-to-make = wave { $wave_id }: --design says how replicate weights were made, and the file has none. Leave out `replicates=`.
interchange-not-a-number = not a number
interchange-note-amounts = amounts read as numbers: thousands parted, or a sign of currency or percent
interchange-note-answer-and-none = DOUBTFUL CODES — an answer and no answer under one label ({ $listed }), kept as an answer: to set it apart, move the code under missing:
interchange-note-answer-or-none = code { $code } is an answer of one wave and no answer of the other
interchange-note-answered-once = { $n ->
       [one] { $n } answer that one person alone gave
       *[other] { $n } answers, each given by one person alone
    }: code { $code }
interchange-note-answers-of-one-wave = answers of one wave only: { $listed }
interchange-note-apart = to be confirmed: apart from the answers
interchange-note-as-before = as before
interchange-note-base = base to be written
interchange-note-base-told = base to be written: { $text }
interchange-note-branches = branches (survey flow)
interchange-note-changed = changed
interchange-note-code-of-other-label = code { $code } is “{ $one }” in one wave and “{ $other }” in the other
interchange-note-codes-absent = codes absent from a wave: { $listed }
interchange-note-codes-apart = DOUBTFUL CODES — { $listed }: apart from the answers, proposed as no answer
interchange-note-codes-unlabelled = codes that the file does not label
interchange-note-constant = constant
interchange-note-date = date
interchange-note-day-of-interview = day of the interview, guessed
interchange-note-design = design
interchange-note-display-logic = display logic
interchange-note-empty = empty
interchange-note-encoded-twice = text encoded twice, mended
interchange-note-few-texts = few texts: taken for codes
interchange-note-few-written = few texts, some of fewer than five people: left as free text; if they are answers, `type: single` and their `codes:`
interchange-note-give-the-form = codes without labels: give the questionnaire
interchange-note-in-wave = { $wave }: { $note }
interchange-note-infinite = infinite values
interchange-note-kept-apart = kept apart from “{ $question }”: { $why }. To link, one question and `columns:`
interchange-note-label = label
interchange-note-label-changed = same name and scale, label changed
interchange-note-label-cut = label cut at { $n } signs?
interchange-note-left-now = unknown to the definition, in words or numbers, left out: { $listed }
interchange-note-left-out = Left out: { $listed }
interchange-note-letters-lost = letters of the label are lost ({ $sign }): correct it here
interchange-note-link = DOUBTFUL LINK — { $said }
interchange-note-mirrored = DOUBTFUL CODES — negative codes that face positive ones, kept as answers
interchange-note-mixed = DOUBTFUL CODES — numbers and words in one column: confirm each code
interchange-note-multiple-set = multiple-response set, guessed
interchange-note-named = named { $name }
interchange-note-new = new
interchange-note-new-numbers = to be written: in wave { $wave_id } the column '{ $column }' holds { $n ->
        [one] { $n } identifier
       *[other] { $n } identifiers
    } of wave { $before }, so people return under new numbers
interchange-note-no-answer = no answer
interchange-note-no-identifier = to be written: no identifier
interchange-note-no-kind = no label tells the kind
interchange-note-no-name = no name
interchange-note-no-value = no value
interchange-note-none-kept = DOUBTFUL CODES — “none of these” under a negative code, kept as an answer
interchange-note-none-returns = no identifier returns
interchange-note-not-kept = not kept
interchange-note-number-and-none = DOUBTFUL CODES — { $listed }: no answer by its label, and the number after the last one given; some answers may bear this code
interchange-note-number-with-a-word = { $count ->
       [one] one answer has a word beside its number, and is
       *[other] { $count } answers have a word beside their number, and are
    } that number
interchange-note-of-role = { $role } — { $said }
interchange-note-one-answer-and-blanks = one answer and blanks, as a box that was ticked leaves them
interchange-note-one-label = codes { $listed } have one label
interchange-note-one-wave = one wave
interchange-note-order = order to be confirmed
interchange-note-other-codes = other codes
interchange-note-other-label = same name, other label
interchange-note-other-options = other options
interchange-note-other-people = { $told }; same sex or age { $share } times in 100
interchange-note-other-tongue = linked by its name and its codes alone: labels of wave { $wave } are in another language
interchange-note-other-type = other type
interchange-note-own-words = the column itself says that people wrote in it: left as free text; if they are answers, `type: single` and their `codes:`
interchange-note-platform-tells-no-return = a platform does not tell who returns
interchange-note-points-unlabelled = numbers without labels, taken for the points of a scale: to be confirmed
interchange-note-read-by-labels = scale read by its labels
interchange-note-renamed = linked by its label: other name
interchange-note-response-number = the response’s number
interchange-note-response-status = how the response ended
interchange-note-rest-not-kept = not kept
interchange-note-returns = { $n ->
       [one] { $n } identifier returns
       *[other] { $n } identifiers return
    }
interchange-note-review = role: question, aside (set apart), weight, stratum, psu, id. Change the column “role”, then: padai init … --review review.xlsx
interchange-note-row-numbers = to be written: the identifiers are row numbers
interchange-note-rows-numbered-in-each-export = the numbers of rows, which begin anew in each export
interchange-note-same-people = to be written: { $told }; are they the same people?
interchange-note-same-psus = { $told }, psus unchanged
interchange-note-same-rows = to be confirmed: stands where an earlier answer sets people apart, and nowhere else
interchange-note-selects = selects or dates
interchange-note-several-choices = several choices a cell: left as free text; give each choice a column of 0 and 1 (`type: multiple`)
interchange-note-to-confirm = to be confirmed
interchange-note-turned = same labels, other codes: the scale turned over (--by-label reads it by its labels)
interchange-note-yes-or-no = TO BE CONFIRMED — { $columns }: yes or no, taken for as many questions; where they are the options of one, a question of `type: multiple` with marks: {"{"}default: {"{"}chosen: 1, not_chosen: 2{"}"}{"}"}
interchange-numbered-anew-in-each-country = numbered anew in each of the { $count } values of { $place }: units of several countries would be one. Make each a part (rows: {"{"}{ $place }: [{ $first }]{"}"} in waves/), and its strata and units are its own
interchange-numbered-in-each-stratum = numbered in each stratum: { $count }
interchange-numbers-and-words = {"  "}{ $column }: numbers and words in one column; each is taken for an answer, to be confirmed in questionnaire.yaml
interchange-numbers-decimals-or-thousands = a point or comma with three digits after it in every number: decimals, or thousands? If decimals, --fact numbers=decimals; if thousands, save the file again without the mark
interchange-numbers-units = numbers homes, the people of a home or places, and is no answer
interchange-numbers-with-a-sign = numbers written with a sign or a space: to be saved as numbers
interchange-numbers-written-as-text = numbers written as text
interchange-odk = ODK
interchange-of-the-sampling-fpc = may be the size of the population that each stratum was drawn from; without it no correction for finite populations is made. If it is, in each wave: design: {"{"}…, fpc: the column{"}"}
interchange-of-the-sampling-pps = may be the chance to be drawn, of people or of units; without it units count as drawn with replacement. If units were drawn by size, in each wave: design: {"{"}…, fpc: the column, pps: brewer{"}"}
interchange-official-number = official number
interchange-one-value-a-row = one value a row
interchange-option-chosen = Chosen
interchange-option-not-chosen = Not chosen
interchange-options-marked-otherwise = the same options, but one that was chosen is marked { $chosen } there
interchange-other-answer = Other answer
interchange-other-answers = “{ $column }” has other answers: { $listed }{ $left ->
        [0] { "" }
       *[other] ; nobody gives { $gone } any more
    }
interchange-overlap-is-to-be-written = What the waves share is { $told }. Until survey.yaml says it, a draft shows the last wave alone: `overlap: none` where each wave asked other people (and `ids: per_wave` where their numbers start anew), `overlap: respondent` where the same ones answered
interchange-overlap-taken = What the waves share: `{ $lines }` ({ $told }); to be confirmed in survey.yaml, since the error of each change rests on it
interchange-own-words = {"  "}{ $column }: a name or label says that people wrote there; left as free text (`type: open`), and none of those texts is in the definition
interchange-part-has-its-own-file = part '{ $part }' of the last wave had a file of its own ({ $file }): it is not in waves/{ $wave_id }.yaml; copy its block there with the name of the new file
interchange-part-has-no-row = { $path_name } has no row for part '{ $part }' ({ $rows }); check the file and the values of `rows:`
interchange-parts-of-an-export-need-a-question = the parts of the last wave are told apart by '{ $column }', which is no question of the definition, so the codes that { $path_name } gives it may be those of another part; declare it in questionnaire.yaml with its codes
interchange-parts-of-one-wave = { $one } and { $two } hold the same identifiers ({ $column }: { $count } of { $of } return) and no question twice: they seem to be parts of one wave. Join them, and give the file that this line writes: { $line }. If they are waves after all, name them: --wave 2024={ $one }
interchange-people-of-one-home = numbers { $distinct } households, of up to { $most } people each: the psu, if households were drawn
interchange-people-of-one-place = numbers { $distinct } places, of several people each: the psu, if people were drawn place by place
interchange-people-under-new-numbers = wave { $wave_id }: the column '{ $column }' holds { $n ->
        [one] { $n } identifier
       *[other] { $n } identifiers
    } of wave { $before }: these people return under new numbers, and overlap: none takes them for others, so errors of changes are too large or too small. Give each person the first number in a column of its own (design: id) in each file, and write overlap: respondent
interchange-perhaps-a-psu = perhaps a psu
interchange-perhaps-a-stratum = perhaps a stratum
interchange-perhaps-a-weight = perhaps a weight
interchange-perhaps-an-identifier = perhaps an identifier
interchange-perhaps-the-weight-of-a-body = perhaps the weight of a body
interchange-place-among-waves-without-dates = { $path_name } is dated { $middle } ({ $told }), and nothing says whether { $waves } came before or after. Give the dates (fieldwork: in the wave’s file), then add it.
interchange-plausible-values = {"  "}{ $column }: plausible values, draws of a score that nobody observed; the error of each alone leaves out how uncertain the score is. Estimate each, then put them together: the mean of the estimates, and the mean of their variances plus (1 + 1/M) times the variance between them
interchange-points-taken = {"  "}{ $column }: numbers without labels, taken for the points of a scale, to be confirmed in questionnaire.yaml (`type: rating`)
interchange-points-to-a-person = points to a person
interchange-possible = { $column }: possible ({ $why })
interchange-postal-code = postal code
interchange-preview-test-or-spam = preview, test or spam
interchange-primary-sampling-unit-psu = primary sampling unit (psu)
interchange-proposed = { $column }: proposed ({ $why })
interchange-qualtrics = Qualtrics
interchange-question-has-choices-a-definition-takes = question '{ $name }' has { NUMBER($choices) } choices; a definition takes { NUMBER($most) } at most. Make it a question whose answer is written, or shorten its list.
interchange-questionnaire-and-results = Questionnaire and results
interchange-questionnaire-without-export = --questionnaire goes with a platform’s export, and { $path_name } is none; a data file’s own labels say what its questions are
interchange-read-by-bytes = {"  "}{ $file }: the character set of its texts is told by their bytes alone; read in { $encoding }. Where accents are wrong, ask for it again in Unicode (Stata 14 and later: unicode translate)
interchange-read-in-encoding = {"  "}{ $file } is not in UTF-8: read in { $encoding }. Where accents are wrong, save it again as CSV UTF-8 and give that file
interchange-reading-a-file-of = Reading { $suffix }
interchange-reading-a-review-sheet = Reading a review sheet
interchange-reading-xlsx = Reading .xlsx
interchange-redcap = REDCap
interchange-redcap-has-several-rows-a-record-events = { $path_name } (REDCap) has several rows a record: events or repeated instruments. Export one event of one instrument as one file, a wave each.
interchange-rejected = { $column }: rejected ({ $why })
interchange-repeated-group-file = { $file } holds a repeated group: several rows a response (_parent_index, PARENT_KEY). Give the file of the form itself, which has one row a response; what is repeated makes no wave.
interchange-replicate-weights-made-by-factors = { $prefix }…: { $count_names } replicate weights; by what they are of the weight, kind: { $kind }
interchange-replicate-weights-made-by-name = { $prefix }…: { $count_names } replicate weights; by their name, kind: { $kind }, to be confirmed, since the intervals rest on it
interchange-replicate-weights-nothing-says-how-they = { $prefix }…: { $count_names } replicate weights; nothing says how they were made
interchange-replicate-weights-of-a-set = { $count } replicate weights
interchange-replicates = {"  "}replicates: { $said }
interchange-replicates-leave-nobody-out = wave { $wave_id }: --design says that the replicate weights { $prefix }… were made by { $given }, and none of them leaves anybody out, as that kind does: intervals would be wrong. Answer --design { $wave_id }:proposed,replicates=none for now, or write in waves/{ $wave_id }.yaml what the file’s documentation says: design: {"{"}replicates: {"{"}kind: fay, rho: …, prefix: { $prefix }{"}"}{"}"}
interchange-replicates-made-by-more = --design same: the replicate weights { $prefix }… of the last wave are declared by more than a word. Run the command without --design, then copy that wave’s `design:`.
interchange-replicates-of-a-set-lack = { $prefix }…: without { $lacking }, lost or a question of that name; once it is known, name the columns: replicates: {"{"}columns: […]{"}"}
interchange-replicates-of-another-kind = wave { $wave_id }: --design says that the replicate weights { $prefix }… were made by { $given }, and what they are of the weight is that of kind: { $kind }; intervals would be wrong. Answer --design { $wave_id }:proposed,replicates={ $answer }, or, if the documentation says otherwise, write in waves/{ $wave_id }.yaml: design: {"{"}replicates: {"{"}kind: { $given }, prefix: { $prefix }{"}"}{"}"}
interchange-report-8cb9 = report
interchange-report-cc37 = Report
interchange-respelled = the same answers, spelled otherwise: { $listed }
interchange-rests-in-this-wave = rests in this wave: nothing of module '{ $module }' is in the file
interchange-row-the-role-of-is-unknown-write-one-of = { $path_name }, row { $place }: the role '{ $role }' of '{ $column }' is unknown. Write one of { $listed }.
interchange-row-wave-has-two-columns-for-and-keep = { $path_name }, row { $place }: wave { $wave } has two columns for { $role }: { $other } and { $column }. Keep one.
interchange-rows-are-results = { $file } looks like published results, a row a poll, a group or an answer, and not a row a person: { $signs }. Drafted so, each row would count as one person. Give the file of answers; if each row is a person nevertheless: --fact rows=people.
interchange-rows-changed = { $n ->
       [one] { $n } row
       *[other] { $n } rows
    } changed ({ $columns })
interchange-rows-gone = { $n ->
       [one] { $n } row
       *[other] { $n } rows
    } gone
interchange-rows-more = { $n ->
       [one] { $n } more row
       *[other] { $n } more rows
    }
interchange-rows-not-compared = { $n ->
       [one] { $n } row
       *[other] { $n } rows
    }; { $file } is not here, so nothing is compared
interchange-rows-that-no-part-takes = { $count ->
       [one] { $count } row of { $path_name } goes
       *[other] { $count } rows of { $path_name } go
    } to no part; add a part with its `rows:`, or leave { $count ->
       [one] it
       *[other] them
    } out of the survey
interchange-rows-the-same = { $count_now ->
       [one] { $count_now } row
       *[other] { $count_now } rows
    }, the same
interchange-same-is-no-question = --same { $name }: the new file has no column of this name that the survey has a question of. The questions that changed: { $changed }
interchange-same-name-other-words-another-question = same name, other words: another question? To link, add these words to `wording:` or `earlier_wordings:`
interchange-same-number-of-people-in-each = nearly the same number of people at each of its { $distinct } values, as where so many are interviewed at each sample point
interchange-same-rows = {"  "}{ $column }: the code { $listed } stands in the rows that one answer to an earlier question sets apart, and in no other; taken for “not asked”, to be confirmed in questionnaire.yaml (`missing:`)
interchange-sampling-probability = sampling probability: the design’s
interchange-scale-turned = {"  "}{ $column }: in wave { $wave_id } the same answers have other codes, a scale that turned over; kept apart as { $question } (--by-label reads it by its labels)
interchange-selects-rows = selects rows
interchange-several-choices = {"  "}{ $column }: a cell holds several choices, and each list of them would be an answer of its own; left as free text (`type: open`). Give each choice a column of 0 and 1 (`type: multiple`), or the file as its platform exports it
interchange-several-columns-choose-the-rows-of-a = { $survey_id }: several columns choose the rows of a wave ({ $listed }). Name the one that tells the wave: --wave-column COLUMN.
interchange-several-rows-a-person = { $two } holds { $rows } rows of { $distinct } of the people of { $one } ({ $column } returns): its rows are no people. Make one row a person of it first (a count, a sum, the first of them), join it to { $one } by { $column }, and give that file. If it is a wave after all, name it: --wave 2024={ $two }
interchange-shared-across = {"  "}linked by name and codes alone, the labels being in another language: { $count }; to be confirmed in questionnaire.yaml
interchange-shared-apart = {"  "}columns of a name that stays, kept apart for their label or their codes: { $count } ({ $named }); questionnaire.yaml says why of each. To link two, one question and `columns:`
interchange-shared-apart-in-tongues = {"  "}columns of a name that stays, kept apart: { $count } ({ $named }). The labels are in several languages ({ $known }), and nothing but their number tells that they are the same questions. If they are: --by-name links those that have the same codes; or, one by one, one question and `columns:` in questionnaire.yaml
interchange-shares-no-column-with-the-questions-of = { $path_name } shares no column with the questions of { $definition_id }. Give the next file of this survey.
interchange-shares-no-question-with-give-the-next = { $path_name } shares no question with { $survey_id }. Give the next export of this survey.
interchange-sheet-of-has-more-than-rows-which-no = sheet '{ $title }' of { $path_name } has more than { NUMBER($most) } rows, which no questionnaire has. Take out what is none.
interchange-sign-answers = '{ $one }' and '{ $other }' name a question and an answer
interchange-sign-houses = '{ $column }' names who polled
interchange-sign-shares = '{ $column }' holds percentages
interchange-sign-sizes = '{ $column }' tells how many were asked
interchange-sign-sums = { $columns } sum to a whole
interchange-stratum = stratum
interchange-sums-to-a-population = sums to { $size }: a population?
interchange-sums-to-the-number-of-people = sums to the number of people
interchange-surveymonkey = SurveyMonkey
interchange-takes-its-place-between = { $wave_id } ({ $middle }) takes its place between { $before } and { $after }, and is compared with both
interchange-telephone-number = telephone number
interchange-the-column-has-different-values-waves = { $path_name }: the column '{ $column }' has { $count_values } different values; waves are told by 2 to { $most_waves }. Name another column.
interchange-the-column-holds-numbers-with-many = { $path_name }: the column '{ $column }' holds numbers with many decimals, as a weight does; waves are told by years, numbers or words. Name another column.
interchange-the-column-is-blank-in-rows-so-nothing = { $path_name }: the column '{ $column }' is blank in { $blank } rows, so nothing tells their wave. Ask which wave they belong to, or leave them out.
interchange-the-column-values-looks-as-if-it-told = {"  "}{ $path_name }: the column '{ $profile_name }' ({ $distinct } values) looks as if it told the wave; if the file holds several: --wave-column { $profile_name }
interchange-the-export-lacks-it = the export lacks it
interchange-the-exports-are-of-several-platforms = The exports are of several platforms: { $named }. Start from those of one.
interchange-the-file-holds-more-than-questions-or = the file holds more than { NUMBER($entries) } questions or { NUMBER($choices) } choices, which no questionnaire does. Export the part that is one.
interchange-the-line-for-cannot-be-put-in-by-itself-c291 = { $file }: the line for '{ $place }' cannot be put in by itself. Write it there: { $told }
interchange-the-questionnaire-and-the-exported = The questionnaire and the exported answers share no question. Give the questionnaire of the same survey.
interchange-the-same = the same
interchange-the-same-by-name = the same, by its name and codes alone: labels in another language
interchange-the-same-numbers-as = the same numbers as '{ $twin }'
interchange-the-same-options = the same options
interchange-the-same-scale-turned-over = the same scale, turned over
interchange-the-wave-keeps-to-take-these-rows-write = { $changes }. The wave keeps { $file }; to take these rows, write in waves/{ $wave_id }.yaml: { $lines }
interchange-the-weight-of-a-body = the weight of a body
interchange-there-is-no-export-to-choose-or-a-format = There is no export to '{ $to }'; choose { $exports }, or a format of data.
interchange-there-is-no-file-check-its-name-and = There is no file { $path_name }. Check its name and folder.
interchange-there-is-no-review-sheet-check-its-name = there is no review sheet { $path_name }. Check its name and folder.
interchange-these-are-no-numbers-of-units = these are no numbers of units
interchange-title-above-names = { $file }: { $count ->
       [one] { $count } line stands
       *[other] { $count } lines stand
    } above the names of the columns, as a title does; left out
interchange-told-by-its-label = told by its label
interchange-told-by-its-name = told by its name
interchange-totals-below = { $file } ends with { $count ->
       [one] { $count } line of totals, which would count as a person. Take it
       *[other] { $count } lines of totals, which would count as people. Take them
    } away, and give the file again.
interchange-totals-left-out = { $file }: { $count ->
       [one] { $count } line
       *[other] { $count } lines
    } of totals under the answers, left out
interchange-two-files-are-called-rename-one-since = Two files are called { $twice }; rename one, since both go into the data folder.
interchange-two-lines-of-names = { $file }: its second line looks like a second line of names: nothing that it holds stands again below it, and from there on { $count ->
       [one] { $count } column holds
       *[other] { $count } columns hold
    } numbers alone. Keep one of the two lines, and give the file again.
interchange-two-waves-have-the-id-name-them-apart-933e = two waves have the id '{ $twice }' ({ $files }). Name them apart: --wave ID=FILE.
interchange-two-waves-have-the-id-name-them-apart-9c39 = two waves have the id '{ $twice }'. Name them apart: --wave ID=FILE.
interchange-unfinished-or-rejected-response = unfinished or rejected response
interchange-unlabelled-added = the definition lacks { $listed }, which the file does not label: say in questionnaire.yaml what it is (codes: or missing:)
interchange-values = { $distinct } values
interchange-values-cells-of-a-poststratification = { $distinct } values: cells of a { -poststratification }?
interchange-values-for-rows = { $distinct } values for { $rows } rows
interchange-values-of-a-weight = its values are those of a weight
interchange-was-used-to-make-a-weight-and-is-none = was used to make a weight, and is none
interchange-wave = Wave { $wave_id }:
interchange-wave-are-replicate-weights-and-nothing = wave { $wave_id }: { $columns }… are replicate weights, and their documentation says how they were made, on which the intervals rest. Answer --design { $wave_id }:proposed,replicates={ $kind } ({ $listed }; none to leave them aside), or write `design:` in its file, as padai estimate tells it.
interchange-wave-column-does-not-go-with-a-platforms = --wave-column does not go with a platform's exports. Give one export a wave.
interchange-wave-columns-are-replicate-weights-and = wave { $wave_id }: { $count_names } columns { $prefix }… are replicate weights, and their documentation says how they were made, on which the intervals rest. Answer --design { $wave_id }:proposed,replicates={ $kind } ({ $listed }), or write in waves/{ $wave_id }.yaml: design: { $given } (also fay, jkn). To leave them aside: --design { $wave_id }:proposed,replicates=none
interchange-wave-design-names-as-which-is-not-in-the = wave { $wave_id }: --design names '{ $column }' as { $role }, which is not in the file.{ $hint }
interchange-wave-file-kept = waves/{ $wave_id }.yaml was changed since the first add-wave: it is kept as it stands
interchange-wave-has-no-weight = wave { $wave_id }: no column of weights, though wave { $wave } is weighted; a change from one to the other would mix the two. Ask the supplier for the weight and name it (weight=…), or confirm that there is none: --design { $wave_id }:proposed,{ $line }
interchange-wave-not-accepted-is-there = waves/{ $wave_id }.yaml is left from an add-wave whose lines were not written, and was changed since, or describes another file. Delete it, and run the command again; or run it without --design and --fact, to keep it as it stands (--accept writes the lines); or name this wave otherwise: --wave ID.
interchange-wave-which-column-is-it = wave { $wave_id }: nothing decides which column has a role of the design ({ $roles }). Name one for each role: --design { $wave_id }:proposed,{ $line }; where none has it: { $role }=none
interchange-wave-write-the-id-of-a-wave-letters = --wave { $text }: write the id of a wave (letters, digits, hyphens), =, and its file: --wave 2019-05=may.sav
interchange-waves-and-have-the-same-date-so-their = waves { $one } and { $two } have the same date ({ $told }), so their order is unknown. Name each by its month: --wave 2019-05=FILE. If they are parts of one wave (regions, modes), put their rows into one file, with a column that tells the part.
interchange-waves-left-open = the design of several waves is left open:{"\u000A"}{ $lines }
interchange-waves-share = Wave { $wave_id }: { $asked } questions, { $linked } of them asked before{ $renamed ->
       [0] {""}
      *[other] {" "}({ $renamed } under another name)
    }
interchange-waves-share-almost-nothing = Wave { $wave_id } has { $asked } questions, and { $linked } of them are asked in an earlier wave ({ $names } have the column of one): it looks like another survey, or like a file whose columns or labels were made anew. Look at the files. If the labels are in another language and the columns are those of the same questions: --by-name. If the waves have next to nothing in common, and this is as it should be: --fact waves=unlinked.
interchange-waves-side-by-side = {"  "}{ $file }: { $count } questions stand several times side by side ({ $one }, { $other }…), as in a panel laid out wide; the draft takes each column for another question and compares none. If they are waves, put them one below the other, under the same names, with a column that tells the wave, then: --wave-column
interchange-waves-yaml-several-parts-wait-for-their = waves/{ $wave_id }.yaml: several parts wait for their design. Write each: design: {"{"}weight: …{"}"}
interchange-weight = weight
interchange-weights-of-zero = weights of zero
interchange-what-looks-as-if-it-told-the-wave = {" "}What looks as if it told the wave: { $listed }.
interchange-word-said = {"  "}{ $word }: { $said }
interchange-workbook-read = { $file }: a workbook of answers, read from its { $which ->
    [first] first sheet
   *[longest] longest sheet, “{ $sheet }”,
 } and kept as CSV{ $others ->
    [0] {""}
   *[other] ; not read: { $listed } (to read another, save it alone as CSV UTF-8 and give that file)
 }
interchange-would-unpack-to-mb-which-no = { $path_name } would unpack to { $size } MB, which no questionnaire does. Export it again.
interchange-writing-a-review-sheet = Writing a review sheet
interchange-writing-xlsx = Writing .xlsx
interchange-yes-or-no = {"  "}{ $column } and those after: yes or no, taken for as many questions; where they are the options of one, questionnaire.yaml says how to write it
