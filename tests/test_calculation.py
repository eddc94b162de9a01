"""What the methodology says of how figures are made is how they are made."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from padai.publishing.basis.context import Context
from padai.publishing.chapters.calculation import calculation, calculation_items
from padai.publishing.chapters.executive import headline_items, sheet_notes
from padai.publishing.chapters.how_to_read import how_to_read_items
from padai.publishing.chapters.indices import indices
from padai.publishing.chapters.methodology import _mode
from padai.publishing.chapters.overall import _cells
from padai.publishing.chapters.press import not_to_write
from padai.publishing.exhibits.bars import bars
from padai.publishing.report import Report
from padai.store import Store, open_store
from padai.survey.design_spec import DesignSpec
from padai.survey.replicates import ReplicateSpec
from tests.publishing_store import make_store


@pytest.fixture(scope="module")
def release(built_example: Path) -> Path:
    return built_example / "releases" / "example" / "2025" / "v1"


def in_text(markdown: str) -> str:
    return markdown.replace("\\", "").replace("\u00a0", " ")


def test_open_data_give_the_interval_and_the_design_effect_that_the_page_tells(
    release: Path,
) -> None:
    """From the printed share, error and degrees of freedom; printed to a thousandth."""
    page = in_text(calculation(Context(open_store(release / "interne"), "en")).markdown)
    assert "logit(p) ± t e / [p (1 − p)]" in page and "p (1 − p) / (n − 1)" in page
    frame = pd.read_csv(release / "open" / "series.csv", dtype={"wave": str})
    shares = frame[(frame["cv"].notna()) & frame["estimate"].between(0.03, 0.3)]
    shares = shares[~shares["response"].isin(["mean", "balance"]) & shares["df"].notna()]
    p, e = shares["estimate"].to_numpy(), shares["std_error"].to_numpy()
    t = stats.t.ppf(0.975, shares["df"].to_numpy())
    half = t * e / (p * (1 - p))
    logit = np.log(p / (1 - p))
    assert len(shares) > 50
    for side, name in ((-1, "conf_low"), (1, "conf_high")):
        end = 1 / (1 + np.exp(-(logit + side * half)))
        assert np.abs(end - shares[name].to_numpy()).max() < 0.0015
    symmetric = np.abs(p - t * e - shares["conf_low"].to_numpy())
    assert symmetric.max() > 0.004, "which the plain interval would not give"
    free = shares[shares["n_eff"].notna() & (shares["std_error"] > 0.01)]
    n, p, e = (free[name].to_numpy() for name in ("n_base", "estimate", "std_error"))
    assert len(free) > 50
    deff = e**2 * (n - 1) / (p * (1 - p))
    # an error of 0.01 is printed to 0.5% of itself, a share of 0.03 to 1.7%
    assert np.abs(deff / free["deff"].to_numpy() - 1).max() < 0.03
    assert np.abs(n / deff / free["n_eff"].to_numpy() - 1).max() < 0.03


def items_of(store: Store, lang: str, **design: object) -> str:
    """Return what is said where the main part of a store has another design."""
    context = Context(store, lang)
    changed = context.part("main").model_copy(update={"design": DesignSpec(**design)})
    naming = SimpleNamespace(say=context.say, text=context.text, survey=store.survey)
    naming.parts, naming.part = ("main",), lambda _: changed
    return " ".join(text for _, text in calculation_items(naming))  # type: ignore[arg-type]


def test_each_design_has_its_sentence(tmp_path: Path) -> None:
    store = make_store(tmp_path)
    people = items_of(store, "en", weight="w", stratum=("h",))
    assert "people drawn one by one within each stratum, with replacement" in people
    assert "Number of people who answered, minus the number of strata" in people
    clusters = items_of(store, "en", weight="w", psu=("c",), fpc=("f",))
    assert "primary units drawn, without replacement" in clusters and "stratum" not in clusters
    lonely = items_of(store, "en", stratum=("h",), psu=("c",), lonely_psu="adjust")
    assert "R’s “adjust” rule" in lonely and "taken as fixed" not in lonely
    spec = ReplicateSpec(kind="bootstrap", prefix="bw")
    replicates = items_of(store, "fr", weight="w", replicates=spec)
    assert "Poids de rééchantillonnage livrés avec les données (« bootstrap »)" in replicates
    assert "Rang des jeux de poids" in replicates and "Taylor" not in replicates


def test_parts_drawn_otherwise_are_told_apart(tmp_path: Path) -> None:
    context = Context(make_store(tmp_path), "en")
    terms = [term for term, _ in calculation_items(context)]
    labels = [context.text(context.part(p).label) for p in context.parts]
    assert len(labels) == 2, "of which one is weighted, and one is not"
    assert terms[:3] == [*(f"Standard errors ({n})." for n in labels), "Degrees of freedom."]


@pytest.mark.parametrize("kind", ["quota", "open"])
def test_the_words_are_those_of_the_sample(tmp_path: Path, kind: str) -> None:
    store = make_store(tmp_path, sample_type=kind)
    methods = in_text(Report(store, "en").methodology().markdown)
    assert ("How the figures are calculated" in methods) is (kind == "quota")


def test_the_base_is_said_with_what_dont_know_is_in_it(release: Path, tmp_path: Path) -> None:
    """“Everyone who was asked” was said of bases that refusals and skips are not in."""
    for store in (open_store(release / "interne"), make_store(tmp_path)):
        context = Context(store, "en")
        (_, said), *_ = how_to_read_items(context)
        shown = {q for s in store.survey.sections for b in s.blocks for q in b.questions}
        codes = [
            code.in_base
            for q in shown
            if context.question(q).asked_in(context.wave)
            for code in context.question(q).missing_codes
            if code.kind == "dont_know"
        ]
        assert "asked the question and answered it" in said
        assert ("counts as an answer, except" in said) is (bool(codes) and all(codes))
        assert ("does not count" in said) is (bool(codes) and not any(codes))


def test_a_minute_is_one(release: Path) -> None:
    store = open_store(release / "interne")
    part = Context(store, "fr").part("main")
    for n, said in ((1.2, "1 minute)"), (13.0, "13 minutes)")):
        timed = dataclasses.replace(store, facts={**store.facts, "minutes": {part.mode: n}})
        assert in_text(_mode(Context(timed, "fr"), "main", part)).endswith(said)


def test_the_reliability_of_an_index_names_the_people_that_it_is_of(release: Path) -> None:
    """It stood beside the n of the index, of which many had not answered every item."""
    store = open_store(release / "interne")
    context = Context(store, "en")
    rows = store.tables["indices"]
    found = rows[rows["kind"] == "alpha"]
    assert len(found)
    page = in_text(indices(context).markdown)
    for n in found["n_base"].dropna():
        assert f"among the {context.numbers.count(n)} people with a score on every item" in page


def test_a_break_on_the_sheet_says_what_it_touches(tmp_path: Path) -> None:
    """“Not comparable across 2022” stood under a headline that compares 2021 with 2025."""
    context = Context(make_store(tmp_path), "en")
    sheet = in_text(sheet_notes(context).markdown)
    for found in context.survey.breaks:
        when, of = context.numbers.date(found.date), found.scope.questions
        touched = "every question" if of is None else f"{len(of)} question{'s' * (len(of) > 1)}"
        assert f"({when}; {touched})" in sheet
    assert {b.scope.questions is None for b in context.survey.breaks} == {True, False}


def test_slopes_on_the_logit_scale_have_two_decimals_each(release: Path) -> None:
    """+0.2 stood under +0.14."""
    context = Context(open_store(release / "interne"), "en")
    rows = [_cells(context, (i.question, i.response)) for i in headline_items(context.survey)]
    told = [row[3] for row in rows if row and row[3] != "–"]
    assert len(told) > 2 and all(len(t.partition(".")[2]) == 2 for t in told), told


def test_the_press_is_told_not_to_write_a_cause_nor_what_is_not_compared(tmp_path: Path) -> None:
    """The list of a survey without a break or a small group was empty under its heading."""
    store = make_store(tmp_path)
    rows = store.tables["differences"]
    alone = {"differences": rows[rows["reference"] == "rest"], "breaks": store.tables["breaks"][:0]}
    bare = dataclasses.replace(store, tables={**store.tables, **alone})
    for lang, cause, before in (
        ("fr", "« grâce à »", "Une comparaison avec la mesure précédente (édition 2024)"),
        ("en", "“thanks to”", "A comparison with the measure before (2024 edition)"),
    ):
        context = Context(bare, lang)
        said = in_text(not_to_write(context).markdown)
        assert cause in said and before in said
        names = [context.text(k.label).rstrip(".") for k in store.survey.key_results]
        assert sum(name in said.partition(before)[2] for name in names) >= 3
        assert before not in in_text(not_to_write(Context(store, lang)).markdown)


def test_a_sign_on_a_picture_is_explained_under_it(release: Path) -> None:
    """“4.4% *” stood on a picture of which the table alone, folded away, said what * means."""
    context = Context(open_store(release / "interne"), "en")
    blocks = [b for s in context.survey.sections for b in s.blocks if b.kind == "bars"]
    told = [in_text(bars(context, block, "fig").markdown) for block in blocks]
    starred = [text for text in told if "% *" in text]
    assert starred
    for text in starred:
        assert text.count("*: interpret with caution") == 2, "under the picture and the table"
