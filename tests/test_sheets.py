"""Publishing's charts are drawn on sheets: the pictures that matplotlib makes of the same calls."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from matplotlib import image

from padai.charts import style
from padai.charts.data import Axis, Bar, Moment, Panel, Point, Row, Segment
from padai.charts.rows import Layout, row_chart
from padai.charts.sheet_mode import OffTheSheetError, drawing_on_sheets, on_sheets
from padai.charts.sheet_svg import sheet_svg
from padai.charts.spark import spark_chart
from padai.charts.stacked import stacked_chart
from padai.charts.strip import Mark, strip_chart
from padai.charts.trend import trend_chart
from padai.charts.word_bars import words_chart
from padai.publishing.engine.pictures import save_drawn, save_figure, saving_in
from padai.publishing.engine.scan import svg_problem
from padai.publishing.products.site.figure_pages import as_png

Draw = Callable[..., Any]
NOTICES = ("Données fictives", "Ébauche")
TIMES = (2017.3, 2019.3, 2021.3, 2023.3, 2025.3)
NAN = float("nan")
LINE = re.compile(r"<!-- (.*?) --><g [^>]*?transform=\"translate\(([-\d.]+) ([-\d.]+)\)")
"""A line of text of a picture, and where its letters begin."""
NEAR = 0.011
"""Places are written in hundredths of a point."""


def percent(value: float) -> str:
    return f"{value:.0f} %"


AXIS = Axis(20, 70, (20, 30, 40, 50, 60, 70), percent, "Part, en pour cent")


def point(value: float, shape: str = "plain") -> Point:
    return Point(value, value - 3.2, value + 2.7, percent(value), shape)


def rows() -> list[Row]:
    held = Point(NAN, label="Trop peu")
    return [
        Row("Sexe", note="Une note sous le titre"),
        Row(
            "Femmes qui ont une étiquette si longue qu’elle a deux lignes", (point(41),), ("41 %",)
        ),
        Row("Hommes", (point(48, "higher"), point(44, "earlier")), ("48 %",)),
        Row("Région"),
        Row("Nord", (held,), ("",)),
        Row("Sud", (point(31, "lower"),), ("31 %",)),
        Row("Est", (Point(66.0, label="66 %", shape="open"),), ("66 %",)),
    ]


def groups(*, bars: bool = False) -> Draw:
    layout = Layout(
        sides=(0.62, 0.7),
        heads=("higher", "lower"),
        bars=bars,
        line=(43.0, "Ensemble 43 %"),
        spread=0.5,
    )
    legend = [("higher", "plus élevée"), ("lower", "plus basse"), ("open", "rien ne le montre")]
    return partial(
        row_chart, rows(), axis=AXIS, layout=layout, legend=legend, withheld="–", notices=NOTICES
    )


def trends(*, moments: bool = True) -> Draw:
    points = (point(40), point(42), Point(NAN), point(37), Point(49, label="49 %"))
    panels = [
        Panel("Tribunaux", "A augmenté", TIMES, points, frozenset({2}), "higher", "Sur la période"),
        Panel("Un titre qui est si long qu’il a plusieurs lignes", "", TIMES, points[::-1]),
        Panel("Police", "N’a pas changé", TIMES, points, frozenset(), "same", axis=AXIS),
    ]
    events = [
        Moment(2020.2, "1", "13 mars 2020"),
        Moment(2020.4, "2", "1er mai"),
        Moment(2024.0, "3", "1er janvier 2024"),
    ]
    return partial(
        trend_chart,
        panels,
        axis=AXIS,
        ticks=[(t, str(int(t))) for t in TIMES],
        break_word="bris",
        notices=NOTICES,
        moments=events if moments else (),
    )


def strip() -> Draw:
    marks = [Mark("2023", point(40), False), Mark("2025", point(45), True)]
    return partial(strip_chart, marks, axis=Axis(0, 100, (0, 50, 100), percent), notices=NOTICES)


def spark() -> Draw:
    points = [point(40), point(42), Point(NAN), point(37), point(41)]
    names = [str(int(t)) for t in TIMES]
    return partial(spark_chart, points, names, times=TIMES, reach=20.0, notices=NOTICES)


def stacked() -> Draw:
    def bar(name: str, share: float) -> Bar:
        left = (Segment("Peu", 100 - share - 8, percent(92 - share)),)
        right = (Segment("Assez", share / 2, "a"), Segment("Beaucoup", share / 2, "b"))
        return Bar(name, percent(share), left, right, (Segment("Ne sait pas", 8.0, "8 %"),))

    return partial(
        stacked_chart,
        [bar("Tribunaux", 40.0), bar("Police", 61.0)],
        followed="Confiance",
        notices=NOTICES,
    )


DRAWN: dict[str, tuple[Draw, dict[str, Any]]] = {
    "groups": (groups(), {}),
    "groups-narrow": (groups(), {"width": style.NARROW}),
    "bars": (groups(bars=True), {}),
    "trends": (trends(), {}),
    "trends-narrow": (trends(), {"width": style.NARROW}),
    "trends-without-events": (trends(moments=False), {}),
    "strip": (strip(), {}),
    "spark": (spark(), {}),
    "stacked": (stacked(), {}),
}


def on_a_sheet(draw: Draw, how: dict[str, Any]) -> bytes:
    with on_sheets():
        return sheet_svg(draw(**how), "fig-x", 0.03 * 72)


def by_matplotlib(draw: Draw, how: dict[str, Any], folder: Path) -> bytes:
    save_figure(draw(**how), "fig-x", folder)
    return (folder / "figures" / "fig-x.svg").read_bytes()


def lines(svg: bytes) -> list[tuple[str, float, float]]:
    return [(text, float(x), float(y)) for text, x, y in LINE.findall(svg.decode())]


def grey(svg: bytes) -> np.ndarray[Any, Any]:
    return image.imread(io.BytesIO(as_png(svg)))[..., :3].mean(axis=2)


@pytest.mark.parametrize("name", DRAWN)
def test_every_line_of_text_stands_where_matplotlib_has_it(name: str, tmp_path: Path) -> None:
    ours, theirs = on_a_sheet(*DRAWN[name]), by_matplotlib(*DRAWN[name], tmp_path)
    mine, other = lines(ours), lines(theirs)
    assert len(mine) > 2
    assert [text for text, _, _ in mine] == [text for text, _, _ in other]
    # matplotlib measures for the crop by the dots of a screen: the whole may be elsewhere
    apart = np.array([(x, y) for _, x, y in mine]) - np.array([(x, y) for _, x, y in other])
    assert np.abs(apart).max() < 0.6
    assert np.ptp(apart, axis=0).max() < 2 * NEAR


@pytest.mark.parametrize("name", DRAWN)
def test_it_is_the_same_picture_to_the_eye(name: str, tmp_path: Path) -> None:
    ours, theirs = on_a_sheet(*DRAWN[name]), by_matplotlib(*DRAWN[name], tmp_path)
    mine, other = grey(ours), grey(theirs)
    assert np.abs(np.subtract(mine.shape, other.shape)).max() <= 2
    tall, wide = np.minimum(mine.shape, other.shape)
    # the crop may move a picture by less than a dot
    assert np.abs(mine[:tall, :wide].mean() - other[:tall, :wide].mean()) < 0.0005
    # ink in blocks of eight dots: a dot that is lacking, or drawn elsewhere, is three times that
    blocks = [
        p[: tall // 8 * 8, : wide // 8 * 8].reshape(tall // 8, 8, wide // 8, 8).mean(axis=(1, 3))
        for p in (mine, other)
    ]
    assert np.abs(blocks[0] - blocks[1]).max() < 0.2


@pytest.mark.parametrize("name", DRAWN)
def test_a_sheet_says_nothing_that_a_page_refuses_and_always_the_same(name: str) -> None:
    made = on_a_sheet(*DRAWN[name])
    assert made == on_a_sheet(*DRAWN[name])
    assert svg_problem(made) is None


def test_publishing_draws_these_charts_on_sheets(tmp_path: Path) -> None:
    for name, (draw, how) in DRAWN.items():
        with saving_in(tmp_path, png=False):
            save_drawn(draw, f"fig-{name}", **how)
        made = (tmp_path / "figures" / f"fig-{name}.svg").read_bytes()
        assert lines(made) == lines(on_a_sheet(draw, {}))
        assert b"field_" not in made


def test_a_word_processor_has_the_picture_of_matplotlib(tmp_path: Path) -> None:
    for folder, drawn in (("a", True), ("b", False)):
        with saving_in(tmp_path / folder, png=True):
            if drawn:
                save_drawn(strip(), "fig-x")
            else:
                save_figure(strip()(), "fig-x")
    one, other = ((tmp_path / f / "figures" / "fig-x.png").read_bytes() for f in "ab")
    assert one == other


def test_what_a_sheet_does_not_know_is_drawn_by_matplotlib(tmp_path: Path) -> None:
    words = partial(words_chart, [("juge", 12, "12"), ("délai", 7, "7")])
    with on_sheets(), pytest.raises(OffTheSheetError):
        style.axes(style.canvas(1.0), 0, 0, 0, 0).hexbin([1], [2])
    assert not drawing_on_sheets()
    japanese = partial(strip_chart, [Mark("日本", point(40), True)], axis=AXIS)
    with pytest.raises(OffTheSheetError):
        on_a_sheet(japanese, {})
    with saving_in(tmp_path, png=False):
        save_drawn(japanese, "fig-x")
        save_drawn(words, "fig-y")
    assert b"<text" in (tmp_path / "figures" / "fig-x.svg").read_bytes()
    assert b"juge" in (tmp_path / "figures" / "fig-y.svg").read_bytes()
