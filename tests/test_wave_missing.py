"""Codes that are no answer, in a frame that no definition describes."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

import padai
from padai.errors import DataError

FRAME = pd.DataFrame(
    {
        "v": [1, 2, 1, 2, -9, -8, 1, -1],
        "scale": [-5, -4, 0, 3, 5, 1, 2, -1],
        "text": ["a"] * 8,
        "w": [1.0] * 8,
    }
)


def wave(**keywords: object) -> padai.Wave:
    return padai.Wave(FRAME, padai.Design(weight="w"), **keywords)


@pytest.mark.parametrize("verb", [padai.proportion, padai.mean])
def test_such_codes_are_refused_with_the_line(verb: object) -> None:
    with pytest.raises(DataError) as refused:
        verb(wave(), "v")
    assert "missing={'v': [-9, -8, -1]}" in str(refused.value)


def test_declared_they_leave_the_base() -> None:
    told = wave(missing={"v": [-9, -8, -1]})
    frame = padai.mean(told, "v").frame
    assert frame["estimate"].iloc[0] == pytest.approx((1 + 2 + 1 + 2 + 1) / 5, abs=1e-12)
    assert frame["n_base"].iloc[0] == 5
    shares = padai.proportion(told, "v").frame
    assert list(shares["estimate"]) == pytest.approx([3 / 5, 2 / 5], abs=1e-12)


def test_declared_to_be_answers_they_stay() -> None:
    frame = padai.mean(wave(missing={"v": []}), "v").frame
    assert frame["estimate"].iloc[0] == pytest.approx(FRAME["v"].mean(), abs=1e-12)


def test_a_scale_around_zero_is_no_such_thing() -> None:
    assert padai.mean(wave(), "scale").frame["n_base"].iloc[0] == 8


def test_what_is_declared_must_be_there() -> None:
    with pytest.raises(DataError, match="not in the data"):
        wave(missing={"x": [-9]})
    with pytest.raises(DataError, match="needs a list"):
        wave(missing={"v": "-9"})
    assert np.array_equal(wave(missing={"v": [-9]}).frame["w"], FRAME["w"])
