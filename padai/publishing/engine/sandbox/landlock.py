"""The system's own lock (Linux Landlock): what a process, and all it starts, may reach.

Python's own lock sees what Python does. A library that opens a file by itself (ReadStat does), and
a program that is started, are held by the kernel alone. Reference: Landlock, "Linux userspace API",
https://docs.kernel.org/userspace-api/landlock.html
"""

from __future__ import annotations

import ctypes
import os
import struct
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_ASK_VERSION = 1
OLDEST = 2
"""The first version that lets a file be moved from one folder to another."""
_BENEATH = 1
_NO_NEW_PRIVILEGES = 38

_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_FOLDER = 1 << 0, 1 << 1, 1 << 2, 1 << 3
# To remove a folder or a file, to make a folder, a file or a socket. Nobody makes a device, which
# would be the disk itself, a pipe, or a link, which leads elsewhere.
_REMOVE = 1 << 4 | 1 << 5
_MAKE = 1 << 7 | 1 << 8 | 1 << 9
_ALTER = sum(1 << bit for bit in range(4, 13))
_REFER, _TRUNCATE, _ASK_DEVICE = 1 << 13, 1 << 14, 1 << 15
_TRUNCATE_SINCE, _TCP_SINCE, _ASK_DEVICE_SINCE, _SCOPE_SINCE = 3, 4, 5, 6
_BIND_TCP, _CONNECT_TCP = 1 << 0, 1 << 1
_ABSTRACT_SOCKETS, _SIGNALS = 1 << 0, 1 << 1
# What a rule on a file, and no folder, may hold.
_OF_A_FILE = _EXECUTE | _WRITE_FILE | _READ_FILE | _TRUNCATE


@dataclass(frozen=True)
class Reach:
    """What a process may reach; each place is a folder with all beneath it, or a file.

    Attributes
    ----------
    readable, writable
        What may be written may be read.
    listed
        Folders of which the names alone may be read.
    programs
        Files that may be started.
    connect
        Whether TCP may be used.
    """

    readable: Iterable[str] = ()
    writable: Iterable[str] = ()
    listed: Iterable[str] = ()
    programs: Iterable[str] = ()
    connect: bool = False


def version() -> int:
    """Return the version of Landlock that this system offers; 0 where there is none."""
    if not sys.platform.startswith("linux") or os.uname().machine not in ("x86_64", "aarch64"):
        return 0
    try:
        return max(0, _call(_CREATE_RULESET, None, 0, _ASK_VERSION))
    except OSError:
        return 0


def confine(reach: Reach) -> bool:
    """Hold the calling thread, and what it starts from now on, to some places.

    Places that do not exist are passed over. From version 6 on, signals and sockets without a file
    reach no process outside either.

    Returns
    -------
    bool
        False, and nothing is held, where the system has no Landlock, or its first version.

    Raises
    ------
    OSError
        Where the system has it and refuses to apply it.

    Notes
    -----
    It cannot be undone. Of the network it holds TCP alone.
    """
    offered = version()
    if offered < OLDEST:
        return False
    truncate = _TRUNCATE if offered >= _TRUNCATE_SINCE else 0
    ask = _ASK_DEVICE if offered >= _ASK_DEVICE_SINCE else 0
    held = _EXECUTE | _WRITE_FILE | _READ_FILE | _READ_FOLDER | _ALTER | _REFER | truncate | ask
    read = _READ_FILE | _READ_FOLDER
    write = _WRITE_FILE | _REMOVE | _MAKE | _REFER | truncate
    ruleset = _ruleset(offered, held, connect=reach.connect)
    try:
        for places, rights in (
            (reach.readable, read),
            (reach.writable, read | write),
            (reach.listed, _READ_FOLDER),
            (reach.programs, _EXECUTE | _READ_FILE),
        ):
            for place in places:
                _allow(ruleset, place, rights)
        forbid_privileges()
        _call(_RESTRICT_SELF, ruleset, 0)
    finally:
        os.close(ruleset)
    return True


def _ruleset(offered: int, held: int, *, connect: bool) -> int:
    """Make a set of rules that holds files, TCP and what reaches other processes."""
    fields = [held]
    if offered >= _TCP_SINCE:
        fields.append(0 if connect else _BIND_TCP | _CONNECT_TCP)
    if offered >= _SCOPE_SINCE:
        fields.append(_SIGNALS | _ABSTRACT_SOCKETS)
    asked = struct.pack(f"={len(fields)}Q", *fields)
    return _call(_CREATE_RULESET, asked, len(asked), 0)


def _allow(ruleset: int, place: str, rights: int) -> None:
    try:
        descriptor = os.open(place, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        kept = rights if Path(place).is_dir() else rights & _OF_A_FILE
        if kept:
            _call(_ADD_RULE, ruleset, _BENEATH, struct.pack("=Qi", kept, descriptor), 0)
    finally:
        os.close(descriptor)


def _call(number: int, *arguments: int | bytes | None) -> int:
    given = [ctypes.c_long(a) if isinstance(a, int) else a for a in arguments]
    result = int(_library().syscall(ctypes.c_long(number), *given))
    if result < 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))
    return result


def forbid_privileges() -> None:
    """Let no program that is started have more rights than this process."""
    if _library().prctl(_NO_NEW_PRIVILEGES, *map(ctypes.c_ulong, (1, 0, 0, 0))):
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))


def _library() -> ctypes.CDLL:
    library = ctypes.CDLL(None, use_errno=True)
    library.syscall.restype = ctypes.c_long
    return library
