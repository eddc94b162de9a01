"""A citizens' panel's own records: seats, presences and votes, checked against each other.

Messages give counts and names of sessions, never a member's number. Everything returned is a count.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from padai.errors import DataError, Said
from padai.participation.stages.seats import Row, Seat, check_columns, refuse
from padai.survey.panels import PanelFile, Session

if TYPE_CHECKING:
    import pandas as pd

_PRESENCE_COLUMNS = ("numero", "seance")


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
    check_columns(table, _PRESENCE_COLUMNS, where)
    declared = [s.id for s in panel.sessions]
    odd = sorted(set(table["seance"].fillna("").astype(str)) - set(declared))
    if odd:
        raise DataError(
            Said(
                "dialogue-session-s-are-not-declared-in-panel-yaml",
                count=len(odd),
                odd=", ".join(odd),
                declared=", ".join(declared),
            ),
            where=where,
        )
    twice = int(table.duplicated().sum())
    if twice:
        raise DataError(
            Said("dialogue-row-s-stand-twice-a-presence-is-noted", twice=twice),
            where=where,
        )
    there = {
        s.id: frozenset(table.loc[table["seance"] == s.id, "numero"].astype(str))
        for s in panel.sessions
    }
    by_number = {s.number: s for s in seats}
    refuse(
        [
            fault
            for session in panel.sessions
            for fault in _present(session, there[session.id], by_number, volunteers)
        ],
        where,
    )
    return there


def _present(
    session: Session, numbers: frozenset[str], seats: Mapping[str, Seat], volunteers: set[str]
) -> Iterator[Said]:
    """Find people who cannot have been at a session; and a session without anybody."""
    unknown = numbers - volunteers
    undrawn = numbers & volunteers - set(seats)
    away = [n for n in numbers & set(seats) if not seats[n].held_on(session.date)]
    for count, why in (
        (len(unknown), Said("dialogue-present-never-invited", count=len(unknown))),
        (len(undrawn), Said("dialogue-present-never-drawn", count=len(undrawn))),
        (
            len(away),
            Said("dialogue-present-not-in-office", count=len(away), date=session.date),
        ),
    ):
        if count:
            yield Said("dialogue-session", session_id=session.id, count_people=count, why=why)
    if not numbers:
        yield Said("dialogue-session-nobody-is-noted-as-present", session_id=session.id)


def recommendation_rows(
    panel: PanelFile, there: Mapping[str, frozenset[str]], where: str
) -> list[Row]:
    """Return each recommendation with its vote, in the declared order.

    Raises
    ------
    DataError
        More votes than people present at the session.
    """
    rows: list[Row] = []
    faults: list[Said] = []
    for recommendation in panel.recommendations:
        present = len(there[recommendation.session])
        if recommendation.votes > present:
            faults.append(
                Said(
                    "dialogue-recommendation-votes-at-session-where",
                    found_id=recommendation.id,
                    votes=recommendation.votes,
                    session=recommendation.session,
                    present=present,
                )
            )
        if sum(d.people or 0 for d in recommendation.dissent) > present:
            faults.append(
                Said(
                    "dialogue-recommendation-its-dissent-counts-more",
                    found_id=recommendation.id,
                    present=present,
                )
            )
        rows.append(
            {
                "id": recommendation.id,
                "session": recommendation.session,
                "present": present,
                "in_favour": recommendation.in_favour,
                "against": recommendation.against,
                "abstained": recommendation.abstained,
                "not_voting": present - recommendation.votes,
                "adopted": "yes" if panel.adopted(recommendation) else "no",
            }
        )
    refuse(faults, f"{where}, panel.yaml, {panel.attendance}")
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
    rows += [
        ("volunteered", "", volunteers),
        ("drawn", "", panel.draw.size),
        ("declined", "", declined),
    ]
    for session in panel.sessions:
        rows.append(("in_office", session.id, sum(s.held_on(session.date) for s in seats)))
        rows.append(("present", session.id, len(there[session.id])))
    every = frozenset.intersection(*there.values())
    rows.append(("present_always", "", len(every)))
    rows += [("answered", wave, len(people)) for wave, people in answered.items()]
    both = set.intersection(*answered.values())
    rows.append(("answered_both", "", len(both)))
    return [{"step": step, "session": session, "people": n} for step, session, n in rows]


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
            Said("dialogue-row-s-are-of-people-who-never-held-a", count_strangers=len(strangers)),
            where=where,
        )
