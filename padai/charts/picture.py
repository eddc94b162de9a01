"""A figure with its alternative text, which shows itself in a notebook with it."""

from __future__ import annotations

import base64
import io
from html import escape
from typing import Any

from matplotlib.figure import Figure

_DOTS = 192
"""Dots an inch of what a notebook shows: two for each of a screen."""


class Picture(Figure):
    """A matplotlib figure that says in words what it shows.

    Attributes
    ----------
    alt : str
        The alternative text; empty for a picture that a report describes itself.

    Examples
    --------
    >>> picture = Picture(figsize=(1, 1))
    >>> picture.alt = "Nothing, <yet>"
    >>> picture._repr_html_().startswith('<img alt="Nothing, &lt;yet&gt;"')
    True
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.alt = ""

    def _repr_html_(self) -> str:
        held = io.BytesIO()
        self.savefig(held, format="png", dpi=_DOTS, metadata={"Software": None})
        data = base64.b64encode(held.getvalue()).decode()
        width = round(self.get_size_inches()[0] * 96)
        return f'<img alt="{escape(self.alt)}" width="{width}" src="data:image/png;base64,{data}">'
