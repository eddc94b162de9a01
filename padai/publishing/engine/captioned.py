"""Name each figure by its caption: who goes from figure to figure hears what was found."""

from __future__ import annotations

import re

_FIGURE = re.compile(r'<figure id="(fig-[^"]+)">(.*?)<figcaption>', re.DOTALL)


def named(page: str) -> str:
    r"""Return a page whose figures bear the name that browsers do not take from a caption.

    Examples
    --------
    >>> print(named('<figure id="fig-a">\n<img />\n<figcaption>It rose.</figcaption>\n</figure>'))
    <figure id="fig-a" aria-labelledby="fig-a-caption">
    <img />
    <figcaption id="fig-a-caption">It rose.</figcaption>
    </figure>
    """
    return _FIGURE.sub(
        r'<figure id="\1" aria-labelledby="\1-caption">\2<figcaption id="\1-caption">', page
    )
