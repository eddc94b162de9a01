"""WEIGHT: calibration, trimming, non-response, replicate weights, and what they did."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from padai.weighting.calibrating import calibrate, poststratify, rake
    from padai.weighting.diagnostics import (
        WeightingDiagnostics,
        weighting_diagnostics,
        weighting_margins,
        weighting_summary,
    )
    from padai.weighting.nonresponse import adjust_nonresponse
    from padai.weighting.record import Calibration
    from padai.weighting.replication import replicate_weights
    from padai.weighting.trimming import trim

_HOMES = {
    "Calibration": "record",
    "WeightingDiagnostics": "diagnostics",
    "adjust_nonresponse": "nonresponse",
    "calibrate": "calibrating",
    "poststratify": "calibrating",
    "rake": "calibrating",
    "replicate_weights": "replication",
    "trim": "trimming",
    "weighting_diagnostics": "diagnostics",
    "weighting_margins": "diagnostics",
    "weighting_summary": "diagnostics",
}

__all__ = [
    "Calibration",
    "WeightingDiagnostics",
    "adjust_nonresponse",
    "calibrate",
    "poststratify",
    "rake",
    "replicate_weights",
    "trim",
    "weighting_diagnostics",
    "weighting_margins",
    "weighting_summary",
]


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"padai.weighting.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'padai.weighting' has no attribute {name!r}")
