"""What a report says of whole series, of indices, of bridged changes and of choices of method."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from padai.publishing.basis.flags import WITHHELD
from padai.publishing.basis.vocabulary import forbidden_words
from padai.publishing.report import Report
from padai.store import COLUMNS, Store, open_store
from tests.publishing_store import WAVES, make_store

MISSING = float("nan")


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the pictures of cards go where the test is."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pictures are saved where one stands."""
    monkeypatch.chdir(tmp_path)


def read(piece: Any) -> str:
    """Return what a reader sees: no strokes, plain spaces."""
    text = re.sub(r"\\(.)", r"\1", piece.markdown)
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def told(question: str, **fields: Any) -> dict[str, Any]:
    row = dict.fromkeys(COLUMNS["slopes"], "")
    numbers = (
        "estimate",
        "std_error",
        "conf_low",
        "conf_high",
        "df",
        "ddf",
        "statistic",
        "p_value",
        "p_adjusted",
    )
    row |= dict.fromkeys(numbers, MISSING)
    row |= {
        "part": "main",
        "question": question,
        "response": "trust",
        "breakdown": "total",
        "group": "total",
        "on": "points",
        "wave": "2025",
        "first_wave": "2021",
        "last_wave": "2025",
        "n_waves": 5.0,
    }
    return row | fields


def with_slopes(store: Store) -> Store:
    slope = {
        "term": "slope",
        "estimate": 0.012,
        "conf_low": 0.004,
        "conf_high": 0.02,
        "p_adjusted": 0.01,
    }
    bend = {"term": "bend", "conf_low": 0.01, "conf_high": 0.05}
    rows = [
        told("trust_ministries", **slope),
        told("trust_ministries", **{**slope, "on": "logit", "estimate": 0.05}),
        told("trust_ministries", term="joint", p_adjusted=0.0002),
        told("trust_ministries", **bend, wave="2022", estimate=0.02, p_adjusted=0.2),
        told("trust_ministries", **bend, wave="2023", estimate=0.03, p_adjusted=0.03),
        told("trust_ministries", **bend, wave="2024", estimate=0.01, p_adjusted=0.04),
        told("trust_health", **slope),
        told("trust_health", term="joint", p_adjusted=0.2),
        told("trust_health", **bend, wave="2023", estimate=0.03, p_adjusted=0.06),
        told("trust_police", term="slope", first_wave="2025", n_waves=1.0, breaks="words",
             left_out="2021 2022 2023 2024", reason="too_few_comparable_waves"),
        told("trust_police", term="joint", first_wave="2025", n_waves=1.0, breaks="words",
             left_out="2021 2022 2023 2024", reason="too_few_comparable_waves"),
    ]  # fmt: skip
    frame = pd.DataFrame(rows)[COLUMNS["slopes"]]
    return replace(store, tables={**store.tables, "slopes": frame})


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return make_store(tmp_path_factory.mktemp("store"))


def test_slopes_are_said_with_their_interval_and_without_a_verdict(store: Store) -> None:
    french = read(Report(with_slopes(store), "fr").overall())
    assert (
        "de 2021 à 2025, +1,2 point de pourcentage par année en moyenne (IC à 95 % : +0,4 à +2,0)"
        in french
    )
    assert "a augmenté" not in french
    english = read(Report(with_slopes(store), "en").overall())
    assert "from 2021 to 2025, +1.2 percentage points a year on average" in english


def test_a_judged_slope_is_told_by_its_verdict_and_first(store: Store) -> None:
    made = with_slopes(store)
    frame = made.tables["slopes"].copy()
    hit = (frame["question"] == "trust_ministries") & (frame["term"] == "slope")
    frame.loc[hit & (frame["on"] == "points"), ["family", "verdict"]] = ["headline-slopes", "rose"]
    report = Report(replace(made, tables={**made.tables, "slopes": frame}), "fr")
    said = "cette part progresse de 1,2 point de pourcentage par an depuis 2021"
    assert said in read(report.overall())
    cards = read(report.key_findings())
    assert cards.index(said.capitalize()) < cards.index("Est demeurée stable depuis 2024")


def test_the_surest_bend_is_told_and_only_where_it_is_shown(store: Store) -> None:
    text = read(Report(with_slopes(store), "en").overall())
    ministries = next(x for x in text.splitlines() if x.startswith("- Trust in 0:"))
    assert "The pace differs before and after the 2023 edition: +3.0" in ministries
    health = next(x for x in text.splitlines() if x.startswith("- Trust in 2:"))
    assert "pace" not in health


def test_a_broken_series_says_why_it_has_no_slope(store: Store) -> None:
    text = read(Report(with_slopes(store), "fr").overall())
    row = next(x for x in text.splitlines() if "Police" in x and "<tr>" in x)
    assert "2025 ≠" in row
    assert "moins de trois éditions comparables" in row


def test_smoothed_values_stand_in_a_table_where_there_are_some(store: Store) -> None:
    assert "lissées" not in read(Report(with_slopes(store), "fr").overall())
    ready = with_slopes(store)
    level = [
        told("trust_ministries", term="smooth", wave=w, estimate=0.5, conf_low=0.48, conf_high=0.53)
        for w in WAVES
    ]
    frame = pd.concat([ready.tables["slopes"], pd.DataFrame(level)[COLUMNS["slopes"]]])
    made = replace(ready, tables={**ready.tables, "slopes": frame})
    text = read(Report(made, "fr").overall())
    assert "Séries lissées (tableau)" in text
    assert "50,0<br>48,0 à 53,0" in text


@pytest.mark.parametrize(
    ("lang", "slope", "level"),
    [
        (
            "fr",
            "sans 2022 (part de 0 ou de 100 %)",
            "Séries non lissées (trop peu d’unités primaires)",
        ),
        ("en", "without 2022 (share of 0 or 100%)", "Series not smoothed (too few primary units)"),
    ],
)
def test_editions_left_out_and_series_not_smoothed_are_named(
    store: Store, lang: str, slope: str, level: str
) -> None:
    ready = with_slopes(store)
    frame = ready.tables["slopes"].copy()
    own = (frame["question"] == "trust_ministries") & (frame["term"] == "slope")
    frame.loc[own, ["left_out", "reason"]] = ["2022", "share_of_0_or_1"]
    lost = told("trust_health", term="smooth", reason="too_few_degrees_of_freedom")
    frame = pd.concat([frame, pd.DataFrame([lost])[COLUMNS["slopes"]]])
    made = replace(ready, tables={**ready.tables, "slopes": frame})
    text = read(Report(made, lang).overall())
    assert slope in text
    assert level in text
    assert "Séries lissées" not in text
    assert "Smoothed series" not in text


def test_a_quota_sample_keeps_its_words(tmp_path: Path) -> None:
    quota = with_slopes(make_store(tmp_path, sample_type="quota"))
    for lang in ("fr", "en"):
        text = read(Report(quota, lang).overall())
        assert ("int. indicatif" if lang == "fr" else "indicative int.") in text
        assert forbidden_words(text, "quota") == []


@pytest.mark.parametrize("sample_type", ["open", "minipublic"])
def test_samples_without_inference_have_no_such_chapter(tmp_path: Path, sample_type: str) -> None:
    made = with_slopes(make_store(tmp_path, sample_type=sample_type))
    assert read(Report(made, "fr").overall()).strip() == ""


# --- indices -----------------------------------------------------------------------------------


def declared_index(head: dict[str, Any]) -> None:
    head["indices"] = {"city": {
        "label": {"fr": "Indice de confiance", "en": "Trust index"},
        "high": {"fr": "confiance entière", "en": "complete trust"},
        "items": ["trust_ministries", "trust_health", "trust_schools", "trust_police"],
        "scores": {1: 3, 2: 2, 3: 1, 4: 0}, "invariance": ["gender"], "declared": "2021-01-01",
    }}  # fmt: skip


def index_row(kind: str, **fields: Any) -> dict[str, Any]:
    row = dict.fromkeys(COLUMNS["indices"], "")
    numbers = (
        "estimate",
        "std_error",
        "conf_low",
        "conf_high",
        "n_base",
        "p_value",
        "p_adjusted",
        "r2_gain",
        "margin",
    )
    row |= dict.fromkeys(numbers, MISSING)
    return row | {"part": "main", "index": "city", "kind": kind, "wave": "2025"} | fields


def with_index(store: Store, rows: list[dict[str, Any]]) -> Store:
    frame = pd.DataFrame(rows)[COLUMNS["indices"]]
    return replace(store, tables={**store.tables, "indices": frame})


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return make_store(tmp_path_factory.mktemp("index"), change=declared_index)


def rows_of(verdict: str, reason: str = "", failing: str = "") -> list[dict[str, Any]]:
    size = {"conf_low": 49.0, "conf_high": 53.0, "n_base": 1987.0}
    change = {"reference": "2024", "estimate": 2.5, "conf_low": 1.0, "conf_high": 4.0}
    tests = [
        index_row(
            "invariance",
            item=item,
            by=by,
            r2_gain=0.031 if item == failing else 0.004,
            verdict="fails" if item == failing and by == "wave" else "holds",
        )
        for by in ("wave", "gender")
        for item in ("trust_ministries", "trust_police")
    ]
    without = [index_row("mean_without", wave=w, estimate=47.0, **size) for w in ("2024", "2025")]
    without.append(
        index_row("change_without", **{**change, "estimate": 0.5}, verdict="cannot_tell")
    )
    return [
        *(index_row("mean", wave=w, estimate=51.0, **size) for w in ("2024", "2025")),
        index_row("change", **change, verdict=verdict),
        index_row("alpha", estimate=0.81, conf_low=0.79, conf_high=0.83, reason=reason),
        index_row("omega", estimate=0.82, conf_low=0.80, conf_high=0.84, reason=reason),
        index_row("item", item="trust_police", estimate=0.61),
        *tests,
        *(without if failing else []),
    ]


def test_an_index_is_said_with_its_change_and_its_reliability(indexed: Store) -> None:
    text = read(Report(with_index(indexed, rows_of("rose")), "fr").overall())
    assert "Moyenne de 4 énoncés, de 0 à 100 (100 : confiance entière)." in text
    assert "l’indice est de 51,0 (IC à 95 % : 49,0 à 53,0, n = 1 987)" in text
    assert "La valeur de l’indice a augmenté depuis 2024 : +2,5 (IC à 95 % : +1,0 à +4,0)" in text
    assert "alpha 0,81 (IC à 95 % : 0,79 à 0,83), oméga 0,82" in text
    assert "À lire avec prudence" not in text


def test_a_loose_index_is_shown_without_a_verdict(indexed: Store) -> None:
    rows = rows_of("", reason="reliability_under_0.70")
    text = read(Report(with_index(indexed, rows), "en").overall())
    assert "change, in points of the index: +2.5" in text
    assert "It is under 0.70: no verdict is given on this index." in text
    assert "rose" not in text


@pytest.mark.parametrize(("lang", "words"), [("fr", "cas de Heywood"), ("en", "Heywood case")])
def test_a_factor_at_its_bound_is_said_with_the_item(indexed: Store, lang: str, words: str) -> None:
    rows = rows_of("rose")
    assert words not in read(Report(with_index(indexed, rows), lang).overall())
    rows = [row | ({"reason": "heywood_case"} if row["kind"] == "item" else {}) for row in rows]
    text = read(Report(with_index(indexed, rows), lang).overall())
    assert f"({words})" in text.replace("a Heywood", "Heywood") and "Police" in text


def test_items_that_fail_bring_a_warning_and_the_series_without_them(indexed: Store) -> None:
    made = with_index(indexed, rows_of("rose", failing="trust_police"))
    text = read(Report(made, "en").overall())
    assert "Read with caution" in text
    assert "Items that do not behave as the others from one edition to another: Police." in text
    assert "The data do not allow a conclusion (since 2024): +0.5" in text
    assert "Without the items named" in text
    assert "0.031 (named)" in text


def test_a_broken_index_is_not_compared(indexed: Store) -> None:
    rows = [r for r in rows_of("rose") if r["kind"] != "change"]
    rows.append(index_row("change", reason="not_comparable", breaks="words"))
    text = read(Report(with_index(indexed, rows), "fr").overall())
    assert "les deux ne se comparent pas" in text


def test_a_confidential_edition_of_an_index_has_its_mark_and_no_base(indexed: Store) -> None:
    rows = [r for r in rows_of("rose") if r["kind"] in ("mean", "item")]
    rows[0] |= {
        "estimate": MISSING,
        "conf_low": MISSING,
        "conf_high": MISSING,
        "n_base": MISSING,
        "reason": "confidential",
    }
    text = read(Report(with_index(indexed, rows), "en").overall())
    assert "the index is 51.0" in text
    mark = WITHHELD["x"]["en"]
    row = f'<td class="right">{mark}</td><td class="right">–</td>'
    assert f'<tr><th scope="row">2024</th>{row}</tr>' in text


@pytest.mark.parametrize(
    ("lang", "said"), [("fr", "Cet indice n’est pas publié"), ("en", "This index is not published")]
)
def test_a_confidential_index_is_said_to_be(indexed: Store, lang: str, said: str) -> None:
    rows = [index_row("mean", reason="confidential")]
    text = read(Report(with_index(indexed, rows), lang).overall())
    assert said in text
    assert "alpha" not in text


# --- choices of method, bridges ----------------------------------------------------------------


def test_the_executive_page_marks_what_depends_on_a_choice(store: Store) -> None:
    """Of the headlines, only the ministries' finding is another one without "don't know"."""
    text = read(Report(store, "fr").what_changed())
    assert text.count("‡") == 2
    assert "‡ Confiance envers 0 : Ce constat dépend d’un choix de méthode" in text
    assert "‡" in read(Report(store, "en").what_changed())
    plain = replace(store, tables={**store.tables, "robustness": store.tables["robustness"][:0]})
    assert "‡" not in read(Report(plain, "fr").what_changed())


def bridge(head: dict[str, Any]) -> None:
    brk = next(b for b in head["breaks"] if b["id"] == "words")
    brk["bridges"] = [{
        "question": "trust_police", "net": "trust", "offset": 2.0, "std_error": 0.7,
        "source": {"fr": "Essai parallèle de 2024.", "en": "Parallel run of 2024."},
    }]  # fmt: skip
    block = {"kind": "trend", "questions": ["trust_police"], "title": {"fr": "É", "en": "T"}}
    head["sections"] = [{"id": "trust", "title": {"fr": "C", "en": "T"}, "blocks": [block]}]
    head["key_results"] = {"police": {
        "question": "trust_police", "net": "trust", "declared": "2021-01-01",
        "label": {"fr": "Confiance envers la police", "en": "Trust in the police"},
    }}  # fmt: skip


@pytest.fixture(scope="module")
def across(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A store of which the change across a break was made through a bridge."""
    made = make_store(tmp_path_factory.mktemp("bridge"), change=bridge)
    changes = made.table("differences")
    hit = (changes["question"] == "trust_police") & (changes["breakdown"] == "total")
    hit &= (changes["reference"] == "2024") & (changes["part"] == "main")
    changes = changes[~((changes["question"] == "trust_police") & (changes["reference"] != "2024"))]
    changes.loc[hit, ["estimate", "conf_low", "conf_high", "verdict"]] = [0.04, 0.01, 0.07, "rose"]
    assert set(changes.loc[hit, "breaks"]) == {"words"}
    return replace(made, tables={**made.tables, "differences": changes})


def test_a_bridged_change_is_told_by_its_verdict(across: Store) -> None:
    """Its row names the break, and is compared all the same."""
    said = read(Report(across, "fr").key_findings())
    assert "[A augmenté depuis 2024]{.verdict .higher}" in said
    assert "Écart avec l’édition 2024 : +4,0 points de pourcentage" in said
    assert "non comparable" not in said
    assert "Confiance envers la police (4,0 points)" in read(Report(across, "fr").what_changed())
    changes = read(Report(across, "fr").section("trust"))
    row = next(x for x in changes.splitlines() if "+4,0 (+1,0 à +7,0)" in x)
    assert "a augmenté" in row


def test_the_offset_is_named_where_the_break_is(across: Store) -> None:
    listed = read(Report(across, "fr").comparability())
    assert (
        "Police (Total confiance) : 2,0 points, erreur type 0,7 (Essai parallèle de 2024)" in listed
    )
    assert "la comparaison est faite" in listed
    assert "account for a measured offset" in read(Report(across, "en").not_to_write())
    assert "la courbe reste interrompue" in read(Report(across, "fr").section("trust"))


def test_without_a_bridge_nothing_is_said_of_offsets(store: Store) -> None:
    assert "écart de méthode" not in read(Report(store, "fr").comparability())
    assert "measured offset" not in read(Report(store, "en").not_to_write())


# --- the shipped example -----------------------------------------------------------------------


def test_the_example_stores_slopes_and_its_index(built_example: Path) -> None:
    (folder,) = (built_example / "releases").glob("*/*/*/interne")
    found = open_store(folder)
    slopes = found.tables["slopes"]
    assert {"slope", "fit", "ends", "joint"} == set(slopes["term"])
    broken = slopes[slopes["question"] == "clear_info"]
    assert set(broken["reason"]) == {"too_few_comparable_waves"}
    assert set(broken["breaks"]) == {"wording-2025"}
    kinds = found.tables["indices"]["kind"].value_counts()
    assert kinds.to_dict() == {
        "invariance": 3,
        "item": 3,
        "mean": 3,
        "change": 1,
        "alpha": 1,
        "omega": 1,
        "eigenvalue_ratio": 1,
    }
    page = (folder.parent / "fr" / "rapport.html").read_text(encoding="utf-8")
    assert "Sur l’ensemble des éditions" in page
    assert "aucun verdict n’est donné sur cet indice" in page
