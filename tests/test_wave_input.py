"""Bad input to waves, designs, stacks and estimates: each refused by name, or a flagged row."""

from __future__ import annotations

import pickle

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import padai
from padai.design import Bootstrap, Design, Fay, Jackknife, JackknifeN, Replicates
from padai.errors import (
    ComparisonError,
    DataError,
    DefinitionError,
    DesignError,
    EstimationError,
)
from padai.results import COLUMNS
from padai.waves import Wave, stack


def data(**columns):
    base = {
        "id": [4, 2, 3, 1, 6, 5],
        "w": [1.0, 2.0, 1.0, 3.0, 1.0, 2.0],
        "h": ["a", "a", "a", "b", "b", "b"],
        "c": [1, 1, 2, 1, 2, 3],
        "N": [10, 10, 10, 20, 20, 20],
        "q": [1.0, 2.0, np.nan, 1.0, 2.0, 2.0],
        "x": [1.5, 2.5, 3.0, 0.0, 1.0, 7.0],
        "g": ["m", "f", "m", "f", "m", "f"],
    }
    return pd.DataFrame({**base, **columns})


@pytest.mark.parametrize(
    ("weight", "found"),
    [(-1.0, "1 negative"), (np.nan, "1 missing"), (np.inf, "1 infinite")],
)
def test_weights_that_are_no_weights(weight, found):
    bad = data(w=[1.0, 2.0, 1.0, 3.0, 1.0, weight])
    with pytest.raises(DesignError, match=rf"column 'w'.*{found}"):
        Wave(bad, Design(weight="w"))


def test_new_weights_are_checked_too():
    wave = Wave(data(), Design(weight="w"))
    with pytest.raises(DesignError, match=r"the new weights.*6 zero"):
        wave.reweighted(np.zeros(6))
    with pytest.raises(DataError, match="3 weights were given for 6 rows"):
        wave.reweighted(np.ones(3))


def test_a_psu_in_two_strata():
    with pytest.raises(DesignError, match=r"2 psus of stage 1 .* nest=True"):
        Wave(data(), Design(weight="w", stratum="h", psu="c", nest=False))
    assert Wave(data(), Design(weight="w", stratum="h", psu="c")).sample.first.n_psus == 5


def test_population_smaller_than_the_sample():
    with pytest.raises(DesignError, match=r"stratum 'b' has a population of 2 and a sample of 3"):
        Wave(data(N=[10, 10, 10, 2, 2, 2]), Design(stratum="h", fpc="N"))


@pytest.mark.parametrize(
    ("sizes", "said"),
    [
        ([10, 10, 11, 20, 20, 20], "varies within stratum 'a'"),
        ([10, 10, 10, 0.5, 0.5, 0.5], "mixed"),
        ([10, 10, 10, -20, -20, -20], "3 rows are missing, zero, negative"),
    ],
)
def test_population_sizes_that_cannot_be(sizes, said):
    with pytest.raises(DesignError, match=said):
        Wave(data(N=sizes), Design(weight="w", stratum="h", fpc="N"))


def test_a_stratum_of_one_psu():
    lonely = Wave(data(h=["a", "a", "a", "a", "a", "b"]), Design(weight="w", stratum="h"))
    with pytest.raises(DesignError, match=r"only one psu at stage 1 \('b'\)"):
        padai.proportion(lonely, "q")
    with pytest.raises(DesignError, match="lonely_psu='ignore' is not known"):
        Design(lonely_psu="ignore")


def test_the_path_of_a_file_of_answers_is_read_first(tmp_path):
    (tmp_path / "answers.csv").write_text("w,x\n1,2\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"Wave\(pandas\.read_csv\('answers\.csv'\)"):
        Wave(str(tmp_path / "answers.csv"), Design(weight="w"))


def test_missing_design_columns():
    with pytest.raises(DataError, match="weight column 'wt' is not in the data"):
        Wave(data(), Design(weight="wt"))
    with pytest.raises(DesignError, match="stratum column 'h' is missing in 1 of 6 rows"):
        Wave(data(h=["a", "a", "a", "b", "b", None]), Design(stratum="h"))
    with pytest.raises(DataError, match="something other than a number in 6 rows"):
        Wave(data(), Design(weight="h"))
    with pytest.raises(DataError, match=r"decimal commas: frame\['w'\] = .*replace\(',', '\.'\)"):
        Wave(data(w=["1,5", "2", "0,5", "1", "1", "2,25"]), Design(weight="w"))
    with pytest.raises(EstimationError, match=r"padai\.proportion\(wave, 'h'\)"):
        padai.mean(Wave(data(h=list("aabbab")), Design(weight="w")), "h")
    with pytest.raises(DesignError, match="`fpc` names 2 stages and `psu` 1"):
        Design(psu="c", fpc=("N", "M"))


def test_identifiers():
    with pytest.raises(DataError, match="1 blanks and 0 repeated"):
        Wave(data(id=[1, 2, 3, 4, 5, None]), Design(id="id"))
    with pytest.raises(DataError, match="0 blanks and 1 repeated"):
        Wave(data(id=[1, 2, 3, 4, 5, 5]), Design(id="id"))


def test_frames_that_are_no_frames():
    with pytest.raises(DataError, match="pandas, polars or pyarrow"):
        Wave([1, 2, 3], Design())
    with pytest.raises(DataError, match="no rows"):
        Wave(data().iloc[:0], Design())
    twice = pd.concat([data(), data()[["q"]]], axis=1)
    with pytest.raises(DataError, match="'q' stands twice"):
        Wave(twice, Design())


def test_replicate_weights_of_another_shape():
    frame = data(**{f"rw{i}": np.ones(6) for i in range(1, 5)})
    with pytest.raises(DesignError, match="`rscales` has 3 values for 4"):
        Wave(frame, Design(replicates=JackknifeN(prefix="rw", rscales=[1, 1, 1])))
    with pytest.raises(DataError, match="1 of 2 replicate-weight columns"):
        Wave(frame, Design(replicates=Fay(columns=["rw1", "rw9"])))
    with pytest.raises(DataError, match="0 columns are named 'rep' and a number"):
        Wave(frame, Design(replicates=Bootstrap(prefix="rep")))
    with pytest.raises(DesignError, match="`prefix` or `columns`"):
        Jackknife()
    with pytest.raises(DesignError, match="need a `scale`"):
        Wave(frame, Design(replicates=Replicates(prefix="rw")))
    with pytest.raises(DesignError, match="needs `rscales`"):
        JackknifeN(prefix="rw")
    with pytest.raises(DesignError, match="1 values are missing"):
        broken = frame.assign(rw2=[1, 1, 1, 1, 1, np.nan])
        Wave(broken, Design(replicates=Bootstrap(prefix="rw")))


def test_waves_never_change():
    frame = data()
    wave = Wave(frame, Design(weight="w", id="id"))
    frame.loc[0, "q"] = 99
    copied = wave.frame
    copied.loc[0, "q"] = 98
    assert set(wave.frame["q"].dropna()) == {1.0, 2.0}
    with pytest.raises(AttributeError):
        wave.id = "other"
    with pytest.raises(ValueError, match="read-only"):
        wave.weights[0] = 2
    assert wave.frame["id"].tolist() == [1, 2, 3, 4, 5, 6]
    other = wave.reweighted(2 * wave.weights)
    assert other.weights.sum() == 2 * wave.weights.sum()


@pytest.mark.parametrize("convert", [pl.from_pandas, pa.Table.from_pandas])
def test_other_kinds_of_frame(convert):
    design = Design(weight="w", stratum="h")
    one = padai.proportion(Wave(data(), design), "q", by="g").to_pandas()
    other = padai.proportion(Wave(convert(data()), design), "q", by="g").to_pandas()
    assert one["estimate"].tolist() == other["estimate"].tolist()
    assert one["group"].tolist() == other["group"].tolist()


def test_unknown_names():
    wave = Wave(data(), Design(weight="w"))
    with pytest.raises(DataError, match=r"'qq' is not in the data\. Did you mean 'q'"):
        padai.proportion(wave, "qq")
    with pytest.raises(DefinitionError, match="no net or code 'seven'; it has 1, 2"):
        padai.proportion(wave, "q", net="seven")
    with pytest.raises(DefinitionError, match="ci='exact' is not known"):
        padai.proportion(wave, "q", ci="exact")
    with pytest.raises(DefinitionError, match="not between 0 and 1"):
        padai.proportion(wave, "q", level=95)
    with pytest.raises(DefinitionError, match="breakdown twice"):
        padai.proportion(wave, "q", by=["g", "g"])
    with pytest.raises(DefinitionError, match="name the questions"):
        padai.banner(wave)
    with pytest.raises(EstimationError, match="no answer"):
        padai.proportion(Wave(data(q=[np.nan] * 6), Design()), "q")
    with pytest.raises(EstimationError, match="other than a number"):
        padai.mean(wave, "g")


def flagged(frame):
    """Every number that is missing stands in a row with a reason."""
    numbers = frame.select_dtypes("number")
    lacking = numbers.isna().any(axis=1)
    return (frame.loc[lacking, "reason"].astype(str) != "").all()


def test_an_empty_domain_stays_a_row():
    groups = pd.Categorical(data()["g"], categories=["f", "m", "other"])
    wave = Wave(data(g=groups), Design(weight="w", stratum="h"))
    for est in (
        padai.proportion(wave, "q", by="g"),
        padai.mean(wave, "x", by="g"),
        padai.total(wave, "x", by="g"),
        padai.ratio(wave, "x", "w", by="g"),
    ):
        row = est.frame[est.frame["group"] == "other"].iloc[0]
        assert (row["flag"], row["reason"], row["n_base"]) == ("0", "empty_domain", 0)
        assert np.isnan(row["estimate"]) and np.isnan(row["std_error"])
        assert flagged(est.frame)


def test_no_degrees_of_freedom():
    wave = Wave(data(g=["a", "b", "c", "d", "e", "f"]), Design(weight="w", stratum="h"))
    frame = padai.mean(wave, "x", by="g").frame
    alone = frame[frame["breakdown"] == "g"]
    assert (alone["flag"] == "d").all() and (alone["df"] == 0).all()
    assert alone[["conf_low", "conf_high"]].isna().all(axis=None)
    assert flagged(frame)


def test_a_response_with_one_category():
    wave = Wave(data(q=np.ones(6)), Design(weight="w", stratum="h"))
    row = padai.proportion(wave, "q").frame.iloc[0]
    assert (row["estimate"], row["std_error"], row["conf_high"]) == (1.0, 0.0, 1.0)
    assert 0 < row["conf_low"] < 1 and row["reason"] == "at_limit"
    constant = padai.mean(Wave(data(x=np.ones(6)), Design(weight="w")), "x").frame
    assert flagged(constant) and constant["reason"][0] == "no_variation"


def test_stacks_that_cannot_be():
    one, two = (Wave(data(), Design(weight="w", id="id"), id=i) for i in ("1", "2"))
    with pytest.raises(ComparisonError, match="6 respondent identifiers"):
        stack([one, two], overlap="none")
    with pytest.raises(ComparisonError, match="all different"):
        stack([one, one], overlap="respondent")
    bare = [Wave(data(), Design(weight="w"), id=i) for i in ("1", "2")]
    with pytest.raises(ComparisonError, match="name their column"):
        stack(bare, overlap="respondent")
    with pytest.raises(ComparisonError, match="needs psus"):
        stack(bare, overlap="psu")
    other = Wave(data(), Design(weight="w", lonely_psu="adjust", id="id"), id="2")
    with pytest.raises(ComparisonError, match="lonely_psu policies"):
        stack([one, other], overlap="respondent")
    with pytest.raises(ComparisonError, match="at least one"):
        stack([], overlap="none")


def test_estimates_without_their_respondents():
    est = padai.proportion(Wave(data(), Design(weight="w")), "q", by="g")
    assert tuple(est.frame.columns) == COLUMNS
    for bare in (est.detach(), pickle.loads(pickle.dumps(est))):
        assert bare.frame["estimate"].tolist() == est.frame["estimate"].tolist()
        assert not bare.attached
        with pytest.raises(EstimationError, match="detached"):
            bare.cov([0])
    with pytest.raises(EstimationError, match="at most 5000"):
        est.cov(np.zeros(5001, dtype=int))
    with pytest.raises(EstimationError, match="2 rows have the keys"):
        est.contrast({"d": {("q", "total"): 1}})
    assert "respond" not in repr(est) and est._repr_html_().startswith("<div>")
    copied = est.frame
    copied.loc[0, "estimate"] = 9
    assert est.frame["estimate"][0] != 9


def test_multiple_responses():
    frame = pd.DataFrame(
        {"a": [1, 0, 1, np.nan], "b": [0, 0, 1, np.nan], "w": [1.0, 1.0, 2.0, 4.0]}
    )
    wave = Wave(frame, Design(weight="w"))
    either = {"any": ["a", "b"], "gap": {"codes": ["a"], "minus": ["b"]}}
    est = padai.proportion(wave, {"media": ["a", "b"]}).frame
    assert est["estimate"].tolist() == [0.75, 0.5]
    assert est["n_base"].tolist() == [3, 3]
    nets = padai.proportion(wave, {"media": ["a", "b"]}, net=either).frame
    assert nets["estimate"].tolist() == [0.75, 0.25]
    assert nets["cv"][1] == pytest.approx(nets["std_error"][1] / 0.25)
    with pytest.raises(EstimationError, match="columns of 0 and 1"):
        padai.proportion(wave, {"media": ["a", "w"]})


def test_labels_in_both_languages():
    est = padai.mean(Wave(data(), Design(weight="w")), "x", by="g")
    french, english = est.labelled("fr"), est.labelled("en")
    assert french["response"][0] == "Moyenne" and english["response"][0] == "Mean"
    assert french["group"].tolist() == ["Ensemble", "f", "m"]
    assert (est.labelled("fr").dtypes.astype(str)[["group", "response"]] == "category").all()


@pytest.mark.parametrize("kind", ["columns", "block", "polars", "arrow"])
def test_what_is_written_to_the_callers_array_afterwards_is_not_seen(kind):
    """Also where the table was made over an array, which pandas does not guard."""
    x, w = np.array([1.0, 2.0, 3.0, 4.0]), np.array([1.0, 1.0, 2.0, 2.0])
    both = np.stack([x, w], axis=1)
    made = {
        "columns": lambda: pd.DataFrame({"x": x, "w": w}, copy=False),
        "block": lambda: pd.DataFrame(both, columns=["x", "w"], copy=False),
        "polars": lambda: pl.DataFrame({"x": pl.Series(x), "w": pl.Series(w)}),
        "arrow": lambda: pa.table({"x": pa.array(x), "w": pa.array(w)}),
    }
    table = made[kind]()
    wave = Wave(table, Design(weight="w"))
    for array in (x, w, both):
        array[:] = 9.0
    assert wave.to_pandas()["x"].tolist() == [1.0, 2.0, 3.0, 4.0]
    assert wave.weights.tolist() == [1.0, 1.0, 2.0, 2.0]
    assert padai.mean(wave, "x").to_pandas()["estimate"].tolist() == [17 / 6]
    assert padai.proportion(wave, "x").to_pandas()["response"].tolist() == ["1", "2", "3", "4"]


@pytest.mark.parametrize("cell", [[1, 2], {"a": 1}, np.array([1.0, 2.0])])
@pytest.mark.parametrize("arrow", [False, True])
def test_cells_that_hold_several_values(cell, arrow):
    frame = pd.DataFrame({"w": np.ones(40), "several": [cell] * 40, "y": np.arange(40.0)})
    if arrow:
        frame["several"] = pd.arrays.ArrowExtensionArray(pa.array([cell] * 40))
    wave = padai.Wave(frame, padai.Design(weight="w"))
    for asked in (
        lambda: padai.proportion(wave, "several"),
        lambda: padai.mean(wave, "several"),
        lambda: padai.mean(wave, "y", by="several"),
        lambda: padai.glm(wave, "y ~ several"),
    ):
        with pytest.raises(DataError, match="holds lists or tables"):
            asked()


def test_a_lazy_column_of_lists_is_refused_under_its_own_name():
    """An engine sums under names of padai's own, and the column was named `padai_k0`."""
    frame = pl.LazyFrame({"w": [1.0] * 40, "several": [[1], [2]] * 20, "y": [1, 2] * 20})
    wave = padai.Wave(frame, padai.Design(weight="w"))
    for asked in (
        lambda: padai.proportion(wave, "several"),
        lambda: padai.proportion(wave, "y", by="several"),
    ):
        with pytest.raises(DataError, match="'several' holds lists or tables"):
            asked()


def test_groups_named_by_numbers_and_texts_are_those_of_a_model():
    frame = pd.DataFrame({"w": np.ones(60), "y": np.arange(60.0) % 7, "g": [1, "a", "b"] * 20})
    frame["z"] = np.arange(60) // 3 % 2
    model = padai.glm(padai.Wave(frame, padai.Design(weight="w")), "z ~ y + g", family="binomial")
    effects = padai.marginal_effects(model).frame
    assert effects["contrast"].tolist() == ["slope", "a - 1", "b - 1"]
    renamed = frame.assign(g=frame["g"].map({1: "1", "a": "a", "b": "b"}))
    same = padai.glm(padai.Wave(renamed, padai.Design(weight="w")), "z ~ y + g", family="binomial")
    pd.testing.assert_frame_equal(effects, padai.marginal_effects(same).frame)
