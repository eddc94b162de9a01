"""What translators work with: a language's messages out to a workbook or a PO file, and in again.

The text of a message goes out as Fluent has it, so that a translator may choose a plural that
English has not. Nothing comes in that padai could not say: each message is read, its facts must
be those of English, and what is wrong is listed whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from padai.words.catalogues import WordCatalogue, catalogue, folders
from padai.words.syntax import Entry, WordsError

SOURCE = "en"
"""The language that others are translated from."""
SUFFIXES = (".xlsx", ".po")
_HEADS = ("file", "message", "English", "translation")


@dataclass(frozen=True, slots=True)
class TranslationRow:
    """A message to be translated: its file and id, the English, the text so far."""

    file: str
    id: str
    english: str
    text: str


class NotTakenError(WordsError):
    """Messages of a translator's file cannot be said, each for a reason of its own."""

    def __init__(self, faults: Sequence[WordsError]) -> None:
        super().__init__(faults[0].id, faults[0].at, **faults[0].facts)
        self.faults = tuple(faults)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.faults,)

    def __str__(self) -> str:
        return "\n".join(map(str, self.faults))


def rows(tag: str) -> list[TranslationRow]:
    """Return every message of padai with its text in a language, empty where it has none."""
    english = catalogue(SOURCE)
    own = catalogue(tag).entries if tag in folders() else {}
    return [
        TranslationRow(Path(e.file).name, e.id, e.text, own[e.id].text if e.id in own else "")
        for e in english.entries.values()
    ]


def lacking(tag: str) -> list[str]:
    """Return the ids of the messages that a language has no words for."""
    return [row.id for row in rows(tag) if not row.text]


def faults(tag: str, texts: Mapping[str, Entry]) -> Iterator[WordsError]:
    """Yield what is wrong with the messages of a language, beside those of English."""
    english = catalogue(SOURCE)
    own = WordCatalogue.of(tag, texts)
    for entry in texts.values():
        if entry.id not in english.entries:
            yield WordsError("padai-words-message-unknown", entry)
            continue
        try:
            extra = own.variables(entry.id) - english.variables(entry.id)
        except WordsError as error:
            yield error
            continue
        # French may need a fact that English has no use for: code gives it to all.
        given = extra - catalogue("fr").variables(entry.id)
        if given:
            names = ", ".join(f"${name}" for name in sorted(given))
            yield WordsError("padai-words-code-gives-no", entry, names=names)


def checked(tag: str) -> list[str]:
    """Return what is wrong with the messages that a language has."""
    if tag not in folders():
        return []
    known = catalogue(tag)
    wrong = [*known.checked(), *faults(tag, known.entries)]
    return list(dict.fromkeys(map(str, wrong)))


def exported(tag: str, path: Path) -> int:
    """Write a language's messages to a workbook or a PO file; return how many lack words."""
    listed = rows(tag)
    if path.suffix == ".po":
        path.write_text(_po(tag, listed), encoding="utf-8")
    else:
        _workbook(tag, listed, path)
    return sum(not row.text for row in listed)


def imported(tag: str, path: Path, folder: Path) -> tuple[int, int]:
    """Write a translator's file as Fluent files; return how many messages it has and lacks.

    Raises
    ------
    NotTakenError
        Some messages cannot be said; each is named.
    """
    given = list(_read_po(path) if path.suffix == ".po" else _read_workbook(path))
    written = {
        row.id: Entry(row.id, path.name, number, row.text)
        for number, row in enumerate(given, start=2)
        if row.text.strip()
    }
    wrong = list(faults(tag, written))
    if wrong:
        raise NotTakenError(wrong)
    files: dict[str, list[Entry]] = {}
    for source in catalogue(SOURCE).entries.values():
        if source.id in written:
            files.setdefault(Path(source.file).name, []).append(written[source.id])
    target = folder / tag
    target.mkdir(parents=True, exist_ok=True)
    for name, entries in files.items():
        body = "\n".join(f"{e.id} = {e.text}" for e in sorted(entries, key=lambda e: e.id))
        (target / name).write_text(f"# padai, {name[:-4]}\n\n{body}\n", encoding="utf-8")
    return len(written), len(catalogue(SOURCE).entries) - len(written)


# --- a workbook ---------------------------------------------------------------------------


def _workbook(tag: str, told: list[TranslationRow], path: Path) -> None:
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    sheet = book.create_sheet(tag)
    sheet.freeze_panes = "A2"
    for letter, width in zip("ABCD", (24, 40, 70, 70), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.append(_HEADS)
    for row in told:
        cells = []
        for text in (row.file, row.id, row.english, row.text):
            cell = WriteOnlyCell(sheet, text)
            cell.data_type = "s"  # a text that begins with = is a text
            cells.append(cell)
        sheet.append(cells)
    book.save(path)


def _read_workbook(path: Path) -> Iterator[TranslationRow]:
    from openpyxl import load_workbook

    book = load_workbook(path, read_only=True)
    try:
        lines = book.worksheets[0].iter_rows(values_only=True)
        heads = tuple(str(h) for h in next(lines, ())[:4])
        if heads != _HEADS:
            raise WordsError("padai-words-first-row", file=path.name, heads=", ".join(_HEADS))
        for line in lines:
            file, ident, english, text = ("" if v is None else str(v) for v in line[:4])
            yield TranslationRow(file, ident, english, text)
    finally:
        book.close()


# --- a PO file ----------------------------------------------------------------------------

_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
_HEAD = 'msgid ""\nmsgstr ""\n"Language: {tag}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'


def _quoted(text: str) -> str:
    plain = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{plain}"'


def _po(tag: str, told: list[TranslationRow]) -> str:
    blocks = [_HEAD.format(tag=tag)]
    for row in told:
        blocks.append(
            f"#: {row.file}\nmsgctxt {_quoted(row.id)}\nmsgid {_quoted(row.english)}\n"
            f"msgstr {_quoted(row.text)}\n"
        )
    return "\n".join(blocks)


def _unquoted(text: str) -> str:
    escaped = {"n": "\n", "t": "\t"}
    return re.sub(r"\\(.)", lambda m: escaped.get(m[1], m[1]), text)


def _read_po(path: Path) -> Iterator[TranslationRow]:
    for block in re.split(r"\n\s*\n", path.read_text(encoding="utf-8")):
        entry: dict[str, str] = {}
        key = ""
        for line in block.splitlines():
            if match := re.match(r"(msgctxt|msgid|msgstr) ", line):
                key = match[1]
                entry[key] = ""
            if key and not line.startswith("#"):
                entry[key] += "".join(_unquoted(m) for m in _STRING.findall(line))
        if entry.get("msgctxt") and "#, fuzzy" not in block:
            yield TranslationRow(
                "", entry["msgctxt"], entry.get("msgid", ""), entry.get("msgstr", "")
            )
