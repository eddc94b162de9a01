"""What stands under a figure of its questions: their words, their measures, their scales."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from padai.publishing.basis.context import Context
from padai.publishing.basis.sentences import joined
from padai.publishing.exhibits.common import Item

_LEAST_SHARED = 25
"""Letters that questions start with alike, from which on the shared start is quoted once."""


def wordings(context: Context, chosen: Sequence[Item]) -> str:
    """Quote the questions of an exhibit: one, what several start with alike, or each in turn."""
    asked = list(dict.fromkeys(i.question for i in chosen))
    part = chosen[0].part if chosen else ""
    texts = {q: _words(context, q, part) for q in asked}
    if not texts:
        return ""
    if len(set(texts.values())) == 1:
        return _question(context, next(iter(texts.values())))
    shared = _shared_start(list(texts.values()))
    if len(shared) >= _LEAST_SHARED:
        return _question(context, f"{shared}…")
    said = [context.colon(context.label(q), _quoted(context, words)) for q, words in texts.items()]
    lead = context.say("publishing-exhibits-questions")
    return context.colon(lead, context.say("publishing-exhibits-signs").join(said)) + "."


def _words(context: Context, question: str, part: str) -> str:
    declared = context.question(question)
    words = declared.wording_at(context.store.wave, context.store.survey.waves)
    return words.get(context.lang, context.part(part).mode)


def _quoted(context: Context, text: str) -> str:
    return context.say("publishing-exhibits-text", text=text)


def _question(context: Context, text: str) -> str:
    stop = "" if text.endswith((".", "?", "!", "…")) else "."
    lead = context.say("publishing-exhibits-question")
    return context.colon(lead, _quoted(context, text)) + stop


def _shared_start(texts: list[str]) -> str:
    """Return what texts start with alike, cut after a whole word."""
    alike = takewhile(lambda letters: len(set(letters)) == 1, zip(*texts, strict=False))
    start = "".join(letters[0] for letters in alike)
    return start[: start.rfind(" ")].rstrip(" ,:;(…«“") if " " in start else ""


def measures(context: Context, chosen: Sequence[Item]) -> str:
    """Name what is followed, with its unit: once where it is one, by question where it is not."""
    together: dict[str, list[str]] = {}
    for item in chosen:
        unit = {
            "share": context.say("publishing-exhibits-in-0133"),
            "balance": context.say("publishing-exhibits-in-percentage-points-3ebe"),
            "mean": "",
        }[context.kind(item.question, item.response)]
        named = context.response(item.question, item.response) + unit
        names = together.setdefault(named, [])
        if (label := context.label(item.question)) not in names:
            names.append(label)
    if len(together) == 1:
        return next(iter(together))
    said = (f"{what} ({joined(names, context.lang)})" for what, names in together.items())
    return context.say("publishing-exhibits-signs").join(said)


def scale_ends(context: Context, chosen: Sequence[Item]) -> str:
    """Say what the two ends of the scales of an exhibit mean, question by question where they
    differ.
    """
    together: dict[str, list[str]] = {}
    for item in chosen:
        scale = context.question(item.question).scale
        if scale is None or scale.ends is None or scale.points is None:
            continue
        low, high = (_quoted(context, context.text(t)) for t in scale.ends)
        first, last = scale.points
        said = context.say(
            "publishing-exhibits-from-to-bd32", first=first, low=low, last=last, high=high
        )
        together.setdefault(said, []).append(context.label(item.question))
    if not together:
        return ""
    word = context.say("publishing-exhibits-scale")
    every = {i.question for i in chosen}
    if len(together) == 1 and len(next(iter(together.values()))) == len(every):
        return f"{word} {next(iter(together))}."
    return " ".join(
        context.colon(joined(names, context.lang), f"{word.lower()} {said}.")
        for said, names in together.items()
    )
