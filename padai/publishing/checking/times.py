"""Place a claim in time: the waves and periods that a sentence names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from padai.publishing.basis.naming import Naming
from padai.publishing.checking.claims import Claim
from padai.publishing.checking.names import Names, plain

_APART = re.compile(r"[;]|, | et | and | contre | against | alors que | tandis que | while |\|")

NUMBERS = {
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7,
    "huit": 8, "neuf": 9, "dix": 10, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10,
}  # fmt: skip
_LASTED = re.compile(
    rf"\b(?:en|over|in|depuis|for|sur|within|durant|during) (?:les |the |ces )?(?:last |past |"
    rf"previous )?(?P<count>\d{{1,2}}|{'|'.join(NUMBERS)}) (?:dernieres? |derniers )?"
    rf"(?:ans|annees?|an|years?)\b(?! (?:old|et plus|and over|ou plus|or over))"
)
"""A period told by its length: "in four years", "depuis deux ans"."""
_NAMED_TIMES = {"avant": "before", "before": "before", "maintenant": "now", "now": "now"}


@dataclass(frozen=True)
class SpokenPeriod:
    """From one wave to another, and where the sentence says so."""

    first: str
    last: str
    start: int
    end: int = 0


@dataclass
class DatedPassage:
    """A sentence or cell, and the waves that it speaks of.

    Attributes
    ----------
    text
        As it stands; `flat` is the same in plain letters.
    heads
        Of a cell: the heads of its row and column.
    above
        What it stands under, the nearest last.
    """

    text: str
    names: Names
    heads: tuple[str, ...] = ()
    above: tuple[str, ...] = ()
    cell: bool = False

    @cached_property
    def flat(self) -> str:
        """The text in plain letters, character for character."""
        return plain(self.text)

    @cached_property
    def order(self) -> list[str]:
        """The waves of the survey, oldest first."""
        return list(self.names.context.survey.waves)

    @property
    def current(self) -> str:
        """The wave of the release."""
        return self.names.context.wave

    @cached_property
    def previous(self) -> str:
        """The wave before it; empty where it is the first."""
        place = self.order.index(self.current)
        return self.order[place - 1] if place else ""

    @cached_property
    def _wave(self) -> str:
        longest_first = sorted(self._waves, key=len, reverse=True)
        return "|".join(re.escape(name) for name in longest_first)

    @cached_property
    def _waves(self) -> dict[str, str]:
        return names_of_waves(self.names.context)

    def _named(self, text: str) -> str:
        return self._waves.get(text, "")

    def periods_in(self, flat: str) -> list[SpokenPeriod]:
        """Return the periods that a plain text names."""
        article = r"(?:l'|the |la |en |in |celle de )?(?:edition (?:de )?|vague (?:de )?)?"
        one = rf"{article}({self._wave})\b"
        periods = []
        both = (
            rf"\b(?:entre|between|de|from|d'|en) ?{one}(?: edition)? (?:et|and|a|to) {one}|"
            rf"\b({self._wave})(?:-| a | to )({self._wave})\b"
        )
        for m in re.finditer(both, flat):
            first, last = (self._named(g) for g in m.groups() if g)
            periods.append(SpokenPeriod(first, last, m.start(), m.end()))
        since = (
            r"depuis|since|par rapport a|compare\w* (?:a|avec|with|to)|relative to|avec|with|"
            r"qu'|que|than(?: in)?|d'avec|over|d'apres"
        )
        for m in re.finditer(rf"(?:\b|^)(?:{since}) ?{one}", flat):
            if all(abs(m.start() - p.start) > 12 for p in periods):
                periods.append(SpokenPeriod(self._named(m[1]), self.current, m.start(), m.end()))
        last = (
            r"(?:depuis|since|par rapport a|compared (?:to|with)|from) (?:l'|la |the )?"
            r"(?:edition precedente|derniere edition|an dernier|annee derniere|un an|last year|"
            r"previous edition|last edition|previous wave)|\ben un an\b|\bin a year\b|"
            r"\bcette annee\b"
        )
        for m in re.finditer(last, flat):
            periods.append(SpokenPeriod(self.previous, self.current, m.start()))
        periods += [
            SpokenPeriod(first, self.current, start, end)
            for start, end, first in self._durations(flat)
            if first and all(abs(start - p.start) > 12 for p in periods)
        ]
        return [p for p in periods if p.first]

    def _durations(self, flat: str) -> list[tuple[int, int, str]]:
        """Return the periods told by their length, with the edition that each begins at."""
        survey = self.names.context.survey
        years = {w: survey.wave(w).fieldwork.start.year for w in self.order}
        periods = []
        for m in _LASTED.finditer(flat):
            count = NUMBERS.get(m["count"]) or int(m["count"])
            then = [w for w in self.order if years[w] == years[self.current] - count]
            periods.append((m.start(), m.end(), then[0] if len(then) == 1 else ""))
        return periods

    @cached_property
    def unplaced_period(self) -> bool:
        """Whether it tells a length of time at the start of which there was no one edition."""
        lengths = self._durations(self.flat)
        return bool(lengths) and not any(first for *_, first in lengths)

    @cached_property
    def periods(self) -> list[SpokenPeriod]:
        """The periods that it speaks of, or that its heads and titles do."""
        own = self.periods_in(self.flat)
        if own:
            return own
        for text in (*self.heads, *reversed(self.above)):
            if periods := self.periods_in(plain(text)):
                return periods
        return []

    def period_of(self, claim: Claim) -> SpokenPeriod | None:
        """Return the period that a claim is about; none where the sentence names none."""
        if not self.periods:
            return None
        periods = [p for p in self.periods if not self._aside(p, claim)] or self.periods
        return min(periods, key=lambda p: distance(self.flat, claim, p.start, p.start + 1))

    def _aside(self, period: SpokenPeriod, claim: Claim) -> bool:
        """Whether a period is of what brackets say, in which the claim does not stand.

        “By 8.5 points since 2024 (no trend shown since 2021)”: the points are of one year. Of
        brackets that begin with it (“8.5 points (since 2024)”) a period is of what is before them.
        """
        opened = self.flat.rfind("(", 0, period.start)
        before = self.flat[opened + 1 : period.start]
        if opened < 0 or ")" in before or not before.strip():
            return False
        closed = self.flat.find(")", period.start)
        return not opened < claim.start < (closed if closed >= 0 else len(self.flat))

    @cached_property
    def _dated(self) -> list[tuple[int, str]]:
        """The waves that it names, but for the ends of periods."""
        ends = [(p.start, max(p.start + 34, p.end)) for p in self.periods_in(self.flat)]
        alone = rf"(?<![\w.,])(?:{self._wave})(?![\w.,]?\d)"
        before = (
            r"(?:a l'|in the |dans l')(?:edition precedente|previous edition)|l'an dernier|"
            r"last year"
        )
        named_at = [(m.start(), self._named(m.group())) for m in re.finditer(alone, self.flat)]
        named_at += [(m.start(), self.previous) for m in re.finditer(before, self.flat)]
        return [(at, w) for at, w in named_at if not any(s <= at < end for s, end in ends)]

    def wave_of(self, claim: Claim, claims: list[Claim]) -> str:
        """Return the wave that a level is of."""
        levels = [c for c in claims if c.kind == claim.kind]
        following = [c.start for c in levels if c.start > claim.start]
        limit = min([claim.end + 26, *following])
        after = [(at, w) for at, w in self._dated if claim.end <= at < limit]
        if after and re.match(
            r"[ ,]*\(?(?:en|in|pour|a|dans|l'|in the|the)? ?(?:l'|the )?(?:edition )?$",
            self.flat[claim.end : after[0][0]],
        ):
            return after[0][1]
        if moved := self._moved(claim, levels):
            return moved
        named = {w for _, w in self._dated}
        if len(self._dated) == len(levels) and not (self.cell and len(named) == 1):
            return self._dated[levels.index(claim)][1]
        if len(named) == 1 and not self.cell:
            return self._lone(claim, next(iter(named)), levels)
        if len(named) > 1:
            before = [w for at, w in self._dated if at < claim.start]
            return before[-1] if before else self._dated[0][1]
        return self._headed_wave()

    def _lone(self, claim: Claim, wave: str, levels: list[Claim]) -> str:
        """Return the wave of a level where its sentence names one: that of the level beside it."""
        if len(levels) == 1 or wave == self.current:
            return wave
        at = self._dated[0][0]
        if at < levels[0].start and ":" in self.flat[at : levels[0].start]:
            return wave  # it heads a list of figures
        nearest = min(levels, key=lambda c: distance(self.flat, c, at, at + 4))
        return wave if nearest is claim else self.current

    def _moved(self, claim: Claim, levels: list[Claim]) -> str:
        """Return the wave of a level in "from A to B"; nothing elsewhere."""
        for one, two in pairwise(levels):
            between = self.flat[one.end : two.start]
            if claim not in (one, two) or not re.fullmatch(r" ?(?:a|to) ", between):
                continue
            if not re.search(r"\b(?:de|from|d'|passee?s? de|passe) ?$", self.flat[: one.start]):
                continue
            period = self.period_of(one)
            first, last = (period.first, period.last) if period else (self.previous, self.current)
            return first if claim is one else last
        return ""

    def _headed_wave(self) -> str:
        if exact := [w for h in self.heads if (w := self._named(plain(h)))]:
            return exact[-1]
        times = {_NAMED_TIMES.get(plain(h).strip(), "") for h in self.heads} - {""}
        if len(times) == 1:
            return self.previous if times == {"before"} else self.current
        for text in (*reversed(self.heads), *reversed(self.above)):
            flat = plain(text)
            named = {self._named(g) for g in re.findall(rf"(?<!\w)({self._wave})(?!\w)", flat)}
            if len(named) == 1 and not self.periods_in(flat):
                return named.pop()
            if re.search(r"\b(?:edition precedente|previous edition)\b", flat):
                return self.previous
            if named:
                return self.current
        return self.current


def names_of_waves(naming: Naming) -> dict[str, str]:
    """Return the waves by each name that a text may give them, in plain letters.

    A number that a house gives its waves (67) is none in a text of figures: their months are.
    """
    survey = naming.survey
    by_name: dict[str, str] = {}
    for wave in survey.waves:
        short = naming.wave_short(wave)
        own = [wave] if short == wave or not wave.isdigit() else []
        labels = [survey.wave(wave).label.get(lang) for lang in survey.languages]
        others = [n for n in (short, *labels) if n and wave not in n.split()]
        for name in (*own, *others):
            by_name.setdefault(plain(name), wave)
    return by_name


def distance(flat: str, claim: Claim, start: int, end: int) -> int:
    """Return how far a claim is from a place; what stands between them sets them apart."""
    left, right = (claim.end, start) if claim.end <= start else (end, claim.start)
    between = flat[left:right] if left < right else ""
    apart = 40 * len(_APART.findall(between)) + 60 * between.count(";")
    return len(between) + apart + 60 * leaves_brackets(flat, claim, start)


def leaves_brackets(flat: str, claim: Claim, start: int) -> bool:
    """Whether a place comes after the brackets of a claim, which are of what stands before them."""
    between = flat[claim.end : start]
    return between.count(")") > between.count("(")
