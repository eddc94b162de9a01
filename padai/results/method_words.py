"""The words of models and of tests, by the codes that a frame has for them."""

from __future__ import annotations

import re

from padai.words import Both, say

#: By code; a model is several, a comma between.
_MODELS = {
    "fay-herriot": Both("results-model-fay-herriot"),
    "yl": Both("results-model-yl"),
    "yl_ml": Both("results-model-yl-ml"),
    "ll": Both("results-model-ll"),
    "ll_ml": Both("results-model-ll-ml"),
    "reml": Both("results-model-reml"),
    "ml": Both("results-model-ml"),
    "fh": Both("results-model-fh"),
    "raw": Both("results-model-raw"),
    "arcsine": Both("results-model-arcsine"),
    "nested errors": Both("results-model-nested-errors"),
    "multilevel logit": Both("results-model-multilevel-logit"),
    "prior on spreads": Both("results-model-prior-on-spreads"),
    "no prior": Both("results-model-no-prior"),
    "cells given": Both("results-model-cells-given"),
    "cells raked": Both("results-model-cells-raked"),
    "composite": Both("results-model-composite"),
    "approximate": Both("results-model-approximate"),
    "doubly_robust": Both("results-model-doubly-robust"),
    "ipw": Both("results-model-ipw"),
    "mass": Both("results-model-mass"),
    "calibrated": Both("results-model-calibrated"),
    "gaussian": Both("results-model-gaussian"),
    "binomial": Both("results-model-binomial"),
    "nearest": Both("results-model-nearest"),
    "predictive": Both("results-model-predictive"),
}
_TESTS = {
    "design-based t-test": Both("results-test-t"),
    "design-based one-sample t-test": Both("results-test-t-one-sample"),
    "Wald test": Both("results-test-wald"),
    "adjusted Wald test": Both("results-test-wald-adjusted"),
    "Wald test of terms": Both("results-test-wald-of-terms"),
    "working Wald test of terms": Both("results-test-wald-working"),
    "working likelihood-ratio test of terms": Both("results-test-likelihood-ratio-working"),
    "Rao-Scott second-order corrected Pearson test": Both("results-test-rao-scott-second"),
    "Rao-Scott first-order corrected Pearson test": Both("results-test-rao-scott-first"),
    "Wald test of independence": Both("results-test-wald-of-independence"),
    "adjusted Wald test of independence": Both("results-test-wald-of-independence-adjusted"),
    "Pearson test on its exact asymptotic distribution": Both("results-test-pearson-exact"),
    "Pearson test, saddlepoint approximation": Both("results-test-pearson-saddlepoint"),
    "exact": Both("results-code-every-case"),
    "monte_carlo": Both("results-code-random-draws"),
}
_RANKS = re.compile(r"design-based rank test \((.+) scores\)")
_SCORES = {
    "wilcoxon": Both("results-test-scores-wilcoxon"),
    "median": Both("results-test-scores-median"),
    "vanderWaerden": Both("results-test-scores-van-der-waerden"),
    "KruskalWallis": Both("results-test-scores-kruskal-wallis"),
    "own": Both("results-test-scores-own"),
}


def words_of_model(codes: str, lang: str) -> str:
    """Return the words of a model.

    Examples
    --------
    >>> words_of_model("fay-herriot, yl, arcsine", "en")
    'Fay-Herriot, Yoshimori-Lahiri, arcsine scale'
    """
    return ", ".join(_MODELS[c][lang] if c in _MODELS else c for c in codes.split(", "))


def words_of_test(method: str, lang: str) -> str:
    """Return the words of a test; of another, what stands there.

    Examples
    --------
    >>> words_of_test("adjusted Wald test", "fr")
    'test de Wald ajusté'
    """
    ranks = _RANKS.fullmatch(method)
    if ranks:
        scores = _SCORES[ranks[1]][lang] if ranks[1] in _SCORES else ranks[1]
        return say("results-test-rank", lang, scores=scores)
    return _TESTS[method][lang] if method in _TESTS else method
