"""A citizens' panel: how it was drawn, when it met, what it recommended, who left and came."""

from __future__ import annotations

import datetime as dt

from pydantic import Field, field_validator, model_validator

from padai.errors import FaultError
from padai.survey.questions import _identified
from padai.survey.texts import Frozen, Text, YesNo, as_string
from padai.words import Said

ID = r"^[a-z][a-z0-9-]*$"


class QuotaGroup(Frozen):
    """A group of a quota: how many seats it has, and its share of the population.

    `min` and `max` are people on the panel. `over_selected` declares, before the draw, that the
    group has more seats than its share of the population gives it.
    """

    id: str
    label: Text
    min: int = Field(ge=0)
    max: int = Field(ge=0)
    population: float = Field(ge=0, description="Share, or number of people, of the population.")
    over_selected: YesNo = False

    @model_validator(mode="after")
    def _ordered(self) -> QuotaGroup:
        if self.max < self.min:
            raise FaultError(
                Said("survey-group-max-is-smaller-than-min", id=self.id),
            )
        return self


class Quota(Frozen):
    """A margin that the draw must meet, declared with the population's own shares."""

    id: str
    label: Text
    column: str
    groups: tuple[QuotaGroup, ...] = Field(min_length=2)
    source: Text
    date: dt.date
    sensitive: YesNo = False
    reason: Text | None = Field(None, description="Why some groups are over-selected.")

    _by_id = field_validator("groups", mode="before")(_identified)

    @model_validator(mode="after")
    def _explained(self) -> Quota:
        if any(g.over_selected for g in self.groups) and self.reason is None:
            raise FaultError(
                Said("survey-quota-an-over-selected-group-needs-a", id=self.id),
            )
        if sum(g.population for g in self.groups) <= 0:
            raise FaultError(
                Said("survey-quota-the-populations-shares-are-all", id=self.id),
            )
        return self


class Announced(Frozen):
    """What was made public before the seed was known: the SHA-256 of three files.

    ``padai draw`` prints it where there is no seed yet; from then on, it refuses other files.
    """

    date: dt.date
    volunteers: str = Field(pattern=r"^[0-9a-f]{64}$")
    lottery: str = Field(pattern=r"^[0-9a-f]{64}$")
    numbers: str = Field(pattern=r"^[0-9a-f]{64}$")


class DrawDef(Frozen):
    """A draw by lot: the pool, the seats, the quotas and the seed."""

    pool: str = Field(description="CSV file of the volunteers, in the folder of the data.")
    id: str = Field(description="Column of the volunteers' anonymous numbers.")
    size: int = Field(ge=2)
    date: dt.date = Field(description="Day of the draw.")
    reserves: int = Field(1, ge=0, description="Reserves for each seat, from the same cell.")
    seed: str | None = Field(None, min_length=1, description="Left out until it is known.")
    seed_source: Text = Field(description="Where the seed comes from, and when it becomes known.")
    announced: Announced | None = None
    lottery: str = Field(
        "loterie.csv",
        description="The whole lottery, in the folder of the data; it is not published.",
    )
    secret: str = Field(
        "secret.txt",
        description="Random text that `padai draw` writes in the folder of the data, so that no "
        "hash of the volunteers can be found by trying; it is not published.",
    )
    quotas: tuple[Quota, ...] = Field(min_length=1)

    _by_id = field_validator("quotas", mode="before")(_identified)

    _text = field_validator("seed", mode="before")(as_string)

    @model_validator(mode="after")
    def _before_the_draw(self) -> DrawDef:
        if self.announced is not None and self.announced.date > self.date:
            raise FaultError(
                Said(
                    "survey-the-draw-of-was-announced-on-after-it",
                    date=self.date,
                    date_2=self.announced.date,
                ),
            )
        return self


class Invitation(Frozen):
    """How people were invited, and how many."""

    sent: int = Field(ge=1)
    date: dt.date
    text: Text


class Session(Frozen):
    """A meeting of the panel; one entry for each weekend or day whose presences are noted."""

    id: str = Field(pattern=ID)
    label: Text
    date: dt.date


class Dissent(Frozen):
    """An opinion that the panel did not share, as its holders worded it for publication."""

    text: Text
    people: int | None = Field(None, ge=1)


class Recommendation(Frozen):
    """What the panel recommends, by a stable id, with its vote and who disagreed."""

    id: str = Field(pattern=ID)
    title: Text
    text: Text
    session: str = Field(description="Where it was put to the vote.")
    in_favour: int = Field(ge=0)
    against: int = Field(ge=0)
    abstained: int = Field(0, ge=0)
    dissent: tuple[Dissent, ...] = ()

    @property
    def votes(self) -> int:
        """People who voted, abstentions included."""
        return self.in_favour + self.against + self.abstained


class Mandate(Frozen):
    """The mandate of a standing panel: how long, renewable how often, why people leave."""

    months: int = Field(ge=1)
    renewable: int = Field(0, ge=0)
    reasons: dict[str, Text] = Field(description="Reasons for leaving early, by code.")
    ended: str = Field("fin", description="Code of a mandate that came to its end.")


class FollowedAnswer(Frozen):
    """A question whose answers before and after are compared, person by person."""

    question: str
    net: str


class PanelFile(Frozen):
    """The content of ``panel.yaml``."""

    purpose: Text
    invitation: Invitation | None = None
    draw: DrawDef
    members: str = Field("membres.csv", description="CSV file of the members and their mandates.")
    attendance: str = Field("presences.csv", description="CSV file: who was there, by session.")
    sessions: tuple[Session, ...] = Field(min_length=1)
    before: str = Field(description="The wave asked before the first session.")
    after: str = Field(description="The wave asked after the last one.")
    changes: tuple[FollowedAnswer, ...] = Field(
        (), description="One family, declared before the answers were read."
    )
    mandate: Mandate | None = None
    adopted_above: float = Field(0.5, ge=0, lt=1, description="Share of the votes cast.")
    recommendations: tuple[Recommendation, ...] = ()
    limits: tuple[Text, ...] = Field(min_length=1)

    _by_id = field_validator("sessions", "recommendations", mode="before")(_identified)

    _text = field_validator("before", "after", mode="before")(as_string)

    def session(self, session_id: str) -> Session:
        """Return a session by its id."""
        return next(s for s in self.sessions if s.id == session_id)

    def adopted(self, recommendation: Recommendation) -> bool:
        """Whether a recommendation passed: votes in favour over votes for or against."""
        cast = recommendation.in_favour + recommendation.against
        return recommendation.in_favour > self.adopted_above * cast
