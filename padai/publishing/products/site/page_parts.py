"""Small parts that several pages of the site show."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from padai.publishing.basis.context import Context
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.sentences import lower_first, upper_first
from padai.publishing.engine.text import md_literal, table_block
from padai.publishing.pieces.emit import Piece, callout, marked, paragraph
from padai.publishing.products.site.catalogue import Catalogue, SurveyEditions, Version

Linked = tuple[str, str]
"""A text and its address; an empty address leaves the text alone."""
Row = tuple[Linked, list[list[Linked]]]


def common_marks(catalogue: Catalogue, lang: str) -> tuple[str, ...]:
    """Return the marks that every survey of the site carries: the banner of its pages."""
    marks = [v.context(lang).marks for s in catalogue.spoken(lang) for v in (s.latest,)]
    return tuple(m for m in marks[0] if all(m in other for other in marks)) if marks else ()


def marks_of(catalogue: Catalogue, context: Context) -> Piece:
    """Return the marks of a survey that the banner does not say for all."""
    own = [m for m in context.marks if m not in common_marks(catalogue, context.lang)]
    if not own:
        return Piece("")
    return marked("note", Piece(f"**{md_literal('. '.join(m.rstrip('.') for m in own))}.**"))


def warning(naming: Naming, series: SurveyEditions, version: Version) -> list[Piece]:
    """Say first that an edition was withdrawn, or that what is shown corrects something."""
    pieces = []
    last = series.editions[-1].records[-1]
    if last.withdrawal is not None:
        title = naming.say("publishing-site-withdrawn-74f2")
        label = naming.wave_label(last.wave)
        when = naming.numbers.date(last.withdrawal.date)
        lead = naming.say(
            "publishing-site-version-withdrawn-on",
            label=upper_first(label),
            version=last.version,
            when=when,
        )
        pieces.append(
            callout("important", title, paragraph(lead, naming.text(last.withdrawal.reason)))
        )
    record = version.record
    if record.substantial:
        title = naming.say("publishing-site-substantial-correction")
        when = naming.numbers.date(record.date)
        lead = naming.say(
            "publishing-site-version-of-corrects-an-earlier-version",
            version=record.version,
            when=when,
        )
        pieces.append(callout("important", title, paragraph(lead, naming.text(record.reason))))
    return pieces


def next_release(naming: Naming) -> str:
    """Say when the next release comes out, where the definition announces one."""
    announced = naming.survey.calendar
    if not announced:
        return ""
    when = naming.numbers.date(announced[0].date)
    what = lower_first(naming.text(announced[0].what)).rstrip(".")
    return naming.say("publishing-site-next-release-on", what=what, when=when)


def linked_table(
    label: str, caption: str, stub: str, columns: Sequence[str], rows: Sequence[Row]
) -> Piece:
    """Return a table whose cells are texts, some of them links.

    Examples
    --------
    >>> made = linked_table("a", "C", "A", ["B"], [(("x", ""), [[("y", "y.html")]])])
    >>> made.markdown.count("<a href")
    1
    """
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in (stub, *columns))
    body = "".join(
        f'<tr><th scope="row">{_linked(name)}</th>'
        + "".join(f"<td>{', '.join(_linked(t) for t in cell)}</td>" for cell in cells)
        + "</tr>\n"
        for name, cells in rows
    )
    table = f"<table>\n<thead>\n<tr>{head}</tr>\n</thead>\n<tbody>\n{body}</tbody>\n</table>"
    clean = re.sub(r"[^a-z0-9]+", "-", label.lower())
    return Piece(table_block(table, label=f"tbl-{clean}", caption=caption))


def _linked(pair: Linked) -> str:
    text, address = pair
    return f'<a href="{escape(address)}">{escape(text)}</a>' if address else escape(text)
