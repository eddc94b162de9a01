# padai, store

store-csv-of-the-store-has-other-columns-than = { $name }.csv du dépôt n’a pas les colonnes de son schéma. Bâtissez de nouveau.
store-csv-of-the-store-holds-a-text-where-is-a = { $name }.csv du dépôt contient un texte là où { $column } est un nombre : le fichier a été modifié. Remettez le dépôt qui a été diffusé.
store-is-not-a-release-store-texts-json-is = « { $path_name } » n’est pas un dépôt : texts.json manque. Bâtissez de nouveau.
store-is-opened-by-its-path = open_store : le dossier du dépôt est un chemin, en texte ou en Path; { $given } a été donné.
store-no-column = aucune
store-texts-json-of-the-store-cannot-be-read = texts.json du dépôt est illisible : le fichier a été coupé ou modifié. Remettez le dépôt qui a été diffusé, ou bâtissez de nouveau.
store-the-store-has-no-table = le dépôt n’a pas de table { $unknown }.
store-the-store-lacks-put-back-the-store-that = il manque au dépôt { $path_name }. Remettez le dépôt qui a été diffusé, ou bâtissez de nouveau.
store-the-store-of-wave-has-schema-this-padai = le dépôt de la vague « { $wave } » suit le schéma { $schema }; ce padai lit les schémas 1 à { $schema_version }. Prenez le padai qui l’a fait, ou un plus récent.
store-the-store-of-wave-holds-a-definition = le dépôt de la vague « { $wave } » contient une définition que ce padai ne lit pas (d’abord à { $first }). Bâtissez de nouveau.
store-the-table-of-the-store-has-columns-that = la table « { $name } » du dépôt a des colonnes que son schéma ne connaît pas ({ $extra }) ou il lui en manque ({ $lacking }).
