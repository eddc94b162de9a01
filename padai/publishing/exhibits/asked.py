"""What stands under a figure of its questions: their words, their measures, their scales."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from padai.publishing.basis.naming import Naming
from padai.publishing.basis.sentences import joined
from padai.publishing.basis.speech import Speech
from padai.publishing.exhibits.exhibit_items import Item

_LEAST_SHARED = 25
"""Letters that questions start and end with alike, from which on these are quoted once."""


_SIGN = re.compile(r"(?:[\s\u00a0\u202f]*[?!])?$")
"""The sign that makes a text a question, with the space before it."""


def wordings(naming: Naming, chosen: Sequence[Item]) -> str:
    """Quote the questions of an exhibit: one, what several start and end with, or each in turn."""
    asked = list(dict.fromkeys(i.question for i in chosen))
    part = chosen[0].part if chosen else ""
    texts = {q: _words(naming, q, part) for q in asked}
    if not texts:
        return ""
    if len(set(texts.values())) == 1:
        return _question(naming, next(iter(texts.values())))
    start, end = _shared(list(texts.values()))
    if start and len(start) + len(end) >= _LEAST_SHARED:
        return _question(naming, f"{start}…{end}")
    quoted = [naming.colon(naming.label(q), _quoted(naming, words)) for q, words in texts.items()]
    lead = naming.say("publishing-exhibits-questions")
    return naming.colon(lead, naming.say("publishing-exhibits-signs").join(quoted)) + "."


def _words(naming: Naming, question: str, part: str) -> str:
    declared = naming.question(question)
    words = declared.wording_at(naming.wave, naming.survey.waves)
    return words.get(naming.lang, naming.part(part).mode)


def _quoted(speech: Speech, text: str) -> str:
    return speech.say("publishing-exhibits-text", text=text)


def _question(speech: Speech, text: str) -> str:
    stop = "" if text.endswith((".", "?", "!", "…")) else "."
    lead = speech.say("publishing-exhibits-question")
    return speech.colon(lead, _quoted(speech, text)) + stop


def _shared(texts: list[str]) -> tuple[str, str]:
    """Return the whole words that texts start with alike, and what they end with alike.

    That is whole words after a space, or the sign that ends them all.
    """
    start = _alike(texts)
    start = start[: start.rfind(" ")] if " " in start else ""
    rests = [text[len(start) :] for text in texts]
    end = _alike([rest[::-1] for rest in rests])[::-1]
    words = end[end.find(" ") :] if " " in end else ""
    if not any(map(str.isalpha, words)):
        sign = _SIGN.search(end)
        words = sign[0] if sign else ""
    return start.rstrip(" ,:;(…«“"), words


def _alike(texts: Sequence[str]) -> str:
    """Return the letters that texts start with alike."""
    same = takewhile(lambda letters: len(set(letters)) == 1, zip(*texts, strict=False))
    return "".join(letters[0] for letters in same)


def measures(naming: Naming, chosen: Sequence[Item]) -> str:
    """Name what is followed, with its unit: once where it is one, by question where it is not."""
    together: dict[str, list[str]] = {}
    for item in chosen:
        unit = {
            "share": naming.say("publishing-exhibits-in-0133"),
            "balance": naming.say("publishing-exhibits-in-percentage-points-3ebe"),
            "mean": "",
        }[naming.kind(item.question, item.response)]
        named = naming.response(item.question, item.response) + unit
        names = together.setdefault(named, [])
        if (label := naming.label(item.question)) not in names:
            names.append(label)
    if len(together) == 1:
        return next(iter(together))
    listed = (f"{what} ({joined(names, naming.lang)})" for what, names in together.items())
    return naming.say("publishing-exhibits-signs").join(listed)


def scale_ends(naming: Naming, chosen: Sequence[Item]) -> str:
    """Say what the two ends of the scales of an exhibit mean, question by question where they
    differ.
    """
    together: dict[str, list[str]] = {}
    for item in chosen:
        scale = naming.question(item.question).scale
        if scale is None or scale.ends is None or scale.points is None:
            continue
        low, high = (_quoted(naming, naming.text(t)) for t in scale.ends)
        first, last = scale.points
        span = naming.say(
            "publishing-exhibits-from-to-bd32", first=first, low=low, last=last, high=high
        )
        together.setdefault(span, []).append(naming.label(item.question))
    if not together:
        return ""
    word = naming.say("publishing-exhibits-scale")
    every = {i.question for i in chosen}
    if len(together) == 1 and len(next(iter(together.values()))) == len(every):
        return f"{word} {next(iter(together))}."
    return " ".join(
        naming.colon(joined(names, naming.lang), f"{word.lower()} {span}.")
        for span, names in together.items()
    )
