"""Errors speak both languages: which one is in force, and that no room lacks one."""

from __future__ import annotations

import ast
import pickle
from pathlib import Path

import pytest

import padai
from padai import errors
from padai.errors import DataError, MissingExtraError, PadaiError, language, nearest, speaking
from padai.survey import load_survey, yaml_words
from tests.builders import write_survey

PACKAGE = Path(padai.__file__).parent
ROOMS = ("",)
NAMES = {
    name
    for name, kind in vars(errors).items()
    if isinstance(kind, type) and issubclass(kind, (PadaiError, errors.FaultError))
}


def made_in(path: Path) -> list[ast.Call]:
    """Every call in a file that makes an error of padai's."""
    calls = [
        n for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, ast.Call)
    ]
    return [c for c in calls if isinstance(c.func, ast.Name) and c.func.id in NAMES]


JOINED = ("following.py",)
"""Files whose error joins a list of faults that is in English."""


def files() -> list[Path]:
    found = [PACKAGE / room for room in ROOMS]
    every = sorted(p for f in found for p in ([f] if f.is_file() else f.rglob("*.py")))
    return [path for path in every if path.name not in JOINED]


@pytest.mark.parametrize("path", files(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_every_error_of_these_rooms_is_in_both_languages(path: Path) -> None:
    lacking = []
    for call in made_in(path):
        place = 1 if call.func.id == "MissingExtraError" else 0  # type: ignore[attr-defined]
        given = len(call.args) - place + sum(k.arg == "fr" for k in call.keywords)
        # Words that wait are in each language; a text alone is in one.
        if given < 2 and isinstance(call.args[place], ast.Constant | ast.JoinedStr | ast.BinOp):
            lacking.append(f"{path.name}:{call.lineno}")
    assert not lacking


def test_a_model_of_the_definition_refuses_in_both_languages() -> None:
    bare = []
    for path in sorted((PACKAGE / "survey").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            raised = node.exc if isinstance(node, ast.Raise) else None
            if isinstance(raised, ast.Call) and getattr(raised.func, "id", "") == "ValueError":
                bare.append(f"{path.name}:{node.lineno}")
    assert not bare


def test_the_language_is_that_of_the_command_then_of_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("PADAI_LANG", raising=False)
    error = DataError("no rows.", "aucune ligne : voyez « n ».", where="demo, 2025")
    assert (language(), str(error)) == ("en", "demo, 2025: no rows.")
    monkeypatch.setenv("PADAI_LANG", "fr_CA")
    assert str(error) == "demo, 2025\u00a0: aucune ligne\u00a0: voyez «\u00a0n\u00a0»."
    with speaking("en"):
        assert str(error) == "demo, 2025: no rows."
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


def test_an_error_of_one_language_is_said_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    with speaking("fr"):
        assert str(PadaiError("only this.", where="demo")) == "demo: only this."
        assert "pip install" in str(MissingExtraError("reports", "Publishing", "Publier"))
        assert nearest("trsut", ["trust"]).fr == " Vouliez-vous dire « trust » ?"
    assert nearest("zzz", ["trust"]) == ("", "")


FAULTS = [
    ("survey.yaml", "id: mini", "id: Mini!"),
    ("survey.yaml", "languages: [fr, en]", "languages: [fr, deutsch]"),
    ("survey.yaml", "languages: [fr, en]", "languages: [en]\nfrench_required: true"),
    ("survey.yaml", "synthetic: true", "synthetic: peut-être"),
    ("survey.yaml", "overlap: none", "overlap: some"),
    ("survey.yaml", "waves: [2024, 2025]", "waves: []"),
    ("survey.yaml", "declared: 2024-01-01", "declared: hier"),
    ("survey.yaml", "declared: 2024-01-01", "declared: 2024-13-41"),
    ("survey.yaml", "min: 18", "min: dix-huit"),
    ("survey.yaml", "min: 18", "min: .inf"),
    ("survey.yaml", "title: {fr: Mini, en: Mini}", "title: {}"),
    ("survey.yaml", "title: {fr: Mini, en: Mini}", "title: [Mini]"),
    ("survey.yaml", "title: {fr: Mini, en: Mini}", "title: {fr: 3}"),
    ("survey.yaml", "comparisons: [{question: trust, net: trust}]", "comparisons: trust"),
    ("survey.yaml", "breakdowns:", "confidentiality: {minimum_group: 1}\nbreakdowns:"),
    ("survey.yaml", "breakdowns:", "reliability: {max_half_width: 0.9}\nbreakdowns:"),
    ("survey.yaml", "breakdowns:", "reliability: {minimum_base: 30.5}\nbreakdowns:"),
    ("questionnaire.yaml", "codes: [1, 2]", "codes: [1, 7]"),
    ("questionnaire.yaml", "kind: refused", "kind: refus"),
    ("questionnaire.yaml", "score: 4", "score: quatre"),
    ("questionnaire.yaml", "type: open", "type: ouvert"),
    ("questionnaire.yaml", "type: number", "type: single"),
    ("questionnaire.yaml", "range: [18, 110]", "range: [18]"),
    ("questionnaire.yaml", "base: {question: user, codes: [1]}", "base: {question: user}"),
    ("questionnaire.yaml", "base: {question: user, codes: [1]}", "base: {question: usr, codes: [1]}"),
    ("waves/2025.yaml", "start: 2025-05-01", "start: 2025-06-01"),
    ("waves/2025.yaml", "mode: online", "mode: web"),
    ("waves/2025.yaml", "parts:", "parts: {}\nautres:"),
    ("waves/2025.yaml", "file: m2025.csv", "n: -1\n    file: m2025.csv"),
    ("waves/2025.yaml", "file: m2025.csv", "sha256: abc\n    file: m2025.csv"),
    ("waves/2025.yaml", "file: m2025.csv", "file: m2025.csv\n   n: 3"),
    ("waves/2025.yaml", "label: {fr:", "label: {{fr:"),
    ("waves/2025.yaml", "supplier: {fr: A, en: A}", "supplier: {fr: A: B}"),
    ("waves/2025.yaml", "supplier: {fr: A, en: A}", "supplier: {fr: \"A}"),
    ("waves/2025.yaml", "supplier: {fr: A, en: A}", "supplier: {fr: A, en: A"),
    ("waves/2025.yaml", "supplier: {fr: A, en: A}", "supplier: @A"),
    ("waves/2025.yaml", "supplier: {fr: A, en: A}", "\tsupplier: {fr: A, en: A}"),
    ("waves/2025.yaml", "supplier: {fr: A, en: A}", "supplier: &a {fr: A, en: A}"),
    ("waves/2025.yaml", "supplier: {fr: A, en: A}", "supplier: !!set {fr: A}"),
    ("waves/2025.yaml", "supplier: {fr: A, en: A}", "? [a, b]\n    : c"),
    ("waves/2025.yaml", "supplier: {fr: A, en: A}", 'supplier: {fr: "\\q"}'),
]  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new"), FAULTS)
def test_a_fault_of_a_definition_is_told_in_plain_words_of_each_language(
    tmp_path: Path, name: str, old: str, new: str
) -> None:
    from tests.test_bad_input import ENGLISH, FRENCH

    folder = write_survey(tmp_path)
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(PadaiError) as caught:
        load_survey(folder)
    fr, en = caught.value.texts["fr"], caught.value.texts["en"]
    assert name.rpartition("/")[2] + ":" in fr
    assert name.rpartition("/")[2] + ":" in en
    for said in (fr, en):
        assert "Input should" not in said
        assert "Value error" not in said
    assert not FRENCH.search(en), en
    assert not ENGLISH.search(fr), fr
    for told in (yaml_words.OTHER_YAML, yaml_words.OTHER_MODEL):
        assert told.fr not in fr, "a kind of fault without words of its own"
