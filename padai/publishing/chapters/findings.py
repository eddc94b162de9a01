"""Findings as a sentence tells them in a row, and as a page lists them where they are many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from padai.publishing.basis.speech import Speech
from padai.publishing.basis.vocabulary import check_words
from padai.publishing.pieces.emit import (
    Piece,
    bullets,
    by_medium,
    folded,
    joined,
    marked,
    paragraph,
)
from padai.survey.kinds import SampleType
from padai.words import in_a_row, say

_MOST_IN_A_SENTENCE = 2
"""Findings that a reader takes in from one sentence of a page; more are a list."""
_MOST_OPEN = 6
"""Findings that a telephone shows with the first picture; of more, those told aside are folded."""


class ToldTogether(Protocol):
    """Findings under one thing that they share: the period, or whom groups are compared with."""

    @property
    def when(self) -> str:
        """What they share, as it starts a sentence."""

    def sentence(self, lang: str) -> str:
        """Say all of them in one sentence."""

    def clauses(self, lang: str) -> list[str]:
        """Say each by itself."""


@dataclass(frozen=True)
class Gaps:
    """By how much groups stand above or under the others, a clause a figure."""

    when: str
    figures: Sequence[str]

    def sentence(self, lang: str) -> str:
        """Say all of them in one sentence."""
        return f"{self.when}, {say('publishing-language-semicolon', lang).join(self.figures)}."

    def clauses(self, lang: str) -> list[str]:
        """Say each by itself."""
        del lang
        return list(self.figures)


@dataclass(frozen=True)
class ToldFindings:
    """A sentence or two: what moved or differs, by what it shares, and what is said besides."""

    moves: tuple[ToldTogether, ...] = ()
    rest: str = ""
    aside: bool = False
    """Whether a page may fold what it tells, and leave its first line."""

    def text(self, lang: str) -> str:
        """Return all of it in a row."""
        return in_a_row(*(each.sentence(lang) for each in self.moves), self.rest)

    def clauses(self, lang: str) -> list[str]:
        """Return the findings, each by itself."""
        return [clause for each in self.moves for clause in each.clauses(lang)]


def checked_findings(
    sentences: Sequence[ToldFindings], lang: str, sample: SampleType, where: str
) -> None:
    """Refuse findings that use a word which the sample forbids, in a row or in a list.

    Raises
    ------
    PublicationError
        One of them uses such a word.
    """
    for each in sentences:
        for text in (each.text(lang), *each.clauses(lang)):
            check_words(text, sample, where)


def findings(speech: Speech, sentences: Sequence[ToldFindings], *, style: str = "") -> list[Piece]:
    """Return a paragraph a sentence, or lists of those that move where a sentence holds many.

    Paper has no room for lists above the key results, and keeps the sentences.

    Parameters
    ----------
    style
        The class that the lists bear on a page.
    """
    paragraphs = [paragraph(each.text(speech.lang)) for each in sentences]
    if all(len(each.clauses(speech.lang)) <= _MOST_IN_A_SENTENCE for each in sentences):
        return paragraphs
    return [by_medium(joined(_in_lists(speech, sentences, style)), joined(paragraphs))]


def _in_lists(speech: Speech, sentences: Sequence[ToldFindings], style: str) -> list[Piece]:
    """Return findings as a list for each thing that they share; what else is said as it is."""
    folds = sum(len(each.clauses(speech.lang)) for each in sentences) > _MOST_OPEN
    lists, rests, aside = [], [], []
    for each in sentences:
        for move in each.moves:
            if folds and each.aside:
                aside += folded(_folded_line(speech, move), _listed(speech, move))
            else:
                line = speech.say("publishing-chapters-headline-period", when=move.when)
                lists += [paragraph(line), _listed(speech, move)]
        rests += [paragraph(each.rest)] if each.rest else []
    shown = [marked(style, joined(lists))] if style else lists
    return [*shown, *rests, *aside]


def _folded_line(speech: Speech, told: ToldTogether) -> str:
    """Say what folded findings share, and how many they are."""
    n = len(told.clauses(speech.lang))
    return speech.say("publishing-chapters-findings-aside", when=told.when, n=n)


def _listed(speech: Speech, told: ToldTogether) -> Piece:
    """Return a finding in each item of a list."""
    clauses = told.clauses(speech.lang)
    ends = ["next"] * (len(clauses) - 1) + ["last"]
    return bullets(
        speech.say("publishing-chapters-headline-finding", finding=finding, end=end)
        for finding, end in zip(clauses, ends, strict=True)
    )
