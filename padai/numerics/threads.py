"""One thread for linear algebra, so that a number does not depend on how many cores there are.

OpenBLAS divides large products among threads, and adds up in another order then: the last digits of
a variance would tell the machine. The small matrices of survey work lose time by it besides.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from importlib.util import find_spec
from pathlib import Path

_NAMES = [
    f"{first}openblas_{{}}_num_threads{last}" for first in ("scipy_", "") for last in ("64_", "")
]


@contextmanager
def one_thread() -> Iterator[None]:
    """Let the OpenBLAS of numpy and of scipy work in one thread; another library is left alone.

    Examples
    --------
    >>> with one_thread():
    ...     sum(count > 1 for count in thread_counts())
    0
    """
    before = [count() for count, _ in _libraries()]
    for _, limit in _libraries():
        limit(1)
    try:
        yield
    finally:
        for (_, limit), threads in zip(_libraries(), before, strict=True):
            limit(threads)


def thread_counts() -> list[int]:
    """Return how many threads each OpenBLAS that was found works in."""
    return [count() for count, _ in _libraries()]


@cache
def _libraries() -> tuple[tuple[Callable[[], int], Callable[[int], None]], ...]:
    """Return what reads and what sets the number of threads of each library in use."""
    found = []
    for path in _files():
        library = ctypes.CDLL(str(path))
        for name in _NAMES:
            if hasattr(library, name.format("set")):
                found.append(
                    (getattr(library, name.format("get")), getattr(library, name.format("set")))
                )
                break
    return tuple(found)


def _files() -> Iterator[Path]:
    for package in ("numpy", "scipy"):
        spec = find_spec(package)
        if spec is None or spec.origin is None:
            continue
        home = Path(spec.origin).parent
        for folder in (home.with_name(f"{package}.libs"), home / ".dylibs"):
            yield from sorted(folder.glob("*openblas*"))
