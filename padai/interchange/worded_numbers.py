"""A scale of numbers of which a file writes the ends in words: `0 - Not at all`, 1, ... 10."""

from __future__ import annotations

import re
from collections.abc import Sequence

from padai.interchange.draft import DraftCode, Value
from padai.interchange.label_words import normal

LONGEST_SCALE = 20
_WORDED = re.compile(r"\s*[(\[]?(-?\d{1,2})[)\]]?\s*[-–—:.=,]?\s+(?=\D)(\S.*)", re.DOTALL)
_BARE = re.compile(r"\s*[(\[]?(-?\d{1,2})[)\]]?\s*[-–—:.=]\s*(?=[^\d\s])(\S.*)", re.DOTALL)


_FIRST = re.compile(r"\s*(\d{1,4})(?!\d)")
_WITHIN = re.compile(r"\D+(\d{1,4})\D*")
"""Words before the one number of an answer, as `More than 20` has them."""
MOST_ASIDE = 2
_COUNTED = re.compile(
    r"(or|and|ou|et|e|o|y|u|oder|und|of|en|eller|och|i) (more|over|above|older|up|fewer|less|under|"
    r"plus|mais|mas|davantage|moins|menos|piu|meno|oltre|mehr|weniger|meer|minder|fler|flere)\b.*|"
    r"(to|a|bis|tot|till?|ate|do) \d.*|"
    r"(years?|ans?|anos|jahre|times|fois|veces|hours?|heures|horas|stunden) .*",
)
"""What makes of a number a count, as in `5 or more`: its words name no end of a scale."""
_NOBODY = re.compile(
    r"(none|nobody|no one|nothing|zero|never|aucune?|personne|rien|jamais|ningun[ao]?|nadie|nada|"
    r"nunca|cero|keine?[rsn]?|niemand|nie|nichts|null|nenhuma?|ninguem|nessun[ao]?|mai|geen|nooit|"
    r"ingen|inga|aldrig)"
    r"( (at all|whatsoever|of .*|du tout|del? .*|d .*|davon|von .*|di .*|van .*))?"
)
"""What says the lowest answer of all in words: it stands before 1, and is never no answer."""


def beside_points(values: Sequence[Value], lang: str) -> tuple[Value, ...]:
    """Return the words without a number that stand in a column of such a scale: no points of it.

    Examples
    --------
    >>> beside_points([1, 2, "0 - Not at all", "Never heard of it", "3 - Very"], "en")
    ('Never heard of it',)
    >>> beside_points([2, 3, "1 - Few", "0-1", "Nobody"], "en")
    ()
    """
    aside = tuple(v for v in values if isinstance(v, str) and not _read(v))
    if len(aside) > MOST_ASIDE or any(_answers(text) for text in aside):
        return ()
    rest = [v for v in values if v not in aside]
    return aside if worded_points(rest, lang) else ()


def worded_points(values: Sequence[Value], lang: str) -> tuple[DraftCode, ...]:
    """Return the points of a scale of numbers of which some cells hold words, if it is one.

    Numbers alone stand beside words that begin with another number of the scale, an end of it at
    least; every number stands once.

    Examples
    --------
    >>> points = worded_points([1, 2, 3, "0 - Not at all", "4 - Completely"], "en")
    >>> [(p.code, p.value) for p in points][::4]
    [('0', '0 - Not at all'), ('4', '4 - Completely')]
    >>> worded_points([1, 2, "2 children or more"], "en"), worded_points([3, "ninety"], "en")
    ((), ())
    >>> worded_points([2, 3, 4, "5 or more"], "en"), worded_points([0, 1, "2 to 5"], "en")
    ((), ())
    """
    by_point: dict[int, DraftCode] = {}
    worded = set()
    for value in values:
        if isinstance(value, str):
            match = _read(value)
            if match is None:
                return ()
            point, words = int(match[1]), match[2].strip()
            if _COUNTED.fullmatch(normal(words)):
                return ()
            worded.add(point)
        elif isinstance(value, int):
            point, words = value, ""
        else:
            return ()
        if point in by_point:
            return ()
        by_point[point] = DraftCode(str(point), value, {lang: words} if words else {})
    if not worded or len(worded) == len(by_point):
        return ()
    low, high = min(by_point), max(by_point)
    if not {low, high} & worded or not 2 <= high - low <= LONGEST_SCALE:
        return ()
    return tuple(by_point.get(p, DraftCode(str(p), p)) for p in range(low, high + 1))


def counted(values: Sequence[Value]) -> list[Value]:
    """Return the answers of a count in the order of their numbers; as they are where one has none.

    Examples
    --------
    >>> counted([2, 3, "0-1", "4 or more"]), counted([1, 2, "Nobody"]), counted([1, "Several"])
    (['0-1', 2, 3, '4 or more'], ['Nobody', 1, 2], [1, 'Several'])
    >>> counted([0, 1, "2 to 5", "More than 5"]), counted(["Under 2", 2, 3])
    ([0, 1, '2 to 5', 'More than 5'], ['Under 2', 2, 3])
    """
    known = [key for value in values if (key := _first_number(value)) is not None]
    keys = [_beyond(value, known) if isinstance(value, str) else float(value) for value in values]
    placed = [key for key in keys if key is not None]
    if len(placed) < len(values):
        return [*values]
    return [values[place] for _, place in sorted(zip(placed, range(len(values)), strict=True))]


def _first_number(value: Value) -> float | None:
    if not isinstance(value, str):
        return float(value)
    if _NOBODY.fullmatch(normal(value)):
        return -1.0
    begins = _FIRST.match(value)
    return float(begins[1]) if begins else None


def _beyond(text: str, known: Sequence[float]) -> float | None:
    """Return where an answer stands whose number is its limit: past all others, or under it."""
    first, within = _first_number(text), _WITHIN.fullmatch(text)
    if first is not None or within is None or not known:
        return first
    limit = float(within[1])
    return limit + 0.5 if limit >= max(known) else limit - 0.5


def _answers(text: str) -> bool:
    """Whether words without a point are an answer: nobody, never, or a group of numbers."""
    plain = normal(text)
    return any(map(str.isdecimal, plain)) or bool(_NOBODY.fullmatch(plain))


def _read(text: str) -> re.Match[str] | None:
    return _WORDED.fullmatch(text) or _BARE.fullmatch(text)
