# padai, simulation

simulation-a-base-depends-on-which-is-not-asked = { $survey_id }, { $id }, { $part }: a base depends on '{ $question_id }', which is not asked there. Correct the base, or where that question is asked.
simulation-a-finite-population-correction-cannot-be = { $survey_id }, { $model_id }, { $part }: a finite population correction cannot be simulated. Take `fpc` out of the part's design.
simulation-a-simulation-needs-a-seed-give-seed-or = { $survey_id }: a simulation needs a seed. Give `seed=`, or `seed:` in truth.yaml.
simulation-a-simulation-writes-sav-files-and-the = { $survey_id }, { $wave_id }, { $part }: a simulation writes .sav files, and the definition names { $file }.
simulation-cannot-have-a-mean-of = { $where }: '{ $name }' cannot have a mean of { $mean }.
simulation-chosen = Chosen
simulation-first-of-gives-a-mean-but-its-codes-have = { $where }: `first` of '{ $name }' gives a mean, but its codes have no scores.
simulation-first-of-lists-shares-for-answers = { $where }: `first` of '{ $name }' lists { $count_listed } shares for { $count } answers.
simulation-first-of-needs-positive-percentages = { $where }: `first` of '{ $name }' needs positive percentages.
simulation-no-line-file-stands-alone-so-the = { $where }: no line `file: { $name }` stands alone, so the checksum has no place. Write the part's keys one a line.
simulation-nobody-can-be-asked-correct-its-base = { $survey_id }, { $id }, { $part }: nobody can be asked '{ $name }'; correct its base.
simulation-not-chosen = Not chosen
simulation-question-has-no-codes-to-divide-people = { $survey_id }: question '{ $name }' has no codes to divide people by; name a breakdown of it.
simulation-question-mixes-numbers-and-texts-as = Question '{ $question_id }' mixes numbers and texts as values; a column of a file holds one kind. Give each code a `value:` of one kind.
simulation-synthetic-data-made-by-simulation-nobody = Synthetic data, made by simulation: nobody was interviewed.
simulation-the-margin-divides-people-by-which-is-no = { $where }: the margin '{ $names }' divides people by '{ $name }', which is no breakdown or question.
simulation-the-margin-has-the-cell-which-is-no = { $where }: the margin '{ $names }' has the cell '{ $cell }', which is no group of '{ $name }'. Groups: { $known }.
simulation-the-survey-is-not-declared-synthetic = { $survey_id }: the survey is not declared `synthetic: true`, so its files are not replaced by simulated ones. Name a folder to write to instead.
simulation-thing-s-named-here-are-not-in-the = { $where }: { $count_faults ->
       [one] { $count_faults } thing named here is
       *[other] { $count_faults } things named here are
    } not in the definition.{"\u000A"}{ $lines }
simulation-truth-yaml-an-artefact-of-cannot-be = { $survey_id }, truth.yaml: an artefact of { $offset } cannot be added to '{ $question_id }' in { $id }. Plant a smaller one.
simulation-truth-yaml-an-effect-divides-people-by = { $survey_id }, truth.yaml: an effect divides people by '{ $question }', whose make-up is neither in the targets nor under `people`. Add it there.
simulation-truth-yaml-cannot-reach-the-level = { $survey_id }, truth.yaml: '{ $name }' cannot reach the level planted for { $id } ({ $level }). Plant a smaller change.
simulation-truth-yaml-loads-and-effects-of-explain = { $survey_id }, truth.yaml: loads and effects of '{ $name }' explain { $explained } of its variance in { $id }; keep them under 95%.
simulation-truth-yaml-option-of-would-have-a-share = { $survey_id }, truth.yaml: option '{ $code }' of '{ $question_id }' would have a share of { $levels } in { $id }, which it cannot have.
simulation-truth-yaml-strata-of-at-least-interviews = { $where }, truth.yaml: { $count_counts } strata of at least { $minimum } interviews need more than the { $size } planned.
simulation-truth-yaml-the-correlations-of-the = { $survey_id }, truth.yaml: the correlations of the traits contradict each other. Make them smaller.
simulation-truth-yaml-the-mean-of-is-planted-but = { $survey_id }, truth.yaml: the mean of '{ $question_id }' is planted, but its codes have no scores.
simulation-truth-yaml-under-samples-given-these = { $survey_id }, truth.yaml: under samples.{ $part }.given, these depend on each other or on what is not described: { $stuck }.
