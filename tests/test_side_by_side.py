"""Steps shared out among copies of the publishing process: same answers, and nothing left over."""

from __future__ import annotations

import _thread
import json
import math
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import psutil
import pytest

from padai.errors import MissingExtraError, PadaiError, RenderError, Said
from padai.publishing.engine import side_by_side as module
from padai.publishing.engine.many_kernels import many_kernels, source_of_kernels
from padai.publishing.engine.side_by_side import copies_here, side_by_side
from padai.publishing.steps import Steps, Task
from padai.store import Store
from tests.publishing_store import make_store

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="copies are of Linux")


@pytest.fixture(autouse=True)
def nothing_left() -> Any:
    yield
    assert not [p for p in psutil.Process().children() if p.status() != psutil.STATUS_ZOMBIE]
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def _slow(number: int, seconds: float) -> tuple[int, int]:
    time.sleep(seconds)
    return number, os.getpid()


def test_what_is_told_stands_in_the_order_of_the_tasks() -> None:
    tasks = [partial(_slow, number, 0.3 if number == 1 else 0.0) for number in range(6)]
    told = side_by_side(tasks, [1, 5, 0, 2, 3, 4], 2)
    assert [number for number, _ in told] == list(range(6))
    slow = told[1][1]
    assert {pid for number, pid in told if number != 1} != {slow}, "the other did the rest"
    assert os.getpid() not in {pid for _, pid in told}


def _refused(_: int) -> None:
    raise RenderError(Said("padai-not-found"), where="a.qmd")


def _lacking(_: int) -> None:
    raise MissingExtraError("reports", Said("pipeline-publishing"))


def _full(_: int) -> None:
    raise OSError(28, os.strerror(28), "a.html")


@pytest.mark.parametrize("fails", [_refused, _lacking, _full])
def test_what_a_task_raises_is_raised_here(fails: Callable[[int], None]) -> None:
    with pytest.raises(Exception) as straight:
        fails(0)
    begun = time.monotonic()
    with pytest.raises(type(straight.value)) as caught:
        side_by_side([partial(fails, 0), partial(_slow, 1, 60.0)], [1, 0], 2)
    assert time.monotonic() - begun < 20, "the others are not waited for"
    one, other = straight.value, caught.value
    if isinstance(one, PadaiError):
        assert isinstance(other, PadaiError)
        assert other.carried() == one.carried()
        assert getattr(other, "extra", None) == getattr(one, "extra", None)
    else:
        assert (other.errno, other.filename) == (one.errno, one.filename)  # type: ignore[attr-defined]


def test_a_fault_is_told_where_it_happened(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        side_by_side([lambda: 1 / 0, lambda: 1], [0, 1], 2)
    assert caught.value.code == 1
    assert capfd.readouterr().err.strip().endswith("ZeroDivisionError: division by zero")


def test_a_copy_that_the_system_ended_had_no_memory() -> None:
    with pytest.raises(MemoryError):
        side_by_side([lambda: os.kill(os.getpid(), signal.SIGKILL), lambda: 1], [0, 1], 2)


def test_copies_end_with_the_process_that_made_them(tmp_path: Path) -> None:
    script = (
        "import os, time\n"
        "from pathlib import Path\n"
        "from padai.publishing.engine.side_by_side import side_by_side\n"
        "def work(name):\n"
        "    Path(name).write_text(str(os.getpid()))\n"
        "    time.sleep(600)\n"
        "side_by_side([lambda: work('a'), lambda: work('b')], [0, 1], 2)\n"
    )
    process = subprocess.Popen([sys.executable, "-c", script], cwd=tmp_path)
    files = [tmp_path / "a", tmp_path / "b"]
    deadline = time.monotonic() + 30
    while not all(f.is_file() and f.read_text() for f in files) and time.monotonic() < deadline:
        time.sleep(0.05)
    pids = [int(f.read_text()) for f in files]
    process.kill()
    process.wait()
    while any(map(_lives, pids)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(_lives, pids))


def test_who_waits_can_be_interrupted(tmp_path: Path) -> None:
    begun: list[float] = []
    heard = threading.Event()

    def work(name: str) -> None:
        (tmp_path / name).touch()
        time.sleep(60.0)

    def interrupt() -> None:
        while not all((tmp_path / name).exists() for name in "ab"):
            time.sleep(0.05)
        begun.append(time.monotonic())
        _thread.interrupt_main()
        # one that falls into a callback of the garbage collector is lost
        while not heard.wait(5.0):
            _thread.interrupt_main()

    # whoever was started in the background hears no interruption
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        threading.Thread(target=interrupt, daemon=True).start()
        with pytest.raises(KeyboardInterrupt):
            side_by_side([partial(work, "a"), partial(work, "b")], [0, 1], 2)
    finally:
        heard.set()
        signal.signal(signal.SIGINT, before)
    assert time.monotonic() - begun[0] < 20


@pytest.mark.parametrize(
    ("free", "most", "expected"),
    [(64.0, math.inf, 4), (2.5, math.inf, 2), (0.3, math.inf, 1), (64.0, 1.2, 1), (64.0, 3.5, 3)],
)
def test_copies_are_as_many_as_there_is_room_for(
    monkeypatch: pytest.MonkeyPatch, free: float, most: float, expected: int
) -> None:
    told = {"meminfo": free * 1e9 / 1024, "memory.max": most * 1e9, "memory.current": 0.0}
    monkeypatch.setattr(module, "_numbers_in", lambda file, *_, **__: told[file.name])
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(8)))
    assert copies_here() == expected


def test_room_is_read_where_the_system_tells_it(tmp_path: Path) -> None:
    (tmp_path / "memory.max").write_text("max\n")
    (tmp_path / "memory.current").write_text("1000\n")
    assert module._left_to_the_group(tmp_path) == math.inf
    (tmp_path / "memory.max").write_text("5000\n")
    assert module._left_to_the_group(tmp_path) == 4000
    (tmp_path / "meminfo").write_text("MemTotal:  9 kB\nMemAvailable:   7 kB\n")
    assert module._numbers_in(tmp_path / "meminfo", "MemAvailable:") == 7
    assert module._numbers_in(tmp_path / "nothing") == math.inf


def _lives(pid: int) -> bool:
    return psutil.pid_exists(pid) and psutil.Process(pid).status() != psutil.STATUS_ZOMBIE


def test_kernels_of_copies_are_copies_of_one_process(tmp_path: Path) -> None:
    def kernel(name: str) -> tuple[int, int]:
        source = source_of_kernels()
        assert source is not None
        command = [sys.executable, "-m", "x", "nothing"]
        made = source.copy(command, dict(os.environ), str(tmp_path), str(tmp_path / name))
        return made.pid, made.wait(20)

    with many_kernels():
        (one, ended), (other, too) = side_by_side(
            [partial(kernel, "a"), partial(kernel, "b")], [0, 1], 2
        )
        assert ended == too == 1 and one != other
        source = source_of_kernels()
        assert source is not None and source._process is not None
    with pytest.raises(SystemExit):
        side_by_side([partial(kernel, "c"), partial(kernel, "d")], [0, 1], 1)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return make_store(tmp_path_factory.mktemp("store"))


def _file(store: Store, out: Path, name: str, table: str) -> list[Path]:
    path = out / name
    path.write_text(str(len(store.tables[table])), encoding="utf-8")
    return [path]


def test_steps_note_and_write_the_same_as_in_a_row(store: Store, tmp_path: Path) -> None:
    """Names, reads, keys and files of the steps, in the same order, and what is put around them."""

    def published(copies: int) -> tuple[str, dict[str, bytes]]:
        out = tmp_path / str(copies)
        out.mkdir()
        steps = Steps(store, out)
        tables = ("trends", "words", "estimates")
        tasks = [
            Task(
                partial(steps, f"fr/{t}", _file, f"{t}.html", t, pages=True, given=[t]),
                t == "words",
            )
            for t in tables
        ]
        steps.all(tasks, copies)
        steps.around(lambda watched, files: len(watched.tables["breaks"]))
        assert all("breaks.csv" in step["reads"] for step in steps.carried_out)
        return json.dumps(steps.carried_out), {p.name: p.read_bytes() for p in steps.files}

    assert published(1) == published(2)
