# padai, publishing-dialogue

publishing-dialogue-a-cell-holds-the-volunteers-who-are = Una celda reúne a las personas voluntarias semejantes en todas las cuotas; su nombre no dice en qué.
publishing-dialogue-a-contribution-may-carry-several-themes = Una contribución puede tratar varios temas: los números no se suman.
publishing-dialogue-a-draw-to-quotas-cannot-give-everyone = Un sorteo con cuotas no puede dar la misma probabilidad a todas las personas: quienes pertenecen a un grupo poco frecuente entre las personas voluntarias salen elegidos más a menudo. La lotería es aquella cuya menor probabilidad es la mayor posible, luego la segunda menor, y así sucesivamente (método leximin: Flanigan et al., Nature 596, 2021). Las probabilidades que siguen son exactas: son números enteros de boletos.
publishing-dialogue-a-figure-that-this-reply-rests-on-has = Una cifra en la que se apoya esta respuesta se ha corregido desde entonces; la respuesta debe revisarse.
publishing-dialogue-a-gap-was-wanted = {" "}(se buscaba una diferencia)
publishing-dialogue-a-mandate-lasts-months = Un mandato dura { $months } meses, { $times }.
publishing-dialogue-a-may-not-be-described-by-change-the = { $words } no puede decirse de esta encuesta ({ $survey_kind }). Cambiar el texto en la definición o en la plantilla del proyecto.
publishing-dialogue-a-pdf-does-not-say-how-many-sheets-it = un PDF no dice cuántas hojas tiene.
publishing-dialogue-a-recommendation-is-adopted-where-votes = Una recomendación se adopta si los votos a favor superan el { $share } de los votos a favor o en contra. Se publican todas las que se sometieron a votación, con la opinión de las personas en desacuerdo.
publishing-dialogue-a-sentence-of-the-plain-language-page = una frase de la ficha en lenguaje sencillo tiene { $long } palabras y el límite es de { $most_words }: «{ $longest }»
publishing-dialogue-a-single-text = un solo texto
publishing-dialogue-a-standing-panel = Un panel permanente
publishing-dialogue-a-workshop-is-not-a-survey-what-is-said = Un taller no es una encuesta. Lo que se dice en él es valioso y no dice nada de la población: no se cuentan las opiniones, se recogen las razones.
publishing-dialogue-abandoned = Abandonado
publishing-dialogue-about-the-category = trata de la categoría
publishing-dialogue-abstentions = Abstenciones
publishing-dialogue-accept-a-role = aceptan un papel
publishing-dialogue-accountable = responsable
publishing-dialogue-adjusted-p-05da = p corregido
publishing-dialogue-adjusted-p-ac57 = p corregido
publishing-dialogue-adopted-09b1 = Aceptado
publishing-dialogue-adopted-0a6e = adoptada
publishing-dialogue-adopted-8c4b = Adoptada
publishing-dialogue-adopted-in-part = Aceptado en parte
publishing-dialogue-adopted-wholly-or-in-part = { $subject ->
       [recommendations] { $n ->
           [one] aceptada
          *[other] aceptadas
        }
      *[findings] { $n ->
           [one] aceptado
          *[other] aceptados
        }
    }, en todo o en parte
publishing-dialogue-after = Después
publishing-dialogue-after-minus-before = Después menos antes
publishing-dialogue-after-people-or-mean = Después: personas, o media
publishing-dialogue-after-renewal = Tras la renovación
publishing-dialogue-against = { $count } en contra
publishing-dialogue-agreement-between-the-two-coders-is = El acuerdo entre las dos personas que codificaron se mide, tema por tema, con el alfa de Krippendorff: 1 para un acuerdo perfecto, 0 para el que daría el azar. A partir de { $good }, la codificación es fiable; de { $least } a { $good }, debe leerse con precaución; por debajo, el número no se publica.
publishing-dialogue-agreement-of-coders = Acuerdo
publishing-dialogue-all-findings-and-recommendations-the = Todos los hallazgos y recomendaciones, del más reciente al más antiguo
publishing-dialogue-all-have-had-a-reply = Todos han recibido respuesta.
publishing-dialogue-all-recommendations = Todas las recomendaciones
publishing-dialogue-all-themes-of-the-register = Todos los temas inscritos
publishing-dialogue-all-uses-together = Todos los usos en conjunto
publishing-dialogue-alpha = Alpha
publishing-dialogue-another-population-mode-wording-or-scale = Otra población, otro modo, otra redacción u otra escala: ver más abajo cada declaración de comparabilidad.
publishing-dialogue-another-survey = otra encuesta
publishing-dialogue-answer = Respuesta
publishing-dialogue-answer-or-group-of-answers = Respuesta o agrupación de respuestas
publishing-dialogue-answered-both-times = Respondieron las dos veces
publishing-dialogue-answered-the-questionnaire = Respondieron el cuestionario
publishing-dialogue-answers-before-and-after = Respuestas antes y después
publishing-dialogue-answers-before-and-after-same-people = Respuestas antes y después, mismas personas.
publishing-dialogue-answers-offered = Respuestas ofrecidas
publishing-dialogue-answers-that-moved = { $moved ->
        [0] Entre las personas que respondieron dos veces, no se observa ningún cambio que el azar por sí solo rara vez produciría ({ $n } preguntas con prueba).
        [one] Entre las personas que respondieron dos veces, las respuestas a una de las { $n } preguntas con prueba cambiaron de una manera que el azar por sí solo rara vez produciría: { $names }.
       *[other] Entre las personas que respondieron dos veces, las respuestas a { $some } de las { $n } preguntas con prueba cambiaron de una manera que el azar por sí solo rara vez produciría: { $names }.
    }
publishing-dialogue-answers-to-closed-questions = Respuestas a las preguntas cerradas
publishing-dialogue-around-4ee3 = unas { $low } { $ten }
publishing-dialogue-around-e2dd = unas { $count } { $hundred }
publishing-dialogue-as-of = { $name }, al { $day }.
publishing-dialogue-as-of-of-this-edition-still-without-a = Al { $day }, { $count } { $what } de esta edición { $left ->
        [one] sigue
       *[other] siguen
    } sin respuesta, después de { $since }{ $elsewhere ->
        [0] {""}
       *[other] {" "}({ $every } en todo el registro)
    }: { $names }.
publishing-dialogue-as-of-the-register-holds-in-all-every = Al { $day }, el registro cuenta { $count } en total, incluidas todas las ediciones.
publishing-dialogue-at-sessions-people-present-of-those-in = En las sesiones: personas presentes, de las que estaban en ejercicio. En lo demás: personas, del número de plazas.
publishing-dialogue-at-the-end-of-the-mandate-members = Al final del mandato, { $n } de { $before } miembros { $kept ->
        [one] aceptó
       *[other] aceptaron
    } un segundo mandato; quedan { $vacant } plazas por cubrir mediante un nuevo sorteo.
publishing-dialogue-away = Se alejaron
publishing-dialogue-before = Antes
publishing-dialogue-before-after-and = «{ $name }»: { $of } antes, { $of_2 } después. { $toward } y { $away }.
publishing-dialogue-before-and-after = { $before } antes, { $after } después
publishing-dialogue-before-people-or-mean = Antes: personas, o media
publishing-dialogue-before-the-meeting = Antes del encuentro
publishing-dialogue-beside-each-row-the-surveys-own-figure = Con cada fila, la cifra exacta de la encuesta. Entre paréntesis, su { $interval }: cuanto más amplio es, menos segura es la cifra.
publishing-dialogue-between-and = entre { $low } y { $high } { $ten }
publishing-dialogue-body = organismo
publishing-dialogue-breakdown = Desglose
publishing-dialogue-by = { $step }, a más tardar el { $until }
publishing-dialogue-by-category-of-uses = Por categoría de usos
publishing-dialogue-by-mail = por correo postal
publishing-dialogue-by-telephone = por teléfono
publishing-dialogue-category = Categoría
publishing-dialogue-category-660a = categoría
publishing-dialogue-cell = Celda
publishing-dialogue-chance = Probabilidad
publishing-dialogue-changed-without-a-trend = { $change }, pero { $trend }
publishing-dialogue-changes-of-nearly-the-same-people = Una edición ya publicada da las respuestas de antes de casi las mismas personas. Junto a ella, los cambios de esta dirían qué habían respondido las pocas personas que están solo en una de las dos. Por eso no se dan esos cambios. Lo que los miembros responden ahora se lee en «Todas las respuestas».
publishing-dialogue-check-the-draw-or-do-it-again = Comprobar el sorteo o repetirlo
publishing-dialogue-close = semejante
publishing-dialogue-codebook = Libro de códigos
publishing-dialogue-coders-agree-less-on = Números que deben leerse con prudencia, a falta de un acuerdo fiable entre las personas que codificaron: { $themes }.
publishing-dialogue-coders-agree-on-each-of-them = El acuerdo de las personas que codificaron es fiable para { $many ->
        [one] este tema
       *[other] cada uno de ellos
    }.
publishing-dialogue-comparability = Comparabilidad
publishing-dialogue-contact = Persona de contacto
publishing-dialogue-content = Contenido
publishing-dialogue-contents-0856 = Contenido
publishing-dialogue-contents-3533 = Índice
publishing-dialogue-contributions = Contribuciones
publishing-dialogue-contributions-coded-by-two-people-73b3 = Contribuciones codificadas por dos personas
publishing-dialogue-contributions-coded-by-two-people-a82c = contribuciones codificadas por dos personas.
publishing-dialogue-contributions-identical-to-another = contribuciones idénticas a otra ({ $texts }).
publishing-dialogue-contributions-received-024c = contribuciones recibidas.
publishing-dialogue-contributions-received-0a8a = Contribuciones recibidas
publishing-dialogue-contributions-that-carry-each-theme = Contribuciones que tratan cada tema: { $themes }, { $n }.
publishing-dialogue-contributions-with-the-theme = Contribuciones que tratan el tema
publishing-dialogue-corrected = corregido
publishing-dialogue-cover = Portada
publishing-dialogue-csv-address = dirección
publishing-dialogue-csv-date-of-source = fecha de la fuente
publishing-dialogue-csv-identifier = identificador
publishing-dialogue-csv-measure = medida
publishing-dialogue-csv-notice = aviso
publishing-dialogue-csv-other-survey = otra encuesta
publishing-dialogue-csv-our-lower-end = nuestro límite inferior
publishing-dialogue-csv-our-question = nuestra pregunta
publishing-dialogue-csv-our-response = nuestra respuesta
publishing-dialogue-csv-our-upper-end = nuestro límite superior
publishing-dialogue-csv-our-value = nuestro valor
publishing-dialogue-csv-published-value = valor publicado
publishing-dialogue-csv-source = fuente
publishing-dialogue-csv-unit = unidad
publishing-dialogue-csv-year = año
publishing-dialogue-data-tables-6e18 = Tablas de datos
publishing-dialogue-data-tables-a13e = Tablas de datos ({ $s })
publishing-dialogue-date = Fecha
publishing-dialogue-days = días
publishing-dialogue-declared-quotas-and-volunteers = Cuotas declaradas y personas voluntarias.
publishing-dialogue-declared-quotas-volunteers-and-people = Cuotas declaradas, personas voluntarias y personas elegidas por sorteo.
publishing-dialogue-declined-before-starting-replaced = Declinaron antes de empezar (reemplazadas)
publishing-dialogue-description-of-the-csv-files-csvw = Descripción de los archivos CSV (CSVW)
publishing-dialogue-dictionary-english = Diccionario (español)
publishing-dialogue-different = diferente
publishing-dialogue-diverging-bars = Barras divergentes.{" "}
publishing-dialogue-done-58af = { $subject ->
       [recommendations] { $n ->
           [one] realizada
          *[other] realizadas
        }
      *[findings] { $n ->
           [one] realizado
          *[other] realizados
        }
    }
publishing-dialogue-done-f6db = Realizado
publishing-dialogue-download-the-register-csv = Descargar el registro (csv)
publishing-dialogue-download-the-table-csv = Descargar la tabla (csv)
publishing-dialogue-download-the-two-files-and-work-out = Descargar los dos archivos y calcular su huella SHA-256 (en Linux o macOS, shasum -a 256 loterie.csv; en Windows, certutil -hashfile loterie.csv SHA256). Debe ser esta.
publishing-dialogue-draw-not-announced = Sorteo no anunciado
publishing-dialogue-drawn-at-random = Fueron seleccionadas al azar.
publishing-dialogue-drawn-by-lot = Elegidas por sorteo
publishing-dialogue-due = plazo: { $due }
publishing-dialogue-due-5595 = plazo
publishing-dialogue-due-on-overdue = plazo del { $due }, vencido desde hace { $days }. { $body }.
publishing-dialogue-each-row-shows-ten-people-those-that-are = Cada fila muestra diez personas. Las que están rellenas dieron esa respuesta.
publishing-dialogue-each-ticket-of-the-lottery-says-how-many = Cada boleto de la lotería dice cuántas personas tomar de cada celda. Esos números están sellados en loterie.csv: los de todos los boletos, reunidos, dirían el perfil de cada número. La semilla elegirá un boleto entre 10 000, el único que se abrirá, y después el orden de las personas.
publishing-dialogue-each-volunteer-knows-their-own-number = Cada persona voluntaria conoce su número; solo la entidad organizadora sabe de quiénes son los demás. Aquí no figura ningún nombre.
publishing-dialogue-edition-0dc5 = Edición de { $year }, { $size }
publishing-dialogue-edition-9823 = Edición
publishing-dialogue-edition-or-source = Edición o fuente
publishing-dialogue-error-that-draws-leave-in-the-p-value = Error que las extracciones aleatorias dejan en el valor p
publishing-dialogue-every-case-counted = todos los casos contados
publishing-dialogue-every-case-counted-or-draws = Todos los casos contados, o extracciones aleatorias
publishing-dialogue-every-finding-of-has-had-a-reply = Todos los hallazgos de { $the_wave } han recibido respuesta.
publishing-dialogue-every-key-result-of-earlier-editions = Aquí figuran todos los resultados clave de las ediciones anteriores y todas las recomendaciones de un panel publicadas antes de esta edición, con o sin respuesta. Los resultados clave de esta edición se añadirán cuando se publiquen. Estos números cuentan hallazgos y recomendaciones, no opiniones.
publishing-dialogue-every-key-result-of-every-edition-and = Aquí figuran todos los resultados clave de todas las ediciones y todas las recomendaciones de un panel, con o sin respuesta. Estos números cuentan hallazgos y recomendaciones, no opiniones.
publishing-dialogue-every-published-theme-of-the = Aquí figuran todos los temas publicados de la consulta, con o sin respuesta{ $rest ->
       [none] {""}
      *[other] , salvo «{ $rest }», que reúne lo que ningún tema abarca
    }. Estos números cuentan temas, no personas.
publishing-dialogue-every-recommendation-of-the-panel-stands = Aquí figuran todas las recomendaciones del panel, con o sin respuesta, se hayan adoptado o no. Estos números cuentan recomendaciones.
publishing-dialogue-everyones-chances = Las probabilidades de cada persona
publishing-dialogue-everything-has-had-a-reply = Todo ha recibido respuesta.
publishing-dialogue-evidence = Prueba
publishing-dialogue-evidence-c6f6 = prueba
publishing-dialogue-exact-mcnemar-test = prueba exacta de McNemar
publishing-dialogue-exact-p = p exacta
publishing-dialogue-exact-test-populations-shares = { $quota_label }, prueba exacta (proporciones de la población)
publishing-dialogue-fewer-than-5 = menos de 5 { $hundred }
publishing-dialogue-fewer-than-five-records-were-corrected = «{ $name }»: se corrigieron menos de cinco registros desde una versión ya publicada. La pregunta es delicada: sus números no se publican de nuevo, para que su diferencia no diga nada de esas personas.
publishing-dialogue-figure = Cifra
publishing-dialogue-figure-8bcd = cifra
publishing-dialogue-figure-corrected-since = {" "}(cifra corregida desde entonces)
publishing-dialogue-figures-of-other-surveys-beside-ours-and = Cifras de otras encuestas y las de la nuestra, con su comparabilidad
publishing-dialogue-figures-to-be-placed-not-compared-ours = Cifras para situar, no para comparar (en la nuestra, { $size })
publishing-dialogue-file-of-volunteers-not-published = Secreto y archivo de las personas voluntarias (no publicados)
publishing-dialogue-finding = Hallazgo
publishing-dialogue-finding-corrected = Hallazgo corregido
publishing-dialogue-finding-e20d = hallazgo
publishing-dialogue-finding-of-the-survey = hallazgo de la encuesta
publishing-dialogue-findings-and-recommendations-without-a = Hallazgos y recomendaciones que siguen sin respuesta
publishing-dialogue-findings-without-a-reply = Hallazgos sin respuesta
publishing-dialogue-first-day-of-the-mandate = Primer día del mandato
publishing-dialogue-flag = marca
publishing-dialogue-flag-x-confidential-f-too-unreliable = Marca: x confidencial, F demasiado poco fiable
publishing-dialogue-follow-up-register-as-of = Registro de seguimiento. Situación al { $day }.
publishing-dialogue-for-the-facilitator = Para la persona que facilita
publishing-dialogue-from-invitation-to-the-last-session-in = De la invitación a la última sesión, en número de personas.
publishing-dialogue-full-report = Informe completo
publishing-dialogue-gave-it-once-or-twice = La dieron al menos una vez
publishing-dialogue-group = Grupo
publishing-dialogue-group-given-more-seats-than-its-share-by = *: grupo al que se dieron más plazas que su proporción, por una decisión tomada antes del sorteo.
publishing-dialogue-group-merged-groups-are-joined-by = Grupo; los grupos reunidos van unidos por +
publishing-dialogue-groups-joined-by-a-are-counted-and-drawn = {" "}Los grupos unidos por un + se cuentan y se sortean como uno solo, para que no se reconozca a nadie en ellos.
publishing-dialogue-have-fallen-over = { $n ->
    [one] ha disminuido { $over }
   *[other] han disminuido { $over }
}
publishing-dialogue-have-risen-over = { $n ->
    [one] ha aumentado { $over }
   *[other] han aumentado { $over }
}
publishing-dialogue-head-with-n = { $head } (n{"\u00A0"}={"\u00A0"}{ $n })
publishing-dialogue-here-the-data-are-synthetic = Aquí, los datos son ficticios.
publishing-dialogue-high-end-of-moved-up-of-moved = Límite superior: personas que pasaron a la respuesta, o cuya nota es más alta, entre las que cambiaron
publishing-dialogue-higher-score = Puntuación más alta
publishing-dialogue-horizontal-bars = Barras horizontales.{" "}
publishing-dialogue-how-it-goes = Desarrollo
publishing-dialogue-how-to-give-your-opinion = Cómo opinar
publishing-dialogue-how-to-reach-us = Cómo comunicarse con nosotros
publishing-dialogue-identifier = identificador
publishing-dialogue-if-chance-alone-had-chosen-the-direction-eb8c = Si solo el azar hubiera elegido el sentido de cada cambio, una diferencia así sería rara.
publishing-dialogue-if-chance-alone-rare-for-one-question = Si el azar por sí solo hubiera decidido el sentido de cada cambio, una diferencia así sería rara en una pregunta tomada sola, pero no entre las { $tested } preguntas con prueba.
publishing-dialogue-if-chance-alone-so-often = Si solo el azar hubiera elegido el sentido de cada cambio, una diferencia al menos igual se daría unas { $times } veces de cada 100.
publishing-dialogue-if-you-volunteered-look-for-your-number = Cada persona voluntaria puede buscar su número en numeros.csv: figura una vez. Si falta, hay que decirlo antes del sorteo.
publishing-dialogue-in-disagreement-4b74 = En desacuerdo ({ $count } { $many })
publishing-dialogue-in-disagreement-bd91 = En desacuerdo
publishing-dialogue-in-favour = { $count } a favor
publishing-dialogue-in-favour-against = { $count } a favor, { $count_2 } en contra
publishing-dialogue-in-loterie-csv-read-the-rows-whose = En loterie.csv, buscar la fila cuyos boletos, del primero al último, incluyen ese. El archivo del boleto dice cuántas personas tomar de cada celda; la huella SHA-256 del texto «clave:primero-último:celda=personas,celda=personas…», escrito sin espacios, es el sello de esa fila. Por lo tanto, esos números se fijaron antes de la semilla. El archivo del boleto
publishing-dialogue-in-numeros-csv-take-the-numbers-of-a = En numeros.csv, tomar los números de una celda. Ordenarlos por la huella SHA-256 del texto «semilla:número», de la menor a la mayor. Los primeros son del panel; los siguientes forman la reserva. Por ejemplo,{" "}
publishing-dialogue-in-office = En ejercicio
publishing-dialogue-in-people = { $label }, en número de personas.
publishing-dialogue-in-person = en persona
publishing-dialogue-in-progress = En curso
publishing-dialogue-in-service = En servicio
publishing-dialogue-in-service-dabb = en servicio
publishing-dialogue-in-the-population = en la población
publishing-dialogue-in-the-register = { $subject ->
       [recommendations] { $n ->
           [one] inscrita
          *[other] inscritas
        }
      *[findings] { $n ->
           [one] inscrito
          *[other] inscritos
        }
    } en el registro
publishing-dialogue-individual-changes = Cambios individuales
publishing-dialogue-invitations-sent = Invitaciones enviadas
publishing-dialogue-its-figure = Su cifra
publishing-dialogue-kept-this-answer = Mantuvieron esta respuesta
publishing-dialogue-kind = tipo
publishing-dialogue-know-of = conocen
publishing-dialogue-krippendorffs-alpha = Alfa de Krippendorff
publishing-dialogue-label = etiqueta
publishing-dialogue-language = Idioma
publishing-dialogue-large-print-pdf = Letra grande (pdf)
publishing-dialogue-last-day-of-the-mandate = Último día del mandato
publishing-dialogue-last-questionnaire-filled = Último cuestionario respondido
publishing-dialogue-left-early = Salidas anticipadas
publishing-dialogue-left-early-in-all = Salidas anticipadas, en total
publishing-dialogue-left-this-answer = Dejaron esta respuesta
publishing-dialogue-letter-to-the-members-of-the-panel = Carta a los miembros del panel
publishing-dialogue-letter-to-those-who-answered = Carta a las personas que respondieron
publishing-dialogue-letter-to-those-who-took-part = Carta a las personas que participaron
publishing-dialogue-licence-of-the-data = Licencia de los datos
publishing-dialogue-likewise = Asimismo
publishing-dialogue-lines = Líneas: { $interval }.
publishing-dialogue-low-end-of-moved-up-of-moved = Límite inferior: personas que pasaron a la respuesta, o cuya nota es más alta, entre las que cambiaron
publishing-dialogue-lower-end = límite inferior
publishing-dialogue-lower-score = Puntuación más baja
publishing-dialogue-make-up-beside-the-population = Composición, junto a la población
publishing-dialogue-make-up-of-the-panel-beside-the = Composición del panel junto a la población.
publishing-dialogue-mandates-departures-replacements-renewal = Mandatos: salidas, reemplazos, renovación
publishing-dialogue-mandates-in-people-since-the-start = Mandatos, en número de personas desde el inicio.
publishing-dialogue-may-stand-in-a-limit-only-to-be-denied = { $found } solo puede figurar en una limitación para negarse («ne … pas», «not»).
publishing-dialogue-meaning-of-each-column-and-code = Significado de cada columna y código
publishing-dialogue-measure = Medida
publishing-dialogue-measure-4b33 = medida
publishing-dialogue-method-chances-and-hashes-published = Método, probabilidades y huellas, publicados antes de la semilla.
publishing-dialogue-method-seed-hashes-and-numbers-drawn = Método, semilla, huellas y números elegidos.
publishing-dialogue-mode = Modo
publishing-dialogue-moment = Momento
publishing-dialogue-more-seats-than-the-share-of-the = *: más plazas que la proporción de la población, por una decisión tomada antes del sorteo.
publishing-dialogue-more-than-9 = más de 9 { $ten }
publishing-dialogue-move-merged-moves-joined-by = Movimiento; los movimientos reunidos van unidos por +
publishing-dialogue-moved-away = Se alejaron
publishing-dialogue-moved-to-this-answer = Pasaron a esta respuesta
publishing-dialogue-moved-toward = Se acercaron
publishing-dialogue-n-abstention = { $n } abstención
publishing-dialogue-n-abstentions = { $n } abstenciones
publishing-dialogue-n-and-chance = { $chance ->
        [rare] n = { $count }: el azar rara vez lo produce
        [often] n = { $count }: el azar puede bastar
       *[none] n = { $count }
    }
publishing-dialogue-n-people-who-answered-the-question-a = n: personas que respondieron la pregunta. Un grupo de menos de { $least } personas se reúne con el mayor.
publishing-dialogue-n-texts = { $n } textos
publishing-dialogue-name = «{ $name }»
publishing-dialogue-name-listed = «{ $name }»: { $listed }.
publishing-dialogue-nearly-the-same-people = casi las mismas personas que en una edición publicada
publishing-dialogue-nearly-the-same-people-were-told-of = «{ $name }»: una edición ya publicada da estas respuestas de casi las mismas personas. Los números no se publican de nuevo, para que su diferencia no diga nada de quienes están solo en una de las dos.
publishing-dialogue-never-gave-it = No la dieron nunca
publishing-dialogue-next-step = Próximo paso
publishing-dialogue-next-step-01c8 = próximo paso
publishing-dialogue-no = no
publishing-dialogue-no-abstention = ninguna abstención
publishing-dialogue-no-body-has-replied-to-these-results-yet = Ningún organismo ha respondido todavía a estos resultados.
publishing-dialogue-no-contribution-is-quoted-or-published = No se cita ni se publica ninguna contribución: solo se publican los temas y las palabras que aparecen con la frecuencia suficiente para no señalar a nadie.
publishing-dialogue-no-difference-between-two-surveys-is = Aquí no se calcula ni se pone a prueba ninguna diferencia entre dos encuestas. Cada cifra tiene su población, su modo, su redacción, su escala y su año, escritos bajo su nombre.
publishing-dialogue-no-follow-up-register-is-kept-for-this = No se lleva ningún registro de seguimiento de esta encuesta.
publishing-dialogue-no-interval-was-found-for-the-other = No se encontró ningún intervalo de las otras encuestas.
publishing-dialogue-no-question-is-followed = No se sigue ninguna pregunta.
publishing-dialogue-no-question-of-this-edition-measures-it = –: ninguna pregunta de esta edición lo mide.{" "}
publishing-dialogue-no-recommendation-was-put-to-the-vote = No se sometió a votación ninguna recomendación.
publishing-dialogue-no-use-listed = Ningún uso inscrito: { $empty }.
publishing-dialogue-nobody-changed = Nadie cambió.
publishing-dialogue-nobody-left-it = nadie la dejó
publishing-dialogue-nobody-moved-to-this-answer = Nadie pasó a esta respuesta
publishing-dialogue-nobody-was-replaced = No se reemplazó a nadie.
publishing-dialogue-none = ninguna
publishing-dialogue-not-adopted-b3b6 = no adoptada
publishing-dialogue-not-adopted-c2c4 = No adoptada
publishing-dialogue-not-adopted-fd8e = No aceptado
publishing-dialogue-not-drawn-at-random = No fueron seleccionadas al azar.
publishing-dialogue-not-found = no encontrada
publishing-dialogue-not-measured = no medido
publishing-dialogue-not-renewable = no renovable
publishing-dialogue-nothing-can-be-compared-with-another = Nada puede compararse con otro año.
publishing-dialogue-nothing-here-says-why-a-category-is = Nada dice aquí por qué una categoría es más o menos conocida o aceptada.
publishing-dialogue-notice = aviso
publishing-dialogue-number-expected-at-the-populations-share = Número esperado según la proporción de la población
publishing-dialogue-number-of-people = Número de personas
publishing-dialogue-number-of-people-concerned = Número de personas de que se trata
publishing-dialogue-numbers-drawn-by-cell = Números elegidos, por celda.
publishing-dialogue-numbers-withdrawn = números retirados por confidencialidad
publishing-dialogue-of = { $count } de { $count_2 }
publishing-dialogue-of-contributions = { $count } de { $count_2 } contribuciones.
publishing-dialogue-of-people-present = { $parts }, de { $count } personas presentes ({ $session }).
publishing-dialogue-of-the-findings-of-have-had-no-reply-for = { $count } de los { $of } hallazgos de { $the_wave } siguen sin respuesta desde hace { $since }
publishing-dialogue-of-the-people-who-took-part = entre las personas que participaron
publishing-dialogue-of-those-who-changed-did-so-exact = De las que cambiaron, { $share } { $up ->
        [one] lo hizo
       *[other] lo hicieron
    } { $way } (intervalo exacto al { $level }: de { $ends } a { $ends_2 }). { $p }.
publishing-dialogue-of-those-who-took-part = entre las que participaron
publishing-dialogue-of-which-coded-alike = De ellas: misma codificación
publishing-dialogue-on-average-the-score-goes-from-to-among = En promedio, la puntuación pasa de { $before } a { $after } entre las { $count } personas: { $count_2 } dieron una puntuación más alta, { $count_3 } una más baja y { $count_4 } la misma.
publishing-dialogue-on-before-the-seed-was-known = {" "}el { $day }, antes de que se conociera la semilla
publishing-dialogue-on-the-public-inventory-lists-uses-of-ai = Al { $day }, el inventario público recoge { $uses } usos de la IA, de los cuales { $active } están en servicio. Al lado: lo que las personas entrevistadas para { $wave } dicen saber de ellos, en quién confían y lo que aceptan.
publishing-dialogue-one-page-to-print-pdf = Una página para imprimir (pdf)
publishing-dialogue-one-result-of-the-year-still-awaits-a = Un resultado del año espera todavía una respuesta.
publishing-dialogue-one-sheet-a-meeting-no-names-no-votes = Una hoja por encuentro. Ningún nombre, ningún voto: razones.
publishing-dialogue-online = en línea
publishing-dialogue-online-or-by-telephone = en línea o por teléfono
publishing-dialogue-open-data-csv = Datos abiertos (csv)
publishing-dialogue-or = {" "}o{" "}
publishing-dialogue-or-let-a-computer-with-python-do-it = O hacerlo automáticamente, con Python
publishing-dialogue-other-people-answered-their-answers-are = Otras { $count } personas respondieron { $mode }. Sus respuestas se consideran aparte.
publishing-dialogue-other-survey = Otra encuesta
publishing-dialogue-other-trackers-beside-ours = Otras encuestas de seguimiento, junto a la nuestra
publishing-dialogue-our-survey-3596 = { $measure }: nuestra encuesta { $mine }, { $tracker } { $figure }
publishing-dialogue-our-survey-3796 = nuestra encuesta
publishing-dialogue-our-survey-6507 = Nuestra encuesta, { $year }
publishing-dialogue-ours = La nuestra
publishing-dialogue-over-selection-by-choice = Sobrerrepresentación deliberada
publishing-dialogue-over-selection-declared-before-the-draw = Sobrerrepresentación declarada antes del sorteo
publishing-dialogue-overdue-27d2 = {" "}(con retraso)
publishing-dialogue-overdue-38a2 = Con retraso
publishing-dialogue-overdue-f65f = con retraso
publishing-dialogue-p-adjusted-by-holms-method = p corregido por el método de Holm.{" "}
publishing-dialogue-p-value-adjusted-for-all-questions = Valor p corregido por todas las preguntas con prueba (Holm); <0.001: menos de 0,001
publishing-dialogue-p-value-of-the-exact-test-0-001-under-0 = Valor p de la prueba exacta; <0.001: menos de 0,001
publishing-dialogue-panel = Panel
publishing-dialogue-pause = [Pausa]
publishing-dialogue-pdf-has-sheets-where-it-must-fit-on = { $stem }.pdf tiene { $sheet_count } hojas; debe caber en { $sheets }. Acortar sus textos en feedback.yaml o decisions.yaml.
publishing-dialogue-people-answered = { $count } personas respondieron { $mode }, { $dates }.{" "}
publishing-dialogue-people-answered-the-same-questions = personas respondieron las mismas preguntas antes y después.
publishing-dialogue-people-b0c3 = personas
publishing-dialogue-people-b20a = Personas
publishing-dialogue-people-by-how-they-moved = Personas según su movimiento
publishing-dialogue-people-did-not-vote = { $n } personas no votaron
publishing-dialogue-people-drawn-by-lot-among-volunteers = personas elegidas por sorteo entre { $volunteers } personas voluntarias.
publishing-dialogue-people-in-10 = personas de cada 10
publishing-dialogue-people-in-100 = personas de cada 100
publishing-dialogue-people-in-office = Personas en ejercicio
publishing-dialogue-people-left-it = { $n } personas la dejaron
publishing-dialogue-people-moved-to-this-answer = { $n } personas pasaron a esta respuesta
publishing-dialogue-people-out-of = { $count } de { $size } personas
publishing-dialogue-people-present = Personas presentes
publishing-dialogue-people-present-at-all-sessions = personas presentes en las { $sessions } sesiones.
publishing-dialogue-people-volunteered-and-of-them-were = { $volunteers } personas se ofrecieron como voluntarias, y { $drawn } de ellas fueron elegidas por sorteo.
publishing-dialogue-people-who-changed = Personas que cambiaron
publishing-dialogue-people-who-did-not-change = Personas que no cambiaron
publishing-dialogue-people-who-gave-it = Personas que la mencionaron
publishing-dialogue-people-who-left-the-answer-or-whose = Personas que dejaron la respuesta, o dieron una puntuación más baja
publishing-dialogue-people-who-moved-to-the-answer-or-whose = Personas que pasaron a la respuesta, o dieron una puntuación más alta
publishing-dialogue-people-whose-answer-changed-between = Personas que cambiaron de respuesta entre el inicio y el final, por pregunta.
publishing-dialogue-person = persona
publishing-dialogue-person-did-not-vote = { $n } persona no votó
publishing-dialogue-person-left-it = { $n } persona la dejó
publishing-dialogue-person-moved-to-this-answer = { $n } persona pasó a esta respuesta
publishing-dialogue-placed-beside-the-two-files-takes-these = , colocado junto a los tres archivos, repite estos pasos y escribe los números.
publishing-dialogue-plus-or-minus = más o menos
publishing-dialogue-population = Población
publishing-dialogue-present = Presentes
publishing-dialogue-present-at-every-session = Presentes en todas las sesiones
publishing-dialogue-present-at-the-last-session = Presentes en la última sesión
publishing-dialogue-present-without-voting = Presentes sin votar
publishing-dialogue-published-elsewhere-with-what-parts-them = Cifras publicadas en otros lugares, con lo que las separa de las nuestras.
publishing-dialogue-published-on = publicado el
publishing-dialogue-puts-first-in-cell = pone { $number } en primer lugar en la celda { $cell }.
publishing-dialogue-question = Pregunta
publishing-dialogue-question-that-is-not-about-the-category = { $near } Pregunta que no trata de la categoría en sí: { $names }.{" "}
publishing-dialogue-random-draws = extracciones aleatorias
publishing-dialogue-read-this-before-looking = Leer antes de mirar
publishing-dialogue-read-with-caution = leer con precaución
publishing-dialogue-reading-of-the-agreement = Lectura del acuerdo
publishing-dialogue-reading-the-figures = Leer las cifras
publishing-dialogue-reason = Motivo
publishing-dialogue-reason-05a5 = motivo
publishing-dialogue-reason-of-an-absent-number = Motivo de una cifra ausente
publishing-dialogue-reasons-for-leaving-early-reasons-of = Motivos de las salidas anticipadas, de quienes habían empezado: { $listed }. Los motivos de menos de cinco personas se reúnen con el más frecuente.
publishing-dialogue-recommendation-6dd1 = recomendación
publishing-dialogue-recommendation-b024 = Recomendación
publishing-dialogue-recommendation-of-a-panel = recomendación de un panel
publishing-dialogue-recommendations = recomendaciones
publishing-dialogue-recommendations-adopted = { $adopted ->
        [one] recomendación adoptada de { $n }.
       *[other] recomendaciones adoptadas de { $n }.
    }
publishing-dialogue-recommendations-and-votes = Recomendaciones y votos
publishing-dialogue-reference-to-cite = Referencia para citar
publishing-dialogue-reliable = fiable
publishing-dialogue-renewable-once = renovable una vez
publishing-dialogue-renewable-times = renovable { $renewable } veces
publishing-dialogue-replacements = Reemplazos
publishing-dialogue-replacements-all-followed-the-draw-each = Todos los reemplazos ({ $n }) siguieron el sorteo: cada plaza fue a la persona siguiente de la misma celda.
publishing-dialogue-replacements-in-all = Reemplazos, en total
publishing-dialogue-replacements-of-which-by-a-person-of-the = Reemplazos: { $n }, de los cuales { $same } por una persona de la misma celda, semejante en todas las cuotas, y { $in_order } por la siguiente en el orden del sorteo.
publishing-dialogue-replied-on = respondido el
publishing-dialogue-replied-on-after-publication = { $body } Respuesta del { $replied }, { $took } después de la publicación.
publishing-dialogue-replies-to = Responde a
publishing-dialogue-replies-to-the-findings-of-earlier = Respuestas recibidas a los hallazgos de ediciones anteriores
publishing-dialogue-reply = Respuesta
publishing-dialogue-reply-7c8f = respuesta
publishing-dialogue-reserve-in-the-order-of-calling = Reserva, en el orden de llamada
publishing-dialogue-response = respuesta
publishing-dialogue-result = resultado
publishing-dialogue-results = resultados
publishing-dialogue-results-of-the-year-still-await-a-reply = { $count } resultados del año esperan todavía una respuesta.
publishing-dialogue-return-sheet = Hoja de devolución
publishing-dialogue-same = igual
publishing-dialogue-same-score = Misma puntuación
publishing-dialogue-scale = Escala
publishing-dialogue-seats = plazas
publishing-dialogue-seats-at-least = Plazas, como mínimo
publishing-dialogue-seats-at-most = Plazas, como máximo
publishing-dialogue-seats-planned = Plazas previstas
publishing-dialogue-seats-without-a-reserve-in-their-cell = Plazas sin reserva en su celda: { $count }.
publishing-dialogue-seed = Semilla
publishing-dialogue-sending-the-notes = Enviar las notas
publishing-dialogue-sensitive-question-fewer-than-five = pregunta delicada, menos de cinco registros corregidos desde una versión publicada
publishing-dialogue-sensitive-question-small-numbers-merged = pregunta delicada, números pequeños reunidos
publishing-dialogue-session = Sesión
publishing-dialogue-session-or-wave = Sesión u ola
publishing-dialogue-share = proporción
publishing-dialogue-share-of-contributions = Proporción de las contribuciones
publishing-dialogue-share-of-contributions-from-0-to-1 = Proporción de las contribuciones, de 0 a 1
publishing-dialogue-share-of-the-people-who-took-part = Proporción de las personas que respondieron
publishing-dialogue-share-of-the-people-who-took-part-from-0 = Proporción de las personas que respondieron, de 0 a 1
publishing-dialogue-share-of-the-population = Proporción de la población
publishing-dialogue-sheet = Hoja
publishing-dialogue-sheet-answers = Respuestas
publishing-dialogue-sheet-changes = Cambios
publishing-dialogue-sheet-mandates = Mandatos
publishing-dialogue-sheet-moves = Movimientos
publishing-dialogue-sheet-profile = Composición
publishing-dialogue-sheet-recommendations = Recomendaciones
publishing-dialogue-sheet-steps = Recorrido
publishing-dialogue-sheet-themes = Temas
publishing-dialogue-sheet-words = Palabras
publishing-dialogue-sign-flip-test = prueba por cambio de signos
publishing-dialogue-sign-flip-test-random-draws-seed = Prueba por cambio de signos: { $draws } extracciones aleatorias, semilla { $seed }, error estándar de p como máximo { $error }.{" "}
publishing-dialogue-sign-n = n
publishing-dialogue-signs = ;{" "}
publishing-dialogue-smallest-chance-of-a-volunteer = menor probabilidad de una persona voluntaria
publishing-dialogue-so-many-days = { $days ->
        [one] { $count } día
       *[other] { $count } días
    }
publishing-dialogue-so-many-uses = { $uses ->
        [one] { $count } uso
       *[other] { $count } usos
    }
publishing-dialogue-source = Fuente
publishing-dialogue-source-of-the-inventory = Fuente del inventario
publishing-dialogue-sources-of-the-populations-shares = Fuentes de las proporciones de la población
publishing-dialogue-stable-means-that-the-gap-if-there-is = Estable quiere decir que la diferencia, si la hay, afecta a menos de { $count } personas de cada 100.
publishing-dialogue-stage = Etapa
publishing-dialogue-state = Estado
publishing-dialogue-state-207f = estado
publishing-dialogue-step = Paso
publishing-dialogue-stories-to-discuss = Historias para conversar. { $short }.
publishing-dialogue-synthetic-data = Datos ficticios
publishing-dialogue-ten-figures-an-answer = Diez siluetas por respuesta.{" "}
publishing-dialogue-ten-figures-for-each-result-filled-by = Diez siluetas para cada resultado, rellenas según el número de personas. { $said }
publishing-dialogue-test = Prueba
publishing-dialogue-text-to-read-aloud = Texto para leer en voz alta
publishing-dialogue-text-to-read-aloud-about-two-minutes = # Texto para leer en voz alta, unos dos minutos
publishing-dialogue-the-answer-given-most = { $question }: la respuesta más dada es { $response } ({ $people } personas de { $n }).
publishing-dialogue-the-answers-given-most = { $question }: las respuestas más dadas son { $response } ({ $people } personas) y { $other } ({ $others }), de { $n } personas.
publishing-dialogue-the-answers-were-collected = Las respuestas se recogieron { $dates }.
publishing-dialogue-the-data-do-not-allow-a-conclusion-since = Los datos no permiten concluir (desde { $since }) sobre lo siguiente: { $listed }.
publishing-dialogue-the-draw-by-lot-of-the-panel = El sorteo del panel
publishing-dialogue-the-draw-by-lot-of-the-panel-is = Se anuncia el sorteo del panel
publishing-dialogue-the-draw-will-take-place-on-the-seed = El sorteo tendrá lugar el { $when }. La semilla que lo decidirá no se conoce todavía. Lo que sigue ya no cambiará: estas huellas delatarían a quien quisiera modificar la lista o la lotería después.
publishing-dialogue-the-first-row-comes-from-answers-that = La primera fila procede de respuestas que no tratan de ninguna categoría en particular: { $names }.{" "}
publishing-dialogue-the-groups-and-the-seats-of-each-were = Los grupos y el número de plazas de cada uno se declararon antes del sorteo. La proporción de la población se da para comparar: un panel no la sustituye. La prueba exacta compara la composición con la que daría un sorteo en toda la población: cuanto menor es p, más se aleja de ella.
publishing-dialogue-the-groups-of-a-quota-are-counted-as-one = { $quota }: los grupos se cuentan como uno solo, pues sus cifras, junto a la lista de los números, dirían de qué grupo son algunas personas voluntarias.
publishing-dialogue-the-groups-share-of-the-population-from = Proporción del grupo en la población, de 0 a 1
publishing-dialogue-the-inventory-counts-uses-the-survey = El inventario cuenta usos, la encuesta cuenta personas: estos números se ponen uno junto a otro, y ninguno se calcula a partir del otro.
publishing-dialogue-the-kit-to-print-pdf = El material para imprimir (pdf)
publishing-dialogue-the-letter-does-not-say-when-those-who = la carta no dice cuándo tendrán nuevas noticias las personas que respondieron. Añadir esta ola en `next_date:` de feedback.yaml.
publishing-dialogue-the-letter-to-print-pdf = La carta para imprimir (pdf)
publishing-dialogue-the-lottery-and-the-list-of-numbers-were = La lotería y la lista de los números no se anunciaron antes de que se conociera la semilla. Esta página permite repetir el sorteo, pero no saber que no se eligieron en función de la semilla.
publishing-dialogue-the-lottery-the-list-of-numbers-and-the = La lotería sellada, la lista de los números y las tres huellas se publicaron el { $day }, antes de que se conociera la semilla: nadie pudo elegirlas en función de ella.
publishing-dialogue-the-numbers-drawn = Los números elegidos
publishing-dialogue-the-option-of-the-category-in-the = la opción de la categoría en la pregunta { $quoted }
publishing-dialogue-the-page-of-the-draw-and-how-to-check-it = La página del sorteo y cómo comprobarlo
publishing-dialogue-the-panel-adopts = { $kind ->
        [lone] El panel aprueba la recomendación sometida a votación.
        [refused] El panel no aprueba la recomendación sometida a votación.
        [none] El panel no aprueba ninguna de las { $of } recomendaciones sometidas a votación.
        [both] El panel aprueba las dos recomendaciones sometidas a votación.
        [all] El panel aprueba las { $of } recomendaciones sometidas a votación.
        [one] El panel aprueba una de las { $of } recomendaciones sometidas a votación.
       *[some] El panel aprueba { $some } de las { $of } recomendaciones sometidas a votación.
    }
publishing-dialogue-the-panel-from-the-draw-to-the-last = El panel, del sorteo a la última sesión.
publishing-dialogue-the-panel-recommends = El panel recomienda, solo en nombre de sus miembros y con su voto:
publishing-dialogue-the-plain-language-page-in-has-no-words = la ficha en lenguaje sencillo en «{ $other_lang }» no tiene palabras para el veredicto «{ $verdict }». Añadirlas en `verdicts:` de feedback.yaml.
publishing-dialogue-the-plain-language-page-is-too-hard-to = la ficha en lenguaje sencillo ({ $lang }) es demasiado difícil de leer: { $score }, y el límite es { $easiest } ({ $words_per_sentence } palabras por oración, { $syllables } sílabas por palabra). Usar palabras y frases más cortas.
publishing-dialogue-the-plain-language-page-tells-the-key = la ficha en lenguaje sencillo recoge el resultado clave «{ $name }», del que esta ola no tiene ninguna proporción que pueda mostrarse. Elegir otro en `learned:`.
publishing-dialogue-the-plain-language-page-uses-the-term = la ficha en lenguaje sencillo usa el término «{ $found }». Decirlo con palabras corrientes en feedback.yaml o decisions.yaml.
publishing-dialogue-the-profile-of-each-number-is-not = El perfil de cada número no se publica, para que no se reconozca a nadie; tampoco los boletos que no salieron, que reunidos lo dirían. Una persona garante, a quien la entidad organizadora entrega el secreto, el archivo de las personas voluntarias y la lotería completa, comprueba la huella del secreto seguido del archivo (del archivo solo, en un sorteo anunciado sin secreto) y los sellos de la lotería, que las personas de una misma celda son en efecto semejantes, que cada panel de la lotería respeta las cuotas y que las probabilidades son las que se dicen. El comando padai draw lo repite todo.
publishing-dialogue-the-question-is-sensitive-groups-of-1-to = La pregunta es delicada: los grupos de menos de cinco personas se reúnen con el mayor y no se publica ninguna prueba.
publishing-dialogue-the-questions-followed-were-declared =
    { $n ->
        [one] La pregunta seguida se declaró
       *[other] Las { $count } preguntas seguidas se declararon
    } antes de leer las respuestas. Aquí solo cuentan las personas que respondieron las dos veces.{ $tests ->
        [0] {""}
       *[other] {" "}El valor p es el de una prueba exacta: la probabilidad de ver al menos tantos cambios en un mismo sentido si cada persona que cambió hubiera podido hacerlo en un sentido o en el otro.
    }{ $tests ->
        [0] {""}
        [one] {""}
       *[other] {" "}Se da también corregido por las { $tested } preguntas con prueba.
    }{ $untested ->
        [0] {""}
       *[other] {" "}De una pregunta delicada no se hace ninguna prueba.
    }
publishing-dialogue-the-reasons-heard-in-the-groups-own = Las razones escuchadas, con las palabras del grupo
publishing-dialogue-the-register-as-it-stands-later-replies = El registro al día, incluidas las respuestas recibidas desde entonces
publishing-dialogue-the-replies = Las respuestas
publishing-dialogue-the-seed = La semilla
publishing-dialogue-the-seed-is = La semilla es
publishing-dialogue-the-sentences-of-the-plain-language-page = las frases de la ficha en lenguaje sencillo tienen en promedio { $words_per_sentence } palabras ({ $count } frases) y el límite es de { $average_words }.
publishing-dialogue-the-stories-one-a-card = Las historias, una por tarjeta
publishing-dialogue-the-survey-in-plain-language = La encuesta en lenguaje sencillo
publishing-dialogue-the-text-to-be-heard-has-words-where-two = el texto para leer en voz alta tiene { $length } palabras; en dos minutos caben { $spoken_words }. Acortar los textos de `plain:` en feedback.yaml.
publishing-dialogue-the-three-results-as-people-in-10 = Los tres resultados, en personas de cada 10
publishing-dialogue-the-volunteers-were-put-in-cells-of = Las { $n } personas voluntarias se repartieron en celdas de personas semejantes en todas las cuotas. Se publicó{ $when } una lotería de 10 000 boletos: cada boleto designa un panel que respeta todas las cuotas, y los boletos se reparten de modo que la menor probabilidad sea la mayor posible (leximin). La semilla pública designó el boleto { $ticket }; en cada celda, el orden de las personas procede de la huella SHA-256 de la semilla y de su número. Los miembros se compararon con este sorteo: son los mismos.
publishing-dialogue-the-way-from-invitation-to-the-last = Recorrido, de la invitación a la última sesión
publishing-dialogue-the-whole-register = Todo el registro
publishing-dialogue-the-word-given-most = { $question }: la palabra más dada es { $word } ({ $people } personas).
publishing-dialogue-theme-13e6 = tema
publishing-dialogue-theme-62e8 = Tema
publishing-dialogue-theme-of-a-consultation = tema de una consulta
publishing-dialogue-themes = temas
publishing-dialogue-themes-agreement-between-coders = Temas, acuerdo entre las personas que codificaron.
publishing-dialogue-themes-of-the-contributions = Temas de las contribuciones
publishing-dialogue-themes-published-counted-with-a-declared = temas publicados, contados según un libro de códigos declarado.
publishing-dialogue-themes-that-come-back-most = { $many ->
        [one] Tema que más se repite
       *[other] Temas que más se repiten
    } en las { $n } contribuciones: { $themes }.
publishing-dialogue-these-figures-do-not-say-why-and-the = Estas cifras no dicen por qué, y la historia no se leyó a las personas entrevistadas.
publishing-dialogue-they-met-to-discuss-it = Se reunieron para debatirlo.
publishing-dialogue-this-does-not-mean-that-nothing-changed = No poder concluir no quiere decir que nada haya cambiado.
publishing-dialogue-this-inventory-is-synthetic = Este inventario es ficticio.
publishing-dialogue-this-is-the-first-edition-no-finding = Es la primera edición: ningún hallazgo espera respuesta.
publishing-dialogue-this-report-is-of-a-in-a-in-was-given = este informe es el de un { $kind } en { $languages }; recibió un { $survey_kind } en «{ $lang }».
publishing-dialogue-those-that-are-hatched-may-have-given-it = Las que están rayadas quizás la dieron: la cifra es menos segura.
publishing-dialogue-those-who-answered-both-times-are-counted = Cuando menos de { $least } personas respondieron a una pregunta en uno solo de los dos momentos, solo se cuentan las que respondieron en ambos: la diferencia diría qué respondieron esas pocas personas.
publishing-dialogue-those-who-took-part-say = Esto es lo que dicen las personas que participaron, y solo ellas:
publishing-dialogue-three-questions-to-discuss = Tres preguntas para conversar
publishing-dialogue-three-things-learned = Tres cosas aprendidas
publishing-dialogue-ticket-drawn-of-10-000 = boleto elegido, de 10 000
publishing-dialogue-to = { $low } a { $high }
publishing-dialogue-to-do = Por hacer
publishing-dialogue-to-the-right-toward-the-answer-followed = A la derecha: hacia la respuesta seguida (acuerdo, confianza) o hacia una puntuación más alta. Las personas cuya respuesta no cambió no están dibujadas.
publishing-dialogue-told-in-its-release = Lo que se respondió en el otro momento está en la publicación que lo dio: los registros de unas pocas personas han cambiado desde entonces, y ambas juntas dirían qué respondieron.
publishing-dialogue-too-few-contributions-to-be-published = demasiado pocas contribuciones para publicarse
publishing-dialogue-too-little-agreement-between-coders = acuerdo insuficiente entre las personas que codificaron
publishing-dialogue-too-low = insuficiente
publishing-dialogue-took-part = Participaron
publishing-dialogue-toward = Se acercaron
publishing-dialogue-toward-a-higher-score = hacia una puntuación más alta
publishing-dialogue-toward-this-answer = hacia esta respuesta
publishing-dialogue-trust = confían
publishing-dialogue-two-dots-a-group-the-people-who-took = Dos puntos por grupo, las personas que participaron y después la población. { $told }.
publishing-dialogue-under-study = En estudio
publishing-dialogue-under-study-is-a-reply-here-days-are = {" "}«En estudio» es una respuesta ({ $studied } aquí). Los días se cuentan hasta el { $day }.
publishing-dialogue-unknown = por verificar
publishing-dialogue-unweighted-n-the-base-differs-between = n sin ponderar; la base cambia de una pregunta a otra.
publishing-dialogue-upper-end = límite superior
publishing-dialogue-uses = Usos
publishing-dialogue-uses-c0b4 = usos
publishing-dialogue-uses-in-the-public-inventory-and-what = Usos inscritos en el inventario público, y lo que la gente dice de ellos
publishing-dialogue-uses-listed-at-the-right-and-answers-by = Usos inscritos (a la derecha) y respuestas, por categoría, { $size }
publishing-dialogue-vacant-seats = Plazas vacantes
publishing-dialogue-volunteered = Se ofrecieron como voluntarias
publishing-dialogue-volunteers-4a19 = personas voluntarias
publishing-dialogue-volunteers-b74e = Personas voluntarias
publishing-dialogue-volunteers-by-their-chance-of-being = Personas voluntarias según su probabilidad de salir elegidas, a la décima de punto.
publishing-dialogue-votes-against = Votos en contra
publishing-dialogue-votes-cast-against = En contra
publishing-dialogue-votes-cast-for = A favor
publishing-dialogue-votes-in-favour = Votos a favor
publishing-dialogue-votes-not-cast = No votaron
publishing-dialogue-votes-on-each-recommendation = Votos sobre cada recomendación.
publishing-dialogue-votes-on-each-recommendation-in-people = Votos sobre cada recomendación, en número de personas.
publishing-dialogue-wave = Ola
publishing-dialogue-we-compared-with = Hemos comparado con { $since }.
publishing-dialogue-we-compared-with-and-over-all = Hemos comparado con { $since }, y en todo el período.
publishing-dialogue-what-a-guarantor-checks = Lo que comprueba una persona garante
publishing-dialogue-what-a-workshop-is-not = Lo que un taller no es
publishing-dialogue-what-became-of-the-contributions = Qué ha sido de las contribuciones
publishing-dialogue-what-became-of-the-findings = Qué ha sido de los hallazgos
publishing-dialogue-what-became-of-the-recommendations = Qué ha sido de las recomendaciones
publishing-dialogue-what-changed-what-did-not = Lo que cambió, lo que no cambió
publishing-dialogue-what-exists-what-is-known = Lo que existe, lo que se sabe de ello
publishing-dialogue-what-follows = Seguimiento
publishing-dialogue-what-is-fixed-from-now-on = Lo que queda fijado desde ahora
publishing-dialogue-what-parts-these-figures-from-ours = Lo que separa estas cifras de las nuestras
publishing-dialogue-what-people-answered = Lo que respondió la gente
publishing-dialogue-what-the-draw-has-to-respect = Lo que el sorteo debe respetar
publishing-dialogue-what-the-group-asks-for-and-of-which = Lo que pide el grupo, y a qué organismo
publishing-dialogue-what-the-group-did-not-agree-on = En qué no estuvo de acuerdo el grupo
publishing-dialogue-what-these-results-are = Qué son estos resultados
publishing-dialogue-what-we-are-doing-and-what-we-are-not = Lo que hacemos y lo que no hacemos
publishing-dialogue-what-we-do-not-know = Lo que no se sabe
publishing-dialogue-what-we-do-not-know-yet = Lo que no sabemos todavía
publishing-dialogue-what-will-be-done = Lo que se hará
publishing-dialogue-what-you-told-us = Lo que nos dijeron las personas participantes
publishing-dialogue-when-you-will-hear-again = Cuándo habrá nuevas noticias
publishing-dialogue-where-and-when-which-card-how-many = ¿Dónde y cuándo? ¿Qué tarjeta? ¿Cuántas personas?
publishing-dialogue-where-we-stood-on = Así estábamos el { $day }.
publishing-dialogue-who-answered = Quién respondió
publishing-dialogue-who-took-part-beside-the-population-3d40 = Quién participó, junto a la población
publishing-dialogue-who-took-part-beside-the-population-6b9a = Quién participó, junto a la población.
publishing-dialogue-whoever-wished-answered = Respondió quien quiso.
publishing-dialogue-whoever-wished-took-part-the-populations = Participó quien quiso. Las proporciones de la población se dan para ver quién falta, no para corregir nada: no se pondera nada.
publishing-dialogue-why-this-survey = Por qué esta encuesta
publishing-dialogue-with-a-reply = con respuesta
publishing-dialogue-withdrawn-for-confidentiality = «{ $name }»: estos números se retiraron después de su publicación, por confidencialidad.
publishing-dialogue-without-a-reply-91b2 = sin respuesta
publishing-dialogue-without-a-reply-b7eb = Sin respuesta
publishing-dialogue-without-a-reply-for-1d1d = sin respuesta desde hace { $count }
publishing-dialogue-without-a-reply-for-a4c9 = Sin respuesta desde hace
publishing-dialogue-word = Palabra
publishing-dialogue-wording-b0dc = Redacción
publishing-dialogue-wording-e6c1 = Redacción de la pregunta
publishing-dialogue-words-given = Palabras mencionadas
publishing-dialogue-work-out-the-sha-256-of = Calcular la huella SHA-256 de{" "}
publishing-dialogue-workshop-kit-81d7 = Material de taller
publishing-dialogue-write-here-what-the-group-wants-known-no = Escribir aquí lo que el grupo quiere dar a conocer. Ningún nombre.
publishing-dialogue-written-as-a-decimal-number-it-ends-in = Escrita como número decimal, termina en { $last_digits }; más uno, es el boleto { $count }.
publishing-dialogue-x-fewer-than-contributions-f-too-little = x: menos de { $limit } contribuciones. F: acuerdo insuficiente. Acuerdo medido en { $twice } contribuciones codificadas por dos personas.
publishing-dialogue-x-not-published-again = x: no se publica de nuevo; el texto dice por qué.{" "}
publishing-dialogue-x-sensitive-question-numbers-merged-in = x: pregunta delicada, números reunidos en el texto.{" "}
publishing-dialogue-x-sensitive-quota-few-were-away = x: cuota delicada; junto a las personas sorteadas, estos números dirían de qué grupos son algunas de las personas ausentes.
publishing-dialogue-year = Año
publishing-dialogue-yes = sí
publishing-dialogue-your-notes = Notas del grupo
