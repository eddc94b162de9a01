"""From rows of estimates and of differences to figures that another program works out again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from padai.witness.facts import NUMBERS, Asked, Change, Figure, Level, one_line

REST = "rest"
"""The reference of a group that is compared with the others of its breakdown."""
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
    return one_line(" ".join(text for text in (part, wave, named) if text))


def level_figure(row: Mapping[str, Any], asked: Asked, ci: str, part: str = "") -> Figure:
    """Return the figure of a row of estimates.

    Parameters
    ----------
    row
        With its keys and :data:`~padai.witness.facts.NUMBERS`.
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
    row: Mapping[str, Any], asked: Asked, asked_before: Asked, part: str = ""
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
    what = Change(wave, reference, asked, asked_before)
    if reference == REST:
        what = Change(wave, wave, asked, asked.rest)
    if row.get("breaks"):
        return Figure(part, name_of(row, part), None, _numbers(row), BRIDGED)
    return Figure(part, name_of(row, part), what, _numbers(row))


def _numbers(row: Mapping[str, Any]) -> dict[str, float]:
    return {name: float(row[name]) for name in NUMBERS}
