"""The verdict of a change under other choices."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import padai
from padai.errors import ComparisonError
from padai.trends.robustness import robustness
from padai.trends.schemes import base_weighted, untrimmed
from padai.waves import Wave
from tests.builders import mini, respondents


def answers(n: int, trusting: int, unknown: int) -> np.ndarray:
    """The first rows trust, the next do not know, the rest distrust."""
    return np.repeat([1.0, 98.0, 4.0], [trusting, unknown, n - trusting - unknown])


def rows(n: int, trusting: int, unknown: int, first: int) -> pd.DataFrame:
    sex = np.resize(["F", "M"], n)
    age = np.resize([20.0, 20.0, 20.0, 50.0, 50.0, 50.0, 50.0], n)
    trust = answers(n, trusting, unknown)
    return respondents(n, first_id=first, w=np.ones(n), trust=trust, sex=sex, age=age)


def weighted(folder: Path, **replace: str) -> padai.Stack:
    n = 1000
    data = {"2024": rows(n, 500, 0, 1), "2025": rows(n, 500, 120, 5001)}
    survey = padai.load_survey(mini(folder, data, replace=replace or None))
    read = [padai.read_wave(survey, wave) for wave in survey.waves]
    return padai.stack([padai.rake(w, survey.targets(w.id)) for w in read])


def test_dont_know_out_of_the_base_turns_the_verdict(tmp_path: Path) -> None:
    """500 of 1,000 trust in both waves; of those with an opinion, 500 of 880 do in the second."""
    frame = robustness(weighted(tmp_path), "trust").frame.set_index("variant")
    assert list(frame.index) == ["declared", "dont_know_out", "trimmed", "earlier_weighting"]
    assert frame.loc["declared", "verdict"] == "cannot_tell"
    row = frame.loc["dont_know_out"]
    assert row["verdict"] == "rose"
    assert row["estimate"] == pytest.approx(500 / 880 - 0.5, abs=1e-3)
    assert row["n_base"] == 880
    assert frame["differs"].tolist() == [False, True, False, False]
    assert frame.loc["earlier_weighting", "reason"] == "same_scheme"
    assert frame.loc["trimmed", "verdict"] == "cannot_tell"


def test_a_mean_has_no_dont_know_in_its_base(tmp_path: Path) -> None:
    frame = robustness(weighted(tmp_path), "trust", net="mean", family="scores").frame.set_index(
        "variant"
    )
    assert frame.loc["dont_know", "reason"] == "no_dont_know"
    assert frame.loc["declared", "verdict"] == "rose"


def test_dont_know_into_the_base(tmp_path: Path) -> None:
    out = {"kind: dont_know, in_base: true": "kind: dont_know"}
    frame = robustness(weighted(tmp_path, **out), "trust").frame.set_index("variant")
    assert frame.loc["declared", "verdict"] == "rose"
    assert frame.loc["dont_know_in", "verdict"] == "cannot_tell"
    assert frame.loc["dont_know_in", "n_base"] == 1000
    assert bool(frame.loc["dont_know_in", "differs"])


def test_the_earlier_scheme_meets_the_later_targets(tmp_path: Path) -> None:
    """2024 is raked by sex, 2025 by sex and age: by 2024's rule the later wave is raked by sex."""
    n = 1000
    folder = mini(tmp_path, {"2024": rows(n, 500, 0, 1), "2025": rows(n, 500, 0, 5001)})
    path = folder / "waves" / "2025.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("margins: [sex]", "margins: [sex, age_group]"), encoding="utf-8")
    targets = folder / "targets" / "2025.csv"
    cells = "main,age_group,18-34,0.7,given,R,2021\nmain,age_group,35+,0.3,given,R,2021\n"
    targets.write_text(targets.read_text(encoding="utf-8") + cells, encoding="utf-8")
    survey = padai.load_survey(folder)
    read = [padai.read_wave(survey, wave) for wave in survey.waves]
    both = padai.stack([padai.rake(w, survey.targets(w.id)) for w in read])
    frame = robustness(both, "trust").frame.set_index("variant")
    by_sex = padai.rake(read[1], {"sex": {"F": 0.5, "M": 0.5}})
    expected = padai.proportion(by_sex, "trust", net="trust").frame["estimate"].iloc[0]
    first = padai.proportion(both.waves[0], "trust", net="trust").frame["estimate"].iloc[0]
    row = frame.loc["earlier_weighting"]
    assert row["reason"] == ""
    assert row["estimate"] == pytest.approx(expected - first, abs=1e-12)
    assert row["estimate"] != pytest.approx(frame.loc["declared", "estimate"], abs=1e-4)


def test_limits_are_lifted(tmp_path: Path) -> None:
    n = 400
    weights = np.resize([0.5, 1.0, 1.0, 8.0], n)
    data = {
        wave: respondents(n, seed=k, first_id=1 + 1000 * k, w=weights)
        for k, wave in enumerate(("2024", "2025"))
    }
    survey = padai.load_survey(mini(tmp_path, data))
    read = [padai.read_wave(survey, wave) for wave in survey.waves]
    raked = [padai.rake(w, survey.targets(w.id)) for w in read]
    limited = [padai.trim(w, upper=5.0, rerake=True) for w in raked]
    assert untrimmed(limited[0]).weights == pytest.approx(raked[0].weights, rel=1e-9)
    assert np.array_equal(base_weighted(limited[0]).weights, read[0].weights)
    found = robustness(padai.stack(limited), "trust").frame.set_index("variant")
    plain = robustness(padai.stack(raked), "trust").frame.set_index("variant")
    assert found.loc["untrimmed", "estimate"] == pytest.approx(plain.loc["declared", "estimate"])
    assert plain.loc["trimmed", "estimate"] != pytest.approx(plain.loc["declared", "estimate"])


def test_limits_that_cannot_hold_are_said(tmp_path: Path) -> None:
    frame = robustness(weighted(tmp_path), "trust", trim_at=0.5).frame.set_index("variant")
    assert frame.loc["trimmed", "verdict"] == ""
    assert "trim" in frame.loc["trimmed", "reason"]
    assert not frame.loc["trimmed", "differs"]


def test_without_a_survey(tmp_path: Path) -> None:
    waves = []
    for k in (1, 2):
        frame = pd.DataFrame(
            {"q": np.repeat([1, 0], [500, 500]), "who": np.arange(1000) + 2000 * k}
        )
        waves.append(Wave(frame, padai.Design(id="who"), id=str(k)))
    both = padai.stack(waves, overlap="none")
    heavy = [w.reweighted(np.where(w.frame["q"] == 1, 1.0 + (w.id == "2"), 1.0)) for w in waves]
    other = padai.stack(heavy, overlap="none")
    with pytest.raises(ComparisonError, match="no family"):
        robustness(both, "q", net="1")
    frame = robustness(both, "q", net="1", family="main", alternatives={"heavy": other}).frame
    assert frame["variant"].tolist() == [
        "declared",
        "dont_know",
        "trimmed",
        "earlier_weighting",
        "heavy",
    ]
    assert frame["reason"].tolist()[1] == "no_survey"
    assert frame["verdict"].tolist()[-1] == "rose"
    assert frame["differs"].tolist() == [False, False, False, False, True]
