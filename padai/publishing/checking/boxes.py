"""Open an office document that a stranger may have made: its parts, within limits."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

from padai.errors import DefinitionError
from padai.words import Said

LARGEST_FILE = 100_000_000
"""Bytes of a file; a report with its pictures has fewer than five million."""
LARGEST_PART = 40_000_000
"""Bytes of one part once unpacked."""
MOST_PARTS = 5_000
STEEPEST = 400
"""How many times smaller than its content a large part may be packed; text is 10 to 60 times."""
_SMALL = 2_000_000
_DEEPEST = 250
_OLD_BOX = b"\xd0\xcf\x11\xe0"
_MACROS = re.compile(r"vbaproject|/activex/|macrosheets|attachedtoolbars", re.IGNORECASE)


@dataclass
class Node:
    """An element: its name without the namespace, its attributes and what it holds, in order."""

    name: str
    attributes: dict[str, str]
    content: list[Node | str] = field(default_factory=list)

    def children(self, *names: str) -> Iterator[Node]:
        """Return the elements directly inside, of these names where any is given."""
        for each in self.content:
            if isinstance(each, Node) and (not names or each.name in names):
                yield each

    def walk(self, *names: str) -> Iterator[Node]:
        """Return every element inside of these names, in the order of the document."""
        for each in self.children():
            if each.name in names:
                yield each
            yield from each.walk(*names)

    @property
    def text(self) -> str:
        """The text directly inside."""
        return "".join(c for c in self.content if isinstance(c, str))


def refused(path: Path, words: Said) -> DefinitionError:
    """Return the refusal of a document, in both languages."""
    return DefinitionError(words, where=path.name)


def content_of(path: Path) -> bytes:
    """Read a document that is a text.

    Raises
    ------
    DefinitionError
        The file is not there, or is too large.
    """
    if not path.is_file():
        raise refused(path, Said("publishing-checking-there-is-no-such-document-check-the-path"))
    if path.stat().st_size > LARGEST_FILE:
        raise refused(
            path,
            Said("publishing-checking-this-file-is-larger-than-100-mb-save-it"),
        )
    return path.read_bytes()


class Box:
    """The parts of a docx or pptx, each read once it is asked for.

    Raises
    ------
    DefinitionError
        The file is protected by a password, holds macros, is no such document, or unpacks to more
        than a document does.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        start = content_of(path)[:4]
        if start == _OLD_BOX:
            raise refused(
                path,
                Said("publishing-checking-this-document-is-protected-by-a-password"),
            )
        try:
            self._zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, ValueError, OSError) as error:
            raise self.broken() from error
        self._held = self._zip.infolist()
        self._check()

    def broken(self) -> DefinitionError:
        """Return the refusal of a file that is not what its name says."""
        return refused(
            self.path,
            Said("publishing-checking-this-file-is-no-office-document-that-can"),
        )

    def _check(self) -> None:
        names = [m.filename for m in self._held]
        if any(m.flag_bits & 1 for m in self._held):
            raise refused(
                self.path,
                Said("publishing-checking-this-document-is-encrypted-save-it"),
            )
        if any(_MACROS.search(name) for name in names) or self._told_macros():
            raise refused(
                self.path,
                Said("publishing-checking-this-document-holds-macros-save-it"),
            )
        bombs = (m for m in self._held if m.file_size > _SMALL)
        if (
            len(names) > MOST_PARTS
            or len(set(names)) < len(names)
            or sum(m.file_size for m in self._held) > 20 * LARGEST_PART
            or any(m.file_size > STEEPEST * max(m.compress_size, 1) for m in bombs)
        ):
            raise self._too_much()

    def _told_macros(self) -> bool:
        types = "[Content_Types].xml"
        return types in self and b"macroEnabled" in self._bytes(types)

    def _too_much(self) -> DefinitionError:
        return refused(
            self.path,
            Said("publishing-checking-this-file-unpacks-to-more-than-a"),
        )

    def __contains__(self, name: str) -> bool:
        return any(m.filename == name for m in self._held)

    def names(self, pattern: str) -> list[str]:
        """Return the parts whose whole name fits, by the numbers in them."""
        names = [m.filename for m in self._held if re.fullmatch(pattern, m.filename)]
        return sorted(names, key=lambda n: ([int(d) for d in re.findall(r"\d+", n)], n))

    def _bytes(self, name: str) -> bytes:
        try:
            with self._zip.open(name) as part:
                content = part.read(LARGEST_PART + 1)  # the header may say less than there is
        except Exception as error:  # zipfile, zlib and their kin end on broken parts in many ways
            raise self.broken() from error
        if len(content) > LARGEST_PART:
            raise self._too_much()
        return content

    def part(self, name: str) -> Node:
        """Return the root of a part."""
        try:
            return parse(self._bytes(name))
        except (expat.ExpatError, _RefusedError, ValueError, LookupError) as error:
            raise self.broken() from error

    def close(self) -> None:
        """Let the file go."""
        self._zip.close()


class _RefusedError(Exception):
    """A part declares a document type, or is nested without end."""


def parse(content: bytes) -> Node:
    """Return the root of an XML text; entities are never expanded, since none may be declared.

    Examples
    --------
    >>> parse(b"<a b='1'><c>d</c></a>").content[0].text
    'd'
    """
    top = Node("", {})
    stack = [top]

    def start(name: str, attributes: dict[str, str]) -> None:
        if len(stack) > _DEEPEST:
            raise _RefusedError
        node = Node(_local(name), {_attribute(k): v for k, v in attributes.items()})
        stack[-1].content.append(node)
        stack.append(node)

    def end(_: str) -> None:
        stack.pop()

    def refuse(*_: object) -> None:
        raise _RefusedError

    reader = expat.ParserCreate(namespace_separator=" ")
    reader.buffer_text = True
    reader.StartElementHandler = start
    reader.EndElementHandler = end
    reader.CharacterDataHandler = lambda text: stack[-1].content.append(text)
    reader.StartDoctypeDeclHandler = refuse
    reader.Parse(content, True)
    return next(top.children())


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


def _attribute(name: str) -> str:
    """Name an attribute; a reference to another part is told apart from an identifier."""
    space, _, local = name.rpartition(" ")
    return f"r:{local}" if space.endswith("/relationships") else local
