"""Facts that each language writes in its own way: a number, a list of names.

Code gives a message what it found, not a text made of it: these are put into words when the
message is, in the language that it is in.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from padai.words.catalogues import Spoken, catalogue, written


class Number(Spoken):
    """A number, its thousands and decimals marked as the language marks them.

    Parameters
    ----------
    value
        The number.
    form
        How :func:`format` writes it: ``","`` is whole with thousands apart, ``".2g"`` two figures.

    Examples
    --------
    >>> Number(12500).text("en"), Number(0.125, ".2f").text("fr")
    ('12,500', '0,12')
    """

    __slots__ = ("form", "value")

    def __init__(self, value: float, form: str = ",") -> None:
        self.value = value
        self.form = form

    def text(self, lang: str) -> str:
        """Return the number as a language writes it."""
        thousands, decimal = _separators(lang)
        plain = format(self.value, self.form)
        return plain.translate({ord(","): thousands, ord("."): decimal})

    @property
    def number(self) -> float:
        """The number itself."""
        return self.value


class Decimals(Spoken):
    """A number with so many decimals and a true minus sign, as tables and pages write it.

    Examples
    --------
    >>> Decimals(-3.25, 1).text("fr")
    '−3,2'
    """

    __slots__ = ("digits", "value")

    def __init__(self, value: float, digits: int) -> None:
        self.value = value
        self.digits = digits

    def text(self, lang: str) -> str:
        """Return the number as a language writes it."""
        from padai.words.figures import Figures

        return Figures(lang).decimal(self.value, self.digits)

    @property
    def number(self) -> float:
        """The number as it is shown: rounded, and whole where it has no decimals left."""
        from padai.words.figures import counted, rounded

        return counted(rounded(self.value, self.digits))


class Joined(Spoken):
    """Texts in a row, with what the language puts between two of them.

    Parameters
    ----------
    items
        The texts; those with words of their own are put in the language.
    glue
        What stands between two: a text, or the id of a message such as ``padai-or``.
    last
        What stands before the last instead, where it differs.

    Examples
    --------
    >>> Joined(["csv", "xlsx"], "padai-or").text("fr")
    'csv ou xlsx'
    >>> Joined(["age", "sex", "region"], last="padai-and").text("en")
    'age, sex and region'
    """

    __slots__ = ("glue", "items", "last")

    def __init__(self, items: Sequence[object], glue: str = ", ", last: str = "") -> None:
        self.items = tuple(items)
        self.glue = glue
        self.last = last or glue

    def text(self, lang: str) -> str:
        """Return the texts as a language joins them."""
        texts = [written(item, lang) for item in self.items]
        start = _glue(self.glue, lang).join(texts[:-1])
        return "".join([start, _glue(self.last, lang) if start else "", *texts[-1:]])


@cache
def _separators(lang: str) -> tuple[str, str]:
    """What stands between thousands and before decimals; a space there never ends a line."""
    from babel.numbers import get_decimal_symbol, get_group_symbol

    from padai.words.figures import NBSP, Figures

    locale = Figures(lang).locale
    group = get_group_symbol(locale)
    return (NBSP if group.isspace() else group), get_decimal_symbol(locale)


def _glue(told: str, lang: str) -> str:
    known = catalogue(lang)
    return known.text(told, {}, lang) if told in known.entries else told


def first_named(names: Sequence[str], most: int = 6) -> str:
    """Name the first of several, and count the others.

    Examples
    --------
    >>> first_named(["q1", "q2", "q3"], most=2)
    'q1, q2 (+ 1)'
    """
    more = len(names) - most
    return ", ".join(names[:most]) + (f" (+ {more})" if more > 0 else "")


def in_a_row(*texts: str | None, by: str = " ") -> str:
    """Put texts in a row; one that is empty leaves no gap.

    Examples
    --------
    >>> in_a_row("Base: 512.", "", None, "95% intervals.")
    'Base: 512. 95% intervals.'
    """
    return by.join(text for text in texts if text)
