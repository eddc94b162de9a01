"""Seaborn, without the statistics that it brings along and no chart of padai's needs.

Seaborn begins by importing ``scipy.stats`` for densities and ``scipy.cluster`` for ordered
heatmaps: half a second of every process that draws a line. Both come when they are first used.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any


def seaborn() -> Any:
    """Return seaborn, of which everything works; what it lacks it imports when it is used."""
    if "seaborn" not in sys.modules:
        for name, instead in _instead().items():
            sys.modules.setdefault(name, instead)
    try:
        import seaborn as found
    finally:
        _give_way()
    return found


def _instead() -> dict[str, ModuleType]:
    hierarchy = _Later("scipy.cluster.hierarchy", _hierarchy)
    return {
        "scipy.stats": _Later("scipy.stats", _stats, gaussian_kde=_gaussian_kde),
        "scipy.cluster": _Later("scipy.cluster", _cluster, hierarchy=hierarchy),
    }


class _Later(ModuleType):
    """Stands in the place of a module until something of it is asked for that is not given."""

    def __init__(self, name: str, load: Callable[[], Any], **given: Any) -> None:
        super().__init__(name)
        self.__dict__.update(given, _load=load)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # what Python asks of every module
            raise AttributeError(name)
        _give_way()
        return getattr(self.__dict__["_load"](), name)


def _give_way() -> None:
    """Take what stands in the place of a module out of it."""
    for name in ("scipy.stats", "scipy.cluster"):
        if isinstance(sys.modules.get(name), _Later):
            del sys.modules[name]


def _stats() -> Any:
    import scipy.stats

    return scipy.stats


def _cluster() -> Any:
    import scipy.cluster

    return scipy.cluster


def _hierarchy() -> Any:
    import scipy.cluster.hierarchy

    return scipy.cluster.hierarchy


def _gaussian_kde(*given: Any, **named: Any) -> Any:
    return _stats().gaussian_kde(*given, **named)
