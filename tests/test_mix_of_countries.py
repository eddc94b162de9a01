"""Codes are not called exchanged where only the mix of countries changed, and are where they were."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from tests.planted_faults import Change, Fault, _and, _exchanged, found_with, planted_survey

SIDES = ("h10", "h11", "h12", "h13")
FIRST, LATER = (0.42, 0.42, 0.08, 0.08), (0.08, 0.08, 0.42, 0.42)
APART = (0.5, 0.5, 0.0, 0.0)
"""Shares of four countries: in the first two those who say 1 to h20 say 1 to the rest, taken
together; in the others they say 2. Within none do they say one or the other."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return planted_survey(tmp_path_factory.mktemp("mix"))


def mixed(shares: tuple[float, ...], within: float = 0.0) -> Change:
    """Answers by country (g3); `within`: how far h20 goes with the rest inside of each."""

    def change(frame: pd.DataFrame) -> pd.DataFrame:
        rng = np.random.default_rng(len(frame) + int(frame["id"].iloc[0]))
        country = rng.choice(4, len(frame), p=shares)
        says = rng.random(len(frame)) < np.array([0.85, 0.15, 0.85, 0.15])[country]
        high = np.array([0.8, 0.2, 0.2, 0.8])[country]
        if within:
            high = np.where(says, 0.5 + within, 0.5 - within)
        frame = frame.assign(g3=country + 1.0, h20=np.where(says, 1.0, 2.0))
        sides = {n: np.where(rng.random(len(frame)) < high, 1.0, 2.0) for n in SIDES}
        return frame.assign(**sides)

    return change


def told(folder: Path, rows: Change, before: Change) -> set[tuple[str, str]]:
    found = found_with(folder, Fault("", "", "", "", rows, before))
    return {(item.check, item.column) for item in found.items}


@pytest.mark.parametrize("later", [LATER, APART[::-1]], ids=["the same countries", "others"])
def test_another_mix_of_countries_is_no_exchange(folder: Path, later: tuple[float, ...]) -> None:
    first = APART if later[0] == 0 else FIRST
    found = told(folder, mixed(later), mixed(first))
    assert not {item for item in found if item[0] in ("codes_exchanged", "column_shifted")}
    assert ("distribution_shift", "g3") in found, "the mix is told for what it is"


def test_codes_exchanged_within_countries_are_found_in_another_mix(folder: Path) -> None:
    swapped = _and(mixed(LATER, 0.35), _exchanged("h20", 1.0, 2.0))
    assert ("codes_exchanged", "h20") in told(folder, swapped, mixed(FIRST, 0.35))
    assert ("codes_exchanged", "h20") not in told(folder, mixed(LATER, 0.35), mixed(FIRST, 0.35))
