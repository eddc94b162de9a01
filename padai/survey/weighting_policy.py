"""How a part is weighted: what merges, what is left without a target, what bounds hold."""

from __future__ import annotations

import math
from typing import Any, Literal

from pydantic import (
    Field,
    field_validator,
    model_validator,
)

from padai.errors import FaultError
from padai.survey.texts import Frozen, Text, as_strings
from padai.words import Said


class Collapse(Frozen):
    """Cells of a margin that are weighted as one, with the reason."""

    margin: str
    cells: tuple[str, ...] = Field(min_length=2)
    into: str
    reason: Text | None = None

    _strings = field_validator("cells", mode="before")(as_strings)


class Weighting(Frozen):
    """How the weights of a part are made."""

    method: Literal["rake", "poststratify", "linear", "logit", "none"]
    margins: tuple[str, ...] = ()
    bounds: tuple[float, float] | None = None
    trim: tuple[float, float] | None = None
    untargeted: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    collapse: tuple[Collapse, ...] = ()
    reason: Text | None = Field(None, description="Why the part is not weighted, where `none`.")

    @field_validator("untargeted", mode="before")
    @classmethod
    def _strings(cls, value: Any) -> Any:
        if isinstance(value, dict):
            return {
                k: tuple(str(c) for c in v) if isinstance(v, list | tuple) else v
                for k, v in value.items()
            }
        return value

    @model_validator(mode="after")
    def _limits(self) -> Weighting:
        if self.bounds is not None:
            low, high = self.bounds
            if not 0 <= low < 1 < high:
                raise FaultError(
                    Said(
                        "survey-bounds-must-have-0-lower-1-upper-they",
                        low=f"{low:g}",
                        high=f"{high:g}",
                    ),
                )
            if self.method in ("poststratify", "none"):
                raise FaultError(
                    Said("survey-bounds-do-not-go-with-method-leave-them", method=self.method),
                )
        if self.method == "logit" and (self.bounds is None or not math.isfinite(self.bounds[1])):
            raise FaultError(
                Said("survey-method-logit-needs-finite-bounds-lower"),
            )
        if self.trim is not None and not 0 <= self.trim[0] < self.trim[1]:
            low, high = self.trim
            raise FaultError(
                Said(
                    "survey-trim-must-have-0-lower-upper-they-are", low=f"{low:g}", high=f"{high:g}"
                ),
            )
        return self
