"""Nobody's history is lost: list what went out, give records and folders back, migrate old ones."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from pathlib import Path

from padai.errors import PublicationError
from padai.pipeline.machinery.all_versions import complete
from padai.pipeline.machinery.atomic_swap import locked, plain_trouble, whole_or_nothing
from padai.pipeline.versions.finer import TooFineFile, too_fine
from padai.pipeline.versions.immutability import (
    changed_since,
    pinned_files,
    unrecorded,
    versions_in,
    went_out,
)
from padai.pipeline.versions.life import (
    WITHDRAWN,
    deposit_digest,
    shown,
    version_folders,
    write_records,
)
from padai.pipeline.versions.manifest import read_manifest
from padai.project import Project, find_project
from padai.store import (
    BLIND,
    EARLIER_INSIDE,
    INSIDE,
    inside_of,
    open_store,
    outside_digest,
    placed,
    sha256,
    store_digest,
)
from padai.survey import Survey, load_survey
from padai.survey.releases import PUT_OUT, RELEASES_FILE, ReleaseRecord
from padai.words import Said


@dataclass(frozen=True)
class Kept:
    """One version: its record, where it lies, and how it stands.

    Attributes
    ----------
    state
        ``whole`` (both pins hold), ``unpinned`` (of an earlier padai, to be migrated), ``changed``,
        ``missing``, ``withdrawn``, or ``unrecorded``.
    changed
        The files that are not those that went out.
    """

    name: str
    status: str
    date: str
    state: str
    folder: str
    changed: tuple[str, ...] = ()


@dataclass(frozen=True)
class Migrated:
    """What a migration did and found.

    Attributes
    ----------
    moved
        Versions whose store was moved to ``interne/`` now.
    pinned
        Versions whose files that went out are pinned now.
    findings
        Published files that are finer than today's precision, or leak by today's rules.
    """

    moved: tuple[str, ...] = ()
    pinned: tuple[str, ...] = ()
    findings: tuple[TooFineFile, ...] = field(default=())


def list_releases(survey: str | Path, *, project: str | Path | None = None) -> list[Kept]:
    """Return every version of a survey that was put out, and how it stands.

    Parameters
    ----------
    survey
        The survey's folder.
    project
        The folder that holds ``padai.yaml``; found upward from the survey where not named.

    Raises
    ------
    DefinitionError
        There is no such survey.
    """
    definition, place = _at(survey, project)
    kept = [_kept(definition, place, record) for record in definition.releases]
    for version in unrecorded(place.releases_dir / definition.id, definition.releases):
        name = f"{version.parent.name}/{version.name}"
        kept.append(Kept(name, _status(version), "", "unrecorded", place.shown(version)))
    return kept


def _at(survey: str | Path, project: str | Path | None) -> tuple[Survey, Project]:
    definition = load_survey(survey)
    place = find_project(definition.path, project)
    if complete(place, definition.id, definition.path) is not None:
        definition = load_survey(survey)
    return definition, place


def _status(version: Path) -> str:
    try:
        return str(read_manifest(version).content["release"]["status"])
    except (ValueError, KeyError, TypeError, OSError):
        return ""


def _kept(survey: Survey, project: Project, record: ReleaseRecord) -> Kept:
    version = project.releases_dir / survey.id / record.name
    changed: tuple[str, ...] = ()
    if record.withdrawal is not None:
        state = "withdrawn"
    elif not inside_of(version).is_dir():
        state = "missing"
    else:
        changed = tuple(changed_since(version, record))
        state = "changed" if changed else "unpinned" if record.outside is None else "whole"
    return Kept(
        record.name, record.status, record.date.isoformat(), state, project.shown(version), changed
    )


# --- giving back ---------------------------------------------------------------------------------


def restore_release(
    survey: str | Path,
    wave: str,
    version: int | None = None,
    *,
    project: str | Path | None = None,
) -> tuple[str, str]:
    """Give back the record of a version that stands, or the folder of a version that is recorded.

    Parameters
    ----------
    survey
        The survey's folder.
    wave
        The wave.
    version
        The version; the last one of the wave where none is named.
    project
        The folder that holds ``padai.yaml``.

    Returns
    -------
    tuple of str
        What was given back (``record`` or ``folder``), and the version's name.

    Raises
    ------
    PublicationError
        There is nothing to give back, or what could be given back is not what went out. Nothing is
        changed then.
    """
    definition, place = _at(survey, project)
    home = place.releases_dir / definition.id
    record = _asked(definition, home, wave, version)
    if isinstance(record, Path):
        home.mkdir(parents=True, exist_ok=True)
        with plain_trouble(definition.id), locked(home, definition.id):
            write_records(definition, [_record_again(definition, record)])
        return "record", f"{record.parent.name}/{record.name}"
    with plain_trouble(definition.id):
        home.mkdir(parents=True, exist_ok=True)
        with locked(home, definition.id):
            _folder_again(definition, place, record)
    return "folder", record.name


def _asked(survey: Survey, home: Path, wave: str, version: int | None) -> ReleaseRecord | Path:
    """Return the record that is asked for; where there is none, the folder that stands."""
    records = {r.version: r for r in survey.releases if r.wave == wave}
    folders = {int(p.name[1:]): p for p in versions_in(home) if p.parent.name == wave}
    lost = [k for k, folder in folders.items() if k not in records and went_out(folder)]
    chosen = version if version is not None else max([*lost] or [*records], default=None)
    if chosen in lost and chosen is not None:
        return folders[chosen]
    if chosen is not None and chosen in records:
        return records[chosen]
    raise PublicationError(
        Said(
            "pipeline-nothing-to-give-back-neither-nor-the",
            releases_file=RELEASES_FILE,
            wave=wave,
            chosen=chosen or 1,
        ),
        where=survey.id,
    )


def _record_again(survey: Survey, version: Path) -> ReleaseRecord:
    """Return the record of a version that stands, if its manifest says that it is whole."""
    where = f"{survey.id}, {version.parent.name}/{version.name}"
    store = open_store(inside_of(version))
    manifest = read_manifest(version)
    wrong = sorted(
        name
        for name, digest in manifest.outputs.items()
        if not placed(version, name).is_file() or sha256(placed(version, name)) != digest
    )
    if wrong:
        raise PublicationError(
            Said(
                "pipeline-file-s-of-this-version-are-not-those",
                count_wrong=len(wrong),
                wrong=", ".join(wrong[:3]),
            ),
            where=where,
        )
    release = store.facts["release"]
    return ReleaseRecord(
        wave=store.wave,
        version=int(release["version"]),
        status=release["status"],
        date=release["publish_on"],
        store=store_digest(inside_of(version)),
        outside=outside_digest(version),
        deposit=deposit_digest(version) or manifest.content.get("deposit"),
        witness=(store.facts.get("witness") or {}).get("log"),
        blind=True if BLIND in store.facts else None,
        key_results=tuple(shown(result) for result in store.survey.key_results),
        reason=release.get("reason"),
        substantial=bool(release.get("substantial")),
        cells_withdrawn=manifest.content.get("cells_withdrawn", ()),
    )


def _folder_again(survey: Survey, project: Project, record: ReleaseRecord) -> None:
    """Copy a version back from the archive, if it is the one that is recorded."""
    target = project.releases_dir / survey.id / record.name
    where = f"{survey.id}, {record.name}"
    if record.withdrawal is not None:
        raise PublicationError(
            Said("pipeline-this-version-was-withdrawn-on-it-is-not", date=record.withdrawal.date),
            where=where,
        )
    if inside_of(target).is_dir() and not changed_since(target, record):
        raise PublicationError(
            Said("pipeline-nothing-to-give-back-this-version-stands"),
            where=where,
        )
    kept = (
        project.root / project.archive_dir / survey.id / record.name
        if (project.archive_dir)
        else None
    )
    if kept is None or not inside_of(kept).is_dir() or changed_since(kept, record):
        named = project.archive_dir or "archive_dir:"
        raise PublicationError(
            Said("pipeline-the-archive-does-not-hold-this-version", named=named),
            where=where,
        )
    with whole_or_nothing(target) as draft:
        shutil.copytree(kept, draft, dirs_exist_ok=True)


# --- migrating -----------------------------------------------------------------------------------


def migrate_releases(survey: str | Path, *, project: str | Path | None = None) -> Migrated:
    """Bring the versions of an earlier padai under today's rules, changing no published byte.

    The store of each moves from ``data/`` to ``interne/``, unchanged, so that the hash that pins it
    stays; a hash over all that goes out is recorded beside it. What is done already is left alone,
    so that it can be run again, also after it was interrupted.

    Parameters
    ----------
    survey
        The survey's folder.
    project
        The folder that holds ``padai.yaml``.

    Returns
    -------
    Migrated
        With the published files that are finer than today's precision, or leak by today's rules.

    Raises
    ------
    PublicationError
        A version is not the one that went out: nothing is changed.
    """
    definition, place = _at(survey, project)
    home = place.releases_dir / definition.id
    if not home.is_dir():
        return Migrated()
    with plain_trouble(definition.id), locked(home, definition.id):
        standing = [
            (record, folder)
            for record in definition.releases
            for folder in version_folders(place, definition.id, record)
            if (inside_of(folder) / "texts.json").is_file()
        ]
        for record, folder in standing:
            _check_whole(definition, place, record, folder)
        moved = [place.shown(folder) for _, folder in standing if _moved(folder)]
        for follow_up in sorted(home.glob("*/suivi")):
            _moved(follow_up)
        new = [
            record.model_copy(update={"outside": outside_digest(folder)})
            for record, folder in standing
            if record.outside is None
            and record.withdrawal is None
            and folder == place.releases_dir / definition.id / record.name
        ]
        write_records(definition, new)
    findings = [
        finding
        for record, folder in standing
        if record.status in PUT_OUT
        for finding in too_fine(folder, record, place.shown(folder))
    ]
    return Migrated(tuple(moved), tuple(r.name for r in new), tuple(findings))


def _check_whole(survey: Survey, project: Project, record: ReleaseRecord, folder: Path) -> None:
    where = f"{survey.id}, {record.name}"
    both = (folder / INSIDE).is_dir() and (folder / EARLIER_INSIDE / "texts.json").is_file()
    try:
        open_store(inside_of(folder))
    except PublicationError as error:
        raise PublicationError(error.words, where=where) from None
    changed = changed_since(folder, record)
    withdrawn = folder.name.endswith(WITHDRAWN)
    if both or (changed and not withdrawn) or (pinned_files(folder, record) is None):
        named = ", ".join(changed[:3]) or f"{INSIDE}/, {EARLIER_INSIDE}/"
        raise PublicationError(
            Said(
                "pipeline-is-not-what-went-out-put-it-back-from",
                shown=project.shown(folder),
                named=named,
            ),
            where=where,
        )


def _moved(folder: Path) -> bool:
    """Move the inside of a folder to its name of today, in one step; False where it has it."""
    old, new = folder / EARLIER_INSIDE, folder / INSIDE
    if new.exists() or not (old / "manifest.json").is_file():
        return False
    old.rename(new)
    return True
