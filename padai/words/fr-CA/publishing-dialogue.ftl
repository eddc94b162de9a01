# padai, publishing-dialogue

publishing-dialogue-a-cell-holds-the-volunteers-who-are = Une cellule réunit les volontaires semblables pour tous les quotas; son nom ne dit pas en quoi.
publishing-dialogue-a-contribution-may-carry-several-themes = Une contribution peut porter plusieurs thèmes : les nombres ne s’additionnent pas.
publishing-dialogue-a-draw-to-quotas-cannot-give-everyone = Un tirage à quotas ne peut pas donner la même chance à tous : qui appartient à un groupe rare parmi les volontaires est tiré plus souvent. La loterie est celle dont la plus petite chance est la plus grande possible, puis la deuxième plus petite, et ainsi de suite (méthode leximin : Flanigan et coll., Nature 596, 2021). Les chances ci-dessous sont exactes : ce sont des nombres entiers de billets.
publishing-dialogue-a-figure-that-this-reply-rests-on-has = Un chiffre auquel cette réponse se rapporte a été corrigé depuis ; elle est à revoir.
publishing-dialogue-a-gap-was-wanted = {" "}(un écart était voulu)
publishing-dialogue-a-mandate-lasts-months = Un mandat dure { $months } mois, { $times }.
publishing-dialogue-a-may-not-be-described-by-change-the = { $words } ne peut se dire de cette enquête ({ $survey_kind }). Changez le texte dans la définition ou dans le gabarit du projet.
publishing-dialogue-a-pdf-does-not-say-how-many-sheets-it = un PDF ne dit pas combien de feuilles il compte.
publishing-dialogue-a-recommendation-is-adopted-where-votes = Une recommandation est adoptée si les voix pour dépassent { $share } des voix pour ou contre. Toutes celles qui ont été mises aux voix sont publiées, avec l’avis des personnes en désaccord.
publishing-dialogue-a-sentence-of-the-plain-language-page = une phrase de la page en langage clair compte { $long } mots, pour une limite de { $most_words } : « { $longest } »
publishing-dialogue-a-single-text = un seul texte
publishing-dialogue-a-standing-panel = Un panel permanent
publishing-dialogue-a-workshop-is-not-a-survey-what-is-said = Un atelier n’est pas une enquête. Ce qui s’y dit est précieux, et ne dit rien de la population : ne comptez pas les avis, rapportez les raisons.
publishing-dialogue-abandoned = Abandonné
publishing-dialogue-about-the-category = porte sur la catégorie
publishing-dialogue-abstentions = Abstentions
publishing-dialogue-accept-a-role = acceptent un rôle
publishing-dialogue-accountable = responsable
publishing-dialogue-adjusted-p-05da = p corrigée
publishing-dialogue-adjusted-p-ac57 = p corrigée
publishing-dialogue-adopted-09b1 = Retenu
publishing-dialogue-adopted-0a6e = adoptée
publishing-dialogue-adopted-8c4b = Adoptée
publishing-dialogue-adopted-in-part = Retenu en partie
publishing-dialogue-adopted-wholly-or-in-part = { $subject ->
       [recommendations] { $n ->
           [one] retenue
          *[other] retenues
        }
      *[findings] { $n ->
           [one] retenu
          *[other] retenus
        }
    }, en tout ou en partie
publishing-dialogue-after = Après
publishing-dialogue-after-minus-before = Après moins avant
publishing-dialogue-after-people-or-mean = Après : personnes, ou moyenne
publishing-dialogue-after-renewal = Après le renouvellement
publishing-dialogue-against = { $count } contre
publishing-dialogue-agreement-between-the-two-coders-is = L’accord entre les deux personnes qui ont codé est mesuré, thème par thème, par l’alpha de Krippendorff : 1 pour un accord parfait, 0 pour celui que donnerait le hasard. À partir de { $good }, le codage est fiable ; de { $least } à { $good }, il est à lire avec prudence ; au-dessous, le nombre n’est pas publié.
publishing-dialogue-agreement-of-coders = Accord
publishing-dialogue-all-findings-and-recommendations-the = Tous les constats et recommandations, du plus récent au plus ancien
publishing-dialogue-all-have-had-a-reply = Tous ont reçu une réponse.
publishing-dialogue-all-recommendations = Toutes les recommandations
publishing-dialogue-all-themes-of-the-register = Tous les thèmes inscrits
publishing-dialogue-all-uses-together = Tous les usages ensemble
publishing-dialogue-alpha = Alpha
publishing-dialogue-another-population-mode-wording-or-scale = Autre population, autre mode, autres mots ou autre échelle : voir chaque énoncé de comparabilité ci-dessous.
publishing-dialogue-another-survey = une autre enquête
publishing-dialogue-answer = Réponse
publishing-dialogue-answer-or-group-of-answers = Réponse ou regroupement de réponses
publishing-dialogue-answered-both-times = Ont répondu les deux fois
publishing-dialogue-answered-the-questionnaire = Ont répondu au questionnaire
publishing-dialogue-answers-before-and-after = Réponses avant et après
publishing-dialogue-answers-before-and-after-same-people = Réponses avant et après, mêmes personnes.
publishing-dialogue-answers-offered = Réponses offertes
publishing-dialogue-answers-that-moved = { $moved ->
        [0] Chez les personnes qui ont répondu deux fois, aucun changement que le hasard seul produirait rarement n’est observé ({ $n } questions testées).
        [one] Chez les personnes qui ont répondu deux fois, les réponses à une des { $n } questions testées ont changé d’une façon que le hasard seul produirait rarement : { $names }.
       *[other] Chez les personnes qui ont répondu deux fois, les réponses à { $some } des { $n } questions testées ont changé d’une façon que le hasard seul produirait rarement : { $names }.
    }
publishing-dialogue-answers-to-closed-questions = Réponses aux questions fermées
publishing-dialogue-around-4ee3 = autour de { $low } { $ten }
publishing-dialogue-around-e2dd = autour de { $count } { $hundred }
publishing-dialogue-as-of = { $name }, au { $day }.
publishing-dialogue-as-of-of-this-edition-still-without-a = Au { $day }, { $count } { $what } de cette édition { $left ->
        [one] est
       *[other] sont
    } toujours sans réponse, depuis { $since }{ $elsewhere ->
        [0] {""}
       *[other] {" "}({ $every } dans tout le registre)
    } : { $names }.
publishing-dialogue-as-of-the-register-holds-in-all-every = Au { $day }, le registre en compte { $count } en tout, toutes éditions comprises.
publishing-dialogue-at-sessions-people-present-of-those-in = Aux séances : personnes présentes, sur celles qui étaient en mandat. Ailleurs : personnes, sur le nombre de sièges.
publishing-dialogue-at-the-end-of-the-mandate-members = À la fin du mandat, { $n } { $kept ->
        [one] membre sur { $before } a accepté
       *[other] membres sur { $before } ont accepté
    } un second mandat ; { $vacant } sièges sont à pourvoir par un nouveau tirage.
publishing-dialogue-away = Éloignées
publishing-dialogue-before = Avant
publishing-dialogue-before-after-and = « { $name } » : { $of } avant, { $of_2 } après. { $toward } et { $away }.
publishing-dialogue-before-and-after = { $before } avant, { $after } après
publishing-dialogue-before-people-or-mean = Avant : personnes, ou moyenne
publishing-dialogue-before-the-meeting = Avant la rencontre
publishing-dialogue-beside-each-row-the-surveys-own-figure = Avec chaque rangée, le chiffre exact de l’enquête. Entre parenthèses, son { $interval } : plus il est large, moins le chiffre est sûr.
publishing-dialogue-between-and = entre { $low } et { $high } { $ten }
publishing-dialogue-body = organisme
publishing-dialogue-breakdown = Répartition
publishing-dialogue-by = { $step }, d’ici le { $until }
publishing-dialogue-by-category-of-uses = Par catégorie d’usages
publishing-dialogue-by-mail = par la poste
publishing-dialogue-by-telephone = par téléphone
publishing-dialogue-category = Catégorie
publishing-dialogue-category-660a = catégorie
publishing-dialogue-cell = Cellule
publishing-dialogue-chance = Chance
publishing-dialogue-changed-without-a-trend = { $change }, mais { $trend }
publishing-dialogue-changes-of-nearly-the-same-people = Une édition déjà publiée donne les réponses d’avant de presque les mêmes personnes. À côté d’elle, les changements de celle-ci diraient ce qu’avaient répondu les quelques personnes qui ne sont que dans l’une des deux. Ces changements ne sont donc pas donnés. Ce que les membres répondent maintenant se lit sous « Toutes les réponses ».
publishing-dialogue-check-the-draw-or-do-it-again = Vérifier le tirage, ou le refaire
publishing-dialogue-close = proche
publishing-dialogue-codebook = Grille de codage
publishing-dialogue-coders-agree-less-on = Nombres à lire avec prudence, faute d’un accord fiable entre les personnes qui ont codé : { $themes }.
publishing-dialogue-coders-agree-on-each-of-them = L’accord des personnes qui ont codé est fiable pour { $many ->
        [one] ce thème
       *[other] chacun d’eux
    }.
publishing-dialogue-comparability = Comparabilité
publishing-dialogue-contact = Personne-ressource
publishing-dialogue-content = Contenu
publishing-dialogue-contents-0856 = Contenu
publishing-dialogue-contents-3533 = Table des matières
publishing-dialogue-contributions = Contributions
publishing-dialogue-contributions-coded-by-two-people-73b3 = Contributions codées par deux personnes
publishing-dialogue-contributions-coded-by-two-people-a82c = contributions codées par deux personnes.
publishing-dialogue-contributions-identical-to-another = contributions identiques à une autre ({ $texts }).
publishing-dialogue-contributions-received-024c = contributions reçues.
publishing-dialogue-contributions-received-0a8a = Contributions reçues
publishing-dialogue-contributions-that-carry-each-theme = Contributions qui portent chaque thème : { $themes }, { $n }.
publishing-dialogue-contributions-with-the-theme = Contributions qui portent le thème
publishing-dialogue-corrected = corrigé
publishing-dialogue-cover = Couverture
publishing-dialogue-csv-address = adresse
publishing-dialogue-csv-date-of-source = date de la source
publishing-dialogue-csv-identifier = identifiant
publishing-dialogue-csv-measure = mesure
publishing-dialogue-csv-notice = avis
publishing-dialogue-csv-other-survey = autre enquête
publishing-dialogue-csv-our-lower-end = notre borne inférieure
publishing-dialogue-csv-our-question = notre question
publishing-dialogue-csv-our-response = notre réponse
publishing-dialogue-csv-our-upper-end = notre borne supérieure
publishing-dialogue-csv-our-value = notre valeur
publishing-dialogue-csv-published-value = valeur publiée
publishing-dialogue-csv-source = source
publishing-dialogue-csv-unit = unité
publishing-dialogue-csv-year = année
publishing-dialogue-data-tables-6e18 = Tableaux de données
publishing-dialogue-data-tables-a13e = Tableaux de données ({ $s })
publishing-dialogue-date = Date
publishing-dialogue-days = jours
publishing-dialogue-declared-quotas-and-volunteers = Quotas déclarés et volontaires.
publishing-dialogue-declared-quotas-volunteers-and-people = Quotas déclarés, volontaires et personnes tirées.
publishing-dialogue-declined-before-starting-replaced = Ont décliné avant de commencer (remplacées)
publishing-dialogue-description-of-the-csv-files-csvw = Description des fichiers CSV (CSVW)
publishing-dialogue-dictionary-english = Dictionnaire (français)
publishing-dialogue-different = autre
publishing-dialogue-diverging-bars = Barres en deux sens.{" "}
publishing-dialogue-done-58af = { $subject ->
       [recommendations] { $n ->
           [one] réalisée
          *[other] réalisées
        }
      *[findings] { $n ->
           [one] réalisé
          *[other] réalisés
        }
    }
publishing-dialogue-done-f6db = Réalisé
publishing-dialogue-download-the-register-csv = Télécharger le registre (csv)
publishing-dialogue-download-the-table-csv = Télécharger le tableau (csv)
publishing-dialogue-download-the-two-files-and-work-out = Téléchargez les deux fichiers et calculez leur empreinte SHA-256 (sous Linux ou macOS, shasum -a 256 loterie.csv; sous Windows, certutil -hashfile loterie.csv SHA256). Elle doit être celle-ci.
publishing-dialogue-draw-not-announced = Tirage non annoncé
publishing-dialogue-drawn-at-random = Elles ont été tirées au hasard.
publishing-dialogue-drawn-by-lot = Tirées au sort
publishing-dialogue-due = échéance : { $due }
publishing-dialogue-due-5595 = échéance
publishing-dialogue-due-on-overdue = échéance du { $due }, dépassée de { $days }. { $body }.
publishing-dialogue-each-row-shows-ten-people-those-that-are = Chaque rangée montre dix personnes. Celles qui sont pleines ont donné cette réponse.
publishing-dialogue-each-ticket-of-the-lottery-says-how-many = Chaque billet de la loterie désigne combien de personnes prendre dans chaque cellule. Ces nombres sont scellés dans loterie.csv : ceux de tous les billets, mis ensemble, diraient le profil de chaque numéro. Le germe choisira un billet parmi 10 000, qui sera seul ouvert, puis l’ordre des personnes.
publishing-dialogue-each-volunteer-knows-their-own-number = Chaque volontaire connaît son numéro; l’organisateur est seul à savoir à qui sont les autres. Aucun nom n’est ici.
publishing-dialogue-edition-0dc5 = Édition { $year }, { $size }
publishing-dialogue-edition-9823 = Édition
publishing-dialogue-edition-or-source = Édition ou source
publishing-dialogue-error-that-draws-leave-in-the-p-value = Erreur que laissent les tirages dans la valeur p
publishing-dialogue-every-case-counted = tous les cas comptés
publishing-dialogue-every-case-counted-or-draws = Tous les cas comptés, ou tirages
publishing-dialogue-every-finding-of-has-had-a-reply = Chaque constat de { $the_wave } a reçu une réponse.
publishing-dialogue-every-key-result-of-earlier-editions = Chaque résultat clé des éditions antérieures et chaque recommandation de panel publiée avant cette édition est inscrit ici, avec ou sans réponse. Les résultats clés de cette édition s’y ajouteront à leur publication. Ces nombres comptent des constats et des recommandations, non des opinions.
publishing-dialogue-every-key-result-of-every-edition-and = Chaque résultat clé de chaque édition et chaque recommandation de panel est inscrit ici, avec ou sans réponse. Ces nombres comptent des constats et des recommandations, non des opinions.
publishing-dialogue-every-published-theme-of-the = Chaque thème publié de la consultation est inscrit ici, avec ou sans réponse{ $rest ->
       [none] {""}
      *[other] , sauf « { $rest } », qui réunit ce qu’aucun thème ne couvre
    }. Ces nombres comptent des thèmes, non des personnes.
publishing-dialogue-every-recommendation-of-the-panel-stands = Chaque recommandation du panel est inscrite ici, avec ou sans réponse, qu’elle ait été adoptée ou non. Ces nombres comptent des recommandations.
publishing-dialogue-everyones-chances = Les chances de chacun
publishing-dialogue-everything-has-had-a-reply = Tout a reçu une réponse.
publishing-dialogue-evidence = Preuve
publishing-dialogue-evidence-c6f6 = preuve
publishing-dialogue-exact-mcnemar-test = test exact de McNemar
publishing-dialogue-exact-p = p exacte
publishing-dialogue-exact-test-populations-shares = { $quota_label }, test exact (parts de la population)
publishing-dialogue-fewer-than-5 = moins de 5 { $hundred }
publishing-dialogue-fewer-than-five-records-were-corrected = « { $name } » : moins de cinq dossiers ont été corrigés depuis une version déjà publiée. La question est délicate : ses nombres ne sont pas publiés de nouveau, pour que leur différence ne dise rien de ces personnes.
publishing-dialogue-figure = Chiffre
publishing-dialogue-figure-8bcd = chiffre
publishing-dialogue-figure-corrected-since = {" "}(chiffre corrigé depuis)
publishing-dialogue-figures-of-other-surveys-beside-ours-and = Chiffres d’autres enquêtes et les nôtres, avec leur comparabilité
publishing-dialogue-figures-to-be-placed-not-compared-ours = Chiffres à situer, et non à comparer (chez nous, { $size })
publishing-dialogue-file-of-volunteers-not-published = Secret et fichier des volontaires (non publiés)
publishing-dialogue-finding = Constat
publishing-dialogue-finding-corrected = Constat corrigé
publishing-dialogue-finding-e20d = constat
publishing-dialogue-finding-of-the-survey = constat de l’enquête
publishing-dialogue-findings-and-recommendations-without-a = Constats et recommandations restés sans réponse
publishing-dialogue-findings-without-a-reply = Constats sans réponse
publishing-dialogue-first-day-of-the-mandate = Premier jour du mandat
publishing-dialogue-flag = cote
publishing-dialogue-flag-x-confidential-f-too-unreliable = Cote : x confidentiel, F trop peu fiable
publishing-dialogue-follow-up-register-as-of = Registre de suivi. État au { $day }.
publishing-dialogue-for-the-facilitator = Pour la personne qui anime
publishing-dialogue-from-invitation-to-the-last-session-in = De l’invitation à la dernière séance, en nombre de personnes.
publishing-dialogue-full-report = Rapport complet
publishing-dialogue-gave-it-once-or-twice = L’ont donnée au moins une fois
publishing-dialogue-group = Groupe
publishing-dialogue-group-given-more-seats-than-its-share-by = * : groupe auquel plus de sièges que sa part ont été donnés, par une décision prise avant le tirage.
publishing-dialogue-group-merged-groups-are-joined-by = Groupe ; des groupes regroupés sont joints par +
publishing-dialogue-groups-joined-by-a-are-counted-and-drawn = {" "}Les groupes joints par un + sont comptés et tirés comme un seul, pour que personne n’y soit reconnu.
publishing-dialogue-have-fallen-over = { $n ->
    [one] a diminué { $over }
   *[other] ont diminué { $over }
}
publishing-dialogue-have-risen-over = { $n ->
    [one] a augmenté { $over }
   *[other] ont augmenté { $over }
}
publishing-dialogue-head-with-n = { $head } (n{"\u00A0"}={"\u00A0"}{ $n })
publishing-dialogue-here-the-data-are-synthetic = Ici, les données sont fictives.
publishing-dialogue-high-end-of-moved-up-of-moved = Borne haute : personnes passées à la réponse, ou dont la note a monté, parmi celles qui ont changé
publishing-dialogue-higher-score = Note plus haute
publishing-dialogue-horizontal-bars = Barres horizontales.{" "}
publishing-dialogue-how-it-goes = Déroulement
publishing-dialogue-how-to-give-your-opinion = Comment donner votre avis
publishing-dialogue-how-to-reach-us = Comment nous joindre
publishing-dialogue-identifier = identifiant
publishing-dialogue-if-chance-alone-had-chosen-the-direction-eb8c = Si le hasard seul avait choisi le sens de chaque changement, un tel écart serait rare.
publishing-dialogue-if-chance-alone-rare-for-one-question = Si le hasard seul avait choisi le sens de chaque changement, un tel écart serait rare pour une question prise seule, mais non parmi les { $tested } questions testées.
publishing-dialogue-if-chance-alone-so-often = Si le hasard seul avait choisi le sens de chaque changement, un écart au moins aussi grand se produirait environ { $times } fois sur 100.
publishing-dialogue-if-you-volunteered-look-for-your-number = Si vous êtes volontaire, cherchez votre numéro dans numeros.csv : il y est une fois. S’il manque, dites-le avant le tirage.
publishing-dialogue-in-disagreement-4b74 = En désaccord ({ $count } { $many })
publishing-dialogue-in-disagreement-bd91 = En désaccord
publishing-dialogue-in-favour = { $count } pour
publishing-dialogue-in-favour-against = { $count } pour, { $count_2 } contre
publishing-dialogue-in-loterie-csv-read-the-rows-whose = Dans loterie.csv, trouvez la ligne dont les billets, du premier au dernier, comprennent celui-là. Le fichier du billet dit combien de personnes prendre dans chaque cellule; l’empreinte SHA-256 du texte « clé:premier-dernier:cellule=personnes,cellule=personnes… », écrit sans espace, est le sceau de cette ligne. Ces nombres ont donc été fixés avant le germe. Le fichier du billet
publishing-dialogue-in-numeros-csv-take-the-numbers-of-a = Dans numeros.csv, prenez les numéros d’une cellule. Rangez-les par l’empreinte SHA-256 du texte « germe:numéro », de la plus petite à la plus grande. Les premiers sont du panel; les suivants sont la réserve. Par exemple,{" "}
publishing-dialogue-in-office = En mandat
publishing-dialogue-in-people = { $label }, en nombre de personnes.
publishing-dialogue-in-person = en personne
publishing-dialogue-in-progress = En cours
publishing-dialogue-in-service = En service
publishing-dialogue-in-service-dabb = en service
publishing-dialogue-in-the-population = dans la population
publishing-dialogue-in-the-register = { $subject ->
       [recommendations] { $n ->
           [one] inscrite
          *[other] inscrites
        }
      *[findings] { $n ->
           [one] inscrit
          *[other] inscrits
        }
    } au registre
publishing-dialogue-individual-changes = Changements individuels
publishing-dialogue-invitations-sent = Invitations envoyées
publishing-dialogue-its-figure = Son chiffre
publishing-dialogue-kept-this-answer = Ont gardé cette réponse
publishing-dialogue-kind = nature
publishing-dialogue-know-of = connaissent
publishing-dialogue-krippendorffs-alpha = Alpha de Krippendorff
publishing-dialogue-label = libellé
publishing-dialogue-language = Langue
publishing-dialogue-large-print-pdf = Gros caractères (pdf)
publishing-dialogue-last-day-of-the-mandate = Dernier jour du mandat
publishing-dialogue-last-questionnaire-filled = Dernier questionnaire rempli
publishing-dialogue-left-early = Départs avant terme
publishing-dialogue-left-early-in-all = Départs avant terme, en tout
publishing-dialogue-left-this-answer = Ont quitté cette réponse
publishing-dialogue-letter-to-the-members-of-the-panel = Lettre aux membres du panel
publishing-dialogue-letter-to-those-who-answered = Lettre aux personnes qui ont répondu
publishing-dialogue-letter-to-those-who-took-part = Lettre aux personnes qui ont participé
publishing-dialogue-licence-of-the-data = Licence des données
publishing-dialogue-likewise = De même
publishing-dialogue-lines = Traits : { $interval }.
publishing-dialogue-low-end-of-moved-up-of-moved = Borne basse : personnes passées à la réponse, ou dont la note a monté, parmi celles qui ont changé
publishing-dialogue-lower-end = borne inférieure
publishing-dialogue-lower-score = Note plus basse
publishing-dialogue-make-up-beside-the-population = Composition, aux côtés de la population
publishing-dialogue-make-up-of-the-panel-beside-the = Composition du panel aux côtés de la population.
publishing-dialogue-mandates-departures-replacements-renewal = Mandats : départs, remplacements, renouvellement
publishing-dialogue-mandates-in-people-since-the-start = Mandats, en nombre de personnes depuis le début.
publishing-dialogue-may-stand-in-a-limit-only-to-be-denied = { $found } ne peut figurer dans une limite que pour être nié (« ne … pas », « not »).
publishing-dialogue-meaning-of-each-column-and-code = Sens de chaque colonne et code
publishing-dialogue-measure = Mesure
publishing-dialogue-measure-4b33 = mesure
publishing-dialogue-method-chances-and-hashes-published = Méthode, chances et empreintes, publiées avant le germe.
publishing-dialogue-method-seed-hashes-and-numbers-drawn = Méthode, germe, empreintes et numéros tirés.
publishing-dialogue-mode = Mode
publishing-dialogue-moment = Moment
publishing-dialogue-more-seats-than-the-share-of-the = * : plus de sièges que la part de la population, par une décision prise avant le tirage.
publishing-dialogue-more-than-9 = plus de 9 { $ten }
publishing-dialogue-move-merged-moves-joined-by = Mouvement ; mouvements regroupés joints par +
publishing-dialogue-moved-away = S’en sont éloignées
publishing-dialogue-moved-to-this-answer = Sont passées à cette réponse
publishing-dialogue-moved-toward = S’en sont rapprochées
publishing-dialogue-n-abstention = { $n } abstention
publishing-dialogue-n-abstentions = { $n } abstentions
publishing-dialogue-n-and-chance = { $chance ->
        [rare] n = { $count } : rarement l’effet du hasard
        [often] n = { $count } : le hasard peut suffire
       *[none] n = { $count }
    }
publishing-dialogue-n-people-who-answered-the-question-a = n : personnes qui ont répondu à la question. Un groupe de moins de { $least } personnes est regroupé avec le plus grand.
publishing-dialogue-n-texts = { $n } textes
publishing-dialogue-name = « { $name } »
publishing-dialogue-name-listed = « { $name } » : { $listed }.
publishing-dialogue-nearly-the-same-people = presque les mêmes personnes que dans une édition publiée
publishing-dialogue-nearly-the-same-people-were-told-of = « { $name } » : une édition déjà publiée donne ces réponses de presque les mêmes personnes. Les nombres ne sont pas publiés de nouveau, pour que leur différence ne dise rien de celles qui ne sont que dans l’une des deux.
publishing-dialogue-never-gave-it = Ne l’ont jamais donnée
publishing-dialogue-next-step = Prochaine étape
publishing-dialogue-next-step-01c8 = prochaine étape
publishing-dialogue-no = non
publishing-dialogue-no-abstention = aucune abstention
publishing-dialogue-no-body-has-replied-to-these-results-yet = Aucun organisme n’a encore répondu à ces résultats.
publishing-dialogue-no-contribution-is-quoted-or-published = Aucune contribution n’est citée ni publiée : seuls paraissent les thèmes et les mots qui reviennent assez souvent pour ne désigner personne.
publishing-dialogue-no-difference-between-two-surveys-is = Aucun écart entre deux enquêtes n’est calculé ni testé ici. Chaque chiffre a sa population, son mode, ses mots, son échelle et son année, écrits sous son nom.
publishing-dialogue-no-follow-up-register-is-kept-for-this = Aucun registre de suivi n’est tenu pour cette enquête.
publishing-dialogue-no-interval-was-found-for-the-other = Aucun intervalle n’a été trouvé pour les autres enquêtes.
publishing-dialogue-no-question-is-followed = Aucune question n’est suivie.
publishing-dialogue-no-question-of-this-edition-measures-it = – : aucune question de cette édition ne le mesure.{" "}
publishing-dialogue-no-recommendation-was-put-to-the-vote = Aucune recommandation n’a été mise aux voix.
publishing-dialogue-no-use-listed = Aucun usage inscrit : { $empty }.
publishing-dialogue-nobody-changed = Personne n’a changé.
publishing-dialogue-nobody-left-it = personne ne l’a quittée
publishing-dialogue-nobody-moved-to-this-answer = Personne n’est passé à cette réponse
publishing-dialogue-nobody-was-replaced = Personne n’a été remplacé.
publishing-dialogue-none = aucune
publishing-dialogue-not-adopted-b3b6 = non adoptée
publishing-dialogue-not-adopted-c2c4 = Non adoptée
publishing-dialogue-not-adopted-fd8e = Non retenu
publishing-dialogue-not-drawn-at-random = Elles n’ont pas été tirées au hasard.
publishing-dialogue-not-found = non trouvé
publishing-dialogue-not-measured = non mesuré
publishing-dialogue-not-renewable = non renouvelable
publishing-dialogue-nothing-can-be-compared-with-another = Rien ne peut être comparé à une autre année.
publishing-dialogue-nothing-here-says-why-a-category-is = Rien ici ne dit pourquoi une catégorie est plus ou moins connue ou acceptée.
publishing-dialogue-notice = avis
publishing-dialogue-number-expected-at-the-populations-share = Nombre attendu à la part de la population
publishing-dialogue-number-of-people = Nombre de personnes
publishing-dialogue-number-of-people-concerned = Nombre de personnes dont il est question
publishing-dialogue-numbers-drawn-by-cell = Numéros tirés, par cellule.
publishing-dialogue-numbers-withdrawn = nombres retirés par souci de confidentialité
publishing-dialogue-of = { $count } sur { $count_2 }
publishing-dialogue-of-contributions = { $count } contributions sur { $count_2 }.
publishing-dialogue-of-people-present = { $parts }, sur { $count } personnes présentes ({ $session }).
publishing-dialogue-of-the-findings-of-have-had-no-reply-for = { $count } des { $of } constats de { $the_wave } sont sans réponse depuis { $since }
publishing-dialogue-of-the-people-who-took-part = parmi les personnes qui ont participé
publishing-dialogue-of-those-who-changed-did-so-exact = Parmi celles qui ont changé, { $share } { $up ->
        [one] l’a fait
       *[other] l’ont fait
    } { $way } (intervalle exact à { $level } : de { $ends } à { $ends_2 }). { $p }.
publishing-dialogue-of-those-who-took-part = parmi celles qui ont participé
publishing-dialogue-of-which-coded-alike = Dont : même codage
publishing-dialogue-on-average-the-score-goes-from-to-among = En moyenne, la note passe de { $before } à { $after } parmi les { $count } personnes : { $count_2 } ont donné une note plus haute, { $count_3 } une note plus basse et { $count_4 } la même.
publishing-dialogue-on-before-the-seed-was-known = {" "}le { $day }, avant que le germe soit connu
publishing-dialogue-on-the-public-inventory-lists-uses-of-ai = Au { $day }, l’inventaire public compte { $uses } usages de l’IA, dont { $active } en service. À côté : ce que les personnes interrogées pour { $wave } disent en savoir, à qui elles font confiance et ce qu’elles acceptent.
publishing-dialogue-one-page-to-print-pdf = Une page à imprimer (pdf)
publishing-dialogue-one-result-of-the-year-still-awaits-a = Un résultat de l’année attend encore une réponse.
publishing-dialogue-one-sheet-a-meeting-no-names-no-votes = Une feuille par rencontre. Aucun nom, aucun vote : des raisons.
publishing-dialogue-online = en ligne
publishing-dialogue-online-or-by-telephone = en ligne ou par téléphone
publishing-dialogue-open-data-csv = Données ouvertes (csv)
publishing-dialogue-or = {" "}ou{" "}
publishing-dialogue-or-let-a-computer-with-python-do-it = Ou laissez faire un ordinateur qui a Python
publishing-dialogue-other-people-answered-their-answers-are = { $count } autres personnes ont répondu { $mode }. Leurs réponses sont vues à part.
publishing-dialogue-other-survey = Autre enquête
publishing-dialogue-other-trackers-beside-ours = D’autres suivis, à côté du nôtre
publishing-dialogue-our-survey-3596 = { $measure } : notre enquête { $mine }, { $tracker } { $figure }
publishing-dialogue-our-survey-3796 = notre enquête
publishing-dialogue-our-survey-6507 = Notre enquête, { $year }
publishing-dialogue-ours = Le nôtre
publishing-dialogue-over-selection-by-choice = Surreprésentation voulue
publishing-dialogue-over-selection-declared-before-the-draw = Surreprésentation déclarée avant le tirage
publishing-dialogue-overdue-27d2 = {" "}(en retard)
publishing-dialogue-overdue-38a2 = En retard
publishing-dialogue-overdue-f65f = en retard
publishing-dialogue-p-adjusted-by-holms-method = p corrigée par la méthode de Holm.{" "}
publishing-dialogue-p-value-adjusted-for-all-questions = Valeur p corrigée pour toutes les questions testées (Holm) ; <0.001 : moins de 0,001
publishing-dialogue-p-value-of-the-exact-test-0-001-under-0 = Valeur p du test exact ; <0.001 : moins de 0,001
publishing-dialogue-panel = Panel
publishing-dialogue-pause = [Pause]
publishing-dialogue-pdf-has-sheets-where-it-must-fit-on = { $stem }.pdf compte { $sheet_count } feuilles ; il doit tenir sur { $sheets }. Raccourcir ses textes dans feedback.yaml ou decisions.yaml.
publishing-dialogue-people-answered = { $count } personnes ont répondu { $mode }, { $dates }.{" "}
publishing-dialogue-people-answered-the-same-questions = personnes ont répondu aux mêmes questions avant et après.
publishing-dialogue-people-b0c3 = personnes
publishing-dialogue-people-b20a = Personnes
publishing-dialogue-people-by-how-they-moved = Personnes selon leur mouvement
publishing-dialogue-people-did-not-vote = { $n } personnes n’ont pas voté
publishing-dialogue-people-drawn-by-lot-among-volunteers = personnes tirées au sort parmi { $volunteers } volontaires.
publishing-dialogue-people-in-10 = personnes sur 10
publishing-dialogue-people-in-100 = personnes sur 100
publishing-dialogue-people-in-office = Personnes en mandat
publishing-dialogue-people-left-it = { $n } personnes l’ont quittée
publishing-dialogue-people-moved-to-this-answer = { $n } personnes sont passées à cette réponse
publishing-dialogue-people-out-of = { $count } personnes sur { $size }
publishing-dialogue-people-present = Personnes présentes
publishing-dialogue-people-present-at-all-sessions = personnes présentes aux { $sessions } séances.
publishing-dialogue-people-volunteered-and-of-them-were = { $volunteers } personnes se sont portées volontaires, et { $drawn } d’entre elles ont été tirées au sort.
publishing-dialogue-people-who-changed = Personnes qui ont changé
publishing-dialogue-people-who-did-not-change = Personnes qui n’ont pas changé
publishing-dialogue-people-who-gave-it = Personnes qui l’ont donné
publishing-dialogue-people-who-left-the-answer-or-whose = Personnes qui ont quitté la réponse, ou dont la note a baissé
publishing-dialogue-people-who-moved-to-the-answer-or-whose = Personnes passées à la réponse, ou dont la note a monté
publishing-dialogue-people-whose-answer-changed-between = Personnes qui ont changé de réponse entre le début et la fin, par question.
publishing-dialogue-person = personne
publishing-dialogue-person-did-not-vote = { $n } personne n’a pas voté
publishing-dialogue-person-left-it = { $n } personne l’a quittée
publishing-dialogue-person-moved-to-this-answer = { $n } personne est passée à cette réponse
publishing-dialogue-placed-beside-the-two-files-takes-these = , placé à côté des trois fichiers, refait ces étapes et écrit les numéros.
publishing-dialogue-plus-or-minus = plus ou moins
publishing-dialogue-population = Population
publishing-dialogue-present = Présentes
publishing-dialogue-present-at-every-session = Présentes à toutes les séances
publishing-dialogue-present-at-the-last-session = Présentes à la dernière séance
publishing-dialogue-present-without-voting = Présentes sans voter
publishing-dialogue-published-elsewhere-with-what-parts-them = Des chiffres publiés ailleurs, avec ce qui les sépare des nôtres.
publishing-dialogue-published-on = publié le
publishing-dialogue-puts-first-in-cell = place { $number } en tête de la cellule { $cell }.
publishing-dialogue-question = Question
publishing-dialogue-question-that-is-not-about-the-category = { $near } Question qui ne porte pas sur la catégorie elle-même : { $names }.{" "}
publishing-dialogue-random-draws = tirages au hasard
publishing-dialogue-read-this-before-looking = À lire avant de regarder
publishing-dialogue-read-with-caution = à lire avec prudence
publishing-dialogue-reading-of-the-agreement = Lecture de l’accord
publishing-dialogue-reading-the-figures = Lire les chiffres
publishing-dialogue-reason = Motif
publishing-dialogue-reason-05a5 = motif
publishing-dialogue-reason-of-an-absent-number = Motif d’un nombre absent
publishing-dialogue-reasons-for-leaving-early-reasons-of = Motifs des départs avant terme, parmi les membres qui avaient commencé : { $listed }. Les motifs de moins de cinq personnes sont regroupés avec le plus fréquent.
publishing-dialogue-recommendation-6dd1 = recommandation
publishing-dialogue-recommendation-b024 = Recommandation
publishing-dialogue-recommendation-of-a-panel = recommandation d’un panel
publishing-dialogue-recommendations = recommandations
publishing-dialogue-recommendations-adopted = { $adopted ->
        [one] recommandation adoptée sur { $n }.
       *[other] recommandations adoptées sur { $n }.
    }
publishing-dialogue-recommendations-and-votes = Recommandations et votes
publishing-dialogue-reference-to-cite = Référence à citer
publishing-dialogue-reliable = fiable
publishing-dialogue-renewable-once = renouvelable une fois
publishing-dialogue-renewable-times = renouvelable { $renewable } fois
publishing-dialogue-replacements = Remplacements
publishing-dialogue-replacements-all-followed-the-draw-each = Les remplacements ({ $n }) ont tous suivi le tirage : chaque siège est allé à la personne suivante de la même cellule.
publishing-dialogue-replacements-in-all = Remplacements, en tout
publishing-dialogue-replacements-of-which-by-a-person-of-the = Remplacements : { $n }, dont { $same } par une personne de la même cellule, semblable pour tous les quotas, et { $in_order } par la suivante dans l’ordre du tirage.
publishing-dialogue-replied-on = répondu le
publishing-dialogue-replied-on-after-publication = { $body } Réponse du { $replied }, { $took } après la publication.
publishing-dialogue-replies-to = Répond à
publishing-dialogue-replies-to-the-findings-of-earlier = Réponses reçues aux constats des éditions antérieures
publishing-dialogue-reply = Réponse
publishing-dialogue-reply-7c8f = réponse
publishing-dialogue-reserve-in-the-order-of-calling = Réserve, dans l’ordre d’appel
publishing-dialogue-response = réponse
publishing-dialogue-result = résultat
publishing-dialogue-results = résultats
publishing-dialogue-results-of-the-year-still-await-a-reply = { $count } résultats de l’année attendent encore une réponse.
publishing-dialogue-return-sheet = Feuille de retour
publishing-dialogue-same = identique
publishing-dialogue-same-score = Même note
publishing-dialogue-scale = Échelle
publishing-dialogue-seats = sièges
publishing-dialogue-seats-at-least = Sièges, au moins
publishing-dialogue-seats-at-most = Sièges, au plus
publishing-dialogue-seats-planned = Sièges prévus
publishing-dialogue-seats-without-a-reserve-in-their-cell = Sièges sans réserve dans leur cellule : { $count }.
publishing-dialogue-seed = Germe
publishing-dialogue-sending-the-notes = Envoyer les notes
publishing-dialogue-sensitive-question-fewer-than-five = question délicate, moins de cinq dossiers corrigés depuis une version publiée
publishing-dialogue-sensitive-question-small-numbers-merged = question délicate, petits nombres regroupés
publishing-dialogue-session = Séance
publishing-dialogue-session-or-wave = Séance ou vague
publishing-dialogue-share = part
publishing-dialogue-share-of-contributions = Part des contributions
publishing-dialogue-share-of-contributions-from-0-to-1 = Part des contributions, de 0 à 1
publishing-dialogue-share-of-the-people-who-took-part = Part des personnes qui ont répondu
publishing-dialogue-share-of-the-people-who-took-part-from-0 = Part des personnes qui ont répondu, de 0 à 1
publishing-dialogue-share-of-the-population = Part de la population
publishing-dialogue-sheet = Feuille
publishing-dialogue-sheet-answers = Réponses
publishing-dialogue-sheet-changes = Changements
publishing-dialogue-sheet-mandates = Mandats
publishing-dialogue-sheet-moves = Mouvements
publishing-dialogue-sheet-profile = Composition
publishing-dialogue-sheet-recommendations = Recommandations
publishing-dialogue-sheet-steps = Parcours
publishing-dialogue-sheet-themes = Thèmes
publishing-dialogue-sheet-words = Mots
publishing-dialogue-sign-flip-test = test par changement de signes
publishing-dialogue-sign-flip-test-random-draws-seed = Test par changement de signes : { $draws } tirages au hasard, germe { $seed }, erreur type de p au plus { $error }.{" "}
publishing-dialogue-sign-n = n
publishing-dialogue-signs =  ;{" "}
publishing-dialogue-smallest-chance-of-a-volunteer = plus petite chance d’une personne volontaire
publishing-dialogue-so-many-days = { $days ->
        [one] { $count } jour
       *[other] { $count } jours
    }
publishing-dialogue-so-many-uses = { $uses ->
        [one] { $count } usage
       *[other] { $count } usages
    }
publishing-dialogue-source = Source
publishing-dialogue-source-of-the-inventory = Source de l’inventaire
publishing-dialogue-sources-of-the-populations-shares = Sources des parts de la population
publishing-dialogue-stable-means-that-the-gap-if-there-is = Stable veut dire que l’écart, s’il y en a un, touche moins de { $count } personnes sur 100.
publishing-dialogue-stage = Étape
publishing-dialogue-state = État
publishing-dialogue-state-207f = état
publishing-dialogue-step = Étape
publishing-dialogue-stories-to-discuss = Des histoires à discuter. { $short }.
publishing-dialogue-synthetic-data = Données fictives
publishing-dialogue-ten-figures-an-answer = Dix silhouettes par réponse.{" "}
publishing-dialogue-ten-figures-for-each-result-filled-by = Dix silhouettes pour chaque résultat, remplies selon le nombre de personnes. { $said }
publishing-dialogue-test = Test
publishing-dialogue-text-to-read-aloud = Texte à lire à voix haute
publishing-dialogue-text-to-read-aloud-about-two-minutes = # Texte à lire à voix haute, environ deux minutes
publishing-dialogue-the-answer-given-most = { $question } : la réponse la plus donnée est { $response } ({ $people } personnes sur { $n }).
publishing-dialogue-the-answers-given-most = { $question } : les réponses les plus données sont { $response } ({ $people } personnes) et { $other } ({ $others }), sur { $n } personnes.
publishing-dialogue-the-answers-were-collected = Les réponses ont été recueillies { $dates }.
publishing-dialogue-the-data-do-not-allow-a-conclusion-since = Les données ne permettent pas de conclure (depuis { $since }) sur ceci : { $listed }.
publishing-dialogue-the-draw-by-lot-of-the-panel = Le tirage au sort du panel
publishing-dialogue-the-draw-by-lot-of-the-panel-is = Le tirage au sort du panel est annoncé
publishing-dialogue-the-draw-will-take-place-on-the-seed = Le tirage aura lieu le { $when }. Le germe qui le décidera n’est pas encore connu. Ce qui suit ne changera plus : qui voudrait modifier la liste ou la loterie après coup serait trahi par ces empreintes.
publishing-dialogue-the-first-row-comes-from-answers-that = La première ligne vient de réponses qui ne portent sur aucune catégorie en particulier : { $names }.{" "}
publishing-dialogue-the-groups-and-the-seats-of-each-were = Les groupes et le nombre de sièges de chacun ont été déclarés avant le tirage. La part de la population est donnée pour comparer : un panel ne la remplace pas. Le test exact compare la composition à celle qu’un tirage dans toute la population donnerait : plus p est petit, plus elle s’en éloigne.
publishing-dialogue-the-groups-of-a-quota-are-counted-as-one = { $quota } : les groupes sont comptés comme un seul, car leurs nombres, à côté de la liste des numéros, diraient de quel groupe sont certaines personnes volontaires.
publishing-dialogue-the-groups-share-of-the-population-from = Part du groupe dans la population, de 0 à 1
publishing-dialogue-the-inventory-counts-uses-the-survey = L’inventaire compte des usages, l’enquête compte des personnes : ces nombres sont mis côte à côte, et aucun n’est calculé à partir de l’autre.
publishing-dialogue-the-kit-to-print-pdf = La trousse à imprimer (pdf)
publishing-dialogue-the-letter-does-not-say-when-those-who = la lettre ne dit pas quand les personnes qui ont répondu auront d’autres nouvelles. Ajouter cette vague sous `next_date:` de feedback.yaml.
publishing-dialogue-the-letter-to-print-pdf = La lettre à imprimer (pdf)
publishing-dialogue-the-lottery-and-the-list-of-numbers-were = La loterie et la liste des numéros n’ont pas été annoncées avant que le germe soit connu. Cette page permet de refaire le tirage, et non de savoir qu’elles n’ont pas été choisies d’après le germe.
publishing-dialogue-the-lottery-the-list-of-numbers-and-the = La loterie scellée, la liste des numéros et les trois empreintes ont été publiées le { $day }, avant que le germe soit connu : personne n’a pu les choisir d’après lui.
publishing-dialogue-the-numbers-drawn = Les numéros tirés
publishing-dialogue-the-option-of-the-category-in-the = l’option de la catégorie dans la question { $quoted }
publishing-dialogue-the-page-of-the-draw-and-how-to-check-it = La page du tirage, et comment le vérifier
publishing-dialogue-the-panel-adopts = { $kind ->
        [lone] Le panel adopte la recommandation mise aux voix.
        [refused] Le panel n’adopte pas la recommandation mise aux voix.
        [none] Le panel n’adopte aucune des { $of } recommandations mises aux voix.
        [both] Le panel adopte les deux recommandations mises aux voix.
        [all] Le panel adopte les { $of } recommandations mises aux voix.
        [one] Le panel adopte une des { $of } recommandations mises aux voix.
       *[some] Le panel adopte { $some } des { $of } recommandations mises aux voix.
    }
publishing-dialogue-the-panel-from-the-draw-to-the-last = Le panel, du tirage à la dernière séance.
publishing-dialogue-the-panel-recommends = Le panel recommande, au nom de ses membres seulement et par leur vote :
publishing-dialogue-the-plain-language-page-in-has-no-words = la page en langage clair en « { $other_lang } » n’a pas de mots pour le constat « { $verdict } ». Les ajouter sous `verdicts:` de feedback.yaml.
publishing-dialogue-the-plain-language-page-is-too-hard-to = la page en langage clair ({ $lang }) est trop difficile à lire : { $score }, pour une limite de { $easiest } ({ $words_per_sentence } mots par phrase, { $syllables } syllabes par mot). Prendre des mots et des phrases plus courts.
publishing-dialogue-the-plain-language-page-tells-the-key = la page en langage clair rapporte le résultat clé « { $name } », dont cette vague n’a aucune part qui puisse être montrée. En choisir un autre sous `learned:`.
publishing-dialogue-the-plain-language-page-uses-the-term = la page en langage clair emploie le terme « { $found } ». Le dire en mots de tous les jours dans feedback.yaml ou decisions.yaml.
publishing-dialogue-the-profile-of-each-number-is-not = Le profil de chaque numéro n’est pas publié, pour que personne ne soit reconnu; les billets qui n’ont pas été tirés non plus, car ensemble ils le diraient. Une personne garante, à qui l’organisateur remet le secret, le fichier des volontaires et la loterie entière, vérifie l’empreinte du secret suivi du fichier (du fichier seul, pour un tirage annoncé sans secret) et les sceaux de la loterie, que les personnes d’une même cellule sont bien semblables, que chaque panel de la loterie respecte les quotas et que les chances sont celles qui sont dites. La commande padai draw refait le tout.
publishing-dialogue-the-question-is-sensitive-groups-of-1-to = La question est délicate : les groupes de moins de cinq personnes sont regroupés avec le plus grand et aucun test n’est publié.
publishing-dialogue-the-questions-followed-were-declared =
    { $n ->
        [one] La question suivie a été déclarée
       *[other] Les { $count } questions suivies ont été déclarées
    } avant la lecture des réponses. Seules comptent ici les personnes qui ont répondu les deux fois.{ $tests ->
        [0] {""}
       *[other] {" "}La valeur p est celle d’un test exact : la probabilité de voir au moins autant de changements dans un même sens si chaque personne qui a changé avait pu le faire dans un sens ou dans l’autre.
    }{ $tests ->
        [0] {""}
        [one] {""}
       *[other] {" "}Elle est donnée aussi corrigée pour les { $tested } questions testées.
    }{ $untested ->
        [0] {""}
       *[other] {" "}Ce qui touche une question délicate n’est pas testé.
    }
publishing-dialogue-the-reasons-heard-in-the-groups-own = Les raisons entendues, dans les mots du groupe
publishing-dialogue-the-register-as-it-stands-later-replies = Le registre à jour, réponses reçues depuis comprises
publishing-dialogue-the-replies = Les réponses
publishing-dialogue-the-seed = Le germe
publishing-dialogue-the-seed-is = Le germe est
publishing-dialogue-the-sentences-of-the-plain-language-page = les phrases de la page en langage clair comptent en moyenne { $words_per_sentence } mots ({ $count } phrases), pour une limite de { $average_words }.
publishing-dialogue-the-stories-one-a-card = Les histoires, une par fiche
publishing-dialogue-the-survey-in-plain-language = L’enquête en langage clair
publishing-dialogue-the-text-to-be-heard-has-words-where-two = le texte à lire à voix haute compte { $length } mots ; deux minutes en contiennent { $spoken_words }. Raccourcir les textes de `plain:` dans feedback.yaml.
publishing-dialogue-the-three-results-as-people-in-10 = Les trois résultats, en personnes sur 10
publishing-dialogue-the-volunteers-were-put-in-cells-of = Les { $n } volontaires ont été répartis en cellules de personnes semblables pour tous les quotas. Une loterie de 10 000 billets a été publiée{ $when } : chaque billet désigne un panel qui respecte tous les quotas, et les billets sont répartis pour que la plus petite chance soit la plus grande possible (leximin). Le germe public a désigné le billet { $ticket } ; dans chaque cellule, l’ordre des personnes vient de l’empreinte SHA-256 du germe et de leur numéro. Les membres ont été comparés à ce tirage : ce sont les mêmes.
publishing-dialogue-the-way-from-invitation-to-the-last = Parcours, de l’invitation à la dernière séance
publishing-dialogue-the-whole-register = Tout le registre
publishing-dialogue-the-word-given-most = { $question } : le mot le plus donné est { $word } ({ $people } personnes).
publishing-dialogue-theme-13e6 = thème
publishing-dialogue-theme-62e8 = Thème
publishing-dialogue-theme-of-a-consultation = thème d’une consultation
publishing-dialogue-themes = thèmes
publishing-dialogue-themes-agreement-between-coders = Thèmes, accord entre les personnes qui ont codé.
publishing-dialogue-themes-of-the-contributions = Thèmes des contributions
publishing-dialogue-themes-published-counted-with-a-declared = thèmes publiés, comptés selon une grille déclarée.
publishing-dialogue-themes-that-come-back-most = { $many ->
        [one] Thème qui revient le plus
       *[other] Thèmes qui reviennent le plus
    } dans les { $n } contributions : { $themes }.
publishing-dialogue-these-figures-do-not-say-why-and-the = Ces chiffres ne disent pas pourquoi, et l’histoire n’a pas été lue aux personnes interrogées.
publishing-dialogue-they-met-to-discuss-it = Elles se sont réunies pour en discuter.
publishing-dialogue-this-does-not-mean-that-nothing-changed = Ne pas pouvoir conclure ne veut pas dire que rien n’a changé.
publishing-dialogue-this-inventory-is-synthetic = Cet inventaire est fictif.
publishing-dialogue-this-is-the-first-edition-no-finding = C’est la première édition : aucun constat n’attend de réponse.
publishing-dialogue-this-report-is-of-a-in-a-in-was-given = ce rapport est celui d’un { $kind } en { $languages }; il a reçu un { $survey_kind } en « { $lang } ».
publishing-dialogue-those-that-are-hatched-may-have-given-it = Celles qui sont hachurées l’ont peut-être donnée : le chiffre est moins sûr.
publishing-dialogue-those-who-answered-both-times-are-counted = Lorsque moins de { $least } personnes n’ont répondu à une question qu’à un seul des deux moments, seules sont comptées celles qui y ont répondu aux deux : la différence dirait ce que ces quelques personnes ont répondu.
publishing-dialogue-those-who-took-part-say = Voici ce que disent les personnes qui ont participé, et elles seules :
publishing-dialogue-three-questions-to-discuss = Trois questions à discuter
publishing-dialogue-three-things-learned = Trois choses apprises
publishing-dialogue-ticket-drawn-of-10-000 = billet tiré, sur 10 000
publishing-dialogue-to = { $low } à { $high }
publishing-dialogue-to-do = À faire
publishing-dialogue-to-the-right-toward-the-answer-followed = Vers la droite : vers la réponse suivie (accord, confiance) ou vers une note plus haute. Les personnes dont la réponse n’a pas changé ne sont pas dessinées.
publishing-dialogue-told-in-its-release = Ce qui a été répondu à l’autre moment se trouve dans la publication qui l’a donné : les dossiers de quelques personnes ont changé depuis, et les deux ensemble diraient ce que ces personnes ont répondu.
publishing-dialogue-too-few-contributions-to-be-published = trop peu de contributions pour être publié
publishing-dialogue-too-little-agreement-between-coders = accord insuffisant entre les personnes qui ont codé
publishing-dialogue-too-low = insuffisant
publishing-dialogue-took-part = Ont participé
publishing-dialogue-toward = Rapprochées
publishing-dialogue-toward-a-higher-score = vers une note plus haute
publishing-dialogue-toward-this-answer = vers cette réponse
publishing-dialogue-trust = font confiance
publishing-dialogue-two-dots-a-group-the-people-who-took = Deux points par groupe, les personnes qui ont participé puis la population. { $told }.
publishing-dialogue-under-study = À l’étude
publishing-dialogue-under-study-is-a-reply-here-days-are = {" "}« À l’étude » est une réponse ({ $studied } ici). Les jours sont comptés jusqu’au { $day }.
publishing-dialogue-unknown = à vérifier
publishing-dialogue-unweighted-n-the-base-differs-between = n non pondéré ; la base change d’une question à l’autre.
publishing-dialogue-upper-end = borne supérieure
publishing-dialogue-uses = Usages
publishing-dialogue-uses-c0b4 = usages
publishing-dialogue-uses-in-the-public-inventory-and-what = Usages inscrits à l’inventaire public, et ce que les gens en disent
publishing-dialogue-uses-listed-at-the-right-and-answers-by = Usages inscrits (à droite) et réponses, par catégorie, { $size }
publishing-dialogue-vacant-seats = Sièges vacants
publishing-dialogue-volunteered = Se sont portées volontaires
publishing-dialogue-volunteers-4a19 = volontaires
publishing-dialogue-volunteers-b74e = Volontaires
publishing-dialogue-volunteers-by-their-chance-of-being = Volontaires selon leur chance d’être tirés, au dixième de point.
publishing-dialogue-votes-against = Voix contre
publishing-dialogue-votes-cast-against = Contre
publishing-dialogue-votes-cast-for = Pour
publishing-dialogue-votes-in-favour = Voix pour
publishing-dialogue-votes-not-cast = N’ont pas voté
publishing-dialogue-votes-on-each-recommendation = Votes sur chaque recommandation.
publishing-dialogue-votes-on-each-recommendation-in-people = Votes sur chaque recommandation, en nombre de personnes.
publishing-dialogue-wave = Vague
publishing-dialogue-we-compared-with = Nous avons comparé avec { $since }.
publishing-dialogue-we-compared-with-and-over-all = Nous avons comparé avec { $since }, et sur toute la période.
publishing-dialogue-what-a-guarantor-checks = Ce que vérifie une personne garante
publishing-dialogue-what-a-workshop-is-not = Ce qu’un atelier n’est pas
publishing-dialogue-what-became-of-the-contributions = Ce que sont devenues les contributions
publishing-dialogue-what-became-of-the-findings = Ce que sont devenus les constats
publishing-dialogue-what-became-of-the-recommendations = Ce que sont devenues les recommandations
publishing-dialogue-what-changed-what-did-not = Ce qui a changé, ce qui n’a pas changé
publishing-dialogue-what-exists-what-is-known = Ce qui existe, ce que l’on en sait
publishing-dialogue-what-follows = Suite
publishing-dialogue-what-is-fixed-from-now-on = Ce qui est fixé dès maintenant
publishing-dialogue-what-parts-these-figures-from-ours = Ce qui sépare ces chiffres des nôtres
publishing-dialogue-what-people-answered = Ce que les gens ont répondu
publishing-dialogue-what-the-draw-has-to-respect = Ce que le tirage doit respecter
publishing-dialogue-what-the-group-asks-for-and-of-which = Ce que le groupe demande, et à quel organisme
publishing-dialogue-what-the-group-did-not-agree-on = Ce sur quoi le groupe n’était pas d’accord
publishing-dialogue-what-these-results-are = Ce que ces résultats sont
publishing-dialogue-what-we-are-doing-and-what-we-are-not = Ce que nous faisons, et ce que nous ne faisons pas
publishing-dialogue-what-we-do-not-know = Ce qu’on ne sait pas
publishing-dialogue-what-we-do-not-know-yet = Ce que nous ne savons pas encore
publishing-dialogue-what-will-be-done = Ce qui sera fait
publishing-dialogue-what-you-told-us = Ce que vous nous avez dit
publishing-dialogue-when-you-will-hear-again = Quand vous aurez d’autres nouvelles
publishing-dialogue-where-and-when-which-card-how-many = Où et quand ? Quelle fiche ? Combien de personnes ?
publishing-dialogue-where-we-stood-on = Voici où nous en étions le { $day }.
publishing-dialogue-who-answered = Qui a répondu
publishing-dialogue-who-took-part-beside-the-population-3d40 = Qui a participé, aux côtés de la population
publishing-dialogue-who-took-part-beside-the-population-6b9a = Qui a participé, aux côtés de la population.
publishing-dialogue-whoever-wished-answered = A répondu qui a voulu.
publishing-dialogue-whoever-wished-took-part-the-populations = A participé qui a voulu. Les parts de la population sont données pour voir qui manque, et non pour corriger quoi que ce soit : rien n’est pondéré.
publishing-dialogue-why-this-survey = Pourquoi cette enquête
publishing-dialogue-with-a-reply = avec une réponse
publishing-dialogue-withdrawn-for-confidentiality = « { $name } » : ces nombres ont été retirés après leur publication, par souci de confidentialité.
publishing-dialogue-without-a-reply-91b2 = sans réponse
publishing-dialogue-without-a-reply-b7eb = Sans réponse
publishing-dialogue-without-a-reply-for-1d1d = sans réponse depuis { $count }
publishing-dialogue-without-a-reply-for-a4c9 = Sans réponse depuis
publishing-dialogue-word = Mot
publishing-dialogue-wording-b0dc = Mots
publishing-dialogue-wording-e6c1 = Mots de la question
publishing-dialogue-words-given = Mots donnés
publishing-dialogue-work-out-the-sha-256-of = Calculez l’empreinte SHA-256 de{" "}
publishing-dialogue-workshop-kit-81d7 = Trousse d’atelier
publishing-dialogue-write-here-what-the-group-wants-known-no = Écrivez ici ce que le groupe veut faire savoir. Aucun nom.
publishing-dialogue-written-as-a-decimal-number-it-ends-in = Écrit en nombre décimal, elle se termine par { $last_digits }; plus un, c’est le billet { $count }.
publishing-dialogue-x-fewer-than-contributions-f-too-little = x : moins de { $limit } contributions. F : accord insuffisant. Accord mesuré sur { $twice } contributions codées par deux personnes.
publishing-dialogue-x-not-published-again = x : non publié de nouveau; le texte dit pourquoi.{" "}
publishing-dialogue-x-sensitive-question-numbers-merged-in = x : question délicate, nombres regroupés dans le texte.{" "}
publishing-dialogue-x-sensitive-quota-few-were-away = x : critère délicat; à côté des personnes tirées au sort, ces nombres diraient de quels groupes sont certaines des personnes absentes.
publishing-dialogue-year = Année
publishing-dialogue-yes = oui
publishing-dialogue-your-notes = Vos notes
