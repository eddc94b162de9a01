# padai, disclosure

disclosure-and-more = {"  "}y { $more } más
disclosure-by = {"  "}{ $wave }: { $question }, según { $breakdown }
disclosure-by-the-figures-contradict-the = { $question } según { $by }: las cifras contradicen a las personas de las que proceden. No se publica nada; el fallo está en las cifras, no en la definición.
disclosure-by-the-table-has-too-many-cells-to-be = { $question } según { $by }: la tabla tiene demasiadas celdas para examinarla ({ $count_inside } x { $count_within }). Reunir grupos u opciones en la definición, o quitar el desglose de `report_breakdowns`.
disclosure-confidential-cells-of-table-s-could-be = las celdas confidenciales de { $count_tables } tabla(s) se podrían deducir de lo que se publicaría, o de una publicación todavía accesible:
disclosure-errors-of-totals-tell-withheld-cells = los errores de los totales de la parte { $part } son sumas sobre sus estratos, en los que todas las personas pesan lo mismo, y ningún estrato está en dos grupos de { $breakdown }: con los grupos mostrados dicen las celdas retenidas de { $questions }. Fusione los grupos pequeños (`small_groups: merge` en el desglose), pondere con márgenes que atraviesen los estratos (`weighting:`) o quite { $breakdown } de `report_breakdowns:`.
disclosure-merge-groups-or-answers-of-these-tables = Reunir grupos o respuestas de estas tablas en la definición, quitar el desglose de `report_breakdowns`, o retirar la publicación anterior.
disclosure-rounded-bases-are-told-by-shares = las bases no pueden redondearse a múltiplos de { $bases } en la parte { $part }: todas las personas tienen allí la misma ponderación (o una de dos), y una proporción con un decimal es entonces una fracción de la base exacta. Quite `rounding:` de `confidentiality:` en survey.yaml, pondere esta parte (`weighting:`) o no la publique.
disclosure-rounded-bases-of-a-group-are-told-by-shares = las bases no pueden redondearse a múltiplos de { $bases } en la parte { $part }: todas las personas del grupo { $group } del desglose { $breakdown } tienen la misma ponderación (o una de dos), y una proporción con un decimal es entonces una fracción de la base exacta del grupo. Quite `rounding:` de `confidentiality:` en survey.yaml, pondere con márgenes que atraviesen ese grupo (`weighting:`) o quite { $breakdown } de `report_breakdowns:`.
disclosure-total = {"  "}{ $wave }: { $question }, total
