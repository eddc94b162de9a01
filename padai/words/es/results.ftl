# padai, results

results-a-column-stands-in-the-frame = { $kind } no tiene «{ $name }»: es una columna de su tabla. Escribir resultado.frame['{ $name }'].
results-a-contrast-is-a-mapping-of-names-to-rows = Un contraste es una correspondencia de nombres con filas y coeficientes, como {"{"}"E-H": {"{"}"E": 1, "H": -1{"}}"}.
results-a-covariance-of-rows-was-asked-for-at = Se pide una covarianza de { $count_chosen } filas; se calculan { $max_covariance } como máximo. Nombrar las filas que hagan falta: est.cov(est.rows(question=...)).
results-a-table-to-show = Una tabla para mostrar
results-a-witness-is-of-1-to-figures-and-were = un testigo se refiere a entre 1 y { $most } cifras, y se han pedido { $count }. Nombrar las filas: est.witness('r', rows=est.rows(question=...)).
results-a-witness-is-written-of-shares-means = un testigo se escribe de proporciones, medias, totales y razones; estas son otras estimaciones. Escribir el de las proporciones o medias de las que proceden.
results-adjusted = a igual composición de las partes
results-bars-of-false-answers = Barras: proporción de respuestas falsas a partir de la cual se invierte cada hallazgo.
results-citizens-panel = Panel ciudadano: estos resultados se refieren a las personas participantes y no representan a la población
results-column-breakdown = Desglose
results-column-breaks = Rupturas
results-column-conf-high = Límite superior
results-column-conf-low = Límite inferior
results-column-cv = CV
results-column-deff = { -design-effect-initial }
results-column-df = g. l.
results-column-estimate = Estimación
results-column-family = Familia
results-column-family-size = Tamaño de la familia
results-column-flag = Marca
results-column-group = Grupo
results-column-margin = Margen
results-column-n-base = Base (n)
results-column-n-eff = n efectivo
results-column-p-adjusted = p ajustado
results-column-p-equivalence = p de equivalencia
results-column-p-value = p
results-column-question = Pregunta
results-column-reason = Motivo
results-column-response = Respuesta
results-column-statistic = Estadístico
results-column-std-error = Error estándar
results-column-term = Término
results-column-verdict = Veredicto
results-column-wave = Ola
results-columns-stand-in-the-frame = { $kind } no tiene «{ $name }»: su tabla es .frame. Escribir resultado.frame.{ $name }.
results-curvature = curvatura
results-curves = Curvas: menor cambio que mostraría una próxima ola, según el número de entrevistas.
results-differences-is-what-padai-difference-or = differences= es lo que han devuelto padai.difference o padai.difference_from_rest; se ha dado { $given }.
results-dont-know = respuestas «no sabe»
results-dots = Puntos con { $level }.
results-dots-about-zero = Puntos a ambos lados del cero, con { $level }.
results-drawing = El dibujo de un resultado
results-false-answers-title = Proporción de respuestas falsas que invierte el hallazgo
results-false-favourable = respuestas falsas y favorables
results-false-random = respuestas dadas al azar
results-false-unfavourable = respuestas falsas y desfavorables
results-from-to = { $low } a { $high }
results-has-no = { $kind } no tiene «{ $name }».{ $hint }
results-intervals = intervalos
results-intervals-at = intervalos al { $level } %
results-is-no-key = «{ $name }» no es una clave: las filas van por { $known }.
results-is-no-table = { $kind } no es una tabla y no da por sí mismo columnas ni filas. Escribir resultado.frame[{ $name }].
results-lang-the-comments-of-a-witness-are-in = lang={ $lang }: los comentarios de un testigo están en { $known }.
results-lines = Líneas en el tiempo, de { $first } a { $last }, con { $level }.
results-minus = { $one } menos { $other }
results-n-next = Entrevistas de la próxima ola
results-no-tipping-point-to-draw = plot: ninguno de estos hallazgos se invierte con una proporción de respuestas falsas; no hay nada que dibujar. Leer .frame, donde cada fila dice por qué.
results-no-words-in = { $verb }: no hay palabras en el idioma { $lang }; hay: { $known }.{ $hint }
results-nothing-to-draw = plot: un resultado del tipo { $kind } no contiene ninguna estimación que dibujar. Leerlo con .frame, .to_markdown() o .table().
results-open-consultation = Consulta abierta: estos resultados no representan a la población
results-raw = bruto
results-rows-are-positions-from-0-to-or-one-true = Las filas son posiciones de 0 a { $count_self }, o un valor verdadero o falso por fila; encontrarlas por sus claves con est.rows(group='F').
results-rows-go-by-keys = rows va por claves, no por posición: est.rows(group='F', response='1'). Las claves son { $known }.
results-rows-have-the-keys = Hay { $count } filas con las claves { $texts }: nombrar una por su posición o con más de sus claves.
results-sample-not-random = Muestra no probabilística: el intervalo es indicativo
results-selection-ratio = razón de participación
results-selection-rho = correlación de la participación con la respuesta
results-shares-and-numbers-have-no-common-axis = plot: unas filas son proporciones y otras medias o totales, y no tienen un eje común. Dibujarlas por separado: est.plot(rows=est.rows(response='mean')).
results-slope = pendiente por año
results-smallest-change = Menor cambio mostrado (puntos)
results-the-others = los demás
results-the-rest-is-in-the-table = Los demás supuestos están en la tabla.
results-these-differences-are-not-between-waves = estas diferencias no son entre olas, o grupos, de estas estimaciones. Dar las que han hecho padai.difference o padai.difference_from_rest.
results-these-estimates-are-detached-from-their = Estas estimaciones están separadas de sus personas encuestadas (guardadas, serializadas o después de detach()): una covarianza requiere las que devolvió la función.
results-too-many-to-draw = plot: { $count } filas no caben en una imagen, que admite { $most }. Nombrar las que se quieren dibujar: est.plot(rows=est.rows(question='trust', breakdown='sex')).
results-too-many-to-read = { $verb }: { $count } filas no se leen en una tabla, que tiene { $most } como máximo. Estimar menos preguntas o grupos, o escribir .frame en un archivo.
results-under = <{"\u00A0"}{ $least }
