"""Kernels for all documents of a release from one process that has loaded what they need.

A kernel takes a second to load its libraries, and a release has ten documents. Here one process
(:mod:`padai.publishing.engine.forking`) loads them, runs nothing, and makes a copy of itself for
each document: a kernel is as new as one that was started, and nothing of one document is in that of
another. It lives as long as :func:`many_kernels`; where the system cannot copy a process safely,
and for templates that are not padai's own, each kernel is started as ever.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

from padai.publishing.engine.fonts import write_font_list
from padai.publishing.engine.process import kill_group

PROVISIONER = "padai-copy"
_GROUP = "jupyter_client.kernel_provisioners"
_STEP = 0.01
_HELD: list[KernelTemplate] = []


class Copy:
    """A kernel that is a copy of the source, as :class:`subprocess.Popen` would tell of it."""

    stdin = stdout = stderr = None

    def __init__(self, source: KernelTemplate, pid: int) -> None:
        self._source = source
        self.pid = pid
        self.returncode: int | None = None

    def poll(self) -> int | None:
        """Return how it ended, or None while it has not."""
        if self.returncode is None:
            self.returncode = self._source.ended(self.pid)
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        """Wait until it has ended, and return how."""
        deadline = None if timeout is None else time.monotonic() + timeout
        while (code := self.poll()) is None:
            if deadline is not None and time.monotonic() > deadline:
                raise subprocess.TimeoutExpired("kernel", timeout or 0.0)
            time.sleep(_STEP)
        return code

    def send_signal(self, number: int) -> None:
        """Send it a signal, unless it has ended."""
        if self.poll() is None:
            with suppress(ProcessLookupError):
                os.kill(self.pid, number)

    def terminate(self) -> None:
        """Ask it to end."""
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        """End it."""
        self.send_signal(signal.SIGKILL)


class KernelTemplate:
    """The process of which kernels are copies, started when the first one is asked for."""

    def __init__(self) -> None:
        self._stack = ExitStack()
        self._process: subprocess.Popen[str] | None = None
        self._asked_for = False

    def copy(self, command: Sequence[str], env: Mapping[str, str], cwd: str, words: str) -> Copy:
        """Return a kernel.

        Parameters
        ----------
        command
            What would start one: Python, ``-m``, a module, and its arguments.
        env, cwd
            Its whole environment, and its folder.
        words
            The file that receives what it says of itself.

        Raises
        ------
        OSError
            The source cannot be asked.
        """
        if not self._asked_for:
            self._asked_for = True
            self._process = self._started(env)
        asked = {"argv": list(command[3:]), "env": dict(env), "cwd": cwd, "words": words}
        return Copy(self, int(self._answer(asked)["pid"]))

    def ended(self, pid: int) -> int | None:
        """Return how a copy ended, or None while it has not; without a source none lives."""
        try:
            code: int | None = self._answer({"ended": pid})["code"]
        except OSError:
            return -int(signal.SIGKILL)
        return code

    def close(self) -> None:
        """End the source and what is left of its copies."""
        process, self._process = self._process, None
        if process is not None and process.stdin is not None and process.stdout is not None:
            with suppress(OSError):
                process.stdin.close()
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                kill_group(process.pid)
                process.wait()
            process.stdout.close()
        self._stack.close()

    def _started(self, env: Mapping[str, str]) -> subprocess.Popen[str]:
        from padai.publishing.engine.scratch import prepare_home

        place = self._stack.enter_context(
            tempfile.TemporaryDirectory(prefix="padai-", ignore_cleanup_errors=True)
        )
        home = Path(place) / "home"
        prepare_home(home)
        write_font_list(home / "matplotlib")
        own = {"HOME": home, "TMPDIR": home, "IPYTHONDIR": home / "ipython",
               "MPLCONFIGDIR": home / "matplotlib",
               "MATPLOTLIBRC": home / "matplotlib" / "matplotlibrc"}  # fmt: skip
        return subprocess.Popen(
            [sys.executable, "-m", "padai.publishing.engine.forking"],
            cwd=home,
            env={**env, **{name: str(path) for name, path in own.items()}},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            start_new_session=True,
        )

    def _answer(self, asked: Mapping[str, Any]) -> dict[str, Any]:
        process = self._process
        if process is None or process.stdin is None or process.stdout is None:
            raise OSError("no source of kernels")
        process.stdin.write(json.dumps(asked) + "\n")
        process.stdin.flush()
        line = process.stdout.readline()
        if not line:
            raise OSError("the source of kernels has ended")
        answer: dict[str, Any] = json.loads(line)
        return answer


@contextmanager
def many_kernels() -> Iterator[None]:
    """Make kernels by copies meanwhile, where the system can."""
    if not sys.platform.startswith("linux"):
        yield  # elsewhere a copy of a process with libraries of the system is not safe
        return
    source = KernelTemplate()
    try:
        with kernels_from(source):
            yield
    finally:
        source.close()


@contextmanager
def kernels_from(source: KernelTemplate) -> Iterator[None]:
    """Make kernels by this source meanwhile."""
    _HELD.append(source)
    try:
        yield
    finally:
        _HELD.remove(source)


def source_of_kernels() -> KernelTemplate | None:
    """Return the process of which kernels are copies, where there is one."""
    return _HELD[-1] if _HELD else None


def provide_copies() -> str:
    """Have Jupyter know the provisioner of copies, and return its name."""
    from jupyter_client.provisioning.factory import KernelProvisionerFactory

    place = "padai.publishing.engine.provisioner:CopyProvisioner"
    factory = KernelProvisionerFactory.instance()
    factory.provisioners.setdefault(PROVISIONER, EntryPoint(PROVISIONER, place, _GROUP))
    return PROVISIONER
