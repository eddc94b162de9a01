"""Beside a change: whether it hangs on a choice of method, and what moved with it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

import padai
from padai.pipeline.explanation import robustness_table
from padai.pipeline.preparation import Prepared, weight_as_declared
from padai.publishing.report import Report
from padai.publishing.vocabulary import forbidden_words
from padai.store import Store, open_store
from padai.survey import Survey
from tests.publishing_store import make_store

MISSING = ["estimate", "conf_low", "conf_high", "p_adjusted"]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return make_store(tmp_path_factory.mktemp("store"))


@pytest.fixture(scope="module")
def built(built_example: Path) -> Store:
    return open_store(built_example / "releases" / "example" / "2025" / "v1" / "data")


@pytest.fixture(scope="module")
def ready(built_example: Path) -> tuple[Survey, dict[str, Prepared]]:
    """The last two waves of the example, weighted."""
    survey = padai.load_survey(built_example / "surveys" / "example")
    waves = [weight_as_declared(padai.read_wave(survey, w)) for w in survey.waves[-2:]]
    return survey, {"main": Prepared(tuple(waves), ())}


def read(piece: Any) -> str:
    """Return what a reader sees: no strokes, plain spaces."""
    text = re.sub(r"\\(.)", r"\1", piece.markdown)
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def test_every_key_result_with_a_verdict_is_tried(built: Store) -> None:
    changes = built.tables["differences"]
    changes = changes[(changes["part"] == "main") & (changes["breakdown"] == "total")]
    last, before = built.survey.waves[-1], built.survey.waves[-2]
    changes = changes[(changes["wave"] == last) & (changes["reference"] == before)]
    said = {(r.question, r.response): r.verdict for r in changes.itertuples()}
    judged = {
        (k.question, k.net)
        for k in built.survey.key_results
        if k.breakdown == "total"
        and said.get((k.question, k.net), "") not in ("", "not comparable")
    }
    rows = built.tables["robustness"]
    assert judged
    assert set(zip(rows["question"], rows["response"], strict=True)) == judged
    for row in rows[rows["variant"] == "declared"].itertuples():
        assert row.verdict == said[row.question, row.response]
        assert row.differs == "false"
    differs = rows["differs"] == "true"
    published = [said[k] for k in zip(rows["question"], rows["response"], strict=True)]
    assert ((rows["verdict"] != published) & (rows["verdict"] != "")).tolist() == differs.tolist()


def test_what_cannot_be_computed_is_a_row_with_its_reason(
    ready: tuple[Survey, dict[str, Prepared]], built: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    survey, parts = ready

    def refused(*args: object, **kwargs: object) -> None:
        raise padai.errors.ComparisonError(f"no file under {survey.path}/targets")

    monkeypatch.setattr("padai.pipeline.explanation.robustness", refused)
    found = robustness_table(survey, parts, built.tables["differences"])
    assert len(found)
    assert set(found["variant"]) == {"not_computed"}
    assert found[MISSING].isna().all(axis=None)
    assert set(found["reason"]) == {f"not_computed: no file under {survey.id}/targets"}


def test_a_withheld_or_forbidden_comparison_is_not_tried(
    ready: tuple[Survey, dict[str, Prepared]], built: Store
) -> None:
    survey, parts = ready
    changes = built.table("differences")
    for verdict in ("", "not comparable"):
        assert robustness_table(survey, parts, changes.assign(verdict=verdict)).empty
    first = {"main": Prepared(parts["main"].waves[:1], ())}
    assert robustness_table(survey, first, changes).empty


@pytest.mark.parametrize(
    ("lang", "sentence", "table"),
    [
        ("fr", "Ce constat dépend d’un choix de méthode : sans les « ne sait pas », cette part a "
         "diminué.", "(constat différent)"),
        ("en", "This finding depends on a choice of method: without the “don’t know” answers, "
         "this share fell.", "(another finding)"),
    ],
)  # fmt: skip
def test_a_verdict_that_differs_is_said(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: str, sentence: str,
    table: str,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    report = Report(store, lang)
    assert read(report.key_findings()).count(sentence) == 1
    methods = read(report.methodology())
    assert methods.count(table) == 1
    assert {"fr": "1 sur 2", "en": "1 out of 2"}[lang] in methods


def test_a_quota_sample_uses_no_forbidden_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    quota = make_store(tmp_path / "store", sample_type="quota")
    for lang in ("fr", "en"):
        report = Report(quota, lang)
        text = read(report.key_findings()) + read(report.methodology())
        assert {"fr": "choix de méthode", "en": "choice of method"}[lang] in text
        assert not forbidden_words(text, "quota")


def test_a_sample_without_inference_has_no_such_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    report = Report(make_store(tmp_path / "store", sample_type="open"), "fr")
    assert "choix de méthode" not in read(report.key_findings()) + read(report.methodology())
