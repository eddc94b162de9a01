"""Sentences made from verdicts: one table of phrases for the whole product.

A verdict comes from the store. Nothing here decides whether something changed; a verdict that is
empty (an exploratory comparison) gives no sentence.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from padai.charts.verdicts import GROUP_PHRASES as GROUP_PHRASES
from padai.charts.verdicts import WAVE_PHRASES as WAVE_PHRASES
from padai.charts.verdicts import margin_words as margin_words
from padai.charts.verdicts import verdict_phrase as verdict_phrase
from padai.charts.verdicts import wave_phrases as wave_phrases
from padai.publishing.basis.numbers import NBSP as NBSP
from padai.publishing.basis.numbers import Kind, Numbers
from padai.words import Both, say

WITHOUT_WORST = "without_worst"
BY_MODEL = "participation_model"
VARIANT_PHRASES: dict[str, dict[str, str]] = {
    "dont_know_out": Both("publishing-without-the-dont-know-answers"),
    "dont_know_in": Both("publishing-with-the-dont-know-answers-in-the-base"),
    "trimmed": Both("publishing-with-the-largest-weights-limited"),
    "untrimmed": Both("publishing-without-a-limit-on-the-largest-weights"),
    "earlier_weighting": Both("publishing-with-the-weighting-of-the-previous"),
    "without_worst": Both("publishing-without-the-answers-set-apart"),
    "participation_model": Both("publishing-by-the-participation-model"),
}
"""What each other choice of method is called inside a sentence."""

_SUBJECT = {
    "share": Both("publishing-this-share"),
    "balance": Both("publishing-this-balance"),
    "mean": Both("publishing-this-mean"),
}


def change_sentence(
    verdict: str,
    numbers: Numbers,
    *,
    kind: Kind,
    reference: str,
    since: str,
    change: float,
    low: float,
    high: float,
    margin: float,
    interval: str,
    break_text: str = "",
) -> str:
    """Say what became of a figure since an earlier wave, in one sentence.

    Parameters
    ----------
    reference
        The name of the earlier wave with its article, from :func:`definite`.
    since
        Its short name, as it stands after "depuis".
    change, low, high
        The difference and the ends of its interval.
    interval
        What an interval is called, short.
    break_text
        Why the waves may not be compared, where the verdict is ``not comparable``.
    """
    if not verdict:
        return ""
    if verdict == "not comparable":
        why = say("publishing-language-because", numbers.lang, text=break_text)
        start = say("publishing-not-comparable-with-0972", numbers.lang)
        return ended(start + reference + (why if break_text else ""))
    phrase = verdict_phrase(verdict, numbers, margin, since)
    colon = colon_of(numbers.lang)
    subject = "" if verdict == "cannot_tell" else _SUBJECT[kind][numbers.lang] + " "
    verdict_said = upper_first(f"{subject}{phrase}")
    if not math.isfinite(change):
        return f"{verdict_said}."
    span = numbers.range(low, high, kind, change=True)
    size = numbers.change(change, kind)
    return f"{verdict_said}{colon}{size} ({interval}{colon}{span})."


def size_sentence(
    numbers: Numbers,
    *,
    kind: Kind,
    reference: str,
    change: float,
    low: float,
    high: float,
    interval: str,
    why: str = "",
) -> str:
    """Say the size of a change of which the verdict is said beside it.

    `why` says why nothing is concluded, where the interval alone would show a change.

    Examples
    --------
    >>> size_sentence(Numbers("en"), kind="share", reference="the 2024 edition", change=0.085,
    ...               low=0.051, high=0.119, interval="95% CI").replace(NBSP, " ")
    'Change since the 2024 edition: +8.5 percentage points (95% CI: +5.1 to +11.9).'
    """
    colon = colon_of(numbers.lang)
    since = say("publishing-change-since", numbers.lang, reference=reference)
    span = numbers.range(low, high, kind, change=True)
    span += say("publishing-language-semicolon", numbers.lang) + why if why else ""
    return f"{since}{colon}{numbers.change(change, kind)} ({interval}{colon}{span})."


def dependence_sentence(
    verdicts: Sequence[tuple[str, str]], numbers: Numbers, *, kind: Kind, margin: float, since: str
) -> str:
    """Say that a verdict hangs on a choice of method, and what the other choices say.

    Parameters
    ----------
    found
        Pairs of a variant and of its verdict, each another verdict than the one published.

    Examples
    --------
    >>> dependence_sentence([("trimmed", "fell")], Numbers("en"), kind="share", margin=5.0,
    ...                     since="2024").removeprefix("This finding depends on a choice of method")
    ': with the largest weights limited, this share has fallen since 2024.'
    """
    if not verdicts:
        return ""
    clauses = []
    for variant, verdict in verdicts:
        subject = "" if verdict == "cannot_tell" else _SUBJECT[kind][numbers.lang] + " "
        words = VARIANT_PHRASES[variant][numbers.lang]
        clauses.append(f"{words}, {subject}{verdict_phrase(verdict, numbers, margin, since)}")
    start = say("publishing-language-depends-on-method", numbers.lang)
    between = say("publishing-language-semicolon", numbers.lang)
    return start + between.join(clauses) + "."


PERIOD_PHRASES: dict[tuple[str, str], dict[str, str]] = {
    ("slope", "rose"): Both("publishing-has-risen-by-a-year", size="{size}", when="{when}"),
    ("slope", "fell"): Both("publishing-has-fallen-by-a-year", size="{size}", when="{when}"),
    ("ends", "rose"): Both("publishing-gained", size="{size}", when="{when}"),
    ("ends", "fell"): Both("publishing-lost", size="{size}", when="{when}"),
    ("slope", "cannot_tell"): Both("publishing-no-trend-shown-af6c", when="{when}"),
    ("ends", "cannot_tell"): Both("publishing-no-trend-shown-af6c", when="{when}"),
}  # fmt: skip
"""What is said of a whole period, by what tells of it (a line, or its two ends) and its verdict."""


@dataclass(frozen=True)
class Period:
    """The verdict on a whole period, as sentences need it.

    Attributes
    ----------
    term
        ``slope``, so much a year, or ``ends``, the last wave less the first.
    verdict
        ``rose``, ``fell`` or ``cannot_tell``.
    change, low, high
        Of the term, with its interval.
    first, last
        The names of the two ends of the period.
    current
        Whether the last of them is the latest wave.
    ends
        What was measured at both ends, where it does not move as the line does.
    """

    term: str
    verdict: str
    change: float
    low: float
    high: float
    first: str
    last: str
    current: bool
    ends: tuple[str, ...] = ()

    def when(self, lang: str) -> str:
        """Say which period, in words that stand inside a sentence."""
        # the ends are a contrast of two editions, and name both
        if self.current and not (self.term == "ends" and self.verdict != "cannot_tell"):
            return say("publishing-since-964b", lang, first=self.first)
        return say("publishing-language-between-editions", lang, first=self.first, last=self.last)


def subject_of(kind: Kind, lang: str) -> str:
    """Return what a figure is called inside a sentence."""
    return _SUBJECT[kind][lang]


def period_phrase(period: Period, numbers: Numbers, kind: Kind, *, short: bool = False) -> str:
    """Return what became of a series over its whole period, without its subject.

    `short` leaves out of what the points are, where the figure beside it says so.

    Examples
    --------
    >>> period = Period("slope", "fell", -0.02, -0.03, -0.01, "2021", "2025", True)
    >>> period_phrase(period, Numbers("en"), "share").replace(NBSP, " ")
    'has fallen by 2.0 percentage points a year since 2021'
    >>> import dataclasses
    >>> period = dataclasses.replace(period, ends=("46.0%", "46.5%"))
    >>> period_phrase(period, Numbers("en"), "share", short=True).replace(NBSP, " ")
    'has fallen by 2.0 points a year since 2021 by the fitted line, but goes from 46.0% to 46.5%'
    """
    words = PERIOD_PHRASES[period.term, period.verdict][numbers.lang]
    size = numbers.size(period.change, kind, short=short)
    phrase = words.replace("{size}", size).replace("{when}", period.when(numbers.lang))
    if not period.ends:
        return phrase
    first, last = period.ends
    same = "yes" if first == last else "no"
    return say(
        "publishing-by-a-line", numbers.lang, phrase=phrase, first=first, last=last, same=same
    )


def period_sentence(
    period: Period, numbers: Numbers, *, kind: Kind, interval: str, why: str = ""
) -> str:
    """Say what became of a series over its whole period, with the interval.

    `why` says why no trend is shown, where the interval alone would show one.

    Examples
    --------
    >>> period = Period("slope", "fell", -0.02, -0.03, -0.01, "2021", "2025", True)
    >>> period_sentence(period, Numbers("en"), kind="share", interval="95% CI").replace(NBSP, " ")
    'This share has fallen by 2.0 percentage points a year since 2021 (95% CI: −3.0 to −1.0).'
    """
    phrase = period_phrase(period, numbers, kind)
    span = numbers.range(period.low, period.high, kind, change=True)
    colon = colon_of(numbers.lang)
    if period.verdict != "cannot_tell":
        subject = _SUBJECT[kind][numbers.lang]
        return upper_first(f"{subject} {phrase} ({interval}{colon}{span}).")
    ends = {"first": period.first, "last": period.last}
    what = (
        say("publishing-slope-a-year", numbers.lang)
        if period.term == "slope"
        else say("publishing-language-change-between", numbers.lang, **ends)
    )
    size = numbers.change(period.change, kind)
    figures = f"{what}{colon}{size}, {interval}{colon}{span}"
    figures += say("publishing-language-semicolon", numbers.lang) + why if why else ""
    return upper_first(f"{phrase} ({figures}).")


def definite(label: str, lang: str) -> str:
    """Return a wave's label with its article, as it stands inside a sentence.

    Examples
    --------
    >>> definite("Édition 2024", "fr"), definite("2018", "en")
    ('l’édition 2024', 'the 2018 edition')
    >>> definite("octobre 2009", "fr"), definite("abril de 2012", "es")
    ('l’édition d’octobre 2009', 'la edición de abril de 2012')
    """
    start = lower_first(label)
    plain = _unaccented(start)
    noun = re.match(r"[a-z]*", plain)
    return say(
        "publishing-language-the-edition",
        lang,
        label=start,
        name=label,
        noun=noun[0] if noun else "",
        vowel="yes" if plain[:1] in tuple("aeiouyh") else "no",
        spaced="yes" if " " in label else "no",
    )


def colon_of(lang: str) -> str:
    """Return the colon of a language with its spaces."""
    return say("publishing-language-colon", lang)


def _unaccented(text: str) -> str:
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()


def joined(names: Sequence[str], lang: str) -> str:
    """Join names by commas and a final "et" or "and"."""
    if len(names) < 2:
        return "".join(names)
    sound = re.match(r"\W*h?i(?![aeu])", _unaccented(names[-1]).lower())
    return say(
        "publishing-language-listed-last",
        lang,
        rest=", ".join(names[:-1]),
        last=names[-1],
        sound="i" if sound else "other",
    )


def holds_commas(names: Sequence[str]) -> bool:
    """Whether commas between names would be taken for those inside of them."""
    return any(", " in name for name in names)


def listed(names: Sequence[str], lang: str) -> str:
    """Join names as :func:`joined` does; by semicolons where a name holds a comma.

    Examples
    --------
    >>> listed(["Work, study", "Home"], "en"), listed(["Work", "Home"], "en")
    ('Work, study; Home', 'Work and Home')
    """
    if len(names) > 1 and holds_commas(names):
        return say("publishing-language-semicolon", lang).join(names)
    return joined(names, lang)


def majority_clause(low: float, lang: str) -> str:
    """Say that a share is a majority, only where the interval's lower end exceeds one half."""
    if not low > 0.5:
        return ""
    return say("publishing-a-majority", lang)


def ended(sentence: str) -> str:
    """Return a text that ends like a sentence."""
    if not sentence:
        return ""
    return sentence if sentence.endswith((".", "!", "?")) else sentence + "."


def upper_first(text: str) -> str:
    """Return a text whose first letter is a capital."""
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """Return a text whose first letter is small, unless it is a name such as A, W1 or IA.

    Examples
    --------
    >>> lower_first("Édition 2024"), lower_first("W1")
    ('édition 2024', 'W1')
    """
    named = len(text) == 1 or (text[1:2].isalnum() and not text[1:2].islower())
    return text if named else text[:1].lower() + text[1:]
