"""A citizens' panel's own records: seats, presences and votes, checked against each other.

Messages give counts and names of sessions, never a member's number. Everything returned is a count.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from padai.errors import DataError
from padai.survey.panels import Mandate, PanelFile

if TYPE_CHECKING:
    import pandas as pd

_SEAT_COLUMNS = ("numero", "entree", "sortie", "motif", "remplace", "renouvele")
_PRESENCE_COLUMNS = ("numero", "seance")
_RENEWED = {"oui": True, "non": False, "": False}
Row = dict[str, Any]


@dataclass(frozen=True)
class Seat:
    """A seat held by one person: from a day, until another (the first day without it)."""

    number: str
    start: dt.date
    end: dt.date | None
    reason: str
    replaces: str
    renewed: bool

    def held_on(self, day: dt.date) -> bool:
        """Whether the seat is held on a day."""
        return self.start <= day and (self.end is None or self.end > day)


def seats_of(panel: PanelFile, table: pd.DataFrame, where: str) -> tuple[Seat, ...]:
    """Read who held a seat from when to when.

    Raises
    ------
    DataError
        Columns, dates or reasons that are not known, a person seated twice, more people in office
        than seats, a mandate longer than declared.
    """
    where = f"{where}, {panel.members}"
    _columns(table, _SEAT_COLUMNS, where)
    seats = tuple(
        Seat(
            number=str(row["numero"] or ""),
            start=_day(row["entree"], where, at) or _missing(where, at),
            end=_day(row["sortie"], where, at),
            reason=str(row["motif"]),
            replaces=str(row["remplace"]),
            renewed=_renewed(str(row["renouvele"]), where, at),
        )
        for at, row in enumerate(table.fillna("").to_dict("records"), start=2)
    )
    _check_seats(panel, seats, where)
    return seats


def _check_seats(panel: PanelFile, seats: Sequence[Seat], where: str) -> None:
    numbers = [s.number for s in seats]
    faults = []
    if "" in numbers or len(set(numbers)) != len(numbers):
        twice = len(numbers) - len(set(numbers))
        faults.append(f"{twice} member(s) stand twice or have no number")
    mandate = panel.mandate
    reasons = {mandate.ended, *mandate.reasons} if mandate else set()
    odd = [s for s in seats if mandate and s.end is not None and s.reason not in reasons]
    if odd:
        faults.append(
            f"{len(odd)} member(s) left for a reason that `mandate:` does not list "
            f"({', '.join(sorted(reasons))})"
        )
    if before := [s for s in seats if s.end is not None and s.end < s.start]:
        faults.append(f"{len(before)} member(s) left before they came")
    if kept := [s for s in seats if s.renewed and s.end is not None]:
        faults.append(f"{len(kept)} member(s) were renewed and yet have a last day")
    if mandate is not None and not mandate.renewable and any(s.renewed for s in seats):
        faults.append("mandates were renewed, and `mandate:` says `renewable: 0`")
    by_number = {s.number: s for s in seats}
    for seat in seats:
        gone = by_number.get(seat.replaces)
        if seat.replaces and (gone is None or gone.end is None or gone.end > seat.start):
            faults.append(
                f"the person who came on {seat.start} replaces somebody who is no member, or who "
                "had not left yet"
            )
    for day in sorted({s.start for s in seats}):
        n = sum(s.held_on(day) for s in seats)
        if n > panel.draw.size:
            faults.append(f"on {day}, {n} people are in office for {panel.draw.size} seats")
    _refuse(faults, where)


def check_drawn(panel: PanelFile, people: pd.DataFrame, seats: Sequence[Seat], where: str) -> None:
    """Refuse members who are not those whom the published lottery drew.

    Parameters
    ----------
    people
        Of :class:`padai.dialogue.draw.Drawn`: number, status.

    Raises
    ------
    DataError
        A member who was never invited, a first member who was not drawn, somebody drawn who has
        no seat, a replacement who had been drawn already.
    """
    status = dict(zip(people["number"], people["status"], strict=True))
    drawn = {n for n, s in status.items() if s == "panel"}
    first = {s.number for s in seats if not s.replaces}
    later = {s.number for s in seats if s.replaces}
    faults = []
    if stranger := (first | later) - set(status):
        faults.append(
            f"{len(stranger)} member(s) are not among the volunteers of {panel.draw.pool}: they "
            "were never invited"
        )
    if extra := (first & set(status)) - drawn:
        faults.append(f"{len(extra)} first member(s) are not those whom the lottery drew")
    if absent := drawn - first:
        faults.append(f"{len(absent)} person(s) drawn have no seat; enter them, with `refus` if so")
    if again := later & drawn:
        faults.append(f"{len(again)} replacement(s) had been drawn already")
    _refuse(faults, f"{where}, {panel.members}")


def attendance_of(
    panel: PanelFile,
    table: pd.DataFrame,
    seats: Sequence[Seat],
    volunteers: set[str],
    where: str,
) -> Mapping[str, frozenset[str]]:
    """Read who was present at each session.

    Raises
    ------
    DataError
        A session that is not declared, a person present twice, never invited, never drawn, or not
        in office on that day.
    """
    where = f"{where}, {panel.attendance}"
    _columns(table, _PRESENCE_COLUMNS, where)
    declared = [s.id for s in panel.sessions]
    odd = sorted(set(table["seance"].fillna("").astype(str)) - set(declared))
    if odd:
        raise DataError(
            f"{where}: session(s) {', '.join(odd)} are not declared in panel.yaml; there are: "
            f"{', '.join(declared)}."
        )
    twice = int(table.duplicated().sum())
    if twice:
        raise DataError(f"{where}: {twice} row(s) stand twice. A presence is noted once.")
    there: dict[str, frozenset[str]] = {}
    faults = []
    by_number = {s.number: s for s in seats}
    for session in panel.sessions:
        numbers = frozenset(table.loc[table["seance"] == session.id, "numero"].astype(str))
        unknown = numbers - volunteers
        undrawn = numbers & volunteers - set(by_number)
        away = [n for n in numbers & set(by_number) if not by_number[n].held_on(session.date)]
        if unknown:
            faults.append(f"session '{session.id}': {len(unknown)} present who were never invited")
        if undrawn:
            faults.append(
                f"session '{session.id}': {len(undrawn)} present who volunteered and were never "
                "drawn"
            )
        if away:
            faults.append(
                f"session '{session.id}': {len(away)} present who were not in office on "
                f"{session.date}"
            )
        if not numbers:
            faults.append(f"session '{session.id}': nobody is noted as present")
        there[session.id] = numbers
    _refuse(faults, where)
    return there


def recommendation_rows(
    panel: PanelFile, there: Mapping[str, frozenset[str]], where: str
) -> list[Row]:
    """Return each recommendation with its vote, in the declared order.

    Raises
    ------
    DataError
        More votes than people present at the session.
    """
    rows, faults = [], []
    for found in panel.recommendations:
        present = len(there[found.session])
        if found.votes > present:
            faults.append(
                f"recommendation '{found.id}': {found.votes} votes at session "
                f"'{found.session}', where {present} people were present"
            )
        if sum(d.people or 0 for d in found.dissent) > present:
            faults.append(
                f"recommendation '{found.id}': its dissent counts more people than the "
                f"{present} present"
            )
        rows.append(
            {
                "id": found.id, "session": found.session, "present": present,
                "in_favour": found.in_favour, "against": found.against,
                "abstained": found.abstained, "not_voting": present - found.votes,
                "adopted": "yes" if panel.adopted(found) else "no",
            }
        )  # fmt: skip
    _refuse(faults, f"{where}, panel.yaml and {panel.attendance}")
    return rows


def step_rows(
    panel: PanelFile,
    volunteers: int,
    seats: Sequence[Seat],
    there: Mapping[str, frozenset[str]],
    answered: Mapping[str, set[str]],
) -> list[Row]:
    """Return the way from invitation to the last session: step, session, people."""
    declined = sum(s.end == s.start for s in seats)
    rows: list[tuple[str, str, int]] = []
    if panel.invitation is not None:
        rows.append(("invited", "", panel.invitation.sent))
    rows += [("volunteered", "", volunteers), ("drawn", "", panel.draw.size),
             ("declined", "", declined)]  # fmt: skip
    for session in panel.sessions:
        rows.append(("in_office", session.id, sum(s.held_on(session.date) for s in seats)))
        rows.append(("present", session.id, len(there[session.id])))
    every = frozenset.intersection(*there.values())
    rows.append(("present_always", "", len(every)))
    rows += [("answered", wave, len(people)) for wave, people in answered.items()]
    both = set.intersection(*answered.values())
    rows.append(("answered_both", "", len(both)))
    return [{"step": step, "session": session, "people": n} for step, session, n in rows]


def mandate_rows(panel: PanelFile, seats: Sequence[Seat]) -> list[Row]:
    """Return the life of a standing panel: who is in office, left and was replaced, by moment."""
    start = min(s.start for s in seats)
    moments = [("start", start), *((s.id, s.date) for s in panel.sessions)]
    ended = _ended(panel.mandate, seats)
    if ended is not None:
        moments += [("end", ended - dt.timedelta(days=1)), ("renewed", ended)]
    rows = []
    for name, day in sorted(moments, key=lambda m: m[1]):
        in_office = sum(s.held_on(day) for s in seats)
        left = [s for s in seats if s.end is not None and s.end <= day]
        early = [s for s in left if panel.mandate is None or s.reason != panel.mandate.ended]
        rows.append(
            {
                "moment": name, "date": day.isoformat(), "in_office": in_office,
                "left_early": len(early),
                "replaced": sum(bool(s.replaces) and s.start <= day for s in seats),
                "vacant": panel.draw.size - in_office,
            }
        )  # fmt: skip
    return rows


def _ended(mandate: Mandate | None, seats: Sequence[Seat]) -> dt.date | None:
    if mandate is None:
        return None
    return max((s.end for s in seats if s.end and s.reason == mandate.ended), default=None)


def departures(panel: PanelFile, seats: Sequence[Seat]) -> dict[str, int]:
    """Count members who left early, by reason, in the declared order."""
    reasons = panel.mandate.reasons if panel.mandate else {}
    return {
        reason: sum(s.reason == reason and s.end is not None for s in seats) for reason in reasons
    }


def check_answers(seats: Sequence[Seat], numbers: set[str], where: str) -> None:
    """Refuse answers of people who never held a seat.

    Raises
    ------
    DataError
        With their number.
    """
    strangers = numbers - {s.number for s in seats}
    if strangers:
        raise DataError(
            f"{where}: {len(strangers)} row(s) are of people who never held a seat. The answers of "
            "a panel are its members'."
        )


def _columns(table: pd.DataFrame, wanted: Sequence[str], where: str) -> None:
    lacking = [c for c in wanted if c not in table.columns]
    if lacking:
        raise DataError(
            f"{where}: the column(s) {', '.join(lacking)} are missing. Wanted: {', '.join(wanted)}."
        )


def _day(text: Any, where: str, at: int) -> dt.date | None:
    if not text:
        return None
    try:
        return dt.date.fromisoformat(str(text))
    except ValueError:
        raise DataError(f"{where}, line {at}: a date is written YYYY-MM-DD.") from None


def _missing(where: str, at: int) -> dt.date:
    raise DataError(f"{where}, line {at}: `entree`, the first day in office, is missing.")


def _renewed(text: str, where: str, at: int) -> bool:
    if text not in _RENEWED:
        raise DataError(f"{where}, line {at}: `renouvele` is oui, non or empty.")
    return _RENEWED[text]


def _refuse(faults: Sequence[str], where: str) -> None:
    if faults:
        listed = "\n".join(f"  {fault}" for fault in faults)
        raise DataError(f"{where}: {len(faults)} fault(s).\n{listed}\nCorrect the records.")
