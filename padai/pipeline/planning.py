"""What the command line says of the wave to come."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pandas as pd

from padai.errors import ComparisonError
from padai.estimation import proportion
from padai.pipeline.confidential import shown_of
from padai.pipeline.preparation import Say, prepare
from padai.results import Estimates
from padai.survey import Survey
from padai.trends import expected_interviews, plan, trend
from padai.waves import stack

FROM_THE_ESTIMATE = (
    "estimate", "deff", "correlation", "std_error", "smallest_rise", "smallest_fall",
    "smallest_margin", "needed_for_change", "needed_for_margin",
)  # fmt: skip


def planned(
    survey: Survey,
    question: str,
    wave_id: str,
    *,
    part: str,
    net: str | None,
    by: Sequence[str],
    n: Sequence[int],
    power: float,
    change: float | None,
    data_dir: Path | None,
    say: Say,
) -> tuple[pd.DataFrame, pd.DataFrame | None]:
    """Return the plan of a question, and the interviews expected in each group of its breakdowns.

    What may not be shown of the last wave is withheld from its plan too.
    """
    asked = survey.question(question)
    ready = prepare(survey, wave_id, part, data_dir, say)
    waves = [w for w in ready.waves if asked.asked_in(w.id, part)][-2:]
    if not waves or waves[-1] is not ready.last:
        raise ComparisonError(
            f"{survey.id}: question '{question}' was not asked in wave {wave_id} of part "
            f"'{part}'; plan from a wave that asked it, with --wave."
        )
    wanted = net or asked.headline_net
    found: Estimates
    if len(waves) == 1:
        found = proportion(waves[0], question, net=wanted, by=list(by))
    else:
        found = trend(stack(waves, overlap=survey.overlap), question, net=wanted, by=list(by))
    made = plan(found, n=list(n) or None, power=power, change=change).frame
    frame = _withheld(made, shown_of(survey, part, [found]))
    if not by:
        return frame, None
    groups = [expected_interviews(ready.last, list(by), n=k).frame.assign(interviews=k)
              for k in (n or [len(ready.last)])]  # fmt: skip
    return frame, pd.concat(groups, ignore_index=True)


def _withheld(made: pd.DataFrame, shown: pd.DataFrame) -> pd.DataFrame:
    keys = ["wave", "question", "response", "breakdown", "group"]
    texts = shown[keys].astype(str).agg("\t".join, axis=1)
    hidden = set(texts[shown["estimate"].isna().to_numpy(bool)])
    lost = made[keys].astype(str).agg("\t".join, axis=1).isin(hidden).to_numpy(bool)
    out = made.copy()
    out.loc[lost, list(FROM_THE_ESTIMATE)] = np.nan
    out.loc[lost, "reason"] = "withheld"
    return out
