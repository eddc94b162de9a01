# padai, dialogue

dialogue-a-draw-is-a-definitions = draw_panel: el sorteo es el de una definición: padai.draw_panel(encuesta.panel.draw, voluntarios); se ha recibido { $found }.
dialogue-cells-under-headings-correct-the-line-or = { $count_line } celdas bajo { $count_header } encabezados. Corregir la línea, o el `delimiter:` de inventory.yaml.
dialogue-coder-s-that-are-not-declared-there-are = personas no declaradas para codificar: { $lacking }; hay: { $known }
dialogue-contribution-s-coded-are-not-in-the-data = contribuciones codificadas que no están en los datos: { $count_strangers }
dialogue-contribution-s-were-coded-by-nobody-code = contribuciones que nadie codificó: { $none }. Codificarlas todas.
dialogue-contribution-s-were-coded-twice-and = contribuciones codificadas dos veces y no resueltas por «{ $settled }»: { $open_cases }; resueltas sin haberse codificado dos veces: { $odd }.
dialogue-correct-the-codings = Corregir la codificación.
dialogue-correct-the-records = Corregir los registros.
dialogue-did-you-mean = ¿Quizás «{ $close }»?
dialogue-entry-cites-the-which-no-release-has = la inscripción «{ $entry_id }» cita { $source_kind ->
       [finding] el hallazgo
       [recommendation] la recomendación
      *[theme] el tema
    } «{ $name }», que ninguna publicación contiene. { $hint }
dialogue-entry-replied-on-to-the-which-was = la inscripción «{ $entry_id }» responde el { $date } { $source_kind ->
       [finding] al hallazgo
       [recommendation] a la recomendación
      *[theme] al tema
    } «{ $source_id }», que se publicó el { $published }. Corregir `date:`, o citar la publicación anterior a la que responde.
dialogue-first-member-s-are-not-those-whom-the = primeros miembros que no son los que la lotería designó: { $count_extra }
dialogue-it-has-other-columns-than = sus columnas no son { $lottery_columns }
dialogue-it-is-not-a-valid-csv-file = no es un archivo CSV válido ({ $error }).
dialogue-it-is-not-utf-8-text-byte-save-it-as-utf = no es texto UTF-8 (byte { $start }). Guardarlo en UTF-8.
dialogue-it-lists-no-use-a-header-and-nothing = no recoge ningún uso: un encabezado y nada debajo. Tomar el archivo publicado.
dialogue-its-tickets-do-not-run-from-1-to = sus boletos no van de 1 a { $tickets }
dialogue-line-a-date-is-written-yyyy-mm-dd = línea { $at }: una fecha se escribe AAAA-MM-DD.
dialogue-line-entree-the-first-day-in-office-is = línea { $at }: falta `entree`, el primer día de mandato.
dialogue-line-renouvele-is-oui-non-or-empty = línea { $at }: `renouvele` es oui, non o vacío.
dialogue-mandates-were-renewed-and-mandate-says = hay mandatos renovados, y `mandate:` dice `renewable: 0`
dialogue-margin-group-at-least-and-volunteers = margen «{ $quota_id }», grupo «{ $group }»: { $low } como mínimo, y { $there } personas voluntarias
dialogue-margin-group-together-with-the-other = margen «{ $quota_id }», grupo «{ $group }»: junto con los demás márgenes, { $why }
dialogue-margin-its-max-add-up-to-under-seats = margen «{ $quota_id }»: sus `max` suman { $high }, menos que { $size } plazas
dialogue-margin-its-min-add-up-to-over-seats = margen «{ $quota_id }»: sus `min` suman { $low }, más que { $size } plazas
dialogue-member-s-are-in-office-for-longer-than = miembros en ejercicio durante más tiempo del que permite `mandate:` ({ $months } meses, renovable { $renewable } veces): { $count_long }
dialogue-member-s-are-not-among-the-volunteers-of = miembros que no están entre las personas voluntarias de { $pool } y nunca fueron invitados: { $count_stranger }
dialogue-member-s-left-before-they-came = miembros que salieron antes de llegar: { $count_before }
dialogue-member-s-left-for-a-reason-that-mandate = miembros que salieron por un motivo que `mandate:` no recoge ({ $known }): { $count_odd }
dialogue-member-s-stand-twice-or-have-no-number = miembros que figuran dos veces o no tienen número: { $twice }
dialogue-member-s-were-renewed-and-yet-have-a = miembros con un mandato renovado y, sin embargo, un último día: { $count_kept }
dialogue-no-panel-of-meets-the-quotas = ningún panel de { $size } respeta las cuotas. { $said }
dialogue-number-s-stand-twice-in-column-of-the = números repetidos en la columna «{ $definition_id }» de { $pool }: { $twice }. Cada persona voluntaria figura una sola vez.
dialogue-of-its-panels-do-not-meet-the-quotas = { $bad } de sus paneles no respetan las cuotas
dialogue-on-people-are-in-office-for-seats = el { $day }, { $n } personas están en ejercicio para { $size } plazas
dialogue-person-s-drawn-have-no-seat-enter-them = personas elegidas por sorteo que no tienen plaza: { $count_absent }; inscribirlas, aunque hayan declinado
dialogue-present-never-drawn = presentes, voluntarias pero nunca seleccionadas por sorteo
dialogue-present-never-invited = presentes que nunca fueron invitadas
dialogue-present-not-in-office = presentes que no estaban en ejercicio el { $date }
dialogue-published-in = Publicado en: { $editions }.
dialogue-recommendation-its-dissent-counts-more = recomendación «{ $found_id }»: sus desacuerdos cuentan más personas que las { $present } presentes
dialogue-recommendation-votes-at-session-where = recomendación «{ $found_id }»: { $votes } votos en la sesión «{ $session }», en la que había { $present } personas presentes
dialogue-replacement-s-had-been-drawn-already = reemplazantes que ya habían salido en el sorteo: { $count_again }
dialogue-row-s-are-of-people-who-never-held-a = filas de personas que nunca tuvieron plaza: { $count_strangers }. Las respuestas de un panel son las de sus miembros.
dialogue-row-s-name-a-cell-without-volunteers = filas que nombran una celda sin personas voluntarias: { $unknown }
dialogue-row-s-stand-twice = filas repetidas: { $twice }
dialogue-row-s-stand-twice-a-presence-is-noted = filas repetidas: { $twice }. Una presencia se anota una sola vez.
dialogue-row-s-without-a-contribution-a-coder-or = filas sin contribución, sin persona que codifique o sin tema: { $blank }
dialogue-seats-cannot-be-filled = faltan { $n } persona(s)
dialogue-seats-more-are-needed = harían falta { $n } plaza(s) más
dialogue-session = sesión «{ $session_id }»: { $count_people } persona(s) { $why }
dialogue-session-nobody-is-noted-as-present = sesión «{ $session_id }»: nadie está anotado como presente
dialogue-session-s-are-not-declared-in-panel-yaml = sesiones no declaradas en panel.yaml: { $odd }; hay: { $declared }.
dialogue-the-codebook-has-no-theme-there-are = el libro de códigos no tiene el tema { $lacking }; hay: { $known }
dialogue-the-column-s-are-missing = columnas ausentes: { $lacking }.
dialogue-the-column-s-are-missing-wanted = columnas ausentes: { $lacking }. Se esperan: { $wanted }.
dialogue-the-header-is-not-the-one-that-inventory = el encabezado no es el que describe inventory.yaml. Ausentes o repetidos: { $lacking }. Encontrados: { $shown }. Corregir `columns:` (o `delimiter:`) de inventory.yaml.
dialogue-the-inventorys-file-is-missing-from-the = el archivo del inventario falta en la carpeta de la encuesta.
dialogue-the-lottery-is-not-one-of-these = la lotería no es la de estas personas voluntarias y estas cuotas: { $said }. Repetir el sorteo.
dialogue-the-person-who-came-on-replaces-somebody = la persona que llegó el { $start } reemplaza a una que no es miembro, o que aún no había salido
dialogue-the-pool-has-blanks-complete-them = { $pool } tiene celdas vacías ({ $said }). Completarlas.
dialogue-the-pool-lacks-the-column-s-name-the = en { $pool } faltan columnas: { $lacking }. Nombrar las columnas del archivo en `id:` y `quotas:`.
dialogue-there-are = Publicados: { $listed }.
dialogue-tickets-and-people-are-whole-numbers = los boletos y las personas son números enteros
dialogue-value-s-of-the-column-have-no-place-in = valores de la columna «{ $name }» que no tienen sitio en inventory.yaml ({ $count_unknown }): { $listed }. Añadirlos en `{ $key }:`.
dialogue-volunteer-s-have-in-column-a-value-that = personas voluntarias cuyo valor en la columna «{ $column }» no es ningún grupo de la cuota «{ $quota_id }»: { $odd }. Grupos: { $groups }.
dialogue-volunteers-for-seats = { $n } personas voluntarias para { $size } plazas
dialogue-widen-min-and-max-or-invite-more-people = Ampliar `min` y `max`, o invitar a más personas de estos grupos.
