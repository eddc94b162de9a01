"""One mark for a group under the minimum base: it tells nothing of the answers in it."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from padai.disclosure.confidentiality import CONFIDENTIAL
from padai.disclosure.gate import REASONS, REST
from padai.disclosure.groups import sensitive_tables
from padai.disclosure.precision_flags import UNDER_MINIMUM
from padai.disclosure.row_texts import numbered
from padai.survey import Survey

_PLACE = ["wave", "question", "breakdown", "group"]
_KEY = ["wave", "question", "response", "breakdown", "group"]
_MEAN = "mean"


def marked_alike(
    shown: pd.DataFrame, n_base: NDArray[np.float64], survey: Survey
) -> tuple[pd.DataFrame, NDArray[np.bool_]]:
    """Give every cell of a group under the minimum base the mark of its base.

    Nothing of such a group is shown. Where the others bear the mark of the base, a cell that bore
    that of confidentiality would be known as one that few gave.

    Parameters
    ----------
    shown
        Estimates as they may go out. It is not changed.
    n_base
        Their true bases, shape (rows,).

    Returns
    -------
    shown : pandas.DataFrame
        The same rows. A mean in such a group has no base of its own where the question is
        sensitive: it lacks those who did not answer on the scale.
    changed : ndarray of bool, shape (rows,)
        The rows of which the mark is another one.
    """
    out = shown.copy()
    flags = out["flag"].astype(str)
    under = flags.eq(UNDER_MINIMUM).to_numpy()
    _, place = numbered(*(out[name].astype(str) for name in _PLACE))
    bases: dict[int, set[float]] = {}
    for of, n in zip(place[under].tolist(), n_base[under].tolist(), strict=True):
        bases.setdefault(of, set()).add(n)
    changed = np.isin(place, list(bases)) & flags.eq(CONFIDENTIAL).to_numpy()
    rows = zip(place[changed].tolist(), n_base[changed].tolist(), strict=True)
    given = changed.copy()
    given[changed] = [n in bases[of] for of, n in rows]
    out.loc[changed, ["flag", "reason"]] = UNDER_MINIMUM, REASONS[UNDER_MINIMUM]
    out.loc[given, "n_base"] = n_base[given].astype(int)
    out.loc[_own_base(out, survey, changed) & (under | changed), "n_base"] = pd.NA
    return out, np.asarray(changed)


def changes_marked_alike(
    frame: pd.DataFrame,
    n_base: NDArray[np.float64],
    shown: pd.DataFrame,
    changed: NDArray[np.bool_],
    survey: Survey,
) -> pd.DataFrame:
    """Give the same mark to the differences that rest on such cells and on no other withheld one.

    Parameters
    ----------
    frame
        Differences as they may go out. It is not changed.
    n_base
        Their true bases, shape (rows,).
    shown, changed
        As :func:`marked_alike` returned them.
    """
    out = frame.copy()
    alike = set(shown.loc[changed, _KEY].astype(str).itertuples(index=False, name=None))
    still = shown["flag"].astype(str).eq(CONFIDENTIAL)
    dark = set(shown.loc[still, _KEY].astype(str).itertuples(index=False, name=None))
    own = list(out[_KEY].astype(str).itertuples(index=False, name=None))
    references = out["reference"].astype(str).tolist()
    before = [(r, *key[1:]) for r, key in zip(references, own, strict=True)]
    pairs = list(zip(own, before, strict=True))
    rest = np.array(references, dtype=object) == REST
    ours = np.array([key in alike for key in own], dtype=bool)
    theirs = np.array([key in alike for key in before], dtype=bool) & ~rest
    darker = np.array([key in dark or other in dark for key, other in pairs], dtype=bool)
    mine = (ours | theirs) & ~darker
    mine &= out["flag"].astype(str).eq(CONFIDENTIAL).to_numpy()
    out.loc[mine, ["flag", "reason"]] = UNDER_MINIMUM, REASONS[UNDER_MINIMUM]
    out.loc[mine, "n_base"] = n_base[mine].astype(int)
    under = out["flag"].astype(str).eq(UNDER_MINIMUM).to_numpy()
    out.loc[under & _own_base(out, survey, mine), "n_base"] = pd.NA
    return out


def _own_base(frame: pd.DataFrame, survey: Survey, changed: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return the means of which the base would tell how many did not answer on the scale."""
    means = frame["response"].astype(str).eq(_MEAN).to_numpy()
    private = sensitive_tables(
        frame["question"].astype(str), frame["breakdown"].astype(str), survey
    )
    return np.asarray(means & (private | changed))
