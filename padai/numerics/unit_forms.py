"""Variances that are a quadratic form in the totals of sampled units.

Stages of simple random sampling have one factor a stratum (:class:`padai.numerics.designs.Layer`).
Units drawn with unequal probabilities, and samples of samples, have not: their variance is
``T' M T``, T being the totals of ``z = w * u`` in each unit and M a matrix that the design gives.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field, replace

import numpy as np

from padai.numerics.designs import FloatArray, IntArray
from padai.numerics.threads import pinned
from padai.numerics.variance import sums_by

#: Above so many units a matrix over their pairs is not made: it takes eight bytes a pair.
MOST_UNITS = 12_000


@dataclass(frozen=True, eq=False)
class UnitForm(ABC):
    """A quadratic form in the totals of units.

    Attributes
    ----------
    unit : ndarray of int, shape (n,)
        Unit of each row, 0 to P-1.
    place : slice
        Rows of the design that `unit` is of; the others take no part.
    """

    unit: IntArray
    place: slice = field(default_factory=lambda: slice(None), kw_only=True)

    @property
    @abstractmethod
    def n_units(self) -> int:
        """Number of units, P."""

    @abstractmethod
    @pinned
    def times(self, totals: FloatArray) -> FloatArray:
        """Return the form's matrix times totals of units, shape (P, k)."""

    def totals(self, z: FloatArray) -> FloatArray:
        """Sum rows (n, k) by unit, shape (P, k)."""
        return sums_by(self.unit, z[self.place], self.n_units)

    @pinned
    def covariance(self, z: FloatArray) -> FloatArray:
        """Return the covariance matrix of totals of z, shape (k, k)."""
        totals = self.totals(z)
        return totals.T @ self.times(totals)

    @pinned
    def variance(self, z: FloatArray) -> FloatArray:
        """Return the variances alone, shape (k,)."""
        totals = self.totals(z)
        result: FloatArray = np.einsum("ij,ij->j", totals, self.times(totals))
        return result

    def within(self, start: int, stop: int) -> UnitForm:
        """Return the form for rows that stand from `start` to `stop` in a stacked design."""
        return replace(self, place=slice(start, stop))


@dataclass(frozen=True, eq=False, kw_only=True)
class PairForm(UnitForm):
    """A form with a weight for every pair of units.

    Attributes
    ----------
    matrix : ndarray, shape (P, P)
        Symmetric.

    Examples
    --------
    >>> form = PairForm(np.array([0, 1]), matrix=np.array([[0.5, -0.1], [-0.1, 0.5]]))
    >>> form.variance(np.array([[2.0], [1.0]])).round(10).tolist()
    [2.1]
    """

    matrix: FloatArray

    @property
    def n_units(self) -> int:
        """Number of units, P."""
        return len(self.matrix)

    @pinned
    def times(self, totals: FloatArray) -> FloatArray:
        """Return the matrix times totals of units."""
        product: FloatArray = self.matrix @ totals
        return product


@dataclass(frozen=True, eq=False, kw_only=True)
class StratumForm(UnitForm):
    """A form that is made of sums by stratum, and so needs no weight a pair.

    It is ``sum_i square_i T_i^2 - 2 sum_h S_h sum_{i in h} cross_i T_i + sum_h between_h S_h^2``,
    S_h being the total of stratum h.

    Attributes
    ----------
    stratum : ndarray of int, shape (P,)
    square, cross : ndarray, shape (P,)
    between : ndarray, shape (H,)
    scaled : ndarray, shape (n,), or None
        Factor on each row of z, before it is summed.

    Examples
    --------
    >>> once = np.zeros(2, dtype=int)
    >>> form = StratumForm(np.array([0, 1]), stratum=once, square=np.ones(2), cross=np.zeros(2),
    ...                    between=np.array([-0.5]))
    >>> form.variance(np.array([[2.0], [1.0]])).tolist()
    [0.5]
    """

    stratum: IntArray
    square: FloatArray
    cross: FloatArray
    between: FloatArray
    scaled: FloatArray | None = None

    @property
    def n_units(self) -> int:
        """Number of units, P."""
        return len(self.stratum)

    def totals(self, z: FloatArray) -> FloatArray:
        """Sum rows (n, k), each times its factor, by unit."""
        rows = z[self.place]
        scaled = rows if self.scaled is None else rows * self.scaled[:, None]
        return sums_by(self.unit, scaled, self.n_units)

    @pinned
    def times(self, totals: FloatArray) -> FloatArray:
        """Return the form's matrix times totals of units."""
        size = len(self.between)
        strata = sums_by(self.stratum, totals, size)
        crossed = sums_by(self.stratum, totals * self.cross[:, None], size)
        shared = self.between[:, None] * strata - crossed
        own: FloatArray = self.square[:, None] * totals - self.cross[:, None] * strata[self.stratum]
        return own + shared[self.stratum]


def centred_form(
    unit: IntArray, stratum: IntArray, factor: FloatArray, sampled: FloatArray
) -> StratumForm:
    """Return ``sum_h sum_i factor_i (T_i - S_h / sampled_h)^2``.

    Parameters
    ----------
    unit : ndarray of int, shape (n,)
    stratum : ndarray of int, shape (P,)
    factor : ndarray, shape (P,)
    sampled : ndarray, shape (H,)

    Examples
    --------
    >>> both = centred_form(np.array([0, 1]), np.zeros(2, dtype=int), np.ones(2), np.array([2.0]))
    >>> both.variance(np.array([[3.0], [1.0]])).tolist()
    [2.0]
    """
    summed = np.bincount(stratum, factor, len(sampled))
    return StratumForm(
        unit,
        stratum=stratum,
        square=factor,
        cross=factor / sampled[stratum],
        between=summed / sampled**2,
    )
