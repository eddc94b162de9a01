# padai, publishing-chapters

publishing-chapters-a-break-in-series-is-a-declared-and = A break in series is a declared and dated reason not to compare two editions. Within its scope no comparison is made and lines are broken.
publishing-chapters-a-break-leaves-editions-out-of-the = ≠: a break leaves editions out of the series.
publishing-chapters-a-break-lies-between-this-edition-and = A break lies between this edition and the one before: the two cannot be compared.
publishing-chapters-a-cause = “because of”, “thanks to”, “due to”
publishing-chapters-a-comparison-across-the-break-of = A comparison across the break of { $when }
publishing-chapters-a-comparison-with-the-measure-of = A comparison with the measure before ({ $when })
publishing-chapters-a-data-file-bears-a-date-earlier-than = A data file bears a date earlier than the seal.
publishing-chapters-a-difference-between-two-percentages-is-6a80 = A difference between two percentages is given in { -percentage-points }, rounded from the exact values: it may differ by 0.1 point from that of the two values shown. In a sentence, a difference of ten points or more is rounded to a whole point; the tables give its decimal. A comparison without a verdict is exploratory.
publishing-chapters-a-difference-between-two-percentages-is-9249 = A difference between two percentages is said in points: { $right }.
publishing-chapters-a-fall = a fall
publishing-chapters-a-figure-on-a-group-of-few-respondents = A figure on a group of few respondents without saying so
publishing-chapters-a-figure-on-a-group-too-small = A figure on a group too small
publishing-chapters-a-finding-may-be-false-for-reasons-that = A finding may be false for reasons that the interval does not measure: false answers, unequal participation, people who do not know. For each headline indicator, what follows says how large each of these would have to be for the finding to change. These are not estimates of these faults. “Favourable” means here: counted in the response that is followed, whichever it is, that of a risk included; “unfavourable”: not counted in it.
publishing-chapters-a-group-under-the-least-that-may-be = A group under the least that may be published is to be merged with another, or boosted to a base of 100; a group between the two gains from a boost.
publishing-chapters-a-majority-more-than-half-a-minority = “a majority”, “more than half”, “a minority”
publishing-chapters-a-part-that-is-not-weighted-describes = A part that is not weighted describes the people who answered it, not a population: the gap between the parts is not tested.
publishing-chapters-a-rise = a rise
publishing-chapters-a-rise-a-fall-or-no-change = A rise, a fall, or “no change”
publishing-chapters-a-rise-or-a-fall-over-the-period = A rise or a fall over the whole period
publishing-chapters-a-rule-of-this-publication-under = A rule of this publication: under { $low } respondents nothing is shown (too few); from { $low } to { $small } the result carries the flag b.
publishing-chapters-a-sample-of-this-type-does-not-allow = A sample of this type does not allow groups to be compared.
publishing-chapters-a-sample-of-this-type-is-not-compared = A sample of this type is not compared from one edition to the next.
publishing-chapters-a-seal-says-when-a-text-existed-it-says = A seal says when a text existed; it says neither whether anybody had seen answers already nor whether other texts were sealed, and the start of fieldwork is the one that the team declares.
publishing-chapters-a-share-e-of-the-answers-of-one-edition = A share e of the answers of one edition, false ones, is taken out: what is left is (p − e·a) / (1 − e), where p is the published share and a is 1 if the false answers all go to the response that is followed (“favourable”), 0 if none does (“unfavourable”), or that response’s part of the choices (“at random”). The share given is the smallest that changes the finding, by the standard error of the answers that are left and with the other comparisons of the same family held. For reference, one study classed 4% to 7% of the answers of opt-in online panels in the United States as bogus (Pew Research Center, “Assessing the Risks to Online Polls From Bogus Respondents”, February 18, 2020); that rate is no measure of this survey.
publishing-chapters-a-signed-tag-lies-beside-the-seal-but = A signed tag lies beside the seal, but the definition names no signer: it is not checked.
publishing-chapters-a-sum-or-an-average-of-the-parts-of-the = A sum or an average of the parts of the survey
publishing-chapters-a-survey-describes-it-does-not-say-why = The survey describes what people answer; it does not say why.
publishing-chapters-a-time-stamp-reply-lies-beside-the-seal = A time-stamp reply lies beside the seal, but the definition names no authority: it is not checked.
publishing-chapters-absent = absent
publishing-chapters-accepted = Accepted
publishing-chapters-access-before-publication = Access before publication
publishing-chapters-according-to-the-team-it-dates-from = { $what } According to the team, it dates from { $day }; nothing from outside confirms it.
publishing-chapters-according-to-the-team-these-results-were = According to the team, these results were chosen and put in order before the survey. All are shown, whatever they say.
publishing-chapters-add = add { $more }
publishing-chapters-added = added
publishing-chapters-against-official-values = Against official values
publishing-chapters-against-the-other-groups = Compared with the other groups
publishing-chapters-all = all
publishing-chapters-all-comparable-editions = all comparable editions
publishing-chapters-all-declared-results-are-shown-whatever = All declared results are shown, whatever they say; those that were not chosen before the survey say so.
publishing-chapters-all-editions = All editions
publishing-chapters-all-editions-and-all-items-tables = All editions and all items (tables)
publishing-chapters-all-followed-series-table = All followed series (table)
publishing-chapters-all-its-results-table = All its results (table)
publishing-chapters-all-tables = All tables
publishing-chapters-all-values-before-and-after = All values, before and after
publishing-chapters-all-versions = All versions
publishing-chapters-all-versions-of-this-edition-were = All versions of this edition were withdrawn.
publishing-chapters-always-stands = always stands
publishing-chapters-an-area-with-few-respondents-gives-an = An area with few respondents gives an imprecise direct estimate. The { -regional-estimate } also rests on the other areas; both are given side by side. No rank is drawn from them.
publishing-chapters-an-edition-is-not-published = an edition is not published
publishing-chapters-an-interval-is-that-of-one-comparison = The interval of a difference or of a trend is that of this comparison taken alone. The verdict takes into account all the comparisons of its family: an interval may therefore exclude zero although no change is shown.
publishing-chapters-and-other-values-in = And { $more } other values in { $file }.
publishing-chapters-another-finding = (another finding)
publishing-chapters-answer = “{ $answer }”
publishing-chapters-answer-scale = answer scale
publishing-chapters-apart = Apart
publishing-chapters-approximation-for-synthetic-data-only = approximation, for synthetic data only
publishing-chapters-areas-checked = Two checks: what the areas of the model add up to, before they are moved to the direct figure of the whole; and, area by area, how many standard deviations the direct estimate stands from what the model expects (the residual).
publishing-chapters-areas-checked-title = Does this model fit?
publishing-chapters-areas-far =
    { $far ->
        [one] One residual of { $counted } is beyond 2: { $names }. If this area is unlike the others, its { -regional-estimate } is too close to them and its interval may miss it: read its direct estimate too.
       *[other] Of { $counted } residuals, { $far } are beyond 2: { $names }. If these areas are unlike the others, their { -regional-estimates } are too close to them and their intervals may miss them: read their direct estimates too.
    }
publishing-chapters-areas-map-alt = Grid of tiles, one an area, with the { -regional-estimate } and its interval. { $told }.
publishing-chapters-areas-map-borrowed = More than half borrowed from the other areas
publishing-chapters-areas-map-caption = { $name }: { -regional-estimates }.
publishing-chapters-areas-map-detail = { -regional-estimate-initial } and 95% prediction interval, under the model, by { $by }.
publishing-chapters-areas-map-note = The colour says how much the estimate owes to the area’s own answers, not its level: no rank is drawn from it.
publishing-chapters-areas-map-note-short = No rank is drawn from these estimates.
publishing-chapters-areas-map-own = At least half from the area’s own answers
publishing-chapters-areas-map-synthetic = No answer of the area: synthetic estimate
publishing-chapters-areas-none-far = None of the { $counted } residuals is beyond 2.
publishing-chapters-areas-residual = Residual, in standard deviations
publishing-chapters-areas-residuals-caption = { $name }: residuals of the model by area.
publishing-chapters-areas-residuals-note = If the model is right, about one residual in twenty is beyond 2. Areas of which no direct estimate is published have no residual here. Several far-off areas hide each other in part: a small residual is no proof.
publishing-chapters-areas-residuals-table = Residuals by area (table)
publishing-chapters-areas-whole = Together the areas of the model give { $modelled }, the direct estimate { $direct }.
publishing-chapters-areas-whole-shown = Areas whose number of respondents is not published take no part in this sum: over the others, the modelled areas add up to { $modelled } before they are moved, and the direct estimates to { $direct }.
publishing-chapters-as = { $which } as { $documents }
publishing-chapters-as-published = as published
publishing-chapters-base = Base
publishing-chapters-base-n = base (n)
publishing-chapters-before = Before
publishing-chapters-borrowed-from-other-areas = Borrowed from other areas
publishing-chapters-borrowed-more-than = over { $share }
publishing-chapters-bounds-of-the-calibration-factors-and = Bounds of the calibration factors: { $low } and { $high }.
publishing-chapters-break-before = ; break before { $breaks }
publishing-chapters-break-in-series-3b82 = break in series
publishing-chapters-break-in-series-94c2 = Break in series ({ $kind }, { $when })
publishing-chapters-break-kind-when-and-what = { $kind } ({ $when }; { $what })
publishing-chapters-break-touches =
    { $of ->
        [groups] { $n ->
            [one] { $n } group
           *[other] { $n } groups
        }
       *[questions] { $n ->
            [one] { $n } question
           *[other] { $n } questions
        }
    }
publishing-chapters-breakdown = breakdown
publishing-chapters-breaks-in-series-editions-not-comparable = Breaks in series (editions not comparable across them, for what each touches)
publishing-chapters-by = by { $by_name }
publishing-chapters-by-edition = { $label }, by edition.
publishing-chapters-calculation-calibrated = The error of a calibrated estimate is that of the residuals of the variable on the margins (calibrate, of R’s survey package, gives the same).
publishing-chapters-calculation-calibrated-replicates = Calibration is made again with each set of weights.
publishing-chapters-calculation-changes = Changes between editions.
publishing-chapters-calculation-changes-text =
    { $overlap ->
        [respondent] People answer more than one edition: the covariance between editions is counted, each person in the stratum where first selected, or in the primary unit where drawn.
        [psu] The editions share primary units: the covariance between editions is counted.
       *[none] The editions have no respondents in common: the variance of a change is the sum of both variances.
    }
publishing-chapters-calculation-degrees = Degrees of freedom.
publishing-chapters-calculation-degrees-of-part = Degrees of freedom ({ $part }).
publishing-chapters-calculation-degrees-text =
    { $drawn ->
        [replicates] Rank of the sets of replicate weights, minus one, or the number declared where it is smaller.
        [psu] Number of primary units of those who answered, minus one.
        [psu-strata] Number of primary units of those who answered, minus the number of their strata.
        [person-strata] Number of people who answered, minus the number of strata.
       *[person] Number of people who answered, minus one.
    } For a difference, the count is of all the people compared.
publishing-chapters-calculation-delivered = The weights delivered with the data are taken as fixed.
publishing-chapters-calculation-effect = { -design-effect-initial }.
publishing-chapters-calculation-effect-text = The { -design-effect } of a proportion p is the square of its standard error over p (1 − p) / (n − 1); the effective sample size is n over the { -design-effect }.
publishing-chapters-calculation-errors = Standard errors.
publishing-chapters-calculation-errors-of-part = Standard errors ({ $part }).
publishing-chapters-calculation-intervals = How intervals are made.
publishing-chapters-calculation-intervals-text = The interval of a proportion p, of standard error e, is logit(p) ± t e / [p (1 − p)], brought back to a percentage, where t is the quantile of Student’s distribution; at 0% and 100%, that of Clopper and Pearson. That of a mean, an index, a difference or a slope is that value ± t e.
publishing-chapters-calculation-linear =
    Taylor linearization, { $drawn ->
        [psu] primary units drawn
        [psu-strata] primary units drawn within each stratum
        [person-strata] people drawn one by one within each stratum
       *[person] people drawn one by one
    }{ $finite ->
        [yes] , without replacement
       *[no] , with replacement
    }.
publishing-chapters-calculation-lonely = Stratum of a single unit: R’s “{ $rule }” rule.
publishing-chapters-calculation-replicates = Replicate weights delivered with the data (“{ $kind }”).
publishing-chapters-calculation-tests = Corrected p-values.
publishing-chapters-calculation-tests-text = Holm’s method, within each family of comparisons. Stability: two one-sided tests (TOST) at the 5% level, corrected likewise among the comparisons of the family that have a margin. No verdict where a base is too small, or where the effective sample size times the smaller of the shares p and 1 − p is under 5. Outside families, the method of Benjamini and Hochberg, among all answers and groups of a question and a breakdown.
publishing-chapters-calculation-title = How the figures are calculated
publishing-chapters-calibration-margins-before-and-after = Calibration margins, before and after weighting.
publishing-chapters-calibration-margins-table = Calibration margins (table)
publishing-chapters-case-s = { $count ->
       [one] { $count } case
       *[other] { $count } cases
    }
publishing-chapters-cases-not-counted = number not published (a group of fewer than { $least } cases)
publishing-chapters-cases-not-told = number not published
publishing-chapters-cause = Cause
publishing-chapters-certainty = Precision
publishing-chapters-change-and-verdict = Change and verdict
publishing-chapters-change-from-to = change from { $first } to { $last }
publishing-chapters-change-in-points-of-the-index = change, in points of the index
publishing-chapters-change-since-43b7 = {" "}(change since { $since })
publishing-chapters-change-since-88f1 = Change since { $since }
publishing-chapters-change-since-the-previous-edition-and = Change since the previous edition and finding, by choice of method.
publishing-chapters-changed = changed
publishing-chapters-changed-after-5493 = changed after
publishing-chapters-changed-after-dd76 = changed after
publishing-chapters-changed-after-the-seal = Changed after the seal:
publishing-chapters-changes = Changes.
publishing-chapters-changes-in-percentage-points-except-for = Changes in { -percentage-points }, except for means.
publishing-chapters-changes-not-worked-out-again-because = Changes not worked out again, because they rest on a difference of method that was measured apart: { $count }.
publishing-chapters-changes-under-their-figures = { $n ->
        [one] For { $others }, a change is shown within a smaller group of comparisons, but not among all of them: see its figure.
       *[other] For { $others }, a change is shown within a smaller group of comparisons, but not among all of them: see their figures.
    }
publishing-chapters-chapter = chapter
publishing-chapters-checks-that-could-not-be-made-for-want = Checks that could not be made, for want of what they need:
publishing-chapters-checksums = Checksums
publishing-chapters-choice-of-the-result = Choice of the result
publishing-chapters-coefficient-of-variation-cv-over-15-and-549c = *: coefficient of variation (CV) over 15% and up to 25%; **: CV over 25%
publishing-chapters-coefficient-of-variation-cv-over-15-and-67fc = *: coefficient of variation (CV) over 15% and up to 25%; **: CV over 25% and under 33%; F: CV of 33% or more, not published
publishing-chapters-comparability-of-editions = Comparability of editions
publishing-chapters-compared-with = Compared with { $the_wave }
publishing-chapters-complete-interviews-i = complete interviews (I)
publishing-chapters-contact = Contact
publishing-chapters-contract = Contract
publishing-chapters-corrected-data = corrected data
publishing-chapters-corrected-values = Corrected values
publishing-chapters-corrected-values-table = Corrected values (table)
publishing-chapters-corrected-version = corrected version
publishing-chapters-corrections-to-version = Corrections to version { $version }
publishing-chapters-correlation-with-the-rest = Correlation with the rest
publishing-chapters-counted-as = counted as{" "}
publishing-chapters-covariates = Covariates
publishing-chapters-data-processing = Data processing
publishing-chapters-data-tables = Data tables ({ $suffix })
publishing-chapters-date = Date
publishing-chapters-dates = Dates
publishing-chapters-declared-according-to-the-team = declared, according to the team
publishing-chapters-declared-according-to-the-team-on = declared, according to the team, on { $when }
publishing-chapters-declared-according-to-the-team-on-a-day = declared, according to the team, on a day that is not on record
publishing-chapters-declared-before-the-data = declared before the data
publishing-chapters-declared-before-the-data-hash-published = declared before the data, hash published
publishing-chapters-declared-before-the-data-signed-by-a = declared before the data, signed by a third party
publishing-chapters-declared-before-the-data-time-stamped = declared before the data, time-stamped
publishing-chapters-declared-margin = declared margin: ± { $size }
publishing-chapters-declared-margin-within-reach = Declared margin within reach
publishing-chapters-definition-of-the-questions = definition of the questions
publishing-chapters-definition-of-the-survey = definition of the survey
publishing-chapters-demonstration = demonstration
publishing-chapters-details-in-the-report = Details in the report: { $chapter }
publishing-chapters-devices = Devices
publishing-chapters-direct-estimate = Direct estimate
publishing-chapters-dont-know = “Don’t know”
publishing-chapters-draft-not-reviewed = Draft, not reviewed
publishing-chapters-drift-remark-larger = Caution: an error against an official value has changed by { $largest } points since { $since }, more than this result.
publishing-chapters-drift-remark-shown = Caution: the errors against official values have changed since { $since } too, so that this change may come from who answered.
publishing-chapters-e-coefficient-of-variation-cv-over-16-5 = E: coefficient of variation (CV) over 16.5% and up to 33.3%; F: CV over 33.3%, not published
publishing-chapters-each-edition-has-a-level-of-its-own = Each edition has a level of its own in the model: what changed everywhere is not drawn back, only what sets an area apart from it.
publishing-chapters-each-finding-on-the-change-of-a-headline = Each finding on the change of a headline indicator was made again with other choices of method. Findings that depend on one of these choices: { $changed } out of { $counted }.
publishing-chapters-each-group-is-compared-with-the-other = Each group is compared with the other groups of the same breakdown together. “no difference shown” does not mean “no difference”.
publishing-chapters-each-has-its-own-population = {" "}Each has its own population.
publishing-chapters-each-percentage-is-a-share-weighted =
    Each percentage is a share { $people }, weighted unless stated otherwise. The base is everyone who was asked the question and answered it{ $unsure ->
        [in] ; “don’t know” counts as an answer, except in a mean
        [out] ; “don’t know” does not count as an answer
        [some] ; “don’t know” counts as an answer where the question provides for it, except in a mean
       *[none] {""}
    }. The number n is always that of the respondents of the base, unweighted.
publishing-chapters-each-question-is-given-in-the-words-and = Each question is given in the words and languages in which it was asked, with its answers in order and their results.
publishing-chapters-each-slope-has-its-and-where-the-series = Each slope has its { $interval } and, where the series belongs to a declared family, a verdict; where a straight line does not fit (test at the 5% level), or the editions span less than eleven months, the verdict is on the change between the first and the last comparable editions.
publishing-chapters-edition = Edition
publishing-chapters-editions-2a3b = Editions
publishing-chapters-editions-a9df = editions
publishing-chapters-eligibility-unknown-u = eligibility unknown (U)
publishing-chapters-error-before-weighting = Error before weighting
publishing-chapters-error-e3f4 = Error
publishing-chapters-error-e925 = error
publishing-chapters-errors-against-official-values = Errors against official values.
publishing-chapters-errors-against-official-values-table = Errors against official values (table)
publishing-chapters-estimate-7e95 = estimate
publishing-chapters-estimate-bc57 = Estimate
publishing-chapters-estimated-length = estimated length of the questions published here
publishing-chapters-every-question = every question
publishing-chapters-every-way-of-sharing-them-out-is-tried = Every way of sharing them out is tried, from 0% to 100% to the response that is followed, the same in both editions.
publishing-chapters-exact-words-of-each-question-and-all = Exact words of each question and all answers
publishing-chapters-except-the-published-changes-which = {" "}Except the published changes, which account for a measured offset of method.
publishing-chapters-exclusion = exclusion
publishing-chapters-exclusions = Exclusions.
publishing-chapters-expected-base = Expected base
publishing-chapters-expected-interviews = Expected, { $size } interviews
publishing-chapters-explore-the-results = Explore the results
publishing-chapters-fall = Fall
publishing-chapters-false-answers-7c46 = False answers.
publishing-chapters-false-answers-e157 = False answers
publishing-chapters-family-of-comparisons = family of comparisons
publishing-chapters-favourable = favourable
publishing-chapters-favourable-means-in-the-response-that-is = “Favourable” means: in the response that is followed, whichever it is. Dash: no value changes the finding, or there is nothing to compute.
publishing-chapters-fay-herriot-model-of-each-direct = Fay-Herriot model of { $waves }: each direct estimate is drawn towards what the covariates and the other areas say, the more so the less precise it is.
publishing-chapters-fewer-than-30-respondents = fewer than 30 respondents
publishing-chapters-fewer-than-records-corrected-to-protect = Fewer than { $least } records corrected. To protect these people, the results of this edition are given for the whole alone, in whole points (to 2, 5 or 10 points where fewer than 300 people answered), with bases to the nearest 10; a sensitive question that few people answered is not given, and no figure is set beside that of the version before.
publishing-chapters-fewer-than-three-comparable-editions = fewer than three comparable editions
publishing-chapters-fieldwork = Fieldwork.
publishing-chapters-fieldwork-firm-03c3 = Fieldwork firm.
publishing-chapters-fieldwork-firm-1a3b = fieldwork firm
publishing-chapters-figure-of-part = { $value } for { $part }
publishing-chapters-figures-of-parts = For { $name }, the result followed ({ $response }) is { $figures }.
publishing-chapters-figures-revised-since-the-release = Figures revised since the release “{ $label }”
publishing-chapters-figures-unchanged-since-their-release = Figures unchanged since their release
publishing-chapters-file-for-an-archive = File for an archive
publishing-chapters-files-withdrawn = Files withdrawn
publishing-chapters-files-withdrawn-and-their-sha-256 = Files withdrawn and their SHA-256
publishing-chapters-findings = Findings:
publishing-chapters-findings-aside = { $when }: { $n ->
        [one] one result
       *[other] { $n } results
    }
publishing-chapters-findings-of-this-edition-whole-families = Findings of this edition, whole families included
publishing-chapters-findings-under-other-choices-of-method = Findings under other choices of method (table)
publishing-chapters-first-day-of-fieldwork = first day of fieldwork
publishing-chapters-flag = flag
publishing-chapters-for-the-press = For the press
publishing-chapters-found-by-looking-6810 = found by looking
publishing-chapters-found-by-looking-c42d = found by looking
publishing-chapters-from-half-to-three-quarters = from half to three quarters
publishing-chapters-from-one-edition-to-another = from one edition to another
publishing-chapters-from-three-comparable-editions-on-a = From three comparable editions on, a second verdict is on all of them. “has risen” or “has fallen” a year: the slope is shown. “gained” or “lost”: a straight line does not fit, or the editions span less than eleven months, and the change between the first and the last edition is shown. “no trend shown” does not mean that nothing changed.
publishing-chapters-from-to-a-year-on-average = from { $first_wave } to { $last_wave }, { $size } a year on average ({ $colon })
publishing-chapters-full-methodology = Full methodology
publishing-chapters-full-report = Full report
publishing-chapters-funder = Funder
publishing-chapters-gain-in-fit = Gain in fit ({ $over })
publishing-chapters-gain-in-fit-what-the-groups-add-to = Gain in fit: what the groups add to McFadden’s pseudo-R² of a model of the item on the others. From 0.020 on, and where the test is conclusive (Holm), the item is named.
publishing-chapters-gap = { $size } { $verdict ->
        [higher] higher
       *[lower] lower
    } in the { $n ->
        [one] group
       *[other] groups
    } { $group }
publishing-chapters-gap-to-the-other-groups = {" "}(gap to the other groups)
publishing-chapters-gaps-of = { $name } is { $gaps }
publishing-chapters-geography = Geography.
publishing-chapters-given-at-random = given at random
publishing-chapters-group = Group
publishing-chapters-group-by = { $group } ({ $breakdown })
publishing-chapters-groups-compared-by = responses compared between groups of question
publishing-chapters-groups-of-which-no-result-is-shown = Groups of which no result is shown
publishing-chapters-groups-shown-to-have-a-lower-result-than = Groups shown to have a lower result than the other groups of the same breakdown, all comparisons of groups of this edition considered, from the lowest up.
publishing-chapters-half-or-less = half or less
publishing-chapters-hashes-of-the-seals-of-other-editions = Hashes of the seals of other editions:
publishing-chapters-headline-finding = { $end ->
        [last] { $finding }.
       *[next] { $finding };
    }
publishing-chapters-headline-indicator = Headline indicator
publishing-chapters-headline-period = { $when }:
publishing-chapters-heywood-case = The one-factor model that omega comes from gives the factor the whole variance of at least one item (a Heywood case): { $names }. Read omega with caution.
publishing-chapters-highest-and-lowest-key-result = Of the { $n } key results, the highest is { $high }; the lowest, { $low }.
publishing-chapters-how-cases-ended = How cases ended.
publishing-chapters-how-these-small-area-estimates-are-made = How these { -regional-estimates } are made
publishing-chapters-identifiers = Identifiers
publishing-chapters-if-those-who-give-the-response-that-is = If those who give the response that is followed took part r times as much as the others, once weighted, the odds of the published share are r times those of the population. The correlation ρ of weighted inclusion with the answer is the error over the standard deviation of the answer in the population and over √((1 − f + CV²) / f), where f is respondents over population and CV the coefficient of variation of the weights (Meng, Annals of Applied Statistics 12(2), 2018, pp. 685-726). The other edition is taken as exact.
publishing-chapters-in-brackets-the-difference-in-percentage = In brackets: the difference, in { -percentage-points }. Not being able to conclude does not mean that nothing changed.
publishing-chapters-in-release = { $waves } in release { $name }
publishing-chapters-in-the-index-is = In { $where }, the index is { $level } ({ $sure }).
publishing-chapters-incentives = Incentives
publishing-chapters-index = Index
publishing-chapters-index-declared-before = index
publishing-chapters-information = information
publishing-chapters-instruction = Instruction
publishing-chapters-interpolated-between-two-dates = interpolated between two dates
publishing-chapters-intervals-of-comparisons = Intervals of comparisons.
publishing-chapters-interviews-2a50 = Interviews
publishing-chapters-interviews-6412 = { $count } interviews
publishing-chapters-interviews-expected-in-each-group = Interviews expected in each group.
publishing-chapters-interviews-of-the-next-edition = Interviews of the next edition
publishing-chapters-it-gives-the-uncertainty-due-to-sampling = It gives the uncertainty due to sampling. Two intervals that overlap prove neither a change nor its absence: only the verdict counts.
publishing-chapters-it-holds-an-error-its-files-are-kept-for = It holds an error. Its files are kept for the record; do not quote them.
publishing-chapters-it-is-shown-apart-and-never-added-to-the = It is shown apart and never added to the main sample.
publishing-chapters-it-is-under-no-verdict-is-given-on-this = It is under { $limit }: no verdict is given on this index.
publishing-chapters-it-was-signed-by-who-writes-before-the = { $what } It was signed by { $by }, who writes { $day }, before the start of fieldwork ({ $start }); the signature was checked with a key that the definition names, of SHA-256 { $seal }.
publishing-chapters-it-was-time-stamped-by-on-before-the = { $what } It was time-stamped by { $by } on { $day }, before the start of fieldwork ({ $start }); the reply was checked with a certificate that the definition names, of SHA-256 { $seal }.
publishing-chapters-it-would-take-of-the-answers-of-being = It would take { $share } of the answers of { $year } being false and { $kind } for { $what } to be shown once they are taken out.
publishing-chapters-item = Item
publishing-chapters-items-of-the-index = Items of the index.
publishing-chapters-items-that-do-not-behave-as-the-others = Items that do not behave as the others { $over }: { $names }.
publishing-chapters-its-files-were-removed-to-protect-the = Its files were removed to protect the confidentiality of answers. If you hold a copy, please destroy it.
publishing-chapters-key-figures-picture = Key figures (picture)
publishing-chapters-key-figures-worked-out-again = Key figures worked out again
publishing-chapters-key-result = key result
publishing-chapters-key-results-families-of-comparisons = Key results, families of comparisons, chapters, margins, breakdowns, exclusions and weighting are sealed in one text, of SHA-256 { $digest }.
publishing-chapters-key-results-that-rest = { $n ->
        [one] One key result rests on a question that was not asked in this edition: { $listed }.
       *[other] { $count } key results rest on questions that were not asked in this edition: { $listed }.
    }
publishing-chapters-kind-name-what = { $kind } ({ $name }) { $what }
publishing-chapters-kind-when = { $kind }, { $when }.
publishing-chapters-label = “{ $label }”
publishing-chapters-languages-of-interviews = Languages of interviews
publishing-chapters-languages-of-the-questionnaire = Languages of the questionnaire.
publishing-chapters-last-day-of-fieldwork = last day of fieldwork
publishing-chapters-last-measured = last measured, { $when }: { $figure }
publishing-chapters-limitations = Limitations
publishing-chapters-linear-calibration = linear calibration
publishing-chapters-lines-all-editions-on-one-scale-band-and = Lines: all editions, on one scale; band and brackets: { $interval }. Not being able to conclude is not “nothing changed”.
publishing-chapters-local-level-from-eight-comparable = Local level, from eight comparable editions on. Under each value: { $level } band, which accounts for the uncertainty of the level’s variance.
publishing-chapters-logit-calibration = logit calibration
publishing-chapters-lower-bound = lower bound
publishing-chapters-lower-groups-under-their-figures = { $n ->
        [one] One group has a lower result that is shown among the comparisons of its own family alone, or that carries a caution: see its figure.
       *[other] In { $n } cases, a group has a lower result that is shown among the comparisons of its own family alone, or that carries a caution: see their figures.
    }
publishing-chapters-margin-2e7d = Margin
publishing-chapters-margin-ae16 = margin
publishing-chapters-margin-of-stability = Margin of stability: ± { $size }.
publishing-chapters-mean-of-items-from-0-to-100-100 = Mean of { $count_items } items, from 0 to 100 (100: { $high }).
publishing-chapters-measured-offset-of-method = Measured offset of method
publishing-chapters-merge-or-add = merge, or add { $more }
publishing-chapters-merged-cells = Merged cells ({ $margin_name }): { $cells }.
publishing-chapters-method-used = Method used
publishing-chapters-mode = Mode.
publishing-chapters-mode-of-interview = mode of interview
publishing-chapters-model-assumes =
    The model assumes that the reference says who the population is; that, among people alike in these variables, having taken part has nothing to do with the answers; { $method ->
        [ipw] and that the model of participation is right
        [mass] and that the model of the answers is right
       *[doubly_robust] and that one of the two models at least is right
    }. No data of the survey can show it.
publishing-chapters-model-by-model = Under the participation model
publishing-chapters-model-changes-caption = Headline changes, weighted and under the participation model.
publishing-chapters-model-changes-note = Change in { -percentage-points }, except for means, then its verdict. In brackets: the interval, which takes the model to be right where it is under the model.
publishing-chapters-model-changes-table = Headline changes under the model (table)
publishing-chapters-model-checked = These assumptions were held against the official values above: errors that remain or drift speak against them.
publishing-chapters-model-declared = Model declared, according to the team, on { $when } ({ $who }).
publishing-chapters-model-declared-according-to-the-team-on = Model declared, according to the team, on { $when }. Decided by: { $who }.
publishing-chapters-model-declared-before = model
publishing-chapters-model-doubly-robust = a model of participation and a model of the answers, taken together (doubly robust estimation)
publishing-chapters-model-error = Standard error under the model
publishing-chapters-model-intro = This sample was not drawn at random. The published figures are weighted; these are estimated a second time, under a model that says who takes part, and without these weights.
publishing-chapters-model-ipw = a model of participation (inverse propensity weighting)
publishing-chapters-model-levels-caption = Headline results, weighted and under the participation model, by edition.
publishing-chapters-model-levels-note = In brackets: the interval, which takes the model to be right where it is under the model. The standard error is in { -percentage-points }, except for means; it counts the reference’s own.
publishing-chapters-model-levels-table = Headline results under the model (table)
publishing-chapters-model-made = Method: { $method }. Variables that the sample shares with its reference: { $names }.
publishing-chapters-model-mass = a model of the answers, applied to the reference (mass imputation)
publishing-chapters-model-no-change = No change is estimated under the model: { $why }.
publishing-chapters-model-no-verdict-changes = Under the model, every finding on a headline change stays the same (findings checked: { $counted }).
publishing-chapters-model-not-checked = No official value was used to check these assumptions.
publishing-chapters-model-outside = People for whom one of these variables is missing do not enter the model.
publishing-chapters-model-sample = Reference ({ $waves }): { $source }, { $date }, a probability sample of { $n } people. Population: { $population }.
publishing-chapters-model-title = Under the participation model
publishing-chapters-model-totals = Reference ({ $waves }): totals of the population, taken as known: { $source }, { $date }. Population: { $population }.
publishing-chapters-model-verdicts-change =
    { $other ->
        [one] Under the model, one finding out of { $counted } differs: { $names }.
       *[other] Under the model, { $other } findings out of { $counted } differ: { $names }.
    }
publishing-chapters-model-weighted = Weighted, as published
publishing-chapters-modelled-on = Modelled on
publishing-chapters-more-than-three-quarters = more than three quarters
publishing-chapters-moved-over-other-periods =
    { $n ->
        [one] Over another period, one other result rose or fell.
       *[other] Over other periods, { $n } other results rose or fell.
    }
publishing-chapters-multilevel-regression-with = Multilevel regression with { -poststratification } of { $waves }: the share of each kind of people is estimated in each area, then weighted by the population.
publishing-chapters-named =  (named)
publishing-chapters-nature-of-the-sample = Nature of the sample
publishing-chapters-never = never
publishing-chapters-new-targets = new targets
publishing-chapters-new-version-of-the-software = new version of the software
publishing-chapters-new-weighting = new weighting
publishing-chapters-no-break-is-declared = No break is declared.
publishing-chapters-no-change-is-judged-in-this-edition = No change is judged in this edition.
publishing-chapters-no-comparison-with-an-earlier-edition-is = No comparison with an earlier edition is declared.
publishing-chapters-no-comparison-with-it-is-published = None is published.
publishing-chapters-no-date-or-reason-given = no date or reason given
publishing-chapters-no-drift-of-these-errors-is-shown-since = No drift of these errors is shown since { $since } (p = { $p }; the largest change is { $largest } points).
publishing-chapters-no-finding = No finding.
publishing-chapters-no-group-is-lower = In this chapter, no lower result is shown for any group.
publishing-chapters-no-reliability-flag = no reliability flag
publishing-chapters-no-seal-comes-with-this-edition-what-is = No seal comes with this edition: what is called declared is so according to the team, and nothing from outside confirms it.
publishing-chapters-no-share-of-false-answers-in-would-be = No share of false answers in { $year } would be enough for { $what } no longer to be shown
publishing-chapters-no-share-of-false-answers-in-would-let-a = No share of false answers in { $year } would let a change be shown once they are taken out.
publishing-chapters-no-slope = no slope,{" "}
publishing-chapters-no-verdict-where-more-than-half-of-the = No verdict where more than half of the change or of an estimate comes from the other areas.
publishing-chapters-no-version-was-put-out = No version was put out.
publishing-chapters-no-weighting = no weighting
publishing-chapters-non-contacts-nc = non-contacts (NC)
publishing-chapters-none = none
publishing-chapters-none-the-estimate-is-synthetic = none: the estimate is synthetic
publishing-chapters-not-applicable = Not applicable
publishing-chapters-not-comparable-with = Not comparable with { $earlier }
publishing-chapters-not-published = not published
publishing-chapters-not-supplied-ddde = Not supplied
publishing-chapters-not-supplied-fa45 = not supplied
publishing-chapters-note = Note.
publishing-chapters-nothing-says-what-waves-share = Nothing says yet what this edition shares with the earlier ones: no change is shown.
publishing-chapters-notice-of-withdrawal-of-version = Notice of withdrawal of version { $version }
publishing-chapters-now = Now
publishing-chapters-of-the-answers-of-would-have-to-be-false = { $share } of the answers of { $year } would have to be false and { $kind }{ $more } for { $what } no longer to be shown.
publishing-chapters-of-the-people-who-were-asked-the = of the people who were asked the question
publishing-chapters-official-value = Official value
publishing-chapters-official-value-held-against = official value kept out of the targets
publishing-chapters-omega = omega
publishing-chapters-on-0287 = { $named }, on { $when } ({ $why })
publishing-chapters-on-346f = { $status } on { $when }
publishing-chapters-on-the-logit-scale = on the logit scale
publishing-chapters-on-the-scale-from-to = On the scale from { $low } to { $high }
publishing-chapters-only-the-last-change-is-shown = { $trend }: only the change since { $since } is shown.
publishing-chapters-open-data-csv = Open data (csv)
publishing-chapters-or = , or { $took },
publishing-chapters-order = order
publishing-chapters-other-choices = Other choices
publishing-chapters-other-choices-test-the-finding = The other choices test that finding; they are no findings of their own.
publishing-chapters-other-eligible-cases-o = other eligible cases (O)
publishing-chapters-other-questions = Other questions
publishing-chapters-out-of = out of
publishing-chapters-out-of-scope = out of scope
publishing-chapters-over-all-editions = Over all editions
publishing-chapters-p-joint-test-wald-adjusted-to-the = p: joint test (Wald, adjusted to the sampling design), corrected for all series of the table (Benjamini-Hochberg).
publishing-chapters-p-no-edition-differs = p, no edition differs
publishing-chapters-pace-before-and-after = Pace, before and after
publishing-chapters-pace-from-five-comparable-editions-on = Pace: from five comparable editions on, and only where the difference of the two slopes is shown (at the 5% level, corrected for all editions where it could be).
publishing-chapters-part = part
publishing-chapters-partial-interviews-p = partial interviews (P)
publishing-chapters-participation = Participation.
publishing-chapters-people-invited = people invited
publishing-chapters-people-who-do-not-know = People who do not know.
publishing-chapters-percentage-points = { -percentage-points-initial }
publishing-chapters-percentages = Percentages.
publishing-chapters-periods-followed-by-group = periods followed by group of question
publishing-chapters-place = Place
publishing-chapters-points = points
publishing-chapters-political-neutrality = Political neutrality
publishing-chapters-population-8944 = Population
publishing-chapters-population-9b45 = Population.
publishing-chapters-population-cabb = Population
publishing-chapters-population-cells-made-of-the-weighting = Population: cells made of the weighting targets, raked together where their crossing is not known.
publishing-chapters-population-or-territory = population or territory
publishing-chapters-poststratification = { -poststratification }
publishing-chapters-precision = Precision.
publishing-chapters-prediction-interval-under-the-model = { $level } prediction interval, under the model
publishing-chapters-present = present
publishing-chapters-principle = Principle
publishing-chapters-professional-standards = Professional standards
publishing-chapters-proposed-by-padai = proposed by padai, declared by nobody
publishing-chapters-proposed-by-padai-many = proposed by padai, declared by nobody
publishing-chapters-published = published
publishing-chapters-quality-as-published = As published
publishing-chapters-quality-checks = Quality checks
publishing-chapters-quality-closed = The index also reads answers that must not tell of a few people: neither how many answers would be set apart nor any figure without them is given.
publishing-chapters-quality-consent = agreement with everything, opposite statements included
publishing-chapters-quality-contradictions = answers that contradict each other
publishing-chapters-quality-declared = Rule declared, according to the team, on { $when } ({ $who }).
publishing-chapters-quality-effect-caption = Headline results and their change, with and without the answers set apart.
publishing-chapters-quality-effect-note = First the level, then the change in { -percentage-points } and its verdict. In brackets: the interval.
publishing-chapters-quality-effect-table = Headline results with and without these answers (table)
publishing-chapters-quality-few-set-apart = Fewer people than the published minimum would have been set apart: no figure is given without them.
publishing-chapters-quality-handful = fewer than the published minimum
publishing-chapters-quality-impossible = impossible combination
publishing-chapters-quality-index = An index from 0 to 1, the mean of the signals observed, says with what care each questionnaire was filled in. It removes nobody: every published figure counts everyone.
publishing-chapters-quality-no-verdict-changes = Without them, none of the { $counted } findings on a headline change differs.
publishing-chapters-quality-not-computed = cannot be computed
publishing-chapters-quality-open-ends = open answer without words, copied from another or written by a machine
publishing-chapters-quality-replicates = The replicate weights of this edition cannot be made again without these answers: no figure is given without them.
publishing-chapters-quality-set-apart = The answers of { $n } people, those with the highest index (at most { $most }), are set apart here, and the others are weighted anew to the same margins.
publishing-chapters-quality-signal = Signal
publishing-chapters-quality-signals-caption = Signals observed, by edition.
publishing-chapters-quality-signals-note = Number of people, and their share of those in whom the signal can be read, unweighted.
publishing-chapters-quality-signals-table = Signals observed (table)
publishing-chapters-quality-speed = questionnaire filled in under a third of the median length
publishing-chapters-quality-straight-lines = one answer to a whole grid
publishing-chapters-quality-tied = Too many people have the same index for the declared share to be told apart: no figure is given without it.
publishing-chapters-quality-title = Quality of the answers
publishing-chapters-quality-verdicts-change =
    { $other ->
        [one] Without them, one finding of { $counted } differs: { $names }.
       *[other] Without them, { $other } findings of { $counted } differ: { $names }.
    }
publishing-chapters-quality-without = Without the answers set apart
publishing-chapters-question-not-asked = question not asked
publishing-chapters-questionnaire-and-results = Questionnaire and results
publishing-chapters-questionnaires-completed = questionnaires completed
publishing-chapters-questionnaires-excluded = questionnaires excluded
publishing-chapters-questionnaires-started = questionnaires started
publishing-chapters-questions-asked = Questions asked { $dates }
publishing-chapters-questions-of-this-chapter-were-not-asked = The questions of this chapter were not asked in this edition.
publishing-chapters-questions-of-which-an-official-source = Questions of which an official source knows the answer were asked, and not used in the weighting. The error is the estimate minus the official value, in points.
publishing-chapters-quotas = Quotas
publishing-chapters-raking-to-margins = { -raking } to margins
publishing-chapters-ratio-of-participation = Ratio of participation
publishing-chapters-read-with-caution = Read with caution
publishing-chapters-reason = Reason
publishing-chapters-recruitment = Recruitment
publishing-chapters-refusals-and-break-offs-r = refusals and break-offs (R)
publishing-chapters-reliability-8d5f = Reliability
publishing-chapters-reliability-among = Reliability, among the { $n } people with a score on every item
publishing-chapters-reliability-bb66 = Reliability.
publishing-chapters-removed = removed
publishing-chapters-replaced-by-version = { $status }, replaced by version { $version }
publishing-chapters-respondents = { $count } respondents.
publishing-chapters-respondents-by-group-table = Respondents by group (table)
publishing-chapters-respondents-by-group-unweighted-n = Respondents by group (unweighted n).
publishing-chapters-respondents-unweighted = { $count } respondents (unweighted).
publishing-chapters-response = Response
publishing-chapters-responses-followed-of-question = what is read and followed of question
publishing-chapters-result = Result
publishing-chapters-result-not-published = Result not published:{" "}
publishing-chapters-results-followed = results followed
publishing-chapters-rise = Rise
publishing-chapters-robustness-of-the-findings = Robustness of the findings
publishing-chapters-rose-or-fell-the-difference-is-shown-at = “has risen” or “has fallen”: the difference is shown (at the 5% level, corrected for the number of comparisons declared). “has remained stable”: the change is shown to be smaller than the margin declared before the survey. “the data do not allow a conclusion”: neither is shown, which does not mean that nothing changed.
publishing-chapters-rounded-numbers = Rounded numbers.
publishing-chapters-row = row
publishing-chapters-rule = rule
publishing-chapters-rule-on-quality = rule on the quality of answers
publishing-chapters-sample = Sample
publishing-chapters-sample-type-657b = Sample type.
publishing-chapters-sample-type-bb64 = Sample type
publishing-chapters-sample-type-e691 = sample type
publishing-chapters-sample-unweighted = Sample, unweighted
publishing-chapters-sample-weighted = Sample, weighted
publishing-chapters-sampling-frame = Sampling frame
publishing-chapters-scope = Scope
publishing-chapters-see-the-chapter-on-comparability = see the chapter on comparability
publishing-chapters-seldom = seldom
publishing-chapters-series = Series
publishing-chapters-series-not-smoothed = Series not smoothed
publishing-chapters-sha-256-of-all-that-went-out-of-each = SHA-256 of all that went out of each version: a version that was put out no longer changes.
publishing-chapters-share-kind-year = { $share } { $kind } ({ $year })
publishing-chapters-share-of-0-or-100 = share of 0 or 100%
publishing-chapters-signs = ;{" "}
publishing-chapters-signs-used-in-this-report = Signs used in this report:
publishing-chapters-since = Since { $since }
publishing-chapters-size = Size.
publishing-chapters-slides-pptx = Slides (pptx)
publishing-chapters-slope-a-year-1c38 = Slope per year
publishing-chapters-slope-a-year-ba46 = slope per year
publishing-chapters-slope-logit-scale = Slope, logit scale
publishing-chapters-slope-of-each-followed-series-in = Slope of each followed series, in { -percentage-points } a year (in points of the scale for a mean).
publishing-chapters-small-area-and-direct-estimates = { $name }: small-area and direct estimates.
publishing-chapters-small-area-estimate = { -regional-estimate-initial }
publishing-chapters-small-area-estimates = { -regional-estimates-initial }
publishing-chapters-small-bases = Small bases.
publishing-chapters-smallest-change-that-is-shown = Smallest change that is shown
publishing-chapters-smallest-changes-and-smallest-margin = Smallest changes and smallest margin that the next edition can show, in { -percentage-points }.
publishing-chapters-smallest-margin-within-which-stable-is = Smallest margin within which “stable” is shown
publishing-chapters-smoothed-series-table = Smoothed series (table)
publishing-chapters-smoothed-values-of-each-edition = Smoothed values of each edition.
publishing-chapters-sources = Sources
publishing-chapters-sponsor = Sponsor
publishing-chapters-stable-within = Stable within ±
publishing-chapters-standard-error = { $name } ({ $response }): { $size } { $unit }, standard error { $error } ({ $source })
publishing-chapters-standard-error-of-the-error = Standard error of the error
publishing-chapters-stands-by-out-of = stands by { $kept } out of { $whole }
publishing-chapters-stands-from-to = stands from { $low } to { $high }
publishing-chapters-stands-nowhere = stands nowhere
publishing-chapters-status = Status
publishing-chapters-strategy-of-the-survey = Strategy of the survey
publishing-chapters-substantial-correction = Substantial correction
publishing-chapters-survey-conducted = Survey conducted { $dates }
publishing-chapters-synthetic-data = Synthetic data
publishing-chapters-target-population = Target population.
publishing-chapters-targets = targets
publishing-chapters-that-hash-was-published-on-in-an-earlier = { $what } That hash was published on { $day }, in an earlier version, before the start of fieldwork ({ $start }).
publishing-chapters-the-answers-were-simulated-no-figure-in = The answers were simulated. No figure in this document describes a real population and none may be quoted.
publishing-chapters-the-areas-are-adjusted-so-that-together = The areas are adjusted so that together they give the direct figure.
publishing-chapters-the-balance-is = the balance { $quoted } is { $value }
publishing-chapters-the-certificate-of-the-time-stamp-is-unfit = The certificate that signed the time-stamp reply is not one for time stamps, or was not valid at that moment.
publishing-chapters-the-comes-from-draws-of-the-model-it = The { $prediction_words }, comes from { $draws } draws of the model; it assumes that the model is right, and may miss an area that is unlike the others.
publishing-chapters-the-date-of-the-seal-is-not-earlier-than = The date of the seal is not earlier than the start of fieldwork.
publishing-chapters-the-dates-of-the-versions-put-out-are = The dates of the versions put out are not in order: they prove nothing.
publishing-chapters-the-essentials = The essentials
publishing-chapters-the-fall = the fall
publishing-chapters-the-first-day-of-fieldwork-is-not-known = The first day of fieldwork is not known: nothing can be called declared before the data.
publishing-chapters-the-index = the index{" "}
publishing-chapters-the-interval-covers-50 = The interval covers 50%.
publishing-chapters-the-key-figures-of-this-release-have-not = The key figures of this release have not been worked out again with another program.
publishing-chapters-the-key-figures-their-precision-and = The key figures, their precision and their changes since the previous edition were worked out again with another program, R { $r } (survey package { $package }), from the same answers. Figures found the same: { $count }; largest relative difference: { $told }.
publishing-chapters-the-latest-edition = the latest edition
publishing-chapters-the-mean-on-a-scale-from-to-is = the mean, on a scale from { $low } to { $high }, is { $value }
publishing-chapters-the-methodology-lacks-under-methodology = the methodology lacks { $lacking }. Under `methodology:` give each a text, or `{"{"}status: not_applicable | not_supplied, reason: ...{"}"}`.
publishing-chapters-the-pace-differs-before-and-after-a-year = The pace differs before and after { $where }: { $size } a year after, compared with before ({ $colon }).
publishing-chapters-the-question-was-not-asked-in-this = The question was not asked in this edition.
publishing-chapters-the-range-and-the-spread-of-the-weights = The range and the spread of the weights are not shown: a cell of the calibration holds few people, and they would tell how many.
publishing-chapters-the-range-and-the-spread-of-the-weights-of-groups = The range and the spread of the weights are not shown: a group that has a weight of its own holds few people, and they would tell how many.
publishing-chapters-the-range-and-the-spread-of-the-weights-rounded = The range and the spread of the weights are not shown: they would tell how many people a cell holds, and bases are rounded here.
publishing-chapters-the-rise = the rise
publishing-chapters-the-series-is-also-given-without-them-in = The series is also given without them, in the table.{" "}
publishing-chapters-the-share-whose-answer-is-is = the share { $people } whose answer is { $counted }{ $quoted } is { $value }
publishing-chapters-the-signature-of-the-tag-is-false = The signature of the tag is false.
publishing-chapters-the-signature-of-the-time-stamp-reply-is-1432 = The signature of the time-stamp reply is false.
publishing-chapters-the-signature-of-the-time-stamp-reply-is-e2db = The signature of the time-stamp reply is of a kind that is not checked here.
publishing-chapters-the-signed-tag-cannot-be-read = The signed tag cannot be read.
publishing-chapters-the-signed-tag-does-not-hold-the-seals = The signed tag does not hold the seal’s hash.
publishing-chapters-the-slope-is-the-mean-change-a-year = The slope is that of the least-squares line fitted to all comparable editions, at the true dates of the surveys (middle of fieldwork), per year of 365 days and a quarter; each edition counts the same. It is thus not the change between the first and the last edition over the number of years. A break starts a new series.
publishing-chapters-the-survey = The survey
publishing-chapters-the-survey-says-what-changed-it-does-not = The survey says what changed; it does not say why.
publishing-chapters-the-tag-is-not-signed-by-somebody-whom = The tag is not signed by somebody whom the definition names.
publishing-chapters-the-tag-is-signed-in-a-way-that-is-not = The tag is signed in a way that is not checked here.
publishing-chapters-the-time-stamp-is-not-earlier-than-the = The time stamp is not earlier than the start of fieldwork.
publishing-chapters-the-time-stamp-reply-cannot-be-read = The time-stamp reply cannot be read.
publishing-chapters-the-time-stamp-reply-does-not-come-from = The time-stamp reply does not come from the authority that the definition names.
publishing-chapters-the-time-stamp-reply-is-of-a-weak-hash = The time-stamp reply bears a hash of a kind that proves nothing (SHA-1, for instance).
publishing-chapters-the-time-stamp-reply-is-of-another-text = The time-stamp reply is of another text than the seal.
publishing-chapters-the-time-stamping-authority-refused-the = The time-stamping authority refused the request.
publishing-chapters-the-version-shown-here-is-a-rehearsal-it = The version shown here is a rehearsal: it is not in the register of versions.
publishing-chapters-the-weighting-rule-is-that-of-the = The weighting rule is that of the previous edition: there is no other rule to try.
publishing-chapters-the-whole-estimate = the whole estimate
publishing-chapters-their-drift-since-could-not-be-tested = Their drift since { $since } could not be tested.
publishing-chapters-these-errors-have-drifted-since-p-the = These errors have drifted since { $since } (p = { $p }; the largest change is { $largest } points): published changes are read with this reservation.
publishing-chapters-these-results-were-chosen-and-put-in = These results and their order were declared before the data. All are shown, whatever they say.
publishing-chapters-these-results-were-proposed = These results were proposed by padai from the scales; nobody has chosen them yet.
publishing-chapters-this-index-is-confidential = This index is not published: it rests on an answer that is confidential, which it would let readers work out.
publishing-chapters-this-is-the-first-edition-no-change-can = This is the first edition: no change can be measured yet.
publishing-chapters-this-page = This page
publishing-chapters-this-part-is-not-weighted-its-results = This part is not weighted: its results describe the respondents, and no verdict is given of their changes from one edition to another.
publishing-chapters-this-part-is-weighted-alone-to-its-own = This part is weighted alone, to its own population.
publishing-chapters-this-report = This report
publishing-chapters-this-version-has-no-deposit = This version has none. That of version { $name } went out, and a second one that differs would give the corrected records.
publishing-chapters-those-who-give-this-answer-would-have-to-30c4 = those who give this answer would have to have taken part, once weighted, only { $times } times as much as the others
publishing-chapters-those-who-give-this-answer-would-have-to-d16b = those who give this answer would have to have taken part, once weighted, { $times } times as much as the others
publishing-chapters-to-80d6 = to
publishing-chapters-to-9ad7 = { $low } to { $high }
publishing-chapters-to-be-assigned = to be assigned
publishing-chapters-to-do = To do, { $size }
publishing-chapters-to-protect-people-numbers-of-respondents = To protect people, numbers of respondents are rounded to the nearest { $step }; intervals are those that these numbers would give.
publishing-chapters-to-respondents = { $low } to { $high } respondents.
publishing-chapters-too-few-primary-units = too few primary units
publishing-chapters-took = ; { $took }
publishing-chapters-two-curves-that-fall-as-interviews-grow = Two curves that fall as interviews grow in number.
publishing-chapters-under-each-small-area-estimate-under = Under each { -regional-estimate }: { $predicted }. Under each direct estimate: { $short }.
publishing-chapters-under-each-value = Under each value: { $interval }.
publishing-chapters-unequal-participation = Unequal participation.
publishing-chapters-unfavourable = unfavourable
publishing-chapters-unweighted-n = Unweighted n
publishing-chapters-unweighted-results = Unweighted results.
publishing-chapters-upper-bound = upper bound
publishing-chapters-validation-of-the-data = Validation of the data
publishing-chapters-value-without-sampling-error = value without sampling error
publishing-chapters-values-that-differ-of-which-by-more-than = Values that differ: { $count }, of which { $shown } by more than the published rounding. Verdicts that change: { $verdicts }.
publishing-chapters-verdict = verdict
publishing-chapters-verdict-at-the-5-level-corrected-for-all = Verdict: at the 5% level, corrected for all series of its family (Holm); the headline indicators are one family, and each chapter another.
publishing-chapters-verdict-on-the-period = Verdict on the period
publishing-chapters-verdicts-between-editions = Verdicts between editions.
publishing-chapters-verdicts-between-groups = Verdicts between groups.
publishing-chapters-version-39f1 = Version { $version }, { $day } ({ $status }).
publishing-chapters-version-c2cb = Version { $version }, { $when }
publishing-chapters-version-withdrawn-on = Version { $version } withdrawn on { $when }
publishing-chapters-versions-of-the-release = Versions of the release
publishing-chapters-versions-put-out-the-newest-first = Versions put out, the newest first.
publishing-chapters-vintage-of-the-figures = Vintage of the figures.
publishing-chapters-warning = warning
publishing-chapters-weighting-7e82 = weighting
publishing-chapters-weighting-e2a1 = Weighting.
publishing-chapters-weights-delivered-with-the-data = weights delivered with the data
publishing-chapters-weights-delivered-with-the-data-used-as = Weights delivered with the data, used as they are.
publishing-chapters-weights-from-to-times-the-mean-weight = Weights from { $low } to { $high } times the mean weight (coefficient of variation: { $share }). Kish’s { -design-effect }: { $decimal }. { -effective-size-initial }: { $count }.
publishing-chapters-weights-limited-no-weight-above-times = Weights limited: no weight above { $times } times the mean weight.
publishing-chapters-what-it-would-take-for-the-finding-to = What it would take for the finding to change.
publishing-chapters-what-the-next-edition-can-show-by-the = what the next edition can show, by the number of interviews
publishing-chapters-what-was-declared-and-when = What was declared, and when
publishing-chapters-what-would-make-a-finding-false = What would make a finding false
publishing-chapters-what-would-make-each-finding-false-table = What would make each finding false (table)
publishing-chapters-when-the-seal-was-written-data-of-this = When the seal was written, data of this edition were there already.
publishing-chapters-where-an-area-has-fewer-than-10 = Where an area has fewer than 10 respondents, or its answers are confidential, its own answers do not enter its estimate, which is called synthetic.
publishing-chapters-where-an-offset-of-method-was-measured = Where an offset of method was measured, the comparison is made: the offset is taken out of the change, and its uncertainty is added.
publishing-chapters-where-the-result-is-lowest = Where the result is lowest
publishing-chapters-who-trusts-least = Who trusts least
publishing-chapters-whole-period = Whole period.
publishing-chapters-with-a-power-of-at-the-5-level-for-a = With a power of { $power }, at the 5% level, for a { -design-effect } equal to that of the last edition.
publishing-chapters-with-a-power-of-at-the-5-level-in-as = With a power of { $power }, at the 5% level, in as many primary units as in the last edition: the { -design-effect } grows with the interviews in each.
publishing-chapters-with-interviews-a-change-of-points-a = With { $count } interviews: a change of { $change } points, a margin of ± { $margin }.
publishing-chapters-withdrawn = withdrawn
publishing-chapters-withdrawn-version-kept-for-the-record = Withdrawn version, kept for the record
publishing-chapters-without = , without { $names } ({ $why })
publishing-chapters-without-the-items-named = Without the items named
publishing-chapters-wording = wording
publishing-chapters-words = “{ $words }”
publishing-chapters-worked-out-again-with-r-survey-package = Worked out again with R { $r } (survey package { $package }), the key figures are not all the same.
publishing-chapters-wrong = “{ $wrong }”
publishing-chapters-x-confidential-the-numbers-of = x: confidential, the numbers of respondents would tell too much of a small group.
publishing-chapters-yes = yes
