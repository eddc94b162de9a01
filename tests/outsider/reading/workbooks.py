"""The workbooks of a release, xlsx and ods: one sheet a question, one row a figure."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import openpyxl
from lxml import etree

from tests.outsider.figures import Figure, Place, within_of
from tests.outsider.questionnaire import Questionnaire
from tests.outsider.reading.numbers import around, decimals

Line = list[str]
HEADS = {
    "breakdown": ("breakdown", "répartition", "ventilation"), "group": ("group", "groupe"),
    "answer": ("answer", "réponse"), "estimate": ("estimate", "estimation"), "n": ("n",),
    "flag": ("flag", "cote"),
}  # fmt: skip
_OFFICE = {
    "t": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "o": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
}


def read_workbook(path: Path, asked: Questionnaire, here: Place) -> list[Figure]:
    """Read the sheets of a workbook whose heads are those of estimates."""
    sheets = _xlsx(path) if path.suffix == ".xlsx" else _ods(path)
    found: list[Figure] = []
    for name, lines in sheets:
        question, _, part = name.partition(".")
        if question in asked.responses:
            found += _sheet(lines, asked, question, replace(here, part=part or "main"), path.name)
    return found


def _xlsx(path: Path) -> Iterator[tuple[str, list[Line]]]:
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    for sheet in book.worksheets:
        yield (
            sheet.title,
            [
                ["" if cell is None else _text(cell) for cell in row]
                for row in sheet.iter_rows(values_only=True)
            ],
        )


def _text(cell: object) -> str:
    return repr(cell) if isinstance(cell, float) else str(cell)


def _ods(path: Path) -> Iterator[tuple[str, list[Line]]]:
    with zipfile.ZipFile(path) as packed:
        tree = etree.fromstring(packed.read("content.xml"))
    name, value, repeat = (
        f"{{{_OFFICE['t']}}}name",
        f"{{{_OFFICE['o']}}}value",
        "number-columns-repeated",
    )
    for table in tree.iter(f"{{{_OFFICE['t']}}}table"):
        lines = []
        for row in table.iter(f"{{{_OFFICE['t']}}}table-row"):
            line: Line = []
            for cell in row:
                times = int(cell.get(f"{{{_OFFICE['t']}}}{repeat}", "1"))
                text = cell.get(value) or "".join(cell.itertext())
                line += [text] * min(times, 50)
            lines.append(line)
        yield table.get(name, ""), lines


def _sheet(
    lines: list[Line], asked: Questionnaire, question: str, here: Place, source: str
) -> Iterator[Figure]:
    at, columns = _heads(lines)
    if not columns:
        return
    body = [
        dict(
            zip(columns, (line[i] if i < len(line) else "" for i in columns.values()), strict=True)
        )
        for line in lines[at + 1 :]
        if any(line)
    ]
    known = [(row, found) for row in body if (found := _which(asked, question, row))]
    digits = {
        kind: decimals(
            row["estimate"]
            for row, (response, _) in known
            if (response == "mean") == (kind == "mean")
        )
        for kind in ("mean", "share")
    }
    for row, (response, within) in known:
        kind = "mean" if response == "mean" else "share"
        made = Figure(here, kind, question, response, within, 0.0, 0.0, True, source)
        withheld = "x" in row["flag"].split()
        if row["estimate"]:
            low, high = around(float(row["estimate"]), digits[kind])
            yield replace(made, low=low, high=high, withheld=False)
        elif withheld:
            yield made
        base = replace(made, kind="n", response="mean" if kind == "mean" else "")
        if row["n"]:
            yield replace(base, low=float(row["n"]), high=float(row["n"]), withheld=False)
        elif withheld:
            yield base


def _heads(lines: list[Line]) -> tuple[int, dict[str, int]]:
    for at, line in enumerate(lines):
        names = [cell.strip().casefold() for cell in line]
        if any(head in names for head in HEADS["breakdown"]):
            found = {
                key: next((names.index(h) for h in heads if h in names), -1)
                for key, heads in HEADS.items()
            }
            if min(found.values()) >= 0:
                return at, found
    return -1, {}


def _which(asked: Questionnaire, question: str, row: dict[str, str]) -> tuple[str, tuple] | None:
    """Find, by their texts, which response of which group a row is."""
    responses = asked.found(("response", question), row["answer"])
    if len(responses) != 1:
        return None
    if row["breakdown"] in ("All", "Ensemble") or row["group"] in ("All", "Ensemble"):
        return responses[0], ()
    for breakdown in asked.found(("breakdown",), row["breakdown"]):
        for group in asked.found(("group", breakdown), row["group"]):
            within = within_of(asked, breakdown, group)
            if within is not None:
                return responses[0], within
    return None
