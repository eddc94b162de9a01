# padai, weighting

weighting-adjust-nonresponse-keeps-some-rows-of-a = adjust_nonresponse garde des lignes d’un échantillon, et la vague a été tirée avec pps ou en deux phases, dont la variance est celle de toutes les lignes. Donnez la non-réponse comme une seconde phase : padai.TwoPhase(..., subset=...).
weighting-and-more = {" "}et { $over } autres
weighting-by-column-responded-there-is-nothing-to = { $where }selon la colonne « { $name } », { $who } a répondu : il n’y a rien à corriger. La vague doit tenir toutes les personnes tirées.
weighting-classes-goes-with-propensity-and-is-2-or = { $where }classes= va avec `propensity` et vaut 2 ou plus.
weighting-collapse-margin-merges-into-and-neither = collapse : la marge « { $margin_id } » fusionne { $cells } en « { $into } », et ni elles ni lui n’ont de cible. Corrigez la règle ou les cibles.
weighting-column-has-a-total-and-of-its-rows-are = { $where }la colonne « { $name } » a un total, et { $bad } de ses { $count_wave } lignes ne sont pas des nombres finis. Remplissez-les, ou calez sur une autre variable.
weighting-column-is-missing-in-rows-it-must-be = { $where }la colonne « { $name } » manque dans { $blank } lignes : elle doit être connue de toutes les personnes tirées.
weighting-column-must-hold-1-responded-or-0-of = { $where }la colonne « { $name } » porte 1 (a répondu) ou 0; { $bad } des { $count_wave } lignes n’en font rien.
weighting-draws-at-random-give-seed = { $kind } tire au hasard : donnez seed=, pour qu’on puisse le refaire.
weighting-everybody = chaque personne
weighting-fpc-is-not-known-use-or-ignore = { $where }fpc={ $fpc } n’est pas connu : 'use' ou 'ignore'.
weighting-give-cells-or-propensity-one-of-the-two = { $where }donnez `cells` ou `propensity`, l’un des deux.
weighting-has-a-numeric-total-which-raking-to = { $where }« { $totals } » a un total numérique, que le { -raking } ne prend pas. Prenez calibrate(..., method='raking').
weighting-make-replicate-weights-before-the = { $where }faites les poids de réplication avant la correction de la non-réponse, sur toutes les personnes tirées : la correction est alors estimée de nouveau dans chaque réplique.
weighting-margin-cell-at-least-are-needed = marge « { $control_name } », cellule « { $cell } » : { $found ->
       [0] aucune personne
       [one] { $found } personne
       *[other] { $found } personnes
    } (il en faut au moins { $least }).{ $more } { $cure }
weighting-margin-codes-without-a-target-with-their = marge « { $margin_id } » : codes sans cible, et leurs personnes : { $listed }{ $more }. Donnez une cible à chacun, ou nommez-le sous `untargeted:` (ses personnes ne prennent alors pas part à cette marge).
weighting-margin-respondents-have-no-answer-give = marge « { $margin_id } » : { $blank } personnes n’ont pas de réponse. Donnez-leur-en une, ou nommez « { $blank_2 } » sous `untargeted:` de cette marge : elles n’y prennent alors pas part.
weighting-merge-it-for-instance-with-collapse = Fusionnez-la, par exemple avec « { $neighbour } » ({ $found }) : collapse: [{ $rule }].
weighting-nobody = aucune personne
weighting-none = aucune
weighting-other-cells-are-as-small = {" "}{ $others } autres cellules sont aussi petites.
weighting-poststratification-takes-one-margin-were = { $where }la { -poststratification } prend une marge, { $count_margins } sont données. Croisez-les ('age*sex') où leurs totaux croisés sont connus, ou prenez rake.
weighting-replicate-of = { $where }réplique { $r } sur { $shape } : { $error }
weighting-replicates-are-drawn-of-strata-and-units = les répliques se tirent de strates et d’unités de même probabilité, et la vague a été tirée avec pps ou en deux phases, dont elles ne donneraient pas la variance.
weighting-replicates-see-the-first-stage-only-and = { $where }les réplications « { $kind } » ne voient que le premier degré, et avec sa correction de population finie la variance des degrés suivants serait perdue. Prenez 'mrbbootstrap', qui les voit tous, ou dites fpc='ignore' (un peu prudent).
weighting-rerake-true-calibrates-again-and-the = rerake=True cale de nouveau, et la vague n’a pas de calage. Calez-la d’abord, ou rognez sans rerake.
weighting-rows-have-a-weight-of-zero-nobodys = { $weighs } lignes ont un poids nul : aucun poids ne peut leur aller ni en venir. Retirez-les avant de faire la vague.
weighting-sdr-replicates-need-rows-in-systematic = { $where }les réplications « sdr » demandent des lignes en ordre systématique, et un tableau différé n’a pas d’ordre. Prenez un autre genre, ou lisez les lignes ici : wave.read([...]).
weighting-targets-must-be-a-mapping = { $where }les cibles sont celles d’une enquête, ou un dictionnaire comme {"{"}"sex": {"{"}"F": 0.51, "M": 0.49{"}}"}.
weighting-the-design-sets-the-number-of-replicates = { $kind } : le plan fixe le nombre de répliques; laissez n= de côté.
weighting-the-limits-and-must-be-numbers-with-0 = les limites { $lower } et { $upper } doivent être des nombres de 0 ou plus, la plus petite d’abord (lower peut être omis).
weighting-the-margin-cannot-be-used = La marge ne peut servir.
weighting-the-table-changed-while-it-was-read-it = { $where }le tableau a changé pendant sa lecture : il contient des croisements de marges qu’il n’avait pas au calage. Refaites la vague.
weighting-the-target-of-must-be-a-mapping-of-codes = la cible de « { $name } » doit être une correspondance de codes à des parts ou des nombres, ou le total d’une colonne de nombres.
weighting-the-total-of-a-column-of-numbers-gives = { $where }{ $verb } : le total d’une colonne de nombres (« { $numeric } ») donne à chaque personne un poids à elle, et les lignes d’une vague différée restent dans leur moteur. Découpez la colonne en classes qui aient des cibles, ou pondérez les lignes ici : wave.read([...]).
weighting-the-total-of-must-be-a-finite-number = le total de « { $name } » doit être un nombre fini.
weighting-the-wave-has-replicate-weights-already = { $where }la vague a déjà des poids de réplication. Faites-en d’autres depuis la vague d’avant, ou depuis wave.without_replicates().
weighting-the-wave-is-calibrated-already-adjust = { $where }la vague est déjà calée. Corrigez d’abord la non-réponse, puis calez.
weighting-there-are-no-such-replicates = { $where }il n’y a pas de réplications « { $kind } »; il y a { $known }.{ $hint }
weighting-weights-would-be-zero-or-negative-give = { $where }{ $low } poids seraient nuls ou négatifs. Donnez bounds=(bas, haut) avec une borne basse positive, ou prenez method='raking'.
weighting-weights-would-be-zero-or-negative-once = { $weights } poids seraient nuls ou négatifs une fois que les autres compensent ce qui est ajouté à la limite inférieure. Abaissez cette limite.
weighting-without-psus-each-respondent-is-a-unit = { $where }sans unités primaires, chaque personne est une unité des réplications, et les lignes d’une vague différée restent dans leur moteur. Nommez des unités primaires (Design(psu=...)), comme des groupes de personnes faits au hasard, ou omettez les réplications : les variances sont linéarisées.
