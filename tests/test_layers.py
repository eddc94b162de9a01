"""Imports run one way, and no survey is named in the package."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "padai"
SURVEYS = Path(__file__).parents[1] / "surveys"

# Each room may import itself, `errors`, and what stands here.
_CORE = ["numerics", "survey", "design", "unequal", "results", "waves"]
MAY_IMPORT: dict[str, set[str]] = {
    "words": set(),
    "errors": set(),
    "numerics": set(),
    "survey": {"numerics"},
    "unequal": {"numerics"},
    "design": {"numerics", "survey", "unequal"},
    "witness": {"numerics", "survey", "design"},
    "results": {"numerics", "survey", "design", "witness"},
    "waves": set(_CORE),
    "weighting": set(_CORE),
    "estimation": {*_CORE, "witness"},
    "smallarea": {*_CORE, "weighting", "estimation"},
    "nonrandom": {*_CORE, "weighting", "estimation"},
    "trends": {*_CORE, "weighting", "estimation", "smallarea", "nonrandom"},
    "validation": {*_CORE, "weighting", "estimation", "smallarea", "nonrandom", "trends"},
    "disclosure": {"results", "survey", "numerics"},
    "store": {"results", "survey", "disclosure", "numerics"},
    "charts": set(),
    "interchange": {"survey", "waves"},
    "simulation": {"survey", "waves"},
    "dialogue": {"survey", "numerics", "results"},
}
CONTRACTS = ("publishing", "participation", "followup", "lottery")
"""Rooms whose floors interlock: import-linter holds them, floor by floor."""
LAST = ("project", "pipeline", "cli", "__init__", "__main__", *CONTRACTS)


def _rooms() -> list[tuple[str, Path]]:
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        room = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        found.append((room, path))
    return found


def _imported(path: Path) -> set[str]:
    rooms = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
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
    heavy = {
        "statsmodels", "scipy", "seaborn", "matplotlib", "pandera", "pyarrow", "nbclient",
        "formulaic", "polars", "typst", "pypandoc", "xlsxwriter", "babel", "IPython",
    }  # fmt: skip
    wrong = []
    for _, path in _rooms():
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            else:
                continue
            wrong += [f"{path.name}: {n}" for n in names if n.split(".")[0] in heavy]
    assert not wrong
