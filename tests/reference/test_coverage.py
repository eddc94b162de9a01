"""Every value of R's is compared by some test, or listed in NOT_COMPARED.md with the reason.

How a test says what it compares: `keys("file", "what", ...)` for every design of some calls, or
`compared("file", ["whole.key", ...])`, both of `tests.reference.model_designs`, at the top level of
the test module (most simply as the parameters of the test itself).
"""

from __future__ import annotations

import json
from fnmatch import fnmatchcase
from importlib import import_module
from pathlib import Path

import pytest

from tests.reference.model_designs import COMPARED

FOLDER = Path(__file__).parent
FILES = sorted(path.stem for path in FOLDER.glob("*.json"))
GSS_COMPARED = {"waves", "net1_by_wave", "diff", "logit_trend", "wave_by_degree"}


def _listed() -> list[tuple[str, str, str]]:
    text = (FOLDER / "NOT_COMPARED.md").read_text(encoding="utf-8")
    rows = [line.strip("|").split("|") for line in text.splitlines() if line.startswith("| ")]
    cells = [tuple(cell.strip().strip("`") for cell in row) for row in rows]
    return [(file, key, reason) for file, key, reason in cells if file != "file"]


def _refs(file: str) -> set[str]:
    return set(json.loads((FOLDER / f"{file}.json").read_text(encoding="utf-8"))["refs"])


@pytest.fixture(scope="module")
def declared() -> dict[str, set[str]]:
    for path in sorted(FOLDER.glob("test_*.py")):
        import_module(f"tests.reference.{path.stem}")
    return COMPARED


@pytest.mark.parametrize("file", FILES)
def test_every_value_is_compared_or_listed(file: str, declared: dict[str, set[str]]) -> None:
    patterns = [key for name, key, _ in _listed() if name == file]
    keys, seen = _refs(file), declared.get(file, set())
    excused = {key for key in keys if any(fnmatchcase(key, pattern) for pattern in patterns)}
    assert not keys - seen - excused, "neither compared nor listed"
    assert not seen & excused, "listed as not compared, and compared"


def test_every_excuse_is_of_use() -> None:
    for file, pattern, reason in _listed():
        assert any(fnmatchcase(key, pattern) for key in _refs(file)), f"{file}: {pattern}"
        assert len(reason) > 5


def test_the_values_of_real_waves() -> None:
    """The GSS file has other keys: `test_gss`, `test_gss_models`, `test_gss_differences`."""
    text = (FOLDER / "gss-trust" / "r-survey.json").read_text(encoding="utf-8")
    for item in json.loads(text)["items"].values():
        assert set(item) == GSS_COMPARED
