# padai, trends

trends-a-change-needs-two-waves-in-one-design = Un changement demande deux vagues dans un même plan : padai.stack([...]).
trends-a-family-has-one-comparison-or-more-a = Une famille compte au moins une comparaison; une corrélation est entre -1 et 1.
trends-a-family-is-adjusted-over-all-its = Une famille est corrigée sur toutes ses comparaisons déclarées; il en manque { $count_absent } à ces estimations ({ $names }), qui sont détachées. Donnez les estimations que la fonction a rendues, ou estimez toute la famille.
trends-a-series-needs-two-waves-in-one-design = Une série demande deux vagues dans un même plan : padai.stack([...]).
trends-a-trend-needs-two-waves = Une tendance demande au moins deux vagues dans un même plan : padai.stack([vague_2024, vague_2025]).
trends-adjust-is-not-known-use-one-of = adjust='{ $adjust }' n’est pas connu. Prenez l’un de : { $known }.
trends-age-period-and-cohort-are-not-separately = L’âge, la période et la cohorte ne peuvent pas être distingués : chacun se déduit des deux autres.
trends-an-index-needs-two-items = Un indice demande deux items ou plus, chacun une fois; { $count } ont été nommés.
trends-an-item-is-compared-with-the-score-of-at = Un énoncé se compare au score d’au moins deux autres; { $count_names } énoncés sont nommés.
trends-as-many-interviews-as-in-the-last-wave = Autant d’entrevues que dans la dernière vague, réparties de même.
trends-as-many-people-return-as-between-the = Autant de personnes reviennent qu’entre les deux dernières vagues (en proportion, si la prochaine est plus petite).
trends-break-its-bridge-for-is-on-the-logit = Rupture « { $brk_id } » : son pont pour « { $question } » ({ $net }) est à l’échelle logit, qui est celle des parts. Pour une moyenne ou un solde, donnez le décalage par on: points.
trends-breakdown-has-a-single-group-there-is = La répartition « { $by } » n’a qu’un groupe : il n’y a rien à comparer.
trends-breakdown-has-no-group-in-both-waves-it = La répartition « { $by } » n’a pas de groupe « { $group } » dans les deux vagues; elle a { $held }.
trends-breakdown-is-not-among-these-estimates = La répartition « { $by } » n’est pas parmi ces estimations; elles ont { $known }. Estimez selon elle : padai.trend(..., by='{ $by }').
trends-breaks-without-a-bridge = {" "}Ruptures sans raccord : { $breaks }.
trends-by-is-not-compared-between-waves-and-the = { $survey_id } : « { $question } » par « { $breakdown } » ne se compare pas entre les vagues « { $earlier } » et « { $later } » : la rupture { $named } les sépare.
trends-change-among-people-who-answered-both = Changement chez les personnes qui ont répondu aux deux éditions ; ce n’est pas le changement net de la population.
trends-change-among-the-same-people-rests-on-a = { $where }le changement chez les mêmes personnes repose sur un poids longitudinal, et la définition n’en nomme pas : écrivez `longitudinal_weight:` sous `design:` dans le fichier de la vague, ou weight='colonne' (None : les poids de la vague précédente).
trends-change-under-half-a-point = change={ $change } est une variation de moins d’un demi-point de pourcentage, qu’aucun sondage ne montre : les variations des parts sont en points. Pour { $meant } points, écrivez change={ $meant }.
trends-cohorts-need-their-first-and-last-year = Des cohortes demandent leur première et leur dernière année de naissance, dans l’ordre et sans chevauchement : {"{"}'1946-1964': (1946, 1964), '1965-1980': (1965, 1980){"}"}.
trends-decompose-needs-a-breakdown-by-age-group = decompose demande une répartition : by='age_group'.
trends-difference-between-the-parts-mode-and = écart entre les volets (mode et population confondus)
trends-difference-from-rest-takes-the-responses = difference_from_rest prend dans la définition de l’enquête les réponses à comparer, et cette vague n’en a pas. Comparez des groupes par est.contrast({"{"}...{"}"}).
trends-does-not-vary-leave-it-out = { $where }« { $still } » ne varie pas : laissez-le de côté.
trends-every-item-of-the-index-was-asked-in-of = Tous les énoncés de l’indice ({ $items }) ont été posés dans { $count_kept } des vagues; un indice se suit sur deux ou plus.
trends-everybody = Chaque personne
trends-group-was-to-be-compared-with-itself = Le groupe « { $groups } » était à comparer avec lui-même; nommez-en deux.
trends-groups-are-not-waves = « { $one } » est un groupe de { $by }, et non une vague; elles ont { $known }. De deux groupes : estimations.contrast({"{"}'{ $one } - { $other }': {"{"}'{ $one }': 1, '{ $other }': -1{"}"}{"}"}); d’un groupe et du reste : padai.difference_from_rest(vague, question, by='{ $by }').
trends-has-fewer-than-two-groups-that-answered = « { $by } » a moins de deux groupes qui ont répondu à tous les énoncés.
trends-has-no-group-it-has = « { $by } » n’a pas de groupe { $unknown }; elle a { $labels }.
trends-has-no-headline-net-name-the-net-or-code = « { $name } » n’a pas de regroupement principal : nommez le regroupement ou le code à suivre (net), ou « mean ».
trends-has-no-scores-of-which-to-take-the = « { $item } » n’a pas de valeurs dont prendre la plus basse et la plus haute : dites ranges={"{"}'{ $item }': (1, 5){"}"}.
trends-icc-is-no-intraclass-correlation-it-lies = icc={ $icc } n’est pas une corrélation intragrappe : elle est entre 0 et 1 (0 : personnes tirées une à une; les enquêtes d’opinion dépassent rarement 0,1).
trends-interviews-are-counted-from-1-on = Les entrevues se comptent à partir de 1.
trends-is-a-balance-a-model-needs-a-net-or-mean = « { $response_name } » est un solde : un modèle demande un regroupement, ou 'mean'.
trends-is-in-no-family-for-waves-and-so-that-it = « { $question } » ({ $followed }) n’est dans aucune famille pour les vagues « { $later } » et « { $earlier } », et n’a donc pas de verdict à mettre à l’épreuve. Nommez la famille : family='...'.
trends-is-no-breakdown-of-the-definition-the = { $survey_id } : « { $by } » n’est pas une répartition de la définition. Les groupes du profil d’un panel citoyen sont ceux déclarés avant le tirage.
trends-is-no-share-and-has-no-logit-use-on = « { $question } » ({ $response }) n’est pas une proportion et n’a pas de logit. Demandez on='points'.
trends-is-not-among-the-items-of-the-index = « { $strange } » n’est pas parmi les énoncés de l’indice.
trends-is-there-already-give-the-index-its-name = { $where }« { $name } » existe déjà : donnez un autre nom à l’indice.
trends-lies-outside-to-in-rows = { $where }« { $item } » sort de { $low } à { $high } dans { $outside } lignes.
trends-longitudinal-weight-without-replicates = la vague « { $wave } » a des poids de réplication, et le poids longitudinal « { $column } » n’en a pas qui lui soient propres : sans eux, ses erreurs types prendraient les personnes pour indépendantes. Dites quelles colonnes le répliquent, replicates=padai.Bootstrap(prefix='...') ou `longitudinal_replicates:` sous `design:` dans le fichier de la vague, ou weight=None (les poids de la vague précédente, avec leurs réplications){ $or_linearise }.
trends-margin-is-no-margin-give-points-above-0 = margin={ $margin } n’est pas un seuil de stabilité : donnez des points, plus de 0, comme 3 pour 3 points.
trends-margin-under-half-a-point = margin={ $margin } est un seuil de moins d’un demi-point de pourcentage, qu’aucun sondage ne montre : les seuils des parts sont en points. Pour { $meant } points, écrivez margin={ $meant }.
trends-mode-effect = effet de mode
trends-name-a-breakdown-whose-groups-are = Nommez une répartition dont compter les groupes : by='region'.
trends-name-at-least-one-breakdown-and-each = Nommez au moins une répartition, et chacune une seule fois : by=['age', 'region'].
trends-name-how-many-interviews-the-next-wave = n={ $asked } : donnez le nombre d’entrevues de la prochaine vague, 2 ou plus.
trends-name-one-net-or-code-fit = « { $question } » : nommez un seul regroupement ou code; { $count_responses } conviennent.
trends-no-comparison-group-the-change-is-not = Sans groupe de comparaison : rien ne montre que le changement vient de la délibération.
trends-no-identifier-stands-in-both-waves = Aucun identifiant n’est dans les deux vagues.
trends-no-identifier-stands-in-both-waves-and = Aucun identifiant n’est à la fois dans les vagues « { $before_id } » et « { $after_id } » : il n’y a pas de panel.
trends-no-verdict-is-named-that-could-turn-over = Aucun constat n’est nommé qui puisse basculer : des comparaisons sans famille sont exploratoires et n’en ont pas. Nommez-en une : padai.difference(..., family='trust').
trends-nobody = Aucune personne
trends-nobody-answered-all-of = { $where }personne n’a répondu à tous ces énoncés : { $items }.
trends-nobody-answered-both-times = Personne n’a répondu à « { $question } » les deux fois.
trends-nobody-answered-in-both-waves = Personne n’a répondu à « { $question } » dans les deux vagues.
trends-nobody-in-both-waves-has-a-longitudinal = Personne des deux vagues n’a de poids longitudinal dans « { $column } ».
trends-nobody-in-the-group-which-the-other-part = { $where }personne dans le groupe { $map }, que l’autre volet a : les volets ne peuvent recevoir une même composition. Réunissez-le à un voisin.
trends-nobody-in-this-part-answered-the = { $where }personne de ce volet n’a répondu à la question.
trends-of = sur
trends-of-wave-answered-wave-there-is-no = { $who } de la vague « { $before_id } » a répondu à la vague « { $after_id } » : il n’y a pas d’attrition à décrire.
trends-one-wave-without-a-name = une seule vague, sans nom
trends-or-give-waves-without-replicates = , ou donnez les vagues without_replicates(), pour une linéarisation à partir des strates et des unités primaires
trends-part-was-to-be-compared-with-itself-name = Le volet « { $part } » était à comparer avec lui-même; nommez deux volets.
trends-people-are-matched-by-an-identifier = Les personnes sont appariées par un identifiant : Design(id=...) dans les deux vagues.
trends-population-shares-are-a-mapping = les parts de la population pour « { $by } » se donnent par groupe : {"{"}'F': 0.51, 'M': 0.49{"}"}; { $given } a été donné.
trends-psus-a-wave-in-clusters-needs-two-of = psus={ $psus } : une vague en grappes en demande au moins deux.
trends-psus-the-respondents-of-the-last-wave = psus={ $psus } : les personnes de la dernière vague ont été tirées une à une, sans unités primaires. Omettez-le.
trends-reliability-draws-a-bootstrap-or-give-it = { $why } reliability tire un bootstrap; ou donnez-lui une vague qui a des réplications : padai.replicate_weights(wave, 'jkn', ...), ou avec fpc='ignore'.
trends-reliability-is-of-one-wave-give-one-of = reliability porte sur une vague : donnez l’une de celles de l’empilement, waves.waves[-1].
trends-replicates-are-those-of-a-longitudinal = `replicates` se rapporte à un poids longitudinal, et weight=None prend les poids de la vague précédente avec leurs propres réplications. Nommez la colonne : weight='colonne'.
trends-respondents-and-primary-units-change = Les personnes et les unités primaires changent d’une vague à l’autre.
trends-respondents-drawn-one-by-one-the-design = Personnes tirées une à une : l’{ -design-effect } est celui de la dernière vague, quel que soit le nombre d’entrevues.
trends-row-has-no-verdict-that-could-turn-over = La ligne { $wrong } n’a pas de constat qui puisse basculer. Nommez des lignes qui en ont un, ou omettez `rows`.
trends-the-correlation-of-the-two-waves = La corrélation des estimations de deux vagues est celle qui est donnée.
trends-the-design-effect-is-the-one-given = L’{ -design-effect } est celui qui est donné, quel que soit le nombre d’entrevues.
trends-the-longitudinal-weight-is-negative-in = le poids longitudinal « { $name } » est négatif dans { $negative } lignes.
trends-the-next-wave-has-primary-units-the-last = La prochaine vague a { $then } unités primaires (la dernière en a { $psus }) : avec plus d’entrevues dans chacune, l’{ -design-effect } croît selon la corrélation intragrappe { $correlation ->
       [given] donnée
      *[last] de la dernière vague
    }.
trends-the-part-is-of-sample-type-exact-methods = { $survey_id }, { $wave_id }, { $part } : l’échantillon du volet est de type « { $kind } ». Les méthodes exactes sans poids sont celles d’un panel citoyen; comparez des vagues par padai.difference.
trends-the-populations-share-of-group-of-must = La part du groupe « { $group } » de « { $by } » dans la population doit être un nombre, 0 ou plus.
trends-the-populations-shares-of-need-one = Les parts de la population selon « { $by } » demandent un nombre par groupe; sans correspondance : { $unmatched }.
trends-the-primary-units-return-and-what-two = Les unités primaires reviennent, et ce que deux vagues partagent par elles ne diminue pas avec les entrevues.
trends-the-replicates-named-for-the = les réplications nommées pour le poids longitudinal « { $column } » sont celles du poids de la vague « { $wave_id } ». Nommez les colonnes du poids longitudinal lui-même.
trends-the-share-of-group-of-must-be-a-number = La part du groupe « { $group } » de « { $by } » doit être un nombre.
trends-the-shares-of-add-up-to-they-must-be-0 = Les parts de « { $by } » font { $shares }; elles sont de 0 ou plus et leur somme est 1.
trends-the-wave-has-no-date-of-which-a-year-of = { $where }la vague n’a pas de date, d’où une année de naissance se déduit.
trends-the-weights-were-trimmed-and-not = { $where }les poids ont été bornés et non calés, et ceux d’avant ne sont donc pas conservés. Donnez la vague non bornée sous `alternatives`.
trends-there-is-a-column-give-the-cohorts-a = { $where }il y a une colonne « { $name } » : donnez un autre nom aux cohortes.
trends-these-differences-are-detached-from = Ces différences sont détachées de leurs répondants (rangées, ou après detach()) : donnez celles que padai.difference a rendues.
trends-these-estimates-are-detached-from-their = Ces estimations sont détachées de leurs répondants, et la comparaison demande plus que ce qu’elles tiennent. Comparez les estimations que la fonction a rendues.
trends-these-estimates-hold-no-share-in-their = Ces estimations n’ont aucune part dans leur dernière vague, et une planification porte sur des parts. Estimez un regroupement (net).
trends-this-needs-comparable-waves-and-no = Il y faut { $least } vagues comparables, et aucune série n’en a plus de { $most }.{ $broken }
trends-tipping-points-are-those-of-changes = Les points de bascule sont ceux de changements entre vagues : donnez ce que padai.difference a rendu.
trends-tipping-points-choices = tipping_points : `choices` est le résultat de padai.robustness, ou son tableau; { $given } a été donné.
trends-to-smooth-waves-takes-degrees-of-freedom = « { $name } » : lisser { $waves } vagues demande { $least_degrees } degrés de liberté (unités primaires moins strates) dans chacune, et une vague en a { $least_df } : les bandes couvriraient moins qu’elles ne le disent. Montrez les estimations et leurs intervalles, ou padai.slope.
trends-wave-a-population-of-is-smaller-than-its = vague « { $wave } » : une population de { $size } est plus petite que son échantillon. Donnez le nombre de personnes : population={"{"}...{"}"}.
trends-wave-compared-with-itself = La vague « { $wave } » devait être comparée à elle-même; nommez deux vagues.
trends-wave-has-no-date-and-a-slope-is-over = La vague « { $wave } » n’a pas de date, et une pente suit les vraies dates. Donnez-lui-en une, Wave(..., date=...), ou dites times={"{"}'{ $wave }': ...{"}"} en années.
trends-wave-has-no-fresh-sample-beside-those = La vague « { $after_id } » n’a pas d’échantillon neuf à côté des personnes restées de « { $before_id } » : l’effet d’avoir déjà répondu n’est pas identifié.
trends-wave-has-replicate-weights-without-psus = La vague « { $wave } » a des poids de réplication sans unités primaires : on ne peut savoir comment son { -design-effect } croîtrait avec les entrevues. Donnez icc= (padai plan --icc; 0 si les personnes ont été tirées une à une) et psus= (--psus, le nombre de grappes).
trends-wave-is-later-than-wave-name-the-earlier = La vague « { $before_id } » est postérieure à la vague « { $after_id } » : nommez d’abord la plus ancienne.
trends-wave-is-not-among-these = La vague « { $wave } » n’est pas parmi ces estimations; elles ont { $known }. Estimez à partir d’une pile des vagues à comparer : padai.stack([...]).
trends-wave-is-not-in-the-stack-it-holds = La vague « { $wave } » n’est pas dans la pile; elle contient { $wave_ids }.
trends-wave-is-not-in-this-series-it-holds = La vague « { $absent } » n’est pas dans cette série; elle contient { $waves }.
trends-wave-nobody-in-the-group-of-answered-so = Vague « { $wave } » : personne du groupe { $empty } de « { $by } » n’a répondu, et il ne peut recevoir sa part. Réunissez-le à un voisin.
trends-wave-nobody-who-answered-is-in-a-group = Vague « { $wave } » : aucune des personnes qui ont répondu à « { $question } » n’est dans un groupe de « { $by } ».
trends-wave-of-nobody-in-the-group-answered-so = Vague « { $wave } » : pour « { $by } », personne du groupe { $empty } n’a répondu à « { $question } », qui n’a donc pas de taux. Réunissez-le à un voisin.
trends-wave-was-drawn-with-pps-or-in-two-phases = la vague « { $wave_id } » a été tirée avec pps ou en deux phases, ce qui donne sa variance, et les réplications du poids longitudinal en donnent une autre. Retirez-les.
trends-waves-and-have-no-estimate-in-common = Les vagues « { $later } » et « { $earlier } » n’ont aucune estimation en commun.
trends-waves-are-not-in-order = Les vagues { $waves } ne sont pas dans l’ordre de leurs dates, ou deux ont la même. Empilez-les de la plus ancienne à la plus récente.
trends-waves-fit-gls-estimates-weights-that = « { $name } », vagues { $waves } : fit='gls' estime des poids qui prennent { $waves_2 } des { $df } degrés de liberté (unités primaires moins strates); il doit en rester au moins un, et des vagues d’unités différentes en demandent { $least_df_apart } chacune (ici, au moins : { $least_df }). Demandez fit='ols'.
