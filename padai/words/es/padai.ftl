# padai, padai

padai-an-optional-part-is-missing = { $what } requiere una parte opcional de padai que no está instalada. Ejecutar: { $command }
padai-and = {" "}y{" "}
padai-and-name-one-folder-or-one-within-the = `{ $name }:` y `{ $other }:` nombran una misma carpeta, o una dentro de la otra; lo que se escribe en una sustituiría a la otra. Dar a cada una la suya.
padai-colon = :{" "}
padai-design = Design: { $why }
padai-design-has-no-argument = { $verb }: no existe el argumento `{ $name }`.{ $hint } Admite { $value }.
padai-design-is-the-name-of-a-column-in-text = Design({ $role }=...) es el nombre de una columna, como texto; se ha recibido { $what }.
padai-did-you-mean = {" "}¿Se quería decir «{ $found }»?
padai-hartleyrao-mean-square-has-no-value-for = HartleyRao(mean_square=...) no tiene valor para el estrato «{ $label }».
padai-hartleyrao-mean-square-it-is-the-sum-of = HartleyRao(mean_square={ $value }): es la suma de los cuadrados de las probabilidades dividida por el número de unidades seleccionadas, mayor que 0 y como máximo 1.
padai-it-is-a-folder = es una carpeta
padai-jackknifen-needs-rscales-n-h-1-n-h-for = JackknifeN requiere `rscales`: (n_h - 1) / n_h para cada réplica, siendo n_h el número de unidades primarias del estrato de la que se excluye.
padai-joint-an-array = es una simple matriz de números, y el diseño nombra unidades o identificadores, según los cuales pueden reordenarse las filas: dar una tabla de pandas que lleve sus etiquetas en filas y columnas
padai-joint-labels-again = se lee por etiquetas, y hay unidades de estratos distintos con la misma: dar a cada unidad su propia etiqueta
padai-joint-labels-differ = no tiene las mismas etiquetas en filas y columnas, o repite alguna
padai-joint-not-probabilities = tiene valores vacíos, nulos, negativos o mayores que 1: un par que no podía seleccionarse no tiene varianza insesgada
padai-joint-not-square = no es cuadrada ({ $shape })
padai-joint-not-symmetric = no es simétrica
padai-joint-other-than-fpc = da a { $apart } de las { $held } unidades una probabilidad distinta de la fpc
padai-joint-other-than-numbers = contiene algo distinto de números
padai-joint-other-units = se refiere a { $given } unidades, y los datos tienen { $held }
padai-joint-pairs-too-probable = tiene pares más probables que una de sus unidades
padai-joint-units-lacking = carece de { $lacking } de las { $held } unidades de los datos
padai-jointprobabilities-the-matrix = JointProbabilities(...): la matriz { $why }.
padai-lonely-psu = lonely_psu
padai-missing-weight = missing_weight
padai-missing-weight-is-not-known-use-one-of = missing_weight={ $missing_weight } no es un valor conocido. Usar uno de estos: { $missing_weight_2 }.
padai-must-name-a-folder-inside-of-the-project = `{ $name }:` debe nombrar una carpeta dentro del proyecto, sin «..».
padai-names-stages-and-psu-name-one-psu-column = `{ $name }` nombra { $count_given } etapas y `psu`, { $stages }. Nombrar una columna de unidades primarias por etapa.
padai-no-public-name = padai no tiene «{ $name }».{ $hint } `dir(padai)` da la lista de lo que tiene.
padai-no-was-found-in-or-in-a-folder-above-it = No hay ningún { $project_file } en «{ $given }» ni en una carpeta superior. Ejecutar el comando dentro de un proyecto, dar --project, o crear uno: padai init
padai-not-a-folder = no es una carpeta
padai-not-found = no se encuentra
padai-not-known-use-one-of = { $what }='{ $given }' no es un valor conocido. Usar: { $known }.{ $hint }
padai-or = {" "}o{" "}
padai-parts = { $parts }
padai-permission-denied = permiso denegado
padai-pps = pps
padai-pps-and-replicates = pps y los pesos de réplica determinan ambos la varianza: dar uno de los dos.
padai-pps-fpc-of-each-stage = pps requiere las probabilidades de inclusión de las unidades en cada una de las { $stages } etapas: fpc=...
padai-pps-lonely = con pps, lonely_psu es 'fail', 'certainty' o 'remove', sin lonely_domain.
padai-pps-one-formula = variance='YG' se calcula con las probabilidades conjuntas de muestras de tamaño fijo; pps='{ $pps }' tiene una sola fórmula.
padai-pps-several-stages = con varias etapas, solo existe pps='brewer'.
padai-pps-unknown = pps={ $given } no es un valor conocido. Usar uno de estos: { $known }.{ $hint }
padai-pps-variance-alone = variance='YG' vale para los diseños que indican cómo se seleccionaron las unidades: pps=...
padai-pps-variance-unknown = variance={ $given } no es un valor conocido. Usar 'HT' o 'YG'.
padai-quota-reached = cuota alcanzada
padai-quoted = «{ $text }»
padai-read-only-disk = disco de solo lectura
padai-replicate-weights = pesos de réplica
padai-replicate-weights-give-prefix-or-columns = Pesos de réplica: dar `prefix` o `columns`, uno de los dos, para indicar qué columnas los contienen.
padai-replicate-weights-of-no-known-kind-need = Los pesos de réplica de tipo desconocido requieren `scale`: el factor de la suma de los cuadrados de las desviaciones, que da la documentación del archivo.
padai-replicates-takes-a-kind-of-replicate = `replicates` admite un tipo de pesos de réplica, como padai.Bootstrap(prefix='rw'); se ha recibido { $name }.
padai-site-url-must-be-an-address-that-begins = `site_url` debe ser una dirección que empiece por https://, sin «?» ni «#», como https://example.org/encuesta/; el valor es «{ $value }»
padai-the-disk-is-full = disco lleno
padai-the-name-is-too-long = nombre demasiado largo
padai-twophase-is-a-design-was-given = TwoPhase({ $name }=...) es un diseño, Design; se ha recibido { $found }.
padai-twophase-method-is-not-known-use-one-of = TwoPhase(method={ $method }) no es un valor conocido. Usar uno de estos: { $two_phase_methods }.
padai-twophase-takes-strata-psus-weights-and = TwoPhase({ $name }=...) admite estratos, unidades primarias, pesos y fpc, y no { $what }.
padai-words-at = { $file }, línea { $line }, mensaje `{ $message }`: { $why }
padai-words-badly-written = está mal escrito: { $faults }.
padai-words-code-gives-no = el código no le da { $names }.
padai-words-first-row = { $file }: la primera fila debe ser { $heads }.
padai-words-language-absent = padai no tiene textos en `{ $lang }`; los tiene en { $known }.
padai-words-message-absent = { $tag }: el mensaje `{ $message }` no existe.
padai-words-message-unknown = padai no tiene ningún mensaje con ese nombre.
padai-words-needs = necesita { $needed } y recibió { $given }.
padai-words-needs-given-nothing = necesita { $needed } y no recibió nada.
padai-words-no-message-here = { $file }, línea { $line }: esto no es un mensaje: { $text }
padai-words-no-plural-rules = no se conocen las reglas del plural de la lengua `{ $tag }`.
padai-words-no-text = no tiene texto.
padai-words-refers-to-itself = remite a sí mismo por `{ $name }`.
padai-words-refers-to-nothing = remite a `{ $name }`, que no existe.
padai-words-stands-twice = también está en { $file }.
