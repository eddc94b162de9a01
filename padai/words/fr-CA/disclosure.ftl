# padai, disclosure

disclosure-and-more = {"  "}et { $more } autre(s)
disclosure-by = {"  "}{ $wave } : { $question }, selon { $breakdown }
disclosure-by-the-figures-contradict-the = { $question } selon { $by } : les chiffres contredisent les personnes dont ils proviennent. Rien n’est publié; la faute est dans les chiffres, non dans la définition.
disclosure-by-the-table-has-too-many-cells-to-be = { $question } selon { $by } : le tableau a trop de cellules pour être examiné ({ $count_inside } x { $count_within }). Regroupez des groupes ou des options dans la définition, ou retirez la ventilation de `report_breakdowns`.
disclosure-confidential-cells-of-table-s-could-be = les cellules confidentielles de { $count_tables } tableau(x) se déduiraient de ce qui serait publié, ou d’une publication encore accessible :
disclosure-merge-groups-or-answers-of-these-tables = Regroupez des groupes ou des réponses de ces tableaux dans la définition, retirez la ventilation de `report_breakdowns`, ou retirez la publication antérieure.
disclosure-total = {"  "}{ $wave } : { $question }, ensemble
