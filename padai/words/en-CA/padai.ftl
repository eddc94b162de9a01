# padai, padai

padai-and-name-one-folder-or-one-within-the = `{ $name }:` and `{ $other }:` name one folder, or one within the other; what is written in one would replace the other. Give each its own.
padai-design-has-no-argument = { $verb }: there is no argument `{ $name }`.{ $hint } It takes { $value }.
padai-design-is-the-name-of-a-column-in-text = Design({ $role }=...) is the name of a column, in text; { $what } was given.
padai-did-you-mean = {" "}Did you mean '{ $found }'?
padai-it-is-a-folder = it is a folder
padai-missing-weight-is-not-known-use-one-of = missing_weight={ $missing_weight } is not known. Use one of: { $missing_weight_2 }.
padai-must-name-a-folder-inside-of-the-project = `{ $name }:` must name a folder inside of the project, without '..'.
padai-names-stages-and-psu-name-one-psu-column = `{ $name }` names { $count_given } stages and `psu` { $stages }. Name one psu column for each stage.
padai-no-public-name = padai has no '{ $name }'.{ $hint } `dir(padai)` lists what it has.
padai-no-was-found-in-or-in-a-folder-above-it = No { $project_file } was found in '{ $given }' or in a folder above it. Run the command inside a project, give --project, or make one with: padai init
padai-not-a-folder = not a folder
padai-not-found = not found
padai-not-known-use-one-of = { $what }='{ $given }' is not known. Use one of: { $known }.
padai-permission-denied = permission denied
padai-quota-reached = quota reached
padai-read-only-disk = read-only disk
padai-replicates-takes-a-kind-of-replicate = `replicates` takes a kind of replicate weights, such as padai.Bootstrap(prefix='rw'); a { $name } was given.
padai-the-disk-is-full = the disk is full
padai-the-name-is-too-long = the name is too long
