"""Could a cell tell about a person? Primary confidentiality, decided on unweighted counts."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from padai.numerics.small_cells import TELLS_ALL
from padai.survey import Confidentiality
from padai.survey.policies import Dominance

CONFIDENTIAL = "x"


def confidential_cells(
    *,
    n_base: NDArray[np.float64],
    n_cell: NDArray[np.float64],
    sensitive: NDArray[np.bool_],
    policy: Confidentiality,
    options: NDArray[np.bool_] | None = None,
) -> NDArray[np.bool_]:
    """Return which cells must be withheld to protect respondents.

    Parameters
    ----------
    n_base
        Respondents of the group who answered, shape (k,). A group of fewer than
        `policy.minimum_group` is withheld whole; an empty one tells of nobody.
    n_cell
        Respondents who gave the response, shape (k,); NaN where it is not counted.
    sensitive
        Whether the table holds a sensitive variable, shape (k,): its question, or the question
        that its breakdown is made from.
    policy
        The survey's thresholds.
    options
        Whether the response is an option that people choose or do not, shape (k,): those who did
        not are counted too. None: none is.

    Notes
    -----
    In a sensitive table, an answer that all of a group of fewer than 30 gave, or none, tells the
    answer of each of them.

    Examples
    --------
    >>> confidential_cells(
    ...     n_base=np.array([9.0, 50.0, 50.0, 20.0]), n_cell=np.array([4.0, 4.0, 4.0, 0.0]),
    ...     sensitive=np.array([False, True, False, True]), policy=Confidentiality(),
    ... ).tolist()
    [True, True, False, True]
    """
    small_group = (n_base > 0) & (n_base < policy.minimum_group)
    rest = n_base - n_cell
    few = (n_cell > 0) & (n_cell < policy.sensitive_cell)
    if options is not None:
        few |= options & (rest > 0) & (rest < policy.sensitive_cell)
    alike = (n_base > 0) & (n_base < TELLS_ALL) & ((n_cell == 0) | (rest == 0))
    result: NDArray[np.bool_] = small_group | (sensitive & (few | alike))
    return result


def dominated_totals(
    *, largest: NDArray[np.float64], total: NDArray[np.float64], policy: Dominance
) -> NDArray[np.bool_]:
    """Return which totals tell of those who make most of them.

    Parameters
    ----------
    largest
        The largest contributions to each total, the largest first, shape (k, m), m at least 2 and
        at least `policy.largest`; weighted as the total is. None is under 0.
    total
        The totals, shape (k,).

    Notes
    -----
    The (n, k) rule: the n largest make more than a share of the total. The p% rule: the total less
    the two largest, which the second could subtract, is less than a fraction of the largest.

    References
    ----------
    Hundepool, A. et al. (2012), Statistical Disclosure Control, Wiley, section 4.2.2.

    Examples
    --------
    >>> dominated_totals(
    ...     largest=np.array([[80.0, 15.0], [30.0, 20.0]]), total=np.array([100.0, 100.0]),
    ...     policy=Dominance(),
    ... ).tolist()
    [True, False]
    """
    most = largest[:, : policy.largest].sum(axis=1)
    rest = total - largest[:, :2].sum(axis=1)
    result: NDArray[np.bool_] = (most > policy.share * total) | (
        rest < policy.closeness * largest[:, 0]
    )
    return result
