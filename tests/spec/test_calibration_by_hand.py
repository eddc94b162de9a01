"""Calibration against its definition: the nearest weights that meet the totals.

Distances of Deville and Särndal (1992), table 1; the minimum is found by another program.
"""

from __future__ import annotations

import numpy as np
import pytest
from scipy.optimize import minimize

from padai.errors import WeightingError
from padai.numerics.calibration import METHODS, calibrate_weights, prepare
from padai.numerics.calibration_solver import Distance
from padai.numerics.constraints import Control
from padai.numerics.trimming import trim_weights

A = np.array([0, 0, 0, 1, 1, 1, 2, 2, 2, 2])
B = np.array([0, 1, 1, 0, 0, 1, 0, 1, 1, 0])
X = np.array([1.0, 3.0, 2.0, 5.0, 4.0, 6.0, 2.0, 1.0, 7.0, 3.0])
D = np.array([1.0, 2.0, 1.5, 1.0, 3.0, 0.5, 2.0, 1.0, 1.0, 2.0])
MARGINS = [Control(A, np.array([5.0, 4.0, 6.0]), "a"), Control(B, np.array([9.0, 6.0]), "b")]


def _cost(method, low, high):
    """The distance of g from 1, and its derivative."""
    if method == "linear":
        return lambda g: ((g - 1) ** 2 / 2, g - 1)
    if method == "raking":
        return lambda g: (g * np.log(g) - g + 1, np.log(g))

    def logit(g):
        scale = (high - low) / ((1 - low) * (high - 1))
        below, above = (g - low) / (1 - low), (high - g) / (high - 1)
        value = ((g - low) * np.log(below) + (high - g) * np.log(above)) / scale
        return value, (np.log(below) - np.log(above)) / scale

    return logit


def _nearest(method, rows, totals, bounds, d):
    low, high = bounds
    cost = _cost(method, low, high)
    eps = 1e-9 if method == "linear" else 1e-6
    found = minimize(
        lambda g: (d @ cost(g)[0], d * cost(g)[1]),
        np.ones(len(d)),
        jac=True,
        method="SLSQP",
        bounds=[(low + eps, high - eps)] * len(d),
        constraints={
            "type": "eq",
            "fun": lambda g: rows @ (d * g) - totals,
            "jac": lambda g: rows * d,
        },
        options={"ftol": 1e-14, "maxiter": 500},
    )
    assert found.success
    return found.x


def _indicators(codes):
    return (codes == np.arange(codes.max() + 1)[:, None]).astype(float)


CASES = [("linear", (-50.0, 50.0), None), ("raking", (0.0, 50.0), None),
         ("linear", (0.8, 1.22), (0.8, 1.22)), ("raking", (0.8, 1.22), (0.8, 1.22)),
         ("logit", (0.5, 1.9), (0.5, 1.9))]  # fmt: skip


@pytest.mark.parametrize(("method", "within", "bounds"), CASES)
@pytest.mark.parametrize("numeric", [False, True])
def test_calibrated_weights_are_the_nearest_that_meet_the_totals(
    method, within, bounds, numeric
) -> None:
    rows = np.vstack([_indicators(A), _indicators(B)[:1]])
    totals = np.array([5.0, 4.0, 6.0, 9.0])
    how = {}
    if numeric:
        rows, totals = np.vstack([rows, X]), np.append(totals, 47.2)
        how = {"columns": X[:, None], "column_totals": np.array([47.2])}
    g = _nearest(method, rows, totals, within, D)
    found = calibrate_weights(D, MARGINS, method=method, bounds=bounds, **how)
    assert found.g == pytest.approx(g, abs=2e-5)
    assert rows @ found.weights == pytest.approx(totals, rel=1e-10)
    assert found.weights == pytest.approx(D * found.g)
    assert found.misfit <= 1e-10
    if bounds and method != "logit":
        assert ((found.g == bounds[0]) | (found.g == bounds[1])).any()


@pytest.mark.parametrize("method", METHODS)
def test_a_ratio_has_the_slope_of_its_distance(method) -> None:
    """g at 0 is 1 and rises there by as much as u does; its slope is its derivative."""
    bounds = (0.4, 2.5) if method == "logit" else (-np.inf, np.inf)
    distance = Distance(method, *bounds)
    u = np.array([-0.9, -0.3, 0.0, 0.2, 0.8])
    g, slope, free = distance.ratio(u)
    assert (g[2], slope[2]) == pytest.approx((1, 1))
    step = 1e-6
    numeric = (distance.ratio(u + step)[0] - distance.ratio(u - step)[0]) / (2 * step)
    assert slope == pytest.approx(numeric, rel=1e-8)
    assert free == pytest.approx(slope)
    wanted = {
        "linear": 1 + u,
        "raking": np.exp(u),
        # Half way, in the distance's own terms, is where g's odds of the bounds are e^(Au).
        "logit": None,
    }[method]
    if wanted is not None:
        assert g == pytest.approx(wanted)
    else:
        odds = (g - 0.4) / (2.5 - g) / (0.6 / 1.5)
        assert np.log(odds) == pytest.approx(u * 2.1 / (0.6 * 1.5))
        far = distance.ratio(np.array([-1e4, 1e4]))[0]
        assert far == pytest.approx([0.4, 2.5])


@pytest.mark.parametrize("method", ["linear", "raking"])
def test_a_ratio_is_cut_at_its_bounds_and_has_no_slope_there(method) -> None:
    u = np.array([-0.9, -0.1, 0.1, 2.0])
    g, slope, free = Distance(method, 0.5, 1.5).ratio(u)
    inside = Distance(method).ratio(u)
    assert g[[0, 3]].tolist() == [0.5, 1.5]
    assert g[1:3] == pytest.approx(inside[0][1:3])
    assert slope == pytest.approx([0, *inside[1][1:3], 0])
    assert free == pytest.approx(inside[1])
    one_sided = Distance(method, upper=1.5).ratio(u)[0]
    assert one_sided == pytest.approx(np.minimum(inside[0], 1.5))
    of_rows = Distance(method, np.array([0.5, 0.95, 0.5, 0.5]), np.full(4, 9.0)).ratio(u)[0]
    assert of_rows == pytest.approx(np.maximum(inside[0], [0.5, 0.95, 0.5, 0.5]))


def test_exponents_do_not_overflow() -> None:
    g, slope, _ = Distance("raking").ratio(np.array([-1e3, 1e3]))
    assert np.isfinite(g).all()
    assert np.isfinite(slope).all()


@pytest.mark.parametrize("method", METHODS)
def test_replicates_start_where_the_sample_ended(method) -> None:
    bounds = (0.3, 3.0) if method == "logit" else None
    ready = prepare(10, MARGINS, 15.0, method=method, bounds=bounds)
    whole = ready.run(D)
    again = ready.run(D, whole.predictor)
    assert again.weights == pytest.approx(whole.weights, rel=1e-9)
    assert again.iterations <= 1
    replicate = D * np.where(np.arange(10) == 1, 0.0, 1.1)
    warm, cold = ready.run(replicate, whole.predictor), ready.run(replicate)
    assert warm.weights == pytest.approx(cold.weights, rel=1e-8)
    assert warm.weights[1] == 0
    assert np.bincount(A, warm.weights) == pytest.approx([5, 4, 6])


def test_margins_that_say_the_same_twice_change_nothing() -> None:
    once = calibrate_weights(D, MARGINS).weights
    assert calibrate_weights(D, [*MARGINS, MARGINS[0]]).weights == pytest.approx(once, rel=1e-9)
    column = {"columns": (A == 0)[:, None].astype(float), "column_totals": np.array([5.0])}
    assert calibrate_weights(D, MARGINS, total=15.0, **column).weights == pytest.approx(
        once, rel=1e-9
    )


@pytest.mark.parametrize("scale", [1e-8, 1.0, 1e8])
def test_the_unit_of_a_total_does_not_matter(scale: float) -> None:
    one = calibrate_weights(D, MARGINS, columns=X[:, None], column_totals=np.array([49.0]))
    other = calibrate_weights(
        D, MARGINS, columns=scale * X[:, None], column_totals=np.array([scale * 49.0])
    )
    assert other.weights == pytest.approx(one.weights, rel=1e-9)


def test_far_targets_are_met_in_the_tail() -> None:
    """Two cells of one person against thousands: g from 0.003 to 300."""
    codes = np.array([0, *[1] * 999])
    other = np.arange(1000) % 2
    found = calibrate_weights(
        np.ones(1000), [Control(codes, np.array([0.3, 0.7])), Control(other, np.array([0.9, 0.1]))]
    )
    assert found.weights[0] == pytest.approx(300)
    assert np.bincount(other, found.weights) == pytest.approx([900, 100])


def test_what_cannot_be_met_is_said_with_its_margin_and_cell() -> None:
    """Everyone in a's first cell is in b's first: it cannot be the larger of the two."""
    a, b = np.array([0, 0, 1, 1]), np.array([0, 0, 0, 1])
    controls = [
        Control(a, np.array([0.6, 0.4]), "a", ("x", "y")),
        Control(b, np.array([0.5, 0.5]), "b", ("u", "v")),
    ]
    with pytest.raises(WeightingError, match=r"did not converge.*margin '[ab]', cell '[xyuv]'"):
        calibrate_weights(np.ones(4), controls)
    with pytest.raises(WeightingError, match="the total of 'income' is off"):
        calibrate_weights(
            np.ones(4),
            columns=a[:, None].astype(float),
            column_totals=np.array([-1.0]),
            column_names=("income",),
        )
    with pytest.raises(WeightingError, match=r"bounds=\(0.5, 2\)"):
        calibrate_weights(np.ones(4), [Control(a, np.array([0.9, 0.1]))], bounds=(0.5, 2))


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ({"method": "greg"}, "no method 'greg'"),
        ({"method": "logit"}, "finite bounds"),
        ({"method": "logit", "bounds": (0.5, np.inf)}, "finite bounds"),
        ({"bounds": (1.0, 2.0)}, "lower < 1 < upper"),
        ({"bounds": (0.5, 1.0)}, "lower < 1 < upper"),
    ],
)
def test_bounds_that_cannot_be(how, said: str) -> None:
    with pytest.raises(WeightingError, match=said):
        calibrate_weights(D, MARGINS, **how)


def test_cells_and_weights_that_cannot_be() -> None:
    for bad in (np.zeros(10), np.where(A == 0, -1.0, 1.0), np.where(A == 0, np.nan, 1.0)):
        with pytest.raises(WeightingError, match="design weights"):
            calibrate_weights(bad, MARGINS, total=15.0)
    with pytest.raises(WeightingError, match="Margin 'a', cell '2': it has a target"):
        calibrate_weights(np.where(A == 2, 0.0, 1.0), MARGINS)
    for target in (0.0, -1.0, np.inf, np.nan):
        with pytest.raises(WeightingError, match="Margin '2', cell '1': the target"):
            calibrate_weights(D, [MARGINS[0], Control(B, np.array([1.0, target]))])
    with pytest.raises(WeightingError, match="at least one margin"):
        calibrate_weights(D)


def test_each_row_may_have_bounds_of_its_own() -> None:
    low, high = np.full(10, 0.8), np.where(A == 0, 1.1, 1.4)
    low[9] = 1.0
    rows = np.vstack([_indicators(A), _indicators(B)[:1]])
    totals = np.array([4.8, 4.2, 6.0, 9.0])
    controls = [Control(A, totals[:3], "a"), MARGINS[1]]
    found = prepare(10, controls, 15.0, row_bounds=(low, high), method="linear").run(D)
    g = minimize(
        lambda g: (D @ (g - 1) ** 2 / 2, D * (g - 1)),
        np.ones(10),
        jac=True,
        method="SLSQP",
        bounds=list(zip(low, high, strict=True)),
        options={"ftol": 1e-14},
        constraints={"type": "eq", "fun": lambda g: rows @ (D * g) - totals},
    ).x
    assert found.g == pytest.approx(g, abs=2e-5)
    assert (found.g >= low).all()
    assert (found.g <= high).all()
    high[3] = 0.7
    with pytest.raises(WeightingError, match="1 weights cannot lie within both"):
        prepare(10, controls, 15.0, row_bounds=(low, high))
    with pytest.raises(WeightingError, match="Within the limits"):
        prepare(10, controls, 15.0, row_bounds=(np.full(10, 0.99), np.full(10, 1.01))).run(D)
    with pytest.raises(WeightingError, match="not limits on the weights"):
        prepare(10, controls, 15.0, method="logit", bounds=(0.5, 2), row_bounds=(low, high))


@pytest.mark.parametrize("scale", [1e-4, 1.0, 1e4])
def test_the_scale_of_design_weights_is_that_of_the_targets(scale: float) -> None:
    one = calibrate_weights(D, MARGINS).weights
    assert calibrate_weights(scale * D, MARGINS).weights == pytest.approx(scale * one)


def test_weights_may_be_kept_at_their_own_scale() -> None:
    """Without rescaling, g is the final weight over the design weight as it was given."""
    halves = [Control(A[:4] * 0 + np.array([0, 0, 1, 1]), np.array([0.5, 0.5]))]
    kept = calibrate_weights(np.ones(4), halves, total=8.0, rescale=False)
    assert kept.g == pytest.approx(np.full(4, 2.0))
    scaled = calibrate_weights(np.ones(4), halves, total=8.0)
    assert scaled.g == pytest.approx(np.ones(4))
    assert kept.weights == pytest.approx(scaled.weights)


def test_trimming_by_hand() -> None:
    weights = np.array([1.0, 2.0, 3.0, 10.0])
    # 10 is cut to 5, and the 5 that are cut go to the three others alike.
    once = trim_weights(weights, 0.0, 5.0)
    assert once.weights == pytest.approx([1 + 5 / 3, 2 + 5 / 3, 3 + 5 / 3, 5])
    assert (once.raised, once.lowered) == (0, 1)
    assert once.moved == pytest.approx(5 / 16)
    # Cut at both ends: 2.5 up and 4 down, of which the difference of 1.5 goes to the two others.
    both = trim_weights(np.array([0.5, 4.0, 5.0, 10.0]), 3.0, 6.0)
    assert both.weights == pytest.approx([3, 4.75, 5.75, 6])
    assert (both.raised, both.lowered) == (1, 1)
    assert both.moved == pytest.approx((2.5 + 0.75 + 0.75 + 4) / 2 / 19.5)
    # A weight that stands at the limit takes its share of what is cut, as in R's trimWeights.
    at_limit = trim_weights(np.array([5.0, 1.0, 2.0, 12.0]), 0.0, 5.0)
    assert at_limit.weights == pytest.approx([5 + 7 / 3, 1 + 7 / 3, 2 + 7 / 3, 5])
    at_limit = trim_weights(np.array([3.0, 8.0, 6.0, 1.0]), 3.0, 20.0)
    assert at_limit.weights == pytest.approx([3 - 2 / 3, 8 - 2 / 3, 6 - 2 / 3, 3])
    untouched = trim_weights(weights, 1.0, 10.0)
    assert untouched.weights.tolist() == weights.tolist()
    assert (untouched.raised, untouched.lowered, untouched.moved) == (0, 0, 0)


def test_one_pass_may_leave_the_limits_and_a_strict_trim_may_not() -> None:
    weights = np.array([1.0, 4.5, 4.5, 10.0])
    # Once: 5 are cut, 1.67 to each of the others, of which two end above 5.
    once = trim_weights(weights, 0.0, 5.0)
    assert once.weights == pytest.approx([1 + 5 / 3, 4.5 + 5 / 3, 4.5 + 5 / 3, 5])
    strict = trim_weights(weights, 0.0, 5.0, strict=True)
    assert strict.weights == pytest.approx([5, 5, 5, 5])
    assert strict.weights.max() <= 5
    assert strict.weights.sum() == pytest.approx(20)
    exact = trim_weights(np.array([1.0, 3.0]), 2.0, 9.0, strict=True)
    assert exact.weights == pytest.approx([2, 2])
    with pytest.raises(WeightingError, match="cannot sum to 20"):
        trim_weights(weights, 0.0, 4.9, strict=True)
    with pytest.raises(WeightingError, match="cannot sum to 20"):
        trim_weights(weights, 5.1, 50.0, strict=True)
    with pytest.raises(WeightingError, match="every weight lies outside"):
        trim_weights(np.array([1.0, 10.0]), 4.0, 6.0)
    with pytest.raises(WeightingError, match="lower < upper"):
        trim_weights(weights, 5.0, 5.0)
