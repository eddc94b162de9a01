"""Which places a path stands for, and how to allow a folder but for what lies in it.

A lock that can only allow does not take a place out of what it allowed: the folder around it is
allowed piece by piece instead. A place may be reached by more than one path, where a part of a
file system is mounted twice; every such path is taken out.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

MOUNTS = Path("/proc/self/mountinfo")
_OCTAL = re.compile(r"\\([0-7]{3})")


@dataclass(frozen=True, slots=True)
class Mount:
    """A part of a file system, and where it stands: device, path in it, path here."""

    device: str
    root: str
    point: str


def mounts(table: Path = MOUNTS) -> list[Mount]:
    """Return what is mounted where; nothing where the system does not tell.

    Examples
    --------
    >>> mounts(Path("nowhere"))
    []
    """
    try:
        lines = table.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return []
    rows = [line.split(" ") for line in lines]
    return [
        Mount(row[2], _with_blanks(row[3]), _with_blanks(row[4])) for row in rows if len(row) > 5
    ]


def _with_blanks(text: str) -> str:
    """Return a path whose blanks are written as octal numbers."""
    return _OCTAL.sub(lambda match: chr(int(match[1], 8)), text)


def beneath(path: str, folder: str) -> bool:
    """Whether a path is a folder or lies in it; both are absolute and without links.

    Examples
    --------
    >>> beneath("/a/b", "/a"), beneath("/ab", "/a"), beneath("/a", "/")
    (True, False, True)
    """
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def every_path(path: str | Path, table: Iterable[Mount]) -> set[str]:
    """Return all paths by which a place is reached: its own, and those of its mounts.

    Parameters
    ----------
    path
        A file or folder; links are followed.
    table
        What :func:`mounts` gave.
    """
    rows = list(table)
    real = os.path.realpath(path)
    over = [mount for mount in rows if beneath(real, mount.point)]
    if not over:
        return {real}
    own = max(over, key=lambda mount: len(mount.point))
    inside = _joined(own.root, os.path.relpath(real, own.point))
    paths = {real}
    for mount in rows:
        if mount.device != own.device:
            continue
        if beneath(inside, mount.root):
            paths.add(_joined(mount.point, os.path.relpath(inside, mount.root)))
        elif beneath(mount.root, inside):  # a part of the place stands somewhere else
            paths.add(mount.point)
    return paths


def _joined(folder: str, rest: str) -> str:
    return folder if rest == "." else str(Path(folder) / rest)


def without(place: str, taken: Iterable[str], points: Iterable[str] = ()) -> Iterator[str]:
    """Yield what is left of a place once others are taken out of it.

    Parameters
    ----------
    place
        A file or folder, without links in its path.
    taken
        Places to take out. One that lies around `place` leaves it: what is named is meant.
    points
        Mount points, which are no part of the folder that they stand in.
    """
    inside = [path for path in {*taken, *points} if beneath(path, place)]
    taken_out = [path for path in inside if path != place]
    if place in taken:
        return
    if not taken_out:
        yield place
        return
    try:
        children = sorted(Path(place).iterdir())
    except OSError:
        return
    for child in children:
        if str(child) not in taken_out and not child.is_symlink():
            yield from without(str(child), taken_out)
