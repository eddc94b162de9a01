"""SurveyMonkey's CSV and workbook: a row of questions, then a row of answer options."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from padai.errors import Said
from padai.interchange.forms import plain_text
from padai.interchange.label_words import normal, slug
from padai.interchange.platforms.export import COMPLETE, Export, ExportedColumn, column_of, place_of
from padai.interchange.platforms.parts import ExportLayout, at, parted, with_others

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
FEWEST_SINGLE = 3
"""Questions under which the second row says *Response*, from which on it is one of options."""
_NAME = 4
"""Words that the name of a column may have: more of them are a question."""
_NUMBER = re.compile(r"[0-9]{9,}")
_OTHER = ("other please", "other specify", "autre veuillez", "autre precisez", "otro especifique")
_OPEN = {"open ended response", "reponse ouverte", "respuesta abierta"}


def _marks(cells: Sequence[str], option: str) -> bool:
    """Whether a column says only that its option was chosen."""
    return bool({*cells} - {""}) and not {*cells} - {"", option}


def is_surveymonkey(head: Sequence[Sequence[str]]) -> bool:
    """Say whether the first row begins with the respondent, and is a platform's.

    A row that says *Response* under most questions is one of options also where the respondents'
    numbers were taken away. The collector tells it, or the row of options below; a file from which
    the other columns about the interview were taken, and with them one of the two rows, begins with
    the respondent's long number and goes on with questions in words.
    """
    if len(head) < 2:
        return False
    names = [normal(cell) for cell in head[0]]
    if not set(names[:12]) & _ID:
        return _says_response(head)
    if set(names[:12]) & _COLLECTOR or {normal(cell) for cell in head[1]} & (_SINGLE | _OPEN):
        return True
    return _one_header(head) and any(len(cell.split()) > _NAME for cell in head[0])


def _says_response(head: Sequence[Sequence[str]]) -> bool:
    """Whether the second row is one of options, and the first of questions in words."""
    options = [normal(cell) for cell in head[1] if cell.strip()]
    single = sum(cell in _SINGLE | _OPEN for cell in options)
    worded = any(len(cell.split()) > _NAME for cell in head[0])
    return worded and single >= FEWEST_SINGLE and 2 * single >= len(options)


def _one_header(table: Sequence[Sequence[str]]) -> bool:
    """Whether answers begin in the second row: a respondent's number stands there."""
    place = next((p for p, cell in enumerate(table[0]) if normal(cell) in _ID), None)
    first_answer = table[1][place].strip() if place is not None and place < len(table[1]) else ""
    return bool(_NUMBER.fullmatch(first_answer))


def _two_headers(table: Sequence[Sequence[str]]) -> Sequence[Sequence[str]]:
    """Return a table with the row of options that it was joined with: `Question - Option`.

    Where the cells of columns side by side hold the end of their head or nothing, what stands
    before it is their question: `3. Python` and `3. R`.
    """
    if not _one_header(table):
        return table
    parted = _boxes(table)
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


def _boxes(table: Sequence[Sequence[str]]) -> list[tuple[str, str, str]]:
    """Part each head into its question and its option, by ` - ` or by what a ticked box holds."""
    heads = [plain_text(cell) for cell in table[0]]
    parted = [head.rpartition(" - ") for head in heads]
    stems = [""] * len(heads)
    for place, head in enumerate(heads):
        ticked = {text for row in table[1:] if (text := plain_text(at(row, place)))}
        if len(ticked) == 1 and head.endswith(tuple(ticked)):
            stems[place] = head.removesuffix(next(iter(ticked))).rstrip(" -:")
    for place, stem in enumerate(stems):
        if stem and stem in (*stems[max(place - 1, 0) : place], *stems[place + 1 : place + 2]):
            parted[place] = (stem, " - ", heads[place].removeprefix(stem).lstrip(" -:"))
    return parted


@dataclass(frozen=True)
class _Heads:
    """What the two rows of heads say, by column.

    Attributes
    ----------
    first, second : list of str
        The rows as they stand: questions, then answer options.
    beside : frozenset of int
        Columns that tell of the interview.
    names, wordings : list of str
        Of the question that each column is of.
    starts : list of int
        The column where that question begins.
    """

    first: list[str]
    second: list[str]
    beside: frozenset[int]
    names: list[str]
    wordings: list[str]
    starts: list[int]

    @classmethod
    def of(cls, table: Sequence[Sequence[str]]) -> _Heads:
        """Read the two rows; a question without words goes on from the column before."""
        width = max(len(row) for row in table[:2])
        first = [plain_text(cell) for cell in [*table[0], *[""] * width][:width]]
        second = [plain_text(cell) for cell in [*table[1], *[""] * width][:width]]
        beside = frozenset(p for p, head in enumerate(first) if normal(head) in _BESIDE)
        names, wordings, starts = list(first), list(first), list(range(width))
        number = 0
        for place in range(width):
            if place in beside:
                continue
            if first[place]:
                number += 1
            elif place:
                starts[place] = starts[place - 1]
                wordings[place] = wordings[place - 1]
            names[place] = f"q{number}"
        return cls(first, second, beside, names, wordings, starts)

    @cached_property
    def grouped(self) -> frozenset[int]:
        """The columns of questions that have several."""
        sizes = Counter(self.starts)
        every = range(len(self.first))
        return frozenset(p for p in every if p not in self.beside and sizes[self.starts[p]] > 1)

    def asked(self, place: int) -> str:
        """Return the question of a column, with its option where it has one."""
        if place in self.grouped and normal(self.second[place]) not in _SINGLE:
            return f"{self.wordings[place]} - {self.second[place]}"
        return self.wordings[place]

    def column(self, place: int, cells: tuple[str, ...]) -> ExportedColumn:
        """Return a column with what is said of it."""
        name, option, asked = self.names[place], self.second[place], self.asked(place)
        if place not in self.grouped or normal(option) in _SINGLE:
            return ExportedColumn(name, asked, cells, own_words=normal(option) in _OPEN)
        order = str(place - self.starts[place] + 1)
        other = normal(option).startswith(_OTHER) and not _marks(cells, option)
        return ExportedColumn(f"{name}_{order}", asked, cells, name, order, option, own_words=other)

    def shown(self, rows: Sequence[Sequence[str]]) -> list[str]:
        """Return what each column is called; parts of a contact block have names of their own."""
        shown = []
        for place, name in enumerate(self.names):
            option = self.second[place]
            label = slug(name)
            if place in self.grouped:
                texts = {text for text in column_of(rows, place) if not text.isdigit()}
                label = option if texts - {"", option} else label
            shown.append(self.first[place] if place in self.beside else label or name)
        return shown


def read_surveymonkey(path: Path, table: Sequence[Sequence[str]]) -> Export:
    """Read an export, condensed or expanded; a question's words stand above its first column.

    One header row, `Question - Option`, is read as the two that it was.

    References
    ----------
    SurveyMonkey, "Exporting all responses": two header rows.
    """
    table = _two_headers(table)
    heads = _Heads.of(table)
    normals = [normal(cell) for cell in heads.first]
    places = {head: place for place, head in reversed(list(enumerate(normals)))}
    layout = ExportLayout(
        SURVEYMONKEY,
        heads.shown(table[2:]),
        [heads.asked(place) for place in range(len(heads.first))],
        heads.beside,
        place_of(places, *_ID),
        place_of(places, "end date", "date modified", "date de fin"),
        lambda row: COMPLETE,
        by_place=True,
    )
    export = parted(path, layout, table[2:], heads.column)
    return replace(export, columns=with_others(export.columns))
