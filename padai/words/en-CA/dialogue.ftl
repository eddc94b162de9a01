# padai, dialogue

dialogue-a-draw-is-a-definitions = draw_panel: the draw is that of a definition: padai.draw_panel(survey.panel.draw, volunteers); { $found } was given.
dialogue-cells-under-headings-correct-the-line-or = { $count_line } cells under { $count_header } headings. Correct the line, or the `delimiter:` of inventory.yaml.
dialogue-coder-s-that-are-not-declared-there-are = { $count ->
       [one] coder that is not declared
       *[other] coders that are not declared
    }: { $lacking }; there are: { $known }
dialogue-contribution-s-coded-are-not-in-the-data = { $count_strangers ->
       [one] { $count_strangers } coded contribution is
       *[other] { $count_strangers } coded contributions are
    } not in the data
dialogue-contribution-s-were-coded-by-nobody-code = { $none ->
       [one] { $none } contribution was
       *[other] { $none } contributions were
    } coded by nobody. Code them all.
dialogue-contribution-s-were-coded-twice-and = { $open_cases ->
       [one] { $open_cases } contribution was
       *[other] { $open_cases } contributions were
    } coded twice and never settled by '{ $settled }'; { $odd ->
       [one] { $odd } was
       *[other] { $odd } were
    } settled and not coded twice.
dialogue-correct-the-codings = Correct the codings.
dialogue-correct-the-records = Correct the records.
dialogue-did-you-mean = Did you mean '{ $close }'?
dialogue-entry-cites-the-which-no-release-has = entry '{ $entry_id }' cites the { $source_kind } '{ $name }', which no release has published. { $hint }
dialogue-entry-replied-on-to-the-which-was = entry '{ $entry_id }' replied on { $date } to the { $source_kind } '{ $source_id }', which was published on { $published }. Correct `date:`, or cite the earlier release that it replies to.
dialogue-first-member-s-are-not-those-whom-the = { $count_extra ->
       [one] { $count_extra } first member is
       *[other] { $count_extra } first members are
    } not among those whom the lottery drew
dialogue-it-has-other-columns-than = it has other columns than { $lottery_columns }
dialogue-it-is-not-a-valid-csv-file = it is not a valid CSV file: { $error }.
dialogue-it-is-not-utf-8-text-byte-save-it-as-utf = it is not UTF-8 text (byte { $start }). Save it as UTF-8.
dialogue-it-lists-no-use-a-header-and-nothing = it lists no use: a header and nothing under it. Take the file that was published.
dialogue-its-tickets-do-not-run-from-1-to = its tickets do not run from 1 to { $tickets }
dialogue-line-a-date-is-written-yyyy-mm-dd = line { $at }: a date is written YYYY-MM-DD.
dialogue-line-entree-the-first-day-in-office-is = line { $at }: `entree`, the first day in office, is missing.
dialogue-line-renouvele-is-oui-non-or-empty = line { $at }: `renouvele` is oui, non or empty.
dialogue-mandates-were-renewed-and-mandate-says = mandates were renewed, and `mandate:` says `renewable: 0`
dialogue-margin-group-at-least-and-volunteers = margin '{ $quota_id }', group '{ $group }': { $low } at least, and { $there } volunteers
dialogue-margin-group-together-with-the-other = margin '{ $quota_id }', group '{ $group }': together with the other margins, { $why }
dialogue-margin-its-max-add-up-to-under-seats = margin '{ $quota_id }': its `max` add up to { $high }, under { $size } seats
dialogue-margin-its-min-add-up-to-over-seats = margin '{ $quota_id }': its `min` add up to { $low }, over { $size } seats
dialogue-member-s-are-in-office-for-longer-than = { $count_long ->
       [one] { $count_long } member is
       *[other] { $count_long } members are
    } in office for longer than `mandate:` allows ({ $months ->
       [one] { $months } month
       *[other] { $months } months
    }, renewable { $renewable ->
       [one] { $renewable } time
       *[other] { $renewable } times
    })
dialogue-member-s-are-not-among-the-volunteers-of = { $count_stranger ->
       [one] { $count_stranger } member is
       *[other] { $count_stranger } members are
    } not among the volunteers of { $pool }: { $count_stranger ->
       [one] this person was
       *[other] they were
    } never invited
dialogue-member-s-left-before-they-came = { $count_before ->
       [one] { $count_before } member left before coming
       *[other] { $count_before } members left before they came
    }
dialogue-member-s-left-for-a-reason-that-mandate = { $count_odd ->
       [one] { $count_odd } member
       *[other] { $count_odd } members
    } left for a reason that `mandate:` does not list ({ $known })
dialogue-member-s-stand-twice-or-have-no-number = { $twice ->
       [one] { $twice } member stands twice or has
       *[other] { $twice } members stand twice or have
    } no number
dialogue-member-s-were-renewed-and-yet-have-a = { $count_kept ->
       [one] { $count_kept } member was renewed and yet has
       *[other] { $count_kept } members were renewed and yet have
    } a last day
dialogue-no-panel-of-meets-the-quotas = no panel of { $size } meets the quotas. { $said }
dialogue-number-s-stand-twice-in-column-of-the = { $twice ->
       [one] { $twice } number stands
       *[other] { $twice } numbers stand
    } twice in column '{ $definition_id }' of the pool { $pool }. Each volunteer stands once.
dialogue-of-its-panels-do-not-meet-the-quotas = { $bad } of its panels do not meet the quotas
dialogue-on-people-are-in-office-for-seats = on { $day }, { $n } people are in office for { $size } seats
dialogue-person-s-drawn-have-no-seat-enter-them = { $count_absent ->
       [one] { $count_absent } person drawn has no seat; enter them, even if they declined
       *[other] { $count_absent } people drawn have no seat; enter them, even if they declined
    }
dialogue-present-never-drawn = present who volunteered and { $count ->
       [one] was
       *[other] were
    } never drawn
dialogue-present-never-invited = present who { $count ->
       [one] was
       *[other] were
    } never invited
dialogue-present-not-in-office = present who { $count ->
       [one] was
       *[other] were
    } not in office on { $date }
dialogue-published-in = Published in: { $editions }.
dialogue-put-to-the-vote-and-not-adopted = { $title } (put to the vote and not adopted by the panel: { $favour } in favour, { $against } against)
dialogue-recommendation-its-dissent-counts-more = recommendation '{ $found_id }': its dissent counts more people than the { $present } present
dialogue-recommendation-votes-at-session-where = recommendation '{ $found_id }': { $votes } votes at session '{ $session }', where { $present } people were present
dialogue-replacement-s-had-been-drawn-already = { $count_again ->
       [one] { $count_again } replacement
       *[other] { $count_again } replacements
    } had been drawn already
dialogue-row-s-are-of-people-who-never-held-a = { $count_strangers ->
       [one] { $count_strangers } row is of somebody
       *[other] { $count_strangers } rows are of people
    } who never held a seat. The answers of a panel are its members'.
dialogue-row-s-name-a-cell-without-volunteers = { $unknown ->
       [one] { $unknown } row names
       *[other] { $unknown } rows name
    } a cell without volunteers
dialogue-row-s-stand-twice = { $twice ->
       [one] { $twice } row stands
       *[other] { $twice } rows stand
    } twice
dialogue-row-s-stand-twice-a-presence-is-noted = { $twice ->
       [one] { $twice } row stands
       *[other] { $twice } rows stand
    } twice. A presence is noted once.
dialogue-row-s-without-a-contribution-a-coder-or = { $blank ->
       [one] { $blank } row
       *[other] { $blank } rows
    } without a contribution, a coder or a theme
dialogue-seats-cannot-be-filled = { $n } of its seats cannot be filled
dialogue-seats-more-are-needed = it needs { $n ->
       [one] { $n } more seat
       *[other] { $n } more seats
    }
dialogue-session = session '{ $session_id }': { $count_people ->
       [one] { $count_people } person
       *[other] { $count_people } people
    } { $why }
dialogue-session-nobody-is-noted-as-present = session '{ $session_id }': nobody is noted as present
dialogue-session-s-are-not-declared-in-panel-yaml = { $count ->
       [one] session { $odd } is
       *[other] sessions { $odd } are
    } not declared in panel.yaml; there are: { $declared }.
dialogue-the-codebook-has-no-theme-there-are = the codebook has no theme { $lacking }; there are: { $known }
dialogue-the-column-s-are-missing = { $count ->
       [one] column
       *[other] columns
    } missing: { $lacking }.
dialogue-the-column-s-are-missing-wanted = { $count ->
       [one] column
       *[other] columns
    } missing: { $lacking }. Wanted: { $wanted }.
dialogue-the-header-is-not-the-one-that-inventory = the header is not the one that inventory.yaml describes. Not found once: { $lacking }. Found: { $shown }. Correct `columns:` (or `delimiter:`) of inventory.yaml.
dialogue-the-inventorys-file-is-missing-from-the = the inventory's file is missing from the survey's folder.
dialogue-the-lottery-is-not-one-of-these = the lottery is not one of these volunteers and quotas: { $said }. Draw again.
dialogue-the-numbers-stand-by-the-groups-of = { $pool }: the rows, or the numbers of “{ $id }”, stand by the groups of { $quota_id }, a sensitive quota. The list of numbers goes out in that order and would tell the group of each. Put the rows in a random order and number them anew, before anything is announced.
dialogue-the-person-who-came-on-replaces-somebody = the person who came on { $start } replaces somebody who is no member, or who had not left yet
dialogue-the-pool-has-blanks-complete-them = the pool { $pool } has blanks ({ $said }). Complete them.
dialogue-the-pool-lacks-the-column-s-name-the = the pool { $pool } lacks the { $count ->
       [one] column
       *[other] columns
    } { $lacking }. Name the columns of the file under `id:` and `quotas:`.
dialogue-there-are = There are: { $listed }.
dialogue-ticket = 
    { $ticket ->
        [0] nobody drawn
       *[other] ticket { $ticket }
    }
dialogue-tickets-and-people-are-whole-numbers = tickets and people are whole numbers
dialogue-value-s-of-the-column-have-no-place-in = { $count_unknown ->
       [one] { $count_unknown } value of the column '{ $name }' has
       *[other] { $count_unknown } values of the column '{ $name }' have
    } no place in inventory.yaml: { $listed }. Add { $count_unknown ->
       [one] it
       *[other] them
    } under `{ $key }:`.
dialogue-volunteer-s-have-in-column-a-value-that = { $odd ->
       [one] { $odd } volunteer has
       *[other] { $odd } volunteers have
    } in column '{ $column }' a value that is no group of the quota '{ $quota_id }'. Groups: { $groups }.
dialogue-volunteers-for-seats = { $n } volunteers for { $size } seats
dialogue-widen-min-and-max-or-invite-more-people = Widen `min` and `max`, or invite more people of these groups.
