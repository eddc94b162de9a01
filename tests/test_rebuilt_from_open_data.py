"""Whoever holds ``open/`` alone can write every figure of every page again."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import ROUND_HALF_EVEN, Decimal
from pathlib import Path

import pytest
from lxml import html as lxml_html

from padai.store import Store, open_store

PAGES = {
    "fr": ("rapport", "sommaire", "presse", "questionnaire", "tableaux"),
    "en": ("report", "summary", "press", "questionnaire", "tables"),
}
NUMBER = re.compile(r"(?<![\w.,])[+−-]?\d+(?:[\u00a0\u202f ]\d{3})*(?:[.,]\d+)?(?![\w])")
PAIR = re.compile(
    rf"({NUMBER.pattern})\s*%?\s*(?:à|to)\s+({NUMBER.pattern})".replace(r"(?<![\w.,])", "")
)
ENDS_OF_A_LINE = re.compile(r"(?:par an|a year)\s*\((?:de|from)\s*$")
SAID_OF_METHOD = {
    "fr": {"0,001", "0,020", "0,70", "0,1"}, "en": {"0.001", "0.020", "0.70", "0.1"},
}  # fmt: skip
"""Thresholds that padai declares, and no figure of the data."""


@dataclass
class Figures:
    """Every figure of the open data, as a page may write it."""

    lang: str
    ends: dict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))
    bases: dict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))
    of: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def read(self, folder: Path) -> Figures:
        for path in sorted(folder.glob("*.csv")):
            with path.open(encoding="utf-8", newline="") as opened:
                for row in csv.DictReader(opened):
                    self._row(row)
        self._who_gave_a_word(folder)
        return self

    def _who_gave_a_word(self, folder: Path) -> None:
        """Work out of how many people words are shares, as finely as the rounded shares tell it."""
        told: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for path in folder.glob("words.csv"):
            with path.open(encoding="utf-8", newline="") as opened:
                for row in csv.DictReader(opened):
                    if row["n"].isdigit() and row["share"]:
                        told[row["part"] + row["wave"] + row["question"]].append(
                            (int(row["n"]), float(row["share"]))
                        )
        for words in told.values():
            most = round(10 * max(n / share for n, share in words if share))
            fits = [
                size
                for size in range(1, most)
                if all(abs(n / size - share) <= 0.0005 + 1e-12 for n, share in words)
            ]
            for step in (1, 10, 100):
                if len(sizes := {round(size / step) * step for size in fits}) == 1:
                    self.of[""].add(str(sizes.pop()))

    def _row(self, row: dict[str, str]) -> None:
        about = row.get("question") or row.get("index") or row.get("item") or ""
        whole = self._whole(row)
        for name, text in row.items():
            if not text or not re.fullmatch(r"[<-]?\d+(\.\d+)?", text):
                continue
            for said in self._written(text.lstrip("<"), whole):
                self.of[about].add(said)
                self.of[""].add(said)
                if name in ("estimate", "difference", "value"):
                    self.of[f"est:{about}"].add(said)
        if row.get("conf_low") and row.get("conf_high"):
            for low, high in zip(
                self._written(row["conf_low"], whole),
                self._written(row["conf_high"], whole),
                strict=False,
            ):
                estimate = row.get("estimate") or row.get("difference") or ""
                self.ends[low, high] |= set(self._written(estimate, whole)) if estimate else set()
                self.bases[low, high] |= set(self._written(row.get("n_base") or "0", True))

    def _whole(self, row: dict[str, str]) -> bool:
        return (
            row.get("response") == "mean"
            or "index" in row
            or row.get("on") == "logit"
            or (row.get("assumption", "").startswith("selection"))
        )

    def _written(self, text: str, whole: bool) -> list[str]:
        """Write a number as a page may: with its sign or bare, whole, or with two digits."""
        mark = "," if self.lang == "fr" else "."
        exact = Decimal(text)
        found = []
        for number in (exact,) if whole else (exact * 100, exact):
            for step in ("0.1", "0.01", "0.001", "1"):
                cut = number.quantize(Decimal(step), ROUND_HALF_EVEN)
                if cut == number or step == "0.1":
                    found.append(str(cut).replace(".", mark))
            if 0 < abs(number) < Decimal("0.1"):
                found.append(str(number).replace(".", mark))
            if number:
                two = number.quantize(Decimal(1).scaleb(number.adjusted() - 1), ROUND_HALF_EVEN)
                found.append(f"{two:f}".replace(".", mark))
        return list(dict.fromkeys([*found, *(f.lstrip("-") for f in found)]))


def bare(number: str, lang: str) -> str:
    """Return a number as the open data's are written here: no plus, no space, a plain minus."""
    parted = "\u00a0\u202f " if lang == "fr" else ","
    return re.sub(f"[{parted}]", "", number).replace("−", "-").lstrip("+")


@dataclass(frozen=True)
class Block:
    """A row, a paragraph, a caption or an alternative text of a page."""

    page: str
    text: str
    cells: tuple[str, ...] = ()


def blocks_of(path: Path, definition: set[str]) -> Iterator[Block]:
    """Yield what a page says, without what the definition said before the data were read."""
    body = lxml_html.fromstring(path.read_bytes()).find("body")
    assert body is not None
    for unread in body.xpath(
        "//style|//script|//nav|//*[contains(@class,'section-number')]"
        "|//*[@class='title-inner']|//*[@class='page-banner']|//footer"
    ):
        unread.drop_tree()
    for image in body.iter("img"):
        caption = "".join(c.text_content() for c in image.xpath("ancestor::figure/figcaption"))
        yield Block(path.stem, _without(f"{caption} {image.get('alt', '')}", definition))
    for cut in body.iter("br"):
        cut.tail = "\n" + (cut.tail or "")
    for row in body.iter("tr"):
        head, *cells = [str(c.text_content()) for c in row]
        caption = "".join(
            t.text_content()
            for t in row.xpath(
                "ancestor::*[contains(@class,'table-block')]/*[contains(@class,'table-caption')]"
            )
        )
        if row.getparent().tag != "thead":
            yield Block(path.stem, _without(f"{caption} {head}", definition), tuple(cells))
    for text in body.xpath("//p|//li[not(p)]|//figcaption|//summary|//dd"):
        yield Block(path.stem, _without(str(text.text_content()), definition))


def _without(text: str, definition: set[str]) -> str:
    """Leave out what was said, whichever spaces of it a page binds."""
    plain = text.replace("\u00a0", " ")
    for said in sorted((each.replace("\u00a0", " ") for each in definition), key=len, reverse=True):
        at = plain.find(said)
        while at >= 0:
            text = f"{text[:at]} … {text[at + len(said) :]}"
            plain = f"{plain[:at]} … {plain[at + len(said) :]}"
            at = plain.find(said, at + len(" … "))
    return text


def texts_of(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for one in value.values():
            yield from texts_of(one)
    elif isinstance(value, (list, tuple)):
        for one in value:
            yield from texts_of(one)
    elif isinstance(value, str) and re.search(r"\d", value) and len(value) > 4:
        yield value.rstrip(".")


@pytest.fixture(scope="module")
def release(built_example: Path) -> Path:
    return built_example / "releases" / "example" / "2025" / "v1"


@pytest.fixture(scope="module")
def store(release: Path) -> Store:
    return open_store(release / "interne")


def names_of(store: Store, lang: str) -> dict[str, str]:
    """Return what names a question, an index or a key result, and whose figures it is of."""
    survey = store.survey
    found = {q.label.get(lang): q.id for q in survey.questions.values()}
    found |= {re.sub(r"\s*:\s+", " – ", name): of for name, of in found.items()}  # in a list
    found |= {i.label.get(lang).rstrip("."): i.id for i in survey.indices}
    return found | {k.label.get(lang).rstrip("."): k.question for k in survey.key_results}


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_figure_of_every_page_stands_in_the_open_data(
    release: Path, store: Store, lang: str
) -> None:
    figures = Figures(lang).read(release / "open")
    names = names_of(store, lang)
    definition = {t for t in texts_of(store.survey.model_dump(mode="json")) if t}
    definition |= {t for t in texts_of(dict(store.facts)) if t}
    definition -= set(names)  # of what a figure is
    paths = [release / lang / f"{name}.html" for name in PAGES[lang]]
    paths += sorted((release / lang / "questions").glob("*.html"))
    counted: dict[str, int] = defaultdict(int)
    for path in paths:
        for block in blocks_of(path, definition):
            for kind, seen in read_block(block, figures, names, path.stem, lang):
                counted[kind] += seen
    assert counted["interval"] > 300
    assert counted["decimal"] > 500
    assert counted["ends"] > 0
    assert counted["base"] > 200


def read_block(
    block: Block, figures: Figures, names: dict[str, str], page: str, lang: str
) -> Iterator[tuple[str, int]]:
    """Check the figures of a block, and yield how many of each kind there were."""
    whole = " ".join((block.text, *block.cells))
    about = {of for name, of in names.items() if name in whole} | ({page} & set(figures.of))
    allowed = set().union(*(figures.of[one] for one in about)) if about else figures.of[""]
    allowed = allowed | SAID_OF_METHOD[lang]
    mark = "," if lang == "fr" else "."
    for pair in PAIR.finditer(whole):
        low, high = bare(pair[1], lang), bare(pair[2], lang)
        if mark not in low + high or re.match(" (fois|times)", whole[pair.end() :]):
            continue  # the years of an age, the range of the weights
        if ENDS_OF_A_LINE.search(whole[: pair.start()]):
            told = set().union(*(figures.of[f"est:{one}"] for one in about))
            assert {low, high} <= told, (block, pair[0])
            yield "ends", 1
            continue
        assert (low, high) in figures.ends, (block, pair[0])
        before = [bare(n, lang) for n in NUMBER.findall(whole[: pair.start()])]
        if before and mark in before[-1]:
            assert before[-1] in figures.ends[low, high], (block, pair[0])
        yield "interval", 1
    for number in (bare(n, lang) for n in NUMBER.findall(whole)):
        if mark in number:
            assert number in allowed, (block, number)
            yield "decimal", 1
    for number in re.findall(rf"n\s*=\s*({NUMBER.pattern})", whole):
        # a caption gives the smallest and the largest base of questions that it may only count
        assert bare(number, lang) in figures.of[""], (block, number)
        yield "base", 1
    for cell in block.cells:
        written = bare(cell.strip(), lang)
        if re.fullmatch(r"-?\d+", written):
            assert written in allowed, (block, cell)
            yield "base", 1
