# padai, publishing-exhibits

publishing-exhibits-a-block-of-kind-takes-no-finding-blocks = a block of kind '{ $block_kind }' takes no `finding:`; blocks of these kinds do: { $kinds }.
publishing-exhibits-a-change-says-since-which-edition = a change says since which edition
publishing-exhibits-a-result-is-not-published-in-one-of-the = a result is not published in one of the two editions
publishing-exhibits-a-sample-of-type-is-published-without = a sample of type '{ $kind }' is published without trends, changes or tests; take the block '{ $block_kind }' ({ $questions }) out of `sections:`.
publishing-exhibits-a-word-given-by-fewer-than-people-is-not = A word given by fewer than { $count } people is not shown.
publishing-exhibits-a-year =  a year
publishing-exhibits-against-the-other-groups-of-the-same = { $label }, { $what }, against the other groups of the same breakdown
publishing-exhibits-all-groups = All groups
publishing-exhibits-an-offset-of-method-was-measured-the = An offset of method was measured: the published change accounts for it, and the line stays broken.
publishing-exhibits-answer = Answer
publishing-exhibits-bars-by-word = Bars by word.{" "}
publishing-exhibits-before = Before
publishing-exhibits-break = break
publishing-exhibits-break-in-series = Break in series ({ $when })
publishing-exhibits-break-told-above = described under an earlier figure of this chapter
publishing-exhibits-broken-line = broken line
publishing-exhibits-by = { $followed }, by { $by }
publishing-exhibits-change-2395 = Change
publishing-exhibits-change-8050 = Change
publishing-exhibits-change-and-verdict = Change and verdict
publishing-exhibits-change-interval-and-verdict = Change, interval and verdict
publishing-exhibits-change-of = { $breakdown }, change of { $size }
publishing-exhibits-changed-after = changed after
publishing-exhibits-colour-and-sign-tell-the-verdict = Colour and sign tell the verdict, corrected for the number of groups, and not the percentage; the place of a tile is only approximate.
publishing-exhibits-compared-with-20d9 = Compared with
publishing-exhibits-compared-with-2c13 = { $title }, compared with { $reference }
publishing-exhibits-compared-with-830a = { $title }, compared with { $reference }.
publishing-exhibits-comparisons = Comparisons
publishing-exhibits-composition = Composition
publishing-exhibits-composition-the-part-of-the-change-that = Composition: the part of the change that goes with other shares of the groups. Within groups: the part that goes with other answers in the same group. This computation describes the change; it does not explain its cause.
publishing-exhibits-confidential = confidential
publishing-exhibits-declared-according-to-the-team = declared, according to the team
publishing-exhibits-declared-before-the-data = declared before the data
publishing-exhibits-difference-from-the-other-groups-and = Difference from the other groups and verdict
publishing-exhibits-dots-by-group = Dots by group.
publishing-exhibits-dots-by-part = Dots by part.{" "}
publishing-exhibits-dots-on-a-scale = Dots on a scale.{" "}
publishing-exhibits-dots-on-both-sides-of-zero-760a = Dots on both sides of zero.{" "}
publishing-exhibits-dots-on-both-sides-of-zero-77d6 = Dots on both sides of zero.
publishing-exhibits-each-group-against-all-the-others = each group against all the others
publishing-exhibits-each-line-at-its-own-level = Axes of one length, each at the level of its line: changes can be compared, heights cannot.
publishing-exhibits-ends-against-a-line = by the fitted line; { $between } end to end
publishing-exhibits-ends-alike = by the fitted line; { $ends } at both ends
publishing-exhibits-event-line = Event { $number } ({ $when }). { $text }
publishing-exhibits-event-of = Event { $number }: { $when }
publishing-exhibits-event-source = Source: { $source }
publishing-exhibits-events-drawn = Thin numbered vertical lines, events of the context: { $told }.
publishing-exhibits-events-of-the-context = Events of the context
publishing-exhibits-events-place-the-editions = { $n ->
        [one] This event places the editions in time. The survey does not measure its effect, and no change is attributed to it.
       *[other] These events place the editions in time. The survey does not measure their effect, and no change is attributed to them.
    }
publishing-exhibits-events-told-elsewhere = { $n ->
        [one] Event { $named }: see the chapter on comparability. No change is attributed to it.
       *[other] Events { $named }: see the chapter on comparability. No change is attributed to them.
    }
publishing-exhibits-first-measurement = First measurement.
publishing-exhibits-followed = “{ $followed }”
publishing-exhibits-found-by-looking = found by looking
publishing-exhibits-from-to-bd32 = from { $first } ({ $low }) to { $last } ({ $high })
publishing-exhibits-from-to-c6a2 = Between { $first } and { $last }
publishing-exhibits-from-to-c6ca = from { $ends } to { $ends_2 }
publishing-exhibits-gained = { $n ->
    [one] gained
   *[other] gained
}
publishing-exhibits-grid-of-tiles = Grid of tiles.
publishing-exhibits-group = Group
publishing-exhibits-group-not-stated = Group not stated
publishing-exhibits-groups-that-differ = { $verdict ->
        [higher] higher
       *[lower] lower
    }{ $more ->
        [0] {""}
       *[other] , among others,
    } in the { $n ->
        [one] group
       *[other] groups
    } { $groups }
publishing-exhibits-has-fallen = { $n ->
    [one] has fallen
   *[other] have fallen
}
publishing-exhibits-has-risen = { $n ->
    [one] has risen
   *[other] have risen
}
publishing-exhibits-have-been-stable-since = { $n ->
    [one] has remained stable since { $since } (within ± { $d })
   *[other] have remained stable since { $since } (within ± { $d })
}
publishing-exhibits-have-fallen-since = { $n ->
    [one] has fallen since { $since }
   *[other] have fallen since { $since }
}
publishing-exhibits-have-risen-since = { $n ->
    [one] has risen since { $since }
   *[other] have risen since { $since }
}
publishing-exhibits-horizontal-bars = Horizontal bars.{" "}
publishing-exhibits-in-0133 = , in %
publishing-exhibits-in-7284 = in %
publishing-exhibits-in-all =  in all
publishing-exhibits-in-brackets = In brackets: { $name }.
publishing-exhibits-in-percentage-points-3ebe = , in { -percentage-points }
publishing-exhibits-in-percentage-points-f3b5 = in { -percentage-points }
publishing-exhibits-interval-of-the-change = Interval of the change
publishing-exhibits-interval-of-the-difference = Interval of the difference
publishing-exhibits-item = Item
publishing-exhibits-last-asked = Previous measurement, { $when }: { $figure }. No comparison with that edition is published.
publishing-exhibits-last-asked-in = Previous measurement, { $when }, no comparison published
publishing-exhibits-lines = Lines
publishing-exhibits-lines-from-to = Lines, from { $waves } to { $waves_2 }.
publishing-exhibits-lost = { $n ->
    [one] lost
   *[other] lost
}
publishing-exhibits-mean-572e = Mean
publishing-exhibits-mean-8367 = mean
publishing-exhibits-no-difference-shown-between-groups = no difference shown between groups
publishing-exhibits-no-group-differs = { $label }, { $what }: no difference is shown between any group and the others of the same breakdown.
publishing-exhibits-no-printed-figure-is-that-number = no printed figure is that number
publishing-exhibits-no-trend-shown = no trend shown
publishing-exhibits-no-verdict-of-says-so-of-that-period = { $name }: no verdict of { $wave } says so of that period
publishing-exhibits-nobody-said = Given by nobody: { $answers }.
publishing-exhibits-not-compared = not compared
publishing-exhibits-not-compared-with-earlier-editions = No comparison with earlier editions is published.
publishing-exhibits-not-divided = { $breakdown }, not divided
publishing-exhibits-not-shown-once-corrected-for-the = not shown after correction for the { $n } comparisons of the family, p = { $p }
publishing-exhibits-now = Now
publishing-exhibits-number-of-people-unweighted = Number of people, unweighted; each spelling counts apart.
publishing-exhibits-part-of-the-change = Part of the change
publishing-exhibits-people = People
publishing-exhibits-people-who-gave-a-word = people who gave a word, { $size }
publishing-exhibits-proposed-by-padai = proposed by padai, declared by nobody
publishing-exhibits-question = Question
publishing-exhibits-questions = Questions
publishing-exhibits-result-not-published = result not published
publishing-exhibits-result-of-a-group = the result of the group { $group }
publishing-exhibits-results-of-all-groups-table = Results of all groups (table)
publishing-exhibits-scale = Scale
publishing-exhibits-series = Series
publishing-exhibits-several-answers-allowed-the-sum-may = Several answers allowed: the sum may exceed 100%.
publishing-exhibits-share = Share
publishing-exhibits-share-of = share of { $quoted }
publishing-exhibits-signs = ;{" "}
publishing-exhibits-since = Since { $since }
publishing-exhibits-stacked-bars = Stacked bars.
publishing-exhibits-subject-in-a-group = { $subject } in the group { $group }
publishing-exhibits-text = “{ $text }”
publishing-exhibits-the-axis-does-not-start-at = The axis does not start at { $written }.
publishing-exhibits-the-computation-is-not-possible-with = the computation is not possible with these groups
publishing-exhibits-the-interval-does-not-lie-above-50 = { $name }: the interval does not lie above 50%
publishing-exhibits-the-other-groups = the other groups.
publishing-exhibits-the-parts-of-the-survey-concern = The parts of the survey concern different populations, reached by different modes. A difference between them is one of mode and population together, which nothing allows to be separated.
publishing-exhibits-the-results-of-these-groups-are-not = the results of these groups are not published
publishing-exhibits-the-title-goes-too-far-with-say-no-more = the title “{ $text }” goes too far with “{ $word }”: { $said }. Say no more than the verdict, or take `finding:` out and padai writes the title.
publishing-exhibits-the-two-editions-are-not-comparable = the two editions are not comparable
publishing-exhibits-these-editions-may-not-be-compared = { $name }: these editions may not be compared
publishing-exhibits-too-few = too few
publishing-exhibits-too-few-comparable-editions-to-judge-the = too few comparable editions to judge the whole period
publishing-exhibits-too-unreliable = too unreliable
publishing-exhibits-under-each-estimate = Under each estimate: { $interval }.
publishing-exhibits-under-each-grouping = Under each grouping: { $name }.
publishing-exhibits-unweighted-n = Unweighted n
publishing-exhibits-weighting-fixes-each-groups-share-among = Weighting fixes each group’s share ({ $names }) among all respondents of each edition: the uncertainty of this composition comes only from people who did not answer the question.
publishing-exhibits-weighting-fixes-each-groups-share-this = Weighting fixes each group’s share ({ $names }): this composition has no sampling error.
publishing-exhibits-within-groups = Within groups
publishing-exhibits-without-sampling-error = without sampling error
publishing-exhibits-word = Word
