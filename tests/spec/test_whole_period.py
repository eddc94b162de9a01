"""What is said of a series over its whole period: line or ends, its family, its verdict."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from padai.numerics.multiplicity import holm, selected
from padai.numerics.slopes import ends, lack_of_fit, polynomial_contrasts
from padai.trends.selection import picked
from padai.trends.whole_period import judged_overall
from tests.spec.test_families import TEXT, survey

YEARS = np.array([2021.4, 2022.4, 2023.5, 2024.4, 2025.4])


def spread(size: int, seed: int) -> np.ndarray:
    root = np.random.default_rng(seed).normal(size=(size, size))
    return root @ root.T / size + np.eye(size)


def test_a_straight_line_never_fails_the_test_of_fit() -> None:
    found = lack_of_fit(0.3 - 0.02 * YEARS, spread(5, 1), YEARS, 400.0)
    assert found.statistic == pytest.approx(0, abs=1e-18)
    assert found.df == 3


def test_the_lack_of_fit_is_what_weighted_least_squares_leave() -> None:
    """W is the least of (y - a - bt)' V^-1 (y - a - bt), whatever the basis of contrasts."""
    value, cov, df = np.array([0.52, 0.50, 0.55, 0.48, 0.41]), spread(5, 2) * 4e-4, 900.0
    model = np.stack([np.ones(5), YEARS - 2023], axis=1)
    inverse = np.linalg.inv(cov)
    fitted = model @ np.linalg.solve(model.T @ inverse @ model, model.T @ inverse @ value)
    wald = (value - fitted) @ inverse @ (value - fitted)
    found = lack_of_fit(value, cov, YEARS, df)
    assert found.statistic == pytest.approx((df - 2) / (3 * df) * wald, rel=1e-9)
    assert found.p_value == pytest.approx(stats.f.sf(found.statistic, 3, df - 2), rel=1e-9)


def test_two_waves_leave_no_test_of_fit() -> None:
    assert np.isnan(lack_of_fit(np.array([1.0, 2]), np.eye(2), YEARS[:2], 50.0).p_value)


def test_the_ends_are_the_last_less_the_first() -> None:
    assert (ends(3) @ np.array([1.0, 5.0, 4.0])).tolist() == [3.0]
    assert polynomial_contrasts(np.array([0.0, 1.0])) == pytest.approx(ends(2))


def series(
    question: str,
    *,
    slope: float = 0.02,
    p: float = 0.001,
    fit: float = 0.5,
    ends: float = 0.08,
    p_ends: float = 0.001,
    supported: bool = True,
    reason: str = "",
    waves: tuple[str, str] = ("", ""),
) -> list[dict[str, object]]:
    common = {
        "question": question,
        "response": "yes",
        "breakdown": "total",
        "group": "total",
        "on": "points",
        "supported": supported,
        "reason": reason,
        "first_wave": waves[0],
        "last_wave": waves[1],
    }
    return [
        {**common, "term": "slope", "estimate": slope, "p_value": p, "p_adjusted": p},
        {**common, "term": "fit", "estimate": np.nan, "p_value": fit, "p_adjusted": np.nan},
        {**common, "term": "ends", "estimate": ends, "p_value": p_ends, "p_adjusted": np.nan},
        {**common, "term": "joint", "estimate": np.nan, "p_value": p, "p_adjusted": p},
    ]


def judged(*told: list[dict[str, object]]) -> pd.DataFrame:
    key = {"id": "k", "question": "headed", "net": "yes", "label": TEXT, "declared": "2024-01-01"}
    rows = [row for one in told for row in one]
    found = judged_overall(pd.DataFrame(rows), survey(key_results=(key,)), ())
    return found.set_index(["question", "term"])


def test_a_line_that_fits_is_told_by_its_slope() -> None:
    found = judged(series("headed", slope=-0.02))
    assert found.loc[("headed", "slope"), "verdict"] == "fell"
    assert found.loc[("headed", "slope"), "family"] == "headline-slopes"
    assert found.loc[("headed", "ends"), "verdict"] == ""
    assert np.isnan(found.loc[("headed", "ends"), "p_adjusted"])


def test_a_line_that_does_not_fit_is_told_by_its_ends() -> None:
    found = judged(series("headed", slope=-0.02, fit=0.01, ends=0.03))
    assert found.loc[("headed", "ends"), "verdict"] == "rose"
    assert found.loc[("headed", "slope"), "verdict"] == ""
    assert np.isnan(found.loc[("headed", "slope"), "p_adjusted"])


@pytest.mark.parametrize(("start", "tells"), [("2025-03-05", "ends"), ("2026-01-05", "slope")])
def test_waves_within_some_months_are_told_by_their_ends(start: str, tells: str) -> None:
    """Three waves of two months were told to rise by 40 points a year: nobody saw a year."""
    key = {"id": "k", "question": "headed", "net": "yes", "label": TEXT, "declared": "2024-01-01"}
    one = survey(key_results=(key,))
    begun = dt.date.fromisoformat(start)
    later = one.wave("1").model_copy(
        update={
            "id": "2",
            "fieldwork": one.wave("1").fieldwork.model_copy(update={"start": begun, "end": begun}),
        }
    )
    two = one.model_copy(update={"waves": ("1", "2"), "wave_defs": {**one.wave_defs, "2": later}})
    rows = pd.DataFrame(series("headed", slope=0.4, ends=0.06, waves=("1", "2")))
    found = judged_overall(rows, two, ()).set_index("term")["verdict"]
    assert found[tells] == "rose" and found[{"ends": "slope", "slope": "ends"}[tells]] == ""


def test_small_chapters_share_one_family_and_holm_is_over_it() -> None:
    found = judged(series("headed", p=0.04), series("netted", p=0.04), series("plain", p=0.03))
    assert found.loc[("headed", "slope"), "verdict"] == "rose"  # alone in the headline family
    assert found.loc[("netted", "slope"), "family"] == "other-slopes"
    assert found.loc[("netted", "slope"), "p_adjusted"] == holm([0.04])[0]
    assert found.loc[("plain", "slope"), "family"] == ""  # it has no net: it is in no family
    assert found.loc[("plain", "slope"), "verdict"] == ""
    assert found.loc[("plain", "slope"), "p_adjusted"] == 0.03


def test_a_family_of_slopes_is_adjusted_by_holm(monkeypatch: pytest.MonkeyPatch) -> None:
    from padai.trends import whole_period

    monkeypatch.setattr(whole_period, "_families", lambda told, *_: pd.Series("f", told.index))
    found = judged(series("headed", p=0.02), series("netted", p=0.04), series("scored", p=0.001))
    adjusted = [found.loc[(q, "slope"), "p_adjusted"] for q in ("headed", "netted", "scored")]
    assert adjusted == pytest.approx([0.04, 0.04, 0.003])


def test_no_verdict_stands_on_too_few_people_nor_on_two_waves() -> None:
    found = judged(series("headed", supported=False), series("netted", reason="too_few"))
    assert found.loc[("headed", "slope"), "verdict"] == "cannot_tell"
    assert found.loc[("netted", "slope"), "verdict"] == ""


# --- what may be picked ------------------------------------------------------------------------


def test_with_one_family_selection_asks_what_holm_asks() -> None:
    assert selected([0.01, 0.049, 0.06, np.nan], ["a"] * 4).tolist() == [True, True, False, False]


def test_few_selected_among_many_must_be_surer() -> None:
    """One family of twenty is selected: 0.05 / 20 is what its findings must be under."""
    p = [0.002, 0.004, *[0.5] * 19]
    family = ["a", "a", *(f"f{k}" for k in range(19))]
    assert np.flatnonzero(selected(p, family)).tolist() == [0]


def test_a_family_that_is_not_selected_has_no_finding_to_pick() -> None:
    p, family = [0.04, *[0.6] * 9], [f"f{k}" for k in range(10)]
    assert not selected(p, family).any()


def test_selection_keeps_false_findings_rare_where_nothing_is_true() -> None:
    rng = np.random.default_rng(20261126)
    family = np.repeat(np.arange(40), 4).astype(object)
    hits, alone = 0, 0
    for _ in range(400):
        p = rng.uniform(size=160)
        adjusted = np.concatenate([holm(p[i : i + 4]) for i in range(0, 160, 4)])
        hits += selected(adjusted, family).any()
        alone += (adjusted < 0.05).any()
    assert hits / 400 < 0.05 + 3 * np.sqrt(0.05 * 0.95 / 400)
    assert alone / 400 > 0.5  # without it, most releases would pick a false finding


def rows_of(verdicts: list[tuple[str, str, str, float]]) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "part": "main",
                "wave": "1",
                "reference": reference,
                "question": question,
                "response": "yes",
                "breakdown": "total" if reference != "rest" else "sex",
                "group": "g",
                "family": family,
                "p_adjusted": p,
                "verdict": "lower" if reference == "rest" else "rose",
            }
            for question, reference, family, p in verdicts
        ]
    )


def test_headline_findings_stand_and_others_are_selected_within_their_kind() -> None:
    differences = rows_of(
        [
            ("headed", "0", "headline", 0.04),
            ("netted", "0", "chapter:a", 0.04),
            *((f"q{k}", "rest", f"q{k}:sex", 0.03 if k else 0.0001) for k in range(8)),
        ]
    )
    slopes = rows_of([("plain", "0", "other-slopes", 0.04)]).assign(first_wave="0")
    found = picked(differences, slopes, survey())
    assert found[["question", "kind"]].to_numpy().tolist()[:3] == [
        ["headed", "change"],
        ["netted", "change"],
        ["q0", "contrast"],
    ]
    assert ("plain", "slope") in set(zip(found["question"], found["kind"], strict=True))
