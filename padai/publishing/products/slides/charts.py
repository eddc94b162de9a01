"""The chart of a slide: native, so that it can be edited, with its intervals."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from padai.charts import style
from padai.publishing.basis.context import Context
from padai.publishing.basis.lookup import Cell
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.readout import Readout
from padai.publishing.exhibits.axes import axis_note, line_axis, point
from padai.publishing.exhibits.exhibit_items import Item, breaks_between
from padai.publishing.products.slides.point_labels import label_points, labelled
from padai.words import in_a_row
from padai.words.languages import tag_of

if TYPE_CHECKING:
    from pptx.slide import Slide

PLACE = (0.6, 1.95, 7.5, 4.25)
"""Left, top, width and height, in inches."""
_SPACE = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_CATEGORIES = f"{{{_SPACE}}}cat"
_PART = '<c:pt idx="{}"><c:v>{}</c:v></c:pt>'
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PAPER = '<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></c:spPr>'
_ENDS = '<c:numLit><c:formatCode>0.0</c:formatCode><c:ptCount val="{n}"/>{ends}</c:numLit>'
_BARS = (
    f'<c:errBars xmlns:c="{_SPACE}" xmlns:a="{_DRAWING}"><c:errDir val="y"/>'
    '<c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="0"/>'
    "<c:plus>{plus}</c:plus><c:minus>{minus}</c:minus>"
    f'<c:spPr><a:ln w="15875"><a:solidFill><a:srgbClr val="{style.BLUE[1:]}"/></a:solidFill></a:ln>'
    "</c:spPr></c:errBars>"
)


def add_chart(slide: Slide, context: Context, item: Item) -> str | None:
    """Draw the series, or the answers of this wave where there is no series to draw.

    Returns what must be said of its lines and its axis; none where nothing could be drawn.
    """
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE
    from pptx.util import Inches

    place = (item.breakdown, item.group, item.part)
    followed = context.lookup.series(item.question, item.response, *place)
    series = [c for c in followed if c.shown]
    lines = context.words(item.part).has_intervals and len(series) > 1
    data = CategoryChartData(number_format="0.0")
    if lines:
        data.categories = [context.wave_short(c.wave) for c in series]
        for name, values in _stretches(context, item, series):
            data.add_series(name, values)
    else:
        answers = _answers(context, item)
        if not answers:
            return None
        data.categories = [context.response(c.question, c.response) for c in answers]
        data.add_series(context.label(item.question), [_drawn(context, c) for c in answers])
    kind = XL_CHART_TYPE.LINE_MARKERS if lines else XL_CHART_TYPE.BAR_CLUSTERED
    box = [Inches(v) for v in PLACE]
    shapes: Any = slide.shapes  # its annotations say another order of arguments
    frame = shapes.add_chart(kind, *box, data)
    cells = series if lines else _answers(context, item)
    _dress(frame.chart, context, item)
    _label(frame.chart, context, cells)
    note = ""
    if lines:
        bars = context.say("publishing-lines", interval=context.words(item.part).interval)
        drawn = _with_intervals(frame.chart, context, cells)
        start = _scaled(frame.chart, context, item, cells)
        note = in_a_row(bars if drawn else "", start)
    frame.name = context.say("publishing-chart")
    frame._element.nvGraphicFramePr.cNvPr.set("descr", _alt(context, item, cells, lines))
    return note


def _stretches(
    context: Context, item: Item, series: list[Cell]
) -> list[tuple[str, list[float | None]]]:
    """Return the series cut at its breaks, so that no line crosses one."""
    cuts = [
        i
        for i in range(1, len(series))
        if breaks_between(context, item, series[i - 1].wave, series[i].wave)
    ]
    stretches = []
    for first, last in zip([0, *cuts], [*cuts, len(series)], strict=True):
        values = [_drawn(context, c) if first <= i < last else None for i, c in enumerate(series)]
        name = context.response(item.question, item.response)
        ends = dict.fromkeys(context.wave_short(series[i].wave) for i in (first, last - 1))
        stretches.append((name if not cuts else f"{name}, {'–'.join(ends)}", values))
    return stretches


def _answers(context: Readout, item: Item) -> list[Cell]:
    cells = [
        context.lookup.cell(item.question, str(code), item.breakdown, item.group, item.part)
        for code in context.question(item.question).codes
    ]
    return (
        [c for c in cells if c is not None and c.shown]
        if all(c is None or c.shown for c in cells)
        else []
    )


def _drawn(naming: Naming, cell: Cell) -> float:
    """Return a value as it is printed: in per cent to one decimal, or a mean."""
    if naming.kind(cell.question, cell.response) == "mean":
        return cell.estimate
    return round(cell.estimate * 100, 1)


def _dress(chart: Any, naming: Naming, item: Item) -> None:
    from pptx.enum.chart import XL_LEGEND_POSITION
    from pptx.util import Pt

    units = {"share": "%", "balance": "points", "mean": naming.say("publishing-mean-8367")}
    unit = units[naming.kind(item.question, item.response)]
    chart.has_legend = len(list(chart.plots[0].series)) > 1
    if chart.has_legend:  # beside the chart it took a third of its width, and touched its figures
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    chart.has_title = True
    chart.chart_title.text_frame.text = f"{naming.response(item.question, item.response)}, {unit}"
    chart.font.size = Pt(14)
    plot = chart.plots[0]
    if len(plot.categories) and chart.chart_type.name.startswith("LINE"):
        for series in plot.series:
            series.smooth = False
    chart.value_axis.has_major_gridlines = False
    chart.value_axis.tick_labels.number_format = "0"
    chart.value_axis.tick_labels.number_format_is_linked = False
    if naming.kind(item.question, item.response) == "share":
        chart.value_axis.minimum_scale, chart.value_axis.maximum_scale = 0, 100


def _label(chart: Any, context: Readout, cells: list[Cell]) -> None:
    """Write each figure beside its point, clear of its interval, as the language writes it."""
    lines = chart.chart_type.name.startswith("LINE")
    words = [labelled(context, c) for c in cells]
    written = [
        [w if v is not None else None for v, w in zip(series.values, words, strict=True)]
        for series in chart.plots[0].series
    ]
    place, paper = ("r", _PAPER) if lines else ("outEnd", "")  # the line does not run through it
    label_points(chart, written, tag_of(context.lang), place, paper)


def _scaled(chart: Any, context: Readout, item: Item, cells: list[Cell]) -> str:
    """Give the axis of a series the length that its values need; say where it does not start.

    Its steps are whole: a decimal would have the sign of the machine that shows the slide.
    """
    axis = line_axis(context, [item], [point(context, c) for c in cells])
    step = max(1.0, math.ceil(axis.ticks[1] - axis.ticks[0] - 1e-9))
    scale = chart.value_axis
    scale.minimum_scale = math.floor(axis.low / step + 1e-9) * step
    scale.maximum_scale = math.ceil(axis.high / step - 1e-9) * step
    scale.major_unit = step
    return axis_note(context, item, replace(axis, low=scale.minimum_scale))


def _with_intervals(chart: Any, context: Readout, cells: list[Cell]) -> bool:
    """Draw the intervals as error bars: on a short axis a line alone tells too much."""
    from pptx.oxml import parse_xml

    known = {context.wave_short(c.wave): point(context, c) for c in cells}
    waves = [str(c) for c in chart.plots[0].categories]
    drawn = False
    for series in chart.plots[0].series:
        above, below = [], []
        for place, (wave, value) in enumerate(zip(waves, series.values, strict=True)):
            estimated = known[wave]
            if value is not None and estimated.has_interval:
                above.append(_PART.format(place, round(estimated.high - estimated.value, 2)))
                below.append(_PART.format(place, round(estimated.value - estimated.low, 2)))
        if above:
            ends = [_ENDS.format(n=len(waves), ends="".join(side)) for side in (above, below)]
            bars = parse_xml(_BARS.format(plus=ends[0], minus=ends[1]))
            series._element.find(_CATEGORIES).addprevious(bars)
            drawn = True
    return drawn


def _alt(context: Readout, item: Item, cells: list[Cell], lines: bool) -> str:
    names = [
        context.wave_short(c.wave) if lines else context.response(c.question, c.response)
        for c in cells
    ]
    values = [context.colon(n, context.value(c)) for n, c in zip(names, cells, strict=True)]
    what = f"{context.label(item.question)}, {context.response(item.question, item.response)}"
    return context.colon(what, context.say("publishing-signs").join(values)) + "."
