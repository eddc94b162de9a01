"""What the wave to come can show: a curve, a table, and the interviews that groups will have."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass, fields
from functools import partial
from typing import TYPE_CHECKING

from padai.charts.curves import Curve, curve_chart
from padai.charts.data import Axis
from padai.publishing.basis.context import Context
from padai.publishing.basis.lookup import TOTAL
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.sentences import upper_first
from padai.publishing.basis.speech import Speech
from padai.publishing.exhibits.asked import wordings
from padai.publishing.exhibits.exhibit_items import Item
from padai.publishing.exhibits.trend import DrawnSeries
from padai.publishing.pieces.emit import Piece, data_table, figure, joined, paragraph, table
from padai.publishing.pieces.tables import Column, TableRow
from padai.words import Both, in_a_row

if TYPE_CHECKING:
    import pandas as pd
ROUNDING = 1e-6
"""Of a design effect: a smaller change of it is none."""
_TICKS = 6
_FEW = 4
"""Numbers of interviews of which a sentence and a table speak."""
_WITHIN: dict[str, dict[str, str]] = {
    "reachable": Both("publishing-chapters-yes"),
    "seldom": Both("publishing-chapters-seldom"),
    "never": Both("publishing-chapters-never"),
}


@dataclass(frozen=True, slots=True)
class PlannedFigure:
    """What one number of interviews can show of a figure; changes are 0 to 1, margins points."""

    part: str
    question: str
    response: str
    breakdown: str
    group: str
    interviews: float
    n_next: float
    smallest_rise: float
    smallest_fall: float
    smallest_margin: float
    margin: float
    margin_within: str
    reason: str

    @property
    def smallest_change(self) -> float:
        """The smallest change that is shown in either direction."""
        return max(self.smallest_rise, self.smallest_fall)


def plan_rows(context: Context) -> dict[tuple[str, str], list[PlannedFigure]]:
    """Return the plan of each question and response, fewest interviews first."""
    planned: dict[tuple[str, str], list[PlannedFigure]] = defaultdict(list)
    for one in _read(context.store.tables["plan"]):
        planned[one.question, one.response].append(one)
    return {key: sorted(rows, key=lambda r: r.interviews) for key, rows in planned.items()}


def _read(frame: pd.DataFrame) -> list[PlannedFigure]:
    columns = (frame[f.name].tolist() for f in fields(PlannedFigure))
    return [PlannedFigure(*row) for row in zip(*columns, strict=True)]


def planning(context: Context, sizes: list[int] | None = None) -> Piece:
    """Return, for each figure that is planned, its curve and table; then the interviews.

    `sizes` are the numbers of interviews that the tables list; none: four of the curve's.
    """
    pieces = []
    for key, rows in plan_rows(context).items():
        drawn = drawn_plan(context, rows)
        if drawn is not None:
            stem = f"plan-{key[0]}-{key[1]}"
            pieces.append(
                figure(
                    context,
                    drawn.draw,
                    stem,
                    drawn.caption,
                    drawn.alt,
                    note=drawn.note,
                    part=drawn.part,
                )
            )
            pieces.append(data_table(context, _table(context, rows, stem, sizes)))
    return joined([*pieces, interviews(context)])


# --- the curve -------------------------------------------------------------------------------


def drawn_plan(context: Context, rows: list[PlannedFigure]) -> DrawnSeries | None:
    """Draw the smallest change and the smallest margin of the whole against the interviews."""
    whole = [r for r in rows if r.breakdown == TOTAL and math.isfinite(r.smallest_change)]
    if len(whole) < 2:
        return None
    first = whole[0]
    curves = [
        Curve(_change_name(context), tuple(100 * r.smallest_change for r in whole)),
        Curve(_margin_name(context), tuple(100 * r.smallest_margin for r in whole)),
    ]
    places = [r.interviews for r in whole]
    size = context.store.facts["sizes"][first.part][context.wave]["n"]
    inside = places[0] <= size <= places[-1]
    margin = _margin_words(context, first.margin)
    draw = partial(
        curve_chart,
        curves,
        places,
        axis=_points_axis(context, curves),
        along=_interviews_axis(context, places),
        level=(first.margin, margin) if math.isfinite(first.margin) else None,
        here=(float(size), _here_words(context, size)) if inside else None,
        notices=context.marks,
    )
    name = f"{context.label(first.question)} ({context.response(first.question, first.response)})"
    power = context.numbers.share(float(context.store.facts["plan"]["power"]), digits=0)
    caption = (
        context.colon(
            name, context.say("publishing-chapters-what-the-next-edition-can-show-by-the")
        )
        + "."
    )
    note = in_a_row(
        wordings(context, [Item(first.question, first.response, part=first.part)]),
        _supposed(context, power),
        context.words(first.part).under,
    )
    return DrawnSeries(draw, caption, "", note, _alt(context, whole), first.part)


def grows_with_interviews(made: pd.DataFrame) -> bool:
    """Return whether a plan's design effect grows with the interviews of each primary unit."""
    grown = (made["deff_next"] - made["deff"]).abs()
    return bool((grown > ROUNDING * made["deff"]).any())


def _supposed(context: Context, power: str) -> str:
    if context.store.facts["plan"].get("clustered"):
        return context.say("publishing-chapters-with-a-power-of-at-the-5-level-in-as", power=power)
    return context.say("publishing-chapters-with-a-power-of-at-the-5-level-for-a", power=power)


def _change_name(speech: Speech) -> str:
    return speech.say("publishing-chapters-smallest-change-that-is-shown")


def _margin_name(speech: Speech) -> str:
    return speech.say("publishing-chapters-smallest-margin-within-which-stable-is")


def _margin_words(speech: Speech, margin: float) -> str:
    if not math.isfinite(margin):
        return ""
    size = speech.numbers.decimal(margin, 0 if margin == round(margin) else 1)
    return speech.say("publishing-chapters-declared-margin", size=size)


def _here_words(naming: Naming, size: float) -> str:
    count = naming.numbers.count(size)
    label = naming.wave_label(naming.wave)
    return naming.colon(label, naming.say("publishing-chapters-interviews-6412", count=count))


def _points_axis(speech: Speech, curves: list[Curve]) -> Axis:
    top = max(v for c in curves for v in c.values if math.isfinite(v))
    step = 2.0 if top <= 12 else 5.0 if top <= 30 else 10.0
    high = math.ceil(top / step) * step
    ticks = tuple(step * k for k in range(round(high / step) + 1))
    title = speech.say("publishing-chapters-percentage-points")
    return Axis(0.0, high, ticks, lambda v: speech.numbers.decimal(v, 0), title)


def _interviews_axis(speech: Speech, places: list[float]) -> Axis:
    reach = places[-1]
    step = next(
        s
        for s in (50, 100, 200, 250, 500, 1000, 2000, 2500, 5000, 10**4, 10**5, 10**6)
        if reach / s <= _TICKS
    )
    ticks = tuple(float(step * k) for k in range(int(reach // step) + 1))
    title = speech.say("publishing-chapters-interviews-of-the-next-edition")
    return Axis(0.0, reach * 1.04, ticks, speech.numbers.count, title)


def _alt(speech: Speech, whole: list[PlannedFigure]) -> str:
    """Say the curves by a few of their numbers."""
    start = speech.say("publishing-chapters-two-curves-that-fall-as-interviews-grow")
    values = []
    for one in _some(whole):
        count = speech.numbers.count(one.interviews)
        change, margin = (
            speech.numbers.decimal(100 * v, 1) for v in (one.smallest_change, one.smallest_margin)
        )
        values.append(
            speech.say(
                "publishing-chapters-with-interviews-a-change-of-points-a",
                count=count,
                change=change,
                margin=margin,
            )
        )
    declared = _margin_words(speech, whole[0].margin)
    return " ".join([start, *values, *([upper_first(declared) + "."] if declared else [])])


def _some(rows: list[PlannedFigure]) -> list[PlannedFigure]:
    """Return a few rows, evenly spread, the first and the last among them."""
    if len(rows) <= _FEW:
        return rows
    step = (len(rows) - 1) / (_FEW - 1)
    return [rows[round(k * step)] for k in range(_FEW)]


# --- tables ----------------------------------------------------------------------------------


def _table(
    context: Context, rows: list[PlannedFigure], stem: str, sizes: list[int] | None
) -> Piece:
    whole = [r for r in rows if r.breakdown == TOTAL]
    kept = {r.interviews for r in _some(whole)} if sizes is None else {float(n) for n in sizes}
    columns = [
        Column(context.say("publishing-chapters-interviews-2a50")),
        Column(context.say("publishing-chapters-expected-base")),
        Column(context.say("publishing-chapters-rise")),
        Column(context.say("publishing-chapters-fall")),
        Column(context.say("publishing-chapters-stable-within")),
        Column(context.say("publishing-chapters-declared-margin-within-reach"),
               numeric=False),
    ]  # fmt: skip
    lines: list[TableRow] = []
    for name in dict.fromkeys((r.breakdown, r.group) for r in rows):
        mine = [r for r in rows if (r.breakdown, r.group) == name and r.interviews in kept]
        label = context.group(*name)
        lines += [TableRow(label, _cells(context, one)) for one in mine]
    caption = context.say("publishing-chapters-smallest-changes-and-smallest-margin")
    stub = context.say("publishing-chapters-group")
    part = rows[0].part
    return table(
        context, stem, caption, stub, columns, lines, note=context.words(part).under, part=part
    )


def _cells(speech: Speech, one: PlannedFigure) -> tuple[str, ...]:
    def points(value: float) -> str:
        return speech.numbers.decimal(100 * value, 1) if math.isfinite(value) else "–"

    within = _WITHIN.get(one.margin_within, {}).get(speech.lang, "–")
    base = speech.numbers.count(one.n_next) if math.isfinite(one.n_next) else "–"
    return (
        speech.numbers.count(one.interviews),
        base,
        points(one.smallest_rise),
        points(one.smallest_fall),
        points(one.smallest_margin),
        within,
    )


def interviews(context: Context) -> Piece:
    """Return the interviews expected in each group, and which groups to boost or to merge."""
    frame = context.store.tables["interviews"]
    if frame.empty:
        return Piece("")
    counts = sorted(set(frame["interviews"]))
    names = list(dict.fromkeys(zip(frame["breakdown"], frame["group"], strict=True)))
    known = {(r.breakdown, r.group, r.interviews): r for r in frame.itertuples(index=False)}
    columns = [column for count in counts for column in _expected_columns(context, count)]
    rows = [
        TableRow(
            context.group(*name),
            tuple(cell for count in counts for cell in _expected(context, known[*name, count])),
        )
        for name in names
    ]
    caption = context.say("publishing-chapters-interviews-expected-in-each-group")
    sentence = context.say("publishing-chapters-a-group-under-the-least-that-may-be")
    stub = context.say("publishing-chapters-group")
    return joined([paragraph(sentence), table(context, "interviews", caption, stub, columns, rows)])


def _expected_columns(speech: Speech, count: float) -> tuple[Column, Column]:
    size = speech.numbers.count(count)
    return (
        Column(speech.say("publishing-chapters-expected-interviews", size=size)),
        Column(speech.say("publishing-chapters-to-do", size=size), numeric=False),
    )


def _expected(speech: Speech, row: object) -> tuple[str, str]:
    action, boost = str(getattr(row, "action")), float(getattr(row, "boost"))  # noqa: B009
    more = speech.numbers.count(boost)
    todo = {
        "keep": "–",
        "boost": speech.say("publishing-chapters-add", more=more),
        "collapse": speech.say("publishing-chapters-merge-or-add", more=more),
    }[action]
    return speech.numbers.count(float(getattr(row, "expected"))), todo  # noqa: B009
