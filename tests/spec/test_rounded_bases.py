"""Bases are rounded only where a share does not tell them exactly."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

import padai
from padai.disclosure.rounded_bases import refuse_told_bases
from padai.errors import PublicationError
from padai.pipeline.parts.preparation import Prepared
from padai.pipeline.tables.aggregation import tables_of
from tests.builders import mini, respondents


def bases(counts: list[int], near: int) -> list[int]:
    """Return the bases near a rounded one of which every printed share is a fraction."""
    shares = [round(k / sum(counts), 3) for k in counts]
    around = range(near - 2, near + 3)
    return [n for n in around if all(round(round(p * n) / n, 3) == p for p in shares)]


def test_shares_of_people_who_weigh_alike_are_fractions_of_one_base_alone() -> None:
    """Why it is refused: 65 is printed, and 63 is the one base of which these are shares."""
    assert bases([20, 32, 6, 5], 65) == [63]


@pytest.mark.parametrize("weights", [np.ones(80), np.repeat([0.5, 1.5], 40)])
def test_a_part_whose_people_weigh_alike_is_refused(tmp_path: Path, weights: np.ndarray) -> None:
    data = {
        w: respondents(len(weights), first_id=1 + 1000 * k, w=weights)
        for k, w in enumerate(("2024", "2025"))
    }
    survey = padai.load_survey(mini(tmp_path, data))
    rounding = type(survey.confidentiality).model_validate({"rounding": {"bases": 5}})
    survey = survey.model_copy(update={"confidentiality": rounding})
    waves = tuple(padai.read_wave(survey, w) for w in survey.waves)
    with pytest.raises(PublicationError, match=r"rounding") as caught:
        tables_of(survey, "2025", {"main": Prepared(waves, ())}, lambda _: None)
    assert "2024, main" in str(caught.value)
    refuse_told_bases(survey, "2025", "main", np.linspace(0.5, 2.0, 80))


def test_a_group_whose_people_weigh_alike_is_refused(tmp_path: Path) -> None:
    """As weights made of regions alone do: four weights in all, and two within each group."""
    data = {
        w: respondents(
            80,
            first_id=1 + 1000 * k,
            w=np.repeat([0.5, 1.0, 1.5, 2.0], 20),
            sex=np.repeat(["F", "M"], 40),
        )
        for k, w in enumerate(("2024", "2025"))
    }
    survey = padai.load_survey(mini(tmp_path, data))
    rounding = type(survey.confidentiality).model_validate({"rounding": {"bases": 5}})
    survey = survey.model_copy(update={"confidentiality": rounding})
    waves = tuple(padai.read_wave(survey, w) for w in survey.waves)
    with pytest.raises(PublicationError, match=r"group F of breakdown sex ") as caught:
        tables_of(survey, "2025", {"main": Prepared(waves, ())}, lambda _: None)
    assert "2024, main" in str(caught.value)
