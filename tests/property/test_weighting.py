"""What must hold of every weighting, whatever the data."""

from __future__ import annotations

import os

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from padai.design import Design
from padai.errors import WeightingError
from padai.estimation.moments import mean, total
from padai.numerics.calibration import METHODS, calibrate_weights
from padai.numerics.constraints import Control
from padai.numerics.replication import balanced, hadamard, jackknife_strata, rao_wu, subbootstrap
from padai.numerics.stages import make_stage
from padai.numerics.trimming import trim_weights
from padai.numerics.weight_diagnostics import kish_deff
from padai.waves.wave import Wave
from padai.weighting import calibrate, rake, replicate_weights

SETTINGS = settings(max_examples=25, deadline=None, derandomize="PADAI_NIGHT" not in os.environ)
seeds = st.integers(0, 2**32 - 1)


def _sample(seed, rows=(30, 120), most=4):
    """Margins, their codes and positive targets near the sample's, and design weights."""
    rng = np.random.default_rng(seed)
    n, count = int(rng.integers(*rows)), int(rng.integers(1, most))
    controls = []
    for m in range(count):
        size = int(rng.integers(2, 5))
        codes = rng.choice(size, n)
        codes[:size] = np.arange(size)
        found = np.bincount(codes, minlength=size)
        controls.append(Control(codes, found * rng.uniform(0.7, 1.4, size), f"m{m}"))
    return controls, rng.uniform(0.5, 3, n), rng


def _solve(d, controls, **how):
    try:
        return calibrate_weights(d, controls, **how)
    except WeightingError:
        assume(False)
        raise


def _frame(controls, d, rng):
    columns = {c.name: [f"c{k}" for k in c.codes] for c in controls}
    return pd.DataFrame({**columns, "w": d, "y": rng.normal(10, 3, len(d))})


def _targets(controls):
    return {c.name: {f"c{k}": t for k, t in enumerate(c.shares)} for c in controls}


@SETTINGS
@given(seeds, st.sampled_from(METHODS))
def test_margins_meet_their_targets(seed, method):
    controls, d, _ = _sample(seed)
    bounds = (0.2, 6.0) if method == "logit" else None
    w = _solve(d, controls, method=method, bounds=bounds, total=1000.0).weights
    assert w.sum() == pytest.approx(1000, rel=1e-10)
    for control in controls:
        found = np.bincount(control.codes, w)
        assert found == pytest.approx(1000 * control.shares, rel=1e-10)


@SETTINGS
@given(seeds, st.floats(1e-6, 1e6))
def test_the_scale_of_design_weights_does_not_matter(seed, scale):
    controls, d, _ = _sample(seed)
    one = _solve(d, controls, total=500.0)
    other = calibrate_weights(d * scale, controls, total=500.0)
    assert other.weights == pytest.approx(one.weights, rel=1e-9)


@SETTINGS
@given(seeds, st.randoms(use_true_random=False))
def test_the_order_of_rows_and_margins_does_not_matter(seed, random):
    controls, d, rng = _sample(seed)
    one = _solve(d, controls)
    order = rng.permutation(len(d))
    moved = [Control(c.codes[order], c.targets, c.name) for c in controls]
    random.shuffle(moved)
    other = calibrate_weights(d[order], moved)
    assert other.weights == pytest.approx(one.weights[order], rel=1e-9)


@SETTINGS
@given(seeds)
def test_relabelled_cells_change_nothing(seed):
    controls, d, rng = _sample(seed)
    one = _solve(d, controls)
    renamed = []
    for c in controls:
        new = rng.permutation(len(c.targets))
        targets = np.empty_like(c.targets)
        targets[new] = c.targets
        renamed.append(Control(new[c.codes], targets, c.name))
    assert calibrate_weights(d, renamed).weights == pytest.approx(one.weights, rel=1e-9)


@SETTINGS
@given(seeds)
def test_raking_is_what_proportional_fitting_converges_to(seed):
    controls, d, _ = _sample(seed)
    one = _solve(d, controls)
    w = d.copy()
    for _ in range(3000):
        before = w
        for c in controls:
            w = w * (c.shares * d.sum() / np.bincount(c.codes, w))[c.codes]
        if np.abs(w / before - 1).max() < 1e-14:
            break
    assert one.weights == pytest.approx(w, rel=1e-8)


@SETTINGS
@given(seeds, st.sampled_from(METHODS), st.floats(0.3, 0.9), st.floats(1.1, 3.0))
def test_bounds_are_met_exactly_when_they_can_be(seed, method, low, high):
    """A linear programme says whether any weights meet margins and bounds."""
    controls, d, _ = _sample(seed)
    rows = np.vstack([(c.codes == k) * d for c in controls for k in range(len(c.targets))])
    right = np.concatenate([c.shares for c in controls]) * d.sum()

    def possible(a, b):
        return linprog(np.zeros(len(d)), A_eq=rows, b_eq=right, bounds=(a, b)).status == 0

    # Too near the edge for either of the two to tell.
    assume(possible(low, high) == possible(low * 1.001, high * 0.999))
    if possible(low, high):
        found = calibrate_weights(d, controls, method=method, bounds=(low, high))
        assert found.misfit <= 1e-10
        assert found.g.min() >= low * (1 - 1e-12)
        assert found.g.max() <= high * (1 + 1e-12)
    else:
        with pytest.raises(WeightingError, match="widen"):
            calibrate_weights(d, controls, method=method, bounds=(low, high))


@SETTINGS
@given(seeds)
def test_linear_calibration_is_the_regression_estimator(seed):
    controls, d, rng = _sample(seed, most=2)
    x = rng.normal(5, 2, len(d))
    totals = np.array([d @ x * 1.05])
    w = calibrate_weights(
        d, controls, columns=x[:, None], column_totals=totals, method="linear"
    ).weights
    X = np.column_stack([controls[0].codes[:, None] == np.arange(len(controls[0].targets)), x])
    wanted = np.concatenate([controls[0].shares * d.sum(), totals])
    g = 1 + X @ np.linalg.solve((X.T * d) @ X, wanted - d @ X)
    assert w == pytest.approx(d * g, rel=1e-8, abs=1e-10)


@SETTINGS
@given(seeds)
def test_who_takes_no_part_in_any_margin_keeps_a_common_factor(seed):
    controls, d, rng = _sample(seed)
    out = rng.random(len(d)) < 0.1
    out[:5] = False
    assume(out.any())
    left = [Control(np.where(out, -1, c.codes), c.targets, c.name) for c in controls]
    found = _solve(d, left)
    assert np.ptp(found.g[out]) < 1e-9
    assert found.weights.sum() == pytest.approx(d.sum(), rel=1e-10)
    for c in controls:
        inside = np.bincount(c.codes[~out], found.weights[~out])
        assert inside / inside.sum() == pytest.approx(c.shares, rel=1e-10)


@SETTINGS
@given(seeds)
def test_a_margin_has_no_variance_and_nothing_has_more_than_it_had(seed):
    controls, d, rng = _sample(seed)
    _solve(d, controls)
    wave = Wave(_frame(controls, d, rng), Design(weight="w"))
    done = rake(wave, _targets(controls), min_cell=1)
    one = done.codes(controls[0].name)
    frame = done.frame.assign(first=(one.codes == 0).astype(float))
    inside = Wave(frame, Design(weight="w")).reweighted(
        done.weights, calibration=done.calibrations[0]
    )
    assert mean(inside, "first").frame["std_error"].iloc[0] < 1e-7


@SETTINGS
@given(seeds)
def test_linear_and_raking_share_their_standard_errors_at_the_same_weights(seed):
    """Targets that hold already: every distance leaves the weights, and all errors agree."""
    controls, d, rng = _sample(seed)
    held = [Control(c.codes, np.bincount(c.codes, d), c.name) for c in controls]
    wave = Wave(_frame(controls, d, rng), Design(weight="w"))
    ways = [
        calibrate(
            wave, _targets(held), method=m, bounds=(0.5, 2) if m == "logit" else None, min_cell=1
        )
        for m in METHODS
    ]
    errors = [mean(w, "y").frame["std_error"].iloc[0] for w in ways]
    assert all(w.weights == pytest.approx(d, rel=1e-9) for w in ways)
    assert errors == pytest.approx([errors[0]] * 3, rel=1e-9)


@SETTINGS
@given(seeds, st.floats(0.3, 0.95), st.floats(1.05, 3))
def test_strict_trimming_holds_limits_and_the_sum(seed, low, high):
    d = np.random.default_rng(seed).lognormal(0, 1, 50)
    lower, upper = low * d.mean(), high * d.mean()
    try:
        found = trim_weights(d, lower, upper, strict=True).weights
    except WeightingError as error:
        assume("every weight" not in str(error))
        raise
    assert found.min() >= lower
    assert found.max() <= upper
    assert found.sum() == pytest.approx(d.sum(), rel=1e-9)


@SETTINGS
@given(seeds)
def test_deff_is_one_for_equal_weights_and_never_less(seed):
    d = np.random.default_rng(seed).lognormal(0, 1, 50)
    assert kish_deff(d) >= 1
    assert kish_deff(np.full(50, d[0])) == pytest.approx(1)
    assert kish_deff(7 * d) == pytest.approx(kish_deff(d))


def _strata(rng, sizes):
    strata = np.repeat(np.arange(len(sizes)), sizes)
    return make_stage(strata, np.arange(len(strata)))


@SETTINGS
@given(seeds, st.lists(st.integers(2, 6), min_size=1, max_size=6))
def test_the_jackknife_of_a_total_is_its_linearised_variance(seed, sizes):
    rng = np.random.default_rng(seed)
    stage = _strata(rng, sizes)
    z = rng.normal(0, 1, len(stage.psu))
    replicates = jackknife_strata(stage)
    spread = z @ replicates.values - z.sum()
    got = replicates.scale * (replicates.rscales * spread**2).sum()
    wanted = sum(
        n / (n - 1) * ((z[stage.stratum == h] - z[stage.stratum == h].mean()) ** 2).sum()
        for h, n in enumerate(sizes)
    )
    assert got == pytest.approx(wanted, rel=1e-9)


@SETTINGS
@given(seeds, st.integers(1, 40), st.floats(0, 0.9))
def test_half_samples_of_a_total_are_fully_balanced(seed, strata, rho):
    rng = np.random.default_rng(seed)
    stage = _strata(rng, [2] * strata)
    z = rng.normal(0, 1, 2 * strata)
    replicates = balanced(stage, rho)
    spread = z @ replicates.values - z.sum()
    assert replicates.scale * (spread**2).sum() == pytest.approx(
        ((z[::2] - z[1::2]) ** 2).sum(), rel=1e-9
    )


@given(st.integers(1, 250))
@SETTINGS
def test_hadamard_matrices_are_orthogonal(at_least):
    matrix = hadamard(at_least)
    order = len(matrix)
    assert order >= at_least
    assert np.array_equal(matrix @ matrix.T, order * np.eye(order))
    assert (matrix[0] == 1).all()
    assert (matrix[:, 0] == 1).all()


@SETTINGS
@given(seeds, st.lists(st.integers(2, 6), min_size=1, max_size=5))
def test_bootstrap_factors_keep_each_stratum(seed, sizes):
    stage = _strata(np.random.default_rng(seed), sizes)
    one, other = subbootstrap(stage, 30, seed), rao_wu(stage, 30, seed)
    assert other.values == pytest.approx(one.values, abs=1e-12)
    for h, n in enumerate(sizes):
        assert one.values[stage.stratum == h].sum(axis=0) == pytest.approx(np.full(30, n))


@SETTINGS
@given(seeds)
def test_replicates_come_near_linearisation(seed):
    rng = np.random.default_rng(seed)
    frame = pd.DataFrame({"y": rng.normal(5, 1, 80), "w": rng.uniform(1, 2, 80), "h": [0, 1] * 40})
    wave = Wave(frame, Design(weight="w", stratum="h"))
    linear = total(wave, "y").frame["std_error"].iloc[0]
    for kind, how in (("bootstrap", {}), ("subbootstrap", {}), ("raowu", {"draws": 20})):
        made = replicate_weights(wave, kind, n=600, seed=seed, **how)
        assert total(made, "y").frame["std_error"].iloc[0] == pytest.approx(linear, rel=0.15)
