"""Every public verb refuses an argument of another shape in a sentence, never from inside numpy."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import pytest

import padai
from padai.errors import ComparisonError, DefinitionError, PadaiError

DESIGN = padai.Design(weight="w", stratum="h", id="id")


def _wave(seed: int, n: int = 60) -> padai.Wave:
    draw = np.random.default_rng(seed)
    frame = pd.DataFrame(
        {
            "id": [f"i{k}" for k in range(n)],
            "h": draw.integers(0, 3, n),
            "w": draw.uniform(1, 4, n),
            "y": draw.normal(size=n),
            "x": draw.normal(size=n),
            "z": draw.integers(0, 2, n),
            "o": draw.integers(1, 5, n),
            "g": draw.choice(["a", "b"], n),
            "m": draw.choice(["F", "M"], n),
        }
    )
    return padai.Wave(frame, DESIGN, id=str(2019 + seed))


ONE, TWO = _wave(1), _wave(2)
STACK = padai.stack([ONE, TWO], overlap="respondent")
NET = {"yes": [1]}
TREND = padai.trend(STACK, "z", net=NET, by="g")
TIMES = {"2020": 2020, "2021": 2021}
RANGES = {"y": (-5, 5), "x": (-5, 5)}
MODEL = padai.glm(ONE, "y ~ x + g")
SHARES = padai.proportion(ONE, "o", by="g")
OF_TWO: dict[str, Any] = {"question": "z", "later": "2021", "earlier": "2020", "net": NET}
CALLS: dict[str, dict[str, Any]] = {
    "rake": {"wave": ONE, "targets": {"g": {"a": 0.5, "b": 0.5}}},
    "calibrate": {"wave": ONE, "targets": {"g": {"a": 50, "b": 50}, "x": 3.0}},
    "trim": {"wave": ONE, "upper": 3.5},
    "adjust_nonresponse": {"wave": ONE, "responded": "z", "cells": "g"},
    "replicate_weights": {"wave": ONE, "kind": "jkn"},
    "banner": {"wave": ONE, "questions": ["z"], "by": ["g"]},
    "mean": {"wave": ONE, "variables": "y", "by": "g"},
    "ratio": {"wave": ONE, "numerator": "y", "denominator": "o"},
    "quantile": {"wave": ONE, "variables": "y"},
    "crosstab_test": {"wave": ONE, "row": "z", "column": "g"},
    "ttest": {"wave": ONE, "variable": "y", "by": "g"},
    "ranktest": {"wave": ONE, "variable": "y", "by": "g"},
    "wald_test": {"estimates": SHARES, "contrasts": [{0: 1, 1: -1}]},
    "glm": {"wave": ONE, "formula": "y ~ x"},
    "predict": {"model": MODEL, "at": {"x": [0, 1], "g": ["a", "b"]}},
    "marginal_effects": {"model": MODEL},
    "term_test": {"model": MODEL, "terms": "g"},
    "column_letters": {"estimates": SHARES},
    "trend": {"waves": STACK, "question": "z", "net": NET},
    "difference": {"estimates": TREND, "later": "2021", "earlier": "2020", "family": "f"},
    "difference_of_differences": {
        "trend": TREND, "later": "2021", "earlier": "2020", "by": "g", "family": "f",
    },
    "slope": {"trend": TREND, "times": TIMES},
    "joint_test": {"trend": TREND, "times": TIMES},
    "adjust_p": {"p": [0.1, 0.2]},
    "plan": {"estimates": SHARES, "n": 500},
    "expected_interviews": {"wave": ONE, "by": "g", "n": 400},
    "decompose": {"waves": STACK, **OF_TWO, "by": "g"},
    "standardise": {"waves": STACK, "question": "z", "net": NET, "by": "g", "to": "2021"},
    "robustness": {"waves": STACK, "question": "z", "net": "1"},
    "tipping_points": {"difference": padai.difference(TREND, "2021", "2020", family="f")},
    "turnover": {"before": ONE, "after": TWO, "question": "z", "weight": None},
    "paired_change": {"before": ONE, "after": TWO, "question": "z", "net": NET, "weight": None},
    "with_index": {"wave": ONE, "name": "ix", "items": ["y", "x"], "ranges": RANGES},
    "reliability": {"wave": ONE, "items": ["y", "x", "o"], "ranges": RANGES, "n": 3},
    "decompose_several": {"waves": STACK, "question": "z", "net": NET, "by": ["g", "m"]},
    "part_contrast": {"one": ONE, "other": TWO, "question": "z", "net": NET},
    "nonprob": {"wave": ONE, "variable": "y", "reference": TWO, "variables": ["g", "x"]},
    "minipublic_profile": {"wave": ONE, "by": "g", "shares": {"a": 0.5, "b": 0.5}},
    "validation_errors": {
        "estimates": padai.trend(STACK, "z", net=NET), "official": {("z", "yes"): dict.fromkeys(TIMES, 0.5)},
    },
    "with_cohorts": {"waves": STACK, "years": {"x": (1950, 1980)}, "age": "o"},
    "stack": {"waves": [ONE, TWO], "overlap": "respondent"},
}  # fmt: skip
NONSENSE = {
    "nothing": None, "word": "nope", "minus": -1, "nan": float("nan"), "row": [1],
    "empty": [], "mapping": {"a": 1}, "array": np.array([1.0, 2.0]),
    "series": pd.Series([1, 2]), "object": object(), "huge": 10**30,
}  # fmt: skip


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("verb", CALLS)
def test_nonsense_is_answered_or_refused_in_a_sentence(verb: str) -> None:
    """What gets past is answered; nothing ends in an error of numpy, pandas or Python."""
    call = getattr(padai, verb)
    for name in inspect.signature(call).parameters:
        for told, given in NONSENSE.items():
            if (name, told) in {("seed", "word"), ("draws", "huge"), ("n", "huge")}:
                continue
            try:
                call(**{**CALLS[verb], name: given})
            except PadaiError as fault:
                assert str(fault), (name, told)
            except Exception as fault:
                pytest.fail(f"{verb}({name}={told}): {type(fault).__name__}: {fault}")


REFUSED: list[tuple[Callable[..., Any], dict[str, Any], str]] = [
    (padai.trim, {"wave": ONE, "upper": "3"}, "`upper` must be a number; '3' was given"),
    (padai.rake, {**CALLS["rake"], "min_cell": 2.5}, "`min_cell` must be a whole number; 2.5"),
    (padai.wald_test, {**CALLS["wald_test"], "adjusted": "no"}, "must be True or False; 'no'"),
    (padai.ttest, {**CALLS["ttest"], "by": ["g"]}, "`by` is the name of a column"),
    (padai.quantile, {"wave": ONE, "variables": []}, "Name at least one variable"),
    (padai.banner, {"wave": ONE, "questions": []}, "`questions` is empty"),
    (padai.slope, {**CALLS["slope"], "degree": 3}, "degree=3 is not known. Use one of: 1, 2"),
    (padai.with_index, {**CALLS["with_index"], "answered": 2.0}, "above 0, and at most 1; 2.0"),
    (padai.nonprob, {**CALLS["nonprob"], "population": -5}, "a number above 0; -5 was given"),
]


@pytest.mark.parametrize(("verb", "given", "said"), REFUSED)
def test_the_sentence_says_what_is_asked_and_what_was_given(verb, given, said) -> None:
    with pytest.raises(DefinitionError) as fault:
        verb(**given)
    assert said in fault.value.texts["en"]


@pytest.mark.parametrize("margin", [-1, 0, float("inf"), 0.03])
def test_a_margin_is_held_to_one_rule_wherever_it_is_given(margin: float) -> None:
    """Of changes, of those between groups, of other choices and of plans: half a point or more."""
    for verb in ("difference", "difference_of_differences", "plan", "robustness"):
        with pytest.raises(ComparisonError):
            getattr(padai, verb)(**{**CALLS[verb], "margin": margin})
    with pytest.raises(ComparisonError):
        padai.difference_of_differences(**{**CALLS["difference_of_differences"], "adjust": "nope"})


def test_what_used_to_pass_still_does() -> None:
    """Numbers of numpy's own, and waves named by their year."""
    assert len(padai.difference(TREND, 2021, 2020, family="f")) == 3
    whole, number = np.int64(3), np.float32(3.5)
    assert len(padai.trim(ONE, upper=number)) == 60
    assert padai.rake(ONE, CALLS["rake"]["targets"], min_cell=whole) is not None
    assert len(padai.mean(ONE, np.array(["y", "x"]))) == 2
    assert len(padai.turnover(ONE, TWO, "z", weight=None).frame) == 4
    assert len(padai.slope(TREND, times={"2020": 2020.0, "2021": np.float64(2021)}).frame) == 3
