"""Every column of what goes out that holds numbers, by the file and table it stands in."""

from __future__ import annotations

import csv
import io
import json
import posixpath
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl

_NUMBER = re.compile(r"[<>−+-]?\s?\d[\d\s.,]*\s?(%|points?)?")
_DATA = re.compile(r"const [A-Z_]+ = (?=[\[{])")
_JSON = re.compile(r'<script type="application/(?:ld\+)?json"[^>]*>(.*?)</script>', re.DOTALL)


def columns_of(folder: Path) -> set[str]:
    """Return what holds a number in any row: ``open/series.csv: n_base``.

    Parameters
    ----------
    folder
        A version, or a site's folder of a language. Of a workbook the columns of its sheets, of
        slides those of the workbooks behind charts, of pages and JSON files the keys of their data.
    """
    found: set[str] = set()
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        if not path.is_file() or "interne" in name.parts:
            continue
        where = _general(name.as_posix())
        if path.suffix == ".csv":
            text = path.read_text(encoding="utf-8-sig")
            found |= {f"{where}: {c}" for c in _of_rows(list(csv.reader(io.StringIO(text))))}
        elif path.suffix in (".xlsx", ".pptx"):
            found |= {f"{where}: {c}" for c in _of_books(path)}
        elif path.suffix in (".json", ".jsonld", ".html"):
            found |= {f"{where}: {c}" for c in _of_data(path)}
    return found


def _general(name: str) -> str:
    """Name files of one kind alike: a page a question, a table a figure."""
    name = re.sub(r"^depot/.*\.csv$", "depot/*.csv", name)
    folder, file = posixpath.split(re.sub(r"(tables|tableaux)-[^/]+\.xlsx$", r"\1-*.xlsx", name))
    if posixpath.basename(folder) in ("questions", "figures"):
        file = f"*{posixpath.splitext(file)[1]}"
    return posixpath.join(folder, file)


def _of_rows(rows: list[list[str]]) -> Iterator[str]:
    if not rows:
        return
    for place, head in enumerate(rows[0]):
        if any(_NUMBER.fullmatch(row[place].strip()) for row in rows[1:] if len(row) > place):
            yield head.strip() or f"column {place + 1}"


def _of_books(path: Path) -> Iterator[str]:
    with zipfile.ZipFile(path) as packed:
        inner = [n for n in packed.namelist() if n.endswith(".xlsx")]
        books = [packed.read(n) for n in inner] if inner else [path.read_bytes()]
    for content in books:
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        for sheet in book.worksheets:
            rows = [
                ["" if c is None else str(c) for c in row]
                for row in sheet.iter_rows(values_only=True)
            ]
            yield from _of_sheet(rows)


def _of_sheet(rows: list[list[str]]) -> Iterator[str]:
    """Yield the heads that numbers stand under: a row of texts that begins a table."""
    head: list[str] = []
    before = 0
    for row in rows:
        filled = sum(bool(cell.strip()) for cell in row)
        numbers = [k for k, cell in enumerate(row) if _NUMBER.fullmatch(cell.strip())]
        if filled > 1 and before < 2 and not numbers:
            head = row
        for place in numbers:
            yield (head[place].strip() if place < len(head) else "") or f"column {place + 1}"
        before = filled


def _of_data(path: Path) -> Iterator[str]:
    text = path.read_text(encoding="utf-8-sig")
    if path.suffix != ".html":
        yield from _keys(json.loads(text), "")
        return
    for start in _DATA.finditer(text):
        try:
            data, _ = json.JSONDecoder().raw_decode(text[start.end() :])
        except ValueError:  # a script's own object, not data
            continue
        yield from _keys(data, "")
    for one in _JSON.finditer(text):
        yield from _keys(json.loads(one[1]), "")


def _keys(data: Any, name: str) -> Iterator[str]:
    """Yield the path of each key with a number, or an array of numbers in base 64."""
    if isinstance(data, dict):
        # what is named by what it is of (a question, a wave) is one kind of thing
        many = len(data) > 1 and len({type(v) for v in data.values()}) == 1 and _ids(data)
        for key, value in data.items():
            yield from _keys(value, f"{name}.{'*' if many else key}".lstrip("."))
    elif isinstance(data, list):
        for value in data:
            yield from _keys(value, name)
    elif (isinstance(data, (int, float)) and not isinstance(data, bool)) or (
        isinstance(data, str)
        and (
            _NUMBER.fullmatch(data.strip())
            or (len(data) > 40 and re.fullmatch(r"(\d\.\d:)?[A-Za-z0-9+/]+=*", data))
        )
    ):
        yield name


def _ids(data: dict[str, Any]) -> bool:
    """Whether keys are names of a survey's own and not words of a format."""
    return all(isinstance(v, (dict, list)) for v in data.values()) and len(data) > 4
