"""No sentence of a built page says otherwise than the figure, the interval or the table beside it.

What is read here is what a reader reads: the printed digits, in every French and English page.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from lxml import html

from padai.publishing.basis.context import Context
from padai.publishing.chapters.headline import headline_sentences
from padai.publishing.exhibits.exhibit_items import Item, breaks_between, told_of
from padai.store import Store, open_store

_N = r"[+−]?\d+(?:[.,]\d+)?"
_TO = rf"({_N})(?: %|%)? (?:à|to) ({_N})"
MAJORITY = re.compile(rf"{_TO} ?%, (?:soit une majorité|a majority)")
STABLE = re.compile(
    rf"(?:stables?|stable since) [^()]*\((?:à|within) ± ({_N}) points?(?: près)?\)[^()]*\([^()]*?{_TO}\)"
)
MOVED = re.compile(
    r"\b(a augmenté|a diminué|gagne|perd|progresse|recule|has risen|has fallen|gained|lost)\b"
    rf"[^()]*?\d points?(?:(?!\. )[^()])*\([^()]*?{_TO}\)",
    re.IGNORECASE,
)
RISES = ("a augmenté", "gagne", "progresse", "has risen", "gained")
PERCENT = re.compile(r"(\d+[.,]\d+) ?%")
BLOCKS = ("p", "li", "td", "figcaption")


def value(text: str) -> float:
    """Read a printed number."""
    return float(text.replace("−", "-").replace(",", ".").replace("+", ""))


def plain(text: str) -> str:
    """Return a text with plain spaces."""
    return re.sub(r"[\s\u00a0\u202f]+", " ", text).strip()


def contradictions(text: str) -> Counter[str]:
    """Count what a text claims by kind, and what it claims against its own interval."""
    found: Counter[str] = Counter()
    for low, _ in MAJORITY.findall(text):
        found["majority"] += 1
        found["a majority that may be none"] += not value(low) > 50
    for margin, low, high in STABLE.findall(text):
        found["stable"] += 1
        outside = max(abs(value(low)), abs(value(high))) > value(margin)
        found["stable, and outside of its margin"] += outside
    for verb, low, high in MOVED.findall(text):
        found["moved"] += 1
        away = value(low) > 0 if verb.lower() in RISES else value(high) < 0
        found["moved, and perhaps not"] += not away
    return +found


def strangers(page: html.HtmlElement) -> tuple[int, list[str]]:
    """Count the shares that titles of figures say, and return those of no table under them."""
    parts, said, lost = list(page.iter("figcaption", "table")), 0, []
    for place, one in enumerate(parts):
        under = [t for t in parts[place + 1 : place + 3] if t.tag == "table"]
        if one.tag != "figcaption" or not under:
            continue
        table = " ".join(plain(t.text_content()) for t in under)
        for share in PERCENT.findall(plain(one.text_content())):
            said += 1
            lost += [] if share in table else [f"{share} of {plain(one.text_content())[:80]}"]
    return said, lost


@pytest.fixture(scope="module")
def release(built_example: Path) -> Path:
    (page,) = (built_example / "releases").glob("*/*/*/fr/rapport.html")
    return page.parent.parent


@pytest.fixture(scope="module")
def kept(release: Path) -> Store:
    return open_store(release / "interne")


def test_no_sentence_claims_more_than_its_interval(release: Path) -> None:
    found: Counter[str] = Counter()
    for path in sorted(release.glob("??/**/*.html")):
        page = html.fromstring(path.read_bytes())
        for block in page.iter(*BLOCKS):
            mine = contradictions(plain(block.text_content()))
            assert not {kind for kind in mine if " " in kind}, (path.name, block.text_content())
            found += mine
    assert min(found[kind] for kind in ("majority", "stable", "moved")) > 5, found


def test_a_title_says_the_figures_of_its_table(release: Path) -> None:
    said = 0
    for path in sorted(release.glob("??/**/*.html")):
        count, lost = strangers(html.fromstring(path.read_bytes()))
        assert lost == [], path.name
        said += count
    assert said > 5


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_no_period_reaches_over_a_break(kept: Store, lang: str) -> None:
    """“Since 2021” over a series that the wording of 2023 cut would compare what may not be."""
    context, told = Context(kept, lang), 0
    for question in kept.survey.questions:
        item = Item(question, context.headline(question))
        found = told_of(context.lookup, item)
        if found is not None:
            told += 1
            assert breaks_between(context, item, found.first_wave, found.last_wave) == []
    assert told


def test_the_headline_counts_every_comparison_once(kept: Store) -> None:
    """What moved, was stable or cannot be told are all the main comparisons declared."""
    words = {"un": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7}
    _, last, unknown = (plain(s) for s in headline_sentences(Context(kept, "fr")))
    moved = len(re.findall(r"\d points?\b(?! près)", last))
    stable = re.search(r"; (\w+) autres? résultats? demeure", last)
    some, of = re.search(r"Une des (\w+)|(\d+) des (\d+)", unknown), 0
    assert stable and some
    of = words[some[1]] if some[1] else int(some[3])
    assert moved + words[stable[1]] + (1 if some[1] else int(some[2])) == of


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("50,0 à 53,2 %, soit une majorité", "a majority that may be none"),
        ("49.6 to 53.2%, a majority", "a majority that may be none"),
        (
            "Est demeurée stable depuis 2024 (à ± 6 points près) : −3,1 points (−6,2 à 0,0)",
            "stable, and outside of its margin",
        ),
        (
            "Has remained stable since 2024 (within ± 6 points): +4.0 points (+1.0 to +7.0)",
            "stable, and outside of its margin",
        ),
        ("A augmenté depuis 2024 : +2,0 points (−0,1 à +4,1)", "moved, and perhaps not"),
        (
            "This share has fallen since 2024: −2.0 points (95% CI: −4.0 to 0.0)",
            "moved, and perhaps not",
        ),
        ("Perd 2,0 points entre 2021 et 2025 (+0,1 à +4,0)", "moved, and perhaps not"),
    ],
)
def test_a_planted_contradiction_is_seen(said: str, kind: str) -> None:
    assert contradictions(said)[kind] == 1


def test_a_planted_figure_of_another_table_is_seen() -> None:
    page = html.fromstring(
        "<div><figcaption>De 21,3 % à 66,5 %</figcaption>"
        "<table><tr><td>21,3 %</td><td>66,6 %</td></tr></table></div>"
    )
    assert strangers(page) == (2, ["66,5 of De 21,3 % à 66,5 %"])
