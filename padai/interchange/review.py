"""The review sheet: what `init` made of each variable, edited by a person and read back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import get_args

from padai.errors import DefinitionError, MissingExtraError
from padai.interchange.choices import Choices, DesignChoice
from padai.interchange.draft import DesignRole, Draft, DraftQuestion
from padai.interchange.forms import check_zip
from padai.interchange.remarks import DOUBTFUL_LINK, TO_CONFIRM, holds, written
from padai.words import Said

HEAD = ("wave", "column", "role", "question", "type", "scale", "missing", "sure", "doubt")
ROLES = ("question", "aside", *get_args(DesignRole))
MAX_ROWS = 200_000


def write_review(draft: Draft, path: Path) -> Path:
    """Write a row a variable and wave: its role, scale, missing codes, doubt, how sure.

    Labels and codes are those of the questionnaire; of a column set apart only the reason is told.

    Raises
    ------
    MissingExtraError
        openpyxl is not installed.
    """
    try:
        from openpyxl import Workbook
    except ImportError:
        raise MissingExtraError("interchange", Said("interchange-writing-a-review-sheet")) from None
    book = Workbook()
    sheet = book.active
    sheet.title = "review"
    sheet.append(HEAD)
    for row in review_rows(draft):
        sheet.append(row)
        for cell in sheet[sheet.max_row]:
            cell.data_type = "s"  # a label that begins with an equals sign is no formula
    sheet.freeze_panes = "D2"
    sheet.auto_filter.ref = sheet.dimensions
    for letter, width in zip("ABCDEFGHI", (10, 24, 12, 24, 10, 30, 24, 8, 60), strict=True):
        sheet.column_dimensions[letter].width = width
    book.create_sheet("roles").append([written(Said("interchange-note-review"))])
    book.save(path)
    return path


def review_rows(draft: Draft) -> Iterator[tuple[str, ...]]:
    """Yield the rows of the sheet, waves in order: design, questions, what was set apart."""
    for wave in draft.waves:
        design = wave.design
        named = {
            "id": design.id,
            "weight": design.weight,
            "stratum": design.stratum,
            "psu": design.psu,
        }
        sure = "yes" if design.confirmed else "no"
        for role, column in named.items():
            if column:
                doubt = "" if design.confirmed else written(TO_CONFIRM)
                yield wave.id, column, role, "", "", "", "", sure, doubt
        for question in draft.questions:
            if wave.id in question.columns:
                yield _of_question(wave.id, question)
        for column, why in wave.other.items():
            yield wave.id, column, "aside", "", "", "", "", "yes", written(why)


def _of_question(wave_id: str, question: DraftQuestion) -> tuple[str, ...]:
    labels = (next(iter(c.label.values()), c.code) for c in question.codes)
    scale = question.scale or " | ".join(labels)
    missing = ", ".join(f"{m.code} {m.kind}" for m in question.missing)
    doubts = [note for note in question.notes if _doubts(note, wave_id)]
    sure = "no" if doubts else "yes"
    return (
        wave_id,
        question.columns[wave_id],
        "question",
        question.id,
        question.type,
        scale[:200],
        missing,
        sure,
        "; ".join(map(written, doubts)),
    )


def _doubts(note: Said, wave_id: str) -> bool:
    """Whether a remark is about a link between waves, or about this wave."""
    return holds(note, DOUBTFUL_LINK) or note.facts.get("wave") == wave_id


def read_review(path: Path, choices: Choices) -> Choices:
    """Return the choices with those of a review sheet: the design of each wave, what is set aside.

    Raises
    ------
    DefinitionError
        The sheet is no review sheet, a role is unknown, or a wave has two columns of one role.
    MissingExtraError
        openpyxl is not installed.
    """
    designs: dict[str, dict[DesignRole, str]] = {}
    aside: list[str] = []
    for place, (wave, column, role) in enumerate(_rows(path), start=2):
        if role not in ROLES:
            listed = ", ".join(ROLES)
            raise DefinitionError(
                Said(
                    "interchange-row-the-role-of-is-unknown-write-one-of",
                    path_name=path.name,
                    place=place,
                    role=role,
                    column=column,
                    listed=listed,
                ),
            )
        designs.setdefault(wave, {})
        if role in get_args(DesignRole):
            other = designs[wave].setdefault(role, column)  # type: ignore[arg-type]
            if other != column:
                raise DefinitionError(
                    Said(
                        "interchange-row-wave-has-two-columns-for-and-keep",
                        path_name=path.name,
                        place=place,
                        wave=wave,
                        role=role,
                        other=other,
                        column=column,
                    ),
                )
        elif role == "aside":
            aside.append(f"{wave}:{_escaped(column)}")
    chosen = tuple(DesignChoice(columns, wave=wave) for wave, columns in designs.items())
    return replace(choices, design=(*chosen, *choices.design), exclude=(*choices.exclude, *aside))


def _escaped(column: str) -> str:
    """Write a column as a pattern that fits it alone."""
    return "".join(f"[{c}]" if c in "*?[" else c for c in column.replace("{code}", "*"))


def _rows(path: Path) -> Iterator[tuple[str, str, str]]:
    try:
        from openpyxl import load_workbook
    except ImportError:
        raise MissingExtraError("interchange", Said("interchange-reading-a-review-sheet")) from None
    if not path.is_file():
        raise DefinitionError(
            Said("interchange-there-is-no-review-sheet-check-its-name", path_name=path.name),
        )
    check_zip(path)
    try:
        book = load_workbook(path, read_only=True, data_only=True)
        rows = list(book.worksheets[0].iter_rows(max_row=MAX_ROWS, max_col=3, values_only=True))
    except Exception:  # openpyxl ends on broken workbooks in many ways
        rows = []
    if not rows or tuple(rows[0]) != HEAD[:3]:
        raise DefinitionError(
            Said(
                "interchange-is-no-review-sheet-its-first-row-must",
                path_name=path.name,
                head=", ".join(HEAD[:3]),
            ),
        )
    for row in rows[1:]:
        wave, column, role = (str(cell if cell is not None else "").strip() for cell in row)
        if column:
            yield wave, column, role.casefold()
