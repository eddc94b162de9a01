"""Where each row of a wave stood in the table that it was made of."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from padai.errors import DataError
from padai.words import Said

if TYPE_CHECKING:
    import pandas as pd

ROWS = "padai_rows"
"""The attribute of a wave's own table, where its rows are not numbered as they were given."""


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
    token
        By which a mask of the wave's own table is known again: of the places of its rows.
    """

    labels: pd.Index | None
    moved: bool
    count: int
    token: str

    def __len__(self) -> int:
        return self.count

    @classmethod
    def of(cls, given: Any, places: NDArray[np.intp]) -> GivenRows:
        """Return the rows at some places of a table."""
        import pandas as pd

        moved = not np.array_equal(places, np.arange(len(given)))
        labels = given.index.take(places) if isinstance(given, pd.DataFrame) else None
        token = sha256(np.ascontiguousarray(places).tobytes()).hexdigest()[:16] if moved else ""
        return cls(labels, moved, len(places), token or ROWS)

    @property
    def as_given(self) -> bool:
        """Whether rows are numbered as they were given."""
        import pandas as pd

        if self.moved:
            return False
        return self.labels is None or self.labels.equals(pd.RangeIndex(len(self.labels)))

    def named(self, table: pd.DataFrame) -> pd.DataFrame:
        """Return the wave's own table, with what tells a mask of it from one of the given table."""
        if not self.as_given:
            table.attrs[ROWS] = self.token
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

        if isinstance(given, pd.Series) and given.attrs.get(ROWS) != self.token:
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
