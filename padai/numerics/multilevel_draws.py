"""Draws from a model of shares of cells: standard deviations, coefficients and effects together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from padai.errors import EstimationError
from padai.numerics.designs import FloatArray
from padai.numerics.multilevel import MultilevelFit
from padai.numerics.multilevel_mode import BinomialCells, Mode, gradient_of, mode_of
from padai.numerics.threads import pinned
from padai.words import Said

_STEP = 1e-3
_LEAST, _LARGEST = 1e-4, 20.0
#: How far down a direction is followed, how finely, and how far at most.
_DEPTH, _STRIDE, _REACH = 9.0, 0.6, 30
_FINE = 64
_BATCHES = 5


@dataclass(frozen=True, eq=False)
class Draws:
    """Draws of what was asked of each model drawn.

    Attributes
    ----------
    values : ndarray, shape (r, draws)
    weights : ndarray, shape (draws,)
        They add up to one.
    """

    values: FloatArray
    weights: FloatArray

    @property
    def effective(self) -> float:
        """How many draws of equal weight tell as much."""
        return float(1 / (self.weights**2).sum())

    @pinned
    def products(self, centre: FloatArray) -> FloatArray:
        """Return mean products of the errors around estimates, shape (r, r)."""
        error = self.values - centre[:, None]
        return np.asarray((error * self.weights) @ error.T)

    @pinned
    def square_error(self, centre: FloatArray) -> FloatArray:
        """Return the Monte Carlo standard error of the mean squared errors, shape (r,)."""
        squares = (self.values - centre[:, None]) ** 2
        away = squares - (squares @ self.weights)[:, None]
        return np.asarray(np.sqrt(away**2 @ self.weights**2))

    def quantiles(self, at: float) -> FloatArray:
        """Return weighted quantiles, shape (r,)."""
        order = np.argsort(self.values, axis=1)
        ordered = np.take_along_axis(self.values, order, axis=1)
        mass = self.weights[order]
        middle = np.cumsum(mass, axis=1) - mass / 2
        return np.array([np.interp(at, m, v) for m, v in zip(middle, ordered, strict=True)])


@pinned
def draw_models(
    cells: BinomialCells,
    fit: MultilevelFit,
    asked: Callable[[FloatArray, np.random.Generator], FloatArray],
    *,
    draws: int,
    seed: int,
) -> Draws:
    """Draw models given the answers, and ask each for what is wanted.

    Deviations have a flat prior. Their logarithms are drawn, with the coefficients integrated out
    as well, along the directions of their bend at the mode: in each, from how likely they are with
    the others at the mode. What that leaves out, the weights put right. Coefficients and effects
    follow from the normal distribution around their mode.

    Parameters
    ----------
    asked
        From effects and coefficients on the logit scale, shape (q + p,), to an array of shape (r,).
    draws : int
        As many again are drawn, up to five times, until they are worth half as many draws of equal
        weight.
    seed : int

    Raises
    ------
    EstimationError
        The draws are of so unequal weight that they tell nothing.

    References
    ----------
    Gelman (2006), *Bayesian Analysis* 1, 515-533, for the prior. Rue, Martino and Chopin (2009),
    *JRSS B* 71, 319-392, for the approximation given the deviations.
    """
    rng = np.random.default_rng(seed)
    around = _around(cells, fit)
    values: list[FloatArray] = []
    heights: list[float] = []
    for _ in range(_BATCHES):
        for logs, density in _proposed(around, draws, rng):
            effects, height = _drawn(cells, around, logs, rng)
            values.append(asked(effects, rng))
            heights.append(height - density)
        weights = np.exp(np.array(heights) - max(heights))
        draws_so_far = Draws(np.array(values).T, weights / weights.sum())
        if draws_so_far.effective >= draws / 2:
            return draws_so_far
    if draws_so_far.effective >= draws / 10:
        return draws_so_far
    raise EstimationError(
        Said("numerics-the-spread-of-the-areas-is-not-settled"),
    )


@pinned
def _drawn(
    cells: BinomialCells, around: _Around, logs: FloatArray, rng: np.random.Generator
) -> tuple[FloatArray, float]:
    """Draw effects and coefficients given log deviations; return them and how likely these are."""
    from scipy.linalg import cholesky

    deviations = np.exp(logs)
    mode = mode_of(cells, deviations, around.effects, held=False)
    noise = cholesky(mode.covariance, lower=True) @ rng.standard_normal(len(mode.v))
    scale = np.concatenate([deviations[cells.block], np.ones(cells.X.shape[1])])
    return scale * (mode.v + noise), mode.marginal + float(logs.sum())


@dataclass(frozen=True, eq=False)
class _Around:
    """Where the log deviations are likely.

    Attributes
    ----------
    centre : ndarray, shape (factors,)
        Their mode.
    root : ndarray, shape (factors, factors)
        Directions from it, a column each.
    slices : tuple of pairs of ndarray
        Steps along each direction, and log densities there.
    effects : ndarray, shape (q + p,)
        The mode of effects and coefficients at `centre`.
    """

    centre: FloatArray
    root: FloatArray
    slices: tuple[tuple[FloatArray, FloatArray], ...]
    effects: FloatArray


@pinned
def _proposed(
    around: _Around, draws: int, rng: np.random.Generator
) -> list[tuple[FloatArray, float]]:
    """Draw log deviations, in each direction one from each of `draws` slices of equal mass.

    Return them, those inside the bounds, with the log density that they were drawn by.
    """
    steps, density = np.empty((draws, len(around.slices))), np.zeros(draws)
    for f, (place, height) in enumerate(around.slices):
        fine = np.linspace(place[0], place[-1], _FINE * len(place))
        logs = np.interp(fine, place, height)
        mass = np.concatenate([[0.0], np.cumsum(np.exp((logs[1:] + logs[:-1]) / 2))])
        even = (rng.permutation(draws) + rng.uniform(size=draws)) / draws
        steps[:, f] = np.interp(even * mass[-1], mass, fine)
        density += np.interp(steps[:, f], place, height)
    proposals = around.centre + steps @ around.root.T
    return [(at, float(d)) for at, d in zip(proposals, density, strict=True) if _inside(at)]


@pinned
def _around(cells: BinomialCells, fit: MultilevelFit) -> _Around:
    """Find the mode of the log deviations, their bend there, and how they fall off."""
    from scipy import optimize

    last: list[Mode] = [fit.mode]

    def downhill(logs: FloatArray) -> tuple[float, FloatArray]:
        deviations = np.exp(logs)
        mode = mode_of(cells, deviations, last[0].v, held=False)
        last[0] = mode
        slope = gradient_of(cells, deviations, mode, held=False)[0]
        return -mode.marginal - float(logs.sum()), -slope * deviations - 1

    first = np.log(np.maximum(fit.deviations, 0.02))
    bounds = [(np.log(_LEAST), np.log(_LARGEST))] * len(first)
    options: Any = {"gtol": 1e-4, "maxiter": 200}
    optimum = optimize.minimize(
        downhill, first, jac=True, method="L-BFGS-B", bounds=bounds, options=options
    )
    logs = np.asarray(optimum.x)
    bend = np.empty((len(logs), len(logs)))
    for j, step in enumerate(np.eye(len(logs)) * _STEP):
        bend[j] = (downhill(logs + step)[1] - downhill(logs - step)[1]) / (2 * _STEP)
    values, vectors = np.linalg.eigh((bend + bend.T) / 2)
    # an axis has no sign of its own: its largest part is positive, on every processor
    vectors = vectors * np.sign(vectors[np.abs(vectors).argmax(axis=0), np.arange(len(values))])
    root = vectors / np.sqrt(np.maximum(values, 0.1))
    downhill(logs)
    effects = last[0].v

    def height(at: FloatArray) -> float:
        mode = mode_of(cells, np.exp(at), effects, held=False)
        return mode.marginal + float(at.sum())

    slices = tuple(_slice(height, logs, column) for column in root.T)
    return _Around(logs, root, slices, effects)


def _inside(logs: FloatArray) -> bool:
    return bool(((logs >= np.log(_LEAST)) & (logs <= np.log(_LARGEST))).all())


def _slice(
    height: Callable[[FloatArray], float], centre: FloatArray, column: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """Follow a direction both ways until the density has fallen by `_DEPTH`."""
    top = height(centre)
    heights = {0.0: 0.0}
    for sign in (1, -1):
        for k in range(1, _REACH):
            step = sign * k * _STRIDE
            if not _inside(centre + step * column):
                break
            heights[step] = height(centre + step * column) - top
            if heights[step] < -_DEPTH:
                break
    place = np.array(sorted(heights))
    return place, np.array([heights[step] for step in place])
