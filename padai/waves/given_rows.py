"""Where each row of a wave stood in the table that it was made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from padai.errors import DataError
from padai.words import Said

if TYPE_CHECKING:
    import pandas as pd

ROWS = "wave_row"
"""The name of the index of a wave's own table, where its rows are not those that were given."""


@dataclass(frozen=True, eq=False)
class GivenRows:
    """The rows of a wave, by their places and labels in the table that was given.

    Attributes
    ----------
    labels
        Label of each row in the given table; None where that has no labels.
    moved
        Whether rows were sorted or left out.
    count
        How many there are.
    """

    labels: pd.Index | None
    moved: bool
    count: int

    def __len__(self) -> int:
        return self.count

    @classmethod
    def of(cls, given: Any, places: NDArray[np.intp]) -> GivenRows:
        """Return the rows at some places of a table."""
        import pandas as pd

        moved = not np.array_equal(places, np.arange(len(given)))
        labels = given.index.take(places) if isinstance(given, pd.DataFrame) else None
        return cls(labels, moved, len(places))

    @property
    def as_given(self) -> bool:
        """Whether rows are numbered as they were given."""
        import pandas as pd

        if self.moved:
            return False
        return self.labels is None or self.labels.equals(pd.RangeIndex(len(self.labels)))

    def named(self, table: pd.DataFrame) -> pd.DataFrame:
        """Return the wave's own table, by whose index a mask of it is known again."""
        import pandas as pd

        if not self.as_given:
            table.index = pd.RangeIndex(len(table), name=ROWS)
        return table

    def mask(self, given: Any, count: int) -> NDArray[np.bool_]:
        """Return a mask of the wave's rows, shape (n,), by label where it has labels.

        Raises
        ------
        DataError
            It is not one true or false value a row; its labels are not those of the given table;
            or it has no labels, and the wave's rows are not in the order of that table.
        """
        import pandas as pd

        if isinstance(given, pd.Series) and given.index.name != ROWS:
            given = self._by_label(given)
        elif self.moved and not isinstance(given, pd.Series):
            raise DataError(Said("waves-a-mask-without-labels"))
        return plain_mask(given, count)

    def _by_label(self, given: pd.Series[Any]) -> pd.Series[Any]:
        import pandas as pd

        labels = self.labels
        if labels is None:
            labels = pd.RangeIndex(len(given))
            if self.moved:
                raise DataError(Said("waves-a-mask-without-labels"))
        if given.index.equals(labels):
            return given
        if not given.index.is_unique or not labels.is_unique or not labels.isin(given.index).all():
            raise DataError(Said("waves-a-mask-of-other-labels"))
        return given.reindex(labels)


def plain_mask(given: Any, count: int) -> NDArray[np.bool_]:
    """Return a mask as it stands, shape (n,).

    Raises
    ------
    DataError
        It is not one true or false value a row.
    """
    values = np.asarray(given)
    if values.dtype != bool or values.shape != (count,):
        raise DataError(Said("estimation-where-needs-true-or-false", count=count))
    return values
