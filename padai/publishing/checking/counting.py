"""Numbers that are written in words, in either language: "fifty-one per cent", "huit points"."""

from __future__ import annotations

import re
from functools import cache

_FRENCH = re.split(
    " ",
    "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze "
    "seize dix-sept dix-huit dix-neuf",
)
_FRENCH_TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante"}
_ENGLISH = re.split(
    " ",
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen",
)
_ENGLISH_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_UNIT = (
    r"(?P<per> ?%| pour ?cent\b| per ?cent\b)|"
    r"(?P<points> (?:percentage )?points?\b(?: (?:de pourcentage|of percentage))?)"
)


def _french(number: int) -> str:
    if number < 20:
        return _FRENCH[number]
    tens, units = number // 10 * 10, number % 10
    if tens in (70, 90):
        tens, units = tens - 10, units + 10
    base = _FRENCH_TENS.get(tens, "quatre-vingt")
    if not units:
        return base + ("s" if tens == 80 else "")
    joined = " et " if units in (1, 11) and tens != 80 else "-"
    return f"{base}{joined}{_FRENCH[units]}"


def _english(number: int) -> str:
    if number < 20:
        return _ENGLISH[number]
    tens, units = _ENGLISH_TENS[number // 10 - 2], number % 10
    return f"{tens}-{_ENGLISH[units]}" if units else tens


@cache
def _known() -> dict[str, int]:
    """The numbers under a hundred, as either language writes them, without hyphens."""
    numbers: dict[str, int] = {}
    for number in range(100):
        for word in (_french(number), _english(number)):
            numbers.setdefault(word.replace("-", " "), number)
    numbers["cent"] = numbers["one hundred"] = numbers["a hundred"] = 100
    return numbers


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_known(), key=len, reverse=True)
    words = "|".join(w.replace(" ", "[ -]") for w in longest_first)
    return re.compile(rf"(?<![\w-])(?P<words>{words})(?:{_UNIT})")


def counted(text: str) -> list[tuple[int, int, int, str]]:
    """Return the numbers in words that have a unit: start, end, value, and ``%`` or ``points``.

    Examples
    --------
    >>> counted("cinquante et un pour cent, puis huit points")
    [(0, 25, 51, '%'), (32, 43, 8, 'points')]
    >>> counted("fifty-one per cent")
    [(0, 18, 51, '%')]
    """
    counts = []
    for m in _pattern().finditer(text):
        value = _known()[m["words"].replace("-", " ")]
        counts.append((m.start(), m.end(), value, "%" if m["per"] else "points"))
    return counts
