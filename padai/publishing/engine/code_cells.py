"""Run the cells of a document in a Jupyter kernel of its own, under a time limit."""

from __future__ import annotations

import json
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from padai.errors import MissingExtraError, RenderError, Said
from padai.publishing.engine.answers import KernelQuestion
from padai.publishing.engine.blocks import CodeCell, Document, FilePlace, fail
from padai.publishing.engine.cell_failures import (
    KERNEL_WORDS,
    check_warning,
    ended_kernel,
    failure_of,
    not_started,
)
from padai.publishing.engine.cell_steps import Inline, Step, steps_of
from padai.publishing.engine.many_kernels import provide_copies, source_of_kernels
from padai.publishing.engine.pictures import FOLDER
from padai.publishing.engine.process import kill_group
from padai.publishing.engine.sandbox.guard import system_left
from padai.publishing.engine.warm import Warm, held

# A path of a socket is held to about 107 bytes by the system.
_LONGEST_SOCKET_PATH = 90


Outputs = list[Mapping[str, Any]]


def run_cells(
    document: Document,
    *,
    folder: Path,
    home: Path,
    env: Mapping[str, str],
    timeout: float,
    progress: Callable[[str], None] | None = None,
    asked: KernelQuestion | None = None,
    copied: bool = False,
) -> dict[FilePlace | Inline, Outputs]:
    """Run a document's cells in order in a fresh kernel, and kill the kernel at the end.

    Parameters
    ----------
    document
        The document, already held to the subset.
    folder
        The folder in which the cells run: that of the document, in the scratch folder.
    home
        A private folder for the kernel's own files and sockets.
    env
        The kernel's whole environment.
    timeout
        Seconds for all cells together.
    progress
        Called with a short text before each labelled cell.
    asked
        What the kernel is asked at last.
    copied
        Whether the kernel may be a copy of a process that loaded what padai's own cells need.

    Returns
    -------
    dict
        Notebook outputs by the place of the cell, or by the inline expression.

    Raises
    ------
    RenderError
        When a cell fails, writes warnings, or the time limit passes: one message with file,
        line and the cell's label.
    """
    steps = steps_of(document)
    if not steps:
        return {}
    deadline = time.monotonic() + timeout
    outputs: dict[FilePlace | Inline, Outputs] = {}
    pictures = folder / FOLDER
    pictures.mkdir(exist_ok=True)
    copied = copied and source_of_kernels() is not None and held() is None
    with _kernel_for(steps, folder, home, env, deadline, copied=copied) as client:
        for index, step in enumerate(steps):
            if progress is not None and isinstance(step, CodeCell) and "label" in step.options:
                progress(f"{document.path}: {step.label}")
            produced = _execute(client, index, step, timeout, deadline)
            outputs[step.place if isinstance(step, CodeCell) else step] = produced
        if asked is not None:
            # a kernel that stays remembers what earlier pages read
            asked.tell("" if held() is not None else _answer(client, len(steps), asked))
    _check_pictures(document, pictures)
    return outputs


def _answer(client: Any, index: int, asked: KernelQuestion) -> str:
    """Ask a kernel once all cells ran; nothing where it does not say."""
    from nbclient.exceptions import CellExecutionError
    from nbformat.v4 import new_code_cell

    client.nb.cells.append(new_code_cell(source=asked.source, id="asked"))
    try:
        cell = client.execute_cell(client.nb.cells[index], index)
    except (CellExecutionError, RuntimeError):
        return ""
    return "".join(str(o["text"]) for o in cell.outputs if o.get("name") == "stdout")


def _check_pictures(document: Document, pictures: Path) -> None:
    """Refuse what cells left where pictures go and is no file of its own."""
    for file in sorted(pictures.rglob("*")):
        about = file.lstat()
        if not stat.S_ISDIR(about.st_mode) and not (
            stat.S_ISREG(about.st_mode) and about.st_nlink == 1
        ):
            raise RenderError(
                Said(
                    "publishing-rendering-a-cell-left-which-is-a-link-or-no-file",
                    folder=FOLDER,
                    found_name=file.name,
                ),
                where=str(document.path),
            )


def _kernel_for(
    steps: Sequence[Step],
    folder: Path,
    home: Path,
    env: Mapping[str, str],
    deadline: float,
    *,
    copied: bool,
) -> AbstractContextManager[Any]:
    """Return a kernel of its own, or the one that stays, given these steps and this limit."""
    warm = held()
    if warm is None:
        return _kernel(steps, folder, home, env, deadline, copied=copied)
    return _again(warm, steps, folder, home, env, deadline)


@contextmanager
def _again(
    warm: Warm,
    steps: Sequence[Step],
    folder: Path,
    home: Path,
    env: Mapping[str, str],
    deadline: float,
) -> Iterator[Any]:
    with warm.kernel(lambda: _kernel(steps, folder, home, env, deadline)) as client:
        client.nb.cells = _cells_of(steps)
        client.timeout_func = lambda _cell: max(1, int(deadline - time.monotonic()))
        yield client


def _cells_of(steps: Sequence[Step]) -> list[Any]:
    from nbformat.v4 import new_code_cell

    return [
        new_code_cell(source=s.source, id=f"step-{i}", metadata={}) for i, s in enumerate(steps)
    ]


@contextmanager
def _kernel(
    steps: Sequence[Step],
    folder: Path,
    home: Path,
    env: Mapping[str, str],
    deadline: float,
    *,
    copied: bool = False,
) -> Iterator[Any]:
    if find_spec("ipykernel") is None:
        raise MissingExtraError("reports", Said("publishing-rendering-rendering-a-report"))
    try:
        from nbclient import NotebookClient
        from nbformat.v4 import new_notebook
    except ImportError:
        raise MissingExtraError(
            "reports", Said("publishing-rendering-rendering-a-report")
        ) from None

    manager = _manager(home, copied=copied)
    client = NotebookClient(
        new_notebook(cells=_cells_of(steps)),
        km=manager,
        timeout_func=lambda _cell: max(1, int(deadline - time.monotonic())),
        startup_timeout=max(1, int(deadline - time.monotonic())),
        allow_errors=True,
        resources={"metadata": {"path": str(folder)}},
    )
    group: int | None = None
    kernel: subprocess.Popen[bytes] | None = None
    try:
        with _started(client, env, home):
            provisioner: Any = manager.provisioner
            group = getattr(provisioner, "pgid", None) or provisioner.pid
            kernel = provisioner.process
            try:
                yield client
            finally:
                kill_group(group)
    finally:
        if group is not None:
            kill_group(group)
        if kernel is not None:
            kernel.wait()  # jupyter_client leaves what was killed unread, and its time uncounted


def _manager(home: Path, *, copied: bool) -> Any:
    """Return what starts this very Python as a kernel, with its files and sockets in `home`."""
    from jupyter_client.kernelspec import KernelSpecManager
    from jupyter_client.manager import AsyncKernelManager

    socket = home / "k"
    transport = "ipc" if len(str(socket)) < _LONGEST_SOCKET_PATH and sys.platform != "win32" else ""
    return AsyncKernelManager(
        kernel_name="padai",
        kernel_spec_manager=KernelSpecManager(
            kernel_dirs=[str(_kernel_spec(home, copied=copied))], ensure_native_kernel=False
        ),
        connection_file=str(home / "jupyter" / "kernel.json"),
        **({"transport": transport, "ip": str(socket)} if transport else {}),
    )


@contextmanager
def _started(client: Any, env: Mapping[str, str], home: Path) -> Iterator[None]:
    """Start the kernel, whose own words are read where it does not start."""
    words = home / "jupyter" / KERNEL_WORDS
    with ExitStack() as stack:
        heard = stack.enter_context(words.open("wb"))
        silent = {"stdout": subprocess.DEVNULL, "stderr": heard}
        try:
            stack.enter_context(client.setup_kernel(env=dict(env), cleanup_kc=True, **silent))
        except RuntimeError as error:
            raise not_started(error, words.read_text(encoding="utf-8", errors="replace")) from None
        yield


def _kernel_spec(home: Path, *, copied: bool) -> Path:
    """Write a kernel that runs this very Python, whatever else is installed."""
    folder = home / "kernels" / "padai"
    folder.mkdir(parents=True, exist_ok=True)
    launcher = "padai.publishing.engine.kernel"
    system = folder / "system.json"
    system.write_text(json.dumps(system_left()), encoding="utf-8")
    argv = [sys.executable, "-m", launcher, str(system), "-f", "{connection_file}"]
    spec: dict[str, Any] = {"argv": argv, "display_name": "padai", "language": "python"}
    if copied:
        spec["metadata"] = {"kernel_provisioner": {"provisioner_name": provide_copies()}}
    (folder / "kernel.json").write_text(json.dumps(spec), encoding="utf-8")
    return folder.parent


def _execute(client: Any, index: int, step: Step, timeout: float, deadline: float) -> Outputs:
    from nbclient.exceptions import CellTimeoutError, DeadKernelError

    name = (
        Said("publishing-rendering-cell", step_label=step.label)
        if isinstance(step, CodeCell)
        else Said("publishing-rendering-inline", expression=step.expression)
    )
    limit = max(1, round(timeout))
    late = Said(
        "publishing-rendering-was-still-running-when-the-time-limit-of", name=name, limit=limit
    )
    if time.monotonic() > deadline:
        raise fail(step.place, late)
    try:
        cell = client.execute_cell(client.nb.cells[index], index)
    except CellTimeoutError:
        raise fail(step.place, late) from None
    except DeadKernelError:
        raise ended_kernel(client, step, name) from None
    outputs: Outputs = list(cell.outputs)
    for output in outputs:
        if output["output_type"] == "error":
            raise failure_of(step, name, output)
        if output.get("name") == "stderr":
            check_warning(step, name, str(output["text"]))
    return outputs
