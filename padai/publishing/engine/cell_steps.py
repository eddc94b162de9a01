"""What a document asks to be run: its cells and the expressions in its lines, in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from padai.publishing.engine.blocks import CodeCell, Document, FilePlace, Prose
from padai.publishing.engine.prose import INLINE, without_comments


@dataclass(frozen=True, slots=True)
class Inline:
    """An expression in a line of prose, and where it stands."""

    expression: str
    place: FilePlace

    @property
    def source(self) -> str:
        """The code, as the kernel is given it."""
        return f"(\n{self.expression}\n)"


Step = CodeCell | Inline


def steps_of(document: Document) -> list[Step]:
    """Return what the kernel runs, in order: the cells, and the expressions in prose."""
    steps: list[Step] = []
    for block in document.blocks:
        if isinstance(block, CodeCell):
            if block.options.get("eval", True):
                steps.append(block)
        else:
            steps.extend(inlines_of(block))
    return steps


def inlines_of(block: Prose) -> Iterator[Inline]:
    """Yield the expressions of a piece of prose in order."""
    for line in without_comments(block.lines):
        for match in INLINE.finditer(line.text):
            yield Inline(match[2].strip(), line.place)
