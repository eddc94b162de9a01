# padai, padai

padai-and-name-one-folder-or-one-within-the = `{ $name }:` et `{ $other }:` nomment un même dossier, ou l’un dans l’autre; ce qui s’écrit dans l’un remplacerait l’autre. Donnez à chacun le sien.
padai-design-has-no-argument = { $verb } : il n’y a pas d’argument `{ $name }`.{ $hint } Il prend { $value }.
padai-design-is-the-name-of-a-column-in-text = Design({ $role }=...) est le nom d’une colonne, en texte; { $what } a été donné.
padai-did-you-mean = {" "}Vouliez-vous dire « { $found } » ?
padai-it-is-a-folder = c’est un dossier
padai-missing-weight-is-not-known-use-one-of = missing_weight={ $missing_weight } n’est pas connu. Prenez l’un de : { $missing_weight_2 }.
padai-must-name-a-folder-inside-of-the-project = `{ $name }:` doit nommer un dossier à l’intérieur du projet, sans « .. ».
padai-names-stages-and-psu-name-one-psu-column = `{ $name }` nomme { $count_given } degrés et `psu` { $stages }. Nommez une colonne d’unités primaires par degré.
padai-no-public-name = padai n’a pas de « { $name } ».{ $hint } `dir(padai)` donne la liste de ce qu’il a.
padai-no-was-found-in-or-in-a-folder-above-it = Il n’y a pas de { $project_file } dans « { $given } » ni dans un dossier au-dessus. Lancez la commande dans un projet, donnez --project, ou créez-en un : padai init
padai-not-a-folder = ce n’est pas un dossier
padai-not-found = introuvable
padai-not-known-use-one-of = { $what }='{ $given }' n’est pas connu. Employez : { $known }.
padai-permission-denied = permission refusée
padai-quota-reached = quota atteint
padai-read-only-disk = disque en lecture seule
padai-replicates-takes-a-kind-of-replicate = `replicates` prend un genre de poids de réplication, comme padai.Bootstrap(prefix='rw'); { $name } a été donné.
padai-the-disk-is-full = disque plein
padai-the-name-is-too-long = nom trop long
