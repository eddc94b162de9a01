"""Calibration: weights that meet population totals and stay close to the design weights.

With design weights d scaled to the population, ``w = d * F(x'lambda)``, where lambda solves
``sum w x = totals`` and F is set by the distance (Deville & Särndal 1992, table 1):

========= ======================= =====================================
distance  F(u)                    with bounds (L, U) on g = w / d
========= ======================= =====================================
linear    1 + u                   cut at L and U
raking    exp(u)                  cut at L and U
logit     needs bounds            (L(U-1) + U(1-L)e) / (U-1 + (1-L)e),
                                  e = exp(u (U-L) / ((1-L)(U-1)))
========= ======================= =====================================

They are the ``calfun`` of R's ``calibrate``. The solution minimises a convex function of lambda,
found by Newton steps with a line search.

References
----------
Deville, J.-C. and Särndal, C.-E. (1992). Calibration estimators in survey sampling. JASA 87.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from numbers import Real
from typing import Any

import numpy as np

from padai.errors import Said, WeightingError
from padai.numerics.calibration_solver import METHODS, TOLERANCE, Distance, Method, Solved, solve
from padai.numerics.constraints import (
    CodeGroups,
    Constraints,
    Control,
    FloatArray,
    build,
    group_rows,
)
from padai.numerics.threads import pinned
from padai.spelling import as_given
from padai.words import Number


@dataclass(frozen=True, eq=False)
class Calibrated:
    """Weights after calibration.

    Attributes
    ----------
    weights : ndarray, shape (n,)
        Final weights.
    g : ndarray, shape (n,)
        Final over scaled design weights.
    predictor : ndarray, shape (n,)
        x'lambda of every row, from which a replicate may start.
    iterations : int
    misfit : float
        Largest relative distance between a total and its target.
    """

    weights: FloatArray
    g: FloatArray
    predictor: FloatArray
    iterations: int
    misfit: float


@dataclass(frozen=True, eq=False)
class Calibrator:
    """A calibration problem made ready, to be solved for one set of weights after another.

    Made by :func:`prepare`.

    Attributes
    ----------
    controls : tuple of Control
    total : float
        Total that the weights are scaled to and margins come to.
    columns : ndarray, shape (n, k)
    column_totals : ndarray, shape (k,)
    column_names : tuple of str
    method : {"raking", "linear", "logit"}
    bounds : (lower, upper) or None
        Bounds on g.
    row_bounds : (ndarray, ndarray) or None
        Bounds on each row's g, each of shape (n,), instead.
    rescale : bool
    rows : Constraints
        The constraints row by row.
    grouping : Grouping or None
        Rows with equal codes, where g depends on codes alone.
    groups : Constraints
        The constraints of the groups; those of the rows without grouping.
    """

    controls: tuple[Control, ...]
    total: float
    columns: FloatArray
    column_totals: FloatArray
    column_names: tuple[str, ...]
    method: Method
    bounds: tuple[float, float] | None
    row_bounds: tuple[FloatArray, FloatArray] | None
    rescale: bool
    rows: Constraints
    grouping: CodeGroups | None
    groups: Constraints

    @pinned
    def run(self, weights: FloatArray, start: FloatArray | None = None) -> Calibrated:
        """Calibrate one set of weights; see :func:`calibrate_weights`."""
        sum_weights = float(weights.sum())
        if not (np.isfinite(weights).all() and (weights >= 0).all() and sum_weights > 0):
            raise WeightingError(
                Said("numerics-calibration-needs-design-weights-that"),
            )
        scaled = weights * (self.total / sum_weights) if self.rescale else weights
        mass, origin = scaled, start
        if self.grouping is not None:
            mass = self.grouping.sums(scaled)
            origin = None if start is None else self.grouping.spread(start)
        self._check_cells(mass)
        low, high = self.row_bounds or self.bounds or (-np.inf, np.inf)
        solved = solve(self.groups, mass, Distance(self.method, low, high), origin)
        self._check_solved(solved)
        g, predictor = solved.g, solved.predictor
        if self.grouping is not None:
            g, predictor = g[self.grouping.group], predictor[self.grouping.group]
        return Calibrated(scaled * g, g, predictor, solved.steps, solved.worst)

    def _check_cells(self, mass: FloatArray) -> None:
        for m, control in enumerate(self.controls):
            cell_mass = np.bincount(self.groups.codes[m], mass, self.groups.sizes[m])
            empty = np.flatnonzero(cell_mass[: len(control.targets)] <= 0)
            if len(empty):
                cell, margin = control.cell(int(empty[0])), control.name or m + 1
                raise WeightingError(
                    Said("numerics-margin-cell-it-has-a-target-and-no", margin=margin, cell=cell),
                )

    def _check_solved(self, solved: Solved) -> None:
        if solved.worst <= TOLERANCE:
            return
        place = int(np.argmax(solved.misfit))
        cure, named = self._cure(), self._named(place)
        raise WeightingError(
            Said(
                "numerics-calibration-did-not-converge-in-steps-is",
                steps=solved.steps,
                named=named,
                off=Number(solved.worst, ".2g"),
                cure=cure,
            ),
        )

    def _cure(self) -> Said:
        if self.row_bounds is not None:
            return Said("numerics-within-the-limits-the-totals-cannot-all")
        if self.bounds is not None:
            return Said("numerics-within-bounds-the-totals-cannot-all-be", bounds=self.bounds)
        return Said("numerics-the-totals-contradict-each-other-or-the")

    def _named(self, place: int) -> Said:
        offsets = self.rows.offsets
        if place >= offsets[-1]:
            column = place - offsets[-1]
            name = self.column_names[column] if self.column_names else column
            return Said("numerics-the-total-of", name=name)
        m = int(np.searchsorted(offsets, place, side="right")) - 1
        cell, margin = self.controls[m].cell(place - offsets[m]), self.controls[m].name or m + 1
        return Said("numerics-margin-cell", margin=margin, cell=cell)


def prepare(
    n: int,
    controls: Sequence[Control],
    total: float,
    *,
    columns: FloatArray | None = None,
    column_totals: FloatArray | None = None,
    column_names: Sequence[str] = (),
    method: Method = "raking",
    bounds: tuple[float, float] | None = None,
    row_bounds: tuple[FloatArray, FloatArray] | None = None,
    rescale: bool = True,
) -> Calibrator:
    """Make a calibration problem of n rows ready; see :func:`calibrate_weights`.

    Raises
    ------
    WeightingError
        Bounds out of order, a target that is not positive, nothing to calibrate to.
    """
    _check_bounds(method, bounds, row_bounds)
    for m, control in enumerate(controls):
        bad = np.flatnonzero(~((control.targets > 0) & np.isfinite(control.targets)))
        if len(bad):
            cell, margin = control.cell(int(bad[0])), control.name or m + 1
            raise WeightingError(
                Said("numerics-margin-cell-the-target-must-be-a", margin=margin, cell=cell),
            )
    x = np.zeros((n, 0)) if columns is None else columns
    totals = np.zeros(0) if column_totals is None else column_totals
    if not controls and not x.shape[1]:
        raise WeightingError(
            Said("numerics-calibration-needs-at-least-one-margin-or"),
        )
    rows = build(controls, total, x, totals)
    grouping, groups = None, rows
    if row_bounds is None and not x.shape[1]:
        grouping, groups = group_rows(rows)
    return Calibrator(
        tuple(controls),
        total,
        x,
        totals,
        tuple(column_names),
        method,
        bounds,
        row_bounds,
        rescale,
        rows,
        grouping,
        groups,
    )


def calibrate_weights(
    weights: FloatArray,
    controls: Sequence[Control] = (),
    *,
    total: float | None = None,
    columns: FloatArray | None = None,
    column_totals: FloatArray | None = None,
    column_names: Sequence[str] = (),
    method: Method = "raking",
    bounds: tuple[float, float] | None = None,
    rescale: bool = True,
) -> Calibrated:
    """Calibrate weights to margins and to totals of numeric columns.

    Parameters
    ----------
    weights : ndarray, shape (n,)
        Design weights; zero is allowed (a replicate's rows left out).
    controls : sequence of Control
        Margins. A row with code -1 takes no part in a margin, whose targets then are shares of the
        weighted total of the others.
    total : float, optional
        Total that the weights are scaled to and margins come to; the weights' own by default.
    columns, column_totals : ndarray, shapes (n, k) and (k,), optional
    column_names : sequence of str
        How messages name the columns.
    method : {"raking", "linear", "logit"}
    bounds : (lower, upper), optional
        Bounds on g, the final weight over the design weight scaled to `total`.
    rescale : bool
        Whether design weights are first scaled to `total`. Without, g is the final weight over the
        design weight as given, as in R, which matters to bounds only.

    Raises
    ------
    WeightingError
        A cell without weight, bounds out of order, constraints that contradict each other or the
        bounds: the message names the margin and the cell.

    Examples
    --------
    >>> sex = Control(np.array([0, 0, 1, 1]), np.array([0.5, 0.5]))
    >>> age = Control(np.array([0, 1, 1, 1]), np.array([0.4, 0.6]))
    >>> calibrate_weights(np.ones(4), [sex, age]).weights.round(6)
    array([1.6, 0.4, 1. , 1. ])
    """
    asked = float(weights.sum()) if total is None else total
    ready = prepare(
        len(weights),
        controls,
        asked,
        columns=columns,
        column_totals=column_totals,
        column_names=column_names,
        method=method,
        bounds=bounds,
        rescale=rescale,
    )
    return ready.run(weights)


def _as_bounds(bounds: Any) -> Any:
    """Return bounds as a message says them: a pair of numbers itself, else its type."""
    pair = isinstance(bounds, (tuple, list)) and len(bounds) < 4
    return tuple(as_given(each) for each in bounds) if pair else as_given(bounds)


def _around_one(bounds: Any) -> bool:
    """Whether bounds are two numbers around 1, none negative; minus infinity is no lower bound."""
    pair = bounds if isinstance(bounds, (tuple, list, np.ndarray)) and len(bounds) == 2 else ()
    if not len(pair) or not all(isinstance(b, Real) and not isinstance(b, bool) for b in pair):
        return False
    low, high = float(pair[0]), float(pair[1])
    return low < 1 < high and (low >= 0 or low == -np.inf)


def _check_bounds(
    method: str,
    bounds: tuple[float, float] | None,
    row_bounds: tuple[FloatArray, FloatArray] | None,
) -> None:
    if method not in METHODS:
        raise WeightingError(
            Said("numerics-there-is-no-method-there-are", method=method, methods=", ".join(METHODS))
        )
    if method == "logit" and row_bounds is not None:
        raise WeightingError(Said("numerics-method-logit-takes-bounds-on-g-not"))
    if bounds is not None and not _around_one(bounds):
        raise WeightingError(
            Said("numerics-bounds-must-be-two-numbers-0-lower-1", bounds=_as_bounds(bounds)),
        )
    if method == "logit" and (bounds is None or not np.isfinite(bounds).all()):
        raise WeightingError(
            Said("numerics-method-logit-needs-finite-bounds-lower"),
        )
    if row_bounds is not None and (row_bounds[0] > row_bounds[1]).any():
        outside = int((row_bounds[0] > row_bounds[1]).sum())
        raise WeightingError(
            Said("numerics-weights-cannot-lie-within-both-the", outside=outside),
        )
