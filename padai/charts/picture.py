"""A figure with its alternative text, which shows itself in a notebook with it."""

from __future__ import annotations

import base64
import io
from html import escape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    class Picture(Figure):
        """A matplotlib figure that says in words what it shows."""

        alt: str

        def _repr_html_(self) -> str: ...


_DOTS = 192
"""Dots an inch of what a notebook shows: two for each of a screen."""


def __getattr__(name: str) -> Any:
    """Make the class when it is first asked for: matplotlib takes long to load."""
    if name != "Picture":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from matplotlib.figure import Figure

    space = {
        "__module__": __name__,
        "__doc__": "A matplotlib figure that says in words what it shows.",
        "alt": "",
        "_repr_html_": shown,
    }
    made = globals()["Picture"] = type("Picture", (Figure,), space)
    return made


def shown(picture: Picture) -> str:
    """Return a picture as a notebook shows it: an image with its alternative text.

    Examples
    --------
    >>> from padai.charts.style import canvas
    >>> picture = canvas(1.0)
    >>> picture.alt = "Nothing, <yet>"
    >>> shown(picture)[:30]
    '<img alt="Nothing, &lt;yet&gt;'
    """
    held = io.BytesIO()
    picture.savefig(held, format="png", dpi=_DOTS, metadata={"Software": None})
    data = base64.b64encode(held.getvalue()).decode()
    width = round(picture.get_size_inches()[0] * 96)
    return f'<img alt="{escape(picture.alt)}" width="{width}" src="data:image/png;base64,{data}">'
