"""Save a figure so that it is the same bytes everywhere, beside the document that shows it."""

from __future__ import annotations

import hashlib
import os
import pickle
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from functools import partial
from pathlib import Path
from typing import Any

from padai.charts.slim import NO_METADATA
from padai.publishing.engine.asked_formats import pictures_for_word
from padai.publishing.engine.text import check_label
from padai.publishing.engine.warm import PICTURES

FOLDER = "figures"
_EDGE = 0.03
"""What is left free around a picture, in inches."""
_PAGE: ContextVar[tuple[Path, bool] | None] = ContextVar("page", default=None)


@contextmanager
def saving_in(folder: Path, *, png: bool) -> Iterator[None]:
    """Save the figures made meanwhile beside a page in `folder`, as PNG too where asked."""
    token = _PAGE.set((folder, png))
    try:
        yield
    finally:
        _PAGE.reset(token)


NARROW = "-narrow"
"""What the name of a picture for narrow screens ends with."""
NARROW_SCREEN = "(max-width: 35em)"
"""The screens that it is for."""


def save_figure(
    figure: Any, label: str, folder: Path | None = None, *, narrow: Any | None = None
) -> str:
    """Save a matplotlib figure as SVG and, for word processors, as PNG.

    Parameters
    ----------
    figure
        A ``matplotlib.figure.Figure``. Figures made with ``pyplot`` are closed, so that the
        kernel does not show them a second time.
    label
        The figure's label, such as ``"fig-trust"``; the files are named after it.
    folder
        The document's folder; a cell runs in it, and gives none.
    narrow
        The same chart for narrow screens, which is saved beside it.

    Returns
    -------
    str
        The path of the SVG for :func:`padai.publishing.engine.text.figure_block`.

    Notes
    -----
    Letters become paths and identifiers are salted with the label, so that the picture depends
    neither on the fonts of a machine nor on the figures before it. The PNG is left out where the
    renderer says that no docx is made.
    """
    check_label(label, "fig-")
    page = _PAGE.get()
    png = page[1] if page else pictures_for_word()
    place = FOLDER if folder or page else _beside_the_page()
    target = (folder or (page[0] if page else Path())) / place
    target.mkdir(parents=True, exist_ok=True)
    _save(figure, target, label, png=png)
    if narrow is not None:
        _save(narrow, target, label + NARROW, png=False)
    _close(figure)
    return f"{place}/{label}.svg"


_DRAWN: dict[str, dict[str, bytes]] = {}
"""The files of each picture that this process drew, by what it was drawn of."""


def save_drawn(draw: Callable[..., Any], label: str, **narrow: Any) -> str:
    """Draw and save a chart; one that was drawn before, where pictures are kept, as it was.

    Parameters
    ----------
    draw
        Makes the figure. A ``functools.partial`` of a chart and all that it shows can be told from
        any other.
    narrow
        What to call it with once more, for narrow screens; nothing for none.
    """
    key = _drawn_of(draw, label, narrow)
    page = _PAGE.get()
    target = (page[0] if page else Path()) / (FOLDER if page else _beside_the_page())
    if key in _DRAWN:
        target.mkdir(parents=True, exist_ok=True)
        for name, content in _DRAWN[key].items():
            (target / name).write_bytes(content)
        return f"{target.name if page else target.as_posix()}/{label}.svg"
    drawn = [draw(), *([draw(**narrow)] if narrow else [])]
    source = save_figure(drawn[0], label, narrow=drawn[-1] if narrow else None)
    for figure in drawn:
        _let_go(figure)
    if key:
        names = (f"{label}.svg", f"{label}{NARROW}.svg", f"{label}.png")
        made = (target / name for name in names)
        _DRAWN[key] = {path.name: path.read_bytes() for path in made if path.is_file()}
    return source


def _let_go(figure: Any) -> None:
    """Have what a figure is made of forget each other, so that it is gone at once.

    Its artists refer to it and it to them: left alone they wait for Python to look for what nothing
    refers to any more, which takes a tenth of the time of drawing.
    """
    artists = [figure]
    for artist in artists:
        known = vars(artist)
        # an axis would make the ticks that it was never asked for
        ticks = [*known.get("majorTicks", ()), *known.get("minorTicks", ())]
        bare = [known["label"], known["offsetText"]] if "offsetText" in known else None
        artists += artist.get_children() if bare is None else [*bare, *ticks]
    for artist in artists:
        vars(artist).clear()


def _drawn_of(draw: Callable[..., Any], label: str, narrow: Mapping[str, Any]) -> str:
    """Return a hash of all that a picture shows; empty where none is kept or it cannot be told."""
    if PICTURES not in os.environ or not isinstance(draw, partial):
        return ""
    with suppress(Exception):  # what cannot be pickled is drawn each time
        drawing = (draw.func, draw.args, draw.keywords, label, dict(narrow), pictures_for_word())
        return hashlib.sha256(pickle.dumps(drawing)).hexdigest()
    return ""


def _beside_the_page() -> str:
    """Name the folder of the figures that a cell makes.

    Where Quarto renders a page by hand, it is the folder of the page's own files.
    """
    page = os.environ.get("QUARTO_DOCUMENT_FILE")
    if not page or "PADAI_ENGINE" in os.environ:
        return FOLDER
    return f"{Path(page).stem}_files/{FOLDER}"


def _save(figure: Any, target: Path, name: str, *, png: bool) -> None:
    import matplotlib as mpl

    from padai.charts.vector import VECTOR, tight_box

    fixed: dict[Any, Any] = {
        "svg.hashsalt": f"padai-{name}",
        "svg.fonttype": "path",
        "svg.id": name,
        "font.family": "DejaVu Sans",
    }
    with mpl.rc_context(fixed):
        # measured once: "tight" would draw the figure a second time for each format
        box = tight_box(figure).padded(_EDGE)
        how: Any = {"format": "svg", "backend": VECTOR, "metadata": NO_METADATA}
        figure.savefig(target / f"{name}.svg", bbox_inches=box, **how)
        if png:
            figure.savefig(target / f"{name}.png", format="png", dpi=200, bbox_inches=box)


def _close(figure: Any) -> None:
    import sys

    pyplot = sys.modules.get("matplotlib.pyplot")
    if pyplot is not None:
        pyplot.close(figure)
