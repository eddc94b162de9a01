"""What several kinds of exhibit share: points on an axis, series, breaks, verdicts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from padai.charts.rows import GROUP_SHAPES as GROUP_SHAPES
from padai.charts.rows import WAVE_SHAPES as WAVE_SHAPES
from padai.errors import PublicationError
from padai.publishing.basis.context import Context
from padai.publishing.basis.flags import CAUTIONS, FLAG_WORDS
from padai.publishing.basis.lookup import MAIN, TOTAL, Cell, Difference, Lookup, SeriesFact
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.readout import Readout
from padai.publishing.basis.sentences import (
    WAVE_PHRASES,
    Period,
    listed,
    margin_words,
    period_sentence,
    upper_first,
    verdict_phrase,
)
from padai.publishing.basis.speech import Speech
from padai.publishing.pieces.emit import Piece, terms
from padai.survey import Block, Break, KeyResult
from padai.words import Said, in_a_row

MOVED = ("rose", "rose_less_than_margin", "fell", "fell_less_than_margin")
"""The verdicts of a figure that is shown to have changed."""
_SHORT = 24
_LEVEL = 0.05


@dataclass(frozen=True)
class Item:
    """One figure of an exhibit: a question, what is followed in it, and for whom."""

    question: str
    response: str
    breakdown: str = TOTAL
    group: str = TOTAL
    part: str = MAIN


def items(context: Readout, block: Block, part: str = MAIN) -> list[Item]:
    """Return what a block follows: each of its questions that the wave asked in the part."""
    return [
        Item(q, context.headline(q, block.net), part=part)
        for q in block.questions
        if context.lookup.asked(q, part)
    ]


def refuse_without_inference(naming: Naming, block: Block, part: str) -> None:
    """Refuse an exhibit that its sample type does not allow.

    Raises
    ------
    PublicationError
        The part is an open consultation or a citizens' panel.
    """
    kind = naming.part(part).sample_type
    if not naming.words(part).has_intervals:
        raise PublicationError(
            Said(
                "publishing-exhibits-a-sample-of-type-is-published-without",
                kind=kind,
                block_kind=block.kind,
                questions=", ".join(block.questions),
            ),
            where=f"{naming.survey.id}, {naming.wave}, {part}",
        )


def item_of(result: KeyResult) -> Item:
    """Return the figure that a key result follows."""
    return Item(result.question, result.net, result.breakdown, result.group)


def series_of(lookup: Lookup, item: Item) -> list[Cell]:
    """Return the estimates of every edition that has one."""
    return lookup.series(item.question, item.response, item.breakdown, item.group, item.part)


def cell_of(lookup: Lookup, item: Item) -> Cell | None:
    """Return the estimate of this wave."""
    return lookup.cell(item.question, item.response, item.breakdown, item.group, item.part)


def change_of(lookup: Lookup, item: Item) -> Difference | None:
    """Return the comparison with the nearest earlier wave."""
    return lookup.last_change(item.question, item.response, item.breakdown, item.group, item.part)


def firm(lookup: Lookup, change: Difference) -> bool:
    """Whether the group of a comparison bears no mark of caution, so that a title may name it."""
    cell = lookup.cell(
        change.question, change.response, change.breakdown, change.group, change.part
    )
    return cell is not None and cell.shown and not set(cell.flag.split()) & set(CAUTIONS)


# --- breaks ----------------------------------------------------------------------------------


def applies(brk: Break, item: Item) -> bool:
    """Whether a break's declared scope holds a figure."""
    scope = brk.scope
    if scope.questions is not None and item.question not in scope.questions:
        return False
    if scope.parts is not None and item.part not in scope.parts:
        return False
    if scope.breakdowns is None:
        return True
    pairs = zip(item.breakdown.split("*"), item.group.split("*"), strict=False)
    return any(
        b in scope.breakdowns and ((within := scope.breakdowns[b]) is None or g in within)
        for b, g in pairs
    )


def bridged(brk: Break, item: Item) -> bool:
    """Whether a measured offset allows a figure to be compared across a break."""
    own = (item.question, item.response, item.breakdown, item.group)
    return any((b.question, b.net, b.breakdown, b.group) == own for b in brk.bridges)


def breaks_between(context: Context, item: Item, first: str, second: str) -> list[Break]:
    """Return the breaks that lie between two waves for a figure."""
    order = list(context.survey.waves)
    declared = {b.id: b for b in context.survey.breaks}
    breaks = []
    frame = context.store.tables["breaks"]
    columns = (frame[c].tolist() for c in ("id", "last_wave", "first_wave"))
    for break_id, last, next_one in zip(*columns, strict=True):
        if last not in order or next_one not in order:
            continue
        inside = order.index(first) <= order.index(last) < order.index(second)
        if inside and applies(declared[break_id], item):
            breaks.append(declared[break_id])
    return breaks


# --- verdicts --------------------------------------------------------------------------------


def words_of(naming: Naming, change: Difference | None) -> str:
    """Return the words of a comparison's verdict; nothing where there is none."""
    if change is None or not naming.words(change.part).has_intervals:
        return ""
    between_waves = change.reference in naming.survey.waves
    since = naming.since(change.reference) if between_waves else ""
    return verdict_phrase(change.verdict, naming.numbers, change.margin, since)


def told_of(lookup: Lookup, item: Item) -> SeriesFact | None:
    """Return what the store tells of the whole period of a figure."""
    return lookup.whole_period(item.question, item.response, item.breakdown, item.group, item.part)


def period_of(context: Readout, item: Item) -> Period | None:
    """Return the verdict on the whole period of a figure; none where the store has none."""
    if not context.words(item.part).has_intervals:
        return None
    test = told_of(context.lookup, item)
    if test is None:
        return None
    return Period(
        test.term,
        test.verdict,
        test.estimate,
        test.conf_low,
        test.conf_high,
        context.since(test.first_wave),
        context.since(test.last_wave),
        test.last_wave == context.wave,
        _against(context, item, test),
    )


def _against(context: Readout, item: Item, test: SeriesFact) -> tuple[str, ...]:
    """Return what both ends are, as they are written, where a line does not move as they do."""
    moved = test.term == "slope" and test.verdict in MOVED
    ends = ends_of(context, item) if moved else None
    if ends is None:
        return ()
    first, last = ends
    written = (context.value(first), context.value(last))
    alike = (last.estimate - first.estimate) * test.estimate > 0
    return () if alike and written[0] != written[1] else written


def ends_of(context: Readout, item: Item) -> tuple[Cell, Cell] | None:
    """Return what was measured at the two ends of a whole period, where both are shown."""
    period = told_of(context.lookup, item)
    if period is None:
        return None
    shown = {c.wave: c for c in series_of(context.lookup, item) if c.shown}
    first, last = shown.get(period.first_wave), shown.get(period.last_wave)
    return (first, last) if first is not None and last is not None else None


def whole_period(context: Readout, item: Item) -> str:
    """Say what became of a figure over its whole period; nothing where no verdict is given."""
    period = period_of(context, item)
    if period is None:
        return ""
    kind = context.kind(item.question, item.response)
    short = context.words(item.part).interval_short
    why = not_shown_why(context, told_of(context.lookup, item))
    return period_sentence(period, context.numbers, kind=kind, interval=short, why=why)


def not_shown_why(context: Readout, change: Difference | SeriesFact | None) -> str:
    """Say why nothing is concluded where the interval of the comparison alone excludes zero."""
    if change is None or change.verdict != "cannot_tell" or change.conf_low * change.conf_high <= 0:
        return ""
    size = context.lookup.family_size(change.family)
    if not (change.p_adjusted >= _LEVEL and size > 1):
        return ""  # the base or the numbers of answers are too small, whatever the family
    p = context.numbers.decimal(change.p_adjusted, 3)
    return context.say("publishing-exhibits-not-shown-once-corrected-for-the", n=size, p=p)


def period_list(context: Readout, chosen: Sequence[tuple[str, Item]]) -> Piece:
    """Say what became of several series over their whole period, verdict by verdict.

    A change a year and one in all are never in one list: the first of two numbers would be read
    as the other one. A series of three editions or more of which nothing is judged is named, with
    the reason.
    """
    together: dict[tuple[str, str], list[tuple[Period | None, str]]] = {}
    untold = context.say("publishing-exhibits-too-few-comparable-editions-to-judge-the")
    for name, item in chosen:
        period = period_of(context, item)
        if period is not None:
            size = told_size(context, item, period.change, moved=period.verdict != "cannot_tell")
            slope = period.term == "slope"
            size += context.say(
                "publishing-exhibits-a-year" if slope else "publishing-exhibits-in-all"
            )
            # of what is between two editions, the head names both
            dated = period if slope else replace(period, current=False)
            key = (period_heading(context, dated), dated.term)
            together.setdefault(key, []).append((dated, f"{name} ({size})"))
        elif _unjudged(context.lookup, item) == "too_few_comparable_waves":
            together.setdefault((untold, ""), []).append((None, name))
    lines = []
    for (words, _), members in together.items():
        first = members[0][0]
        head = period_heading(context, first, len(members)) if first is not None else words
        lines.append((upper_first(head), listed([text for _, text in members], context.lang) + "."))
    return terms(lines, context.colon("", ""))


def told_size(naming: Naming, item: Item, change: float, *, moved: bool) -> str:
    """Write a change in brackets after its verdict, which says the direction where it moved."""
    kind = naming.kind(item.question, item.response)
    if moved:
        return naming.numbers.size(change, kind, short=True)
    return naming.numbers.change(change, kind, short=True)


def _unjudged(lookup: Lookup, item: Item) -> str:
    """Return why a drawn series of three editions or more has no verdict on its whole period."""
    place = (item.question, item.response, item.part, item.breakdown, item.group)
    slope = next((t for t in lookup.told(*place) if t.term == "slope"), None)
    drawn = series_of(lookup, item)
    return slope.reason if slope is not None and len(drawn) > 2 else ""


def period_heading(speech: Speech, period: Period, many: int = 1) -> str:
    """Return the verdict on a whole period without the size, to stand before so many figures."""
    verbs = {
        ("slope", "rose"): speech.say("publishing-exhibits-has-risen", n=many),
        ("slope", "fell"): speech.say("publishing-exhibits-has-fallen", n=many),
        ("ends", "rose"): speech.say("publishing-exhibits-gained", n=many),
        ("ends", "fell"): speech.say("publishing-exhibits-lost", n=many),
    }
    none = speech.say("publishing-exhibits-no-trend-shown")
    return f"{verbs.get((period.term, period.verdict), none)} {period.when(speech.lang)}"


def without_a_trend(context: Readout, item: Item) -> str:
    """Say that no trend is shown of what moved since an edition; nothing where one is.

    Whoever read the move alone would take a step back to where a series was for a rise.
    """
    last, period = change_of(context.lookup, item), period_of(context, item)
    if last is None or last.verdict not in MOVED:
        return ""
    if period is None or period.verdict != "cannot_tell":
        return ""
    return period_heading(context, period)


def change_words(naming: Naming, change: Difference | None) -> str:
    """Write a change in points and its verdict, for a cell of a table."""
    if change is None:
        return "–"
    words = words_of(naming, change)
    if not change.shown:
        return words or "–"
    kind = naming.kind(change.question, change.response)
    figure = naming.numbers.bare_change(change.estimate, kind)
    if words and len(words) < _SHORT:
        words = words.replace(" ", "\u00a0")  # it stays on one line
    return f"{figure}\n{words}" if words else figure


def one_line(naming: Naming, change: Difference | None) -> str:
    """Write a change and its verdict on one line, for an alternative text."""
    return change_words(naming, change).replace("\n", ", ")


def interval_of_change(naming: Naming, change: Difference | None) -> str:
    """Write the interval of a comparison."""
    if change is None or not change.has_interval:
        return "–"
    kind = naming.kind(change.question, change.response)
    return naming.numbers.range(change.conf_low, change.conf_high, kind, change=True)


def verdict_list(naming: Naming, changes: Sequence[tuple[str, Difference]]) -> Piece:
    """Say what became of several figures, verdict by verdict, for each earlier wave."""
    pieces = []
    order = naming.survey.waves
    for wave in sorted({d.reference for _, d in changes}, key=order.index, reverse=True):
        together: dict[tuple[int, str], list[tuple[Difference, str]]] = {}
        for name, one in changes:
            words = words_of(naming, one)
            if one.reference == wave and words:
                shown = one.shown and one.verdict != "not comparable"
                item, moved = Item(one.question, one.response), one.verdict in MOVED
                size = told_size(naming, item, one.estimate, moved=moved) if shown else ""
                figure = f" ({size})" if shown else ""
                rank = (list(WAVE_PHRASES).index(one.verdict), words)
                together.setdefault(rank, []).append((one, name + figure))
        if together:
            pieces.append(
                terms(
                    [
                        (
                            upper_first(words_of_several(naming, [d for d, _ in same])),
                            listed([name for _, name in same], naming.lang) + ".",
                        )
                        for _, same in sorted(together.items(), key=lambda pair: pair[0])
                    ],
                    naming.colon("", ""),
                )
            )
    return Piece("\n\n".join(p.markdown for p in pieces))


def words_of_several(naming: Naming, same: Sequence[Difference]) -> str:
    """Return a verdict as it stands before the names of the figures that have it."""
    first, n = same[0], len(same)
    since = naming.since(first.reference)
    if first.verdict == "rose":
        return naming.say("publishing-exhibits-have-risen-since", n=n, since=since)
    if first.verdict == "fell":
        return naming.say("publishing-exhibits-have-fallen-since", n=n, since=since)
    if first.verdict == "stable":
        d = margin_words(naming.numbers, first.margin)
        return naming.say("publishing-exhibits-have-been-stable-since", n=n, since=since, d=d)
    return words_of(naming, first)


def flags_note(speech: Speech, cells: Iterable[Cell | None]) -> str:
    """Explain the flags that an exhibit uses."""
    used = {flag for c in cells if c is not None for flag in c.flag.split()}
    known = [f for f in FLAG_WORDS if f in used and f not in ("B", "0", "d")]
    if not known:
        return ""
    meanings = [speech.colon(f, FLAG_WORDS[f][speech.lang]) for f in known]
    return (speech.say("publishing-exhibits-signs")).join(meanings) + "."


def titled(speech: Speech, block: Block) -> str:
    """Return the title of a block as a caption: a sentence of its own."""
    text = speech.text(block.title).rstrip(".")
    return text if text.endswith(("?", "!", "…")) else f"{text}."


def details(speech: Speech, *parts: str) -> str:
    """Join what follows a caption: what is shown, in which unit, of how many people.

    A caption that starts with a sign keeps it: N is not n.
    """
    text = in_a_row(*parts, by=speech.say("publishing-exhibits-signs"))
    if not text.startswith("n\u00a0="):
        text = upper_first(text)
    return f"{text}." if text else ""
