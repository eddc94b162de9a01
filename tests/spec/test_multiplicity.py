"""Adjusted p-values by hand, and by what each method promises."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

import padai
from padai.errors import DefinitionError, EstimationError
from padai.numerics.multiplicity import ADJUSTMENTS, bh, holm


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
    with pytest.raises(EstimationError, match="1 of 2 p-values lie outside 0 to 1"):
        rule([0.5, 1.5])


def by_closed_testing(p: np.ndarray) -> np.ndarray:
    """Hommel by its definition: each p is the worst Simes p of the subsets that hold it."""
    worst = np.zeros(p.size)
    for size in range(1, p.size + 1):
        for subset in itertools.combinations(range(p.size), size):
            ordered = np.sort(p[list(subset)])
            simes = (size * ordered / np.arange(1, size + 1)).min()
            worst[list(subset)] = np.maximum(worst[list(subset)], simes)
    return worst


@pytest.mark.parametrize("seed", range(8))
def test_hommel_is_the_closed_test_of_simes(seed: int) -> None:
    draw = np.random.default_rng(seed)
    p = np.round(draw.beta(0.5, 3, draw.integers(1, 9)), 3)
    assert padai.adjust_p(p, "hommel") == pytest.approx(by_closed_testing(p), rel=1e-13, abs=0)


@pytest.mark.parametrize("seed", range(8))
def test_each_method_is_as_strict_as_it_should_be(seed: int) -> None:
    p = np.random.default_rng(seed).beta(0.5, 3, 12)
    found = {name: padai.adjust_p(p, name) for name in ADJUSTMENTS}
    chain = ("none", "bh", "hommel", "hochberg", "holm", "bonferroni")
    for looser, stricter in itertools.pairwise(chain):
        assert (found[looser] <= found[stricter] + 1e-15).all()
    assert (found["bh"] <= found["by"] + 1e-15).all()
    order = np.argsort(p)
    for adjusted in found.values():
        assert (adjusted >= p - 1e-15).all() and (adjusted <= 1).all()
        assert (np.diff(adjusted[order]) >= 0).all()
    shuffled = np.random.default_rng(seed + 50).permutation(12)
    for name, adjusted in found.items():
        assert padai.adjust_p(p[shuffled], name).tolist() == adjusted[shuffled].tolist()


def test_by_hand() -> None:
    # Of 3: Hochberg 0.04, min(2 * 0.03, 0.04), min(3 * 0.01, 0.04); Bonferroni three times each;
    # Benjamini-Yekutieli BH times 1 + 1/2 + 1/3.
    p = [0.01, 0.04, 0.03]
    assert padai.adjust_p(p, "hochberg") == pytest.approx([0.03, 0.04, 0.04], abs=1e-16)
    assert padai.adjust_p(p, "bonferroni") == pytest.approx([0.03, 0.12, 0.09], abs=1e-16)
    wanted = np.array([0.03, 0.04, 0.04]) * 11 / 6
    assert padai.adjust_p(p, "BY") == pytest.approx(wanted, abs=1e-16)
    assert padai.adjust_p(p, "none").tolist() == p


@pytest.mark.parametrize("method", ADJUSTMENTS)
def test_shapes_and_missing_ones(method: str) -> None:
    assert padai.adjust_p([], method).size == 0
    assert padai.adjust_p([np.nan, 0.2], method).tolist()[1] == 0.2
    table = np.array([[0.01, np.nan], [0.03, 0.5]])
    found = padai.adjust_p(table, method)
    assert found.shape == (2, 2) and np.isnan(found[0, 1])
    assert found.ravel()[[0, 2, 3]].tolist() == padai.adjust_p([0.01, 0.03, 0.5], method).tolist()


def test_what_cannot_be_adjusted_is_refused() -> None:
    with pytest.raises(DefinitionError, match="method='sidak' is not known"):
        padai.adjust_p([0.1], "sidak")
    with pytest.raises(DefinitionError, match="method='None' is not known"):
        padai.adjust_p([0.1], None)  # type: ignore[arg-type]
    for given in (["a"], [0.1, -0.1], [np.inf], "holm", None, [True], True, {"a": 0.1}):
        with pytest.raises(EstimationError):
            padai.adjust_p(given)


def test_fdr_is_rs_other_name_of_bh() -> None:
    p = [0.01, 0.04, 0.03]
    assert (
        padai.adjust_p(p, "fdr").tolist()
        == padai.adjust_p(p, "FDR").tolist()
        == padai.adjust_p(p, "BH").tolist()
    )
