"""What stands behind a change: does its verdict hang on a choice, and what moved with it?"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from padai.errors import PadaiError
from padai.pipeline.facts import LEVEL
from padai.pipeline.preparation import Prepared
from padai.store import COLUMNS
from padai.survey import KeyResult, Survey
from padai.trends import robustness
from padai.waves import Stack, stack

MAIN = "main"
TOTAL = "total"
NOT_COMPUTED = "not_computed"
_VALUES = ["estimate", "conf_low", "conf_high", "p_adjusted"]


def pair_of_waves(survey: Survey, ready: Prepared) -> Stack | None:
    """Return the last two waves in one design; None where the last has none before it.

    Where waves share respondents or units, all of them are stacked: strata are kept for life.
    """
    if len(ready.waves) < 2:
        return None
    waves = ready.waves[-2:] if survey.overlap == "none" else ready.waves
    return stack(list(waves), overlap=survey.overlap)


def robustness_table(
    survey: Survey, parts: Mapping[str, Prepared], differences: pd.DataFrame
) -> pd.DataFrame:
    """Try other choices of base and weights on every key result of the total that has a verdict.

    Parameters
    ----------
    parts
        The weighted waves of each part; key results are those of the main one.
    differences
        The disclosed comparisons of the store. A key result of which the comparison is withheld,
        or which a break forbids, has no row.
    """
    columns = COLUMNS["robustness"]
    judged = _judged(survey, parts, differences)
    pair = pair_of_waves(survey, parts[MAIN]) if judged else None
    if pair is None:
        return pd.DataFrame(columns=columns)
    frames = [_tried(survey, pair, parts[MAIN], result) for result in judged]
    return pd.concat([frame[columns].astype(object) for frame in frames], ignore_index=True)


def _judged(
    survey: Survey, parts: Mapping[str, Prepared], differences: pd.DataFrame
) -> list[KeyResult]:
    """Return the key results of the total that have a verdict, each figure once."""
    if MAIN not in parts or len(parts[MAIN].waves) < 2:
        return []
    last, before = parts[MAIN].last.id, parts[MAIN].waves[-2].id
    mine = (differences["part"] == MAIN) & (differences["breakdown"] == TOTAL)
    mine &= (differences["wave"] == last) & (differences["reference"] == before)
    keys = zip(*(differences.loc[mine, c] for c in ("question", "response")), strict=True)
    said = dict(zip(keys, differences.loc[mine, "verdict"], strict=True))
    found: dict[tuple[str, str], KeyResult] = {}
    for result in survey.key_results:
        verdict = str(said.get((result.question, result.net), ""))
        if result.breakdown == TOTAL and verdict not in ("", "not comparable"):
            found.setdefault((result.question, result.net), result)
    return list(found.values())


def _tried(survey: Survey, pair: Stack, ready: Prepared, result: KeyResult) -> pd.DataFrame:
    """Return the rows of a key result; one row with the reason where nothing can be tried."""
    last, before = ready.last.id, ready.waves[-2].id
    try:
        frame = robustness(pair, result.question, result.net, last, before, level=LEVEL)
    except PadaiError as error:
        keys = {"wave": last, "reference": before, "question": result.question}
        row = {**keys, "response": result.net, "variant": NOT_COMPUTED, "verdict": "",
               "differs": False, "n_base": np.nan, **dict.fromkeys(_VALUES, np.nan),
               "reason": _said(error, survey)}  # fmt: skip
        frame = pd.DataFrame([row])
    else:
        frame = _as_published(frame, survey)
    marks = np.where(frame["differs"].to_numpy(bool), "true", "false")
    return frame.assign(part=MAIN, differs=marks)


def _as_published(frame: pd.DataFrame, survey: Survey) -> pd.DataFrame:
    """Leave out the variants that disclosure would withhold; give the others plain reasons.

    Another base of a sensitive question is not shown: the two would be subtracted.
    """
    least = max(survey.reliability.minimum_base, survey.confidentiality.minimum_group)
    variant = frame["variant"].astype(str)
    small = (frame["verdict"].astype(str) != "") & (frame["n_base"] < least)
    sensitive = survey.question(str(frame["question"].iloc[0])).sensitive
    hidden = small | (variant.str.startswith("dont_know_") & sensitive)
    out = frame[~hidden].copy()
    plain = [_code(str(reason), survey) for reason in out["reason"]]
    return out.assign(reason=plain)


def _code(reason: str, survey: Survey) -> str:
    """Return a reason that is a code as it is, and a message as what could not be computed."""
    return reason if " " not in reason else f"{NOT_COMPUTED}: {_placeless(reason, survey)}"


def _said(error: PadaiError, survey: Survey) -> str:
    return f"{NOT_COMPUTED}: {_placeless(' '.join(str(error).split()), survey)}"


def _placeless(text: str, survey: Survey) -> str:
    """Take the folder out of a message: the store names no machine's path."""
    return text.replace(f"{survey.path}", survey.id)
