"""Planted faults are found, clean waves are not accused, and the page of the docs says so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from padai.validation import CHECKS
from tests.planted_faults import (
    FAULTS,
    HEAD,
    Fault,
    accused,
    catalogue,
    finding_of,
    found_with,
    planted_survey,
)

PAGE = Path(__file__).parents[1] / "docs" / "planted-faults.md"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return planted_survey(tmp_path_factory.mktemp("planted"))


@pytest.mark.parametrize("fault", FAULTS, ids=lambda f: f"{f.check}-{f.en}".replace(" ", "_"))
def test_a_planted_fault_is_found(folder: Path, fault: Fault) -> None:
    found = found_with(folder, fault)
    item = finding_of(found, fault)
    assert item is not None, [(i.check, i.column) for i in found.items]
    assert item.severity == CHECKS[fault.check].severity
    assert found.ok == (not any(i.severity == "error" for i in found.items))
    for text in item.messages.values():
        assert not re.search(r"\{\w*\}", text)
        assert fault.column in text


@pytest.mark.parametrize("stage", ["delivered", "weighted"])
def test_the_same_wave_without_a_fault_passes_every_check(folder: Path, stage: str) -> None:
    found = found_with(folder, None, stage)
    assert found.items == ()
    assert found.not_run == ()
    assert set(found.passed) == {c.id for c in CHECKS.values() if stage in c.stages}


def test_each_check_has_a_planted_fault_and_there_are_eighty_four() -> None:
    assert len(FAULTS) == 84
    assert {fault.check for fault in FAULTS} == set(CHECKS)
    assert len({(f.check, f.column, f.en) for f in FAULTS}) == 84


def test_the_page_is_that_of_the_catalogue() -> None:
    """The page lists these faults, each with the severity under which it is found."""
    page = PAGE.read_text(encoding="utf-8")
    assert page.startswith(HEAD)
    rows = re.findall(r"^\| \d+ \| `(\w+)` \| (?:`(\w+)`)? \| .* \| (.*) \| (.*) \|$", page, re.M)
    told = {"error": "erreur / error", "warning": "avertissement / warning"}
    wanted = [(f.check, f.column, f.en, told[CHECKS[f.check].severity]) for f in FAULTS]
    assert rows == wanted


def test_the_page_says_that_few_clean_waves_were_accused() -> None:
    page = PAGE.read_text(encoding="utf-8")
    numbers = [int(n) for n in re.findall(r"\| (\d+)(?: \([\d.]+%\)| / \d+)? \|$", page, re.M)]
    caught, passed, waves, errors, unexplained, _ = numbers[:6]
    assert (caught, passed) == (84, len(CHECKS))
    assert waves >= 200
    assert errors <= 2
    assert unexplained <= 0.1 * waves


def test_clean_simulated_waves_are_not_accused() -> None:
    """Few enough to be quick: the page has the two hundred."""
    clean = accused(2, seed=1_000)
    assert (clean.waves, clean.errors, clean.unexplained) == (4, 0, 0)


def test_a_fault_that_no_check_finds_is_told_as_missed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "tests.planted_faults.FAULTS", (Fault("unknown_code", "trust", "rien", "none"),)
    )
    table, caught = catalogue(folder)
    assert caught == 0
    assert "manquée / missed" in table
