"""Published figures of other trackers, each with what keeps it from being compared with ours."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field, field_validator, model_validator

from padai.errors import FaultError
from padai.survey.decisions import Address
from padai.survey.questions import _identified
from padai.survey.texts import Frozen, Text
from padai.words import Said

Likeness = Literal["same", "close", "different", "unknown"]
ASPECTS = ("population", "mode", "wording", "scale", "year")
"""What a comparability statement speaks of, in the order in which it is written."""


class Aspect(Frozen):
    """How alike the other measure is in one respect, and in what it differs."""

    likeness: Likeness
    text: Text


class Comparability(Frozen):
    """What a reader must know before looking from one figure to the other."""

    population: Aspect
    mode: Aspect
    wording: Aspect
    scale: Aspect
    year: Aspect


class Reference(Frozen):
    """Where a figure was published, and when."""

    text: Text
    date: str | None = Field(None, pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$")
    url: Address | None = None

    @field_validator("date", mode="before")
    @classmethod
    def _text(cls, value: Any) -> Any:
        return value if value is None or isinstance(value, str) else str(value)


class Beside(Frozen):
    """The figure of ours that it stands beside."""

    question: str
    net: str


class Benchmark(Frozen):
    """One published figure of another tracker, or the statement that none was found.

    `value` is written as published, in percent or as a mean, never as a share of one.
    """

    id: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    tracker: Text
    measure: Text
    beside: Beside
    value: float | None = None
    unit: Literal["percent", "mean"] = "percent"
    absent: Text | None = Field(None, description="Why there is no figure.")
    n: int | None = Field(None, ge=1)
    year: int | None = Field(
        None, ge=1990, le=2100, description="Year of fieldwork, else of publication, if known."
    )
    source: Reference
    comparability: Comparability

    @model_validator(mode="before")
    @classmethod
    def _sourced(cls, data: Any) -> Any:
        if isinstance(data, dict) and not data.get("source"):
            raise FaultError(
                Said("survey-benchmark-has-no-source-no-figure-stands", data=data.get("id", "?")),
            )
        return data

    @model_validator(mode="after")
    def _figure_or_reason(self) -> Benchmark:
        if (self.value is None) == (self.absent is None):
            raise FaultError(
                Said("survey-benchmark-give-value-or-absent-with-the", id=self.id),
            )
        if self.value is not None and self.source.date is None:
            raise FaultError(
                Said("survey-benchmark-its-source-has-no-date", id=self.id),
            )
        if self.value is not None and self.unit == "percent" and not 0 <= self.value <= 100:
            raise FaultError(
                Said("survey-benchmark-a-percentage-lies-between-0", id=self.id),
            )
        return self


class BenchmarksFile(Frozen):
    """The content of ``benchmarks.yaml``."""

    introduction: Text | None = None
    items: tuple[Benchmark, ...] = Field(min_length=1)

    _by_id = field_validator("items", mode="before")(_identified)

    @model_validator(mode="after")
    def _distinct(self) -> BenchmarksFile:
        ids = [item.id for item in self.items]
        twice = sorted({i for i in ids if ids.count(i) > 1})
        if twice:
            names = ", ".join(twice)
            raise FaultError(Said("survey-benchmarks-given-twice", names=names))
        return self
