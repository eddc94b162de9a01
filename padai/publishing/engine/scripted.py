"""Put one script in a finished page, and its hash in the page's policy: nothing else may run."""

from __future__ import annotations

import re

from padai.errors import RenderError
from padai.publishing.engine.scan import scan_page, source_hash
from padai.words import Said


def with_script(page: str, script: str, style: str, name: str) -> str:
    """Return a page that runs one script and no other.

    Parameters
    ----------
    page
        A page that :func:`padai.publishing.engine.convert.to_html` set.
    script
        The whole script, data and code.
    style
        What is added to the page's style sheet.
    name
        The page, for messages.

    Raises
    ------
    RenderError
        The script holds signs that could end it, or the page anything but that script.
    """
    if re.search(r"</|<!--|<script", script):
        raise RenderError(
            Said("publishing-rendering-its-script-holds-signs-that-could-end-it"),
            where=name,
        )
    own_style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    if own_style is None:
        raise RenderError(
            Said("publishing-rendering-the-page-has-no-style-sheet-to-add-to"),
            where=name,
        )
    sheet = f"{own_style[1]}{style.strip()}\n"
    before = f"style-src {source_hash(own_style[1])}"
    after = f"style-src {source_hash(sheet)}; script-src {source_hash(script)}"
    page = page.replace(before, after, 1).replace(own_style[1], sheet, 1)
    body, end = page.rsplit("</body>", 1)
    made = f"{body}<script>{script}</script>\n</body>{end}"
    scan_page(made, name, script=source_hash(script))
    return made
