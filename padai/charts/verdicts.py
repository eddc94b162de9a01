"""The phrases of verdicts: one table for the whole product."""

from __future__ import annotations

from padai.words import Both, say
from padai.words.figures import NBSP, Figures, counted, rounded

WAVE_PHRASES: dict[str, dict[str, str]] = {
    "rose": Both("publishing-rose", since="{since}"),
    "fell": Both("publishing-fell", since="{since}"),
    "rose_less_than_margin": Both("publishing-rose-by-less-than", since="{since}", d="{d}"),
    "fell_less_than_margin": Both("publishing-fell-by-less-than", since="{since}", d="{d}"),
    "stable": Both("publishing-remained-stable-within", since="{since}", d="{d}"),
    "cannot_tell": Both("publishing-the-data-do-not-allow-a-conclusion", since="{since}"),
    "not comparable": Both("publishing-not-comparable-02a7", since="{since}"),
}
"""What is said of this wave against an earlier one; ``{since}`` names it, in words of `_SINCE`."""
_SINCE: dict[str, dict[str, str]] = {
    "cannot_tell": Both("publishing-since-949a", wave="{wave}"),
    "not comparable": Both("publishing-with", wave="{wave}"),
    "": Both("publishing-since-44ef", wave="{wave}"),
}
"""How a verdict names the wave that it is against; the empty key stands for the other verdicts."""

GROUP_PHRASES: dict[str, dict[str, str]] = {
    "higher": Both("publishing-higher"),
    "lower": Both("publishing-lower"),
    "comparable": Both("publishing-comparable-within", d="{d}"),
    "no_difference_shown": Both("publishing-no-difference-shown"),
    "not comparable": Both("publishing-not-comparable-f737"),
}
"""What is said of a group against the other groups of its breakdown."""


def verdict_phrase(verdict: str, numbers: Figures, margin: float, since: str = "") -> str:
    """Return the words of a verdict; nothing for an empty one.

    Parameters
    ----------
    margin
        The declared margin, in points of 100 for shares and of the scale for means; not a number
        where the verdict states none.
    since
        The short name of the earlier wave; empty only where a list of phrases is made, and nothing
        is said of a figure.

    Examples
    --------
    >>> verdict_phrase("stable", Figures("fr"), 3.0, "2024").replace(NBSP, " ")
    'est demeurée stable depuis 2024 (à ± 3 points près)'
    """
    if not verdict:
        return ""
    phrase = {**GROUP_PHRASES, **WAVE_PHRASES}[verdict][numbers.lang]
    form = _SINCE.get(verdict, _SINCE[""])[numbers.lang].replace("{wave}", since)
    phrase = phrase.replace("{since}", form if since else "")
    if "{d}" not in phrase:
        return phrase
    size = margin_words(numbers, margin)
    return phrase.replace("± {d}", f"±{NBSP}{{d}}").replace("{d}", size)


def wave_phrases(lang: str) -> dict[str, str]:
    """Return the phrase of each verdict on waves, with ``{wave}`` and ``{d}`` to be filled.

    Examples
    --------
    >>> wave_phrases("en")["stable"]
    'has remained stable since {wave} (within ± {d})'
    """
    return {
        verdict: words[lang].replace("{since}", _SINCE.get(verdict, _SINCE[""])[lang])
        for verdict, words in WAVE_PHRASES.items()
    }


def margin_words(numbers: Figures, margin: float) -> str:
    """Write a margin, given in points, without useless decimals."""
    digits = next((k for k in (0, 1, 2) if abs(margin - round(margin, k)) < 1e-9), 2)
    unit = say("publishing-language-margin-points", numbers.lang, n=counted(rounded(margin, 2)))
    return f"{numbers.decimal(margin, digits)}{NBSP}{unit}"
