# padai, weighting

weighting-adjust-nonresponse-keeps-some-rows-of-a = adjust_nonresponse conserva algunas filas de una muestra, y la ola se extrajo con pps o en dos fases, cuya varianza es la de todas las filas. Indicar la falta de respuesta como segunda fase: padai.TwoPhase(..., subset=...).
weighting-and-more = {" "}y { $over } más
weighting-by-column-responded-there-is-nothing-to = { $where }según la columna «{ $name }», { $who } respondió: no hay nada que ajustar. La ola debe contener a todas las personas seleccionadas.
weighting-classes-goes-with-propensity-and-is-2-or = { $where }classes= acompaña a `propensity` y vale 2 o más.
weighting-collapse-margin-merges-into-and-neither = collapse: el margen «{ $margin_id }» fusiona { $cells } en «{ $into }», y ni aquellas ni esta tienen objetivo. Corregir la regla o los objetivos.
weighting-column-has-a-total-and-of-its-rows-are = { $where }la columna «{ $name }» tiene un total, y { $bad } de sus { $count_wave } filas no son números finitos. Completarlas, o calibrar con otra variable.
weighting-column-is-missing-in-rows-it-must-be = { $where }la columna «{ $name }» está vacía en { $blank } filas: su valor debe conocerse para todas las personas seleccionadas.
weighting-column-must-hold-1-responded-or-0-of = { $where }la columna «{ $name }» debe contener 1 (respondió) o 0; { $bad } de las { $count_wave } filas no lo cumplen.
weighting-draws-at-random-give-seed = { $kind } selecciona al azar: indicar seed=, para que se pueda repetir.
weighting-everybody = la totalidad de las personas
weighting-fpc-is-not-known-use-or-ignore = { $where }fpc={ $fpc } es un valor desconocido: 'use' o 'ignore'.
weighting-give-cells-or-propensity-one-of-the-two = { $where }indicar `cells` o `propensity`, solo uno de los dos.
weighting-has-a-numeric-total-which-raking-to = { $where }«{ $totals }» tiene un total numérico, que la calibración por { -raking } sobre márgenes no admite. Usar calibrate(..., method='{ -raking }').
weighting-make-replicate-weights-before-the = { $where }generar los pesos de réplica antes del ajuste por falta de respuesta, con todas las personas seleccionadas: el ajuste se estima entonces de nuevo en cada réplica.
weighting-margin-cell-at-least-are-needed = margen «{ $control_name }», celda «{ $cell }»: { $found ->
       [0] ninguna persona
       [one] { $found } persona
       *[other] { $found } personas
    } (se necesitan al menos { $least }).{ $more } { $cure }
weighting-margin-codes-without-a-target-with-their = margen «{ $margin_id }»: códigos sin objetivo, con sus personas: { $listed }{ $more }. Asignar un objetivo a cada uno, o nombrarlo en `untargeted:` (sus personas no participan entonces en este margen).
weighting-margin-respondents-have-no-answer-give = margen «{ $margin_id }»: { $blank } personas no tienen respuesta. Asignarles una, o nombrar «{ $blank_2 }» en `untargeted:` de este margen: no participan entonces en él.
weighting-merge-it-for-instance-with-collapse = Fusionarla, por ejemplo con «{ $neighbour }» ({ $found }): collapse: [{ $rule }].
weighting-nobody = ninguna persona
weighting-none = ninguno
weighting-other-cells-are-as-small = {" "}Otras { $others } celdas son igual de pequeñas.
weighting-poststratification-takes-one-margin-were = { $where }la posestratificación admite un solo margen y se han indicado { $count_margins }. Cruzarlos ('age*sex') si se conocen sus totales cruzados, o usar rake.
weighting-replicate-of = { $where }réplica { $r } de { $shape }: { $error }
weighting-replicates-are-drawn-of-strata-and-units = las réplicas se extraen de estratos y unidades de igual probabilidad, y la ola se extrajo con pps o en dos fases, cuya varianza no reproducirían.
weighting-replicates-see-the-first-stage-only-and = { $where }las réplicas «{ $kind }» solo tienen en cuenta la primera etapa, y con su corrección por población finita se perdería la varianza de las etapas siguientes. Usar 'mrbbootstrap', que las tiene todas en cuenta, o indicar fpc='ignore' (algo conservador).
weighting-rerake-true-calibrates-again-and-the = rerake=True vuelve a calibrar, y la ola no tiene calibración. Calibrarla primero, o recortar los pesos sin rerake.
weighting-rows-have-a-weight-of-zero-nobodys = { $weighs } filas tienen un peso nulo: ningún peso puede pasar a ellas ni proceder de ellas. Retirarlas antes de crear la ola.
weighting-sdr-replicates-need-rows-in-systematic = { $where }las réplicas «sdr» requieren filas en orden sistemático, y una tabla diferida no tiene orden. Usar otro tipo, o leer las filas aquí: wave.read([...]).
weighting-targets-must-be-a-mapping = { $where }los objetivos son los de una encuesta, o un diccionario como {"{"}"sex": {"{"}"F": 0.51, "M": 0.49{"}}"}.
weighting-the-design-sets-the-number-of-replicates = { $kind }: el diseño fija el número de réplicas; omitir n=.
weighting-the-limits-and-must-be-numbers-with-0 = los límites { $lower } y { $upper } deben ser números iguales o mayores que 0, el menor primero (lower puede omitirse).
weighting-the-margin-cannot-be-used = El margen no puede utilizarse.
weighting-the-table-changed-while-it-was-read-it = { $where }la tabla cambió durante su lectura: contiene cruces de márgenes que no tenía al calibrarla. Volver a crear la ola.
weighting-the-target-of-must-be-a-mapping-of-codes = el objetivo de «{ $name }» debe ser una correspondencia de códigos con proporciones o recuentos, o el total de una columna numérica.
weighting-the-total-of-a-column-of-numbers-gives = { $where }{ $verb }: el total de una columna numérica («{ $numeric }») da a cada persona un peso propio, y las filas de una ola diferida permanecen en su motor. Dividir la columna en clases que tengan objetivos, o ponderar las filas aquí: wave.read([...]).
weighting-the-total-of-must-be-a-finite-number = el total de «{ $name }» debe ser un número finito.
weighting-the-wave-has-replicate-weights-already = { $where }la ola ya tiene pesos de réplica. Generar otros a partir de la ola anterior a ellos, o de wave.without_replicates().
weighting-the-wave-is-calibrated-already-adjust = { $where }la ola ya está calibrada. Ajustar primero por falta de respuesta y calibrar después.
weighting-there-are-no-such-replicates = { $where }no hay réplicas «{ $kind }»; existen { $known }.{ $hint }
weighting-weights-would-be-zero-or-negative-give = { $where }{ $low } pesos serían nulos o negativos. Indicar bounds=(inferior, superior) con un límite inferior positivo, o usar method='{ -raking }'.
weighting-weights-would-be-zero-or-negative-once = { $weights } pesos serían nulos o negativos una vez que los demás compensen lo que se añade en el límite inferior. Reducir ese límite.
weighting-without-psus-each-respondent-is-a-unit = { $where }sin unidades primarias, cada persona es una unidad de las réplicas, y las filas de una ola diferida permanecen en su motor. Nombrar unidades primarias (Design(psu=...)), como grupos de personas formados al azar, u omitir las réplicas: las varianzas se linealizan.
