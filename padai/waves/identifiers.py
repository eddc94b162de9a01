"""Whether identifiers of several waves are the same people's, however each wave writes them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Any

from padai.errors import ComparisonError
from padai.words import Said

if TYPE_CHECKING:
    import pandas as pd

_NUMBER = re.compile(r"[+-]?[0-9]{1,60}(\.[0-9]{1,60})?")


def returning(columns: Sequence[pd.Series[Any]]) -> int:
    """Count the identifiers that stand in more than one wave, 7 and ``000007`` being one."""
    import pandas as pd

    return int(
        pd.concat([alike(column) for column in columns], ignore_index=True).duplicated().sum()
    )


def alike(column: pd.Series[Any]) -> pd.Series[Any]:
    """Return identifiers with one spelling for each number: 7, 7.0 and ``000007`` become 7.

    Digits alone are a number, of any length and to the last one: ``12e45`` is an identifier.

    Examples
    --------
    >>> import pandas as pd
    >>> alike(pd.Series(["007", "7.0", "a7", "12e45"])).tolist()
    [7, 7, 'a7', '12e45']
    """
    import pandas as pd

    if pd.api.types.is_numeric_dtype(column):
        return column
    return column.astype(object).map(_one_spelling)


def _one_spelling(written: object) -> object:
    text = written.strip() if isinstance(written, str) else ""
    if not _NUMBER.fullmatch(text):
        return written
    whole, _, rest = text.partition(".")
    return float(text) if rest.strip("0") else int(whole)


def refuse_other_spellings(columns: Sequence[pd.Series[Any]], names: Sequence[str]) -> None:
    """Refuse waves whose people are the same once numbers are read as numbers, and else are not.

    Raises
    ------
    ComparisonError
        More people return between two waves than their identifiers say as they are written.
    """
    if all(_numeric(column) for column in columns):
        return
    spelled = [set(column) for column in columns]
    same = [set(alike(column)) for column in columns]
    for a, b in combinations(range(len(columns)), 2):
        as_written, in_truth = len(spelled[a] & spelled[b]), len(same[a] & same[b])
        if in_truth > as_written:
            raise ComparisonError(
                Said(
                    "waves-identifiers-are-written-differently",
                    one=names[a],
                    other=names[b],
                    same=in_truth,
                    as_written=as_written,
                ),
            )


def _numeric(column: pd.Series[Any]) -> bool:
    import pandas as pd

    return bool(pd.api.types.is_numeric_dtype(column))
