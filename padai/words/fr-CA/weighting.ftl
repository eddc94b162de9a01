# padai, weighting

weighting-and-more = {" "}et { $over } autres
weighting-collapse-margin-merges-into-and-neither = collapse : la marge « { $margin_id } » fusionne { $cells } en « { $into } », et ni elles ni lui n’ont de cible. Corrigez la règle ou les cibles.
weighting-draws-at-random-give-seed = { $kind } tire au hasard : donnez seed=, pour qu’on puisse le refaire.
weighting-margin-cell-at-least-are-needed = marge « { $control_name } », cellule « { $cell } » : { $found } personne(s) (il en faut au moins { $least }).{ $more } { $cure }
weighting-margin-codes-without-a-target-with-their = marge « { $margin_id } » : codes sans cible, et leurs personnes : { $listed }{ $more }. Donnez une cible à chacun, ou nommez-le sous `untargeted:` (ses personnes ne prennent alors pas part à cette marge).
weighting-margin-respondents-have-no-answer-give = marge « { $margin_id } » : { $blank } personnes n’ont pas de réponse. Donnez-leur-en une, ou nommez « { $blank_2 } » sous `untargeted:` de cette marge : elles n’y prennent alors pas part.
weighting-merge-it-for-instance-with-collapse = Fusionnez-la, par exemple avec « { $neighbour } » ({ $found }) : collapse: [{ $rule }].
weighting-other-cells-are-as-small = {" "}{ $others } autres cellules sont aussi petites.
weighting-replicates-see-the-first-stage-only-and = { $where }les réplications « { $kind } » ne voient que le premier degré, et avec sa correction de population finie la variance des degrés suivants serait perdue. Prenez 'mrbbootstrap', qui les voit tous, ou dites fpc='ignore' (un peu prudent).
weighting-rerake-true-calibrates-again-and-the = rerake=True cale de nouveau, et la vague n’a pas de calage. Calez-la d’abord, ou rognez sans rerake.
weighting-rows-have-a-weight-of-zero-nobodys = { $weighs } lignes ont un poids nul : aucun poids ne peut leur aller ni en venir. Retirez-les avant de faire la vague.
weighting-targets-must-be-a-mapping = { $where }les cibles sont celles d’une enquête, ou un dictionnaire comme {"{"}"sex": {"{"}"F": 0.51, "M": 0.49{"}}"}.
weighting-the-limits-and-must-be-numbers-with-0 = les limites { $lower } et { $upper } doivent être des nombres de 0 ou plus, la plus petite d’abord (lower peut être omis).
weighting-the-margin-cannot-be-used = La marge ne peut servir.
weighting-the-target-of-must-be-a-mapping-of-codes = la cible de « { $name } » doit être une correspondance de codes à des parts ou des nombres, ou le total d’une colonne de nombres.
weighting-the-total-of-must-be-a-finite-number = le total de « { $name } » doit être un nombre fini.
weighting-there-are-no-such-replicates = { $where }il n’y a pas de réplications « { $kind } »; il y a { $known }.
weighting-weights-would-be-zero-or-negative-once = { $weights } poids seraient nuls ou négatifs une fois que les autres compensent ce qui est ajouté à la limite inférieure. Abaissez cette limite.
