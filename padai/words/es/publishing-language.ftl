# padai, publishing-language

publishing-language-about-this-version = Sobre esta versión
publishing-language-annex = Anexo. Tablas de datos
publishing-language-because = {": "}{ $text }
publishing-language-between-editions = entre { $first } y { $last }
publishing-language-callout-caution = Precaución
publishing-language-callout-important = Importante
publishing-language-callout-note = Nota
publishing-language-callout-tip = Sugerencia
publishing-language-callout-warning = Advertencia
publishing-language-cannot-tell-of = los datos no permiten concluir para { $whole ->
        [only] el único resultado comparado
        [all] los { $every } resultados comparados
       *[some] { $some } de los { $every } resultados comparados
    }
publishing-language-change-between = diferencia entre { $first } y { $last }
publishing-language-claims-cause = la encuesta no muestra ninguna causa
publishing-language-claims-nothing = nunca se demuestra que nada haya cambiado
publishing-language-claims-strength = una magnitud se expresa con su número
publishing-language-claims-unknown = el título «{ $text }» no se puede verificar: padai no conoce las palabras que van demasiado lejos en `{ $lang }`. Quitar ese título; padai escribe el suyo.
publishing-language-colon = {": "}
publishing-language-dates-from-to = del { $first } al { $last }
publishing-language-dates-not-supplied = en fechas no indicadas
publishing-language-depends-on-method = Esta constatación depende de una decisión metodológica:{" "}
publishing-language-deposit-weight = Ponderación: media de registros del mismo perfil
publishing-language-english-basis = Fundamento de la versión en inglés: { $basis }
publishing-language-explorer-break = ruptura
publishing-language-explorer-broken-line = línea interrumpida
publishing-language-explorer-estimate = Estimación
publishing-language-explorer-from = De
publishing-language-explorer-group = Grupo
publishing-language-explorer-lines = Líneas: { $interval }.
publishing-language-explorer-none-found = Ninguna pregunta contiene «{ $text }».
publishing-language-explorer-png = Imagen PNG
publishing-language-explorer-point = { $n } punto
publishing-language-explorer-points = { $n } puntos
publishing-language-explorer-question = Pregunta
publishing-language-explorer-remark = Observación
publishing-language-explorer-svg = Imagen SVG
publishing-language-explorer-this-mean = este promedio
publishing-language-explorer-this-share = esta proporción
publishing-language-explorer-under = Bajo cada estimación: { $interval } y luego n.
publishing-language-figure = Figura
publishing-language-first-day = 1
publishing-language-follow-up = lo que sigue a una publicación (registro, carta, ficha, material, referencias) se escribe solo en francés y en inglés; quitar `{ $file }` o las lenguas distintas de { $known }.
publishing-language-from-edition-to = Entre { $first } y { $last }
publishing-language-guarded = una muestra de tipo «{ $kind }» prohíbe palabras que padai no conoce en `{ $lang }`; las conoce en { $known }. Quitar `{ $lang }` de `languages:`.
publishing-language-in-month = en { $first }
publishing-language-lacks-messages = a padai le faltan { $count } de sus mensajes en `{ $lang }` (entre ellos { $lacked }). Todo funciona, salvo la publicación. Para publicar, nombrar en `languages:` solo lenguas completas ({ $known }) o traducir lo que falta: padai words export { $lang } palabras.xlsx.
publishing-language-link-to-section = Enlace a la sección
publishing-language-listed-last = { $rest } { $sound ->
        [i] e
       *[other] y
    } { $last }
publishing-language-main-comparisons = comparaciones principales { $chosen ->
        [proposed] propuestas
       *[other] declaradas
    }
publishing-language-many-tables = tablas
publishing-language-margin-points = { $n ->
        [one] punto
       *[other] puntos
    }
publishing-language-minipublic-banner = Panel ciudadano: estos resultados se refieren a las personas participantes y no representan a la población
publishing-language-minipublic-kind = panel ciudadano
publishing-language-minipublic-people = de las personas participantes
publishing-language-minipublic-precision = Sin grupo de comparación, nada muestra que un cambio provenga de la deliberación.
publishing-language-minutes =
    { $n ->
        [one] { $n } minuto
       *[other] { $n } minutos
    }
publishing-language-months-from-to = de { $first } a { $last }
publishing-language-moved = { $side ->
        [up] { $names } { $n ->
            [one] aumentó
           *[other] aumentaron
        }
       *[down] { $names } { $n ->
            [one] disminuyó
           *[other] disminuyeron
        }
    }
publishing-language-moved-by = { $side ->
        [up] { $name } aumentó { $size }
       *[down] { $name } disminuyó { $size }
    }
publishing-language-moved-by-too = { $name } { $size }
publishing-language-next-question = Pregunta siguiente
publishing-language-none-declared = Ningún resultado está declarado ni propuesto.
publishing-language-of-the-document = {" "}del documento «{ $name }»
publishing-language-of-version = {" "}(versión { $n })
publishing-language-one-table = tabla
publishing-language-open-banner = Consulta abierta: estos resultados no representan a la población
publishing-language-open-kind = consulta abierta
publishing-language-open-people = de las personas que participaron
publishing-language-open-precision = Ninguna medida de precisión tiene sentido aquí y no se da ninguna.
publishing-language-other-results = { $n ->
        [1] otro resultado
        [2] otros dos resultados
        [3] otros tres resultados
        [4] otros cuatro resultados
        [5] otros cinco resultados
        [6] otros seis resultados
        [7] otros siete resultados
        [8] otros ocho resultados
        [9] otros nueve resultados
       *[other] otros { $n }{"\u00A0"}resultados
    }
publishing-language-others-moved = { $side ->
        [up] { $said }, y { $others } también { $n ->
            [one] aumentó
           *[other] aumentaron
        }
       *[down] { $said }, y { $others } también { $n ->
            [one] disminuyó
           *[other] disminuyeron
        }
    }
publishing-language-page = página
publishing-language-percentage-points = { $n ->
        [one] { -percentage-point }
       *[other] { -percentage-points }
    }
publishing-language-points = { $n ->
        [one] punto
       *[other] puntos
    }
publishing-language-points-short = pp
publishing-language-prevails = Prevalece la versión en { $language }
publishing-language-probability-interval = intervalo de confianza al { $level }
publishing-language-probability-interval-short = IC al { $level }
publishing-language-probability-kind = muestra probabilística
publishing-language-probability-people = de la población
publishing-language-probability-precision = Muestra probabilística: cada estimación se publica con su intervalo de confianza al { $level }, que tiene en cuenta { $weights }.
publishing-language-questions-counted = { $title } ({ $count } { $n ->
        [one] pregunta
       *[other] preguntas
    })
publishing-language-quota-interval = intervalo indicativo al { $level }
publishing-language-quota-interval-short = int. indicativo al { $level }
publishing-language-quota-kind = muestra por cuotas, no probabilística
publishing-language-quota-people = de las personas encuestadas
publishing-language-quota-precision = La muestra no se seleccionó al azar: el intervalo publicado es indicativo. Se calcula como si, una vez ponderadas según los márgenes aquí descritos, las personas encuestadas formaran una muestra aleatoria de la población. Nada permite verificar este supuesto; el error de cobertura y la autoselección no se miden.
publishing-language-quota-under = Muestra no probabilística: el intervalo supone que, una vez ponderadas, las personas encuestadas equivalen a una muestra aleatoria; no mide ni el error de cobertura ni la autoselección.
publishing-language-reason-at-limit = proporción de 0 o de 1: el { -design-effect } no existe
publishing-language-reason-empty-domain = nadie respondió
publishing-language-reason-empty-replicate = una réplica no tiene ninguna persona
publishing-language-reason-mean-of-zero = estimación nula: el coeficiente de variación no existe
publishing-language-reason-no-degrees-of-freedom = hay muy pocas unidades para estimar la precisión
publishing-language-reason-no-interval = este método no da intervalo
publishing-language-reason-no-limit = el intervalo va más allá de los valores observados
publishing-language-reason-no-sampling-error = valor fijado por el diseño muestral o por la calibración
publishing-language-reason-no-variation = todas las respuestas son iguales: el { -design-effect } no existe
publishing-language-reason-one-value = ambos límites caen en un mismo valor
publishing-language-reason-share-of-0-or-1 = proporción de 0 o de 1: no tiene logit
publishing-language-reason-too-few-comparable-waves = hay muy pocas olas comparables
publishing-language-reason-too-few-degrees-of-freedom = hay muy pocas unidades primarias para este cálculo
publishing-language-report-prevails = Prevalece la versión en { $language } de este informe.
publishing-language-scale-points = { $n ->
        [one] punto de la escala
       *[other] puntos de la escala
    }
publishing-language-section = Sección
publishing-language-semicolon = {"; "}
publishing-language-since-edition = Desde { $first }
publishing-language-small-number = { $n ->
        [1] uno
        [2] dos
        [3] tres
        [4] cuatro
        [5] cinco
        [6] seis
        [7] siete
        [8] ocho
        [9] nueve
       *[other] { $count }
    }
publishing-language-stable-of = { $whole ->
        [only] el único resultado comparado se mantiene estable
        [all] los { $every } resultados comparados se mantienen estables
       *[some] { $n ->
            [1] { $some } de los { $every } resultados comparados se mantiene estable
           *[other] { $some } de los { $every } resultados comparados se mantienen estables
        }
    } { $within }
publishing-language-stable-within = { $known ->
        [yes] (dentro de{"\u00A0"}±{"\u00A0"}{ $d })
       *[no] dentro del margen declarado
    }
publishing-language-status-corrected = Versión corregida
publishing-language-status-demonstration = Demostración
publishing-language-status-draft = Borrador: no difundir
publishing-language-status-embargoed = Bajo embargo hasta el { $date }
publishing-language-status-unreviewed = Borrador, no revisado: no difundir
publishing-language-status-withdrawn = Publicación retirada
publishing-language-table = Tabla
publishing-language-template-all-answers = Todas las respuestas
publishing-language-template-all-tables = Todas las tablas
publishing-language-template-before-and-after = Antes y después de la deliberación
publishing-language-template-closed-answers = Respuestas a las preguntas cerradas
publishing-language-template-comparability = Comparabilidad
publishing-language-template-consultation = Consulta
publishing-language-template-contributions = Lo que se repite en las contribuciones
publishing-language-template-draw = Cómo se hizo el sorteo
publishing-language-template-essentials = Lo esencial
publishing-language-template-from-invitation = De la invitación a la última sesión
publishing-language-template-given-words = Las palabras dadas
publishing-language-template-how-to-read = Cómo leer este informe
publishing-language-template-key-findings = Hallazgos principales
publishing-language-template-key-results = Resultados clave
publishing-language-template-limits = Los límites
publishing-language-template-members = Quiénes integran el panel
publishing-language-template-method = Método
publishing-language-template-methodology = Metodología
publishing-language-template-not-to-write = Lo que no debe escribirse
publishing-language-template-one-page = Lo esencial en una página
publishing-language-template-panel = Panel ciudadano
publishing-language-template-press = Para la prensa
publishing-language-template-questionnaire = Cuestionario y resultados
publishing-language-template-questionnaire-alone = Cuestionario
publishing-language-template-recommendations = Lo que recomienda el panel
publishing-language-template-report = Informe
publishing-language-template-sentences = Cada resultado clave, listo para citar
publishing-language-template-survey-and-limits = La encuesta y sus límites
publishing-language-template-who-took-part = Quiénes participaron
publishing-language-the-edition = { $noun ->
        [edicion] la { $label }
        [encuesta] la { $label }
        [medicion] la { $label }
        [ola] la { $label }
        [oleada] la { $label }
        [toma] la { $label }
        [version] la { $label }
        [barometro] el { $label }
        [estudio] el { $label }
        [latinobarometro] el { $label }
        [sondeo] el { $label }
        [enero] la edición de { $label }
        [febrero] la edición de { $label }
        [marzo] la edición de { $label }
        [abril] la edición de { $label }
        [mayo] la edición de { $label }
        [junio] la edición de { $label }
        [julio] la edición de { $label }
        [agosto] la edición de { $label }
        [septiembre] la edición de { $label }
        [setiembre] la edición de { $label }
        [octubre] la edición de { $label }
        [noviembre] la edición de { $label }
        [diciembre] la edición de { $label }
       *[other] la edición { $name }
    }
publishing-language-told = { $what ->
        [same] { $whom } { $n ->
            [one] se mantiene estable
           *[other] se mantienen estables
        } { $within }
        [open_period] no se demuestra ninguna tendencia para { $whom }
       *[open_step] los datos no permiten concluir para { $whom }
    }
publishing-language-unknown = { $what ->
        [open] Desde { $since }, los datos no permiten concluir{ $every ->
            [only] {""}
            [all] {" "}para las { $of } { $comparisons }
           *[some] {" "}para { $n ->
                [1] una
               *[other] { $some }
            } de las { $of } { $comparisons }
        }
        [flat] Desde { $since }, no se demuestra ninguna tendencia{ $every ->
            [only] {""}
            [all] {" "}para las { $of } { $comparisons }
           *[some] {" "}para { $n ->
                [1] una
               *[other] { $some }
            } de las { $of } { $comparisons }
        }
       *[broken] { $every ->
            [only] no es posible ninguna comparación con { $since }
            [all] ninguna de las { $of } { $comparisons } puede hacerse con { $since }
           *[some] { $n ->
                [1] una de las { $of } { $comparisons } no puede hacerse
               *[other] { $some } de las { $of } { $comparisons } no pueden hacerse
            } con { $since }
        }
    }
publishing-language-untold-interval = intervalo indicativo al { $level }
publishing-language-untold-interval-short = int. indicativo al { $level }
publishing-language-untold-kind = tipo de muestra no indicado
publishing-language-untold-people = de las personas encuestadas
publishing-language-untold-precision = Nada indica si la muestra se seleccionó al azar: el intervalo publicado es indicativo.
publishing-language-untold-under = Tipo de muestra no indicado: el intervalo supone que, una vez ponderadas, las personas encuestadas equivalen a una muestra aleatoria.
publishing-language-weights-calibrated = el diseño muestral y la calibración
publishing-language-weights-delivered = el diseño muestral y los pesos entregados con los datos
publishing-language-weights-none = solo el diseño muestral, ya que las respuestas no están ponderadas
publishing-language-word-alpha = alfa
publishing-language-word-base = Base
publishing-language-word-date = Fecha
publishing-language-word-menu = Menú
publishing-language-word-questions = Preguntas
publishing-language-word-version = Versión
