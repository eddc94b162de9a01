"""What goes out is at the printed precision: the choke point, and what `rounding:` must not undo."""

from __future__ import annotations

import json
import tarfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from padai.errors import PublicationError
from padai.store import (
    COLUMNS,
    SCHEMA_VERSION,
    Store,
    inside_of,
    open_store,
    outside,
    outside_copy,
    values_told,
    write_outside,
    write_store,
)
from padai.store.coarse import at_rounded_bases
from padai.store.converters import CONVERTERS, OF_SCHEMA_1
from padai.store.precision import OF_TABLE
from padai.survey import Confidentiality, Survey
from padai.survey.policies import Rounding

KEPT = Path(__file__).parent / "data" / "releases-0.1.0.tar.gz"
OLD = ("example/2025/v1", "panel-citoyen/2025-apres/v1", "consultation/2025/v1")


@pytest.fixture(scope="module")
def releases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Releases that padai 0.1.0 put out; nobody may change them."""
    folder = tmp_path_factory.mktemp("kept")
    with tarfile.open(KEPT) as kept:
        kept.extractall(folder, filter="data")
    return folder


@pytest.fixture(scope="module")
def store(releases: Path) -> Store:
    return open_store(inside_of(releases / OLD[0]))


def decimals(values: pd.Series, digits: int) -> bool:
    shown = values[values.notna()].to_numpy(float)
    return len(shown) > 0 and bool((np.abs(shown - np.round(shown, digits)) < 1e-12).all())


# --- earlier schemas -----------------------------------------------------------------------------


@pytest.mark.parametrize("name", OLD)
def test_a_store_of_the_first_schema_is_read(releases: Path, name: str) -> None:
    folder = inside_of(releases / name)
    assert folder.name == "data"
    assert json.loads((folder / "texts.json").read_text("utf-8"))["schema"] == 1
    found = open_store(folder)
    assert set(found.tables) == set(COLUMNS)
    for table in OF_SCHEMA_1:
        kept = pd.read_csv(folder / f"{table}.csv", dtype=str, keep_default_na=False)
        assert len(found.tables[table]) == len(kept)
        for column in set(kept) & set(found.tables[table]):
            mine = found.tables[table][column]
            if mine.dtype.kind == "f":
                theirs = [float(v) if v else np.nan for v in kept[column]]
                assert np.array_equal(mine.to_numpy(), theirs, equal_nan=True), column
            else:
                assert mine.tolist() == kept[column].tolist(), column


def test_every_earlier_schema_has_a_converter() -> None:
    assert set(CONVERTERS) == set(range(1, SCHEMA_VERSION))


@pytest.mark.parametrize("schema", [0, 6, 99, None, "2", True])
def test_an_unknown_schema_is_refused(store: Store, tmp_path: Path, schema: object) -> None:
    write_store(tmp_path, store.survey, store.wave, store.tables, store.facts)
    texts = json.loads((tmp_path / "texts.json").read_text("utf-8"))
    (tmp_path / "texts.json").write_text(json.dumps({**texts, "schema": schema}), "utf-8")
    with pytest.raises(
        PublicationError, match=f"has schema {schema}; this padai reads schemas 1 to"
    ):
        open_store(tmp_path)


@pytest.mark.parametrize(
    ("harm", "message"),
    [
        (
            lambda f: (f / "texts.json").write_text("{", "utf-8"),
            "texts.json of the store cannot be read",
        ),
        (lambda f: (f / "words.csv").unlink(), "the store lacks words.csv"),
        (
            lambda f: (f / "words.csv").write_text("a\n1\n", "utf-8"),
            "words.csv of the store has other columns",
        ),
        (
            lambda f: (f / "words.csv").write_text(
                ",".join(COLUMNS["words"]) + "\nmain,2025,word,utile,douze,0.1\n", "utf-8"
            ),
            "holds a text where n is a number",
        ),
    ],
)
def test_a_harmed_store_is_refused(
    store: Store, tmp_path: Path, harm: Callable[[Path], object], message: str
) -> None:
    write_store(tmp_path, store.survey, store.wave, store.tables, store.facts)
    harm(tmp_path)
    with pytest.raises(PublicationError, match=message):
        open_store(tmp_path)


def test_a_store_names_no_respondent(store: Store, tmp_path: Path) -> None:
    wave = store.survey.wave(store.wave)
    part = wave.parts["main"]
    rule = {"column": "respondent", "values": ("E00412", "E00413"), "reason": part.label}
    kind = type(part).model_fields["exclusions"].annotation.__args__[0]  # type: ignore[union-attr]
    told = part.model_copy(update={"exclusions": (kind(**rule),)})
    waves = {**store.survey.wave_defs, wave.id: wave.model_copy(update={"parts": {"main": told}})}
    survey = store.survey.model_copy(update={"wave_defs": waves})
    write_store(tmp_path, survey, store.wave, store.tables, store.facts)
    assert "E0041" not in (tmp_path / "texts.json").read_text("utf-8")
    again = open_store(tmp_path).survey.wave(wave.id).parts["main"].exclusions[0]
    assert (again.column, again.values) == ("respondent", ("(2)",))
    assert values_told(again.values) == ["(2)"]  # written again, it says the same


# --- the printed precision -----------------------------------------------------------------------


def test_figures_go_out_at_the_printed_precision(store: Store) -> None:
    out = outside(store)
    shares = out.tables["estimates"][out.tables["estimates"]["response"] != "mean"]
    for name, digits in {
        "estimate": 3,
        "conf_low": 3,
        "conf_high": 3,
        "std_error": 4,
        "deff": 2,
        "cv": 3,
        "n_eff": 0,
        "n_base": 0,
    }.items():
        exact = store.tables["estimates"].loc[shares.index, name]
        assert decimals(shares[name], digits), name
        assert np.allclose(exact, shares[name], atol=0.5000001 * 10.0**-digits, equal_nan=True)
    means = out.tables["estimates"][out.tables["estimates"]["response"] == "mean"]
    assert decimals(means["estimate"], 1)
    assert decimals(means["std_error"], 2)
    changes = out.tables["differences"]
    assert decimals(changes["statistic"], 2)
    assert decimals(changes["p_value"], 3)
    assert decimals(out.tables["robustness"]["estimate"], 3) or not len(out.tables["robustness"])
    told = out.facts["weighting"]["main"]["2025"]
    assert told["mean"] == 1.0
    assert told["kish_deff"] == round(told["kish_deff"], 2)


def test_a_mean_has_one_decimal_more_than_its_scale(store: Store) -> None:
    question = next(q for q in store.survey.questions.values() if q.scores)
    assert question.scale is not None
    codes = tuple(
        c.model_copy(update={"score": None if c.score is None else c.score + 0.5})
        for c in question.scale.codes
    )
    halves = question.model_copy(
        update={"scale": question.scale.model_copy(update={"codes": codes})}
    )
    questions = {**store.survey.questions, question.id: halves}
    finer = replace(store, survey=store.survey.model_copy(update={"questions": questions}))
    for one, digits in ((store, 1), (finer, 2)):
        frame = outside(one).tables["estimates"]
        mine = frame[(frame["question"] == question.id) & (frame["response"] == "mean")]
        assert decimals(mine["estimate"], digits)
        assert decimals(mine["std_error"], digits + 1)
        assert not decimals(mine["std_error"], digits)


def test_a_difference_is_rounded_from_the_exact_one(store: Store) -> None:
    out = outside(store).tables["differences"]
    exact = store.tables["differences"]["estimate"]
    share = (out["response"] != "mean") & exact.notna()
    assert np.allclose(out["estimate"][share], exact[share], atol=0.00050001)


def test_degrees_of_freedom_do_not_count_who_joined_a_panel(store: Store) -> None:
    """One more than those of a change is how many people are in either wave."""
    frame = store.tables["differences"].head(4).assign(df=[60.0, 57.0, 1234.0, 3.0])
    none = {name: store.tables[name].head(0) for name in ("estimates", "trends")}
    given = replace(store, tables={**store.tables, **none, "differences": frame}, printed=False)
    assert outside(given).tables["differences"]["df"].tolist() == [60, 57, 1234, 3]
    survey = store.survey.model_copy(update={"overlap": "respondent"})
    again = outside(replace(given, survey=survey)).tables["differences"]["df"]
    assert again.tolist() == [60, 60, 1200, 3]


def test_verdicts_flags_and_words_are_those_of_the_exact_figures(store: Store) -> None:
    out = outside(store)
    for name, frame in store.tables.items():
        for column in set(frame.columns) - set(OF_TABLE.get(name, {})):
            assert out.tables[name][column].equals(frame[column]), (name, column)


def test_what_is_printed_stays_on_its_side_of_five_per_cent(store: Store) -> None:
    out = outside(store)
    for column in ("p_value", "p_adjusted", "p_equivalence"):
        exact, told = store.tables["differences"][column], out.tables["differences"][column]
        assert ((exact < 0.05) == (told < 0.05)).all()


@pytest.mark.parametrize("name", OLD)
def test_the_outside_of_the_outside_is_itself(releases: Path, tmp_path: Path, name: str) -> None:
    first = write_outside(inside_of(releases / name), tmp_path / "one")
    again = write_outside(tmp_path / "one", tmp_path / "two")
    assert again.printed
    for path in sorted((tmp_path / "one").iterdir()):
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes(), path.name
    assert open_store(first.folder).printed
    assert not open_store(inside_of(releases / name)).printed


def test_publishing_is_handed_the_outside(releases: Path) -> None:
    folder = inside_of(releases / OLD[0])
    exact = {
        text[:9]
        for text in pd.read_csv(folder / "estimates.csv", dtype=str)["estimate"].dropna()
        if len(text) > 12
    }
    assert len(exact) > 50
    with outside_copy(folder) as copy:
        said = "".join(p.read_text("utf-8") for p in sorted(copy.iterdir()))
    assert not [text for text in exact if text in said]


def test_every_column_of_figures_has_a_rule() -> None:
    """A column of numbers that somebody adds goes out by a rule, or is named here with its reason."""
    declared = {
        "family_size", "margin",  # of the definition
        "n_waves", "days", "uses", "in_use", "value", "year", "target",  # counted or declared
        "moved_up", "moved_down", "unchanged", "moved",  # people of a panel, counted exactly
        "present", "in_favour", "against", "abstained", "not_voting", "in_office", "left_early",
        "replaced", "vacant", "coded_twice", "agreed", "low", "high", "people", "n",
    }  # fmt: skip
    from padai.store import NUMERIC

    for name, columns in COLUMNS.items():
        loose = (set(columns) & NUMERIC) - set(OF_TABLE.get(name, {})) - declared
        assert not loose, f"{name}: {sorted(loose)}"


# --- rounding ------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def rounded(store: Store) -> Store:
    policy = store.survey.confidentiality.model_copy(update={"rounding": Rounding(bases=5)})
    assert isinstance(policy, Confidentiality)
    return replace(store, survey=store.survey.model_copy(update={"confidentiality": policy}))


def known(store: Store, question: str) -> float:
    frame = store.tables["estimates"]
    mine = frame[(frame["question"] == question) & (frame["breakdown"] == "total")]
    return float(mine["n_base"].iloc[0])


def test_bases_are_multiples_everywhere(rounded: Store) -> None:
    out = outside(rounded)
    for name, columns in {
        "estimates": ["n_base", "n_eff"],
        "trends": ["n_base", "n_eff"],
        "differences": ["n_base"],
        "words": ["n"],
    }.items():
        for column in columns:
            values = out.tables[name][column].dropna()
            assert len(values) > 5
            assert (values % 5 == 0).all(), (name, column)
    assert all(w["n"] % 5 == 0 for w in out.facts["sizes"]["main"].values())
    assert out.survey.wave("2025").parts["main"].n == 805  # 804
    assert out.facts["outcome"]["main"]["dispositions"]["complete"] == 805
    assert all(rate["numerator"] % 5 == 0 for rate in out.facts["outcome_rates"]["main"])
    assert all(f["count"] % 5 == 0 for f in out.facts["findings"])


def test_the_share_of_a_word_does_not_tell_which_of_the_counts_it_is(rounded: Store) -> None:
    """Of 903 people 13 or 14 gave a word: both are told as 15, one as 1.6% and one as 1.7%."""
    counts = [221, *range(13, 18)]
    words = rounded.tables["words"].iloc[: len(counts)]
    words = words.assign(n=counts, share=[n / 903 for n in counts])
    told = outside(replace(rounded, tables={**rounded.tables, "words": words})).tables["words"]
    assert told["n"].tolist() == [220] + [15] * 5
    assert told["share"].tolist() == [round(n / 905, 3) for n in told["n"]]


def test_the_order_of_words_does_not_tell_which_of_two_is_the_more_common(rounded: Store) -> None:
    """Of 903 people 16 gave “b” and 14 “a”: both are told as 15, and 14 after 16 in that order."""
    words = rounded.tables["words"].iloc[:3]
    given = {"word": ["c", "b", "a"], "n": [40, 16, 14], "share": [n / 903 for n in (40, 16, 14)]}
    told = outside(replace(rounded, tables={**rounded.tables, "words": words.assign(**given)}))
    assert told.tables["words"]["word"].tolist() == ["c", "a", "b"]


def test_the_weighting_table_gives_no_exact_count_back(rounded: Store) -> None:
    exact = rounded.tables["weighting"]["before"].dropna() * 804
    assert np.allclose(exact, np.round(exact))  # the store tells every count
    told = outside(rounded).tables["weighting"]["before"].dropna()
    # all that a share times the size can tell is the rounded count
    assert (np.abs(told * 805 - np.round(exact / 5) * 5) < 0.5).all()


def test_words_give_no_exact_count_back(rounded: Store) -> None:
    exact, out = rounded.tables["words"], outside(rounded).tables["words"]
    given = exact["n"].iloc[0] / exact["share"].iloc[0]
    assert (np.abs(out["share"] * np.round(given / 5) * 5 - out["n"]) < 0.5).all()


def test_errors_design_effects_and_degrees_of_freedom_give_no_base_back(rounded: Store) -> None:
    out = outside(rounded).tables["estimates"]
    assert out["df"].isna().all()
    frame = rounded.tables["estimates"]
    made = at_rounded_bases("estimates", frame, 5)
    n, base = (of["n_base"].to_numpy(float, na_value=np.nan) for of in (frame, made))
    assert (n != base)[~np.isnan(n)].sum() > 100
    # what base and error say together is what the exact ones do: a base is never told by the error
    told = made["std_error"].to_numpy(float) ** 2 * base
    assert np.allclose(
        told, frame["std_error"].to_numpy(float) ** 2 * n, rtol=1e-12, equal_nan=True
    )
    shown = out["n_eff"].dropna()
    assert len(shown) > 100 and (shown % 5 == 0).all()


def test_an_error_is_that_of_the_rounded_base() -> None:
    """By hand: 32 people are printed as 30, so that the error is sqrt(32 / 30) times as wide."""
    frame = pd.DataFrame(
        [
            {
                "estimate": 0.5,
                "std_error": 0.09,
                "conf_low": 0.3,
                "conf_high": 0.7,
                "df": 31.0,
                "n_base": 32,
                "n_eff": 31.0,
                "deff": 1.0,
                "cv": 0.18,
            }
        ]
    )
    (row,) = at_rounded_bases("estimates", frame, 5).to_dict("records")
    wider = (32 / 30) ** 0.5
    assert row["n_base"] == 30 and row["n_eff"] == 30 and np.isnan(row["df"])
    assert row["std_error"] == pytest.approx(0.09 * wider)
    assert row["conf_high"] - 0.5 == pytest.approx(0.2 * wider)
    assert row["cv"] == pytest.approx(0.18 * wider)


def test_changes_are_of_the_rounded_bases_and_stay_on_their_side(rounded: Store) -> None:
    exact, out = rounded.tables["differences"], outside(rounded).tables["differences"]
    rest = (exact["reference"] == "rest").to_numpy()
    assert rest.sum() > 5 and (~rest).sum() > 5
    assert out.loc[rest, ["std_error", "statistic", "p_value", "p_adjusted"]].isna().all(axis=None)
    shares = rest & (out["response"] != "mean").to_numpy()
    assert decimals(out.loc[shares, "conf_low"], 2)
    assert out.loc[~rest, "std_error"].notna().sum() == exact.loc[~rest, "std_error"].notna().sum()
    for column in ("p_value", "p_adjusted"):
        both = exact.loc[~rest, column].notna()
        assert ((exact.loc[~rest, column] < 0.05) == (out.loc[~rest, column] < 0.05))[both].all()
    assert out["verdict"].tolist() == exact["verdict"].tolist()


def test_slopes_and_indices_give_no_base_back(rounded: Store) -> None:
    out = outside(rounded)
    slopes = out.tables["slopes"]
    assert slopes["ddf"].isna().all()
    assert slopes.loc[slopes["term"] != "joint", "df"].isna().all()
    assert (out.tables["indices"]["n_base"].dropna() % 5 == 0).all()


def test_fewer_decimals_are_kept_where_the_policy_says_so(rounded: Store) -> None:
    policy = rounded.survey.confidentiality.model_copy(
        update={"rounding": Rounding(bases=10, decimals=2)}
    )
    coarse = replace(rounded, survey=rounded.survey.model_copy(update={"confidentiality": policy}))
    out = outside(coarse).tables["estimates"]
    assert decimals(out.loc[out["response"] != "mean", "estimate"], 2)
    assert (out["n_base"].dropna() % 10 == 0).all()
    assert out["flag"].tolist() == coarse.tables["estimates"]["flag"].tolist()


def test_errors_do_not_tell_a_share_more_finely_than_it_is_told(rounded: Store) -> None:
    """Of cv, deff and base the share is 1 / (1 + n cv^2 / deff): 0.32 was 0.315 to 0.317.

    A difference is its error times its statistic.
    """
    policy = rounded.survey.confidentiality.model_copy(
        update={"rounding": Rounding(bases=10, decimals=2)}
    )
    coarse = replace(rounded, survey=rounded.survey.model_copy(update={"confidentiality": policy}))
    out = outside(coarse).tables
    rows = out["estimates"][out["estimates"]["response"] != "mean"]
    assert rows["cv"].isna().all()
    assert decimals(rows["std_error"], 2) and decimals(rows["deff"], 1)
    changes = out["differences"]
    changes = changes[(changes["response"] != "mean") & (changes["std_error"] > 0)]
    error, z = (changes[name].abs().to_numpy(float) for name in ("std_error", "statistic"))
    assert len(error) > 20
    assert ((error + 0.005) * z - (error - 0.005) * z >= 0.01)[z >= 1].all()


def test_validation_items_give_no_base_back(rounded: Store) -> None:
    """An unweighted share of 203 people and its error left 203; the degrees of freedom said it."""
    share, n = 140 / 203, 203
    row = {
        "part": "main",
        "wave": "2025",
        "question": "trust_services",
        "response": "trust",
        "estimate": share,
        "official": 0.7,
        "error": share - 0.7,
        "std_error": float(np.sqrt(share * (1 - share) / (n - 1))),
    }
    drift = {"part": "main", "kind": "drift", "wave": "2025", "df": 1.0, "ddf": 404.0}
    rows = [{"kind": "weighted", **row}, {"kind": "unweighted", **row}, drift]
    items = pd.DataFrame(rows).reindex(columns=COLUMNS["validation_items"])
    texts = ("reference", "question", "response", "reason")
    items = items.assign(**{c: items[c].astype(object).fillna("") for c in texts})

    def left(told: pd.DataFrame, kind: str) -> list[int]:
        """Work out which bases agree with a share and an error as they are printed."""
        bases = range(190, 220)
        for each in told[told["kind"] == kind].itertuples():
            bases = [
                m
                for m in bases
                if abs(np.sqrt(each.estimate * (1 - each.estimate) / (m - 1)) - each.std_error)
                <= 0.00007
                and abs(round(each.estimate * m) / m - each.estimate) <= 0.0005
            ]
        return list(bases)

    tables = {**rounded.tables, "validation_items": items}
    for name in ("estimates", "trends"):
        mine = (tables[name]["question"] == "trust_services") & (tables[name]["wave"] == "2025")
        tables[name] = tables[name].assign(n_base=tables[name]["n_base"].mask(mine, n))
    store = replace(rounded, tables=tables)
    told = outside(store).tables["validation_items"]
    assert set(told["kind"]) == {"weighted", "drift"} and told["ddf"].isna().all()
    error = told.loc[told["kind"] == "weighted", "std_error"].item()
    assert error == pytest.approx(row["std_error"] * np.sqrt(203 / 205), abs=0.00005)
    assert left(told, "unweighted") == list(range(190, 220))
    exact = outside(replace(store, survey=unrounded(store))).tables["validation_items"]
    assert left(exact, "unweighted") == [203]


def unrounded(store: Store) -> Survey:
    policy = store.survey.confidentiality.model_copy(update={"rounding": None})
    return store.survey.model_copy(update={"confidentiality": policy})


def copied(frame: pd.DataFrame, name: str, **columns: str) -> pd.DataFrame:
    """Make a table that tells some rows of another one again."""
    again = frame.rename(columns={old: new for new, old in columns.items()}).assign(kind="level")
    return again.reindex(columns=COLUMNS[name]).assign(reason="")


def test_an_interval_is_told_of_the_rounded_base_alone(rounded: Store) -> None:
    """In two tables, once of either base, the ratio of its widths gave 57 people back."""
    frame = rounded.tables["estimates"]
    districts = frame[(frame["breakdown"] != "total") & frame["estimate"].notna()]
    whole = frame[(frame["breakdown"] == "total") & frame["estimate"].notna()]
    ends = {"direct": "estimate", "direct_low": "conf_low", "direct_high": "conf_high"}
    more = {
        "small_areas": copied(districts, "small_areas", **ends),
        "quality": copied(whole, "quality"),
    }
    told = outside(replace(rounded, tables={**rounded.tables, **more})).tables
    for name, rows, columns in (
        ("small_areas", districts, ("direct_low", "direct_high")),
        ("quality", whole, ("conf_low", "conf_high")),
    ):
        again = told["estimates"].loc[rows.index, ["conf_low", "conf_high"]].to_numpy(float)
        assert np.array_equal(told[name][list(columns)].to_numpy(float), again, equal_nan=True)
        exact = np.round(rows[["conf_low", "conf_high"]].to_numpy(float), 3)
        assert (exact != again).any(), name


def test_a_change_is_told_of_the_rounded_base_alone(rounded: Store) -> None:
    rule = Rounding(bases=500)  # so that the printed digits show it: 804 people are told as 1,000
    policy = rounded.survey.confidentiality.model_copy(update={"rounding": rule})
    survey = rounded.survey.model_copy(update={"confidentiality": policy})
    told = outside(replace(rounded, survey=survey)).tables
    keys = ["part", "wave", "reference", "question", "response"]
    changes = told["differences"].query("breakdown == 'total'").set_index(keys)
    again = told["robustness"].query("variant == 'declared' and estimate.notna()").set_index(keys)
    columns = ["estimate", "conf_low", "conf_high", "p_adjusted"]
    both = again[columns].join(changes[columns].add_suffix("_told"))
    assert len(both) > 2
    for column in columns:
        assert both[column].tolist() == both[f"{column}_told"].tolist()
