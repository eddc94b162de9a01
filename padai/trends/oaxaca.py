"""COMPARE: why a result changed, by several make-ups of the population at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from padai.errors import EstimationError
from padai.estimation.analysis import codes_of
from padai.estimation.items import Waves
from padai.estimation.nets import Net
from padai.numerics.designs import FloatArray, IntArray
from padai.numerics.differences import tested
from padai.numerics.oaxaca import RegressionRows, oaxaca, oaxaca_influence
from padai.trends.decomposition import (
    CHANGE,
    COLUMNS,
    COMPOSITION,
    FIXED,
    UNCLASSIFIED,
    WITHIN,
    Decomposition,
    check_groups,
    grouped_rows,
    pair_of,
)
from padai.trends.scoring import Scored, covariance_of, degrees_of, refuse_breaks, scored
from padai.waves.guards import guarded
from padai.words import Said

if TYPE_CHECKING:
    import pandas as pd

TOGETHER = "total"


@guarded
def decompose_several(
    waves: Waves,
    question: str,
    later: str | None = None,
    earlier: str | None = None,
    *,
    net: Net = None,
    by: Sequence[str] = (),
    level: float = 0.95,
) -> Decomposition:
    """Divide a change into what each of several make-ups, and other answers, make of it.

    Parameters
    ----------
    waves, question, net, later, earlier, level
        As in :func:`decompose`.
    by
        Breakdowns; each adds on its own (``"a*b"`` crosses two).

    Returns
    -------
    Decomposition
        The whole change; composition, within-group change and, where some are in no group of a
        breakdown, ``unclassified``; then the composition of each breakdown. The within-group change
        is not divided by breakdown: that would depend on which group is the reference.

    Raises
    ------
    EstimationError
        A group has nobody in one wave, or the breakdowns say the same twice.
    ComparisonError
        As in :func:`decompose`.

    References
    ----------
    Oaxaca (1973); Blinder (1973), *J. Human Resources* 8. At the average of the two waves' means
    and coefficients; with one breakdown it is Kitagawa's decomposition.

    Examples
    --------
    >>> parts = padai.decompose_several(waves, "trust", net="trust", by=["age_group", "sex"])
    >>> len(parts.frame)
    5
    """
    names = [by] if isinstance(by, str) else [str(name) for name in by]
    if not names or len(set(names)) < len(names):
        raise EstimationError(Said("trends-name-at-least-one-breakdown-and-each"))
    last, first = pair_of(waves, later, earlier)
    response = scored(waves, question, net)
    rows = _rows(waves, response, question, names, last, first)
    member = rows.side >= 0
    w = np.asarray(waves.sample.weights)

    def statistic(x: FloatArray) -> FloatArray:
        return np.array([oaxaca(rows, column) for column in x.T])

    covariance = covariance_of(waves, oaxaca_influence(rows, w), member, statistic)
    v = len(names)
    lost = int((member & ~rows.complete).sum())
    order = np.array([v + 3, v, v + 1, *([v + 2] if lost else []), *range(v)], dtype=np.intp)
    covariance = covariance[np.ix_(order, order)]
    keys = {"wave": last, "reference": first, "question": question, "response": response.name}
    df = degrees_of(waves, member)
    frame = _frame(
        rows, oaxaca(rows, w)[order], covariance, order=order, names=names, df=df, level=level
    )
    frame = frame.assign(**keys).reindex(columns=list(COLUMNS))
    about = {
        "verb": "decompose_several",
        "by": names,
        "later": last,
        "earlier": first,
        "unclassified": lost,
    }
    return Decomposition(frame, covariance, level, about)


def _frame(
    rows: RegressionRows,
    estimate: FloatArray,
    covariance: FloatArray,
    *,
    order: IntArray,
    names: Sequence[str],
    df: float,
    level: float,
) -> pd.DataFrame:
    import pandas as pd

    variance = np.where(np.diag(covariance) > FIXED * FIXED, np.diag(covariance), 0.0)
    test = tested(estimate, variance, np.full(len(order), df), level)
    kinds = [COMPOSITION] * (len(names) + 1) + [WITHIN, UNCLASSIFIED, CHANGE]
    divided = [*names, *[TOGETHER] * 4]
    return pd.DataFrame(
        {
            "breakdown": [divided[place] for place in order],
            "group": TOGETHER,
            "component": [kinds[place] for place in order],
            "estimate": test.difference,
            "std_error": test.std_error,
            "conf_low": test.conf_low,
            "conf_high": test.conf_high,
            "df": test.df,
            "statistic": test.statistic,
            "p_value": test.p_value,
            "n_base": min(int((rows.side == side).sum()) for side in (0, 1)),
            "reason": "",
        }
    )


def _rows(
    waves: Waves, response: Scored, question: str, names: Sequence[str], later: str, earlier: str
) -> RegressionRows:
    columns, variable = [np.ones(len(waves))], [-1]
    complete, side = np.ones(len(waves), dtype=bool), None
    for place, name in enumerate(names):
        coded = codes_of(waves, name)
        rows = grouped_rows(waves, response, coded.codes, len(coded.labels), later, earlier)
        present = check_groups(rows, coded.labels, question, name, (later, earlier))
        refuse_breaks(waves, question, name, present, later, earlier)
        for label in present[1:]:
            columns.append((coded.codes == coded.labels.index(label)).astype(np.float64))
            variable.append(place)
        complete &= coded.codes >= 0
        side = rows.side
    assert side is not None
    inside = (side >= 0) & complete
    X = np.where(inside[:, None], np.stack(columns, axis=1), 0.0)
    y = np.where(side >= 0, response.y, 0.0)
    return RegressionRows(y, X, np.array(variable, dtype=np.intp), side, complete)
