"""A table comes back in the kind that was given: every verb, in polars and in pyarrow."""

from __future__ import annotations

import datetime as dt
import inspect
import pickle
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import narwhals as nw
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import padai
from padai.results.kinds import Kind, given_back
from tests.builders import mini, respondents

GIVEN: Mapping[str, Callable[[pd.DataFrame], Any]] = {
    "pandas": lambda frame: frame,
    "polars": pl.from_pandas,
    "pyarrow": lambda frame: pa.Table.from_pandas(frame, preserve_index=False),
}
TYPE = {"pandas": pd.DataFrame, "polars": pl.DataFrame, "pyarrow": pa.Table}
OTHERS = ("polars", "pyarrow")
HI = {"hi": ["3"]}
NAMES = tuple("abcdefgh")


def people(place: int, name: str, n: int = 240) -> pd.DataFrame:
    """Half of a wave's people return in the next."""
    rng = np.random.default_rng(place)
    ids = np.arange(n) + place * n // 2
    age = 20 + (ids * 7) % 60
    score = rng.normal(size=n)
    item = {f"i{k}": np.clip(np.round(3 + score + rng.normal(size=n)), 1, 5) for k in (1, 2, 3)}
    return pd.DataFrame(
        {
            "id": ids,
            "w": rng.uniform(0.5, 2, n),
            "q": rng.choice([1, 2, 3], n),
            "sex": np.where(ids % 2, "F", "M"),
            "age": age,
            "y": rng.normal(1000, 200, n),
            "z": rng.integers(0, 2, n),
            "yes": rng.integers(0, 2, n),
            "r": np.array(["n", "s", "e", "o"])[ids // 2 % 4],
            **item,
        }
    )


def world(kind: str, folder: Path) -> SimpleNamespace:
    """What the verbs below are asked of, all made from tables of one kind."""
    design, made = padai.Design(weight="w", id="id"), GIVEN[kind]
    waves = [
        padai.Wave(made(people(i, name)), design, id=name, date=dt.date(2017 + i, 5, 1))
        for i, name in enumerate(NAMES)
    ]
    stack = padai.stack(waves, overlap="respondent")
    apart = padai.stack(
        [
            padai.Wave(
                made(w.to_pandas().assign(id=lambda f, i=i: f["id"] + 10_000 * i)),
                design,
                id=w.id,
                date=w.date,
            )
            for i, w in enumerate(waves)
        ],
        overlap="none",
    )
    survey = padai.load_survey(mini(folder / kind))
    of_survey = padai.Wave(
        made(respondents()),
        padai.Design(weight="w", id="id"),
        survey=survey,
        id="2025",
        date=dt.date(2025, 5, 1),
    )
    trend = padai.trend(stack, "q", net=HI)
    return SimpleNamespace(
        one=waves[0],
        two=waves[1],
        stack=stack,
        both=padai.stack(waves[:2], "respondent"),
        apart=padai.stack(list(apart.waves[:2]), "none"),
        trend=trend,
        of_survey=of_survey,
        grouped=padai.trend(stack, "q", net=HI, by="sex"),
        made=made,
        shares=padai.proportion(waves[0], "q", by="sex"),
        change=padai.difference(trend, "b", "a", adjust="none"),
        change_of_family=padai.difference(trend, "b", "a", family="one", margin=10),
        model=padai.glm(waves[0], "z ~ age + sex", family="binomial"),
        regions=padai.proportion(waves[0], "z", by="r", net={"one": ["1"]}),
    )


@pytest.fixture(scope="module")
def worlds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, SimpleNamespace]:
    folder = tmp_path_factory.mktemp("kinds")
    return {kind: world(kind, folder) for kind in GIVEN}


SEX = {"sex": {"F": 0.5, "M": 0.5}}
RANGES = {f"i{k}": (1.0, 5.0) for k in (1, 2, 3)}
VERBS: dict[str, Callable[[SimpleNamespace], Any]] = {
    "rake": lambda w: padai.rake(w.one, SEX),
    "poststratify": lambda w: padai.poststratify(w.one, SEX),
    "calibrate": lambda w: padai.calibrate(w.one, SEX),
    "trim": lambda w: padai.trim(w.one, upper=1.5),
    "adjust_nonresponse": lambda w: padai.adjust_nonresponse(w.one, "yes", cells="sex"),
    "replicate_weights": lambda w: padai.replicate_weights(w.one, "bootstrap", n=20, seed=1),
    "weighting_diagnostics": lambda w: padai.weighting_diagnostics(padai.rake(w.one, SEX)),
    "validate": lambda w: padai.validate(w.of_survey),
    "banner": lambda w: padai.banner(w.one, questions=["q", "z"], by=["sex"]),
    "proportion": lambda w: padai.proportion(w.one, "q", by="sex"),
    "mean": lambda w: padai.mean(w.one, "y", by="sex"),
    "total": lambda w: padai.total(w.one, "y"),
    "ratio": lambda w: padai.ratio(w.one, "y", "age"),
    "quantile": lambda w: padai.quantile(w.one, "y", by="sex"),
    "crosstab_test": lambda w: padai.crosstab_test(w.one, "q", "sex"),
    "ttest": lambda w: padai.ttest(w.one, "y", "sex"),
    "ranktest": lambda w: padai.ranktest(w.one, "y", "sex"),
    "wald_test": lambda w: padai.wald_test(w.trend, [{"wave=b": 1, "wave=a": -1}]),
    "glm": lambda w: padai.glm(w.one, "z ~ age + sex", family="binomial"),
    "ordinal": lambda w: padai.ordinal(w.one, "q ~ age"),
    "predict": lambda w: padai.predict(w.model, {"age": [20.0, 60.0], "sex": ["F", "M"]}),
    "marginal_effects": lambda w: padai.marginal_effects(w.model, "age"),
    "term_test": lambda w: padai.term_test(w.model, "sex"),
    "column_letters": lambda w: padai.column_letters(w.shares),
    "trend": lambda w: padai.trend(w.stack, "q", net=HI, by="sex"),
    "difference": lambda w: padai.difference(w.trend, "b", "a", adjust="none"),
    "difference_from_rest": lambda w: padai.difference_from_rest(w.of_survey, "trust", by="sex"),
    "difference_of_differences": lambda w: padai.difference_of_differences(
        w.grouped, "b", "a", by="sex"
    ),
    "slope": lambda w: padai.slope(w.trend),
    "joint_test": lambda w: padai.joint_test(w.trend),
    "bend_test": lambda w: padai.bend_test(w.trend),
    "smooth": lambda w: padai.smooth(w.trend),
    "plan": lambda w: padai.plan(w.trend, n=[500, 1000]),
    "expected_interviews": lambda w: padai.expected_interviews(w.one, "r", n=400),
    "decompose": lambda w: padai.decompose(w.stack, "q", "b", "a", net=HI, by="sex"),
    "decompose_several": lambda w: padai.decompose_several(
        w.both, "y", "b", "a", net="mean", by=["sex", "r"]
    ),
    "standardise": lambda w: padai.standardise(w.stack, "q", net=HI, by="sex", to=SEX["sex"]),
    "standardise_by_model": lambda w: padai.standardise_by_model(
        w.apart, "y", net="mean", covariates="z", to="b"
    ),
    "robustness": lambda w: padai.robustness(w.apart, "q", "b", "a", net="3", family="one"),
    "tipping_points": lambda w: padai.tipping_points(w.change_of_family),
    "minipublic_change": lambda w: padai.minipublic_change(w.one, w.two, "q", net=HI),
    "minipublic_profile": lambda w: padai.minipublic_profile(w.one, "sex", SEX["sex"]),
    "turnover": lambda w: padai.turnover(w.one, w.two, "yes", weight=None),
    "paired_change": lambda w: padai.paired_change(w.one, w.two, "q", net=HI, weight=None),
    "attrition": lambda w: padai.attrition(w.one, w.two, ["sex"]),
    "conditioning": lambda w: padai.conditioning(w.one, w.two, "y", net="mean"),
    "with_index": lambda w: padai.with_index(w.one, "score", list(RANGES), ranges=RANGES),
    "with_cohorts": lambda w: padai.with_cohorts(
        w.one, {"old": (1930, 1975), "new": (1976, 2010)}, age="age"
    ),
    "reliability": lambda w: padai.reliability(w.one, list(RANGES), ranges=RANGES, n=8, seed=5),
    "invariance": lambda w: padai.invariance(w.one, list(RANGES), "sex", ranges=RANGES),
    "part_contrast": lambda w: padai.part_contrast(
        w.apart.waves[0], w.apart.waves[1], "y", net="mean"
    ),
    "small_area": lambda w: padai.small_area(
        w.regions,
        covariates=w.made(pd.DataFrame({"r": ["n", "s", "e", "o"], "x": [1.0, 2.5, 3.0, 0.5]})),
        benchmark=False,
    ),
    "unit_model": lambda w: padai.unit_model(
        w.one, "y", areas="r", variables=["age"],
        population=w.made(
            pd.DataFrame({"r": ["n", "s", "e", "o"], "N": [900.0] * 4, "age": [45.0] * 4})
        ),
    ),
    "nonprob": lambda w: padai.nonprob(
        w.one, "z", reference=w.two, variables=["sex", "r"], net="1", other_year=True
    ),
    "validation_errors": lambda w: padai.validation_errors(
        w.trend, {("q", "hi"): dict.fromkeys(NAMES, 0.33)}
    ),
}  # fmt: skip

#: Public verbs that answer no table, or answer it of no wave that was given.
ELSEWHERE = {
    "load_survey", "read_wave", "write_wave", "stack", "adjust_p", "draw_panel", "build",
    "open_store", "simulate",
}  # fmt: skip


def test_every_public_verb_is_tried_here() -> None:
    verbs = {name for name in padai.__all__ if inspect.isfunction(getattr(padai, name))}
    assert verbs - ELSEWHERE == set(VERBS)


def tables(value: Any) -> dict[str, Any]:
    """Every table that a result shows, by the name of its member."""
    found = {}
    for name in dir(type(value)) + list(vars(value)):
        if name.startswith("_") or inspect.isfunction(getattr(type(value), name, None)):
            continue
        held = getattr(value, name)
        if isinstance(held, (pd.DataFrame, pl.DataFrame, pa.Table)):
            found[name] = held
    return found


def as_text(frame: Any) -> pd.DataFrame:
    """A table as pandas, categories as texts and blanks alike."""
    made = nw.from_native(frame, eager_only=True).to_pandas()
    for name in made:
        if made[name].dtype == "category":
            made[name] = made[name].astype(object)
        if made[name].dtype.kind not in "fiu":
            made[name] = made[name].map(lambda v: "" if pd.isna(v) else str(v))
    return made


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_answers_in_the_kind_that_it_was_given(
    verb: str, worlds: dict[str, SimpleNamespace]
) -> None:
    plain = VERBS[verb](worlds["pandas"])
    wanted = tables(plain)
    assert "frame" in wanted
    assert {type(table) for table in wanted.values()} == {pd.DataFrame}
    for kind in OTHERS:
        found = VERBS[verb](worlds[kind])
        assert type(found) is type(plain)
        shown = tables(found)
        assert set(shown) == set(wanted)
        for name, table in shown.items():
            assert type(table) is TYPE[kind], name
            columns = table.columns if kind == "polars" else table.column_names
            assert list(columns) == [str(c) for c in wanted[name].columns]
            pd.testing.assert_frame_equal(
                as_text(table),
                as_text(wanted[name].reset_index(drop=True)),
                check_dtype=False,
                rtol=0,
                atol=0,
                check_index_type=False,
            )
        assert repr(found) == repr(plain)


def test_what_is_asked_of_a_result_has_its_kind(worlds: dict[str, SimpleNamespace]) -> None:
    for kind in OTHERS:
        w = worlds[kind]
        told = w.trend.contrast({"b - a": {"wave=b": 1, "wave=a": -1}})
        again = pickle.loads(pickle.dumps(w.trend))
        for result in (w.trend.detach(), told, w.change.detach(), again):
            assert type(result.frame) is TYPE[kind]
        assert not again.attached and w.trend.attached
        assert type(w.trend.labelled("en")) is TYPE[kind]
        assert type(padai.predict(w.model, {"age": [20.0], "sex": ["F"]})["estimate"]) in (
            pl.Series,
            pa.ChunkedArray,
        )
        mean = padai.standardise(w.apart, "q", net=HI, by="sex", to=SEX["sex"])
        assert type(mean.change("b", "a")) is TYPE[kind]
        assert w.of_survey.frame is not w.of_survey.frame
        json = padai.validate(w.of_survey).as_dict()
        assert json == padai.validate(worlds["pandas"].of_survey).as_dict()


def test_pictures_and_tables_are_those_of_pandas(worlds: dict[str, SimpleNamespace]) -> None:
    plain = worlds["pandas"].grouped
    for kind in OTHERS:
        found = worlds[kind].grouped
        assert found.plot("fr").alt == plain.plot("fr").alt
        assert found.to_markdown("fr") == plain.to_markdown("fr")
        assert found.table("en").as_raw_html() == plain.table("en").as_raw_html()
        assert found._repr_html_() == plain._repr_html_()


def test_any_result_is_had_in_any_kind(worlds: dict[str, SimpleNamespace]) -> None:
    for w in worlds.values():
        assert type(w.trend.to_pandas()) is pd.DataFrame
        assert type(w.trend.to_polars()) is pl.DataFrame
        assert type(w.trend.to_arrow()) is pa.Table
        assert type(w.one.to_pandas()) is pd.DataFrame


def test_the_order_of_a_definition_is_that_of_the_enum(worlds: dict[str, SimpleNamespace]) -> None:
    shares = worlds["polars"].shares.frame
    assert shares["breakdown"].dtype == pl.Enum(["total", "sex"])
    assert shares.sort("breakdown", descending=True)["breakdown"].to_list()[0] == "sex"
    blank = worlds["polars"].change.frame["deff"]
    assert blank.null_count() == len(blank) and blank.dtype == pl.Float64


def test_a_wave_keeps_the_types_of_its_columns_where_no_value_changes() -> None:
    frame = pl.DataFrame(
        {
            "id": [3, 1, 2],
            "n": [1, None, 3],
            "on": [dt.date(2025, 1, 2), None, dt.date(2025, 3, 4)],
            "k": pl.Series(["u", "v", None], dtype=pl.Categorical),
            "yes": [True, None, False],
            "o": pl.Series(["lo", "hi", "lo"], dtype=pl.Enum(["lo", "hi"])),
            "x": [1.5, 2.0, None],
        }
    )
    wave = padai.Wave(frame, padai.Design(id="id"))
    assert wave.frame.equals(frame.sort("id"))
    assert wave.frame.schema == frame.schema
    blanked = padai.Wave(frame, padai.Design(id="id"), missing={"n": [3]}).frame
    assert blanked["n"].to_list() == [None, None, 1] and blanked.schema["n"] == pl.Int64


def test_a_type_that_would_change_a_value_is_not_put_back() -> None:
    kind = Kind("polars", {"n": nw.Int64(), "t": nw.Date()})
    frame = pd.DataFrame(
        {"n": [1.5, 2.0], "t": pd.to_datetime(["2025-01-01 12:00", "2025-01-02 00:00"])}
    )
    made = given_back(frame, kind)
    assert made["n"].to_list() == [1.5, 2.0]
    assert made["t"].to_list()[0] == dt.datetime(2025, 1, 1, 12)


def test_a_lazy_wave_answers_in_the_kind_of_its_library() -> None:
    frame = pl.from_pandas(people(0, "a"))
    wave = padai.Wave(frame.lazy(), padai.Design(weight="w"))
    for made in (wave, padai.rake(wave, SEX)):
        found = padai.proportion(made, "q", by="sex")
        assert type(found.frame) is pl.DataFrame
    direct = padai.proportion(padai.Wave(frame, padai.Design(weight="w")), "q", by="sex")
    lazily = padai.proportion(wave, "q", by="sex").to_pandas()
    assert lazily["estimate"].to_numpy() == pytest.approx(direct.to_pandas()["estimate"].to_numpy())
    assert type(wave.frame) is pl.LazyFrame
    assert type(wave.read(["q"]).frame) is pl.DataFrame
    apart = [padai.Wave(frame.lazy(), padai.Design(weight="w"), id=name) for name in "ab"]
    assert type(padai.trend(padai.stack(apart, "none"), "q", net=HI).frame) is pl.DataFrame


def test_waves_of_two_kinds_answer_in_that_of_the_first() -> None:
    design = padai.Design(weight="w")
    waves = [
        padai.Wave(GIVEN[kind](people(i, kind)), design, id=kind)
        for i, kind in enumerate(("polars", "pandas", "pyarrow"))
    ]
    stack = padai.stack(waves, "none")
    assert type(padai.trend(stack, "q", net=HI).frame) is pl.DataFrame
    assert type(stack.frame) is pl.DataFrame and len(stack.frame) == 720
    back = padai.stack(waves[::-1], "none")
    assert type(padai.trend(back, "q", net=HI).frame) is pa.Table
    mixed = padai.stack([waves[1], waves[0]], "none")
    assert type(padai.trend(mixed, "q", net=HI).frame) is pd.DataFrame


def test_a_wave_of_pandas_loads_no_other_library() -> None:
    code = (
        "import sys, pandas as pd, padai\n"
        "w = padai.Wave(pd.DataFrame({'w': [1., 2.], 'q': [1, 2]}), padai.Design(weight='w'))\n"
        "padai.proportion(w, 'q').frame\n"
        "print([n for n in ('polars', 'narwhals') if n in sys.modules])\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "polars" not in run.stdout
