# padai, results

results-a-contrast-is-a-mapping-of-names-to-rows = A contrast is a mapping of names to rows and coefficients, such as {"{"}"E-H": {"{"}"E": 1, "H": -1{"}}"}.
results-a-covariance-of-rows-was-asked-for-at = A covariance of { $count_chosen } rows was asked for; at most { $max_covariance } are computed. Name the rows you need: est.cov(est.rows(question=...)).
results-a-witness-is-of-1-to-figures-and-were = a witness is of 1 to { $most } figures, and { $count } were asked for. Name the rows: est.witness('r', rows=est.rows(question=...)).
results-a-witness-is-written-of-shares-means = a witness is written of shares, means, totals and ratios; these are other estimates. Write that of the shares or means that they rest on.
results-differences-is-what-padai-difference-or = differences= is what padai.difference or padai.difference_from_rest returned; { $given } was given.
results-is-no-key-rows-go-by = '{ $name }' is no key: rows go by { $keys }.
results-lang-the-comments-of-a-witness-are-in-fr = lang={ $lang }: the comments of a witness are in 'fr' or 'en'.
results-rows-are-positions-from-0-to-or-one-true = Rows are positions from 0 to { $count_self }, or one true or false value a row; find them by their keys with est.rows(group='F').
results-rows-have-the-keys-name-one-row-by-its = { $count_found } rows have the keys { $texts }: name one row by its position or by more of its keys.
results-these-differences-are-not-between-waves = these differences are not between waves, or groups, of these estimates. Give those that padai.difference or padai.difference_from_rest made.
results-these-estimates-are-detached-from-their = These estimates are detached from their respondents (stored, pickled or after detach()): covariances need the estimates that the verb returned.
