"""What marks the options of a multiple-response question in a data file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

from pydantic import Field, model_validator

from padai.errors import FaultError
from padai.survey.texts import Frozen
from padai.words import Said


class Marks(Frozen):
    """What stands in a file for an option that was chosen, and for one that was not."""

    chosen: int | float | str = 1
    not_chosen: int | float | str = 0

    @model_validator(mode="after")
    def _apart(self) -> Marks:
        if self.chosen == self.not_chosen:
            raise FaultError(Said("survey-marks-are-one-value", value=self.chosen))
        return self

    @property
    def values(self) -> tuple[int | float | str, int | float | str]:
        """The value of an option that was chosen, and that of one that was not."""
        return self.chosen, self.not_chosen

    @property
    def places(self) -> dict[Any, Any]:
        """What each value of the file is read as; empty where it is 1 and 0 already.

        A 0 or a 1 that marks nothing changes place with a value that does, so that it is foreign.

        Examples
        --------
        >>> Marks(chosen=1, not_chosen=2).places, Marks().places
        ({1: 1, 2: 0, 0: 2}, {})
        """
        values: dict[Any, Any] = {self.chosen: 1, self.not_chosen: 0}
        if values == {1: 1, 0: 0}:
            return {}
        strays = [v for v in (1, 0) if v not in values]
        freed = [v for v in values if v not in (1, 0)]
        return values | dict(zip(strays, freed, strict=True))


MarksByWave = Annotated[
    dict[str, Marks],
    Field(
        default_factory=dict,
        description="Of a multiple-response question: what stands in each wave's file, or by "
        "`default`, for an option that was chosen and for one that was not, where not 1 and 0.",
    ),
]


def check_marks(marks: Mapping[str, Marks], kind: str, missing: Sequence[object]) -> None:
    """Refuse marks of a question without options, and marks that mean no answer besides."""
    if marks and kind != "multiple":
        raise FaultError(Said("survey-marks-of-a-question-of-type", type=kind))
    for value in (v for each in marks.values() for v in each.values):
        if value in missing:
            raise FaultError(Said("survey-marks-that-are-missing", value=value))
