"""Where the definition rounds bases: what other figures tell of the exact ones."""

from __future__ import annotations

from collections.abc import Iterator

from tests.outsider.claims import EXACT_BASE, Claim
from tests.outsider.release import Release


def attack_rounding(release: Release) -> Iterator[Claim]:
    """Find bases that were not rounded, or that a share of people gives back."""
    step = release.asked.rounding
    if not step:
        return
    for figure in release.figures.values():
        if figure.kind != "n" or figure.withheld:
            continue
        exact = figure.low == figure.high
        if exact and figure.low % step:
            yield Claim(EXACT_BASE, figure.place, figure.within, figure.low, figure.high,
                        f"{figure.source} prints the base of {figure.question} without rounding it",
                        facts=(("question", figure.question),))  # fmt: skip
        elif not exact and figure.high - figure.low < step - 1:
            yield Claim(EXACT_BASE, figure.place, figure.within, figure.low, figure.high,
                        f"a share of people in {figure.source}, times their number",
                        facts=(("question", figure.question),))  # fmt: skip
