"""Let the pictures of a PDF fill its pages: some a little smaller, so that one more finds room.

A picture is never parted, nor parted from its title and the sentences that read it: where it does
not fit, it goes to the next page and leaves the rest of its own white. What a person who sets pages
would do is done here: the page is set, looked at, and set again with pictures of another size,
within limits in which their letters stay near those of the text.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

LEAST, MOST = 0.68, 0.9
"""The scales of a picture, of which 0.78 is the usual one: its letters are of 9 points at 1."""
ANCHOR: Final = "#let fits = (:)"
_APART: Final = 24.0
"""Points above a title that begins a page no more."""
_LINE: Final = 8.0
"""Points under the line where a passage ends: what hangs below it, and what rounding takes."""
_WORTH: Final = 1.02


@dataclass(frozen=True, slots=True)
class PageMark:
    """Where a passage ends or a picture begins, in points from the top of its page.

    ``own`` is the height of a picture at scale 1, ``height`` the one that it has; ``top`` and
    ``foot`` are the ends of the text of a page.
    """

    page: int
    y: float
    picture: str = ""
    own: float = 0.0
    height: float = 0.0
    top: float = 0.0
    foot: float = 0.0

    @property
    def end(self) -> float:
        """Where it ends."""
        return self.y + self.height


Scales = Mapping[str, float]


def fitted(marks_of: Callable[[Scales], Sequence[PageMark]]) -> dict[str, float]:
    """Return the scales at which the pictures of a document leave little of its pages white.

    Parameters
    ----------
    marks_of
        Sets the document with the scales it is given, and says where everything is.
    """
    scales: dict[str, float] = {}
    marks = marks_of(scales)
    page = 1
    while any(mark.page > page and mark.picture for mark in marks):
        moved = brought_back(marks, page)
        if moved:
            tried = marks_of({**scales, **moved})
            if _pages(tried).get(list(moved)[-1]) == page:
                scales, marks = {**scales, **moved}, tried
                continue
        page += 1
    larger = {**scales, **enlarged(marks)}
    return larger if _places(marks_of(larger)) == _places(marks) else scales


def brought_back(marks: Sequence[PageMark], page: int) -> dict[str, float]:
    """Return the scales at which the first picture of the next page finds room on a page, if any.

    Examples
    --------
    >>> paper = {"own": 300.0, "height": 234.0, "top": 68.0, "foot": 730.0}
    >>> marks = [PageMark(1, 150, "a", **paper), PageMark(1, 420)]
    >>> marks += [PageMark(2, 100, "b", **paper), PageMark(2, 370)]
    >>> {name: round(scale, 2) for name, scale in brought_back(marks, 1).items()}
    {'a': 0.73, 'b': 0.73}
    >>> brought_back([PageMark(1, 150, "a", **paper), PageMark(1, 540), *marks[2:]], 1)
    {}
    """
    here = [mark for mark in marks if mark.page == page]
    there = [mark for mark in marks if mark.page == page + 1]
    at = next((k for k, mark in enumerate(there) if mark.picture), None)
    if at is None or not here:
        return {}
    first = there[at]
    unit = max(first.end, *(mark.y for mark in there[at + 1 : at + 2] if not mark.picture), 0.0)
    lacking = unit + _LINE - first.top + _APART - (first.foot - _full(here))
    pictures = [*(mark for mark in here if mark.picture), first]
    drawn = sum(mark.height for mark in pictures)
    if lacking <= 0 or drawn - sum(_least(mark) for mark in pictures) < lacking:
        return {}
    share = (drawn - lacking) / drawn
    return {m.picture: max(LEAST, m.height / m.own * share) for m in pictures}


def enlarged(marks: Sequence[PageMark]) -> dict[str, float]:
    """Return the scales at which pictures take what is left white at the end of their pages.

    The last page ends where the document does.

    Examples
    --------
    >>> paper = {"own": 300.0, "height": 234.0, "top": 68.0, "foot": 730.0}
    >>> enlarged([PageMark(1, 150, "a", **paper), PageMark(1, 702), PageMark(2, 70)])
    {'a': 0.846...}
    >>> enlarged([PageMark(1, 150, "a", **paper), PageMark(1, 402), PageMark(2, 70)])
    {'a': 0.9}
    """
    scales: dict[str, float] = {}
    for page in range(1, max((mark.page for mark in marks), default=0)):
        here = [mark for mark in marks if mark.page == page]
        pictures = [mark for mark in here if mark.picture]
        if not pictures:
            continue
        drawn = sum(mark.height for mark in pictures)
        more = (drawn + pictures[0].foot - _full(here)) / drawn
        if more > _WORTH:
            scales |= {
                m.picture: max(m.height, min(MOST * m.own, m.height * more)) / m.own
                for m in pictures
            }
    return scales


def with_scales(source: str, scales: Scales) -> str:
    r"""Return a source that sets its pictures at these scales.

    Examples
    --------
    >>> with_scales(f"{ANCHOR}\nText.", {"figures/a.svg": 0.7251})
    '#let fits = ("figures/a.svg": 0.7251, )\nText.'
    """
    entries = "".join(f'"{name}": {scale:.4f}, ' for name, scale in scales.items())
    return source.replace(ANCHOR, f"#let fits = ({entries or ':'})", 1)


def _least(mark: PageMark) -> float:
    return min(mark.height, LEAST * mark.own)


def _full(marks: Sequence[PageMark]) -> float:
    """Return how far down a page is full."""
    return max(mark.end for mark in marks) + _LINE


def _pages(marks: Sequence[PageMark]) -> dict[str, int]:
    return {mark.picture: mark.page for mark in marks if mark.picture}


def _places(marks: Sequence[PageMark]) -> list[int]:
    return [mark.page for mark in marks]
