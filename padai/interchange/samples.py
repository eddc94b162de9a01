"""What the rows of files tell of the sample: design columns, dates, routing, people who return."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from padai.interchange.draft import ONE_WAVE, DraftDesign, DraftQuestion, DraftWave
from padai.interchange.earlier_numbers import earlier_numbers
from padai.interchange.roles import tells_country
from padai.interchange.same_people import agreement, numbered_anew
from padai.words import Said

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

FEWEST_NOT_ASKED = 20
MOST_ROUTES = 8
SAME_PEOPLE = 0.9


def lonely_strata(frame: pd.DataFrame, stratum: str | None, psu: str | None) -> int:
    """Count the strata that have a single psu (or a single respondent, where there is no psu)."""
    if stratum is None:
        return 0
    if psu is None:
        return int((frame[stratum].value_counts() == 1).sum())
    units = frame[[stratum, psu]].drop_duplicates()
    return int((units[stratum].value_counts() == 1).sum())


def year_of(text: str) -> int | None:
    """Return the last year from 1990 to 2099 that stands in a text."""
    years = re.findall(r"(?<![0-9])(199[0-9]|20[0-9]{2})(?![0-9])", text)
    return int(years[-1]) if years else None


class Routes:
    """Finds which earlier question parts those asked from those not asked, without exception."""

    def __init__(
        self, questions: Sequence[DraftQuestion], frames: Mapping[str, pd.DataFrame]
    ) -> None:
        self.questions = questions
        self.frames = frames
        self._answers: dict[tuple[str, str], tuple[NDArray[np.intp], list[Any]]] = {}
        self._bases: dict[tuple[bytes, ...], list[tuple[int, dict[str, Any]]]] = {}

    def base(self, place: int) -> dict[str, Any] | None:
        """Return the condition under which a question was asked; None where none is found.

        Nothing is found unless at least 20 rows were not asked and the rule has no exception in
        any wave. The country is no rule: the next wave has other countries.
        """
        question = self.questions[place]
        if question.type in ("multiple", "open"):
            return None
        asked = {w: _asked(question, self.frames[w][c]) for w, c in question.columns.items()}
        if sum(int((~rows).sum()) for rows in asked.values()) < FEWEST_NOT_ASKED:
            return None
        key = tuple(w.encode() + rows.tobytes() for w, rows in asked.items())
        for earlier, base in self._bases.get(key, []):
            if earlier < place:
                return base
        condition = next(self._found(asked, place), None)
        if condition is None:
            return None
        self._bases.setdefault(key, []).append(condition)
        return condition[1]

    def unasked(self, question: DraftQuestion) -> bool:
        """Whether codes say that some, 20 rows at least, were not asked."""
        gone = [m.value for m in question.missing if m.kind == "not_asked"]
        return (
            question.type not in ("multiple", "open")
            and sum(
                int(self.frames[w][c].isin(gone).sum()) for w, c in question.columns.items() if gone
            )
            >= FEWEST_NOT_ASKED
        )

    def _found(
        self, asked: Mapping[str, NDArray[np.bool_]], place: int
    ) -> Iterator[tuple[int, dict[str, Any]]]:
        for earlier, router in enumerate(self.questions[:place]):
            known = router.type == "single" and len(router.codes) <= MOST_ROUTES
            if not known or tells_country(router) or not set(asked) <= set(router.columns):
                continue
            inside: set[Any] = set()
            outside: set[Any] = set()
            for wave_id, rows in asked.items():
                codes, values = self._coded(wave_id, router.columns[wave_id])
                seen = np.bincount(codes[rows], minlength=len(values))
                left = np.bincount(codes[~rows], minlength=len(values))
                if ((seen > 0) & (left > 0)).any():
                    break
                inside |= {v for v, n in zip(values, seen, strict=True) if n}
                outside |= {v for v, n in zip(values, left, strict=True) if n}
            else:
                passing = [c.code for c in router.codes if c.value in inside]
                if not inside & outside and len(passing) == len(inside):
                    yield earlier, {"question": router.id, "codes": passing}

    def _coded(self, wave_id: str, column: str) -> tuple[NDArray[np.intp], list[Any]]:
        """Return the position of each answer among those seen, blanks last, and what they are."""
        import pandas as pd

        key = (wave_id, column)
        if key not in self._answers:
            codes, values = pd.factorize(self.frames[wave_id][column])
            codes = np.where(codes < 0, len(values), codes)
            self._answers[key] = (codes, [*values, None])
        return self._answers[key]


def _asked(question: DraftQuestion, column: pd.Series[Any]) -> NDArray[np.bool_]:
    unasked = [m.value for m in question.missing if m.kind == "not_asked"]
    return (column.notna() & ~column.isin(unasked)).to_numpy()


@dataclass(frozen=True)
class SampleOverlap:
    """What the samples of waves share, on what that rests, and whether numbers start anew.

    `overlap` is None where nothing tells; `anew` says why equal ids are not the same people.
    """

    overlap: str | None
    told: Said
    anew: Said | None = None


def guess_overlap(
    frames: Mapping[str, pd.DataFrame],
    waves: Sequence[DraftWave],
    questions: Sequence[DraftQuestion],
) -> SampleOverlap:
    """Say what the samples share: people who return keep their ids, sex, and perhaps their psu.

    Ids that return while sex agrees no better than by chance number other people.
    """
    if len(waves) < 2:
        return SampleOverlap("none", ONE_WAVE)
    designs = {w.id: w.design for w in waves}
    if any(d.id is None for d in designs.values()):
        return SampleOverlap(None, Said("interchange-note-no-identifier"))
    keys = {w: frames[w][str(d.id)] for w, d in designs.items()}
    agree = agreement(frames, keys, questions)
    rows = all(_row_numbers(key) for key in keys.values())
    if rows and (agree is None or agree >= SAME_PEOPLE):  # a panel may be delivered so
        return SampleOverlap(None, Said("interchange-note-row-numbers"))
    back, moved = _back_and_moved(frames, keys, designs)
    if not back:
        return _under_new_numbers(frames, keys)
    returning = Said("interchange-note-returns", n=back)
    if agree is not None and agree < SAME_PEOPLE:
        anew = Said("interchange-note-other-people", told=returning, share=round(100 * agree))
        return SampleOverlap("none", anew, anew)
    numbered = all(key.dtype.kind in "iuf" or numbered_anew(key) for key in keys.values())
    if agree is None and numbered and back > min(map(len, keys.values())) // 2:
        return SampleOverlap(None, Said("interchange-note-same-people", told=returning))
    kept = moved == 0 and all(d.psu for d in designs.values())
    if kept:
        return SampleOverlap("psu", Said("interchange-note-same-psus", told=returning))
    return SampleOverlap("respondent", returning)


def _back_and_moved(
    frames: Mapping[str, pd.DataFrame],
    keys: Mapping[str, pd.Series[Any]],
    designs: Mapping[str, DraftDesign],
) -> tuple[int, int]:
    """Count the people who return, and those of them who return in another stratum or psu."""
    seen: dict[Any, Any] = {}
    back = moved = 0
    for w, design in designs.items():
        frame = frames[w]
        units = list(zip(*[frame[c] for c in (design.stratum, design.psu) if c], strict=True))
        for person, unit in zip(keys[w], units or [()] * len(frame), strict=True):
            if person in seen:
                back += 1
                moved += unit != seen[person]
            seen[person] = unit
    return back, moved


def _under_new_numbers(
    frames: Mapping[str, pd.DataFrame], keys: Mapping[str, pd.Series[Any]]
) -> SampleOverlap:
    """Say that nobody returns, unless a column holds the numbers that people had before."""
    before: dict[str, pd.Series[Any]] = {}
    for wave, key in keys.items():
        match = next(earlier_numbers(frames[wave], str(key.name), before), None)
        if match is not None:
            column, earlier, n = match
            facts = {"wave_id": wave, "column": column, "n": n, "before": earlier}
            return SampleOverlap(None, Said("interchange-note-new-numbers", **facts))
        before[wave] = key
    return SampleOverlap("none", Said("interchange-note-none-returns"))


def _row_numbers(key: pd.Series[Any]) -> bool:
    if key.dtype.kind not in "iuf":
        return False
    return bool(np.array_equal(np.sort(key.to_numpy()), np.arange(1, len(key) + 1)))
