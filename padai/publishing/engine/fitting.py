"""Let the pictures of a PDF fill its pages: some a little smaller, so that one more finds room.

A picture is never parted, nor parted from its title and the sentences that read it: where it does
not fit, it goes to the next page and leaves the rest of its own white. What a person who sets pages
would do is done here: the page is set, looked at, and set again with pictures of another size,
within limits in which their letters stay near those of the text. Where that does not help, notes
stand beside a picture instead of under it, or the words before it stay on the page before.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

LEAST, USUAL, MOST = 0.68, 0.78, 0.9
"""The scales of a picture: its letters are of 9 points at 1."""
ANCHOR: Final = "#let fits = (:)\n#let parted = ()\n#let beside = ()"
_APART: Final = 24.0
"""Points above a title that begins a page no more."""
_LINE: Final = 8.0
"""Points under the line where a passage ends: what hangs below it, and what rounding takes."""
_WORTH: Final = 1.02
_WHITE: Final = 0.15
"""The part of a page that may stay white under what it holds."""
_FILLED: Final = 0.05
"""What of a page words must fill to stand there apart from their picture."""
_COLUMN: Final = 130.0
"""Points that notes need beside a picture of the usual scale."""
_ABOVE_NOTES: Final = 11.0
"""Points between a picture and the notes under it."""


@dataclass(frozen=True, slots=True)
class PageMark:
    """Where a passage ends or a picture begins, in points from the top of its page.

    ``own`` and ``wide`` are the height and width of a picture at scale 1, ``height`` the height
    that it has; ``top`` and ``foot`` are the ends of the text of a page. ``under`` is the height
    of the notes under a picture, ``left`` the room beside it at the usual scale, and words stand
    before one that is ``worded``. What ``opens`` begins a page wherever the one before it ends.
    """

    page: int
    y: float
    picture: str = ""
    own: float = 0.0
    wide: float = 0.0
    height: float = 0.0
    top: float = 0.0
    foot: float = 0.0
    left: float = 0.0
    under: float = 0.0
    worded: bool = False
    opens: bool = False

    @property
    def end(self) -> float:
        """Where it ends."""
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class Setting:
    """How the pictures of a document are set.

    ``scales`` has those that are not of the usual one; ``parted`` are the pictures whose words may
    stay on the page before, ``beside`` those that have their notes beside them.
    """

    scales: Mapping[str, float] = field(default_factory=dict)
    parted: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()

    def with_scales(self, scales: Mapping[str, float]) -> Setting:
        """Return the setting with other scales of some pictures."""
        return replace(self, scales={**self.scales, **scales})


Setter = Callable[[Setting], Sequence[PageMark]]
_Made = tuple[Setting, Sequence[PageMark]]


def fitted(marks_of: Setter) -> Setting:
    """Return how pictures are set so that they leave little of the pages of a document white.

    Parameters
    ----------
    marks_of
        Sets the document as it is told, and says where everything is.
    """
    best: _Made
    setting, marks = best = Setting(), marks_of(Setting())
    page = 1
    while any(mark.page > page and mark.picture for mark in marks):
        steps = (step(marks_of, setting, marks, page) for step in (_smaller, _beside, _parted))
        better = next((made for made in steps if made is not None), None)
        if better is None:
            page += 1
        else:
            setting, marks = better
            best = min(best, better, key=lambda made: waste(made[1]))
    setting, marks = best
    larger = setting.with_scales(enlarged(marks, setting.beside))
    return larger if _places(marks_of(larger)) == _places(marks) else setting


def _smaller(
    marks_of: Setter, setting: Setting, marks: Sequence[PageMark], page: int
) -> _Made | None:
    """Return the setting in which the next picture finds room on a page, and its marks."""
    moved = brought_back(marks, page)
    if not moved:
        return None
    other = setting.with_scales(moved)
    tried = marks_of(other)
    return (other, tried) if _pages(tried).get(list(moved)[-1]) == page else None


def _beside(
    marks_of: Setter, setting: Setting, marks: Sequence[PageMark], page: int
) -> _Made | None:
    """Return the setting in which notes beside pictures let the next one find room, if any."""
    following = _next_of_white(marks, page)
    if following is None:
        return None
    here = [mark for mark in marks if mark.page == page and mark.picture]
    for pictures in ([following], [*here, following]):
        moved = [m for m in pictures if m.under and _roomy(m) >= LEAST]
        shrunk = sum(m.height - _least(m) for m in pictures)
        freed = sum(m.under + _ABOVE_NOTES for m in moved)
        if not moved or _lacking(marks, page) > freed + shrunk:
            continue
        other = replace(setting, beside=(*setting.beside, *(m.picture for m in moved)))
        other = other.with_scales({m.picture: _roomy(m) for m in moved if _roomy(m) < USUAL})
        better: _Made | None = (other, marks_of(other))
        if better is not None and _pages(better[1]).get(following.picture) != page:
            better = _smaller(marks_of, *better, page)
        if better is not None:
            return better
    return None


def _parted(
    marks_of: Setter, setting: Setting, marks: Sequence[PageMark], page: int
) -> _Made | None:
    """Return the setting in which the words of the next picture fill a page, and its marks."""
    following = _next_of_white(marks, page)
    if following is None or not following.worded or following.picture in setting.parted:
        return None
    other = replace(setting, parted=(*setting.parted, following.picture))
    tried = marks_of(other)
    filled = _whites(marks)[page] - _whites(tried).get(page, 0.0)
    return (other, tried) if filled > _FILLED else None


def _next_of_white(marks: Sequence[PageMark], page: int) -> PageMark | None:
    """Return the first picture of the next page where too much of a page is white."""
    if _whites(marks).get(page, 0.0) < _WHITE:
        return None
    return next((mark for mark in marks if mark.page == page + 1 and mark.picture), None)


def waste(marks: Sequence[PageMark]) -> float:
    """Return how much of the pages of a document is white: half a page is worse than two quarters.

    Examples
    --------
    >>> paper = {"own": 300.0, "height": 234.0, "top": 30.0, "foot": 730.0}
    >>> halves = [PageMark(1, 138, "a", **paper), PageMark(2, 138, "b", **paper), PageMark(3, 70)]
    >>> round(waste(halves), 2), round(waste([*halves, PageMark(2, 722)]), 2)
    (0.5, 0.25)
    >>> round(waste([*halves, PageMark(3, 60, opens=True)]), 2)
    0.25
    """
    return sum(white * white for white in _whites(marks).values())


def _whites(marks: Sequence[PageMark]) -> dict[int, float]:
    """Return the part of each page that is white under what it holds, where another goes on."""
    paper = next(mark for mark in marks if mark.picture)
    last = max(mark.page for mark in marks)
    ends = {last, *(mark.page - 1 for mark in marks if mark.opens)}
    full = {page: _full([m for m in marks if m.page == page]) for page in {m.page for m in marks}}
    return {
        page: max(0.0, paper.foot - end) / (paper.foot - paper.top)
        for page, end in full.items()
        if page not in ends
    }


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
    lacking = _lacking(marks, page)
    if not 0 < lacking < math.inf:
        return {}
    first = next(mark for mark in marks if mark.page == page + 1 and mark.picture)
    pictures = [*(mark for mark in marks if mark.page == page and mark.picture), first]
    drawn = sum(mark.height for mark in pictures)
    if drawn - sum(_least(mark) for mark in pictures) < lacking:
        return {}
    share = (drawn - lacking) / drawn
    return {m.picture: max(LEAST, m.height / m.own * share) for m in pictures}


def _lacking(marks: Sequence[PageMark], page: int) -> float:
    """Return what a page lacks, in points, to hold the first picture of the next with its words."""
    here = [mark for mark in marks if mark.page == page]
    there = [mark for mark in marks if mark.page == page + 1]
    at = next((k for k, mark in enumerate(there) if mark.picture), None)
    if at is None or not here:
        return math.inf
    first = there[at]
    noted = first.end + _ABOVE_NOTES + first.under if first.under else 0.0
    unit = max(first.end, noted, *(m.y for m in there[at + 1 : at + 2] if not m.picture), 0.0)
    return unit + _LINE - first.top + _APART - (first.foot - _full(here))


def enlarged(marks: Sequence[PageMark], beside: Sequence[str] = ()) -> dict[str, float]:
    """Return the scales at which pictures take what is left white at the end of their pages.

    The last page ends where the document does. Pictures that have notes ``beside`` them are no
    larger than usual.

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
                m.picture: max(m.height, min(_most(m, beside), m.height * more)) / m.own
                for m in pictures
            }
    return scales


def written(source: str, setting: Setting) -> str:
    r"""Return a source that sets its pictures so.

    Examples
    --------
    >>> setting = Setting({"figures/a.svg": 0.7251}, ("figures/b.svg",))
    >>> for line in written(f"{ANCHOR}\nText.", setting).splitlines():
    ...     print(line)
    #let fits = ("figures/a.svg": 0.7251, )
    #let parted = ("figures/b.svg", )
    #let beside = ()
    Text.
    """
    scales = "".join(f'"{name}": {scale:.4f}, ' for name, scale in setting.scales.items())
    lines = [f"#let fits = ({scales or ':'})"]
    for name, pictures in (("parted", setting.parted), ("beside", setting.beside)):
        listed = "".join(f'"{picture}", ' for picture in pictures)
        lines.append(f"#let {name} = ({listed})")
    return source.replace(ANCHOR, "\n".join(lines), 1)


def _most(mark: PageMark, beside: Sequence[str]) -> float:
    return mark.own * (_roomy(mark) if mark.picture in beside else MOST)


def _roomy(mark: PageMark) -> float:
    """Return the scale, usual or smaller, at which notes have their column beside a picture.

    Examples
    --------
    >>> _roomy(PageMark(1, 0, "a", wide=450.0, left=103.0)) < LEAST + 0.05
    True
    >>> _roomy(PageMark(1, 0, "a", wide=450.0, left=150.0)) == USUAL
    True
    """
    lacking = _COLUMN - mark.left
    if lacking <= 0:
        return USUAL
    return USUAL - lacking / mark.wide if mark.wide else 0.0


def _least(mark: PageMark) -> float:
    return min(mark.height, LEAST * mark.own)


def _full(marks: Sequence[PageMark]) -> float:
    """Return how far down a page is full."""
    return max(mark.end for mark in marks) + _LINE


def _pages(marks: Sequence[PageMark]) -> dict[str, int]:
    return {mark.picture: mark.page for mark in marks if mark.picture}


def _places(marks: Sequence[PageMark]) -> list[int]:
    return [mark.page for mark in marks]
