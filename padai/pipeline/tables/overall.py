"""What a release tells of series over all of their waves: slopes, tests, bends, smoothed waves."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from padai.disclosure.row_texts import numbered
from padai.pipeline.parts.asked_again import AskedAgain
from padai.results import Estimates
from padai.store import COLUMNS
from padai.survey import Survey
from padai.survey.duration import ADMINISTRATIVE
from padai.trends.families import EVERY_GROUP, followed_response, has_verdicts
from padai.trends.overall import adjusted_together, over_all_waves
from padai.trends.whole_period import judged_overall

TOTAL = "total"
WITHHELD = "withheld"
_KEYS = ["question", "response", "breakdown", "group"]
_TESTS = ["question", "response", "term", "on"]
_ADJUSTED = ("slope", "ends", "joint")
_NUMBERS = [
    "estimate", "std_error", "conf_low", "conf_high", "df", "ddf", "statistic", "p_value",
    "p_adjusted",
]  # fmt: skip


def slopes_table(
    survey: Survey,
    wave: str,
    estimates: list[Estimates],
    shown: pd.DataFrame,
    part: str,
    again: AskedAgain,
) -> pd.DataFrame:
    """Return what is told of series over all waves, with the verdict on each whole period.

    Parameters
    ----------
    estimates
        Of every wave at once. What is followed of each question has a slope and a verdict on the
        whole period; headline comparisons, key results and the questions of trend blocks have
        tests, bends and smoothed waves besides: of every cell they would tell nothing that is read.
    shown
        The same estimates as they are published. A series of which a wave is withheld is not
        summed up: the wave could be worked out from the rest.
    again
        What may be told where the same people answer in several waves.
    """
    wholly = set(followed_overall(survey))
    wanted = _wanted(survey, wholly)

    def briefly(keys: Mapping[str, str]) -> bool:
        return keys["breakdown"] != TOTAL or (keys["question"], keys["response"]) not in wholly

    asked = [(each, rows) for each in estimates if len(rows := _rows(each, wanted))]
    frames = [
        _as_shown(over_all_waves(each, among=rows, briefly=briefly).frame, shown, again)
        for each, rows in asked
    ]
    if not frames:
        return pd.DataFrame(columns=COLUMNS["slopes"])
    frame = pd.concat([f.astype(dict.fromkeys(_KEYS, str)) for f in frames], ignore_index=True)
    breakdowns = tuple(dict.fromkeys(b for _, _, b, _ in wanted if b != TOTAL))
    if has_verdicts(survey, wave, part):
        frame = judged_overall(frame, survey, breakdowns)
    else:
        frame = frame.assign(family="", verdict="")
    # what was declared is told once the seal has been read
    disclosed = _disclosed(frame, shown, again).assign(part=part, declared="")
    return disclosed[COLUMNS["slopes"]]


def told_of(
    estimates: Estimates, shown: pd.DataFrame, again: AskedAgain | None = None
) -> pd.DataFrame:
    """Return what is told of series, disclosed; without `again`, of other people in each wave."""
    frame = _as_shown(over_all_waves(estimates).frame, shown, again)
    frame = frame.astype(dict.fromkeys(_KEYS, str))
    return _disclosed(frame.assign(family="", verdict=""), shown, again)


def _as_shown(frame: pd.DataFrame, shown: pd.DataFrame, again: AskedAgain | None) -> pd.DataFrame:
    """Adjust tests anew, each series of which a wave is withheld counted as no difference.

    What is shown of the others does not rest on it then. Whether it has an error in every wave, and
    so a test of its own, would tell that nobody, or everybody, answered so in one of them: it
    counts wherever a series of the same question and response that is shown has the test.
    """
    gone = _lost(frame, shown, again)
    if not gone.any():
        return frame
    frame = pd.concat([frame, _without_odds(frame[gone])], ignore_index=True)
    gone = _lost(frame, shown, again)
    named = zip(*(frame[name].astype(str) for name in _TESTS), strict=True)
    tests = pd.Series(list(named), index=frame.index)
    seen = set(tests[~gone & frame["p_value"].notna()])
    counted = gone & tests.isin(seen) & frame["term"].isin(_ADJUSTED)
    frame.loc[gone, "p_value"] = np.where(counted[gone], 1.0, np.nan)
    frame.loc[gone, "reason"] = np.where(counted[gone], "", WITHHELD)
    return adjusted_together(frame)


def _without_odds(gone: pd.DataFrame) -> pd.DataFrame:
    """Return a row for the slope on the logit scale of each series that has none."""
    slopes = gone[gone["term"].astype(str).eq("slope")]
    of = pd.Series(list(zip(*(slopes[k].astype(str) for k in _KEYS), strict=True)), slopes.index)
    on_logit = slopes["on"].astype(str).eq("logit")
    return slopes[~on_logit & ~of.isin(set(of[on_logit]))].assign(on="logit")


def _lost(frame: pd.DataFrame, shown: pd.DataFrame, again: AskedAgain | None) -> NDArray[np.bool_]:
    """Return the rows of a series of which a wave is withheld, or what few answered twice."""
    # a confidential row has no base either; only the empty groups are said to hold nobody
    hidden = shown[shown["estimate"].isna() & shown["n_base"].ne(0).fillna(True)]
    lost = set(zip(*(hidden[key].astype(str) for key in _KEYS), strict=True))
    keys = zip(*(frame[k].astype(str) for k in _KEYS), strict=True)
    gone = np.array([key in lost for key in keys], dtype=bool)
    return gone | again.series(frame) if again is not None else gone


def _disclosed(frame: pd.DataFrame, shown: pd.DataFrame, again: AskedAgain | None) -> pd.DataFrame:
    """Empty what is told of a series of which a wave is withheld, or what was answered twice.

    One row is left of it, which says why. A wave that nobody or everybody answered so has no error
    and is left out of a series: which waves it has, from which to which, would tell that.
    """
    gone = _lost(frame, shown, again)
    if not gone.any():
        return frame
    frame.loc[gone, [*_NUMBERS, "n_waves"]] = np.nan
    frame.loc[gone, ["family", "verdict", "first_wave", "last_wave", "left_out", "breaks"]] = ""
    frame.loc[gone, "reason"] = WITHHELD
    slope = frame["term"].astype(str).eq("slope") & frame["on"].astype(str).eq("points")
    return frame[~gone | slope.to_numpy(bool)].reset_index(drop=True)


def _wanted(survey: Survey, wholly: set[tuple[str, str]]) -> set[tuple[str, str, str, str]]:
    """Return the series of which the whole period is told: what is followed of every question, and
    the groups of key results and of trend blocks. No group is named where all of them are meant.
    """
    asked = (q for q in survey.questions.values() if ADMINISTRATIVE not in q.tags)
    pairs = [(q.id, r) for q in asked if (r := followed_response(q, survey))]
    wanted = {(q, r, TOTAL, TOTAL) for q, r in (*pairs, *wholly)}
    wanted |= {(k.question, k.net, k.breakdown, k.group) for k in survey.key_results}
    for block in (b for s in survey.sections for b in s.blocks if b.kind == "trend"):
        for name in block.questions:
            response = block.net or survey.question(name).headline_net or ""
            wanted |= {(name, response, by, EVERY_GROUP) for by in block.by}
    return wanted


def followed_overall(survey: Survey) -> list[tuple[str, str]]:
    """Return the questions and responses whose whole series is told of, each once."""
    pairs = [(c.question, c.net) for f in survey.families for c in f.comparisons]
    pairs += [(k.question, k.net) for k in survey.key_results if k.breakdown == TOTAL]
    for block in (b for section in survey.sections for b in section.blocks if b.kind == "trend"):
        for name in block.questions:
            response = block.net or survey.question(name).headline_net
            pairs += [(name, response)] if response else []
    return list(dict.fromkeys(pairs))


def _rows(estimates: Estimates, wanted: set[tuple[str, str, str, str]]) -> NDArray[np.intp]:
    frame = estimates.frame
    rows, number = numbered(*(frame[c].astype(str) for c in _KEYS))
    chosen = [key in wanted or (*key[:3], EVERY_GROUP) in wanted for key in rows]
    return np.flatnonzero(np.array(chosen, dtype=bool)[number])
