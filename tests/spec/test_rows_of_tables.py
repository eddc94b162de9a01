"""A table of a store, row by row."""

from __future__ import annotations

import pandas as pd

from padai.store.files import rows_in


def test_rows_of_a_table_are_those_of_itertuples() -> None:
    frame = pd.DataFrame(
        {
            "a": pd.Series(["x", "", None], dtype="str"),
            "b": [1.5, float("nan"), -0.0],
            "c": [1, 2, 3],
            "d": [True, False, True],
            "e": pd.Categorical(["u", "v", "u"]),
        }
    )
    for part in (frame, frame.iloc[:0], frame.iloc[[2, 0]], frame[["c"]]):
        told = list(part.itertuples(index=False, name=None))
        found = list(rows_in(part))
        assert repr(found) == repr(told)
        assert [[type(v) for v in row] for row in found] == [[type(v) for v in row] for row in told]
