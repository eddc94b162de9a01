"""The columns that say how the respondents of a part were drawn."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import (
    Field,
    SerializerFunctionWrapHandler,
    field_validator,
    model_serializer,
    model_validator,
)

from padai.errors import FaultError
from padai.survey.replicates import ReplicateSpec
from padai.survey.texts import Frozen, YesNo
from padai.words import Said

LonelyPsu = Literal["fail", "remove", "certainty", "adjust", "average"]


#: The mean of squared probabilities, weighted by probabilities: above 0, and at most 1.
MeanSquare = Annotated[float, Field(gt=0, le=1, strict=True)]


def _stages(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


class JointFile(Frozen):
    """A file of the probabilities that two sampled units are drawn together."""

    file: str = Field(
        description="A CSV among the data: a square with the units in its header and in its first "
        "column, or a row a pair: `unit, other, probability`."
    )
    sha256: str | None = Field(
        None, pattern=r"^[0-9a-f]{64}$", description="The checksum that the file must have."
    )


class DesignSpec(Frozen):
    """The columns that say how the respondents of a part were drawn."""

    weight: str | None = None
    stratum: tuple[str, ...] = ()
    psu: tuple[str, ...] = ()
    fpc: tuple[str, ...] = ()
    id: str | None = None
    longitudinal_weight: str | None = Field(
        None,
        description="Weight of those who answered this wave and the one before, for change among "
        "them; blank for the others.",
    )
    longitudinal_replicates: ReplicateSpec | None = Field(
        None, description="Replicates of the longitudinal weight; blank where it is."
    )
    nest: YesNo = True
    lonely_psu: LonelyPsu = "fail"
    replicates: ReplicateSpec | None = Field(
        None, description="Replicate weights in the file, of which variances are made."
    )
    missing_weight: Literal["outside", "zero"] | None = Field(
        None,
        description="What a row without weight is: `outside` of the sample, or a member of weight "
        "`zero`; unsaid, such a row is refused.",
    )

    pps: Literal["brewer", "overton", "hartley-rao", "poisson", "joint"] | None = Field(
        None,
        description="How units were drawn with unequal probabilities and without replacement; "
        "`fpc` then holds their inclusion probabilities, in every stage. `joint`: the "
        "probabilities of pairs are known, and stand in the file of `joint_probabilities`.",
    )
    joint_probabilities: JointFile | None = Field(
        None, description="With `pps: joint`, where the probabilities of pairs stand."
    )
    mean_square: MeanSquare | dict[str | int, MeanSquare] | None = Field(
        None,
        description="With `pps: hartley-rao`: the sum of the squared probabilities over the whole "
        "population, over the number drawn; one number, or one by stratum. Unsaid, it is estimated "
        "by the mean of the probabilities of the units drawn.",
    )
    variance: Literal["HT", "YG"] = Field(
        "HT",
        description="With `pps`: the formula of Horvitz and Thompson, `HT`, or of Yates, Grundy "
        "and Sen, `YG`.",
    )

    _tuples = field_validator("stratum", "psu", "fpc", mode="before")(_stages)

    @model_serializer(mode="wrap")
    def _said_where_declared(self, dump: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """Leave out what no design said before it could be: seals and stores keep their bytes."""
        fields: dict[str, Any] = dump(self)
        if self.pps is None:
            for name in ("pps", "variance"):
                fields.pop(name, None)
        for name in ("joint_probabilities", "mean_square"):
            if getattr(self, name) is None:
                fields.pop(name, None)
        return fields

    @model_validator(mode="after")
    def _drawn_in_one_way(self) -> DesignSpec:
        fault = self._of_pps()
        if fault is not None:
            raise FaultError(fault)
        return self

    def _of_pps(self) -> Said | None:
        """Return what contradicts `pps`, as :func:`padai.unequal.check_pps` has it of a design."""
        if (fault := self._of_what_pps_reads()) is not None:
            return fault
        stages = max(1, len(self.psu))
        if self.pps is None:
            return None if self.variance == "HT" else Said("padai-pps-variance-alone")
        if len(self.fpc) != stages:
            return Said("padai-pps-fpc-of-each-stage", stages=stages)
        if stages > 1 and self.pps != "brewer":
            return Said("padai-pps-several-stages")
        if self.variance == "YG" and self.pps in ("brewer", "poisson"):
            return Said("padai-pps-one-formula", pps=self.pps)
        if self.replicates is not None:
            return Said("padai-pps-and-replicates")
        if self.lonely_psu not in ("fail", "certainty", "remove"):
            return Said("padai-pps-lonely")
        return None

    def _of_what_pps_reads(self) -> Said | None:
        """Return what contradicts `pps` in what is read beside it: a file, a mean square."""
        if (self.pps == "joint") != (self.joint_probabilities is not None):
            return Said("survey-design-joint-and-its-file")
        if self.pps == "joint" and not self.psu and self.id is None:
            return Said("survey-design-joint-needs-names")
        if self.mean_square is not None and self.pps != "hartley-rao":
            return Said("survey-design-mean-square-alone")
        if isinstance(self.mean_square, dict) and not self.stratum:
            return Said("survey-design-mean-square-by-stratum")
        return None

    @model_validator(mode="after")
    def _each_weight_has_its_replicates(self) -> DesignSpec:
        if self.longitudinal_replicates is not None and self.longitudinal_weight is None:
            raise FaultError(
                Said("survey-longitudinal-replicates-are-of-a"),
            )
        alone = self.longitudinal_weight is not None and self.longitudinal_replicates is None
        if self.replicates is not None and alone:
            raise FaultError(
                Said(
                    "survey-the-longitudinal-weight-has-no",
                    longitudinal_weight=self.longitudinal_weight,
                ),
            )
        return self

    @property
    def replicate_sets(self) -> tuple[ReplicateSpec, ...]:
        """The sets of replicate weights that the file holds."""
        sets = (self.replicates, self.longitudinal_replicates)
        return tuple(each for each in sets if each is not None)
