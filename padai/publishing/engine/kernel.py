"""The Jupyter kernel that runs the cells of a report, closed off before it starts.

``python -m padai.publishing.engine.kernel SYSTEM -f FILE`` is what ``ipykernel_launcher`` is,
in a process that reads the templates, the store, and of the system what the file SYSTEM lists. It
writes pictures and files of its own, reaches no other process and starts none; once its own
sockets are there it makes no more.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from padai.publishing.engine.pictures import FOLDER
from padai.publishing.engine.seldom import collect_seldom


def main() -> None:
    """Close the process off and start the kernel."""
    from padai.publishing.engine.sandbox.privileges import close_handles

    close_handles()
    collect_seldom()

    from padai.publishing.engine.answers import prepare_answer

    prepare_answer()

    # nobody looks into a kernel that is closed off, and its debugger takes a quarter of a second
    sys.modules.setdefault("debugpy", None)  # type: ignore[arg-type]
    from ipykernel import kernelapp

    from padai.errors import PadaiError
    from padai.publishing.engine.sandbox.guard import close_off, close_off_cells

    # of an error, the kernel reports the text alone: it is told in every language
    PadaiError.__str__ = lambda error: json.dumps(error.carried())  # type: ignore[method-assign]

    system = json.loads(Path(sys.argv.pop(1)).read_text(encoding="utf-8"))
    store = Path(os.environ["PADAI_STORE"])
    project = store.parent / "project"
    own: list[str | Path] = [Path.cwd() / FOLDER, os.environ["HOME"]]
    close_off([store, project], own, programs=False, system=system)
    kernelapp.IOPubThread = _without_pipe(kernelapp.IOPubThread)  # type: ignore[misc, assignment]
    kernel = kernelapp.IPKernelApp.instance()
    kernel.initialize()
    close_off_cells()
    kernel.start()


def _without_pipe(thread: Any) -> Callable[..., Any]:
    """Return what makes the thread that tells results, without its TCP port for subprocesses."""
    return lambda *given, **more: thread(*given, **{**more, "pipe": False})


if __name__ == "__main__":
    main()
