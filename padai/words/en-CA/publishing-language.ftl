# padai, publishing-language

publishing-language-about-this-version = About this version
publishing-language-annex = Annex. Data tables
publishing-language-because = {": "}{ $text }
publishing-language-between-editions = between { $first } and { $last }
publishing-language-callout-caution = Caution
publishing-language-callout-important = Important
publishing-language-callout-note = Note
publishing-language-callout-tip = Tip
publishing-language-callout-warning = Warning
publishing-language-cannot-tell-of = the data do not allow a conclusion for { $whole ->
        [only] the only result compared
        [all] the { $every } results compared
       *[some] { $some } of the { $every } results compared
    }
publishing-language-change-between = change from { $first } to { $last }
publishing-language-claims-cause = the survey shows no cause
publishing-language-claims-nothing = that nothing changed is never shown
publishing-language-claims-strength = a size is said by its number
publishing-language-claims-unknown = the title “{ $text }” cannot be checked: padai does not know which words go too far in `{ $lang }`. Take the title out; padai writes its own.
publishing-language-colon = {": "}
publishing-language-dates-from-to = from { $first } to { $last }
publishing-language-dates-not-supplied = on dates not supplied
publishing-language-depends-on-method = This finding depends on a choice of method:{" "}
publishing-language-deposit-weight = Weight: the mean of records of one profile
publishing-language-english-basis = Basis of the English version: { $basis }
publishing-language-explorer-break = break
publishing-language-explorer-broken-line = broken line
publishing-language-explorer-estimate = Estimate
publishing-language-explorer-from = From
publishing-language-explorer-group = Group
publishing-language-explorer-lines = Lines: { $interval }.
publishing-language-explorer-none-found = No question contains “{ $text }”.
publishing-language-explorer-png = PNG picture
publishing-language-explorer-point = { $n } point
publishing-language-explorer-points = { $n } points
publishing-language-explorer-question = Question
publishing-language-explorer-remark = Remark
publishing-language-explorer-svg = SVG picture
publishing-language-explorer-this-mean = this mean
publishing-language-explorer-this-share = this share
publishing-language-explorer-under = Under each estimate: { $interval }, then n.
publishing-language-figure = Figure
publishing-language-first-day = 1
publishing-language-follow-up = what follows a release (register, letter, plain-language page, kit, benchmarks) is written in French and English alone; take away `{ $file }`, or the languages other than { $known }.
publishing-language-from-edition-to = Between { $first } and { $last }
publishing-language-guarded = a sample of type '{ $kind }' forbids words that padai does not know in `{ $lang }`; it knows them in { $known }. Take `{ $lang }` out of `languages:`.
publishing-language-in-month = in { $first }
publishing-language-lacks-messages = padai lacks { $count } of its messages in `{ $lang }` (among them { $lacked }). Everything but publishing works. To publish, list among `languages:` only complete languages ({ $known }), or translate what is lacking: padai words export { $lang } words.xlsx.
publishing-language-link-to-section = Link to section
publishing-language-listed-last = { $sound ->
       *[other] { $rest } and { $last }
    }
publishing-language-main-comparisons = main comparisons { $chosen ->
        [proposed] proposed
       *[other] declared
    }
publishing-language-many-tables = tables
publishing-language-margin-points = { $n ->
        [one] point
       *[other] points
    }
publishing-language-minipublic-banner = Citizens’ panel: these results concern the people who took part and do not represent the population
publishing-language-minipublic-kind = citizens’ panel
publishing-language-minipublic-people = of the people who took part
publishing-language-minipublic-precision = No comparison group: the change is not shown to come from the deliberation.
publishing-language-minutes =
    { $n ->
        [one] { $n } minute
       *[other] { $n } minutes
    }
publishing-language-months-from-to = from { $first } to { $last }
publishing-language-moved = { $side ->
        [up] { $names } { $period ->
            [since] { $n ->
                [one] has
               *[other] have
            } risen
           *[between] rose
        }
       *[down] { $names } { $period ->
            [since] { $n ->
                [one] has
               *[other] have
            } fallen
           *[between] fell
        }
    }
publishing-language-moved-by = { $side ->
        [up] { $name } { $period ->
            [since] has risen
           *[between] rose
        } by { $size }
       *[down] { $name } { $period ->
            [since] has fallen
           *[between] fell
        } by { $size }
    }
publishing-language-moved-by-too = { $name } by { $size }
publishing-language-next-question = Next question
publishing-language-none-declared = No result is declared or proposed.
publishing-language-of-the-document = {" "}of the document “{ $name }”
publishing-language-of-version = {" "}(version { $n })
publishing-language-one-table = table
publishing-language-open-banner = Open consultation: these results do not represent the population
publishing-language-open-kind = open consultation
publishing-language-open-people = of the people who took part
publishing-language-open-precision = No measure of precision has a meaning here and none is given.
publishing-language-other-results = { $n ->
        [1] one other result
        [2] two other results
        [3] three other results
        [4] four other results
        [5] five other results
        [6] six other results
        [7] seven other results
        [8] eight other results
        [9] nine other results
       *[other] { $n }{"\u00A0"}other results
    }
publishing-language-others-moved = { $side ->
        [up] { $said }, and { $others } { $period ->
            [since] { $n ->
                [one] has
               *[other] have
            } also risen
           *[between] also rose
        }
       *[down] { $said }, and { $others } { $period ->
            [since] { $n ->
                [one] has
               *[other] have
            } also fallen
           *[between] also fell
        }
    }
publishing-language-page = page
publishing-language-percentage-points = { -percentage-points }
publishing-language-points = points
publishing-language-points-short = pt
publishing-language-prevails = The { $language } version prevails
publishing-language-probability-interval = { $level } confidence interval
publishing-language-probability-interval-short = { $level } CI
publishing-language-probability-kind = probability sample
publishing-language-probability-people = of the population
publishing-language-probability-precision = Probability sample: each estimate is published with its { $level } confidence interval, which accounts for { $weights }.
publishing-language-questions-counted = { $title } ({ $count } { $n ->
        [one] question
       *[other] questions
    })
publishing-language-quota-interval = { $level } indicative interval
publishing-language-quota-interval-short = { $level } indicative int.
publishing-language-quota-kind = quota sample, non-probability
publishing-language-quota-people = of respondents
publishing-language-quota-precision = The sample was not drawn at random: the interval published is indicative. It is computed as if, once weighted by the margins described here, respondents were a random sample of the population. Nothing allows this assumption to be checked; coverage error and self-selection are not measured.
publishing-language-quota-under = Non-probability sample: the interval assumes that, once weighted, respondents compare with a random sample; it measures neither coverage error nor self-selection.
publishing-language-reason-at-limit = proportion of 0 or 1: the { -design-effect } does not exist
publishing-language-reason-empty-domain = nobody answered
publishing-language-reason-empty-replicate = a replicate has no member
publishing-language-reason-mean-of-zero = estimate of zero: the coefficient of variation does not exist
publishing-language-reason-no-degrees-of-freedom = too few units to estimate precision
publishing-language-reason-no-interval = this method gives no interval
publishing-language-reason-no-limit = the interval goes beyond the values observed
publishing-language-reason-no-sampling-error = value fixed by the sampling design or by the calibration
publishing-language-reason-no-variation = all answers are equal: the { -design-effect } does not exist
publishing-language-reason-one-value = both limits fall on one value
publishing-language-reason-share-of-0-or-1 = a proportion of 0 or 1 is left out: its sampling error is not known
publishing-language-reason-too-few-comparable-waves = too few comparable waves
publishing-language-reason-too-few-degrees-of-freedom = too few primary units for this
publishing-language-report-prevails = The { $language } version of this report prevails.
publishing-language-scale-points = points of the scale
publishing-language-section = Section
publishing-language-semicolon = {"; "}
publishing-language-since-edition = Since { $first }
publishing-language-small-number = { $n ->
        [1] one
        [2] two
        [3] three
        [4] four
        [5] five
        [6] six
        [7] seven
        [8] eight
        [9] nine
       *[other] { $count }
    }
publishing-language-stable-of = { $whole ->
        [only] the only result compared is stable
        [all] the { $every } results compared are stable
       *[some] { $n ->
            [1] { $some } of the { $every } results compared is stable
           *[other] { $some } of the { $every } results compared are stable
        }
    } { $within }
publishing-language-stable-within = { $known ->
        [yes] (within{"\u00A0"}±{"\u00A0"}{ $d })
       *[no] within the declared margin
    }
publishing-language-status-corrected = Corrected version
publishing-language-status-demonstration = Demonstration
publishing-language-status-draft = Draft: not for release
publishing-language-status-embargoed = Under embargo until { $date }
publishing-language-status-unreviewed = Draft, not reviewed: not for release
publishing-language-status-withdrawn = Withdrawn
publishing-language-table = Table
publishing-language-template-all-answers = All answers
publishing-language-template-all-tables = All tables
publishing-language-template-before-and-after = Before and after the deliberation
publishing-language-template-closed-answers = Answers to closed questions
publishing-language-template-comparability = Comparability
publishing-language-template-consultation = Consultation
publishing-language-template-contributions = What comes back in the contributions
publishing-language-template-draw = How the draw was done
publishing-language-template-essentials = The essentials
publishing-language-template-from-invitation = From invitation to the last session
publishing-language-template-given-words = The words given
publishing-language-template-how-to-read = How to read this report
publishing-language-template-key-findings = Key findings
publishing-language-template-key-results = Key results
publishing-language-template-limits = Limits
publishing-language-template-members = Who is on the panel
publishing-language-template-method = Method
publishing-language-template-methodology = Methodology
publishing-language-template-not-to-write = Not to be written
publishing-language-template-one-page = The essentials on one page
publishing-language-template-panel = Citizens’ panel
publishing-language-template-press = For the press
publishing-language-template-questionnaire = Questionnaire and results
publishing-language-template-questionnaire-alone = Questionnaire
publishing-language-template-recommendations = What the panel recommends
publishing-language-template-report = Report
publishing-language-template-sentences = Each key result, ready to quote
publishing-language-template-survey-and-limits = The survey and its limits
publishing-language-template-who-took-part = Who took part
publishing-language-the-edition = { $noun ->
        [january] the { $name } edition
        [february] the { $name } edition
        [march] the { $name } edition
        [april] the { $name } edition
        [may] the { $name } edition
        [june] the { $name } edition
        [july] the { $name } edition
        [august] the { $name } edition
        [september] the { $name } edition
        [october] the { $name } edition
        [november] the { $name } edition
        [december] the { $name } edition
       *[other] { $spaced ->
            [yes] the { $name }
           *[no] the { $name } edition
        }
    }
publishing-language-told = { $what ->
        [same] { $whom } { $n ->
            [one] is
           *[other] are
        } stable { $within }
        [open_period] no trend is shown for { $whom }
       *[open_step] the data do not allow a conclusion for { $whom }
    }
publishing-language-unknown = { $what ->
        [open] Since { $since }, the data do not allow a conclusion{ $every ->
            [only] {""}
            [all] {" "}for the { $of } { $comparisons }
           *[some] {" "}for { $some } of the { $of } { $comparisons }
        }
        [flat] Since { $since }, no trend is shown{ $every ->
            [only] {""}
            [all] {" "}for the { $of } { $comparisons }
           *[some] {" "}for { $some } of the { $of } { $comparisons }
        }
       *[broken] { $every ->
            [only] no comparison is possible
            [all] none of the { $of } { $comparisons } can be made
           *[some] { $some } of the { $of } { $comparisons } cannot be made
        } with { $since }
    }
publishing-language-untold-interval = { $level } indicative interval
publishing-language-untold-interval-short = { $level } indicative int.
publishing-language-untold-kind = sample type not supplied
publishing-language-untold-people = of respondents
publishing-language-untold-precision = Nothing says whether the sample was drawn at random: the interval published is indicative.
publishing-language-untold-under = Sample type not supplied: the interval assumes that, once weighted, respondents compare with a random sample.
publishing-language-weights-calibrated = the sampling design and for calibration
publishing-language-weights-delivered = the sampling design and for the weights delivered with the data
publishing-language-weights-none = the sampling design alone, since answers are not weighted
publishing-language-word-alpha = alpha
publishing-language-word-base = Base
publishing-language-word-date = Date
publishing-language-word-menu = Menu
publishing-language-word-questions = Questions
publishing-language-word-version = Version
