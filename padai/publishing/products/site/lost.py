"""The page of an address that leads nowhere: every language on one page, the way on in each."""

from __future__ import annotations

import re

from padai.publishing.engine.text import title_block
from padai.publishing.pieces.emit import Piece, heading, joined, link, paragraph
from padai.publishing.pieces.page_setter import page_setter
from padai.publishing.products.site.around import Card, Link, with_bar, with_card
from padai.publishing.products.site.catalogue import Catalogue
from padai.publishing.products.site.map import address, name, site_links
from padai.publishing.products.site.page_parts import common_marks
from padai.words import say
from padai.words.languages import tag_of

NAME = "404.html"
"""What servers give for an address that leads nowhere, by custom of most of them."""
_ANCHOR = re.compile(r'<a href="#[^"]*" class="anchor"[^>]*></a>')
_WAYS = ("home", "search", "questions", "editions", "accessibility")


def lost(catalogue: Catalogue, title: str, date: int, site_url: str) -> str:
    """Return the page.

    Parameters
    ----------
    title
        The name of the site.
    date
        When the site was made, in seconds of Unix.
    site_url
        Where the site is published. A server gives this page at any depth, so that its links name
        the whole address; without it they are relative, and hold at the root alone.
    """
    first, *others = catalogue.languages
    marks = common_marks(catalogue, first)
    head = {
        "title": say("publishing-site-page-not-found", first),
        "subtitle": title,
        "description": f"{title}. {say('publishing-site-page-not-found', first)}.",
        "footer": " · ".join([title, *marks]),
        "robots": "noindex",
    }
    if marks:
        head["banner"] = ". ".join(m.rstrip(".") for m in marks) + "."
    body = joined([_ways(first, site_url), *(_in(lang, site_url) for lang in others)])
    with page_setter(first, date) as setter:
        made = setter.page("404", lambda: Piece(title_block(head)) + body)
    # a heading's own link is named in the language of the page, and nobody passes this one on
    html = _ANCHOR.sub("", made["html"].decode())
    page = with_bar(html, first, _bar(first, site_url))
    return with_card(page, Card(head["title"], head["description"], first, NAME), "")


def _bar(lang: str, site_url: str) -> list[Link]:
    return [(text, site_url + there, now) for text, there, now in site_links(lang, NAME)]


def _in(lang: str, site_url: str) -> Piece:
    """Say in another language that there is no such page, and lead on."""
    title = heading(2, say("publishing-site-page-not-found", lang), f"sec-{lang}")
    text = joined([title, _ways(lang, site_url)]).markdown
    return Piece(f'::: {{lang="{tag_of(lang)}"}}\n\n{text}\n\n:::')


def _ways(lang: str, site_url: str) -> Piece:
    ways = "\n".join(f"- {link(name(p, lang), site_url + address(p, lang))}" for p in _WAYS)
    why = paragraph(say("publishing-site-this-address-leads-to-no-page", lang))
    return joined([why, Piece(ways)])
