"""Wave-on-wave changes of the General Social Survey, with the covariance of shared respondents."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

import padai
from padai.waves import Stack

REFERENCE = json.loads((Path(__file__).parent / "gss-trust" / "r-survey.json").read_text())
SURVEY = Path(__file__).parents[2] / "surveys" / "gss-trust"
RELATIVE = 1e-9  # closed forms: sums in another order differ by rounding alone


@pytest.fixture(scope="module")
def stacked() -> Stack:
    survey = padai.load_survey(SURVEY)
    import os

    folder = os.environ["PADAI_GSS_DIR"]
    return padai.stack([padai.read_wave(survey, w, data_dir=folder) for w in survey.waves])


@pytest.mark.needs("gss")
@pytest.mark.parametrize("item", REFERENCE["items"])
@pytest.mark.parametrize("pair", ["2018-2016", "2020-2016", "2020-2018"])
def test_a_change_and_its_standard_error(stacked: Stack, item: str, pair: str) -> None:
    """R compares across the change of mode too, so the break is taken out of the definition."""
    later, earlier = pair.split("-")
    series = padai.trend(stacked, item, net="1")
    contrast = series.contrast({"d": {later: 1, earlier: -1}}).frame.iloc[0]
    expected = REFERENCE["items"][item]["diff"][pair]
    assert contrast["estimate"] == pytest.approx(expected["est"], rel=RELATIVE)
    assert contrast["std_error"] == pytest.approx(expected["se"], rel=RELATIVE)
    found = padai.difference(series, later, earlier).frame.iloc[0]
    if later == "2020":
        assert found["verdict"] == "not comparable"
        assert found["breaks"] != ""
        assert np.isnan(found["estimate"])
    else:
        assert found["estimate"] == pytest.approx(expected["est"], rel=RELATIVE)
        assert found["std_error"] == pytest.approx(expected["se"], rel=RELATIVE)


@pytest.mark.needs("gss")
@pytest.mark.parametrize("item", REFERENCE["items"])
def test_the_covariance_of_waves(stacked: Stack, item: str) -> None:
    series = padai.trend(stacked, item, net="1")
    expected = np.array(REFERENCE["items"][item]["net1_by_wave"]["vcov"])
    np.testing.assert_allclose(series.cov(), expected, rtol=RELATIVE, atol=1e-18)


@pytest.mark.needs("gss")
@pytest.mark.parametrize("item", REFERENCE["items"])
def test_the_linear_change_a_year(stacked: Stack, item: str) -> None:
    series = padai.trend(stacked, item, net="1")
    years = np.array([2016.0, 2018.0, 2020.0]) - 2018
    weights = dict(zip(("2016", "2018", "2020"), years / (years**2).sum(), strict=True))
    found = series.contrast({"slope": weights}).frame.iloc[0]
    expected = REFERENCE["items"][item]["diff"]["linear_per_year"]
    assert found["estimate"] == pytest.approx(expected["est"], rel=RELATIVE)
    assert found["std_error"] == pytest.approx(expected["se"], rel=RELATIVE)
