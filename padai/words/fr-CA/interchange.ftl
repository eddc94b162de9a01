# padai, interchange

interchange-a-choice-names-the-wave-which-is-none-of = un choix nomme la vague « { $unknown } », qui n’est aucune de { $listed }. Corrigez-le.
interchange-a-cluster-of-an-analysis = un groupe issu d’une analyse, et non une grappe de l’échantillon
interchange-a-ddi-codebook-file-it-describes-no = un fichier DDI-Codebook (il ne décrit aucune variable)
interchange-a-length-of-time = une durée
interchange-a-limesurvey-structure-file-it-holds-no = une structure LimeSurvey (elle ne contient aucune question)
interchange-a-new-column = colonne nouvelle
interchange-a-new-question = question nouvelle
interchange-a-qualtrics-survey-file = une enquête Qualtrics
interchange-a-qualtrics-survey-file-it-holds-no = une enquête Qualtrics (elle ne contient aucune question)
interchange-a-replicate-weight = poids de réplication
interchange-a-single-value = une seule valeur
interchange-a-stratum-of-society-not-of-design = une strate de la société, et non du plan
interchange-a-survey-cannot-be-started-from-give = Une enquête ne peut partir de { $listed }. Donnez des fichiers de données en { $data }, ou un questionnaire en { $forms }.
interchange-a-weight-in-wave = le poids de la vague { $wave }
interchange-all-told = { $told }
interchange-already-holds-something-choose-a-new = « { $folder } » contient déjà quelque chose. Choisissez un nouveau dossier; rien n’a été écrit.
interchange-already-holds-which-would-be-overwritten = « { $target } » contient déjà { $names }, qui serait écrasé. Choisissez un dossier vide; rien n’a été écrit.
interchange-among-the-first-columns = parmi les premières colonnes
interchange-amounts-read = {"  "}{ $column } : des montants (« 12 000 $ », « 1.234,56 ») sont lus comme des nombres; à confirmer dans questionnaire.yaml
interchange-an-excel-workbook = un classeur Excel
interchange-an-identifier = un identifiant
interchange-an-xml-file = un fichier XML
interchange-and-more-rejected = et { $rest } autres écartés
interchange-anew-added = { $name } : choix ajoutés : { $listed }
interchange-anew-by-number = { $name } : ses choix n’ont pas de mots dans la définition; ils ont donc été lus par leurs numéros, que ce questionnaire a pu donner à d’autres; écrivez les mots des vagues antérieures (codes:), puis ajoutez de nouveau la vague
interchange-anew-other-order = { $name } : les mêmes choix dans un autre ordre; leurs codes restent
interchange-anew-other-words = { $name } : choix libellés autrement, tenus pour les mêmes : { $listed }
interchange-anew-renamed = { $name } s’appelle { $now } dans ce questionnaire
interchange-anew-renumbered = { $name } : des choix portent d’autres numéros dans ce questionnaire et sont lus par leurs mots : { $listed }
interchange-anew-reworded = { $name } : posée en d’autres mots
interchange-anew-taken-away = { $name } : choix qui ne sont plus offerts : { $listed }
interchange-anew-words-by-hand = les mots de { $listed } dans cette vague sont à écrire à la main (earlier_wordings:) : d’autres langues ou d’autres modes ont les leurs, ou d’autres vagues suivent
interchange-answer-s-are-none-of-the-choices-of-the = { $path_name }, { $name } : { $unknown ->
       [one] { $unknown } réponse n’est
       *[other] { $unknown } réponses ne sont
    } aucun des choix du questionnaire. Donnez le questionnaire qui était sur le terrain (son exportation de la même date), ou ne le donnez pas.
interchange-answer-s-each-given-by-fewer-than-people = { $file }, { $name } : { $unknown ->
       [one] { $unknown } réponse, donnée
       *[other] { $unknown } réponses, données chacune
    } par moins de { $fewest_alike } personnes, { $unknown ->
       [one] n’est
       *[other] ne sont
    } aucun de ses choix. Écrivez le choix dans questionnaire.yaml, sous les codes de « { $name } », avec les mots de l’exportation; puis recommencez.
interchange-became = « { $before } » est devenue « { $name } »
interchange-blank-in-rows-2881 = vide pour { $share } lignes
interchange-blank-in-rows-90ac = vide pour { $blanks } lignes
interchange-boxes-alone = {"  "}{ $column } : une seule réponse et des cellules vides, comme les laisse une case cochée; aucune question n’en est tirée, puisque tous ceux qui ont une cellule ont donné cette réponse. Pour la compter, enregistrez les cases d’une question en colonnes numérotées d’après un même nom (medias_1, medias_2), avec 1 où la case est cochée et 0 où elle ne l’est pas
interchange-break-on-the-other-side = la rupture « { $id } » ({ $date }) range { $wave_id } du côté de { $side }, mais { $questions } y sont comme dans { $other } : si le changement avait déjà eu lieu, ou pas encore, écrivez-y { $line } dans survey.yaml
interchange-cannot-be-read-as-it-is-broken-or-was = { $path_name } ne peut être lu comme { $what } : il est brisé ou a été tronqué. Exportez-le de nouveau.
interchange-cannot-be-written-in-choose-another = { $target_name } ne peut être écrit dans « { $parent } » ({ $why }). Choisissez un autre dossier.
interchange-chapters = chapitres
interchange-choices-added = codes de plus : { $listed }; les lignes les ajoutent à l’échelle. Si leur arrivée a changé les autres réponses, déclarez une rupture (breaks:)
interchange-choices-instead = codes de plus : { $listed }; plus personne ne donne { $gone }. Si c’est la même chose en d’autres mots, écrire dans l’échelle `{ $line }` à la place de ces lignes; sinon, déclarer une rupture (breaks:)
interchange-choices-of-are-others = { $count_new } choix sur { $seen } sont autres
interchange-choices-of-one-wave-each = { $name } : { $gone } donné dans la vague { $before } seulement, { $new } dans la vague { $after } seulement. Si c’est le même choix en d’autres mots, commencez par { $first } seul, puis padai add-wave avec { $next } : il donne la ligne à écrire, et le code reste
interchange-codes = codes { $listed }
interchange-codes-and-none-left = codes { $listed }; plus personne ne donne { $gone }. Si { $name } est { $old } en d’autres mots, écrire `{ $line }` dans questionnaire.yaml à la place de ses mots, puis ajouter la vague de nouveau : le code demeure
interchange-codes-apart = {"  "}{ $column } : les codes { $listed } sont à l’écart des réponses; pris pour une absence de réponse, à confirmer dans questionnaire.yaml (`missing:`)
interchange-codes-apart-of-many = {"  "}{ $column } : { $code } est à l’écart des réponses et se trouve dans un tiers des lignes ou plus; s’il veut dire aucun ou jamais, c’est une réponse : retirez-le de `missing:` et donnez-lui sa valeur (0) dans le fichier
interchange-codes-in-unknown-words = {"  "}{ $column } : les codes { $listed } sont à l’écart des réponses et leurs mots ne sont d’aucune liste; tenus pour des réponses. Si ce n’en sont pas, déplacez-les sous `missing:` dans questionnaire.yaml
interchange-codes-of-occupations = codes de profession
interchange-codes-of-places = codes de lieux
interchange-codes-whole-numbers = des codes : { $distinct } nombres entiers
interchange-column-asked = {"  "}{ $column } : { $why }
interchange-columns-gone = colonnes absentes : { $columns }
interchange-comes-first = { $wave_id } ({ $middle }) précède toutes les autres : elle vient en premier et se compare à { $after }
interchange-comparability-3146 = Comparabilité
interchange-comparability-6ae9 = comparabilite
interchange-data-not-an-export-that-padai-knows-give = --data { $listed } : ce n’est pas une exportation que padai connaît ({ $known }). Donnez un fichier de données par --from, sans son questionnaire.
interchange-date-of-birth = date de naissance
interchange-date-of-interview = date d’entrevue
interchange-dates = {"  "}dates : { $days } ({ $told })
interchange-dates-column = colonne { $column }
interchange-dates-day-or-month-first = colonne { $column } : jour ou mois d’abord? Les deux conviennent à toutes les lignes : { $day_first } le jour d’abord, { $month_first } le mois d’abord; écrire les bonnes dates dans fieldwork:
interchange-dates-month-or-years = « { $text } » peut être un mois ou deux années
interchange-dates-months-in-name = mois du nom du fichier
interchange-dates-not-in-export = l’exportation ne les dit pas
interchange-dates-not-in-form = un questionnaire ne les dit pas
interchange-dates-nothing-tells = rien ne les dit
interchange-dates-of-responses-kept = jours des réponses retenues
interchange-dates-of-some-responses = { $some } réponses sur { $all } ont un jour qui ne se lit que d’une façon; les autres n’en ont pas, ou le jour ou le mois y vient d’abord : écrivez les jours de la collecte
interchange-dates-order-of-other-files = colonne { $column }, le { $order ->
    [day_first] jour
   *[month_first] mois
 } d’abord comme dans les autres fichiers; les deux vont à celui-ci
interchange-dates-to-come = à confirmer : { $column } tient des jours à venir, { $days }
interchange-dates-year-in-name = année du nom du fichier
interchange-decipher-status = { $file } : exportation de Decipher, dont { $count } lignes ont un `status` autre que 3 (admissible et terminé) et comptent ici. Pour les laisser de côté, dans waves/ : exclusions: [{"{"}column: status, values: [1, 2, 4], reason: {"{"}fr: …{"}"}{"}"}]
interchange-declares-a-document-type-or-entities = { $path_name } déclare un type de document ou des entités, que padai ne lit pas. Exportez-le de nouveau sans eux.
interchange-design-given-twice = --design est donné plus d’une fois pour les mêmes vagues, et un seul compterait. N’en écrivez qu’un : { $line }.
interchange-design-is-confirmed = --design : le plan de la vague { $wave_id } est déjà confirmé ({ $line }), et rien n’y a été changé. Pour un autre plan, changez la ligne `design:` de waves/{ $wave_id }.yaml.
interchange-design-is-not-understood-write-proposed = --design { $text } : « { $piece } » n’est pas compris. Écrivez `proposed`, `none`, ou un rôle ({ $roles }) et sa colonne : weight=w,psu=c. L’identifiant d’une vague et un deux-points peuvent précéder.
interchange-design-names-the-wave-which-is-none-of = --design nomme la vague « { $unknown } », qui n’est aucune de { $listed }. Corrigez-le.
interchange-design-same-has-no-wave-before = --design same : aucune vague avant { $wave_id } n’a de plan confirmé à reprendre. Nommez les colonnes, par exemple --design { $wave_id }:weight=…,stratum=…,psu=…,id=…
interchange-design-same-lacks-name-the-columns = --design same : { $path_name } n’a pas { $lacking }. Nommez les colonnes.
interchange-device-of-a-person = appareil d’une personne
interchange-e-mail-address = adresse électronique
interchange-each-in-a-single-stratum = chacune dans une seule strate
interchange-english = Français
interchange-every-question-changed = { $name } a les colonnes de l’enquête, et aucune de ses questions n’y est restée la même :{"\u000A"}{ $reasons }{"\u000A"}Si une question est la même en d’autres mots : --same { $question } (répétable). Sinon, c’est une autre enquête : padai init
interchange-exact-place = lieu précis
interchange-export-beside = { $file } : sur l’entrevue, non reprises : { $listed }
interchange-export-buddhist-years = { $file } : les jours des réponses sont écrits dans l’ère bouddhique; { $year } se lit { $common }
interchange-export-of-codes = { $file } : réponses en codes, sans mots : { $listed }. Elles sont lues comme le dit la définition; si le questionnaire a reformulé ou renuméroté un choix depuis, le fichier ne peut le dire : déclarez-le (breaks: ou file_values:)
interchange-export-personal = { $file } : colonnes personnelles, laissées dehors : { $listed }
interchange-export-recognised = { $file } : exportation { $platform }, { $kept } réponses, { $aside } mises de côté (exclusions:)
interchange-export-unanswered = Au questionnaire, sans réponses : { $listed }
interchange-export-years-not-read = { $file } : les jours des réponses sont de { $year } environ, où aucun formulaire n’a été envoyé, et ne datent rien : écrivez les jours de la collecte dans waves/
interchange-exports-of-stand-beside-give-the-exports = Des exportations de { $platform } accompagnent { $listed }. Donnez les exportations d’une enquête, une par vague, et son seul questionnaire.
interchange-exports-were-given-a-survey-starts-from = { $count_exports } exportations ont été données; une enquête part de { $max_exports } au plus.
interchange-fact-is-one-of = --fact { $text } : { $name } vaut { $listed }.
interchange-fact-is-the-tag-of-no-language-write = --fact { $text } : « { $tag } » n’est l’étiquette d’aucune langue. Écrivez celle des libellés du fichier, de deux lettres : --fact language=de
interchange-fact-write-one-of-and-what-it-is-fact = --fact { $text } : écrivez l’un de { $known }, =, puis ce qu’il en est : --fact mode=phone
interchange-few-written = {"  "}{ $column } : peu de textes, mais certains viennent de moins de cinq personnes et peuvent être les mots de quelqu’un; laissé en texte libre (`type: open`). Si ce sont des réponses, les écrire dans questionnaire.yaml (`type: single`, `codes:`)
interchange-file-about-interview = sur l’entrevue
interchange-file-adjusted = Comparaisons déclarées d’avance; leurs valeurs p sont ajustées ensemble.
interchange-file-base-unfound = la question n’a pas été posée à tout le monde, et aucune réponse ne dit à qui : à écrire
interchange-file-breakdowns = Devinées par le nom des colonnes
interchange-file-breaks = Une raison typée, datée et délimitée de ne pas comparer :
interchange-file-changes = Historique de la définition
interchange-file-codes = code: libellé; la valeur du fichier si elle diffère
interchange-file-data-go-here = Les fichiers de données vont ici.
interchange-file-data-stay = Les réponses restent ici.
interchange-file-dates = Dates : { $told }
interchange-file-decided = Ce qui est décidé avant de lire les données. Remplacez chaque « à compléter » : les commandes de calcul l’acceptent, la publication le refuse et en donne la liste.
interchange-file-example = exemple à remplacer
interchange-file-families = Une famille se déclare avant de lire les données :
interchange-file-formats = Chaque rapport est une page, un PDF et un document Word; pour moins :
interchange-file-from-a-column = deviné par une colonne : { $listed }
interchange-file-guessed = deviné
interchange-file-guessed-why = deviné : { $why }
interchange-file-in-data = dans data/
interchange-file-in-english-too = Pour publier aussi en anglais :
interchange-file-key-results = Résultats que chaque publication montre, quoi que disent les données.
interchange-file-kinds = genres devinés
interchange-file-language-of-labels = celle des libellés; la première prévaut
interchange-file-made-from-files = Définition tirée de fichiers. Ce qui est deviné le dit en commentaire : relisez-le.
interchange-file-marks = d’après les libellés du fichier
interchange-file-method = Chacun est un texte, ou {"{"}status: not_applicable | not_supplied, reason: {"{"}fr: …{"}"}{"}"}.
interchange-file-of-countries = {"  "}{ $file } : la colonne « { $column } » ({ $count } valeurs) semble dire le pays, et l’ébauche réunit tous les pays. Un seul : rows: {"{"}{ $column }: [{ $first }]{"}"} dans waves/; chacun à part : un volet par pays, avec ses lignes
interchange-file-of-replicates-alone = { $path_name } contient { $count } poids de réplication ({ $prefix }…) et aucune réponse : joignez-le au fichier de la vague ({ $other }) par { $key }, puis donnez le fichier joint. { $command }
interchange-file-order = Les questions dans l’ordre de l’entrevue, et les échelles qu’elles partagent.
interchange-file-precise = à préciser
interchange-file-project = Le projet : ce fichier marque son dossier, et tous les chemins partent d’ici.
interchange-file-proposed = proposé
interchange-file-questions = Les questions dans l’ordre des fichiers, et les échelles qu’elles partagent.
interchange-file-ranges = tranches à confirmer
interchange-file-read-by-labels = lues par leurs libellés
interchange-file-roles = Rôles devinés; des vérifications s’en servent
interchange-file-shared = Ce que deux vagues partagent : none, respondent, psu
interchange-file-single-psu = { $n ->
       [one] { $n } strate
       *[other] { $n } strates
    } à une seule unité
interchange-file-small-groups = un groupe compte trop peu de personnes : `small_groups: merge` le réunirait au plus grand
interchange-file-templates = Un fichier placé ici, par exemple `fr/_ouverture.qmd`, remplace le gabarit du même nom que padai fournit. Le dossier peut rester vide.
interchange-file-to-choose = à choisir
interchange-file-to-complete = Les commandes de calcul acceptent « à compléter »; la publication le refuse et en donne la liste.
interchange-file-totals = totaux dans targets/1.csv
interchange-file-untold = aucun fichier ne le dit : { $listed }
interchange-file-who-was-drawn = Qui a été tiré, et comment : rien ne s’estime avant qu’une personne le dise.
interchange-first-sheet-is-empty = { $file } : la première feuille est vide. Placez d’abord la feuille des réponses, ou enregistrez-la en CSV UTF-8 et donnez ce fichier.
interchange-give-at-least-one-file-to-start-from = Donnez au moins un fichier dont partir : --from vague-2025.sav
interchange-give-one-questionnaire-or-data-files-one = Donnez un questionnaire, ou des fichiers de données (un par vague), mais pas les deux ni plusieurs questionnaires.
interchange-give-the-first-and-the-last-day-of = Donnez le premier et le dernier jour de la collecte, dans cet ordre.
interchange-google-forms = Google Forms
interchange-group-stands-in-others-or-groups-before = le groupe « { $name } » est dans { $max_groups } autres, ou des groupes avant lui ne se terminent jamais. Donnez à chaque `begin group` son `end group`.
interchange-has-a-wave-already-name-this-one-wave-id = { $survey_id } a déjà une vague { $wave_id }. Nommez celle-ci : --wave { $name }.
interchange-has-another-label = « { $column } » a la même échelle et un autre libellé : « { $now } », et non « { $then } ». Si c’est la même question, ajoutez "{ $wave_id }" à ses waves:
interchange-has-another-label-or-another-scale = « { $column } » porte un autre libellé, ou une autre échelle
interchange-has-another-scale = « { $column } » a une autre échelle ({ $why })
interchange-has-columns-a-definition-is-drafted-from = { $name } : { $count } colonnes sont retenues, et une définition se tire de { $max_columns } au plus. Gardez celles que l’enquête utilise : --only "q1*"
interchange-has-columns-and-no-row-ask-for-the-file = { $file } a des colonnes et aucune ligne. Redemandez le fichier.
interchange-has-its-header-rows-and-no-response = { $path_name } ({ $whose }) a ses lignes d’en-tête et aucune réponse. Exportez-le de nouveau.
interchange-has-no-column-of-answers-export-the = { $path_name } ({ $whose }) n’a aucune colonne de réponses. Exportez aussi les réponses.
interchange-has-no-column-that-could-be-a-question = { $file } n’a aucune colonne qui puisse être une question ({ $shown }). Donnez un autre fichier.
interchange-has-no-column-wave-column = { $path_name } n’a pas de colonne « { $column } » (--wave-column).{ $hint }
interchange-has-no-column-which-tells-the-rows-of-a = { $path_name } n’a pas de colonne « { $name } », qui dit les lignes d’une vague (`rows:`). Redemandez le fichier avec elle.
interchange-heads-are-questions = { $file } : { $heads ->
    [one] { $heads } colonne a pour nom une question entière; elle reçoit ici un nom court, et la question lui sert de libellé
   *[other] { $heads } colonnes ont pour nom une question entière; chacune reçoit ici un nom court, et la question lui sert de libellé
}
interchange-holds-no-new-wave-says-which-has-give = { $path_name } ne contient aucune vague nouvelle : « { $column } » dit { $held }, que { $survey_id } a déjà. Donnez le fichier qui contient la prochaine.
interchange-holds-no-question-that-padai-can-draft = { $path_name } ne contient aucune question que padai puisse reprendre{ $left }. Donnez un autre fichier.
interchange-holds-parts-nested-deeper-than-a = { $path_name } contient des parties plus imbriquées que celles d’un questionnaire. Exportez-le de nouveau.
interchange-holds-questions-a-definition-is-drafted = { $path_name } contient { $count } questions; une définition se tire de { $max_questions } au plus. Retirez-en.
interchange-holds-several-new-waves-add-them-one-at = { $path_name } contient plusieurs vagues nouvelles ({ $listed }). Ajoutez-les une à la fois, la plus ancienne d’abord : --wave { $wave_of }
interchange-identifier = identifiant
interchange-interviewer = intervieweur ou intervieweuse
interchange-ip-address = adresse IP
interchange-is-a-file-a-project-needs-a-folder = « { $target } » est un fichier; un projet demande un dossier. Choisissez un autre nom.
interchange-is-a-project-already-it-holds-choose-an = « { $target } » est déjà un projet : il contient { $project_file }. Choisissez un dossier vide.
interchange-is-a-redcap-data-dictionary-give-the = { $name } est un dictionnaire de données REDCap. Donnez aussi les réponses : --from { $name } --data dossiers.csv
interchange-is-again-byte-for-byte-give-each-wave = { $two } est { $one } de nouveau, octet pour octet. Donnez chaque vague une fois.
interchange-is-an-earlier-wave-again = { $path_name } est de nouveau la vague { $wave_id } : { $count } de ses { $people } lignes portent exactement les réponses d’une ligne de cette vague, sur { $columns } colonnes. Rien n’a été écrit. S’il corrige cette vague, mettez-le à la place de son fichier dans data/ et donnez sa somme de contrôle dans waves/{ $wave_id }.yaml; si le fichier s’allonge chaque année, nommez la colonne qui dit la vague : --wave-column.
interchange-is-dated-like-wave-name-it = { $path_name } est du { $middle } ({ $told }), comme la vague { $wave_id } ({ $date }). Si sa date est fausse, nommez-la par son mois : --wave { $later }; sa place parmi les vagues est celle de sa collecte.
interchange-is-gone = « { $column } » n’y est plus
interchange-is-larger-than-an-export-that-padai = { $path_name } dépasse ce que padai lit d’une exportation ({ $size } Mo, { $cells } millions de cases, { $max_export_columns } colonnes). Exportez les questions que l’enquête utilise.
interchange-is-larger-than-mb-a-questionnaire-is-not = { $path_name } dépasse { $limit } Mo; un questionnaire ne les atteint pas. Exportez-le de nouveau.
interchange-is-no-questionnaire = { $path_name } n’est pas un questionnaire que padai lit : donnez le .qsf de Qualtrics, le .lss de LimeSurvey, le XLSForm de KoboToolbox ou d’ODK (.xlsx), ou le dictionnaire de données de REDCap (.csv)
interchange-is-no-review-sheet-its-first-row-must = { $path_name } n’est pas une feuille de relecture : sa première ligne doit dire { $head }, comme `padai init` l’a écrite.
interchange-is-no-xlsform-a-workbook-is-read-as-a = { $path_name } n’est pas un XLSForm : un classeur est lu comme un questionnaire, dont la feuille « survey » a les colonnes type et name. S’il contient des données, enregistrez-le en CSV UTF-8 et donnez ce fichier.
interchange-is-not-a-regular-table-in-utf-8-export = { $path_name } n’est pas un tableau régulier en UTF-8. Exportez-le de nouveau.
interchange-is-not-there-yet = « { $column } » n’y est pas encore
interchange-is-the-file-of-wave-again-byte-for-byte = { $path_name } est de nouveau le fichier de la vague { $before }, octet pour octet.
interchange-its-values-are-labelled = ses valeurs ont des libellés
interchange-key-findings = Faits saillants
interchange-kobotoolbox = KoboToolbox
interchange-label-18-34 = 18 à 34 ans
interchange-label-35-54 = 35 à 54 ans
interchange-label-55 = 55 ans et plus
interchange-label-age = Âge
interchange-label-age-group = Groupe d’âge
interchange-label-by-group = Selon le groupe
interchange-label-confidence = Confiance
interchange-label-dont-know = Je ne sais pas
interchange-label-gender = Genre
interchange-label-have-trust = Font confiance
interchange-label-headline = Indicateurs principaux
interchange-label-man = Homme
interchange-label-refused = Je préfère ne pas répondre
interchange-label-total-trust = Total confiance
interchange-label-trend = Total confiance, d’une vague à l’autre
interchange-label-trust = La confiance
interchange-label-trust-1 = Pas du tout confiance
interchange-label-trust-2 = Plutôt pas confiance
interchange-label-trust-3 = Plutôt confiance
interchange-label-trust-4 = Tout à fait confiance
interchange-label-woman = Femme
interchange-labels-answers-word-for-word-or-a = { $labelled } libellés : des réponses mot à mot, ou une nomenclature
interchange-labels-in-another-language = les libellés de { $file } semblent être dans une autre langue (« { $found } ») que ceux de la définition (« { $own } ») : une question se reconnaît à sa colonne et à ses codes, et « un autre libellé » peut n’être qu’une traduction. Demandez le fichier avec des libellés dans la langue de la définition.
interchange-lacks = il manque { $lacking }
interchange-lacks-the-column-that-parts-the-wave = { $path_name } n’a pas la colonne « { $column } » qui sépare les volets de la dernière vague; demandez-la, ou donnez un fichier par volet
interchange-limesurvey = LimeSurvey
interchange-marks-read-as-choices = { $file } : les colonnes { $name }/… ne tiennent que 0 et 1, et sont lues comme les choix d’une seule question. Si ce sont des questions, donnez le formulaire : --from formulaire.xlsx --data { $file }
interchange-methodology-05fa = Méthodologie
interchange-methodology-8631 = methodologie
interchange-microsoft-forms = Microsoft Forms
interchange-missing-added = non-réponses de plus : { $listed }; les lignes les ajoutent à l’échelle
interchange-mode-in-person = En personne
interchange-mode-mail = Par la poste
interchange-mode-mixed = Plusieurs modes
interchange-mode-online = En ligne
interchange-mode-phone = Par téléphone
interchange-name-of-a-person = nom d’une personne
interchange-names-end-with-the-wave = {"  "}les noms de colonnes finissent par leur vague ({ $listed }) : sans cette fin, ce sont les mêmes questions, là où libellé et échelle concordent ({ $questions }); à confirmer dans questionnaire.yaml
interchange-near-mean-one = moyenne proche de 1
interchange-nearly-a-value-a-person = presque une valeur par personne
interchange-negative-answers = {"  "}{ $column } : des codes négatifs, face aux positifs, sont gardés comme réponses; à confirmer dans questionnaire.yaml (`codes:`)
interchange-negative-values = des valeurs négatives
interchange-no-column-fits = aucune colonne ne s’y prête
interchange-no-column-fits-and-elsewhere = aucune colonne ne s’y prête, alors que la vague { $wave } est pondérée
interchange-no-numbers-of-people = ce ne sont pas des numéros
interchange-no-record-is-marked-complete = { $file } : aucune fiche n’est marquée complète; la marque ne sert donc pas, et toutes sont gardées; pour en mettre de côté, écrivez `exclusions:`
interchange-no-replicates-to-make = vague { $wave_id } : --design dit comment ont été faits des poids de réplication, et le fichier n’en a pas. Retirez `replicates=`.
interchange-not-a-number = n’est pas un nombre
interchange-note-amounts = montants lus comme des nombres : milliers séparés, ou signe de monnaie ou de pourcentage
interchange-note-answer-and-none = CODES DOUTEUX — une réponse et une absence de réponse sous un même libellé ({ $listed }), gardées comme réponse : pour les mettre à part, déplacez le code sous missing:
interchange-note-answer-or-none = le code { $code } est une réponse d’une vague, une absence de réponse de l’autre
interchange-note-answered-once = { $n ->
       [one] { $n } réponse donnée
       *[other] { $n } réponses données chacune
    } par une seule personne : code { $code }
interchange-note-answers-of-one-wave = réponses d’une seule vague : { $listed }
interchange-note-apart = à confirmer : à l’écart des réponses
interchange-note-as-before = comme avant
interchange-note-base = base à écrire
interchange-note-base-told = base à écrire : { $text }
interchange-note-branches = embranchements (survey flow)
interchange-note-changed = changée
interchange-note-code-of-other-label = le code { $code } est « { $one } » dans une vague et « { $other } » dans l’autre
interchange-note-codes-absent = codes absents d’une vague : { $listed }
interchange-note-codes-apart = CODES DOUTEUX — { $listed } : à l’écart des réponses, proposés comme absence de réponse
interchange-note-codes-unlabelled = des codes sans libellé dans le fichier
interchange-note-constant = constante
interchange-note-date = date
interchange-note-day-of-interview = jour de l’entrevue, deviné
interchange-note-design = plan de sondage
interchange-note-display-logic = affichage conditionnel
interchange-note-empty = vide
interchange-note-encoded-twice = texte encodé deux fois, corrigé
interchange-note-few-texts = peu de textes : codes devinés
interchange-note-few-written = peu de textes, dont certains de moins de cinq personnes : laissés en texte libre; si ce sont des réponses, `type: single` et leurs `codes:`
interchange-note-give-the-form = des codes sans libellé : donnez le questionnaire
interchange-note-in-wave = { $wave } : { $note }
interchange-note-infinite = valeurs infinies
interchange-note-kept-apart = séparée de « { $question } » : { $why }. Pour relier, une seule question et `columns:`
interchange-note-label = libellé
interchange-note-label-changed = même nom, même échelle, libellé modifié
interchange-note-label-cut = libellé coupé à { $n } signes ?
interchange-note-left-now = inconnues de la définition, en mots ou en nombres, laissées dehors : { $listed }
interchange-note-left-out = Non repris : { $listed }
interchange-note-letters-lost = des lettres du libellé sont perdues ({ $sign }) : corrigez-le ici
interchange-note-link = LIEN DOUTEUX — { $said }
interchange-note-mirrored = CODES DOUTEUX — codes négatifs face aux positifs, gardés comme réponses
interchange-note-mixed = CODES DOUTEUX — des nombres et des mots dans une colonne : confirmer chaque code
interchange-note-multiple-set = ensemble de réponses multiples deviné
interchange-note-named = nommée { $name }
interchange-note-new = nouvelle
interchange-note-new-numbers = à écrire : dans la vague { $wave_id }, la colonne « { $column } » tient { $n ->
        [one] { $n } identifiant
       *[other] { $n } identifiants
    } de la vague { $before } : des personnes reviennent sous un autre numéro
interchange-note-no-answer = aucune réponse
interchange-note-no-identifier = à écrire : aucun identifiant
interchange-note-no-kind = rien ne dit le genre
interchange-note-no-name = sans nom
interchange-note-no-value = aucune valeur
interchange-note-none-kept = CODES DOUTEUX — « aucun de ceux-là » sous un code négatif, gardé comme réponse
interchange-note-none-returns = aucun identifiant ne revient
interchange-note-not-kept = non retenue
interchange-note-number-and-none = CODES DOUTEUX — { $listed } : une absence de réponse par son libellé, et le nombre qui suit le dernier donné; des réponses ont pu recevoir ce code
interchange-note-number-with-a-word = { $count ->
       [one] une réponse a un mot à côté de son nombre, et vaut
       *[other] { $count } réponses ont un mot à côté de leur nombre, et valent
    } ce nombre
interchange-note-of-role = { $role } — { $said }
interchange-note-one-answer-and-blanks = une seule réponse et des cellules vides, comme les laisse une case cochée
interchange-note-one-label = les codes { $listed } ont un même libellé
interchange-note-one-wave = une seule vague
interchange-note-order = ordre à confirmer
interchange-note-other-codes = autres codes
interchange-note-other-label = même nom, autre libellé
interchange-note-other-options = autres options
interchange-note-other-people = { $told }; même sexe ou même âge { $share } fois sur 100
interchange-note-other-tongue = reliée par son nom et ses codes seulement : les libellés de la vague { $wave } sont dans une autre langue
interchange-note-other-type = autre type
interchange-note-own-words = la colonne dit elle-même qu’on y a écrit : laissée en texte libre; si ce sont des réponses, `type: single` et leurs `codes:`
interchange-note-platform-tells-no-return = une plateforme ne dit pas qui revient
interchange-note-points-unlabelled = des nombres sans libellé, tenus pour les degrés d’une échelle : à confirmer
interchange-note-read-by-labels = échelle lue par ses libellés
interchange-note-renamed = reliée par son libellé : autre nom
interchange-note-response-number = numéro de la réponse
interchange-note-response-status = état de la réponse
interchange-note-rest-not-kept = non retenues
interchange-note-returns = { $n ->
       [one] { $n } identifiant revient
       *[other] { $n } identifiants reviennent
    }
interchange-note-review = role : question, aside (à part), weight, stratum, psu, id. Changez la colonne « role », puis : padai init … --review review.xlsx
interchange-note-row-numbers = à écrire : les identifiants sont des numéros de ligne
interchange-note-rows-numbered-in-each-export = les numéros des lignes, qui recommencent à chaque exportation
interchange-note-same-people = à écrire : { $told }; sont-ce les mêmes personnes ?
interchange-note-same-psus = { $told }, UPE inchangées
interchange-note-same-rows = à confirmer : se trouve où une réponse précédente met des gens à part, et nulle part ailleurs
interchange-note-selects = sert à choisir ou à dater
interchange-note-several-choices = plusieurs choix par cellule : laissé en texte libre; donner à chaque choix une colonne de 0 et de 1 (`type: multiple`)
interchange-note-to-confirm = à confirmer
interchange-note-turned = mêmes libellés, autres codes : l’échelle a tourné (--by-label la lit par ses libellés)
interchange-note-yes-or-no = À CONFIRMER — { $columns } : oui ou non, tenues pour autant de questions; si ce sont les options d’une seule, une question `type: multiple` avec marks: {"{"}default: {"{"}chosen: 1, not_chosen: 2{"}"}{"}"}
interchange-numbered-anew-in-each-country = numéroté de nouveau dans chacune des { $count } valeurs de { $place } : des unités de plusieurs pays n’en feraient qu’une. Faire de chacune un volet (rows: {"{"}{ $place }: [{ $first }]{"}"} dans waves/), qui a ses strates et ses unités
interchange-numbered-in-each-stratum = numérotées dans chaque strate : { $count } unités
interchange-numbers-and-words = {"  "}{ $column } : des nombres et des mots dans une même colonne; chacun est pris pour une réponse, à confirmer dans questionnaire.yaml
interchange-numbers-decimals-or-thousands = un point ou une virgule suivis de trois chiffres dans chaque nombre : décimales ou milliers? Si ce sont des décimales, --fact numbers=decimals; si ce sont des milliers, enregistrer le fichier de nouveau sans ce signe
interchange-numbers-units = numérote des ménages, les personnes d’un ménage ou des lieux, et n’est pas une réponse
interchange-numbers-with-a-sign = nombres écrits avec un signe ou une espace : à enregistrer en nombres
interchange-numbers-written-as-text = des nombres écrits comme du texte
interchange-odk = ODK
interchange-of-the-sampling-fpc = peut être la taille de la population dont chaque strate a été tirée; sans elle, aucune correction de population finie n’est faite. Si c’est le cas, dans chaque vague : design: {"{"}…, fpc: la colonne{"}"}
interchange-of-the-sampling-pps = peut être la probabilité d’être tiré, pour les personnes ou les unités; sans elle, les unités sont tenues pour tirées avec remise. Si des unités ont été tirées selon leur taille, dans chaque vague : design: {"{"}…, fpc: la colonne, pps: brewer{"}"}
interchange-official-number = numéro officiel
interchange-one-value-a-row = une valeur par ligne
interchange-option-chosen = Choisi
interchange-option-not-chosen = Non choisi
interchange-options-marked-otherwise = les mêmes réponses, mais celle qui est choisie y porte la valeur { $chosen }
interchange-other-answer = Autre réponse
interchange-other-answers = « { $column } » porte d’autres réponses : { $listed }{ $left ->
        [0] { "" }
       *[other] ; plus personne ne donne { $gone }
    }
interchange-overlap-is-to-be-written = Ce que les vagues ont en commun est { $told }. Tant que survey.yaml ne le dit pas, une ébauche montre la dernière vague seule : `overlap: none` si chaque vague a interrogé d’autres personnes (et `ids: per_wave` si leurs numéros recommencent), `overlap: respondent` si les mêmes ont répondu
interchange-overlap-taken = Ce que les vagues ont en commun : `{ $lines }` ({ $told }); à confirmer dans survey.yaml, puisque l’erreur de chaque évolution en dépend
interchange-own-words = {"  "}{ $column } : un nom ou un libellé dit qu’on y a écrit; laissé en texte libre (`type: open`), et aucun de ces textes n’est dans la définition
interchange-part-has-its-own-file = le volet « { $part } » de la dernière vague avait son propre fichier ({ $file }) : il n’est pas dans waves/{ $wave_id }.yaml; recopiez-y son bloc avec le nom du nouveau fichier
interchange-part-has-no-row = { $path_name } n’a aucune ligne pour le volet « { $part } » ({ $rows }); vérifiez le fichier et les valeurs de `rows:`
interchange-parts-of-an-export-need-a-question = les volets de la dernière vague se distinguent par « { $column } », qui n’est pas une question de la définition : les codes que lui donne { $path_name } pourraient être ceux d’un autre volet; déclarez-la dans questionnaire.yaml avec ses codes
interchange-parts-of-one-wave = { $one } et { $two } contiennent les mêmes identifiants ({ $column } : { $count } sur { $of } reviennent) et aucune question en commun : ce sont sans doute des volets d’une même vague. Joignez-les, et donnez le fichier que cette ligne écrit : { $line }. Si ce sont tout de même des vagues, nommez-les : --wave 2024={ $one }
interchange-people-of-one-home = numéros de { $distinct } ménages, jusqu’à { $most } personnes chacun : l’UPE, si on a tiré des ménages
interchange-people-of-one-place = numéros de { $distinct } lieux, de plusieurs personnes chacun : l’UPE, si on a tiré les personnes lieu par lieu
interchange-people-under-new-numbers = vague { $wave_id } : la colonne « { $column } » tient { $n ->
        [one] { $n } identifiant
       *[other] { $n } identifiants
    } de la vague { $before } : ces personnes reviennent sous un autre numéro, et overlap: none les prend pour d’autres, ce qui fausse les erreurs des écarts. Donnez à chacune son premier numéro dans une colonne (design: id) de chaque fichier, et écrivez overlap: respondent
interchange-perhaps-a-psu = UPE possible
interchange-perhaps-a-stratum = strate possible
interchange-perhaps-a-weight = poids possible
interchange-perhaps-an-identifier = identifiant possible
interchange-perhaps-the-weight-of-a-body = peut-être le poids d’un corps
interchange-place-among-waves-without-dates = { $path_name } est du { $middle } ({ $told }), et rien ne dit si { $waves } vient avant ou après. Donnez-en les dates (fieldwork: dans le fichier de la vague), puis ajoutez-le.
interchange-plausible-values = {"  "}{ $column } : valeurs plausibles, tirages d’un score que personne n’a observé; l’erreur de chacune à elle seule omet l’incertitude du score. Estimez chacune, puis combinez-les : la moyenne des estimations, et la moyenne de leurs variances plus (1 + 1/M) fois la variance entre elles
interchange-points-taken = {"  "}{ $column } : des nombres sans libellé, tenus pour les degrés d’une échelle, à confirmer dans questionnaire.yaml (`type: rating`)
interchange-points-to-a-person = désigne une personne
interchange-possible = { $column } : possible ({ $why })
interchange-postal-code = code postal
interchange-preview-test-or-spam = aperçu, essai ou pourriel
interchange-primary-sampling-unit-psu = unité primaire d’échantillonnage (UPE)
interchange-proposed = { $column } : proposé ({ $why })
interchange-qualtrics = Qualtrics
interchange-question-has-choices-a-definition-takes = la question « { $name } » a { $choices } choix; une définition en prend { $most } au plus. Faites-en une question à réponse écrite, ou raccourcissez sa liste.
interchange-questionnaire-and-results = Questionnaire et résultats
interchange-questionnaire-without-export = --questionnaire va avec l’exportation d’une plateforme, et { $path_name } n’en est pas une; les libellés d’un fichier de données disent ce que sont ses questions
interchange-read-by-bytes = {"  "}{ $file } : seuls les octets de ses textes disent leur jeu de caractères; lu en { $encoding }. Si des accents sont faux, demandez-le de nouveau en Unicode (Stata 14 et suivants : unicode translate)
interchange-read-in-encoding = {"  "}{ $file } n’est pas en UTF-8 : lu en { $encoding }. Si des accents sont faux, enregistrez-le de nouveau en CSV UTF-8 et donnez ce fichier
interchange-reading-a-file-of = Lire un fichier { $suffix }
interchange-reading-a-review-sheet = Lire une feuille de relecture
interchange-reading-xlsx = Lire un fichier .xlsx
interchange-redcap = REDCap
interchange-redcap-has-several-rows-a-record-events = { $path_name } (REDCap) a plusieurs lignes par dossier : des événements ou des instruments répétés. Exportez un événement d’un instrument par fichier, un par vague.
interchange-rejected = { $column } : écarté ({ $why })
interchange-repeated-group-file = { $file } tient un groupe répété : plusieurs lignes par réponse (_parent_index, PARENT_KEY). Donnez plutôt le fichier du formulaire lui-même, qui a une ligne par réponse; ce qui se répète ne fait pas une vague.
interchange-replicate-weights-made-by-factors = { $prefix }… : { $count_names } poids de réplication; par ce qu’ils sont du poids, kind: { $kind }
interchange-replicate-weights-made-by-name = { $prefix }… : { $count_names } poids de réplication; d’après leur nom, kind: { $kind }, à confirmer, puisque les intervalles en dépendent
interchange-replicate-weights-nothing-says-how-they = { $prefix }… : { $count_names } poids de réplication, dont rien ne dit comment ils ont été faits
interchange-replicate-weights-of-a-set = { $count } poids de réplication
interchange-replicates = {"  "}réplications : { $said }
interchange-replicates-leave-nobody-out = vague { $wave_id } : --design dit que les poids de réplication { $prefix }… viennent de { $given }, et aucun ne laisse personne de côté, comme le fait cette méthode : les intervalles seraient faux. Répondez --design { $wave_id }:proposed,replicates=none pour l’instant, ou écrivez dans waves/{ $wave_id }.yaml ce que dit la documentation du fichier : design: {"{"}replicates: {"{"}kind: fay, rho: …, prefix: { $prefix }{"}"}{"}"}
interchange-replicates-made-by-more = --design same : les poids de réplication { $prefix }… de la dernière vague sont déclarés avec plus qu’un mot. Lancez la commande sans --design, puis recopiez `design:` de cette vague.
interchange-replicates-of-a-set-lack = { $prefix }… : sans { $lacking }, colonne perdue ou question de ce nom; une fois la chose connue, nommer les colonnes : replicates: {"{"}columns: […]{"}"}
interchange-replicates-of-another-kind = vague { $wave_id } : --design dit que les poids de réplication { $prefix }… ont été faits par { $given }, et ce qu’ils sont du poids est propre à kind: { $kind }; les intervalles seraient faux. Répondez --design { $wave_id }:proposed,replicates={ $answer } ou, si la documentation dit autre chose, écrivez dans waves/{ $wave_id }.yaml : design: {"{"}replicates: {"{"}kind: { $given }, prefix: { $prefix }{"}"}{"}"}
interchange-report-8cb9 = rapport
interchange-report-cc37 = Rapport
interchange-respelled = les mêmes réponses, autrement écrites : { $listed }
interchange-rests-in-this-wave = au repos dans cette vague : rien du module « { $module } » n’est dans le fichier
interchange-row-the-role-of-is-unknown-write-one-of = { $path_name }, ligne { $place } : le rôle « { $role } » de « { $column } » est inconnu. Écrivez l’un de { $listed }.
interchange-row-wave-has-two-columns-for-and-keep = { $path_name }, ligne { $place } : la vague { $wave } a deux colonnes pour { $role } : { $other } et { $column }. Gardez-en une.
interchange-rows-are-results = { $file } ressemble à des résultats publiés (une ligne par sondage, par groupe ou par réponse) et non à une ligne par personne : { $signs }. Ainsi, chaque ligne compterait pour une personne. Donnez le fichier des réponses; si chaque ligne est tout de même une personne : --fact rows=people.
interchange-rows-changed = { $n ->
       [one] { $n } ligne modifiée
       *[other] { $n } lignes modifiées
    } ({ $columns })
interchange-rows-gone = { $n ->
       [one] { $n } ligne
       *[other] { $n } lignes
    } de moins
interchange-rows-more = { $n ->
       [one] { $n } ligne
       *[other] { $n } lignes
    } de plus
interchange-rows-not-compared = { $n ->
       [one] { $n } ligne
       *[other] { $n } lignes
    }; { $file } n’est pas ici, rien n’est comparé
interchange-rows-that-no-part-takes = { $count ->
       [one] { $count } ligne de { $path_name } ne va
       *[other] { $count } lignes de { $path_name } ne vont
    } à aucun volet; ajoutez un volet avec son `rows:`, ou { $count ->
       [one] laissez-la
       *[other] laissez-les
    } hors de l’enquête
interchange-rows-the-same = { $count_now ->
       [one] { $count_now } ligne, la même
       *[other] { $count_now } lignes, les mêmes
    }
interchange-same-is-no-question = --same { $name } : le nouveau fichier ne porte aucune colonne de ce nom dont l’enquête a une question. Les questions qui ont changé : { $changed }
interchange-same-name-other-words-another-question = même nom, autres mots : une autre question ? Pour relier, ajoutez ces mots à `wording:` ou à `earlier_wordings:`
interchange-same-number-of-people-in-each = presque autant de personnes à chacune de ses { $distinct } valeurs, comme là où tant de personnes sont interrogées par point de sondage
interchange-same-rows = {"  "}{ $column } : le code { $listed } se trouve dans les lignes qu’une réponse à une question précédente met à part, et dans aucune autre; pris pour « non posée », à confirmer dans questionnaire.yaml (`missing:`)
interchange-sampling-probability = probabilité de tirage : elle est du plan
interchange-scale-turned = {"  "}{ $column } : à la vague { $wave_id }, les mêmes réponses ont d’autres codes, l’échelle a tourné; séparée sous { $question } (--by-label la lit par ses libellés)
interchange-selects-rows = sert à choisir les lignes
interchange-several-choices = {"  "}{ $column } : une cellule tient plusieurs choix, et chaque liste de choix serait une réponse à part; laissé en texte libre (`type: open`). Donner à chaque choix une colonne de 0 et de 1 (`type: multiple`), ou le fichier tel que sa plateforme l’exporte
interchange-several-columns-choose-the-rows-of-a = { $survey_id } : plusieurs colonnes choisissent les lignes d’une vague ({ $listed }). Nommez celle qui dit la vague : --wave-column COLONNE.
interchange-several-rows-a-person = { $two } contient { $rows } lignes pour { $distinct } des personnes de { $one } ({ $column } revient) : ses lignes ne sont pas des personnes. Faites-en d’abord une ligne par personne (un nombre, une somme, la première), joignez-la à { $one } par { $column }, et donnez ce fichier. Si c’est tout de même une vague, nommez-la : --wave 2024={ $two }
interchange-shared-across = {"  "}reliées par le nom et les codes seulement, les libellés étant dans une autre langue : { $count }; à confirmer dans questionnaire.yaml
interchange-shared-apart = {"  "}colonnes dont le nom demeure, séparées en raison de leur libellé ou de leurs codes : { $count } ({ $named }); questionnaire.yaml dit pourquoi pour chacune. Pour en relier deux, une seule question et `columns:`
interchange-shared-apart-in-tongues = {"  "}colonnes dont le nom demeure, séparées : { $count } ({ $named }). Les libellés sont en plusieurs langues ({ $known }), et seul leur numéro dirait que ce sont les mêmes questions. Si c’est le cas : --by-name relie celles qui ont les mêmes codes; ou, une à une, une seule question et `columns:` dans questionnaire.yaml
interchange-shares-no-column-with-the-questions-of = { $path_name } n’a aucune colonne des questions de { $definition_id }. Donnez le prochain fichier de cette enquête.
interchange-shares-no-question-with-give-the-next = { $path_name } n’a aucune question de { $survey_id }. Donnez la prochaine exportation de cette enquête.
interchange-sheet-of-has-more-than-rows-which-no = la feuille « { $title } » de { $path_name } a plus de { $most } lignes, ce qu’aucun questionnaire n’atteint. Retirez-en ce qui n’en est pas un.
interchange-sign-answers = « { $one } » et « { $other } » nomment une question et une réponse
interchange-sign-houses = « { $column } » nomme qui a sondé
interchange-sign-shares = « { $column } » contient des pourcentages
interchange-sign-sizes = « { $column } » dit combien de personnes ont été interrogées
interchange-sign-sums = { $columns } forment un tout
interchange-stratum = strate
interchange-sums-to-a-population = somme de { $size } : une population ?
interchange-sums-to-the-number-of-people = somme égale au nombre de personnes
interchange-surveymonkey = SurveyMonkey
interchange-takes-its-place-between = { $wave_id } ({ $middle }) prend place entre { $before } et { $after } et se compare aux deux
interchange-telephone-number = numéro de téléphone
interchange-the-column-has-different-values-waves = { $path_name } : la colonne « { $column } » a { $count_values } valeurs différentes; des vagues en ont de 2 à { $most_waves }. Nommez une autre colonne.
interchange-the-column-holds-numbers-with-many = { $path_name } : la colonne « { $column } » contient des nombres à plusieurs décimales, comme un poids; des vagues se disent par des années, des numéros ou des mots. Nommez une autre colonne.
interchange-the-column-is-blank-in-rows-so-nothing = { $path_name } : la colonne « { $column } » est vide dans { $blank } lignes; rien ne dit donc leur vague. Demandez de quelle vague elles sont, ou retirez-les.
interchange-the-column-values-looks-as-if-it-told = {"  "}{ $path_name } : la colonne « { $profile_name } » ({ $distinct } valeurs) semble dire la vague; si le fichier en tient plusieurs : --wave-column { $profile_name }
interchange-the-export-lacks-it = l’exportation ne l’a plus
interchange-the-exports-are-of-several-platforms = Les exportations viennent de plusieurs plateformes : { $named }. Partez de celles d’une seule.
interchange-the-file-holds-more-than-questions-or = le fichier contient plus de { $entries } questions ou de { $choices } choix, ce qu’aucun questionnaire n’atteint. Exportez la partie qui en est un.
interchange-the-line-for-cannot-be-put-in-by-itself-c291 = { $file } : la ligne de « { $place } » ne peut s’écrire d’elle-même. Écrivez-l’y : { $told }
interchange-the-questionnaire-and-the-exported = Le questionnaire et les réponses exportées n’ont aucune question en commun. Donnez le questionnaire de la même enquête.
interchange-the-same = la même
interchange-the-same-by-name = la même, par son nom et ses codes seulement : libellés dans une autre langue
interchange-the-same-numbers-as = les mêmes nombres que « { $twin } »
interchange-the-same-options = les mêmes options
interchange-the-same-scale-turned-over = la même échelle, qui a tourné
interchange-the-wave-keeps-to-take-these-rows-write = { $changes }. La vague garde { $file }; pour prendre ces lignes, écrivez dans waves/{ $wave_id }.yaml : { $lines }
interchange-the-weight-of-a-body = le poids d’un corps
interchange-there-is-no-export-to-choose-or-a-format = Il n’y a pas d’exportation vers « { $to } »; choisissez { $exports }, ou un format de données.
interchange-there-is-no-file-check-its-name-and = Il n’y a pas de fichier { $path_name }. Vérifiez son nom et son dossier.
interchange-there-is-no-review-sheet-check-its-name = il n’y a pas de feuille de relecture { $path_name }. Vérifiez son nom et son dossier.
interchange-these-are-no-numbers-of-units = ce ne sont pas des numéros
interchange-title-above-names = { $file } : { $count ->
       [one] { $count } ligne
       *[other] { $count } lignes
    } au-dessus des noms de colonnes, comme un titre; { $count ->
       [one] laissée
       *[other] laissées
    } de côté
interchange-told-by-its-label = reconnu par son libellé
interchange-told-by-its-name = reconnu par son nom
interchange-totals-below = { $file } finit par { $count ->
       [one] { $count } ligne de totaux, qui compterait pour une personne. Enlevez-la
       *[other] { $count } lignes de totaux, qui compteraient pour des personnes. Enlevez-les
    }, et redonnez le fichier.
interchange-totals-left-out = { $file } : { $count ->
       [one] { $count } ligne
       *[other] { $count } lignes
    } de totaux sous les réponses, { $count ->
       [one] laissée
       *[other] laissées
    } de côté
interchange-two-files-are-called-rename-one-since = Deux fichiers se nomment { $twice }; renommez-en un, car les deux vont dans le dossier de données.
interchange-two-lines-of-names = { $file } : sa deuxième ligne semble être une deuxième ligne de noms : rien de ce qu’elle contient ne revient plus bas, et à partir de là { $count ->
       [one] { $count } colonne ne contient
       *[other] { $count } colonnes ne contiennent
    } que des nombres. Gardez une seule des deux lignes et donnez de nouveau le fichier.
interchange-two-waves-have-the-id-name-them-apart-933e = deux vagues ont l’identifiant « { $twice } » ({ $files }). Nommez-les autrement : --wave ID=FICHIER.
interchange-two-waves-have-the-id-name-them-apart-9c39 = deux vagues ont l’identifiant « { $twice } ». Nommez-les autrement : --wave ID=FICHIER.
interchange-unfinished-or-rejected-response = réponse inachevée ou rejetée
interchange-unlabelled-added = la définition n’a pas { $listed }, que le fichier ne nomme pas : dites dans questionnaire.yaml ce que c’est (codes: ou missing:)
interchange-values = { $distinct } valeurs
interchange-values-cells-of-a-poststratification = { $distinct } valeurs : des cellules de { -poststratification } ?
interchange-values-for-rows = { $distinct } valeurs pour { $rows } lignes
interchange-values-of-a-weight = ses valeurs sont celles d’un poids
interchange-was-used-to-make-a-weight-and-is-none = a servi à faire un poids, et n’en est pas un
interchange-wave = Vague { $wave_id } :
interchange-wave-are-replicate-weights-and-nothing = vague { $wave_id } : { $columns }… sont des poids de réplication, et leur documentation dit comment ils ont été faits, dont les intervalles dépendent. Répondez --design { $wave_id }:proposed,replicates={ $kind } ({ $listed }; none pour les laisser de côté), ou écrivez `design:` dans son fichier, comme le dit padai estimate.
interchange-wave-column-does-not-go-with-a-platforms = --wave-column ne va pas avec les exportations d’une plateforme. Donnez une exportation par vague.
interchange-wave-columns-are-replicate-weights-and = vague { $wave_id } : { $count_names } colonnes { $prefix }… sont des poids de réplication, et leur documentation dit comment ils ont été faits, dont les intervalles dépendent. Répondez --design { $wave_id }:proposed,replicates={ $kind } ({ $listed }), ou écrivez dans waves/{ $wave_id }.yaml : design: { $given } (aussi fay, jkn). Pour les laisser de côté : --design { $wave_id }:proposed,replicates=none
interchange-wave-design-names-as-which-is-not-in-the = vague { $wave_id } : --design nomme « { $column } » ({ $role }), qui n’est pas dans le fichier.{ $hint }
interchange-wave-file-kept = waves/{ $wave_id }.yaml a été retouché depuis le premier add-wave : il est gardé tel quel
interchange-wave-has-no-weight = vague { $wave_id } : aucune colonne de poids, alors que la vague { $wave } est pondérée; la variation de l’une à l’autre mêlerait les deux. Demandez le poids au fournisseur et nommez-le (weight=…), ou confirmez qu’il n’y en a pas : --design { $wave_id }:proposed,{ $line }
interchange-wave-not-accepted-is-there = waves/{ $wave_id }.yaml est resté d’un add-wave dont les lignes n’ont pas été écrites, et il a été retouché depuis, ou décrit un autre fichier. Effacez-le, puis relancez la commande; ou sans --design ni --fact, pour le garder tel quel (--accept écrit les lignes); ou nommez cette vague autrement : --wave ID.
interchange-wave-which-column-is-it = vague { $wave_id } : rien ne tranche entre les colonnes qui peuvent tenir un rôle du plan ({ $roles }). Nommez-en une pour chaque rôle : --design { $wave_id }:proposed,{ $line }; si aucune ne le tient : { $role }=none
interchange-wave-write-the-id-of-a-wave-letters = --wave { $text } : écrivez l’identifiant d’une vague (lettres, chiffres, traits d’union), =, puis son fichier : --wave 2019-05=mai.sav
interchange-waves-and-have-the-same-date-so-their = les vagues { $one } et { $two } ont la même date ({ $told }); leur ordre est donc inconnu. Nommez chacune par son mois : --wave 2019-05=FICHIER. Si ce sont des parties d’une même vague (régions, modes), réunissez leurs lignes en un seul fichier, avec une colonne qui dit la partie.
interchange-waves-left-open = le plan de plusieurs vagues reste à décider :{"\u000A"}{ $lines }
interchange-waves-share = Vague { $wave_id } : { $asked } questions, dont { $linked } déjà posées{ $renamed ->
       [0] {""}
      *[other] {" "}({ $renamed } sous un autre nom)
    }
interchange-waves-share-almost-nothing = La vague { $wave_id } compte { $asked } questions, dont { $linked } posées dans une vague précédente ({ $names } ont la colonne de l’une d’elles) : on dirait une autre enquête, ou un fichier dont les colonnes ou les libellés ont été refaits. Regardez les fichiers. Si les libellés sont dans une autre langue et que les colonnes sont celles des mêmes questions : --by-name. Si les vagues n’ont presque rien en commun et que c’est voulu : --fact waves=unlinked.
interchange-waves-side-by-side = {"  "}{ $file } : { $count } questions se trouvent plusieurs fois côte à côte ({ $one }, { $other }…), comme dans un panel en format large; l’ébauche prend chaque colonne pour une autre question et n’en compare aucune. Si ce sont des vagues, mettez-les l’une sous l’autre, sous les mêmes noms, avec une colonne qui dit la vague, puis : --wave-column
interchange-waves-yaml-several-parts-wait-for-their = waves/{ $wave_id }.yaml : plusieurs volets attendent leur plan. Écrivez chacun : design: {"{"}weight: …{"}"}
interchange-weight = poids
interchange-weights-of-zero = des poids nuls
interchange-what-looks-as-if-it-told-the-wave = {" "}Semble la dire : { $listed }.
interchange-word-said = {"  "}{ $word } : { $said }
interchange-workbook-read = { $file } : classeur de réponses, lu dans sa { $which ->
    [first] première feuille
   *[longest] feuille la plus longue, « { $sheet } »,
 } et gardé en CSV{ $others ->
    [0] {""}
   *[other] ; feuilles non lues : { $listed } (pour en lire une autre, enregistrez-la seule en CSV UTF-8 et donnez ce fichier)
 }
interchange-would-unpack-to-mb-which-no = { $path_name } ferait { $size } Mo une fois décompressé : aucun questionnaire ne le fait. Exportez-le de nouveau.
interchange-writing-a-review-sheet = Écrire une feuille de relecture
interchange-writing-xlsx = Écrire un fichier .xlsx
interchange-yes-or-no = {"  "}{ $column } et la suite : oui ou non, tenues pour autant de questions; si ce sont les options d’une seule, questionnaire.yaml dit comment l’écrire
