"""COMPARE: what changed between waves, who differs, and whether it is real.

A verb whose module has its own name (`attrition`, `invariance`, `robustness`) is imported from it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from padai.trends.breaks import PlacedBreak, breaks_between, forbidden, placed_breaks
    from padai.trends.cohorts import with_cohorts
    from padai.trends.comparable import SeriesTests
    from padai.trends.decomposition import decompose
    from padai.trends.differences import difference
    from padai.trends.groups import difference_from_rest
    from padai.trends.index import reliability, with_index
    from padai.trends.interactions import difference_of_differences
    from padai.trends.minipublic import minipublic_change, minipublic_profile
    from padai.trends.oaxaca import decompose_several
    from padai.trends.panel import paired_change, turnover
    from padai.trends.parts import part_contrast
    from padai.trends.planning import Plan, expected_interviews, plan
    from padai.trends.regression_standardised import standardise_by_model
    from padai.trends.series import trend
    from padai.trends.slopes import bend_test, joint_test, slope
    from padai.trends.smoothing import smooth
    from padai.trends.standardised import standardise
    from padai.trends.tipping import TippingPoints, tipping_points

_HOMES = {
    "PlacedBreak": "breaks",
    "Plan": "planning",
    "SeriesTests": "comparable",
    "TippingPoints": "tipping",
    "bend_test": "slopes",
    "breaks_between": "breaks",
    "decompose": "decomposition",
    "decompose_several": "oaxaca",
    "difference": "differences",
    "difference_from_rest": "groups",
    "difference_of_differences": "interactions",
    "expected_interviews": "planning",
    "forbidden": "breaks",
    "joint_test": "slopes",
    "minipublic_change": "minipublic",
    "minipublic_profile": "minipublic",
    "paired_change": "panel",
    "part_contrast": "parts",
    "placed_breaks": "breaks",
    "plan": "planning",
    "reliability": "index",
    "slope": "slopes",
    "smooth": "smoothing",
    "standardise": "standardised",
    "standardise_by_model": "regression_standardised",
    "tipping_points": "tipping",
    "trend": "series",
    "turnover": "panel",
    "with_cohorts": "cohorts",
    "with_index": "index",
}

__all__ = [
    "PlacedBreak",
    "Plan",
    "SeriesTests",
    "TippingPoints",
    "bend_test",
    "breaks_between",
    "decompose",
    "decompose_several",
    "difference",
    "difference_from_rest",
    "difference_of_differences",
    "expected_interviews",
    "forbidden",
    "joint_test",
    "minipublic_change",
    "minipublic_profile",
    "paired_change",
    "part_contrast",
    "placed_breaks",
    "plan",
    "reliability",
    "slope",
    "smooth",
    "standardise",
    "standardise_by_model",
    "tipping_points",
    "trend",
    "turnover",
    "with_cohorts",
    "with_index",
]


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"padai.trends.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'padai.trends' has no attribute {name!r}")
