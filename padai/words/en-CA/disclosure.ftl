# padai, disclosure

disclosure-and-more = {"  "}and { $more } more
disclosure-by = {"  "}{ $wave }: { $question }, by { $breakdown }
disclosure-by-the-figures-contradict-the = { $question } by { $by }: the figures contradict the respondents that they are of. Nothing is published; this is a fault of the figures, not of the definition.
disclosure-by-the-table-has-too-many-cells-to-be = { $question } by { $by }: the table has too many cells to be examined ({ $count_inside } x { $count_within }). Merge groups or options in the definition, or leave the breakdown out of `report_breakdowns`.
disclosure-confidential-cells-of-table-s-could-be = confidential cells of { $count_tables ->
       [one] { $count_tables } table
       *[other] { $count_tables } tables
    } could be worked out from what would be published, or from a release that is still public:
disclosure-errors-of-answers-tell-withheld-cells = the errors of the answers to { $question }, by { $breakdown }, in part { $part } are sums over its strata, over the cells of a margin of `weighting:` or over the clusters that were drawn, of which none lies in two answers: with the answers that are shown they tell those that are withheld. Merge the small answers to { $question }, leave { $breakdown } out of `report_breakdowns:`, or mark { $question } as administrative (`tags: [administrative]`).
disclosure-errors-of-clusters-tell-withheld-cells = the errors of totals of part { $part } are sums over the clusters that were drawn (`psu:`, or those that replicate weights leave out together), a withheld group of { $breakdown } has three of them or fewer, and none lies in two groups: with the groups that are shown they tell the withheld cells of { $questions }. Merge the small groups (`small_groups: merge` in the breakdown), or leave { $breakdown } out of `report_breakdowns:`.
disclosure-errors-of-totals-tell-withheld-cells = the errors of totals of part { $part } are sums over its strata, or over the cells of a margin of `weighting:`, in which everybody weighs alike, and none lies in two groups of { $breakdown }: with the groups that are shown they tell the withheld cells of { $questions }. Merge the small groups (`small_groups: merge` in the breakdown), weight by margins that cross them too (`weighting:`), or leave { $breakdown } out of `report_breakdowns:`.
disclosure-merge-groups-or-answers-of-these-tables = Merge groups or answers of these tables in the definition, leave the breakdown out of `report_breakdowns`, or withdraw the earlier release.
disclosure-rounded-bases-are-told-by-shares = bases cannot be rounded to { $bases } in part { $part }: its respondents all have the same weight (or one of two), so that a share to a tenth is a fraction of the exact base. Take `rounding:` out of `confidentiality:` in survey.yaml, weight this part (`weighting:`), or leave it out of what is published.
disclosure-rounded-bases-of-a-group-are-told-by-shares = bases cannot be rounded to { $bases } in part { $part }: the respondents of group { $group } of breakdown { $breakdown } all have the same weight (or one of two), so that a share to a tenth is a fraction of the group's exact base. Take `rounding:` out of `confidentiality:` in survey.yaml, weight by margins that cross this group (`weighting:`), or leave { $breakdown } out of `report_breakdowns:`.
disclosure-total = {"  "}{ $wave }: { $question }, total
