"""What several tests begin with is made once a run, by whichever of its processes asks first."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """Return a folder that was filled once for all processes of a run; nobody may change it.

    A process that asks while another one fills it waits. Where filling fails, the next one that
    asks tries again, and fails by itself.

    Parameters
    ----------
    name
        A name that nothing else of the run has.
    make
        Called with the empty folder, which it fills.
    """
    shared = factory.getbasetemp()
    if os.environ.get("PYTEST_XDIST_WORKER"):
        shared = shared.parent  # each process has a folder of its own in it
    folder, done = shared / f"once-{name}", shared / f"once-{name}.done"
    with _alone(shared / f"once-{name}.lock"):
        if not done.is_file():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            make(folder)
            done.touch()
    return folder


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """Hold a lock, which also those of a process that was killed let go."""
    with lock.open("w") as held:
        if fcntl is None:
            yield
            return
        fcntl.flock(held, fcntl.LOCK_EX)
        try:
            yield
        finally:
            fcntl.flock(held, fcntl.LOCK_UN)  # processes that were forked meanwhile hold it too
