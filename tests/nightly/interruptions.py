"""Builds that are killed, run out of room or may not write: the old release or the new one stands.

Each build is of a small survey, read, weighted, estimated and published whole. It goes from one of
two releases, of which every byte is known, to the other; what stands afterwards is one of the two.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from padai.survey.policies import Methodology
from tests.builders import mini, respondents

ROOT = Path(__file__).resolve().parents[2]
WAVE = "2025"
TEXTS = ("Un essai", "Un autre essai")
"""What the definition says in the one release and in the other."""
KINDS = ("kill", "ENOSPC", "EACCES")
EVERY = 10
"""After how many interruptions a build is left alone, and what is left behind is looked for."""

# Any opening of a file for writing may be the one that fails, in whichever process of a build.
_FAILING = """\
import os, sys

def _fail_at_write(number, code):
    flags = os.O_WRONLY | os.O_RDWR | os.O_CREAT
    def hook(event, arguments):
        if event != "open" or not isinstance(arguments[0], (str, bytes, os.PathLike)):
            return
        mode, flag = arguments[1], arguments[2]
        writes = any(s in mode for s in "wax+") if isinstance(mode, str) else bool(flag & flags)
        path = os.fsdecode(arguments[0])
        if not writes or path == os.environ["NIGHT_COUNTER"]:
            return
        if not path.startswith(os.environ["NIGHT_FOLDER"]):
            return
        with _counter() as count:
            if count == number:
                raise OSError(code, os.strerror(code), arguments[0])
    sys.addaudithook(hook)

import contextlib, fcntl

@contextlib.contextmanager
def _counter():
    handle = os.open(os.environ["NIGHT_COUNTER"], os.O_RDWR)  # of all processes together
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        count = int(os.read(handle, 20) or b"0") + 1
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, str(count).encode())
    finally:
        os.close(handle)
    yield count

if os.environ.get("NIGHT_COUNTER"):
    _fail_at_write(int(os.environ["NIGHT_NUMBER"]), int(os.environ["NIGHT_CODE"]))
"""


class Ground:
    """A project with a small survey, and what each of its two releases is made of."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.temporary = folder / "temporary"
        self.project = folder / "project"
        for place in (self.temporary, self.project, folder / "hooks"):
            place.mkdir()
        (folder / "hooks" / "sitecustomize.py").write_text(_FAILING)
        (self.project / "padai.yaml").write_text("surveys: surveys\n")
        rows = {"2024": respondents(seed=1), WAVE: respondents(seed=2, first_id=1001)}
        self.survey = mini(self.project / "surveys", rows, ending=".sav")
        wave = self.survey / "waves" / f"{WAVE}.yaml"
        release = "release: {version: 1, status: draft, publish_on: 2025-06-01}\n"
        wave.write_text(wave.read_text() + release)
        head = self.survey / "survey.yaml"
        head.write_text(head.read_text() + _methodology())
        self.text = 0
        self.releases: list[dict[str, str]] = []
        begun = time.monotonic()
        for place in range(len(TEXTS)):
            self.say(place)
            ended = self.build()
            assert ended.returncode == 0, ended.stderr
            self.releases.append(self.digests())
        self.seconds = (time.monotonic() - begun) / len(TEXTS)
        assert self.releases[0] != self.releases[1]

    def say(self, place: int) -> None:
        """Put one of the two texts into the definition."""
        head = self.survey / "survey.yaml"
        content = head.read_text()
        head.write_text(content.replace(f"fr: {TEXTS[self.text]},", f"fr: {TEXTS[place]},"))
        self.text = place

    def command(self) -> list[str]:
        """Return the command that builds."""
        return [
            sys.executable,
            "-m",
            "padai.cli",
            "build",
            str(self.survey),
            "--format",
            "html",
            "--fresh",
        ]

    def environment(self, **more: str) -> dict[str, str]:
        """Return the environment of a build."""
        path = os.pathsep.join([str(self.folder / "hooks"), str(ROOT)])
        return {
            **os.environ,
            "PYTHONPATH": path,
            "TMPDIR": str(self.temporary),
            "NIGHT_FOLDER": str(self.folder),
            **more,
        }

    def build(self, **more: str) -> subprocess.CompletedProcess[str]:
        """Build to the end."""
        return subprocess.run(
            self.command(),
            env=self.environment(**more),
            capture_output=True,
            text=True,
            check=False,
        )

    def digests(self) -> dict[str, str]:
        """Return the hash of each file of the version that stands."""
        version = self.project / "releases" / "mini" / WAVE / "v1"
        found = {
            p.relative_to(version).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest()
            for p in sorted(version.rglob("*"))
            if p.is_file()
        }
        told = json.loads((version / "interne" / "manifest.json").read_text())["outputs"]
        assert {row["name"]: row["sha256"] for row in told}.items() <= found.items()
        return found

    def left_behind(self) -> list[Path]:
        """Return what a build should have cleared away."""
        hidden = [p for p in self.project.rglob(".*") if p.exists()]
        return hidden + list(self.temporary.iterdir())


def _methodology() -> str:
    reason = "{status: not_applicable, reason: {fr: essai, en: trial}}"
    names = [name for name, field in Methodology.model_fields.items() if not field.is_required()]
    return "methodology:\n" + "".join(f"  {name}: {reason}\n" for name in names)


def writes_of_a_build(ground: Ground) -> int:
    """Return how many times a build opens a file for writing."""
    counter = ground.folder / "counter"
    counter.write_text("0")
    ended = ground.build(NIGHT_COUNTER=str(counter), NIGHT_NUMBER="0", NIGHT_CODE="0")
    assert ended.returncode == 0, ended.stderr
    return int(counter.read_text())


def interrupted(ground: Ground, kind: str, chance: random.Random, writes: int) -> str:
    """Interrupt one build and return how it ended: killed, refused or done."""
    if kind == "kill":
        process = subprocess.Popen(
            ground.command(),
            env=ground.environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            process.wait(chance.uniform(0, ground.seconds * 1.05))
        except subprocess.TimeoutExpired:
            # the one process that a person sees; its children have to end by themselves
            whom = os.killpg if chance.random() < 0.5 else os.kill
            whom(process.pid, signal.SIGKILL)
            process.wait()
            return "killed"
        return "done"
    counter = ground.folder / "counter"
    counter.write_text("0")
    ended = ground.build(
        NIGHT_COUNTER=str(counter),
        NIGHT_NUMBER=str(chance.randint(1, writes)),
        NIGHT_CODE=str(getattr(errno, kind)),
    )
    if ended.returncode == 0:
        return "done"
    assert ended.returncode == 2, f"{ended.returncode}: {ended.stderr}"
    assert "Traceback" not in ended.stderr, ended.stderr
    return "refused"


def interruptions(count: int, folder: Path) -> Mapping[str, int]:
    """Interrupt many builds, and count what stands after each."""
    ground, chance, found = Ground(folder), random.Random(1), Counter[str]()
    writes = writes_of_a_build(ground)
    for turn in range(count):
        standing = ground.digests()
        ground.say(1 - ground.releases.index(standing))
        kind = KINDS[turn % len(KINDS)]
        found[f"{kind}: {interrupted(ground, kind, chance, writes)}"] += 1
        now = ground.digests()
        found["torn"] += now not in ground.releases
        found["old release whole"] += now == standing
        found["new release whole"] += now != standing and now in ground.releases
        if turn % EVERY == EVERY - 1 or turn == count - 1:
            ended = ground.build()
            assert ended.returncode == 0, ended.stderr
            found["torn"] += ground.digests() != ground.releases[ground.text]
            found["left behind after the next build"] += len(ground.left_behind())
    return {"torn": 0, "left behind after the next build": 0, **found}
