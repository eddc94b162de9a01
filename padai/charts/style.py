"""The visual language of every chart: palette, type, canvas, and small drawing helpers.

A chart is drawn twice: at 540 CSS pixels, and narrower for a telephone, so that its letters are
never smaller than a reader can read. Colours reach a contrast of 3:1 on white at least, and no
colour tells anything alone: markers, dashes, position or words say it too. Texts are laid out by
the font that matplotlib ships, so that a picture is the same on every machine.
"""

from __future__ import annotations

import re
import sys
import textwrap
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from padai.charts.picture import Picture

WIDTH = 5.6
"""The width of a chart, in inches."""
NARROW = 3.4
"""Its width on a telephone."""
INK = "#1d2b3f"
SOFT = "#5a6675"
GRID = "#d9dee5"
BLUE = "#095797"
ORANGE = "#a84a00"
GREY = "#7a8594"
POSITIVE = ("#083f73", "#4886bf")
NEGATIVE = ("#7d3500", "#cb7c33")
NEUTRAL = ("#5f6b7a", "#8b95a2")
SEQUENTIAL = ("#06305a", "#6796c2")
LINES: tuple[tuple[str, str, str], ...] = (
    ("#0a3a66", "", "circle"),
    ("#a84a00", "7 3", "square"),
    ("#23806a", "2 3", "triangle"),
    ("#a869b8", "9 3 2 3", "diamond"),
)
"""Colour, dashes and marker of lines that share one panel; each alone tells them apart."""
SIZE = 9.6
SMALL = 8.4
_ORDINAL = re.compile(r"(?<=\b1)er\b")
_BRACKET = re.compile(r"\([^()]{1,12}\)")
_MARK, _MARK_LETTERS, _LEGEND_LETTERS = 0.16, 72, 82


def contrast(colour: str, other: str = "#ffffff") -> float:
    """Return the WCAG contrast ratio of two colours.

    Examples
    --------
    >>> round(contrast("#000000"), 1)
    21.0
    """
    light, dark = sorted((_luminance(colour), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def shades(first: str, last: str, count: int) -> list[str]:
    """Return `count` colours in even steps from the first to the last."""
    if count < 2:
        return [first] * count
    ends = [[int(c[i : i + 2], 16) for i in (1, 3, 5)] for c in (first, last)]
    steps = [k / (count - 1) for k in range(count)]
    return [
        "#" + "".join(f"{round(a + (b - a) * k):02x}" for a, b in zip(*ends, strict=True))
        for k in steps
    ]


def text_on(colour: str) -> str:
    """Return white or black, whichever reads better on a colour: 4.5:1 at least."""
    return "#ffffff" if contrast(colour) >= contrast(colour, "#000000") else "#000000"


_UNUSED = ("scipy.stats", "scipy.cluster")
"""What seaborn loads for densities and clusters, where it is there: it takes half a second."""
_LEAN: list[bool] = []


def draw_lean() -> None:
    """Have seaborn load without what no chart of padai is drawn with.

    For the processes that padai starts, never where it is imported: whoever draws with seaborn
    beside padai has all of it.
    """
    _LEAN.append(True)


def seaborn() -> Any:
    """Return seaborn."""
    wanted = _LEAN and "seaborn" not in sys.modules
    hidden = [name for name in _UNUSED if wanted and name not in sys.modules]
    sys.modules.update(dict.fromkeys(hidden))  # type: ignore[arg-type]
    try:
        import seaborn as sns
    finally:
        for name in hidden:
            del sys.modules[name]
    return sns


@cache
def _rules() -> dict[str, Any]:
    """Return the visual language as matplotlib keeps it: read and checked once."""
    import matplotlib as mpl

    rules: dict[str, Any] = {
        **seaborn().axes_style("white"),
        "font.family": ["DejaVu Sans"],
        "font.size": SIZE,
        "text.color": INK,
        "axes.labelcolor": INK,
        "xtick.color": SOFT,
        "ytick.color": SOFT,
        "xtick.labelsize": SMALL,
        "ytick.labelsize": SMALL,
        "xtick.major.size": 0.0,
        "ytick.major.size": 0.0,
        "axes.edgecolor": SOFT,
        "axes.linewidth": 0.8,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.spines.left": False,
        "text.parse_math": False,
        "hatch.linewidth": 0.6,
    }
    with mpl.rc_context(cast(Any, rules)):
        checked: Any = mpl.rcParams
        return {name: checked[name] for name in rules}


@contextmanager
def chart_style() -> Iterator[None]:
    """Apply the visual language to what is drawn inside the block."""
    import matplotlib as mpl

    rules, now = _rules(), cast(Any, mpl.rcParams)
    before = {name: now[name] for name in rules}
    dict.update(now, rules)
    try:
        yield
    finally:
        dict.update(now, before)


def is_narrow(width: float) -> bool:
    """Whether a chart is drawn for a telephone: names stand above what they name."""
    return width < 0.75 * WIDTH


def canvas(height: float, width: float = WIDTH) -> Picture:
    """Return an empty figure."""
    from matplotlib.patches import Rectangle

    from padai.charts.picture import Picture

    fig = Picture(figsize=(width, height))
    # a frame without ink, so that a tight crop keeps the width, and so the size of the letters
    frame = Rectangle((0, 0), 1, 1, transform=fig.transFigure, fill=False, linewidth=0)
    fig.add_artist(frame)
    return fig


def axes(fig: Figure, left: float, right: float, top: float, bottom: float) -> Axes:
    """Return bare axes whose margins are given in inches."""
    width, height = fig.get_size_inches()
    box = (left / width, bottom / height, 1 - (left + right) / width, 1 - (top + bottom) / height)
    made = fig.add_axes(box)
    # no chart names its vertical axis: where the name would stand is not worked out
    made.yaxis.set_label_coords(0, 0)
    return made


@cache
def _unclipped() -> Any:
    from matplotlib.path import Path
    from matplotlib.transforms import IdentityTransform, TransformedPath

    return TransformedPath(Path([(0.0, 0.0)]), IdentityTransform())


def words(ax: Any, x: float, y: float, text: str, **how: Any) -> None:
    """Write a line of words; axes would take half of the time to work out what clips it."""
    ax.text(x, y, text, clip_path=_unclipped(), **how)


def wrapped(text: str, width: int) -> list[str]:
    """Break a label into lines; no word, short bracket or non-breaking space is broken."""
    kept = _BRACKET.sub(lambda m: m[0].replace(" ", "\u00a0"), text)
    return textwrap.wrap(kept, width, break_long_words=False, break_on_hyphens=False) or [""]


def raised(text: str) -> str:
    """Raise the letters of an ordinal, as pages do by their own means: a picture has letters alone.

    Examples
    --------
    >>> raised("du 5 mai au 1er juin 2025")
    'du 5 mai au 1\u1d49\u02b3 juin 2025'
    """
    return _ORDINAL.sub("\u1d49\u02b3", text)


def legend(fig: Figure, entries: Sequence[tuple[Any, str]], *, top: float) -> None:
    """Write a legend under the top edge, left aligned, read line by line.

    Parameters
    ----------
    top
        Distance from the figure's top, in inches.
    """
    width, height = fig.get_size_inches()
    columns = _legend_columns([text for _, text in entries], width)
    rows = -(-len(entries) // columns)
    places = [row * columns + column for column in range(columns) for row in range(rows)]
    ordered = [entries[i] for i in places if i < len(entries)]
    fig.legend(
        [handle for handle, _ in ordered],
        [text for _, text in ordered],
        loc="upper left",
        bbox_to_anchor=(0.0, 1 - top / height),
        ncols=columns,
        frameon=False,
        fontsize=SMALL,
        handlelength=1.4,
        handletextpad=0.6,
        columnspacing=1.4,
        borderpad=0,
        borderaxespad=0,
    )


def _legend_columns(texts: Sequence[str], width: float) -> int:
    """Return how many columns fit: five signs of room for each mark."""
    longest = max(len(t) for t in texts)
    letters = _LEGEND_LETTERS * width / WIDTH
    return max(1, min(len(texts), int(letters / (longest + 5))))


def legend_height(texts: Sequence[str], width: float = WIDTH) -> float:
    """Return the height, in inches, that :func:`legend` takes."""
    return 0.19 * -(-len(texts) // _legend_columns(texts, width)) + 0.08


def mark(fig: Figure, notices: Sequence[str]) -> None:
    """Write what the picture must say of itself at its foot: synthetic data, draft, and so on."""
    width, height = fig.get_size_inches()
    lines = _marks(notices, width)
    for index, line in enumerate(lines):
        above = len(lines) - 1 - index
        fig.text(
            1.0,
            (0.05 + _MARK * above) / height,
            line,
            ha="right",
            va="bottom",
            size=SMALL,
            color=SOFT,
            weight="bold",
        )


def foot(notices: Sequence[str], width: float = WIDTH) -> float:
    """Return the room that :func:`mark` takes, in inches."""
    return 0.24 + _MARK * (len(_marks(notices, width)) - 1) if notices else 0.05


def _marks(notices: Sequence[str], width: float) -> list[str]:
    """Return the notices as lines that are no wider than a picture."""
    letters = int(_MARK_LETTERS * width / WIDTH)
    return wrapped(" · ".join(notices), letters) if notices else []


def marker(shape: str, colour: str, *, filled: bool = True, size: float = 6.5) -> Any:
    """Return a legend's handle for a marker."""
    from matplotlib.lines import Line2D

    face = colour if filled else "#ffffff"
    return Line2D(
        [],
        [],
        linestyle="none",
        marker=shape,
        markersize=size,
        color=colour,
        markerfacecolor=face,
        markeredgecolor=colour,
        markeredgewidth=1.4,
    )


def patch(colour: str, hatch: str = "") -> Any:
    """Return a legend's handle for a bar."""
    from matplotlib.patches import Patch

    return Patch(facecolor=colour, edgecolor="#ffffff", hatch=hatch, linewidth=0)
