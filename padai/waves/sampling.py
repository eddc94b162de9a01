"""A design's columns become arrays."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from padai.design import Design, Replicates
from padai.errors import DataError, DesignError, Said
from padai.numerics.designs import FloatArray, IntArray, ReplicateWeights, Stage
from padai.numerics.stages import make_stage, nested_codes
from padai.waves.coding import label_of
from padai.waves.headers import nearest_column
from padai.waves.no_numbers import made_numbers
from padai.words import Joined

if TYPE_CHECKING:
    import pandas as pd

Column = Any
_SHOWN = 8
_CODES, _FEW_OF = 12, 0.1
"""Whole numbers of so few values, in so small a part of the columns, are codes among weights."""


@dataclass(frozen=True, eq=False)
class DesignColumns:
    """The columns of a design, read from one frame or joined from several.

    Attributes
    ----------
    strata, psus : tuple of ndarray, each of shape (n,)
        Labels, one array a stage.
    populations : tuple of ndarray, each of shape (n,)
        Population sizes or fractions, one array a stage.
    n : int
        Number of rows.
    """

    strata: tuple[Column, ...]
    psus: tuple[Column, ...]
    populations: tuple[FloatArray, ...]
    n: int


def read_design_columns(frame: pd.DataFrame, design: Design, where: str) -> DesignColumns:
    """Read the columns that a design names.

    Raises
    ------
    DataError
        A column is not in the frame.
    DesignError
        A stratum or psu is missing in some rows.
    """
    strata = tuple(_labels(frame, name, "stratum", where) for name in design.stratum_columns)
    psus = tuple(_labels(frame, name, "psu", where) for name in design.psu_columns)
    sizes = tuple(_numbers(frame, name, "fpc", where) for name in design.fpc_columns)
    return DesignColumns(strata, psus, sizes, len(frame))


def stages_of(
    columns: DesignColumns,
    nest: bool,
    where: str = "",
    respondents: FloatArray | None = None,
) -> tuple[Stage, ...]:
    """Number strata and units stage by stage, as R's ``svydesign`` does.

    After the first stage, strata lie within the units before. Without psus, each row is a unit; or
    each of the respondents that it stands for, `respondents` of shape (n,).

    Raises
    ------
    DesignError
        See :func:`padai.numerics.stages.make_stage`.
    """
    stages: list[Stage] = []
    within = np.zeros(columns.n, dtype=np.intp)
    as_sizes = any(bool((size > 1).any()) for size in columns.populations)
    for k in range(max(1, len(columns.psus))):
        stratum, labels = _stage_strata(columns, k, within)
        psu = _stage_units(columns, k, stratum, nest)
        size = columns.populations[k] if k < len(columns.populations) else None
        try:
            alone = None
            if not columns.psus:
                alone = np.ones(columns.n) if respondents is None else respondents
            stages.append(
                make_stage(stratum, psu, size, labels, k + 1, as_sizes=as_sizes, respondents=alone)
            )
        except DesignError as error:
            raise error.at(where) from None
        within = psu
    return tuple(stages)


def _stage_strata(
    columns: DesignColumns, k: int, within: IntArray
) -> tuple[IntArray, tuple[str, ...]]:
    import pandas as pd

    if k < len(columns.strata):
        codes, categories = pd.factorize(columns.strata[k], sort=True)
        labels = tuple(label_of(value) for value in categories)
    else:
        codes, labels = np.zeros(columns.n, dtype=np.intp), ("all",)
    if k == 0:
        return codes.astype(np.intp), labels
    return nested_codes(within, codes.astype(np.intp)), ()


def _stage_units(columns: DesignColumns, k: int, stratum: IntArray, nest: bool) -> IntArray:
    import pandas as pd

    if not columns.psus:
        return np.arange(columns.n)
    codes = pd.factorize(columns.psus[k], sort=True)[0].astype(np.intp)
    if k > 0 or nest:
        return nested_codes(stratum, codes)
    return codes


def weights_of(
    frame: pd.DataFrame, design: Design, stages: Sequence[Stage], where: str
) -> FloatArray:
    """Return the weights of a design: its column, or those the `fpc` imply, or ones.

    Raises
    ------
    DesignError
        Weights are missing, infinite or negative, or all are zero.
    """
    if design.weight is None:
        return implied_weights(stages)
    weights = _numbers(frame, design.weight, "weight", where)
    column = Said("waves-column", weight=design.weight)
    check_weights(weights, column, where)
    return weights


def check_weights(weights: FloatArray, what: Said, where: str = "") -> None:
    """Refuse weights that are missing, infinite or negative, or all zero, with their counts."""
    kinds = {
        Said("waves-missing"): np.isnan(weights),
        Said("waves-infinite"): np.isinf(weights),
        Said("waves-zero"): (weights == 0) & (not weights.any()),
        Said("waves-negative"): (weights < 0) & np.isfinite(weights),
    }
    bad = [(int(hit.sum()), kind) for kind, hit in kinds.items() if hit.any()]
    if bad:
        way = Said("", "")
        if np.isnan(weights).any():
            way = Said("waves-or-say-what-a-row-without-weight-is")
        raise DesignError(
            Said(
                "waves-weights-must-be-positive-numbers-found",
                what=what,
                found=Joined([Said("waves-so-many", count=n, kind=kind) for n, kind in bad]),
                count_weights=len(weights),
                way=way,
            ),
            where=where,
        )


def settle_missing(frame: pd.DataFrame, design: Design) -> tuple[pd.DataFrame, int]:
    """Do as a design says with rows whose weight is blank; return the rows and how many there were.

    Numbers that are not finite and texts are left for :func:`weights_of` to refuse.
    """
    rule = design.missing_weight
    if design.weight is None or rule is None or design.weight not in frame.columns:
        return frame, 0
    blank = frame[design.weight].isna()
    count = int(blank.sum())
    if not count:
        return frame, 0
    if rule == "outside":
        return frame.loc[~blank], count
    return frame.assign(**{design.weight: frame[design.weight].where(~blank, 0.0)}), count


def implied_weights(stages: Sequence[Stage]) -> FloatArray:
    """Return the weights that population sizes imply, ones where they are not given, (n,)."""
    weights = np.ones(len(stages[0].stratum))
    if all(stage.population is not None for stage in stages):
        for stage in stages:
            weights = weights / stage.fraction[stage.stratum]
    return weights


def replicates_of(
    frame: pd.DataFrame, replicates: Replicates | None, where: str
) -> ReplicateWeights | None:
    """Read the replicate weights that a design names.

    Raises
    ------
    DataError
        No column has the prefix, or a named column is absent.
    DesignError
        Values are missing, infinite or negative; `rscales` are of another number.
    """
    if replicates is None:
        return None
    names = list(replicates.columns) or prefixed(frame.columns, str(replicates.prefix), where)
    absent = [name for name in names if name not in frame.columns]
    if absent:
        raise DataError(
            Said(
                "waves-of-replicate-weight-columns-are-not-in",
                count_absent=len(absent),
                count_names=len(names),
                absent=absent[0],
            ),
            where=where,
        )
    if len(names) < 2:
        raise DataError(Said("waves-replicate-weights-two-at-least", name=names[0]), where=where)
    if not replicates.columns:
        refuse_codes(frame, names, str(replicates.prefix), where)
    values = frame[names].to_numpy(dtype=np.float64)
    bad = int((~np.isfinite(values)).sum() + (values < 0).sum())
    if bad:
        raise DesignError(
            Said("waves-replicate-weights-values-are-missing", bad=bad),
            where=where,
        )
    return ReplicateWeights(
        values,
        replicates.scale_for(len(names)),
        _rscales(replicates.rscales, len(names), where),
        replicates.mse,
        replicates.combined,
        replicates.degf,
        replicates.kind,
    )


def _rscales(given: Sequence[float] | None, count: int, where: str) -> FloatArray:
    """Return a scale for each replicate, 1 where none is given."""
    if given is None:
        return np.ones(count)
    if len(given) != count:
        raise DesignError(
            Said(
                "waves-rscales-has-values-for-replicate-weight",
                count_rscales=len(given),
                count=count,
            ),
            where=where,
        )
    return np.asarray(given, dtype=np.float64)


def prefixed(columns: Iterable[Any], prefix: str, where: str) -> list[str]:
    """Return the columns named by a prefix and a number, in the order of the numbers.

    Raises
    ------
    DataError
        There are fewer than two.
    """
    ends = {str(name): str(name).removeprefix(prefix) for name in columns}
    columns_found = [
        name for name, end in ends.items() if name.startswith(prefix) and end.isdecimal()
    ]
    if len(columns_found) < 2:
        raise DataError(
            Said(
                "waves-columns-are-named-and-a-number-replicate",
                count_found=len(columns_found),
                prefix=prefix,
            ),
            where=where,
        )
    columns_found.sort(key=lambda name: int(ends[name]))
    numbers = [int(ends[name]) for name in columns_found]
    lost = sorted(set(range(numbers[0], numbers[-1] + 1)) - set(numbers))
    if lost:
        raise DesignError(
            Said(
                "waves-replicates-skip-numbers",
                count=len(columns_found),
                prefix=prefix,
                lacking=", ".join(f"{prefix}{n}" for n in lost[:_SHOWN]),
                first=columns_found[0],
            ),
            where=where,
        )
    return columns_found


def refuse_codes(frame: pd.DataFrame, names: Sequence[str], prefix: str, where: str) -> None:
    """Refuse a question whose name is that of replicate weights: ``r99`` among ``r1`` to ``r100``.

    Raises
    ------
    DesignError
        Nearly all columns hold fractions, and the others a few whole numbers.
    """
    values = frame[list(names)].to_numpy(dtype=np.float64)
    whole = np.all((values == np.floor(values)) | np.isnan(values), axis=0)
    odd = [n for n, w in zip(names, whole, strict=True) if w and 0 < frame[n].nunique() <= _CODES]
    if odd and len(odd) <= _FEW_OF * len(names):
        raise DesignError(
            Said(
                "waves-replicates-hold-codes",
                count=len(names),
                prefix=prefix,
                columns=", ".join(odd[:_SHOWN]),
                first=next(n for n in names if n not in odd),
            ),
            where=where,
        )


def read_column(frame: pd.DataFrame, name: str, role: str, where: str) -> pd.Series[Any]:
    """Return a column of a design, or say that there is none."""
    if name not in frame.columns:
        raise no_column(name, frame.columns, role, where)
    return frame[name]


def no_column(name: str, there: Iterable[str], role: str, where: str) -> DataError:
    """Return the refusal of a column of a design that the data lack."""
    return DataError(
        Said(
            "waves-the-column-is-not-in-the-data-02dd",
            role=Said("waves-role", role=role),
            name=name,
            hint=nearest_column(name, there),
        ),
        where=where,
    )


def _labels(frame: pd.DataFrame, name: str, role: str, where: str) -> Column:
    column = read_column(frame, name, role, where)
    missing = int(column.isna().sum())
    if missing:
        raise DesignError(
            Said(
                "waves-the-column-is-missing-in-of-rows-every",
                role=Said("waves-role", role=role),
                name=name,
                missing=missing,
                count_column=len(column),
            ),
            where=where,
        )
    return column.to_numpy()


def _numbers(frame: pd.DataFrame, name: str, role: str, where: str) -> FloatArray:
    import pandas as pd

    column = read_column(frame, name, role, where)
    if pd.api.types.is_datetime64_any_dtype(column):
        raise DataError(
            Said(
                "waves-the-column-holds-dates-not-numbers",
                role=Said("waves-role", role=role),
                name=name,
            ),
            where=where,
        )
    numbers = pd.to_numeric(column, errors="coerce")
    bad = int((numbers.isna() & column.notna()).sum())
    if bad:
        raise DataError(
            Said(
                "waves-the-column-holds-something-other-than-a",
                role=Said("waves-role", role=role),
                name=name,
                bad=bad,
                hint=made_numbers(column, name, "waves-numbers-by-hand"),
            ),
            where=where,
        )
    return numbers.to_numpy(dtype=np.float64, copy=True)
