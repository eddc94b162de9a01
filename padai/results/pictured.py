"""The pictures of results: dots with intervals, lines over time, bars of shares, curves."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any, cast

import numpy as np

from padai.charts.curves import Curve, curve_chart
from padai.charts.data import (
    Axis,
    ChartRow,
    Panel,
    Point,
    close_axis,
    even_axis,
    figure_axis,
    points_axis,
)
from padai.charts.rows import GROUP_SHAPES, WAVE_SHAPES, Layout, row_chart
from padai.charts.trend import trend_chart
from padai.charts.verdicts import verdict_phrase
from padai.errors import EstimationError
from padai.results.subject import Subject, leaves, ordered, shared
from padai.words import Said

if TYPE_CHECKING:
    from padai.charts.picture import Picture

MOST_ROWS, MOST_SERIES, MOST_CURVES, MOST_NAMED = 60, 24, 4, 8
DAYS_A_YEAR = 365.25
_LEAST = 12.0
"""The shortest range of an axis of shares, in points: smaller differences do not look large."""


def picture_of(subject: Subject) -> Picture:
    """Return the picture that suits a result, by its columns.

    Raises
    ------
    EstimationError
        There is nothing to draw, or more than a picture holds.
    """
    frame = subject.frame
    if "assumption" in frame:
        return _tipping(subject)
    if "smallest_rise" in frame:
        return _plan(subject)
    if "estimate" not in frame or not np.isfinite(subject.numbers("estimate")).any():
        kind = type(subject.result).__name__
        raise EstimationError(Said("results-nothing-to-draw", kind=kind))
    several = "wave" in frame and frame["wave"].astype(str).nunique() > 1
    return _lines(subject) if several and not subject.contrasts else _dots(subject)


# --- rows ------------------------------------------------------------------------------------


def _dots(subject: Subject) -> Picture:
    subject = ordered(subject)
    _refuse_many(len(subject.frame), MOST_ROWS)
    shapes, legend = _verdicts(subject)
    points = _points(subject, shapes)
    rows, descriptions = [], []
    title = shared(subject)
    rows.append(ChartRow(title or subject.note, note=subject.note if title else ""))
    before = ""
    for place, (head, name) in enumerate(leaves(subject)):
        if head and head != before:
            rows.append(ChartRow(head))
        before = head
        name += _letter(subject, place)
        point = points[place]
        side = _side(subject, place) if point.shown else ""
        rows.append(ChartRow(name, (point,), (side,)))
        descriptions.append(
            f"{f'{head}, ' if head else ''}{name}{_colon(subject)}{subject.with_interval(place)}"
        )
    values = [v for p in points for v in (p.value, p.low, p.high)]
    wide = max(len(r.side[0]) for r in rows if r.side)
    layout = Layout(
        labels=2.15,
        sides=(max(0.5, 0.085 * wide),),
        line=(0.0, "") if subject.contrasts else None,
    )
    picture = row_chart(
        rows,
        axis=_axis(subject, values),
        layout=layout,
        legend=legend,
        withheld="–",
        notices=subject.notices,
    )
    about = "results-dots-about-zero" if subject.contrasts else "results-dots"
    return _described(
        picture, subject, subject.say(about, level=subject.level), descriptions, title
    )


def _points(subject: Subject, shapes: Sequence[str]) -> list[Point]:
    value, low, high = (subject.numbers(n) for n in ("estimate", "conf_low", "conf_high"))
    return [
        Point(value[k], low[k], high[k], subject.written(k), shape)
        if math.isfinite(value[k])
        else Point(math.nan, label=subject.withheld(k))
        for k, shape in enumerate(shapes)
    ]


def _letter(subject: Subject, row: int) -> str:
    held = str(subject.frame["letter"].iloc[row]) if "letter" in subject.frame else ""
    return f" ({held})" if held not in ("", "nan") else ""


def _side(subject: Subject, row: int) -> str:
    """Return the estimate as written, with its flags and what it is above."""
    more = [str(subject.frame[n].iloc[row]) for n in ("flag", "above") if n in subject.frame]
    return " ".join([subject.written(row), *(m for m in more if m and m != "nan")])


def _verdicts(subject: Subject) -> tuple[list[str], list[tuple[str, str]]]:
    """Return the shape of each row by its verdict, and what the shapes mean."""
    plain = ["plain"] * len(subject.frame)
    if "verdict" not in subject.frame:
        return plain, []
    known = {**WAVE_SHAPES, **GROUP_SHAPES}
    verdicts = subject.frame["verdict"].fillna("").astype(str)
    margins = subject.frame["margin"].to_numpy(float, na_value=np.nan)
    legend: dict[str, str] = {}
    for verdict, margin in zip(verdicts, margins, strict=True):
        if verdict in known and (math.isfinite(margin) or "margin" not in verdict):
            words = verdict_phrase(verdict, subject.figures, margin)
            legend.setdefault(known[verdict], words)
    short = {"higher": "rose", "lower": "fell"}
    for shape, verdict in short.items():
        if shape in legend and verdicts.isin(WAVE_SHAPES).any():
            legend[shape] = verdict_phrase(verdict, subject.figures, math.nan)
    order = [s for s in ("higher", "lower", "same", "open") if s in legend]
    return [known.get(v, "plain") for v in verdicts], [(s, legend[s]) for s in order]


def _axis(subject: Subject, values: list[float]) -> Axis:
    figures = subject.figures
    if not subject.shares:
        return figure_axis(values, subject.figure, zero=subject.contrasts)
    if subject.contrasts:
        return points_axis(values, lambda v: ("+" if v > 0 else "") + figures.decimal(v, 0))
    if min(v for v in values if v == v) < 0:
        return even_axis(values, lambda v: figures.decimal(v, 0), low=-100.0, high=100.0)
    ticks = (0.0, 20.0, 40.0, 60.0, 80.0, 100.0)
    return Axis(0.0, 100.0, ticks, lambda v: figures.share(v / 100, digits=0))


# --- lines -----------------------------------------------------------------------------------


def _lines(subject: Subject) -> Picture:
    frame, waves = subject.frame, _waves(subject)
    times = _times(subject, waves)
    names = [n for n in ("question", "response", "breakdown", "group", "standard") if n in frame]
    series = frame.groupby(names, observed=True, sort=False).indices
    _refuse_many(len(series), MOST_SERIES)
    every = _points(subject, ["plain"] * len(frame))
    codes = [str(code) for code in frame["wave"]]
    panels, descriptions = [], []
    for rows in sorted(series.values(), key=lambda held: int(held[0])):
        rows = sorted((int(r) for r in rows), key=lambda r: waves.index(codes[r]))
        title = _title(subject, rows[0], names)
        broken = _broken(subject, rows)
        points = tuple(every[r] for r in rows)
        panels.append(Panel(title, "", tuple(times[codes[r]] for r in rows), points, broken))
        path = ", ".join(f"{subject.with_interval(r)} ({codes[r]})" for r in rows)
        gap = "; " + subject.say("publishing-exhibits-broken-line") if broken else ""
        descriptions.append(f"{title}{_colon(subject)}{path}{gap}")
    ticks = [(times[w], w) for w in _named(waves, len(panels))]
    picture = trend_chart(
        panels,
        axis=_line_axis(subject, every),
        ticks=ticks,
        break_word=subject.say("publishing-exhibits-break"),
        notices=subject.notices,
    )
    about = subject.say("results-lines", first=waves[0], last=waves[-1], level=subject.level)
    return _described(picture, subject, about, descriptions, "")


def _named(waves: list[str], panels: int) -> list[str]:
    """Return the waves that the axis names: as many as it holds, evenly, to the last one."""
    step = -(-len(waves) // (MOST_NAMED if panels == 1 else MOST_NAMED // 2))
    return waves[::-1][::step][::-1]


def _waves(subject: Subject) -> list[str]:
    column = subject.frame["wave"]
    used = dict.fromkeys(column.astype(str))
    known = [str(c) for c in column.cat.categories] if hasattr(column, "cat") else list(used)
    return [w for w in known if w in used]


def _times(subject: Subject, waves: Sequence[str]) -> dict[str, float]:
    """Return when each wave was, in years; even steps where a date is not known or not in order."""
    survey = getattr(subject.result, "survey", None)
    source: Any = getattr(subject.result, "_source", None)
    dates: dict[str, dt.date | None] | None = getattr(source, "dates", None)
    if dates is None:
        dates = {w.id: w.date for w in getattr(getattr(source, "waves", None), "waves", ())}
    days: list[dt.date | None] = [
        survey.wave(w).date if survey is not None and w in survey.waves else dates.get(w)
        for w in waves
    ]
    years = [d.toordinal() / DAYS_A_YEAR for d in days if d is not None]
    if len(years) < len(waves) or any(b <= a for a, b in pairwise(years)):
        years = [float(k) for k in range(len(waves))]
    return dict(zip(waves, years, strict=True))


def _title(subject: Subject, row: int, names: Sequence[str]) -> str:
    codes, texts = subject.frame.iloc[row], subject.texts.iloc[row]
    kept = [n for n in names if n != "breakdown" and not (n == "group" and codes[n] == "total")]
    return ", ".join(str(texts[n]) for n in kept)


def _broken(subject: Subject, rows: Sequence[int]) -> frozenset[int]:
    """Return the places after which a series is broken.

    Where :func:`padai.trend` has not said which series a break touches, it is taken to touch all:
    a line too few is no claim, and a line too many is one.
    """
    survey = getattr(subject.result, "survey", None)
    if survey is None:
        return frozenset()
    order = list(survey.waves)
    codes = [str(subject.frame["wave"].iloc[r]) for r in rows]
    keys = ("question", "breakdown", "group")
    decided = getattr(subject.result, "_broken", None)
    if decided is not None and all(n in subject.frame for n in keys):
        question, breakdown, group = (str(subject.frame[n].iloc[rows[0]]) for n in keys)
        pairs = decided.get((question, breakdown, group), ())
    else:
        pairs = _dated(survey, order)
    return frozenset(
        place
        for place, (one, other) in enumerate(pairwise(codes))
        if one in order
        and other in order
        and any(
            order.index(one) <= order.index(a) and order.index(b) <= order.index(other)
            for a, b in pairs
        )
    )


def _dated(survey: Any, order: Sequence[str]) -> list[tuple[str, str]]:
    """Return the neighbouring waves between which any break is dated, whatever it is of."""
    ends = [(a, b, survey.wave(a).date, survey.wave(b).date) for a, b in pairwise(order)]
    return [
        (a, b)
        for a, b, one, two in ends
        if any(min(one, two) < each.date <= max(one, two) for each in survey.breaks)
    ]


def _line_axis(subject: Subject, points: Sequence[Point]) -> Axis:
    values = [v for p in points for v in (p.value, p.low, p.high)]
    figures = subject.figures
    if not subject.shares:
        return figure_axis(values, subject.figure)
    if min(v for v in values if v == v) < 0:
        return close_axis(
            values, lambda v: figures.decimal(v, 0), low=-100.0, high=100.0, least=_LEAST
        )
    return close_axis(
        values, lambda v: figures.share(v / 100, digits=0), low=0.0, high=100.0, least=_LEAST
    )


# --- tipping points and plans ----------------------------------------------------------------


def _tipping(subject: Subject) -> Picture:
    """Draw the shares of false answers from which on each finding turns over."""
    texts, frame = subject.texts, subject.frame
    false = frame["assumption"].astype(str).str.startswith("false_").to_numpy()
    held = np.flatnonzero(false & np.isfinite(frame["value"].to_numpy(float, na_value=np.nan)))
    if not len(held):
        raise EstimationError(Said("results-no-tipping-point-to-draw"))
    _refuse_many(len(held), MOST_ROWS)
    rows: list[ChartRow] = [ChartRow(subject.say("results-false-answers-title"))]
    descriptions, before = [], ""
    for place in held:
        keys = [
            texts[n].iloc[place]
            for n in ("wave", "question", "response", "group")
            if str(frame[n].iloc[place]) != "total"
        ]
        head, name = ", ".join(map(str, keys)), str(texts["assumption"].iloc[place])
        value = float(frame["value"].iloc[place])
        written = subject.figures.share(value)
        if head != before:
            rows.append(ChartRow(head))
        before = head
        rows.append(ChartRow(name, (Point(100 * value, label=written),), (written,)))
        descriptions.append(f"{head}, {name}{_colon(subject)}{written}")
    top = [p.value for r in rows for p in r.points]
    axis = even_axis(
        [0.0, *top], lambda v: subject.figures.share(v / 100, digits=0), low=0.0, high=100.0
    )
    picture = row_chart(
        rows,
        axis=axis,
        layout=Layout(labels=2.15, sides=(0.62,), bars=True),
        notices=subject.notices,
    )
    left = "" if len(held) == len(frame) else " " + subject.say("results-the-rest-is-in-the-table")
    about = subject.say("results-bars-of-false-answers") + left
    return _described(picture, subject, about, descriptions, "")


def _plan(subject: Subject) -> Picture:
    """Draw the smallest change that a next wave shows, against its number of interviews."""
    frame, figures = subject.frame, subject.figures
    names = ("question", "response", "breakdown", "group")
    series = frame.groupby(list(names), observed=True, sort=False).indices
    _refuse_many(len(series), MOST_CURVES)
    sizes = frame["n_next"].to_numpy(float, na_value=np.nan)
    change = 100 * frame[["smallest_rise", "smallest_fall"]].max(axis=1).to_numpy(
        float, na_value=np.nan
    )
    places = sorted({float(n) for n in sizes if math.isfinite(n)})
    curves, descriptions = [], []
    for rows in series.values():
        by_size = {sizes[r]: change[r] for r in rows}
        label = _title(subject, int(rows[0]), names)
        curves.append(Curve(label, tuple(by_size.get(n, math.nan) for n in places)))
        path = ", ".join(
            f"{figures.decimal(by_size[n], 1)} (n = {figures.count(n)})"
            for n in places
            if math.isfinite(by_size.get(n, math.nan))
        )
        descriptions.append(f"{label}{_colon(subject)}{path}")
    along = figure_axis(places, figures.decimal)
    room = 0.04 * (along.high - along.low)
    ticks = tuple(t for t in along.ticks if places[0] - room <= t <= places[-1] + room)
    along = Axis(
        places[0] - room, places[-1] + room, ticks, along.written, subject.say("results-n-next")
    )
    up = figure_axis([0.0, *(v for v in change if math.isfinite(v))], figures.decimal)
    up = Axis(up.low, up.high, up.ticks, up.written, subject.say("results-smallest-change"))
    picture = curve_chart(curves, places, axis=up, along=along, notices=subject.notices)
    return _described(picture, subject, subject.say("results-curves"), descriptions, "")


# --- what all share --------------------------------------------------------------------------


def _colon(subject: Subject) -> str:
    return subject.say("padai-colon")


def _refuse_many(count: int, most: int) -> None:
    if count > most:
        raise EstimationError(Said("results-too-many-to-draw", count=count, most=most))


def _described(
    picture: Any, subject: Subject, about: str, descriptions: Sequence[str], title: str
) -> Picture:
    notices = " ".join(f"{n}." if not n.endswith(".") else n for n in subject.notices)
    start = f"{title}. " if title else ""
    picture.alt = f"{start}{about} {'; '.join(descriptions)}. {notices}".strip()
    return cast("Picture", picture)
