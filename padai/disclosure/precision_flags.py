"""Is an estimate precise enough to be shown? Flags from the coefficient of variation and the base.

The thresholds of the named policies, as fractions of the estimate:

========  =====================  =====================  ===========
policy    caution                more caution           withheld
========  =====================  =====================  ===========
isq-a     ``*``  15 < CV <= 25   ``**`` 25 < CV         never
isq-b     ``*``  15 < CV <= 25   ``**`` 25 < CV < 33    ``F`` CV >= 33
statcan   ``E``  16.5 < CV       (none)                 ``F`` CV > 33.3
========  =====================  =====================  ===========

A CV is defined for proportions, totals and means of quantities with a true zero; differences,
slopes, balances and scores are judged by their base and interval alone. At 0 and 1 the CV says
nothing, so base and interval decide there too.

References
----------
Institut de la statistique du Québec, notes to published tables; Statistics Canada, user guides.
The minimum and the small base are house rules: no published norm was found for them.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from padai.survey import Reliability

SMALL_BASE = "b"
UNDER_MINIMUM = "B"
WITHHELD = "F"
_CAUTION = {"isq-a": "**", "isq-b": "**", "statcan": "E", "none": ""}

Flags = NDArray[np.str_]


def cv_flags(cv: NDArray[np.float64], policy: str) -> Flags:
    """Return the policy's flag for each coefficient of variation (a fraction; NaN: no flag).

    Examples
    --------
    >>> cv_flags(np.array([0.10, 0.20, 0.30, 0.40]), "isq-b").tolist()
    ['', '*', '**', 'F']
    """
    flags = np.full(cv.shape, "", dtype="<U2")
    # A CV that rounding alone puts over a threshold is not over it.
    value = np.round(np.nan_to_num(cv, nan=0.0), 12)
    if policy in ("isq-a", "isq-b"):
        flags[value > 0.15] = "*"
        flags[value > 0.25] = "**"
        if policy == "isq-b":
            flags[value >= 0.33] = WITHHELD
    elif policy == "statcan":
        flags[value > 0.165] = "E"
        flags[value > 0.333] = WITHHELD
    return flags


def reliability_flags(
    *,
    estimate: NDArray[np.float64],
    cv: NDArray[np.float64],
    half_width: NDArray[np.float64],
    n_base: NDArray[np.float64],
    has_cv: NDArray[np.bool_],
    policy: Reliability,
) -> tuple[Flags, Flags]:
    """Return the precision flag and the base flag of each estimate.

    Parameters
    ----------
    estimate, cv, half_width
        Shape (k,): the estimate (0 to 1 for a proportion), its CV and half its interval.
    n_base
        Unweighted base, shape (k,).
    has_cv
        Whether the CV means anything for this kind of estimate, shape (k,).
    policy
        The survey's thresholds.
    """
    at_the_edge = (estimate == 0) | (estimate == 1)
    precision = cv_flags(np.where(has_cv & ~at_the_edge, cv, np.nan), policy.policy)
    if policy.max_half_width is not None:
        wide = np.nan_to_num(half_width, nan=0.0) > policy.max_half_width
        precision[wide & (precision != WITHHELD)] = _CAUTION[policy.policy] or "**"
    base = np.full(estimate.shape, "", dtype="<U1")
    base[n_base < policy.small_base] = SMALL_BASE
    base[n_base < policy.minimum_base] = UNDER_MINIMUM
    base[n_base == 0] = ""
    return precision, base
