# padai, results

results-a-contrast-is-a-mapping-of-names-to-rows = Un contraste est une correspondance de noms à des lignes et des coefficients, comme {"{"}"E-H": {"{"}"E": 1, "H": -1{"}}"}.
results-a-covariance-of-rows-was-asked-for-at = Une covariance de { $count_chosen } lignes est demandée; { $max_covariance } au plus sont calculées. Nommez les lignes qu’il vous faut : est.cov(est.rows(question=...)).
results-a-witness-is-of-1-to-figures-and-were = un témoin porte sur 1 à { $most } chiffres, et { $count } ont été demandés. Nommez les lignes : est.witness('r', rows=est.rows(question=...)).
results-a-witness-is-written-of-shares-means = un témoin s’écrit de proportions, de moyennes, de totaux et de rapports; ce sont d’autres estimations. Écrivez celui des proportions ou moyennes dont elles viennent.
results-differences-is-what-padai-difference-or = differences= est ce que padai.difference ou padai.difference_from_rest a rendu; { $given } a été donné.
results-is-no-key-rows-go-by = « { $name } » n’est pas une clé : les lignes vont par { $keys }.
results-lang-the-comments-of-a-witness-are-in-fr = lang={ $lang } : les commentaires d’un témoin sont en 'fr' ou en 'en'.
results-rows-are-positions-from-0-to-or-one-true = Les lignes sont des positions de 0 à { $count_self }, ou une valeur vraie ou fausse par ligne; trouvez-les par leurs clés avec est.rows(group='F').
results-rows-have-the-keys-name-one-row-by-its = { $count_found } lignes ont les clés { $texts } : nommez-en une par sa position ou par plus de ses clés.
results-these-differences-are-not-between-waves = ces écarts ne sont pas entre des vagues, ou des groupes, de ces estimations. Donnez ceux que padai.difference ou padai.difference_from_rest a faits.
results-these-estimates-are-detached-from-their = Ces estimations sont détachées de leurs répondants (rangées, sérialisées ou après detach()) : une covariance demande celles que la fonction a rendues.
