"""Ways out of a cell of a report, tried by the real kernel, wherever the data lie."""

from __future__ import annotations

import contextlib
import html
import json
import os
import re
import secrets
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from padai.pipeline.machinery import publisher_process
from tests.wall.holder import canary, operator, write_data

HERE = Path(__file__).parent / "wall"
WAYS = (HERE / "ways.py").read_text(encoding="utf-8")
RESULT = re.compile(r"ways:(\{.*?\}):ways", re.DOTALL)
COUNT = 135
"""Ways that are tried at the least; no fewer by accident."""
ROOTS = {
    "opt": "/opt",
    "run": "/run",
    "mnt": "/mnt",
    "srv": "/srv",
    "home": "~",
    "libraries": sysconfig.get_path("purelib"),
}
# What needs more than a plain machine gives even where nothing is held.
_NOT_EVERYWHERE = {
    "open_by_handle", "core_pattern", "traced", "seized", "memory_read_across", "handle_taken",
    "compared", "io_ring", "bpf_program", "user_faults", "performance_events", "key_ring",
    "watch_of_all_files", "mounted", "mounted_in_a_new_way", "namespaces", "core_dumps",
    "namespaces_of_another", "device_of_the_disk_made", "device_of_the_disk", "raw_packets",
    "raw_internet", "passwords", "shared_memory_of_old", "memory_of_the_operator", "web",
    "internet_six", "rights_taken_back", "readline_history",
}  # fmt: skip
# What only a report has to lose.
_OF_A_REPORT = {
    "inherited_handles", "system_lock_lifted", "filter_rewritten", "filter_added",
    "template_rewritten", "settings_written", "store_rewritten", "start_of_the_next_python",
    "environment", "replaced_by_a_program", "handles_connected_again", "left_behind",
}  # fmt: skip


@pytest.fixture
def work() -> Iterator[Path]:
    """A folder that lies in no temporary folder of padai's."""
    with tempfile.TemporaryDirectory(prefix="wall-") as name:
        yield Path(name)
        Path(name).with_name(f"{Path(name).name}.txt").unlink(missing_ok=True)


def _targets(work: Path, data: dict[str, Any], secret: str, held: dict[str, Any]) -> dict[str, Any]:
    """Name what is to be reached: the data files, the other process, what lies about."""
    elsewhere = [work / "elsewhere", work.with_name(f"{work.name}.txt")]
    for name in elsewhere:
        name.write_text(secret)
    disk = max(
        (p for p in Path("/dev").glob("*") if p.is_block_device()),
        key=str,
        default=Path("/dev/sda"),
    )
    number = disk.stat().st_rdev if disk.exists() else os.makedev(8, 0)
    plain = work / "plain"
    plain.mkdir()
    return {
        **data,
        **held,
        "elsewhere": [str(name) for name in elsewhere],
        "plain_scratch": str(plain),
        "near": str(Path(data["csv"]).parent),
        "disk_name": str(disk),
        "disk": [os.major(number), os.minor(number)],
    }


def _document(targets: dict[str, Any]) -> str:
    cell = f'T = {targets!r}\n{WAYS}\nimport json\nprint("ways:" + json.dumps(tried()) + ":ways")'
    return f'---\ntitle: "Ways"\n---\n\n```{{python}}\n#| echo: false\n#| warning: false\n{cell}\n```\n'


def _rendered(
    work: Path,
    taken: Path,
    targets: dict[str, Any],
    before: Sequence[str] = (),
    *,
    copied: bool = False,
) -> dict[str, str]:
    """Render the ways as a document of a project, from within the locks of publishing."""
    templates, store, out = work / "reports", work / "store", work / "out"
    for folder in (templates / "en", store, out):
        folder.mkdir(parents=True)
    (store / "texts.json").write_text("{}")
    (templates / "_quarto.yml").write_text("project: {type: default}\n")
    (templates / "en" / "ways.qmd").write_text(_document(targets), encoding="utf-8")
    request = {
        "store_dir": str(store), "out_dir": str(out), "engine": "embedded", "before": None,
        "overrides": str(templates), "templates": str(templates), "document": "en/ways.qmd",
        "inherited": targets["csv"], "copied": copied, "taken": [str(taken), str(HERE.parents[1])],
    }  # fmt: skip
    kept = {k: v for k, v in os.environ.items() if k in publisher_process._PASSED_ON}
    with publisher_process._workshop(out) as workshop:
        made = subprocess.run(
            [*before, sys.executable, str(HERE / "closed.py"), json.dumps(request)],
            capture_output=True,
            text=True,
            timeout=280,
            env=kept | {"TMPDIR": str(workshop)},
        )
    assert made.returncode == 0, made.stderr[-3000:]
    page = html.unescape((out / "ways.html").read_text(encoding="utf-8"))
    found = RESULT.search(re.sub(r"<[^>]*>", "", page))
    assert found is not None
    said: dict[str, str] = json.loads(found[1])
    return said


def _kept(data: dict[str, Any], secret: str) -> None:
    """What could have been changed stands as it was."""
    for key in ("movable", "removable", "truncatable", "writable"):
        assert Path(data[key]).read_text() == secret, key


@contextlib.contextmanager
def _place(root: str) -> Iterator[Path]:
    folder = Path(root).expanduser() / f"padai-wall-{secrets.token_hex(4)}"
    try:
        folder.mkdir()
    except OSError:
        pytest.skip(f"{root} cannot be written")
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


def _tried(work: Path, folder: Path, *, copied: bool = False) -> dict[str, str]:
    secret = canary()
    data = write_data(folder, secret)
    with operator(work, data["csv"], secret) as held:
        said = _rendered(work, folder, _targets(work, data, secret, held), copied=copied)
    _kept(data, secret)
    return said


def _refused(said: dict[str, str]) -> None:
    out = {name: told for name, told in said.items() if told == "data" or told.startswith("done")}
    assert len(said) >= COUNT
    assert not out


@pytest.mark.needs("landlock")
def test_no_way_leads_out_of_a_cell_with_the_data_in_the_project(work: Path) -> None:
    _refused(_tried(work, work / "project" / "surveys" / "x" / "data"))


@pytest.mark.needs("landlock")
def test_no_way_leads_out_of_a_kernel_that_is_a_copy(work: Path) -> None:
    _refused(_tried(work, work / "project" / "surveys" / "x" / "data", copied=True))


@pytest.mark.needs("landlock")
@pytest.mark.parametrize("name", ROOTS)
def test_no_way_leads_out_of_a_cell_wherever_the_data_lie(work: Path, name: str) -> None:
    with _place(ROOTS[name]) as folder:
        said = _tried(work, folder)
    if name == "libraries":  # where Python looks for modules, names are read
        assert said.pop("listing_names") == "done"
    _refused(said)


IDLE = Path(sysconfig.get_path("stdlib")) / "idlelib"
"""A folder that Python may read and that no report needs."""
MOUNTED = {
    "data mounted among the libraries": "mount --bind {data} {idle}",
    "libraries' folder mounted as the data": "mount -t tmpfs none {idle} && cp -r {data}/. {idle} "
    "&& mount --bind {idle} {named}",
}


@pytest.mark.needs("landlock", "mounts")
@pytest.mark.parametrize("how", MOUNTED)
def test_no_way_leads_to_data_that_are_mounted_where_python_reads(
    work: Path, how: str, unshare: str
) -> None:
    """What is named is taken out by every path that leads to it."""
    secret, data_dir, named = canary(), work / "data", work / "named"
    data = write_data(data_dir, secret)
    named.mkdir()
    inside = {key: value.replace(str(data_dir), str(IDLE)) for key, value in data.items()}
    mount = MOUNTED[how].format(data=data_dir, idle=IDLE, named=named)
    before = [
        "unshare",
        unshare,
        "--propagation",
        "private",
        "sh",
        "-c",
        f'{mount} && exec "$@"',
        "-",
    ]
    with operator(work, data["csv"], secret) as held:
        targets = _targets(work, inside, secret, held)
        taken = named if "{named}" in MOUNTED[how] else data_dir
        said = _rendered(work, taken, targets, before)
    assert said.pop("listing_names") == "done"  # where Python looks for modules, names are read
    _refused(said)
    _kept(data, secret)


def test_the_ways_lead_out_where_nothing_is_held(work: Path) -> None:
    """Each is real: a plain Python reaches what a cell may not."""
    secret = canary()
    data = write_data(work / "data", secret)
    with operator(work, data["csv"], secret) as held:
        targets = _targets(work, data, secret, held)
        script = (
            f"T = {targets!r}\n{WAYS}\nimport json\nprint('ways:' + json.dumps(tried()) + ':ways')"
        )
        made = subprocess.run(
            [sys.executable, "-c", script],
            capture_output=True,
            text=True,
            timeout=280,
            cwd=targets["plain_scratch"],
            env={**{k: v for k, v in os.environ.items() if k != "PADAI_STORE"}, "HOME": str(work)},
        )
    found = RESULT.search(made.stdout)
    assert found is not None, made.stderr[-3000:]
    said = json.loads(found[1])
    closed = {n: t for n, t in said.items() if t != "data" and not t.startswith("done")}
    print(closed)
    assert not set(closed) - _NOT_EVERYWHERE - _OF_A_REPORT, closed
    assert len(said) - len(closed) >= 65
