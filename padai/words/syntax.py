"""Reading Fluent files: a file into its messages, a message into its syntax tree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

PLACEABLE = re.compile(
    r"\{ *(?:\$([a-zA-Z][a-zA-Z0-9_-]*)"
    r'|"((?:[^"\\\n]|\\["\\]|\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{6})*)"'
    r"|(-?[a-zA-Z][a-zA-Z0-9_-]*)) *\}"
)
SHOWN = "__shown"
"""What the name of a variable ends with where it is shown, and not chosen by."""
_ENTRY = re.compile(r"(-?[a-zA-Z][a-zA-Z0-9_-]*) *= *(.*?) *")


@dataclass(frozen=True, slots=True)
class Entry:
    """A message as its file has it."""

    id: str
    file: str
    line: int
    text: str


class WordsError(LookupError):
    """A message is missing, badly written, or was given other facts than it takes.

    It is said in the language of messages; where the words of that one are broken, in the first
    that can say it; and where none can, as the message and facts that it holds.

    Parameters
    ----------
    ident
        The message that says what is wrong.
    at
        The message in which it is wrong.
    **facts
        What the message takes.
    """

    def __init__(self, ident: str, at: Entry | None = None, /, **facts: str) -> None:
        super().__init__(ident, at, facts)
        self.id, self.at, self.facts = ident, at, facts

    def __reduce__(self) -> tuple[Any, ...]:
        return partial(type(self), self.id, self.at, **self.facts), ()

    def __str__(self) -> str:
        from padai.words.catalogues import LANGUAGES
        from padai.words.speaking import language

        for lang in (language(), *LANGUAGES):
            try:
                return self.text(lang)
            except WordsError:
                continue
        held = [self.id, *(f"{name}={value}" for name, value in self.facts.items())]
        if self.at is not None:
            held += [f"{name}={getattr(self.at, name)}" for name in ("file", "line", "id")]
        return ", ".join(held)

    def text(self, lang: str) -> str:
        """Return the words in a language."""
        from padai.words.catalogues import catalogue

        words = catalogue(lang)
        why = words.text(self.id, self.facts, lang)
        if self.at is None:
            return why
        place = {"file": self.at.file, "line": str(self.at.line), "message": self.at.id}
        return words.text("padai-words-at", {**place, "why": why}, lang)


def split(name: str, text: str) -> Iterator[Entry]:
    """Yield the messages of a file, as they stand.

    Raises
    ------
    WordsError
        A line is no message, no comment and no part of one.
    """
    ident, start, lines = "", 0, [""]
    for number, line in enumerate(text.split("\n"), start=1):
        if line[:1] == " " and ident:
            lines.append(line)
        elif match := _ENTRY.fullmatch(line):
            if ident:
                yield Entry(ident, name, start, "\n".join(lines))
            ident, start, lines = match[1], number, [match[2]]
        elif not line.strip() and ident:
            lines.append("")
        elif line[:1] == "#" or not line.strip():
            if ident:
                yield Entry(ident, name, start, "\n".join(lines).rstrip("\n"))
            ident = ""
        elif line.strip() == "}" and ident:
            lines.append(line)
        else:
            raise WordsError(
                "padai-words-no-message-here", file=name, line=str(number), text=line[:60]
            )
    if ident:
        yield Entry(ident, name, start, "\n".join(lines).rstrip("\n"))


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
