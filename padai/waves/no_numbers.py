"""What makes numbers of a column that holds something else, where its cells tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from padai.errors import Said

if TYPE_CHECKING:
    import pandas as pd

_DECIMAL_COMMA = r"\s*[-+]?[0-9]*,[0-9]+\s*"


def made_numbers(column: pd.Series[Any], name: str, otherwise: str) -> Said:
    """Return the line for decimal commas, where they are all that is wrong, or the message named.

    Examples
    --------
    >>> import pandas as pd
    >>> made_numbers(pd.Series(["0,87", "1,2", "3"]), "w", "waves-numbers-by-hand").id
    'waves-numbers-with-a-comma'
    """
    import pandas as pd

    texts = column.dropna().astype("str")
    odd = texts[pd.to_numeric(texts, errors="coerce").isna()]
    comma = len(odd) > 0 and bool(odd.str.fullmatch(_DECIMAL_COMMA).all())
    return Said("waves-numbers-with-a-comma" if comma else otherwise, name=name)
