"""The one code of partial sums: what every engine is asked for, and what comes back.

Rows are grouped by the columns that a request reads, the strata and psus with them; of each group
leave the engine how many rows it has, the sums of their weights and of the squares of those, and
of a measure the sums of its powers under both. Nothing else does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from padai.errors import DataError, EstimationError
from padai.numerics.designs import FloatArray
from padai.numerics.sums import (
    DECIMALS,
    WEIGHT_BITS,
    Powers,
    Scaling,
    scaling_of,
)
from padai.waves.absent import holds_lists
from padai.waves.lazy.asked import OWN, AskedSums
from padai.waves.lazy.census import Census, SumsKind, blank, collected, counted
from padai.waves.lazy.measures import Summed, SummedColumn, _missing, answers_of, value_of
from padai.words import Said

if TYPE_CHECKING:
    import narwhals as nw
    import pandas as pd

#: Groups that a request may bring here.
MOST_CELLS = 5_000_000
#: Steps from the lowest value to the highest, to find a measure's middle with.
_STEPS = 4096.0
ZERO = f"{OWN}zero"


@dataclass(frozen=True, eq=False)
class Summing:
    """A lazy table with what is known of its weights.

    Attributes
    ----------
    frame : narwhals.LazyFrame
    weight : str or None
    design : tuple of str
        Columns of strata, units and population sizes.
    census : Census
    kind : {"exact", "float"}
    replicates : tuple of str
        Columns of replicate weights.
    combined : bool
        Whether those are weights, or factors on the weight.
    """

    frame: nw.LazyFrame[Any]
    weight: str | None
    design: tuple[str, ...]
    census: Census
    kind: SumsKind
    where: str = ""
    replicates: tuple[str, ...] = ()
    combined: bool = True
    _known: dict[str, Any] = field(default_factory=dict)

    def levels(self, name: str, most: int) -> int:
        """Count the values of a column, up to a number: beyond, one more than that."""
        import narwhals as nw

        key = f"{name}\0{most}"
        if key not in self._known:
            self._known[key] = _count(self.frame.select(nw.col(name)).unique().head(most + 1))
        return int(self._known[key])

    def units(self, most: int) -> int:
        """Count the combinations of strata and units that there are, up to a number."""
        import narwhals as nw

        if not self.design:
            return 1
        if "\0units" not in self._known:
            grouped = self.frame.select(nw.col(*self.design)).unique().head(most + 1)
            self._known["\0units"] = _count(grouped)
        return int(self._known["\0units"])

    def sums(
        self, names: Sequence[str], measures: Sequence[SummedColumn] = (), most: int = MOST_CELLS
    ) -> Summed:
        """Sum the rows by the values of some columns, strata and units.

        Raises
        ------
        EstimationError
            There would be more groups than `most`.
        """
        import narwhals as nw

        keys = list(dict.fromkeys((*self.design, *names)))
        frame, sums = self._prepared(keys, measures)
        own = [f"{OWN}k{place}" for place in range(len(keys))]
        by = [*own, *([ZERO] if self.census.zeros else []), *answers_of(measures)]
        asked = [nw.len().alias(f"{OWN}n"), *(nw.col(name).sum() for name in sums.terms)]
        grouped = frame.group_by(*by).agg(*asked) if by else frame.select(*asked)
        if self.kind == "exact" and sums.terms:
            grouped = grouped.with_columns(*(nw.col(n).cast(nw.Int64) for n in sums.terms))
        table = collected(grouped.head(most + 1))
        if len(table) > most:
            self._refuse_many(names, most)
        by = [*keys, *by[len(own) :]]
        table = _in_order(table.rename(columns=dict(zip(own, keys, strict=True))), by)
        return self._summed(table, by, sums, measures)

    def measure(self, name: str, missing: tuple[Any, ...]) -> SummedColumn:
        """Look at a column of numbers: its range, and how it becomes whole numbers.

        Raises
        ------
        EstimationError
            It holds something other than finite numbers.
        """
        kind = self.frame.collect_schema()[name]
        if not kind.is_numeric():
            raise EstimationError(
                Said("waves-is-of-type-not-a-number-make-one-of-it", name=name, kind=kind),
            )
        key = f"measure\0{name}\0{missing}"
        if key in self._known:
            known: SummedColumn = self._known[key]
            return known
        value = value_of(self.frame, name, missing)
        first = collected(self.frame.select(value.min().alias("low"), value.max().alias("high")))
        low, high = (float(v) if v is not None else np.nan for v in first.iloc[0])
        if np.isinf([low, high]).any():
            raise EstimationError(
                Said("waves-is-infinite-in-some-rows-correct-the", name=name),
            )
        if not np.isfinite(low):
            low = high = 0.0
        made = self._scaled(SummedColumn(name, missing, low, Scaling(1.0, 0, 0.0)), value, high)
        self._known[key] = made
        return made

    def _scaled(self, bare: SummedColumn, value: Any, high: float) -> SummedColumn:
        """Choose where a measure is counted from, near its mean, and its scale.

        The mean comes from a sum of whole numbers, so that every engine gives the same.
        """
        import narwhals as nw

        low, width = bare.centre, (high - bare.centre) or 1.0
        asked = [
            ((value - low) / width * _STEPS)
            .fill_null(0.0)
            .floor()
            .cast(nw.Int64)
            .sum()
            .alias("steps"),
            counted(~value.is_null()).alias("n"),
        ]
        for decimals in range(DECIMALS + 1 if self.kind == "exact" else 0):
            scaled = (value - low) * 10.0**decimals
            asked.append((scaled - (scaled + 0.5).floor()).abs().max().alias(f"m{decimals}"))
        row = collected(self.frame.select(*asked)).fillna(0.0).iloc[0]
        centre = low + width * float(row["steps"]) / max(float(row["n"]), 1.0) / _STEPS
        if self.kind == "float":
            return SummedColumn(bare.name, bare.missing, centre, bare.scaling)
        misses = [float(row[f"m{k}"]) for k in range(DECIMALS + 1)]
        scaling = scaling_of(high - low, misses)
        centre = low + float(np.floor((centre - low) * scaling.scale)) / scaling.scale
        return SummedColumn(bare.name, bare.missing, centre, scaling)

    def _refuse_many(self, names: Sequence[str], most: int) -> None:
        listed = ", ".join(names)
        raise EstimationError(
            Said(
                "waves-there-are-more-than-combinations-of",
                where=self.where,
                listed=listed,
                most=most,
                names=repr(list(names)),
            ),
        )

    def _prepared(
        self, keys: Sequence[str], measures: Sequence[SummedColumn]
    ) -> tuple[nw.LazyFrame[Any], AskedSums]:
        """Return the table with the numbers that are summed beside its keys, and the sums."""
        import narwhals as nw

        sums = AskedSums(self.census.rows, self.kind == "exact")
        made: list[Any] = []
        if self.weight is not None:
            weight = nw.col(self.weight).cast(nw.Float64)
            if self.census.zeros:
                made.append((weight == 0).alias(ZERO))
            scaling = self.census.weights
            assert scaling is not None
            made += sums.number("w", weight, scaling)
            sums.total("w", "w")
            sums.product("w2", "w", "w")
        for place, each in enumerate(measures):
            made += self._measured(sums, place, each)
        if len(measures) == 2:
            self._crossed(sums)
        made += self._replicated(sums)
        frame = self.frame
        if measures:
            lacks = [blank(frame, each.name) | _missing(each) for each in measures]
            flags = [e.alias(f"{OWN}lacks{k}") for k, e in enumerate(lacks)]
            made += flags
        kept = [*keys, *(name for name in (self.weight,) if name)]
        kept += [each.name for each in measures] + list(self.replicates)
        # By `col`: narwhals 2.18 gives DuckDB a plain name, which takes "a.b" for b of a table a.
        frame = frame.select(nw.col(*dict.fromkeys(kept))) if kept else frame
        frame = frame.with_columns(*made) if made else frame
        frame = sums.halved(frame)
        if sums.terms:
            frame = frame.with_columns(*(term.alias(n) for n, term in sums.terms.items()))
        flags = [ZERO] if self.census.zeros else []
        # Engines read a point in a name as they please: keys have names of ours.
        named = [nw.col(key).alias(f"{OWN}k{place}") for place, key in enumerate(keys)]
        out: list[Any] = [*named, *flags, *answers_of(measures), *sums.terms]
        return (frame.select(*out) if out else frame), sums

    def _measured(self, sums: AskedSums, place: int, measure: SummedColumn) -> list[Any]:
        """Ask for the sums of a measure's powers."""
        import narwhals as nw

        value = value_of(self.frame, measure.name, measure.missing) - measure.centre
        value = nw.when(value.is_null()).then(nw.lit(0.0)).otherwise(value)
        name, both = f"y{place}", f"r{place}"
        made = sums.number(name, value, measure.scaling)
        weight = nw.lit(1.0)
        largest = 1
        if self.weight is not None:
            assert self.census.weights is not None
            weight = nw.col(self.weight).cast(nw.Float64)
            if sums.exact:
                weight = (weight * self.census.weights.scale + 0.5).floor()
            largest = max(self.census.weights.largest, 1)
        if sums.exact:
            whole = (value * measure.scaling.scale + 0.5).floor()
            scale = _shrink(largest, measure.scaling.largest)
            top = int(largest * max(measure.scaling.largest, 1) * scale) + 1
            made += sums.whole(both, (weight * whole * scale + 0.5).floor(), top)
            sums.scales[both] = self._weight_scale() * measure.scaling.scale * scale
        else:
            made += sums.number(both, weight * value, Scaling(1.0, 0, 0.0))
        if self.weight is None:
            sums.total(f"wy{place}", name)
        else:
            sums.product(f"wy{place}", "w", name)
        sums.product(f"wyy{place}", both, name)
        sums.product(f"wwyy{place}", both, both)
        if self.weight is None:
            sums.total(f"wwy{place}", name)
        else:
            sums.product(f"wwy{place}", "w", both)
        return made

    def _crossed(self, sums: AskedSums) -> None:
        sums.product("wxy", "r0", "y1")
        sums.product("wwxy", "r0", "r1")

    def _weight_scale(self) -> float:
        return 1.0 if self.census.weights is None else self.census.weights.scale

    def _replicated(self, sums: AskedSums) -> list[Any]:
        """Ask for the sums of replicate weights."""
        import narwhals as nw

        if not self.replicates:
            return []
        scaling = self._replicate_scaling()
        made: list[Any] = []
        for place, name in enumerate(self.replicates):
            made += sums.number(f"f{place}", nw.col(name).cast(nw.Float64), scaling)
            if self.combined or self.weight is None:
                sums.total(f"rep{place}", f"f{place}")
            else:
                sums.product(f"rep{place}", "w", f"f{place}")
        return made

    def _replicate_scaling(self) -> Scaling:
        """Look at replicate weights: refuse those that cannot be, and scale the others alike."""
        import narwhals as nw

        if "\0replicates" in self._known:
            known: Scaling = self._known["\0replicates"]
            return known
        asked = []
        for place, name in enumerate(self.replicates):
            value = nw.col(name).cast(nw.Float64)
            bad = blank(self.frame, name) | (value < 0) | (value == np.inf)
            asked += [counted(bad).alias(f"bad{place}"), value.max().alias(f"top{place}")]
        row = collected(self.frame.select(*asked)).iloc[0]
        places = range(len(self.replicates))
        lost = int(sum(row[f"bad{k}"] for k in places))
        if lost:
            raise DataError(
                Said("waves-replicate-weights-values-are-missing-68a6", lost=lost),
                where=self.where,
            )
        scaling = Scaling(1.0, 0, 0.0)
        if self.kind == "exact":
            scaling = scaling_of(float(max(row[f"top{k}"] for k in places)), [])
        self._known["\0replicates"] = scaling
        return scaling

    def _summed(
        self, table: pd.DataFrame, by: list[str], sums: AskedSums, measures: Sequence[SummedColumn]
    ) -> Summed:
        counts = table[f"{OWN}n"].to_numpy(dtype=np.float64)
        weights = squares = counts
        if self.weight is not None:
            weights, squares = sums.value(table, "w"), sums.value(table, "w2")
        powers = None
        if measures:
            powers = _powers(table, sums, measures, weights, squares)
        replicates = None
        if self.replicates:
            names = [f"rep{k}" for k in range(len(self.replicates))]
            replicates = np.stack([sums.value(table, name) for name in names], axis=1)
        return Summed(table[by], counts, weights, squares, powers, replicates)


def _count(frame: nw.LazyFrame[Any]) -> int:
    """Count the rows of a table in its engine."""
    import narwhals as nw

    return int(collected(frame.select(nw.len().alias("n")))["n"].iloc[0])


def _shrink(weight: int, measure: int) -> float:
    """Return the power of two that brings a product of two whole numbers down to 31 bits."""
    excess = (max(weight, 1) * max(measure, 1) + 1).bit_length() - (WEIGHT_BITS - 1)
    return 2.0 ** -max(excess, 0)


def _powers(
    table: pd.DataFrame,
    sums: AskedSums,
    measures: Sequence[SummedColumn],
    weights: FloatArray,
    squares: FloatArray,
) -> Powers:
    """Return the sums of powers of measures, back on their own scale and origin."""
    low = [each.centre for each in measures]
    first, second = [weights], [squares]
    for start, out in (("w", first), ("ww", second)):
        zero = out[0]
        ones = [sums.value(table, f"{start}y{k}") for k in range(len(measures))]
        twos = [sums.value(table, f"{start}yy{k}") for k in range(len(measures))]
        out += [one + b * zero for one, b in zip(ones, low, strict=True)]
        full = [t + 2 * b * o + b * b * zero for t, o, b in zip(twos, ones, low, strict=True)]
        if len(measures) == 1:
            out += full
        else:
            cross = sums.value(table, f"{start}xy")
            cross = cross + low[1] * ones[0] + low[0] * ones[1] + low[0] * low[1] * zero
            out += [full[0], cross, full[1]]
    return Powers(np.stack(first, axis=1), np.stack(second, axis=1))


def _in_order(table: pd.DataFrame, by: Sequence[str]) -> pd.DataFrame:
    """Sort cells by their keys, blanks last: the same order from every engine."""
    import pandas as pd

    if not by:
        return table
    codes = []
    for name in by:
        try:
            code, values = pd.factorize(table[name], sort=True)
        except TypeError as error:
            if holds_lists(table[name]):
                raise DataError(Said("waves-the-column-holds-lists", name=name)) from error
            raise DataError(
                Said("waves-column-mixes-kinds-of-values-numbers-and", name=name),
            ) from error
        codes.append(np.where(code < 0, len(values), code))
    return table.iloc[np.lexsort(codes[::-1])].reset_index(drop=True)
