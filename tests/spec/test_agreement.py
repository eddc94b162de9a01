"""Krippendorff's alpha against the worked examples of its author, and by hand."""

from __future__ import annotations

import numpy as np
import pytest

from padai.numerics.agreement import krippendorff_alpha

N = -1
# Krippendorff (2011), example C: four coders, twelve units, five codes, values missing.
EXAMPLE_C = np.array(
    [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, N, N, N],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, N, 3],
        [N, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, N],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, N],
    ]
).T


def test_example_c_of_the_author() -> None:
    """Published: alpha = 0.743 for nominal data, 40 values in 11 units."""
    found = krippendorff_alpha(np.where(EXAMPLE_C == N, N, EXAMPLE_C - 1))
    assert round(found.alpha, 3) == 0.743
    assert (found.units, found.values) == (11, 40)


def test_example_a_of_the_author() -> None:
    """Krippendorff (2011), example A: two coders, ten units, two codes; published 0.095."""
    first = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0]
    second = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]
    found = krippendorff_alpha(np.array([first, second]).T)
    assert round(found.alpha, 3) == 0.095
    assert found.agreed == 6


def test_by_hand() -> None:
    """Four units, two coders: 00, 11, 01, 00.

    Coincidences: (0,0) 4, (1,1) 2, (0,1) and (1,0) 1 each; n = 8, five 0 and three 1.
    D_o = 2/8; D_e = 2 * 5 * 3 / (8 * 7) = 30/56; alpha = 1 - 0.25 * 56/30 = 0.5333.
    """
    found = krippendorff_alpha(np.array([[0, 0], [1, 1], [0, 1], [0, 0]]))
    assert found.alpha == pytest.approx(1 - (2 / 8) / (30 / 56), rel=1e-12)


def test_limits() -> None:
    assert krippendorff_alpha(np.array([[0, 0], [1, 1]])).alpha == 1.0
    assert np.isnan(krippendorff_alpha(np.array([[0, 0], [0, 0]])).alpha)
    alone = krippendorff_alpha(np.array([[0, N], [N, 1]]))
    assert np.isnan(alone.alpha)
    assert alone.units == 0
    swapped = krippendorff_alpha(EXAMPLE_C[:, ::-1] - (EXAMPLE_C[:, ::-1] > 0))
    assert swapped.alpha == pytest.approx(
        krippendorff_alpha(np.where(EXAMPLE_C == N, N, EXAMPLE_C - 1)).alpha
    )
