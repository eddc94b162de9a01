"""The house stays in order: no knot, no helper twice, no text in code, and names that say something."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests import house
from tests.house import (
    TALKING,
    classes_of_one_name,
    empty_names,
    imports_of,
    knots,
    standing_twice,
    whole_context,
    words_in_code,
)

#: Names assigned that say nothing of what they hold, in the room of formats and in all others.
EMPTY_NAMES = {"interchange": 81, "elsewhere": 30}
#: Of the functions of rooms that say and show, those that take the whole context, of a hundred.
WHOLE_CONTEXT = 17
#: Names that two modules give to a class of theirs.
SHARED_NAMES = 1


def test_no_floor_is_in_a_knot_late_imports_included() -> None:
    assert knots() == []


def test_an_import_for_types_alone_is_none() -> None:
    text = (
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from padai.store import Store\n"
        "def late():\n    from padai.words import say\n"
    )
    assert list(imports_of(ast.parse(text))) == ["padai.words.say"]


def test_no_private_helper_stands_twice() -> None:
    assert standing_twice() == []


def test_a_name_of_a_class_is_not_for_three_things() -> None:
    shared = classes_of_one_name()
    assert 0 < len(shared) <= SHARED_NAMES
    assert not {name: where for name, where in shared.items() if len(where) > 2}


def test_texts_in_code_are_of_what_files_are_known_by() -> None:
    """Labels of what a file's column may be, in seven languages; words that a title may not have."""
    assert set(words_in_code()) == {
        "padai.interchange.dividing",
        "padai.publishing.exhibits.title_claims",
    }


def test_names_that_say_nothing_become_fewer() -> None:
    counted = empty_names()
    assert 0 < counted["interchange"] <= EMPTY_NAMES["interchange"]
    assert 0 < sum(counted.values()) - counted["interchange"] <= EMPTY_NAMES["elsewhere"]


def test_functions_that_take_the_whole_context_become_fewer() -> None:
    takes, functions = whole_context(*TALKING)
    assert 0 < 100 * takes <= WHOLE_CONTEXT * functions


def test_a_context_is_known_by_its_type(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (
        "def one(context: Context): ...\ndef two(all_of: Mapping[str, Context]): ...\n"
        "def three(context: Speech): ...\ndef four(context_of: ContextLike): ...\n"
    )
    (tmp_path / "room").mkdir()
    (tmp_path / "room" / "a.py").write_text(text)
    monkeypatch.setattr(house, "PACKAGE", tmp_path)
    assert whole_context("room") == (2, 4)
