"""The public inventory of uses of AI: its file, its columns, and what it is set beside."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import Field, field_validator, model_validator

from padai.errors import FaultError
from padai.survey.questions import _identified
from padai.survey.texts import Frozen, Text, YesNo
from padai.words import Said

Stage = Literal["in_use", "pilot", "planned", "stopped"]
COLUMNS = ("initiative", "category", "body", "portfolio", "benefits", "status")
"""What the inventory says of each use."""


class ColumnMap(Frozen):
    """The heading that each column has in the file."""

    initiative: str
    category: str
    body: str
    portfolio: str
    benefits: str
    status: str


class Category(Frozen):
    """A category of questions, and the categories of the inventory that make it up."""

    id: str
    label: Text
    values: tuple[str, ...] = Field(min_length=1)


class Measure(Frozen):
    """Which question gives a measure for each category.

    One multiple-response `question` may have an option for each category. Questions of the
    category itself come from `questions`, then from `role`. `general` names a question whose
    `net` is not about any one category, and is said to be so wherever it is shown.
    """

    net: str | None = Field(None, description="The net or code of all but `options`.")
    question: str | None = Field(None, description="A multiple-response question.")
    options: dict[str, str] = Field(
        default_factory=dict, description="Option of `question` by category."
    )
    role: str | None = None
    questions: dict[str, str] = Field(default_factory=dict, description="Question by category.")
    general: str | None = None

    @model_validator(mode="after")
    def _something(self) -> Measure:
        if bool(self.question) != bool(self.options):
            raise FaultError(
                Said("survey-question-and-options-go-together-one"),
            )
        named = bool(self.role or self.questions or self.general)
        if not (named or self.question):
            raise FaultError(
                Said("survey-a-measure-needs-question-with-options"),
            )
        if named and self.net is None:
            raise FaultError(
                Said("survey-role-questions-and-general-need-net"),
            )
        return self


class InventoryFile(Frozen):
    """The content of ``inventory.yaml``."""

    file: str = Field(pattern=r"^[A-Za-z0-9._-]+\.csv$", description="CSV file beside this one.")
    delimiter: Literal[",", ";"] = ","
    title: Text
    source: Text
    date: dt.date
    synthetic: YesNo = False
    columns: ColumnMap
    categories: tuple[Category, ...] = Field(min_length=1)
    statuses: dict[Stage, tuple[str, ...]] = Field(min_length=1)
    awareness: Measure
    trust: Measure
    acceptance: Measure
    note: Text | None = None

    _by_id = field_validator("categories", mode="before")(_identified)

    @model_validator(mode="after")
    def _distinct(self) -> InventoryFile:
        values = [v for c in self.categories for v in c.values]
        twice = sorted({v for v in values if values.count(v) > 1})
        if twice:
            names = ", ".join(twice)
            raise FaultError(
                Said("survey-inventory-categories-named-twice", names=names),
            )
        return self
