"""Where the definition rounds bases: what other figures tell of the exact ones."""

from __future__ import annotations

from collections.abc import Iterator

from tests.outsider.attacks.ranges import base_of
from tests.outsider.claims import EXACT_BASE, Claim
from tests.outsider.figures import Figure, within_of
from tests.outsider.reading.numbers import around
from tests.outsider.reading.open_data import rows_of
from tests.outsider.release import Release

HALF_OF_AN_ERROR = 0.00005
"""Of the last digit of a standard error, which is printed to 0.01 point."""
_UNDER_A_THIRD = 1 / 3
"""A range of a base narrower than this, of the step, tells more than a rounded number does."""


def attack_rounding(release: Release) -> Iterator[Claim]:
    """Find bases that were not rounded, or that other figures give back."""
    yield from _printed(release)
    yield from _by_errors(release)


def _printed(release: Release) -> Iterator[Claim]:
    step = release.asked.rounding
    if not step:
        return
    for figure in release.figures.values():
        if figure.kind != "n" or figure.withheld:
            continue
        exact = figure.low == figure.high
        if exact and figure.low % step:
            yield Claim(
                EXACT_BASE,
                figure.place,
                base_of(release.asked, figure),
                figure.low,
                figure.high,
                f"{figure.source} prints the base of {figure.question} without rounding it",
                facts=(("question", figure.question),),
            )
        elif not exact and figure.high - figure.low < step - 1:
            yield Claim(
                EXACT_BASE,
                figure.place,
                figure.within,
                figure.low,
                figure.high,
                f"a share of people in {figure.source}, times their number",
                facts=(("question", figure.question),),
            )


def _by_errors(release: Release) -> Iterator[Claim]:
    """Where everybody counts for one, solve SE^2 = p (1 - p) / n * N / (N - 1) for n.

    A sample without weights has no other design effect than that one. Where the printed base is
    among the solutions nothing was learnt: an error may have been made of it.
    """
    asked, path = release.asked, release.folder / "open" / "series.csv"
    for row in rows_of(path) if asked.rounding and path.is_file() else []:
        part, wave = row.get("part") or "main", row["wave"]
        within = within_of(asked, row["breakdown"], row["group"])
        simple = release.asked.unweighted(wave, part) and row["response"] != "mean"
        if not simple or within is None or not row["estimate"] or not row["std_error"]:
            continue
        if row["response"] not in asked.responses[row["question"]]:
            continue
        if asked.responses[row["question"]][row["response"]].less:
            continue
        error = float(row["std_error"])
        spread = [p * (1 - p) for p in around(float(row["estimate"]), 3)]
        if error <= HALF_OF_AN_ERROR or min(spread) <= 0:
            continue
        size = asked.size(wave, part) or 2
        low = min(spread) / (error + HALF_OF_AN_ERROR) ** 2
        high = max(spread) / (error - HALF_OF_AN_ERROR) ** 2 * size / (size - 1)
        learnt = not row["n_base"] or not low <= float(row["n_base"]) <= high
        if learnt and high - low < asked.rounding * _UNDER_A_THIRD:
            place = type(release.here)(wave, part, release.version)
            figure = Figure(
                place, "n", row["question"], row["response"], within, low, high, False, path.name
            )
            yield Claim(
                EXACT_BASE,
                place,
                base_of(asked, figure),
                low,
                high,
                f"the standard error of {row['response']} of {row['question']}",
                facts=(("question", row["question"]),),
            )
