"""What another program must know of waves to work out their estimates again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from padai.design import Design
from padai.errors import WitnessError
from padai.estimation.items import Waves
from padai.numerics.designs import FloatArray
from padai.waves.coding import CodedColumn, label_of
from padai.waves.stacking import shared_columns
from padai.waves.wave import Wave
from padai.witness.r_text import clean
from padai.witness.sample_data import (
    AskedEstimate,
    CalibrationMargin,
    CalibrationStep,
    Texts,
    WaveSample,
    WitnessSample,
    one_line,
)
from padai.words import Said

if TYPE_CHECKING:
    from padai.waves.sampling import DesignColumns

RESERVED = ("part", "wave", "one")


class Columns:
    """The columns of a witness's data, each name once."""

    def __init__(self, n: int) -> None:
        self.n = n
        self.found: dict[str, Texts] = {}

    def add(self, name: str, values: Texts) -> str:
        """Keep a column, under its name or one beside it, and return that name."""
        stem = given = clean(name)
        number = 2
        while given in RESERVED or (
            given in self.found and not np.array_equal(self.found[given], values)
        ):
            given = f"{stem}.{number}"
            number += 1
        self.found[given] = values
        return given

    def coded(self, name: str, coded: CodedColumn) -> str:
        """Keep codes as their labels; what is out of the base is empty."""
        labels = np.array([*map(one_line, coded.labels), ""], dtype=object)
        return self.add(name, labels[np.where(coded.codes < 0, len(coded.labels), coded.codes)])

    def numbers(self, name: str, values: FloatArray) -> str:
        """Keep numbers, each as the shortest text that reads back the same."""
        return self.add(name, _texts(values))

    def of_wave(self, name: str, rows: slice, values: Texts) -> str:
        """Keep a column of one wave's rows; a wave before may have begun it."""
        column = clean(name)
        if column in self.found:
            self.found[column][rows] = values
            return column
        whole = np.full(self.n, "", dtype=object)
        whole[rows] = values
        self.found[column] = whole
        return column


def _texts(values: FloatArray) -> Texts:
    texts = ["" if not np.isfinite(v) else repr(float(v)) for v in values]
    return np.array(texts, dtype=object)


class Telling(Protocol):
    """A source of estimates that can say what each of them is of."""

    waves: Waves

    def asked_of(self, row: int, columns: Columns) -> AskedEstimate:
        """Say what a row of the frame is of, and keep the columns that it needs."""
        ...


def sample_told(
    waves: Waves, asked: Sequence[tuple[Telling, int]], part: str = ""
) -> tuple[WitnessSample, list[AskedEstimate]]:
    """Return waves as another program must see them, and what is asked of them.

    Parameters
    ----------
    waves
        A wave or a stack, of which every source is.
    asked
        Sources, each with a row of its frame.

    Raises
    ------
    WitnessError
        Weights that no other program is told of: cut after their calibration, or replicate weights
        that stand in no file.
    """
    _refuse_forms(waves)
    columns = Columns(len(waves))
    sample = _sample(waves, columns, part)
    figures = [source.asked_of(row, columns) for source, row in asked]
    return sample, figures


def _refuse_forms(waves: Waves) -> None:
    if any(wave.sample.forms for wave in waves.waves):
        raise WitnessError(
            Said("estimation-the-witness-writes-strata-units"),
            where=waves.waves[0]._where,
        )


def _sample(waves: Waves, columns: Columns, part: str) -> WitnessSample:
    starts = np.cumsum([0, *(len(wave) for wave in waves.waves)])
    rows = [slice(int(a), int(b)) for a, b in pairwise(starts)]
    weights = np.concatenate([_before(wave) for wave in waves.waves])
    names = _Roles.of(waves.design)
    weight = columns.numbers(names.weight, weights)
    design = replace(_design(waves, columns, names), weight=weight)
    samples = tuple(
        WaveSample(wave.id, own, _calibrations(wave, own, columns))
        for wave, own in zip(waves.waves, rows, strict=True)
    )
    apart = waves.overlap == "none"
    return _replicated(
        waves, WitnessSample(columns.found, design, samples, apart, part=part), columns
    )


@dataclass(frozen=True)
class _Roles:
    """Names of the columns of a design."""

    weight: str
    strata: tuple[str, ...]
    psus: tuple[str, ...]
    sizes: tuple[str, ...]

    @classmethod
    def of(cls, d: Design) -> _Roles:
        return cls(d.weight or "weight", d.stratum_columns, d.psu_columns, d.fpc_columns)


def _design(waves: Waves, columns: Columns, names: _Roles) -> Design:
    """Return the design by the names of its columns, which are kept."""
    parts: DesignColumns
    if waves.overlap == "none":
        own = [wave._columns for wave in waves.waves]
        parts, nest = _joined(own), waves.design.nest
    else:
        parts, nest = shared_columns(waves)  # type: ignore[arg-type]
    strata = [columns.add(n, _labels(v)) for n, v in zip(names.strata, parts.strata, strict=True)]
    given = names.psus or ("person",) * len(parts.psus)
    psus = [columns.add(n, _labels(v)) for n, v in zip(given, parts.psus, strict=True)]
    sizes = [columns.numbers(n, v) for n, v in zip(names.sizes, parts.populations, strict=True)]
    made = replace(waves.design, id=None, replicates=None, missing_weight=None, nest=nest)
    return replace(made, stratum=tuple(strata), psu=tuple(psus), fpc=tuple(sizes))


def _joined(parts: Sequence[DesignColumns]) -> DesignColumns:
    def one(kind: str) -> tuple[Any, ...]:
        lists = [getattr(part, kind) for part in parts]
        return tuple(
            np.concatenate([np.asarray(c) for c in each]) for each in zip(*lists, strict=True)
        )

    return replace(
        parts[0],
        strata=one("strata"),
        psus=one("psus"),
        populations=one("populations"),
        n=sum(part.n for part in parts),
    )


def _labels(values: Any) -> Texts:
    return np.array([one_line(label_of(value)) for value in np.asarray(values)], dtype=object)


def _before(wave: Wave) -> FloatArray:
    """Return a wave's weights before its calibrations."""
    if not wave.calibrations:
        return np.asarray(wave.weights)
    first = wave.calibrations[0].arrays.design_weights
    for record, then in zip(wave.calibrations, [*wave.calibrations[1:], None], strict=True):
        left = record.arrays.weights
        design_weights = wave.weights if then is None else then.arrays.design_weights
        if not np.array_equal(left, design_weights):
            raise WitnessError(
                Said("estimation-weights-were-changed-after-their"),
                where=wave._where,
            )
    return np.asarray(first)


def _calibrations(wave: Wave, rows: slice, columns: Columns) -> tuple[CalibrationStep, ...]:
    calibrations = []
    for number, record in enumerate(wave.calibrations):
        mark = "" if number == 0 else f"{number + 1}_"
        made = record.calibrator
        margins = []
        for control in made.controls:
            if len(control.targets) < 2 and (control.codes >= 0).all():
                continue
            cells = tuple(one_line(control.cell(k)) for k in range(len(control.targets)))
            labels = np.array([*cells, ""], dtype=object)
            codes = np.where(control.codes < 0, len(cells), control.codes)
            name = columns.of_wave(f"m_{mark}{control.name}", rows, labels[codes])
            totals = _totals(control.targets, made.total)
            margins.append(CalibrationMargin(name, cells, totals, bool((control.codes >= 0).all())))
        sums: dict[str, float] = {}
        for k, name in enumerate(made.column_names):
            column = columns.of_wave(f"x_{mark}{name}", rows, _texts(made.columns[:, k]))
            sums[column] = float(made.column_totals[k])
        calibrations.append(
            CalibrationStep(
                made.method,
                float(made.total),
                tuple(margins),
                sums,
                made.bounds,
                _limits(made.row_bounds, rows, columns, mark),
                made.rescale,
            )
        )
    return tuple(calibrations)


def _totals(targets: FloatArray, total: float) -> tuple[float, ...]:
    """Return targets as totals of the weights; as they stand where they already are."""
    whole = float(targets.sum())
    scaled = targets if whole == total else targets / whole * total
    return tuple(float(t) for t in scaled)


def _limits(
    bounds: tuple[FloatArray, FloatArray] | None, rows: slice, columns: Columns, mark: str
) -> tuple[str, str] | None:
    if bounds is None:
        return None
    named = zip((f"g_{mark}low", f"g_{mark}high"), bounds, strict=True)
    low, high = (columns.of_wave(name, rows, _signed(values)) for name, values in named)
    return low, high


def _signed(values: FloatArray) -> Texts:
    """Write bounds as texts; an infinite one as R reads it."""
    texts = [repr(float(v)) if np.isfinite(v) else ("Inf" if v > 0 else "-Inf") for v in values]
    return np.array(texts, dtype=object)


def _replicated(waves: Waves, sample: WitnessSample, columns: Columns) -> WitnessSample:
    """Add the replicate weights, as they stood before any calibration."""
    first = waves.waves[0]
    if first.sample.replicates is None:
        return sample
    if first.sample.staged and first.design.replicates is None:
        raise WitnessError(
            Said("estimation-these-replicate-weights-were-made-by"),
        )
    before = [_replicates_before(wave) for wave in waves.waves]
    if len({(r.count, r.scale, tuple(r.rscales)) for r in before}) > 1 or first.sample.staged:
        raise WitnessError(
            Said("estimation-replicate-weights-beside-strata-or-that"),
        )
    one = before[0]
    values = np.concatenate([r.values for r in before])
    names = tuple(columns.numbers(f"rep_{k + 1}", values[:, k]) for k in range(one.count))
    return replace(
        sample,
        replicates=names,
        scale=float(one.scale),
        mse=one.mse,
        combined=one.combined,
        rscales=tuple(float(r) for r in one.rscales),
        degf=one.degf,
        design=replace(sample.design, stratum=None, psu=None, fpc=None),
    )


def _replicates_before(wave: Wave) -> Any:
    records = [r for r in wave.calibrations if r.replicates_before is not None]
    return records[0].replicates_before if records else wave.sample.replicates


def within(
    asked: AskedEstimate, columns: Columns, name: str, coded: CodedColumn, place: int
) -> AskedEstimate:
    """Return what is asked of one group of a breakdown, whose column is kept; ``total`` is all."""
    if name == "total":
        return asked
    labels = tuple(one_line(label) for label in coded.labels)
    others = tuple(label for k, label in enumerate(labels) if k != place)
    return replace(asked, group=(columns.coded(name, coded), (labels[place],)), others=others)


__all__ = ["Columns", "Telling", "sample_told", "within"]
