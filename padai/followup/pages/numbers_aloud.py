"""Numbers as they are read aloud, up to 999,999."""

from __future__ import annotations

import re

from padai.words.languages import base

_FR_SMALL = "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze"
_FR_UNITS = [*_FR_SMALL.split(), "quinze", "seize"]
_FR_TENS = {2: "vingt", 3: "trente", 4: "quarante", 5: "cinquante", 6: "soixante"}
_EN_SMALL = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
_EN_UNITS = [*_EN_SMALL.split(), "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_EN_ROUND = "twenty thirty forty fifty sixty seventy eighty ninety"
_EN_TENS = ["", "", *_EN_ROUND.split()]
_LIMIT = 999_999
_MONTHS = "January February March April May June July August September October November December"
_DAY = re.compile(rf"\b({'|'.join(_MONTHS.split())}) (\d{{1,2}})\b")
_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth",
    "nine": "ninth", "twelve": "twelfth", "twenty": "twentieth", "thirty": "thirtieth",
}  # fmt: skip


def number_words(value: int, lang: str) -> str:
    """Return a whole number in words; in figures in a language that is neither of these two.

    Raises
    ------
    ValueError
        Outside of 0 to 999,999.

    Examples
    --------
    >>> number_words(2025, "fr"), number_words(80, "fr"), number_words(2025, "en")
    ('deux mille vingt-cinq', 'quatre-vingts', 'two thousand and twenty-five')
    >>> number_words(2025, "es")  # whoever reads aloud knows how
    '2025'
    """
    if not 0 <= value <= _LIMIT:
        raise ValueError(f"only 0 to {_LIMIT} are written in words")
    written = _IN_WORDS.get(base(lang))
    return written(value) if written else str(value)


def ordinal_words(day: int) -> str:
    """Return a day of the month as English reads it.

    Examples
    --------
    >>> ordinal_words(1), ordinal_words(22), ordinal_words(30)
    ('first', 'twenty-second', 'thirtieth')
    """
    head, hyphen, last = _english(day).rpartition("-")
    return f"{head}{hyphen}{_ORDINALS.get(last, last + 'th')}"


def _french(value: int) -> str:
    if value < 100:
        return _french_tens(value)
    if value < 1000:
        hundreds, rest = divmod(value, 100)
        head = "cent" if hundreds == 1 else f"{_FR_UNITS[hundreds]} cent"
        if not rest:
            return head + ("s" if hundreds > 1 else "")
        return f"{head} {_french_tens(rest)}"
    thousands, rest = divmod(value, 1000)
    # mille never takes an s, nor do cent and vingt before it
    count = (
        _french(thousands).removesuffix("s") if thousands % 100 in (0, 80) else _french(thousands)
    )
    head = "mille" if thousands == 1 else f"{count} mille"
    return f"{head} {_french(rest)}" if rest else head


def _french_tens(value: int) -> str:
    if value < 17:
        return _FR_UNITS[value]
    tens, unit = divmod(value, 10)
    if value < 20:
        return f"dix-{_FR_UNITS[unit]}"
    if tens in (7, 9):
        base, unit = ("soixante", value - 60) if tens == 7 else ("quatre-vingt", value - 80)
        link = " et " if value == 71 else "-"
        return f"{base}{link}{_french_tens(unit)}"
    if tens == 8:
        return "quatre-vingts" if not unit else f"quatre-vingt-{_FR_UNITS[unit]}"
    if not unit:
        return _FR_TENS[tens]
    return f"{_FR_TENS[tens]}{' et ' if unit == 1 else '-'}{_FR_UNITS[unit]}"


def days_aloud(text: str, lang: str) -> str:
    """Write the days of dates as they are read; a language without such a custom keeps the number.

    Examples
    --------
    >>> days_aloud("le 1er mai", "fr"), days_aloud("May 3", "en"), days_aloud("3 de mayo", "es")
    ('le premier mai', 'May third', '3 de mayo')
    """
    aloud = _DAYS.get(base(lang))
    return aloud(text) if aloud is not None else text


def _english(value: int) -> str:
    if value < 20:
        return _EN_UNITS[value]
    if value < 100:
        tens, unit = divmod(value, 10)
        return _EN_TENS[tens] + (f"-{_EN_UNITS[unit]}" if unit else "")
    if value < 1000:
        hundreds, rest = divmod(value, 100)
        return f"{_EN_UNITS[hundreds]} hundred" + (f" and {_english(rest)}" if rest else "")
    thousands, rest = divmod(value, 1000)
    link = " and " if 0 < rest < 100 else " "
    return f"{_english(thousands)} thousand" + (f"{link}{_english(rest)}" if rest else "")


_IN_WORDS = {"fr": _french, "en": _english}


def _french_days(text: str) -> str:
    return re.sub(r"\b1er\b", "premier", text)


def _english_days(text: str) -> str:
    return _DAY.sub(lambda m: f"{m[1]} {ordinal_words(int(m[2]))}", text)


_DAYS = {"fr": _french_days, "en": _english_days}
