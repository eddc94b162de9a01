"""What the error of a total tells of people of one weight, raked to two margins."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.outsider.attacks.raked_errors import attack_raked_errors
from tests.outsider.judge import Judge, Verdict
from tests.outsider.night import outsider
from tests.outsider.questionnaire import read_questionnaire
from tests.outsider.release import read_release
from tests.outsider.worlds.building import built
from tests.outsider.worlds.generator import bare, write_world


def attacked(project: Path, seed: int, without: str = "") -> Verdict:
    survey = write_world(bare(seed, people=330, weighted=True, two_margins=True), project)
    asked = read_questionnaire(survey)
    release = read_release(built(survey, without=without), asked, pages=False)
    return Judge(asked).judged(attack_raked_errors(release))


@pytest.mark.parametrize(("seed", "told"), [(0, (2, 2)), (4, (2, 5)), (8, (1, 1))])
def test_the_error_of_the_whole_tells_the_ill_of_a_small_region(
    tmp_path: Path, seed: int, told: tuple[int, int]
) -> None:
    """Where errors are taken for no equation, one printed error leaves a count of few, or one alone."""
    found = attacked(tmp_path, seed, without="spreads")
    assert [(claim.low, claim.high) for claim, _ in found.breaches] == [told]
    assert not found.false


@pytest.mark.parametrize("seed", [0, 4, 8])
def test_nothing_is_told_by_what_goes_out(tmp_path: Path, seed: int) -> None:
    found = attacked(tmp_path, seed)
    assert not found.breaches and not found.false


def test_a_night_attacks_such_worlds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.outsider.night._world", lambda *_: None)
    monkeypatch.setattr("tests.outsider.night._versions", lambda *_: None)
    found = outsider(3)
    assert found["worlds raked to two margins"] == 1
    assert found["cells that an error of theirs tells"] == 0 and found["ok"]
