"""Who held a seat of a panel, from when to when, and who replaced whom.

Messages give counts, never a member's number. Everything else returned is a count.
"""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from padai.errors import DataError, Said
from padai.lottery.draw import PANEL
from padai.numerics.small_cells import merge_small
from padai.survey.faults import listed
from padai.survey.panels import Mandate, PanelFile

if TYPE_CHECKING:
    import pandas as pd

_SEAT_COLUMNS = ("numero", "entree", "sortie", "motif", "remplace", "renouvele")
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
    check_columns(table, _SEAT_COLUMNS, where)
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
    faults: list[Said] = []
    if "" in numbers or len(set(numbers)) != len(numbers):
        twice = len(numbers) - len({n for n in numbers if n})
        faults.append(Said("dialogue-member-s-stand-twice-or-have-no-number", twice=twice))
    mandate = panel.mandate
    reasons = {mandate.ended, *mandate.reasons} if mandate else set()
    odd = [s for s in seats if mandate and s.end is not None and s.reason not in reasons]
    if odd:
        known = ", ".join(sorted(reasons))
        faults.append(
            Said(
                "dialogue-member-s-left-for-a-reason-that-mandate", count_odd=len(odd), known=known
            )
        )
    if before := [s for s in seats if s.end is not None and s.end < s.start]:
        faults.append(Said("dialogue-member-s-left-before-they-came", count_before=len(before)))
    if kept := [s for s in seats if s.renewed and s.end is not None]:
        faults.append(Said("dialogue-member-s-were-renewed-and-yet-have-a", count_kept=len(kept)))
    if mandate is not None and not mandate.renewable and any(s.renewed for s in seats):
        faults.append(Said("dialogue-mandates-were-renewed-and-mandate-says"))
    if mandate is not None and (long := [s for s in seats if _overlong(s, mandate, panel, seats)]):
        faults.append(
            Said(
                "dialogue-member-s-are-in-office-for-longer-than",
                count_long=len(long),
                months=mandate.months,
                renewable=mandate.renewable,
            )
        )
    refuse([*faults, *_succession(seats, panel.draw.size)], where)


def _succession(seats: Sequence[Seat], size: int) -> Iterator[Said]:
    """Find who replaces somebody still in office, and days with more in office than seats."""
    by_number = {s.number: s for s in seats}
    for seat in seats:
        gone = by_number.get(seat.replaces)
        if seat.replaces and (gone is None or gone.end is None or gone.end > seat.start):
            yield Said("dialogue-the-person-who-came-on-replaces-somebody", start=seat.start)
    for day in sorted({s.start for s in seats}):
        n = sum(s.held_on(day) for s in seats)
        if n > size:
            yield Said("dialogue-on-people-are-in-office-for-seats", day=day, n=n, size=size)


def _overlong(seat: Seat, mandate: Mandate, panel: PanelFile, seats: Sequence[Seat]) -> bool:
    """Whether a seat was held past its term, as far as the records go."""
    known = max([panel.sessions[-1].date, *(s.end for s in seats if s.end is not None)])
    terms = 1 + (mandate.renewable if seat.renewed else 0)
    return (seat.end or known) > _months_after(seat.start, mandate.months * terms)


def _months_after(day: dt.date, months: int) -> dt.date:
    year, month = divmod(day.month - 1 + months, 12)
    last = monthrange(day.year + year, month + 1)[1]
    return dt.date(day.year + year, month + 1, min(day.day, last))


def check_drawn(panel: PanelFile, people: pd.DataFrame, seats: Sequence[Seat], where: str) -> None:
    """Refuse members who are not those whom the published lottery drew.

    Parameters
    ----------
    people
        Of :class:`padai.lottery.draw.Drawn`: number, status.

    Raises
    ------
    DataError
        A member who was never invited, a first member who was not drawn, somebody drawn who has
        no seat, a replacement who had been drawn already.
    """
    status = dict(zip(people["number"], people["status"], strict=True))
    drawn = {n for n, s in status.items() if s == PANEL}
    first = {s.number for s in seats if not s.replaces}
    later = {s.number for s in seats if s.replaces}
    faults: list[Said] = []
    if stranger := (first | later) - set(status):
        faults.append(
            Said(
                "dialogue-member-s-are-not-among-the-volunteers-of",
                count_stranger=len(stranger),
                pool=panel.draw.pool,
            )
        )
    if extra := (first & set(status)) - drawn:
        faults.append(
            Said("dialogue-first-member-s-are-not-those-whom-the", count_extra=len(extra))
        )
    if absent := drawn - first:
        faults.append(
            Said("dialogue-person-s-drawn-have-no-seat-enter-them", count_absent=len(absent))
        )
    if again := later & drawn:
        faults.append(Said("dialogue-replacement-s-had-been-drawn-already", count_again=len(again)))
    refuse(faults, f"{where}, {panel.members}")


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
                "moment": name,
                "date": day.isoformat(),
                "in_office": in_office,
                "left_early": len(early),
                "replaced": sum(bool(s.replaces) and s.start <= day for s in seats),
                "vacant": panel.draw.size - in_office,
            }
        )
    return rows


def _ended(mandate: Mandate | None, seats: Sequence[Seat]) -> dt.date | None:
    if mandate is None:
        return None
    return max((s.end for s in seats if s.end and s.reason == mandate.ended), default=None)


def replacements(people: pd.DataFrame, seats: Sequence[Seat]) -> dict[str, int]:
    """Count members who took a seat over, and how: from the same cell, next in its order.

    Parameters
    ----------
    people
        Of :class:`padai.lottery.draw.Drawn`: number, cell, rank.

    Returns
    -------
    dict
        all, same_cell (alike in every quota to the person replaced) and in_order (of these, the
        first of the cell, in the order of the seed, who had not been seated yet).
    """
    place = {
        n: (c, int(r))
        for n, c, r in zip(people["number"], people["cell"], people["rank"], strict=True)
    }
    seated = {s.number for s in seats if not s.replaces}
    came = sorted((s for s in seats if s.replaces), key=lambda s: (s.start, place[s.number][1]))
    same, in_order = 0, 0
    for seat in came:
        cell, rank = place[seat.number]
        if cell == place[seat.replaces][0]:
            same += 1
            left = [r for n, (c, r) in place.items() if c == cell and n not in seated]
            in_order += rank == min(left)
        seated.add(seat.number)
    return {"all": len(came), "same_cell": same, "in_order": in_order}


def departures(panel: PanelFile, seats: Sequence[Seat], least: int) -> dict[str, int]:
    """Count members who left early, by reason, in the declared order; small reasons are merged.

    Who never began is told apart, by the steps: counted here too, that reason would be taken off
    what it was merged with. Nothing is told of fewer than `least` people.
    """
    left = [s for s in seats if s.end is not None and s.end > s.start]
    reasons = panel.mandate.reasons if panel.mandate else {}
    counts = {reason: sum(s.reason == reason for s in left) for reason in reasons}
    return merge_small(counts, least) if sum(counts.values()) >= least else {}


def check_columns(table: pd.DataFrame, wanted: Sequence[str], where: str) -> None:
    """Refuse a table that lacks a column."""
    lacking = [c for c in wanted if c not in table.columns]
    if lacking:
        raise DataError(
            Said(
                "dialogue-the-column-s-are-missing-wanted",
                count=len(lacking),
                lacking=", ".join(lacking),
                wanted=", ".join(wanted),
            ),
            where=where,
        )


def _day(text: Any, where: str, at: int) -> dt.date | None:
    if not text:
        return None
    try:
        return dt.date.fromisoformat(str(text))
    except ValueError:
        raise DataError(
            Said("dialogue-line-a-date-is-written-yyyy-mm-dd", at=at),
            where=where,
        ) from None


def _missing(where: str, at: int) -> dt.date:
    raise DataError(
        Said("dialogue-line-entree-the-first-day-in-office-is", at=at),
        where=where,
    )


def _renewed(text: str, where: str, at: int) -> bool:
    if text not in _RENEWED:
        raise DataError(
            Said("dialogue-line-renouvele-is-oui-non-or-empty", at=at),
            where=where,
        )
    return _RENEWED[text]


def refuse(faults: Sequence[Said], where: str) -> None:
    """Refuse records with the list of their faults, if there are any."""
    if faults:
        message = listed(faults, Said("dialogue-correct-the-records"))
        raise DataError(message, where=where)
