"""Under a chart stands where its axis starts, and of how many people it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from padai.publishing.basis.context import Context
from padai.publishing.exhibits.groups import groups
from padai.publishing.exhibits.parts import parts
from padai.publishing.exhibits.words import words
from padai.publishing.pieces.emit import Piece
from padai.store import Store
from padai.survey import Block
from padai.survey.texts import Text
from tests.publishing_store import make_store

_TITLE = Text(fr="Un titre", en="A title")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return make_store(tmp_path_factory.mktemp("store"))


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Figures are saved beside the page that is made, which is where the test runs."""
    monkeypatch.chdir(tmp_path)


def _shown(store: Store, draw: Callable[[Context, Block, str], Piece], question: str) -> str:
    block = Block(kind=draw.__name__, questions=(question,), title=_TITLE)
    made = draw(Context(store, "en"), block, "it").markdown
    return made.replace("\\", "").replace("\u00a0", " ")


@pytest.mark.parametrize("draw", [groups, parts])
def test_an_axis_that_starts_above_zero_says_so(
    store: Store, draw: Callable[[Context, Block, str], Piece]
) -> None:
    """Trends and means said it; dots of groups at 50 and 60% looked as far apart as 0 and 100."""
    assert "The axis does not start at 0%." in _shown(store, draw, "trust_health")


def _of_words(store: Store, gave: int, counts: tuple[int, ...]) -> str:
    first = store.tables["words"].iloc[: len(counts)]
    rows = first.assign(n=list(counts), share=[round(n / gave, 3) for n in counts])
    return _shown(replace(store, tables={**store.tables, "words": rows}), words, "word")


@pytest.mark.parametrize(
    ("gave", "counts", "told"),
    [
        (61, (40, 21), "n = 61"),
        (1641, (172, 123, 110, 100), "n ≈ 1,600"),
        (903, (221, 130, 86), "n ≈ 900"),
        (30_000, (29_990, 10), "n ≈ 30,000"),
    ],
)
def test_a_chart_of_words_says_how_many_gave_one(
    store: Store, gave: int, counts: tuple[int, ...], told: str
) -> None:
    """As finely as counts and shares tell: a share goes out to a thousandth."""
    assert f"People who gave a word, {told}." in _of_words(store, gave, counts)


def test_shares_that_agree_with_no_number_of_people_tell_none(store: Store) -> None:
    rows = store.tables["words"].iloc[:2].assign(n=[100, 50], share=[0.1, 0.2])
    other = replace(store, tables={**store.tables, "words": rows})
    assert "gave a word, n" not in _shown(other, words, "word")
