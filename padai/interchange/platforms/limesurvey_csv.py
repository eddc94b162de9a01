"""LimeSurvey's CSV: codes or full answers, under codes, full questions or both."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from padai.errors import Said
from padai.interchange.forms import plain_text
from padai.interchange.label_words import normal, slug
from padai.interchange.platforms.export import COMPLETE, PARTIAL, Export, ExportedColumn, place_of
from padai.interchange.platforms.parts import ExportLayout, at, parted, with_others

LIMESURVEY = Said("interchange-limesurvey")
_SAME = {
    "id": ("id", "response id", "id de la reponse", "id reponse", "id de respuesta", "antwort id"),
    "submitdate": ("submitdate", "date submitted", "date de soumission", "fecha de envio",
                   "datum abgeschickt"),
    "lastpage": ("lastpage", "last page", "derniere page", "ultima pagina", "letzte seite"),
    "startlanguage": ("startlanguage", "start language", "langue de depart",
                      "langue initiale", "lenguaje inicial", "idioma inicial", "start sprache"),
    "seed": ("seed", "tete de serie", "semilla", "zufallsgeneratorstartwert"),
    "startdate": ("startdate", "date started", "date de lancement", "fecha de inicio",
                  "datum gestartet"),
    "datestamp": ("datestamp", "date last action", "date de la derniere action",
                  "fecha de la ultima accion", "datum letzte aktivitat"),
}  # fmt: skip
_FIRST = ("id", "submitdate", "lastpage", "startlanguage")
"""The first columns of an export, in whatever language its heads are."""
_SHAPES = (
    re.compile(r"[1-9][0-9]*"),
    re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}(:[0-9]{2})?)?"),
    re.compile(r"[0-9]{0,3}|-1"),
    re.compile(r"[a-z]{2}(-[A-Za-z]{2,8})?"),
)
_BEHIND = (
    ("seed", re.compile(r"[0-9]{5,}")),
    *((k, _SHAPES[1]) for k in ("startdate", "datestamp")),
)
_TIMED = re.compile(
    r"interviewtime|(group|question)time ?\d*|(total|group|question) time( .*)?|"
    r"temps (total|(du|de la|par) (groupe|question))( .*)?|"
    r"tiempo (total|(del?|de la) (grupo|pregunta))( .*)?|"
    r"gesamtzeit|(gruppen|fragen)zeit( .*)?"
)
_BOTH = re.compile(r"([A-Za-z]\w*(?:\[\w+\])?)\.\s+(.*)", re.DOTALL)
_CODED = re.compile(r"([A-Za-z]\w*)(?:\[(\w+)\])?")
_WORDED = re.compile(r"(.*\S)\s*\[([^\]]+)\]", re.DOTALL)


def is_limesurvey(head: Sequence[Sequence[str]]) -> bool:
    """Say whether the columns of a response's life are there, by code or in words."""
    return bool(head) and {"id", "submitdate", "lastpage"} <= set(_known(head))


def _by_shape(table: Sequence[Sequence[str]]) -> dict[str, int]:
    """Return the places of the columns about the interview that only their cells tell."""
    rows = [row for row in table[1:] if len(row) > len(_FIRST)]
    columns = [[row[place].strip() for row in rows] for place in range(len(_FIRST))]
    whole = all(
        shape.fullmatch(cell)
        for shape, cells in zip(_SHAPES, columns, strict=True)
        for cell in cells
    )
    if not rows or not whole or not any(columns[1]) or len({*columns[0]}) < len(rows):
        return {}
    places = {key: place for place, key in enumerate(_FIRST)}
    place = len(_FIRST)
    for key, shape in _BEHIND:
        if all(shape.fullmatch(at(row, place)) for row in rows):
            places[key], place = place, place + 1
    return places


def _known(table: Sequence[Sequence[str]]) -> dict[str, int]:
    """Return the places of the columns about the interview."""
    places: dict[str, int] = {}
    for place, cell in enumerate(table[0]):
        both = _BOTH.fullmatch(cell.strip())
        spellings = {normal(cell), normal(both[1]) if both else ""}
        key = next((key for key, same in _SAME.items() if spellings & set(same)), None)
        if key is not None:
            places.setdefault(key, place)
    return places if {*_FIRST[:3]} <= {*places} else _by_shape(table) or places


class _Header(NamedTuple):
    """What the head of a column says: its name and wording, and the option of which question."""

    name: str
    wording: str
    stem: str = ""
    code: str = ""
    option: str = ""


def _header(head: str, beside: bool) -> _Header:
    """Read the head of a column: a code, words, or a code with words."""
    both = _BOTH.fullmatch(head)
    code, text = (both[1], both[2]) if both else (head, "")
    coded, worded = _CODED.fullmatch(code), _WORDED.fullmatch(text or head)
    asked = text or ("" if coded else head)
    wording = f"{worded[1]} - {worded[2]}" if worded and asked else asked
    if coded and (both or not worded or coded[2]):
        part = coded[2] or ""
        if not part:
            return _Header(coded[1], wording)
        option = worded[2] if worded else ""
        return _Header(f"{coded[1]}_{part}", wording, coded[1], part, option)
    if worded:
        stem, option = slug(worded[1])[:40], slug(worded[2])
        return _Header(f"{stem}_{option}"[:60], wording, stem, option, worded[2])
    return _Header(head if beside else slug(head)[:40], wording)


def read_limesurvey_export(path: Path, table: Sequence[Sequence[str]]) -> Export:
    """Read an export; a response without a date of submission is unfinished.

    References
    ----------
    LimeSurvey manual, "Exporting results": headings and answers as codes or in full.
    """
    heads = [plain_text(cell) for cell in table[0]]
    known = _known(table)
    headers = [_header(head, place in known.values()) for place, head in enumerate(heads)]
    parts = {(header.stem, header.code) for header in headers if header.stem}

    def made(place: int, cells: tuple[str, ...]) -> ExportedColumn:
        name, wording, stem, code, option = headers[place]
        commented = code.endswith("comment") and (stem, code.removesuffix("comment")) in parts
        own = commented or code.casefold() in ("other", "comment", "autre", "othertext")
        return ExportedColumn(name, wording, cells, stem, code, option, own_words=own)

    submitted = known["submitdate"]
    layout = ExportLayout(
        LIMESURVEY,
        [header.name for header in headers],
        [header.wording for header in headers],
        frozenset({*known.values(), *(p for p, head in enumerate(heads) if _timed(head))}),
        known["id"],
        place_of(known, "submitdate", "datestamp"),
        lambda row: COMPLETE if at(row, submitted) not in ("", "N/A") else PARTIAL,
    )
    export = parted(path, layout, table[1:], made)
    columns = with_others(export.columns)
    return replace(export, columns=columns, language=_spoken(table, known.get("startlanguage")))


def _timed(head: str) -> bool:
    """Whether a column tells how long a page or a question took."""
    both = _BOTH.fullmatch(head)
    return any(_TIMED.fullmatch(normal(text)) for text in (head, both[1] if both else ""))


def _spoken(table: Sequence[Sequence[str]], place: int | None) -> str:
    """Return the language in which most responses began, without its region."""
    tags = [] if place is None else [at(row, place).strip().casefold() for row in table[1:]]
    spoken = [tag.partition("-")[0] for tag in tags if re.fullmatch(r"[a-z]{2}(-.+)?", tag)]
    return max(sorted(set(spoken)), key=spoken.count) if spoken else ""
