# padai, results

results-a-column-stands-in-the-frame = { $kind } has no '{ $name }': it is a column of its table. Write result.frame['{ $name }'].
results-a-contrast-is-a-mapping-of-names-to-rows = A contrast is a mapping of names to rows and coefficients, such as {"{"}"E-H": {"{"}"E": 1, "H": -1{"}}"}.
results-a-covariance-of-rows-was-asked-for-at = A covariance of { $count_chosen } rows was asked for; at most { $max_covariance } are computed. Name the rows you need: est.cov(est.rows(question=...)).
results-a-table-to-show = A table to show
results-a-witness-is-of-1-to-figures-and-were = a witness is of 1 to { $most } figures, and { $count } were asked for. Name the rows: est.witness('r', rows=est.rows(question=...)).
results-a-witness-is-written-of-shares-means = a witness is written of shares, means, totals and ratios; these are other estimates. Write that of the shares or means that they rest on.
results-adjusted = adjusted for the make-up of the parts
results-bars-of-false-answers = Bars: the share of false answers from which on each finding turns over.
results-citizens-panel = Citizens’ panel: these results are about the participants and do not represent the population
results-column-breakdown = Breakdown
results-column-breaks = Breaks
results-column-conf-high = Upper limit
results-column-conf-low = Lower limit
results-column-cv = CV
results-column-deff = { -design-effect-initial }
results-column-df = df
results-column-estimate = Estimate
results-column-family = Family
results-column-family-size = Size of the family
results-column-flag = Flag
results-column-group = Group
results-column-margin = Margin
results-column-n-base = Base (n)
results-column-n-eff = Effective n
results-column-p-adjusted = Adjusted p
results-column-p-equivalence = p of equivalence
results-column-p-value = p
results-column-question = Question
results-column-reason = Reason
results-column-response = Answer
results-column-statistic = Statistic
results-column-std-error = Standard error
results-column-term = Term
results-column-verdict = Verdict
results-column-wave = Wave
results-columns-stand-in-the-frame = { $kind } has no '{ $name }': its table is .frame. Write result.frame.{ $name }.
results-curvature = curvature
results-curves = Curves: the smallest change that a next wave shows, by number of interviews.
results-differences-is-what-padai-difference-or = differences= is what padai.difference or padai.difference_from_rest returned; { $given } was given.
results-dont-know = “don’t know” answers
results-dots = Dots with { $level }.
results-dots-about-zero = Dots on both sides of zero, with { $level }.
results-drawing = Drawing a result
results-false-answers-title = Share of false answers that turns the finding over
results-false-favourable = false and favourable answers
results-false-random = answers given at random
results-false-unfavourable = false and unfavourable answers
results-from-to = { $low } to { $high }
results-has-no = { $kind } has no '{ $name }'.{ $hint }
results-intervals = intervals
results-intervals-at = { $level }% intervals
results-is-no-key = '{ $name }' is no key: rows go by { $known }.
results-is-no-table = { $kind } is no table, and gives no column or row by itself. Write result.frame[{ $name }].
results-lang-the-comments-of-a-witness-are-in = lang={ $lang }: the comments of a witness are in { $known }.
results-lines = Lines over time, from { $first } to { $last }, with { $level }.
results-minus = { $one } minus { $other }
results-n-next = Interviews of the next wave
results-no-tipping-point-to-draw = plot: none of these findings turns over at a share of false answers, so there is nothing to draw. Read .frame, where each row says why.
results-no-words-in = { $verb }: there are no words in language { $lang }; there are: { $known }.{ $hint }
results-nothing-to-draw = plot: a result of the kind { $kind } holds no estimate to draw. Read it by .frame, .to_markdown() or .table().
results-open-consultation = Open consultation: these results do not represent the population
results-raw = raw
results-rows-are-positions-from-0-to-or-one-true = Rows are positions from 0 to { $count_self }, or one true or false value a row; find them by their keys with est.rows(group='F').
results-rows-go-by-keys = rows goes by keys, not by place: est.rows(group='F', response='1'). The keys are { $known }.
results-rows-have-the-keys = { $count } rows have the keys { $texts }: name one row by its position or by more of its keys.
results-sample-not-random = Non-probability sample: the interval is indicative
results-selection-ratio = ratio of participation
results-selection-rho = correlation of participation with the answer
results-shares-and-numbers-have-no-common-axis = plot: some of these rows are shares, others means or totals, and they have no axis in common. Draw each apart: est.plot(rows=est.rows(response='mean')).
results-slope = slope per year
results-smallest-change = Smallest change shown (points)
results-the-others = the others
results-the-rest-is-in-the-table = What else was supposed is in the table.
results-these-differences-are-not-between-waves = these differences are not between waves, or groups, of these estimates. Give those that padai.difference or padai.difference_from_rest made.
results-these-estimates-are-detached-from-their = These estimates are detached from their respondents (stored, pickled or after detach()): covariances need the estimates that the verb returned.
results-too-many-to-draw = plot: { $count } lines or rows do not fit in a picture, which holds { $most }. Name those to draw: est.plot(rows=est.rows(question='trust', breakdown='sex')).
results-too-many-to-read = { $verb }: { $count } rows are more than a table to read, which has { $most } at most. Estimate fewer questions or groups, or write .frame to a file.
results-under = <{ $least }
