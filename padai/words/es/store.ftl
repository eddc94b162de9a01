# padai, store

store-csv-of-the-store-has-other-columns-than = { $name }.csv del almacén no tiene las columnas de su esquema. Construir de nuevo.
store-csv-of-the-store-holds-a-text-where-is-a = { $name }.csv del almacén contiene un texto donde { $column } es un número: el archivo se modificó. Reponer el almacén que se difundió.
store-is-not-a-release-store-texts-json-is = «{ $path_name }» no es un almacén: falta texts.json. Construir de nuevo.
store-is-opened-by-its-path = open_store: la carpeta del repositorio es una ruta, en texto o como Path; se dio { $given }.
store-no-column = ninguna
store-texts-json-of-the-store-cannot-be-read = texts.json del almacén es ilegible: el archivo se cortó o se modificó. Reponer el almacén que se difundió, o construir de nuevo.
store-the-store-has-no-table = el almacén no tiene la tabla { $unknown }.
store-the-store-lacks-put-back-the-store-that = al almacén le falta { $path_name }. Reponer el almacén que se difundió, o construir de nuevo.
store-the-store-of-wave-has-schema-this-padai = el almacén de la ola «{ $wave }» sigue el esquema { $schema }; este padai lee los esquemas 1 a { $schema_version }. Usar el padai que lo hizo, o uno más reciente.
store-the-store-of-wave-holds-a-definition = el almacén de la ola «{ $wave }» contiene una definición que este padai no lee (primero en { $first }). Construir de nuevo.
store-the-table-of-the-store-has-columns-that = la tabla «{ $name }» del almacén tiene columnas que su esquema no conoce ({ $extra }) o le faltan columnas ({ $lacking }).
