"""Adjustment of p-values for the number of comparisons made."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, get_args

import numpy as np
from numpy.typing import ArrayLike, NDArray

from padai.errors import DefinitionError, EstimationError, nearest
from padai.spelling import as_given, called
from padai.words import Said

FloatArray = NDArray[np.float64]


Adjustment = Literal["holm", "hochberg", "hommel", "bonferroni", "bh", "by", "none"]
ADJUSTMENTS: tuple[Adjustment, ...] = get_args(Adjustment)


@called
def adjust_p(p: ArrayLike, method: str = "holm") -> FloatArray:
    """Adjust p-values for the number of comparisons made.

    Parameters
    ----------
    p : array_like
        P-values, 0 to 1. A missing one (NaN) is no comparison: it stays missing and is not counted.
    method : str
        Kept is the chance of any false rejection: ``holm``, whatever the dependence, as
        ``bonferroni``, which is never under it; ``hochberg`` and ``hommel``, which ask that the
        comparisons be independent or positively dependent. Or the expected share of false ones
        among the rejections: ``BH`` (Benjamini-Hochberg; independent or positively dependent),
        ``BY`` (Benjamini-Yekutieli; whatever the dependence); ``fdr`` is another name of ``BH``, as
        in R. ``none``: as they are. In capitals or not.

    Returns
    -------
    ndarray
        Adjusted p-values, in the shape and order given.

    Raises
    ------
    EstimationError
        A p-value lies outside 0 to 1, or is no number.
    DefinitionError
        The method is not known.

    References
    ----------
    Holm (1979), *Scandinavian Journal of Statistics* 6, 65-70. Hochberg (1988), *Biometrika* 75,
    800-802. Hommel (1988), *Biometrika* 75, 383-386. Benjamini and Hochberg (1995), *JRSS B* 57,
    289-300. Benjamini and Yekutieli (2001), *Annals of Statistics* 29, 1165-1188.
    R: ``p.adjust(p, method)``.

    Examples
    --------
    >>> adjust_p([0.01, 0.04, 0.03], "holm").round(10).tolist()
    [0.03, 0.06, 0.06]
    >>> adjust_p([0.01, 0.04, 0.03], "BH").round(10).tolist()
    [0.03, 0.04, 0.04]
    """
    rule = (
        _RULES.get(_ALSO.get(method.lower(), method.lower())) if isinstance(method, str) else None
    )
    if rule is None:
        raise DefinitionError(
            Said(
                "numerics-method-is-not-known-use-one-of",
                method=method if isinstance(method, str) else as_given(method),
                adjustments=", ".join(ADJUSTMENTS),
                hint=nearest(str(method), ADJUSTMENTS),
            ),
        )
    values = _probabilities(p)
    known = ~np.isnan(values)
    p_known = values[known]
    order = np.argsort(p_known, kind="stable")
    adjusted = np.empty(p_known.shape)
    adjusted[order] = np.minimum(rule(p_known[order]), 1.0)
    out = np.full(values.shape, np.nan)
    out[known] = adjusted
    return out


def holm(p: ArrayLike) -> FloatArray:
    """Adjust p-values so that the chance of any false rejection is kept: :func:`adjust_p`."""
    return adjust_p(p, "holm")


def bh(p: ArrayLike) -> FloatArray:
    """Adjust p-values so that the expected share of false rejections is kept: :func:`adjust_p`."""
    return adjust_p(p, "bh")


def selected(p_adjusted: ArrayLike, family: ArrayLike, level: float = 0.05) -> NDArray[np.bool_]:
    """Say which findings may be picked among many families that were each adjusted alone.

    Each family is judged by its smallest adjusted p-value (Holm's is valid for the family's global
    null); Benjamini-Hochberg at `level` over the m families selects R of them; within these, a
    finding stands where its adjusted p is under ``level R / m``. The expected share of false
    findings, averaged over the selected families, is then at most `level`.

    Parameters
    ----------
    p_adjusted : array_like, shape (k,)
        P-values adjusted within their family; a missing one (NaN) is no finding.
    family : array_like, shape (k,)
        The family of each; a family without any p-value is not counted.
    level : float

    Returns
    -------
    ndarray of bool, shape (k,)

    References
    ----------
    Benjamini and Bogomolov (2014), *JRSS B* 76, 297-318.

    Examples
    --------
    >>> selected([0.001, 0.04, 0.2, 0.9], ["a", "a", "b", "c"]).tolist()
    [True, False, False, False]
    """
    p, names = np.asarray(p_adjusted, dtype=float), np.asarray(family, dtype=object)
    known = ~np.isnan(p)
    families = list(dict.fromkeys(names[known].tolist()))
    if not families:
        return np.zeros(p.shape, dtype=bool)
    smallest = np.array([p[known & (names == name)].min() for name in families])
    chosen = bh(smallest) <= level
    kept = {name for name, taken in zip(families, chosen, strict=True) if taken}
    inside = np.array([name in kept for name in names.tolist()], dtype=bool)
    selection: NDArray[np.bool_] = inside & known & (p <= level * len(kept) / len(families))
    return selection


def _probabilities(p: ArrayLike) -> FloatArray:
    try:
        given = np.asarray(p)
        if given.dtype.kind in "bcmM" or p is None:
            raise TypeError
        values = given.astype(float)
    except (TypeError, ValueError):
        raise EstimationError(
            Said("numerics-p-values-are-numbers-from-0-to-1"),
        ) from None
    outside = int(((values < 0) | (values > 1)).sum())
    if outside:
        raise EstimationError(
            Said("numerics-of-p-values-lie-outside-0-to-1", outside=outside, size=values.size),
        )
    return values


def _step_down(p: FloatArray) -> FloatArray:
    return np.maximum.accumulate(p * np.arange(p.size, 0, -1))


def _step_up(p: FloatArray, factors: FloatArray) -> FloatArray:
    return np.minimum.accumulate((p * factors)[::-1])[::-1]


def _hochberg(p: FloatArray) -> FloatArray:
    return _step_up(p, np.arange(p.size, 0.0, -1.0))


def _benjamini_hochberg(p: FloatArray) -> FloatArray:
    return _step_up(p, p.size / np.arange(1.0, p.size + 1.0))


def _benjamini_yekutieli(p: FloatArray) -> FloatArray:
    rank = np.arange(1.0, p.size + 1.0)
    return _step_up(p, (1 / rank).sum() * p.size / rank)


def _hommel(p: FloatArray) -> FloatArray:
    """The closed test of Simes: for each size m of a subset, the worst that holds each p-value."""
    n = p.size
    worst = p.copy()
    for m in range(2, n + 1):
        simes = m * p[n - m + 1 :] / np.arange(2, m + 1)
        least = simes.min()
        low = np.minimum(m * p[: n - m + 1], least)
        worst[: n - m + 1] = np.maximum(worst[: n - m + 1], low)
        worst[n - m + 1 :] = np.maximum(worst[n - m + 1 :], low[-1])
    return worst


#: Another name of a method, as R's ``p.adjust`` has it.
_ALSO = {"fdr": "bh"}
_RULES: dict[str, Callable[[FloatArray], FloatArray]] = {
    "holm": _step_down,
    "hochberg": _hochberg,
    "hommel": _hommel,
    "bonferroni": lambda p: p * p.size,
    "bh": _benjamini_hochberg,
    "by": _benjamini_yekutieli,
    "none": np.copy,
}
