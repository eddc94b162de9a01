"""Replicate weights that a file delivers, as the definition declares them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from pydantic import Field, field_validator, model_validator

from padai.errors import FaultError
from padai.survey.texts import Frozen, YesNo, as_strings
from padai.words import Said

Kind = Literal["jk1", "jkn", "brr", "fay", "bootstrap", "sdr", "other"]


class ReplicateSpec(Frozen):
    """Which columns hold replicate weights, and what their variance is."""

    kind: Kind = Field(
        description="jk1, jkn, brr, fay, bootstrap, sdr (successive difference), or other."
    )
    prefix: str | None = Field(None, description="Columns are this text followed by a number.")
    columns: tuple[str, ...] = Field((), description="The columns by name, instead of `prefix`.")
    scale: float | None = Field(
        None,
        gt=0,
        description="Factor on the sum of squared deviations; None: the kind's own.",
    )
    rscales: tuple[float, ...] | None = Field(None, description="A factor for each replicate.")
    mse: YesNo = Field(False, description="Deviations from the full-sample estimate.")
    combined: YesNo = Field(
        True, description="Whether the columns are weights, or factors on the weight (false)."
    )
    degf: int | None = Field(
        None, gt=0, description="Degrees of freedom, where the file's documentation gives them."
    )
    rho: float = Field(0.5, ge=0, lt=1, description="Of fay.")

    _strings = field_validator("columns", mode="before")(as_strings)

    @model_validator(mode="after")
    def _enough_is_said(self) -> ReplicateSpec:
        if (self.prefix is None) == (not self.columns):
            raise FaultError(
                Said("survey-replicate-weights-give-prefix-or-columns"),
            )
        if self.kind == "other" and self.scale is None:
            raise FaultError(
                Said("survey-replicate-weights-of-kind-other-need-the"),
            )
        if self.kind == "jkn" and self.rscales is None:
            raise FaultError(
                Said("survey-replicate-weights-of-kind-jkn-need"),
            )
        return self

    def columns_in(self, names: Iterable[Any]) -> tuple[str, ...]:
        """Return the columns that hold the weights, of those that a file has, in their order.

        Examples
        --------
        >>> ReplicateSpec(kind="bootstrap", prefix="bw").columns_in(["bw2", "w", "bw10", "bwx"])
        ('bw2', 'bw10')
        """
        if self.columns:
            return self.columns
        prefix = str(self.prefix)
        ends = {str(name): str(name).removeprefix(prefix) for name in names}
        columns = [
            name for name, end in ends.items() if name.startswith(prefix) and end.isdecimal()
        ]
        return tuple(sorted(columns, key=lambda name: int(ends[name])))
