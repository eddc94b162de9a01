"""Studies: numbers and texts of one's own, set as a page beside a release."""

from __future__ import annotations

import ast
import html
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import padai
from padai.design import Design
from padai.errors import PublicationError
from padai.publishing.studies import (
    Grid,
    Planning,
    PointRow,
    Points,
    Study,
    StudyProse,
    study_page,
    write_study,
)
from padai.store import Store
from padai.waves import Wave
from tests.publishing_store import make_store

ANALYSIS = Path(__file__).parents[1] / "analysis"
STUDIES = (
    "shared.py", "11_known_truths.py", "20_drivers_of_trust.py", "21_decomposition_of_change.py",
    "22_planning_of_the_next_wave.py",
)  # fmt: skip


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pictures are saved where one stands."""
    monkeypatch.chdir(tmp_path)


def both(fr: str, en: str) -> dict[str, str]:
    return {"fr": fr, "en": en}


def study(*blocks: object) -> Study:
    made = blocks or (
        StudyProse([both("Un paragraphe.", "A paragraph.")], both("Méthode", "Method")),
        Points(
            both("Écarts.", "Gaps."),
            [PointRow(both("Âge", "Age")), PointRow(both("18 à 34", "18 to 34"), 0.05, 0.01, 0.09)],
            both("Groupe", "Group"),
        ),
        Grid(
            both("Tests.", "Tests."),
            both("Facteur", "Factor"),
            [(both("p", "p"), "p"), (both("Part", "Share"), "share"), (both("n", "n"), "count")],
            [(both("Âge", "Age"), (0.0004, 0.4321, 1987.0))],
        ),
    )
    return Study(
        "essai", both("Un essai", "A trial"), both("Ce que dit l’essai.", "What it says."), made
    )  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return make_store(tmp_path_factory.mktemp("studies"))


def seen(page: Path) -> str:
    """Return the text of a page and its alternative texts, with plain spaces."""
    text = page.read_text(encoding="utf-8")
    text = re.sub(r"<style.*?</style>|src=\"data:[^\"]*\"", "", text, flags=re.S)
    alts = " ".join(re.findall(r'alt="([^"]*)"', text))
    plain = html.unescape(re.sub(r"<[^>]+>", " ", text) + alts)
    return re.sub(r"\s+", " ", plain.replace("\u00a0", " ").replace("\u202f", " "))


def test_a_study_is_a_page_in_each_language(store: Store, tmp_path: Path) -> None:
    french, english = write_study(study(), store, tmp_path)
    assert french == tmp_path / "fr" / "essai.html"
    text = seen(french)
    for words in (
        "Un essai",
        "Ce que dit l’essai.",
        "Données fictives",
        "+5,0",
        "43,2 %",
        "< 0,001",
        "1 987",
        "18 à 34 : +5,0 (+1,0 à +9,0).",
    ):
        assert words in text
    for words in ("A trial", "Synthetic data", "43.2%", "18 to 34: +5.0 (+1.0 to +9.0)."):
        assert words in seen(english)
    assert "default-src 'none'" in french.read_text(encoding="utf-8")


def test_a_study_stands_beside_the_versions_of_its_wave(store: Store, tmp_path: Path) -> None:
    moved = replace(store, folder=tmp_path / "2025" / "v1" / "interne")
    found = write_study(study(StudyProse([both("a", "b")])), moved)
    assert [p.relative_to(tmp_path) for p in found] == [
        Path("2025/etudes/fr/essai.html"),
        Path("2025/etudes/en/essai.html"),
    ]
    assert 'href="../../v1/fr/rapport.html"' in found[0].read_text(encoding="utf-8")


def test_the_same_study_is_the_same_bytes(store: Store, tmp_path: Path) -> None:
    once, again = (write_study(study(), store, tmp_path / name) for name in ("a", "b"))
    assert [p.read_bytes() for p in once] == [p.read_bytes() for p in again]


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (study(StudyProse([{"fr": "Seulement en français."}])), "no words in 'en'"),
        (replace(study(), slug="À côté"), "slug has small letters"),
        (
            study(
                Grid(
                    both("a", "a"),
                    both("b", "b"),
                    [(both("c", "c"), "text")],
                    [(both("d", "d"), ("e",))],
                )
            ),
            "needs both languages",
        ),
    ],
)
def test_what_cannot_be_read_by_all_is_refused(
    store: Store, tmp_path: Path, made: Study, said: str
) -> None:
    with pytest.raises(PublicationError, match=said):
        write_study(made, store, tmp_path)


def test_a_study_of_a_quota_sample_keeps_to_its_words(tmp_path: Path) -> None:
    quota = make_store(tmp_path, sample_type="quota")
    page = study_page(study(), quota, "fr").markdown
    assert "intervalle indicatif" in page.replace("\u00a0", " ")
    wrong = study(Grid(both("Écarts significatifs.", "Gaps."), both("a", "a"), [], []))
    with pytest.raises(PublicationError, match="significatifs"):
        study_page(wrong, quota, "fr")


def test_a_plan_is_a_block_of_a_study(store: Store) -> None:
    """Two waves of a thousand, half of whom trust: the curve, then the groups to boost."""
    waves = [
        Wave(
            pd.DataFrame(
                {
                    "trust_police": np.resize([1.0, 4.0], 1000),
                    "gender": np.resize(["F"] * 99 + ["M"], 1000),
                    "id": np.arange(1000) + 1000 * k,
                }
            ),
            Design(id="id"),
            survey=store.survey,
            id=w,
            date=store.survey.wave(w).date,
        )
        for k, w in enumerate(("2024", "2025"))
    ]
    trend = padai.trend(padai.stack(waves, overlap="none"), "trust_police", net="trust")
    plan = padai.plan(trend, n=[500, 1000, 2000]).frame
    groups = padai.expected_interviews(waves[-1], "gender", n=1000).frame.assign(interviews=1000)
    text = study_page(study(Planning(plan, groups, (1000,))), store, "en").markdown
    text = re.sub(r"\\(.)", r"\1", text).replace("\u00a0", " ")
    # standard error of the change 0.0224, (1.96 + 0.84) of it, as the planner has it
    change = 100 * max(plan["smallest_rise"].iloc[1], plan["smallest_fall"].iloc[1])
    assert f"With 1,000 interviews: a change of {change:.1f} points" in text
    assert "merge, or add 90" in text


@pytest.mark.parametrize("script", STUDIES)
def test_a_study_uses_public_names_only(script: str) -> None:
    """padai itself, what sets a page, and how numbers are written; nothing behind them."""
    allowed = {"padai", "padai.publishing.studies", "padai.publishing.basis.numbers"}
    for node in ast.walk(ast.parse((ANALYSIS / script).read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("padai"):
            assert node.module in allowed
        if isinstance(node, ast.Import):
            named = {alias.name for alias in node.names if alias.name.startswith("padai")}
            assert named <= allowed
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            public = node.value.id != "padai" or node.attr in padai.__all__
            assert public, f"padai.{node.attr} is not public"


def test_the_known_truths_are_found_again() -> None:
    """The page of the docs is what the waves give: made anew, it is the same text."""
    code = (
        "import importlib, sys; sys.path.insert(0, sys.argv[1]);"
        "m = importlib.import_module('11_known_truths'); s = m.padai.load_survey(m.SURVEY);"
        "sys.stdout.write(m.page(s, m.compared(s)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(ANALYSIS)], capture_output=True, check=True, timeout=300
    )
    text = done.stdout.decode("utf-8")
    assert text == (ANALYSIS.parent / "docs" / "known-truths.md").read_text(encoding="utf-8")
    assert (
        "| Trust in the use of AI: Quebec ministries (Total trust) | 2024 → 2025 | +7.0 |" in text
    )
