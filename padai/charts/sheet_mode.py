"""Whether charts are drawn on sheets, as publishing has it, or by matplotlib, as for everybody."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_DRAWING: ContextVar[bool] = ContextVar("sheets", default=False)


class OffTheSheetError(Exception):
    """A chart asked for what only matplotlib draws."""


@contextmanager
def on_sheets() -> Iterator[None]:
    """Have charts drawn on sheets inside the block."""
    token = _DRAWING.set(True)
    try:
        yield
    finally:
        _DRAWING.reset(token)


def drawing_on_sheets() -> bool:
    """Whether charts are drawn on sheets here."""
    return _DRAWING.get()
