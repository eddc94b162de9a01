"""One anonymised file of a wave, ever: what two of them would tell side by side.

Two files of the same people with other traits are joined by the answers that they share, and two
that differ by a corrected record give that record. What an archive was given was downloaded, and no
withdrawal takes it back. So a later version has the very file that went out, or none.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from padai.errors import PublicationError, Said
from padai.pipeline.machinery.build_request import Order
from padai.pipeline.parts.preparation import Prepared
from padai.pipeline.tables.deposit import Anonymised, deposit_of
from padai.pipeline.versions.life import (
    deposit_digest,
    earlier_stores,
    records_before,
    version_folders,
)
from padai.pipeline.versions.other_surveys import others_out, shared_with
from padai.pipeline.versions.own_releases import own_out
from padai.publishing.products.deposit.documents import FOLDER
from padai.store import open_store
from padai.survey.deposit import Deposit
from padai.survey.releases import ReleaseRecord

if TYPE_CHECKING:
    import pandas as pd

LEFT_OUT = "deposit_left_out"
"""The fact that a version goes without a file, by the name of the version that has one."""


def deposit_for(
    order: Order, parts: Mapping[str, Prepared], tables: Mapping[str, pd.DataFrame]
) -> tuple[Anonymised | None, dict[str, Any]]:
    """Return the anonymised file of a version, if it may have one, and the facts of it.

    Raises
    ------
    PublicationError
        The author changed what the file holds, or a survey of the same people has one.
    """
    deposit = order.survey.deposit
    if deposit is None or deposit.part not in parts:
        return None, {}
    before = _deposited(order)
    if not before:
        _refuse_two_surveys(order, parts, deposit)
        made = deposit_of(order.survey, parts, tables)
        return made, {"deposit": made.facts} if made is not None else {}
    _refuse_changed(order, deposit, [record for record, _ in before])
    made = _the_same(order, parts, tables, before)
    if made is None:
        return None, {LEFT_OUT: before[0][0].name}
    return made, {"deposit": made.facts}


def left_out_note(facts: Mapping[str, Any]) -> tuple[Said, ...]:
    """Say in the terminal that a version goes without a file, and why."""
    name = facts.get(LEFT_OUT)
    return (Said("pipeline-this-version-has-no-deposit", name=name),) if name else ()


def _deposited(order: Order) -> list[tuple[ReleaseRecord, str]]:
    """Return the versions of the wave that had a file, withdrawn ones too, and its SHA-256."""
    deposits = []
    for record in records_before(order):
        if record.wave != order.wave:
            continue
        folders = version_folders(order.project, order.survey.id, record)
        kept = [
            file.sha256
            for file in (record.withdrawal.files if record.withdrawal else ())
            if file.name.startswith(f"{FOLDER}/") and file.name.endswith(".csv")
        ]
        digests = [record.deposit, *kept, *(deposit_digest(folder) for folder in folders)]
        if digest := next((d for d in digests if d), None):
            deposits.append((record, digest))
    return deposits


def _the_same(
    order: Order,
    parts: Mapping[str, Prepared],
    tables: Mapping[str, pd.DataFrame],
    before: Sequence[tuple[ReleaseRecord, str]],
) -> Anonymised | None:
    """Make the file again; None where it is not the one that went out, or may not go any more."""
    if any(record.cells_withdrawn for record, _ in before):
        return None  # it was removed with the cells
    try:
        made = deposit_of(order.survey, parts, tables)
    except PublicationError:
        return None  # a table of this version withholds what it would give
    assert made is not None
    same = {digest for _, digest in before} == {hashlib.sha256(made.content).hexdigest()}
    return made if same else None


def _refuse_changed(order: Order, deposit: Deposit, before: Sequence[ReleaseRecord]) -> None:
    names = {record.name for record in before}
    for earlier in earlier_stores(order):
        if earlier.record.name not in names:
            continue
        was = open_store(earlier.folder).survey.deposit
        changed = [
            field
            for field in ("questions", "profile", "least_alike", "part")
            if was is not None and getattr(was, field) != getattr(deposit, field)
        ]
        if changed:
            raise PublicationError(
                Said(
                    "pipeline-the-deposit-was-changed",
                    name=earlier.record.name,
                    fields=", ".join(changed),
                ),
                where=order.name,
            )


def _refuse_two_surveys(order: Order, parts: Mapping[str, Prepared], deposit: Deposit) -> None:
    """Refuse a file of people of whom another survey of the project, or another wave, has one."""
    wave = parts[deposit.part].last
    # people who are asked again are in files of several waves: one data file is the same answers
    digest = str(wave.provenance.get("sha256", ""))
    own = [other for other in own_out(order) if other.digest == digest != ""]
    for other in (*others_out(order), *own):
        theirs = other.store.survey.deposit
        if theirs is None or (theirs.part, other.record.wave) != (other.part, other.wave):
            continue
        gave = other.record.deposit or other.store.facts.get("deposit")
        if gave and shared_with(order, deposit.part, wave, other) is not None:
            raise PublicationError(
                Said("pipeline-another-survey-has-a-deposit-of-them", other=other.name),
                where=order.name,
            )
