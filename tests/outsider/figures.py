"""What a published figure says, whatever file it stands in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from tests.outsider.questionnaire import Questionnaire, Response, Within

EXACT = 1e-12
"""Half of the last digit of a figure that goes out at full precision."""


@dataclass(frozen=True)
class Place:
    """Where respondents were: a version of a release, a wave, a part of it."""

    wave: str
    part: str = "main"
    version: str = ""


@dataclass(frozen=True)
class Figure:
    """One figure, or the mark that one was withheld.

    Attributes
    ----------
    kind
        ``"n"``, how many people answered; ``"share"``, of their weight; ``"mean"``, of scores;
        ``"people"``, how many gave the response; ``"part of people"`` and ``"part of weight"``, what
        part of others those within are.
    of
        Those of whom a part is told.
    low, high
        What the figure can have been before it was rounded; without meaning where `withheld`.
    """

    place: Place
    kind: str
    question: str
    response: str
    within: Within
    low: float
    high: float
    withheld: bool
    source: str
    of: Within = ()

    @property
    def key(self) -> tuple[object, ...]:
        return self.place, self.kind, self.question, self.response, self.within

    @property
    def middle(self) -> float:
        return (self.low + self.high) / 2


def within_of(asked: Questionnaire, breakdown: str, group: str) -> Within | None:
    """Return who a group of a breakdown is; ``None`` where the definition has no such group."""
    if breakdown in ("total", ""):
        return ()
    found = {}
    for one, part in zip(breakdown.split("*"), group.split("*"), strict=False):
        where = asked.groups.get(one, {}).get(part)
        if where is None:
            return None
        found[where[0]] = found.get(where[0], where[1]) & where[1]
    return tuple(sorted(found.items()))


def response_of(asked: Questionnaire, figure: Figure) -> Response | None:
    """Return what a figure counts."""
    return asked.responses.get(figure.question, {}).get(figure.response)


def merged(figures: Iterable[Figure]) -> dict[tuple[object, ...], Figure]:
    """Return each figure once: where files differ, shown beats withheld, and narrow beats wide."""
    kept: dict[tuple[object, ...], Figure] = {}
    for figure in figures:
        before = kept.get(figure.key)
        if before is None or (before.withheld and not figure.withheld):
            kept[figure.key] = figure
        elif not before.withheld and not figure.withheld:
            low, high = max(before.low, figure.low), min(before.high, figure.high)
            narrower = figure.high - figure.low < before.high - before.low
            if low <= high:
                kept[figure.key] = replace(figure if narrower else before, low=low, high=high)
    return kept
