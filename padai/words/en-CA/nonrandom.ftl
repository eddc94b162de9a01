# padai, nonrandom

nonrandom-model-blank-in-the-sample = '{ $name }' is lacking of { $lost } respondents, and the model reads each variable of everyone. Take it out of `variables`, or leave these people out of the model: blank: outside
nonrandom-model-codes-differ = The codes of '{ $name }' differ: { $here } is in the sample alone, { $there } in the reference alone. Translate those of the reference in `codes`, or merge them in a breakdown.
nonrandom-model-everyone-took-part = By the reference, the category { $label } of '{ $name }' has no more people than the sample holds: everyone in it would have taken part. Correct the reference’s weights, or merge the category.
nonrandom-model-few-of-the-reference = In the reference, the category { $label } of '{ $name }' has fewer than { $least } rows: it says nothing of its share. Merge it in a breakdown.
nonrandom-model-few-of-the-sample = In the sample, the category { $label } of '{ $name }' has fewer than { $least } people: the model would tell of them. Merge it in a breakdown.
nonrandom-model-few-rows = The reference has { $n } rows only; it takes { $least } to say who the population is. Give a larger sample, or totals.
nonrandom-model-separated = No participation model fits: { $names } separate the sample from the reference. Take a variable out, or merge its categories in a breakdown.
nonrandom-model-weights-too-small = The reference stands for { $total } people, and the sample has { $people }. Give weights that add up to the population, or its size: size: ...
nonrandom-nonprob-a-logit-interval-is-of-a-share = nonprob: ci="logit" is the interval of a share; give `net` the codes that count as yes, or take ci="mean".
nonrandom-nonprob-a-seed-is-a-whole-number = nonprob: seed={ $seed }; a seed is a whole number of 0 or more.
nonrandom-nonprob-category-of-is-in-only-one-of = nonprob: category { $alone } of '{ $name }' is in only one of sample and reference, where no model of participation is possible. Merge it with another.
nonrandom-nonprob-draws-the-bootstrap-needs-or = nonprob: draws={ $draws }; the bootstrap needs { $least_draws } or more.
nonrandom-nonprob-has-no-code-it-has = nonprob: '{ $variable }' has no code { $lost }; it has { $labels }.{ $hint }
nonrandom-nonprob-imputation-has-no-analytic = nonprob: imputation="{ $imputation }" has no analytic variance; use variance="bootstrap".
nonrandom-nonprob-is-blank-in-rows-both-samples = nonprob: '{ $name }' is blank in { $lost } rows; both samples need every variable of the model. Give blanks a category, or leave the variable out.
nonrandom-nonprob-name-the-variables-that-the = nonprob: name the variables that the sample and its reference share: variables=["age_group", "region"].
nonrandom-nonprob-reference-is-a-wave-with-its = nonprob: `reference` is a Wave with its design, or totals by variable; a { $found } was given. Make a wave of it: padai.Wave(reference, padai.Design(weight=...)).
nonrandom-nonprob-the-outcome-has-one-value = nonprob: everyone who took part gave the same answer to '{ $name }'; nothing says how the others would differ. Tell the count of those who took part.
nonrandom-nonprob-the-reference-has-no-name = nonprob: the reference has no '{ $name }'.{ $hint } Name variables that both have.
nonrandom-nonprob-the-sample-is-of-its-reference = nonprob: the sample is of { $year }, its reference of { $year_2 }. Take one of the same year, or say other_year=True.
nonrandom-nonprob-the-share-is-out-of-range = nonprob: the share of '{ $name }' comes out at { $share }%, since the modelled weights do not add up to the population. Say participation="calibrated", or method="mass".
nonrandom-nonprob-the-totals-of-add-up-to-the = nonprob: the totals of '{ $name }' add up to { $sizes }, the population is { $size }. Give totals of one population.
nonrandom-nonprob-this-part-is-its-figures-are = nonprob: this part is '{ $kind }': its figures are about those who took part, and no model makes a population of them. Show counts and shares of the participants.
nonrandom-nonprob-with-totals-give-the-size-of = nonprob: with totals, give the size of their population: population=...
nonrandom-validation-errors-needs-an-official = validation_errors: '{ $item }', { $item_2 } needs an official value from 0 to 1 for wave { $wave }; { $given } was given.
nonrandom-validation-errors-wave-has-no-estimate = validation_errors: wave { $wave } has no estimate of '{ $item }', { $item_2 }. Estimate it first, undivided.
