"""The executive page: fixed parts, in a fixed order, and no word outside of the verdicts."""

from __future__ import annotations

from padai.publishing.basis.context import Context
from padai.publishing.basis.lookup import MAIN, TOTAL, Cell, Difference
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.readout import Readout
from padai.publishing.basis.sentences import GROUP_PHRASES, ended
from padai.publishing.basis.sentences import joined as in_words
from padai.publishing.basis.vocabulary import check_words
from padai.publishing.chapters.how_to_read import BREAK_TYPES, scope_words, touched_words
from padai.publishing.chapters.opening import PAGES, asked_and_resting
from padai.publishing.chapters.robustness import dependence
from padai.publishing.exhibits.exhibit_items import (
    Item,
    cell_of,
    change_of,
    period_list,
    period_of,
    verdict_list,
)
from padai.publishing.pieces.emit import Piece, bullets, joined, link, marked, paragraph, terms
from padai.survey import KeyResult, Survey, Text

MARK = "‡"
"""What stands beside a finding that depends on a choice of method; said under the list."""
TRUST_ROLE = "institution_trust"
"""The role of the questions whose groups the page shows; else the first key result stands in."""


def asked(context: Context) -> Piece:
    """Say whom the survey asked, when, how, and about what."""
    survey, store = context.survey, context.store
    wave = survey.wave(store.wave)
    dates = context.numbers.fieldwork(wave.fieldwork)
    topics = [context.text(s.title) for s in survey.sections]
    asked_of = context.say("publishing-chapters-questions-asked", dates=dates)
    return joined(
        [
            paragraph(
                context.colon(asked_of, " · ".join(topics)) + "." if topics else f"{asked_of}.",
            ),
            terms(_parts(context), context.colon("", "")),
            Piece(
                link(
                    context.say("publishing-chapters-exact-words-of-each-question-and-all"),
                    PAGES["report"][context.lang],
                )
            ),
        ]
    )


def _parts(context: Context) -> list[tuple[str, str]]:
    """Name each part, and say how many it asked, how, and of which population."""
    store, lines = context.store, []
    for part in context.parts:
        declared = context.part(part)
        size = context.numbers.count(store.facts["sizes"][part][store.wave]["n"])
        share = (
            f"n\u00a0=\u00a0{size}, {context.mode(part)}, "
            f"{context.words(part).kind}. {context.text(declared.population)}"
        )
        check_words(share, declared.sample_type, "executive page")
        lines.append((context.text(declared.label), ended(share)))
    return lines


def changes(context: Context) -> Piece:
    """Say what became of every headline result, verdict by verdict."""
    if not context.words(MAIN).has_intervals:
        return paragraph(context.say("publishing-chapters-a-sample-of-this-type-is-not-compared"))
    compared = [
        (_name(context, item) + (f"\u00a0{MARK}" if dependence(context, item) else ""), change)
        for item in headline_items(context.survey)
        if (change := change_of(context.lookup, item)) is not None and change.verdict
    ]
    if not compared:
        return paragraph(
            context.say("publishing-chapters-no-comparison-with-an-earlier-edition-is")
        )
    read = context.say("publishing-chapters-in-brackets-the-difference-in-percentage")
    marked = [
        context.colon(f"{MARK} {_name(context, item)}", doubt)
        for item in headline_items(context.survey)
        if (doubt := dependence(context, item))
    ]
    named = [
        (_name(context, i), i) for i in headline_items(context.survey) if period_of(context, i)
    ]
    sized = any(d.shown and d.verdict != "not comparable" for _, d in compared)
    return joined(
        [
            period_list(context, named),
            verdict_list(context, compared),
            paragraph(read if sized else ""),
            bullets(marked),
        ]
    )


def headline_items(survey: Survey) -> list[Item]:
    """Return the comparisons of the headline family: those declared, then every key result."""
    named = [(c.question, c.net) for c in survey.families[0].comparisons] if survey.families else []
    named += [(k.question, k.net) for k in survey.key_results if k.breakdown == TOTAL]
    return [Item(q, net) for q, net in dict.fromkeys(named)]


def _name(naming: Naming, item: Item) -> str:
    """Name a headline result by its key result where it has one."""
    for result in naming.survey.key_results:
        if (result.question, result.net, result.breakdown) == (item.question, item.response, TOTAL):
            return naming.text(result.label).rstrip(".")
    return f"{naming.label(item.question)}, {naming.response(item.question, item.response)}"


# --- the sheet ---


def sheet_notes(context: Context) -> Piece:
    """Say in a few lines whom the survey asked, what it cannot tell, and where more is said."""
    survey = context.survey
    given = survey.disclosure_items(context.wave).get("limitations")
    lines = [context.colon(label, sentence) for label, sentence in _parts(context)]
    lines += [
        context.text(given) if isinstance(given, Text) else "",
        context.words(MAIN).precision,
        _breaks(context),
    ]
    report = PAGES["report"][context.lang]
    more = [
        link(context.say("publishing-chapters-exact-words-of-each-question-and-all"),
             PAGES["questionnaire"][context.lang]),
        link(context.say("publishing-chapters-full-methodology"),
             f"{report}#{context.say('sec-methodologie', 'sec-methodology')}"),
    ]  # fmt: skip
    body = joined([bullets(ended(line) for line in lines if line), Piece(" · ".join(more))])
    return marked("note", body)


def _breaks(context: Context) -> str:
    """Name the breaks of the series by their kind and date."""
    declared = {b.id: b for b in context.survey.breaks}
    breaks = [declared[b] for b in context.store.tables["breaks"]["id"].tolist()]
    if not breaks:
        return ""
    lead = context.say("publishing-chapters-breaks-in-series-editions-not-comparable")
    dated = [
        context.say(
            "publishing-chapters-break-kind-when-and-what",
            kind=BREAK_TYPES[b.type][context.lang],
            when=context.numbers.date(b.date),
            what=touched_words(context, b),
        )
        for b in breaks
    ]
    return context.colon(lead, ", ".join(dated))


# --- who ---------------------------------------------------------------------------------------


def followed_by_group(context: Readout) -> list[KeyResult]:
    """Return the key results whose groups the page compares."""
    survey = context.survey
    asked, _ = asked_and_resting(context)
    whole = [k for k in asked if k.breakdown == TOTAL]
    trusted = survey.roles.get(TRUST_ROLE, ())
    return [k for k in whole if k.question in trusted] or whole[:1]


def who_title(context: Readout) -> str:
    """Return the title of the part on groups."""
    trusted = context.survey.roles.get(TRUST_ROLE, ())
    if any(k.question in trusted for k in followed_by_group(context)):
        return context.say("publishing-chapters-who-trusts-least")
    return context.say("publishing-chapters-where-the-result-is-lowest")


def who(context: Readout) -> Piece:
    """Name the groups that are shown to be lower than the others, the lowest first."""
    if not context.words(MAIN).has_intervals:
        return paragraph(context.say("publishing-chapters-a-sample-of-this-type-does-not-allow"))
    lines = [(_result_name(context, k), _lower(context, k)) for k in followed_by_group(context)]
    if not lines:
        return Piece("")
    intro = context.say("publishing-chapters-groups-shown-to-have-a-lower-result-than")
    return joined([paragraph(intro), terms(lines, context.colon("", "")), _hidden(context)])


def _result_name(context: Readout, result: KeyResult) -> str:
    cell = cell_of(context.lookup, Item(result.question, result.net))
    figure = context.value(cell) if cell else "…"
    whole = context.colon(context.say("publishing-chapters-all"), figure)
    return f"{context.text(result.label).rstrip('.')} ({whole})"


def _lower(context: Readout, result: KeyResult) -> str:
    groups = []
    for cell, contrast in compared_groups(context, result):
        if cell.shown and contrast.verdict == "lower" and context.lookup.picked(contrast):
            groups.append((cell.estimate, f"{group_name(context, cell)} ({context.value(cell)})"))
    if not groups:
        return ended(GROUP_PHRASES["no_difference_shown"][context.lang])
    return ended(in_words([text for _, text in sorted(groups)], context.lang))


def group_name(naming: Naming, cell: Cell) -> str:
    """Name a group with the breakdown that it belongs to."""
    label = naming.group(cell.breakdown, cell.group)
    quoted = naming.say("publishing-chapters-label", label=label)
    return f"{naming.breakdown(cell.breakdown)} {quoted}"


def compared_groups(context: Readout, result: KeyResult) -> list[tuple[Cell, Difference]]:
    """Return each group of a key result with its comparison with the breakdown's others."""
    pairs = []
    for breakdown in context.survey.breakdowns:
        for group in context.groups(breakdown.id):
            cell = context.lookup.cell(result.question, result.net, breakdown.id, group)
            contrast = context.lookup.contrast(result.question, result.net, breakdown.id, group)
            if cell is not None and contrast is not None:
                pairs.append((cell, contrast))
    return pairs


def _hidden(context: Readout) -> Piece:
    names = dict.fromkeys(
        f"{group_name(context, cell)} ({context.withheld(cell)})"
        for result in followed_by_group(context)
        for cell, _ in compared_groups(context, result)
        if not cell.shown
    )
    if not names:
        return Piece("")
    lead = context.say("publishing-chapters-groups-of-which-no-result-is-shown")
    return paragraph(context.colon(lead, ended(in_words(list(names), context.lang))))


# --- limits ------------------------------------------------------------------------------------


def limits(context: Context) -> Piece:
    """Say what the survey cannot tell: limits, precision, breaks."""
    survey = context.survey
    given = survey.disclosure_items(context.wave).get("limitations")
    words = context.words(MAIN)
    lines = [context.text(given) if isinstance(given, Text) else "", words.precision]
    declared = {b.id: b for b in survey.breaks}
    for break_id in context.store.tables["breaks"]["id"].tolist():
        brk = declared[break_id]
        when = context.numbers.date(brk.date)
        kind = BREAK_TYPES[brk.type][context.lang]
        lead = context.say("publishing-chapters-break-in-series-94c2", kind=kind, when=when)
        lines.append(f"{lead}. {scope_words(context, brk)}")
    report = PAGES["report"][context.lang]
    more = [
        link(context.say("publishing-chapters-comparability-of-editions"),
             f"{report}#{context.say('sec-comparabilite', 'sec-comparability')}"),
        link(context.say("publishing-chapters-full-methodology"),
             f"{report}#{context.say('sec-methodologie', 'sec-methodology')}"),
    ]  # fmt: skip
    return joined([bullets(ended(line) for line in lines if line), Piece(" · ".join(more))])
