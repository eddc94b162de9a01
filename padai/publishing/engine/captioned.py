"""Name each figure by its caption, and each heading by its own words.

Who goes from figure to figure hears what was found; who goes from heading to heading hears each
once, and not again in the name of the link to its section, which stands in it.
"""

from __future__ import annotations

import re

_FIGURE = re.compile(r'<figure id="(fig-[^"]+)">(.*?)<figcaption>', re.DOTALL)
_HEADING = re.compile(
    r"<(h[2-6])((?: (?!aria-label=)[^>\s]+)*)>((?:(?!</h[2-6]>).)*?)"
    r'(<a href="#[^"]*" class="anchor"[^>]*></a>)</\1>',
    re.DOTALL,
)
_TAG = re.compile(r"<[^>]*>")


def named(page: str) -> str:
    r"""Return a page whose figures and headings bear the names that a screen reader says.

    Examples
    --------
    >>> print(named('<figure id="fig-a">\n<img />\n<figcaption>It rose.</figcaption>\n</figure>'))
    <figure id="fig-a" aria-labelledby="fig-a-caption">
    <img />
    <figcaption id="fig-a-caption">It rose.</figcaption>
    </figure>
    >>> named('<h2>It <em>rose</em><a href="#s" class="anchor" aria-label="Link"></a></h2>')[:25]
    '<h2 aria-label="It rose">'
    >>> foreign = '<h2><span lang="fr">Vie</span><a href="#s" class="anchor"></a></h2>'
    >>> named(foreign) == foreign
    True
    """
    page = _FIGURE.sub(
        r'<figure id="\1" aria-labelledby="\1-caption">\2<figcaption id="\1-caption">', page
    )
    return _HEADING.sub(_named_by_its_words, page)


def _named_by_its_words(heading: re.Match[str]) -> str:
    level, attributes, words, anchor = heading.groups()
    if ' lang="' in words:  # a name has no language of its own
        return heading[0]
    name = _TAG.sub("", words).replace("\n", " ").replace('"', "&quot;").strip()
    return f'<{level}{attributes} aria-label="{name}">{words}{anchor}</{level}>'
