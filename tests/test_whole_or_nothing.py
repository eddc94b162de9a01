"""A build that is killed, runs out of room or may not write leaves the old release or the new one."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from padai.errors import PublicationError
from padai.pipeline.machinery import atomic_swap
from padai.pipeline.machinery.atomic_swap import (
    locked,
    plain_trouble,
    recover,
    whole_or_nothing,
    write_whole,
)

POINTS = 40
"""Kills at even points of a small build; the nightly run does many more over the example."""


def tree(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


BUILDER = """
import sys, time
from pathlib import Path
from padai.pipeline.machinery.atomic_swap import locked, whole_or_nothing, write_whole
home, content = Path(sys.argv[1]), sys.argv[2]
with locked(home, "essai"):
    with whole_or_nothing(home / "v1") as draft:
        for number in range(12):
            (draft / f"{number}.txt").write_text(content * 2000)
            print(number, flush=True)
    write_whole(home / "versions.html", content)
    print("done", flush=True)
"""


def build(home: Path, content: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", BUILDER, str(home), content], stdout=subprocess.PIPE, text=True
    )


def whole(folder: Path) -> str:
    """Return which release stands there; fail where it is a mixture."""
    names = {f"{number}.txt" for number in range(12)}
    assert {path.name for path in folder.iterdir()} == names
    texts = {(folder / name).read_text() for name in names}
    assert len(texts) == 1
    return texts.pop()[:1]


@pytest.mark.parametrize("place", ["v1", "v1.draft", "v1.old"])
def test_a_link_is_neither_followed_nor_removed(tmp_path: Path, place: str) -> None:
    precious = tmp_path / "precious"
    precious.mkdir()
    (precious / "a.txt").write_text("a")
    home = tmp_path / "home"
    home.mkdir()
    names = {
        "v1": home / "v1",
        "v1.draft": atomic_swap._aside(home / "v1", atomic_swap._DRAFT),
        "v1.old": atomic_swap._aside(home / "v1", atomic_swap._OLD),
    }
    names[place].symlink_to(precious)
    for attempt in (
        lambda: recover(home / "v1"),
        lambda: whole_or_nothing(home / "v1").__enter__(),
    ):
        with pytest.raises(PublicationError, match="is a link"):
            attempt()
    assert (precious / "a.txt").read_text() == "a"
    assert names[place].is_symlink()


def test_a_link_laid_beside_a_file_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "precious.txt").write_text("a")
    aside = tmp_path / f".page.html{atomic_swap._DRAFT}"
    aside.symlink_to(tmp_path / "precious.txt")
    write_whole(tmp_path / "page.html", "b")
    assert (tmp_path / "precious.txt").read_text() == "a"
    assert (tmp_path / "page.html").read_text() == "b"
    assert not aside.is_symlink()


@pytest.mark.parametrize("exchange", [True, False])
def test_killed_at_any_point(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exchange: bool
) -> None:
    """Each step of the file system may be the last: the old release stands, or the new one."""
    if not exchange:
        monkeypatch.setattr(atomic_swap, "_exchanged", lambda one, other: False)
    pid = os.getpid()
    seen = set()
    for stop in range(POINTS):
        home = tmp_path / f"{exchange}-{stop}"
        (home / "v1").mkdir(parents=True)
        for number in range(12):
            (home / "v1" / f"{number}.txt").write_text("a" * 2000)
        child = os.fork()
        if child == 0:
            _die_at(stop)
            with locked(home, "essai"):
                with whole_or_nothing(home / "v1") as draft:
                    for number in range(12):
                        (draft / f"{number}.txt").write_text("b" * 2000)
                write_whole(home / "versions.html", "b")
            os._exit(0)
        assert os.getpid() == pid
        os.waitpid(child, 0)
        if exchange or (home / "v1").exists():
            seen.add(whole(home / "v1"))
        with locked(home, "essai"):  # the next run: nothing holds the lock, nothing is in the way
            recover(home / "v1")
            seen.add(whole(home / "v1"))
            assert not [p for p in home.iterdir() if p.name.startswith(".v1")]
    assert seen == {"a", "b"}


def _die_at(stop: int) -> None:
    """Kill this process at its n-th step that changes the file system."""
    count = 0
    steps = {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "open", "ctypes.dlsym"}

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal count
        if event in steps:
            if event == "open" and "w" not in str(arguments[1] or ""):
                return
            if count == stop:
                os.kill(os.getpid(), signal.SIGKILL)
            count += 1

    sys.addaudithook(hook)


def test_a_second_build_is_refused_and_the_first_ends(tmp_path: Path) -> None:
    with locked(tmp_path, "essai"):
        second = build(tmp_path, "b")
        assert second.wait(timeout=60) != 0
    assert not list(tmp_path.iterdir())
    third = build(tmp_path, "c")
    assert third.wait(timeout=60) == 0
    assert whole(tmp_path / "v1") == "c"


def test_the_message_of_the_second(tmp_path: Path) -> None:
    waiting = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import sys, time; from pathlib import Path\n"
            "from padai.pipeline.machinery.atomic_swap import locked\n"
            "with locked(Path(sys.argv[1]), 'x'): print('held', flush=True); time.sleep(60)",
            str(tmp_path),
        ],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert waiting.stdout is not None
    assert waiting.stdout.readline() == "held\n"
    with pytest.raises(PublicationError, match="another padai") as refused, locked(tmp_path, "x"):
        pass
    assert "relancez" in refused.value.texts["fr"]
    waiting.kill()  # and a killed holder holds nothing
    waiting.wait()
    with locked(tmp_path, "x"):
        pass


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EDQUOT])
@pytest.mark.parametrize("at", range(6))
def test_no_room_and_no_right_to_write(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, at: int
) -> None:
    (tmp_path / "v1").mkdir()
    (tmp_path / "v1" / "a.txt").write_text("old")
    real, count = os.fsync, 0

    def fails(handle: int) -> None:
        nonlocal count
        count += 1
        if count > at:
            raise OSError(code, os.strerror(code))
        real(handle)

    monkeypatch.setattr(os, "fsync", fails)
    ended = False
    try:
        with plain_trouble("essai, 2025"), whole_or_nothing(tmp_path / "v1") as draft:
            for name in ("a", "b", "c", "d"):
                write_whole(draft / f"{name}.txt", "new")
        ended = True
    except PublicationError as error:
        assert "essai, 2025" in str(error)
        assert "The last release is as it was" in error.texts["en"]
        assert (tmp_path / "v1" / "a.txt").read_text() == "old"
    assert not ended
    assert [p.name for p in tmp_path.iterdir()] == ["v1"]


def test_another_fault_of_the_system_passes_through(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="Input/output"), plain_trouble("essai"):
        raise OSError(errno.EIO, "Input/output error")


def test_a_full_disk_where_publishing_works(built_small: Path, tmp_path: Path) -> None:
    """The publishing process meets a full disk: one message, and the release as it was."""
    project = tmp_path / "project"
    shutil.copytree(built_small, project)
    before = tree(project / "releases")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "sitecustomize.py").write_text(
        "import errno, pathlib, sys\n"
        "if sys.argv[:1] == ['-m']:\n"
        "    def full(*a, **k): raise OSError(errno.ENOSPC, 'No space left on device')\n"
        "    pathlib.Path.write_bytes = full\n",
        encoding="utf-8",
    )
    path = os.pathsep.join([str(tmp_path / "full"), os.environ.get("PYTHONPATH", "")])
    ended = subprocess.run(
        [sys.executable, "-m", "padai.cli", "report", str(project / "surveys" / "example")],
        env={**os.environ, "PYTHONPATH": path, "PADAI_LANG": "fr"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 2
    assert "le disque est plein" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert tree(project / "releases") == before


def test_a_killed_build_leaves_no_process_and_no_file(built_small: Path, tmp_path: Path) -> None:
    """Kill padai while it publishes: its processes end, and the next run clears what it left."""
    project = tmp_path / "project"
    shutil.copytree(built_small, project)
    before = tree(project / "releases")
    rooms = set(Path(tempfile.gettempdir()).glob("padai-*"))
    command = [
        sys.executable,
        "-m",
        "padai.cli",
        "report",
        str(project / "surveys" / "example"),
        "--log",
        "json",
    ]
    running = subprocess.Popen(command, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    wave = project / "releases" / "example" / "2025"
    deadline = time.monotonic() + 120
    while not _children(running.pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    time.sleep(1.0)
    family = _children(running.pid)
    assert family
    running.kill()
    running.wait()
    assert list(wave.glob(".v*-draft"))
    after = {k: v for k, v in tree(project / "releases").items() if "/.v" not in k}
    assert after == before
    while any(_alive(pid) for pid in family) and time.monotonic() < deadline:
        time.sleep(0.2)
    assert not [pid for pid in family if _alive(pid)]
    again = subprocess.run(
        [*command, "--format", "html"], capture_output=True, text=True, check=False
    )
    assert again.returncode == 0, again.stderr
    assert not [p for p in (project / "releases").rglob("*") if p.name.startswith(".")]
    assert set(Path(tempfile.gettempdir()).glob("padai-*")) <= rooms | _of_others()
    stages = [json.loads(line) for line in again.stderr.splitlines()]
    assert {"publish"} <= {line["stage"] for line in stages}


def _of_others() -> set[Path]:
    """Return the working folders of padai processes that run beside this test."""
    return {
        p
        for p in Path(tempfile.gettempdir()).glob("padai-*")
        if time.time() - p.stat().st_mtime < 300
    }


def _children(pid: int) -> list[int]:
    """Return the processes that descend from one, by what the system says of each."""
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        parents[int(stat.parent.name)] = int(fields[1])
    found, waiting = [], [pid]
    while waiting:
        one = waiting.pop()
        new = [child for child, parent in parents.items() if parent == one]
        found += new
        waiting += new
    return found


def _alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state not in ("Z", "X")
