"""Shares in plain words: "around 6 people in 10", with its uncertainty said and not computed."""

from __future__ import annotations

import math
from dataclasses import dataclass

from padai.publishing.basis.lookup import Cell
from padai.publishing.basis.naming import Naming
from padai.publishing.basis.readout import Readout
from padai.publishing.basis.speech import Speech
from padai.words import Said

WIDEST = 0.05
"""The half-width of an interval up to which one number of people in 10 may stand for it."""
NEAR = 0.03
"""How far from a share the one number may be that stands for it outside of its interval."""


@dataclass(frozen=True)
class TenPeople:
    """A share as people in 10: one number, or two between which it lies.

    Attributes
    ----------
    low, high
        Whole numbers of people, 0 to 10; equal where one number will do.
    hundred
        The share in hundredths, rounded to 5, for shares that 10 people would hide.
    """

    low: int
    high: int
    hundred: int

    @property
    def single(self) -> bool:
        """Whether one number stands for the share."""
        return self.low == self.high


def ten_people(estimate: float, low: float = math.nan, high: float = math.nan) -> TenPeople:
    """Return a share as people in 10.

    Parameters
    ----------
    estimate, low, high
        A share and the ends of its interval, 0 to 1; the ends may be absent.

    Examples
    --------
    >>> ten_people(0.58, 0.55, 0.61)
    TenPeople(low=6, high=6, hundred=60)
    >>> ten_people(0.58, 0.49, 0.67)
    TenPeople(low=4, high=7, hundred=60)
    >>> ten_people(0.65, 0.63, 0.67)
    TenPeople(low=6, high=7, hundred=65)
    """
    hundred = 5 * round(estimate * 20)
    if math.isfinite(low) and math.isfinite(high) and (high - low) / 2 > WIDEST:
        return TenPeople(math.floor(low * 10 + 1e-9), math.ceil(high * 10 - 1e-9), hundred)
    tenth = math.floor(estimate * 10 + 0.5)
    outside = tenth / 10 < low or tenth / 10 > high
    if outside and abs(estimate - tenth / 10) > NEAR + 1e-9 and 2 <= tenth <= 9:
        return TenPeople(math.floor(estimate * 10), math.ceil(estimate * 10), hundred)
    return TenPeople(tenth, tenth, hundred)


def people_of(naming: Naming, cell: Cell) -> TenPeople:
    """Return a published share as people in 10, its interval counted where it may be shown."""
    if naming.words(cell.part).has_intervals:
        return ten_people(cell.estimate, cell.conf_low, cell.conf_high)
    return ten_people(cell.estimate)


def share_words(context: Readout, cell: Cell) -> str:
    """Write a published share in plain words; the subject of a sentence, in the plural."""
    among = {"open": Said("publishing-dialogue-of-those-who-took-part")}
    if context.counts_only(cell.part):
        size = round(cell.n_base)
        count = round(cell.estimate * size)
        return context.say("publishing-dialogue-people-out-of", count=count, size=size)
    words = _words(context, people_of(context, cell))
    extra = among.get(context.part(cell.part).sample_type)
    return f"{words}, {context.say(extra)}," if extra else words


def _words(speech: Speech, people: TenPeople) -> str:
    ten = speech.say("publishing-dialogue-people-in-10")
    if not people.single:
        low, high = people.low, people.high
        return speech.say("publishing-dialogue-between-and", low=low, high=high, ten=ten)
    if 2 <= people.low <= 9:
        return speech.say("publishing-dialogue-around-4ee3", low=people.low, ten=ten)
    if people.low == 10:
        return speech.say("publishing-dialogue-more-than-9", ten=ten)
    hundred = speech.say("publishing-dialogue-people-in-100")
    if people.hundred < 5:
        return speech.say("publishing-dialogue-fewer-than-5", hundred=hundred)
    count = people.hundred
    return speech.say("publishing-dialogue-around-e2dd", count=count, hundred=hundred)
