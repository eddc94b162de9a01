# padai, padai

padai-an-optional-part-is-missing = { $what } demande une partie facultative de padai qui n’est pas installée. Lancez : { $command }
padai-and = {" "}et{" "}
padai-and-name-one-folder-or-one-within-the = `{ $name }:` et `{ $other }:` nomment un même dossier, ou l’un dans l’autre; ce qui s’écrit dans l’un remplacerait l’autre. Donnez à chacun le sien.
padai-colon = {"\u00A0"}:{" "}
padai-design = Design : { $why }
padai-design-has-no-argument = { $verb } : il n’y a pas d’argument `{ $name }`.{ $hint } Il prend { $value }.
padai-design-is-the-name-of-a-column-in-text = Design({ $role }=...) est le nom d’une colonne, en texte; { $what } a été donné.
padai-did-you-mean = {" "}Vouliez-vous dire « { $found } » ?
padai-hartleyrao-mean-square-has-no-value-for = HartleyRao(mean_square=...) n’a pas de valeur pour la strate « { $label } ».
padai-hartleyrao-mean-square-it-is-the-sum-of = HartleyRao(mean_square={ $value }) : c’est la somme des carrés des probabilités sur le nombre d’unités tirées, au-dessus de 0 et au plus 1.
padai-it-is-a-folder = c’est un dossier
padai-jackknifen-needs-rscales-n-h-1-n-h-for = JackknifeN demande `rscales` : (n_h - 1) / n_h pour chaque réplique, n_h étant le nombre d’unités primaires de la strate de celle qu’elle laisse de côté.
padai-joint-an-array = est un simple tableau de nombres, et le plan nomme des unités ou des identifiants, selon lesquels les lignes peuvent être rangées : donnez un tableau pandas qui porte leurs libellés en lignes et en colonnes
padai-joint-labels-again = se lit par libellés, et des unités de strates différentes ont le même : donnez à chaque unité son propre libellé
padai-joint-labels-differ = n’a pas les mêmes libellés en lignes et en colonnes, ou en répète un
padai-joint-not-probabilities = a des valeurs vides, nulles, négatives ou au-dessus de 1 : une paire qui ne pouvait être tirée n’a pas de variance sans biais
padai-joint-not-square = n’est pas carrée ({ $shape })
padai-joint-not-symmetric = n’est pas symétrique
padai-joint-other-than-fpc = donne à { $apart } unités sur { $held } une autre probabilité que la fpc
padai-joint-other-than-numbers = ne contient pas que des nombres
padai-joint-other-units = porte sur { $given } unités, et les données en ont { $held }
padai-joint-pairs-too-probable = a des paires plus probables que l’une de leurs unités
padai-joint-units-lacking = n’a pas { $lacking } des { $held } unités des données
padai-jointprobabilities-the-matrix = JointProbabilities(...) : la matrice { $why }.
padai-lonely-psu = lonely_psu
padai-missing-weight = missing_weight
padai-missing-weight-is-not-known-use-one-of = missing_weight={ $missing_weight } n’est pas connu. Prenez l’un de : { $missing_weight_2 }.
padai-must-name-a-folder-inside-of-the-project = `{ $name }:` doit nommer un dossier à l’intérieur du projet, sans « .. ».
padai-names-stages-and-psu-name-one-psu-column = `{ $name }` nomme { $count_given } degrés et `psu` { $stages }. Nommez une colonne d’unités primaires par degré.
padai-no-public-name = padai n’a pas de « { $name } ».{ $hint } `dir(padai)` donne la liste de ce qu’il a.
padai-no-was-found-in-or-in-a-folder-above-it = Il n’y a pas de { $project_file } dans « { $given } » ni dans un dossier au-dessus. Lancez la commande dans un projet, donnez --project, ou créez-en un : padai init
padai-not-a-folder = ce n’est pas un dossier
padai-not-found = introuvable
padai-not-known-use-one-of = { $what }='{ $given }' n’est pas connu. Employez : { $known }.{ $hint }
padai-or = {" "}ou{" "}
padai-parts = { $parts }
padai-permission-denied = permission refusée
padai-pps = pps
padai-pps-and-replicates = pps et les poids de réplication disent tous deux la variance : donnez l’un des deux.
padai-pps-fpc-of-each-stage = pps demande les probabilités d’inclusion des unités à chacun des { $stages } degrés : fpc=...
padai-pps-lonely = avec pps, lonely_psu est 'fail', 'certainty' ou 'remove', sans lonely_domain.
padai-pps-one-formula = variance='YG' se fait des probabilités conjointes d’échantillons de taille fixe; pps='{ $pps }' n’a qu’une formule.
padai-pps-several-stages = à plusieurs degrés, seul pps='brewer' existe.
padai-pps-unknown = pps={ $given } n’est pas connu. Prenez l’un de : { $known }.{ $hint }
padai-pps-variance-alone = variance='YG' vaut pour les plans qui disent comment les unités ont été tirées : pps=...
padai-pps-variance-unknown = variance={ $given } n’est pas connu. Prenez 'HT' ou 'YG'.
padai-quota-reached = quota atteint
padai-quoted = « { $text } »
padai-read-only-disk = disque en lecture seule
padai-replicate-weights = poids de réplication
padai-replicate-weights-give-prefix-or-columns = Poids de réplication : donnez `prefix` ou `columns`, l’un des deux, pour dire quelles colonnes les portent.
padai-replicate-weights-of-no-known-kind-need = Des poids de réplication de genre inconnu demandent `scale` : le facteur de la somme des carrés des écarts, que la documentation du fichier donne.
padai-replicates-takes-a-kind-of-replicate = `replicates` prend un genre de poids de réplication, comme padai.Bootstrap(prefix='rw'); { $name } a été donné.
padai-site-url-must-be-an-address-that-begins = `site_url` doit être une adresse qui commence par https://, sans « ? » ni « # », comme https://example.org/enquete/; on y lit « { $value } »
padai-the-disk-is-full = disque plein
padai-the-name-is-too-long = nom trop long
padai-twophase-is-a-design-was-given = TwoPhase({ $name }=...) est un plan, Design; { $found } a été donné.
padai-twophase-method-is-not-known-use-one-of = TwoPhase(method={ $method }) n’est pas connu. Prenez l’un de : { $two_phase_methods }.
padai-twophase-takes-strata-psus-weights-and = TwoPhase({ $name }=...) prend strates, unités primaires, poids et fpc, et pas de { $what }.
padai-words-at = { $file }, ligne { $line }, message `{ $message }` : { $why }
padai-words-badly-written = il est mal écrit : { $faults }.
padai-words-code-gives-no = le code ne lui donne pas { $names }.
padai-words-first-row = { $file } : la première ligne doit être { $heads }.
padai-words-language-absent = padai n’a pas de textes en `{ $lang }`; il en a en { $known }.
padai-words-message-absent = { $tag } : le message `{ $message }` n’existe pas.
padai-words-message-unknown = padai n’a pas de message de ce nom.
padai-words-needs = il demande { $needed } et a reçu { $given }.
padai-words-needs-given-nothing = il demande { $needed } et n’a rien reçu.
padai-words-no-message-here = { $file }, ligne { $line } : ceci n’est pas un message : { $text }
padai-words-no-plural-rules = les règles du pluriel de la langue `{ $tag }` ne sont pas connues.
padai-words-no-text = il n’a pas de texte.
padai-words-refers-to-itself = il renvoie à lui-même par `{ $name }`.
padai-words-refers-to-nothing = il renvoie à `{ $name }`, qui n’existe pas.
padai-words-stands-twice = il se trouve aussi dans { $file }.
