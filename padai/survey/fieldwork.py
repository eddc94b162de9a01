"""Waves and their parts: when, who, how, by whom, and how they are weighted."""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal

from pydantic import (
    Field,
    field_validator,
    model_validator,
)

from padai.errors import DefinitionError, FaultError
from padai.survey.design_spec import DesignSpec
from padai.survey.kinds import SampleType
from padai.survey.seals import SealSpec
from padai.survey.texts import TO_CONFIRM, Frozen, Text
from padai.survey.weighting_policy import Weighting
from padai.words import Said

Mode = Literal["online", "phone", "in_person", "mail", "mixed"]
ReleaseStatus = Literal[
    "draft", "demonstration", "embargoed", "published", "corrected", "withdrawn"
]


Confirmable = Literal["mode", "sample_type", "design"]
# What is computed before they are known speaks as carefully as may be.
_STAND_INS: dict[Confirmable, Any] = {"mode": "mixed", "sample_type": "quota", "design": {}}
_NO_DAY = dt.date(1, 1, 1)


class Exclusion(Frozen):
    """Rows that a declared rule leaves out before anything else, with the reason."""

    column: str
    values: tuple[int | float | str, ...] = Field(min_length=1)
    reason: Text


class Dispositions(Frozen):
    """How every case ended, in the groups of AAPOR's Standard Definitions."""

    complete: int = Field(ge=0, description="Complete interviews (I).")
    partial: int = Field(0, ge=0, description="Partial interviews (P).")
    refusal: int = Field(0, ge=0, description="Refusals and break-offs (R).")
    non_contact: int = Field(0, ge=0, description="Eligible, never reached (NC).")
    other: int = Field(0, ge=0, description="Eligible, no interview for another reason (O).")
    unknown: int = Field(0, ge=0, description="Eligibility unknown (UH, UO).")
    ineligible: int = Field(0, ge=0, description="Out of scope.")

    @property
    def eligible(self) -> int:
        """The cases known to be in scope."""
        return self.complete + self.partial + self.refusal + self.non_contact + self.other

    @property
    def cases(self) -> int:
        """Every case."""
        return self.eligible + self.unknown + self.ineligible


class Outcome(Frozen):
    """How many were approached and took part: in short, or by AAPOR's dispositions."""

    invited: int | None = Field(None, ge=0)
    started: int | None = Field(None, ge=0)
    completed: int | None = Field(None, ge=0)
    excluded: int | None = Field(None, ge=0, description="Invited, then found out of scope.")
    dispositions: Dispositions | None = None
    note: Text | None = None

    @model_validator(mode="after")
    def _told_once(self) -> Outcome:
        short = (self.invited, self.started, self.completed, self.excluded)
        if self.dispositions is not None and any(count is not None for count in short):
            raise FaultError(
                Said("survey-give-dispositions-or-invited-started"),
            )
        return self


class Part(Frozen):
    """One sample of a wave, with its own population, mode and sample type."""

    id: str = "main"
    label: Text
    population: Text
    mode: Mode
    sample_type: SampleType
    supplier: Text
    file: str
    sha256: str | None = Field(None, pattern=r"^[0-9a-f]{64}$")
    n: int | None = Field(None, ge=0, description="Expected number of rows.")
    weight_total: float | None = None
    design: DesignSpec = DesignSpec()
    weighting: Weighting | None = None
    exclusions: tuple[Exclusion, ...] = ()
    rows: dict[str, tuple[int | float | str, ...]] = Field(
        default_factory=dict,
        description="Which rows of the file are this part's, where it holds more: values by "
        "column, all of which must hold.",
    )
    other_columns: tuple[str, ...] = Field(
        (),
        description="Columns of the file that are known and not used; `*`: all the others; "
        "`BSW{n}`: those of a numbered set.",
    )
    outcome: Outcome | None = None
    randomised_with: tuple[str, ...] = Field(
        (),
        description="Parts of the wave that share one frame with this one, people having been "
        "allotted to their modes at random: only then is their contrast an effect of the mode.",
    )
    breakdowns: tuple[str, ...] | None = Field(
        None, description="Breakdowns reported for this part; null: those of the survey."
    )
    notes: tuple[Text, ...] = ()
    methodology: dict[str, Any] = Field(default_factory=dict)
    proposed_design: DesignSpec | None = Field(
        None,
        description="What `padai init` found in the file; nothing uses it until `design:` says so.",
    )
    undecided: dict[Literal["weight", "stratum", "psu", "replicates"], tuple[str, ...]] = Field(
        default_factory=dict,
        exclude=True,
        description="The columns among which a person has to choose, by role, written by `padai "
        "init`; a design that names none of them is refused while this stands.",
    )
    unconfirmed: tuple[Confirmable, ...] = Field(
        (), description="What says `à confirmer`; filled in on reading, never written."
    )

    @field_validator("rows", mode="before")
    @classmethod
    def _listed(cls, value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        return {k: v if isinstance(v, list | tuple) else [v] for k, v in value.items()}

    @model_validator(mode="before")
    @classmethod
    def _mark_unconfirmed(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        waiting = tuple(k for k in _STAND_INS if data.get(k) == TO_CONFIRM)
        if not waiting:
            return data
        return {**data, **{k: _STAND_INS[k] for k in waiting}, "unconfirmed": waiting}

    @property
    def open_roles(self) -> dict[str, tuple[str, ...]]:
        """The roles that a person has to decide and has not, each with its columns."""
        return {r: c for r, c in self.undecided.items() if not getattr(self.design, r)}

    @property
    def designs_offered(self) -> tuple[DesignSpec, ...]:
        """The design as the file offers it, once for each choice that a person has."""
        own = self.design if self.confirmed("design") else self.proposed_design or DesignSpec()
        designs = [own]
        for role, columns in self.open_roles.items():
            if role == "replicates":
                continue  # how they were made is a person's to say
            each = [c if role == "weight" else (c,) for c in columns]
            designs = [spec.model_copy(update={role: c}) for spec in designs for c in each]
        return tuple(designs)

    def confirmed(self, what: Confirmable) -> bool:
        """Whether a person said so, and not a file alone."""
        return what not in self.unconfirmed

    @property
    def weights(self) -> Literal["calibrated", "delivered", "none"]:
        """Where the part's weights come from."""
        if self.weighting is not None and self.weighting.method != "none":
            return "calibrated"
        return "none" if self.design.weight is None else "delivered"


class Fieldwork(Frozen):
    """First and last day of interviewing."""

    start: dt.date
    end: dt.date
    precision: Literal["day", "month", "year"] = Field(
        "day", description="How closely the days are known: a file's name tells a month at best."
    )
    reason: Text | None = Field(
        None,
        description="Why the days are not known, where whoever keeps the data tells months or "
        "years alone: they are published so.",
    )

    @model_validator(mode="before")
    @classmethod
    def _unknown(cls, data: Any) -> Any:
        return {"start": _NO_DAY, "end": _NO_DAY} if data == TO_CONFIRM else data

    @property
    def known(self) -> bool:
        """Whether there are dates at all."""
        return self.start != _NO_DAY

    @property
    def settled(self) -> bool:
        """Whether the days are given, or a reason why there are months or years alone."""
        return self.known and (self.precision == "day" or self.reason is not None)

    def iso(self, day: dt.date) -> str:
        """Write a day as closely as it is known: a day, or its month or its year alone."""
        return day.isoformat()[: {"day": 10, "month": 7, "year": 4}[self.precision]]

    @model_validator(mode="after")
    def _ordered(self) -> Fieldwork:
        if self.end < self.start:
            raise FaultError(
                Said(
                    "survey-fieldwork-ends-before-it-starts",
                    start=str(self.start),
                    end=str(self.end),
                )
            )
        return self


class Release(Frozen):
    """What goes out for a wave, and in which state."""

    version: int = Field(1, ge=1)
    status: ReleaseStatus = "draft"
    publish_on: dt.date
    reason: Text | None = Field(
        None, description="Why there is a new version, or why it is withdrawn."
    )
    contact: str | None = None
    access_before: tuple[Text, ...] = Field(
        (), description="Who sees the release before its date, and why."
    )
    identifiers: dict[str, str | None] = Field(
        default_factory=dict, description="Such as doi or isbn; empty: to be assigned."
    )
    withdrawn: Literal["confidentiality", "error"] | None = Field(
        None, description="Why the release is withdrawn: its files are removed, or kept aside."
    )
    withdrawn_on: dt.date | None = None
    correction: Literal["error", "erasure"] | None = Field(
        None,
        description="Why fewer records were corrected than a new version may show: an error that "
        "matters, or the erasure of a person's record.",
    )
    affected: tuple[str, ...] = Field(
        (), description="Versions withdrawn, such as 2025/v1; none named: all of the wave."
    )

    @model_validator(mode="after")
    def _life(self) -> Release:
        gone = self.status == "withdrawn"
        if gone and (self.withdrawn is None or self.withdrawn_on is None or self.reason is None):
            raise FaultError(
                Said("survey-a-withdrawn-release-needs-withdrawn"),
            )
        if not gone and (self.withdrawn or self.withdrawn_on or self.affected):
            raise FaultError(
                Said("survey-withdrawn-withdrawn-on-and-affected-go"),
            )
        if self.status == "corrected" and self.version == 1:
            raise FaultError(
                Said("survey-a-correction-is-a-new-version-the-first"),
            )
        if self.version > 1 and self.status != "draft" and self.reason is None:
            raise FaultError(
                Said("survey-version-needs-a-reason", version=self.version),
            )
        return self


class WaveDef(Frozen):
    """One fieldwork round, as its file in ``waves/`` declares it."""

    id: str
    label: Text
    fieldwork: Fieldwork
    parts: dict[str, Part] = Field(min_length=1)
    release: Release | None = None
    seal: SealSpec | None = Field(
        None, description="Of what was declared before the data: who stamped it, what changed."
    )
    methodology: dict[str, Any] = Field(default_factory=dict)
    notes: tuple[Text, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _part_ids(cls, data: Any) -> Any:
        if isinstance(data, dict) and isinstance(data.get("parts"), dict):
            parts = {
                str(k): {"id": str(k), **v} if isinstance(v, dict) else v
                for k, v in data["parts"].items()
            }
            return {**data, "parts": parts}
        return data

    @model_validator(mode="after")
    def _allotted_both_ways(self) -> WaveDef:
        for name, part in self.parts.items():
            for other in part.randomised_with:
                if other not in self.parts or other == name:
                    raise FaultError(
                        Said(
                            "survey-part-randomised-with-names-which-is-no", name=name, other=other
                        ),
                    )
                if name not in self.parts[other].randomised_with:
                    raise FaultError(
                        Said(
                            "survey-part-was-allotted-at-random-with-which", name=name, other=other
                        ),
                    )
        return self

    @property
    def unconfirmed(self) -> tuple[str, ...]:
        """What a person still has to say of the wave, by place in its file."""
        days = () if self.fieldwork.settled else ("fieldwork",)
        parts = (f"parts.{p.id}.{what}" for p in self.parts.values() for what in p.unconfirmed)
        return (*days, *parts)

    def randomised(self, one: str, other: str) -> bool:
        """Whether people of one frame were allotted to these two parts at random."""
        return one in self.parts and other in self.parts[one].randomised_with

    @property
    def date(self) -> dt.date:
        """The middle of fieldwork: where the wave stands on a time axis.

        Raises
        ------
        DefinitionError
            The definition does not say when the wave was in the field.
        """
        if not self.fieldwork.known:
            raise DefinitionError(
                Said("survey-nothing-says-when-wave-was-in-the-field", id=self.id),
            )
        return self.fieldwork.start + (self.fieldwork.end - self.fieldwork.start) / 2
