"""Estimates of areas by a model, and what is held against official values: declared beforehand."""

from __future__ import annotations

import datetime as dt
from pathlib import PurePosixPath
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, field_validator, model_validator

from padai.errors import FaultError
from padai.survey.texts import Frozen, Text, YesNo, as_string, as_strings, with_text_keys
from padai.words import Said

LEAST_DRAWS = 400


def _written(value: Any) -> Any:
    """Take a year or a date of YAML as the text that it is."""
    plain = isinstance(value, (int, dt.date)) and not isinstance(value, bool)
    return str(value) if plain else value


When = Annotated[str, BeforeValidator(_written), Field(min_length=4)]
"""When figures were true: a year, or a date."""


def csv_of_the_folder(value: str) -> str:
    """Return the path of a CSV, or refuse one that leaves the survey's folder."""
    path = PurePosixPath(value)
    if (
        path.suffix != ".csv"
        or path.is_absolute()
        or {"..", "~"} & set(path.parts)
        or (set(value) & set("\\:"))
    ):
        raise FaultError(
            Said("survey-is-no-csv-inside-the-surveys-folder", value=value),
        )
    return value


class AreaFile(Frozen):
    """A table of the survey's folder: what is known of areas, or people by cell."""

    file: str = Field(description="Path of a CSV from the survey's folder.")
    source: Text
    date: When = Field(description="When the figures were true: a year, or a date.")

    @field_validator("file")
    @classmethod
    def _inside(cls, value: str) -> str:
        return csv_of_the_folder(value)


class SmallAreas(Frozen):
    """Questions of which areas are estimated by a model, in the main part.

    ``areas``: Fay-Herriot, of the direct estimates and their design's covariance. ``people``: a
    multilevel logistic regression with poststratification.
    """

    id: str = Field(pattern=r"^[A-Za-z][A-Za-z0-9_]*$")
    areas: str = Field(description="A breakdown.")
    questions: tuple[str, ...] = Field(min_length=1)
    model: Literal["areas", "people"] = "areas"
    covariates: AreaFile | None = Field(
        None, description="One row an area: a column of the breakdown's name, then numbers."
    )
    population: AreaFile | None = Field(
        None,
        description="Of people: one row a cell, with the areas, other breakdowns and N. Absent: "
        "raked together from the wave's targets.",
    )
    variables: tuple[str, ...] = Field(
        (), description="Of people: which variables of the cells to use; none: all."
    )
    interactions: tuple[str, ...] = Field((), description="Of people: pairs such as region*sex.")
    scale: Literal["arcsine", "logit"] = Field(
        "arcsine", description="Of areas: arcsine also takes direct shares of 0 or 100%."
    )
    over: Literal["walk", "ar1"] | None = Field(
        None,
        description="Absent: the latest wave alone. Of areas, how their effects move from "
        "wave to wave; of people, either word takes every comparable wave.",
    )
    rho: float | None = Field(None, gt=-1, lt=1, description="Of ar1, from one wave to the next.")
    benchmark: YesNo = Field(True, description="Whether areas add up to the figure of the whole.")
    draws: int = Field(LEAST_DRAWS, ge=LEAST_DRAWS, le=10_000)
    seed: int = Field(1, ge=0)
    decided_by: Text = Field(description="Who decided on the model.")
    reason: Text = Field(description="Why these covariates or cells, and this model.")
    declared: dt.date

    _as_strings = field_validator("questions", "variables", "interactions", mode="before")(
        as_strings
    )

    @model_validator(mode="after")
    def _whole(self) -> SmallAreas:
        if len(set(self.questions)) < len(self.questions):
            raise FaultError(Said("survey-questions-names-one-of-them-twice"))
        of_people = [n for n in ("population", "variables", "interactions") if getattr(self, n)]
        if self.model == "areas" and of_people:
            raise FaultError(
                Said("survey-is-for-model-people-a-model-of-areas", of_people=of_people[0]),
            )
        if (self.over == "ar1" and self.model == "areas") != (self.rho is not None):
            raise FaultError(
                Said("survey-rho-goes-with-over-ar1-of-a-model-of"),
            )
        for pair in self.interactions:
            if len({part.strip() for part in pair.split("*")}) != 2 or pair.count("*") != 1:
                raise FaultError(
                    Said("survey-the-interaction-is-not-of-two-variables", pair=pair),
                )
        return self


class OfficialValue(Frozen):
    """What an official source says of a wave, as a share from 0 to 1."""

    value: float = Field(ge=0, le=1)
    std_error: float = Field(0.0, ge=0, lt=1)
    source: Text
    date: When
    population: Text


class ValidationItem(Frozen):
    """A question asked though an official value is known, and kept out of the targets."""

    question: str
    net: str = Field(description="A net or code of the question.")
    label: Text
    values: dict[str, OfficialValue] = Field(min_length=1, description="By wave.")

    _as_string = field_validator("net", mode="before")(as_string)

    _waves = field_validator("values", mode="before")(with_text_keys)
