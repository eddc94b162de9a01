"""padai: what changed in public attitudes, and whether the change is real.

The public names are listed here by hand and resolved when first used, so that ``import padai``
costs little more than ``import pandas``.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

_PUBLIC = {
    "load_survey": "padai.survey",
}

__all__ = ["__version__", *_PUBLIC]
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    if name in _PUBLIC:
        return getattr(import_module(_PUBLIC[name]), name)
    raise AttributeError(f"module 'padai' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
