"""Write a workbook as OpenDocument, which any office suite opens.

The file is written by hand: the libraries that exist stamp the clock into it.

References
----------
OASIS, Open Document Format for Office Applications 1.3, parts 2 (packages) and 3 (schema), 2021.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from padai.publishing.products.workbooks.layout import (
    DIGIT,
    LEAST_SCALE,
    PADDING,
    key_columns,
    over_pages,
)
from padai.publishing.products.workbooks.sheets import Book, Sheet, SheetTable, Value
from padai.words import say
from padai.words.figures import Figures
from padai.words.languages import locale_of, tag_of

_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
        "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
        "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
        "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
        "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
        "number": "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0",
        "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
        "dc": "http://purl.org/dc/elements/1.1/",
        "xlink": "http://www.w3.org/1999/xlink",
    }.items()
)
_UNKNOWN = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")
"""The signs that XML does not know."""
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_CM_PER_PIXEL = 2.54 / 96
_HEADS = (
    '<style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="bottom" '
    'fo:border-bottom="1pt solid #000000"/><style:paragraph-properties fo:text-align="{side}"/>'
    '<style:text-properties fo:font-weight="bold"/>'
)
_CELLS = {
    "text": "",
    "wrap": '<style:table-cell-properties fo:wrap-option="wrap"/>',
    "after": '<style:table-cell-properties fo:wrap-option="wrap"/>'
             '<style:paragraph-properties fo:text-align="start" fo:margin-left="0.25cm"/>',
    "title": '<style:text-properties fo:font-weight="bold" fo:font-size="16pt"/>',
    "strong": '<style:text-properties fo:font-weight="bold"/>',
    "center": '<style:paragraph-properties fo:text-align="center"/>',
    "head": _HEADS.format(side="start"),
    "head-after": _HEADS.format(side='start" fo:margin-left="0.25cm'),
    "head-right": _HEADS.format(side="end"),
    "head-center": _HEADS.format(side="center"),
}  # fmt: skip
_MASTERS = {
    "ta": ("Default", 'style:scale-to-X="1" style:scale-to-Y="0"'),
    "wide": ("Wide", f'style:scale-to="{LEAST_SCALE}%" style:print-page-order="ltr"'),
}
"""The printed page of a sheet: as wide as one page, or over several."""
_DECIMALS = {"share": 1, "mean": 2, "points": 1, "count": 0, "test": 4}
_AT_LEAST = {"mean": 1, "test": 3}
"""Decimals that are written even where they are zero, if not all are."""


def write(book: Book, path: Path) -> None:
    """Write the workbook; the same content gives the same bytes."""
    parts = {
        "content.xml": _content(book),
        "styles.xml": _styles(book),
        "meta.xml": _meta(book),
        "META-INF/manifest.xml": _manifest(),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(zipfile.ZipInfo("mimetype"), _TYPE)
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, _HEAD + text)


def _content(book: Book) -> str:
    widths = {w: DIGIT * w + PADDING for sheet in book.sheets for w in sheet.widths}
    tables = "".join(map(_sheet, book.sheets))
    ranges = "".join(_range(sheet) for sheet in book.sheets if sheet.table)
    return (
        f'<office:document-content {_NAMESPACES} office:version="1.3"><office:automatic-styles>'
        + "".join(
            f'<style:style style:name="co{w}" style:family="table-column">'
            f'<style:table-column-properties style:column-width="{px * _CM_PER_PIXEL:.2f}cm"/>'
            "</style:style>"
            for w, px in sorted(widths.items())
        )
        + "".join(
            f'<style:style style:name="{name}" style:family="table" '
            f'style:master-page-name="{master}">'
            '<style:table-properties table:display="true"/></style:style>'
            for name, (master, _) in _MASTERS.items()
        )
        + "".join(_number_style(name, book.lang) for name in _DECIMALS)
        + "".join(_cell_style(name, body) for name, body in _CELLS.items())
        + "</office:automatic-styles><office:body><office:spreadsheet>"
        f"{tables}<table:database-ranges>{ranges}</table:database-ranges>"
        "</office:spreadsheet></office:body></office:document-content>"
    )


def _cell_style(name: str, body: str) -> str:
    return (
        f'<style:style style:name="{name}" style:family="table-cell" '
        f'style:parent-style-name="Default">{body}</style:style>'
    )


def _number_style(name: str, lang: str) -> str:
    """Return the format of a number and the cell style that uses it."""
    language, _, country = locale_of(lang).partition("_")
    place = f' number:country="{country}"' if country else ""
    called = f'style:name="N{name}" number:language="{language}"{place}'
    percent = Figures(lang).percent_sign
    points = escape(say("publishing-language-points-short", lang))
    least = _AT_LEAST.get(name, _DECIMALS[name])
    digits = (
        f'number:decimal-places="{_DECIMALS[name]}" number:min-decimal-places="{least}" '
        'number:min-integer-digits="1"'
    )
    if name == "share":
        body = (
            f"<number:percentage-style {called}><number:number {digits}/>"
            f"<number:text>{percent}</number:text></number:percentage-style>"
        )
    elif name == "points":
        body = (
            f"<number:number-style {called}><number:number {digits}/>"
            f"<number:text> {points}</number:text></number:number-style>"
        )
    else:
        grouped = ' number:grouping="true"' if name == "count" else ""
        body = (
            f"<number:number-style {called}><number:number {digits}{grouped}/>"
            "</number:number-style>"
        )
    return body + (
        f'<style:style style:name="{name}" style:family="table-cell" '
        f'style:parent-style-name="Default" style:data-style-name="N{name}"/>'
    )


def _sheet(sheet: Sheet) -> str:
    columns = _columns(sheet)
    rows = "".join(_row([value]) for value in sheet.lines)
    title = quoteattr(sheet.name)
    kind = "wide" if over_pages(sheet) else "ta"
    body = "".join(_table(sheet.table)) if sheet.table else ""
    described = f"<table:title>{escape(sheet.title)}</table:title>"
    if sheet.table:
        described += f"<table:desc>{escape(sheet.table.description)}</table:desc>"
    return (
        f'<table:table table:name={title} table:style-name="{kind}">'
        f"{described}{columns}{rows}{body}"
        "</table:table>"
    )


def _columns(sheet: Sheet) -> str:
    """Return the columns; those that a sheet of several pages in width repeats are heads too."""
    columns = [f'<table:table-column table:style-name="co{w}"/>' for w in sheet.widths]
    if sheet.table is None or not over_pages(sheet):
        return "".join(columns)
    keys = key_columns(sheet.table)
    return (
        f"<table:table-header-columns>{''.join(columns[:keys])}</table:table-header-columns>"
        + "".join(columns[keys:])
    )


def _table(table: SheetTable) -> Iterator[str]:
    yield _row([])
    heads = "".join(
        _cell(head, table.head_style(column)) for column, head in enumerate(table.heads)
    )
    # the row of heads is repeated on every printed page, and read as one
    yield f"<table:table-header-rows><table:table-row>{heads}</table:table-row>"
    yield "</table:table-header-rows>"
    for row in table.rows:
        yield _row([_as_it_stands(table, k, value) for k, value in enumerate(row)])


def _as_it_stands(table: SheetTable, column: int, value: Value) -> Value:
    style = table.cell_style(column, value)
    return value if style == value.style else replace(value, style=style)


def _row(values: list[Value] | tuple[Value, ...]) -> str:
    cells = "".join(_value(value) for value in values) or "<table:table-cell/>"
    return f"<table:table-row>{cells}</table:table-row>"


def _value(value: Value) -> str:
    content = value.content
    if value.sheet:
        target = quoteattr(f"#{_quoted(value.sheet)}.A1")
        link = f'<text:a xlink:type="simple" xlink:href={target}>{_text(str(content))}</text:a>'
        return (
            f'<table:table-cell office:value-type="string" table:style-name="{value.style}">'
            f"<text:p>{link}</text:p></table:table-cell>"
        )
    if isinstance(content, str):
        return _cell(content, value.style)
    if content is None or content != content:
        return f'<table:table-cell table:style-name="{value.style}"/>'
    kind = "percentage" if value.style == "share" else "float"
    return (
        f'<table:table-cell office:value-type="{kind}" office:value="{float(content)!r}" '
        f'table:style-name="{value.style}"/>'
    )


def _cell(text: str, style: str) -> str:
    if not text:
        return f'<table:table-cell table:style-name="{style}"/>'
    return (
        f'<table:table-cell office:value-type="string" table:style-name="{style}">'
        f"<text:p>{_text(text)}</text:p></table:table-cell>"
    )


def _text(text: str) -> str:
    return escape(_UNKNOWN.sub("", text).replace("\n", " "))


def _quoted(sheet: str) -> str:
    return "'" + sheet.replace("'", "''") + "'"


def _range(sheet: Sheet) -> str:
    assert sheet.table is not None
    first = len(sheet.lines) + 2
    last = first + max(len(sheet.table.rows), 1)
    name = _quoted(sheet.name)
    corner = f"{name}.{_column(len(sheet.table.heads))}{last}"
    return (
        f'<table:database-range table:name="padai_{sheet.table.name}" '
        f"table:target-range-address={quoteattr(f'{name}.A{first}:{corner}')} "
        'table:contains-header="true" table:display-filter-buttons="false"/>'
    )


def _column(count: int) -> str:
    """Return the letter of the last of so many columns, at most 26."""
    return chr(ord("A") + count - 1)


def _styles(book: Book) -> str:
    language, _, country = locale_of(book.lang).partition("_")
    place = f' fo:country="{country}"' if country else ""
    return (
        f'<office:document-styles {_NAMESPACES} office:version="1.3"><office:styles>'
        '<style:default-style style:family="table-cell"><style:text-properties '
        f'style:font-name="Arial" fo:font-size="11pt" fo:language="{language}"'
        f"{place}/></style:default-style>"
        '<style:style style:name="Default" style:family="table-cell">'
        '<style:table-cell-properties style:vertical-align="top"/></style:style></office:styles>'
        f"<office:automatic-styles>{''.join(map(_page_layout, _MASTERS))}"
        f"</office:automatic-styles><office:master-styles>"
        + "".join(_master_page(book, kind) for kind in _MASTERS)
        + "</office:master-styles></office:document-styles>"
    )


def _page_layout(kind: str) -> str:
    scale = _MASTERS[kind][1]
    return (
        f'<style:page-layout style:name="page-{kind}">'
        '<style:page-layout-properties fo:page-width="27.94cm" fo:page-height="21.59cm" '
        'fo:margin-left="1.27cm" fo:margin-right="1.27cm" '
        f'style:print-orientation="landscape" {scale}/>'
        f"{_band('header')}{_band('footer')}</style:page-layout>"
    )


def _master_page(book: Book, kind: str) -> str:
    marks = escape(" · ".join(book.marks))
    return (
        f'<style:master-page style:name="{_MASTERS[kind][0]}" '
        f'style:page-layout-name="page-{kind}">'
        f"<style:header><text:p>{escape(book.title)}</text:p></style:header>"
        f"<style:footer><text:p>{marks} <text:page-number>1</text:page-number></text:p>"
        "</style:footer></style:master-page>"
    )


def _band(kind: str) -> str:
    """Give the head or the foot of a printed page its height, without which it is not printed."""
    return (
        f'<style:{kind}-style><style:header-footer-properties fo:min-height="0.8cm"/>'
        f"</style:{kind}-style>"
    )


def _meta(book: Book) -> str:
    stamp = book.created.isoformat()
    words = "".join(f"<meta:keyword>{escape(mark)}</meta:keyword>" for mark in book.marks)
    return (
        f'<office:document-meta {_NAMESPACES} office:version="1.3"><office:meta>'
        f"<dc:title>{escape(book.title)}</dc:title><dc:subject>{escape(book.subject)}</dc:subject>"
        f"<dc:creator>{escape(book.author)}</dc:creator>"
        f"<meta:initial-creator>{escape(book.author)}</meta:initial-creator>"
        f"<meta:creation-date>{stamp}</meta:creation-date><dc:date>{stamp}</dc:date>"
        f"<dc:language>{tag_of(book.lang)}</dc:language>{words}"
        "</office:meta></office:document-meta>"
    )


def _manifest() -> str:
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="text/xml"/>'
        for name in ("content.xml", "styles.xml", "meta.xml")
    )
    return (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" '
        f'manifest:version="1.3"><manifest:file-entry manifest:full-path="/" '
        f'manifest:version="1.3" manifest:media-type="{_TYPE}"/>{entries}</manifest:manifest>'
    )
