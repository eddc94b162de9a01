"""Functions and modules stay of a size that one can hold in mind: what is over may only fall."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "padai"
LONGEST_FUNCTION = 40
LONGEST_MODULE = 400
FUNCTIONS_OVER = 0
MODULES_OVER = 0
"""A number of these two may be lowered, and never raised."""


def _body_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return how many lines a body has, its docstring apart."""
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    return body[-1].end_lineno - body[0].lineno + 1 if body else 0


def functions_over(text: str, limit: int = LONGEST_FUNCTION) -> list[tuple[str, int]]:
    """Return the functions of a module whose body is longer than the limit."""
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    functions = [node for node in ast.walk(ast.parse(text)) if isinstance(node, kinds)]
    return [(f.name, n) for f in functions if (n := _body_lines(f)) > limit]


def rows_by_hand(text: str) -> list[int]:
    """Return the lines that put texts in a row and leave out the empty ones themselves."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "join"
        and len(node.args) == 1
        and isinstance(node.args[0], ast.GeneratorExp | ast.ListComp)
        and _keeps_what_is_there(node.args[0])
    ]


def _keeps_what_is_there(made: ast.GeneratorExp | ast.ListComp) -> bool:
    """Whether it is ``t for t in texts if t``."""
    only = made.generators[0]
    names = {ast.unparse(each) for each in (made.elt, only.target, *only.ifs)}
    return len(made.generators) == 1 and len(only.ifs) == 1 and len(names) == 1


def _modules() -> Iterator[tuple[str, str]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        yield str(path.relative_to(PACKAGE)), path.read_text(encoding="utf-8")


def test_a_long_body_is_found_whatever_its_docstring() -> None:
    lines = "\n".join("    x = 1" for _ in range(3))
    text = (
        f'def short():\n    """A\n    B\n    C"""\n{lines}\n\n\ndef long():\n{lines}\n    x = 2\n'
    )
    assert functions_over(text, 3) == [("long", 4)]


@pytest.mark.parametrize(
    ("text", "found"),
    [('" ".join(t for t in texts if t)', [1]), ('" ".join(t for t in texts if t != "x")', [])],
)
def test_a_row_made_by_hand_is_found(text: str, found: list[int]) -> None:
    assert rows_by_hand(text) == found


def test_functions_of_over_forty_lines_only_become_fewer() -> None:
    over = [f"{name}: {f}, {n}" for name, text in _modules() for f, n in functions_over(text)]
    assert len(over) <= FUNCTIONS_OVER, "\n".join(over)


def test_modules_of_over_four_hundred_lines_only_become_fewer() -> None:
    over = [
        f"{name}: {n}"
        for name, text in _modules()
        if (n := len(text.splitlines())) > LONGEST_MODULE
    ]
    assert len(over) <= MODULES_OVER, "\n".join(over)


def test_texts_are_put_in_a_row_in_one_place() -> None:
    """By ``padai.words.in_a_row``."""
    found = {name: lines for name, text in _modules() if (lines := rows_by_hand(text))}
    assert set(found) == {"words/facts.py"}
