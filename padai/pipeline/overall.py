"""What a release tells of series over all of their waves: slopes, tests, bends, smoothed waves."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from padai.results import Estimates
from padai.store import COLUMNS
from padai.survey import Survey
from padai.trends.overall import over_all_waves

TOTAL = "total"
WITHHELD = "withheld"
_KEYS = ["question", "response", "breakdown", "group"]
_NUMBERS = [
    "estimate", "std_error", "conf_low", "conf_high", "df", "ddf", "statistic", "p_value",
    "p_adjusted",
]  # fmt: skip


def slopes_table(
    survey: Survey, estimates: list[Estimates], shown: pd.DataFrame, part: str
) -> pd.DataFrame:
    """Return slopes, joint tests, bends and smoothed waves of what is followed in the whole.

    Parameters
    ----------
    estimates
        Of every wave at once. Headline comparisons, key results and the questions of trend blocks
        are followed, for the total: a slope of every cell would tell nothing that is read.
    shown
        The same estimates as they are published. A series of which a wave is withheld is not
        summed up: the wave could be worked out from the rest.
    """
    wanted = followed_overall(survey)
    asked = [(each, rows) for each in estimates if len(rows := _rows(each, wanted))]
    frames = [told_of(each, shown, rows) for each, rows in asked]
    if not frames:
        return pd.DataFrame(columns=COLUMNS["slopes"])
    return pd.concat(frames, ignore_index=True).assign(part=part)[COLUMNS["slopes"]]


def told_of(
    estimates: Estimates, shown: pd.DataFrame, among: NDArray[np.intp] | None = None
) -> pd.DataFrame:
    """Return what is told of series (all, or those of some rows), disclosed."""
    frame = over_all_waves(estimates, among=among).frame.astype(dict.fromkeys(_KEYS, str))
    # a confidential row has no base either; only the empty groups are said to hold nobody
    hidden = shown[shown["estimate"].isna() & shown["n_base"].ne(0).fillna(True)]
    lost = set(zip(*(hidden[key].astype(str) for key in _KEYS), strict=True))
    gone = np.array([key in lost for key in zip(*(frame[k] for k in _KEYS), strict=True)])
    frame.loc[gone, _NUMBERS] = np.nan
    frame.loc[gone, "reason"] = WITHHELD
    return frame


def followed_overall(survey: Survey) -> list[tuple[str, str]]:
    """Return the questions and responses whose whole series is told of, each once."""
    pairs = [(c.question, c.net) for f in survey.families for c in f.comparisons]
    pairs += [(k.question, k.net) for k in survey.key_results if k.breakdown == TOTAL]
    for block in (b for section in survey.sections for b in section.blocks if b.kind == "trend"):
        for name in block.questions:
            response = block.net or survey.question(name).headline_net
            pairs += [(name, response)] if response else []
    return list(dict.fromkeys(pairs))


def _rows(estimates: Estimates, wanted: list[tuple[str, str]]) -> NDArray[np.intp]:
    frame, asked = estimates.frame, set(wanted)
    whole = np.flatnonzero((frame["breakdown"] == TOTAL).to_numpy(bool))
    keys = zip(*(frame[c].iloc[whole].astype(str) for c in ("question", "response")), strict=True)
    return whole[np.array([key in asked for key in keys], dtype=bool)]
