"""What weighting did, as frames."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from padai.numerics.weight_diagnostics import PERCENTILES, WeightSummary, summarise_weights
from padai.results import Printed
from padai.waves.guards import guarded
from padai.waves.wave import Wave
from padai.weighting.record import Calibration

if TYPE_CHECKING:
    import pandas as pd

    from padai.numerics.constraints import FloatArray

MARGIN_COLUMNS = (
    "margin", "cell", "n", "sample", "before", "target", "after", "difference",
    "status", "source", "date",
)  # fmt: skip


@dataclass(frozen=True, eq=False, repr=False)
class WeightingDiagnostics(Printed):
    """Diagnostics of a wave's weights.

    Attributes
    ----------
    weights : pandas.DataFrame
        One row a set of weights (``design``, ``final``, and ``g``, their ratio scaled to mean one
        over the design weights): n, total, mean, min, p1 to p99, max, cv, kish_deff, n_eff.
    margins : pandas.DataFrame
        One row a cell; see :func:`weighting_margins`.
    steps : tuple of dict
        What was done, in order: merged cells, respondents without a target, trimming, margins that
        trimming broke.
    """

    weights: pd.DataFrame
    margins: pd.DataFrame
    steps: tuple[dict[str, Any], ...]

    @property
    def frame(self) -> pd.DataFrame:
        """The diagnostics of the weights; changing it changes nothing here."""
        return self.weights.copy(deep=False)


@guarded
def weighting_diagnostics(wave: Wave) -> WeightingDiagnostics:
    """Return design effects, effective sizes, ranges and margins of a wave's weights.

    Parameters
    ----------
    wave : Wave

    Examples
    --------
    >>> import pandas as pd
    >>> from padai.design import Design
    >>> wave = Wave(pd.DataFrame({"w": [1.0, 1.0, 2.0]}), Design(weight="w"))
    >>> float(weighting_diagnostics(wave).weights.loc["final", "kish_deff"])
    1.125
    """
    import pandas as pd

    base = design_weights(wave)
    rows = {"design": base, "final": wave.weights}
    if base is not wave.weights:
        rows["g"] = wave.weights / base * (base.sum() / wave.weights.sum())
    table = pd.DataFrame([_row(summarise_weights(values)) for values in rows.values()])
    table.index = pd.Index(list(rows), name="weights")
    steps = tuple(dict(step) for step in wave.provenance.get("weighting", ()))
    return WeightingDiagnostics(table, weighting_margins(wave), steps)


def weighting_summary(wave: Wave) -> dict[str, Any]:
    """Return the final weights in a few plain numbers.

    Keys: n, total, mean, min, max, cv, kish_deff, n_eff, g_min, g_max, untargeted (respondents by
    margin), collapsed (merged cells), broken (margins that trimming broke).

    Examples
    --------
    >>> import pandas as pd
    >>> from padai.design import Design
    >>> weighting_summary(Wave(pd.DataFrame({"w": [1.0, 1.0, 2.0]}), Design(weight="w")))["max"]
    2.0
    """
    summary = summarise_weights(wave.weights)
    base = design_weights(wave)
    used = base > 0  # who has no weight takes no part, and none was changed
    g = wave.weights[used] / base[used] * (base.sum() / wave.weights.sum())
    row = _row(summary)
    records = [r for r in wave.calibrations if isinstance(r, Calibration)]
    last_step = dict(wave.provenance["weighting"][-1]) if wave.provenance.get("weighting") else {}
    return {
        **{key: row[key] for key in ("n", "total", "mean", "min", "max", "cv")},
        "kish_deff": summary.deff,
        "n_eff": summary.n_eff,
        "g_min": float(g.min()),
        "g_max": float(g.max()),
        "untargeted": {k: v for record in records for k, v in record.untargeted.items()},
        "collapsed": [dict(rule) for record in records for rule in record.collapsed],
        "broken": list(last_step.get("broken", [])),
    }


def weighting_margins(wave: Wave) -> pd.DataFrame:
    """Return every cell of the margins of a wave's calibrations.

    Columns: margin, cell, n (respondents), sample (their unweighted share), before (share by the
    design weights), target, after (share by the weights in force), difference (after minus
    target), status, source and date of the target. Shares are of those who take part in the margin.
    Empty where the wave is not calibrated.
    """
    import pandas as pd

    rows: list[dict[str, Any]] = []
    for record in wave.calibrations:
        if not isinstance(record, Calibration):
            continue
        for plan, fit in zip(record.margins, record.fits_of(wave.weights), strict=True):
            for i, cell in enumerate(fit.cells):
                values = (
                    fit.name, cell, int(fit.n[i]), fit.n[i] / fit.n.sum(), fit.before[i],
                    fit.target[i], fit.after[i], fit.after[i] - fit.target[i],
                    plan.status, plan.source, plan.date,
                )  # fmt: skip
                rows.append(dict(zip(MARGIN_COLUMNS, values, strict=True)))
    return pd.DataFrame(rows, columns=list(MARGIN_COLUMNS))


def design_weights(wave: Wave) -> FloatArray:
    """Return the weights that the first calibration started from, or those in force."""
    if not wave.calibrations:
        return wave.weights
    weights: FloatArray = wave.calibrations[0].arrays.design_weights
    return weights


def _row(summary: WeightSummary) -> dict[str, Any]:
    names = [f"p{round(100 * p)}" for p in PERCENTILES]
    return {
        "n": summary.n,
        "total": summary.total,
        "mean": summary.mean,
        "min": summary.minimum,
        **dict(zip(names, summary.percentiles, strict=True)),
        "max": summary.maximum,
        "cv": float(np.sqrt(max(summary.deff - 1, 0.0))),
        "kish_deff": summary.deff,
        "n_eff": summary.n_eff,
    }
