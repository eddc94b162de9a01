"""Put a folder in its place whole: one build at a time, the old folder or the new one."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from padai.errors import PublicationError, Said

_DRAFT = "-draft"
_OLD = "-old"
_AT_FDCWD = -100
_EXCHANGE = 2  # RENAME_EXCHANGE of renameat2(2)
_NO_EXCHANGE = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EXDEV, errno.EPERM)
_NO_ROOM = Said("pipeline-the-disk-is-full-make-room")
_NO_WRITING = Said("pipeline-the-folder-of-releases-may-not-be")
_TROUBLE = {
    errno.ENOSPC: _NO_ROOM,
    errno.EDQUOT: _NO_ROOM,
    errno.EROFS: _NO_WRITING,
    errno.EACCES: _NO_WRITING,
    errno.EPERM: _NO_WRITING,
}


@contextmanager
def locked(folder: Path, what: str) -> Iterator[None]:
    """Hold a folder for one build; the system lets go of it when the process ends, however.

    Raises
    ------
    PublicationError
        Another process holds it.
    """
    with _held(folder) as got:
        if not got:
            raise PublicationError(
                Said("pipeline-another-padai-is-publishing-this-survey"),
                where=what,
            )
        yield


@contextmanager
def _held(folder: Path) -> Iterator[bool]:
    if sys.platform == "win32":
        import msvcrt

        with (folder / ".lock").open("a") as file:
            try:
                msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            except OSError:
                yield False
                return
            yield True
        return
    import fcntl

    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            # on the folder itself, so that no lock file is ever left behind
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        yield True
    finally:
        os.close(handle)


@contextmanager
def plain_trouble(what: str) -> Iterator[None]:
    """Say in one message that a disk is full or a folder read-only.

    Raises
    ------
    PublicationError
        Instead of the system's error; any other passes through.
    """
    try:
        yield
    except OSError as error:
        trouble = _TROUBLE.get(error.errno or 0)
        if trouble is None:
            raise
        raise PublicationError(
            Said("pipeline-and-run-the-command-again-the-last", said=trouble),
            where=what,
        ) from None


@contextmanager
def whole_or_nothing(target: Path) -> Iterator[Path]:
    """Yield a folder aside; put it at `target` when all went well, else leave `target` alone.

    The two change places in one step of the file system where it has one, so that a process killed
    at any point leaves the old folder or the new one. The folder aside has a fixed name: what a
    killed process left is removed by the next. The caller holds the lock.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    recover(target)
    draft = _aside(target, _DRAFT)
    draft.mkdir()
    try:
        yield draft
        swap(draft, target)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
        shutil.rmtree(_aside(target, _OLD), ignore_errors=True)


def _refuse_links(target: Path) -> None:
    """Refuse a link where a folder is to stand: what it leads to would be moved or removed."""
    for place in (target, _aside(target, _DRAFT), _aside(target, _OLD)):
        if place.is_symlink():
            raise PublicationError(
                Said("pipeline-is-a-link-and-a-release-is-a-folder-of", place_name=place.name),
                where=target.parent.name,
            )


def recover(target: Path) -> None:
    """Remove what a killed process left beside `target`, and put back what it had moved.

    Raises
    ------
    PublicationError
        A link stands in one of these places.
    """
    _refuse_links(target)
    old = _aside(target, _OLD)
    if old.is_dir() and not target.exists():
        old.rename(target)
    for left in (old, _aside(target, _DRAFT)):
        if left.exists():
            shutil.rmtree(left)


def swap(draft: Path, target: Path) -> None:
    """Put a folder at `target`; what stood there is then at the folder's own place, or gone."""
    to_disk(draft)
    if not target.exists():
        draft.rename(target)
    elif not _exchanged(draft, target):
        old = _aside(target, _OLD)
        target.rename(old)
        try:
            draft.rename(target)
        except OSError:
            old.rename(target)
            raise
    _synced(target.parent)


def _exchanged(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; False where the system cannot."""
    if not sys.platform.startswith("linux"):
        return False
    library: Any = ctypes.CDLL(None, use_errno=True)
    if not hasattr(library, "renameat2"):
        return False
    names = os.fsencode(one), os.fsencode(other)
    if library.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in _NO_EXCHANGE:
        return False
    raise OSError(code, os.strerror(code), str(other))


def write_whole(path: Path, text: str | bytes) -> None:
    """Write a file beside its place, then put it there: the old content or the new, never half."""
    content = text.encode() if isinstance(text, str) else text
    if path.is_file() and path.read_bytes() == content:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}{_DRAFT}")
    aside.unlink(missing_ok=True)  # a link there would lead the writing elsewhere
    try:
        with aside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)
    _synced(path.parent)


@contextmanager
def put_back(path: Path) -> Iterator[None]:
    """Put a file back as it was, or away where it was not, if what is done meanwhile fails."""
    before = path.read_bytes() if path.is_file() else None
    try:
        yield
    except BaseException:
        if before is not None:
            write_whole(path, before)
        else:
            path.unlink(missing_ok=True)
        raise


def to_disk(folder: Path) -> None:
    """Ask that all files of a folder reach the disk before the folder takes its place."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            with path.open("rb") as file:
                os.fsync(file.fileno())


def _synced(folder: Path) -> None:
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some file systems cannot; the rename itself is done
            os.fsync(handle)
    finally:
        os.close(handle)


def _aside(target: Path, kind: str) -> Path:
    return target.with_name(f".{target.name}{kind}")
