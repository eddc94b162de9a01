"""Sentences that tell figures by what became of them: up, down, stable, or not to be told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from padai.publishing.basis.numbers import Numbers
from padai.publishing.basis.sentences import joined, upper_first
from padai.words import Said, say

Told = tuple[str, str]
"""A figure as a sentence names it, and the size of its change, empty where none is given."""
MOST_NAMED = 3
"""Names in one clause of a title; the rest is counted."""
_MOVED = ("up", "down")


@dataclass(frozen=True)
class PeriodMoves:
    """What became of figures over one period, to be said in a sentence or in a list.

    The fields are those of `sides_sentence`.
    """

    when: str
    sides: Mapping[str, Sequence[Told]]
    counted: Sequence[str] = ()
    between: bool = False
    within: str = ""
    also: Sequence[str] = ()

    def sentence(self, lang: str) -> str:
        """Say all of it in one sentence."""
        return sides_sentence(
            self.when,
            self.sides,
            lang,
            counted=self.counted,
            between=self.between,
            within=self.within,
            also=self.also,
        )

    def clauses(self, lang: str) -> list[str]:
        """Say it in clauses: one a figure that is named, one for those that are counted together.

        Examples
        --------
        >>> moves = PeriodMoves("Since 2021", {"up": [("A", "9 points"), ("B", "2 points")],
        ...                                    "same": [("C", ""), ("D", "")]}, counted=["same"])
        >>> moves.clauses("en")  # doctest: +NORMALIZE_WHITESPACE
        ['A has risen by 9 points', 'B has risen by 2 points',
         'two other results are stable within the declared margin']
        """
        clauses = []
        for side, results in self.sides.items():
            if side not in _MOVED:
                if results:
                    clauses.append(
                        _told(side, results, self.sides, self.counted, lang, self.within)
                    )
                continue
            mine = _first(results)
            clauses += [_moved(side, [one], lang, between=self.between) for one in mine]
            if more := len(results) - len(mine):
                clauses.append(_others_alone(side, more, lang, between=self.between))
        return [*clauses, *self.also]


def sides_sentence(
    when: str,
    sides: Mapping[str, Sequence[Told]],
    lang: str,
    *,
    counted: Sequence[str] = (),
    between: bool = False,
    within: str = "",
    also: Sequence[str] = (),
) -> str:
    """Say in one sentence which figures rose, fell, were stable, or cannot be told.

    The first of a long list are named, in the order given, and the others counted.

    Parameters
    ----------
    when
        The period, as it starts a sentence.
    sides
        Names, as a sentence bears them, and sizes, by ``up``, ``down``, ``same``, ``open_period``
        (no trend shown) and ``open_step`` (no conclusion), in the order to be said in; empty ones
        are left out.
    counted
        Keys of which the number is said, and no name, where names stand elsewhere in the sentence.
    between
        Whether the period has two ends that are named, so that English uses its past tense.
    within
        The margin within which all the stable ones are; empty where they differ in it.
    also
        Clauses that close the sentence: what else is said of the period.

    Examples
    --------
    >>> sides_sentence("Since 2021", {"down": [("“Schools”", "8 points")],
    ...                               "open_period": [("A", ""), ("B", "")]}, "en",
    ...                counted=["open_period"])
    'Since 2021, “Schools” has fallen by 8 points; no trend is shown for two other results.'
    >>> up = [("trust in schools", "9 points"), ("“Home”", "2 points")]
    >>> sides_sentence("Between 2021 and 2025", {"up": up}, "en", between=True)
    'Between 2021 and 2025, trust in schools rose by 9 points and “Home” by 2 points.'
    """
    clauses = []
    for key, results in sides.items():
        if results and key in _MOVED:
            clauses.append(_moved(key, results, lang, between=between))
        elif results:
            clauses.append(_told(key, results, sides, counted, lang, within))
    clauses += also
    if not clauses:
        return ""
    return f"{when}, {say('publishing-language-semicolon', lang).join(clauses)}."


def _told(
    key: str,
    results: Sequence[Told],
    sides: Mapping[str, Sequence[Told]],
    counted: Sequence[str],
    lang: str,
    within: str,
) -> str:
    """Say which figures are stable, or not to be told: by number alone where others have names."""
    counted_too = any(sides[other] for other in sides if other not in counted)
    named = [] if key in counted and counted_too else [name for name, _ in _first(results)]
    more = len(results) - len(named)
    others = say("publishing-language-other-results", lang, n=more) if more else ""
    whom = joined([*named, *([others] if others else [])], lang)
    return say(
        "publishing-language-told",
        lang,
        what=key,
        whom=whom,
        n=len(results),
        within=_margin(within),
    )


def _margin(within: str) -> Said:
    """Say within what margin something is stable: how wide it is, where one width is told."""
    return Said("publishing-language-stable-within", known="yes" if within else "no", d=within)


def _others_alone(side: str, count: int, lang: str, *, between: bool) -> str:
    """Say that others moved as well, without a name."""
    names = say("publishing-language-other-results", lang, n=count)
    period = "between" if between else "since"
    return say("publishing-language-moved", lang, side=side, period=period, n=count, names=names)


def quoted(name: str, lang: str) -> str:
    """Return the name of a figure in the quotation marks of a language."""
    return say("publishing-exhibits-text", lang, text=name)


def _first(results: Sequence[Told]) -> Sequence[Told]:
    """Return the names that are said: all of a short list, which one more name ends."""
    return results if len(results) <= MOST_NAMED + 1 else results[:MOST_NAMED]


def _moved(side: str, results: Sequence[Told], lang: str, *, between: bool) -> str:
    """Say what rose, or fell, and by how much; a size is left out where any of them lacks it."""
    mine = _first(results)
    period = "between" if between else "since"
    names = [name for name, _ in mine]
    if all(size for _, size in mine):
        (_, size), *rest = mine
        clauses = [
            say("publishing-language-moved-by", lang, side=side, period=period, name=names[0],
                size=size),
            *(say("publishing-language-moved-by-too", lang, name=n, size=s) for n, s in rest),
        ]  # fmt: skip
    else:
        clauses = [
            say("publishing-language-moved", lang, side=side, period=period, n=len(names),
                names=joined(names, lang)),
        ]  # fmt: skip
    if len(results) == len(mine):
        return joined(clauses, lang)
    others = say("publishing-language-other-results", lang, n=len(results) - len(mine))
    return say(
        "publishing-language-others-moved",
        lang,
        side=side,
        period=period,
        said=", ".join(clauses),
        others=others,
        n=len(results) - len(mine),
    )


def untold_clause(count: int, of: int, numbers: Numbers) -> str:
    """Say for how many results of a chapter the data allow no conclusion.

    Examples
    --------
    >>> untold_clause(2, 5, Numbers("en"))
    'the data do not allow a conclusion for two of the five results compared'
    >>> untold_clause(7, 24, Numbers("en"))
    'the data do not allow a conclusion for 7 of the 24 results compared'
    """
    return _counted("publishing-language-cannot-tell-of", count, of, numbers)


def stable_clause(count: int, of: int, numbers: Numbers, within: str) -> str:
    """Say how many results of a chapter are stable, and within how many points.

    Examples
    --------
    >>> said = stable_clause(7, 24, Numbers("en"), "6 points")
    >>> said.replace("\u00a0", " ")
    '7 of the 24 results compared are stable (within ± 6 points)'
    """
    message = "publishing-language-stable-of"
    return _counted(message, count, of, numbers, n=count, within=_margin(within))


def _counted(message: str, count: int, of: int, numbers: Numbers, **more: int | Said) -> str:
    """Say something of so many results of a chapter."""
    whole = "only" if count == of == 1 else "all" if count == of else "some"
    return say(
        message,
        numbers.lang,
        whole=whole,
        some=_beside(count, of, numbers),
        every=small_number(of, numbers),
        **more,
    )


def nothing_moved_sentence(first: str, last: str, lang: str) -> str:
    """Say that no rise and no fall is shown since an edition, or between two.

    Examples
    --------
    >>> nothing_moved_sentence("2021", "2025", "en")
    'Between 2021 and 2025, no rise and no fall is shown.'
    """
    none = say("publishing-no-rise-and-no-fall-is-shown", lang)
    when = (
        say("publishing-language-from-edition-to", lang, first=first, last=last)
        if last
        else say("publishing-language-since-edition", lang, first=first)
    )
    return f"{when}, {none}."


def unknown_sentence(
    names: Sequence[str],
    some: int,
    of: int,
    since: str,
    numbers: Numbers,
    what: str,
    *,
    proposed: bool = False,
) -> str:
    """Say of how many headline results something cannot be said, and of which.

    Parameters
    ----------
    names
        As a sentence bears them; empty where they are too many to be named.
    what
        ``open`` (no conclusion), ``broken`` (not comparable) or ``flat`` (no trend shown).
    proposed
        Whether padai proposed them, in a draft: nobody declared them then.

    Examples
    --------
    >>> unknown_sentence(["“A”"], 1, 9, "2024", Numbers("en"), "flat")
    'Since 2024, no trend is shown for one of the nine main comparisons declared: “A”.'
    """
    lang = numbers.lang
    whom = joined(names, lang)
    chosen = "proposed" if proposed else "declared"
    every = "only" if some == of == 1 else "all" if some == of else "some"
    start = upper_first(
        say(
            "publishing-language-unknown",
            lang,
            what=what,
            since=since,
            every=every,
            comparisons=Said("publishing-language-main-comparisons", chosen=chosen),
            n=some,
            # what is not comparable begins its sentence, where a figure would be amiss
            some=small_number(some, numbers) if what == "broken" else _beside(some, of, numbers),
            of=small_number(of, numbers),
        )
    )
    return f"{start}{say('publishing-language-colon', lang)}{whom}." if names else f"{start}."


def _beside(n: int, of: int, numbers: Numbers) -> str:
    """Return a number beside a larger one: in figures where that stands in figures."""
    return (
        numbers.count(n)
        if small_number(of, numbers) == numbers.count(of)
        else small_number(n, numbers)
    )


def small_number(n: int, numbers: Numbers) -> str:
    """Return a number in words up to nine, in figures above."""
    return say("publishing-language-small-number", numbers.lang, n=n, count=numbers.count(n))
