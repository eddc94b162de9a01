"""REDCap's CSV, of codes or labels, and its data dictionary read as a questionnaire."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from padai.errors import DataError, Said
from padai.interchange.draft import Words
from padai.interchange.forms import ConditionReader, Form, plain_text, said
from padai.interchange.label_words import language
from padai.interchange.platforms.export import COMPLETE, PARTIAL, Export, ExportedColumn
from padai.interchange.platforms.grid import head_of, whole
from padai.interchange.platforms.parts import ExportLayout, at, parted

REDCAP = Said("interchange-redcap")
_VARIABLE = "variable / field name"
_BRANCHING = ConditionReader(
    r"\[(?P<q>\w+)\]\s*=\s*['\"]?(?P<v>-?[\w.]+)['\"]?"
    r"|\[(?P<q2>\w+)\((?P<v2>-?\w+)\)\]\s*=\s*['\"]?1['\"]?"
)
_OPTION = re.compile(r"(\w+?)___(\w+)")
_CHOICE = re.compile(r"(.*\S)\s*\(choice=(.*)\)", re.DOTALL)
"""An option of a check box, under the labels of an export."""
_DONE = "Complete?"
_BESIDE = {
    *("event name", "repeat instrument", "repeat instance", "data access group"),
    *("survey identifier", "survey timestamp"),
}
_FIRST = {"record id", "study id", "participant id", "subject id"}
_ENDED = {"2", "complete", "complet", "complete?"}


def is_redcap(head: Sequence[Sequence[str]]) -> bool:
    """Say whether instruments end with their ``_complete`` column, or events are named."""
    names = [cell.strip() for cell in head[0]] if head else []
    words = {name.casefold() for name in names}
    choices = sum(bool(_CHOICE.fullmatch(name)) for name in names)
    if choices > 1 or (_DONE in names and (_FIRST | _BESIDE) & words):
        return True
    ends = [name for name in names if name.endswith("_complete")]
    named = {"redcap_event_name", "redcap_survey_identifier", "redcap_repeat_instrument"}
    first = bool(names) and names[0] in ("record_id", "study_id", "participant_id", "subject_id")
    checked = any(_OPTION.fullmatch(name) for name in names)
    return bool(named & set(names)) or (bool(ends) and (first or checked))


def is_dictionary(path: Path) -> bool:
    """Say whether a file is a data dictionary."""
    head = head_of(path) if path.suffix.lower() == ".csv" else []
    return bool(head) and head[0][0].strip().strip('"').casefold() == _VARIABLE


def _is_timestamp(name: str) -> bool:
    return name.endswith("_timestamp") or name.casefold() == "survey timestamp"


def read_redcap(path: Path, table: Sequence[Sequence[str]]) -> Export:
    """Read an export of one row a record; an instrument that is not complete is unfinished.

    Where no record is marked complete, the mark was never used, as in projects whose records are
    typed in or imported: all are kept, and it is told.

    Raises
    ------
    DataError
        It has several rows a record: events or repeated instruments.

    References
    ----------
    REDCap, "Data Exports, Reports, and Stats": raw and labelled data, checkboxes as ``___``.
    """
    names = [cell.strip() for cell in table[0]]
    rows = table[1:]
    records = [at(row, 0) for row in rows]
    if len(set(records)) < len(records):
        raise DataError(
            Said("interchange-redcap-has-several-rows-a-record-events", path_name=path.name),
        )
    ends = [p for p, name in enumerate(names) if name.endswith("_complete") or name == _DONE]
    stamps = [p for p, name in enumerate(names) if _is_timestamp(name)]

    def ended(row: Sequence[str]) -> bool:
        return all(at(row, p).casefold() in _ENDED for p in ends)

    marked = any(map(ended, rows))

    def status(row: Sequence[str]) -> str:
        return COMPLETE if ended(row) or not marked else PARTIAL

    labelled = _DONE in names or any(_CHOICE.fullmatch(name) for name in names)
    kept = {
        p
        for p, name in enumerate(names)
        if name.startswith("redcap_") or (labelled and name.casefold() in _BESIDE)
    }
    layout = ExportLayout(
        REDCAP,
        names,
        names if labelled else [""] * len(names),
        frozenset({0, *ends, *stamps, *kept}),
        0,
        stamps[-1] if stamps else None,
        status,
    )

    def made(place: int, cells: tuple[str, ...]) -> ExportedColumn:
        return _labelled(names[place], cells) if labelled else _named(names[place], cells)

    note = Said("interchange-no-record-is-marked-complete", file=path.name)
    return replace(parted(path, layout, rows, made), told=() if marked else (note,))


def _named(name: str, cells: tuple[str, ...]) -> ExportedColumn:
    """Make the column of a field, or of an option of one, by the names of an export of codes."""
    option = _OPTION.fullmatch(name)
    if option:
        return ExportedColumn(name, "", cells, option[1], option[2], option[2])
    return ExportedColumn(name, "", cells)


def _labelled(name: str, cells: tuple[str, ...]) -> ExportedColumn:
    """Make the column of a field, or of an option of one, by the words of an export of labels."""
    option = _CHOICE.fullmatch(name)
    if option:
        return ExportedColumn(name, option[1], cells, option[1], option[2], option[2])
    return ExportedColumn(name, name, cells)


def read_dictionary(path: Path) -> Form:
    """Read the questions of a data dictionary; a field marked as an identifier is left out.

    References
    ----------
    REDCap, "Data dictionary": the eighteen columns of the file.
    """
    table = whole(path)
    heads = [cell.strip().casefold() for cell in table[0]]
    rows = [dict(zip(heads, map(str.strip, row), strict=False)) for row in table[1:]]
    usual = language(text for row in rows for text in (_label(row), _choices(row)))
    form = Form()
    matrix = ""
    for place, row in enumerate(rows):
        matrix = row.get("section header", "") or matrix
        if place:  # the first field is the record's identifier
            _field(form, row, usual, matrix)
    return form


def _label(row: Mapping[str, str]) -> str:
    return plain_text(row.get("field label"))


def _choices(row: Mapping[str, str]) -> str:
    start = "choices, calculations"
    return next((text for head, text in row.items() if head.startswith(start)), "")


def _field(form: Form, row: Mapping[str, str], usual: str, header: str) -> None:
    name, kind = row.get(_VARIABLE, ""), row.get("field type", "").casefold()
    base, condition = _base(
        next((v for k, v in row.items() if k.startswith("branching logic")), "")
    )
    words = said(_label(row), usual)
    if row.get("matrix group name") and header:
        words = said(f"{plain_text(header)} - {_label(row)}", usual)
    if row.get("identifier?", "").casefold() == "y":
        form.personal += [name, _label(row)]  # as an export of codes or of labels names it
    elif kind in ("radio", "dropdown", "yesno", "truefalse"):
        form.add(name, "single", words, _codes(row, kind, usual), base=base, told=condition)
    elif kind == "checkbox":
        form.add(name, "multiple", words, _codes(row, kind, usual), base=base, told=condition)
    elif kind in ("text", "slider", "calc", "notes"):
        shape = next((v for k, v in row.items() if k.startswith("text validation type")), "")
        number = kind in ("slider", "calc") or shape.startswith(("number", "integer"))
        form.add(name, "number" if number else "open", words, base=base, told=condition)
    elif kind != "descriptive":
        form.left_out.append(f"{name} ({kind})")


def _codes(row: Mapping[str, str], kind: str, usual: str) -> list[tuple[str, Words]]:
    if kind == "yesno":
        return [("1", {"fr": "Oui", "en": "Yes"}), ("0", {"fr": "Non", "en": "No"})]
    if kind == "truefalse":
        return [("1", {"fr": "Vrai", "en": "True"}), ("0", {"fr": "Faux", "en": "False"})]
    pairs = (choice.partition(",") for choice in _choices(row).split("|"))
    return [(code.strip(), said(label, usual)) for code, _, label in pairs]


def _base(logic: str) -> tuple[dict[str, Any] | None, str]:
    return (_BRANCHING.read(logic), logic) if logic else (None, "")
