# padai, estimation

estimation-a-code-that-nobody-gave-is-asked-for-by = {" "}Un code que personne n’a donné se demande par une correspondance : net={"{"}'{ $net }': ['{ $net }']{"}"}.
estimation-a-t-test-needs-two = « { $by } » a { $count } codes parmi ceux qui répondent à « { $variable } » : un test t en demande deux. Employez `glm` pour plus.
estimation-an-ordinal-model-of-a-measure = La réponse a { $count } valeurs différentes, et un modèle ordinal est de { $most } réponses ordonnées au plus. Ajustez une mesure par padai.glm, ou découpez-la en classes (pandas.cut).
estimation-by-names-a-breakdown-twice-or-total = `by` nomme deux fois une ventilation, ou « total », qui y est toujours.
estimation-cannot-be-read-as-a-formula = { $formula } ne se lit pas comme une formule de modèle : { $error }.{ $hint }
estimation-column-letters-lesser-level-is-not-under = column_letters : lesser_level={ $lesser_level } n’est pas sous level={ $level }.
estimation-has-no-net-or-code-it-has = « { $name } » n’a ni regroupement ni code « { $net } »; il y a { $there }.{ $hint }{ $way }
estimation-has-no-scores-so-that-it-has-no-mean = « { $name } » n’a pas de valeurs numériques (`score:`), donc pas de moyenne : donnez-en à ses codes, ou prenez un regroupement.
estimation-holds-dates-or-durations-not-numbers = « { $name } » contient des dates ou des durées, pas des nombres. Faites-en d’abord un nombre, comme des jours : (tableau['{ $name }'] - debut).dt.days.
estimation-holds-no-answer-it-has-no-proportions = « { $name } » ne contient aucune réponse : elle n’a pas de proportions.
estimation-holds-something-other-than-a-number-in = « { $name } » contient autre chose qu’un nombre dans { $lost } lignes.
estimation-is-an-open-question-it-has-no = « { $name } » est une question ouverte : elle n’a pas de proportions.
estimation-is-infinite-in-rows-correct-the-data = « { $name } » est infini dans { $infinite } lignes : corrigez les données.
estimation-is-no-model-formula = { $formula } n’est pas une formule de modèle : écrivez la réponse, « ~ », puis les termes.
estimation-level-is-not-between-0-and-1-0-95-is = level={ $level } n’est pas entre 0 et 1; l’usage est 0,95.
estimation-name-one-variable = Nommez au moins une variable, et chacune une fois.
estimation-net-has-no-code-it-has = `net` : « { $name } » n’a pas le code { $unknown }; elle a { $labels }.
estimation-net-of-is-a-declared-name-a-code-or-a = `net` de « { $name } » est un nom déclaré, un code, ou une correspondance de noms à des codes comme {"{"}'élevé': ['4', '5']{"}"}; { $name_2 } a été donné.
estimation-net-of-is-an-empty-mapping-name-a-net = `net` de « { $name } » est une correspondance vide : nommez un regroupement et ses codes, ou omettez-le.
estimation-net-of-names-no-code-list-one-at-least = le regroupement « { $label } » de « { $name } » ne nomme aucun code : donnez-en un au moins.
estimation-net-of-uses-codes-that-it-lacks-it-has = le regroupement « { $label } » de « { $name } » nomme des codes qu’elle n’a pas : { $unknown }. Elle a { $labels }.{ $hint }
estimation-no-wave-of-these-has-the-question = Aucune de ces vagues n’a la question « { $name } ».
estimation-options-of-a-multiple-response-are = Les options d’une réponse multiple sont des colonnes de 0 et de 1 : « { $wrong } » n’en est pas une.
estimation-predict-needs-at-or-by = predict demande `at` ou `by`, l’un des deux.
estimation-predictions-are-made-at-a-table-of = Les prédictions se font à un tableau de valeurs, ou à une correspondance comme {"{"}'age': [20, 40]{"}"}; { $name } a été donné.
estimation-predictions-need-a-number-for-in-every = Les prédictions demandent un nombre pour « { $name } » dans chaque ligne.
estimation-predictions-need-the-variable = Les prédictions demandent la variable « { $name } », qui n’y est pas.
estimation-probs-needs-shares-from-0-to-1-one-at = `probs` demande des parts de 0 à 1, une au moins; probs={ $probs } a été donné. La médiane est 0,5.
estimation-replicate-of = Réplication { $place } sur { $count } : { $fr }
estimation-replicate-weights-beside-strata-or-that = des poids de réplication à côté de strates, ou qui diffèrent d’une vague à l’autre, ne sont pas un plan du paquet survey de R. Écrivez le témoin d’une vague, sans ses strates.
estimation-rows-lie-outside-to-beyond-which-the = « { $name } » : { $out } lignes sortent de { $low } à { $high }, hors de quoi la spline du modèle ne dit rien. Prédisez à l’intérieur, ou ajustez bs({ $name }, ..., lower_bound=, upper_bound=) assez larges.
estimation-std-errors-bell-mccaffrey-frees-the = { $led }std_errors='bell-mccaffrey' corrige les résidus des unités primaires, et le plan a des poids répliqués, qui disent l’erreur par eux-mêmes : prenez 'linearised'.
estimation-std-errors-is-not-known-use-one-of = std_errors='{ $std_errors }' n’est pas connu. Prenez l’un de : { $std_errors_2 }.
estimation-the-column-is-not-in-every-wave-it-lacks = La colonne « { $name } » n’est pas dans toutes les vagues : elle manque dans { $lacking }. Estimez-la à partir des vagues qui l’ont.
estimation-the-model-has-no-term = Le modèle n’a pas de terme « { $name } »; ses termes sont { $known }.
estimation-the-model-has-no-variable = Le modèle n’a pas de variable { $unknown }; il a { $known }.
estimation-the-models-formula-cannot-be-worked-out = La formule du modèle ne peut être calculée pour ces lignes : donnez chaque variable comme l’avaient les données du modèle.
estimation-the-response-has-categories = La réponse { $left } a { $count } catégories : nommez celles qui comptent pour oui par `net=`, ou ajustez un modèle ordinal.
estimation-there-is-no-column = { $formula } : il n’y a pas de colonne « { $name } ».{ $hint }
estimation-these-replicate-weights-were-made-by = ces poids de réplication ont été faits par padai et ne sont dans aucun fichier. Écrivez le témoin des vagues sans eux : leurs erreurs types par linéarisation.
estimation-weights-were-changed-after-their = les poids ont été modifiés après leur calage (rognés sans nouveau calage), ce que les plans calés de R ne connaissent pas. Rognez avec rerake=True, ou prenez les poids tels quels dans une nouvelle Wave.
estimation-where-has-no-code-it-has = `where` : « { $name } » n’a pas le code { $unknown }; il y a { $labels }.{ $hint }
estimation-where-needs-true-or-false = `where` demande { $count } valeurs vraies ou fausses, une par ligne de la vague.
estimation-write-c-for-categories = {" "}Des catégories s’écrivent C({ $name }).
