"""`rounding:` of what rests on several bases, and of several releases: no exact base comes back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from padai.errors import PublicationError
from padai.interchange import init_example
from padai.numerics.slopes import polynomial_contrasts
from padai.numerics.straight_line import line_weights
from padai.pipeline.parts.facts import tells_of_few
from padai.store import Store, inside_of, open_store, outside
from padai.store.coarse import at_rounded_bases, changes_at_rounded_bases
from padai.store.coarse_changes import Levels
from padai.store.schema import COLUMNS
from padai.survey import load_survey
from padai.survey.policies import Rounding
from padai.waves import read_wave
from padai.weighting import rake
from padai.words import LANGUAGES
from tests.builders import mini, respondents
from tests.outsider.worlds.building import built
from tests.outsider.worlds.generator import bare, people, write_world

STEP = 5
CELL = ["part", "wave", "question", "response", "breakdown", "group"]


@pytest.fixture(scope="module")
def rounded(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The example, had it declared that bases are rounded."""
    folder = tmp_path_factory.mktemp("example")
    init_example(folder)
    store = open_store(inside_of(built(folder / "surveys" / "example")))
    policy = store.survey.confidentiality.model_copy(update={"rounding": Rounding(bases=STEP)})
    return replace(store, survey=store.survey.model_copy(update={"confidentiality": policy}))


def levels_told(store: Store) -> pd.DataFrame:
    """Return the variances of levels at the rounded bases, as if printed to the last digit."""
    frames = [at_rounded_bases(n, store.tables[n], STEP) for n in ("estimates", "trends")]
    told = pd.concat(frames)[[*CELL, "std_error", "n_base"]].drop_duplicates(CELL)
    return told.astype(dict.fromkeys(CELL, str)).set_index(CELL)


def test_the_error_of_a_change_is_that_of_two_rounded_bases(rounded: Store) -> None:
    """Of two bases printed as 50 and 45, the error of the change left one pair: 48 and 47."""
    levels, told = Levels(rounded.tables, STEP), levels_told(rounded)
    exact = rounded.tables["differences"]
    over_time = exact["reference"].isin(rounded.survey.waves) & exact["std_error"].gt(0)
    made = at_rounded_bases("differences", exact, STEP, levels)[over_time.to_numpy()]
    assert len(made) > 100
    mine = made[CELL].astype(str)
    before = mine.assign(wave=made["reference"].astype(str))
    sides = [
        told["std_error"].reindex(pd.MultiIndex.from_frame(of)).to_numpy(float)
        for of in (mine, before)
    ]
    by_hand = np.hypot(*sides)
    assert np.isfinite(by_hand).all()
    assert np.allclose(made["std_error"].to_numpy(float), by_hand, rtol=1e-9)
    alone = at_rounded_bases("differences", exact, STEP)[over_time.to_numpy()]
    assert not np.allclose(alone["std_error"].to_numpy(float), by_hand, rtol=1e-3)


def test_the_error_of_a_slope_is_that_of_rounded_bases(rounded: Store) -> None:
    """Of the ends by hand; of the slope, that all of it is wider by one number."""
    levels, told = Levels(rounded.tables, STEP), levels_told(rounded)
    exact = rounded.tables["slopes"]
    made = changes_at_rounded_bases(rounded.tables, STEP, levels, rounded.survey)["slopes"]
    ends = made[(made["term"] == "ends") & made["std_error"].gt(0)]
    assert len(ends) > 3
    for row in ends.itertuples():
        sides = [
            told.loc[(row.part, wave, row.question, row.response, row.breakdown, row.group)]
            for wave in (row.first_wave, row.last_wave)
        ]
        assert row.std_error == pytest.approx(np.hypot(*[s["std_error"] for s in sides]), rel=1e-9)
        assert row.statistic == pytest.approx(row.estimate / row.std_error, rel=1e-9)
    slope = (exact["term"] == "slope") & (exact["on"] == "points") & exact["std_error"].gt(0)
    widened = made.loc[slope, "std_error"] / exact.loc[slope, "std_error"]
    assert (np.abs(widened - 1) > 1e-5).any()
    low = made.loc[slope, "estimate"] - made.loc[slope, "conf_low"]
    assert np.allclose(
        low / (exact.loc[slope, "estimate"] - exact.loc[slope, "conf_low"]), widened, rtol=1e-9
    )
    others = ~exact["term"].isin(("slope", "ends"))
    pd.testing.assert_frame_equal(made[others], exact[others])


def test_a_rate_of_outcome_is_that_of_the_rounded_counts(rounded: Store) -> None:
    """95.5% of 840 were 802.2: one of 842 interviews that were begun is 0.12 points."""
    for rate in outside(rounded).facts["outcome_rates"]["main"]:
        assert rate["value"] == round(rate["numerator"] / rate["denominator"], 3)


def test_the_sum_of_weights_does_not_count_people(rounded: Store) -> None:
    """Weights that a supplier makes add up to the number of people as a rule."""
    inside = rounded.facts["weighting"]["main"]["2025"]
    assert inside["total"] > 0
    told = outside(rounded).facts["weighting"]["main"]["2025"]
    assert "total" not in told and told["n"] % STEP == 0


def test_a_small_base_is_marked_by_what_is_told_of_it(rounded: Store) -> None:
    """98 told as 100 and marked as small would be 98 or 99."""
    frame = rounded.tables["estimates"]
    shown = frame["n_base"].notna() & frame["flag"].isin(("", "b"))
    rows = frame.index[shown][:4]
    bases, flags = pd.Series([98.0, 102.0, 57.0, 97.0], rows), pd.Series(["b", "", "b", "b"], rows)
    marked = frame.assign(
        n_base=frame["n_base"].astype(float).mask(frame.index.isin(rows), bases),
        flag=frame["flag"].astype(object).mask(frame.index.isin(rows), flags),
    )
    out = outside(replace(rounded, tables={**rounded.tables, "estimates": marked})).tables
    told = out["estimates"].loc[rows]
    assert told["n_base"].tolist() == [100, 100, 55, 95]
    assert told["flag"].tolist() == ["", "", "b", "b"]


def test_a_modelled_area_tells_no_error_of_its_exact_base(rounded: Store) -> None:
    row = {
        "part": "main", "model": "m", "kind": "level", "wave": "2025", "question": "trust_services",
        "response": "trust", "breakdown": "district", "group": "north", "estimate": 0.6123,
        "std_error": 0.0312, "conf_low": 0.5512, "conf_high": 0.6734, "borrowed": 0.374,
        "n_base": 57.0, "flag": "", "reason": "",
    }  # fmt: skip
    areas = pd.DataFrame([row]).reindex(columns=COLUMNS["small_areas"])
    store = replace(rounded, tables={**rounded.tables, "small_areas": areas})
    told = outside(store).tables["small_areas"].iloc[0]
    assert np.isnan(told["std_error"]) and told["n_base"] == 55
    assert (told["conf_low"], told["conf_high"], told["borrowed"]) == (0.55, 0.67, 0.4)


def test_bases_are_rounded_alike_in_every_release(tmp_path: Path) -> None:
    """75 as a multiple of 5 and 78 as one of 3 are 77 people."""
    world = bare(7, weighted=True, rounding=True)
    survey = write_world(world, tmp_path)
    built(survey)
    write_world(replace(world, version=2, status="corrected"), tmp_path, people(world))
    path = survey / "survey.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("bases: 5", "bases: 3"), "utf-8")
    with pytest.raises(PublicationError) as caught:
        built(survey)
    assert all("`rounding: {bases: 5}`" in caught.value.texts[lang] for lang in LANGUAGES)
    assert Rounding(bases=3).bases == 3


def test_weights_of_a_line_are_those_of_a_slope() -> None:
    rng = np.random.default_rng(185)
    for n in range(2, 12):
        times = np.sort(rng.uniform(2004, 2030, n))
        assert line_weights(times) == pytest.approx(
            polynomial_contrasts(times)[0], rel=1e-9, abs=1e-12
        )


@pytest.mark.parametrize("rounded_bases", [True, False])
def test_known_weights_do_not_tell_rounded_cells(tmp_path: Path, rounded_bases: bool) -> None:
    """A sixth of 223 people over the largest weight, 1.20, were 31 people, told as 30."""
    n = 223
    sex = np.where(np.arange(n) % 5 < 2, "F", "M")
    rows = respondents(n, sex=sex, age=np.where(np.arange(n) % 7 < 3, 25.0, 50.0), w=np.ones(n))
    survey = load_survey(mini(tmp_path, {"2025": rows}))
    if rounded_bases:
        policy = survey.confidentiality.model_copy(update={"rounding": Rounding(bases=STEP)})
        survey = survey.model_copy(update={"confidentiality": policy})
    margins = {"sex": {"F": 0.5, "M": 0.5}, "age_group": {"18-34": 0.4, "35+": 0.6}}
    assert tells_of_few(rake(read_wave(survey, "2025"), margins)) == rounded_bases
