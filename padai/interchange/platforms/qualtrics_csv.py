"""Qualtrics' CSV and TSV, under rows of names, wordings and import ids; its workbook has two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from padai.errors import Said
from padai.interchange.forms import plain_text
from padai.interchange.platforms.export import (
    COMPLETE,
    PARTIAL,
    PREVIEW,
    Export,
    ExportedColumn,
    place_of,
)
from padai.interchange.platforms.parts import ExportLayout, at, parted

QUALTRICS = Said("interchange-qualtrics")
_BESIDE = {
    *("startDate", "endDate", "status", "progress", "duration", "finished", "recordedDate"),
    *("_recordId", "distributionChannel", "userLanguage", "ipAddress", "locationLatitude"),
    *("locationLongitude", "recipientFirstName", "recipientLastName", "recipientEmail"),
    *("externalDataReference", "responseId", "responseSetId", "responseSet"),
}
_BESIDE_PARTS = ("panel-", "Location-")
"""What the import ids of people's contacts and places begin with in exports of 2016 and 2017."""
_PARADATA = re.compile(
    r"Q_(RecaptchaScore|RelevantID\w*|BallotBoxStuffing|Duplicate\w*|TotalDuration|URL|Referer|"
    r"Browser\w*|Language|Chl|DL|UnansweredPercentage|UnansweredQuestions|StraightliningCount|"
    r"StraightliningQuestions|StraightliningPercentage|Ambiguous\w*|FraudScore|AudienceID|"
    r"TerminateFlag|SurveyID|SurveyVersionID|Population\w*)|"
    r"QID\d+[_-](FIRST_CLICK|LAST_CLICK|PAGE_SUBMIT|CLICK_COUNT|BROWSER|VERSION|OS|RESOLUTION)|"
    r"QID\d+[_-]NPS_GROUP|QID\d+[_-]DO([_-].*)?"
)
"""Fields of its own: times of pages, devices, order of display, groups made of a score."""
_PREVIEWS = {"1", "survey preview", "2", "survey test", "17", "offline survey preview"}
_SPAM = {"8", "spam", "9", "survey preview spam", "12", "imported spam"}
_IMPORT = re.compile(r"""\{\s*["']ImportId["']\s*:\s*["']([^"']+)["']""")
_DIGIT = re.compile(r"\d")
_NUMBERED = re.compile(r"(.+)_(-?\d+)")


_OWN = {
    **{name: name[0].lower() + name[1:] for name in ("StartDate", "EndDate", "RecordedDate")},
    **{"Status": "status", "Progress": "progress", "Finished": "finished"},
    **{"Duration (in seconds)": "duration", "ResponseId": "_recordId", "IPAddress": "ipAddress"},
    **{f"Recipient{x}": f"recipient{x}" for x in ("LastName", "FirstName", "Email")},
    **{f"Location{x}": f"location{x}" for x in ("Latitude", "Longitude")},
    **{"ExternalReference": "externalDataReference", "UserLanguage": "userLanguage"},
    "DistributionChannel": "distributionChannel",
}
"""The import ids of its own columns, by name: a workbook has no row of them."""
_ALWAYS = {"StartDate", "EndDate", "Progress", "Finished", "RecordedDate"}


def is_qualtrics(head: Sequence[Sequence[str]]) -> bool:
    """Say whether the third row holds import ids, or the second one wordings of its columns."""
    return _has_import_ids(head) or _has_two_heads(head)


def _has_import_ids(head: Sequence[Sequence[str]]) -> bool:
    return len(head) > 2 and sum("ImportId" in cell for cell in head[2]) > len(head[2]) / 2


def _has_two_heads(head: Sequence[Sequence[str]]) -> bool:
    """Whether its columns are named, and what stands under a day is no day."""
    names = list(head[0]) if len(head) > 2 else []
    if not {*names} >= _ALWAYS:
        return False
    wording, day = (at(row, names.index("StartDate")) for row in head[1:3])
    return bool(wording) and not _DIGIT.search(wording) and bool(_DIGIT.search(day))


def read_qualtrics_export(path: Path, table: Sequence[Sequence[str]]) -> Export:
    """Read an export of values or of choice texts; previews and unfinished rows keep their status.

    References
    ----------
    Qualtrics, "Understanding your dataset": three header rows, and the response types; "Data
    export formats": a workbook has names and wordings alone.
    """
    names, texts = [list(row) for row in table[:2]]
    wordings = [plain_text(text) for text in texts]
    imports, first = (table[2], 3) if _has_import_ids(table[:3]) else ((), 2)
    ids = [m[1] if (m := _IMPORT.search(cell)) else "" for cell in imports]
    ids = ids or [_OWN.get(name, "") for name in names]
    places = {name: place for place, name in enumerate(ids)}
    state, finished = places.get("status"), places.get("finished")

    def status(row: Sequence[str]) -> str:
        if at(row, state).casefold() in _PREVIEWS | _SPAM:
            return PREVIEW
        done = at(row, finished).casefold()
        return PARTIAL if done in ("0", "false", "faux") else COMPLETE

    def made(place: int, cells: tuple[str, ...]) -> ExportedColumn:
        name, wording = names[place].strip(), wordings[place]
        own = name.endswith("_TEXT") or ids[place].endswith(("_TEXT", "-TEXT"))
        numbered = _NUMBERED.fullmatch(name)
        option = wording.rsplit(" - ", 1)[-1] if numbered and " - " in wording else ""
        return ExportedColumn(
            name,
            wording.removesuffix(" - Selected Choice"),
            cells,
            numbered[1] if numbered and not own else "",
            numbered[2] if numbered else "",
            option,
            ",",
            own,
        )

    layout = ExportLayout(
        QUALTRICS,
        names,
        wordings,
        frozenset(place for place, name in enumerate(ids) if _is_beside(name)),
        place_of(places, "_recordId", "responseId"),
        place_of(places, "endDate", "recordedDate"),
        status,
    )
    return parted(path, layout, table[first:], made)


def _is_beside(name: str) -> bool:
    """Return whether a column tells of the interview, and is no question."""
    beside = name in _BESIDE or name.startswith(_BESIDE_PARTS)
    return beside or _PARADATA.fullmatch(name) is not None
