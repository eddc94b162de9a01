"""How the groups of one column stand in many others: what tells that codes or rows were mixed up.

A share says nothing where two codes near one half are exchanged, or where a column is shifted
against the rest of its file; what goes with what does.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from padai.numerics.threads import pinned

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Features:
    """Columns that groups are set against, made ready once for many groupings.

    Attributes
    ----------
    answered : ndarray, shape (rows, features)
        1 where a row has a value, else 0.
    centred, squared : ndarray, shape (rows, features)
        The values less the mean of their column, 0 where there is none; and their squares.
    """

    answered: Array
    centred: Array
    squared: Array

    @classmethod
    def of(cls, columns: Array) -> Features:
        """Make columns ready; NaN where a row has no value.

        Examples
        --------
        >>> Features.of(np.array([[1.0], [3.0], [np.nan]])).centred.ravel().tolist()
        [-1.0, 1.0, 0.0]
        """
        answered = np.isfinite(columns)
        count = np.maximum(answered.sum(axis=0), 1)
        means = np.where(answered, columns, 0.0).sum(axis=0) / count
        centred = np.where(answered, columns - means, 0.0)
        return cls(answered.astype(np.float64), centred, centred**2)


@pinned
def contrasts(groups: NDArray[np.intp], count: int, features: Features) -> tuple[Array, Array]:
    """Return, for each pair of groups and each feature, the difference of means over its error.

    Parameters
    ----------
    groups
        The group of each row from 0, -1 for none, shape (rows,).
    count
        How many groups there are.
    features
        What the groups are set against.

    Returns
    -------
    z, sizes
        z of shape (count, count, features), that of group i minus group j, 0 where either has fewer
        than two values or nothing varies; the rows of each group, shape (count,).

    Notes
    -----
    Welch's t of two independent groups, unweighted: it describes the file, not the population.

    Examples
    --------
    >>> groups = np.array([0, 0, 0, 1, 1, 1])
    >>> z, sizes = contrasts(groups, 2, Features.of(np.arange(6.0)[:, None]))
    >>> round(float(z[0, 1, 0]), 3), sizes.tolist()
    (-3.674, [3.0, 3.0])
    """
    member = (groups[:, None] == np.arange(count)).astype(np.float64)
    n = member.T @ features.answered
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = (member.T @ features.centred) / n
        error = (member.T @ features.squared / n - mean**2) / (n - 1)
        spread = np.sqrt(error[:, None] + error[None, :])
        z = (mean[:, None] - mean[None, :]) / spread
    enough = (n >= 2)[:, None] & (n >= 2)[None, :] & (spread > 0)
    return np.where(enough & np.isfinite(z), z, 0.0), member.sum(axis=0)


@pinned
def contrasts_within(
    groups: NDArray[np.intp], strata: NDArray[np.intp], count: int, features: Features
) -> tuple[Array, Array]:
    """Return, for each stratum and feature, the difference of two groups and its variance.

    Parameters
    ----------
    groups
        0 and 1 for the two groups, anything else for none, shape (rows,).
    strata
        The stratum of each row from 0, -1 for none.
    count
        How many strata there are.
    features
        What the groups are set against.

    Returns
    -------
    difference, variance
        Shape (count, features), that of group 0 minus group 1; NaN where either group has fewer
        than two values in a stratum, or nothing varies there.

    Examples
    --------
    >>> groups, strata = np.array([0, 0, 1, 1] * 2), np.repeat([0, 1], 4)
    >>> features = Features.of(np.array([1.0, 2, 4, 5, 11, 12, 14, 15])[:, None])
    >>> contrasts_within(groups, strata, 2, features)[0].ravel().tolist()
    [-3.0, -3.0]
    """
    width = features.answered.shape[1]
    difference, variance = np.full((2, count, width), np.nan)
    for stratum in range(count):
        means, errors = [], []
        for group in (0, 1):
            rows = np.flatnonzero((strata == stratum) & (groups == group))
            n = features.answered[rows].sum(axis=0)
            with np.errstate(invalid="ignore", divide="ignore"):
                mean = features.centred[rows].sum(axis=0) / n
                errors.append((features.squared[rows].sum(axis=0) / n - mean**2) / (n - 1))
            means.append(np.where(n >= 2, mean, np.nan))
        difference[stratum], variance[stratum] = means[0] - means[1], errors[0] + errors[1]
    usable = np.isfinite(difference) & np.isfinite(variance) & (variance > 0)
    return np.where(usable, difference, np.nan), np.where(usable, variance, np.nan)


def of_one_mix(now: tuple[Array, Array], then: tuple[Array, Array]) -> tuple[Array, Array]:
    """Return the contrasts of two groups in two waves, as the same mix of strata would make them.

    Parameters
    ----------
    now, then
        What :func:`contrasts_within` returned of either wave.

    Returns
    -------
    now, then
        z of either wave, shape (features,): differences of the strata that both waves have,
        weighted alike by the inverse of their variances together; 0 where they share none.

    Examples
    --------
    >>> one = (np.array([[2.0], [np.nan]]), np.array([[1.0], [np.nan]]))
    >>> other = (np.array([[-2.0], [3.0]]), np.array([[1.0], [1.0]]))
    >>> [z.tolist() for z in of_one_mix(one, other)]
    [[2.0], [-2.0]]
    """
    shared = np.isfinite(now[0]) & np.isfinite(then[0])
    made = []
    weights = np.where(shared, 1.0 / np.where(shared, now[1] + then[1], 1.0), 0.0)
    for difference, variance in (now, then):
        top = (weights * np.where(shared, difference, 0.0)).sum(axis=0)
        spread = np.sqrt((weights**2 * np.where(shared, variance, 0.0)).sum(axis=0))
        made.append(np.where(spread > 0, top / np.where(spread > 0, spread, 1.0), 0.0))
    return made[0], made[1]


def exchanged(now: Array, then: Array, *, clear: float = 4.0, against: float = -3.0) -> bool:
    """Whether what clearly parted two groups parts them the other way round.

    Parameters
    ----------
    now, then
        The contrasts of two groups in two waves, shape (features,).
    clear
        The size from which a contrast of the earlier wave counts; two must.
    against
        The median of these contrasts now, signed as they were then, from which on the groups are
        told to have changed places.

    Examples
    --------
    >>> then = np.array([6.0, -5.0, 4.5, 0.3])
    >>> exchanged(-then, then), exchanged(then, then)
    (True, False)
    """
    strong = np.abs(then) >= clear
    if strong.sum() < 2:
        return False
    return bool(np.median(now[strong] * np.sign(then[strong])) <= against)


def unrelated(now: Array, then: Array, *, clear: float = 8.0, chance: float = 4.0) -> bool:
    """Whether what clearly parted two groups parts them no more than chance does.

    Parameters
    ----------
    now, then
        The contrasts of two groups in two waves, shape (features,); `then` at the size that it
        would have in a file as large as the later one.
    clear
        As :func:`exchanged` takes it.
    chance
        The mean square of the same contrasts now, 1 by chance, up to which nothing is left.

    Examples
    --------
    >>> unrelated(np.array([0.4, -1.1]), np.array([8.5, 9.0]))
    True
    """
    strong = np.abs(then) >= clear
    return bool(strong.sum() >= 2 and np.mean(now[strong] ** 2) <= chance)


@pinned
def explained(values: Array, groups: list[NDArray[np.intp]]) -> float:
    """Return the adjusted share of the variance of values that groupings explain together.

    Parameters
    ----------
    values
        Shape (rows,).
    groups
        The group of each row from 0, -1 for none, for each grouping.

    Notes
    -----
    The adjusted R squared of a least-squares fit on the indicators of all groupings.

    Examples
    --------
    >>> explained(np.array([1.0, 1.0, 3.0, 3.0, 1.0, 3.0]), [np.array([0, 0, 1, 1, 0, 1])])
    1.0
    """
    columns = [np.ones(len(values))]
    for group in groups:
        columns += [(group == code).astype(np.float64) for code in np.unique(group)[1:]]
    design = np.column_stack(columns)
    fitted, _, rank, _ = np.linalg.lstsq(design, values, rcond=None)
    total = float(((values - values.mean()) ** 2).sum())
    left = float(((values - design @ fitted) ** 2).sum())
    free = len(values) - int(rank)
    if total <= 0 or free <= 0:
        return 0.0
    return round(1.0 - (left / free) / (total / (len(values) - 1)), 12)
