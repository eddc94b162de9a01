# padai, survey

survey-a-block-of-the-kind-drivers-names = un bloc de genre « drivers » nomme questions, net et by
survey-a-block-of-the-kind-tiles-names = un bloc de genre « tiles » nomme des questions, et une ventilation dans `by`
survey-a-colon-is-missing-after-a-key = il manque un deux-points après une clé
survey-a-comma-or-a-closing-brace-is-missing = il manque une virgule ou une accolade fermante
survey-a-comma-or-a-closing-bracket-is-missing = il manque une virgule ou un crochet fermant
survey-a-correction-is-a-new-version-the-first = une correction est une nouvelle version : la première ne peut être `corrected`
survey-a-date-is-expected-here-yyyy-mm-dd = une date est attendue ici : AAAA-MM-JJ
survey-a-finite-number-is-expected-here = un nombre fini est attendu ici
survey-a-folder-holds-a-or-a-never-both-make = un dossier contient un { $panel } ou un { $consultation }, jamais les deux. Faites-en deux enquêtes.
survey-a-key-must-be-plain-text-put-it-in = une clé doit être un simple texte. Mettez-la entre guillemets.
survey-a-key-was-expected-here-check-the = une clé était attendue ici : vérifiez le retrait de la ligne
survey-a-line = {"  "}{ $said }
survey-a-list-is-expected-here = une liste est attendue ici
survey-a-list-is-not-allowed-here = une liste n’est pas permise ici
survey-a-mean-stands-beside-a-mean-only = une moyenne ne se met qu’à côté d’une moyenne
survey-a-measure-needs-question-with-options = une mesure demande `question` avec `options`, `role`, `questions` ou `general`
survey-a-number-is-expected-here = un nombre est attendu ici
survey-a-number-of-more-than-digits-or-beyond = un nombre de plus de { $max_digits } chiffres, ou au-delà de ce qui se compte. Corrigez-le; si c’est un identifiant, mettez-le entre guillemets.
survey-a-panel-is-not-rounded = survey.yaml : `rounding:` n’atteint pas un panel, dont les membres sont dits tant sur tant. Retirez `rounding:` de `confidentiality:`; ce qui ne doit pas être dit de quelques personnes se marque `sensitive: true`.
survey-a-question-by-several-conditions-and-a-sensitive-one = { $file } : la question « { $name } » est posée selon plusieurs conditions, dont une réponse à la question sensible « { $lead } » : sa base dirait combien peu l’ont donnée. Retirez « { $name } » de `questions:`.
survey-a-question-has-the-same-id = une question a le même identifiant
survey-a-question-of-type-needs-a-scale-with = une question de type « { $type } » demande une échelle avec des codes
survey-a-question-of-type-takes-no-scale = une question de type « { $type } » n’a pas d’échelle
survey-a-question-tells-what-a-quota-keeps = { $file } : le quota « { $quota } » est sensible, et les réponses à la question « { $name } » diraient les petits groupes qu’il réunit. Dans questionnaire.yaml, donnez à « { $name } » `sensitive: true`.
survey-a-quotation-mark-is-not-closed = des guillemets ne sont pas fermés
survey-a-source-names-one-of-finding = une source nomme l’un de `finding`, `recommendation`, `theme`
survey-a-text-is-expected-here = un texte est attendu ici
survey-a-text-of-letters-a-definition-holds-at = un texte de { $letters } lettres; une définition en tient au plus { $most } à un endroit. Raccourcissez-le.
survey-a-text-says-its-language-write-en-or-the = un texte dit sa langue : écrivez {"{"}fr: { $shown }{"}"}, ou l’étiquette d’une autre
survey-a-value-is-missing-here = il manque une valeur ici
survey-a-weighting-rule-names-no-margin = `{ $rule }` nomme la marge « { $margin } », qui n’est pas de celles de ce calage : la règle ne ferait rien. Il y a : { $known }.
survey-a-whole-number-is-expected-here = un nombre entier est attendu ici
survey-a-withdrawn-release-needs-withdrawn = une publication retirée demande `withdrawn: confidentiality` ou `withdrawn: error`, `withdrawn_on: <date>` et `reason`
survey-all = Ensemble
survey-an-english-version-needs-en-basis = une version anglaise demande `en: {"{"}basis, approved_by, date{"}"}`
survey-an-index-has-no-score-of = `scores:` n’en donne aucun à une réponse de « { $item } » ({ $codes }) : qui l’a donnée serait laissé de côté, et l’échelle de 0 à 100 serait tirée des autres. Écrivez le score de chaque réponse; ce qui n’est pas une réponse va sous `missing:`.
survey-an-index-needs-items-or-more-each-once = un indice demande { $least_items } questions ou plus, chacune une fois; { $count_items } sont nommées : la fidélité de moins ne peut s’estimer
survey-anchors-and-aliases-are-not-allowed = les ancres (&) et les alias (*) ne sont pas permis; écrivez le contenu en entier, ou nommez une échelle commune.
survey-and-other-faults = {"  "}et { $n ->
       [one] { $n } autre
       *[other] { $n } autres
    }
survey-answered-in-is-of-open-questions = `answered_in:` est la langue des réponses d’une question ouverte (`type: open`); celle-ci est de type « { $type } ». Retirez la ligne.
survey-at-least = au moins { $ge }
survey-at-least-must-be-given = il en faut au moins { $min_length }
survey-at-most = au plus { $le }
survey-at-most-are-allowed = au plus { $max_length } sont permis
survey-before-and-after-are-the-same-wave = { $panel } : `before` et `after` sont la même vague
survey-benchmark-a-percentage-lies-between-0 = repère « { $id } » : un pourcentage est entre 0 et 100
survey-benchmark-give-value-or-absent-with-the = repère « { $id } » : donnez `value:`, ou `absent:` et la raison, pas les deux
survey-benchmark-has-no-source-no-figure-stands = le repère « { $data } » n’a pas de `source:`; il en faut une
survey-benchmark-its-source-has-no-date = repère « { $id } » : sa source n’a pas de `date:`
survey-benchmarks-given-twice = repères donnés deux fois : { $names }
survey-bounds-do-not-go-with-method-leave-them = `bounds` ne va pas avec `method: { $method }` : retirez-le, ou prenez rake
survey-bounds-must-have-0-lower-1-upper-they = `bounds: [{ $low }, { $high }]` doit encadrer 1, la plus petite borne étant de 0 ou plus : ce sont celles du poids final sur le poids de sondage mis à l’échelle du total des cibles
survey-breakdown = de ventilation
survey-breakdown-and-group-do-not-go-together = la ventilation « { $breakdown } » et le groupe « { $group } » ne vont pas ensemble; nommez les deux, ou aucun pour le total
survey-breakdown-has-no-tiles-which-say-where = la ventilation « { $name } » n’a pas de `tiles:`, qui placent ses groupes
survey-breakdown-is-not-in-report-breakdowns-no = la ventilation « { $areas } » n’est pas dans `report_breakdowns` : aucun chiffre direct n’en passe le contrôle
survey-breakdown-is-not-in-report-breakdowns-so = la ventilation « { $name } » n’est pas dans `report_breakdowns` : rien n’en est su
survey-calendar-goes-from-the-next-release-to = `calendar:` va de la prochaine publication à la dernière, chaque date une fois
survey-changes-a-question-that-follows-a-sensitive-one = { $file } : `changes:` nomme la question « { $name } », posée selon la réponse à la question sensible « { $lead } » : le nombre de personnes interrogées dirait combien peu l’ont donnée. Retirez « { $name } » de `changes:`, ou posez-la à tout le monde.
survey-changes-a-sensitive-question-twice = { $file } : la question « { $name } » est sensible et figure plus d’une fois dans `changes:`. Deux tableaux des déplacements des mêmes personnes diraient, côte à côte, combien peu ont donné une réponse. N’en gardez qu’une mention.
survey-changes-names-question-which-is-not = { $panel } : `changes` nomme la question « { $question_id } », qui n’existe pas
survey-changes-question-has-no-net-or-code = { $panel } : `changes` : la question « { $question_id } » n’a ni regroupement ni code « { $net } »
survey-choose = choisissez { $expected }
survey-coders-and-settled-must-be-different = `coders` et `settled` doivent être des noms différents
survey-codes-given-twice = codes donnés deux fois : { $twice }
survey-collapse-names-no-cell = `collapse:` nomme la cellule « { $cell } », dont la marge « { $margin } » n’a pas de cible. Il y a : { $known }.
survey-correct-the-definition = Corrigez la définition.
survey-deposit-breakdown-is-sensitive = la ventilation « { $name } » repose sur la question sensible « { $question } » : un fichier donnerait les petites cellules que les tableaux retiennent. Retirez-la de `deposit.profile`
survey-deposit-named-twice = deposit : nommé deux fois : { $twice }
survey-deposit-question-is-routed-by-a-sensitive = la question « { $name } » n’est posée que selon les réponses à la question sensible « { $question } » : qui l’a reçue le dirait. Retirez-la de `deposit.questions`
survey-deposit-question-is-sensitive = la question « { $name } » est sensible : un fichier donnerait les petites cellules que les tableaux retiennent. Retirez-la de `deposit.questions`
survey-design-joint-and-its-file = pps: joint et joint_probabilities: vont ensemble. Écrivez joint_probabilities: {"{"}file: paires.csv{"}"} à côté de pps: joint, ou omettez les deux.
survey-design-joint-needs-names = pps: joint retrouve les unités de son fichier par leur nom : donnez psu:, ou id: si chaque personne est une unité.
survey-design-mean-square-alone = `mean_square:` n’est qu’avec `pps: hartley-rao`. Retirez l’un, ou écrivez l’autre.
survey-design-mean-square-by-stratum = `mean_square:` est donné par strate, et le plan n’a pas de `stratum:`. Écrivez un seul nombre, ou nommez la colonne.
survey-did-you-mean = { $absent }; vouliez-vous dire « { $close } » ?
survey-en-name-said = { $kind ->
       [question] question
       [breakdown] ventilation
       [tiles] tiles de
       [index] indice
      *[bridge] raccord de
    } « { $name } » : { $said }
survey-entries-given-twice = entrées données deux fois : { $names }
survey-entry = entrée « { $id } » : { $problem }
survey-entry-gives-no-reason-every-reply-needs = l’entrée « { $name } » n’a pas de `reason:`; chaque réponse en demande une
survey-entry-replies-after-the-date-of-the = l’entrée « { $late } » répond après le { $date }, la `date:` du registre; donnez-lui le jour de sa dernière mise à jour
survey-entry-the-reply-has-no-date = entrée « { $name } » : la réponse n’a pas de `date:`
survey-event-has-no-source = l’événement du { $date } n’a pas de `source:`; dites où chacun peut le lire, par exemple `source: {"{"}fr: Gazette officielle{"}"}`
survey-event-has-no-words-in = l’événement du { $date } n’a pas de `{ $name }:` en { $tags }; écrivez-le dans chaque langue de `languages:`
survey-event-is-before-the-series = l’événement du { $date } précède la série, qui commence avec la collecte de « { $wave } », le { $start }; corrigez sa date ou ôtez-le
survey-event-is-given-twice = l’événement du { $date } est donné deux fois avec le même texte; ôtez-en un
survey-event-is-in-the-future-of-the-series = l’événement du { $date } est dans l’avenir de la série, qui finit avec la collecte de « { $wave } », le { $end }; corrigez sa date, ou ajoutez-le avec la vague qui le suit
survey-fault-at = {"  "}{ $place } : { $said }
survey-fault-found = { $said }; trouvé : « { $written } »
survey-fault-named = {"  "}{ $place } : { $name } : { $said }
survey-fault-s = { $count_faults ->
       [one] { $count_faults } faute
       *[other] { $count_faults } fautes
    }.{"\u000A"}{ $lines }{"\u000A"}{ $todo }
survey-fewer-than-respondents = , moins que ses { $n } personnes interrogées
survey-fieldwork-ends-before-it-starts = la collecte finit le { $end }, avant de commencer le { $start }; corrigez `start:` ou `end:`
survey-file-values-of-gives-the-value-to-two = `file_values` de { $wave } donne la valeur { $twice } à deux codes
survey-file-values-of-names-codes-that-the = `file_values` de { $wave } nomme des codes absents de l’échelle : { $listed }
survey-french-is-required-french-required-true = le français est obligatoire (`french_required: true`) : `languages` doit nommer fr
survey-give-dispositions-or-invited-started = donnez `dispositions`, ou invited, started, completed et excluded, pas les deux
survey-give-either-question-with-codes-or-all = donnez `question` avec `codes`, ou `all`, ou `any`
survey-give-its-folder = « { $path } » est un fichier. Donnez le dossier de l’enquête : « { $folder } ».
survey-group-has-no-codes-and-no-range = le groupe « { $group_id } » n’a ni codes ni étendue
survey-group-limits-are-the-wrong-way-round = ventilation « { $breakdown } », groupe « { $group } » : `min: { $low }` dépasse `max: { $high }`, et le groupe ne contient personne; écrivez `min: { $high }, max: { $low }`
survey-group-max-is-smaller-than-min = groupe « { $id } » : `max` est plus petit que `min`
survey-has-no-target-for-margin-of-part-add-its = { $path_name } n’a pas de cible pour la marge « { $margin_id } » du volet « { $part } ». Ajoutez ses lignes, ou retirez la marge de `weighting.margins`.
survey-has-no-words-in-this-language = « { $key } » n’a pas de mots dans cette langue
survey-headline-net-is-no-net-or-code-of-this = headline_net « { $headline_net } » n’est ni un regroupement ni un code de cette question
survey-headline-net-mean-of-codes-without-scores =
    headline_net « mean » n’est pas un chiffre de cette question : { $type ->
        [multiple] elle a plusieurs réponses, et pas de moyenne.
       *[other] ses codes n’ont pas de `score:`. Donnez-en un à chacun,
    } { $type ->
        [multiple] Écrivez
       *[other] ou écrivez
    } `headline_net: "{ $first }"`, ou un autre de ses regroupements ou codes
survey-inventory-categories-named-twice = catégories de l’inventaire nommées deux fois : { $names }
survey-is-a-project-give-its-survey = « { $path } » tient des enquêtes et n’en est pas une : donnez le dossier de l’enquête, { $near }.
survey-is-for-model-people-a-model-of-areas = `{ $of_people }` vaut pour `model: people`; un modèle de régions prend `covariates`
survey-is-larger-than-mb-a-definition-is-not = { $path_name } dépasse { $limit } Mo; une définition ne les atteint pas.
survey-is-no-csv-inside-the-surveys-folder = « { $value } » n’est pas un CSV du dossier de l’enquête : écrivez targets/regions.csv
survey-is-no-wave-there-are = { $panel } : `{ $name }: { $wave }` n’est pas une vague; il y a : { $waves }
survey-is-not-a-csv-in-utf-8-save-it-again-as = { $path_name } n’est pas un CSV en UTF-8. Enregistrez-le de nouveau en CSV UTF-8.
survey-is-not-an-address-that-a-page-may-lead = « { $value } » n’est pas une adresse à laquelle une page peut mener : elle commence par https:// et n’a ni espace ni accent
survey-is-not-utf-8-text-byte-save-it-as-utf-8 = { $path_name } n’est pas un texte UTF-8 (octet { $start }). Enregistrez-le en UTF-8.
survey-is-the-tag-of-no-language-write-one-of = « { $tag } » n’est l’étiquette d’aucune langue; écrivez-en une de deux lettres, comme es, ou es-CL
survey-it-is-due-on-before-its-reply-of = son échéance du { $due } précède sa réponse du { $date }
survey-its-states-are-not-in-the-order-of-their = ses états ne suivent pas l’ordre de leurs dates, à partir de la réponse
survey-keys-and-their-values-are-expected-here = des clés et leurs valeurs sont attendues ici
survey-labelled-there-are-no-words-in-language = labelled : il n’y a pas de mots dans la langue { $lang }; il y a : { $known }.
survey-lacks-the-columns-add-them = il manque à { $path_name } les colonnes { $names }. Ajoutez-les.
survey-languages-names-one-of-them-twice = `languages` en nomme une deux fois
survey-learned-names-which-results-does-not = `learned` nomme « { $lacking } », que `results:` n’énonce pas
survey-less-than = moins de { $lt }
survey-lines-are-indented-with-spaces-never = le retrait est fait d’espaces, jamais de tabulations
survey-longitudinal-replicates-are-of-a = `longitudinal_replicates` se rapporte à un poids longitudinal, et aucun n’est nommé : ajoutez `longitudinal_weight:`
survey-margin-cell-the-target-must-be-a-1904 = marge « { $margin } », cellule « { $name } » : la cible doit être un nombre positif. Fusionnez une cellule vide avec une voisine par une règle `collapse:`, ou retirez ses lignes.
survey-margin-cell-the-target-must-be-a-6451 = marge « { $margin_id } », cellule « { $cell } » : la cible doit être un nombre positif. Fusionnez une cellule vide avec une voisine par une règle `collapse:`.
survey-margin-gives-cell-twice-keep-one-ab77 = la marge « { $margin } » donne la cellule « { $name } » deux fois. Gardez-en une.
survey-margin-gives-cell-twice-keep-one-f318 = la marge « { $margin_id } » donne la cellule « { $cell } » deux fois. Gardez-en une.
survey-margin-has-no-cells = la marge « { $margin } » n’a pas de cellules.
survey-margin-has-the-status-write-given = la marge « { $margin_id } » a le statut { $found }; écrivez given, interpolated ou approximation.
survey-margin-is-given-twice-keep-one = la marge « { $margin } » est donnée deux fois. Gardez-en une.
survey-margin-sums-to-which-is-neither-shares = la marge « { $margin } » fait { $total }, ce qui n’est ni des parts ni des nombres : les parts ont pour somme 1 (ou 100), les nombres sont ceux d’une population entière{ $fewer }. Corrigez ses cibles, ou ajoutez la cellule qui manque.
survey-marks-are-one-value = marks: donne la même valeur, { $value }, à une réponse choisie et à une réponse non choisie. Écrivez les deux : marks: {"{"}default: {"{"}chosen: 1, not_chosen: 2{"}"}{"}"}.
survey-marks-of-a-question-of-type = marks: ne vaut que pour une question à choix multiples; celle-ci est de type { $type }. Retirez la ligne, ou écrivez type: multiple.
survey-marks-that-are-missing = marks: donne à une réponse la valeur { $value }, qui est un code manquant de la question. Retirez-la de marks: ou de missing:.
survey-mean = Moyenne
survey-method-logit-needs-finite-bounds-lower = `method: logit` demande des bornes finies autour de 1 (`bounds: [inférieure, supérieure]`)
survey-model-another-population = la référence de la vague { $wave } ne porte pas, mot pour mot, sur la population du volet; écrivez la même `population`, ou dites en quoi elle diffère : other_population: {"{"}fr: ...{"}"}
survey-model-another-year = la vague { $wave } est de { $year }, sa référence de { $of }; donnez une référence de la même année, ou dites pourquoi celle-ci convient : other_year: {"{"}fr: ...{"}"}
survey-model-date-has-no-year = la date { $value } ne commence pas par une année; écrivez 2024, ou 2024-05-11
survey-model-file-or-totals = une référence est un échantillon (`file`) ou des totaux (`totals`); donnez l’un des deux
survey-model-is-of-a-sample = `{ $name }` décrit un échantillon, et la référence est faite de totaux; retirez `{ $name }`, ou donnez `file`
survey-model-item-has-no-model =
    { $why ->
        [model_sensitive] la question { $name } est sensible : un second chiffre des mêmes réponses en dirait trop; retirez-la de `items`
        [model_put_to_some] la question { $name } n’est posée qu’à une partie des répondants, et la référence parle de tout le monde; retirez-la de `items`
        [model_no_number] la question { $name } n’a pas de scores, dont une moyenne serait faite; nommez un regroupement dans `net`
       *[other] la question { $name } n’admet pas une seule réponse parmi des codes; retirez-la de `items`
    }
survey-model-item-is-a-variable = la question { $name } est une variable du modèle : la référence la fixe, et rien n’en est estimé; retirez-la de `variables`, ou de `items`
survey-model-leans-on-nothing = aucune vague à quotas n’a de référence; nommez-en dans `waves` de `references` : { $waves }
survey-model-names-a-variable-twice = `variables` nomme deux fois la même variable; nommez-la une fois
survey-model-never-of-this-sample =
    { $kind ->
        [open] la vague { $wave } est une consultation ouverte : ses chiffres portent sur les personnes qui y ont participé, et aucun modèle n’en fait une population; retirez `participation_model`
       *[other] la vague { $wave } est un panel citoyen : ses chiffres portent sur les personnes participantes, et aucun modèle n’en fait une population; retirez `participation_model`
    }
survey-model-no-joint-probabilities = une référence ne prend pas `pps: joint`, dont les paires demandent un fichier de plus; prenez `pps: brewer` ou `overton`
survey-model-no-such-variable = { $name } n’est aucune variable du modèle; il y a { $known }
survey-model-of-a-probability-sample = chaque vague est un échantillon probabiliste : ses poids disent déjà qui compose la population, et un modèle de participation n’y ajoute que ses hypothèses; retirez `participation_model`, ou déclarez sample_type: quota
survey-model-replicates-and-size = `size` remet les poids à l’échelle, et les poids de réplication n’y suivraient pas; retirez `size`, et donnez des poids dont la somme est la population
survey-model-sample-without-weight = l’échantillon de référence n’a pas de poids; donnez design: {"{"}weight: ...{"}"}, ou `size` si chacun y compte autant
survey-model-size-is-no-number = `size` est le nombre de personnes de la population; écrivez un nombre fini
survey-model-two-references-of-a-wave = deux références nomment la même vague dans `waves`; laissez-la à une seule
survey-model-two-references-of-every-wave = deux références n’ont pas de `waves`, et vaudraient pour les mêmes; nommez les vagues de chacune
survey-model-variable-is-sensitive = la variable { $name } est faite d’une question sensible, et le rapport n’est pas ventilé par elle : rien ne dit si ses cases peuvent être montrées; nommez sa ventilation dans report_breakdowns, ou retirez-la de `variables`
survey-model-variable-of-several-answers = la question { $name } n’admet pas une seule réponse parmi des codes : le modèle ne peut pas la lire; retirez-la de `variables`
survey-model-variable-of-some = la variable { $name } n’est demandée qu’à une partie des répondants; le modèle lit des variables connues de chacun
survey-more-than = plus de { $gt }
survey-names-no = il n’y a pas { $kind ->
       [question] de question
       [net-or-code] de regroupement ni de code
       [breakdown] de ventilation
       [code] de code
       [group] de groupe
       [part] de volet
       [wave] de vague
      *[scenario] de mise en situation
    } « { $name } »
survey-names-there-are = { $absent }; il y a { $more ->
       [0] { $known }
      *[other] { $known } et { $more } autres
    }
survey-nested-more-than-levels-deep-bring-it-up = plus de { $max_depth } niveaux sont emboîtés. Réduisez-les.
survey-net-uses-codes-that-the-scale-lacks = le regroupement « { $net_id } » nomme des codes absents de l’échelle : { $codes }
survey-no-file-of-records-beside = deposit : aucun fichier de dossiers n’est fait à côté de { $file } : les personnes qui ont participé sont peu nombreuses ou se connaissent, et seuls des nombres sont diffusés. Retirez `deposit:` de survey.yaml
survey-no-place-for = aucune place pour { $lacking }
survey-no-text-may-begin-with-this-character = un texte ne peut commencer par ce caractère : mettez-le entre guillemets
survey-nothing-is-expected-here = rien n’est attendu ici
survey-nothing-says-when-wave-was-in-the-field = rien ne dit quand la vague { $id } a été recueillie. Écrivez dans waves/{ $id }.yaml : fieldwork: {"{"}start: 2025-01-13, end: 2025-02-02{"}"}
survey-part-of-wave = de volet de la vague { $wave_id } nommé
survey-part-randomised-with-names-which-is-no = volet « { $name } » : `randomised_with` nomme « { $other } », qui n’est pas un autre volet de la vague
survey-part-was-allotted-at-random-with-which = le volet « { $name } » a été réparti au hasard avec « { $other } », qui ne le dit pas de « { $name } » : les deux doivent le dire
survey-place-said = { $place } : { $said }
survey-plain-result-its-sentence-needs-once = résultat « { $id } » : sa phrase demande { $share } une fois
survey-points-lowest-highest-has-from-2-to = `points: [le plus bas, le plus haut]` compte de 2 à { $most_points } points
survey-population-of-shares-are-0-or-more-not = population de « { $breakdown } » : des parts de 0 ou plus, pas toutes nulles
survey-quality-combination-is-of-two-answers = une combinaison est faite de plusieurs réponses : écrivez all: [une condition, une autre]
survey-quality-conditions-without-signal = `{ $name }` a des conditions et `signals` ne le nomme pas; ajoutez-le à `signals`, ou retirez les conditions
survey-quality-consent-needs-several = `consent` demande { $least } énoncés ou plus, dont certains disent le contraire des autres
survey-quality-names-a-signal-twice = `signals` nomme deux fois le même signal; nommez-le une fois
survey-quality-signal-has-no-conditions = le signal { $name } n’a aucune condition; donnez `{ $name }:`, ou retirez-le de `signals`
survey-quality-speed-needs-a-role = le signal speed demande la durée de l’entrevue; donnez roles: {"{"}duration: [question]{"}"}, ou retirez-le de `signals`
survey-question = de question
survey-question-and-options-go-together-one = `question` et `options` vont ensemble : une question à réponses multiples, et son option pour chaque catégorie
survey-question-has-no-headline-net-that-is-a = la question « { $name } » n’a pas de `headline_net` qui soit une part : le modèle estime une part
survey-question-has-no-net-or-code = la question « { $question_id } » n’a pas de regroupement ni de code « { $net } »
survey-question-has-no-option-category-it-has = la question « { $question_id } » n’a pas d’option « { $option } » (catégorie « { $category } »); elle a : { $listed }
survey-question-is-a-weighting-margin-it-can = la question « { $question } » est une marge de calage ({ $wave }, { $name }) : elle ne peut rien valider
survey-question-is-defined-twice-rename-or = la question « { $entry_id } » est définie deux fois. Renommez-en ou retirez-en une.
survey-question-is-in-two-rotations = la question « { $name } » est dans deux modules, « { $one } » et « { $two } »; gardez-la dans un seul
survey-question-is-not-a-multiple-response-one = la question « { $question_id } » n’est pas à réponses multiples : une question par catégorie va sous `questions:`
survey-question-is-not-of-type = { $consultation } : la question « { $name } » n’est pas de type { $wanted }
survey-question-is-of-type-a-number-or-an-open = la question « { $name } » est de type { $question_type } : un nombre ou une réponse ouverte peut désigner une personne; nommez plutôt une ventilation dans `profile`
survey-question-is-of-type-without-codes-to = la question « { $question_id } » est de type { $question_type }, sans codes dont faire des groupes; écrivez groups: {"{"}jeunes: {"{"}label: {"{"}…{"}"}, min: 18, max: 34{"}}"}, ou donnez-lui une échelle
survey-question-is-sensitive-its-shares-by-area = la question « { $name } » est sensible : ses parts régionales ne se modélisent pas
survey-question-names-the-scale-which-is-not = la question « { $entry_id } » nomme l’échelle « { $scale } », qui n’est pas définie. Échelles : { $known }.
survey-question-reads-a-sensitive-column = la question « { $question } » se lit dans la colonne « { $column } » ({ $wave }), comme « { $other } », qui est délicate : donnez-lui `sensitive: true`, ou une autre colonne
survey-questions-names-one-of-them-twice = `questions` en nomme une deux fois
survey-quota-an-over-selected-group-needs-a = quota « { $id } » : un groupe surreprésenté demande une `reason:`
survey-quota-the-populations-shares-are-all = quota « { $id } » : les parts de la population sont toutes nulles
survey-ratio = Rapport
survey-recommendation = la recommandation
survey-recommendation-has-no-vote-at-all = { $panel } : la recommandation « { $found_id } » n’a aucun vote
survey-recommendation-was-voted-at-session = { $panel } : la recommandation « { $found_id } » a été votée à la séance « { $session } », qui n’existe pas; il y a : { $known }
survey-register-of-is-for-a-panel-or-a = `register_of:` est pour un panel ou une consultation; le registre d’un suivi est son propre decisions.yaml
survey-replicate-weights-give-prefix-or-columns = poids de réplication : donnez `prefix` ou `columns`, l’un des deux
survey-replicate-weights-of-kind-jkn-need = les poids de réplication de genre « jkn » demandent `rscales`, (n_h - 1)/n_h de chaque réplication
survey-replicate-weights-of-kind-other-need-the = les poids de réplication de genre « other » demandent le `scale` que donne la documentation du fichier
survey-reports-are-pages-first-formats-must = les rapports sont d’abord des pages : `formats` doit nommer html
survey-reverse-names-which-is-not-among-the = `reverse` nomme « { $strange } », qui n’est pas parmi les questions
survey-rho-goes-with-over-ar1-of-a-model-of = `rho` va avec `over: ar1` d’un modèle de régions : déclarez les deux, comme rho: 0.5
survey-role-questions-and-general-need-net = `role`, `questions` et `general` demandent `net` : quelle réponse compte
survey-rotation-has-the-id-of-something-else = le module « { $id } » de `rotations:` porte l’id d’une question ou d’une échelle; donnez-lui-en un autre
survey-rotation-names-no-question = le module « { $id } » nomme « { $name } », qui n’est pas une question
survey-rotation-names-no-wave = le module « { $id } » nomme la vague « { $name } », qui n’est pas dans `waves:` ({ $known })
survey-sensitive-answers-are-told-under-another-name = { $count ->
       [one] { $count } question dirait
       *[other] { $count } questions diraient
    } sous un autre nom les réponses à une question délicate :
survey-session = la séance
survey-session-does-not-come-after-session = { $panel } : la séance « { $later_id } » ne suit pas la séance « { $earlier_id } »
survey-several-coders-need-settled-whose-rows = plusieurs codeurs demandent `settled:`, dont les lignes tranchent
survey-stands-there-twice = { $listed } y est deux fois
survey-survey-yaml-lists-the-wave-but-waves = survey.yaml nomme la vague « { $wave_id } », mais waves/{ $wave_id }.yaml manque. Écrivez ce fichier (padai add-wave le fait), ou retirez la vague de `waves:`.
survey-targets-come-from-a-mapping = Des marges se font d’un dictionnaire par padai.Targets.from_mapping({"{"}'sex': {"{"}'F': 0.51, 'M': 0.49{"}}"}); padai.rake prend le dictionnaire lui-même.
survey-text-s-of-lack-a-language-that-languages = { $count_lacking ->
       [one] { $count_lacking } texte de { $path_name } n’a
       *[other] { $count_lacking } textes de { $path_name } n’ont
    } pas toutes les langues de `languages:` ({ $listed }) : { $places }.
survey-the-answers-of-have-no-scores-write-them = les réponses de « { $item } » n’ont pas de points; écrivez-les sous `scores:`
survey-the-backslash-of-a-text-in-double = la barre oblique inverse d’un texte entre guillemets droits n’est pas permise ici
survey-the-dash-of-a-list-was-expected-here = un tiret de liste était attendu ici
survey-the-definition-file-is-missing-from = Le fichier de définition { $path_name } manque dans { $folder }/.
survey-the-definition-has-fault-s = la définition comporte { $count ->
       [one] { $count } faute
       *[other] { $count } fautes
    }.
survey-the-definition-names-thing-s-that-it = la définition nomme { $count ->
       [one] { $count } chose qui n’y est pas
       *[other] { $count } choses qui n’y sont pas
    }.
survey-the-definition-names-thing-s-that-the = la définition nomme { $count ->
       [one] { $count } chose
       *[other] { $count } choses
    } dont le modèle ne peut se servir.
survey-the-deposit-names-thing-s-that-may-not = le dépôt nomme { $count ->
       [one] { $count } chose qui ne peut y aller
       *[other] { $count } choses qui ne peuvent y aller
    }.
survey-the-draw-of-was-announced-on-after-it = le tirage du { $date } a été annoncé le { $date_2 }, après coup
survey-the-file-holds-a-control-character = le fichier contient un caractère de commande
survey-the-file-is-not-in-the-surveys-folder = le fichier { $file } n’est pas dans le dossier de l’enquête
survey-the-finding-needs-wave-the-edition-it-is = le constat « { $finding } » demande `wave:`, l’édition dont il vient
survey-the-interaction-is-not-of-two-variables = l’interaction « { $pair } » n’est pas de deux variables : écrivez region*sex
survey-the-is-given-twice-each-id-is-stable-and = { $kind } « { $found } » figure deux fois; chaque identifiant est stable et unique
survey-the-key-is-given-twice-keep-one = la clé « { $key } » est donnée deux fois; n’en gardez qu’une.
survey-the-line-cannot-be-read = la ligne ne peut être lue
survey-the-longitudinal-weight-has-no = le poids longitudinal « { $longitudinal_weight } » n’a pas de poids de réplication, et le plan en a : sans les siens, ses erreurs types prendraient les personnes pour indépendantes. Ajoutez `longitudinal_replicates: {"{"}kind: ..., prefix: ...{"}"}`
survey-the-needs-survey-where-it-comes-from = « { $id } » ({ $kind }) demande `survey:`, d’où il vient
survey-the-part-declares-no-weighting-margins = le volet ne déclare aucune marge de calage (weighting.margins).
survey-the-population-of-and-its-groups-do-not = { $consultation } : la population de « { $name } » et ses groupes ne s’accordent pas : { $odd }
survey-the-status-withdrawn-and-a-withdrawal-go = le statut `withdrawn` et un `withdrawal` vont ensemble
survey-the-tag-is-not-allowed-take-it-out = l’étiquette { $tag } n’est pas permise. Retirez-la.
survey-the-targets-do-not-add-up-margin-sums-to-b0bf = les cibles ne concordent pas : la marge « { $margin } » fait { $mine } et la marge « { $margin_2 } » { $theirs }. Donnez des parts, ou les nombres d’une même population.
survey-the-targets-do-not-add-up-margin-sums-to-b664 = les cibles ne concordent pas : la marge « { $first_id } » fait { $total } et la marge « { $other_id } » { $total_2 }. Corrigez le fichier pour que toutes les marges aient le même total.
survey-the-targets-file-is-missing-from = le fichier de cibles { $path_name } manque dans { $parent_name }/.
survey-the-text-holds-a-sign-that-no-reader = le texte contient { $sign }, un signe que personne ne voit et qui change ce qui est lu. Retirez-le.
survey-the-text-is-in-which-languages-does-not = le texte { $name } est en « { $tag } », que `languages` ne nomme pas; nommez-la, ou corrigez l’étiquette
survey-theme = le thème
survey-there-are = {" "}Il y a : { $known }.
survey-there-are-no-targets-for-margin-there = Il n’y a pas de cibles pour la marge « { $margin_id } »; il y a : { $known }.
survey-there-is-a-colon-too-many-or-a-text-that = un deux-points est de trop, ou un texte qui en contient n’est pas entre guillemets
survey-there-is-no = il n’y a pas { $kind } « { $wanted } ».{ $hint }
survey-there-is-no-breakdown = { $consultation } : il n’y a pas de ventilation « { $name } »
survey-there-is-no-category = il n’y a pas de catégorie « { $category } »
survey-there-is-no-key-result = il n’y a pas de résultat clé « { $result_id } »
survey-there-is-no-question-223e = { $consultation } : il n’y a pas de question « { $name } »
survey-there-is-no-question-d359 = il n’y a pas de question « { $question } »
survey-there-is-no-question-de64 = il n’y a pas de question « { $question_id } »
survey-there-is-no-role = il n’y a pas de rôle « { $role } »
survey-there-is-no-survey-folder-give-the = Il n’y a pas de dossier d’enquête « { $path } ». Donnez le dossier qui contient survey.yaml, ou créez-en un : padai init
survey-there-is-no-survey-folder-near = Il n’y a pas de dossier d’enquête « { $path } ». Vouliez-vous dire « { $near } » ?
survey-this-is-not-of-the-allowed-form = la forme permise est autre ({ $pattern })
survey-this-is-not-valid-yaml-correct-the-line = ce n’est pas du YAML valide : { $said }. Corrigez la ligne et recommencez.
survey-this-key-is-not-known-here-check-its = cette clé est inconnue ici; vérifiez son orthographe
survey-this-key-is-required = cette clé est obligatoire
survey-this-text-is-empty-or-too-short = ce texte est vide ou trop court
survey-this-text-is-in-no-language-write-fr-or = ce texte n’est dans aucune langue : écrivez {"{"}fr: …{"}"}, ou l’étiquette d’une autre langue
survey-this-text-is-too-long = ce texte est trop long
survey-this-value-is-not-allowed-here = cette valeur n’est pas permise ici
survey-tiles-group-stands-outside-of-the-grid = tiles : le groupe « { $group } » est hors de la grille
survey-tiles-groups-and-stand-at-the-same-place = tiles : « { $taken } » et « { $group } » sont à la même place
survey-tiles-the-places-of-group-do-not-touch = tiles : les places du groupe « { $group } » ne se touchent pas
survey-total = Total
survey-trim-must-have-0-lower-upper-they-are = `trim: [{ $low }, { $high }]` doit aller de la plus petite limite, de 0 ou plus, à la plus grande : ce sont celles des poids
survey-untargeted-has-a-target = `untargeted:` nomme la cellule « { $cell } » de la marge « { $margin } », qui a une cible. Retirez-la de l’un ou de l’autre.
survey-version-needs-a-reason = la version { $version } demande une raison (`reason`)
survey-wave = de vague
survey-wave-is-named-twice = `waves:` nomme deux fois la vague « { $wave } »; n’en gardez qu’une
survey-wave-part-a-part-of-type-has-no-weights = vague { $wave_id }, volet « { $part_id } » : un volet « { $wanted } » n’a pas de poids
survey-wave-part-is-of-sample-type-beside-this = { $file } : la vague { $wave_id }, volet « { $part_id } », est de type « { $sample_type } »; à côté de ce fichier, chaque volet est « { $wanted } », puisqu’il n’est jamais réuni à un autre type
survey-wave-was-fielded-before-wave-or-at-the = la collecte de « { $second } » précède celle de « { $first } », ou en a la date; nommez les vagues dans l’ordre de leur collecte
survey-waves-yaml-says-id-it-must-be = waves/{ $wave_id }.yaml dit id « { $id } »; ce doit être « { $wave_id } ».
survey-what-is-adopted-needs-state = ce qui est retenu demande `state:`
survey-what-is-done-needs-evidence-where-anyone = ce qui est fait demande `evidence:`, où chacun peut le voir
survey-what-is-not-adopted-has-no-state-give = ce qui n’est pas retenu n’a pas de `state`; donnez la seule raison
survey-what-is-still-to-be-done-needs-next-step = ce qui reste à faire demande `next_step:` et sa date `due:`
survey-withdrawn-withdrawn-on-and-affected-go = `withdrawn`, `withdrawn_on` et `affected` vont avec `status: withdrawn`
survey-write-true-or-false = écrivez true ou false
