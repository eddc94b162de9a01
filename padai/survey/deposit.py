"""What an archive may be given of a wave: an anonymised file, decided before the data are read."""

from __future__ import annotations

import datetime as dt

from pydantic import Field, field_validator, model_validator

from padai.errors import FaultError
from padai.survey.texts import Frozen, Text, as_strings
from padai.words import Said

WEIGHT = "padai_weight"
"""The name of the weight in the file."""


class Deposit(Frozen):
    """The anonymised file that a definition allows, and who answers for it.

    Nothing is deposited where the definition has no `deposit:`. A depersonalised file is not yet an
    anonymised one: the three criteria (individualisation, correlation, inference) are measured on
    the very file, and the person responsible signs what is left.
    """

    questions: tuple[str, ...] = Field(
        min_length=1, description="Closed questions; no number and no open answer can be named."
    )
    profile: tuple[str, ...] = Field(
        min_length=1,
        description="Breakdowns that describe a person, the one to keep longest first; their "
        "groups go out, never the answers that make them.",
    )
    least_alike: int = Field(
        10,
        ge=3,
        description="The fewest records of one profile, and of one weight within it; traits are "
        "blanked until then. Under 10, ten are asked all the same.",
    )
    part: str = "main"
    purpose: Text = Field(description="What the file is for, set before it is made.")
    supervisor: Text = Field(description="The role that supervises the anonymisation.")
    decided: dt.date

    _strings = field_validator("questions", "profile", mode="before")(as_strings)

    @model_validator(mode="after")
    def _once(self) -> Deposit:
        named = [*self.questions, *self.profile]
        twice = sorted({n for n in named if named.count(n) > 1})
        if twice:
            raise FaultError(
                Said("survey-deposit-named-twice", twice=", ".join(twice)),
            )
        return self
