"""A release in French alone: built from a definition without English, and without an English word.

``languages:`` is ``[fr]`` where a definition says nothing of it. What is left out of the search:
file and column names, machine keys (codes, verdicts, reasons), and words that carry another
language than French.
"""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pandas as pd
import pikepdf
import pytest
import yaml
from lxml import etree, html

import padai
from padai.interchange import init_example
from tests.unpacking import pdf_text

STOP = re.compile(
    r"\b(?:the|and|of|with|which|from|this|that|these|are|was|were|been|has|have|each|every|"
    r"without|under|over|between|than|what|who|how|when|where|download|contents|chart|summary|"
    r"weighted|unweighted|respondents|synthetic|answers|edition|compared|january|february|march|"
    r"april|june|july|august|september|october|november|december|table of contents)\b"
    r"|\b(?:figure|table) \d+:",
    re.IGNORECASE,
)
MACHINE_COLUMNS = {
    "measure", "assumption", "verdict_then",
    "question", "response", "breakdown", "group", "verdict", "family", "flag", "reason", "status",
    "key", "table", "column", "code", "part", "wave", "reference", "comparable", "breaks", "id",
}  # fmt: skip
MACHINE_FILES = ("manifest.json", "sbom.cdx.json")


class _Plain(yaml.SafeDumper):
    def ignore_aliases(self, data: object) -> bool:
        return True


def french_alone(value: Any) -> Any:
    """Return a part of a definition without any English text."""
    if isinstance(value, dict):
        if "fr" in value and set(value) <= {"fr", "en"}:
            return {"fr": french_alone(value["fr"])}
        return {k: french_alone(v) for k, v in value.items()}
    return [french_alone(v) for v in value] if isinstance(value, list) else value


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example without a word of English, built; nothing says in which languages."""
    folder = tmp_path_factory.mktemp("francais")
    init_example(folder)
    survey = folder / "surveys" / "example"
    for path in (
        survey / "survey.yaml",
        survey / "questionnaire.yaml",
        *sorted((survey / "waves").glob("*.yaml")),
    ):
        content = french_alone(yaml.safe_load(path.read_text(encoding="utf-8")))
        if path.name == "survey.yaml":
            for key in ("languages", "en", "asked_in"):
                del content[key]
        text = yaml.dump(content, Dumper=_Plain, allow_unicode=True, sort_keys=False)
        path.write_text(text, encoding="utf-8")
    padai.build(survey, engine="embedded")
    return folder


def made(project: Path) -> list[Path]:
    found = [p for top in ("releases", "_site") for p in (project / top).rglob("*")]
    return sorted(p for p in found if p.is_file())


def test_no_file_is_of_an_english_tree(project: Path) -> None:
    names = [p.relative_to(project).as_posix() for p in made(project)]
    assert any(n.endswith("fr/rapport.html") for n in names)
    assert any(n == "_site/index.html" for n in names)
    english = {
        "report",
        "summary",
        "press",
        "key-figures",
        "explorer",
        "readme",
        "dictionary",
        "notice",
        "index-en",
        "versions-en",
        "codebook",
    }
    wrong = [
        n for n in names if "/en/" in n or Path(n).stem.lower() in english or n.endswith("-en.html")
    ]
    assert wrong == []


def test_no_link_leads_to_an_english_page(project: Path) -> None:
    pages = [p for p in made(project) if p.suffix == ".html"]
    assert len(pages) > 20
    for path in pages:
        tree = html.fromstring(path.read_bytes())
        assert tree.get("lang") == "fr-CA"
        assert not tree.find_class("alternate")
        for link in tree.iter("a"):
            assert "/en/" not in link.get("href", "") and link.get("hreflang") is None, path.name


def test_no_english_word_is_in_what_is_made(project: Path) -> None:
    seen = set()
    for path in made(project):
        words = sorted({m.group(0) for text in texts(path) for m in STOP.finditer(text)})
        assert words == [], path.relative_to(project)
        seen.add(path.suffix)
    assert {
        ".html",
        ".pdf",
        ".docx",
        ".svg",
        ".csv",
        ".json",
        ".jsonld",
        ".xml",
        ".xlsx",
        ".ods",
        ".txt",
    } <= seen


def test_the_documents_are_searched_whole(project: Path) -> None:
    """Text, title and outline of a PDF, and the words that Word adds, are among what is searched."""
    (pdf,) = (project / "releases").rglob("rapport.pdf")
    found = list(texts(pdf))
    assert any(title.endswith(" Méthodologie") for title in found)  # of the outline
    assert "Table des matières" in " ".join(found)
    (docx,) = (project / "releases").rglob("rapport.docx")
    assert "Méthodologie" in " ".join(texts(docx))


@pytest.mark.parametrize(
    "text", ["Table of contents", "Figure 1: Trust", "Download", "3 March 2025", "the report"]
)
def test_an_english_word_would_be_found(text: str) -> None:
    assert STOP.search(text)


def test_english_that_is_quoted_carries_its_language(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text(
        '<html lang="fr-CA"><body><p>Mot <span lang="en-CA">the word</span> et '
        "the word</p></body></html>",
        encoding="utf-8",
    )
    assert len(STOP.findall(" ".join(texts(page)))) == 1


# --- reading what a person reads -----------------------------------------------------------------


def texts(path: Path) -> Iterator[str]:
    """Yield the texts of a file that are meant for people."""
    kind = path.suffix
    if kind == ".html":
        yield from _page(html.fromstring(path.read_bytes()))
    elif kind == ".svg":
        yield from _picture(etree.fromstring(path.read_bytes()))
    elif kind == ".pdf":
        yield from _document(path)
    elif kind in (".xlsx", ".ods", ".docx"):
        yield from _archive(path)
    elif kind in (".json", ".jsonld") and path.name not in MACHINE_FILES:
        yield from _values(json.loads(path.read_text(encoding="utf-8")))
    elif kind == ".xml":
        yield from (t for e in etree.parse(path).iter() for t in (e.text, e.tail) if t)
    elif kind == ".csv":
        frame = pd.read_csv(path, dtype=str, keep_default_na=False)
        for column in frame.columns.difference(sorted(MACHINE_COLUMNS)):
            yield from frame[column].unique()
    elif kind in (".txt", ".cff"):
        yield path.read_text(encoding="utf-8")


def _document(path: Path) -> Iterator[str]:
    yield pdf_text(path.read_bytes())
    with pikepdf.open(path) as pdf:
        yield from (str(value) for value in pdf.docinfo.values())
        with pdf.open_outline() as outline:
            waiting = list(outline.root)
            while waiting:
                item = waiting.pop()
                waiting += item.children
                yield item.title


def _page(tree: html.HtmlElement) -> Iterator[str]:
    for element in tree.iter():
        if not isinstance(element.tag, str) or element.tag in ("style", "script", "code"):
            continue
        foreign = any(
            not a.get("lang").startswith("fr")
            for a in (element, *element.iterancestors())
            if a.get("lang")
        )
        if not foreign:
            yield element.text or ""
            yield from (element.get(a, "") for a in ("alt", "title", "aria-label", "label"))
            if element.get("name") in ("description", "keywords"):
                yield element.get("content", "")
        above = element.getparent()
        if above is not None and not any(
            not a.get("lang").startswith("fr")
            for a in (above, *above.iterancestors())
            if a.get("lang")
        ):
            yield element.tail or ""


def _picture(tree: etree._Element) -> Iterator[str]:
    """A picture's letters are strokes; each text stands in a comment beside them."""
    for element in tree.iter():
        named = isinstance(element.tag, str) and etree.QName(element).localname in ("title", "desc")
        if element.tag is etree.Comment or named:
            yield element.text or ""


def _archive(path: Path) -> Iterator[str]:
    left_out = ("styles", "theme", "numbering", "settings", "fontTable", "Content_Types", "META")
    with zipfile.ZipFile(path) as packed:
        for name in packed.namelist():
            if name.endswith(".xml") and not any(word in name for word in left_out):
                text = packed.read(name).decode()
                yield from map(unescape, re.findall(r">([^<]+)<", text))
                yield from map(unescape, re.findall(r'\b(?:descr|title)="([^"]*)"', text))


def _values(value: Any) -> Iterator[str]:
    """Yield values and not keys; a value without a space is a code, a name or an address."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from _values(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _values(inner)
    elif isinstance(value, str) and " " in value:
        yield value
