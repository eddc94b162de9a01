# padai, publishing-exhibits

publishing-exhibits-a-block-of-kind-takes-no-finding-blocks = un bloc de type « { $block_kind } » ne prend pas de `finding:`; ceux-ci en prennent : { $kinds }.
publishing-exhibits-a-change-says-since-which-edition = un changement dit depuis quelle édition
publishing-exhibits-a-result-is-not-published-in-one-of-the = un résultat n’est pas publié dans une des deux éditions
publishing-exhibits-a-sample-of-type-is-published-without = un échantillon de type « { $kind } » se publie sans évolution, écart ni test; retirez de `sections:` le bloc « { $block_kind } » ({ $questions }).
publishing-exhibits-a-word-given-by-fewer-than-people-is-not = Un mot donné par moins de { $count } personnes n’est pas montré.
publishing-exhibits-a-year =  par an
publishing-exhibits-against-the-other-groups-of-the-same = { $label }, { $what }, par rapport aux autres groupes de la même répartition
publishing-exhibits-all-groups = Tous les groupes
publishing-exhibits-an-offset-of-method-was-measured-the = Un écart de méthode a été mesuré : le changement publié en tient compte, la courbe reste interrompue.
publishing-exhibits-answer = Réponse
publishing-exhibits-bars-by-word = Barres par mot.{" "}
publishing-exhibits-before = Avant
publishing-exhibits-break = rupture
publishing-exhibits-break-in-series = { -series-break-initial } ({ $when })
publishing-exhibits-break-told-above = décrite sous une figure précédente de ce chapitre
publishing-exhibits-broken-line = ligne interrompue
publishing-exhibits-by = { $followed }, selon : { $by }
publishing-exhibits-change-2395 = Changement
publishing-exhibits-change-8050 = Écart
publishing-exhibits-change-and-verdict = Écart et verdict
publishing-exhibits-change-interval-and-verdict = Écart, intervalle et verdict
publishing-exhibits-change-of = { $breakdown }, changement de { $size }
publishing-exhibits-changed-after = changées après
publishing-exhibits-colour-and-sign-tell-the-verdict = La couleur et le signe disent le verdict, corrigé pour le nombre de groupes, et non le pourcentage ; la place des tuiles n’est qu’approximative.
publishing-exhibits-compared-with-20d9 = Comparée avec
publishing-exhibits-compared-with-2c13 = { $title }, par rapport à { $reference }
publishing-exhibits-compared-with-830a = { $title }, par rapport à { $reference }.
publishing-exhibits-comparisons = Comparaisons
publishing-exhibits-composition = Composition
publishing-exhibits-composition-the-part-of-the-change-that = Composition : la partie du changement qui correspond à d’autres parts des groupes. À l’intérieur des groupes : celle qui correspond à d’autres réponses dans un même groupe. Ce calcul décrit le changement ; il n’en explique pas la cause.
publishing-exhibits-confidential = confidentiel
publishing-exhibits-declared-according-to-the-team = déclarées, selon l’équipe
publishing-exhibits-declared-before-the-data = déclarées avant les données
publishing-exhibits-difference-from-the-other-groups-and = Écart aux autres groupes et verdict
publishing-exhibits-dots-by-group = Points par groupe.
publishing-exhibits-dots-by-part = Points par volet.{" "}
publishing-exhibits-dots-on-a-scale = Points sur une échelle.{" "}
publishing-exhibits-dots-on-both-sides-of-zero-760a = Points de part et d’autre de zéro.{" "}
publishing-exhibits-dots-on-both-sides-of-zero-77d6 = Points de part et d’autre de zéro.
publishing-exhibits-each-group-against-all-the-others = chaque groupe est comparé à l’ensemble des autres
publishing-exhibits-each-line-at-its-own-level = Axes de même longueur, chacun au niveau de sa courbe : les variations se comparent, les hauteurs non.
publishing-exhibits-ends-against-a-line = selon la droite ajustée{"\u202F"}; { $between } d’un bout à l’autre
publishing-exhibits-ends-alike = selon la droite ajustée{"\u202F"}; { $ends } aux deux bouts
publishing-exhibits-event-line = Événement { $number } ({ $when }). { $text }
publishing-exhibits-event-of = Événement { $number } : { $when }
publishing-exhibits-event-source = Source : { $source }
publishing-exhibits-events-drawn = Traits verticaux fins et numérotés, les événements du contexte : { $told }.
publishing-exhibits-events-of-the-context = Événements du contexte
publishing-exhibits-events-place-the-editions = { $n ->
        [one] Cet événement situe les éditions dans le temps. L’enquête ne mesure pas son effet, et aucun changement ne lui est attribué.
       *[other] Ces événements situent les éditions dans le temps. L’enquête ne mesure pas leur effet, et aucun changement ne leur est attribué.
    }
publishing-exhibits-events-told-elsewhere = { $n ->
        [one] Événement { $named } : voir le chapitre sur la comparabilité. Aucun changement ne lui est attribué.
       *[other] Événements { $named } : voir le chapitre sur la comparabilité. Aucun changement ne leur est attribué.
    }
publishing-exhibits-first-measurement = Première mesure.
publishing-exhibits-followed = « { $followed } »
publishing-exhibits-found-by-looking = trouvées en regardant
publishing-exhibits-from-to-bd32 = de { $first } ({ $low }) à { $last } ({ $high })
publishing-exhibits-from-to-c6a2 = Entre { $first } et { $last }
publishing-exhibits-from-to-c6ca = de { $ends } à { $ends_2 }
publishing-exhibits-gained = { $n ->
    [one] gagne
   *[other] gagnent
}
publishing-exhibits-grid-of-tiles = Grille de tuiles.
publishing-exhibits-group = Groupe
publishing-exhibits-group-not-stated = Groupe non déclaré
publishing-exhibits-groups-that-differ = { $what ->
        [share] {"proportion "}
        [mean] {"moyenne "}
        [balance] {"solde "}
       *[none] {""}
    }{ $verdict ->
        [higher] { $kind ->
            [balance] plus élevé
           *[other] plus élevée
        }
       *[lower] { $kind ->
            [balance] plus bas
           *[other] plus basse
        }
    }{ $more ->
        [0] {""}
       *[other] {" "}notamment
    } dans { $n ->
        [one] le groupe
       *[other] les groupes
    } { $groups }
publishing-exhibits-has-fallen = { $n ->
    [one] recule
   *[other] reculent
}
publishing-exhibits-has-risen = { $n ->
    [one] progresse
   *[other] progressent
}
publishing-exhibits-have-been-stable-since = { $n ->
    [one] est demeurée stable depuis { $since } (à ± { $d } près)
   *[other] sont demeurées stables depuis { $since } (à ± { $d } près)
}
publishing-exhibits-have-fallen-since = { $n ->
    [one] a diminué depuis { $since }
   *[other] ont diminué depuis { $since }
}
publishing-exhibits-have-risen-since = { $n ->
    [one] a augmenté depuis { $since }
   *[other] ont augmenté depuis { $since }
}
publishing-exhibits-horizontal-bars = Barres horizontales.{" "}
publishing-exhibits-in-0133 = , en %
publishing-exhibits-in-7284 = en %
publishing-exhibits-in-all =  en tout
publishing-exhibits-in-brackets = Entre parenthèses : { $name }.
publishing-exhibits-in-percentage-points-3ebe = , en { -percentage-points }
publishing-exhibits-in-percentage-points-f3b5 = en { -percentage-points }
publishing-exhibits-interval-of-the-change = Intervalle de l’écart
publishing-exhibits-interval-of-the-difference = Intervalle de l’écart
publishing-exhibits-item = Énoncé
publishing-exhibits-last-asked = Mesure précédente, { $when } : { $figure }. Aucune comparaison n’est publiée avec cette édition.
publishing-exhibits-last-asked-in = Mesure précédente, { $when }, sans comparaison publiée
publishing-exhibits-lines = Traits
publishing-exhibits-lines-from-to = Courbes, de { $waves } à { $waves_2 }.
publishing-exhibits-lost = { $n ->
    [one] perd
   *[other] perdent
}
publishing-exhibits-mean-572e = Moyenne
publishing-exhibits-mean-8367 = moyenne
publishing-exhibits-no-difference-shown-between-groups = pas d’écart démontré entre les groupes
publishing-exhibits-no-group-differs = { $label }, { $what } : aucun écart n’est démontré entre un groupe et les autres de la même répartition.
publishing-exhibits-no-printed-figure-is-that-number = aucun chiffre publié n’est ce nombre
publishing-exhibits-no-trend-shown = aucune tendance démontrée
publishing-exhibits-no-verdict-of-says-so-of-that-period = { $name } : aucun verdict de { $wave } ne le dit de cette période
publishing-exhibits-nobody-said = Réponses que personne n’a données : { $answers }.
publishing-exhibits-not-compared = non comparé
publishing-exhibits-not-compared-with-earlier-editions = Aucune comparaison n’est publiée avec les éditions précédentes.
publishing-exhibits-not-divided = { $breakdown }, pas de décomposition
publishing-exhibits-not-shown-once-corrected-for-the = non démontré après correction pour les { $n } comparaisons de la famille, p = { $p }
publishing-exhibits-now = Maintenant
publishing-exhibits-number-of-people-unweighted = Nombre de personnes, non pondéré ; chaque graphie compte à part.
publishing-exhibits-part-of-the-change = Partie du changement
publishing-exhibits-people = Personnes
publishing-exhibits-people-who-gave-a-word = personnes qui ont donné un mot, { $size }
publishing-exhibits-proposed-by-padai = proposées par padai, que personne n’a déclarées
publishing-exhibits-question = Question
publishing-exhibits-questions = Questions
publishing-exhibits-result-not-published = résultat non publié
publishing-exhibits-result-of-a-group = le résultat du groupe { $group }
publishing-exhibits-results-of-all-groups-table = Résultats de tous les groupes (tableau)
publishing-exhibits-scale = Échelle
publishing-exhibits-series = Série
publishing-exhibits-several-answers-allowed-the-sum-may = Plusieurs réponses possibles : la somme peut dépasser 100 %.
publishing-exhibits-share = Part
publishing-exhibits-share-of = part de { $quoted }
publishing-exhibits-signs =  ;{" "}
publishing-exhibits-since = Depuis { $since }
publishing-exhibits-stacked-bars = Barres empilées.
publishing-exhibits-subject-in-a-group = { $subject } dans le groupe { $group }
publishing-exhibits-text = « { $text } »
publishing-exhibits-the-axis-does-not-start-at = L’axe ne commence pas à { $written }.
publishing-exhibits-the-computation-is-not-possible-with = le calcul n’est pas possible avec ces groupes
publishing-exhibits-the-interval-does-not-lie-above-50 = { $name } : l’intervalle n’est pas entier au-dessus de 50 %
publishing-exhibits-the-other-groups = les autres groupes.
publishing-exhibits-the-parts-of-the-survey-concern = Les volets de l’enquête portent sur des populations différentes, jointes par des modes différents. Un écart entre eux réunit la différence de population et la différence de mode, que rien ne permet de séparer.
publishing-exhibits-the-results-of-these-groups-are-not = les résultats de ces groupes ne sont pas publiés
publishing-exhibits-the-title-goes-too-far-with-say-no-more = le titre « { $text } » va trop loin avec « { $word } » : { $said }. Ne dites rien de plus que le verdict, ou retirez `finding:` et padai écrit le titre.
publishing-exhibits-the-two-editions-are-not-comparable = les deux éditions ne sont pas comparables
publishing-exhibits-these-editions-may-not-be-compared = { $name } : ces éditions ne se comparent pas
publishing-exhibits-too-few = nombre insuffisant
publishing-exhibits-too-few-comparable-editions-to-judge-the = trop peu d’éditions comparables pour juger l’ensemble de la période
publishing-exhibits-too-unreliable = trop peu fiable
publishing-exhibits-under-each-estimate = Sous chaque estimation : { $interval }.
publishing-exhibits-under-each-grouping = Sous chaque regroupement : { $name }.
publishing-exhibits-unweighted-n = n non pondéré
publishing-exhibits-weighting-fixes-each-groups-share-among = La pondération fixe la part de chaque groupe ({ $names }) parmi tous les répondants de chaque édition : l’incertitude de cette composition ne vient que des personnes qui n’ont pas répondu à la question.
publishing-exhibits-weighting-fixes-each-groups-share-this = La pondération fixe la part de chaque groupe ({ $names }) : cette composition n’a pas d’erreur d’échantillonnage.
publishing-exhibits-within-groups = À l’intérieur des groupes
publishing-exhibits-without-sampling-error = sans erreur d’échantillonnage
publishing-exhibits-word = Mot
