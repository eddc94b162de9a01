"""Withdraw cells for confidentiality, by address, from everything that was put out and is in reach.

An address is a part, a wave, a question, a response, a breakdown and a group; a star stands for
all. What held the cell is made again without it, or removed: every version, its site, its archive.
It is the only act that replaces a pin.
"""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from padai.errors import PublicationError
from padai.pipeline.machinery.all_versions import (
    JOURNAL,
    aside_of,
    carry_out,
    complete,
    decide,
)
from padai.pipeline.machinery.atomic_swap import locked, plain_trouble
from padai.pipeline.machinery.publisher_process import publish_apart
from padai.pipeline.machinery.stage_log import Stages
from padai.pipeline.versions.addresses import ALL, KEYS, Address
from padai.pipeline.versions.life import deposit_digest, version_folders
from padai.pipeline.versions.manifest import MANIFEST, read_inputs, read_manifest
from padai.pipeline.versions.recomputed import FACT
from padai.pipeline.versions.website import write_website
from padai.pipeline.versions.withdrawn_cells import (
    shown_in,
    widened,
    without,
)
from padai.project import Project, find_project
from padai.store import (
    ABOUT_THE_BUILD,
    INSIDE,
    inside_of,
    open_store,
    outside_digest,
    store_digest,
    write_store,
)
from padai.survey import Survey, Text, load_survey
from padai.survey.releases import (
    PUT_OUT,
    CellsWithdrawn,
    ReleaseRecord,
    read_releases,
    releases_text,
)
from padai.words import Said

_DEPOSIT = "depot"
EVERYTHING = ("report", "tables")


@dataclass(frozen=True)
class CellsGone:
    """What a withdrawal did: versions made again, with how many cells each lost, and what is left.

    `elsewhere` names what other surveys have out of the same data files, and `out_of_reach` what
    padai cannot reach.
    """

    versions: tuple[tuple[str, int], ...]
    removed: tuple[str, ...]
    out_of_reach: tuple[str, ...] = ("copies", "git")
    elsewhere: tuple[str, ...] = ()


def read_addresses(path: Path) -> list[Address]:
    """Read addresses from a CSV file with the columns of an :class:`Address`.

    Raises
    ------
    PublicationError
        The file is missing, lacks a column, or names no cell.
    """
    wanted = ", ".join(KEYS)
    if not path.is_file():
        raise PublicationError(Said("pipeline-there-is-no-file-of-cells", path_name=path.name))
    try:
        frame = pd.read_csv(path, dtype=str, keep_default_na=False)
    except (OSError, ValueError):
        frame = pd.DataFrame()
    if not set(KEYS) <= set(frame.columns) or not len(frame):
        raise PublicationError(
            Said(
                "pipeline-names-no-cell-a-csv-file-is-needed-with",
                path_name=path.name,
                wanted=wanted,
            ),
        )
    rows = frame[list(KEYS)].replace("", ALL).itertuples(index=False, name=None)
    return [Address(*row) for row in rows]


def read_day(text: str) -> dt.date:
    """Read a date written as 2025-06-01.

    Raises
    ------
    PublicationError
        It is none.
    """
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise PublicationError(
            Said("pipeline-is-no-date-write-it-as-2025-06-01", text=text),
        ) from None


def withdraw_cells(
    survey: str | Path,
    addresses: Iterable[Address],
    *,
    date: dt.date,
    reason: Text,
    project: str | Path | None = None,
    stages: Stages | None = None,
) -> CellsGone:
    """Withdraw cells from every version of a survey, its site and its archive.

    A cell goes with the whole table that it stands in, read either way: what is left of a table
    whose cells add up would give it back.

    Parameters
    ----------
    survey
        The survey's folder.
    addresses
        The cells.
    date, reason
        Of the withdrawal, for its record.
    project
        The folder that holds ``padai.yaml``.

    Returns
    -------
    CellsGone
        The versions that were made again, and the deposits removed.

    Raises
    ------
    PublicationError
        No version shows such a cell. Nothing is changed then.
    """
    definition = load_survey(survey)
    place = find_project(definition.path, project)
    home, tell = place.releases_dir / definition.id, stages or Stages()
    pending = complete(place, definition.id, definition.path)
    if pending is not None:  # of a command that was killed, very likely this one
        write_website(place, tell)
        (home / JOURNAL).unlink(missing_ok=True)
        definition = load_survey(survey)
    tables = widened(addresses, definition)
    touched = [
        (record, folder)
        for record in definition.releases
        for folder in version_folders(place, definition.id, record)
        if (inside_of(folder) / "texts.json").is_file()
        and shown_in(open_store(inside_of(folder)), tables)
    ]
    if not touched and pending is not None:
        gone = tuple((str(name), int(count)) for name, count in pending["told"])
        return CellsGone(gone, tuple(place.shown(home / name) for name in pending["removed"]))
    if not touched:
        raise PublicationError(
            Said("pipeline-no-version-that-is-here-shows-a-cell-at"),
            where=definition.id,
        )
    with plain_trouble(definition.id), locked(home, definition.id):
        done = _replaced(definition, place, touched, tables, date, reason, tell)
    write_website(place, tell)
    (home / JOURNAL).unlink(missing_ok=True)
    return done


def _replaced(
    definition: Survey,
    place: Project,
    touched: Sequence[tuple[ReleaseRecord, Path]],
    tables: Sequence[Address],
    date: dt.date,
    reason: Text,
    tell: Stages,
) -> CellsGone:
    """Make every version again aside, then put all of them in their places."""
    home = place.releases_dir / definition.id
    gone: dict[str, int] = {}
    removed = [folder / _DEPOSIT for _, folder in touched if (folder / _DEPOSIT).is_dir()]
    again = []
    for record, folder in touched:
        tell.say(f"{definition.id} {record.name}")
        store = open_store(inside_of(folder))
        count = shown_in(store, tables)
        remark = CellsWithdrawn(date=date, reason=reason, count=count)
        again.append(Again(record, folder, without(store, tables), remark))
        gone[record.name] = max(count, gone.get(record.name, 0))
    follow_ups = sorted(home.glob("*/suivi"))  # they quote results; the next build makes them again
    make_again(definition, place, again, follow_ups, tell, tuple(gone.items()))
    shown = tuple(place.shown(path) for path in (*removed, *follow_ups))
    same = tuple(_of_the_same_files(definition, place, [folder for _, folder in touched]))
    return CellsGone(tuple(gone.items()), shown, elsewhere=same)


def _of_the_same_files(
    definition: Survey, place: Project, folders: Sequence[Path]
) -> Iterator[str]:
    """Name what other surveys have out of a data file that versions were made of."""
    mine = {digest for folder in folders for digest in _data_of(folder)}
    for path in sorted((place.root / place.surveys).glob("*")):
        if path.resolve() == definition.path.resolve():
            continue
        for record in read_releases(path, path.name):
            standing = version_folders(place, path.name, record)
            if record.status in PUT_OUT and any(mine & _data_of(each) for each in standing):
                yield f"{path.name} {record.name}"


def _data_of(folder: Path) -> set[str]:
    inputs = read_inputs(inside_of(folder) / MANIFEST)
    return {digest for name, digest in inputs.items() if name.startswith("data/")}


# --- making again --------------------------------------------------------------------------------


@dataclass(frozen=True)
class Again:
    """A version that is made again: its record, where it lies, what it shows and why.

    `folder` is where it was put out, kept aside or archived; `said` is what its record keeps.
    """

    record: ReleaseRecord
    folder: Path
    tables: Mapping[str, pd.DataFrame]
    said: CellsWithdrawn


def make_again(
    survey: Survey,
    project: Project,
    versions: Sequence[Again],
    removed: Sequence[Path],
    stages: Stages,
    told: Sequence[tuple[str, int]] = (),
) -> None:
    """Put versions in place of themselves, every file made anew from fewer cells: all or none.

    Parameters
    ----------
    survey, project
        Where their records stand, of which both hashes are replaced.
    versions
        The versions.
    removed
        Folders that go with them.
    stages
        Told of the work.
    told
        What a command says in the end, also where the next one has to finish it.

    Notes
    -----
    Nothing is taken over from the files that stand, and a deposit of records is removed. The caller
    holds the lock.
    """
    home = project.releases_dir / survey.id
    made: dict[Path, Path] = {}
    records = {record.name: record for record in survey.releases}
    try:
        for each in versions:
            made[each.folder] = aside_of(each.folder)
            changed = _made_again(project, each, made[each.folder], stages)
            if each.folder == home / each.record.name:
                records[each.record.name] = changed
        decide(home, made, releases_text(records.values()), removed, told)
    except BaseException:
        for aside in () if (home / JOURNAL).is_file() else made.values():
            shutil.rmtree(aside, ignore_errors=True)
        raise
    carry_out(project, home, survey.path)


def _made_again(project: Project, each: Again, draft: Path, stages: Stages) -> ReleaseRecord:
    """Make a version again in a folder aside, and return its record."""
    folder, record = each.folder, each.record
    store, manifest = open_store(inside_of(folder)), read_manifest(folder)
    facts = {name: value for name, value in store.facts.items() if name not in ("deposit", FACT)}
    write_store(draft / INSIDE, store.survey, store.wave, each.tables, facts)
    for name in ABOUT_THE_BUILD:
        if (inside_of(folder) / name).is_file():
            shutil.copyfile(inside_of(folder) / name, draft / INSIDE / name)
    published = publish_apart(
        draft / INSIDE,
        draft,
        languages=None,
        formats=manifest.formats,
        engine=manifest.content["parameters"]["engine"],
        overrides=project.reports_dir,
        what=EVERYTHING,
        progress=stages.say,
        site_url=manifest.content["parameters"].get("site_url", ""),
    )
    stored = [p for p in sorted((draft / INSIDE).iterdir()) if p.name != MANIFEST]
    change: dict[str, Any] = {
        "deposit": record.deposit or deposit_digest(folder),
        "cells_withdrawn": (*record.cells_withdrawn, each.said),
    }
    kept = record.model_copy(update=change).model_dump(mode="json", include=set(change))
    manifest.replaced(draft, [*stored, *published.files], published.steps, kept)
    change |= {
        "store": store_digest(draft / INSIDE),
        "outside": outside_digest(draft),
        "witness": None,
    }
    return record.model_copy(update=change)
