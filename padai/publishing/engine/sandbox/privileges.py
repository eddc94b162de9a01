"""What a process gives up of itself before it runs what others wrote."""

from __future__ import annotations

import ctypes
import os
import struct
import sys

_SET_RIGHTS = {"x86_64": 126, "aarch64": 91}
_THIRD_LAYOUT = 0x20080522  # _LINUX_CAPABILITY_VERSION_3
_MOST = 65_536


def give_up() -> None:
    """Leave no picture of the memory when the process dies, and keep no right of an administrator.

    Notes
    -----
    An administrator's process stays the owner of its files; it may no longer do what only an
    administrator may. Where the system is no Linux, only the first is done.
    """
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    number = _SET_RIGHTS.get(os.uname().machine)
    if sys.platform.startswith("linux") and number is not None:
        library = ctypes.CDLL(None, use_errno=True)
        header, none = struct.pack("=Ii", _THIRD_LAYOUT, 0), bytes(24)
        library.syscall(ctypes.c_long(number), header, none)


def close_handles() -> None:
    """Close every open file but the first three: none that was left open is inherited."""
    try:
        highest = os.sysconf("SC_OPEN_MAX")
    except (AttributeError, ValueError, OSError):
        highest = _MOST
    os.closerange(3, highest if highest > 0 else _MOST)
