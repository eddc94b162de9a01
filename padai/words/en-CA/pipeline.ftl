# padai, pipeline

pipeline-a-breakdown-leaves-few-out = consultation.yaml tells of the sensitive question '{ $question }' by { $places }, whose groups leave few people out: how many is everybody less its groups. Give them a group in survey.yaml, or take out: { $last }.
pipeline-a-draft-is-made-of-a-tracker-what-is = a draft is made of a tracker. What is published of a panel or a consultation is decided beforehand: finish the definition, then `padai build`.
pipeline-a-draft-of-few = { $breakdown } is not in the draft: its groups are of too few people, and figures would be withheld with them. Group its answers (`groups:`) in survey.yaml.
pipeline-a-draft-with-groups-merged = { $breakdown }: in the draft, groups of too few people ({ $groups }) are merged with the largest, or with their neighbours where they have an order: what others answered would be withheld with them. In a release, `small_groups: merge` (or `leave_out`) in survey.yaml does so.
pipeline-a-draft-without-a-breakdown = { $breakdown } is not in the draft: in one of its groups, people too few to be shown weigh more than nearly all others, and the errors of totals would tell what they answered. A release would be refused for it: merge the same cells in the weighting (`collapse:` in the wave’s file), or leave { $breakdown } out of `report_breakdowns:`.
pipeline-a-group-of-few-is-told-apart = consultation.yaml tells of '{ $question }' by { $places }. Side by side, these would set apart a group that is too small to be shown. Give the profile larger groups, or take out: { $last }.
pipeline-a-has-one-part-are-declared-another = a { $survey_kind } has one part; { $count_parts } are declared. Another sample is a survey of its own, and is never put together with this one.
pipeline-a-later-version-rests-on-it = { $last } was put out after it and rests on it. Forget that one first (`--wave { $last_wave }`), if nobody has it.
pipeline-a-model-reads-what-is-withheld = this model reads answers to '{ $name }' by { $variable }, a table with confidential cells, or one that the release does not show though { $variable } is sensitive: its estimates would tell of them. Merge groups of { $variable } (`small_groups: merge`), leave it out of `variables:`, or use `model: areas`.
pipeline-a-panel-is-published-once-it-has-met = a panel is published once it has met, with wave '{ $after }' (`after:`); '{ $wave_id }' was asked for.
pipeline-a-published-release-says-under-which = a published release says under which licence its data and its code stand; `licences:` lacks { $lacking }. padai invents none.
pipeline-a-rare-theme-is-told = consultation.yaml, themes: theme '{ $theme }' comes back fewer than { $least } times, and its number would not be hidden: each contribution carries one theme or more, and what the other themes do not count is its own. Join it to another theme of the codebook.
pipeline-a-record-that-is-erased-at-a-persons = a record that is erased at a person's request makes no new version: { $version } stays as it was published, since two versions would tell of that person. Take the record out of the data and withdraw this version from the definition.
pipeline-a-release-is-of-a-wave-that-is-gone = { $version } is out, and the survey has no wave “{ $wave }” any more: the release cannot be compared with what was told of the same people. Give the wave its name back (waves/{ $wave }.yaml).
pipeline-a-release-with-the-status-is-always = a release with the status '{ $status }' is always recorded. Only a draft or a demonstration can be rehearsed without a record.
pipeline-a-report-needs-a-part-named-main = a report opens with the part `main:`, and wave { $wave_id } has none (there are: { $parts }); in the files of waves/, rename `{ $first }:` to `main:`, its `label:` says who it is
pipeline-a-sample-of-type-has-no-trend-it-speaks = a sample of type '{ $kind }' has no trend: it speaks of the people who took part. What changed among the members of a panel is in its report (padai build).
pipeline-a-sensitive-question-is-told-apart = consultation.yaml tells of the sensitive question '{ $question }' by { $places }. { $count_places ->
    [one] How many people it is put to would tell
   *[other] Side by side, these would tell
 } how few gave an answer. Take out: { $last }.
pipeline-added-up-parts-tell-of-few = parts, waves or surveys of the same people tell of few of them once they are added up and subtracted: { $sides }, with answers to '{ $question }' (by '{ $breakdown }'). What is left would be fewer than { $least } people, or a sensitive answer of few. Leave one of them out, or let parts share nobody (`rows:` in waves/*.yaml).
pipeline-affected-names-which-was-never-put-out = { $order_name }: `affected:` names { $unknown }, which was never put out. Put out: { $known }.
pipeline-an-earlier-wave-counts-answers-otherwise = wave { $wave } stands in the series, and { $what }: beside { $version }, the series would tell of these people. Give “{ $question }” in questionnaire.yaml the codes, missing codes and base that it had in { $version }, or leave wave { $wave } out of its `waves:`.
pipeline-and-more = {"\u000A"}  and { $rest } more
pipeline-and-run-the-command-again-the-last = { $said }, and run the command again. The last release is as it was.
pipeline-another-padai-is-publishing-this-survey = another padai is publishing this survey now. Wait until it has ended, then run the command again. Nothing was changed.
pipeline-another-survey-has-a-deposit-of-them = deposit: survey { $other } has deposited a file of the same people already; the two would be joined record by record. Take `deposit:` out of survey.yaml.
pipeline-answers-of-few-count-otherwise = the answers of fewer than { $least } people to “{ $question }” count otherwise than there (its codes, missing codes or base)
pipeline-bases-are-rounded-otherwise-there = { $how ->
       [exact-here] confidentiality.rounding: wave { $wave } holds the same people as wave { $other_wave } of { $other }, which is out and rounds bases to { $bases }. Told exactly here, they undo that. Write `rounding: {"{"}bases: { $bases }{"}"}` in survey.yaml.
       [exact-there] confidentiality.rounding: wave { $wave } holds the same people as wave { $other_wave } of { $other }, which is out and tells bases exactly: rounding them to { $now } here would hide nothing. Take `rounding:` out of survey.yaml.
       *[otherwise] confidentiality.rounding: wave { $wave } holds the same people as wave { $other_wave } of { $other }, which is out and rounds bases to { $bases }, not to { $now }. Side by side, two roundings of one number often tell that number. Write `rounding: {"{"}bases: { $bases }{"}"}` in survey.yaml.
    }
pipeline-bases-were-rounded-otherwise = confidentiality.rounding: bases are rounded to { $now }, and to { $bases } in { $version }, which is already out. Side by side, two roundings of one number often tell that number. Write `rounding: {"{"}bases: { $bases }{"}"}` in survey.yaml.
pipeline-breakdowns-group-is-too-small-and-small = breakdowns.{ $name }: group '{ $lost }' is too small and `small_groups: { $small_groups }` takes it away, but a key result, a break or a bridge names it. Write the merged group under `groups:` and name it there.
pipeline-breakdowns-small-groups-leave-out-leaves = breakdowns.{ $breakdown_id }: `small_groups: leave_out` leaves no group: all have fewer than { $least } people in some wave. Take the breakdown out of `report_breakdowns`, or write larger groups under `groups:`.
pipeline-breakdowns-the-groups-merged-as-do-not = breakdowns.{ $name }: the groups merged as '{ $apart }' do not touch on the tiles. Write the merged groups under `groups:`, with their tiles.
pipeline-by-is-no-breakdown = `--by { $name }`: the survey has no breakdown of that name.{ $hint } It has { $known }. What is withheld for confidentiality goes by the breakdowns of survey.yaml: if { $name } is a question, add a line that names it there, under `breakdowns:`.
pipeline-calendar-announces-for-and-this-release = `calendar:` announces '{ $what }' for { $date }, and this release is of { $publish_on }. Take out what has come, or give the new date.
pipeline-calendar-announces-for-which-has-gone-by = `calendar:` announces '{ $what }' for { $date }, which has gone by: the page of the calendar still says that it is to come. Give the new date, or take it out.
pipeline-change-seen-in-the-file-which-the = Change seen in the file, which the definition does not declare: { $checks }
pipeline-change-these-texts-in-limits-such-a-word = Change these texts; in `limits:` such a word may stand in a sentence that denies it.
pipeline-changed-break = If what was asked changed, in survey.yaml: { $line }
pipeline-changed-question = wave { $wave }: { $said } If it was asked as before (of a random half, say), in survey.yaml: { $line }
pipeline-changed-questions-stop = what is looked at changed, and no line says how:{"\u000A"}{ $lines }
pipeline-compared-with-the-two-versions-would = compared with { $version }, { $what }: the two versions would tell of these people. Wait for the next edition; or, for an error that matters, declare `correction: error` under `release:` (totals in whole points or coarser, bases to 10, no group); or, at a person's request, `correction: erasure`. If the earlier data file was moved, put it back among the data under any name.
pipeline-confidentiality = { $what }: confidentiality
pipeline-contact-not-supplied = contact not supplied
pipeline-deposit-records-are-fewer-than-the-that = deposit: { $count_wave } records are fewer than the { $least } that must be alike. Leave this wave out of the deposit.
pipeline-deposit-weights-tell-what-was-blanked = deposit: this part has only { $different } different weights, which a reader knows; the mean of ten of them would tell of how many people of each profile a trait was blanked. Take breakdowns out of `deposit.profile` until nothing is blanked, or take `deposit:` out.
pipeline-deposit-would-give-a-withheld-cell = deposit: tables withhold cells of question '{ $question }' by '{ $breakdown }', and the file would give them. Take the question out of `deposit.questions`, or the breakdown out of `deposit.profile`.
pipeline-description-to-be-written = Description to be written.
pipeline-draft-not-reviewed-publishing-still = draft, not reviewed: { $count ->
       [0] publishing lacks no text, date or fact. To check
       [one] publishing still lacks { $count } text, date or fact. Which, and on what line
       *[other] publishing still lacks { $count } texts, dates or facts. Their list, line by line
    }: padai lacking { $place }
pipeline-few-answers-differ-there = wave { $wave }: fewer than { $least } of the same people give another answer here than in { $other } (wave { $other_wave }), which is out; both together would tell of them. Give both surveys one file, or wait for the next edition
pipeline-few-of-a-margin-weigh-more = people too few to be shown, in a cell of the margin { $breakdown } of `weighting:`, weigh more than nearly all others of part { $part }: the errors of totals would tell what they answered and, from their part of the population, how many they are. Merge that cell with another (`collapse:` in the wave’s file).
pipeline-few-weigh-apart = people too few to be shown, in a group of { $breakdown }, weigh more than nearly all others of part { $part }: the errors of totals would tell what they answered and, from their part of the population, how many they are. Merge the same cells in the weighting (`collapse:` in the wave’s file) and the small groups (`small_groups: merge` in the breakdown), or leave { $breakdown } out of `report_breakdowns:`.
pipeline-fewer-than-records-change-in-the-whole = fewer than { $least } records change, in the whole or in a printed group
pipeline-file-s-of-this-version-are-not-those = { $count_wrong ->
       [one] { $count_wrong } file of this version is not the one
       *[other] { $count_wrong } files of this version are not those
    } that its manifest names: { $wrong }. Put it back from your archive; no record is made of it.
pipeline-format-there-is-no-such-format-choose = format { $unknown }: there is no such format; choose html, pdf or docx.
pipeline-from-wave-to-wave = from wave to wave
pipeline-geography-not-supplied = Not supplied
pipeline-go-on-to-the-site-of-the-releases = Go on to the site of the releases
pipeline-groups-of-two-surveys-lie-too-close = wave { $wave } holds the same people as wave { $other_wave } of { $other }, which is out, and groups of the two lie too close together: { $mine } here and { $theirs } there, both with answers to '{ $question }' ('{ $other_question }' there). Subtracted, they would tell of fewer than { $least } people, or of a sensitive answer of few. Under `breakdowns:` of survey.yaml give '{ $breakdown }' the same cuts as there, or merge these groups, or leave the breakdown out; where it is the people that differ (`rows:`, `exclusions:`, `base:`), take the same ones.
pipeline-groups-of-two-waves-lie-too-close = waves or parts { $wave } and { $other_wave } hold the same answers of the same people, and their groups lie too close together: { $mine } on one side and { $theirs } on the other, all with answers to '{ $question }'. Subtracted, they would tell of fewer than { $least } people, or of a sensitive answer of few. Give each wave or part people of its own (`rows:` in waves/*.yaml), or leave one of the two out; a file that grows takes the place of the one before.
pipeline-is-a-link-and-a-release-is-a-folder-of = { $place_name } is a link, and a release is a folder of its own. Remove the link, or put the folder there.
pipeline-is-no-date-write-it-as-2025-06-01 = '{ $text }' is no date; write it as 2025-06-01.
pipeline-is-no-release-is-missing-name-the-folder = '{ $release }' is no release: { $inside }/{ $manifest } is missing. Name the folder of a version, such as releases/example/2025/v1.
pipeline-is-not-a-csv-in-utf-8-with-a-row-of = { $name } is not a CSV in UTF-8 with a row of headings. Save it again.
pipeline-is-not-the-log-of-a-witness-it-was-cut = { $shown } is not the log of a witness: it was cut or changed. Remove it, or write it again with: { $command } --out ...
pipeline-is-not-what-went-out-on-pins-that = { $shown } is not what went out on { $date }: { $named }. { $releases_file } pins that version. Put it back from your archive (padai release restore), or move the folder away and build again: only the same bytes take its place.
pipeline-is-not-what-went-out-put-it-back-from = { $shown } is not what went out: { $named }. Put it back from your archive, then migrate. Nothing was changed.
pipeline-it-names-the-survey-which-is-not-in = it names the survey '{ $name }', which is not in { $surveys }/. Correct `follows:`, `register_of:`, or the `survey:` of an entry's source.
pipeline-main = main
pipeline-merged-weigh-apart = groups of { $breakdown } merged by `small_groups: merge` do not weigh as the people do with whom they are merged, in part { $part }, and what each of them weighs is known: shares of the merged group and their errors would tell how many they are and what they answered. Merge the same cells in the weighting (`collapse:` in the wave’s file), or leave { $breakdown } out of `report_breakdowns:`.
pipeline-name-words = { $name }: { $words }
pipeline-names-no-cell-a-csv-file-is-needed-with = { $path_name } names no cell: a CSV file is needed with the columns { $wanted }, and a row for each cell (* for all).
pipeline-no-draft-can-set-these-findings-aside = no draft can set these findings aside:{"\u000A"}{ $lines }
pipeline-no-key-result-of-this-release-has-a = no key result of this release has a figure: all are withheld, or of samples without standard errors.
pipeline-no-last-line = none
pipeline-no-version-that-is-here-shows-a-cell-at = no version that is here shows a cell at these addresses. Nothing was changed.
pipeline-nobody-has-this-demonstration-forget-it = {" "}Nobody has this demonstration? `padai release forget { $survey } --wave { $wave }`, then build again: what did not change is not made twice.
pipeline-nobody-is-drawn-yet-draw-has-no-seed-run = nobody is drawn yet: `draw:` has no `seed:`. Run padai draw once it is known.
pipeline-none-in-this-wave = none in this wave
pipeline-none-was-put-out-yet = none was put out yet
pipeline-not-comparable = not comparable
pipeline-not-supplied-2080 = Not supplied
pipeline-not-supplied-fa45 = not supplied
pipeline-not-what-was-announced-on-the-sha-256 = { $listed }: not what was announced on { $day }; the SHA-256 differs. Put back the files that were announced; if they cannot be, announce another draw with another seed.
pipeline-nothing-put-out = nothing
pipeline-nothing-to-forget = nothing to forget: { $releases_file } records no version of wave { $wave }. `padai release list` tells what went out.
pipeline-nothing-to-give-back-neither-nor-the = nothing to give back: neither { $releases_file } nor the folder of releases holds { $wave }/v{ $chosen }.
pipeline-nothing-to-give-back-this-version-stands = nothing to give back: this version stands as it went out, and is recorded.
pipeline-nothing-was-put-out-so-nothing-can-be = nothing was put out, so nothing can be withdrawn: { $releases_file } has no record of this wave.
pipeline-only-a-demonstration-is-forgotten = this version went out on { $date }, and only a demonstration that was not withdrawn can be forgotten. To withdraw it: `status: withdrawn` and a `reason`; to change it: a new `version:`.
pipeline-or-name-your-archive = {" "}Or name your archive: `archive_dir:` in padai.yaml.
pipeline-other-last-digits = this processor gives other last digits than the one that made what went out, and no other result: those of the version that went out stay.
pipeline-out-a-witness-holds-answers-of-single = --out { $out }: a witness holds answers of single people and does not go into or around { $shown }. Name a folder of its own, such as --out ../witness.
pipeline-overlap-must-say-what-the-samples-of-the = `overlap:` must say what the samples of the waves share: none, respondent or psu.
pipeline-people-took-part-under-nothing-of-what = { $count_wave } people took part; under { $least }, nothing of what they said is published.
pipeline-population-not-supplied = Population not supplied
pipeline-proposed = proposed
pipeline-publishing = Publishing
pipeline-publishing-did-not-end = publishing did not end: { $no_memory }.
pipeline-put-together-parts-lie-too-close = parts or waves of the same people, put together, lie too close: { $mine } on one side and { $theirs } on the other, with answers to '{ $question }' (by '{ $breakdown }' and by '{ $other_breakdown }'). Subtracted, they would tell of fewer than { $least } people, or of a sensitive answer of few. Take the same people on both sides (`rows:` and `exclusions:` in waves/*.yaml), or leave one of these parts out.
pipeline-question-is-kept-apart-from =
    question '{ $question }' { $count_waves ->
        [0] was asked in no wave
        [one] was asked in { $count_waves } wave
       *[other] was asked in { $count_waves } waves
    } of part '{ $part }' up to { $wave_id }; a series needs two. In { $waves } the definition has '{ $other }', kept apart from it: { $turned ->
        [yes] the same answers under other codes there, a scale that turned over.
       *[no] same column or label, but its words or its codes changed.
    } If they are one question, write in questionnaire.yaml what follows, and take '{ $other }' out:
    { $lines }
pipeline-question-was-asked-in-wave-s-of-part-up = question '{ $question }' was asked in { $count_waves ->
       [0] no wave
       [one] { $count_waves } wave
       *[other] { $count_waves } waves
    } of part '{ $part }' up to { $wave_id }; a series needs two.
pipeline-question-was-not-asked-in-wave-of-part = question '{ $question }' was not asked in wave { $wave_id } of part '{ $part }'; plan from a wave that asked it, with --wave.
pipeline-questions-0f38 = Questions, { $number }
pipeline-questions-778c = Questions
pipeline-r-is-here-without-its-package-install-it = R is here without its package '{ $name }'. Install it, then run the command again: Rscript -e 'install.packages("{ $name }")'
pipeline-r-stopped-before-its-verdict-run-it-in = R stopped before its verdict. Run it in that folder to see why: Rscript witness.R
pipeline-r-was-stopped-after-minutes-run-it = R was stopped after { $minutes } minutes. Run it yourself where it may take longer: Rscript witness.R
pipeline-reason-not-supplied = Reason not supplied.
pipeline-records-but-its-store-earlier-results = { $order_name }: { $releases_file } records { $record_name }, but its store { $state } ({ $where }). Earlier results are inputs of this one: put the store back.{ $archive } A draft is built without it.
pipeline-register-of-that-survey-has-no-decisions = `register_of: { $keeper }`: that survey has no decisions.yaml.
pipeline-settling-lines = To be written in survey.yaml, as the case is. If what was asked changed, a break:
    { $entry }
    If { $count ->
        [1] the question is still the same
       *[other] the questions are still the same
    }, an acceptance a finding, with its reason:
    { $entries }
pipeline-site-of-the-releases = Site of the releases
pipeline-sponsor-not-supplied = Sponsor not supplied
pipeline-step-comparisons = { $place }: comparisons
pipeline-step-estimates = { $place }: estimates
pipeline-step-robustness = { $place }: robustness
pipeline-store-is-another = is not the one that was put out
pipeline-store-is-missing = is missing
pipeline-table-there-is-no-such-table-of-this = --table { $question },{ $breakdown }: there is no such table. Of this question there are: { $known }.
pipeline-text-s-are-still-to-be-written-before = { $count_todo ->
       [one] { $count_todo } text is
       *[other] { $count_todo } texts are
    } still to be written before anything is published (« à compléter »):{"\u000A"}{ $listed }{ $rest }
pipeline-texts-of-a-place = {"  "}{ $place }: { $names }
pipeline-the-archive-does-not-hold-this-version = the archive ({ $named }) does not hold this version as it went out. Put it there whole, with its store, and run the command again. Nothing was changed.
pipeline-the-archive-still-holds = the archive still holds { $held }: { $archive_dir }.
pipeline-the-data-file-of-that-version-is-no = the data file of that version is no longer among the data, or it left out respondents by name or by other values of a rule: the records that change cannot be counted
pipeline-the-data-of-wave-are-not-those-of-and = the data of wave { $wave } are not those of { $version }: { $what }, and the series would tell of these people. Estimate the series from the file of that version (put it back), or wait until more records are corrected.
pipeline-the-definition-declares-version-by-now = the definition declares version { $version } by now, so version { $version_2 } cannot be built from it. Take the project as it was when that version went out, with the same { $folder_name }/.
pipeline-the-deposit-was-changed = deposit: { $fields } changed since { $name }, of which a file went out; two files of the same people are joined record by record. Restore these lines of survey.yaml, or take `deposit:` out.
pipeline-the-disk-is-full-make-room = the disk is full. Make room
pipeline-the-draft-shows-wave-alone-nothing-says = the draft shows wave { $wave } alone: nothing says what the waves share. Write in survey.yaml: overlap: none (other people) or respondent (the same)
pipeline-the-files-label-the-words-of-the = { $label } [the file’s label: the words of the question are to be written]
pipeline-the-folder-of-releases-may-not-be = the folder of releases may not be written to. Make it writable
pipeline-the-key-result-s-shown-by-are-no-longer = { $count ->
       [one] the key result { $gone }, shown by { $record_name }, is no longer declared, or not as it was
       *[other] the key results { $gone }, shown by { $record_name }, are no longer declared, or not as they were
    }. A key result stays, whatever the data say: put { $count ->
       [one] it
       *[other] them
    } back in `key_results:`, and add others under { $count ->
       [one] it
       *[other] them
    }.
pipeline-the-last-one-put-out = the last one put out is { $last }
pipeline-the-methodology-says-nothing-of-give = the methodology says nothing of: { $undisclosed }. Give each, or declare it with `status: not_applicable` or `not_supplied` and a reason.
pipeline-the-publishing-process-ended-without-a = The publishing process ended without a result (code { $returncode }). Its last line: { $said }
pipeline-the-release-declares-version-but-declare = the release declares version { $version }, but { $known }. Declare `version: { $last }`, or restore { $releases_file }, which records them.
pipeline-the-results-of-a-panel-or-a-consultation = the results of a panel or a consultation are counts of people, without standard errors: there is nothing for R to work out again.
pipeline-the-same-people-cannot-be-compared = wave { $wave } is made from the same file as wave { $other_wave } of { $other }, which is out, and what was left out of that file there can no longer be told: the groups of the two cannot be compared. Put waves/{ $other_wave }.yaml of that survey back as it was at its release.
pipeline-the-secret-of-the-draw-is-not-there = { $secret } is not there: without this random text, the hash that goes out of the file of volunteers would tell the profile of each to whoever tries them all. Run padai draw, which writes it beside the volunteers, then keep it.
pipeline-the-secret-of-the-draw-is-short = { $secret } holds fewer than { $least } characters, which can be found by trying. Delete it, then run padai draw, which writes another.
pipeline-the-series-holds-a-wave-that-was-withdrawn = wave { $wave } stands in the series, and { $version } was withdrawn for confidentiality: the series would print its figures again. Put out version { $next } of wave { $wave } first, without what told of people; or take { $wave } out of `waves:` in survey.yaml.
pipeline-the-site-goes-to-which-holds-something = the site goes to { $shown }, which holds something else. Empty that folder, or name another one: `site:` in padai.yaml.
pipeline-the-store-holds-figures-that-the = the store holds figures that the definition no longer gives: { $question }, { $response }. Build the release again, or take the definition as it was.
pipeline-the-survey-declares-no-key-result-and-a = the survey declares no key result, and a witness is of these. Declare them under `key_results:` in survey.yaml, or write the witness of any estimates: est.witness('r').
pipeline-the-survey-is-declared-synthetic-so-its-02d0 = the survey is declared synthetic, so its release may be 'draft' or 'demonstration', not '{ $status }'.
pipeline-the-survey-is-declared-synthetic-so-its-83e0 = the survey is declared synthetic, so its release may be 'draft' or 'demonstration', not '{ $status }'. Correct `status:`.
pipeline-there-is-no-file-of-cells = there is no file { $path_name }. Check its name and folder.
pipeline-there-is-no-panel-yaml-in-the-surveys = there is no panel.yaml in the survey's folder; it declares pool, seats, quotas and seed.
pipeline-there-is-no-site-url-in-padai-yaml-the = there is no `site_url:` in padai.yaml: the links of the site are relative, and it has no sitemap.xml and no canonical addresses; those of its error page (404.html) hold at its root alone.
pipeline-these-releases-show-the-same-series-and = these releases show the same series and stay: { $later }. Name them in `affected:` if they show what is withdrawn.
pipeline-this-build-does-not-give-its-bytes = this build does not give its bytes, though no result differs: a template, the formats, padai or a library changed. The files that went out are in your archive (`padai release restore`)
pipeline-this-build-would-change-its-results-find = this build would change its results. Find what changed with: { $verify }
pipeline-this-build-would-change-of-its-files = this build would change { $count_changed } of its files, though no result: { $named }. A template, the formats or the version of padai changed
pipeline-this-version-has-no-deposit = deposit: this version has no file for an archive. That of { $name } went out, and a second one that differs would give the corrected records.
pipeline-this-version-has-no-store-yet-and-a = this version has no store yet, and a witness is of its figures. Run: { $command }
pipeline-this-version-was-withdrawn-on-it-is-not = this version was withdrawn on { $date }; it is not given back.
pipeline-this-wave-has-no-store-yet-run = this wave has no store yet. Run: { $command }
pipeline-title-to-be-written = Title to be written
pipeline-to-be-written-before-publishing = To be written before publishing.
pipeline-two-surveys-tell-a-sensitive-answer = beside { $other }, which is already published and is of the same people, this version would tell what fewer than { $least } people answered of '{ $name }', which is sensitive, since the counts of both differ. Leave it out here, or withdraw it there (`padai release withdraw`).
pipeline-two-surveys-tell-whole-records = beside { $other }, which is already published and is of the same people, this version would tell, question by question, what fewer than { $least } people answered who are in one of both only, or whose answers differ. Leave out of the one what the other tells, or give both the same records.
pipeline-two-versions-of-a-consultation-tell-of-few = consultation.yaml, { $place }: beside { $version }, which is already published, this version would tell what fewer than { $least } people, or all who came or left since, answered to a sensitive question. Take it out of consultation.yaml (what { $version } says of it stays), or wait until more records are corrected.
pipeline-two-versions-tell-whole-records = beside { $version }, which is already published, this version would tell, question by question, what fewer than { $least } people answered who came, left or were corrected since. What is out stays: a record that is erased at a person's request leaves the data and makes no new version. Wait until more records change together; or, for an error that matters, withdraw { $version } first (`status: withdrawn`, `withdrawn: confidentiality`).
pipeline-version-was-withdrawn-on-to-publish = version { $version } was withdrawn on { $date }. To publish again, declare `version: { $last }` and a `reason`.
pipeline-version-went-out-on-and-is-frozen-what = version { $version } went out on { $date } and is frozen; { $what }. What went out was left as it is. If the change is meant, declare `version: { $following }`, `status: corrected` and a `reason`.{ $releases_file }
pipeline-version-went-out-on-as-and-is-frozen-so = version { $version } went out on { $date } as '{ $status }' and is frozen, so it cannot become '{ $status_2 }'. Declare `version: { $last }` for the next one.
pipeline-version-went-out-on-made-by-the-engine = version { $version } went out on { $date }, made by the engine `{ $standing }`; the engine `{ $engine }` would change its files and no result. Leave `--engine` out, or write `--engine { $standing }`.
pipeline-was-made-by-quarto-and-a-version-keeps = { $shown } was made by Quarto, and a version keeps its engine: { $texts }
pipeline-was-told-before-it-was-sensitive = { $name } is declared sensitive now, and { $version }, which is out, counts few people of it. Withdraw it there first: `padai release withdraw { $survey } --cells cells.csv`, with its table in cells.csv (part, wave, question, response, breakdown, group; * for all). What was withdrawn is not told again.
pipeline-was-withdrawn-and-has-no-record = a notice of withdrawal stands in { $shown }, and { $releases_file } does not record that version: built now, it would go out again. Put { $releases_file } back from your repository.
pipeline-wave-is-compared-without-its-weights = wave { $wave_id } is compared without its weights, question by question: { $why }
pipeline-wave-is-not-compared = wave { $wave_id } is not compared: { $why }
pipeline-wave-question-s-changed-with-no-declared = wave { $wave }: { $count ->
       [one] { $count } question changed with no declared break; it is not compared
       *[other] { $count } questions changed with no declared break; they are not compared
    }: { $named }. In survey.yaml, declare what changed: { $line }
pipeline-wave-question-s-left-out-as-their = wave { $wave }: { $count ->
       [one] { $count } question left out, as its answers
       *[other] { $count } questions left out, as their answers
    } do not read as the definition says: { $named }. See why: padai validate --wave { $wave }
pipeline-waves-yaml-declares-no-release-add-it-1646 = waves/{ $wave_id }.yaml declares no `release:`. Add it, with version, status and publish_on.
pipeline-waves-yaml-declares-no-release-add-it-2bec = waves/{ $wave }.yaml declares no `release:`. Add it, with version, status and publish_on.
pipeline-weighted-otherwise = the people of wave { $wave } are weighted otherwise than in { $version }, and cells of them are withheld: two totals of the same groups tell these cells. { $where ->
       [here] Put back the targets and `weighting:` of that version; or, for an error that matters, declare `correction: error` under `release:` (totals in whole points or coarser, bases to 10, no group).
       *[before] Put back the targets and `weighting:` that the wave had there.
    }
pipeline-weighted-otherwise-there = wave { $wave } holds the same people as wave { $other_wave } of { $other }, which is out and weights them otherwise, and cells of question { $question } are withheld: two totals of the same groups tell these cells. Weight both alike (`weighting:` and targets), or leave { $question } out of this survey.
pipeline-went-out-and-has-no-record-of-it-without = { $shown } went out, and { $releases_file } has no record of it: without it nothing holds what went out. Put the file back from your repository, or run: padai release restore { $survey } --wave { $wave }. Nobody has this version? Remove the folder too.
pipeline-what-one-survey-withholds-another-shows = wave { $wave } holds the same people as wave { $other_wave } of { $other }, which is out, and a figure of '{ $question }' by '{ $breakdown }' that one of the two withholds for confidentiality is shown by the other ('{ $other_question }' by '{ $other_breakdown }' there). { $breakdown ->
        [total] Leave the question out of one of the surveys.
       *[other] Under `breakdowns:` of survey.yaml write `small_groups: merge` (or `leave_out`) for '{ $breakdown }', or leave the breakdown or the question out of one of the surveys.
    }
pipeline-what-one-wave-withholds-another-shows = waves or parts { $wave } and { $other_wave } hold the same answers of the same people, and a figure of '{ $question }' by '{ $breakdown }' that one of the two withholds for confidentiality is shown by the other. Give each wave or part people of its own (`rows:` in waves/*.yaml), or leave one of the two out.
pipeline-which-cells-were-withdrawn-is-not-known = cells of { $version } were withdrawn before that version was withdrawn whole, and { $path }, which says which, is missing: what is built now could show them again. Put that file back from your backup, or write it: the columns { $keys }, one line a withdrawn table, a star for “all”.
pipeline-words-that-speak-for-people-who-took-no = words that speak for people who took no part stand in the definition. { $said }
