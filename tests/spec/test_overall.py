"""What is told of a whole series, and of a declared index: tiny waves, by hand."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

import padai
from padai.design import Design
from padai.errors import ComparisonError, DefinitionError
from padai.numerics.multiplicity import bh
from padai.survey.indices import Index
from padai.trends.followed_index import FollowedIndex, follow_index
from padai.trends.overall import over_all_waves
from padai.waves import Wave, stack
from tests.builders import mini, respondents


def series(shares: list[float], n: int = 100, groups: str = "FM") -> padai.Estimates:
    """Independent yearly waves of n people, of whom these shares say yes."""
    waves = []
    for place, share in enumerate(shares):
        yes = round(share * n)
        frame = pd.DataFrame(
            {"q": np.repeat([1.0, 0.0], [yes, n - yes]), "sex": np.resize(list(groups), n)}
        )
        waves.append(Wave(frame, Design(), id=f"w{place}", date=dt.date(2000 + place, 7, 1)))
    return padai.trend(stack(waves, overlap="none"), "q", net="1", by="sex")


def test_each_row_is_what_the_verb_of_that_name_gives() -> None:
    trend = series([0.40, 0.45, 0.42, 0.60, 0.66])
    told = over_all_waves(trend).frame
    assert told["term"].value_counts().to_dict() == {
        "bend": 9,
        "slope": 6,
        "joint": 3,
        "fit": 3,
        "ends": 3,
    }
    for on, found in (("points", padai.slope(trend)), ("logit", padai.slope(trend, on="logit"))):
        mine = told[(told["term"] == "slope") & (told["on"] == on)]
        for column in ("estimate", "std_error", "conf_low", "p_value"):
            assert mine[column].tolist() == found.frame[column].tolist()
    joint = told[told["term"] == "joint"]
    assert joint["statistic"].tolist() == padai.joint_test(trend).frame["statistic"].tolist()
    bends = told[told["term"] == "bend"]
    assert bends["p_adjusted"].tolist() == padai.bend_test(trend).frame["p_adjusted"].tolist()
    assert bends["wave"].tolist() == ["w1", "w2", "w3"] * 3


def test_slopes_are_adjusted_over_the_slopes_and_joint_tests_over_joint_tests() -> None:
    told = over_all_waves(series([0.40, 0.45, 0.60])).frame
    for term, on in (("slope", "points"), ("slope", "logit"), ("joint", "points")):
        mine = told[(told["term"] == term) & (told["on"] == on)]
        assert len(mine) == 3
        assert mine["p_adjusted"].tolist() == pytest.approx(bh(mine["p_value"]).tolist())


def test_two_waves_have_no_slope_of_their_own() -> None:
    """Between two waves a difference says all; three have a slope, five a bend, eight a level."""
    told = over_all_waves(series([0.40, 0.60])).frame
    assert set(told["reason"]) == {"too_few_comparable_waves"}
    assert told["estimate"].isna().all()
    assert set(told["term"]) == {"slope", "joint", "fit", "ends"}
    assert "bend" not in set(over_all_waves(series([0.4] * 4)).frame["term"])
    eight = over_all_waves(series([0.4, 0.45, 0.41, 0.47, 0.5, 0.52, 0.5, 0.56])).frame
    level = eight[(eight["term"] == "smooth") & (eight["breakdown"] == "total")]
    assert level["wave"].tolist() == [f"w{k}" for k in range(8)]
    assert level["estimate"].between(level["conf_low"], level["conf_high"]).all()


def test_only_the_series_asked_for_are_told() -> None:
    trend = series([0.40, 0.45, 0.60])
    told = over_all_waves(trend, among=trend.rows(breakdown="total")).frame
    assert set(told["breakdown"]) == {"total"}


def test_a_balance_has_no_log_odds(tmp_path: Path) -> None:
    net = "trust: {label: {fr: Total confiance, en: Total trust}, codes: [1, 2]}"
    gap = "gap: {label: {fr: Solde, en: Balance}, codes: [1, 2], minus: [3, 4]}"
    survey = padai.load_survey(mini(tmp_path, replace={net: f"{net}\n      {gap}"}))
    waves = stack([padai.read_wave(survey, w) for w in survey.waves], overlap="none")
    told = over_all_waves(padai.trend(waves, "trust", net="gap"), least=2).frame
    assert set(told["on"]) == {"points"}
    with pytest.raises(ComparisonError, match="is no share, and has no logit"):
        padai.slope(padai.trend(waves, "trust", net="gap"), on="logit")


# --- a declared index --------------------------------------------------------------------------


def index(**fields: Any) -> Index:
    text = {"fr": "a", "en": "a"}
    given = {
        "id": "i",
        "label": text,
        "high": text,
        "items": ["a", "b", "c"],
        "scores": {"1": 3, "2": 2, "3": 1, "4": 0},
        "declared": "2024-01-01",
    }
    return Index.model_validate({**given, **fields})


def questions(extra: str = "") -> dict[str, str]:
    """Return what makes three items without scores of the mini survey's questionnaire."""
    scale = "likert: {codes: {1: {fr: w, en: w}, 2: {fr: x, en: x}, 3: {fr: y, en: y}, 4: {fr: z, en: z}}}"
    items = "\n".join(
        f'  {name}: {{label: {{fr: {name}, en: {name}}}, wording: {{fr: "{name}?", en: "{name}?"}},'
        " scale: likert}"
        for name in "abc"
    )
    found = {"scales:\n": f"scales:\n  {scale}\n", "questions:\n": f"questions:\n{items}\n"}
    return found | ({"key_results:": f"{extra}\nkey_results:"} if extra else {})


def answered(n: int, first: int, common: float, turned: bool = False) -> pd.DataFrame:
    """Three items that share a cause; in the turned wave, c is answered at random and higher."""
    rng = np.random.default_rng(first)
    cause = rng.normal(size=n)
    columns = {}
    for name in "abc":
        noise = rng.normal(size=n)
        latent = common * cause + np.sqrt(1 - common**2) * noise
        if turned and name == "c":
            latent = -latent - 1.0
        columns[name] = 4.0 - np.digitize(latent, [-0.7, 0.0, 0.7])
    return respondents(n, first_id=first, w=np.ones(n), **columns)


def followed(folder: Path, later: pd.DataFrame, extra: str = "", **fields: Any) -> FollowedIndex:
    data = {"2024": answered(400, 1, 0.9), "2025": later}
    survey = padai.load_survey(mini(folder, data, replace=questions(extra)))
    waves = stack([padai.read_wave(survey, w) for w in survey.waves], overlap="none")
    return follow_index(waves, index(**fields))


def test_an_answer_without_a_score_is_not_left_out(tmp_path: Path) -> None:
    """It was, and the highest of the others became the end of the scale."""
    data = {"2024": answered(400, 1, 0.9), "2025": answered(400, 5001, 0.9)}
    survey = padai.load_survey(mini(tmp_path, data, replace=questions()))
    wave = padai.read_wave(survey, "2025")
    for scores in ({"1": 3, "2": 2, "3": 1}, {"2": 1, "1": 0}):
        with pytest.raises(DefinitionError, match="gives none to an answer of 'a'"):
            padai.with_index(wave, "j", ["a", "b", "c"], scores=scores)


def test_an_index_is_the_mean_of_its_scored_items(tmp_path: Path) -> None:
    later = answered(400, 5001, 0.9)
    found = followed(tmp_path, later)
    expected = ((4 - later[["a", "b", "c"]]) / 3 * 100).mean(axis=1).mean()
    assert found.means.frame["estimate"].iloc[-1] == pytest.approx(expected, rel=1e-12)
    assert found.reliability.verdicts
    assert found.failed == ()
    assert found.means_without is None
    assert found.change is not None
    assert found.change["verdict"].tolist() == ["cannot_tell"]


def test_a_margin_makes_an_index_stable(tmp_path: Path) -> None:
    margin = {"points": 20, "reason": {"fr": "r", "en": "r"}, "date": "2024-01-01"}
    found = followed(tmp_path, answered(400, 5001, 0.9), margin=margin)
    assert found.change is not None
    assert found.change["verdict"].tolist() == ["stable"]


def test_a_loose_index_has_no_verdict(tmp_path: Path) -> None:
    found = followed(tmp_path, answered(400, 5001, 0.2))
    assert found.reliability.reason == "reliability_under_0.70"
    assert found.change is not None
    assert found.change["verdict"].tolist() == [""]
    assert np.isfinite(found.change["estimate"]).all()


def test_two_items_left_make_no_series_without_the_third(tmp_path: Path) -> None:
    """What c means changed: it fails, and the two others are too few to go on with."""
    found = followed(tmp_path, answered(400, 5001, 0.9, turned=True))
    assert "c" in found.failed
    assert found.means_without is None


def test_a_break_of_one_item_is_a_break_of_the_index(tmp_path: Path) -> None:
    brk = (
        "breaks: [{id: b1, type: wording, date: 2025-01-01, text: {fr: r, en: r}, "
        "scope: {questions: [b]}}]"
    )
    found = followed(tmp_path, answered(400, 5001, 0.9), extra=brk)
    assert found.change is None
    assert found.comparable == ("2025",)
    assert found.breaks == ("b1",)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ("items: [a, b]", "an index needs 3 items or more"),
        ("items: [a, b, b]", "an index needs 3 items or more"),
        ("items: [a, b, trusty]", "there is no question 'trusty'"),
        ("items: [a, b, word]", "the answers of 'word' have no scores"),
        ("items: [a, b, c], scores: {1: 3, 9: 0}", "question 'a': there is no code '9'"),
        ("items: [a, b, c], scores: {1: 3, 2: 2, 3: 1}", r"none to an answer of 'a' \(4\)"),
        ("items: [a, b, c], reverse: [d]", "names 'd', which is not among the items"),
        ("items: [a, b, c], invariance: [age_grp]", "did you mean 'age_group'"),
    ],
)
def test_an_index_that_cannot_be_made_is_refused(tmp_path: Path, fields: str, said: str) -> None:
    scores = "" if "scores" in fields or "word" in fields else "scores: {1: 3, 2: 2, 3: 1, 4: 0}, "
    head = "label: {fr: i, en: i}, high: {fr: h, en: h}, declared: 2024-01-01"
    made = f"indices: {{i: {{{head}, {scores}{fields}}}}}"
    with pytest.raises(DefinitionError, match=said):
        padai.load_survey(mini(tmp_path, replace=questions(made)))
