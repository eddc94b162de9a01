"""Plurals are the language's: code gives a number, and noun, verb and participle agree with it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest

from padai.validation.registry import CHECKS, Fact, Hit, Share, sentence
from padai.words import Decimals, Number, Said, Spoken
from padai.words.catalogues import WordCatalogue, catalogue, folders
from padai.words.syntax import walked

PACKAGE = Path(__file__).parents[1] / "padai"
TAGS = sorted(folders())
COUNTS = (0, 1, 2, 1234)
UNDECIDED = re.compile(r"\w\((s|e|es|x|ies|ne|nes|n|en)\)")
"""An ending left to the reader: `fault(s)`, `personne(s)`, `identificador(es)`."""
ONE_VERB = {"en-CA": {"publishing-exhibits-gained", "publishing-exhibits-lost"}}
"""A verb alone that is the same for one and for several: `gained`."""
FORMATS = {"str", "format", "number", "points", "share", "decimal"}
"""What makes a text of a number, of which no plural can be chosen."""


class Counts(NamedTuple):
    """A message that chooses by a number: which facts, whether by zero, and its other choices."""

    ident: str
    by: frozenset[str]
    none: bool
    others: dict[str, str]


class Shown(Spoken):
    """A number that is shown as a sign, so that only words can differ."""

    def __init__(self, value: int) -> None:
        self.value = value

    def text(self, lang: str) -> str:
        return "#"

    @property
    def number(self) -> int:
        return self.value


def _chosen(words: WordCatalogue, ident: str) -> list[tuple[str, list[str]]]:
    """Return each fact by which a message chooses, and what it chooses among."""
    from fluent.syntax import ast as fluent

    return [
        (
            node.selector.id.name,
            [getattr(v.key, "name", getattr(v.key, "value", "")) for v in node.variants],
        )
        for node in walked(words._made(ident))
        if isinstance(node, fluent.SelectExpression)
        and isinstance(node.selector, fluent.VariableReference)
    ]


def _counted(words: WordCatalogue) -> Iterator[Counts]:
    for ident, entry in words.entries.items():
        if ident.startswith("-") or "->" not in entry.text:
            continue
        chosen = _chosen(words, ident)
        by = frozenset(name for name, keys in chosen if "one" in keys)
        if by:
            none = any("0" in keys for name, keys in chosen if name in by)
            others = {name: keys[0] for name, keys in chosen if name not in by}
            yield Counts(ident, by, none, others)


def _said(words: WordCatalogue, message: Counts, count: object) -> str:
    facts: dict[str, object] = {name: f"‹{name}›" for name in words.variables(message.ident)}
    facts |= message.others | dict.fromkeys(message.by, count)
    return words.text(message.ident, facts, words.tag)


@pytest.mark.parametrize("tag", TAGS)
def test_no_message_leaves_an_ending_to_the_reader(tag: str) -> None:
    entries = catalogue(tag).entries.values()
    assert not [(e.file, e.id) for e in entries if UNDECIDED.search(e.text)]


@pytest.mark.parametrize("tag", TAGS)
def test_each_message_of_a_count_agrees_with_none_one_two_and_many(tag: str) -> None:
    words = catalogue(tag)
    messages = list(_counted(words))
    assert len(messages) > 100
    for message in messages:
        said = {n: _said(words, message, Shown(n)) for n in COUNTS}
        same = message.ident in ONE_VERB.get(tag, ())
        assert (said[1] == said[2]) is same, message.ident
        assert said[2] == said[1234], message.ident
        like_none = 1 if tag == "fr-CA" else 2
        assert (said[0] == said[like_none]) is not message.none, message.ident
        for text in said.values():
            assert not re.search(r"\$\w|->|\[(0|one|other)\]", text), message.ident


@pytest.mark.parametrize("tag", TAGS)
def test_a_big_count_is_chosen_by_and_written_as_the_language_writes_it(tag: str) -> None:
    words = catalogue(tag)
    for message in _counted(words):
        plain, apart = (_said(words, message, count) for count in (1234, Number(1234)))
        assert apart == plain.replace("1234", Number(1234).text(tag)), message.ident
        assert _said(words, message, np.int64(1234)) == plain, message.ident


def test_a_number_is_chosen_by_as_it_is_shown() -> None:
    one, none = Decimals(1.2, 0), Decimals(0.3, 0)
    assert Said("publishing-chapters-case-s", count=one).en == "1 case"
    assert Said("publishing-chapters-case-s", count=none).en == "0 cases"
    assert Said("publishing-chapters-case-s", count=Decimals(12345, 0)).en == "12,345 cases"


def _given() -> Iterator[tuple[str, str, str, ast.expr]]:
    """Yield each fact that code gives to a message that counts by it: where, which, and what."""
    by: dict[str, set[str]] = {}
    for tag in TAGS:
        for message in _counted(catalogue(tag)):
            by.setdefault(message.ident, set()).update(message.by)
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            first = node.args[0]
            ident = first.value if isinstance(first, ast.Constant) else None
            for word in node.keywords:
                if isinstance(ident, str) and word.arg and word.arg in by.get(ident, ()):
                    yield f"{path.name}:{node.lineno}", ident, word.arg, word.value


def test_code_gives_a_number_where_a_message_counts_by_it() -> None:
    wrong = []
    seen = 0
    for where, ident, name, value in _given():
        seen += 1
        called = value.func if isinstance(value, ast.Call) else None
        made = getattr(called, "attr", getattr(called, "id", ""))
        owner = getattr(getattr(called, "value", None), "attr", "")
        text = isinstance(value, ast.JoinedStr) or (
            isinstance(value, ast.Constant) and isinstance(value.value, str)
        )
        if made == "counted" and isinstance(value, ast.Call):
            text = len(value.args) == 2  # of padai.validation.wording: in a language
        if text or made in FORMATS or (made == "count" and owner == "numbers"):
            wrong.append(f"{where}: {ident} counts by ${name}, given as a text")
    assert seen > 100
    assert not wrong


@pytest.mark.parametrize("tag", TAGS)
def test_a_finding_of_one_row_is_told_in_the_singular(tag: str) -> None:
    message = CHECKS["not_a_number"].message
    one, many = (sentence(message, Hit("age", "number", n), tag) for n in (1, 1234))
    assert "(" not in one
    assert {
        "fr-CA": "1 réponse à «\u00a0age\u00a0» n’est pas un nombre. Corrigez le fichier.",
        "en-CA": "1 answer to “age” is not a number. Correct the file.",
        "es": "1 respuesta a «age» no es un número. Corregir el archivo.",
    }[tag] == one
    assert many.startswith(Number(1234).text(tag) + " ")


def test_the_page_of_the_checks_shows_each_sentence_in_the_plural() -> None:
    shown = CHECKS["not_a_number"].sentences
    assert shown["en"] == "{count} answers to “{column}” are not numbers. Correct the file."
    found = sentence(CHECKS["straight_lining"].message, Hit("q1", "4", 1, None, _GRID), "en")
    assert found.startswith("1 respondent (1.2%) gave the same answer to all 4 questions")


_GRID: dict[str, Fact] = {"share": Share(0.012), "items": 4}
