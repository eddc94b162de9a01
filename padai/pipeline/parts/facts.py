"""What is published of a wave beside its estimates: sizes, weighting, findings, release."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from padai.disclosure.confidentiality import CONFIDENTIAL
from padai.errors import EstimationError, PublicationError
from padai.estimation.items import share_item
from padai.numerics.known_weights import MOST_KINDS, kinds_of_weights
from padai.numerics.weight_diagnostics import few_weigh_apart, known_weight_tells
from padai.pipeline.parts.coarsening import reported
from padai.pipeline.parts.left_out import counted, ended, left_out, rates, worded
from padai.pipeline.parts.preparation import Prepared
from padai.survey import Survey
from padai.survey.participation import led_by_sensitive
from padai.survey.targets import TargetMargin
from padai.trends.robustness import TRIM_AT
from padai.validation.registry import CHECKS
from padai.waves import Wave
from padai.weighting import weighting_margins, weighting_summary
from padai.weighting.diagnostics import design_weights
from padai.weighting.record import Calibration
from padai.words import Said

LEVEL = 0.95
OF_ALL_WEIGHTS = ("min", "max", "cv", "kish_deff", "n_eff", "g_min", "g_max")
"""What is told of the weights of all respondents at once."""
_ALIKE = 0.001
"""Weights nearer than this are one weight, rounded by whoever delivered it."""


def facts_of(survey: Survey, wave_id: str, parts: Mapping[str, Prepared]) -> dict[str, Any]:
    """Return the facts of a release, JSON-ready, none of them about one respondent."""
    return {
        "level": LEVEL,
        "trim_at": TRIM_AT,
        "release": _release(survey, wave_id),
        "sizes": {p: {w.id: {"n": len(w.weights)} for w in r.waves} for p, r in parts.items()},
        "weighting": {p: {w.id: _weighting(w) for w in r.waves} for p, r in parts.items()},
        "findings": [f for r in parts.values() for f in _findings(r)],
        "not_run": _not_run(parts),
        "minutes": {},  # of the questionnaire's words: told once no text is noted any more
        "exclusions": [e for p, r in parts.items() for e in left_out(survey, r.last, p)],
        "outcome": {
            part: outcome for part, r in parts.items() if (outcome := ended(survey, r.last, part))
        },
        "outcome_rates": {p: rates(survey, r.last, p) for p, r in parts.items()},
    }


def _release(survey: Survey, wave_id: str) -> dict[str, Any]:
    release = survey.wave(wave_id).release
    if release is None:
        raise PublicationError(
            Said("pipeline-waves-yaml-declares-no-release-add-it-1646", wave_id=wave_id),
            where=f"{survey.id}, {wave_id}",
        )
    if survey.synthetic and release.status in ("embargoed", "published"):
        raise PublicationError(
            Said("pipeline-the-survey-is-declared-synthetic-so-its-83e0", status=release.status),
            where=f"{survey.id}, {wave_id}",
        )
    return release.model_dump(mode="json")


def _margin(margin: TargetMargin, languages: Sequence[str]) -> dict[str, Any]:
    """Return where a margin is from, in the languages of the survey."""
    facts = margin.model_dump(mode="json", include={"id", "status", "source", "date"})
    for name in ("sources", "dates"):
        if texts := {k: v for k, v in getattr(margin, name).items() if k in languages}:
            facts[name] = texts
    return facts


def _weighting(wave: Wave) -> dict[str, Any]:
    survey = wave.survey
    assert survey is not None
    rule = survey.part(wave.id, wave.part).weighting
    summary: dict[str, Any] = dict(weighting_summary(wave))
    # how many have no target, less those who did not answer, is how many gave a rare answer
    summary.pop("untargeted", None)
    summary["method"] = rule.method if rule else "delivered"
    few = tells_of_few(wave)
    if few:
        summary = {name: value for name, value in summary.items() if name not in OF_ALL_WEIGHTS}
    if rule is None or not rule.margins:
        return summary
    targets = survey.targets(wave.id, wave.part)
    if not few:
        summary["bounds"] = rule.bounds
    summary["margins"] = [_margin(m, survey.languages) for m in targets.margins]
    summary["collapsed"] = [
        c.model_dump(mode="json", include={"margin", "cells", "into"}) for c in targets.collapse
    ]
    return summary


def tells_of_few(wave: Wave) -> bool:
    """Whether a cell that weights are held to has fewer people than the smallest group shown.

    Its weight is public, since it was calibrated to its target: divided by the largest weight it
    says that so many people are there at the least, and the spread of the weights says it too. So
    it does of those of a larger cell who answered, where nearly everybody did.
    Weights delivered as one for each group, or nearly so, are the people of the population by
    respondents, whatever they are calibrated to afterwards.
    Where bases are rounded, so is how many people a cell has: where few weights are different, the
    largest is the target of a cell over its people, and the spread is a sum of such.
    """
    survey = wave.survey
    assert survey is not None
    least = survey.confidentiality.minimum_group
    if survey.confidentiality.rounding is not None and _few_kinds(wave):
        return True
    if wave.calibrations:
        people = weighting_margins(wave)["n"]
        if ((people > 0) & (people < least)).any() or _few_answered(wave, least):
            return True
    base = design_weights(wave)
    if not _differ(base[wave.weighs]):
        return False
    # those whom a breakdown leaves out are a group too
    divided = [wave.codes(name).codes for name in reported(survey, wave)]
    strata = [pd.factorize(wave.column(name))[0] for name in wave.design.stratum_columns]
    every, weighs = (*divided, *strata), wave.weighs
    apart = (few_weigh_apart(base[weighs], of[weighs], least) for of in every)
    if any(len(groups) for ends in apart for groups in ends):
        return True
    return not wave.calibrations and any(_few_alike(wave, of, least) for of in every)


def _few_kinds(wave: Wave) -> bool:
    kinds = kinds_of_weights(np.asarray(wave.weights, dtype=float)[wave.weighs])
    return 1 < int(kinds.max(initial=0)) + 1 <= MOST_KINDS


def _few_answered(wave: Wave, least: int) -> bool:
    """Whether a cell that weights are held to says how many of a few people answered there."""
    survey, weights = wave.survey, np.asarray(wave.weights, dtype=float)
    assert survey is not None
    answered: list[NDArray[np.bool_]] = []
    for name, each in survey.questions.items():
        if each.type not in ("open", "number") and each.asked_in(wave.id, wave.part):
            with suppress(EstimationError):  # nobody answered it
                answered += [field.answered for field in share_item(wave, name, None).fields]
    records = [record for record in wave.calibrations if isinstance(record, Calibration)]
    controls = [margin.control for record in records for margin in record.margins]
    return any(
        known_weight_tells(control.codes, who, weights, least)
        for control in controls
        for who in answered
    )


def _few_alike(wave: Wave, of: NDArray[np.intp], least: int) -> bool:
    """Whether each group has one weight, and one of them few people."""
    weights, of = wave.weights[wave.weighs], of[wave.weighs]
    groups = [weights[of == group] for group in np.unique(of)]
    return any(len(g) < least for g in groups) and not any(_differ(g) for g in groups)


def _differ(weights: NDArray[np.float64]) -> bool:
    return bool(np.ptp(weights) > _ALIKE * weights.max())


def margins_table(parts: Mapping[str, Prepared], shown: pd.DataFrame) -> pd.DataFrame:
    """Return each margin of the last wave before and after weighting, as shares.

    Parameters
    ----------
    shown
        The store's estimates, as they are published.

    Notes
    -----
    A share of the sample before weighting is a count of respondents. Where a cell of a margin holds
    fewer than the smallest group that is shown, or where the counts would complete a table of which
    answers are confidential, that column of the margin is empty, unless the same counts are printed
    as bases of groups.
    """
    frames = []
    for part, ready in parts.items():
        if ready.last.calibrations:
            shares = weighting_margins(ready.last)
            mine = shown[shown["part"].astype(str) == part]
            untold = shares["margin"].map(
                {
                    name: not _bases_printed(str(name), cells["cell"], mine)
                    and _untold(str(name), cells["n"], ready, mine)
                    for name, cells in shares.groupby("margin")
                }
            )
            # "before" is what the report calls unweighted: the sample's own shares
            frames.append(shares.assign(part=part, before=shares["sample"].mask(untold)))
    columns = ["part", "margin", "cell", "target", "before", "after"]
    return pd.concat(frames)[columns] if frames else pd.DataFrame(columns=columns)


def _bases_printed(margin: str, cells: pd.Series, shown: pd.DataFrame) -> bool:
    """Whether the count of every cell of a margin is printed as the base of a group already.

    One decision for the two tables that stand side by side: respondents by group, and margins.
    """
    if "n_base" not in shown:
        return False
    mine = shown[(shown["breakdown"].astype(str) == margin) & shown["n_base"].notna()]
    return set(cells.astype(str)) <= set(mine["group"].astype(str))


def _untold(margin: str, sizes: pd.Series, ready: Prepared, shown: pd.DataFrame) -> bool:
    """Whether the counts of a margin's cells would tell of a group that is not shown."""
    survey = ready.last.survey
    assert survey is not None
    names = [
        survey.breakdown(name).question if survey.has_breakdown(name) else name
        for name in margin.split("*")
    ]
    hidden = shown.loc[shown["flag"].astype(str) == CONFIDENTIAL, "question"].astype(str)
    sensitive = {q.id for q in survey.questions.values() if q.sensitive}
    withheld_groups = set(hidden) & set(names)
    small = (sizes > 0) & (sizes < survey.confidentiality.minimum_group)
    made = {b.id for b in survey.breakdowns if b.question in names}
    divided = shown[shown["breakdown"].isin(made)]
    groups = set(zip(divided["breakdown"], divided["group"], strict=True))
    told_of = divided[divided["n_base"].notna()]
    based = set(zip(told_of["breakdown"], told_of["group"], strict=True))
    # a group of which no table tells the base is not told by its share of the sample either
    if small.any() or groups != based:
        return True
    return bool(withheld_groups if len(names) > 1 else withheld_groups & sensitive)


def _findings(ready: Prepared) -> list[dict[str, Any]]:
    """Return findings as checks and counts: their sentences may quote undisclosed shares.

    Of fewer people than the smallest group that is shown, how many is not said; nor of all but so
    few, nor of a sensitive question or one that follows from it: who left it blank were not asked.
    """
    survey = ready.last.survey
    assert survey is not None
    least, people = survey.confidentiality.minimum_group, {w.id: len(w) for w in ready.waves}
    rows = []
    for findings in ready.findings:
        everybody = people.get(findings.wave, 0)
        for item in findings.items:
            count = counted(int(item.count), least)
            if count and (0 < everybody - count < least or _of_sensitive(survey, item.column)):
                count = None
            rows.append(
                {
                    "check": item.check,
                    "severity": item.severity,
                    "part": findings.part,
                    "wave": findings.wave,
                    "count": count,
                    "column": item.column,
                    **_spoken(CHECKS[item.check].titles, ready),
                    "accepted": dict(item.accepted),
                }
            )
    return rows


def _of_sensitive(survey: Survey, column: str) -> bool:
    if column not in survey.questions:
        return False
    return survey.question(column).sensitive or bool(led_by_sensitive(survey, column))


def _spoken(texts: Mapping[str, str], ready: Prepared) -> dict[str, str]:
    """Keep of a text the languages in which the survey is published."""
    survey = ready.last.survey
    assert survey is not None
    return worded(texts, survey)


def _not_run(parts: Mapping[str, Prepared]) -> list[dict[str, Any]]:
    """Return the checks that could not be made, each with the parts of the last wave that lack it.

    A check that one part lacks what it needs for may well have been made of another: to call it
    not made would contradict what is said of the first.
    """
    rows: dict[str, dict[str, Any]] = {}
    for part, ready in parts.items():
        for findings in ready.findings:
            if findings.wave != ready.last.id:
                continue
            for item in findings.not_run:
                row = {"check": item.check, **_spoken(item.titles, ready), "parts": []}
                lacking = rows.setdefault(item.check, row)["parts"]
                if part not in lacking:
                    lacking.append(part)
    return list(rows.values())
