"""The key-figures picture: all key results, in words too, and no colour for what is withheld."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from padai.charts import style
from padai.publishing.basis.vocabulary import forbidden_words
from padai.publishing.products.key_figures.picture import write_key_figures
from padai.store import Store
from tests.publishing_store import make_store

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return make_store(tmp_path_factory.mktemp("store"))


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def _blue(svg: Path) -> int:
    root = etree.fromstring(svg.read_bytes())
    return sum(style.BLUE in e.get("style", "") for e in root.iter() if e.get("style"))


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_picture_and_words_give_the_figures_of_the_store(
    store: Store, tmp_path: Path, lang: str
) -> None:
    svg, png, text = write_key_figures(store, lang, tmp_path)
    root = etree.fromstring(svg.read_bytes())
    alt = text.read_text(encoding="utf-8").rstrip("\n")
    assert root.findtext(f"{SVG}desc") == alt
    assert root.get("role") == "img"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == f"{lang}-CA"
    drawn = " ".join(_plain(str(c.text)) for c in root.iter(etree.Comment))
    frame = store.table("estimates")
    whole = frame[(frame["part"] == "main") & (frame["breakdown"] == "total")]
    whole = whole.set_index(["question", "response"])
    for result in store.survey.key_results:
        row = whole.loc[(result.question, result.net)]
        for column in ("estimate", "conf_low", "conf_high"):
            figure = f"{row[column] * 100:.1f}".replace(".", "," if lang == "fr" else ".")
            assert figure in alt
            assert figure in drawn
    said = {"fr": "Données fictives", "en": "Synthetic data"}[lang]
    assert said in alt and said in drawn
    assert png.read_bytes().startswith(b"\x89PNG") and b"Description" in png.read_bytes()


def test_a_result_declared_later_says_so_in_the_picture_and_in_words(tmp_path: Path) -> None:
    def late(head: dict[str, Any]) -> None:
        head["key_results"]["k2"]["declared"] = "2025-06-01"

    svg, _, text = write_key_figures(make_store(tmp_path, change=late), "fr", tmp_path / "out")
    drawn = [str(c.text).strip() for c in etree.fromstring(svg.read_bytes()).iter(etree.Comment)]
    assert drawn.count("Trouvé en regardant") == 1
    assert text.read_text(encoding="utf-8").count("Trouvé en regardant") == 1


def test_a_withheld_result_is_words_without_colour(tmp_path: Path) -> None:
    def tiny(head: dict[str, Any]) -> None:
        first = head["key_results"]["k0"] | {"breakdown": "gender", "group": "X"}
        head["key_results"] = {"k0": first}

    hidden = make_store(tmp_path / "a", change=tiny)
    svg, _, text = write_key_figures(hidden, "fr", tmp_path / "a" / "out")
    assert "nombre insuffisant" in _plain(text.read_text(encoding="utf-8"))
    assert _blue(svg) == 0
    assert not re.search(r"\d,\d", text.read_text(encoding="utf-8"))


def test_a_shown_result_is_drawn_in_colour(store: Store, tmp_path: Path) -> None:
    svg, *_ = write_key_figures(store, "fr", tmp_path)
    assert _blue(svg) >= 2 * len(store.survey.key_results)


@pytest.mark.parametrize("kind", ["probability", "quota", "open", "minipublic"])
def test_each_sample_type_keeps_to_its_words(tmp_path: Path, kind: Any) -> None:
    store = make_store(tmp_path, sample_type=kind)
    for lang in ("fr", "en"):
        svg, _, _ = write_key_figures(store, lang, tmp_path / lang)
        text = " ".join(str(c.text) for c in etree.fromstring(svg.read_bytes()).iter(etree.Comment))
        text += svg.read_text(encoding="utf-8").split("</desc>")[0]
        assert forbidden_words(text, kind) == []


def test_the_same_store_gives_the_same_bytes(store: Store, tmp_path: Path) -> None:
    first = [p.read_bytes() for p in write_key_figures(store, "fr", tmp_path / "a")]
    assert first == [p.read_bytes() for p in write_key_figures(store, "fr", tmp_path / "b")]


def test_no_key_result_no_picture(tmp_path: Path) -> None:
    def none(head: dict[str, Any]) -> None:
        del head["key_results"]

    assert write_key_figures(make_store(tmp_path, change=none), "fr", tmp_path / "out") == []
