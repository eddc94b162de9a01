"""Pictures weigh less than matplotlib's, and are the same pictures."""

from __future__ import annotations

import base64
import io
import re
from functools import cache
from pathlib import Path
from typing import Any

import matplotlib as mpl
import numpy as np
import pytest
from lxml import etree
from matplotlib import image

from padai.charts.data import Axis, ChartRow, Point
from padai.charts.outlines import compact_path
from padai.charts.rows import Layout, row_chart
from padai.charts.slim import NO_METADATA, slim_svg
from padai.charts.style import axes, canvas, chart_style, words
from padai.charts.vector import VECTOR
from padai.publishing.engine.scan import svg_problem
from padai.publishing.products.site.figure_pages import as_png

XLINK = "{http://www.w3.org/1999/xlink}href"
LABELS = ["Confiance envers les écoles", "Confiance envers les ministères", "Égalité 1 « x »"]
DRAWN = re.compile(r"data:image/svg\+xml;base64,([A-Za-z0-9+/=]+)")


@cache
def whole() -> bytes:
    """Return a chart as matplotlib writes it, letters as outlines."""
    rows = [
        ChartRow(
            name, (Point(v, v - 4.25, v + 4.25, f"{v}", "higher"),), (f"{v}".replace(".", ","),)
        )
        for name, v in zip(LABELS, (-3.1, 8.54, 0.0), strict=True)
    ]
    axis = Axis(-15.0, 15.0, (-10.0, 0.0, 10.0), lambda v: f"{v:.0f} %")
    made = row_chart(
        rows,
        axis=axis,
        layout=Layout(labels=2.0, line=(0.0, "Ensemble")),
        legend=[("higher", "a augmenté depuis 2024")],
        notices=["Données fictives"],
    )
    held = io.BytesIO()
    fixed: dict[Any, Any] = {"svg.hashsalt": "x", "svg.fonttype": "path", "svg.id": "fig-x"}
    with mpl.rc_context(fixed):
        made.savefig(held, format="svg", metadata=NO_METADATA)
    return held.getvalue()


def grey(svg: bytes) -> np.ndarray[Any, Any]:
    return image.imread(io.BytesIO(as_png(svg)))[..., :3].mean(axis=2)


def test_a_picture_weighs_less_than_half() -> None:
    assert len(slim_svg(whole())) < 0.5 * len(whole())


def test_it_is_the_same_picture_to_the_eye() -> None:
    before, after = grey(whole()), grey(slim_svg(whole()))
    assert before.shape == after.shape
    away = np.abs(before - after)
    # letters move by less than a tenth of a point: an edge is greyer, and nothing is elsewhere
    assert away.max() < 0.6
    assert away.mean() < 0.005
    assert before.std() > 0.05, "there is something to see"


def test_it_is_whole_by_itself_and_the_same_bytes() -> None:
    made = slim_svg(whole())
    assert made == slim_svg(whole())
    assert svg_problem(made) is None
    root = etree.fromstring(made)
    ids = [e.get("id") for e in root.iter() if e.get("id")]
    assert len(ids) == len(set(ids))
    asked = [e.get(XLINK) for e in root.iter() if e.get(XLINK)]
    asked += re.findall(r"url\((#[^)]+)\)", made.decode())
    assert len(asked) > 20
    assert {name.removeprefix("#") for name in asked} <= set(ids)
    assert root.get("id") == "fig-x"


def test_each_text_is_still_told_in_a_comment() -> None:
    comments = etree.fromstring(slim_svg(whole())).iter(etree.Comment)
    told = " ".join(str(c.text).strip() for c in comments).replace("\u00a0", " ")
    for text in (*LABELS, "-3,1", "8,54", "Ensemble", "a augmenté depuis 2024"):
        assert text in told


def test_a_name_that_a_chart_gave_stays() -> None:
    svg = (
        b'<svg xmlns="http://www.w3.org/2000/svg"><g id="tile-1"><g id="patch_2">'
        b'<path d="M 0 0 L 1 1 z" id="patch_3"/></g></g></svg>'
    )
    text = slim_svg(svg).decode()
    assert 'id="tile-1"' in text
    assert "patch" not in text


@pytest.mark.parametrize(
    ("outline", "digits", "written"),
    [
        ("M 1 1 L 1 4 L 5 4 L 5 1 L 1 1 z", 2, "M1 1v3h4v-3z"),
        ("M 0 0 L 1.004 2.006 L 2.008 4.012", 2, "M0 0l1 2.01 1.01 2"),
        ("M 0 0 C 1 2 3 4 5 6", 0, "M0 0c1 2 3 4 5 6"),
        ("M 3 3 L 4 4 z M 9 9 L 3 3 z", 0, "M3 3l1 1zM9 9l-6-6z"),
        ("", 2, ""),
    ],
)
def test_outlines_by_hand(outline: str, digits: int, written: str) -> None:
    assert compact_path(outline, digits) == written


def test_an_outline_of_another_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="A"):
        compact_path("M 0 0 A 1 1 0 0 0 2 2")


@pytest.mark.parametrize("text", ["جيد جداً", "ไม่ดี ที่", "e\u0301tat de\u0301gage\u0301"])
def test_a_line_with_marks_above_its_letters_may_have_spaces(text: str) -> None:
    """Such a line is placed letter by letter, and the outline of a space is nothing."""
    with chart_style():
        figure = canvas(1.0)
        words(axes(figure, 0.1, 0.1, 0.1, 0.1), 0.2, 0.5, text)
        held = io.BytesIO()
        figure.savefig(held, format="svg", backend=VECTOR, metadata=NO_METADATA)
    root = etree.fromstring(held.getvalue())
    names = {element.get("id") for element in root.iter()}
    link = "{http://www.w3.org/1999/xlink}href"
    asked = {e.get(link).removeprefix("#") for e in root.iter() if e.get(link)}
    assert asked or b"<text" in held.getvalue()
    assert asked <= names


def test_pages_of_a_release_hold_slim_pictures_alone(built_example: Path) -> None:
    """What matplotlib writes of each letter is in no picture of no page; a page stays light."""
    seen = 0
    for page in (built_example / "releases").rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert len(text) < 1_500_000, page.name
        for coded in DRAWN.findall(text):
            svg = base64.b64decode(coded)
            assert b"DejaVuSans-" not in svg, page.name
            assert b"matplotlib" not in svg, page.name
            seen += 1
    for file in (built_example / "releases").rglob("*.svg"):
        assert b"DejaVuSans-" not in file.read_bytes(), file.name
        assert svg_problem(file.read_bytes()) is None
        seen += 1
    assert seen > 40
