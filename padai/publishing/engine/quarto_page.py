"""Give the figures of a page that Quarto set the markup of the embedded engine's.

What is made of a report's page afterwards (a page, a picture and a table of data of each figure,
and the links to them) then reads both alike.
"""

from __future__ import annotations

import base64
import re
from functools import partial
from pathlib import Path

from padai.publishing.engine.pictures import FOLDER, NARROW, NARROW_SCREEN

_FIGURE = re.compile(
    r'<div id="(?P<label>fig-[a-z0-9-]+)" class="quarto-float[^>]*>\n'
    r'<figure class="quarto-float quarto-float-fig">\n<div aria-describedby="[^"]*">\n'
    r"(?P<picture><img [^>]*>)\n</div>\n<figcaption [^>]*>\n(?P<caption>.*?)\n</figcaption>\n"
    r"</figure>\n</div>\n",
    re.DOTALL,
)
_NUMBERED = re.compile(r"(?P<number>[^\s<&]+(?:\s|&nbsp;)\d+\.)\s+(?P<title>.*)", re.DOTALL)
_SAID = re.compile(r'\b(src|alt)="([^"]*)"')


def with_figures(page: str, folder: Path) -> str:
    r"""Return a page whose figures are marked up as the embedded engine marks them up.

    Parameters
    ----------
    page
        The page as Quarto wrote it, its pictures in it.
    folder
        The folder of the document, where its cells left the pictures for narrow screens.

    Examples
    --------
    >>> page = (
    ...     '<div id="fig-a" class="quarto-float">\n'
    ...     '<figure class="quarto-float quarto-float-fig">\n'
    ...     '<div aria-describedby="c">\n<img role="img" src="a.svg" alt="Lines.">\n</div>\n'
    ...     '<figcaption id="c">\nFigure 1. It rose.\n</figcaption>\n</figure>\n</div>\n'
    ... )
    >>> print(with_figures(page, Path()))
    <figure id="fig-a">
    <img src="a.svg" alt="Lines." />
    <figcaption><span class="caption-number">Figure 1.</span> It rose.</figcaption>
    </figure>
    <BLANKLINE>
    """
    return _FIGURE.sub(partial(_figure, folder), page)


def _figure(folder: Path, block: re.Match[str]) -> str:
    attributes = dict(_SAID.findall(block["picture"]))
    picture = f'<img src="{attributes.get("src", "")}" alt="{attributes.get("alt", "")}" />'
    narrow = folder / FOLDER / f"{block['label']}{NARROW}.svg"
    if narrow.is_file():
        data = base64.b64encode(narrow.read_bytes()).decode("ascii")
        source = f'<source media="{NARROW_SCREEN}" srcset="data:image/svg+xml;base64,{data}">'
        picture = f"<picture>{source}{picture}</picture>"
    caption = block["caption"]
    if numbered := _NUMBERED.fullmatch(caption):
        number = f'<span class="caption-number">{numbered["number"]}</span>'
        caption = f"{number} {numbered['title']}"
    label, legend = block["label"], f"<figcaption>{caption}</figcaption>"
    return f'<figure id="{label}">\n{picture}\n{legend}\n</figure>\n'
