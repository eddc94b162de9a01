"""An index: several questions that are read as one measure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from pydantic import Field, field_validator, model_validator

from padai.errors import FaultError
from padai.survey.questions import Margin, Question
from padai.survey.texts import Frozen, Text, as_strings, with_text_keys
from padai.words import Said

LEAST_ITEMS = 3


class Index(Frozen):
    """The mean of several items, from 0 to 100, declared before the data are read.

    Reliability and invariance need each item to be held against at least two others: an index
    has three items or more.
    """

    id: str = Field(pattern=r"^[A-Za-z][A-Za-z0-9_]*$")
    label: Text
    items: tuple[str, ...] = Field(description="Questions, three or more.")
    scores: dict[str, float] = Field(
        default_factory=dict,
        description="The score of each code, where the items' scale gives none.",
    )
    reverse: tuple[str, ...] = Field((), description="Items whose scale runs the other way.")
    answered: float = Field(
        2 / 3, gt=0, le=1, description="Least share of the items that must be answered."
    )
    high: Text = Field(description="What 100 means.")
    margin: Margin | None = Field(None, description="In points of the index.")
    invariance: tuple[str, ...] = Field(
        (),
        description="Breakdowns or questions, besides the waves, over which items must not "
        "differ: language, or a mode that was drawn at random.",
    )
    declared: dt.date

    _as_strings = field_validator("items", "reverse", "invariance", mode="before")(as_strings)

    _codes = field_validator("scores", mode="before")(with_text_keys)

    @model_validator(mode="after")
    def _whole(self) -> Index:
        if len(set(self.items)) < max(LEAST_ITEMS, len(self.items)):
            raise FaultError(
                Said(
                    "survey-an-index-needs-items-or-more-each-once",
                    least_items=LEAST_ITEMS,
                    count_items=len(set(self.items)),
                ),
            )
        strange = [item for item in self.reverse if item not in self.items]
        if strange:
            raise FaultError(
                Said("survey-reverse-names-which-is-not-among-the", strange=strange[0]),
            )
        return self


def without_score(question: Question, scores: Mapping[str, float]) -> list[str]:
    """Return the answers of a question that have no score, where its own scale gives none.

    "Don't know" is no answer here, in the base or not.
    """
    if question.scores or question.scale is None:
        return []
    return [each.code for each in question.scale.codes if each.code not in scores]
