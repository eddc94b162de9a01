"""The rows of the inventory: each category of uses, with what people say of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from padai.followup.pages.register_rows import first_written, languages_of
from padai.publishing.basis.context import Context
from padai.publishing.basis.lookup import Cell
from padai.publishing.basis.speech import Speech
from padai.words import Both

MEASURES: dict[str, dict[str, str]] = {
    "awareness": Both("publishing-dialogue-know-of"),
    "trust": Both("publishing-dialogue-trust"),
    "acceptance": Both("publishing-dialogue-accept-a-role"),
}


@dataclass(frozen=True)
class Measured:
    """A measure of a category: its figure, and whether the question is about the category."""

    question: str
    response: str
    cell: Cell | None
    own: bool


@dataclass(frozen=True)
class CategoryRow:
    """A category of uses: how many there are, and what people say."""

    id: str
    label: str
    uses: int
    in_use: int
    measures: Mapping[str, Measured]


def category_rows(context: Context) -> list[CategoryRow]:
    """Return the categories of the inventory, in its order, with the figures of this wave."""
    return [row for row in all_rows(context) if row.id]


def general_measures(context: Context) -> dict[str, Measured]:
    """Return the measures whose answer is about no category: each is told once, above them."""
    measures = {n: m for row in all_rows(context) if not row.id for n, m in row.measures.items()}
    return {name: measures[name] for name in MEASURES if name in measures and measures[name].cell}


def all_rows(context: Context) -> list[CategoryRow]:
    """Return a row a category, then the one of all of them, which has no id."""
    together: dict[str, list[dict[Any, Any]]] = {}
    for line in context.store.tables["inventory"].to_dict("records"):
        together.setdefault(str(line["category"]), []).append(line)
    rows = []
    for name, lines in together.items():
        measures = {
            str(line["measure"]): Measured(
                str(line["question"]),
                str(line["response"]),
                context.lookup.cell(str(line["question"]), str(line["response"])),
                line["own"] == "yes",
            )
            for line in lines
        }
        first = lines[0]
        category = first_written(first, "label", languages_of(context))
        label = category if name else all_together(context)
        rows.append(CategoryRow(name, label, int(first["uses"]), int(first["in_use"]), measures))
    return rows


def all_together(speech: Speech) -> str:
    """Return the name of the row of all categories."""
    return speech.say("publishing-dialogue-all-uses-together")
