"""KoboToolbox's and ODK's CSV: names with their groups, several choices in one column or many."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from padai.errors import DataError, Said
from padai.interchange.forms import plain_text
from padai.interchange.platforms.export import COMPLETE, PARTIAL, Export, ExportedColumn, place_of
from padai.interchange.platforms.parts import ExportLayout, at, parted

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
_PARENT = {"_parent_index", "_parent_table_name", "parent_key"}
_PLACE = re.compile(r"_.+_(latitude|longitude|altitude|precision)", re.IGNORECASE)
_MEDIA = re.compile(
    r".*\.(jpe?g|png|gif|webp|heic|svg|mp4|mov|avi|3gpp?|m4a|amr|mp3|wav|ogg|aac|pdf|docx?|xlsx?)",
    re.IGNORECASE,
)
_MARKS = {"0", "1", "true", "false", ""}
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


def is_repeated(head: Sequence[Sequence[str]]) -> bool:
    """Say whether a file holds a repeated group: its rows point to the response they belong to."""
    return bool(head) and bool(_PARENT & {cell.strip().casefold() for cell in head[0]})


def refuse_repeated(path: Path, table: Sequence[Sequence[str]]) -> Export:
    """Refuse the file of a repeated group, several rows a response.

    Raises
    ------
    DataError
        Always, with the file to give.
    """
    raise DataError(Said("interchange-repeated-group-file", file=path.name))


def _read(path: Path, table: Sequence[Sequence[str]], whose: Said, mark: str) -> Export:
    heads = [plain_text(cell) for cell in table[0]]
    rows = table[1:]
    places = {head.casefold(): place for place, head in reversed(list(enumerate(heads)))}
    split, guessed = _split(heads, rows)
    whole = {stem for stem, _ in split.values()}
    verdict = place_of(places, "_validation_status", "reviewstate")
    names = _names(heads, split, guessed, mark)

    def status(row: Sequence[str]) -> str:
        return PARTIAL if at(row, verdict).casefold() in _REJECTED else COMPLETE

    def made(place: int, cells: tuple[str, ...]) -> ExportedColumn:
        if place in split:
            stem, code = split[place]
            short = _short(stem, mark)
            return ExportedColumn(names[place], _wording(short), cells, short, code, code)
        return ExportedColumn(names[place], _wording(names[place]), cells, separator=" ")

    # The joined column of a question whose choices have columns of their own says nothing more.
    joined = frozenset(p for p, head in enumerate(heads) if head in whole)
    layout = ExportLayout(
        whose,
        names,
        [""] * len(heads),
        _beside(heads, mark) | joined,
        place_of(places, "_id", "key", "_uuid"),
        place_of(places, "_submission_time", "submissiondate", "end"),
        status,
        personal=_personal(heads, rows, mark),
    )
    export = parted(path, layout, rows, made)
    stems = sorted({split[p][0] for p in guessed})
    notes = (Said("interchange-marks-read-as-choices", file=path.name, name=s) for s in stems)
    return replace(export, told=(*export.told, *notes))


def _beside(heads: Sequence[str], mark: str) -> frozenset[int]:
    """Return the places of what the tool adds, and of the links to repeated groups."""
    return frozenset(
        p
        for p, head in enumerate(heads)
        if head.startswith("_")
        or head.casefold() in _BESIDE
        or head.rsplit(mark, 1)[-1].casefold() in ("start", "end", "today", "deviceid")
        or head.rsplit(mark, 1)[0].endswith("SET-OF")
        or head.startswith("SET-OF-")
    )


def _personal(heads: Sequence[str], rows: Sequence[Sequence[str]], mark: str) -> frozenset[int]:
    """Return the places of points on a map, beside their parts, and of pictures and recordings."""
    known = set(heads)
    places = set()
    for place, head in enumerate(heads):
        group, parted_by, last = head.rpartition(mark)
        cells = [cell for row in rows if (cell := at(row, place))]
        if (
            _PLACE.fullmatch(last)
            or {f"_{head}_latitude", f"{group}{parted_by}_{last}_latitude"} & known
            or f"{head}_URL" in known
            or (cells and all(_MEDIA.fullmatch(cell) for cell in cells))
        ):
            places.add(place)
    return frozenset(places)


def _names(
    heads: Sequence[str],
    split: Mapping[int, tuple[str, str]],
    guessed: frozenset[int],
    mark: str,
) -> list[str]:
    """Return a name a column, without its groups where no other has it."""
    names = [_short(head, mark) for head in heads]
    for place, (stem, code) in split.items():
        names[place] = code if place in guessed else f"{_short(stem, mark)}_{code}"
    counts = Counter(name.casefold() for name in names)
    return [
        name if counts[name.casefold()] == 1 else heads[place].replace(mark, "_")
        for place, name in enumerate(names)
    ]


def _wording(name: str) -> str:
    return "" if re.fullmatch(r"\w+", name) else name


def _split(
    heads: Sequence[str], rows: Sequence[Sequence[str]]
) -> tuple[dict[int, tuple[str, str]], frozenset[int]]:
    """Return the question and choice of each column that stands for one choice.

    Where the question has no column of its own, columns of one group are its choices if they hold
    nothing but marks, blank in the same rows, and a choice in each other row; these are guessed.
    """
    choices = {}
    known = set(heads)
    orphans: dict[str, list[int]] = {}
    for place, head in enumerate(heads):
        stem, parted_by, code = head.rpartition("/")
        if parted_by and code and stem in known:
            choices[place] = (stem, code)
        elif parted_by and code and stem:
            orphans.setdefault(stem, []).append(place)
    guessed = set()
    for stem, group in orphans.items():
        if len(group) > 1 and not _deeper(heads, stem):
            cells = [[at(row, place).casefold() for place in group] for row in rows]
            marks = all(set(row) <= _MARKS for row in cells)
            together = all(all(row) or not any(row) for row in cells)
            # who answers a multiple choice chooses something: two "no" are two questions
            chose = [bool({"1", "true"} & {*row}) for row in cells if any(row)]
            if marks and together and chose and all(chose):
                guessed |= set(group)
                choices |= {p: (stem, heads[p].rpartition("/")[2]) for p in group}
    return choices, frozenset(guessed)


def _deeper(heads: Sequence[str], stem: str) -> bool:
    """Say whether groups stand within a group, which then is no question."""
    return any(h.startswith(f"{stem}/") and h.count("/") > stem.count("/") + 1 for h in heads)


def _short(head: str, mark: str) -> str:
    """Return a name without the groups it stands in."""
    return head.rsplit(mark, 1)[-1] if re.fullmatch(rf"[\w.{re.escape(mark)}]+", head) else head
