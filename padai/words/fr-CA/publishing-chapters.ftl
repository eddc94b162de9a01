# padai, publishing-chapters

publishing-chapters-a-break-in-series-is-a-declared-and = Une { -series-break } est une raison, déclarée et datée, de ne pas comparer deux éditions. À l’intérieur de sa portée, aucune comparaison n’est faite et les courbes sont interrompues.
publishing-chapters-a-break-leaves-editions-out-of-the = ≠ : une rupture laisse des éditions hors de la série.
publishing-chapters-a-break-lies-between-this-edition-and = Une { -series-break } sépare cette édition de la précédente : les deux ne se comparent pas.
publishing-chapters-a-cause = « à cause de », « grâce à », « en raison de »
publishing-chapters-a-comparison-across-the-break-of = Une comparaison de part et d’autre de la rupture du { $when }
publishing-chapters-a-comparison-with-the-measure-of = Une comparaison avec la mesure précédente ({ $when })
publishing-chapters-a-data-file-bears-a-date-earlier-than = Un fichier de données porte une date antérieure au sceau.
publishing-chapters-a-difference-between-two-percentages-is-6a80 = Un écart entre deux pourcentages est donné en { -percentage-points }, arrondi à partir des valeurs exactes : il peut différer de 0,1 point de l’écart entre les deux valeurs affichées. Dans une phrase, un écart de dix points ou plus est arrondi au point entier; les tableaux donnent sa décimale. Une comparaison sans verdict est exploratoire.
publishing-chapters-a-difference-between-two-percentages-is-9249 = Un écart entre deux pourcentages se dit en points : { $right }.
publishing-chapters-a-fall = une baisse
publishing-chapters-a-figure-on-a-group-of-few-respondents = Un chiffre sur un groupe de peu de répondants, sans le dire
publishing-chapters-a-figure-on-a-group-too-small = Un chiffre sur un groupe trop petit
publishing-chapters-a-finding-may-be-false-for-reasons-that = Un constat peut être faux pour des raisons que l’intervalle ne mesure pas : des réponses fausses, une participation inégale, des personnes qui ne savent pas. Pour chaque indicateur principal, ce qui suit dit quelle ampleur chacune devrait avoir pour que le constat change. Ce ne sont pas des estimations de ces défauts. « Favorable » veut dire ici : qui compte dans la réponse suivie, quelle qu’elle soit, celle d’un risque comprise ; « défavorable » : qui n’y compte pas.
publishing-chapters-a-group-under-the-least-that-may-be = Un groupe sous le minimum publiable est à regrouper avec un autre, ou à suréchantillonner jusqu’à une base de 100 ; un groupe entre les deux gagne à être suréchantillonné.
publishing-chapters-a-majority-more-than-half-a-minority = « une majorité », « plus de la moitié », « une minorité »
publishing-chapters-a-part-that-is-not-weighted-describes = Un volet qui n’est pas pondéré décrit les personnes qui y ont répondu, et non une population : l’écart entre les volets n’est l’objet d’aucun test.
publishing-chapters-a-rise = une hausse
publishing-chapters-a-rise-a-fall-or-no-change = Une hausse, une baisse, ou « pas de changement »
publishing-chapters-a-rise-or-a-fall-over-the-period = Une hausse ou une baisse sur l’ensemble de la période
publishing-chapters-a-rule-of-this-publication-under = Règle propre à cette publication : sous { $low } répondants, rien n’est montré (nombre insuffisant) ; de { $low } à { $small }, le résultat porte la cote b.
publishing-chapters-a-sample-of-this-type-does-not-allow = Un échantillon de ce type ne permet pas de comparer des groupes.
publishing-chapters-a-sample-of-this-type-is-not-compared = Un échantillon de ce type n’est pas comparé d’une édition à l’autre.
publishing-chapters-a-seal-says-when-a-text-existed-it-says = Un sceau dit quand un texte existait ; il ne dit ni si quelqu’un avait déjà vu des réponses, ni si d’autres textes ont été scellés, et le début de la collecte est celui que l’équipe déclare.
publishing-chapters-a-share-e-of-the-answers-of-one-edition = Une part e des réponses d’une édition, fausses, est retirée : il reste (p − e·a) / (1 − e), où p est la proportion publiée et a vaut 1 si les réponses fausses vont toutes à la réponse suivie (« favorables »), 0 si aucune n’y va (« défavorables »), ou la part de cette réponse parmi les choix (« au hasard »). La part indiquée est la plus petite qui change le constat, compte tenu de l’erreur type des réponses qui restent et des autres comparaisons de la même famille. À titre de repère, une étude a classé de 4 % à 7 % des réponses de panels Web ouverts des États-Unis comme fausses (Pew Research Center, rapport du 18 février 2020 sur les faux répondants des sondages en ligne) ; ce taux n’est pas une mesure de la présente enquête.
publishing-chapters-a-signed-tag-lies-beside-the-seal-but = Une étiquette signée accompagne le sceau, mais la définition ne nomme pas de signataire : elle n’est pas vérifiée.
publishing-chapters-a-sum-or-an-average-of-the-parts-of-the = Une somme ou une moyenne des volets de l’enquête
publishing-chapters-a-survey-describes-it-does-not-say-why = L’enquête décrit ce que les gens répondent ; elle ne dit pas pourquoi.
publishing-chapters-a-time-stamp-reply-lies-beside-the-seal = Une réponse d’horodatage accompagne le sceau, mais la définition ne nomme pas d’autorité : elle n’est pas vérifiée.
publishing-chapters-absent = absente
publishing-chapters-accepted = Accepté
publishing-chapters-access-before-publication = Accès avant la publication
publishing-chapters-according-to-the-team-it-dates-from = { $what } Selon l’équipe, il date du { $day } ; rien d’extérieur ne le confirme.
publishing-chapters-according-to-the-team-these-results-were = Selon l’équipe, ces résultats ont été choisis et ordonnés avant l’enquête. Tous sont montrés, quel que soit leur sens.
publishing-chapters-add = ajouter { $more }
publishing-chapters-added = ajout
publishing-chapters-against-official-values = Comparaison avec des valeurs officielles
publishing-chapters-against-the-other-groups = Par rapport aux autres groupes
publishing-chapters-all = ensemble
publishing-chapters-all-comparable-editions = toutes les éditions comparables
publishing-chapters-all-declared-results-are-shown-whatever = Tous les résultats déclarés sont montrés, quel que soit leur sens ; ceux qui n’ont pas été choisis avant l’enquête le disent.
publishing-chapters-all-editions = Toutes les éditions
publishing-chapters-all-editions-and-all-items-tables = Toutes les éditions et tous les énoncés (tableaux)
publishing-chapters-all-followed-series-table = Toutes les séries suivies (tableau)
publishing-chapters-all-its-results-table = Tous ses résultats (tableau)
publishing-chapters-all-tables = Tous les tableaux
publishing-chapters-all-values-before-and-after = Toutes les valeurs, avant et après
publishing-chapters-all-versions = Toutes les versions
publishing-chapters-all-versions-of-this-edition-were = Toutes les versions de cette édition ont été retirées.
publishing-chapters-always-stands = tient toujours
publishing-chapters-an-area-with-few-respondents-gives-an = Une région qui compte peu de répondants donne une estimation directe imprécise. L’{ -regional-estimate } s’appuie aussi sur les autres régions ; les deux sont données côte à côte. Aucun rang n’en est tiré.
publishing-chapters-an-edition-is-not-published = une édition n’est pas publiée
publishing-chapters-an-interval-is-that-of-one-comparison = L’intervalle d’un écart ou d’une tendance est celui de cette comparaison prise seule. Le verdict, lui, tient compte de toutes les comparaisons de sa famille : un intervalle peut donc exclure zéro sans qu’un changement soit démontré.
publishing-chapters-and-other-values-in = Et { $more } autres valeurs dans { $file }.
publishing-chapters-another-finding = (constat différent)
publishing-chapters-answer = « { $answer } »
publishing-chapters-answer-scale = échelle de réponse
publishing-chapters-apart = À part
publishing-chapters-approximation-for-synthetic-data-only = approximation, pour données fictives seulement
publishing-chapters-areas-checked = Deux vérifications : la somme des régions du modèle, avant qu’elles soient ramenées au chiffre direct de l’ensemble ; et, région par région, de combien d’écarts types l’estimation directe s’écarte de ce que le modèle attend (le résidu).
publishing-chapters-areas-checked-title = Ce modèle convient-il ?
publishing-chapters-areas-far =
    { $far ->
        [one] Un résidu sur { $counted } dépasse 2 : { $names }. Si cette région ne ressemble pas aux autres, son estimation modélisée est trop près d’elles et son intervalle peut ne pas la contenir : lisez aussi son estimation directe.
       *[other] Sur { $counted } résidus, { $far } dépassent 2 : { $names }. Si ces régions ne ressemblent pas aux autres, leur estimation modélisée est trop près d’elles et leur intervalle peut ne pas les contenir : lisez aussi leur estimation directe.
    }
publishing-chapters-areas-map-alt = Grille de tuiles, une par région, avec l’estimation modélisée et son intervalle. { $told }.
publishing-chapters-areas-map-borrowed = Plus de la moitié est empruntée aux autres régions
publishing-chapters-areas-map-caption = { $name } : { -regional-estimates }.
publishing-chapters-areas-map-detail = Estimation modélisée et intervalle de prédiction à 95 %, selon le modèle, par { $by }.
publishing-chapters-areas-map-note = La couleur dit combien l’estimation doit aux réponses de la région, et non son niveau : aucun rang n’en est tiré.
publishing-chapters-areas-map-note-short = Aucun rang n’est tiré de ces estimations.
publishing-chapters-areas-map-own = Au moins la moitié vient des réponses de la région
publishing-chapters-areas-map-synthetic = Aucune réponse de la région : estimation synthétique
publishing-chapters-areas-none-far = Aucun des { $counted } résidus ne dépasse 2.
publishing-chapters-areas-residual = Résidu, en écarts types
publishing-chapters-areas-residuals-caption = { $name } : résidus du modèle par région.
publishing-chapters-areas-residuals-note = Si le modèle est juste, un résidu sur vingt environ dépasse 2. Les régions sans estimation directe publiée n’ont pas de résidu ici. Plusieurs régions éloignées se cachent en partie l’une l’autre : un petit résidu n’est pas une preuve.
publishing-chapters-areas-residuals-table = Résidus par région (tableau)
publishing-chapters-areas-whole = Les régions du modèle donnent ensemble { $modelled }, l’estimation directe { $direct }.
publishing-chapters-areas-whole-shown = Les territoires dont le nombre de répondants n’est pas publié n’entrent pas dans cette somme : pour les autres, les territoires modélisés donnent ensemble { $modelled } avant d’être déplacés, et les estimations directes { $direct }.
publishing-chapters-as = { $which } en { $documents }
publishing-chapters-as-published = telle que publiée
publishing-chapters-base = Base
publishing-chapters-base-n = base (n)
publishing-chapters-before = Avant
publishing-chapters-borrowed-from-other-areas = Part empruntée aux autres régions
publishing-chapters-borrowed-more-than = plus de { $share }
publishing-chapters-bounds-of-the-calibration-factors-and = Bornes des facteurs de calage : { $low } et { $high }.
publishing-chapters-break-before =  ; { -series-break } avant { $breaks }
publishing-chapters-break-in-series-3b82 = { -series-break }
publishing-chapters-break-in-series-94c2 = { -series-break-initial } ({ $kind }, { $when })
publishing-chapters-break-kind-when-and-what = { $kind } ({ $when } ; { $what })
publishing-chapters-break-touches =
    { $of ->
        [groups] { $n ->
            [one] { $n } groupe
           *[other] { $n } groupes
        }
       *[questions] { $n ->
            [one] { $n } question
           *[other] { $n } questions
        }
    }
publishing-chapters-breakdown = répartition
publishing-chapters-breaks-in-series-editions-not-comparable = { -series-breaks-initial } (éditions non comparables de part et d’autre, pour ce que chacune touche)
publishing-chapters-by = selon { $by_name }
publishing-chapters-by-edition = { $label }, selon l’édition.
publishing-chapters-calculation-calibrated = L’erreur d’une estimation calée est celle des résidus de la variable sur les marges (calibrate, du paquet survey de R, donne la même).
publishing-chapters-calculation-calibrated-replicates = Le calage est refait avec chaque jeu de poids.
publishing-chapters-calculation-changes = Écarts entre éditions.
publishing-chapters-calculation-changes-text =
    { $overlap ->
        [respondent] Des personnes répondent à plus d’une édition : la covariance entre éditions est comptée, chaque personne à la strate de sa première sélection, ou à l’unité primaire où elle a été tirée.
        [psu] Les éditions ont des unités primaires communes : la covariance entre éditions est comptée.
       *[none] Les éditions n’ont pas de répondants en commun : la variance d’un écart est la somme des deux variances.
    }
publishing-chapters-calculation-degrees = Degrés de liberté.
publishing-chapters-calculation-degrees-of-part = Degrés de liberté ({ $part }).
publishing-chapters-calculation-degrees-text =
    { $drawn ->
        [replicates] Rang des jeux de poids de rééchantillonnage, moins un, ou le nombre déclaré s’il est plus petit.
        [psu] Nombre d’unités primaires des personnes qui ont répondu, moins un.
        [psu-strata] Nombre d’unités primaires des personnes qui ont répondu, moins le nombre de leurs strates.
        [person-strata] Nombre de personnes qui ont répondu, moins le nombre de strates.
       *[person] Nombre de personnes qui ont répondu, moins un.
    } Pour un écart, le compte porte sur toutes les personnes comparées.
publishing-chapters-calculation-delivered = Les poids livrés avec les données sont tenus pour fixes.
publishing-chapters-calculation-effect = { -design-effect-initial }.
publishing-chapters-calculation-effect-text = L’{ -design-effect } d’une proportion p est le carré de son erreur type divisé par p (1 − p) / (n − 1) ; la taille effective est n divisé par l’{ -design-effect }.
publishing-chapters-calculation-errors = Erreurs types.
publishing-chapters-calculation-errors-of-part = Erreurs types ({ $part }).
publishing-chapters-calculation-intervals = Calcul des intervalles.
publishing-chapters-calculation-intervals-text = L’intervalle d’une proportion p, d’erreur type e, est logit(p) ± t e / [p (1 − p)], ramené en pourcentage, où t est le quantile de la loi de Student ; à 0 % et à 100 %, celui de Clopper et Pearson. Celui d’une moyenne, d’un indice, d’un écart ou d’une pente est cette valeur ± t e.
publishing-chapters-calculation-linear =
    Linéarisation de Taylor, { $drawn ->
        [psu] unités primaires tirées
        [psu-strata] unités primaires tirées dans chaque strate
        [person-strata] personnes tirées une à une dans chaque strate
       *[person] personnes tirées une à une
    }{ $finite ->
        [yes] , sans remise
       *[no] , avec remise
    }.
publishing-chapters-calculation-lonely = Strate d’une seule unité : règle « { $rule } » de R.
publishing-chapters-calculation-replicates = Poids de rééchantillonnage livrés avec les données (« { $kind } »).
publishing-chapters-calculation-tests = Valeurs p corrigées.
publishing-chapters-calculation-tests-text = Méthode de Holm, dans chaque famille de comparaisons. Stabilité : deux tests unilatéraux (TOST) au seuil de 5 %, corrigés de même entre les comparaisons de la famille qui ont un seuil de stabilité. Aucun verdict là où une base est trop petite, ou là où la taille effective multipliée par la plus petite des parts p et 1 − p est inférieure à 5. Hors des familles, méthode de Benjamini et Hochberg, entre toutes les réponses et tous les groupes d’une question et d’une répartition.
publishing-chapters-calculation-title = Comment les chiffres sont calculés
publishing-chapters-calibration-margins-before-and-after = { -calibration-targets-initial }, avant et après pondération.
publishing-chapters-calibration-margins-table = { -calibration-targets-initial } (tableau)
publishing-chapters-case-s = { $count } cas
publishing-chapters-cases-not-counted = nombre non publié (groupe de moins de { $least } cas)
publishing-chapters-cases-not-told = nombre non publié
publishing-chapters-cause = Cause
publishing-chapters-certainty = Précision
publishing-chapters-change-and-verdict = Écart et verdict
publishing-chapters-change-from-to = écart entre { $first } et { $last }
publishing-chapters-change-in-points-of-the-index = écart, en points de l’indice
publishing-chapters-change-since-43b7 = {" "}(évolution depuis { $since })
publishing-chapters-change-since-88f1 = Écart depuis { $since }
publishing-chapters-change-since-the-previous-edition-and = Changement depuis l’édition précédente et constat, selon le choix de méthode.
publishing-chapters-changed = modification
publishing-chapters-changed-after-5493 = changé après
publishing-chapters-changed-after-dd76 = changés après
publishing-chapters-changed-after-the-seal = Changé après le sceau :
publishing-chapters-changes = Écarts.
publishing-chapters-changes-in-percentage-points-except-for = Écarts en { -percentage-points }, sauf pour les moyennes.
publishing-chapters-changes-not-worked-out-again-because = Changements non recalculés, parce qu’ils reposent sur un écart de méthode mesuré à part : { $count }.
publishing-chapters-changes-under-their-figures = { $n ->
        [one] Pour { $others }, un changement est démontré dans un groupe restreint de comparaisons, mais non parmi toutes : voir sa figure.
       *[other] Pour { $others }, un changement est démontré dans un groupe restreint de comparaisons, mais non parmi toutes : voir leur figure.
    }
publishing-chapters-chapter = chapitre
publishing-chapters-checks-that-could-not-be-made-for-want = Contrôles qui n’ont pas pu être faits, faute de ce qu’ils demandent :
publishing-chapters-checksums = Sommes de contrôle
publishing-chapters-choice-of-the-result = Choix du résultat
publishing-chapters-coefficient-of-variation-cv-over-15-and-549c = * : coefficient de variation (CV) de plus de 15 % et d’au plus 25 % ; ** : CV de plus de 25 %
publishing-chapters-coefficient-of-variation-cv-over-15-and-67fc = * : coefficient de variation (CV) de plus de 15 % et d’au plus 25 % ; ** : CV de plus de 25 % et de moins de 33 % ; F : CV de 33 % ou plus, non publiée
publishing-chapters-comparability-of-editions = Comparabilité des éditions
publishing-chapters-compared-with = Par rapport à { $the_wave }
publishing-chapters-complete-interviews-i = entrevues complètes (I)
publishing-chapters-contact = Personne-ressource
publishing-chapters-contract = Contrat
publishing-chapters-corrected-data = données corrigées
publishing-chapters-corrected-values = Valeurs corrigées
publishing-chapters-corrected-values-table = Valeurs corrigées (tableau)
publishing-chapters-corrected-version = version corrigée
publishing-chapters-corrections-to-version = Corrections à la version { $version }
publishing-chapters-correlation-with-the-rest = Corrélation avec les autres
publishing-chapters-counted-as = classée{" "}
publishing-chapters-covariates = Covariables
publishing-chapters-data-processing = Traitement des données
publishing-chapters-data-tables = Tableaux de données ({ $suffix })
publishing-chapters-date = Date
publishing-chapters-dates = Dates
publishing-chapters-declared-according-to-the-team = déclarés, selon l’équipe
publishing-chapters-declared-according-to-the-team-on = déclaré, selon l’équipe, le { $when }
publishing-chapters-declared-according-to-the-team-on-a-day = déclaré, selon l’équipe, à une date qui n’est pas consignée
publishing-chapters-declared-before-the-data = déclaré avant les données
publishing-chapters-declared-before-the-data-hash-published = déclarés avant les données, empreinte publiée
publishing-chapters-declared-before-the-data-signed-by-a = déclarés avant les données, signés par un tiers
publishing-chapters-declared-before-the-data-time-stamped = déclarés avant les données, horodatés
publishing-chapters-declared-margin = seuil de stabilité déclaré : ± { $size }
publishing-chapters-declared-margin-within-reach = Seuil de stabilité déclaré à portée
publishing-chapters-definition-of-the-questions = définition des questions
publishing-chapters-definition-of-the-survey = définition de l’enquête
publishing-chapters-demonstration = démonstration
publishing-chapters-details-in-the-report = Détail dans le rapport{"\u00A0"}: { $chapter }
publishing-chapters-devices = Appareils
publishing-chapters-direct-estimate = Estimation directe
publishing-chapters-dont-know = « Ne sait pas »
publishing-chapters-draft-not-reviewed = Ébauche, non relue
publishing-chapters-drift-remark-larger = Prudence : un écart à une valeur officielle a changé de { $largest } points depuis { $since }, plus que ce résultat.
publishing-chapters-drift-remark-shown = Prudence : les écarts aux valeurs officielles ont eux aussi changé depuis { $since }, si bien que ce changement peut venir de qui a répondu.
publishing-chapters-e-coefficient-of-variation-cv-over-16-5 = E : coefficient de variation (CV) de plus de 16,5 % et d’au plus 33,3 % ; F : CV de plus de 33,3 %, non publiée
publishing-chapters-each-edition-has-a-level-of-its-own = Chaque édition a son propre niveau dans le modèle : ce qui a changé partout n’est pas atténué, seul l’est ce qui en distingue une région.
publishing-chapters-each-finding-on-the-change-of-a-headline = Chaque constat sur le changement d’un indicateur principal a été refait avec d’autres choix de méthode. Constats qui dépendent d’un de ces choix : { $changed } sur { $counted }.
publishing-chapters-each-group-is-compared-with-the-other = Chaque groupe est comparé à l’ensemble des autres groupes de la même répartition. « pas d’écart démontré » ne veut pas dire « aucun écart ».
publishing-chapters-each-has-its-own-population = {" "}Chacun a sa propre population.
publishing-chapters-each-percentage-is-a-share-weighted =
    Chaque pourcentage est une part { $people }, pondérée sauf mention contraire. La base est l’ensemble des personnes à qui la question a été posée et qui y ont répondu{ $unsure ->
        [in] {" "}; « ne sait pas » compte comme une réponse, sauf dans une moyenne
        [out] {" "}; « ne sait pas » ne compte pas comme une réponse
        [some] {" "}; « ne sait pas » compte comme une réponse là où la question le prévoit, sauf dans une moyenne
       *[none] {""}
    }. Le nombre n est toujours celui des répondants de la base, non pondéré.
publishing-chapters-each-question-is-given-in-the-words-and = Chaque question est donnée dans les mots et les langues où elle a été posée, avec ses réponses dans l’ordre et leurs résultats.
publishing-chapters-each-slope-has-its-and-where-the-series = Chaque pente a son { $interval } et, lorsque la série appartient à une famille déclarée, un verdict ; là où une droite ne convient pas (test au seuil de 5 %), ou lorsque les éditions tiennent en moins de onze mois, le verdict porte sur l’écart entre la première et la dernière édition comparables.
publishing-chapters-edition = Édition
publishing-chapters-editions-2a3b = Éditions
publishing-chapters-editions-a9df = éditions
publishing-chapters-eligibility-unknown-u = admissibilité inconnue (U)
publishing-chapters-error-before-weighting = Écart avant pondération
publishing-chapters-error-e3f4 = Écart
publishing-chapters-error-e925 = erreur
publishing-chapters-errors-against-official-values = Écarts aux valeurs officielles.
publishing-chapters-errors-against-official-values-table = Écarts aux valeurs officielles (tableau)
publishing-chapters-estimate-7e95 = estimation
publishing-chapters-estimate-bc57 = Estimation
publishing-chapters-estimated-length = durée estimée des questions publiées ici
publishing-chapters-every-question = toutes les questions
publishing-chapters-every-way-of-sharing-them-out-is-tried = Toutes les façons de les répartir, de 0 % à 100 % vers la réponse suivie, sont essayées, la même dans les deux éditions.
publishing-chapters-exact-words-of-each-question-and-all = Mots exacts de chaque question et toutes les réponses
publishing-chapters-except-the-published-changes-which = {" "}Sauf les changements publiés, qui tiennent compte d’un écart de méthode mesuré.
publishing-chapters-exclusion = exclusion
publishing-chapters-exclusions = Exclusions.
publishing-chapters-expected-base = Base prévue
publishing-chapters-expected-interviews = Attendues, { $size } entrevues
publishing-chapters-explore-the-results = Explorer les résultats
publishing-chapters-fall = Baisse
publishing-chapters-false-answers-7c46 = Fausses réponses.
publishing-chapters-false-answers-e157 = Fausses réponses
publishing-chapters-family-of-comparisons = famille de comparaisons
publishing-chapters-favourable = favorables
publishing-chapters-favourable-means-in-the-response-that-is = « Favorable » veut dire : dans la réponse suivie, quelle qu’elle soit. Tiret : aucune valeur ne change le constat, ou le calcul est sans objet.
publishing-chapters-fay-herriot-model-of-each-direct = Modèle de Fay et Herriot sur { $waves } : chaque estimation directe est ramenée vers ce que disent les covariables et les autres régions, d’autant plus qu’elle est imprécise.
publishing-chapters-fewer-than-30-respondents = moins de 30 répondants
publishing-chapters-fewer-than-records-corrected-to-protect = Moins de { $least } dossiers corrigés. Pour protéger ces personnes, les résultats de cette édition sont donnés pour l’ensemble seulement, en points entiers (à 2, 5 ou 10 points près où moins de 300 personnes ont répondu), et les bases à 10 près ; une question sensible à laquelle peu de personnes ont répondu n’est pas donnée, et aucun chiffre n’est mis en regard de la version précédente.
publishing-chapters-fewer-than-three-comparable-editions = moins de trois éditions comparables
publishing-chapters-fieldwork = Collecte.
publishing-chapters-fieldwork-firm-03c3 = Firme.
publishing-chapters-fieldwork-firm-1a3b = firme de sondage
publishing-chapters-figure-of-part = de { $value } pour { $part }
publishing-chapters-figures-of-parts = Pour { $name }, le résultat suivi ({ $response }) est { $figures }.
publishing-chapters-figures-revised-since-the-release = Chiffres révisés depuis la publication « { $label } »
publishing-chapters-figures-unchanged-since-their-release = Chiffres inchangés depuis leur publication
publishing-chapters-file-for-an-archive = Fichier pour une archive
publishing-chapters-files-withdrawn = Fichiers retirés
publishing-chapters-files-withdrawn-and-their-sha-256 = Fichiers retirés et leur SHA-256
publishing-chapters-findings = Constats :
publishing-chapters-findings-aside = { $when }{"\u00A0"}: { $n ->
        [one] un résultat
       *[other] { $n } résultats
    }
publishing-chapters-findings-of-this-edition-whole-families = Constats de cette édition, familles entières comprises
publishing-chapters-findings-under-other-choices-of-method = Constats selon d’autres choix de méthode (tableau)
publishing-chapters-first-day-of-fieldwork = premier jour de la collecte
publishing-chapters-flag = cote
publishing-chapters-for-the-press = Pour la presse
publishing-chapters-found-by-looking-6810 = trouvés en regardant
publishing-chapters-found-by-looking-c42d = trouvé en regardant
publishing-chapters-from-half-to-three-quarters = de la moitié aux trois quarts
publishing-chapters-from-one-edition-to-another = d’une édition à l’autre
publishing-chapters-from-three-comparable-editions-on-a = À partir de trois éditions comparables, un second verdict porte sur toutes. « progresse » ou « recule » par an : la pente est démontrée. « gagne » ou « perd » : une droite ne convient pas, ou les éditions tiennent en moins de onze mois, et l’écart entre la première et la dernière édition est démontré. « aucune tendance démontrée » ne veut pas dire que rien n’a changé.
publishing-chapters-from-to-a-year-on-average = de { $first_wave } à { $last_wave }, { $size } par année en moyenne ({ $colon })
publishing-chapters-full-methodology = Méthodologie complète
publishing-chapters-full-report = Rapport complet
publishing-chapters-funder = Financement
publishing-chapters-gain-in-fit = Gain d’ajustement ({ $over })
publishing-chapters-gain-in-fit-what-the-groups-add-to = Gain d’ajustement : ce que les groupes ajoutent au pseudo-R² de McFadden d’un modèle de l’énoncé selon les autres. À partir de 0,020, et si le test est concluant (Holm), l’énoncé est signalé.
publishing-chapters-gap = { $size } plus { $verdict ->
        [higher] haut
       *[lower] bas
    } dans { $n ->
        [one] le groupe
       *[other] les groupes
    } { $group }
publishing-chapters-gap-to-the-other-groups = {" "}(écart avec les autres groupes)
publishing-chapters-gaps-of = { $name } s’établit { $gaps }
publishing-chapters-geography = Territoire.
publishing-chapters-given-at-random = données au hasard
publishing-chapters-group = Groupe
publishing-chapters-group-by = { $group } ({ $breakdown })
publishing-chapters-groups-compared-by = réponses comparées d’un groupe à l’autre à la question
publishing-chapters-groups-of-which-no-result-is-shown = Groupes dont aucun résultat n’est montré
publishing-chapters-groups-shown-to-have-a-lower-result-than = Groupes pour lesquels un résultat plus bas que celui des autres groupes de la même répartition est démontré, compte tenu de toutes les comparaisons de groupes de cette édition, du plus bas au plus élevé.
publishing-chapters-half-or-less = la moitié ou moins
publishing-chapters-hashes-of-the-seals-of-other-editions = Empreintes des sceaux d’autres éditions :
publishing-chapters-headline-finding = { $end ->
        [last] { $finding }.
       *[next] { $finding }{"\u202F"};
    }
publishing-chapters-headline-indicator = Indicateur principal
publishing-chapters-headline-period = { $when }{"\u00A0"}:
publishing-chapters-heywood-case = Le modèle à un facteur d’où vient l’oméga attribue au facteur toute la variance d’au moins un énoncé (cas de Heywood) : { $names }. L’oméga est à lire avec prudence.
publishing-chapters-highest-and-lowest-key-result = Des { $n } résultats clés, le plus élevé est { $high } ; le plus bas, { $low }.
publishing-chapters-how-cases-ended = Issue des cas.
publishing-chapters-how-these-small-area-estimates-are-made = Comment ces estimations régionales sont faites
publishing-chapters-identifiers = Identifiants
publishing-chapters-if-those-who-give-the-response-that-is = Si les personnes qui donnent la réponse suivie ont participé r fois autant que les autres, une fois pondérées, la cote de la proportion publiée est r fois celle de la population. La corrélation ρ entre l’inclusion pondérée et la réponse est l’erreur divisée par l’écart type de la réponse dans la population et par √((1 − f + CV²) / f), où f est le nombre de répondants sur la population et CV le coefficient de variation des poids (Meng, Ann. Appl. Stat. 12(2), 2018, p. 685-726). L’autre édition est tenue pour exacte.
publishing-chapters-in-brackets-the-difference-in-percentage = Entre parenthèses : l’écart, en { -percentage-points }. Ne pas pouvoir conclure ne veut pas dire que rien n’a changé.
publishing-chapters-in-release = { $waves } dans la publication { $name }
publishing-chapters-in-the-index-is = À { $where }, l’indice est de { $level } ({ $sure }).
publishing-chapters-incentives = Incitatifs
publishing-chapters-index = Indice
publishing-chapters-index-declared-before = indice
publishing-chapters-information = information
publishing-chapters-instruction = Consigne
publishing-chapters-interpolated-between-two-dates = interpolée entre deux dates
publishing-chapters-intervals-of-comparisons = Intervalles des comparaisons.
publishing-chapters-interviews-2a50 = Entrevues
publishing-chapters-interviews-6412 = { $count } entrevues
publishing-chapters-interviews-expected-in-each-group = Entrevues attendues de chaque groupe.
publishing-chapters-interviews-of-the-next-edition = Entrevues de la prochaine édition
publishing-chapters-it-gives-the-uncertainty-due-to-sampling = Il donne l’incertitude due à l’échantillonnage. Deux intervalles qui se chevauchent ne prouvent ni un changement ni son absence : seul le verdict compte.
publishing-chapters-it-holds-an-error-its-files-are-kept-for = Elle contient une erreur. Ses fichiers sont conservés pour mémoire ; ne les citez pas.
publishing-chapters-it-is-shown-apart-and-never-added-to-the = Il est présenté à part et n’est jamais additionné à l’échantillon principal.
publishing-chapters-it-is-under-no-verdict-is-given-on-this = Elle est sous { $limit } : aucun verdict n’est donné sur cet indice.
publishing-chapters-it-was-signed-by-who-writes-before-the = { $what } Il a été signé par { $by }, qui écrit l’avoir fait le { $day }, avant le début de la collecte ({ $start }) ; la signature a été vérifiée avec une clé que nomme la définition, d’empreinte SHA-256 { $seal }.
publishing-chapters-it-was-time-stamped-by-on-before-the = { $what } Il a été horodaté par { $by } le { $day }, avant le début de la collecte ({ $start }) ; la réponse a été vérifiée avec un certificat que nomme la définition, d’empreinte { $seal }.
publishing-chapters-it-would-take-of-the-answers-of-being = Il suffirait que { $share } des réponses de { $year } soient fausses et { $kind } pour qu’{ $what } soit démontrée une fois ces réponses retirées.
publishing-chapters-item = Énoncé
publishing-chapters-items-of-the-index = Énoncés de l’indice.
publishing-chapters-items-that-do-not-behave-as-the-others = Énoncés qui ne se comportent pas comme les autres { $over } : { $names }.
publishing-chapters-its-files-were-removed-to-protect-the = Ses fichiers ont été supprimés pour protéger la confidentialité des réponses. Si vous en avez une copie, veuillez la détruire.
publishing-chapters-key-figures-picture = Chiffres clés (image)
publishing-chapters-key-figures-worked-out-again = Recalcul des chiffres clés
publishing-chapters-key-result = résultat clé
publishing-chapters-key-results-families-of-comparisons = Les résultats clés, les familles de comparaisons, les chapitres, les seuils, les répartitions, les exclusions et la pondération sont scellés en un texte, d’empreinte SHA-256 { $digest }.
publishing-chapters-key-results-that-rest = { $n ->
        [one] Un résultat clé repose sur une question qui n’a pas été posée dans cette édition : { $listed }.
       *[other] { $count } résultats clés reposent sur des questions qui n’ont pas été posées dans cette édition : { $listed }.
    }
publishing-chapters-kind-name-what = { $what }, { $kind } ({ $name })
publishing-chapters-kind-when = { $kind }, { $when }.
publishing-chapters-label = « { $label } »
publishing-chapters-languages-of-interviews = Langues des entrevues
publishing-chapters-languages-of-the-questionnaire = Langues du questionnaire.
publishing-chapters-last-day-of-fieldwork = dernier jour de la collecte
publishing-chapters-last-measured = dernière mesure, { $when } : { $figure }
publishing-chapters-limitations = Limites
publishing-chapters-linear-calibration = calage linéaire
publishing-chapters-lines-all-editions-on-one-scale-band-and = Courbes : toutes les éditions, à la même échelle ; bande et parenthèses : { $interval }. Ne pas pouvoir conclure n’est pas « rien n’a changé ».
publishing-chapters-local-level-from-eight-comparable = Niveau local, à partir de huit éditions comparables. Sous chaque valeur : bande à { $level }, qui tient compte de l’incertitude sur la variance du niveau.
publishing-chapters-logit-calibration = calage logit
publishing-chapters-lower-bound = borne inférieure
publishing-chapters-lower-groups-under-their-figures = { $n ->
        [one] Un groupe a un résultat plus bas qui n’est démontré que parmi les comparaisons de sa famille, ou qui porte une mise en garde : voir sa figure.
       *[other] Dans { $n } cas, un groupe a un résultat plus bas qui n’est démontré que parmi les comparaisons de sa famille, ou qui porte une mise en garde : voir leur figure.
    }
publishing-chapters-margin-2e7d = Marge
publishing-chapters-margin-ae16 = seuil de stabilité
publishing-chapters-margin-of-stability = Seuil de stabilité : ± { $size }.
publishing-chapters-mean-of-items-from-0-to-100-100 = Moyenne de { $count_items } énoncés, de 0 à 100 (100 : { $high }).
publishing-chapters-measured-offset-of-method = Écart de méthode mesuré
publishing-chapters-merge-or-add = regrouper, ou ajouter { $more }
publishing-chapters-merged-cells = Cases regroupées ({ $margin_name }) : { $cells }.
publishing-chapters-method-used = Méthode retenue
publishing-chapters-mode = Mode.
publishing-chapters-mode-of-interview = mode de collecte
publishing-chapters-model-assumes =
    Le modèle suppose que la référence dit qui compose la population; que, parmi des personnes pareilles sur ces variables, avoir participé n’a rien à voir avec les réponses; { $method ->
        [ipw] et que le modèle de la participation est juste
        [mass] et que le modèle des réponses est juste
       *[doubly_robust] et qu’au moins l’un des deux modèles est juste
    }. Aucune donnée de l’enquête ne peut le démontrer.
publishing-chapters-model-by-model = Selon le modèle de participation
publishing-chapters-model-changes-caption = Changements principaux, pondérés et selon le modèle de participation.
publishing-chapters-model-changes-note = Changement en { -percentage-points }, sauf pour les moyennes, puis son constat. Entre parenthèses : l’intervalle, qui suppose le modèle juste là où il est selon le modèle.
publishing-chapters-model-changes-table = Changements principaux selon le modèle (tableau)
publishing-chapters-model-checked = Ces hypothèses ont été confrontées aux valeurs officielles qui précèdent : des écarts qui restent ou qui dérivent parlent contre elles.
publishing-chapters-model-declared = Modèle déclaré, selon l’équipe, le { $when } ({ $who }).
publishing-chapters-model-declared-according-to-the-team-on = Modèle déclaré, selon l’équipe, le { $when }. Décision : { $who }.
publishing-chapters-model-declared-before = modèle
publishing-chapters-model-doubly-robust = un modèle de la participation et un modèle des réponses, pris ensemble (estimation doublement robuste)
publishing-chapters-model-error = Erreur type selon le modèle
publishing-chapters-model-intro = Cet échantillon n’est pas tiré au hasard. Les chiffres publiés sont pondérés; ceux-ci sont estimés une seconde fois, selon un modèle qui dit qui participe, et sans ces poids.
publishing-chapters-model-ipw = un modèle de la participation (pondération par l’inverse de la propension)
publishing-chapters-model-levels-caption = Résultats principaux, pondérés et selon le modèle de participation, par édition.
publishing-chapters-model-levels-note = Entre parenthèses : l’intervalle, qui suppose le modèle juste là où il est selon le modèle. L’erreur type est en { -percentage-points }, sauf pour les moyennes; elle compte celle de la référence.
publishing-chapters-model-levels-table = Résultats principaux selon le modèle (tableau)
publishing-chapters-model-made = Méthode : { $method }. Variables que l’échantillon partage avec sa référence : { $names }.
publishing-chapters-model-mass = un modèle des réponses, appliqué à la référence (imputation de masse)
publishing-chapters-model-no-change = Aucun changement n’est estimé selon le modèle : { $why }.
publishing-chapters-model-no-verdict-changes = Selon le modèle, le constat reste le même pour chaque changement principal (constats vérifiés : { $counted }).
publishing-chapters-model-not-checked = Aucune valeur officielle n’a servi à vérifier ces hypothèses.
publishing-chapters-model-outside = Les personnes pour qui une de ces variables manque n’entrent pas dans le modèle.
publishing-chapters-model-sample = Référence ({ $waves }) : { $source }, { $date }, échantillon probabiliste de { $n } personnes. Population : { $population }.
publishing-chapters-model-title = Selon le modèle de participation
publishing-chapters-model-totals = Référence ({ $waves }) : totaux de la population, pris comme connus : { $source }, { $date }. Population : { $population }.
publishing-chapters-model-verdicts-change =
    { $other ->
        [one] Selon le modèle, un constat sur { $counted } diffère : { $names }.
       *[other] Selon le modèle, { $other } constats sur { $counted } diffèrent : { $names }.
    }
publishing-chapters-model-weighted = Pondéré, tel que publié
publishing-chapters-modelled-on = Modèle
publishing-chapters-more-than-three-quarters = plus des trois quarts
publishing-chapters-moved-over-other-periods =
    { $n ->
        [one] Sur une autre période, un autre résultat a augmenté ou diminué.
       *[other] Sur d’autres périodes, { $n } autres résultats ont augmenté ou diminué.
    }
publishing-chapters-multilevel-regression-with = Régression multiniveau avec { -poststratification } sur { $waves } : la part de chaque type de personnes est estimée dans chaque région, puis pondérée par la population.
publishing-chapters-named =  (signalé)
publishing-chapters-nature-of-the-sample = Nature de l’échantillon
publishing-chapters-never = jamais
publishing-chapters-new-targets = nouvelles { -calibration-targets }
publishing-chapters-new-version-of-the-software = nouvelle version du logiciel
publishing-chapters-new-weighting = nouvelle pondération
publishing-chapters-no-break-is-declared = Aucune rupture n’est déclarée.
publishing-chapters-no-change-is-judged-in-this-edition = Aucun changement n’est jugé dans cette édition.
publishing-chapters-no-comparison-with-an-earlier-edition-is = Aucune comparaison avec une édition antérieure n’est déclarée.
publishing-chapters-no-comparison-with-it-is-published = Aucune n’est publiée.
publishing-chapters-no-date-or-reason-given = sans date ni raison données
publishing-chapters-no-drift-of-these-errors-is-shown-since = Aucune dérive de ces écarts n’est démontrée depuis { $since } (p = { $p } ; le plus grand changement est de { $largest } points).
publishing-chapters-no-finding = Aucun constat.
publishing-chapters-no-group-is-lower = Dans ce chapitre, aucun résultat plus bas n’est démontré pour un groupe.
publishing-chapters-no-reliability-flag = aucune cote de fiabilité
publishing-chapters-no-seal-comes-with-this-edition-what-is = Aucun sceau n’accompagne cette édition : ce qui est dit déclaré l’est selon l’équipe, et rien d’extérieur ne le confirme.
publishing-chapters-no-share-of-false-answers-in-would-be = Aucune part de fausses réponses en { $year } ne suffirait pour que { $what } ne soit plus démontrée
publishing-chapters-no-share-of-false-answers-in-would-let-a = Aucune part de fausses réponses en { $year } ne ferait démontrer un changement une fois ces réponses retirées.
publishing-chapters-no-slope = pas de pente,{" "}
publishing-chapters-no-verdict-where-more-than-half-of-the = Aucun verdict là où plus de la moitié de l’écart ou d’une estimation vient des autres régions.
publishing-chapters-no-version-was-put-out = Aucune version n’a été diffusée.
publishing-chapters-no-weighting = aucune pondération
publishing-chapters-non-contacts-nc = personnes non jointes (NC)
publishing-chapters-none = aucun
publishing-chapters-none-the-estimate-is-synthetic = aucune : l’estimation est synthétique
publishing-chapters-not-applicable = Sans objet
publishing-chapters-not-comparable-with = Non comparable avec { $earlier }
publishing-chapters-not-published = non publiée
publishing-chapters-not-supplied-ddde = Non fourni
publishing-chapters-not-supplied-fa45 = non fourni
publishing-chapters-note = Note.
publishing-chapters-nothing-says-what-waves-share = Rien ne dit encore ce que cette édition partage avec les précédentes : aucun changement n’est montré.
publishing-chapters-notice-of-withdrawal-of-version = Avis de retrait de la version { $version }
publishing-chapters-now = Maintenant
publishing-chapters-of-the-answers-of-would-have-to-be-false = Il faudrait que { $share } des réponses de { $year } soient fausses et { $kind }{ $more } pour que { $what } ne soit plus démontrée.
publishing-chapters-of-the-people-who-were-asked-the = des personnes à qui la question a été posée
publishing-chapters-official-value = Valeur officielle
publishing-chapters-official-value-held-against = valeur officielle tenue hors du calage
publishing-chapters-omega = oméga
publishing-chapters-on-0287 = { $named }, le { $when } ({ $why })
publishing-chapters-on-346f = { $status } le { $when }
publishing-chapters-on-the-logit-scale = sur l’échelle logit
publishing-chapters-on-the-scale-from-to = Sur l’échelle de { $low } à { $high }
publishing-chapters-only-the-last-change-is-shown = { $trend } : seul le changement depuis { $since } est démontré.
publishing-chapters-open-data-csv = Données ouvertes (csv)
publishing-chapters-or = , ou que { $took },
publishing-chapters-order = ordre
publishing-chapters-other-choices = Autres choix
publishing-chapters-other-choices-test-the-finding = Les autres choix mettent ce constat à l’épreuve ; ils n’en sont pas d’autres.
publishing-chapters-other-eligible-cases-o = autres cas admissibles (O)
publishing-chapters-other-questions = Autres questions
publishing-chapters-out-of = sur
publishing-chapters-out-of-scope = hors champ
publishing-chapters-over-all-editions = Sur l’ensemble des éditions
publishing-chapters-p-joint-test-wald-adjusted-to-the = p : test conjoint (Wald, ajusté au plan de sondage), corrigé pour toutes les séries du tableau (Benjamini-Hochberg).
publishing-chapters-p-no-edition-differs = p, aucune édition ne diffère
publishing-chapters-pace-before-and-after = Rythme, avant et après
publishing-chapters-pace-from-five-comparable-editions-on = Rythme : à partir de cinq éditions comparables, et seulement où l’écart entre les deux pentes est démontré (au seuil de 5 %, corrigé pour toutes les éditions où il pourrait être).
publishing-chapters-part = volet
publishing-chapters-partial-interviews-p = entrevues partielles (P)
publishing-chapters-participation = Participation.
publishing-chapters-people-invited = personnes invitées
publishing-chapters-people-who-do-not-know = Personnes qui ne savent pas.
publishing-chapters-percentage-points = { -percentage-points-initial }
publishing-chapters-percentages = Pourcentages.
publishing-chapters-periods-followed-by-group = périodes suivies par groupe à la question
publishing-chapters-place = Endroit
publishing-chapters-points = points
publishing-chapters-political-neutrality = Neutralité politique
publishing-chapters-population-8944 = Population visée
publishing-chapters-population-9b45 = Population.
publishing-chapters-population-cabb = Population
publishing-chapters-population-cells-made-of-the-weighting = Population : cellules obtenues des { -calibration-targets }, par { -raking } là où leur croisement n’est pas connu.
publishing-chapters-population-or-territory = population ou territoire
publishing-chapters-poststratification = { -poststratification }
publishing-chapters-precision = Précision.
publishing-chapters-prediction-interval-under-the-model = intervalle de prédiction à { $level }, selon le modèle
publishing-chapters-present = présente
publishing-chapters-principle = Principe
publishing-chapters-professional-standards = Adhésion aux normes professionnelles
publishing-chapters-proposed-by-padai = proposé par padai, que personne n’a déclaré
publishing-chapters-proposed-by-padai-many = proposés par padai, que personne n’a déclarés
publishing-chapters-published = publiée
publishing-chapters-quality-as-published = Tel que publié
publishing-chapters-quality-checks = Contrôles de qualité
publishing-chapters-quality-closed = L’indice lit aussi des réponses qui ne doivent rien dire de quelques personnes : ni le nombre de réponses à mettre à part ni aucun chiffre sans elles ne sont donnés.
publishing-chapters-quality-consent = accord avec tout, même avec des énoncés contraires
publishing-chapters-quality-contradictions = réponses qui se contredisent
publishing-chapters-quality-declared = Règle déclarée, selon l’équipe, le { $when } ({ $who }).
publishing-chapters-quality-effect-caption = Résultats principaux et leur changement, avec et sans les réponses mises à part.
publishing-chapters-quality-effect-note = D’abord le niveau, puis le changement en { -percentage-points } et son constat. Entre parenthèses : l’intervalle.
publishing-chapters-quality-effect-table = Résultats principaux avec et sans ces réponses (tableau)
publishing-chapters-quality-few-set-apart = Moins de personnes que le minimum publié auraient été mises à part : aucun chiffre n’est donné sans elles.
publishing-chapters-quality-handful = moins que le minimum publié
publishing-chapters-quality-impossible = combinaison impossible
publishing-chapters-quality-index = Un indice de 0 à 1, moyenne de signaux observés, dit avec quel soin chaque questionnaire a été rempli. Il ne retire personne : tous les chiffres publiés comptent tout le monde.
publishing-chapters-quality-no-verdict-changes = Sans elles, aucun des { $counted } constats sur un changement principal ne diffère.
publishing-chapters-quality-not-computed = le calcul n’est pas possible
publishing-chapters-quality-open-ends = réponse ouverte sans mots, copiée d’une autre ou écrite par une machine
publishing-chapters-quality-replicates = Les poids de réplication de cette édition ne peuvent pas être refaits sans ces réponses : aucun chiffre n’est donné sans elles.
publishing-chapters-quality-set-apart = Les réponses de { $n } personnes, celles dont l’indice est le plus élevé (au plus { $most }), sont ici mises à part, et les autres sont repondérées aux mêmes marges.
publishing-chapters-quality-signal = Signal
publishing-chapters-quality-signals-caption = Signaux observés, par édition.
publishing-chapters-quality-signals-note = Nombre de personnes, et leur part parmi celles chez qui le signal peut être lu, non pondérée.
publishing-chapters-quality-signals-table = Signaux observés (tableau)
publishing-chapters-quality-speed = questionnaire rempli en moins du tiers de la durée médiane
publishing-chapters-quality-straight-lines = même réponse à toute une grille
publishing-chapters-quality-tied = Trop de personnes ont le même indice pour que la part déclarée en soit séparée : aucun chiffre n’est donné sans elle.
publishing-chapters-quality-title = Qualité des réponses
publishing-chapters-quality-verdicts-change =
    { $other ->
        [one] Sans elles, un constat sur { $counted } diffère : { $names }.
       *[other] Sans elles, { $other } constats sur { $counted } diffèrent : { $names }.
    }
publishing-chapters-quality-without = Sans les réponses mises à part
publishing-chapters-question-not-asked = question non posée
publishing-chapters-questionnaire-and-results = Questionnaire et résultats
publishing-chapters-questionnaires-completed = questionnaires terminés
publishing-chapters-questionnaires-excluded = questionnaires exclus
publishing-chapters-questionnaires-started = questionnaires commencés
publishing-chapters-questions-asked = Questions posées { $dates }
publishing-chapters-questions-of-this-chapter-were-not-asked = Les questions de ce chapitre n’ont pas été posées dans cette édition.
publishing-chapters-questions-of-which-an-official-source = Des questions dont la réponse est connue d’une source officielle ont été posées, sans servir au calage. L’écart est l’estimation moins la valeur officielle, en points.
publishing-chapters-quotas = Quotas
publishing-chapters-raking-to-margins = { -raking } (itératif)
publishing-chapters-ratio-of-participation = Rapport de participation
publishing-chapters-read-with-caution = À lire avec prudence
publishing-chapters-reason = Raison
publishing-chapters-recruitment = Recrutement
publishing-chapters-refusals-and-break-offs-r = refus et abandons (R)
publishing-chapters-reliability-8d5f = Fiabilité
publishing-chapters-reliability-among = Fiabilité, chez les { $n } personnes dont tous les énoncés ont une note
publishing-chapters-reliability-bb66 = Fiabilité.
publishing-chapters-removed = retrait
publishing-chapters-replaced-by-version = { $status }, remplacée par la version { $version }
publishing-chapters-respondents = { $count } répondants.
publishing-chapters-respondents-by-group-table = Répondants par sous-groupe (tableau)
publishing-chapters-respondents-by-group-unweighted-n = Répondants par sous-groupe (n non pondéré).
publishing-chapters-respondents-unweighted = { $count } répondants (non pondéré).
publishing-chapters-response = Réponse
publishing-chapters-responses-followed-of-question = ce qui est lu et suivi de la question
publishing-chapters-result = Résultat
publishing-chapters-result-not-published = Résultat non publié :{" "}
publishing-chapters-results-followed = résultats suivis
publishing-chapters-rise = Hausse
publishing-chapters-robustness-of-the-findings = Solidité des constats
publishing-chapters-rose-or-fell-the-difference-is-shown-at = « a augmenté » ou « a diminué » : la différence est démontrée (au seuil de 5 %, corrigé pour le nombre de comparaisons déclarées). « est demeurée stable » : il est démontré que le changement est plus petit que le seuil de stabilité déclaré avant l’enquête. « les données ne permettent pas de conclure » : ni l’un ni l’autre n’est démontré, ce qui ne veut pas dire que rien n’a changé.
publishing-chapters-rounded-numbers = Nombres arrondis.
publishing-chapters-row = ligne
publishing-chapters-rule = règle
publishing-chapters-rule-on-quality = règle sur la qualité des réponses
publishing-chapters-sample = Échantillon
publishing-chapters-sample-type-657b = Type d’échantillon.
publishing-chapters-sample-type-bb64 = Type d’échantillon
publishing-chapters-sample-type-e691 = type d’échantillon
publishing-chapters-sample-unweighted = Échantillon, non pondéré
publishing-chapters-sample-weighted = Échantillon, pondéré
publishing-chapters-sampling-frame = Base de sondage
publishing-chapters-scope = Portée
publishing-chapters-see-the-chapter-on-comparability = voir le chapitre sur la comparabilité
publishing-chapters-seldom = rarement
publishing-chapters-series = Série
publishing-chapters-series-not-smoothed = Séries non lissées
publishing-chapters-sha-256-of-all-that-went-out-of-each = SHA-256 de tout ce qui a été diffusé de chaque version : une version diffusée ne change plus.
publishing-chapters-share-kind-year = { $share } { $kind } ({ $year })
publishing-chapters-share-of-0-or-100 = part de 0 ou de 100 %
publishing-chapters-signs =  ;{" "}
publishing-chapters-signs-used-in-this-report = Signes utilisés dans ce rapport :
publishing-chapters-since = Depuis { $since }
publishing-chapters-size = Taille.
publishing-chapters-slides-pptx = Diapositives (pptx)
publishing-chapters-slope-a-year-1c38 = Pente par année
publishing-chapters-slope-a-year-ba46 = pente par an
publishing-chapters-slope-logit-scale = Pente, échelle logit
publishing-chapters-slope-of-each-followed-series-in = Pente de chaque série suivie, en { -percentage-points } par année (en points de l’échelle pour une moyenne).
publishing-chapters-small-area-and-direct-estimates = { $name } : { -regional-estimates } et directes.
publishing-chapters-small-area-estimate = { -regional-estimate-initial }
publishing-chapters-small-area-estimates = { -regional-estimates-initial }
publishing-chapters-small-bases = Petites bases.
publishing-chapters-smallest-change-that-is-shown = Plus petit écart que l’on peut démontrer
publishing-chapters-smallest-changes-and-smallest-margin = Plus petits écarts et plus petit seuil de stabilité que la prochaine édition peut montrer, en { -percentage-points }.
publishing-chapters-smallest-margin-within-which-stable-is = Plus petit seuil sous lequel on peut dire « stable »
publishing-chapters-smoothed-series-table = Séries lissées (tableau)
publishing-chapters-smoothed-values-of-each-edition = Valeurs lissées de chaque édition.
publishing-chapters-sources = Sources
publishing-chapters-sponsor = Commanditaire
publishing-chapters-stable-within = Stable à ±
publishing-chapters-standard-error = { $name } ({ $response }) : { $size } { $unit }, erreur type { $error } ({ $source })
publishing-chapters-standard-error-of-the-error = Erreur type de l’écart
publishing-chapters-stands-by-out-of = tient selon { $kept } sur { $whole }
publishing-chapters-stands-from-to = tient de { $low } à { $high }
publishing-chapters-stands-nowhere = ne tient nulle part
publishing-chapters-status = État
publishing-chapters-strategy-of-the-survey = Stratégie de l’enquête
publishing-chapters-substantial-correction = Correction importante
publishing-chapters-survey-conducted = Enquête menée { $dates }
publishing-chapters-synthetic-data = Données fictives
publishing-chapters-target-population = Population visée.
publishing-chapters-targets = { -calibration-targets }
publishing-chapters-that-hash-was-published-on-in-an-earlier = { $what } Cette empreinte a été publiée le { $day }, dans une version antérieure, avant le début de la collecte ({ $start }).
publishing-chapters-the-answers-were-simulated-no-figure-in = Les réponses ont été simulées. Aucun chiffre de ce document ne décrit une population réelle et aucun ne peut être cité.
publishing-chapters-the-areas-are-adjusted-so-that-together = Les régions sont ajustées pour que leur ensemble donne le chiffre direct.
publishing-chapters-the-balance-is = le solde { $quoted } est de { $value }
publishing-chapters-the-certificate-of-the-time-stamp-is-unfit = Le certificat qui a signé la réponse d’horodatage n’est pas fait pour horodater, ou n’était pas valide à ce moment.
publishing-chapters-the-comes-from-draws-of-the-model-it = L’{ $prediction_words }, vient de { $draws } tirages du modèle ; il suppose que le modèle est juste, et peut manquer une région qui ne ressemble pas aux autres.
publishing-chapters-the-date-of-the-seal-is-not-earlier-than = La date du sceau n’est pas antérieure au début de la collecte.
publishing-chapters-the-dates-of-the-versions-put-out-are = Les dates des versions diffusées ne se suivent pas : elles ne prouvent rien.
publishing-chapters-the-essentials = L’essentiel
publishing-chapters-the-fall = la baisse
publishing-chapters-the-first-day-of-fieldwork-is-not-known = La date du début de la collecte n’est pas connue au jour près : rien ne peut être dit déclaré avant les données.
publishing-chapters-the-index = la valeur de l’indice{" "}
publishing-chapters-the-interval-covers-50 = L’intervalle couvre 50 %.
publishing-chapters-the-key-figures-of-this-release-have-not = Les chiffres clés de cette publication n’ont pas été recalculés avec un autre logiciel.
publishing-chapters-the-key-figures-their-precision-and = Les chiffres clés, leur précision et leurs changements depuis l’édition précédente ont été recalculés avec un autre logiciel, R { $r } (paquet survey { $package }), à partir des mêmes réponses. Chiffres identiques : { $count }; écart relatif le plus grand : { $told }.
publishing-chapters-the-latest-edition = la dernière édition
publishing-chapters-the-mean-on-a-scale-from-to-is = la moyenne, sur une échelle de { $low } à { $high }, est de { $value }
publishing-chapters-the-methodology-lacks-under-methodology = il manque à la méthodologie { $lacking }. Sous `methodology:`, donnez à chacun un texte, ou `{"{"}status: not_applicable | not_supplied, reason: ...{"}"}`.
publishing-chapters-the-pace-differs-before-and-after-a-year = Le rythme diffère avant et après { $where } : { $size } par année après, par rapport à avant ({ $colon }).
publishing-chapters-the-question-was-not-asked-in-this = La question n’a pas été posée à cette édition.
publishing-chapters-the-range-and-the-spread-of-the-weights = L’étendue et la dispersion des poids ne sont pas montrées : une case du calage compte peu de personnes, et elles en diraient le nombre.
publishing-chapters-the-range-and-the-spread-of-the-weights-of-groups = L’étendue et la dispersion des poids ne sont pas montrées : un groupe qui a un poids à lui compte peu de personnes, et elles en diraient le nombre.
publishing-chapters-the-range-and-the-spread-of-the-weights-rounded = L’étendue et la dispersion des poids ne sont pas montrées : elles diraient combien de personnes compte une case, et les bases sont arrondies ici.
publishing-chapters-the-rise = la hausse
publishing-chapters-the-series-is-also-given-without-them-in = La série est donnée aussi sans eux, dans le tableau.{" "}
publishing-chapters-the-share-whose-answer-is-is = la part { $people } dont la réponse est { $counted }{ $quoted } est de { $value }
publishing-chapters-the-signature-of-the-tag-is-false = La signature de l’étiquette est fausse.
publishing-chapters-the-signature-of-the-time-stamp-reply-is-1432 = La signature de la réponse d’horodatage est fausse.
publishing-chapters-the-signature-of-the-time-stamp-reply-is-e2db = La signature de la réponse d’horodatage est d’une sorte qui n’est pas vérifiée ici.
publishing-chapters-the-signed-tag-cannot-be-read = L’étiquette signée est illisible.
publishing-chapters-the-signed-tag-does-not-hold-the-seals = L’étiquette signée ne porte pas l’empreinte du sceau.
publishing-chapters-the-slope-is-the-mean-change-a-year = La pente est celle de la droite des moindres carrés ajustée à toutes les éditions comparables, aux dates réelles des enquêtes (milieu de la collecte), par année de 365 jours et quart ; chaque édition compte autant. Ce n’est donc pas l’écart entre la première et la dernière édition divisé par le nombre d’années. Une { -series-break } commence une nouvelle série.
publishing-chapters-the-survey = L’enquête
publishing-chapters-the-survey-says-what-changed-it-does-not = L’enquête dit ce qui a changé ; elle ne dit pas pourquoi.
publishing-chapters-the-tag-is-not-signed-by-somebody-whom = L’étiquette n’est pas signée par une personne que nomme la définition.
publishing-chapters-the-tag-is-signed-in-a-way-that-is-not = L’étiquette est signée d’une manière qui n’est pas vérifiée ici.
publishing-chapters-the-time-stamp-is-not-earlier-than-the = L’horodatage n’est pas antérieur au début de la collecte.
publishing-chapters-the-time-stamp-reply-cannot-be-read = La réponse d’horodatage est illisible.
publishing-chapters-the-time-stamp-reply-does-not-come-from = La réponse d’horodatage ne vient pas de l’autorité que nomme la définition.
publishing-chapters-the-time-stamp-reply-is-of-a-weak-hash = La réponse d’horodatage porte une empreinte d’une sorte qui ne prouve rien (SHA-1, par exemple).
publishing-chapters-the-time-stamp-reply-is-of-another-text = La réponse d’horodatage est celle d’un autre texte que le sceau.
publishing-chapters-the-time-stamping-authority-refused-the = L’autorité d’horodatage a refusé la demande.
publishing-chapters-the-version-shown-here-is-a-rehearsal-it = La version présentée ici est une répétition : elle n’est pas inscrite au registre des versions.
publishing-chapters-the-weighting-rule-is-that-of-the = La règle de pondération est celle de l’édition précédente : il n’y a pas d’autre règle à essayer.
publishing-chapters-the-whole-estimate = toute l’estimation
publishing-chapters-their-drift-since-could-not-be-tested = Leur dérive depuis { $since } n’a pu être testée.
publishing-chapters-these-errors-have-drifted-since-p-the = Ces écarts ont dérivé depuis { $since } (p = { $p } ; le plus grand changement est de { $largest } points) : les changements publiés se lisent avec cette réserve.
publishing-chapters-these-results-were-chosen-and-put-in = Ces résultats et leur ordre ont été déclarés avant les données. Tous sont montrés, quel que soit leur sens.
publishing-chapters-these-results-were-proposed = Ces résultats ont été proposés par padai à partir des échelles; personne ne les a encore choisis.
publishing-chapters-this-index-is-confidential = Cet indice n’est pas publié : il repose sur une réponse confidentielle, qu’il permettrait de retrouver.
publishing-chapters-this-is-the-first-edition-no-change-can = C’est la première édition : aucun changement ne peut encore être mesuré.
publishing-chapters-this-page = Cette page
publishing-chapters-this-part-is-not-weighted-its-results = Ce volet n’est pas pondéré : ses résultats décrivent les répondants, et aucun verdict n’est donné de leurs écarts d’une édition à l’autre.
publishing-chapters-this-part-is-weighted-alone-to-its-own = Ce volet est pondéré seul, selon sa propre population.
publishing-chapters-this-report = Ce rapport
publishing-chapters-this-version-has-no-deposit = Cette version n’en a pas. Celui de la version { $name } est sorti, et un second qui en diffère donnerait les enregistrements corrigés.
publishing-chapters-those-who-give-this-answer-would-have-to-30c4 = les personnes qui donnent cette réponse n’aient participé, une fois pondérées, que { $times } fois autant que les autres
publishing-chapters-those-who-give-this-answer-would-have-to-d16b = les personnes qui donnent cette réponse aient participé, une fois pondérées, { $times } fois autant que les autres
publishing-chapters-to-80d6 = à
publishing-chapters-to-9ad7 = { $low } à { $high }
publishing-chapters-to-be-assigned = à attribuer
publishing-chapters-to-do = À faire, { $size }
publishing-chapters-to-protect-people-numbers-of-respondents = Pour protéger les personnes, les nombres de répondants sont arrondis à { $step } près ; les intervalles sont ceux que donneraient ces nombres.
publishing-chapters-to-respondents = De { $low } à { $high } répondants.
publishing-chapters-too-few-primary-units = trop peu d’unités primaires
publishing-chapters-took =  ; il faudrait que { $took }
publishing-chapters-two-curves-that-fall-as-interviews-grow = Deux courbes qui descendent à mesure que les entrevues sont plus nombreuses.
publishing-chapters-under-each-small-area-estimate-under = Sous chaque estimation modélisée : { $predicted }. Sous chaque estimation directe : { $short }.
publishing-chapters-under-each-value = Sous chaque valeur : { $interval }.
publishing-chapters-unequal-participation = Participation inégale.
publishing-chapters-unfavourable = défavorables
publishing-chapters-unweighted-n = n non pondéré
publishing-chapters-unweighted-results = Résultats non pondérés.
publishing-chapters-upper-bound = borne supérieure
publishing-chapters-validation-of-the-data = Validation des données
publishing-chapters-value-without-sampling-error = valeur sans erreur d’échantillonnage
publishing-chapters-values-that-differ-of-which-by-more-than = Valeurs qui diffèrent : { $count }, dont { $shown } au-delà de l’arrondi publié. Constats qui changent : { $verdicts }.
publishing-chapters-verdict = constat
publishing-chapters-verdict-at-the-5-level-corrected-for-all = Verdict : au seuil de 5 %, corrigé pour toutes les séries de sa famille (Holm) ; les indicateurs principaux forment une famille, et chaque chapitre une autre.
publishing-chapters-verdict-on-the-period = Verdict sur la période
publishing-chapters-verdicts-between-editions = Verdicts entre éditions.
publishing-chapters-verdicts-between-groups = Verdicts entre groupes.
publishing-chapters-version-39f1 = Version { $version }, { $day } ({ $status }).
publishing-chapters-version-c2cb = Version { $version }, { $when }
publishing-chapters-version-withdrawn-on = Version { $version } retirée le { $when }
publishing-chapters-versions-of-the-release = Versions de la publication
publishing-chapters-versions-put-out-the-newest-first = Versions diffusées, la plus récente d’abord.
publishing-chapters-vintage-of-the-figures = Millésime des chiffres.
publishing-chapters-warning = avertissement
publishing-chapters-weighting-7e82 = pondération
publishing-chapters-weighting-e2a1 = Pondération.
publishing-chapters-weights-delivered-with-the-data = poids livrés avec les données
publishing-chapters-weights-delivered-with-the-data-used-as = Poids livrés avec les données, repris tels quels.
publishing-chapters-weights-from-to-times-the-mean-weight = Poids de { $low } à { $high } fois le poids moyen (coefficient de variation : { $share }). { -design-effect-initial } de Kish : { $decimal }. { -effective-size-initial } de l’échantillon : { $count }.
publishing-chapters-weights-limited-no-weight-above-times = Poids limités : aucun poids au-dessus de { $times } fois le poids moyen.
publishing-chapters-what-it-would-take-for-the-finding-to = Ce qu’il faudrait pour que le constat change.
publishing-chapters-what-the-next-edition-can-show-by-the = ce que la prochaine édition peut montrer, selon le nombre d’entrevues
publishing-chapters-what-was-declared-and-when = Ce qui a été déclaré, et quand
publishing-chapters-what-would-make-a-finding-false = Ce qui rendrait un constat faux
publishing-chapters-what-would-make-each-finding-false-table = Ce qui rendrait chaque constat faux (tableau)
publishing-chapters-when-the-seal-was-written-data-of-this = Quand le sceau a été écrit, des données de cette édition étaient déjà là.
publishing-chapters-where-an-area-has-fewer-than-10 = Là où une région compte moins de 10 répondants ou a des réponses confidentielles, ses propres réponses n’entrent pas dans son estimation, qui est dite synthétique.
publishing-chapters-where-an-offset-of-method-was-measured = Là où un écart de méthode a été mesuré, la comparaison est faite : l’écart est retiré du changement, et son incertitude y est ajoutée.
publishing-chapters-where-the-result-is-lowest = Où le résultat est le plus bas
publishing-chapters-who-trusts-least = Qui fait le moins confiance
publishing-chapters-whole-period = Ensemble de la période.
publishing-chapters-with-a-power-of-at-the-5-level-for-a = Avec une puissance de { $power }, au seuil de 5 %, pour un { -design-effect } égal à celui de la dernière édition.
publishing-chapters-with-a-power-of-at-the-5-level-in-as = Avec une puissance de { $power }, au seuil de 5 %, dans autant d’unités primaires qu’à la dernière édition : l’{ -design-effect } croît avec les entrevues de chacune.
publishing-chapters-with-interviews-a-change-of-points-a = Avec { $count } entrevues : écart de { $change } points, seuil de ± { $margin }.
publishing-chapters-withdrawn = retirée
publishing-chapters-withdrawn-version-kept-for-the-record = Version retirée, conservée pour mémoire
publishing-chapters-without = , sans { $names } ({ $why })
publishing-chapters-without-the-items-named = Sans les énoncés signalés
publishing-chapters-wording = libellé
publishing-chapters-words = « { $words } »
publishing-chapters-worked-out-again-with-r-survey-package = Recalculés avec R { $r } (paquet survey { $package }), les chiffres clés ne sont pas tous les mêmes.
publishing-chapters-wrong = « { $wrong } »
publishing-chapters-x-confidential-the-numbers-of = x : confidentiel, les nombres de répondants en diraient trop sur un petit groupe.
publishing-chapters-yes = oui
