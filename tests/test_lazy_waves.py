"""Lazy waves: only sums leave the engine, the same ones from every engine, and what cannot be is said."""

from __future__ import annotations

import sys

import numpy as np
import pandas as pd
import pytest

import padai
from padai.design import Design, Jackknife
from padai.errors import (
    ComparisonError,
    DataError,
    DesignError,
    EstimationError,
    MissingExtraError,
    PadaiError,
    WeightingError,
    WitnessError,
)
from padai.numerics.sums import Powers, fits, scaling_of, stand_ins
from padai.results.table_kinds import PANDAS
from padai.waves.lazy import census, engines, summing
from tests.lazy_engines import ENGINES, duckdb_relation, polars_lazy

duckdb = pytest.importorskip("duckdb")
pl = pytest.importorskip("polars")

N = 3000
TARGETS = {"sex": {"F": 0.51, "M": 0.49}, "age": {str(a): 0.25 for a in (1, 2, 3, 4)}}


@pytest.fixture(scope="module")
def people():
    rng = np.random.default_rng(7)
    frame = pd.DataFrame(
        {
            "id": np.arange(N),
            "w": rng.gamma(2.0, 0.5, N) + 0.1,
            "h": rng.integers(0, 4, N),
            "c": rng.integers(0, 40, N),
            "q": rng.choice(["a", "b", "c"], N),
            "r": rng.integers(1, 6, N).astype(float),
            "sex": rng.choice(["F", "M"], N),
            "age": rng.integers(1, 5, N),
            "income": rng.lognormal(10, 1, N),
        }
    )
    frame["c"] += 100 * frame["h"]
    frame.loc[::11, "q"] = None
    frame.loc[::13, "r"] = np.nan
    frame.loc[::17, "income"] = np.nan
    frame.loc[::23, "w"] = 0.0
    return frame


@pytest.fixture
def simple(people):
    return Wave_(people, "polars")


def Wave_(frame, engine, design=None, **others):
    return padai.Wave(
        ENGINES[engine](frame), design or Design(weight="w", stratum="h"), **others
    )._in_kind(PANDAS)


def written(*results):
    """The bytes of every number, and of covariances."""
    parts = []
    for each in results:
        parts.append(each.to_pandas().select_dtypes("number").to_numpy(float).tobytes())
        parts.append(each.cov(np.arange(min(len(each), 6))).tobytes())
    return b"".join(parts)


def asked(wave):
    raked = padai.rake(wave, TARGETS)
    return written(
        padai.proportion(wave, ["q", "r"], by=["sex", "age*sex"]),
        padai.mean(wave, ["income", "r"], by="sex"),
        padai.ratio(wave, "income", "r"),
        padai.proportion(raked, "q", by=["sex"]),
    )


# --- the same as in memory -------------------------------------------------------------------


def same(lazy, eager, rel=1e-9):
    one, two = lazy.to_pandas(), eager.to_pandas()
    for name in one:
        if one[name].dtype == "category":
            assert list(one[name]) == list(two[name])
            assert list(one[name].cat.categories) == list(two[name].cat.categories)
        else:
            assert one[name].to_numpy(float) == pytest.approx(
                two[name].to_numpy(float), rel=rel, abs=1e-12, nan_ok=True
            )
    size = np.sqrt(np.outer(*2 * [np.diag(eager.cov())]))
    size[size == 0] = 1
    assert lazy.cov() / size == pytest.approx(eager.cov() / size, abs=rel)
    if lazy.counts is not None:
        assert list(lazy.counts) == list(eager.counts)


DESIGNS = {
    "strata": Design(weight="w", stratum="h"),
    "psus": Design(weight="w", stratum="h", psu="c"),
    "alone": Design(weight="w"),
    "unweighted": Design(stratum="h"),
}


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("design", DESIGNS)
def test_estimates_are_those_of_a_wave_in_memory(people, design, engine):
    """Exact sums too: weights of many digits are rounded to 31 bits, which 1e-8 does not see."""
    eager = padai.Wave(people, DESIGNS[design])
    lazy = Wave_(people, engine, DESIGNS[design])
    asking = [
        lambda w: padai.banner(w, ["q", "r"], by=["sex", "age", "age*sex"], where={"sex": "F"}),
        lambda w: padai.mean(w, ["r", "income"], by="sex"),
        lambda w: padai.total(w, ["q", "income"], by="age"),
        lambda w: padai.ratio(w, "income", "age", by="sex"),
    ]
    for ask in asking:
        same(ask(lazy), ask(eager), 1e-7)
    apart = [
        padai.wald_test(padai.mean(wave, "r", by=["sex", "age"]), {"F": 1, "4": -1}).n
        for wave in (lazy, eager)
    ]
    assert apart[0] == apart[1] > (people["age"] == 4).sum()


def of_no_variation(seed):
    """Balances of exactly zero, answers that all gave, a measure that is one value: in some order.

    Weights are decimals that no double holds, so that sums of them are rounded in their order.
    """
    rng = np.random.default_rng(seed)
    weights = np.repeat([0.1, 0.2, 0.3, 0.7], 40)
    half = np.tile([True, False], 80)
    frame = pd.DataFrame(
        {
            "w": weights,
            "h": np.arange(160) % 5,
            "g": np.repeat(np.tile(["x", "y"], 4), 20),
            "even": np.where(half, "agree", "disagree"),
            "all": np.tile(["agree", "strongly", "agree", "strongly", "strongly"], 32),
            "one": np.full(160, 0.1),
            "zero": np.where(half, 0.1, -0.1),
        }
    )
    return frame.iloc[rng.permutation(160)].reset_index(drop=True)


NETS = {
    "even": {"balance": {"codes": ["agree"], "minus": ["disagree"]}},
    "all": {
        "for": ["agree", "strongly"],
        "none": {"codes": ["disagree"], "minus": ["agree", "strongly"]},
    },
}


@pytest.mark.parametrize("sums", [None, "float", "exact"])
@pytest.mark.parametrize("raked", [False, True])
@pytest.mark.parametrize("seed", range(6))
def test_what_has_no_variation_has_none_in_any_order(sums, raked, seed):
    """Blank for blank with another order in memory: who is there decides, not how sums round."""
    design = Design(weight="w", stratum="h")
    kept, frame = of_no_variation(99), of_no_variation(seed)
    waves = [
        padai.Wave(kept, design),
        padai.Wave(frame, design) if sums is None else Wave_(frame, "polars", design, sums=sums),
    ]
    if raked:
        waves = [padai.rake(w, {"g": {"x": 0.4, "y": 0.6}}) for w in waves]
    even = [padai.proportion(w, "even", by="g", net=NETS["even"]) for w in waves]
    every = [padai.proportion(w, "all", by="g", net=NETS["all"]) for w in waves]
    means = [padai.mean(w, ["one", "zero"], by="g") for w in waves]
    for one, two in (even, every, means):
        same(two, one, 1e-7)
    for _, found in (even, every, means):
        rows = found.to_pandas()
        if "even" in set(rows["question"]):
            assert (rows["estimate"] == 0).all()
            assert rows["cv"].isna().all()
            assert (rows["std_error"] > 0.01).all()
            assert set(rows["reason"]) == {"mean_of_zero"}
    rows = every[1].frame.set_index("response")
    assert (rows.loc["for", ["estimate", "conf_high"]] == 1).all(axis=None)
    assert (rows.loc["none", "estimate"] == -1).all()
    assert (every[1].frame["std_error"] == 0).all()
    assert every[1].frame[["deff", "n_eff"]].isna().all(axis=None)
    one, zero = (means[1].frame.query("question == @n") for n in ("one", "zero"))
    assert (one["std_error"] == 0).all()
    assert one["deff"].isna().all()
    assert (zero["estimate"] == 0).all()
    assert zero["cv"].isna().all()


def of_small_groups(seed):
    """Forty groups of about six, of whom some are alone, agree on all or weigh nothing."""
    rng = np.random.default_rng(seed)
    frame = pd.DataFrame(
        {
            "w": rng.choice([0.1, 0.2, 0.3, 0.7, 0.0, 1.1], 240),
            "h": rng.integers(0, 3, 240),
            "q": rng.choice(list("abcdefghijkl"), 240),
            "g": rng.integers(0, 40, 240),
            "sex": rng.choice(["F", "M"], 240),
            "v": rng.choice([0.1, 0.2, 0.3, -0.1, -0.2, -0.3], 240),
            "k": 0.1,
        }
    )
    frame["c"] = 100 * frame["h"] + rng.integers(0, 6, 240)
    return frame.assign(kg=frame["g"] * 0.1)


WEIGHTED = {
    "as drawn": lambda w: w,
    "raked": lambda w: padai.rake(w, {"sex": TARGETS["sex"], "h": {"0": 0.3, "1": 0.3, "2": 0.4}}),
    "twice": lambda w: padai.calibrate(
        padai.rake(w, {"sex": TARGETS["sex"]}), {"sex": {"F": 0.4, "M": 0.6}}, method="linear"
    ),
    "replicates": lambda w: padai.replicate_weights(w, "bootstrap", n=20, seed=1),
}


@pytest.mark.parametrize("sums", [None, "float", "exact"])
@pytest.mark.parametrize("weighted", WEIGHTED)
def test_blanks_and_zeros_are_the_same_in_any_order(sums, weighted):
    design = DESIGNS["psus"] if weighted == "replicates" else DESIGNS["strata"]
    frame = of_small_groups(1)
    other = frame.sample(frac=1, random_state=2).reset_index(drop=True)
    there = padai.Wave(other, design) if sums is None else Wave_(other, "polars", design, sums=sums)
    nets = {"all": list("abcdefghijkl"), "balance": {"codes": list("abc"), "minus": list("def")}}
    asking = [lambda w: padai.proportion(w, "q", by="g", net=nets)]
    if weighted != "replicates":
        asking.append(lambda w: padai.mean(w, ["v", "k", "kg"], by=["g", "sex"]))
        asking.append(lambda w: padai.ratio(w, "kg", "k", by="g"))
    wave, there = (WEIGHTED[weighted](each) for each in (padai.Wave(frame, design), there))
    for ask in asking:
        one, two = ask(wave).to_pandas(), ask(there).to_pandas()
        assert list(one["reason"]) == list(two["reason"])
        for name in ("estimate", "std_error", "conf_low", "df", "n_eff", "deff", "cv"):
            a, b = one[name].to_numpy(), two[name].to_numpy()
            assert (np.isnan(a) == np.isnan(b)).all(), name
            assert ((a == 0) == (b == 0)).all(), name


@pytest.mark.parametrize("design", ["strata", "psus"])
def test_weighted_in_two_steps(people, design):
    eager, lazy = padai.Wave(people, DESIGNS[design]), Wave_(people, "duckdb", DESIGNS[design])
    made = [
        padai.calibrate(padai.rake(w, TARGETS), {"sex": TARGETS["sex"]}, method="linear")
        for w in (eager, lazy)
    ]
    asking = [
        lambda w: padai.proportion(w, ["q", "r"], by=["sex", "age"]),
        lambda w: padai.mean(w, "r", by="sex"),
    ]
    for ask in asking:
        same(ask(made[1]), ask(made[0]), 1e-7)
    steps = [w.provenance["weighting"] for w in made]
    assert [s["margins"] for s in steps[0]] == [s["margins"] for s in steps[1]]


def test_margins_hold_on_the_rows(people):
    lazy = padai.rake(Wave_(people, "polars"), TARGETS, bounds=(0.3, 3.0))
    found = padai.proportion(lazy, ["sex", "age"]).to_pandas()
    assert found["estimate"].tolist() == pytest.approx([0.51, 0.49, 0.25, 0.25, 0.25, 0.25])
    assert found["std_error"].to_numpy() == pytest.approx(0, abs=1e-12)


def test_psus_shared_by_waves(people):
    design = Design(weight="w", stratum="h", psu="c")
    halves = [people.iloc[::2], people.iloc[1::2]]
    eager, lazy = (
        padai.stack([make(part, str(k)) for k, part in enumerate(halves)], overlap="psu")
        for make in (
            lambda f, k: padai.Wave(f, design, id=k),
            lambda f, k: Wave_(f.reset_index(drop=True), "polars", design, id=k, sums="float"),
        )
    )
    one, two = (padai.trend(w, "q", by=["sex"]) for w in (lazy, eager))
    same(one, two)
    a, b = (padai.difference(t, "1", "0").frame for t in (one, two))
    assert a["std_error"].to_numpy() == pytest.approx(b["std_error"].to_numpy(), rel=1e-9)
    assert a["df"].tolist() == b["df"].tolist()
    assert list(a["verdict"]) == list(b["verdict"])
    test, known = (padai.crosstab_test(w, "q", "wave") for w in (lazy, eager))
    assert test.p_value == pytest.approx(known.p_value, rel=1e-9)
    assert test.n == known.n


# --- the same bytes ---------------------------------------------------------------------------


def test_the_same_bytes_from_every_engine(people, tmp_path):
    """Any engine, number of threads, order and partition; two connections of the user's own."""
    import narwhals as nw
    import pyarrow as pa
    import pyarrow.dataset as ds
    import pyarrow.parquet as pq

    for k in range(3):
        part = people.iloc[k::3].sample(frac=1.0, random_state=k)
        pq.write_table(pa.Table.from_pandas(part, preserve_index=False), tmp_path / f"{k}.parquet")
    first = asked(padai.Wave(polars_lazy(people), Design(weight="w", stratum="h")))
    shuffled = people.sample(frac=1.0, random_state=5).reset_index(drop=True)
    others = {
        "pandas": nw.from_native(shuffled).lazy(),
        "1 thread": duckdb_relation(shuffled, 1),
        "2 threads": duckdb_relation(people, 2),
        "8 threads": duckdb_relation(shuffled, 8),
        "own connection": duckdb.connect().sql(f"from '{tmp_path}/*.parquet' order by income"),
        "data set": ds.dataset(tmp_path),
        "folder": tmp_path,
    }
    for name, table in others.items():
        found = asked(padai.Wave(table, Design(weight="w", stratum="h")))
        assert found == first, name


def test_weights_of_few_decimals_are_exact():
    frame = pd.DataFrame({"w": [0.1, 0.25, 1.35], "q": ["a", "b", "a"]})
    lazy = Wave_(frame, "duckdb", Design(weight="w"))
    sums = lazy.provenance["sums"]
    assert sums["scale"] == 100.0
    assert sums["largest_rounding"] < 1e-15
    assert padai.total(lazy, "q").frame["estimate"].tolist() == [1.45, 0.25]
    assert padai.proportion(lazy, "q").provenance["sums"] == sums


def test_sums_past_63_bits_are_joined_from_halves():
    """Ten weights near 2^31 have squares that add up beyond 63 bits."""
    w = np.array([2147.483 + k / 7 for k in range(-9, 1)])
    lazy = Wave_(pd.DataFrame({"w": w, "q": ["a"] * 10}), "polars", Design(weight="w"))
    scale = lazy.provenance["sums"]["scale"]
    assert not fits(10, int(w.max() * scale), int(w.max() * scale))
    exact = [int(np.floor(v * scale + 0.5)) for v in w]
    small = lazy.cells(["q"])
    assert small._weights[0] == sum(exact) / scale
    squares = float(small._cells.spread[0] * small._weights[0] ** 2)
    assert squares == pytest.approx(sum(v * v for v in exact) / scale**2, rel=1e-15)


def test_the_scale_holds_decimals_or_fills_31_bits():
    assert scaling_of(3.75, [0.5, 0.5, 0.0]).scale == 100.0
    assert scaling_of(3.0, [1 / 3, 1 / 3]).scale == 2.0**29
    assert scaling_of(3.0e9, [0.0]).largest < 2**31


def test_stand_ins_have_the_sums_of_what_they_stand_for():
    rng = np.random.default_rng(3)
    x, w = rng.lognormal(3, 1, (5, 40)), rng.gamma(2, 1, (5, 40))
    y = 2 * x + rng.normal(0, 3, x.shape)
    monomials = [x**0, x, y, x * x, x * y, y * y]
    sums = [np.stack([(w**k * m).sum(axis=1) for m in monomials], axis=1) for k in (1, 2)]
    found = stand_ins(Powers(*sums))
    a, b = found.values
    for weights, expected in ((found.weights, sums[0]), (found.squares, sums[1])):
        got = [(weights * m).sum(axis=1) for m in (a**0, a, b, a * a, a * b, b * b)]
        assert np.stack(got, axis=1) == pytest.approx(expected, rel=1e-12)
    assert (found.weights > 0).all()


# --- only sums leave the engine ----------------------------------------------------------------


@pytest.mark.parametrize("engine", ENGINES)
def test_rows_never_leave_the_engine(people, engine, monkeypatch):
    """Whatever is collected is a table of sums: far fewer rows than respondents."""
    seen = []
    real = census.collected

    def spy(frame):
        table = real(frame)
        seen.append(len(table))
        return table

    for module in (census, summing):
        monkeypatch.setattr(module, "collected", spy)
    asked(Wave_(people, engine))
    assert len(seen) > 5
    assert max(seen) < N / 10


def test_too_many_cells_are_refused_before_they_come(people, monkeypatch):
    lazy = Wave_(people, "duckdb", Design(weight="w", psu="id"))
    monkeypatch.setattr(summing.Summing.sums, "__defaults__", ((), 500))
    with pytest.raises(EstimationError, match=r"more than 500 combinations.*wave.read") as caught:
        padai.proportion(lazy, "q")
    assert "500 combinaisons" in caught.value.texts["fr"]


REFUSED = {
    "glm": lambda w: padai.glm(w, "income ~ sex"),
    "quantile": lambda w: padai.quantile(w, "income", probs=[0.5]),
    "trim": lambda w: padai.trim(w, upper=3.0),
    "ttest": lambda w: padai.ttest(w, "income", "sex"),
    "weighting_diagnostics": lambda w: padai.weighting_diagnostics(w),
    "weights": lambda w: w.weights,
    "codes": lambda w: w.codes("q"),
    "adjust_nonresponse": lambda w: padai.adjust_nonresponse(w, "sex", cells="age"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_needs_each_respondent_says_so(simple, what):
    with pytest.raises(EstimationError, match=r"each respondent.*wave\.read") as caught:
        REFUSED[what](simple)
    assert "chaque personne" in caught.value.texts["fr"]


def test_columns_are_read_here_on_request(people):
    lazy = Wave_(people, "duckdb")
    near = lazy.read(["income", "sex"])
    assert set(near.frame.columns) == {"w", "h", "income", "sex"}
    found = padai.quantile(near, "income", probs=[0.5]).frame["estimate"]
    known = padai.quantile(padai.Wave(people, lazy.design), "income", probs=[0.5]).frame
    assert found.tolist() == pytest.approx(known["estimate"].tolist(), rel=1e-12)
    with pytest.raises(EstimationError, match="before weighting"):
        padai.rake(lazy, TARGETS).read(["income"])


def test_the_table_that_was_given_is_given_back(people):
    table = polars_lazy(people)
    assert padai.Wave(table, Design(weight="w")).frame is table


def test_a_witness_is_refused(simple):
    with pytest.raises(WitnessError, match="lazy wave"):
        padai.proportion(simple, "q").witness("r")


OTHERWISE = {
    "mask": (lambda w: padai.proportion(w, "q", where=np.ones(N, bool)), DataError, "a mask"),
    "numeric total": (lambda w: padai.calibrate(w, {"income": 1e9}), WeightingError, "classes"),
    "replicates of rows": (lambda w: padai.replicate_weights(w, "jk1"), DesignError, "psus"),
    "no column": (lambda w: padai.proportion(w, "sexe"), DataError, "mean 'sex'"),
    "an identifier": (lambda w: padai.proportion(w, "id"), DataError, "identifier"),
    "no such code": (
        lambda w: padai.proportion(w, "q", where={"sex": "X"}), PadaiError, "no code X",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", OTHERWISE)
def test_what_is_said_otherwise(simple, what):
    ask, kind, said = OTHERWISE[what]
    with pytest.raises(kind, match=said):
        ask(simple)


def test_waves_of_two_kinds_do_not_stack(people):
    design = Design(weight="w", stratum="h")
    lazy, eager = Wave_(people, "polars", design, id="1"), padai.Wave(people, design, id="2")
    with pytest.raises(ComparisonError, match="Some of these waves are lazy"):
        padai.stack([lazy, eager], overlap="none")
    own = Design(weight="w", id="id")
    waves = [Wave_(people, "polars", own, id=k) for k in ("1", "2")]
    with pytest.raises(ComparisonError, match="one by one"):
        padai.stack(waves, overlap="respondent")
    with pytest.raises(ComparisonError, match="stand in more than one wave"):
        padai.stack(waves, overlap="none")


def test_replicates_without_degrees_of_freedom_are_refused(people):
    frame = people.assign(rw1=people["w"], rw2=people["w"] * 2)
    with pytest.raises(PadaiError, match="degf="):
        Wave_(frame, "polars", Design(weight="w", replicates=Jackknife(prefix="rw")))


# --- bad input ----------------------------------------------------------------------------------


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    ("value", "said"), [(np.nan, "1 missing"), (-1.0, "1 negative"), (np.inf, "1 infinite")]
)
def test_weights_that_are_none(people, engine, value, said):
    frame = people.copy()
    frame.loc[3, "w"] = value
    with pytest.raises(DesignError, match=said):
        Wave_(frame, engine)


@pytest.mark.parametrize("rule", ["outside", "zero"])
def test_missing_weights_as_declared(people, rule):
    frame = people.copy()
    frame.loc[:40, "w"] = np.nan
    design = Design(weight="w", stratum="h", missing_weight=rule)
    eager, lazy = padai.Wave(frame, design), Wave_(frame, "duckdb", design)
    assert lazy.provenance["missing_weight"] == eager.provenance["missing_weight"]
    assert len(lazy) == len(eager)
    same(padai.proportion(lazy, "q", by="sex"), padai.proportion(eager, "q", by="sex"), 1e-7)


def test_a_join_that_multiplied_rows_is_seen(people):
    twice = pd.concat([people, people.iloc[:5]], ignore_index=True)
    with pytest.raises(DataError, match=r"5 repeated values.*join"):
        Wave_(twice, "duckdb", Design(weight="w", id="id"))


def test_a_stratum_that_is_blank(people):
    frame = people.assign(h=people["h"].astype(float).where(people["h"] > 0))
    with pytest.raises(DesignError, match="missing in"):
        Wave_(frame, "polars")


def test_another_type_in_one_partition(people, tmp_path):
    people.iloc[:9].to_parquet(tmp_path / "a.parquet")
    people.iloc[:9].assign(sex=1).to_parquet(tmp_path / "b.parquet")
    with pytest.raises(DataError, match=r"'sex' is \w+ in a.parquet and int64 in b.parquet"):
        padai.Wave(tmp_path, Design(weight="w"))


def test_a_file_that_is_cut_short(people, tmp_path):
    people.iloc[:9].to_parquet(tmp_path / "a.parquet")
    whole = (tmp_path / "a.parquet").read_bytes()
    (tmp_path / "a.parquet").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(DataError, match="cut short"):
        padai.Wave(tmp_path, Design(weight="w"))


def test_an_engine_that_is_absent(people, tmp_path, monkeypatch):
    people.iloc[:9].to_parquet(tmp_path / "a.parquet")
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(MissingExtraError, match=r"padai\[bigdata\]"):
        padai.Wave(tmp_path, Design(weight="w"))


def test_text_for_a_weight(people):
    with pytest.raises(DataError, match="not a number"):
        Wave_(people, "polars", Design(weight="sex"))


def test_no_rows(people):
    with pytest.raises(DataError, match="no rows"):
        Wave_(people.iloc[:0].astype(people.dtypes), "polars")


def test_a_name_with_a_point(people):
    frame = people.rename(columns={"sex": "sex.at birth"})
    for engine in ENGINES:
        found = padai.proportion(Wave_(frame, engine), "q", by="sex.at birth").frame
        assert list(found["breakdown"].cat.categories) == ["total", "sex.at birth"]


def test_what_is_lazy():
    assert engines.is_lazy("folder")
    assert not engines.is_lazy(pd.DataFrame())
    assert not engines.is_lazy([1])


def test_undeclared_codes_of_no_answer_are_refused_as_in_memory(people):
    frame = people.assign(r=people["r"].fillna(-9))
    with pytest.raises(DataError, match="missing="):
        padai.proportion(Wave_(frame, "duckdb"), "r")
    found = padai.proportion(Wave_(frame, "duckdb", missing={"r": [-9]}), "r")
    known = padai.proportion(padai.Wave(people, Design(weight="w", stratum="h")), "r")
    assert found.frame["n_base"].tolist() == known.frame["n_base"].tolist()


def test_pairs_of_units_are_refused() -> None:
    frame = pd.DataFrame({"p": [0.4, 0.5, 0.6], "y": [1, 0, 1]})
    with pytest.raises(padai.errors.DesignError, match="needs each pair of respondents"):
        padai.Wave(pl.LazyFrame(frame), padai.Design(fpc="p", pps="brewer"))
