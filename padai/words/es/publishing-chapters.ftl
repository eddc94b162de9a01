# padai, publishing-chapters

publishing-chapters-a-break-in-series-is-a-declared-and = Una { -series-break } es una razón, declarada y fechada, para no comparar dos ediciones. Dentro de su alcance no se hace ninguna comparación y las curvas se interrumpen.
publishing-chapters-a-break-leaves-editions-out-of-the = ≠: una ruptura deja ediciones fuera de la serie.
publishing-chapters-a-break-lies-between-this-edition-and = Una { -series-break } separa esta edición de la anterior: las dos no se comparan.
publishing-chapters-a-cause = «a causa de», «gracias a», «debido a»
publishing-chapters-a-comparison-across-the-break-of = Una comparación entre uno y otro lado de la ruptura del { $when }
publishing-chapters-a-comparison-with-the-measure-of = Una comparación con la medición anterior ({ $when })
publishing-chapters-a-data-file-bears-a-date-earlier-than = Un archivo de datos lleva una fecha anterior al sello.
publishing-chapters-a-difference-between-two-percentages-is-6a80 = Una diferencia entre dos porcentajes se da en { -percentage-points }, redondeada a partir de los valores exactos: puede diferir en 0,1 puntos de la diferencia entre los dos valores mostrados. En una frase, una diferencia de diez puntos o más se redondea al punto entero; las tablas dan su decimal. Una comparación sin veredicto es exploratoria.
publishing-chapters-a-difference-between-two-percentages-is-9249 = Una diferencia entre dos porcentajes se expresa en puntos: { $right }.
publishing-chapters-a-fall = una disminución
publishing-chapters-a-figure-on-a-group-of-few-respondents = Una cifra sobre un grupo de pocas personas encuestadas, sin decirlo
publishing-chapters-a-figure-on-a-group-too-small = Una cifra sobre un grupo demasiado pequeño
publishing-chapters-a-finding-may-be-false-for-reasons-that = Un hallazgo puede ser falso por razones que el intervalo no mide: respuestas falsas, participación desigual, personas que no saben. Para cada indicador principal, lo que sigue dice qué magnitud debería tener cada una para que el hallazgo cambiara. No son estimaciones de esos defectos. «Favorable» quiere decir aquí: que cuenta en la respuesta analizada, sea cual sea, también la de un riesgo; «desfavorable»: que no cuenta en ella.
publishing-chapters-a-group-under-the-least-that-may-be = Un grupo por debajo del mínimo publicable debe agruparse con otro, o sobremuestrearse hasta una base de 100; a un grupo entre ambos límites le conviene el sobremuestreo.
publishing-chapters-a-majority-more-than-half-a-minority = «una mayoría», «más de la mitad», «una minoría»
publishing-chapters-a-part-that-is-not-weighted-describes = Una parte que no está ponderada describe a las personas que la respondieron, no a una población: la diferencia entre las partes no se somete a ninguna prueba.
publishing-chapters-a-rise = un aumento
publishing-chapters-a-rise-a-fall-or-no-change = Un aumento, una disminución o «sin cambios»
publishing-chapters-a-rise-or-a-fall-over-the-period = Un aumento o una disminución en el conjunto del período
publishing-chapters-a-rule-of-this-publication-under = Regla propia de esta publicación: por debajo de { $low } personas encuestadas no se muestra nada (base insuficiente); de { $low } a { $small }, el resultado lleva la marca b.
publishing-chapters-a-sample-of-this-type-does-not-allow = Una muestra de este tipo no permite comparar grupos.
publishing-chapters-a-sample-of-this-type-is-not-compared = Una muestra de este tipo no se compara de una edición a otra.
publishing-chapters-a-seal-says-when-a-text-existed-it-says = Un sello dice cuándo existía un texto; no dice si alguien había visto ya respuestas ni si se sellaron otros textos, y el comienzo del trabajo de campo es el que declara el equipo.
publishing-chapters-a-share-e-of-the-answers-of-one-edition = Se retira una proporción e de las respuestas de una edición, las falsas: queda (p − e·a) / (1 − e), donde p es la proporción publicada y a vale 1 si todas las respuestas falsas van a la respuesta analizada («favorables»), 0 si ninguna va a ella («desfavorables»), o la parte de esa respuesta entre las opciones («al azar»). La proporción indicada es la más pequeña que cambia el hallazgo, teniendo en cuenta el error estándar de las respuestas que quedan y las demás comparaciones de la misma familia. A título de referencia, un estudio clasificó como falsas entre el 4 % y el 7 % de las respuestas de paneles web abiertos de Estados Unidos (Pew Research Center, informe del 18 de febrero de 2020 sobre los encuestados falsos de los sondeos en línea); esa tasa no es una medida de la presente encuesta.
publishing-chapters-a-signed-tag-lies-beside-the-seal-but = Una etiqueta firmada acompaña al sello, pero la definición no nombra a ningún firmante: no se ha verificado.
publishing-chapters-a-sum-or-an-average-of-the-parts-of-the = Una suma o una media de las partes de la encuesta
publishing-chapters-a-survey-describes-it-does-not-say-why = La encuesta describe lo que la gente responde; no dice por qué.
publishing-chapters-a-time-stamp-reply-lies-beside-the-seal = Una respuesta de sellado de tiempo acompaña al sello, pero la definición no nombra a ninguna autoridad: no se ha verificado.
publishing-chapters-absent = ausente
publishing-chapters-accepted = Aceptado
publishing-chapters-access-before-publication = Acceso antes de la publicación
publishing-chapters-according-to-the-team-it-dates-from = { $what } Según el equipo, data del { $day }; nada externo lo confirma.
publishing-chapters-according-to-the-team-these-results-were = Según el equipo, estos resultados se eligieron y ordenaron antes de la encuesta. Se muestran todos, sea cual sea su sentido.
publishing-chapters-add = añadir { $more }
publishing-chapters-added = adición
publishing-chapters-against-official-values = Comparación con valores oficiales
publishing-chapters-against-the-other-groups = Respecto a los demás grupos
publishing-chapters-all = total
publishing-chapters-all-comparable-editions = todas las ediciones comparables
publishing-chapters-all-declared-results-are-shown-whatever = Se muestran todos los resultados declarados, sea cual sea su sentido; los que no se eligieron antes de la encuesta lo indican.
publishing-chapters-all-editions = Todas las ediciones
publishing-chapters-all-editions-and-all-items-tables = Todas las ediciones y todos los ítems (tablas)
publishing-chapters-all-followed-series-table = Todas las series analizadas (tabla)
publishing-chapters-all-its-results-table = Todos sus resultados (tabla)
publishing-chapters-all-tables = Todas las tablas
publishing-chapters-all-values-before-and-after = Todos los valores, antes y después
publishing-chapters-all-versions = Todas las versiones
publishing-chapters-all-versions-of-this-edition-were = Todas las versiones de esta edición han sido retiradas.
publishing-chapters-always-stands = se sostiene siempre
publishing-chapters-an-area-with-few-respondents-gives-an = Un área con pocas personas encuestadas da una estimación directa imprecisa. La estimación por modelo se apoya también en las demás áreas; ambas se dan una al lado de la otra. De ellas no se deduce ningún orden.
publishing-chapters-an-edition-is-not-published = una edición no está publicada
publishing-chapters-an-interval-is-that-of-one-comparison = El intervalo de una diferencia o de una tendencia es el de esa comparación tomada por separado. El veredicto tiene en cuenta todas las comparaciones de su familia: un intervalo puede, pues, excluir el cero sin que se demuestre un cambio.
publishing-chapters-and-other-values-in = Y { $more } valores más en { $file }.
publishing-chapters-another-finding = (hallazgo distinto)
publishing-chapters-answer = «{ $answer }»
publishing-chapters-answer-scale = escala de respuesta
publishing-chapters-apart = Aparte
publishing-chapters-approximation-for-synthetic-data-only = aproximación, solo para datos ficticios
publishing-chapters-areas-checked = Dos comprobaciones: la suma de las áreas del modelo, antes de ajustarlas a la cifra directa del conjunto; y, área por área, a cuántas desviaciones estándar se encuentra la estimación directa de lo que el modelo espera (el residuo).
publishing-chapters-areas-checked-title = ¿Es adecuado este modelo?
publishing-chapters-areas-far =
    { $far ->
        [one] Un residuo de { $counted } supera 2: { $names }. Si esta área no se parece a las demás, su estimación por modelo está demasiado cerca de ellas y su intervalo puede no contenerla: conviene leer también su estimación directa.
       *[other] De { $counted } residuos, { $far } superan 2: { $names }. Si estas áreas no se parecen a las demás, sus estimaciones por modelo están demasiado cerca de ellas y sus intervalos pueden no contenerlas: conviene leer también sus estimaciones directas.
    }
publishing-chapters-areas-map-alt = Cuadrícula de teselas, una por área, con la estimación por modelo y su intervalo. { $told }.
publishing-chapters-areas-map-borrowed = Más de la mitad procede de las demás áreas
publishing-chapters-areas-map-caption = { $name }: { -regional-estimates }, por modelo.
publishing-chapters-areas-map-detail = Estimación por modelo e intervalo de predicción al 95 %, según el modelo, por { $by }.
publishing-chapters-areas-map-note = El color indica cuánto debe la estimación a las respuestas de la propia área, y no su nivel: no se deduce de él ninguna clasificación.
publishing-chapters-areas-map-note-short = De estas estimaciones no se deduce ninguna clasificación.
publishing-chapters-areas-map-own = Al menos la mitad procede de las respuestas de la propia área
publishing-chapters-areas-map-synthetic = Ninguna respuesta del área: estimación sintética
publishing-chapters-areas-none-far = Ninguno de los { $counted } residuos supera 2.
publishing-chapters-areas-residual = Residuo, en desviaciones estándar
publishing-chapters-areas-residuals-caption = { $name }: residuos del modelo por área.
publishing-chapters-areas-residuals-note = Si el modelo es correcto, alrededor de un residuo de cada veinte supera 2. Las áreas sin estimación directa publicada no tienen residuo aquí. Varias áreas alejadas se ocultan en parte unas a otras: un residuo pequeño no prueba nada.
publishing-chapters-areas-residuals-table = Residuos por área (tabla)
publishing-chapters-areas-whole = En conjunto, las áreas del modelo dan { $modelled }; la estimación directa, { $direct }.
publishing-chapters-areas-whole-shown = Las zonas cuyo número de personas encuestadas no se publica no entran en esta suma: en las demás, las zonas modelizadas suman { $modelled } antes de ser desplazadas, y las estimaciones directas { $direct }.
publishing-chapters-as = { $which } en { $documents }
publishing-chapters-as-published = tal como se publicó
publishing-chapters-base = Base
publishing-chapters-base-n = base (n)
publishing-chapters-before = Antes
publishing-chapters-borrowed-from-other-areas = Parte tomada de las demás áreas
publishing-chapters-borrowed-more-than = más del { $share }
publishing-chapters-bounds-of-the-calibration-factors-and = Límites de los factores de calibración: { $low } y { $high }.
publishing-chapters-break-before = ; { -series-break } antes de { $breaks }
publishing-chapters-break-in-series-3b82 = { -series-break }
publishing-chapters-break-in-series-94c2 = { -series-break-initial } ({ $kind }, { $when })
publishing-chapters-break-kind-when-and-what = { $kind } ({ $when }; { $what })
publishing-chapters-break-touches =
    { $of ->
        [groups] { $n ->
            [one] { $n } grupo
           *[other] { $n } grupos
        }
       *[questions] { $n ->
            [one] { $n } pregunta
           *[other] { $n } preguntas
        }
    }
publishing-chapters-breakdown = desglose
publishing-chapters-breaks-in-series-editions-not-comparable = { -series-breaks-initial } (ediciones no comparables entre uno y otro lado, para lo que cada una afecta)
publishing-chapters-by = según { $by_name }
publishing-chapters-by-edition = { $label }, según la edición.
publishing-chapters-calculation-calibrated = El error de una estimación calibrada es el de los residuos de la variable sobre los márgenes (calibrate, del paquete survey de R, da el mismo).
publishing-chapters-calculation-calibrated-replicates = La calibración se rehace con cada juego de pesos.
publishing-chapters-calculation-changes = Diferencias entre ediciones.
publishing-chapters-calculation-changes-text =
    { $overlap ->
        [respondent] Hay personas que responden a más de una edición: se cuenta la covarianza entre ediciones, cada persona en el estrato de su primera selección, o en la unidad primaria de la que se extrajo.
        [psu] Las ediciones comparten unidades primarias: se cuenta la covarianza entre ediciones.
       *[none] Las ediciones no tienen personas encuestadas en común: la varianza de una diferencia es la suma de las dos varianzas.
    }
publishing-chapters-calculation-degrees = Grados de libertad.
publishing-chapters-calculation-degrees-of-part = Grados de libertad ({ $part }).
publishing-chapters-calculation-degrees-text =
    { $drawn ->
        [replicates] Rango de los juegos de pesos de remuestreo, menos uno, o el número declarado si es menor.
        [psu] Número de unidades primarias de quienes respondieron, menos uno.
        [psu-strata] Número de unidades primarias de quienes respondieron, menos el número de sus estratos.
        [person-strata] Número de personas que respondieron, menos el número de estratos.
       *[person] Número de personas que respondieron, menos uno.
    } Para una diferencia, el recuento es de todas las personas comparadas.
publishing-chapters-calculation-delivered = Los pesos entregados con los datos se toman como fijos.
publishing-chapters-calculation-effect = { -design-effect-initial }.
publishing-chapters-calculation-effect-text = El { -design-effect } de una proporción p es el cuadrado de su error estándar dividido entre p (1 − p) / (n − 1); el tamaño efectivo es n dividido entre el { -design-effect }.
publishing-chapters-calculation-errors = Errores estándar.
publishing-chapters-calculation-errors-of-part = Errores estándar ({ $part }).
publishing-chapters-calculation-intervals = Cálculo de los intervalos.
publishing-chapters-calculation-intervals-text = El intervalo de una proporción p, de error estándar e, es logit(p) ± t e / [p (1 − p)], devuelto a porcentaje, donde t es el cuantil de la distribución de Student; en 0 % y 100 %, el de Clopper y Pearson. El de una media, un índice, una diferencia o una pendiente es ese valor ± t e.
publishing-chapters-calculation-linear =
    Linealización de Taylor, { $drawn ->
        [psu] unidades primarias extraídas
        [psu-strata] unidades primarias extraídas dentro de cada estrato
        [person-strata] personas extraídas una a una dentro de cada estrato
       *[person] personas extraídas una a una
    }{ $finite ->
        [yes] , sin reposición
       *[no] , con reposición
    }.
publishing-chapters-calculation-lonely = Estrato de una sola unidad: regla «{ $rule }» de R.
publishing-chapters-calculation-replicates = Pesos de remuestreo entregados con los datos («{ $kind }»).
publishing-chapters-calculation-tests = Valores p corregidos.
publishing-chapters-calculation-tests-text = Método de Holm, dentro de cada familia de comparaciones. Estabilidad: dos contrastes unilaterales (TOST) al nivel del 5 %, corregidos del mismo modo entre las comparaciones de la familia que tienen un margen. Sin veredicto donde una base es demasiado pequeña, o donde el tamaño efectivo por la menor de las proporciones p y 1 − p es inferior a 5. Fuera de las familias, método de Benjamini y Hochberg, entre todas las respuestas y todos los grupos de una pregunta y un desglose.
publishing-chapters-calculation-title = Cómo se calculan las cifras
publishing-chapters-calibration-margins-before-and-after = { -calibration-targets-initial }, antes y después de la ponderación.
publishing-chapters-calibration-margins-table = { -calibration-targets-initial } (tabla)
publishing-chapters-case-s = { $count ->
       [one] { $count } caso
       *[other] { $count } casos
    }
publishing-chapters-cases-not-counted = número no publicado (grupo de menos de { $least } casos)
publishing-chapters-cases-not-told = número no publicado
publishing-chapters-cause = Causa
publishing-chapters-certainty = Precisión
publishing-chapters-change-and-verdict = Diferencia y veredicto
publishing-chapters-change-from-to = diferencia entre { $first } y { $last }
publishing-chapters-change-in-points-of-the-index = diferencia, en puntos del índice
publishing-chapters-change-since-43b7 = {" "}(evolución desde { $since })
publishing-chapters-change-since-88f1 = Diferencia desde { $since }
publishing-chapters-change-since-the-previous-edition-and = Cambio desde la edición anterior y hallazgo, según la elección de método.
publishing-chapters-changed = modificación
publishing-chapters-changed-after-5493 = cambiado después
publishing-chapters-changed-after-dd76 = cambiados después
publishing-chapters-changed-after-the-seal = Cambiado después del sello:
publishing-chapters-changes = Diferencias.
publishing-chapters-changes-in-percentage-points-except-for = Diferencias en { -percentage-points }, salvo para las medias.
publishing-chapters-changes-not-worked-out-again-because = Cambios no recalculados, porque se apoyan en una diferencia de método medida aparte: { $count }.
publishing-chapters-changes-under-their-figures = { $n ->
        [one] Para { $others }, se demuestra un cambio dentro de un grupo menor de comparaciones, pero no entre todas: véase su figura.
       *[other] Para { $others }, se demuestra un cambio dentro de un grupo menor de comparaciones, pero no entre todas: véanse sus figuras.
    }
publishing-chapters-chapter = capítulo
publishing-chapters-checks-that-could-not-be-made-for-want = Controles que no se pudieron hacer, por falta de lo que requieren:
publishing-chapters-checksums = Sumas de comprobación
publishing-chapters-choice-of-the-result = Elección del resultado
publishing-chapters-coefficient-of-variation-cv-over-15-and-549c = *: coeficiente de variación (CV) de más del 15 % y hasta el 25 %; **: CV de más del 25 %
publishing-chapters-coefficient-of-variation-cv-over-15-and-67fc = *: coeficiente de variación (CV) de más del 15 % y hasta el 25 %; **: CV de más del 25 % y menos del 33 %; F: CV del 33 % o más, no publicada
publishing-chapters-comparability-of-editions = Comparabilidad de las ediciones
publishing-chapters-compared-with = Respecto a { $the_wave }
publishing-chapters-complete-interviews-i = entrevistas completas (I)
publishing-chapters-contact = Contacto
publishing-chapters-contract = Contrato
publishing-chapters-corrected-data = datos corregidos
publishing-chapters-corrected-values = Valores corregidos
publishing-chapters-corrected-values-table = Valores corregidos (tabla)
publishing-chapters-corrected-version = versión corregida
publishing-chapters-corrections-to-version = Correcciones a la versión { $version }
publishing-chapters-correlation-with-the-rest = Correlación con los demás
publishing-chapters-counted-as = de la agrupación{" "}
publishing-chapters-covariates = Covariables
publishing-chapters-data-processing = Tratamiento de los datos
publishing-chapters-data-tables = Tablas de datos ({ $suffix })
publishing-chapters-date = Fecha
publishing-chapters-dates = Fechas
publishing-chapters-declared-according-to-the-team = declarados, según el equipo
publishing-chapters-declared-according-to-the-team-on = declarado, según el equipo, el { $when }
publishing-chapters-declared-according-to-the-team-on-a-day = declarado, según el equipo, en una fecha que no consta
publishing-chapters-declared-before-the-data = declarado antes de los datos
publishing-chapters-declared-before-the-data-hash-published = declarados antes de los datos, huella publicada
publishing-chapters-declared-before-the-data-signed-by-a = declarados antes de los datos, firmados por un tercero
publishing-chapters-declared-before-the-data-time-stamped = declarados antes de los datos, con sello de tiempo
publishing-chapters-declared-margin = margen declarado: ± { $size }
publishing-chapters-declared-margin-within-reach = Margen declarado al alcance
publishing-chapters-definition-of-the-questions = definición de las preguntas
publishing-chapters-definition-of-the-survey = definición de la encuesta
publishing-chapters-demonstration = demostración
publishing-chapters-details-in-the-report = Detalles en el informe: { $chapter }
publishing-chapters-devices = Dispositivos
publishing-chapters-direct-estimate = Estimación directa
publishing-chapters-dont-know = «No sabe»
publishing-chapters-draft-not-reviewed = Borrador, no revisado
publishing-chapters-drift-remark-larger = Precaución: una diferencia con un valor oficial ha cambiado en { $largest } puntos desde { $since }, más que este resultado.
publishing-chapters-drift-remark-shown = Precaución: las diferencias con los valores oficiales también han cambiado desde { $since }, de modo que este cambio puede deberse a quiénes respondieron.
publishing-chapters-e-coefficient-of-variation-cv-over-16-5 = E: coeficiente de variación (CV) de más del 16,5 % y hasta el 33,3 %; F: CV de más del 33,3 %, no publicada
publishing-chapters-each-edition-has-a-level-of-its-own = Cada edición tiene su propio nivel en el modelo: lo que cambió en todas partes no se atenúa, solo lo que distingue de ello a un área.
publishing-chapters-each-finding-on-the-change-of-a-headline = Cada hallazgo sobre el cambio de un indicador principal se ha rehecho con otras elecciones de método. Hallazgos que dependen de una de esas elecciones: { $changed } de { $counted }.
publishing-chapters-each-group-is-compared-with-the-other = Cada grupo se compara con el conjunto de los demás grupos del mismo desglose. «sin diferencia demostrada» no quiere decir «ninguna diferencia».
publishing-chapters-each-has-its-own-population = {" "}Cada una tiene su propia población.
publishing-chapters-each-percentage-is-a-share-weighted =
    Cada porcentaje es una proporción { $people }, ponderada salvo indicación en contrario. La base es el conjunto de las personas a las que se hizo la pregunta y que la respondieron{ $unsure ->
        [in] ; «no sabe» cuenta como respuesta, salvo en una media
        [out] ; «no sabe» no cuenta como respuesta
        [some] ; «no sabe» cuenta como respuesta donde la pregunta lo prevé, salvo en una media
       *[none] {""}
    }. El número n es siempre el de personas encuestadas de la base, sin ponderar.
publishing-chapters-each-question-is-given-in-the-words-and = Cada pregunta se da con las palabras y en los idiomas en que se hizo, con sus respuestas en orden y sus resultados.
publishing-chapters-each-slope-has-its-and-where-the-series = Cada pendiente tiene su { $interval } y, cuando la serie es de una familia declarada, un veredicto; cuando una recta no se ajusta (contraste al nivel del 5 %), o las ediciones abarcan menos de once meses, el veredicto se refiere a la diferencia entre la primera y la última edición comparables.
publishing-chapters-edition = Edición
publishing-chapters-editions-2a3b = Ediciones
publishing-chapters-editions-a9df = ediciones
publishing-chapters-eligibility-unknown-u = elegibilidad desconocida (U)
publishing-chapters-error-before-weighting = Diferencia antes de la ponderación
publishing-chapters-error-e3f4 = Diferencia
publishing-chapters-error-e925 = error
publishing-chapters-errors-against-official-values = Diferencias con los valores oficiales.
publishing-chapters-errors-against-official-values-table = Diferencias con los valores oficiales (tabla)
publishing-chapters-estimate-7e95 = estimación
publishing-chapters-estimate-bc57 = Estimación
publishing-chapters-estimated-length = duración estimada de las preguntas publicadas aquí
publishing-chapters-every-question = todas las preguntas
publishing-chapters-every-way-of-sharing-them-out-is-tried = Se prueban todas las formas de repartirlas, del 0 % al 100 % hacia la respuesta analizada, la misma en las dos ediciones.
publishing-chapters-exact-words-of-each-question-and-all = Texto exacto de cada pregunta y todas las respuestas
publishing-chapters-except-the-published-changes-which = {" "}Salvo los cambios publicados, que tienen en cuenta una diferencia de método medida.
publishing-chapters-exclusion = exclusión
publishing-chapters-exclusions = Exclusiones.
publishing-chapters-expected-base = Base prevista
publishing-chapters-expected-interviews = Esperadas, { $size } entrevistas
publishing-chapters-explore-the-results = Explorar los resultados
publishing-chapters-fall = Disminución
publishing-chapters-false-answers-7c46 = Respuestas falsas.
publishing-chapters-false-answers-e157 = Respuestas falsas
publishing-chapters-family-of-comparisons = familia de comparaciones
publishing-chapters-favourable = favorables
publishing-chapters-favourable-means-in-the-response-that-is = «Favorable» quiere decir: en la respuesta analizada, sea cual sea. Raya: ningún valor cambia el hallazgo, o el cálculo no procede.
publishing-chapters-fay-herriot-model-of-each-direct = Modelo de Fay y Herriot sobre { $waves }: cada estimación directa se acerca a lo que dicen las covariables y las demás áreas, tanto más cuanto más imprecisa es.
publishing-chapters-fewer-than-30-respondents = menos de 30 personas encuestadas
publishing-chapters-fewer-than-records-corrected-to-protect = Menos de { $least } registros corregidos. Para proteger a esas personas, los resultados de esta edición se dan solo para el total, en puntos enteros (redondeados a 2, 5 o 10 puntos donde respondieron menos de 300 personas), y las bases redondeadas a la decena; una pregunta sensible que pocas personas respondieron no se da, y ninguna cifra se pone junto a la de la versión anterior.
publishing-chapters-fewer-than-three-comparable-editions = menos de tres ediciones comparables
publishing-chapters-fieldwork = Trabajo de campo.
publishing-chapters-fieldwork-firm-03c3 = Empresa de trabajo de campo.
publishing-chapters-fieldwork-firm-1a3b = empresa de trabajo de campo
publishing-chapters-figure-of-part = de { $value } para { $part }
publishing-chapters-figures-of-parts = Para { $name }, el resultado seguido ({ $response }) es { $figures }.
publishing-chapters-figures-revised-since-the-release = Cifras revisadas desde la publicación «{ $label }»
publishing-chapters-figures-unchanged-since-their-release = Cifras sin cambios desde su publicación
publishing-chapters-file-for-an-archive = Archivo para depositar
publishing-chapters-files-withdrawn = Archivos retirados
publishing-chapters-files-withdrawn-and-their-sha-256 = Archivos retirados y su SHA-256
publishing-chapters-findings = Observaciones:
publishing-chapters-findings-aside = { $when }: { $n ->
        [one] un resultado
       *[other] { $n } resultados
    }
publishing-chapters-findings-of-this-edition-whole-families = Hallazgos de esta edición, incluidas las familias enteras
publishing-chapters-findings-under-other-choices-of-method = Hallazgos según otras elecciones de método (tabla)
publishing-chapters-first-day-of-fieldwork = primer día del trabajo de campo
publishing-chapters-flag = marca
publishing-chapters-for-the-press = Para la prensa
publishing-chapters-found-by-looking-6810 = hallados al explorar los datos
publishing-chapters-found-by-looking-c42d = hallado al explorar los datos
publishing-chapters-from-half-to-three-quarters = de la mitad a las tres cuartas partes
publishing-chapters-from-one-edition-to-another = de una edición a otra
publishing-chapters-from-three-comparable-editions-on-a = A partir de tres ediciones comparables, un segundo veredicto se refiere a todas. «crece» o «decrece» al año: la pendiente está demostrada. «gana» o «pierde»: una recta no se ajusta, o las ediciones abarcan menos de once meses, y está demostrada la diferencia entre la primera y la última edición. «sin tendencia demostrada» no quiere decir que nada haya cambiado.
publishing-chapters-from-to-a-year-on-average = de { $first_wave } a { $last_wave }, { $size } al año en promedio ({ $colon })
publishing-chapters-full-methodology = Metodología completa
publishing-chapters-full-report = Informe completo
publishing-chapters-funder = Financiación
publishing-chapters-gain-in-fit = Ganancia de ajuste ({ $over })
publishing-chapters-gain-in-fit-what-the-groups-add-to = Ganancia de ajuste: lo que los grupos añaden al pseudo-R² de McFadden de un modelo del ítem en función de los demás. A partir de 0,020, y si el contraste es concluyente (Holm), el ítem se señala.
publishing-chapters-gap = { $size } por { $verdict ->
        [higher] encima
       *[lower] debajo
    } en { $n ->
        [one] el grupo
       *[other] los grupos
    } { $group }
publishing-chapters-gap-to-the-other-groups = {" "}(diferencia con los demás grupos)
publishing-chapters-gaps-of = { $name } se sitúa { $gaps }
publishing-chapters-geography = Ámbito geográfico.
publishing-chapters-given-at-random = dadas al azar
publishing-chapters-group = Grupo
publishing-chapters-group-by = { $group } ({ $breakdown })
publishing-chapters-groups-compared-by = respuestas comparadas entre grupos de la pregunta
publishing-chapters-groups-of-which-no-result-is-shown = Grupos de los que no se muestra ningún resultado
publishing-chapters-groups-shown-to-have-a-lower-result-than = Grupos para los que se demuestra un resultado más bajo que el de los demás grupos del mismo desglose, teniendo en cuenta todas las comparaciones de grupos de esta edición, del más bajo al más alto.
publishing-chapters-half-or-less = la mitad o menos
publishing-chapters-hashes-of-the-seals-of-other-editions = Huellas de los sellos de otras ediciones:
publishing-chapters-headline-finding = { $end ->
        [last] { $finding }.
       *[next] { $finding };
    }
publishing-chapters-headline-indicator = Indicador principal
publishing-chapters-headline-period = { $when }:
publishing-chapters-heywood-case = El modelo de un factor del que procede omega atribuye al factor toda la varianza de al menos un ítem (un caso de Heywood): { $names }. Omega debe leerse con cautela.
publishing-chapters-highest-and-lowest-key-result = De los { $n } resultados clave, el más alto es { $high }; el más bajo, { $low }.
publishing-chapters-how-cases-ended = Resultado de los casos.
publishing-chapters-how-these-small-area-estimates-are-made = Cómo se elaboran estas { -regional-estimates }
publishing-chapters-identifiers = Identificadores
publishing-chapters-if-those-who-give-the-response-that-is = Si las personas que dan la respuesta analizada participaron r veces lo que las demás, una vez ponderadas, la razón de la proporción publicada (odds) es r veces la de la población. La correlación ρ entre la inclusión ponderada y la respuesta es el error dividido por la desviación estándar de la respuesta en la población y por √((1 − f + CV²) / f), donde f es el número de personas encuestadas sobre la población y CV el coeficiente de variación de los pesos (Meng, Ann. Appl. Stat. 12(2), 2018, pp. 685-726). La otra edición se toma como exacta.
publishing-chapters-in-brackets-the-difference-in-percentage = Entre paréntesis: la diferencia, en { -percentage-points }. No poder concluir no quiere decir que nada haya cambiado.
publishing-chapters-in-release = { $waves } en la publicación { $name }
publishing-chapters-in-the-index-is = En { $where }, el índice es de { $level } ({ $sure }).
publishing-chapters-incentives = Incentivos
publishing-chapters-index = Índice
publishing-chapters-index-declared-before = índice
publishing-chapters-information = información
publishing-chapters-instruction = Instrucción
publishing-chapters-interpolated-between-two-dates = interpolada entre dos fechas
publishing-chapters-intervals-of-comparisons = Intervalos de las comparaciones.
publishing-chapters-interviews-2a50 = Entrevistas
publishing-chapters-interviews-6412 = { $count } entrevistas
publishing-chapters-interviews-expected-in-each-group = Entrevistas esperadas en cada grupo.
publishing-chapters-interviews-of-the-next-edition = Entrevistas de la próxima edición
publishing-chapters-it-gives-the-uncertainty-due-to-sampling = Da la incertidumbre debida al muestreo. Dos intervalos que se solapan no prueban ni un cambio ni su ausencia: solo cuenta el veredicto.
publishing-chapters-it-holds-an-error-its-files-are-kept-for = Contiene un error. Sus archivos se conservan como constancia; no deben citarse.
publishing-chapters-it-is-shown-apart-and-never-added-to-the = Se presenta aparte y nunca se suma a la muestra principal.
publishing-chapters-it-is-under-no-verdict-is-given-on-this = Está por debajo de { $limit }: no se da ningún veredicto sobre este índice.
publishing-chapters-it-was-signed-by-who-writes-before-the = { $what } Lo firmó { $by }, que escribe haberlo hecho el { $day }, antes del comienzo del trabajo de campo ({ $start }); la firma se verificó con una clave que nombra la definición, de huella SHA-256 { $seal }.
publishing-chapters-it-was-time-stamped-by-on-before-the = { $what } Recibió un sello de tiempo de { $by } el { $day }, antes del comienzo del trabajo de campo ({ $start }); la respuesta se verificó con un certificado que nombra la definición, de huella { $seal }.
publishing-chapters-it-would-take-of-the-answers-of-being = Bastaría con que el { $share } de las respuestas de { $year } fueran falsas y { $kind } para que se demostrara { $what } una vez retiradas esas respuestas.
publishing-chapters-item = Ítem
publishing-chapters-items-of-the-index = Ítems del índice.
publishing-chapters-items-that-do-not-behave-as-the-others = Ítems que no se comportan como los demás { $over }: { $names }.
publishing-chapters-its-files-were-removed-to-protect-the = Sus archivos se eliminaron para proteger la confidencialidad de las respuestas. Se ruega a quien tenga una copia que la destruya.
publishing-chapters-key-figures-picture = Cifras clave (imagen)
publishing-chapters-key-figures-worked-out-again = Recálculo de las cifras clave
publishing-chapters-key-result = resultado clave
publishing-chapters-key-results-families-of-comparisons = Los resultados clave, las familias de comparaciones, los capítulos, los umbrales, los desgloses, las exclusiones y la ponderación están sellados en un texto, de huella SHA-256 { $digest }.
publishing-chapters-key-results-that-rest = { $n ->
        [one] Un resultado clave se basa en una pregunta que no se hizo en esta edición: { $listed }.
       *[other] { $count } resultados clave se basan en preguntas que no se hicieron en esta edición: { $listed }.
    }
publishing-chapters-kind-name-what = { $what }, { $kind } ({ $name })
publishing-chapters-kind-when = { $kind }, { $when }.
publishing-chapters-label = «{ $label }»
publishing-chapters-languages-of-interviews = Idiomas de las entrevistas
publishing-chapters-languages-of-the-questionnaire = Idiomas del cuestionario.
publishing-chapters-last-day-of-fieldwork = último día del trabajo de campo
publishing-chapters-last-measured = última medición, { $when }: { $figure }
publishing-chapters-limitations = Limitaciones
publishing-chapters-linear-calibration = calibración lineal
publishing-chapters-lines-all-editions-on-one-scale-band-and = Curvas: todas las ediciones, en la misma escala; banda y paréntesis: { $interval }. No poder concluir no es «nada ha cambiado».
publishing-chapters-local-level-from-eight-comparable = Nivel local, a partir de ocho ediciones comparables. Debajo de cada valor: banda al { $level }, que tiene en cuenta la incertidumbre sobre la varianza del nivel.
publishing-chapters-logit-calibration = calibración logit
publishing-chapters-lower-bound = límite inferior
publishing-chapters-lower-groups-under-their-figures = { $n ->
        [one] Un grupo tiene un resultado más bajo que solo se demuestra entre las comparaciones de su propia familia, o que lleva una advertencia: véase su figura.
       *[other] En { $n } casos, un grupo tiene un resultado más bajo que solo se demuestra entre las comparaciones de su propia familia, o que lleva una advertencia: véanse sus figuras.
    }
publishing-chapters-margin-2e7d = Margen
publishing-chapters-margin-ae16 = umbral de estabilidad
publishing-chapters-margin-of-stability = Margen de estabilidad: ± { $size }.
publishing-chapters-mean-of-items-from-0-to-100-100 = Media de { $count_items } ítems, de 0 a 100 (100: { $high }).
publishing-chapters-measured-offset-of-method = Diferencia de método medida
publishing-chapters-merge-or-add = agrupar, o añadir { $more }
publishing-chapters-merged-cells = Celdas agrupadas ({ $margin_name }): { $cells }.
publishing-chapters-method-used = Método adoptado
publishing-chapters-mode = Modo.
publishing-chapters-mode-of-interview = modo de recogida
publishing-chapters-model-assumes =
    El modelo supone que la referencia dice quién es la población; que, entre personas iguales en estas variables, haber participado no tiene nada que ver con las respuestas; { $method ->
        [ipw] y que el modelo de la participación es correcto
        [mass] y que el modelo de las respuestas es correcto
       *[doubly_robust] y que al menos uno de los dos modelos es correcto
    }. Ningún dato de la encuesta puede demostrarlo.
publishing-chapters-model-by-model = Según el modelo de participación
publishing-chapters-model-changes-caption = Cambios principales, ponderados y según el modelo de participación.
publishing-chapters-model-changes-note = Cambio en { -percentage-points }, salvo en las medias, y su veredicto. Entre paréntesis: el intervalo, que da el modelo por correcto cuando es según el modelo.
publishing-chapters-model-changes-table = Cambios principales según el modelo (tabla)
publishing-chapters-model-checked = Estos supuestos se contrastaron con los valores oficiales anteriores: los errores que quedan o se desplazan hablan en su contra.
publishing-chapters-model-declared = Modelo declarado, según el equipo, el { $when } ({ $who }).
publishing-chapters-model-declared-according-to-the-team-on = Modelo declarado, según el equipo, el { $when }. Decisión: { $who }.
publishing-chapters-model-declared-before = modelo
publishing-chapters-model-doubly-robust = un modelo de la participación y un modelo de las respuestas, tomados juntos (estimación doblemente robusta)
publishing-chapters-model-error = Error estándar según el modelo
publishing-chapters-model-intro = Esta muestra no se extrajo al azar. Las cifras publicadas están ponderadas; estas se estiman por segunda vez, según un modelo que dice quién participa, y sin esos pesos.
publishing-chapters-model-ipw = un modelo de la participación (ponderación por el inverso de la propensión)
publishing-chapters-model-levels-caption = Resultados principales, ponderados y según el modelo de participación, por edición.
publishing-chapters-model-levels-note = Entre paréntesis: el intervalo, que da el modelo por correcto cuando es según el modelo. El error estándar está en { -percentage-points }, salvo en las medias; cuenta el de la referencia.
publishing-chapters-model-levels-table = Resultados principales según el modelo (tabla)
publishing-chapters-model-made = El método: { $method }. Las variables que la muestra comparte con su referencia: { $names }.
publishing-chapters-model-mass = un modelo de las respuestas, aplicado a la referencia (imputación masiva)
publishing-chapters-model-no-change = Ningún cambio se estima según el modelo: { $why }.
publishing-chapters-model-no-verdict-changes = Según el modelo, no cambia ningún hallazgo sobre el cambio de un indicador principal (hallazgos probados: { $counted }).
publishing-chapters-model-not-checked = Ningún valor oficial sirvió para comprobar estos supuestos.
publishing-chapters-model-outside = Las personas de las que falta una de estas variables no entran en el modelo.
publishing-chapters-model-sample = Referencia ({ $waves }): { $source }, { $date }, muestra probabilística de { $n } personas. Población: { $population }.
publishing-chapters-model-title = Según el modelo de participación
publishing-chapters-model-totals = Referencia ({ $waves }): totales de la población, tomados como conocidos: { $source }, { $date }. Población: { $population }.
publishing-chapters-model-verdicts-change =
    { $other ->
        [one] Según el modelo, un hallazgo de { $counted } es otro: { $names }.
       *[other] Según el modelo, { $other } hallazgos de { $counted } son otros: { $names }.
    }
publishing-chapters-model-weighted = Ponderado, tal como se publicó
publishing-chapters-modelled-on = Modelo
publishing-chapters-more-than-three-quarters = más de tres cuartas partes
publishing-chapters-moved-over-other-periods =
    { $n ->
        [one] En otro período, otro resultado aumentó o disminuyó.
       *[other] En otros períodos, otros { $n } resultados aumentaron o disminuyeron.
    }
publishing-chapters-multilevel-regression-with = Regresión multinivel con { -poststratification } sobre { $waves }: la proporción de cada tipo de personas se estima en cada área y después se pondera por la población.
publishing-chapters-named =  (señalado)
publishing-chapters-nature-of-the-sample = Naturaleza de la muestra
publishing-chapters-never = nunca
publishing-chapters-new-targets = nuevos { -calibration-targets }
publishing-chapters-new-version-of-the-software = nueva versión del programa
publishing-chapters-new-weighting = nueva ponderación
publishing-chapters-no-break-is-declared = No se ha declarado ninguna ruptura.
publishing-chapters-no-change-is-judged-in-this-edition = En esta edición no se juzga ningún cambio.
publishing-chapters-no-comparison-with-an-earlier-edition-is = No se ha declarado ninguna comparación con una edición anterior.
publishing-chapters-no-comparison-with-it-is-published = No se publica ninguna.
publishing-chapters-no-date-or-reason-given = sin fecha ni motivo indicados
publishing-chapters-no-drift-of-these-errors-is-shown-since = No se demuestra ninguna deriva de estas diferencias desde { $since } (p = { $p }; el mayor cambio es de { $largest } puntos).
publishing-chapters-no-finding = Ninguna observación.
publishing-chapters-no-group-is-lower = En este capítulo no se demuestra un resultado más bajo para ningún grupo.
publishing-chapters-no-reliability-flag = ninguna marca de fiabilidad
publishing-chapters-no-seal-comes-with-this-edition-what-is = Ningún sello acompaña a esta edición: lo que se dice declarado lo es según el equipo, y nada externo lo confirma.
publishing-chapters-no-share-of-false-answers-in-would-be = Ninguna proporción de respuestas falsas en { $year } bastaría para que { $what } dejara de demostrarse
publishing-chapters-no-share-of-false-answers-in-would-let-a = Ninguna proporción de respuestas falsas en { $year } haría que se demostrara un cambio una vez retiradas esas respuestas.
publishing-chapters-no-slope = sin pendiente,{" "}
publishing-chapters-no-verdict-where-more-than-half-of-the = No se da ningún veredicto cuando más de la mitad de la diferencia o de una estimación procede de las demás áreas.
publishing-chapters-no-version-was-put-out = No se ha publicado ninguna versión.
publishing-chapters-no-weighting = ninguna ponderación
publishing-chapters-non-contacts-nc = personas no contactadas (NC)
publishing-chapters-none = ninguna
publishing-chapters-none-the-estimate-is-synthetic = ninguna: la estimación es sintética
publishing-chapters-not-applicable = No procede
publishing-chapters-not-comparable-with = No comparable con { $earlier }
publishing-chapters-not-published = no publicada
publishing-chapters-not-supplied-ddde = No facilitado
publishing-chapters-not-supplied-fa45 = dato no facilitado
publishing-chapters-note = Nota.
publishing-chapters-nothing-says-what-waves-share = Nada dice todavía qué comparte esta edición con las anteriores: no se muestra ningún cambio.
publishing-chapters-notice-of-withdrawal-of-version = Aviso de retirada de la versión { $version }
publishing-chapters-now = Ahora
publishing-chapters-of-the-answers-of-would-have-to-be-false = Haría falta que el { $share } de las respuestas de { $year } fueran falsas y { $kind }{ $more } para que { $what } dejara de demostrarse.
publishing-chapters-of-the-people-who-were-asked-the = de las personas a las que se hizo la pregunta
publishing-chapters-official-value = Valor oficial
publishing-chapters-official-value-held-against = valor oficial que no entra en la calibración
publishing-chapters-omega = omega
publishing-chapters-on-0287 = { $named }, el { $when } ({ $why })
publishing-chapters-on-346f = { $status } el { $when }
publishing-chapters-on-the-logit-scale = en la escala logit
publishing-chapters-on-the-scale-from-to = En la escala de { $low } a { $high }
publishing-chapters-only-the-last-change-is-shown = { $trend }: solo se demuestra el cambio desde { $since }.
publishing-chapters-open-data-csv = Datos abiertos (csv)
publishing-chapters-or = , o que { $took },
publishing-chapters-order = orden
publishing-chapters-other-choices = Otras elecciones
publishing-chapters-other-choices-test-the-finding = Las demás opciones ponen a prueba ese hallazgo; no son otros hallazgos.
publishing-chapters-other-eligible-cases-o = otros casos elegibles (O)
publishing-chapters-other-questions = Otras preguntas
publishing-chapters-out-of = de
publishing-chapters-out-of-scope = fuera de ámbito
publishing-chapters-over-all-editions = En el conjunto de las ediciones
publishing-chapters-p-joint-test-wald-adjusted-to-the = p: contraste conjunto (Wald, ajustado al diseño muestral), corregido para todas las series de la tabla (Benjamini-Hochberg).
publishing-chapters-p-no-edition-differs = p, ninguna edición difiere
publishing-chapters-pace-before-and-after = Ritmo, antes y después
publishing-chapters-pace-from-five-comparable-editions-on = Ritmo: a partir de cinco ediciones comparables, y solo donde se demuestra la diferencia entre las dos pendientes (al nivel del 5 %, corregido para todas las ediciones en que podría darse).
publishing-chapters-part = parte
publishing-chapters-partial-interviews-p = entrevistas parciales (P)
publishing-chapters-participation = Participación.
publishing-chapters-people-invited = personas invitadas
publishing-chapters-people-who-do-not-know = Personas que no saben.
publishing-chapters-percentage-points = { -percentage-points-initial }
publishing-chapters-percentages = Porcentajes.
publishing-chapters-periods-followed-by-group = períodos seguidos por grupo de la pregunta
publishing-chapters-place = Lugar
publishing-chapters-points = puntos
publishing-chapters-political-neutrality = Neutralidad política
publishing-chapters-population-8944 = Población objetivo
publishing-chapters-population-9b45 = Población.
publishing-chapters-population-cabb = Población
publishing-chapters-population-cells-made-of-the-weighting = Población: celdas obtenidas de los { -calibration-targets }, mediante { -raking } donde no se conoce su cruce.
publishing-chapters-population-or-territory = población o territorio
publishing-chapters-poststratification = { -poststratification }
publishing-chapters-precision = Precisión.
publishing-chapters-prediction-interval-under-the-model = intervalo de predicción al { $level }, según el modelo
publishing-chapters-present = presente
publishing-chapters-principle = Principio
publishing-chapters-professional-standards = Adhesión a las normas profesionales
publishing-chapters-proposed-by-padai = propuesto por padai, no declarado por nadie
publishing-chapters-proposed-by-padai-many = propuestos por padai, no declarados por nadie
publishing-chapters-published = publicada
publishing-chapters-quality-as-published = Tal como se publicó
publishing-chapters-quality-checks = Controles de calidad
publishing-chapters-quality-closed = El índice lee también respuestas que no deben decir nada de unas pocas personas: no se da el número de respuestas que se apartarían ni ninguna cifra sin ellas.
publishing-chapters-quality-consent = acuerdo con todo, incluso con enunciados contrarios
publishing-chapters-quality-contradictions = respuestas que se contradicen
publishing-chapters-quality-declared = Regla declarada, según el equipo, el { $when } ({ $who }).
publishing-chapters-quality-effect-caption = Resultados principales y su cambio, con y sin las respuestas apartadas.
publishing-chapters-quality-effect-note = Primero el nivel; después, el cambio en { -percentage-points } y su veredicto. Entre paréntesis: el intervalo.
publishing-chapters-quality-effect-table = Resultados principales con y sin estas respuestas (tabla)
publishing-chapters-quality-few-set-apart = Se habrían apartado menos personas que el mínimo publicado: no se da ninguna cifra sin ellas.
publishing-chapters-quality-handful = menos que el mínimo publicado
publishing-chapters-quality-impossible = combinación imposible
publishing-chapters-quality-index = Un índice de 0 a 1, media de las señales observadas, indica con qué cuidado se rellenó cada cuestionario. No retira a nadie: todas las cifras publicadas cuentan a todas las personas.
publishing-chapters-quality-no-verdict-changes = Sin ellas, no cambia ninguno de los { $counted } hallazgos sobre el cambio de un indicador principal.
publishing-chapters-quality-not-computed = no se puede calcular
publishing-chapters-quality-open-ends = respuesta abierta sin palabras, copiada de otra o escrita por una máquina
publishing-chapters-quality-replicates = Los pesos de réplica de esta ola no se pueden rehacer sin estas respuestas: no se da ninguna cifra sin ellas.
publishing-chapters-quality-set-apart = Las respuestas de { $n } personas, las de índice más alto (como máximo { $most }), se apartan aquí, y las demás se vuelven a ponderar con los mismos márgenes.
publishing-chapters-quality-signal = Señal
publishing-chapters-quality-signals-caption = Señales observadas, por edición.
publishing-chapters-quality-signals-note = Número de personas y su proporción entre aquellas en las que se puede leer la señal, sin ponderar.
publishing-chapters-quality-signals-table = Señales observadas (tabla)
publishing-chapters-quality-speed = cuestionario rellenado en menos de un tercio de la duración mediana
publishing-chapters-quality-straight-lines = misma respuesta en toda una batería de preguntas
publishing-chapters-quality-tied = Demasiadas personas tienen el mismo índice para poder separar la proporción declarada: no se da ninguna cifra sin ella.
publishing-chapters-quality-title = Calidad de las respuestas
publishing-chapters-quality-verdicts-change =
    { $other ->
        [one] Sin ellas, cambia un hallazgo de { $counted }: { $names }.
       *[other] Sin ellas, cambian { $other } hallazgos de { $counted }: { $names }.
    }
publishing-chapters-quality-without = Sin las respuestas apartadas
publishing-chapters-question-not-asked = pregunta no formulada
publishing-chapters-questionnaire-and-results = Cuestionario y resultados
publishing-chapters-questionnaires-completed = cuestionarios terminados
publishing-chapters-questionnaires-excluded = cuestionarios excluidos
publishing-chapters-questionnaires-started = cuestionarios empezados
publishing-chapters-questions-asked = Preguntas formuladas { $dates }
publishing-chapters-questions-of-this-chapter-were-not-asked = Las preguntas de este capítulo no se hicieron en esta edición.
publishing-chapters-questions-of-which-an-official-source = Se hicieron preguntas cuya respuesta conoce una fuente oficial, sin utilizarlas en la calibración. La diferencia es la estimación menos el valor oficial, en puntos.
publishing-chapters-quotas = Cuotas
publishing-chapters-raking-to-margins = calibración por { -raking } (iterativa)
publishing-chapters-ratio-of-participation = Razón de participación
publishing-chapters-read-with-caution = Leer con precaución
publishing-chapters-reason = Motivo
publishing-chapters-recruitment = Captación
publishing-chapters-refusals-and-break-offs-r = negativas y abandonos (R)
publishing-chapters-reliability-8d5f = Fiabilidad
publishing-chapters-reliability-among = Fiabilidad, entre las { $n } personas con puntuación en todos los ítems
publishing-chapters-reliability-bb66 = Fiabilidad.
publishing-chapters-removed = supresión
publishing-chapters-replaced-by-version = { $status }, sustituida por la versión { $version }
publishing-chapters-respondents = { $count } personas encuestadas.
publishing-chapters-respondents-by-group-table = Personas encuestadas por subgrupo (tabla)
publishing-chapters-respondents-by-group-unweighted-n = Personas encuestadas por subgrupo (n sin ponderar).
publishing-chapters-respondents-unweighted = { $count } personas encuestadas (sin ponderar).
publishing-chapters-response = Respuesta
publishing-chapters-responses-followed-of-question = lo que se lee y se sigue de la pregunta
publishing-chapters-result = Resultado
publishing-chapters-result-not-published = Resultado no publicado:{" "}
publishing-chapters-results-followed = resultados analizados
publishing-chapters-rise = Aumento
publishing-chapters-robustness-of-the-findings = Solidez de los hallazgos
publishing-chapters-rose-or-fell-the-difference-is-shown-at = «aumentó» o «disminuyó»: la diferencia está demostrada (al nivel del 5 %, corregido por el número de comparaciones declaradas). «se mantuvo estable»: se demuestra que el cambio es menor que el margen declarado antes de la encuesta. «los datos no permiten concluir»: no se demuestra ni lo uno ni lo otro, lo que no quiere decir que nada haya cambiado.
publishing-chapters-rounded-numbers = Números redondeados.
publishing-chapters-row = fila
publishing-chapters-rule = regla
publishing-chapters-rule-on-quality = regla sobre la calidad de las respuestas
publishing-chapters-sample = Muestra
publishing-chapters-sample-type-657b = Tipo de muestra.
publishing-chapters-sample-type-bb64 = Tipo de muestra
publishing-chapters-sample-type-e691 = tipo de muestra
publishing-chapters-sample-unweighted = Muestra, sin ponderar
publishing-chapters-sample-weighted = Muestra, ponderada
publishing-chapters-sampling-frame = Marco muestral
publishing-chapters-scope = Alcance
publishing-chapters-see-the-chapter-on-comparability = ver el capítulo sobre la comparabilidad
publishing-chapters-seldom = raramente
publishing-chapters-series = Serie
publishing-chapters-series-not-smoothed = Series no suavizadas
publishing-chapters-sha-256-of-all-that-went-out-of-each = SHA-256 de todo lo que se publicó de cada versión: una versión publicada ya no cambia.
publishing-chapters-share-kind-year = { $share } { $kind } ({ $year })
publishing-chapters-share-of-0-or-100 = proporción del 0 o del 100 %
publishing-chapters-signs = ;{" "}
publishing-chapters-signs-used-in-this-report = Signos utilizados en este informe:
publishing-chapters-since = Desde { $since }
publishing-chapters-size = Tamaño.
publishing-chapters-slides-pptx = Diapositivas (pptx)
publishing-chapters-slope-a-year-1c38 = Pendiente por año
publishing-chapters-slope-a-year-ba46 = pendiente por año
publishing-chapters-slope-logit-scale = Pendiente, escala logit
publishing-chapters-slope-of-each-followed-series-in = Pendiente de cada serie analizada, en { -percentage-points } por año (en puntos de la escala para una media).
publishing-chapters-small-area-and-direct-estimates = { $name }: { -regional-estimates }, por modelo y directas.
publishing-chapters-small-area-estimate = Estimación por modelo
publishing-chapters-small-area-estimates = { -regional-estimates-initial }
publishing-chapters-small-bases = Bases pequeñas.
publishing-chapters-smallest-change-that-is-shown = Menor diferencia que se puede demostrar
publishing-chapters-smallest-changes-and-smallest-margin = Menores diferencias y menor margen que la próxima edición puede mostrar, en { -percentage-points }.
publishing-chapters-smallest-margin-within-which-stable-is = Menor margen en que se puede decir «estable»
publishing-chapters-smoothed-series-table = Series suavizadas (tabla)
publishing-chapters-smoothed-values-of-each-edition = Valores suavizados de cada edición.
publishing-chapters-sources = Fuentes
publishing-chapters-sponsor = Entidad promotora
publishing-chapters-stable-within = Estable dentro de ±
publishing-chapters-standard-error = { $name } ({ $response }): { $size } { $unit }, error estándar { $error } ({ $source })
publishing-chapters-standard-error-of-the-error = Error estándar de la diferencia
publishing-chapters-stands-by-out-of = se sostiene según { $kept } de { $whole }
publishing-chapters-stands-from-to = se sostiene de { $low } a { $high }
publishing-chapters-stands-nowhere = no se sostiene en ningún caso
publishing-chapters-status = Estado
publishing-chapters-strategy-of-the-survey = Estrategia de la encuesta
publishing-chapters-substantial-correction = Corrección importante
publishing-chapters-survey-conducted = Encuesta realizada { $dates }
publishing-chapters-synthetic-data = Datos ficticios
publishing-chapters-target-population = Población objetivo.
publishing-chapters-targets = { -calibration-targets }
publishing-chapters-that-hash-was-published-on-in-an-earlier = { $what } Esa huella se publicó el { $day }, en una versión anterior, antes del comienzo del trabajo de campo ({ $start }).
publishing-chapters-the-answers-were-simulated-no-figure-in = Las respuestas son simuladas. Ninguna cifra de este documento describe una población real y ninguna puede citarse.
publishing-chapters-the-areas-are-adjusted-so-that-together = Las áreas se ajustan para que su conjunto dé la cifra directa.
publishing-chapters-the-balance-is = el saldo { $quoted } es de { $value }
publishing-chapters-the-certificate-of-the-time-stamp-is-unfit = El certificado que firmó la respuesta de sellado de tiempo no sirve para sellar, o no era válido en ese momento.
publishing-chapters-the-comes-from-draws-of-the-model-it = El { $prediction_words }, procede de { $draws } extracciones del modelo; supone que el modelo es correcto y puede errar en un área que no se parezca a las demás.
publishing-chapters-the-date-of-the-seal-is-not-earlier-than = La fecha del sello no es anterior al comienzo del trabajo de campo.
publishing-chapters-the-dates-of-the-versions-put-out-are = Las fechas de las versiones publicadas no siguen un orden: no prueban nada.
publishing-chapters-the-essentials = Lo esencial
publishing-chapters-the-fall = la disminución
publishing-chapters-the-first-day-of-fieldwork-is-not-known = La fecha del comienzo del trabajo de campo no se conoce con precisión de día: nada puede decirse declarado antes de los datos.
publishing-chapters-the-index = el índice{" "}
publishing-chapters-the-interval-covers-50 = El intervalo incluye el 50 %.
publishing-chapters-the-key-figures-of-this-release-have-not = Las cifras clave de esta publicación no se han recalculado con otro programa.
publishing-chapters-the-key-figures-their-precision-and = Las cifras clave, su precisión y sus cambios desde la edición anterior se han recalculado con otro programa, R { $r } (paquete survey { $package }), a partir de las mismas respuestas. Cifras idénticas: { $count }; mayor diferencia relativa: { $told }.
publishing-chapters-the-latest-edition = la última edición
publishing-chapters-the-mean-on-a-scale-from-to-is = la media, en una escala de { $low } a { $high }, es de { $value }
publishing-chapters-the-methodology-lacks-under-methodology = a la metodología le falta { $lacking }. En `methodology:`, dar a cada elemento un texto, o `{"{"}status: not_applicable | not_supplied, reason: ...{"}"}`.
publishing-chapters-the-pace-differs-before-and-after-a-year = El ritmo difiere antes y después de { $where }: { $size } al año después, con respecto a antes ({ $colon }).
publishing-chapters-the-question-was-not-asked-in-this = La pregunta no se hizo en esta edición.
publishing-chapters-the-range-and-the-spread-of-the-weights = El rango y la dispersión de los pesos no se muestran: una celda de la calibración tiene pocas personas, y revelarían su número.
publishing-chapters-the-range-and-the-spread-of-the-weights-of-groups = El rango y la dispersión de los pesos no se muestran: un grupo que tiene un peso propio cuenta con pocas personas, y revelarían su número.
publishing-chapters-the-range-and-the-spread-of-the-weights-rounded = El rango y la dispersión de los pesos no se muestran: revelarían cuántas personas tiene una celda, y aquí las bases se redondean.
publishing-chapters-the-rise = el aumento
publishing-chapters-the-series-is-also-given-without-them-in = La serie se da también sin ellos, en la tabla.{" "}
publishing-chapters-the-share-whose-answer-is-is = la proporción { $people } cuya respuesta es { $counted }{ $quoted } es de { $value }
publishing-chapters-the-signature-of-the-tag-is-false = La firma de la etiqueta es falsa.
publishing-chapters-the-signature-of-the-time-stamp-reply-is-1432 = La firma de la respuesta de sellado de tiempo es falsa.
publishing-chapters-the-signature-of-the-time-stamp-reply-is-e2db = La firma de la respuesta de sellado de tiempo es de un tipo que aquí no se verifica.
publishing-chapters-the-signed-tag-cannot-be-read = La etiqueta firmada es ilegible.
publishing-chapters-the-signed-tag-does-not-hold-the-seals = La etiqueta firmada no contiene la huella del sello.
publishing-chapters-the-slope-is-the-mean-change-a-year = La pendiente es la de la recta de mínimos cuadrados ajustada a todas las ediciones comparables, en las fechas reales de las encuestas (mitad del trabajo de campo), por año de 365 días y cuarto; todas las ediciones cuentan lo mismo. No es, pues, la diferencia entre la primera y la última edición dividida entre el número de años. Una { -series-break } inicia una nueva serie.
publishing-chapters-the-survey = La encuesta
publishing-chapters-the-survey-says-what-changed-it-does-not = La encuesta dice lo que ha cambiado; no dice por qué.
publishing-chapters-the-tag-is-not-signed-by-somebody-whom = La etiqueta no está firmada por una persona que nombre la definición.
publishing-chapters-the-tag-is-signed-in-a-way-that-is-not = La etiqueta está firmada de una forma que aquí no se verifica.
publishing-chapters-the-time-stamp-is-not-earlier-than-the = El sello de tiempo no es anterior al comienzo del trabajo de campo.
publishing-chapters-the-time-stamp-reply-cannot-be-read = La respuesta de sellado de tiempo es ilegible.
publishing-chapters-the-time-stamp-reply-does-not-come-from = La respuesta de sellado de tiempo no procede de la autoridad que nombra la definición.
publishing-chapters-the-time-stamp-reply-is-of-a-weak-hash = La respuesta de sello de tiempo lleva una huella de un tipo que no prueba nada (SHA-1, por ejemplo).
publishing-chapters-the-time-stamp-reply-is-of-another-text = La respuesta de sellado de tiempo corresponde a un texto distinto del sello.
publishing-chapters-the-time-stamping-authority-refused-the = La autoridad de sellado de tiempo rechazó la solicitud.
publishing-chapters-the-version-shown-here-is-a-rehearsal-it = La versión presentada aquí es un ensayo: no está inscrita en el registro de versiones.
publishing-chapters-the-weighting-rule-is-that-of-the = La regla de ponderación es la de la edición anterior: no hay otra regla que probar.
publishing-chapters-the-whole-estimate = toda la estimación
publishing-chapters-their-drift-since-could-not-be-tested = Su deriva desde { $since } no se pudo contrastar.
publishing-chapters-these-errors-have-drifted-since-p-the = Estas diferencias han derivado desde { $since } (p = { $p }; el mayor cambio es de { $largest } puntos): los cambios publicados deben leerse con esta reserva.
publishing-chapters-these-results-were-chosen-and-put-in = Estos resultados y su orden fueron declarados antes de los datos. Se muestran todos, sea cual sea su sentido.
publishing-chapters-these-results-were-proposed = Estos resultados fueron propuestos por padai a partir de las escalas; nadie los ha elegido todavía.
publishing-chapters-this-index-is-confidential = Este índice no se publica: se basa en una respuesta confidencial, que permitiría deducir.
publishing-chapters-this-is-the-first-edition-no-change-can = Esta es la primera edición: todavía no se puede medir ningún cambio.
publishing-chapters-this-page = Esta página
publishing-chapters-this-part-is-not-weighted-its-results = Esta parte no está ponderada: sus resultados describen a las personas encuestadas, y no se da ningún veredicto sobre sus diferencias de una edición a otra.
publishing-chapters-this-part-is-weighted-alone-to-its-own = Esta parte se pondera por separado, según su propia población.
publishing-chapters-this-report = Este informe
publishing-chapters-this-version-has-no-deposit = Esta versión no tiene. El de la versión { $name } ya salió, y un segundo que difiera daría los registros corregidos.
publishing-chapters-those-who-give-this-answer-would-have-to-30c4 = las personas que dan esta respuesta hubieran participado, una vez ponderadas, solo { $times } veces lo que las demás
publishing-chapters-those-who-give-this-answer-would-have-to-d16b = las personas que dan esta respuesta hubieran participado, una vez ponderadas, { $times } veces lo que las demás
publishing-chapters-to-80d6 = a
publishing-chapters-to-9ad7 = { $low } a { $high }
publishing-chapters-to-be-assigned = por asignar
publishing-chapters-to-do = Por hacer, { $size }
publishing-chapters-to-protect-people-numbers-of-respondents = Para proteger a las personas, los números de personas encuestadas se redondean al múltiplo de { $step } más próximo; los intervalos son los que darían esos números.
publishing-chapters-to-respondents = De { $low } a { $high } personas encuestadas.
publishing-chapters-too-few-primary-units = demasiado pocas unidades primarias
publishing-chapters-took = ; haría falta que { $took }
publishing-chapters-two-curves-that-fall-as-interviews-grow = Dos curvas que descienden a medida que aumenta el número de entrevistas.
publishing-chapters-under-each-small-area-estimate-under = Debajo de cada estimación por modelo: { $predicted }. Debajo de cada estimación directa: { $short }.
publishing-chapters-under-each-value = Debajo de cada valor: { $interval }.
publishing-chapters-unequal-participation = Participación desigual.
publishing-chapters-unfavourable = desfavorables
publishing-chapters-unweighted-n = n sin ponderar
publishing-chapters-unweighted-results = Resultados sin ponderar.
publishing-chapters-upper-bound = límite superior
publishing-chapters-validation-of-the-data = Validación de los datos
publishing-chapters-value-without-sampling-error = valor sin error de muestreo
publishing-chapters-values-that-differ-of-which-by-more-than = Valores que difieren: { $count }, de los cuales { $shown } más allá del redondeo publicado. Veredictos que cambian: { $verdicts }.
publishing-chapters-verdict = veredicto
publishing-chapters-verdict-at-the-5-level-corrected-for-all = Veredicto: al nivel del 5 %, corregido para todas las series de su familia (Holm); los indicadores principales forman una familia, y cada capítulo otra.
publishing-chapters-verdict-on-the-period = Veredicto sobre el período
publishing-chapters-verdicts-between-editions = Veredictos entre ediciones.
publishing-chapters-verdicts-between-groups = Veredictos entre grupos.
publishing-chapters-version-39f1 = Versión { $version }, { $day } ({ $status }).
publishing-chapters-version-c2cb = Versión { $version }, { $when }
publishing-chapters-version-withdrawn-on = Versión { $version } retirada el { $when }
publishing-chapters-versions-of-the-release = Versiones de la publicación
publishing-chapters-versions-put-out-the-newest-first = Versiones publicadas, la más reciente primero.
publishing-chapters-vintage-of-the-figures = Publicación de origen de las cifras.
publishing-chapters-warning = advertencia
publishing-chapters-weighting-7e82 = ponderación
publishing-chapters-weighting-e2a1 = Ponderación.
publishing-chapters-weights-delivered-with-the-data = pesos entregados con los datos
publishing-chapters-weights-delivered-with-the-data-used-as = Pesos entregados con los datos, utilizados tal cual.
publishing-chapters-weights-from-to-times-the-mean-weight = Pesos de { $low } a { $high } veces el peso medio (coeficiente de variación: { $share }). { -design-effect-initial } de Kish: { $decimal }. { -effective-size-initial } de la muestra: { $count }.
publishing-chapters-weights-limited-no-weight-above-times = Pesos limitados: ningún peso por encima de { $times } veces el peso medio.
publishing-chapters-what-it-would-take-for-the-finding-to = Lo que haría falta para que el hallazgo cambiara.
publishing-chapters-what-the-next-edition-can-show-by-the = lo que la próxima edición puede mostrar, según el número de entrevistas
publishing-chapters-what-was-declared-and-when = Qué se declaró y cuándo
publishing-chapters-what-would-make-a-finding-false = Lo que haría falso un hallazgo
publishing-chapters-what-would-make-each-finding-false-table = Lo que haría falso cada hallazgo (tabla)
publishing-chapters-when-the-seal-was-written-data-of-this = Cuando se escribió el sello, ya había datos de esta edición.
publishing-chapters-where-an-area-has-fewer-than-10 = Cuando un área tiene menos de 10 personas encuestadas, o sus respuestas son confidenciales, sus propias respuestas no entran en su estimación, que se llama sintética.
publishing-chapters-where-an-offset-of-method-was-measured = Cuando se ha medido una diferencia de método, la comparación se hace: la diferencia se descuenta del cambio y se le añade su incertidumbre.
publishing-chapters-where-the-result-is-lowest = Dónde el resultado es más bajo
publishing-chapters-who-trusts-least = Quién confía menos
publishing-chapters-whole-period = Conjunto del período.
publishing-chapters-with-a-power-of-at-the-5-level-for-a = Con una potencia del { $power }, al nivel del 5 %, para un { -design-effect } igual al de la última edición.
publishing-chapters-with-a-power-of-at-the-5-level-in-as = Con una potencia del { $power }, al nivel del 5 %, en tantas unidades primarias como en la última edición: el { -design-effect } crece con las entrevistas de cada una.
publishing-chapters-with-interviews-a-change-of-points-a = Con { $count } entrevistas: diferencia de { $change } puntos, margen de ± { $margin }.
publishing-chapters-withdrawn = retirada
publishing-chapters-withdrawn-version-kept-for-the-record = Versión retirada, conservada como constancia
publishing-chapters-without = , sin { $names } ({ $why })
publishing-chapters-without-the-items-named = Sin los ítems señalados
publishing-chapters-wording = redacción
publishing-chapters-words = «{ $words }»
publishing-chapters-worked-out-again-with-r-survey-package = Recalculadas con R { $r } (paquete survey { $package }), las cifras clave no son todas las mismas.
publishing-chapters-wrong = «{ $wrong }»
publishing-chapters-x-confidential-the-numbers-of = x: confidencial, los números de personas encuestadas revelarían demasiado de un grupo pequeño.
publishing-chapters-yes = sí
