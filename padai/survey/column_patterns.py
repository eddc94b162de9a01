"""Columns of a file that one entry of a definition names together: ``BSW{n}``, a number for n."""

from __future__ import annotations

from collections.abc import Collection, Iterable

NUMBERED = "{n}"
"""What stands for the number in the names of a set of columns."""


def prefix_of(entry: str) -> str | None:
    """Return what the names of a set begin with; None where an entry names one column.

    Examples
    --------
    >>> prefix_of("BSW{n}"), prefix_of("BSW1")
    ('BSW', None)
    """
    prefix = entry.removesuffix(NUMBERED)
    return prefix if prefix and prefix != entry else None


def columns_named(entries: Iterable[str], names: Collection[str]) -> tuple[str, ...]:
    """Return the columns that entries name: each by itself, and those of a file in its sets.

    Examples
    --------
    >>> columns_named(["region", "BSW{n}"], ["id", "BSW1", "BSW2", "BSW_note"])
    ('region', 'BSW1', 'BSW2')
    """
    columns: dict[str, None] = {}
    for entry in entries:
        prefix = prefix_of(entry)
        if prefix is None or entry in names:
            columns[entry] = None
            continue
        columns |= {
            name: None
            for name in names
            if name.startswith(prefix) and name.removeprefix(prefix).isdecimal()
        }
    return tuple(columns)
