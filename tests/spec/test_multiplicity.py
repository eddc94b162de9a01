"""Holm and Benjamini-Hochberg by hand."""

from __future__ import annotations

import numpy as np
import pytest

from padai.numerics.multiplicity import bh, holm


def test_holm_multiplies_the_smallest_by_all_and_never_goes_down():
    # 0.01 * 4, 0.02 * 3, 0.03 * 2 = 0.06 (not less than 0.06), 0.04 * 1 -> held at 0.06
    assert holm([0.01, 0.04, 0.03, 0.02]) == pytest.approx([0.04, 0.06, 0.06, 0.06], abs=1e-15)


def test_bh_divides_by_the_rank_and_never_goes_up():
    # 0.01 * 4/1, 0.02 * 4/2, 0.03 * 4/3, 0.04 * 4/4: all 0.04
    assert bh([0.01, 0.04, 0.03, 0.02]) == pytest.approx([0.04, 0.04, 0.04, 0.04], abs=1e-15)


@pytest.mark.parametrize("rule", [holm, bh])
def test_a_missing_p_is_not_a_comparison(rule):
    alone = rule([0.01, 0.3])
    with_missing = rule([0.01, np.nan, 0.3])
    assert with_missing[[0, 2]] == pytest.approx(alone, abs=0)
    assert np.isnan(with_missing[1])


@pytest.mark.parametrize("rule", [holm, bh])
def test_no_p_gives_no_p_and_one_p_stays(rule):
    assert rule([]).size == 0
    assert rule([0.2]).tolist() == [0.2]


@pytest.mark.parametrize("rule", [holm, bh])
def test_what_is_no_probability_is_refused(rule):
    with pytest.raises(ValueError, match="outside 0 to 1"):
        rule([0.5, 1.5])
