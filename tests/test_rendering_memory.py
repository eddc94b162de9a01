"""Too little memory is said to be too little memory, and no cell is blamed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from padai.publishing.engine.process import NO_MEMORY, out_of_memory, pandoc_path

SCRIPT = """
import resource, sys
from pathlib import Path
from padai.errors import RenderError
from padai.publishing.engine.engines import render
limit, folder = int(sys.argv[1]), Path(sys.argv[2])
resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
try:
    render(folder / "project", ["a.qmd"], folder / "out", store=folder / "store", lang="en",
           source_date=0, engine="embedded", timeout=100)
except RenderError as error:
    print(error.texts["en"])
"""


def told(folder: Path, code: str, megabytes: int) -> str:
    """Return the message of a document whose kernel may use so much memory."""
    (folder / "store").mkdir()
    (folder / "project").mkdir()
    text = f"```{{python}}\n#| label: one\n{code}\n```\n"
    (folder / "project" / "a.qmd").write_text(text)
    command = [sys.executable, "-c", SCRIPT, str(megabytes * 1_000_000), str(folder)]
    made = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    return made.stdout or made.stderr


pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits of memory are Linux’s")


def test_a_cell_that_asks_for_more_than_there_is(tmp_path: Path) -> None:
    said = told(tmp_path, "x = bytearray(10**11)", 3_000)
    assert said.startswith("a.qmd:3: cell `one` could not end: memory ran out")


def test_what_a_library_says_of_it_is_no_fault_of_the_cell(tmp_path: Path) -> None:
    """In a loader's words, raised by hand: which library finds no room first changes with the load."""
    code = "raise ImportError('libscipy.so: failed to map segment from shared object')"
    said = told(tmp_path, code, 3_000)
    assert said.startswith("a.qmd:3: cell `one` could not end")
    assert NO_MEMORY.en in said and "ImportError" not in said


def test_a_process_that_the_system_stopped(tmp_path: Path) -> None:
    said = told(tmp_path, "import signal\nsignal.raise_signal(signal.SIGKILL)", 3_000)
    assert "the system stopped the Python process of cell `one`" in said
    assert NO_MEMORY.en in said


def test_a_process_that_ended_by_itself_is_another_matter(tmp_path: Path) -> None:
    said = told(tmp_path, "import os\nos._exit(3)", 3_000)
    assert "cell `one` ended its Python process" in said
    assert "memory" not in said


@pytest.mark.parametrize(
    ("code", "words", "lacks"),
    [
        (-9, "", True),
        (251, "pandoc: Heap exhausted;", True),
        (1, "MemoryError", True),
        (1, "memory allocation of 16384 bytes failed", True),
        (1, "error: no such file", False),
        (0, "", False),
        (None, "OpenBLAS blas_thread_init: pthread_create failed", True),
        (-11, "", False),
    ],
)
def test_the_last_words_of_a_program(code: int | None, words: str, lacks: bool) -> None:
    assert out_of_memory(code, words) is lacks


def test_a_newer_pandoc_of_the_machine_is_not_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same inputs give the same bytes: only the one that came with padai's lock writes them."""
    import pypandoc

    newer = tmp_path / "pandoc"
    newer.write_text("#!/bin/sh\necho 'pandoc 99.1'\n")
    newer.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.delenv("PYPANDOC_PANDOC", raising=False)
    assert pandoc_path() == Path(pypandoc.__file__).parent / "files" / "pandoc"
    monkeypatch.setenv("PYPANDOC_PANDOC", str(newer))
    pypandoc.clean_pandocpath_cache()
    try:
        assert pandoc_path() == newer
    finally:
        pypandoc.clean_pandocpath_cache()
