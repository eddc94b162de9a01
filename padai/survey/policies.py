"""What a survey decides before its data are read: breakdowns, families, breaks, policies."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import (
    BeforeValidator,
    Discriminator,
    Field,
    Tag,
    WithJsonSchema,
    field_validator,
    model_validator,
)

from padai.errors import FaultError
from padai.survey.texts import Frozen, Text, as_string, as_strings, with_text_keys
from padai.words import Said

BreakType = Literal["wording", "scale", "mode", "coverage", "supplier", "weighting", "sample_type"]
BlockKind = Literal[
    "trend", "scale", "bars", "means", "groups", "tiles", "parts", "changes", "words", "drivers"
]


def _several(value: Any) -> Any:
    """Take one place as a list of one."""
    one = isinstance(value, (list, tuple)) and value and not isinstance(value[0], (list, tuple))
    return (value,) if one else value


_PLACE = {"type": "array", "items": {"type": "integer"}, "minItems": 2, "maxItems": 2}
Places = Annotated[
    tuple[tuple[int, int], ...],
    BeforeValidator(_several),
    WithJsonSchema({"anyOf": [_PLACE, {"type": "array", "items": _PLACE, "minItems": 1}]}),
]


class Group(Frozen):
    """One group of a breakdown: codes of its question, or a range of numbers (both ends in)."""

    id: str
    label: Text
    codes: tuple[str, ...] = ()
    min: float | None = None
    max: float | None = None

    _as_strings = field_validator("codes", mode="before")(as_strings)


class Breakdown(Frozen):
    """A way of dividing respondents; without `groups`, one group for each code of its question."""

    id: str
    label: Text
    question: str
    groups: tuple[Group, ...] = ()
    small_groups: Literal["merge", "leave_out"] | None = Field(
        None,
        description="What becomes of groups that have fewer people than the minimum base in a "
        "wave: merged with the largest (ranges, as ages: two by two, in their order), or left out "
        "(they count in the total). Absent: withheld.",
    )
    tiles: dict[str, Places] | None = Field(
        None,
        description="Where each group stands on a grid: [row, column], counted from 0 at the top "
        "left; a list of such pairs, side by side, for a group of several places.",
    )

    @field_validator("groups", mode="before")
    @classmethod
    def _identified(cls, value: Any) -> Any:
        if isinstance(value, dict):
            return [{"id": str(k), **v} if isinstance(v, dict) else v for k, v in value.items()]
        return value

    _named = field_validator("tiles", mode="before")(with_text_keys)

    @model_validator(mode="after")
    def _apart(self) -> Breakdown:
        taken: dict[tuple[int, int], str] = {}
        for group, places in (self.tiles or {}).items():
            for place in places:
                if min(place) < 0:
                    raise FaultError(
                        Said("survey-tiles-group-stands-outside-of-the-grid", group=group),
                    )
                if place in taken:
                    raise FaultError(
                        Said(
                            "survey-tiles-groups-and-stand-at-the-same-place",
                            taken=taken[place],
                            group=group,
                        ),
                    )
                taken[place] = group
            if not touching(places):
                raise FaultError(
                    Said("survey-tiles-the-places-of-group-do-not-touch", group=group),
                )
        return self


def touching(places: tuple[tuple[int, int], ...]) -> bool:
    """Whether one can go from any place of a group to any other, side by side."""
    reached, waiting = set(places[:1]), list(places[:1])
    while waiting:
        row, column = waiting.pop()
        near = {(row + 1, column), (row - 1, column), (row, column + 1), (row, column - 1)}
        fresh = (near & set(places)) - reached
        reached |= fresh
        waiting += fresh
    return reached == set(places) and bool(places)


class Reliability(Frozen):
    """When an estimate is flagged or withheld for want of precision.

    `minimum_base` and `small_base` are house rules: no published norm was found for them.
    """

    policy: Literal["isq-a", "isq-b", "statcan", "none"] = "isq-a"
    minimum_base: int = Field(30, ge=30)
    small_base: int = Field(100, ge=30)
    max_half_width: float | None = Field(None, gt=0, lt=0.5)


class Dominance(Frozen):
    """When a numeric total is withheld because a few respondents make most of it."""

    largest: int = Field(2, ge=1, le=5, description="How many of the largest are looked at.")
    share: float = Field(0.9, gt=0, lt=1, description="The most of the total that they may make.")
    closeness: float = Field(
        0.1,
        gt=0,
        lt=1,
        description="How near the others may let the second come to the first, as a fraction.",
    )


class Rounding(Frozen):
    """To what published figures are rounded, where exact ones would tell too much."""

    bases: int = Field(5, ge=2, description="Bases are multiples of this.")
    decimals: int = Field(3, ge=2, le=6, description="Decimals of proportions and means.")


class Confidentiality(Frozen):
    """When a cell is withheld because it could tell about a person."""

    minimum_group: int = Field(10, ge=3)
    sensitive_cell: int = Field(5, ge=2, description="Cells of 1 to one less are withheld.")
    disclosure_count: int = Field(10, ge=3)
    dominance: Dominance = Dominance()
    rounding: Rounding | None = Field(None, description="None: figures are published unrounded.")


class Comparison(Frozen):
    """One comparison of a family: a question and the net or code that is followed."""

    question: str
    net: str


class Family(Frozen):
    """Comparisons whose p-values are adjusted together, declared before the data are read."""

    id: str
    label: Text
    comparisons: tuple[Comparison, ...] = Field(min_length=1)


class KeyResult(Frozen):
    """A result that every publication shows, whatever the data say."""

    id: str
    question: str
    net: str
    breakdown: str = "total"
    group: str = "total"
    label: Text
    declared: dt.date


class Block(Frozen):
    """One exhibit of a section: what kind, of which questions."""

    kind: BlockKind
    questions: tuple[str, ...] = ()
    net: str | None = None
    by: tuple[str, ...] = ()
    title: Text
    finding: Text | None = Field(
        None,
        description="A writer's title for the figure, in place of padai's; it is refused where it "
        "claims more than the verdict.",
    )
    text: Text | None = None


class Section(Frozen):
    """A chapter of the report."""

    id: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    title: Text
    text: Text | None = None
    blocks: tuple[Block, ...] = ()


class Scope(Frozen):
    """Where a break applies; what is not named is all of it, the total included."""

    questions: tuple[str, ...] | None = None
    breakdowns: dict[str, tuple[str, ...] | None] | None = Field(
        None, description="Groups for each breakdown (null: all). Given, the total is outside."
    )
    parts: tuple[str, ...] | None = None

    @field_validator("breakdowns", mode="before")
    @classmethod
    def _groups(cls, value: Any) -> Any:
        if isinstance(value, dict):
            return {k: as_strings(v) for k, v in value.items()}
        return value


class Bridge(Frozen):
    """A measured offset across a break: later minus earlier method, with its standard error."""

    question: str
    net: str
    breakdown: str = "total"
    group: str = "total"
    offset: float
    std_error: float = Field(ge=0)
    on: Literal["points", "logit"] = "points"
    source: Text


class Break(Frozen):
    """A dated, scoped reason why waves on its two sides may not be compared."""

    id: str
    type: BreakType
    date: dt.date
    text: Text
    scope: Scope = Scope()
    bridges: tuple[Bridge, ...] = ()


class Accepted(Frozen):
    """A finding that the person responsible accepts, with the reason; it stays listed.

    What is not named is all of it: every wave, every part, every column of the check.
    """

    check: str
    wave: str | None = None
    part: str | None = None
    column: str | None = None
    reason: Text
    by: str = Field(description="Role and initials; no name is needed.")
    date: dt.date

    _string = field_validator("wave", mode="before")(as_string)


class EnglishBasis(Frozen):
    """Why an English version may exist, who approved it and when."""

    basis: Text
    approved_by: str
    date: dt.date


class NotGiven(Frozen):
    """A methodological item that is declared absent, with the reason."""

    status: Literal["not_applicable", "not_supplied"]
    reason: Text


def _kind_of_item(value: object) -> str:
    """Say whether an item is a text or is declared absent, so that its faults are those of one."""
    absent = isinstance(value, NotGiven) or (isinstance(value, Mapping) and "status" in value)
    return "absent" if absent else "text"


_Item = Annotated[
    Annotated[Text, Tag("text")] | Annotated[NotGiven, Tag("absent")],
    Discriminator(_kind_of_item),
]


class Methodology(Frozen):
    """The disclosure items that no file and no computation can supply.

    Each is a text, or is declared "sans objet" or "non fourni" with a reason; one that is neither
    stops publication. The remaining items (wording, dates, sizes, weighting, precision) are made
    from the definition and the data.
    """

    strategy: _Item | None = None
    sponsor: _Item | None = None
    funder: _Item | None = None
    frame: _Item | None = None
    recruitment: _Item | None = None
    quotas: _Item | None = None
    incentives: _Item | None = None
    devices: _Item | None = None
    interview_languages: _Item | None = None
    processing: _Item | None = None
    quality_checks: _Item | None = None
    response: _Item | None = None
    limitations: _Item | None = None
    membership: _Item | None = None
    contract: _Item | None = None
    neutrality: _Item | None = None

    @property
    def absent(self) -> tuple[str, ...]:
        """The items that are neither given nor declared absent."""
        return tuple(k for k in type(self).model_fields if getattr(self, k) is None)

    @model_validator(mode="before")
    @classmethod
    def _known(cls, data: Any) -> Any:
        return {} if data is None else data
