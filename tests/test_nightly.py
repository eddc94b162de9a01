"""What the night rests on stands where it says, so that no night ends before it begins."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

import padai
from tests.nightly.mutants import EQUIVALENT


@pytest.mark.parametrize("path", EQUIVALENT)
def test_lines_of_equal_changes_are_in_their_module(path: str) -> None:
    text = (Path(padai.__file__).parent / f"{path}.py").read_text(encoding="utf-8")
    lines = {line.strip() for line in text.splitlines()}
    assert {line for line, _change in EQUIVALENT[path]} <= lines


@pytest.mark.parametrize("name", ["interruptions", "mutants", "parts", "run"])
def test_what_runs_at_night_alone_still_imports(name: str) -> None:
    assert import_module(f"tests.nightly.{name}")
