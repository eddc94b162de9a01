"""Tables of pages and documents: HTML, docx, and the lines of a PDF.

A table says nothing of its own about which question and which part it shows. It is read as each
part in turn, and kept as the one with which the figures that are already known agree.
"""

from __future__ import annotations

import re
import subprocess
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from lxml import etree, html

from tests.outsider.figures import Figure, Place, within_of
from tests.outsider.questionnaire import Questionnaire, Within, plain
from tests.outsider.reading.numbers import printed

Known = Mapping[tuple[object, ...], Figure]
N_HEADS = ("n", "unweighted n", "n non pondéré")
RAW_HEADS = ("sample, unweighted", "échantillon non pondéré", "échantillon, non pondéré")
"""The share of people, not of weights, in the table of calibration margins."""
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True)
class Grid:
    """A table as it is printed: what stands above it, its heads, its rows."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    source: str


def grids_of(path: Path) -> list[Grid]:
    """Return the tables of a page or of a document."""
    return list(_html(path) if path.suffix == ".html" else _docx(path))


def _html(path: Path) -> Iterator[Grid]:
    tree = html.parse(str(path)).getroot()
    title = " ".join("".join(tree.xpath("//h1//text()")).split())
    for table in tree.xpath("//table"):
        lines = [
            tuple(_words(cell) for cell in row.xpath("./th|./td")) for row in table.xpath(".//tr")
        ]
        if len(lines) > 1:
            caption = " ".join("".join(table.xpath(".//caption//text()")).split())
            yield Grid(f"{title} | {caption}", lines[0], tuple(lines[1:]), path.name)


def _words(cell: html.HtmlElement) -> str:
    return " ".join(" ".join(cell.itertext()).split())


def _docx(path: Path) -> Iterator[Grid]:
    with zipfile.ZipFile(path) as packed:
        body = etree.fromstring(packed.read("word/document.xml"))[0]
    before = ""
    for block in body:
        if block.tag == f"{_WORD}p":
            before = "".join(block.itertext()) or before
        if block.tag == f"{_WORD}tbl":
            lines = [
                tuple(
                    " ".join(" ".join(t.text or "" for t in cell.iter(f"{_WORD}t")).split())
                    for cell in row.iter(f"{_WORD}tc")
                )
                for row in block.iter(f"{_WORD}tr")
            ]
            if len(lines) > 1:
                yield Grid(before, lines[0], tuple(lines[1:]), path.name)


def pdf_text(path: Path) -> str:
    """Return the text of a PDF, by the command that every reader has."""
    done = subprocess.run(
        ["pdftotext", "-layout", str(path), "-"], capture_output=True, check=False
    )
    return done.stdout.decode("utf-8", "replace")


def read_grids(
    grids: list[Grid], asked: Questionnaire, here: Place, known: Known, question: str = ""
) -> list[Figure]:
    """Read what tables say of groups, each as the part whose known figures agree with it."""
    parts = list(asked.waves.get(here.wave, {}).get("parts", {})) or ["main"]
    found: list[Figure] = []
    for grid in grids:
        if not grid.heads:
            continue
        readings = [
            list(figures_of(grid, asked, replace(here, part=part), question)) for part in parts
        ]
        scored = [(_agreement(reading, known), reading) for reading in readings if reading]
        fitting = [(score, reading) for score, reading in scored if score > 0]
        if fitting:
            found += max(fitting, key=lambda one: one[0])[1]
    return found


def _agreement(reading: list[Figure], known: Known) -> int:
    """Count the figures that agree with what is known; -1 where one contradicts it."""
    agreed = 0
    for figure in reading:
        other = known.get(figure.key)
        if other is None or other.withheld or figure.withheld:
            continue
        if max(figure.low, other.low) > min(figure.high, other.high) + 1e-9:
            return -1
        agreed += 1
    return agreed


def figures_of(grid: Grid, asked: Questionnaire, here: Place, question: str) -> Iterator[Figure]:
    question = question or _question(grid, asked)
    breakdowns = asked.found(("breakdown",), grid.heads[0])
    breakdown = breakdowns[0] if breakdowns else ""
    for row in grid.rows:
        if not row:
            continue
        if not any(cell.strip() for cell in row[1:]):
            inside = asked.found(("breakdown",), row[0])
            breakdown = inside[0] if inside else breakdown
            continue
        within = _within(asked, breakdown, row[0])
        if within is None:
            continue
        for head, cell in zip(grid.heads[1:], row[1:], strict=False):
            yield from _cell(asked, here, question, within, head, cell, grid.source, breakdown)


def _question(grid: Grid, asked: Questionnaire) -> str:
    text = plain(grid.caption)
    named = [
        (len(label), key[1])
        for key, labels in asked.labels.items()
        if key[0] == "question"
        for label in labels
        if label and label in text
    ]
    return max(named)[1] if named else ""


def _within(asked: Questionnaire, breakdown: str, label: str) -> Within | None:
    if plain(label) in ("all", "ensemble", "total"):
        return ()
    groups = asked.found(("group", breakdown), label)
    return within_of(asked, breakdown, groups[0]) if groups else None


def _cell(
    asked: Questionnaire,
    here: Place,
    question: str,
    within: Within,
    head: str,
    cell: str,
    source: str,
    breakdown: str,
) -> Iterator[Figure]:
    value = printed(cell)
    withheld = cell.strip() == "x"
    if plain(head) in N_HEADS:
        of = question or (
            asked.groups[breakdown][next(iter(asked.groups[breakdown]))][0] if breakdown else ""
        )
        if of and (withheld or (value and not value[1])):
            n = value[0] if value else 0.0
            yield Figure(here, "n", of, "", within, n, n, withheld, source)
        return
    if plain(head) in RAW_HEADS and breakdown:
        yield from _raw(asked, here, within, value, withheld, source, breakdown)
        return
    responses = asked.found(("response", question), head) if question else []
    if len(responses) != 1 or not (withheld or value):
        return
    kind = "mean" if responses[0] == "mean" else "share"
    low = high = 0.0
    if value and not withheld:
        scale = 1.0 if kind == "mean" else 0.01
        half = 0.5 * 10.0 ** -value[1] * scale * (1 + 1e-9)
        low, high = value[0] * scale - half, value[0] * scale + half
    yield Figure(here, kind, question, responses[0], within, low, high, withheld, source)


def _raw(
    asked: Questionnaire,
    here: Place,
    within: Within,
    value: tuple[float, int, bool] | None,
    withheld: bool,
    source: str,
    breakdown: str,
) -> Iterator[Figure]:
    """Read a share of people as how many they can be."""
    of = asked.groups[breakdown][next(iter(asked.groups[breakdown]))][0]
    size = asked.size(here.wave, here.part)
    if withheld:
        yield Figure(here, "raw", of, "", within, 0.0, 0.0, True, source)
    elif value and size:
        half = 0.005 * 10.0 ** -value[1] * (1 + 1e-9)
        ends = ((value[0] / 100 - half) * size, (value[0] / 100 + half) * size)
        yield Figure(here, "n", of, "", within, *ends, False, source)


WEIGHT_RANGE = re.compile(
    r"(?:Weights from|Poids de)\s+([\d.,]+)\s+(?:to|à)\s+([\d.,]+)\s+(?:times|fois)"
)


def weight_range(texts: Iterator[str]) -> tuple[float, float] | None:
    """Find the range of weights that a page on methods prints."""
    for text in texts:
        if found := WEIGHT_RANGE.search(" ".join(text.split())):
            low, high = (float(end.replace(",", ".").rstrip(".")) for end in found.groups())
            return max(0.0, low - 0.005), high + 0.005
    return None
