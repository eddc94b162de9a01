"""The follow-up register: what a body replied to each finding, why, and what comes next."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, field_validator, model_validator

from padai.errors import FaultError, Said
from padai.survey.questions import _identified
from padai.survey.texts import Frozen, Text

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
            f"'{value}' is not an address that a page may lead to: it starts with https:// and has "
            "no spaces or accents",
            f"« {value} » n’est pas une adresse à laquelle une page peut mener : elle commence par "
            "https:// et n’a ni espace ni accent",
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

    @field_validator("wave", mode="before")
    @classmethod
    def _text(cls, value: Any) -> Any:
        return str(value) if isinstance(value, int) else value

    @model_validator(mode="after")
    def _one_kind(self) -> Source:
        if sum(x is not None for x in (self.finding, self.recommendation, self.theme)) != 1:
            raise FaultError(
                "a source names one of `finding`, `recommendation`, `theme`",
                "une source nomme l’un de `finding`, `recommendation`, `theme`",
            )
        if self.finding is not None and self.wave is None:
            raise FaultError(
                f"the finding '{self.finding}' needs `wave:`, the edition it is of",
                f"le constat « {self.finding} » demande `wave:`, l’édition dont il vient",
            )
        if self.finding is None and self.survey is None:
            raise FaultError(
                f"the {self.kind} '{self.id}' needs `survey:`, where it comes from",
                f"« {self.id} » ({self.kind}) demande `survey:`, d’où il vient",
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
                f"entry '{name}' gives no `reason:`; every reply needs one",
                f"l’entrée « {name} » n’a pas de `reason:`; chaque réponse en demande une",
            )
        if not data.get("date"):
            raise FaultError(
                f"entry '{name}': the reply has no `date:`",
                f"entrée « {name} » : la réponse n’a pas de `date:`",
            )
        return data

    @model_validator(mode="after")
    def _whole(self) -> Decision:
        for problem in self._problems():
            raise FaultError(
                f"entry '{self.id}': {problem.en}", f"entrée « {self.id} » : {problem.fr}"
            )
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
        reached = [found.state for found in self.states if found.date <= day]
        return reached[-1] if reached else "à faire"

    def _problems(self) -> list[Said]:
        """Say what the reply asks for and the entry lacks."""
        found = []
        last = self.states[-1].state if self.states else None
        if self.reply == "non retenu" and last is not None:
            found.append(
                Said(
                    "ce qui n’est pas retenu n’a pas de `state`; donnez la seule raison",
                    "what is not adopted has no `state`; give the reason alone",
                )
            )
        if self.reply in ("retenu", "retenu en partie") and last is None:
            found.append(
                Said("ce qui est retenu demande `state:`", "what is adopted needs `state:`")
            )
        dates = [self.date, *(found.date for found in self.states)]
        if dates != sorted(dates):
            found.append(
                Said(
                    "ses états ne suivent pas l’ordre de leurs dates, à partir de la réponse",
                    "its states are not in the order of their dates, from the reply on",
                )
            )
        waiting = self.reply == "à l'étude" or last in OPEN_STATES
        if waiting and (self.next_step is None or self.due is None):
            found.append(
                Said(
                    "ce qui reste à faire demande `next_step:` et sa date `due:`",
                    "what is still to be done needs `next_step:` and its `due:` date",
                )
            )
        if last == "réalisé" and self.evidence is None:
            found.append(
                Said(
                    "ce qui est fait demande `evidence:`, où chacun peut le voir",
                    "what is done needs `evidence:`, where anyone can see it",
                )
            )
        if self.due is not None and self.due < self.date:
            found.append(
                Said(
                    f"son échéance du {self.due} précède sa réponse du {self.date}",
                    f"it is due on {self.due}, before its reply of {self.date}",
                )
            )
        return found


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
            raise FaultError(
                f"entries given twice: {names}", f"entrées données deux fois : {names}"
            )
        late = [e.id for e in self.entries if e.date > self.date]
        if late:
            raise FaultError(
                f"entry '{late[0]}' replies after {self.date}, the `date:` of the register; "
                "set the register's date to the day on which it was last brought up to date",
                f"l’entrée « {late[0]} » répond après le {self.date}, la `date:` du registre; "
                "donnez-lui le jour de sa dernière mise à jour",
            )
        return self
