"""The convex problem behind calibration, solved by Newton steps with a line search.

The multipliers lambda minimise a convex function whose gradient is the misfit of the totals and
whose second derivative is the weighted cross product of the auxiliary variables.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from padai.numerics.constraints import Constraints, FloatArray
from padai.numerics.threads import pinned

Method = Literal["linear", "raking", "logit"]
METHODS: tuple[Method, ...] = ("linear", "raking", "logit")
#: Margins hold to this, relative to their targets, or it is an error.
TOLERANCE = 1e-10
_ROUNDING = 1e-13
_MOST = 200
# Sweeps of proportional fitting: at most, while each leaves less than this share of the misfit, and
# how near they go where Newton steps have to follow anyway.
_SWEEPS = 40
_SLOW = 0.25
_ROUGH = 1e-2


@dataclass(frozen=True, eq=False)
class Distance:
    """A distance function: g and its derivatives at x'lambda.

    Attributes
    ----------
    method : {"linear", "raking", "logit"}
    lower, upper : float or ndarray, shape (n,)
        Bounds on g; infinite for none.
    """

    method: Method
    lower: float | FloatArray = -np.inf
    upper: float | FloatArray = np.inf

    @property
    def bounded(self) -> bool:
        """Whether some bound is finite."""
        return bool(np.ndim(self.lower) or np.isfinite(self.lower) or np.isfinite(self.upper))

    def ratio(self, u: FloatArray) -> tuple[FloatArray, FloatArray, FloatArray]:
        """Return g, its slope, and its slope were there no bounds, each of shape (n,)."""
        if self.method == "logit":
            return self._logit(u)
        free = 1.0 + u if self.method == "linear" else np.exp(np.minimum(u, 300.0))
        slope = np.ones_like(u) if self.method == "linear" else free
        if not self.bounded:
            return free, slope, slope
        inside = (free > self.lower) & (free < self.upper)
        return np.clip(free, self.lower, self.upper), np.where(inside, slope, 0.0), slope

    def _logit(self, u: FloatArray) -> tuple[FloatArray, FloatArray, FloatArray]:
        low, high = self.lower, self.upper
        steepness = (high - low) / ((1 - low) * (high - 1))
        e = np.exp(np.clip(steepness * u, -300.0, 300.0))
        below = (high - 1) + (1 - low) * e
        g = (low * (high - 1) + high * (1 - low) * e) / below
        slope = (g - low) * (high - g) * steepness / (high - low)
        return g, slope, slope


@dataclass(frozen=True, eq=False)
class Solved:
    """Where the steps ended.

    Attributes
    ----------
    g, predictor : ndarray, shape (n,)
    steps : int
    misfit : ndarray, shape (q,)
        Relative misfit of each raw total.
    """

    g: FloatArray
    predictor: FloatArray
    steps: int
    misfit: FloatArray

    @property
    def worst(self) -> float:
        """The largest misfit."""
        return float(self.misfit.max(initial=0.0))


@pinned
def solve(
    constraints: Constraints, d: FloatArray, distance: Distance, start: FloatArray | None
) -> Solved:
    """Newton steps on the convex dual, halved while they overshoot."""
    u = np.zeros(len(d)) if start is None else start.copy()
    if distance.method == "raking":
        u = _sweeps(constraints, d, u, _ROUGH if distance.bounded else _ROUNDING)
    g, slope, free = distance.ratio(u)
    raw = constraints.totals(d * g)
    gradient = constraints.reduce @ raw - constraints.goal
    misfit = constraints.misfit(raw)
    steps = 0
    while steps < _MOST and misfit.max(initial=0.0) > _ROUNDING:
        step = _direction(constraints, d, slope, free, gradient)
        move = constraints.predictor(step)
        moved = _line_search(constraints, d, distance, u=u, move=move, step=step, gradient=gradient)
        steps += 1
        if moved is None:
            break
        u, (g, slope, free), raw = moved
        gradient = constraints.reduce @ raw - constraints.goal
        before, misfit = misfit.max(initial=0.0), constraints.misfit(raw)
        if before <= TOLERANCE and misfit.max(initial=0.0) > 0.1 * before:
            break  # what is left is rounding
    return Solved(g, u, steps, misfit)


def _sweeps(constraints: Constraints, d: FloatArray, u: FloatArray, good: float) -> FloatArray:
    """Fit proportionally while that is fast: a start that lies in the span of the margins.

    A sweep costs a small part of a Newton step; where margins hardly depend on each other a few
    of them are enough. Margins in which some take no part are left to Newton.
    """
    whole = [m for m, partial in enumerate(constraints.partial) if not partial]
    logs = {m: np.zeros(constraints.sizes[m]) for m in whole}
    good = good if len(whole) == len(constraints.partial) else _ROUGH
    weights, worst = d * np.exp(np.minimum(u, 300.0)), np.inf
    for _ in range(_SWEEPS if whole else 0):
        before, worst = worst, 0.0
        for m in whole:
            codes, size = constraints.codes[m], constraints.sizes[m]
            reached = np.bincount(codes, weights, size)
            ratio = constraints.shares[m] * constraints.total / np.where(reached > 0, reached, 1.0)
            worst = max(worst, float(np.abs(ratio - 1).max()))
            logs[m] += np.log(ratio)
            weights = weights * ratio[codes]
        if worst <= good or worst > _SLOW * before:
            break
    for m in whole:
        u = u + logs[m][constraints.codes[m]]
    return u


@pinned
def _direction(
    constraints: Constraints,
    d: FloatArray,
    slope: FloatArray,
    free: FloatArray,
    gradient: FloatArray,
) -> FloatArray:
    """Solve for the Newton step; where bounds leave no slope, borrow a little of the free one."""
    hessian = constraints.cross_products(d * slope)
    step = _solve_spd(hessian, gradient)
    if step is None and slope is not free:
        eased = hessian + 1e-4 * constraints.cross_products(d * free)
        step = _solve_spd(eased, gradient)
        hessian = eased
    if step is None:
        diagonal = np.diag(hessian)
        size = np.where(diagonal > 0, np.sqrt(np.abs(diagonal)), 1.0)
        scaled = hessian / np.outer(size, size)
        step = np.linalg.pinv(scaled, rcond=1e-11, hermitian=True) @ (gradient / size) / size
    return -step


@pinned
def _solve_spd(matrix: FloatArray, right: FloatArray) -> FloatArray | None:
    """Solve a positive definite system; None where it is singular to working precision."""
    diagonal = np.diag(matrix)
    if not (diagonal > 0).all():
        return None
    size = np.sqrt(diagonal)
    scaled = matrix / np.outer(size, size)
    try:
        pivots = np.diag(np.linalg.cholesky(scaled))
    except np.linalg.LinAlgError:
        return None
    if pivots.min() < 1e-5:
        return None
    result: FloatArray = np.linalg.solve(scaled, right / size) / size
    return result


@pinned
def _line_search(
    constraints: Constraints,
    d: FloatArray,
    distance: Distance,
    *,
    u: FloatArray,
    move: FloatArray,
    step: FloatArray,
    gradient: FloatArray,
) -> tuple[FloatArray, tuple[FloatArray, FloatArray, FloatArray], FloatArray] | None:
    """Halve the step until the slope along it no longer turns up steeply."""
    descent = float(step @ gradient)
    length = 1.0
    for _ in range(60):
        there = u + length * move
        ratio = distance.ratio(there)
        raw = constraints.totals(d * ratio[0])
        rise = float(step @ (constraints.reduce @ raw - constraints.goal))
        if rise <= 0.9 * abs(descent) or abs(descent) <= 1e-28 * constraints.total**2:
            return there, ratio, raw
        length /= 2
    return None
