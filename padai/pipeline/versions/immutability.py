"""What went out does not change: neither the results of a recorded version, nor its files.

``releases.yaml`` pins each version by two hashes, of its store and of all that goes out of it. The
manifest lies beside the files and could be changed with them: it only serves to name what differs.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from pathlib import Path

from padai.errors import PublicationError, Said
from padai.pipeline.machinery.build_request import Order, made_by
from padai.pipeline.versions.life import own_record, records_of
from padai.pipeline.versions.manifest import MANIFEST, read_manifest
from padai.project import Project
from padai.store import (
    EARLIER_INSIDE,
    INSIDE,
    apart,
    definition_told,
    digest_of,
    inside_of,
    json_text,
    outside_digest,
    outside_files,
    sha256,
    store_digest,
)
from padai.survey.read_texts import TEXTS_FILE
from padai.survey.releases import PUT_OUT, RELEASES_FILE, ReleaseRecord

NOTICE = "retrait.json"
_OF_DATA = ("file", "sha256", "n")
"""What a part of a wave says of its data file."""
"""What stands in the folder of a version that was withdrawn."""
_NAMED = 3
"""How many files a refusal names."""


# --- what stands ---------------------------------------------------------------------------------


def check_standing(order: Order, *, mending: bool = False) -> None:
    """Refuse to go on where what stands in a version's place is not what was recorded.

    Parameters
    ----------
    mending
        Whether files that are missing are about to be made again.

    Raises
    ------
    PublicationError
        The version went out and has no record, or its files were changed since; or another version
        of the survey has none, so that nothing that is built could be held against it; or a version
        was withdrawn, and its record is lost.
    """
    for version in unrecorded(order.home, order.survey.releases):
        raise lost_record(order.name, order.project, order.survey.id, version)
    for version in withdrawn_unrecorded(order.home, order.survey.releases):
        raise PublicationError(
            Said(
                "pipeline-was-withdrawn-and-has-no-record",
                shown=order.project.shown(version),
                releases_file=RELEASES_FILE,
            ),
            where=order.name,
        )
    own = own_record(order)
    if own is not None and own.withdrawal is None and went_out(order.target):
        changed = changed_since(order.target, own)
        if mending and pinned_files(order.target, own) is not None:
            changed = [name for name in changed if (order.target / name).exists()]
        if changed:
            raise _changed(order.name, order.project.shown(order.target), own, changed)


def check_engine(order: Order) -> None:
    """Refuse another engine than the one that made what went out: only its bytes would change.

    Raises
    ------
    PublicationError
        The version that stands was made by the other engine.
    """
    own, standing = own_record(order), made_by(order.target)
    if own is None or own.withdrawal is not None or standing in ("", order.engine):
        return
    raise PublicationError(
        Said(
            "pipeline-version-went-out-on-made-by-the-engine",
            version=own.version,
            date=own.date,
            standing=standing,
            engine=order.engine,
        ),
        where=order.name,
    )


def went_out(version: Path) -> bool:
    """Whether a folder holds a version that was put out: no draft, no rehearsal, no notice."""
    manifest = inside_of(version) / MANIFEST
    if not manifest.is_file():
        return False
    try:
        content = json.loads(manifest.read_text(encoding="utf-8"))
        status = content["release"]["status"]
    except (ValueError, KeyError, TypeError):
        return True  # a manifest that was harmed is no reason to replace what stands there
    return status in PUT_OUT and not content.get("rehearsal", False)


def unrecorded(home: Path, records: Collection[ReleaseRecord]) -> Iterator[Path]:
    """Yield the folders of versions of a survey that were put out and have no record.

    Parameters
    ----------
    home
        The folder of all releases of the survey.
    records
        What is recorded of it.
    """
    return (version for version in _unknown(home, records) if went_out(version))


def withdrawn_unrecorded(home: Path, records: Collection[ReleaseRecord]) -> Iterator[Path]:
    """Yield the folders where a notice of withdrawal stands, and of which nothing is recorded.

    Without its record such a version would go out again as if it had never been withdrawn.
    """
    return (version for version in _unknown(home, records) if (version / NOTICE).is_file())


def _unknown(home: Path, records: Collection[ReleaseRecord]) -> Iterator[Path]:
    known = {record.name for record in records}
    for version in versions_in(home):
        if f"{version.parent.name}/{version.name}" not in known:
            yield version


def versions_in(home: Path) -> Iterator[Path]:
    """Yield the folders of versions among the releases of a survey, wave by wave."""
    for path in sorted(home.glob("*/v*")):
        if path.is_dir() and not path.is_symlink() and path.name[1:].isdigit():
            yield path


def changed_since(version: Path, record: ReleaseRecord) -> list[str]:
    """Return the files of a version that are not those that went out; none where all are.

    Parameters
    ----------
    version
        The folder of a version.
    record
        Its record. One of an earlier padai pins the store alone; files are then held to the
        manifest.
    """
    inside = inside_of(version)
    store_changed = [] if store_digest(inside) == record.store else [f"{inside.name}/"]
    if record.outside is not None and outside_digest(version) == record.outside:
        return store_changed
    put_out = pinned_files(version, record)
    if put_out is None:  # the manifest was changed too: it cannot say which files
        return [f"{inside.name}/{MANIFEST}", *store_changed]
    now = {name: sha256(version / name) for name in outside_files(version)}
    return [*sorted(n for n in {*put_out, *now} if put_out.get(n) != now.get(n)), *store_changed]


def pinned_files(version: Path, record: ReleaseRecord) -> dict[str, str] | None:
    """Return the hash of each file that went out, by the manifest where the pin confirms it."""
    try:
        outputs = read_manifest(version).outputs
    except (ValueError, KeyError, TypeError, OSError):
        return None
    put_out = {name: digest for name, digest in outputs.items() if not _inside(name)}
    trusted = record.outside is None or digest_of(put_out) == record.outside
    return put_out if trusted else None


def _inside(name: str) -> bool:
    return name.partition("/")[0] in (INSIDE, EARLIER_INSIDE)


def check_definition(order: Order) -> None:
    """Refuse what would change a version that was put out, by its definition alone.

    What stands keeps the definition that it was made of: a text that was worded otherwise is told
    before anything is estimated. Groups that are merged where they are small are seen later, and
    so are other data files: what is wrong with these comes first.

    Raises
    ------
    PublicationError
        The definition is not the one of the version that was recorded.
    """
    own, inside = own_record(order), inside_of(order.target)
    if own is None or not inside.is_dir() or store_digest(inside) != own.store:
        return
    kept = json.loads((inside / TEXTS_FILE).read_text(encoding="utf-8"))["definition"]
    declared = json.loads(json_text(definition_told(order.survey)))
    if any(breakdown.small_groups is not None for breakdown in order.survey.breakdowns):
        kept["breakdowns"] = declared["breakdowns"] = []
    for definition in (kept, declared):
        for wave in definition["wave_defs"].values():
            for part in wave["parts"].values():
                part.update(dict.fromkeys(_OF_DATA))
    if apart(json_text(kept), json_text(declared)) is None:
        raise _other_results(order, own)


def check_results(order: Order, draft: Path) -> None:
    """Refuse a version whose results are not those that were recorded, before it is published.

    Raises
    ------
    PublicationError
        They differ.
    """
    own = own_record(order)
    if own is not None and store_digest(inside_of(draft)) != own.store:
        raise _other_results(order, own)


# --- what was made -------------------------------------------------------------------------------


def check_frozen(order: Order, draft: Path, made: Collection[str] | None = None) -> None:
    """Refuse to replace a version that was put out by one that is not the same.

    Parameters
    ----------
    draft
        The version just made, not yet in its place.
    made
        The files that were made, by their names in it, where the others are copies of what stands
        there.

    Raises
    ------
    PublicationError
        Its results differ from those recorded, or its files.
    """
    own = own_record(order)
    if own is None:
        return
    check_results(order, draft)
    changed = _otherwise(order.target, draft, own, made)
    if changed:
        named = ", ".join(changed[:_NAMED]) + (", …" if len(changed) > _NAMED else "")
        raise _refusal(
            order,
            own,
            Said(
                "pipeline-this-build-would-change-of-its-files",
                count_changed=len(changed),
                named=named,
            ),
        )
    if made is None and own.outside is not None and outside_digest(draft) != own.outside:
        raise _refusal(order, own, Said("pipeline-this-build-does-not-give-its-bytes"))


def _otherwise(
    standing: Path, draft: Path, own: ReleaseRecord, made: Collection[str] | None
) -> list[str]:
    """Return the files that the new version lacks, has otherwise, or adds to what went out."""
    put_out = pinned_files(standing, own)
    if put_out is None:
        return []
    now = {n: sha256(draft / n) for n in outside_files(draft) if made is None or n in made}
    names = {*put_out, *now} if made is None else set(now)
    return sorted(n for n in names if put_out.get(n) != now.get(n))


# --- what is said --------------------------------------------------------------------------------


def lost_record(where: str, project: Project, survey: str, version: Path) -> PublicationError:
    """Return what to say of a version that went out and has no record."""
    return PublicationError(
        Said(
            "pipeline-went-out-and-has-no-record-of-it-without",
            shown=project.shown(version),
            releases_file=RELEASES_FILE,
            survey=f"{project.surveys}/{survey}",
            wave=version.parent.name,
        ),
        where=where,
    )


def _changed(
    where: str, shown: str, own: ReleaseRecord, changed: Collection[str]
) -> PublicationError:
    listed = list(changed)
    named = ", ".join(listed[:_NAMED]) + (", …" if len(listed) > _NAMED else "")
    return PublicationError(
        Said(
            "pipeline-is-not-what-went-out-on-pins-that",
            shown=shown,
            date=own.date,
            named=named,
            releases_file=RELEASES_FILE,
        ),
        where=where,
    )


def changed_error(where: str, shown: str, own: ReleaseRecord, version: Path) -> PublicationError:
    """Return what to say of a version whose files are not those that were recorded."""
    return _changed(where, shown, own, changed_since(version, own))


def _other_results(order: Order, own: ReleaseRecord) -> PublicationError:
    verify = f"padai verify {order.project.shown(order.target)}"
    return _refusal(
        order, own, Said("pipeline-this-build-would-change-its-results-find", verify=verify)
    )


def _refusal(order: Order, own: ReleaseRecord, what: Said) -> PublicationError:
    following = records_of(order.survey, order.wave)[-1].version + 1
    alone = own.status == "demonstration"
    survey = f"{order.project.surveys}/{order.survey.id}"
    return PublicationError(
        Said(
            "pipeline-version-went-out-on-and-is-frozen-what",
            version=own.version,
            date=own.date,
            what=what,
            following=following,
            releases_file=Said(
                "pipeline-nobody-has-this-demonstration-forget-it", survey=survey, wave=own.wave
            )
            if alone
            else "",
        ),
        where=order.name,
    )
