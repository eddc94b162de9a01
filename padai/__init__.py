"""padai: what changed in public attitudes, and whether the change is real.

The public names are listed here by hand and resolved when first used, so that ``import padai``
costs little more than ``import pandas``.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from padai.design import BalancedRepeated as BalancedRepeated
    from padai.design import Bootstrap as Bootstrap
    from padai.design import Design as Design
    from padai.design import Fay as Fay
    from padai.design import Jackknife as Jackknife
    from padai.design import JackknifeN as JackknifeN
    from padai.design import Replicates as Replicates
    from padai.design import SuccessiveDifference as SuccessiveDifference
    from padai.design import TwoPhase as TwoPhase
    from padai.estimation import banner as banner
    from padai.estimation import column_letters as column_letters
    from padai.estimation import crosstab_test as crosstab_test
    from padai.estimation import glm as glm
    from padai.estimation import marginal_effects as marginal_effects
    from padai.estimation import mean as mean
    from padai.estimation import ordinal as ordinal
    from padai.estimation import predict as predict
    from padai.estimation import proportion as proportion
    from padai.estimation import quantile as quantile
    from padai.estimation import ranktest as ranktest
    from padai.estimation import ratio as ratio
    from padai.estimation import term_test as term_test
    from padai.estimation import total as total
    from padai.estimation import ttest as ttest
    from padai.estimation import wald_test as wald_test
    from padai.lottery.draw import draw_panel as draw_panel
    from padai.nonrandom import nonprob as nonprob
    from padai.nonrandom import validation_errors as validation_errors
    from padai.numerics.multiplicity import adjust_p as adjust_p
    from padai.pipeline import build as build
    from padai.results import Differences as Differences
    from padai.results import Estimates as Estimates
    from padai.simulation import simulate as simulate
    from padai.smallarea import small_area as small_area
    from padai.smallarea import unit_model as unit_model
    from padai.store import open_store as open_store
    from padai.survey import Survey as Survey
    from padai.survey import Targets as Targets
    from padai.survey import load_survey as load_survey
    from padai.trends import bend_test as bend_test
    from padai.trends import decompose as decompose
    from padai.trends import decompose_several as decompose_several
    from padai.trends import difference as difference
    from padai.trends import difference_from_rest as difference_from_rest
    from padai.trends import difference_of_differences as difference_of_differences
    from padai.trends import expected_interviews as expected_interviews
    from padai.trends import joint_test as joint_test
    from padai.trends import minipublic_change as minipublic_change
    from padai.trends import minipublic_profile as minipublic_profile
    from padai.trends import paired_change as paired_change
    from padai.trends import part_contrast as part_contrast
    from padai.trends import plan as plan
    from padai.trends import reliability as reliability
    from padai.trends import slope as slope
    from padai.trends import smooth as smooth
    from padai.trends import standardise as standardise
    from padai.trends import standardise_by_model as standardise_by_model
    from padai.trends import tipping_points as tipping_points
    from padai.trends import trend as trend
    from padai.trends import turnover as turnover
    from padai.trends import with_cohorts as with_cohorts
    from padai.trends import with_index as with_index
    from padai.trends.attrition import attrition as attrition
    from padai.trends.attrition import conditioning as conditioning
    from padai.trends.invariance import invariance as invariance
    from padai.trends.robustness import robustness as robustness
    from padai.unequal import HartleyRao as HartleyRao
    from padai.unequal import JointProbabilities as JointProbabilities
    from padai.validation import validate as validate
    from padai.waves import Stack as Stack
    from padai.waves import Wave as Wave
    from padai.waves import read_wave as read_wave
    from padai.waves import stack as stack
    from padai.waves import write_wave as write_wave
    from padai.weighting import adjust_nonresponse as adjust_nonresponse
    from padai.weighting import calibrate as calibrate
    from padai.weighting import poststratify as poststratify
    from padai.weighting import rake as rake
    from padai.weighting import replicate_weights as replicate_weights
    from padai.weighting import trim as trim
    from padai.weighting import weighting_diagnostics as weighting_diagnostics

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
    "TwoPhase": "padai.design",
    "HartleyRao": "padai.unequal",
    "JointProbabilities": "padai.unequal",
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
    "difference_of_differences": "padai.trends",
    "slope": "padai.trends",
    "joint_test": "padai.trends",
    "bend_test": "padai.trends",
    "adjust_p": "padai.numerics.multiplicity",
    "smooth": "padai.trends",
    "plan": "padai.trends",
    "expected_interviews": "padai.trends",
    "decompose": "padai.trends",
    "standardise": "padai.trends",
    "robustness": "padai.trends.robustness",
    "tipping_points": "padai.trends",
    "minipublic_change": "padai.trends",
    "minipublic_profile": "padai.trends",
    "turnover": "padai.trends",
    "paired_change": "padai.trends",
    "attrition": "padai.trends.attrition",
    "conditioning": "padai.trends.attrition",
    "with_index": "padai.trends",
    "reliability": "padai.trends",
    "invariance": "padai.trends.invariance",
    "decompose_several": "padai.trends",
    "part_contrast": "padai.trends",
    "with_cohorts": "padai.trends",
    "standardise_by_model": "padai.trends",
    # estimate where the sample is thin or not random
    "small_area": "padai.smallarea",
    "unit_model": "padai.smallarea",
    "nonprob": "padai.nonrandom",
    "validation_errors": "padai.nonrandom",
    # draw, publish, simulate
    "draw_panel": "padai.lottery.draw",
    "build": "padai.pipeline",
    "open_store": "padai.store",
    "simulate": "padai.simulation",
}

__all__ = ["__version__", *_PUBLIC]
__version__ = "0.2.0"


def __getattr__(name: str) -> Any:
    if name in _PUBLIC:
        return getattr(import_module(_PUBLIC[name]), name)
    if name.startswith("_"):
        raise AttributeError(f"module 'padai' has no attribute {name!r}")
    from padai.spelling import no_public_name

    raise no_public_name(name, _PUBLIC)


def __dir__() -> list[str]:
    return sorted(__all__)
