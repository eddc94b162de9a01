"""Bell-McCaffrey errors by what they are to be: unbiased, and of their own degrees of freedom.

The reference is the definition itself, in matrices of all rows: ``A_i`` by an eigendecomposition of
``I - X_i (X'X)^-1 X_i'``, and moments of the variance as those of a quadratic form.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

import padai
from padai.errors import DefinitionError, EstimationError
from padai.numerics.bell_mccaffrey import leverage_of


def drawn(seed: int) -> tuple[np.ndarray, np.ndarray]:
    draw = np.random.default_rng(seed)
    psu = np.repeat(np.arange(7), [1, 2, 2, 4, 5, 9, 12])
    X = np.column_stack([np.ones(len(psu)), draw.standard_normal((len(psu), 2))])
    X[:, 2] += psu
    return X, draw.permutation(psu)


def inverse_root(M: np.ndarray) -> np.ndarray:
    values, vectors = np.linalg.eigh(M)
    return (vectors / np.sqrt(values)) @ vectors.T


def totals(X: np.ndarray, psu: np.ndarray) -> np.ndarray:
    """What a response of 1 in one row alone adds to each psu's score, shape (P, k, n)."""
    n, inverse = len(X), np.linalg.inv(X.T @ X)
    H = X @ inverse @ X.T
    found = []
    for i in np.unique(psu):
        own = psu == i
        A = inverse_root(np.eye(own.sum()) - H[np.ix_(own, own)])
        found.append(inverse @ X[own].T @ A @ (np.eye(n) - H)[own])
    return np.array(found)


@pytest.mark.parametrize("seed", range(3))
def test_residuals_are_those_of_the_definition(seed: int) -> None:
    X, psu = drawn(seed)
    y = np.random.default_rng(seed + 9).standard_normal(len(X))
    residual = y - X @ np.linalg.lstsq(X, y, rcond=None)[0]
    freed = leverage_of(X, psu).freed(residual)
    H = X @ np.linalg.inv(X.T @ X) @ X.T
    for i in np.unique(psu):
        own = psu == i
        wanted = inverse_root(np.eye(own.sum()) - H[np.ix_(own, own)]) @ residual[own]
        assert freed[own] == pytest.approx(wanted, rel=1e-10)


@pytest.mark.parametrize("seed", range(3))
def test_the_variance_is_unbiased_and_has_these_degrees_of_freedom(seed: int) -> None:
    """With rows independent, of one variance: E V = (X'X)^-1, and df = 2 (E V)^2 / var V."""
    X, psu = drawn(seed)
    scores = totals(X, psu)
    assert np.einsum("pin,pjn->ij", scores, scores) == pytest.approx(
        np.linalg.inv(X.T @ X), rel=1e-9
    )
    for place, df in enumerate(leverage_of(X, psu).degrees()):
        Q = scores[:, place].T @ scores[:, place]
        assert df == pytest.approx(np.trace(Q) ** 2 / np.trace(Q @ Q), rel=1e-9)


def frame() -> pd.DataFrame:
    draw = np.random.default_rng(4)
    psu = np.repeat(np.arange(8), 6)
    y = draw.standard_normal(48) + np.repeat(draw.standard_normal(8), 6)
    return pd.DataFrame({"psu": psu, "y": y, "x": draw.standard_normal(48), "z": psu == 3})


DESIGN = padai.Design(psu="psu")


def test_a_mean_of_equal_psus_by_hand() -> None:
    """Each psu's residuals grow by (1 - 1/P)^-1/2: the variance by P / (P - 1), on P - 1."""
    wave = padai.Wave(frame(), DESIGN)
    plain = padai.glm(wave, "y ~ 1")
    freed = padai.glm(wave, "y ~ 1", std_errors="bell-mccaffrey")
    assert freed.std_error == pytest.approx(plain.std_error * np.sqrt(8 / 7), rel=1e-12)
    assert freed.frame["df"].tolist() == pytest.approx([7.0], rel=1e-12)
    assert freed.coef.tolist() == plain.coef.tolist()


def test_rows_alone_have_the_errors_of_hc2() -> None:
    data = frame()
    own = padai.glm(padai.Wave(data, padai.Design()), "y ~ x", std_errors="bell-mccaffrey")
    X = np.column_stack([np.ones(48), data["x"]])
    inverse = np.linalg.inv(X.T @ X)
    e = data["y"] - X @ own.coef
    h = np.einsum("ij,jk,ik->i", X, inverse, X)
    scores = (X * (e / np.sqrt(1 - h)).to_numpy()[:, None]) @ inverse
    scores -= scores.mean(axis=0)
    assert own.covariance == pytest.approx(48 / 47 * scores.T @ scores, rel=1e-9)


def test_it_is_the_same_whatever_the_units_and_the_order_of_rows() -> None:
    data = frame()
    shuffled = data.sample(frac=1, random_state=1).assign(x=lambda d: 1000 * d["x"])
    models = [
        padai.glm(padai.Wave(d, DESIGN), "y ~ x", std_errors="bell-mccaffrey")
        for d in (data, shuffled)
    ]
    one, other = (m.frame for m in models)
    assert other["p_value"].tolist() == pytest.approx(one["p_value"].tolist(), rel=1e-9)
    assert other["df"].tolist() == pytest.approx(one["df"].tolist(), rel=1e-9)


def test_no_more_degrees_of_freedom_than_psus_less_strata() -> None:
    data = frame().assign(h=lambda d: d["psu"] // 2)
    wave = padai.Wave(data, padai.Design(stratum="h", psu="psu"))
    model = padai.glm(wave, "y ~ 1", std_errors="bell-mccaffrey")
    assert model.details["satterthwaite_df"].tolist() == pytest.approx([7.0])
    assert (model.df, model.frame["df"].tolist()) == (4.0, [4.0])


def test_tests_of_terms_and_predictions_take_them() -> None:
    wave = padai.Wave(frame(), DESIGN)
    model = padai.glm(wave, "y ~ x", std_errors="bell-mccaffrey")
    assert padai.term_test(model, "x").df_denominator == model.df == model.frame["df"].min()
    at = padai.predict(model, {"x": [0.0]}).frame.iloc[0]
    assert at["std_error"] == pytest.approx(model.std_error[0], rel=1e-12)
    assert at["df"] == model.df


def test_what_it_cannot_be_is_refused() -> None:
    wave = padai.Wave(frame(), DESIGN)
    with pytest.raises(DefinitionError, match="'hc3' is not known"):
        padai.glm(wave, "y ~ x", std_errors="hc3")
    with pytest.raises(EstimationError, match="1 of 8 psus determine a coefficient alone"):
        padai.glm(wave, "y ~ x + z", std_errors="bell-mccaffrey")
    made = padai.replicate_weights(wave, "jk1")
    with pytest.raises(EstimationError, match="the design has replicate weights"):
        padai.glm(made, "y ~ x", std_errors="bell-mccaffrey")
