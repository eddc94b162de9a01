"""Tables that stay where they are: lazy frames, relations, data sets and folders of Parquet."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Any

from padai.errors import DataError, MissingExtraError
from padai.words import Said

if TYPE_CHECKING:
    import narwhals as nw

EXTRA = "bigdata"
#: What is lazy, by the first word of its module and the name of its type.
_KINDS = {
    ("polars", "LazyFrame"),
    ("duckdb", "DuckDBPyRelation"),
    ("_duckdb", "DuckDBPyRelation"),
    ("narwhals", "LazyFrame"),
}
_ROOTS = {"pyspark", "ibis", "dask", "sqlframe"}


def is_lazy(frame: Any) -> bool:
    """Whether a table is one that :func:`opened` takes.

    Examples
    --------
    >>> is_lazy("folder/of/parquet"), is_lazy([1, 2])
    (True, False)
    """
    if isinstance(frame, (str, Path)):
        return True
    for kind in type(frame).__mro__:
        root = kind.__module__.split(".")[0]
        if (root, kind.__name__) in _KINDS:
            return True
        if root == "pyarrow" and kind.__name__ == "Dataset":
            return True
        if root in _ROOTS and kind.__name__ in ("DataFrame", "Table", "BaseDataFrame"):
            return True
    return False


def opened(frame: Any, where: str) -> nw.LazyFrame[Any]:
    """Return a lazy table as narwhals sees it; nothing is read but its columns.

    Raises
    ------
    DataError
        A path holds no Parquet; a column is of another type in one of its files.
    MissingExtraError
        Parquet and data sets are read by DuckDB, which is not installed.
    """
    import narwhals as nw

    if isinstance(frame, (str, Path)):
        frame = _parquet(Path(frame), where)
    elif type(frame).__module__.split(".")[0] == "pyarrow":
        frame = _duckdb().connect().from_arrow(frame)
    wrapped = nw.from_native(frame)
    return wrapped.lazy() if isinstance(wrapped, nw.DataFrame) else wrapped


def with_doubles(frame: nw.LazyFrame[Any], kept: Collection[str]) -> nw.LazyFrame[Any]:
    """Return a lazy table with its decimal numbers as doubles, as a table in memory has them.

    Parameters
    ----------
    kept
        Columns that only tell units apart, which stay as they are.
    """
    import narwhals as nw

    schema = frame.collect_schema()
    names = [n for n, kind in schema.items() if kind == nw.Decimal and n not in kept]
    return frame.with_columns(*(nw.col(n).cast(nw.Float64) for n in names)) if names else frame


def _duckdb() -> Any:
    try:
        import duckdb
    except ImportError:
        raise MissingExtraError(EXTRA, Said("waves-data-larger-than-memory")) from None
    return duckdb


def _parquet(path: Path, where: str) -> Any:
    files = sorted(path.rglob("*.parquet")) if path.is_dir() else [path]
    if not files or not all(file.is_file() for file in files):
        raise DataError(
            Said("waves-a-wave-needs-a-table-or-the-path-of", path=path),
            where=where,
        )
    if path.suffix.lower() in _READERS and path.is_file():
        line = f"padai.Wave(pandas.read_{_READERS[path.suffix.lower()]}({path.name!r}), ...)"
        raise DataError(Said("waves-a-file-is-read-first", name=path.name, line=line), where=where)
    duckdb = _duckdb()
    _check_alike(files, path, where)
    return duckdb.connect().read_parquet([str(file) for file in files], hive_partitioning=True)


_READERS = {".csv": "csv", ".sav": "spss", ".dta": "stata", ".xlsx": "excel", ".xls": "excel"}
"""What pandas reads, which a path by itself does not give a wave."""


def _check_alike(files: list[Path], path: Path, where: str) -> None:
    """Refuse a column that is absent, or of another type, in one of the files."""
    try:
        import pyarrow.parquet as pq
    except ImportError:
        raise MissingExtraError(EXTRA, Said("waves-reading-parquet-files")) from None
    first: dict[str, str] = {}
    for file in files:
        try:
            schema = pq.read_schema(file)
        except (OSError, ValueError):
            raise DataError(
                Said("waves-cannot-be-read-as-parquet-it-is-cut", file_name=file.name),
                where=where,
            ) from None
        own = {field.name: str(field.type) for field in schema}
        first = first or own
        if own == first:
            continue
        name = next(n for n in [*first, *own] if first.get(n) != own.get(n))
        one, other = (types.get(name) for types in (first, own))
        raise DataError(
            Said(
                "waves-column-is-in-and-in-write-the-files-of",
                name=name,
                one=one or Said("waves-absent-column"),
                files_name=files[0].name,
                other=other or Said("waves-absent-column"),
                relative_to=file.relative_to(path),
            ),
            where=where,
        )
