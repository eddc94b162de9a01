# padai, dialogue

dialogue-a-draw-is-a-definitions = draw_panel: el sorteo es el de una definición: padai.draw_panel(encuesta.panel.draw, voluntarios); se ha recibido { $found }.
dialogue-cells-under-headings-correct-the-line-or = { $count_line } celdas bajo { $count_header } encabezados. Corregir la línea, o el `delimiter:` de inventory.yaml.
dialogue-coder-s-that-are-not-declared-there-are = { $count ->
       [one] persona no declarada
       *[other] personas no declaradas
    } para codificar: { $lacking }; hay: { $known }
dialogue-contribution-s-coded-are-not-in-the-data = { $count_strangers ->
       [one] { $count_strangers } contribución codificada no está
       *[other] { $count_strangers } contribuciones codificadas no están
    } en los datos
dialogue-contribution-s-were-coded-by-nobody-code = nadie codificó { $none ->
       [one] { $none } contribución
       *[other] { $none } contribuciones
    }. Codificarlas todas.
dialogue-contribution-s-were-coded-twice-and = { $open_cases ->
       [one] { $open_cases } contribución codificada dos veces no fue resuelta
       *[other] { $open_cases } contribuciones codificadas dos veces no fueron resueltas
    } por «{ $settled }»; { $odd ->
       [one] { $odd } fue resuelta
       *[other] { $odd } fueron resueltas
    } sin haberse codificado dos veces.
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
dialogue-first-member-s-are-not-those-whom-the = { $count_extra ->
       [one] { $count_extra } primer miembro no es
       *[other] { $count_extra } primeros miembros no son
    } de los que la lotería designó
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
dialogue-member-s-are-in-office-for-longer-than = { $count_long ->
       [one] { $count_long } miembro lleva
       *[other] { $count_long } miembros llevan
    } en ejercicio más tiempo del que permite `mandate:` ({ $months ->
       [one] { $months } mes
       *[other] { $months } meses
    }, renovable { $renewable ->
       [one] { $renewable } vez
       *[other] { $renewable } veces
    })
dialogue-member-s-are-not-among-the-volunteers-of = { $count_stranger ->
       [one] { $count_stranger } miembro no está
       *[other] { $count_stranger } miembros no están
    } entre las personas voluntarias de { $pool }: nunca { $count_stranger ->
       [one] fue invitado
       *[other] fueron invitados
    }
dialogue-member-s-left-before-they-came = { $count_before ->
       [one] { $count_before } miembro salió
       *[other] { $count_before } miembros salieron
    } antes de llegar
dialogue-member-s-left-for-a-reason-that-mandate = { $count_odd ->
       [one] { $count_odd } miembro salió
       *[other] { $count_odd } miembros salieron
    } por un motivo que `mandate:` no recoge ({ $known })
dialogue-member-s-stand-twice-or-have-no-number = { $twice ->
       [one] { $twice } miembro figura dos veces o no tiene
       *[other] { $twice } miembros figuran dos veces o no tienen
    } número
dialogue-member-s-were-renewed-and-yet-have-a = { $count_kept ->
       [one] { $count_kept } miembro tiene
       *[other] { $count_kept } miembros tienen
    } un mandato renovado y, sin embargo, un último día
dialogue-no-panel-of-meets-the-quotas = ningún panel de { $size } respeta las cuotas. { $said }
dialogue-number-s-stand-twice-in-column-of-the = { $twice ->
       [one] { $twice } número repetido
       *[other] { $twice } números repetidos
    } en la columna «{ $definition_id }» de { $pool }. Cada persona voluntaria figura una sola vez.
dialogue-of-its-panels-do-not-meet-the-quotas = { $bad } de sus paneles no respetan las cuotas
dialogue-on-people-are-in-office-for-seats = el { $day }, { $n } personas están en ejercicio para { $size } plazas
dialogue-person-s-drawn-have-no-seat-enter-them = { $count_absent ->
       [one] { $count_absent } persona elegida por sorteo no tiene plaza; inscribirla, aunque haya declinado
       *[other] { $count_absent } personas elegidas por sorteo no tienen plaza; inscribirlas, aunque hayan declinado
    }
dialogue-present-never-drawn = { $count ->
       [one] presente, voluntaria pero nunca seleccionada
       *[other] presentes, voluntarias pero nunca seleccionadas
    } por sorteo
dialogue-present-never-invited = { $count ->
       [one] presente que nunca fue invitada
       *[other] presentes que nunca fueron invitadas
    }
dialogue-present-not-in-office = { $count ->
       [one] presente que no estaba
       *[other] presentes que no estaban
    } en ejercicio el { $date }
dialogue-published-in = Publicado en: { $editions }.
dialogue-put-to-the-vote-and-not-adopted = { $title } (sometida a votación y no aprobada por el panel: { $favour } a favor, { $against } en contra)
dialogue-recommendation-its-dissent-counts-more = recomendación «{ $found_id }»: sus desacuerdos cuentan más personas que las { $present } presentes
dialogue-recommendation-votes-at-session-where = recomendación «{ $found_id }»: { $votes } votos en la sesión «{ $session }», en la que había { $present } personas presentes
dialogue-replacement-s-had-been-drawn-already = { $count_again ->
       [one] { $count_again } reemplazante ya había
       *[other] { $count_again } reemplazantes ya habían
    } salido en el sorteo
dialogue-row-s-are-of-people-who-never-held-a = { $count_strangers ->
       [one] { $count_strangers } fila es de una persona que nunca tuvo
       *[other] { $count_strangers } filas son de personas que nunca tuvieron
    } plaza. Las respuestas de un panel son las de sus miembros.
dialogue-row-s-name-a-cell-without-volunteers = { $unknown ->
       [one] { $unknown } fila nombra
       *[other] { $unknown } filas nombran
    } una celda sin personas voluntarias
dialogue-row-s-stand-twice = { $twice ->
       [one] { $twice } fila repetida
       *[other] { $twice } filas repetidas
    }
dialogue-row-s-stand-twice-a-presence-is-noted = { $twice ->
       [one] { $twice } fila repetida
       *[other] { $twice } filas repetidas
    }. Una presencia se anota una sola vez.
dialogue-row-s-without-a-contribution-a-coder-or = { $blank ->
       [one] { $blank } fila
       *[other] { $blank } filas
    } sin contribución, sin persona que codifique o sin tema
dialogue-seats-cannot-be-filled = { $n ->
       [one] falta { $n } persona
       *[other] faltan { $n } personas
    }
dialogue-seats-more-are-needed = { $n ->
       [one] haría falta { $n } plaza
       *[other] harían falta { $n } plazas
    } más
dialogue-session = sesión «{ $session_id }»: { $count_people ->
       [one] { $count_people } persona
       *[other] { $count_people } personas
    } { $why }
dialogue-session-nobody-is-noted-as-present = sesión «{ $session_id }»: nadie está anotado como presente
dialogue-session-s-are-not-declared-in-panel-yaml = { $count ->
       [one] sesión no declarada
       *[other] sesiones no declaradas
    } en panel.yaml: { $odd }; hay: { $declared }.
dialogue-the-codebook-has-no-theme-there-are = el libro de códigos no tiene el tema { $lacking }; hay: { $known }
dialogue-the-column-s-are-missing = { $count ->
       [one] columna ausente
       *[other] columnas ausentes
    }: { $lacking }.
dialogue-the-column-s-are-missing-wanted = { $count ->
       [one] columna ausente
       *[other] columnas ausentes
    }: { $lacking }. Se esperan: { $wanted }.
dialogue-the-header-is-not-the-one-that-inventory = el encabezado no es el que describe inventory.yaml. Ausentes o repetidos: { $lacking }. Encontrados: { $shown }. Corregir `columns:` (o `delimiter:`) de inventory.yaml.
dialogue-the-inventorys-file-is-missing-from-the = el archivo del inventario falta en la carpeta de la encuesta.
dialogue-the-lottery-is-not-one-of-these = la lotería no es la de estas personas voluntarias y estas cuotas: { $said }. Repetir el sorteo.
dialogue-the-numbers-stand-by-the-groups-of = { $pool }: las filas, o los números de «{ $id }», siguen los grupos de { $quota_id }, una cuota sensible. La lista de los números se publica en ese orden y diría el grupo de cada persona. Mezclar las filas al azar y numerarlas de nuevo antes de anunciar nada.
dialogue-the-person-who-came-on-replaces-somebody = la persona que llegó el { $start } reemplaza a una que no es miembro, o que aún no había salido
dialogue-the-pool-has-blanks-complete-them = { $pool } tiene celdas vacías ({ $said }). Completarlas.
dialogue-the-pool-lacks-the-column-s-name-the = en { $pool } { $count ->
       [one] falta la columna
       *[other] faltan las columnas
    } { $lacking }. Nombrar las columnas del archivo en `id:` y `quotas:`.
dialogue-there-are = Publicados: { $listed }.
dialogue-ticket = 
    { $ticket ->
        [0] nadie sorteado
       *[other] boleto { $ticket }
    }
dialogue-tickets-and-people-are-whole-numbers = los boletos y las personas son números enteros
dialogue-value-s-of-the-column-have-no-place-in = { $count_unknown ->
       [one] { $count_unknown } valor de la columna «{ $name }» no tiene
       *[other] { $count_unknown } valores de la columna «{ $name }» no tienen
    } sitio en inventory.yaml: { $listed }. { $count_unknown ->
       [one] Añadirlo
       *[other] Añadirlos
    } en `{ $key }:`.
dialogue-volunteer-s-have-in-column-a-value-that = { $odd ->
       [one] { $odd } persona voluntaria tiene
       *[other] { $odd } personas voluntarias tienen
    } en la columna «{ $column }» un valor que no es ningún grupo de la cuota «{ $quota_id }». Grupos: { $groups }.
dialogue-volunteers-for-seats = { $n } personas voluntarias para { $size } plazas
dialogue-widen-min-and-max-or-invite-more-people = Ampliar `min` y `max`, o invitar a más personas de estos grupos.
