"""Numbers as the language of a message writes them."""

from __future__ import annotations

from padai.words import Number
from padai.words.figures import Figures


def counted(number: int, lang: str) -> str:
    """Write a number of rows or people, its thousands apart.

    Examples
    --------
    >>> counted(1823, "en")
    '1,823'
    """
    return Number(number).text(lang)


def percent(share: float, lang: str) -> str:
    r"""Write a proportion as a percentage with one decimal.

    Examples
    --------
    >>> percent(0.123, "fr")
    '12,3\xa0%'
    """
    return marked(100 * share, ".1f", lang) + Figures(lang).percent_sign


def marked(number: float, form: str, lang: str) -> str:
    """Write a number as :func:`format` would, with the decimal mark of the language.

    Examples
    --------
    >>> marked(2.5, ".3g", "fr")
    '2,5'
    """
    return Number(number, form).text(lang)
