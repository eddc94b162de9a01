"""What stands at the head and foot of a page that is not the report: title, marks, way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from padai.publishing.basis.context import Context
from padai.publishing.basis.page_names import twins
from padai.publishing.basis.vocabulary import check_words
from padai.publishing.chapters.opening import footer, release_line, release_title
from padai.publishing.engine.text import md_literal, title_block
from padai.publishing.pieces.emit import Piece
from padai.words import say

Crumb = tuple[str, str]
"""A page on the way to this one, and its address."""


def release_head(
    context: Context,
    title: str,
    subtitle: str,
    *,
    description: str = "",
    alternate: Callable[[str], str] | None = None,
) -> Piece:
    """Return the title block of a page inside a version.

    Parameters
    ----------
    alternate
        Gives, of another language that the survey is published in, the address of its page.
    """
    survey, store = context.survey, context.store
    values = {
        "title": title,
        "subtitle": subtitle,
        "date": f"{release_title(context)}. {release_line(context)}",
        "publisher": context.text(survey.sponsor),
        "description": description or f"{title}. {subtitle}",
        "footer": footer(context),
    }
    if context.marks:
        values["banner"] = ". ".join(m.rstrip(".") for m in context.marks) + "."
    if survey.synthetic or store.release["status"] in ("draft", "embargoed"):
        values["robots"] = "noindex"
    if alternate is not None:
        values |= twins(context.lang, survey.languages, alternate)
    for text in values.values():
        check_words(text, context.part(context.parts[0]).sample_type, title)
    return Piece(title_block(values))


def trail(lang: str, crumbs: Sequence[Crumb], here: str) -> dict[str, str]:
    """Return the way to this page as front matter: links, and its own name at the end."""
    label = say("publishing-site-breadcrumb", lang)
    links = [f"- [{md_literal(text)}]({address})" for text, address in crumbs]
    return {"trail": "\n".join([*links, f"- {md_literal(here)}"]) + "\n", "trail-label": label}
