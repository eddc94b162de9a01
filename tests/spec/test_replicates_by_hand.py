"""Replicate weights: what the variance of a total comes to, by formula and by expectation."""

from __future__ import annotations

import numpy as np
import pytest

from padai.errors import DesignError
from padai.numerics.replication import (
    balanced,
    bootstrap,
    hadamard,
    jackknife_one,
    jackknife_strata,
    rao_wu,
    subbootstrap,
    successive_difference,
)
from padai.numerics.stages import make_stage
from padai.numerics.variance import replicate_variance


def _stage(*sizes, fractions=None):
    stratum = np.repeat(np.arange(len(sizes)), sizes)
    given = None if fractions is None else np.asarray(fractions)[stratum]
    labels = [f"s{h}" for h in range(len(sizes))]
    return make_stage(stratum, np.arange(len(stratum)), given, labels)


def _variance(replicates, z):
    return float(replicate_variance((z @ replicates.values)[:, None], replicates)[0])


def _textbook(z, stage):
    found = 0.0
    for h, (n, f) in enumerate(zip(stage.sampled, stage.fraction, strict=True)):
        found += (1 - f) * n * z[stage.stratum == h].var(ddof=1)
    return found


Z = np.array([1.0, 4.0, 2.0, 8.0, 5.0, 3.0, 9.0])


def test_the_jackknife_without_strata_is_exact_for_a_total() -> None:
    for fractions in (None, [0.25]):
        stage = _stage(7, fractions=fractions)
        made = jackknife_one(stage)
        assert _variance(made, Z) == pytest.approx(_textbook(Z, stage))
        assert made.degf == 6
        assert made.values.sum(axis=0) == pytest.approx(np.full(7, 7))


def test_the_jackknife_of_strata_is_exact_for_a_total() -> None:
    stage = _stage(3, 4, fractions=[0.25, 0.5])
    made = jackknife_strata(stage)
    spread = Z @ made.values - Z.sum()
    assert made.scale * (made.rscales * spread**2).sum() == pytest.approx(_textbook(Z, stage))
    assert made.degf == 5
    # Each replicate leaves out one unit, and only its stratum makes up for it.
    assert (made.values == 0).sum() == 7
    assert sorted(made.values[:, 0]) == pytest.approx([0, 1, 1, 1, 1, 1.5, 1.5])


def test_a_stratum_of_one_unit_has_no_jackknife_replicate() -> None:
    stage = _stage(1, 6)
    with pytest.raises(DesignError, match="stratum 's0' has a single psu"):
        jackknife_strata(stage)
    made = jackknife_strata(stage, "certainty")
    assert made.values.shape == (7, 6)
    assert made.values[0] == pytest.approx(np.ones(6))
    spread = Z @ made.values - Z.sum()
    assert (made.rscales * spread**2).sum() == pytest.approx(6 * Z[1:].var(ddof=1))


def test_replicates_follow_the_rows_of_a_unit() -> None:
    psu = np.array([2, 0, 1, 0, 2])
    made = jackknife_one(make_stage(np.zeros(5, dtype=int), psu))
    assert made.values == pytest.approx(1.5 * (psu[:, None] != np.arange(3)))


@pytest.mark.parametrize("rho", [0.0, 0.3, 0.5])
def test_half_samples_are_exact_for_a_total(rho: float) -> None:
    stage = _stage(2, 2, 2)
    made = balanced(stage, rho)
    z = Z[:6]
    wanted = sum((z[i] - z[i + 1]) ** 2 for i in (0, 2, 4))
    assert _variance(made, z) == pytest.approx(wanted)
    assert made.kind == ("fay" if rho else "brr")
    assert made.degf == 3
    assert np.unique(made.values) == pytest.approx([rho, 2 - rho])
    assert made.values.shape[1] == 4


def test_bootstraps_have_the_textbook_variance_on_average() -> None:
    """The variance of each factor is what makes them unbiased; 4,000 draws tell it to 5 %."""
    stage = _stage(3, 4)
    for made in (bootstrap(stage, 4000, 1), subbootstrap(stage, 4000, 1), rao_wu(stage, 4000, 1)):
        assert made.degf == 5
        assert made.values[:3].sum(axis=0) == pytest.approx(np.full(4000, 3))
        assert made.values[3:].sum(axis=0) == pytest.approx(np.full(4000, 4))
    for kind in (subbootstrap, rao_wu):
        assert _variance(kind(stage, 4000, 1), Z) == pytest.approx(_textbook(Z, stage), rel=0.05)
    # Strata of one size: Canty and Davison's scale is then exact too.
    even = _stage(3, 3)
    assert _variance(bootstrap(even, 4000, 2), Z[:6]) == pytest.approx(
        _textbook(Z[:6], even), rel=0.05
    )
    assert bootstrap(stage, 50, 1).scale == pytest.approx((24 / 7) / (24 / 7 - 1) / 49)


@pytest.mark.parametrize("draws", [1, 2, None])
def test_the_rescaled_bootstrap_has_finite_corrections(draws: int | None) -> None:
    """Rao, Wu and Yue: a factor has variance 1 - f, however many units are drawn."""
    stage = _stage(3, 4, fractions=[0.3, 0.6])
    made = rao_wu(stage, 6000, 3, draws)
    assert made.values[:3].var(axis=1) == pytest.approx(np.full(3, 0.7 * 2 / 2), rel=0.06)
    assert made.values[3:].var(axis=1) == pytest.approx(np.full(4, 0.4), rel=0.06)
    assert _variance(made, Z) == pytest.approx(_textbook(Z, stage), rel=0.06)
    assert (made.values >= 0).all()


def test_a_seed_gives_the_same_draws() -> None:
    stage = _stage(3, 4)
    assert np.array_equal(bootstrap(stage, 9, 5).values, bootstrap(stage, 9, 5).values)
    assert not np.array_equal(bootstrap(stage, 9, 5).values, bootstrap(stage, 9, 6).values)


def test_successive_differences_of_one_circle() -> None:
    """Wolter 8.2: half the squared differences of neighbours, the last one's the first."""
    stage = _stage(7, fractions=[0.2])
    made = successive_difference(stage, 8)
    assert made.values.shape == (7, 8)
    wanted = 0.8 * ((Z - np.roll(Z, 1)) ** 2).sum() / 2
    assert made.scale * ((Z @ made.values - Z.sum()) ** 2).sum() == pytest.approx(wanted)
    # The order is that of the rows, not of the unit's numbers.
    order = np.array([3, 1, 6, 0, 2, 5, 4])
    turned = successive_difference(make_stage(np.zeros(7, dtype=int), order), 8)
    assert turned.scale * ((Z @ turned.values - Z.sum()) ** 2).sum() == pytest.approx(wanted / 0.8)


def test_more_units_than_rows_share_no_pair_of_rows() -> None:
    """Neighbours share a row, with the other sign; no two units have the same factors."""
    made = successive_difference(_stage(20), 8)
    around = made.values - 1
    products = around @ around.T / 8
    # Variance 1/4 of each; neighbours of one cycle (7 is prime and under 8) have -1/8.
    assert np.diag(products) == pytest.approx(np.full(20, 0.25))
    for i in range(19):
        if (i + 1) % 7:
            assert products[i, i + 1] == pytest.approx(-0.125)
    assert len(np.unique(made.values.round(9), axis=0)) == 20
    # Within a cycle those who are no neighbours are uncorrelated.
    assert products[0, 2:6] == pytest.approx(np.zeros(4), abs=1e-12)
    assert products[8, 10:13] == pytest.approx(np.zeros(3), abs=1e-12)


@pytest.mark.parametrize(
    ("at_least", "order"),
    [
        (1, 2),
        (2, 2),
        (3, 4),
        (5, 8),
        (9, 12),
        (13, 16),
        (17, 20),
        (25, 28),
        (29, 32),
        (33, 36),
        (37, 40),
        (73, 76),
    ],
)
def test_the_smallest_hadamard_matrix(at_least: int, order: int) -> None:
    """Powers of two, Paley's first kind (12, 20) and second kind (28, 36, 76)."""
    matrix = hadamard(at_least)
    assert len(matrix) == order
    assert np.array_equal(matrix @ matrix.T, order * np.eye(order))
    assert (np.abs(matrix) == 1).all()
    assert (matrix[0] == 1).all()
    assert (matrix[:, 0] == 1).all()


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: jackknife_one(_stage(3, 4)), "the design has 2"),
        (lambda: jackknife_one(_stage(1)), "single psu"),
        (lambda: balanced(_stage(2, 3)), "stratum 's1' has 3"),
        (lambda: balanced(_stage(2, 2), 1.0), "rho=1"),
        (lambda: balanced(_stage(2, 2), -0.1), "rho=-0.1"),
        (lambda: balanced(_stage(2, 2, fractions=[0.1, 0.1])), "finite population"),
        (lambda: bootstrap(_stage(2, 1), 9, 1), "stratum 's1' has a single psu"),
        (lambda: bootstrap(_stage(2, 2, fractions=[0.1, 0.1]), 9, 1), "finite population"),
        (lambda: subbootstrap(_stage(2, 1), 9, 1), "single psu"),
        (lambda: subbootstrap(_stage(2, 2, fractions=[0.1, 0.1]), 9, 1), "finite population"),
        (lambda: bootstrap(_stage(2, 2), 1, 1), "n=1 replicates"),
        (lambda: rao_wu(_stage(3, 4), 9, 1, 0), "draws=0"),
        (lambda: rao_wu(_stage(3, 4), 9, 1, 3), "draws=3"),
        (lambda: rao_wu(_stage(1, 4), 9, 1), "single psu"),
        (lambda: successive_difference(_stage(2), 8), "the design has 2"),
    ],
)
def test_designs_that_a_kind_cannot_serve(make, said: str) -> None:
    with pytest.raises(DesignError, match=said):
        make()


def test_degrees_are_no_more_than_replicates_allow() -> None:
    assert bootstrap(_stage(6, 6), 5, 1).degf == 4
    assert subbootstrap(_stage(2, 2), 5, 1).degf == 2
    assert successive_difference(_stage(20), 8).degf == 7
