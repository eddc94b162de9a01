"""What may be said of when a finding was declared: stamped, published, asserted, or changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from padai.errors import DefinitionError, PadaiError, Said
from padai.pipeline.machinery.build_request import Order
from padai.pipeline.seals.seal_text import (
    FOLDER,
    Departure,
    SealText,
    changes_since,
    read_seal,
    seal_path,
    text_of,
)
from padai.pipeline.seals.signatures import checked_tag
from padai.pipeline.seals.stamps import CHECKED, NO_AUTHORITY, Stamp, checked
from padai.pipeline.versions.life import EarlierStore
from padai.store import open_store
from padai.survey import Survey
from padai.waves.data_files import locate

STAMPED, PUBLISHED, ASSERTED = "stamped", "published", "asserted"
CHANGED, FOUND = "changed", "found"
PROPOSED = "proposed"
"""What padai chose for the draft of a definition that has no key result: nobody declared it."""
NO_SEAL, NO_DATA_DATE, DATA_THERE, DATA_OLDER = (
    "no_seal",
    "no_data_date",
    "data_there",
    "data_older",
)
LATE_STAMP, LATE, OUT_OF_ORDER = "late_stamp", "late", "out_of_order"
_COUNTS = ("published", "corrected")
"""The statuses of an earlier version that others may have read: a demonstration nobody has."""
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True)
class Sealed:
    """What is known of a wave's seal.

    Attributes
    ----------
    grade
        ``stamped``, ``published`` or ``asserted``: what an unchanged declaration is; ``proposed``
        in a draft of which padai chose the key results.
    seal
        Its text; None where the wave has none.
    stamp
        What the reply to its request says, or a signed tag that vouches for it; None without.
    day
        The day that counts: of the stamp, of the version that published it, or that the team wrote.
    data
        The first day of fieldwork; None where it is not known to the day.
    remarks
        Why the grade is no better, or what could not be known.
    changes
        What is no longer as it was sealed.
    """

    grade: str
    seal: SealText | None
    stamp: Stamp | None
    day: dt.date | None
    data: dt.date | None
    remarks: tuple[str, ...]
    changes: tuple[Departure, ...]


def sealed_of(order: Order, earlier: Sequence[EarlierStore] = ()) -> Sealed:
    """Return what is known of the seal of a wave.

    Parameters
    ----------
    earlier
        The stores of what went out before, which may have published the seal's hash.

    Raises
    ------
    DefinitionError
        The seal is not the text that padai wrote, or its certificate is missing.
    """
    survey, wave = order.survey, order.wave
    start = _data_day(survey, wave)
    if order.draft and _all_proposed(survey, wave):
        return Sealed(PROPOSED, None, None, None, start, (NO_SEAL,), ())
    seal = read_seal(survey.path, wave, order.name)
    if seal is None:
        return Sealed(ASSERTED, None, None, None, start, (NO_SEAL,), ())
    changes = tuple(changes_since(seal, text_of(survey, wave, seal.day)))
    start = _first_day(start, seal.start)
    remarks = [NO_DATA_DATE] if start is None else []
    remarks += [DATA_THERE] if seal.data_there else []
    stamp = _stamp(survey, wave, seal, order.name)
    if stamp is not None and stamp.state != CHECKED:
        remarks.append(stamp.state)
    for grade, day in _proved(order, seal, stamp, earlier, remarks):
        if start is None or seal.data_there:
            continue
        if day >= start:
            timed = grade == STAMPED and stamp is not None and not stamp.signed
            remarks.append(LATE_STAMP if timed else LATE)
        elif _older(order, day):
            remarks.append(DATA_OLDER)
        else:
            return Sealed(grade, seal, stamp, day, start, tuple(remarks), changes)
    if _older(order, seal.day) and DATA_OLDER not in remarks:
        remarks.append(DATA_OLDER)
    if start is not None and seal.day >= start:
        remarks.append(LATE)
    return Sealed(ASSERTED, seal, stamp, seal.day, start, tuple(dict.fromkeys(remarks)), changes)


def _first_day(start: dt.date | None, sealed: dt.date | None) -> dt.date | None:
    """Return the day of the first data: one that was put off after the seal proves nothing."""
    return min(start, sealed) if start is not None and sealed is not None else start


def _all_proposed(survey: Survey, wave: str) -> bool:
    """Whether every key result is of a day after fieldwork, as those are that a draft proposes.

    Where there is none, nobody declared anything, unless a family says what is compared.
    """
    fieldwork = survey.wave(wave).fieldwork
    days = [result.declared for result in survey.key_results]
    return min(days) > fieldwork.end if days else not survey.families


def _proved(
    order: Order,
    seal: SealText,
    stamp: Stamp | None,
    earlier: Sequence[EarlierStore],
    remarks: list[str],
) -> Iterator[tuple[str, dt.date]]:
    """Yield each day by which somebody else had the seal, the strongest proof first."""
    if stamp is not None and stamp.state == CHECKED and stamp.at is not None:
        yield STAMPED, stamp.at.date()
    days = [store.record.date for store in earlier]
    if any(one > other for one, other in pairwise(days)):
        remarks.append(OUT_OF_ORDER)
        return
    for store in earlier:
        sealed = open_store(store.folder).facts.get("declared", {}).get("seals", {})
        if store.record.status in _COUNTS and sealed.get(order.wave) == seal.sha256:
            yield PUBLISHED, store.record.date


def _data_day(survey: Survey, wave: str) -> dt.date | None:
    fieldwork = survey.wave(wave).fieldwork
    return fieldwork.start if fieldwork.known and fieldwork.precision == "day" else None


def _stamp(survey: Survey, wave: str, seal: SealText, where: str) -> Stamp | None:
    """Check what lies beside a seal, the reply before the tag; None where there is neither."""
    path = seal_path(survey.path, wave)
    stamps = []
    if (reply := path.with_suffix(".tsr")).is_file():
        pem = named_file(survey, wave, "authority", where)
        if pem is None:
            stamps.append(Stamp(NO_AUTHORITY))
        else:
            stamps.append(checked(reply.read_bytes(), seal.text.encode(), pem))
    if (tag := path.with_suffix(".tag")).is_file():
        signers = named_file(survey, wave, "signers", where)
        stamps.append(checked_tag(tag.read_bytes(), seal.sha256, signers))
    return next((s for s in stamps if s.state == CHECKED), stamps[0] if stamps else None)


_WANTED = {
    "authority": Said("pipeline-seals-the-certificate-pem-of-the-time-stamping"),
    "signers": Said("pipeline-seals-the-ssh-keys-of-who-signs-allowed"),
}  # fmt: skip


def named_file(survey: Survey, wave: str, kind: str, where: str) -> str | None:
    """Return the text of a file of `seals/` that a wave names; None where it names none.

    Raises
    ------
    DefinitionError
        The file is not there.
    """
    spec = survey.wave(wave).seal
    name = None if spec is None else getattr(spec, kind)
    if name is None:
        return None
    path = seal_path(survey.path, wave).with_name(name)
    if not path.is_file():
        raise DefinitionError(
            Said(
                "pipeline-seals-seal-is-missing-put-there",
                kind=kind,
                name=name,
                folder=FOLDER,
                wanted=_WANTED[kind],
            ),
            where=where,
        )
    return path.read_text(encoding="utf-8", errors="replace")


def _older(order: Order, day: dt.date) -> bool:
    """Whether a data file of the wave says that it was made before a day."""
    for part in order.survey.wave(order.wave).parts:
        try:
            made = made_on(locate(order.survey, order.wave, part, order.data_dir))
        except PadaiError:
            continue
        if made is not None and made < day:
            return True
    return False


def made_on(path: Path) -> dt.date | None:
    """Return the day that the header of an SPSS file gives; None for another file."""
    try:
        with path.open("rb") as handle:
            head = handle.read(101)
        if head[:4] not in (b"$FL2", b"$FL3"):
            return None
        day, month, year = head[92:101].decode("ascii").lower().split()
        return dt.date(2000 + int(year), _MONTHS.index(month) + 1, int(day))
    except (OSError, ValueError):
        return None
