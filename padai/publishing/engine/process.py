"""Run an external program with a time limit, and leave none of its children behind."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from padai.errors import RenderError, Said

_NO_MEMORY = re.compile(
    r"MemoryError|cannot allocate memory|unable to allocate|failed to map segment|bad_alloc|"
    r"heap exhausted|out of memory|can't start new thread|pthread_create failed|"
    r"memory allocation of \d+ bytes failed|failed to allocate|resource temporarily unavailable",
    re.IGNORECASE,
)
_HEAP_EXHAUSTED = 251  # how a program compiled from Haskell ends then
SECONDS = 300.0
"""How long a document may take by the clock, on a machine that does nothing else."""
MOST_CROWDED = 6.0
TIME_LIMIT = "PADAI_TIME_LIMIT"
"""The variable that says how many seconds a document may take."""
NO_MEMORY = Said("publishing-rendering-memory-ran-out-give-it-more-2-gb-are")


def pandoc_path() -> Path:
    """Return the pandoc that came with pypandoc, and no newer one: it makes the bytes.

    `PYPANDOC_PANDOC` names another; where none came (conda), it is the one that pypandoc finds.

    Raises
    ------
    ImportError, OSError
        There is no pypandoc, or no pandoc.
    """
    import pypandoc

    own = Path(pypandoc.__file__).with_name("files") / "pandoc"
    if own.is_file() and not os.environ.get("PYPANDOC_PANDOC"):
        return own
    return Path(pypandoc.get_pandoc_path())


def out_of_memory(code: int | None, stderr: str = "") -> bool:
    """Whether a program ended for lack of memory, by its exit code or by its last words.

    Examples
    --------
    >>> out_of_memory(1, "ImportError: failed to map segment from shared object")
    True
    >>> out_of_memory(-9), out_of_memory(1, "NameError: name 'x' is not defined")
    (True, False)
    """
    killed = -int(getattr(signal, "SIGKILL", 9))
    return code in (killed, _HEAP_EXHAUSTED) or _NO_MEMORY.search(stderr) is not None


def allowed_seconds() -> float:
    """Return how long a document may take by the clock.

    Of ten programs on two processors each gets a fifth of the time, so the limit is five times as
    long, up to six times.

    Raises
    ------
    RenderError
        ``PADAI_TIME_LIMIT`` is no number of seconds.
    """
    limit = os.environ.get(TIME_LIMIT, "").strip()
    if limit:
        if not limit.isdecimal() or int(limit) == 0:
            raise RenderError(Said("publishing-rendering-time-limit-is-no-number", said=limit))
        return float(limit)
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    return SECONDS * min(max(1.0, load / (os.cpu_count() or 1)), MOST_CROWDED)


def kill_group(pid: int) -> None:
    """Kill a process that leads its own group, with all that it started."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        if hasattr(os, "killpg"):
            os.killpg(pid, signal.SIGKILL)
        else:
            os.kill(pid, signal.SIGTERM)


def run(
    command: Sequence[str],
    *,
    what: str,
    cwd: Path,
    env: Mapping[str, str],
    timeout: float,
    stdin: bytes = b"",
) -> tuple[int, bytes, bytes]:
    """Run a program to its end, or kill it and its children at the time limit.

    Parameters
    ----------
    command
        Program and arguments; no shell reads them.
    what
        The program and what it works on, for the message: ``"pandoc (fr/report.qmd)"``.
    cwd, env
        Its folder and its whole environment.
    timeout
        Seconds.
    stdin
        What it is given to read.

    Returns
    -------
    tuple of (int, bytes, bytes)
        Exit code, standard output, standard error.

    Raises
    ------
    RenderError
        When the time limit passes.
    """
    process = subprocess.Popen(
        list(command),
        cwd=cwd,
        env=dict(env),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    try:
        out, err = process.communicate(stdin, timeout=timeout)
    except subprocess.TimeoutExpired:
        raise RenderError(
            Said(
                "publishing-rendering-took-more-than-s-and-was-stopped",
                what=what,
                timeout=f"{timeout:.3g}",
            ),
        ) from None
    finally:
        kill_group(process.pid)
        process.wait()
    return process.returncode, out, err
