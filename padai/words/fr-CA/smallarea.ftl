# padai, smallarea

smallarea-benchmark-areas-of-no-wave = { $verb } : aucun des territoires du calage n’a d’estimation directe à l’une des vagues. Dites benchmark=False.
smallarea-benchmark-needs-weights-by-wave = { $verb } : le calage exige, pour la vague { $wave }, un poids de 0 ou plus par territoire; vérifiez { $lost }.
smallarea-covariate-has-no-number-for-give-it-or = { $verb } : la covariable « { $name } » n’a pas de nombre pour { $bad }. Donnez-le, ou retirez la covariable.
smallarea-covariates-are-a-table-one-row-an-area-a = { $verb } : les covariables sont un tableau, une ligne par région; { $found } a été donné.
smallarea-covariates-have-no-row-for-area-add-it = { $verb } : les covariables n’ont pas de ligne pour la région { $lost }.{ $hint } Ajoutez-la.
smallarea-covariates-have-two-columns = { $verb } : les covariables ont deux colonnes nommées { $twice }. Gardez-en une.
smallarea-covariates-have-two-rows-for-keep-one = { $verb } : les covariables ont deux lignes pour { $twice }. Gardez-en une.
smallarea-covariates-name-no-area = { $verb } : aucune ligne des covariables ne porte le nom d’une région. Mettez les régions en index, covariates.set_index('{ $by }'), ou dans une colonne « { $by } » : { $areas }.
smallarea-covariates-of-wave-are-missing-for-area = { $verb } : il manque les covariables de la vague { $wave } pour la région { $lost }; il y a celles de { $held }. Ajoutez-les, ou donnez des covariables sans colonne « wave », dont vous déclarez la date.
smallarea-kept-out-is-a-list-of-areas = { $verb } : kept_out={ $given }; donnez une liste de régions, comme ['03', '10']; d’un seul texte, aucune région ne serait tenue à part.
smallarea-kept-out-names-an-area-that-is-not = { $verb } : kept_out nomme { $lost }, qui n’est pas une région d’ici; ses réponses entreraient.{ $hint } Nommez les régions par leur code.
smallarea-modelled-estimates-are-compared-under = Des estimations modélisées se comparent selon leur modèle : padai.difference entre deux vagues, ou est.contrast({"{"}nom : {"{"}ligne : 1, ligne : -1{"}}"}).
smallarea-modelled-estimates-of-different-answers = Des estimations modélisées de réponses différentes n’ont pas de covariance commune : chacune a son modèle. Demandez les lignes d’une seule : est.rows(question=..., response=...).
smallarea-no-area-has-a-sampling-error-there-is = aucune région n’a d’erreur d’échantillonnage : il n’y a rien à mettre en balance avec un modèle.
smallarea-no-breakdown = aucun
smallarea-scale-is-for-shares-from-0-to-1-this-is = scale="{ $scale }" vaut pour des parts de 0 à 1; ce n’en est pas. Prenez scale="raw".
smallarea-scale-the-covariates-put-an-area-at-0-or = scale="{ $scale }" : les covariables mettent une région à 0 % ou moins, ou à 100 % ou plus. Prenez scale="logit".
smallarea-small-area-area-has-respondents-or-more = small_area, « { $question } », { $response } : régions de { $least_base } répondants ou plus dont le chiffre peut être montré : { $used }; un modèle régional en demande plusieurs. Publiez l’ensemble seul.
smallarea-small-area-benchmark-is-true-false-or = small_area : benchmark vaut True, False, ou {"{"}"target": un chiffre, "weights": {"{"}région : part{"}}"} d’une seule vague.
smallarea-small-area-covariate-is-the-waves = small_area : la covariable { $lost } est la même dans toutes les régions de chaque vague : rien ne la distingue de ce qui a changé partout, que porte le coefficient de chaque vague. Retirez-la, ou indiquez wave_effects=False.
smallarea-small-area-draws-the-bootstrap-needs-or = small_area : draws={ $draws }; le bootstrap en demande { $least_draws } ou plus.
smallarea-small-area-over-rho-ar1-needs-a-declared = small_area : over={ $over }, rho={ $rho }; ar1 demande un rho déclaré de 0 à moins de 1 (0, 0,5 et 0,8 montrent ce qu’il change), et rien d’autre n’en prend.
smallarea-small-area-seed-a-seed-is-a-whole-number = small_area : seed={ $seed }; une graine est un entier de 0 ou plus.
smallarea-small-area-the-areas-are-the-groups-of = small_area : les régions sont les groupes d’un croisement des estimations, qui ont { $listed }; areas={ $areas } a été donné. Estimez d’abord par région : padai.proportion(vague, question, by="region").
smallarea-small-area-the-benchmark-needs-a-weight = small_area : le total de référence demande un poids de 0 ou plus pour chaque région; vérifiez { $lost }.
smallarea-small-area-these-estimates-do-not-say = small_area : ces estimations ne disent pas combien de personnes il y a derrière chaque région. Donnez benchmark={"{"}"target": ..., "weights": {"{"}région: ...{"}}"}, ou benchmark=False.
smallarea-small-area-times-gives-a-rising-number = small_area : `times` donne un nombre croissant par vague : { $waves }.
smallarea-small-area-wave-effects-is-true-or-false = small_area : wave_effects={ $given } n’est ni True ni False.
smallarea-small-area-wave-has-no-area-that-enters = small_area, « { $question } », { $response } : à la vague { $lost }, aucune région n’a { $least_base } répondants ou plus; le niveau de la vague ne peut donc pas être estimé. Retirez cette vague, ou regroupez des régions.
smallarea-small-area-waves-with-over-several-waves = small_area : { $count_waves } vagues avec over={ $over }. Plusieurs vagues demandent over='walk' ou over='ar1', pour que le modèle tienne compte de ce qu’elles partagent; une seule vague n’en prend pas.
smallarea-the-direct-share-of-area-is-0-or-100 = la part directe de la région { $named } est 0 % ou 100 %, qui n’a pas de place sur l’échelle logit. Prenez scale="arcsine".
smallarea-those-given = ceux donnés
smallarea-unit-model = unit_model : { $texts }
smallarea-unit-model-a-model-needs-more-sampled = unit_model : un modèle demande plus de régions échantillonnées que de coefficients : { $areas } régions, { $count_names } coefficients. Retirez des covariables.
smallarea-unit-model-a-share-is-modelled-one-at-a = unit_model : une part se modélise une à la fois, et un solde jamais; net= donne { $listed }. Nommez-en une.
smallarea-unit-model-areas-have-respondents-or = unit_model : { $sampled } régions ont { $least_base } répondants ou plus; un modèle régional en demande { $least_areas }. Publiez l’ensemble seul.
smallarea-unit-model-draws-the-model-needs-or-more = unit_model : draws={ $draws }; le modèle en demande { $least_draws } ou plus.
smallarea-unit-model-has-respondents-with-the-code = unit_model : « { $name } » a des répondants de code { $lost }, dont `population` n’a pas de cellule; il y a { $there }.{ $hint } Ajoutez sa population, ou fusionnez le code.
smallarea-unit-model-margins-are-mappings-such-as = unit_model : les marges sont des correspondances, comme {"{"}"region": {"{"}"01": 5000, ...{"}"}, "sex": {"{"}...{"}}"}.
smallarea-unit-model-no-margin-of-population-holds = unit_model : aucune marge de `population` ne porte sur { $lacking }; il y a { $parts }. Donnez-en une.
smallarea-unit-model-population-cell-n-must-be-a = unit_model : `population`, cellule { $named } : N doit être un nombre de personnes, 0 ou plus.
smallarea-unit-model-population-has-no-cells-of = unit_model : `population` n’a pas de cellules de la vague { $wave }; il y a celles de { $held }. Ajoutez-les, ou retirez la colonne « wave ».
smallarea-unit-model-population-has-no-number-for = unit_model : `population` n’a pas de nombre pour la région { $bad }. Donnez-le.
smallarea-unit-model-population-has-no-rows-give = unit_model : `population` n’a aucune ligne. Donnez-en une par cellule.
smallarea-unit-model-population-has-nobody-in-area-f00e = unit_model : `population` n’a personne dans la région { $empty }. Donnez ses habitants, ou retirez la région.
smallarea-unit-model-population-has-nobody-in-area-f61e = unit_model : `population` n’a personne dans la région { $areas } à la vague { $ids }. Donnez ses habitants, ou retirez la région de toutes les vagues.
smallarea-unit-model-population-has-two-rows-for = unit_model : `population` a deux lignes pour la cellule { $twice }. Gardez-en une.
smallarea-unit-model-population-is-a-table-one-row = unit_model : `population` est un tableau, une ligne par région, avec la moyenne de chaque variable.
smallarea-unit-model-population-is-a-table-with = unit_model : `population` est un tableau d’une ligne par cellule, les personnes dans la colonne N, ou des cibles par marge.
smallarea-unit-model-population-lacks-the-column = unit_model : il manque à `population` la colonne { $lacking }; il y a { $columns }.{ $hint } Une ligne par cellule : la région, les autres variables, N.
smallarea-unit-model-population-needs-one-row-an = unit_model : `population` demande une ligne par région et une colonne par variable; vérifiez { $named }.{ $hint }
smallarea-unit-model-population-of-cells = unit_model : `population` a plusieurs lignes pour { $area }, comme des cases. D’une part, nommez ses codes : net={"{"}'oui': [1]{"}"}; d’une moyenne, donnez une ligne par région et la moyenne de chaque variable.
smallarea-unit-model-respondents-are-in-cells = unit_model : { $count_lost } personnes sont dans des cellules où `population` n’a personne, comme { $named }. Donnez leur population, ou retirez une variable.
smallarea-unit-model-seed-a-seed-is-a-whole-number = unit_model : seed={ $seed }; une graine est un entier de 0 ou plus.
smallarea-unit-model-stands-in-margins-with-other = unit_model : { $left } n’est que dans des marges avec d’autres variables. Nommez-les aussi dans variables=, ou donnez une marge à elle seule.
smallarea-unit-model-the-direct-figure-of-wave-is = unit_model : le chiffre direct de la vague { $named } est 0 % ou 100 %, où aucun modèle ne peut être amené. Dites benchmark=False.
smallarea-unit-model-the-interaction-is-not-of-two = unit_model : l’interaction { $given } n’est pas de deux variables : écrivez 'region*age_group'.
smallarea-unit-model-the-interaction-is-of-two-of = unit_model : l’interaction { $pair } porte sur deux de { $labels }.{ $hint }
smallarea-unit-model-the-margins-of-population = unit_model : les marges de `population` ne font pas de cellules : { $texts }
smallarea-unit-model-the-model-would-have-effects = unit_model : le modèle aurait { $sizes } effets, plus de { $most_effects }. Retirez une interaction, ou fusionnez des codes.
smallarea-unit-model-these-margins-cross-into = unit_model : ces marges se croisent en { $count } cellules, plus de { $most_cells }. Nommez les variables à prendre dans variables=.
smallarea-unit-model-this-part-is-its-figures-are = unit_model : ce volet est « { $kind } » : ses chiffres portent sur les personnes qui y ont participé, et aucun modèle n’en fait une population. Montrez leurs nombres et parts.
smallarea-unit-model-weights-is-not-known-use = unit_model : weights={ $weights } n’est pas connu. Prenez 'cells' (ce qui a servi au tirage ou à la pondération est dans les cellules) ou 'composite'.{ $hint }
smallarea-unit-model-without-net-a-mean-is = unit_model : sans net=, c’est une moyenne, d’une seule vague, sans interactions ni covariables. Pour une part, nommez-la : net=.
