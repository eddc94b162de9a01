"""The kind of table that was given comes back: polars for polars, pyarrow for pyarrow.

Inside there is pandas alone. A verb takes the kind off what it is given and puts it back on what it
answers (:func:`padai.waves.guards.guarded`); a result of another kind keeps the pandas one that it
stands for, works there, and hands out tables of its own kind.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import update_wrapper
from types import FunctionType
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    import narwhals as nw
    import pandas as pd
    import polars as pl
    import pyarrow as pa

T = TypeVar("T")


@dataclass(frozen=True)
class Kind:
    """A library of tables, and the types that the columns of the table given had there."""

    library: str = "pandas"
    types: Mapping[str, Any] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Whether there is anything to put back."""
        return self.library != "pandas"

    def of_results(self) -> Kind:
        """The same library, for tables that are not the one given."""
        return Kind(self.library)


PANDAS = Kind()


def kind_of(frame: Any) -> Kind:
    """Return the kind of a table; a lazy one has that of its library, or pandas.

    Examples
    --------
    >>> import polars as pl
    >>> kind_of(pl.DataFrame({"n": [1]})).library, kind_of(pl.LazyFrame({"n": [1]})).library
    ('polars', 'polars')
    """
    if type(frame).__module__.partition(".")[0] == "pandas":
        return PANDAS
    import narwhals as nw

    if type(frame).__module__.partition(".")[0] == "pyarrow" and not hasattr(frame, "column_names"):
        return Kind("pyarrow")  # a data set, which DuckDB reads
    wrapped = nw.from_native(frame, pass_through=True)
    if not isinstance(wrapped, (nw.DataFrame, nw.LazyFrame)):
        return PANDAS
    made = wrapped.implementation
    library = "polars" if made.is_polars() else "pyarrow" if made.is_pyarrow() else "pandas"
    types = (
        dict(wrapped.schema) if library != "pandas" and isinstance(wrapped, nw.DataFrame) else {}
    )
    return Kind(library, types)


def given_back(frame: pd.DataFrame, kind: Kind) -> Any:
    """Return a pandas table in another kind; blanks are nulls, and the index is left out.

    Categories keep their order: polars has them as an ``Enum``, pyarrow as a dictionary. A column
    of the table that was given has its type again, where that changes no value.

    Examples
    --------
    >>> import pandas as pd
    >>> given_back(pd.DataFrame({"n": [1.5, None]}), Kind("polars"))["n"].to_list()
    [1.5, None]
    """
    if not kind:
        return frame
    import narwhals as nw

    held = nw.from_native(_with_text_names(frame))
    if kind.library == "pyarrow":
        made = nw.from_native(held.to_arrow().replace_schema_metadata(None), eager_only=True)
    else:
        made = nw.from_native(held.to_polars(), eager_only=True)
        made = made.with_columns(
            nw.col(str(name)).cast(nw.Enum([str(c) for c in frame[name].cat.categories]))
            for name in frame
            if frame[name].dtype == "category" and name not in kind.types
        )
    cast = {name: _again(made, name, wanted) for name, wanted in kind.types.items()}
    again = [column for column in cast.values() if column is not None]
    return (made.with_columns(*again) if again else made).to_native()


def _with_text_names(frame: pd.DataFrame) -> pd.DataFrame:
    """Return a table whose names are text, with text for what no other library holds."""
    import pandas as pd

    frame = frame.reset_index(drop=True).set_axis([str(name) for name in frame.columns], axis=1)
    changed: dict[str, Any] = {}
    for name in map(str, frame):
        column = frame[name]
        if column.dtype == object:
            inferred = pd.api.types.infer_dtype(column, skipna=True)
            if inferred in ("mixed", "mixed-integer"):
                changed[name] = column.map(lambda value: str(value), na_action="ignore").astype(str)
        elif column.dtype == "category" and not all(
            isinstance(c, str) for c in column.cat.categories
        ):
            changed[name] = column.astype(column.cat.categories.dtype)
    return frame.assign(**changed) if changed else frame


def _again(made: nw.DataFrame[Any], name: str, wanted: Any) -> nw.Series[Any] | None:
    """Return a column with the type that it had, or None where it has it or cannot have it."""
    if name not in made.columns or made[name].dtype == wanted:
        return None
    column = made[name]
    try:
        cast = column.cast(wanted)
        back = cast.cast(column.dtype)
        whole = (cast.is_null() == column.is_null()).all() and (back == column).drop_nulls().all()
    except Exception:  # each library says in its own way that a value has no place in a type
        return None
    return cast if whole else None


class Facing:
    """What shows its tables in the kind that was given, and works in pandas.

    Public members of a subclass work on the pandas one, and the tables and results that they answer
    are put in the kind: so no subclass need think of it.
    """

    _kind: Kind = PANDAS
    _stands_for: Any = None

    def __init_subclass__(cls, **others: Any) -> None:
        super().__init_subclass__(**others)
        for name, member in list(vars(cls).items()):
            reading = member.fget if isinstance(member, property) else member
            if name.startswith("_") or not inspect.isfunction(reading):
                continue
            faced = _answering(reading)
            setattr(cls, name, property(faced) if isinstance(member, property) else faced)

    def _in_kind(self: T, kind: Kind) -> T:
        """Return what shows its tables in a kind, and stands for this one.

        Parameters
        ----------
        kind
            A library; pandas: this one as it is.
        """
        kind = kind.of_results()
        if not kind:
            result: T = inside(self)
            return result
        other = object.__new__(type(self))
        shown = {
            name: value if name.startswith("_") else in_kind(value, kind)
            for name, value in vars(inside(self)).items()
        }
        vars(other).update(shown, _kind=kind, _stands_for=inside(self))
        return other

    def to_pandas(self) -> pd.DataFrame:
        """Return the tidy frame as pandas, whatever kind was given.

        Examples
        --------
        >>> import pandas as pd
        >>> from padai.results import Table
        >>> Table(pd.DataFrame({"n": [1]})).to_pandas()["n"].tolist()
        [1]
        """
        table: pd.DataFrame = inside(self).frame
        return table

    def to_polars(self) -> pl.DataFrame:
        """Return the tidy frame as polars; categories are an ``Enum``.

        Examples
        --------
        >>> import pandas as pd
        >>> from padai.results import Table
        >>> Table(pd.DataFrame({"n": [1]})).to_polars()["n"].to_list()
        [1]
        """
        table: pl.DataFrame = given_back(self.to_pandas(), Kind("polars"))
        return table

    def to_arrow(self) -> pa.Table:
        """Return the tidy frame as pyarrow; categories are a dictionary.

        Examples
        --------
        >>> import pandas as pd
        >>> from padai.results import Table
        >>> Table(pd.DataFrame({"n": [1]})).to_arrow()["n"].to_pylist()
        [1]
        """
        return given_back(self.to_pandas(), Kind("pyarrow"))


def _answering(reading: Callable[..., Any]) -> Callable[..., Any]:
    """Return a member that works on the pandas result and answers in the kind of this one."""
    put, plain = in_kind, inside

    def answer(self: Any, *args: Any, **kwargs: Any) -> Any:
        return put(reading(plain(self), *args, **kwargs), self._kind)

    # With the globals of its own module, so that doctest finds the examples of what it wraps.
    same = FunctionType(
        answer.__code__, reading.__globals__, reading.__name__, None, answer.__closure__
    )
    return update_wrapper(same, reading)


def inside(value: Any) -> Any:
    """Return the pandas one of a wave or result, of each in a list or mapping, or of a table."""
    if isinstance(value, (list, tuple)) and type(value) in (list, tuple):
        return type(value)(inside(each) for each in value)
    if type(value) is dict:
        return {key: inside(each) for key, each in value.items()}
    if not hasattr(type(value), "_stands_for"):
        return _as_pandas(value)
    stands_for = value._stands_for
    return value if stands_for is None else stands_for


def _as_pandas(value: Any) -> Any:
    """Return a table of polars or pyarrow as pandas; all else as it is."""
    kind = type(value)
    if (kind.__module__.partition(".")[0], kind.__name__) not in _TABLES:
        return value
    import narwhals as nw

    return nw.from_native(value, eager_only=True).to_pandas()


_TABLES = {("polars", "DataFrame"), ("pyarrow", "Table")}


def given_kind(values: Any) -> Kind:
    """Return the kind of the first wave or result among arguments."""
    for value in values:
        first = value[0] if type(value) in (list, tuple) and value else value
        if hasattr(type(first), "_stands_for"):
            kind: Kind = first._kind
            return kind
    return PANDAS


def in_kind(value: Any, kind: Kind) -> Any:
    """Put what a verb answers in a kind: a wave, a result, a table, or a collection of them."""
    if not kind:
        return value
    if hasattr(type(value), "_in_kind"):
        return value._in_kind(kind)
    if type(value) in (list, tuple):
        return type(value)(in_kind(each, kind) for each in value)
    if type(value) is dict:
        return {key: in_kind(each, kind) for key, each in value.items()}
    if type(value).__module__.startswith("pandas") and type(value).__name__ == "DataFrame":
        return given_back(value, kind)
    return value
