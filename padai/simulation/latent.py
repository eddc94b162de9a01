"""Ordered answers from a latent normal: thresholds that give the shares asked for.

A person's latent answer is normal with mean ``mu`` and standard deviation ``sd``; the answer is the
number of thresholds under it. Shares are averages over a weighted population, so that what is
planted holds in the population exactly, whatever the groups.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_BINS = 400


@dataclass(frozen=True)
class Latent:
    """A population's latent answers to one question.

    Attributes
    ----------
    mu
        Mean of each person's latent answer, shape (N,).
    weight
        Weight of each person times the probability of being asked, shape (N,), sum one.
    sd
        Standard deviation of what the means do not explain.
    """

    mu: NDArray[np.float64]
    weight: NDArray[np.float64]
    sd: float

    def mirrored(self) -> Latent:
        """Return the latent answers turned round: who was high is low."""
        return Latent(-self.mu, self.weight, self.sd)

    def binned(self) -> Latent:
        """Return the same latent answers with few distinct means, for a first approximation."""
        low, high = float(self.mu.min()), float(self.mu.max())
        if high - low < 1e-12:
            return Latent(np.array([low]), np.array([1.0]), self.sd)
        place = np.minimum(((self.mu - low) / (high - low) * _BINS).astype(int), _BINS - 1)
        weight = np.bincount(place, self.weight, _BINS).astype(np.float64)
        mean = np.bincount(place, self.weight * self.mu, _BINS).astype(np.float64)
        kept = weight > 0
        return Latent(mean[kept] / weight[kept], weight[kept], self.sd)


def below(latent: Latent, thresholds: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return each person's probability of being under each threshold, shape (N, k)."""
    from scipy.special import ndtr

    probability: NDArray[np.float64] = ndtr((thresholds[None, :] - latent.mu[:, None]) / latent.sd)
    return probability


def probabilities(latent: Latent, thresholds: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return each person's probability of each ordered answer, shape (N, k + 1)."""
    under = below(latent, thresholds)
    edges = [np.zeros((len(under), 1)), under, np.ones((len(under), 1))]
    return np.diff(np.concatenate(edges, axis=1), axis=1)


def shares(latent: Latent, thresholds: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the population share of each ordered answer, shape (k + 1,)."""
    under = latent.weight @ below(latent, thresholds)
    return np.diff(np.concatenate([[0.0], under, [1.0]]))


def thresholds_for(latent: Latent, wanted: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the thresholds under which the answers have the shares `wanted`.

    Parameters
    ----------
    latent
        The population.
    wanted
        Shares in ascending order of the latent answer, shape (k + 1,), all positive.

    Returns
    -------
    Ascending thresholds, shape (k,); the shares hold to 1e-12.
    """
    cumulative = np.cumsum(wanted / wanted.sum())[:-1]
    rough = latent.binned()
    low = np.full(len(cumulative), latent.mu.min() - 9.0 * latent.sd)
    high = np.full(len(cumulative), latent.mu.max() + 9.0 * latent.sd)
    for _ in range(60):
        middle = (low + high) / 2.0
        over = rough.weight @ below(rough, middle) > cumulative
        high, low = np.where(over, middle, high), np.where(over, low, middle)
    thresholds: NDArray[np.float64] = (low + high) / 2.0
    for _ in range(4):
        slope = latent.weight @ _density(latent, thresholds)
        step = (latent.weight @ below(latent, thresholds) - cumulative) / np.maximum(slope, 1e-12)
        thresholds = thresholds - np.clip(step, -0.05, 0.05)
    return thresholds


def shifted_for(
    latent: Latent, thresholds: NDArray[np.float64], scores: NDArray[np.float64], wanted: float
) -> NDArray[np.float64] | None:
    """Move all thresholds together until the average score is `wanted`.

    Parameters
    ----------
    thresholds
        Shape (k,).
    scores
        The score of each ordered answer, shape (k + 1,): 1 for the answers of a net and 0
        elsewhere, or the points of a scale.
    wanted
        The population's average score.

    Returns
    -------
    The nearest such thresholds, or none where no move up to 8 gives that average.
    """
    rough = latent.binned()

    def gap(move: float, at: Latent) -> float:
        return float(shares(at, thresholds + move) @ scores) - wanted

    grid = np.concatenate([[0.0], np.repeat(np.arange(0.1, 8.05, 0.1), 2)])
    grid[2::2] *= -1.0
    start = gap(0.0, rough)
    end = next((m for m in grid[1:] if gap(m, rough) * start <= 0.0), None)
    if end is None:
        return None
    low, high, sign = 0.0, float(end), np.sign(start)
    for _ in range(50):
        middle = (low + high) / 2.0
        if gap(middle, rough) * sign > 0:
            low = middle
        else:
            high = middle
    move = (low + high) / 2.0
    for _ in range(4):
        slope = latent.weight @ _density(latent, thresholds + move)
        rise = float(np.diff(np.concatenate([[0.0], slope, [0.0]])) @ scores)
        if abs(rise) < 1e-9:
            break
        move -= float(np.clip(gap(move, latent) / rise, -0.05, 0.05))
    return thresholds + move


def _density(latent: Latent, thresholds: NDArray[np.float64]) -> NDArray[np.float64]:
    z = (thresholds[None, :] - latent.mu[:, None]) / latent.sd
    density: NDArray[np.float64] = np.exp(-0.5 * z * z) / (np.sqrt(2.0 * np.pi) * latent.sd)
    return density
