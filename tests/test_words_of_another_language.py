"""Words that people gave in another language than the page's say so, to a voice that reads them."""

from __future__ import annotations

from pathlib import Path

import pytest

from padai.errors import DefinitionError
from padai.publishing.basis.context import Context
from padai.publishing.exhibits.words import words
from padai.store import Store
from padai.survey import Block, load_survey
from padai.survey.texts import Text
from tests import publishing_store

ROOT = Path(__file__).parents[1]


def _store(folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, **more: object) -> Store:
    """Make a store of which a question has other fields."""
    content = publishing_store._questionnaire()
    content["questions"][name] |= more  # type: ignore[index]
    monkeypatch.setattr(publishing_store, "_questionnaire", lambda: content)
    return publishing_store.make_store(folder)


def _printed(store: Store, lang: str) -> str:
    context = Context(store, lang)
    block = Block(kind="words", questions=("word",), title=Text(fr="Un mot", en="One word"))
    return words(context, block, "word").markdown


def test_english_pages_mark_french_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An English voice read “méfiance” as English, in a title and in each row of the table."""
    store = _store(tmp_path, monkeypatch, "word", answered_in="fr")
    made = _printed(store, "en")
    assert '<th scope="row"><span lang="fr">inquiétude</span></th>' in made
    assert '[peur]{lang="fr"}' in made
    assert made.count("<tr>") - 1 == made.count('<span lang="fr">')
    assert 'lang="fr"' not in _printed(store, "fr")


def test_words_of_no_language_that_is_declared_are_not_marked(tmp_path: Path) -> None:
    """Interviews are in French unless it is said: that is not said of the answers."""
    assert "lang=" not in _printed(publishing_store.make_store(tmp_path), "en")


def test_the_language_of_the_answers_is_that_of_an_open_question(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(DefinitionError, match=r"answered_in.*type: open"):
        _store(tmp_path, monkeypatch, "trust_police", answered_in="fr")


@pytest.mark.parametrize(("survey", "question"), [("quebec", "word"), ("consultation", "mot")])
def test_the_demonstrations_say_it(survey: str, question: str) -> None:
    assert load_survey(ROOT / "surveys" / survey).question(question).answered_in == "fr"
