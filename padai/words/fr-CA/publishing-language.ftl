# padai, publishing-language

publishing-language-about-this-version = À propos de cette version
publishing-language-annex = Annexe. Tableaux de données
publishing-language-because = {"\u202F: "}{ $text }
publishing-language-between-editions = entre { $first } et { $last }
publishing-language-callout-caution = Mise en garde
publishing-language-callout-important = Important
publishing-language-callout-note = Note
publishing-language-callout-tip = Astuce
publishing-language-callout-warning = Avertissement
publishing-language-cannot-tell-of = les données ne permettent pas de conclure pour { $whole ->
        [only] le seul résultat comparé
        [all] les { $every } résultats comparés
       *[some] { $some } des { $every } résultats comparés
    }
publishing-language-change-between = écart entre { $first } et { $last }
publishing-language-claims-cause = l’enquête ne montre pas de cause
publishing-language-claims-nothing = il n’est jamais démontré que rien n’a changé
publishing-language-claims-strength = une taille se dit par son nombre
publishing-language-claims-unknown = le titre « { $text } » ne peut être vérifié : padai ne connaît pas les mots qui vont trop loin en `{ $lang }`. Retirer ce titre; padai écrit le sien.
publishing-language-colon = {"\u00A0: "}
publishing-language-dates-from-to = du { $first } au { $last }
publishing-language-dates-not-supplied = à des dates non fournies
publishing-language-depends-on-method = Ce constat dépend d’un choix de méthode :{" "}
publishing-language-deposit-weight = Pondération : moyenne d’enregistrements de même profil
publishing-language-english-basis = Fondement de la version anglaise : { $basis }
publishing-language-explorer-break = rupture
publishing-language-explorer-broken-line = ligne interrompue
publishing-language-explorer-estimate = Estimation
publishing-language-explorer-from = De
publishing-language-explorer-group = Groupe
publishing-language-explorer-lines = Traits : { $interval }.
publishing-language-explorer-none-found = Aucune question ne contient « { $text } ».
publishing-language-explorer-png = Image PNG
publishing-language-explorer-point = { $n } point
publishing-language-explorer-points = { $n } points
publishing-language-explorer-question = Question
publishing-language-explorer-remark = Remarque
publishing-language-explorer-svg = Image SVG
publishing-language-explorer-this-mean = cette moyenne
publishing-language-explorer-this-share = cette part
publishing-language-explorer-under = Sous chaque estimation : { $interval }, puis n.
publishing-language-figure = Figure
publishing-language-first-day = 1er
publishing-language-follow-up = ce qui suit une publication (registre, lettre, fiche, trousse, repères) s’écrit en français et en anglais seulement; retirer `{ $file }` ou les autres langues que { $known }.
publishing-language-from-edition-to = Entre { $first } et { $last }
publishing-language-guarded = un échantillon de type « { $kind } » interdit des mots que padai ne connaît pas en `{ $lang }`; il les connaît en { $known }. Retirer `{ $lang }` de `languages:`.
publishing-language-in-month = en { $first }
publishing-language-lacks-messages = padai n’a pas tous ses mots en `{ $lang }` : il lui en manque { $count } (par exemple { $lacked }). Tout fonctionne, sauf la publication. Pour publier, ne nommer sous `languages:` que des langues complètes ({ $known }), ou traduire ce qui manque : padai words export { $lang } mots.xlsx.
publishing-language-link-to-section = Lien vers la section
publishing-language-listed-last = { $rest } et { $last }
publishing-language-main-comparisons = comparaisons principales { $chosen ->
        [proposed] proposées
       *[other] déclarées
    }
publishing-language-many-tables = tableaux
publishing-language-margin-points = { $n ->
        [one] point
       *[other] points
    }
publishing-language-minipublic-banner = Panel citoyen : ces résultats portent sur les personnes participantes et ne représentent pas la population
publishing-language-minipublic-kind = panel citoyen
publishing-language-minipublic-people = des personnes participantes
publishing-language-minipublic-precision = Aucun groupe de comparaison : rien ne montre qu’un changement vient de la délibération.
publishing-language-minutes =
    { $n ->
        [one] { $n } minute
       *[other] { $n } minutes
    }
publishing-language-months-from-to = de { $first } à { $last }
publishing-language-moved = { $side ->
        [up] { $names } { $n ->
            [one] a augmenté
           *[other] ont augmenté
        }
       *[down] { $names } { $n ->
            [one] a diminué
           *[other] ont diminué
        }
    }
publishing-language-moved-by = { $side ->
        [up] { $name } a augmenté de { $size }
       *[down] { $name } a diminué de { $size }
    }
publishing-language-moved-by-too = { $name } de { $size }
publishing-language-next-question = Question suivante
publishing-language-none-declared = Aucun résultat n’est déclaré ni proposé.
publishing-language-of-the-document = {" "}du document « { $name } »
publishing-language-of-version = {" "}(version { $n })
publishing-language-one-table = tableau
publishing-language-open-banner = Consultation ouverte : ces résultats ne représentent pas la population
publishing-language-open-kind = consultation ouverte
publishing-language-open-people = des personnes qui ont participé
publishing-language-open-precision = Aucune mesure de précision n’a de sens ici et aucune n’est donnée.
publishing-language-other-results = { $n ->
        [1] un autre résultat
        [2] deux autres résultats
        [3] trois autres résultats
        [4] quatre autres résultats
        [5] cinq autres résultats
        [6] six autres résultats
        [7] sept autres résultats
        [8] huit autres résultats
        [9] neuf autres résultats
       *[other] { $n }{"\u00A0"}autres résultats
    }
publishing-language-others-moved = { $side ->
        [up] { $said }, et { $others } { $n ->
            [one] a aussi augmenté
           *[other] ont aussi augmenté
        }
       *[down] { $said }, et { $others } { $n ->
            [one] a aussi diminué
           *[other] ont aussi diminué
        }
    }
publishing-language-page = page
publishing-language-percentage-points = { $n ->
        [one] { -percentage-point }
       *[other] { -percentage-points }
    }
publishing-language-points = { $n ->
        [one] point
       *[other] points
    }
publishing-language-points-short = pt
publishing-language-prevails = La version en { $language } prévaut
publishing-language-probability-interval = intervalle de confiance à { $level }
publishing-language-probability-interval-short = IC à { $level }
publishing-language-probability-kind = échantillon probabiliste
publishing-language-probability-people = de la population
publishing-language-probability-precision = Échantillon probabiliste : chaque estimation est publiée avec son intervalle de confiance à { $level }, qui tient compte { $weights }.
publishing-language-questions-counted = { $title } ({ $count } { $n ->
        [one] question
       *[other] questions
    })
publishing-language-quota-interval = intervalle indicatif à { $level }
publishing-language-quota-interval-short = int. indicatif à { $level }
publishing-language-quota-kind = échantillon par quotas, non probabiliste
publishing-language-quota-people = des répondants
publishing-language-quota-precision = L’échantillon n’est pas tiré au hasard : l’intervalle publié est indicatif. Il est calculé comme si, une fois pondérés par les marges décrites ici, les répondants formaient un échantillon aléatoire de la population. Rien ne permet de vérifier cette hypothèse ; l’erreur de couverture et l’autosélection ne sont pas mesurées.
publishing-language-quota-under = Échantillon non probabiliste : l’intervalle suppose qu’une fois pondérés, les répondants se comparent à un échantillon aléatoire ; il ne mesure ni l’erreur de couverture ni l’autosélection.
publishing-language-reason-at-limit = proportion de 0 ou de 1 : l’{ -design-effect } n’existe pas
publishing-language-reason-empty-domain = personne n’a répondu
publishing-language-reason-empty-replicate = une réplique ne compte aucune personne
publishing-language-reason-mean-of-zero = estimation nulle : le coefficient de variation n’existe pas
publishing-language-reason-no-degrees-of-freedom = trop peu d’unités pour estimer la précision
publishing-language-reason-no-interval = cette méthode ne donne pas d’intervalle
publishing-language-reason-no-limit = l’intervalle dépasse les valeurs observées
publishing-language-reason-no-sampling-error = valeur fixée par le plan de sondage ou par le calage
publishing-language-reason-no-variation = toutes les réponses sont égales : l’{ -design-effect } n’existe pas
publishing-language-reason-one-value = les deux limites tombent sur une même valeur
publishing-language-reason-share-of-0-or-1 = proportion de 0 ou de 1 : elle n’a pas de logit
publishing-language-reason-too-few-comparable-waves = trop peu de vagues comparables
publishing-language-reason-too-few-degrees-of-freedom = trop peu d’unités primaires pour ce calcul
publishing-language-report-prevails = La version en { $language } de ce rapport prévaut.
publishing-language-scale-points = { $n ->
        [one] point de l’échelle
       *[other] points de l’échelle
    }
publishing-language-section = Section
publishing-language-semicolon = {"\u202F; "}
publishing-language-since-edition = Depuis { $first }
publishing-language-small-number = { $n ->
        [1] un
        [2] deux
        [3] trois
        [4] quatre
        [5] cinq
        [6] six
        [7] sept
        [8] huit
        [9] neuf
       *[other] { $count }
    }
publishing-language-stable-of = { $whole ->
        [only] le seul résultat comparé demeure stable
        [all] les { $every } résultats comparés demeurent stables
       *[some] { $n ->
            [1] { $some } des { $every } résultats comparés demeure stable
           *[other] { $some } des { $every } résultats comparés demeurent stables
        }
    } { $within }
publishing-language-stable-within = { $known ->
        [yes] (à{"\u00A0"}±{"\u00A0"}{ $d } près)
       *[no] dans les limites déclarées
    }
publishing-language-status-corrected = Version corrigée
publishing-language-status-demonstration = Démonstration
publishing-language-status-draft = Ébauche : ne pas diffuser
publishing-language-status-embargoed = Sous embargo jusqu’au { $date }
publishing-language-status-unreviewed = Ébauche, non relue : ne pas diffuser
publishing-language-status-withdrawn = Publication retirée
publishing-language-table = Tableau
publishing-language-template-all-answers = Toutes les réponses
publishing-language-template-all-tables = Tous les tableaux
publishing-language-template-before-and-after = Avant et après la délibération
publishing-language-template-closed-answers = Réponses aux questions fermées
publishing-language-template-comparability = Comparabilité
publishing-language-template-consultation = Consultation
publishing-language-template-contributions = Ce qui revient dans les contributions
publishing-language-template-draw = Comment le tirage a été fait
publishing-language-template-essentials = L’essentiel
publishing-language-template-from-invitation = De l’invitation à la dernière séance
publishing-language-template-given-words = Les mots donnés
publishing-language-template-how-to-read = Comment lire ce rapport
publishing-language-template-key-findings = Faits saillants
publishing-language-template-key-results = Résultats clés
publishing-language-template-limits = Les limites
publishing-language-template-members = Qui compose le panel
publishing-language-template-method = Méthode
publishing-language-template-methodology = Méthodologie
publishing-language-template-not-to-write = À ne pas écrire
publishing-language-template-one-page = L’essentiel en une page
publishing-language-template-panel = Panel citoyen
publishing-language-template-press = Pour la presse
publishing-language-template-questionnaire = Questionnaire et résultats
publishing-language-template-questionnaire-alone = Questionnaire
publishing-language-template-recommendations = Ce que le panel recommande
publishing-language-template-report = Rapport
publishing-language-template-sentences = Chaque résultat clé, prêt à citer
publishing-language-template-survey-and-limits = L’enquête et ses limites
publishing-language-template-who-took-part = Qui a participé
publishing-language-the-edition = { $noun ->
        [vague] la { $label }
        [mesure] la { $label }
        [collecte] la { $label }
        [version] la { $label }
        [janvier] l’édition de { $label }
        [fevrier] l’édition de { $label }
        [mars] l’édition de { $label }
        [mai] l’édition de { $label }
        [juin] l’édition de { $label }
        [juillet] l’édition de { $label }
        [septembre] l’édition de { $label }
        [novembre] l’édition de { $label }
        [decembre] l’édition de { $label }
        [avril] l’édition d’{ $label }
        [aout] l’édition d’{ $label }
        [octobre] l’édition d’{ $label }
       *[other] { $vowel ->
            [yes] l’{ $label }
           *[no] l’édition { $name }
        }
    }
publishing-language-told = { $what ->
        [same] { $whom } { $n ->
            [one] demeure stable
           *[other] demeurent stables
        } { $within }
        [open_period] aucune tendance n’est démontrée pour { $whom }
       *[open_step] les données ne permettent pas de conclure pour { $whom }
    }
publishing-language-unknown = { $what ->
        [open] Depuis { $since }, les données ne permettent pas de conclure{ $every ->
            [only] {""}
            [all] {" "}pour les { $of } { $comparisons }
           *[some] {" "}pour { $n ->
                [1] une
               *[other] { $some }
            } des { $of } { $comparisons }
        }
        [flat] Depuis { $since }, aucune tendance n’est démontrée{ $every ->
            [only] {""}
            [all] {" "}pour les { $of } { $comparisons }
           *[some] {" "}pour { $n ->
                [1] une
               *[other] { $some }
            } des { $of } { $comparisons }
        }
       *[broken] { $every ->
            [only] aucune comparaison n’est possible avec { $since }
            [all] aucune des { $of } { $comparisons } ne peut être faite avec { $since }
           *[some] { $n ->
                [1] une des { $of } { $comparisons } ne peut être faite
               *[other] { $some } des { $of } { $comparisons } ne peuvent être faites
            } avec { $since }
        }
    }
publishing-language-untold-interval = intervalle indicatif à { $level }
publishing-language-untold-interval-short = int. indicatif à { $level }
publishing-language-untold-kind = type d’échantillon non fourni
publishing-language-untold-people = des répondants
publishing-language-untold-precision = Rien ne dit si l’échantillon est tiré au hasard : l’intervalle publié est indicatif.
publishing-language-untold-under = Type d’échantillon non fourni : l’intervalle suppose qu’une fois pondérés, les répondants se comparent à un échantillon aléatoire.
publishing-language-weights-calibrated = du plan de sondage et du calage
publishing-language-weights-delivered = du plan de sondage et des poids livrés avec les données
publishing-language-weights-none = du plan de sondage seul, les réponses n’étant pas pondérées
publishing-language-word-alpha = alpha
publishing-language-word-base = Base
publishing-language-word-date = Date
publishing-language-word-menu = Menu
publishing-language-word-questions = Questions
publishing-language-word-version = Version
