"""How far coders agree: Krippendorff's alpha for codes without order."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from padai.numerics.designs import IntArray


@dataclass(frozen=True, slots=True)
class Agreement:
    """Agreement between coders.

    Attributes
    ----------
    alpha : float
        1: perfect; 0: what chance gives; NaN where all values are one code, since agreement
        beyond chance then has no meaning.
    units : int
        Units coded by two coders or more.
    values : int
        Codings of those units.
    agreed : int
        Units of which all coders gave the same code.
    """

    alpha: float
    units: int
    values: int
    agreed: int


def krippendorff_alpha(codes: IntArray) -> Agreement:
    """Compute Krippendorff's alpha for nominal data.

    Parameters
    ----------
    codes : ndarray of int, shape (units, coders)
        0, 1, 2... for a code; -1 where the coder did not code the unit. Units coded once are left
        out, as Krippendorff does.

    Returns
    -------
    Agreement

    Notes
    -----
    ``alpha = 1 - D_o / D_e``. With o the matrix of coincidences, each unit of m codings counting
    each of its ordered pairs ``1 / (m - 1)``, and n its total: ``D_o`` is the share of pairs of
    two codes in o, ``D_e`` the share of pairs of two codes among all n(n - 1) pairs of values.

    References
    ----------
    Krippendorff, K. (2011). *Computing Krippendorff's Alpha-Reliability*. University of
    Pennsylvania. R: ``irr::kripp.alpha(method = "nominal")``.

    Examples
    --------
    >>> round(krippendorff_alpha(np.array([[0, 0], [1, 1], [0, 1], [0, 0]])).alpha, 4)
    0.5333
    """
    codes = np.asarray(codes, dtype=np.intp)
    kept = codes[(codes >= 0).sum(axis=1) >= 2]
    k = int(kept.max(initial=-1)) + 1
    # how many coders gave each code to each unit
    counts = (
        np.stack([(kept == c).sum(axis=1) for c in range(k)], axis=1) if k else np.zeros((0, 0))
    )
    m = counts.sum(axis=1)
    n = float(m.sum())
    agreed = int((counts.max(axis=1, initial=0) == m).sum())
    if not len(kept):
        return Agreement(float("nan"), 0, 0, 0)
    differing = float((((m**2) - (counts**2).sum(axis=1)) / (m - 1)).sum())
    totals = counts.sum(axis=0)
    expected = float(n**2 - (totals**2).sum()) / (n - 1)
    alpha = 1 - differing / expected if expected > 0 else float("nan")
    return Agreement(alpha, len(kept), int(n), agreed)
