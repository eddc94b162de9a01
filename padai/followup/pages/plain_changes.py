"""What the plain-language page says of changes: over all editions, then since the one before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from padai.followup.pages.readability import words_of as words_in
from padai.publishing.basis.context import Context
from padai.publishing.basis.lookup import Difference
from padai.publishing.basis.readout import Readout
from padai.publishing.basis.sentences import Period, ended, upper_first
from padai.publishing.basis.sentences import joined as in_words
from padai.publishing.basis.speech import Speech
from padai.publishing.exhibits.declarations import declared_note
from padai.publishing.exhibits.exhibit_items import (
    MOVED,
    Item,
    change_of,
    period_of,
    told_of,
    without_a_trend,
    words_of,
    words_of_several,
)

MOST_WORDS = 22
"""Words that a French sentence may have."""
Followed = Sequence[tuple[str, Item]]
"""Results, each by its plain name."""


def plain_changes(
    context: Context, followed: Followed, *, brief: bool
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what stands before the changes, and a sentence for each verdict on some results.

    What moved over the whole period stands first: of what is stable since the edition before it is
    what a reader takes away.

    Parameters
    ----------
    brief
        Whether it is to be heard: what a margin is in people is left out.
    """
    changes = [(name, item, change_of(context.lookup, item)) for name, item in followed]
    compared = [
        (name, item, one)
        for name, item, one in changes
        if one is not None and words_of(context, one)
    ]
    if not compared:
        return (context.say("publishing-dialogue-nothing-can-be-compared-with-another"),), ()
    moved = _moved(context, followed)
    judged = [one for *_, one in compared]
    overall = [told_of(context.lookup, item) for _, item, _ in moved]
    declared = declared_note(context, [*overall, *judged])
    unsure = any(one.verdict == "cannot_tell" for one in judged)
    note = context.say("publishing-dialogue-this-does-not-mean-that-nothing-changed")
    since = context.the_wave(judged[0].reference)
    both = context.say("publishing-dialogue-we-compared-with-and-over-all", since=since)
    alone = context.say("publishing-dialogue-we-compared-with", since=since)
    texts = (
        both if moved else alone,
        *([note] if unsure else []),
        *([] if brief else _stable_words(context, judged)),
        *([declared] if declared else []),
    )
    periods = _over_all(context, [(name, period) for name, _, period in moved])
    return texts, (*periods, *_since_the_last(context, compared))


def _moved(context: Readout, followed: Followed) -> list[tuple[str, Item, Period]]:
    """Return what moved over its whole period, and not so since the edition before.

    A line that does not move as its ends do is left out: it asks for more words than there are.
    """
    judged = ((name, item, period_of(context, item)) for name, item in followed)
    return [
        (name, item, period)
        for name, item, period in judged
        if period is not None and period.verdict in MOVED and not period.ends
        if not _says_so(change_of(context.lookup, item), period)
    ]


def _says_so(last: Difference | None, period: Period) -> bool:
    return last is not None and _direction(last.verdict) == _direction(period.verdict)


def _direction(verdict: str) -> str:
    """Return a verdict without its margin: “rose by less than d points” rose."""
    return verdict.partition("_")[0]


def _over_all(speech: Speech, moved: Sequence[tuple[str, Period]]) -> list[str]:
    together: dict[tuple[str, str], list[str]] = {}
    for name, period in moved:
        between = speech.say(
            "publishing-language-between-editions", first=period.first, last=period.last
        )
        together.setdefault((_direction(period.verdict), between), []).append(name)
    sentences: list[str] = []
    for (verdict, between), names in together.items():
        heads = [_over(speech, verdict, k + 1, between) for k in range(len(names))]
        sentences += _listed(speech, heads, names)
    return sentences


def _over(speech: Speech, verdict: str, n: int, between: str) -> str:
    if verdict == "rose":
        return speech.say("publishing-dialogue-have-risen-over", n=n, over=between)
    return speech.say("publishing-dialogue-have-fallen-over", n=n, over=between)


def _since_the_last(context: Readout, told: Sequence[tuple[str, Item, Difference]]) -> list[str]:
    """Group results by what became of them, in the words of the one table of verdicts."""
    together: dict[tuple[str, str, str], list[tuple[str, Difference]]] = {}
    for name, item, one in told:
        key = (one.reference, words_of(context, one), without_a_trend(context, item))
        together.setdefault(key, []).append((name, one))
    sentences: list[str] = []
    for (*_, trend), same in together.items():
        ones = [one for _, one in same]
        heads = [words_of_several(context, ones[: k + 1]) for k in range(len(ones))]
        if trend:
            heads = [
                context.say("publishing-dialogue-changed-without-a-trend", change=head, trend=trend)
                for head in heads
            ]
        sentences += _listed(context, heads, [name for name, _ in same])
    return sentences


def _stable_words(context: Context, judged: Iterable[Difference]) -> list[str]:
    """Say in people what the margin of a stable result is."""
    margins = {one.margin for one in judged if one.verdict == "stable"}
    if not margins:
        return []
    most = max(margins)
    digits = 0 if most == round(most) else 1
    count = context.numbers.decimal(most, digits)
    return [context.say("publishing-dialogue-stable-means-that-the-gap-if-there-is", count=count)]


def _listed(speech: Speech, heads: Sequence[str], names: Sequence[str]) -> list[str]:
    """Return names in as many sentences as their length asks for.

    `heads` say what became of one of them, of two, and so on.
    """

    def sentence(some: Sequence[str], *, first: bool) -> str:
        likewise = speech.say("publishing-dialogue-likewise")
        words = upper_first(heads[len(some) - 1]) if first else likewise
        return ended(speech.colon(words, in_words(some, speech.lang)))

    sentences: list[str] = []
    waiting: list[str] = []
    for name in names:
        longer = sentence([*waiting, name], first=not sentences)
        if waiting and len(words_in(longer)) > MOST_WORDS:
            sentences.append(sentence(waiting, first=not sentences))
            waiting = [name]
        else:
            waiting.append(name)
    return [*sentences, sentence(waiting, first=not sentences)]
