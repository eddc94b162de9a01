# padai, smallarea

smallarea-benchmark-areas-of-no-wave = { $verb }: none of the areas of the benchmark has a direct estimate in one of the waves. Say benchmark=False.
smallarea-benchmark-needs-weights-by-wave = { $verb }: the benchmark needs, for wave { $wave }, a weight of 0 or more for every area; check { $lost }.
smallarea-covariate-has-no-number-for-give-it-or = { $verb }: covariate '{ $name }' has no number for { $bad }. Give it, or leave the covariate out.
smallarea-covariates-are-a-table-one-row-an-area-a = { $verb }: covariates are a table, one row an area; a { $found } was given.
smallarea-covariates-have-no-row-for-area-add-it = { $verb }: covariates have no row for area { $lost }.{ $hint } Add it.
smallarea-covariates-have-two-columns = { $verb }: covariates have two columns named { $twice }. Keep one.
smallarea-covariates-have-two-rows-for-keep-one = { $verb }: covariates have two rows for { $twice }. Keep one.
smallarea-covariates-name-no-area = { $verb }: no row of the covariates bears the name of an area. Put the areas in the index, covariates.set_index('{ $by }'), or in a column '{ $by }': { $areas }.
smallarea-covariates-of-wave-are-missing-for-area = { $verb }: covariates of wave { $wave } are missing for area { $lost }; there are those of { $held }. Add them, or give covariates without a column 'wave', whose date you declare.
smallarea-kept-out-is-a-list-of-areas = { $verb }: kept_out={ $given }; give a list of areas, such as ['03', '10']; of a single text, no area would be kept out.
smallarea-kept-out-names-an-area-that-is-not = { $verb }: kept_out names { $lost }, which is no area here; its answers would enter.{ $hint } Name areas by their code.
smallarea-modelled-estimates-are-compared-under = Modelled estimates are compared under their model: padai.difference between two waves, or est.contrast({"{"}name: {"{"}row: 1, row: -1{"}}"}).
smallarea-modelled-estimates-of-different-answers = Modelled estimates of different answers have no common covariance: each has a model of its own. Ask for the rows of one: est.rows(question=..., response=...).
smallarea-no-area-has-a-sampling-error-there-is = no area has a sampling error: there is nothing to weigh a model against.
smallarea-no-breakdown = none
smallarea-scale-is-for-shares-from-0-to-1-this-is = scale="{ $scale }" is for shares from 0 to 1; this is none. Use scale="raw".
smallarea-scale-the-covariates-put-an-area-at-0-or = scale="{ $scale }": the covariates put an area at 0% or below, or at 100% or above. Use scale="logit".
smallarea-small-area-area-has-respondents-or-more = small_area, '{ $question }', { $response }: areas of { $least_base } respondents or more whose figure may be shown: { $used }; a model of areas needs several. Publish the whole alone.
smallarea-small-area-benchmark-is-true-false-or = small_area: benchmark is True, False, or {"{"}"target": a figure, "weights": {"{"}area: share{"}}"} of one wave.
smallarea-small-area-covariate-is-the-waves = small_area: covariate { $lost } is the same in all areas of each wave, so that it cannot be told from what changed everywhere, which each wave’s own coefficient holds. Leave it out, or say wave_effects=False.
smallarea-small-area-draws-the-bootstrap-needs-or = small_area: draws={ $draws }; the bootstrap needs { $least_draws } or more.
smallarea-small-area-over-rho-ar1-needs-a-declared = small_area: over={ $over }, rho={ $rho }; ar1 needs a declared rho from 0 to under 1 (0, 0.5 and 0.8 show how much it matters), and nothing else takes one.
smallarea-small-area-seed-a-seed-is-a-whole-number = small_area: seed={ $seed }; a seed is a whole number of 0 or more.
smallarea-small-area-the-areas-are-the-groups-of = small_area: the areas are the groups of one breakdown of the estimates, which have { $listed }; areas={ $areas } was given. Estimate by the areas first: padai.proportion(wave, question, by="region").
smallarea-small-area-the-benchmark-needs-a-weight = small_area: the benchmark needs a weight of 0 or more for every area; check { $lost }.
smallarea-small-area-these-estimates-do-not-say = small_area: these estimates do not say how many people stand behind each area. Give benchmark={"{"}"target": ..., "weights": {"{"}area: ...{"}}"}, or benchmark=False.
smallarea-small-area-times-gives-a-rising-number = small_area: `times` gives a rising number for each wave: { $waves }.
smallarea-small-area-wave-effects-is-true-or-false = small_area: wave_effects={ $given } is neither True nor False.
smallarea-small-area-wave-has-no-area-that-enters = small_area, { $question }, { $response }: in wave { $lost } no area has { $least_base } respondents or more, so that the wave’s level cannot be estimated. Leave that wave out, or merge areas.
smallarea-small-area-waves-with-over-several-waves = small_area: { $count_waves } waves with over={ $over }. Several waves need over='walk' or over='ar1', so that what they share is in the model; one wave takes neither.
smallarea-the-direct-share-of-area-is-0-or-100 = the direct share of area { $named } is 0% or 100%, which has no place on the logit scale. Use scale="arcsine".
smallarea-those-given = those given
smallarea-unit-model = unit_model: { $texts }
smallarea-unit-model-a-model-needs-more-sampled = unit_model: a model needs more sampled areas than coefficients: { $areas } areas, { $count_names } coefficients. Leave covariates out.
smallarea-unit-model-a-share-is-modelled-one-at-a = unit_model: a share is modelled one at a time, and a balance not at all; net= gives { $listed }. Name one.
smallarea-unit-model-areas-have-respondents-or = unit_model: { $sampled } areas have { $least_base } respondents or more; a model of areas needs { $least_areas }. Publish the whole alone.
smallarea-unit-model-draws-the-model-needs-or-more = unit_model: draws={ $draws }; the model needs { $least_draws } or more.
smallarea-unit-model-has-respondents-with-the-code = unit_model: '{ $name }' has respondents with the code { $lost }, of which `population` has no cell; it has { $there }.{ $hint } Add its people, or merge the code.
smallarea-unit-model-margins-are-mappings-such-as = unit_model: margins are mappings, such as {"{"}"region": {"{"}"01": 5000, ...{"}"}, "sex": {"{"}...{"}}"}.
smallarea-unit-model-no-margin-of-population-holds = unit_model: no margin of `population` holds { $lacking }; there are { $parts }. Give a margin of it.
smallarea-unit-model-population-cell-n-must-be-a = unit_model: `population`, cell { $named }: N must be a number of people, 0 or more.
smallarea-unit-model-population-has-no-cells-of = unit_model: `population` has no cells of wave { $wave }; it has those of { $held }. Add them, or leave the column 'wave' out.
smallarea-unit-model-population-has-no-number-for = unit_model: `population` has no number for area { $bad }. Give it.
smallarea-unit-model-population-has-no-rows-give = unit_model: `population` has no rows. Give one a cell.
smallarea-unit-model-population-has-nobody-in-area-f00e = unit_model: `population` has nobody in area { $empty }. Give its people, or leave the area out.
smallarea-unit-model-population-has-nobody-in-area-f61e = unit_model: `population` has nobody in area { $areas } in wave { $ids }. Give its people, or leave the area out of every wave.
smallarea-unit-model-population-has-two-rows-for = unit_model: `population` has two rows for the cell { $twice }. Keep one.
smallarea-unit-model-population-is-a-table-one-row = unit_model: `population` is a table, one row an area, with the mean of each variable.
smallarea-unit-model-population-is-a-table-with = unit_model: `population` is a table with one row a cell and the people in it in the column N, or targets by margin.
smallarea-unit-model-population-lacks-the-column = unit_model: `population` lacks the column { $lacking }; it has { $columns }.{ $hint } One row a cell: the areas, the other variables, N.
smallarea-unit-model-population-needs-one-row-an = unit_model: `population` needs one row an area and one column a variable; check { $named }.{ $hint }
smallarea-unit-model-population-of-cells = unit_model: `population` has several rows for { $area }, as cells have. Of a share, name its codes: net={"{"}'yes': [1]{"}"}; of a mean, give one row an area and the mean of each variable.
smallarea-unit-model-respondents-are-in-cells = unit_model: { $count_lost } respondents are in cells where `population` has nobody, such as { $named }. Give their people, or leave a variable out.
smallarea-unit-model-seed-a-seed-is-a-whole-number = unit_model: seed={ $seed }; a seed is a whole number of 0 or more.
smallarea-unit-model-stands-in-margins-with-other = unit_model: { $left } stands in margins with other variables only. Name those too in variables=, or give a margin of it alone.
smallarea-unit-model-the-direct-figure-of-wave-is = unit_model: the direct figure of wave { $named } is 0% or 100%, to which no model can be moved. Say benchmark=False.
smallarea-unit-model-the-interaction-is-not-of-two = unit_model: the interaction { $given } is not of two variables: write 'region*age_group'.
smallarea-unit-model-the-interaction-is-of-two-of = unit_model: the interaction { $pair } is of two of { $labels }.{ $hint }
smallarea-unit-model-the-margins-of-population = unit_model: the margins of `population` make no cells: { $texts }
smallarea-unit-model-the-model-would-have-effects = unit_model: the model would have { $sizes } effects, more than { $most_effects }. Leave an interaction out, or merge codes.
smallarea-unit-model-these-margins-cross-into = unit_model: these margins cross into { $count } cells, more than { $most_cells }. Name the variables to use in variables=.
smallarea-unit-model-this-part-is-its-figures-are = unit_model: this part is '{ $kind }': its figures are of those who took part, and no model makes a population of them. Show counts and shares of the participants.
smallarea-unit-model-weights-is-not-known-use = unit_model: weights={ $weights } is not known. Use 'cells' (what people were drawn or weighted by is in the cells) or 'composite'.{ $hint }
smallarea-unit-model-without-net-a-mean-is = unit_model: without net= a mean is modelled, of one wave, without interactions or covariates. For a share, name it: net=.
