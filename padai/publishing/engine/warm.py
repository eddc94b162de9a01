"""What stays from one making of a page to the next, while somebody writes it: folder and kernel.

A release never uses it: each of its documents has a kernel that nothing ran in before. A draft that
is watched keeps one kernel, under the same locks, and the pictures that it drew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from typing import Any

PICTURES = "PADAI_KEEP_PICTURES"
"""What tells a kernel that it will draw the same pictures again."""
_HELD: list[Warm] = []


class Warm:
    """A scratch folder and a kernel, made when they are first needed."""

    def __init__(self) -> None:
        self._folder = ExitStack()
        self._kernel = ExitStack()
        self.scratch: Any = None
        self.client: Any = None

    def folder(self, make: Callable[[], AbstractContextManager[Any]]) -> Any:
        """Return the scratch folder."""
        if self.scratch is None:
            self.scratch = self._folder.enter_context(make())
        return self.scratch

    @contextmanager
    def kernel(self, make: Callable[[], AbstractContextManager[Any]]) -> Iterator[Any]:
        """Yield the kernel's client; a kernel in which something failed is ended."""
        if self.client is None:
            self.client = self._kernel.enter_context(make())
        try:
            yield self.client
        except BaseException:
            self.forget_kernel()
            raise

    def forget_kernel(self) -> None:
        """End the kernel, if there is one; the next page gets another."""
        self.client = None
        self._kernel.close()
        self._kernel = ExitStack()

    def close(self) -> None:
        """End the kernel and remove the folder."""
        self.forget_kernel()
        self._folder.close()


def held() -> Warm | None:
    """Return what stays, where something does."""
    return _HELD[-1] if _HELD else None


@contextmanager
def staying_warm() -> Iterator[Warm]:
    """Keep folder and kernel for all that is rendered meanwhile."""
    warm = Warm()
    _HELD.append(warm)
    try:
        yield warm
    finally:
        _HELD.remove(warm)
        warm.close()
