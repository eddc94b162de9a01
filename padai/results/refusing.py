"""What is said of a result that is taken for its table."""

from __future__ import annotations

from typing import Any

from padai.errors import DefinitionError, UnknownNameError, nearest
from padai.words import Said


def no_attribute(result: Any, name: str) -> UnknownNameError:
    """Return the error of a name that a result lacks.

    Examples
    --------
    >>> import pandas as pd
    >>> from padai.results import Table
    >>> print(no_attribute(Table(pd.DataFrame({"n": [1]})), "to_csv"))
    Table has no 'to_csv': its table is .frame. Write result.frame.to_csv.
    """
    import pandas as pd

    kind = type(result).__name__
    columns = [str(column) for column in result.frame.columns] if name != "frame" else []
    if name in columns:
        return UnknownNameError(Said("results-a-column-stands-in-the-frame", kind=kind, name=name))
    if hasattr(pd.DataFrame, name):
        return UnknownNameError(Said("results-columns-stand-in-the-frame", kind=kind, name=name))
    own = [each for each in dir(type(result)) if not each.startswith("_")]
    return UnknownNameError(Said("results-has-no", kind=kind, name=name, hint=nearest(name, own)))


def no_item(result: Any, name: Any) -> DefinitionError:
    """Return the error of a column or row that is asked of a result itself.

    Examples
    --------
    >>> import pandas as pd
    >>> from padai.results.fitted import Test
    >>> print(no_item(Test("t-test", "t", 1.0, 1.0, 9.0, 0.3, 10), "n"))
    Test is no table, and gives no column or row by itself. Write result.frame['n'].
    """
    return DefinitionError(Said("results-is-no-table", kind=type(result).__name__, name=repr(name)))
