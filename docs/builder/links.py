"""Check that every link of a site of pages leads somewhere."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from posixpath import dirname, join, normpath

_HREF = re.compile(r'<(?:a|form)\b[^>]*?\b(?:href|action)="([^"]*)"')
_ID = re.compile(r'\bid="([^"]*)"')


def dead_links(pages: Mapping[str, str]) -> list[str]:
    """Return each link to a page or a section that is not there.

    Parameters
    ----------
    pages
        HTML by address from the root of the site. Addresses of the web are not visited.

    Examples
    --------
    >>> dead_links({"a.html": '<a href="b.html">b</a>'})
    ['a.html: no page b.html']
    """
    ids = {address: set(_ID.findall(page)) for address, page in pages.items()}
    found = []
    for address, page in pages.items():
        for href in dict.fromkeys(map(unescape, _HREF.findall(page))):
            if re.match(r"[a-z]+:", href):
                continue
            target, _, anchor = href.partition("#")
            there = normpath(join(dirname(address), target)) if target else address
            if there not in pages:
                found.append(f"{address}: no page {there}")
            elif anchor and anchor not in ids[there]:
                found.append(f"{address}: no section #{anchor} in {there}")
    return found
