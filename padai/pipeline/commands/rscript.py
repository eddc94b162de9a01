"""R, where this machine has it: run a witness, and read its verdict."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from padai.errors import WitnessError
from padai.words import Said

MINUTES = 10
VERDICT = "verdict.dcf"
_NEEDED = ("survey", "MASS")


@dataclass(frozen=True)
class Verdict:
    """What R found.

    Attributes
    ----------
    same : bool
        Whether every figure is the same, to the script's tolerances, and enough were worked out.
    largest : float
        The largest relative difference.
    compared, not_compared : int
        Figures.
    r, package : str
        Versions of R and of its ``survey``.
    """

    same: bool
    largest: float
    compared: int
    not_compared: int
    r: str
    package: str


def found_r() -> str | None:
    """Return where R is on this machine; None where it is not."""
    return shutil.which("Rscript")


def run_r(program: str, script: Path, minutes: float = MINUTES) -> Verdict:
    """Run a witness in its folder and return its verdict.

    Parameters
    ----------
    program
        R, as :func:`found_r` gives it.
    script
        The witness.
    minutes
        After which it is stopped, with every process that it started.

    Raises
    ------
    WitnessError
        R lacks a package, takes too long, or stops before its verdict.
    """
    (script.parent / VERDICT).unlink(missing_ok=True)
    ended = _run([program, "--no-init-file", script.name], script.parent, minutes * 60)
    if ended is None:
        raise WitnessError(
            Said("pipeline-r-was-stopped-after-minutes-run-it", minutes=f"{minutes:g}"),
            where=script.parent.name,
        )
    if not (script.parent / VERDICT).is_file():
        raise _lacking(program, script) or WitnessError(
            Said("pipeline-r-stopped-before-its-verdict-run-it-in"),
            where=script.parent.name,
        )
    return _read(script.parent / VERDICT, ended == 0)


def _run(command: Sequence[str], folder: Path, seconds: float) -> int | None:
    """Return the exit code; None where the time was up. Nothing that it started is left."""
    started = subprocess.Popen(
        command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        return started.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        return None
    finally:
        with suppress(ProcessLookupError, PermissionError):
            if hasattr(os, "killpg"):
                os.killpg(started.pid, signal.SIGKILL)
            else:
                started.kill()
        started.wait()


def _lacking(program: str, script: Path) -> WitnessError | None:
    """Say which package R lacks, if that is why it stopped."""
    for name in _NEEDED:
        asked = f"quit(status = !requireNamespace('{name}', quietly = TRUE))"
        if _run([program, "-e", asked], script.parent, 60):
            return WitnessError(
                Said("pipeline-r-is-here-without-its-package-install-it", name=name),
            )
    return None


def _read(path: Path, ended_well: bool) -> Verdict:
    pairs = (line.partition(": ") for line in path.read_text(encoding="utf-8").splitlines())
    values = {name: value for name, _, value in pairs}
    return Verdict(
        same=ended_well and values["verdict"] == "same",
        largest=float(values["largest"]),
        compared=int(values["compared"]),
        not_compared=int(values["lacking"]),
        r=values["R"],
        package=values["survey"],
    )
