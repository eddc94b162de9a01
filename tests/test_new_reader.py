"""What a reader who comes anew trips over: sizes said two ways, words cut, findings unsaid.

Everything is read from the built files of the shipped example.
"""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from lxml import etree
from lxml import html as lxml_html

from padai.charts.data import Axis, ChartRow, Panel, Point
from padai.charts.rows import Layout, row_chart
from padai.charts.style import NARROW
from padai.charts.trend import trend_chart
from padai.publishing.basis.context import Context
from padai.publishing.basis.numbers import Numbers
from padai.publishing.chapters.headline import headline_declared, headline_sentences
from padai.publishing.exhibits.exhibit_items import change_of, item_of
from padai.publishing.products.key_figures.picture import write_key_figures
from padai.store import Store, open_store
from tests.headline_box import assert_tells
from tests.publishing_store import make_store

REPORT = {"fr": "rapport", "en": "report"}
PRESS = {"fr": "presse", "en": "press"}
LANGS = ["fr", "en"]
POINTS = {"fr": r"points?(?: de pourcentage)?", "en": r"(?:percentage )?points?"}
BLOCKS = "//main//*[self::p or self::li or self::figcaption or self::blockquote or self::dd]"


@pytest.fixture(scope="module")
def release(built_example: Path) -> Path:
    return built_example / "releases" / "example" / "2025" / "v1"


@pytest.fixture(scope="module")
def store(release: Path) -> Store:
    return open_store(release / "interne")


def plain(text: str) -> str:
    spaced = html.unescape(text).replace("\u00a0", " ").replace("\u202f", " ")
    return re.sub(r"\s+", " ", spaced).strip()


def sentences(page: Path) -> list[str]:
    body = lxml_html.fromstring(page.read_bytes())
    return [plain(b.text_content()) for b in body.xpath(BLOCKS) if not b.xpath("ancestor::table")]


# --- one size, two digits -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "size", "change"),
    [
        (0.2894, "29 points", "+29 points"),
        (-0.0834, "8.3 points", "−8.3 points"),
        (0.0997, "10 points", "+10 points"),
        (0.003, "0.3 points", "+0.3 points"),
        (0.0034, "0.34 points", "+0.34 points"),
        (0.0, "0.0 points", "0.0 points"),
    ],
)
def test_a_size_has_two_digits_and_none_that_the_figure_has_not(
    value: float, size: str, change: str
) -> None:
    numbers = Numbers("en")
    assert plain(numbers.size(value, "share", short=True)) == size
    assert plain(numbers.change(value, "share", short=True)) == change


@pytest.mark.parametrize("lang", LANGS)
def test_no_sentence_gives_a_size_of_ten_or_more_with_decimals(release: Path, lang: str) -> None:
    """Tables and charts print tenths; a sentence rounds as another sentence beside it does."""
    fine = re.compile(rf"(?<![\d,.])[+−]?\d\d[.,]\d {POINTS[lang]}\b")
    sized = re.compile(rf"[+−]?\d+(?:[.,]\d)? {POINTS[lang]}\b")
    seen = 0
    for name in (REPORT[lang], PRESS[lang], {"fr": "sommaire", "en": "summary"}[lang]):
        for text in sentences(release / lang / f"{name}.html"):
            if re.search(r"composition", text):
                continue  # the parts of a change add up, so that they stand in tenths
            assert not fine.search(text), text
            seen += len(sized.findall(text))
    assert seen > 20


@pytest.mark.parametrize("lang", LANGS)
def test_a_key_result_has_one_size_in_every_product(
    release: Path, store: Store, lang: str, tmp_path: Path
) -> None:
    context = Context(store, lang)
    _, _, words = write_key_figures(store, lang, tmp_path)
    pages = [release / lang / f"{n}.html" for n in (REPORT[lang], PRESS[lang])]
    said = [" ".join(sentences(p)) for p in pages] + [plain(words.read_text(encoding="utf-8"))]
    for result in store.survey.key_results:
        found = change_of(context.lookup, item_of(result))
        assert found is not None
        size = plain(context.numbers.size(found.estimate, "share", short=True)).split(" ")[0]
        for text in said:
            assert re.search(rf"(?<![\d.,]){re.escape(size)} (percentage )?point", text), size


# --- a direction is said once ---------------------------------------------------------------------

DOWN = {
    "fr": r"(?:en baisse|perd(?:ent)?|recule(?:nt)?|a diminué|ont diminué|plus basses?)",
    "en": r"(?:down|lost|has fallen|have fallen|fell|lower)",
}


@pytest.mark.parametrize("lang", LANGS)
def test_a_verb_of_loss_has_no_negative_size_in_brackets(release: Path, lang: str) -> None:
    """“Perd ... (−8,3)” said the loss twice; an interval keeps its signs."""
    twice = re.compile(rf"\b{DOWN[lang]}\b[^;.]*?\((?:[^()]*, )?−\d+(?:[.,]\d+)?(?! (?:à|to) )")
    verbs = 0
    for page in (release / lang).glob("*.html"):
        for text in sentences(page):
            for part in re.split(r"(?<=[;.]) ", text):
                assert not twice.search(part), part
            verbs += len(re.findall(DOWN[lang], text))
    assert verbs > 3


# --- the press page, captions, chapters -----------------------------------------------------------


@pytest.mark.parametrize("lang", LANGS)
def test_the_press_page_is_led_by_the_finding(release: Path, store: Store, lang: str) -> None:
    body = lxml_html.fromstring((release / lang / f"{PRESS[lang]}.html").read_bytes())
    (box,) = body.xpath("//main//*[@class='headline']")
    context = Context(store, lang)
    *first, last = [plain(t) for t in headline_sentences(context)]
    assert_tells(box, [*first, f"{last} {plain(headline_declared(context))}"])
    assert not box.xpath("preceding::h2[ancestor::main] | preceding::table[ancestor::main]")
    heads = [plain(h.text_content()) for h in body.xpath("//main//h2")]
    first = {"fr": "Chaque résultat clé", "en": "Each key result"}[lang]
    last = {"fr": "À ne pas écrire", "en": "Not to be written"}[lang]
    assert [h.startswith((first, last)) for h in heads[:2]] == [True, True]
    assert heads[0].startswith(first)


@pytest.mark.parametrize("lang", LANGS)
def test_a_figure_of_shares_or_means_is_titled_by_what_it_shows(
    release: Path, store: Store, lang: str
) -> None:
    context = Context(store, lang)
    page = lxml_html.fromstring((release / lang / f"{REPORT[lang]}.html").read_bytes())
    captions = [plain(c.text_content()) for c in page.xpath("//figcaption")]
    declared = [
        (b.kind, plain(context.text(b.title)))
        for s in store.survey.sections
        for b in s.blocks
        if b.kind in ("bars", "means")
    ]
    assert {kind for kind, _ in declared} == {"bars", "means"}
    for _, title in declared:
        name = title.rstrip(".")
        (mine,) = (c for c in captions if name in c)
        assert mine.count(name) == 1, mine
        finding = re.sub(r"^\S+ \d+\. ", "", mine)
        if finding.startswith(name):  # the question bears the name of the block
            shown = r"( \([^)]*\))?\s?: [^;]*\d[.,]\d"  # the ends of its scale may stand between
            assert re.match(shown, finding.removeprefix(name)), mine
        else:
            assert re.search(r"\d[.,]\d", finding[: finding.index(name)]), mine


def test_no_chapter_promises_lower_groups_and_shows_none(built_example: Path) -> None:
    """A title stands whatever is found: “who trusts less” would be false where nobody does."""
    for page in built_example.rglob("*.html"):
        heads = re.findall(r"<h[1-4][^>]*>(.*?)</h[1-4]>", page.read_text(encoding="utf-8"))
        for head in heads:
            assert not re.search(r"Qui fait (le )?moins|[Tt]rusts? .*\b(less|least)\b", head), head


# --- the language of the sources ------------------------------------------------------------------


def test_sources_of_margins_are_in_the_language_of_the_page(release: Path) -> None:
    french, english = "Marges inventées pour la démonstration", "Margins made up for the demonstr"
    for lang, own, other in (("fr", french, english), ("en", english, french)):
        text = " ".join(sentences(release / lang / f"{REPORT[lang]}.html"))
        assert own in text
        assert other not in text


# --- narrow screens -------------------------------------------------------------------------------


def test_no_line_of_the_field_strikes_a_heading_through() -> None:
    """Under a heading that reaches over the dashed line there is white, above that line."""
    rows = [
        ChartRow("Langue maternelle des personnes"),
        ChartRow("Français", (Point(51, 47, 55, "51"),)),
    ]
    axis = Axis(30.0, 70.0, (30.0, 50.0, 70.0), lambda v: f"{v:.0f}")
    figure = row_chart(rows, axis=axis, layout=Layout(line=(51.0, "Ensemble")), width=NARROW)
    (field,) = figure.axes
    (dashed,) = (line for line in field.lines if line.get_linestyle() == "--")
    named = [t for t in field.texts if t.get_text().startswith(("Langue", "Français"))]
    assert len(named) >= 2
    for text in named:
        under = text.get_bbox_patch()
        assert under is not None, text.get_text()
        assert under.get_facecolor()[:3] == (1.0, 1.0, 1.0)
        assert text.get_zorder() > dashed.get_zorder()


@pytest.mark.parametrize("width", [NARROW, 5.6])
def test_the_verdicts_of_one_figure_have_one_size(width: float) -> None:
    notes = ("a augmenté depuis 2024", "est demeurée stable depuis 2024 (à ± 6 points près)")
    points = tuple(Point(v, v - 3, v + 3, f"{v}") for v in (44, 46, 51))
    panels = [Panel(f"Série {i}", n, (1.0, 2.0, 3.0), points) for i, n in enumerate(notes)]
    figure = trend_chart(
        panels,
        axis=Axis(0.0, 80.0, (0.0, 40.0, 80.0), lambda v: f"{v:.0f} %"),
        ticks=[(1.0, "2023"), (2.0, "2024"), (3.0, "2025")],
        break_word="rupture",
        width=width,
    )
    sizes = {t.get_fontsize() for a in figure.axes for t in a.texts if t.get_text() in notes}
    assert len(sizes) == 1


def test_the_key_figures_picture_raises_an_ordinal_and_cuts_no_line(tmp_path: Path) -> None:
    """“1er” is printed raised in a picture too, and no verdict runs over the rule under it."""
    svg, _, _ = write_key_figures(make_store(tmp_path / "a"), "fr", tmp_path / "out")
    said = [str(c.text).strip() for c in etree.fromstring(svg.read_bytes()).iter(etree.Comment)]
    assert not any(re.search(r"\b1er\b", text) for text in said)
    assert any("1\u1d49\u02b3" in text for text in said)
    # under the large figures, words of 8.4 points have 64 signs of room beside them
    assert max(len(text) for text in said if re.search(r"\bpoints?\b", text)) <= 64


@pytest.mark.parametrize("lang", LANGS)
def test_a_figure_of_a_table_stays_on_one_line_on_a_telephone(release: Path, lang: str) -> None:
    page = (release / lang / f"{REPORT[lang]}.html").read_text(encoding="utf-8")
    (narrow,) = re.findall(r"@media \(max-width: 40rem\) \{\s*table \{.*?\n\}", page, re.DOTALL)
    assert re.search(r"td\.num, td\.right \{ white-space: nowrap; \}", narrow)
