"""Withdraw what was put out: its files go, or are kept aside, and a dated notice stays."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from padai.errors import PublicationError, Said
from padai.pipeline.machinery.all_versions import JOURNAL
from padai.pipeline.machinery.atomic_swap import recover, swap
from padai.pipeline.machinery.build_request import Order
from padai.pipeline.versions.by_address import Again, make_again
from padai.pipeline.versions.follow_up import FOLDER as FOLLOW_UP
from padai.pipeline.versions.life import WITHDRAWN, records_of, write_records
from padai.pipeline.versions.version_pages import write_beside, write_notices
from padai.pipeline.versions.withdrawn_cells import (
    WITHDRAWN_TABLES,
    gone_from,
    read_tables,
    write_tables,
)
from padai.publishing.products.deposit.documents import FOLDER as DEPOSITED
from padai.store import EARLIER_INSIDE, INSIDE, inside_of, open_store, sha256
from padai.survey import Survey
from padai.survey.releases import (
    CellsWithdrawn,
    KeptHash,
    ReleaseRecord,
    Withdrawal,
    WithdrawalKind,
    read_releases,
)
from padai.words.languages import FileNames

_DEPOSIT = f"{DEPOSITED}/"
Names = tuple[tuple[str, str, Path], ...]


def withdraw(order: Order) -> tuple[tuple[Said, ...], Names]:
    """Withdraw the versions that the release names, and say what remains to be done by hand.

    ``withdrawn: confidentiality`` removes every file of these versions; ``withdrawn: error`` keeps
    them in a folder aside. In both cases the versions' places hold a notice with the names of the
    files, in the second with the hashes of those that went out, and ``releases.yaml`` records it.
    No respondent is read.

    Raises
    ------
    PublicationError
        A version named was never put out.
    """
    order.stages.say(f"{order.name}: {order.release.withdrawn}")
    records = [_withdrawn(order, record) for record in _affected(order)]
    # recorded first: if the process is killed, the next build completes the withdrawal
    survey = order.survey.model_copy(update={"releases": write_records(order.survey, records)})
    with order.stages.stage("withdraw") as counts:
        for record in records:
            _put_away(order, record)
        counts["versions"] = len(records)
        counts["files"] = sum(len(r.withdrawal.files) for r in records if r.withdrawal)
        survey = _forget(order, survey, {record.name for record in records})
        if all(record.withdrawal for record in records_of(survey, order.wave)):
            shutil.rmtree(order.wave_folder / FOLLOW_UP, ignore_errors=True)  # it quotes results
    write_beside(order, survey)
    return _notes(order, records), tuple(_files(order, records))


def _forget(order: Order, survey: Survey, gone: set[str]) -> Survey:
    """Make again the versions that set their figures beside those withdrawn for confidentiality."""
    if order.release.withdrawn != "confidentiality":
        return survey
    assert order.release.withdrawn_on is not None
    assert order.release.reason is not None
    again = []
    for record in survey.releases:
        folder = order.home / record.name
        if record.withdrawal is not None or not (inside_of(folder) / "texts.json").is_file():
            continue
        tables = dict(open_store(inside_of(folder)).tables)
        beside = tables["corrections"]["corrects"].isin(gone)
        if beside.any():
            tables["corrections"] = tables["corrections"][~beside].reset_index(drop=True)
            remark = CellsWithdrawn(
                date=order.release.withdrawn_on,
                reason=order.release.reason,
                count=int(beside.sum()),
            )
            again.append(Again(record, folder, tables, remark))
    if not again:
        return survey
    make_again(survey, order.project, again, (), order.stages)
    (order.home / JOURNAL).unlink()  # the build goes on to the site, and begins anew if killed
    return survey.model_copy(update={"releases": read_releases(survey.path, survey.id)})


def _affected(order: Order) -> list[ReleaseRecord]:
    """Return the records of the versions that are withdrawn: those named, else all of the wave."""
    named = order.release.affected
    if not named:
        return records_of(order.survey, order.wave)
    known = {record.name: record for record in order.survey.releases}
    unknown = [name for name in named if name not in known]
    if unknown:
        raise PublicationError(
            Said(
                "pipeline-affected-names-which-was-never-put-out",
                order_name=order.name,
                unknown=", ".join(unknown),
                known=", ".join(known) or Said("pipeline-nothing-put-out"),
            ),
        )
    return [known[name] for name in named]


def _withdrawn(order: Order, record: ReleaseRecord) -> ReleaseRecord:
    """Return a record as withdrawn; one that is withdrawn already keeps its hashes."""
    release = order.release
    # the model of a withdrawn release demands all three
    assert release.withdrawn is not None
    assert release.withdrawn_on is not None
    assert release.reason is not None
    files = record.withdrawal.files if record.withdrawal else _hashes(order.home / record.name)
    withdrawal = Withdrawal(
        kind=release.withdrawn,
        date=release.withdrawn_on,
        reason=release.reason,
        files=_told(files, release.withdrawn),
    )
    change: dict[str, Any] = {"status": "withdrawn", "withdrawal": withdrawal}
    if not record.deposit:
        deposits = (f for f in files if f.name.startswith(_DEPOSIT) and f.name.endswith(".csv"))
        change["deposit"] = next((f.sha256 for f in deposits), None)
    return record.model_copy(update=change)


def _told(files: Iterable[KeptHash], kind: WithdrawalKind) -> tuple[KeptHash, ...]:
    """Return the files that went out: with their hashes, but for what was removed."""
    outside = [f for f in files if f.name.split("/")[0] not in (INSIDE, EARLIER_INSIDE)]
    if kind == "confidentiality":
        outside = [KeptHash(name=each.name) for each in outside]
    return tuple(outside)


def _hashes(folder: Path) -> tuple[KeptHash, ...]:
    if not folder.is_dir():
        return ()
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return tuple(
        KeptHash(name=path.relative_to(folder).as_posix(), sha256=sha256(path)) for path in files
    )


def _put_away(order: Order, record: ReleaseRecord) -> None:
    """Put the notice in the version's place, then remove its files or keep them aside."""
    assert record.withdrawal is not None
    target = order.home / record.name
    kept = target.with_name(target.name + WITHDRAWN)
    recover(target)
    if record.withdrawal.kind == "error" and inside_of(target).is_dir() and not kept.exists():
        aside = kept.with_name(f".{kept.name}-draft")
        shutil.rmtree(aside, ignore_errors=True)
        shutil.copytree(target, aside)
        aside.rename(kept)
    draft = target.with_name(f".{target.name}-draft")
    draft.mkdir(parents=True)
    try:
        write_notices(order, record, draft, kept if record.withdrawal.kind == "error" else None)
        if record.cells_withdrawn and record.withdrawal.kind == "confidentiality":
            _remember(order, (target, kept), draft)
        swap(draft, target)
    finally:
        recover(target)
    if record.withdrawal.kind == "confidentiality" and kept.exists():
        shutil.rmtree(kept)


def _remember(order: Order, standing: tuple[Path, Path], draft: Path) -> None:
    """Keep inside which tables were withdrawn before: without the store nothing else knows."""
    stores = [inside_of(each) for each in standing if (inside_of(each) / "texts.json").is_file()]
    known = standing[0] / INSIDE / WITHDRAWN_TABLES
    if stores:
        tables = dict.fromkeys(gone_from(open_store(stores[0]), order.survey))
        write_tables(draft / INSIDE / WITHDRAWN_TABLES, tables)
    elif known.is_file():
        write_tables(draft / INSIDE / WITHDRAWN_TABLES, read_tables(known))


def _notes(order: Order, records: list[ReleaseRecord]) -> tuple[Said, ...]:
    """Say where else the withdrawn numbers may stand."""
    survey, project = order.survey, order.project
    waves = survey.waves
    first = min(waves.index(record.wave) for record in records)
    gone = {record.name for record in records}
    later = [
        r.name
        for r in survey.releases
        if r.withdrawal is None and waves.index(r.wave) >= first and r.name not in gone
    ]
    notes = []
    if later:
        notes.append(
            Said("pipeline-these-releases-show-the-same-series-and", later=", ".join(later))
        )
    if project.archive_dir and order.release.withdrawn == "confidentiality":
        archive = project.root / project.archive_dir / survey.id
        held = sorted(name for name in gone if (archive / name).exists())
        if held:
            notes.append(
                Said(
                    "pipeline-the-archive-still-holds",
                    held=", ".join(held),
                    archive_dir=project.archive_dir,
                )
            )
    return tuple(notes)


def _files(order: Order, records: list[ReleaseRecord]) -> list[tuple[str, str, Path]]:
    names = FileNames(fr="avis.html", en="notice.html")
    return [
        ("notice", lang, order.home / record.name / names[lang])
        for record in records
        for lang in order.survey.languages
    ]
