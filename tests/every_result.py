"""One result of every public verb that gives a table, of small waves without a definition."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import pandas as pd

import padai
from tests.builders import mini, respondents

YES = {"yes": [1]}
ITEMS = {name: (1.0, 5.0) for name in ("i1", "i2", "i3")}


def _people(place: int, n: int = 240) -> pd.DataFrame:
    rng = np.random.default_rng(40 + place)
    trait = rng.normal(size=n)
    items = {name: np.clip(np.round(3 + trait + rng.normal(size=n)), 1, 5) for name in ITEMS}
    return pd.DataFrame(
        {
            "id": np.arange(n) + 60 * place,
            "w": rng.uniform(0.5, 2.0, n),
            "yes": rng.binomial(1, 0.4 + 0.04 * place, n),
            "q": rng.choice([1, 2, 3], n),
            "x": rng.normal(10.0, 2.0, n),
            "sex": rng.choice(["F", "M"], n),
            "area": rng.choice([f"r{k}" for k in range(6)], n),
            **items,
        }
    )


def waves() -> list[padai.Wave]:
    design = padai.Design(weight="w", id="id")
    return [
        padai.Wave(_people(k), design, id=f"{2018 + k}", date=dt.date(2018 + k, 5, 1))
        for k in range(8)
    ]


def _compared(waves: list[padai.Wave], stack: padai.Stack, trend: Any) -> dict[str, Any]:
    last, before = waves[-1], waves[-2]
    by = padai.trend(stack, "yes", net=YES, by="sex")
    whole = padai.Design(id="id")
    panel = [padai.Wave(_people(k, 12), whole, id=str(k)) for k in (0, 0)]
    panel[1] = padai.Wave(panel[0].frame.assign(yes=1), whole, id="after")
    changed = padai.difference(trend, "2025", "2020", family="one")
    return {
        "trend": trend,
        "difference": changed,
        "difference_of_differences": padai.difference_of_differences(by, "2025", "2024", by="sex"),
        "slope": padai.slope(trend),
        "joint_test": padai.joint_test(trend),
        "bend_test": padai.bend_test(trend),
        "smooth": padai.smooth(trend),
        "plan": padai.plan(trend),
        "expected_interviews": padai.expected_interviews(last, "area", n=300),
        "decompose": padai.decompose(stack, "yes", "2025", "2020", net=YES, by="sex"),
        "decompose_several": padai.decompose_several(
            stack, "yes", "2025", "2020", net=YES, by=["sex"]
        ),
        "standardise": padai.standardise(stack, "yes", net=YES, by="sex", to="2025"),
        "standardise_by_model": padai.standardise_by_model(
            stack, "yes", net=YES, covariates="x", to="2025"
        ),
        "tipping_points": padai.tipping_points(changed),
        "minipublic_change": padai.minipublic_change(*panel, "yes", net=YES),
        "minipublic_profile": padai.minipublic_profile(panel[0], "sex", {"F": 0.5, "M": 0.5}),
        "turnover": padai.turnover(before, last, "q", weight=None),
        "paired_change": padai.paired_change(before, last, "yes", net=YES, weight=None, by="sex"),
        "attrition": padai.attrition(before, last, ["sex"]),
        "conditioning": padai.conditioning(before, last, "yes", net=YES),
        "part_contrast": padai.part_contrast(last, before, "yes", net=YES, by="sex"),
        "reliability": padai.reliability(last, list(ITEMS), ranges=ITEMS, n=50),
        "invariance": padai.invariance(last, list(ITEMS), "sex", ranges=ITEMS),
    }


def _estimated(wave: padai.Wave, other: padai.Wave, trend: Any) -> dict[str, Any]:
    shares = padai.proportion(wave, "q", by="sex")
    model = padai.glm(wave, "yes ~ x + sex", family="binomial")
    return {
        "banner": padai.banner(wave, questions=["q", "yes"], by=["sex"]),
        "proportion": shares,
        "mean": padai.mean(wave, "x", by="sex"),
        "total": padai.total(wave, "x"),
        "ratio": padai.ratio(wave, "x", "i1"),
        "quantile": padai.quantile(wave, "x", by="sex"),
        "crosstab_test": padai.crosstab_test(wave, "q", "sex"),
        "ttest": padai.ttest(wave, "x", "sex"),
        "ranktest": padai.ranktest(wave, "x", "sex"),
        "wald_test": padai.wald_test(padai.mean(wave, "x", by="sex"), [{"F": 1, "M": -1}]),
        "glm": model,
        "ordinal": padai.ordinal(wave, "q ~ x"),
        "predict": padai.predict(model, {"x": [8.0, 12.0], "sex": ["F", "M"]}),
        "marginal_effects": padai.marginal_effects(model),
        "term_test": padai.term_test(model, "sex"),
        "column_letters": padai.column_letters(shares),
        "small_area": padai.small_area(padai.proportion(wave, "yes", net=YES, by="area")),
        "nonprob": padai.nonprob(
            wave, "yes", net=[1], reference=other, variables=["sex"], other_year=True
        ),
        "validation_errors": padai.validation_errors(
            trend, {("yes", "yes"): {f"{year}": 0.5 for year in range(2018, 2026)}}
        ),
        "weighting_diagnostics": padai.weighting_diagnostics(wave),
    }


def _declared(folder: Path) -> dict[str, Any]:
    """What takes a definition, from the literal survey of the tests."""
    later = respondents(seed=9, first_id=5001, trust=np.repeat([1.0, 2.0, 3.0, 98.0], 50))
    survey = padai.load_survey(mini(folder, {"2025": later}))
    waves = [padai.read_wave(survey, wave) for wave in ("2024", "2025")]
    return {
        "validate": padai.validate(waves[-1]),
        "difference_from_rest": padai.difference_from_rest(waves[-1], "trust", by="sex"),
        "robustness": padai.robustness(
            padai.stack(waves), "trust", "2025", "2024", net="trust", family="one"
        ),
    }


@cache
def results() -> dict[str, Any]:
    """Return a result of each verb, by its name."""
    each = waves()
    stack = padai.stack(each, overlap="respondent")
    trend = padai.trend(stack, "yes", net=YES)
    with TemporaryDirectory() as folder:
        declared = _declared(Path(folder))
    return _estimated(each[-1], each[0], trend) | _compared(each, stack, trend) | declared
