"""Column letters, marginal effects and banners on tables small enough to check."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from padai.design import Design
from padai.errors import DefinitionError
from padai.estimation.effects import marginal_effects
from padai.estimation.letters import column_letters
from padai.estimation.models import glm
from padai.estimation.proportions import banner, proportion
from padai.survey import load_survey
from padai.waves import Wave, read_wave
from tests.builders import mini


def _letters(wave, by="g", **how):
    frame = column_letters(proportion(wave, "yes", by=by, net={"yes": [1]}), **how).frame
    frame = frame[frame["breakdown"] != "total"]
    return dict(zip(frame["group"], frame["above"], strict=True))


def _groups(**shares):
    """Groups of the sizes and shares given: name=(n, how many say yes)."""
    rows = [(name, int(i < yes)) for name, (n, yes) in shares.items() for i in range(n)]
    return pd.DataFrame(rows, columns=["g", "yes"])


def test_a_group_is_lettered_above_those_it_differs_from() -> None:
    """80 % of 100 against 70 %: z = 1.65 and p = 0.10; against 50 %: z = 4.6."""
    wave = Wave(_groups(a=(100, 80), b=(100, 70), c=(100, 50)), Design())
    assert _letters(wave, adjust="none") == {"a": "C", "b": "C", "c": ""}
    assert _letters(wave, adjust="none", lesser_level=0.85) == {"a": "b C", "b": "C", "c": ""}
    assert _letters(wave, adjust="none", level=0.85) == {"a": "B C", "b": "C", "c": ""}
    # Holm: the p of 70 % against 50 % is 0.0035, and of 80 % against 70 % the largest: as it is.
    assert _letters(wave, adjust="holm", lesser_level=0.85) == {"a": "b C", "b": "C", "c": ""}
    # BH at the threshold of the middle p: 0.0035 times 3 / 2.
    assert _letters(wave, level=0.996) == {"a": "C", "b": "", "c": ""}
    assert _letters(wave, adjust="none", level=0.996) == {"a": "C", "b": "C", "c": ""}


def test_a_group_under_the_least_base_is_above_none_and_under_none() -> None:
    wave = Wave(_groups(a=(100, 80), b=(29, 3), c=(30, 15)), Design())
    assert _letters(wave) == {"a": "C", "b": "", "c": ""}
    assert _letters(wave, min_base=29) == {"a": "B C", "b": "", "c": "B"}
    assert _letters(wave, min_base=31) == {"a": "", "b": "", "c": ""}


def test_a_group_of_one_cluster_or_of_one_answer_is_above_none() -> None:
    frame = _groups(a=(100, 80), b=(100, 30), c=(100, 5), d=(100, 100))
    cluster = np.arange(400) // 5
    cluster[200:300] = 40
    wave = Wave(frame.assign(k=cluster), Design(psu="k"))
    assert _letters(wave) == {"a": "B", "b": "", "c": "", "d": ""}


def test_groups_without_any_variance_have_no_letters() -> None:
    assert _letters(Wave(_groups(a=(40, 40), b=(40, 0)), Design())) == {"a": "", "b": ""}


def test_letters_begin_anew_in_each_breakdown() -> None:
    frame = _groups(a=(100, 80), b=(100, 40))
    wave = Wave(frame.assign(h=np.where(frame["yes"] == 1, "x", "y")), Design())
    found = column_letters(proportion(wave, "yes", by=["g", "h"])).frame
    rows = found[found["breakdown"] != "total"]
    by = rows.groupby("breakdown", observed=True)["letter"].agg(lambda t: "".join(sorted(set(t))))
    assert by.to_dict() == {"g": "AB", "h": "AB"}
    assert (found.loc[found["breakdown"] == "total", "letter"] == "").all()
    yes = rows[(rows["breakdown"] == "g") & (rows["response"] == "1")]
    no = rows[(rows["breakdown"] == "g") & (rows["response"] == "0")]
    assert yes["above"].tolist() == ["B", ""]
    assert no["above"].tolist() == ["", "A"]


@pytest.mark.parametrize(
    "how",
    [
        {"level": 1.0},
        {"level": 0.05},
        {"lesser_level": 0.95},
        {"lesser_level": 0.99},
        {"lesser_level": 0.0},
        {"adjust": "bonferroni"},
    ],
)
def test_thresholds_that_cannot_be(how) -> None:
    wave = Wave(_groups(a=(40, 20), b=(40, 30)), Design())
    with pytest.raises(DefinitionError):
        _letters(wave, **how)


def _numbers(n=60, seed=3):
    rng = np.random.default_rng(seed)
    x = rng.uniform(1.0, 3.0, n)
    yes = (rng.random(n) < 1 / (1 + np.exp(2 - x))).astype(float)
    return pd.DataFrame({"x": x, "yes": yes, "y": 2 * np.log(x) + rng.normal(0, 0.2, n)})


def test_an_effect_depends_on_the_unit_of_its_variable_and_on_nothing_else() -> None:
    frame = _numbers()
    slope = marginal_effects(glm(Wave(frame, Design()), "y ~ np.log(x)")).frame.iloc[0]
    b = glm(Wave(frame, Design()), "y ~ np.log(x)").coef[1]
    assert slope["estimate"] == pytest.approx(b * (1 / frame["x"]).mean(), rel=1e-7)
    for unit in (1e-6, 1e6):
        small = Wave(frame.assign(x=frame["x"] * unit), Design())
        found = marginal_effects(glm(small, "y ~ np.log(x)")).frame.iloc[0]
        assert found["estimate"] * unit == pytest.approx(slope["estimate"], rel=1e-6)
        assert found["std_error"] * unit == pytest.approx(slope["std_error"], rel=1e-6)


def test_a_level_that_is_named_goes_before_the_models() -> None:
    model = glm(Wave(_numbers(), Design()), "yes ~ x", family="binomial", level=0.9)
    for asked, level in ((None, 0.9), (0.99, 0.99)):
        row = marginal_effects(model, level=asked).frame.iloc[0]
        half = stats.t.ppf(0.5 + level / 2, row["df"]) * row["std_error"]
        assert row["conf_low"] == pytest.approx(row["estimate"] - half)
        assert row["conf_high"] == pytest.approx(row["estimate"] + half)


@pytest.mark.parametrize("clusters", [2, 3, 4])
def test_p_values_of_few_degrees_of_freedom(clusters: int) -> None:
    frame = _numbers().assign(k=np.arange(60) % clusters)
    model = glm(Wave(frame, Design(psu="k")), "y ~ x")
    row = marginal_effects(model).frame.iloc[0]
    assert model.df == clusters - 2
    assert row["statistic"] == pytest.approx(row["estimate"] / row["std_error"])
    wanted = 2 * stats.t.sf(abs(row["statistic"]), clusters - 2) if clusters > 2 else np.nan
    assert row["p_value"] == pytest.approx(wanted, nan_ok=True)


def test_effects_are_told_variable_by_variable_and_group_by_group() -> None:
    frame = _numbers().assign(g=np.tile(["a", "b", "c"], 20), s=np.repeat(["f", "m"], 30))
    model = glm(Wave(frame, Design()), "y ~ x + g")
    found = marginal_effects(model, by="s").frame
    assert found.columns[:4].tolist() == ["variable", "contrast", "s", "estimate"]
    told = found[["variable", "contrast", "s"]].values.tolist()
    assert told == [
        [v, c, s] for v, c in (("x", "slope"), ("g", "b - a"), ("g", "c - a")) for s in ("f", "m")
    ]
    assert marginal_effects(model).frame.columns[:3].tolist() == [
        "variable",
        "contrast",
        "estimate",
    ]


WAVE = Wave(
    pd.DataFrame({"q": [1, 2, 2, 1, 3, 1], "r": [0, 1, 1, 1, 0, 1], "g": list("aabbab")}), Design()
)


def test_a_banner_is_its_proportions_one_below_the_other() -> None:
    both = banner(WAVE, ["q", "r"], by="g").frame
    apart = [proportion(WAVE, name, by="g").frame for name in ("q", "r")]
    numbers = ["estimate", "std_error", "conf_low", "conf_high", "df"]
    stacked = pd.concat([frame[numbers] for frame in apart], ignore_index=True)
    pd.testing.assert_frame_equal(both[numbers].reset_index(drop=True), stacked)
    assert banner(WAVE, "q").level == proportion(WAVE, "q").level == 0.95
    total = proportion(WAVE, "q").frame
    assert total["breakdown"].unique().tolist() == ["total"]


def test_a_domain_is_told_of_those_inside_alone() -> None:
    inside = proportion(WAVE, "q", where={"g": "a"}).frame
    assert inside["estimate"].tolist() == pytest.approx([1 / 3, 1 / 3, 1 / 3])
    assert (inside["n_base"] == 3).all()


def test_questions_are_named_once_each_where_no_definition_lists_them() -> None:
    with pytest.raises(DefinitionError, match="named twice"):
        banner(WAVE, ["q", "q"])
    with pytest.raises(DefinitionError, match="Without a survey definition"):
        banner(WAVE)
    with pytest.raises(DefinitionError, match="Without a survey definition"):
        banner(WAVE, by="g")


def test_a_banner_asks_everything_of_the_definition(tmp_path: Path) -> None:
    wave = read_wave(load_survey(mini(tmp_path)), "2025")
    everything = banner(wave).frame
    assert everything["breakdown"].unique().tolist() == ["total", "sex", "age_group"]
    kinds = {q.id: q.type for q in wave.survey.questions.values()}
    asked = {name for name, kind in kinds.items() if kind in ("single", "multiple", "rating")}
    assert set(everything["question"]) == asked
    assert asked < set(kinds)
    undivided = banner(wave, "trust").frame
    assert undivided["breakdown"].unique().tolist() == ["total"]
    one = banner(wave, by="sex").frame
    assert one["breakdown"].unique().tolist() == ["total", "sex"]
    assert set(one["question"]) == asked
