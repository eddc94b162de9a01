"""A row without weight in a survey's file: refused, outside, or of weight zero, as declared."""

from __future__ import annotations

import numpy as np
import pytest

import padai
from padai.errors import DefinitionError, DesignError
from padai.waves.reading import read_delivery
from padai.weighting import weighting_summary
from tests.builders import mini, respondents

BLANK = 7


def _survey(folder, rule, value=np.nan):
    rows = respondents()
    weights = rows["w"].astype(float).to_numpy(copy=True)
    weights[:BLANK] = value
    line = f", missing_weight: {rule}" if rule else ""
    return padai.load_survey(
        mini(folder, {"2025": rows.assign(w=weights)}, replace={"weight: w": f"weight: w{line}"})
    )


def _weight_findings(survey):
    frame = padai.validate(read_delivery(survey, "2025"), stage="delivered").frame
    return [check for check in frame["check"] if check in ("weight_missing", "weight_not_positive")]


def test_unsaid_it_is_a_finding_and_no_wave(tmp_path):
    survey = _survey(tmp_path, "")
    assert _weight_findings(survey) == ["weight_missing"]
    with pytest.raises(DesignError, match=f"found {BLANK} missing.*missing_weight"):
        padai.read_wave(survey, "2025")


@pytest.mark.parametrize(("rule", "rows"), [("outside", 200 - BLANK), ("zero", 200)])
def test_said_it_is_counted_and_no_finding(tmp_path, rule, rows):
    survey = _survey(tmp_path, rule)
    assert _weight_findings(survey) == []
    wave = padai.read_wave(survey, "2025")
    assert len(wave) == rows
    assert wave.provenance["missing_weight"] == {"rule": rule, "n": BLANK}
    assert (wave.weights > 0).sum() == 200 - BLANK
    told = weighting_summary(wave)
    assert np.isfinite([told["g_min"], told["g_max"]]).all()
    raked = padai.rake(wave, survey.targets("2025"))
    assert np.isfinite(padai.proportion(raked, "trust", by="sex").frame["std_error"]).all()


@pytest.mark.parametrize(("rule", "found"), [("", 1), ("outside", 1), ("zero", 0)])
def test_a_zero_that_was_delivered_is_a_finding_unless_zero_is_declared(tmp_path, rule, found):
    assert len(_weight_findings(_survey(tmp_path, rule, value=0.0))) == found


def test_another_word_is_refused_with_its_place(tmp_path):
    with pytest.raises(DefinitionError, match=r"waves/2024\.yaml.*missing_weight"):
        _survey(tmp_path, "drop")
