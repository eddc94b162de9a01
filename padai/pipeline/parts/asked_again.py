"""The changes of a panel of which the error tells what few people answered both times."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from padai.disclosure import Place, Records, Twice, told_by_errors
from padai.disclosure.groups import TOTAL, sensitive_tables
from padai.pipeline.parts.records import records_of
from padai.survey import Survey
from padai.trends.pairs import keys_of
from padai.waves import Wave


class AskedAgain:
    """What may be told of changes where the same people answer in several waves.

    Parameters
    ----------
    survey
        The definition. Where it does not say that respondents return, nothing is withheld.
    waves
        The waves of one part.
    """

    def __init__(self, survey: Survey, waves: Sequence[Wave]) -> None:
        self.survey = survey
        back = survey.overlap == "respondent" and len(waves) > 1
        self.waves = {wave.id: wave for wave in waves} if back else {}

    def changes(self, frame: pd.DataFrame) -> NDArray[np.bool_]:
        """Return which differences between waves may not be told, shape (rows,)."""
        hidden = np.zeros(len(frame), dtype=bool)
        if not self.waves:
            return hidden
        pairs = frame[["wave", "reference"]].astype(str)
        for later, earlier in dict.fromkeys(pairs.itertuples(index=False, name=None)):
            if earlier in self.waves and later in self.waves:
                mine = (pairs["wave"] == later) & (pairs["reference"] == earlier)
                open_places = self._told(earlier, later, keys_of(frame[mine]))
                hidden[mine] = [place in open_places for place in keys_of(frame[mine])]
        return hidden

    def series(self, frame: pd.DataFrame) -> NDArray[np.bool_]:
        """Return which series may not be summed up over all waves, shape (rows,)."""
        places = keys_of(frame)
        open_places: set[Place] = set()
        for earlier, later in combinations(self.waves, 2):
            open_places |= self._told(earlier, later, [p for p in places if p not in open_places])
        return np.array([place in open_places for place in places], dtype=bool)

    def _told(self, earlier: str, later: str, places: Iterable[Place]) -> set[Place]:
        every = list(dict.fromkeys(places))
        private = sensitive_tables([p[0] for p in every], [p[2] for p in every], self.survey)
        mine = [place for place, own in zip(every, private, strict=True) if own]
        if not mine:
            return set()
        before, after = self.waves[earlier], self.waves[later]
        ids = [_ids(wave) for wave in (before, after)]
        shared = [name for name in ids[0] if name in ids[1]]
        rows = [np.array([of[name] for name in shared], dtype=np.intp) for of in ids]
        twice = Twice(_records(before, mine), _records(after, mine), *rows)
        return told_by_errors(twice, mine, self.survey)


def _ids(wave: Wave) -> dict[str, int]:
    assert wave.design.id is not None  # waves that share respondents were stacked by it
    return {name: row for row, name in enumerate(wave.column(wave.design.id).astype(str))}


def _records(wave: Wave, places: Sequence[Place]) -> Records:
    assert wave.survey is not None
    asked = {place[0] for place in places}
    own = [q for q in sorted(asked) if wave.survey.question(q).asked_in(wave.id, wave.part)]
    names = {name for place in places for name in place[2].split("*")} - {TOTAL}
    return records_of(wave, own, sorted(names))
