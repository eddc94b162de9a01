# padai, cli
cli-95-interval = Intervalo al 95 %
cli-a-break-in-the-series-lies-between-these = una { -series-break } separa estas ediciones
cli-a-change-between-two-percentages-is-said = una diferencia entre dos porcentajes se expresa en { -percentage-points }
cli-a-command-is-missing = falta una orden.
cli-a-date-is-written-yyyy-mm-dd = una fecha se escribe AAAA-MM-DD.
cli-a-document-docx-pptx-html-txt-of-which = Documento (.docx, .pptx, .html, .txt) del que se compara cada cifra con la publicación.
cli-a-few-questions-enter-skips-one-ctrl-d = Unas preguntas. Intro omite una pregunta, Ctrl-D omite las restantes, Ctrl-C cancela. Lo omitido dirá «à compléter» (por completar).
cli-a-folder-of-its-own-outside-the-releases = Carpeta aparte, fuera de las publicaciones: contiene respuestas individuales.
cli-a-majority-needs-a-lower-bound-above-50 = «mayoría» requiere que el límite inferior supere el 50 %
cli-a-name-without-its-folder-ending-in-one = un nombre sin carpeta, con una de estas terminaciones: { $known }.
cli-a-sav-zsav-dta-sas7bdat-or-csv-file = Archivo .sav, .zsav, .dta, .sas7bdat o .csv.
cli-a-wave-and-its-file-2019-05-may-sav = Ola y su archivo: 2019-05=mayo.sav; repetible.
cli-a-wave-is-not-shown = una ola no se muestra
cli-aborted = Interrumpido.
cli-according-to-the-team = según el equipo
cli-add = añadir { $boost }
cli-add-the-file-of-its-next-wave-to-a = Añadir a una encuesta el archivo de su siguiente ola, o de una anterior.
cli-added = añadido
cli-added-afterwards = añadido con posterioridad
cli-adjusted-p = p ajustado
cli-adjusted-p-no-change = p ajustado, sin diferencias
cli-adjusted-p-slope = p ajustado, pendiente
cli-after = { $size } después de { $wave }
cli-after-a-wave = Después: padai validate { $shown } y luego padai build { $shown } --draft
cli-after-a-wave-its-design = Diseño por confirmar (ola { $wave_id }): no se estima nada de ella antes. Si es el de la ola anterior: padai build { $shown } --draft --design { $wave_id }:same; si no, --design { $wave_id }:proposed, o { $wave_id }:weight=…,psu=…
cli-all = Total
cli-all-figures-as-json = Escribir todas las cifras, en JSON.
cli-all-is-in-order-already = Todo está ya en orden.
cli-an-empty-folder = Carpeta vacía donde empezar.
cli-an-exploratory-reading-without-verdicts = Lectura exploratoria, sin veredictos; p ajustados por las series de la tabla (Benjamini-Hochberg).
cli-and-more-18e6 = {"  "}y { $count } más
cli-and-more-a779 = {"  "}y { $more } más
cli-announce-the-draw-by-lot-of-a-panel-then = Anunciar el sorteo de un panel y realizarlo una vez conocida la semilla.
cli-another-once-built-again = otro al generarse de nuevo
cli-answers-exported-from-a-platform-beside = Respuestas exportadas de una plataforma, junto a su cuestionario (--from); repetible, una ola por archivo.
cli-arguments = Argumentos
cli-as-it-went-out = tal como se publicó
cli-asked = ¿{ $said }?
cli-bases-corrected-by-fewer-than-10 = bases corregidas en menos de 10 personas
cli-bash-zsh-fish-powershell = bash, zsh, fish o powershell.
cli-before-the-data-hash-published = antes de los datos, huella publicada
cli-before-the-data-time-stamped = antes de los datos, con sello de tiempo
cli-bill-of-materials = inventario de software
cli-breakdown = desglose
cli-breakdown-repeatable-a-b-crosses = Desglose, por ejemplo region; repetible, «region*age_group» cruza.
cli-build-a-release-again-and-compare-every = Volver a generar una publicación y comparar cada byte, o comparar con ella un documento.
cli-build-draws-what-from-or-wave-drafted = --build elabora lo que --from o --wave han recogido. Nombrar el archivo de una ola.
cli-build-everything-for-a-wave = Generar todo: informes, tablas, almacén, manifiesto.
cli-built-only-now = generado solo ahora
cli-by = { $document }, según { $release }: { $said }
cli-by-mail = por correo postal
cli-by-phone = por teléfono
cli-cause = Causa: { $said }
cli-change-from-wave-to-wave = Evolución de una ola a la siguiente
cli-change-name-said = {"  "}{ $change_name }: { $said }
cli-change-to-be-shown-in-points = Diferencia que se quiere detectar, en { -percentage-points }, por ejemplo 5: indica cuántas entrevistas hacen falta.
cli-changed-a-break-or-new = Cambiadas: una ruptura, u otra pregunta
cli-changed-afterwards = modificado con posterioridad
cli-changed-cdb3 = modificado
cli-changed-dbcb = modificada
cli-changed-input = entrada modificada
cli-changed-said-same = ¿Es una de estas la misma pregunta con otras palabras? --same { $name } (repetible) la conserva; padai validate da después la línea accept: o breaks: que hay que escribir.
cli-changed-since-the-seal = Cambios desde el sello:
cli-changed-with-the-manifest-releases-yaml = modificado junto con el manifiesto: releases.yaml fija otra huella
cli-changes-counted = { $head }: { $count }
cli-changes-gone = Ausentes
cli-changes-new = Nuevas
cli-changes-not-yet = Aún no preguntadas
cli-changes-respelled = Respuestas escritas de otro modo
cli-changes-widened = Opciones nuevas
cli-check-a-delivered-wave = Comprobar una ola entregada.
cli-choose-a-number-from-1-to-or-skip = elegir un número de 1 a { $count_names }, u omitir.
cli-choose-among-or = elegir entre { $listed }, o -.
cli-choose-from-example-or-blank = Elegir --from, --example o --blank.
cli-choose-json-or-csv = --json y --csv se excluyen: elija una de las dos.
cli-code-of-padai = código de padai
cli-column-that-tells-the-wave-in-a-file = Columna que indica la ola, en un archivo que las contiene todas.
cli-column-that-tells-the-wave-of-a = Columna que indica la ola en un archivo acumulado, cuando la definición no lo dice.
cli-columns-renamed = Columnas con otro nombre
cli-columns-to-keep-pattern-te1p03 = Columnas que se conservan, por un patrón (TE1P03*); repetible.
cli-columns-to-leave-out-pattern = Columnas que se omiten, por un patrón (VERB_*); repetible.
cli-commands = Órdenes
cli-company = complementarias
cli-comparison = comparación
cli-comparison-of-versions = comparación de versiones
cli-completion-there-is-no-such-shell-choose = completion { $shell }: ese intérprete de órdenes no existe; elegir { $shells }.
cli-consultation-open-to-all = consulta abierta a todo el mundo
cli-contradicted = contradicho
cli-convert-a-data-file-of-any-size-into-a = Convertir un archivo de datos de cualquier tamaño en una carpeta de archivos Parquet.
cli-csv-file-part-wave-question-response = Archivo CSV: part, wave, question, response, breakdown, group; * para todo.
cli-data-as-delivered-or-weighted = Datos entregados (delivered) o ponderados (weighted).
cli-data-goes-with-from-which-names-the = --data acompaña a --from, que nombra el cuestionario. Solo respuestas: --from.
cli-data-of-this-wave-were-there-already = Ya había datos de esta ola: este sello nunca dirá «declarado antes de los datos».
cli-data-tables = Tablas de datos
cli-date-this-is-no-date-write-it-as-2026-01 = --date { $text }: no es una fecha; escribirla así: 2026-01-31.
cli-date-yyyy-mm-dd = {"    "}date: AAAA-MM-DD
cli-day-written-on-the-seal-today-if-nothing = Día que figura en el sello (AAAA-MM-DD); el de hoy si no se indica. No prueba nada.
cli-declarations = Declaraciones: { $names }.
cli-default = [por defecto: { $value }]
cli-definition = definición
cli-design-confirmed = Diseño confirmado: { $shown }
cli-design-effect-of-the-weights-kish = { -design-effect-initial } debido a los pesos (Kish)
cli-design-goes-with-draft-what-is-published = --design acompaña a --draft; lo que se publica tiene su diseño en waves/.
cli-design-of-the-next-wave = Diseño muestral: same (el de la ola anterior), proposed (lo que propone padai), none, o weight=w,stratum=h,psu=c,id=i.
cli-design-of-wave-enter-what-is-proposed-no = Diseño de la ola { $wave_id }. Intro: lo propuesto; «-»: ninguna columna; Ctrl-D: por confirmar más adelante.
cli-design-proposed-what-padai-proposes-none = Diseño muestral: proposed (lo que propone padai), none, o weight=w,stratum=h,psu=c,id=i; precedido de una ola si hace falta (2019:weight=w); repetible.
cli-design-to-be-confirmed-waves-nothing-is-e279 = Diseño por confirmar (olas { $listed }): no se estima nada antes. Revisar los candidatos anteriores y después: padai build { $shown } --draft --design proposed, o --design weight=…,psu=…; o escribir `design:` en waves/.
cli-difference-points = Diferencia (puntos)
cli-differences-in-files = { $release }: { $count ->
       [0] ninguna diferencia
       [one] { $count } diferencia
       *[other] { $count } diferencias
    } en { $files ->
       [one] { $files } archivo
       *[other] { $files } archivos
    }.
cli-does-not-confirm-it = { $program } no lo confirma.
cli-draft-not-reviewed = Borrador, no revisado
cli-draw-announced-from-volunteers-smallest = { $survey }: sorteo anunciado entre { $count_people } personas voluntarias; probabilidad mínima { $chance }. No se selecciona a nadie, ya que `draw:` no tiene `seed:`.
cli-draw-by-lot = Sorteo
cli-earlier-waves-in-this-file = Olas anteriores en este archivo
cli-effective-sample-size = { -effective-size-initial } de la muestra
cli-error = Error
cli-essentials = Lo esencial
cli-estimate-a-question = Estimar una pregunta.
cli-estimation = estimación
cli-expected = Esperadas
cli-expected-interviews-by-group = Entrevistas esperadas por grupo
cli-explorer = Explorador
cli-fall = Descenso
cli-family = Familia
cli-fell = disminuyó
cli-fell-by-less-than-the-margin = disminuyó, menos que el umbral
cli-fewer-than-three-comparable-waves = menos de tres olas comparables
cli-figure-says = {"    "}{ $figure }: { $says }
cli-figures = cifras
cli-figures-differ-comparison-csv = HAY CIFRAS DIFERENTES (comparison.csv)
cli-figures-to-work-out-again-left-out = { $figures } cifras por recalcular, { $left_out } excluidas.
cli-figures-withheld-by-the-rules-so-that = { $count_why } cifras: { $why } omitidas por las reglas, { $why_2 } para que no puedan deducirse. No difundir.
cli-file-json-or-csv-to-write-of-csv-one = Archivo .json o .csv que se escribe; en CSV, un archivo por tabla.
cli-file-to-start-a-survey-from-repeatable-a = Archivo del que parte una encuesta; repetible, una ola por archivo.
cli-file-to-write = Archivo que se escribe; en la carpeta actual, con el nombre de la encuesta y de la ola, si no se indica.
cli-files-every-byte-is-the-same = { $release }: { $files } archivos, todos los bytes son iguales.
cli-files-same-but-for-last-digits = { $release }: { $files } archivos, los mismos bytes en todo lo que se publica. Solo difieren las últimas cifras de { $count ->
        [one] { $count } archivo interno
       *[other] { $count } archivos internos
    } (diferencia relativa de { $largest } como máximo): otro modelo de procesador suma en otro orden.
cli-first-day-yyyy-mm-dd = ¿Primer día del trabajo de campo (AAAA-MM-DD)?
cli-first-wave-e-g-2025 = ¿Nombre de la primera ola (p. ej., 2025)?
cli-flag = Marca
cli-folder-of-padai-yaml = Carpeta que contiene padai.yaml; por defecto, la primera que se encuentra subiendo desde la carpeta indicada.
cli-folder-of-the-charts = Carpeta de los gráficos; charts, junto a las versiones de la ola, si no se indica.
cli-folder-to-write-beside-the-file-by = Carpeta que se escribe; junto al archivo si no se indica nada.
cli-follow-a-question-over-the-waves = Seguir una pregunta de una ola a otra.
cli-for = Para ±{ $points }
cli-for-help-help = Ayuda: { $command } --help
cli-for-machines = Escribir el resultado en JSON, para un programa.
cli-for-the-press = Para la prensa
cli-forget-a-demonstration-that-nobody-has = Olvidar la última versión de una ola, una demostración que nadie tiene, para volver a construirla.
cli-form-xlsform-ddi-data-sav-zsav-dta-csv = Cuestionario: xlsform, ddi; datos: sav, zsav, dta, csv, parquet.
cli-format-of-the-reports-html-pdf-or-docx = Formato de los informes: html, pdf o docx; repetible. Los de la definición si no se indica nada.
cli-fresh-build-even-where-nothing-changed = Rehacer aunque nada haya cambiado desde la última vez.
cli-give-back-the-record-of-a-version-that = Restablecer el registro de una versión existente, o una versión registrada a partir del archivo histórico.
cli-group-00db = grupo
cli-group-6d3b = Grupo
cli-groups-4636 = Grupos
cli-groups-ccee = grupos
cli-have-an-authority-stamp-it-put-its-reply-4339 = Solicitar el sello de tiempo a una autoridad, guardar al lado su respuesta ({ $reply }) y nombrar su certificado: seal: {"{"}authority: ...{"}"}. O publicar la huella, o hacerla firmar por un tercero: git tag -s sello-{ $stem } -m { $sha256 }, y después git cat-file tag sello-{ $stem } > { $with_suffix_name }, y nombrar sus claves SSH: seal: {"{"}signers: ...{"}"}.
cli-head-release-title = { $head }: { $release_title }
cli-heading-after = Después
cli-heading-before = Antes de calibrar
cli-heading-cell = Celda
cli-heading-difference = Diferencia
cli-heading-estimate = Estimación
cli-heading-margin = Margen
cli-heading-mean = Media
cli-heading-sample = Muestra
cli-heading-target = Objetivo
cli-identifier-column = ¿Columna de identificador?
cli-if-these-were-merged = Si se fusionaran
cli-in-a-sentence-what-it-is-about = De qué trata, en una frase
cli-in-person = presencial
cli-interrupted-nothing-was-changed = Interrumpido; no se ha cambiado nada.
cli-interrupted-these-files-are-written-and = Interrumpido; estos archivos se han escrito y permanecen: { $names }.
cli-interviews = Entrevistas
cli-intraclass-correlation-otherwise-that-of = Correlación intraconglomerado, entre 0 y 1; la de la última ola si no se indica.
cli-is-missing = falta { $first }.
cli-is-no-release-that-holds-its-store-name = { $shown } no es una publicación con su almacén; nombrar la carpeta de una versión, por ejemplo --release releases/example/2025/v1.
cli-its-date = Fecha de la retirada (AAAA-MM-DD).
cli-key-figures = Cifras clave
cli-kind-of-sample = ¿Tipo de muestra?
cli-lang-there-is-no-such-language = --lang { $lang }: ese idioma no existe; elegir { $known }.
cli-language-by-its-tag = Idioma de los mensajes y de las etiquetas, por su código: fr, en, es; en su defecto, el de PADAI_LANG, o francés.
cli-largest-g-weight = Mayor razón de pesos (g)
cli-last-column-interviews-of-the-whole-wave = Última columna: entrevistas de toda la ola; –: ningún número basta, porque la ola anterior es demasiado pequeña.
cli-last-day = ¿Último día del trabajo de campo?
cli-library = biblioteca
cli-lines-to-accept-accept-writes-them = Líneas por aceptar (--accept las escribe)
cli-lines-written = Líneas escritas
cli-link-columns-of-one-name-in-two-languages = Vincular columnas de un mismo nombre y los mismos códigos, si las etiquetas están en dos idiomas.
cli-locale-or-time-zone = configuración regional o huso horario
cli-log-on-standard-error-text-or-json-one = Registro en la salida de errores: text o json (una etapa por línea).
cli-log-there-is-no-such-log-choose-text-or = --log { $log }: ese registro no existe; elegir text o json.
cli-made-of-the-same-file = { $name }: procede del mismo archivo de datos y puede mostrar estas celdas; retirarlas también de esa encuesta.
cli-make-synthetic-waves = Generar olas ficticias.
cli-make-the-draft-of-the-report-at-once-the = Generar de inmediato el borrador del informe (con el diseño indicado en --design).
cli-manifest = Manifiesto
cli-margin-never = nunca
cli-margin-of = Umbral de { $margin }
cli-margin-reachable = sí
cli-margin-seldom = rara vez
cli-mean = media
cli-merge-or-add = agrupar, o añadir { $boost }
cli-mini-public = panel ciudadano
cli-missing-8977 = ausente
cli-missing-c76a = ausente
cli-missing-codes-in-letters-without-a-label = Códigos de no respuesta con letras, sin etiqueta, convertidos en vacíos: { $listed }.
cli-mode-of-interview = ¿Modo de recogida?
cli-n-eff = n efectivo
cli-name-of-the-data-file = ¿Nombre del archivo de datos?
cli-name-place-shown = {"  "}{ $name }{ $place }: { $shown }
cli-name-the-folder-of-a-version-padai = nombrar la carpeta de una versión (padai verify releases/example/2025/v1), o un documento (--document ARCHIVO).
cli-needs-a-number = { $first } requiere un número.
cli-needs-a-whole-number = { $first } requiere un número entero.
cli-net-of-responses = Agrupación de respuestas o código, por su identificador. Si no se indica, estimate los muestra todos; trend y plan toman la respuesta seguida.
cli-next-padai-build-surveys-example = A continuación: padai build surveys/example
cli-next-read-and-the-files-beside-it-texts = A continuación: revisar { $place } y los archivos contiguos; { $waiting ->
       [0] ningún texto
       [one] { $waiting } texto
       *[other] { $waiting } textos
    } por completar antes de publicar.
cli-no-longer-built = ya no se genera
cli-no-margin-declared = Ningún umbral declarado
cli-no-question-asked-all-to-be-written = Empezar sin preguntar nada: todo queda por completar.
cli-no-value = –
cli-not-before = no antes del { $start }.
cli-not-checked = no verificado
cli-not-checked-by-which-is-not-here = No verificado por { $program }, que no está instalado aquí.
cli-not-comparable = no comparable
cli-not-comparable-break-in-series = no comparable ({ -series-break })
cli-not-shown = no publicado
cli-nothing-has-changed-all-stands-as-built = Nada ha cambiado: todos los archivos son los que daría una nueva ejecución (--fresh para rehacer).
cli-nothing-in-this-document-could-be-placed = No se ha podido situar nada de este documento en esta publicación.
cli-nothing-was-put-out = No se ha publicado nada.
cli-notice-of-withdrawal = Aviso de retirada
cli-number-en = { $number } %
cli-number-of-threads = número de hilos de ejecución
cli-numbers-finer-than-printed-today = números más precisos que los que se publican hoy
cli-of-an-earlier-padai-to-be-migrated = de un padai anterior, por migrar
cli-one-argument-too-many = sobra un argumento: { $first }.
cli-one-table-question-breakdown-what-goes = Una tabla, «pregunta,desglose»: qué se publica de ella, qué se omite y por qué.
cli-online = en línea
cli-open-data = Datos abiertos
cli-option-needs-a-value = la opción { $first } requiere un valor.
cli-option-needs-values = la opción { $first } requiere { $second } valores.
cli-option-not-written-choose-another-folder = { $option } { $path }: no se puede escribir ({ $why }). Elegir otra carpeta.
cli-option-takes-no-value = la opción { $first } no admite ningún valor.
cli-options = Opciones
cli-out-does-not-end-in-give-a-name-that = --out { $path_name } no termina en .{ $to }. Dar un nombre que termine así.
cli-out-end-the-files-name-in-json-or-csv = --out { $out }: terminar el nombre del archivo en .json o .csv.
cli-out-of-reach-copies-downloaded-already = Fuera de alcance: las copias ya descargadas y el historial de git.
cli-outcome = salida
cli-output-folder = Carpeta que se escribe.
cli-output-folder-of-the-draw = Carpeta que se escribe; la del sorteo, entre las publicaciones de la encuesta, si no se indica.
cli-output-folder-of-the-synthetic-waves = Carpeta que se escribe; la de los datos de la encuesta, si es ficticia y no se indica otra.
cli-over-all-waves = En el conjunto de las olas
cli-pace = Ritmo
cli-padai = padai: { $message }
cli-padai-a-fault-of-padai-itself-occurred = padai: se ha producido un error del propio padai. No se ha cambiado nada.
cli-padai-init-asks-questions-and-there-is = padai init hace preguntas, pero aquí no hay terminal. Indicar --from ARCHIVO, --example, o --blank para una definición completamente por escribir.
cli-padai-nothing-is-recorded-where-it-is = padai: { $why }: no se registra nada. Donde esté instalado: Rscript witness.R
cli-padai-this-version-went-out-with-the-log = padai: esta versión se publicó con el registro de un testigo, que se conserva tal cual.
cli-page-to-write-and-send = Página HTML que se escribe, para devolverla al proveedor.
cli-pages-not-written = { $path }: las páginas no se han escrito ({ $why }). Elegir otra carpeta con --out.
cli-part-of-the-wave = Parte de la encuesta.
cli-people-drawn-from-volunteers-ticket = { $survey }: { $seats } personas seleccionadas por sorteo entre { $count_people } voluntarias, boleto { $ticket }; probabilidad mínima { $chance }.
cli-pinned = { $name }: huella registrada.
cli-plan-what-the-next-wave-can-show = Planificar lo que la próxima ola podrá mostrar.
cli-planned-interviews-repeatable = Entrevistas previstas, por ejemplo 1500; repetible; tantas como en la última ola si no se indica.
cli-population = Qué población (p. ej., personas de 18 años y más)
cli-primary-units-of-the-next-wave-otherwise = Unidades primarias de muestreo de la próxima ola; tantas como en la última si no se indica.
cli-print-the-guide-for-whoever-writes-code = Mostrar la guía para quien escribe código con padai (asistentes incluidos).
cli-project-made-in-files = Proyecto creado en { $folder } ({ $count_written } archivos).
cli-proposed-withdrawal-under-release = Retirada propuesta, en `release:`:
cli-publish-these-files-then-enter-this = Publicar estos archivos y anotar después lo siguiente en `draw:`, con el día de la publicación:
cli-published = publicada
cli-publishing = maquetación
cli-put-the-versions-of-an-earlier-padai-in = Ordenar las versiones de un padai anterior; no cambia ningún byte publicado.
cli-questionnaire-and-results = Cuestionario y resultados
cli-questions-the-same-in-other-words = Pregunta que es la misma con otras palabras; repetible.
cli-quotas-or-a-volunteer-panel = muestra por cuotas o panel en línea de voluntarios
cli-r-is-not-on-this-machine = R no está en esta máquina
cli-r-survey-largest-difference = R { $r }, survey { $package }: { $said }; mayor diferencia { $largest }.
cli-r-was-not-run = R no se ha ejecutado
cli-read-by-its-labels-a-scale-that-turned = Leer por sus etiquetas una escala que se ha invertido de una ola a otra.
cli-reason = Motivo de la retirada, en inglés.
cli-reason-french = Motivo de la retirada, en francés.
cli-record-the-version-in-releases-yaml = Registrar la versión en releases.yaml; sin registro, es un ensayo.
cli-release = Publicación
cli-releases-of-one-survey-were-looked-for = se buscaban las publicaciones de una sola encuesta; se ha encontrado: { $found }. Nombrar la versión: --release releases/ENCUESTA/OLA/v1.
cli-remade-cells-less = { $name }: rehecha con { $count ->
       [0] las mismas celdas
       [one] { $count } celda menos
       *[other] { $count } celdas menos
    }.
cli-remained-stable = se mantuvo estable
cli-removed-3c05 = { $name }: eliminado.
cli-removed-a44a = eliminado
cli-render-the-reports-of-a-built-store = Volver a componer los informes de un almacén ya generado.
cli-renderer-auto-the-one-that-made-the = Motor de composición: auto (el que generó la versión; si no, embedded), embedded o quarto.
cli-reply-not-checked-name-the-authoritys = Respuesta no verificada: nombrar el certificado de la autoridad (seal: {"{"}authority: ...{"}"}) y colocarlo en seals/.
cli-report = Informe
cli-request-to-be-stamped = Solicitud de sello de tiempo: { $request }
cli-required = [obligatorio]
cli-respondents = Encuestados
cli-respondents-named-in-the-store = encuestados identificados (en el almacén)
cli-response-3b3f = respuesta
cli-response-dfd4 = Respuesta
cli-resting-by-rotation = En descanso, por rotación
cli-review-sheet-review-xlsx-that-padai-init = Hoja de revisión (review.xlsx) escrita por padai init y corregida después.
cli-rise = Aumento
cli-risk-of-too-small-a-base = Riesgo de base demasiado pequeña
cli-rose = aumentó
cli-rose-by-less-than-the-margin = aumentó, menos que el umbral
cli-rows-files = { $shown }: { $rows } filas, { $files ->
    [one] { $files } archivo
   *[other] { $files } archivos
  }{ $again }.
cli-rows-read-at-a-time = Filas que se leen cada vez; si no se indica, más cuantas menos columnas haya.
cli-rows-were-done = {" "}({ $resumed } filas ya estaban hechas)
cli-rules = reglas
cli-run-r-where-it-is-found = Ejecutar R donde esté instalado.
cli-run-the-python-of-the-projects-templates = Ejecutar el Python de las plantillas del proyecto incluso donde el sistema no puede mantenerlo aislado de los datos.
cli-same-figures = mismas cifras
cli-same-questions = Mismas preguntas
cli-sample-drawn-at-random = muestra probabilística, seleccionada al azar
cli-saved = conservadas
cli-say-what-confidentiality-withholds-and = Indicar qué omite la confidencialidad y qué se conservaría al fusionar grupos.
cli-says-the-same = { $program } indica lo mismo.
cli-scales-turned-over = Escalas invertidas
cli-seal-what-is-declared-of-a-wave-a-text = Sellar lo declarado sobre una ola: un texto, su huella y la solicitud de sello de tiempo (no se contacta con nadie).
cli-seed-of-a-rehearsal-in-place-of-that-of = Semilla de un ensayo, en lugar de la de panel.yaml.
cli-seed-that-of-truth-yaml = Semilla, un número entero; la de truth.yaml si no se indica.
cli-several-modes = varios modos
cli-share-of-0-or-100 = proporción de 0 o de 100 %
cli-show-the-version-and-exit = Mostrar la versión y salir.
cli-show-this-message-and-exit = Mostrar esta ayuda y salir.
cli-signed-by-who-wrote = Firmado por { $by }, que indica la fecha { $at }.
cli-size = Tamaño
cli-slides = Diapositivas
cli-slope-a-year-points = Pendiente por año (puntos)
cli-slope-over-a-short-span = De { $first } a { $last } hay menos de once meses: una pendiente por año prolonga a un año entero el ritmo de unos meses. Leer la diferencia entre las dos olas.
cli-smallest-changes-that-the-next-wave-can = Diferencias mínimas que la próxima ola puede mostrar, en puntos (potencia del { $chance } %)
cli-smallest-g-weight = Menor razón de pesos (g)
cli-stable-within = Estable dentro de ±
cli-stage-there-is-no-such-stage-choose = --stage { $stage }: esa etapa no existe; elegir delivered o weighted.
cli-stamped-by-on = Sello de tiempo de { $by } con fecha { $at }.
cli-start-a-project = Iniciar un proyecto.
cli-status-and-count = { $status }: { $n }
cli-status-claim-where = { $status }: «{ $claim }» ({ $where })
cli-std-error = Error estándar
cli-store-moved-to-interne = { $name }: almacén trasladado a interne/.
cli-supported = respaldado
cli-table-give-a-question-and-a-breakdown = --table { $table }: indicar una pregunta y un desglose, por ejemplo --table trust,region.
cli-tables = Tablas
cli-tag-not-checked-name-the-keys-of-who = Etiqueta no verificada: nombrar las claves de quien firma (seal: {"{"}signers: ...{"}"}) y colocarlas en seals/.
cli-territory = Qué territorio
cli-texts-dates-or-facts-to-be-written = { $count_found ->
       [0] No falta ningún texto, fecha ni dato para publicar.
       [one] { $count_found } texto, fecha o dato por escribir antes de publicar.
       *[other] { $count_found } textos, fechas o datos por escribir antes de publicar.
    }
cli-the-authority-refused-the-request = La autoridad ha rechazado la solicitud.
cli-the-certificate-of-the-reply-is-unfit = El certificado que firmó la respuesta no sirve para sellar, o no era válido en ese momento.
cli-the-data-cannot-tell = los datos no permiten concluir
cli-the-demonstration-is-forgotten = { $name }: olvidada. Su carpeta queda como ensayo hasta que se construya de nuevo.
cli-the-file-delivered = Archivo entregado.
cli-the-files-are-back = { $name }: archivos restablecidos.
cli-the-first-table-as-csv = Escribir la primera tabla, en CSV.
cli-the-folder-of-a-version-such-as-releases = Carpeta de una versión, por ejemplo releases/example/2025/v1.
cli-the-questionnaire-that-changed = Archivo del cuestionario, si cambió desde la última ola (.qsf, .lss, XLSForm, diccionario de REDCap).
cli-the-questions-id = Identificador de la pregunta.
cli-the-record-is-back = { $name }: registro restablecido.
cli-the-release-does-not-conclude-this = la publicación no llega a esa conclusión
cli-the-release-has-no-such-figure = la publicación no tiene esa cifra
cli-the-release-says = La publicación dice: { $names }.
cli-the-release-withholds-this-figure = la publicación omite esta cifra
cli-the-release-would-be-stopped-by = La publicación se detendría: { $question }, por { $breakdown }.
cli-the-reply-does-not-come-from-the = La respuesta no procede de la autoridad que nombra la definición.
cli-the-reply-is-of-a-weak-hash = La respuesta lleva una huella de un tipo que no prueba nada (SHA-1, por ejemplo); haga responder la solicitud que escribió «padai seal».
cli-the-reply-is-of-another-text-than-the = La respuesta corresponde a un texto distinto del sello.
cli-the-report-of-an-unfinished-definition = Generar el informe de una definición inacabada, en drafts/: señala lo que falta; no se registra ni se publica nada.
cli-the-same-in-english = {"    "}¿lo mismo, en inglés?
cli-the-same-in-french = {"    "}¿lo mismo, en francés?
cli-the-signature-is-of-a-kind-that-is-not = La firma es de un tipo que no se verifica aquí.
cli-the-signature-of-the-reply-is-false = La firma de la respuesta es falsa.
cli-the-signed-tag-is-unreadable-write-it = La etiqueta firmada es ilegible: escribirla con git cat-file tag.
cli-the-survey-whose-definition-goes-along = Carpeta de la encuesta cuya definición acompaña a las páginas; opcional.
cli-the-surveys-folder = Carpeta de la encuesta, por ejemplo surveys/example.
cli-the-system-refuses-access-to-mend-that = el sistema deniega el acceso a { $name } ({ $why }). Corregirlo y repetir.
cli-the-tag-is-not-signed-by-a-key-that-the = La etiqueta no está firmada con una clave que nombre la definición y que fuera válida ese día.
cli-the-tag-is-signed-otherwise-than-with-an = La etiqueta no está firmada con una clave SSH (Ed25519 o RSA): no se confirma nada. Firmar con git config gpg.format ssh.
cli-the-tags-message-does-not-hold-the-seals-hash = El mensaje de la etiqueta no contiene la huella del sello.
cli-the-tags-signature-is-false = La firma de la etiqueta es falsa.
cli-the-time-stamp-reply-is-unreadable = La respuesta de sello de tiempo es ilegible.
cli-the-value-of-is-refused = se rechaza el valor de { $first } ({ $second }).
cli-the-waves-id = Identificador de la ola.
cli-there-is-no-command = la orden «{ $first }» no existe.
cli-there-is-no-command-see = la orden «{ $first }» no existe; ver { $second }.
cli-there-is-no-option = la opción { $first } no existe.
cli-there-is-no-option-see = la opción { $first } no existe; ver { $second }.
cli-this-comparison-is-not-published = esta comparación no está publicada
cli-this-is-neither-the-published-figure-nor = no es la cifra publicada ni su redondeo
cli-this-is-not-the-declared-margin = no es el margen declarado
cli-this-is-not-the-published-change-or-not = no es la diferencia publicada, o no lo es en ese sentido ni en ese periodo
cli-this-is-not-the-published-interval = no es el intervalo publicado
cli-this-is-not-the-published-number-of = no es el número de personas publicado
cli-this-type-of-sample-allows-no-change-and = este tipo de muestra no permite ni diferencias ni veredictos
cli-this-type-of-sample-does-not-allow-this = este tipo de muestra no permite esa palabra
cli-title-of-the-survey = Título de la encuesta
cli-to = { $low } a { $high }
cli-to-do = Por hacer
cli-to-keep = Para conservar
cli-to-publish = Para publicar
cli-too-few-primary-units = demasiado pocas unidades primarias
cli-unknown-neither-inputs-nor-versions = desconocida: ni entradas ni versiones
cli-usage = Uso:{" "}
cli-usage-command = ORDEN [ARGUMENTOS]...
cli-usage-options = [OPCIONES]
cli-use-letters-digits-and-hyphens = letras, cifras y guiones.
cli-validate-weight-compare-and-publish-the = Validar, ponderar, comparar y publicar las olas de una encuesta repetida. (PADAI_LANG=en: English)
cli-value-without-sampling-error = valor sin error de muestreo
cli-verdict = Veredicto
cli-version = Número de la versión, por ejemplo 2; la última si no se indica.
cli-version-of-python = versión de Python
cli-versions-put-out-and-how-they-stand = Mostrar las versiones publicadas y su estado.
cli-wanted-power = Potencia deseada, entre 0 y 1.
cli-warning = Aviso: { $said }
cli-warning-text-s-a-completer-to-be-written = Aviso: { $waiting ->
       [one] { $waiting } texto
       *[other] { $waiting } textos
    } «à compléter» (por completar) antes de publicar; padai build { $waiting ->
       [one] lo
       *[other] los
    } enumera.
cli-watch-has-ended = Fin de la vigilancia: la página queda tal como está.
cli-watch-is-of-the-draft-without-these-options = --watch rehace el borrador en HTML: sin { $option }.
cli-watch-make-the-page-of-the-draft-again = Vigilar la definición y las plantillas: la página del borrador se rehace con cada cambio (Ctrl-C para terminar).
cli-watch-page-made-in-seconds = { $shown } ({ $seconds } s)
cli-wave-207c = Ola
cli-wave-ec32 = Identificador de la ola, por ejemplo 2025.
cli-wave-id-said = {"  "}{ $wave_id }: { $said }
cli-wave-the-last-one-by-default = Ola; la última si no se indica nada.
cli-waves = Olas
cli-website-of-all-releases = Sitio web de todas las publicaciones
cli-weight-a-wave-and-show-diagnostics = Calibrar una ola y mostrar el diagnóstico.
cli-weight-column = ¿Columna de peso?
cli-weighting = ponderación
cli-what-became-of-it = Seguimiento
cli-what-goes-out-of-the-table = Qué se publica de la tabla
cli-what-no-file-tells-mode-phone-sample = Lo que ningún archivo indica: mode=phone, sample_type=quota, title=…; repetible.
cli-what-publishing-still-lacks-line-by-line = Indicar lo que falta para publicar, línea por línea, con la línea que se ha de pegar.
cli-what-went-out-list-it-give-it-back = Mostrar lo publicado, restablecerlo, retirar celdas, ponerlo en orden.
cli-where-the-data-files-are = Carpeta de los archivos de datos; por defecto, la de PADAI_DATA_DIR y después la que indica la definición.
cli-who-answers-readers-questions = Quién responde a las preguntas de los lectores
cli-who-commissions-the-survey = Quién encarga la encuesta
cli-who-does-the-interviews = Quién realiza el trabajo de campo
cli-with-a-small-synthetic-survey = Empezar con una pequeña encuesta ficticia, lista para generar.
cli-with-document-show-also-what-is = Con --document: mostrar también lo que está respaldado.
cli-with-document-the-folder-of-a-version = Con --document: carpeta de una versión; la última de la única encuesta si no se indica nada.
cli-with-draft-the-design-of-the-waves-that = Con --draft: el diseño de las olas que lo esperan, escrito en waves/ (proposed, same para el de la ola anterior, o weight=w,psu=c; precedido de una ola si hace falta); repetible.
cli-with-the-slope-and-the-joint-test-of = Añadir la pendiente por año y el contraste conjunto de cada serie.
cli-with-the-whole-family-of-comparisons-at = Con toda la familia de comparaciones, en el primer paso de Holm (nivel del 5 % dividido por su tamaño):
cli-withdraw-cells-from-all-that-went-out-by = Retirar celdas de todo lo publicado, por dirección (confidencialidad).
cli-withdrawn = retirada
cli-withheld = omitidas
cli-withheld-so-that-others-cannot-be-worked = omitida: para que otras no se deduzcan
cli-withheld-the-rules = omitida: las reglas
cli-without = {" "}(sin { $without }: { $why })
cli-without-a-record-to-be-restored = sin registro, por restablecer
cli-without-a-seal = sin sello
cli-without-drawing-a-chart = No dibujar ningún gráfico.
cli-word-offered-more = ¿{ $word } [{ $offered }]{ $more }?
cli-words-complete = { $tag }: están todos los mensajes, y todos se leen.
cli-words-faults = { $tag }: { $count ->
       [one] { $count } cosa por corregir
       *[other] { $count } cosas por corregir, de las que { $shown } figuran arriba
    }.
cli-words-folder-of-words = Carpeta donde se escribe el idioma.
cli-words-give-xlsx-or-po = { $name }: dar un archivo .xlsx o .po.
cli-words-lacking = { $tag }: falta el mensaje `{ $message }`.
cli-words-no-file = no se encuentra { $name }; comprobar la ruta.
cli-words-no-such-tag = «{ $tag }» no es la etiqueta de un idioma. Escribir, por ejemplo, es o pt-BR.
cli-words-not-taken = este archivo no se incorpora. Corregir estos mensajes:{"\u000A"}{ $faults }
cli-words-of-padai-for-translators = Traducir las palabras de padai: indicar lo que falta, exportar, importar.
cli-words-reading-a-workbook = Leer un libro de traducción
cli-words-tag-of-the-language = Etiqueta del idioma, por ejemplo es o pt-BR.
cli-words-take-a-translators-file-in = Incorporar el archivo de una traducción.
cli-words-taken = { $count ->
       [one] { $count } mensaje incorporado
       *[other] { $count } mensajes incorporados
    } en { $folder }; { $left ->
       [one] queda { $left }
       *[other] quedan { $left }
    } por traducir.
cli-words-what-a-language-lacks = Indicar lo que le falta a un idioma, y lo que está mal escrito en él.
cli-words-workbook-or-po-file = Libro .xlsx o archivo .po.
cli-words-write-them-for-a-translator = Escribir las palabras de un idioma para quien las traduce.
cli-words-writing-a-workbook = Escribir un libro de traducción
cli-words-written = { $name } está escrito; { $count ->
       [one] queda { $count } mensaje
       *[other] quedan { $count } mensajes
    } por traducir.
cli-write-checksums-into-the-definition = Escribir las sumas de verificación en la definición.
cli-write-small-groups = En survey.yaml, bajo `{ $breakdown }` de `breakdowns:`, la línea `small_groups: merge` reúne en cada construcción los grupos de menos de { $least } personas con otros, en todas las olas.
cli-write-the-data-tables-of-a-built-store = Volver a escribir las tablas de un almacén ya generado.
cli-write-the-form-or-the-weighted-data-for = Escribir el cuestionario, o los datos ponderados, para otra herramienta.
cli-write-the-lines-proposed-into-the = Escribir las líneas propuestas en la definición.
cli-write-the-pages-that-work-in-a-browser = Escribir dos páginas que funcionan en un navegador, sin instalación: planificar una ola, comprobar un archivo.
cli-write-the-review-sheet = Escribir la hoja de revisión (review.xlsx).
cli-write-what-lets-a-terminal-complete = Escribir lo que permite que la terminal complete las órdenes.
cli-write-what-r-needs-to-work-out-the-key = Escribir lo necesario para recalcular las cifras clave con R, y ejecutarlo donde esté instalado.
