"""What a command keeps for the next one: hashes and verdicts, never an answer of a respondent.

All of it lies in the user's own cache folder (``PADAI_CACHE_DIR`` names another), outside of every
project: a project that is handed on brings no verdict along. Nothing depends on it: a file that is
missing, harmed, or cannot be written is as good as none.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

CACHE_VARIABLE = "PADAI_CACHE_DIR"
_SCHEMA = 1
_INSTALLED = (".dist-info", ".egg-info")


def cache_folder() -> Path:
    """Return the folder of what is kept: the one that the environment names, or the user's own."""
    named = os.environ.get(CACHE_VARIABLE)
    if named:
        return Path(named)
    from platformdirs import user_cache_path

    return user_cache_path("padai", appauthor=False)


def place_of(kind: str, *names: str) -> Path:
    """Return where something is kept, by its kind and the names of what it concerns."""
    return cache_folder() / kind / f"{digest_of_parts(names)[:40]}.json"


def read_kept(path: Path) -> dict[str, Any]:
    """Return what is kept at a place; nothing where it is missing, harmed or of another padai."""
    with suppress(OSError, ValueError, RuntimeError):
        content = json.loads(path.read_text(encoding="utf-8"))
        if isinstance(content, dict) and content.get("schema") == _SCHEMA:
            return content
    return {}


def write_kept(path: Path, content: Mapping[str, Any]) -> None:
    """Keep something, whole or not at all; a folder that cannot be written keeps nothing."""
    aside = path.with_name(f"{path.name}.{os.getpid()}")
    with suppress(OSError, RuntimeError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            aside.write_text(json.dumps({"schema": _SCHEMA, **content}), encoding="utf-8")
            aside.replace(path)
        finally:
            aside.unlink(missing_ok=True)


# --- what an answer depends on -------------------------------------------------------------------


def digest_of_parts(parts: Any) -> str:
    """Return the SHA-256 of something JSON-ready."""
    text = json.dumps(parts, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def file_digest(path: Path) -> str:
    """Return the SHA-256 of a file, however large."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def files_digest(files: Mapping[str, Path]) -> str:
    """Return one SHA-256 over files by their names; one that is missing counts as missing."""
    return digest_of_parts(
        [
            [name, file_digest(path) if path.is_file() else None]
            for name, path in sorted(files.items())
        ]
    )


def tree_digest(folder: Path, but: Iterable[Path] = ()) -> str:
    """Return one SHA-256 over the files of a folder, links as links, but for some places."""
    left = set(but)
    rows = [
        [
            path.relative_to(folder).as_posix(),
            str(path.readlink()) if path.is_symlink() else "",
            "" if path.is_symlink() else file_digest(path),
        ]
        for path in _within(folder, left)
    ]
    return digest_of_parts(sorted(rows))


def _within(folder: Path, left: set[Path]) -> Iterator[Path]:
    """Yield the files and links of a folder, at any depth."""
    for path in folder.iterdir() if folder.is_dir() else ():
        if path in left:
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _within(path, left)
        else:
            yield path


def written_by_hand(folder: Path, but: str = "") -> dict[str, Path]:
    """Return the files of a folder by their names in it, through links too, but for hidden ones.

    Parameters
    ----------
    but
        A folder in it that is left out.
    """
    kept_files: dict[str, Path] = {}
    been: set[str] = set()
    for place, folders, files in os.walk(folder, followlinks=True):
        real = os.path.realpath(place)
        top = Path(place) == folder
        kept = [n for n in folders if not n.startswith(".") and not (top and n == but)]
        folders[:] = [] if real in been else kept
        if real not in been:
            paths = (Path(place) / name for name in files if not name.startswith("."))
            kept_files |= {path.relative_to(folder).as_posix(): path for path in paths}
        been.add(real)
    return kept_files


@cache
def programs_digest() -> str:
    """Return one SHA-256 over what works: padai file by file, Python, libraries, system.

    Every library that Python can find counts, by its name and version: also one that nobody knew
    to be of any influence.
    """
    package = Path(str(resources.files("padai")))
    code = [
        [path.relative_to(package).as_posix(), file_digest(path)]
        for path in sorted(package.rglob("*"))
        if path.is_file() and path.suffix != ".pyc"
    ]
    return digest_of_parts([code, sys.version, platform.platform(), _installed()])


def _installed() -> list[str]:
    installed: set[str] = set()
    for place in sys.path:
        with suppress(OSError):
            installed |= {
                p.name for p in Path(place or ".").iterdir() if p.name.endswith(_INSTALLED)
            }
    return sorted(installed)
