"""What would make a finding false: in the store, and in what is read."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

import padai
from padai.disclosure import REASONS
from padai.pipeline.parts.preparation import Prepared
from padai.pipeline.tables.tipping import tipping_table
from padai.publishing.basis.context import Context
from padai.publishing.basis.vocabulary import forbidden_words
from padai.publishing.chapters.tipping import tipping, tipping_sentence
from padai.publishing.exhibits.exhibit_items import Item
from padai.publishing.report import Report
from padai.store import COLUMNS, Store, open_store, outside, write_store
from padai.store.converters import OF_SCHEMA_2
from padai.survey import Survey
from padai.trends import difference
from tests.builders import mini, respondents
from tests.publishing_store import make_store

GROUP = "\n  k2: {question: trust, net: trust, breakdown: sex, group: F, label: {fr: F, en: W}, declared: 2024-01-01}"
LINE = "  k1: {question: trust, net: trust, label: {fr: C, en: T}, declared: 2024-01-01}"


class Made:
    """A small survey whose trust rose, and the tables that a store would have of it."""

    def __init__(self, folder: Path, replace: Mapping[str, str] | None = None) -> None:
        n = 1000
        data = {
            wave: respondents(
                n,
                first_id=first,
                sex=np.resize(["F", "M"], n),
                w=np.ones(n),
                trust=np.repeat([1.0, 98.0, 4.0], [k, 60, n - 60 - k]),
            )
            for wave, first, k in (("2024", 1, 450), ("2025", 5001, 560))
        }
        self.survey: Survey = padai.load_survey(mini(folder, data, replace=replace))
        waves = tuple(padai.read_wave(self.survey, wave) for wave in self.survey.waves)
        self.parts = {"main": Prepared(waves, ())}
        shares = padai.proportion(padai.stack(list(waves)), "trust", net="trust", by="sex")
        self.changes = [difference(shares, "2025", "2024")]
        texts = ("wave", "question", "response", "breakdown", "group", "reference", "family")
        told = self.changes[0].frame.astype(dict.fromkeys(texts, object)).assign(part="main")
        levels = shares.frame.astype(dict.fromkeys(texts[:5], object)).assign(part="main")
        levels["flag"] = ""
        self.tables: dict[str, pd.DataFrame] = {
            "differences": told, "estimates": levels, "trends": levels,
            "robustness": pd.DataFrame(columns=COLUMNS["robustness"]),
        }  # fmt: skip

    def table(self) -> pd.DataFrame:
        return tipping_table(self.survey, self.parts, self.changes, self.tables)


def kinds(frame: pd.DataFrame, breakdown: str) -> set[str]:
    return set(frame.loc[frame["breakdown"] == breakdown, "assumption"])


def test_the_headlines_that_have_a_verdict_are_told(tmp_path: Path) -> None:
    made = Made(tmp_path, {LINE: LINE + GROUP})
    found = made.table()
    assert list(found.columns) == COLUMNS["tipping"]
    whole = {
        "false_favourable",
        "false_unfavourable",
        "false_random",
        "selection_ratio",
        "selection_rho",
        "dont_know",
    }
    assert kinds(found, "total") == whole
    assert kinds(found, "sex") == whole - {"selection_rho", "dont_know"}
    assert set(found.loc[found["breakdown"] == "sex", "group"]) == {"F"}
    assert set(found["stands"]) == {"", "true"}
    direct = padai.tipping_points(made.changes[0], rows=[0]).frame
    same = found[found["breakdown"] == "total"]
    for name in ("value", "low", "high"):
        assert np.array_equal(same[name].to_numpy(float), direct[name], equal_nan=True)


def test_what_is_withheld_is_not_told(tmp_path: Path) -> None:
    made = Made(tmp_path)
    assert len(made.table())
    for verdict in ("", "not comparable"):
        made.tables["differences"]["verdict"] = verdict
        assert made.table().empty
    assert list(made.table().columns) == COLUMNS["tipping"]


def test_another_base_of_a_sensitive_question_is_not_told(tmp_path: Path) -> None:
    line = "trust: {label: {fr: Confiance, en: Trust}, "
    made = Made(tmp_path, {line: line + "sensitive: true, "})
    assert "dont_know" not in set(made.table()["assumption"])
    assert "false_favourable" in set(made.table()["assumption"])


def test_another_base_of_a_withheld_cell_is_not_told(tmp_path: Path) -> None:
    made = Made(tmp_path)
    assert "dont_know" in set(made.table()["assumption"])
    assert "x" in REASONS
    made.tables["trends"] = made.tables["trends"].assign(flag="x")
    assert "dont_know" not in set(made.table()["assumption"])


# --- the store -----------------------------------------------------------------------------------


def test_it_goes_out_at_the_printed_precision(tmp_path: Path) -> None:
    made = Made(tmp_path)
    facts: dict[str, Any] = {"release": {}}
    tables = {"tipping": made.table()}
    write_store(tmp_path / "store", made.survey, "2025", tables, facts)
    inside = open_store(tmp_path / "store").tables["tipping"]
    shown = outside(open_store(tmp_path / "store")).tables["tipping"]
    exact = inside["value"].to_numpy(float)
    for kind, digits in (("false_favourable", 3), ("selection_ratio", 2)):
        mine = (inside["assumption"] == kind).to_numpy(bool) & np.isfinite(exact)
        assert mine.any()
        printed = shown["value"].to_numpy(float)[mine]
        assert np.array_equal(printed, np.round(exact[mine], digits))
        assert not np.array_equal(printed, exact[mine])


def test_a_store_of_the_second_schema_is_read(tmp_path: Path) -> None:
    """Schema 2 had every table of today but what schema 3 adds."""
    store = make_store(tmp_path)
    folder = tmp_path / "interne"
    for path in folder.glob("*.csv"):
        if path.stem not in OF_SCHEMA_2:
            path.unlink()
    texts = json.loads((folder / "texts.json").read_text("utf-8"))
    (folder / "texts.json").write_text(json.dumps({**texts, "schema": 2}), "utf-8")
    found = open_store(folder)
    assert found.tables["tipping"].empty
    assert list(found.tables["tipping"].columns) == COLUMNS["tipping"]
    assert len(found.tables["differences"]) == len(store.tables["differences"])


def test_a_store_of_the_third_schema_is_read(tmp_path: Path) -> None:
    """Schema 3 did not say of a whole period how it was declared."""
    make_store(tmp_path)
    folder = tmp_path / "interne"
    slopes = pd.read_csv(folder / "slopes.csv", dtype=str, keep_default_na=False)
    slopes.drop(columns="declared").to_csv(folder / "slopes.csv", index=False)
    texts = json.loads((folder / "texts.json").read_text("utf-8"))
    (folder / "texts.json").write_text(json.dumps({**texts, "schema": 3}), "utf-8")
    found = open_store(folder).tables["slopes"]
    assert list(found.columns) == COLUMNS["slopes"]
    assert set(found["declared"]) <= {""}
    assert len(found) == len(slopes)


# --- what is read --------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return make_store(tmp_path_factory.mktemp("store"))


def read(text: str) -> str:
    plain = re.sub(r"\\(.)", r"\1", text)
    return plain.replace("\u00a0", " ").replace("\u202f", " ")


def with_verdict(store: Store, verdict: str, assumption: str, ratio: float) -> Store:
    tables = {name: frame.copy() for name, frame in store.tables.items()}
    for name in ("differences", "tipping"):
        tables[name]["verdict"] = verdict
    rows = tables["tipping"]
    rows.loc[rows["assumption"] == "false_favourable", "assumption"] = assumption
    rows.loc[rows["assumption"] == "selection_ratio", "value"] = ratio
    return Store(store.folder, store.survey, store.wave, tables, store.facts, store.printed)


SAID = [
    ("rose", "false_favourable", 1.31,
     "Il faudrait que 8,7 % des réponses de 2025 soient fausses et favorables, ou que les "
     "personnes qui donnent cette réponse aient participé, une fois pondérées, 1,31 fois autant "
     "que les autres, pour que la hausse ne soit plus démontrée.",
     "8.7% of the answers of 2025 would have to be false and favourable, or those who give this "
     "answer would have to have taken part, once weighted, 1.31 times as much as the others, for "
     "the rise no longer to be shown."),
    ("fell", "false_unfavourable", 0.84,
     "Il faudrait que 8,7 % des réponses de 2025 soient fausses et défavorables, ou que les "
     "personnes qui donnent cette réponse n’aient participé, une fois pondérées, que 0,84 fois "
     "autant que les autres, pour que la baisse ne soit plus démontrée.",
     "8.7% of the answers of 2025 would have to be false and unfavourable, or those who give this "
     "answer would have to have taken part, once weighted, only 0.84 times as much as the others, "
     "for the fall no longer to be shown."),
    ("cannot_tell", "false_favourable", 0.84,
     "Il suffirait que 8,7 % des réponses de 2025 soient fausses et favorables pour qu’une baisse "
     "soit démontrée une fois ces réponses retirées.",
     "It would take 8.7% of the answers of 2025 being false and favourable for a fall to be shown "
     "once they are taken out."),
]  # fmt: skip


@pytest.mark.parametrize(("verdict", "assumption", "ratio", "fr", "en"), SAID)
def test_one_sentence_says_it(
    store: Store, verdict: str, assumption: str, ratio: float, fr: str, en: str
) -> None:
    told = with_verdict(store, verdict, assumption, ratio)
    item = Item("trust_ministries", "trust")
    assert read(tipping_sentence(Context(told, "fr"), item)) == fr
    assert read(tipping_sentence(Context(told, "en"), item)) == en


def test_no_solution_is_said_and_not_called_impossible(store: Store) -> None:
    item = Item("trust_health", "trust")
    for lang, said in (("fr", "Aucune part de fausses réponses"), ("en", "No share of false")):
        text = read(tipping_sentence(Context(store, lang), item))
        assert text.startswith(said)
        assert "impossible" not in text
    rose = with_verdict(store, "rose", "false_favourable", 1.2)
    assert "; il faudrait que les personnes" in read(tipping_sentence(Context(rose, "fr"), item))


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_report_says_it_beside_the_key_result_and_in_the_methods(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    monkeypatch.chdir(tmp_path)
    report = Report(store, lang)
    sentence = read(tipping_sentence(Context(store, lang), Item("trust_ministries", "trust")))
    assert sentence
    assert read(report.key_findings().markdown).count(sentence) == 1
    methods = read(report.methodology().markdown)
    assert methods.count(sentence) == 1  # the key figures of a report are rows, without it
    assert {"fr": "tient de 12 % à 100 %", "en": "stands from 12% to 100%"}[lang] in methods
    assert "Pew Research Center" in methods
    assert {"fr": "−0,00123", "en": "−0.00123"}[lang] in methods


def test_each_sample_type_keeps_its_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    quota = make_store(tmp_path / "quota", sample_type="quota")
    for lang in ("fr", "en"):
        report = Report(quota, lang)
        text = read(report.key_findings().markdown + tipping(Context(quota, lang)).markdown)
        assert {"fr": "fausses", "en": "false"}[lang] in text
        assert not forbidden_words(text, "quota")
    open_one = make_store(tmp_path / "open", sample_type="open")
    assert tipping(Context(open_one, "fr")).markdown == ""
