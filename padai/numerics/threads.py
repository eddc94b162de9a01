"""One thread for linear algebra, so that a number does not depend on how many cores there are.

OpenBLAS divides large products among threads, and adds up in another order then: the last digits of
a variance would tell the machine. The small matrices of survey work lose time by it besides.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, update_wrapper
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from types import FunctionType
from typing import ParamSpec, TypeVar, cast

_NAMES = [
    f"{first}openblas_{{}}_num_threads{last}" for first in ("scipy_", "") for last in ("64_", "")
]


P = ParamSpec("P")
R = TypeVar("R")


class _Pin:
    """How many pieces of work need one thread now, and what they found."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.depth = 0
        self.before: list[int] = []

    def enter(self) -> None:
        """Limit the libraries, unless some work has done so already."""
        with self.lock:
            if not self.depth:
                self.before = thread_counts()
                for _, limit in _libraries():
                    limit(1)
            self.depth += 1

    def leave(self) -> None:
        """Give the threads back once no work needs the limit."""
        with self.lock:
            self.depth -= 1
            if not self.depth:
                for (_, limit), threads in zip(_libraries(), self.before, strict=True):
                    limit(threads)


_PIN = _Pin()


@contextmanager
def one_thread() -> Iterator[None]:
    """Let the OpenBLAS of numpy and of scipy work in one thread; another library is left alone.

    Within each other, or in several threads of Python at once, the first limits and the last lets
    go.

    Examples
    --------
    >>> with one_thread():
    ...     sum(count > 1 for count in thread_counts())
    0
    """
    _PIN.enter()
    try:
        yield
    finally:
        _PIN.leave()


def pinned(work: Callable[P, R]) -> Callable[P, R]:
    """Let a function that multiplies matrices work in one thread, as `one_thread` does.

    Examples
    --------
    >>> pinned(lambda: sum(count > 1 for count in thread_counts()))()
    0
    """
    enter, leave = _PIN.enter, _PIN.leave

    def inside(*args: P.args, **kwargs: P.kwargs) -> R:
        enter()
        try:
            return work(*args, **kwargs)
        finally:
            leave()

    # With the globals of its own module, so that doctest finds the examples of what it wraps.
    own = getattr(work, "__globals__", globals())
    same = FunctionType(inside.__code__, own, inside.__name__, None, inside.__closure__)
    return cast(Callable[P, R], update_wrapper(same, work))


def thread_counts() -> list[int]:
    """Return how many threads each OpenBLAS that was found works in."""
    return [count() for count, _ in _libraries()]


@cache
def _libraries() -> tuple[tuple[Callable[[], int], Callable[[int], None]], ...]:
    """Return what reads and what sets the number of threads of each library in use."""
    controls = []
    for path in _files():
        library = ctypes.CDLL(str(path))
        for name in _NAMES:
            if hasattr(library, name.format("set")):
                controls.append(
                    (getattr(library, name.format("get")), getattr(library, name.format("set")))
                )
                break
    return tuple(controls)


def _files() -> Iterator[Path]:
    for package in ("numpy", "scipy"):
        spec = find_spec(package)
        if spec is None or spec.origin is None:
            continue
        home = Path(spec.origin).parent
        for folder in (home.with_name(f"{package}.libs"), home / ".dylibs"):
            yield from sorted(folder.glob("*openblas*"))
