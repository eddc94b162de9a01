# padai, smallarea

smallarea-benchmark-areas-of-no-wave = { $verb }: ninguna de las zonas de la calibración tiene una estimación directa en una de las olas. Decir benchmark=False.
smallarea-benchmark-needs-weights-by-wave = { $verb }: la calibración exige, para la ola { $wave }, un peso de 0 o más por zona; revisar { $lost }.
smallarea-covariate-has-no-number-for-give-it-or = { $verb }: la covariable «{ $name }» no tiene ningún número para { $bad }. Indicarlo, o retirar la covariable.
smallarea-covariates-are-a-table-one-row-an-area-a = { $verb }: las covariables son una tabla, con una fila por área; se ha recibido { $found }.
smallarea-covariates-have-no-row-for-area-add-it = { $verb }: las covariables no tienen fila para el área { $lost }.{ $hint } Añadirla.
smallarea-covariates-have-two-columns = { $verb }: las covariables tienen dos columnas llamadas { $twice }. Conservar una.
smallarea-covariates-have-two-rows-for-keep-one = { $verb }: las covariables tienen dos filas para { $twice }. Conservar una.
smallarea-covariates-name-no-area = { $verb }: ninguna fila de las covariables lleva el nombre de un área. Poner las áreas en el índice, covariates.set_index('{ $by }'), o en una columna «{ $by }»: { $areas }.
smallarea-covariates-of-wave-are-missing-for-area = { $verb }: faltan las covariables de la ola { $wave } para el área { $lost }; existen las de { $held }. Añadirlas, o aportar covariables sin columna «wave», cuya fecha se declare.
smallarea-kept-out-is-a-list-of-areas = { $verb }: kept_out={ $given }; indicar una lista de áreas, como ['03', '10']; con un solo texto, no se apartaría ninguna área.
smallarea-kept-out-names-an-area-that-is-not = { $verb }: kept_out nombra { $lost }, que no es un área de estos datos; sus respuestas entrarían.{ $hint } Nombrar las áreas por su código.
smallarea-modelled-estimates-are-compared-under = Las estimaciones por modelo se comparan según su modelo: padai.difference entre dos olas, o est.contrast({"{"}nombre: {"{"}fila: 1, fila: -1{"}}"}).
smallarea-modelled-estimates-of-different-answers = Las estimaciones por modelo de respuestas diferentes no tienen covarianza común: cada una tiene su modelo. Pedir las filas de una sola: est.rows(question=..., response=...).
smallarea-no-area-has-a-sampling-error-there-is = ningún área tiene error de muestreo: no hay nada que contrapesar con un modelo.
smallarea-no-breakdown = ninguno
smallarea-scale-is-for-shares-from-0-to-1-this-is = scale="{ $scale }" sirve para proporciones de 0 a 1; esta cifra no lo es. Usar scale="raw".
smallarea-scale-the-covariates-put-an-area-at-0-or = scale="{ $scale }": las covariables sitúan un área en 0 % o menos, o en 100 % o más. Usar scale="logit".
smallarea-small-area-area-has-respondents-or-more = small_area, «{ $question }», { $response }: áreas de { $least_base } encuestados o más cuya cifra puede mostrarse: { $used }; un modelo de áreas requiere varias. Publicar únicamente el total.
smallarea-small-area-benchmark-is-true-false-or = small_area: benchmark es True, False, o {"{"}"target": una cifra, "weights": {"{"}área: proporción{"}}"} de una sola ola.
smallarea-small-area-covariate-is-the-waves = small_area: la covariable { $lost } es igual en todas las áreas de cada ola: nada la distingue de lo que cambió en todas partes, que recoge el coeficiente de cada ola. Quitarla, o indicar wave_effects=False.
smallarea-small-area-draws-the-bootstrap-needs-or = small_area: draws={ $draws }; el bootstrap requiere { $least_draws } o más.
smallarea-small-area-over-rho-ar1-needs-a-declared = small_area: over={ $over }, rho={ $rho }; ar1 requiere un rho declarado desde 0 hasta menos de 1 (0, 0,5 y 0,8 muestran cuánto influye), y ninguna otra opción lo admite.
smallarea-small-area-seed-a-seed-is-a-whole-number = small_area: seed={ $seed }; una semilla es un entero de 0 o más.
smallarea-small-area-the-areas-are-the-groups-of = small_area: las áreas son los grupos de un desglose de las estimaciones, que tienen { $listed }; se ha indicado areas={ $areas }. Estimar primero por área: padai.proportion(ola, pregunta, by="region").
smallarea-small-area-the-benchmark-needs-a-weight = small_area: el total de referencia requiere un peso de 0 o más para cada área; comprobar { $lost }.
smallarea-small-area-these-estimates-do-not-say = small_area: estas estimaciones no indican cuántas personas hay detrás de cada área. Indicar benchmark={"{"}"target": ..., "weights": {"{"}área: ...{"}}"}, o benchmark=False.
smallarea-small-area-times-gives-a-rising-number = small_area: `times` da un número creciente para cada ola: { $waves }.
smallarea-small-area-wave-effects-is-true-or-false = small_area: wave_effects={ $given } no es True ni False.
smallarea-small-area-wave-has-no-area-that-enters = small_area, «{ $question }», { $response }: en la ola { $lost } ningún área tiene { $least_base } encuestados o más, de modo que el nivel de la ola no puede estimarse. Quitar esa ola o agrupar áreas.
smallarea-small-area-waves-with-over-several-waves = small_area: { $count_waves } olas con over={ $over }. Varias olas requieren over='walk' u over='ar1', para que el modelo tenga en cuenta lo que comparten; una sola ola no admite ninguno de los dos.
smallarea-the-direct-share-of-area-is-0-or-100 = la proporción directa del área { $named } es 0 % o 100 %, que no tiene lugar en la escala logit. Usar scale="arcsine".
smallarea-those-given = los indicados
smallarea-unit-model = unit_model: { $texts }
smallarea-unit-model-a-model-needs-more-sampled = unit_model: un modelo requiere más áreas con muestra que coeficientes: { $areas } áreas, { $count_names } coeficientes. Retirar covariables.
smallarea-unit-model-a-share-is-modelled-one-at-a = unit_model: las proporciones se modelizan de una en una, y los saldos nunca; net= da { $listed }. Nombrar una.
smallarea-unit-model-areas-have-respondents-or = unit_model: { $sampled } áreas tienen { $least_base } encuestados o más; un modelo de áreas requiere { $least_areas }. Publicar únicamente el total.
smallarea-unit-model-draws-the-model-needs-or-more = unit_model: draws={ $draws }; el modelo requiere { $least_draws } o más.
smallarea-unit-model-has-respondents-with-the-code = unit_model: «{ $name }» tiene encuestados con el código { $lost }, para el que `population` no tiene celda; tiene { $there }.{ $hint } Añadir su población, o fusionar el código.
smallarea-unit-model-margins-are-mappings-such-as = unit_model: los márgenes son correspondencias, como {"{"}"region": {"{"}"01": 5000, ...{"}"}, "sex": {"{"}...{"}}"}.
smallarea-unit-model-no-margin-of-population-holds = unit_model: ningún margen de `population` se refiere a { $lacking }; existen { $parts }. Aportar uno.
smallarea-unit-model-population-cell-n-must-be-a = unit_model: `population`, celda { $named }: N debe ser un número de personas, 0 o más.
smallarea-unit-model-population-has-no-cells-of = unit_model: `population` no tiene celdas de la ola { $wave }; tiene las de { $held }. Añadirlas, o retirar la columna «wave».
smallarea-unit-model-population-has-no-number-for = unit_model: `population` no tiene ningún número para el área { $bad }. Indicarlo.
smallarea-unit-model-population-has-no-rows-give = unit_model: `population` no tiene ninguna fila. Aportar una por celda.
smallarea-unit-model-population-has-nobody-in-area-f00e = unit_model: `population` no tiene a nadie en el área { $empty }. Indicar sus habitantes, o retirar el área.
smallarea-unit-model-population-has-nobody-in-area-f61e = unit_model: `population` no tiene a nadie en el área { $areas } en la ola { $ids }. Indicar sus habitantes, o retirar el área de todas las olas.
smallarea-unit-model-population-has-two-rows-for = unit_model: `population` tiene dos filas para la celda { $twice }. Conservar una.
smallarea-unit-model-population-is-a-table-one-row = unit_model: `population` es una tabla, con una fila por área y la media de cada variable.
smallarea-unit-model-population-is-a-table-with = unit_model: `population` es una tabla con una fila por celda y las personas en la columna N, u objetivos por margen.
smallarea-unit-model-population-lacks-the-column = unit_model: a `population` le falta la columna { $lacking }; tiene { $columns }.{ $hint } Una fila por celda: el área, las demás variables, N.
smallarea-unit-model-population-needs-one-row-an = unit_model: `population` requiere una fila por área y una columna por variable; comprobar { $named }.{ $hint }
smallarea-unit-model-population-of-cells = unit_model: `population` tiene varias filas para { $area }, como las celdas. De una proporción, nombrar sus códigos: net={"{"}'sí': [1]{"}"}; de una media, dar una fila por área y la media de cada variable.
smallarea-unit-model-respondents-are-in-cells = unit_model: { $count_lost } personas están en celdas donde `population` no tiene a nadie, como { $named }. Indicar su población, o retirar una variable.
smallarea-unit-model-seed-a-seed-is-a-whole-number = unit_model: seed={ $seed }; una semilla es un entero de 0 o más.
smallarea-unit-model-stands-in-margins-with-other = unit_model: { $left } solo está en márgenes con otras variables. Nombrarlas también en variables=, o aportar un margen propio.
smallarea-unit-model-the-direct-figure-of-wave-is = unit_model: la cifra directa de la ola { $named } es 0 % o 100 %, a la que ningún modelo puede ajustarse. Indicar benchmark=False.
smallarea-unit-model-the-interaction-is-not-of-two = unit_model: la interacción { $given } no es de dos variables: escribir 'region*age_group'.
smallarea-unit-model-the-interaction-is-of-two-of = unit_model: la interacción { $pair } debe ser entre dos de { $labels }.{ $hint }
smallarea-unit-model-the-margins-of-population = unit_model: los márgenes de `population` no forman celdas: { $texts }
smallarea-unit-model-the-model-would-have-effects = unit_model: el modelo tendría { $sizes } efectos, más de { $most_effects }. Retirar una interacción, o fusionar códigos.
smallarea-unit-model-these-margins-cross-into = unit_model: el cruce de estos márgenes da { $count } celdas, más de { $most_cells }. Nombrar en variables= las variables que se han de usar.
smallarea-unit-model-this-part-is-its-figures-are = unit_model: esta parte es «{ $kind }»: sus cifras se refieren a las personas que participaron en ella, y ningún modelo las convierte en una población. Mostrar los recuentos y proporciones de los participantes.
smallarea-unit-model-weights-is-not-known-use = unit_model: weights={ $weights } es un valor desconocido. Usar 'cells' (lo que sirvió para la selección o la ponderación está en las celdas) o 'composite'.{ $hint }
smallarea-unit-model-without-net-a-mean-is = unit_model: sin net= se modeliza una media, de una sola ola, sin interacciones ni covariables. Para una proporción, nombrarla: net=.
