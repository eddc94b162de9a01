"""Families of which some comparisons are withheld: of these, the adjustment learns nothing.

An adjusted p-value is made of every p-value of its family. Where a comparison is withheld, those
that are shown would tell it. So it counts as a comparison that shows no difference whatever (p of
1): the family keeps its size, the adjustment its error rate, since 1 is a valid p-value of any
hypothesis, and every adjusted p-value that goes out can be worked out from what goes out.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from padai.results import Differences
from padai.trends.differences import Made, judged
from padai.trends.groups import FromRest, judged_rest
from padai.trends.pairs import Key, keys_of

if TYPE_CHECKING:
    import pandas as pd


def judged_as_shown(differences: Differences, withheld: Collection[Key]) -> Differences:
    """Judge comparisons anew, those that are withheld counted as no difference.

    Parameters
    ----------
    differences
        From :func:`padai.difference` or :func:`padai.difference_from_rest`, attached.
    withheld
        The comparisons that are not shown, as :func:`keys_of` names them; a family may reach
        beyond `differences`.

    Returns
    -------
    Differences
        With other adjusted p-values, p-values of equivalence and verdicts where a family has a
        withheld comparison; else the same.

    Examples
    --------
    >>> changes = judged_as_shown(padai.difference(trend, "2025", "2024"), ())
    >>> changes.frame.equals(padai.difference(trend, "2025", "2024").frame)
    True
    """
    made = differences._source
    if not withheld or made is None:
        return differences
    known = set(withheld)
    frame = made.judged.copy()
    hidden = np.array([key in known for key in keys_of(frame)], dtype=bool)
    if not hidden.any():
        return differences
    if isinstance(made, FromRest):
        again = judged_rest(frame, made.adjust, hidden)
        source: Made | FromRest = replace(made, judged=again)
    else:
        again = _judged(frame, made, hidden)
        source = replace(made, judged=again)
    published = differences.frame
    out = again.iloc[: len(published)].reset_index(drop=True)[list(published.columns)]
    if isinstance(made, FromRest) and not made.verdicts:
        out["verdict"] = ""
    return replace(differences, _frame=out, _source=source)


def _judged(frame: pd.DataFrame, made: Made, hidden: NDArray[np.bool_]) -> pd.DataFrame:
    hidden = hidden & ~frame["forbidden"].to_numpy(bool)
    names = frame["family"].astype(object).to_numpy(object)
    own = frame["p_value"].to_numpy(float)
    within = frame["within_margin"].to_numpy(float)
    frame["p_value"] = np.where(hidden, 1.0, own)
    margin = np.isfinite(frame["margin"].to_numpy(float))
    frame["p_equivalence"] = np.where(hidden & margin, 1.0, within)
    out = judged(frame, names, made.adjust)
    out["within_margin"] = np.where(hidden & margin, 1.0, within)
    return out
