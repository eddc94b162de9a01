# padai, estimation

estimation-a-code-that-nobody-gave-is-asked-for-by = {" "}Un code que personne n’a donné se demande par une correspondance : net={"{"}'{ $net }': ['{ $net }']{"}"}.
estimation-a-curve-is-a-spline = {" "}Une courbe s’écrit bs({ $name }, df=4).
estimation-a-likelihood-ratio-test-needs-a = Un test du rapport de vraisemblance demande un coefficient qui n’est pas testé.
estimation-a-likelihood-ratio-test-of-an-ordinal = Le test du rapport de vraisemblance n’est pas offert pour un modèle ordinal : prenez 'wald'.
estimation-a-model-with-an-offset-predicts-groups = Un modèle à terme fixe (offset) prédit des groupes (`by`), et non des lignes.
estimation-a-question-is-named-twice-name-each-once = Une question est nommée deux fois : nommez chacune une seule fois.
estimation-a-t-test-needs-two = « { $by } » a { $count } codes parmi ceux qui répondent à « { $variable } » : un test t en demande deux. Employez `glm` pour plus.
estimation-a-variable-by-itself = crosstab_test demande deux variables; « { $name } » est croisée avec elle-même.
estimation-a-witness-holds-the-rows-that-figures = un témoin contient les lignes dont viennent les chiffres, et celles d’une vague différée restent dans leur moteur. Lisez les colonnes ici (wave.read([...])), et écrivez celui de ses estimations.
estimation-adjust-is-not-known-use-one-of = adjust={ $adjust } n’est pas connu. Choisissez parmi : { $rules }.
estimation-an-ordinal-model-has-no-place-for = { $name } : des personnes de la base ont répondu { $codes }, ce qui n’a pas de place dans l’ordre des réponses et serait pris pour la plus haute. Laissez-les de côté : { $where }.
estimation-an-ordinal-model-needs-a-column-as-its = La réponse d’un modèle ordinal est une colonne, et non { $left }.
estimation-an-ordinal-model-of-a-measure = La réponse a { $count } valeurs différentes, et un modèle ordinal est de { $most } réponses ordonnées au plus. Ajustez une mesure par padai.glm, ou découpez-la en classes (pandas.cut).
estimation-an-ordinal-models-cut-points-stand-for = Les seuils d’un modèle ordinal tiennent lieu de constante : gardez-la.
estimation-averages-over-groups-are-on-the-response = Les moyennes par groupe sont à l’échelle de la réponse : scale='response'.
estimation-by-names-a-breakdown-twice-or-total = `by` nomme deux fois une ventilation, ou « total », qui y est toujours.
estimation-by-the-respondents-lie-in-as-many-strata = « { $row } » par « { $column } » : les personnes sont dans autant de strates que d’unités primaires, et aucun degré de liberté ne reste pour un test.
estimation-cannot-be-read-as-a-formula = { $formula } ne se lit pas comme une formule de modèle : { $error }.{ $hint }
estimation-ci-quantile-needs-replicate-weights-use = ci='quantile' demande des poids de réplication : prenez 'mean'.
estimation-ci-score-needs-a-design-without = ci='score' demande un plan sans répliques : prenez 'mean'.
estimation-column-letters-are-of-estimates-that = Les lettres de colonne sont celles d’estimations tirées de répondants.
estimation-column-letters-lesser-level-is-not-under = column_letters : lesser_level={ $lesser_level } n’est pas sous level={ $level }.
estimation-covariates-is-not-known-use-sampled-or = covariates={ $covariates } n’est pas connu. Prenez 'sampled' ou 'fixed'.
estimation-fitting-a-model-from-a-formula = Ajuster un modèle d’après une formule
estimation-has-among-those-who-take-part-no-test = « { $variable } » a { $found } chez les personnes retenues : pas de test.
estimation-has-code-among-those-who-answer-both = « { $name } » { $size ->
       [0] n’a aucun code
       [one] a { $size } code
       *[other] a { $size } codes
    } chez les personnes qui répondent aux deux variables : un test en demande deux.
estimation-has-no-category-in-the-model-it-has = { $name } n’a pas de modalité { $unknown } dans le modèle; elle a { $seen }.
estimation-has-no-net-declare-it-or-list-its-codes = « { $name } » n’a pas de regroupement « { $net } ». Déclarez-le, ou donnez la liste de ses codes.
estimation-has-no-net-or-code-it-has = « { $name } » n’a ni regroupement ni code « { $net } »; il y a { $there }.{ $hint }{ $way }
estimation-has-no-scores-so-that-it-has-no-mean = « { $name } » n’a pas de valeurs numériques (`score:`), donc pas de moyenne : donnez-en à ses codes, ou prenez un regroupement.
estimation-has-one-code-among-those-who-answer-a = « { $by } » a un seul code chez celles qui répondent à « { $variable } » : un test de rangs en demande deux.
estimation-holds-dates-or-durations-not-numbers = « { $name } » contient des dates ou des durées, pas des nombres. Faites-en d’abord un nombre, comme des jours : (tableau['{ $name }'] - debut).dt.days.
estimation-holds-no-answer-it-has-no-proportions = « { $name } » ne contient aucune réponse : elle n’a pas de proportions.
estimation-holds-something-other-than-a-number-in = « { $name } » contient autre chose qu’un nombre dans { $lost } lignes. { $hint }
estimation-holds-texts-without-an-order-make-it-an = { $name } porte des textes sans ordre. Dites-le, du plus bas au plus haut : frame[{ $name }] = pandas.Categorical(frame[{ $name }], [...], ordered=True).
estimation-is-a-balance-a-model-needs-a-net-of = « { $net } » est un solde : un modèle demande un regroupement de codes.
estimation-is-an-open-question-it-has-no = « { $name } » est une question ouverte : elle n’a pas de proportions.
estimation-is-infinite-in-rows-correct-the-data = « { $name } » est infini dans { $infinite } lignes : corrigez les données.
estimation-is-no-model-formula = { $formula } n’est pas une formule de modèle : écrivez la réponse, « ~ », puis les termes.
estimation-is-numeric-in-the-model-predict-it-with = « { $by } » est numérique dans le modèle : prédisez par `at`.
estimation-level-is-not-between-0-and-1-0-95-is = level={ $level } n’est pas entre 0 et 1; l’usage est 0,95.
estimation-link-is-not-known-use-one-of = link={ $link } n’est pas connu. Choisissez parmi : { $links }.{ $hint }
estimation-marginal-effects-are-those-of-glm-models = Les effets marginaux sont ceux des modèles de `glm`.
estimation-method-is-not-known-use-one-of-wald = method={ $method } n’est pas connu. Choisissez parmi : wald, working_wald, lrt.
estimation-name-at-least-one-variable-and-each-once = Nommez au moins une variable, et chacune une seule fois.
estimation-name-one-variable = Nommez au moins une variable, et chacune une fois.
estimation-net-has-no-code-it-has = `net` : « { $name } » n’a pas le code { $unknown }; elle a { $labels }.
estimation-net-needs-a-column-as-the-response-not = `net` demande une colonne comme réponse, et non « { $response } ».
estimation-net-of-is-a-declared-name-a-code-or-a = `net` de « { $name } » est un nom déclaré, un code, ou une correspondance de noms à des codes comme {"{"}'élevé': ['4', '5']{"}"}; { $name_2 } a été donné.
estimation-net-of-is-an-empty-mapping-name-a-net = `net` de « { $name } » est une correspondance vide : nommez un regroupement et ses codes, ou omettez-le.
estimation-net-of-names-no-code-list-one-at-least = le regroupement « { $label } » de « { $name } » ne nomme aucun code : donnez-en un au moins.
estimation-net-of-uses-codes-that-it-lacks-it-has = le regroupement « { $label } » de « { $name } » nomme des codes qu’elle n’a pas : { $unknown }. Elle a { $labels }.{ $hint }
estimation-no-row-answers-every-variable-of-the = { $formula } : aucune ligne ne répond à toutes les variables du modèle.
estimation-no-row-takes-part-in-the-model = { $formula } : aucune ligne n’entre dans le modèle.
estimation-no-value = aucune valeur
estimation-no-wave-of-these-has-the-question = Aucune de ces vagues n’a la question « { $name } ».
estimation-of-quantiles-have-no-standard-error-name = { $missing } des { $count_chosen } quantiles n’ont pas d’erreur type : nommez d’autres lignes.
estimation-of-rows-that-answer-every-variable-give = { $formula } : { $lost } des { $count_complete } lignes qui répondent à toutes les variables ne donnent pas de nombre fini (logarithme de 0, division par 0, valeur infinie). Corrigez la variable, ou laissez ces lignes de côté par `where`.
estimation-one-value = une seule valeur
estimation-options-of-a-multiple-response-are = Les options d’une réponse multiple sont des colonnes de 0 et de 1 : « { $wrong } » n’en est pas une.
estimation-predict-needs-at-or-by = predict demande `at` ou `by`, l’un des deux.
estimation-predictions-are-made-at-a-table-of = Les prédictions se font à un tableau de valeurs, ou à une correspondance comme {"{"}'age': [20, 40]{"}"}; { $name } a été donné.
estimation-predictions-need-a-number-for-in-every = Les prédictions demandent un nombre pour « { $name } » dans chaque ligne.
estimation-predictions-need-a-value-of-in-every-row = Les prédictions demandent une valeur de { $name } à chaque ligne.
estimation-predictions-need-the-variable = Les prédictions demandent la variable « { $name } », qui n’y est pas.
estimation-probs-needs-shares-from-0-to-1-one-at = `probs` demande des parts de 0 à 1, une au moins; probs={ $probs } a été donné. La médiane est 0,5.
estimation-random-effects-are-of-unit-model = {" "}Les effets aléatoires sont ceux de padai.unit_model; ici le plan (psu, strates) tient déjà compte de ce que les gens ont en commun.
estimation-replicate-of = Réplication { $place } sur { $count } : { $why }
estimation-replicate-weights-beside-strata-or-that = des poids de réplication à côté de strates, ou qui diffèrent d’une vague à l’autre, ne sont pas un plan du paquet survey de R. Écrivez le témoin d’une vague, sans ses strates.
estimation-rows-lie-outside-to-beyond-which-the = « { $name } » : { $out } lignes sortent de { $low } à { $high }, hors de quoi la spline du modèle ne dit rien. Prédisez à l’intérieur, ou ajustez bs({ $name }, ..., lower_bound=, upper_bound=) assez larges.
estimation-scale-is-not-known-use-response-or-link = scale={ $scale } n’est pas connu. Prenez 'response', ou 'link' pour un glm.
estimation-scores-is-not-known-use-one-of = scores={ $scores } n’est pas connu. Choisissez parmi : { $scores_2 }.{ $hint }
estimation-scores-takes-ranks-and-total = scores : une fonction de scores reçoit deux arguments, les rangs et la somme des poids : scores=lambda rangs, total: rangs / total.
estimation-std-errors-bell-mccaffrey-frees-the = { $led }std_errors='bell-mccaffrey' corrige les résidus des unités primaires, et le plan a des poids répliqués, qui disent l’erreur par eux-mêmes : prenez 'linearised'.
estimation-std-errors-bell-mccaffrey-is-made-for = { $led }std_errors='bell-mccaffrey' vaut pour des unités de même probabilité, et la vague a été tirée avec pps ou en deux phases : prenez 'linearised'.
estimation-std-errors-is-not-known-use-one-of = std_errors='{ $std_errors }' n’est pas connu. Prenez l’un de : { $std_errors_2 }.
estimation-the-column-is-not-in-every-wave-it-lacks = La colonne « { $name } » n’est pas dans toutes les vagues : elle manque dans { $lacking }. Estimez-la à partir des vagues qui l’ont.
estimation-the-design-has-too-few-psus-for-a-wald = { $names } : le plan a trop peu d’unités primaires pour un test de Wald de { $k } coefficients à la fois. Prenez method='lrt', ou regroupez des modalités.
estimation-the-design-has-too-few-psus-to-compare = Le plan a trop peu d’unités primaires pour comparer les { $k } codes de « { $by } ».
estimation-the-difference-has-no-variance-there-is = La différence n’a pas de variance : il n’y a rien à tester.
estimation-the-model-has-no-term = Le modèle n’a pas de terme « { $name } »; ses termes sont { $known }.
estimation-the-model-has-no-variable = Le modèle n’a pas de variable { $unknown }; il a { $known }.
estimation-the-model-leaves-no-degree-of-freedom = Le modèle ne laisse aucun degré de liberté pour un test de ses termes.
estimation-the-models-formula-cannot-be-worked-out = La formule du modèle ne peut être calculée pour ces lignes : donnez chaque variable comme l’avaient les données du modèle.
estimation-the-respondents-lie-in-too-few-psus-for = Les personnes sont dans trop peu d’unités primaires pour leurs strates : aucun degré de liberté ne reste pour un test.
estimation-the-response-has-categories = La réponse { $left } a { $count } catégories : nommez celles qui comptent pour oui par `net=`, ou ajustez un modèle ordinal.
estimation-the-witness-writes-strata-units = le témoin écrit strates, unités, calages et poids de réplication; la vague a été tirée avec pps ou en deux phases. Dans R : svydesign(pps=) et twophase().
estimation-there-is-no-column = { $formula } : il n’y a pas de colonne « { $name } ».{ $hint }
estimation-there-is-no-column-to-count-words-in = { $wave_id } : il n’y a pas de colonne « { $question } » où compter des mots.
estimation-these-estimates-have-no-covariance = Ces estimations n’ont pas de covariance.
estimation-these-replicate-weights-were-made-by = ces poids de réplication ont été faits par padai et ne sont dans aucun fichier. Écrivez le témoin des vagues sans eux : leurs erreurs types par linéarisation.
estimation-this-model-is-detached-from-its = Ce modèle est détaché de ses répondants (rangé ou sérialisé) : prenez celui que `glm` ou `ordinal` a rendu.
estimation-ties-is-not-known-use-rows-or-middle = ties={ $ties } n’est pas connu. Prenez 'rows' ou 'middle'.
estimation-weights-were-changed-after-their = les poids ont été modifiés après leur calage (rognés sans nouveau calage), ce que les plans calés de R ne connaissent pas. Rognez avec rerake=True, ou prenez les poids tels quels dans une nouvelle Wave.
estimation-where-has-no-code-it-has = `where` : « { $name } » n’a pas le code { $unknown }; il y a { $labels }.{ $hint }
estimation-where-needs-true-or-false = `where` demande les codes voulus par colonne, where={"{"}'sexe': ['F']{"}"}, ou { $count } valeurs vraies ou fausses, une par ligne de la vague.
estimation-where-of-a-lazy-wave-is-a-mapping-of = `where` d’une vague différée est une correspondance de colonnes à des codes, comme {"{"}'sexe': 'F'{"}"} : un masque a une valeur par ligne, et les lignes restent dans leur moteur. Faites-en d’abord une colonne.
estimation-without-a-survey-definition-name-the = Sans définition d’enquête, nommez les questions à estimer.
estimation-word-is-not-known-use-one-of = { $verb } : { $name }={ $word } n’est pas connu. Prenez l’un de : { $listed }.{ $hint }
estimation-words-have-shares = Des mots ont des parts : padai.proportion(wave, '{ $name }'). Ceux qui ne sont pas des réponses se déclarent : Wave(..., missing={"{"}'{ $name }': [...]{"}"}).
estimation-write-c-for-categories = {" "}Des catégories s’écrivent C({ $name }).
