# padai, interchange

interchange-a-choice-names-the-wave-which-is-none-of = una opción nombra la ola «{ $unknown }», que no es ninguna de estas: { $listed }. Corregirla.
interchange-a-cluster-of-an-analysis = un grupo de un análisis, no un conglomerado de la muestra
interchange-a-ddi-codebook-file-it-describes-no = un archivo DDI-Codebook (no describe ninguna variable)
interchange-a-length-of-time = una duración
interchange-a-limesurvey-structure-file-it-holds-no = una estructura de LimeSurvey (no contiene ninguna pregunta)
interchange-a-new-column = columna nueva
interchange-a-new-question = pregunta nueva
interchange-a-qualtrics-survey-file = una encuesta de Qualtrics
interchange-a-qualtrics-survey-file-it-holds-no = una encuesta de Qualtrics (no contiene ninguna pregunta)
interchange-a-replicate-weight = peso de réplica
interchange-a-single-value = un solo valor
interchange-a-stratum-of-society-not-of-design = un estrato social, no del diseño
interchange-a-survey-cannot-be-started-from-give = Una encuesta no puede partir de { $listed }. Dar archivos de datos en { $data }, o un cuestionario en { $forms }.
interchange-a-weight-in-wave = el peso de la ola { $wave }
interchange-all-told = { $told }
interchange-already-holds-something-choose-a-new = «{ $folder }» ya contiene algo. Elegir una carpeta nueva; no se ha escrito nada.
interchange-already-holds-which-would-be-overwritten = «{ $target }» ya contiene { $names }, que se sobrescribiría. Elegir una carpeta vacía; no se ha escrito nada.
interchange-among-the-first-columns = entre las primeras columnas
interchange-amounts-read = {"  "}{ $column }: los importes («12 000 $», «1.234,56») se leen como números; por confirmar en questionnaire.yaml
interchange-an-excel-workbook = un libro de Excel
interchange-an-identifier = un identificador
interchange-an-xml-file = un archivo XML
interchange-and-more-rejected = y { $rest } más descartadas
interchange-anew-added = { $name }: opciones añadidas: { $listed }
interchange-anew-by-number = { $name }: sus opciones no tienen palabras en la definición, así que se leyeron por sus números, que este cuestionario pudo dar a otras; escribir las palabras de olas anteriores (codes:) y añadir la ola de nuevo
interchange-anew-other-order = { $name }: las mismas opciones en otro orden; conservan sus códigos
interchange-anew-other-words = { $name }: opciones con otras palabras, tomadas por las mismas: { $listed }
interchange-anew-renamed = { $name } se llama { $now } en este cuestionario
interchange-anew-renumbered = { $name }: hay opciones con otros números en este cuestionario, que se leen por sus palabras: { $listed }
interchange-anew-reworded = { $name }: formulada con otras palabras
interchange-anew-taken-away = { $name }: opciones que ya no se ofrecen: { $listed }
interchange-anew-words-by-hand = las palabras de { $listed } en esta ola se escriben a mano (earlier_wordings:): otros idiomas o modos tienen las suyas, o hay olas posteriores
interchange-answer-s-are-none-of-the-choices-of-the = { $path_name }, { $name }: { $unknown ->
       [one] { $unknown } respuesta no figura
       *[other] { $unknown } respuestas no figuran
    } entre las opciones del cuestionario. Dar el cuestionario que se usó en el trabajo de campo (su exportación de la misma fecha), o no darlo.
interchange-answer-s-each-given-by-fewer-than-people = { $file }, { $name }: { $unknown ->
       [one] { $unknown } respuesta, dada
       *[other] { $unknown } respuestas, dadas cada una
    } por menos de { $fewest_alike } personas, no { $unknown ->
       [one] figura
       *[other] figuran
    } entre sus opciones. Escribir la opción en questionnaire.yaml, en los códigos de «{ $name }», con las palabras de la exportación; después, repetir.
interchange-became = «{ $before }» pasó a ser «{ $name }»
interchange-blank-in-rows-2881 = vacía en { $share } filas
interchange-blank-in-rows-90ac = vacía en { $blanks } filas
interchange-boxes-alone = {"  "}{ $column }: una sola respuesta y celdas vacías, como las deja una casilla marcada; no es pregunta, pues todos los que tienen celda dieron esa respuesta. Para contarla, guarde las casillas de una pregunta en columnas numeradas con un mismo nombre (medios_1, medios_2), con 1 donde está marcada y 0 donde no
interchange-break-on-the-other-side = la ruptura «{ $id }» ({ $date }) pone { $wave_id } del lado de { $side }, pero { $questions } son allí como en { $other }: si el cambio ya había ocurrido, o todavía no, escribirle { $line } en survey.yaml
interchange-cannot-be-read-as-it-is-broken-or-was = { $path_name } no puede leerse como { $what }: está dañado o truncado. Volver a exportarlo.
interchange-cannot-be-written-in-choose-another = { $target_name } no puede escribirse en «{ $parent }» ({ $why }). Elegir otra carpeta.
interchange-chapters = capitulos
interchange-choices-added = códigos de más: { $listed }; las líneas los añaden a la escala. Si su llegada cambió las demás respuestas, declarar una ruptura (breaks:)
interchange-choices-instead = códigos de más: { $listed }; ya nadie da { $gone }. Si es lo mismo con otras palabras, escriba en la escala `{ $line }` en lugar de estas líneas; si no, declare una ruptura (breaks:)
interchange-choices-of-are-others = { $count_new } opciones de { $seen } son otras
interchange-choices-of-one-wave-each = { $name }: { $gone } solo se da en la ola { $before }, { $new } solo en la ola { $after }. Si es la misma opción con otras palabras, comenzar solo con { $first } y luego padai add-wave con { $next }: da la línea que hay que escribir, y el código se conserva
interchange-codes = códigos { $listed }
interchange-codes-and-none-left = códigos { $listed }; ya nadie da { $gone }. Si { $name } es { $old } con otras palabras, escriba `{ $line }` en questionnaire.yaml en lugar de las suyas y añada la ola de nuevo: el código se conserva
interchange-codes-apart = {"  "}{ $column }: los códigos { $listed } están apartados de las respuestas; se toman por falta de respuesta, por confirmar en questionnaire.yaml (`missing:`)
interchange-codes-apart-of-many = {"  "}{ $column }: { $code } está lejos de las respuestas y aparece en un tercio de las filas o más; si quiere decir ninguno o nunca, es una respuesta: quitarlo de `missing:` y darle su valor (0) en el archivo
interchange-codes-in-unknown-words = {"  "}{ $column }: los códigos { $listed } están apartados de las respuestas y sus palabras no figuran en ninguna lista; se toman por respuestas. Si no lo son, ponerlos en `missing:` en questionnaire.yaml
interchange-codes-of-occupations = códigos de ocupación
interchange-codes-of-places = códigos de lugares
interchange-codes-whole-numbers = códigos: { $distinct } números enteros
interchange-column-asked = {"  "}{ $column }: { $why }
interchange-columns-gone = columnas ausentes: { $columns }
interchange-comes-first = { $wave_id } ({ $middle }) es anterior a todas las demás: va en primer lugar y se compara con { $after }
interchange-comparability-3146 = Comparabilidad
interchange-comparability-6ae9 = comparabilidad
interchange-data-not-an-export-that-padai-knows-give = --data { $listed }: no es una exportación que padai conozca ({ $known }). Dar un archivo de datos con --from, sin su cuestionario.
interchange-date-of-birth = fecha de nacimiento
interchange-date-of-interview = fecha de la entrevista
interchange-dates = {"  "}fechas: { $days } ({ $told })
interchange-dates-column = columna { $column }
interchange-dates-day-or-month-first = columna { $column }: ¿primero el día o el mes? Ambos órdenes sirven en todas las filas: { $day_first } con el día primero, { $month_first } con el mes primero; escriba las fechas correctas en fieldwork:
interchange-dates-month-or-years = «{ $text }» puede ser un mes o dos años
interchange-dates-months-in-name = meses en el nombre del archivo
interchange-dates-not-in-export = la exportación no las indica
interchange-dates-not-in-form = un cuestionario no las indica
interchange-dates-nothing-tells = nada las indica
interchange-dates-of-responses-kept = días de las respuestas conservadas
interchange-dates-of-some-responses = { $some } de { $all } respuestas tienen un día que se lee de una sola manera; las demás no tienen ninguno, o va primero el día o el mes: escribir las fechas del trabajo de campo
interchange-dates-order-of-other-files = columna { $column }, { $order ->
    [day_first] con el día
   *[month_first] con el mes
 } primero como en los demás archivos; a este le van los dos
interchange-dates-to-come = a confirmar: { $column } contiene días por venir, { $days }
interchange-dates-year-in-name = año en el nombre del archivo
interchange-decipher-status = { $file }: una exportación de Decipher, de la que { $count } filas tienen un `status` distinto de 3 (válida y terminada) y cuentan aquí. Para dejarlas fuera, en waves/: exclusions: [{"{"}column: status, values: [1, 2, 4], reason: {"{"}es: …{"}"}{"}"}]
interchange-declares-a-document-type-or-entities = { $path_name } declara un tipo de documento o entidades, que padai no lee. Volver a exportarlo sin ellos.
interchange-design-given-twice = --design se da más de una vez para las mismas olas, y solo una contaría. Escribir una sola: { $line }.
interchange-design-is-confirmed = --design: el diseño de la ola { $wave_id } ya está confirmado ({ $line }), y no se cambió nada. Para otro diseño, cambiar la línea `design:` de waves/{ $wave_id }.yaml.
interchange-design-is-not-understood-write-proposed = --design { $text }: no se entiende «{ $piece }». Escribir `proposed`, `none`, o una función ({ $roles }) y su columna: weight=w,psu=c. Pueden ir precedidos del identificador de una ola y dos puntos.
interchange-design-names-the-wave-which-is-none-of = --design nombra la ola «{ $unknown }», que no es ninguna de estas: { $listed }. Corregirlo.
interchange-design-same-has-no-wave-before = --design same: ninguna ola antes de { $wave_id } tiene un diseño confirmado que retomar. Nombrar las columnas, por ejemplo --design { $wave_id }:weight=…,stratum=…,psu=…,id=…
interchange-design-same-lacks-name-the-columns = --design same: a { $path_name } le falta { $lacking }. Nombrar las columnas.
interchange-device-of-a-person = aparato de una persona
interchange-e-mail-address = dirección de correo electrónico
interchange-each-in-a-single-stratum = cada una en un solo estrato
interchange-english = Español
interchange-every-question-changed = { $name } tiene las columnas de la encuesta, y ninguna de sus preguntas sigue siendo la misma:{"\u000A"}{ $reasons }{"\u000A"}Si una pregunta es la misma con otras palabras: --same { $question } (repetible). Si no, es otra encuesta: padai init
interchange-exact-place = lugar exacto
interchange-export-beside = { $file }: sobre la entrevista, no conservadas: { $listed }
interchange-export-buddhist-years = { $file }: los días de las respuestas están escritos en la era budista; { $year } se lee { $common }
interchange-export-of-codes = { $file }: respuestas en códigos, sin palabras: { $listed }. Se leen como dice la definición; si desde entonces el cuestionario ha reformulado o renumerado una opción, el archivo no puede indicarlo: declárelo (breaks: o file_values:)
interchange-export-personal = { $file }: columnas personales, que se dejan fuera: { $listed }
interchange-export-recognised = { $file }: exportación de { $platform }, { $kept } respuestas, { $aside } apartadas (exclusions:)
interchange-export-unanswered = En el cuestionario, sin respuestas exportadas: { $listed }
interchange-export-years-not-read = { $file }: los días de las respuestas son de { $year } o cerca, cuando no se envió ningún formulario, y no fechan nada: escribir las fechas del trabajo de campo en waves/
interchange-exports-of-stand-beside-give-the-exports = Hay exportaciones de { $platform } junto a { $listed }. Dar las exportaciones de una encuesta, una por ola, y su único cuestionario.
interchange-exports-were-given-a-survey-starts-from = Se han recibido { $count_exports } exportaciones; una encuesta parte de { $max_exports } como máximo.
interchange-fact-is-one-of = --fact { $text }: { $name } es uno de estos valores: { $listed }.
interchange-fact-is-the-tag-of-no-language-write = --fact { $text }: «{ $tag }» no es la etiqueta de ningún idioma. Escribir la del idioma de las etiquetas del archivo, de dos letras: --fact language=de
interchange-fact-write-one-of-and-what-it-is-fact = --fact { $text }: escribir uno de estos nombres: { $known }, =, y después su valor: --fact mode=phone
interchange-few-written = {"  "}{ $column }: pocos textos, pero algunos son de menos de cinco personas y pueden ser palabras propias de alguien; se deja como texto libre (`type: open`). Si son respuestas, escríbalas en questionnaire.yaml (`type: single`, `codes:`)
interchange-file-about-interview = sobre la entrevista
interchange-file-adjusted = Comparaciones declaradas de antemano; sus valores p se ajustan juntos.
interchange-file-base-unfound = no se preguntó a todo el mundo, y ninguna respuesta dice a quién: por escribir
interchange-file-breakdowns = Supuestos por el nombre de las columnas
interchange-file-breaks = Por qué no se pueden comparar olas: una razón con su tipo, fecha y alcance:
interchange-file-changes = Historial de la definición
interchange-file-codes = código: etiqueta; el valor del archivo si es distinto
interchange-file-data-go-here = Los archivos de datos van aquí.
interchange-file-data-stay = Las respuestas se quedan aquí.
interchange-file-dates = Fechas: { $told }
interchange-file-decided = Lo que se decide antes de leer los datos. Reemplace cada «à compléter» (por completar): los cálculos lo aceptan, la publicación lo rechaza y da la lista.
interchange-file-example = un ejemplo por reemplazar
interchange-file-families = Una familia se declara antes de leer los datos:
interchange-file-formats = Cada informe es una página, un PDF y un documento de Word; para menos:
interchange-file-from-a-column = supuesto por una columna: { $listed }
interchange-file-guessed = supuesto
interchange-file-guessed-why = supuesto: { $why }
interchange-file-in-data = en data/
interchange-file-in-english-too = Para publicar también en inglés:
interchange-file-key-results = Resultados que cada publicación muestra, digan lo que digan los datos.
interchange-file-kinds = tipos supuestos
interchange-file-language-of-labels = la de las etiquetas; la primera prevalece
interchange-file-made-from-files = Definición hecha a partir de archivos. Lo supuesto lo dice en un comentario: reléalo.
interchange-file-marks = según las etiquetas del archivo
interchange-file-method = Cada uno es un texto, o {"{"}status: not_applicable | not_supplied, reason: {"{"}fr: …{"}"}{"}"}.
interchange-file-of-countries = {"  "}{ $file }: la columna «{ $column }» ({ $count } valores) parece indicar el país, y el borrador reúne todos los países. Uno solo: rows: {"{"}{ $column }: [{ $first }]{"}"} en waves/; cada uno por separado: una parte por país, con sus filas
interchange-file-of-replicates-alone = { $path_name } contiene { $count } pesos de replicación ({ $prefix }…) y ninguna respuesta: unirlo al archivo de la ola ({ $other }) por { $key }, y dar el archivo unido. { $command }
interchange-file-order = Las preguntas en el orden de la entrevista, y las escalas que comparten.
interchange-file-precise = por precisar
interchange-file-project = El proyecto: este archivo marca su carpeta, y todas las rutas parten de aquí.
interchange-file-proposed = propuesto
interchange-file-questions = Las preguntas en el orden de los archivos, y las escalas que comparten.
interchange-file-ranges = tramos por confirmar
interchange-file-read-by-labels = leídos por sus etiquetas
interchange-file-roles = Funciones supuestas; las verificaciones las usan
interchange-file-shared = Lo que comparten dos olas: none, respondent, psu
interchange-file-single-psu = { $n ->
       [one] { $n } estrato
       *[other] { $n } estratos
    } con una sola unidad
interchange-file-small-groups = demasiado pocas personas en un grupo: `small_groups: merge` aquí lo reuniría con el mayor
interchange-file-templates = Un archivo puesto aquí, por ejemplo `en/_opening.qmd`, reemplaza la plantilla del mismo nombre que padai incluye. La carpeta puede quedar vacía.
interchange-file-to-choose = por elegir
interchange-file-to-complete = Los cálculos aceptan «à compléter» (por completar); la publicación lo rechaza y da la lista.
interchange-file-totals = totales en targets/1.csv
interchange-file-untold = ningún archivo lo dice: { $listed }
interchange-file-who-was-drawn = Quién fue seleccionado, y cómo: nada se estima antes de que una persona lo diga.
interchange-first-sheet-is-empty = { $file }: la primera hoja está vacía. Poner primero la hoja de las respuestas, o guardarla como CSV UTF-8 y dar ese archivo.
interchange-give-at-least-one-file-to-start-from = Dar al menos un archivo del que partir: --from ola-2025.sav
interchange-give-one-questionnaire-or-data-files-one = Dar un cuestionario, o archivos de datos (uno por ola), pero no ambas cosas ni varios cuestionarios.
interchange-give-the-first-and-the-last-day-of = Indicar el primer y el último día del trabajo de campo, en este orden.
interchange-google-forms = Google Forms
interchange-group-stands-in-others-or-groups-before = el grupo «{ $name }» está dentro de otros { $max_groups }, o hay grupos anteriores que nunca se cierran. Dar a cada `begin group` su `end group`.
interchange-has-a-wave-already-name-this-one-wave-id = { $survey_id } ya tiene una ola { $wave_id }. Dar nombre a esta: --wave { $name }.
interchange-has-another-label = «{ $column }» tiene la misma escala y otra etiqueta: «{ $now }», y no «{ $then }». Si es la misma pregunta, añadir "{ $wave_id }" a sus waves:
interchange-has-another-label-or-another-scale = «{ $column }» tiene otra etiqueta, u otra escala
interchange-has-another-scale = «{ $column }» tiene otra escala ({ $why })
interchange-has-columns-a-definition-is-drafted-from = { $name } tiene { $count } columnas; una definición se elabora a partir de { $max_columns } como máximo. Retirar las que la encuesta no utiliza.
interchange-has-columns-and-no-row-ask-for-the-file = { $file } tiene columnas y ninguna fila. Volver a pedir el archivo.
interchange-has-its-header-rows-and-no-response = { $path_name } ({ $whose }) tiene sus filas de encabezado y ninguna respuesta. Volver a exportarlo.
interchange-has-no-column-of-answers-export-the = { $path_name } ({ $whose }) no tiene ninguna columna de respuestas. Exportar también las respuestas.
interchange-has-no-column-that-could-be-a-question = { $file } no tiene ninguna columna que pueda ser una pregunta ({ $shown }). Dar otro archivo.
interchange-has-no-column-wave-column = { $path_name } no tiene la columna «{ $column }» (--wave-column).{ $hint }
interchange-has-no-column-which-tells-the-rows-of-a = { $path_name } no tiene la columna «{ $name }», que indica las filas de una ola (`rows:`). Pedir el archivo con ella.
interchange-heads-are-questions = { $file }: { $heads ->
    [one] { $heads } columna se llama como una pregunta entera; aquí recibe un nombre corto, y la pregunta es su etiqueta
   *[other] { $heads } columnas se llaman como preguntas enteras; cada una recibe aquí un nombre corto, y la pregunta es su etiqueta
}
interchange-holds-no-new-wave-says-which-has-give = { $path_name } no contiene ninguna ola nueva: «{ $column }» indica { $held }, que { $survey_id } ya tiene. Dar el archivo que contiene la siguiente.
interchange-holds-no-question-that-padai-can-draft = { $path_name } no contiene ninguna pregunta que padai pueda recoger{ $left }. Dar otro archivo.
interchange-holds-parts-nested-deeper-than-a = { $path_name } contiene partes más anidadas que las de un cuestionario. Volver a exportarlo.
interchange-holds-questions-a-definition-is-drafted = { $path_name } contiene { $count } preguntas; una definición se elabora a partir de { $max_questions } como máximo. Retirar algunas.
interchange-holds-several-new-waves-add-them-one-at = { $path_name } contiene varias olas nuevas ({ $listed }). Añadirlas de una en una, primero la más antigua: --wave { $wave_of }
interchange-identifier = identificador
interchange-interviewer = persona que entrevista
interchange-ip-address = dirección IP
interchange-is-a-file-a-project-needs-a-folder = «{ $target }» es un archivo; un proyecto requiere una carpeta. Elegir otro nombre.
interchange-is-a-project-already-it-holds-choose-an = «{ $target }» ya es un proyecto: contiene { $project_file }. Elegir una carpeta vacía.
interchange-is-a-redcap-data-dictionary-give-the = { $name } es un diccionario de datos de REDCap. Dar también las respuestas: --from { $name } --data registros.csv
interchange-is-again-byte-for-byte-give-each-wave = { $two } es otra vez { $one }, byte por byte. Dar cada ola una sola vez.
interchange-is-an-earlier-wave-again = { $path_name } es otra vez la ola { $wave_id }: { $count } de sus { $people } filas tienen exactamente las respuestas de una fila de esa ola, en { $columns } columnas. No se escribió nada. Si corrige esa ola, póngalo en el lugar de su archivo en data/ y dé su suma de control en waves/{ $wave_id }.yaml; si el archivo crece cada año, nombre la columna que dice la ola: --wave-column.
interchange-is-dated-like-wave-name-it = { $path_name } es del { $middle } ({ $told }), como la ola { $wave_id } ({ $date }). Si su fecha es errónea, nombrarla por su mes: --wave { $later }; su lugar entre las olas es el de su trabajo de campo.
interchange-is-gone = «{ $column }» ya no está
interchange-is-larger-than-an-export-that-padai = { $path_name } supera lo que padai lee de una exportación ({ $size } MB, { $cells } millones de celdas, { $max_export_columns } columnas). Exportar las preguntas que la encuesta utiliza.
interchange-is-larger-than-mb-a-questionnaire-is-not = { $path_name } supera los { $limit } MB; un cuestionario no llega a tanto. Volver a exportarlo.
interchange-is-no-questionnaire = { $path_name } no es un cuestionario que padai lea: dar el .qsf de Qualtrics, el .lss de LimeSurvey, el XLSForm de KoboToolbox u ODK (.xlsx), o el diccionario de datos de REDCap (.csv)
interchange-is-no-review-sheet-its-first-row-must = { $path_name } no es una hoja de revisión: su primera fila debe decir { $head }, tal como la escribió `padai init`.
interchange-is-no-xlsform-a-workbook-is-read-as-a = { $path_name } no es un XLSForm: un libro de Excel se lee como un cuestionario, cuya hoja «survey» tiene las columnas type y name. Si contiene datos, guardarlo como CSV UTF-8 y dar ese archivo.
interchange-is-not-a-regular-table-in-utf-8-export = { $path_name } no es una tabla regular en UTF-8. Volver a exportarlo.
interchange-is-not-there-yet = «{ $column }» todavía no está
interchange-is-the-file-of-wave-again-byte-for-byte = { $path_name } es otra vez el archivo de la ola { $before }, byte por byte.
interchange-its-values-are-labelled = sus valores tienen etiquetas
interchange-key-findings = Resultados clave
interchange-kobotoolbox = KoboToolbox
interchange-label-18-34 = 18 a 34 años
interchange-label-35-54 = 35 a 54 años
interchange-label-55 = 55 años y más
interchange-label-age = Edad
interchange-label-age-group = Grupo de edad
interchange-label-by-group = Según el grupo
interchange-label-confidence = Confianza
interchange-label-dont-know = No sé
interchange-label-gender = Sexo
interchange-label-have-trust = Confían
interchange-label-headline = Indicadores principales
interchange-label-man = Hombre
interchange-label-refused = Prefiero no responder
interchange-label-total-trust = Total confianza
interchange-label-trend = Total confianza, de una ola a otra
interchange-label-trust = La confianza
interchange-label-trust-1 = No confía nada
interchange-label-trust-2 = Confía poco
interchange-label-trust-3 = Confía bastante
interchange-label-trust-4 = Confía totalmente
interchange-label-woman = Mujer
interchange-labels-answers-word-for-word-or-a = { $labelled } etiquetas: respuestas literales, o una clasificación
interchange-labels-in-another-language = las etiquetas de { $file } parecen estar en otro idioma («{ $found }») que las de la definición («{ $own }»): una pregunta se reconoce por su columna y sus códigos, y «otra etiqueta» puede ser solo una traducción. Pida el archivo con etiquetas en el idioma de la definición.
interchange-lacks = falta { $lacking }
interchange-lacks-the-column-that-parts-the-wave = { $path_name } no tiene la columna «{ $column }», que separa las partes de la última ola; pedirla, o dar un archivo por parte
interchange-limesurvey = LimeSurvey
interchange-marks-read-as-choices = { $file }: las columnas { $name }/… solo contienen 0 y 1, y se leen como las opciones de una sola pregunta. Si son preguntas, dar el formulario: --from formulario.xlsx --data { $file }
interchange-methodology-05fa = Metodología
interchange-methodology-8631 = metodologia
interchange-microsoft-forms = Microsoft Forms
interchange-missing-added = códigos sin respuesta de más: { $listed }; las líneas los añaden a la escala
interchange-mode-in-person = En persona
interchange-mode-mail = Por correo
interchange-mode-mixed = Varios modos
interchange-mode-online = En línea
interchange-mode-phone = Por teléfono
interchange-name-of-a-person = nombre de una persona
interchange-names-end-with-the-wave = {"  "}los nombres de las columnas terminan con su ola ({ $listed }): sin ese final son las mismas preguntas, si la etiqueta y la escala concuerdan ({ $questions }); por confirmar en questionnaire.yaml
interchange-near-mean-one = media cercana a 1
interchange-nearly-a-value-a-person = casi un valor por persona
interchange-negative-answers = {"  "}{ $column }: los códigos negativos, frente a los positivos, se conservan como respuestas; por confirmar en questionnaire.yaml (`codes:`)
interchange-negative-values = valores negativos
interchange-no-column-fits = ninguna columna es adecuada
interchange-no-column-fits-and-elsewhere = ninguna columna sirve, aunque la ola { $wave } está ponderada
interchange-no-numbers-of-people = no son números de personas
interchange-no-record-is-marked-complete = { $file }: ninguna ficha está marcada como completa; la marca no se usa, pues, y se conservan todas; para apartar algunas, escriba `exclusions:`
interchange-no-replicates-to-make = ola { $wave_id }: --design indica cómo se generaron los pesos de réplica, y el archivo no tiene. Quitar `replicates=`.
interchange-not-a-number = no es un número
interchange-note-amounts = importes leídos como números: miles separados, o signo de moneda o de porcentaje
interchange-note-answer-and-none = CÓDIGOS DUDOSOS — una respuesta y una falta de respuesta bajo una misma etiqueta ({ $listed }), conservadas como respuesta: para apartarlas, mueva el código a missing:
interchange-note-answer-or-none = el código { $code } es una respuesta en una ola y falta de respuesta en la otra
interchange-note-answered-once = { $n ->
       [one] { $n } respuesta de una sola persona
       *[other] { $n } respuestas, cada una de una sola persona
    }: código { $code }
interchange-note-answers-of-one-wave = respuestas de una sola ola: { $listed }
interchange-note-apart = por confirmar: aparte de las respuestas
interchange-note-as-before = como antes
interchange-note-base = base por escribir
interchange-note-base-told = base por escribir: { $text }
interchange-note-branches = bifurcaciones (survey flow)
interchange-note-changed = cambiada
interchange-note-code-of-other-label = el código { $code } es «{ $one }» en una ola y «{ $other }» en la otra
interchange-note-codes-absent = códigos ausentes en una ola: { $listed }
interchange-note-codes-apart = CÓDIGOS DUDOSOS — { $listed }: aparte de las respuestas, propuestos como falta de respuesta
interchange-note-codes-unlabelled = códigos sin etiqueta en el archivo
interchange-note-constant = constante
interchange-note-date = fecha
interchange-note-day-of-interview = día de la entrevista, supuesto
interchange-note-design = diseño muestral
interchange-note-display-logic = visualización condicional
interchange-note-empty = vacía
interchange-note-encoded-twice = texto codificado dos veces, corregido
interchange-note-few-texts = pocos textos: tomados por códigos
interchange-note-few-written = pocos textos, algunos de menos de cinco personas: se dejan como texto libre; si son respuestas, `type: single` y sus `codes:`
interchange-note-give-the-form = códigos sin etiqueta: proporcione el cuestionario
interchange-note-in-wave = { $wave }: { $note }
interchange-note-infinite = valores infinitos
interchange-note-kept-apart = separada de «{ $question }»: { $why }. Para vincular, una sola pregunta y `columns:`
interchange-note-label = etiqueta
interchange-note-label-changed = mismo nombre y escala, etiqueta modificada
interchange-note-label-cut = ¿etiqueta cortada a { $n } signos?
interchange-note-left-now = desconocidas en la definición, en palabras o números, dejadas fuera: { $listed }
interchange-note-left-out = No incluido: { $listed }
interchange-note-letters-lost = letras de la etiqueta perdidas ({ $sign }): corríjala aquí
interchange-note-link = VÍNCULO DUDOSO — { $said }
interchange-note-mirrored = CÓDIGOS DUDOSOS — códigos negativos frente a los positivos, conservados como respuestas
interchange-note-mixed = CÓDIGOS DUDOSOS — números y palabras en una columna: confirmar cada código
interchange-note-multiple-set = conjunto de respuestas múltiples, supuesto
interchange-note-named = llamada { $name }
interchange-note-new = nueva
interchange-note-new-numbers = por escribir: en la ola { $wave_id } la columna «{ $column }» contiene { $n ->
        [one] { $n } identificador
       *[other] { $n } identificadores
    } de la ola { $before }: hay personas que vuelven con otro número
interchange-note-no-answer = ninguna respuesta
interchange-note-no-identifier = por escribir: ningún identificador
interchange-note-no-kind = ninguna etiqueta dice el tipo
interchange-note-no-name = sin nombre
interchange-note-no-value = ningún valor
interchange-note-none-kept = CÓDIGOS DUDOSOS — «ninguno de estos» bajo un código negativo, conservado como respuesta
interchange-note-none-returns = ningún identificador vuelve
interchange-note-not-kept = no conservada
interchange-note-number-and-none = CÓDIGOS DUDOSOS — { $listed }: falta de respuesta según su etiqueta, y el número que sigue al último dado; algunas respuestas pueden llevar este código
interchange-note-number-with-a-word = { $count ->
       [one] una respuesta tiene una palabra junto a su número, y vale
       *[other] { $count } respuestas tienen una palabra junto a su número, y valen
    } ese número
interchange-note-of-role = { $role } — { $said }
interchange-note-one-answer-and-blanks = una sola respuesta y celdas vacías, como las deja una casilla marcada
interchange-note-one-label = los códigos { $listed } tienen una misma etiqueta
interchange-note-one-wave = una sola ola
interchange-note-order = orden por confirmar
interchange-note-other-codes = otros códigos
interchange-note-other-label = mismo nombre, otra etiqueta
interchange-note-other-options = otras opciones
interchange-note-other-people = { $told }; mismo sexo o edad { $share } veces de cada 100
interchange-note-other-tongue = vinculada solo por su nombre y sus códigos: las etiquetas de la ola { $wave } están en otro idioma
interchange-note-other-type = otro tipo
interchange-note-own-words = la propia columna dice que se escribió en ella: se deja como texto libre; si son respuestas, `type: single` y sus `codes:`
interchange-note-platform-tells-no-return = una plataforma no dice quién vuelve
interchange-note-points-unlabelled = números sin etiqueta, tomados por los puntos de una escala: por confirmar
interchange-note-read-by-labels = escala leída por sus etiquetas
interchange-note-renamed = vinculada por su etiqueta: otro nombre
interchange-note-response-number = número de la respuesta
interchange-note-response-status = estado de la respuesta
interchange-note-rest-not-kept = no conservadas
interchange-note-returns = { $n ->
       [one] { $n } identificador vuelve
       *[other] { $n } identificadores vuelven
    }
interchange-note-review = role: question, aside (aparte), weight, stratum, psu, id. Cambie la columna «role», y luego: padai init … --review review.xlsx
interchange-note-row-numbers = por escribir: los identificadores son números de fila
interchange-note-rows-numbered-in-each-export = los números de las filas, que empiezan de nuevo en cada exportación
interchange-note-same-people = por escribir: { $told }; ¿son las mismas personas?
interchange-note-same-psus = { $told }, UPM sin cambios
interchange-note-same-rows = por confirmar: está donde una respuesta anterior separa a personas, y en ningún otro lugar
interchange-note-selects = sirve para elegir o fechar
interchange-note-several-choices = varias opciones por celda: se deja como texto libre; dar a cada opción una columna de 0 y 1 (`type: multiple`)
interchange-note-to-confirm = por confirmar
interchange-note-turned = mismas etiquetas, otros códigos: la escala se invirtió (--by-label la lee por sus etiquetas)
interchange-note-yes-or-no = POR CONFIRMAR — { $columns }: sí o no, tomadas por otras tantas preguntas; si son las opciones de una sola, una pregunta `type: multiple` con marks: {"{"}default: {"{"}chosen: 1, not_chosen: 2{"}"}{"}"}
interchange-numbered-anew-in-each-country = numerado de nuevo en cada uno de los { $count } valores de { $place }: unidades de varios países serían una sola. Haga de cada uno una parte (rows: {"{"}{ $place }: [{ $first }]{"}"} en waves/), con sus estratos y unidades
interchange-numbered-in-each-stratum = numeradas dentro de cada estrato: { $count } unidades
interchange-numbers-and-words = {"  "}{ $column }: números y palabras en una misma columna; cada uno se toma por una respuesta, por confirmar en questionnaire.yaml
interchange-numbers-decimals-or-thousands = un punto o una coma seguidos de tres cifras en cada número: ¿decimales o miles? Si son decimales, --fact numbers=decimals; si son miles, guarde de nuevo el archivo sin ese signo
interchange-numbers-units = numera hogares, las personas de un hogar o lugares, y no es una respuesta
interchange-numbers-with-a-sign = números escritos con un signo o un espacio: guardarlos como números
interchange-numbers-written-as-text = números escritos como texto
interchange-odk = ODK
interchange-of-the-sampling-fpc = puede ser el tamaño de la población de la que se extrajo cada estrato; sin él no se hace corrección por población finita. Si lo es, en cada ola: design: {"{"}…, fpc: la columna{"}"}
interchange-of-the-sampling-pps = puede ser la probabilidad de ser seleccionado, de personas o unidades; sin ella las unidades cuentan como extraídas con reposición. Si se extrajeron según su tamaño, en cada ola: design: {"{"}…, fpc: la columna, pps: brewer{"}"}
interchange-official-number = número oficial de identificación
interchange-one-value-a-row = un valor por fila
interchange-option-chosen = Elegido
interchange-option-not-chosen = No elegido
interchange-options-marked-otherwise = las mismas opciones, pero la elegida lleva allí el valor { $chosen }
interchange-other-answer = Otra respuesta
interchange-other-answers = «{ $column }» lleva otras respuestas: { $listed }{ $left ->
        [0] { "" }
       *[other] ; ya nadie da { $gone }
    }
interchange-overlap-is-to-be-written = Lo que comparten las olas está { $told }. Mientras survey.yaml no lo diga, un borrador muestra solo la última ola: `overlap: none` si cada ola entrevistó a otras personas (e `ids: per_wave` si sus números vuelven a empezar), `overlap: respondent` si contestaron las mismas
interchange-overlap-taken = Lo que comparten las olas: `{ $lines }` ({ $told }); por confirmar en survey.yaml, ya que el error de cada cambio depende de ello
interchange-own-words = {"  "}{ $column }: un nombre o una etiqueta dice que ahí se escribió; se deja como texto libre (`type: open`), y ninguno de esos textos está en la definición
interchange-part-has-its-own-file = la parte «{ $part }» de la última ola tenía su propio archivo ({ $file }): no está en waves/{ $wave_id }.yaml; copiar allí su bloque con el nombre del nuevo archivo
interchange-part-has-no-row = { $path_name } no tiene ninguna fila para la parte «{ $part }» ({ $rows }); comprobar el archivo y los valores de `rows:`
interchange-parts-of-an-export-need-a-question = las partes de la última ola se distinguen por «{ $column }», que no es una pregunta de la definición: los códigos que le da { $path_name } podrían ser los de otra parte; declararla en questionnaire.yaml con sus códigos
interchange-parts-of-one-wave = { $one } y { $two } contienen los mismos identificadores ({ $column }: vuelven { $count } de { $of }) y ninguna pregunta en común: parecen partes de una misma ola. Unirlos, y dar el archivo que escribe esta línea: { $line }. Si aun así son olas, nombrarlas: --wave 2024={ $one }
interchange-people-of-one-home = números de { $distinct } hogares, de hasta { $most } personas cada uno: la UPM, si se sortearon hogares
interchange-people-of-one-place = números de { $distinct } lugares, de varias personas cada uno: la UPM, si se sortearon personas lugar por lugar
interchange-people-under-new-numbers = ola { $wave_id }: la columna «{ $column }» contiene { $n ->
        [one] { $n } identificador
       *[other] { $n } identificadores
    } de la ola { $before }: estas personas vuelven con otro número, y overlap: none las toma por otras, lo que altera los errores de los cambios. Dar a cada una su primer número en una columna (design: id) de cada archivo, y escribir overlap: respondent
interchange-perhaps-a-psu = posible UPM
interchange-perhaps-a-stratum = posible estrato
interchange-perhaps-a-weight = posible peso
interchange-perhaps-an-identifier = posible identificador
interchange-perhaps-the-weight-of-a-body = quizá el peso de un cuerpo
interchange-place-among-waves-without-dates = { $path_name } es del { $middle } ({ $told }), y nada dice si { $waves } va antes o después. Dar sus fechas (fieldwork: en el archivo de la ola) y añadirlo después.
interchange-plausible-values = {"  "}{ $column }: valores plausibles, sorteos de una puntuación que nadie observó; el error de cada uno por sí solo deja fuera la incertidumbre de la puntuación. Estimar cada uno y después combinarlos: la media de las estimaciones, y la media de sus varianzas más (1 + 1/M) por la varianza entre ellas
interchange-points-taken = {"  "}{ $column }: números sin etiqueta, tomados por los puntos de una escala, por confirmar en questionnaire.yaml (`type: rating`)
interchange-points-to-a-person = señala a una persona
interchange-possible = { $column }: posible ({ $why })
interchange-postal-code = código postal
interchange-preview-test-or-spam = vista previa, prueba o spam
interchange-primary-sampling-unit-psu = unidad primaria de muestreo (UPM)
interchange-proposed = { $column }: propuesta ({ $why })
interchange-qualtrics = Qualtrics
interchange-question-has-choices-a-definition-takes = la pregunta «{ $name }» tiene { NUMBER($choices) } opciones; una definición admite { NUMBER($most) } como máximo. Convertirla en una pregunta de respuesta escrita, o acortar su lista.
interchange-questionnaire-and-results = Cuestionario y resultados
interchange-questionnaire-without-export = --questionnaire acompaña a la exportación de una plataforma, y { $path_name } no lo es; las etiquetas de un archivo de datos dicen cuáles son sus preguntas
interchange-read-by-bytes = {"  "}{ $file }: solo los bytes de sus textos indican su juego de caracteres; leído en { $encoding }. Si hay acentos incorrectos, pedirlo de nuevo en Unicode (Stata 14 y posteriores: unicode translate)
interchange-read-in-encoding = {"  "}{ $file } no está en UTF-8: leído en { $encoding }. Si hay acentos equivocados, vuelva a guardarlo como CSV UTF-8 y dé ese archivo
interchange-reading-a-file-of = Leer un archivo { $suffix }
interchange-reading-a-review-sheet = Leer una hoja de revisión
interchange-reading-xlsx = Leer un archivo .xlsx
interchange-redcap = REDCap
interchange-redcap-has-several-rows-a-record-events = { $path_name } (REDCap) tiene varias filas por registro: eventos o instrumentos repetidos. Exportar un evento de un instrumento por archivo, uno por ola.
interchange-rejected = { $column }: descartada ({ $why })
interchange-repeated-group-file = { $file } contiene un grupo repetido: varias filas por respuesta (_parent_index, PARENT_KEY). Dar el archivo del propio formulario, que tiene una fila por respuesta; lo que se repite no forma una ola.
interchange-replicate-weights-made-by-factors = { $prefix }…: { $count_names } pesos de réplica; por lo que son del peso, kind: { $kind }
interchange-replicate-weights-made-by-name = { $prefix }…: { $count_names } pesos de réplica; según su nombre, kind: { $kind }, por confirmar, pues de ello dependen los intervalos
interchange-replicate-weights-nothing-says-how-they = { $prefix }…: { $count_names } pesos de réplica, de los que nada indica cómo se generaron
interchange-replicate-weights-of-a-set = { $count } pesos de réplica
interchange-replicates = {"  "}réplicas: { $said }
interchange-replicates-leave-nobody-out = ola { $wave_id }: --design dice que los pesos de réplica { $prefix }… se hicieron con { $given }, y ninguno deja a nadie fuera, como lo hace ese método: los intervalos serían erróneos. Responda --design { $wave_id }:proposed,replicates=none por ahora, o escriba en waves/{ $wave_id }.yaml lo que dice la documentación del archivo: design: {"{"}replicates: {"{"}kind: fay, rho: …, prefix: { $prefix }{"}"}{"}"}
interchange-replicates-made-by-more = --design same: los pesos de réplica { $prefix }… de la última ola se declaran con más de una palabra. Ejecutar la orden sin --design y copiar después `design:` de esa ola.
interchange-replicates-of-a-set-lack = { $prefix }…: sin { $lacking }, columna perdida o pregunta con ese nombre; cuando se sepa, nombre las columnas: replicates: {"{"}columns: […]{"}"}
interchange-replicates-of-another-kind = ola { $wave_id }: --design dice que los pesos de réplica { $prefix }… se generaron por { $given }, y lo que son del peso es propio de kind: { $kind }; los intervalos serían falsos. Responda --design { $wave_id }:proposed,replicates={ $answer } o, si la documentación dice otra cosa, escriba en waves/{ $wave_id }.yaml: design: {"{"}replicates: {"{"}kind: { $given }, prefix: { $prefix }{"}"}{"}"}
interchange-report-8cb9 = informe
interchange-report-cc37 = Informe
interchange-respelled = las mismas respuestas, escritas de otro modo: { $listed }
interchange-rests-in-this-wave = en descanso en esta ola: nada del módulo «{ $module }» está en el archivo
interchange-row-the-role-of-is-unknown-write-one-of = { $path_name }, fila { $place }: se desconoce la función «{ $role }» de «{ $column }». Escribir una de estas: { $listed }.
interchange-row-wave-has-two-columns-for-and-keep = { $path_name }, fila { $place }: la ola { $wave } tiene dos columnas para { $role }: { $other } y { $column }. Conservar una.
interchange-rows-are-results = { $file } parece contener resultados publicados (una fila por encuesta, por grupo o por respuesta) y no una fila por persona: { $signs }. Así, cada fila contaría como una persona. Dar el archivo de respuestas; si cada fila es una persona de todos modos: --fact rows=people.
interchange-rows-changed = { $n ->
       [one] { $n } fila modificada
       *[other] { $n } filas modificadas
    } ({ $columns })
interchange-rows-gone = { $n ->
       [one] { $n } fila
       *[other] { $n } filas
    } menos
interchange-rows-more = { $n ->
       [one] { $n } fila
       *[other] { $n } filas
    } más
interchange-rows-not-compared = { $n ->
       [one] { $n } fila
       *[other] { $n } filas
    }; { $file } no está aquí, por lo que no se compara nada
interchange-rows-that-no-part-takes = { $count ->
       [one] { $count } fila de { $path_name } no corresponde
       *[other] { $count } filas de { $path_name } no corresponden
    } a ninguna parte; añadir una parte con su `rows:`, o { $count ->
       [one] dejarla
       *[other] dejarlas
    } fuera de la encuesta
interchange-rows-the-same = { $count_now ->
       [one] { $count_now } fila, la misma
       *[other] { $count_now } filas, las mismas
    }
interchange-same-is-no-question = --same { $name }: el archivo nuevo no lleva ninguna columna de ese nombre de la que la encuesta tenga una pregunta. Las preguntas que cambiaron: { $changed }
interchange-same-name-other-words-another-question = mismo nombre, otras palabras: ¿otra pregunta? Para enlazarlas, añadir estas palabras a `wording:` o a `earlier_wordings:`
interchange-same-number-of-people-in-each = casi el mismo número de personas en cada uno de sus { $distinct } valores, como cuando se entrevista a tantas por punto muestral
interchange-same-rows = {"  "}{ $column }: el código { $listed } está en las filas que una respuesta a una pregunta anterior separa, y en ninguna otra; se toma por «no preguntada», por confirmar en questionnaire.yaml (`missing:`)
interchange-sampling-probability = probabilidad de selección: es del diseño
interchange-scale-turned = {"  "}{ $column }: en la ola { $wave_id } las mismas respuestas llevan otros códigos, la escala se invirtió; queda aparte como { $question } (--by-label la lee por sus etiquetas)
interchange-selects-rows = sirve para seleccionar las filas
interchange-several-choices = {"  "}{ $column }: una celda contiene varias opciones, y cada lista de ellas sería una respuesta aparte; se deja como texto libre (`type: open`). Dar a cada opción una columna de 0 y 1 (`type: multiple`), o el archivo tal como lo exporta su plataforma
interchange-several-columns-choose-the-rows-of-a = { $survey_id }: varias columnas seleccionan las filas de una ola ({ $listed }). Nombrar la que indica la ola: --wave-column COLUMNA.
interchange-several-rows-a-person = { $two } contiene { $rows } filas de { $distinct } de las personas de { $one } ({ $column } vuelve): sus filas no son personas. Hacer antes una fila por persona (un recuento, una suma, la primera), unirla a { $one } por { $column }, y dar ese archivo. Si aun así es una ola, nombrarla: --wave 2024={ $two }
interchange-shared-across = {"  "}vinculadas solo por el nombre y los códigos, al estar las etiquetas en otro idioma: { $count }; por confirmar en questionnaire.yaml
interchange-shared-apart = {"  "}columnas cuyo nombre se mantiene, separadas por su etiqueta o sus códigos: { $count } ({ $named }); questionnaire.yaml dice por qué en cada una. Para vincular dos, una sola pregunta y `columns:`
interchange-shared-apart-in-tongues = {"  "}columnas cuyo nombre se mantiene, separadas: { $count } ({ $named }). Las etiquetas están en varios idiomas ({ $known }), y solo su número diría que son las mismas preguntas. Si lo son: --by-name vincula las que tienen los mismos códigos; o, una por una, una sola pregunta y `columns:` en questionnaire.yaml
interchange-shares-no-column-with-the-questions-of = { $path_name } no tiene ninguna columna de las preguntas de { $definition_id }. Dar el siguiente archivo de esta encuesta.
interchange-shares-no-question-with-give-the-next = { $path_name } no tiene ninguna pregunta de { $survey_id }. Dar la siguiente exportación de esta encuesta.
interchange-sheet-of-has-more-than-rows-which-no = la hoja «{ $title }» de { $path_name } tiene más de { NUMBER($most) } filas, cifra que ningún cuestionario alcanza. Retirar lo que no forme parte del cuestionario.
interchange-sign-answers = «{ $one }» y «{ $other }» nombran una pregunta y una respuesta
interchange-sign-houses = «{ $column }» nombra a quien encuestó
interchange-sign-shares = «{ $column }» contiene porcentajes
interchange-sign-sizes = «{ $column }» indica a cuántas personas se preguntó
interchange-sign-sums = { $columns } suman un todo
interchange-stratum = estrato
interchange-sums-to-a-population = suma { $size }: ¿una población?
interchange-sums-to-the-number-of-people = suma igual al número de personas
interchange-surveymonkey = SurveyMonkey
interchange-takes-its-place-between = { $wave_id } ({ $middle }) ocupa su lugar entre { $before } y { $after }, y se compara con ambas
interchange-telephone-number = número de teléfono
interchange-the-column-has-different-values-waves = { $path_name }: la columna «{ $column }» tiene { $count_values } valores diferentes; las olas se distinguen por entre 2 y { $most_waves }. Nombrar otra columna.
interchange-the-column-holds-numbers-with-many = { $path_name }: la columna «{ $column }» contiene números con muchos decimales, como un peso; las olas se indican con años, números de orden o palabras. Nombrar otra columna.
interchange-the-column-is-blank-in-rows-so-nothing = { $path_name }: la columna «{ $column }» está vacía en { $blank } filas, por lo que nada indica su ola. Preguntar de qué ola son, o retirarlas.
interchange-the-column-values-looks-as-if-it-told = {"  "}{ $path_name }: la columna «{ $profile_name }» ({ $distinct } valores) parece indicar la ola; si el archivo contiene varias: --wave-column { $profile_name }
interchange-the-export-lacks-it = la exportación ya no la tiene
interchange-the-exports-are-of-several-platforms = Las exportaciones proceden de varias plataformas: { $named }. Partir de las de una sola.
interchange-the-file-holds-more-than-questions-or = el archivo contiene más de { NUMBER($entries) } preguntas o de { NUMBER($choices) } opciones, cifras que ningún cuestionario alcanza. Exportar solo la parte que sea un cuestionario.
interchange-the-line-for-cannot-be-put-in-by-itself-c291 = { $file }: la línea de «{ $place }» no puede insertarse automáticamente. Escribirla allí: { $told }
interchange-the-questionnaire-and-the-exported = El cuestionario y las respuestas exportadas no tienen ninguna pregunta en común. Dar el cuestionario de la misma encuesta.
interchange-the-same = la misma
interchange-the-same-by-name = la misma, solo por su nombre y sus códigos: etiquetas en otro idioma
interchange-the-same-numbers-as = los mismos números que «{ $twin }»
interchange-the-same-options = las mismas opciones
interchange-the-same-scale-turned-over = la misma escala, invertida
interchange-the-wave-keeps-to-take-these-rows-write = { $changes }. La ola conserva { $file }; para tomar estas filas, escribir en waves/{ $wave_id }.yaml: { $lines }
interchange-the-weight-of-a-body = el peso corporal
interchange-there-is-no-export-to-choose-or-a-format = No existe exportación a «{ $to }»; elegir { $exports }, o un formato de datos.
interchange-there-is-no-file-check-its-name-and = No existe el archivo { $path_name }. Comprobar su nombre y su carpeta.
interchange-there-is-no-review-sheet-check-its-name = no existe la hoja de revisión { $path_name }. Comprobar su nombre y su carpeta.
interchange-these-are-no-numbers-of-units = no son números de unidades
interchange-title-above-names = { $file }: { $count ->
       [one] { $count } línea
       *[other] { $count } líneas
    } por encima de los nombres de las columnas, como un título; { $count ->
       [one] dejada
       *[other] dejadas
    } aparte
interchange-told-by-its-label = reconocida por su etiqueta
interchange-told-by-its-name = reconocida por su nombre
interchange-totals-below = { $file } termina con { $count ->
       [one] { $count } línea de totales, que contaría como una persona. Quítela
       *[other] { $count } líneas de totales, que contarían como personas. Quítelas
    } y vuelva a dar el archivo.
interchange-totals-left-out = { $file }: { $count ->
       [one] { $count } línea
       *[other] { $count } líneas
    } de totales bajo las respuestas, { $count ->
       [one] dejada
       *[other] dejadas
    } aparte
interchange-two-files-are-called-rename-one-since = Dos archivos se llaman { $twice }; cambiar el nombre de uno, ya que ambos van a la carpeta de datos.
interchange-two-lines-of-names = { $file }: su segunda línea parece una segunda línea de nombres: nada de lo que contiene se repite más abajo y, a partir de ahí, { $count ->
       [one] { $count } columna contiene
       *[other] { $count } columnas contienen
    } solo números. Deje una sola de las dos líneas y vuelva a dar el archivo.
interchange-two-waves-have-the-id-name-them-apart-933e = dos olas tienen el identificador «{ $twice }» ({ $files }). Darles nombres distintos: --wave ID=ARCHIVO.
interchange-two-waves-have-the-id-name-them-apart-9c39 = dos olas tienen el identificador «{ $twice }». Darles nombres distintos: --wave ID=ARCHIVO.
interchange-unfinished-or-rejected-response = respuesta inacabada o rechazada
interchange-unlabelled-added = a la definición le falta { $listed }, que el archivo no nombra: diga en questionnaire.yaml qué es (codes: o missing:)
interchange-values = { $distinct } valores
interchange-values-cells-of-a-poststratification = { $distinct } valores: ¿celdas de posestratificación?
interchange-values-for-rows = { $distinct } valores para { $rows } filas
interchange-values-of-a-weight = sus valores son los de un peso
interchange-was-used-to-make-a-weight-and-is-none = sirvió para elaborar un peso, y no lo es
interchange-wave = Ola { $wave_id }:
interchange-wave-are-replicate-weights-and-nothing = ola { $wave_id }: { $columns }… son pesos de réplica, y su documentación indica cómo se generaron, de lo que dependen los intervalos. Responder --design { $wave_id }:proposed,replicates={ $kind } ({ $listed }; none para dejarlos de lado), o escribir `design:` en su archivo, como indica padai estimate.
interchange-wave-column-does-not-go-with-a-platforms = --wave-column no puede acompañar a las exportaciones de una plataforma. Dar una exportación por ola.
interchange-wave-columns-are-replicate-weights-and = ola { $wave_id }: { $count_names } columnas { $prefix }… son pesos de réplica, y su documentación indica cómo se generaron, de lo que dependen los intervalos. Responder --design { $wave_id }:proposed,replicates={ $kind } ({ $listed }), o escribir en waves/{ $wave_id }.yaml: design: { $given } (también fay, jkn). Para dejarlos de lado: --design { $wave_id }:proposed,replicates=none
interchange-wave-design-names-as-which-is-not-in-the = ola { $wave_id }: --design nombra «{ $column }» ({ $role }), que no está en el archivo.{ $hint }
interchange-wave-file-kept = waves/{ $wave_id }.yaml se modificó desde el primer add-wave: se conserva tal cual
interchange-wave-has-no-weight = ola { $wave_id }: ninguna columna de pesos, aunque la ola { $wave } está ponderada; la variación de una a otra mezclaría las dos. Pedir el peso al proveedor y nombrarlo (weight=…), o confirmar que no lo hay: --design { $wave_id }:proposed,{ $line }
interchange-wave-not-accepted-is-there = waves/{ $wave_id }.yaml quedó de un add-wave cuyas líneas no se escribieron, y se modificó después, o describe otro archivo. Borrarlo y repetir la orden; o repetirla sin --design ni --fact, para conservarlo tal cual (--accept escribe las líneas); o dar otro nombre a esta ola: --wave ID.
interchange-wave-which-column-is-it = ola { $wave_id }: nada decide qué columna tiene un papel del diseño ({ $roles }). Nombrar una para cada papel: --design { $wave_id }:proposed,{ $line }; si ninguna lo tiene: { $role }=none
interchange-wave-write-the-id-of-a-wave-letters = --wave { $text }: escribir el identificador de una ola (letras, cifras, guiones), =, y después su archivo: --wave 2019-05=mayo.sav
interchange-waves-and-have-the-same-date-so-their = las olas { $one } y { $two } tienen la misma fecha ({ $told }), por lo que se desconoce su orden. Nombrar cada una por su mes: --wave 2019-05=ARCHIVO. Si son partes de una misma ola (regiones, modos), reunir sus filas en un solo archivo, con una columna que indique la parte.
interchange-waves-left-open = el diseño de varias olas queda por decidir:{"\u000A"}{ $lines }
interchange-waves-share = Ola { $wave_id }: { $asked } preguntas, { $linked } de ellas ya hechas{ $renamed ->
       [0] {""}
      *[other] {" "}({ $renamed } con otro nombre)
    }
interchange-waves-share-almost-nothing = La ola { $wave_id } tiene { $asked } preguntas, y { $linked } de ellas se hicieron en una ola anterior ({ $names } tienen la columna de una): parece otra encuesta, o un archivo cuyas columnas o etiquetas se hicieron de nuevo. Mire los archivos. Si las etiquetas están en otro idioma y las columnas son las de las mismas preguntas: --by-name. Si las olas no tienen casi nada en común y así debe ser: --fact waves=unlinked.
interchange-waves-side-by-side = {"  "}{ $file }: { $count } preguntas aparecen varias veces una al lado de otra ({ $one }, { $other }…), como en un panel en formato ancho; el borrador toma cada columna por otra pregunta y no compara ninguna. Si son olas, póngalas una debajo de otra, con los mismos nombres y una columna que indique la ola, y después: --wave-column
interchange-waves-yaml-several-parts-wait-for-their = waves/{ $wave_id }.yaml: varias partes esperan su diseño. Escribir cada uno: design: {"{"}weight: …{"}"}
interchange-weight = peso
interchange-weights-of-zero = pesos nulos
interchange-what-looks-as-if-it-told-the-wave = {" "}Parece indicarla: { $listed }.
interchange-word-said = {"  "}{ $word }: { $said }
interchange-workbook-read = { $file }: libro de respuestas, leído en su { $which ->
    [first] primera hoja
   *[longest] hoja más larga, «{ $sheet }»,
 } y guardado como CSV{ $others ->
    [0] {""}
   *[other] ; hojas no leídas: { $listed } (para leer otra, guardarla sola como CSV UTF-8 y dar ese archivo)
 }
interchange-would-unpack-to-mb-which-no = { $path_name } ocuparía { $size } MB una vez descomprimido, cosa que no ocurre con ningún cuestionario. Volver a exportarlo.
interchange-writing-a-review-sheet = Escribir una hoja de revisión
interchange-writing-xlsx = Escribir un archivo .xlsx
interchange-yes-or-no = {"  "}{ $column } y las siguientes: sí o no, tomadas por otras tantas preguntas; si son las opciones de una sola, questionnaire.yaml indica cómo escribirlo
