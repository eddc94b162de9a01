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
from pathlib import Path

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_ASK_VERSION = 1
_OLDEST = 2  # the first that lets a file be moved from one folder to another
_BENEATH = 1
_NO_NEW_PRIVILEGES = 38

_EXECUTE, _WRITE_FILE, _READ_FILE = 1 << 0, 1 << 1, 1 << 2
# Remove a folder or file; make a device, folder, file, socket, pipe, block device, link.
_ALTER = sum(1 << bit for bit in range(4, 13))
_REFER, _TRUNCATE = 1 << 13, 1 << 14
_TRUNCATE_SINCE = 3
_CONNECT_TCP, _CONNECT_SINCE = 1 << 1, 4
# What a rule on a file, and no folder, may hold.
_OF_A_FILE = _EXECUTE | _WRITE_FILE | _READ_FILE | _TRUNCATE


def version() -> int:
    """Return the version of Landlock that this system offers; 0 where there is none."""
    if not sys.platform.startswith("linux") or os.uname().machine not in ("x86_64", "aarch64"):
        return 0
    try:
        return max(0, _call(_CREATE_RULESET, None, 0, _ASK_VERSION))
    except OSError:
        return 0


def confine(
    readable: Iterable[str], writable: Iterable[str], *, programs: bool, connect: bool
) -> bool:
    """Hold the calling thread, and what it starts from now on, to some places.

    Parameters
    ----------
    readable, writable
        Folders and files, with all beneath them; what may be written may be read. Those that do
        not exist are passed over. The names of files may be listed everywhere.
    programs
        Whether programs that lie in these places may be started.
    connect
        Whether a TCP connection may be opened.

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
    if offered < _OLDEST:
        return False
    write = _WRITE_FILE | _ALTER | _REFER | (_TRUNCATE if offered >= _TRUNCATE_SINCE else 0)
    read = _READ_FILE | (_EXECUTE if programs else 0)
    held = _CONNECT_TCP if offered >= _CONNECT_SINCE and not connect else 0
    asked = struct.pack("=QQ", _EXECUTE | _READ_FILE | write, held)
    ruleset = _call(_CREATE_RULESET, asked, len(asked) if offered >= _CONNECT_SINCE else 8, 0)
    try:
        for place in readable:
            _allow(ruleset, place, read)
        for place in writable:
            _allow(ruleset, place, read | write)
        _call_prctl(_NO_NEW_PRIVILEGES)
        _call(_RESTRICT_SELF, ruleset, 0)
    finally:
        os.close(ruleset)
    return True


def _allow(ruleset: int, place: str, rights: int) -> None:
    try:
        found = os.open(place, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        kept = rights if Path(place).is_dir() else rights & _OF_A_FILE
        _call(_ADD_RULE, ruleset, _BENEATH, struct.pack("=Qi", kept, found), 0)
    finally:
        os.close(found)


def _call(number: int, *arguments: int | bytes | None) -> int:
    given = [ctypes.c_long(a) if isinstance(a, int) else a for a in arguments]
    result = int(_library().syscall(ctypes.c_long(number), *given))
    if result < 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))
    return result


def _call_prctl(option: int) -> None:
    if _library().prctl(option, *map(ctypes.c_ulong, (1, 0, 0, 0))):
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))


def _library() -> ctypes.CDLL:
    library = ctypes.CDLL(None, use_errno=True)
    library.syscall.restype = ctypes.c_long
    return library
