"""Modelled estimates as a tidy frame with the model's covariance."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import ArrayLike

from padai.errors import ComparisonError
from padai.numerics.designs import FloatArray, IntArray
from padai.results import COLUMNS, Estimates
from padai.smallarea.fitting import FitRequest, FittedAreas
from padai.words import Said

if TYPE_CHECKING:
    import pandas as pd

MODEL_COLUMNS = (
    "model", "shrinkage", "borrowed", "direct", "direct_std_error", "synthetic", "mse", "mse_error",
    "residual", "unbenchmarked",
)  # fmt: skip
SYNTHETIC = "s"
"""The flag of an area whose own answers do not enter."""


class ModelSource:
    """Covariances of modelled estimates: mean products of the bootstrap's errors.

    Rows of different responses come from models of their own, whose covariance is not known:
    it is refused.
    """

    #: How the waves overlap is in the covariance.
    overlap = "model"

    def __init__(
        self,
        covariances: Sequence[FloatArray],
        own: Sequence[FloatArray] = (),
        part: str = "main",
        dates: Mapping[str, dt.date | None] | None = None,
        *,
        bases: ArrayLike,
    ) -> None:
        self._bases = np.asarray(bases)
        self.dates = dict(dates or {})
        self._parts = list(covariances)
        self._own = list(own)
        self.part = part
        self._of = np.repeat(np.arange(len(self._parts)), [len(part) for part in self._parts])
        self._first = np.cumsum([0, *(len(part) for part in self._parts)])

    def covariance(self, rows: np.ndarray) -> FloatArray:
        """Return the covariance matrix of rows of one response, shape (k, k)."""
        models = np.unique(self._of[rows])
        if len(models) > 1:
            raise ComparisonError(
                Said("smallarea-modelled-estimates-of-different-answers"),
            )
        own = rows - self._first[self._of[rows]]
        return np.asarray(self._parts[int(models[0])][np.ix_(own, own)])

    def degrees(self, rows: np.ndarray) -> float:
        """Return infinity: the draws' error has no degrees of freedom of a design."""
        return float("inf")

    def respondents(self, rows: np.ndarray) -> int:
        """Count the people of the areas, which have none in common."""
        return int(np.nansum(self._bases[np.unique(rows)]))

    def paired(self, later: IntArray, earlier: IntArray) -> tuple[FloatArray, FloatArray]:
        """Return the covariance of the two rows of each pair, and its degrees of freedom."""
        covariances = [
            self.covariance(np.array(pair))[0, 1] for pair in zip(later, earlier, strict=True)
        ]
        return np.array(covariances, dtype=np.float64), np.full(len(covariances), np.inf)

    def borrowed(self, later: IntArray, earlier: IntArray) -> FloatArray:
        """Return how far each difference of two rows rests on others than its own two answers.

        One minus what the difference makes of a change of one between the two rows' own answers,
        half of it in each; 1 where the model does not say.
        """
        out = np.ones(len(later))
        for i, (a, b) in enumerate(zip(later, earlier, strict=True)):
            if self._own:
                own = self._own[int(self._of[a])]
                one, other = (int(row - self._first[self._of[row]]) for row in (a, b))
                kept = own[one, one] - own[one, other] - own[other, one] + own[other, other]
                out[i] = 1 - kept / 2
        return out

    @property
    def waves(self) -> Any:
        """Refuse: a design's comparisons are not those of a model."""
        raise ComparisonError(
            Said("smallarea-modelled-estimates-are-compared-under"),
        )


def assembled(
    estimates: Estimates,
    breakdown: str,
    models: Sequence[FittedAreas],
    asked: FitRequest,
    benchmark: bool,
) -> Estimates:
    """Put fitted models into one Estimates."""
    import pandas as pd

    frame = pd.concat([_rows(model, breakdown) for model in models], ignore_index=True)
    for name in ("wave", "question", "response", "breakdown", "group", "flag", "reason"):
        values = list(dict.fromkeys(frame[name]))
        frame[name] = pd.Categorical(frame[name], categories=values)
    about = {
        "verb": "small_area", "method": asked.method, "variance": asked.variance,
        "over": asked.over, "rho": asked.rho, "draws": asked.draws, "seed": asked.seed,
        "benchmark": benchmark, "covariates": list(asked.names), "of": dict(estimates.provenance),
        "models": [_facts_of_model(model, asked) for model in models],
    }  # fmt: skip
    return Estimates(
        frame,
        level=asked.level,
        ci="prediction",
        survey=estimates.survey,
        provenance=about,
        _source=ModelSource(
            [model.errors.covariance for model in models],
            [model.own for model in models],
            part_of(estimates),
            dates_of(estimates),
            bases=frame["n_base"],
        ),
    )


def dates_of(estimates: Estimates) -> dict[str, dt.date | None]:
    """Return when each wave of direct estimates was, as far as it is known."""
    waves: Any = getattr(estimates._source, "waves", None)
    return {wave.id: wave.date for wave in getattr(waves, "waves", ())}


def part_of(estimates: Estimates) -> str:
    """Return the part of the waves that direct estimates come from."""
    waves: Any = getattr(estimates._source, "waves", None)
    return str(waves.waves[0].part) if waves is not None else "main"


def whole_by_wave(
    waves: Sequence[str], whole: Sequence[tuple[float, float]]
) -> dict[str, dict[str, float]]:
    """Return, by wave, what the areas add up to before the benchmark, and the direct figure."""
    return {
        wave: {"modelled": modelled, "direct": direct}
        for wave, (modelled, direct) in zip(waves, whole, strict=False)
    }


def _facts_of_model(model: FittedAreas, asked: FitRequest) -> dict[str, Any]:
    return {
        "question": model.direct.question,
        "response": model.direct.response,
        "scale": model.scale,
        "area_variance": float(model.fits.variance[0]),
        "coefficients": dict(zip(asked.names, model.fits.beta[:, 0].tolist(), strict=True)),
        "constant_share": model.constant,
        "pooled_factor": model.factor,
        "whole": whole_by_wave(model.direct.waves, model.whole),
    }


def _rows(model: FittedAreas, breakdown: str) -> pd.DataFrame:
    import pandas as pd

    direct, used = model.direct, model.direct.used
    error = np.sqrt(model.errors.mse)
    with np.errstate(divide="ignore", invalid="ignore"):
        cv = error / np.abs(model.estimate)
    size = len(direct.areas)
    own = {
        "wave": np.repeat(direct.waves, size), "question": direct.question,
        "response": direct.response, "breakdown": breakdown,
        "group": np.tile(direct.areas, len(direct.waves)),
        "estimate": model.estimate, "std_error": error, "conf_low": model.low,
        "conf_high": model.high, "df": np.inf, "n_base": direct.n.astype(np.int64),
        "n_eff": np.nan, "deff": np.nan, "cv": cv, "flag": np.where(used, "", SYNTHETIC),
        "reason": np.where(used, "", "synthetic"),
        "model": f"fay-herriot, {model.model.method}, {model.scale}",
        "shrinkage": np.where(used, model.shrinkage, 0.0),
        "borrowed": np.where(used, 1 - model.shrinkage, 1.0),
        "direct": np.where(used, direct.estimate, np.nan),
        "direct_std_error": np.where(used, np.sqrt(direct.variance), np.nan),
        "synthetic": model.synthetic, "mse": model.errors.mse, "mse_error": model.errors.mse_error,
        "residual": model.residual, "unbenchmarked": model.free,
    }  # fmt: skip
    return pd.DataFrame(own)[[*COLUMNS, *MODEL_COLUMNS]]
