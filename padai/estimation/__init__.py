"""ESTIMATE: shares, means, totals, ratios, quantiles, tests and models under the design."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from padai.estimation.comparisons import ranktest, ttest, wald_test
    from padai.estimation.crosstabs import crosstab_test
    from padai.estimation.effects import marginal_effects
    from padai.estimation.letters import column_letters
    from padai.estimation.models import glm
    from padai.estimation.moments import mean, ratio, total
    from padai.estimation.one_word_answers import cleaned_word, count_words
    from padai.estimation.ordinal_models import ordinal
    from padai.estimation.predictions import predict
    from padai.estimation.proportions import banner, proportion
    from padai.estimation.quantiles import quantile
    from padai.estimation.term_tests import term_test

_HOMES = {
    "banner": "proportions",
    "cleaned_word": "one_word_answers",
    "column_letters": "letters",
    "count_words": "one_word_answers",
    "crosstab_test": "crosstabs",
    "glm": "models",
    "marginal_effects": "effects",
    "mean": "moments",
    "ordinal": "ordinal_models",
    "predict": "predictions",
    "proportion": "proportions",
    "quantile": "quantiles",
    "ranktest": "comparisons",
    "ratio": "moments",
    "term_test": "term_tests",
    "total": "moments",
    "ttest": "comparisons",
    "wald_test": "comparisons",
}

__all__ = [
    "banner",
    "cleaned_word",
    "column_letters",
    "count_words",
    "crosstab_test",
    "glm",
    "marginal_effects",
    "mean",
    "ordinal",
    "predict",
    "proportion",
    "quantile",
    "ranktest",
    "ratio",
    "term_test",
    "total",
    "ttest",
    "wald_test",
]


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"padai.estimation.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'padai.estimation' has no attribute {name!r}")
