"""Publishing steps, each made again only where something that it depends on changed.

What a step reads of the store is watched, not declared: each table, each fact, and each text of the
definition by language. Its key is the SHA-256 of what it read, of the definition without its texts,
of padai's code, of the versions of the libraries, and of whatever else it was given. The
manifest of a version names reads, key and files of each step: where these reads give the same key
again, the step would do the same, and its files are copied.
"""

from __future__ import annotations

import hashlib
import json
import platform
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from padai.publishing.basis.draft_names import link_versions, mark_files
from padai.publishing.digests import SETTING, code_digest, versions
from padai.publishing.engine.side_by_side import side_by_side
from padai.publishing.watched_reads import ALWAYS, Reads, watched
from padai.store import ABOUT_THE_BUILD, Store, inside_of, sha256
from padai.survey.noted import texts_of, without_texts
from padai.survey.read_texts import (
    TextsRead,
    digest_of_read,
)

_ROOMS = (
    "publishing", "charts", "participation/pages", "followup/pages", "lottery/pages",
    "survey", "store", "numerics/rounding.py", "numerics/straight_line.py", "errors.py",
    "spelling.py", "words",
)  # fmt: skip
"""What publishing is made of; nothing else of padai is seen from there."""
_CODE = (".py", ".ftl")


@dataclass(frozen=True)
class Task:
    """Steps that are carried out in a row, and whether they take long."""

    make: Callable[[], object]
    long: bool = False


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
        self._texts = texts_of(store.survey)
        self._rest, self._facts = _without_texts(store)
        self._known = _known_steps(before)
        self._hashes = {
            path.relative_to(store.folder).as_posix(): sha256(path)
            for path in sorted(store.folder.rglob("*"))
            if path.is_file() and path.name not in ABOUT_THE_BUILD
        }
        self._given: dict[str, tuple[bool, Any]] = {}
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
            Whether it reads the store in another process, where no table is watched: it then
            depends on all of them. Of the texts, that process tells what it read.
        pages
            Whether templates, styles and filters are part of what it depends on.
        given
            What else it depends on, JSON-ready: formats, the hashes of templates.
        """
        files = self._taken_over(name, pages, given)
        if files is not None:
            self._keep(name, _reads_of(self._known[name]), pages, given, files, taken_over=True)
            return files
        with watched(self._store, self._texts) as (store, read):
            files = list(make(store, self._out_dir, *arguments))
        if apart:
            read.files.update(set(self._hashes) - {ALWAYS})
        self._keep(name, read.reads, pages, given, files, taken_over=False)
        return files

    def batch(
        self,
        names: Sequence[str],
        make: Callable[..., Mapping[str, Sequence[Path]]],
        *arguments: Any,
        pages: bool = False,
        given: Any = None,
    ) -> None:
        """Carry out several steps of one kind, those that must be together.

        Each depends on all tables, which they read through one index, and on the texts that it
        read itself.

        Parameters
        ----------
        names
            The names of the steps.
        make
            Called with the store, the folder of the version, the names that are to be made, a
            context manager, and `arguments`; returns the files of each. What it reads inside of
            ``watched(name)`` is read for that step, anything else for all of them.
        """
        files = {name: self._taken_over(name, pages, given) for name in names}
        wanted = [name for name, held in files.items() if held is None]
        reads = {name: _reads_of(self._known[name]) for name in set(names) - set(wanted)}
        if wanted:
            with watched(self._store, self._texts) as (store, common):
                own = {name: TextsRead(store.survey, self._texts) for name in wanted}
                made = make(
                    store,
                    self._out_dir,
                    wanted,
                    lambda name: common.texts.instead(own[name]),
                    *arguments,
                )
            files |= {name: list(paths) for name, paths in made.items()}
            tables = frozenset(set(self._hashes) - {ALWAYS})
            reads |= {
                name: common.reads | Reads(tables, own[name].told, own[name].facts)
                for name in wanted
            }
        for name in names:
            self._keep(
                name, reads[name], pages, given, files[name] or [], taken_over=name not in wanted
            )

    def all(self, tasks: Sequence[Task], copies: int) -> None:
        """Carry out steps that depend on nothing of each other, several at once.

        Parameters
        ----------
        tasks
            Each calls this object for one step or more.
        copies
            How many at once, the long ones first; one after another where it is 1.
        """
        if copies < 2 or len(tasks) < 2:
            for task in tasks:
                task.make()
            return
        order = sorted(range(len(tasks)), key=lambda number: not tasks[number].long)
        works = [partial(self._apart, task.make) for task in tasks]
        for steps, given in side_by_side(works, order, copies):
            self.carried_out += steps
            self._given |= {name: tuple(told) for name, told in given.items()}

    def _apart(self, task: Callable[[], object]) -> tuple[Any, Any]:
        """Carry out a task in a copy of this process and return the steps that it took."""
        self.carried_out, self._given = [], {}
        task()
        return self.carried_out, self._given

    def _keep(
        self,
        name: str,
        reads: Reads,
        pages: bool,
        given: Any,
        files: Sequence[Path],
        *,
        taken_over: bool,
    ) -> None:
        names = [path.relative_to(self._out_dir).as_posix() for path in files]
        step = {"name": name, "files": names, "taken_over": taken_over}
        self._given[name] = (pages, given)
        self.carried_out.append(step)
        self._depends(step, reads)

    def _depends(self, step: dict[str, Any], reads: Reads) -> None:
        """Say of a step what it read, and the key that this gives.

        A table that it asked for and that the store has not counts too: it may be there next time.
        """
        files = sorted((reads.files | {ALWAYS}) - set(ABOUT_THE_BUILD))
        key = self._key(step["name"], reads, *self._given[step["name"]])
        facts = None if reads.facts is None else sorted(reads.facts)
        step |= {"reads": files, "texts": reads.texts, "facts": facts, "key": key}

    @property
    def may_take_over(self) -> bool:
        """Whether the version as it stands has steps that may be taken over."""
        return bool(self._known)

    @property
    def files(self) -> list[Path]:
        """The files of all steps, in their order."""
        return [self._out_dir / name for step in self.carried_out for name in step["files"]]

    def around(self, put: Callable[[Store, Sequence[Path]], object]) -> None:
        """Have something put around the pages, of which each step depends on what that reads.

        Parameters
        ----------
        put
            Called with the store and with files, those of each language apart.
        """
        by_folder: dict[str, list[dict[str, Any]]] = {}
        for step in self.carried_out:
            by_folder.setdefault(step["name"].partition("/")[0], []).append(step)
        for steps in by_folder.values():
            files = [self._out_dir / file for step in steps for file in step["files"]]
            with watched(self._store, self._texts) as (store, read):
                put(store, files)
            for step in steps:
                if any(file.endswith(".html") for file in step["files"]):
                    self._depends(step, _reads_of(step) | read.reads)

    def finish(self) -> None:
        """Link every page to all versions; give the files of what is not out names that say so."""
        link_versions(self._out_dir, self.files)
        renamed = mark_files(self._out_dir, self.files, str(self._store.release["status"]))
        for step in self.carried_out:
            paths = [renamed[self._out_dir / name] for name in step["files"]]
            step["files"] = [path.relative_to(self._out_dir).as_posix() for path in paths]

    def _key(self, name: str, reads: Reads, pages: bool, given: Any) -> str:
        names = {*reads.files, ALWAYS} - set(ABOUT_THE_BUILD)
        hashes: dict[str, Any] = {name: self._hashes.get(name) for name in names}
        if reads.texts is not None:
            facts = self._facts if reads.facts is None else reads.facts
            hashes[ALWAYS] = [
                self._rest,
                digest_of_read(self._texts, reads.texts),
                [[name, self._facts.get(name)] for name in sorted(facts)],
            ]
        parts = {
            "step": name,
            "store": hashes,
            "code": code_digest(_ROOMS, _CODE),
            "setting": code_digest(_ROOMS, SETTING) + self._site_url if pages else "",
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
        if step["key"] != self._key(name, _reads_of(step), pages, given):
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


def _reads_of(step: Mapping[str, Any]) -> Reads:
    """Return what a step read, as it is kept; one of an earlier padai says nothing of texts."""
    files = set(step["reads"])
    texts, facts = step.get("texts"), step.get("facts")
    return Reads(
        frozenset(files if texts is None else files - {ALWAYS}),
        texts,
        None if facts is None else frozenset(facts),
    )


def _without_texts(store: Store) -> tuple[str, dict[str, str]]:
    """Hash what a store says beside its tables, texts and facts; and each of its facts.

    What is said of the release itself is no fact like others: the names of all files tell it.
    """
    always = json.loads((store.folder / ALWAYS).read_text(encoding="utf-8"))
    facts = always.pop("facts")
    rest = {name: value for name, value in always.items() if name != "definition"}
    rest["release"] = facts.get("release")
    return _hashed([without_texts(store.survey), rest]), {n: _hashed(v) for n, v in facts.items()}


def _hashed(told: Any) -> str:
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
