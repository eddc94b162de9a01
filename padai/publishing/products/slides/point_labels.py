"""The figures beside the points of a slide's chart, written as the language of the deck does.

A number format follows the machine that opens the deck, which writes 48.8 in a French sentence or
48,8 in an English one. A label takes its words from a cell of the chart's own workbook instead,
where a formula makes them of the figure: who edits the figure has the label with it, and a program
that knows no such cells shows the words as they were written.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from padai.publishing.basis.lookup import Cell
from padai.publishing.basis.readout import Readout

_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_LATER = "http://schemas.microsoft.com/office/drawing/2012/chart"
_SPACES = f'xmlns:c="{_CHART}" xmlns:a="{_DRAWING}" xmlns:c15="{_LATER}"'
_SHOWN = (
    '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
    '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)
_OF_LABELS = "{{CE6537A1-D6FC-4f65-9D91-7224C49458BB}}"
_OF_SERIES = "{{02D57815-91ED-43cb-92C2-25804820EDAC}}"
_LABEL = (
    '<c:dLbl><c:idx val="{index}"/><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p>'
    '<a:fld id="{{00000000-0000-4000-8000-{number:012X}}}" type="CELLRANGE"><a:rPr lang="{lang}"/>'
    "<a:t>{text}</a:t></a:fld></a:p></c:rich></c:tx>{paper}{place}" + _SHOWN + "<c:extLst>"
    f'<c:ext uri="{_OF_LABELS}"><c15:dlblFieldTable/><c15:showDataLabelsRange val="1"/></c:ext>'
    "</c:extLst></c:dLbl>"
)
_LABELS = (
    "<c:dLbls " + _SPACES + ">{labels}{paper}{place}" + _SHOWN + "<c:extLst>"
    f'<c:ext uri="{_OF_LABELS}"><c15:showDataLabelsRange val="1"/></c:ext></c:extLst></c:dLbls>'
)
_RANGE = (
    "<c:extLst " + _SPACES + f'><c:ext uri="{_OF_SERIES}"><c15:datalabelsRange>'
    '<c15:f>{cells}</c15:f><c15:dlblRangeCache><c:ptCount val="{n}"/>{points}'
    "</c15:dlblRangeCache></c15:datalabelsRange></c:ext></c:extLst>"
)
_POINT = '<c:pt idx="{}"><c:v>{}</c:v></c:pt>'
_NUMBER = re.compile(r'[+−]?\d+(?:([.,])(\d+))?([^\d"]*)')
"""A figure and its unit; a number in groups, or a unit that would end a text, has no formula."""


@dataclass(frozen=True)
class Labelled:
    """The words beside a point, and the formula that makes them of the cell of its figure."""

    text: str
    formula: str

    def of(self, address: str) -> str:
        """Return the formula of the words of one cell; nothing where no formula makes them."""
        return self.formula.replace("#", address)


def labelled(context: Readout, cell: Cell) -> Labelled:
    """Return a figure as it is printed, and how its words are made of its number."""
    text = context.value(cell)
    number = _NUMBER.fullmatch(text)
    if number is None or context.counts_only(cell.part):
        return Labelled(text, "")
    mark, decimals, unit = number.groups()
    mark = mark or context.numbers.decimal(0.5, 1)[1]
    other = "," if mark == "." else "."
    made = f'SUBSTITUTE(FIXED(#,{len(decimals or "")},TRUE),"{other}","{mark}")'
    if context.kind(cell.question, cell.response) == "balance":
        made = f'IF(#>0,"+","")&SUBSTITUTE({made},"-","−")'
    return Labelled(text, f'={made}&"{unit}"' if unit else f"={made}")


def label_points(
    chart: Any, written: Sequence[Sequence[Labelled | None]], lang: str, place: str, paper: str
) -> None:
    """Label every point of a chart by its words, series by series.

    Parameters
    ----------
    written
        What stands beside each point of each series; nothing where a series has no point.
    lang
        The tag that the words are read by.
    place
        Where a label stands, as the format names it: ``"r"``, ``"outEnd"``; may be empty.
    paper
        What is under the words, or nothing.
    """
    from pptx.oxml import parse_xml

    names = [str(c) for c in chart.plots[0].categories]
    every = list(chart.plots[0].series)
    _keep_words(chart, names, every, written)
    where = f'<c:dLblPos val="{place}"/>' if place else ""
    number = 0
    for column, (series, words) in enumerate(zip(every, written, strict=True)):
        labels, points = [], []
        for index, one in enumerate(words):
            if one is None:
                continue
            number += 1
            text = escape(one.text)
            points.append(_POINT.format(index, text))
            about = {"index": index, "number": number, "lang": lang, "text": text}
            labels.append(_LABEL.format(**about, paper=paper, place=where))
        own = parse_xml(_LABELS.format(labels="".join(labels), paper=paper, place=where))
        _before_values(series._element).addprevious(own)
        cells = _cells(len(every) + 1 + column, len(names))
        known = _RANGE.format(cells=cells, n=len(names), points="".join(points))
        series._element.append(parse_xml(known))


def _before_values(series: Any) -> Any:
    """Return what labels stand before, in the order that the format fixes."""
    tags = [series.find(f"{{{_CHART}}}{tag}") for tag in ("trendline", "errBars", "cat", "val")]
    return next(one for one in tags if one is not None)


def _cells(column: int, rows: int) -> str:
    from xlsxwriter.utility import xl_col_to_name

    name = xl_col_to_name(column)
    return f"Sheet1!${name}$2:${name}${rows + 1}"


def _keep_words(
    chart: Any, names: list[str], every: list[Any], written: Sequence[Sequence[Labelled | None]]
) -> None:
    """Write the chart's workbook: categories, series, and beside them the words of the labels."""
    from xlsxwriter import Workbook
    from xlsxwriter.utility import xl_rowcol_to_cell

    packed = io.BytesIO()
    book = Workbook(packed, {"in_memory": True})
    sheet = book.add_worksheet("Sheet1")
    sheet.write_column(1, 0, names)
    for column, (series, words) in enumerate(zip(every, written, strict=True), start=1):
        beside = column + len(every)
        sheet.write_string(0, column, series.name)
        sheet.write_string(0, beside, series.name)
        for row, (value, one) in enumerate(zip(series.values, words, strict=True), start=1):
            if value is None or one is None:
                continue
            sheet.write_number(row, column, value)
            if formula := one.of(xl_rowcol_to_cell(row, column)):
                sheet.write_formula(row, beside, formula, None, one.text)
            else:
                sheet.write_string(row, beside, one.text)
    book.close()
    chart.part.chart_workbook.update_from_xlsx_blob(packed.getvalue())
