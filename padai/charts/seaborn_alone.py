"""Seaborn, without the statistics that it brings along and no chart of padai's needs.

Seaborn begins by importing ``scipy.stats`` for densities and ``scipy.cluster`` for ordered
heatmaps: half a second of every process that draws a line. Both come when they are first used.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import Any

_LATER = ("scipy.stats", "scipy.cluster")


def seaborn() -> Any:
    """Return seaborn, of which everything works; what it lacks it imports when it is used."""
    found = sys.modules.get("seaborn")
    return found if found is not None else _imported()


def _imported() -> Any:
    given: dict[str, dict[str, Any]] = {
        "scipy.stats": {"gaussian_kde": _gaussian_kde},
        "scipy.cluster": {"hierarchy": _Later("scipy.cluster.hierarchy", {})},
    }
    for name in _LATER:
        if name not in sys.modules:
            sys.modules[name] = _Later(name, given[name])
    try:
        return import_module("seaborn")
    finally:
        _give_way()


class _Later(ModuleType):
    """Stands in the place of a module until something of it is asked for that is not given."""

    def __init__(self, name: str, given: dict[str, Any]) -> None:
        super().__init__(name)
        self.__dict__.update(given)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # what Python asks of every module
            raise AttributeError(name)
        _give_way()
        return getattr(import_module(self.__name__), name)


def _give_way() -> None:
    """Take what stands in the place of a module out of it."""
    for name in _LATER:
        if isinstance(sys.modules.get(name), _Later):
            del sys.modules[name]


def _gaussian_kde(*given: Any, **named: Any) -> Any:
    _give_way()
    return import_module("scipy.stats").gaussian_kde(*given, **named)
