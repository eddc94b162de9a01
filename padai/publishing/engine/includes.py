"""The files of a document: read as lines with their places, includes put where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from padai.errors import RenderError, refused_by_system
from padai.publishing.engine.blocks import FilePlace, SourceLine, fail, fence_after
from padai.words import Said

MAX_BYTES = 2_000_000
"""The size of one file."""
MAX_LETTERS = 50_000
"""The letters of one line."""
MAX_LINES = 100_000
"""The lines of a whole document, its includes in place."""
MAX_INCLUDES = 500
MAX_DEPTH = 20
"""How many files may include one another in a row."""
_INCLUDE = re.compile(r"^\{\{<\s+include\s+(\S+)\s+>\}\}\s*$")
_LONGEST_NAME = 240


def read_lines(root: Path, file: Path, place: FilePlace) -> list[SourceLine]:
    """Return the lines of a file of the project.

    Parameters
    ----------
    root, file
        The folder of the project, and a file in it.
    place
        Where the file is asked for, for messages.

    Raises
    ------
    RenderError
        The file is missing, may not be read, is larger than 2 MB, or is not UTF-8.
    """
    name = file.relative_to(root).as_posix()
    try:
        if file.stat().st_size > MAX_BYTES:
            raise fail(
                place,
                Said(
                    "publishing-rendering-is-larger-than-mb-which-no-text-of-a",
                    name=name,
                    max_bytes=MAX_BYTES // 1_000_000,
                ),
            )
        text = file.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise fail(
            place,
            Said("publishing-rendering-there-is-no-file-in-the-project", name=name),
        ) from None
    except OSError as error:
        why = refused_by_system(error)
        if why is None:
            raise
        raise fail(place, Said("publishing-rendering-cannot-be-read", name=name, why=why)) from None
    except UnicodeDecodeError:
        raise RenderError(
            Said("publishing-rendering-is-not-utf-8-text-save-it-as-utf-8"),
            where=name,
        ) from None
    lines = [SourceLine(t, FilePlace(name, i)) for i, t in enumerate(text.splitlines(), start=1)]
    for line in lines:
        if len(line.text) > MAX_LETTERS:
            raise fail(
                line.place,
                Said(
                    "publishing-rendering-the-line-has-more-than-letters-break-it",
                    most=MAX_LETTERS,
                ),
            )
    return lines


@dataclass
class Includes:
    """Puts includes in place in one document, within limits that a report never reaches.

    Attributes
    ----------
    files
        The names of the files that were read, each time that they were.
    """

    root: Path
    document: PurePosixPath
    files: list[str] = field(default_factory=list)
    count: int = 0

    def expand(self, lines: Iterable[SourceLine], chain: tuple[str, ...]) -> Iterator[SourceLine]:
        """Yield the lines with includes in place; paths start at the document, as Quarto's.

        Parameters
        ----------
        lines
            Of the last file of `chain`.
        chain
            The names of the files that include one another, the document first.
        """
        fence: str | None = None
        for line in lines:
            fence = fence_after(line.text, fence)
            match = _INCLUDE.match(line.text) if fence is None else None
            if match is None:
                self.count += 1
                self._check_length(line.place)
                yield line
                continue
            file = include_path(self.root, self.document, match[1], line.place)
            name = file.relative_to(self.root).as_posix()
            self._check_way((*chain, name), line.place)
            self.files.append(name)
            inside = read_lines(self.root, file, line.place)
            if inside and inside[0].text.rstrip() == "---":
                raise fail(
                    inside[0].place,
                    Said("publishing-rendering-an-included-file-may-not-have-a-front"),
                )
            yield from self.expand(inside, (*chain, name))
            yield SourceLine("", line.place)

    def _check_length(self, place: FilePlace) -> None:
        if self.count > MAX_LINES:
            raise fail(
                place,
                Said(
                    "publishing-rendering-the-document-and-what-it-includes-have",
                    most=MAX_LINES,
                ),
            )

    def _check_way(self, chain: tuple[str, ...], place: FilePlace) -> None:
        """Refuse an include that comes back to itself, that leads too deep, or is one too many."""
        if chain[-1] in chain[:-1]:
            way = " -> ".join(chain)
            raise fail(place, Said("publishing-rendering-include-cycle", way=way))
        if len(chain) > MAX_DEPTH + 1:
            raise fail(
                place,
                Said(
                    "publishing-rendering-files-include-one-another-in-a-row", max_depth=MAX_DEPTH
                ),
            )
        if len(self.files) >= MAX_INCLUDES:
            raise fail(
                place,
                Said(
                    "publishing-rendering-the-document-includes-files-times",
                    max_includes=MAX_INCLUDES,
                ),
            )


def include_path(root: Path, document: PurePosixPath, target: str, place: FilePlace) -> Path:
    """Return the file that an include names, which lies in the project."""
    if len(target) > _LONGEST_NAME or not target.isprintable():
        shown = "".join(c if c.isprintable() else f"U+{ord(c):04X}" for c in target[:40])
        raise fail(
            place,
            Said("publishing-rendering-is-the-name-of-no-file-it-is-too-long-or", shown=shown),
        )
    base = root if target.startswith("/") else root / document.parent
    file = (base / target.lstrip("/")).resolve()
    top = root.resolve()
    if not file.is_relative_to(top):
        raise fail(
            place,
            Said("publishing-rendering-lies-outside-the-project-only-its-own", target=target),
        )
    if not file.name.startswith("_") or file.suffix != ".qmd":
        raise fail(
            place,
            Said("publishing-rendering-cannot-be-included-an-included-file-is", target=target),
        )
    return root / file.relative_to(top)
