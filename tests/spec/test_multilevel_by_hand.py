"""The multilevel model against calculations that share no line with it."""

from __future__ import annotations

from time import process_time

import numpy as np
import pytest
from scipy import integrate, optimize
from scipy.special import expit

from padai.errors import EstimationError
from padai.numerics.multilevel import fit_multilevel
from padai.numerics.multilevel_draws import Draws, draw_models
from padai.numerics.multilevel_mode import BinomialCells, gradient_of, mode_of
from padai.numerics.poststratified import (
    CellsByArea,
    Totals,
    asked_of_draws,
    check_answers,
    shifted,
    weights_of_answers,
)


def crossed(seed: int = 3, areas: int = 8, ages: int = 3) -> BinomialCells:
    rng = np.random.default_rng(seed)
    a, g, s = (x.ravel() for x in np.meshgrid(*map(np.arange, (areas, ages, 2)), indexing="ij"))
    people = rng.integers(1, 30, len(a)).astype(float)
    eta = -0.2 + 0.4 * s + rng.normal(0, 0.5, areas)[a] + rng.normal(0, 0.4, ages)[g]
    yes = rng.binomial(people.astype(int), expit(eta)).astype(float)
    return BinomialCells(yes, people, np.column_stack([np.ones(len(a)), s]), (a, g), (areas, ages))


def dense_laplace(cells: BinomialCells, deviations, coef) -> float:
    """Laplace's approximation by a general solver and a dense determinant."""
    Z = cells.columns.toarray()[:, : sum(cells.sizes)] * np.asarray(deviations)[cells.block]

    def minus(u):
        eta = cells.X @ coef + Z @ u
        return -(cells.yes @ eta - cells.people @ np.log1p(np.exp(eta))) + u @ u / 2

    def slope(u):
        return Z.T @ (cells.yes - cells.people * expit(cells.X @ coef + Z @ u)) - u

    u = optimize.root(slope, np.zeros(Z.shape[1]), tol=1e-13).x
    p = expit(cells.X @ coef + Z @ u)
    H = Z.T @ (Z * (cells.people * p * (1 - p))[:, None]) + np.eye(len(u))
    return -minus(u) - np.linalg.slogdet(H)[1] / 2


def test_the_approximation_is_that_of_dense_matrices() -> None:
    cells, coef, deviations = crossed(), np.array([-0.1, 0.3]), np.array([0.6, 0.2])
    start = np.concatenate([np.zeros(11), coef])
    mode = mode_of(cells, deviations, start, held=True)
    assert mode.marginal == pytest.approx(dense_laplace(cells, deviations, coef), abs=1e-8)


@pytest.mark.parametrize("held", [True, False])
def test_derivatives_are_those_of_small_steps(held: bool) -> None:
    cells, coef, deviations = crossed(), np.array([-0.1, 0.3]), np.array([0.6, 0.2])

    def at(move, step) -> float:
        start = np.concatenate([np.zeros(11), coef + step])
        return mode_of(cells, deviations + move, start, held=held).marginal

    mode = mode_of(cells, deviations, np.concatenate([np.zeros(11), coef]), held=held)
    in_deviation, in_coef = gradient_of(cells, deviations, mode, held=held)
    for found, place in ((in_deviation, 0), (in_coef, 1)):
        for i, value in enumerate(found):
            h = np.zeros(2)
            h[i] = 1e-5
            sides = [at(*((s * h, 0) if place == 0 else (0, s * h))) for s in (1, -1)]
            assert value == pytest.approx((sides[0] - sides[1]) / 2e-5, abs=1e-5)


def test_quadrature_is_the_integral() -> None:
    """One factor: the likelihood of each area by adaptive integration of the plain formula."""
    cells = crossed(ages=1)
    cells = BinomialCells(cells.yes, cells.people, cells.X, cells.effects[:1], cells.sizes[:1])
    fit = fit_multilevel(cells, prior=False, points=25)
    total = 0.0
    for area in range(8):
        own = cells.effects[0] == area

        def density(u, own=own) -> float:
            eta = cells.X[own] @ fit.coef + fit.deviations[0] * u
            logs = cells.yes[own] @ eta - cells.people[own] @ np.log1p(np.exp(eta))
            return float(np.exp(logs - u**2 / 2 + 60) / np.sqrt(2 * np.pi))

        total += np.log(integrate.quad(density, -9, 9, epsabs=0, epsrel=1e-11)[0]) - 60
    assert fit.log_likelihood == pytest.approx(total, abs=1e-7)


def test_the_prior_keeps_spreads_from_zero() -> None:
    """Areas that do not differ: maximum likelihood says 0; the prior says its own maximum."""
    n, areas = np.full(6, 40.0), np.arange(6)
    cells = BinomialCells(np.full(6, 20.0), n, np.ones((6, 1)), (areas,), (6,))
    assert fit_multilevel(cells, prior=False).deviations[0] == pytest.approx(0, abs=1e-6)
    fit = fit_multilevel(cells, prior=True)
    grid = np.linspace(0.02, 0.6, 117)
    heights = [
        mode_of(cells, np.array([s]), np.zeros(7), held=True).marginal + np.log(s) for s in grid
    ]
    assert fit.deviations[0] == pytest.approx(grid[int(np.argmax(heights))], abs=0.005)


def one_row_each(cells: BinomialCells, size) -> CellsByArea:
    return CellsByArea(cells.columns, size, cells.effects[0], cells.sizes[0])


def test_poststratified_shares_and_benchmark_by_hand() -> None:
    cells = crossed()
    size = np.random.default_rng(5).uniform(1, 9, len(cells.yes))
    population = one_row_each(cells, size)
    eta = np.linspace(-1, 1, len(size))
    want = [
        (size * expit(eta))[cells.effects[0] == a].sum() / size[cells.effects[0] == a].sum()
        for a in range(8)
    ]
    assert population.shares(eta) == pytest.approx(want, abs=1e-14)
    weights = np.array([[0.3, 0.2, 0.1, 0.1, 0.1, 0.1, 0.1, 0.0]])
    totals = Totals(weights, np.array([0.61]), np.array([[0.0]]))
    moved = shifted(population, eta, totals, totals.target)
    assert weights[0] @ population.shares(moved) == pytest.approx(0.61, abs=1e-12)
    assert np.ptp(moved - eta) < 1e-12, "one step for every cell, of the area without weight too"


def test_whose_answers_an_area_rests_on() -> None:
    """The weights are what happens when all answers of an area are moved, and add up to one."""
    cells = crossed()
    population = one_row_each(cells, np.ones(len(cells.yes)))
    fit = fit_multilevel(cells, prior=True)
    own = weights_of_answers(population, cells, fit, cells.effects[0])
    assert own.sum(axis=1) == pytest.approx(np.ones(8), abs=1e-10)
    step = 1e-5
    p = expit(fit.mode.eta)
    moved = cells.yes + (cells.effects[0] == 2) * cells.people * p * (1 - p) * step
    # at the fitted deviations, as a linear answer of the mode with its coefficients
    first = mode_of(cells, fit.deviations, fit.mode.v, held=False)
    after = mode_of(
        BinomialCells(moved, cells.people, cells.X, cells.effects, cells.sizes),
        fit.deviations,
        fit.mode.v,
        held=False,
    )
    slope = np.bincount(cells.effects[0], p * (1 - p))
    change = (population.shares(after.eta) - population.shares(first.eta)) / step
    # fit.mode is at the maximum likelihood coefficients, which are near and not the same
    assert change / (slope / np.bincount(cells.effects[0])) == pytest.approx(own[:, 2], abs=0.02)


def test_draws_are_those_of_the_whole_integral() -> None:
    """One factor: mean and spread of an area's share against integration over the deviation.

    Both take the effects given the deviation as normal; what is integrated over it is not.
    """
    a = np.arange(8)
    yes = np.array([3.0, 9, 12, 20, 7, 15, 11, 18])
    cells = BinomialCells(yes, np.full(8, 25.0), np.ones((8, 1)), (a,), (8,))
    population = one_row_each(cells, np.ones(8))
    fit = fit_multilevel(cells, prior=True, points=15)
    found = draw_models(cells, fit, asked_of_draws(population, None), draws=1500, seed=2)
    rng, grid = np.random.default_rng(9), np.linspace(0.02, 4, 200)
    modes = [mode_of(cells, np.array([s]), np.zeros(9), held=False) for s in grid]
    weight = np.exp(np.array([m.marginal for m in modes]) - max(m.marginal for m in modes))
    weight /= weight.sum()
    chosen = rng.choice(len(grid), 1500, p=weight)
    shares = []
    for k in chosen:
        m = modes[k]
        v = m.v + np.linalg.cholesky(m.covariance) @ rng.standard_normal(9)
        shares.append(expit(grid[k] * v[:8] + v[8]))
    want = np.array(shares)
    error = want.std(axis=0) / np.sqrt(found.effective)
    assert np.abs(found.values @ found.weights - want.mean(axis=0)).max() < 5 * error.max()
    spread = np.sqrt(np.diag(found.products(found.values @ found.weights)))
    assert spread == pytest.approx(want.std(axis=0), rel=0.1)
    assert found.effective > 750


def test_weighted_quantiles_and_errors() -> None:
    values = np.array([[1.0, 2.0, 3.0, 4.0]])
    even = Draws(values, np.full(4, 0.25))
    assert even.quantiles(0.5) == pytest.approx([2.5])
    assert even.products(np.array([2.5]))[0, 0] == pytest.approx(1.25)
    assert even.effective == pytest.approx(4)
    assert Draws(values, np.array([1.0, 0, 0, 0])).effective == pytest.approx(1)


def test_moved_draws_spread_as_the_total_does() -> None:
    cells = crossed()
    population = one_row_each(cells, np.ones(len(cells.yes)))
    weights = np.full((1, 8), 1 / 8)
    asked = asked_of_draws(population, Totals(weights, np.array([0.5]), np.array([[0.03**2]])))
    fit = fit_multilevel(cells, prior=True)
    found = draw_models(cells, fit, asked, draws=800, seed=1)
    whole = weights[0] @ found.values
    assert whole @ found.weights == pytest.approx(0.5, abs=0.004)
    assert np.sqrt((whole - 0.5) ** 2 @ found.weights) == pytest.approx(0.03, rel=0.12)


def test_answers_that_no_model_can_hold() -> None:
    X, n = np.column_stack([np.ones(4), [0, 0, 1, 1]]), np.full(4, 5.0)
    held = np.ones(4, dtype=bool)
    with pytest.raises(EstimationError, match="same answer"):
        check_answers(np.zeros(4), n, X, held)
    with pytest.raises(EstimationError, match="parts the answers perfectly"):
        check_answers(np.array([0.0, 0, 5, 5]), n, X, held)
    check_answers(np.array([1.0, 0, 4, 5]), n, X, held)


def test_a_large_model_is_fitted_in_seconds() -> None:
    """Ten thousand people, 17 x 4 x 4 x 2 cells, six waves: processor time, without the draws."""
    rng = np.random.default_rng(3)
    sizes = (17, 4, 4, 2, 6)
    a, g, e, s, t = (x.ravel() for x in np.meshgrid(*map(np.arange, sizes), indexing="ij"))
    people = rng.multinomial(10_000, np.full(len(a), 1 / len(a))).astype(float)
    eta = 0.3 * s + rng.normal(0, 0.3, 17)[a] + rng.normal(0, 0.3, 4)[g] + rng.normal(0, 0.2, 4)[e]
    yes = rng.binomial(people.astype(int), expit(eta + rng.normal(0, 0.1, (17, 6))[a, t]))
    X = np.column_stack([np.ones(len(a)), s, *((t == k).astype(float) for k in range(1, 6))])
    cells = BinomialCells(yes.astype(float), people, X, (a, g, e, a * 6 + t), (17, 4, 4, 102))
    start = process_time()
    fit = fit_multilevel(cells, prior=True)
    assert process_time() - start < 5
    assert (fit.deviations > 0.01).all()
