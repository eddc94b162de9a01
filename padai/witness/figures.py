"""From rows of estimates and of differences to figures that another program works out again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from padai.witness.sample_data import (
    NUMBERS,
    AskedChange,
    AskedEstimate,
    Figure,
    Level,
    Slope,
    one_line,
)
from padai.words import in_a_row

REST = "rest"
"""The reference of a group that is compared with the others of its breakdown."""
SLOPE, ENDS = "slope", "ends"
"""What is told of a whole period: a yearly slope, or its last wave less its first."""
BRIDGED = "bridged"
"""Why a difference is left out: a measured offset enters it, of which the data hold nothing."""


def name_of(row: Mapping[str, Any], part: str = "") -> str:
    """Return the key of a row.

    Examples
    --------
    >>> name_of({"wave": "2025", "reference": "2024", "question": "trust", "response": "high",
    ...          "breakdown": "sex", "group": "F"}, "main")
    'main 2025-2024 trust:high sex=F'
    """
    wave = str(row["wave"])
    if row.get("reference"):
        wave = f"{wave}-{row['reference']}"
    within = "" if row["breakdown"] == "total" else f" {row['breakdown']}={row['group']}"
    named = f"{row['question']}:{row['response']}{within}"
    return one_line(in_a_row(part, wave, named))


def level_figure(row: Mapping[str, Any], asked: AskedEstimate, ci: str, part: str = "") -> Figure:
    """Return the figure of a row of estimates.

    Parameters
    ----------
    row
        With its keys and :data:`~padai.witness.sample_data.NUMBERS`.
    asked
        What it is of.
    ci
        The interval of shares; everything else has that of Student's t.
    part
        Whose it is.
    """
    what = Level(str(row["wave"]), asked, ci if asked.share else "t")
    return Figure(part, name_of(row, part), what, _numbers(row))


def change_figure(
    row: Mapping[str, Any], asked: AskedEstimate, asked_before: AskedEstimate, part: str = ""
) -> Figure:
    """Return the figure of a row of differences; one that a bridge made is left out.

    Parameters
    ----------
    row
        As :func:`level_figure` takes it, with its `reference`: a wave, or ``rest``.
    asked, asked_before
        What the two sides are of; of a group and the rest, the group both times.
    part
        Whose it is.
    """
    wave, reference = str(row["wave"]), str(row["reference"])
    what = AskedChange(wave, reference, asked, asked_before)
    if reference == REST:
        what = AskedChange(wave, wave, asked, asked.rest)
    if row.get("breaks"):
        return Figure(part, name_of(row, part), None, _numbers(row), BRIDGED)
    return Figure(part, name_of(row, part), what, _numbers(row))


def whole_figure(
    row: Mapping[str, Any],
    waves: Sequence[str],
    dates: Sequence[str],
    asked: Sequence[AskedEstimate],
    part: str = "",
    *,
    bridged: bool = False,
) -> Figure:
    """Return the figure of a row that tells of a whole period.

    Parameters
    ----------
    row
        With its keys, :data:`~padai.witness.sample_data.NUMBERS`, and :data:`SLOPE` or :data:`ENDS`
        as its `term`.
    waves, dates, asked
        The waves that it rests on, from the oldest, when they were, and what each is of.
    part
        Whose it is.
    bridged
        Whether a measured offset enters it.

    Examples
    --------
    >>> row = dict(question="q", response="a", breakdown="total", group="total", term="slope",
    ...            estimate=0.01, std_error=0.002, df=90, conf_low=0.006, conf_high=0.014)
    >>> dates = ["2024-05-01", "2025-05-01"]
    >>> both = whole_figure(row, ["2024", "2025"], dates, [AskedEstimate("q")] * 2)
    >>> both.key
    '2025-2024 q:a slope'
    """
    named = name_of({**row, "wave": waves[-1], "reference": waves[0]}, part)
    key = f"{named} {row['term']}"
    if bridged:
        return Figure(part, key, None, _numbers(row), BRIDGED)
    what: AskedChange | Slope = AskedChange(waves[-1], waves[0], asked[-1], asked[0])
    if row["term"] == SLOPE:
        what = Slope(tuple(waves), tuple(dates), tuple(asked))
    return Figure(part, key, what, _numbers(row))


def _numbers(row: Mapping[str, Any]) -> dict[str, float]:
    return {name: float(row[name]) for name in NUMBERS}
