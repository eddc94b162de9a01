"""Every figure and verdict of the report, row by row, against the open data of the same release."""

from __future__ import annotations

import re
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import ROUND_HALF_EVEN, Decimal
from html import unescape
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from lxml import etree

from padai.publishing.basis.sentences import GROUP_PHRASES, wave_phrases
from padai.publishing.report import Report
from padai.store import Store, open_store
from tests.unpacking import pdf_text

MARK = {"fr": ",", "en": "."}
BLOCK = re.compile(r"::: \{#(tbl-[^}]*)\}\s*```\{=html\}(.*?)```\s*(.*?)\n", re.DOTALL)
FIGURE = re.compile(r"\{#(fig-\S+) fig-alt=\"(.*?)\"\}")
WAVE_TABLES, GROUP_TABLES = ("trend", "changes", "means"), ("groups",)


@dataclass
class Shown:
    """What a report shows in one language: its tables, and the texts of its pictures."""

    tables: dict[str, tuple[str, list[list[str]]]] = field(default_factory=dict)
    alts: dict[str, str] = field(default_factory=dict)
    pictures: dict[str, list[str]] = field(default_factory=dict)
    told: dict[str, str] = field(default_factory=dict)


def spaced(text: str) -> str:
    return re.sub("[\u00a0\u202f]", " ", text)


def plain(html: str) -> str:
    return spaced(unescape(re.sub(r"<[^>]+>", " ", html))).strip()


_TOOLS = r"\bR \d+(?:\.\d+)+ \([^)]*\)"
"""A tool and its version, which is no number of the page and is written alike in every language."""


def decimals(text: str, lang: str) -> list[str]:
    """Return the numbers with decimals, as they stand, without sign."""
    bare = re.sub(_TOOLS, " ", spaced(text))
    return re.findall(rf"(?<![\d.,])\d+{re.escape(MARK[lang])}\d+(?![\d.,]*\d)", bare)


@pytest.fixture(scope="module")
def release(built_example: Path) -> Path:
    return next((built_example / "releases").rglob("interne/texts.json")).parent.parent


@pytest.fixture(scope="module")
def store(release: Path) -> Store:
    return open_store(release / "interne")


@pytest.fixture(scope="module")
def shown(store: Store) -> dict[str, Shown]:
    """The sections of the report; instead of being saved, pictures give their texts."""
    from matplotlib.text import Text

    found = {lang: Shown() for lang in MARK}
    with pytest.MonkeyPatch.context() as patch:
        for lang, one in found.items():

            def save(figure: Any, label: str, narrow: Any = None, one: Shown = one) -> str:
                for name, chart in ((label, figure), (f"{label}-narrow", narrow)):
                    ticks = {
                        t
                        for ax in chart.axes
                        for t in (*ax.get_xticklabels(), *ax.get_yticklabels())
                    }
                    drawn = [
                        t.get_text()
                        for t in chart.findobj(Text)
                        if t.get_visible() and t not in ticks
                    ]
                    one.pictures[name] = [spaced(text) for text in drawn if text]
                return f"{label}.svg"

            patch.setattr("padai.publishing.engine.pictures.save_figure", save)
            text = Report(store, lang).sections().markdown
            for label, html, caption in BLOCK.findall(text):
                rows = re.findall(r"<tr>(.*?)</tr>", html, re.DOTALL)
                cells = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL) for row in rows]
                words = spaced(re.sub(r"\\(.)", r"\1", caption))
                one.tables[label] = (words, [[plain(cell) for cell in row] for row in cells])
            one.alts = {k: spaced(v) for k, v in FIGURE.findall(text)}
            for section in re.split(r"\n(?=#{2,3} )", text):
                listed = "\n".join(x for x in section.splitlines() if x.startswith("- **"))
                words = spaced(re.sub(r"\\(.)", r"\1", listed))
                one.told |= dict.fromkeys((k for k, _ in FIGURE.findall(section)), words)
    return found


class Published:
    """The open data by what a row of the report is about, each number as it should be written."""

    def __init__(self, release: Path, store: Store, lang: str) -> None:
        self.store, self.lang = store, lang
        read = {"dtype": str, "keep_default_na": False}
        self.frames: dict[str, pd.DataFrame] = {
            name: pd.read_csv(release / "open" / f"{name}.csv", **read)  # type: ignore[call-overload]
            for name in ("series", "changes", "contrasts")
        }
        self.figures: dict[tuple[str, str, str, str], set[str]] = defaultdict(set)
        self.verdicts: dict[tuple[str, str, str, str, str], str] = {}
        for name, frame in self.frames.items():
            for row in frame[frame["part"] == "main"].to_dict("records"):
                self._add(name, row)

    def _add(self, name: str, row: dict[str, str]) -> None:
        key = (row["question"], row["response"], row["breakdown"], row["group"])
        for column in ("estimate", "difference", "conf_low", "conf_high"):
            if row.get(column):
                self.figures[key].add(self._written(row[column], row["response"] == "mean"))
        if name != "series":
            self.verdicts[(*key, name)] = row["verdict"]

    def _written(self, value: str, mean: bool) -> str:
        number = Decimal(f"{float(value) * (1 if mean else 100):.12g}")
        step = Decimal("0.1")
        text = str(abs(number.quantize(step, ROUND_HALF_EVEN)))
        return text.replace(".", MARK[self.lang])

    def question(self, words: str) -> str:
        """Return the question whose name stands in a row or in a caption, the longest first."""
        names = {q.label.get(self.lang): q.id for q in self.store.survey.questions.values()}
        found = [n for n in sorted(names, key=len, reverse=True) if spaced(n) in words]
        assert found, words
        return names[found[0]]

    def about(self, caption: str, heading: str) -> Iterator[tuple[str, str, str, str]]:
        """Yield what a row may be about: a question, or an answer or a group of the caption's."""
        survey = self.store.survey
        names = [spaced(q.label.get(self.lang)) for q in survey.questions.values()]
        if any(name in heading for name in names):
            question, whom = self.question(heading), {("total", "total")}
        else:
            question = self.question(caption)
            whom = {
                (b.id, g.id)
                for b in survey.breakdowns
                for g in survey.breakdown(b.id).groups
                if spaced(g.label.get(self.lang)) == heading
            } or {("total", "total")}
        yield from (k for k in list(self.figures) if k[0] == question and (k[2], k[3]) in whom)


def rows_of(one: Shown) -> Iterator[tuple[str, str, list[str], list[str]]]:
    for label, (caption, (head, *rows)) in one.tables.items():
        if not label.startswith("tbl-use-words"):
            yield from ((label, caption, head, row) for row in rows if len(row) > 1)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_number_of_a_row_is_published_for_what_the_row_is_about(
    release: Path, store: Store, shown: dict[str, Shown], lang: str
) -> None:
    published = Published(release, store, lang)
    checked = 0
    for label, caption, _, row in rows_of(shown[lang]):
        allowed = {n for k in published.about(caption, row[0]) for n in published.figures[k]}
        written = [n for cell in row[1:] for n in decimals(cell, lang)]
        assert set(written) <= allowed, (label, row)
        checked += len(written)
    assert checked > 150


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_verdict_of_a_row_is_the_published_one(
    release: Path, store: Store, shown: dict[str, Shown], lang: str
) -> None:
    published = Published(release, store, lang)
    checked = 0
    for label, caption, _, row in rows_of(shown[lang]):
        kind = next((k for k in (*WAVE_TABLES, *GROUP_TABLES) if label.split("-")[2] == k), "")
        if not kind or row[0] in ("Ensemble", "All"):
            continue
        source = "changes" if kind in WAVE_TABLES else "contrasts"
        of_groups = {v: p[lang] for v, p in GROUP_PHRASES.items()}
        phrases = wave_phrases(lang) if source == "changes" else of_groups
        found = {
            published.verdicts[(*k, source)]
            for k in published.about(caption, row[0])
            if k[1] == followed(store, k[0]) and (*k, source) in published.verdicts
        }
        said = " ".join(row[1:])
        starts = {
            v: p.replace("{wave}", "2024").partition("{d}")[0].strip(" (±")
            for v, p in phrases.items()
        }
        # the longest first: one phrase may begin as another
        seen = next(
            (v for v in sorted(starts, key=lambda v: -len(starts[v])) if starts[v] in said), ""
        )
        assert {seen} == found, (label, row)
        checked += 1
    assert checked > 15


def followed(store: Store, question: str) -> str:
    """Return what a row follows in a question: its headline, or its mean."""
    return store.survey.question(question).headline_net or "mean"


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_pictures_and_their_words_hold_the_numbers_of_their_tables(
    shown: dict[str, Shown], lang: str
) -> None:
    one, checked = shown[lang], 0
    assert one.pictures.keys() == {k + end for k in one.alts for end in ("", "-narrow")}
    for name, texts in one.pictures.items():
        label = name.removesuffix("-narrow")
        _, rows = one.tables[label.replace("fig-", "tbl-")]
        held = {n for row in rows for cell in row for n in decimals(cell, lang)}
        held |= set(
            decimals(one.told[label], lang)
        )  # what a whole period came to stands above its chart
        for text in (*texts, one.alts[label]):
            found = decimals(text, lang)
            assert set(found) <= held, (label, text)
            checked += len(found)
    assert checked > 90


def test_both_languages_show_the_same_numbers_and_verdicts(
    shown: dict[str, Shown], release: Path
) -> None:
    french, english = shown["fr"], shown["en"]
    assert len(french.tables) == len(english.tables)
    for (_, rows), (_, others) in zip(french.tables.values(), english.tables.values(), strict=True):
        for row, other in zip(rows, others, strict=True):
            mine = [n for cell in row for n in decimals(cell, "fr")]
            theirs = [n.replace(".", ",") for cell in other for n in decimals(cell, "en")]
            assert mine == theirs
    for fr, en in PAGES:
        mine = on_page(release / "fr" / f"{fr}.html", "fr")
        theirs = on_page(release / "en" / f"{en}.html", "en")
        assert mine == Counter({n.replace(".", ","): k for n, k in theirs.items()}), fr
        assert mine.total() > 10


PAGES = (
    ("rapport", "report"),
    ("sommaire", "summary"),
    ("presse", "press"),
    ("questionnaire", "questionnaire"),
    ("tableaux", "tables"),
)
FOLDED = re.compile(r"<details>(?:(?!</details>).)*<table.*?</details>", re.DOTALL)
_SECTION = r'<span class="[a-z-]*section-number">(.*?)</span>'


def on_page(path: Path, lang: str, *, on_paper: bool = False) -> Counter[str]:
    """Count the numbers with decimals of a page: its text, without pictures and section numbers.

    On paper the folded tables of the report stand in a document of their own.
    """
    page = path.read_text(encoding="utf-8")
    if on_paper and path.stem in PAGES[0]:
        page = FOLDED.sub(" ", page)
    bare = re.sub(r"<(style|svg|script).*?</\1>|<img[^>]*>", " ", page, flags=re.DOTALL)
    return Counter(decimals(plain(re.sub(_SECTION, " ", bare)), lang))


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_tables_of_the_report_are_those_of_their_own_document(release: Path, lang: str) -> None:
    """The same tables under the same numbers, folded under their figures or one after another."""
    report, alone = (
        (release / lang / f"{names[lang == 'en']}.html").read_text(encoding="utf-8")
        for names in (PAGES[0], PAGES[4])
    )
    table = re.compile(r'<div id="(tbl-[^"]*)" class="table-block">.*?</table>', re.DOTALL)
    mine, theirs = ([(m[1], plain(m[0])) for m in table.finditer(page)] for page in (report, alone))
    assert mine == theirs
    assert len(mine) > 10


def in_word(path: Path, lang: str) -> Counter[str]:
    """Count the numbers of a Word document, paragraph by paragraph."""
    with zipfile.ZipFile(path) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    name = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    texts = (
        "".join(
            (run.text or "") if run.tag == f"{name}t" else " "
            for run in paragraph.iter(f"{name}t", f"{name}br", f"{name}tab")
        )
        for paragraph in root.iter(f"{name}p")
    )
    return Counter(number for text in texts for number in decimals(text, lang))


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_documents_show_the_numbers_of_the_page(release: Path, lang: str) -> None:
    """Word: the same, as often. PDF: those too, and those that tell of its pictures in words."""
    for names in PAGES:
        page = release / lang / f"{names[lang == 'en']}.html"
        text = page.read_text(encoding="utf-8")
        sections = set(re.findall(_SECTION, text))
        described = " ".join(unescape(alt) for alt in re.findall(r'\balt="([^"]*)"', text))
        pictures = set(decimals(described, lang))
        expected = on_page(page, lang, on_paper=True)
        word = in_word(page.with_suffix(".docx"), lang)
        pdf = Counter(decimals(pdf_text(page.with_suffix(".pdf").read_bytes()), lang))
        for number in {*expected, *word, *pdf} - sections:  # an English section is numbered 2.1
            assert word[number] == expected[number], (page.name, number)
            assert pdf[number] >= expected[number], (page.name, number)
            assert expected[number] or number in pictures or not pdf[number], (page.name, number)
