"""What the command line says of the wave to come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from padai.errors import ComparisonError
from padai.estimation import proportion
from padai.numerics.threads import one_thread
from padai.pipeline.parts.confidential import shown_of
from padai.pipeline.parts.facts import LEVEL
from padai.pipeline.parts.looking import validated_waves
from padai.pipeline.parts.preparation import Say
from padai.publishing.chapters.planning import grows_with_interviews
from padai.results import Estimates
from padai.store import COLUMNS, outside, store_of
from padai.survey import Survey
from padai.trends import expected_interviews, plan, trend
from padai.waves import stack
from padai.words import Said, Tabled, Typeset

FROM_THE_ESTIMATE = (
    "estimate", "deff", "correlation", "std_error", "smallest_rise", "smallest_fall",
    "smallest_margin", "needed_for_change", "needed_for_margin", "deff_next", "cluster_size", "icc",
    "rise_in_family", "fall_in_family", "margin_in_family",
)  # fmt: skip


@dataclass(frozen=True)
class Planned:
    """What the wave to come can show.

    Attributes
    ----------
    frame
        For the numbers of interviews asked for.
    groups
        The interviews expected in each group; None without a breakdown.
    curve
        As `frame`, for a dozen numbers of interviews.
    size
        Interviews of the last wave.
    power
    assumed
        What the plan supposes, as sentences by language.
    clustered
        Whether respondents come in clusters, of which more interviews raise the design effect.
    """

    frame: pd.DataFrame
    groups: pd.DataFrame | None
    curve: pd.DataFrame
    size: int
    power: float
    assumed: Mapping[str, tuple[str, ...]]
    clustered: bool


@one_thread()
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
    icc: float | None = None,
    psus: int | None = None,
) -> Planned:
    """Return the plan of a question, and the interviews expected in each group of its breakdowns.

    What may not be shown of the last wave is withheld from its plan too.
    """
    asked = survey.question(question)
    ready = validated_waves(
        survey,
        wave_id,
        part,
        data_dir=data_dir,
        say=say,
        wanted=lambda wave: asked.asked_in(wave, part),
    )
    last, waves = ready[-1], [w for w in ready if asked.asked_in(w.id, part)][-2:]
    if not waves or waves[-1] is not last:
        raise ComparisonError(
            Said(
                "pipeline-question-was-not-asked-in-wave-of-part",
                question=question,
                wave_id=wave_id,
                part=part,
            ),
            where=survey.id,
        )
    wanted = net or asked.headline_net
    estimates: Estimates
    if len(waves) == 1:
        estimates = proportion(waves[0], question, net=wanted, by=list(by))
    else:
        estimates = trend(stack(waves, overlap=survey.overlap), question, net=wanted, by=list(by))
    shown, size = shown_of(survey, part, [estimates]), len(last)
    made = plan(estimates, n=list(n) or None, power=power, change=change, icc=icc, psus=psus)
    sizes = sorted({*curve_sizes(size), *n})
    many = plan(estimates, n=sizes, power=power, icc=icc, psus=psus)
    frame, curve = (_withheld(each.frame, shown) for each in (made, many))
    groups = (
        [expected_interviews(last, list(by), n=k).frame.assign(interviews=k) for k in (n or [size])]
        if by
        else []
    )
    whole = pd.concat(groups, ignore_index=True) if groups else None
    assumptions = Tabled(tuple(Typeset(each.said) for each in made.provenance["assumed"]))
    return Planned(frame, whole, curve, size, power, assumptions, grows_with_interviews(many.frame))


def curve_sizes(size: int) -> list[int]:
    """Return a dozen round numbers of interviews, from a quarter of a wave's to its double."""
    step = next(
        s
        for s in (10, 20, 25, 50, 100, 200, 250, 500, 1000, 10**4, 10**5, 10**6)
        if 2 * size / s <= 12
    )
    first = max(step, round(size / 4 / step) * step)
    return list(range(first, 2 * size + step, step))


def drawn_plan(
    survey: Survey, wave_id: str, made: Planned, folder: Path, *, part: str, lang: str
) -> list[Path]:
    """Draw a plan through a partial store, as publishing would; return the files."""
    from padai.publishing.products.terminal.pictures import plan_pictures

    day = survey.wave(wave_id).date.isoformat()
    facts = {
        "level": LEVEL, "plan": {"power": made.power, "clustered": made.clustered},
        "release": {"version": 0, "status": "draft", "publish_on": day},
        "sizes": {part: {wave_id: {"n": made.size}}},
    }  # fmt: skip
    tables = {"plan": made.curve.assign(part=part)[COLUMNS["plan"]]}
    return plan_pictures(outside(store_of(survey, wave_id, tables, facts)), folder, lang=lang)


def _withheld(made: pd.DataFrame, shown: pd.DataFrame) -> pd.DataFrame:
    keys = ["wave", "question", "response", "breakdown", "group"]
    texts = shown[keys].astype(str).agg("\t".join, axis=1)
    hidden = set(texts[shown["estimate"].isna().to_numpy(bool)])
    lost = made[keys].astype(str).agg("\t".join, axis=1).isin(hidden).to_numpy(bool)
    out = made.copy()
    out.loc[lost, list(FROM_THE_ESTIMATE)] = np.nan
    out.loc[lost, "reason"] = "withheld"
    return out
