"""The follow-up register: what a body replied to each finding, why, and what comes next."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, field_validator, model_validator

from padai.errors import FaultError, Said
from padai.survey.questions import _identified
from padai.survey.texts import Frozen, Text, as_string

SourceKind = Literal["finding", "recommendation", "theme"]
Reply = Literal["retenu", "retenu en partie", "non retenu", "à l'étude", "à l’étude"]
"""The last two are one: the apostrophe of a keyboard, and that of a text; the first is kept."""
State = Literal["à faire", "en cours", "réalisé", "abandonné"]
OPEN_STATES: tuple[State, ...] = ("à faire", "en cours")
"""The states of what is still to be done."""
ADDRESS = r"^https://[A-Za-z0-9.-]+(?::[0-9]+)?(?:/[A-Za-z0-9._~%!$&*+,;=:@/?#-]*)?$"


def _https(value: str) -> str:
    if not re.fullmatch(ADDRESS, value):
        raise FaultError(
            Said("survey-is-not-an-address-that-a-page-may-lead", value=value),
        )
    return value


Address = Annotated[str, AfterValidator(_https), Field(json_schema_extra={"pattern": ADDRESS})]
"""Where a published page may lead."""


class Source(Frozen):
    """What an entry answers, by its stable id: one of the three kinds.

    A key result is named with the wave that published it; a recommendation or a theme with the
    survey that it comes from.
    """

    finding: str | None = None
    wave: str | None = None
    recommendation: str | None = None
    theme: str | None = None
    survey: str | None = Field(None, description="The survey; for a finding, this one.")

    _text = field_validator("wave", mode="before")(as_string)

    @model_validator(mode="after")
    def _one_kind(self) -> Source:
        if sum(x is not None for x in (self.finding, self.recommendation, self.theme)) != 1:
            raise FaultError(
                Said("survey-a-source-names-one-of-finding"),
            )
        if self.finding is not None and self.wave is None:
            raise FaultError(
                Said("survey-the-finding-needs-wave-the-edition-it-is", finding=self.finding),
            )
        if self.finding is None and self.survey is None:
            raise FaultError(
                Said("survey-the-needs-survey-where-it-comes-from", kind=self.kind, id=self.id),
            )
        return self

    @property
    def kind(self) -> SourceKind:
        """Which of the three kinds it is."""
        return "finding" if self.finding else "recommendation" if self.recommendation else "theme"

    @property
    def id(self) -> str:
        """The id within its kind."""
        return self.finding or self.recommendation or self.theme or ""


class Evidence(Frozen):
    """Where anyone can see what was done."""

    text: Text
    url: Address


class DatedState(Frozen):
    """A state, and the day from which it holds."""

    date: dt.date
    state: State


class Decision(Frozen):
    """One entry: a body's reply to one or more sources."""

    id: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    title: Text
    sources: tuple[Source, ...] = Field(min_length=1)
    body: Text
    role: Text = Field(description="Who is accountable: a role, never a person's name.")
    reply: Reply
    reason: Text
    date: dt.date = Field(description="Date of the reply.")
    next_step: Text | None = None
    due: dt.date | None = None
    state: State | tuple[DatedState, ...] | None = Field(
        None, description="The state, or each state with the date from which it holds."
    )
    evidence: Evidence | None = None
    plain: Text | None = Field(
        None, description="The same in plain words, for the letter and the plain-language page."
    )

    @field_validator("reply", mode="before")
    @classmethod
    def _apostrophe(cls, value: Any) -> Any:
        return value.replace("’", "'") if isinstance(value, str) else value

    @model_validator(mode="before")
    @classmethod
    def _answers(cls, data: Any) -> Any:
        """Say what a reply may not lack, before anything else is said of it."""
        if not isinstance(data, dict):
            return data
        name = data.get("id", "?")
        if not data.get("reason"):
            raise FaultError(
                Said("survey-entry-gives-no-reason-every-reply-needs", name=name),
            )
        if not data.get("date"):
            raise FaultError(
                Said("survey-entry-the-reply-has-no-date", name=name),
            )
        return data

    @model_validator(mode="after")
    def _whole(self) -> Decision:
        for problem in self._problems():
            raise FaultError(Said("survey-entry", id=self.id, problem=problem))
        return self

    @property
    def states(self) -> tuple[DatedState, ...]:
        """Every state with its date; a state without one holds from the reply."""
        if isinstance(self.state, tuple):
            return self.state
        return (DatedState(date=self.date, state=self.state),) if self.state else ()

    def state_at(self, day: dt.date) -> State | None:
        """Return the state on a day; what is adopted and not begun is to be done."""
        if not self.states:
            return None
        reached = [each.state for each in self.states if each.date <= day]
        return reached[-1] if reached else "à faire"

    def _problems(self) -> list[Said]:
        """Say what the reply asks for and the entry lacks."""
        problems = []
        last = self.states[-1].state if self.states else None
        if self.reply == "non retenu" and last is not None:
            problems.append(Said("survey-what-is-not-adopted-has-no-state-give"))
        if self.reply in ("retenu", "retenu en partie") and last is None:
            problems.append(Said("survey-what-is-adopted-needs-state"))
        dates = [self.date, *(each.date for each in self.states)]
        if dates != sorted(dates):
            problems.append(Said("survey-its-states-are-not-in-the-order-of-their"))
        waiting = self.reply == "à l'étude" or last in OPEN_STATES
        if waiting and (self.next_step is None or self.due is None):
            problems.append(Said("survey-what-is-still-to-be-done-needs-next-step"))
        if last == "réalisé" and self.evidence is None:
            problems.append(Said("survey-what-is-done-needs-evidence-where-anyone"))
        if self.due is not None and self.due < self.date:
            problems.append(
                Said("survey-it-is-due-on-before-its-reply-of", due=self.due, date=self.date)
            )
        return problems


class DecisionsFile(Frozen):
    """The content of ``decisions.yaml``.

    `date` says as of when the register holds: days and delays are counted to it, never to a clock.
    """

    date: dt.date
    follows: tuple[str, ...] = Field(
        (), description="Panels and consultations of the project whose outcomes are listed too."
    )
    introduction: Text | None = None
    entries: tuple[Decision, ...] = ()

    _by_id = field_validator("entries", mode="before")(_identified)

    @model_validator(mode="after")
    def _consistent(self) -> DecisionsFile:
        ids = [entry.id for entry in self.entries]
        twice = sorted({i for i in ids if ids.count(i) > 1})
        if twice:
            names = ", ".join(twice)
            raise FaultError(Said("survey-entries-given-twice", names=names))
        late = [e.id for e in self.entries if e.date > self.date]
        if late:
            raise FaultError(
                Said("survey-entry-replies-after-the-date-of-the", late=late[0], date=self.date),
            )
        return self
