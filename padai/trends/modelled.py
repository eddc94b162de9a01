"""Modelled estimates compared: how far a difference is its own, and the family it belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from padai.numerics.designs import BoolArray, FloatArray
from padai.results import Estimates
from padai.smallarea.modelled import ModelSource
from padai.survey import Survey
from padai.trends.families import has_verdicts
from padai.trends.pairs import Pairs

if TYPE_CHECKING:
    import pandas as pd

MOST_BORROWED = 0.5
"""The share of an estimate, or of a difference, beyond which no verdict is given of it."""
MOSTLY_BORROWED = "mostly_borrowed"


@dataclass(frozen=True, eq=False)
class Support:
    """What the differences of a model rest on, arrays of shape (k,).

    Attributes
    ----------
    borrowed : ndarray
        The largest share that is borrowed: of the difference, or of either of its estimates.
    enough : ndarray of bool
        Whether both bases reach the minimum.
    """

    borrowed: FloatArray
    enough: BoolArray


def is_modelled(estimates: Estimates) -> bool:
    """Whether estimates come from a model of areas."""
    return isinstance(estimates._source, ModelSource)


def support_of(pairs: Pairs, minimum_base: int) -> Support:
    """Return what each difference rests on."""
    source: Any = pairs.estimates._source
    sides = [np.asarray(pairs.column("n_base", s), dtype=float) for s in ("later", "earlier")]
    lent = [source.borrowed(pairs.later, pairs.earlier)]
    if "borrowed" in pairs.frame.columns:
        lent += [np.asarray(pairs.column("borrowed", s), float) for s in ("later", "earlier")]
    return Support(np.maximum.reduce(lent), np.minimum(*sides) >= minimum_base)


def modelled_families(
    frame: pd.DataFrame, survey: Survey | None, part: str, waves: list[str], family: str | None
) -> NDArray[np.object_]:
    """Return the family of each difference: the one named, or its question's and breakdown's.

    Only consecutive waves are in a family, and only what the definition declares to be modelled.
    """
    if family is not None:
        return np.full(len(frame), family, dtype=object)
    none = np.full(len(frame), "", dtype=object)
    later, earlier = waves
    if survey is None or later not in survey.waves or not has_verdicts(survey, later, part):
        return none
    if survey.earlier(later, part)[-1:] != (earlier,):
        return none
    declared = {(q, each.areas) for each in survey.small_areas for q in each.questions}
    keys = zip(frame["question"].astype(str), frame["breakdown"].astype(str), strict=True)
    return np.array([f"{q}:{b}:model" if (q, b) in declared else "" for q, b in keys], object)
