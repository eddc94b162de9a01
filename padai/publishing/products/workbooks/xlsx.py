"""Write a workbook as Office Open XML."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from padai.publishing.products.workbooks.layout import LEAST_SCALE, key_columns, over_pages
from padai.publishing.products.workbooks.sheets import Book, Sheet, SheetTable, Value
from padai.words import LANGUAGES, say
from padai.words.figures import Figures
from padai.words.languages import tag_of

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

_FONT = "Arial"
_DEFAULT: dict[str, Any] = {"font_name": _FONT, "font_size": 11}
"""What a column's width is counted in: the font of an office suite that lacks it is another."""
_HEAD: dict[str, Any] = {"bold": True, "text_wrap": True, "bottom": 2, "valign": "bottom"}
_FORMATS: dict[str, dict[str, Any]] = {
    "text": {},
    "wrap": {"text_wrap": True},
    "after": {"text_wrap": True, "align": "left", "indent": 1},
    "title": {"bold": True, "font_size": 16},
    "strong": {"bold": True},
    "center": {"align": "center"},
    "head": _HEAD,
    "head-right": {**_HEAD, "align": "right"},
    "head-after": {**_HEAD, "align": "left", "indent": 1},
    "head-center": {**_HEAD, "align": "center"},
    "share": {"num_format": "0.0%"},
    "mean": {"num_format": "0.0#"},
    "test": {"num_format": "0.000#"},
    "points": {"num_format": '+0.0" pt";-0.0" pt";0.0" pt"'},
    "count": {"num_format": "#,##0"},
}
_SPACED: dict[str, dict[str, Any]] = {"share": {"num_format": '0.0"\u00a0"%'}}


def write(book: Book, path: Path) -> None:
    """Write the workbook; the same content gives the same bytes."""
    import xlsxwriter

    options = {
        "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
        "in_memory": True, "default_format_properties": dict(_DEFAULT), "default_column_width": 72,
    }  # fmt: skip
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, options) as file:
        file.set_properties(
            {
                "title": book.title,
                "subject": book.subject,
                "author": book.author,
                "comments": ". ".join(book.marks),
                "keywords": ", ".join(book.marks),
                "created": book.created,
            }
        )
        file.set_custom_property(book.language_word, tag_of(book.lang))
        base = {**_DEFAULT, "valign": "top"}
        spaced = Figures(book.lang).percent_sign != "%"
        own = dict(_SPACED) if spaced else {}
        if book.lang not in LANGUAGES:
            unit = say("publishing-language-points-short", book.lang).replace('"', "")
            own["points"] = {"num_format": f'+0.0" {unit}";-0.0" {unit}";0.0" {unit}"'}
        formats = {
            name: file.add_format(base | extra | own.get(name, {}))
            for name, extra in _FORMATS.items()
        }
        for sheet in book.sheets:
            _sheet(book, file, sheet, formats)
    _write_with_language(made, tag_of(book.lang), path)


def _write_with_language(made: io.BytesIO, tag: str, path: Path) -> None:
    """Write the file with the property of its language, which the library has no word for."""
    with (
        zipfile.ZipFile(made) as own,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as written,
    ):
        for entry in own.infolist():
            content = own.read(entry)
            if entry.filename == "docProps/core.xml":
                end = b"</cp:coreProperties>"
                content = content.replace(end, f"<dc:language>{tag}</dc:language>".encode() + end)
            written.writestr(entry, content)


def _sheet(book: Book, file: Workbook, sheet: Sheet, formats: dict[str, Any]) -> None:
    page = file.add_worksheet(sheet.name)
    page.set_paper(1)
    page.set_landscape()
    page.set_margins(left=0.5, right=0.5)
    if over_pages(sheet):
        page.set_print_scale(LEAST_SCALE)
        page.print_across()
    else:
        page.fit_to_pages(1, 0)
    page.hide_gridlines(2)
    marks = " · ".join(book.marks).replace("&", "&&")
    page.set_footer(f"&L{marks}&R&P / &N")
    page.set_header("&L" + sheet.title.replace("&", "&&")[:200])
    for column, width in enumerate(sheet.widths):
        page.set_column(column, column, width)
    for row, value in enumerate(sheet.lines):
        _write(page, row, 0, value, formats[value.style])
    if sheet.table is not None:
        _table(page, len(sheet.lines) + 1, sheet.table, formats, over_pages(sheet))


def _table(
    page: Worksheet, first: int, table: SheetTable, formats: dict[str, Any], over: bool
) -> None:
    for offset, row in enumerate(table.rows, start=1):
        for column, value in enumerate(row):
            style = formats[table.cell_style(column, value)]
            _write(page, first + offset, column, value, style)
    page.add_table(
        first,
        0,
        first + max(len(table.rows), 1),
        len(table.heads) - 1,
        {
            "name": f"padai_{table.name}",
            "style": "Table Style Light 1",
            "autofilter": False,
            "banded_rows": False,
            "title": table.title,
            "description": table.description,
            "columns": [
                {"header": head, "header_format": formats[table.head_style(column)]}
                for column, head in enumerate(table.heads)
            ],
        },
    )
    page.repeat_rows(first)
    if over:
        page.repeat_columns(0, key_columns(table) - 1)


def _write(page: Worksheet, row: int, column: int, value: Value, style: Any) -> None:
    if value.sheet:
        page.write_url(row, column, f"internal:'{value.sheet}'!A1", style, str(value.content))
    elif isinstance(value.content, str):
        page.write_string(row, column, value.content, style)
    elif value.content is None or value.content != value.content:
        page.write_blank(row, column, None, style)
    else:
        page.write_number(row, column, float(value.content), style)
