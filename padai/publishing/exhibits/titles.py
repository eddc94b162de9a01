"""The titles of figures: what was found, from verdict, size and period, and nothing more."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from padai.publishing.basis.flags import CAUTIONS
from padai.publishing.basis.lookup import TOTAL, Cell, Difference
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.readout import Readout
from padai.publishing.basis.sentences import (
    Period,
    joined,
    period_phrase,
    subject_of,
    upper_first,
)
from padai.publishing.basis.sides import quoted
from padai.publishing.exhibits.exhibit_items import (
    MOVED,
    WAVE_SHAPES,
    Item,
    change_of,
    firm,
    period_of,
    words_of,
)
from padai.publishing.exhibits.figure_names import name_in_list, subject_told
from padai.publishing.exhibits.moves import SIDE, changes_sentence, periods_sentence
from padai.publishing.exhibits.title_claims import checked_title
from padai.survey import Block
from padai.words import in_a_row, say

WRITTEN = ("trend", "changes", "scale", "bars", "means")
"""The kinds of block whose figure may have a writer's title."""
Named = Sequence[tuple[str, Item]]


def written_title(context: Readout, block: Block, chosen: Sequence[Item]) -> str:
    """Return the title that the definition gives a figure, checked; nothing where it gives none.

    Raises
    ------
    PublicationError
        It claims more than the verdicts of the figure.
    """
    text = context.text(block.finding)
    if not text or not chosen:
        return ""
    survey = context.survey
    where = f"{survey.id}, {context.wave}, {block.kind} ({', '.join(block.questions)})"
    return checked_title(context, text, chosen, where)


def title_of_series(context: Readout, chosen: Named, otherwise: str) -> str:
    """Return the finding of a figure of series; `otherwise` where nothing is judged.

    The whole period stands first; then what moved since the last edition and shows no trend.
    """
    moved = [(name, item, p) for name, item in chosen if (p := period_of(context, item))]
    if not moved:
        return _in_groups_once(context, title_of_changes(context, chosen, otherwise), chosen)
    if len(chosen) == 1:
        return in_a_row(_alone(context, *moved[0]), _lately(context, moved))
    sentence = in_a_row(periods_sentence(context, moved), _lately(context, moved))
    return _in_groups_once(context, sentence, chosen)


def _alone(naming: Naming, name: str, item: Item, period: Period) -> str:
    """Say what became of the one series of a figure, by what it measures or under its name."""
    kind = naming.kind(item.question, item.response)
    phrase = period_phrase(period, naming.numbers, kind)
    if period.verdict == "cannot_tell":
        return naming.colon(name, phrase) + "."
    if subject := subject_told(naming, item):
        return f"{upper_first(subject)} {phrase}."
    return naming.colon(name, f"{subject_of(kind, naming.lang)} {phrase}") + "."


def _lately(context: Readout, named: Sequence[tuple[str, Item, Period]]) -> str:
    """Name what rose or fell since the last edition, where some of it is told of no movement.

    A title that says “no trend shown” alone would hide the change that the figure ends with. What
    moved over the whole period too is named again: “since 2024” would leave it out.
    """
    moved = [
        (name, d, p.verdict)
        for name, i, p in named
        if (d := change_of(context.lookup, i)) is not None and d.shown and d.verdict in MOVED
    ]
    if all(verdict != "cannot_tell" for _, _, verdict in moved):
        return ""
    if len(named) == 1:
        return moved_sentence(context, moved[0][1])
    return changes_sentence(context, [(name, d) for name, d, _ in moved])


def moved_sentence(naming: Naming, change: Difference, beside: str = "") -> str:
    """Say of a figure that is named beside it that it rose or fell, by how much, and since when.

    `beside` stands in brackets after the size.
    """
    kind, lang = naming.kind(change.question, change.response), naming.lang
    when = naming.say("publishing-exhibits-since", since=naming.since(change.reference))
    clause = say(
        "publishing-language-moved-by",
        lang,
        side=SIDE[WAVE_SHAPES[change.verdict]],
        period="since",
        name=subject_of(kind, lang),
        size=naming.numbers.size(change.estimate, kind, short=True),
    )
    return f"{when}, {clause} ({beside})." if beside else f"{when}, {clause}."


def title_of_changes(context: Readout, chosen: Named, otherwise: str) -> str:
    """Return the finding of a figure of changes since an earlier wave."""
    judged = [(name, d) for name, item in chosen if (d := change_of(context.lookup, item))]
    judged = [(name, d) for name, d in judged if d.verdict in WAVE_SHAPES and words_of(context, d)]
    if not judged:
        return otherwise
    if len(chosen) == 1 and judged[0][1].verdict not in MOVED:
        name, only = judged[0]
        kind = context.kind(only.question, only.response)
        if only.verdict == "cannot_tell":
            return context.colon(name, words_of(context, only)) + "."
        phrase = f"{subject_of(kind, context.lang)} {words_of(context, only)}"
        return context.colon(name, phrase) + "."
    # a title has no room for the stable
    return changes_sentence(context, judged, counted=("same",))


def title_of_groups(
    context: Readout, name: str, members: Sequence[tuple[Cell, Difference | None]]
) -> str:
    """Return the finding of a chart of groups: those that may be picked out of all comparisons.

    The chart shows each group's own verdict; a group that does not stand among all comparisons of
    the release, or that bears a mark of caution, is not picked for the title, which says then that
    there are others.
    """
    judged = [(c, d) for c, d in members if d is not None and d.verdict and c.shown]
    stand = [(c, d) for c, d in judged if d.verdict in ("higher", "lower")]
    picked = [(c, d) for c, d in stand if context.lookup.picked(d) and firm(context.lookup, d)]
    if not judged or (stand and not picked):
        return f"{name}."
    if not stand:
        every = context.say("publishing-exhibits-no-difference-shown-between-groups")
        return f"{context.colon(name, every)}."
    clauses: list[str] = []
    kind = context.kind(picked[0][0].question, picked[0][0].response)
    for verdict in ("higher", "lower"):
        mine = [(c, d) for c, d in picked if d.verdict == verdict]
        mine.sort(key=lambda pair: -abs(pair[1].estimate))
        if mine:
            names = [quoted(context.group(c.breakdown, c.group), context.lang) for c, _ in mine[:3]]
            groups = joined(names, context.lang)
            clauses.append(
                context.say(
                    "publishing-exhibits-groups-that-differ",
                    verdict=verdict,
                    kind=kind,
                    what="none" if clauses else kind,
                    n=len(names),
                    groups=groups,
                    more=sum(d.verdict == verdict for _, d in stand) - len(names),
                )
            )
    return f"{context.colon(name, joined(clauses, context.lang))}."


def _in_groups_once(naming: Naming, sentence: str, chosen: Named) -> str:
    """Name what one question measures where it is first said of a group, and then groups alone."""
    if len({(i.question, i.response) for _, i in chosen}) > 1:
        return sentence
    full = {i: t for _, i in chosen if i.breakdown != TOTAL and (t := subject_told(naming, i))}
    named = sorted((i for i in full if full[i] in sentence), key=lambda i: sentence.index(full[i]))
    for item in named:
        group = quoted(naming.group(item.breakdown, item.group), naming.lang)
        short = naming.say("publishing-exhibits-result-of-a-group", group=group)
        kept = sentence.index(full[item]) + len(full[item]) if item == named[0] else 0
        sentence = sentence[:kept] + sentence[kept:].replace(full[item], short)
    return sentence


def _without_scale(naming: Naming, question: str) -> str:
    """Return the name of a question without its scale in brackets, which the caption says."""
    return re.sub(r"\s*\([^()]*\d[^()]*\)$", "", name_in_list(naming, question))


def in_brackets(text: str) -> str:
    """Return a name that is to stand in brackets, without brackets of its own at its end.

    Examples
    --------
    >>> in_brackets("Carabineros (police)"), in_brackets("Radio")
    ('Carabineros, police', 'Radio')
    >>> in_brackets("Très satisfait(e)")
    'Très satisfait(e)'
    """
    return re.sub(r"\s+\(([^()]*)\)$", r", \1", text)


def title_of_levels(context: Readout, chosen: Sequence[Item], otherwise: str) -> str:
    """Return the lowest and the highest share of a figure of one answer for several questions."""
    cells = [
        (c, i)
        for i in chosen
        if (c := context.lookup.cell(i.question, i.response, part=i.part)) is not None
    ]
    answers = {context.response(i.question, i.response) for _, i in cells}
    kinds = {context.kind(i.question, i.response) for _, i in cells}
    whole = all(c.shown for c, _ in cells)  # what is withheld may be the highest
    if not whole or len(answers) != 1 or kinds != {"share"} or context.counts_only():
        return otherwise
    if len(cells) == 1:
        answer, level = answers.pop(), context.value(cells[0][0])
        text = f"{quoted(answer, context.lang)}, {level}"
        return context.colon(name_in_list(context, cells[0][1].question), text) + "."
    text = context.colon(upper_first(answers.pop()), _span(context, [c for c, _ in cells])) + "."
    return in_a_row(text, _moved(context, [i for _, i in cells]))


def _span(context: Readout, cells: Sequence[Cell]) -> str:
    """Say from what to what the shares of several questions go."""
    ends = [
        f"{context.value(c)} ({in_brackets(context.label(c.question))})"
        for c in (f(cells, key=lambda cell: cell.estimate) for f in (min, max))
    ]
    return context.say("publishing-exhibits-from-to-c6ca", ends=ends[0], ends_2=ends[1])


def title_of_parts(
    context: Readout, cells: Mapping[str, Sequence[Cell | None]], otherwise: str
) -> str:
    """Return the lowest and the highest share of each part, each for itself: no part is judged."""
    shown = {p: [c for c in mine if c is not None] for p, mine in cells.items()}
    every = [c for mine in shown.values() for c in mine]
    if not all(c.shown for c in every):
        return otherwise
    answers = {context.response(c.question, c.response) for c in every}
    kinds = {context.kind(c.question, c.response) for c in every}
    if len(answers) != 1 or kinds != {"share"} or any(len(m) < 2 for m in shown.values()):
        return otherwise
    shares = [
        f"{quoted(context.text(context.part(p).label), context.lang)}, {_span(context, mine)}"
        for p, mine in shown.items()
    ]
    together = context.say("publishing-language-semicolon").join(shares)
    return context.colon(upper_first(answers.pop()), together) + "."


def title_of_shares(context: Readout, chosen: Sequence[Item], otherwise: str) -> str:
    """Return the lowest and the highest share of a figure: of several questions, or of one."""
    if len({i.question for i in chosen}) > 1:
        return title_of_levels(context, chosen, otherwise)
    silent = {m.code for m in context.question(chosen[0].question).missing_codes}
    every = [
        c
        for i in chosen
        if i.response not in silent
        and (c := context.lookup.cell(i.question, i.response, part=i.part)) is not None
    ]
    # a title names nothing that bears a mark, or that nobody said; what is withheld may be highest
    cells = [c for c in every if c.estimate > 0 and not set(CAUTIONS) & set(c.flag.split())]
    if len(cells) < 2 or context.counts_only() or not all(c.shown for c in every):
        return otherwise
    ends = [f(cells, key=lambda c: c.estimate) for f in (min, max)]
    answers = [in_brackets(context.response(c.question, c.response)) for c in ends]
    ends_said = [f"{context.value(c)} ({text})" for c, text in zip(ends, answers, strict=True)]
    span = context.say("publishing-exhibits-from-to-c6ca", ends=ends_said[0], ends_2=ends_said[1])
    return context.colon(name_in_list(context, chosen[0].question), span) + "."


def title_of_means(context: Readout, chosen: Sequence[Item], otherwise: str) -> str:
    """Return the lowest and the highest mean of a figure, and what rose or fell."""
    cells = [
        c
        for i in chosen
        if (c := context.lookup.cell(i.question, i.response, part=i.part)) is not None and c.shown
    ]
    if len(cells) != len(chosen):
        return otherwise
    moved = _moved(context, chosen)
    if len(cells) == 1:
        text = context.colon(name_in_list(context, cells[0].question), context.value(cells[0]))
    else:
        low, high = (f(cells, key=lambda c: c.estimate) for f in (min, max))
        ends = [f"{context.value(c)} ({_without_scale(context, c.question)})" for c in (low, high)]
        text = context.say("publishing-exhibits-from-to-c6ca", ends=ends[0], ends_2=ends[1])
        text = upper_first(text)
    return in_a_row(f"{text}.", moved)


def _moved(context: Readout, chosen: Sequence[Item]) -> str:
    """Name whatever rose or fell of a figure that shows one edition alone."""
    changes = [(_without_scale(context, i.question), change_of(context.lookup, i)) for i in chosen]
    moved = [(name, d) for name, d in changes if d is not None and d.verdict in MOVED]
    return changes_sentence(context, moved)
