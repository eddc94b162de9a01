"""Declared models of areas, and validation items, as tables of the store."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from padai.disclosure.confidentiality import CONFIDENTIAL
from padai.errors import DefinitionError, PadaiError, PublicationError
from padai.estimation import proportion
from padai.pipeline.parts.facts import LEVEL
from padai.pipeline.parts.preparation import Prepared
from padai.results import TOTAL, Estimates
from padai.smallarea import small_area, unit_model
from padai.smallarea.cells import SIZE, WAVE, population_cells
from padai.store import COLUMNS
from padai.survey import Survey
from padai.survey.small_areas import SmallAreas
from padai.trends import difference
from padai.trends.breaks import breaks_between, forbidden
from padai.waves import Wave, stack
from padai.words import Said

MAIN = "main"
LEVEL_KIND, CHANGE_KIND, WHOLE_KIND = "level", "change", "whole"
LEAST_SHOWN = 30
SYNTHETIC, UNDER_30, NOT_SHOWN = "synthetic", "under_30", "direct_not_shown"
SHOWN_AREAS = "shown_areas"
"""Why a sum over areas is not the whole: those whose size is not published take no part."""
_CLASSES = ((0.25, "under_quarter"), (0.5, "under_half"), (np.inf, "half_or_more"))


def small_areas_table(
    survey: Survey, parts: Mapping[str, Prepared], shown: pd.DataFrame
) -> pd.DataFrame:
    """Estimate the areas of every declared model in the main part, the latest wave's.

    Rows by `kind`: ``level`` and ``change``, an area each; ``whole``, what the areas add up to
    before they are moved to the direct figure of the whole, beside that figure.

    Parameters
    ----------
    shown
        The disclosed estimates of every wave. The direct figure of an area is that of this table,
        or none; an area that is confidential in any wave keeps its own answers out of the model.

    Raises
    ------
    PadaiError
        A model cannot be computed; it names the place in the definition.
    """
    columns = COLUMNS["small_areas"]
    ready = parts.get(MAIN)
    if not survey.small_areas or ready is None:
        return pd.DataFrame(columns=columns)
    rows = [
        row
        for areas in survey.small_areas
        for question in areas.questions
        if survey.question(question).asked_in(ready.last.id, MAIN)
        for row in _of_question(survey, ready, areas, question, shown)
    ]
    frame = pd.DataFrame(rows).reindex(columns=columns)
    texts = [c for c in columns if c not in _numeric()]
    return frame.assign(**{c: frame[c].astype(object).fillna("") for c in texts})


_OF_A_CHANGE = (
    "estimate", "std_error", "conf_low", "conf_high", "p_adjusted", "family_size", "verdict",
    "reason",
)  # fmt: skip


def _numeric() -> set[str]:
    return {
        "estimate",
        "std_error",
        "conf_low",
        "conf_high",
        "p_adjusted",
        "family_size",
        "borrowed",
        "direct",
        "direct_low",
        "direct_high",
        "n_base",
        "residual",
    }


def _of_question(
    survey: Survey, ready: Prepared, areas: SmallAreas, question: str, shown: pd.DataFrame
) -> Iterator[dict[str, Any]]:
    net = str(survey.question(question).headline_net)
    published = _Direct.of(shown, question, net, areas.areas)
    waves = _comparable(survey, ready.waves, areas, question, net, published.groups)
    try:
        if areas.model == "people":
            _refuse_withheld(survey, waves, areas, question, shown)
        wanted = benchmark_of(survey, areas, waves, published.untold)
        modelled = _modelled(
            survey, waves, areas, question, net, confidential=published.confidential, wanted=wanted
        )
    except PadaiError as error:
        raise error.at(f"{survey.id}, {ready.last.id}, small_areas, {areas.id}") from None
    fixed = {
        "part": MAIN,
        "model": areas.id,
        "question": question,
        "response": net,
        "breakdown": areas.areas,
    }
    last, frame = ready.last.id, modelled.frame
    for row in _records(frame[frame["wave"].astype(str) == last]):
        if str(row["group"]) not in survey_groups(survey, areas.areas):
            continue
        yield {**fixed, "kind": LEVEL_KIND, "wave": last, **_level(row, published, last)}
    whole, direct = _benchmark_of(modelled, last), published.totals.get(last, np.nan)
    if whole is not None and np.isfinite(direct):
        among = isinstance(wanted, dict) and "areas" in wanted
        yield {
            **fixed,
            "kind": WHOLE_KIND,
            "wave": last,
            "group": TOTAL,
            "estimate": whole["modelled"],
            "direct": whole["direct"] if among else direct,
            **({"reason": SHOWN_AREAS} if among else {}),
        }
    if len(waves) > 1:
        for change in _changes(modelled, last, waves[-2].id):
            yield {**fixed, **change}


def _changes(modelled: Estimates, last: str, before: str) -> Iterator[dict[str, Any]]:
    for row in _records(difference(modelled, last, before).frame):
        yield {
            "kind": CHANGE_KIND,
            "wave": last,
            "reference": before,
            "group": str(row["group"]),
            **{name: row[name] for name in _OF_A_CHANGE},
        }


def _benchmark_of(modelled: Estimates, wave: str) -> Mapping[str, float] | None:
    """Return what the model's areas add up to before they are moved, and to what they are."""
    about = modelled.provenance
    whole = about["models"][0]["whole"] if "models" in about else about["whole"]
    of_wave: Mapping[str, float] | None = whole.get(wave)
    return of_wave


def _records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    return [{str(name): value for name, value in row.items()} for row in frame.to_dict("records")]


def survey_groups(survey: Survey, breakdown: str) -> set[str]:
    """Return the groups that a breakdown has."""
    return {group.id for group in survey.breakdown(breakdown).groups}


@dataclass(frozen=True, eq=False)
class _Direct:
    """What is published of the areas directly: rows by wave and group, and what may not be told."""

    rows: dict[tuple[str, str], dict[str, Any]]
    groups: tuple[str, ...]
    confidential: frozenset[str]
    totals: dict[str, float]
    untold: frozenset[str]

    @classmethod
    def of(cls, shown: pd.DataFrame, question: str, net: str, breakdown: str) -> _Direct:
        """Find the rows of one response, and the areas confidential in any response or wave."""
        of = (shown["part"].astype(str) == MAIN) & (shown["question"].astype(str) == question)
        own = shown[of & (shown["breakdown"].astype(str) == breakdown)]
        hidden = own["flag"].astype(str).str.split().apply(lambda codes: CONFIDENTIAL in codes)
        followed = own[own["response"].astype(str) == net]
        rows = {(str(r["wave"]), str(r["group"])): r for r in _records(followed)}
        groups = tuple(dict.fromkeys(own["group"].astype(str)))
        whole = shown[of & (shown["breakdown"].astype(str) == TOTAL)]
        whole = whole[whole["response"].astype(str) == net]
        totals = {str(r["wave"]): float(r["estimate"]) for r in _records(whole)}
        kept_out = frozenset(own.loc[hidden.to_numpy(bool), "group"].astype(str))
        sizes = own.get("n_base", pd.Series(1.0, own.index))
        untold = kept_out | set(own.loc[sizes.isna().to_numpy(bool), "group"].astype(str))
        return cls(rows, groups, kept_out, totals, frozenset(untold))


def benchmark_of(
    survey: Survey, areas: SmallAreas, waves: tuple[Wave, ...], untold: frozenset[str]
) -> bool | dict[str, Any]:
    """Return what the areas of a model add up to, so that it tells no size that is not published.

    Sizes of the sample are the weights where all of them are published. Otherwise a few questions
    would give the others back: the sum over areas of size times estimate is the whole's, in each.
    Weights are then the population's, where targets or cells declare it, else only areas whose
    size is published take part.
    """
    if not areas.benchmark or not untold:
        return areas.benchmark
    known = {group.id for group in survey.breakdown(areas.areas).groups}
    people = {wave.id: _population(survey, areas, wave) for wave in waves}
    if areas.model == "people" or all(known <= set(own) for own in people.values()):
        return {"weights": people}
    return {"areas": sorted(known - untold)} if known - untold else False


def _population(survey: Survey, areas: SmallAreas, wave: Wave) -> dict[str, float]:
    """Return how many people live in each area, as declared; empty where nothing says it."""
    if areas.model == "people":
        cells = _cells(survey, areas, (wave,))
        if WAVE in cells:
            cells = cells[cells[WAVE].astype(str) == wave.id]
        sizes = cells[SIZE].astype(float).groupby(cells[areas.areas].astype(str)).sum()
        return {str(area): float(size) for area, size in sizes.items()}
    rule = survey.part(wave.id, MAIN).weighting
    if rule is None or areas.areas not in rule.margins:
        return {}
    margin = survey.targets(wave.id, MAIN).margin(areas.areas)
    return {str(cell): float(target) for cell, target in margin.cells.items()}


def _comparable(
    survey: Survey,
    waves: tuple[Wave, ...],
    areas: SmallAreas,
    question: str,
    net: str,
    groups: tuple[str, ...],
) -> tuple[Wave, ...]:
    """Return the waves that the model takes: those that no break keeps from the last."""
    last = waves[-1]
    if areas.over is None:
        return (last,)
    rows = pd.DataFrame(
        {"question": question, "response": net, "breakdown": areas.areas, "group": [*groups]}
    )
    asked = [w for w in waves[:-1] if survey.question(question).asked_in(w.id, MAIN)]
    kept = [
        wave
        for wave in asked
        if not forbidden(rows, breaks_between(survey, wave.id, last.id), MAIN)[0].any()
    ]
    return (*kept, last)


def _refuse_withheld(
    survey: Survey,
    waves: tuple[Wave, ...],
    areas: SmallAreas,
    question: str,
    shown: pd.DataFrame,
) -> None:
    """Refuse a model of people that reads a withheld cell of a variable that is no area.

    Its estimates are no sums of what is printed: area by area they move with that cell. Of an area
    the answers are left out; of a group of ages that lives in every area they cannot be.
    """
    cells = _cells(survey, areas, waves)
    known = {b.id: b.question for b in survey.breakdowns}
    named = [name for name in cells.columns if name in known and name != areas.areas]
    mine = shown[(shown["part"].astype(str) == MAIN) & (shown["question"].astype(str) == question)]
    mine = mine[mine["wave"].astype(str).isin([wave.id for wave in waves])]
    hidden = mine["flag"].astype(str).str.split().map(lambda flags: CONFIDENTIAL in flags)
    divided = mine["breakdown"].astype(str)
    for variable in (v for v in named if not areas.variables or v in areas.variables):
        reads = {
            by
            for by in divided.unique()
            if by != areas.areas and known[variable] in {known.get(name) for name in by.split("*")}
        }
        untold = survey.question(known[variable]).sensitive and not reads
        if untold or (hidden & divided.isin(reads)).any():
            raise PublicationError(
                Said("pipeline-a-model-reads-what-is-withheld", name=question, variable=variable)
            )


def _modelled(
    survey: Survey,
    waves: tuple[Wave, ...],
    areas: SmallAreas,
    question: str,
    net: str,
    *,
    confidential: frozenset[str],
    wanted: bool | dict[str, Any],
) -> Estimates:
    whole = stack(list(waves), overlap=survey.overlap) if len(waves) > 1 else waves[0]
    common: dict[str, Any] = {
        "areas": areas.areas, "covariates": _table(survey, areas), "benchmark": wanted,
        "draws": areas.draws, "seed": areas.seed, "level": LEVEL,
    }  # fmt: skip
    if areas.model == "people":
        cells = _cells(survey, areas, waves)
        there = set(cells[areas.areas].astype(str)) if areas.areas in cells else set()
        return unit_model(
            whole,
            question,
            net=net,
            population=cells,
            kept_out=confidential & there,
            variables=areas.variables,
            interactions=areas.interactions,
            **{**common, "benchmark": wanted["weights"] if isinstance(wanted, dict) else wanted},
        )
    direct = proportion(whole, question, net=net, by=areas.areas, level=LEVEL)
    over = areas.over if len(waves) > 1 else None
    rho = areas.rho if over == "ar1" else None
    own = direct.frame["breakdown"].astype(str) == areas.areas
    common["kept_out"] = confidential & set(direct.frame.loc[own, "group"].astype(str))
    return small_area(direct, scale=areas.scale, over=over, rho=rho, **common)


def _table(survey: Survey, areas: SmallAreas) -> pd.DataFrame | None:
    if areas.covariates is None:
        return None
    frame = _read(survey, areas.covariates.file)
    return frame.astype({c: str for c in frame.columns if c in (areas.areas, WAVE)})


def _read(survey: Survey, name: str) -> pd.DataFrame:
    try:
        return pd.read_csv(survey.path / name, dtype=str, encoding="utf-8-sig")
    except (OSError, ValueError):
        raise DefinitionError(
            Said("pipeline-is-not-a-csv-in-utf-8-with-a-row-of", name=name),
        ) from None


def _cells(survey: Survey, areas: SmallAreas, waves: tuple[Wave, ...]) -> pd.DataFrame:
    """Return the cells of each wave: those of the file, or of the wave's own targets."""
    if areas.population is not None:
        return _read(survey, areas.population.file)
    frames = []
    for wave in waves:
        cells = population_cells(survey.targets(wave.id, MAIN), areas.areas, areas.variables)
        frame = cells.frame.copy()
        frame[SIZE], frame[WAVE] = cells.size, wave.id
        frames.append(frame)
    return pd.concat(frames, ignore_index=True)


def _level(row: Mapping[str, Any], mine: _Direct, wave: str) -> dict[str, Any]:
    """Return the model's figure, and of the direct one what is published of it."""
    numbers = {name: row[name] for name in ("estimate", "std_error", "conf_low", "conf_high")}
    fixed: dict[str, Any] = {"group": str(row["group"]), **numbers, "flag": str(row["flag"])}
    if "s" in str(row["flag"]).split():
        return {**fixed, "reason": SYNTHETIC}
    direct = mine.rows.get((wave, str(row["group"])), {})
    direct_estimate = float(direct.get("estimate", np.nan))
    if np.isfinite(direct_estimate) and row["n_base"] >= LEAST_SHOWN:
        return {
            **fixed,
            "borrowed": row["borrowed"],
            "direct": direct_estimate,
            "direct_low": direct["conf_low"],
            "direct_high": direct["conf_high"],
            "n_base": direct["n_base"],
            "residual": row["residual"],
        }
    own = next(name for most, name in _CLASSES if row["shrinkage"] < most)
    return {**fixed, "own": own, "reason": UNDER_30 if row["n_base"] < LEAST_SHOWN else NOT_SHOWN}
