# padai, validation

validation-a-column-that-goes-with-no-other = Columna desligada de las demás
validation-accepted-df32 = Aceptado:{" "}
validation-accepted-f082 = aceptado:{" "}
validation-accepted-finding-s = { $count ->
       [one] { $count } hallazgo aceptado
       *[other] { $count } hallazgos aceptados
    },{" "}
validation-accepted-findings = Hallazgos aceptados
validation-an-answer-that-vanished = Respuesta desaparecida
validation-an-earlier-wave-delivered-again = Ola anterior entregada de nuevo
validation-and-more = {" "}y { $count } más
validation-and-more-finding-s-html-and-json-give = y { $count ->
       [one] { $count } hallazgo
       *[other] { $count } hallazgos
    } más (--html y --json los dan todos)
validation-answer = Respuesta
validation-answer-codes = Códigos de respuesta
validation-answer-s-to-are-not-numbers-correct-the = { $count ->
       [one] { $count } respuesta a «{ $column }» no es un número
       *[other] { $count } respuestas a «{ $column }» no son números
    }. Corregir el archivo.
validation-answer-s-to-are-outside-the-allowed = { $count ->
       [one] { $count } respuesta a «{ $column }» está
       *[other] { $count } respuestas a «{ $column }» están
    } fuera del intervalo permitido ({ $rule }).
validation-answer-s-to-do-not-look-like-words = { $count ->
       [one] { $count } respuesta a «{ $column }» ({ $share }) no parece
       *[other] { $count } respuestas a «{ $column }» ({ $share }) no parecen
    } palabras.
validation-answer-s-to-have-a-code-that-the = { $count ->
       [one] { $count } respuesta a «{ $column }» lleva
       *[other] { $count } respuestas a «{ $column }» llevan
    } un código que la definición no conoce (códigos conocidos: { $rule }). Corregir el archivo o añadir el código a la escala.
validation-answers-and-to-seem-to-be-exchanged = las respuestas { $one } y { $other } a «{ $column }» parecen intercambiadas: quienes dan una responden a lo demás como quienes daban la otra en la ola { $wave }. Hacer corregir el archivo o aceptar (accept: [{"{"}check: codes_exchanged, column: { $column }, …{"}"}]).
validation-answers-outside-the-base = Respuestas fuera de la base
validation-base-changed-since-an-earlier-wave = Base cambiada desde una ola anterior
validation-base-follows-answers = Base no declarada que sigue respuestas protegidas
validation-base-not-asked = Preguntas de la base no formuladas
validation-base-not-declared = Base no declarada
validation-blank-cells = Celdas vacías
validation-break-offs = Entrevistas abandonadas
validation-cases-of-unknown-eligibility-counted-at = los casos de elegibilidad desconocida contados a razón de e = { $e }
validation-checks-that-passed = Comprobaciones superadas
validation-checks-that-were-not-made = Comprobaciones no realizadas
validation-codes-changed-since-an-earlier-wave = Códigos cambiados desde una ola anterior
validation-codes-labelled-in-the-file = Códigos etiquetados en el archivo
validation-columns-that-the-definition-names = Columnas que nombra la definición
validation-columns-unknown-to-the-definition = Columnas desconocidas para la definición
validation-completed-interviews-over-interviews = entrevistas completas sobre entrevistas iniciadas
validation-completed-interviews-over-people-invited-74df = entrevistas completas sobre personas invitadas, excluidas las no elegibles
validation-completed-interviews-over-people-invited-ff39 = entrevistas completas sobre personas invitadas
validation-completion-rate = Tasa de cumplimentación
validation-composition-of-the-sample = Composición de la muestra
validation-correct-the-file-or-the-definition-then = Corregir el archivo o la definición e intentarlo de nuevo. Lo ya publicado no se ha tocado.
validation-data-as-delivered-4595 = Datos tal como se entregaron
validation-data-as-delivered-b6fd = datos entregados
validation-dates-of-interview = Fechas de entrevista
validation-design-columns-left-over = Columnas del diseño sin utilizar
validation-design-effect-against-the-last-wave = { -design-effect-initial } respecto de la ola anterior
validation-distribution-of-the-answers = Distribución de las respuestas
validation-dont-know = No sabe
validation-each-person-counts-as-one-beside-weighted-waves = cada persona cuenta por una, y la ola { $wave } está ponderada («{ $column }»): un cambio de una a otra comprendería el de la ponderación. Si esta ola tiene pesos, escribir design: {"{"}weight: …{"}"}; si cada persona debe contar por una, aceptar: accept: [{"{"}check: weight_absent, wave: "{ $here }", …{"}"}].
validation-earlier-waves-217f = Olas anteriores
validation-earlier-waves-c6d3 = ; olas anteriores: { $waves }
validation-error = ERROR
validation-error-s-warning-s-check-s-passed = { $place } ({ $stage }): { $errors ->
       [one] { $errors } error
       *[other] { $errors } errores
    }, { $warnings ->
       [one] { $warnings } advertencia
       *[other] { $warnings } advertencias
    }, { $accepted }{ $passed ->
       [one] { $passed } comprobación superada
       *[other] { $passed } comprobaciones superadas
    }.
validation-errors = Errores
validation-errors-warnings-accepted-findings-checks = Errores: { $errors }; advertencias: { $warnings }; hallazgos aceptados: { $accepted }; comprobaciones superadas: { $passed }; no realizadas: { $not_run }.
validation-estimated-response-rate-aapor-rr3 = Tasa de respuesta estimada (AAPOR, RR3)
validation-file = Archivo
validation-finding-s-stop-publication-0617 = { $count ->
       [one] { $count } hallazgo impide
       *[other] { $count } hallazgos impiden
    } la publicación.
validation-finding-s-stop-publication-bc83 = { $place }: { $count ->
       [one] { $count } hallazgo impide
       *[other] { $count } hallazgos impiden
    } la publicación.
validation-has-no-answer-at-all-though-the = «{ $column }» no tiene ninguna respuesta, aunque la definición indica que se preguntó. Pedir la columna o declarar en qué olas se preguntó (waves:).
validation-identical-questionnaires = Cuestionarios idénticos
validation-identifier-s-of-wave-come-back-though = { $count ->
       [one] { $count } identificador de la ola { $wave } reaparece
       *[other] { $count } identificadores de la ola { $wave } reaparecen
    }, aunque la encuesta declara independientes sus olas (overlap: none). Si las mismas personas respondieron de nuevo, escribir en survey.yaml overlap: respondent; si los identificadores vuelven a empezar en cada ola, añadir la línea ids: per_wave.
validation-identifiers-present = Identificadores presentes
validation-in-the-file-code-of-carries-the-label-of = en el archivo, el código { $rule } de «{ $column }» lleva la etiqueta de otro código ({ $other }) de la definición. La escala puede estar invertida: comprobarlo antes que nada.
validation-in-the-file-the-labels-of-differ-from = en el archivo, las etiquetas de «{ $column }» difieren de las de la definición para los códigos { $rule }.
validation-in-the-file-the-labels-of-have-changed = en el archivo, las etiquetas de «{ $column }» han cambiado desde la ola { $wave } (códigos { $rule }), y no se declara ninguna ruptura. Declararla (breaks:) o hacer corregir el archivo.
validation-in-the-file-the-option-is-marked-otherwise = según las etiquetas del archivo, el valor { $other } de «{ $column }» dice que la opción no fue elegida, y se lee como elegida. Escriba en la pregunta «{ $rule }»: marks: {"{"}"{ $own }": {"{"}chosen: { $chosen }, not_chosen: { $other }{"}"}{"}"}.
validation-in-the-file-the-same-labels-of-go-to = en el archivo, las mismas etiquetas de «{ $column }» corresponden a otros códigos que en la ola { $wave } (códigos { $rule }), y no se declara ninguna ruptura.
validation-independent-waves = Olas independientes
validation-interview-s-are-dated-outside-fieldwork = { $count ->
       [one] { $count } entrevista («{ $column }») tiene
       *[other] { $count } entrevistas («{ $column }») tienen
    } fecha fuera del trabajo de campo ({ $rule }).
validation-interviews-that-were-too-fast = Entrevistas demasiado rápidas
validation-is-named-as-a-column-of-the-design-and = «{ $column }» se llama como una columna del diseño ({ $rule }), y el diseño no tiene ninguna: los intervalos serían los de otro diseño. Escribir design: {"{"}{ $rule }: { $column }{"}"}; si no lo es, accept: [{"{"}check: design_left_over, column: { $column }, …{"}"}].
validation-item-non-response = Falta de respuesta parcial
validation-jump-of-dont-know = Salto de los «no sabe»
validation-kind-of-the-replicate-weights = Tipo de los pesos de réplica
validation-labels-changed-since-an-earlier-wave = Etiquetas cambiadas desde una ola anterior
validation-labels-in-another-language = Etiquetas en otro idioma
validation-margins-against-their-targets = { -calibration-targets-initial }
validation-margins-of-stability-within-reach = Márgenes de estabilidad alcanzables
validation-marks-of-options-turned = Marcas de las opciones elegidas
validation-meaningless-open-answers = Respuestas abiertas sin sentido
validation-modes-of-interview = Modos de entrevista
validation-more-than-rows-comparing-every-pair = más de { $many_rows } filas: comparar todos los pares llevaría demasiado tiempo
validation-names-a-check-that-holds = `{ $key }:` nombra «{ $name }», una comprobación que protege a personas: su gravedad no cambia y sus hallazgos no se aceptan. Quite la línea.
validation-names-which-is-no-check = `{ $key }:` nombra «{ $name }», que no es una comprobación.{ $hint }
validation-nearly-identical-questionnaires = Cuestionarios casi idénticos
validation-no-earlier-wave-was-given = no se proporcionó ninguna ola anterior
validation-no-number-of-is-above = ningún número de «{ $column }» supera { $rule }, que superaba el { $share } en la ola { $wave }: ¿se les puso un tope? Pídalos enteros, o declárelo (breaks:).
validation-no-question-has-the-role-duration = ninguna pregunta tiene la función «duration»
validation-no-question-has-the-role-form = ninguna pregunta tiene la función «form»
validation-no-question-has-the-role-interview-date = ninguna pregunta tiene la función «interview_date»
validation-no-question-has-the-role-mode = ninguna pregunta tiene la función «mode»
validation-nobody-gave-answer-to-which-of-the = nadie dio la respuesta { $rule } a «{ $column }», que daban el { $share } de las personas en la ola { $wave }, y no se declara ninguna ruptura.
validation-not-checked = No comprobado ({ $reason }): { $checks }
validation-not-supplied = dato no facilitado
validation-nothing-stops-publication = Nada impide la publicación.
validation-numbers = Números
validation-numbers-capped = Números con tope
validation-numbers-in-another-unit = Números en otra unidad
validation-numbers-rounded = Números redondeados
validation-of-the-primary-units-bear-a-number-of = el { $share } de las unidades primarias («{ $column }») llevan un número de la ola { $wave }, aunque la encuesta declara independientes sus olas (overlap: none). Si son las mismas unidades, escribir overlap: psu; si no, accept: [{"{"}check: psu_numbers_again, …{"}"}].
validation-of-those-to-whom-was-put-said-that-they = el { $share } de las personas a las que se preguntó «{ $column }» ({ $count }) respondieron que no saben.
validation-once-weighted-margin-gives-cell-instead = una vez ponderado, el margen «{ $column }» da { $found } a la celda { $rule } en lugar de { $wanted }.
validation-one-column-twice = Una misma columna dos veces
validation-one-psu-one-stratum = Una UPM, un estrato
validation-outcome-says-and-it-cannot-be-more = `outcome` indica { $smaller } { $least } y { $larger } { $most }; el primero no puede ser mayor. Corregir los números.
validation-outcome-says-more-completed-than-were-in = `outcome` indica { $counted }; más entrevistas completas que personas elegibles. Corregir los números.
validation-pairs-no-more-often-than-alone = Pares no más a menudo juntos que por separado
validation-pairs-of-units-are-drawn-together-too-often = { $count ->
       [one] { $count } par de unidades de { $pairs } se extrae junto
       *[other] { $count } pares de unidades de { $pairs } se extraen juntos
    } más a menudo que si cada una se extrajera por separado (p_ij > p_i p_j, con «{ $column }»): puede haber varianzas negativas, y esas estimaciones se rechazan. Comprobar el archivo de joint_probabilities y el orden de sus unidades con quien extrajo la muestra; si la extracción es así, accept: [{"{"}check: pairs_too_often, …{"}"}].
validation-participation = Participación
validation-participation-rate = Tasa de participación
validation-people-it-was-put-to = Personas a las que se preguntó
validation-places-in-the-file = {" "}Posiciones en el archivo: { $rows }
validation-places-in-the-file-from-1 = Posiciones en el archivo, a partir de 1 ({ $count })
validation-primary-units-out-of-lie-in-more-than = { $count ->
       [one] { $count } unidad primaria («{ $column }») de { $units } está en más de un estrato: cuenta
       *[other] { $count } unidades primarias («{ $column }») de { $units } están en más de un estrato: cuentan
    } como tantas unidades como estratos. Hacer corregir el archivo; si la numeración vuelve a empezar en cada estrato, accept: [{"{"}check: psu_in_two_strata, …{"}"}].
validation-primary-units-out-of-lie-in-several = { $count ->
       [one] { $count } unidad primaria («{ $column }») de { $units } se encuentra
       *[other] { $count } unidades primarias («{ $column }») de { $units } se encuentran
    } a la vez en varios lugares de «{ $rule }»: una numeración que vuelve a empezar reúne conglomerados que no son uno solo. Escribir design: {"{"}stratum: { $place }{"}"} donde no haya estrato, hacer de cada lugar una parte (rows:), o dar a cada uno su numeración; si no es así, accept: [{"{"}check: psu_across_regions, …{"}"}].
validation-psus-from-wave-to-wave = UPM de una ola a otra
validation-psus-of-one-country-or-region = UPM de un país o de una región
validation-put-to-everybody-is-blank-for-respondent = «{ $column }», formulada a todas las personas, está vacía para { $count ->
       [one] { $count } persona
       *[other] { $count } personas
    } ({ $share }) sin código de no respuesta.
validation-questionnaire-s-are-identical-in-every = { $count ->
       [one] { $count } cuestionario es idéntico en todo ({ $columns } columnas) a uno de la ola { $wave }, con otro identificador
       *[other] { $count } cuestionarios son idénticos en todo ({ $columns } columnas) a los de la ola { $wave }, con otros identificadores
    }; el azar daría menos de { $chance }. Pedir al proveedor el archivo de esta ola.
validation-questions-without-an-answer = Preguntas sin respuesta
validation-quoted = «{ $text }»
validation-range-of-numbers = Intervalo de los números
validation-range-of-the-weights = Rango de los pesos
validation-respondent-s-answered-nothing-from-on-or = { $count ->
       [one] { $count } persona ({ $share }) no respondió
       *[other] { $count } personas ({ $share }) no respondieron
    } nada más a partir de «{ $column }» o antes: al menos la cuarta parte del cuestionario está vacía.
validation-respondent-s-answered-though-outside-its = { $count ->
       [one] { $count } persona respondió
       *[other] { $count } personas respondieron
    } a «{ $column }» sin formar parte de su base ({ $rule }).
validation-respondent-s-gave-the-same-answer-to-all = { $count ->
       [one] { $count } persona ({ $share }) dio
       *[other] { $count } personas ({ $share }) dieron
    } la misma respuesta a las { $items } preguntas de la batería que empieza en «{ $column }».
validation-respondent-s-have-a-zero-or-negative = { $count ->
       [one] { $count } persona tiene
       *[other] { $count } personas tienen
    } un peso nulo o negativo en «{ $column }». Hacer corregir los pesos negativos; si el peso nulo es intencional (la fila no cuenta entonces por nadie), escribir en `design:` missing_weight: zero.
validation-respondent-s-have-answers-identical-in = { $count ->
       [one] { $count } persona tiene
       *[other] { $count } personas tienen
    } respuestas idénticas en todo a las de otra ({ $items } preguntas).
validation-respondent-s-have-no-usable-weight-in = { $count ->
       [one] { $count } persona no tiene
       *[other] { $count } personas no tienen
    } un peso utilizable en «{ $column }» (vacío, infinito o no numérico). Hacer corregir el archivo, o indicar en `design:` qué es una fila sin peso: missing_weight: outside (fuera de la muestra) o zero.
validation-respondent-s-in-the-base-of-have-nothing = { $count ->
       [one] { $count } persona de la base de «{ $column }» ({ $rule }) no tiene
       *[other] { $count } personas de la base de «{ $column }» ({ $rule }) no tienen
    } en ella ninguna respuesta, ni siquiera una negativa a responder.
validation-respondent-s-share-more-than-95-of-their = { $count ->
       [one] { $count } persona tiene
       *[other] { $count } personas tienen
    } más del 95 % de sus respuestas en común con otra ({ $items } preguntas).
validation-respondent-s-took-less-than-a-third-of = { $count ->
       [one] { $count } persona ({ $share }) respondió
       *[other] { $count } personas ({ $share }) respondieron
    } en menos de un tercio de la duración mediana de su modo («{ $column }»).
validation-response-rate-aapor-rr1 = Tasa de respuesta (AAPOR, RR1)
validation-row-s-have-no-identifier-in = { $count ->
       [one] { $count } fila no tiene
       *[other] { $count } filas no tienen
    } identificador en «{ $column }».
validation-row-s-have-no-value-in-the-design-column = { $count ->
       [one] { $count } fila no tiene
       *[other] { $count } filas no tienen
    } valor en la columna del diseño «{ $column }».
validation-row-s-share-their-identifier-with = { $count ->
       [one] { $count } fila comparte
       *[other] { $count } filas comparten
    } su identificador («{ $column }») con otra. Preguntar al proveedor cuál conservar.
validation-rows-checked = Filas comprobadas
validation-rows-excluded-by-the-declared-rule = Filas excluidas por la regla declarada
validation-rows-of-the-file-belong-to-no-wave-rows = ; { $count ->
       [one] { $count } fila del archivo no pertenece
       *[other] { $count } filas del archivo no pertenecen
    } a ninguna ola (rows:)
validation-rows-read = Filas leídas
validation-rows-read-excluded-checked = { $file }: { $read ->
       [one] { $read } fila leída
       *[other] { $read } filas leídas
    }, { $out ->
       [one] { $out } excluida
       *[other] { $out } excluidas
    }, { $kept ->
       [one] { $kept } comprobada
       *[other] { $kept } comprobadas
    }
validation-sampling-design = Diseño muestral
validation-scale-of-the-weights = Escala de los pesos respecto de la ola anterior
validation-scale-reversed-since-an-earlier-wave = Escala invertida desde una ola anterior
validation-share = Proporción
validation-share-of-dont-know = Proporción de «no sabe»
validation-shares-of-the-split-ballot = Proporciones del cuestionario dividido
validation-signs = :{" "}
validation-stage = Etapa
validation-sum-of-the-weights = Suma de los pesos
validation-synthetic-data = Datos ficticios
validation-the-answers-to-are-those-to = las respuestas a «{ $column }» son, para cada persona, las de «{ $rule }»: ¿se copió una columna en lugar de otra? Pida que se corrija el archivo; si es una sola pregunta, quite una de las dos.
validation-the-answers-to-moved-more-than-sampling = las respuestas a «{ $column }» han variado más de lo que explica el muestreo: la proporción de { $answer } pasó del { $before } al { $now } desde la ola { $wave } ({ $points } puntos, p corregido { $p }). Un cambio real es una noticia; comprobar que no se deba al archivo.
validation-the-answers-to-no-longer-go-with = las respuestas a «{ $column }» ya no se asocian con nada de aquello con lo que se asociaban en la ola { $wave }, como si la columna se hubiera desplazado algunas filas. Compararla con el original del proveedor o aceptar (accept: [{"{"}check: column_shifted, column: { $column }, …{"}"}]).
validation-the-ballot-forms-were-not-allotted-in = las versiones del cuestionario («{ $column }») no se asignaron a partes iguales: la versión { $version } tiene el { $share } de las personas en lugar del { $expected }.
validation-the-column-in-the-file-is-missing-ask = falta la columna «{ $column }» ({ $source } en el archivo){ $hint }. Pedirla o declarar en qué olas se formuló la pregunta (waves:).
validation-the-column-is-unknown-to-the-definition = la definición no conoce la columna «{ $column }». Retirarla del archivo o declararla en el cuestionario (de tipo open o number, si hace falta).
validation-the-composition-of-the-sample-by-moved = la composición de la muestra según «{ $column }» ha variado: la proporción de { $answer } pasó del { $before } al { $now } desde la ola { $wave } ({ $points } puntos, p corregido { $p }).
validation-the-declared-margin-can-never-be-met = «{ $column }»: el margen declarado (± { $rule }) nunca podrá demostrarse, ya que la semiamplitud del intervalo al 90 % del cambio es de { $half }. Declarar un margen mayor para la próxima ola o entrevistar a más personas (padai plan).
validation-the-definition-does-not-announce-the-sum = la definición no anuncia la suma de los pesos (weight_total)
validation-the-definition-names-no-id-column = la definición no nombra una columna de identificador
validation-the-definition-names-no-weight-column = la definición no nombra una columna de pesos
validation-the-earlier-files-have-no-value-labels = los archivos anteriores no llevan etiquetas de valores
validation-the-file-does-not-offer-the-same-answers = el archivo ya no ofrece para «{ $column }» las mismas respuestas que la ola { $wave } ({ $rule }), y no se declara ninguna ruptura.
validation-the-file-gives-codes-that-the-definition = el archivo da a «{ $column }» códigos que la definición no conoce: { $rule }.
validation-the-file-has-no-value-labels = el archivo no lleva etiquetas de valores
validation-the-file-marks-as-missing-codes-of-that = el archivo marca como valores perdidos códigos de «{ $column }» que la definición cuenta como respuestas: { $rule }.
validation-the-files-missing-codes = Códigos de no respuesta del archivo
validation-the-kish-design-effect-went-from-to = el { -design-effect } de Kish («{ $column }») pasó de { $before } a { $now } desde la ola { $wave }.
validation-the-labels-of-the-file-are-in-another-language = las etiquetas del archivo parecen estar en otro idioma («{ $now }») que las de la ola { $wave } («{ $before }»): ninguna palabra dice si las respuestas de { $count } preguntas ({ $questions }) siguen siendo las mismas. Compare los cuestionarios, o pida el archivo con etiquetas en un solo idioma.
validation-the-largest-weight-is-times-the-mean = el mayor peso («{ $column }») es { $ratio } veces el peso medio (umbral: { $rule }); { -design-effect } de Kish: { $deff }.
validation-the-median-of-is-times-that-of = la mediana de «{ $column }» es { $ratio } veces la de la ola { $wave }: ¿es otra unidad (minutos y segundos, dólares y miles)? Pida los mismos números; si es deliberado, declárelo (breaks:).
validation-the-mix-of-modes-moved-the-share-of-went = la distribución de los modos («{ $column }») ha variado: la proporción de { $answer } pasó del { $before } al { $now } desde la ola { $wave } ({ $points } puntos, p corregido { $p }).
validation-the-numbers-of-are-multiples-of = los números de «{ $column }» son múltiplos de { $rule }, y no lo eran en la ola { $wave }: ¿se redondearon? Pídalos enteros, o declárelo (breaks:).
validation-the-part-has-no-targets = la parte no tiene { -calibration-targets }
validation-the-replicate-weights-are-of-another-kind = { $count } pesos de réplica, desde «{ $column }», están declarados como kind: { $declared }, y { $kind ->
        [whole] ninguno deja fuera a nadie, como hace ese tipo: los errores estándar serían falsos. Escribir lo que dice la documentación del archivo, por ejemplo replicates: {"{"}kind: fay, rho: …{"}"}
        *[other] lo que son del peso es propio de kind: { $kind }: los errores estándar serían falsos. Escribir replicates: {"{"}kind: { $kind }, …{"}"}
    }, o scale: si la documentación del archivo da el factor de la varianza.
validation-the-same-answer-to-a-whole-grid = La misma respuesta a toda una batería
validation-the-same-of-others = lo mismo en otras { $count } columnas (filas de cada una): { $listed }
validation-the-share-of-dont-know-in-went-from-to = la proporción de «no sabe» en «{ $column }» pasó del { $before } al { $now } desde la ola { $wave } ({ $points } puntos, p corregido { $p }).
validation-the-survey-does-not-declare-its-waves = la encuesta no declara independientes sus olas (overlap: none)
validation-the-weights-are-all-alike = todos los pesos («{ $column }») son iguales, y no lo eran en la ola { $wave }: ¿está ponderado el archivo? Pida los pesos; si es deliberado, accept: [{"{"}check: weights_flat, …{"}"}].
validation-the-weights-are-of-another-scale = los pesos («{ $column }») suman { $now } (media { $mean }), frente a { $before } (media { $meant }) en la ola { $wave }: no son de la misma escala, y los totales o las olas reunidas no se comparan. Pida los mismos pesos; si es deliberado, escriba en la parte weight_total: { $total }.
validation-the-weights-no-longer-hang-on-the-groups = los pesos («{ $column }») ya no dependen de los grupos: estos explicaban el { $before } de ellos en la ola { $wave }, y aquí el { $now }, como si la columna se hubiera desplazado algunas filas. Compararla con el original del proveedor o aceptar (accept: [{"{"}check: weights_shifted, …{"}"}]).
validation-the-weights-sum-to-the-definition = la suma de los pesos («{ $column }») es { $found }; la definición anuncia { $rule }.
validation-the-weights-take-values-only-all-whole = los pesos («{ $column }») solo toman { $values } valores, todos enteros, de { $low } a { $high }: ¿son códigos? Si la columna es otra, escribir design: {"{"}weight: …{"}"}; si realmente son pesos, accept: [{"{"}check: weight_of_codes, …{"}"}].
validation-this-page-holds-numbers-proportions-and = Esta página solo contiene números, proporciones y posiciones en el archivo: ninguna respuesta ni ningún identificador. Documento de trabajo, no destinado a publicación.
validation-two-codes-exchanged = Dos códigos intercambiados
validation-unique-identifiers = Identificadores únicos
validation-validate-cannot-be-an-earlier-wave-of-it = validate: { $theirs } no puede ser una ola anterior de { $mine }: es otra encuesta u otra parte.
validation-validate-stage-is-unknown-give-delivered = validate: la etapa «{ $stage }» es desconocida; dar «delivered» o «weighted».
validation-validate-this-wave-was-made-from-a-data = validate: esta ola procede de una tabla, sin definición de encuesta: no hay nada con que compararla. Leerla con read_wave, o dar `survey=` a Wave.
validation-validate-wave-of-is-not-earlier-than = validate: la ola { $other_id } de { $survey_id } no es anterior a { $wave_id }.
validation-validation-findings = Hallazgos de la validación
validation-value-labels = Etiquetas de valores
validation-value-labels-swapped = Etiquetas de valores invertidas
validation-warning = Advertencia
validation-warnings = Advertencias
validation-was-left-without-an-answer-by-of-those = «{ $column }» quedó sin respuesta para el { $share } de las personas a las que se preguntó ({ $count }).
validation-was-not-put-to-of-the-respondents-but = «{ $column }» no se preguntó al { $share } de las personas ({ $count }), pero la definición no indica a quién se preguntó (base:).
validation-was-put-by-the-answers-to = { $codes ->
       [none] «{ $column }» no se preguntó a personas que son exactamente las de grupos pequeños según «{ $lead }»: su base diría cuántas son. Fusione esos grupos, o retire la pregunta de esta ola (waves:).
       *[other] «{ $column }» no se preguntó a personas a quienes sus respuestas a «{ $lead }» distinguen de las demás, y la definición no lo indica: su base diría cuántas son. Declárela (base: {"{"}question: { $lead }, codes: [{ $codes }]{"}"}); este hallazgo no se acepta.
    }
validation-was-put-to-of-the-respondents-in-its = «{ $column }» se preguntó al { $now } de las personas de su base declarada, frente al { $before } en la ola { $wave }, y no se declara ninguna ruptura.
validation-wave = Ola
validation-weighted-data-bf62 = Datos ponderados
validation-weighted-data-f834 = datos ponderados
validation-weights-all-alike = Pesos todos iguales
validation-weights-and-not-codes = Pesos, y no códigos
validation-weights-in-each-wave-or-in-none = Pesos en cada ola o en ninguna
validation-weights-positive = Pesos positivos
validation-weights-present = Pesos presentes
validation-weights-that-go-with-no-group = Pesos desligados de los grupos
