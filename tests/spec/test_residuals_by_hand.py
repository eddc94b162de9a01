"""After calibration a variance is that of regression residuals: by another program's regression."""

from __future__ import annotations

import numpy as np
import pytest

from padai.numerics.designs import CalibrationArrays, SampleDesign
from padai.numerics.residuals import residualise
from padai.numerics.stages import make_stage, unclustered
from padai.numerics.variance import linearised_variance, score_variance

RNG = np.random.default_rng(8)
N = 24
A = np.arange(N) % 3
B = np.where(np.arange(N) < 5, -1, np.arange(N) // 4 % 2)
X = RNG.normal(50, 10, (N, 2))
D = RNG.uniform(1, 3, N)
W = D * RNG.uniform(0.7, 1.4, N)


def _auxiliaries(margins, columns):
    parts = [(margin[:, None] == np.arange(margin.max() + 1)).astype(float) for margin in margins]
    return np.hstack([*parts, columns])


def _residuals(values, auxiliaries, d):
    root = np.sqrt(d)[:, None]
    beta = np.linalg.lstsq(auxiliaries * root, values * root, rcond=None)[0]
    return values - auxiliaries @ beta


def _design(*records, **how):
    return SampleDesign(W, unclustered(W).stages, calibrations=records, **how)


CASES = {
    "one margin": ((A,), np.zeros((N, 0))),
    "two margins, one of them partial": ((A, B), np.zeros((N, 0))),
    "totals alone": ((), X),
    "margins and totals": ((A, B), X),
    "a total of zeros": ((A,), np.hstack([X[:, :1], np.zeros((N, 1))])),
}


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("k", [1, 3, 40])
def test_scores_become_weighted_residuals(case: str, k: int) -> None:
    margins, columns = CASES[case]
    scores = np.random.default_rng(k).normal(2, 1, (N, k)) * W[:, None]
    record = CalibrationArrays(margins, columns, D, W)
    wanted = W[:, None] * _residuals(scores / W[:, None], _auxiliaries(margins, columns), D)
    assert residualise(scores, _design(record)) == pytest.approx(wanted, rel=1e-9, abs=1e-9)
    plain = W[:, None] * _residuals(scores / W[:, None], _auxiliaries(margins, columns), np.ones(N))
    found = residualise(scores, _design(record, residuals="unweighted"))
    assert found == pytest.approx(plain, rel=1e-9, abs=1e-9)


def test_without_a_calibration_scores_are_as_they_were() -> None:
    scores = X * W[:, None]
    assert residualise(scores, _design()) is scores


def test_a_calibration_of_some_rows_changes_those_alone() -> None:
    rows = np.arange(4, 20)
    record = CalibrationArrays((A[rows],), np.zeros((16, 0)), D[rows], W[rows], rows)
    scores = X * W[:, None]
    found = residualise(scores, _design(record))
    inside = _residuals(X[rows], _auxiliaries((A[rows],), np.zeros((16, 0))), D[rows])
    assert found[rows] == pytest.approx(inside * W[rows, None])
    others = np.setdiff1d(np.arange(N), rows)
    assert np.array_equal(found[others], scores[others])
    whole = CalibrationArrays((A[rows],), np.zeros((16, 0)), D[rows], W[rows]).shifted(4)
    assert residualise(scores, _design(whole)) == pytest.approx(found)


def test_calibrations_follow_one_another() -> None:
    first, second = (CalibrationArrays((m,), np.zeros((N, 0)), D, W) for m in (A, B + 1))
    scores = X * W[:, None]
    once = residualise(scores, _design(first))
    assert residualise(scores, _design(first, second)) == pytest.approx(
        residualise(once, _design(second))
    )
    assert np.array_equal(scores, X * W[:, None])


def test_what_a_calibration_fixes_has_no_variance() -> None:
    record = CalibrationArrays((A,), X[:, :1], D, W)
    fixed = np.column_stack([A == 0, A == 2, X[:, 0], X[:, 1]]).astype(float)
    found = linearised_variance(fixed, _design(record))
    assert found[:3] == pytest.approx(np.zeros(3), abs=1e-16)
    assert found[3] > 1


def test_poststratified_means_by_the_formula_of_the_textbooks() -> None:
    """Equal weights, one margin: the variance within the cells, on one degree less in all."""
    ones = np.ones(N)
    record = CalibrationArrays((A,), np.zeros((N, 0)), ones, ones)
    design = SampleDesign(ones, unclustered(ones).stages, calibrations=(record,))
    y = X[:, 0]
    within = sum(((y[a == A] - y[a == A].mean()) ** 2).sum() for a in range(3))
    u = ((y - y.mean()) / N)[:, None]
    assert linearised_variance(u, design) == pytest.approx([N / (N - 1) * within / N**2])
    clusters = make_stage(np.zeros(N, dtype=int), np.arange(N) // 4)
    clustered = SampleDesign(ones, (clusters,), calibrations=(record,))
    assert linearised_variance(u, clustered) == pytest.approx(
        score_variance(residualise(u, design), SampleDesign(ones, (clusters,)))
    )
