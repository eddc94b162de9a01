# padai, cli
cli-95-interval = 95% interval
cli-a-break-in-the-series-lies-between-these = a { -series-break } lies between these editions
cli-a-change-between-two-percentages-is-said = a change between two percentages is said in { -percentage-points }
cli-a-command-is-missing = a command is missing.
cli-a-date-is-written-yyyy-mm-dd = a date is written YYYY-MM-DD.
cli-a-document-docx-pptx-html-txt-of-which = A document (.docx, .pptx, .html, .txt) of which each number is compared with the release.
cli-a-few-questions-enter-skips-one-ctrl-d = A few questions. Enter skips one, Ctrl-D skips the rest, Ctrl-C cancels. What is skipped will say « à compléter » (to be written).
cli-a-folder-of-its-own-outside-the-releases = A folder of its own, outside the releases: it holds answers of single people.
cli-a-majority-needs-a-lower-bound-above-50 = a majority needs a lower bound above 50%
cli-a-name-without-its-folder-ending-in-one = a name without its folder, ending in one of { $known }.
cli-a-sav-zsav-dta-sas7bdat-or-csv-file = A .sav, .zsav, .dta, .sas7bdat or .csv file.
cli-a-wave-and-its-file-2019-05-may-sav = A wave and its file: 2019-05=may.sav; repeatable.
cli-a-wave-is-not-shown = a wave is not shown
cli-aborted = Aborted.
cli-according-to-the-team = according to the team
cli-add = add { $boost }
cli-add-the-file-of-its-next-wave-to-a = Add the file of its next wave, or of an earlier one, to a survey.
cli-added = added
cli-added-afterwards = added afterwards
cli-adjusted-p = adjusted p
cli-adjusted-p-no-change = adjusted p, no change
cli-adjusted-p-slope = adjusted p, slope
cli-after = { $size } after { $wave }
cli-after-a-wave = Next: padai validate { $shown }, then padai build { $shown } --draft
cli-after-a-wave-its-design = Design to be confirmed (wave { $wave_id }): nothing is estimated of it before. If it is that of the wave before: padai build { $shown } --draft --design { $wave_id }:same; else --design { $wave_id }:proposed, or { $wave_id }:weight=…,psu=…
cli-all = All
cli-all-figures-as-json = Print all figures, as JSON.
cli-all-is-in-order-already = All is in order already.
cli-an-empty-folder = The empty folder to start in.
cli-an-exploratory-reading-without-verdicts = An exploratory reading, without verdicts; p adjusted over the series of the table (Benjamini-Hochberg).
cli-and-more-18e6 = {"  "}and { $count } more
cli-and-more-a779 = {"  "}and { $more } more
cli-announce-the-draw-by-lot-of-a-panel-then = Announce the draw by lot of a panel, then draw once the seed is known.
cli-another-once-built-again = another once built again
cli-answers-exported-from-a-platform-beside = Answers exported from a platform, beside its questionnaire (--from); repeatable, a wave a file.
cli-arguments = Arguments
cli-as-it-went-out = as it went out
cli-asked = { $said }?
cli-bases-corrected-by-fewer-than-10 = bases corrected by fewer than 10
cli-bash-zsh-fish-powershell = bash, zsh, fish or powershell.
cli-before-the-data-hash-published = before the data, hash published
cli-before-the-data-time-stamped = before the data, time-stamped
cli-bill-of-materials = bill of materials
cli-breakdown = breakdown
cli-breakdown-repeatable-a-b-crosses = Breakdown, such as region; repeatable, region*age_group crosses.
cli-build-a-release-again-and-compare-every = Build a release again and compare every byte, or compare a document with it.
cli-build-draws-what-from-or-wave-drafted = --build draws what --from or --wave drafted. Name the file of a wave.
cli-build-everything-for-a-wave = Build everything for a wave: reports, tables, store, manifest.
cli-built-only-now = built only now
cli-by = { $document }, by { $release }: { $said }
cli-by-mail = by mail
cli-by-phone = by phone
cli-cause = Cause: { $said }
cli-change-from-wave-to-wave = Change from wave to wave
cli-change-name-said = {"  "}{ $change_name }: { $said }
cli-change-to-be-shown-in-points = Change to be shown, in { -percentage-points }, such as 5: tells how many interviews it takes.
cli-changed-a-break-or-new = Changed: a break, or new
cli-changed-afterwards = changed afterwards
cli-changed-cdb3 = changed
cli-changed-dbcb = changed
cli-changed-input = changed input
cli-changed-since-the-seal = Changed since the seal:
cli-changed-with-the-manifest-releases-yaml = changed with the manifest: releases.yaml pins another
cli-changes-counted = { $head }: { $count }
cli-changes-gone = Gone
cli-changes-new = New
cli-changes-not-yet = Not asked yet
cli-changes-widened = New choices
cli-check-a-delivered-wave = Check a delivered wave.
cli-choose-a-number-from-1-to-or-skip = choose a number from 1 to { $count_names }, or skip.
cli-choose-among-or = choose among { $listed }, or -.
cli-choose-from-example-or-blank = Choose --from, --example or --blank.
cli-choose-json-or-csv = --json and --csv exclude each other: choose one of them.
cli-code-of-padai = code of padai
cli-column-that-tells-the-wave-in-a-file = Column that tells the wave, in a file that holds them all.
cli-column-that-tells-the-wave-of-a = Column that tells the wave of a cumulative file, where the definition does not.
cli-columns-renamed = Columns renamed
cli-columns-to-keep-pattern-te1p03 = Columns to keep, by a pattern (TE1P03*); repeatable.
cli-columns-to-leave-out-pattern = Columns to leave out, by a pattern (VERB_*); repeatable.
cli-commands = Commands
cli-company = company
cli-comparison = comparison
cli-comparison-of-versions = comparison of versions
cli-completion-there-is-no-such-shell-choose = completion { $shell }: there is no such shell; choose { $shells }.
cli-consultation-open-to-all = consultation open to all
cli-contradicted = contradicted
cli-convert-a-data-file-of-any-size-into-a = Convert a data file of any size into a folder of Parquet files.
cli-csv-file-part-wave-question-response = CSV file: part, wave, question, response, breakdown, group; * for all.
cli-data-as-delivered-or-weighted = Data as delivered (delivered), or weighted (weighted).
cli-data-goes-with-from-which-names-the = --data goes with --from, which names the questionnaire. Answers alone: --from.
cli-data-of-this-wave-were-there-already = Data of this wave were there already: this seal will never read “declared before the data”.
cli-data-tables = Data tables
cli-date-this-is-no-date-write-it-as-2026-01 = --date { $text }: this is no date; write it as 2026-01-31.
cli-date-yyyy-mm-dd = {"    "}date: YYYY-MM-DD
cli-day-written-on-the-seal-today-if-nothing = Day written on the seal (YYYY-MM-DD); today by default. It proves nothing.
cli-declarations = Declarations: { $names }.
cli-default = [default: { $value }]
cli-definition = definition
cli-design-confirmed = Design confirmed: { $shown }
cli-design-effect-of-the-weights-kish = { -design-effect-initial } of the weights (Kish)
cli-design-goes-with-draft-what-is-published = --design goes with --draft; what is published has its design in waves/.
cli-design-of-the-next-wave = Design: same (that of the wave before), proposed (what padai proposes), none, or weight=w,stratum=h,psu=c,id=i.
cli-design-of-wave-enter-what-is-proposed-no = Design of wave { $wave_id }. Enter: what is proposed; “-”: no column; Ctrl-D: to be confirmed later.
cli-design-proposed-what-padai-proposes-none = Design: proposed (what padai proposes), none, or weight=w,stratum=h,psu=c,id=i; a wave may stand before (2019:weight=w); repeatable.
cli-design-to-be-confirmed-waves-nothing-is-e279 = Design to be confirmed (waves { $listed }): nothing is estimated before. Look at the candidates above, then: padai build { $shown } --draft --design proposed, or --design weight=…,psu=…; or write `design:` in waves/.
cli-difference-points = Difference (points)
cli-differences-in-files = { $release }: { $count ->
       [0] no difference
       [one] { $count } difference
       *[other] { $count } differences
    } in { $files ->
       [one] { $files } file
       *[other] { $files } files
    }.
cli-does-not-confirm-it = { $program } does not confirm it.
cli-draft-not-reviewed = Draft, not reviewed
cli-draw-announced-from-volunteers-smallest = { $survey }: draw announced from { $count_people } volunteers; smallest chance { $chance }. Nobody is drawn, since `draw:` has no `seed:`.
cli-draw-by-lot = Draw by lot
cli-earlier-waves-in-this-file = Earlier waves in this file
cli-effective-sample-size = { -effective-size-initial }
cli-error = Error
cli-essentials = Essentials
cli-estimate-a-question = Estimate a question.
cli-estimation = estimation
cli-expected = Expected
cli-expected-interviews-by-group = Expected interviews by group
cli-explorer = Explorer
cli-fall = Fall
cli-family = Family
cli-fell = fell
cli-fell-by-less-than-the-margin = fell, by less than the margin
cli-fewer-than-three-comparable-waves = fewer than three comparable waves
cli-figure-says = {"    "}{ $figure }: { $says }
cli-figures = figures
cli-figures-differ-comparison-csv = FIGURES DIFFER (comparison.csv)
cli-figures-to-work-out-again-left-out = { $figures } figures to work out again, { $left_out } left out.
cli-figures-withheld-by-the-rules-so-that = { $count_why } figures: { $why } withheld by the rules, { $why_2 } so that these cannot be worked out. Not to be passed on.
cli-file-json-or-csv-to-write-of-csv-one = File .json or .csv to write; in CSV, one file for each table.
cli-file-to-start-a-survey-from-repeatable-a = File to start a survey from; repeatable, a wave a file.
cli-file-to-write = File to write; by default in the current folder, named after the survey and the wave.
cli-files-every-byte-is-the-same = { $release }: { $files } files, every byte is the same.
cli-files-same-but-for-last-digits = { $release }: { $files } files, the same bytes in all that is published. Only the last digits differ of { $count ->
        [one] { $count } internal file
       *[other] { $count } internal files
    } (by { $largest } at most, relatively): another model of processor adds in another order.
cli-first-day-yyyy-mm-dd = First day (YYYY-MM-DD)?
cli-first-wave-e-g-2025 = First wave (e.g. 2025)?
cli-flag = Flag
cli-folder-of-padai-yaml = Folder that holds padai.yaml; by default the first one found on the way up from the folder given.
cli-folder-of-the-charts = Folder of the charts; by default charts, beside the versions of the wave.
cli-folder-to-write-beside-the-file-by = Folder to write; beside the file by default.
cli-follow-a-question-over-the-waves = Follow a question over the waves.
cli-for = For ±{ $points }
cli-for-help-help = For help: { $command } --help
cli-for-machines = Print the result as JSON, for a program.
cli-for-the-press = For the press
cli-forget-a-demonstration-that-nobody-has = Forget the last version of a wave, a demonstration that nobody has, so that it can be built again.
cli-form-xlsform-ddi-data-sav-zsav-dta-csv = Questionnaire: xlsform, ddi; data: sav, zsav, dta, csv, parquet.
cli-format-of-the-reports-html-pdf-or-docx = Format of the reports: html, pdf or docx; repeatable. By default, those of the definition.
cli-fresh-build-even-where-nothing-changed = Build again even where nothing has changed since last time.
cli-give-back-the-record-of-a-version-that = Give back the record of a version that stands, or the files of a recorded version from the archive.
cli-group-00db = group
cli-group-6d3b = Group
cli-groups-4636 = Groups
cli-groups-ccee = groups
cli-have-an-authority-stamp-it-put-its-reply-4339 = Have an authority stamp it, put its reply beside ({ $reply }) and name its certificate: seal: {"{"}authority: ...{"}"}. Or publish the hash, or have a third party sign it: git tag -s seal-{ $stem } -m { $sha256 }, then git cat-file tag seal-{ $stem } > { $with_suffix_name }, and name the SSH keys: seal: {"{"}signers: ...{"}"}.
cli-head-release-title = { $head }: { $release_title }
cli-heading-after = After
cli-heading-before = Before
cli-heading-cell = Cell
cli-heading-difference = Difference
cli-heading-estimate = Estimate
cli-heading-margin = Margin
cli-heading-mean = Mean
cli-heading-sample = Sample
cli-heading-target = Target
cli-identifier-column = Identifier column?
cli-if-these-were-merged = If these were merged
cli-in-a-sentence-what-it-is-about = In a sentence, what it is about
cli-in-person = in person
cli-interrupted-nothing-was-changed = Interrupted; nothing was changed.
cli-interrupted-these-files-are-written-and = Interrupted; these files are written and stay: { $names }.
cli-interviews = Interviews
cli-intraclass-correlation-otherwise-that-of = Intraclass correlation, between 0 and 1; by default that of the last wave.
cli-is-missing = { $first } is missing.
cli-is-no-release-that-holds-its-store-name = { $shown } is no release that holds its store; name the folder of a version, such as --release releases/example/2025/v1.
cli-its-date = Date of the withdrawal (YYYY-MM-DD).
cli-key-figures = Key figures
cli-kind-of-sample = Kind of sample?
cli-lang-there-is-no-such-language = --lang { $lang }: there is no such language; choose { $known }.
cli-language-by-its-tag = Language of messages and labels, by its tag: fr, en, es; otherwise that of PADAI_LANG, or French.
cli-largest-g-weight = Largest g-weight
cli-last-column-interviews-of-the-whole-wave = Last column: interviews of the whole wave; –: no number is enough, the wave before being too small.
cli-last-day = Last day?
cli-library = library
cli-lines-to-accept-accept-writes-them = Lines to accept (--accept writes them)
cli-lines-written = Lines written
cli-locale-or-time-zone = locale or time zone
cli-log-on-standard-error-text-or-json-one = Log on standard error: text, or json (one stage a line).
cli-log-there-is-no-such-log-choose-text-or = --log { $log }: there is no such log; choose text or json.
cli-made-of-the-same-file = { $name }: made of the same data file, and may show these cells; withdraw them from that survey too.
cli-make-synthetic-waves = Make synthetic waves.
cli-make-the-draft-of-the-report-at-once-the = Make the draft of the report at once (the design being given by --design).
cli-manifest = Manifest
cli-margin-never = never
cli-margin-of = Margin of { $margin }
cli-margin-reachable = yes
cli-margin-seldom = seldom
cli-mean = mean
cli-merge-or-add = merge, or add { $boost }
cli-mini-public = mini-public
cli-missing-8977 = missing
cli-missing-c76a = missing
cli-missing-codes-in-letters-without-a-label = Missing codes in letters, without a label, now blank: { $listed }.
cli-mode-of-interview = Mode of interview?
cli-n-eff = n eff.
cli-name-of-the-data-file = Name of the data file?
cli-name-place-shown = {"  "}{ $name }{ $place }: { $shown }
cli-name-the-folder-of-a-version-padai = name the folder of a version (padai verify releases/example/2025/v1), or a document (--document FILE).
cli-needs-a-number = { $first } needs a number.
cli-needs-a-whole-number = { $first } needs a whole number.
cli-net-of-responses = Net of responses or code, by its id. By default estimate shows them all; trend and plan take the followed answer.
cli-next-padai-build-surveys-example = Next: padai build surveys/example
cli-next-read-and-the-files-beside-it-texts = Next: read { $place } and the files beside it; { $waiting ->
       [0] no text
       [one] { $waiting } text
       *[other] { $waiting } texts
    } to be written before publishing.
cli-no-longer-built = no longer built
cli-no-margin-declared = No margin declared
cli-no-question-asked-all-to-be-written = Start without asking anything: all is to be written.
cli-no-value = –
cli-not-before = not before { $start }.
cli-not-checked = not checked
cli-not-checked-by-which-is-not-here = Not checked by { $program }, which is not here.
cli-not-comparable = not comparable
cli-not-comparable-break-in-series = not comparable (break in series)
cli-not-shown = not shown
cli-nothing-has-changed-all-stands-as-built = Nothing has changed: every file is what another build would give (--fresh to build again).
cli-nothing-in-this-document-could-be-placed = Nothing in this document could be placed in this release.
cli-nothing-was-put-out = Nothing was put out.
cli-notice-of-withdrawal = Notice of withdrawal
cli-number-en = { $number }%
cli-number-of-threads = number of threads
cli-numbers-finer-than-printed-today = numbers finer than printed today
cli-of-an-earlier-padai-to-be-migrated = of an earlier padai, to be migrated
cli-one-argument-too-many = one argument too many: { $first }.
cli-one-table-question-breakdown-what-goes = One table, question,breakdown: what is published of it, what is withheld, and why.
cli-online = online
cli-open-data = Open data
cli-option-needs-a-value = option { $first } needs a value.
cli-option-needs-values = option { $first } needs { $second } values.
cli-option-not-written-choose-another-folder = { $option } { $path }: not written ({ $why }). Choose another folder.
cli-option-takes-no-value = option { $first } takes no value.
cli-options = Options
cli-out-does-not-end-in-give-a-name-that = --out { $path_name } does not end in .{ $to }. Give a name that does.
cli-out-end-the-files-name-in-json-or-csv = --out { $out }: end the file's name in .json or .csv.
cli-out-of-reach-copies-downloaded-already = Out of reach: copies downloaded already, and git history.
cli-outcome = outcome
cli-output-folder = Folder to write.
cli-output-folder-of-the-draw = Folder to write; by default that of the draw, among the releases of the survey.
cli-output-folder-of-the-synthetic-waves = Folder to write; by default that of the survey’s data, where the survey is synthetic.
cli-over-all-waves = Over all waves
cli-pace = Pace
cli-padai = padai: { $message }
cli-padai-a-fault-of-padai-itself-occurred = padai: a fault of padai itself occurred. Nothing was changed.
cli-padai-init-asks-questions-and-there-is = padai init asks questions, and there is no terminal here. Give --from FILE, --example, or --blank for a definition that is all to be written.
cli-padai-nothing-is-recorded-where-it-is = padai: { $why }: nothing is recorded. Where it is: Rscript witness.R
cli-padai-this-version-went-out-with-the-log = padai: this version went out with the log of a witness, which stays as it is.
cli-page-to-write-and-send = HTML page to write, to send back to the supplier.
cli-pages-not-written = { $path }: the pages are not written ({ $why }). Choose another folder with --out.
cli-part-of-the-wave = Part of the wave.
cli-people-drawn-from-volunteers-ticket = { $survey }: { $seats } people drawn from { $count_people } volunteers, ticket { $ticket }; smallest chance { $chance }.
cli-pinned = { $name }: pinned.
cli-plan-what-the-next-wave-can-show = Plan what the next wave can show.
cli-planned-interviews-repeatable = Planned interviews, such as 1500; repeatable; by default as many as in the last wave.
cli-population = Population
cli-primary-units-of-the-next-wave-otherwise = Primary sampling units of the next wave; by default as many as in the last.
cli-print-the-guide-for-whoever-writes-code = Print the guide for whoever writes code with padai (assistants too).
cli-project-made-in-files = Project made in { $folder } ({ $count_written } files).
cli-proposed-withdrawal-under-release = Proposed withdrawal, under `release:`:
cli-publish-these-files-then-enter-this = Publish these files, then enter this under `draw:`, with the day of publication:
cli-published = published
cli-publishing = publishing
cli-put-the-versions-of-an-earlier-padai-in = Put the versions of an earlier padai in order; no published byte changes.
cli-questionnaire-and-results = Questionnaire and results
cli-quotas-or-a-volunteer-panel = quotas, or a volunteer panel
cli-r-is-not-on-this-machine = R is not on this machine
cli-r-survey-largest-difference = R { $r }, survey { $package }: { $said }; largest difference { $largest }.
cli-r-was-not-run = R was not run
cli-read-by-its-labels-a-scale-that-turned = Read by its labels a scale that turned over between waves.
cli-reason = Reason for the withdrawal, in English.
cli-reason-french = Reason for the withdrawal, in French.
cli-record-the-version-in-releases-yaml = Record the version in releases.yaml; without a record it is a rehearsal.
cli-release = Release
cli-releases-of-one-survey-were-looked-for = releases of one survey were looked for, and found: { $found }. Name the version: --release releases/SURVEY/WAVE/v1.
cli-remade-cells-less = { $name }: remade, { $count ->
       [0] nothing
       [one] { $count } cell
       *[other] { $count } cells
    } less.
cli-remained-stable = remained stable
cli-removed-3c05 = { $name }: removed.
cli-removed-a44a = removed
cli-render-the-reports-of-a-built-store = Render the reports of a built store again.
cli-renderer-auto-the-one-that-made-the = Renderer: auto (the one that made the version, else embedded), embedded or quarto.
cli-reply-not-checked-name-the-authoritys = Reply not checked: name the authority’s certificate (seal: {"{"}authority: ...{"}"}) and put it in seals/.
cli-report = Report
cli-request-to-be-stamped = Request to be stamped: { $request }
cli-required = [required]
cli-respondents = Respondents
cli-respondents-named-in-the-store = respondents named (in the store)
cli-response-3b3f = response
cli-response-dfd4 = Response
cli-resting-by-rotation = Resting, by rotation
cli-review-sheet-review-xlsx-that-padai-init = Review sheet (review.xlsx) that padai init wrote and you corrected.
cli-rise = Rise
cli-risk-of-too-small-a-base = Risk of too small a base
cli-rose = rose
cli-rose-by-less-than-the-margin = rose, by less than the margin
cli-rows-files = { $shown }: { $rows } rows, { $files ->
    [one] { $files } file
   *[other] { $files } files
  }{ $again }.
cli-rows-read-at-a-time = Rows read at a time; by default the more, the fewer the columns.
cli-rows-were-done = {" "}({ $resumed } rows were done)
cli-rules = rules
cli-run-r-where-it-is-found = Run R where it is found.
cli-run-the-python-of-the-projects-templates = Run the Python of the project’s templates even where the system cannot keep it from the data.
cli-same-figures = same figures
cli-same-questions = Same questions
cli-sample-drawn-at-random = sample drawn at random
cli-saved = saved
cli-say-what-confidentiality-withholds-and = Say what confidentiality withholds, and what merging groups would save.
cli-says-the-same = { $program } says the same.
cli-scales-turned-over = Scales turned over
cli-seal-what-is-declared-of-a-wave-a-text = Seal what is declared of a wave: a text, its hash and the request to stamp it (nothing is contacted).
cli-seed-of-a-rehearsal-in-place-of-that-of = Seed of a rehearsal, in place of that of panel.yaml.
cli-seed-that-of-truth-yaml = Seed, a whole number; by default that of truth.yaml.
cli-several-modes = several modes
cli-share-of-0-or-100 = share of 0 or 100%
cli-show-the-version-and-exit = Show the version and exit.
cli-show-this-message-and-exit = Show this message and exit.
cli-signed-by-who-wrote = Signed by { $by }, who wrote { $at }.
cli-size = Size
cli-slides = Slides
cli-slope-a-year-points = Slope a year (points)
cli-slope-over-a-short-span = From { $first } to { $last } there are less than eleven months: a slope a year carries the pace of a few months on to a whole year. Read the change between the two waves.
cli-smallest-changes-that-the-next-wave-can = Smallest changes that the next wave can show, in points (power of { $chance }%)
cli-smallest-g-weight = Smallest g-weight
cli-stable-within = Stable within
cli-stage-there-is-no-such-stage-choose = --stage { $stage }: there is no such stage; choose delivered or weighted.
cli-stamped-by-on = Stamped by { $by } on { $at }.
cli-start-a-project = Start a project.
cli-status-and-count = { $status }: { $n }
cli-status-claim-where = { $status }: “{ $claim }” ({ $where })
cli-std-error = Std. error
cli-store-moved-to-interne = { $name }: store moved to interne/.
cli-supported = supported
cli-table-give-a-question-and-a-breakdown = --table { $table }: give a question and a breakdown, such as --table trust,region.
cli-tables = Tables
cli-tag-not-checked-name-the-keys-of-who = Tag not checked: name the keys of who signs (seal: {"{"}signers: ...{"}"}) and put them in seals/.
cli-territory = Territory
cli-texts-dates-or-facts-to-be-written = { $count_found ->
       [0] No text, date or fact is left to be written before publishing.
       [one] { $count_found } text, date or fact to be written before publishing.
       *[other] { $count_found } texts, dates or facts to be written before publishing.
    }
cli-the-authority-refused-the-request = The authority refused the request.
cli-the-certificate-of-the-reply-is-unfit = The certificate that signed the reply is not one for time stamps, or was not valid at that moment.
cli-the-data-cannot-tell = the data cannot tell
cli-the-demonstration-is-forgotten = { $name }: forgotten. Its folder stands as a rehearsal until it is built again.
cli-the-file-delivered = The file delivered.
cli-the-files-are-back = { $name }: the files are back.
cli-the-first-table-as-csv = Print the first table, as CSV.
cli-the-folder-of-a-version-such-as-releases = The folder of a version, such as releases/example/2025/v1.
cli-the-questionnaire-that-changed = The questionnaire’s own file, where it changed since the last wave (.qsf, .lss, XLSForm, REDCap dictionary).
cli-the-questions-id = The question’s id.
cli-the-record-is-back = { $name }: the record is back.
cli-the-release-does-not-conclude-this = the release does not conclude this
cli-the-release-has-no-such-figure = the release has no such figure
cli-the-release-says = The release says: { $names }.
cli-the-release-withholds-this-figure = the release withholds this figure
cli-the-release-would-be-stopped-by = The release would be stopped: { $question }, by { $breakdown }.
cli-the-reply-does-not-come-from-the = The reply does not come from the authority that the definition names.
cli-the-reply-is-of-a-weak-hash = The reply bears a hash of a kind that proves nothing (SHA-1, for instance); have the request answered that “padai seal” wrote.
cli-the-reply-is-of-another-text-than-the = The reply is of another text than the seal.
cli-the-report-of-an-unfinished-definition = Build the report of an unfinished definition, in drafts/: it says what is lacking; nothing is recorded or published.
cli-the-same-in-english = {"    "}the same in English?
cli-the-same-in-french = {"    "}the same in French?
cli-the-signature-is-of-a-kind-that-is-not = The signature is of a kind that is not checked here.
cli-the-signature-of-the-reply-is-false = The signature of the reply is false.
cli-the-signed-tag-is-unreadable-write-it = The signed tag is unreadable: write it with git cat-file tag.
cli-the-survey-whose-definition-goes-along = Folder of the survey whose definition goes along with the pages; optional.
cli-the-surveys-folder = The survey’s folder, such as surveys/example.
cli-the-system-refuses-access-to-mend-that = the system refuses access to { $name } ({ $why }). Mend that and try again.
cli-the-tag-is-not-signed-by-a-key-that-the = The tag is not signed by a key that the definition names, valid on that day.
cli-the-tag-is-signed-otherwise-than-with-an = The tag is signed otherwise than with an SSH key (Ed25519 or RSA): nothing is confirmed. Sign with git config gpg.format ssh.
cli-the-tags-message-does-not-hold-the-seals-hash = The tag’s message does not hold the seal’s hash.
cli-the-tags-signature-is-false = The tag’s signature is false.
cli-the-time-stamp-reply-is-unreadable = The time-stamp reply is unreadable.
cli-the-value-of-is-refused = the value of { $first } is refused ({ $second }).
cli-the-waves-id = The wave’s id.
cli-there-is-no-command = there is no command { $first }.
cli-there-is-no-command-see = there is no command { $first }; see { $second }.
cli-there-is-no-option = there is no option { $first }.
cli-there-is-no-option-see = there is no option { $first }; see { $second }.
cli-this-comparison-is-not-published = this comparison is not published
cli-this-is-neither-the-published-figure-nor = this is neither the published figure nor what it rounds to
cli-this-is-not-the-declared-margin = this is not the declared margin
cli-this-is-not-the-published-change-or-not = this is not the published change, or not that way or over that period
cli-this-is-not-the-published-interval = this is not the published interval
cli-this-is-not-the-published-number-of = this is not the published number of people
cli-this-type-of-sample-allows-no-change-and = this type of sample allows no change and no verdict
cli-this-type-of-sample-does-not-allow-this = this type of sample does not allow this word
cli-title-of-the-survey = Title of the survey
cli-to = { $low } to { $high }
cli-to-do = To do
cli-to-keep = To keep
cli-to-publish = To publish
cli-too-few-primary-units = too few primary units
cli-unknown-neither-inputs-nor-versions = unknown: neither inputs nor versions
cli-usage = Usage:{" "}
cli-usage-command = COMMAND [ARGUMENTS]...
cli-usage-options = [OPTIONS]
cli-use-letters-digits-and-hyphens = use letters, digits and hyphens.
cli-validate-weight-compare-and-publish-the = Validate, weight, compare and publish the waves of a repeated survey.
cli-value-without-sampling-error = value without sampling error
cli-verdict = Verdict
cli-version = Number of the version, such as 2; the last one by default.
cli-version-of-python = version of Python
cli-versions-put-out-and-how-they-stand = List the versions put out, and how they stand.
cli-wanted-power = Power wanted, between 0 and 1.
cli-warning = Warning: { $said }
cli-warning-text-s-a-completer-to-be-written = Warning: { $waiting ->
       [one] { $waiting } text
       *[other] { $waiting } texts
    } « à compléter » (to be written) before publishing; padai build lists { $waiting ->
       [one] it
       *[other] them
    }.
cli-watch-has-ended = No longer watching: the page stays as it is.
cli-watch-is-of-the-draft-without-these-options = --watch makes the draft again, in HTML: without { $option }.
cli-watch-make-the-page-of-the-draft-again = Watch the definition and the templates: the page of the draft is made again at each change (Ctrl-C to end).
cli-watch-page-made-in-seconds = { $shown } ({ $seconds } s)
cli-wave-207c = Wave
cli-wave-ec32 = The wave’s id, such as 2025.
cli-wave-id-said = {"  "}{ $wave_id }: { $said }
cli-wave-the-last-one-by-default = Wave; the last one by default.
cli-waves = Waves
cli-website-of-all-releases = Website of all releases
cli-weight-a-wave-and-show-diagnostics = Weight a wave and show diagnostics.
cli-weight-column = Weight column?
cli-weighting = weighting
cli-what-became-of-it = What became of it
cli-what-goes-out-of-the-table = What is published of the table
cli-what-no-file-tells-mode-phone-sample = What no file tells: mode=phone, sample_type=quota, title=…; repeatable.
cli-what-publishing-still-lacks-line-by-line = Say what publishing still lacks, line by line, with the line to paste.
cli-what-went-out-list-it-give-it-back = List what went out, give it back, withdraw cells of it, put it in order.
cli-where-the-data-files-are = Folder of the data files; by default that of PADAI_DATA_DIR, then the one that the definition names.
cli-who-answers-readers-questions = Who answers readers’ questions
cli-who-commissions-the-survey = Who commissions the survey
cli-who-does-the-interviews = Who does the interviews
cli-with-a-small-synthetic-survey = Start with a small synthetic survey, ready to build.
cli-with-document-show-also-what-is = With --document: show also what is supported.
cli-with-document-the-folder-of-a-version = With --document: the folder of a version; the newest of the only survey by default.
cli-with-draft-the-design-of-the-waves-that = With --draft: the design of the waves that wait for it, written in waves/ (proposed, same for that of the wave before, or weight=w,psu=c; a wave may stand before); repeatable.
cli-with-the-slope-and-the-joint-test-of = Add the slope a year and the joint test of each series.
cli-with-the-whole-family-of-comparisons-at = With the whole family of comparisons, at the first step of Holm (5% divided by its size):
cli-withdraw-cells-from-all-that-went-out-by = Withdraw cells from all that went out, by address (confidentiality).
cli-withdrawn = withdrawn
cli-withheld = withheld
cli-withheld-so-that-others-cannot-be-worked = withheld: so that others cannot be worked out
cli-withheld-the-rules = withheld: the rules
cli-without = {" "}(without { $without }: { $why })
cli-without-a-record-to-be-restored = without a record, to be restored
cli-without-a-seal = without a seal
cli-without-drawing-a-chart = Draw no chart.
cli-word-offered-more = { $word } [{ $offered }]{ $more }?
cli-words-complete = { $tag }: every message is there and can be read.
cli-words-faults = { $tag }: { $count ->
       [one] { $count } thing to correct
       *[other] { $count } things to correct, { $shown } of them above
    }.
cli-words-folder-of-words = Folder to write the language into.
cli-words-give-xlsx-or-po = { $name }: give a .xlsx or a .po file.
cli-words-lacking = { $tag }: the message `{ $message }` is lacking.
cli-words-no-file = there is no { $name }; check the path.
cli-words-no-such-tag = '{ $tag }' is no tag of a language. Write for instance es or pt-BR.
cli-words-not-taken = this file is not taken in. Correct these messages:{"\u000A"}{ $faults }
cli-words-of-padai-for-translators = Translate the words of padai: say what is lacking, export, import.
cli-words-reading-a-workbook = Reading a workbook of translations
cli-words-tag-of-the-language = Tag of the language, for instance es or pt-BR.
cli-words-take-a-translators-file-in = Take a translator’s file in.
cli-words-taken = { $count ->
       [one] { $count } message taken
       *[other] { $count } messages taken
    } into { $folder }; { $left ->
       [one] { $left } remains
       *[other] { $left } remain
    } to be translated.
cli-words-what-a-language-lacks = Say what a language lacks, and what is badly written in it.
cli-words-workbook-or-po-file = A .xlsx workbook or a .po file.
cli-words-write-them-for-a-translator = Write the words of a language for a translator.
cli-words-writing-a-workbook = Writing a workbook of translations
cli-words-written = { $name } is written; { $count ->
       [one] { $count } message remains
       *[other] { $count } messages remain
    } to be translated.
cli-write-checksums-into-the-definition = Write checksums into the definition.
cli-write-the-data-tables-of-a-built-store = Write the data tables of a built store again.
cli-write-the-form-or-the-weighted-data-for = Write the questionnaire, or the weighted data, for another tool.
cli-write-the-lines-proposed-into-the = Write the lines proposed into the definition.
cli-write-the-pages-that-work-in-a-browser = Write two pages that work in a browser without an installation: plan a wave, check a file.
cli-write-the-review-sheet = Write the review sheet (review.xlsx).
cli-write-what-lets-a-terminal-complete = Write what lets a terminal complete commands.
cli-write-what-r-needs-to-work-out-the-key = Write what R needs to work out the key figures again, and run it where it is.
