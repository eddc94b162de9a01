"""SurveyMonkey's CSV and workbook: a row of questions, then a row of answer options."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from padai.errors import Said
from padai.interchange.forms import plain_text
from padai.interchange.label_words import normal, slug
from padai.interchange.platforms.export import COMPLETE, Column, Export, column_of, place_of
from padai.interchange.platforms.parts import Layout, parted, with_others

SURVEYMONKEY = Said("interchange-surveymonkey")
_ID = {"respondent id", "respondentid", "id du repondant", "id de la personne interrogee"}
_COLLECTOR = {"collector id", "collectorid", "id du collecteur"}
_BESIDE = {
    *_ID, *_COLLECTOR, "start date", "end date", "date created", "date modified", "date de debut",
    "date de fin", "ip address", "adresse ip", "email address", "first name", "last name",
    "prenom", "nom", "nom de famille", "adresse e mail", "custom data 1",
    "donnees personnalisees 1",
}  # fmt: skip
_SINGLE = {"response", "reponse", "respuesta"}
_NAME = 4
"""Words that the name of a column may have: more of them are a question."""
_NUMBER = re.compile(r"[0-9]{9,}")
_OPEN = {"open ended response", "reponse ouverte", "respuesta abierta"}


def _marks(cells: Sequence[str], option: str) -> bool:
    """Whether a column says only that its option was chosen."""
    return bool({*cells} - {""}) and not {*cells} - {"", option}


def is_surveymonkey(head: Sequence[Sequence[str]]) -> bool:
    """Say whether the first row begins with the respondent, and is a platform's.

    The collector tells it, or the row of options below; a file from which the other columns about
    the interview were taken, and with them one of the two rows, begins with the respondent's long
    number and goes on with questions in words.
    """
    if len(head) < 2:
        return False
    names = [normal(cell) for cell in head[0]]
    if not set(names[:12]) & _ID:
        return False
    if set(names[:12]) & _COLLECTOR or {normal(cell) for cell in head[1]} & (_SINGLE | _OPEN):
        return True
    return _one_header(head) and any(len(cell.split()) > _NAME for cell in head[0])


def _one_header(table: Sequence[Sequence[str]]) -> bool:
    """Whether answers begin in the second row: a respondent's number stands there."""
    place = next((p for p, cell in enumerate(table[0]) if normal(cell) in _ID), None)
    told = table[1][place].strip() if place is not None and place < len(table[1]) else ""
    return bool(_NUMBER.fullmatch(told))


def _two_headers(table: Sequence[Sequence[str]]) -> Sequence[Sequence[str]]:
    """Return a table with the row of options that it was joined with: `Question - Option`."""
    if not _one_header(table):
        return table
    parted = [plain_text(cell).rpartition(" - ") for cell in table[0]]
    stems = [stem for stem, _, _ in parted if stem]
    whole = {plain_text(cell) for cell in table[0]}
    first, second, before = [], [], ""
    for cell, (stem, _, option) in zip(table[0], parted, strict=True):
        is_option = stem in whole or stems.count(stem) > 1
        asked = stem if is_option else plain_text(cell)
        first.append("" if asked == before else asked)
        second.append(option if is_option else "Response")
        before = asked
    return [first, second, *table[1:]]


def read_surveymonkey(path: Path, table: Sequence[Sequence[str]]) -> Export:
    """Read an export, condensed or expanded; a question's words stand above its first column.

    One header row, `Question - Option`, is read as the two that it was.

    References
    ----------
    SurveyMonkey, "Exporting all responses": two header rows.
    """
    table = _two_headers(table)
    width = max(len(row) for row in table[:2])
    first = [plain_text(cell) for cell in [*table[0], *[""] * width][:width]]
    second = [plain_text(cell) for cell in [*table[1], *[""] * width][:width]]
    heads = [normal(cell) for cell in first]
    beside = frozenset(p for p, head in enumerate(heads) if head in _BESIDE)
    names, wordings, firsts = list(first), list(first), list(range(width))
    number = 0
    for place in range(width):
        if place in beside:
            continue
        if first[place]:
            number += 1
        elif place:
            firsts[place] = firsts[place - 1]
            wordings[place] = wordings[place - 1]
        names[place] = f"q{number}"
    sizes = {start: firsts.count(start) for start in firsts}
    grouped = {p for p in range(width) if p not in beside and sizes[firsts[p]] > 1}
    order = {p: p - firsts[p] + 1 for p in grouped}
    asked = [
        f"{wordings[p]} - {second[p]}"
        if p in grouped and normal(second[p]) not in _SINGLE
        else wordings[p]
        for p in range(width)
    ]

    def made(place: int, cells: tuple[str, ...]) -> Column:
        name, option = names[place], second[place]
        if place not in grouped or normal(option) in _SINGLE:
            return Column(name, asked[place], cells, own_words=normal(option) in _OPEN)
        other = normal(option).startswith(
            (
                "other please",
                "other specify",
                "autre veuillez",
                "autre precisez",
                "otro especifique",
            )
        )
        return Column(
            f"{name}_{order[place]}",
            asked[place],
            cells,
            name,
            str(order[place]),
            option,
            own_words=other and not _marks(cells, option),
        )

    # A group's parts have names of their own ("First name" of a contact block).
    labels = [slug(names[p]) for p in range(width)]
    for place in grouped:
        said = {text for text in column_of(table[2:], place) if not text.isdigit()}
        if said - {"", second[place]}:
            labels[place] = second[place]
    places = {head: place for place, head in reversed(list(enumerate(heads)))}
    shown = [first[p] if p in beside else labels[p] or names[p] for p in range(width)]
    layout = Layout(
        SURVEYMONKEY,
        shown,
        asked,
        beside,
        place_of(places, *_ID),
        place_of(places, "end date", "date modified", "date de fin"),
        lambda row: COMPLETE,
        by_place=True,
    )
    export = parted(path, layout, table[2:], made)
    return replace(export, columns=with_others(export.columns))
