"""Small cells merged, so that no count tells about a person."""

from __future__ import annotations

from collections.abc import Mapping

SENSITIVE_CELL = 5


def merge_small(cells: Mapping[str, int], least: int = SENSITIVE_CELL) -> dict[str, int]:
    """Merge every cell of 1 to ``least - 1`` people with the smallest other one that has people.

    Merged names are joined by ``+``.

    Examples
    --------
    >>> merge_small({"a": 20, "b": 3, "c": 4, "d": 0})
    {'a': 20, 'd': 0, 'b+c': 7}
    """
    out = dict(cells)
    while True:
        small = sorted((n, k) for k, n in out.items() if 0 < n < least)
        others = sorted((n, k) for k, n in out.items() if n > 0 and k != (small or [(0, "")])[0][1])
        if not small or not others:
            return out
        pair = [k for k in out if k in (small[0][1], others[0][1])]
        total = sum(out.pop(k) for k in pair)
        out["+".join(pair)] = total


def parts_of(name: str, counts: Mapping[str, int]) -> list[str]:
    """Return the groups that a merged cell holds, in their order.

    Parameters
    ----------
    name
        A name that :func:`merge_small` gave back.
    counts
        What it was given.

    Examples
    --------
    >>> parts_of("b+65+", {"a": 9, "b": 1, "65+": 2})
    ['b', '65+']
    """
    return [name] if name in counts else [g for g in counts if g in _split(name, counts)]


def _split(name: str, counts: Mapping[str, int]) -> set[str]:
    """Part a merged name into the groups it was made of; a group's own name may hold a plus."""
    found: set[str] = set()
    rest = name
    while rest:
        first = max((g for g in counts if rest == g or rest.startswith(g + "+")), key=len)
        found.add(first)
        rest = rest[len(first) + 1 :]
    return found
