# padai, survey

survey-a-block-of-the-kind-drivers-names = un bloque de tipo «drivers» nombra questions, net y by
survey-a-block-of-the-kind-tiles-names = un bloque de tipo «tiles» nombra preguntas, y un desglose en `by`
survey-a-colon-is-missing-after-a-key = faltan los dos puntos después de una clave
survey-a-comma-or-a-closing-brace-is-missing = falta una coma o una llave de cierre
survey-a-comma-or-a-closing-bracket-is-missing = falta una coma o un corchete de cierre
survey-a-correction-is-a-new-version-the-first = una corrección es una nueva versión: la primera no puede ser `corrected`
survey-a-date-is-expected-here-yyyy-mm-dd = aquí se espera una fecha: AAAA-MM-DD
survey-a-finite-number-is-expected-here = aquí se espera un número finito
survey-a-folder-holds-a-or-a-never-both-make = una carpeta contiene un { $panel } o un { $consultation }, nunca ambos. Convertirlos en dos encuestas.
survey-a-key-must-be-plain-text-put-it-in = una clave debe ser un texto simple. Ponerla entre comillas.
survey-a-key-was-expected-here-check-the = aquí se esperaba una clave: comprobar la sangría de la línea
survey-a-line = {"  "}{ $said }
survey-a-list-is-expected-here = aquí se espera una lista
survey-a-list-is-not-allowed-here = aquí no se permite una lista
survey-a-mean-stands-beside-a-mean-only = una media solo se coloca junto a otra media
survey-a-measure-needs-question-with-options = una medida requiere `question` con `options`, `role`, `questions` o `general`
survey-a-number-is-expected-here = aquí se espera un número
survey-a-number-of-more-than-digits-or-beyond = un número de más de { $max_digits } cifras, o más allá de lo que se puede contar. Corregirlo; si es un identificador, ponerlo entre comillas.
survey-a-panel-is-not-rounded = survey.yaml: `rounding:` no alcanza a un panel, cuyos miembros se cuentan tantos de tantos. Retirar `rounding:` de `confidentiality:`; lo que no debe decirse de unas pocas personas se marca con `sensitive: true`.
survey-a-question-by-several-conditions-and-a-sensitive-one = { $file }: la pregunta «{ $name }» se hace según varias condiciones, y una de ellas es una respuesta a la pregunta sensible «{ $lead }»: su base diría cuán pocas personas la dieron. Retirar «{ $name }» de `questions:`.
survey-a-question-has-the-same-id = una pregunta tiene el mismo identificador
survey-a-question-of-type-needs-a-scale-with = una pregunta de tipo «{ $type }» requiere una escala con códigos
survey-a-question-of-type-takes-no-scale = una pregunta de tipo «{ $type }» no lleva escala
survey-a-question-tells-what-a-quota-keeps = { $file }: la cuota «{ $quota }» es sensible, y las respuestas a la pregunta «{ $name }» dirían los grupos pequeños que reúne. En questionnaire.yaml, dar a «{ $name }» `sensitive: true`.
survey-a-quotation-mark-is-not-closed = unas comillas no están cerradas
survey-a-source-names-one-of-finding = una fuente nombra uno de estos: `finding`, `recommendation`, `theme`
survey-a-text-is-expected-here = aquí se espera un texto
survey-a-text-of-letters-a-definition-holds-at = un texto de { $letters } letras; una definición admite como máximo { $most } en un mismo lugar. Acortarlo.
survey-a-text-says-its-language-write-en-or-the = un texto indica su lengua: escribir {"{"}es: { $shown }{"}"}, o la etiqueta de otra
survey-a-value-is-missing-here = aquí falta un valor
survey-a-weighting-rule-names-no-margin = `{ $rule }` nombra el margen «{ $margin }», que no es de esta calibración: la regla no haría nada. Hay: { $known }.
survey-a-whole-number-is-expected-here = aquí se espera un número entero
survey-a-withdrawn-release-needs-withdrawn = una publicación retirada requiere `withdrawn: confidentiality` o `withdrawn: error`, `withdrawn_on: <date>` y `reason`
survey-all = Total
survey-an-english-version-needs-en-basis = una versión inglesa requiere `en: {"{"}basis, approved_by, date{"}"}`
survey-an-index-has-no-score-of = `scores:` no da puntuación a una respuesta de «{ $item }» ({ $codes }): quien la dio quedaría fuera, y la escala de 0 a 100 se tomaría de las otras. Escribir la puntuación de cada respuesta; lo que no es una respuesta va en `missing:`.
survey-an-index-needs-items-or-more-each-once = un índice requiere { $least_items } preguntas o más, cada una una vez; se nombran { $count_items }: no puede estimarse la fiabilidad con menos
survey-anchors-and-aliases-are-not-allowed = las anclas (&) y los alias (*) no se permiten; escribir el contenido completo o nombrar una escala común.
survey-and-other-faults = {"  "}y { $n } más
survey-answered-in-is-of-open-questions = `answered_in:` es el idioma de las respuestas de una pregunta abierta (`type: open`); esta es de tipo «{ $type }». Quitar la línea.
survey-at-least = al menos { $ge }
survey-at-least-must-be-given = hay que dar al menos { $min_length }
survey-at-most = como máximo { $le }
survey-at-most-are-allowed = se permiten como máximo { $max_length }
survey-before-and-after-are-the-same-wave = { $panel }: `before` y `after` son la misma ola
survey-benchmark-a-percentage-lies-between-0 = referencia «{ $id }»: un porcentaje está entre 0 y 100
survey-benchmark-give-value-or-absent-with-the = referencia «{ $id }»: dar `value:`, o `absent:` y el motivo, no ambos
survey-benchmark-has-no-source-no-figure-stands = la referencia «{ $data }» no tiene `source:`; hace falta una
survey-benchmark-its-source-has-no-date = referencia «{ $id }»: su fuente no tiene `date:`
survey-benchmarks-given-twice = referencias dadas dos veces: { $names }
survey-bounds-do-not-go-with-method-leave-them = `bounds` no es compatible con `method: { $method }`: quitarlo o usar rake
survey-bounds-must-have-0-lower-1-upper-they = `bounds: [{ $low }, { $high }]` debe contener 1, y la cota inferior ser de 0 o más: son las cotas del peso final dividido por el peso de diseño llevado a la escala del total de los márgenes
survey-breakdown = el desglose
survey-breakdown-and-group-do-not-go-together = el desglose «{ $breakdown }» y el grupo «{ $group }» no van juntos; nombrar ambos, o ninguno para el total
survey-breakdown-has-no-tiles-which-say-where = el desglose «{ $name }» no tiene `tiles:`, que sitúan sus grupos
survey-breakdown-is-not-in-report-breakdowns-no = el desglose «{ $areas }» no está en `report_breakdowns`: ninguna cifra directa suya pasa el control
survey-breakdown-is-not-in-report-breakdowns-so = el desglose «{ $name }» no está en `report_breakdowns`: nada se sabe de él
survey-calendar-goes-from-the-next-release-to = `calendar:` va de la próxima publicación a la última, cada fecha una sola vez
survey-changes-a-question-that-follows-a-sensitive-one = { $file }: `changes:` nombra la pregunta «{ $name }», que se hace según la respuesta a la pregunta sensible «{ $lead }»: el número de personas preguntadas diría cuán pocas la dieron. Retirar «{ $name }» de `changes:` o hacerla a todas las personas.
survey-changes-a-sensitive-question-twice = { $file }: la pregunta «{ $name }» es sensible y figura más de una vez en `changes:`. Dos cuadros de cómo se movieron las mismas personas dirían, uno al lado del otro, cuán pocas dieron una respuesta. Dejar una sola mención.
survey-changes-names-question-which-is-not = { $panel }: `changes` nombra la pregunta «{ $question_id }», que no existe
survey-changes-question-has-no-net-or-code = { $panel }: `changes`: la pregunta «{ $question_id }» no tiene ni agrupación ni código «{ $net }»
survey-choose = elegir { $expected }
survey-coders-and-settled-must-be-different = `coders` y `settled` deben ser nombres diferentes
survey-codes-given-twice = códigos dados dos veces: { $twice }
survey-collapse-names-no-cell = `collapse:` nombra la celda «{ $cell }», para la que el margen «{ $margin }» no tiene objetivo. Hay: { $known }.
survey-correct-the-definition = Corregir la definición.
survey-deposit-breakdown-is-sensitive = el desglose «{ $name }» se basa en la pregunta sensible «{ $question }»: un archivo daría las celdas pequeñas que los cuadros retienen. Quitarlo de `deposit.profile`
survey-deposit-named-twice = deposit: nombrado dos veces: { $twice }
survey-deposit-question-is-routed-by-a-sensitive = la pregunta «{ $name }» solo se hace según las respuestas a la pregunta sensible «{ $question }»: saber a quién se hizo las diría. Quitarla de `deposit.questions`
survey-deposit-question-is-sensitive = la pregunta «{ $name }» es sensible: un archivo daría las celdas pequeñas que los cuadros retienen. Quitarla de `deposit.questions`
survey-design-joint-and-its-file = pps: joint y joint_probabilities: van juntos. Escribir joint_probabilities: {"{"}file: pares.csv{"}"} junto a pps: joint, u omitir ambos.
survey-design-joint-needs-names = pps: joint encuentra las unidades de su archivo por su nombre: dar psu:, o id: si cada persona es una unidad.
survey-design-mean-square-alone = `mean_square:` solo es de `pps: hartley-rao`. Quitarlo, o escribir lo otro.
survey-design-mean-square-by-stratum = `mean_square:` se da por estrato y el diseño no tiene `stratum:`. Escribir un solo número, o nombrar la columna.
survey-did-you-mean = { $absent }; ¿se quería decir «{ $close }»?
survey-en-name-said = { $kind ->
       [question] pregunta
       [breakdown] desglose
       [tiles] tiles de
       [index] índice
      *[bridge] empalme de
    } «{ $name }»: { $said }
survey-entries-given-twice = entradas dadas dos veces: { $names }
survey-entry = entrada «{ $id }»: { $problem }
survey-entry-gives-no-reason-every-reply-needs = la entrada «{ $name }» no tiene `reason:`; cada respuesta requiere un motivo
survey-entry-replies-after-the-date-of-the = la entrada «{ $late }» responde después del { $date }, la `date:` del registro; poner en ella el día de su última actualización
survey-entry-the-reply-has-no-date = entrada «{ $name }»: la respuesta no tiene `date:`
survey-event-has-no-source = el acontecimiento del { $date } no tiene `source:`; indicar dónde puede leerlo cualquiera, por ejemplo `source: {"{"}es: Boletín oficial{"}"}`
survey-event-has-no-words-in = el acontecimiento del { $date } no tiene `{ $name }:` en { $tags }; escribirlo en cada lengua de `languages:`
survey-event-is-before-the-series = el acontecimiento del { $date } es anterior a la serie, que comienza con el trabajo de campo de «{ $wave }», el { $start }; corregir su fecha o quitarlo
survey-event-is-given-twice = el acontecimiento del { $date } se da dos veces con el mismo texto; quitar uno
survey-event-is-in-the-future-of-the-series = el acontecimiento del { $date } está en el futuro de la serie, que termina con el trabajo de campo de «{ $wave }», el { $end }; corregir su fecha o añadirlo con la ola que le siga
survey-fault-at = {"  "}{ $place }: { $said }
survey-fault-found = { $said }; se encontró: «{ $written }»
survey-fault-named = {"  "}{ $place }: { $name }: { $said }
survey-fault-s = { $count_faults ->
       [one] { $count_faults } error.
       *[other] { $count_faults } errores.
    }{"\u000A"}{ $lines }{"\u000A"}{ $todo }
survey-fewer-than-respondents = , menos que sus { $n } personas encuestadas
survey-fieldwork-ends-before-it-starts = el trabajo de campo termina el { $end }, antes de comenzar el { $start }; corregir `start:` o `end:`
survey-file-values-of-gives-the-value-to-two = `file_values` de { $wave } da el valor { $twice } a dos códigos
survey-file-values-of-names-codes-that-the = `file_values` de { $wave } nombra códigos que no están en la escala: { $listed }
survey-french-is-required-french-required-true = el francés es obligatorio (`french_required: true`): `languages` debe nombrar fr
survey-give-dispositions-or-invited-started = dar `dispositions`, o bien invited, started, completed y excluded, no ambos
survey-give-either-question-with-codes-or-all = dar `question` con `codes`, o `all`, o `any`
survey-give-its-folder = «{ $path }» es un archivo. Dar la carpeta de la encuesta: «{ $folder }».
survey-group-has-no-codes-and-no-range = el grupo «{ $group_id }» no tiene ni códigos ni intervalo
survey-group-limits-are-the-wrong-way-round = desglose «{ $breakdown }», grupo «{ $group }»: `min: { $low }` supera `max: { $high }`, y el grupo no contiene a nadie; escribir `min: { $high }, max: { $low }`
survey-group-max-is-smaller-than-min = grupo «{ $id }»: `max` es menor que `min`
survey-has-no-target-for-margin-of-part-add-its = { $path_name } no tiene objetivos para el margen «{ $margin_id }» de la parte «{ $part }». Añadir sus filas o retirar el margen de `weighting.margins`.
survey-has-no-words-in-this-language = «{ $key }» no tiene texto en esta lengua
survey-headline-net-is-no-net-or-code-of-this = headline_net «{ $headline_net }» no es ni una agrupación ni un código de esta pregunta
survey-headline-net-mean-of-codes-without-scores =
    headline_net «mean» no es una cifra de esta pregunta: { $type ->
        [multiple] tiene varias respuestas y ninguna media.
       *[other] sus códigos no tienen `score:`. Dar uno a cada código
    } { $type ->
        [multiple] Escribir
       *[other] o escribir
    } `headline_net: "{ $first }"`, u otra de sus agrupaciones o códigos
survey-inventory-categories-named-twice = categorías del inventario nombradas dos veces: { $names }
survey-is-a-project-give-its-survey = «{ $path }» contiene encuestas y no es una: dar la carpeta de la encuesta, { $near }.
survey-is-for-model-people-a-model-of-areas = `{ $of_people }` es para `model: people`; un modelo de áreas admite `covariates`
survey-is-larger-than-mb-a-definition-is-not = { $path_name } supera { $limit } MB; una definición no los alcanza.
survey-is-no-csv-inside-the-surveys-folder = «{ $value }» no es un CSV de la carpeta de la encuesta: escribir targets/regions.csv
survey-is-no-wave-there-are = { $panel }: `{ $name }: { $wave }` no es una ola; existen: { $waves }
survey-is-not-a-csv-in-utf-8-save-it-again-as = { $path_name } no es un CSV en UTF-8. Guardarlo de nuevo como CSV UTF-8.
survey-is-not-an-address-that-a-page-may-lead = «{ $value }» no es una dirección a la que una página pueda llevar: comienza por https:// y no tiene espacios ni acentos
survey-is-not-utf-8-text-byte-save-it-as-utf-8 = { $path_name } no es un texto UTF-8 (byte { $start }). Guardarlo en UTF-8.
survey-is-the-tag-of-no-language-write-one-of = «{ $tag }» no es la etiqueta de ninguna lengua; escribir una de dos letras, como es, o es-CL
survey-it-is-due-on-before-its-reply-of = su plazo del { $due } es anterior a su respuesta del { $date }
survey-its-states-are-not-in-the-order-of-their = sus estados no siguen el orden de sus fechas, a partir de la respuesta
survey-keys-and-their-values-are-expected-here = aquí se esperan claves y sus valores
survey-labelled-there-are-no-words-in-language = labelled: no hay textos en la lengua { $lang }; existen: { $known }.
survey-lacks-the-columns-add-them = a { $path_name } le faltan las columnas { $names }. Añadirlas.
survey-languages-names-one-of-them-twice = `languages` nombra una lengua dos veces
survey-learned-names-which-results-does-not = `learned` nombra «{ $lacking }», que `results:` no enuncia
survey-less-than = menos de { $lt }
survey-lines-are-indented-with-spaces-never = la sangría se hace con espacios, nunca con tabulaciones
survey-longitudinal-replicates-are-of-a = `longitudinal_replicates` se refiere a un peso longitudinal, y no se nombra ninguno: añadir `longitudinal_weight:`
survey-margin-cell-the-target-must-be-a-1904 = margen «{ $margin }», celda «{ $name }»: el objetivo debe ser un número positivo. Fusionar una celda vacía con una vecina mediante una regla `collapse:`, o retirar sus filas.
survey-margin-cell-the-target-must-be-a-6451 = margen «{ $margin_id }», celda «{ $cell }»: el objetivo debe ser un número positivo. Fusionar una celda vacía con una vecina mediante una regla `collapse:`.
survey-margin-gives-cell-twice-keep-one-ab77 = el margen «{ $margin }» da la celda «{ $name }» dos veces. Conservar una.
survey-margin-gives-cell-twice-keep-one-f318 = el margen «{ $margin_id }» da la celda «{ $cell }» dos veces. Conservar una.
survey-margin-has-no-cells = el margen «{ $margin }» no tiene celdas.
survey-margin-has-the-status-write-given = el margen «{ $margin_id }» tiene el estado { $found }; escribir given, interpolated o approximation.
survey-margin-is-given-twice-keep-one = el margen «{ $margin }» se da dos veces. Conservar uno.
survey-margin-sums-to-which-is-neither-shares = el margen «{ $margin }» suma { $total }, lo que no corresponde ni a proporciones ni a recuentos: las proporciones suman 1 (o 100), y los recuentos son los de una población completa{ $fewer }. Corregir sus objetivos o añadir la celda que falta.
survey-marks-are-one-value = marks: da el mismo valor, { $value }, a una opción elegida y a una no elegida. Escriba los dos: marks: {"{"}default: {"{"}chosen: 1, not_chosen: 2{"}"}{"}"}.
survey-marks-of-a-question-of-type = marks: solo vale para una pregunta de opción múltiple; esta es de tipo { $type }. Quite la línea, o escriba type: multiple.
survey-marks-that-are-missing = marks: da a una opción el valor { $value }, que es un código perdido de la pregunta. Quítelo de marks: o de missing:.
survey-mean = Media
survey-method-logit-needs-finite-bounds-lower = `method: logit` requiere cotas finitas en torno a 1 (`bounds: [inferior, superior]`)
survey-model-another-population = la referencia de la ola { $wave } no es, palabra por palabra, de la población de la parte; escribir la misma `population`, o decir en qué difiere: other_population: {"{"}es: ...{"}"}
survey-model-another-year = la ola { $wave } es de { $year }, su referencia de { $of }; indicar una referencia del mismo año, o decir por qué sirve esta: other_year: {"{"}es: ...{"}"}
survey-model-date-has-no-year = la fecha { $value } no empieza por un año; escribir 2024, o 2024-05-11
survey-model-file-or-totals = una referencia es una muestra (`file`) o unos totales (`totals`); indicar uno de los dos
survey-model-is-of-a-sample = `{ $name }` es de una muestra, y la referencia son totales; retirar `{ $name }`, o indicar `file`
survey-model-item-has-no-model =
    { $why ->
        [model_sensitive] la pregunta { $name } es sensible: una segunda cifra de las mismas respuestas diría demasiado; retirarla de `items`
        [model_put_to_some] la pregunta { $name } se hace solo a una parte de las personas encuestadas, y la referencia habla de todo el mundo; retirarla de `items`
        [model_no_number] la pregunta { $name } no tiene puntuaciones con las que hacer una media; indicar un grupo de respuestas en `net`
       *[other] la pregunta { $name } no admite una sola respuesta entre códigos; retirarla de `items`
    }
survey-model-item-is-a-variable = la pregunta { $name } es una variable del modelo: la referencia la fija, y nada de ella se estima; retirarla de `variables`, o de `items`
survey-model-leans-on-nothing = ninguna ola por cuotas tiene referencia; indicar alguna en `waves` de `references`: { $waves }
survey-model-names-a-variable-twice = `variables` nombra dos veces la misma variable; nombrarla una sola vez
survey-model-never-of-this-sample =
    { $kind ->
        [open] la ola { $wave } es una consulta abierta: sus cifras son de las personas que participaron, y ningún modelo hace de ellas una población; retirar `participation_model`
       *[other] la ola { $wave } es un panel ciudadano: sus cifras son de las personas participantes, y ningún modelo hace de ellas una población; retirar `participation_model`
    }
survey-model-no-joint-probabilities = una referencia no admite `pps: joint`, cuyos pares requieren otro archivo; usar `pps: brewer` u `overton`
survey-model-no-such-variable = { $name } no es ninguna variable del modelo; hay { $known }
survey-model-of-a-probability-sample = cada ola es una muestra probabilística: sus pesos ya dicen quién es la población, y un modelo de participación solo añade sus supuestos; retirar `participation_model`, o declarar sample_type: quota
survey-model-replicates-and-size = `size` cambia la escala de los pesos, y los pesos de réplica no la seguirían; retirar `size`, e indicar pesos que sumen la población
survey-model-sample-without-weight = la muestra de referencia no tiene pesos; indicar design: {"{"}weight: ...{"}"}, o `size` si cada persona cuenta lo mismo
survey-model-size-is-no-number = `size` es el número de personas de la población; escribir un número finito
survey-model-two-references-of-a-wave = dos referencias nombran la misma ola en `waves`; dejarla en una sola
survey-model-two-references-of-every-wave = dos referencias no tienen `waves`, y servirían para las mismas; indicar las olas de cada una
survey-model-variable-is-sensitive = la variable { $name } está hecha de una pregunta sensible, y el informe no se desglosa por ella: nada dice si sus celdas pueden mostrarse; indicar su desglose en report_breakdowns, o retirarla de `variables`
survey-model-variable-of-several-answers = la pregunta { $name } no admite una sola respuesta entre códigos: el modelo no puede leerla; retirarla de `variables`
survey-model-variable-of-some = la variable { $name } se pregunta solo a una parte de las personas encuestadas; el modelo lee variables conocidas de cada una
survey-more-than = más de { $gt }
survey-names-no = no existe { $kind ->
       [question] la pregunta
       [net-or-code] la agrupación ni el código
       [breakdown] el desglose
       [code] el código
       [group] el grupo
       [part] la parte
       [wave] la ola
      *[scenario] el escenario
    } «{ $name }»
survey-names-there-are = { $absent }; existen { $more ->
       [0] { $known }
      *[other] { $known } y { $more } más
    }
survey-nested-more-than-levels-deep-bring-it-up = hay más de { $max_depth } niveles anidados. Reducirlos.
survey-net-uses-codes-that-the-scale-lacks = la agrupación «{ $net_id }» nombra códigos que no están en la escala: { $codes }
survey-no-file-of-records-beside = deposit: no se hace ningún archivo de registros junto a { $file }: quienes participaron son pocos o se conocen, y solo se publican números. Quitar `deposit:` de survey.yaml
survey-no-place-for = no hay lugar para { $lacking }
survey-no-text-may-begin-with-this-character = un texto no puede comenzar por este carácter: ponerlo entre comillas
survey-nothing-is-expected-here = aquí no se espera nada
survey-nothing-says-when-wave-was-in-the-field = nada indica cuándo se realizó el trabajo de campo de la ola { $id }. Escribir en waves/{ $id }.yaml: fieldwork: {"{"}start: 2025-01-13, end: 2025-02-02{"}"}
survey-part-of-wave = la parte de la ola { $wave_id } llamada
survey-part-randomised-with-names-which-is-no = parte «{ $name }»: `randomised_with` nombra «{ $other }», que no es otra parte de la ola
survey-part-was-allotted-at-random-with-which = la parte «{ $name }» se asignó al azar junto con «{ $other }», que no lo dice de «{ $name }»: ambas deben decirlo
survey-place-said = { $place }: { $said }
survey-plain-result-its-sentence-needs-once = resultado «{ $id }»: su frase requiere { $share } una vez
survey-points-lowest-highest-has-from-2-to = `points: [el más bajo, el más alto]` tiene de 2 a { $most_points } puntos
survey-population-of-shares-are-0-or-more-not = población de «{ $breakdown }»: proporciones de 0 o más, no todas nulas
survey-quality-combination-is-of-two-answers = una combinación consta de varias respuestas: escribir all: [una condición, otra]
survey-quality-conditions-without-signal = `{ $name }` tiene condiciones y `signals` no lo nombra; añadirlo a `signals`, o retirar las condiciones
survey-quality-consent-needs-several = `consent` requiere { $least } enunciados o más, algunos de los cuales digan lo contrario de los otros
survey-quality-names-a-signal-twice = `signals` nombra dos veces la misma señal; nombrarla una sola vez
survey-quality-signal-has-no-conditions = la señal { $name } no tiene ninguna condición; indicar `{ $name }:`, o retirarla de `signals`
survey-quality-speed-needs-a-role = la señal speed requiere la duración de la entrevista; indicar roles: {"{"}duration: [pregunta]{"}"}, o retirarla de `signals`
survey-question = la pregunta
survey-question-and-options-go-together-one = `question` y `options` van juntas: una pregunta de respuesta múltiple, y su opción para cada categoría
survey-question-has-no-headline-net-that-is-a = la pregunta «{ $name }» no tiene un `headline_net` que sea una proporción: el modelo estima una proporción
survey-question-has-no-net-or-code = la pregunta «{ $question_id }» no tiene ni agrupación ni código «{ $net }»
survey-question-has-no-option-category-it-has = la pregunta «{ $question_id }» no tiene la opción «{ $option }» (categoría «{ $category }»); tiene: { $listed }
survey-question-is-a-weighting-margin-it-can = la pregunta «{ $question }» es un margen de calibración ({ $wave }, { $name }): no puede validar nada
survey-question-is-defined-twice-rename-or = la pregunta «{ $entry_id }» está definida dos veces. Cambiar el nombre de una o retirarla.
survey-question-is-in-two-rotations = la pregunta «{ $name }» está en dos módulos, «{ $one }» y «{ $two }»; conservarla en uno solo
survey-question-is-not-a-multiple-response-one = la pregunta «{ $question_id }» no es de respuesta múltiple: una pregunta por categoría va en `questions:`
survey-question-is-not-of-type = { $consultation }: la pregunta «{ $name }» no es de tipo { $wanted }
survey-question-is-of-type-a-number-or-an-open = la pregunta «{ $name }» es de tipo { $question_type }: un número o una respuesta abierta puede identificar a una persona; nombrar más bien un desglose en `profile`
survey-question-is-of-type-without-codes-to = la pregunta «{ $question_id }» es de tipo { $question_type }, sin códigos con los que formar grupos; escribir groups: {"{"}jovenes: {"{"}label: {"{"}…{"}"}, min: 18, max: 34{"}}"}, o darle una escala
survey-question-is-sensitive-its-shares-by-area = la pregunta «{ $name }» es sensible: sus proporciones por área no se modelizan
survey-question-names-the-scale-which-is-not = la pregunta «{ $entry_id }» nombra la escala «{ $scale }», que no está definida. Escalas: { $known }.
survey-question-reads-a-sensitive-column = la pregunta «{ $question }» se lee en la columna «{ $column }» ({ $wave }), al igual que «{ $other }», que es delicada: ponerle `sensitive: true`, u otra columna
survey-questions-names-one-of-them-twice = `questions` nombra una pregunta dos veces
survey-quota-an-over-selected-group-needs-a = cuota «{ $id }»: un grupo sobrerrepresentado requiere `reason:`
survey-quota-the-populations-shares-are-all = cuota «{ $id }»: las proporciones de la población son todas nulas
survey-ratio = Razón
survey-recommendation = la recomendación
survey-recommendation-has-no-vote-at-all = { $panel }: la recomendación «{ $found_id }» no tiene ningún voto
survey-recommendation-was-voted-at-session = { $panel }: la recomendación «{ $found_id }» se votó en la sesión «{ $session }», que no existe; existen: { $known }
survey-register-of-is-for-a-panel-or-a = `register_of:` es para un panel o una consulta; el registro de una encuesta de seguimiento es su propio decisions.yaml
survey-replicate-weights-give-prefix-or-columns = pesos de réplica: dar `prefix` o `columns`, uno de los dos
survey-replicate-weights-of-kind-jkn-need = los pesos de réplica de tipo «jkn» requieren `rscales`, (n_h - 1)/n_h de cada réplica
survey-replicate-weights-of-kind-other-need-the = los pesos de réplica de tipo «other» requieren el `scale` que da la documentación del archivo
survey-reports-are-pages-first-formats-must = los informes son ante todo páginas: `formats` debe nombrar html
survey-reverse-names-which-is-not-among-the = `reverse` nombra «{ $strange }», que no está entre las preguntas
survey-rho-goes-with-over-ar1-of-a-model-of = `rho` va con `over: ar1` de un modelo de áreas: declarar ambos, como rho: 0.5
survey-role-questions-and-general-need-net = `role`, `questions` y `general` requieren `net`: qué respuesta cuenta
survey-rotation-has-the-id-of-something-else = el módulo «{ $id }» de `rotations:` lleva el identificador de una pregunta o de una escala; darle otro
survey-rotation-names-no-question = el módulo «{ $id }» nombra «{ $name }», que no es una pregunta
survey-rotation-names-no-wave = el módulo «{ $id }» nombra la ola «{ $name }», que no está en `waves:` ({ $known })
survey-sensitive-answers-are-told-under-another-name = { $count ->
       [one] { $count } pregunta diría
       *[other] { $count } preguntas dirían
    } con otro nombre las respuestas a una pregunta delicada:
survey-session = la sesión
survey-session-does-not-come-after-session = { $panel }: la sesión «{ $later_id }» no sigue a la sesión «{ $earlier_id }»
survey-several-coders-need-settled-whose-rows = varios codificadores requieren `settled:`, cuyas filas deciden
survey-stands-there-twice = { $listed } figura dos veces
survey-survey-yaml-lists-the-wave-but-waves = survey.yaml nombra la ola «{ $wave_id }», pero falta waves/{ $wave_id }.yaml. Escribir ese archivo (padai add-wave lo hace), o quitar la ola de `waves:`.
survey-targets-come-from-a-mapping = Los márgenes se construyen a partir de un diccionario con padai.Targets.from_mapping({"{"}'sex': {"{"}'F': 0.51, 'M': 0.49{"}}"}); padai.rake admite el propio diccionario.
survey-text-s-of-lack-a-language-that-languages = { $count_lacking ->
       [one] { $count_lacking } texto de { $path_name } no está
       *[other] { $count_lacking } textos de { $path_name } no están
    } en todas las lenguas de `languages:` ({ $listed }): { $places }.
survey-the-answers-of-have-no-scores-write-them = las respuestas de «{ $item }» no tienen puntuaciones; escribirlas en `scores:`
survey-the-backslash-of-a-text-in-double = la barra invertida de un texto entre comillas dobles no se permite aquí
survey-the-dash-of-a-list-was-expected-here = aquí se esperaba un guion de lista
survey-the-definition-file-is-missing-from = Falta el archivo de definición { $path_name } en { $folder }/.
survey-the-definition-has-fault-s = la definición contiene { $count ->
       [one] { $count } error
       *[other] { $count } errores
    }.
survey-the-definition-names-thing-s-that-it = la definición nombra { $count ->
       [one] { $count } elemento que no está en ella
       *[other] { $count } elementos que no están en ella
    }.
survey-the-definition-names-thing-s-that-the = la definición nombra { $count ->
       [one] { $count } elemento
       *[other] { $count } elementos
    } de los que el modelo no puede servirse.
survey-the-deposit-names-thing-s-that-may-not = el depósito nombra { $count ->
       [one] { $count } elemento que no puede ir en él
       *[other] { $count } elementos que no pueden ir en él
    }.
survey-the-draw-of-was-announced-on-after-it = el sorteo del { $date } se anunció el { $date_2 }, a posteriori
survey-the-file-holds-a-control-character = el archivo contiene un carácter de control
survey-the-file-is-not-in-the-surveys-folder = el archivo { $file } no está en la carpeta de la encuesta
survey-the-finding-needs-wave-the-edition-it-is = el hallazgo «{ $finding }» requiere `wave:`, la edición de la que procede
survey-the-interaction-is-not-of-two-variables = la interacción «{ $pair }» no es de dos variables: escribir region*sex
survey-the-is-given-twice-each-id-is-stable-and = { $kind } «{ $found }» figura dos veces; cada identificador es estable y único
survey-the-key-is-given-twice-keep-one = la clave «{ $key }» se da dos veces; conservar solo una.
survey-the-line-cannot-be-read = la línea no puede leerse
survey-the-longitudinal-weight-has-no = el peso longitudinal «{ $longitudinal_weight }» no tiene pesos de réplica, y el diseño sí: sin los suyos, sus errores estándar tratarían a las personas como independientes. Añadir `longitudinal_replicates: {"{"}kind: ..., prefix: ...{"}"}`
survey-the-needs-survey-where-it-comes-from = { $kind ->
       [finding] el hallazgo
       [recommendation] la recomendación
       *[theme] el tema
    } «{ $id }» requiere `survey:`, de dónde procede
survey-the-part-declares-no-weighting-margins = la parte no declara ningún margen de calibración (weighting.margins).
survey-the-population-of-and-its-groups-do-not = { $consultation }: la población de «{ $name }» y sus grupos no concuerdan: { $odd }
survey-the-status-withdrawn-and-a-withdrawal-go = el estado `withdrawn` y un `withdrawal` van juntos
survey-the-tag-is-not-allowed-take-it-out = la etiqueta { $tag } no se permite. Retirarla.
survey-the-targets-do-not-add-up-margin-sums-to-b0bf = los objetivos no concuerdan: el margen «{ $margin }» suma { $mine } y el margen «{ $margin_2 }», { $theirs }. Dar proporciones, o los recuentos de una misma población.
survey-the-targets-do-not-add-up-margin-sums-to-b664 = los objetivos no concuerdan: el margen «{ $first_id }» suma { $total } y el margen «{ $other_id }», { $total_2 }. Corregir el archivo para que todos los márgenes tengan el mismo total.
survey-the-targets-file-is-missing-from = falta el archivo de objetivos { $path_name } en { $parent_name }/.
survey-the-text-holds-a-sign-that-no-reader = el texto contiene { $sign }, un signo que nadie ve y que cambia lo que se lee. Retirarlo.
survey-the-text-is-in-which-languages-does-not = el texto { $name } está en «{ $tag }», que `languages` no nombra; nombrarla o corregir la etiqueta
survey-theme = el tema
survey-there-are = {" "}Existen: { $known }.
survey-there-are-no-targets-for-margin-there = No hay objetivos para el margen «{ $margin_id }»; existen: { $known }.
survey-there-is-a-colon-too-many-or-a-text-that = sobran unos dos puntos, o un texto que los contiene no está entre comillas
survey-there-is-no = no existe { $kind } «{ $wanted }».{ $hint }
survey-there-is-no-breakdown = { $consultation }: no existe el desglose «{ $name }»
survey-there-is-no-category = no existe la categoría «{ $category }»
survey-there-is-no-key-result = no existe el resultado clave «{ $result_id }»
survey-there-is-no-question-223e = { $consultation }: no existe la pregunta «{ $name }»
survey-there-is-no-question-d359 = no existe la pregunta «{ $question }»
survey-there-is-no-question-de64 = no existe la pregunta «{ $question_id }»
survey-there-is-no-role = no existe la función «{ $role }»
survey-there-is-no-survey-folder-give-the = No existe la carpeta de encuesta «{ $path }». Dar la carpeta que contiene survey.yaml, o crear una: padai init
survey-there-is-no-survey-folder-near = No existe la carpeta de encuesta «{ $path }». ¿Se quería decir «{ $near }»?
survey-this-is-not-of-the-allowed-form = la forma permitida es otra ({ $pattern })
survey-this-is-not-valid-yaml-correct-the-line = esto no es YAML válido: { $said }. Corregir la línea e intentarlo de nuevo.
survey-this-key-is-not-known-here-check-its = esta clave no se conoce aquí; comprobar su ortografía
survey-this-key-is-required = esta clave es obligatoria
survey-this-text-is-empty-or-too-short = este texto está vacío o es demasiado corto
survey-this-text-is-in-no-language-write-fr-or = este texto no está en ninguna lengua: escribir {"{"}fr: …{"}"}, o la etiqueta de otra lengua
survey-this-text-is-too-long = este texto es demasiado largo
survey-this-value-is-not-allowed-here = este valor no se permite aquí
survey-tiles-group-stands-outside-of-the-grid = tiles: el grupo «{ $group }» está fuera de la cuadrícula
survey-tiles-groups-and-stand-at-the-same-place = tiles: «{ $taken }» y «{ $group }» están en el mismo lugar
survey-tiles-the-places-of-group-do-not-touch = tiles: los lugares del grupo «{ $group }» no se tocan
survey-total = Total
survey-trim-must-have-0-lower-upper-they-are = `trim: [{ $low }, { $high }]` debe ir del límite inferior, de 0 o más, al superior: son los de los pesos
survey-untargeted-has-a-target = `untargeted:` nombra la celda «{ $cell }» del margen «{ $margin }», que tiene un objetivo. Retirarla de uno o del otro.
survey-version-needs-a-reason = la versión { $version } requiere un motivo (`reason`)
survey-wave = la ola
survey-wave-is-named-twice = `waves:` nombra dos veces la ola «{ $wave }»; dejar una sola
survey-wave-part-a-part-of-type-has-no-weights = ola { $wave_id }, parte «{ $part_id }»: una parte «{ $wanted }» no tiene pesos
survey-wave-part-is-of-sample-type-beside-this = { $file }: la ola { $wave_id }, parte «{ $part_id }», es de tipo «{ $sample_type }»; junto a este archivo, cada parte es «{ $wanted }», ya que nunca se reúne con otro tipo
survey-wave-was-fielded-before-wave-or-at-the = el trabajo de campo de «{ $second }» precede al de «{ $first }», o tiene su misma fecha; nombrar las olas en el orden de su trabajo de campo
survey-waves-yaml-says-id-it-must-be = waves/{ $wave_id }.yaml indica el id «{ $id }»; debe ser «{ $wave_id }».
survey-what-is-adopted-needs-state = lo que se adopta requiere `state:`
survey-what-is-done-needs-evidence-where-anyone = lo que está hecho requiere `evidence:`, donde cualquiera pueda verlo
survey-what-is-not-adopted-has-no-state-give = lo que no se adopta no tiene `state`; dar solo el motivo
survey-what-is-still-to-be-done-needs-next-step = lo que queda por hacer requiere `next_step:` y su fecha `due:`
survey-withdrawn-withdrawn-on-and-affected-go = `withdrawn`, `withdrawn_on` y `affected` van con `status: withdrawn`
survey-write-true-or-false = escribir true o false
