"""The witness of estimates and of the differences between their waves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from padai.errors import WitnessError, language
from padai.witness import (
    REST,
    Figure,
    Witness,
    WitnessSample,
    change_figure,
    level_figure,
    witness_of,
)
from padai.words import Joined, Said
from padai.words.languages import spoken

if TYPE_CHECKING:
    import pandas as pd

    from padai.results.comparisons import Differences
    from padai.results.estimates import Estimates

MOST = 2000
"""Figures of a script: beyond, nobody reads it, and R takes hours."""
_CELL = ("question", "response", "breakdown", "group")


def witness_of_estimates(
    estimates: Estimates,
    kind: str,
    rows: np.ndarray,
    differences: Differences | None,
    lang: str | None,
) -> Witness:
    """Return the witness of some rows; see :meth:`padai.Estimates.witness`."""
    if lang is not None and lang not in spoken():
        known = Joined(tuple(map(repr, spoken())), last="padai-or")
        raise WitnessError(
            Said("results-lang-the-comments-of-a-witness-are-in", lang=repr(lang), known=known),
        )
    sample, figures = figures_told(estimates, rows, differences)
    title = estimates.survey.id if estimates.survey is not None else "padai"
    return witness_of(
        [sample], figures, kind=kind, level=estimates.level, title=title, lang=lang or language()
    )


def figures_told(
    estimates: Estimates, rows: np.ndarray, differences: Differences | None, part: str = ""
) -> tuple[WitnessSample, list[Figure]]:
    """Return the waves of estimates as another program must see them, and the figures asked of it.

    Parameters
    ----------
    rows : ndarray of int
        Positions in the frame; those without an estimate are passed over.
    differences
        Between waves of these estimates, or none.
    part
        The name of the sample.
    """
    source: Any = estimates._attached_source()
    if not hasattr(source, "witnessed"):
        raise WitnessError(
            Said("results-a-witness-is-written-of-shares-means"),
        )
    frame = estimates.frame
    kept = [int(row) for row in rows if np.isfinite(frame["estimate"].iloc[row])]
    pairs = _pairs(estimates, differences)
    if not 0 < len(kept) + len(pairs) <= MOST:
        count = len(kept) + len(pairs)
        raise WitnessError(
            Said("results-a-witness-is-of-1-to-figures-and-were", most=MOST, count=count),
        )
    needed = [*kept, *(r for _, later, earlier in pairs for r in (later, earlier))]
    sample, asked = source.witnessed(np.array(needed, dtype=np.intp))
    figure_of_row = dict(zip(needed, asked, strict=True))
    figures: list[Figure] = [
        level_figure(_row(frame, row), figure_of_row[row], estimates.ci, part) for row in kept
    ]
    figures += [
        change_figure(row, figure_of_row[one], figure_of_row[two], part) for row, one, two in pairs
    ]
    return replace(sample, part=part), figures


def _row(frame: pd.DataFrame, place: int) -> dict[str, Any]:
    return {str(name): frame[name].iloc[place] for name in frame.columns}


def _pairs(
    estimates: Estimates, differences: Differences | None
) -> list[tuple[Mapping[str, Any], int, int]]:
    """Return each difference that has a number, with the two rows of estimates that it is of."""
    if differences is None:
        return []
    if "reference" not in getattr(differences, "frame", ()):
        given = type(differences).__name__
        raise WitnessError(
            Said("results-differences-is-what-padai-difference-or", given=given),
        )
    keys = zip(*(estimates.frame[c].astype(str) for c in ("wave", *_CELL)), strict=True)
    places = {key: place for place, key in enumerate(keys)}
    pairs: list[tuple[Mapping[str, Any], int, int]] = []
    changes = differences.frame
    for row in (_row(changes, place) for place in range(len(changes))):
        cell = tuple(str(row[c]) for c in _CELL)
        before = row["wave"] if row["reference"] == REST else row["reference"]
        sides = [places.get((str(w), *cell)) for w in (row["wave"], before)]
        if None in sides:
            raise WitnessError(
                Said("results-these-differences-are-not-between-waves"),
            )
        if np.isfinite(row["estimate"]):
            pairs.append((row, int(sides[0] or 0), int(sides[1] or 0)))
    return pairs
