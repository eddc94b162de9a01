"""Tests of association in a two-way table, and Wald tests, under a complex design.

Notation: ``P`` the table of weighted shares (r rows, c columns), ``p`` the same shares as a vector
with rows running fastest, ``V`` their design covariance, ``n`` the sample size, ``nu`` the design
degrees of freedom (psus minus strata).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from padai.errors import EstimationError
from padai.numerics.quadratic_forms import exact_tail, saddlepoint_tail
from padai.numerics.threads import pinned
from padai.words import Said

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.intp]

#: The statistics of a test of independence, by R's names: those on the covariance of shares, and
#: those on the covariance of totals.
RAO_SCOTT = ("F", "Chisq", "lincom", "saddlepoint")
WALD = ("Wald", "adjWald")
#: Generalised design effects under this are the rounding of none.
_NO_EFFECT = 1e-12


@dataclass(frozen=True, slots=True)
class Statistic:
    """A test statistic with its degrees of freedom and p-value.

    Attributes
    ----------
    statistic : float
        Value of the statistic.
    df : float
        Numerator degrees of freedom (or those of the chi-square); NaN where the reference
        distribution has none.
    df_denominator : float
        Denominator degrees of freedom; infinite for a chi-square.
    p_value : float
        Probability of a larger statistic when there is no association.
    deltas : ndarray, shape (k,)
        Generalised design effects, of the Rao-Scott statistics; else empty.
    """

    statistic: float
    df: float
    df_denominator: float
    p_value: float
    deltas: FloatArray


@dataclass(frozen=True, slots=True)
class TwoWay:
    """A weighted two-way table.

    Attributes
    ----------
    totals : ndarray, shape (r, c)
        Weighted counts.
    shares : ndarray, shape (r, c)
        Weighted shares, summing to one.
    n : int
        Members without weights.
    """

    totals: FloatArray
    shares: FloatArray
    n: int


def f_tail(x: float, df: float, ddf: float) -> float:
    """Upper tail of the F distribution, of the chi-square over ``df`` when ``ddf`` is infinite."""
    from scipy import special

    if np.isinf(ddf):
        return float(special.chdtrc(df, x * df))
    return float(special.fdtrc(df, ddf, x))


def chi_square_tail(x: float, df: float) -> float:
    """Upper tail of the chi-square distribution: ``scipy.stats`` takes half a second to import."""
    from scipy import special

    return float(special.chdtrc(df, x))


def p_of_equal_counts(counts: IntArray) -> float:
    """P-value of Pearson's test that people were allotted alike to each of some groups."""
    expected = counts.sum() / len(counts)
    return chi_square_tail(float((((counts - expected) ** 2) / expected).sum()), len(counts) - 1)


def two_way(
    rows: IntArray,
    cols: IntArray,
    w: FloatArray,
    shape: tuple[int, int],
    counts: FloatArray | None = None,
) -> TwoWay:
    """Tabulate two coded variables.

    Parameters
    ----------
    rows, cols : ndarray of int, shape (n,)
        Codes from 0; -1 where a row does not answer one of the two.
    w : ndarray, shape (n,)
        Weights.
    shape : (int, int)
        Numbers of rows and of columns.
    counts : ndarray, shape (n,), optional
        Respondents that each row stands for; None: one.

    Returns
    -------
    TwoWay
    """
    member = (rows >= 0) & (cols >= 0) & (w > 0)
    cell = rows[member] * shape[1] + cols[member]
    sums = np.bincount(cell, w[member], shape[0] * shape[1])
    totals = np.asarray(sums, dtype=float).reshape(shape)
    n = member.sum() if counts is None else counts[member].sum()
    return TwoWay(totals, totals / totals.sum(), int(n))


@pinned
def rao_scott_test(table: TwoWay, V: FloatArray, nu: float, statistic: str = "F") -> Statistic:
    """Test that rows and columns of a table are independent by Pearson's statistic, corrected.

    Parameters
    ----------
    table : TwoWay
        Every row and column has members.
    V : ndarray, shape (r * c, r * c)
        Design covariance of the shares, row by row.
    nu : float
        Design degrees of freedom.
    statistic : str
        ``F``: second order, on F; ``Chisq``: first order, on chi-square; ``saddlepoint`` and
        ``lincom``: Pearson's statistic on its own null distribution, approximated or exact.

    Returns
    -------
    Statistic

    Raises
    ------
    EstimationError
        So many cells are empty that the interaction is not estimable; the shares have no sampling
        error, or less than none.

    References
    ----------
    Rao and Scott (1984), *Annals of Statistics* 12, 46-60. R: ``survey::svychisq``.
    """
    delta, k = _design_effects(table, V)
    trace = float(np.trace(delta))
    refuse_certain(np.abs(trace) > _NO_EFFECT)
    pearson = pearson_statistic(table)
    deltas = np.sort(np.linalg.eigvals(delta).real)[::-1]
    if trace < 0:  # of units drawn with unequal probabilities
        below = int((deltas < 0).sum())
        raise EstimationError(
            Said("numerics-the-estimated-variance-of-of-estimates", count=below, of=k)
        )
    d0 = trace**2 / float(np.trace(delta @ delta))
    if statistic == "F":
        value, df, ddf = pearson / trace, d0, d0 * nu
        return Statistic(value, df, ddf, f_tail(value, df, ddf), deltas)
    if statistic == "Chisq":
        return Statistic(pearson, k, np.inf, f_tail(pearson / trace, k, np.inf), deltas)
    tail = {"saddlepoint": saddlepoint_tail, "lincom": exact_tail}[statistic]
    return Statistic(pearson, np.nan, d0 * nu, tail(pearson, deltas, d0 * nu), deltas)


def refuse_certain(variances: ArrayLike) -> None:
    """Refuse a test of figures none of which has a sampling error.

    Parameters
    ----------
    variances : array_like
        Variances, or whether there are any.

    Raises
    ------
    EstimationError
        Every variance is zero: everybody is in the sample, or the calibration gives the figures.
    """
    if not np.any(variances):
        raise EstimationError(Said("numerics-nothing-here-has-a-sampling-error"))


def pearson_statistic(table: TwoWay) -> float:
    """Pearson's chi-square of the weighted shares, as if they came from ``n`` independent people.

    Examples
    --------
    >>> import numpy as np
    >>> t = two_way(np.array([0, 0, 1, 1]), np.array([0, 0, 1, 1]), np.ones(4), (2, 2))
    >>> pearson_statistic(t)
    4.0
    """
    expected = np.outer(table.shares.sum(1), table.shares.sum(0))
    return table.n * float(np.sum((table.shares - expected) ** 2 / expected))


@pinned
def _design_effects(table: TwoWay, V: FloatArray) -> tuple[FloatArray, int]:
    """Matrix of generalised design effects, and the degrees of freedom of the interaction.

    ``(C' D^-1 C / n)^-1 C' D^-1 V D^-1 C`` with ``D = diag(p)`` and ``C`` the interaction's columns
    freed of the main effects.
    """
    nr, nc = table.shares.shape
    p = table.shares.reshape(-1)
    row, col = np.repeat(np.arange(nr), nc), np.tile(np.arange(nc), nr)
    r = (row[:, None] == np.arange(1, nr)).astype(float)
    c = (col[:, None] == np.arange(1, nc)).astype(float)
    main = np.hstack([np.ones((nr * nc, 1)), r, c])
    both = (r[:, :, None] * c[:, None, :]).reshape(nr * nc, -1)
    C = both - main @ np.linalg.lstsq(main, both, rcond=None)[0]
    inverse = np.divide(1.0, p, out=np.zeros_like(p), where=p > 0)
    IC = inverse[:, None] * C
    expected = C.T @ IC / table.n
    if np.linalg.matrix_rank(expected) < both.shape[1]:
        raise EstimationError(
            Said("numerics-cells-of-the-table-are-empty", empty=int((p == 0).sum()), cells=p.size)
        )
    return np.linalg.solve(expected, IC.T @ V @ IC), both.shape[1]


@pinned
def wald_independence_test(
    table: TwoWay, V: FloatArray, nu: float, *, adjusted: bool = True
) -> Statistic:
    """Test that rows and columns are independent by the excesses ``T_ij - T_i. T_.j / T``.

    Parameters
    ----------
    table : TwoWay
        Every row and column has members.
    V : ndarray, shape (r * c, r * c)
        Design covariance of the totals, row by row.
    nu : float
        Design degrees of freedom.
    adjusted : bool
        As in `wald_test`.

    Returns
    -------
    Statistic

    References
    ----------
    Thomas and Rao (1987), *JASA* 82, 630-636. R: ``survey::svychisq(statistic="Wald")``.
    """
    refuse_certain(V)
    nr, nc = table.shares.shape
    total = table.totals.sum()
    R, C = table.totals.sum(1), table.totals.sum(0)
    excess = table.totals - np.outer(R, C) / total
    row, col = np.repeat(np.arange(nr), nc), np.tile(np.arange(nc), nr)
    same_row = row[:, None] == row
    same_col = col[:, None] == col
    J = np.eye(nr * nc) - (same_row * C[col][:, None] + R[row][:, None] * same_col) / total
    J = J + (R[row] * C[col])[:, None] / total**2
    free = (row > 0) & (col > 0)
    inner = J[free] @ V @ J[free].T
    return wald_test(excess.reshape(-1)[free], inner, nu, adjusted=adjusted)


@pinned
def wald_test(
    estimates: FloatArray, V: FloatArray, df: float, *, adjusted: bool = True
) -> Statistic:
    """Test that several estimates are all zero.

    Parameters
    ----------
    estimates : ndarray, shape (m,)
        Estimates of contrasts.
    V : ndarray, shape (m, m)
        Their covariance, perhaps singular: a contrast that others imply costs nothing.
    df : float
        Design degrees of freedom.
    adjusted : bool
        With ``W`` the Wald statistic and ``k`` the rank of ``V``: ``(df - k + 1) / (k df) W`` on
        F(k, df - k + 1) if true, ``W / k`` on F(k, df) if not.

    Returns
    -------
    Statistic
        With NaN statistic and p-value where the degrees of freedom leave no test.

    References
    ----------
    Korn and Graubard (1990), *American Statistician* 44, 270-276.

    Examples
    --------
    >>> import numpy as np
    >>> wald_test(np.array([2.0]), np.array([[1.0]]), df=10).statistic
    4.0
    """
    b, V = np.atleast_1d(estimates), np.atleast_2d(V)
    scale = np.sqrt(np.diag(V))
    safe = np.where(scale > 0, scale, 1.0)
    values, vectors = np.linalg.eigh(V / np.outer(safe, safe))
    kept = values > max(values.max(initial=0.0), 0.0) * b.size * 1e-12
    k = int(kept.sum())
    empty = np.empty(0)
    rest = (b / safe) - vectors[:, kept] @ (vectors[:, kept].T @ (b / safe))
    if k == 0 or np.abs(rest).max() > 1e-6 * np.abs(b / safe).max():
        return Statistic(np.nan, k, np.nan, np.nan, empty)
    W = float(np.sum((vectors[:, kept].T @ (b / safe)) ** 2 / values[kept]))
    ddf = df - k + 1 if adjusted else df
    if ddf <= 0:
        return Statistic(np.nan, k, ddf, np.nan, empty)
    value = W * ddf / (k * df) if adjusted and np.isfinite(df) else W / k
    return Statistic(value, k, ddf, f_tail(value, k, ddf), empty)
