"""Charts measured: labels apart from one another, intervals that can be seen, breaks that are named."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest
from matplotlib.transforms import Bbox

from padai.charts import style
from padai.charts.data import Axis, Bar, ChartRow, Panel, Point, Segment, close_axis
from padai.charts.rows import Layout, row_chart
from padai.charts.stacked import stacked_chart
from padai.charts.strip import Mark, strip_chart
from padai.charts.trend import trend_chart

WAVES = [(2021.4, "2021"), (2022.4, "2022"), (2023.4, "2023"), (2024.4, "2024"), (2025.4, "2025")]
PATHS = {
    "rising": (12.7, 12.9, 21.0, 30.2, 41.7), "falling": (66.6, 60.1, 52.0, 44.1, 35.6),
    "flat": (56.9, 58.2, 56.5, 56.6, 56.6), "turning": (46.3, 46.5, 44.4, 42.5, 51.0),
    "lowest": (21.3, 22.0, 20.9, 20.1, 19.2), "highest": (68.4, 67.0, 68.0, 67.2, 69.1),
}  # fmt: skip


def percent(value: float) -> str:
    return f"{value:.0f} %"


def panel(name: str, values: tuple[float, ...], *, half: float = 2.4, broken: int = -1) -> Panel:
    points = tuple(Point(v, v - half, v + half, f"{v:.1f}") for v in values)
    cut = frozenset({broken}) if broken >= 0 else frozenset[int]()
    return Panel(
        name,
        "est demeurée stable depuis 2024 (à ± 6 points près)",
        tuple(t for t, _ in WAVES),
        points,
        cut,
        "same",
        over="recule de 2,0 points par an depuis 2021" if name == "falling" else "",
    )


def drawn(panels: list[Panel], width: float) -> Any:
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    values = [v for p in panels for q in p.points for v in (q.low, q.high)]
    axis = close_axis(values, percent, low=0.0, high=100.0, least=12.0)
    figure = trend_chart(
        panels,
        axis=axis,
        ticks=WAVES,
        break_word="rupture",
        notices=("Données fictives",),
        width=width,
    )
    FigureCanvasAgg(figure).draw()
    return figure


def texts(figure: Any) -> list[Any]:
    from matplotlib.text import Text

    return [t for t in figure.findobj(Text) if t.get_text() and t.get_visible()]


def boxes(figure: Any) -> list[tuple[str, Any]]:
    """Return the extents of all words of a figure, a hair smaller, so that touching is allowed."""
    renderer = figure.canvas.get_renderer()
    found = []
    for text in texts(figure):
        box = text.get_window_extent(renderer)
        found.append((text.get_text(), box.padded(-0.6)))
    return found


@pytest.mark.parametrize("width", [style.WIDTH, style.NARROW])
@pytest.mark.parametrize("broken", [-1, 0, 2, 3])
def test_no_word_of_a_trend_covers_another(width: float, broken: int) -> None:
    panels = [panel(name, path, broken=broken) for name, path in PATHS.items()]
    figure = drawn(panels, width)
    for (one, first), (other, second) in combinations(boxes(figure), 2):
        assert not first.overlaps(second), (one, other)


@pytest.mark.parametrize("names", [("rising", "falling", "flat"), ("turning", "lowest", "highest")])
def test_three_series_stand_in_one_row_and_no_word_covers_another(names: tuple[str, ...]) -> None:
    """Two rows of two left a hole, and a figure that fitted on no page that was begun."""
    long = "Veut des citoyens dans les comités de surveillance"
    panels = [panel(f"{long} {n}", PATHS[n]) for n in names]
    figure = drawn(panels, style.WIDTH)
    assert len({round(ax.get_position().y0, 6) for ax in figure.axes}) == 1
    assert len({round(ax.get_position().x0, 6) for ax in figure.axes}) == 3
    assert figure.get_size_inches()[1] < 5.0
    for (one, first), (other, second) in combinations(boxes(figure), 2):
        assert not first.overlaps(second), (one, other)
    whole = figure.bbox
    for words, box in boxes(figure):
        assert box.x0 >= whole.x0 - 12 and box.x1 <= whole.x1 + 12, words


@pytest.mark.parametrize("count", [1, 2, 6, 10])
def test_intervals_of_a_trend_are_longer_than_their_markers(count: int) -> None:
    """A sample of 2,000 has intervals of about five points: they must be seen at any height."""
    many = list(PATHS.items()) * 2
    figure = drawn([panel(name, path) for name, path in many[:count]], style.WIDTH)
    for axes in figure.axes:
        (marks,) = (x for x in axes.lines if x.get_marker() == "o" and len(x.get_xdata()) > 1)
        (bars,) = (x for x in axes.lines if len(x.get_xdata()) == 7 * len(WAVES))
        for start in range(0, 7 * len(WAVES), 7):  # six points and a gap
            bar = bars.get_ydata()[start : start + 6]
            ends = axes.transData.transform([(0, min(bar)), (0, max(bar))])
            points = (ends[1][1] - ends[0][1]) / figure.dpi * 72
            assert points > 1.4 * marks.get_markersize()


def test_words_of_a_trend_stay_inside_of_the_picture() -> None:
    for width in (style.WIDTH, style.NARROW):
        figure = drawn([panel(n, p, broken=1) for n, p in PATHS.items()], width)
        whole = figure.bbox
        for words, box in boxes(figure):
            assert box.x0 >= whole.x0 - 12 and box.x1 <= whole.x1 + 12, (words, width)


@pytest.mark.parametrize("width", [style.WIDTH, style.NARROW])
@pytest.mark.parametrize("label", ["Radios", "Confiance envers les entreprises privées du pays"])
@pytest.mark.parametrize(
    "followed",
    [
        "Beaucoup ou assez de confiance :",
        "Tout à fait confiance / Plutôt confiance / Un peu confiance (proposé) :",
    ],
)
def test_words_of_a_scale_stay_inside_of_the_picture(
    width: float, label: str, followed: str
) -> None:
    """The name of the followed share and its interval were cut at the edge of a telephone."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    shares = tuple(Segment(name, 25.0, "25,0") for name in ("Aucune", "Peu", "Assez", "Beaucoup"))
    bar = Bar(label, "58,1 %", shares[:2], shares[2:], sure="(54,5 à 61,6 %)")
    figure = stacked_chart([bar, bar], followed=followed, width=width)
    FigureCanvasAgg(figure).draw()
    assert followed.rstrip(" :") in " ".join(t.get_text() for t in texts(figure)).replace("\n", " ")
    for words, box in boxes(figure):
        assert box.x0 >= figure.bbox.x0 - 2 and box.x1 <= figure.bbox.x1 + 2, words
    for (one, first), (other, second) in combinations(boxes(figure), 2):
        assert not first.overlaps(second), (one, other)


@pytest.mark.parametrize("width", [style.WIDTH, style.NARROW])
def test_a_word_beside_a_long_name_covers_none_of_it(width: float) -> None:
    """On a telephone, "adopted" was printed over the recommendation that it is said of."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    names = (
        "A person who can be reached for every decision",
        "A check for bias before and after a system goes live",
        "Documents",
    )
    votes = (Segment("Against", 3.0, "3"),), (Segment("In favour", 30.0, "30"),)
    figure = stacked_chart([Bar(name, "adopted", *votes) for name in names], width=width)
    FigureCanvasAgg(figure).draw()
    for words, box in boxes(figure):
        assert box.x0 >= figure.bbox.x0 - 2 and box.x1 <= figure.bbox.x1 + 2, words
    for (one, first), (other, second) in combinations(boxes(figure), 2):
        assert not first.overlaps(second), (one, other)


def test_an_axis_is_as_long_as_its_values_need() -> None:
    near = close_axis([47.0, 53.0], percent, low=0.0, high=100.0, least=12.0)
    assert near.high - near.low < 20
    low = close_axis([2.0, 14.0], percent, low=0.0, high=100.0, least=12.0)
    assert low.low == 0.0
    for axis in (near, low, close_axis([], percent, low=0.0, high=100.0, least=12.0)):
        assert 3 <= len(axis.ticks) <= 6
        assert all(axis.low <= t <= axis.high for t in axis.ticks)


@pytest.mark.parametrize("width", [style.WIDTH, style.NARROW])
def test_no_label_of_a_row_covers_its_marks_or_another_word(width: float) -> None:
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    axis = Axis(0.0, 100.0, (0.0, 20.0, 40.0, 60.0, 80.0, 100.0), percent)
    rows = [ChartRow("Groupe d’âge")]
    rows += [
        ChartRow(name, (Point(v, v - 3, v + 3, f"{v} %", "higher"),), (f"{v} %",))
        for name, v in (
            ("18 à 34 ans", 3.0),
            ("Autre langue, ou plusieurs langues", 51.0),
            ("Très à l’aise", 97.0),
        )
    ]
    figure = row_chart(
        rows,
        axis=axis,
        layout=Layout(line=(50.0, "Ensemble 50 %")),
        legend=[("higher", "plus élevée")],
        width=width,
    )
    FigureCanvasAgg(figure).draw()
    found = boxes(figure)
    for (one, first), (other, second) in combinations(found, 2):
        assert not first.overlaps(second), (one, other)
    (axes,) = figure.axes
    (marks,) = (x for x in axes.lines if x.get_marker() == "^")
    half = (marks.get_markersize() + marks.get_markeredgewidth()) / 2 * figure.dpi / 72
    points = axes.transData.transform(marks.get_xydata())
    assert len(points) == sum(bool(row.points) for row in rows)
    for x, y in points:
        box = Bbox.from_extents(x - half, y - half, x + half, y + half)
        assert not [words for words, other in found if other.overlaps(box)]


def test_a_strip_tells_this_wave_from_the_earlier_one_without_colour() -> None:
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    axis = Axis(0.0, 100.0, (0.0, 50.0, 100.0), percent)
    figure = strip_chart(
        [
            Mark("2024", Point(42.5, 40.1, 44.9, "42,5 %"), False),
            Mark("2025", Point(51.0, 48.6, 53.5, "51,0 %"), True),
        ],
        axis=axis,
    )
    FigureCanvasAgg(figure).draw()
    (axes,) = figure.axes
    before, now = axes.patches
    assert before.get_facecolor() != now.get_facecolor()
    weights = {t.get_text(): t.get_weight() for t in texts(figure)}
    assert (weights["2024"], weights["2025"]) == ("normal", "bold")
    wide = now.get_window_extent(figure.canvas.get_renderer()).width / figure.dpi * 72
    assert wide > 2 * axes.lines[-1].get_linewidth()
    for (one, first), (other, second) in combinations(boxes(figure), 2):
        assert not first.overlaps(second), (one, other)


def test_titles_of_very_many_lines_leave_room_for_the_lines() -> None:
    """Ten titles of forty lines each are more than a page: the picture grows, no field vanishes."""
    figure = drawn(
        [panel("mot " * 300, values) for values in list(PATHS.values())[:4]], style.WIDTH
    )
    for ax in figure.axes:
        assert ax.get_position().height * figure.get_size_inches()[1] >= 0.49


def test_names_of_waves_that_would_touch_are_left_out_and_the_ends_stay() -> None:
    """Seventeen waves in eight years, named by their months; and shares near zero."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    ticks = [(2004.5 + k / 2, f"juill. {2004 + k // 2}") for k in range(17)]
    values = tuple(9.0 - k / 4 for k in range(17))
    points = tuple(Point(v, v - 1.5, v + 1.5, f"{v:.1f}") for v in values)
    some = Panel("name", "", tuple(t for t, _ in ticks), points, frozenset[int](), "")
    axis = close_axis([0.0, 80.0], percent, low=0.0, high=100.0, least=12.0)
    figure = trend_chart([some, some], axis=axis, ticks=ticks, break_word="", notices=())
    FigureCanvasAgg(figure).draw()
    for axes in figure.axes:
        names = [t.get_text() for t in axes.get_xticklabels()]
        assert names[0] == "juill. 2004" and names[-1] == "juill. 2012"
        assert 2 < sum(map(bool, names)) < 17
        assert len(axes.get_xticks()) == 17
    for (one, first), (other, second) in combinations(boxes(figure), 2):
        assert not first.overlaps(second), (one, other)


@pytest.mark.parametrize("foot", [0.3, 0.6, 0.9, 1.2, 2.0, 3.0, 4.5, 6.0])
@pytest.mark.parametrize("width", [style.WIDTH, style.NARROW])
def test_no_value_of_a_trend_lies_on_the_foot_of_its_field(foot: float, width: float) -> None:
    """The first value of a rising line, under it, was struck by the axis."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    axis = Axis(50.0 - foot, 72.0, (50.0, 60.0, 70.0), percent)
    some = panel("name", (53.0, 55.0, 56.0, 60.0, 66.0), half=2.0)
    figure = trend_chart([some, some], axis=axis, ticks=WAVES, break_word="", width=width)
    FigureCanvasAgg(figure).draw()
    renderer = figure.canvas.get_renderer()
    for axes in figure.axes:
        lowest = axes.get_window_extent(renderer).y0
        for text in (t for t in axes.texts if t.get_text() in ("53.0", "66.0")):
            box = text.get_window_extent(renderer)
            assert box.y0 > lowest + 1.5 * figure.dpi / 72, text.get_text()


@pytest.mark.parametrize("width", [style.WIDTH, style.NARROW])
def test_a_verdict_goes_on_in_a_line_before_it_is_too_small_to_read(width: float) -> None:
    note = "les données ne permettent pas de conclure (depuis 2024)"
    panels = [replace(panel(name, path), note=note) for name, path in PATHS.items()]
    said = [t for t in texts(drawn(panels, width)) if t.get_text() and t.get_text() in note]
    assert {t.get_text() for t in said} and min(t.get_size() for t in said) >= 7
