"""What publishing may not do, held to by the process itself: no network, no file of respondents.

The publishing process is handed a store and nothing that leads to respondents. Two locks more:
Python refuses, in that process, to open a connection or to read a file that is neither the store,
nor the templates, nor Python's and the system's own, and says so in a sentence. Where the system
is Linux with Landlock, it refuses the same files to the libraries that open one by themselves and
to every program that is started, and refuses to write anywhere but where the release is made.
"""

from __future__ import annotations

import os
import sys
import sysconfig
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from padai.publishing import landlock

_NETWORK = frozenset(
    {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto",
     "socket.sendmsg", "urllib.Request"}
)  # fmt: skip
_PROGRAMS = frozenset({"subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "pty.spawn"})
_SYSTEM = (
    "/usr", "/lib", "/lib64", "/bin", "/etc", "/opt", "/proc", "/sys", "/dev", "/run", "/var/cache",
    "/nix", "/System", "/Library",
)  # fmt: skip
_DEVICES = ("/dev",)
_LOCAL = ("127.0.0.1", "::1", "localhost")


def close_off(
    readable: Iterable[str | Path],
    writable: Iterable[str | Path] = (),
    *,
    programs: bool = True,
    connect: bool = False,
) -> None:
    """Refuse, in this process and from now on, the network and files outside of some folders.

    Parameters
    ----------
    readable, writable
        The folders that may be read besides Python's own and the system's, and those that may be
        written too. The temporary folder is one of these where it is padai's own.
    programs
        Whether other programs may be started.
    connect
        Whether a program that is started may talk to this machine by TCP.

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
    written = sorted({_real(p) for p in (*writable, *own)})
    read = sorted({_real(p) for p in (*readable, *_own(), *_SYSTEM)})
    landlock.confine(read, [*written, *_DEVICES, *_kept()], programs=programs, connect=connect)
    allowed = (*read, *written)

    def refuse(event: str, details: tuple[Any, ...]) -> None:
        if event == "open":
            _check_file(details[0], allowed)
        elif event in _NETWORK and not _is_local(event, details):
            raise PermissionError("publishing may not reach the network")
        elif event in _PROGRAMS and not programs:
            raise PermissionError("a report may not start a program")

    sys.addaudithook(refuse)


def _own() -> list[str]:
    """Return where Python, its libraries and padai lie, and what libraries keep for a user."""
    found = [sys.prefix, sys.base_prefix, sys.exec_prefix, str(Path(__file__).parents[1])]
    found += [path for path in sysconfig.get_paths().values() if path]
    found += [p for p in sys.path if p.endswith(("site-packages", "dist-packages", ".zip"))]
    found += [str(Path("~").expanduser() / name) for name in (".config", ".fonts")]
    return [*found, *_kept(), *filter(None, [os.environ.get("WINDIR")])]


def _kept() -> list[str]:
    """Return where libraries and programs keep things for a user between two runs."""
    home = Path("~").expanduser()
    found = [str(home / name) for name in (".cache", ".local/share")]
    return [*found, *filter(None, [os.environ.get("MPLCONFIGDIR")])]


def _real(path: str | Path) -> str:
    return os.path.realpath(path)


def _check_file(path: object, allowed: tuple[str, ...]) -> None:
    if not isinstance(path, (str, bytes, os.PathLike)):
        return
    place = _real(os.fsdecode(path))
    inside = any(place == root or place.startswith(root + os.sep) for root in allowed)
    if not inside and Path(place).is_file():
        raise PermissionError(
            f"publishing may not read {Path(place).name}: it is no part of the store or of the "
            "templates"
        )


def _is_local(event: str, details: tuple[Any, ...]) -> bool:
    """Whether a connection stays on this machine."""
    if event in ("socket.getaddrinfo", "socket.gethostbyname"):
        return details[0] in (*_LOCAL, None, "")
    address = details[1] if len(details) > 1 else None
    if isinstance(address, tuple):
        return bool(address) and address[0] in _LOCAL
    return isinstance(address, (str, bytes)) or address is None
