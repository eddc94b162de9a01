"""The model of who took part in a sample that is not random: declared, with what it leans on."""

from __future__ import annotations

import datetime as dt
import math
from typing import Any, Literal

from pydantic import Field, field_validator, model_validator

from padai.errors import FaultError
from padai.survey.design_spec import DesignSpec
from padai.survey.small_areas import When, csv_of_the_folder
from padai.survey.texts import Frozen, Text, as_string, as_strings
from padai.words import Said


class ModelReference(Frozen):
    """What says who the population is: a probability sample, or totals of the population."""

    file: str | None = Field(
        None, description="A probability sample, among the data files; or give `totals`."
    )
    sha256: str | None = Field(
        None, pattern=r"^[0-9a-f]{64}$", description="The checksum that the file must have."
    )
    design: DesignSpec = DesignSpec()
    columns: dict[str, str] = Field(
        default_factory=dict, description="The file's column of a variable, if not its name."
    )
    codes: dict[str, dict[str, str]] = Field(
        default_factory=dict,
        description="Of a variable, what each code of the file is in this survey.",
    )
    totals: str | None = Field(
        None,
        description="Path of a CSV from the survey's folder: `variable,cell,total`, a row a "
        "category; of a number, one row without `cell`.",
    )
    size: float | None = Field(
        None,
        gt=0,
        description="People of the population. Of a sample: its weights are scaled to it; "
        "unsaid, they add up to it.",
    )
    source: Text
    date: When = Field(description="When the reference was true: a year, or a date.")
    population: Text = Field(description="Which people the reference stands for, in words.")
    waves: tuple[str, ...] = Field(
        (), description="The waves that lean on it; none: those that no other reference names."
    )
    other_year: Text | None = Field(
        None, description="Why a reference of another year than the wave may serve."
    )
    other_population: Text | None = Field(
        None, description="How the reference's population differs from the wave's, and why it may."
    )

    _as_strings = field_validator("waves", mode="before")(as_strings)

    @field_validator("codes", mode="before")
    @classmethod
    def _texts(cls, value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        return {
            k: {str(a): str(b) for a, b in v.items()} if isinstance(v, dict) else v
            for k, v in value.items()
        }

    @field_validator("totals")
    @classmethod
    def _inside(cls, value: str | None) -> str | None:
        return None if value is None else csv_of_the_folder(value)

    @field_validator("date")
    @classmethod
    def _dated(cls, value: str) -> str:
        if not value[:4].isdecimal():
            raise FaultError(Said("survey-model-date-has-no-year", value=value))
        return value

    @model_validator(mode="after")
    def _whole(self) -> ModelReference:
        if (self.file is None) == (self.totals is None):
            raise FaultError(Said("survey-model-file-or-totals"))
        if self.size is not None and not math.isfinite(self.size):
            raise FaultError(Said("survey-model-size-is-no-number"))
        if self.totals is not None:
            alone = [n for n in ("sha256", "columns", "codes") if getattr(self, n)]
            alone += ["design"] if self.design != DesignSpec() else []
            if alone:
                raise FaultError(Said("survey-model-is-of-a-sample", name=alone[0]))
        elif self.design.weight is None and self.size is None:
            raise FaultError(Said("survey-model-sample-without-weight"))
        if self.size is not None and self.design.replicate_sets:
            raise FaultError(Said("survey-model-replicates-and-size"))
        if self.design.pps == "joint":
            raise FaultError(Said("survey-model-no-joint-probabilities"))
        return self

    @property
    def year(self) -> int:
        """The year of the reference."""
        return int(self.date[:4])


class ModelItem(Frozen):
    """A figure that is estimated under the model."""

    question: str
    net: str

    _as_string = field_validator("net", mode="before")(as_string)


class ParticipationModel(Frozen):
    """Key results of a quota sample or an access panel, under a model of who took part.

    The sample's own weights are not used: the reference says what the population is.
    """

    variables: tuple[str, ...] = Field(
        min_length=1,
        description="Breakdowns or questions that the sample shares with the reference.",
    )
    references: tuple[ModelReference, ...] = Field(min_length=1)
    items: tuple[ModelItem, ...] = Field(
        (), description="What is estimated under the model; none: the key results of the total."
    )
    method: Literal["doubly_robust", "ipw", "mass"] = Field(
        "doubly_robust",
        description="`ipw`: inverse propensity; `mass`: imputation; `doubly_robust`: both.",
    )
    link: Literal["logit", "probit", "cloglog"] = "logit"
    fit: Literal["ml", "calibrated"] = Field(
        "ml",
        description="`calibrated`: the model's weights meet the reference's totals; always so "
        "with totals.",
    )
    interval: Literal["logit", "mean"] = Field(
        "logit", description="Of a share: `logit` keeps it within 0 and 100%."
    )
    blank: Literal["refuse", "outside"] = Field(
        "refuse",
        description="What a respondent is who lacks a variable: refused, or `outside` the model.",
    )
    assumptions: Text = Field(description="What the team takes to be true, in words; published.")
    decided_by: Text = Field(description="Who decided on the model.")
    reason: Text = Field(description="Why these variables, this reference and this method.")
    declared: dt.date

    _as_strings = field_validator("variables", mode="before")(as_strings)

    @model_validator(mode="after")
    def _whole(self) -> ParticipationModel:
        if len(set(self.variables)) < len(self.variables):
            raise FaultError(Said("survey-model-names-a-variable-twice"))
        named = [wave for reference in self.references for wave in reference.waves]
        if len(set(named)) < len(named):
            raise FaultError(Said("survey-model-two-references-of-a-wave"))
        if sum(not reference.waves for reference in self.references) > 1:
            raise FaultError(Said("survey-model-two-references-of-every-wave"))
        return self

    def reference_of(self, wave_id: str) -> ModelReference | None:
        """Return what a wave leans on; None where it leans on nothing."""
        own = [r for r in self.references if wave_id in r.waves]
        return next(iter([*own, *(r for r in self.references if not r.waves)]), None)
