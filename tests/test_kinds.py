"""A kind of survey is declared once; code asks it for what it has, never which one it is."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from padai.followup.pages.register_page import _LISTED, _ROWS
from padai.participation.pages.consultation import ConsultationReport
from padai.participation.pages.open_tables import TABLES
from padai.participation.pages.panel import PanelReport
from padai.participation.stages.participation_tables import _FILES, _MAKERS
from padai.survey import load_survey
from padai.survey.kinds import INFERENTIAL, KINDS, KindName, SurveyKind

ROOT = Path(__file__).parents[1]
_TYPES = ({"open", "minipublic"}, set(INFERENTIAL))


def _constants(node: ast.expr) -> set[str]:
    parts = node.elts if isinstance(node, (ast.Tuple, ast.List, ast.Set)) else [node]
    return {str(p.value) for p in parts if isinstance(p, ast.Constant)}


def _asked_which(source: str) -> Iterator[int]:
    """Lines that compare with the name of a kind, or write out what sample types allow."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Compare):
            sides = [_constants(side) for side in (node.left, *node.comparators)]
            if any(side & set(KINDS) or side in _TYPES for side in sides):
                yield node.lineno


def test_no_line_asks_which_kind_a_survey_is() -> None:
    wrong = [
        f"{path.relative_to(ROOT).as_posix()}:{line}"
        for path in sorted((ROOT / "padai").rglob("*.py"))
        for line in _asked_which(path.read_text(encoding="utf-8"))
    ]
    assert not wrong, "ask survey.traits, or INFERENTIAL of sample types"


@pytest.mark.parametrize(
    "line",
    [
        'survey.kind == "tracker"',
        '"panel" != kind',
        'kind in ("panel", "consultation")',
        'part.sample_type in ("quota", "probability")',
        'x = 1 if {"open", "minipublic"} >= found else 2',
    ],
)
def test_a_line_that_asks_is_seen(line: str) -> None:
    assert list(_asked_which(line)) == [1]


@pytest.mark.parametrize(
    ("survey", "kind"),
    [("quebec", "tracker"), ("panel-citoyen", "panel"), ("consultation", "consultation")],
)
def test_a_survey_has_the_traits_of_its_kind(survey: str, kind: KindName) -> None:
    found = load_survey(ROOT / "surveys" / survey)
    assert (found.kind, found.traits) == (kind, KINDS[kind])
    if found.traits.file:
        assert (found.path / found.traits.file).is_file()
    types = {p.sample_type for wave in found.wave_defs.values() for p in wave.parts.values()}
    assert found.traits.sample_type in (None, *types)


def test_every_kind_has_what_is_made_of_it() -> None:
    """A kind that is added is found lacking here, not in a build."""
    counted = {kind.id for kind in KINDS.values() if not kind.estimated}
    reports = {PanelReport.kind, ConsultationReport.kind}
    assert set(_MAKERS) == set(_FILES) == set(TABLES) == reports == counted
    assert set(_LISTED) == set(_ROWS) == set(KINDS)
    assert all(isinstance(kind, SurveyKind) and kind.id == name for name, kind in KINDS.items())
