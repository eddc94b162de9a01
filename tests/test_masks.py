"""A condition made of the caller's own table speaks of the same people in the wave."""

from __future__ import annotations

import numpy as np
import pandas as pd
import polars as pl
import pytest

import padai
from padai.errors import DataError


@pytest.fixture
def base() -> pd.DataFrame:
    random = np.random.default_rng(7)
    n = 60
    return pd.DataFrame(
        {
            "id": random.permutation(n) + 1,
            "age": random.integers(18, 90, n),
            "w": random.uniform(0.5, 2, n),
        }
    )


def true(base: pd.DataFrame) -> float:
    old = base[base["age"] > 50]
    return float(np.average(old["age"], weights=old["w"]))


def mean(wave: padai.Wave, where: object) -> float:
    return float(padai.mean(wave, "age", where=where).to_pandas()["estimate"].iloc[0])


@pytest.mark.parametrize("labels", ["numbers", "names", "backwards"])
@pytest.mark.parametrize("id", [None, "id"])
def test_a_column_goes_by_its_labels(base: pd.DataFrame, id: str | None, labels: str) -> None:
    if labels == "names":
        base.index = pd.Index([f"p{k}" for k in range(len(base))])
    if labels == "backwards":
        base = base.iloc[::-1]
    wave = padai.Wave(base, padai.Design(weight="w", id=id))
    shuffled = base.sample(frac=1, random_state=1)
    for told in (base["age"] > 50, shuffled["age"] > 50, wave.frame["age"] > 50):
        assert mean(wave, told) == pytest.approx(true(base), rel=1e-12)


def test_without_labels_it_is_refused_where_rows_were_sorted(base: pd.DataFrame) -> None:
    wave = padai.Wave(base, padai.Design(weight="w", id="id"))
    for told in ((base["age"] > 50).to_numpy(), pl.from_pandas(base)["age"] > 50):
        with pytest.raises(DataError, match=r"to_pandas"):
            mean(wave, told)
    plain = padai.Wave(base, padai.Design(weight="w"))
    assert mean(plain, (base["age"] > 50).to_numpy()) == pytest.approx(true(base), rel=1e-12)
    sorted_before = padai.Wave(
        base.sort_values("id", ignore_index=True), padai.Design(weight="w", id="id")
    )
    mask = (base.sort_values("id")["age"] > 50).to_numpy()
    assert mean(sorted_before, mask) == pytest.approx(true(base), rel=1e-12)


def test_rows_left_out_for_want_of_a_weight(base: pd.DataFrame) -> None:
    base.loc[[3, 9], "w"] = np.nan
    wave = padai.Wave(base, padai.Design(weight="w", missing_weight="outside"))
    assert mean(wave, base["age"] > 50) == pytest.approx(true(base.dropna()), rel=1e-12)


def test_other_labels_are_refused(base: pd.DataFrame) -> None:
    wave = padai.Wave(base, padai.Design(weight="w", id="id"))
    for told in ((base["age"] > 50).iloc[5:], (base["age"] > 50).rename(lambda k: k + 1000)):
        with pytest.raises(DataError, match=r"libellés|labels"):
            mean(wave, told)


def test_a_polars_table_that_was_sorted(base: pd.DataFrame) -> None:
    table = pl.from_pandas(base)
    wave = padai.Wave(table, padai.Design(weight="w", id="id"))
    assert mean(wave, wave.to_pandas()["age"] > 50) == pytest.approx(true(base), rel=1e-12)
    with pytest.raises(DataError, match=r"to_pandas"):
        mean(wave, base["age"] > 50)


def test_a_table_of_a_wave_makes_another_wave(base: pd.DataFrame) -> None:
    base["other"] = np.random.default_rng(2).permutation(len(base))
    first = padai.Wave(base, padai.Design(weight="w", id="id"))
    table = first.frame
    second = padai.Wave(table, padai.Design(weight="w", id="other"))
    for told in (table["age"] > 50, second.frame["age"] > 50):
        assert mean(second, told) == pytest.approx(true(base), rel=1e-12)
