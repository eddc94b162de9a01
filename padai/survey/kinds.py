"""The kinds of sample and of survey: what each is made of and what it has, declared once.

Code asks a kind for what it has (``survey.traits.estimated``) and never which one it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

SampleType = Literal["probability", "quota", "open", "minipublic"]
INFERENTIAL: tuple[SampleType, ...] = ("probability", "quota")
"""Types of sample that speak for a population: they have intervals, tests and trends."""
KindName = Literal["tracker", "panel", "consultation"]


@dataclass(frozen=True)
class SurveyKind:
    """What is true of every survey of a kind.

    Attributes
    ----------
    id
        Its name in the store, in addresses and in messages.
    file
        The file beside the definition that makes a survey of this kind; none of what needs none.
    sample_type
        The type that every part must be of; any where it is None.
    estimated
        Answers are weighted, estimated and compared; otherwise counts stand in their place.
    repeated
        It is followed over time, in editions, each with key results of its own.
    paged
        A release holds pages besides its report: questions, tables, explorer, press.
    members_known
        Those who took part are known one by one, and their numbers are told exactly.
    subject
        What its register of replies lists, as messages name it.
    """

    id: KindName
    file: str = ""
    sample_type: SampleType | None = None
    estimated: bool = False
    repeated: bool = False
    paged: bool = False
    members_known: bool = False
    subject: Literal["findings", "recommendations"] = "findings"


TRACKER = SurveyKind("tracker", estimated=True, repeated=True, paged=True)
PANEL = SurveyKind(
    "panel",
    file="panel.yaml",
    sample_type="minipublic",
    members_known=True,
    subject="recommendations",
)
CONSULTATION = SurveyKind("consultation", file="consultation.yaml", sample_type="open")
KINDS: dict[str, SurveyKind] = {kind.id: kind for kind in (TRACKER, PANEL, CONSULTATION)}
