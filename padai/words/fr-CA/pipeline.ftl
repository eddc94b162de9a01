# padai, pipeline

pipeline-a-breakdown-leaves-few-out = consultation.yaml parle de la question sensible « { $question } » par { $places }, dont les groupes laissent de côté quelques personnes : leur nombre est celui de toutes les personnes moins celui des groupes. Donnez-leur un groupe dans survey.yaml, ou retirez : { $last }.
pipeline-a-draft-is-made-of-a-tracker-what-is = une ébauche se fait d’un suivi. Ce qui se publie d’un panel ou d’une consultation se décide d’avance : finissez la définition, puis `padai build`.
pipeline-a-draft-of-few = { $breakdown } n’est pas dans l’ébauche : ses groupes comptent trop peu de personnes, et des chiffres seraient retenus avec eux. Réunissez ses réponses (`groups:`) dans survey.yaml.
pipeline-a-draft-with-groups-merged = { $breakdown } : dans l’ébauche, les groupes de trop peu de personnes ({ $groups }) sont réunis au plus grand, ou à leurs voisins s’ils ont un ordre : ce que les autres ont répondu serait retenu avec eux. Dans une publication, `small_groups: merge` (ou `leave_out`) dans survey.yaml fait de même.
pipeline-a-draft-without-a-breakdown = { $breakdown } n’est pas dans l’ébauche : dans l’un de ses groupes, des personnes trop peu nombreuses pour être montrées pèsent plus que presque toutes les autres, et les erreurs des totaux diraient ce qu’elles ont répondu. Une publication serait refusée pour cela : réunissez les mêmes cellules dans la pondération (`collapse:` du fichier de la vague) ou retirez { $breakdown } de `report_breakdowns:`.
pipeline-a-group-of-few-is-told-apart = consultation.yaml parle de « { $question } » par { $places }. Côte à côte, ces éléments mettraient à part un groupe trop petit pour être montré. Donnez au profil des groupes plus grands, ou retirez : { $last }.
pipeline-a-has-one-part-are-declared-another = { $survey_kind ->
       [panel] un panel n’a qu’un volet
      *[consultation] une consultation n’a qu’un volet
    }; { $count_parts } sont déclarés. Un autre échantillon est une enquête à part, jamais réunie à celle-ci.
pipeline-a-later-version-rests-on-it = { $last } a été diffusée après elle et s’appuie sur elle. Oubliez d’abord celle-là (`--wave { $last_wave }`), si personne ne l’a.
pipeline-a-model-reads-what-is-withheld = ce modèle lit les réponses à « { $name } » selon { $variable }, une table dont des cases sont confidentielles, ou que la publication ne montre pas alors que { $variable } est sensible : ses estimations en parleraient. Réunissez des groupes de { $variable } (`small_groups: merge`), retirez-la de `variables:`, ou passez à `model: areas`.
pipeline-a-panel-is-published-once-it-has-met = un panel se publie une fois réuni, avec la vague « { $after } » (`after:`); « { $wave_id } » a été demandée.
pipeline-a-published-release-says-under-which = une publication dit sous quelle licence sont ses données et son code; il manque à `licences:` { $lacking }. padai n’en invente pas.
pipeline-a-rare-theme-is-told = consultation.yaml, themes : le thème « { $theme } » revient moins de { $least } fois, et son nombre ne serait pas caché : chaque contribution porte au moins un thème, et ce que les autres thèmes ne comptent pas est à lui. Réunissez-le à un autre thème de la grille.
pipeline-a-record-that-is-erased-at-a-persons = l’effacement d’un dossier à la demande d’une personne ne fait pas de nouvelle version : { $version } reste telle que publiée, car deux versions parleraient de cette personne. Retirez le dossier des données, et cette version de la définition.
pipeline-a-release-is-of-a-wave-that-is-gone = { $version } est publiée, et l’enquête n’a plus de vague « { $wave } » : la publication ne peut être comparée à ce qui a été dit des mêmes personnes. Redonnez son nom à la vague (waves/{ $wave }.yaml).
pipeline-a-release-with-the-status-is-always = une publication à l’état « { $status } » est toujours inscrite. Seule une ébauche ou une démonstration se répète sans inscription.
pipeline-a-report-needs-a-part-named-main = un rapport s’ouvre sur le volet `main:`, et la vague { $wave_id } n’en a pas (il y a : { $parts }); dans les fichiers de waves/, renommez `{ $first }:` en `main:`, son `label:` dit qui c’est
pipeline-a-sample-of-type-has-no-trend-it-speaks = un échantillon de type « { $kind } » n’a pas d’évolution : il parle des personnes qui ont participé. Ce qui a changé chez les membres d’un panel est dans son rapport (padai build).
pipeline-a-sensitive-question-is-told-apart = consultation.yaml parle de la question sensible « { $question } » par { $places }. { $count_places ->
    [one] Le nombre de personnes à qui elle est posée dirait
   *[other] Côte à côte, ces éléments diraient
 } combien peu de personnes ont donné une réponse. Retirez : { $last }.
pipeline-added-up-parts-tell-of-few = des volets, des vagues ou des enquêtes des mêmes personnes parlent de quelques-unes d’entre elles, une fois additionnés et soustraits : { $sides }, avec des réponses à « { $question } » (selon « { $breakdown } »). Il resterait moins de { $least } personnes, ou une réponse sensible de quelques-unes. Retirez-en un, ou faites que les volets n’aient personne en commun (`rows:` dans waves/*.yaml).
pipeline-affected-names-which-was-never-put-out = { $order_name } : `affected:` nomme { $unknown }, qui n’a jamais été diffusé. Diffusé : { $known }.
pipeline-an-earlier-wave-counts-answers-otherwise = la vague { $wave } figure dans la série, et { $what } : à côté de { $version }, la série parlerait de ces personnes. Redonnez à « { $question } », dans questionnaire.yaml, les codes, codes manquants et base de { $version }, ou retirez la vague { $wave } de ses `waves:`.
pipeline-and-more = {"\u000A"}  et { $rest } de plus
pipeline-and-run-the-command-again-the-last = { $said }, puis relancez la commande. La dernière publication est restée telle quelle.
pipeline-another-padai-is-publishing-this-survey = un autre padai publie cette enquête en ce moment. Attendez qu’il ait fini, puis relancez la commande. Rien n’a été changé.
pipeline-another-survey-has-a-deposit-of-them = deposit : l’enquête { $other } a déjà déposé un fichier des mêmes personnes; les deux se joindraient enregistrement par enregistrement. Retirez `deposit:` de survey.yaml.
pipeline-answers-of-few-count-otherwise = les réponses de moins de { $least } personnes à « { $question } » y comptaient autrement (codes, codes manquants ou base)
pipeline-bases-are-rounded-otherwise-there = { $how ->
       [exact-here] confidentiality.rounding : la vague { $wave } porte sur les mêmes personnes que la vague { $other_wave } de { $other }, déjà diffusée, qui arrondit les bases à { $bases }. Données exactement ici, elles défont cet arrondi. Écrivez `rounding: {"{"}bases: { $bases }{"}"}` dans survey.yaml.
       [exact-there] confidentiality.rounding : la vague { $wave } porte sur les mêmes personnes que la vague { $other_wave } de { $other }, déjà diffusée, qui donne les bases exactes : les arrondir ici à { $now } ne cacherait rien. Retirez `rounding:` de survey.yaml.
       *[otherwise] confidentiality.rounding : la vague { $wave } porte sur les mêmes personnes que la vague { $other_wave } de { $other }, déjà diffusée, qui arrondit les bases à { $bases } et non à { $now }. Côte à côte, deux arrondis d’un même nombre disent souvent ce nombre. Écrivez `rounding: {"{"}bases: { $bases }{"}"}` dans survey.yaml.
    }
pipeline-bases-were-rounded-otherwise = confidentiality.rounding : les bases sont arrondies à { $now }, et à { $bases } dans { $version }, déjà diffusée. Côte à côte, deux arrondis d’un même nombre disent souvent ce nombre. Écrivez `rounding: {"{"}bases: { $bases }{"}"}` dans survey.yaml.
pipeline-breakdowns-group-is-too-small-and-small = breakdowns.{ $name } : le groupe « { $lost } » est trop petit et `small_groups: { $small_groups }` le retire, mais un résultat clé, une rupture ou un raccordement le nomme. Écrivez le groupe fusionné sous `groups:` et nommez-le là.
pipeline-breakdowns-small-groups-leave-out-leaves = breakdowns.{ $breakdown_id } : `small_groups: leave_out` ne laisse aucun groupe : tous comptent moins de { $least } personnes dans une vague. Retirez la ventilation de `report_breakdowns`, ou écrivez de plus grands groupes sous `groups:`.
pipeline-breakdowns-the-groups-merged-as-do-not = breakdowns.{ $name } : les groupes fusionnés en « { $apart } » ne se touchent pas sur les tuiles. Écrivez les groupes fusionnés sous `groups:`, avec leurs tuiles.
pipeline-by-is-no-breakdown = `--by { $name }` : l’enquête n’a pas de répartition de ce nom.{ $hint } Elle a { $known }. Ce qui est retenu par confidentialité suit les répartitions de survey.yaml : si { $name } est une question, ajoutez-y sous `breakdowns:` une ligne qui la nomme.
pipeline-calendar-announces-for-and-this-release = `calendar:` annonce « { $what } » pour le { $date }, et cette publication est du { $publish_on }. Retirez ce qui est passé, ou donnez la nouvelle date.
pipeline-calendar-announces-for-which-has-gone-by = `calendar:` annonce « { $what } » pour le { $date }, qui est passé : la page du calendrier le dit encore à venir. Donnez la nouvelle date, ou retirez-la.
pipeline-change-seen-in-the-file-which-the = Changement vu dans le fichier, que la définition ne déclare pas : { $checks }
pipeline-change-these-texts-in-limits-such-a-word = Changez ces textes; dans `limits:`, un tel mot peut figurer dans une phrase qui le nie.
pipeline-changed-break = Si ce qui a été demandé a changé, dans survey.yaml : { $line }
pipeline-changed-question = vague { $wave } : { $said } Si la question a été posée comme avant (à une moitié tirée au hasard, par exemple), dans survey.yaml : { $line }
pipeline-changed-questions-stop = ce qui est demandé a changé, et aucune ligne ne dit en quoi :{"\u000A"}{ $lines }
pipeline-compared-with-the-two-versions-would = par rapport à { $version }, { $what } : les deux versions parleraient de ces personnes. Attendez la prochaine édition; ou, pour une erreur qui compte, déclarez `correction: error` sous `release:` (totaux en points entiers ou arrondis davantage, bases à 10 près, aucun groupe); ou, à la demande d’une personne, `correction: erasure`. Si le fichier de données précédent a été déplacé, remettez-le parmi les données, sous n’importe quel nom.
pipeline-confidentiality = { $what } : confidentialité
pipeline-contact-not-supplied = contact non fourni
pipeline-deposit-records-are-fewer-than-the-that = deposit : { $count_wave } enregistrements, moins que les { $least } qui doivent se ressembler. Retirez cette vague du dépôt.
pipeline-deposit-weights-tell-what-was-blanked = deposit : cette partie n’a que { $different } poids différents, qu’un lecteur connaît ; la moyenne de dix d’entre eux dirait de combien de personnes de chaque profil un trait a été effacé. Retirez de `deposit.profile` des ventilations, jusqu’à ce que rien ne soit effacé, ou retirez `deposit:`.
pipeline-deposit-would-give-a-withheld-cell = deposit : les tableaux retiennent des cellules de la question « { $question } » selon « { $breakdown } », et le fichier les donnerait. Retirez la question de `deposit.questions`, ou la ventilation de `deposit.profile`.
pipeline-description-to-be-written = Description à écrire.
pipeline-draft-not-reviewed-publishing-still = ébauche, non relue : { $count ->
       [0] il ne manque aucun texte, aucune date ni aucun fait pour publier. Pour le vérifier
       [one] il manque { $count } texte, date ou fait pour publier. Lequel, et à quelle ligne
       *[other] il manque { $count } textes, dates ou faits pour publier. Leur liste, ligne par ligne
    } : padai lacking { $place }
pipeline-few-answers-differ-there = vague { $wave } : moins de { $least } des mêmes personnes donnent ici une autre réponse que dans { $other } (vague { $other_wave }), qui est publiée; les deux ensemble parleraient d’elles. Donnez aux deux enquêtes le même fichier, ou attendez la prochaine édition
pipeline-few-of-a-margin-weigh-more = des personnes trop peu nombreuses pour être montrées, dans une cellule de la marge { $breakdown } de `weighting:`, pèsent plus que presque toutes les autres du volet { $part } : les erreurs des totaux diraient ce qu’elles ont répondu et, d’après leur part de la population, combien elles sont. Réunissez cette cellule à une autre (`collapse:` du fichier de la vague).
pipeline-few-weigh-apart = des personnes trop peu nombreuses pour être montrées, dans un groupe de { $breakdown }, pèsent plus que presque toutes les autres du volet { $part } : les erreurs des totaux diraient ce qu’elles ont répondu et, d’après leur part de la population, combien elles sont. Réunissez les mêmes cellules dans la pondération (`collapse:` du fichier de la vague) et fusionnez les petits groupes (`small_groups: merge` dans la ventilation), ou retirez { $breakdown } de `report_breakdowns:`.
pipeline-fewer-than-records-change-in-the-whole = moins de { $least } dossiers changent, dans l’ensemble ou dans un groupe publié
pipeline-file-s-of-this-version-are-not-those = { $count_wrong ->
       [one] { $count_wrong } fichier de cette version n’est pas celui
       *[other] { $count_wrong } fichiers de cette version ne sont pas ceux
    } que nomme son manifeste : { $wrong }. Remettez-la depuis vos archives; rien n’est inscrit.
pipeline-format-there-is-no-such-format-choose = format { $unknown } : ce format n’existe pas; choisissez html, pdf ou docx.
pipeline-from-wave-to-wave = d’une vague à l’autre
pipeline-geography-not-supplied = Non fourni
pipeline-go-on-to-the-site-of-the-releases = Continuer vers le site des publications
pipeline-groups-of-two-surveys-lie-too-close = la vague { $wave } porte sur les mêmes personnes que la vague { $other_wave } de { $other }, déjà publiée, et des groupes des deux enquêtes sont trop proches : { $mine } ici et { $theirs } là-bas, tous avec des réponses à « { $question } » (« { $other_question } » là-bas). Par soustraction, ils parleraient de moins de { $least } personnes, ou d’une réponse sensible de quelques-unes. Sous `breakdowns:` de survey.yaml, donnez à « { $breakdown } » les mêmes coupures que là-bas, ou fusionnez ces groupes, ou retirez la ventilation; si ce sont les personnes qui diffèrent (`rows:`, `exclusions:`, `base:`), prenez les mêmes.
pipeline-groups-of-two-waves-lie-too-close = les vagues ou volets { $wave } et { $other_wave } contiennent les mêmes réponses des mêmes personnes, et leurs groupes sont trop proches : { $mine } d’un côté et { $theirs } de l’autre, tous avec des réponses à « { $question } ». Par soustraction, ils parleraient de moins de { $least } personnes, ou d’une réponse sensible de quelques-unes. Donnez à chaque vague ou volet ses propres personnes (`rows:` dans waves/*.yaml), ou retirez l’un des deux; un cumul qui grandit remplace le précédent.
pipeline-is-a-link-and-a-release-is-a-folder-of = { $place_name } est un lien, et une publication est un dossier à elle. Retirez le lien, ou mettez-y le dossier.
pipeline-is-no-date-write-it-as-2025-06-01 = « { $text } » n’est pas une date; écrivez-la ainsi : 2025-06-01.
pipeline-is-no-release-is-missing-name-the-folder = « { $release } » n’est pas une publication : { $inside }/{ $manifest } est absent. Nommez le dossier d’une version, par exemple releases/example/2025/v1.
pipeline-is-not-a-csv-in-utf-8-with-a-row-of = { $name } n’est pas un CSV en UTF-8 avec une ligne de titres. Enregistrez-le de nouveau.
pipeline-is-not-the-log-of-a-witness-it-was-cut = { $shown } n’est pas le journal d’un témoin : il a été coupé ou modifié. Retirez-le, ou récrivez-le avec : { $command } --out ...
pipeline-is-not-what-went-out-on-pins-that = { $shown } n’est pas ce qui a été diffusé le { $date } : { $named }. { $releases_file } en fixe l’empreinte. Remettez-le depuis vos archives (padai release restore), ou écartez le dossier et bâtissez de nouveau : seuls les mêmes octets reprennent sa place.
pipeline-is-not-what-went-out-put-it-back-from = { $shown } n’est pas ce qui a été diffusé : { $named }. Remettez-le depuis vos archives, puis lancez la migration. Rien n’a été changé.
pipeline-it-names-the-survey-which-is-not-in = il nomme l’enquête « { $name } », qui n’est pas dans { $surveys }/. Corriger `follows:`, `register_of:`, ou le `survey:` d’une source.
pipeline-main = principal
pipeline-merged-weigh-apart = des groupes de { $breakdown } réunis par `small_groups: merge` ne pèsent pas comme les personnes auxquelles ils sont réunis, dans le volet { $part }, et il est connu ce que pèse chacune : les parts du groupe réuni et leurs erreurs diraient combien elles sont et ce qu’elles ont répondu. Réunissez les mêmes cellules dans la pondération (`collapse:` du fichier de la vague) ou retirez { $breakdown } de `report_breakdowns:`.
pipeline-name-words = { $name } : { $words }
pipeline-names-no-cell-a-csv-file-is-needed-with = { $path_name } ne nomme aucune cellule : il faut un fichier CSV avec les colonnes { $wanted }, et une ligne par cellule (* pour tout).
pipeline-no-draft-can-set-these-findings-aside = aucune ébauche ne peut laisser ces constats de côté :{"\u000A"}{ $lines }
pipeline-no-key-result-of-this-release-has-a = aucun chiffre clé de cette publication n’a de valeur : tous sont retenus, ou viennent d’échantillons sans erreur type.
pipeline-no-last-line = aucune
pipeline-no-version-that-is-here-shows-a-cell-at = aucune version présente ne montre de cellule à ces adresses. Rien n’a été changé.
pipeline-nobody-has-this-demonstration-forget-it = {" "}Personne n’a cette démonstration ? `padai release forget { $survey } --wave { $wave }`, puis bâtissez de nouveau : ce qui n’a pas changé n’est pas refait.
pipeline-nobody-is-drawn-yet-draw-has-no-seed-run = personne n’est encore tiré : `draw:` n’a pas de `seed:`. Lancez padai draw une fois le germe connu.
pipeline-none-in-this-wave = aucun dans cette vague
pipeline-none-was-put-out-yet = aucune n’a été diffusée
pipeline-not-comparable = {""}
pipeline-not-supplied-2080 = Non fournie
pipeline-not-supplied-fa45 = non fourni
pipeline-not-what-was-announced-on-the-sha-256 = { $listed } : ce n’est pas ce qui a été annoncé le { $day }; l’empreinte SHA-256 diffère. Remettez les fichiers annoncés; sinon, annoncez un autre tirage, avec un autre germe.
pipeline-nothing-put-out = rien
pipeline-nothing-to-forget = rien à oublier : { $releases_file } n’inscrit aucune version de la vague { $wave }. `padai release list` dit ce qui a été diffusé.
pipeline-nothing-to-give-back-neither-nor-the = rien à rétablir : ni { $releases_file } ni le dossier des publications n’ont { $wave }/v{ $chosen }.
pipeline-nothing-to-give-back-this-version-stands = rien à rétablir : cette version est telle que diffusée, et elle est inscrite.
pipeline-nothing-was-put-out-so-nothing-can-be = rien n’a été diffusé, donc rien ne peut être retiré : { $releases_file } n’a rien de cette vague.
pipeline-only-a-demonstration-is-forgotten = cette version a été diffusée le { $date }, et seule une démonstration qui n’a pas été retirée peut être oubliée. Pour la retirer : `status: withdrawn` et une raison (`reason`); pour la changer : une nouvelle `version:`.
pipeline-or-name-your-archive = {" "}Ou nommez vos archives : `archive_dir:` dans padai.yaml.
pipeline-other-last-digits = ce processeur donne d’autres derniers chiffres que celui qui a fait ce qui est diffusé, et aucun autre résultat : ceux de la version diffusée restent.
pipeline-out-a-witness-holds-answers-of-single = --out { $out } : un témoin contient des réponses individuelles et ne va ni dans { $shown } ni autour. Nommez un dossier à part, par exemple --out ../witness.
pipeline-overlap-must-say-what-the-samples-of-the = `overlap:` doit dire ce que les échantillons des vagues ont en commun : none, respondent ou psu.
pipeline-people-took-part-under-nothing-of-what = { $count_wave } personnes ont participé; à moins de { $least }, rien de ce qu’elles ont dit n’est publié.
pipeline-population-not-supplied = Population non fournie
pipeline-proposed = proposé
pipeline-publishing = Publier
pipeline-publishing-did-not-end = la publication n’a pas abouti : { $no_memory }.
pipeline-put-together-parts-lie-too-close = des volets ou des vagues des mêmes personnes, mis ensemble, sont trop proches : { $mine } d’un côté et { $theirs } de l’autre, avec des réponses à « { $question } » (selon « { $breakdown } » et selon « { $other_breakdown } »). Par soustraction, ils parleraient de moins de { $least } personnes, ou d’une réponse sensible de quelques-unes. Prenez les mêmes personnes des deux côtés (`rows:` et `exclusions:` dans waves/*.yaml), ou retirez l’un de ces volets.
pipeline-question-is-kept-apart-from =
    la question « { $question } » { $count_waves ->
        [0] n’a été posée dans aucune vague
        [one] a été posée dans { $count_waves } vague
       *[other] a été posée dans { $count_waves } vagues
    } du volet « { $part } » jusqu’à { $wave_id }; une série en demande deux. En { $waves }, la définition a « { $other } », séparée d’elle : { $turned ->
        [yes] les mêmes réponses y ont d’autres codes, l’échelle a tourné.
       *[no] même colonne ou même libellé, mais ses mots ou ses codes ont changé.
    } Si c’est une seule question, écrire ce qui suit dans questionnaire.yaml et retirer « { $other } » :
    { $lines }
pipeline-question-was-asked-in-wave-s-of-part-up = la question « { $question } » { $count_waves ->
       [0] n’a été posée dans aucune vague
       [one] a été posée dans { $count_waves } vague
       *[other] a été posée dans { $count_waves } vagues
    } du volet « { $part } » jusqu’à { $wave_id }; une série en demande deux.
pipeline-question-was-not-asked-in-wave-of-part = la question « { $question } » n’a pas été posée à la vague { $wave_id } du volet « { $part } »; partez d’une vague qui l’a posée, par --wave.
pipeline-questions-0f38 = Questions, { $number }
pipeline-questions-778c = Questions
pipeline-r-is-here-without-its-package-install-it = R est ici sans son paquet « { $name } ». Installez-le, puis relancez la commande : Rscript -e 'install.packages("{ $name }")'
pipeline-r-stopped-before-its-verdict-run-it-in = R s’est arrêté avant son verdict. Lancez-le dans ce dossier pour voir pourquoi : Rscript witness.R
pipeline-r-was-stopped-after-minutes-run-it = R a été arrêté après { $minutes } minutes. Lancez-le vous-même là où il peut durer davantage : Rscript witness.R
pipeline-reason-not-supplied = Raison non fournie.
pipeline-records-but-its-store-earlier-results = { $order_name } : { $releases_file } inscrit { $record_name }, mais son dépôt { $state } ({ $where }). Les résultats déjà diffusés entrent dans celui-ci : remettez le dépôt.{ $archive } Une ébauche se bâtit sans lui.
pipeline-register-of-that-survey-has-no-decisions = `register_of: { $keeper }` : cette enquête n’a pas de decisions.yaml.
pipeline-settling-lines = À écrire dans survey.yaml, selon le cas. Si ce qui a été demandé a changé, une rupture :
    { $entry }
    Si { $count ->
        [1] la question est restée la même
       *[other] les questions sont restées les mêmes
    }, un accord par constat, avec sa raison :
    { $entries }
pipeline-site-of-the-releases = Site des publications
pipeline-sponsor-not-supplied = Commanditaire non fourni
pipeline-step-comparisons = { $place } : comparaisons
pipeline-step-estimates = { $place } : estimation
pipeline-step-robustness = { $place } : robustesse
pipeline-store-is-another = n’est pas celui qui a été diffusé
pipeline-store-is-missing = est absent
pipeline-table-there-is-no-such-table-of-this = --table { $question },{ $breakdown } : ce tableau n’existe pas. De cette question, il y a : { $known }.
pipeline-text-s-are-still-to-be-written-before = { $count_todo ->
       [one] { $count_todo } texte reste
       *[other] { $count_todo } textes restent
    } à écrire avant toute publication (« à compléter ») :{"\u000A"}{ $listed }{ $rest }
pipeline-texts-of-a-place = {"  "}{ $place } : { $names }
pipeline-the-archive-does-not-hold-this-version = les archives ({ $named }) n’ont pas cette version telle que diffusée. Placez-la là, entière, avec son dépôt, puis relancez la commande. Rien n’a été changé.
pipeline-the-archive-still-holds = les archives gardent encore { $held } : { $archive_dir }.
pipeline-the-data-file-of-that-version-is-no = le fichier de données de cette version n’est plus parmi les données, ou elle excluait des répondants nommés, ou d’autres valeurs d’une règle : les dossiers qui changent ne peuvent être comptés
pipeline-the-data-of-wave-are-not-those-of-and = les données de la vague { $wave } ne sont pas celles de { $version } : { $what }, et la série parlerait de ces personnes. Estimez la série avec le fichier de cette version (remettez-le), ou attendez que plus de dossiers soient corrigés.
pipeline-the-definition-declares-version-by-now = la définition déclare maintenant la version { $version } : la version { $version_2 } ne peut en être tirée. Reprenez le projet tel qu’il était à sa diffusion, avec le même dossier { $folder_name }/.
pipeline-the-deposit-was-changed = deposit : { $fields } a changé depuis { $name }, dont le fichier est sorti; deux fichiers des mêmes personnes se joignent enregistrement par enregistrement. Rétablissez ces lignes de survey.yaml, ou retirez `deposit:`.
pipeline-the-disk-is-full-make-room = le disque est plein. Faites de la place
pipeline-the-draft-shows-wave-alone-nothing-says = l’ébauche ne montre que la vague { $wave } : rien ne dit ce que les vagues ont en commun. Écrivez dans survey.yaml : overlap: none (d’autres personnes) ou respondent (les mêmes)
pipeline-the-files-label-the-words-of-the = { $label } [libellé du fichier : les mots de la question sont à écrire]
pipeline-the-folder-of-releases-may-not-be = il est impossible d’écrire dans le dossier des publications. Rendez-le inscriptible
pipeline-the-key-result-s-shown-by-are-no-longer = { $count ->
       [one] résultat clé { $gone } : montré par { $record_name }, il n’est plus déclaré, ou l’est
       *[other] résultats clés { $gone } : montrés par { $record_name }, ils ne sont plus déclarés, ou le sont
    } autrement. Un résultat clé reste, quoi que disent les données : { $count ->
       [one] remettez-le
       *[other] remettez-les
    } dans `key_results:`, et ajoutez les autres à la suite.
pipeline-the-last-one-put-out = la dernière diffusée est la { $last }
pipeline-the-methodology-says-nothing-of-give = la méthodologie ne dit rien de : { $undisclosed }. Donnez chaque élément, ou déclarez-le avec `status: not_applicable` ou `not_supplied` et une raison.
pipeline-the-publishing-process-ended-without-a = Le processus de publication a pris fin sans résultat (code { $returncode }). Sa dernière ligne : { $said }
pipeline-the-release-declares-version-but-declare = la publication déclare la version { $version }, mais { $known }. Déclarez `version: { $last }`, ou rétablissez { $releases_file }, qui en tient le registre.
pipeline-the-results-of-a-panel-or-a-consultation = les résultats d’un panel ou d’une consultation sont des nombres de personnes, sans erreur type : R n’a rien à recalculer.
pipeline-the-same-people-cannot-be-compared = la vague { $wave } est faite du même fichier que la vague { $other_wave } de { $other }, déjà publiée, et on ne peut plus savoir ce qui y avait été exclu de ce fichier : les groupes des deux enquêtes ne peuvent être comparés. Remettez le fichier waves/{ $other_wave }.yaml de cette enquête tel qu’il était à sa publication.
pipeline-the-secret-of-the-draw-is-not-there = { $secret } est absent : sans ce texte tiré au hasard, l’empreinte publiée du fichier des volontaires dirait le profil de chaque personne à qui les essaierait tous. Lancez padai draw, qui l’écrit à côté des volontaires, puis conservez-le.
pipeline-the-secret-of-the-draw-is-short = { $secret } a moins de { $least } caractères, qu’on pourrait trouver en essayant. Supprimez-le, puis lancez padai draw, qui en écrit un autre.
pipeline-the-series-holds-a-wave-that-was-withdrawn = la vague { $wave } figure dans la série, et { $version } a été retirée pour confidentialité : la série en imprimerait de nouveau les chiffres. Diffusez d’abord la version { $next } de la vague { $wave }, sans ce qui parlait de personnes; ou ôtez { $wave } de `waves:` dans survey.yaml.
pipeline-the-site-goes-to-which-holds-something = le site va dans { $shown }, qui contient autre chose. Videz ce dossier, ou nommez-en un autre : `site:` dans padai.yaml.
pipeline-the-store-holds-figures-that-the = le dépôt contient des chiffres que la définition ne donne plus : { $question }, { $response }. Bâtissez de nouveau, ou reprenez la définition telle qu’elle était.
pipeline-the-survey-declares-no-key-result-and-a = l’enquête ne déclare aucun chiffre clé, et un témoin porte sur eux. Déclarez-les sous `key_results:` dans survey.yaml, ou écrivez le témoin de n’importe quelles estimations : est.witness('r').
pipeline-the-survey-is-declared-synthetic-so-its-02d0 = l’enquête est déclarée fictive (synthetic) : sa publication peut être « draft » ou « demonstration », et non « { $status } ».
pipeline-the-survey-is-declared-synthetic-so-its-83e0 = l’enquête est déclarée fictive : sa publication peut être « draft » ou « demonstration », pas « { $status } ». Corrigez `status:`.
pipeline-there-is-no-file-of-cells = il n’y a pas de fichier { $path_name }. Vérifiez son nom et son dossier.
pipeline-there-is-no-panel-yaml-in-the-surveys = le dossier de l’enquête n’a pas de panel.yaml; il déclare volontaires, sièges, quotas et germe.
pipeline-there-is-no-site-url-in-padai-yaml-the = `site_url:` n’est pas dans padai.yaml : les liens du site sont relatifs, et il n’a ni plan (sitemap.xml) ni adresses canoniques; ceux de sa page d’erreur (404.html) ne valent qu’à la racine.
pipeline-these-releases-show-the-same-series-and = ces publications montrent la même série et restent en place : { $later }. Nommez-les dans `affected:` si elles montrent ce qui est retiré.
pipeline-this-build-does-not-give-its-bytes = ce bâti n’en donne pas les octets, sans changer les résultats : le gabarit, les formats, padai ou une bibliothèque ont changé. Les fichiers diffusés sont dans vos archives (`padai release restore`)
pipeline-this-build-would-change-its-results-find = ce bâti en modifierait les résultats. Voyez ce qui a changé : { $verify }
pipeline-this-build-would-change-of-its-files = ce bâti en modifierait { $count_changed ->
       [one] { $count_changed } fichier
       *[other] { $count_changed } fichiers
    }, sans changer les résultats : { $named }. Le gabarit, les formats ou la version de padai ont changé
pipeline-this-version-has-no-deposit = deposit : cette version n’a pas de fichier pour une archive. Celui de { $name } est sorti, et un second qui en diffère donnerait les enregistrements corrigés.
pipeline-this-version-has-no-store-yet-and-a = cette version n’a pas encore de dépôt, et un témoin porte sur ses chiffres. Lancez : { $command }
pipeline-this-version-was-withdrawn-on-it-is-not = cette version a été retirée le { $date }; elle n’est pas rétablie.
pipeline-this-wave-has-no-store-yet-run = cette vague n’a pas encore de dépôt. Lancez : { $command }
pipeline-title-to-be-written = Titre à écrire
pipeline-to-be-written-before-publishing = À écrire avant de publier.
pipeline-two-surveys-tell-a-sensitive-answer = à côté de { $other }, déjà publiée et qui porte sur les mêmes personnes, cette version dirait ce que moins de { $least } personnes ont répondu de « { $name } », qui est délicate, puisque les effectifs des deux diffèrent. Retirez-la d’ici, ou retirez-la là-bas (`padai release withdraw`).
pipeline-two-surveys-tell-whole-records = à côté de { $other }, déjà publiée et qui porte sur les mêmes personnes, cette version dirait, question par question, ce qu’ont répondu moins de { $least } personnes qui ne sont que dans l’une des deux, ou dont les réponses diffèrent. Retirez de l’une ce que l’autre dit, ou donnez aux deux les mêmes dossiers.
pipeline-two-versions-of-a-consultation-tell-of-few = consultation.yaml, { $place } : à côté de { $version }, déjà publiée, cette version dirait ce que moins de { $least } personnes, ou toutes celles qui se sont ajoutées ou retirées depuis, ont répondu à une question sensible. Retirez-la de consultation.yaml (ce que { $version } en dit reste), ou attendez que plus de dossiers soient corrigés.
pipeline-two-versions-tell-whole-records = à côté de { $version }, déjà publiée, cette version dirait, question par question, ce qu’ont répondu moins de { $least } personnes qui se sont ajoutées ou retirées depuis, ou dont le dossier a été corrigé. Ce qui a été publié reste : un dossier effacé à la demande d’une personne est retiré des données et ne fait pas de nouvelle version. Attendez que plus de dossiers changent ensemble; ou, pour une erreur qui compte, retirez d’abord { $version } (`status: withdrawn`, `withdrawn: confidentiality`).
pipeline-version-was-withdrawn-on-to-publish = la version { $version } a été retirée le { $date }. Pour publier de nouveau, déclarez `version: { $last }` et une raison (`reason`).
pipeline-version-went-out-on-and-is-frozen-what = la version { $version } a été diffusée le { $date } et ne change plus; { $what }. Ce qui a été diffusé est resté tel quel. Si le changement est voulu, déclarez `version: { $following }`, `status: corrected` et une raison (`reason`).{ $releases_file }
pipeline-version-went-out-on-as-and-is-frozen-so = la version { $version } a été diffusée le { $date } (« { $status } ») et ne change plus : elle ne peut devenir « { $status_2 } ». Déclarez `version: { $last }` pour la suivante.
pipeline-version-went-out-on-made-by-the-engine = la version { $version } a été diffusée le { $date }, faite par le moteur `{ $standing }`; le moteur `{ $engine }` en changerait les fichiers et aucun résultat. Retirez `--engine`, ou écrivez `--engine { $standing }`.
pipeline-was-made-by-quarto-and-a-version-keeps = { $shown } a été fait par Quarto, et une version garde son moteur : { $texts }
pipeline-was-told-before-it-was-sensitive = { $name } est maintenant déclarée délicate, et { $version }, déjà diffusée, y compte peu de personnes. Retirez-la d’abord de cette version : `padai release withdraw { $survey } --cells cellules.csv`, avec son tableau dans cellules.csv (part, wave, question, response, breakdown, group; * pour tout). Ce qui est retiré n’est plus dit.
pipeline-was-withdrawn-and-has-no-record = un avis de retrait se trouve dans { $shown }, et { $releases_file } n’inscrit pas cette version : produite maintenant, elle serait diffusée de nouveau. Remettez { $releases_file } depuis votre dépôt de code.
pipeline-wave-is-compared-without-its-weights = la vague { $wave_id } est comparée sans ses poids, question par question : { $why }
pipeline-wave-is-not-compared = la vague { $wave_id } n’est pas comparée : { $why }
pipeline-wave-question-s-changed-with-no-declared = vague { $wave } : { $count ->
       [one] { $count } question changée sans rupture déclarée; elle n’est pas comparée
       *[other] { $count } questions changées sans rupture déclarée; elles ne sont pas comparées
    } : { $named }. Dans survey.yaml, déclarez ce qui a changé : { $line }
pipeline-wave-question-s-left-out-as-their = vague { $wave } : { $count ->
       [one] { $count } question laissée
       *[other] { $count } questions laissées
    } de côté, { $count ->
       [one] ses réponses
       *[other] leurs réponses
    } ne se lisant pas comme la définition le dit : { $named }. Voyez pourquoi : padai validate --wave { $wave }
pipeline-waves-yaml-declares-no-release-add-it-1646 = waves/{ $wave_id }.yaml ne déclare pas de `release:`. Ajoutez-le, avec version, status et publish_on.
pipeline-waves-yaml-declares-no-release-add-it-2bec = waves/{ $wave }.yaml ne déclare pas de `release:`. Ajoutez-la, avec version, status et publish_on.
pipeline-weighted-otherwise = les personnes de la vague { $wave } sont pondérées autrement que dans { $version }, et des cases qui les concernent sont confidentielles : deux totaux des mêmes groupes les diraient. { $where ->
       [here] Remettez les { -calibration-targets } et `weighting:` de cette version; ou, pour une erreur qui compte, déclarez `correction: error` sous `release:` (totaux en points entiers ou arrondis davantage, bases à 10 près, aucun groupe).
       *[before] Remettez les { -calibration-targets } et `weighting:` que la vague y avait.
    }
pipeline-weighted-otherwise-there = la vague { $wave } porte sur les mêmes personnes que la vague { $other_wave } de { $other }, déjà diffusée, qui les pondère autrement, et des cases de la question { $question } sont confidentielles : deux totaux des mêmes groupes les diraient. Pondérez les deux de la même façon (`weighting:` et { -calibration-targets }), ou retirez { $question } de cette enquête.
pipeline-went-out-and-has-no-record-of-it-without = { $shown } a été diffusé, et { $releases_file } n’en a pas l’inscription : sans elle, rien ne protège ce qui a été diffusé. Remettez ce fichier depuis votre dépôt de code, ou lancez : padai release restore { $survey } --wave { $wave }. Personne n’a cette version ? Retirez aussi le dossier.
pipeline-what-one-survey-withholds-another-shows = la vague { $wave } porte sur les mêmes personnes que la vague { $other_wave } de { $other }, déjà publiée, et un chiffre de « { $question } » selon « { $breakdown } » que l’une des deux enquêtes retient par confidentialité est montré par l’autre (« { $other_question } » selon « { $other_breakdown } » là-bas). { $breakdown ->
        [total] Retirez la question de l’une des enquêtes.
       *[other] Sous `breakdowns:` de survey.yaml, écrivez `small_groups: merge` (ou `leave_out`) pour « { $breakdown } », ou retirez la ventilation ou la question de l’une des enquêtes.
    }
pipeline-what-one-wave-withholds-another-shows = les vagues ou volets { $wave } et { $other_wave } contiennent les mêmes réponses des mêmes personnes, et un chiffre de « { $question } » selon « { $breakdown } » que l’un des deux retient par confidentialité est montré par l’autre. Donnez à chaque vague ou volet ses propres personnes (`rows:` dans waves/*.yaml), ou retirez l’un des deux.
pipeline-which-cells-were-withdrawn-is-not-known = des cellules de { $version } ont été retirées avant que cette version le soit tout entière, et { $path }, qui dit lesquelles, manque : ce qui serait produit maintenant pourrait les montrer de nouveau. Remettez ce fichier depuis votre sauvegarde, ou écrivez-le : les colonnes { $keys }, une ligne par tableau retiré, une étoile pour « tous ».
pipeline-words-that-speak-for-people-who-took-no = la définition contient des mots qui parlent au nom de personnes qui n’ont pas participé. { $said }
