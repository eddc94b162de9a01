"""Key results of a sample that is not random under the declared model of who took part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from padai.disclosure.confidentiality import CONFIDENTIAL
from padai.errors import PadaiError
from padai.nonrandom.declared_model import fit_item, participants, smallest_category
from padai.nonrandom.fitted import FittedOutcome, change_variance, modelled_interval
from padai.numerics.differences import equivalence_p, tested
from padai.numerics.multiplicity import holm
from padai.pipeline.parts.facts import LEVEL
from padai.pipeline.parts.preparation import Prepared
from padai.pipeline.tables.explanation import error_code, headlines_judged, of_waves
from padai.store import COLUMNS
from padai.survey import Survey
from padai.survey.model_checks import MAIN, MEAN, TOTAL, asked_behind, barred, items_of
from padai.trends.verdicts import CANNOT_TELL, enough, verdicts

LEVEL_KIND, CHANGE_KIND, REFERENCE_KIND = "level", "change", "reference"
WITHHELD, FEW = "model_withheld", "model_few_in_a_category"
SAME_PEOPLE, BRIDGED = "model_same_people", "model_bridged"
ONE_WAVE = "model_one_wave_modelled"
_TEXTS = (
    "part", "kind", "wave", "reference", "question", "response", "verdict", "verdict_weighted",
    "differs", "reason",
)  # fmt: skip
_Key = tuple[str, str, str]
"""Wave, question and net."""


@dataclass(frozen=True)
class _Change:
    """A change under the model, before it is adjusted for its family."""

    question: str
    net: str
    row: dict[str, Any]
    estimate: float
    variance: float
    supported: bool


def participation_table(
    survey: Survey,
    parts: Mapping[str, Prepared],
    shown: pd.DataFrame,
    differences: pd.DataFrame,
) -> pd.DataFrame:
    """Estimate the declared figures of the main part under its participation model.

    Rows by `kind`: ``reference``, how many rows the sample that a wave leans on has; ``level``, a
    figure of a modelled wave beside the weighted one; ``change``, that of a headline between the
    last two waves, with its verdict, beside the one published.

    Parameters
    ----------
    shown
        The disclosed estimates of every wave of the part.
    differences
        The disclosed comparisons of the store.

    Notes
    -----
    A model's figure is a second weighting of the same answers: with the weighted one it makes two
    equations of them, whose coefficients can be known. It is withheld where a cell of the question
    is, of the whole or by groups of any question that the model reads, and where a category of the
    model has fewer answers than may be told of.

    Verdicts are adjusted within the family of the published change, whose other comparisons count
    as no difference. No change is told where samples may share people: their model says nothing of
    who took part twice.
    """
    columns, ready = COLUMNS["participation_model"], parts.get(MAIN)
    if survey.participation_model is None or ready is None or not ready.leanings:
        return pd.DataFrame(columns=columns)
    fits: dict[_Key, FittedOutcome] = {}
    rows = [*_references(ready), *_levels(survey, ready, shown, fits)]
    rows += _changes(survey, parts, differences, fits)
    frame = pd.DataFrame([{"part": MAIN, **row} for row in rows]).reindex(columns=columns)
    return frame.assign(**{c: frame[c].astype(object).fillna("") for c in _TEXTS})


def _references(ready: Prepared) -> Iterator[dict[str, Any]]:
    for wave, leaning in ready.leanings.items():
        n = np.nan if leaning.n is None else leaning.n
        yield {"kind": REFERENCE_KIND, "wave": wave, "n_reference": n}


def _levels(
    survey: Survey, ready: Prepared, shown: pd.DataFrame, fits: dict[_Key, FittedOutcome]
) -> Iterator[dict[str, Any]]:
    """Yield each figure of each modelled wave, and keep what it was made of in `fits`."""
    model = survey.participation_model
    assert model is not None
    for wave in (w for w in ready.waves if w.id in ready.leanings):
        leaning = ready.leanings[wave.id]
        people = participants(wave, model, leaning.survey)
        for question, net in items_of(survey):
            if not survey.question(question).asked_in(wave.id, MAIN):
                continue
            fixed = {"kind": LEVEL_KIND, "wave": wave.id, "question": question, "response": net}
            published = _published(shown, wave.id, question, net)
            reason = barred(survey, question, net) or _closed(survey, shown, wave.id, question)
            if not reason and published is None:
                reason = WITHHELD
            least = survey.confidentiality.minimum_group
            if not reason and smallest_category(people, model, question, net) < least:
                reason = FEW
            if reason or published is None:
                yield {**fixed, **(published or {}), "reason": reason}
                continue
            try:
                fitted = fit_item(people, model, leaning, question, net)
            except PadaiError as error:
                yield {**fixed, **published, "reason": error_code(error, survey)}
                continue
            fits[wave.id, question, net] = fitted
            yield {**fixed, **published, **_level(survey, fitted, question, net)}


def _level(survey: Survey, fitted: FittedOutcome, question: str, net: str) -> dict[str, float]:
    model = survey.participation_model
    assert model is not None
    ci = model.interval if is_share(survey, question, net) else "mean"
    error = fitted.errors[2]
    low, high = modelled_interval(fitted.estimate, error, len(fitted.y), LEVEL, ci)
    return {"estimate": fitted.estimate, "std_error": error, "conf_low": low, "conf_high": high}


def is_share(survey: Survey, question: str, net: str) -> bool:
    """Whether a figure is a share: neither a mean nor a balance."""
    declared_net = survey.question(question).net(net)
    return net != MEAN and (declared_net is None or not declared_net.is_balance)


def _published(shown: pd.DataFrame, wave: str, question: str, net: str) -> dict[str, float] | None:
    """Return the weighted figure as it is published; None where it is not."""
    place = {"wave": wave, "question": question, "response": net, "breakdown": TOTAL}
    own = shown[np.logical_and.reduce([shown[c].astype(str) == v for c, v in place.items()])]
    if len(own) != 1 or not np.isfinite(float(own["estimate"].iloc[0])):
        return None
    row = own.iloc[0]
    return {
        "weighted": float(row["estimate"]),
        "weighted_low": float(row["conf_low"]),
        "weighted_high": float(row["conf_high"]),
    }


def _closed(survey: Survey, shown: pd.DataFrame, wave: str, question: str) -> str:
    """Return why a question has no model in a wave: a cell that the model would tell of."""
    model = survey.participation_model
    assert model is not None
    read = {asked_behind(survey, name) for name in model.variables}
    own = shown[(shown["wave"].astype(str) == wave) & (shown["question"].astype(str) == question)]
    hidden = own[own["flag"].astype(str).str.split().map(lambda flags: CONFIDENTIAL in flags)]
    for breakdown in hidden["breakdown"].astype(str).unique():
        made_of = {asked_behind(survey, name) for name in breakdown.split("*")}
        if breakdown == TOTAL or made_of & read:
            return WITHHELD
    return ""


# --- changes -------------------------------------------------------------------------------------


def _changes(
    survey: Survey,
    parts: Mapping[str, Prepared],
    differences: pd.DataFrame,
    fits: Mapping[_Key, FittedOutcome],
) -> Iterator[dict[str, Any]]:
    wanted = set(items_of(survey))
    judged = [k[:2] for k in headlines_judged(survey, parts, differences) if k[:2] in wanted]
    if not judged:
        return
    waves = parts[MAIN].waves
    last, before = waves[-1].id, waves[-2].id
    members = of_waves(differences, last, before)
    totals = members[members["breakdown"].astype(str) == TOTAL]
    rows = ({str(k): v for k, v in r.items()} for r in totals.to_dict("records"))
    by = {(str(r["question"]), str(r["response"])): r for r in rows}
    fixed = {"kind": CHANGE_KIND, "wave": last, "reference": before}
    made: list[_Change] = []
    for question, net in judged:
        row = {**fixed, "question": question, "response": net, **_as_published(by[question, net])}
        sides = [fits.get((wave, question, net)) for wave in (last, before)]
        reason = _unchanged(survey, by[question, net], sides)
        later, earlier = sides
        if reason or later is None or earlier is None:
            yield {**row, "reason": reason}
            continue
        supported = all(_supports(survey, side, question, net) for side in (later, earlier))
        estimate = later.estimate - earlier.estimate
        made.append(
            _Change(question, net, row, estimate, change_variance(later, earlier), supported)
        )
    for family in dict.fromkeys(str(by[c.question, c.net]["family"]) for c in made):
        own = [c for c in made if str(by[c.question, c.net]["family"]) == family]
        yield from _judged(own, by, members[members["family"].astype(str) == family])


def _as_published(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "weighted": row["estimate"],
        "weighted_low": row["conf_low"],
        "weighted_high": row["conf_high"],
        "p_weighted": row["p_adjusted"],
        "verdict_weighted": row["verdict"],
    }


def _unchanged(
    survey: Survey, row: Mapping[str, Any], sides: Sequence[FittedOutcome | None]
) -> str:
    """Return why a change has none under the model; nothing where it has one."""
    if survey.overlap != "none":
        return SAME_PEOPLE
    if isinstance(row["breaks"], str) and row["breaks"]:
        return BRIDGED
    return ONE_WAVE if None in sides else ""


def _supports(survey: Survey, fitted: FittedOutcome, question: str, net: str) -> bool:
    """Whether a figure can carry a verdict: its base, and its effective answers on the rarer side.

    Effective answers are as many as a random sample would need for the model's error, and never
    more than there are.
    """
    share = is_share(survey, question, net)
    p, n = fitted.estimate, len(fitted.y)
    error = fitted.errors[2]
    n_eff = min(n, p * (1 - p) / error**2) if share and error > 0 else n
    figure, effective, base = (np.array([float(v)]) for v in (p, n_eff, n))
    least = survey.reliability.minimum_base
    return bool(enough(figure, effective, base, least, np.array([share]))[0])


def _judged(
    made: Sequence[_Change],
    by: Mapping[tuple[str, str], Mapping[str, Any]],
    members: pd.DataFrame,
) -> Iterator[dict[str, Any]]:
    """Yield the changes of a family under the model, adjusted as if its others showed nothing."""
    change = np.array([c.estimate for c in made])
    tests = tested(change, np.array([c.variance for c in made]), np.full(len(made), np.inf), LEVEL)
    points = np.array([float(by[c.question, c.net]["margin"]) for c in made])
    unit = np.array([1.0 if c.net == MEAN else 100.0 for c in made])
    within = equivalence_p(change, tests.std_error, tests.df, points / unit)
    sizes = [float(by[c.question, c.net]["family_size"]) for c in made]
    others = int(max(sizes)) - len(made) if np.isfinite(sizes).all() else 0
    bounded = int(members["margin"].astype(float).notna().sum()) - int(np.isfinite(points).sum())
    p = _beside(tests.p_value, others)
    judged = verdicts(
        change, p, _beside(within, bounded), np.array([c.supported for c in made], dtype=bool)
    )
    for k, one in enumerate(made):
        published = str(one.row["verdict_weighted"])
        verdict = str(judged[k]) if np.isfinite(p[k]) else CANNOT_TELL
        yield {
            **one.row,
            "estimate": change[k],
            "std_error": tests.std_error[k],
            "conf_low": tests.conf_low[k],
            "conf_high": tests.conf_high[k],
            "p_adjusted": p[k],
            "verdict": verdict,
            "differs": "true" if verdict != published else "false",
        }


def _beside(p: np.ndarray[Any, Any], others: int) -> np.ndarray[Any, Any]:
    """Adjust p-values in a family of which the others show no difference, by Holm."""
    return np.asarray(holm(np.concatenate([p, np.ones(max(0, others))]))[: len(p)])
