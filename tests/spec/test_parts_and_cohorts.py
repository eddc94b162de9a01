"""Parts of a wave against each other, and people born in the same years."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pandas as pd
import pytest

import padai
from padai.design import Design
from padai.errors import DataError, DefinitionError, EstimationError
from padai.trends.cohorts import NOT_IDENTIFIED, with_cohorts
from padai.trends.parts import NAMES, part_contrast
from padai.waves import Wave, stack

# One part: 4 young (1 yes), 4 old (3 yes). The other: 2 young (1 yes), 6 old (6 yes).
ONE = [("young", 1), *[("young", 0)] * 3, *[("old", 1)] * 3, ("old", 0)]
OTHER = [("young", 1), ("young", 0), *[("old", 1)] * 6]


def part(people: list[tuple[str, int]], name: str, times: int = 1, seed: int = 0) -> Wave:
    frame = pd.DataFrame(people * times, columns=["age", "q"])
    frame["w"] = np.random.default_rng(seed).uniform(0.5, 2, len(frame)) if seed else 1.0
    return Wave(frame, Design(weight="w"), id="2025", part=name)


def test_raw_and_adjusted_by_hand() -> None:
    found = part_contrast(part(ONE, "phone"), part(OTHER, "web"), "q", net="1", by="age")
    raw, adjusted = found.frame["estimate"]
    assert raw == pytest.approx(4 / 8 - 7 / 8)
    assert adjusted == pytest.approx(0.5 * (0.25 - 0.5) + 0.5 * (0.75 - 1.0))
    assert found.frame["n"].tolist() == found.frame["n_reference"].tolist() == [8, 8]
    assert found.name == NAMES["parts"]
    variance = sum(p * (1 - p) / 7 for p in (4 / 8, 7 / 8))
    assert found.frame["std_error"].iloc[0] == pytest.approx(variance**0.5, rel=1e-12)
    assert found.frame["df"].tolist() == [14, 14]


def test_only_a_randomised_contrast_is_a_mode_effect() -> None:
    found = part_contrast(part(ONE, "a"), part(OTHER, "b"), "q", net="1", randomised=True)
    assert found.name["en"] == "mode effect"
    assert len(found.frame) == 1


def test_linearisation_agrees_with_the_jackknife() -> None:
    parts = [part(ONE, "phone", 40, seed=1), part(OTHER, "web", 40, seed=2)]
    linear = part_contrast(*parts, "q", net="1", by="age").frame
    jackknife = part_contrast(
        *(padai.replicate_weights(p, "jk1") for p in parts), "q", net="1", by="age"
    ).frame
    assert linear["estimate"].to_numpy() == pytest.approx(
        jackknife["estimate"].to_numpy(), rel=1e-12
    )
    assert linear["std_error"].to_numpy() == pytest.approx(
        jackknife["std_error"].to_numpy(), rel=0.01
    )


def test_a_group_that_the_other_part_lacks() -> None:
    with pytest.raises(EstimationError, match="'older'"):
        part_contrast(part([*ONE, ("older", 1)], "a"), part(OTHER, "b"), "q", net="1", by="age")


def aged(name: str, year: int, ages: list[float], first: int) -> Wave:
    frame = pd.DataFrame({"age": ages, "q": [1.0, 0.0] * (len(ages) // 2)})
    frame["who"] = np.arange(first, first + len(ages))
    return Wave(frame, Design(id="who"), id=name, date=dt.date(year, 6, 1))


YEARS = {"1946-1964": (1946, 1964), "1965-1980": (1965, 1980)}


def test_cohorts_grow_older() -> None:
    """In 2015 those of 35 were born in 1980, in 2025 those of 45."""
    waves = [aged("2015", 2015, [35, 36, 51, 52], 0), aged("2025", 2025, [45, 46, 44, 61], 10)]
    both = with_cohorts(stack(waves, overlap="none"), YEARS)
    codes = both.codes("cohort")
    assert codes.labels == tuple(YEARS)
    assert codes.codes.tolist() == [1, 1, 0, 0, 1, 1, -1, 0]
    series = padai.trend(both, "q", net="1", by="cohort").frame
    assert len(series) == 6
    assert "cohort" in NOT_IDENTIFIED["en"]


@pytest.mark.parametrize("years", [{"a": (1960, 1970), "b": (1970, 1980)}, {"a": (1970, 1960)}, {}])
def test_cohorts_that_overlap(years: dict[str, tuple[int, int]]) -> None:
    with pytest.raises(DefinitionError, match="apart"):
        with_cohorts(aged("1", 2015, [35, 36], 0), years)


def test_a_wave_without_a_date() -> None:
    wave = Wave(pd.DataFrame({"age": [20.0]}), Design(), id="1")
    with pytest.raises(DataError, match="no date"):
        with_cohorts(wave, YEARS)
