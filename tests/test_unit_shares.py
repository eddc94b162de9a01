"""Shares of areas from their people: what the verb answers, flags, lists and refuses."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest
from scipy.special import expit

import padai
from padai.errors import EstimationError
from padai.numerics.multilevel import fit_multilevel
from padai.numerics.multilevel_mode import BinomialCells
from padai.results import COLUMNS
from padai.smallarea.modelled import MODEL_COLUMNS
from tests.processors import other_vectors

AREAS = [f"r{i:02d}" for i in range(12)]
AGES, SEXES = ["18", "35", "55", "75"], ["F", "M"]
SIZE = np.array([300, 250, 200, 150, 120, 100, 80, 60, 41, 30, 20, 8])
NET = {"trust": ["1"]}


def population() -> pd.DataFrame:
    rng = np.random.default_rng(1)
    cells = pd.MultiIndex.from_product([[*AREAS, "r99"], AGES, SEXES], names=["r", "age", "sex"])
    frame = cells.to_frame(index=False)
    return frame.assign(N=rng.integers(500, 3000, len(frame)))


def people(seed: int, first: int = 0) -> pd.DataFrame:
    rng, fixed = np.random.default_rng(seed), np.random.default_rng(7)
    area, age, sex = np.repeat(np.arange(12), SIZE), *rng.integers(0, [[4], [2]], (2, SIZE.sum()))
    eta = -0.2 + 0.4 * sex + fixed.normal(0, 0.4, 12)[area] + fixed.normal(0, 0.4, 4)[age]
    yes = rng.uniform(size=len(area)) < expit(eta)
    return pd.DataFrame(
        {
            "id": np.arange(first, first + len(area)),
            "w": rng.uniform(0.5, 2, len(area)),
            "r": np.array(AREAS)[area],
            "age": np.array(AGES)[age],
            "sex": np.array(SEXES)[sex],
            "y": np.where(yes, "1", "2"),
        }
    )


DESIGN = padai.Design(weight="w", id="id")


@pytest.fixture(scope="module")
def wave():
    return padai.Wave(people(1), DESIGN, id="a")


@pytest.fixture(scope="module")
def modelled(wave):
    return padai.unit_model(wave, "y", net=NET, areas="r", population=population())


@pytest.fixture(scope="module")
def over_time(wave):
    both = padai.stack([wave, padai.Wave(people(2, 9000), DESIGN, id="b")], overlap="none")
    return padai.unit_model(
        both, "y", net=NET, areas="r", population=population(), interactions=["r*age"]
    )


def test_the_frame_is_the_contracts_and_then_the_models(modelled) -> None:
    frame = modelled.frame
    assert tuple(frame.columns) == (*COLUMNS, *MODEL_COLUMNS)
    assert frame["group"].tolist() == [*AREAS, "r99"]
    assert (frame["std_error"] ** 2).to_numpy() == pytest.approx(frame["mse"].to_numpy())
    assert frame["estimate"].between(frame["conf_low"], frame["conf_high"]).all()
    assert (frame["mse_error"] < 0.3 * frame["mse"]).all()
    assert frame["response"].unique().tolist() == ["trust"]
    big, small = frame.iloc[0], frame.iloc[10]
    assert big["borrowed"] < small["borrowed"]
    assert small["std_error"] < small["direct_std_error"]


def test_shares_are_those_of_the_cells_by_hand(wave) -> None:
    found = padai.unit_model(
        wave, "y", net=NET, areas="r", population=population(), prior=False, benchmark=False
    )
    frame = wave.frame[wave.frame["r"] != "r11"]  # eight respondents: they do not enter
    cell = (
        frame.groupby(["r", "age", "sex"])["y"]
        .agg(yes=lambda y: (y == "1").sum(), n="size")
        .reset_index()
    )
    pop = population()
    areas, ages = [*AREAS, "r99"], AGES
    sides = []
    for t in (cell, pop):
        codes = t["r"].map(areas.index).to_numpy(), t["age"].map(ages.index).to_numpy()
        sides.append((np.column_stack([np.ones(len(t)), t["sex"] == "M"]).astype(float), codes))
    (X, codes), (X_pop, pop_codes) = sides
    cells = BinomialCells(cell["yes"].to_numpy(float), cell["n"].to_numpy(float), X, codes, (13, 4))
    fit = fit_multilevel(cells, prior=False)
    share = expit(X_pop @ fit.coef + fit.effects[pop_codes[0]] + fit.effects[13 + pop_codes[1]])
    want = (share * pop["N"]).groupby(pop["r"]).sum() / pop.groupby("r")["N"].sum()
    assert found.frame["estimate"].to_numpy() == pytest.approx(want[areas].to_numpy(), abs=1e-5)


def test_the_whole_keeps_its_figure(wave, modelled) -> None:
    weight = pd.Series(wave.weights).groupby(wave.frame["r"]).sum()
    own = modelled.frame.set_index("group").loc[AREAS, "estimate"].to_numpy()
    total = padai.proportion(wave, "y", net=NET).frame["estimate"].iloc[0]
    assert (weight / weight.sum()).loc[AREAS].to_numpy() @ own == pytest.approx(total, abs=1e-12)


def test_few_answers_and_none_are_synthetic(wave, modelled) -> None:
    frame = modelled.frame.set_index("group")
    for area, base in (("r11", 8), ("r99", 0)):
        row = frame.loc[area]
        assert (row["flag"], row["reason"], row["n_base"]) == ("s", "synthetic", base)
        assert row["borrowed"] == 1
        assert np.isnan(row["direct"])
    other = wave.frame
    other.loc[other["r"] == "r11", "y"] = "1"
    call = {"net": NET, "areas": "r", "population": population(), "benchmark": False}
    found = [padai.unit_model(padai.Wave(f, DESIGN), "y", **call) for f in (wave.frame, other)]
    one, two = (f.frame["estimate"].to_numpy() for f in found)
    assert one == pytest.approx(two, abs=1e-12)


def test_over_waves(over_time) -> None:
    frame = over_time.frame
    assert len(frame) == 26
    about = over_time.provenance
    assert list(about["deviations"]) == ["r", "age", "r*wave", "r*age"]
    assert list(about["coefficients"]) == ["(Intercept)", "wave=b", "sex=M"]
    assert about["effective_draws"] >= 200
    rows = [over_time.rows(wave=w, group="r00")[0] for w in "ab"]
    matrix = over_time.cov(rows)
    want = np.sqrt(matrix[0, 0] + matrix[1, 1] - 2 * matrix[0, 1])
    found = padai.difference(over_time, "b", "a", family="model").frame.set_index("group")
    assert found.loc["r00", "std_error"] == pytest.approx(want)
    lent = found["borrowed"] > 0.5
    assert (found.loc[lent, "verdict"] == "").all()
    assert found.loc["r99", "borrowed"] == 1


def test_shares_are_drawn_alike_on_every_processor(wave, modelled, monkeypatch) -> None:
    other_vectors(monkeypatch)
    there = padai.unit_model(wave, "y", net=NET, areas="r", population=population()).frame
    for column in ("estimate", "std_error", "conf_low", "conf_high"):
        here = modelled.frame[column].to_numpy()
        assert there[column].to_numpy() == pytest.approx(here, rel=1e-6)


def test_margins_are_raked_together_and_it_is_said(wave, modelled) -> None:
    pop = population()
    margins = {
        name: pop.groupby(by)["N"].sum().to_dict()
        for name, by in (("r", "r"), ("age", "age"), ("sex", "sex"))
    }
    found = padai.unit_model(wave, "y", net=NET, areas="r", population=margins)
    assert found.provenance["population"] == "raked"
    assert "cells raked" in found.frame["model"].iloc[0]
    gap = np.abs(found.frame["estimate"] - modelled.frame["estimate"]).max()
    assert 0 < gap < 0.06
    joint = {"*".join(k): float(n) for k, n in pop.set_index(["r", "age", "sex"])["N"].items()}
    whole = padai.unit_model(wave, "y", net=NET, areas="r", population={"r*age*sex": joint})
    assert whole.provenance["population"] == "given"
    assert whole.frame["estimate"].to_numpy() == pytest.approx(
        modelled.frame["estimate"].to_numpy(), abs=1e-9
    )


def test_what_people_were_weighted_by_and_no_cell_holds(wave) -> None:
    heavy = padai.rake(wave, {"sex": {"F": 0.5, "M": 0.5}, "age": dict.fromkeys(AGES, 0.25)})
    found = padai.unit_model(
        heavy, "y", net=NET, areas="r", population=population(), variables=["sex"]
    )
    assert found.provenance["absent_from_cells"] == ["age"]
    assert list(found.provenance["deviations"]) == ["r"]


def test_weights_as_a_composite_likelihood(wave, modelled) -> None:
    found = padai.unit_model(
        wave, "y", net=NET, areas="r", population=population(), weights="composite"
    )
    assert found.provenance["approximate"]
    assert "approximate" in found.frame["model"].iloc[0]
    assert found.frame["mse"].mean() > modelled.frame["mse"].mean(), "fewer effective answers"


def test_draws_repeat_and_covariates_enter(wave, modelled) -> None:
    again = padai.unit_model(wave, "y", net=NET, areas="r", population=population())
    pd.testing.assert_frame_equal(again.frame, modelled.frame)
    known = pd.DataFrame({"r": [*AREAS, "r99"], "urban": np.linspace(0, 3, 13)})
    found = padai.unit_model(
        wave, "y", net=NET, areas="r", population=population(), covariates=known
    )
    assert list(found.provenance["coefficients"]) == ["(Intercept)", "sex=M", "urban"]


def changed(**columns) -> pd.DataFrame:
    return population().assign(**columns)


BAD = [
    ({"population": population().drop(columns="N")}, "lacks the column N"),
    ({"population": population().drop(columns="r")}, "lacks the column r"),
    ({"population": population().rename(columns={"age": "agee"})}, "agee.*Did you mean 'age'"),
    ({"population": changed(N=np.nan)}, "cell r00.18.F.*must be a number of people"),
    ({"population": changed(N=-1)}, "must be a number of people"),
    ({"population": pd.concat([population(), population().head(1)])}, "two rows for the cell"),
    ({"population": population().query("r != 'r03'")}, "code r03, of which .* no cell"),
    ({"population": population().query("age != '75' or r != 'r00'")}, "in cells where .* nobody"),
    ({"population": changed(N=lambda t: t["N"] * (t["r"] != "r99"))}, "nobody in area r99"),
    ({"population": changed(wave="z")}, "no cells of wave a; it has those of z"),
    ({"population": [1]}, "a table with one row a cell"),
    ({"population": {"age": dict.fromkeys(AGES, 0.25)}}, "no margin .* holds r"),
    ({"population": {"r": {"r00": -1}}}, "unit_model"),
    ({"population": {"r": 3}}, "margins are mappings|numeric"),
    ({"net": {"a": ["1"], "b": ["2"]}}, "one at a time"),
    ({"net": {"a": {"codes": ["1"], "minus": ["2"]}}}, "a balance not at all"),
    ({"net": {"all": ["1", "2"]}}, "same answer"),
    ({"interactions": ["r*agee"]}, "is of two of r, age, sex, wave"),
    ({"interactions": ["age"]}, "not of two variables"),
    ({"interactions": ["age*age"]}, "is of two of"),
    ({"covariates": pd.DataFrame({"r": AREAS[1:], "x": 1.0})}, "unit_model: covariates .* r00"),
    ({"covariates": pd.DataFrame({"r": [*AREAS, "r99"], "x": 1.0})}, "x follows from"),
    (
        {"covariates": pd.DataFrame(np.eye(13)[:, :12], index=[*AREAS, "r99"])},
        "more sampled areas than coefficients: 11 areas, 13",
    ),
    ({"weights": "cell"}, "weights='cell' is not known.*Did you mean 'cells'"),
    ({"draws": 3}, "needs 400"),
    ({"seed": -1}, "a whole number, 0 or more"),
    ({"population": population().head(0)}, "has no rows"),
]


@pytest.mark.parametrize(("given", "said"), BAD)
def test_what_is_refused(wave, given, said: str) -> None:
    call = {"net": NET, "areas": "r", "population": population(), **given}
    with pytest.raises(padai.errors.PadaiError, match=said) as caught:
        padai.unit_model(wave, "y", **call)
    assert caught.value.texts["fr"] != caught.value.texts["en"]


def test_few_areas_and_a_parted_answer(wave) -> None:
    frame = wave.frame
    two = padai.Wave(frame[frame["r"].isin(AREAS[:2])], DESIGN)
    with pytest.raises(EstimationError, match="2 areas have 10 respondents or more"):
        padai.unit_model(two, "y", net=NET, areas="r", population=population())
    parted = padai.Wave(frame.assign(y=np.where(frame["sex"] == "F", "1", frame["y"])), DESIGN)
    with pytest.raises(EstimationError, match="parts the answers perfectly"):
        padai.unit_model(parted, "y", net=NET, areas="r", population=population())
    flat = padai.stack(
        [wave, padai.Wave(people(2, 9000).assign(y="1"), DESIGN, id="b")], overlap="none"
    )
    with pytest.raises(EstimationError, match="wave"):
        padai.unit_model(flat, "y", net=NET, areas="r", population=population())
    with pytest.raises(EstimationError, match="without net= a mean"):
        padai.unit_model(flat, "y", areas="r", population=population())


@pytest.mark.parametrize("kind", ["open", "minipublic"])
def test_those_who_took_part_are_no_population(wave, kind: str) -> None:
    survey = SimpleNamespace(
        id="s", questions={}, part=lambda wave, part: SimpleNamespace(sample_type=kind)
    )
    own = padai.Wave(wave.frame, wave.design, id="2025", survey=survey)
    with pytest.raises(EstimationError, match=f"this part is '{kind}'"):
        padai.unit_model(own, "y", net=NET, areas="r", population=population())
