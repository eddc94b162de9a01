"""What the README says to type works, and the French one says to type the same."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from padai.cli import main

ROOT = Path(__file__).parents[1]


def commands(name: str) -> list[str]:
    """Return the commands of a README, without what is said beside them."""
    lines = re.findall(r"^    (padai [^#\n]*)", (ROOT / name).read_text(encoding="utf-8"), re.M)
    return [" ".join(line.split()) for line in lines]


_TRIED = (
    "validate",
    "weight",
    "estimate",
    "trend",
    "plan",
    "seal",
    "audit",
    "release",
    "skill",
    "pages",
)
SEEN = [c for c in commands("README.md") if c.split()[1] in _TRIED]


def test_both_languages_say_to_type_the_same() -> None:
    assert len(commands("README.md")) >= 14
    assert commands("README.md") == commands("LISEZMOI.md")


@pytest.fixture(scope="module")
def project(built_example: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("readme") / "project"
    shutil.copytree(built_example, folder)
    return folder


@pytest.mark.parametrize("command", SEEN)
def test_what_looks_at_a_survey_runs_as_it_is_written(
    project: Path, command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(project)
    with pytest.raises(SystemExit) as ended:
        main(shlex.split(command)[1:])
    assert ended.value.code == 0
    told = capsys.readouterr()
    assert told.out.strip()
    assert "Traceback" not in told.err
