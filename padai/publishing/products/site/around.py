"""What stands around every page: the bar that leads home, and what machines read in its head."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any

from padai.publishing.products.explorer.packing import script_json
from padai.words import say
from padai.words.languages import tag_of

Link = tuple[str, str, str]
"""A text, its address, and what `aria-current` says of it: ``"page"``, ``"true"`` or nothing."""
_HEADER = re.compile(r'(<header class="title-block">\n)|(<body[^>]*>\n?)')
_BAR = '<nav class="site-nav"'
_MENU = "menu-site"
"""The address of the folded links in their page: no heading is called so."""
_ICON = (
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'>"
    "<rect width='16' height='16' rx='3' fill='#0a3350'/>"
    "<path d='M3 11.5 6.5 8 9 10l4-5.5' fill='none' stroke='#fff' stroke-width='1.8'/></svg>"
)
_AHEAD = 2
"""How many links stand before the menu that a telephone folds: home and questions."""
ICON = f"data:image/svg+xml;base64,{b64encode(_ICON.encode()).decode('ascii')}"
"""The sign of a tab: in the page, since a page loads nothing."""


@dataclass(frozen=True)
class Card:
    """What a page says of itself to machines: search engines, readers of feeds, cards of links.

    Attributes
    ----------
    title, description
        In the language of the page; the description is the finding where there is one.
    address
        From the root of the site, such as ``"fr/editions.html"``.
    languages
        The address of the page in each language that has it, its own included.
    picture
        The address of a PNG from the root of the site, or nothing.
    told
        Of the picture: its alternative text.
    data
        A description by schema.org, without its address.
    """

    title: str
    description: str
    lang: str
    address: str
    languages: Mapping[str, str] = field(default_factory=dict)
    picture: str = ""
    told: str = ""
    kind: str = "article"
    data: Mapping[str, Any] | None = None


def with_bar(page: str, lang: str, links: Sequence[Link]) -> str:
    r"""Return a page with the bar that leads home; one that has it already is left as it is.

    Examples
    --------
    >>> page = '<body>\n<header class="title-block">\n</header></body>'
    >>> made = with_bar(page, "fr", [("Accueil", "index.html", "page")])
    >>> made.count('aria-current="page"'), with_bar(made, "fr", []) == made
    (1, True)
    """
    if _BAR in page or not links:
        return page
    opening = _HEADER.search(page)
    if opening is None:
        return page
    header = page.find('<header class="title-block">\n')
    place = header + len('<header class="title-block">\n') if header >= 0 else opening.end()
    return page[:place] + _bar(lang, links) + page[place:]


def _bar(lang: str, links: Sequence[Link]) -> str:
    label = say("publishing-site-site-navigation", lang)
    menu = say("publishing-language-word-menu", lang)
    anchors = [_anchor(*link) for link in links]
    ahead, others = "\n".join(anchors[:_AHEAD]), anchors[_AHEAD:]
    items = "\n".join(f"<li>{link}</li>" for link in others)
    # a popover closes by Escape and by a press outside of it, and asks for no script
    return (
        f'{_BAR} aria-label="{label}">\n{ahead}\n'
        f'<button type="button" popovertarget="{_MENU}">{menu}</button>\n'
        f'<ul id="{_MENU}" popover>\n{items}\n</ul>\n</nav>\n'
    )


def _anchor(text: str, address: str, current: str) -> str:
    mark = f' aria-current="{current}"' if current else ""
    return f'<a href="{escape(address)}"{mark}>{escape(text)}</a>'


def with_card(page: str, card: Card, site_url: str) -> str:
    """Return a page whose head says what it is; without `site_url`, only what needs no address.

    Parameters
    ----------
    site_url
        Where the site is published, such as ``"https://example.org/enquete/"``; may be empty.
    """
    if '<link rel="icon"' in page or "</title>" not in page:
        return page
    lines = [f'<link rel="icon" href="{ICON}">']
    if site_url:
        lines.append(f'<link rel="canonical" href="{escape(site_url + card.address)}">')
        lines += [
            f'<link rel="alternate" hreflang="{tag_of(lang)}" href="{escape(site_url + there)}">'
            for lang, there in card.languages.items()
        ]
    properties = {
        "og:type": card.kind, "og:title": card.title, "og:description": card.description,
        "og:locale": tag_of(card.lang).replace("-", "_"),
    }  # fmt: skip
    if site_url:
        properties["og:url"] = site_url + card.address
        if card.picture:
            properties |= {"og:image": site_url + card.picture, "og:image:alt": card.told}
    lines += [f'<meta property="{k}" content="{escape(v)}">' for k, v in properties.items() if v]
    size = "summary_large_image" if "og:image" in properties else "summary"
    lines.append(f'<meta name="twitter:card" content="{size}">')
    if card.data is not None:
        lines.append(_linked_data(card, site_url))
    return page.replace("</title>\n", "</title>\n" + "\n".join(lines) + "\n", 1)


def _linked_data(card: Card, site_url: str) -> str:
    data = {"@context": "https://schema.org", **(card.data or {}), "inLanguage": tag_of(card.lang)}
    if site_url:
        data["url"] = site_url + card.address
    text = script_json(json.loads(json.dumps(data)))
    return f'<script type="application/ld+json">{text}</script>'
