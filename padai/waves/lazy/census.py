"""What must be known of all rows before any is summed: how many, and what their weights are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from padai.design import Design
from padai.errors import DataError, DesignError, Said
from padai.numerics.sums import DECIMALS, Scaling, scaling_of
from padai.waves.sampling import no_column
from padai.words import Joined

if TYPE_CHECKING:
    import narwhals as nw
    import pandas as pd

SumsKind = Literal["exact", "float"]


@dataclass(frozen=True)
class Census:
    """The rows of a lazy table that take part.

    Attributes
    ----------
    rows : int
    unweighted : int
        Rows without weight, which the design says are outside of the sample or of weight zero.
    zeros : bool
        Whether some weigh nothing.
    weights : Scaling or None
        How weights become whole numbers; None where there is no column of weights.
    """

    rows: int
    unweighted: int
    zeros: bool
    weights: Scaling | None


def collected(frame: nw.LazyFrame[Any]) -> pd.DataFrame:
    """Bring a small table here: what is collected is always sums, never respondents."""
    table: pd.DataFrame = frame.collect(backend="pyarrow").to_native().to_pandas()
    return table


def blank(frame: nw.LazyFrame[Any], name: str) -> nw.Expr:
    """Return an expression: whether a column is blank, or not a number."""
    import narwhals as nw

    column = nw.col(name)
    if frame.collect_schema()[name].is_float():
        return column.is_null() | column.is_nan().fill_null(value=False)
    return column.is_null()


def counted(holds: nw.Expr) -> nw.Expr:
    """Return an expression: in how many rows something holds."""
    import narwhals as nw

    return nw.when(holds).then(nw.lit(1)).otherwise(nw.lit(0)).sum()


def check_named(frame: nw.LazyFrame[Any], design: Design, where: str) -> None:
    """Refuse a design that names columns the table lacks, or weights that are no numbers."""
    schema = frame.collect_schema()
    roles = [("weight", (design.weight,)), ("stratum", design.stratum_columns)]
    roles += [("psu", design.psu_columns), ("fpc", design.fpc_columns)]
    for role, names in roles:
        for name in names:
            if name is None:
                continue
            if name not in schema:
                raise no_column(name, schema, role, where)
            if role in ("weight", "fpc") and not schema[name].is_numeric():
                raise DataError(
                    Said(
                        "waves-the-column-is-of-type-not-a-number",
                        role=Said("waves-role", role=role),
                        name=name,
                        schema=schema[name],
                    ),
                    where=where,
                )
    if design.id is not None and design.id not in schema:
        raise DataError(
            Said("waves-the-id-column-is-not-in-the-data-f4d7", design_id=design.id),
            where=where,
        )


def census_of(
    frame: nw.LazyFrame[Any], design: Design, kind: SumsKind, where: str
) -> tuple[nw.LazyFrame[Any], Census]:
    """Count rows, look at weights and at the columns of the design, in one pass.

    Returns
    -------
    frame
        Without the rows that the design says are outside of the sample.
    census
    """
    import narwhals as nw

    check_named(frame, design, where)
    asked: list[Any] = [nw.len().alias("rows")]
    for number, name in enumerate((*design.stratum_columns, *design.psu_columns)):
        asked.append(counted(blank(frame, name)).alias(f"lack{number}"))
    if design.id is not None:
        asked.append(nw.col(design.id).n_unique().alias("ids"))
        asked.append(counted(blank(frame, design.id)).alias("no_id"))
    if design.weight is not None:
        asked += _weights_asked(frame, design.weight, kind)
    counts = {str(k): v[0] for k, v in collected(frame.select(*asked)).to_dict("list").items()}
    rows = int(counts["rows"])
    if not rows:
        raise DataError(Said("waves-the-data-have-no-rows"), where=where)
    _check_design(counts, design, rows, where)
    lacking = 0 if design.weight is None else int(counts["blank"])
    if design.weight is None:
        return frame, Census(rows, 0, False, None)
    _check_weights(counts, design, rows, where)
    scaling = Scaling(1.0, 0, 0.0)
    if kind == "exact":
        misses = [float(counts[f"miss{k}"] or 0.0) for k in range(DECIMALS + 1)]
        scaling = scaling_of(float(counts["largest"]), misses)
    zeros = bool(counts["zero"])
    if lacking and design.missing_weight == "outside":
        frame, rows = frame.filter(~blank(frame, design.weight)), rows - lacking
    elif lacking:
        full = nw.when(blank(frame, design.weight)).then(nw.lit(0.0))
        held = nw.col(design.weight).cast(nw.Float64)
        frame, zeros = frame.with_columns(full.otherwise(held).alias(design.weight)), True
    return frame, Census(rows, lacking, zeros, scaling)


def _weights_asked(frame: nw.LazyFrame[Any], name: str, kind: SumsKind) -> list[Any]:
    import narwhals as nw

    lacks = blank(frame, name)
    weight = nw.when(~lacks).then(nw.col(name).cast(nw.Float64))
    finite = nw.when(~lacks & (nw.col(name).cast(nw.Float64).abs() < np.inf)).then(
        nw.col(name).cast(nw.Float64)
    )
    asked = [
        counted(lacks).alias("blank"),
        counted(weight == np.inf).alias("infinite"),
        counted(weight < 0).alias("negative"),
        counted(weight == 0).alias("zero"),
        finite.max().alias("largest"),
    ]
    if kind == "exact":
        for decimals in range(DECIMALS + 1):
            scaled = finite * 10.0**decimals
            miss = (scaled - (scaled + 0.5).floor()).abs()
            asked.append(miss.max().alias(f"miss{decimals}"))
    return asked


def _check_design(counts: dict[str, Any], design: Design, rows: int, where: str) -> None:
    named = [("stratum", name) for name in design.stratum_columns]
    named += [("psu", name) for name in design.psu_columns]
    for number, (role, name) in enumerate(named):
        missing = int(counts[f"lack{number}"])
        if missing:
            raise DesignError(
                Said(
                    "waves-the-column-is-missing-in-of-rows-every-c992",
                    role=Said("waves-role", role=role),
                    name=name,
                    missing=missing,
                    rows=rows,
                ),
                where=where,
            )
    if design.id is not None:
        missing = int(counts["no_id"])
        twice = rows - missing - (int(counts["ids"]) - (missing > 0))
        if missing or twice:
            raise DataError(
                Said(
                    "waves-the-id-column-has-blanks-and-repeated-1782",
                    design_id=design.id,
                    missing=missing,
                    twice=twice,
                ),
                where=where,
            )


def _check_weights(counts: dict[str, Any], design: Design, rows: int, where: str) -> None:
    lacking = 0 if design.missing_weight else int(counts["blank"])
    nothing = rows - int(counts["blank"]) == int(counts["zero"])
    kinds = [
        (lacking, Said("waves-missing")),
        (int(counts["infinite"]), Said("waves-infinite")),
        (int(counts["zero"]) if nothing else 0, Said("waves-zero")),
        (int(counts["negative"]), Said("waves-negative")),
    ]
    bad = [(count, kind) for count, kind in kinds if count]
    if not bad:
        return
    way = Said("", "")
    if lacking:
        way = Said("waves-or-say-what-a-row-without-weight-is")
    raise DesignError(
        Said(
            "waves-column-weights-must-be-positive-numbers",
            weight=design.weight,
            found=Joined([Said("waves-so-many", count=n, kind=kind) for n, kind in bad]),
            rows=rows,
            way=way,
        ),
        where=where,
    )
