"""The formatter is put off for tables alone, whose columns are read together."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MARK = "# fmt: skip"
FOLDERS = ("padai", "analysis", "benchmarks", "docs", "tests")


def tables(tree: ast.Module) -> list[range]:
    """Return the lines of each literal of three lines or more that is given a name."""
    return [
        range(node.lineno, (node.end_lineno or node.lineno) + 1)
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign | ast.AnnAssign)
        and isinstance(node.value, ast.Dict | ast.List | ast.Tuple | ast.Set)
        and (node.end_lineno or node.lineno) - node.lineno >= 2
    ]


def put_off(source: str) -> list[int]:
    """Return the lines at which the formatter is put off for something else than a table."""
    marked = [k for k, line in enumerate(source.splitlines(), 1) if line.rstrip().endswith(MARK)]
    if not marked:
        return []
    spans = tables(ast.parse(source))
    return [k for k in marked if not any(k in span for span in spans)]


def test_a_statement_that_is_no_table_is_found() -> None:
    assert put_off(f"x = f(1,\n      2)  {MARK}\n") == [2]
    assert put_off(f"x = {{\n    1: 2,\n}}  {MARK}\n") == []


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_formatter_is_put_off_for_tables_alone(folder: str) -> None:
    found = {
        str(path.relative_to(ROOT)): lines
        for path in sorted((ROOT / folder).rglob("*.py"))
        if (lines := put_off(path.read_text(encoding="utf-8")))
    }
    assert not found
