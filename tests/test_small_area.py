"""The verb for estimates by area: what it answers, flags and refuses."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

import padai
from padai.errors import ComparisonError, DefinitionError, EstimationError
from padai.results import COLUMNS
from padai.smallarea.modelled import MODEL_COLUMNS
from tests.processors import other_vectors

AREAS = [f"r{i:02d}" for i in range(14)]
SIZE = [400, 300, 200, 150, 120, 100, 90, 80, 60, 50, 41, 30, 20, 12]


def people(seed: int, first: int = 0, few: int = 0) -> pd.DataFrame:
    rng = np.random.default_rng(seed)
    area = np.repeat(AREAS, SIZE)
    effect = dict(zip(AREAS, np.random.default_rng(9).normal(0, 0.4, 14), strict=True))
    p = 1 / (1 + np.exp(-np.array([effect[a] for a in area])))
    frame = pd.DataFrame(
        {
            "id": np.arange(first, first + len(area)),
            "w": rng.uniform(0.5, 2, len(area)),
            "town": rng.integers(0, 150, len(area)),
            "region": area,
            "trust": np.where(rng.uniform(size=len(area)) < p, 1, 2),
            "score": rng.normal(5, 2, len(area)) + 3 * p,
        }
    )
    return frame[~((frame["region"] == "r13") & (frame.index % 12 >= few))] if few else frame


DESIGN = padai.Design(weight="w", psu="town", id="id")


@pytest.fixture(scope="module")
def wave():
    return padai.Wave(people(1), DESIGN, id="a")


@pytest.fixture(scope="module")
def direct(wave):
    return padai.proportion(wave, "trust", net={"trust": [1]}, by="region")


@pytest.fixture(scope="module")
def known():
    rng = np.random.default_rng(4)
    return pd.DataFrame({"region": [*AREAS, "r99"], "urban": rng.uniform(size=15)})


@pytest.fixture(scope="module")
def modelled(direct, known):
    return padai.small_area(direct, covariates=known)


def test_the_frame_is_the_contracts_and_then_the_models(modelled) -> None:
    frame = modelled.frame
    assert tuple(frame.columns) == (*COLUMNS, *MODEL_COLUMNS)
    assert len(frame) == 15
    assert (frame["std_error"] ** 2).to_numpy() == pytest.approx(frame["mse"].to_numpy())
    assert frame["estimate"].between(frame["conf_low"], frame["conf_high"]).all()
    assert (frame["mse_error"] < 0.25 * frame["mse"]).all()
    assert frame["model"].unique().tolist() == ["fay-herriot, yl, logit"]


def test_the_whole_keeps_its_figure(wave, direct, modelled) -> None:
    weight = pd.Series(wave.weights).groupby(wave.frame["region"]).sum()
    share = (weight / weight.sum()).reindex(AREAS).to_numpy()
    total = direct.frame.query("breakdown == 'total'")["estimate"].iloc[0]
    own = modelled.frame.set_index("group").loc[AREAS, "estimate"].to_numpy()
    assert share @ own == pytest.approx(total, abs=1e-12)
    free = padai.small_area(direct, benchmark=False).frame["estimate"].to_numpy()
    assert abs(share @ free - total) > 1e-6


def test_small_areas_borrow_more_and_err_less(direct, modelled) -> None:
    frame = modelled.frame.set_index("group").loc[AREAS]
    assert (frame["borrowed"] == 1 - frame["shrinkage"]).all()
    assert frame["borrowed"].iloc[0] < frame["borrowed"].iloc[12]
    small = frame.iloc[9:]
    assert (small["std_error"] < small["direct_std_error"]).all()
    plain = direct.frame.query("breakdown == 'region'").set_index("group")["estimate"]
    assert frame["direct"].to_numpy() == pytest.approx(plain.loc[AREAS].to_numpy(), abs=0)


def test_an_area_without_sample_is_synthetic_and_flagged(modelled) -> None:
    row = modelled.frame.set_index("group").loc["r99"]
    assert (row["flag"], row["reason"], row["n_base"]) == ("s", "synthetic", 0)
    assert row["borrowed"] == 1
    assert np.isnan(row["direct"])
    assert 0 < row["conf_low"] < row["estimate"] < row["conf_high"] < 1


def test_nine_answers_do_not_enter_their_own_estimate(known) -> None:
    frame = people(1, few=6)
    nine = frame["region"] == "r13"
    assert 0 < nine.sum() < 10

    def estimate(answer: int):
        wave = padai.Wave(frame.assign(trust=np.where(nine, answer, frame["trust"])), DESIGN)
        est = padai.proportion(wave, "trust", net={"trust": [1]}, by="region")
        found = padai.small_area(est, covariates=known, benchmark=False)
        return found.frame.set_index("group").loc["r13"]

    one, two = estimate(1), estimate(2)
    assert one["flag"] == "s"
    assert one["estimate"] == pytest.approx(two["estimate"], abs=1e-12)


def test_contrasts_use_the_models_covariance(modelled) -> None:
    found = modelled.contrast({"d": {0: 1, 1: -1}}).frame.iloc[0]
    matrix = modelled.cov([0, 1])
    assert found["std_error"] ** 2 == pytest.approx(matrix[0, 0] + matrix[1, 1] - 2 * matrix[0, 1])
    bases = modelled.frame["n_base"]
    assert padai.wald_test(modelled, {0: 1, 1: -1}).n == bases[0] + bases[1] > 0
    with pytest.raises(ComparisonError, match="under their model"):
        _ = modelled._source.waves


def test_differences_use_the_models_covariance_and_say_what_they_borrow(over_time) -> None:
    found = padai.small_area(over_time, over="walk")
    frame = padai.difference(found, "b", "a", family="areas").frame
    assert len(frame) == len(AREAS)
    rows = {w: found.rows(wave=w) for w in "ab"}
    for i, line in frame.iterrows():
        a, b = int(rows["a"][i]), int(rows["b"][i])
        want = found.contrast({"d": {b: 1, a: -1}}).frame.iloc[0]
        assert line["estimate"] == pytest.approx(want["estimate"], abs=1e-14)
        assert line["std_error"] == pytest.approx(want["std_error"], rel=1e-9)
    assert (frame["family_size"] == len(AREAS)).all()
    lent = frame["borrowed"] > 0.5
    assert (frame.loc[lent, "reason"] == "mostly_borrowed").all()
    assert (frame.loc[lent, "verdict"] == "").all()
    assert (frame.loc[~lent, "verdict"] != "").all()
    alone = padai.difference(found, "b", "a").frame
    assert (alone["verdict"] == "").all(), "no family was declared"


@pytest.mark.parametrize("scale", ["raw", "arcsine"])
def test_other_scales(direct, scale: str) -> None:
    frame = padai.small_area(direct, scale=scale).frame
    assert frame["model"].iloc[0] == f"fay-herriot, yl, {scale}"
    plain = padai.small_area(direct).frame
    assert np.abs(frame["estimate"] - plain["estimate"]).max() < 0.03


def test_the_designs_own_variances(direct) -> None:
    """With ``variance="design"`` on the raw scale the model is R's ``sae`` with a full V."""
    from padai.numerics.area_predictions import AreaModel, fit_areas

    found = padai.small_area(direct, scale="raw", variance="design", method="reml", benchmark=False)
    rows = direct.rows(breakdown="region")
    y = direct.frame["estimate"].to_numpy()[rows]
    model = AreaModel(
        np.ones((14, 1)), np.ones(14, dtype=bool), direct.cov(rows), (np.eye(14),), "reml"
    )
    want = fit_areas(model, model.problems(), y[:, None]).prediction[:, 0]
    assert found.frame["estimate"].to_numpy() == pytest.approx(want, abs=1e-12)


def test_the_smoothed_variance_is_the_pooled_deff_at_the_modelled_share(direct) -> None:
    """Without covariates every area has one synthetic share, so that D is deff p (1 - p) / n."""
    from padai.numerics.area_predictions import AreaModel, fit_areas
    from padai.smallarea.area_level import _benchmark  # noqa: F401
    from padai.smallarea.direct import series_of
    from padai.smallarea.fitting import _smoothed

    one = series_of(direct, "region", tuple(AREAS))[0]
    model = AreaModel(np.ones((14, 1)), one.used, np.eye(14), (np.eye(14),), "yl")
    y = np.log(one.estimate / (1 - one.estimate))
    fitted, found, deff = _smoothed(one, model, y, "logit")
    p, n, v = one.estimate, one.n, one.variance
    assert deff == pytest.approx((n**2 * v).sum() / (n * p * (1 - p)).sum())
    share = np.full(14, (n * p).sum() / n.sum())
    for _ in range(3):
        V = one.R * np.outer(*[np.sqrt(deff / n / (share * (1 - share)))] * 2)
        again = fitted.__class__(np.ones((14, 1)), one.used, V, (np.eye(14),), "yl")
        fits = fit_areas(again, again.problems(), y[:, None])
        share = 1 / (1 + np.exp(-fits.synthetic[:, 0]))
    assert pytest.approx(V, abs=1e-14) == fitted.V
    assert found.prediction == pytest.approx(fits.prediction, abs=1e-12)


def test_means_are_modelled_too(wave) -> None:
    found = padai.small_area(padai.mean(wave, "score", by="region"))
    assert found.frame["model"].iloc[0] == "fay-herriot, yl, raw"
    total = padai.mean(wave, "score").frame["estimate"].iloc[0]
    weight = pd.Series(wave.weights).groupby(wave.frame["region"]).sum()
    share = (weight / weight.sum()).reindex(AREAS).to_numpy()
    assert share @ found.frame["estimate"].to_numpy() == pytest.approx(total, abs=1e-12)


@pytest.fixture(scope="module")
def over_time(wave):
    later = padai.Wave(people(2, first=9000), DESIGN, id="b")
    third = padai.Wave(people(3, first=99000), DESIGN, id="c")
    return padai.trend(
        padai.stack([wave, later, third], overlap="psu"), "trust", net={"trust": [1]}, by="region"
    )


@pytest.mark.parametrize("how", [{"over": "walk"}, {"over": "ar1", "rho": 0.5}])
def test_over_waves_each_wave_keeps_its_figure(over_time, how) -> None:
    found = padai.small_area(over_time, **how)
    frame = found.frame
    assert len(frame) == 42
    weights = {}
    for wave in over_time._source.waves.waves:
        weights[wave.id] = pd.Series(wave.weights).groupby(wave.frame["region"]).sum()
    for name, part in frame.groupby("wave", observed=True):
        w = weights[str(name)].reindex(part["group"].astype(str)).to_numpy()
        total = over_time.frame.query("breakdown == 'total' and wave == @name")["estimate"].iloc[0]
        assert (w / w.sum()) @ part["estimate"].to_numpy() == pytest.approx(total, abs=1e-12)
    assert 0 <= found.provenance["models"][0]["constant_share"] <= 1


def test_intervals_are_drawn_alike_on_every_processor(over_time, monkeypatch) -> None:
    """Areas alike have equal eigenvalues: which vectors go with them is the kernel's choice."""
    here = padai.small_area(over_time, over="walk", draws=400).frame
    other_vectors(monkeypatch)
    there = padai.small_area(over_time, over="walk", draws=400).frame
    for column in ("estimate", "std_error", "conf_low", "conf_high"):
        assert there[column].to_numpy() == pytest.approx(here[column].to_numpy(), rel=1e-9)


def test_more_waves_tell_more(over_time, direct) -> None:
    alone = padai.small_area(direct).frame
    along = padai.small_area(over_time, over="ar1", rho=0.5).frame.query("wave == 'a'")
    assert along["mse"].mean() < alone["mse"].mean()


def by_definition(est, rho: float, phi: float, A: float, wave_effects: bool):
    """The model's predictions and coefficients from its dense matrices, without a benchmark."""
    rows = est.rows(breakdown="region")
    y, V = est.frame["estimate"].to_numpy()[rows], est.cov(rows)
    waves = est.frame["wave"].iloc[rows].astype(str).to_numpy()
    names = list(dict.fromkeys(waves))
    t = np.arange(len(names))
    C = np.kron(phi + (1 - phi) * rho ** abs(t[:, None] - t), np.eye(len(AREAS)))
    X = np.column_stack(
        [np.ones(len(y)), *(waves == name for name in (names[1:] if wave_effects else ()))]
    ).astype(float)
    S = np.linalg.inv(A * C + V)
    beta = np.linalg.solve(X.T @ S @ X, X.T @ S @ y)
    r = y - X @ beta
    gain = A * C @ S
    restricted = -0.5 * (
        np.linalg.slogdet(2 * np.pi * (A * C + V))[1]
        + r @ S @ r
        + np.linalg.slogdet(X.T @ S @ X / (2 * np.pi))[1]
    )
    objective = restricted + np.log(np.arctan(np.trace(gain))) / len(y)
    return X @ beta + gain @ r, beta, objective


@pytest.mark.parametrize("wave_effects", [True, False])
def test_over_waves_against_generalised_least_squares_by_hand(over_time, wave_effects) -> None:
    found = padai.small_area(
        over_time,
        over="ar1",
        rho=0.5,
        scale="raw",
        variance="design",
        benchmark=False,
        wave_effects=wave_effects,
    )
    told = found.provenance["models"][0]
    A, phi = told["area_variance"], told["constant_share"]
    prediction, beta, best = by_definition(over_time, 0.5, phi, A, wave_effects)
    assert found.frame["estimate"].to_numpy() == pytest.approx(prediction, abs=1e-11)
    names = ["(Intercept)", *(["wave[b]", "wave[c]"] if wave_effects else [])]
    assert list(told["coefficients"]) == names
    assert list(told["coefficients"].values()) == pytest.approx(beta, abs=1e-11)
    for other in np.linspace(0, 1, 11):
        for near in A * np.array([0.7, 0.97, 1.03, 1.4]):
            assert by_definition(over_time, 0.5, other, near, wave_effects)[2] < best + 1e-9


@pytest.mark.parametrize("how", [{"over": "walk"}, {"over": "ar1", "rho": 0.5}])
def test_a_change_common_to_all_areas_is_drawn_back_in_none(wave, how) -> None:
    """Two points more for everybody of the last wave are two points more in every area."""
    frames = [people(seed, first=9000 * seed) for seed in (1, 2, 3)]

    def areas(more: float) -> np.ndarray:
        waves = [
            padai.Wave(
                frame.assign(score=frame["score"] + (more if name == "c" else 0)), DESIGN, id=name
            )
            for name, frame in zip("abc", frames, strict=True)
        ]
        est = padai.mean(padai.stack(waves, overlap="psu"), "score", by="region")
        return padai.small_area(est, benchmark=False, **how).frame["estimate"].to_numpy()

    change = (areas(2.0) - areas(0.0)).reshape(3, len(AREAS))
    assert change == pytest.approx(np.repeat([[0.0], [0.0], [2.0]], len(AREAS), axis=1), abs=1e-9)


def test_what_waves_cannot_tell_is_refused(over_time) -> None:
    table = pd.DataFrame(
        [
            (area, name, rate, rate * k)
            for name, rate in zip("abc", (5.0, 6.0, 4.5), strict=True)
            for k, area in enumerate(AREAS)
        ],
        columns=["region", "wave", "unemployed", "other"],
    )
    with pytest.raises(EstimationError, match="covariate unemployed is the same in all areas"):
        padai.small_area(over_time, covariates=table, over="walk")
    plain = padai.small_area(over_time, covariates=table, over="walk", wave_effects=False)
    assert "unemployed" in plain.provenance["models"][0]["coefficients"]
    with pytest.raises(DefinitionError, match="`wave_effects` must be True or False; 'no'"):
        padai.small_area(over_time, over="walk", wave_effects="no")


def test_a_wave_without_an_area_that_enters_is_named(wave) -> None:
    few = people(2, first=9000).groupby("region").head(9)
    est = padai.trend(
        padai.stack([wave, padai.Wave(few, DESIGN, id="b")], overlap="psu"),
        "trust",
        net={"trust": [1]},
        by="region",
    )
    with pytest.raises(EstimationError, match="in wave b no area has 10 respondents"):
        padai.small_area(est, over="walk", scale="arcsine")


BAD = [
    ({"covariates": pd.DataFrame({"x": [1.0]}, index=["r00"])}, "no row for area r01"),
    ({"covariates": pd.DataFrame({"x": range(14), "y": range(14)}, index=AREAS)}, "collinear"),
    ({"covariates": pd.DataFrame({"x": [None] * 14}, index=AREAS)}, "'x' has no number for r00"),
    (
        {"covariates": pd.DataFrame({"x": range(14), "wave": "z"}, index=AREAS)},
        "covariates of wave a are missing for area r00.*there are those of z",
    ),
    (
        {"covariates": pd.DataFrame(np.random.default_rng(1).normal(size=(14, 14)), index=AREAS)},
        "more sampled areas than coefficients: 14 areas, 15",
    ),
    ({"covariates": [1, 2]}, "covariates are a table"),
    ({"method": "yll"}, "method='yll' is not known.*Did you mean 'yl'"),
    ({"scale": "log"}, "scale='log' is not known"),
    ({"over": "walk"}, "1 waves with over='walk'"),
    ({"over": "ar1"}, "ar1 needs a declared rho"),
    ({"rho": 0.5}, "nothing else takes one"),
    ({"draws": 10}, "the bootstrap needs 400"),
    ({"draws": True}, "`draws` must be a whole number, 1 or more; True"),
    ({"seed": -1}, "`seed` must be a whole number, 0 or more; -1 was given"),
    ({"seed": 1.5}, "`seed` must be a whole number, 0 or more; 1.5 was given"),
    ({"seed": True}, "`seed` must be a whole number, 0 or more; True was given"),
    ({"seed": "one"}, "`seed` must be a whole number, 0 or more; 'one' was given"),
    ({"kept_out": "r00"}, r"kept_out='r00'.*\['r00'\]|list of areas"),
    ({"kept_out": None}, "kept_out=None"),
    ({"kept_out": ["r0"]}, "kept_out names r0, which is no area here"),
    ({"times": {"a": "x"}}, "`times` must be a mapping of"),
    (
        {"covariates": pd.DataFrame(np.ones((14, 2)), index=AREAS, columns=["x", "x"])},
        "two columns named x",
    ),
    ({"benchmark": {"target": "half", "weights": dict.fromkeys(AREAS, 1)}}, "benchmark is True"),
    ({"benchmark": {"target": 0.5, "weights": dict.fromkeys(AREAS, "a")}}, "needs a weight"),
    ({"areas": "county"}, "areas='county' was given"),
    ({"benchmark": {"target": 0.5}}, "benchmark is True, False, or"),
    ({"benchmark": {"target": 0.5, "weights": {"r00": 1}}}, "needs a weight .* every area"),
    ({"benchmark": {"target": 2.0, "weights": dict.fromkeys(AREAS, 1)}}, "meets the benchmark"),
]


def test_a_seed_of_numpy_is_a_seed(direct) -> None:
    one, two = (padai.small_area(direct, seed=seed).frame for seed in (3, np.int64(3)))
    pd.testing.assert_frame_equal(one, two)


@pytest.mark.parametrize(("given", "said"), BAD)
def test_what_is_refused(direct, given, said: str) -> None:
    with pytest.raises((DefinitionError, EstimationError), match=said) as caught:
        padai.small_area(direct, **given)
    assert caught.value.texts["fr"] != caught.value.texts["en"]


def test_one_area_several_waves_and_detached_estimates(wave, direct, over_time) -> None:
    frame = wave.frame
    one = padai.Wave(frame[frame["region"] == "r00"], DESIGN)
    with pytest.raises(EstimationError, match="a model of areas needs several"):
        padai.small_area(padai.proportion(one, "trust", by="region"))
    with pytest.raises(EstimationError, match="3 waves with over=None"):
        padai.small_area(over_time)
    with pytest.raises(EstimationError, match="detached"):
        padai.small_area(direct.detach())


def test_a_share_of_0_has_no_logit_but_an_angle(wave) -> None:
    frame = wave.frame
    frame.loc[frame["region"] == "r10", "trust"] = 2
    est = padai.proportion(padai.Wave(frame, DESIGN), "trust", net={"t": [1]}, by="region")
    with pytest.raises(EstimationError, match=r"area r10 is 0% or 100%.*arcsine"):
        padai.small_area(est)
    found = padai.small_area(est, scale="arcsine").frame.set_index("group").loc["r10"]
    assert found["estimate"] > 0.01
    assert found["direct"] == 0
