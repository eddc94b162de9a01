"""Rows that are alike are worked out once, and every row has what is its own."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from padai.disclosure.row_texts import each_once, numbered


@pytest.mark.parametrize("seed", range(4))
def test_rows_are_numbered_as_they_first_appear(seed: int) -> None:
    rng = np.random.default_rng(seed)
    one = rng.choice(["a", "b", "", "ab"], 200)
    two = pd.Series(rng.choice(["", "b", "bb"], 200))
    pairs = list(zip(one.tolist(), two.tolist(), strict=True))
    rows, number = numbered(one.astype(object), two)
    assert rows == list(dict.fromkeys(pairs))
    assert [rows[k] for k in number] == pairs


def test_categories_and_what_is_missing_are_rows_as_others() -> None:
    column = pd.Series(["x", None, "x", "y"], dtype="category")
    rows, number = numbered(column, ["1", "1", "1", "2"])
    assert number.tolist() == [0, 1, 0, 2]
    assert rows[0] == ("x", "1") and pd.isna(rows[1][0])


def test_no_rows_are_none() -> None:
    rows, number = numbered([], [])
    assert rows == [] and number.shape == (0,)
    assert each_once(len, []).shape == (0,)


def test_a_rule_is_asked_once_for_each_different_row() -> None:
    asked: list[tuple[str, str]] = []

    def rule(one: str, two: str) -> str:
        asked.append((one, two))
        return one + two

    made = each_once(rule, ["a", "b", "a"] * 100, ["x"] * 300)
    assert made.tolist() == ["ax", "bx", "ax"] * 100
    assert asked == [("a", "x"), ("b", "x")]
