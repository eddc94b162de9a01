"""A figure that one survey withholds must not stand in another one of the same people."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from padai.disclosure import QuestionAnswers
from padai.errors import PadaiError
from padai.pipeline.parts.records import records_of
from padai.pipeline.versions.side_by_side import ShownWave

Mask = NDArray[np.bool_]
KEYS = ["question", "response", "breakdown", "group"]


@dataclass(frozen=True)
class GivenAway:
    """A table that one survey withholds in part and that another shows; never which cell."""

    question: str
    other_question: str
    breakdown: str
    other_breakdown: str


@dataclass
class SideFigures:
    """The figures of a side: columns question, response, breakdown and group each.

    Attributes
    ----------
    shown, hidden
        Those that have a number, and those that are confidential.
    """

    side: ShownWave
    shown: pd.DataFrame
    hidden: pd.DataFrame
    _asked: dict[str, QuestionAnswers | None] = field(default_factory=dict)

    def besides(self, *others: pd.DataFrame) -> SideFigures:
        """Return the figures without those that are withheld and stand in others, key by key."""
        known = {key for rows in others for key in rows.itertuples(index=False, name=None)}
        kept = [key not in known for key in self.hidden.itertuples(index=False, name=None)]
        return replace(self, hidden=self.hidden[np.array(kept, dtype=bool)])

    def people(self, rows: pd.DataFrame, *, others: bool) -> Iterator[tuple[bytes, str, str]]:
        """Yield what tells the people of each figure, with its question and breakdown.

        Parameters
        ----------
        others
            Whether those of the base who did not give the answer are told of too: a share of one
            answer is one of the rest.
        """
        for question, response, breakdown, group in rows.itertuples(index=False, name=None):
            masks = self._masks(question, response, breakdown, group)
            if masks is None:
                continue
            base, cell = masks
            yield _digest(base, cell), question, breakdown
            if others:
                yield _digest(base, base & ~cell), question, breakdown

    def _masks(
        self, question: str, response: str, breakdown: str, group: str
    ) -> tuple[Mask, Mask] | None:
        asked = self._of(question)
        made = asked.responses.get(response) if asked is not None else None
        if asked is None or made is None or response == "mean" or (made.scores < 0).any():
            return None
        codes = self.side.over(asked.fields[:, made.place])
        held = np.maximum(codes, 0)
        members, names = self.side.members(breakdown)
        inside = members == (names.index(group) if group in names else -3)
        base = inside & (codes >= 0) & made.base[held]
        return (base, base & (made.scores[held] > 0)) if base.any() else None

    def _of(self, question: str) -> QuestionAnswers | None:
        if question not in self._asked:
            self._asked[question] = None
            with suppress(PadaiError):
                records = records_of(self.side.wave, [question], [])
                self._asked[question] = records.questions[question]
        return self._asked[question]


def given_away(one: SideFigures, other: SideFigures) -> GivenAway | None:
    """Return a table of which one side withholds what the other shows; None where there is none."""
    for hiding, showing, turned in ((one, other, False), (other, one, True)):
        if hiding.hidden.empty:
            continue
        secret = {key: of for key, *of in hiding.people(hiding.hidden, others=False)}
        for key, question, breakdown in showing.people(showing.shown, others=True):
            if key in secret:
                mine, theirs = secret[key], [question, breakdown]
                first, second = (theirs, mine) if turned else (mine, theirs)
                return GivenAway(first[0], second[0], first[1], second[1])
    return None


def cells_of(side: ShownWave, tables: Sequence[pd.DataFrame]) -> SideFigures:
    """Return the figures of a side from the tables of its survey, of its wave and part alone."""
    shown, hidden = [], []
    for frame in tables:
        mine = frame["part"].astype(str).eq(side.wave.part) & frame["wave"].astype(str).eq(
            side.wave.id
        )
        known, dark = frame["estimate"].notna(), frame["flag"].astype(str).eq("x")
        shown.append(frame.loc[mine & known, KEYS].astype(str))
        hidden.append(frame.loc[mine & dark, KEYS].astype(str))
    both = (pd.concat(each).drop_duplicates(ignore_index=True) for each in (shown, hidden))
    plain, secret = both
    return SideFigures(side, plain, secret)


def _digest(base: Mask, cell: Mask) -> bytes:
    made = hashlib.blake2b(np.packbits(base).tobytes(), digest_size=16)
    made.update(np.packbits(cell).tobytes())
    return made.digest()
