"""Tasks shared out among copies of this process, on a machine with several processors.

A copy (`fork`) has all that was loaded and is held by the same locks. It asks for one task after
another, tells what came of it as JSON, and has its kernels from the process that made it, which
does no task itself. A task leaves files and what it tells, nothing else: each gives the same on
its own as in a row, and what is told stands in the order of the tasks.
"""

from __future__ import annotations

import gc
import json
import math
import os
import re
import selectors
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from padai.errors import MissingExtraError, PadaiError, RenderError
from padai.publishing.engine.many_kernels import (
    Copy,
    KernelTemplate,
    kernels_from,
    source_of_kernels,
)
from padai.words import Carried, Said

MOST = 4
"""The most copies: each has the memory of a store and of what it draws."""
_MEMORY = 1e9
"""Bytes of a copy and its kernel."""
_STEP = 0.25
"""Seconds after which the process that waits looks whether it was interrupted."""
_PATIENCE = 5.0
"""Seconds for a copy to clear away once nobody waits for it."""

Task = Callable[[], Any]


def copies_here() -> int:
    """Return how many tasks this machine does at once, by its processors and its free memory.

    One where processes cannot be copied. To be asked before a process is closed off.
    """
    if not sys.platform.startswith("linux"):
        return 1  # elsewhere a copy of a process with libraries of the system is not safe
    room = min(_numbers_in(Path("/proc/meminfo"), "MemAvailable:") * 1024, _left_to_the_group())
    return max(1, min(len(os.sched_getaffinity(0)), MOST, int(room // _MEMORY)))


def _left_to_the_group(folder: Path = Path("/sys/fs/cgroup")) -> float:
    """Return the bytes that a container may still take; infinite where nothing limits it."""
    return _numbers_in(folder / "memory.max") - _numbers_in(folder / "memory.current", none=0.0)


def _numbers_in(file: Path, name: str = "", none: float = math.inf) -> float:
    """Return the number after a name in a file of the system, `none` where it says none."""
    with suppress(OSError):
        number = re.search(rf"^{name}\s*(\d+)", file.read_text(encoding="ascii"), re.MULTILINE)
        return float(number[1]) if number else none
    return none


def side_by_side(tasks: Sequence[Task], order: Sequence[int], copies: int) -> list[Any]:
    """Carry out tasks in copies of this process and return what they tell, in their order.

    Parameters
    ----------
    tasks
        Each returns what can be written as JSON.
    order
        The numbers of the tasks in the order in which they are begun: the longest first.
    copies
        How many at once.

    Raises
    ------
    PadaiError, OSError
        What the first task that failed raised; the others are ended.
    """
    gc.collect()
    gc.freeze()  # a copy that looks for dead objects would copy the memory of all that live
    made: dict[int, Any] = {}
    waiting = list(reversed(order))
    helpers: list[_Helper] = []
    try:
        for _ in range(min(copies, len(tasks))):
            helpers.append(_helper(tasks, helpers))
        with selectors.DefaultSelector() as heard:
            for helper in helpers:
                heard.register(helper.questions, selectors.EVENT_READ, helper)
            while heard.get_map():
                for key, _ in heard.select(_STEP):
                    if not _answered(key.data, waiting, made):
                        heard.unregister(key.fileobj)
    finally:
        gc.unfreeze()
        for helper in helpers:
            helper.leave()
        for helper in helpers:
            helper.end()
    return [made[number] for number in range(len(tasks))]


@dataclass(eq=False)
class _Helper:
    """A copy, seen from the process that made it: what it asks, and the way to answer."""

    pid: int
    questions: IO[str]
    answers: IO[str]
    ended: bool = False

    def tell(self, answer: Any) -> None:
        """Answer what it asked; one that has ended hears nothing."""
        with suppress(BrokenPipeError):
            self.answers.write(json.dumps(answer) + "\n")
            self.answers.flush()

    def wait(self) -> int:
        """Wait until it has ended, and return how."""
        self.ended = True
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def leave(self) -> None:
        """Have it know that nobody waits for it."""
        for way in (self.answers, self.questions):
            with suppress(OSError):
                way.close()

    def end(self) -> None:
        """Wait until it has ended, and end it where it takes long to clear away."""
        deadline = time.monotonic() + _PATIENCE
        while not self.ended:
            self.ended = os.waitpid(self.pid, os.WNOHANG)[0] != 0
            if not self.ended and time.monotonic() > deadline:
                os.kill(self.pid, signal.SIGKILL)
                self.wait()
            elif not self.ended:
                time.sleep(0.01)


def _answered(helper: _Helper, waiting: list[int], made: dict[int, Any]) -> bool:
    """Read what a copy says and answer it; return whether it will say more."""
    line = helper.questions.readline()
    if not line:
        code = helper.wait()
        if code == -int(signal.SIGKILL):
            raise MemoryError
        if code:
            raise RuntimeError(f"a copy ended: {code}")
        return False
    message = json.loads(line)
    if "failed" in message:
        raise _failure(message["failed"])
    if "kernel" in message:
        helper.tell(_kernel(message["kernel"]))
    elif "kernel_ended" in message:
        source = source_of_kernels()
        helper.tell(source.ended(message["kernel_ended"]) if source is not None else None)
    else:
        if "done" in message:
            made[message["done"]] = message["made"]
        helper.tell(waiting.pop() if waiting else None)
    return True


def _kernel(asked: Mapping[str, Any]) -> int | None:
    """Make a kernel for a copy and return its number; None where there is none to be had."""
    source = source_of_kernels()
    try:
        return None if source is None else source.copy(**asked).pid
    except OSError:
        return None


def _failure(message: Mapping[str, Any]) -> BaseException:
    """Return what a task raised in a copy; a fault it told itself."""
    if message.get("extra"):
        return MissingExtraError(message["extra"], Said("pipeline-publishing"))
    if "error" in message:
        return RenderError(Carried(message["error"]))
    if "system" in message:
        return OSError(message["system"], os.strerror(message["system"]), message["file"])
    return SystemExit(1)


# --- in a copy -----------------------------------------------------------------------------------


def _helper(tasks: Sequence[Task], others: Sequence[_Helper]) -> _Helper:
    """Make a copy that asks for tasks."""
    asked, asking = os.pipe()
    answered, answering = os.pipe()
    pid = os.fork()
    if pid:
        os.close(asking)
        os.close(answered)
        return _Helper(pid, os.fdopen(asked, encoding="utf-8"), os.fdopen(answering, "w"))
    code = 1
    try:
        os.close(asked)
        os.close(answering)
        for other in others:  # or none would know that nobody waits any more
            os.close(other.questions.fileno())
            os.close(other.answers.fileno())
        _Work(asking, answered).do(tasks)
        code = 0
    except (BrokenPipeError, KeyboardInterrupt):
        pass  # nobody waits
    except BaseException:
        traceback.print_exc()
    finally:
        with suppress(Exception):
            sys.stdout.flush()
        os._exit(code)
    raise AssertionError("a copy never returns")


class _Work:
    """A copy at work: it asks, and is answered by a thread that hears when nobody waits."""

    def __init__(self, asking: int, answered: int) -> None:
        self._asking = os.fdopen(asking, "w", encoding="utf-8")
        self._answered = os.fdopen(answered, encoding="utf-8")
        self._answers: list[str] = []
        self._come = threading.Semaphore(0)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        threading.Thread(target=self._hear, daemon=True).start()

    def _hear(self) -> None:
        for line in self._answered:
            self._answers.append(line)
            self._come.release()
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)
        time.sleep(_PATIENCE)
        os._exit(1)

    def _tell(self, **message: Any) -> None:
        self._asking.write(json.dumps(message) + "\n")
        self._asking.flush()

    def ask(self, **message: Any) -> Any:
        """Ask the process that made this one, and return its answer."""
        self._tell(**message)
        self._come.acquire()
        return json.loads(self._answers.pop())

    def do(self, tasks: Sequence[Task]) -> None:
        """Do one task after another until there is none left, or one fails."""
        with kernels_from(_Asking(self)):
            message: dict[str, Any] = {}
            while (number := self.ask(**message)) is not None:
                try:
                    message = {"done": number, "made": tasks[number]()}
                except KeyboardInterrupt:
                    raise BrokenPipeError from None
                except BaseException as error:
                    self._tell(failed=_told_of(error))
                    return


def _told_of(error: BaseException) -> dict[str, Any]:
    """Return what is told of an error to the process that waits."""
    if isinstance(error, PadaiError):
        return {"error": error.carried(), "extra": getattr(error, "extra", None)}
    if isinstance(error, OSError) and error.errno is not None:
        return {"system": error.errno, "file": error.filename}
    traceback.print_exception(error)
    sys.stderr.flush()
    return {}


class _Asking(KernelTemplate):
    """The process of which kernels are copies, asked through the one that started it."""

    def __init__(self, work: _Work) -> None:
        super().__init__()
        self._work = work

    def copy(self, command: Sequence[str], env: Mapping[str, str], cwd: str, words: str) -> Copy:
        """Return a kernel."""
        asked = {"command": list(command), "env": dict(env), "cwd": cwd, "words": words}
        pid = self._work.ask(kernel=asked)
        if pid is None:
            raise OSError("no source of kernels")
        return Copy(self, int(pid))

    def ended(self, pid: int) -> int | None:
        """Return how a kernel ended, or None while it has not."""
        code: int | None = self._work.ask(kernel_ended=pid)
        return code
