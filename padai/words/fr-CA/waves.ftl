# padai, waves

waves-a-crossing-names-two = « { $name } » ne croise rien : nommez deux ventilations de part et d’autre de l’astérisque, comme by='sexe*region'.
waves-a-feather-file-in-python = un fichier Feather : en Python, { $format }
waves-a-file-does-not-keep-these-columns-or = un fichier .{ $format } ne garde pas telles quelles ces colonnes ou leurs libellés : { $names }. Rien n’a été écrit; choisissez un autre format.
waves-a-file-is-read-first = { $name } est un fichier de réponses; une vague prend un tableau, ou le chemin de fichiers Parquet. Lisez-le d’abord : { $line }
waves-a-json-file-in-python = un fichier JSON : en Python, { $format }
waves-a-kind = { $kind }
waves-a-mask-of-other-labels = `where` porte d’autres libellés de lignes que le tableau dont la vague est faite. Faites la condition de ce tableau, ou de `wave.to_pandas()`.
waves-a-mask-without-labels = la vague a trié ses lignes par identifiant, ou en a écarté, et `where` n’a pas de libellés qui diraient de quelles lignes il parle. Écrivez `where=wave.to_pandas()["age"] > 50`, ou un dictionnaire de codes.
waves-a-measures-mean-cannot-be-had-from-sums = La moyenne d’une mesure ne peut venir de sommes sous des poids de réplication. Découpez-la en classes, ou lisez les colonnes ici : wave.read([...]).
waves-a-syntax-and-no-data = une syntaxe, qui lit un fichier de données et n’en tient aucune : exécutez-la dans SPSS, ou dans PSPP, qui est libre, et enregistrez les données en .sav
waves-a-table-of-text-rename-it = un fichier de texte : si des tabulations, des points-virgules ou des virgules séparent ses cellules, renommez-le pour qu’il finisse par .csv
waves-a-text-in = un texte de
waves-a-wave-is-no-table = Une vague n’est pas un tableau : ses données sont .frame. Écrivez wave.frame{ $access }.
waves-a-wave-needs-a-design-such-as-padai = une vague demande un plan, comme padai.Design(weight='w', stratum='region'); { $found } a été donné.
waves-a-wave-needs-a-pandas-polars-or-pyarrow = une vague se fait d’un tableau pandas, polars ou pyarrow; { $given } a été donné.
waves-a-wave-needs-a-table-or-the-path-of = une vague se fait d’un tableau, ou du chemin de fichiers Parquet; { $path } n’en contient pas. Faites-en d’un fichier .sav, .dta ou .csv : padai convert FICHIER.
waves-a-wave-never-changes = Une Wave ne change jamais : « { $name } » ne s’y écrit pas. Une fonction rend une autre Wave.
waves-a-wave-takes-a-survey = `survey` d’une vague est une Survey; { $given } a été donné. Chargez la définition : padai.load_survey(dossier).
waves-absent-column = absente
waves-always-in-the-frame = {" "}Les erreurs types, les intervalles et les { -design-effects } sont toujours dans .frame : ôtez-le.
waves-an-archive-unpack-it = une archive : décompressez-la
waves-an-argument-is-missing = { $verb } : il manque `{ $name }`. Il prend { $value }.
waves-an-excel-workbook-save-the-sheet-as-csv = un classeur Excel : enregistrez la feuille en « CSV UTF-8 (.csv) »
waves-an-opendocument-spreadsheet-save-the-sheet = un classeur OpenDocument : enregistrez la feuille en « Texte CSV (.csv) », en UTF-8
waves-an-r-object-in-r = un objet R : en R, { $format }
waves-an-r-workspace-which-is-a-programme-in-r = un espace de travail R, qui est un programme : en R, load("{ $name }"), puis { $format }
waves-blanks-leave-by-themselves = {" "}Les blancs et les codes déclarés manquants quittent la base d’eux-mêmes : ôtez-le.
waves-by-place-it-takes-the-rest-is-given-by = { $verb } : par position, il prend { $by_place }; le reste se nomme : { $named }.
waves-cannot-be-read-as-parquet-it-is-cut = { $file_name } ne peut être lu comme du Parquet : il est tronqué, ou d’un autre genre.
waves-cannot-name-a-column-in-a-file-give-the = « { $name } » ne peut nommer une colonne d’un fichier { $ending }. Donnez un autre identifiant à la question, ou écrivez en .parquet.
waves-chosen = Choisi
waves-column = colonne « { $weight } »
waves-column-has-different-values-in-rows-it = La colonne « { $name } » a { $codes } valeurs différentes dans { $answers } lignes : c’est une mesure ou un identifiant, pas un jeu de codes. Découpez-la en classes (pandas.cut), ou estimez sa moyenne; si ses valeurs sont bien des codes, faites-en une catégorie : tableau['{ $name }'].astype('category').
waves-column-has-two-values-with-the-same-text = La colonne « { $name } » a deux valeurs de même texte : distinguez-les.
waves-column-is-in-and-in-write-the-files-of = la colonne « { $name } » est { $one } dans { $files_name } et { $other } dans { $relative_to }. Écrivez les fichiers d’un même dossier avec les mêmes colonnes et les mêmes types.
waves-column-mixes-kinds-of-values-numbers-and = La colonne « { $name } » mêle des nombres et du texte : gardez un seul genre.
waves-column-rows-hold-a-value-that-the = colonne « { $question_id } » : { $unknown } lignes portent une valeur inconnue de la définition. Ajoutez son code à l’échelle, ou corrigez les données.
waves-column-weights-must-be-positive-numbers = colonne « { $weight } » : les poids doivent être des nombres positifs; sur { $rows } lignes, { $found }. Corrigez les poids, ou retirez ces lignes avant de faire la vague.{ $way }
waves-columns-are-named-and-a-number-replicate = { $count_found } colonnes se nomment « { $prefix } » et un nombre; il faut au moins deux poids de réplication.
waves-columns-of-a-role = { $role } : { $columns }
waves-compare-two-waves-first-padai-difference = Comparez d’abord deux vagues : padai.difference(estimations, vague_2, vague_1).
waves-converting-to-parquet = La conversion en Parquet
waves-could-not-be-written-and-is-not-there = { $target_name } n’a pu être écrit ({ $why }), et n’existe pas. Corrigez cela et convertissez de nouveau : ce qui est fait se trouve dans { $part_name }, et ne sera pas refait.
waves-data-larger-than-memory = Le traitement de données plus grandes que la mémoire
waves-date-is-no-date-give-datetime-date-2025 = date={ $date } n’est pas une date : donnez datetime.date(2025, 5, 1).
waves-degrees-of-freedom-cannot-be-counted = { $where }les degrés de liberté ne se comptent pas sur des sommes de poids de réplication. Donnez ceux de la documentation du fichier : { $name }(..., degf=79).
waves-did-you-mean = {" "}Vouliez-vous dire { $share } ?
waves-estimate-first-for-instance-by-padai = Estimez d’abord, par exemple par padai.trend ou padai.proportion.
waves-file-is-a-link-that-leads-out-of-the = `file: { $relative }` est un lien qui sort du dossier de données. Placez-y le fichier, ou nommez le dossier où il se trouve par --data-dir.
waves-file-must-be-a-name-inside-the-data = `file: { $name }` doit être un nom dans le dossier de données, sans « .. ».
waves-files-ending-in-are-not-converted-give = { $source_name } : les fichiers en « { $ending } » ne se convertissent pas. Donnez l’un de ceux-ci : { $known }.
waves-files-ending-in-are-not-read-give-one-of = { $path_name } : les fichiers en « { $ending } » ne sont pas lus. Donnez l’un de ceux-ci : { $known }.
waves-files-ending-in-are-not-written-use = les fichiers en « { $ending } » ne sont pas écrits. Prenez { $known }.
waves-first = première
waves-first-line-holds-answers = la première ligne de { $path_name } semble porter les réponses d’une personne et non les noms des colonnes; rien n’en est donc répété ici. Redemandez le fichier avec son en-tête; si cette ligne porte bien des noms, donnez à chaque colonne un nom court, une seule fois.
waves-first-line-is-a-title = { $path_name } : sa première ligne remplit { $filled ->
       [one] { $filled } cellule
       *[other] { $filled } cellules
    } sur { $cells }, comme le fait un titre. Retirez ce qui est au-dessus de la ligne des noms de colonnes.
waves-first-line-names-few-columns = la première ligne de { $path_name } porte { $found } des { $declared } colonnes que nomme la définition : elle semble porter les réponses d’une personne et non des noms, ou être celle d’un autre fichier, ou le fichier a pu être tronqué; rien n’en est donc répété ici. Redemandez le fichier avec son en-tête, ou remettez le bon fichier.
waves-fit-a-model-first-padai-glm-or-padai = Ajustez d’abord un modèle : padai.glm ou padai.ordinal.
waves-fpc-column-of-stage-units-have-several = colonne fpc « { $name } » du degré { $number } : { $varying } unités ont plusieurs probabilités. Donnez la même à toutes les lignes d’une unité.
waves-fpc-column-of-stage-with-pps-it-holds = colonne fpc « { $name } » du degré { $number } : avec pps, elle contient des probabilités d’inclusion, au-dessus de 0 et au plus 1; { $bad } lignes sur { $count_values } n’en ont pas. Divisez le nombre d’unités tirées fois la taille de l’unité par le total des tailles.
waves-give-one-of-its-waves-waves = Donnez une de ses vagues (.waves).
waves-given = donné
waves-has-codes-in-letters-which-a-dta-file = « { $name } » a des codes en lettres, qu’un fichier .dta ne peut libeller. Écrivez en .sav ou .parquet, ou donnez des numéros aux codes dans la définition.
waves-has-no-header-line-with-the-names-of-its = { $path_name } n’a pas d’en-tête qui nomme ses colonnes. Exportez-le avec un en-tête.
waves-has-rows-the-definition-expects-ask-the = { $path_name } compte { $count_frame } lignes; la définition en attend { $n }. Demandez au fournisseur lequel est juste, puis corrigez le fichier ou `n:`.
waves-holds-which-archives-write-where-there = « { $name } » contient { $codes }, que les archives écrivent faute de réponse, et qui entreraient dans la base. Donnez Wave(..., missing={"{"}'{ $name }': { $codes }{"}"}), ou missing={"{"}'{ $name }': []{"}"} s’il s’agit de réponses.
waves-identifiers-are-written-differently = les vagues { $one } et { $other } ont { $same } répondants en commun, mais { $as_written } selon leurs identifiants tels qu’ils sont écrits (7, 7.0 et 000007 sont un même nombre). Écrivez-les de la même façon dans les deux fichiers : le changement perdrait autrement ce que les mêmes personnes lui apportent.
waves-identifiers-of-waves-in-two-engines-or = Les identifiants de vagues de deux moteurs, ou de deux connexions, ne peuvent être comparés. Ouvrez toutes les vagues dans un seul, ou omettez Design(id=...) si personne ne revient.
waves-ids-return-though-declared = { $returning } identifiants de répondants figurent dans plus d’une vague, et survey.yaml déclare `overlap: none`. Si les mêmes personnes ont répondu de nouveau, écrivez-y `overlap: respondent`; si les identifiants recommencent à chaque vague, ajoutez la ligne `ids: per_wave`.
waves-infinite = infinis
waves-is-a-folder-not-a-file-give-the-file = { $path_name } est un dossier, et non un fichier. Donnez le fichier qui s’y trouve.
waves-is-a-table-of-results = { $path_name } est un tableau de résultats, des pourcentages par groupe avec leurs bases : rien ne s’en pondère ni ne s’en vérifie. Demandez à qui conserve l’enquête le fichier des réponses, une ligne par personne (.sav, .dta ou .csv).
waves-is-empty-ask-for-the-file-again = { $path_name } est vide. Redemandez le fichier.
waves-is-infinite-in-some-rows-correct-the = « { $name } » est infini dans certaines lignes : corrigez les données.
waves-is-not-a-regular-table-a-quotation-mark = { $path_name } n’est pas un tableau régulier : des guillemets ne sont pas fermés, ou une case est trop longue. Exportez-le de nouveau.
waves-is-not-a-regular-table-in-utf-8-a-row = { $source_name } n’est pas un tableau régulier en UTF-8 : une ligne n’a pas la longueur de l’en-tête, ou un caractère n’est pas en UTF-8. Exportez-le de nouveau en CSV UTF-8.
waves-is-not-between-0-and-1-at-least-0-5-0-95 = { $verb } : { $name }={ $given } n’est pas entre 0 et 1, de 0,5 au moins; l’usage est 0,95.{ $meant }
waves-is-not-in-utf-8-line-save-it-again-as = { $path_name } n’est pas en UTF-8 (ligne { $line }). Enregistrez-le de nouveau en CSV UTF-8.
waves-is-not-known-use-one-of = { $verb } : { $name }={ $given } n’est pas connu. Prenez l’un de : { $known }.{ $hint }
waves-is-not-the-file-that-was-declared-its = { $path_name } n’est pas le fichier déclaré : son SHA-256 est { $checksum }…, la définition dit { $sha256 }…. Remettez le bon fichier ou, si une nouvelle livraison le remplace, inscrivez le nouveau SHA-256 dans la définition.
waves-is-not-what-its-ending-says-it-ask-for = { $path_name } n’est pas ce que dit son extension : il { $names }. Redemandez le fichier, ou donnez-lui la bonne extension.
waves-is-of-type-not-a-number-make-one-of-it = « { $name } » est de type { $kind }, et non un nombre. Faites-en d’abord un dans le moteur.
waves-is-perhaps-in = { $path_name } n’est pas en UTF-8 (ligne { $line }); ses octets forment des mots en : { $listed }. Dites lequel : { $command }, ou enregistrez-le de nouveau en CSV UTF-8. Donnez ensuite ce fichier.
waves-is-the-name-of-a-column-or-question-in = { $verb } : `{ $name }` est le nom d’une colonne ou d’une question, en texte; { $given } a été donné.
waves-is-then-give-that-file = { $name } est { $how }. Donnez ensuite ce fichier.
waves-is-there-already-remove-it-or-name = { $target_name } existe déjà. Supprimez-le, ou nommez un autre dossier : --out.
waves-joint-labels-again = joint_probabilities : des unités de strates différentes ont le même nom dans la colonne « { $column } », et le fichier ne peut les distinguer. Donnez à chaque unité son propre nom.
waves-joint-neither-square-nor-pairs = { $name } ({ $rows } lignes, { $columns } colonnes) n’est pas un tableau de probabilités conjointes. Donnez un carré dont l’en-tête et la première colonne portent les mêmes unités, ou trois colonnes : unité, autre, probabilité.
waves-joint-pairs-given-twice = { $name } donne deux probabilités différentes à { $count ->
       [one] { $count } paire
       *[other] { $count } paires
    } d’unités : celle de a avec b est celle de b avec a. Corrigez-le.
waves-joint-pairs-not-in-the-file = { $name } ne donne pas de probabilité à { $count } des { $of } paires d’unités des données. Ajoutez une ligne pour chacune; seules les paires de deux strates peuvent manquer.
waves-joint-the-file = { $name } : la matrice des probabilités conjointes { $why }.
waves-joint-units-not-in-the-file = { $name } ne nomme pas { $count } des { $held } unités des données ({ $units }). Écrivez-les comme dans les données, ou ajoutez-les.
waves-labels-a-value-that-is-not-whole-which-a = « { $name } » libelle une valeur qui n’est pas entière, ce qu’un fichier .dta ne peut. Écrivez en .sav ou .parquet.
waves-labels-in-are-not-defined-use = les libellés en « { $lang } » ne sont pas définis; prenez { $known }.
waves-lazy-waves-have-no-pairs-of-units = Une vague différée n’a pas de design à probabilités inégales sans remise ni à deux phases : leur variance demande chaque paire de personnes. Lisez la table en mémoire : padai.Wave(table, design).
waves-line-the-row-has-cell-s-the-header-it = { $path_name }, ligne { $line_num } : la ligne compte { $count_odd ->
       [one] { $count_odd } case
       *[other] { $count_odd } cases
    }, l’en-tête { $cells }. Le fichier a pu être tronqué; exportez-le de nouveau.
waves-line-the-row-has-more-cells = { $path_name }, ligne { $line_num } : la ligne compte { $count_odd } cases, l’en-tête { $cells }. Une réponse peut contenir le séparateur des cases sans guillemets autour d’elle; exportez le fichier de nouveau avec les textes entre guillemets, ou avec un autre séparateur.
waves-load-the-definition-padai-load-survey = Chargez la définition : padai.load_survey(dossier).
waves-looks-like-a-parquet-file = ressemble à un fichier Parquet
waves-looks-like-a-portable-file = ressemble à un fichier portable de SPSS
waves-looks-like-a-sas-file = ressemble à un fichier SAS
waves-looks-like-a-stata-file = ressemble à un fichier Stata
waves-looks-like-a-text-file = ressemble à un fichier texte
waves-looks-like-a-transport-file = ressemble à un fichier de transport SAS
waves-looks-like-a-zip-archive-or-an-excel = ressemble à une archive zip ou à un classeur Excel
waves-looks-like-an-spss-file = ressemble à un fichier SPSS
waves-looks-like-none-of-the-formats-that = ne ressemble à aucun des formats que padai lit
waves-make-a-wave-of-the-table-padai-wave = Faites une vague du tableau : padai.Wave(tableau, padai.Design(weight=...)).
waves-method-full-counts-the-second-phases = method='full' compte lui-même les probabilités de la seconde phase : retirez second.weight, donnez fpc= s’il le faut, ou prenez 'simple'
waves-method-full-needs-the-probabilities-of = method='full' demande les probabilités de la première phase : fpc= à chaque degré (sans poids), ou weight= seul, ou ni l’un ni l’autre pour des personnes tirées une à une
waves-method-simple-wants-a-first-phase-of-one = method='simple' veut une première phase à un degré; prenez 'full'
waves-missing = vides
waves-missing-is-a-mapping = `missing=` demande les codes par colonne : missing={"{"}'q1': [98, 99]{"}"}; { $given } a été donné.
waves-missing-names-the-column-which-is-not-in = `missing=` nomme la colonne « { $name } », absente des données.{ $hint }
waves-missing-needs-a-list-of-codes-for = `missing=` demande une liste de codes pour « { $name } » : missing={"{"}'{ $name }': [-9, -8]{"}"}.
waves-must-be = { $verb } : `{ $name }` doit être { $wanted }; { $given } a été donné.
waves-must-be-was-given = { $verb } : `{ $name }` doit être de type { $wanted }; { $given } a été donné. { $cure }
waves-names-columns-by-place-twice = { $path_name } nomme deux fois des colonnes : celles aux rangs { $listed } de sa première ligne ont le même nom que d’autres. Renommez ou retirez l’une des deux.{ $hint }
waves-names-nothing = { $verb } : `{ $name }` est vide. Nommez au moins une colonne ou une question.
waves-names-perhaps-below = {" "}Si sa première ligne regroupe des colonnes et que leurs noms sont dans la deuxième, retirez la première.
waves-names-the-column-s-twice-rename-or = { $path_name } nomme deux fois { $count ->
       [one] la colonne { $listed }. Renommez ou retirez l’une des deux
       *[other] les colonnes { $listed }. Renommez ou retirez l’une des deux, pour chacune
    }.
waves-needs-each-respondent-and-the-rows-of-a = { $name } a besoin de chaque personne, et les lignes d’une vague différée restent dans leur moteur. Lisez ici les colonnes qu’il faut : { $name }(wave.read(['sexe', 'age']), ...).
waves-negative = négatifs
waves-no-row-is-left-the-file-is-empty-or = il ne reste aucune ligne : le fichier est vide, ou tout est exclu. Corrigez `exclusions:`.
waves-no-row-of-fits-rows-correct-it-or-ask = aucune ligne de { $file } ne répond à `rows:`. Corrigez-le, ou redemandez le fichier.
waves-nobody-has-confirmed-how-the-respondents-3c61 = personne n’a confirmé comment les répondants ont été tirés; rien n’est donc estimé. Voyez les candidats dans waves/{ $wave_id }.yaml, puis écrivez, au lieu de `design: { $to_confirm }` :{"\u000A"}  { $lines }
waves-none-given = non donné
waves-not-chosen = Non choisi
waves-not-set = non définie
waves-numbers-by-hand = Corrigez-les, ou retirez ces lignes avant de faire la vague.
waves-numbers-in-fixed-places = un tableau à positions fixes, que seule explique la syntaxe qui l’accompagne (.sps, .sas, .do) : exécutez-la dans SPSS, ou dans PSPP, qui est libre, et enregistrez les données en .sav
waves-numbers-with-a-comma = Ce sont des virgules décimales : frame['{ $name }'] = frame['{ $name }'].str.replace(',', '.').astype(float).
waves-of-replicate-weight-columns-are-not-in = { $count_absent } des { $count_names } colonnes de poids de réplication ne sont pas dans les données (la première : « { $absent } »).
waves-of-waves-and-one-has-replicate-weights = Des vagues « { $first_id } » et « { $wave_id } », l’une a des poids de réplication, l’autre non. Faites-en pour les deux, ou pour aucune.
waves-of-waves-and-one-was-drawn-with-pps-or = Des vagues « { $first_id } » et « { $wave_id } », l’une a été tirée avec pps ou en deux phases, l’autre non : elles n’ont pas de variance commune. Analysez chacune, puis comparez les estimations.
waves-or-say-what-a-row-without-weight-is = {" "}Ou dites ce qu’est une ligne sans poids : missing_weight: outside (hors de l’échantillon) ou zero.
waves-or-this-line = {"\u000A"}  ou{"\u000A"}{"  "}
waves-overlap-psu-needs-psus-name-their-column = overlap='psu' demande des UPE : nommez leur colonne, Design(psu=...).
waves-overlap-respondent-matches-people-one-by = overlap='respondent' apparie les personnes une à une, ce que des sommes ne peuvent faire. Lisez ici les colonnes que vous comparez (wave.read([...])), puis réunissez ces vagues.
waves-overlap-respondent-matches-respondents = overlap='respondent' apparie les personnes : nommez leur colonne, Design(id=...).
waves-overlap-to-be-declared = Il faut savoir ce que plusieurs vagues ont en commun. Écrivez dans survey.yaml l’une de ces lignes : `overlap: none` (autres répondants et autres UPE), `overlap: respondent` (certains reviennent) ou `overlap: psu` (mêmes UPE).
waves-overlap-units-drawn-with-pps-or-in-two = overlap='{ $overlap }' : padai ne calcule pas la covariance, d’une vague à l’autre, d’unités tirées avec pps ou en deux phases. Si les vagues ont été tirées séparément, écrivez overlap='none'; si elles ont des unités en commun, prenez des poids de réplication.
waves-path-name-said = { $path_name } : { $said }
waves-psus-of-the-second-phase-have-rows-in-it = { $partly } unités primaires de la seconde phase y ont des lignes et en ont d’autres dehors. Une unité est tirée entière : nommez l’unité qui a été tirée.
waves-put-the-waves-together-padai-stack-wave = Réunissez les vagues : padai.stack([vague_1, vague_2], overlap=...).
waves-read-before-weighting-wave-read-then = { $where }lisez avant de pondérer : wave.read([...]), puis pondérez ce qui est lu.
waves-reading-parquet = Lire un fichier .parquet
waves-reading-parquet-files = La lecture de fichiers Parquet
waves-reading-the-file-takes-more-memory-than = lire le fichier prend plus de mémoire que padai n’en permet. Retirez les colonnes que l’enquête n’utilise pas.
waves-reading-the-file-took-too-long-so-it-was = lire le fichier prenait trop de temps, et a été interrompu : le fichier est brisé. Redemandez-le.
waves-reference-has-no-checksum = La référence { $name } n’a pas de somme de contrôle : un autre fichier passerait pour elle. Écrivez sha256: { $sha256 }
waves-reference-is-blank = La référence { $file } est vide pour « { $name } » dans { $lost } lignes, et chacune y représente des gens. Donnez un code aux blancs (`codes`), ou retirez la variable.
waves-reference-lacks-a-column = La référence { $file } n’a pas la colonne « { $name } » de son plan.{ $hint } Corrigez `design`.
waves-reference-lacks-a-variable = La référence { $file } n’a pas la variable « { $name } ».{ $hint } Dites sa colonne : columns: {"{"}{ $name }: ...{"}"}, ou retirez-la de `variables`.
waves-reference-shares-no-variable = La référence { $file } n’a aucune des variables du modèle ({ $names }) : rien n’y relie l’échantillon. Dites leurs colonnes dans `columns`, ou donnez une autre référence.
waves-reference-size-unknown = Les totaux de { $file } sont des parts ou des sommes, et rien ne dit combien de personnes la population compte. Donnez `size`.
waves-reference-total-is-no-number = Un total de { $file } n’est pas un nombre de 0 ou plus. Corrigez la colonne total.
waves-reference-totals-are-no-table = { $file } n’est pas une table de totaux : ses colonnes sont variable,cell,total, une ligne par catégorie, chacune une fois; d’un nombre, une seule ligne sans cell.
waves-reference-totals-disagree = Dans { $file }, les totaux de « { $name } » font { $total }, la population est de { $size }. Donnez les totaux d’une seule population.
waves-replicate-of-the-weight = Réplication {"{}"} de la pondération
waves-replicate-weights-have-rows-the-wave = les poids de réplication ont { $count_values } lignes, la vague { $count_self }.
waves-replicate-weights-two-at-least = un seul poids de réplication est nommé, { $name }; il en faut au moins deux.
waves-replicate-weights-values-are-missing = poids de réplication : { $bad } valeurs sont vides, infinies ou négatives.
waves-replicate-weights-values-are-missing-68a6 = poids de réplication : { $lost } valeurs sont vides, infinies ou négatives.
waves-replicates-hold-codes = { $count } colonnes se nomment « { $prefix } » et un nombre; toutes contiennent des fractions, comme des poids, sauf, en nombres entiers comme les codes d’une question, { $columns }. Nommer celles qui sont des poids de réplication : replicates: {"{"}columns: [{ $first }, …]{"}"}.
waves-replicates-skip-numbers = { $count } colonnes se nomment « { $prefix } » et un nombre, sans { $lacking }. Une réplique perdue change toutes les erreurs types : la retrouver, ou nommer les colonnes qui sont là : replicates: {"{"}columns: [{ $first }, …]{"}"}.
waves-respondent-identifiers-stand-in-more = { $returning } identifiants sont dans plus d’une vague, et overlap='none' a été dit. Si les mêmes personnes ont répondu de nouveau, dites overlap='respondent'; si les identifiants recommencent à chaque vague, distinguez-les, ou déclarez `ids: per_wave`.
waves-role = { $role ->
       [stratum] strate
       [psu] UPE
       [fpc] taille de population
       [weight] poids
      *[subset] sous-échantillon
    }
waves-rows-a-lot-has-one-row-at-least = rows={ $rows } : un lot a au moins une ligne.
waves-rows-names-the-column-which-the-file = `rows:` nomme la colonne « { $column } », absente du fichier.{ $hint }
waves-rows-of-are-taken-by-wave-part-and-by = { $both } lignes de { $file } sont prises par la vague { $wave_id }, volet { $spec_id }, et par la vague { $other_wave }, volet { $name }. Corrigez `rows:` dans l’une d’elles.
waves-rscales-has-values-for-replicate-weight = `rscales` a { $count_rscales } valeurs pour { $count } colonnes de poids de réplication.
waves-samples-of-different-types-are-never-put = Des échantillons de types différents ne sont jamais réunis : { $given }. Chacun s’analyse et se publie à part.
waves-second = seconde
waves-set = définie
waves-several-columns-may-be-the-designs-and = plusieurs colonnes peuvent être celles du plan ({ $roles }), et `design:` n’en nomme aucune. Écrivez dans waves/{ $wave_id }.yaml celle qui convient, par exemple :{"\u000A"}  { $lines }{"\u000A"}ou, si aucune ne convient, retirez `undecided:`.
waves-several-names-in-one = {" "}Plusieurs se donnent en liste : { $listed }; un croisement, par un astérisque : « { $crossed } ».
waves-several-waves-need-to-know-what-they = Plusieurs vagues demandent de savoir ce qu’elles partagent. Donnez overlap='none' (autres personnes et autres UPE), 'respondent' (certaines reviennent) ou 'psu' (les mêmes UPE).
waves-shape-codes = un nom, ou une liste de codes
waves-shape-contrasts = un dictionnaire de lignes et de coefficients, ou plusieurs
waves-shape-count = un nombre entier, 1 ou plus
waves-shape-mapping-to-codes = un dictionnaire de colonnes et de leurs codes
waves-shape-mapping-to-numbers = un dictionnaire de noms et de nombres
waves-shape-mapping-to-pairs = un dictionnaire de noms et de paires de nombres
waves-shape-mapping-to-stacks = un dictionnaire de noms et de vagues réunies par padai.stack
waves-shape-marks = un vecteur de True et de False
waves-shape-no-data = un nom, ou un dictionnaire de noms et de codes
waves-shape-not-zero = un nombre autre que 0
waves-shape-number = un nombre
waves-shape-official = un dictionnaire de paires (question, réponse) et, pour chacune, de vagues et de valeurs
waves-shape-part = un nombre plus grand que 0, et 1 au plus
waves-shape-path = un chemin, en texte ou en Path
waves-shape-population = un nombre, ou un dictionnaire de vagues et de nombres
waves-shape-positive = un nombre plus grand que 0
waves-shape-questions = un nom de question, plusieurs, ou un dictionnaire de noms et de colonnes
waves-shape-row-of-whole = une liste de nombres entiers
waves-shape-seed = un nombre entier, 0 ou plus
waves-shape-text = du texte
waves-shape-text-or-function = du texte ou une fonction
waves-shape-times = un dictionnaire de vagues et d’années ou de dates
waves-shape-truth = True ou False
waves-shape-truth-or-mapping = True, False ou un dictionnaire
waves-shape-two-groups = deux groupes
waves-shape-wave-or-shares = le nom d’une vague, ou un dictionnaire de groupes et de parts
waves-shape-whole = un nombre entier
waves-shape-whole-or-row = un nombre entier, ou une liste de nombres entiers
waves-shown-delivery =
    <Delivery { $wave } de { $survey }, volet { $part } : { $count ->
        [one] { $count } ligne
       *[other] { $count } lignes
    }>
waves-shown-lazy-wave =
    <Wave { $wave } { $declared ->
        [no] sans définition
       *[yes] de { $survey }
    }, volet { $part } : { $count ->
        [one] { $count } ligne
       *[other] { $count } lignes
    }, dans leur moteur>
waves-shown-stack = <Stack de { $waves } vagues ({ $names }), chevauchement { $overlap } : { $count }>
waves-shown-wave =
    <Wave { $wave } { $declared ->
        [no] sans définition
       *[yes] de { $survey }
    }, volet { $part } : { $count ->
        [one] { $count } ligne
       *[other] { $count } lignes
    }>
waves-shown-without-id = (sans id)
waves-so-many = { $count } { $kind }
waves-some-of-these-waves-are-lazy-and-others = Certaines de ces vagues sont différées et d’autres non. Faites-les toutes de tableaux différés, ou lisez ici les différées : wave.read([...]).
waves-stack-needs-at-least-one-wave = stack demande au moins une vague.
waves-stack-takes-a-list-of-waves-such-as-wave = stack prend une liste de vagues, comme [vague_2024, vague_2025]; { $found } a été donné.
waves-stack-takes-waves-not-a-mapping = stack prend une liste de vagues, et non un dictionnaire : padai.stack(list(vagues.values()), overlap=...). Chaque vague porte son nom : padai.Wave(..., id='2025').
waves-strata-have-only-one-psu-at-stage-the = { $open_units } strates n’ont qu’une unité primaire au degré { $number } (la première : « { $name } »), ce qui ne montre aucune variance. Fusionnez des strates, ou écrivez lonely_psu: certainty.
waves-strata-of-the-phase-have-only-one-psu = { $alone } strates de la { $phase } phase n’ont qu’une unité primaire (la première : « { $name } »), ce qui ne montre aucune variance. Fusionnez des strates.
waves-strata-of-the-second-phase-have-no-row = { $count_absent } strates de la seconde phase n’y ont aucune ligne (la première : « { $label } ») : on ne sait rien de leurs personnes. Fusionnez des strates.
waves-sums-is-for-a-lazy-table-this-one-is-in = sums= vaut pour un tableau différé; celui-ci est en mémoire, et s’additionne dans son ordre.
waves-takes-a-file-holds-and-would-cut-the = { $what } prend { $size } { $counts ->
       [bytes] octets
      *[characters] caractères
    }; un fichier { $ending } en contient { $limit } et couperait le reste. Raccourcissez-le, ou écrivez en .parquet.
waves-texts-perhaps-in = { $path_name } : ses textes ne sont dans aucun jeu de caractères qu’il déclare; leurs octets forment des mots en : { $listed }. Dites lequel, par exemple dans { $tool } : { $line }. Donnez ensuite ce fichier.
waves-the-column-holds-dates-not-numbers = la colonne « { $name } » ({ $role }) contient des dates, pas des nombres.
waves-the-column-holds-lists = la colonne « { $name } » contient des listes ou des tableaux dans ses cellules. Une cellule contient un nombre, un texte ou une date : faites-en une colonne par élément.
waves-the-column-holds-something-other-than-a = la colonne « { $name } » ({ $role }) contient autre chose qu’un nombre dans { $bad } lignes. { $hint }
waves-the-column-holds-whole-numbers-above-2 = la colonne « { $name } » contient des entiers au-dessus de 2^53, que { $ending } arrondirait. Écrivez-les comme du texte.
waves-the-column-is-missing-in-of-rows-every = la colonne « { $name } » ({ $role }) est vide dans { $missing } lignes sur { $count_column }. Chaque ligne en demande une valeur.
waves-the-column-is-missing-in-of-rows-every-c992 = la colonne « { $name } » ({ $role }) est vide dans { $missing } lignes sur { $rows }. Chaque ligne en demande une valeur.
waves-the-column-is-needed-to-tell-who-a = La colonne « { $name } » est nécessaire pour savoir à qui une question a été posée, et n’est pas dans les données. Demandez-la au fournisseur.
waves-the-column-is-not-in-the-data = la colonne « { $column } » n’est pas dans les données.{ $hint }
waves-the-column-is-not-in-the-data-02dd = la colonne « { $name } » ({ $role }) n’est pas dans les données.{ $hint }
waves-the-column-is-not-in-the-data-3c57 = la colonne « { $name } » n’est pas dans les données.{ $hint }
waves-the-column-is-of-type-not-a-number = la colonne « { $name } » ({ $role }) est de type { $schema } et non un nombre.
waves-the-column-itself-was-given = { $verb } : `{ $name }` est le nom d’une colonne ou d’une question, en texte; { $given } a été donné. Écrivez { $named } au lieu des données elles-mêmes.
waves-the-column-mixes-numbers-and-text-which = la colonne « { $name } » mêle nombres et texte, ce que { $ending } ne peut contenir. Validez d’abord la vague, et corrigez la colonne.
waves-the-column-name = le nom de colonne
waves-the-column-stands-twice-in-the-data = la colonne « { $twice } » est deux fois dans les données. Renommez-en ou retirez-en une.
waves-the-columns-and-differ-only-by-case = les colonnes « { $other } » et « { $name } » ne diffèrent que par la casse, qu’un fichier { $ending } ne distingue pas. Renommez-en une, ou écrivez en .parquet.
waves-the-covariance-of-more-than-two-measures = { $where }la covariance de plus de deux mesures à la fois ({ $kept }) ne peut venir de sommes. Demandez-en deux, ou lisez-les ici : wave.read([...]).
waves-the-data-already-have-a-column-the-name = les données ont déjà une colonne « { $taken } », le nom sous lequel les poids en vigueur sont écrits. Renommez-la d’abord.
waves-the-data-file-is-missing-it-was-looked = le fichier de données { $name } manque. Il a été cherché dans le dossier `data_dir` ({ $given }), dans celui que nomme { $data_dir_variable } ({ $told }), et dans { $own }. Placez-le dans l’un d’eux, ou dites où il se trouve par --data-dir.
waves-the-data-have-no-rows = les données n’ont aucune ligne.
waves-the-design-column-has-the-same-name-as-a = la colonne du plan « { $name } » a le nom d’une question lue dans la colonne « { $sources } ». Donnez un autre identifiant à la question.
waves-the-design-column-is-not-in-the-file = la colonne du plan « { $name } » n’est pas dans le fichier.{ $hint } Corrigez `design:` dans la définition de la vague, ou demandez la colonne.
waves-the-exclusion-rule-on-cannot-be-applied = la règle d’exclusion sur « { $column } » ne peut s’appliquer : le fichier n’a pas cette colonne.{ $hint }
waves-the-file-has-columns-that-are-nested = le fichier a des colonnes imbriquées, répétées ou d’octets bruts. Écrivez-le comme un simple tableau de nombres, de textes et de dates.
waves-the-file-has-none-of-the-columns-that = le fichier n’a aucune des { $count_sources } colonnes que nomment les questions. Ce n’est pas celui que décrit la définition : remettez le bon fichier.
waves-the-file-holds-fewer-rows-than-its = le fichier compte moins de lignes que son en-tête n’en annonce : il a été tronqué en route. Redemandez-le.
waves-the-file-holds-several-tables = le fichier contient plusieurs tables, dont une seule serait lue. Demandez un fichier par table.
waves-the-file-is-broken-or-was-cut-short-on = le fichier est brisé, ou a été tronqué en route. Redemandez-le, et comparez son SHA-256 avec celui de l’expéditeur.
waves-the-file-is-larger-than-padai-reads-20 = le fichier dépasse ce que padai lit (20 000 colonnes, 400 millions de cases, 4 Go). Retirez les colonnes que l’enquête n’utilise pas.
waves-the-file-would-unpack-to-more-than-a = une fois décompressé, le fichier ferait plus de mille fois sa taille, ce qu’aucune enquête ne fait. Redemandez-le, non compressé.
waves-the-header-of-the-file-contradicts-its = l’en-tête du fichier contredit son contenu. Redemandez le fichier.
waves-the-id-column-has-blanks-and-repeated = la colonne d’identifiant « { $id_column } » a { $missing } cases vides et { $twice } valeurs répétées : chaque ligne demande un identifiant à elle.
waves-the-id-column-has-blanks-and-repeated-1782 = la colonne d’identifiant « { $design_id } » a { $missing } cases vides et { $twice } valeurs répétées : chaque ligne demande un identifiant à elle. Une jointure qui a multiplié les lignes fait cela.
waves-the-id-column-is-not-in-the-data = la colonne d’identifiant « { $id_column } » n’est pas dans les données.
waves-the-id-column-is-not-in-the-data-f4d7 = la colonne d’identifiant « { $design_id } » n’est pas dans les données.
waves-the-label-of = le libellé de
waves-the-label-of-a-value-of = le libellé d’une valeur de
waves-the-missing-codes-of-are-text-a-file = les codes de non-réponse de « { $name } » sont du texte; un fichier { $ending } en déclare au plus trois, de 8 octets au plus. Écrivez en .parquet.
waves-the-missing-codes-of-make-no-range-apart = les { $count_codes } codes de non-réponse de « { $name } » ne forment pas une plage à part des autres codes, et un fichier .sav en déclare au plus trois. Écrivez en .parquet, ou changez leurs numéros.
waves-the-new-weights = nouveaux poids
waves-the-question-was-asked-in-other-parts =
    {" "}La question a été posée dans { $count ->
       [one] la partie
       *[other] les parties
    } { $parts }, et non dans celle-ci.
waves-the-question-was-asked-in-other-waves =
    {" "}La question a été posée { $count ->
       [one] à la vague
       *[other] aux vagues
    } { $waves }, et non à celle-ci.
waves-the-same-people-twice = {" "}Des mêmes personnes à deux vagues : padai.paired_change(avant, après, question).
waves-the-second-phase-has-one-stage = la seconde phase a un seul degré
waves-the-subset-column-holds-no-row-of-the = la colonne « { $subset } » (sous-échantillon) ne retient aucune ligne.
waves-the-subset-column-says-neither-true-nor = la colonne « { $subset } » (sous-échantillon) ne dit ni vrai ni faux dans { $known } lignes sur { $count_column }.
waves-the-text-of-the-file-does-not-fit-the = le texte du fichier n’est pas dans le jeu de caractères qu’il déclare. Redemandez-le, enregistré en Unicode (UTF-8).
waves-the-wave-comes-first = { $verb } : `{ $name }` vient en premier, de type { $wanted } : écrivez { $verb }({ $name }, ...), les noms après.
waves-there-are-more-than-combinations-of = { $where }{ $listed } : il y a plus de { $most } combinaisons de leurs valeurs dans les strates et les unités primaires, trop pour des sommes. Découpez les mesures en classes dans le moteur, ne nommez pas d’unité primaire qui soit une seule personne (Design(psu=None)), ou lisez les colonnes ici : wave.read({ $names }).
waves-there-is-no-argument-it-takes = { $verb } : il n’y a pas d’argument `{ $name }`.{ $hint } Il prend { $value }.
waves-there-is-no-file-check-its-name-and = il n’y a pas de fichier { $path_name }. Vérifiez son nom et son dossier.
waves-there-is-no-folder-which-was-named-for = il n’y a pas de dossier { $data_dir }, nommé pour les données. Corrigez --data-dir.
waves-this-needs-each-respondent-and-the-rows = { $where }il faut ici chaque personne ({ $what }), et les lignes d’une vague différée restent dans leur moteur. Lisez ici les colonnes qu’il faut : wave.read(['sexe', 'age']).
waves-twophase = TwoPhase : { $told }.
waves-twophase-weights-of-the-first-phase-are = TwoPhase : { $under } poids de la première phase (« { $weight } ») sont sous 1, et method='full' les prend pour l’inverse de probabilités. Donnez les poids du tirage, non ramenés à l’échantillon; ou prenez 'simple'.
waves-units-make-too-many-pairs-for-this = { $count } unités font trop de paires pour cette variance ({ $most_units } au plus). Prenez pps='brewer' ou, pour deux phases, method='simple'.
waves-verb-error = { $verb } : { $error }.
waves-wave-has-stages-of-selection-wave = La vague « { $wave_id } » a { $count_stages } degrés de tirage, la vague « { $first_id } » { $count_stages_2 }. Déclarez les mêmes pour les deux.
waves-wave-is-of-another-survey-or-part-than = La vague « { $wave_id } » est d’une autre enquête ou d’un autre volet que « { $first_id } » : elles s’analysent à part.
waves-waves-and-declare-different-lonely-psu = Les vagues « { $first_id } » et « { $wave_id } » déclarent des règles lonely_psu différentes. Déclarez la même.
waves-waves-and-have-replicate-weights-of = Les vagues « { $first_id } » et « { $wave_id } » ont des poids de réplication de genres différents ({ $a_kind }, { $b_kind }) : leurs écarts n’ont pas de variance commune.
waves-waves-need-an-id-each-all-different-were = Chaque vague demande un identifiant à elle : { $given } ont été donnés. Écrivez Wave(..., id='2024').
waves-waves-that-share-units-need-the-same = Les vagues qui partagent des unités demandent les mêmes réplications, scale et rscales.
waves-weight-in-force = Pondération en vigueur
waves-weights-must-be-positive-numbers-found = { $what } : les poids doivent être des nombres positifs; sur { $count_weights } lignes, { $found }. Corrigez les poids, ou retirez ces lignes avant de faire la vague.{ $way }
waves-weights-of-a-two-phase-design-are-not = les poids d’un plan à deux phases ne se modifient pas : la variance d’un calage reposerait sur une phase et non sur l’autre. Calez la première phase avant d’en tirer la seconde, et donnez ses poids.
waves-weights-stand-in-the-design = {" "}Poids, strates et unités sont ceux de la vague : padai.Wave(frame, padai.Design(weight='w', stratum='h', psu='c')).
waves-weights-were-given-for-rows = { $count_weights } poids ont été donnés pour { $count_self } lignes.
waves-what-name = { $what } « { $name } »
waves-write = {" "}Écrivez { $old }.
waves-writing-parquet = Écrire un fichier .parquet
waves-you-may-not-read-ask-for-the-right-to = vous n’avez pas le droit de lire { $path_name }. Demandez-le (permissions du fichier), ou copiez le fichier.
waves-zero = nuls
