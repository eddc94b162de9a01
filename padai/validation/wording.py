"""Numbers as the language of a message writes them."""

from __future__ import annotations

from padai.words.figures import separators_of


def counted(number: int, lang: str) -> str:
    """Write a number of rows or people, its thousands apart.

    Examples
    --------
    >>> counted(1823, "en")
    '1,823'
    """
    return f"{number:,}".replace(",", "\u00a0" if lang == "fr" else separators_of(lang)[0])
