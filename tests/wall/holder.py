"""A process that is no part of a report and holds a canary in every way that a process can.

``python holder.py FOLDER`` writes data files into the folder, tells what it holds as one JSON line
and waits until its standard input is closed.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import pickle
import secrets
import shelve
import socket
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


def canary() -> str:
    """Return a text that nobody has seen."""
    return f"canari-{secrets.token_hex(8)}"


def write_data(folder: Path, secret: str) -> dict[str, Any]:
    """Write a data file of every kind; return their paths."""
    import pandas as pd
    import pyreadstat

    folder.mkdir(parents=True, exist_ok=True)
    frame = pd.DataFrame({"reponse": [secret, secret], "n": [1.0, 2.0]})
    names = {
        key: str(folder / f"w.{key}")
        for key in ("csv", "sav", "py", "pickle", "parquet", "db", "shelf")
    }
    frame.to_csv(names["csv"], index=False)
    pyreadstat.write_sav(frame, names["sav"])
    frame.to_parquet(names["parquet"])
    Path(names["py"]).write_text(f"SECRET = {secret!r}\n")
    Path(names["pickle"]).write_bytes(pickle.dumps(secret))
    with sqlite3.connect(names["db"]) as link:
        link.execute("create table t as select ? as x", (secret,))
    with shelve.open(names["shelf"]) as shelf:
        shelf["x"] = secret
    for key in ("movable", "removable", "truncatable", "writable"):
        names[key] = str(folder / key)
        Path(names[key]).write_text(secret)
    return names


def _serve(link: socket.socket, secret: str) -> None:
    """Say the canary to whoever asks."""
    while True:
        if link.type == socket.SOCK_DGRAM:
            _, whom = link.recvfrom(64)
            link.sendto(secret.encode(), whom)
            continue
        one, _ = link.accept()
        try:
            one.sendall(secret.encode())
            one.close()
        except OSError:
            continue


def _pass(link: socket.socket, held: int) -> None:
    """Hand the open data file to whoever asks."""
    while True:
        one, _ = link.accept()
        try:
            socket.send_fds(one, [b"x"], [held])
            one.close()
        except OSError:
            continue


def _servers(folder: Path, secret: str, held: int) -> dict[str, Any]:
    made = {
        "tcp": socket.create_server(("127.0.0.1", 0)),
        "udp": socket.socket(socket.AF_INET, socket.SOCK_DGRAM),
        "unix": socket.socket(socket.AF_UNIX),
        "abstract": socket.socket(socket.AF_UNIX),
    }
    made["udp"].bind(("127.0.0.1", 0))
    made["unix"].bind(str(folder / "s"))
    name = f"padai-{secrets.token_hex(4)}"
    made["abstract"].bind("\0" + name)
    for key in ("unix", "abstract"):
        made[key].listen()
    passing = socket.socket(socket.AF_UNIX)
    passing.bind(str(folder / "p"))
    passing.listen()
    for link in made.values():
        threading.Thread(target=_serve, args=(link, secret), daemon=True).start()
    threading.Thread(target=_pass, args=(passing, held), daemon=True).start()
    return {
        "tcp": made["tcp"].getsockname()[1],
        "udp": made["udp"].getsockname()[1],
        "unix": str(folder / "s"),
        "abstract": name,
        "passing": str(folder / "p"),
    }


def _shared(secret: str) -> int:
    """Put the canary into shared memory of the old kind, and return its number."""
    library = ctypes.CDLL(None, use_errno=True)
    library.shmat.restype = ctypes.c_void_p
    number = int(library.shmget(0, 4096, 0o1600))
    where = library.shmat(number, None, 0)
    ctypes.memmove(where, secret.encode(), len(secret))
    library.shmctl(number, 0, None)  # it goes with this process
    return number


def main() -> None:
    """Hold the canary that the environment gives."""
    secret, folder = os.environ["PADAI_CANARY"], Path(sys.argv[1])
    held = os.open(sys.argv[2], os.O_RDONLY)
    shm = Path("/dev/shm") / f"padai-{os.getpid()}"
    shm.write_bytes(secret.encode().ljust(64))
    kept = ctypes.create_string_buffer(secret.encode(), 64)
    told = {
        "pid": os.getpid(), "held": held, "shm": str(shm), "sysv": _shared(secret),
        "address": ctypes.addressof(kept), **_servers(folder, secret, held),
    }  # fmt: skip
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()
    sys.stdin.read()
    shm.unlink(missing_ok=True)


@contextmanager
def operator(folder: Path, data: str, secret: str) -> Iterator[dict[str, Any]]:
    """Yield what a process holds that is no part of the report."""
    with subprocess.Popen(
        [sys.executable, __file__, str(folder), data],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PADAI_CANARY": secret},
        start_new_session=True,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            yield json.loads(process.stdout.readline())
        finally:
            process.stdin.close()
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(5)
            process.kill()


if __name__ == "__main__":
    main()
