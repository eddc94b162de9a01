# padai, disclosure

disclosure-and-more = {"  "}et { $more ->
       [one] { $more } autre
       *[other] { $more } autres
    }
disclosure-by = {"  "}{ $wave } : { $question }, selon { $breakdown }
disclosure-by-the-figures-contradict-the = { $question } selon { $by } : les chiffres contredisent les personnes dont ils proviennent. Rien n’est publié; la faute est dans les chiffres, non dans la définition.
disclosure-by-the-table-has-too-many-cells-to-be = { $question } selon { $by } : le tableau a trop de cellules pour être examiné ({ $count_inside } x { $count_within }). Regroupez des groupes ou des options dans la définition, ou retirez la ventilation de `report_breakdowns`.
disclosure-confidential-cells-of-table-s-could-be = les cellules confidentielles { $count_tables ->
       [one] de { $count_tables } tableau
       *[other] de { $count_tables } tableaux
    } se déduiraient de ce qui serait publié, ou d’une publication encore accessible :
disclosure-errors-of-answers-tell-withheld-cells = les erreurs des réponses à { $question }, selon { $breakdown }, dans le volet { $part } sont des sommes sur ses strates, sur les cellules d’une marge de `weighting:` ou sur les grappes tirées, dont aucune n’est dans deux réponses : avec les réponses montrées, elles disent celles qui sont retenues. Regroupez les petites réponses de { $question }, retirez { $breakdown } de `report_breakdowns:` ou marquez { $question } comme administrative (`tags: [administrative]`).
disclosure-errors-of-clusters-tell-withheld-cells = les erreurs des totaux du volet { $part } sont des sommes sur les grappes tirées (`psu:`, ou celles que des poids de rééchantillonnage laissent de côté ensemble), un groupe retenu de { $breakdown } en compte trois ou moins, et aucune n’est dans deux groupes : avec les groupes montrés, elles disent les cellules retenues de { $questions }. Fusionnez les petits groupes (`small_groups: merge` dans la ventilation) ou retirez { $breakdown } de `report_breakdowns:`.
disclosure-errors-of-totals-tell-withheld-cells = les erreurs des totaux du volet { $part } sont des sommes sur ses strates, ou sur les cellules d’une marge de `weighting:`, où tout le monde a le même poids, et aucune n’est dans deux groupes de { $breakdown } : avec les groupes montrés, elles disent les cellules retenues de { $questions }. Fusionnez les petits groupes (`small_groups: merge` dans la ventilation), pondérez aussi selon des marges qui les traversent (`weighting:`) ou retirez { $breakdown } de `report_breakdowns:`.
disclosure-merge-groups-or-answers-of-these-tables = Regroupez des groupes ou des réponses de ces tableaux dans la définition, retirez la ventilation de `report_breakdowns`, ou retirez la publication antérieure.
disclosure-rounded-bases-are-told-by-shares = les bases ne peuvent être arrondies à { $bases } près dans le volet { $part } : les répondants y ont tous le même poids (ou l’un de deux), et une part au dixième est alors une fraction de la base exacte. Retirez `rounding:` de `confidentiality:` dans survey.yaml, pondérez ce volet (`weighting:`) ou retirez-le de la publication.
disclosure-rounded-bases-of-a-group-are-told-by-shares = les bases ne peuvent être arrondies à { $bases } près dans le volet { $part } : les répondants du groupe { $group } de la ventilation { $breakdown } ont tous le même poids (ou l’un de deux), et une part au dixième est alors une fraction de la base exacte du groupe. Retirez `rounding:` de `confidentiality:` dans survey.yaml, pondérez selon des marges qui traversent ce groupe (`weighting:`) ou retirez { $breakdown } de `report_breakdowns:`.
disclosure-total = {"  "}{ $wave } : { $question }, ensemble
