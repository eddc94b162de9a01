"""Shares of areas modelled from their people, as a tidy frame with the model's covariance."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from padai.errors import EstimationError, nearest
from padai.estimation.analysis import Source
from padai.estimation.items import share_item
from padai.results import COLUMNS, Estimates
from padai.smallarea.cells import PopulationCells, population_cells
from padai.smallarea.covariates import refuse_unknown_areas
from padai.smallarea.modelled import MODEL_COLUMNS, SYNTHETIC, ModelSource, whole_by_wave
from padai.smallarea.shares import AskedShares, FittedShares, fitted_shares
from padai.survey.kinds import INFERENTIAL
from padai.waves.stacking import stack
from padai.words import Said

if TYPE_CHECKING:
    import pandas as pd

WEIGHTS = ("cells", "composite")


def unit_shares(
    waves: Source, population: Any, variables: Sequence[str], asked: AskedShares
) -> Estimates:
    """Return modelled shares of areas; see :func:`padai.unit_model`."""
    _check(waves, asked)
    cells = population_cells(population, asked.areas, variables)
    waves = _asked_waves(waves, asked)
    there = list(dict.fromkeys(map(str, cells.frame[asked.areas])))
    refuse_unknown_areas(asked.kept_out, there, "unit_model")
    try:
        model = fitted_shares(waves, cells, asked)
    except EstimationError as error:
        raise error if error.verb else error.at(f"unit_model, {asked.variable}") from None
    about = _about(waves, cells, model, asked)
    frame = _frame(waves, model, asked, cells)
    source = ModelSource(
        [model.draws.products(model.estimate)],
        [model.own],
        waves.part,
        {wave.id: wave.date for wave in waves.waves},
        bases=frame["n_base"],
    )
    return Estimates(
        frame,
        level=asked.level,
        ci="prediction",
        survey=waves.survey,
        provenance=about,
        _source=source,
    )


def _check(waves: Source, asked: AskedShares) -> None:
    if asked.weights not in WEIGHTS:
        hint = nearest(str(asked.weights), WEIGHTS)
        raise EstimationError(
            Said(
                "smallarea-unit-model-weights-is-not-known-use",
                weights=repr(asked.weights),
                hint=hint,
            ),
        )
    if waves.survey is None:
        return
    for wave in waves.waves:
        kind = waves.survey.part(wave.id, wave.part).sample_type
        if kind not in INFERENTIAL:
            raise EstimationError(
                Said("smallarea-unit-model-this-part-is-its-figures-are", kind=kind),
                where=f"{wave.id}, {wave.part}",
            )


def _asked_waves(waves: Source, asked: AskedShares) -> Source:
    """Return the waves that the question was put in."""
    has = share_item(waves, asked.variable, asked.net).asked
    if all(has):
        return waves
    kept = [wave for wave, own in zip(waves.waves, has, strict=True) if own]
    return kept[0] if len(kept) == 1 else stack(kept, overlap=waves.overlap)  # type: ignore[arg-type]


def absent_from(cells: PopulationCells, waves: Source) -> list[str]:
    """Return what people were drawn or weighted by and the cells do not hold."""
    names = [
        part.strip()
        for record in waves.calibrations
        for name in (*(m.control.name for m in record.margins), *record.totals)
        for part in str(name).split("*")
    ]
    names += [str(name) for name in waves.design.stratum_columns]
    return [name for name in dict.fromkeys(names) if name not in cells.variables]


def _about(
    waves: Source, cells: PopulationCells, model: FittedShares, asked: AskedShares
) -> dict[str, Any]:
    grid = model.grid
    return {
        "verb": "unit_model",
        "variables": list(cells.variables),
        "draws": asked.draws,
        "seed": asked.seed,
        "prior": "gamma(2, 0)" if asked.prior else "none",
        "weights": asked.weights,
        "approximate": asked.weights == "composite",
        "benchmark": asked.benchmark is not False,
        "part": waves.part,
        "population": cells.made,
        "population_source": cells.source,
        "population_date": cells.date,
        "absent_from_cells": absent_from(cells, waves),
        "deviations": dict(
            zip(("*".join(f) for f in grid.factors), model.fit.deviations.tolist(), strict=True)
        ),
        "coefficients": dict(zip(model.names, model.fit.coef.tolist(), strict=True)),
        "log_likelihood": model.fit.log_likelihood,
        "n_left_out": model.left_out,
        "effective_draws": model.draws.effective,
        "whole": whole_by_wave(waves.wave_ids, model.whole),
    }


def _named(asked: AskedShares, cells: PopulationCells) -> str:
    parts = ["multilevel logit", "prior on spreads" if asked.prior else "no prior"]
    parts += [f"cells {cells.made}"]
    return ", ".join([*parts, *(["composite, approximate"] if asked.weights != "cells" else [])])


def _frame(
    waves: Source, model: FittedShares, asked: AskedShares, cells: PopulationCells
) -> pd.DataFrame:
    import pandas as pd

    areas, ids = model.grid.labels[asked.areas], waves.wave_ids
    mse = np.diag(model.draws.products(model.estimate))
    shrinkage = np.where(model.direct.used, np.diag(model.own), 0.0)
    tail, flag = (1 - asked.level) / 2, np.where(model.direct.used, "", SYNTHETIC)
    frame = pd.DataFrame(
        {
            "wave": np.repeat(ids, len(areas)),
            "question": asked.variable,
            "response": model.response,
            "breakdown": asked.areas,
            "group": np.tile(areas, len(ids)),
            "estimate": model.estimate,
            "std_error": np.sqrt(mse),
            "conf_low": model.draws.quantiles(tail),
            "conf_high": model.draws.quantiles(1 - tail),
            "df": np.inf,
            "n_base": model.direct.base.astype(np.int64),
            "n_eff": np.nan,
            "deff": np.nan,
            "cv": np.sqrt(mse) / model.estimate,
            "flag": flag,
            "reason": np.where(model.direct.used, "", "synthetic"),
            "model": _named(asked, cells),
            "shrinkage": shrinkage,
            "borrowed": 1 - shrinkage,
            "direct": np.where(model.direct.used, model.direct.estimate, np.nan),
            "direct_std_error": np.where(model.direct.used, model.direct.error, np.nan),
            "synthetic": model.synthetic,
            "mse": mse,
            "mse_error": model.draws.square_error(model.estimate),
            "residual": model.residual,
            "unbenchmarked": model.free,
        }
    )[[*COLUMNS, *MODEL_COLUMNS]]
    for name in ("wave", "question", "response", "breakdown", "group", "flag", "reason"):
        frame[name] = pd.Categorical(frame[name], categories=list(dict.fromkeys(frame[name])))
    return frame
