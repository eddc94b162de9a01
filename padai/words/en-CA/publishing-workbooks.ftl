# padai, publishing-workbooks

publishing-workbooks-above = Above
publishing-workbooks-answer = Answer
publishing-workbooks-areas-sheet = model
publishing-workbooks-body = Body
publishing-workbooks-bounds-n-is-unweighted-effective-n-n = Bounds: { $interval }. n is unweighted; effective n = n divided by the { -design-effect } of the estimate. Letters and flags are explained in the sheet Notes.
publishing-workbooks-breakdown = Breakdown
publishing-workbooks-contact = Contact
publishing-workbooks-contents-0856 = Contents
publishing-workbooks-contents-3533 = Contents
publishing-workbooks-cover = Cover
publishing-workbooks-data-tables = Data tables
publishing-workbooks-data-tables-are-written-as-not = data tables are written as { $suffixes }, not { $suffix }.
publishing-workbooks-each-group-of-a-breakdown-has-a-letter = Each group of a breakdown has a letter. The column “Above” gives the groups of the same breakdown whose estimate is lower, at the 5% level, p-values being adjusted within the table (Benjamini-Hochberg). This reading is exploratory: it does not replace the verdicts of the report.
publishing-workbooks-effective-n = Effective n
publishing-workbooks-estimate = Estimate
publishing-workbooks-flag = Flag
publishing-workbooks-group = Group
publishing-workbooks-language = Language
publishing-workbooks-letter = Letter
publishing-workbooks-letter-above = Letter, above
publishing-workbooks-licence-of-the-data = Licence of the data
publishing-workbooks-lower-bound = Lower bound
publishing-workbooks-meaning = Meaning
publishing-workbooks-n = n
publishing-workbooks-n-is-unweighted = n is unweighted.
publishing-workbooks-notes = Notes
publishing-workbooks-one-table-a-sheet = One table a sheet. On paper each sheet takes a page or more: print those that you need.
publishing-workbooks-question = Question
publishing-workbooks-remark = Remark
publishing-workbooks-sheet = Sheet
publishing-workbooks-sign-or-notion = Sign or notion
publishing-workbooks-survey-conducted = Survey conducted { $dates }.
publishing-workbooks-upper-bound = Upper bound
publishing-workbooks-wording = Wording
