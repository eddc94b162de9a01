# padai, trends

trends-a-family-has-one-comparison-or-more-a = A family has one comparison or more; a correlation is within ±1.
trends-a-trend-needs-two-waves = A trend needs at least two waves in one design: padai.stack([wave_2024, wave_2025]).
trends-adjust-is-not-known-use-one-of = adjust='{ $adjust }' is not known. Use one of: { $known }.
trends-age-period-and-cohort-are-not-separately = Age, period and cohort are not separately identified: each follows from the other two.
trends-an-index-needs-two-items = An index needs two items or more, each once; { $count } were named.
trends-as-many-interviews-as-in-the-last-wave = As many interviews as in the last wave, spread alike.
trends-as-many-people-return-as-between-the = As many people return as between the last two waves (in proportion, if the next is smaller).
trends-change-among-people-who-answered-both = Change among people who answered both editions; it is not the net change of the population.
trends-change-among-the-same-people-rests-on-a = { $where }change among the same people rests on a longitudinal weight, and the definition names none: write `longitudinal_weight:` under `design:` in the wave's file, or say weight='column' (None: the weights of the wave before).
trends-difference-between-the-parts-mode-and = difference between the parts (mode and population together)
trends-every-item-of-the-index-was-asked-in-of = Every item of the index ({ $items }) was asked in { $count_kept } of the waves; an index is followed over two or more.
trends-has-no-headline-net-name-the-net-or-code = '{ $name }' has no headline net: name the net or code to follow, net=..., or 'mean'.
trends-icc-is-no-intraclass-correlation-it-lies = icc={ $icc } is no intraclass correlation: it lies between 0 and 1 (0: respondents drawn one by one; surveys of opinion seldom exceed 0.1).
trends-is-no-share-and-has-no-logit-use-on = '{ $question }' ({ $response }) is no share, and has no logit. Use on='points'.
trends-margin-is-no-margin-give-points-above-0 = margin={ $margin } is no margin: give points above 0, such as 3 for 3 points.
trends-margin-under-half-a-point = margin={ $margin } is a margin of less than half a percentage point, which no survey shows: margins of shares are in points. For { $meant } points write margin={ $meant }.
trends-mode-effect = mode effect
trends-name-how-many-interviews-the-next-wave = Name how many interviews the next wave has: 2 or more.
trends-name-one-net-or-code-fit = '{ $question }': name one net or code; { $count_responses } fit.
trends-no-comparison-group-the-change-is-not = No comparison group: the change is not shown to come from the deliberation.
trends-of = of
trends-population-shares-are-a-mapping = the population's shares of '{ $by }' are given by group: {"{"}'F': 0.51, 'M': 0.49{"}"}; { $given } was given.
trends-psus-a-wave-in-clusters-needs-two-of = psus={ $psus }: a wave in clusters needs two of them or more.
trends-psus-the-respondents-of-the-last-wave = psus={ $psus }: the respondents of the last wave were drawn one by one, without psus. Leave it out.
trends-reliability-draws-a-bootstrap-or-give-it = { $en } reliability draws a bootstrap; or give it a wave that has replicates: padai.replicate_weights(wave, 'jkn', ...), or with fpc='ignore'.
trends-reliability-is-of-one-wave-give-one-of = reliability is of one wave: give one of those of the stack, waves.waves[-1].
trends-replicates-are-those-of-a-longitudinal = `replicates` are those of a longitudinal weight, and weight=None takes the weights of the wave before with their own replicates. Name the column: weight='column'.
trends-respondents-and-primary-units-change = Respondents and primary units change from one wave to the next.
trends-respondents-drawn-one-by-one-the-design = Respondents drawn one by one: the design effect is that of the last wave, whatever the number of interviews.
trends-row-has-no-verdict-that-could-turn-over = Row { $wrong } has no verdict that could turn over. Name rows that have one, or leave `rows` out.
trends-the-correlation-of-the-two-waves = The correlation of the two waves’ estimates is the one given.
trends-the-design-effect-is-the-one-given = The design effect is the one given, whatever the number of interviews.
trends-the-longitudinal-weight-is-negative-in = the longitudinal weight '{ $name }' is negative in { $negative } rows.
trends-the-next-wave-has-primary-units-the-last = The next wave has { $then } primary units (the last has { $psus }): with more interviews in each, the design effect grows by the intraclass correlation { $en }.
trends-the-populations-share-of-group-of-must = The population's share of group '{ $group }' of '{ $by }' must be a number, 0 or more.
trends-the-populations-shares-of-need-one = The population's shares of '{ $by }' need one number for each of its groups; not matched: { $unmatched }.
trends-the-primary-units-return-and-what-two = The primary units return, and what two waves share by them does not thin out with the interviews.
trends-the-replicates-named-for-the = the replicates named for the longitudinal weight '{ $column }' are those of the weight of wave '{ $wave_id }'. Name the longitudinal weight's own columns.
trends-the-share-of-group-of-must-be-a-number = The share of group '{ $group }' of '{ $by }' must be a number.
trends-these-differences-are-detached-from = These differences are detached from their respondents (stored, pickled or after detach()): give those that padai.difference returned.
trends-these-estimates-hold-no-share-in-their = These estimates hold no share in their last wave, and a plan is of shares. Estimate a net: padai.trend(waves, question, net=...).
trends-this-needs-comparable-waves-and-no = This needs { $least } comparable waves, and no series has more than { $most }.{ $en }
trends-tipping-points-are-those-of-changes = Tipping points are those of changes between waves: give what padai.difference returned.
trends-to-smooth-waves-takes-degrees-of-freedom = '{ $name }': to smooth { $waves } waves takes { $least_degrees } degrees of freedom (psus minus strata) in each, and some wave has { $least_df }: its bands would cover less than they say. Show the estimates and their intervals, or padai.slope.
trends-wave-a-population-of-is-smaller-than-its = wave '{ $wave }': a population of { $size } is smaller than its sample. Give the number of people: population={"{"}...{"}"}.
trends-wave-compared-with-itself = Wave '{ $wave }' was to be compared with itself; name two waves.
trends-wave-has-replicate-weights-without-psus = Wave '{ $wave }' has replicate weights without psus: how its design effect would grow with the interviews cannot be known. Name icc= (padai plan --icc; 0 where respondents were drawn one by one) and psus= (--psus, the number of clusters).
trends-wave-is-not-among-these = Wave '{ $wave }' is not among these estimates; they hold { $known }. Estimate from a stack of the waves to compare: padai.stack([...]).
trends-waves-are-not-in-order = Waves { $waves } are not in the order of their dates, or two share one. Stack them from the oldest to the latest.
trends-waves-fit-gls-estimates-weights-that = '{ $name }', waves { $waves }: fit='gls' estimates weights that take { $waves_2 } of { $df } degrees of freedom (psus minus strata); at least one must be left, and waves of different units need { $least_df_apart } each (the fewest here: { $least_df }). Use fit='ols'.
