"""The sums asked of an engine: numbers of each row, their products, and how each is read back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from padai.numerics.designs import FloatArray
from padai.numerics.sums import HALF, Scaling, fits, joined_halves

if TYPE_CHECKING:
    import narwhals as nw
    import pandas as pd

#: How the columns that padai makes begin.
OWN = "padai_"


class AskedSums:
    """The sums asked of an engine, by name, and how each is read back."""

    def __init__(self, rows: int, exact: bool) -> None:
        self.rows, self.exact = rows, exact
        self.scales: dict[str, float] = {}
        self.largest: dict[str, int] = {}
        self.read: dict[str, tuple[tuple[str, ...], float]] = {}
        self.terms: dict[str, Any] = {}
        self._halves: set[str] = set()

    def number(self, name: str, value: Any, scaling: Scaling) -> list[Any]:
        """Name a number of each row; a whole one where sums are exact."""
        self.scales[name] = scaling.scale
        if not self.exact:
            return [value.alias(OWN + name)]
        return self.whole(name, (value * scaling.scale + 0.5).floor(), scaling.largest)

    def whole(self, name: str, value: Any, largest: int) -> list[Any]:
        """Name a whole number of each row, up to a largest one."""
        import narwhals as nw

        self.largest[name] = largest
        return [value.cast(nw.Int64).alias(OWN + name)]

    def total(self, name: str, of: str) -> None:
        """Ask for the sum of a number."""
        self._ask(name, (of,))

    def product(self, name: str, one: str, other: str) -> None:
        """Ask for the sum of a product of two numbers."""
        self._ask(name, (one, other))

    def _ask(self, name: str, of: tuple[str, ...]) -> None:
        import narwhals as nw

        scale = float(np.prod([self.scales[each] for each in of]))
        column = [nw.col(OWN + each) for each in of]
        if not self.exact or fits(self.rows, *(self.largest[each] for each in of)):
            term = column[0] if len(of) == 1 else column[0] * column[1]
            self._sum(f"{name}", term)
            self.read[name] = ((name,), scale)
            return
        self._halves |= set(of)
        (a1, a0), (b1, b0) = (
            [nw.col(f"{OWN}{each}_{half}") for half in ("high", "low")] for each in of
        )
        self._sum(f"{name}_h", a1 * b1)
        self._sum(f"{name}_m", a1 * b0 + a0 * b1)
        self._sum(f"{name}_l", a0 * b0)
        self.read[name] = ((f"{name}_h", f"{name}_m", f"{name}_l"), scale)

    def _sum(self, name: str, term: Any) -> None:
        self.terms[f"{OWN}sum_{name}"] = term

    def halved(self, frame: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
        """Return the table with the halves that products need."""
        import narwhals as nw

        if not self._halves:
            return frame
        made, low = [], []
        for name in sorted(self._halves):
            high = (nw.col(OWN + name).cast(nw.Float64) / 2.0**HALF).floor().cast(nw.Int64)
            made.append(high.alias(f"{OWN}{name}_high"))
            rest = nw.col(OWN + name) - nw.col(f"{OWN}{name}_high") * 2**HALF
            low.append(rest.alias(f"{OWN}{name}_low"))
        return frame.with_columns(*made).with_columns(*low)

    def value(self, table: pd.DataFrame, name: str) -> FloatArray:
        """Return a sum of every cell."""
        parts, scale = self.read[name]
        columns = [table[f"{OWN}sum_{part}"].to_numpy() for part in parts]
        if len(columns) == 1:
            return np.asarray(columns[0].astype(np.float64) / scale)
        return np.asarray(joined_halves(*columns) / scale)
