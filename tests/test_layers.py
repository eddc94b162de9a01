"""Imports run one way, and no survey is named in the package."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "padai"
SURVEYS = Path(__file__).parents[1] / "surveys"

# Each room may import itself, `errors`, and what stands here.
_CORE = ["numerics", "survey", "design", "unequal", "results", "waves"]
MAY_IMPORT: dict[str, set[str]] = {
    "words": set(),
    "errors": set(),
    "spelling": set(),
    "numerics": {"spelling"},
    "survey": {"numerics", "spelling"},
    "unequal": {"numerics", "spelling"},
    "design": {"numerics", "survey", "unequal", "spelling"},
    "witness": {"numerics", "survey", "design"},
    "results": {"numerics", "survey", "design", "witness", "charts"},
    "waves": {*_CORE, "spelling"},
    "weighting": set(_CORE),
    "estimation": {*_CORE, "witness"},
    "smallarea": {*_CORE, "weighting", "estimation"},
    "nonrandom": {*_CORE, "weighting", "estimation"},
    "trends": {*_CORE, "weighting", "estimation", "smallarea", "nonrandom"},
    "validation": {*_CORE, "weighting", "estimation", "smallarea", "nonrandom", "trends"},
    "disclosure": {"results", "survey", "numerics"},
    "store": {"results", "survey", "disclosure", "numerics", "spelling"},
    "charts": set(),
    "publishing": {"store", "survey", "charts", "participation", "followup", "lottery"},
    "interchange": {"survey", "waves"},
    "simulation": {"results", "survey", "waves", "spelling"},
    "browser": {"survey", "waves", "validation"},
}
LAST = ("project", "pipeline", "participation", "followup", "lottery", "cli", "__init__")
"""Rooms that see many others: import-linter holds their floors."""
LOADERS = {
    "__init__.py", "estimation/__init__.py", "pipeline/__init__.py", "publishing/exhibits/__init__.py",
    "publishing/engine/answers.py", "publishing/engine/forking.py", "smallarea/__init__.py", "trends/__init__.py", "waves/__init__.py",
    "waves/readers.py", "weighting/__init__.py",
}  # fmt: skip
"""Files that import a module by a name made at run time, which no contract sees."""


def _rooms() -> list[tuple[str, Path]]:
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        room = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        found.append((room, path))
    return found


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _imported(path: Path) -> set[str]:
    rooms = set()
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}: relative imports hide the room they come from"
            names = [node.module or ""]
            if node.module == "padai":
                names = [f"padai.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        rooms |= {name.split(".")[1] for name in names if name.startswith("padai.")}
    return rooms


def test_every_room_is_known() -> None:
    assert {room for room, _ in _rooms()} <= {*MAY_IMPORT, *LAST}


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_imports_run_one_way(room: str) -> None:
    allowed = MAY_IMPORT[room] | {room, "words"} | ({"errors"} if room != "words" else set())
    wrong = {
        f"{path.relative_to(PACKAGE)} imports {other}"
        for own, path in _rooms()
        if own == room
        for other in _imported(path) - allowed
    }
    assert not wrong


def test_a_forbidden_import_is_seen(tmp_path: Path) -> None:
    planted = tmp_path / "planted.py"
    planted.write_text("from padai.publishing import report\nfrom padai import cli\n")
    assert _imported(planted) == {"publishing", "cli"}


def _lint(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [Path(sys.executable).with_name("lint-imports"), "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True)


def test_the_floors_hold() -> None:
    found = _lint(ROOT)
    assert found.returncode == 0, found.stdout


def test_an_import_that_goes_up_is_seen_however_late(tmp_path: Path) -> None:
    """Each breaks a contract of its own: floors, rooms, circles, the wall, folders not listed."""
    shutil.copytree(
        PACKAGE,
        tmp_path / "padai",
        ignore=lambda folder, names: [
            n for n in names if not n.endswith(".py") and (Path(folder) / n).is_file()
        ],
    )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    planted = {
        "publishing/basis/dates.py": "padai.publishing.products.slides.deck",
        "numerics/rounding.py": "padai.survey.texts",
        "trends/breaks.py": "padai.trends.differences",
        "publishing/exhibits/bars.py": "padai.waves.wave",
        "publishing/products/leaflet/__init__.py": "padai.store",
        "followup/notes/__init__.py": "padai.store",
    }
    for file, imported in planted.items():
        (tmp_path / "padai" / file).parent.mkdir(exist_ok=True)
        with (tmp_path / "padai" / file).open("a", encoding="utf-8") as module:
            module.write(f"\n\ndef _late() -> None:\n    import {imported}\n")
    said = re.sub(r"\s+", " ", _lint(tmp_path).stdout)
    for name in (
        "Floors of publishing",
        "Rooms import downwards",
        "No circle among",
        "Nothing right of the store",
        "Floors of the products",
        "Both sides of the wall",
    ):
        assert re.search(rf"{name}[^.]*? BROKEN", said), name


def test_names_made_at_run_time_are_imported_by_loaders_alone() -> None:
    found = set()
    for _, path in _rooms():
        for node in ast.walk(_tree(path)):
            called = node.func if isinstance(node, ast.Call) else None
            name = getattr(called, "id", getattr(called, "attr", ""))
            if name in ("import_module", "__import__"):
                found.add(path.relative_to(PACKAGE).as_posix())
    assert found == LOADERS


def test_nothing_inside_imports_the_whole() -> None:
    """The names of `padai` resolve late: an import of them would hide where it leads."""
    inside = {path.stem for path in PACKAGE.iterdir()}
    wrong = set()
    for _, path in _rooms():
        for node in ast.walk(_tree(path)):
            if isinstance(node, ast.Import):
                found = [a.name for a in node.names if a.name == "padai"]
            elif isinstance(node, ast.ImportFrom) and node.module == "padai":
                found = [a.name for a in node.names if a.name not in inside]
            else:
                continue
            wrong |= {f"{path.relative_to(PACKAGE).as_posix()}: {name}" for name in found}
    assert wrong == {"cli/options.py: __version__"}


def _storeys() -> list[list[str]]:
    """The floors of the package from above, each with the modules that share it."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        contracts = tomllib.load(file)["tool"]["importlinter"]["contracts"]
    named = {contract["name"]: contract for contract in contracts}
    rooms = [f"padai.{row}" for row in named["Rooms import downwards"]["layers"] if row[0] != "("]
    floors = named["Floors that lie across rooms import downwards"]["layers"]
    rows = [row.replace(" : ", " : padai.").replace(" | ", " | padai.") for row in rooms]
    return [re.split(r" [|:] ", row) for row in (rows[0], *floors, *rows[2:])]


_UPWARDS = """
import importlib, pkgutil, sys

class Blocked:
    names = ()
    def find_spec(self, name, path=None, target=None):
        if any(name == n or name.startswith(n + ".") for n in self.names):
            raise ImportError(f"{name} stands above")

def load(name):
    module = importlib.import_module(name)
    for found in pkgutil.iter_modules(getattr(module, "__path__", []), name + "."):
        if not found.name.endswith(("__main__", "._child")):
            load(found.name)

block = Blocked()
sys.meta_path.insert(0, block)
storeys = eval(sys.argv[1])
for place in reversed(range(len(storeys))):
    block.names = [name for above in storeys[:place] for name in above]
    for name in storeys[place]:
        try:
            load(name)
        except ImportError as error:
            print(f"{name}: {error}")
"""


def _loaded_upwards(storeys: list[list[str]]) -> str:
    done = subprocess.run(
        [sys.executable, "-c", _UPWARDS, repr(storeys)], cwd=ROOT, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_each_floor_loads_where_nothing_above_is_there() -> None:
    """In a fresh process, from the lowest floor to the highest; `__init__` files count."""
    assert _loaded_upwards(_storeys()) == ""


def test_a_floor_that_needs_what_is_above_is_named() -> None:
    said = _loaded_upwards([["padai.errors"], ["padai.survey"], ["padai.numerics"]])
    assert "padai.survey: padai.errors stands above" in said


def test_no_survey_is_named_in_the_package() -> None:
    """Its id, its regions and its questions live in its definition (the example excepted)."""
    names = {path.name for path in SURVEYS.iterdir() if path.is_dir()}
    names -= {"example", "consultation"}  # words of the language, too
    names |= {"Québec", "Quebec", "quebec", "gss", "GSS", "Montréal", "trust_gov", "conarmy"}
    texts = {
        path.relative_to(PACKAGE): path.read_text(encoding="utf-8")
        for pattern in ("*.py", "*.qmd", "*.lua", "*.html", "*.css", "*.yaml", "*.typ")
        for path in PACKAGE.rglob(pattern)
        if "example" not in path.relative_to(PACKAGE).parts
    }

    def code(text: str) -> str:
        """The name of an institute in a source, or of a data portal, is no survey's."""
        for name in ("Institut de la statistique du Québec", "Données Québec", "donnees-quebec"):
            text = text.replace(name, "")
        return text

    # A short id is part of other words; as a word of its own it is the survey's.
    alone = r"(?<![A-Za-z]){}(?![A-Za-z])"
    patterns = {
        n: re.compile(alone.format(re.escape(n)) if len(n) < 4 else re.escape(n)) for n in names
    }
    wrong = [
        f"{path}: {name}"
        for path, text in texts.items()
        for name, pattern in patterns.items()
        if pattern.search(code(text))
    ]
    assert not wrong


def test_heavy_libraries_load_late() -> None:
    """``import padai`` must cost about what ``import pandas`` costs."""
    # what matplotlib loads as a backend, when it is there itself
    backend = ("padai.charts.vector", "padai.charts.glyphs")
    heavy = {
        "statsmodels", "scipy", "seaborn", "matplotlib", "pandera", "pyarrow", "nbclient",
        "formulaic", "polars", "typst", "pypandoc", "xlsxwriter", "babel", "IPython",
    }  # fmt: skip
    wrong = []
    for _, path in _rooms():
        if path.as_posix().endswith(tuple(f"{name.replace('.', '/')}.py" for name in backend)):
            continue
        for node in _tree(path).body:
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
                names += [f"{node.module}.{alias.name}" for alias in node.names]
            else:
                continue
            late = [n for n in names if n.split(".")[0] in heavy or n in backend]
            wrong += [f"{path.name}: {n}" for n in late]
    assert not wrong
