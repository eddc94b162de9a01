"""Sampling designs as arrays: what every variance in padai is computed from.

Notation used in this folder: ``n`` rows, ``H`` strata, ``P`` sampled units (psus), ``R``
replicates, ``w`` weights. A *linearised variable* ``u`` of an estimate is its influence function
without the weight, so that its variance is that of the total of ``z = w * u``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray

from padai.errors import DesignError, Said
from padai.numerics.threads import pinned

if TYPE_CHECKING:
    from padai.numerics.unit_forms import UnitForm

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.intp]
BoolArray = NDArray[np.bool_]

LonelyPsu = Literal["fail", "certainty", "remove", "adjust", "average"]
LONELY_POLICIES: tuple[LonelyPsu, ...] = ("fail", "certainty", "remove", "adjust", "average")

#: Sampling fractions this close to one leave a stratum without variance, as in R's ``onestrat``.
CENSUS = 1e-7


@dataclass(frozen=True, eq=False)
class Stage:
    """One stage of selection.

    Attributes
    ----------
    stratum : ndarray of int, shape (n,)
        Stratum of each row, 0 to H-1. After the first stage strata lie within units of the stage
        before.
    psu : ndarray of int, shape (n,)
        Sampled unit of each row, 0 to P-1, unique over strata.
    sampled : ndarray of int, shape (H,)
        Units sampled in each stratum, whether or not this design's rows show them all.
    population : ndarray, shape (H,), or None
        Units of each stratum's population; infinite, or None, for no finite correction.
    labels : tuple of str
        Name of each stratum, for messages.
    single : bool or None
        Whether each respondent is a unit; None: whether no unit holds two rows. Rows that each
        stand for several respondents cannot tell.
    """

    stratum: IntArray
    psu: IntArray
    sampled: IntArray
    population: FloatArray | None = None
    labels: tuple[str, ...] = ()
    single: bool | None = None

    @property
    def n_strata(self) -> int:
        """Number of strata, H."""
        return len(self.sampled)

    @cached_property
    def n_psus(self) -> int:
        """Number of unit codes, P."""
        return int(self.psu.max()) + 1 if len(self.psu) else 0

    @cached_property
    def stratum_of_psu(self) -> IntArray:
        """Stratum of each unit, shape (P,)."""
        strata = np.zeros(self.n_psus, dtype=np.intp)
        strata[self.psu] = self.stratum
        return strata

    @cached_property
    def one_row_a_psu(self) -> bool:
        """Whether no unit holds two rows (units may hold none, in a part of a design)."""
        if self.single is not None:
            return self.single
        return not len(self.psu) or int(np.bincount(self.psu).max()) == 1

    @cached_property
    def fraction(self) -> FloatArray:
        """Sampling fraction of each stratum, shape (H,); 0 without a finite correction."""
        if self.population is None:
            return np.zeros(self.n_strata)
        return self.sampled / self.population

    def label(self, stratum: int) -> str:
        """Return the name of a stratum."""
        return self.labels[stratum] if self.labels else str(stratum)

    def take(self, rows: IntArray | BoolArray) -> Stage:
        """Return the stage of some rows; what was sampled stays as it was."""
        part = replace(self, stratum=self.stratum[rows], psu=self.psu[rows])
        part.__dict__["n_psus"] = self.n_psus
        return part


@dataclass(frozen=True, eq=False)
class ReplicateWeights:
    """Replicate weights and how their estimates become a variance.

    ``V = scale * sum_r rscales[r] * (theta_r - c)^2``, with c the full-sample estimate when `mse`,
    otherwise the mean of the ``theta_r`` of positive `rscales`, as R's ``svrVar`` has it.

    Attributes
    ----------
    values : ndarray, shape (n, R)
        Weights (`combined`), or factors that multiply the sampling weight.
    scale : float
    rscales : ndarray, shape (R,)
    mse : bool
    combined : bool
    degf : int or None
        Degrees of freedom where they are known; None: rank of the weights minus one.
    kind : str
        What made them: ``jk1``, ``jkn``, ``brr``, ``fay``, ``bootstrap``...
    blocks : ndarray of int, shape (R,), or None
        Independent sets that the replicates belong to, each with a mean of its own; None: one set.
    before : ndarray, shape (n, R), or None
        The replicates' weights as they were before they were calibrated or adjusted, where they
        were: degrees of freedom are counted from these, since fitting each replicate to targets
        adds no unit to the sample. None: from the weights in force.
    """

    values: FloatArray
    scale: float
    rscales: FloatArray
    mse: bool = False
    combined: bool = True
    degf: int | None = None
    kind: str = "other"
    blocks: IntArray | None = None
    before: FloatArray | None = None

    @property
    def count(self) -> int:
        """Number of replicates, R."""
        return int(self.values.shape[1])

    def analysis(self, weights: FloatArray) -> FloatArray:
        """Return the weights of every replicate, shape (n, R)."""
        return self.values if self.combined else self.values * weights[:, None]

    def uncalibrated(self, weights: FloatArray) -> FloatArray:
        """Return the weights of every replicate before any calibration, shape (n, R)."""
        return self.analysis(weights) if self.before is None else self.before

    def take(self, rows: IntArray | BoolArray) -> ReplicateWeights:
        """Return the replicates of some rows."""
        before = None if self.before is None else self.before[rows]
        return replace(self, values=self.values[rows], before=before)


@dataclass(frozen=True, eq=False)
class CalibrationArrays:
    """What a standard error must know of a calibration.

    Auxiliary variables are the indicators of each margin's codes (a row of code -1 takes no part)
    and any further columns.

    Attributes
    ----------
    margins : tuple of ndarray of int, each of shape (m,)
        Code of each row in each margin; -1 where it has no target.
    columns : ndarray, shape (m, k)
        Further auxiliary variables (k may be 0).
    design_weights : ndarray, shape (m,)
        Weights before, which weigh the regression.
    weights : ndarray, shape (m,)
        Weights as this calibration left them.
    rows : ndarray of int, shape (m,), or None
        Rows of the design that were calibrated; None for all.
    """

    margins: tuple[IntArray, ...]
    columns: FloatArray
    design_weights: FloatArray
    weights: FloatArray
    rows: IntArray | None = None

    @property
    def n_rows(self) -> int:
        """Number of calibrated rows, m."""
        return len(self.weights)

    @cached_property
    def sizes(self) -> tuple[int, ...]:
        """Number of codes of each margin."""
        return tuple(int(margin.max(initial=-1)) + 1 for margin in self.margins)

    def shifted(self, by: int) -> CalibrationArrays:
        """Return the record for rows that stand `by` rows lower in a stacked design."""
        rows = np.arange(self.n_rows) if self.rows is None else self.rows
        return replace(self, rows=rows + by)


@dataclass(frozen=True, eq=False)
class AlikeRows:
    """Rows that each stand for respondents who are alike in all that is asked of them.

    Attributes
    ----------
    counts : ndarray, shape (n,)
        Respondents of each row.
    spread : ndarray, shape (n,)
        ``sum w^2 / (sum w)^2`` over them: the same whatever one factor multiplies their weights.
    """

    counts: FloatArray
    spread: FloatArray


@dataclass(frozen=True, eq=False)
class SampleDesign:
    """A sampling design: weights, stages or replicates, calibrations, policy.

    Attributes
    ----------
    weights : ndarray, shape (n,)
        Final weights, positive.
    stages : tuple of Stage
        Stages of selection, the first at least.
    replicates : ReplicateWeights or None
        When given, variances come from them; the stages then give degrees of freedom only where
        `staged` says that they were declared.
    calibrations : tuple of CalibrationArrays
        In the order they were made.
    lonely_psu : str
        What a stratum with a single sampled unit contributes, in R's words.
    lonely_domain : bool
        Whether `lonely_psu` also holds for a stratum of which a domain shows a single unit
        (R's ``survey.adjust.domain.lonely``).
    residuals : {"design", "unweighted"}
        Weights of the calibration residuals: the design weights as R's ``calibrate`` has them, or
        none as R's ``rake`` has them (for comparison with R only).
    staged : bool
        Whether strata or units were declared.
    parts : tuple of SampleDesign
        Of independent samples with replicates one below the other, the design of each: their
        degrees of freedom add up. Empty: one sample.
    forms : tuple of UnitForm
        Of units drawn with unequal probabilities, or in two phases: what the variance is the sum
        of, instead of the stages' shares. The stages then give the degrees of freedom alone.
    cells : Cells or None
        Where each row stands for several respondents; `weights` are then sums over them.
    """

    weights: FloatArray
    stages: tuple[Stage, ...]
    replicates: ReplicateWeights | None = None
    calibrations: tuple[CalibrationArrays, ...] = ()
    lonely_psu: LonelyPsu = "fail"
    lonely_domain: bool = False
    residuals: Literal["design", "unweighted"] = "design"
    staged: bool = True
    parts: tuple[SampleDesign, ...] = ()
    forms: tuple[UnitForm, ...] = ()
    cells: AlikeRows | None = None

    @property
    def n_rows(self) -> int:
        """Number of rows, n."""
        return len(self.weights)

    @property
    def first(self) -> Stage:
        """The first stage."""
        return self.stages[0]

    @pinned
    def respondents(self, member: BoolArray) -> IntArray:
        """Count the respondents of domains, shape () or (k,).

        Parameters
        ----------
        member : ndarray of bool, shape (n,) or (n, k)
        """
        if self.cells is None:
            return np.asarray(member.sum(axis=0))
        return np.asarray(np.rint(self.cells.counts @ member), dtype=np.intp)

    def products(self, weights: FloatArray) -> FloatArray:
        """Turn products of two weights of each row into sums of their respondents' products."""
        return weights if self.cells is None else weights * self.cells.spread

    @cached_property
    def layers(self) -> tuple[Layer, ...]:
        """The sums of squares that make a variance; see :func:`layers_of`."""
        return layers_of(self)


@dataclass(frozen=True, eq=False)
class Layer:
    """One stage's share of a variance.

    The share is ``sum_h factor[h] * (sum_p T[p]^2 - centred[h] * (sum_p T[p])^2 / sampled[h])``,
    T being the totals of z in each unit; T of a lonely unit is taken less the mean of all units.

    Attributes
    ----------
    stage : Stage
    factor : ndarray, shape (H,)
        ``(1 - f) * n / (n - 1)`` times the sampling fractions of the stages before.
    centred : ndarray, shape (H,)
        1, or 0 where a lonely unit is taken around the mean of all units (policy ``adjust``).
    lost : ndarray of bool, shape (H,)
        Strata without a variance of their own under the policy ``average``.
    """

    stage: Stage
    factor: FloatArray
    centred: FloatArray
    lost: BoolArray


def layers_of(design: SampleDesign) -> tuple[Layer, ...]:
    """Return the sums of squares of each stage of a design.

    Later stages count only as far as the finite corrections of the stages before are known; a
    design without one is read with replacement at its first stage, as in R's ``svyrecvar``.

    Raises
    ------
    DesignError
        A stratum has a single sampled unit under ``lonely_psu="fail"``, or, after the first stage,
        under ``"average"``.

    References
    ----------
    Lumley, T. (2010). *Complex Surveys*. Wiley. Särndal, Swensson, Wretman (1992), section 4.3.
    """
    layers: list[Layer] = []
    carried = np.ones(design.n_rows)
    for number, stage in enumerate(design.stages, start=1):
        if number > 1 and design.stages[0].population is None:
            break
        before = np.zeros(stage.n_strata)
        before[stage.stratum] = carried
        layers.append(_layer(stage, before, design.lonely_psu, number))
        carried = carried * stage.fraction[stage.stratum]
    return tuple(layers)


def _layer(stage: Stage, before: FloatArray, policy: LonelyPsu, number: int) -> Layer:
    free = 1.0 - stage.fraction
    several = stage.sampled > 1
    open_strata = free >= CENSUS
    lonely = ~several & open_strata & (before > 0)
    if lonely.any() and (policy == "fail" or (policy == "average" and number > 1)):
        message = _lonely_message(stage, lonely, policy, number)
        raise DesignError(message)
    scale = np.where(several, stage.sampled / np.maximum(stage.sampled - 1, 1), 1.0)
    kept = open_strata & (several | (policy == "adjust"))
    factor = np.where(kept, before * free * scale, 0.0)
    lost = lonely & (policy == "average")
    return Layer(stage, factor, np.where(several, 1.0, 0.0), lost)


def _lonely_message(stage: Stage, lonely: BoolArray, policy: str, number: int) -> Said:
    count = int(lonely.sum())
    names = [stage.label(int(h)) for h in np.flatnonzero(lonely)[:5]]
    more, listed = count - len(names), ", ".join(f"'{name}'" for name in names)
    cure = (
        Said("numerics-merge-strata-or-say-how-such-strata")
        if policy == "fail"
        else Said("numerics-average-is-defined-for-the-first-stage")
    )
    return Said(
        "numerics-strata-have-only-one-psu-at-stage-and",
        count=count,
        number=number,
        listed=listed,
        more=Said("numerics-and-more", more=more) if more else "",
        policy=policy,
        cure=cure,
    )
