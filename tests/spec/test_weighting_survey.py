"""Weighting a wave by its survey's definition: missing codes, breakdowns, merged cells, sources."""

from __future__ import annotations

import numpy as np
import pytest

from padai.errors import WeightingError
from padai.estimation.proportions import proportion
from padai.survey import load_survey
from padai.waves import read_wave
from padai.weighting import rake, weighting_margins, weighting_summary
from tests.builders import mini, respondents

MARGINS = "margins: [sex, age_group, trust]"
TARGETS = """\
main,sex,M,0.5,given,Recensement,2021
main,age_group,18-34,300,approximation,ISQ,2022
main,age_group,35+,700,approximation,ISQ,2022
main,trust,1,2,given,Registre,2023
main,trust,2,3,given,Registre,2023
main,trust,3,3,given,Registre,2023
main,trust,4,2,given,Registre,2023
"""


def _survey(folder, weighting=MARGINS, targets=TARGETS, **columns):
    replace = {"margins: [sex]": weighting, "main,sex,M,0.5,given,Recensement,2021\n": targets}
    return load_survey(mini(folder, {"2025": respondents(**columns)}, replace=replace))


def _raked(survey):
    return rake(read_wave(survey, "2025"), survey.targets("2025"))


def _shares(targets):
    """Targets as shares, which a file must have where another margin has them."""
    return (
        targets.replace(",300,", ",0.3,")
        .replace(",700,", ",0.7,")
        .replace(",1,2,", ",1,0.2,")
        .replace(",2,3,", ",2,0.3,")
        .replace(",3,3,", ",3,0.3,")
        .replace(",4,2,", ",4,0.2,")
    )


def _trust(*, refused=0, blank=0):
    values = np.array([1.0, 2, 3, 4] * 50)
    values[:refused] = 99
    values[200 - blank :] = np.nan
    return values


def test_a_missing_code_is_named_or_refused(tmp_path):
    targets = _shares(TARGETS)
    survey = _survey(tmp_path, targets=targets, trust=_trust(refused=6))
    with pytest.raises(WeightingError) as caught:
        _raked(survey)
    for part in ("mini", "2025", "main", "margin 'trust'", "'99' (6)", "untargeted"):
        assert part in str(caught.value)


def test_a_missing_code_takes_no_part_where_it_is_listed(tmp_path):
    weighting = MARGINS + ", untargeted: {trust: [99, 98]}"
    survey = _survey(tmp_path, weighting, _shares(TARGETS), trust=_trust(refused=6))
    done = _raked(survey)
    assert weighting_summary(done)["untargeted"] == {"trust": 6}
    trust = proportion(done, "trust", where={"trust": ["1", "2", "3", "4"]}, ci="mean").frame
    found = trust.set_index(trust["response"].astype(str))
    assert found.loc[["1", "2", "3", "4"], "estimate"].tolist() == pytest.approx(
        [0.2, 0.3, 0.3, 0.2]
    )
    assert found.loc[["1", "2", "3", "4"], "std_error"].max() < 1e-9
    ages = np.bincount(done.codes("age_group").codes, done.weights)
    assert ages / ages.sum() == pytest.approx([0.3, 0.7])


def test_a_blank_is_another_matter_than_a_code(tmp_path):
    weighting = MARGINS + ", untargeted: {trust: [99]}"
    survey = _survey(tmp_path, weighting, _shares(TARGETS), trust=_trust(refused=2, blank=3))
    with pytest.raises(WeightingError, match="3 respondents have no answer"):
        _raked(survey)
    (tmp_path / "named").mkdir()
    named = MARGINS + ", untargeted: {trust: [99, missing]}"
    survey = _survey(tmp_path / "named", named, _shares(TARGETS), trust=_trust(refused=2, blank=3))
    assert _raked(survey).calibrations[0].untargeted == {"trust": 5}


def test_a_breakdown_of_ages_is_a_margin_and_an_age_out_of_it_is_refused(tmp_path):
    ages = np.arange(200) % 60 + 18.0
    ages[:3] = 12
    survey = _survey(tmp_path, "margins: [age_group]", _shares(TARGETS), age=ages)
    with pytest.raises(WeightingError, match="margin 'age_group': 3 respondents"):
        _raked(survey)


def test_a_collapse_rule_of_the_definition_is_followed_and_logged(tmp_path):
    rule = "{margin: trust, cells: [3, 4], into: low}"
    weighting = f"{MARGINS}, collapse: [{rule}]"
    survey = _survey(tmp_path, weighting, _shares(TARGETS), trust=_trust())
    done = _raked(survey)
    table = weighting_margins(done)
    assert table.loc[table["margin"] == "trust", "cell"].tolist() == ["1", "2", "low"]
    assert weighting_summary(done)["collapsed"] == [
        {"margin": "trust", "cells": ["3", "4"], "into": "low", "n": 100}
    ]


def test_sources_and_dates_of_targets_stay_with_the_margins(tmp_path):
    done = _raked(_survey(tmp_path, targets=_shares(TARGETS), trust=_trust()))
    table = weighting_margins(done).drop_duplicates("margin").set_index("margin")
    assert table.loc["age_group", ["status", "source", "date"]].tolist() == [
        "approximation",
        "ISQ",
        "2022",
    ]
    assert table.loc["trust", "source"] == "Registre"
    assert (weighting_margins(done)["difference"].abs() < 1e-10).all()


def test_what_was_done_is_in_the_provenance_as_plain_values(tmp_path):
    import json

    done = _raked(_survey(tmp_path, targets=_shares(TARGETS), trust=_trust()))
    (step,) = json.loads(json.dumps(done.provenance["weighting"]))
    assert step["verb"] == "rake"
    assert step["margins"] == ["sex", "age_group", "trust"]
    assert step["misfit"] < 1e-10
