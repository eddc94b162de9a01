"""Tests of association between two variables."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from padai.errors import DefinitionError, EstimationError, nearest
from padai.estimation.analysis import Analysis, Source, Where, codes_of, domain_of
from padai.estimation.pushed import test_of_sums
from padai.numerics.association import (
    RAO_SCOTT,
    WALD,
    Statistic,
    rao_scott_test,
    two_way,
    wald_independence_test,
)
from padai.numerics.threads import pinned
from padai.results import Test
from padai.waves.guards import guarded, lazily
from padai.words import Said

FloatArray = NDArray[np.float64]

_METHODS = {
    "F": "Rao-Scott second-order corrected Pearson test",
    "Chisq": "Rao-Scott first-order corrected Pearson test",
    "Wald": "Wald test of independence",
    "adjWald": "adjusted Wald test of independence",
    "lincom": "Pearson test on its exact asymptotic distribution",
    "saddlepoint": "Pearson test, saddlepoint approximation",
}


@guarded
@lazily(test_of_sums)
def crosstab_test(
    wave: Source, row: str, column: str, *, statistic: str = "F", where: Where = None
) -> Test:
    """Test that two variables are independent in the population.

    Parameters
    ----------
    wave
        A wave, or a stack of waves.
    row, column
        Questions, breakdowns or columns; codes out of the base take no part.
    statistic
        ``F`` (default): Pearson's statistic with Rao and Scott's second-order correction, on F with
        fractional degrees of freedom; ``Chisq``: first-order, on chi-square; ``Wald``, ``adjWald``:
        Wald tests of the departures from independence; ``lincom``, ``saddlepoint``: Pearson's
        statistic on its own distribution, exact or approximated. Names as in R's ``svychisq``.
    where
        Rows that take part: codes wanted of columns, or a mask.

    Returns
    -------
    Test
        With df psus minus strata of those who answer both.

    Raises
    ------
    EstimationError
        A variable has fewer than two codes with respondents, or no degree of freedom is left.

    References
    ----------
    Rao and Scott (1984), *Annals of Statistics* 12, 46-60. R: ``survey::svychisq``.

    Examples
    --------
    >>> import pandas as pd
    >>> from padai.design import Design
    >>> from padai.waves.wave import Wave
    >>> frame = pd.DataFrame({"w": 1.0, "a": [0, 0, 1, 1] * 5, "b": [0, 1, 1, 1] * 5})
    >>> round(crosstab_test(Wave(frame, Design(weight="w")), "a", "b").statistic, 3)
    7.037
    """
    if statistic not in _METHODS:
        raise DefinitionError(
            Said(
                "padai-not-known-use-one-of",
                what="statistic",
                given=statistic,
                known=", ".join(_METHODS),
                hint=nearest(str(statistic), _METHODS),
            )
        )
    if row == column:
        raise DefinitionError(Said("estimation-a-variable-by-itself", name=row))
    domain = domain_of(wave, where)
    analysis = Analysis(wave.sample)
    both = domain & codes_of(wave, row).answered & codes_of(wave, column).answered
    codes = [_present(wave, name, both) for name in (row, column)]
    shape = (len(codes[0][1]), len(codes[1][1]))
    nu = analysis.df(both)
    if nu <= 0:
        raise EstimationError(
            Said("estimation-by-the-respondents-lie-in-as-many-strata", row=row, column=column)
        )
    test = _tested(analysis, codes[0][0], codes[1][0], shape, nu, statistic)
    return Test(
        method=_METHODS[statistic],
        name="F" if statistic in ("F", *WALD) else "X-squared",
        statistic=test.statistic,
        df=test.df,
        df_denominator=test.df_denominator,
        p_value=test.p_value,
        n=int(analysis.sample.respondents(both)),
        deltas=tuple(float(v) for v in test.deltas),
        reason="" if np.isfinite(test.p_value) else "more_cells_than_df",
        provenance={
            "wave": wave.id,
            "row": row,
            "column": column,
            "codes": {row: codes[0][1], column: codes[1][1]},
        },
    )


def _present(wave: Source, name: str, member: Any) -> tuple[NDArray[np.intp], tuple[str, ...]]:
    """Codes renumbered over those that members hold, and their names."""
    coded = codes_of(wave, name)
    counts = np.bincount(coded.codes[member], minlength=len(coded.labels))
    held = np.flatnonzero(counts)
    if held.size < 2:
        raise EstimationError(
            Said(
                "estimation-has-code-among-those-who-answer-both",
                name=name,
                size=held.size,
            )
        )
    table = np.full(len(coded.labels) + 1, -1, dtype=np.intp)
    table[held] = np.arange(held.size)
    return np.where(member, table[coded.codes], -1), tuple(coded.labels[i] for i in held)


@pinned
def _tested(
    analysis: Analysis, rows: Any, cols: Any, shape: tuple[int, int], nu: float, statistic: str
) -> Statistic:
    weights = analysis.weights
    cells = analysis.sample.cells
    table = two_way(rows, cols, weights, shape, None if cells is None else cells.counts)
    cell = np.where(rows >= 0, rows * shape[1] + cols, -1)
    inside = (cell[:, None] == np.arange(shape[0] * shape[1])).astype(float)
    if statistic in WALD:
        V = analysis.covariance(inside, cell >= 0)
        return wald_independence_test(table, V, nu, adjusted=statistic == "adjWald")
    assert statistic in RAO_SCOTT
    member = (cell >= 0).astype(float)[:, None]
    u = (inside - member * table.shares.reshape(-1)) / table.totals.sum()

    def shares(w: FloatArray) -> FloatArray:
        totals = w @ inside
        return np.asarray(totals / totals.sum())

    return rao_scott_test(table, analysis.covariance(u, cell >= 0, shares), nu, statistic)
