"""The index of a page gives each row of a table once it is asked for, and all of it."""

from __future__ import annotations

from dataclasses import astuple, fields
from pathlib import Path

import pandas as pd
import pytest

from padai.publishing.basis.lookup import Cell, Difference, Lookup
from padai.store import Store
from tests.publishing_store import make_store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return make_store(Path(tmp_path_factory.mktemp("store")))


def _same(found: Cell | None, row: pd.Series) -> None:
    assert found is not None
    wanted = [row[each.name] for each in fields(found)]
    for one, other in zip(astuple(found), wanted, strict=True):
        assert one == other or (pd.isna(one) and pd.isna(other))


def test_each_estimate_is_found_by_its_place(store: Store) -> None:
    lookup, frame = Lookup(store), store.tables["estimates"]
    for _, row in frame.sample(min(len(frame), 200), random_state=1).iterrows():
        place = (row["question"], row["response"], row["breakdown"], row["group"], row["part"])
        _same(lookup.cell(*place), row)
        _same(lookup.cell(*place), row)
    assert lookup.cell("nobody", "asked") is None


def test_a_comparison_of_an_earlier_wave_is_not_one_of_this_wave(store: Store) -> None:
    frame = store.tables["differences"]
    of_now = frame[(frame["wave"] == store.wave) & (frame["reference"] != "rest")]
    row = of_now.iloc[0]
    place = (row["question"], row["response"], row["reference"], row["breakdown"], row["group"])
    earlier = of_now.iloc[[0]].assign(wave="2024", estimate=0.5)
    with_both = pd.concat([frame, earlier], ignore_index=True)
    changed = Store(**{**vars(store), "tables": {**store.tables, "differences": with_both}})
    found = Lookup(changed).change(*place, row["part"])
    assert isinstance(found, Difference)
    _same(found, row)
