# padai, publishing-exhibits

publishing-exhibits-a-block-of-kind-takes-no-finding-blocks = un bloque de tipo «{ $block_kind }» no lleva `finding:`; estos sí lo llevan: { $kinds }.
publishing-exhibits-a-change-says-since-which-edition = un cambio dice desde qué edición
publishing-exhibits-a-result-is-not-published-in-one-of-the = un resultado no está publicado en una de las dos ediciones
publishing-exhibits-a-sample-of-type-is-published-without = una muestra de tipo «{ $kind }» se publica sin evolución, diferencias ni contrastes; retirar de `sections:` el bloque «{ $block_kind }» ({ $questions }).
publishing-exhibits-a-word-given-by-fewer-than-people-is-not = No se muestra una palabra dada por menos de { $count } personas.
publishing-exhibits-a-year =  al año
publishing-exhibits-against-the-other-groups-of-the-same = { $label }, { $what }, respecto a los demás grupos del mismo desglose
publishing-exhibits-all-groups = Todos los grupos
publishing-exhibits-an-offset-of-method-was-measured-the = Se ha medido una diferencia de método: el cambio publicado la tiene en cuenta; la curva sigue interrumpida.
publishing-exhibits-answer = Respuesta
publishing-exhibits-bars-by-word = Barras por palabra.{" "}
publishing-exhibits-before = Antes
publishing-exhibits-break = ruptura
publishing-exhibits-break-in-series = { -series-break-initial } ({ $when })
publishing-exhibits-break-told-above = descrita bajo una figura anterior de este capítulo
publishing-exhibits-broken-line = línea interrumpida
publishing-exhibits-by = { $followed }, según: { $by }
publishing-exhibits-change-2395 = Cambio
publishing-exhibits-change-8050 = Diferencia
publishing-exhibits-change-and-verdict = Diferencia y veredicto
publishing-exhibits-change-interval-and-verdict = Diferencia, intervalo y veredicto
publishing-exhibits-change-of = { $breakdown }, cambio de { $size }
publishing-exhibits-changed-after = cambiadas después
publishing-exhibits-colour-and-sign-tell-the-verdict = El color y el signo indican el veredicto, corregido por el número de grupos, y no el porcentaje; la posición de las casillas es solo aproximada.
publishing-exhibits-compared-with-20d9 = Comparada con
publishing-exhibits-compared-with-2c13 = { $title }, respecto a { $reference }
publishing-exhibits-compared-with-830a = { $title }, respecto a { $reference }.
publishing-exhibits-comparisons = Comparaciones
publishing-exhibits-composition = Composición
publishing-exhibits-composition-the-part-of-the-change-that = Composición: la parte del cambio que corresponde a otras proporciones de los grupos. Dentro de los grupos: la que corresponde a otras respuestas en un mismo grupo. Este cálculo describe el cambio; no explica su causa.
publishing-exhibits-confidential = confidencial
publishing-exhibits-declared-according-to-the-team = declaradas, según el equipo
publishing-exhibits-declared-before-the-data = declaradas antes de los datos
publishing-exhibits-difference-from-the-other-groups-and = Diferencia con los demás grupos y veredicto
publishing-exhibits-dots-by-group = Puntos por grupo.
publishing-exhibits-dots-by-part = Puntos por parte.{" "}
publishing-exhibits-dots-on-a-scale = Puntos en una escala.{" "}
publishing-exhibits-dots-on-both-sides-of-zero-760a = Puntos a ambos lados del cero.{" "}
publishing-exhibits-dots-on-both-sides-of-zero-77d6 = Puntos a ambos lados del cero.
publishing-exhibits-each-group-against-all-the-others = cada grupo se compara con el conjunto de los demás
publishing-exhibits-each-line-at-its-own-level = Ejes de la misma longitud, cada uno al nivel de su línea: las variaciones se comparan; las alturas, no.
publishing-exhibits-ends-against-a-line = según la recta ajustada; { $between } de un extremo al otro
publishing-exhibits-ends-alike = según la recta ajustada; { $ends } en ambos extremos
publishing-exhibits-event-line = Acontecimiento { $number } ({ $when }). { $text }
publishing-exhibits-event-of = Acontecimiento { $number }: { $when }
publishing-exhibits-event-source = Fuente: { $source }
publishing-exhibits-events-drawn = Líneas verticales finas y numeradas, los acontecimientos del contexto: { $told }.
publishing-exhibits-events-of-the-context = Acontecimientos del contexto
publishing-exhibits-events-place-the-editions = { $n ->
        [one] Este acontecimiento sitúa las ediciones en el tiempo. La encuesta no mide su efecto y no se le atribuye ningún cambio.
       *[other] Estos acontecimientos sitúan las ediciones en el tiempo. La encuesta no mide su efecto y no se les atribuye ningún cambio.
    }
publishing-exhibits-events-told-elsewhere = { $n ->
        [one] Acontecimiento { $named }: véase el capítulo sobre comparabilidad. No se le atribuye ningún cambio.
       *[other] Acontecimientos { $named }: véase el capítulo sobre comparabilidad. No se les atribuye ningún cambio.
    }
publishing-exhibits-first-measurement = Primera medición.
publishing-exhibits-followed = «{ $followed }»
publishing-exhibits-found-by-looking = halladas al explorar los datos
publishing-exhibits-from-to-bd32 = de { $first } ({ $low }) a { $last } ({ $high })
publishing-exhibits-from-to-c6a2 = Entre { $first } y { $last }
publishing-exhibits-from-to-c6ca = de { $ends } a { $ends_2 }
publishing-exhibits-gained = { $n ->
    [one] gana
   *[other] ganan
}
publishing-exhibits-grid-of-tiles = Cuadrícula de casillas.
publishing-exhibits-group = Grupo
publishing-exhibits-group-not-stated = Grupo no declarado
publishing-exhibits-groups-that-differ = { $what ->
        [share] {"proporción "}
        [mean] {"media "}
        [balance] {"saldo "}
       *[none] {""}
    }{ $verdict ->
        [higher] { $kind ->
            [balance] más alto
           *[other] más alta
        }
       *[lower] { $kind ->
            [balance] más bajo
           *[other] más baja
        }
    }{ $more ->
        [0] {""}
       *[other] , entre otros,
    } en { $n ->
        [one] el grupo
       *[other] los grupos
    } { $groups }
publishing-exhibits-has-fallen = { $n ->
    [one] decrece
   *[other] decrecen
}
publishing-exhibits-has-risen = { $n ->
    [one] crece
   *[other] crecen
}
publishing-exhibits-have-been-stable-since = { $n ->
    [one] se mantuvo estable desde { $since } (dentro de ± { $d })
   *[other] se mantuvieron estables desde { $since } (dentro de ± { $d })
    }
publishing-exhibits-have-fallen-since = { $n ->
    [one] disminuyó desde { $since }
   *[other] disminuyeron desde { $since }
    }
publishing-exhibits-have-risen-since = { $n ->
    [one] aumentó desde { $since }
   *[other] aumentaron desde { $since }
    }
publishing-exhibits-horizontal-bars = Barras horizontales.{" "}
publishing-exhibits-in-0133 = , en %
publishing-exhibits-in-7284 = en %
publishing-exhibits-in-all =  en total
publishing-exhibits-in-brackets = Entre paréntesis: { $name }.
publishing-exhibits-in-percentage-points-3ebe = , en { -percentage-points }
publishing-exhibits-in-percentage-points-f3b5 = en { -percentage-points }
publishing-exhibits-interval-of-the-change = Intervalo de la diferencia
publishing-exhibits-interval-of-the-difference = Intervalo de la diferencia
publishing-exhibits-item = Ítem
publishing-exhibits-last-asked = Medición anterior, { $when }: { $figure }. No se publica ninguna comparación con esa edición.
publishing-exhibits-last-asked-in = Medición anterior, { $when }, sin comparación publicada
publishing-exhibits-lines = Líneas
publishing-exhibits-lines-from-to = Curvas, de { $waves } a { $waves_2 }.
publishing-exhibits-lost = { $n ->
    [one] pierde
   *[other] pierden
}
publishing-exhibits-mean-572e = Media
publishing-exhibits-mean-8367 = media
publishing-exhibits-no-difference-shown-between-groups = sin diferencia demostrada entre los grupos
publishing-exhibits-no-group-differs = { $label }, { $what }: no se demuestra ninguna diferencia entre un grupo y los demás del mismo desglose.
publishing-exhibits-no-printed-figure-is-that-number = ninguna cifra publicada es ese número
publishing-exhibits-no-trend-shown = sin tendencia demostrada
publishing-exhibits-no-verdict-of-says-so-of-that-period = { $name }: ningún veredicto de { $wave } lo dice de ese período
publishing-exhibits-nobody-said = Respuestas que nadie dio: { $answers }.
publishing-exhibits-not-compared = no comparado
publishing-exhibits-not-compared-with-earlier-editions = No se publica ninguna comparación con las ediciones anteriores.
publishing-exhibits-not-divided = { $breakdown }, sin descomposición
publishing-exhibits-not-shown-once-corrected-for-the = no demostrado tras la corrección por las { $n } comparaciones de la familia, p = { $p }
publishing-exhibits-now = Ahora
publishing-exhibits-number-of-people-unweighted = Número de personas, sin ponderar; cada grafía cuenta aparte.
publishing-exhibits-part-of-the-change = Parte del cambio
publishing-exhibits-people = Personas
publishing-exhibits-people-who-gave-a-word = personas que dieron una palabra, { $size }
publishing-exhibits-proposed-by-padai = propuestas por padai, no declaradas por nadie
publishing-exhibits-question = Pregunta
publishing-exhibits-questions = Preguntas
publishing-exhibits-result-not-published = resultado no publicado
publishing-exhibits-result-of-a-group = el resultado del grupo { $group }
publishing-exhibits-results-of-all-groups-table = Resultados de todos los grupos (tabla)
publishing-exhibits-scale = Escala
publishing-exhibits-series = Serie
publishing-exhibits-several-answers-allowed-the-sum-may = Varias respuestas posibles: la suma puede superar el 100 %.
publishing-exhibits-share = Proporción
publishing-exhibits-share-of = proporción de { $quoted }
publishing-exhibits-signs = ;{" "}
publishing-exhibits-since = Desde { $since }
publishing-exhibits-stacked-bars = Barras apiladas.
publishing-exhibits-subject-in-a-group = { $subject } en el grupo { $group }
publishing-exhibits-text = «{ $text }»
publishing-exhibits-the-axis-does-not-start-at = El eje no empieza en { $written }.
publishing-exhibits-the-computation-is-not-possible-with = el cálculo no es posible con estos grupos
publishing-exhibits-the-interval-does-not-lie-above-50 = { $name }: el intervalo no está entero por encima del 50 %
publishing-exhibits-the-other-groups = los demás grupos.
publishing-exhibits-the-parts-of-the-survey-concern = Las partes de la encuesta se refieren a poblaciones distintas, contactadas por modos distintos. Una diferencia entre ellas reúne la diferencia de población y la diferencia de modo, que nada permite separar.
publishing-exhibits-the-results-of-these-groups-are-not = los resultados de estos grupos no se publican
publishing-exhibits-the-title-goes-too-far-with-say-no-more = el título «{ $text }» va demasiado lejos con «{ $word }»: { $said }. No decir nada más que el veredicto, o retirar `finding:` y padai escribe el título.
publishing-exhibits-the-two-editions-are-not-comparable = las dos ediciones no son comparables
publishing-exhibits-these-editions-may-not-be-compared = { $name }: estas ediciones no se comparan
publishing-exhibits-too-few = base insuficiente
publishing-exhibits-too-few-comparable-editions-to-judge-the = demasiado pocas ediciones comparables para juzgar el conjunto del período
publishing-exhibits-too-unreliable = demasiado poco fiable
publishing-exhibits-under-each-estimate = Debajo de cada estimación: { $interval }.
publishing-exhibits-under-each-grouping = Debajo de cada agrupación: { $name }.
publishing-exhibits-unweighted-n = n sin ponderar
publishing-exhibits-weighting-fixes-each-groups-share-among = La ponderación fija la proporción de cada grupo ({ $names }) entre todas las personas encuestadas de cada edición: la incertidumbre de esta composición procede solo de las personas que no respondieron a la pregunta.
publishing-exhibits-weighting-fixes-each-groups-share-this = La ponderación fija la proporción de cada grupo ({ $names }): esta composición no tiene error de muestreo.
publishing-exhibits-within-groups = Dentro de los grupos
publishing-exhibits-without-sampling-error = sin error de muestreo
publishing-exhibits-word = Palabra
