"""Tests and intervals of small groups, by counting every case or drawing cases at random."""

from __future__ import annotations

from dataclasses import dataclass
from math import comb, sqrt

import numpy as np

from padai.numerics.designs import FloatArray, IntArray
from padai.numerics.threads import pinned

DRAWS = 100_000
#: Up to so many pairs, all changes of sign are counted.
ALL_SIGNS = 20
#: Up to so many groups, all divisions of the people are counted.
ALL_DIVISIONS = 6
#: Two probabilities, or two sums, closer than this part of their size are a tie.
TIE = 1e-7
_AT_ONCE = 10_000


@dataclass(frozen=True, slots=True)
class ExactTest:
    """A test that rests on no large numbers.

    Attributes
    ----------
    statistic : float
        What was observed.
    p_value : float
        Two-sided; a share of all cases, or of the draws with what was observed counted as one.
    method : {"exact", "monte_carlo"}
    cases : float
        Cases counted, or drawn.
    monte_carlo_error : float
        Standard error that the draws leave in `p_value`; 0 where all cases are counted.
    """

    statistic: float
    p_value: float
    method: str
    cases: float
    monte_carlo_error: float


def mcnemar_exact(gained: int, lost: int) -> ExactTest:
    """Test that as many people moved one way as the other.

    Parameters
    ----------
    gained, lost : int
        People who moved in, and out.

    Returns
    -------
    ExactTest
        Of statistic ``gained - lost``; p is 1 where nobody moved.

    References
    ----------
    McNemar, Q. (1947). *Psychometrika* 12, 153-157. R: ``binom.test(gained, gained + lost)``.

    Examples
    --------
    >>> mcnemar_exact(6, 1).p_value
    0.125
    """
    n = gained + lost
    below = sum(comb(n, k) for k in range(min(gained, lost) + 1))
    p = min(1.0, 2 * below / 2**n)
    return ExactTest(float(gained - lost), p, "exact", float(2**n), 0.0)


@pinned
def sign_flip(differences: FloatArray, *, seed: int, draws: int = DRAWS) -> ExactTest:
    """Test that paired differences lie around zero, by turning their signs.

    Parameters
    ----------
    differences : ndarray, shape (n,)
        After minus before; zeros are kept.
    seed : int
        Of the draws, above `ALL_SIGNS` pairs.
    draws : int

    Returns
    -------
    ExactTest
        Of statistic the mean difference; p the share of turnings of which the sum is as far from
        zero.

    References
    ----------
    Fisher, R. A. (1935). *The Design of Experiments*, section 21. Phipson, B. and Smyth, G. (2010).
    Permutation p-values should never be zero. *Stat. Appl. Genet. Mol. Biol.* 9.

    Examples
    --------
    >>> sign_flip(np.array([1.0, 1.0, 2.0]), seed=1).p_value
    0.25
    """
    d = np.asarray(differences, dtype=np.float64)
    observed = abs(float(d.sum())) - TIE * float(np.abs(d).sum())
    mean = float(d.mean()) if len(d) else 0.0
    if len(d) <= ALL_SIGNS:
        sums = np.zeros(1)
        for value in d:
            sums = np.concatenate([sums + value, sums - value])
        return ExactTest(mean, float((np.abs(sums) >= observed).mean()), "exact", len(sums), 0.0)
    rng, far = np.random.default_rng(seed), 0
    for start in range(0, draws, _AT_ONCE):
        signs = rng.integers(0, 2, (min(_AT_ONCE, draws - start), len(d))) * 2.0 - 1.0
        far += int((np.abs(signs @ d) >= observed).sum())
    return _drawn(mean, far, draws)


def multinomial_exact(
    counts: IntArray, shares: FloatArray, *, seed: int, draws: int = DRAWS
) -> ExactTest:
    """Test that people were drawn from a population with these shares.

    Parameters
    ----------
    counts : ndarray of int, shape (k,)
        People by group.
    shares : ndarray, shape (k,)
        Of the population; they add up to one.
    seed : int
        Of the draws, above `ALL_DIVISIONS` groups.
    draws : int

    Returns
    -------
    ExactTest
        Of statistic the probability of the counts; p that of all counts as improbable or more.

    Notes
    -----
    Counts of the first and of the last groups are listed apart and met in the middle, so that a
    hundred people in six groups take a moment.

    References
    ----------
    Read, T. and Cressie, N. (1988). *Goodness-of-Fit Statistics for Discrete Multivariate Data*.

    Examples
    --------
    >>> round(multinomial_exact(np.array([3, 0]), np.array([0.5, 0.5]), seed=1).p_value, 4)
    0.25
    """
    counts, shares = np.asarray(counts, dtype=np.intp), np.asarray(shares, dtype=np.float64)
    n, k = int(counts.sum()), len(counts)
    terms = _terms(n, shares)
    base = float(_log_factorials(n)[n])
    observed = base + float(sum(terms[g][c] for g, c in enumerate(counts)))
    limit = observed + TIE
    if k <= ALL_DIVISIONS:
        half = max(1, k // 2)
        terms[0] = terms[0] + base
        p = _met_in_the_middle(_divided(terms[:half], n), _divided(terms[half:], n), limit)
        cases = float(comb(n + k - 1, k - 1))
        return ExactTest(float(np.exp(observed)), min(1.0, p), "exact", cases, 0.0)
    drawn = np.random.default_rng(seed).multinomial(n, shares, size=draws)
    logs = base + np.sum([terms[g][drawn[:, g]] for g in range(k)], axis=0)
    return _drawn(float(np.exp(observed)), int((logs <= limit).sum()), draws)


def clopper_pearson(x: int, n: int, level: float = 0.95) -> tuple[float, float]:
    """Return the interval of a share of n people, without approximation.

    References
    ----------
    Clopper, C. and Pearson, E. (1934). *Biometrika* 26, 404-413. R: ``binom.test``.

    Examples
    --------
    >>> [round(v, 4) for v in clopper_pearson(0, 10)]
    [0.0, 0.3085]
    """
    from scipy import special

    tail = (1 - level) / 2
    low = 0.0 if x == 0 else float(special.betaincinv(x, n - x + 1, tail))
    high = 1.0 if x == n else float(special.betaincinv(x + 1, n - x, 1 - tail))
    return low, high


def _drawn(statistic: float, far: int, draws: int) -> ExactTest:
    p = (far + 1) / (draws + 1)
    return ExactTest(statistic, p, "monte_carlo", draws, sqrt(p * (1 - p) / draws))


def _log_factorials(n: int) -> FloatArray:
    return np.concatenate([[0.0], np.cumsum(np.log(np.arange(1, n + 1)))])


def _terms(n: int, shares: FloatArray) -> list[FloatArray]:
    """Return, for each group, ``c log p - log c!`` for c from 0 to n."""
    steps = np.arange(n + 1)
    with np.errstate(divide="ignore", invalid="ignore"):
        logs = [np.where(steps > 0, steps * np.log(p), 0.0) for p in shares]
    return [log - _log_factorials(n) for log in logs]


def _divided(terms: list[FloatArray], n: int) -> list[FloatArray]:
    """Return, for each number of people up to n, the sums of terms over all their divisions."""
    start = np.full(n + 1, -np.inf)
    start[0] = 0.0
    sums = [np.array([v]) for v in start] if not terms else [terms[0][[m]] for m in range(n + 1)]
    for term in terms[1:]:
        sums = [np.concatenate([sums[m - j] + term[j] for j in range(m + 1)]) for m in range(n + 1)]
    return sums


def _met_in_the_middle(first: list[FloatArray], last: list[FloatArray], limit: float) -> float:
    """Sum ``exp(a + b)`` over the pairs with ``a + b <= limit``, b of the people that a leaves."""
    n, total = len(first) - 1, 0.0
    for m in range(n + 1):
        b = np.sort(last[n - m])
        highest = b[-1] if np.isfinite(b[-1]) else 0.0
        sums = np.concatenate([[0.0], np.cumsum(np.exp(b - highest))])
        a = first[m]
        reached = np.searchsorted(b, limit - a, side="right")
        total += float(np.sum(np.exp(a + highest) * sums[reached]))
    return total
