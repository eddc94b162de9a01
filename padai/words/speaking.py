"""The language that messages are in."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from padai.words.catalogues import named

_SPOKEN: ContextVar[str | None] = ContextVar("padai_language", default=None)


def language(otherwise: str = "en") -> str:
    """Return the language that messages are in: ``"fr"``, ``"en"``, or the tag of another.

    `otherwise` is the language where neither the command line nor ``PADAI_LANG`` names one.

    Examples
    --------
    >>> with speaking("fr"):
    ...     language()
    'fr'
    """
    return _SPOKEN.get() or named(os.environ.get("PADAI_LANG", "")) or otherwise


def speak(lang: str | None) -> None:
    """Put messages in a language from now on; None: in that of the environment."""
    _SPOKEN.set(lang)


@contextmanager
def speaking(lang: str) -> Iterator[None]:
    """Put messages in a language, for the time of a block."""
    before = _SPOKEN.set(lang)
    try:
        yield
    finally:
        _SPOKEN.reset(before)
