"""The last digits of doubles, which differ from one kind of processor to another.

Linear algebra and the functions of numpy are written apart for each: sums are added in another
order, and the sixteenth digit of a result is another. What is printed is the same.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from padai.store.schema import ABOUT_THE_BUILD

_DECIMAL = re.compile(r"-?\d+\.\d+(?:e[-+]?\d+)?|-?\d+e[-+]?\d+")
_RELATIVE, _ABSOLUTE = 1e-9, 1e-12
"""By how much two doubles may be apart, and what is as good as zero."""


def tables_digest(folder: Path, blind: str = "") -> str:
    """Return the SHA-256 of a store's tables alone: of the names and contents of its CSV files.

    The definition and the facts are no part of it, so that a draft and what goes out of it have
    the same, and a fact about the tables may name it. Decimals count to their sixth place, or to
    seven digits.

    Parameters
    ----------
    folder
        The store's.
    blind
        The value that a store of real people holds beside its tables (``BLIND``): a hash that is
        kept where others read it rests on it too, so that no guess of the tables has it.
    """
    whole = hashlib.sha256(blind.encode())
    for path in sorted(folder.glob("*.csv")):
        content = _DECIMAL.sub(_to_sixth_place, path.read_text(encoding="utf-8"))
        whole.update(f"{hashlib.sha256(content.encode()).hexdigest()}  {path.name}\n".encode())
    return whole.hexdigest()


def _to_sixth_place(match: re.Match[str]) -> str:
    value = float(match[0])
    return f"{value:.7g}" if abs(value) >= 1 else f"{round(value, 6) + 0.0:.6f}"


def apart(one: str, other: str) -> float | None:
    """Return how far apart the decimals of two texts are, relatively; None where more differs.

    Parameters
    ----------
    one, other
        Two files of a store.

    Returns
    -------
    float or None
        The largest relative difference; 0 for two texts that are the same. None where a word, a
        whole number or the number of decimals differs, or a decimal by more than a billionth.

    Examples
    --------
    >>> apart("a,0.30000000000000004,2", "a,0.3,2") < 1e-15
    True
    >>> print(apart("a,0.31,2", "a,0.3,2"), apart("b,0.3,2", "a,0.3,2"), apart("0.3,2", "0.3,3"))
    None None None
    >>> apart("x,1.2e-17", "x,0.0")
    0.0
    """
    if one == other:
        return 0.0
    if _DECIMAL.sub("0.0", one) != _DECIMAL.sub("0.0", other):
        return None
    largest = 0.0
    for a, b in zip(_DECIMAL.findall(one), _DECIMAL.findall(other), strict=True):
        if a == b:
            continue
        first, second = float(a), float(b)
        gap, size = abs(first - second), max(abs(first), abs(second))
        if gap > _ABSOLUTE + _RELATIVE * size:
            return None
        if size > _ABSOLUTE:
            largest = max(largest, gap / size)
    return largest


def stores_apart(one: Path, other: Path) -> float | None:
    """Return how far apart the decimals of two stores are; None where anything else differs.

    What says how they were made (manifest, bill of materials) is not looked at.
    """
    files = [_files(folder) for folder in (one, other)]
    if files[0].keys() != files[1].keys():
        return None
    largest = 0.0
    for name, path in files[0].items():
        a, b = (each.read_text(encoding="utf-8") for each in (path, files[1][name]))
        gap = apart(a, b)
        if gap is None:
            return None
        largest = max(largest, gap)
    return largest


def _files(store: Path) -> dict[str, Path]:
    return {
        path.relative_to(store).as_posix(): path
        for path in sorted(store.rglob("*"))
        if path.is_file() and path.name not in ABOUT_THE_BUILD
    }
