"""Give each figure of a report a page to pass on or embed, its picture and its data as files.

Nothing is drawn or counted here: picture, title, caution and table are those of the report's page.
"""

from __future__ import annotations

import base64
import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from html import escape, unescape
from importlib.resources import files
from pathlib import Path

from padai.publishing.basis.context import Context
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.page_names import SWITCH, others
from padai.publishing.basis.speech import Speech
from padai.publishing.chapters.opening import footer, release_line, release_title
from padai.publishing.engine.scan import scan_page, source_hash
from padai.publishing.products.explorer.packing import script_json
from padai.publishing.products.opendata.tables import plain_cell
from padai.publishing.products.site.map import address, name
from padai.words import Said, Tabled, in_a_row
from padai.words.figures import separators_of
from padai.words.languages import tag_of

FOLDER = "figures"
"""The folder of the figures of a report, beside its page."""
_FIGURE = re.compile(
    r'<figure id="(fig-[a-z0-9-]+)"[^>]*>\n(?P<drawn>.*?)\n'
    r"<figcaption[^>]*>(?P<caption>.*?)</figcaption>\n"
    r'</figure>\n(?P<note>(?:<div class="note">\n.*?\n</div>\n)?)',
    re.DOTALL,
)
_WHOLE = re.compile(r'<img src="data:image/svg\+xml;base64,([^"]+)" alt="([^"]*)"')
_NUMBER = re.compile(r'<span class="caption-number">(.*?)\.?</span>\s*', re.DOTALL)
_DETAIL = re.compile(r'\s*<span class="caption-detail">(.*?)</span>', re.DOTALL)
_TABLE = re.compile(r'<table class="data(?: dense)?">.*?</table>', re.DOTALL)
_FOOT = re.compile(r'<footer class="page-footer">\n<p>(.*?)</p>', re.DOTALL)
_ROW = re.compile(r"<tr[^>]*>(.*?)</tr>", re.DOTALL)
_CELL = re.compile(r"<(?:th|td)([^>]*)>(.*?)</(?:th|td)>", re.DOTALL)
_SPAN = re.compile(r'colspan="(\d+)"')
_MARKUP = re.compile(r"<[^>]+>")
_PPI = 192.0
_TYPST = '#set page(width: auto, height: auto, margin: 6pt, fill: white)\n#image("figure.svg")\n'
_WORDS = Tabled(
    {
        "link": Said("publishing-site-address-of-the-figure"),
        "code": Said("publishing-site-code-to-put-in-a-page"),
        "copy_link": Said("publishing-site-copy-the-link"),
        "copy_code": Said("publishing-site-copy-the-code"),
        "copied": Said("publishing-site-copied"),
        "select": Said("publishing-site-the-text-is-selected-copy-it"),
    }
)


@dataclass(frozen=True)
class ReportFigure:
    """A figure as the report shows it; its words, and the foot of their page, are HTML."""

    label: str
    number: str
    title: str
    detail: str
    svg: bytes
    drawn: str
    note: str
    table: str
    page: str
    foot: str


def figures_of(page: str, name: str) -> Iterator[ReportFigure]:
    """Yield the figures of a page of the report, each with the table of its data."""
    matches = list(_FIGURE.finditer(page))
    foot = _FOOT.search(page)
    for place, match in enumerate(matches):
        picture = _WHOLE.search(match["drawn"])
        if picture is None:
            continue
        following = matches[place + 1].start() if place + 1 < len(matches) else len(page)
        table = _TABLE.search(page, match.end(), following)
        caption, number = match["caption"], _NUMBER.search(match["caption"])
        detail = _DETAIL.search(caption)
        title = _DETAIL.sub("", _NUMBER.sub("", caption)).strip()
        yield ReportFigure(
            match[1],
            _text(number[1]) if number else "",
            title,
            detail[1] if detail else "",
            base64.b64decode(picture[1]),
            match["drawn"],
            match["note"].strip(),
            table[0] if table else "",
            name,
            foot[1] if foot else "",
        )


def write_figures(context: Context, pages: list[Path]) -> list[Path]:
    """Write the files of each figure beside the pages of a report, and link to them there.

    Returns
    -------
    list of pathlib.Path
        For each figure its page, SVG, PNG and, where the report has a table of its data, CSV.
    """
    written: list[Path] = []
    for path in pages:
        page = path.read_text(encoding="utf-8")
        figures = {figure.label: figure for figure in figures_of(page, path.name)}
        if not figures:
            continue
        folder = path.parent / FOLDER
        folder.mkdir(exist_ok=True)
        for figure in figures.values():
            written += _write_one(context, figure, folder)
        parts = iter([_linked(context, figures.get(m[1]), m[0]) for m in _FIGURE.finditer(page)])
        linked = _FIGURE.sub(partial(_next, parts), page)
        path.write_text(linked, encoding="utf-8", newline="\n")
    return written


def _next(parts: Iterator[str], _: re.Match[str]) -> str:
    return next(parts)


def _write_one(context: Context, figure: ReportFigure, folder: Path) -> list[Path]:
    stem = folder / figure.label
    parts: dict[str, bytes] = {
        ".html": figure_page(context, figure).encode(),
        ".svg": figure.svg,
        ".png": as_png(figure.svg),
    }
    if figure.table:
        parts[".csv"] = table_csv(figure.table, context.lang).encode("utf-8-sig")
    written = []
    for suffix, content in parts.items():
        path = stem.with_name(stem.name + suffix)
        path.write_bytes(content)
        written.append(path)
    return written


def as_png(svg: bytes) -> bytes:
    """Return a picture as PNG, the same bytes everywhere: its letters are paths."""
    import tempfile

    import typst

    with tempfile.TemporaryDirectory(prefix="padai-") as name:
        folder = Path(name)
        (folder / "figure.svg").write_bytes(svg)
        (folder / "figure.typ").write_text(_TYPST, encoding="utf-8")
        made = typst.compile(
            str(folder / "figure.typ"),
            root=str(folder),
            format="png",
            ppi=_PPI,
            ignore_system_fonts=True,
        )
    return bytes(made if isinstance(made, bytes) else made[0])


def table_csv(table: str, lang: str) -> str:
    r"""Return the table of a figure as CSV; a cell that is a number and no more has a point.

    Spaces that bind on a page are plain ones, so that a name is found by those who type it.

    Examples
    --------
    >>> table_csv("<table><tr><th>A</th><th>B</th></tr><tr><th>x</th><td>51,2 %</td></tr></table>",
    ...           "fr")
    'A,B\nx,51.2\n'
    >>> table_csv("<table><tr><td>18\xa0à\xa034\xa0ans</td><td>2</td></tr></table>", "fr")
    '18 à 34 ans,2\n'
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    for row in _ROW.findall(table):
        cells: list[str] = []
        for attributes, content in _CELL.findall(row):
            span = _SPAN.search(attributes)
            text = _text(re.sub(r"<br\s*/?>", " ; ", content))
            cells += [
                str(plain_cell(_number(text, lang))),
                *[""] * (int(span[1]) - 1 if span else 0),
            ]
        writer.writerow(cells)
    return out.getvalue()


def _number(text: str, lang: str) -> str:
    """Return a number as software reads it; anything else as it is."""
    bare = re.sub(r"[\s\u00a0\u202f]*%$", "", text)
    if not re.fullmatch(r"[+\u2212-]?\d[\d\u00a0\u202f ,.]*", bare):
        return re.sub(r"[\u00a0\u202f]", " ", text)
    bare = re.sub(r"[\u00a0\u202f ]", "", bare).replace("\u2212", "-").removeprefix("+")
    group, point = separators_of(lang)
    return bare.replace(group, "").replace(point, ".")


def _linked(speech: Speech, figure: ReportFigure | None, shown: str) -> str:
    """Return a figure of the report with its links under it."""
    if figure is None:
        return shown
    of = f"{figure.number[:1].lower()}{figure.number[1:]}"
    names = [
        (speech.say("publishing-site-link-and-embed"), f"{FOLDER}/{figure.label}.html"),
        ("PNG", f"{FOLDER}/{figure.label}.png"),
        ("SVG", f"{FOLDER}/{figure.label}.svg"),
        *([("CSV", f"{FOLDER}/{figure.label}.csv")] if figure.table else []),
    ]
    links = "\n".join(
        f'<li><a href="{address}" aria-label="{escape(f"{text}, {of}")}">{text}</a></li>'
        for text, address in names
    )
    return f'{shown}<div class="page-links figure-links">\n<ul>\n{links}\n</ul>\n</div>\n'


def figure_page(context: Context, figure: ReportFigure) -> str:
    """Return the page of one figure: it stands in a frame, or is read and passed on by itself."""
    assets = files("padai.publishing.products.site") / "assets"
    style = "\n" + (assets / "figure.css").read_text(encoding="utf-8").strip() + "\n"
    title = _text(figure.title)
    described = in_a_row(title, declared_in(context, figure.note))
    words = {**_WORDS[context.lang], "title": title}
    code = (assets / "figure.js").read_text(encoding="utf-8").strip()
    script = f'(() => {{\n"use strict";\nconst WORDS = {script_json(words)};\n{code}\n}})();\n'
    policy = (
        f"default-src 'none'; img-src data:; style-src {source_hash(style)}; "
        f"script-src {source_hash(script)}; base-uri 'none'; form-action 'none'"
    )
    hidden = context.survey.synthetic
    robots = '<meta name="robots" content="noindex">\n' if hidden else ""
    page = (
        f'<!DOCTYPE html>\n<html lang="{tag_of(context.lang)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'{robots}<meta name="description" content="{escape(described)}">\n'
        f"<title>{escape(title, quote=False)}</title>\n<style>{style}</style>\n</head>\n"
        f"{_body(context, figure)}<script>{script}</script>\n</body>\n</html>\n"
    )
    scan_page(page, f"{FOLDER}/{figure.label}.html", script=source_hash(script))
    return page


def _body(context: Context, figure: ReportFigure) -> str:
    skip = context.say("publishing-site-skip-to-content")
    detail = f'<p class="subtitle">{figure.detail}</p>\n' if figure.detail else ""
    return (
        f'<body>\n<a class="skip-link" href="#contenu">{skip}</a>\n<header>\n'
        f'{_banner(context.marks)}<div class="title-inner">\n{_twin(context, figure)}'
        f'<h1 id="constat">{figure.title}</h1>\n{detail}'
        '</div>\n</header>\n<main id="contenu" tabindex="-1">\n'
        f'<figure aria-labelledby="constat">\n{figure.drawn}\n</figure>\n'
        f"{figure.note}\n{_source(context, figure)}"
        '<div class="share"></div>\n</main>\n<footer class="page-footer">\n'
        f"<p>{figure.foot or escape(footer(context), quote=False)}</p>\n"
        f"{_ways_home(context.lang)}</footer>\n"
    )


def _ways_home(lang: str) -> str:
    """Lead to the front page and to the statement on accessibility, as every page does."""
    root = "../../../../../"
    links = " · ".join(
        f'<a href="{root}{address(page, lang)}">{name(page, lang)}</a>'
        for page in ("home", "accessibility")
    )
    return f"<p>{links}</p>\n"


def _banner(marks: tuple[str, ...]) -> str:
    """Return the caution that no picture of the release may go without."""
    if not marks:
        return ""
    text = ". ".join(m.rstrip(".") for m in marks) + "."
    return f'<p class="page-banner">{escape(text, quote=False)}</p>\n'


def _twin(naming: Naming, figure: ReportFigure) -> str:
    return "".join(
        f'<p class="alternate"><a href="../../{other}/{FOLDER}/{figure.label}.html" '
        f'lang="{tag_of(other)}" hreflang="{tag_of(other)}">{SWITCH[other]}</a></p>\n'
        for other in others(naming.lang, naming.survey.languages)
    )


def _source(context: Context, figure: ReportFigure) -> str:
    """Say where the figure is from, and lead to its place in the report and to its files."""
    text = f"{release_title(context)}. {release_line(context)}."
    where = context.say("publishing-site-see-it-in-the-report")
    files_of = [
        (where, f"../{figure.page}#{figure.label}"),
        ("PNG", f"{figure.label}.png"),
        ("SVG", f"{figure.label}.svg"),
        *([("CSV", f"{figure.label}.csv")] if figure.table else []),
    ]
    links = "\n".join(f'<li><a href="{a}">{escape(t, quote=False)}</a></li>' for t, a in files_of)
    lead = context.colon(context.say("publishing-site-source"), "")
    return (
        f'<p class="source">{lead} {escape(text, quote=False)}</p>\n'
        f'<div class="page-links">\n<ul>\n{links}\n</ul>\n</div>\n'
    )


def declared_in(speech: Speech, html: str) -> str:
    """Return what the note of a figure says of the declaration of its verdicts, if it does."""
    start = re.escape(speech.say("publishing-exhibits-comparisons"))
    sentence = re.search(rf".*({start}\s?:.*?\.)(?: |$)", _text(html))
    return sentence[1] if sentence else ""


def _text(html: str) -> str:
    return " ".join(unescape(_MARKUP.sub("", html)).split(" ")).strip()
