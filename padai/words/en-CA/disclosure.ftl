# padai, disclosure

disclosure-and-more = {"  "}and { $more } more
disclosure-by = {"  "}{ $wave }: { $question }, by { $breakdown }
disclosure-by-the-figures-contradict-the = { $question } by { $by }: the figures contradict the respondents that they are of. Nothing is published; this is a fault of the figures, not of the definition.
disclosure-by-the-table-has-too-many-cells-to-be = { $question } by { $by }: the table has too many cells to be examined ({ $count_inside } x { $count_within }). Merge groups or options in the definition, or leave the breakdown out of `report_breakdowns`.
disclosure-confidential-cells-of-table-s-could-be = confidential cells of { $count_tables } table(s) could be worked out from what would be published, or from a release that is still public:
disclosure-merge-groups-or-answers-of-these-tables = Merge groups or answers of these tables in the definition, leave the breakdown out of `report_breakdowns`, or withdraw the earlier release.
disclosure-total = {"  "}{ $wave }: { $question }, total
