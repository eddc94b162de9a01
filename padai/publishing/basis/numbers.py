"""Numbers and dates as each language writes them: ``43,2 %`` and ``43.2%``.

Only formatting happens here. A value is rounded once, from the store's own number, so that both
languages, text, tables and pictures always show the same digits.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from padai.survey.fieldwork import Fieldwork
from padai.words import say
from padai.words.figures import NBSP as NBSP
from padai.words.figures import THIN as THIN
from padai.words.figures import Figures, counted, rounded

_YEAR = re.compile(r"\d{4}")
_SMALL = 3
"""Letters of a word that joins months to their year."""
Kind = Literal["share", "balance", "mean"]
"""What an estimate is: a share of people, a difference of two shares, a mean of scores."""


@dataclass(frozen=True)
class Numbers(Figures):
    """The number formats of one language.

    Parameters
    ----------
    lang
        The tag of a language.

    Examples
    --------
    >>> Numbers("en").share(0.4321), Numbers("en").count(1004)
    ('43.2%', '1,004')
    >>> Numbers("fr").share(0.4321).replace(NBSP, " ")
    '43,2 %'
    """

    def level(self, value: float, kind: Kind, *, sign: bool = True) -> str:
        """Write an estimate: a percentage, a number of points, or a mean.

        A mean is rounded to one decimal more than its scale before it comes here.
        """
        if kind == "mean":
            return self.decimal(value, _mean_digits(value))
        if kind == "balance":
            return self.points(value)
        return self.share(value, sign=sign)

    def change(self, value: float, kind: Kind, *, short: bool = False) -> str:
        """Write a change with its sign and its unit, for a sentence: as :meth:`size` does.

        Examples
        --------
        >>> Numbers("en").change(-0.2894, "share").replace(NBSP, " ")
        '−29 percentage points'
        >>> Numbers("en").change(-0.0198, "share", short=True).replace(NBSP, " ")
        '−2.0 points'
        """
        figure, digits = self._two_digits(value, kind)
        if kind == "mean":
            return self._signed(value, digits)
        many = counted(rounded(value * 100, digits))
        unit = "publishing-language-points" if short else "publishing-language-percentage-points"
        return f"{self._signed(figure, digits)}{NBSP}{say(unit, self.lang, n=many)}"

    def printed_change(self, value: float, kind: Kind) -> str:
        """Write a change as tables print it, with its unit: parts that add up, a figure checked.

        Examples
        --------
        >>> Numbers("en").printed_change(-0.2894, "share").replace(NBSP, " ")
        '−28.9 percentage points'
        """
        if kind == "mean":
            return self._signed(value, _mean_digits(value))
        return f"{self.points(value)}{NBSP}{self.point_unit(value)}"

    def bare_change(self, value: float, kind: Kind) -> str:
        """Write a change with its sign and without a unit, for a table or a chart."""
        if kind == "mean":
            return self._signed(value, _mean_digits(value))
        return self.points(value)

    def signed(self, value: float, digits: int) -> str:
        """Write a number with its sign and exactly so many decimals, as those of a column align.

        Examples
        --------
        >>> Numbers("en").signed(0.2, 2), Numbers("fr").signed(-0.004, 2)
        ('+0.20', '0,00')
        """
        return self._signed(value, digits)

    def point_unit(self, value: float) -> str:
        """Name the unit of a difference of shares, in the plural where the language has one."""
        many = counted(rounded(value * 100, 1))
        return say("publishing-language-percentage-points", self.lang, n=many)

    def size(self, value: float, kind: Kind, *, short: bool = False) -> str:
        """Write the size of a change with two significant digits and its unit, without a sign.

        No digit is given that the figure has not: what goes out is printed to a tenth of a point, a
        mean to its own decimals.

        Parameters
        ----------
        short
            Leave out of what the points are, where the figure beside it says so; those of a scale
            are always said to be, since a list holds shares too.

        Examples
        --------
        >>> Numbers("en").size(-0.0198, "share").replace(NBSP, " ")
        '2.0 percentage points'
        >>> Numbers("en").size(0.2894, "share", short=True).replace(NBSP, " ")
        '29 points'
        """
        figure, digits = self._two_digits(value, kind)
        many = counted(rounded(abs(figure), digits))
        if kind == "mean":
            unit = say("publishing-language-scale-points", self.lang, n=many)
        elif short:
            unit = say("publishing-language-points", self.lang, n=many)
        else:
            unit = say("publishing-language-percentage-points", self.lang, n=many)
        return f"{self.decimal(abs(figure), digits)}{NBSP}{unit}"

    def _two_digits(self, value: float, kind: Kind) -> tuple[float, int]:
        """Return a change in points, or in the scale's own, and the decimals a sentence gives."""
        points = value if kind == "mean" else value * 100
        size = abs(points)
        # a figure that was printed to a tenth has no second digit under one
        tenths = rounded(size, 2) == rounded(size, 1)
        finest = _mean_digits(value) if kind == "mean" else 1 if tenths else 2
        wanted = 0 if rounded(size, 1) >= 10 else 1 if rounded(size, 2) >= 1 else 2
        return points, min(finest, wanted)

    def range(
        self, low: float, high: float, kind: Kind, *, change: bool = False, sign: bool = True
    ) -> str:
        """Write the two ends of an interval, of an estimate or of a change."""
        if kind == "mean":
            digits = max(_mean_digits(low), _mean_digits(high))
            write = self._signed if change else self.decimal
            ends = [write(low, digits), write(high, digits)]
        elif change or kind == "balance":
            ends = [self.bare_change(v, kind) for v in (low, high)]
        else:
            ends = [self.level(low, kind, sign=False), self.level(high, kind, sign=sign)]
        return f"{ends[0]} {say('publishing-to-80d6', self.lang)} {ends[1]}"

    def date(self, value: dt.date) -> str:
        """Write a date in full; the first of the month is an ordinal where the language says so."""
        from babel.dates import format_date

        text = str(format_date(value, "long", locale=self.locale))
        return self._first_day(text, value)

    def year_or_date(self, text: str) -> str:
        """Write a date that a definition gives in figures; what is none, a year, as it stands."""
        try:
            return self.date(dt.date.fromisoformat(text))
        except ValueError:
            return text

    def _first_day(self, text: str, value: dt.date) -> str:
        if value.day != 1 or not text.startswith("1") or text[1:2].isdigit():
            return text
        return say("publishing-language-first-day", self.lang) + text[1:]

    def dates(self, start: dt.date, end: dt.date) -> str:
        """Write the first and last day of fieldwork."""
        first, last = self.date(start), self.date(end)
        day_first = last[:1].isdigit()
        if day_first and (start.year, start.month) == (end.year, end.month):
            first = self._first_day(str(start.day), start)
        elif start.year == end.year:
            first = self._first_day(self._as(start, "MMMMd"), start)
        return say("publishing-language-dates-from-to", self.lang, first=first, last=last)

    def _as(self, value: dt.date, skeleton: str) -> str:
        """Write a part of a date, as the language orders it."""
        from babel.dates import format_skeleton

        return str(format_skeleton(skeleton, value, locale=self.locale))

    def months_of(self, label: str) -> str:
        """Return a label that is months and a year, as it stands in a sentence; else nothing.

        Examples
        --------
        >>> Numbers("fr").months_of("Juin-juillet 2010"), Numbers("en").months_of("May 2012")
        ('juin-juillet 2010', 'May 2012')
        >>> Numbers("es").months_of("abril de 2012"), Numbers("fr").months_of("Édition 2024")
        ('abril de 2012', '')
        """
        from babel import Locale

        months = Locale.parse(self.locale).months["format"]["wide"].values()
        known = {str(name).lower(): str(name) for name in months}
        *words, year = re.findall(r"[^\W_]+", label) or [""]
        first = known.get(words[0].lower(), "") if words else ""
        # between months and the year stand other years and small words such as "de" and "to"
        plain = all(w.lower() in known or w.isdigit() or len(w) <= _SMALL for w in words)
        return first + label[len(first) :] if first and plain and _YEAR.fullmatch(year) else ""

    def month(self, value: dt.date) -> str:
        """Write a month and its year in short, such as ``"juill. 2012"``."""
        return self._as(value, "yMMM")

    def fieldwork(self, days: Fieldwork) -> str:
        """Write when a wave was in the field, as closely as it is known, to follow a verb."""
        if not days.known:
            return say("publishing-language-dates-not-supplied", self.lang)
        if days.precision == "day":
            return self.dates(days.start, days.end)
        from babel.dates import format_date

        skeleton = "y" if days.precision == "year" else "yMMMM"
        first, last = (self._as(day, skeleton) for day in (days.start, days.end))
        if first == last:
            return say("publishing-language-in-month", self.lang, first=first)
        if days.start.year == days.end.year:
            first = str(format_date(days.start, "MMMM", locale=self.locale))
        return say("publishing-language-months-from-to", self.lang, first=first, last=last)

    def language(self, code: str) -> str:
        """Return the name of a language, such as ``"anglais"``; its code where none is known."""
        from babel import Locale, UnknownLocaleError

        try:
            return Locale.parse(code).get_language_name(self.locale) or code
        except (UnknownLocaleError, ValueError):
            return code


def _mean_digits(value: float) -> int:
    """Return the decimals that a mean has, one at the least and two at most."""
    if not math.isfinite(value):
        return 1
    places = -int(Decimal(f"{value:.12g}").normalize().as_tuple().exponent)
    return min(2, max(1, places))
