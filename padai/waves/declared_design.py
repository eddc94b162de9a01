"""A design as the definition declares it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from padai.design import (
    BalancedRepeated,
    Bootstrap,
    Design,
    Fay,
    Jackknife,
    JackknifeN,
    Replicates,
    SuccessiveDifference,
)
from padai.survey import DesignSpec, ReplicateSpec
from padai.unequal import HartleyRao, JointProbabilities, Pps

REPLICATE_KINDS: Mapping[str, type[Replicates]] = {
    "jk1": Jackknife,
    "jkn": JackknifeN,
    "brr": BalancedRepeated,
    "fay": Fay,
    "bootstrap": Bootstrap,
    "sdr": SuccessiveDifference,
    "other": Replicates,
}


def design_of(spec: DesignSpec, joint: JointProbabilities | None = None) -> Design:
    """Turn a part's declared design columns into a design.

    Parameters
    ----------
    spec
    joint
        What the file of `joint_probabilities` holds, of a design that names one.
    """
    return Design(
        weight=spec.weight,
        stratum=spec.stratum or None,
        psu=spec.psu or None,
        fpc=spec.fpc or None,
        id=spec.id,
        nest=spec.nest,
        lonely_psu=spec.lonely_psu,
        missing_weight=spec.missing_weight,
        replicates=None if spec.replicates is None else replicates_as_declared(spec.replicates),
        pps=_drawn(spec, joint),
        variance=spec.variance,
    )


def _drawn(spec: DesignSpec, joint: JointProbabilities | None) -> Pps | None:
    if spec.pps == "joint":
        return joint
    return HartleyRao(spec.mean_square) if spec.pps == "hartley-rao" else spec.pps


def replicates_as_declared(spec: ReplicateSpec) -> Replicates:
    """Turn declared replicate weights into those of a design."""
    given: dict[str, Any] = {"prefix": spec.prefix, "columns": spec.columns, "scale": spec.scale,
                             "rscales": spec.rscales, "mse": spec.mse, "combined": spec.combined,
                             "degf": spec.degf}  # fmt: skip
    if spec.kind == "fay":
        given["rho"] = spec.rho
    return REPLICATE_KINDS[spec.kind](**given)


def design_columns(spec: DesignSpec) -> tuple[str, ...]:
    """Return the names of every column that a design uses, each once; replicates apart."""
    named = (
        spec.weight, *spec.stratum, *spec.psu, *spec.fpc, spec.id, spec.longitudinal_weight
    )  # fmt: skip
    return tuple(dict.fromkeys(n for n in named if n))


def replicate_columns(spec: DesignSpec, names: Iterable[Any]) -> tuple[str, ...]:
    """Return the columns of replicate weights among those of a file, each once."""
    columns = (name for each in spec.replicate_sets for name in each.columns_in(names))
    return tuple(dict.fromkeys(columns))
