"""Several make-ups at once: Kitagawa with one, the regression by hand, derivative, replicates."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

import padai
from padai.design import Design
from padai.errors import EstimationError
from padai.numerics.oaxaca import RegressionRows, oaxaca, oaxaca_influence
from padai.trends.decomposition import decompose
from padai.trends.oaxaca import decompose_several
from padai.waves import Wave, stack


def waves(n: int = 400, *, missing: bool = False) -> list[Wave]:
    draw, made = np.random.default_rng(8), []
    for k, name in enumerate(("2024", "2025")):
        age = draw.choice(["a", "b", "c"], n, p=[0.3, 0.4, 0.3] if k else [0.4, 0.4, 0.2])
        user = draw.random(n) < 0.4 + 0.2 * k + 0.2 * (age == "a")
        chance = 0.3 + 0.2 * (age == "c") + 0.2 * user + 0.05 * k
        data = pd.DataFrame(
            {
                "who": np.arange(n) + k * n,
                "w": draw.uniform(0.5, 2, n),
                "age": age,
                "user": np.where(user, "y", "n"),
                "q": (draw.random(n) < chance) * 1.0,
                "sex": draw.choice(["F", "M"], n),
            }
        )
        if missing:
            data.loc[data.index % 17 == 0, "age"] = None
        made.append(Wave(data, Design(weight="w", id="who"), id=name))
    return made


def test_one_variable_is_kitagawa() -> None:
    both = stack(waves(missing=True), overlap="none")
    one = decompose_several(both, "q", net="1", by=["age"])
    other = decompose(both, "q", net="1", by="age")
    for name in ("estimate", "std_error", "df", "p_value"):
        assert one.frame[name].to_numpy()[:4] == pytest.approx(
            other.frame[name].to_numpy()[:4], rel=1e-9
        )
    assert one.covariance[:4, :4] == pytest.approx(other.covariance[:4, :4], abs=1e-12)


def test_two_variables_are_two_regressions() -> None:
    both = waves()
    found = decompose_several(stack(both, overlap="none"), "q", net="1", by=["age", "user"]).frame
    coef, mean = [], []
    for wave in reversed(both):
        data = wave.frame
        x = np.column_stack(
            [np.ones(len(data)), data["age"] == "b", data["age"] == "c", data["user"] == "y"]
        )
        root = np.sqrt(data["w"].to_numpy())
        coef.append(np.linalg.lstsq(x * root[:, None], data["q"] * root, rcond=None)[0])
        mean.append(np.average(x, axis=0, weights=data["w"]))
    columns = (mean[0] - mean[1]) * (coef[0] + coef[1]) / 2
    rows = found.set_index(["breakdown", "component"])["estimate"]
    assert rows["age", "composition"] == pytest.approx(columns[1] + columns[2], rel=1e-9)
    assert rows["user", "composition"] == pytest.approx(columns[3], rel=1e-9)
    within = (coef[0] - coef[1]) @ (mean[0] + mean[1]) / 2
    assert rows["total", "within"] == pytest.approx(within, rel=1e-9)
    assert rows["total", "composition"] + within == pytest.approx(
        rows["total", "change"], abs=1e-12
    )


def test_the_influence_is_the_derivative_in_each_weight() -> None:
    draw = np.random.default_rng(5)
    side, complete = draw.integers(-1, 2, 60), draw.random(60) < 0.9
    inside = (side >= 0) & complete
    columns = np.column_stack([np.ones(60), draw.random(60) < 0.5, draw.random(60) < 0.5])
    y = np.where(side >= 0, draw.random(60), 0.0)
    rows = RegressionRows(y, columns * inside[:, None], np.array([-1, 0, 1]), side, complete)
    w, step = draw.uniform(0.5, 2, 60), 1e-5
    moved = [
        (oaxaca(rows, w + step * e) - oaxaca(rows, w - step * e)) / (2 * step) for e in np.eye(60)
    ]
    assert oaxaca_influence(rows, w) == pytest.approx(np.array(moved), abs=1e-8)


def test_linearisation_agrees_with_replicates_after_raking() -> None:
    targets = {"sex": {"F": 0.5, "M": 0.5}}
    linear = [padai.rake(w, targets) for w in waves()]
    replicated = [padai.rake(padai.replicate_weights(w, "jk1"), targets) for w in waves()]
    one, other = (
        decompose_several(stack(w, overlap="none"), "q", net="1", by=["age", "user"]).frame
        for w in (linear, replicated)
    )
    assert one["std_error"].to_numpy() == pytest.approx(other["std_error"].to_numpy(), rel=0.02)


def test_the_same_thing_twice_is_refused() -> None:
    both = [Wave(w.frame.assign(again=w.frame["age"]), w.design, id=w.id) for w in waves()]
    with pytest.raises(EstimationError, match="depend on one another"):
        decompose_several(stack(both, overlap="none"), "q", net="1", by=["age", "again"])
    with pytest.raises(EstimationError, match="each once"):
        decompose_several(stack(both, overlap="none"), "q", net="1", by=["age", "age"])
