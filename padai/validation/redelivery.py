"""Rows of an earlier wave delivered again under new identifiers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from weakref import WeakKeyDictionary

from padai.validation.context import CheckContext, View, columns_of
from padai.validation.registry import Fact, Hit, check, hits
from padai.waves.same_rows import LEAST_ANSWERS, Hashed, alike, row_keys
from padai.waves.wave import Wave
from padai.words import Said


@dataclass(frozen=True)
class _Kept:
    """What was hashed of a file: its columns, and its rows by some of them."""

    columns: dict[str, Hashed] = field(default_factory=dict)
    rows: dict[tuple[str, ...], Hashed] = field(default_factory=dict)


_KEPT: WeakKeyDictionary[Wave, _Kept] = WeakKeyDictionary()


@check(
    "redelivered_rows",
    "error",
    title=Said("validation-an-earlier-wave-delivered-again"),
    sentence="validation-questionnaire-s-are-identical-in-every",
    needs=("earlier", "independent"),
)
def redelivered_rows(context: CheckContext) -> Iterator[Hit]:
    """Ten people or more answered everything as somebody of an earlier wave did.

    How often two people of one wave agree on everything tells how often chance makes two waves
    agree; three times that, and ten, are needed. Where the questions are so few that chance alone
    reaches this, nothing can be known.
    """
    view = context.view
    day = context.role("interview_date")
    mine = _kept(view)
    for before in reversed(context.earlier):
        shared = _shared(view, before, {day.id} if day is not None else set())
        if len(shared) < LEAST_ANSWERS:
            continue
        now, full = _keys(view, shared, mine)
        then, known = _keys(before, shared, _kept(before))
        if not full.any() or not known.any():
            continue
        rows, chance = alike((now, full), (then, known))
        if rows.sum() >= chance:
            facts: dict[str, Fact] = {
                "wave": before.wave.id,
                "columns": len(shared),
                "chance": chance,
            }
            yield from hits("", "identical", rows, facts)
            return


def _shared(view: View, before: View, left_out: set[str]) -> list[str]:
    """Return the columns of the questions that both waves asked."""
    asked = {q.id for q in before.questions} - left_out
    return [
        column
        for question in view.questions
        if question.id in asked
        for column in columns_of(question)
        if column in before.frame.columns
    ]


def _kept(view: View) -> _Kept:
    """Return what is kept of a wave, which never changes; nothing yet of a delivery."""
    return _KEPT.setdefault(view.wave, _Kept()) if isinstance(view.wave, Wave) else _Kept()


def _keys(view: View, columns: Sequence[str], kept: _Kept) -> Hashed:
    # a file is set against several waves, mostly by the same columns
    if (wanted := tuple(columns)) not in kept.rows:
        kept.rows[wanted] = row_keys(view.frame, columns, kept.columns)
    return kept.rows[wanted]
