"""Links from the report to the pages of its questions."""

from __future__ import annotations

from padai.publishing.basis.context import Context
from padai.publishing.basis.page_names import question_page
from padai.publishing.engine.text import md_literal
from padai.publishing.pieces.emit import Piece, link, marked
from padai.survey import Block


def question_links(context: Context, block: Block, linked: set[str]) -> Piece:
    """Return, under an exhibit, links to the pages of its questions.

    `linked` holds the questions to which an earlier exhibit of the chapter led; it is added to.
    """
    if context.unreviewed:
        return Piece("")  # a draft has no such pages
    asked = [q for q in block.questions if context.question(q).asked_in(context.wave)]
    new = [q for q in asked if q not in linked]
    linked.update(new)
    if not new:
        return Piece("")
    short = context.shortened(asked)
    lead = context.say("publishing-site-page-of-each-question")
    if len(new) == 1:
        lead = context.say("publishing-site-page-of-the-question")
    links = " · ".join(link(short.label(q), question_page(q)) for q in new)
    return marked("page-links", Piece(f"{md_literal(context.colon(lead, ''))} {links}"))
