"""What a document says, passage by passage, and under which headings: text and HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from pathlib import Path

from padai.publishing.checking.boxes import content_of, refused
from padai.words import Said

SUFFIXES = (".docx", ".pptx", ".html", ".htm", ".txt", ".md")


@dataclass(frozen=True)
class Passage:
    """A paragraph, a heading, a note, or a cell of a table.

    Attributes
    ----------
    where
        Where it stands, as ``(French, English)``.
    above
        The headings and captions that it stands under, the nearest last.
    heads
        Of a cell, what stands at the head of its row and of its column; empty for prose.
    """

    where: tuple[str, str]
    text: str
    above: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    cell: bool = False


@dataclass
class Headings:
    """The headings that a passage stands under, while a document is read."""

    _held: list[tuple[int, str]] = field(default_factory=list)

    def add(self, level: int, text: str) -> None:
        """Enter a heading, which ends those of its level and below."""
        self._held = [(k, t) for k, t in self._held if k < level]
        self._held.append((level, text))

    @property
    def above(self) -> tuple[str, ...]:
        """The headings in force, the nearest last."""
        return tuple(t for _, t in self._held)


_COUNTED = re.compile(r"(.*:) ?\w+ [^\W\d]+")
"""A line that says after its colon how many items are under it, as that of a folded list does."""


@dataclass
class ListLead:
    """The line that ends with a colon and that each item of the list under it goes on with."""

    _line: str = ""

    def after(self, text: str, *, item: bool) -> str:
        """Return a paragraph or an item as it is to be read: an item with the line it is led by."""
        if item:
            return f"{self._line} {text}" if self._line else text
        counted = _COUNTED.fullmatch(text.replace("\u00a0", " "))
        self._line = counted[1] if counted else text if text.endswith(":") else ""
        return text


def cells(
    rows: list[list[str]], where: tuple[str, str], above: tuple[str, ...]
) -> Iterator[Passage]:
    """Return the cells of a table, each with the heads of its row and of its column.

    A row whose other cells are empty names the group of the rows that follow it.
    """
    rows = [[_clean(c) for c in row] for row in rows if any(c.strip() for c in row)]
    if not rows:
        return
    heads = rows[0]
    inside: tuple[str, ...] = ()
    if len(rows) == 1:
        for text in rows[0]:
            yield Passage(where, text, above)
        return
    for number, row in enumerate(rows[1:], start=2):
        if len(row) > 1 and not any(row[1:]):
            inside = (row[0],)
            yield Passage(_row(where, number), row[0], above)
            continue
        for column, text in enumerate(row):
            if not text:
                continue
            if column == 0 and len(row) > 1:
                yield Passage(_row(where, number), text, above)
                continue
            named = (*inside, row[0]) if column else inside
            over = heads[column] if column < len(heads) else ""
            yield Passage(_row(where, number), text, above, (*named, over), cell=True)


def _row(where: tuple[str, str], number: int) -> tuple[str, str]:
    return f"{where[0]}, rangée {number}", f"{where[1]}, row {number}"


def _clean(text: str) -> str:
    return re.sub(r"[ \t\r\n]+", " ", text).strip()


# --- plain text ------------------------------------------------------------------------------


def text_passages(path: Path) -> Iterator[Passage]:
    """Return the paragraphs and the tables, in tabs or bars, of a text."""
    text = _Text()
    for number, raw in enumerate(decoded(path).splitlines(), start=1):
        parts = _columns(raw)
        if len(parts) > 1:
            yield from text.row(parts)
        else:
            yield from text.line(number, raw.strip())
    yield from text.ended()


class _Text:
    """A text read line by line: the table or the paragraph that goes on."""

    def __init__(self) -> None:
        self._table: list[list[str]] = []
        self._kept: list[str] = []
        self._headings, self._first, self._tables = Headings(), 1, 0
        self._lead, self._item = ListLead(), False

    def row(self, parts: list[str]) -> Iterator[Passage]:
        """Take a row of a table; a paragraph ends before it."""
        if self._kept:
            yield from self.ended()
        if not all(re.fullmatch(r":?-+:?", p.strip()) for p in parts):
            self._table.append(parts)

    def line(self, number: int, line: str) -> Iterator[Passage]:
        """Take a line, which goes on or begins anew."""
        if self._table or not line or re.match(r"[-*•#]\s", line) or _whole(self._kept):
            if not line:
                self._name()
            yield from self.ended()
        if not line:
            return
        if not self._kept:
            self._first, self._item = number, bool(re.match(r"[-*•]\s", line))
        if heading := re.match(r"(#+)\s+(.*)", line):
            self._headings.add(len(heading[1]), heading[2])
        self._kept.append(re.sub(r"^(?:[-*•]|#+)\s+", "", line))

    def _name(self) -> None:
        """Take a short line that stands alone, without a stop, for a heading."""
        before = _clean(" ".join(self._kept))
        if before and not re.search(r"[.!?:;…]$", before) and len(before) < _HEADING:
            self._headings.add(1, before)

    def ended(self) -> Iterator[Passage]:
        """Yield what was going on."""
        if self._table:
            self._tables += 1
            where = (f"tableau {self._tables}", f"table {self._tables}")
            yield from cells(self._table, where, self._headings.above)
        if self._kept:
            where = (f"ligne {self._first}", f"line {self._first}")
            text = self._lead.after(_clean(" ".join(self._kept)), item=self._item)
            yield Passage(where, text, self._headings.above)
        self._table, self._kept = [], []


_HEADING = 120
"""The letters that a line which stands alone has fewer of, to be a heading."""


def _whole(kept: list[str]) -> bool:
    return bool(kept) and kept[-1].endswith((".", "!", "?", "…"))


def _columns(line: str) -> list[str]:
    if "\t" in line.strip():
        return line.strip("\n").split("\t")
    return line.strip().strip("|").split("|") if line.strip().startswith("|") else []


def decoded(path: Path) -> str:
    """Return the text of a file: UTF-8, UTF-16 by its mark, else that of an old Windows."""
    content = content_of(path)
    if b"\x00" in content[:1000] and content[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        raise refused(path, Said("publishing-checking-this-file-is-no-text-give-a-docx-pptx"))
    for encoding in ("utf-16",) if content[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig",):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("cp1252", "replace")


# --- HTML ------------------------------------------------------------------------------------

_NAMES_BLOCKS = (
    "address article aside blockquote body br dd details dialog div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table "
    "tbody td tfoot th thead tr ul caption "
)
_BLOCKS = frozenset(_NAMES_BLOCKS.split())
_NAMES_UNREAD = "script style template head svg math noscript "
_UNREAD = frozenset(_NAMES_UNREAD.split())
_LEVELS = {f"h{k}": k for k in range(1, 7)}
_LISTS = ("ul", "ol")


def html_passages(path: Path) -> Iterator[Passage]:
    """Return the blocks of a page, its tables and the alternative texts of its pictures."""
    reader = _Page()
    reader.feed(decoded(path))
    reader.close()
    reader.block()
    yield from reader.found


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Passage] = []
        self.headings = Headings()
        self._text: list[str] = []
        self._unread: list[str] = []
        self._rows: list[list[str]] | None = None
        self._caption = ""
        self._level = 0
        self._tables = 0
        self._blocks = 0
        self._captioning = False
        self._lists, self._lead = 0, ListLead()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNREAD:
            self._unread.append(tag)
        if self._unread:
            return
        if tag == "img" and (alt := dict(attrs).get("alt")):
            self.found.append(Passage(("texte de rechange", "alternative text"), _clean(alt)))
        if tag == "table" and self._rows is None:
            self.block()
            self._rows, self._caption = [], ""
        elif self._rows is not None and tag == "tr":
            self._rows.append([])
            self._text = []
        elif tag in ("td", "th", "caption") and self._rows is not None:
            self._text = []
            self._captioning = tag == "caption"
        elif tag in _BLOCKS and self._rows is None:
            self.block()
            self._level = _LEVELS.get(tag, 0)
            self._lists += tag in _LISTS
        elif tag in _BLOCKS:
            self._text.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if self._unread:
            if tag == self._unread[-1]:
                self._unread.pop()
            return
        if self._rows is not None:
            self._in_table(tag)
        elif tag in _BLOCKS:
            self.block()
            self._lists -= tag in _LISTS

    def _in_table(self, tag: str) -> None:
        if tag == "caption":
            self._caption, self._text, self._captioning = _clean("".join(self._text)), [], False
        elif tag in ("td", "th") and self._rows:
            self._rows[-1].append(_clean("".join(self._text)))
            self._text = []
        elif tag == "table":
            self._tables += 1
            where = (f"tableau {self._tables}", f"table {self._tables}")
            above = (*self.headings.above, self._caption) if self._caption else self.headings.above
            if self._caption:
                self.found.append(Passage(where, self._caption, self.headings.above))
            self.found += cells(self._rows or [], where, above)
            self._rows, self._text = None, []

    def handle_data(self, data: str) -> None:
        if not self._unread:
            self._text.append(data)

    def block(self) -> None:
        """End the block under way."""
        text, level = _clean("".join(self._text)), self._level
        self._text, self._level = [], 0
        if not text or self._rows is not None:
            return
        self._blocks += 1
        where = (f"paragraphe {self._blocks}", f"paragraph {self._blocks}")
        if level:
            self.headings.add(level, text)
            passage = self._passage(text, where)
            self.found.append(replace(passage, above=passage.above[:-1]))
        else:
            text = self._lead.after(text, item=self._lists > 0)
            self.found.append(self._passage(text, where))

    def _passage(self, text: str, where: tuple[str, str]) -> Passage:
        return Passage(where, text, self.headings.above)
