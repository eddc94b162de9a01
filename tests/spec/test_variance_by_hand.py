"""Variances of totals by the formulas of the textbooks, on designs small enough to read."""

from __future__ import annotations

import numpy as np
import pytest

from padai.errors import DesignError, EstimationError
from padai.numerics.degrees import degrees_by_domain, degrees_of_freedom, pivoted_rank
from padai.numerics.designs import ReplicateWeights, SampleDesign
from padai.numerics.stages import count_units, make_stage, nested_codes, unclustered
from padai.numerics.variance import (
    linearised_covariance,
    linearised_variance,
    replicate_covariance,
    replicate_variance,
    score_covariance,
    score_variance,
    sums_by,
    units_shown,
)

# Two strata of three and two units, and rows in them.
STRATUM = np.array([0, 0, 0, 0, 0, 1, 1, 1])
PSU = np.array([0, 0, 1, 2, 2, 3, 4, 4])
Z = np.array(
    [
        [1.0, 2.0],
        [3.0, -1.0],
        [2.0, 0.5],
        [5.0, 1.0],
        [1.0, 4.0],
        [2.0, 2.0],
        [7.0, 1.0],
        [1.0, 3.0],
    ]
)
TOTALS = np.array([[4.0, 1.0], [2.0, 0.5], [6.0, 5.0], [2.0, 2.0], [8.0, 4.0]])


def _design(stage, *more, **how):
    return SampleDesign(np.ones(len(stage.psu)), (stage, *more), **how)


def _spread(totals):
    """n / (n - 1) times the sum of squares and products around the mean."""
    n, around = len(totals), totals - totals.mean(axis=0)
    return n / (n - 1) * around.T @ around


def test_strata_of_clusters_with_replacement() -> None:
    found = score_covariance(Z, _design(make_stage(STRATUM, PSU)))
    assert found == pytest.approx(_spread(TOTALS[:3]) + _spread(TOTALS[3:]))
    # By hand, first column: totals 4, 2, 6 around 4, times 3/2; 2 and 8 around 5, times 2.
    assert found[0, 0] == pytest.approx(1.5 * 8 + 2 * 18)


def test_a_finite_population_takes_its_share_off() -> None:
    population = np.where(STRATUM == 0, 12.0, 8.0)
    design = _design(make_stage(STRATUM, PSU, population))
    wanted = (1 - 3 / 12) * _spread(TOTALS[:3]) + (1 - 2 / 8) * _spread(TOTALS[3:])
    assert score_covariance(Z, design) == pytest.approx(wanted)
    as_fractions = _design(make_stage(STRATUM, PSU, np.where(STRATUM == 0, 0.25, 0.25)))
    assert score_covariance(Z, as_fractions) == pytest.approx(wanted)


def test_a_second_stage_counts_by_the_fraction_of_the_first() -> None:
    """Särndal, Swensson and Wretman 4.3: V1 plus f1 times the variance within each unit."""
    psu = np.repeat(np.arange(3), [2, 2, 3])
    z = np.array([1.0, 4.0, 2.0, 2.5, 0.0, 3.0, 6.0])
    first = make_stage(np.zeros(7, dtype=int), psu, np.full(7, 10.0))
    second = make_stage(psu, np.arange(7), np.array([4.0, 4, 8, 8, 6, 6, 6]))
    totals = np.array([[5.0], [4.5], [9.0]])
    within = [
        (1 - m / M) * _spread(z[psu == i, None])[0, 0]
        for i, (m, M) in enumerate(((2, 4), (2, 8), (3, 6)))
    ]
    wanted = 0.7 * _spread(totals)[0, 0] + 0.3 * sum(within)
    design = _design(first, second)
    assert score_variance(z[:, None], design) == pytest.approx([wanted])
    assert score_covariance(z[:, None], design) == pytest.approx(np.array([[wanted]]))
    without = _design(make_stage(np.zeros(7, dtype=int), psu), second)
    assert score_variance(z[:, None], without) == pytest.approx(_spread(totals)[0])


@pytest.mark.parametrize("policy", ["certainty", "remove"])
def test_a_lonely_unit_can_add_nothing(policy: str) -> None:
    lonely = np.where(PSU == 4, 2, STRATUM)
    lonely[PSU == 3] = 1
    found = score_covariance(Z, _design(make_stage(lonely, PSU), lonely_psu=policy))
    assert found == pytest.approx(_spread(TOTALS[:3]))


def test_a_lonely_unit_stands_around_the_mean_of_all_units() -> None:
    stratum = np.where(PSU == 4, 2, STRATUM)
    design = _design(make_stage(stratum, PSU), lonely_psu="adjust")
    around = TOTALS[3:] - TOTALS.mean(axis=0)
    wanted = _spread(TOTALS[:3]) + around.T @ around
    assert score_covariance(Z, design) == pytest.approx(wanted)
    assert score_variance(Z, design) == pytest.approx(np.diag(wanted))


def test_a_lonely_stratum_is_worth_the_average_of_the_others() -> None:
    stratum = np.where(PSU == 4, 2, STRATUM)
    stratum[PSU == 3] = 1
    two = np.where(PSU >= 3, 1, STRATUM)
    assert score_covariance(
        Z, _design(make_stage(stratum, PSU), lonely_psu="average")
    ) == pytest.approx(3 * _spread(TOTALS[:3]))
    # Nothing is lonely: the policy changes nothing.
    assert score_covariance(
        Z, _design(make_stage(two, PSU), lonely_psu="average")
    ) == pytest.approx(_spread(TOTALS[:3]) + _spread(TOTALS[3:]))


def test_a_domain_that_shows_one_unit_of_a_stratum() -> None:
    """Under the policy `average`, a stratum in which a domain has one unit is lonely to it."""
    member = np.array([1, 1, 1, 1, 1, 1, 0, 0], dtype=bool)
    z = Z * member[:, None]
    stage = make_stage(STRATUM, PSU)
    shown = _design(stage, lonely_psu="average", lonely_domain=True)
    assert score_variance(z, shown, member) == pytest.approx(2 * np.diag(_spread(TOTALS[:3])))
    hidden = np.diag(_spread(TOTALS[:3]) + _spread(np.array([[2.0, 2.0], [0, 0]])))
    assert score_variance(z, _design(stage, lonely_psu="average"), member) == pytest.approx(hidden)
    adjusted = _design(stage, lonely_psu="adjust", lonely_domain=True)
    totals = np.vstack([TOTALS[:3], [[2.0, 2.0], [0.0, 0.0]]])
    around = totals - totals.mean(axis=0)
    # As R has it: both units of the stratum are taken around the mean of all five, the one that
    # shows no member with its total of zero; factor 2/1.
    wanted = np.diag(_spread(TOTALS[:3])) + 2 * (around[3] ** 2 + around[4] ** 2)
    assert score_variance(z, adjusted, member) == pytest.approx(wanted)
    assert units_shown(stage, member).ravel().tolist() == [3, 1]
    assert units_shown(stage, None).ravel().tolist() == [3, 2]


def test_a_difference_of_two_domains_is_of_their_union() -> None:
    """What is lonely to either domain is not where the two together show two units of a stratum."""
    member = np.array([[1, 1, 1, 1, 1, 1, 0, 0], [1, 1, 1, 1, 1, 0, 1, 1]], dtype=bool).T
    z = Z * member
    both = np.array([1, -1])
    for policy in ("average", "adjust"):
        design = _design(make_stage(STRATUM, PSU), lonely_psu=policy, lonely_domain=True)
        found = score_covariance(z, design, member)
        whole = score_variance((z @ both)[:, None], design, member.any(axis=1))
        assert both @ found @ both == pytest.approx(whole[0])
        assert np.diag(found) == pytest.approx(score_variance(z, design, member))


def test_a_stratum_that_was_taken_whole_has_no_variance_and_is_not_lonely() -> None:
    stratum = np.where(PSU == 4, 2, STRATUM)
    stratum[PSU == 3] = 1
    population = np.where(stratum == 0, 6.0, 1.0)
    design = _design(make_stage(stratum, PSU, population, as_sizes=True))
    assert score_covariance(Z, design) == pytest.approx(_spread(TOTALS[:3]) / 2)
    with pytest.raises(DesignError, match="2 strata have only one psu"):
        score_covariance(Z, _design(make_stage(stratum, PSU)))


def test_weights_multiply_linearised_variables() -> None:
    weights = np.array([1.0, 2, 1, 1, 3, 2, 1, 1])
    stage = make_stage(STRATUM, PSU)
    design = SampleDesign(weights, (stage,))
    wanted = score_covariance(Z * weights[:, None], design)
    assert linearised_covariance(Z, design) == pytest.approx(wanted)
    assert linearised_variance(Z, design) == pytest.approx(np.diag(wanted))


def test_sums_by_code_of_few_columns_and_of_many() -> None:
    values = np.arange(8.0 * 70).reshape(8, 70)
    wanted = np.array([values[p == PSU].sum(axis=0) for p in range(6)])
    assert sums_by(PSU, values, 6) == pytest.approx(wanted)
    assert sums_by(PSU, values[:, :3], 6) == pytest.approx(wanted[:, :3])
    backwards = sums_by(PSU[::-1], values[::-1], 6)
    assert backwards == pytest.approx(wanted)


REPLICATES = np.array([[1.0, 4.0], [3.0, 5.0], [8.0, 0.0], [6.0, 7.0]])


def _replicates(**how):
    rscales = how.pop("rscales", np.ones(4))
    return ReplicateWeights(np.ones((2, 4)), 0.5, np.asarray(rscales), **how)


def test_replicates_around_their_mean_or_around_the_full_sample() -> None:
    around = REPLICATES - [4.5, 4.0]
    found = replicate_covariance(REPLICATES, _replicates())
    assert found == pytest.approx(0.5 * around.T @ around)
    full = np.array([4.0, 5.0])
    around = REPLICATES - full
    found = replicate_covariance(REPLICATES, _replicates(mse=True), full)
    assert found == pytest.approx(0.5 * around.T @ around)
    assert replicate_variance(REPLICATES, _replicates(mse=True), full) == pytest.approx(
        np.diag(found)
    )
    with pytest.raises(EstimationError, match="full-sample"):
        replicate_covariance(REPLICATES, _replicates(mse=True))


def test_replicates_without_a_scale_are_left_out_even_of_the_mean() -> None:
    weights = _replicates(rscales=[1.0, 2.0, 0.0, 0.5])
    used = REPLICATES[[0, 1, 3]]
    around = used - used.mean(axis=0)
    wanted = 0.5 * (np.array([1.0, 2.0, 0.5])[:, None] * around**2).sum(axis=0)
    assert replicate_variance(REPLICATES, weights) == pytest.approx(wanted)
    broken = REPLICATES.copy()
    broken[2] = np.nan
    assert replicate_variance(broken, weights) == pytest.approx(wanted)
    broken[3, 0] = np.nan
    with pytest.raises(EstimationError, match="1 of 3 replicates"):
        replicate_variance(broken, weights)


def test_blocks_of_replicates_have_means_of_their_own() -> None:
    weights = _replicates(blocks=np.array([0, 0, 1, 1]))
    wanted = 0.5 * np.array([2 * 1.0 + 2 * 1.0, 2 * 0.25 + 2 * 12.25])
    assert replicate_variance(REPLICATES, weights) == pytest.approx(wanted)


def test_degrees_of_freedom_are_units_less_strata_of_those_who_answer() -> None:
    design = _design(make_stage(STRATUM, PSU))
    assert degrees_of_freedom(design) == 5 - 2
    member = np.array([1, 0, 1, 0, 0, 0, 0, 0], dtype=bool)
    assert degrees_of_freedom(design, member) == 2 - 1
    both = np.stack([np.ones(8, dtype=bool), member, np.zeros(8, dtype=bool), PSU >= 2], axis=1)
    assert degrees_by_domain(design, both).tolist() == [3, 1, 0, 3 - 2]
    assert degrees_of_freedom(design, PSU >= 3) == 2 - 1
    assert degrees_of_freedom(design, np.isin(np.arange(8), [2, 3, 5])) == 3 - 2
    assert degrees_of_freedom(unclustered(np.ones(8)), PSU > 2) == 3 - 1


def _jackknife(**how):
    """Delete-one replicates of three units, two rows each, with weights 1 to 6."""
    unit = np.repeat(np.arange(3), 2)
    factors = 1.5 * (unit[:, None] != np.arange(3))
    weights = np.arange(1.0, 7)
    made = ReplicateWeights(factors, 2 / 3, np.ones(3), combined=False, **how)
    return unclustered(weights, replicates=made)


def test_replicate_weights_have_their_rank_less_one() -> None:
    design = _jackknife()
    assert degrees_of_freedom(design) == 2
    two_units = np.array([1, 1, 0, 1, 0, 0], dtype=bool)
    assert degrees_of_freedom(design, two_units) == 1
    one_unit = np.array([1, 1, 0, 0, 0, 0], dtype=bool)
    nobody = np.zeros(6, dtype=bool)
    assert degrees_of_freedom(design, one_unit) == 0
    assert degrees_of_freedom(design, nobody) == 0
    table = np.stack([two_units, one_unit, nobody], axis=1)
    assert degrees_by_domain(design, table).tolist() == [1, 0, 0]


def test_declared_degrees_bound_those_of_a_domain() -> None:
    two_units = np.array([1, 1, 0, 1, 0, 0], dtype=bool)
    for declared in (7, 2):
        assert degrees_of_freedom(_jackknife(degf=declared)) == declared
        assert degrees_of_freedom(_jackknife(degf=declared), two_units) == 1
    assert degrees_of_freedom(_jackknife(degf=0), two_units) == 0
    # Replicates of a design of which the strata and units are known.
    staged = SampleDesign(
        np.ones(8), (make_stage(STRATUM, PSU),), replicates=_jackknife(degf=2).replicates
    )
    assert degrees_of_freedom(staged) == 3


def test_the_rank_of_a_matrix_does_not_depend_on_its_scale() -> None:
    rng = np.random.default_rng(4)
    for rank in (1, 2, 4):
        matrix = rng.normal(size=(9, rank)) @ rng.normal(size=(rank, 6))
        for scale in (1.0, 1e-9, 1e9):
            assert pivoted_rank(scale * matrix) == np.linalg.matrix_rank(matrix) == rank
    apart = np.diag([1.0, 1e-7, 1e7])
    assert pivoted_rank(apart) == 3
    assert pivoted_rank(np.zeros((3, 2))) == 0
    assert pivoted_rank(np.array([[1.0, 1.0], [0.0, 1e-6]])) == 1
    assert pivoted_rank(np.array([[1.0, 1.0], [0.0, 1e-4]])) == 2


def test_many_rows_of_random_replicates_are_in_general_position() -> None:
    rng = np.random.default_rng(7)
    made = ReplicateWeights(rng.uniform(0, 2, (310, 5)), 0.1, np.ones(5), combined=False)
    design = unclustered(np.ones(310), replicates=made)
    assert degrees_of_freedom(design) == 5 - 1
    assert degrees_of_freedom(design, np.arange(310) < 3) == 3 - 1
    assert degrees_of_freedom(design, np.arange(310) < 200) == 5 - 1


def test_pairs_of_codes_are_numbered_in_order() -> None:
    outer, inner = np.array([1, 0, 1, 0, 1]), np.array([0, 2, 0, 0, 1])
    assert nested_codes(outer, inner).tolist() == [2, 1, 2, 0, 3]
    assert nested_codes(np.array([0, 1]), np.array([1, 0])).tolist() == [0, 1]
    assert count_units(STRATUM, PSU, 3).tolist() == [3, 2, 0]


def test_populations_of_strata_are_sizes_or_fractions() -> None:
    stage = make_stage(STRATUM, PSU, np.where(STRATUM == 0, 30.0, 2.0))
    assert stage.population is not None
    assert stage.population.tolist() == [30, 2]
    assert stage.fraction == pytest.approx([0.1, 1.0])
    stage = make_stage(STRATUM, PSU, np.where(STRATUM == 0, 0.1, 1.0))
    assert stage.population == pytest.approx([30, 2])


@pytest.mark.parametrize(
    ("population", "said"),
    [
        ([30, 30, 30, 30, 30, 2, 2, 0], "fpc of stage 1: 1 rows are missing"),
        ([30, 30, 30, 30, 30, 2, 2, np.nan], "1 rows are missing"),
        ([30, 30, 30, 30, 30, -2, -2, -2], "3 rows are missing"),
        ([np.inf, 30, 30, 30, 30, 2, 2, 0], "2 rows are missing"),
        ([30, 30, 30, 30, 30, 0.5, 0.5, 0.5], "are mixed"),
        ([30, 30, 30, 30, 30, 2, 3, 3], "varies within stratum 'south'"),
        ([30, 30, 30, 30, 30, 1.5, 1.5, 1.5], "stratum 'south' has a population of 1.5"),
        ([2, 2, 2, 2, 2, 5, 5, 5], "stratum 'north' has a population of 2 and a sample of 3"),
    ],
)
def test_populations_that_cannot_be(population: list[float], said: str) -> None:
    with pytest.raises(DesignError, match=said):
        make_stage(STRATUM, PSU, np.array(population, dtype=float), ("north", "south"))


def test_a_unit_of_two_strata_is_refused() -> None:
    with pytest.raises(DesignError, match="1 psus of stage 2 lie in more than one stratum"):
        make_stage(np.array([0, 1, 1]), np.array([0, 0, 1]), number=2)
