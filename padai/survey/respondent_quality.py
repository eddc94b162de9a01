"""How the quality of a person's answers is told, and which worst share is set apart: declared."""

from __future__ import annotations

import datetime as dt
from typing import Literal, get_args

from pydantic import Field, model_validator

from padai.errors import FaultError
from padai.survey.questions import Condition
from padai.survey.texts import Frozen, Text
from padai.words import Said

Signal = Literal["speed", "straight_lines", "contradictions", "impossible", "consent", "open_ends"]
SIGNALS: tuple[Signal, ...] = get_args(Signal)
DECLARED: tuple[Signal, ...] = ("contradictions", "impossible", "consent")
"""Signals that are made of the definition's own conditions."""
LEAST_CONSENTS = 4


class RespondentQuality(Frozen):
    """An index of each person's answers, 0 to 1, and the estimates without those of the highest.

    The index is the mean of the signals that can be read for the person. Nobody is left out of what
    is published.
    """

    worst: float = Field(
        gt=0, le=0.25, description="Share of the respondents whose answers are set apart, at most."
    )
    signals: tuple[Signal, ...] = Field(
        (), description="Which signals make the index; none: every one that can be read."
    )
    contradictions: tuple[Condition, ...] = Field(
        (), description="Answers that nobody can mean together, such as two opposite opinions."
    )
    impossible: tuple[Condition, ...] = Field(
        (), description="Combinations of facts that cannot be."
    )
    consent: tuple[Condition, ...] = Field(
        (),
        description="Agreeing with each of these, some of which say opposite things, is "
        "consent to everything.",
    )
    decided_by: Text = Field(description="Who decided on the rule.")
    reason: Text = Field(description="Why these signals and this share.")
    declared: dt.date

    @model_validator(mode="after")
    def _whole(self) -> RespondentQuality:
        if len(set(self.signals)) < len(self.signals):
            raise FaultError(Said("survey-quality-names-a-signal-twice"))
        for name in DECLARED:
            if name in self.signals and not getattr(self, name):
                raise FaultError(Said("survey-quality-signal-has-no-conditions", name=name))
            if self.signals and name not in self.signals and getattr(self, name):
                raise FaultError(Said("survey-quality-conditions-without-signal", name=name))
        for place in (*self.contradictions, *self.impossible):
            if not place.all:
                raise FaultError(Said("survey-quality-combination-is-of-two-answers"))
        if self.consent and len(self.consent) < LEAST_CONSENTS:
            raise FaultError(Said("survey-quality-consent-needs-several", least=LEAST_CONSENTS))
        return self

    def conditions(self) -> tuple[Condition, ...]:
        """Return every condition that the index reads."""
        return (*self.contradictions, *self.impossible, *self.consent)
