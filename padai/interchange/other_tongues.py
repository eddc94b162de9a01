"""Waves labelled in different languages: which columns are one question by name and codes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from padai.interchange.draft import DraftQuestion, Value
from padai.interchange.remarks import doubtful_link
from padai.survey.answer_words import normal
from padai.survey.tongues import language
from padai.words import Said

ACROSS = "interchange-note-other-tongue"
"""What is noted of a question that names and codes alone link."""
FEWEST_ALIKE, AGREE = 10, 0.9
"""Numbered columns with the same name, and the share of them whose codes are the same, from which
on their numbers stand for the same questions in both files."""
FEWEST_TEXTS = 8
"""Labels from which on a file tells what language they are in."""
SAME_WORDS = 1 / 3
"""The share of same labels, among columns of one name, from which on two waves share a language."""
_NUMBERED = re.compile(r"[a-z]{0,4}[_.]?[0-9].*", re.IGNORECASE)
Trusted = Literal["none", "words", "all"]
"""Which names are believed: none, those that are words, those that number a question too."""


@dataclass(frozen=True)
class Tongues:
    """The language of the labels of each wave, and whether a person said that names tell."""

    by_wave: Mapping[str, str] = field(default_factory=dict)
    by_name: bool = False

    def differ(self, old: DraftQuestion, new: DraftQuestion) -> bool:
        """Whether the labels of two questions are in two languages."""
        one, other = (self.by_wave.get(next(iter(q.columns), ""), "") for q in (old, new))
        return bool(one and other and one != other)

    def trusted(self, merged: Sequence[DraftQuestion], drafts: Sequence[DraftQuestion]) -> Trusted:
        """Say which names of a wave are believed, by the codes of all that have the same name.

        A question that was put in, or left out, moves the numbers of all that follow it.
        """
        pairs = list(_pairs(merged, drafts))
        if not any(self.differ(old, new) for old, new in pairs) or _same_words(pairs):
            return "none"
        alike = [same_codes(o, n) for o, n in pairs if len(_codes(o)) > 1 and len(_codes(n)) > 1]
        sure = self.by_name or (len(alike) >= FEWEST_ALIKE and sum(alike) >= AGREE * len(alike))
        return "all" if sure else "words"

    def one_question(self, old: DraftQuestion, new: DraftQuestion, trusted: Trusted) -> Said | None:
        """Say that two columns of one name are one question in two languages, if they are."""
        if trusted == "none" or not self.differ(old, new) or not same_codes(old, new):
            return None
        if trusted == "words" and _NUMBERED.fullmatch(column_of(new)):
            return None
        return doubtful_link(Said(ACROSS, wave=next(iter(new.columns))))


def tongue_of(labels: Mapping[str, str]) -> str:
    """Return the language of the labels of a file's columns, where there are enough to tell."""
    texts = [*filter(None, labels.values())]
    return language(texts, "") if len(texts) >= FEWEST_TEXTS else ""


def _pairs(
    merged: Sequence[DraftQuestion], drafts: Sequence[DraftQuestion]
) -> Iterator[tuple[DraftQuestion, DraftQuestion]]:
    named = {column_of(question).casefold(): question for question in merged}
    for new in drafts:
        old = named.get(column_of(new).casefold())
        if old is not None:
            yield old, new


def _same_words(pairs: Sequence[tuple[DraftQuestion, DraftQuestion]]) -> bool:
    """Whether so many labels are the same that the languages are not two."""
    texts = [[normal(next(iter(q.label.values()), "")) for q in pair] for pair in pairs]
    same = [old == new for old, new in texts if old and new]
    return sum(same) > SAME_WORDS * len(same)


def column_of(question: DraftQuestion) -> str:
    """Return the latest column of a question."""
    return next(reversed(list(question.columns.values())), "")


def _codes(question: DraftQuestion) -> set[Value]:
    return {code.value for code in question.codes if code.label}


def same_codes(old: DraftQuestion, new: DraftQuestion) -> bool:
    """Whether two questions have one type, and the same values for answers and for none."""
    if (old.type, old.points) != (new.type, new.points):
        return False
    crossed = any(
        {code.value for code in one.codes} & {gap.value for gap in other.missing if gap.label}
        for one, other in ((old, new), (new, old))
    )
    return not crossed and _codes(old) == _codes(new)
