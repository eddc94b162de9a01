"""Lazy tables of the engines that a machine has, made of a frame in memory."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd

from padai.results.table_kinds import PANDAS
from padai.waves.wave import Wave


def _plain(frame: pd.DataFrame) -> pd.DataFrame:
    """Intervals as text, in their order: no engine has a type for them."""
    out = frame.copy()
    for name in out:
        if isinstance(out[name].dtype, pd.CategoricalDtype):
            texts = [str(v) for v in out[name].cat.categories]
            out[name] = out[name].cat.rename_categories(
                dict(zip(out[name].cat.categories, texts, strict=True))
            )
    return out


def polars_lazy(frame: pd.DataFrame) -> Any:
    import polars as pl

    plain = _plain(frame)
    table = pl.from_pandas(plain)
    for name in plain:
        if isinstance(plain[name].dtype, pd.CategoricalDtype):
            kind = pl.Enum(list(plain[name].cat.categories))
            table = table.with_columns(pl.col(name).cast(pl.String).cast(kind))
    return table.lazy()


def duckdb_relation(frame: pd.DataFrame, threads: int = 2) -> Any:
    import duckdb

    return duckdb.connect(config={"threads": threads}).from_df(_plain(frame))


ENGINES: dict[str, Callable[[pd.DataFrame], Any]] = {
    "polars": polars_lazy,
    "duckdb": duckdb_relation,
}


def made_lazy(wave: Wave, engine: str, **others: Any) -> Wave:
    """The same wave of a lazy table; its results come back in pandas, as those of `wave`."""
    given = {"survey": wave.survey, "id": wave.id, "part": wave.part, "sums": "float", **others}
    return Wave(ENGINES[engine](wave.frame), wave.design, **given)._in_kind(PANDAS)
