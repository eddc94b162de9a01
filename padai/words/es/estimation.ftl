# padai, estimation

estimation-a-code-that-nobody-gave-is-asked-for-by = {" "}Un código que nadie dio se pide con una correspondencia: net={"{"}'{ $net }': ['{ $net }']{"}"}.
estimation-a-curve-is-a-spline = {" "}Una curva se escribe bs({ $name }, df=4).
estimation-a-likelihood-ratio-test-needs-a = Una prueba de razón de verosimilitudes requiere un coeficiente que no se contraste.
estimation-a-likelihood-ratio-test-of-an-ordinal = La prueba de razón de verosimilitudes no se ofrece para un modelo ordinal: usar 'wald'.
estimation-a-model-with-an-offset-predicts-groups = Un modelo con término fijo (offset) predice grupos (`by`), y no filas.
estimation-a-question-is-named-twice-name-each-once = Una pregunta se nombra dos veces: nombrar cada una una sola vez.
estimation-a-t-test-needs-two = «{ $by }» tiene { $count } códigos entre quienes responden a «{ $variable }»: una prueba t requiere dos. Usar `glm` para más.
estimation-a-variable-by-itself = crosstab_test requiere dos variables; «{ $name }» se cruza consigo misma.
estimation-a-witness-holds-the-rows-that-figures = un testigo contiene las filas de las que proceden las cifras, y las de una ola diferida permanecen en su motor. Leer aquí las columnas (wave.read([...])) y escribir el testigo de sus estimaciones.
estimation-adjust-is-not-known-use-one-of = adjust={ $adjust } no es un valor conocido. Elegir entre: { $rules }.
estimation-an-ordinal-model-has-no-place-for = { $name }: hay personas en la base que respondieron { $codes }, lo que no tiene lugar en el orden de las respuestas y se tomaría por la más alta. Dejarlas fuera: { $where }.
estimation-an-ordinal-model-needs-a-column-as-its = La respuesta de un modelo ordinal es una columna, y no { $left }.
estimation-an-ordinal-model-of-a-measure = La respuesta tiene { $count } valores distintos, y un modelo ordinal admite como máximo { $most } respuestas ordenadas. Ajustar una medida con padai.glm o dividirla en clases (pandas.cut).
estimation-an-ordinal-models-cut-points-stand-for = Los puntos de corte de un modelo ordinal hacen las veces de la constante: conservarla.
estimation-averages-over-groups-are-on-the-response = Las medias por grupo están en la escala de la respuesta: scale='response'.
estimation-by-names-a-breakdown-twice-or-total = `by` nombra dos veces un desglose, o «total», que siempre está.
estimation-by-the-respondents-lie-in-as-many-strata = «{ $row }» por «{ $column }»: las personas están en tantos estratos como unidades primarias, y no queda ningún grado de libertad para una prueba.
estimation-cannot-be-read-as-a-formula = { $formula } no puede leerse como una fórmula de modelo: { $error }.{ $hint }
estimation-ci-quantile-needs-replicate-weights-use = ci='quantile' requiere pesos de réplica: usar 'mean'.
estimation-ci-score-needs-a-design-without = ci='score' requiere un diseño sin réplicas: usar 'mean'.
estimation-column-letters-are-of-estimates-that = Las letras de columna son las de estimaciones que proceden de encuestados.
estimation-column-letters-lesser-level-is-not-under = column_letters: lesser_level={ $lesser_level } no es inferior a level={ $level }.
estimation-covariates-is-not-known-use-sampled-or = covariates={ $covariates } no es un valor conocido. Usar 'sampled' o 'fixed'.
estimation-fitting-a-model-from-a-formula = Ajustar un modelo a partir de una fórmula
estimation-has-among-those-who-take-part-no-test = «{ $variable }» tiene { $found } entre las personas incluidas: no hay prueba.
estimation-has-code-among-those-who-answer-both = «{ $name }» { $size ->
       [0] no tiene ningún código
       [one] tiene { $size } código
       *[other] tiene { $size } códigos
    } entre quienes responden a ambas variables: una prueba requiere dos.
estimation-has-no-category-in-the-model-it-has = { $name } no tiene la categoría { $unknown } en el modelo; tiene { $seen }.
estimation-has-no-net-declare-it-or-list-its-codes = «{ $name }» no tiene la agrupación «{ $net }». Declararla o dar la lista de sus códigos.
estimation-has-no-net-or-code-it-has = «{ $name }» no tiene ni agrupación ni código «{ $net }»; tiene { $there }.{ $hint }{ $way }
estimation-has-no-scores-so-that-it-has-no-mean = «{ $name }» no tiene valores numéricos (`score:`) y, por tanto, no tiene media: darlos a sus códigos o usar una agrupación.
estimation-has-one-code-among-those-who-answer-a = «{ $by }» tiene un solo código entre quienes responden a «{ $variable }»: una prueba de rangos requiere dos.
estimation-holds-dates-or-durations-not-numbers = «{ $name }» contiene fechas o duraciones, no números. Convertirlo antes en un número, como días: (tabla['{ $name }'] - inicio).dt.days.
estimation-holds-no-answer-it-has-no-proportions = «{ $name }» no contiene ninguna respuesta: no tiene proporciones.
estimation-holds-something-other-than-a-number-in = «{ $name }» contiene algo distinto de un número en { $lost } filas. { $hint }
estimation-holds-texts-without-an-order-make-it-an = { $name } contiene textos sin orden. Indicarlo, de menor a mayor: frame[{ $name }] = pandas.Categorical(frame[{ $name }], [...], ordered=True).
estimation-is-a-balance-a-model-needs-a-net-of = «{ $net }» es un saldo: un modelo requiere una agrupación de códigos.
estimation-is-an-open-question-it-has-no = «{ $name }» es una pregunta abierta: no tiene proporciones.
estimation-is-infinite-in-rows-correct-the-data = «{ $name }» es infinito en { $infinite } filas: corregir los datos.
estimation-is-no-model-formula = { $formula } no es una fórmula de modelo: escribir la respuesta, «~» y después los términos.
estimation-is-numeric-in-the-model-predict-it-with = «{ $by }» es numérica en el modelo: predecir con `at`.
estimation-level-is-not-between-0-and-1-0-95-is = level={ $level } no está entre 0 y 1; lo habitual es 0,95.
estimation-link-is-not-known-use-one-of = link={ $link } no es un valor conocido. Elegir entre: { $links }.{ $hint }
estimation-marginal-effects-are-those-of-glm-models = Los efectos marginales son los de los modelos de `glm`.
estimation-method-is-not-known-use-one-of-wald = method={ $method } no es un valor conocido. Elegir entre: wald, working_wald, lrt.
estimation-name-at-least-one-variable-and-each-once = Nombrar al menos una variable, y cada una una sola vez.
estimation-name-one-variable = Nombrar al menos una variable, y cada una una vez.
estimation-net-has-no-code-it-has = `net`: «{ $name }» no tiene el código { $unknown }; tiene { $labels }.
estimation-net-needs-a-column-as-the-response-not = `net` requiere una columna como respuesta, y no «{ $response }».
estimation-net-of-is-a-declared-name-a-code-or-a = `net` de «{ $name }» es un nombre declarado, un código o una correspondencia de nombres con códigos, como {"{"}'alto': ['4', '5']{"}"}; se ha recibido { $name_2 }.
estimation-net-of-is-an-empty-mapping-name-a-net = `net` de «{ $name }» es una correspondencia vacía: nombrar una agrupación y sus códigos, u omitirlo.
estimation-net-of-names-no-code-list-one-at-least = la agrupación «{ $label }» de «{ $name }» no nombra ningún código: dar al menos uno.
estimation-net-of-uses-codes-that-it-lacks-it-has = la agrupación «{ $label }» de «{ $name }» nombra códigos que esta no tiene: { $unknown }. Tiene { $labels }.{ $hint }
estimation-no-row-answers-every-variable-of-the = { $formula }: ninguna fila responde a todas las variables del modelo.
estimation-no-row-takes-part-in-the-model = { $formula }: ninguna fila entra en el modelo.
estimation-no-value = ningún valor
estimation-no-wave-of-these-has-the-question = Ninguna de estas olas tiene la pregunta «{ $name }».
estimation-of-quantiles-have-no-standard-error-name = { $missing } de los { $count_chosen } cuantiles no tienen error estándar: nombrar otras filas.
estimation-of-rows-that-answer-every-variable-give = { $formula }: { $lost } de las { $count_complete } filas que responden a todas las variables no dan un número finito (logaritmo de 0, división por 0, valor infinito). Corregir la variable o excluir esas filas con `where`.
estimation-one-value = un solo valor
estimation-options-of-a-multiple-response-are = Las opciones de una respuesta múltiple son columnas de 0 y 1: «{ $wrong }» no lo es.
estimation-predict-needs-at-or-by = predict requiere `at` o `by`, uno de los dos.
estimation-predictions-are-made-at-a-table-of = Las predicciones se hacen en una tabla de valores, o en una correspondencia como {"{"}'age': [20, 40]{"}"}; se ha recibido { $name }.
estimation-predictions-need-a-number-for-in-every = Las predicciones requieren un número para «{ $name }» en cada fila.
estimation-predictions-need-a-value-of-in-every-row = Las predicciones requieren un valor de { $name } en cada fila.
estimation-predictions-need-the-variable = Las predicciones requieren la variable «{ $name }», que no figura.
estimation-probs-needs-shares-from-0-to-1-one-at = `probs` requiere proporciones de 0 a 1, al menos una; se ha recibido probs={ $probs }. La mediana es 0,5.
estimation-random-effects-are-of-unit-model = {" "}Los efectos aleatorios son los de padai.unit_model; aquí el diseño (psu, estratos) ya tiene en cuenta lo que las personas tienen en común.
estimation-replicate-of = Réplica { $place } de { $count }: { $why }
estimation-replicate-weights-beside-strata-or-that = unos pesos de réplica junto a estratos, o que difieren de una ola a otra, no son un diseño del paquete survey de R. Escribir el testigo de una sola ola, sin sus estratos.
estimation-rows-lie-outside-to-beyond-which-the = «{ $name }»: { $out } filas quedan fuera del intervalo de { $low } a { $high }, más allá del cual el spline del modelo no dice nada. Predecir dentro de él, o ajustar bs({ $name }, ..., lower_bound=, upper_bound=) con amplitud suficiente.
estimation-scale-is-not-known-use-response-or-link = scale={ $scale } no es un valor conocido. Usar 'response', o 'link' para un glm.
estimation-scores-is-not-known-use-one-of = scores={ $scores } no es un valor conocido. Elegir entre: { $scores_2 }.{ $hint }
estimation-scores-takes-ranks-and-total = scores: una función de puntuaciones recibe dos argumentos, los rangos y la suma de los pesos: scores=lambda rangos, total: rangos / total.
estimation-std-errors-bell-mccaffrey-frees-the = { $led }std_errors='bell-mccaffrey' corrige los residuos de las unidades primarias, y el diseño tiene pesos de réplica, que dan el error por sí mismos: usar 'linearised'.
estimation-std-errors-bell-mccaffrey-is-made-for = { $led }std_errors='bell-mccaffrey' vale para unidades de igual probabilidad, y la ola se seleccionó con pps o en dos fases: usar 'linearised'.
estimation-std-errors-is-not-known-use-one-of = std_errors='{ $std_errors }' no es un valor conocido. Usar uno de estos: { $std_errors_2 }.
estimation-the-column-is-not-in-every-wave-it-lacks = La columna «{ $name }» no está en todas las olas: falta en { $lacking }. Estimarla a partir de las olas que la tienen.
estimation-the-design-has-too-few-psus-for-a-wald = { $names }: el diseño tiene muy pocas unidades primarias para una prueba de Wald de { $k } coeficientes a la vez. Usar method='lrt' o agrupar categorías.
estimation-the-design-has-too-few-psus-to-compare = El diseño tiene muy pocas unidades primarias para comparar los { $k } códigos de «{ $by }».
estimation-the-difference-has-no-variance-there-is = La diferencia no tiene varianza: no hay nada que contrastar.
estimation-the-model-has-no-term = El modelo no tiene el término «{ $name }»; sus términos son { $known }.
estimation-the-model-has-no-variable = El modelo no tiene la variable { $unknown }; tiene { $known }.
estimation-the-model-leaves-no-degree-of-freedom = El modelo no deja ningún grado de libertad para una prueba de sus términos.
estimation-the-models-formula-cannot-be-worked-out = La fórmula del modelo no puede calcularse para estas filas: dar cada variable tal como la tenían los datos del modelo.
estimation-the-respondents-lie-in-too-few-psus-for = Las personas están en muy pocas unidades primarias para sus estratos: no queda ningún grado de libertad para una prueba.
estimation-the-response-has-categories = La respuesta { $left } tiene { $count } categorías: nombrar con `net=` las que cuentan como sí, o ajustar un modelo ordinal.
estimation-the-witness-writes-strata-units = el testigo escribe estratos, unidades, calibraciones y pesos de réplica; la ola se seleccionó con pps o en dos fases. En R: svydesign(pps=) y twophase().
estimation-there-is-no-column = { $formula }: no existe la columna «{ $name }».{ $hint }
estimation-there-is-no-column-to-count-words-in = { $wave_id }: no existe la columna «{ $question }» en la que contar palabras.
estimation-these-estimates-have-no-covariance = Estas estimaciones no tienen covarianza.
estimation-these-replicate-weights-were-made-by = estos pesos de réplica los creó padai y no están en ningún archivo. Escribir el testigo de las olas sin ellos: sus errores estándar por linealización.
estimation-this-model-is-detached-from-its = Este modelo está desvinculado de sus encuestados (almacenado o serializado): usar el que devolvió `glm` u `ordinal`.
estimation-ties-is-not-known-use-rows-or-middle = ties={ $ties } no es un valor conocido. Usar 'rows' o 'middle'.
estimation-weights-were-changed-after-their = los pesos se modificaron tras su calibración (recortados sin calibrar de nuevo), lo que los diseños calibrados de R no contemplan. Recortar con rerake=True, o tomar los pesos tal como están en una nueva Wave.
estimation-where-has-no-code-it-has = `where`: «{ $name }» no tiene el código { $unknown }; tiene { $labels }.{ $hint }
estimation-where-needs-true-or-false = `where` requiere los códigos deseados por columna, where={"{"}'sexo': ['F']{"}"}, o { $count } valores verdaderos o falsos, uno por fila de la ola.
estimation-where-of-a-lazy-wave-is-a-mapping-of = `where` de una ola diferida es una correspondencia de columnas con códigos, como {"{"}'sexo': 'F'{"}"}: una máscara tiene un valor por fila, y las filas permanecen en su motor. Convertirla antes en una columna.
estimation-without-a-survey-definition-name-the = Sin definición de encuesta, nombrar las preguntas que se estiman.
estimation-word-is-not-known-use-one-of = { $verb }: { $name }={ $word } es un valor desconocido. Usar uno de estos: { $listed }.{ $hint }
estimation-words-have-shares = Las palabras tienen proporciones: padai.proportion(wave, '{ $name }'). Las que no son respuesta se declaran: Wave(..., missing={"{"}'{ $name }': [...]{"}"}).
estimation-write-c-for-categories = {" "}Las categorías se escriben C({ $name }).
