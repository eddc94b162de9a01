"""An open consultation: who took part, the codebook of its themes, and who coded."""

from __future__ import annotations

import datetime as dt

from pydantic import Field, field_validator, model_validator

from padai.errors import FaultError
from padai.survey.panels import ID
from padai.survey.questions import _identified
from padai.survey.texts import Frozen, Text, with_text_keys
from padai.words import Said

RELIABLE = 0.8
"""Agreement from which coding is called reliable (Krippendorff, *Content Analysis*, 2004, 241)."""
TENTATIVE = 0.667
"""Agreement under which no conclusion is drawn, and no count published (same source)."""


class PopulationMargin(Frozen):
    """A breakdown of those who took part, beside the population's own shares."""

    breakdown: str
    population: dict[str, float] = Field(min_length=2, description="Shares or people, by group.")
    source: Text
    date: dt.date

    _strings = field_validator("population", mode="before")(with_text_keys)

    @model_validator(mode="after")
    def _positive(self) -> PopulationMargin:
        if min(self.population.values()) < 0 or sum(self.population.values()) <= 0:
            raise FaultError(
                Said("survey-population-of-shares-are-0-or-more-not", breakdown=self.breakdown),
            )
        return self


class Theme(Frozen):
    """A theme of the codebook, by a stable id."""

    id: str = Field(pattern=ID)
    label: Text
    definition: Text = Field(description="What a contribution says to be coded so.")
    rest: bool = Field(False, description="What no other theme covers; shown last.")


class Coding(Frozen):
    """Who coded the contributions: one row for each contribution, coder and theme."""

    file: str = "codage.csv"
    contribution: str = "contribution"
    coder: str = "codeur"
    theme: str = "theme"
    coders: tuple[str, ...] = Field(min_length=1)
    settled: str | None = Field(
        None, description="Coder under whose name doubly coded contributions were settled."
    )
    method: Text

    @model_validator(mode="after")
    def _apart(self) -> Coding:
        if len(set(self.coders)) != len(self.coders) or self.settled in self.coders:
            raise FaultError(
                Said("survey-coders-and-settled-must-be-different"),
            )
        if len(self.coders) > 1 and self.settled is None:
            raise FaultError(
                Said("survey-several-coders-need-settled-whose-rows"),
            )
        return self


class ConsultationFile(Frozen):
    """The content of ``consultation.yaml``."""

    purpose: Text
    contribution: str = Field(description="The open question that holds the contributions.")
    questions: tuple[str, ...] = Field((), description="Closed questions shown as counts.")
    words: tuple[str, ...] = Field((), description="Open questions of one word.")
    profile: tuple[PopulationMargin, ...] = ()
    coding: Coding
    themes: tuple[Theme, ...] = Field(min_length=1)
    limits: tuple[Text, ...] = Field(min_length=1)

    _by_id = field_validator("themes", mode="before")(_identified)
