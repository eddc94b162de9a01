"""Templates that run Python of their own, where the system can hold them and where it cannot."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from padai.errors import RenderError
from padai.pipeline.machinery import publisher_process
from padai.publishing.engine.trust import own_cells, trusted
from tests.small_example import init_small_example

SHIPPED = Path(str(resources.files("padai.publishing") / "templates"))
CELL = "```{python}\n1 + 1\n```\n"


def test_only_templates_that_run_python_and_are_the_project_s_count(tmp_path: Path) -> None:
    shutil.copytree(SHIPPED, tmp_path, dirs_exist_ok=True)
    assert own_cells(tmp_path) == []
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "page.qmd").write_text(CELL)  # no report is made of it
    (tmp_path / "fr" / "_ouverture.qmd").write_text("Un texte à soi.\n")
    assert own_cells(tmp_path) == []
    (tmp_path / "fr" / "_methode.qmd").write_text(CELL)
    (tmp_path / "fr" / "presse.qmd").write_text("Il y a `{python} 1 + 1` raisons.\n")
    (tmp_path / "_own").mkdir()
    (tmp_path / "_own" / "_x.qmd").write_text("~~~~ {python}\n~~~~\n")
    assert own_cells(tmp_path) == ["_own/_x.qmd", "fr/_methode.qmd", "fr/presse.qmd"]
    assert own_cells(tmp_path / "nowhere") == own_cells(None) == []


def test_they_run_where_the_system_holds_them_or_somebody_trusts_them(tmp_path: Path) -> None:
    (tmp_path / "own.qmd").write_text(CELL)
    assert trusted(tmp_path, held=True, trust=False) == []
    assert trusted(tmp_path, held=False, trust=True) == ["own.qmd"]
    with pytest.raises(RenderError) as told:
        trusted(tmp_path, held=False, trust=False)
    for text in told.value.texts.values():
        assert "own.qmd" in text
        assert "--trust-templates" in text


@pytest.fixture
def without_the_system_s_lock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Start the publishing process as on a system that has no such lock."""
    start = publisher_process.subprocess.Popen
    script = (
        "import sys\nfrom padai.publishing.engine.sandbox import landlock\nlandlock.version = lambda: 0\n"
        "from padai.publishing.__main__ import main\nsys.exit(main())"
    )

    def popen(command: list[str], **more: Any) -> subprocess.Popen[str]:
        publishing = command[1:] == ["-m", "padai.publishing"]
        return start([sys.executable, "-c", script] if publishing else command, **more)

    monkeypatch.setattr(publisher_process.subprocess, "Popen", popen)


@pytest.mark.usefixtures("without_the_system_s_lock")
def test_a_release_says_what_was_run_on_trust(tmp_path: Path) -> None:
    import padai

    folder = tmp_path / "project"
    survey = init_small_example(folder)
    own = folder / "reports" / "fr" / "_ouverture.qmd"
    own.parent.mkdir(parents=True, exist_ok=True)
    shipped = (SHIPPED / "fr" / "_ouverture.qmd").read_text(encoding="utf-8")
    own.write_text(shipped + "\nUn mot de plus.\n", encoding="utf-8")
    with pytest.raises(RenderError, match="--trust-templates"):
        padai.build(survey, engine="embedded", record=False)
    made = padai.build(
        survey, engine="embedded", formats=["html"], record=False, trust_templates=True
    )
    manifest = next(path for kind, _, path in made.files if kind == "manifest")
    parameters = json.loads(manifest.read_text(encoding="utf-8"))["parameters"]
    assert parameters["trusted_templates"] == ["fr/_ouverture.qmd"]


def test_a_release_of_padai_s_own_templates_says_nothing_of_trust(built_example: Path) -> None:
    manifests = list(built_example.glob("releases/*/*/v*/interne/manifest.json"))
    assert manifests
    for manifest in manifests:
        assert "trusted_templates" not in json.loads(manifest.read_text())["parameters"]
