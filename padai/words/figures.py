"""How each language writes a number: ``43,2 %`` and ``43.2%``; one form for all that is read."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal, localcontext
from functools import cache, lru_cache

from padai.words.catalogues import folder_of
from padai.words.languages import four_digits_stay_whole, locale_of

NBSP = "\u00a0"
THIN = "\u202f"
MINUS = "\u2212"
#: Of a decimal number, in its own context; of a float before the point.
MOST_DIGITS, MOST_OF_A_FLOAT = 27, 309


@cache
def decimal_mark(lang: str) -> str:
    """Return what stands before the decimals of a number.

    Examples
    --------
    >>> decimal_mark("fr"), decimal_mark("en")
    (',', '.')
    """
    return Figures(lang).decimal(0.5, 1)[1]


@dataclass(frozen=True)
class Figures:
    """The numbers of one language.

    Parameters
    ----------
    lang
        The tag of a language.

    Examples
    --------
    >>> Figures("en").share(0.4321), Figures("en").points(-0.02)
    ('43.2%', '−2.0')
    """

    lang: str

    @property
    def locale(self) -> str:
        """Babel's name of the locale."""
        return locale_of(self.lang)

    @property
    def percent_sign(self) -> str:
        """The sign with the space that the language puts before it."""
        return _percent(locale_of(folder_of(self.lang) or self.lang))

    def decimal(self, value: float, digits: int) -> str:
        """Write a number with exactly `digits` decimals and a true minus sign."""
        kept = rounded(value, digits)
        return (MINUS if kept < 0 else "") + _unsigned(abs(kept), digits, self.locale)

    def count(self, value: float) -> str:
        """Write a count of people."""
        return self.decimal(value, 0)

    def share(self, value: float, *, sign: bool = True, digits: int = 1) -> str:
        """Write a proportion (0 to 1) as a percentage, with or without the sign."""
        return self.decimal(value * 100, digits) + (self.percent_sign if sign else "")

    def points(self, value: float) -> str:
        """Write a signed difference of proportions as a bare number of points."""
        return self._signed(value * 100, 1)

    def _signed(self, value: float, digits: int) -> str:
        sign = "+" if rounded(value, digits) > 0 else ""
        return sign + self.decimal(value, digits)


@lru_cache(100_000)
def _unsigned(kept: Decimal, digits: int, locale: str) -> str:
    from babel.numbers import format_decimal

    whole = "0" if kept < _LEAST_PARTED and four_digits_stay_whole(locale) else "#,##0"
    pattern = whole + ("." + "0" * digits if digits else "")
    with localcontext(prec=MOST_DIGITS + MOST_OF_A_FLOAT):  # of a number of any size
        return format_decimal(kept, pattern, locale=locale).replace(NBSP, THIN)


_LEAST_PARTED = 10_000
"""The least number whose thousands are parted where CLDR asks for two digits before them."""


@cache
def separators_of(lang: str) -> tuple[str, str]:
    """Return the signs that a language writes between thousands and before decimals.

    Examples
    --------
    >>> separators_of("en"), separators_of("es")
    ((',', '.'), ('.', ','))
    """
    from babel.numbers import get_decimal_symbol, get_group_symbol

    locale = locale_of(lang)
    return get_group_symbol(locale), get_decimal_symbol(locale)


@cache
def _percent(locale: str) -> str:
    """What a locale writes after a percentage; the sign alone where it writes it before."""
    from babel import Locale

    pattern = Locale.parse(locale).percent_formats[None].pattern
    after = pattern.rpartition("0")[2]
    return f"{NBSP}%" if after.startswith((NBSP, " ", THIN)) else "%"


def counted(value: Decimal) -> int | float:
    """Return a number as a message chooses a plural by it.

    Examples
    --------
    >>> counted(Decimal("2.0")), counted(Decimal("1.5"))
    (2, 1.5)
    """
    size = abs(value)
    return int(size) if size == int(size) else float(size)


def rounded(value: float, digits: int) -> Decimal:
    """Round the shortest text of a number, so that no binary tail decides."""
    if not math.isfinite(value):
        raise ValueError("only a finite number can be written")
    step = Decimal(1).scaleb(-digits)
    # twelve significant figures: 0.435 * 100 is 43.49999999999999 in binary
    written = Decimal(f"{value:.12g}")
    if written.adjusted() + digits > MOST_DIGITS:  # no place of it is after the twelve figures
        return written
    return written.quantize(step, ROUND_HALF_EVEN) + 0
