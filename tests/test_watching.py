"""A draft that is watched: a change is in its page at once, a fault is told, nothing is left behind."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from padai.errors import PadaiError
from padai.pipeline import build_draft, watch
from padai.pipeline.builds import watching
from padai.pipeline.builds.watching import WatchedChange
from tests.test_release_life import _small, edit

PAGE = "drafts/example/2025/fr/rapport-ebauche.html"
TITLE = "title: {fr: La confiance, en: Trust}"


def _children() -> set[str]:
    """The processes that this one started and did not wait for."""
    told = subprocess.run(
        ["ps", "-o", "pid=,comm=", "--ppid", str(os.getpid())],
        capture_output=True,
        text=True,
        check=False,
    ).stdout
    return {line.split()[0] for line in told.splitlines() if not line.endswith("ps")}


@pytest.fixture
def changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., list[WatchedChange]]]:
    """Watch a project through a row of changes, each made once the one before it was seen."""
    project = _small(tmp_path)
    before = _children()

    def through(*steps: Callable[[Path], None]) -> list[WatchedChange]:
        seen: list[WatchedChange] = []
        todo = list(steps)

        def tell(one: WatchedChange) -> None:
            seen.append(one)
            if todo:
                todo.pop(0)(project)

        def going_on() -> bool:
            return len(seen) <= len(steps)

        watch(project / "surveys" / "example", tell, going_on=going_on)
        return seen

    yield through
    assert _children() <= before


def test_a_change_is_seen_a_fault_is_told_and_the_watch_goes_on(
    changes: Callable[..., list[WatchedChange]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, survey = tmp_path / PAGE, tmp_path / "surveys" / "example" / "survey.yaml"
    made: dict[str, str] = {}
    estimated: list[str] = []
    scoped = watching.scoped

    def noted(*given: object) -> object:
        estimated.append("")
        return scoped(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(watching, "scoped", noted)

    def put(old: str, new: str) -> None:
        text = survey.read_text(encoding="utf-8")
        assert old in text
        survey.write_text(text.replace(old, new, 1), encoding="utf-8")

    def first(_project: Path) -> None:
        made["first"] = page.read_text(encoding="utf-8")
        put(TITLE, "title: {fr: Se fier, en: Trust}")

    def fault(_project: Path) -> None:
        made["text"] = page.read_text(encoding="utf-8")
        put("title: {fr: Se fier", "title: {fr: [Se fier")

    def template(project: Path) -> None:
        made["fault"] = page.read_text(encoding="utf-8")
        put("title: {fr: [Se fier", "title: {fr: La confiance")
        own = project / "reports" / "fr" / "_methode.qmd"
        own.parent.mkdir(parents=True, exist_ok=True)
        own.write_text("## À notre façon\n", encoding="utf-8")

    def wrong(project: Path) -> None:
        made["template"] = page.read_text(encoding="utf-8")
        own = project / "reports" / "fr" / "_methode.qmd"
        own.write_text("```{python}\nrapport.rien_de_tel()\n```\n", encoding="utf-8")

    def gone(project: Path) -> None:
        (project / "reports" / "fr" / "_methode.qmd").unlink()

    def counted(_project: Path) -> None:
        made["again"] = page.read_text(encoding="utf-8")
        edit(survey, "report_breakdowns: .*", "report_breakdowns: [age_group]")

    seen = changes(first, fault, template, wrong, gone, counted)
    faults = [place for place, one in enumerate(seen) if one.fault is not None]
    assert faults == [2, 4]
    assert "survey.yaml:" in str(seen[2].fault)
    assert "rien_de_tel" in str(seen[4].fault)
    assert "Se fier" in made["text"]
    assert "Se fier" not in made["first"]
    assert made["fault"] == made["text"]  # the page stays as it was
    assert "À notre façon" in made["template"]
    assert made["again"] == made["first"]
    assert len(estimated) == 2  # at first, and once another breakdown was asked for
    assert seen[0].page == page
    # what was watched is, byte for byte, what a draft from nothing gives
    last = page.read_bytes()
    build_draft(tmp_path / "surveys" / "example")
    assert page.read_bytes() == last


def test_a_definition_that_is_wrong_from_the_start_is_waited_for(
    changes: Callable[..., list[WatchedChange]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_given: object, **_kept: object) -> None:
        raise PadaiError("not yet", "pas encore")

    monkeypatch.setattr(watching, "build_draft", refused)
    seen = changes(lambda project: (project / "padai.yaml").open("a").write("\n"))
    assert [one.page for one in seen] == [None, None]
    assert all(str(one.fault) in ("not yet", "pas encore") for one in seen)
