"""What a fresh machine may lack is named here; tests that need it are skipped and counted."""

from __future__ import annotations

import gc
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

import pytest

from padai.publishing.engine.sandbox import landlock
from padai.publishing.engine.seldom import collect_seldom
from tests.once import made_once

CHROMIUM = ("chromium", "chromium-browser")
LIBREOFFICE = ("soffice", "libreoffice")
WITH_NETWORK = 4
"""The first version of Landlock that holds connections too."""


def _holding(variable: str, file: str) -> str | None:
    """The folder that a variable names, where it holds a file."""
    folder = os.environ.get(variable, "")
    return folder if folder and (Path(folder) / file).is_file() else None


def _beside(variable: str, data: str, answers: str) -> tuple[Path, Path] | None:
    """Data of others and R's answers to them, which stay out of the project.

    The answers stand beside the data, or in ``reference/`` beside ``data/``.
    """
    given = os.environ.get(variable, "")
    folder = Path(given)
    for place in (folder, folder.parent.parent / "reference" / folder.name):
        if given and (folder / data).is_file() and (place / answers).is_file():
            return folder, place / answers
    return None


def _small_area() -> tuple[Path, Path] | None:
    return _beside("PADAI_SMALLAREA_DIR", "milk.csv", "r-sae.json")


def _nonprob() -> tuple[Path, Path] | None:
    return _beside("PADAI_NONPROB_DIR", "admin.csv", "r-nonprobsvy.json")


def _lme4() -> str | None:
    from tests.r_answers import has_package

    return "lme4" if has_package("lme4") else None


def _r_survey() -> str | None:
    from tests.r_answers import has_package

    return "r-survey" if has_package("survey") and has_package("MASS") else None


def _on_path(*names: str) -> str | None:
    return next((found for name in names if (found := shutil.which(name))), None)


def _impress() -> Path | None:
    """The part of LibreOffice that reads slides, which may be left out of it."""
    office = _on_path(*LIBREOFFICE)
    part = Path(office).resolve().with_name("libsdlo.so") if office else None
    return part if part is not None and part.is_file() else None


def _mounts() -> str | None:
    """Return how a process may mount for itself alone: as an administrator, or as one in a room."""
    for how in ("-m", "-Urm"):
        with suppress(OSError):
            script = ["unshare", how, "mount", "-t", "tmpfs", "none", "/mnt"]
            if subprocess.run(script, capture_output=True, check=False).returncode == 0:
                return how
    return None


FINDERS: dict[str, Callable[[], object]] = {
    "gss": lambda: _holding("PADAI_GSS_DIR", "gss-trust-2016.sav"),
    "cep": lambda: _holding("PADAI_CEP_DIR", "cep58novdic2008.sav"),
    "anes": lambda: _holding("PADAI_ANES_DIR", "anes2020.dta"),
    "ces": lambda: _holding("PADAI_CES_DIR", "ces15phone.sav"),
    "smallarea": _small_area,
    "nonprob": _nonprob,
    "lme4": _lme4,
    "r-survey": _r_survey,
    "chromium": lambda: _on_path(*CHROMIUM),
    "quarto": lambda: _on_path("quarto"),
    "pytauargus": lambda: "pytauargus" if find_spec("pytauargus") else None,
    "openssl": lambda: _on_path("openssl"),
    "libreoffice": lambda: _on_path(*LIBREOFFICE),
    "impress": _impress,
    "mounts": _mounts,
    "landlock": lambda: "landlock" if landlock.version() >= WITH_NETWORK else None,
}
FIRST = ("test_withdrawn_pages.py", "test_build.py", "test_areas_published.py")
"""Files that take long to begin, the second by what many others begin with: two processes go
through the others meanwhile, and none is left alone with one of these at the end."""
_ended: list[str] = []
_lacking: dict[str, int] = {}
collect_seldom()  # a test that builds is a process of padai's own


def pytest_collection_finish() -> None:
    """Look no more among the thousands of tests for objects that only refer to each other."""
    gc.collect()
    gc.freeze()


def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> None:
    if nextitem is None or nextitem.path != item.path:
        _ended.append(item.path.name)
        if len(_ended) % 4 == 0:  # each time costs half a second
            gc.collect()  # what files of tests left


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: FIRST.index(n) if (n := item.path.name) in FIRST else len(FIRST))
    required, without = _named("PADAI_REQUIRE"), _named("PADAI_WITHOUT")
    found = {name: None if name in without else find() for name, find in FINDERS.items()}
    for item in items:
        for marker in item.iter_markers("needs"):
            for name in marker.args:
                if found[name] is None and name not in required:
                    _lacking[name] = _lacking.get(name, 0) + 1
                    item.add_marker(pytest.mark.skip(reason=f"needs {name}"))


def _named(variable: str) -> set[str]:
    names = {name for name in os.environ.get(variable, "").split(",") if name}
    if unknown := names - set(FINDERS):
        raise pytest.UsageError(
            f"{variable} names what no test needs: {', '.join(sorted(unknown))}"
        )
    return names


@pytest.fixture(autouse=True)
def _required(request: pytest.FixtureRequest) -> None:
    """Fail, rather than skip, a test whose need is required and not met."""
    for marker in request.node.iter_markers("needs"):
        for name in marker.args:
            if FINDERS[name]() is None:
                pytest.fail(f"PADAI_REQUIRE asks for {name}, which is not here")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for name, count in sorted(_lacking.items()):
        terminalreporter.write_line(f"NOT CHECKED: {count} tests need {name}, which is not here")


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep what commands keep in a folder of this run, never in the user's own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PADAI_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(autouse=True)
def _no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Print as into a file, whatever the width of the terminal that runs the suite."""
    monkeypatch.delenv("COLUMNS", raising=False)


@pytest.fixture(autouse=True)
def _own_language() -> Iterator[None]:
    """Begin without a language: a command that a test or a fixture calls sets it for its process."""
    from padai.errors import speak

    speak(None)
    yield
    speak(None)


@pytest.fixture
def plain_log() -> Iterator[None]:
    """Put the log back as it was: the command line sets it for its process."""
    from padai.cli import progress

    yield
    progress._JSON.set(False)


@pytest.fixture(scope="session")
def gss_dir() -> Path:
    return Path(os.environ["PADAI_GSS_DIR"])


@pytest.fixture(scope="session")
def unshare() -> str:
    how = _mounts()
    assert how is not None
    return how


@pytest.fixture(scope="session")
def small_area_files() -> tuple[Path, Path]:
    """The folder of the published tables, and R's answers."""
    found = _small_area()
    assert found is not None
    return found


@pytest.fixture(scope="session")
def nonprob_files() -> tuple[Path, Path]:
    """The folder of the two samples, and R's answers."""
    found = _nonprob()
    assert found is not None
    return found


@pytest.fixture(scope="session")
def soffice() -> str:
    path = _on_path(*LIBREOFFICE)
    assert path is not None
    return path


@pytest.fixture(scope="session")
def chromium() -> str:
    path = _on_path(*CHROMIUM)
    assert path is not None
    return path


@pytest.fixture(scope="session")
def built_example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the shipped example, built; nobody may change it."""
    return made_once(tmp_path_factory, "example", _build_example)


@pytest.fixture(scope="session")
def built_small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with two questions, and its site, built once; nobody may change it."""
    return made_once(tmp_path_factory, "small", _build_small)


def _build_small(folder: Path) -> None:
    import padai
    from tests.small_example import init_small_example

    padai.build(init_small_example(folder), formats=("html",), engine="embedded")


def _build_example(folder: Path) -> None:
    import padai
    from padai.interchange import init_example

    init_example(folder)
    padai.build(folder / "surveys" / "example", engine="embedded")
