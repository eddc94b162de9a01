"""Under a figure: whether what it finds was declared before the data, and who says so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from padai.publishing.basis.lookup import Difference, SeriesFact
from padai.publishing.basis.readout import Readout
from padai.publishing.basis.sentences import ended
from padai.publishing.basis.speech import Speech
from padai.publishing.exhibits.exhibit_items import MOVED, Item, change_of
from padai.words import Both

NOT_COMPARABLE = "not comparable"
BEFORE = "before"
"""Stamped and published alike: what the methods tell apart, a line under a figure does not."""
_WORDS = {
    BEFORE: Both("publishing-exhibits-declared-before-the-data"),
    "asserted": Both("publishing-exhibits-declared-according-to-the-team"),
    "changed": Both("publishing-exhibits-changed-after"),
    "found": Both("publishing-exhibits-found-by-looking"),
    "proposed": Both("publishing-exhibits-proposed-by-padai"),
}


def declared_phrases(lang: str) -> dict[str, str]:
    """Return, by what the store says of a comparison, how a line under a figure says it."""
    before = {code: _WORDS[BEFORE][lang] for code in ("stamped", "published")}
    return before | {code: words[lang] for code, words in _WORDS.items() if code != BEFORE}


def declared_note(speech: Speech, judged: Iterable[Difference | SeriesFact | None]) -> str:
    """Say of the verdicts that a figure shows what was declared of them; nothing without verdict.

    Where they differ, each is counted.
    """
    codes = Counter(
        BEFORE if one.declared in ("stamped", "published") else one.declared
        for one in judged
        if one is not None and one.declared and one.verdict not in ("", NOT_COMPARABLE)
    )
    counts = speech.numbers.count
    grades = [
        words[speech.lang] + (f" ({counts(codes[code])})" if len(codes) > 1 else "")
        for code, words in _WORDS.items()
        if code in codes
    ]
    if not grades:
        return ""
    return ended(speech.colon(speech.say("publishing-exhibits-comparisons"), "; ".join(grades)))


def declared_of_items(
    context: Readout, chosen: Iterable[Item], *, changes: bool = True, periods: bool = False
) -> str:
    """Say it of the changes of some figures, and of their whole periods where these are told."""
    judged: list[Difference | SeriesFact | None] = []
    for item in chosen:
        if not context.words(item.part).has_intervals:
            continue
        if changes:
            judged.append(change_of(context.lookup, item))
        if periods:
            place = (item.question, item.response, item.breakdown, item.group, item.part)
            judged.append(context.lookup.whole_period(*place))
    return declared_note(context, judged)


def declared_in_title(context: Readout, chosen: Iterable[Item], *, written: bool) -> str:
    """Say it of what the title of a figure of one edition names: what moved, or what is written.

    Such a figure shows levels, and its title alone tells of a change.
    """
    if written:
        return declared_of_items(context, chosen, periods=True)
    own = [item for item in chosen if context.words(item.part).has_intervals]
    changes = (change_of(context.lookup, item) for item in own)
    return declared_note(context, (d for d in changes if d is not None and d.verdict in MOVED))
