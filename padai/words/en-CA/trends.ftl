# padai, trends

trends-a-change-needs-two-waves-in-one-design = A change needs two waves in one design: padai.stack([...]).
trends-a-family-has-one-comparison-or-more-a = A family has one comparison or more; a correlation is within ±1.
trends-a-family-is-adjusted-over-all-its = A family is adjusted over all its declared comparisons; these estimates lack { $count_absent } of them ({ $names }) and are detached. Give the estimates that the verb returned, or estimate the whole family.
trends-a-series-needs-two-waves-in-one-design = A series needs two waves in one design: padai.stack([...]).
trends-a-trend-needs-two-waves = A trend needs at least two waves in one design: padai.stack([wave_2024, wave_2025]).
trends-adjust-is-not-known-use-one-of = adjust='{ $adjust }' is not known. Use one of: { $known }.
trends-age-period-and-cohort-are-not-separately = Age, period and cohort are not separately identified: each follows from the other two.
trends-an-index-needs-two-items = An index needs two items or more, each once; { $count } were named.
trends-an-item-is-compared-with-the-score-of-at = An item is compared with the score of at least two others; { $count_names } items were named.
trends-as-many-interviews-as-in-the-last-wave = As many interviews as in the last wave, spread alike.
trends-as-many-people-return-as-between-the = As many people return as between the last two waves (in proportion, if the next is smaller).
trends-break-its-bridge-for-is-on-the-logit = Break '{ $brk_id }': its bridge for '{ $question }' ({ $net }) is on the logit scale, which is for shares. State a mean's or a balance's offset on: points.
trends-breakdown-has-a-single-group-there-is = Breakdown '{ $by }' has a single group: there is nothing to compare.
trends-breakdown-has-no-group-in-both-waves-it = Breakdown '{ $by }' has no group '{ $group }' in both waves; it has { $held }.
trends-breakdown-is-not-among-these-estimates = Breakdown '{ $by }' is not among these estimates; they hold { $known }. Estimate by it: padai.trend(..., by='{ $by }').
trends-breaks-without-a-bridge = {" "}Breaks without a bridge: { $breaks }.
trends-by-is-not-compared-between-waves-and-the = { $survey_id }: '{ $question }' by '{ $breakdown }' is not compared between waves '{ $earlier }' and '{ $later }': the break { $named } lies between them.
trends-change-among-people-who-answered-both = Change among people who answered both editions; it is not the net change of the population.
trends-change-among-the-same-people-rests-on-a = { $where }change among the same people rests on a longitudinal weight, and the definition names none: write `longitudinal_weight:` under `design:` in the wave's file, or say weight='column' (None: the weights of the wave before).
trends-change-under-half-a-point = change={ $change } is a change of less than half a { -percentage-point }, which no survey shows: changes of shares are in points. For { $meant } points write change={ $meant }.
trends-cohorts-need-their-first-and-last-year = Cohorts need their first and last year of birth, in order and apart: {"{"}'1946-1964': (1946, 1964), '1965-1980': (1965, 1980){"}"}.
trends-decompose-needs-a-breakdown-by-age-group = decompose needs a breakdown: by='age_group'.
trends-difference-between-the-parts-mode-and = difference between the parts (mode and population together)
trends-difference-from-rest-takes-the-responses = difference_from_rest takes the responses to compare from the survey's definition, and this wave has none. Compare groups with est.contrast({"{"}...{"}"}).
trends-does-not-vary-leave-it-out = { $where }'{ $still }' does not vary: leave it out.
trends-every-item-of-the-index-was-asked-in-of = Every item of the index ({ $items }) was asked in { $count_kept } of the waves; an index is followed over two or more.
trends-everybody = Everybody
trends-group-was-to-be-compared-with-itself = Group '{ $groups }' was to be compared with itself; name two.
trends-groups-are-not-waves = '{ $one }' is a group of { $by } and no wave; these estimates hold { $known }. Of two groups: estimates.contrast({"{"}'{ $one } - { $other }': {"{"}'{ $one }': 1, '{ $other }': -1{"}"}{"}"}); of a group and the rest: padai.difference_from_rest(wave, question, by='{ $by }').
trends-has-fewer-than-two-groups-that-answered = '{ $by }' has fewer than two groups that answered every item.
trends-has-no-group-it-has = '{ $by }' has no group { $unknown }; it has { $labels }.
trends-has-no-headline-net-name-the-net-or-code = '{ $name }' has no headline net: name the net or code to follow, net=..., or 'mean'.
trends-has-no-scores-of-which-to-take-the = '{ $item }' has no scores of which to take the lowest and highest: say ranges={"{"}'{ $item }': (1, 5){"}"}.
trends-icc-is-no-intraclass-correlation-it-lies = icc={ $icc } is no intraclass correlation: it lies between 0 and 1 (0: respondents drawn one by one; surveys of opinion seldom exceed 0.1).
trends-interviews-are-counted-from-1-on = Interviews are counted from 1 on.
trends-is-a-balance-a-model-needs-a-net-or-mean = '{ $response_name }' is a balance: a model needs a net, or 'mean'.
trends-is-in-no-family-for-waves-and-so-that-it = '{ $question }' ({ $followed }) is in no family for waves '{ $later }' and '{ $earlier }', so that it has no verdict to try. Name the family: family='...'.
trends-is-no-breakdown-of-the-definition-the = { $survey_id }: '{ $by }' is no breakdown of the definition. The groups of a mini-public's profile are those declared before the draw.
trends-is-no-share-and-has-no-logit-use-on = '{ $question }' ({ $response }) is no share, and has no logit. Use on='points'.
trends-is-not-among-the-items-of-the-index = '{ $strange }' is not among the items of the index.
trends-is-there-already-give-the-index-its-name = { $where }'{ $name }' is there already: give the index its name.
trends-lies-outside-to-in-rows = { $where }'{ $item }' lies outside { $low } to { $high } in { $outside } rows.
trends-longitudinal-weight-without-replicates = wave '{ $wave }' has replicate weights and the longitudinal weight '{ $column }' has none of its own: without them its standard errors would take respondents for independent. Say which columns replicate it, replicates=padai.Bootstrap(prefix='...') or `longitudinal_replicates:` under `design:` in the wave's file, or weight=None (the weights of the wave before, with their replicates){ $or_linearise }.
trends-margin-is-no-margin-give-points-above-0 = margin={ $margin } is no margin: give points above 0, such as 3 for 3 points.
trends-margin-under-half-a-point = margin={ $margin } is a margin of less than half a { -percentage-point }, which no survey shows: margins of shares are in points. For { $meant } points write margin={ $meant }.
trends-mode-effect = mode effect
trends-name-a-breakdown-whose-groups-are = Name a breakdown whose groups are counted: by='region'.
trends-name-at-least-one-breakdown-and-each = Name at least one breakdown, and each once: by=['age', 'region'].
trends-name-how-many-interviews-the-next-wave = n={ $asked }: name how many interviews the next wave has, 2 or more.
trends-name-one-net-or-code-fit = '{ $question }': name one net or code; { $count_responses } fit.
trends-no-comparison-group-the-change-is-not = No comparison group: the change is not shown to come from the deliberation.
trends-no-identifier-stands-in-both-waves = No identifier stands in both waves.
trends-no-identifier-stands-in-both-waves-and = No identifier stands in both waves '{ $before_id }' and '{ $after_id }': there is no panel.
trends-no-verdict-is-named-that-could-turn-over = No verdict is named that could turn over: comparisons in no family are exploratory and have none. Name one: padai.difference(..., family='trust').
trends-nobody = Nobody
trends-nobody-answered-all-of = { $where }nobody answered all of { $items }.
trends-nobody-answered-both-times = Nobody answered '{ $question }' both times.
trends-nobody-answered-in-both-waves = Nobody answered '{ $question }' in both waves.
trends-nobody-in-both-waves-has-a-longitudinal = Nobody in both waves has a longitudinal weight in '{ $column }'.
trends-nobody-in-the-group-which-the-other-part = { $where }nobody in the group { $map }, which the other part has: the parts cannot be given the same make-up. Merge it with a neighbour.
trends-nobody-in-this-part-answered-the = { $where }nobody in this part answered the question.
trends-of = of
trends-of-wave-answered-wave-there-is-no = { $who } of wave '{ $before_id }' answered wave '{ $after_id }': there is no attrition to describe.
trends-one-wave-without-a-name = one wave without a name
trends-or-give-waves-without-replicates = , or give the waves without_replicates(), for linearisation from strata and psus
trends-part-was-to-be-compared-with-itself-name = Part '{ $part }' was to be compared with itself; name two parts.
trends-people-are-matched-by-an-identifier = People are matched by an identifier: Design(id=...) in both waves.
trends-population-shares-are-a-mapping = the population's shares of '{ $by }' are given by group: {"{"}'F': 0.51, 'M': 0.49{"}"}; { $given } was given.
trends-psus-a-wave-in-clusters-needs-two-of = psus={ $psus }: a wave in clusters needs two of them or more.
trends-psus-the-respondents-of-the-last-wave = psus={ $psus }: the respondents of the last wave were drawn one by one, without psus. Leave it out.
trends-reliability-draws-a-bootstrap-or-give-it = { $why } reliability draws a bootstrap; or give it a wave that has replicates: padai.replicate_weights(wave, 'jkn', ...), or with fpc='ignore'.
trends-reliability-is-of-one-wave-give-one-of = reliability is of one wave: give one of those of the stack, waves.waves[-1].
trends-replicates-are-those-of-a-longitudinal = `replicates` are those of a longitudinal weight, and weight=None takes the weights of the wave before with their own replicates. Name the column: weight='column'.
trends-respondents-and-primary-units-change = Respondents and primary units change from one wave to the next.
trends-respondents-drawn-one-by-one-the-design = Respondents drawn one by one: the { -design-effect } is that of the last wave, whatever the number of interviews.
trends-row-has-no-verdict-that-could-turn-over = Row { $wrong } has no verdict that could turn over. Name rows that have one, or leave `rows` out.
trends-the-correlation-of-the-two-waves = The correlation of the two waves’ estimates is the one given.
trends-the-design-effect-is-the-one-given = The { -design-effect } is the one given, whatever the number of interviews.
trends-the-longitudinal-weight-is-negative-in = the longitudinal weight '{ $name }' is negative in { $negative } rows.
trends-the-next-wave-has-primary-units-the-last = The next wave has { $then } primary units (the last has { $psus }): with more interviews in each, the { -design-effect } grows by the intraclass correlation { $correlation ->
       [given] given
      *[last] of the last wave
    }.
trends-the-part-is-of-sample-type-exact-methods = { $survey_id }, { $wave_id }, { $part }: the part is of sample type '{ $kind }'. Exact methods without weights are for a mini-public; compare waves with padai.difference.
trends-the-populations-share-of-group-of-must = The population's share of group '{ $group }' of '{ $by }' must be a number, 0 or more.
trends-the-populations-shares-of-need-one = The population's shares of '{ $by }' need one number for each of its groups; not matched: { $unmatched }.
trends-the-primary-units-return-and-what-two = The primary units return, and what two waves share by them does not thin out with the interviews.
trends-the-replicates-named-for-the = the replicates named for the longitudinal weight '{ $column }' are those of the weight of wave '{ $wave_id }'. Name the longitudinal weight's own columns.
trends-the-share-of-group-of-must-be-a-number = The share of group '{ $group }' of '{ $by }' must be a number.
trends-the-shares-of-add-up-to-they-must-be-0 = The shares of '{ $by }' add up to { $shares }; they must be 0 or more and add up to 1.
trends-the-wave-has-no-date-of-which-a-year-of = { $where }the wave has no date, of which a year of birth is taken.
trends-the-weights-were-trimmed-and-not = { $where }the weights were trimmed and not calibrated, so that those before are not recorded. Give the untrimmed wave under `alternatives`.
trends-there-is-a-column-give-the-cohorts-a = { $where }there is a column '{ $name }': give the cohorts a name.
trends-these-differences-are-detached-from = These differences are detached from their respondents (stored, pickled or after detach()): give those that padai.difference returned.
trends-these-estimates-are-detached-from-their = These estimates are detached from their respondents, and the comparison needs more than they hold. Compare the estimates that the verb returned.
trends-these-estimates-hold-no-share-in-their = These estimates hold no share in their last wave, and a plan is of shares. Estimate a net: padai.trend(waves, question, net=...).
trends-this-needs-comparable-waves-and-no = This needs { $least } comparable waves, and no series has more than { $most }.{ $broken }
trends-tipping-points-are-those-of-changes = Tipping points are those of changes between waves: give what padai.difference returned.
trends-tipping-points-choices = tipping_points: `choices` is the result of padai.robustness, or its table; { $given } was given.
trends-to-smooth-waves-takes-degrees-of-freedom = '{ $name }': to smooth { $waves } waves takes { $least_degrees } degrees of freedom (psus minus strata) in each, and some wave has { $least_df }: its bands would cover less than they say. Show the estimates and their intervals, or padai.slope.
trends-wave-a-population-of-is-smaller-than-its = wave '{ $wave }': a population of { $size } is smaller than its sample. Give the number of people: population={"{"}...{"}"}.
trends-wave-compared-with-itself = Wave '{ $wave }' was to be compared with itself; name two waves.
trends-wave-has-no-date-and-a-slope-is-over = Wave '{ $wave }' has no date, and a slope is over true dates. Give it one, Wave(..., date=...), or say times={"{"}'{ $wave }': ...{"}"} in years.
trends-wave-has-no-fresh-sample-beside-those = Wave '{ $after_id }' has no fresh sample beside those who stayed from '{ $before_id }': the effect of having answered before is not identified.
trends-wave-has-replicate-weights-without-psus = Wave '{ $wave }' has replicate weights without psus: how its { -design-effect } would grow with the interviews cannot be known. Name icc= (padai plan --icc; 0 where respondents were drawn one by one) and psus= (--psus, the number of clusters).
trends-wave-is-later-than-wave-name-the-earlier = Wave '{ $before_id }' is later than wave '{ $after_id }': name the earlier one first.
trends-wave-is-not-among-these = Wave '{ $wave }' is not among these estimates; they hold { $known }. Estimate from a stack of the waves to compare: padai.stack([...]).
trends-wave-is-not-in-the-stack-it-holds = Wave '{ $wave }' is not in the stack; it holds { $wave_ids }.
trends-wave-is-not-in-this-series-it-holds = Wave '{ $absent }' is not in this series; it holds { $waves }.
trends-wave-nobody-in-the-group-of-answered-so = Wave '{ $wave }': nobody in the group { $empty } of '{ $by }' answered, so that it cannot be given its share. Merge it with a neighbour.
trends-wave-nobody-who-answered-is-in-a-group = Wave '{ $wave }': nobody who answered '{ $question }' is in a group of '{ $by }'.
trends-wave-of-nobody-in-the-group-answered-so = Wave '{ $wave }': of '{ $by }', nobody in the group { $empty } answered '{ $question }', so that it has no rate. Merge it with a neighbour.
trends-wave-was-drawn-with-pps-or-in-two-phases = wave '{ $wave_id }' was drawn with pps or in two phases, which says its variance, and replicates of the longitudinal weight say another. Leave them out.
trends-waves-and-have-no-estimate-in-common = Waves '{ $later }' and '{ $earlier }' have no estimate in common.
trends-waves-are-not-in-order = Waves { $waves } are not in the order of their dates, or two share one. Stack them from the oldest to the latest.
trends-waves-fit-gls-estimates-weights-that = '{ $name }', waves { $waves }: fit='gls' estimates weights that take { $waves_2 } of { $df } degrees of freedom (psus minus strata); at least one must be left, and waves of different units need { $least_df_apart } each (the fewest here: { $least_df }). Use fit='ols'.
