"""The headline of a release: what moved over the whole period, what moved last, what is not known.

Three sentences that the front page, the report and the one sheet open with; a sentence of several
findings is set there as a list. padai picks what they name, so that each rests on the headline
families or on a selected one; how sure each figure is stands in the rows under them.
"""

from __future__ import annotations

from functools import partial

from padai.publishing.basis.context import Context
from padai.publishing.basis.lookup import MAIN, Cell, Difference, SeriesFact
from padai.publishing.basis.readout import Readout
from padai.publishing.basis.sentences import Period, ended
from padai.publishing.basis.sides import (
    MOST_NAMED,
    nothing_moved_sentence,
    quoted,
    small_number,
    unknown_sentence,
)
from padai.publishing.chapters.declared import any_proposed
from padai.publishing.chapters.executive import headline_items
from padai.publishing.chapters.findings import ToldFindings, checked_findings, findings
from padai.publishing.exhibits.declarations import declared_note
from padai.publishing.exhibits.exhibit_items import Item, cell_of, change_of, item_of, period_of
from padai.publishing.exhibits.figure_names import in_sentence, name_in_list, name_of_figure
from padai.publishing.exhibits.moves import (
    moved_over,
    moved_since,
    moves_all_the_same,
    trend_beside,
)
from padai.publishing.pieces.emit import Piece, joined, marked, paragraph
from padai.words import in_a_row

_MOST_PERIODS = 3
"""Periods whose results the headline names; what moved over others is counted."""
_TOLD = ("rose", "rose_less_than_margin", "fell", "fell_less_than_margin", "stable")


def headline(context: Context) -> Piece:
    """Return the three sentences, or the plainest true thing where nothing is judged."""
    sentences = headline_told(context)
    if not sentences:
        return Piece("")
    last = in_a_row(sentences[-1].text(context.lang), headline_declared(context))
    return marked("headline", joined([*findings(context, sentences[:-1]), paragraph(last)]))


def headline_declared(context: Context) -> str:
    """Say of the verdicts that the headline tells whether they were declared before the data."""
    return declared_note(context, [*_periods_told(context), *_changes_told(context)])


def headline_in_short(context: Context) -> str:
    """Return the first of the sentences, for a line about a page, with what was declared of it."""
    declared = declared_note(context, _periods_told(context) or _changes_told(context))
    return in_a_row(headline_sentences(context)[0], declared)


def headline_sentences(context: Context) -> list[str]:
    """Say what moved over the whole period, since the last edition, and what cannot be said.

    Raises
    ------
    PublicationError
        A sentence uses a word that the sample type forbids.
    """
    return [each.text(context.lang) for each in headline_told(context)]


def headline_told(context: Context) -> list[ToldFindings]:
    """Return the sentences of the headline, each with the moves that it tells.

    Raises
    ------
    PublicationError
        A sentence uses a word that the sample type forbids.
    """
    changes = [each for each in (_whole(context), _last(context)) if each is not None]
    rest = [_unknown(context)] if changes else _plain(context)
    sentences = [*changes, *(ToldFindings(rest=text) for text in rest)]
    checked_findings(sentences, context.lang, context.part(MAIN).sample_type, "headline")
    return sentences


def _others(context: Readout) -> list[Item]:
    """Return what is followed of a whole population and is no headline comparison."""
    declared = set(headline_items(context.survey))
    items = {
        Item(question, context.headline(question)): 1
        for section in context.survey.sections
        for block in section.blocks
        for question in block.questions
        if context.lookup.asked(question, MAIN)
    }
    return [item for item in items if item not in declared]


def _name(context: Context, item: Item, items: list[Item]) -> str:
    """Name a figure by its question, and by its answer where the question is there twice."""
    name = name_in_list(context, item.question)
    if sum(i.question == item.question for i in items) == 1:
        return name_of_figure(context, item)
    return f"{name} ({context.response(item.question, item.response)})"


def _named_overall(context: Context) -> list[tuple[str, Item, Period]]:
    """Return what moved over its whole period: of the headline, else of what is selected.

    The period that most of them share stands first.
    """
    declared = headline_items(context.survey)
    named = _moved_overall(context, declared) or _moved_overall(context, _others(context))
    ends = [_ends(period) for _, _, period in named]
    order = sorted(dict.fromkeys(ends), key=ends.count, reverse=True)
    return sorted(named, key=lambda each: order.index(_ends(each[2])))


def _ends(period: Period) -> tuple[str, str]:
    return period.first, period.last


def _periods_told(context: Context) -> list[SeriesFact]:
    """Return the verdicts on whole periods that the headline tells."""
    if not context.words(MAIN).has_intervals:
        return []
    items = [item for _, item, _ in _named_overall(context)]
    items = items or [i for i in headline_items(context.survey) if _period(context, i) is not None]
    rows = (context.lookup.whole_period(i.question, i.response) for i in items)
    return [row for row in rows if row is not None]


def _whole(context: Context) -> ToldFindings | None:
    """Say what rose and fell over the whole period."""
    if not context.words(MAIN).has_intervals:
        return None
    if named := _named_overall(context):
        periods = list(dict.fromkeys(_ends(period) for _, _, period in named))[:_MOST_PERIODS]
        moved = [each for each in named if _ends(each[2]) in periods]
        more = len(named) - len(moved)
        counted = context.say("publishing-chapters-moved-over-other-periods", n=more)
        return ToldFindings(tuple(moved_over(context, moved)), counted if more else "")
    declared = headline_items(context.survey)
    judged = [p for i in declared if (p := _period(context, i)) is not None]
    if not judged:
        return None
    nothing = nothing_moved_sentence(judged[0].first, judged[0].last, context.lang)
    return ToldFindings(rest=nothing)


def _period(context: Readout, item: Item) -> Period | None:
    """Return the whole period of a figure that this edition asked; an older one is no news."""
    asked = context.question(item.question).asked_in(context.wave)
    return period_of(context, item) if asked else None


def _moved_overall(context: Context, items: list[Item]) -> list[tuple[str, Item, Period]]:
    return [
        (_name(context, item, items), item, period)
        for item in items
        if (period := _period(context, item)) is not None
        and (row := context.lookup.whole_period(item.question, item.response)) is not None
        and context.lookup.picked_overall(row)
    ]


def _judged(context: Readout, items: list[Item]) -> list[tuple[Item, Difference]]:
    """Return the changes that have a verdict, since the last edition compared with."""
    if not context.words(MAIN).has_intervals:
        return []
    judged = [
        (i, d) for i in items if (d := change_of(context.lookup, i)) is not None and d.verdict
    ]
    order = context.survey.waves.index
    last = max((order(d.reference) for _, d in judged), default=-1)
    return [(i, d) for i, d in judged if order(d.reference) == last]


def _picked(context: Readout, judged: list[tuple[Item, Difference]]) -> list[Difference]:
    """Return the selected changes that are told where none of the headline moved."""
    if any(d.verdict in _TOLD and d.verdict != "stable" for _, d in judged):
        return []
    others = _judged(context, _others(context))
    return [d for _, d in others if context.lookup.picked(d)]


def _changes_told(context: Readout) -> list[Difference]:
    """Return the changes since the last edition that the headline tells or counts."""
    judged = _judged(context, headline_items(context.survey))
    return [*(d for _, d in judged), *_picked(context, judged)]


def _last(context: Context) -> ToldFindings | None:
    """Say what rose and fell since the last edition, and how many results were stable.

    What is stable since then and moved over the whole period is named by that sentence alone.
    """
    declared, others = headline_items(context.survey), _others(context)
    judged = _judged(context, declared)
    changes = [
        (_name(context, i, declared), d)
        for i, d in judged
        if d.verdict in _TOLD and not moves_all_the_same(context, i, d)
    ]
    picked = [(Item(d.question, d.response), d) for d in _picked(context, judged)]
    changes += [(_name(context, i, others), d) for i, d in picked]
    if changes:
        beside = partial(trend_beside, context)
        moves = moved_since(context, changes, counted=("same",), beside=beside)
        return ToldFindings(tuple(moves))
    compared = [d for _, d in judged if d.verdict != "not comparable"]
    if not compared:
        return None
    nothing = nothing_moved_sentence(context.since(compared[0].reference), "", context.lang)
    return ToldFindings(rest=nothing)


def _unknown(context: Context) -> str:
    """Say for which headline results nothing can be concluded, else what no survey tells."""
    declared = headline_items(context.survey)
    judged = _judged(context, declared)
    open_ones = [i for i, d in judged if d.verdict == "cannot_tell"]
    if open_ones:
        return _listed(context, open_ones, len(judged), judged[0][1].reference, "open")
    broken = [i for i, d in judged if d.verdict == "not comparable"]
    if broken:
        return _listed(context, broken, len(judged), judged[0][1].reference, "broken")
    lines = [(i, p) for i in declared if (p := _period(context, i)) is not None]
    flat = [i for i, p in lines if p.verdict == "cannot_tell"]
    if flat:
        return _listed(context, flat, len(lines), lines[0][1].first, "flat")
    return context.say("publishing-chapters-the-survey-says-what-changed-it-does-not")


def _listed(context: Context, some: list[Item], of: int, since: str, what: str) -> str:
    declared = headline_items(context.survey)
    names = [in_sentence(context, _name(context, i, declared), i) for i in some]
    since = context.since(since) if since in context.survey.waves else since
    return unknown_sentence(
        names if len(names) <= MOST_NAMED + 1 else [],
        len(some),
        of,
        since,
        context.numbers,
        what,
        proposed=any_proposed(context),
    )


def _plain(context: Context) -> list[str]:
    """Say how high the key results stand, why no change is told, and what the sample stands for."""
    words = context.words(MAIN)
    sentences = [t for t in (_levels(context), _why_no_change(context)) if t]
    return [*sentences, ended(words.banner)] if words.banner else sentences


def _levels(context: Readout) -> str:
    """Say the highest and the lowest key result where several are shares, else the first of all."""
    shown = [
        (cell, result)
        for result in context.survey.key_results
        if (cell := cell_of(context.lookup, item_of(result))) is not None and cell.shown
    ]
    if not shown:
        return ""
    shares = [(c, r) for c, r in shown if context.kind(c.question, c.response) == "share"]
    if len(shares) < len(shown) or len(shares) < 2 or not context.words(MAIN).has_intervals:
        cell, result = shown[0]
        figure = _figure(context, cell)
        return context.colon(context.text(result.label).rstrip("."), figure) + "."
    ends = [f(shares, key=lambda pair: pair[0].estimate) for f in (max, min)]
    high, low = (
        f"{quoted(context.text(r.label).rstrip('.'), context.lang)}, {_figure(context, c)}"
        for c, r in ends
    )
    return context.say(
        "publishing-chapters-highest-and-lowest-key-result",
        n=small_number(len(shares), context.numbers),
        high=high,
        low=low,
    )


def _figure(context: Readout, cell: Cell) -> str:
    words, figure = context.words(MAIN), context.value(cell)
    if words.has_intervals and cell.has_interval:
        figure += f" ({context.colon(words.interval_short, context.interval(cell))})"
    return figure


def _why_no_change(context: Context) -> str:
    """Say that no change is told: the first edition, or none that may be compared with another."""
    survey = context.survey
    if len(survey.waves) < 2 and len(survey.wave_defs) > 1:  # a draft of several waves shows one
        return context.say("publishing-chapters-nothing-says-what-waves-share")
    if len(survey.waves) < 2:
        return context.say("publishing-chapters-this-is-the-first-edition-no-change-can")
    judged = _judged(context, headline_items(context.survey))
    broken = [i for i, d in judged if d.verdict == "not comparable"]
    if broken:
        return _listed(context, broken, len(judged), judged[0][1].reference, "broken")
    return context.say("publishing-chapters-no-change-is-judged-in-this-edition")
