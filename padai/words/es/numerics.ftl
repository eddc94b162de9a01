# padai, numerics

numerics-a-bend-needs-comparable-waves-there-are = Un cambio de ritmo requiere { $least_waves_for_a_bend } olas comparables; hay { $count_times }. Con menos, indicar en qué difiere cada ola de la anterior.
numerics-a-binomial-response = Una respuesta binomial debe estar entre 0 y 1. De una pregunta con códigos, indicar cuáles cuentan como sí: padai.glm(..., net=[...]).
numerics-a-model-of-people-in-areas-needs-two = Un modelo de personas en áreas requiere dos áreas o más, y un área con dos personas o más. Usar la estimación directa.
numerics-a-one-factor-model-needs-three-items = Un modelo de un factor requiere tres ítems; hay { $k }.
numerics-a-poisson-response-must-be-0-or-more = Una respuesta de Poisson debe ser de 0 o más.
numerics-a-smoothed-level-needs-comparable-waves = Un nivel suavizado requiere { $least_waves } olas comparables; hay { $m }. Con menos, mostrar las estimaciones y sus intervalos.
numerics-a-smoothed-level-of-waves-needs-degrees = Un nivel suavizado de { $m } olas requiere { $least_degrees } grados de libertad (unidades primarias menos estratos); hay { $df }. Mostrar las estimaciones y sus intervalos.
numerics-a-wave-a-covariate-or-a-variable-of-two = una ola, una covariable o una variable de dos códigos separa perfectamente las respuestas: ningún modelo tiene coeficientes finitos. Excluirla o fusionarla con otra.
numerics-an-area-model-needs-more-sampled-areas = Un modelo de áreas requiere más áreas en la muestra que coeficientes: { $m } áreas, { $p } coeficientes. Excluir covariables o agrupar áreas.
numerics-an-ordinal-model-needs-members-in-every = Un modelo ordinal requiere personas en todas las categorías de la respuesta, al menos dos; { $share } de { $categories } no las tienen. Fusionarlas o excluirlas.
numerics-and-more = {" "}y { $more } más
numerics-average-is-defined-for-the-first-stage = «average» solo existe para la primera etapa: usar adjust o certainty.
numerics-bell-mccaffrey-of-psus-determine-a = Bell-McCaffrey: { $alone } de las { $count_codes } unidades primarias determinan por sí solas un coeficiente y no dejan ningún residuo que indique su error. Agrupar categorías o usar std_errors='linearised'.
numerics-bounds-must-be-two-numbers-0-lower-1 = las cotas { $bounds } (bounds) deben ser dos números entre los que quede 1, el menor de 0 o más: son las de g, el peso final dividido por el peso de diseño llevado a la escala del total de los márgenes.
numerics-calibration-did-not-converge-in-steps-is = La calibración no convergió en { $steps } pasos: { $named } se aparta de su objetivo en { $off } veces este. { $cure }
numerics-calibration-needs-at-least-one-margin-or = La calibración requiere al menos un margen o un total.
numerics-calibration-needs-design-weights-that = La calibración requiere pesos de diseño finitos, no negativos y no todos nulos.
numerics-cell-nobody-responded-such-cells-merge = celda «{ $labels }»: nadie respondió (celdas en este caso: { $count_empty }). Fusionarla con una vecina.
numerics-cells-of-the-table-are-empty = { $empty } de las { $cells } celdas de la tabla están vacías, demasiadas para una prueba de asociación: fusionar códigos.
numerics-covariates-of-the-areas-are-collinear = Algunas covariables de las áreas son colineales: una se deduce de las demás. Excluirla.
numerics-everyone-gave-the-same-answer-there-is = todas las personas dieron la misma respuesta: no hay nada que modelizar. Publicar solo el total.
numerics-fay-rho-must-be-at-least-0-and-below-1 = fay: rho={ $rho } debe ser al menos 0 y menor que 1.
numerics-fpc-of-stage-population-sizes-and = fpc de la etapa { $number }: se mezclan tamaños de población y fracciones de muestreo (menores que 1). Dar unos u otras en todas las filas y etapas.
numerics-fpc-of-stage-rows-are-missing-zero = fpc de la etapa { $number }: { $usable } filas están vacías, o son nulas, negativas o infinitas. Dar a cada fila el tamaño de población de su estrato o su fracción de muestreo.
numerics-fpc-of-stage-stratum-has-a-population-of = fpc de la etapa { $number }: el estrato «{ $name }» tiene una población de { $sizes } y una muestra de { $sampled } unidades primarias. Corregir el tamaño de población.
numerics-fpc-of-stage-varies-within-stratum-give = la fpc de la etapa { $number } varía dentro del estrato «{ $name }»: dar un solo valor.
numerics-generalised-least-squares-of-waves = Los mínimos cuadrados generalizados de { $count_model } olas estiman pesos que consumen { $q } de los { $df } grados de libertad (unidades primarias menos estratos), y debe quedar uno. Usar fit='ols'.
numerics-has-no-finite-population-correction-and = { $kind } no tiene corrección por población finita y el diseño sí la tiene: usar 'raowu', 'jk1' o 'jkn', o indicar fpc='ignore'.
numerics-in-one-of-the-waves-the-groups-of-the = En una de las olas, los grupos de las variables dependen unos de otros (un grupo vacío, o las mismas personas que otro): fusionar grupos o excluir una variable.
numerics-items-are-tested-with-degrees-of-freedom = { $k } elementos se contrastan con { $design_df } grados de libertad: nombrar menos.
numerics-items-do-not-vary-leave-them-out = { $sd } ítems no varían: excluirlos.
numerics-jk1-takes-no-strata-and-the-design-has = jk1 no admite estratos y el diseño tiene { $n_strata }: usar 'jkn'.
numerics-level-and-power-make-no-plan-the-level = level={ $alpha } y power={ $power } no permiten un plan: level está entre 0,5 y 1 (normalmente 0,95), y la potencia entre 1 - level y 1 (normalmente 0,8).
numerics-margin-cell = el margen «{ $margin }», celda «{ $cell }»,
numerics-margin-cell-it-has-a-target-and-no = Margen «{ $margin }», celda «{ $cell }»: tiene un objetivo y ningún peso en la muestra. Fusionarla con una vecina (collapse:).
numerics-margin-cell-the-target-must-be-a = Margen «{ $margin }», celda «{ $cell }»: el objetivo debe ser un número positivo. Fusionar la celda con una vecina o retirar sus filas.
numerics-merge-strata-or-say-how-such-strata = Fusionar estratos o indicar cómo cuentan: lonely_psu: adjust (en torno a la media general), average, certainty o remove.
numerics-method-is-not-known-use-one-of = method='{ $method }' no es un valor conocido. Usar uno de estos: { $adjustments }.{ $hint }
numerics-method-logit-needs-finite-bounds-lower = method: logit requiere cotas finitas en torno a 1 (bounds: [inferior, superior]).
numerics-method-logit-takes-bounds-on-g-not = method='logit' admite cotas sobre g, y no límites sobre los pesos.
numerics-mrbbootstrap-stratum-of-stage-has-a = mrbbootstrap: el estrato «{ $label }» de la etapa { $place } tiene una sola unidad (estratos en este caso: { $count_alone }), cuyo error no puede indicar ninguna mitad. Agrupar estratos o indicar lonely_psu='certainty'.
numerics-n-replicates-are-too-many = n={ $count } réplicas son demasiadas para guardarlas: pida { $most } como máximo (500 suelen bastar).
numerics-n-replicates-give-no-variance-ask-for-a = n={ $count } réplicas no dan una varianza: pedir un número entero, de 2 o más.
numerics-needs-two-units-in-every-stratum-stratum = { $kind } requiere dos unidades en cada estrato; el estrato «{ $label }» tiene { $sampled } (estratos en este caso: { $count_uneven }). Usar 'jkn' o 'bootstrap'.
numerics-no-participation-model-fits-some-answer = Ningún modelo de participación se ajusta: una respuesta, o una combinación de ellas, distingue sin error las dos muestras, o los totales son inalcanzables. Fusionar categorías o excluir una variable.
numerics-no-row-answers-every-variable-of-the = Ninguna fila responde a todas las variables del modelo.
numerics-no-shift-of-the-areas-meets-the = Ningún desplazamiento de las áreas alcanza el total de referencia, { $target }: comprobar que es la proporción de la misma respuesta, de 0 a 1.
numerics-nothing-here-has-a-sampling-error = nada aquí tiene error de muestreo: todas las personas están en la muestra, o la calibración da estas cifras. Lo que se ve es así, y no hay nada que contrastar.
numerics-of-p-values-lie-outside-0-to-1 = { $outside } de los { $size } valores p no están entre 0 y 1.
numerics-of-replicates-give-no-estimate-some = { $isfinite } de las { $count_part } réplicas no dan una estimación: algún dominio o alguna base queda vacío en ellas. Unir los grupos pequeños o usar la linealización.
numerics-p-values-are-numbers-from-0-to-1 = Los valores p son números de 0 a 1; se ha recibido otra cosa.
numerics-people-within-areas-hardly-differ-beside = Las personas de una misma área apenas difieren, en comparación con las áreas: ningún modelo converge.
numerics-perfect-separation = { $count ->
    [one] Separación completa: { $names } predice la respuesta sin error en algunas filas, de modo que ningún coeficiente finito es el mejor. Agrupar categorías o excluir el término.
   *[other] Separación completa: { $names } predicen la respuesta sin error en algunas filas, de modo que ningún coeficiente finito es el mejor. Agrupar categorías o excluir el término.
    }
numerics-psus-of-stage-lie-in-more-than-one-ce44 = { $several } unidades primarias de la etapa { $number } están en más de un estrato. Si su numeración vuelve a empezar en cada estrato, escribir nest: true; si no, corregir los estratos.
numerics-raowu-draws-must-be-from-1-to-the-units = raowu: draws={ $draws } debe ir de 1 al número de unidades del estrato más pequeño menos una, { $min }; de lo contrario, algunos pesos pasan a ser negativos.
numerics-replicates-with-mse-true-need-the-full = Unas réplicas con mse=True requieren las estimaciones de la muestra completa.
numerics-sdr-needs-three-units-or-more-the-design = sdr requiere al menos tres unidades; el diseño tiene { $n_psus }.
numerics-strata-have-only-one-psu-at-stage-and = { $count ->
       [one] { $count } estrato tiene
      *[other] { $count } estratos tienen
    } una sola unidad primaria en la etapa { $number } ({ $listed }{ $more }), y lonely_psu: { $policy } no asigna ninguna varianza en ese caso. { $cure }
numerics-stratum-has-a-single-psu-such-strata = { $kind }: el estrato «{ $label }» tiene una sola unidad primaria (estratos en este caso: { $count_lonely }), que ninguna réplica puede excluir. Fusionar estratos antes de crear las réplicas.
numerics-the-covariance-of-the-direct-estimates = La covarianza de las estimaciones directas no es definida positiva: un área no tiene error de muestreo, o dos comparten todo el suyo. Usar variance="smoothed" o excluirla.
numerics-the-covariance-of-the-waves-is-singular-4fff = La covarianza de las olas es singular: una ola no tiene error de muestreo. Suavizar solo lo que procede de una muestra.
numerics-the-covariance-of-the-waves-is-singular-c61e = La covarianza de las olas es singular: los mínimos cuadrados generalizados no tienen pesos que darles. Usar fit='ols'.
numerics-the-estimated-variance-of-of-estimates = la varianza estimada de { $count } de { $of } estimaciones es negativa: la fórmula de Horvitz y Thompson puede dar eso, y la de Yates y Grundy si hay pares que salen juntos con más frecuencia que unidades independientes. Usar variance='YG' o, si ya se usa, pps='brewer' (dos fases: method='simple').
numerics-the-items-covariance-is-singular-one-has = La covarianza de los elementos es singular: uno no tiene error de muestreo, o se deduce de otros (¿un elemento que está entre los { -calibration-targets }?). Excluirlo.
numerics-the-model-did-not-converge-in-steps = El modelo no convergió en { $steps } pasos.
numerics-the-model-matrix-is-singular-follows = La matriz del modelo es singular: { $bad } se deduce de las demás columnas o no varía nunca. Excluirla o agrupar las categorías que nadie combina.
numerics-the-model-of-cells-does-not-converge = el modelo de celdas no converge: excluir un factor o una interacción, o fusionar códigos que casi nadie tiene.
numerics-the-one-factor-model-of-the-items-does = El modelo de un factor de los ítems no converge.
numerics-the-ordinal-model-did-not-converge-in = El modelo ordinal no convergió en { $steps } pasos.
numerics-the-response-has-one-value-among-the = La respuesta tiene un solo valor en las filas que responden a todas las variables: no hay nada que modelizar.
numerics-the-response-model-cannot-be-fitted = el modelo de respuesta no puede ajustarse: { $error }
numerics-the-spread-of-the-areas-is-not-settled = las respuestas no determinan la dispersión de las áreas: las extracciones tienen pesos demasiado desiguales. Excluir un factor o una interacción.
numerics-the-total-of = el total de «{ $name }»
numerics-the-totals-contradict-each-other-or-the = Los totales se contradicen entre sí o contradicen la muestra (dos que dan tamaños distintos a un grupo, o cruces en los que no hay nadie): corregirlos o fusionar celdas.
numerics-the-variance-of-the-areas-did-not = La varianza de las áreas no convergió: crece sin fin. Buscar un área muy alejada de las demás, o errores estándar en una unidad distinta de la de las estimaciones.
numerics-there-is-no-method-there-are = No existe el método «{ $method }»; existen { $methods }.
numerics-trim-every-weight-lies-outside-the = trim: todos los pesos están fuera de los límites { $lower } y { $upper }, de modo que ninguno puede absorber lo recortado. Ampliar los límites.
numerics-trim-the-limits-and-must-have-lower = trim: los límites { $lower } y { $upper } deben ir del menor al mayor.
numerics-trim-the-weights-did-not-settle-between = trim: los pesos no se estabilizan entre { $lower } y { $upper } en { $most } pasadas. Ampliar los límites.
numerics-trim-weights-between-and-cannot-sum-to = trim: { $n } pesos entre { $lower } y { $upper } no pueden sumar { $total }, como ahora. Ampliar los límites; el peso medio debe estar entre ellos.
numerics-unknown-family-the-families-are = familia desconocida: { $family }; las familias son { $families }
numerics-weights-cannot-lie-within-both-the = { $outside } pesos no pueden estar a la vez dentro de las cotas de g (bounds) y de los límites de los pesos (trim). Ampliar unas u otros.
numerics-within-bounds-the-totals-cannot-all-be = Dentro de las cotas { $bounds } (bounds) no pueden alcanzarse todos los totales: ampliarlas o fusionar celdas.
numerics-within-the-limits-the-totals-cannot-all = Dentro de estos límites no pueden alcanzarse todos los totales: ampliarlos o fusionar celdas.
