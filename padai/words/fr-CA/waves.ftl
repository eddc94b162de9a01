# padai, waves

waves-a-crossing-names-two = « { $name } » ne croise rien : nommez deux ventilations de part et d’autre de l’astérisque, comme by='sexe*region'.
waves-a-file-does-not-keep-these-columns-or = un fichier .{ $format } ne garde pas telles quelles ces colonnes ou leurs libellés : { $names }. Rien n’a été écrit; choisissez un autre format.
waves-a-sas-transport-file-in-r = un fichier de transport SAS : en R, { $format }
waves-a-text-in = un texte de
waves-a-wave-is-no-table = Une vague n’est pas un tableau : ses données sont .frame. Écrivez wave.frame{ $access }.
waves-a-wave-needs-a-design-such-as-padai = une vague demande un plan, comme padai.Design(weight='w', stratum='region'); { $found } a été donné.
waves-a-wave-needs-a-pandas-polars-or-pyarrow = une vague se fait d’un tableau pandas, polars ou pyarrow; { $given } a été donné.
waves-a-wave-takes-a-survey = `survey` d’une vague est une Survey; { $found } a été donné. Chargez la définition : padai.load_survey(dossier).
waves-always-in-the-frame = {" "}Les erreurs types, les intervalles et les effets de plan sont toujours dans .frame : ôtez-le.
waves-an-argument-is-missing = { $verb } : il manque `{ $name }`. Il prend { $value }.
waves-an-excel-workbook-save-the-sheet-as-csv = un classeur Excel : enregistrez la feuille en « CSV UTF-8 (.csv) »
waves-an-r-object-in-r = un objet R : en R, { $format }
waves-an-r-workspace-which-is-a-programme-in-r = un espace de travail R, qui est un programme : en R, load("{ $name }"), puis { $format }
waves-an-spss-portable-file-in-r = un fichier portable SPSS : en R, { $format }
waves-blanks-leave-by-themselves = {" "}Les blancs et les codes déclarés manquants quittent la base d’eux-mêmes : ôtez-le.
waves-by-place-it-takes-the-rest-is-given-by = { $verb } : par position, il prend { $by_place }; le reste se nomme : { $named }.
waves-cannot-name-a-column-in-a-file-give-the = « { $name } » ne peut nommer une colonne d’un fichier { $ending }. Donnez un autre identifiant à la question, ou écrivez en .parquet.
waves-column = colonne « { $weight } »
waves-column-has-different-values-in-rows-it = La colonne « { $name } » a { $codes } valeurs différentes dans { $answers } lignes : c’est une mesure ou un identifiant, pas un jeu de codes. Découpez-la en classes (pandas.cut), ou estimez sa moyenne; si ses valeurs sont bien des codes, faites-en une catégorie : tableau['{ $name }'].astype('category').
waves-column-has-two-values-with-the-same-text = La colonne « { $name } » a deux valeurs de même texte : distinguez-les.
waves-column-mixes-kinds-of-values-numbers-and = La colonne « { $name } » mêle des nombres et du texte : gardez un seul genre.
waves-column-rows-hold-a-value-that-the = colonne « { $question_id } » : { $unknown } lignes portent une valeur inconnue de la définition. Ajoutez son code à l’échelle, ou corrigez les données.
waves-columns-are-named-and-a-number-replicate = { $count_found } colonnes se nomment « { $prefix } » et un nombre; il faut au moins deux poids de réplication.
waves-compare-two-waves-first-padai-difference = Comparez d’abord deux vagues : padai.difference(estimations, vague_2, vague_1).
waves-date-is-no-date-give-datetime-date-2025 = date={ $date } n’est pas une date : donnez datetime.date(2025, 5, 1).
waves-did-you-mean = {" "}Vouliez-vous dire { $french } ?
waves-estimate-first-for-instance-by-padai = Estimez d’abord, par exemple par padai.trend ou padai.proportion.
waves-file-is-a-link-that-leads-out-of-the = `file: { $relative }` est un lien qui sort du dossier de données. Placez-y le fichier, ou nommez le dossier où il se trouve par --data-dir.
waves-file-must-be-a-name-inside-the-data = `file: { $name }` doit être un nom dans le dossier de données, sans « .. ».
waves-files-ending-in-are-not-read-give-one-of = { $path_name } : les fichiers en « { $ending } » ne sont pas lus. Donnez l’un de ceux-ci : { $known }.
waves-files-ending-in-are-not-written-use = les fichiers en « { $ending } » ne sont pas écrits. Prenez { $known }.
waves-fit-a-model-first-padai-glm-or-padai = Ajustez d’abord un modèle : padai.glm ou padai.ordinal.
waves-give-one-of-its-waves-waves = Donnez une de ses vagues (.waves).
waves-given = donné
waves-has-codes-in-letters-which-a-dta-file = « { $name } » a des codes en lettres, qu’un fichier .dta ne peut libeller. Écrivez en .sav ou .parquet, ou donnez des numéros aux codes dans la définition.
waves-has-no-header-line-with-the-names-of-its = { $path_name } n’a pas d’en-tête qui nomme ses colonnes. Exportez-le avec un en-tête.
waves-has-rows-the-definition-expects-ask-the = { $path_name } compte { $count_frame } lignes; la définition en attend { $n }. Demandez au fournisseur lequel est juste, puis corrigez le fichier ou `n:`.
waves-holds-which-archives-write-where-there = « { $name } » contient { $codes }, que les archives écrivent faute de réponse, et qui entreraient dans la base. Donnez Wave(..., missing={"{"}'{ $name }': { $codes }{"}"}), ou missing={"{"}'{ $name }': []{"}"} s’il s’agit de réponses.
waves-infinite = infinis
waves-is-a-folder-not-a-file-give-the-file = { $path_name } est un dossier, et non un fichier. Donnez le fichier qui s’y trouve.
waves-is-empty-ask-for-the-file-again = { $path_name } est vide. Redemandez le fichier.
waves-is-not-a-regular-table-a-quotation-mark = { $path_name } n’est pas un tableau régulier : des guillemets ne sont pas fermés, ou une case est trop longue. Exportez-le de nouveau.
waves-is-not-between-0-and-1-at-least-0-5-0-95 = { $verb } : { $name }={ $given } n’est pas entre 0 et 1, de 0,5 au moins; l’usage est 0,95.{ $meant }
waves-is-not-in-utf-8-line-save-it-again-as = { $path_name } n’est pas en UTF-8 (ligne { $line }). Enregistrez-le de nouveau en CSV UTF-8.
waves-is-not-known-use-one-of = { $verb } : { $name }={ $given } n’est pas connu. Prenez l’un de : { $known }.
waves-is-not-the-file-that-was-declared-its = { $path_name } n’est pas le fichier déclaré : son SHA-256 est { $checksum }…, la définition dit { $sha256 }…. Remettez le bon fichier ou, si une nouvelle livraison le remplace, inscrivez le nouveau SHA-256 dans la définition.
waves-is-not-what-its-ending-says-it-ask-for = { $path_name } n’est pas ce que dit son extension : il { $names }. Redemandez le fichier, ou donnez-lui la bonne extension.
waves-is-the-name-of-a-column-or-question-in = { $verb } : `{ $name }` est le nom d’une colonne ou d’une question, en texte; { $found } a été donné.
waves-is-then-give-that-file = { $name } est { $how }. Donnez ensuite ce fichier.
waves-labels-a-value-that-is-not-whole-which-a = « { $name } » libelle une valeur qui n’est pas entière, ce qu’un fichier .dta ne peut. Écrivez en .sav ou .parquet.
waves-labels-in-are-not-defined-use = les libellés en « { $lang } » ne sont pas définis; prenez { $known }.
waves-line-the-row-has-cell-s-the-header-it = { $path_name }, ligne { $line_num } : la ligne compte { $count_odd } case(s), l’en-tête { $cells }. Le fichier a pu être tronqué; exportez-le de nouveau.
waves-load-the-definition-padai-load-survey = Chargez la définition : padai.load_survey(dossier).
waves-looks-like-a-parquet-file = ressemble à un fichier Parquet
waves-looks-like-a-sas-file = ressemble à un fichier SAS
waves-looks-like-a-stata-file = ressemble à un fichier Stata
waves-looks-like-a-text-file = ressemble à un fichier texte
waves-looks-like-a-zip-archive-or-an-excel = ressemble à une archive zip ou à un classeur Excel
waves-looks-like-an-spss-file = ressemble à un fichier SPSS
waves-looks-like-none-of-the-formats-that = ne ressemble à aucun des formats que padai lit
waves-make-a-wave-of-the-table-padai-wave = Faites une vague du tableau : padai.Wave(tableau, padai.Design(weight=...)).
waves-missing = vides
waves-missing-is-a-mapping = `missing=` demande les codes par colonne : missing={"{"}'q1': [98, 99]{"}"}; { $found } a été donné.
waves-missing-names-the-column-which-is-not-in = `missing=` nomme la colonne « { $name } », absente des données.{ $hint }
waves-missing-needs-a-list-of-codes-for = `missing=` demande une liste de codes pour « { $name } » : missing={"{"}'{ $name }': [-9, -8]{"}"}.
waves-must-be-was-given = { $verb } : `{ $name }` doit être de type { $un }; { $found } a été donné. { $cure }
waves-names-the-column-s-twice-rename-or = { $path_name } nomme deux fois la ou les colonnes { $listed }. Renommez ou retirez l’une des deux.
waves-negative = négatifs
waves-no-row-is-left-the-file-is-empty-or = il ne reste aucune ligne : le fichier est vide, ou tout est exclu. Corrigez `exclusions:`.
waves-no-row-of-fits-rows-correct-it-or-ask = aucune ligne de { $file } ne répond à `rows:`. Corrigez-le, ou redemandez le fichier.
waves-nobody-has-confirmed-how-the-respondents = personne n’a confirmé comment les répondants ont été tirés; rien n’est donc estimé. Voyez les candidats dans waves/{ $wave_id }.yaml, puis écrivez, au lieu de `design: { $to_confirm }` :{"\u000A"}  { $line }
waves-none-given = non donné
waves-not-set = non définie
waves-of-replicate-weight-columns-are-not-in = { $count_absent } des { $count_names } colonnes de poids de réplication ne sont pas dans les données (la première : « { $absent } »).
waves-of-waves-and-one-has-replicate-weights = Des vagues « { $first_id } » et « { $wave_id } », l’une a des poids de réplication, l’autre non. Faites-en pour les deux, ou pour aucune.
waves-or-say-what-a-row-without-weight-is = {" "}Ou dites ce qu’est une ligne sans poids : missing_weight: outside (hors de l’échantillon) ou zero.
waves-overlap-psu-needs-psus-name-their-column = overlap='psu' demande des UPE : nommez leur colonne, Design(psu=...).
waves-overlap-respondent-matches-respondents = overlap='respondent' apparie les personnes : nommez leur colonne, Design(id=...).
waves-path-name-said = { $path_name } : { $said }
waves-put-the-waves-together-padai-stack-wave = Réunissez les vagues : padai.stack([vague_1, vague_2], overlap=...).
waves-reading-parquet = Lire un fichier .parquet
waves-reading-the-file-takes-more-memory-than = lire le fichier prend plus de mémoire que padai n’en permet. Retirez les colonnes que l’enquête n’utilise pas.
waves-reading-the-file-took-too-long-so-it-was = lire le fichier prenait trop de temps, et a été interrompu : le fichier est brisé. Redemandez-le.
waves-replicate-of-the-weight = Réplication {"{}"} de la pondération
waves-replicate-weights-have-rows-the-wave = les poids de réplication ont { $count_values } lignes, la vague { $count_self }.
waves-replicate-weights-values-are-missing = poids de réplication : { $bad } valeurs sont vides, infinies ou négatives.
waves-respondent-identifiers-stand-in-more = { $returning } identifiants sont dans plus d’une vague, et overlap='none' a été dit. Si les mêmes personnes ont répondu de nouveau, dites overlap='respondent'; si les identifiants recommencent à chaque vague, distinguez-les, ou déclarez `ids: per_wave`.
waves-rows-names-the-column-which-the-file = `rows:` nomme la colonne « { $column } », absente du fichier.{ $hint }
waves-rows-of-are-taken-by-wave-part-and-by = { $both } lignes de { $file } sont prises par la vague { $wave_id }, volet { $spec_id }, et par la vague { $other_wave }, volet { $name }. Corrigez `rows:` dans l’une d’elles.
waves-rscales-has-values-for-replicate-weight = `rscales` a { $count_rscales } valeurs pour { $count } colonnes de poids de réplication.
waves-samples-of-different-types-are-never-put = Des échantillons de types différents ne sont jamais réunis : { $given }. Chacun s’analyse et se publie à part.
waves-set = définie
waves-several-names-in-one = {" "}Plusieurs se donnent en liste : { $listed }; un croisement, par un astérisque : « { $crossed } ».
waves-several-waves-need-to-know-what-they = Plusieurs vagues demandent de savoir ce qu’elles partagent. Donnez overlap='none' (autres personnes et autres UPE), 'respondent' (certaines reviennent) ou 'psu' (les mêmes UPE).
waves-stack-needs-at-least-one-wave = stack demande au moins une vague.
waves-stack-takes-a-list-of-waves-such-as-wave = stack prend une liste de vagues, comme [vague_2024, vague_2025]; { $found } a été donné.
waves-takes-a-file-holds-and-would-cut-the = { $what } prend { $size } { $unit }; un fichier { $ending } en contient { $limit } et couperait le reste. Raccourcissez-le, ou écrivez en .parquet.
waves-the-column-holds-dates-not-numbers = la colonne « { $name } » ({ $roles }) contient des dates, pas des nombres.
waves-the-column-holds-something-other-than-a = la colonne « { $name } » ({ $roles }) contient autre chose qu’un nombre dans { $bad } lignes.
waves-the-column-holds-whole-numbers-above-2 = la colonne « { $name } » contient des entiers au-dessus de 2^53, que { $ending } arrondirait. Écrivez-les comme du texte.
waves-the-column-is-missing-in-of-rows-every = la colonne « { $name } » ({ $roles }) est vide dans { $missing } lignes sur { $count_column }. Chaque ligne en demande une valeur.
waves-the-column-is-needed-to-tell-who-a = La colonne « { $name } » est nécessaire pour savoir à qui une question a été posée, et n’est pas dans les données. Demandez-la au fournisseur.
waves-the-column-is-not-in-the-data-02dd = la colonne « { $name } » ({ $roles }) n’est pas dans les données.{ $hint }
waves-the-column-is-not-in-the-data-3c57 = la colonne « { $name } » n’est pas dans les données.{ $hint }
waves-the-column-itself-was-given = { $verb } : `{ $name }` est le nom d’une colonne ou d’une question, en texte; { $found } a été donné. Écrivez { $named } au lieu des données elles-mêmes.
waves-the-column-mixes-numbers-and-text-which = la colonne « { $name } » mêle nombres et texte, ce que { $ending } ne peut contenir. Validez d’abord la vague, et corrigez la colonne.
waves-the-column-name = le nom de colonne
waves-the-column-stands-twice-in-the-data = la colonne « { $twice } » est deux fois dans les données. Renommez-en ou retirez-en une.
waves-the-columns-and-differ-only-by-case = les colonnes « { $other } » et « { $name } » ne diffèrent que par la casse, qu’un fichier { $ending } ne distingue pas. Renommez-en une, ou écrivez en .parquet.
waves-the-data-already-have-a-column-the-name = les données ont déjà une colonne « { $taken } », le nom sous lequel les poids en vigueur sont écrits. Renommez-la d’abord.
waves-the-data-file-is-missing-it-was-looked = le fichier de données { $name } manque. Il a été cherché dans le dossier `data_dir` ({ $given }), dans celui que nomme { $data_dir_variable } ({ $told }), et dans { $own }. Placez-le dans l’un d’eux, ou dites où il se trouve par --data-dir.
waves-the-data-have-no-rows = les données n’ont aucune ligne.
waves-the-design-column-has-the-same-name-as-a = la colonne du plan « { $name } » a le nom d’une question lue dans la colonne « { $sources } ». Donnez un autre identifiant à la question.
waves-the-design-column-is-not-in-the-file = la colonne du plan « { $name } » n’est pas dans le fichier.{ $hint } Corrigez `design:` dans la définition de la vague, ou demandez la colonne.
waves-the-exclusion-rule-on-cannot-be-applied = la règle d’exclusion sur « { $column } » ne peut s’appliquer : le fichier n’a pas cette colonne.{ $hint }
waves-the-file-has-columns-that-are-nested = le fichier a des colonnes imbriquées, répétées ou d’octets bruts. Écrivez-le comme un simple tableau de nombres, de textes et de dates.
waves-the-file-has-none-of-the-columns-that = le fichier n’a aucune des { $count_sources } colonnes que nomment les questions. Ce n’est pas celui que décrit la définition : remettez le bon fichier.
waves-the-file-holds-fewer-rows-than-its = le fichier compte moins de lignes que son en-tête n’en annonce : il a été tronqué en route. Redemandez-le.
waves-the-file-is-broken-or-was-cut-short-on = le fichier est brisé, ou a été tronqué en route. Redemandez-le, et comparez son SHA-256 avec celui de l’expéditeur.
waves-the-file-is-larger-than-padai-reads-20 = le fichier dépasse ce que padai lit (20 000 colonnes, 400 millions de cases, 4 Go). Retirez les colonnes que l’enquête n’utilise pas.
waves-the-file-would-unpack-to-more-than-a = une fois décompressé, le fichier ferait plus de mille fois sa taille, ce qu’aucune enquête ne fait. Redemandez-le, non compressé.
waves-the-header-of-the-file-contradicts-its = l’en-tête du fichier contredit son contenu. Redemandez le fichier.
waves-the-id-column-has-blanks-and-repeated = la colonne d’identifiant « { $id_column } » a { $missing } cases vides et { $twice } valeurs répétées : chaque ligne demande un identifiant à elle.
waves-the-id-column-is-not-in-the-data = la colonne d’identifiant « { $id_column } » n’est pas dans les données.
waves-the-label-of = le libellé de
waves-the-label-of-a-value-of = le libellé d’une valeur de
waves-the-missing-codes-of-are-text-a-file = les codes de non-réponse de « { $name } » sont du texte; un fichier { $ending } en déclare au plus trois, de 8 octets au plus. Écrivez en .parquet.
waves-the-missing-codes-of-make-no-range-apart = les { $count_codes } codes de non-réponse de « { $name } » ne forment pas une plage à part des autres codes, et un fichier .sav en déclare au plus trois. Écrivez en .parquet, ou changez leurs numéros.
waves-the-new-weights = nouveaux poids
waves-the-text-of-the-file-does-not-fit-the = le texte du fichier n’est pas dans le jeu de caractères qu’il déclare. Redemandez-le, enregistré en Unicode (UTF-8).
waves-the-wave-comes-first = { $verb } : `{ $name }` vient en premier, de type { $un } : écrivez { $verb }({ $name }, ...), les noms après.
waves-there-is-no-argument-it-takes = { $verb } : il n’y a pas d’argument `{ $name }`.{ $hint } Il prend { $value }.
waves-there-is-no-file-check-its-name-and = il n’y a pas de fichier { $path_name }. Vérifiez son nom et son dossier.
waves-there-is-no-folder-which-was-named-for = il n’y a pas de dossier { $data_dir }, nommé pour les données. Corrigez --data-dir.
waves-verb-error = { $verb } : { $error }.
waves-wave-has-stages-of-selection-wave = La vague « { $wave_id } » a { $count_stages } degrés de tirage, la vague « { $first_id } » { $count_stages_2 }. Déclarez les mêmes pour les deux.
waves-wave-is-of-another-survey-or-part-than = La vague « { $wave_id } » est d’une autre enquête ou d’un autre volet que « { $first_id } » : elles s’analysent à part.
waves-waves-and-declare-different-lonely-psu = Les vagues « { $first_id } » et « { $wave_id } » déclarent des règles lonely_psu différentes. Déclarez la même.
waves-waves-and-have-replicate-weights-of = Les vagues « { $first_id } » et « { $wave_id } » ont des poids de réplication de genres différents ({ $a_kind }, { $b_kind }) : leurs écarts n’ont pas de variance commune.
waves-waves-need-an-id-each-all-different-were = Chaque vague demande un identifiant à elle : { $given } ont été donnés. Écrivez Wave(..., id='2024').
waves-waves-that-share-units-need-the-same = Les vagues qui partagent des unités demandent les mêmes réplications, scale et rscales.
waves-weight-in-force = Pondération en vigueur
waves-weights-must-be-positive-numbers-found = { $what } : les poids doivent être des nombres positifs; sur { $count_weights } lignes, { $fr }. Corrigez les poids, ou retirez ces lignes avant de faire la vague.{ $way }
waves-weights-stand-in-the-design = {" "}Poids, strates et unités sont ceux de la vague : padai.Wave(frame, padai.Design(weight='w', stratum='h', psu='c')).
waves-weights-were-given-for-rows = { $count_weights } poids ont été donnés pour { $count_self } lignes.
waves-what-name = { $what } « { $name } »
waves-write = {" "}Écrivez { $old }.
waves-writing-parquet = Écrire un fichier .parquet
waves-you-may-not-read-ask-for-the-right-to = vous n’avez pas le droit de lire { $path_name }. Demandez-le (permissions du fichier), ou copiez le fichier.
waves-zero = nuls
