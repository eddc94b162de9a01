"""The life of a release: what may be built, what is frozen, what is recorded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from padai.errors import PublicationError
from padai.pipeline.machinery.atomic_swap import write_whole
from padai.pipeline.machinery.build_request import Order
from padai.project import Project
from padai.store import BLIND, inside_of, outside_digest, sha256, store_digest
from padai.survey import KeyResult, Survey
from padai.survey.releases import (
    MARKED,
    PUT_OUT,
    RELEASES_FILE,
    ReleaseRecord,
    ShownResult,
    releases_text,
)
from padai.words import Joined, Said

WITHDRAWN = "-retire"
"""What the folder of a version is called, after its name, once it was withdrawn for an error."""


@dataclass(frozen=True)
class EarlierStore:
    """A store that went out before, and where it lies; an input of what is built now."""

    record: ReleaseRecord
    folder: Path


def check_life(order: Order) -> None:
    """Refuse a release that its status, its record or its key results do not allow.

    Raises
    ------
    PublicationError
        One message that says what to do.
    """
    _check_status(order)
    _check_version(order)
    _check_key_results(order)
    _check_series(order)


def _check_status(order: Order) -> None:
    survey, release = order.survey, order.release
    if survey.synthetic and release.status in ("embargoed", "published"):
        raise PublicationError(
            Said("pipeline-the-survey-is-declared-synthetic-so-its-02d0", status=release.status),
            where=order.name,
        )
    lacking = [k for k in ("data", "code") if getattr(survey.licences, k) is None]
    if lacking and not survey.synthetic and release.status in ("published", "corrected"):
        raise PublicationError(
            Said(
                "pipeline-a-published-release-says-under-which",
                lacking=Joined(lacking, "padai-and"),
            ),
            where=order.name,
        )


def _check_version(order: Order) -> None:
    release, records = order.release, records_of(order.survey, order.wave)
    own, last = own_record(order), records[-1].version if records else 0
    if own is not None:
        _check_stays(own, release.status, last + 1, order.name)
    if own is None and release.status in PUT_OUT and release.version != last + 1:
        known = (
            Said("pipeline-the-last-one-put-out", last=last)
            if last
            else Said("pipeline-none-was-put-out-yet")
        )
        raise PublicationError(
            Said(
                "pipeline-the-release-declares-version-but-declare",
                version=release.version,
                known=known,
                last=last + 1,
                releases_file=RELEASES_FILE,
            ),
            where=order.name,
        )
    if release.status == "withdrawn" and not records:
        raise PublicationError(
            Said("pipeline-nothing-was-put-out-so-nothing-can-be", releases_file=RELEASES_FILE),
            where=order.name,
        )


def _check_key_results(order: Order) -> None:
    """Refuse to drop a result that was declared before: what is shown is not chosen afterwards."""
    declared = [shown(result) for result in order.survey.key_results]
    for record in order.survey.releases:
        gone = [result.id for result in record.key_results if result not in declared]
        if gone:
            raise PublicationError(
                Said(
                    "pipeline-the-key-result-s-shown-by-are-no-longer",
                    count=len(gone),
                    gone=", ".join(gone),
                    record_name=record.name,
                ),
                where=order.survey.id,
            )


def _check_series(order: Order) -> None:
    """Refuse a series over a wave that was withdrawn for confidentiality: it has its figures."""
    survey, status = order.survey, order.release.status
    if status in ("draft", "withdrawn") or own_record(order) or not survey.traits.estimated:
        return
    for wave in survey.waves[: survey.waves.index(order.wave)]:
        last = next(reversed(records_of(survey, wave)), None)
        if last is not None and not last.kept:
            raise PublicationError(
                Said(
                    "pipeline-the-series-holds-a-wave-that-was-withdrawn",
                    wave=wave,
                    version=last.name,
                    next=last.version + 1,
                ),
                where=order.name,
            )


def shown(result: KeyResult) -> ShownResult:
    """Return what a record keeps of a key result."""
    return ShownResult.model_validate(result.model_dump(include=set(ShownResult.model_fields)))


def _check_stays(own: ReleaseRecord, status: str, following: int, where: str) -> None:
    """Refuse to put out again, in the same version, what was withdrawn or frozen."""
    if own.withdrawal is not None and status != "withdrawn":
        raise PublicationError(
            Said(
                "pipeline-version-was-withdrawn-on-to-publish",
                version=own.version,
                date=own.withdrawal.date,
                last=following,
            ),
            where=where,
        )
    if status in MARKED:
        raise PublicationError(
            Said(
                "pipeline-version-went-out-on-as-and-is-frozen-so",
                version=own.version,
                date=own.date,
                status=own.status,
                status_2=status,
                last=following,
            ),
            where=where,
        )


def added_after(order: Order) -> list[str]:
    """Return the key results that were added after the wave's first analysis.

    A result is added late when its date says so, or when an earlier version of the wave did not
    show it, whatever its date says.
    """
    start = order.survey.wave(order.wave).fieldwork.start
    before = [r for r in records_of(order.survey, order.wave) if r.version < order.release.version]
    return [
        result.id
        for result in order.survey.key_results
        if result.declared > start or any(shown(result) not in r.key_results for r in before)
    ]


def records_of(survey: Survey, wave_id: str) -> list[ReleaseRecord]:
    """Return the records of a wave, the first version first."""
    own = [record for record in survey.releases if record.wave == wave_id]
    return sorted(own, key=lambda record: record.version)


def own_record(order: Order) -> ReleaseRecord | None:
    """Return the record of the very version that is asked for, if it was put out."""
    records = records_of(order.survey, order.wave)
    return next((r for r in records if r.version == order.release.version), None)


def records_before(order: Order) -> tuple[ReleaseRecord, ...]:
    """Return what was put out before this version: all of it, where the version is new.

    Records stand in the order in which versions went out, so that a version that is built again
    sees what it saw the first time.
    """
    records = order.survey.releases
    own = own_record(order)
    return records if own is None else records[: records.index(own)]


def earlier_stores(order: Order) -> tuple[EarlierStore, ...]:
    """Find the stores of what went out before this version; they are inputs of it.

    Raises
    ------
    PublicationError
        One is missing or was changed, and the release is no draft.
    """
    stores = []
    for record in records_before(order):
        folder = _folder_of(order.project, order.survey.id, record) if record.kept else None
        if folder is not None:
            stores.append(EarlierStore(record, folder))
        elif record.kept and order.release.status != "draft":
            raise PublicationError(_missing(order, record))
    return tuple(stores)


def _folder_of(project: Project, survey_id: str, record: ReleaseRecord) -> Path | None:
    for folder in places(project, survey_id, record):
        if folder.is_dir() and store_digest(folder) == record.store:
            return folder
    return None


def version_folders(project: Project, survey_id: str, record: ReleaseRecord) -> list[Path]:
    """Return where a version may lie: released, kept aside, archived."""
    wave = project.releases_dir / survey_id / record.wave
    folders = [wave / f"v{record.version}", wave / f"v{record.version}{WITHDRAWN}"]
    if project.archive_dir:
        folders.append(project.root / project.archive_dir / survey_id / record.name)
    return folders


def places(project: Project, survey_id: str, record: ReleaseRecord) -> list[Path]:
    """Return where the store of a version may lie."""
    return [inside_of(version) for version in version_folders(project, survey_id, record)]


def _missing(order: Order, record: ReleaseRecord) -> Said:
    folders = places(order.project, order.survey.id, record)
    kept = [folder for folder in folders if folder.is_dir()]
    where = ", ".join(order.project.shown(folder) for folder in (kept or folders))
    state = Said("pipeline-store-is-another") if kept else Said("pipeline-store-is-missing")
    named = order.project.archive_dir
    return Said(
        "pipeline-records-but-its-store-earlier-results",
        order_name=order.name,
        releases_file=RELEASES_FILE,
        record_name=record.name,
        state=state,
        where=where,
        archive="" if named else Said("pipeline-or-name-your-archive"),
    )


def deposit_digest(version: Path) -> str | None:
    """Return the SHA-256 of the anonymised file that a version gives an archive, as CSV."""
    return next((sha256(path) for path in sorted(version.glob("depot/*.csv"))), None)


def record_of(order: Order, version: Path, facts: Mapping[str, Any]) -> ReleaseRecord | None:
    """Return the record of a version just made; none where its status is not put out."""
    release = order.release
    if release.status not in PUT_OUT:
        return None
    return ReleaseRecord(
        wave=order.wave,
        version=release.version,
        status=release.status,
        date=release.publish_on,
        store=store_digest(inside_of(version)),
        outside=outside_digest(version),
        deposit=deposit_digest(version),
        witness=(facts.get("witness") or {}).get("log"),
        blind=True if BLIND in facts else None,
        key_results=tuple(shown(result) for result in order.survey.key_results),
        reason=release.reason,
        substantial=bool(facts["release"].get("substantial")),
    )


def write_records(survey: Survey, changed: Iterable[ReleaseRecord]) -> tuple[ReleaseRecord, ...]:
    """Write ``releases.yaml`` with some records new or changed, and return all of them."""
    records = {record.name: record for record in survey.releases}
    records |= {record.name: record for record in changed}  # a new one goes to the end
    releases = tuple(records.values())
    if releases != survey.releases:
        write_whole(survey.path / RELEASES_FILE, releases_text(releases))
    return releases


def without_record(survey: Survey, gone: ReleaseRecord) -> None:
    """Write ``releases.yaml`` without a record; without any, the file goes too."""
    left = tuple(record for record in survey.releases if record != gone)
    path = survey.path / RELEASES_FILE
    if left:
        write_whole(path, releases_text(left))
    else:
        path.unlink(missing_ok=True)
