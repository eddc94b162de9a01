# padai, simulation

simulation-a-base-depends-on-which-is-not-asked = { $survey_id }, { $id }, { $part }: una base depende de «{ $question_id }», que no se formula ahí. Corregir la base, o el lugar donde se formula esa pregunta.
simulation-a-finite-population-correction-cannot-be = { $survey_id }, { $model_id }, { $part }: una corrección por población finita no se puede simular. Quitar `fpc` del diseño de esta parte.
simulation-a-simulation-needs-a-seed-give-seed-or = { $survey_id }: una simulación necesita una semilla. Dar `seed=`, o `seed:` en truth.yaml.
simulation-a-simulation-writes-sav-files-and-the = { $survey_id }, { $wave_id }, { $part }: una simulación escribe archivos .sav, y la definición nombra { $file }.
simulation-cannot-have-a-mean-of = { $where }: «{ $name }» no puede tener una media de { $mean }.
simulation-chosen = Elegido
simulation-first-of-gives-a-mean-but-its-codes-have = { $where }: `first` de «{ $name }» da una media, pero sus códigos no tienen valores.
simulation-first-of-lists-shares-for-answers = { $where }: `first` de «{ $name }» da { $count_listed } proporciones para { $count } respuestas.
simulation-first-of-needs-positive-percentages = { $where }: `first` de «{ $name }» necesita porcentajes positivos.
simulation-no-line-file-stands-alone-so-the = { $where }: ninguna línea `file: { $name }` está sola, y la huella no tiene dónde ir. Escribir las claves de la parte una por línea.
simulation-nobody-can-be-asked-correct-its-base = { $survey_id }, { $id }, { $part }: «{ $name }» no se puede preguntar a nadie; corregir su base.
simulation-not-chosen = No elegido
simulation-question-has-no-codes-to-divide-people = { $survey_id }: la pregunta «{ $name }» no tiene códigos con los que repartir a las personas; nombrar un desglose de ella.
simulation-question-mixes-numbers-and-texts-as = La pregunta «{ $question_id }» mezcla números y textos como valores; una columna de archivo solo admite un tipo. Dar a cada código un `value:` del mismo tipo.
simulation-synthetic-data-made-by-simulation-nobody = Datos ficticios, simulados: no se entrevistó a nadie.
simulation-the-margin-divides-people-by-which-is-no = { $where }: el margen «{ $names }» reparte a las personas según «{ $name }», que no es ni un desglose ni una pregunta.
simulation-the-margin-has-the-cell-which-is-no = { $where }: el margen «{ $names }» tiene la celda «{ $cell }», que no es un grupo de «{ $name }». Grupos: { $known }.
simulation-the-survey-is-not-declared-synthetic = { $survey_id }: la encuesta no está declarada `synthetic: true`, y por tanto sus archivos no se reemplazan por archivos simulados. Nombrar otra carpeta donde escribir.
simulation-thing-s-named-here-are-not-in-the = { $where }: { $count_faults ->
       [one] { $count_faults } elemento nombrado aquí no está
       *[other] { $count_faults } elementos nombrados aquí no están
    } en la definición.{"\u000A"}{ $lines }
simulation-truth-yaml-an-artefact-of-cannot-be = { $survey_id }, truth.yaml: no se puede añadir a «{ $question_id }» en { $id } un artefacto de { $offset }. Introducir uno más pequeño.
simulation-truth-yaml-an-effect-divides-people-by = { $survey_id }, truth.yaml: un efecto reparte a las personas según «{ $question }», cuya composición no está ni en los { -calibration-targets } ni en `people`. Añadirla.
simulation-truth-yaml-cannot-reach-the-level = { $survey_id }, truth.yaml: «{ $name }» no puede alcanzar el nivel introducido para { $id } ({ $level }). Introducir un cambio más pequeño.
simulation-truth-yaml-loads-and-effects-of-explain = { $survey_id }, truth.yaml: las cargas y los efectos de «{ $name }» explican { $explained } de su varianza en { $id }; mantenerlos por debajo del 95 %.
simulation-truth-yaml-option-of-would-have-a-share = { $survey_id }, truth.yaml: la opción «{ $code }» de «{ $question_id }» tendría una proporción de { $levels } en { $id }, lo que no es posible.
simulation-truth-yaml-strata-of-at-least-interviews = { $where }, truth.yaml: { $count_counts } estratos de al menos { $minimum } entrevistas exigen más que las { $size } previstas.
simulation-truth-yaml-the-correlations-of-the = { $survey_id }, truth.yaml: las correlaciones de los rasgos se contradicen. Reducirlas.
simulation-truth-yaml-the-mean-of-is-planted-but = { $survey_id }, truth.yaml: se introduce la media de «{ $question_id }», pero sus códigos no tienen valores.
simulation-truth-yaml-under-samples-given-these = { $survey_id }, truth.yaml: en samples.{ $part }.given, los siguientes dependen uno de otro o de lo que no está descrito: { $stuck }.
