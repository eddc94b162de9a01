"""No chart colours a cell that may not be shown: the pictures themselves are read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from lxml import etree

from padai.charts import style
from padai.pipeline.parts.facts import OF_ALL_WEIGHTS
from padai.publishing.basis.context import Context
from padai.publishing.chapters.weighting import weighting, weighting_words
from padai.publishing.exhibits.bars import bars
from padai.publishing.exhibits.exhibit_items import Item
from padai.publishing.exhibits.titles import title_of_levels, title_of_shares
from padai.publishing.products.opendata.method_rows import method_table
from padai.publishing.report import Report
from padai.store import Store, open_store, outside
from padai.survey import Block
from tests.publishing_store import BODIES, make_store

SVG = "{http://www.w3.org/2000/svg}"
HIDDEN = "trust_health"
_NUMBERS = ("estimate", "std_error", "conf_low", "conf_high", "df", "n_eff", "deff", "cv")
_PALETTE = {style.BLUE, style.ORANGE, style.GREY} | {
    shade
    for ends in (style.POSITIVE, style.NEGATIVE, style.NEUTRAL, style.SEQUENTIAL)
    for count in range(1, 6)
    for shade in style.shades(*ends, count)
}
HALF_A_ROW = 9.0


def withhold(store: Store, flag: str, response: str = "") -> Store:
    """Empty every cell of one question, or of one of its answers, as disclosure would."""
    for name in ("estimates", "trends"):
        path = store.folder / f"{name}.csv"
        frame = pd.read_csv(path, dtype=str, keep_default_na=False)
        mine = frame["question"] == HIDDEN
        if response:
            mine &= frame["response"] == response
        frame.loc[mine, list(_NUMBERS)] = ""
        frame.loc[mine, "flag"] = flag
        frame.to_csv(path, index=False, lineterminator="\n")
    return open_store(store.folder)


@pytest.fixture(scope="module", params=["B", "F", "x"])
def pictures(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, bytes]:
    """Return every picture of a report in which one question and one group are withheld."""
    folder = tmp_path_factory.mktemp("withheld")
    store = withhold(make_store(folder), request.param)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        report = Report(store, "fr")
        report.sections()
    return {p.stem: p.read_bytes() for p in sorted((folder / "figures").glob("*.svg"))}


def coloured(root: etree._Element) -> Iterator[tuple[float, float]]:
    """Yield the highest and the lowest place of each coloured mark."""
    for element in root.iter(f"{SVG}use", f"{SVG}path", f"{SVG}rect"):
        if any(
            parent.tag in (f"{SVG}defs", f"{SVG}clipPath") for parent in element.iterancestors()
        ):
            continue
        if not _PALETTE & set(re.findall(r"#[0-9a-f]{6}", element.get("style", ""))):
            continue
        if element.tag == f"{SVG}use":
            height = float(element.get("y", "nan"))
            yield height, height
            continue
        # one path may draw the intervals of all rows, each from a place of its own
        for mark in re.split("(?=M)", element.get("d", "")):
            numbers = re.findall(r"-?\d+(?:\.\d+)?", mark)
            heights = [float(n) for n in numbers[1::2]]
            if heights:
                yield min(heights), max(heights)


def written(root: etree._Element) -> Iterator[tuple[str, float]]:
    """Yield each text of a picture and its height."""
    for comment in root.iter(etree.Comment):
        place = comment.getnext()
        found = re.search(
            r"translate\(\S+ (\S+)\)", "" if place is None else place.get("transform", "")
        )
        if found:
            yield str(comment.text).strip(), float(found[1])


def test_a_row_that_says_why_it_is_empty_has_no_colour(pictures: dict[str, bytes]) -> None:
    rows = 0
    for name, content in pictures.items():
        root = etree.fromstring(content)
        marks = list(coloured(root))
        assert marks, name
        for text, height in written(root):
            if text in ("nombre insuffisant", "F", "x"):
                rows += 1
                near = [m for m in marks if m[0] < height + 3 and m[1] > height - HALF_A_ROW]
                assert near == [], f"{name}: {text}"
    assert rows >= 3


def test_a_withheld_question_has_no_bar_of_answers(pictures: dict[str, bytes]) -> None:
    root = etree.fromstring(pictures["fig-trust-scale"])
    names = {text for text, _ in written(root)}
    assert "Réseau de la santé" not in names
    assert "Écoles" in names
    # five answers a question that is drawn, and five of the legend
    bars = [m for m in coloured(root) if m[1] - m[0] > 1]
    assert len(bars) == 5 * 5 + 5


def test_a_withheld_series_has_neither_line_nor_point(pictures: dict[str, bytes]) -> None:
    root = etree.fromstring(pictures["fig-trust-trend"])
    titles = {text for text, _ in written(root)}
    assert "Écoles" in titles
    points = {
        (e.get("x"), e.get("y"))
        for e in root.iter(f"{SVG}use")
        if style.BLUE in e.get("style", "") and e.get("x", "0") != "0"
    }  # at 0 stand the bands between the ends of intervals
    assert len(points) == 5 * 5  # five waves of the five institutions that may be shown


def test_a_colour_on_a_withheld_row_would_be_seen(tmp_path: Path) -> None:
    from padai.charts.data import Axis, ChartRow, Point
    from padai.charts.rows import row_chart
    from padai.publishing.engine.pictures import save_figure

    axis = Axis(0.0, 100.0, (0.0, 100.0), str)
    rows = [ChartRow("A", (Point(float("nan"), label="nombre insuffisant"), Point(40.0)))]
    save_figure(row_chart(rows, axis=axis), "fig-wrong", tmp_path)
    root = etree.fromstring((tmp_path / "figures" / "fig-wrong.svg").read_bytes())
    (height,) = (h for t, h in written(root) if t == "nombre insuffisant")
    assert [m for m in coloured(root) if m[0] < height + 3 and m[1] > height - HALF_A_ROW]


@pytest.mark.parametrize(
    ("lang", "said"),
    [("en", "of the calibration holds few people"), ("fr", "une case du calage compte peu")],
)
def test_a_spread_of_weights_that_would_tell_is_said_not_to_be_shown(
    tmp_path: Path, lang: str, said: str
) -> None:
    """A methods page and the open data without the keys that tell of few people."""
    store = make_store(tmp_path)
    weights = store.facts["weighting"]["main"]
    less = {
        wave: {
            name: value for name, value in told.items() if name not in (*OF_ALL_WEIGHTS, "bounds")
        }
        for wave, told in weights.items()
    }
    told = outside(replace(store, facts={**store.facts, "weighting": {"main": less}}))
    context = Context(told, lang)
    words = weighting_words(context, "main")
    assert said in words and words not in weighting_words(Context(store, lang), "main")
    assert not re.search(r"\d[.,]\d\d", words)
    assert any(piece.markdown for piece in weighting(context, "main"))
    measures = set(method_table(told)["measure"])
    assert "respondents" in measures and "weights" not in measures


def nobody(store: Store, response: str) -> Store:
    """Let nobody have given an answer."""
    for name in ("estimates", "trends"):
        path = store.folder / f"{name}.csv"
        frame = pd.read_csv(path, dtype=str, keep_default_na=False)
        mine = (frame["question"] == HIDDEN) & (frame["response"] == response)
        frame.loc[mine, ["estimate", "conf_low"]] = "0.0"
        frame.to_csv(path, index=False, lineterminator="\n")
    return open_store(store.folder)


@pytest.mark.parametrize("unreviewed", [True, False])
def test_a_draft_draws_no_bar_of_an_answer_that_nobody_gave(
    tmp_path: Path, unreviewed: bool
) -> None:
    """Labels of other years and countries stood in a draft as rows of 0.0%, and in its titles."""
    store = nobody(make_store(tmp_path), "4")
    store.release["unreviewed"] = unreviewed
    context = Context(store, "en")
    block = Block.model_validate({"kind": "bars", "questions": [HIDDEN], "title": {"en": "Health"}})
    shown = bars(context, block, "health").markdown.replace("\\", "")
    assert ("Given by nobody: No trust at all." in shown) == unreviewed
    assert ("No trust at all 0.0%" in shown) == (not unreviewed)
    answers = [Item(HIDDEN, r) for r in context.question(HIDDEN).codes]
    assert "No trust at all" not in title_of_shares(context, answers, "plain")


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_title_says_from_what_to_what_only_where_nothing_is_withheld(
    tmp_path: Path, lang: str
) -> None:
    """The share of a party was withheld, and the title called the second one the highest."""
    store = make_store(tmp_path)
    context = Context(store, lang)
    answers = [Item(HIDDEN, r) for r in context.question(HIDDEN).codes]
    assert title_of_shares(context, answers, "plain") != "plain"
    assert (
        title_of_levels(context, [Item(f"trust_{b}", "trust") for b in BODIES], "plain") != "plain"
    )
    hidden = Context(withhold(store, "x", response=answers[0].response), lang)
    assert title_of_shares(hidden, answers, "plain") == "plain"
    hidden = Context(withhold(store, "x"), lang)
    bodies = [Item(f"trust_{body}", "trust") for body in BODIES]
    assert title_of_levels(hidden, bodies, "plain") == "plain"
