"""What publishing may not do, held to by the process itself: no network, no file of respondents.

The publishing process is handed a store and nothing that leads to respondents. Three locks more:
Python refuses, in that process, to open a connection or to read a file that is neither the store,
nor the templates, nor needed by Python and its libraries, and says so in a sentence. Where the
system is Linux, Landlock refuses the same files to the libraries that open one by themselves and
to every program that is started, and refuses to write anywhere but where the release is made; and
a filter of calls (seccomp) refuses sockets, other processes and the kernel's side doors.

What may be read is a list of what is needed (:mod:`padai.publishing.engine.sandbox.needs`), and
never a folder in which data may lie. The project, its data and their mounts are taken out of it
wherever they lie.
"""

from __future__ import annotations

import errno
import os
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from padai.publishing.engine.sandbox import landlock, privileges, seccomp
from padai.publishing.engine.sandbox.needs import DEVICES, importable, needed, programs_of
from padai.publishing.engine.sandbox.places import beneath, every_path, mounts, without

_NETWORK = frozenset(
    {
        "socket.connect",
        "socket.getaddrinfo",
        "socket.gethostbyname",
        "socket.sendto",
        "socket.sendmsg",
        "socket.bind",
        "socket.__new__",
        "urllib.Request",
    }
)
_PROGRAMS = frozenset(
    {
        "subprocess.Popen",
        "os.system",
        "os.exec",
        "os.posix_spawn",
        "os.spawn",
        "os.fork",
        "os.forkpty",
        "pty.spawn",
    }
)
_LOCAL = ("127.0.0.1", "::1", "localhost")

_SYSTEM: list[str] = []
"""What this process may read of the system, once it is closed off."""


def holds() -> bool:
    """Whether this system can hold what a report's cells do, and not Python alone."""
    return landlock.version() >= landlock.OLDEST and seccomp.offered()


def close_off(
    readable: Iterable[str | Path],
    writable: Iterable[str | Path] = (),
    *,
    programs: bool = True,
    connect: bool = False,
    taken: Iterable[str | Path] = (),
    tools: Iterable[str | Path] = (),
    system: Iterable[str] | None = None,
) -> bool:
    """Refuse, in this process and from now on, the network and files outside of some folders.

    Parameters
    ----------
    readable, writable
        The folders that may be read besides what is needed, and those that may be written too. The
        temporary folder is one of these where it is padai's own.
    programs
        Whether Python and pandoc may be started, and nothing else.
    connect
        Whether a program that is started may talk to this machine by TCP.
    taken
        Where respondents may be: folders and files that are never read, whatever folder they lie
        in and by whatever mount. What is named as readable inside of one is still read.
    tools
        Folders of further programs that may be started.
    system
        What is needed of the system, where the process that starts this one found it
        (:func:`system_left`): from within its locks it is not to be found.

    Returns
    -------
    bool
        Whether the system itself holds it.

    Raises
    ------
    PermissionError
        Later, wherever something that is refused is tried.

    Notes
    -----
    It cannot be undone. A path that is no file yet may be opened: what is written tells nothing.
    The system's lock holds the calling thread and those that it starts: close off first.
    """
    temporary = _real(tempfile.gettempdir())
    own = [temporary] if Path(temporary).name.startswith("padai-") else []
    table = mounts()
    kept_out = {path for place in taken for path in every_path(place, table)}
    points = {mount.point for mount in table}
    written = [*_left((*writable, *own), kept_out)]
    asked = [*_left((*readable, *tools), kept_out)]
    places = needed() if system is None else system
    _SYSTEM[:] = sorted({p for place in places for p in without(place, kept_out, points)})
    started = {*programs_of(), *map(_real, tools)} if programs else set()
    reach = landlock.Reach(
        readable=[*_SYSTEM, *asked],
        writable=[*written, DEVICES[0]],
        listed=importable(),
        programs=started,
        connect=connect,
    )
    held = landlock.confine(reach)
    families = seccomp.INTERNET if connect else seccomp.LOCAL
    no_family = seccomp.UNSUPPORTED if connect else errno.EPERM
    held = seccomp.forbid(families=families, no_family=no_family, programs=programs) and held
    sys.addaudithook(_hook((*_SYSTEM, *asked, *written), programs=programs, connect=connect))
    return held


def system_left() -> list[str]:
    """Return what may be read of the system, for a process that this one starts."""
    return list(_SYSTEM) or sorted(needed())


def close_off_cells() -> None:
    """Refuse this process, which has all that it needs, any further way to another one.

    No socket is made, connected or bound, no open file is taken from one, no signal is sent to
    anybody, and no right on a file is changed.
    """
    privileges.give_up()
    seccomp.forbid(seccomp.OUTWARD, families=(), programs=False, only_self=True)


def _left(places: Iterable[str | Path], kept_out: set[str]) -> set[str]:
    """Return what is left of places that were asked for by name."""
    real = {_real(place) for place in places}
    return {path for place in real for path in without(place, kept_out - {place})}


def _hook(allowed: Iterable[str], *, programs: bool, connect: bool) -> Any:
    """Return what Python asks before it opens, connects or starts something."""
    files = {path for path in allowed if not Path(path).is_dir()}
    folders = tuple(sorted({*allowed} - files))

    def refuse(event: str, details: tuple[Any, ...]) -> None:
        if event == "open":
            _check_file(details[0], files, folders)
        elif event in _NETWORK and not (connect and _is_local(event, details)):
            if not _is_of_this_machine(event, details):
                raise PermissionError("publishing may not reach the network")
        elif event in _PROGRAMS and not programs:
            raise PermissionError("a report may not start a program")

    return refuse


def _real(path: str | Path) -> str:
    return os.path.realpath(path)


def _check_file(path: object, files: set[str], folders: tuple[str, ...]) -> None:
    if not isinstance(path, (str, bytes, os.PathLike)):
        return
    place = _real(os.fsdecode(path))
    inside = place in files or any(beneath(place, folder) for folder in folders)
    if not inside and Path(place).is_file():
        raise PermissionError(
            f"publishing may not read {Path(place).name}: it is no part of the store or of the "
            "templates"
        )


def _is_of_this_machine(event: str, details: tuple[Any, ...]) -> bool:
    """Whether a socket has a file or a partner in this process, and none elsewhere."""
    if event == "socket.__new__":
        return details[1] in (*seccomp.LOCAL, -1)
    return event == "socket.bind" and isinstance(details[1], (str, bytes))


def _is_local(event: str, details: tuple[Any, ...]) -> bool:
    """Whether a connection stays on this machine."""
    if event == "socket.__new__":
        return details[1] in (*seccomp.INTERNET, -1)
    if event in ("socket.getaddrinfo", "socket.gethostbyname"):
        return details[0] in (*_LOCAL, None, "")
    address = details[1] if len(details) > 1 else None
    if isinstance(address, tuple):
        return bool(address) and address[0] in _LOCAL
    return isinstance(address, (str, bytes)) or address is None
