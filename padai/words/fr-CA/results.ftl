# padai, results

results-a-column-stands-in-the-frame = { $kind } n’a pas de « { $name } » : c’est une colonne de son tableau. Écrivez resultat.frame['{ $name }'].
results-a-contrast-is-a-mapping-of-names-to-rows = Un contraste est une correspondance de noms à des lignes et des coefficients, comme {"{"}"E-H": {"{"}"E": 1, "H": -1{"}}"}.
results-a-covariance-of-rows-was-asked-for-at = Une covariance de { $count_chosen } lignes est demandée; { $max_covariance } au plus sont calculées. Nommez les lignes qu’il vous faut : est.cov(est.rows(question=...)).
results-a-table-to-show = Un tableau à montrer
results-a-witness-is-of-1-to-figures-and-were = un témoin porte sur 1 à { $most } chiffres, et { $count } ont été demandés. Nommez les lignes : est.witness('r', rows=est.rows(question=...)).
results-a-witness-is-written-of-shares-means = un témoin s’écrit de proportions, de moyennes, de totaux et de rapports; ce sont d’autres estimations. Écrivez celui des proportions ou moyennes dont elles viennent.
results-adjusted = à composition égale des volets
results-bars-of-false-answers = Barres : part de fausses réponses à partir de laquelle chaque constat se renverse.
results-citizens-panel = Panel citoyen : ces résultats portent sur les personnes participantes et ne représentent pas la population
results-column-breakdown = Ventilation
results-column-breaks = Ruptures
results-column-conf-high = Borne supérieure
results-column-conf-low = Borne inférieure
results-column-cv = CV
results-column-deff = { -design-effect-initial }
results-column-df = ddl
results-column-estimate = Estimation
results-column-family = Famille
results-column-family-size = Taille de la famille
results-column-flag = Mention
results-column-group = Groupe
results-column-margin = Marge
results-column-n-base = Base (n)
results-column-n-eff = n effectif
results-column-p-adjusted = p ajusté
results-column-p-equivalence = p d’équivalence
results-column-p-value = p
results-column-question = Question
results-column-reason = Motif
results-column-response = Réponse
results-column-statistic = Statistique
results-column-std-error = Erreur type
results-column-term = Terme
results-column-verdict = Constat
results-column-wave = Vague
results-columns-stand-in-the-frame = { $kind } n’a pas de « { $name } » : son tableau est .frame. Écrivez resultat.frame.{ $name }.
results-curvature = courbure
results-curves = Courbes : plus petit changement que montrerait une prochaine vague, selon le nombre d’entrevues.
results-differences-is-what-padai-difference-or = differences= est ce que padai.difference ou padai.difference_from_rest a rendu; { $given } a été donné.
results-dont-know = réponses « ne sait pas »
results-dots = Points avec { $level }.
results-dots-about-zero = Points de part et d’autre de zéro, avec { $level }.
results-drawing = Le tracé d’un résultat
results-false-answers-title = Part de fausses réponses qui renverse le constat
results-false-favourable = réponses fausses et favorables
results-false-random = réponses données au hasard
results-false-unfavourable = réponses fausses et défavorables
results-from-to = { $low } à { $high }
results-has-no = { $kind } n’a pas de « { $name } ».{ $hint }
results-intervals = intervalles
results-intervals-at = intervalles à { $level } %
results-is-no-key = « { $name } » n’est pas une clé : les lignes vont par { $known }.
results-is-no-table = { $kind } n’est pas un tableau, et ne donne ni colonne ni ligne de lui-même. Écrivez resultat.frame[{ $name }].
results-lang-the-comments-of-a-witness-are-in = lang={ $lang } : les commentaires d’un témoin sont en { $known }.
results-lines = Lignes dans le temps, de { $first } à { $last }, avec { $level }.
results-minus = { $one } moins { $other }
results-n-next = Entrevues de la prochaine vague
results-no-tipping-point-to-draw = plot : aucun de ces constats ne se renverse à une part de fausses réponses ; il n’y a rien à tracer. Lisez .frame, où chaque ligne dit pourquoi.
results-no-words-in = { $verb } : il n’y a pas de mots en langue { $lang } ; il y a : { $known }.{ $hint }
results-nothing-to-draw = plot : un résultat du genre { $kind } ne contient aucune estimation à tracer. Lisez-le par .frame, .to_markdown() ou .table().
results-open-consultation = Consultation ouverte : ces résultats ne représentent pas la population
results-raw = brut
results-rows-are-positions-from-0-to-or-one-true = Les lignes sont des positions de 0 à { $count_self }, ou une valeur vraie ou fausse par ligne; trouvez-les par leurs clés avec est.rows(group='F').
results-rows-go-by-keys = rows va par clés, non par position : est.rows(group='F', response='1'). Les clés sont { $known }.
results-rows-have-the-keys = Les lignes qui ont les clés { $texts } sont au nombre de { $count } : nommez-en une par sa position ou par plus de ses clés.
results-sample-not-random = Échantillon non probabiliste : l’intervalle est indicatif
results-selection-ratio = rapport de participation
results-selection-rho = corrélation de la participation avec la réponse
results-shares-and-numbers-have-no-common-axis = plot : certaines de ces lignes sont des parts, d’autres des moyennes ou des totaux, et elles n’ont pas d’axe commun. Tracez-les à part : est.plot(rows=est.rows(response='mean')).
results-slope = pente par an
results-smallest-change = Plus petit changement montré (points)
results-the-others = les autres
results-the-rest-is-in-the-table = Les autres hypothèses sont dans le tableau.
results-these-differences-are-not-between-waves = ces écarts ne sont pas entre des vagues, ou des groupes, de ces estimations. Donnez ceux que padai.difference ou padai.difference_from_rest a faits.
results-these-estimates-are-detached-from-their = Ces estimations sont détachées de leurs répondants (rangées, sérialisées ou après detach()) : une covariance demande celles que la fonction a rendues.
results-too-many-to-draw = plot : { $count } lignes ne tiennent pas dans une image, qui en contient { $most }. Nommez celles à tracer : est.plot(rows=est.rows(question='trust', breakdown='sex')).
results-too-many-to-read = { $verb } : { $count } lignes ne se lisent pas en un tableau, qui en a { $most } au plus. Estimez moins de questions ou de groupes, ou écrivez .frame dans un fichier.
results-under = <{"\u00A0"}{ $least }
