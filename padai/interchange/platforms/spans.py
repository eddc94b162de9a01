"""Amounts of time in answers, in one unit: `Less than 3 months` stands before `1 - 3 years`."""

from __future__ import annotations

import re
from collections.abc import Collection

from padai.interchange.label_words import normal

_DAYS = {
    r"min|minutes?|minut[oi]s?|minuten": 1 / 1440,
    r"h|hours?|hrs?|heures?|horas?|stunden?|or[ae]|uur|uren|timm(ar|e)": 1 / 24,
    r"days?|jours?|dias?|tage?n?|giorn[oi]|dag(en|ar)?": 1,
    r"weeks?|semaines?|semanas?|wochen?|settiman[ae]|week|weken|veck(a|or)": 7,
    r"months?|mois|mes(es|i|e)?|monate?n?|maand(en)?|manad(er)?": 30,
    r"years?|yrs?|ans?|annees?|anos?|jahre?n?|ann[oi]|jaar|jaren|ar": 365,
}
_UNIT = "|".join(f"(?:{unit})" for unit in _DAYS)
_TIME = re.compile(rf"(\d+)\s*({_UNIT})?\b")


def in_days(texts: Collection[str]) -> dict[str, list[float]]:
    """Return the amounts of time of answers in days, where all have a unit, and not the same.

    The first of a range has the unit of the second.

    Examples
    --------
    >>> in_days(["6-12 months", "Plus de 5 ans"])
    {'6-12 months': [180.0, 360.0], 'Plus de 5 ans': [1825.0]}
    >>> in_days(["18 to 24", "25 to 34 years"]), in_days(["1-2 years", "2+ years"])
    ({}, {})
    """
    read = {text: _amounts(text) for text in texts}
    units = {unit for amounts in read.values() for _, unit in amounts}
    if 0 in units or len(units) < 2 or not all(read.values()):
        return {}
    return {text: [number * unit for number, unit in amounts] for text, amounts in read.items()}


def _amounts(text: str) -> list[tuple[float, float]]:
    """Return the numbers of a text, each with the days of its unit: 0 where none is named."""
    amounts: list[tuple[float, float]] = []
    unit = 0.0
    for match in reversed([*_TIME.finditer(normal(text))]):
        named = match[2] or ""
        unit = next((days for words, days in _DAYS.items() if re.fullmatch(words, named)), unit)
        amounts.insert(0, (float(match[1]), unit))
    return amounts
