"""COMPARE: what changed between waves, who differs, and whether it is real."""

from padai.trends.attrition import attrition, conditioning
from padai.trends.breaks import PlacedBreak, breaks_between, forbidden, placed_breaks
from padai.trends.cohorts import with_cohorts
from padai.trends.comparable import SeriesTests
from padai.trends.decomposition import decompose
from padai.trends.differences import difference
from padai.trends.groups import difference_from_rest
from padai.trends.index import reliability, with_index
from padai.trends.interactions import difference_of_differences
from padai.trends.invariance import invariance
from padai.trends.minipublic import minipublic_change, minipublic_profile
from padai.trends.oaxaca import decompose_several
from padai.trends.panel import paired_change, turnover
from padai.trends.parts import part_contrast
from padai.trends.planning import Plan, expected_interviews, plan
from padai.trends.regression_standardised import standardise_by_model
from padai.trends.robustness import robustness
from padai.trends.series import trend
from padai.trends.slopes import bend_test, joint_test, slope
from padai.trends.smoothing import smooth
from padai.trends.standardised import standardise
from padai.trends.tipping import TippingPoints, tipping_points

__all__ = [
    "PlacedBreak",
    "Plan",
    "SeriesTests",
    "TippingPoints",
    "attrition",
    "bend_test",
    "breaks_between",
    "conditioning",
    "decompose",
    "decompose_several",
    "difference",
    "difference_from_rest",
    "difference_of_differences",
    "expected_interviews",
    "forbidden",
    "invariance",
    "joint_test",
    "minipublic_change",
    "minipublic_profile",
    "paired_change",
    "part_contrast",
    "placed_breaks",
    "plan",
    "reliability",
    "robustness",
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
