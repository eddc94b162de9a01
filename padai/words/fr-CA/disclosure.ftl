# padai, disclosure

disclosure-and-more = {"  "}et { $more } autre(s)
disclosure-by = {"  "}{ $wave } : { $question }, selon { $breakdown }
disclosure-by-the-figures-contradict-the = { $question } selon { $by } : les chiffres contredisent les personnes dont ils proviennent. Rien n’est publié; la faute est dans les chiffres, non dans la définition.
disclosure-by-the-table-has-too-many-cells-to-be = { $question } selon { $by } : le tableau a trop de cellules pour être examiné ({ $count_inside } x { $count_within }). Regroupez des groupes ou des options dans la définition, ou retirez la ventilation de `report_breakdowns`.
disclosure-confidential-cells-of-table-s-could-be = les cellules confidentielles de { $count_tables } tableau(x) se déduiraient de ce qui serait publié, ou d’une publication encore accessible :
disclosure-merge-groups-or-answers-of-these-tables = Regroupez des groupes ou des réponses de ces tableaux dans la définition, retirez la ventilation de `report_breakdowns`, ou retirez la publication antérieure.
disclosure-rounded-bases-are-told-by-shares = les bases ne peuvent être arrondies à { $bases } près dans le volet { $part } : les répondants y ont tous le même poids (ou l’un de deux), et une part au dixième est alors une fraction de la base exacte. Retirez `rounding:` de `confidentiality:` dans survey.yaml, pondérez ce volet (`weighting:`) ou retirez-le de la publication.
disclosure-rounded-bases-of-a-group-are-told-by-shares = les bases ne peuvent être arrondies à { $bases } près dans le volet { $part } : les répondants du groupe { $group } de la ventilation { $breakdown } ont tous le même poids (ou l’un de deux), et une part au dixième est alors une fraction de la base exacte du groupe. Retirez `rounding:` de `confidentiality:` dans survey.yaml, pondérez selon des marges qui traversent ce groupe (`weighting:`) ou retirez { $breakdown } de `report_breakdowns:`.
disclosure-total = {"  "}{ $wave } : { $question }, ensemble
