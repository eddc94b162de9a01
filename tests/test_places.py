"""What is left of a folder once others are taken out, and every path that leads to a place."""

from __future__ import annotations

from pathlib import Path

import pytest

from padai.publishing.engine.sandbox import seccomp
from padai.publishing.engine.sandbox.needs import needed, programs_of
from padai.publishing.engine.sandbox.places import Mount, beneath, every_path, mounts, without

TABLE = """\
22 27 0:21 / /proc rw,relatime - proc proc rw
27 1 254:0 / / rw,relatime - ext4 /dev/vda rw
40 27 254:0 /srv/data /opt/lib/w rw - ext4 /dev/vda rw
41 27 254:0 /opt/lib /mnt/my\\040lib rw - ext4 /dev/vda rw
42 27 8:1 / /media/stick rw - vfat /dev/sda1 rw
"""


@pytest.fixture
def table(tmp_path: Path) -> list[Mount]:
    (tmp_path / "mountinfo").write_text(TABLE)
    return mounts(tmp_path / "mountinfo")


def test_mounts_are_read_with_blanks_in_their_names(table: list[Mount]) -> None:
    assert Mount("254:0", "/opt/lib", "/mnt/my lib") in table
    assert len(table) == 5


def test_a_place_is_reached_by_its_own_path_and_by_those_of_its_mounts(table: list[Mount]) -> None:
    assert every_path("/srv/data/w.sav", table) == {"/srv/data/w.sav", "/opt/lib/w/w.sav"}
    assert every_path("/mnt/my lib/x", table) == {"/opt/lib/x", "/mnt/my lib/x"}
    assert every_path("/media/stick/w.sav", table) == {"/media/stick/w.sav"}
    assert "/opt/lib/w" in every_path("/srv", table)
    assert every_path("/srv/x", []) == {"/srv/x"}


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in ("lib/a.py", "lib/b/c.py", "lib/project/w.sav", "lib/project/store/x.csv"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    (tmp_path / "lib" / "link").symlink_to(tmp_path / "lib" / "project")
    return tmp_path


def left(tree: Path, place: str, *taken: str, points: tuple[str, ...] = ()) -> set[str]:
    found = without(
        str(tree / place), {str(tree / t) for t in taken}, {str(tree / p) for p in points}
    )
    return {Path(path).relative_to(tree).as_posix() for path in found}


def test_what_lies_in_an_allowed_folder_is_taken_out_of_it(tree: Path) -> None:
    """A project inside the folder of the libraries: the rest is allowed piece by piece."""
    assert left(tree, "lib") == {"lib"}
    assert left(tree, "lib", "lib/project") == {"lib/a.py", "lib/b"}
    assert left(tree, "lib", "lib/project/w.sav") == {"lib/a.py", "lib/b", "lib/project/store"}


def test_what_is_named_inside_of_what_is_taken_stays(tree: Path) -> None:
    """The libraries, or the store, inside the project."""
    assert left(tree, "lib/project/store", "lib/project") == {"lib/project/store"}
    assert left(tree, "lib/project", "lib/project") == set()
    assert left(tree, "lib/b", ".") == {"lib/b"}


def test_a_mount_is_no_part_of_the_folder_that_it_stands_in(tree: Path) -> None:
    assert left(tree, "lib", points=("lib/b",)) == {"lib/a.py", "lib/project"}
    assert left(tree, "lib", points=("lib",)) == {"lib"}


def test_what_is_needed_is_no_tree_that_others_put_things_into() -> None:
    found = needed()
    for tree in (
        "/opt",
        "/run",
        "/usr/local",
        "/usr/local/lib",
        "/var",
        "/var/cache",
        "/etc",
        "/mnt",
        "/srv",
        "/home",
        "/root",
        "/tmp",
        "/usr",
        "/usr/lib",
        "/lib",
        "/proc",
        "/sys",
        "/dev",
        "/usr/share",
        str(Path.home()),
        str(Path("~/.cache").expanduser()),
    ):
        assert tree not in found
    assert not any(beneath(path, "/proc/self") or path.startswith("/proc/1") for path in found)
    assert all(Path(program).is_file() for program in programs_of())


def test_the_tables_of_calls_name_each_number_once() -> None:
    known = seccomp.ALWAYS | seccomp.PROGRAMS | seccomp.OUTWARD
    for place in (0, 1):
        numbers = [pair[place] for pair in known.values() if pair[place] is not None]
        assert len(numbers) == len(set(numbers))
    if seccomp.offered():
        with pytest.raises(KeyError):
            seccomp.forbid(["no_such_call"])
