# padai, waves

waves-a-crossing-names-two = «{ $name }» no cruza nada: nombrar dos desgloses, uno a cada lado del asterisco, como by='sexo*region'.
waves-a-feather-file-in-python = un archivo Feather: en Python, { $format }
waves-a-file-does-not-keep-these-columns-or = un archivo .{ $format } no conserva tal cual estas columnas o sus etiquetas: { $names }. No se ha escrito nada; elegir otro formato.
waves-a-file-is-read-first = { $name } es un archivo de respuestas; una ola recibe una tabla, o la ruta de archivos Parquet. Leerlo primero: { $line }
waves-a-json-file-in-python = un archivo JSON: en Python, { $format }
waves-a-kind = { $kind }
waves-a-mask-of-other-labels = `where` lleva etiquetas de fila distintas de las de la tabla con la que se hizo la ola. Formar la condición a partir de esa tabla, o de `wave.to_pandas()`.
waves-a-mask-without-labels = la ola ordenó sus filas por identificador, o descartó algunas, y `where` no tiene etiquetas que indiquen a qué filas se refiere. Escribir `where=wave.to_pandas()["age"] > 50`, o un diccionario de códigos.
waves-a-measures-mean-cannot-be-had-from-sums = La media de una medida no puede obtenerse de sumas con pesos de réplica. Dividir la medida en clases, o leer las columnas aquí: wave.read([...]).
waves-a-syntax-and-no-data = una sintaxis, que lee un archivo de datos y no contiene ninguno: ejecutarla en SPSS, o en PSPP, que es libre, y guardar los datos en .sav
waves-a-table-of-text-rename-it = un archivo de texto: si tabulaciones, puntos y comas o comas separan sus celdas, cámbiele el nombre para que termine en .csv
waves-a-text-in = un texto de
waves-a-wave-is-no-table = Una ola no es una tabla: sus datos están en .frame. Escribir wave.frame{ $access }.
waves-a-wave-needs-a-design-such-as-padai = una ola requiere un diseño, como padai.Design(weight='w', stratum='region'); se ha recibido { $found }.
waves-a-wave-needs-a-pandas-polars-or-pyarrow = una ola se crea a partir de una tabla de pandas, polars o pyarrow; se ha recibido { $given }.
waves-a-wave-needs-a-table-or-the-path-of = una ola se crea a partir de una tabla, o de la ruta de archivos Parquet; { $path } no contiene ninguno. Crearlos a partir de un archivo .sav, .dta o .csv: padai convert ARCHIVO.
waves-a-wave-never-changes = Una Wave nunca cambia: «{ $name }» no se escribe en ella. Una función devuelve otra Wave.
waves-a-wave-takes-a-survey = `survey` de una ola es una Survey; se ha recibido { $given }. Cargar la definición: padai.load_survey(carpeta).
waves-absent-column = inexistente
waves-always-in-the-frame = {" "}Los errores estándar, los intervalos y los { -design-effects } están siempre en .frame: retirar el argumento.
waves-an-archive-unpack-it = un archivo comprimido: descomprímalo
waves-an-argument-is-missing = { $verb }: falta `{ $name }`. Admite { $value }.
waves-an-excel-workbook-save-the-sheet-as-csv = un libro de Excel: guardar la hoja como «CSV UTF-8 (.csv)»
waves-an-opendocument-spreadsheet-save-the-sheet = un libro OpenDocument: guardar la hoja como «Texto CSV (.csv)», en UTF-8
waves-an-r-object-in-r = un objeto de R: en R, { $format }
waves-an-r-workspace-which-is-a-programme-in-r = un espacio de trabajo de R, que es un programa: en R, load("{ $name }"), y después { $format }
waves-blanks-leave-by-themselves = {" "}Los valores vacíos y los códigos declarados como perdidos salen de la base por sí solos: retirar el argumento.
waves-by-place-it-takes-the-rest-is-given-by = { $verb }: por posición admite { $by_place }; lo demás se indica por nombre: { $named }.
waves-cannot-be-read-as-parquet-it-is-cut = { $file_name } no puede leerse como Parquet: está truncado, o es de otro tipo.
waves-cannot-name-a-column-in-a-file-give-the = «{ $name }» no puede ser el nombre de una columna en un archivo { $ending }. Dar otro identificador a la pregunta, o escribir en .parquet.
waves-chosen = Elegido
waves-column = columna «{ $weight }»
waves-column-has-different-values-in-rows-it = La columna «{ $name }» tiene { $codes } valores diferentes en { $answers } filas: es una medida o un identificador, no un conjunto de códigos. Dividirla en clases (pandas.cut), o estimar su media; si sus valores son realmente códigos, convertirla en categórica: tabla['{ $name }'].astype('category').
waves-column-has-two-values-with-the-same-text = La columna «{ $name }» tiene dos valores con el mismo texto: diferenciarlos.
waves-column-is-in-and-in-write-the-files-of = la columna «{ $name }» es { $one } en { $files_name } y { $other } en { $relative_to }. Escribir los archivos de una misma carpeta con las mismas columnas y los mismos tipos.
waves-column-mixes-kinds-of-values-numbers-and = La columna «{ $name }» mezcla números y texto: conservar un solo tipo.
waves-column-rows-hold-a-value-that-the = columna «{ $question_id }»: { $unknown } filas tienen un valor que la definición no conoce. Añadir su código a la escala, o corregir los datos.
waves-column-weights-must-be-positive-numbers = columna «{ $weight }»: los pesos deben ser números positivos; de { $rows } filas, { $found }. Corregir los pesos, o retirar esas filas antes de crear la ola.{ $way }
waves-columns-are-named-and-a-number-replicate = { $count_found } columnas se llaman «{ $prefix }» y un número; se necesitan al menos dos pesos de réplica.
waves-columns-of-a-role = { $role }: { $columns }
waves-compare-two-waves-first-padai-difference = Comparar primero dos olas: padai.difference(estimaciones, ola_2, ola_1).
waves-converting-to-parquet = La conversión a Parquet
waves-could-not-be-written-and-is-not-there = { $target_name } no se pudo escribir ({ $why }), y no existe. Corregirlo y volver a convertir: lo ya hecho está en { $part_name } y no se repetirá.
waves-data-larger-than-memory = El tratamiento de datos más grandes que la memoria
waves-date-is-no-date-give-datetime-date-2025 = date={ $date } no es una fecha: indicar datetime.date(2025, 5, 1).
waves-degrees-of-freedom-cannot-be-counted = { $where }los grados de libertad no pueden contarse en sumas de pesos de réplica. Indicar los de la documentación del archivo: { $name }(..., degf=79).
waves-did-you-mean = {" "}¿Se quería decir { $share }?
waves-estimate-first-for-instance-by-padai = Estimar primero, por ejemplo con padai.trend o padai.proportion.
waves-file-is-a-link-that-leads-out-of-the = `file: { $relative }` es un enlace que sale de la carpeta de datos. Colocar allí el archivo, o indicar con --data-dir la carpeta donde está.
waves-file-must-be-a-name-inside-the-data = `file: { $name }` debe ser un nombre dentro de la carpeta de datos, sin «..».
waves-files-ending-in-are-not-converted-give = { $source_name }: los archivos terminados en «{ $ending }» no se convierten. Dar uno de estos: { $known }.
waves-files-ending-in-are-not-read-give-one-of = { $path_name }: los archivos terminados en «{ $ending }» no se leen. Dar uno de estos: { $known }.
waves-files-ending-in-are-not-written-use = los archivos terminados en «{ $ending }» no se escriben. Usar { $known }.
waves-first = primera
waves-first-line-holds-answers = la primera línea de { $path_name } parece contener las respuestas de una persona y no los nombres de las columnas, por lo que no se repite aquí nada de ella. Pedir el archivo con su encabezado; si esa línea sí contiene nombres, dar a cada columna un nombre corto, una sola vez.
waves-first-line-is-a-title = { $path_name }: su primera línea llena { $filled ->
       [one] { $filled } celda
       *[other] { $filled } celdas
    } de { $cells }, como un título. Retire lo que está por encima de la línea con los nombres de las columnas.
waves-first-line-names-few-columns = la primera línea de { $path_name } contiene { $found } de las { $declared } columnas que nombra la definición: parece contener las respuestas de una persona y no nombres, o ser la de otro archivo, o el archivo puede haberse cortado, por lo que no se repite aquí nada de ella. Pedir el archivo con su encabezado, o reponer el archivo correcto.
waves-fit-a-model-first-padai-glm-or-padai = Ajustar primero un modelo: padai.glm o padai.ordinal.
waves-fpc-column-of-stage-units-have-several = columna fpc «{ $name }» de la etapa { $number }: { $varying } unidades tienen varias probabilidades. Asignar la misma a todas las filas de una unidad.
waves-fpc-column-of-stage-with-pps-it-holds = columna fpc «{ $name }» de la etapa { $number }: con pps contiene probabilidades de inclusión, mayores que 0 y no mayores que 1; { $bad } filas de { $count_values } no las tienen. Dividir el número de unidades seleccionadas, multiplicado por el tamaño de la unidad, entre el total de los tamaños.
waves-give-one-of-its-waves-waves = Dar una de sus olas (.waves).
waves-given = indicada
waves-has-codes-in-letters-which-a-dta-file = «{ $name }» tiene códigos con letras, que un archivo .dta no puede etiquetar. Escribir en .sav o .parquet, o numerar los códigos en la definición.
waves-has-no-header-line-with-the-names-of-its = { $path_name } no tiene un encabezado con los nombres de sus columnas. Exportarlo con encabezado.
waves-has-rows-the-definition-expects-ask-the = { $path_name } tiene { $count_frame } filas; la definición espera { $n }. Preguntar al proveedor cuál es la cifra correcta, y corregir después el archivo o `n:`.
waves-holds-which-archives-write-where-there = «{ $name }» contiene { $codes }, que los bancos de datos escriben a falta de respuesta y que entrarían en la base. Indicar Wave(..., missing={"{"}'{ $name }': { $codes }{"}"}), o missing={"{"}'{ $name }': []{"}"} si se trata de respuestas.
waves-identifiers-are-written-differently = las olas { $one } y { $other } tienen { $same } personas encuestadas en común, pero { $as_written } según sus identificadores tal como están escritos (7, 7.0 y 000007 son un mismo número). Escribirlos de la misma forma en los dos archivos: de lo contrario, el cambio perdería lo que le aportan las mismas personas.
waves-identifiers-of-waves-in-two-engines-or = Los identificadores de olas de dos motores, o de dos conexiones, no pueden compararse. Abrir todas las olas en uno solo, u omitir Design(id=...) si nadie vuelve a participar.
waves-ids-return-though-declared = { $returning } identificadores de personas encuestadas figuran en más de una ola, y survey.yaml declara `overlap: none`. Si las mismas personas respondieron de nuevo, escribir allí `overlap: respondent`; si los identificadores empiezan de nuevo en cada ola, añadir la línea `ids: per_wave`.
waves-infinite = infinitos
waves-is-a-folder-not-a-file-give-the-file = { $path_name } es una carpeta, no un archivo. Dar el archivo que contiene.
waves-is-a-table-of-results = { $path_name } es una tabla de resultados, porcentajes por grupo con sus bases: nada se puede ponderar ni comprobar con ella. Pedir a quien conserva la encuesta el archivo de respuestas, una línea por persona (.sav, .dta o .csv).
waves-is-empty-ask-for-the-file-again = { $path_name } está vacío. Volver a pedir el archivo.
waves-is-infinite-in-some-rows-correct-the = «{ $name }» es infinito en algunas filas: corregir los datos.
waves-is-not-a-regular-table-a-quotation-mark = { $path_name } no es una tabla regular: hay comillas sin cerrar, o una celda demasiado larga. Volver a exportarlo.
waves-is-not-a-regular-table-in-utf-8-a-row = { $source_name } no es una tabla regular en UTF-8: una fila no tiene la longitud del encabezado, o un carácter no está en UTF-8. Volver a exportarlo como CSV UTF-8.
waves-is-not-between-0-and-1-at-least-0-5-0-95 = { $verb }: { $name }={ $given } no está entre 0 y 1, con un mínimo de 0,5; lo habitual es 0,95.{ $meant }
waves-is-not-in-utf-8-line-save-it-again-as = { $path_name } no está en UTF-8 (línea { $line }). Volver a guardarlo como CSV UTF-8.
waves-is-not-known-use-one-of = { $verb }: { $name }={ $given } es un valor desconocido. Usar uno de estos: { $known }.{ $hint }
waves-is-not-the-file-that-was-declared-its = { $path_name } no es el archivo declarado: su SHA-256 es { $checksum }…, la definición indica { $sha256 }…. Reponer el archivo correcto o, si una nueva entrega lo sustituye, anotar el nuevo SHA-256 en la definición.
waves-is-not-what-its-ending-says-it-ask-for = { $path_name } no es lo que indica su extensión: { $names }. Volver a pedir el archivo, o darle la extensión correcta.
waves-is-of-type-not-a-number-make-one-of-it = «{ $name }» es de tipo { $kind }, no un número. Convertirlo primero en número en el motor.
waves-is-perhaps-in = { $path_name } no está en UTF-8 (línea { $line }); sus bytes forman palabras en: { $listed }. Indicar cuál: { $command }, o volver a guardarlo como CSV UTF-8. Después, dar ese archivo.
waves-is-the-name-of-a-column-or-question-in = { $verb }: `{ $name }` es el nombre de una columna o de una pregunta, en texto; se ha recibido { $given }.
waves-is-then-give-that-file = { $name } es { $how }. Después, dar ese archivo.
waves-is-there-already-remove-it-or-name = { $target_name } ya existe. Eliminarlo, o nombrar otra carpeta: --out.
waves-joint-labels-again = joint_probabilities: hay unidades de estratos distintos con el mismo nombre en la columna «{ $column }», y el archivo no puede distinguirlas. Dar a cada unidad su propio nombre.
waves-joint-neither-square-nor-pairs = { $name } ({ $rows } filas, { $columns } columnas) no es una tabla de probabilidades conjuntas. Dar un cuadrado cuyo encabezado y primera columna tengan las mismas unidades, o tres columnas: unidad, otra, probabilidad.
waves-joint-pairs-given-twice = { $name } da dos probabilidades distintas a { $count ->
       [one] { $count } par
       *[other] { $count } pares
    } de unidades: la de a con b es la de b con a. Corregirlo.
waves-joint-pairs-not-in-the-file = { $name } no da probabilidad a { $count } de los { $of } pares de unidades de los datos. Añadir una fila para cada uno; solo pueden faltar los pares de dos estratos.
waves-joint-the-file = { $name }: la matriz de probabilidades conjuntas { $why }.
waves-joint-units-not-in-the-file = { $name } no nombra { $count } de las { $held } unidades de los datos ({ $units }). Escribirlas como en los datos, o añadirlas.
waves-labels-a-value-that-is-not-whole-which-a = «{ $name }» etiqueta un valor que no es entero, lo que un archivo .dta no permite. Escribir en .sav o .parquet.
waves-labels-in-are-not-defined-use = las etiquetas en «{ $lang }» no están definidas; usar { $known }.
waves-lazy-waves-have-no-pairs-of-units = Una ola diferida no admite un diseño con probabilidades desiguales sin reposición ni en dos fases: su varianza requiere cada par de personas. Leer la tabla en memoria: padai.Wave(table, design).
waves-line-the-row-has-cell-s-the-header-it = { $path_name }, línea { $line_num }: la fila tiene { $count_odd ->
       [one] { $count_odd } celda
       *[other] { $count_odd } celdas
    }, el encabezado { $cells }. Es posible que el archivo esté truncado; volver a exportarlo.
waves-line-the-row-has-more-cells = { $path_name }, línea { $line_num }: la fila tiene { $count_odd } celdas, el encabezado { $cells }. Es posible que una respuesta contenga el separador de las celdas sin comillas; volver a exportar el archivo con los textos entre comillas, o con otro separador.
waves-load-the-definition-padai-load-survey = Cargar la definición: padai.load_survey(carpeta).
waves-looks-like-a-parquet-file = parece un archivo Parquet
waves-looks-like-a-portable-file = parece un archivo portátil de SPSS
waves-looks-like-a-sas-file = parece un archivo de SAS
waves-looks-like-a-stata-file = parece un archivo de Stata
waves-looks-like-a-text-file = parece un archivo de texto
waves-looks-like-a-transport-file = parece un archivo de transporte de SAS
waves-looks-like-a-zip-archive-or-an-excel = parece un archivo zip o un libro de Excel
waves-looks-like-an-spss-file = parece un archivo de SPSS
waves-looks-like-none-of-the-formats-that = no se parece a ninguno de los formatos que padai lee
waves-make-a-wave-of-the-table-padai-wave = Crear una ola a partir de la tabla: padai.Wave(tabla, padai.Design(weight=...)).
waves-method-full-counts-the-second-phases = method='full' calcula por sí mismo las probabilidades de la segunda fase: retirar second.weight, indicar fpc= si hace falta, o usar 'simple'
waves-method-full-needs-the-probabilities-of = method='full' requiere las probabilidades de la primera fase: fpc= en cada etapa (sin pesos), o solo weight=, o ninguno de los dos si las personas se seleccionan una a una
waves-method-simple-wants-a-first-phase-of-one = method='simple' requiere una primera fase de una sola etapa; usar 'full'
waves-missing = vacíos
waves-missing-is-a-mapping = `missing=` requiere los códigos por columna: missing={"{"}'q1': [98, 99]{"}"}; se ha recibido { $given }.
waves-missing-names-the-column-which-is-not-in = `missing=` nombra la columna «{ $name }», que no está en los datos.{ $hint }
waves-missing-needs-a-list-of-codes-for = `missing=` requiere una lista de códigos para «{ $name }»: missing={"{"}'{ $name }': [-9, -8]{"}"}.
waves-must-be = { $verb }: `{ $name }` debe ser { $wanted }; se ha recibido { $given }.
waves-must-be-was-given = { $verb }: `{ $name }` debe ser de tipo { $wanted }; se ha recibido { $given }. { $cure }
waves-names-columns-by-place-twice = { $path_name } nombra dos veces algunas columnas: las de las posiciones { $listed } de su primera línea comparten su nombre con otras. Cambiar el nombre de una de las dos, o retirarla.{ $hint }
waves-names-nothing = { $verb }: `{ $name }` está vacío. Nombrar al menos una columna o una pregunta.
waves-names-perhaps-below = {" "}Si su primera línea agrupa columnas y los nombres están en la segunda, quitar la primera.
waves-names-the-column-s-twice-rename-or = { $path_name } nombra dos veces { $count ->
       [one] la columna { $listed }. Cambiar el nombre de una de las dos, o retirarla
       *[other] las columnas { $listed }. Cambiar el nombre de una de las dos, o retirarla, en cada caso
    }.
waves-needs-each-respondent-and-the-rows-of-a = { $name } necesita a cada persona, y las filas de una ola diferida permanecen en su motor. Leer aquí las columnas necesarias: { $name }(wave.read(['sexo', 'edad']), ...).
waves-negative = negativos
waves-no-row-is-left-the-file-is-empty-or = no queda ninguna fila: el archivo está vacío, o todo está excluido. Corregir `exclusions:`.
waves-no-row-of-fits-rows-correct-it-or-ask = ninguna fila de { $file } cumple `rows:`. Corregirlo, o volver a pedir el archivo.
waves-nobody-has-confirmed-how-the-respondents-3c61 = nadie ha confirmado cómo se seleccionó a las personas encuestadas, por lo que no se estima nada. Ver los candidatos en waves/{ $wave_id }.yaml y escribir después, en lugar de `design: { $to_confirm }`:{"\u000A"}  { $lines }
waves-none-given = no indicada
waves-not-chosen = No elegido
waves-not-set = no definida
waves-numbers-by-hand = Corregirlas, o retirar esas filas antes de crear la ola.
waves-numbers-in-fixed-places = una tabla de posiciones fijas, que solo explica la sintaxis que la acompaña (.sps, .sas, .do): ejecutarla en SPSS, o en PSPP, que es libre, y guardar los datos en .sav
waves-numbers-with-a-comma = Son comas decimales: frame['{ $name }'] = frame['{ $name }'].str.replace(',', '.').astype(float).
waves-of-replicate-weight-columns-are-not-in = { $count_absent } de las { $count_names } columnas de pesos de réplica no están en los datos (la primera: «{ $absent }»).
waves-of-waves-and-one-has-replicate-weights = De las olas «{ $first_id }» y «{ $wave_id }», una tiene pesos de réplica y la otra no. Generarlos para las dos, o para ninguna.
waves-of-waves-and-one-was-drawn-with-pps-or = De las olas «{ $first_id }» y «{ $wave_id }», una se extrajo con pps o en dos fases y la otra no: no tienen una varianza común. Analizar cada una y comparar después las estimaciones.
waves-or-say-what-a-row-without-weight-is = {" "}O indicar qué es una fila sin peso: missing_weight: outside (fuera de la muestra) o zero.
waves-or-this-line = {"\u000A"}  o{"\u000A"}{"  "}
waves-overlap-psu-needs-psus-name-their-column = overlap='psu' requiere UPM: nombrar su columna, Design(psu=...).
waves-overlap-respondent-matches-people-one-by = overlap='respondent' empareja a las personas una a una, lo que no es posible con sumas. Leer aquí las columnas que se comparan (wave.read([...])) y reunir después esas olas.
waves-overlap-respondent-matches-respondents = overlap='respondent' empareja a las personas: nombrar su columna, Design(id=...).
waves-overlap-to-be-declared = Hay que saber qué comparten varias olas. Escribir en survey.yaml una de estas líneas: `overlap: none` (otras personas y otras UPM), `overlap: respondent` (algunas vuelven) o `overlap: psu` (las mismas UPM).
waves-overlap-units-drawn-with-pps-or-in-two = overlap='{ $overlap }': padai no calcula la covarianza entre olas de unidades seleccionadas con pps o en dos fases. Si las olas se extrajeron por separado, indicar overlap='none'; si comparten unidades, usar pesos de réplica.
waves-path-name-said = { $path_name }: { $said }
waves-psus-of-the-second-phase-have-rows-in-it = { $partly } UPM de la segunda fase tienen filas dentro de ella y otras fuera. Una unidad se selecciona entera: nombrar la unidad que se seleccionó.
waves-put-the-waves-together-padai-stack-wave = Reunir las olas: padai.stack([ola_1, ola_2], overlap=...).
waves-read-before-weighting-wave-read-then = { $where }leer antes de ponderar: wave.read([...]), y ponderar después lo leído.
waves-reading-parquet = Leer un archivo .parquet
waves-reading-parquet-files = La lectura de archivos Parquet
waves-reading-the-file-takes-more-memory-than = leer el archivo requiere más memoria de la que padai permite. Retirar las columnas que la encuesta no utiliza.
waves-reading-the-file-took-too-long-so-it-was = la lectura del archivo tardaba demasiado y se ha interrumpido: el archivo está dañado. Volver a pedirlo.
waves-reference-has-no-checksum = La referencia { $name } no tiene suma de control: otro archivo pasaría por ella. Escribir sha256: { $sha256 }
waves-reference-is-blank = La referencia { $file } está vacía para «{ $name }» en { $lost } filas, y cada una representa a personas. Dar un código a los vacíos (`codes`), o retirar la variable.
waves-reference-lacks-a-column = La referencia { $file } no tiene la columna «{ $name }» de su diseño.{ $hint } Corregir `design`.
waves-reference-lacks-a-variable = La referencia { $file } no tiene la variable «{ $name }».{ $hint } Indicar su columna: columns: {"{"}{ $name }: ...{"}"}, o retirarla de `variables`.
waves-reference-shares-no-variable = La referencia { $file } no tiene ninguna de las variables del modelo ({ $names }): nada une la muestra a ella. Indicar sus columnas en `columns`, o dar otra referencia.
waves-reference-size-unknown = Los totales de { $file } son proporciones o sumas, y nada dice cuántas personas tiene la población. Indicar `size`.
waves-reference-total-is-no-number = Un total de { $file } no es un número de 0 o más. Corregir la columna total.
waves-reference-totals-are-no-table = { $file } no es una tabla de totales: sus columnas son variable,cell,total, una fila por categoría, cada una una vez; de un número, una sola fila sin cell.
waves-reference-totals-disagree = En { $file }, los totales de «{ $name }» suman { $total }, la población es de { $size }. Dar los totales de una sola población.
waves-replicate-of-the-weight = Réplica {"{}"} de la ponderación
waves-replicate-weights-have-rows-the-wave = los pesos de réplica tienen { $count_values } filas, la ola { $count_self }.
waves-replicate-weights-two-at-least = se nombra un solo peso de réplica, { $name }; se necesitan al menos dos.
waves-replicate-weights-values-are-missing = pesos de réplica: { $bad } valores están vacíos o son infinitos o negativos.
waves-replicate-weights-values-are-missing-68a6 = pesos de réplica: { $lost } valores están vacíos o son infinitos o negativos.
waves-replicates-hold-codes = { $count } columnas se llaman «{ $prefix }» y un número; todas contienen fracciones, como los pesos, salvo, en números enteros como los códigos de una pregunta, { $columns }. Nombre las que son pesos de réplica: replicates: {"{"}columns: [{ $first }, …]{"}"}.
waves-replicates-skip-numbers = { $count } columnas se llaman «{ $prefix }» y un número, sin { $lacking }. Una réplica perdida cambia todos los errores estándar: búsquela, o nombre las columnas que hay: replicates: {"{"}columns: [{ $first }, …]{"}"}.
waves-respondent-identifiers-stand-in-more = { $returning } identificadores están en más de una ola, y se ha indicado overlap='none'. Si las mismas personas respondieron de nuevo, indicar overlap='respondent'; si los identificadores vuelven a empezar en cada ola, diferenciarlos, o declarar `ids: per_wave`.
waves-role = { $role ->
       [stratum] estrato
       [psu] UPM
       [fpc] tamaño de la población
       [weight] peso
      *[subset] submuestra
    }
waves-rows-a-lot-has-one-row-at-least = rows={ $rows }: un lote tiene al menos una fila.
waves-rows-names-the-column-which-the-file = `rows:` nombra la columna «{ $column }», que no está en el archivo.{ $hint }
waves-rows-of-are-taken-by-wave-part-and-by = { $both } filas de { $file } las toman la ola { $wave_id }, parte { $spec_id }, y la ola { $other_wave }, parte { $name }. Corregir `rows:` en una de ellas.
waves-rscales-has-values-for-replicate-weight = `rscales` tiene { $count_rscales } valores para { $count } columnas de pesos de réplica.
waves-samples-of-different-types-are-never-put = Las muestras de tipos diferentes nunca se reúnen: { $given }. Cada una se analiza y se publica por separado.
waves-second = segunda
waves-set = definida
waves-several-columns-may-be-the-designs-and = varias columnas pueden ser las del diseño ({ $roles }), y `design:` no nombra ninguna. Escribir en waves/{ $wave_id }.yaml la que corresponda, por ejemplo:{"\u000A"}  { $lines }{"\u000A"}o, si no corresponde ninguna, retirar `undecided:`.
waves-several-names-in-one = {" "}Varios nombres se dan en una lista: { $listed }; un cruce, con un asterisco: «{ $crossed }».
waves-several-waves-need-to-know-what-they = Con varias olas hay que saber qué comparten. Indicar overlap='none' (otras personas y otras UPM), 'respondent' (algunas vuelven a participar) o 'psu' (las mismas UPM).
waves-shape-codes = un nombre, o una lista de códigos
waves-shape-contrasts = un diccionario de filas y coeficientes, o varios
waves-shape-count = un número entero, 1 o más
waves-shape-mapping-to-codes = un diccionario de columnas y sus códigos
waves-shape-mapping-to-numbers = un diccionario de nombres y números
waves-shape-mapping-to-pairs = un diccionario de nombres y pares de números
waves-shape-mapping-to-stacks = un diccionario de nombres y olas reunidas por padai.stack
waves-shape-marks = un vector de True y False
waves-shape-no-data = un nombre, o un diccionario de nombres y códigos
waves-shape-not-zero = un número distinto de 0
waves-shape-number = un número
waves-shape-official = un diccionario de pares (pregunta, respuesta), cada uno con olas y valores
waves-shape-part = un número mayor que 0 y de 1 como máximo
waves-shape-path = una ruta, en texto o como Path
waves-shape-population = un número, o un diccionario de olas y números
waves-shape-positive = un número mayor que 0
waves-shape-questions = el nombre de una pregunta, varios, o un diccionario de nombres y columnas
waves-shape-row-of-whole = una lista de números enteros
waves-shape-seed = un número entero, 0 o más
waves-shape-text = texto
waves-shape-text-or-function = texto o una función
waves-shape-times = un diccionario de olas y años o fechas
waves-shape-truth = True o False
waves-shape-truth-or-mapping = True, False o un diccionario
waves-shape-two-groups = dos grupos
waves-shape-wave-or-shares = el nombre de una ola, o un diccionario de grupos y proporciones
waves-shape-whole = un número entero
waves-shape-whole-or-row = un número entero, o una lista de números enteros
waves-shown-delivery =
    <Delivery { $wave } de { $survey }, parte { $part }: { $count ->
        [one] { $count } fila
       *[other] { $count } filas
    }>
waves-shown-lazy-wave =
    <Wave { $wave } { $declared ->
        [no] sin definición
       *[yes] de { $survey }
    }, parte { $part }: { $count ->
        [one] { $count } fila
       *[other] { $count } filas
    }, en su motor>
waves-shown-stack = <Stack de { $waves } olas ({ $names }), solapamiento { $overlap }: { $count }>
waves-shown-wave =
    <Wave { $wave } { $declared ->
        [no] sin definición
       *[yes] de { $survey }
    }, parte { $part }: { $count ->
        [one] { $count } fila
       *[other] { $count } filas
    }>
waves-shown-without-id = (sin id)
waves-so-many = { $count } { $kind }
waves-some-of-these-waves-are-lazy-and-others = Algunas de estas olas son diferidas y otras no. Crearlas todas a partir de tablas diferidas, o leer aquí las diferidas: wave.read([...]).
waves-stack-needs-at-least-one-wave = stack requiere al menos una ola.
waves-stack-takes-a-list-of-waves-such-as-wave = stack admite una lista de olas, como [ola_2024, ola_2025]; se ha recibido { $found }.
waves-stack-takes-waves-not-a-mapping = stack admite una lista de olas, no un diccionario: padai.stack(list(olas.values()), overlap=...). Cada ola lleva su nombre: padai.Wave(..., id='2025').
waves-strata-have-only-one-psu-at-stage-the = { $open_units } estratos tienen una sola UPM en la etapa { $number } (el primero: «{ $name }»), lo que no permite ver ninguna varianza. Fusionar estratos, o escribir lonely_psu: certainty.
waves-strata-of-the-phase-have-only-one-psu = { $alone } estratos de la { $phase } fase tienen una sola UPM (el primero: «{ $name }»), lo que no permite ver ninguna varianza. Fusionar estratos.
waves-strata-of-the-second-phase-have-no-row = { $count_absent } estratos de la segunda fase no tienen ninguna fila en ella (el primero: «{ $label }»): no se sabe nada de sus personas. Fusionar estratos.
waves-sums-is-for-a-lazy-table-this-one-is-in = sums= se aplica a una tabla diferida; esta se encuentra en memoria y se suma en su orden.
waves-takes-a-file-holds-and-would-cut-the = { $what } ocupa { $size } { $counts ->
       [bytes] bytes
      *[characters] caracteres
    }; un archivo { $ending } admite { $limit } y cortaría el resto. Acortarlo, o escribir en .parquet.
waves-texts-perhaps-in = { $path_name }: sus textos no están en ningún juego de caracteres que declare; sus bytes forman palabras en: { $listed }. Indicar cuál, por ejemplo en { $tool }: { $line }. Después, dar ese archivo.
waves-the-column-holds-dates-not-numbers = la columna «{ $name }» ({ $role }) contiene fechas, no números.
waves-the-column-holds-lists = la columna «{ $name }» contiene listas o tablas en sus celdas. Una celda contiene un número, un texto o una fecha: hacer de cada elemento una columna.
waves-the-column-holds-something-other-than-a = la columna «{ $name }» ({ $role }) contiene algo distinto de un número en { $bad } filas. { $hint }
waves-the-column-holds-whole-numbers-above-2 = la columna «{ $name }» contiene enteros mayores que 2^53, que { $ending } redondearía. Escribirlos como texto.
waves-the-column-is-missing-in-of-rows-every = la columna «{ $name }» ({ $role }) está vacía en { $missing } filas de { $count_column }. Cada fila requiere un valor.
waves-the-column-is-missing-in-of-rows-every-c992 = la columna «{ $name }» ({ $role }) está vacía en { $missing } filas de { $rows }. Cada fila requiere un valor.
waves-the-column-is-needed-to-tell-who-a = La columna «{ $name }» es necesaria para saber a quién se hizo una pregunta, y no está en los datos. Pedirla al proveedor.
waves-the-column-is-not-in-the-data = la columna «{ $column }» no está en los datos.{ $hint }
waves-the-column-is-not-in-the-data-02dd = la columna «{ $name }» ({ $role }) no está en los datos.{ $hint }
waves-the-column-is-not-in-the-data-3c57 = la columna «{ $name }» no está en los datos.{ $hint }
waves-the-column-is-of-type-not-a-number = la columna «{ $name }» ({ $role }) es de tipo { $schema }, no un número.
waves-the-column-itself-was-given = { $verb }: `{ $name }` es el nombre de una columna o de una pregunta, en texto; se ha recibido { $given }. Escribir { $named } en lugar de los propios datos.
waves-the-column-mixes-numbers-and-text-which = la columna «{ $name }» mezcla números y texto, lo que { $ending } no admite. Validar primero la ola y corregir la columna.
waves-the-column-name = el nombre de columna
waves-the-column-stands-twice-in-the-data = la columna «{ $twice }» aparece dos veces en los datos. Cambiar el nombre de una de ellas, o retirarla.
waves-the-columns-and-differ-only-by-case = las columnas «{ $other }» y «{ $name }» solo se diferencian por las mayúsculas, que un archivo { $ending } no distingue. Cambiar el nombre de una de ellas, o escribir en .parquet.
waves-the-covariance-of-more-than-two-measures = { $where }la covarianza de más de dos medidas a la vez ({ $kept }) no puede obtenerse de sumas. Pedir dos, o leerlas aquí: wave.read([...]).
waves-the-data-already-have-a-column-the-name = los datos ya tienen una columna «{ $taken }», el nombre con el que se escriben los pesos vigentes. Cambiarle antes el nombre.
waves-the-data-file-is-missing-it-was-looked = falta el archivo de datos { $name }. Se ha buscado en la carpeta `data_dir` ({ $given }), en la que nombra { $data_dir_variable } ({ $told }) y en { $own }. Colocarlo en una de ellas, o indicar dónde está con --data-dir.
waves-the-data-have-no-rows = los datos no tienen ninguna fila.
waves-the-design-column-has-the-same-name-as-a = la columna del diseño «{ $name }» tiene el mismo nombre que una pregunta que se lee en la columna «{ $sources }». Dar otro identificador a la pregunta.
waves-the-design-column-is-not-in-the-file = la columna del diseño «{ $name }» no está en el archivo.{ $hint } Corregir `design:` en la definición de la ola, o pedir la columna.
waves-the-exclusion-rule-on-cannot-be-applied = la regla de exclusión sobre «{ $column }» no puede aplicarse: el archivo no tiene esa columna.{ $hint }
waves-the-file-has-columns-that-are-nested = el archivo tiene columnas anidadas, repetidas o de bytes sin tratar. Escribirlo como una tabla simple de números, textos y fechas.
waves-the-file-has-none-of-the-columns-that = el archivo no tiene ninguna de las { $count_sources } columnas que nombran las preguntas. No es el que describe la definición: reponer el archivo correcto.
waves-the-file-holds-fewer-rows-than-its = el archivo tiene menos filas de las que anuncia su encabezado: se truncó durante la transmisión. Volver a pedirlo.
waves-the-file-holds-several-tables = el archivo contiene varias tablas, de las que solo se leería una. Pedir un archivo por tabla.
waves-the-file-is-broken-or-was-cut-short-on = el archivo está dañado, o se truncó durante la transmisión. Volver a pedirlo y comparar su SHA-256 con el del remitente.
waves-the-file-is-larger-than-padai-reads-20 = el archivo supera lo que padai lee (20 000 columnas, 400 millones de celdas, 4 GB). Retirar las columnas que la encuesta no utiliza.
waves-the-file-would-unpack-to-more-than-a = una vez descomprimido, el archivo ocuparía más de mil veces su tamaño, cosa que no ocurre con ninguna encuesta. Volver a pedirlo, sin comprimir.
waves-the-header-of-the-file-contradicts-its = el encabezado del archivo contradice su contenido. Volver a pedir el archivo.
waves-the-id-column-has-blanks-and-repeated = la columna de identificador «{ $id_column }» tiene { $missing } celdas vacías y { $twice } valores repetidos: cada fila requiere un identificador propio.
waves-the-id-column-has-blanks-and-repeated-1782 = la columna de identificador «{ $design_id }» tiene { $missing } celdas vacías y { $twice } valores repetidos: cada fila requiere un identificador propio. Es lo que ocurre con una unión de tablas que ha multiplicado las filas.
waves-the-id-column-is-not-in-the-data = la columna de identificador «{ $id_column }» no está en los datos.
waves-the-id-column-is-not-in-the-data-f4d7 = la columna de identificador «{ $design_id }» no está en los datos.
waves-the-label-of = la etiqueta de
waves-the-label-of-a-value-of = la etiqueta de un valor de
waves-the-missing-codes-of-are-text-a-file = los códigos de no respuesta de «{ $name }» son texto; un archivo { $ending } declara tres como máximo, de 8 bytes como máximo. Escribir en .parquet.
waves-the-missing-codes-of-make-no-range-apart = los { $count_codes } códigos de no respuesta de «{ $name }» no forman un intervalo separado de los demás códigos, y un archivo .sav declara tres como máximo. Escribir en .parquet, o cambiar su numeración.
waves-the-new-weights = nuevos pesos
waves-the-question-was-asked-in-other-parts =
    {" "}La pregunta se hizo en { $count ->
       [one] la parte
       *[other] las partes
    } { $parts }, y no en esta.
waves-the-question-was-asked-in-other-waves =
    {" "}La pregunta se hizo en { $count ->
       [one] la ola
       *[other] las olas
    } { $waves }, y no en esta.
waves-the-same-people-twice = {" "}De las mismas personas en dos olas: padai.paired_change(antes, después, pregunta).
waves-the-second-phase-has-one-stage = la segunda fase tiene una sola etapa
waves-the-subset-column-holds-no-row-of-the = la columna «{ $subset }» (submuestra) no retiene ninguna fila.
waves-the-subset-column-says-neither-true-nor = la columna «{ $subset }» (submuestra) no dice ni verdadero ni falso en { $known } filas de { $count_column }.
waves-the-text-of-the-file-does-not-fit-the = el texto del archivo no corresponde al juego de caracteres que declara. Volver a pedirlo, guardado en Unicode (UTF-8).
waves-the-wave-comes-first = { $verb }: `{ $name }` va en primer lugar y es de tipo { $wanted }: escribir { $verb }({ $name }, ...), con los nombres detrás.
waves-there-are-more-than-combinations-of = { $where }{ $listed }: hay más de { $most } combinaciones de sus valores dentro de los estratos y las UPM, demasiadas para sumas. Dividir las medidas en clases en el motor, no nombrar UPM que sean una sola persona (Design(psu=None)), o leer las columnas aquí: wave.read({ $names }).
waves-there-is-no-argument-it-takes = { $verb }: no existe el argumento `{ $name }`.{ $hint } Admite { $value }.
waves-there-is-no-file-check-its-name-and = no existe el archivo { $path_name }. Comprobar su nombre y su carpeta.
waves-there-is-no-folder-which-was-named-for = no existe la carpeta { $data_dir }, indicada para los datos. Corregir --data-dir.
waves-this-needs-each-respondent-and-the-rows = { $where }aquí se necesita a cada persona ({ $what }), y las filas de una ola diferida permanecen en su motor. Leer aquí las columnas necesarias: wave.read(['sexo', 'edad']).
waves-twophase = TwoPhase: { $told }.
waves-twophase-weights-of-the-first-phase-are = TwoPhase: { $under } pesos de la primera fase («{ $weight }») son menores que 1, y method='full' los toma como inversos de probabilidades. Usar los pesos de la selección, sin ajustarlos al tamaño de la muestra; o usar 'simple'.
waves-units-make-too-many-pairs-for-this = { $count } unidades dan demasiados pares para esta varianza ({ $most_units } como máximo). Usar pps='brewer' o, con dos fases, method='simple'.
waves-verb-error = { $verb }: { $error }.
waves-wave-has-stages-of-selection-wave = La ola «{ $wave_id }» tiene { $count_stages } etapas de selección y la ola «{ $first_id }» { $count_stages_2 }. Declarar las mismas para las dos.
waves-wave-is-of-another-survey-or-part-than = La ola «{ $wave_id }» es de otra encuesta o de otra parte que «{ $first_id }»: se analizan por separado.
waves-waves-and-declare-different-lonely-psu = Las olas «{ $first_id }» y «{ $wave_id }» declaran reglas lonely_psu diferentes. Declarar la misma.
waves-waves-and-have-replicate-weights-of = Las olas «{ $first_id }» y «{ $wave_id }» tienen pesos de réplica de tipos diferentes ({ $a_kind }, { $b_kind }): sus diferencias no tienen una varianza común.
waves-waves-need-an-id-each-all-different-were = Cada ola requiere un identificador propio: se han recibido { $given }. Escribir Wave(..., id='2024').
waves-waves-that-share-units-need-the-same = Las olas que comparten unidades requieren las mismas réplicas, scale y rscales.
waves-weight-in-force = Ponderación vigente
waves-weights-must-be-positive-numbers-found = { $what }: los pesos deben ser números positivos; de { $count_weights } filas, { $found }. Corregir los pesos, o retirar esas filas antes de crear la ola.{ $way }
waves-weights-of-a-two-phase-design-are-not = los pesos de un diseño en dos fases no se modifican: la varianza de una calibración se basaría en una fase y no en la otra. Calibrar la primera fase antes de extraer de ella la segunda, e indicar sus pesos.
waves-weights-stand-in-the-design = {" "}Los pesos, los estratos y las unidades son los de la ola: padai.Wave(frame, padai.Design(weight='w', stratum='h', psu='c')).
waves-weights-were-given-for-rows = se han recibido { $count_weights } pesos para { $count_self } filas.
waves-what-name = { $what } «{ $name }»
waves-write = {" "}Escribir { $old }.
waves-writing-parquet = Escribir un archivo .parquet
waves-you-may-not-read-ask-for-the-right-to = no se tiene permiso para leer { $path_name }. Solicitarlo (permisos del archivo), o copiar el archivo.
waves-zero = nulos
