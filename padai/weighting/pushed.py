"""Weighting verbs on lazy waves: solved on the cells of the margins, joined back by cell."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from padai.errors import DesignError, WeightingError
from padai.survey import Targets
from padai.waves.wave import Wave
from padai.weighting.record import Calibration
from padai.words import Said

if TYPE_CHECKING:
    from padai.waves.lazy.wave import LazyWave


@dataclass(frozen=True, eq=False)
class CalibratedStep:
    """A calibration that was solved on the cells of its margins.

    Attributes
    ----------
    names : tuple of str
        The margins.
    record : Calibration
        Its rows are those cells.
    targets, asked
        What it was calibrated to.
    provenance : mapping
        What provenance says of it.
    """

    names: tuple[str, ...]
    record: Calibration
    targets: Any
    asked: Mapping[str, Any]
    provenance: Mapping[str, Any]

    def apply(self, wave: Wave) -> Wave:
        """Give a small wave the factors of the cells that its rows lie in."""
        from padai.weighting.replaying import calibrated_as

        where = f"{wave._where}{self.provenance['verb']}: "
        return calibrated_as(
            wave, self.record, self.targets, dict(self.asked), dict(self.provenance), where
        )


@dataclass(frozen=True, eq=False)
class ReplicatedStep:
    """Replicate weights made from strata and units, the same in every small wave."""

    verb: Callable[..., Wave]
    asked: Mapping[str, Any]
    names: tuple[str, ...] = ()

    def apply(self, wave: Wave) -> Wave:
        """Make them of a small wave, whose units are those of the whole."""
        return self.verb(wave, **self.asked)


def calibrated_sums(
    verb: Callable[..., Wave], wave: LazyWave, targets: Any, **given: Any
) -> LazyWave:
    """Do ``rake``, ``poststratify`` or ``calibrate`` on a lazy wave."""
    names = _margins(targets, verb.__name__, wave._where)
    if names:
        wave.require(names)
    small = verb(wave.cells(names), targets, **given)
    asked = {name: given[name] for name in ("untargeted", "min_cell")}
    record = small.provenance["weighting"][-1]
    step = CalibratedStep(names, small.calibrations[-1], targets, asked, record)
    return wave.stepped(step, small)


def _margins(targets: Any, verb: str, where: str) -> tuple[str, ...]:
    """Return the margins of targets; what is no target is left for the verb to refuse."""
    if isinstance(targets, Targets):
        return tuple(margin.id for margin in targets.margins)
    if not isinstance(targets, Mapping):
        return ()
    numeric = [str(name) for name, cells in targets.items() if not isinstance(cells, Mapping)]
    if numeric:
        raise WeightingError(
            Said(
                "weighting-the-total-of-a-column-of-numbers-gives",
                where=where,
                verb=verb,
                numeric=numeric[0],
            ),
        )
    return tuple(str(name) for name in targets)


def replicated_sums(verb: Callable[..., Wave], wave: LazyWave, **given: Any) -> LazyWave:
    """Do ``replicate_weights`` on a lazy wave with units."""
    if not wave.design.psu_columns:
        raise DesignError(
            Said("weighting-without-psus-each-respondent-is-a-unit", where=wave._where),
        )
    if given["kind"] == "sdr":
        raise DesignError(
            Said("weighting-sdr-replicates-need-rows-in-systematic", where=wave._where),
        )
    small = verb(wave.cells(()), **given)
    return wave.stepped(ReplicatedStep(verb, dict(given)), small)
