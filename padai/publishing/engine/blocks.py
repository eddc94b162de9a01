"""What a document is read into: prose and cells, each line with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import PurePosixPath
from typing import Any

from padai.errors import RenderError, Said

_FENCE = re.compile(r"^(\s*)(`{3,}|~{3,})(.*)$")


@dataclass(frozen=True, slots=True)
class FilePlace:
    """A line of a file of the project; prints as ``fr/report.qmd:12``."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One line of text and where it stands."""

    text: str
    place: FilePlace


@dataclass(frozen=True, slots=True)
class Prose:
    """Markdown between two cells."""

    lines: tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True)
class CodeCell:
    """A cell of Python: its code without the ``#|`` lines, its options, its place."""

    code: tuple[SourceLine, ...]
    options: Mapping[str, Any]
    place: FilePlace

    @property
    def label(self) -> str:
        """The cell's own label, or ``unlabelled``."""
        return str(self.options.get("label", "unlabelled"))

    @property
    def source(self) -> str:
        """The code, as the kernel is given it."""
        return "\n".join(line.text for line in self.code)


@dataclass(frozen=True, slots=True)
class Document:
    """A document read whole: its path in the project, its metadata, its blocks in order."""

    path: PurePosixPath
    meta: Mapping[str, Any]
    blocks: tuple[Prose | CodeCell, ...]
    files: tuple[str, ...] = field(default=())


def fail(place: FilePlace, words: Said) -> RenderError:
    """Return the error that names a place, in both languages, ready to raise."""
    return RenderError(words, where=str(place))


def hint(word: object, known: Iterable[str]) -> Said:
    """Return the end of a sentence on an unknown word: the nearest known one, or all of them."""
    close = get_close_matches(str(word), list(known), n=1)
    if close:
        return Said("publishing-rendering-did-you-mean", close=close[0])
    listed = ", ".join(sorted(known))
    return Said("publishing-rendering-supported", listed=listed)


def fence_after(text: str, fence: str | None) -> str | None:
    """Return the fence that stays open after this line, or None outside of code."""
    match = _FENCE.match(text)
    if match is None:
        return fence
    mark, rest = match[2], match[3]
    if fence is None:
        return None if "`" in rest and mark[0] == "`" else mark
    closes = mark[0] == fence[0] and len(mark) >= len(fence) and not rest.strip()
    return None if closes else fence
