"""Run an external program with a time limit, and leave none of its children behind."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from padai.errors import RenderError


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
            f"{what} took more than {timeout:.3g} s and was stopped.",
            f"{what} a pris plus de {timeout:.3g} s et a été arrêté.",
        ) from None
    finally:
        kill_group(process.pid)
        process.wait()
    return process.returncode, out, err
