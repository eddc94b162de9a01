# padai, weighting

weighting-and-more = {" "}and { $over } more
weighting-collapse-margin-merges-into-and-neither = collapse: margin '{ $margin_id }' merges { $cells } into '{ $into }', and neither they nor it have a target. Correct the rule or the targets.
weighting-draws-at-random-give-seed = { $kind } draws at random: give seed=, so that it can be repeated.
weighting-margin-cell-at-least-are-needed = margin '{ $control_name }', cell '{ $cell }': { $count } (at least { $least } are needed).{ $more } { $cure }
weighting-margin-codes-without-a-target-with-their = margin '{ $margin_id }': codes without a target, with their respondents: { $listed }{ $more }. Give each a target, or list it under `untargeted:` (its respondents then take no part in this margin).
weighting-margin-respondents-have-no-answer-give = margin '{ $margin_id }': { $blank } respondents have no answer. Give them one, or list '{ $blank_2 }' under `untargeted:` of this margin: they then take no part in it.
weighting-merge-it-for-instance-with-collapse = Merge it, for instance with '{ $neighbour }' ({ $found }): collapse: [{ $rule }].
weighting-other-cells-are-as-small = {" "}{ $others } other cells are as small.
weighting-replicates-see-the-first-stage-only-and = { $where }'{ $kind }' replicates see the first stage only, and with its finite correction the variance of later stages would be lost. Use 'mrbbootstrap', which sees them all, or say fpc='ignore' (slightly conservative).
weighting-rerake-true-calibrates-again-and-the = rerake=True calibrates again, and the wave has no calibration. Rake it first, or trim without rerake.
weighting-rows-have-a-weight-of-zero-nobodys = { $weighs } rows have a weight of zero: nobody's weight can go to or come from them. Leave them out before the wave is made.
weighting-targets-must-be-a-mapping = { $where }targets must be those of a survey, or a mapping such as {"{"}"sex": {"{"}"F": 0.51, "M": 0.49{"}}"}.
weighting-the-limits-and-must-be-numbers-with-0 = the limits { $lower } and { $upper } must be numbers with 0 <= lower < upper (lower may be left out).
weighting-the-margin-cannot-be-used = The margin cannot be used.
weighting-the-target-of-must-be-a-mapping-of-codes = the target of '{ $name }' must be a mapping of codes to shares or counts, or the total of a numeric column.
weighting-the-total-of-must-be-a-finite-number = the total of '{ $name }' must be a finite number.
weighting-there-are-no-such-replicates = { $where }there are no '{ $kind }' replicates; there are { $known }.
weighting-weights-would-be-zero-or-negative-once = { $weights } weights would be zero or negative once the others make up for what is added at the lower limit. Lower that limit.
