"""KoboToolbox's and ODK's CSV: names with their groups, several choices in one column or many."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from padai.errors import Said
from padai.interchange.forms import plain_text
from padai.interchange.platforms.export import COMPLETE, PARTIAL, Column, Export, place_of
from padai.interchange.platforms.parts import Layout, at, parted

KOBO = Said("interchange-kobotoolbox")
ODK = Said("interchange-odk")
_BESIDE = {
    *("start", "end", "today", "audit", "simserial", "subscriberid", "deviceid", "phonenumber"),
    *("username", "background-audio", "submissiondate", "key", "status", "reviewstate", "edits"),
    *("submitterid", "submittername", "attachmentspresent", "attachmentsexpected", "formversion"),
    *("meta-instanceid", "meta-instancename", "instanceid", "instancename", "rootuuid"),
    *("formhub/uuid", "meta/instanceid", "meta/instancename", "meta/rootuuid", "meta/deprecatedid"),
    *("isvalidated", "formdef_version", "device id", "updatedat", "entity"),
}
_REJECTED = {"rejected", "not approved", "validation_status_not_approved", "rejetee", "hasissues"}


def is_kobo(head: Sequence[Sequence[str]]) -> bool:
    """Say whether Kobo's own columns are there."""
    names = {cell.strip() for cell in head[0]} if head else set()
    return {"_uuid", "_submission_time"} <= names


def is_odk(head: Sequence[Sequence[str]]) -> bool:
    """Say whether the columns that ODK Central and Briefcase add are there."""
    names = {cell.strip().casefold() for cell in head[0]} if head else set()
    return {"submissiondate", "key"} <= names


def read_kobo(path: Path, table: Sequence[Sequence[str]]) -> Export:
    """Read an export with XML values and headers, or with labels.

    References
    ----------
    KoboToolbox Help Center, "Exporting and downloading your data".
    """
    return _read(path, table, KOBO, "/")


def read_odk(path: Path, table: Sequence[Sequence[str]]) -> Export:
    """Read an export of ODK Central or Briefcase.

    References
    ----------
    ODK Briefcase, ``docs/export-format.md``; ODK Central, "Submissions".
    """
    return _read(path, table, ODK, "-")


def _read(path: Path, table: Sequence[Sequence[str]], whose: Said, mark: str) -> Export:
    heads = [plain_text(cell) for cell in table[0]]
    places = {head.casefold(): place for place, head in reversed(list(enumerate(heads)))}
    split = _split(heads)
    beside = frozenset(
        p
        for p, head in enumerate(heads)
        if head.startswith("_")
        or head.casefold() in _BESIDE
        or head.rsplit(mark, 1)[-1].casefold() in ("start", "end", "today", "deviceid")
    )
    whole = {stem for stem, _ in split.values()}
    names = [_short(head, mark) for head in heads]
    for place, (stem, code) in split.items():
        names[place] = f"{_short(stem, mark)}_{code}"
    verdict = place_of(places, "_validation_status", "reviewstate")

    def status(row: Sequence[str]) -> str:
        return PARTIAL if at(row, verdict).casefold() in _REJECTED else COMPLETE

    def made(place: int, cells: tuple[str, ...]) -> Column:
        if place in split:
            stem, code = split[place]
            return Column(names[place], "", cells, _short(stem, mark), code, code)
        wording = "" if re.fullmatch(r"\w+", names[place]) else names[place]
        return Column(names[place], wording, cells, separator=" ")

    # The joined column of a question whose choices have columns of their own says nothing more.
    joined = frozenset(p for p, head in enumerate(heads) if head in whole)
    layout = Layout(
        whose,
        names,
        [""] * len(heads),
        beside | joined,
        place_of(places, "_id", "key", "_uuid"),
        place_of(places, "_submission_time", "submissiondate", "end"),
        status,
    )
    return parted(path, layout, table[1:], made)


def _split(heads: Sequence[str]) -> dict[int, tuple[str, str]]:
    """Return the question and choice of each column that stands for one choice."""
    found = {}
    known = set(heads)
    for place, head in enumerate(heads):
        stem, parted_by, code = head.rpartition("/")
        if parted_by and stem in known and code:
            found[place] = (stem, code)
    return found


def _short(head: str, mark: str) -> str:
    """Return a name without the groups it stands in."""
    return head.rsplit(mark, 1)[-1] if re.fullmatch(rf"[\w.{re.escape(mark)}]+", head) else head
