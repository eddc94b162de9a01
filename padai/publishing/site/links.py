"""Links from the report to the pages of its questions."""

from __future__ import annotations

from padai.publishing.context import Context
from padai.publishing.emit import Piece, link, marked
from padai.publishing.site.names import question_page
from padai.survey import Block


def question_links(context: Context, block: Block) -> Piece:
    """Return, under an exhibit, a link to the page of each of its questions."""
    asked = [q for q in block.questions if context.question(q).asked_in(context.store.wave)]
    if not asked:
        return Piece("")
    short = context.shortened(asked)
    lead = context.say("Page de chaque question\u00a0:", "Page of each question:")
    if len(asked) == 1:
        lead = context.say("Page de la question\u00a0:", "Page of the question:")
    links = [f"- {link(short.label(q), question_page(q))}" for q in asked]
    return marked("page-links", Piece("\n".join([f"- {lead}", *links])))
