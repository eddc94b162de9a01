"""The process of which kernels are copies: it loads what they need, and runs nothing itself.

``python -m padai.publishing.engine.forking`` reads a JSON line a request on standard input, and
writes one a request on standard output: a request with ``argv``, ``env``, ``cwd`` and ``words``
makes a kernel and is told its ``pid``; one with ``ended`` is told the ``code`` of a kernel that has
ended. When no more lines come, what is left of the kernels is ended.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import sys
import tempfile
from contextlib import suppress
from importlib import import_module
from typing import Any

LOADED = (
    "babel.dates", "fluent.runtime", "ipykernel.ipkernel", "ipykernel.kernelapp",
    "ipykernel.zmqshell", "IPython.core.completerlib", "IPython.core.interactiveshell",
    "IPython.core.oinspect", "matplotlib.backends.backend_agg", "matplotlib.figure",
    "matplotlib_inline.backend_inline", "numpy", "pandas", "zmq", "padai.charts.rows",
    "padai.charts.trend", "padai.charts.vector", "padai.publishing.engine.kernel",
    "padai.publishing.engine.pictures", "padai.publishing.engine.sandbox.guard",
    "padai.publishing.report", "padai.survey.read_texts",
)  # fmt: skip
"""What the cells of padai's own documents load, and the kernel before them."""


def main() -> None:
    """Load, then make a kernel at each request."""
    from padai.charts.style import draw_lean, seaborn

    draw_lean()
    seaborn()
    for name in LOADED:
        import_module(name)
    import_module("padai.publishing.held_store").hold_store()
    gc.collect()
    gc.freeze()  # a copy that looks for dead objects would copy the memory of all that live
    alive: set[int] = set()
    for line in sys.stdin:
        asked = json.loads(line)
        if "ended" in asked:
            answer = {"code": _ended(asked["ended"], alive)}
        else:
            pid = _copied(asked)
            alive.add(pid)
            answer = {"pid": pid}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()
    for pid in alive:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(pid, signal.SIGKILL)
        with suppress(ChildProcessError):
            os.waitpid(pid, 0)


def _ended(pid: int, alive: set[int]) -> int | None:
    """Return how a kernel ended, as :mod:`subprocess` has it; None while it has not."""
    try:
        ended, status = os.waitpid(pid, os.WNOHANG)
    except ChildProcessError:
        ended, status = pid, 0
    if not ended:
        return None
    alive.discard(pid)
    return os.waitstatus_to_exitcode(status)


def _copied(asked: dict[str, Any]) -> int:
    """Make a copy of this process that becomes a kernel, and return its number."""
    leads, led = os.pipe()
    pid = os.fork()
    if pid:
        os.close(led)
        os.read(leads, 1)  # until it leads a group of its own
        os.close(leads)
        return pid
    code = 1
    try:
        os.setsid()
        os.close(leads)
        os.close(led)
        _become(asked)
        from padai.publishing.engine.kernel import main as run

        run()
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    except BaseException:
        import traceback

        traceback.print_exc()
    finally:
        with suppress(Exception):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(code)
    raise AssertionError("a copy never returns")


def _become(asked: dict[str, Any]) -> None:
    """Take on a kernel's environment, folder, arguments and open files: Python's are by number."""
    nothing = os.open(os.devnull, os.O_RDWR)
    words = os.open(asked["words"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    for number, file in enumerate((nothing, nothing, words)):
        os.dup2(file, number)
    # the kernel ends when the process that made it does
    environment = {**asked["env"], "JPY_PARENT_PID": str(os.getppid())}
    os.environ.clear()
    os.environ.update(environment)
    tempfile.tempdir = None
    os.chdir(asked["cwd"])
    sys.argv = ["kernel", *asked["argv"]]


if __name__ == "__main__":
    main()
