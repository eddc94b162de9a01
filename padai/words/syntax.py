"""Reading the syntax tree of a Fluent message."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

PLACEABLE = re.compile(
    r"\{ *(?:\$([a-zA-Z][a-zA-Z0-9_-]*)"
    r'|"((?:[^"\\\n]|\\["\\]|\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{6})*)"'
    r"|(-?[a-zA-Z][a-zA-Z0-9_-]*)) *\}"
)
SHOWN = "__shown"
"""What the name of a variable ends with where it is shown, and not chosen by."""


def gaps(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a text stands between its placeables."""
    at = 0
    for match in PLACEABLE.finditer(text):
        yield at, match.start()
        at = match.end()
    yield at, len(text)


def unescaped(match: re.Match[str]) -> str:
    """Return the mark that an escape stands for."""
    return match[1] or chr(int(match[2] or match[3], 16))


def walked(node: Any) -> Iterator[Any]:
    """Yield a node and all under it."""
    from fluent.syntax import ast

    yield node
    for value in vars(node).values():
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, ast.BaseNode) and not isinstance(each, ast.Span):
                yield from walked(each)


def mark_shown(pattern: Any) -> None:
    """Mark the variables that are shown: they stand as they were given, whatever they are."""
    from fluent.syntax import ast

    for node in walked(pattern):
        if isinstance(node, ast.Placeable) and isinstance(node.expression, ast.VariableReference):
            node.expression.id.name += SHOWN


def variables_of(message: Any) -> list[str]:
    """Return the variables that a message takes."""
    from fluent.syntax import ast

    return [n.id.name for n in walked(message) if isinstance(n, ast.VariableReference)]


def references_of(message: Any) -> list[str]:
    """Return the messages and terms that a message holds."""
    from fluent.syntax import ast

    return [n.id.name for n in walked(message) if isinstance(n, ast.MessageReference)]
