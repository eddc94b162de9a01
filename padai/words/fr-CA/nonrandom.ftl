# padai, nonrandom

nonrandom-model-blank-in-the-sample = « { $name } » manque chez { $lost } répondants, et le modèle lit chaque variable de chacun. Retirez-la de `variables`, ou laissez ces personnes hors du modèle : blank: outside
nonrandom-model-codes-differ = Les codes de « { $name } » diffèrent : { $here } n’est que dans l’échantillon, { $there } que dans la référence. Traduisez ceux de la référence dans `codes`, ou fusionnez-les dans une ventilation.
nonrandom-model-everyone-took-part = Selon la référence, la catégorie { $label } de « { $name } » ne compte pas plus de personnes que l’échantillon n’en a : tout le monde y aurait participé. Corrigez les poids de la référence, ou fusionnez la catégorie.
nonrandom-model-few-of-the-reference = Dans la référence, la catégorie { $label } de « { $name } » tient en moins de { $least } lignes : elle ne dit rien de sa part. Fusionnez-la dans une ventilation.
nonrandom-model-few-of-the-sample = Dans l’échantillon, la catégorie { $label } de « { $name } » compte moins de { $least } personnes : le modèle parlerait d’elles. Fusionnez-la dans une ventilation.
nonrandom-model-few-rows = La référence n’a que { $n } lignes; il en faut { $least } pour dire qui compose la population. Donnez un plus grand échantillon, ou des totaux.
nonrandom-model-separated = Aucun modèle de participation ne convient : { $names } séparent l’échantillon de la référence. Retirez une variable, ou fusionnez ses catégories dans une ventilation.
nonrandom-model-weights-too-small = La référence représente { $total } personnes, et l’échantillon en compte { $people }. Donnez des poids dont la somme est la population, ou sa taille : size: ...
nonrandom-nonprob-a-logit-interval-is-of-a-share = nonprob : ci="logit" est l’intervalle d’une part; donnez dans `net` les codes qui comptent comme oui, ou prenez ci="mean".
nonrandom-nonprob-a-seed-is-a-whole-number = nonprob : seed={ $seed }; une graine est un entier de 0 ou plus.
nonrandom-nonprob-category-of-is-in-only-one-of = nonprob : la catégorie { $alone } de « { $name } » n’est que dans l’échantillon ou dans la référence, où aucun modèle de participation n’est possible. Fusionnez-la.
nonrandom-nonprob-draws-the-bootstrap-needs-or = nonprob : draws={ $draws }; le bootstrap en demande { $least_draws } ou plus.
nonrandom-nonprob-has-no-code-it-has = nonprob : « { $variable } » n’a pas le code { $lost }; il y a { $labels }.{ $hint }
nonrandom-nonprob-imputation-has-no-analytic = nonprob : imputation="{ $imputation }" n’a pas de variance analytique; prenez variance="bootstrap".
nonrandom-nonprob-is-blank-in-rows-both-samples = nonprob : « { $name } » est vide dans { $lost } lignes; les deux échantillons ont besoin de chaque variable du modèle. Donnez une catégorie aux blancs, ou retirez la variable.
nonrandom-nonprob-name-the-variables-that-the = nonprob : nommez les variables que l’échantillon partage avec sa référence : variables=["age_group", "region"].
nonrandom-nonprob-reference-is-a-wave-with-its = nonprob : `reference` est une Wave avec son plan, ou des totaux par variable; { $found } a été donné. Faites-en une vague : padai.Wave(reference, padai.Design(weight=...)).
nonrandom-nonprob-the-outcome-has-one-value = nonprob : tous les participants ont donné la même réponse à « { $name } »; rien ne dit en quoi les autres différeraient. Indiquez le nombre de participants.
nonrandom-nonprob-the-reference-has-no-name = nonprob : la référence n’a pas « { $name } ».{ $hint } Nommez des variables que les deux ont.
nonrandom-nonprob-the-sample-is-of-its-reference = nonprob : l’échantillon est de { $year }, sa référence de { $year_2 }. Prenez-en une de la même année, ou dites other_year=True.
nonrandom-nonprob-the-share-is-out-of-range = nonprob : la part de « { $name } » serait de { $share } %, car la somme des poids modélisés n’est pas celle de la population. Indiquez participation="calibrated", ou method="mass".
nonrandom-nonprob-the-totals-of-add-up-to-the = nonprob : les totaux de « { $name } » font { $sizes }, la population est de { $size }. Donnez les totaux d’une seule population.
nonrandom-nonprob-this-part-is-its-figures-are = nonprob : ce volet est « { $kind } » : ses chiffres portent sur les personnes qui y ont participé, et aucun modèle n’en fait une population. Montrez leurs nombres et parts.
nonrandom-nonprob-with-totals-give-the-size-of = nonprob : avec des totaux, donnez la taille de leur population : population=...
nonrandom-validation-errors-needs-an-official = validation_errors : « { $item } », { $item_2 } demande une valeur officielle de 0 à 1 pour la vague { $wave }; { $given } a été donné.
nonrandom-validation-errors-wave-has-no-estimate = validation_errors : la vague { $wave } n’a pas d’estimation de « { $item } », { $item_2 }. Estimez-la d’abord, sans croisement.
