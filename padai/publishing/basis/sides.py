"""Sentences that list figures by what became of them: up, down, stable, or not to be told."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from padai.publishing.basis.numbers import Numbers
from padai.publishing.basis.sentences import (
    colon_of,
    holds_commas,
    listed,
    upper_first,
    verdict_phrase,
)
from padai.words import Both, say

SIDES: dict[str, dict[str, str]] = {
    "up": Both("publishing-up"),
    "down": Both("publishing-down"),
    "same": Both("publishing-stable-within-the-declared-margin"),
    "open_period": Both("publishing-no-trend-shown-fa28"),
    "open_step": Both("publishing-no-conclusion-can-be-drawn"),
}
"""The heads of what is listed in the title of a figure of several series, and in an opening."""
MOST_NAMED = 3
"""Names in one clause of a title; the rest is counted."""


def sides_sentence(
    when: str,
    sides: Mapping[str, Sequence[str]],
    lang: str,
    *,
    counted: Sequence[str] = (),
    every: bool = False,
) -> str:
    """Say in one sentence which figures rose, fell, were stable, or cannot be told.

    Where a name holds a comma, names are parted by semicolons and each side is a sentence.

    Parameters
    ----------
    when
        The period, as it starts a sentence.
    sides
        Names by key of `SIDES`, in the order to be said in; empty ones are left out.
    counted
        Keys of which the number is said, and no name, where names stand elsewhere in the sentence.
    every
        Whether all names are said, however many they are.

    Examples
    --------
    >>> sides_sentence("Since 2021", {"down": ["Schools"], "open_period": ["A", "B"]}, "en",
    ...                counted=["open_period"])
    'Since 2021, down: Schools; no trend shown: 2 others.'
    >>> sides_sentence("Since 2021", {"up": ["Work, study", "Home"], "down": ["Schools"]}, "en")
    'Since 2021, up: Work, study; Home. Down: Schools.'
    """
    colon = colon_of(lang)
    said = []
    told = any(sides.get(key) for key in sides if key not in counted)
    for key, names in sides.items():
        if not names:
            continue
        if key in counted and told:
            names_said = say("publishing-language-n-others", lang, n=len(names))
        elif len(names) > MOST_NAMED + 1 and not every:
            more = len(names) - MOST_NAMED
            names_said = _between(names, lang).join(names[:MOST_NAMED])
            names_said += say("publishing-and-others", lang, more=more)
        else:
            names_said = listed(names, lang)
        said.append(f"{SIDES[key][lang]}{colon}{names_said}")
    if not said:
        return ""
    if any(holds_commas(names) for names in sides.values()):
        return ". ".join([f"{when}, {said[0]}", *map(upper_first, said[1:])]) + "."
    return f"{when}, {say('publishing-language-semicolon', lang).join(said)}."


def _between(names: Sequence[str], lang: str) -> str:
    return say("publishing-language-semicolon", lang) if holds_commas(names) else ", "


def untold_sentence(count: int, of: int, since: str, numbers: Numbers) -> str:
    """Say for how many results of a chapter the data allow no conclusion.

    Examples
    --------
    >>> untold_sentence(2, 5, "2024", Numbers("en"))
    'For 2 of the 5 results compared, the data do not allow a conclusion (since 2024).'
    """
    phrase = verdict_phrase("cannot_tell", numbers, math.nan, since)
    some, every = numbers.count(count), numbers.count(of)
    return say("publishing-language-cannot-tell-of", numbers.lang, some=some, every=every,
               phrase=phrase)  # fmt: skip


def nothing_moved_sentence(first: str, last: str, lang: str) -> str:
    """Say that no rise and no fall is shown since an edition, or between two.

    Examples
    --------
    >>> nothing_moved_sentence("2021", "2025", "en")
    'From 2021 to 2025, no rise and no fall is shown.'
    """
    none = say("publishing-no-rise-and-no-fall-is-shown", lang)
    when = (
        say("publishing-language-from-edition-to", lang, first=first, last=last)
        if last
        else say("publishing-language-since-edition", lang, first=first)
    )
    return f"{when}, {none}."


_UNKNOWN = {
    "open": Both(
        "publishing-since-the-data-do-not-allow-a-conclusion-c784",
        since="{since}",
        some="{some}",
        of="{of}",
    ),
    "broken": Both(
        "publishing-since-no-comparison-is-possible-for-of",
        since="{since}",
        some="{some}",
        of="{of}",
    ),
    "flat": Both(
        "publishing-since-no-trend-is-shown-for-of-the-main",
        since="{since}",
        some="{some}",
        of="{of}",
    ),
}

_ONLY = {
    "open": Both("publishing-since-the-data-do-not-allow-a-conclusion-70f8", since="{since}"),
    "broken": Both("publishing-since-no-comparison-is-possible", since="{since}"),
    "flat": Both("publishing-since-no-trend-is-shown", since="{since}"),
}
"""What is said where there is one headline result."""


def unknown_sentence(
    names: Sequence[str], some: int, of: int, since: str, numbers: Numbers, what: str
) -> str:
    """Say of how many headline results something cannot be said, and of which.

    Parameters
    ----------
    names
        Empty where they are too many to be named.
    what
        ``open`` (no conclusion), ``broken`` (not comparable) or ``flat`` (no trend shown).

    Examples
    --------
    >>> unknown_sentence(["A"], 1, 9, "2024", Numbers("en"), "open")
    'Since 2024, the data do not allow a conclusion for 1 of the 9 main comparisons declared: A.'
    """
    colon = colon_of(numbers.lang)
    said = _UNKNOWN[what][numbers.lang].format(
        since=since, some=numbers.count(some), of=numbers.count(of)
    )
    if some == of == 1:
        said = _ONLY[what][numbers.lang].format(since=since)
    return f"{said}{colon}{listed(names, numbers.lang)}." if names else f"{said}."
