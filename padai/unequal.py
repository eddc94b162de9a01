"""How units were drawn with unequal probabilities and without replacement."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from padai.errors import DesignError, Said, nearest
from padai.spelling import spelled

if TYPE_CHECKING:
    import pandas as pd

#: Joint probabilities may miss symmetry, and the single ones, by so much of themselves.
ALIKE = 1e-6
NAMED = ("brewer", "overton", "poisson")


@spelled
@dataclass(frozen=True, eq=False)
class HartleyRao:
    """Joint probabilities as Hartley and Rao approximate them, from those of single units.

    Parameters
    ----------
    mean_square
        The sum of the squared probabilities over the whole population, over the number drawn: one
        number, or one a stratum. None: the mean of the probabilities of the units drawn.

    Examples
    --------
    >>> HartleyRao(mean_square=0.16).of_strata(("all",), "").tolist()
    [0.16]
    """

    mean_square: float | Mapping[Any, float] | None = None

    def __post_init__(self) -> None:
        given = self.mean_square
        values = list(given.values()) if isinstance(given, Mapping) else [given]
        for value in values:
            fits = (
                isinstance(value, (int, float)) and not isinstance(value, bool) and 0 < value <= 1
            )
            if not fits and given is not None:
                raise DesignError(
                    Said("padai-hartleyrao-mean-square-it-is-the-sum-of", value=repr(value)),
                )

    def of_strata(self, labels: tuple[str, ...], where: str) -> np.ndarray | None:
        """Return the value of each stratum; None where they are to be estimated."""
        if self.mean_square is None:
            return None
        if not isinstance(self.mean_square, Mapping):
            return np.full(len(labels), float(self.mean_square))
        given = {str(key): float(value) for key, value in self.mean_square.items()}
        for label in labels:
            if label not in given:
                raise DesignError(
                    Said("padai-hartleyrao-mean-square-has-no-value-for", label=label),
                    where=where,
                )
        return np.array([given[label] for label in labels])


@spelled
@dataclass(frozen=True, eq=False)
class JointProbabilities:
    """The probability of each pair of sampled units to be drawn together.

    Parameters
    ----------
    matrix
        Square, with the units' own probabilities on the diagonal. A pandas table whose rows and
        columns are the labels of the units (psus, else identifiers); or an array in the order of
        the data's rows, where the design names neither psus nor identifiers.
    tolerance
        ``(p_ij - p_i p_j) / p_ij`` smaller than this is taken as zero; R's ``ppsmat`` has 1e-4.

    Examples
    --------
    >>> JointProbabilities([[0.5, 0.2], [0.2, 0.5]]).size
    2
    """

    matrix: Any
    tolerance: float = 0.0

    def __post_init__(self) -> None:
        try:
            values = np.asarray(self.matrix, dtype=np.float64)
        except (TypeError, ValueError):
            raise _no_matrix(Said("padai-joint-other-than-numbers")) from None
        if values.ndim != 2 or values.shape[0] != values.shape[1] or not len(values):
            shape = " x ".join(str(n) for n in values.shape) or "1"
            raise _no_matrix(Said("padai-joint-not-square", shape=shape))
        if not (np.isfinite(values).all() and (values > 0).all() and (values <= 1).all()):
            raise _no_matrix(Said("padai-joint-not-probabilities"))
        if not np.allclose(values, values.T, rtol=ALIKE, atol=0):
            raise _no_matrix(Said("padai-joint-not-symmetric"))
        single = np.diag(values)
        if (values > np.minimum.outer(single, single) * (1 + ALIKE)).any():
            raise _no_matrix(Said("padai-joint-pairs-too-probable"))

    @property
    def size(self) -> int:
        """Number of units."""
        return len(self.matrix)

    @property
    def labels(self) -> list[str] | None:
        """Labels of the units; None for an array."""
        index = getattr(self.matrix, "index", None)
        return None if index is None else [str(label) for label in index]

    def values_for(self, units: pd.Index | None, single: np.ndarray, where: str) -> np.ndarray:
        """Return the matrix for the sampled units, in their order.

        Parameters
        ----------
        units
            Their labels; None: their order is that of the data's rows.
        single : ndarray, shape (P,)
            Their probabilities as the design's `fpc` gives them.
        """
        values = np.asarray(self.matrix, dtype=np.float64)
        if units is not None:
            values = self._ordered(values, [str(label) for label in units], where)
        if len(values) != len(single):
            raise _no_matrix(
                Said("padai-joint-other-units", given=len(values), held=len(single)), where
            )
        apart = np.abs(np.diag(values) - single) > ALIKE * single
        if apart.any():
            raise _no_matrix(
                Said("padai-joint-other-than-fpc", apart=int(apart.sum()), held=len(single)), where
            )
        return (values + values.T) / 2

    def _ordered(self, values: np.ndarray, units: list[str], where: str) -> np.ndarray:
        labels = self.labels
        if labels is None:
            raise _no_matrix(Said("padai-joint-an-array"), where)
        if labels != [str(label) for label in self.matrix.columns] or len(set(labels)) < len(
            labels
        ):
            raise _no_matrix(Said("padai-joint-labels-differ"), where)
        if len(set(units)) < len(units):
            raise _no_matrix(Said("padai-joint-labels-again"), where)
        place = {label: k for k, label in enumerate(labels)}
        lacking = [unit for unit in units if unit not in place]
        if lacking:
            raise _no_matrix(
                Said("padai-joint-units-lacking", lacking=len(lacking), held=len(units)), where
            )
        order = [place[unit] for unit in units]
        return values[np.ix_(order, order)]


def _no_matrix(why: Said, where: str = "") -> DesignError:
    return DesignError(Said("padai-jointprobabilities-the-matrix", why=why), where=where)


Pps = Literal["brewer", "overton", "poisson"] | HartleyRao | JointProbabilities


def check_pps(
    pps: object, variance: object, *, stages: int, sizes: int, replicated: bool, lonely: str
) -> None:
    """Refuse a way of drawing that is not known, or that the rest of a design contradicts.

    Parameters
    ----------
    pps, variance
        As :class:`padai.Design` takes them.
    stages, sizes
        Number of stages, and of columns of `fpc`.
    replicated
        Whether the design has replicate weights.
    lonely
        Its `lonely_psu`; "domain" where it has `lonely_domain`.
    """
    if variance not in ("HT", "YG"):
        raise _refused(Said("padai-pps-variance-unknown", given=repr(variance)))
    if pps is None:
        if variance != "HT":
            raise _refused(Said("padai-pps-variance-alone"))
        return
    named = isinstance(pps, str) and pps in NAMED
    if not named and not isinstance(pps, (HartleyRao, JointProbabilities)):
        raise _refused(
            Said(
                "padai-pps-unknown",
                given=repr(pps) if isinstance(pps, str) else type(pps).__name__,
                known=f"{', '.join(NAMED)}, padai.HartleyRao(), padai.JointProbabilities(...)",
                hint=nearest(pps, NAMED) if isinstance(pps, str) else Said("", ""),
            )
        )
    _check_with_rest(pps, str(variance), stages, sizes)
    if replicated:
        raise _refused(Said("padai-pps-and-replicates"))
    if lonely not in ("fail", "certainty", "remove"):
        raise _refused(Said("padai-pps-lonely"))


def _check_with_rest(pps: object, variance: str, stages: int, sizes: int) -> None:
    if sizes != stages:
        raise _refused(Said("padai-pps-fpc-of-each-stage", stages=stages))
    if stages > 1 and pps != "brewer":
        raise _refused(Said("padai-pps-several-stages"))
    if variance == "YG" and pps in ("brewer", "poisson"):
        raise _refused(Said("padai-pps-one-formula", pps=str(pps)))


def _refused(why: Said) -> DesignError:
    return DesignError(Said("padai-design", why=why))
