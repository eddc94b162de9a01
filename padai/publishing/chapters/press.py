"""The page for the press: sentences that may be quoted, and what the data forbid to write."""

from __future__ import annotations

from padai.publishing.basis.context import Context
from padai.publishing.basis.lookup import MAIN, Cell
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.numbers import NBSP
from padai.publishing.basis.readout import Readout
from padai.publishing.basis.sentences import ended, lower_first, majority_clause, upper_first
from padai.publishing.basis.sentences import joined as in_words
from padai.publishing.basis.vocabulary import check_words
from padai.publishing.chapters.declared import declared_sentence
from padai.publishing.chapters.executive import compared_groups, group_name, headline_items
from padai.publishing.chapters.how_to_read import scope_words
from padai.publishing.chapters.opening import PAGES, asked_and_resting, became, certainty, named
from padai.publishing.chapters.robustness import dependence, headline_name
from padai.publishing.exhibits.asked import wordings
from padai.publishing.exhibits.axes import score_range
from padai.publishing.exhibits.declarations import declared_of_items
from padai.publishing.exhibits.exhibit_items import (
    MOVED,
    Item,
    cell_of,
    change_of,
    flags_note,
    whole_period,
    without_a_trend,
    words_of,
)
from padai.publishing.exhibits.last_asked import last_asked
from padai.publishing.pieces.emit import (
    Piece,
    heading,
    joined,
    link,
    marked,
    paragraph,
    quotation,
    terms,
)
from padai.survey import KeyResult
from padai.words import Said, in_a_row


def quotable(context: Context) -> Piece:
    """Return every key result as a sentence to quote, with what must go with it."""
    pieces: list[Piece] = []
    asked, resting = asked_and_resting(context)
    for number, result in enumerate(asked, start=1):
        pieces += [
            heading(3, f"{number}. {named(context, result).rstrip('.')}", f"k-{result.id}"),
            *_result(context, result),
        ]
    return joined([*pieces, *resting])


def _result(context: Context, result: KeyResult) -> list[Piece]:
    item = Item(result.question, result.net, result.breakdown, result.group)
    cell = cell_of(context.lookup, item)
    if cell is None or not cell.shown:
        why = (
            context.say("publishing-chapters-the-question-was-not-asked-in-this")
            if cell is None
            else certainty(context, cell)
        )
        return [paragraph(why)]
    sentences = [
        quotable_sentence(context, result, cell),
        whole_period(context, item),
        became(context, item),
        dependence(context, item),
    ]
    details = _details(context, result, cell)
    for text in (*sentences, *(t for _, t in details)):
        check_words(text, context.part(MAIN).sample_type, f"key result '{result.id}'")
    return [
        marked("lead", quotation(*sentences)),
        paragraph(wordings(context, [item])),
        terms(details, context.colon("", "")),
        _to_the_report(context, result.question),
    ]


def _details(context: Context, result: KeyResult, cell: Cell) -> list[tuple[str, str]]:
    """Return what whoever quotes a result is asked for, each with its name."""
    wave = context.survey.wave(context.wave)
    dates = context.numbers.fieldwork(wave.fieldwork)
    base = f"{context.base_words([result.question])}, n\u00a0=\u00a0{context.base([cell])}"
    sample = f"{context.words(MAIN).kind}, {context.mode()}."
    cautions = lower_first(flags_note(context, [cell]))  # the interval stands in the quotation
    chosen = lower_first(declared_sentence(context, result))
    details = [
        (context.say("publishing-chapters-base"), ended(base)),
        (context.say("publishing-chapters-dates"), ended(dates)),
        (context.say("publishing-chapters-sample-type-bb64"), sample),
        (context.say("publishing-chapters-certainty"), cautions),
        (context.say("publishing-chapters-choice-of-the-result"), chosen),
    ]
    return [(name, text) for name, text in details if text]


def quotable_sentence(context: Readout, result: KeyResult, cell: Cell) -> str:
    """Say a figure in one sentence: whose share, of which answer, how much, how sure."""
    question = context.question(result.question)
    kind = context.kind(result.question, result.net)
    answer = context.response(result.question, result.net)
    quoted = context.say("publishing-chapters-answer", answer=answer)
    whole = not (question.base or question.base_label)
    people = (
        context.words(MAIN).people
        if whole
        else context.say("publishing-chapters-of-the-people-who-were-asked-the")
    )
    value = bare_value(context, cell)
    if kind == "mean":
        low, high = (context.numbers.decimal(v, 0) for v in score_range(context, question.id))
        what = context.say(
            "publishing-chapters-the-mean-on-a-scale-from-to-is", low=low, high=high, value=value
        )
    elif kind == "balance":
        what = context.say("publishing-chapters-the-balance-is", quoted=quoted, value=value)
    else:
        net = question.net(result.net)
        counted = net is not None and len(net.codes) > 1
        what = context.say(
            "publishing-chapters-the-share-whose-answer-is-is",
            people=people,
            counted=Said("publishing-chapters-counted-as") if counted else "",
            quoted=quoted,
            value=value,
        )
    sure = ""
    if context.words(cell.part).has_intervals and cell.has_interval:
        sure = f" ({context.colon(context.words(cell.part).interval, context.interval(cell))})"
        if kind == "share" and (more := majority_clause(cell.conf_low, context.lang)):
            sure += f", {more}"
    return context.colon(named(context, result).rstrip("."), what + sure) + "."


def bare_value(context: Readout, cell: Cell) -> str:
    """Write a figure with its unit and without its flags."""
    kind = context.kind(cell.question, cell.response)
    if kind == "balance":
        return context.numbers.printed_change(cell.estimate, "balance")
    if context.counts_only(cell.part):
        return context.value(cell)
    return context.numbers.level(cell.estimate, kind)


def _to_the_report(naming: Naming, question: str) -> Piece:
    """Return the way to where the report shows a question: its chapter, else the questionnaire.

    It names the chapter: ways to several that read alike are one and the same to who lists them.
    """
    chapter, anchor = (
        naming.say("publishing-language-template-questionnaire-alone"),
        "questionnaire",
    )
    for section in reversed(naming.survey.sections):
        if any(question in block.questions for block in section.blocks):
            chapter, anchor = naming.text(section.title), section.id
    name = naming.say("publishing-chapters-details-in-the-report", chapter=chapter)
    return Piece(link(name, f"{PAGES['report'][naming.lang]}#sec-{anchor}"))


# --- what must not be written --------------------------------------------------------------------


def not_to_write(context: Context) -> Piece:
    """List what the data of this wave do not allow, each with its reason."""
    lines = [
        *_breaks(context),
        *_majorities(context),
        *_untold(context),
        *_without_trends(context),
        *_uncompared(context),
        *_points(context),
        *_groups(context),
        *_parts(context),
        (
            context.say("publishing-chapters-a-cause"),
            context.say("publishing-chapters-a-survey-describes-it-does-not-say-why"),
        ),
    ]
    for pair in lines:
        check_words(" ".join(pair), context.part(MAIN).sample_type, "page for the press")
    return terms(lines, context.colon("", ""))


def _breaks(context: Context) -> list[tuple[str, str]]:
    declared = {b.id: b for b in context.survey.breaks}
    breaks = []
    for break_id in context.store.tables["breaks"]["id"].tolist():
        one = declared[break_id]
        when = context.numbers.date(one.date)
        but = (
            context.say("publishing-chapters-except-the-published-changes-which")
            if one.bridges
            else ""
        )
        breaks.append(
            (
                context.say("publishing-chapters-a-comparison-across-the-break-of", when=when),
                ended(f"{context.text(one.text)} {scope_words(context, one)}") + but,
            )
        )
    return breaks


def _named_cells(context: Readout) -> list[tuple[str, Cell]]:
    """Return the key results that are shown, each by its name."""
    return [
        (named(context, k).rstrip("."), cell)
        for k in context.survey.key_results
        if (cell := cell_of(context.lookup, Item(k.question, k.net, k.breakdown, k.group)))
        is not None
        and cell.shown
    ]


def _majorities(context: Readout) -> list[tuple[str, str]]:
    if not context.words(MAIN).has_intervals:
        return []
    covering = [
        f"{name} ({context.interval(cell)})"
        for name, cell in _named_cells(context)
        if context.kind(cell.question, cell.response) == "share"
        and cell.has_interval
        and cell.conf_low <= 0.5 <= cell.conf_high
    ]
    if not covering:
        return []
    why = context.say("publishing-chapters-the-interval-covers-50")
    return [
        (
            context.say("publishing-chapters-a-majority-more-than-half-a-minority"),
            f"{ended(in_words(covering, context.lang))} {why}",
        )
    ]


def _verdicts(context: Readout, *wanted: str) -> list[Item]:
    if not context.words(MAIN).has_intervals:
        return []
    own = [Item(k.question, k.net, k.breakdown, k.group) for k in context.survey.key_results]
    return [
        item
        for item in dict.fromkeys([*own, *headline_items(context.survey)])
        if (change := change_of(context.lookup, item)) is not None and change.verdict in wanted
    ]


def _item_name(naming: Naming, item: Item) -> str:
    for k in naming.survey.key_results:
        if Item(k.question, k.net, k.breakdown, k.group) == item:
            return named(naming, k).rstrip(".")
    return headline_name(naming, item.question, item.response)  # a label, as those beside it


def _untold(context: Readout) -> list[tuple[str, str]]:
    untold = _verdicts(context, "cannot_tell")
    names = [_item_name(context, i) for i in untold]
    if not names:
        return []
    words = (words_of(context, change_of(context.lookup, i)) for i in untold)
    why = " ".join(ended(upper_first(w)) for w in dict.fromkeys(words))
    return [
        (
            context.say("publishing-chapters-a-rise-a-fall-or-no-change"),
            in_a_row(ended(in_words(names, context.lang)), why, declared_of_items(context, untold)),
        )
    ]


def _without_trends(context: Readout) -> list[tuple[str, str]]:
    """Name what rose or fell since the last edition, and shows no trend over all of them."""
    together: dict[tuple[str, str], list[str]] = {}
    for item in _verdicts(context, *MOVED):
        change, trend = change_of(context.lookup, item), without_a_trend(context, item)
        if change is not None and trend:
            key = (trend, context.since(change.reference))
            together.setdefault(key, []).append(_item_name(context, item))
    return [
        (
            context.say("publishing-chapters-a-rise-or-a-fall-over-the-period"),
            in_a_row(
                ended(in_words(names, context.lang)),
                context.say(
                    "publishing-chapters-only-the-last-change-is-shown",
                    trend=upper_first(trend),
                    since=since,
                ),
            ),
        )
        for (trend, since), names in together.items()
    ]


def _uncompared(context: Readout) -> list[tuple[str, str]]:
    """Name the key results that were measured before, and of which no change is published."""
    if not context.words(MAIN).has_intervals:
        return []
    before: dict[str, list[str]] = {}
    for k in context.survey.key_results:
        item = Item(k.question, k.net, k.breakdown, k.group)
        cell = last_asked(context, item)
        if cell is not None:
            when = lower_first(context.wave_label(cell.wave))
            before.setdefault(when, []).append(named(context, k).rstrip("."))
    why = context.say("publishing-chapters-no-comparison-with-it-is-published")
    return [
        (
            context.say("publishing-chapters-a-comparison-with-the-measure-of", when=when),
            f"{ended(in_words(names, context.lang))} {why}",
        )
        for when, names in before.items()
    ]


def _points(context: Readout) -> list[tuple[str, str]]:
    shown = [
        change
        for item in _verdicts(context, *MOVED)
        if context.kind(item.question, item.response) == "share"
        and (change := change_of(context.lookup, item)) is not None
        and change.shown
    ]
    if not shown:
        return []
    one = shown[0]
    item = Item(one.question, one.response, one.breakdown, one.group)
    right = context.numbers.change(one.estimate, "share")
    wrong = f"{right.partition(NBSP)[0]}{context.numbers.percent_sign}"
    quoted = context.say("publishing-chapters-wrong", wrong=wrong)
    why = context.say(
        "publishing-chapters-a-difference-between-two-percentages-is-9249", right=right
    )
    return [(quoted, f"{ended(_item_name(context, item))} {why}")]


def _groups(context: Readout) -> list[tuple[str, str]]:
    hidden: dict[str, None] = {}
    small: dict[str, dict[str, None]] = {}
    reliability = context.survey.reliability
    for result in context.survey.key_results:
        for cell, _ in compared_groups(context, result):
            if not cell.shown:
                hidden[f"{group_name(context, cell)} ({context.withheld(cell)})"] = None
            elif "b" in cell.flag.split():
                name = context.group(cell.breakdown, cell.group)
                small.setdefault(context.breakdown(cell.breakdown), {})[name] = None
    lines = []
    if hidden:
        lines.append(
            (
                context.say("publishing-chapters-a-figure-on-a-group-too-small"),
                ended(in_words(list(hidden), context.lang)),
            )
        )
    if small:
        low, high = reliability.minimum_base, reliability.small_base - 1
        listed = "; ".join(f"{b} ({', '.join(groups)})" for b, groups in small.items())
        lines.append(
            (
                context.say("publishing-chapters-a-figure-on-a-group-of-few-respondents"),
                f"{listed}. "
                + context.say("publishing-chapters-to-respondents", low=low, high=high),
            )
        )
    return lines


def _parts(naming: Naming) -> list[tuple[str, str]]:
    others = [naming.text(naming.part(p).label) for p in naming.parts if p != MAIN]
    if not others:
        return []
    return [
        (
            naming.say("publishing-chapters-a-sum-or-an-average-of-the-parts-of-the"),
            ended(in_words([naming.text(naming.part(MAIN).label), *others], naming.lang))
            + naming.say("publishing-chapters-each-has-its-own-population"),
        )
    ]
