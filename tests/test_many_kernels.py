"""Kernels that are copies of one process: as new as one that was started, and nothing left over."""

from __future__ import annotations

import os
import re
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pandas as pd
import psutil
import pytest

from padai.errors import RenderError
from padai.publishing import held_store, open_store
from padai.publishing.engine import many_kernels as module
from padai.publishing.engine.engines import render
from padai.publishing.engine.many_kernels import many_kernels, source_of_kernels
from padai.store.outside import write_outside

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="copies are of Linux")

WHO = 'import os; print(f"who:{os.getpid()} {os.getppid()}:who")'
MARKS = """\
import builtins, os, random, sys, types
import padai.words, padai.survey, pandas, matplotlib as mpl
builtins.mark = padai.words.mark = pandas.mark = "left"
sys.modules["mark"] = types.ModuleType("mark")
os.environ["MARK"] = "left"
mpl.rcParams["font.size"] = 77
pandas.options.display.precision = 3
os.chdir("/")
print("marked", os.environ["MARK"], mpl.rcParams["font.size"])
"""
LOOKED = """\
import builtins, os, sys
import padai.words, pandas, matplotlib as mpl
found = [hasattr(m, "mark") for m in (builtins, padai.words, pandas)]
found += ["mark" in sys.modules, "MARK" in os.environ, "marked_here" in globals()]
print("looked", any(found), mpl.rcParams["font.size"] == 77, pandas.options.display.precision)
print(os.path.basename(os.getcwd()), "made" in os.listdir(os.environ["HOME"]))
"""


def document(project: Path, name: str, *cells: str) -> str:
    project.mkdir(exist_ok=True)
    body = "\n".join(f"```{{python}}\n#| echo: false\n{cell}\n```\n" for cell in cells)
    (project / name).write_text(f'---\ntitle: "A"\n---\n\n{body}', encoding="utf-8")
    return name


def pages(
    tmp_path: Path, names: Sequence[str], *, ours: bool = True, timeout: float = 60
) -> list[str]:
    store = tmp_path / "store"
    store.mkdir(exist_ok=True)
    made = render(
        tmp_path / "project",
        names,
        tmp_path / "out",
        store=store,
        lang="fr",
        source_date=0,
        engine="embedded",
        ours=ours,
        timeout=timeout,
    )
    return [file.path.read_text(encoding="utf-8") for file in made]


def who(page: str) -> tuple[int, int]:
    found = re.search(r"who:(\d+) (\d+):who", page)
    assert found is not None
    return int(found[1]), int(found[2])


@pytest.fixture
def copies() -> Iterator[None]:
    before = {child.pid for child in psutil.Process().children(recursive=True)}
    with many_kernels():
        yield
    assert {child.pid for child in psutil.Process().children(recursive=True)} <= before


def test_nothing_of_one_document_is_in_the_next(tmp_path: Path, copies: None) -> None:
    project = tmp_path / "project"
    first = document(
        project,
        "a.qmd",
        MARKS + "marked_here = 1\nopen(os.environ['HOME'] + '/made', 'w').close()",
        WHO,
    )
    second = document(project, "b.qmd", LOOKED, WHO)
    marked, looked = pages(tmp_path, [first, second])
    assert "marked left 77" in marked
    assert "looked False False 6" in looked
    assert "project False" in looked
    (one, source), (other, same) = who(marked), who(looked)
    assert one != other and source == same != os.getpid()


def test_a_copy_makes_the_page_of_a_kernel_that_was_started(tmp_path: Path) -> None:
    drawing = (
        "from padai.charts.data import Axis, ChartRow, Point\n"
        "from padai.charts.rows import row_chart\n"
        "from padai.publishing.engine.pictures import save_figure\n"
        "axis = Axis(0.0, 100.0, (0.0, 50.0, 100.0), str)\n"
        "made = row_chart([ChartRow('Île', (Point(40.0, 35.0, 45.0),))], axis=axis)\n"
        "print(save_figure(made, 'fig-a'), hash('a'), list({'x', 'y', 'z'}))\n"
        "print(open('figures/fig-a.svg', encoding='utf-8').read().count('<'))"
    )
    name = document(tmp_path / "project", "a.qmd", drawing)
    (started,) = pages(tmp_path, [name])
    with many_kernels():
        (copied,) = pages(tmp_path, [name])
    assert "figures/fig-a.svg" in started
    assert copied == started


def test_templates_that_are_not_ours_have_a_kernel_of_their_own(
    tmp_path: Path, copies: None
) -> None:
    name = document(tmp_path / "project", "a.qmd", WHO)
    (page,) = pages(tmp_path, [name], ours=False)
    assert who(page)[1] == os.getpid()
    source = source_of_kernels()
    assert source is not None and source._process is None, "nothing was loaded for nobody"


def test_what_ends_one_kernel_leaves_the_next(tmp_path: Path, copies: None) -> None:
    project = tmp_path / "project"
    for name, cell, said in (
        ("a.qmd", "1 / 0", "ZeroDivisionError"),
        ("b.qmd", "import os; os._exit(3)", "ended its Python process"),
        ("c.qmd", "import time; time.sleep(600)", "was still running"),
    ):
        started = time.monotonic()
        with pytest.raises(RenderError) as caught:
            pages(tmp_path, [document(project, name, cell)], timeout=20 if name != "c.qmd" else 6)
        assert said in caught.value.texts["en"]
        assert time.monotonic() - started < 30
        (page,) = pages(tmp_path, [document(project, "d.qmd", WHO)])
        assert not psutil.pid_exists(who(page)[0]) or _buried(who(page)[0])


def _buried(pid: int) -> bool:
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline:
        if not psutil.pid_exists(pid) or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE:
            return True
        time.sleep(0.05)
    return False


def test_without_its_source_a_kernel_is_started(tmp_path: Path, copies: None) -> None:
    name = document(tmp_path / "project", "a.qmd", WHO)
    (page,) = pages(tmp_path, [name])
    os.kill(who(page)[1], signal.SIGKILL)
    (page,) = pages(tmp_path, [name])
    assert who(page)[1] == os.getpid()


def test_copies_end_with_whoever_asked_for_them(tmp_path: Path) -> None:
    with many_kernels():
        source = source_of_kernels()
        assert source is not None
        words = tmp_path / "words"
        kernel = source.copy(
            [sys.executable, "-m", "x", "nothing"], dict(os.environ), str(tmp_path), str(words)
        )
        assert kernel.wait(20) == 1
        assert "FileNotFoundError" in words.read_text(encoding="utf-8")
        assert module.Copy(source, kernel.pid).poll() == 0, "nobody's child has ended"
    assert source_of_kernels() is None
    with pytest.raises(OSError, match="no source"):
        source._answer({"ended": 1})


def test_a_kernel_has_no_debugger(tmp_path: Path, copies: None) -> None:
    look = 'import sys; print("debugger:", bool(sys.modules.get("debugpy")))'
    (page,) = pages(tmp_path, [document(tmp_path / "project", "a.qmd", look)])
    assert "debugger: False" in page


def test_a_store_opened_once_is_that_of_each_copy(
    built_example: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A copy takes what its source opened only where its own files are the same to the byte."""
    first, second = tmp_path / "first", tmp_path / "second"
    for folder in (first, second):
        write_outside(built_example / "releases" / "example" / "2025" / "v1" / "interne", folder)
    monkeypatch.setattr(held_store, "_HELD", {})
    monkeypatch.setenv("PADAI_STORE", str(second))
    assert held_store.held_store(second) is None
    opened = open_store()
    monkeypatch.setenv("PADAI_STORE", str(first))
    held_store.hold_store()
    monkeypatch.setenv("PADAI_STORE", str(second))
    held = open_store()
    assert held.folder == opened.folder == second
    assert held.survey == opened.survey
    assert held.facts == opened.facts
    for name, frame in opened.tables.items():
        pd.testing.assert_frame_equal(held.tables[name], frame, check_exact=True)
    assert held.tables["estimates"] is held_store.held_store(first).tables["estimates"]
    words = second / "words.csv"
    words.write_text(words.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert held_store.held_store(second) is None


def test_nothing_is_held_of_what_is_no_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(held_store, "_HELD", {})
    monkeypatch.setenv("PADAI_STORE", str(tmp_path))
    held_store.hold_store()
    monkeypatch.delenv("PADAI_STORE")
    held_store.hold_store()
    assert held_store._HELD == {}
