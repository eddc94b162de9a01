# padai, store

store-csv-of-the-store-has-other-columns-than = { $name }.csv of the store has other columns than its schema. Build it again.
store-csv-of-the-store-holds-a-text-where-is-a = { $name }.csv of the store holds a text where { $column } is a number: the file was changed. Put back the store that went out.
store-is-not-a-release-store-texts-json-is = '{ $path_name }' is not a release store: texts.json is missing. Build it again.
store-is-opened-by-its-path = open_store: the folder of the store is a path, as text or a Path; { $given } was given.
store-no-column = none
store-texts-json-of-the-store-cannot-be-read = texts.json of the store cannot be read: it was cut or changed. Put back the store that went out, or build it again.
store-the-store-has-no-table = the store has no table { $unknown }.
store-the-store-lacks-put-back-the-store-that = the store lacks { $path_name }. Put back the store that went out, or build it again.
store-the-store-of-wave-has-schema-this-padai = the store of wave '{ $wave }' has schema { $schema }; this padai reads schemas 1 to { $schema_version }. Take the padai that made it, or a later one.
store-the-store-of-wave-holds-a-definition = the store of wave '{ $wave }' holds a definition that this padai does not read (first at { $first }). Build it again.
store-the-table-of-the-store-has-columns-that = the table '{ $name }' of the store has columns that its schema does not know ({ $extra }) or lacks some ({ $lacking }).
