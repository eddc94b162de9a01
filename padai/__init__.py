"""padai: what changed in public attitudes, and whether the change is real.

The public names are listed here by hand and resolved when first used, so that ``import padai``
costs little more than ``import pandas``.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

_PUBLIC = {
    # define, read, validate
    "load_survey": "padai.survey",
    "Survey": "padai.survey",
    "Targets": "padai.survey",
    "Design": "padai.design",
    "Bootstrap": "padai.design",
    "BalancedRepeated": "padai.design",
    "Fay": "padai.design",
    "Jackknife": "padai.design",
    "JackknifeN": "padai.design",
    "Replicates": "padai.design",
    "SuccessiveDifference": "padai.design",
    "Wave": "padai.waves",
    "Stack": "padai.waves",
    "read_wave": "padai.waves",
    "write_wave": "padai.waves",
    "stack": "padai.waves",
    "validate": "padai.validation",
    # weight
    "rake": "padai.weighting",
    "poststratify": "padai.weighting",
    "calibrate": "padai.weighting",
    "trim": "padai.weighting",
    "adjust_nonresponse": "padai.weighting",
    "replicate_weights": "padai.weighting",
    "weighting_diagnostics": "padai.weighting",
    # estimate
    "banner": "padai.estimation",
    "proportion": "padai.estimation",
    "mean": "padai.estimation",
    "total": "padai.estimation",
    "ratio": "padai.estimation",
    "quantile": "padai.estimation",
    "crosstab_test": "padai.estimation",
    "ttest": "padai.estimation",
    "ranktest": "padai.estimation",
    "wald_test": "padai.estimation",
    "glm": "padai.estimation",
    "ordinal": "padai.estimation",
    "predict": "padai.estimation",
    "marginal_effects": "padai.estimation",
    "term_test": "padai.estimation",
    "column_letters": "padai.estimation",
    "Estimates": "padai.results",
    "Differences": "padai.results",
    # compare
    "trend": "padai.trends",
    "difference": "padai.trends",
    "difference_from_rest": "padai.trends",
    # publish, simulate
    "build": "padai.pipeline",
    "open_store": "padai.store",
    "simulate": "padai.simulation",
}

__all__ = ["__version__", *_PUBLIC]
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    if name in _PUBLIC:
        return getattr(import_module(_PUBLIC[name]), name)
    raise AttributeError(f"module 'padai' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
