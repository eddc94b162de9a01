"""From cells to areas: poststratified shares, their benchmark, and whose answers they rest on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from padai.errors import EstimationError
from padai.numerics.designs import BoolArray, FloatArray, IntArray
from padai.numerics.multilevel import MultilevelFit
from padai.numerics.multilevel_mode import BinomialCells
from padai.numerics.roots import symmetric_root
from padai.numerics.threads import pinned
from padai.words import Said

_STEPS = 60
_CLOSE = 1e-13


@dataclass(frozen=True, eq=False)
class CellsByArea:
    """Cells of the population, and the area (in one wave) that each belongs to.

    Attributes
    ----------
    columns : sparse matrix, shape (n, q + p)
        As the model's own.
    size : ndarray, shape (n,)
        People, above 0.
    row : ndarray of int, shape (n,)
        Which area and wave.
    rows : int
        Areas times waves.
    """

    columns: Any
    size: FloatArray
    row: IntArray
    rows: int

    def shares(self, eta: FloatArray) -> FloatArray:
        """Return the share of each area: its cells' shares by their people, shape (rows,)."""
        from scipy.special import expit

        whole = np.bincount(self.row, self.size, self.rows)
        yes = np.bincount(self.row, self.size * expit(eta), self.rows)
        result: FloatArray = np.divide(yes, whole, out=np.full(self.rows, np.nan), where=whole > 0)
        return result


@dataclass(frozen=True, eq=False)
class Totals:
    """Figures that the areas of each wave must add up to.

    Attributes
    ----------
    weights : ndarray, shape (waves, rows)
        Shares of the areas; a row adds up to one.
    target : ndarray, shape (waves,)
        Inside 0 and 1.
    covariance : ndarray, shape (waves, waves)
        Of the targets.
    """

    weights: FloatArray
    target: FloatArray
    covariance: FloatArray


@pinned
def shifted(
    population: CellsByArea, eta: FloatArray, totals: Totals, aim: FloatArray
) -> FloatArray:
    """Move the cells of each wave by one step on the logit scale, so that its areas add up.

    Parameters
    ----------
    eta : ndarray, shape (n,)
    aim : ndarray, shape (waves,)
        Inside 0 and 1.

    References
    ----------
    Ghitza and Gelman (2013), *American Journal of Political Science* 57, 762-776.
    """
    from scipy.special import expit, logit

    people = np.bincount(population.row, population.size, population.rows)
    wave = population.row // (population.rows // len(aim))
    out = eta.copy()
    for w, wanted in enumerate(aim):
        own = wave == w
        row, z = population.row[own], eta[own]
        part = totals.weights[w, row] * population.size[own] / people[row]
        for _ in range(_STEPS):
            share = expit(z)
            mean = float(part @ share)
            slope = float(part @ (share * (1 - share))) / (mean * (1 - mean))
            step = float(logit(wanted) - logit(mean)) / slope
            z = z + step
            if abs(step) < _CLOSE:
                break
        out[own] = z
    return out


@pinned
def asked_of_draws(
    population: CellsByArea, totals: Totals | None
) -> Callable[[FloatArray, np.random.Generator], FloatArray]:
    """Return what each draw of the model is asked: the shares of the areas.

    With totals, each draw is moved to totals that are drawn too, around the figures of the sample.
    """
    from scipy.special import expit, logit

    if totals is None:
        return lambda effects, _: population.shares(population.columns @ effects)
    slope = totals.target * (1 - totals.target)
    root = symmetric_root(totals.covariance / np.outer(slope, slope))

    def shares(effects: FloatArray, rng: np.random.Generator) -> FloatArray:
        aim = expit(logit(totals.target) + root @ rng.standard_normal(len(root)))
        eta = shifted(population, population.columns @ effects, totals, aim)
        return population.shares(eta)

    return shares


@pinned
def weights_of_answers(
    population: CellsByArea, cells: BinomialCells, fit: MultilevelFit, group: IntArray
) -> FloatArray:
    """Return how far each area's share rests on the answers of each, shape (rows, rows).

    If all answers of an area and wave moved by one step on the logit scale, its column says by how
    much each area's share would, in units of what its own would move alone. A row adds up to one.

    Parameters
    ----------
    group : ndarray of int, shape (cells,)
        The area and wave of each cell of the sample.
    """
    from scipy import sparse
    from scipy.special import expit

    block, k = cells.block, cells.columns.shape[1]
    scale = np.concatenate([fit.deviations[block], np.ones(k - len(block))])
    share = expit(fit.mode.eta)
    moves = sparse.csr_matrix(
        (cells.people * share * (1 - share), (group, np.arange(len(group)))),
        shape=(population.rows, len(group)),
    )
    at = expit(population.columns @ np.concatenate([fit.effects, fit.coef]))
    mass = population.size * at * (1 - at)
    mass = mass / np.bincount(population.row, mass, population.rows)[population.row]
    gather = sparse.csr_matrix(
        (mass, (population.row, np.arange(len(mass)))), shape=(population.rows, len(mass))
    )
    inner = fit.mode.covariance * np.outer(scale, scale)
    answers = (moves @ cells.columns).toarray()
    return np.asarray((gather @ population.columns).toarray() @ inner @ answers.T)


def check_answers(yes: FloatArray, people: FloatArray, X: FloatArray, held: BoolArray) -> None:
    """Refuse answers that are all alike, or that some columns part perfectly.

    Parameters
    ----------
    yes, people : ndarray, shape (cells,)
    X : ndarray, shape (cells, p)
        Columns without a penalty.
    held : ndarray of bool, shape (cells,)
        Cells with somebody in them.

    Raises
    ------
    EstimationError
    """
    from padai.numerics.separation import separating_direction

    y, n, Z = yes[held], people[held], X[held]
    if y.sum() == 0 or (y == n).all():
        raise EstimationError(
            Said("numerics-everyone-gave-the-same-answer-there-is"),
        )
    mixed = np.where(y == 0, 0.0, np.where(y == n, 1.0, 0.5))
    if separating_direction(Z, mixed, "binomial") is not None:
        raise EstimationError(
            Said("numerics-a-wave-a-covariate-or-a-variable-of-two"),
        )
