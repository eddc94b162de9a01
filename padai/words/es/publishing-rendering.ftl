# padai, publishing-rendering

publishing-rendering-a-cell-left-which-is-a-link-or-no-file = una celda dejó `{ $folder }/{ $found_name }`, que es un enlace o no es un archivo. Las celdas solo dejan ahí imágenes.
publishing-rendering-a-fenced-code-block-is-never-closed = un bloque de código no se cierra nunca.
publishing-rendering-a-line-starts-metadata-draw-a-rule-with = una línea `---` abre metadatos; para trazar un filete, usar `***`.
publishing-rendering-a-row-has-cells = una fila de una tabla no tiene tantas celdas ({ $cells }) como columnas la tabla ({ $columns }).
publishing-rendering-an-attribute-is-empty = un atributo de un informe, por ejemplo un texto alternativo, está vacío.
publishing-rendering-an-include-stands-alone-on-its-line = una inclusión va sola en su línea: `{"{{"}< include _nombre.qmd >{"}}"}`.
publishing-rendering-an-included-file-may-not-have-a-front = un archivo incluido no puede tener encabezado.
publishing-rendering-and-more-problems = {" "}y { $rest } más
publishing-rendering-cannot-be-included-an-included-file-is = `{ $target }` no se puede incluir; un archivo incluido se llama `_….qmd`.
publishing-rendering-cannot-be-read = { $name } no se puede leer ({ $why }).
publishing-rendering-cell = la celda `{ $step_label }`
publishing-rendering-cell-is-no-python-that-can-be-read-it-is = la celda `{ $cell_label }` no es Python legible: está anidada a demasiada profundidad o contiene un signo invisible.
publishing-rendering-cell-is-not-valid-python = la celda `{ $cell_label }` no es Python válido: { $msg }.
publishing-rendering-cell-option-cannot-be = la opción de celda `{ $key }` no puede ser `{ $value }`.
publishing-rendering-cell-option-is-not-supported = la opción de celda `{ $key }` no se admite{ $near }.
publishing-rendering-cell-prints-a-fenced-block-that-is-never = la celda `{ $cell_label }` imprime un bloque que no se cierra nunca.
publishing-rendering-cell-prints-a-shortcode = la celda `{ $cell_label }` imprime un código abreviado (shortcode).
publishing-rendering-cell-prints-html-outside-of-a-html-block = la celda `{ $cell_label }` imprime HTML (`{ $tag }`) fuera de un bloque `{"{"}=html{"}"}`. Imprimirlo con una función de padai.publishing.
publishing-rendering-cell-shows-a-figure-give-it-label-fig = la celda `{ $cell_label }` muestra una figura; darle `label: fig-…`, `fig-cap` y `fig-alt`.
publishing-rendering-cell-shows-an-object-that-is-not = la celda `{ $cell_label }` muestra un objeto que no se admite ({ $kinds }). Usar una función de padai.publishing para una tabla o una figura.
publishing-rendering-cell-shows-it-must-show-exactly-one = la celda `{ $cell_label }` { $count ->
       [0] no muestra ninguna figura
      *[other] muestra { $count } figuras
    }; debe mostrar exactamente una.
publishing-rendering-cells-of-are-not-supported-use = las celdas `{"{"}{ $kind }{"}"}` no se admiten; usar `{ $python }`.
publishing-rendering-column = , columna { $column }
publishing-rendering-contents = Índice
publishing-rendering-could-not-end = { $name } no pudo terminar: { $no_memory }.
publishing-rendering-did-you-mean = ; ¿quizás `{ $close }`?
publishing-rendering-ended-its-python-process = { $name } puso fin a su proceso de Python{ $perhaps }.
publishing-rendering-ends-python-instead-of-the-cell = { $name } pone fin a Python y no a la celda.
publishing-rendering-engine-is-unknown-use-auto-embedded-or = el motor «{ $engine }» es desconocido: usar auto, embedded o quarto.
publishing-rendering-error = {" "}({ $error })
publishing-rendering-error-true-is-not-supported-a-cell-that = `error: true` no se admite: una celda que falla detiene el informe.
publishing-rendering-expected-key-value-lines-a-yaml-mapping = se esperan líneas `clave: valor` (YAML).
publishing-rendering-failed = { $name } falló: { $kind }: { $first }
publishing-rendering-fig-alt-repeats-the-caption-say-in-words = `fig-alt` repite el pie de figura. Decir con palabras lo que muestra la imagen.
publishing-rendering-files-include-one-another-in-a-row = { $max_depth } archivos se incluyen ya uno a otro. Incluir este desde un archivo más cercano al documento.
publishing-rendering-front-matter-key-is-not-supported = la clave de encabezado `{ $key }` no se admite{ $near }.
publishing-rendering-holds-no-such-value = contiene un valor imposible
publishing-rendering-html-holds-a-fence = el HTML de un informe no puede contener una línea de acentos graves o de tildes.
publishing-rendering-html-tag-in-prose-is-not-supported-use = la etiqueta HTML `{ $tag }` no se admite en el texto. Usar Markdown.
publishing-rendering-image-is-not-a-file-of-the-project = la imagen `{ $source }` no es un archivo del proyecto.
publishing-rendering-image-only-svg-and-png-are-supported = imagen `{ $source }`: solo se admiten .svg y .png.
publishing-rendering-include-cycle = las inclusiones forman un círculo: { $way }.
publishing-rendering-inline = la expresión `{ $expression }`
publishing-rendering-inline-is-no-python-that-can-be-read-it = `{ $shown }…` no es Python legible: la expresión está anidada a demasiada profundidad o contiene un signo invisible.
publishing-rendering-inline-is-not-supported-only = `{"{"}{ $language }{"}"}` dentro de una línea no se admite, solo `{ $python }`.
publishing-rendering-inline-is-not-valid-python = `{ $expression }` no es Python válido: { $msg }.
publishing-rendering-is-larger-than-mb-which-no-text-of-a = { $name } supera los { $max_bytes } MB, tamaño que ningún texto de informe alcanza. Quitar lo que no sea texto.
publishing-rendering-is-nested-too-deep = está anidado a demasiada profundidad
publishing-rendering-is-not-a-callout-supported = `{ $name }` no es un recuadro (se admiten: { $kinds }).
publishing-rendering-is-not-a-format-or-a-language-that-can = `{ $wrong }` no es un formato ni un idioma en que se pueda producir el informe.
publishing-rendering-is-not-a-qmd-file-of = { $document } no es un archivo .qmd de { $project_dir }.
publishing-rendering-is-not-supported = `::: {"{"}.{ $name }{"}"}` no se admite.
publishing-rendering-is-not-utf-8-text-save-it-as-utf-8 = no es texto UTF-8. Guardarlo en UTF-8.
publishing-rendering-is-the-name-of-no-file-it-is-too-long-or = «{ $shown }» no es el nombre de ningún archivo: es demasiado largo o contiene un signo invisible.
publishing-rendering-its-script-holds-signs-that-could-end-it = su script contiene signos que podrían ponerle fin.
publishing-rendering-key-is-not-supported = la clave `{ $key }` no se admite{ $near }.
publishing-rendering-label-begins = etiqueta `{ $label }`: debe empezar por `{ $prefix }` y después tener solo minúsculas, cifras y guiones.
publishing-rendering-label-is-used-already-at = la etiqueta `{ $label }` ya se usa, en { $seen }.
publishing-rendering-label-use-small-letters-digits-and = etiqueta `{ $value }`: usar solo minúsculas, cifras y guiones.
publishing-rendering-layout-and-style-attributes-are-not = los atributos de maquetación y de estilo no se admiten.
publishing-rendering-lies-outside-the-project-only-its-own = `{ $target }` está fuera del proyecto; solo se incluyen los archivos propios.
publishing-rendering-memory-ran-out-give-it-more-2-gb-are = se agotó la memoria. Asignar más (2 GB bastan para un informe) o pedir menos formatos
publishing-rendering-name-en = { $name }: { $why }
publishing-rendering-name-line-column-problem = { $name }:{ $line }{ $column }: no es YAML válido ({ $problem }).
publishing-rendering-pandoc-the-document-0a36 = pandoc falló al { $aim ->
       [reading] leer
       [writing] escribir
      *[preparing] preparar
    } el documento: { $first }
publishing-rendering-pandoc-the-document-3659 = pandoc, al { $aim ->
       [reading] leer
       [writing] escribir
      *[preparing] preparar
    } el documento: { $no_memory }.
publishing-rendering-picture-is-neither-svg-nor-png = la imagen `{ $source }` no es ni .svg ni .png.
publishing-rendering-picture-is-not-a-file-of-the-project = la imagen `{ $source }` no es un archivo del proyecto.
publishing-rendering-printed-text-holds-a-line-of-six-back = el texto impreso contiene una línea de seis acentos graves o más.
publishing-rendering-quarto-at-is-too-old-1-10-or-later-is = quarto { $found } ({ $program }) es demasiado antiguo: hace falta la versión 1.10 o una posterior. Obtenerlo en https://quarto.org/docs/download/ o usar `--engine embedded`.
publishing-rendering-quarto-ended-without-writing = quarto terminó sin escribir { $beside_name }.
publishing-rendering-quarto-failed = quarto falló: { $told }
publishing-rendering-raw-is-not-allowed-in-prose-a-cells = el código sin procesar `{ $raw }` no se admite en el texto; la salida de una celda sí puede contenerlo.
publishing-rendering-rendering-a-report = Producir un informe
publishing-rendering-rendering-a-report-pandoc = Producir un informe (pandoc)
publishing-rendering-say-in-words-what-the-picture-shows = {" "}Decir con palabras lo que muestra la imagen.
publishing-rendering-setting-a-pdf = Componer un PDF
publishing-rendering-shortcode-is-not-supported-only-include = el código abreviado `{ $match }` no se admite, solo `include`.
publishing-rendering-signal-a-lack-of-memory-may-be-the-cause = {" "}(señal { $code }; la causa puede ser una falta de memoria)
publishing-rendering-skip-to-content = Ir al contenido
publishing-rendering-stands-for-another-value-which-metadata = `*{ $alias_value }` remite a otro valor, lo que un encabezado no puede hacer. Escribir el valor o poner el texto entre comillas.
publishing-rendering-summary = Resumen
publishing-rendering-supported = {" "}(se admiten: { $listed })
publishing-rendering-the-document-and-what-it-includes-have = el documento y lo que incluye superan las { NUMBER($most) } líneas. Dividirlo en varios documentos.
publishing-rendering-the-document-includes-files-times = el documento incluye ya archivos { $max_includes } veces: las inclusiones que contienen otras se multiplican. Quitar algunas.
publishing-rendering-the-figure-of-cell-has-no = la figura de la celda `{ $label }` no tiene `{ $key }`.{ $more }
publishing-rendering-the-finished-page-holds = la página terminada contiene lo que no puede contener: { $first }{ $more }.
publishing-rendering-the-fonts-of-the-pdf-have-no-letter-for = las fuentes del PDF no tienen letra para «{ $lacking }» ({ $signs }). Está en «{ $passage }». Quitarla de ahí o publicar sin PDF.
publishing-rendering-the-front-matter-is-never-closed-by-a = ninguna línea `---` cierra el encabezado.
publishing-rendering-the-jupyter-kernel-that-runs-the-cells-615c = el núcleo de Jupyter que ejecuta las celdas no arrancó ({ $last }). Probar: { $check }
publishing-rendering-the-jupyter-kernel-that-runs-the-cells-9e5e = el núcleo de Jupyter que ejecuta las celdas no arrancó: { $no_memory }.
publishing-rendering-the-line-has-more-than-letters-break-it = la línea supera los { NUMBER($most) } caracteres. Cortarla.
publishing-rendering-the-metadata-correct-the-value-or-put-it = el encabezado { $fault }{ $more }. Corregir el valor o ponerlo entre comillas.
publishing-rendering-the-metadata-have-more-than-letters-put = el encabezado supera los { NUMBER($most) } caracteres. Poner los textos en el documento.
publishing-rendering-the-page-has-no-style-sheet-to-add-to = la página no tiene hoja de estilo que completar.
publishing-rendering-the-system-stopped-the-python-process-of = el sistema detuvo el proceso de Python de { $name }. Causa más frecuente: { $no_memory }.
publishing-rendering-the-table-of-cell-has-no-tbl-cap = la tabla de la celda `{ $label }` no tiene `tbl-cap`.
publishing-rendering-the-time-limit-for-rendering-passed = se agotó el tiempo concedido para producir el informe. Si la máquina está ocupada, intente más tarde o conceda más tiempo: PADAI_TIME_LIMIT=1200 padai build …
publishing-rendering-there-is-no-document-in = no hay ningún documento { $document } en { $project_dir }.
publishing-rendering-there-is-no-file-in-the-project = el proyecto no tiene el archivo { $name }.
publishing-rendering-there-is-no-folder = no existe la carpeta { $project_dir }.
publishing-rendering-there-is-no-quarto-on-the-path-get-it = no hay `quarto` en el PATH. Obtenerlo en https://quarto.org/docs/download/ (versión 1.10 o posterior) o usar `--engine embedded`, que no necesita nada más.
publishing-rendering-there-is-no-release-store-at = no hay ningún almacén de resultados en { $store }.
publishing-rendering-this-cell-is-never-closed = esta celda no se cierra nunca.
publishing-rendering-this-figure-has-no-fig-alt-say-in-words = esta figura no tiene `fig-alt`. Decir con palabras lo que muestra la imagen.
publishing-rendering-time-limit-is-no-number = PADAI_TIME_LIMIT={ $said } no es un número entero de segundos. Por ejemplo: PADAI_TIME_LIMIT=1200.
publishing-rendering-title-holds-markdown-which-quarto-would = el título { $title } contiene Markdown, que Quarto leería: escribir el título como un título de sección dentro del recuadro.
publishing-rendering-toc-depth-is-a-level-of-headings-1-to = `toc-depth` es un nivel de título, de 1 a { $deepest }.
publishing-rendering-took-more-than-s-and-was-stopped = { $what } tardó más de { $timeout } s y se detuvo. Si la máquina está ocupada, intente más tarde o conceda más tiempo: PADAI_TIME_LIMIT=1200 padai build …
publishing-rendering-two-documents-would-be-written-to-the = dos documentos se escribirían en el mismo archivo.
publishing-rendering-typst-c88b = typst: { $no_memory }.
publishing-rendering-typst-da10 = typst: { $told }
publishing-rendering-unlabelled = sin etiqueta
publishing-rendering-uses-a-field-that-does-not-exist = { $name } usa un campo que no existe: { $field }.
publishing-rendering-uses-a-name-that-is-not-defined = { $name } usa un nombre que no está definido: { $message }.
publishing-rendering-was-still-running-when-the-time-limit-of = { $name } seguía en curso al cumplirse el límite de { $limit } s; la ejecución se detuvo. Si la máquina está ocupada, intente más tarde o conceda más tiempo: PADAI_TIME_LIMIT=1200 padai build …
publishing-rendering-writes-a-warning-which-a-report-does-not = { $name } escribe una advertencia, que un informe no muestra: { $last } Corregir la causa o poner `warning: false`.
