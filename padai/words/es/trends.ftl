# padai, trends

trends-a-change-needs-two-waves-in-one-design = Un cambio requiere dos olas en un mismo diseño: padai.stack([...]).
trends-a-family-has-one-comparison-or-more-a = Una familia tiene al menos una comparación; una correlación está entre -1 y 1.
trends-a-family-is-adjusted-over-all-its = Una familia se corrige sobre todas sus comparaciones declaradas; en estas estimaciones, que están desvinculadas de sus encuestados, faltan { $count_absent } ({ $names }). Dar las estimaciones que devolvió la función o estimar toda la familia.
trends-a-series-needs-two-waves-in-one-design = Una serie requiere dos olas en un mismo diseño: padai.stack([...]).
trends-a-trend-needs-two-waves = Una tendencia requiere al menos dos olas en un mismo diseño: padai.stack([ola_2024, ola_2025]).
trends-adjust-is-not-known-use-one-of = adjust='{ $adjust }' no es un valor conocido. Usar uno de estos: { $known }.
trends-age-period-and-cohort-are-not-separately = La edad, el período y la cohorte no pueden distinguirse por separado: cada uno se deduce de los otros dos.
trends-an-index-needs-two-items = Un índice requiere dos ítems o más, cada uno una sola vez; se nombraron { $count }.
trends-an-item-is-compared-with-the-score-of-at = Un ítem se compara con la puntuación de al menos otros dos; se nombraron { $count_names }.
trends-as-many-interviews-as-in-the-last-wave = Tantas entrevistas como en la última ola, repartidas del mismo modo.
trends-as-many-people-return-as-between-the = Vuelven a participar tantas personas como entre las dos últimas olas (en proporción, si la próxima es más pequeña).
trends-break-its-bridge-for-is-on-the-logit = Ruptura «{ $brk_id }»: su empalme para «{ $question }» ({ $net }) está en la escala logit, que es la de las proporciones. Para una media o un saldo, dar el desfase con on: points.
trends-breakdown-has-a-single-group-there-is = El desglose «{ $by }» tiene un solo grupo: no hay nada que comparar.
trends-breakdown-has-no-group-in-both-waves-it = El desglose «{ $by }» no tiene un grupo «{ $group }» en ambas olas; tiene { $held }.
trends-breakdown-is-not-among-these-estimates = El desglose «{ $by }» no está entre estas estimaciones; estas tienen { $known }. Estimar según ese desglose: padai.trend(..., by='{ $by }').
trends-breaks-without-a-bridge = {" "}Rupturas sin empalme: { $breaks }.
trends-by-is-not-compared-between-waves-and-the = { $survey_id }: «{ $question }» por «{ $breakdown }» no se compara entre las olas «{ $earlier }» y «{ $later }»: las separa la ruptura { $named }.
trends-change-among-people-who-answered-both = Cambio entre las personas que respondieron en ambas ediciones; no es el cambio neto de la población.
trends-change-among-the-same-people-rests-on-a = { $where }el cambio entre las mismas personas se apoya en un peso longitudinal, y la definición no nombra ninguno: escribir `longitudinal_weight:` bajo `design:` en el archivo de la ola, o weight='columna' (None: los pesos de la ola anterior).
trends-change-under-half-a-point = change={ $change } es un cambio de menos de medio { -percentage-point }, que ninguna encuesta puede mostrar: los cambios de las proporciones se dan en puntos. Para { $meant } puntos, escribir change={ $meant }.
trends-cohorts-need-their-first-and-last-year = Las cohortes requieren su primer y su último año de nacimiento, en orden y sin solaparse: {"{"}'1946-1964': (1946, 1964), '1965-1980': (1965, 1980){"}"}.
trends-decompose-needs-a-breakdown-by-age-group = decompose requiere un desglose: by='age_group'.
trends-difference-between-the-parts-mode-and = diferencia entre las partes (modo y población conjuntamente)
trends-difference-from-rest-takes-the-responses = difference_from_rest toma de la definición de la encuesta las respuestas que se comparan, y esta ola no tiene definición. Comparar los grupos con est.contrast({"{"}...{"}"}).
trends-does-not-vary-leave-it-out = { $where }«{ $still }» no varía: excluirlo.
trends-every-item-of-the-index-was-asked-in-of = Todos los ítems del índice ({ $items }) se preguntaron en { $count_kept } de las olas; un índice se sigue a lo largo de dos o más.
trends-everybody = Cada persona
trends-group-was-to-be-compared-with-itself = El grupo «{ $groups }» se iba a comparar consigo mismo; nombrar dos.
trends-groups-are-not-waves = «{ $one }» es un grupo de { $by } y no una ola; estas estimaciones tienen { $known }. De dos grupos: estimaciones.contrast({"{"}'{ $one } - { $other }': {"{"}'{ $one }': 1, '{ $other }': -1{"}"}{"}"}); de un grupo y el resto: padai.difference_from_rest(ola, pregunta, by='{ $by }').
trends-has-fewer-than-two-groups-that-answered = «{ $by }» tiene menos de dos grupos que hayan respondido a todos los ítems.
trends-has-no-group-it-has = «{ $by }» no tiene el grupo { $unknown }; tiene { $labels }.
trends-has-no-headline-net-name-the-net-or-code = «{ $name }» no tiene agrupación principal: nombrar la agrupación o el código que se sigue (net), o «mean».
trends-has-no-scores-of-which-to-take-the = «{ $item }» no tiene puntuaciones de las que tomar la más baja y la más alta: indicar ranges={"{"}'{ $item }': (1, 5){"}"}.
trends-icc-is-no-intraclass-correlation-it-lies = icc={ $icc } no es una correlación intraclase: está entre 0 y 1 (0: personas seleccionadas una a una; las encuestas de opinión rara vez superan 0,1).
trends-interviews-are-counted-from-1-on = Las entrevistas se cuentan a partir de 1.
trends-is-a-balance-a-model-needs-a-net-or-mean = «{ $response_name }» es un saldo: un modelo requiere una agrupación, o 'mean'.
trends-is-in-no-family-for-waves-and-so-that-it = «{ $question }» ({ $followed }) no está en ninguna familia para las olas «{ $later }» y «{ $earlier }», y por tanto no tiene un veredicto que poner a prueba. Nombrar la familia: family='...'.
trends-is-no-breakdown-of-the-definition-the = { $survey_id }: «{ $by }» no es un desglose de la definición. Los grupos del perfil de un panel ciudadano son los declarados antes del sorteo.
trends-is-no-share-and-has-no-logit-use-on = «{ $question }» ({ $response }) no es una proporción y no tiene logit. Usar on='points'.
trends-is-not-among-the-items-of-the-index = «{ $strange }» no está entre los ítems del índice.
trends-is-there-already-give-the-index-its-name = { $where }«{ $name }» ya existe: dar otro nombre al índice.
trends-lies-outside-to-in-rows = { $where }«{ $item }» queda fuera del intervalo de { $low } a { $high } en { $outside } filas.
trends-longitudinal-weight-without-replicates = la ola «{ $wave }» tiene pesos de réplica, y el peso longitudinal «{ $column }» no tiene réplicas propias: sin ellas, sus errores estándar tomarían a las personas por independientes. Indicar qué columnas lo replican, replicates=padai.Bootstrap(prefix='...') o `longitudinal_replicates:` en `design:` del archivo de la ola, o weight=None (los pesos de la ola anterior, con sus réplicas){ $or_linearise }.
trends-margin-is-no-margin-give-points-above-0 = margin={ $margin } no es un margen: dar puntos, más de 0, como 3 para 3 puntos.
trends-margin-under-half-a-point = margin={ $margin } es un margen de menos de medio { -percentage-point }, que ninguna encuesta puede mostrar: los márgenes de las proporciones se dan en puntos. Para { $meant } puntos, escribir margin={ $meant }.
trends-mode-effect = efecto del modo
trends-name-a-breakdown-whose-groups-are = Nombrar un desglose cuyos grupos se cuenten: by='region'.
trends-name-at-least-one-breakdown-and-each = Nombrar al menos un desglose, y cada uno una sola vez: by=['age', 'region'].
trends-name-how-many-interviews-the-next-wave = n={ $asked }: indique el número de entrevistas de la próxima ola, 2 o más.
trends-name-one-net-or-code-fit = «{ $question }»: nombrar una sola agrupación o código; corresponden { $count_responses }.
trends-no-comparison-group-the-change-is-not = Sin grupo de comparación: nada muestra que el cambio se deba a la deliberación.
trends-no-identifier-stands-in-both-waves = Ningún identificador figura en ambas olas.
trends-no-identifier-stands-in-both-waves-and = Ningún identificador figura a la vez en las olas «{ $before_id }» y «{ $after_id }»: no hay panel.
trends-no-verdict-is-named-that-could-turn-over = No se nombra ningún veredicto que pueda invertirse: las comparaciones sin familia son exploratorias y no lo tienen. Nombrar una: padai.difference(..., family='trust').
trends-nobody = Ninguna persona
trends-nobody-answered-all-of = { $where }nadie respondió a todos estos ítems: { $items }.
trends-nobody-answered-both-times = Nadie respondió a «{ $question }» las dos veces.
trends-nobody-answered-in-both-waves = Nadie respondió a «{ $question }» en ambas olas.
trends-nobody-in-both-waves-has-a-longitudinal = Nadie de ambas olas tiene un peso longitudinal en «{ $column }».
trends-nobody-in-the-group-which-the-other-part = { $where }nadie en el grupo { $map }, que la otra parte sí tiene: no se puede dar a las partes una misma composición. Unirlo a un grupo vecino.
trends-nobody-in-this-part-answered-the = { $where }nadie de esta parte respondió a la pregunta.
trends-of = de
trends-of-wave-answered-wave-there-is-no = { $who } de la ola «{ $before_id }» respondió a la ola «{ $after_id }»: no hay desgaste que describir.
trends-one-wave-without-a-name = una sola ola sin nombre
trends-or-give-waves-without-replicates = , o dar las olas without_replicates(), para una linealización a partir de los estratos y las unidades primarias
trends-part-was-to-be-compared-with-itself-name = La parte «{ $part }» se iba a comparar consigo misma; nombrar dos partes.
trends-people-are-matched-by-an-identifier = Las personas se emparejan por un identificador: Design(id=...) en ambas olas.
trends-population-shares-are-a-mapping = las proporciones de la población para «{ $by }» se dan por grupo: {"{"}'F': 0.51, 'M': 0.49{"}"}; se ha recibido { $given }.
trends-psus-a-wave-in-clusters-needs-two-of = psus={ $psus }: una ola por conglomerados requiere al menos dos.
trends-psus-the-respondents-of-the-last-wave = psus={ $psus }: las personas de la última ola se seleccionaron una a una, sin unidades primarias. Omitirlo.
trends-reliability-draws-a-bootstrap-or-give-it = { $why } reliability genera un bootstrap; o bien, darle una ola que tenga réplicas: padai.replicate_weights(wave, 'jkn', ...), o con fpc='ignore'.
trends-reliability-is-of-one-wave-give-one-of = reliability se refiere a una sola ola: dar una de las de la pila, waves.waves[-1].
trends-replicates-are-those-of-a-longitudinal = `replicates` se refiere a un peso longitudinal, y weight=None toma los pesos de la ola anterior con sus propias réplicas. Nombrar la columna: weight='columna'.
trends-respondents-and-primary-units-change = Las personas y las unidades primarias cambian de una ola a otra.
trends-respondents-drawn-one-by-one-the-design = Personas seleccionadas una a una: el { -design-effect } es el de la última ola, sea cual sea el número de entrevistas.
trends-row-has-no-verdict-that-could-turn-over = La fila { $wrong } no tiene un veredicto que pueda invertirse. Nombrar filas que lo tengan u omitir `rows`.
trends-the-correlation-of-the-two-waves = La correlación de las estimaciones de las dos olas es la indicada.
trends-the-design-effect-is-the-one-given = El { -design-effect } es el indicado, sea cual sea el número de entrevistas.
trends-the-longitudinal-weight-is-negative-in = el peso longitudinal «{ $name }» es negativo en { $negative } filas.
trends-the-next-wave-has-primary-units-the-last = La próxima ola tiene { $then } unidades primarias (la última tiene { $psus }): con más entrevistas en cada una, el { -design-effect } crece según la correlación intraclase { $correlation ->
       [given] indicada
      *[last] de la última ola
    }.
trends-the-part-is-of-sample-type-exact-methods = { $survey_id }, { $wave_id }, { $part }: la muestra de la parte es de tipo «{ $kind }». Los métodos exactos sin pesos son los de un panel ciudadano; comparar las olas con padai.difference.
trends-the-populations-share-of-group-of-must = La proporción del grupo «{ $group }» de «{ $by }» en la población debe ser un número, 0 o más.
trends-the-populations-shares-of-need-one = Las proporciones de la población según «{ $by }» requieren un número por grupo; sin correspondencia: { $unmatched }.
trends-the-primary-units-return-and-what-two = Las unidades primarias se repiten, y lo que dos olas comparten por ellas no disminuye con las entrevistas.
trends-the-replicates-named-for-the = las réplicas nombradas para el peso longitudinal «{ $column }» son las del peso de la ola «{ $wave_id }». Nombrar las columnas del propio peso longitudinal.
trends-the-share-of-group-of-must-be-a-number = La proporción del grupo «{ $group }» de «{ $by }» debe ser un número.
trends-the-shares-of-add-up-to-they-must-be-0 = Las proporciones de «{ $by }» suman { $shares }; deben ser de 0 o más y sumar 1.
trends-the-wave-has-no-date-of-which-a-year-of = { $where }la ola no tiene fecha de la que deducir un año de nacimiento.
trends-the-weights-were-trimmed-and-not = { $where }los pesos se recortaron y no se calibraron, por lo que los anteriores no se conservan. Dar la ola sin recortar en `alternatives`.
trends-there-is-a-column-give-the-cohorts-a = { $where }ya hay una columna «{ $name }»: dar otro nombre a las cohortes.
trends-these-differences-are-detached-from = Estas diferencias están desvinculadas de sus encuestados (almacenadas o tras detach()): dar las que devolvió padai.difference.
trends-these-estimates-are-detached-from-their = Estas estimaciones están desvinculadas de sus encuestados, y la comparación requiere más de lo que contienen. Comparar las estimaciones que devolvió la función.
trends-these-estimates-hold-no-share-in-their = Estas estimaciones no tienen ninguna proporción en su última ola, y una planificación se refiere a proporciones. Estimar una agrupación (net).
trends-this-needs-comparable-waves-and-no = Se necesitan { $least } olas comparables, y ninguna serie tiene más de { $most }.{ $broken }
trends-tipping-points-are-those-of-changes = Los puntos de vuelco (tipping points) son los de cambios entre olas: dar lo que devolvió padai.difference.
trends-tipping-points-choices = tipping_points: `choices` es el resultado de padai.robustness, o su tabla; se ha recibido { $given }.
trends-to-smooth-waves-takes-degrees-of-freedom = «{ $name }»: suavizar { $waves } olas requiere { $least_degrees } grados de libertad (unidades primarias menos estratos) en cada una, y alguna ola tiene { $least_df }: las bandas cubrirían menos de lo que dicen. Mostrar las estimaciones y sus intervalos, o padai.slope.
trends-wave-a-population-of-is-smaller-than-its = ola «{ $wave }»: una población de { $size } es más pequeña que su muestra. Dar el número de personas: population={"{"}...{"}"}.
trends-wave-compared-with-itself = La ola «{ $wave }» se iba a comparar consigo misma; nombrar dos olas.
trends-wave-has-no-date-and-a-slope-is-over = La ola «{ $wave }» no tiene fecha, y una pendiente se calcula sobre las fechas reales. Darle una, Wave(..., date=...), o indicar times={"{"}'{ $wave }': ...{"}"} en años.
trends-wave-has-no-fresh-sample-beside-those = La ola «{ $after_id }» no tiene una muestra nueva junto a las personas que permanecen desde «{ $before_id }»: el efecto de haber respondido antes no está identificado.
trends-wave-has-replicate-weights-without-psus = La ola «{ $wave }» tiene pesos de réplica sin unidades primarias: no se puede saber cómo crecería su { -design-effect } con las entrevistas. Dar icc= (padai plan --icc; 0 si las personas se seleccionaron una a una) y psus= (--psus, el número de conglomerados).
trends-wave-is-later-than-wave-name-the-earlier = La ola «{ $before_id }» es posterior a la ola «{ $after_id }»: nombrar primero la más antigua.
trends-wave-is-not-among-these = La ola «{ $wave }» no está entre estas estimaciones; estas tienen { $known }. Estimar a partir de una pila de las olas que se comparan: padai.stack([...]).
trends-wave-is-not-in-the-stack-it-holds = La ola «{ $wave }» no está en la pila; esta contiene { $wave_ids }.
trends-wave-is-not-in-this-series-it-holds = La ola «{ $absent }» no está en esta serie; esta contiene { $waves }.
trends-wave-nobody-in-the-group-of-answered-so = Ola «{ $wave }»: nadie del grupo { $empty } de «{ $by }» respondió, y no se le puede dar su proporción. Unirlo a un grupo vecino.
trends-wave-nobody-who-answered-is-in-a-group = Ola «{ $wave }»: ninguna de las personas que respondieron a «{ $question }» está en un grupo de «{ $by }».
trends-wave-of-nobody-in-the-group-answered-so = Ola «{ $wave }»: en «{ $by }», nadie del grupo { $empty } respondió a «{ $question }», por lo que ese grupo no tiene tasa. Unirlo a un grupo vecino.
trends-wave-was-drawn-with-pps-or-in-two-phases = la ola «{ $wave_id }» se seleccionó con pps o en dos fases, lo que determina su varianza, y las réplicas del peso longitudinal dan otra. Retirarlas.
trends-waves-and-have-no-estimate-in-common = Las olas «{ $later }» y «{ $earlier }» no tienen ninguna estimación en común.
trends-waves-are-not-in-order = Las olas { $waves } no están en el orden de sus fechas, o dos tienen la misma. Apilarlas de la más antigua a la más reciente.
trends-waves-fit-gls-estimates-weights-that = «{ $name }», olas { $waves }: fit='gls' estima pesos que consumen { $waves_2 } de los { $df } grados de libertad (unidades primarias menos estratos); debe quedar al menos uno, y las olas de unidades distintas requieren { $least_df_apart } cada una (aquí, el mínimo es { $least_df }). Usar fit='ols'.
