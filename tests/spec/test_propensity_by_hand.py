"""Samples that are not random, worked out by hand, by derivatives and by drawing many."""

from __future__ import annotations

import numpy as np
import pytest

from padai.errors import EstimationError
from padai.numerics.propensity import (
    LINKS,
    fit_participation,
    link_parts,
    neighbours_mean,
    weighted_mean,
)


@pytest.mark.parametrize("link", LINKS)
def test_the_derivatives_of_the_links(link: str) -> None:
    eta, h = np.linspace(-2, 1, 7), 1e-5
    p, q, slope, bend = link_parts(eta, link)
    assert p + q == pytest.approx(1)
    up, down = link_parts(eta + h, link), link_parts(eta - h, link)
    assert slope == pytest.approx((up[0] - down[0]) / (2 * h), rel=1e-8)
    assert bend == pytest.approx((up[2] - down[2]) / (2 * h), rel=1e-7, abs=1e-9)


@pytest.mark.parametrize("link", LINKS)
def test_two_cells_by_hand(link: str) -> None:
    """Cells of 30 and 20 of populations of 100 and 200: pi is the rate of each cell."""
    XA = np.column_stack([np.ones(50), np.repeat([0.0, 1.0], [30, 20])])
    XB, d = np.array([[1.0, 0.0], [1.0, 1.0]]), np.array([100.0, 200.0])
    y = np.repeat([1.0, 0.0, 1.0, 0.0], [15, 15, 5, 15])
    for calibrated in (False, True):
        fit = fit_participation(XA, link, XB=XB, d=d, calibrated=calibrated)
        assert fit.pi[[0, 49]] == pytest.approx([0.3, 0.1], abs=1e-10)
        found = weighted_mean(fit, XA, y, XB, 300.0, known=True)
        assert found.estimate == pytest.approx((100 * 0.5 + 200 * 0.25) / 300, abs=1e-10)
        # within a cell, the rate is fitted: what is left is the cell's own spread
        spread = 0.7 / 0.3**2 * 30 * 0.25 + 0.9 / 0.1**2 * 20 * 0.1875
        assert found.own_variance == pytest.approx(spread / 300**2, rel=1e-9)
        assert found.t == pytest.approx(np.array([0.5, 0.25]) / 300, rel=1e-9)


@pytest.mark.parametrize("link", LINKS)
@pytest.mark.parametrize("calibrated", [False, True])
def test_the_variances_are_those_of_many_samples(link: str, calibrated: bool) -> None:
    """Participation and the reference sample drawn anew: both parts, to Monte Carlo error."""
    rng = np.random.default_rng(8)
    N, n, draws = 4000, 500, 300
    x = rng.normal(size=N)
    X = np.column_stack([np.ones(N), x])
    y = (rng.uniform(size=N) < 1 / (1 + np.exp(-0.3 - 0.8 * x))).astype(float)
    pi = link_parts(-1.2 + 0.4 * x, link)[0]
    found, own, other = [], [], []
    for _ in range(draws):
        a, b = rng.uniform(size=N) < pi, rng.choice(N, n)
        d = np.full(n, N / n)
        fit = fit_participation(X[a], link, XB=X[b], d=d, calibrated=calibrated)
        one = weighted_mean(fit, X[a], y[a], X[b], float(N), known=True)
        found.append(one.estimate)
        own.append(one.own_variance)
        other.append(n * np.var(d * one.t, ddof=1))
    want = np.var(found, ddof=1)
    got = np.mean(own) + np.mean(other)
    assert abs(np.mean(found) - y.mean()) < 4 * np.sqrt(want / draws) + 0.002
    assert got == pytest.approx(want, rel=3 * np.sqrt(2 / draws))


def test_complete_separation_and_totals_out_of_reach() -> None:
    XA = np.column_stack([np.ones(20), np.ones(20)])
    XB = np.column_stack([np.ones(20), np.zeros(20)])
    with pytest.raises(EstimationError, match="tells the two samples apart"):
        fit_participation(XA, "logit", XB=XB, d=np.full(20, 10.0))
    two = np.column_stack([np.ones(4), [0.0, 1.0, 0.0, 1.0]])
    with pytest.raises(EstimationError, match="the totals cannot be met"):
        fit_participation(two, "logit", totals=np.array([10.0, 50.0]))


def test_neighbours_and_ties_by_hand() -> None:
    XA = np.array([[0.0], [1.0], [1.0], [3.0]])
    y = np.array([10.0, 20.0, 40.0, 70.0])
    XB = np.array([[0.2], [1.0], [2.0]])
    assert neighbours_mean(XA, y, XB, 1) == pytest.approx([10, 30, 130 / 3])
    assert neighbours_mean(XA, y, XB, 2) == pytest.approx([70 / 3, 30, 130 / 3])
    assert neighbours_mean(XA, y, XB, 99) == pytest.approx([35, 35, 35])
