# padai, padai

padai-an-optional-part-is-missing = { $what } requires an optional part of padai that is not installed. Run: { $command }
padai-and = {" "}and{" "}
padai-and-name-one-folder-or-one-within-the = `{ $name }:` and `{ $other }:` name one folder, or one within the other; what is written in one would replace the other. Give each its own.
padai-colon = :{" "}
padai-design = Design: { $why }
padai-design-has-no-argument = { $verb }: there is no argument `{ $name }`.{ $hint } It takes { $value }.
padai-design-is-the-name-of-a-column-in-text = Design({ $role }=...) is the name of a column, in text; { $what } was given.
padai-did-you-mean = {" "}Did you mean '{ $found }'?
padai-hartleyrao-mean-square-has-no-value-for = HartleyRao(mean_square=...) has no value for stratum '{ $label }'.
padai-hartleyrao-mean-square-it-is-the-sum-of = HartleyRao(mean_square={ $value }): it is the sum of squared probabilities over the number drawn, above 0 and at most 1.
padai-it-is-a-folder = it is a folder
padai-jackknifen-needs-rscales-n-h-1-n-h-for = JackknifeN needs `rscales`: (n_h - 1) / n_h for each replicate, n_h being the psus of the stratum of the psu that it leaves out.
padai-joint-an-array = is an array, and the design names units or identifiers, by which rows may be ordered anew: give a pandas table with their labels in rows and columns
padai-joint-labels-again = is by labels, and units of different strata have the same: give each unit a label of its own
padai-joint-labels-differ = has other labels in rows than in columns, or the same twice
padai-joint-not-probabilities = has values that are missing, zero, negative or above 1: a pair that could not be drawn has no unbiased variance
padai-joint-not-square = is { $shape }, not square
padai-joint-not-symmetric = is not symmetric
padai-joint-other-than-fpc = has other probabilities of single units than the fpc for { $apart } of { $held }
padai-joint-other-than-numbers = holds something other than numbers
padai-joint-other-units = is of { $given } units, and the data hold { $held }
padai-joint-pairs-too-probable = has pairs more probable than one of their units
padai-joint-units-lacking = lacks { $lacking } of { $held } units of the data
padai-jointprobabilities-the-matrix = JointProbabilities(...): the matrix { $why }.
padai-lonely-psu = lonely_psu
padai-missing-weight = missing_weight
padai-missing-weight-is-not-known-use-one-of = missing_weight={ $missing_weight } is not known. Use one of: { $missing_weight_2 }.
padai-must-name-a-folder-inside-of-the-project = `{ $name }:` must name a folder inside of the project, without '..'.
padai-names-stages-and-psu-name-one-psu-column = `{ $name }` names { $count_given } stages and `psu` { $stages }. Name one psu column for each stage.
padai-no-public-name = padai has no '{ $name }'.{ $hint } `dir(padai)` lists what it has.
padai-no-was-found-in-or-in-a-folder-above-it = No { $project_file } was found in '{ $given }' or in a folder above it. Run the command inside a project, give --project, or make one with: padai init
padai-not-a-folder = not a folder
padai-not-found = not found
padai-not-known-use-one-of = { $what }='{ $given }' is not known. Use one of: { $known }.{ $hint }
padai-or = {" "}or{" "}
padai-parts = { $parts }
padai-permission-denied = permission denied
padai-pps = pps
padai-pps-and-replicates = pps and replicate weights both say the variance: give one of them.
padai-pps-fpc-of-each-stage = pps needs the inclusion probabilities of units in each of { $stages } stages: fpc=...
padai-pps-lonely = with pps, lonely_psu is 'fail', 'certainty' or 'remove', without lonely_domain.
padai-pps-one-formula = variance='YG' is made of joint probabilities of samples of fixed size; pps='{ $pps }' has one formula.
padai-pps-several-stages = several stages have pps='brewer' alone.
padai-pps-unknown = pps={ $given } is not known. Use one of: { $known }.{ $hint }
padai-pps-variance-alone = variance='YG' is for designs that say how units were drawn: pps=...
padai-pps-variance-unknown = variance={ $given } is not known. Use 'HT' or 'YG'.
padai-quota-reached = quota reached
padai-quoted = '{ $text }'
padai-read-only-disk = read-only disk
padai-replicate-weights = replicate weights
padai-replicate-weights-give-prefix-or-columns = Replicate weights: give `prefix` or `columns`, one of the two, to say which columns hold them.
padai-replicate-weights-of-no-known-kind-need = Replicate weights of no known kind need a `scale`: the factor on the sum of squared deviations that the file's documentation gives.
padai-replicates-takes-a-kind-of-replicate = `replicates` takes a kind of replicate weights, such as padai.Bootstrap(prefix='rw'); a { $name } was given.
padai-site-url-must-be-an-address-that-begins = `site_url` must be an address that begins with https:// and names no page part, such as https://example.org/enquete/; it is '{ $value }'
padai-the-disk-is-full = the disk is full
padai-the-name-is-too-long = the name is too long
padai-twophase-is-a-design-was-given = TwoPhase({ $name }=...) is a Design; { $found } was given.
padai-twophase-method-is-not-known-use-one-of = TwoPhase(method={ $method }) is not known. Use one of: { $two_phase_methods }.
padai-twophase-takes-strata-psus-weights-and = TwoPhase({ $name }=...) takes strata, psus, weights and fpc, and no { $what }.
padai-words-at = { $file }, line { $line }, message `{ $message }`: { $why }
padai-words-badly-written = it is badly written: { $faults }.
padai-words-code-gives-no = code gives it no { $names }.
padai-words-first-row = { $file }: its first row must be { $heads }.
padai-words-language-absent = padai has no words in `{ $lang }`; it has { $known }.
padai-words-message-absent = { $tag }: there is no message `{ $message }`.
padai-words-message-unknown = padai has no such message.
padai-words-needs = it needs { $needed }, and was given { $given }.
padai-words-needs-given-nothing = it needs { $needed }, and was given nothing.
padai-words-no-message-here = { $file }, line { $line }: this is no message: { $text }
padai-words-no-plural-rules = no rules of plural are known for the language `{ $tag }`.
padai-words-no-text = it has no text.
padai-words-refers-to-itself = it refers to itself through `{ $name }`.
padai-words-refers-to-nothing = it refers to `{ $name }`, which does not exist.
padai-words-stands-twice = it stands in { $file } too.
