"""What the night rests on stands where it says, so that no night ends before it begins."""

from __future__ import annotations

import json
from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest

import padai
from tests.nightly import run
from tests.nightly.mutants import EQUIVALENT
from tests.outsider import night
from tests.outsider.worlds.generator import drawn


@pytest.mark.parametrize("path", EQUIVALENT)
def test_lines_of_equal_changes_are_in_their_module(path: str) -> None:
    text = (Path(padai.__file__).parent / f"{path}.py").read_text(encoding="utf-8")
    lines = {line.strip() for line in text.splitlines()}
    assert {line for line, _change in EQUIVALENT[path]} <= lines


@pytest.mark.parametrize("name", ["interruptions", "mutants", "parts", "run"])
def test_what_runs_at_night_alone_still_imports(name: str) -> None:
    assert import_module(f"tests.nightly.{name}")


def test_a_night_counts_apart_what_is_refused_by_weights(tmp_path: Path) -> None:
    """In world 664 seven people of a margin weigh more than the others: no search has failed."""
    of: Counter[str] = Counter()
    night._world(drawn(664), tmp_path, of)
    told = night.figures(1, of)
    assert told["that were refused for few who weigh more"] == 1
    assert told["that the gate stopped"] == 0


def test_the_report_is_what_the_night_would_write() -> None:
    """What was added to the report alone, the next night would have taken away."""
    kept = json.loads(run.KEPT.read_text(encoding="utf-8"))
    assert run.REPORT.read_text(encoding="utf-8") == run.report(kept)
