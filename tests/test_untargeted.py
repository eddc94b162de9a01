"""Answers of a margin that have no target: what is published of the others tells nothing of them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import padai
from padai.errors import DefinitionError, WeightingError
from padai.pipeline.parts.confidential import shown_of
from padai.pipeline.tables.aggregation import estimate_part
from padai.survey import load_survey
from padai.waves.reading import read_wave
from tests.builders import mini, respondents

SENSITIVE = {
    "scale: {codes: {F: {fr: F, en: F}, M: {fr: M, en: M}}}}":
    "sensitive: true, scale: {codes: {F: {fr: F, en: F}, M: {fr: M, en: M}, X: {fr: X, en: X}}}}",
}  # fmt: skip
MARGIN = "weighting: {method: rake, margins: [sex]}"


def published(folder: Path, loose: str, few: int) -> pd.DataFrame:
    """Return what goes out of one wave in which `few` people gave the answer X."""
    sex = np.array(["F"] * 99 + ["M"] * (101 - few) + ["X"] * few)
    rows = respondents(200, sex=np.random.default_rng(3).permutation(sex))
    changed = {**SENSITIVE, MARGIN: MARGIN.replace("]}", f"], untargeted: {{{loose}}}}}")}
    survey = load_survey(mini(folder, {"2025": rows}, replace=changed, waves=("2025",)))
    wave = read_wave(survey, "2025")
    return shown_of(survey, "main", estimate_part(survey, (wave,)), waves=(wave,))


def figures(frame: pd.DataFrame, question: str) -> pd.DataFrame:
    return frame[(frame["question"] == question) & frame["estimate"].notna()]


@pytest.mark.parametrize("loose", ["sex: [X]", 'sex: [X, "99"]'])
def test_a_share_that_weights_are_held_to_is_withheld_with_the_rare_answer_without_target(
    tmp_path: Path, loose: str
) -> None:
    """Women are 51 % of those with a target: 50,2 % of all says that the others are 1,6 %."""
    out = published(tmp_path, loose, few=3)
    assert figures(out, "sex").empty
    assert set(out.loc[out["question"] == "sex", "flag"]) == {"x"}
    assert len(figures(out, "trust")) > 5
    assert out.loc[out["question"] == "trust"].query("group == 'F'")["estimate"].notna().any()


@pytest.mark.parametrize(("loose", "few"), [('sex: ["99"]', 3), ("sex: [X]", 12)])
def test_what_tells_nothing_stays(tmp_path: Path, loose: str, few: int) -> None:
    """Nobody without a target is in the table, or everybody of it may be shown."""
    out = published(tmp_path, loose, few)
    assert figures(out, "sex").query("breakdown == 'total'")["response"].isin(["F", "M"]).any()


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("untargeted: {age: [X]}", "`untargeted:` names the margin 'age'"),
        ("untargeted: {sex: [F]}", "names the cell 'F' of margin 'sex', which has a target"),
        (
            "collapse: [{margin: age, cells: [F, M], into: FM}]",
            "`collapse:` names the margin 'age'",
        ),
        ("collapse: [{margin: sex, cells: [F, X], into: FX}]", "names the cell 'X'"),
    ],
)
def test_a_rule_of_what_is_not_there_is_refused(tmp_path: Path, rule: str, said: str) -> None:
    """It did nothing, without a word."""
    survey = load_survey(mini(tmp_path, replace={MARGIN: f"{MARGIN[:-1]}, {rule}}}"}))
    with pytest.raises(DefinitionError, match=said):
        survey.targets("2025", "main")


def test_a_verb_refuses_a_margin_without_targets_in_the_same_sentence(tmp_path: Path) -> None:
    """A verb and a definition said the same fault in two ways."""
    broken = {MARGIN: f"{MARGIN[:-1]}, untargeted: {{age: [X]}}}}"}
    with pytest.raises(DefinitionError) as declared:
        load_survey(mini(tmp_path / "a", replace=broken)).targets("2025", "main")
    wave = read_wave(load_survey(mini(tmp_path / "b")), "2025")
    with pytest.raises(WeightingError) as given:
        padai.rake(wave, {"sex": {"F": 0.5, "M": 0.5}}, untargeted={"age": ["X"]})
    rest = "names the margin 'age', which is none of this weighting: the rule would do nothing."
    assert rest in str(declared.value) and rest in str(given.value)
