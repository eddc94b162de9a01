"""How a draft names what it shows: its questions told apart, and each exhibit after them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from padai.survey import Question, Text
from padai.survey.answer_words import SMALL_WORDS, normal

_LETTERS = 90
_LEAST_START = 8
"""Letters that the names of a battery start with alike, from which on they name it."""
_LINKS = (
    "in|on|for|to|a|an|with|and|your|how|often|much|many|do|does|did|is|are|you|what|"
    "which|combien|comment|vous|dans|en|au|aux|l|d|et|pour|sur|a l|envers|con|por|y|al|"
    "del|da|do|em|no|na|der|die|das|dem|den|zu|im|zum|zur|in der|het|een|van"
)
_LINKING = SMALL_WORDS.union(_LINKS.split("|"))
"""Words that end no title."""
_PARTS = re.compile(r"^[-–—]$|:$")
"""A word that parts a question from what it is asked of."""


def told_apart(questions: Mapping[str, Question], lang: str) -> dict[str, Question]:
    """Return questions of which those of one name have that of their column beside it.

    A file keeps a column and what was recoded of it under one label.

    Parameters
    ----------
    questions
        All of a definition, by id.
    lang
        The language of the draft.
    """
    labels = {q.id: q.label.get(lang, q.id) for q in questions.values()}
    counts = Counter(normal(label) for own, label in labels.items() if label != own)
    out = dict(questions)
    for own, label in labels.items():
        if label != own and counts[normal(label)] > 1:
            words = questions[own].label
            tags = {lang, *words.tags}
            named = Text.model_validate({tag: f"{words.get(tag)} ({own})" for tag in tags})
            out[own] = questions[own].model_copy(update={"label": named})
    return out


def proposed_titles(exhibits: Sequence[Sequence[str]]) -> list[str]:
    """Name exhibits, each by the names of its questions, so that two long ones are told apart.

    Examples
    --------
    >>> asked = "Of each of the organisations that I name, please tell me whether you are a member"
    >>> proposed_titles([[f"{asked} or not: a union"], [f"{asked} or not: a club"], ["Vote"]])
    ['… union', '… club', 'Vote']
    """
    titles = [proposed_title(names) for names in exhibits]
    for title in {t for t in titles if t.endswith("…") and titles.count(t) > 1}:
        alike = [p for p, t in enumerate(titles) if t == title and len(exhibits[p]) == 1]
        words = [exhibits[place][0].split() for place in alike]
        same = next((k for k, each in enumerate(zip(*words, strict=False)) if len({*each}) > 1), 0)
        for place, each in zip(alike, words, strict=True):
            titles[place] = f"… {_cut(' '.join(each[same:]))}" if same else title
    return titles


def proposed_title(names: Sequence[str]) -> str:
    """Name an exhibit: by its question, or by what the names of several start with."""
    if len(names) == 1:
        return _cut(names[0])
    start = _start(names)
    named = len(start) >= _LEAST_START and not _breaks_off(start, names)
    return _cut(start) if named else f"{_cut(names[0])} (+ {len(names) - 1})"


def _breaks_off(start: str, names: Sequence[str]) -> bool:
    """Whether whole sentences start alike by their first words, which are no name by themselves."""
    asked = all(len(n) > _LETTERS or n.rstrip().endswith(("?", "؟", "？")) for n in names)
    return asked and len(start) < min(map(len, names)) / 2


def _start(names: Sequence[str]) -> str:
    """Return the whole words that names start with alike."""
    alike = 0
    words = [name.split() for name in names]
    while all(len(w) > alike and w[alike] == words[0][alike] for w in words):
        alike += 1
    parted = [i for i, word in enumerate(words[0][:alike]) if _PARTS.search(word)]
    whole = " ".join(words[0][: parted[-1] + 1]) if parted else ""
    if len(whole.rstrip(" :;,–—-(")) >= _LEAST_START:
        return whole.rstrip(" :;,–—-(")  # "Trust in - The", of "Trust in - The courts"
    while alike and normal(words[0][alike - 1]) in _LINKING:
        alike -= 1  # "Trust in the", of "Trust in the courts"
    return " ".join(words[0][:alike]).rstrip(" :;,–-(")


def _cut(text: str) -> str:
    return text if len(text) <= _LETTERS else text[:_LETTERS].rsplit(" ", 1)[0] + "…"
