"""The public inventory of uses, counted by category and set beside what people say of them."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from padai.errors import DataError
from padai.followup.stages.in_languages import text_columns, texts_in
from padai.survey import Survey
from padai.survey.inventory import COLUMNS as FIELDS
from padai.survey.inventory import Category, InventoryFile, Measure
from padai.words import Said

MEASURES = ("awareness", "trust", "acceptance")
COLUMNS = [
    "category", "label_fr", "label_en", "uses", "in_use", "measure", "question", "response", "own",
]  # fmt: skip
"""One row a category and measure, then one for each general question: it is about no category, so
that `category` is empty there and `own` is ``general``. `own` is ``yes`` where the question, or its
option, is about the category itself."""


def read_inventory(folder: Path, definition: InventoryFile, survey_id: str) -> list[dict[str, str]]:
    """Read the inventory's file: one mapping for each use, by the names of the definition.

    Parameters
    ----------
    folder
        The survey's folder, which holds the file.

    Raises
    ------
    DataError
        The file is missing, is not UTF-8, lists nothing, has another header than the definition
        says, a row with another number of cells, or a category or status that the definition does
        not place.
    """
    where = f"{survey_id}, {definition.file}"
    lines = _lines(folder / definition.file, definition.delimiter, where)
    header = lines[0] if lines else []
    places = _places(header, definition, where)
    uses = []
    for number, line in enumerate(lines[1:], start=2):
        if not any(cell.strip() for cell in line):
            continue
        if len(line) != len(header):
            raise DataError(
                Said(
                    "dialogue-cells-under-headings-correct-the-line-or",
                    count_line=len(line),
                    count_header=len(header),
                ),
                where=f"{where}, {number}",
            )
        uses.append({name: line[place].strip() for name, place in places.items()})
    if not uses:
        raise DataError(
            Said("dialogue-it-lists-no-use-a-header-and-nothing"),
            where=where,
        )
    _check_values(uses, definition, where)
    return uses


def _lines(path: Path, delimiter: str, where: str) -> list[list[str]]:
    """Read the cells of a CSV file, line by line."""
    if not path.is_file():
        raise DataError(
            Said("dialogue-the-inventorys-file-is-missing-from-the"),
            where=where,
        )
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.reader(file, delimiter=delimiter, strict=True))
    except UnicodeDecodeError as error:
        raise DataError(
            Said("dialogue-it-is-not-utf-8-text-byte-save-it-as-utf", start=error.start),
            where=where,
        ) from None
    except csv.Error as error:
        raise DataError(
            Said("dialogue-it-is-not-a-valid-csv-file", error=error),
            where=where,
        ) from None


def inventory_table(
    survey: Survey, wave_id: str, definition: InventoryFile, uses: Sequence[dict[str, str]]
) -> pd.DataFrame:
    """Return uses by category, and the questions that say who knows, trusts and accepts.

    Parameters
    ----------
    uses
        From :func:`read_inventory`.

    Returns
    -------
    pandas.DataFrame
        With the columns of :data:`COLUMNS`, one row a category and measure, then one for each
        general question, of no category. A measure that no question gives has an empty
        `question`. No estimate stands here: it is looked up.
    """
    placed = {value: c.id for c in definition.categories for value in c.values}
    active = set(definition.statuses.get("in_use", ()))
    every = Counter(placed[use["category"]] for use in uses)
    in_use = Counter(placed[use["category"]] for use in uses if use["status"] in active)
    rows = []
    for category in definition.categories:
        for name in MEASURES:
            measure: Measure = getattr(definition, name)
            question, response, about = _question(survey, wave_id, category, measure)
            rows.append(
                {
                    "category": category.id,
                    **texts_in({"label": category.label}, survey.languages),
                    "uses": every[category.id],
                    "in_use": in_use[category.id],
                    "measure": name,
                    "question": question,
                    "response": response,
                    "own": about,
                }
            )
    asked = {q.id for q in survey.questions.values() if q.asked_in(wave_id)}
    for name in MEASURES:
        measure = getattr(definition, name)
        if measure.general in asked:
            rows.append(
                {
                    "category": "",
                    **texts_in({"label": None}, survey.languages),
                    "uses": every.total(),
                    "in_use": in_use.total(),
                    "measure": name,
                    "question": measure.general,
                    "response": measure.net,
                    "own": "general",
                }
            )
    others = text_columns(["label"], survey.languages)[2:]
    return pd.DataFrame(rows, columns=COLUMNS + others)


def _places(header: Sequence[str], definition: InventoryFile, where: str) -> dict[str, int]:
    heads = [h.strip() for h in header]
    wanted = {name: getattr(definition.columns, name) for name in FIELDS}
    lacking = [head for head in wanted.values() if heads.count(head) != 1]
    if lacking:
        shown = ", ".join(heads) or "–"
        raise DataError(
            Said(
                "dialogue-the-header-is-not-the-one-that-inventory",
                lacking=", ".join(lacking),
                shown=shown,
            ),
            where=where,
        )
    return {name: heads.index(head) for name, head in wanted.items()}


def _check_values(uses: Sequence[dict[str, str]], definition: InventoryFile, where: str) -> None:
    known = {
        "category": {value for c in definition.categories for value in c.values},
        "status": {value for values in definition.statuses.values() for value in values},
    }
    for name, values in known.items():
        unknown = sorted({use[name] for use in uses} - values)
        if unknown:
            listed = ", ".join(repr(v) for v in unknown[:5])
            key = "categories" if name == "category" else "statuses"
            raise DataError(
                Said(
                    "dialogue-value-s-of-the-column-have-no-place-in",
                    count_unknown=len(unknown),
                    name=name,
                    listed=listed,
                    key=key,
                ),
                where=where,
            )


def _question(
    survey: Survey, wave_id: str, category: Category, measure: Measure
) -> tuple[str, str, str]:
    """Return question and response of a category for a measure, and what it is about (`own`).

    Nothing where no question of the wave says anything of the category.
    """
    asked = {q.id: q for q in survey.questions.values() if q.asked_in(wave_id)}
    option, net = measure.options.get(category.id), measure.net or ""
    if option is not None and measure.question in asked:
        return str(measure.question), option, "yes"
    if (named := measure.questions.get(category.id)) in asked:
        about = asked[str(named)].inventory_category == category.id
        return str(named), net, "yes" if about else ""
    for question in survey.roles.get(measure.role or "", ()):
        if question in asked and asked[question].inventory_category == category.id:
            return question, net, "yes"
    return "", "", ""
