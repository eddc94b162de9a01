"""Publishing steps, each made again only where something that it depends on changed.

What a step reads of the store is watched, not declared. Its key is the SHA-256 of what it read, of
padai's code, of the versions of the libraries, and of whatever else it was given. The manifest of
a version names reads, key and files of each step: where these reads give the same key again, the
step would do the same, and its files are copied.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from importlib import metadata, resources
from pathlib import Path
from typing import Any

from padai.publishing.basis.draft_names import link_versions, mark_files
from padai.store import ABOUT_THE_BUILD, Store, inside_of, sha256

_ROOMS = (
    "publishing", "charts", "participation/pages", "followup/pages", "lottery/pages",
    "survey", "store", "numerics/rounding.py", "errors.py", "words",
)  # fmt: skip
"""What publishing is made of; nothing else of padai is seen from there."""
_SETTING = (".qmd", ".lua", ".css", ".html", ".typ", ".xml", ".yml", ".js", ".ftl")
ALWAYS = "texts.json"
"""The file of the store that every step reads: the definition and the facts."""
_LIBRARIES = (
    "padai", "numpy", "pandas", "scipy", "pyreadstat", "pandera", "pydantic", "PyYAML", "babel",
    "matplotlib", "seaborn", "nbclient", "ipykernel", "pypandoc_binary", "typst", "xlsxwriter",
    "python-pptx",
)  # fmt: skip


class Steps:
    """Carries out the steps of publishing, or takes over what they made before.

    Parameters
    ----------
    store
        An open release store.
    out_dir
        The folder of the version that is being made.
    before
        The folder of the version as it stands, whose manifest names what made its files.
    site_url
        Where the site is published, which every page may name.
    """

    def __init__(
        self, store: Store, out_dir: Path, before: Path | None = None, site_url: str = ""
    ) -> None:
        self._store = store
        self._out_dir = out_dir
        self._before = before
        self._site_url = site_url
        self._known = _known_steps(before)
        self._hashes = {
            path.relative_to(store.folder).as_posix(): sha256(path)
            for path in sorted(store.folder.rglob("*"))
            if path.is_file() and path.name not in ABOUT_THE_BUILD
        }
        self.carried_out: list[dict[str, Any]] = []

    def __call__(
        self,
        name: str,
        make: Callable[..., Sequence[Path]],
        *arguments: Any,
        apart: bool = False,
        pages: bool = False,
        given: Any = None,
    ) -> list[Path]:
        """Carry out one step and return its files.

        Parameters
        ----------
        name
            A name that no other step has, such as ``"fr/tables"``.
        make
            Called with the store, the folder of the version, and `arguments`; writes files there
            and returns their paths. It may read the store and nothing else.
        apart
            Whether it reads the store in another process, where nothing is watched: it then
            depends on all of the store.
        pages
            Whether templates, styles and filters are part of what it depends on.
        given
            What else it depends on, JSON-ready: formats, the hashes of templates.
        """
        files = self._taken_over(name, pages, given)
        if files is not None:
            self._keep(name, self._known[name]["reads"], pages, given, files, taken_over=True)
            return files
        with _watched(self._store) as (store, read):
            files = list(make(store, self._out_dir, *arguments))
        reads = sorted(self._hashes if apart else (read | {ALWAYS}) & set(self._hashes))
        self._keep(name, reads, pages, given, files, taken_over=False)
        return files

    def _keep(
        self,
        name: str,
        reads: list[str],
        pages: bool,
        given: Any,
        files: Sequence[Path],
        *,
        taken_over: bool,
    ) -> None:
        names = [path.relative_to(self._out_dir).as_posix() for path in files]
        key = self._key(name, reads, pages, given)
        self.carried_out.append(
            {"name": name, "reads": reads, "key": key, "files": names, "taken_over": taken_over}
        )

    @property
    def files(self) -> list[Path]:
        """The files of all steps, in their order."""
        return [self._out_dir / name for step in self.carried_out for name in step["files"]]

    def finish(self) -> None:
        """Link every page to all versions; give the files of what is not out names that say so."""
        link_versions(self._out_dir, self.files)
        renamed = mark_files(self._out_dir, self.files, str(self._store.release["status"]))
        for step in self.carried_out:
            paths = [renamed[self._out_dir / name] for name in step["files"]]
            step["files"] = [path.relative_to(self._out_dir).as_posix() for path in paths]

    def _key(self, name: str, reads: Iterable[str], pages: bool, given: Any) -> str:
        parts = {
            "step": name,
            "store": {file: self._hashes.get(file) for file in reads},
            "code": code_digest(_ROOMS, (".py",)),
            "setting": code_digest(_ROOMS, _SETTING) + self._site_url if pages else "",
            "python": ".".join(platform.python_version_tuple()[:2]),
            "versions": versions(),
            "given": given,
        }
        return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()

    def _taken_over(self, name: str, pages: bool, given: Any) -> list[Path] | None:
        """Copy a step's files from the version that stands, if they are what it would make."""
        step = self._known.get(name)
        if step is None or self._before is None:
            return None
        if step["key"] != self._key(name, step["reads"], pages, given):
            return None
        sources = {self._before / file: digest for file, digest in step["files"].items()}
        if any(not path.is_file() or sha256(path) != digest for path, digest in sources.items()):
            return None
        files = []
        for source in sources:
            target = self._out_dir / source.relative_to(self._before)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
            files.append(target)
        return files


def _known_steps(before: Path | None) -> dict[str, dict[str, Any]]:
    """Return the steps of a version by name, with the hash of each of their files."""
    path = inside_of(before) / "manifest.json" if before else None
    if path is None or not path.is_file():
        return {}
    manifest = json.loads(path.read_text(encoding="utf-8"))
    hashes = {row["name"]: row["sha256"] for row in manifest["outputs"]}
    return {
        step["name"]: {**step, "files": {file: hashes.get(file, "") for file in step["files"]}}
        for step in manifest.get("steps", ())
    }


class _Tables(Mapping[str, Any]):
    """Tables of a store that note which of them are read."""

    def __init__(self, tables: Mapping[str, Any], read: set[str]) -> None:
        self._tables = tables
        self._read = read

    def __getitem__(self, name: str) -> Any:
        self._read.add(f"{name}.csv")
        return self._tables[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._tables)

    def __len__(self) -> int:
        return len(self._tables)


_WATCHES: list[tuple[str, set[str]]] = []
"""The folder of the store that is watched now, and the names of the files opened in it."""


def _note(event: str, arguments: tuple[Any, ...]) -> None:
    if event != "open" or not _WATCHES or not isinstance(arguments[0], str | os.PathLike):
        return
    folder, read = _WATCHES[-1]
    path = os.fspath(arguments[0])
    if isinstance(path, str) and path.startswith(folder):
        read.add(Path(path).relative_to(folder).as_posix())


@cache
def _watching() -> None:
    sys.addaudithook(_note)  # Python has no way to remove one; it does nothing between steps


@contextmanager
def _watched(store: Store) -> Iterator[tuple[Store, set[str]]]:
    """Yield a store, and the set of the names of its files that are read of it, however."""
    _watching()
    read: set[str] = set()
    _WATCHES.append((str(store.folder) + os.sep, read))
    try:
        yield replace(store, tables=_Tables(store.tables, read)), read
    finally:
        _WATCHES.pop()


@cache
def code_digest(
    rooms: tuple[str, ...] = ("",), suffixes: tuple[str, ...] = (".py", *_SETTING)
) -> str:
    """Return the SHA-256 of padai's own files of some rooms and kinds; all of them by default."""
    package = Path(str(resources.files("padai")))
    digest = hashlib.sha256()
    for room in rooms:
        place = package / room
        files = [place] if place.is_file() else sorted(place.rglob("*"))
        for path in files:
            if path.is_file() and path.suffix in suffixes:
                digest.update(path.relative_to(package).as_posix().encode() + b"\0")
                digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def files_digest(folder: Path | None, suffixes: Sequence[str] = (".qmd", ".yml")) -> str:
    """Return the SHA-256 of a project's own templates; the same text for none."""
    lines = []
    if folder is not None and folder.is_dir():
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix in suffixes:
                lines.append(f"{path.relative_to(folder).as_posix()} {sha256(path)}\n")
    return hashlib.sha256("".join(lines).encode()).hexdigest()


@cache
def versions() -> dict[str, str]:
    """Return the installed version of each library that a number or a page depends on."""
    found = {}
    for name in _LIBRARIES:
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    return found
