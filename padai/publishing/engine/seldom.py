"""How often a process of padai's own looks for objects that only refer to each other."""

from __future__ import annotations

import gc

_MADE, _YOUNG, _OLD = 50_000, 20, 100


def collect_seldom() -> None:
    """Have Python look for such objects less often than after each 700 that are made.

    A figure is thousands of objects that live as long as it does, and a store tens of thousands
    that stay: looking through them took a quarter of the time of drawing. For the processes that
    padai starts, never where it is imported.
    """
    gc.set_threshold(_MADE, _YOUNG, _OLD)
