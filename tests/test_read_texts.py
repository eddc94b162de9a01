"""A page's key holds each text that the page shows: no text of a release can change behind it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from padai.publishing.release import publish
from padai.publishing.steps import Steps
from padai.store import Store, open_store
from padai.store.files import json_text
from padai.survey.noted import texts_of
from padai.survey.read_texts import both_read, digest_of_read, noting
from padai.survey.texts import Tagged
from tests.publishing_store import make_store

MARK = "{lang}zq{number:04d}qz"
"""What marks the text of a language, by its number; no page holds it otherwise."""
BITS = {"fr": 1, "en": 2}
TEXTUAL = (".html", ".csv", ".json", ".txt", ".xml", ".md", ".svg")


def _marked(text: Tagged, number: int) -> dict[str, Any]:
    def with_mark(value: Any, lang: str) -> Any:
        if isinstance(value, dict):
            return {mode: with_mark(words, lang) for mode, words in value.items()}
        return f"{value} {MARK.format(lang=lang, number=number)}" if value else value

    return {lang: with_mark(getattr(text, lang), lang) for lang in BITS}


def _replaced(told: Any, texts: list[dict[str, Any]]) -> Any:
    """Put texts in the places of those of a definition as it is written, in their order."""
    if isinstance(told, dict):
        if told and set(told) <= {"fr", "en"} and "fr" in told:
            return texts.pop(0)
        return {key: _replaced(value, texts) for key, value in told.items()}
    return [_replaced(value, texts) for value in told] if isinstance(told, list) else told


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A store of which every text bears a mark of its own in each language."""
    store = make_store(tmp_path_factory.mktemp("marked"))
    path = store.folder / "texts.json"
    told = json.loads(path.read_text(encoding="utf-8"))
    texts = [_marked(text, number) for number, text in enumerate(texts_of(store.survey))]
    told["definition"] = _replaced(told["definition"], texts)
    path.write_text(json_text(told), encoding="utf-8")
    found = open_store(store.folder)
    assert not texts
    assert [t.fr for t in texts_of(found.survey)][:1][0].endswith("frzq0000qz")
    return found


@pytest.fixture(scope="module")
def published(marked: Store, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Steps]:
    out = tmp_path_factory.mktemp("out")
    return out, publish(marked.folder, out, formats=("html",))


def test_each_text_that_a_file_shows_is_in_its_key(
    marked: Store, published: tuple[Path, Steps]
) -> None:
    """Whatever way it came there: from the kernel's process, in a batch, or put around a page."""
    out, made = published
    many = range(len(texts_of(marked.survey)))
    shown = 0
    for step in made.carried_out:
        read = step["texts"]
        if read is None:
            continue
        for name in step["files"]:
            path = out / name
            if path.suffix not in TEXTUAL:
                continue
            content = path.read_text(encoding="utf-8").lower()
            for lang, bit in BITS.items():
                for number in many:
                    if MARK.format(lang=lang, number=number) in content:
                        shown += 1
                        assert int(read[number], 16) & bit, (step["name"], name, lang, number)
    assert shown > 500


def test_pages_of_one_language_do_not_wait_for_the_other(published: tuple[Path, Steps]) -> None:
    _, made = published
    told = {step["name"]: step["texts"] for step in made.carried_out}
    assert all(texts is not None for texts in told.values())
    for name in ("fr/report", "fr/pages/fr/sommaire.qmd", "fr/questions/trust_police"):
        others = sum(int(digit, 16) & BITS["en"] > 0 for digit in told[name])
        own = sum(int(digit, 16) & BITS["fr"] > 0 for digit in told[name])
        assert others < own / 2, name
    assert told["fr/questions/trust_police"] != told["fr/questions/trust_schools"]


def test_digits_of_another_length_say_nothing(marked: Store) -> None:
    assert digest_of_read(texts_of(marked.survey), "0") == ""
    assert both_read("0", "00") is None
    with noting(marked.survey) as read:
        read.add("0", ())
    assert read.told is None and read.facts is None
