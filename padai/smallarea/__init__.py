"""ESTIMATE where the sample is thin: models that let areas learn from each other."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from padai.smallarea.area_level import small_area
    from padai.smallarea.unit_level import unit_model

_HOMES = {"small_area": "area_level", "unit_model": "unit_level"}

__all__ = ["small_area", "unit_model"]


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"padai.smallarea.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'padai.smallarea' has no attribute {name!r}")
