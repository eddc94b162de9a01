# padai, trends

trends-a-family-has-one-comparison-or-more-a = Une famille compte au moins une comparaison; une corrélation est entre -1 et 1.
trends-a-trend-needs-two-waves = Une tendance demande au moins deux vagues dans un même plan : padai.stack([vague_2024, vague_2025]).
trends-adjust-is-not-known-use-one-of = adjust='{ $adjust }' n’est pas connu. Prenez l’un de : { $known }.
trends-age-period-and-cohort-are-not-separately = L’âge, la période et la cohorte ne peuvent pas être distingués : chacun se déduit des deux autres.
trends-an-index-needs-two-items = Un indice demande deux items ou plus, chacun une fois; { $count } ont été nommés.
trends-as-many-interviews-as-in-the-last-wave = Autant d’entrevues que dans la dernière vague, réparties de même.
trends-as-many-people-return-as-between-the = Autant de personnes reviennent qu’entre les deux dernières vagues (en proportion, si la prochaine est plus petite).
trends-change-among-people-who-answered-both = Changement chez les personnes qui ont répondu aux deux éditions ; ce n’est pas le changement net de la population.
trends-change-among-the-same-people-rests-on-a = { $where }le changement chez les mêmes personnes repose sur un poids longitudinal, et la définition n’en nomme pas : écrivez `longitudinal_weight:` sous `design:` dans le fichier de la vague, ou weight='colonne' (None : les poids de la vague précédente).
trends-difference-between-the-parts-mode-and = écart entre les volets (mode et population confondus)
trends-every-item-of-the-index-was-asked-in-of = Tous les énoncés de l’indice ({ $items }) ont été posés dans { $count_kept } des vagues; un indice se suit sur deux ou plus.
trends-has-no-headline-net-name-the-net-or-code = « { $name } » n’a pas de regroupement principal : nommez le regroupement ou le code à suivre (net), ou « mean ».
trends-icc-is-no-intraclass-correlation-it-lies = icc={ $icc } n’est pas une corrélation intragrappe : elle est entre 0 et 1 (0 : personnes tirées une à une; les enquêtes d’opinion dépassent rarement 0,1).
trends-is-no-share-and-has-no-logit-use-on = « { $question } » ({ $response }) n’est pas une proportion et n’a pas de logit. Demandez on='points'.
trends-margin-is-no-margin-give-points-above-0 = margin={ $margin } n’est pas une marge : donnez des points, plus de 0, comme 3 pour 3 points.
trends-margin-under-half-a-point = margin={ $margin } est une marge de moins d’un demi-point de pourcentage, qu’aucun sondage ne montre : les marges des parts sont en points. Pour { $meant } points, écrivez margin={ $meant }.
trends-mode-effect = effet de mode
trends-name-how-many-interviews-the-next-wave = Donnez le nombre d’entrevues de la prochaine vague : 2 ou plus.
trends-name-one-net-or-code-fit = « { $question } » : nommez un seul regroupement ou code; { $count_responses } conviennent.
trends-no-comparison-group-the-change-is-not = Sans groupe de comparaison : rien ne montre que le changement vient de la délibération.
trends-of = sur
trends-population-shares-are-a-mapping = les parts de la population pour « { $by } » se donnent par groupe : {"{"}'F': 0.51, 'M': 0.49{"}"}; { $given } a été donné.
trends-psus-a-wave-in-clusters-needs-two-of = psus={ $psus } : une vague en grappes en demande au moins deux.
trends-psus-the-respondents-of-the-last-wave = psus={ $psus } : les personnes de la dernière vague ont été tirées une à une, sans unités primaires. Omettez-le.
trends-reliability-draws-a-bootstrap-or-give-it = { $fr } reliability tire un bootstrap; ou donnez-lui une vague qui a des réplications : padai.replicate_weights(wave, 'jkn', ...), ou avec fpc='ignore'.
trends-reliability-is-of-one-wave-give-one-of = reliability porte sur une vague : donnez l’une de celles de l’empilement, waves.waves[-1].
trends-replicates-are-those-of-a-longitudinal = `replicates` se rapporte à un poids longitudinal, et weight=None prend les poids de la vague précédente avec leurs propres réplications. Nommez la colonne : weight='colonne'.
trends-respondents-and-primary-units-change = Les personnes et les unités primaires changent d’une vague à l’autre.
trends-respondents-drawn-one-by-one-the-design = Personnes tirées une à une : l’effet de plan est celui de la dernière vague, quel que soit le nombre d’entrevues.
trends-row-has-no-verdict-that-could-turn-over = La ligne { $wrong } n’a pas de constat qui puisse basculer. Nommez des lignes qui en ont un, ou omettez `rows`.
trends-the-correlation-of-the-two-waves = La corrélation des estimations de deux vagues est celle qui est donnée.
trends-the-design-effect-is-the-one-given = L’effet de plan est celui qui est donné, quel que soit le nombre d’entrevues.
trends-the-longitudinal-weight-is-negative-in = le poids longitudinal « { $name } » est négatif dans { $negative } lignes.
trends-the-next-wave-has-primary-units-the-last = La prochaine vague a { $then } unités primaires (la dernière en a { $psus }) : avec plus d’entrevues dans chacune, l’effet de plan croît selon la corrélation intragrappe { $fr }.
trends-the-populations-share-of-group-of-must = La part du groupe « { $group } » de « { $by } » dans la population doit être un nombre, 0 ou plus.
trends-the-populations-shares-of-need-one = Les parts de la population selon « { $by } » demandent un nombre par groupe; sans correspondance : { $unmatched }.
trends-the-primary-units-return-and-what-two = Les unités primaires reviennent, et ce que deux vagues partagent par elles ne diminue pas avec les entrevues.
trends-the-replicates-named-for-the = les réplications nommées pour le poids longitudinal « { $column } » sont celles du poids de la vague « { $wave_id } ». Nommez les colonnes du poids longitudinal lui-même.
trends-the-share-of-group-of-must-be-a-number = La part du groupe « { $group } » de « { $by } » doit être un nombre.
trends-these-differences-are-detached-from = Ces différences sont détachées de leurs répondants (rangées, ou après detach()) : donnez celles que padai.difference a rendues.
trends-these-estimates-hold-no-share-in-their = Ces estimations n’ont aucune part dans leur dernière vague, et une planification porte sur des parts. Estimez un regroupement (net).
trends-this-needs-comparable-waves-and-no = Il y faut { $least } vagues comparables, et aucune série n’en a plus de { $most }.{ $fr }
trends-tipping-points-are-those-of-changes = Les points de bascule sont ceux de changements entre vagues : donnez ce que padai.difference a rendu.
trends-to-smooth-waves-takes-degrees-of-freedom = « { $name } » : lisser { $waves } vagues demande { $least_degrees } degrés de liberté (unités primaires moins strates) dans chacune, et une vague en a { $least_df } : les bandes couvriraient moins qu’elles ne le disent. Montrez les estimations et leurs intervalles, ou padai.slope.
trends-wave-a-population-of-is-smaller-than-its = vague « { $wave } » : une population de { $size } est plus petite que son échantillon. Donnez le nombre de personnes : population={"{"}...{"}"}.
trends-wave-compared-with-itself = La vague « { $wave } » devait être comparée à elle-même; nommez deux vagues.
trends-wave-has-replicate-weights-without-psus = La vague « { $wave } » a des poids de réplication sans unités primaires : on ne peut savoir comment son effet de plan croîtrait avec les entrevues. Donnez icc= (padai plan --icc; 0 si les personnes ont été tirées une à une) et psus= (--psus, le nombre de grappes).
trends-wave-is-not-among-these = La vague « { $wave } » n’est pas parmi ces estimations; elles ont { $known }. Estimez à partir d’une pile des vagues à comparer : padai.stack([...]).
trends-waves-are-not-in-order = Les vagues { $waves } ne sont pas dans l’ordre de leurs dates, ou deux ont la même. Empilez-les de la plus ancienne à la plus récente.
trends-waves-fit-gls-estimates-weights-that = « { $name } », vagues { $waves } : fit='gls' estime des poids qui prennent { $waves_2 } des { $df } degrés de liberté (unités primaires moins strates); il doit en rester au moins un, et des vagues d’unités différentes en demandent { $least_df_apart } chacune (ici, au moins : { $least_df }). Demandez fit='ols'.
