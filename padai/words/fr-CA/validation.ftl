# padai, validation

validation-a-column-that-goes-with-no-other = Colonne détachée des autres
validation-accepted-df32 = Accepté :{" "}
validation-accepted-f082 = accepté :{" "}
validation-accepted-finding-s = { $count ->
       [one] { $count } constat accepté
       *[other] { $count } constats acceptés
    },{" "}
validation-accepted-findings = Constats acceptés
validation-an-answer-that-vanished = Réponse disparue
validation-an-earlier-wave-delivered-again = Vague antérieure livrée de nouveau
validation-and-more = {" "}et { $count } de plus
validation-and-more-finding-s-html-and-json-give = et { $count ->
       [one] { $count } autre constat
       *[other] { $count } autres constats
    } (--html et --json les donnent tous)
validation-answer = Réponse
validation-answer-codes = Codes de réponse
validation-answer-s-to-are-not-numbers-correct-the = { $count ->
       [one] { $count } réponse à « { $column } » n’est pas un nombre
       *[other] { $count } réponses à « { $column } » ne sont pas des nombres
    }. Corrigez le fichier.
validation-answer-s-to-are-outside-the-allowed = { $count ->
       [one] { $count } réponse à « { $column } » sort
       *[other] { $count } réponses à « { $column } » sortent
    } de l’étendue permise ({ $rule }).
validation-answer-s-to-do-not-look-like-words = { $count ->
       [one] { $count } réponse à « { $column } » ({ $share }) ne semble pas faite de mots
       *[other] { $count } réponses à « { $column } » ({ $share }) ne semblent pas faites de mots
    }.
validation-answer-s-to-have-a-code-that-the = { $count ->
       [one] { $count } réponse à « { $column } » porte
       *[other] { $count } réponses à « { $column } » portent
    } un code inconnu de la définition (codes connus : { $rule }). Corrigez le fichier, ou ajoutez le code à l’échelle.
validation-answers-and-to-seem-to-be-exchanged = les réponses { $one } et { $other } à « { $column } » semblent interverties : ceux qui donnent l’une répondent au reste comme ceux qui donnaient l’autre à la vague { $wave }. Faites corriger le fichier, ou acceptez (accept: [{"{"}check: codes_exchanged, column: { $column }, …{"}"}]).
validation-answers-outside-the-base = Réponses hors de la base
validation-base-changed-since-an-earlier-wave = Base changée depuis une vague antérieure
validation-base-follows-answers = Base non déclarée qui suit des réponses protégées
validation-base-not-asked = Questions de la base non posées
validation-base-not-declared = Base non déclarée
validation-blank-cells = Cases vides
validation-break-offs = Entrevues abandonnées
validation-cases-of-unknown-eligibility-counted-at = les cas d’admissibilité inconnue comptés à raison de e = { $e }
validation-checks-that-passed = Vérifications réussies
validation-checks-that-were-not-made = Vérifications non faites
validation-codes-changed-since-an-earlier-wave = Codes changés depuis une vague antérieure
validation-codes-labelled-in-the-file = Codes libellés dans le fichier
validation-columns-that-the-definition-names = Colonnes que la définition nomme
validation-columns-unknown-to-the-definition = Colonnes inconnues de la définition
validation-completed-interviews-over-interviews = entrevues complètes sur entrevues commencées
validation-completed-interviews-over-people-invited-74df = entrevues complètes sur personnes invitées, hors champ exclues
validation-completed-interviews-over-people-invited-ff39 = entrevues complètes sur personnes invitées
validation-completion-rate = Taux d’achèvement
validation-composition-of-the-sample = Composition de l’échantillon
validation-correct-the-file-or-the-definition-then = Corrigez le fichier ou la définition, puis recommencez. Ce qui était déjà publié n’a pas été touché.
validation-data-as-delivered-4595 = Données telles que livrées
validation-data-as-delivered-b6fd = données livrées
validation-dates-of-interview = Dates d’entrevue
validation-design-columns-left-over = Colonnes du plan laissées de côté
validation-design-effect-against-the-last-wave = { -design-effect-initial } par rapport à la vague précédente
validation-distribution-of-the-answers = Répartition des réponses
validation-dont-know = Ne sait pas
validation-each-person-counts-as-one-beside-weighted-waves = chaque personne compte pour une, et la vague { $wave } est pondérée (« { $column } ») : un changement de l’une à l’autre comprendrait celui de la pondération. Si cette vague a des poids, écrivez design: {"{"}weight: …{"}"}; si chaque personne doit compter pour une, acceptez : accept: [{"{"}check: weight_absent, wave: "{ $here }", …{"}"}].
validation-earlier-waves-217f = Vagues antérieures
validation-earlier-waves-c6d3 = ; vagues antérieures : { $waves }
validation-error = ERREUR
validation-error-s-warning-s-check-s-passed = { $place } ({ $stage }) : { $errors ->
       [one] { $errors } erreur
       *[other] { $errors } erreurs
    }, { $warnings ->
       [one] { $warnings } avertissement
       *[other] { $warnings } avertissements
    }, { $accepted }{ $passed ->
       [one] { $passed } vérification réussie
       *[other] { $passed } vérifications réussies
    }.
validation-errors = Erreurs
validation-errors-warnings-accepted-findings-checks = Erreurs : { $errors }; avertissements : { $warnings }; constats acceptés : { $accepted }; vérifications réussies : { $passed }; non faites : { $not_run }.
validation-estimated-response-rate-aapor-rr3 = Taux de réponse estimé (AAPOR, TR3)
validation-file = Fichier
validation-finding-s-stop-publication-0617 = { $count ->
       [one] { $count } constat empêche
       *[other] { $count } constats empêchent
    } la publication.
validation-finding-s-stop-publication-bc83 = { $place } : { $count ->
       [one] { $count } constat empêche
       *[other] { $count } constats empêchent
    } la publication.
validation-has-no-answer-at-all-though-the = « { $column } » n’a aucune réponse, alors que la définition la dit posée. Demandez la colonne, ou déclarez dans quelles vagues elle a été posée (waves:).
validation-identical-questionnaires = Questionnaires identiques
validation-identifier-s-of-wave-come-back-though = { $count ->
       [one] { $count } identifiant de la vague { $wave } revient
       *[other] { $count } identifiants de la vague { $wave } reviennent
    }, alors que l’enquête déclare ses vagues indépendantes (overlap: none). Si les mêmes personnes ont répondu de nouveau, écrivez dans survey.yaml overlap: respondent; si les identifiants recommencent à chaque vague, ajoutez la ligne ids: per_wave.
validation-identifiers-present = Identifiants présents
validation-in-the-file-code-of-carries-the-label-of = dans le fichier, le code { $rule } de « { $column } » porte le libellé d’un autre code ({ $other }) de la définition. L’échelle a pu être inversée : vérifiez avant toute chose.
validation-in-the-file-the-labels-of-differ-from = dans le fichier, les libellés de « { $column } » diffèrent de ceux de la définition pour les codes { $rule }.
validation-in-the-file-the-labels-of-have-changed = dans le fichier, les libellés de « { $column } » ont changé depuis la vague { $wave } (codes { $rule }), et aucune rupture n’est déclarée. Déclarez-la (breaks:), ou faites corriger le fichier.
validation-in-the-file-the-option-is-marked-otherwise = selon les libellés du fichier, la valeur { $other } de « { $column } » dit que la réponse n’a pas été choisie, et elle est lue comme choisie. Écrivez sous la question « { $rule } » : marks: {"{"}"{ $own }": {"{"}chosen: { $chosen }, not_chosen: { $other }{"}"}{"}"}.
validation-in-the-file-the-same-labels-of-go-to = dans le fichier, les mêmes libellés de « { $column } » vont à d’autres codes que dans la vague { $wave } (codes { $rule }), et aucune rupture n’est déclarée.
validation-independent-waves = Vagues indépendantes
validation-interview-s-are-dated-outside-fieldwork = { $count ->
       [one] { $count } entrevue (« { $column } ») est datée
       *[other] { $count } entrevues (« { $column } ») sont datées
    } hors de la collecte ({ $rule }).
validation-interviews-that-were-too-fast = Entrevues trop rapides
validation-is-named-as-a-column-of-the-design-and = « { $column } » se nomme comme une colonne du plan ({ $rule }), et le plan n’en a pas : les intervalles seraient ceux d’un autre plan. Écrivez design: {"{"}{ $rule }: { $column }{"}"}; si elle n’en est pas, accept: [{"{"}check: design_left_over, column: { $column }, …{"}"}].
validation-item-non-response = Non-réponse partielle
validation-jump-of-dont-know = Saut des « ne sait pas »
validation-kind-of-the-replicate-weights = Sorte des poids de réplication
validation-labels-changed-since-an-earlier-wave = Libellés changés depuis une vague antérieure
validation-labels-in-another-language = Libellés dans une autre langue
validation-margins-against-their-targets = { -calibration-targets-initial }
validation-margins-of-stability-within-reach = Seuils de stabilité à portée
validation-marks-of-options-turned = Marques des réponses choisies
validation-meaningless-open-answers = Réponses ouvertes dépourvues de sens
validation-modes-of-interview = Modes de collecte
validation-more-than-rows-comparing-every-pair = plus de { $many_rows } lignes : comparer chaque paire serait trop long
validation-names-a-check-that-holds = `{ $key }:` nomme « { $name } », une vérification qui protège des personnes : sa gravité ne change pas et ses constats ne s’acceptent pas. Retirez cette ligne.
validation-names-which-is-no-check = `{ $key }:` nomme « { $name } », qui n’est pas une vérification.{ $hint }
validation-nearly-identical-questionnaires = Questionnaires presque identiques
validation-no-earlier-wave-was-given = aucune vague antérieure n’a été fournie
validation-no-number-of-is-above = aucun nombre de « { $column } » ne dépasse { $rule }, que { $share } des nombres dépassaient à la vague { $wave } : ont-ils été plafonnés? Demandez-les entiers, ou déclarez-le (breaks:).
validation-no-question-has-the-role-duration = aucune question n’a le rôle « duration »
validation-no-question-has-the-role-form = aucune question n’a le rôle « form »
validation-no-question-has-the-role-interview-date = aucune question n’a le rôle « interview_date »
validation-no-question-has-the-role-mode = aucune question n’a le rôle « mode »
validation-nobody-gave-answer-to-which-of-the = personne n’a donné la réponse { $rule } à « { $column } », que { $share } des personnes donnaient à la vague { $wave }, et aucune rupture n’est déclarée.
validation-not-checked = Non vérifié ({ $reason }) : { $checks }
validation-not-supplied = non fourni
validation-nothing-stops-publication = Rien n’empêche la publication.
validation-numbers = Nombres
validation-numbers-capped = Nombres plafonnés
validation-numbers-in-another-unit = Nombres dans une autre unité
validation-numbers-rounded = Nombres arrondis
validation-of-the-primary-units-bear-a-number-of = { $share } des unités primaires (« { $column } ») portent un numéro de la vague { $wave }, alors que l’enquête déclare ses vagues indépendantes (overlap: none). Si ce sont les mêmes unités, écrivez overlap: psu; sinon, accept: [{"{"}check: psu_numbers_again, …{"}"}].
validation-of-those-to-whom-was-put-said-that-they = { $share } des personnes à qui « { $column } » a été posée ({ $count }) ont répondu ne pas savoir.
validation-once-weighted-margin-gives-cell-instead = une fois pondérée, la marge « { $column } » donne { $found } à la cellule { $rule } au lieu de { $wanted }.
validation-one-column-twice = Une même colonne deux fois
validation-one-psu-one-stratum = Une UPE, une strate
validation-outcome-says-and-it-cannot-be-more = `outcome` dit { $smaller } { $least } et { $larger } { $most }; ce ne peut être plus. Corrigez les nombres.
validation-outcome-says-more-completed-than-were-in = `outcome` dit { $counted }; plus d’entrevues complètes que de personnes dans le champ. Corrigez les nombres.
validation-pairs-no-more-often-than-alone = Paires pas plus souvent tirées ensemble que séparément
validation-pairs-of-units-are-drawn-together-too-often = { $count ->
       [one] { $count } paire d’unités sur { $pairs } est tirée
       *[other] { $count } paires d’unités sur { $pairs } sont tirées
    } ensemble plus souvent que si chacune l’était séparément (p_ij > p_i p_j, avec « { $column } ») : des variances peuvent être négatives, et ces estimations sont alors refusées. Vérifiez le fichier de joint_probabilities et son ordre des unités auprès de qui a tiré l’échantillon; si le tirage est bien ainsi, accept: [{"{"}check: pairs_too_often, …{"}"}].
validation-participation = Participation
validation-participation-rate = Taux de participation
validation-people-it-was-put-to = Personnes à qui la question a été posée
validation-places-in-the-file = {" "}Rangs dans le fichier : { $rows }
validation-places-in-the-file-from-1 = Rangs dans le fichier, à partir de 1 ({ $count })
validation-primary-units-out-of-lie-in-more-than = { $count ->
       [one] { $count } unité primaire (« { $column } ») sur { $units } est dans plus d’une strate : elle compte
       *[other] { $count } unités primaires (« { $column } ») sur { $units } sont dans plus d’une strate : elles comptent
    } pour autant d’unités que de strates. Faites corriger le fichier; si les numéros recommencent dans chaque strate, accept: [{"{"}check: psu_in_two_strata, …{"}"}].
validation-primary-units-out-of-lie-in-several = { $count ->
       [one] { $count } unité primaire (« { $column } ») sur { $units } se trouve
       *[other] { $count } unités primaires (« { $column } ») sur { $units } se trouvent
    } à la fois en plusieurs lieux de « { $rule } » : des numéros qui recommencent réunissent des grappes qui n’en sont pas une. Écrivez design: {"{"}stratum: { $place }{"}"} s’il n’y a pas de strate, faites de chaque lieu un volet (rows:), ou donnez à chacun ses numéros; s’il n’en est rien, accept: [{"{"}check: psu_across_regions, …{"}"}].
validation-psus-from-wave-to-wave = UPE d’une vague à l’autre
validation-psus-of-one-country-or-region = UPE d’un pays ou d’une région
validation-put-to-everybody-is-blank-for-respondent = « { $column } », posée à tous, est vide pour { $count ->
       [one] { $count } personne
       *[other] { $count } personnes
    } ({ $share }) sans code de non-réponse.
validation-questionnaire-s-are-identical-in-every = { $count ->
       [one] { $count } questionnaire est identique en tout point ({ $columns } colonnes) à un questionnaire de la vague { $wave }, sous un autre identifiant
       *[other] { $count } questionnaires sont identiques en tout point ({ $columns } colonnes) à ceux de la vague { $wave }, sous d’autres identifiants
    }; le hasard en donnerait moins de { $chance }. Demandez au fournisseur le fichier de cette vague-ci.
validation-questions-without-an-answer = Questions sans réponse
validation-quoted = « { $text } »
validation-range-of-numbers = Étendue des nombres
validation-range-of-the-weights = Étendue des poids
validation-respondent-s-answered-nothing-from-on-or = { $count ->
       [one] { $count } personne ({ $share }) n’a
       *[other] { $count } personnes ({ $share }) n’ont
    } plus rien répondu à partir de « { $column } » ou avant : au moins le quart du questionnaire est vide.
validation-respondent-s-answered-though-outside-its = { $count ->
       [one] { $count } personne a
       *[other] { $count } personnes ont
    } répondu à « { $column } » sans faire partie de sa base ({ $rule }).
validation-respondent-s-gave-the-same-answer-to-all = { $count ->
       [one] { $count } personne ({ $share }) a
       *[other] { $count } personnes ({ $share }) ont
    } donné la même réponse aux { $items } questions de la grille qui commence à « { $column } ».
validation-respondent-s-have-a-zero-or-negative = { $count ->
       [one] { $count } personne a
       *[other] { $count } personnes ont
    } un poids nul ou négatif dans « { $column } ». Faites corriger les poids négatifs; si le poids nul est voulu (la ligne ne compte alors pour personne), écrivez sous `design:` missing_weight: zero.
validation-respondent-s-have-answers-identical-in = { $count ->
       [one] { $count } personne a
       *[other] { $count } personnes ont
    } des réponses identiques en tout point à celles d’une autre ({ $items } questions).
validation-respondent-s-have-no-usable-weight-in = { $count ->
       [one] { $count } personne n’a
       *[other] { $count } personnes n’ont
    } pas de poids utilisable dans « { $column } » (vide, infini ou non numérique). Faites corriger le fichier, ou dites sous `design:` ce qu’est une ligne sans poids : missing_weight: outside (hors de l’échantillon) ou zero.
validation-respondent-s-in-the-base-of-have-nothing = { $count ->
       [one] { $count } personne de la base de « { $column } » ({ $rule }) n’y a
       *[other] { $count } personnes de la base de « { $column } » ({ $rule }) n’y ont
    } aucune réponse, pas même un refus.
validation-respondent-s-share-more-than-95-of-their = { $count ->
       [one] { $count } personne a
       *[other] { $count } personnes ont
    } plus de 95 % de réponses communes avec une autre ({ $items } questions).
validation-respondent-s-took-less-than-a-third-of = { $count ->
       [one] { $count } personne ({ $share }) a répondu en moins du tiers de la durée médiane de son mode
       *[other] { $count } personnes ({ $share }) ont répondu en moins du tiers de la durée médiane de leur mode
    } (« { $column } »).
validation-response-rate-aapor-rr1 = Taux de réponse (AAPOR, TR1)
validation-row-s-have-no-identifier-in = { $count ->
       [one] { $count } ligne n’a
       *[other] { $count } lignes n’ont
    } pas d’identifiant dans « { $column } ».
validation-row-s-have-no-value-in-the-design-column = { $count ->
       [one] { $count } ligne n’a
       *[other] { $count } lignes n’ont
    } pas de valeur dans la colonne du plan « { $column } ».
validation-row-s-share-their-identifier-with = { $count ->
       [one] { $count } ligne partage son identifiant
       *[other] { $count } lignes partagent leur identifiant
    } (« { $column } ») avec une autre. Demandez au fournisseur laquelle garder.
validation-rows-checked = Lignes vérifiées
validation-rows-excluded-by-the-declared-rule = Lignes exclues par la règle déclarée
validation-rows-of-the-file-belong-to-no-wave-rows = ; { $count ->
       [one] { $count } ligne du fichier n’est
       *[other] { $count } lignes du fichier ne sont
    } d’aucune vague (rows:)
validation-rows-read = Lignes lues
validation-rows-read-excluded-checked = { $file } : { $read ->
       [one] { $read } ligne lue
       *[other] { $read } lignes lues
    }, { $out ->
       [one] { $out } exclue
       *[other] { $out } exclues
    }, { $kept ->
       [one] { $kept } vérifiée
       *[other] { $kept } vérifiées
    }
validation-sampling-design = Plan de sondage
validation-scale-of-the-weights = Échelle des poids par rapport à la vague précédente
validation-scale-reversed-since-an-earlier-wave = Échelle inversée depuis une vague antérieure
validation-share = Part
validation-share-of-dont-know = Part de « ne sait pas »
validation-shares-of-the-split-ballot = Parts du questionnaire scindé
validation-signs =  :{" "}
validation-stage = Étape
validation-sum-of-the-weights = Somme des poids
validation-synthetic-data = Données fictives
validation-the-answers-to-are-those-to = les réponses à « { $column } » sont, pour chaque personne, celles à « { $rule } » : une colonne a-t-elle été copiée à la place d’une autre? Faites corriger le fichier; si ce n’est qu’une question, retirez l’une des deux.
validation-the-answers-to-moved-more-than-sampling = les réponses à « { $column } » ont bougé plus que l’échantillonnage ne l’explique : la part de { $answer } est passée de { $before } à { $now } depuis la vague { $wave } ({ $points } points, p ajusté { $p }). Un changement réel est une nouvelle ; vérifiez qu’il n’est pas dû au fichier.
validation-the-answers-to-no-longer-go-with = les réponses à « { $column } » ne vont plus avec rien de ce avec quoi elles allaient à la vague { $wave }, comme si la colonne était décalée de quelques lignes. Comparez-la à l’original du fournisseur, ou acceptez (accept: [{"{"}check: column_shifted, column: { $column }, …{"}"}]).
validation-the-ballot-forms-were-not-allotted-in = les versions du questionnaire (« { $column } ») n’ont pas été attribuées à parts égales : la version { $version } a { $share } des personnes au lieu de { $expected }.
validation-the-column-in-the-file-is-missing-ask = la colonne « { $column } » ({ $source } dans le fichier) manque{ $hint }. Demandez-la, ou déclarez dans quelles vagues la question a été posée (waves:).
validation-the-column-is-unknown-to-the-definition = la colonne « { $column } » est inconnue de la définition. Retirez-la du fichier, ou déclarez-la dans le questionnaire (au besoin de type open ou number).
validation-the-composition-of-the-sample-by-moved = la composition de l’échantillon selon « { $column } » a bougé : la part de { $answer } est passée de { $before } à { $now } depuis la vague { $wave } ({ $points } points, p ajusté { $p }).
validation-the-declared-margin-can-never-be-met = « { $column } » : le seuil de stabilité déclaré (± { $rule }) ne pourra jamais être démontré, la demi-largeur de l’intervalle à 90 % du changement étant de { $half }. Déclarez un seuil plus grand pour la prochaine vague, ou interrogez plus de personnes (padai plan).
validation-the-definition-does-not-announce-the-sum = la définition n’annonce pas la somme des poids (weight_total)
validation-the-definition-names-no-id-column = la définition ne nomme pas de colonne d’identifiant
validation-the-definition-names-no-weight-column = la définition ne nomme pas de colonne de poids
validation-the-earlier-files-have-no-value-labels = les fichiers antérieurs ne portent pas de libellés de valeurs
validation-the-file-does-not-offer-the-same-answers = le fichier n’offre plus à « { $column } » les mêmes réponses que la vague { $wave } ({ $rule }), et aucune rupture n’est déclarée.
validation-the-file-gives-codes-that-the-definition = le fichier donne à « { $column } » des codes que la définition ne connaît pas : { $rule }.
validation-the-file-has-no-value-labels = le fichier ne porte pas de libellés de valeurs
validation-the-file-marks-as-missing-codes-of-that = le fichier marque comme manquants des codes de « { $column } » que la définition compte comme des réponses : { $rule }.
validation-the-files-missing-codes = Codes de non-réponse du fichier
validation-the-kish-design-effect-went-from-to = l’{ -design-effect } de Kish (« { $column } ») est passé de { $before } à { $now } depuis la vague { $wave }.
validation-the-labels-of-the-file-are-in-another-language = les libellés du fichier semblent être dans une autre langue (« { $now } ») que ceux de la vague { $wave } (« { $before } ») : aucun mot ne dit si les réponses de { $count } questions ({ $questions }) sont restées les mêmes. Comparez les questionnaires, ou demandez le fichier avec des libellés dans une seule langue.
validation-the-largest-weight-is-times-the-mean = le plus grand poids (« { $column } ») vaut { $ratio } fois le poids moyen (seuil : { $rule }) ; { -design-effect } de Kish : { $deff }.
validation-the-median-of-is-times-that-of = la médiane de « { $column } » vaut { $ratio } fois celle de la vague { $wave } : est-ce une autre unité (minutes et secondes, dollars et milliers)? Demandez les mêmes nombres; si c’est voulu, déclarez-le (breaks:).
validation-the-mix-of-modes-moved-the-share-of-went = la répartition des modes (« { $column } ») a bougé : la part de { $answer } est passée de { $before } à { $now } depuis la vague { $wave } ({ $points } points, p ajusté { $p }).
validation-the-numbers-of-are-multiples-of = les nombres de « { $column } » sont des multiples de { $rule }, et ne l’étaient pas à la vague { $wave } : ont-ils été arrondis? Demandez-les entiers, ou déclarez-le (breaks:).
validation-the-part-has-no-targets = le volet n’a pas de { -calibration-targets }
validation-the-replicate-weights-are-of-another-kind = { $count } poids de réplication, à partir de « { $column } », sont déclarés kind: { $declared }, et { $kind ->
        [whole] aucun ne laisse personne de côté, comme le fait ce genre : les erreurs types seraient fausses. Écrivez ce que dit la documentation du fichier, par exemple replicates: {"{"}kind: fay, rho: …{"}"}
        *[other] ce qu’ils sont du poids est propre à kind: { $kind } : les erreurs types seraient fausses. Écrivez replicates: {"{"}kind: { $kind }, …{"}"}
    }, ou scale: si la documentation du fichier donne le facteur de la variance.
validation-the-same-answer-to-a-whole-grid = Réponses identiques à toute une grille
validation-the-same-of-others = de même dans { $count } autres colonnes (lignes de chacune) : { $listed }
validation-the-share-of-dont-know-in-went-from-to = la part de « ne sait pas » à « { $column } » est passée de { $before } à { $now } depuis la vague { $wave } ({ $points } points, p ajusté { $p }).
validation-the-survey-does-not-declare-its-waves = l’enquête ne déclare pas ses vagues indépendantes (overlap: none)
validation-the-weights-are-all-alike = tous les poids (« { $column } ») sont égaux, et ne l’étaient pas à la vague { $wave } : le fichier est-il pondéré? Demandez les poids; si c’est voulu, accept: [{"{"}check: weights_flat, …{"}"}].
validation-the-weights-are-of-another-scale = la somme des poids (« { $column } ») est { $now } (moyenne { $mean }), contre { $before } (moyenne { $meant }) à la vague { $wave } : ce ne sont pas des poids de même échelle, et des totaux ou des vagues regroupées ne se comparent pas. Demandez les mêmes poids; si c’est voulu, écrivez sous le volet weight_total: { $total }.
validation-the-weights-no-longer-hang-on-the-groups = les poids (« { $column } ») ne dépendent plus des groupes : ceux-ci en expliquaient { $before } à la vague { $wave }, et { $now } ici, comme si la colonne était décalée de quelques lignes. Comparez-la à l’original du fournisseur, ou acceptez (accept: [{"{"}check: weights_shifted, …{"}"}]).
validation-the-weights-sum-to-the-definition = la somme des poids (« { $column } ») est { $found } ; la définition annonce { $rule }.
validation-the-weights-take-values-only-all-whole = les poids (« { $column } ») ne prennent que { $values } valeurs, toutes entières, de { $low } à { $high } : sont-ce des codes ? Si la colonne est une autre, écrivez design: {"{"}weight: …{"}"}; si ce sont bien des poids, accept: [{"{"}check: weight_of_codes, …{"}"}].
validation-this-page-holds-numbers-proportions-and = Cette page ne contient que des nombres, des proportions et des rangs dans le fichier : aucune réponse ni aucun identifiant. Document de travail, à ne pas publier.
validation-two-codes-exchanged = Deux codes intervertis
validation-unique-identifiers = Identifiants uniques
validation-validate-cannot-be-an-earlier-wave-of-it = validate : { $theirs } ne peut être une vague antérieure de { $mine } : c’est une autre enquête ou un autre volet.
validation-validate-stage-is-unknown-give-delivered = validate : l’étape « { $stage } » est inconnue; donnez « delivered » ou « weighted ».
validation-validate-this-wave-was-made-from-a-data = validate : cette vague vient d’un tableau, sans définition d’enquête : rien à quoi la comparer. Lisez-la par read_wave, ou donnez `survey=` à Wave.
validation-validate-wave-of-is-not-earlier-than = validate : la vague { $other_id } de { $survey_id } ne précède pas { $wave_id }.
validation-validation-findings = Constats de validation
validation-value-labels = Libellés de valeurs
validation-value-labels-swapped = Libellés de valeurs inversés
validation-warning = Avertissement
validation-warnings = Avertissements
validation-was-left-without-an-answer-by-of-those = « { $column } » est restée sans réponse pour { $share } des personnes à qui elle a été posée ({ $count }).
validation-was-not-put-to-of-the-respondents-but = « { $column } » n’a pas été posée à { $share } des personnes ({ $count }), mais la définition ne dit pas à qui elle l’a été (base:).
validation-was-put-by-the-answers-to = { $codes ->
       [none] « { $column } » n’a pas été posée à des personnes qui sont exactement celles de petits groupes selon « { $lead } » : sa base dirait combien elles sont. Fusionnez ces groupes, ou retirez la question de cette vague (waves:).
       *[other] « { $column } » n’a pas été posée à des personnes que leurs réponses à « { $lead } » distinguent des autres, et la définition ne le dit pas : sa base dirait combien elles sont. Déclarez-la (base: {"{"}question: { $lead }, codes: [{ $codes }]{"}"}); ce constat ne s’accepte pas.
    }
validation-was-put-to-of-the-respondents-in-its = « { $column } » a été posée à { $now } des personnes de sa base déclarée, contre { $before } à la vague { $wave }, et aucune rupture n’est déclarée.
validation-wave = Vague
validation-weighted-data-bf62 = Données pondérées
validation-weighted-data-f834 = données pondérées
validation-weights-all-alike = Poids tous égaux
validation-weights-and-not-codes = Des poids, et non des codes
validation-weights-in-each-wave-or-in-none = Des poids à chaque vague ou à aucune
validation-weights-positive = Poids positifs
validation-weights-present = Poids présents
validation-weights-that-go-with-no-group = Poids détachés des groupes
