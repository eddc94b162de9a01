"""The processes that read data files: each file in one of its own, under limits of time.

A process that reads has to load the library that does so, which takes longer than the reading of
most files. Whoever reads several keeps one process that has loaded it (:func:`several_files`): it
opens no file, and splits off a process for each.
"""

from __future__ import annotations

import importlib
import json
import os
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")

WALL_SECONDS = 60.0
CHILD = Path(__file__).with_name("_child.py")
_KEPT = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "LD_LIBRARY_PATH")
_CPU_REACHED = -24
"""SIGXCPU where it exists: the processor limit was reached."""


class _Source:
    """A process that has loaded the reading library and splits off readers; started when asked."""

    def __init__(self) -> None:
        self.running: subprocess.Popen[str] | None = None

    def run(self, asked: Sequence[Sequence[str]], seconds: float) -> list[int]:
        """Run readers side by side and return their exit codes.

        Raises
        ------
        subprocess.TimeoutExpired
            They took longer; none of them is left.
        """
        if self.running is None:
            self.running = subprocess.Popen(
                [sys.executable, "-I", str(CHILD), "serve"],
                env=_environment(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                start_new_session=True,
            )
        source = self.running
        assert source.stdin is not None and source.stdout is not None
        answered = False
        try:
            with suppress(BrokenPipeError):
                source.stdin.write(json.dumps(asked) + "\n")
                source.stdin.flush()
            importlib.import_module("pandas")  # needed next, and the readers take their time
            with selectors.DefaultSelector() as answering:  # `select` ends at the 1,024th open file
                answering.register(source.stdout, selectors.EVENT_READ)
                if not answering.select(seconds):
                    raise subprocess.TimeoutExpired(source.args, seconds)
            line = source.stdout.readline()
            answered = bool(line)
            return list(json.loads(line)) if line else [source.wait() or 1]
        finally:
            if not answered:  # too late, ended, or interrupted: nothing of it goes on
                self.end()

    def end(self) -> None:
        """End the process and what it split off, and wait for it."""
        source, self.running = self.running, None
        if source is None:
            return
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(source.pid, signal.SIGKILL)
        with source:  # closes the pipes, then waits
            pass


_SOURCE: ContextVar[tuple[int, _Source] | None] = ContextVar("source", default=None)
_LAST: ContextVar[dict[tuple[str, str], Any] | None] = ContextVar("last", default=None)


@contextmanager
def several_files() -> Iterator[None]:
    """Let the files that are read inside the block share one loading of the reading library.

    A file that holds several waves is read once for all of them. Where a process cannot be split
    (Windows; macOS, whose libraries do not bear it), each file is read as outside of the block.

    Examples
    --------
    >>> with several_files():
    ...     waves = [padai.read_wave(survey, each) for each in survey.waves]  # doctest: +SKIP
    """
    last = _LAST.set({} if _LAST.get() is None else _LAST.get())
    try:
        with _one_source():
            yield
    finally:
        _LAST.reset(last)


def read_once(key: tuple[str, str], read: Callable[[], T]) -> T:
    """Return what was read last inside the block, where it is the same; else read, and keep it.

    Parameters
    ----------
    key
        The format and the checksum of the file.
    """
    kept = _LAST.get()
    if kept is None:
        return read()
    if key not in kept:
        kept.clear()
        kept[key] = read()
    found: T = kept[key]
    return found


@contextmanager
def _one_source() -> Iterator[None]:
    if _own_source() is not None or sys.platform != "linux" or not hasattr(os, "fork"):
        yield
        return
    source = _Source()
    before = _SOURCE.set((os.getpid(), source))
    try:
        yield
    finally:
        _SOURCE.reset(before)
        source.end()


def _own_source() -> _Source | None:
    """Return the source of the block, if it was begun in this very process."""
    process, source = _SOURCE.get() or (0, None)
    return source if process == os.getpid() else None


def run_readers(
    path: Path, kind: str, shares: Sequence[Path], rows: tuple[int, int] | None = None
) -> str | None:
    """Run the readers of a file, each into its folder; return the name of what went wrong, if any.

    Parameters
    ----------
    path, kind
        The file and its format.
    shares
        The folders, which are made; several readers share the columns.
    rows
        The first row and how many, where not all are read.
    """
    asked = []
    for place, share in enumerate(shares):
        share.mkdir()
        which = [str(place), str(len(shares))] if len(shares) > 1 or rows else []
        which += [str(number) for number in rows or ()]
        asked.append([str(path.resolve()), kind, str(share), *which])
    seconds = WALL_SECONDS + path.stat().st_size / 1e6
    source = _own_source() if kind != "parquet" else None
    try:
        codes = _run(asked, seconds) if source is None else source.run(asked, seconds)
    except subprocess.TimeoutExpired:
        return "time"
    if not any(codes) and all((share / "about.json").is_file() for share in shares):
        return None
    return "time" if _CPU_REACHED in codes else "broken"


def _run(asked: Sequence[Sequence[str]], seconds: float) -> list[int]:
    """Start a process for each reader and return their exit codes; none is left after that."""
    readers = [
        subprocess.Popen(
            [sys.executable, "-I", str(CHILD), *arguments],
            env=_environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for arguments in asked
    ]
    due = time.monotonic() + seconds
    try:
        importlib.import_module("pandas")  # needed next, and the readers take their time
        return [reader.wait(max(due - time.monotonic(), 0.1)) for reader in readers]
    finally:
        for reader in readers:
            reader.kill()
            reader.wait()


def _environment() -> dict[str, str]:
    """Return what a reader is told of the environment, and that it works in one thread.

    The memory limit counts the stacks that numeric libraries set aside.
    """
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return kept | {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
