"""What is summed of a lazy wave, and how an answer becomes a number in its engine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from padai.numerics.designs import FloatArray
from padai.numerics.sums import (
    Powers,
    Scaling,
)
from padai.waves.lazy.asked import OWN
from padai.waves.lazy.census import blank

if TYPE_CHECKING:
    import narwhals as nw
    import pandas as pd


@dataclass(frozen=True, eq=False)
class Summed:
    """Sums by cell, in the order of the cells' keys.

    Attributes
    ----------
    keys : pandas.DataFrame
        One row a cell.
    counts, weights, squares : ndarray, shape (cells,)
    powers : Powers or None
        Of the measures asked for.
    replicates : ndarray, shape (cells, R), or None
        Sums of replicate weights.
    """

    keys: pd.DataFrame
    counts: FloatArray
    weights: FloatArray
    squares: FloatArray
    powers: Powers | None = None
    replicates: FloatArray | None = None


@dataclass(frozen=True, eq=False)
class SummedColumn:
    """A column of numbers that is summed, not a key.

    Attributes
    ----------
    name : str
    missing : tuple
        Codes that are no answer.
    centre : float
        Subtracted before it is scaled.
    scaling : Scaling
    """

    name: str
    missing: tuple[Any, ...]
    centre: float
    scaling: Scaling


def answers_of(measures: Sequence[SummedColumn]) -> list[str]:
    """Name the columns that say which measures a row lacks."""
    return [f"{OWN}lacks{k}" for k in range(len(measures))]


def value_of(frame: nw.LazyFrame[Any], name: str, missing: tuple[Any, ...]) -> nw.Expr:
    """Return a measure where it is an answer."""
    import narwhals as nw

    lacks = blank(frame, name)
    if missing:
        lacks = lacks | nw.col(name).is_in(list(missing)).fill_null(value=False)
    return nw.when(~lacks).then(nw.col(name).cast(nw.Float64))


def _missing(measure: SummedColumn) -> Any:
    import narwhals as nw

    if not measure.missing:
        return nw.lit(value=False)
    return nw.col(measure.name).is_in(list(measure.missing)).fill_null(value=False)
