# padai, waves

waves-a-crossing-names-two = '{ $name }' is no crossing: name two breakdowns on the sides of the star, as in by='sex*region'.
waves-a-feather-file-in-python = a Feather file: in Python, { $format }
waves-a-file-does-not-keep-these-columns-or = a .{ $format } file does not keep these columns or their labels as they are: { $names }. Nothing was written; choose another format.
waves-a-file-is-read-first = { $name } is a file of answers, and a wave takes a table, or the path of Parquet files. Read it first: { $line }
waves-a-json-file-in-python = a JSON file: in Python, { $format }
waves-a-kind = { $sound ->
       [vowel] an { $kind }
      *[consonant] a { $kind }
    }
waves-a-mask-of-other-labels = `where` has other row labels than the table that the wave is made of. Make the condition of that table, or of `wave.to_pandas()`.
waves-a-mask-without-labels = the wave sorted its rows by identifier, or left some out, and `where` has no labels that would say which rows it means. Write `where=wave.to_pandas()["age"] > 50`, or a mapping of codes.
waves-a-measures-mean-cannot-be-had-from-sums = A measure's mean cannot be had from sums under replicate weights: its values would have to be summed under each. Cut it into classes, or read the columns here: wave.read([...]).
waves-a-syntax-and-no-data = a syntax, which reads a data file and holds none: run it in SPSS, or in PSPP, which is free, and save the data as .sav
waves-a-table-of-text-rename-it = a file of text: where tabs, semicolons or commas part its cells, rename it to end in .csv
waves-a-text-in = a text in
waves-a-wave-is-no-table = A wave is no table of its own: its data are .frame. Write wave.frame{ $access }.
waves-a-wave-needs-a-design-such-as-padai = a wave needs a Design, such as padai.Design(weight='w', stratum='region'); { $found } was given.
waves-a-wave-needs-a-pandas-polars-or-pyarrow = a wave needs a pandas, polars or pyarrow table; a { $given } was given.
waves-a-wave-needs-a-table-or-the-path-of = a wave needs a table, or the path of Parquet files; { $path } holds none. Make some of a .sav, .dta or .csv file: padai convert FILE.
waves-a-wave-never-changes = A Wave never changes: '{ $name }' cannot be set. A verb gives another Wave.
waves-a-wave-takes-a-survey = a wave's `survey` is a Survey; { $given } was given. Load the definition: padai.load_survey(folder).
waves-absent-column = absent
waves-always-in-the-frame = {" "}Standard errors, intervals and { -design-effects } always stand in .frame: leave it out.
waves-an-archive-unpack-it = an archive: unpack it
waves-an-argument-is-missing = { $verb }: `{ $name }` is missing. It takes { $value }.
waves-an-excel-workbook-save-the-sheet-as-csv = an Excel workbook: save the sheet as “CSV UTF-8 (.csv)”
waves-an-opendocument-spreadsheet-save-the-sheet = an OpenDocument spreadsheet: save the sheet as “Text CSV (.csv)”, in UTF-8
waves-an-r-object-in-r = an R object: in R, { $format }
waves-an-r-workspace-which-is-a-programme-in-r = an R workspace, which is a programme: in R, load("{ $name }"), then { $format }
waves-blanks-leave-by-themselves = {" "}Blanks and codes declared missing leave the base by themselves: leave it out.
waves-by-place-it-takes-the-rest-is-given-by = { $verb }: by place it takes { $by_place }; the rest is given by name: { $named }.
waves-cannot-be-read-as-parquet-it-is-cut = { $file_name } cannot be read as Parquet: it is cut short, or another kind of file.
waves-cannot-name-a-column-in-a-file-give-the = '{ $name }' cannot name a column in a { $ending } file. Give the question another id, or write .parquet.
waves-chosen = Chosen
waves-column = column '{ $weight }'
waves-column-has-different-values-in-rows-it = Column '{ $name }' has { $codes } different values in { $answers } rows: it is a measure or an identifier, not a set of codes. Cut it into classes (pandas.cut), or estimate its mean; where its values are codes indeed, make it categorical: frame['{ $name }'].astype('category').
waves-column-has-two-values-with-the-same-text = Column '{ $name }' has two values with the same text: make them distinct.
waves-column-is-in-and-in-write-the-files-of = column '{ $name }' is { $one } in { $files_name } and { $other } in { $relative_to }. Write the files of one folder with the same columns and types.
waves-column-mixes-kinds-of-values-numbers-and = Column '{ $name }' mixes kinds of values (numbers and text): make it one kind.
waves-column-rows-hold-a-value-that-the = column '{ $question_id }': { $unknown } rows hold a value that the definition of the question does not know. Add its code to the scale, or correct the data.
waves-column-weights-must-be-positive-numbers = column '{ $weight }': weights must be positive numbers; found { $found } in { $rows } rows. Correct the weights, or leave those rows out before the wave is made.{ $way }
waves-columns-are-named-and-a-number-replicate = { $count_found } columns are named '{ $prefix }' and a number; replicate weights need two at least.
waves-columns-of-a-role = { $role }: { $columns }
waves-compare-two-waves-first-padai-difference = Compare two waves first: padai.difference(estimates, wave_2, wave_1).
waves-converting-to-parquet = Converting to Parquet
waves-could-not-be-written-and-is-not-there = { $target_name } could not be written ({ $why }), and is not there. Mend that and convert again: what is done stands in { $part_name }, and is not done twice.
waves-data-larger-than-memory = Data larger than memory
waves-date-is-no-date-give-datetime-date-2025 = date={ $date } is no date: give datetime.date(2025, 5, 1).
waves-degrees-of-freedom-cannot-be-counted = { $where }degrees of freedom cannot be counted from sums of replicate weights. Give those of the file's documentation: { $name }(..., degf=79).
waves-did-you-mean = {" "}Did you mean { $share }?
waves-estimate-first-for-instance-by-padai = Estimate first, for instance by padai.trend or padai.proportion.
waves-file-is-a-link-that-leads-out-of-the = `file: { $relative }` is a link that leads out of the data folder. Put the file there, or name the folder where it is with --data-dir.
waves-file-must-be-a-name-inside-the-data = `file: { $name }` must be a name inside the data folder, without '..'.
waves-files-ending-in-are-not-converted-give = { $source_name }: files ending in '{ $ending }' are not converted. Give one of: { $known }.
waves-files-ending-in-are-not-read-give-one-of = { $path_name }: files ending in '{ $ending }' are not read. Give one of: { $known }.
waves-files-ending-in-are-not-written-use = files ending in '{ $ending }' are not written. Use { $known }.
waves-first = first
waves-first-line-holds-answers = the first line of { $path_name } seems to hold a person’s answers and no names of columns, so nothing of it is repeated here. Ask for the file with its header line; where that line does hold names, give each column one short name, once.
waves-first-line-is-a-title = { $path_name }: its first line fills { $filled ->
       [one] { $filled } cell
       *[other] { $filled } cells
    } of { $cells }, as a title does. Remove what stands above the line with the names of columns.
waves-first-line-names-few-columns = the first line of { $path_name } holds { $found } of the { $declared } columns that the definition names: it seems to hold a person’s answers and no names, or to be another file’s, or the file may have been cut short, so nothing of it is repeated here. Ask for the file with its header line, or put the right one in its place.
waves-fit-a-model-first-padai-glm-or-padai = Fit a model first: padai.glm or padai.ordinal.
waves-fpc-column-of-stage-units-have-several = fpc column '{ $name }' of stage { $number }: { $varying } units have several probabilities. Give all rows of a unit the same.
waves-fpc-column-of-stage-with-pps-it-holds = fpc column '{ $name }' of stage { $number }: with pps it holds inclusion probabilities, above 0 and at most 1; { $bad } of { $count_values } rows have none. Divide the number drawn times the unit's size by the total of sizes.
waves-give-one-of-its-waves-waves = Give one of its waves (.waves).
waves-given = given
waves-has-codes-in-letters-which-a-dta-file = '{ $name }' has codes in letters, which a .dta file cannot label. Write .sav or .parquet, or give the codes numbers in the definition.
waves-has-no-header-line-with-the-names-of-its = { $path_name } has no header line with the names of its columns. Export it with one.
waves-has-rows-the-definition-expects-ask-the = { $path_name } has { $count_frame } rows; the definition expects { $n }. Ask the supplier which is right, then correct the file or `n:`.
waves-holds-which-archives-write-where-there = '{ $name }' holds { $codes }, which archives write where there is no answer, and they would enter the base. Give Wave(..., missing={"{"}'{ $name }': { $codes }{"}"}), or missing={"{"}'{ $name }': []{"}"} where they are answers.
waves-identifiers-are-written-differently = waves { $one } and { $other } have { $same } respondents in common, and { $as_written } as their identifiers are written (7, 7.0 and 000007 are one number). Write them alike in both files: the change would else lose what the same people bring to it.
waves-identifiers-of-waves-in-two-engines-or = Identifiers of waves in two engines, or two connections, cannot be compared. Open all waves in one, or leave Design(id=...) out where nobody returns.
waves-ids-return-though-declared = { $returning } respondent identifiers stand in more than one wave, and survey.yaml declares `overlap: none`. If the same people answered again, write there `overlap: respondent`; if identifiers begin anew in each wave, add the line `ids: per_wave`.
waves-infinite = infinite
waves-is-a-folder-not-a-file-give-the-file = { $path_name } is a folder, not a file. Give the file that is in it.
waves-is-a-table-of-results = { $path_name } is a table of results, percentages by group with their bases: nothing can be weighted or tested from it. Ask whoever keeps the survey for the file of answers, a row for each person (.sav, .dta or .csv).
waves-is-empty-ask-for-the-file-again = { $path_name } is empty. Ask for the file again.
waves-is-infinite-in-some-rows-correct-the = '{ $name }' is infinite in some rows: correct the data.
waves-is-not-a-regular-table-a-quotation-mark = { $path_name } is not a regular table: a quotation mark is not closed, or a cell is too long. Export it again.
waves-is-not-a-regular-table-in-utf-8-a-row = { $source_name } is not a regular table in UTF-8: a row has another length than the header, or a character is not UTF-8. Export it again as CSV UTF-8.
waves-is-not-between-0-and-1-at-least-0-5-0-95 = { $verb }: { $name }={ $given } is not between 0 and 1, at least 0.5; 0.95 is usual.{ $meant }
waves-is-not-in-utf-8-line-save-it-again-as = { $path_name } is not in UTF-8 (line { $line }). Save it again as CSV UTF-8.
waves-is-not-known-use-one-of = { $verb }: { $name }={ $given } is not known. Use one of: { $known }.{ $hint }
waves-is-not-the-file-that-was-declared-its = { $path_name } is not the file that was declared: its SHA-256 is { $checksum }..., the definition says { $sha256 }.... Put the right file back, or, if a new delivery replaces it, write the new SHA-256 in the definition.
waves-is-not-what-its-ending-says-it-ask-for = { $path_name } is not what its ending says: it { $names }. Ask for the file again, or give it its right ending.
waves-is-of-type-not-a-number-make-one-of-it = '{ $name }' is of type { $kind }, not a number. Make one of it in the engine first.
waves-is-perhaps-in = { $path_name } is not in UTF-8 (line { $line }); its bytes make words in: { $listed }. Say which one: { $command }, or save it again as CSV UTF-8. Then give that file.
waves-is-the-name-of-a-column-or-question-in = { $verb }: `{ $name }` is the name of a column or question, in text; { $given } was given.
waves-is-then-give-that-file = { $name } is { $how }. Then give that file.
waves-is-there-already-remove-it-or-name = { $target_name } is there already. Remove it, or name another folder: --out.
waves-joint-labels-again = joint_probabilities: units of different strata have the same name in column '{ $column }', so that the file cannot tell them apart. Give each unit a name of its own.
waves-joint-neither-square-nor-pairs = { $name } ({ $rows } rows, { $columns } columns) is no table of joint probabilities. Give a square whose header and first column hold the same units, or three columns: unit, other, probability.
waves-joint-pairs-given-twice = { $name } gives two different probabilities to { $count ->
       [one] { $count } pair
       *[other] { $count } pairs
    } of units: that of a with b is that of b with a. Correct it.
waves-joint-pairs-not-in-the-file = { $name } gives no probability to { $count } of { $of } pairs of units of the data. Add a row for each; only pairs of two strata may be left out.
waves-joint-the-file = { $name }: the matrix of joint probabilities { $why }.
waves-joint-units-not-in-the-file = { $name } does not name { $count } of the { $held } units of the data ({ $units }). Write them as the data do, or add them.
waves-labels-a-value-that-is-not-whole-which-a = '{ $name }' labels a value that is not whole, which a .dta file cannot. Write .sav or .parquet.
waves-labels-in-are-not-defined-use = labels in '{ $lang }' are not defined; use { $known }.
waves-lazy-waves-have-no-pairs-of-units = A lazy wave has no design with unequal probabilities without replacement, nor with two phases: their variance needs each pair of respondents. Read the table into memory: padai.Wave(table, design).
waves-line-the-row-has-cell-s-the-header-it = { $path_name }, line { $line_num }: the row has { $count_odd ->
       [one] { $count_odd } cell
       *[other] { $count_odd } cells
    }, the header { $cells }. It may have been cut short; export it again.
waves-line-the-row-has-more-cells = { $path_name }, line { $line_num }: the row has { $count_odd } cells, the header { $cells }. An answer may hold the separator of the cells without quotation marks around it; export it again with texts in quotation marks, or with another separator.
waves-load-the-definition-padai-load-survey = Load the definition: padai.load_survey(folder).
waves-looks-like-a-parquet-file = looks like a Parquet file
waves-looks-like-a-portable-file = looks like an SPSS portable file
waves-looks-like-a-sas-file = looks like a SAS file
waves-looks-like-a-stata-file = looks like a Stata file
waves-looks-like-a-text-file = looks like a text file
waves-looks-like-a-transport-file = looks like a SAS transport file
waves-looks-like-a-zip-archive-or-an-excel = looks like a zip archive or an Excel workbook
waves-looks-like-an-spss-file = looks like an SPSS file
waves-looks-like-none-of-the-formats-that = looks like none of the formats that padai reads
waves-make-a-wave-of-the-table-padai-wave = Make a wave of the table: padai.Wave(frame, padai.Design(weight=...)).
waves-method-full-counts-the-second-phases = method='full' counts the second phase's probabilities itself: leave out second.weight, give fpc= where needed, or take 'simple'
waves-method-full-needs-the-probabilities-of = method='full' needs the probabilities of the first phase: fpc= in every stage (without weights), or weight= alone, or neither for people drawn one by one
waves-method-simple-wants-a-first-phase-of-one = method='simple' wants a first phase of one stage; take 'full'
waves-missing = missing
waves-missing-is-a-mapping = `missing=` needs the codes by column: missing={"{"}'q1': [98, 99]{"}"}; { $given } was given.
waves-missing-names-the-column-which-is-not-in = `missing=` names the column '{ $name }', which is not in the data.{ $hint }
waves-missing-needs-a-list-of-codes-for = `missing=` needs a list of codes for '{ $name }': missing={"{"}'{ $name }': [-9, -8]{"}"}.
waves-must-be = { $verb }: `{ $name }` must be { $wanted }; { $given } was given.
waves-must-be-was-given = { $verb }: `{ $name }` must be { $wanted }; { $given } was given. { $cure }
waves-names-columns-by-place-twice = { $path_name } names columns twice: those at places { $listed } of its first line share their names with others. Rename or remove one of each.{ $hint }
waves-names-nothing = { $verb }: `{ $name }` is empty. Name one column or question at least.
waves-names-perhaps-below = {" "}If its first line puts columns in groups, and their names stand in the second, take the first away.
waves-names-the-column-s-twice-rename-or = { $path_name } names { $count ->
       [one] the column { $listed } twice. Rename or remove one of the two
       *[other] the columns { $listed } twice. Rename or remove one of each
    }.
waves-needs-each-respondent-and-the-rows-of-a = { $name } needs each respondent, and the rows of a lazy wave stay in their engine. Read the columns that it needs here: { $name }(wave.read(['sex', 'age']), ...).
waves-negative = negative
waves-no-row-is-left-the-file-is-empty-or = no row is left: the file is empty, or every row is excluded. Correct `exclusions:`.
waves-no-row-of-fits-rows-correct-it-or-ask = no row of { $file } fits `rows:`. Correct it, or ask for the file again.
waves-nobody-has-confirmed-how-the-respondents-3c61 = nobody has confirmed how the respondents were drawn, so nothing is estimated. Look at the candidates in waves/{ $wave_id }.yaml, then write, in place of `design: { $to_confirm }`:{"\u000A"}  { $lines }
waves-none-given = none given
waves-not-chosen = Not chosen
waves-not-set = not set
waves-numbers-by-hand = Correct them, or leave those rows out before the wave is made.
waves-numbers-in-fixed-places = a table in fixed places, which only the syntax that comes with it explains (.sps, .sas, .do): run that in SPSS, or in PSPP, which is free, and save the data as .sav
waves-numbers-with-a-comma = They have decimal commas: frame['{ $name }'] = frame['{ $name }'].str.replace(',', '.').astype(float).
waves-of-replicate-weight-columns-are-not-in = { $count_absent } of { $count_names } replicate-weight columns are not in the data (the first: '{ $absent }').
waves-of-waves-and-one-has-replicate-weights = Of waves '{ $first_id }' and '{ $wave_id }', one has replicate weights and one has not. Make them for both, or use none.
waves-of-waves-and-one-was-drawn-with-pps-or = Of waves '{ $first_id }' and '{ $wave_id }', one was drawn with pps or in two phases and one was not: they have no variance in common. Analyse each, and compare estimates.
waves-or-say-what-a-row-without-weight-is = {" "}Or say what a row without weight is: missing_weight: outside (of the sample) or zero.
waves-or-this-line = {"\u000A"}  or{"\u000A"}{"  "}
waves-overlap-psu-needs-psus-name-their-column = overlap='psu' needs psus: name their column, Design(psu=...).
waves-overlap-respondent-matches-people-one-by = overlap='respondent' matches people one by one, which sums cannot do. Read the columns that you compare here (wave.read([...])), then stack those.
waves-overlap-respondent-matches-respondents = overlap='respondent' matches respondents: name their column, Design(id=...).
waves-overlap-to-be-declared = Several waves need to know what they share. Write in survey.yaml one of these lines: `overlap: none` (other respondents and other psus), `overlap: respondent` (some return) or `overlap: psu` (the same psus).
waves-overlap-units-drawn-with-pps-or-in-two = overlap='{ $overlap }': of units drawn with pps, or in two phases, padai works out no covariance between waves. If the waves were drawn apart, say overlap='none'; if they share units, use replicate weights.
waves-path-name-said = { $path_name }: { $said }
waves-psus-of-the-second-phase-have-rows-in-it = { $partly } psus of the second phase have rows in it and rows outside. A psu is drawn whole: name the unit that was drawn.
waves-put-the-waves-together-padai-stack-wave = Put the waves together: padai.stack([wave_1, wave_2], overlap=...).
waves-read-before-weighting-wave-read-then = { $where }read before weighting: wave.read([...]), then weight what it gives.
waves-reading-parquet = Reading .parquet
waves-reading-parquet-files = Reading Parquet files
waves-reading-the-file-takes-more-memory-than = reading the file takes more memory than padai allows. Leave out the columns that the survey does not use.
waves-reading-the-file-took-too-long-so-it-was = reading the file took too long, so it was stopped: the file is broken. Ask for it again.
waves-reference-has-no-checksum = The reference { $name } has no checksum: another file would pass for it. Write sha256: { $sha256 }
waves-reference-is-blank = The reference { $file } is blank for '{ $name }' in { $lost } rows, each of which stands for people. Give blanks a code (`codes`), or take the variable out.
waves-reference-lacks-a-column = The reference { $file } has no column '{ $name }' of its design.{ $hint } Correct `design`.
waves-reference-lacks-a-variable = The reference { $file } has no variable '{ $name }'.{ $hint } Say its column: columns: {"{"}{ $name }: ...{"}"}, or take it out of `variables`.
waves-reference-shares-no-variable = The reference { $file } has none of the model’s variables ({ $names }): nothing links the sample to it. Say their columns in `columns`, or give another reference.
waves-reference-size-unknown = The totals of { $file } are shares or sums, and nothing says how many people the population has. Give `size`.
waves-reference-total-is-no-number = A total of { $file } is no number of 0 or more. Correct the column total.
waves-reference-totals-are-no-table = { $file } is no table of totals: its columns are variable,cell,total, a row a category, each once; of a number, one row without cell.
waves-reference-totals-disagree = In { $file }, the totals of '{ $name }' add up to { $total }, the population is { $size }. Give the totals of one population.
waves-replicate-of-the-weight = Replicate {"{}"} of the weight
waves-replicate-weights-have-rows-the-wave = replicate weights have { $count_values } rows, the wave { $count_self }.
waves-replicate-weights-two-at-least = one replicate weight is named, { $name }; there must be two at least.
waves-replicate-weights-values-are-missing = replicate weights: { $bad } values are missing, infinite or negative.
waves-replicate-weights-values-are-missing-68a6 = replicate weights: { $lost } values are missing, infinite or negative.
waves-replicates-hold-codes = { $count } columns are named '{ $prefix }' and a number; all hold fractions, as weights do, but for whole numbers, as codes of a question, in { $columns }. Name those that are replicate weights: replicates: {"{"}columns: [{ $first }, …]{"}"}.
waves-replicates-skip-numbers = { $count } columns are named '{ $prefix }' and a number, without { $lacking }. A lost replicate changes every standard error: find it, or name the columns that there are: replicates: {"{"}columns: [{ $first }, …]{"}"}.
waves-respondent-identifiers-stand-in-more = { $returning } respondent identifiers stand in more than one wave, and overlap='none' was said. If the same people answered again, say overlap='respondent'; if identifiers begin anew in each wave, make them distinct, or declare `ids: per_wave`.
waves-role = { $role }
waves-rows-a-lot-has-one-row-at-least = rows={ $rows }: a lot has one row at least.
waves-rows-names-the-column-which-the-file = `rows:` names the column '{ $column }', which the file lacks.{ $hint }
waves-rows-of-are-taken-by-wave-part-and-by = { $both } rows of { $file } are taken by wave { $wave_id }, part { $spec_id }, and by wave { $other_wave }, part { $name }. Correct `rows:` in one of them.
waves-rscales-has-values-for-replicate-weight = `rscales` has { $count_rscales } values for { $count } replicate-weight columns.
waves-samples-of-different-types-are-never-put = Samples of different types are never put together: { $given }. Each is analysed and published apart.
waves-second = second
waves-set = set
waves-several-columns-may-be-the-designs-and = several columns may be the design’s ({ $roles }), and `design:` names none of them. Write in waves/{ $wave_id }.yaml the one that is right, such as:{"\u000A"}  { $lines }{"\u000A"}or, if none is, take `undecided:` out.
waves-several-names-in-one = {" "}Several are given in a list: { $listed }; a crossing by a star: '{ $crossed }'.
waves-several-waves-need-to-know-what-they = Several waves need to know what they share. Give overlap='none' (other respondents and other psus), 'respondent' (some return) or 'psu' (the same psus).
waves-shape-codes = a name, or a list of codes
waves-shape-contrasts = a mapping of rows to coefficients, or several
waves-shape-count = a whole number, 1 or more
waves-shape-mapping-to-codes = a mapping of columns to their codes
waves-shape-mapping-to-numbers = a mapping of names to numbers
waves-shape-mapping-to-pairs = a mapping of names to pairs of numbers
waves-shape-mapping-to-stacks = a mapping of names to waves put together by padai.stack
waves-shape-marks = an array of True and False
waves-shape-no-data = a name, or a mapping of names to codes
waves-shape-not-zero = a number other than 0
waves-shape-number = a number
waves-shape-official = a mapping of pairs (question, response), each to a mapping of waves to values
waves-shape-part = a number above 0, and at most 1
waves-shape-path = a path, as text or a Path
waves-shape-population = a number, or a mapping of waves to numbers
waves-shape-positive = a number above 0
waves-shape-questions = the name of a question, several, or a mapping of names to columns
waves-shape-row-of-whole = a list of whole numbers
waves-shape-seed = a whole number, 0 or more
waves-shape-text = text
waves-shape-text-or-function = text or a function
waves-shape-times = a mapping of waves to years or dates
waves-shape-truth = True or False
waves-shape-truth-or-mapping = True, False or a mapping
waves-shape-two-groups = two groups
waves-shape-wave-or-shares = the name of a wave, or a mapping of groups to shares
waves-shape-whole = a whole number
waves-shape-whole-or-row = a whole number, or a list of whole numbers
waves-shown-delivery =
    <Delivery { $wave } of { $survey }, part { $part }: { $count ->
        [one] { $count } row
       *[other] { $count } rows
    }>
waves-shown-lazy-wave =
    <Wave { $wave } { $declared ->
        [no] of no survey
       *[yes] of { $survey }
    }, part { $part }: { $count ->
        [one] { $count } row
       *[other] { $count } rows
    }, in their engine>
waves-shown-stack = <Stack of { $waves } waves ({ $names }), overlap { $overlap }: { $count }>
waves-shown-wave =
    <Wave { $wave } { $declared ->
        [no] of no survey
       *[yes] of { $survey }
    }, part { $part }: { $count ->
        [one] { $count } row
       *[other] { $count } rows
    }>
waves-shown-without-id = (no id)
waves-so-many = { $count } { $kind }
waves-some-of-these-waves-are-lazy-and-others = Some of these waves are lazy and others are not. Make all of lazy tables, or read the lazy ones here: wave.read([...]).
waves-stack-needs-at-least-one-wave = stack needs at least one wave.
waves-stack-takes-a-list-of-waves-such-as-wave = stack takes a list of waves, such as [wave_2024, wave_2025]; { $found } was given.
waves-stack-takes-waves-not-a-mapping = stack takes a list of waves, not a mapping: padai.stack(list(waves.values()), overlap=...). Each wave bears its own name: padai.Wave(..., id='2025').
waves-strata-have-only-one-psu-at-stage-the = { $open_units } strata have only one psu at stage { $number } (the first: '{ $name }'), which shows no variance. Merge strata, or say lonely_psu='certainty'.
waves-strata-of-the-phase-have-only-one-psu = { $alone } strata of the { $phase } phase have only one psu (the first: '{ $name }'), which shows no variance. Merge strata.
waves-strata-of-the-second-phase-have-no-row = { $count_absent } strata of the second phase have no row in it (the first: '{ $label }'): nothing is known of their people. Merge strata.
waves-sums-is-for-a-lazy-table-this-one-is-in = sums= is for a lazy table; this one is in memory, and is added up in its order.
waves-takes-a-file-holds-and-would-cut-the = { $what } takes { $size } { $counts }; a { $ending } file holds { $limit } and would cut the rest. Shorten it, or write .parquet.
waves-texts-perhaps-in = { $path_name }: its texts are in no character set that it declares; their bytes make words in: { $listed }. Say which one, for instance in { $tool }: { $line }. Then give that file.
waves-the-column-holds-dates-not-numbers = the { $role } column '{ $name }' holds dates, not numbers.
waves-the-column-holds-lists = the column '{ $name }' holds lists or tables in its cells. A cell holds one number, text or date: make each element a column of its own.
waves-the-column-holds-something-other-than-a = the { $role } column '{ $name }' holds something other than a number in { $bad } rows. { $hint }
waves-the-column-holds-whole-numbers-above-2 = the column '{ $name }' holds whole numbers above 2^53, which { $ending } would round. Write them as text.
waves-the-column-is-missing-in-of-rows-every = the { $role } column '{ $name }' is missing in { $missing } of { $count_column } rows. Every row needs one.
waves-the-column-is-missing-in-of-rows-every-c992 = the { $role } column '{ $name }' is missing in { $missing } of { $rows } rows. Every row needs one.
waves-the-column-is-needed-to-tell-who-a = The column '{ $name }' is needed to tell who a question was put to, and is not in the data. Ask the supplier for it.
waves-the-column-is-not-in-the-data = the column '{ $column }' is not in the data.{ $hint }
waves-the-column-is-not-in-the-data-02dd = the { $role } column '{ $name }' is not in the data.{ $hint }
waves-the-column-is-not-in-the-data-3c57 = the column '{ $name }' is not in the data.{ $hint }
waves-the-column-is-of-type-not-a-number = the { $role } column '{ $name }' is of type { $schema }, not a number.
waves-the-column-itself-was-given = { $verb }: `{ $name }` is the name of a column or question, in text; { $given } was given. Write { $named } instead of the data themselves.
waves-the-column-mixes-numbers-and-text-which = the column '{ $name }' mixes numbers and text, which { $ending } cannot hold. Validate the wave first, and correct the column.
waves-the-column-name = the column name
waves-the-column-stands-twice-in-the-data = the column '{ $twice }' stands twice in the data. Rename or remove one.
waves-the-columns-and-differ-only-by-case = the columns '{ $other }' and '{ $name }' differ only by case, which a { $ending } file does not tell apart. Rename one, or write .parquet.
waves-the-covariance-of-more-than-two-measures = { $where }the covariance of more than two measures at once ({ $kept }) cannot come from sums. Ask for two, or read them here: wave.read([...]).
waves-the-data-already-have-a-column-the-name = the data already have a column '{ $taken }', the name under which the weights in force are written. Rename it first.
waves-the-data-file-is-missing-it-was-looked = the data file { $name } is missing. It was looked for in the folder given as `data_dir` ({ $given }), in the one that { $data_dir_variable } names ({ $told }), and in { $own }. Put it in one of them, or say where it is with --data-dir.
waves-the-data-have-no-rows = the data have no rows.
waves-the-design-column-has-the-same-name-as-a = the design column '{ $name }' has the same name as a question that is read from the column '{ $sources }'. Give the question another id.
waves-the-design-column-is-not-in-the-file = the design column '{ $name }' is not in the file.{ $hint } Correct `design:` in the wave's definition, or ask for the column.
waves-the-exclusion-rule-on-cannot-be-applied = the exclusion rule on '{ $column }' cannot be applied: the file has no such column.{ $hint }
waves-the-file-has-columns-that-are-nested = the file has columns that are nested, repeated or raw bytes. Write it as a flat table of numbers, texts and dates.
waves-the-file-has-none-of-the-columns-that = the file has none of the { $count_sources } columns that the questions name. It is another file than the definition describes: put the right one in its place.
waves-the-file-holds-fewer-rows-than-its = the file holds fewer rows than its header announces: it was cut short on its way. Ask for it again.
waves-the-file-holds-several-tables = the file holds several tables, of which one alone would be read. Ask for a file a table.
waves-the-file-is-broken-or-was-cut-short-on = the file is broken or was cut short on its way. Ask for it again, and compare its SHA-256 with the sender's.
waves-the-file-is-larger-than-padai-reads-20 = the file is larger than padai reads (20,000 columns, 400 million cells, 4 GB). Leave out the columns that the survey does not use.
waves-the-file-would-unpack-to-more-than-a = the file would unpack to more than a thousand times its size, which no survey does. Ask for it again, uncompressed.
waves-the-header-of-the-file-contradicts-its = the header of the file contradicts its content. Ask for the file again.
waves-the-id-column-has-blanks-and-repeated = the id column '{ $id_column }' has { $missing } blanks and { $twice } repeated values: each row needs an identifier of its own.
waves-the-id-column-has-blanks-and-repeated-1782 = the id column '{ $design_id }' has { $missing } blanks and { $twice } repeated values: each row needs an identifier of its own. A join that multiplied rows does this.
waves-the-id-column-is-not-in-the-data = the id column '{ $id_column }' is not in the data.
waves-the-id-column-is-not-in-the-data-f4d7 = the id column '{ $design_id }' is not in the data.
waves-the-label-of = the label of
waves-the-label-of-a-value-of = the label of a value of
waves-the-missing-codes-of-are-text-a-file = the missing codes of '{ $name }' are text; a { $ending } file declares at most three, of at most 8 bytes. Write .parquet.
waves-the-missing-codes-of-make-no-range-apart = the { $count_codes } missing codes of '{ $name }' make no range apart from its other codes, and a .sav file declares at most three. Write .parquet, or renumber them.
waves-the-new-weights = the new weights
waves-the-question-was-asked-in-other-parts =
    {" "}The question was asked in { $count ->
       [one] part
       *[other] parts
    } { $parts }, not in this one.
waves-the-question-was-asked-in-other-waves =
    {" "}The question was asked in { $count ->
       [one] wave
       *[other] waves
    } { $waves }, not in this one.
waves-the-same-people-twice = {" "}Of the same people in two waves: padai.paired_change(before, after, question).
waves-the-second-phase-has-one-stage = the second phase has one stage
waves-the-subset-column-holds-no-row-of-the = the subset column '{ $subset }' holds no row of the second phase.
waves-the-subset-column-says-neither-true-nor = the subset column '{ $subset }' says neither true nor false in { $known } of { $count_column } rows.
waves-the-text-of-the-file-does-not-fit-the = the text of the file does not fit the character set that it declares. Ask for it again, saved as Unicode (UTF-8).
waves-the-wave-comes-first = { $verb }: `{ $name }` comes first, as { $wanted }: write { $verb }({ $name }, ...), the names after it.
waves-there-are-more-than-combinations-of = { $where }{ $listed }: there are more than { $most } combinations of their values within strata and psus, too many to be sums. Cut measures into classes in the engine, leave out a psu that is a single respondent (Design(psu=None)), or read the columns here: wave.read({ $names }).
waves-there-is-no-argument-it-takes = { $verb }: there is no argument `{ $name }`.{ $hint } It takes { $value }.
waves-there-is-no-file-check-its-name-and = there is no file { $path_name }. Check its name and folder.
waves-there-is-no-folder-which-was-named-for = there is no folder { $data_dir }, which was named for the data. Correct --data-dir.
waves-this-needs-each-respondent-and-the-rows = { $where }this needs each respondent ({ $what }), and the rows of a lazy wave stay in their engine. Read the columns that it needs here: wave.read(['sex', 'age']).
waves-twophase = TwoPhase: { $told }.
waves-twophase-weights-of-the-first-phase-are = TwoPhase: { $under } weights of the first phase ('{ $weight }') are below 1, and method='full' takes them as the inverse of probabilities. Give them as delivered by the sampling, not scaled to the sample; or take 'simple'.
waves-units-make-too-many-pairs-for-this = { $count } units make too many pairs for this variance ({ $most_units } at most). Take pps='brewer', or for two phases method='simple'.
waves-verb-error = { $verb }: { $error }.
waves-wave-has-stages-of-selection-wave = Wave '{ $wave_id }' has { $count_stages } stages of selection, wave '{ $first_id }' { $count_stages_2 }. Declare the same stages for both.
waves-wave-is-of-another-survey-or-part-than = Wave '{ $wave_id }' is of another survey or part than wave '{ $first_id }': they are analysed apart.
waves-waves-and-declare-different-lonely-psu = Waves '{ $first_id }' and '{ $wave_id }' declare different lonely_psu policies. Give both the same.
waves-waves-and-have-replicate-weights-of = Waves '{ $first_id }' and '{ $wave_id }' have replicate weights of different kinds ({ $a_kind }, { $b_kind }): their changes have no common variance.
waves-waves-need-an-id-each-all-different-were = Waves need an id each, all different: { $given } were given. Say Wave(..., id='2024').
waves-waves-that-share-units-need-the-same = Waves that share units need the same number of replicates, scale and rscales.
waves-weight-in-force = Weight in force
waves-weights-must-be-positive-numbers-found = { $what }: weights must be positive numbers; found { $found } in { $count_weights } rows. Correct the weights, or leave those rows out before the wave is made.{ $way }
waves-weights-of-a-two-phase-design-are-not = weights of a two-phase design are not changed: the variance of a calibration would rest on one phase and not on the other. Calibrate the first phase before the second is drawn of it, and give its weights.
waves-weights-stand-in-the-design = {" "}Weights, strata and units belong to the wave: padai.Wave(frame, padai.Design(weight='w', stratum='h', psu='c')).
waves-weights-were-given-for-rows = { $count_weights } weights were given for { $count_self } rows.
waves-what-name = { $what } '{ $name }'
waves-write = {" "}Write { $old }.
waves-writing-parquet = Writing .parquet
waves-you-may-not-read-ask-for-the-right-to = you may not read { $path_name }. Ask for the right to (its permissions), or copy it.
waves-zero = zero
