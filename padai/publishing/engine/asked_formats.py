"""What the renderer makes of the document whose cells run now, as it tells them."""

from __future__ import annotations

import os
from collections.abc import Sequence

_VARIABLE = "PADAI_FORMATS"
_SUFFIXES = {"typst": ".pdf", "docx": ".docx"}


def told(formats: Sequence[str]) -> dict[str, str]:
    """Return the environment that tells the cells of a document its formats."""
    return {_VARIABLE: ",".join(formats)}


def documents_asked() -> tuple[str, ...]:
    """Return the endings of the documents that are made beside the page; none outside of cells."""
    asked = os.environ.get(_VARIABLE, "").split(",")
    return tuple(_SUFFIXES[kind] for kind in asked if kind in _SUFFIXES)


def pictures_for_word() -> bool:
    """Whether a document for word processors is made, or may be: nobody said."""
    return "docx" in os.environ.get(_VARIABLE, "docx")
