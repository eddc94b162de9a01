"""Sampling designs by the names of their columns, and the kinds of replicate weights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import ClassVar, Literal

from padai.errors import DesignError, Said, nearest
from padai.numerics.designs import LONELY_POLICIES, LonelyPsu
from padai.numerics.unequal import Variance
from padai.spelling import as_given, spelled
from padai.unequal import Pps, check_pps

Names = str | Sequence[str] | None
MissingWeight = Literal["outside", "zero"]
MISSING_WEIGHT: tuple[MissingWeight, ...] = ("outside", "zero")
TwoPhaseMethod = Literal["full", "approx", "simple"]
TWO_PHASE_METHODS: tuple[TwoPhaseMethod, ...] = ("full", "approx", "simple")


def _check_columns(role: str, given: object, *, several: bool) -> None:
    """Refuse a name of a column that is no text."""
    listed = given if several and isinstance(given, (list, tuple)) else (given,)
    if given is not None and not all(isinstance(name, str) for name in listed):
        what = type(given).__name__
        raise DesignError(
            Said("padai-design-is-the-name-of-a-column-in-text", role=role, what=what),
        )


def _check_policies(lonely_psu: str, missing_weight: str | None) -> None:
    if not isinstance(lonely_psu, str) or lonely_psu not in LONELY_POLICIES:
        raise DesignError(
            Said(
                "padai-not-known-use-one-of",
                what="lonely_psu",
                given=lonely_psu if isinstance(lonely_psu, str) else as_given(lonely_psu),
                known=", ".join(LONELY_POLICIES),
                hint=nearest(str(lonely_psu), LONELY_POLICIES),
            )
        )
    known_rule = isinstance(missing_weight, str) and missing_weight in MISSING_WEIGHT
    if missing_weight is not None and not known_rule:
        given, known = as_given(missing_weight), ", ".join(MISSING_WEIGHT)
        message_id = "padai-missing-weight-is-not-known-use-one-of"
        raise DesignError(Said(message_id, missing_weight=given, missing_weight_2=known))


def _tuple(names: Names) -> tuple[str, ...]:
    if names is None:
        return ()
    return (names,) if isinstance(names, str) else tuple(names)


@spelled
@dataclass(frozen=True)
class Replicates:
    """Replicate weights that stand in the data: which columns, and what their variance is.

    ``V = scale * sum_r rscales[r] * (theta_r - c)^2``; see
    :class:`padai.numerics.designs.ReplicateWeights`. Children set R's defaults of `scale` for their
    kind (R keeps a bootstrap's with `mse`); where a file's documentation gives another, give it.

    Parameters
    ----------
    prefix
        Columns are this text followed by a number; taken in the order of the numbers.
    columns
        The columns by name, instead of `prefix`.
    scale
        One factor for all replicates. None: the kind's own.
    rscales
        One factor a replicate. None: ones.
    mse
        Deviations from the full-sample estimate (True) or from the replicates' mean (False).
    combined
        Whether the columns are weights (True) or factors on the sampling weight (False).
    degf
        Degrees of freedom, where the file's documentation gives them. None: rank of the weights
        minus one.

    Examples
    --------
    >>> round(Fay(prefix="rw", rho=0.3).scale_for(80), 6)
    0.02551
    """

    prefix: str | None = None
    columns: Sequence[str] = ()
    scale: float | None = None
    rscales: Sequence[float] | None = None
    mse: bool = False
    combined: bool = True
    degf: int | None = None
    kind: ClassVar[str] = "other"

    def __post_init__(self) -> None:
        object.__setattr__(self, "columns", tuple(self.columns))
        if self.rscales is not None:
            object.__setattr__(self, "rscales", tuple(float(r) for r in self.rscales))
        if (self.prefix is None) == (not self.columns):
            raise DesignError(Said("padai-replicate-weights-give-prefix-or-columns"))

    def default_scale(self, count: int) -> float:
        """Return the scale of this kind for a number of replicates."""
        raise DesignError(Said("padai-replicate-weights-of-no-known-kind-need"))

    def scale_for(self, count: int) -> float:
        """Return the scale in force for a number of replicates."""
        return self.default_scale(count) if self.scale is None else float(self.scale)


@spelled
@dataclass(frozen=True)
class Jackknife(Replicates):
    """Delete-one jackknife, unstratified (JK1): scale (R-1)/R."""

    kind: ClassVar[str] = "jk1"

    def default_scale(self, count: int) -> float:
        """Return (R-1)/R."""
        return (count - 1) / count


@spelled
@dataclass(frozen=True)
class JackknifeN(Replicates):
    """Delete-one jackknife within strata (JKn): scale 1, `rscales` (n_h - 1)/n_h required."""

    kind: ClassVar[str] = "jkn"

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.rscales is None:
            raise DesignError(Said("padai-jackknifen-needs-rscales-n-h-1-n-h-for"))

    def default_scale(self, count: int) -> float:
        """Return 1."""
        return 1.0


@spelled
@dataclass(frozen=True)
class BalancedRepeated(Replicates):
    """Balanced repeated replication: scale 1/R."""

    kind: ClassVar[str] = "brr"

    def default_scale(self, count: int) -> float:
        """Return 1/R."""
        return 1.0 / count


@spelled
@dataclass(frozen=True)
class Fay(Replicates):
    """Fay's variant of balanced repeated replication: scale 1/(R (1-rho)^2)."""

    rho: float = 0.5
    kind: ClassVar[str] = "fay"

    def default_scale(self, count: int) -> float:
        """Return 1/(R (1-rho)^2)."""
        return 1.0 / (count * (1.0 - self.rho) ** 2)


@spelled
@dataclass(frozen=True)
class Bootstrap(Replicates):
    """Bootstrap replicates: scale 1/(R-1) around their mean, 1/R around the full estimate."""

    kind: ClassVar[str] = "bootstrap"

    def default_scale(self, count: int) -> float:
        """Return 1/(R-1), or 1/R with `mse`."""
        return 1.0 / count if self.mse else 1.0 / (count - 1)


@spelled
@dataclass(frozen=True)
class SuccessiveDifference(Replicates):
    """Successive-difference replication (Fay-Train): scale 4/R."""

    kind: ClassVar[str] = "sdr"

    def default_scale(self, count: int) -> float:
        """Return 4/R."""
        return 4.0 / count


def check_replicates(given: object) -> None:
    """Refuse what does not say which columns replicate a weight, and how.

    Raises
    ------
    DesignError
        It is neither None nor one of the kinds of replicate weights.
    """
    if given is not None and not isinstance(given, Replicates):
        raise DesignError(
            Said("padai-replicates-takes-a-kind-of-replicate", name=type(given).__name__),
        )


@spelled
@dataclass(frozen=True)
class Design:
    """How respondents were drawn, by column names.

    Parameters
    ----------
    weight
        Column of weights. None: weights from the `fpc` of every stage where there is one, as R's
        ``svydesign`` does, otherwise ones.
    stratum, psu, fpc
        A column, or a tuple of columns, one a stage. Without `psu` each row (each respondent, in a
        stack of overlapping waves) is a psu. `fpc` holds population sizes, or in every stage
        sampling fractions, of the units in their stratum.
    id
        Column of respondent identifiers: rows are sorted by it, and waves matched on it.
    nest
        Whether psu labels begin anew in each stratum. False: a psu in two strata is refused.
    lonely_psu
        What a stratum with one psu contributes: ``fail`` (refused), ``certainty``, ``remove``,
        ``adjust`` or ``average``, as R's option of that name.
    lonely_domain
        Whether `lonely_psu` also holds for a stratum of which a domain shows one psu.
    replicates
        Replicate weights in the data, instead of linearisation.
    missing_weight
        What a row without weight is: ``outside`` of the sample (left out before the design is
        made, as R's ``na_weights="allow"``), or a member of weight ``zero`` (it stays in the
        design, and counts for nothing else). None: rows without weight are refused. Either way
        their number stands in the wave's ``provenance["missing_weight"]``.
    pps
        How units were drawn with unequal probabilities and without replacement; `fpc` then holds
        their inclusion probabilities, in every stage. ``brewer`` serves any number of stages;
        ``overton``, ``poisson`` (each unit by itself), :class:`padai.HartleyRao` and
        :class:`padai.JointProbabilities` one.
    variance
        With `pps`: the formula of Horvitz and Thompson, ``HT``, or that of Yates, Grundy and Sen
        for samples of fixed size, ``YG``, which is seldom negative.

    Examples
    --------
    >>> Design(weight="w", stratum="region", psu=("town", "household")).psu
    ('town', 'household')
    >>> Design(psu="county", fpc="p", pps="brewer").pps
    'brewer'
    """

    weight: str | None = None
    stratum: Names = None
    psu: Names = None
    fpc: Names = None
    id: str | None = None
    nest: bool = True
    lonely_psu: LonelyPsu = "fail"
    lonely_domain: bool = False
    replicates: Replicates | None = field(default=None)
    missing_weight: MissingWeight | None = None
    pps: Pps | None = None
    variance: Variance = "HT"

    def __post_init__(self) -> None:
        for name in ("weight", "id", "stratum", "psu", "fpc"):
            _check_columns(name, getattr(self, name), several=name not in ("weight", "id"))
        for name in ("stratum", "psu", "fpc"):
            object.__setattr__(self, name, _tuple(getattr(self, name)))
        check_replicates(self.replicates)
        _check_policies(self.lonely_psu, self.missing_weight)
        stages = max(1, len(self.psu_columns))
        for name, given in (("stratum", self.stratum_columns), ("fpc", self.fpc_columns)):
            if len(given) > stages:
                raise DesignError(
                    Said(
                        "padai-names-stages-and-psu-name-one-psu-column",
                        name=name,
                        count_given=len(given),
                        stages=stages,
                    ),
                )
        check_pps(
            self.pps,
            self.variance,
            stages=stages,
            sizes=len(self.fpc_columns),
            replicated=self.replicates is not None,
            lonely="domain" if self.lonely_domain else self.lonely_psu,
        )

    @property
    def stratum_columns(self) -> tuple[str, ...]:
        """Columns of strata, one a stage."""
        return _tuple(self.stratum)

    @property
    def psu_columns(self) -> tuple[str, ...]:
        """Columns of sampled units, one a stage."""
        return _tuple(self.psu)

    @property
    def fpc_columns(self) -> tuple[str, ...]:
        """Columns of population sizes, one a stage."""
        return _tuple(self.fpc)

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column that the design names, each once; replicate columns apart."""
        named = (self.weight, *self.stratum_columns, *self.psu_columns, *self.fpc_columns, self.id)
        return tuple(dict.fromkeys(name for name in named if name))


@spelled
@dataclass(frozen=True, init=False, kw_only=True)
class TwoPhase(Design):
    """A sample of a sample: a second one is drawn of the respondents of a first.

    The wave is made of the rows of the first phase; its own rows are those of the second, with the
    product of both weights. Strata and psus, and so degrees of freedom, are the second phase's.

    Parameters
    ----------
    first
        How the first phase was drawn of the population: population sizes in `fpc`, or weights, or
        neither (one by one, of a population so large that its size does not matter).
    second
        How the second was drawn of the first, in one stage: `stratum` and `psu` are columns that
        every row of the first phase has. Its probabilities are counted, unless `fpc` gives the
        sizes of its strata in the first phase, or (``simple``) `weight` their inverse.
    subset
        Column that says which rows are of the second phase: true or false, 1 or 0.
    method
        ``full``: the variance of Särndal, Swensson and Wretman, from the probabilities of every
        pair of rows. ``simple``, or ``approx``, which is the same: less memory, and exact for
        simple random sampling in the first phase and stratified in the second.

    Examples
    --------
    >>> TwoPhase(Design(id="id"), Design(stratum="answered"), subset="followed").method
    'full'
    """

    first: Design
    second: Design
    subset: str
    method: TwoPhaseMethod

    def __init__(
        self,
        first: Design,
        second: Design,
        *,
        subset: str,
        method: TwoPhaseMethod = "full",
    ) -> None:
        for name, phase in (("first", first), ("second", second)):
            _check_phase(name, phase)
        _check_columns("subset", subset, several=False)
        if method not in TWO_PHASE_METHODS:
            raise DesignError(
                Said(
                    "padai-twophase-method-is-not-known-use-one-of",
                    method=repr(method),
                    two_phase_methods=", ".join(TWO_PHASE_METHODS),
                ),
            )
        own = {"first": first, "second": second, "subset": subset, "method": method}
        taken = Design(
            stratum=second.stratum, psu=second.psu, id=first.id or second.id, nest=second.nest
        )
        for name, value in {**taken.__dict__, **own}.items():
            object.__setattr__(self, name, value)

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column that both phases name, each once."""
        both = (*self.first.columns, *self.second.columns, self.subset)
        return tuple(dict.fromkeys(both))


def _check_phase(name: str, phase: object) -> None:
    """Refuse a phase that is no plain design."""
    if not isinstance(phase, Design) or isinstance(phase, TwoPhase):
        type_name = type(phase).__name__
        raise DesignError(
            Said("padai-twophase-is-a-design-was-given", name=name, found=type_name),
        )
    beyond = {
        Said("padai-replicate-weights"): phase.replicates is not None,
        Said("padai-pps"): phase.pps is not None,
        Said("padai-missing-weight"): phase.missing_weight is not None,
        Said("padai-lonely-psu"): phase.lonely_psu != "fail" or phase.lonely_domain,
    }
    for what, given in beyond.items():
        if given:
            raise DesignError(
                Said("padai-twophase-takes-strata-psus-weights-and", name=name, what=what),
            )
