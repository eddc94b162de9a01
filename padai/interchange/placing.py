"""Where a wave stands among those of a survey: by its fieldwork, after the last or before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from padai.errors import DefinitionError, Said
from padai.interchange.when import Dated
from padai.survey import Survey, WaveDef
from padai.words import Joined


@dataclass(frozen=True)
class Place:
    """Where a new wave goes: how many waves come before it, and those on its two sides.

    Attributes
    ----------
    at
        How many waves come before.
    near
        The waves that it is compared with: the one before it, then the one after it.
    """

    at: int
    near: tuple[str, ...]

    def listed(self, survey: Survey, wave_id: str, among: Iterable[str] | None = None) -> list[str]:
        """Return waves with the new one among them, in the order of the survey."""
        order = [*survey.waves[: self.at], wave_id, *survey.waves[self.at :]]
        kept = set(survey.waves if among is None else among) | {wave_id}
        return [w for w in order if w in kept]

    def is_before(self, survey: Survey, wave_id: str) -> bool:
        """Whether the new wave comes before one of the survey's."""
        return self.at <= survey.waves.index(wave_id)


def at_the_end(survey: Survey) -> Place:
    """Return the place after the last wave."""
    return Place(len(survey.waves), survey.waves[-1:])


def place_of(survey: Survey, name: str, when: Dated) -> Place:
    """Find the place of a wave by its fieldwork; the last one where nothing tells it.

    Parameters
    ----------
    name
        The name of its file, for what is told.
    when
        Its fieldwork, as the file tells it.

    Raises
    ------
    DefinitionError
        It is dated like a wave that is there, or stands beside one without dates.
    """
    middle = when.middle
    waves = [survey.wave_defs[w] for w in survey.waves]
    known = [w for w in waves if w.fieldwork.known]
    if middle is None or not known:
        return at_the_end(survey)
    later = [w for w in known if w.date >= middle]
    for wave in known:
        if wave.date == middle or (later and _overlaps(wave, when)):
            raise _like(name, when, middle, wave)
    if not later:
        return at_the_end(survey)
    high = survey.waves.index(later[0].id)
    low = max((survey.waves.index(w.id) + 1 for w in known if w.date < middle), default=0)
    if low < high:
        undated = Joined(survey.waves[low:high])
        raise DefinitionError(
            Said(
                "interchange-place-among-waves-without-dates",
                path_name=name,
                middle=middle,
                told=when.told,
                waves=undated,
            )
        )
    return Place(high, survey.waves[max(high - 1, 0) : high + 1])


def _overlaps(wave: WaveDef, when: Dated) -> bool:
    """Whether two fieldworks may be one: they share days, and either is a month or a year."""
    assert when.start is not None
    assert when.end is not None
    own = wave.fieldwork
    if own.precision == "day" and when.precision == "day":
        return False
    return own.start <= when.end and when.start <= own.end


def _like(name: str, when: Dated, middle: dt.date, wave: WaveDef) -> DefinitionError:
    return DefinitionError(
        Said(
            "interchange-is-dated-like-wave-name-it",
            path_name=name,
            middle=middle,
            told=when.told,
            wave_id=wave.id,
            date=wave.date,
            later=f"{wave.date + dt.timedelta(days=31):%Y-%m}",
        ),
    )


def placed(survey: Survey, place: Place, wave_id: str, when: Dated) -> Iterable[Said]:
    """Say which place a wave takes, where it is not the last one."""
    if place.at == len(survey.waves):
        return
    message = "interchange-takes-its-place-between" if place.at else "interchange-comes-first"
    near = {"before": place.near[0], "after": place.near[-1]}
    yield Said(message, wave_id=wave_id, middle=when.middle, **near)


def beside_breaks(
    survey: Survey, place: Place, wave_id: str, when: Dated, alike: tuple[set[str], set[str]]
) -> Iterable[Said]:
    """Say which breaks put the wave on one side, while its questions are as on the other.

    Parameters
    ----------
    alike
        The questions that are as in the wave before, and those that are as in the wave after.
    """
    middle, start = when.middle, when.start
    if len(place.near) < 2 or middle is None:
        return
    (before, after), waves = place.near, survey.wave_defs
    for brk in survey.breaks:
        if not waves[before].date < brk.date <= waves[after].date:
            continue
        mine, other = alike if middle < brk.date else alike[::-1]
        scope = brk.scope.questions
        odd = sorted(q for q in other - mine if scope is None or q in scope)
        if odd:
            late = middle < brk.date
            yield Said(
                "interchange-break-on-the-other-side",
                id=brk.id,
                date=brk.date,
                wave_id=wave_id,
                side=before if late else after,
                other=after if late else before,
                questions=Joined(odd[:6]),
                line=f"date: {start if late else waves[after].fieldwork.start}",
            )
