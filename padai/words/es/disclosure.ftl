# padai, disclosure

disclosure-and-more = {"  "}y { $more } más
disclosure-by = {"  "}{ $wave }: { $question }, según { $breakdown }
disclosure-by-the-figures-contradict-the = { $question } según { $by }: las cifras contradicen a las personas de las que proceden. No se publica nada; el fallo está en las cifras, no en la definición.
disclosure-by-the-table-has-too-many-cells-to-be = { $question } según { $by }: la tabla tiene demasiadas celdas para examinarla ({ $count_inside } x { $count_within }). Reunir grupos u opciones en la definición, o quitar el desglose de `report_breakdowns`.
disclosure-confidential-cells-of-table-s-could-be = las celdas confidenciales de { $count_tables } tabla(s) se podrían deducir de lo que se publicaría, o de una publicación todavía accesible:
disclosure-merge-groups-or-answers-of-these-tables = Reunir grupos o respuestas de estas tablas en la definición, quitar el desglose de `report_breakdowns`, o retirar la publicación anterior.
disclosure-total = {"  "}{ $wave }: { $question }, total
