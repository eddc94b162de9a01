"""Tables that stand in the version before: taken over where all that they rest on is the same.

Estimating reads the data, the definition and earlier releases, and few of the definition's texts.
Which ones it read is noted as it works. Where a later build finds the same in all of it, and the
store of the version untouched, it would give the same tables and facts; a title or a chapter that
was worded anew changes none. What is kept beside are hashes: the tables stay where they were.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from padai.errors import PadaiError
from padai.pipeline.builds.unchanged import (
    archived_stores,
    data_hash,
    other_releases,
    other_surveys,
)
from padai.pipeline.machinery.build_request import Order
from padai.pipeline.machinery.kept import (
    digest_of_parts,
    file_digest,
    files_digest,
    place_of,
    programs_digest,
    read_kept,
    tree_digest,
    write_kept,
    written_by_hand,
)
from padai.pipeline.tables.deposit import write_checksums
from padai.pipeline.versions.corrections import Results
from padai.pipeline.versions.life import own_record, records_before
from padai.pipeline.versions.recomputed import FACT
from padai.publishing.products.deposit.documents import FOLDER as DEPOSIT
from padai.store import ABOUT_THE_BUILD, COLUMNS, inside_of, open_store, store_digest, stores_apart
from padai.survey.noted import text_hashes, without_texts
from padai.survey.releases import RELEASES_FILE

_MODELLED = ("survey.yaml", "questionnaire.yaml")
"""The files of a definition that its model holds wholly, beside those of the waves."""


@dataclass(frozen=True)
class StandingDeposit:
    """The anonymised file of the version that stands: with what it was made of, its bytes stay."""

    files: tuple[Path, ...]

    def write_into(self, version: Path) -> list[Path]:
        """Write the file into ``depot/`` of a version, then the checksums of all that is there."""
        folder = version / DEPOSIT
        folder.mkdir(parents=True, exist_ok=True)
        written = [Path(shutil.copyfile(path, folder / path.name)) for path in self.files]
        return [*written, write_checksums(folder)]


@dataclass(frozen=True)
class Rests:
    """What tables rest on: a hash of all but the texts, and one of each text."""

    rest: str
    texts: Mapping[str, str]


def rests_of(order: Order) -> Rests | None:
    """Return what the tables of an order rest on; None where tables are always made anew."""
    if order.draft or not order.survey.traits.estimated or order.survey.path is None:
        return None
    with suppress(PadaiError, OSError):
        rest = digest_of_parts(
            [
                programs_digest(),
                order.wave,
                without_texts(order.survey),
                _files(order),
                data_hash(order),
                other_surveys(order),
                other_releases(order),
                archived_stores(order),
                _versions(order),
                _records(order),
            ]
        )
        return Rests(rest, text_hashes(order.survey))
    return None


def standing_results(
    order: Order, before: Path | None, rests: Rests | None
) -> tuple[Results, StandingDeposit | None] | None:
    """Return the tables, facts and anonymised file of a version that stands, where a build would
    give the same.
    """
    if rests is None or before is None:
        return None
    kept = read_kept(_place(order))
    read, files = kept.get("read"), kept.get("deposit")
    if kept.get("rest") != rests.rest or not isinstance(read, dict) or not isinstance(files, dict):
        return None
    if any(rests.texts.get(place) != digest for place, digest in read.items()):
        return None
    inside = inside_of(before)
    with suppress(PadaiError, OSError, ValueError):
        deposited = {before / DEPOSIT / str(name): digest for name, digest in files.items()}
        if any(file_digest(path) != digest for path, digest in deposited.items()):
            return None
        if inside.is_dir() and store_digest(inside) == kept.get("store"):
            store = open_store(inside)
            facts = {name: value for name, value in store.facts.items() if name != FACT}
            deposit = StandingDeposit(tuple(deposited)) if deposited else None
            return Results(dict(store.tables), facts), deposit
    return None


def found_to_rest(
    rests: Rests | None,
    again: Rests | None,
    read: Sequence[str],
    inside: Path,
    deposited: Sequence[Path] = (),
) -> dict[str, Any]:
    """Return what the tables of a store were found to rest on, in hashes; empty where nothing is.

    Parameters
    ----------
    again
        What they rest on once they are made: nothing is kept where something moved meanwhile.
    read
        The places of the texts that were read.
    inside
        The folder of the store.
    deposited
        The anonymised file, in each of its formats.
    """
    if rests is None or again is None or rests.rest != again.rest:
        return {}
    hashes: dict[str, Any] = {place: rests.texts[place] for place in sorted(read)}
    files = {path.name: file_digest(path) for path in deposited}
    return {"rest": rests.rest, "read": hashes, "store": store_digest(inside), "deposit": files}


def keep_results(order: Order, rests_on: Mapping[str, Any]) -> None:
    """Keep what tables rest on, once they stand: those of a build that was refused never do."""
    if rests_on:
        write_kept(_place(order), rests_on)


def copy_tables(before: Path, folder: Path) -> list[Path]:
    """Give a store the very bytes of the tables that were taken over, and return its files."""
    folder.mkdir(parents=True, exist_ok=True)
    standing = (inside_of(before) / f"{name}.csv" for name in COLUMNS)
    return [shutil.copyfile(path, folder / path.name) for path in standing if path.is_file()]


def keep_last_digits(order: Order, folder: Path) -> bool:
    """Give a store the bytes of the one that went out, where it says the same but for last digits.

    Another kind of processor adds in another order. What it makes of the same inputs is no other
    result, and no reason for a correction.

    Returns
    -------
    bool
        Whether the store is now, by this, the one that is recorded.
    """
    own, before = own_record(order), inside_of(order.target)
    if own is None or own.withdrawal is not None or not before.is_dir():
        return False
    if own.store == store_digest(folder) or own.store != store_digest(before):
        return False
    if stores_apart(before, folder) is None:
        return False
    for path in sorted(before.rglob("*")):
        if path.is_file() and path.name not in ABOUT_THE_BUILD:
            shutil.copyfile(path, folder / path.relative_to(before))
    return True


def texts_standing(order: Order) -> list[str]:
    """Return the places of the texts that the tables of the version that stands were read from."""
    return list(read_kept(_place(order)).get("read", ()))


def _place(order: Order) -> Path:
    return place_of("tables", str(order.project.root), order.survey.id, order.wave)


def _files(order: Order) -> str:
    """Hash what lies with a definition and is not wholly in its model."""
    written = written_by_hand(order.survey.path, but="data")
    # what was put out before is compared with the files of the waves themselves
    modelled = () if records_before(order) else ("waves/",)
    return files_digest(
        {
            name: path
            for name, path in written.items()
            if name not in (*_MODELLED, RELEASES_FILE) and not name.startswith(modelled)
        }
    )


def _versions(order: Order) -> list[list[str]]:
    """Hash the other versions of the survey that stand among its releases."""
    return [
        [version.relative_to(order.home).as_posix(), tree_digest(version)]
        for version in sorted(order.home.glob("*/v*"))
        if version.is_dir() and version != order.target
    ]


def _records(order: Order) -> list[Any]:
    own = own_record(order)
    records = [record.model_dump(mode="json") for record in records_before(order)]
    return [records, None if own is None else own.witness]
