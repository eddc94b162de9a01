"""Area models worked out the long way: dense matrices, three areas, several waves."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import optimize

from padai.errors import EstimationError
from padai.numerics.area_bootstrap import AreaBenchmark, benchmarked, bootstrap_areas
from padai.numerics.area_predictions import AreaModel, fit_areas, weights_of_direct
from padai.numerics.area_scales import benchmark_shift, expected, forward, inverse
from padai.numerics.area_time import CONSTANT, structures_over
from padai.numerics.fay_herriot import METHODS


def dense(y, X, V, C, A):
    """Likelihood, restricted likelihood, YL trace, coefficients, predictions: by definition."""
    sigma = A * C + V
    inverse_ = np.linalg.inv(sigma)
    information = X.T @ inverse_ @ X
    beta = np.linalg.solve(information, X.T @ inverse_ @ y)
    r = y - X @ beta
    ml = -0.5 * (np.linalg.slogdet(2 * np.pi * sigma)[1] + r @ inverse_ @ r)
    reml = ml - 0.5 * np.linalg.slogdet(information / (2 * np.pi))[1]
    trace = np.trace(A * C @ inverse_)
    return ml, reml, trace, beta, X @ beta + A * C @ inverse_ @ r, r @ inverse_ @ r


def objective(method, y, X, V, C, A):
    ml, reml, trace, *_ = dense(y, X, V, C, A)
    value = ml if method in ("ml", "yl_ml", "ll_ml") else reml
    if method.startswith("ll"):
        value += np.log(A)
    if method.startswith("yl"):
        value += np.log(np.arctan(trace)) / len(y)
    return value


THREE = (
    np.array([0.2, 1.0, 2.6]),
    np.ones((3, 1)),
    np.array([[0.30, 0.10, 0.00], [0.10, 0.20, -0.05], [0.00, -0.05, 0.40]]),
)


@pytest.mark.parametrize("method", [m for m in METHODS if m != "ll"])
def test_a_full_covariance_on_three_areas(method: str) -> None:
    y, X, V = THREE
    model = AreaModel(X, np.ones(3, dtype=bool), V, (np.eye(3),), method)
    problems = model.problems()
    found = fit_areas(model, problems, y[:, None])
    A = found.variance[0]
    if method == "fh":
        assert dense(y, X, V, np.eye(3), A)[5] == pytest.approx(2, abs=1e-12)
    else:
        best = optimize.minimize_scalar(
            lambda a: -objective(method, y, X, V, np.eye(3), np.exp(a)), (-2, 0), tol=1e-14
        )
        assert np.exp(best.x) == pytest.approx(A, rel=1e-5)
        assert found.objective[0] == pytest.approx(-best.fun, abs=1e-10)
    _, _, _, beta, prediction, _ = dense(y, X, V, np.eye(3), A)
    assert found.beta[:, 0] == pytest.approx(beta, abs=1e-12)
    assert found.prediction[:, 0] == pytest.approx(prediction, abs=1e-12)
    gamma = np.diag(A * np.linalg.inv(A * np.eye(3) + V))
    assert np.diag(weights_of_direct(model, 0, problems[0], A)) == pytest.approx(gamma, abs=1e-12)


@pytest.mark.parametrize("method", ["reml", "ml", "yl", "ll_ml"])
def test_the_mean_squared_error_by_derivatives_of_dense_matrices(method: str) -> None:
    y, X, V = THREE
    C = np.eye(3)
    model = AreaModel(X, np.ones(3, dtype=bool), V, (C,), method)
    found = fit_areas(model, model.problems(), y[:, None])
    A = found.variance[0]

    def gain(a):
        return a * C @ np.linalg.inv(a * C + V)

    def g1(a):
        return np.diag(a * C - a * C @ np.linalg.inv(a * C + V) @ C * a)

    h = 1e-5
    sigma = A * C + V
    S = np.linalg.inv(sigma)
    Q = np.linalg.inv(X.T @ S @ X)
    slope = (gain(A + h) - gain(A - h)) / (2 * h)
    information = np.trace(S @ S)
    g2 = np.diag((X - gain(A) @ X) @ Q @ (X - gain(A) @ X).T)
    g3 = np.diag(slope @ sigma @ slope.T) * 2 / information
    bias = 0.0
    if method in ("ml", "ll_ml"):
        bias = -np.trace(Q @ X.T @ S @ S @ X) / information
    if method == "ll_ml":
        bias += 2 / (A * information)
    want = g1(A) + g2 + 2 * g3 - bias * (g1(A + h) - g1(A - h)) / (2 * h)
    assert found.error[:, 0] == pytest.approx(want, rel=1e-7)


def test_li_and_lahiris_restricted_likelihood_needs_three_areas_more_than_coefficients() -> None:
    y, X, V = THREE
    model = AreaModel(X, np.ones(3, dtype=bool), V, (np.eye(3),), "ll")
    with pytest.raises(EstimationError, match="did not converge"):
        fit_areas(model, model.problems(), y[:, None])


def waves(rng, areas: int, times: list[float]):
    n = areas * len(times)
    X = np.column_stack([np.ones(n), np.tile(rng.normal(size=areas), len(times))])
    half = rng.normal(size=(n, n)) * 0.02
    V = np.diag(rng.uniform(0.02, 0.08, n)) + half @ half.T
    return X, V


@pytest.mark.parametrize(("over", "rho"), [("walk", None), ("ar1", 0.0), ("ar1", 0.8)])
def test_over_waves_against_dense_matrices(over: str, rho: float | None) -> None:
    rng = np.random.default_rng(5)
    times = [0.0, 1.0, 2.5, 3.0]
    X, V = waves(rng, 6, times)
    shares, structures = structures_over(6, times, over, rho)
    truth = np.linalg.cholesky(0.3 * structures[5] + 1e-9 * np.eye(24)) @ rng.normal(size=24)
    y = X @ [0.5, 0.3] + truth + np.linalg.cholesky(V) @ rng.normal(size=24)
    seen = np.ones(24, dtype=bool)
    seen[[3, 10]] = False
    own = np.ix_(seen, seen)
    model = AreaModel(X, seen, V[own], structures, "yl")
    found = fit_areas(model, model.problems(), y[seen, None])
    best = []
    for phi in CONSTANT:
        t = np.asarray(times)
        S = np.minimum.outer(t, t) if over == "walk" else float(rho) ** abs(t[:, None] - t)
        C = np.kron(phi * np.ones((4, 4)) + (1 - phi) * S, np.eye(6))[own]
        best.append(
            optimize.minimize_scalar(
                lambda a, C=C: -objective("yl", y[seen], X[seen], V[own], C, np.exp(a)), (-2, 0)
            )
        )
    k = int(np.argmin([b.fun for b in best]))
    assert int(found.structure[0]) == k
    assert shares[k] == CONSTANT[k]
    assert found.objective[0] == pytest.approx(-best[k].fun, abs=1e-9)
    A, C = found.variance[0], structures[k]
    assert np.log(A) == pytest.approx(best[k].x, abs=1e-4)
    S = np.linalg.inv(A * C[own] + V[own])
    beta = np.linalg.solve(X[seen].T @ S @ X[seen], X[seen].T @ S @ y[seen])
    want = X @ beta + A * C[:, seen] @ S @ (y[seen] - X[seen] @ beta)
    assert found.prediction[:, 0] == pytest.approx(want, abs=1e-11)
    known = np.diag(A * C - A * C[:, seen] @ S @ C[seen, :] * A)
    assert found.g1[:, 0] == pytest.approx(known, abs=1e-11)


def test_an_area_without_sample_has_its_covariates_alone() -> None:
    y, _, V = THREE
    X = np.column_stack([np.ones(4), [0.0, 1.0, 2.0, 5.0]])
    model = AreaModel(X, np.array([True, True, True, False]), V, (np.eye(4),), "yl")
    found = fit_areas(model, model.problems(), y[:, None])
    assert found.prediction[3, 0] == pytest.approx(X[3] @ found.beta[:, 0], abs=1e-14)
    assert found.g1[3, 0] == pytest.approx(found.variance[0])


@pytest.mark.parametrize("scale", ["raw", "logit", "arcsine"])
def test_the_benchmark_holds(scale: str) -> None:
    rng = np.random.default_rng(2)
    p, variance = rng.uniform(0.1, 0.9, (7, 3)), rng.uniform(0.001, 0.1, (7, 3))
    weights = rng.dirichlet(np.ones(7))
    target = np.array([0.3, 0.5, 0.62])
    z = forward(p, scale)
    shift = benchmark_shift(z, variance, scale, weights, target)
    assert weights @ expected(z + shift, variance, scale)[0] == pytest.approx(target, abs=1e-13)


@pytest.mark.parametrize("scale", ["logit", "arcsine"])
def test_the_mean_share_by_integration(scale: str) -> None:
    z, variance = forward(np.array([0.2, 0.9]), scale), np.array([0.04, 0.01])
    draws = np.random.default_rng(0).standard_normal(400_000)
    shares = inverse(z[:, None] + np.sqrt(variance)[:, None] * draws, scale)
    near = 5 * shares.std(axis=1) / np.sqrt(len(draws)) + 1e-6
    assert (np.abs(expected(z, variance, scale)[0] - shares.mean(axis=1)) < near).all()
    up = (expected(z + 1e-6, variance, scale)[0] - expected(z - 1e-6, variance, scale)[0]) / 2e-6
    assert expected(z, variance, scale)[1] == pytest.approx(up, rel=1e-7)


def test_the_bootstrap_finds_the_analytic_error_and_repeats() -> None:
    """At the fitted variance the error is ``g1 + g2 + g3``; the analytic one adds a second g3."""
    rng = np.random.default_rng(3)
    X = np.column_stack([np.ones(60), rng.normal(size=60)])
    V = np.diag(rng.uniform(0.5, 2, 60))
    y = X @ [1.0, 0.5] + rng.normal(size=60) + np.sqrt(np.diag(V)) * rng.normal(size=60)
    model = AreaModel(X, np.ones(60, dtype=bool), V, (np.eye(60),), "reml")
    problems = model.problems()
    found = fit_areas(model, problems, y[:, None])

    def errors(seed):
        return bootstrap_areas(
            model, problems, found, scale="raw", benchmark=None, draws=1000, seed=seed, level=0.95
        )

    one = errors(1)
    A, D = found.variance[0], np.diag(V)
    g3 = D**2 / (A + D) ** 3 * 2 / (1 / (A + D) ** 2).sum()
    assert one.mse.mean() == pytest.approx((found.error[:, 0] - g3).mean(), rel=0.03)
    assert np.diag(one.covariance) == pytest.approx(one.mse, rel=1e-12)
    assert (one.mse == errors(1).mse).all()
    assert (one.mse != errors(2).mse).any()


def test_draws_are_benchmarked_too() -> None:
    """A target without error takes error away from the sum, which is then known."""
    y, X, V = THREE
    model = AreaModel(X, np.ones(3, dtype=bool), V, (np.eye(3),), "yl")
    problems = model.problems()
    found = fit_areas(model, problems, y[:, None])
    known = AreaBenchmark(np.full((1, 3), 1 / 3), np.array([1.2]), sampled=False)
    assert benchmarked(found, "raw", known)[0].mean() == pytest.approx(1.2, abs=1e-14)
    errors = bootstrap_areas(
        model, problems, found, scale="raw", benchmark=known, draws=400, seed=1, level=0.95
    )
    assert errors.covariance.sum() == pytest.approx(0, abs=1e-15)


@pytest.mark.parametrize(
    ("X", "V", "said"),
    [
        (np.ones((2, 2)), np.eye(2), "more sampled areas than coefficients: 2 areas"),
        (np.ones((4, 2)), np.eye(4), "collinear"),
        (np.ones((3, 1)), np.ones((3, 3)), "not positive definite"),
        (np.ones((3, 1)), np.diag([1.0, 0.0, 1.0]), "not positive definite"),
    ],
)
def test_what_no_model_can_be_made_of(X, V, said: str) -> None:
    model = AreaModel(X, np.ones(len(X), dtype=bool), V, (np.eye(len(X)),), "yl")
    with pytest.raises(EstimationError, match=said):
        model.problems()


def test_a_variance_that_grows_without_end_is_said() -> None:
    model = AreaModel(
        np.ones((4, 1)), np.ones(4, dtype=bool), np.eye(4) * 1e-12, (np.eye(4),), "yl"
    )
    with pytest.raises(EstimationError, match="did not converge"):
        fit_areas(model, model.problems(), np.array([[0.0], [1e3], [-1e3], [5e3]]))
