"""Slides: the workbook inside each chart, and what the chart itself remembers of it."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import openpyxl
from lxml import etree

from tests.outsider.figures import Figure, Place, within_of
from tests.outsider.questionnaire import Questionnaire, plain
from tests.outsider.reading.numbers import around

Line = list[object]
_ADDRESS = re.compile(r"series\.csv \(([^)]+)\)")


def read_slides(path: Path, asked: Questionnaire, here: Place) -> Iterator[Figure]:
    """Read the charts of a deck: each slide's notes say of which cell its chart is."""
    with zipfile.ZipFile(path) as packed:
        for name in sorted(packed.namelist()):
            if not re.fullmatch(r"ppt/slides/slide\d+\.xml", name):
                continue
            beside = _related(packed, name)
            notes = " ".join(_words(packed, of) for of in beside if "notesSlide" in of)
            address = _ADDRESS.search(notes)
            if address is None:
                continue
            cell = [piece.strip() for piece in address[1].split(",")]
            for chart in (of for of in beside if "/charts/" in of):
                grids = [
                    _remembered(packed, chart),
                    *(
                        _workbook(packed, book)
                        for book in _related(packed, chart)
                        if book.endswith(".xlsx")
                    ),
                ]
                for grid in grids:
                    yield from _figures(grid, cell, asked, here, path.name)


def _related(packed: zipfile.ZipFile, name: str) -> list[str]:
    folder, file = posixpath.split(name)
    listed = f"{folder}/_rels/{file}.rels"
    if listed not in packed.namelist():
        return []
    tree = etree.fromstring(packed.read(listed))
    return [posixpath.normpath(f"{folder}/{of.get('Target')}") for of in tree]


def _words(packed: zipfile.ZipFile, name: str) -> str:
    tree = etree.fromstring(packed.read(name))
    return " ".join("".join(of.text or "" for of in p.iter("{*}t")) for p in tree.iter("{*}p"))


def _workbook(packed: zipfile.ZipFile, name: str) -> list[Line]:
    book = openpyxl.load_workbook(io.BytesIO(packed.read(name)), data_only=True)
    return [list(row) for sheet in book.worksheets for row in sheet.iter_rows(values_only=True)]


def _remembered(packed: zipfile.ZipFile, name: str) -> list[Line]:
    """Return the figures that the chart keeps beside its workbook."""
    tree = etree.fromstring(packed.read(name))
    lines: dict[str, Line] = {}
    for series in tree.iter("{*}ser"):
        of = {
            kind: [v.text for v in series.iterfind(f"{{*}}{kind}//{{*}}v")]
            for kind in ("cat", "val")
        }
        for category, value in zip(of["cat"], of["val"], strict=False):
            lines.setdefault(str(category), [category]).append(float(value or "nan"))
    return list(lines.values())


def _figures(
    grid: list[Line], cell: list[str], asked: Questionnaire, here: Place, source: str
) -> Iterator[Figure]:
    part, question, response, breakdown, group = cell
    within = within_of(asked, breakdown, group)
    if within is None:
        return
    waves = {plain(wave): wave for wave in asked.waves}
    for category, *values in grid:
        shown = [v for v in values if isinstance(v, (int, float)) and v == v]
        if category is None or not shown:
            continue
        text = plain(str(category))
        answers = asked.found(("response", question), text)
        if text in waves:
            place, of = replace(here, wave=waves[text], part=part), response
        elif len(answers) == 1:
            place, of = replace(here, part=part), answers[0]
        else:
            continue
        kind = "mean" if of == "mean" else "share"
        scale = 1.0 if kind == "mean" else 0.01
        low, high = around(float(shown[0]) * scale, 1 if kind == "mean" else 3)
        yield Figure(place, kind, question, of, within, low, high, False, source)
