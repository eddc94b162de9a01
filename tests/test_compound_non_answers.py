"""Labels that name several ways of not answering at once, and those that name an answer besides."""

from __future__ import annotations

from pathlib import Path

import pytest

from padai.survey.answer_words import missing_kind, names_both
from tests.starting import started
from tests.strangers import sav
from tests.test_next_strangers import PROPOSED, people


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("DK/Refused/No lean", "dont_know"),
        ("No lean/DK/Refused", "dont_know"),
        ("Undecided/Ref", "dont_know"),
        ("KA/keine Angabe", "refused"),
        ("w.n./k.A.", "dont_know"),
        ("NS/NR/Rehúsa", "dont_know"),
        ("No sabe / No contesta / Rehúsa", "dont_know"),
        ("No procede", "not_asked"),
        ("NAP (code 2 in V5)", "not_asked"),
        ("NAP", "not_asked"),
        ("Filtered out", "not_asked"),
        ("Not selected for module", "not_asked"),
        ("Web blank", "skipped"),
        ("Item nonresponse", "skipped"),
        ("Perdido por sistema", "skipped"),
        ("Partial interview", "skipped"),
        ("Undecided", None),
        ("No lean", None),
        ("Nap", None),
        ("Blanc", None),
        ("Vote blanc", None),
        ("Not seen", None),
        ("Terminated", None),
        ("Filter", None),
    ],
)
def test_several_ways_of_not_answering_in_one_label(label: str, kind: str | None) -> None:
    assert missing_kind(label) == kind


@pytest.mark.parametrize(
    ("label", "both"),
    [
        ("Other/DK/Ref", True),
        ("Otro/NS/NC", True),
        ("Aucun/NSP", True),
        ("Depends / Don't know", True),
        ("DK/Ref", False),
        ("Often/always", False),
        ("Yes", False),
    ],
)
def test_a_label_that_names_an_answer_too(label: str, both: bool) -> None:
    assert names_both(label) == both


def test_an_answer_and_none_under_one_code_are_asked_about(tmp_path: Path) -> None:
    """It was an answer like the others, and nothing said so."""
    party = {1.0: "Red", 2.0: "Blue", 9.0: "Other/DK/Ref"}
    path = sav(tmp_path / "w2021.sav", people(1, party=party), {"party": "Party"}, party=party)
    survey = started(tmp_path, path, **PROPOSED)
    assert survey.questions["party"].codes == ("1", "2", "9")
    text = (survey.path / "questionnaire.yaml").read_text(encoding="utf-8")
    above = text.partition("  party:")[0].rstrip().splitlines()[-1]
    assert above.lstrip().startswith("#") and "(9)" in above
