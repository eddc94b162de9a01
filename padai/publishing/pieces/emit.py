"""Pieces of a report as Markdown that both engines read, and the object that prints them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from padai.publishing.basis.context import Context
from padai.publishing.basis.lookup import MAIN
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.speech import Speech
from padai.publishing.basis.vocabulary import check_words
from padai.publishing.engine.text import figure_block, md_literal, table_block
from padai.publishing.pieces.tables import Column, TableRow, html_table
from padai.words import in_a_row

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Draw = Callable[..., "Figure"]
"""Draws a chart; takes `width`, in inches, so that a telephone has a picture of its own."""


@dataclass(frozen=True)
class Piece:
    """A piece of a report; a cell with ``output: asis`` shows it."""

    markdown: str

    def show(self) -> None:
        """Print the Markdown."""
        print(self.markdown)

    def __add__(self, other: Piece) -> Piece:
        return Piece(f"{self.markdown.rstrip()}\n\n{other.markdown}")


def joined(pieces: Iterable[Piece]) -> Piece:
    """Put pieces under one another."""
    return Piece("\n\n".join(p.markdown.strip("\n") for p in pieces if p.markdown.strip()) + "\n")


def heading(level: int, text: str, anchor: str = "") -> Piece:
    """Return a heading with its address."""
    mark = f" {{#{anchor}}}" if anchor else ""
    return Piece(f"{'#' * level} {md_literal(text)}{mark}")


def paragraph(*texts: str) -> Piece:
    """Return sentences as one paragraph; empty ones are left out."""
    return Piece(md_literal(in_a_row(*texts)))


def link(text: str, target: str) -> str:
    """Return a link to another file of the release; `target` is made by padai, never data."""
    return f"[{md_literal(text)}]({target})"


def quotation(*texts: str) -> Piece:
    """Return sentences that may be quoted as they stand."""
    return Piece("> " + paragraph(*texts).markdown)


def bullets(items: Iterable[str]) -> Piece:
    """Return texts as a list."""
    return Piece("\n".join(f"- {md_literal(item)}" for item in items if item))


def terms(items: Sequence[tuple[str, str]], between: str) -> Piece:
    """Return pairs of a bold term and a text as a list."""
    lines = (f"- **{md_literal(k)}**{md_literal(between)} {md_literal(v)}" for k, v in items)
    return Piece("\n".join(lines))


def definitions(items: Sequence[tuple[str, str]]) -> Piece:
    """Return pairs of a bold term and a text, one paragraph each."""
    return Piece("\n\n".join(f"**{md_literal(k)}** {md_literal(v)}" for k, v in items if v))


def callout(kind: str, title: str, body: Piece, *, fold: bool = False) -> Piece:
    """Return a note that stands out, or that a reader may unfold."""
    collapse = ' collapse="true"' if fold else ""
    # Quarto reads Markdown in a `title` attribute; a heading is text in both engines.
    return Piece(
        f"::: {{.callout-{kind}{collapse}}}\n\n{heading(6, title).markdown}\n\n"
        f"{body.markdown.strip()}\n\n:::"
    )


def folded(title: str, body: Piece) -> list[Piece]:
    """Return a piece that a reader may unfold; nothing for an empty one."""
    return [callout("note", title, body, fold=True)] if body.markdown.strip() else []


def marked(name: str, body: Piece) -> Piece:
    """Return pieces under a class of the style sheet."""
    return Piece(f"::: {{.{name}}}\n\n{body.markdown.strip()}\n\n:::")


def by_medium(page: Piece, paper: Piece) -> Piece:
    """Return what a page shows and what paper shows in its place, as Quarto tells them apart."""
    shown = (("content-visible", page), ("content-hidden", paper))
    blocks = (f'::: {{.{c} when-format="html"}}\n\n{b.markdown.strip()}\n\n:::' for c, b in shown)
    return Piece("\n\n".join(blocks))


def table(
    context: Context,
    stem: str,
    caption: str,
    stub: str,
    columns: Sequence[Column],
    rows: Sequence[TableRow],
    *,
    detail: str = "",
    note: str = "",
    part: str = MAIN,
) -> Piece:
    """Return a numbered table, with its note under it; `detail` follows the caption."""
    note = _with_caution(context, note, part)
    for text in (caption, detail, note):
        check_words(text, context.part(part).sample_type, stem)
    label = context.new_label("tbl", stem)
    html = html_table(stub, columns, rows)
    block = table_block(html, label=label, caption=caption, detail=detail)
    return joined([Piece(block), _note(note)])


def figure(
    context: Context,
    chart: Figure | Draw,
    stem: str,
    caption: str,
    alt: str,
    *,
    detail: str = "",
    note: str = "",
    part: str = MAIN,
    foreign: Mapping[str, str] = MappingProxyType({}),
) -> Piece:
    """Save a chart and return it as a numbered figure, with its note under it.

    A chart that is given as a function is drawn a second time for narrow screens. `detail`
    follows the caption in lighter letters: what is shown, in which unit, of how many people;
    `foreign` gives the language of words of the caption that are not of the page's.
    """
    if not context.drawn:
        return Piece("")
    from padai.charts.style import NARROW
    from padai.publishing.engine.pictures import save_drawn, save_figure

    note = _with_caution(context, note, part)
    for text in (caption, detail, alt, note):
        check_words(text, context.part(part).sample_type, stem)
    label = context.new_label("fig", stem)
    if callable(chart):
        source = save_drawn(chart, label, width=NARROW)
    else:
        source = save_figure(chart, label)
    block = figure_block(
        source, label=label, caption=caption, alt=alt, detail=detail, foreign=foreign
    )
    return joined([Piece(block), _note(note)])


def _with_caution(naming: Naming, note: str, part: str) -> str:
    """Add what the sample type asks under every chart and table, where it is not said yet."""
    under = naming.words(part).under
    return note if not under or under in note else f"{note} {under}".strip()


def _note(text: str) -> Piece:
    return marked("note", paragraph(text)) if text else Piece("")


_NAMED = re.compile(r"""\{#([\w-]+)|\bid="([\w-]+)\"""")


def apart(piece: Piece, name: str) -> Piece:
    """Name all that has an address after `name`, so that two such pieces can stand on one page."""
    ids = {match[1] or match[2] for match in _NAMED.finditer(piece.markdown)}
    if not ids:
        return piece
    one_of = "|".join(map(re.escape, sorted(ids, key=len, reverse=True)))
    asked = re.compile(rf"""(#|@|\bid=")(({one_of})(?![\w-]))""")

    def renamed(match: re.Match[str]) -> str:
        kind, _, rest = match[2].partition("-")
        return f"{match[1]}{kind}-{name}-{rest}" if rest else f"{match[1]}{kind}-{name}"

    return Piece(asked.sub(renamed, piece.markdown))


_HEADING = re.compile(r"^## [^\n]*$", re.MULTILINE)
_TABLE = re.compile(
    r"^::: \{#tbl-[^\n]*\}\n.*?^:::$(?:\s*^::: \{\.note\}\n.*?^:::$)?", re.MULTILINE | re.DOTALL
)


def tables_alone(chapter: Piece) -> Piece:
    """Return the title of a chapter and its numbered tables with their notes; nothing without."""
    tables = _TABLE.findall(chapter.markdown)
    if not tables:
        return Piece("")
    title = _HEADING.search(chapter.markdown)
    return joined([*([Piece(title[0])] if title else []), *map(Piece, tables)])


def data_table(speech: Speech, body: Piece) -> Piece:
    """Fold the data table of a figure, so that it is at hand and out of the way."""
    title = speech.say("publishing-data-of-the-figure-table")
    return callout("note", title, body, fold=True)
