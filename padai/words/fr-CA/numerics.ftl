# padai, numerics

numerics-a-bend-needs-comparable-waves-there-are = Un changement de rythme demande { $least_waves_for_a_bend } vagues comparables; il y en a { $count_times }. Avec moins, dites en quoi chaque vague diffère de la précédente.
numerics-a-binomial-response = Une réponse binomiale doit être entre 0 et 1. D’une question à codes, dites lesquels comptent pour oui : padai.glm(..., net=[...]).
numerics-a-model-of-people-in-areas-needs-two = Un modèle de personnes dans des régions demande deux régions ou plus, et une région de deux personnes ou plus. Prenez l’estimation directe.
numerics-a-one-factor-model-needs-three-items = Un modèle à un facteur demande trois énoncés; il y en a { $k }.
numerics-a-poisson-response-must-be-0-or-more = Une réponse de Poisson est de 0 ou plus.
numerics-a-smoothed-level-needs-comparable-waves = Un niveau lissé demande { $least_waves } vagues comparables; il y en a { $m }. Avec moins, montrez les estimations et leurs intervalles.
numerics-a-smoothed-level-of-waves-needs-degrees = Un niveau lissé de { $m } vagues demande { $least_degrees } degrés de liberté (unités primaires moins strates); il y en a { $df }. Montrez les estimations et leurs intervalles.
numerics-a-wave-a-covariate-or-a-variable-of-two = une vague, une covariable ou une variable à deux codes sépare parfaitement les réponses : aucun modèle n’a de coefficients finis. Retirez-la, ou fusionnez-la avec une autre.
numerics-an-area-model-needs-more-sampled-areas = Un modèle régional demande plus de régions échantillonnées que de coefficients : { $m } régions, { $p } coefficients. Retirez des covariables, ou regroupez des régions.
numerics-an-ordinal-model-needs-members-in-every = Un modèle ordinal demande des personnes dans chacune des modalités de la réponse, au moins deux; { $share } sur { $categories } n’en ont pas. Réunissez-les ou laissez-les.
numerics-and-more = {" "}et { $more } de plus
numerics-average-is-defined-for-the-first-stage = « average » n’existe que pour le premier degré : prenez adjust ou certainty.
numerics-bell-mccaffrey-of-psus-determine-a = Bell-McCaffrey : { $alone } des { $count_codes } unités primaires déterminent à elles seules un coefficient, et ne laissent aucun résidu qui en dise l’erreur. Regroupez des catégories, ou demandez std_errors='linearised'.
numerics-bounds-must-be-two-numbers-0-lower-1 = les bornes { $bounds } (bounds) doivent être deux nombres qui encadrent 1, le plus petit de 0 ou plus : ce sont celles de g, le poids final sur le poids de sondage mis à l’échelle du total des cibles.
numerics-calibration-did-not-converge-in-steps-is = Le calage n’a pas convergé en { $steps } pas : { $named } s’écarte de sa cible de { $off } fois celle-ci. { $cure }
numerics-calibration-needs-at-least-one-margin-or = Le calage demande au moins une marge ou un total.
numerics-calibration-needs-design-weights-that = Le calage demande des poids de sondage finis, non négatifs et non tous nuls.
numerics-cell-nobody-responded-such-cells-merge = case « { $labels } » : personne n’a répondu ({ $count_empty } cases dans ce cas). Réunissez-la à une voisine.
numerics-cells-of-the-table-are-empty = { $empty } des { $cells } cellules du tableau sont vides, trop pour un test d’association : fusionnez des codes.
numerics-covariates-of-the-areas-are-collinear = Des covariables des régions sont colinéaires : l’une découle des autres. Retirez-la.
numerics-everyone-gave-the-same-answer-there-is = tout le monde a donné la même réponse : il n’y a rien à modéliser. Publiez l’ensemble seul.
numerics-fay-rho-must-be-at-least-0-and-below-1 = fay : rho={ $rho } doit être au moins 0 et sous 1.
numerics-fpc-of-stage-population-sizes-and = fpc du degré { $number } : tailles de population et fractions de sondage (sous 1) sont mêlées. Donnez l’une ou l’autre à chaque ligne et à chaque degré.
numerics-fpc-of-stage-rows-are-missing-zero = fpc du degré { $number } : { $usable } lignes sont vides, nulles, négatives ou infinies. Donnez à chaque ligne la taille de population de sa strate, ou sa fraction de sondage.
numerics-fpc-of-stage-stratum-has-a-population-of = fpc du degré { $number } : la strate « { $name } » a une population de { $sizes } et un échantillon de { $sampled } unités primaires. Corrigez la taille de population.
numerics-fpc-of-stage-varies-within-stratum-give = la fpc du degré { $number } varie dans la strate « { $name } » : donnez une seule valeur.
numerics-generalised-least-squares-of-waves = Les moindres carrés généralisés de { $count_model } vagues estiment des poids qui prennent { $q } des { $df } degrés de liberté (unités primaires moins strates), et il doit en rester un. Demandez fit='ols'.
numerics-has-no-finite-population-correction-and = { $kind } n’a pas de correction pour population finie et le plan en a une : prenez 'raowu', 'jk1' ou 'jkn', ou dites fpc='ignore'.
numerics-in-one-of-the-waves-the-groups-of-the = Dans l’une des vagues, les groupes des variables dépendent les uns des autres (un groupe vide, ou les mêmes personnes que celles d’un autre) : réunissez des groupes ou laissez une variable de côté.
numerics-items-are-tested-with-degrees-of-freedom = { $k } éléments sont testés avec { $design_df } degrés de liberté : nommez-en moins.
numerics-items-do-not-vary-leave-them-out = { $sd } énoncés ne varient pas : laissez-les de côté.
numerics-jk1-takes-no-strata-and-the-design-has = jk1 ne prend pas de strates et le plan en a { $n_strata } : prenez 'jkn'.
numerics-level-and-power-make-no-plan-the-level = level={ $alpha } et power={ $power } ne font pas un plan : level est entre 0,5 et 1 (d’ordinaire 0,95), la puissance entre 1 - level et 1 (d’ordinaire 0,8).
numerics-margin-cell = la marge « { $margin } », cellule « { $cell } »,
numerics-margin-cell-it-has-a-target-and-no = Marge « { $margin } », cellule « { $cell } » : elle a une cible et aucun poids dans l’échantillon. Fusionnez-la avec une voisine (collapse:).
numerics-margin-cell-the-target-must-be-a = Marge « { $margin } », cellule « { $cell } » : la cible doit être un nombre positif. Fusionnez la cellule avec une voisine, ou retirez ses lignes.
numerics-merge-strata-or-say-how-such-strata = Fusionnez des strates, ou dites comment elles comptent : lonely_psu: adjust (autour de la moyenne générale), average, certainty ou remove.
numerics-method-is-not-known-use-one-of = method='{ $method }' n’est pas connu. Prenez l’un de : { $adjustments }.{ $hint }
numerics-method-logit-needs-finite-bounds-lower = method: logit demande des bornes finies autour de 1 (bounds: [inférieure, supérieure]).
numerics-method-logit-takes-bounds-on-g-not = method='logit' prend des bornes sur g, et non des limites sur les poids.
numerics-mrbbootstrap-stratum-of-stage-has-a = mrbbootstrap : la strate « { $label } » du degré { $place } a une seule unité ({ $count_alone } strates en tout), dont aucune moitié ne dit l’erreur. Regroupez des strates, ou indiquez lonely_psu='certainty'.
numerics-n-replicates-are-too-many = n={ $count } répliques sont trop pour être gardées : demandez-en { $most } au plus (500 suffisent d’ordinaire).
numerics-n-replicates-give-no-variance-ask-for-a = n={ $count } répliques ne donnent pas de variance : demandez un nombre entier, de 2 ou plus.
numerics-needs-two-units-in-every-stratum-stratum = { $kind } demande deux unités dans chaque strate; la strate « { $label } » en a { $sampled } ({ $count_uneven } strates en tout). Prenez 'jkn' ou 'bootstrap'.
numerics-no-participation-model-fits-some-answer = Aucun modèle de participation ne convient : une réponse, ou une combinaison, distingue les deux échantillons sans erreur, ou les totaux sont hors d’atteinte. Fusionnez des catégories, ou retirez une variable.
numerics-no-row-answers-every-variable-of-the = Aucune ligne ne répond à toutes les variables du modèle.
numerics-no-shift-of-the-areas-meets-the = Aucun décalage des régions n’atteint le total de référence, { $target } : vérifiez que c’est la part de la même réponse, de 0 à 1.
numerics-nothing-here-has-a-sampling-error = rien ici n’a d’erreur d’échantillonnage : tout le monde est dans l’échantillon, ou le calage donne ces chiffres. Ce qui se voit est ainsi, et il n’y a rien à tester.
numerics-of-p-values-lie-outside-0-to-1 = { $outside } des { $size } valeurs p ne sont pas entre 0 et 1.
numerics-of-replicates-give-no-estimate-some = { $isfinite } des { $count_part } répliques ne donnent pas d’estimation : un domaine ou une base y est vide. Réunissez de petits groupes, ou prenez la linéarisation.
numerics-p-values-are-numbers-from-0-to-1 = Les valeurs p sont des nombres de 0 à 1; autre chose a été donné.
numerics-people-within-areas-hardly-differ-beside = Les personnes d’une région ne diffèrent presque pas, au regard des régions : aucun modèle ne converge.
numerics-perfect-separation = { $count ->
    [one] Séparation complète : { $names } prédit la réponse sans erreur pour certaines lignes, de sorte qu’aucun coefficient fini n’est le meilleur. Regroupez des catégories ou retirez le terme.
   *[other] Séparation complète : { $names } prédisent la réponse sans erreur pour certaines lignes, de sorte qu’aucun coefficient fini n’est le meilleur. Regroupez des catégories ou retirez le terme.
    }
numerics-psus-of-stage-lie-in-more-than-one-ce44 = { $several } unités primaires du degré { $number } sont dans plus d’une strate. Si leurs numéros recommencent dans chaque strate, écrivez nest: true; sinon, corrigez les strates.
numerics-raowu-draws-must-be-from-1-to-the-units = raowu : draws={ $draws } doit aller de 1 au nombre d’unités de la plus petite strate moins une, { $min }; sinon des poids deviennent négatifs.
numerics-replicates-with-mse-true-need-the-full = Des répliques avec mse=True demandent les estimations de l’échantillon entier.
numerics-sdr-needs-three-units-or-more-the-design = sdr demande au moins trois unités; le plan en a { $n_psus }.
numerics-strata-have-only-one-psu-at-stage-and = { $count } strates n’ont qu’une unité primaire au degré { $number } ({ $listed }{ $more }), et lonely_psu: { $policy } ne leur donne aucune variance. { $cure }
numerics-stratum-has-a-single-psu-such-strata = { $kind } : la strate « { $label } » n’a qu’une unité primaire ({ $count_lonely } strates dans ce cas), qu’aucune réplique ne peut laisser de côté. Réunissez des strates avant de faire les répliques.
numerics-the-covariance-of-the-direct-estimates = La covariance des estimations directes n’est pas définie positive : une région n’a pas d’erreur d’échantillonnage, ou deux partagent la leur. Prenez variance="smoothed", ou retirez-la.
numerics-the-covariance-of-the-waves-is-singular-4fff = La covariance des vagues est singulière : une vague n’a pas d’erreur d’échantillonnage. Ne lissez que ce qui vient d’un échantillon.
numerics-the-covariance-of-the-waves-is-singular-c61e = La covariance des vagues est singulière : les moindres carrés généralisés n’ont pas de poids à leur donner. Demandez fit='ols'.
numerics-the-estimated-variance-of-of-estimates = la variance estimée de { $count } estimations sur { $of } est négative : la formule d’Horvitz et Thompson peut donner cela, et celle de Yates et Grundy si des paires sont tirées ensemble plus souvent que des unités indépendantes. Prenez variance='YG' ou, si c’est déjà le cas, pps='brewer' (deux phases : method='simple').
numerics-the-items-covariance-is-singular-one-has = La covariance des éléments est singulière : l’un n’a pas d’erreur d’échantillonnage, ou découle des autres (un élément parmi les { -calibration-targets } ?). Retirez-le.
numerics-the-model-did-not-converge-in-steps = Le modèle n’a pas convergé en { $steps } pas.
numerics-the-model-matrix-is-singular-follows = La matrice du modèle est singulière : { $bad } se déduit des autres colonnes ou ne varie jamais. Retirez-la, ou regroupez les catégories que personne ne combine.
numerics-the-model-of-cells-does-not-converge = le modèle de cellules ne converge pas : retirez un facteur ou une interaction, ou fusionnez des codes que presque personne n’a.
numerics-the-one-factor-model-of-the-items-does = Le modèle à un facteur des énoncés ne converge pas.
numerics-the-ordinal-model-did-not-converge-in = Le modèle ordinal n’a pas convergé en { $steps } pas.
numerics-the-response-has-one-value-among-the = La réponse a une seule valeur dans les lignes qui répondent à toutes les variables : il n’y a rien à modéliser.
numerics-the-response-model-cannot-be-fitted = le modèle de réponse ne peut être ajusté : { $error }
numerics-the-spread-of-the-areas-is-not-settled = les réponses ne fixent pas la dispersion des régions : les tirages ont des poids trop inégaux. Retirez un facteur ou une interaction.
numerics-the-total-of = le total de « { $name } »
numerics-the-totals-contradict-each-other-or-the = Les totaux se contredisent ou contredisent l’échantillon (deux qui donnent des tailles différentes à un groupe, ou des croisements où il n’y a personne) : corrigez-les, ou fusionnez des cellules.
numerics-the-variance-of-the-areas-did-not = La variance des régions n’a pas convergé : elle croît sans fin. Cherchez une région très loin des autres, ou des erreurs types dans une autre unité que les estimations.
numerics-there-is-no-method-there-are = Il n’y a pas de méthode « { $method } »; il y a { $methods }.
numerics-trim-every-weight-lies-outside-the = trim : tous les poids sont hors des limites { $lower } et { $upper }, de sorte qu’aucun ne peut prendre ce qui est coupé. Élargissez les limites.
numerics-trim-the-limits-and-must-have-lower = trim : les limites { $lower } et { $upper } doivent aller de la plus petite à la plus grande.
numerics-trim-the-weights-did-not-settle-between = trim : les poids ne se stabilisent pas entre { $lower } et { $upper } en { $most } passages. Élargissez les limites.
numerics-trim-weights-between-and-cannot-sum-to = trim : { $n } poids entre { $lower } et { $upper } ne peuvent avoir pour somme { $total }, comme à présent. Élargissez les limites; le poids moyen doit être entre elles.
numerics-unknown-family-the-families-are = famille inconnue : { $family }; les familles sont { $families }
numerics-weights-cannot-lie-within-both-the = { $outside } poids ne peuvent être à la fois dans les bornes de g (bounds) et dans les limites des poids (trim). Élargissez l’une des deux.
numerics-within-bounds-the-totals-cannot-all-be = Dans les bornes { $bounds } (bounds), les totaux ne peuvent tous être atteints : élargissez-les, ou fusionnez des cellules.
numerics-within-the-limits-the-totals-cannot-all = Dans ces limites, les totaux ne peuvent tous être atteints : élargissez-les, ou fusionnez des cellules.
