# padai, pipeline

pipeline-a-breakdown-leaves-few-out = consultation.yaml habla de la pregunta sensible «{ $question }» mediante { $places }, cuyos grupos dejan fuera a unas pocas personas: cuántas son es el total de personas menos el de los grupos. Darles un grupo en survey.yaml, o retirar: { $last }.
pipeline-a-draft-is-made-of-a-tracker-what-is = un borrador se hace de una encuesta de seguimiento. Lo que se publica de un panel o de una consulta se decide de antemano: terminar la definición y después `padai build`.
pipeline-a-draft-of-few = { $breakdown } no está en el borrador: sus grupos tienen muy pocas personas, y con ellos se retendrían cifras. Reúna sus respuestas (`groups:`) en survey.yaml.
pipeline-a-draft-with-groups-merged = { $breakdown }: en el borrador, los grupos de muy pocas personas ({ $groups }) se reúnen con el mayor, o con sus vecinos si tienen un orden: lo que respondieron los demás se retendría con ellos. En una publicación, `small_groups: merge` (o `leave_out`) en survey.yaml hace lo mismo.
pipeline-a-draft-without-a-breakdown = { $breakdown } no está en el borrador: en uno de sus grupos, personas demasiado pocas para mostrarse pesan más que casi todas las demás, y los errores de los totales dirían qué respondieron. Por eso se rechazaría una publicación: reúna las mismas celdas en la ponderación (`collapse:` en el archivo de la ola) o quite { $breakdown } de `report_breakdowns:`.
pipeline-a-group-of-few-is-told-apart = consultation.yaml habla de «{ $question }» mediante { $places }. Uno al lado del otro, estos elementos dejarían aparte un grupo demasiado pequeño para mostrarse. Dar al perfil grupos más grandes, o retirar: { $last }.
pipeline-a-has-one-part-are-declared-another = { $survey_kind ->
       [panel] un panel tiene una sola parte
      *[consultation] una consulta tiene una sola parte
    }; se declaran { $count_parts }. Otra muestra es una encuesta aparte, que nunca se reúne con esta.
pipeline-a-later-version-rests-on-it = { $last } se difundió después y se apoya en ella. Olvidar primero esa (`--wave { $last_wave }`), si nadie la tiene.
pipeline-a-model-reads-what-is-withheld = este modelo lee las respuestas a «{ $name }» según { $variable }, una tabla con celdas confidenciales, o que la publicación no muestra aunque { $variable } sea sensible: sus estimaciones hablarían de ellas. Reunir grupos de { $variable } (`small_groups: merge`), retirarla de `variables:`, o usar `model: areas`.
pipeline-a-panel-is-published-once-it-has-met = un panel se publica una vez reunido, con la ola «{ $after }» (`after:`); se ha pedido «{ $wave_id }».
pipeline-a-published-release-says-under-which = una publicación indica bajo qué licencia están sus datos y su código; en `licences:` falta { $lacking }. padai no inventa ninguna.
pipeline-a-rare-theme-is-told = consultation.yaml, themes: el tema «{ $theme }» aparece menos de { $least } veces, y su número no quedaría oculto: cada contribución lleva al menos un tema, y lo que los demás temas no cuentan es suyo. Unirlo con otro tema de la grilla.
pipeline-a-record-that-is-erased-at-a-persons = la supresión de un registro a petición de una persona no da lugar a una nueva versión: { $version } queda tal como se publicó, porque dos versiones hablarían de esa persona. Retirar el registro de los datos, y esta versión de la definición.
pipeline-a-release-is-of-a-wave-that-is-gone = { $version } está publicada, y la encuesta ya no tiene la ola «{ $wave }»: la publicación no puede compararse con lo que se dijo de las mismas personas. Devuelva su nombre a la ola (waves/{ $wave }.yaml).
pipeline-a-release-with-the-status-is-always = una publicación con el estado «{ $status }» siempre queda inscrita. Solo un borrador o una demostración se repite sin inscripción.
pipeline-a-report-needs-a-part-named-main = un informe se abre con la parte `main:`, y la ola { $wave_id } no la tiene (existen: { $parts }); en los archivos de waves/, cambiar el nombre de `{ $first }:` a `main:`; su `label:` dice quién es
pipeline-a-sample-of-type-has-no-trend-it-speaks = una muestra de tipo «{ $kind }» no tiene tendencia: habla de las personas que participaron. Lo que cambió entre los miembros de un panel está en su informe (padai build).
pipeline-a-sensitive-question-is-told-apart = consultation.yaml habla de la pregunta sensible «{ $question }» mediante { $places }. { $count_places ->
    [one] El número de personas a las que se hace diría
   *[other] Uno al lado del otro, estos elementos dirían
 } cuán pocas personas dieron una respuesta. Retirar: { $last }.
pipeline-added-up-parts-tell-of-few = hay partes, olas o encuestas de las mismas personas que hablan de unas pocas de ellas una vez sumadas y restadas: { $sides }, con respuestas a «{ $question }» (según «{ $breakdown }»). Quedarían menos de { $least } personas, o una respuesta sensible de pocas. Retirar una de ellas, o hacer que las partes no tengan a nadie en común (`rows:` en waves/*.yaml).
pipeline-affected-names-which-was-never-put-out = { $order_name }: `affected:` nombra { $unknown }, que nunca se difundió. Difundido: { $known }.
pipeline-an-earlier-wave-counts-answers-otherwise = la ola { $wave } está en la serie, y { $what }: junto a { $version }, la serie hablaría de esas personas. Devolver a «{ $question }», en questionnaire.yaml, los códigos, los códigos de falta y la base que tenía en { $version }, o retirar la ola { $wave } de sus `waves:`.
pipeline-and-more = {"\u000A"}  y { $rest } más
pipeline-and-run-the-command-again-the-last = { $said } y volver a ejecutar el comando. La última publicación quedó como estaba.
pipeline-another-padai-is-publishing-this-survey = otro padai está publicando esta encuesta en este momento. Esperar a que termine y volver a ejecutar el comando. No se ha cambiado nada.
pipeline-another-survey-has-a-deposit-of-them = deposit: la encuesta { $other } ya depositó un archivo de las mismas personas; los dos se unirían registro por registro. Quitar `deposit:` de survey.yaml.
pipeline-answers-of-few-count-otherwise = las respuestas de menos de { $least } personas a «{ $question }» cuentan de otro modo que en ella (códigos, códigos de falta o base)
pipeline-bases-are-rounded-otherwise-there = { $how ->
       [exact-here] confidentiality.rounding: la ola { $wave } tiene las mismas personas que la ola { $other_wave } de { $other }, ya difundida, que redondea las bases a { $bases }. Dadas aquí con exactitud, deshacen ese redondeo. Escribir `rounding: {"{"}bases: { $bases }{"}"}` en survey.yaml.
       [exact-there] confidentiality.rounding: la ola { $wave } tiene las mismas personas que la ola { $other_wave } de { $other }, ya difundida, que da las bases exactas: redondearlas aquí a { $now } no ocultaría nada. Quitar `rounding:` de survey.yaml.
       *[otherwise] confidentiality.rounding: la ola { $wave } tiene las mismas personas que la ola { $other_wave } de { $other }, ya difundida, que redondea las bases a { $bases } y no a { $now }. Uno al lado del otro, dos redondeos de un mismo número dicen a menudo ese número. Escribir `rounding: {"{"}bases: { $bases }{"}"}` en survey.yaml.
    }
pipeline-bases-were-rounded-otherwise = confidentiality.rounding: las bases se redondean a { $now }, y a { $bases } en { $version }, ya difundida. Uno al lado del otro, dos redondeos de un mismo número dicen a menudo ese número. Escribir `rounding: {"{"}bases: { $bases }{"}"}` en survey.yaml.
pipeline-breakdowns-group-is-too-small-and-small = breakdowns.{ $name }: el grupo «{ $lost }» es demasiado pequeño y `small_groups: { $small_groups }` lo retira, pero un resultado clave, una ruptura o un empalme lo nombra. Escribir el grupo fusionado en `groups:` y nombrarlo allí.
pipeline-breakdowns-small-groups-leave-out-leaves = breakdowns.{ $breakdown_id }: `small_groups: leave_out` no deja ningún grupo: todos tienen menos de { $least } personas en alguna ola. Retirar el desglose de `report_breakdowns` o escribir grupos más grandes en `groups:`.
pipeline-breakdowns-the-groups-merged-as-do-not = breakdowns.{ $name }: los grupos fusionados como «{ $apart }» no se tocan en las teselas. Escribir los grupos fusionados en `groups:`, con sus teselas.
pipeline-by-is-no-breakdown = `--by { $name }`: la encuesta no tiene ningún desglose con ese nombre.{ $hint } Tiene { $known }. Lo que se omite por confidencialidad sigue los desgloses de survey.yaml: si { $name } es una pregunta, añadir allí, en `breakdowns:`, una línea que la nombre.
pipeline-calendar-announces-for-and-this-release = `calendar:` anuncia «{ $what }» para el { $date }, y esta publicación es del { $publish_on }. Retirar lo que ya ha pasado o dar la nueva fecha.
pipeline-calendar-announces-for-which-has-gone-by = `calendar:` anuncia «{ $what }» para el { $date }, que ya ha pasado: la página del calendario todavía lo da por venir. Dar la nueva fecha o retirarlo.
pipeline-change-seen-in-the-file-which-the = Cambio observado en el archivo, que la definición no declara: { $checks }
pipeline-change-these-texts-in-limits-such-a-word = Cambiar estos textos; en `limits:`, tal palabra puede figurar en una frase que la niegue.
pipeline-changed-break = Si lo que se preguntó cambió, en survey.yaml: { $line }
pipeline-changed-question = ola { $wave }: { $said } Si se preguntó como antes (a una mitad elegida al azar, por ejemplo), en survey.yaml: { $line }
pipeline-changed-questions-stop = lo que se consulta cambió, y ninguna línea dice en qué:{"\u000A"}{ $lines }
pipeline-compared-with-the-two-versions-would = respecto de { $version }, { $what }: las dos versiones hablarían de esas personas. Esperar a la próxima edición; o, por un error que importe, declarar `correction: error` en `release:` (totales en puntos enteros o más redondeados, bases redondeadas a 10, ningún grupo); o, a petición de una persona, `correction: erasure`. Si el archivo de datos anterior se movió, devolverlo a los datos, con cualquier nombre.
pipeline-confidentiality = { $what }: confidencialidad
pipeline-contact-not-supplied = contacto no facilitado
pipeline-deposit-records-are-fewer-than-the-that = deposit: { $count_wave } registros, menos que los { $least } que deben parecerse. Retirar esta ola del depósito.
pipeline-deposit-weights-tell-what-was-blanked = deposit: esta parte solo tiene { $different } pesos diferentes, que un lector conoce; la media de diez de ellos diría de cuántas personas de cada perfil se borró un rasgo. Quitar desgloses de `deposit.profile` hasta que nada se borre, o quitar `deposit:`.
pipeline-deposit-would-give-a-withheld-cell = deposit: los cuadros retienen celdas de la pregunta «{ $question }» según «{ $breakdown }», y el archivo las daría. Quitar la pregunta de `deposit.questions`, o el desglose de `deposit.profile`.
pipeline-description-to-be-written = Descripción por redactar.
pipeline-draft-not-reviewed-publishing-still = borrador, no revisado: { $count ->
       [0] no falta ningún texto, fecha ni dato para publicar. Para comprobarlo
       [one] falta { $count } texto, fecha o dato para publicar. Cuál y en qué línea
       *[other] faltan { $count } textos, fechas o datos para publicar. Su lista, línea por línea
    }: padai lacking { $place }
pipeline-few-answers-differ-there = ola { $wave }: menos de { $least } de las mismas personas dan aquí otra respuesta que en { $other } (ola { $other_wave }), que está publicada; las dos juntas hablarían de ellas. Dé a las dos encuestas el mismo archivo, o espere la próxima edición
pipeline-few-of-a-margin-weigh-more = unas personas demasiado pocas para mostrarse, en una celda del margen { $breakdown } de `weighting:`, pesan más que casi todas las demás de la parte { $part }: los errores de los totales dirían qué respondieron y, por su parte de la población, cuántas son. Reúna esa celda con otra (`collapse:` en el archivo de la ola).
pipeline-few-weigh-apart = unas personas demasiado pocas para mostrarse, en un grupo de { $breakdown }, pesan más que casi todas las demás de la parte { $part }: los errores de los totales dirían qué respondieron y, por su parte de la población, cuántas son. Reúna las mismas celdas en la ponderación (`collapse:` en el archivo de la ola) y los grupos pequeños (`small_groups: merge` en el desglose), o quite { $breakdown } de `report_breakdowns:`.
pipeline-fewer-than-records-change-in-the-whole = cambian menos de { $least } registros, en el conjunto o en un grupo publicado
pipeline-file-s-of-this-version-are-not-those = { $count_wrong ->
       [one] { $count_wrong } archivo de esta versión no es el
       *[other] { $count_wrong } archivos de esta versión no son los
    } que nombra su manifiesto: { $wrong }. Recuperarla del archivo histórico; no se inscribe nada.
pipeline-format-there-is-no-such-format-choose = formato { $unknown }: este formato no existe; elegir html, pdf o docx.
pipeline-from-wave-to-wave = de una ola a otra
pipeline-geography-not-supplied = No facilitado
pipeline-go-on-to-the-site-of-the-releases = Continuar al sitio de las publicaciones
pipeline-groups-of-two-surveys-lie-too-close = la ola { $wave } trata de las mismas personas que la ola { $other_wave } de { $other }, ya publicada, y hay grupos de las dos encuestas demasiado próximos: { $mine } aquí y { $theirs } allí, todos con respuestas a «{ $question }» («{ $other_question }» allí). Restados, hablarían de menos de { $least } personas, o de una respuesta sensible de pocas. En `breakdowns:` de survey.yaml, dar a «{ $breakdown }» los mismos cortes que allí, fusionar esos grupos o retirar el desglose; si lo que difiere son las personas (`rows:`, `exclusions:`, `base:`), tomar las mismas.
pipeline-groups-of-two-waves-lie-too-close = las olas o partes { $wave } y { $other_wave } contienen las mismas respuestas de las mismas personas, y sus grupos están demasiado próximos: { $mine } por un lado y { $theirs } por el otro, todos con respuestas a «{ $question }». Restados, hablarían de menos de { $least } personas, o de una respuesta sensible de pocas. Dar a cada ola o parte sus propias personas (`rows:` en waves/*.yaml) o retirar una de las dos; un archivo que crece sustituye al anterior.
pipeline-is-a-link-and-a-release-is-a-folder-of = { $place_name } es un enlace, y una publicación es una carpeta propia. Quitar el enlace o poner la carpeta en su lugar.
pipeline-is-no-date-write-it-as-2025-06-01 = «{ $text }» no es una fecha; escribirla así: 2025-06-01.
pipeline-is-no-release-is-missing-name-the-folder = «{ $release }» no es una publicación: falta { $inside }/{ $manifest }. Nombrar la carpeta de una versión, por ejemplo releases/example/2025/v1.
pipeline-is-not-a-csv-in-utf-8-with-a-row-of = { $name } no es un CSV en UTF-8 con una fila de encabezados. Guardarlo de nuevo.
pipeline-is-not-the-log-of-a-witness-it-was-cut = { $shown } no es el registro de ejecución de un testigo: se cortó o se modificó. Retirarlo o volver a escribirlo con: { $command } --out ...
pipeline-is-not-what-went-out-on-pins-that = { $shown } no es lo que se difundió el { $date }: { $named }. { $releases_file } fija su huella. Recuperarlo del archivo histórico (padai release restore), o apartar la carpeta y construir de nuevo: solo los mismos bytes ocupan su lugar.
pipeline-is-not-what-went-out-put-it-back-from = { $shown } no es lo que se difundió: { $named }. Recuperarlo del archivo histórico y después ejecutar la migración. No se ha cambiado nada.
pipeline-it-names-the-survey-which-is-not-in = nombra la encuesta «{ $name }», que no está en { $surveys }/. Corregir `follows:`, `register_of:`, o el `survey:` de una fuente.
pipeline-main = principal
pipeline-merged-weigh-apart = los grupos de { $breakdown } que `small_groups: merge` reúne no pesan como las personas con las que se reúnen, en la parte { $part }, y se sabe lo que pesa cada una: las proporciones del grupo reunido y sus errores dirían cuántas son y qué respondieron. Reúna las mismas celdas en la ponderación (`collapse:` en el archivo de la ola) o quite { $breakdown } de `report_breakdowns:`.
pipeline-name-words = { $name }: { $words }
pipeline-names-no-cell-a-csv-file-is-needed-with = { $path_name } no nombra ninguna celda: se necesita un archivo CSV con las columnas { $wanted } y una fila por celda (* para todo).
pipeline-no-draft-can-set-these-findings-aside = ningún borrador puede dejar de lado estos hallazgos:{"\u000A"}{ $lines }
pipeline-no-key-result-of-this-release-has-a = ningún resultado clave de esta publicación tiene una cifra: todos se omiten o proceden de muestras sin error estándar.
pipeline-no-last-line = ninguna
pipeline-no-version-that-is-here-shows-a-cell-at = ninguna versión presente muestra una celda en estas direcciones. No se ha cambiado nada.
pipeline-nobody-has-this-demonstration-forget-it = {" "}¿Nadie tiene esta demostración? `padai release forget { $survey } --wave { $wave }`, y volver a construir: lo que no cambió no se hace dos veces.
pipeline-nobody-is-drawn-yet-draw-has-no-seed-run = todavía no se ha sorteado a nadie: `draw:` no tiene `seed:`. Ejecutar padai draw cuando se conozca la semilla.
pipeline-none-in-this-wave = ninguna en esta ola
pipeline-none-was-put-out-yet = no se ha difundido ninguna
pipeline-not-comparable = {""}
pipeline-not-supplied-2080 = No facilitada
pipeline-not-supplied-fa45 = no facilitado
pipeline-not-what-was-announced-on-the-sha-256 = { $listed }: no es lo que se anunció el { $day }; la huella SHA-256 es distinta. Reponer los archivos anunciados; si no es posible, anunciar otro sorteo, con otra semilla.
pipeline-nothing-put-out = nada
pipeline-nothing-to-forget = nada que olvidar: { $releases_file } no registra ninguna versión de la ola { $wave }. `padai release list` dice lo que se difundió.
pipeline-nothing-to-give-back-neither-nor-the = nada que restablecer: ni { $releases_file } ni la carpeta de las publicaciones tienen { $wave }/v{ $chosen }.
pipeline-nothing-to-give-back-this-version-stands = nada que restablecer: esta versión está tal como se difundió y está inscrita.
pipeline-nothing-was-put-out-so-nothing-can-be = no se ha difundido nada y, por tanto, no puede retirarse nada: { $releases_file } no tiene nada de esta ola.
pipeline-only-a-demonstration-is-forgotten = esta versión se difundió el { $date }, y solo se puede olvidar una demostración que no fue retirada. Para retirarla: `status: withdrawn` y un motivo (`reason`); para cambiarla: una nueva `version:`.
pipeline-or-name-your-archive = {" "}O nombrar el archivo histórico: `archive_dir:` en padai.yaml.
pipeline-other-last-digits = este procesador da otras últimas cifras que el que hizo lo difundido, y ningún otro resultado: se conservan las de la versión difundida.
pipeline-out-a-witness-holds-answers-of-single = --out { $out }: un testigo contiene respuestas individuales y no va ni dentro de { $shown } ni alrededor. Nombrar una carpeta aparte, por ejemplo --out ../witness.
pipeline-overlap-must-say-what-the-samples-of-the = `overlap:` debe indicar qué tienen en común las muestras de las olas: none, respondent o psu.
pipeline-people-took-part-under-nothing-of-what = participaron { $count_wave } personas; con menos de { $least }, no se publica nada de lo que dijeron.
pipeline-population-not-supplied = Población no facilitada
pipeline-proposed = propuesto
pipeline-publishing = Publicar
pipeline-publishing-did-not-end = la publicación no llegó a completarse: { $no_memory }.
pipeline-put-together-parts-lie-too-close = hay partes u olas de las mismas personas que, reunidas, están demasiado próximas: { $mine } por un lado y { $theirs } por el otro, con respuestas a «{ $question }» (según «{ $breakdown }» y según «{ $other_breakdown }»). Restadas, hablarían de menos de { $least } personas, o de una respuesta sensible de pocas. Tomar las mismas personas en ambos lados (`rows:` y `exclusions:` en waves/*.yaml) o retirar una de esas partes.
pipeline-question-is-kept-apart-from =
    la pregunta «{ $question }» { $count_waves ->
        [0] no se hizo en ninguna ola
        [one] se hizo en { $count_waves } ola
       *[other] se hizo en { $count_waves } olas
    } de la parte «{ $part }» hasta { $wave_id }; una serie necesita dos. En { $waves } la definición tiene «{ $other }», separada de ella: { $turned ->
        [yes] las mismas respuestas llevan otros códigos, la escala se invirtió.
       *[no] misma columna o etiqueta, pero cambiaron sus palabras o sus códigos.
    } Si es una sola pregunta, escriba lo que sigue en questionnaire.yaml y quite «{ $other }»:
    { $lines }
pipeline-question-was-asked-in-wave-s-of-part-up = la pregunta «{ $question }» { $count_waves ->
       [0] no se formuló en ninguna ola
       [one] se formuló en { $count_waves } ola
       *[other] se formuló en { $count_waves } olas
    } de la parte «{ $part }» hasta { $wave_id }; una serie requiere dos.
pipeline-question-was-not-asked-in-wave-of-part = la pregunta «{ $question }» no se formuló en la ola { $wave_id } de la parte «{ $part }»; partir de una ola en la que se formulara, con --wave.
pipeline-questions-0f38 = Preguntas, { $number }
pipeline-questions-778c = Preguntas
pipeline-r-is-here-without-its-package-install-it = R está instalado sin su paquete «{ $name }». Instalarlo y volver a ejecutar el comando: Rscript -e 'install.packages("{ $name }")'
pipeline-r-stopped-before-its-verdict-run-it-in = R se detuvo antes de su veredicto. Ejecutarlo en esa carpeta para ver por qué: Rscript witness.R
pipeline-r-was-stopped-after-minutes-run-it = R se detuvo a los { $minutes } minutos. Ejecutarlo directamente donde pueda durar más: Rscript witness.R
pipeline-reason-not-supplied = Motivo no facilitado.
pipeline-records-but-its-store-earlier-results = { $order_name }: { $releases_file } inscribe { $record_name }, pero su almacén { $state } ({ $where }). Los resultados ya difundidos entran en este: reponer el almacén.{ $archive } Un borrador se construye sin él.
pipeline-register-of-that-survey-has-no-decisions = `register_of: { $keeper }`: esa encuesta no tiene decisions.yaml.
pipeline-settling-lines = Para escribir en survey.yaml, según el caso. Si cambió lo que se preguntó, una ruptura:
    { $entry }
    Si { $count ->
        [1] la pregunta sigue siendo la misma
       *[other] las preguntas siguen siendo las mismas
    }, una aceptación por hallazgo, con su razón:
    { $entries }
pipeline-site-of-the-releases = Sitio de las publicaciones
pipeline-sponsor-not-supplied = Entidad promotora no facilitada
pipeline-step-comparisons = { $place }: comparaciones
pipeline-step-estimates = { $place }: estimaciones
pipeline-step-robustness = { $place }: robustez
pipeline-store-is-another = no es el que se difundió
pipeline-store-is-missing = falta
pipeline-table-there-is-no-such-table-of-this = --table { $question },{ $breakdown }: esta tabla no existe. De esta pregunta existen: { $known }.
pipeline-text-s-are-still-to-be-written-before = { $count_todo ->
       [one] { $count_todo } texto
       *[other] { $count_todo } textos
    } por escribir antes de cualquier publicación («à compléter»):{"\u000A"}{ $listed }{ $rest }
pipeline-texts-of-a-place = {"  "}{ $place }: { $names }
pipeline-the-archive-does-not-hold-this-version = el archivo histórico ({ $named }) no tiene esta versión tal como se difundió. Colocarla allí, entera, con su almacén, y volver a ejecutar el comando. No se ha cambiado nada.
pipeline-the-archive-still-holds = el archivo histórico todavía conserva { $held }: { $archive_dir }.
pipeline-the-data-file-of-that-version-is-no = el archivo de datos de esa versión ya no está entre los datos, o excluía a encuestados nombrados, u otros valores de una regla: los registros que cambian no pueden contarse
pipeline-the-data-of-wave-are-not-those-of-and = los datos de la ola { $wave } no son los de { $version }: { $what }, y la serie hablaría de esas personas. Estimar la serie con el archivo de esa versión (reponerlo), o esperar a que se corrijan más registros.
pipeline-the-definition-declares-version-by-now = la definición declara ahora la versión { $version }: de ella no puede construirse la versión { $version_2 }. Retomar el proyecto tal como estaba cuando se difundió, con la misma carpeta { $folder_name }/.
pipeline-the-deposit-was-changed = deposit: { $fields } cambió desde { $name }, cuyo archivo ya salió; dos archivos de las mismas personas se unen registro por registro. Restablecer estas líneas de survey.yaml, o quitar `deposit:`.
pipeline-the-disk-is-full-make-room = el disco está lleno. Liberar espacio
pipeline-the-draft-shows-wave-alone-nothing-says = el borrador solo muestra la ola { $wave }: nada indica qué tienen en común las olas. Escribir en survey.yaml: overlap: none (otras personas) o respondent (las mismas)
pipeline-the-files-label-the-words-of-the = { $label } [etiqueta del archivo: el enunciado de la pregunta está por escribir]
pipeline-the-folder-of-releases-may-not-be = no es posible escribir en la carpeta de las publicaciones. Darle permiso de escritura
pipeline-the-key-result-s-shown-by-are-no-longer = { $count ->
       [one] resultado clave { $gone }: lo muestra { $record_name } y ya no se declara, o se declara
       *[other] resultados clave { $gone }: los muestra { $record_name } y ya no se declaran, o se declaran
    } de otro modo. Un resultado clave permanece, digan lo que digan los datos: { $count ->
       [one] reponerlo
       *[other] reponerlos
    } en `key_results:` y añadir los demás a continuación.
pipeline-the-last-one-put-out = la última difundida es la { $last }
pipeline-the-methodology-says-nothing-of-give = la metodología no dice nada de: { $undisclosed }. Dar cada elemento, o declararlo con `status: not_applicable` o `not_supplied` y un motivo.
pipeline-the-publishing-process-ended-without-a = El proceso de publicación terminó sin resultado (código { $returncode }). Su última línea: { $said }
pipeline-the-release-declares-version-but-declare = la publicación declara la versión { $version }, pero { $known }. Declarar `version: { $last }`, o restablecer { $releases_file }, que lleva su registro.
pipeline-the-results-of-a-panel-or-a-consultation = los resultados de un panel o de una consulta son números de personas, sin error estándar: R no tiene nada que volver a calcular.
pipeline-the-same-people-cannot-be-compared = la ola { $wave } está hecha del mismo archivo que la ola { $other_wave } de { $other }, ya publicada, y ya no se puede saber qué se excluyó allí de ese archivo: no se pueden comparar los grupos de las dos encuestas. Devolver waves/{ $other_wave }.yaml de esa encuesta a como estaba en su publicación.
pipeline-the-secret-of-the-draw-is-not-there = { $secret } no está: sin ese texto al azar, la huella publicada del archivo de las personas voluntarias diría el perfil de cada una a quien los probara todos. Ejecutar padai draw, que lo escribe junto a las personas voluntarias, y conservarlo.
pipeline-the-secret-of-the-draw-is-short = { $secret } tiene menos de { $least } caracteres, que podrían hallarse probando. Eliminarlo y ejecutar padai draw, que escribe otro.
pipeline-the-series-holds-a-wave-that-was-withdrawn = la ola { $wave } está en la serie, y { $version } se retiró por confidencialidad: la serie volvería a imprimir sus cifras. Difundir antes la versión { $next } de la ola { $wave }, sin lo que hablaba de personas; o quitar { $wave } de `waves:` en survey.yaml.
pipeline-the-site-goes-to-which-holds-something = el sitio va a { $shown }, que contiene otra cosa. Vaciar esa carpeta o nombrar otra: `site:` en padai.yaml.
pipeline-the-store-holds-figures-that-the = el almacén contiene cifras que la definición ya no da: { $question }, { $response }. Construir de nuevo o retomar la definición tal como estaba.
pipeline-the-survey-declares-no-key-result-and-a = la encuesta no declara ningún resultado clave, y un testigo se refiere a ellos. Declararlos en `key_results:` de survey.yaml, o escribir el testigo de cualesquiera estimaciones: est.witness('r').
pipeline-the-survey-is-declared-synthetic-so-its-02d0 = la encuesta se declara ficticia (synthetic): su publicación puede ser «draft» o «demonstration», y no «{ $status }».
pipeline-the-survey-is-declared-synthetic-so-its-83e0 = la encuesta se declara ficticia: su publicación puede ser «draft» o «demonstration», no «{ $status }». Corregir `status:`.
pipeline-there-is-no-file-of-cells = no existe el archivo { $path_name }. Compruebe su nombre y su carpeta.
pipeline-there-is-no-panel-yaml-in-the-surveys = la carpeta de la encuesta no tiene panel.yaml; este declara personas voluntarias, plazas, cuotas y semilla.
pipeline-there-is-no-site-url-in-padai-yaml-the = `site_url:` no está en padai.yaml: los enlaces del sitio son relativos, y no tiene ni mapa (sitemap.xml) ni direcciones canónicas; los de su página de error (404.html) solo valen en la raíz.
pipeline-these-releases-show-the-same-series-and = estas publicaciones muestran la misma serie y permanecen: { $later }. Nombrarlas en `affected:` si muestran lo que se retira.
pipeline-this-build-does-not-give-its-bytes = esta construcción no da sus mismos bytes, sin cambiar los resultados: cambió la plantilla, los formatos, padai o una biblioteca. Los archivos difundidos están en el archivo histórico (`padai release restore`)
pipeline-this-build-would-change-its-results-find = esta construcción modificaría sus resultados. Ver qué ha cambiado: { $verify }
pipeline-this-build-would-change-of-its-files = esta construcción modificaría { $count_changed } de sus archivos, sin cambiar los resultados: { $named }. Cambió la plantilla, los formatos o la versión de padai
pipeline-this-version-has-no-deposit = deposit: esta versión no tiene archivo para depositar. El de { $name } ya salió, y un segundo que difiera daría los registros corregidos.
pipeline-this-version-has-no-store-yet-and-a = esta versión todavía no tiene almacén, y un testigo se refiere a sus cifras. Ejecutar: { $command }
pipeline-this-version-was-withdrawn-on-it-is-not = esta versión se retiró el { $date }; no se restablece.
pipeline-this-wave-has-no-store-yet-run = esta ola todavía no tiene almacén. Ejecutar: { $command }
pipeline-title-to-be-written = Título por redactar
pipeline-to-be-written-before-publishing = Por redactar antes de publicar.
pipeline-two-surveys-tell-a-sensitive-answer = junto a { $other }, ya publicada y que trata de las mismas personas, esta versión diría qué respondieron menos de { $least } personas sobre «{ $name }», que es sensible, puesto que los recuentos de ambas difieren. Quitarla de aquí, o retirarla de allí (`padai release withdraw`).
pipeline-two-surveys-tell-whole-records = junto a { $other }, ya publicada y que trata de las mismas personas, esta versión diría, pregunta por pregunta, qué respondieron menos de { $least } personas que solo están en una de las dos, o cuyas respuestas difieren. Quitar de una lo que dice la otra, o dar a las dos los mismos registros.
pipeline-two-versions-of-a-consultation-tell-of-few = consultation.yaml, { $place }: junto a { $version }, ya publicada, esta versión diría qué respondieron menos de { $least } personas, o todas las que llegaron o se retiraron desde entonces, a una pregunta sensible. Retirarla de consultation.yaml (lo que { $version } dice de ella queda), o esperar a que se corrijan más registros.
pipeline-two-versions-tell-whole-records = junto a { $version }, ya publicada, esta versión diría, pregunta por pregunta, qué respondieron menos de { $least } personas que llegaron o se retiraron desde entonces, o cuyo registro se corrigió. Lo publicado queda: un registro suprimido a petición de una persona sale de los datos y no da lugar a una nueva versión. Esperar a que cambien más registros a la vez; o, por un error que importe, retirar primero { $version } (`status: withdrawn`, `withdrawn: confidentiality`).
pipeline-version-was-withdrawn-on-to-publish = la versión { $version } se retiró el { $date }. Para publicar de nuevo, declarar `version: { $last }` y un motivo (`reason`).
pipeline-version-went-out-on-and-is-frozen-what = la versión { $version } se difundió el { $date } y ya no cambia; { $what }. Lo difundido quedó como estaba. Si el cambio es intencionado, declarar `version: { $following }`, `status: corrected` y un motivo (`reason`).{ $releases_file }
pipeline-version-went-out-on-as-and-is-frozen-so = la versión { $version } se difundió el { $date } («{ $status }») y ya no cambia: no puede pasar a «{ $status_2 }». Declarar `version: { $last }` para la siguiente.
pipeline-version-went-out-on-made-by-the-engine = la versión { $version } se difundió el { $date }, hecha con el motor `{ $standing }`; el motor `{ $engine }` cambiaría sus archivos y ningún resultado. Quitar `--engine` o escribir `--engine { $standing }`.
pipeline-was-made-by-quarto-and-a-version-keeps = { $shown } se hizo con Quarto, y una versión conserva su motor: { $texts }
pipeline-was-told-before-it-was-sensitive = { $name } se declara ahora sensible, y { $version }, ya difundida, cuenta allí a pocas personas. Retirarla primero de esa versión: `padai release withdraw { $survey } --cells celdas.csv`, con su tabla en celdas.csv (part, wave, question, response, breakdown, group; * para todo). Lo retirado no se dice más.
pipeline-was-withdrawn-and-has-no-record = hay un aviso de retiro en { $shown }, y { $releases_file } no inscribe esa versión: si se produjera ahora, se difundiría de nuevo. Recuperar { $releases_file } del repositorio de código.
pipeline-wave-is-compared-without-its-weights = la ola { $wave_id } se compara sin sus pesos, pregunta por pregunta: { $why }
pipeline-wave-is-not-compared = la ola { $wave_id } no se compara: { $why }
pipeline-wave-question-s-changed-with-no-declared = ola { $wave }: { $count ->
       [one] { $count } pregunta cambiada sin ruptura declarada; no se compara
       *[other] { $count } preguntas cambiadas sin ruptura declarada; no se comparan
    }: { $named }. En survey.yaml, declarar lo que cambió: { $line }
pipeline-wave-question-s-left-out-as-their = ola { $wave }: { $count ->
       [one] { $count } pregunta excluida
       *[other] { $count } preguntas excluidas
    }, porque sus respuestas no se leen como dice la definición: { $named }. Ver por qué: padai validate --wave { $wave }
pipeline-waves-yaml-declares-no-release-add-it-1646 = waves/{ $wave_id }.yaml no declara `release:`. Añadirlo, con version, status y publish_on.
pipeline-waves-yaml-declares-no-release-add-it-2bec = waves/{ $wave }.yaml no declara `release:`. Añadirlo, con version, status y publish_on.
pipeline-weighted-otherwise = las personas de la ola { $wave } se ponderan de otro modo que en { $version }, y hay celdas suyas que son confidenciales: dos totales de los mismos grupos las dirían. { $where ->
       [here] Reponer los { -calibration-targets } y `weighting:` de esa versión; o, por un error que importe, declarar `correction: error` en `release:` (totales en puntos enteros o más redondeados, bases redondeadas a 10, ningún grupo).
       *[before] Reponer los { -calibration-targets } y `weighting:` que la ola tenía allí.
    }
pipeline-weighted-otherwise-there = la ola { $wave } tiene las mismas personas que la ola { $other_wave } de { $other }, ya difundida, que las pondera de otro modo, y hay celdas de la pregunta { $question } que son confidenciales: dos totales de los mismos grupos las dirían. Ponderar ambas de igual modo (`weighting:` y { -calibration-targets }) o retirar { $question } de esta encuesta.
pipeline-went-out-and-has-no-record-of-it-without = { $shown } se difundió, y { $releases_file } no tiene su inscripción: sin ella, nada protege lo difundido. Recuperar ese archivo del repositorio de código o ejecutar: padai release restore { $survey } --wave { $wave }. ¿Nadie tiene esta versión? Retirar también la carpeta.
pipeline-what-one-survey-withholds-another-shows = la ola { $wave } trata de las mismas personas que la ola { $other_wave } de { $other }, ya publicada, y un dato de «{ $question }» según «{ $breakdown }» que una de las dos encuestas retiene por confidencialidad aparece en la otra («{ $other_question }» según «{ $other_breakdown }» allí). { $breakdown ->
        [total] Retirar la pregunta de una de las encuestas.
       *[other] En `breakdowns:` de survey.yaml, escribir `small_groups: merge` (o `leave_out`) para «{ $breakdown }», o retirar el desglose o la pregunta de una de las encuestas.
    }
pipeline-what-one-wave-withholds-another-shows = las olas o partes { $wave } y { $other_wave } contienen las mismas respuestas de las mismas personas, y un dato de «{ $question }» según «{ $breakdown }» que una de las dos retiene por confidencialidad aparece en la otra. Dar a cada ola o parte sus propias personas (`rows:` en waves/*.yaml) o retirar una de las dos.
pipeline-which-cells-were-withdrawn-is-not-known = se retiraron celdas de { $version } antes de que esa versión se retirara entera, y falta { $path }, que dice cuáles: lo que se produjera ahora podría mostrarlas de nuevo. Recuperar ese archivo de la copia de seguridad o escribirlo: las columnas { $keys }, una línea por cuadro retirado, un asterisco para «todos».
pipeline-words-that-speak-for-people-who-took-no = la definición contiene palabras que hablan en nombre de personas que no participaron. { $said }
