"""Residuals of areas: by hand, and as R gives them where it has a word for it."""

from __future__ import annotations

import numpy as np
import pytest

from padai.numerics.area_residuals import residuals_of_shares, standardized_residuals


def test_as_rs_rstandard_with_a_known_deviation() -> None:
    """R: ``x <- c(1,2,4,7,8); y <- c(1.1,1.9,5,6.2,9.1); rstandard(lm(y ~ x), sd = 0.5)``."""
    x = np.array([1.0, 2, 4, 7, 8])
    y = np.array([1.1, 1.9, 5, 6.2, 9.1])
    want = [-0.0968486066263, -0.6747042362781, 1.6924263314935, -2.9414739986463, 2.1024672800295]
    got = standardized_residuals(y, np.column_stack([np.ones(5), x]), 0.25 * np.eye(5))
    assert got == pytest.approx(want, abs=1e-12)


def test_two_areas_and_a_mean_by_hand() -> None:
    """y = (0, 3), variances 1 and 4: b = 3/5, e = (-3/5, 12/5), var e = (1 - 4/5, 4 - 4/5)."""
    got = standardized_residuals(np.array([0.0, 3]), np.ones((2, 1)), np.diag([1.0, 4]))
    assert got == pytest.approx([-0.6 / np.sqrt(0.2), 2.4 / np.sqrt(3.2)], abs=1e-14)


def test_an_area_that_a_column_takes_alone_has_none() -> None:
    X = np.column_stack([np.ones(4), [0.0, 0, 0, 1]])
    got = standardized_residuals(np.array([1.0, 2, 3, 9]), X, np.eye(4))
    assert got[3] == 0
    assert np.abs(got[:3]).max() > 1


def test_they_are_standard_normal_under_the_model() -> None:
    rng = np.random.default_rng(7)
    X = np.column_stack([np.ones(12), rng.normal(size=12)])
    root = rng.normal(size=(12, 12))
    covariance = root @ root.T + np.eye(12)
    lower = np.linalg.cholesky(covariance)
    draws = np.array(
        [
            standardized_residuals(X @ [2.0, -1.0] + lower @ rng.normal(size=12), X, covariance)
            for _ in range(4000)
        ]
    )
    assert draws.std(axis=0) == pytest.approx(np.ones(12), abs=4 / np.sqrt(2 * 4000))


def test_of_shares_by_hand() -> None:
    """0.6 where 0.5 is expected; errors 0.04 and 0.25 x 0.12 = 0.03, together 0.05: two."""
    got = residuals_of_shares(np.array([0.6]), np.array([0.04]), np.array([0.5]), 0.12)
    assert got == pytest.approx([2.0], abs=1e-12)
