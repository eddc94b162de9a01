"""How easy a text is to read: the formulas, and the counts that they rest on.

French: Kandel and Moles's adaptation of Flesch's formula (L. Kandel, A. Moles, « Application de
l'indice de Flesch à la langue française », *Cahiers d'études de radio-télévision*, 19, 1958).
English: the Flesch-Kincaid grade level (J. P. Kincaid et al., *Derivation of new readability
formulas for Navy enlisted personnel*, Research Branch Report 8-75, 1975).

A word is what stands between two spaces: an elided article belongs to its word (``l'homme`` is
one word), as a hyphen joins (``peut-être``). Signs that are not read aloud are no word. Numbers
count with the syllables of their reading, initials letter by letter.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from padai.followup.pages.numbers_aloud import number_words
from padai.followup.pages.syllables import syllables

_WORD = re.compile(r"[^\W_]", re.UNICODE)
_END = re.compile(r"(?<=[.!?…])[\s\u00a0\u202f]+(?=[^a-zà-ÿ])")
_SPACES = re.compile(r"[\s\u202f]+")
_GROUPED = re.compile(r"(?<=\d)[\u00a0\u202f ,](?=\d{3}\b)")
_SPACED_SIGN = re.compile(r"[\u00a0\u202f ]+(?=[;:!?»%])|(?<=«)[\u00a0\u202f ]+")


@dataclass(frozen=True)
class Reading:
    """How easy a text is to read.

    Attributes
    ----------
    score
        Kandel-Moles in French (the higher, the easier), Flesch-Kincaid grade in English (the
        lower, the easier).
    words, sentences, syllables
        What it was computed from.
    longest
        The sentence with the most words.
    """

    score: float
    words: int
    sentences: int
    syllables: int
    longest: str

    @property
    def words_per_sentence(self) -> float:
        """Words in a sentence, on average."""
        return self.words / self.sentences


def kandel_moles(words: int, sentences: int, syllables_: int) -> float:
    """Return Kandel and Moles's score of a French text: the higher, the easier.

    Examples
    --------
    >>> round(kandel_moles(words=10, sentences=1, syllables_=15), 2)
    86.45
    """
    return 207.0 - 1.015 * words / sentences - 73.6 * syllables_ / words


def flesch_kincaid(words: int, sentences: int, syllables_: int) -> float:
    """Return the Flesch-Kincaid grade of an English text: the lower, the easier.

    Examples
    --------
    >>> round(flesch_kincaid(words=10, sentences=1, syllables_=14), 2)
    4.83
    """
    return 0.39 * words / sentences + 11.8 * syllables_ / words - 15.59


@dataclass(frozen=True)
class ReadabilityMeasure:
    """How hard a text of a language is, and what a page for everyone may be.

    Attributes
    ----------
    score
        The formula, of words, sentences and syllables.
    limit
        The hardest that a page may score.
    rises_with_ease
        Whether a higher score is easier.
    sentences_held
        Whether no sentence may be long, whatever the score.
    """

    score: Callable[[int, int, int], float]
    limit: float
    rises_with_ease: bool = False
    sentences_held: bool = False

    def too_hard(self, score: float) -> bool:
        """Return whether a text that scores so is too hard."""
        return score < self.limit if self.rises_with_ease else score > self.limit


MEASURES = {
    "fr": ReadabilityMeasure(kandel_moles, 55.0, rises_with_ease=True, sentences_held=True),
    "en": ReadabilityMeasure(flesch_kincaid, 8.0),
}
"""The languages that padai measures: Kandel-Moles in French, Flesch-Kincaid grade in English."""


def reading_of(texts: Sequence[str], lang: str) -> Reading:
    """Measure texts; each ends a sentence, whether or not a full stop says so.

    Parameters
    ----------
    texts
        Paragraphs, headings or items, in French or in English.
    lang
        ``"fr"`` or ``"en"``.

    Raises
    ------
    ValueError
        There is no word in them.

    Examples
    --------
    >>> reading = reading_of(["Le chat dort. Il rêve."], "fr")
    >>> reading.words, reading.sentences, reading.syllables
    (5, 2, 5)
    """
    sentences = [s for text in texts for s in sentences_of(text)]
    counts = [len(words_of(s)) for s in sentences]
    total = sum(counts)
    if not total:
        raise ValueError("a text without a word cannot be measured")
    sounds = sum(_syllables(word, lang) for s in sentences for word in words_of(s))
    score = MEASURES[lang].score(total, len(sentences), sounds)
    return Reading(score, total, len(sentences), sounds, sentences[counts.index(max(counts))])


def sentences_of(text: str) -> list[str]:
    """Part a text into sentences: at a full stop, a question mark, an exclamation mark.

    A colon or a semicolon ends none.
    """
    parts = (part.strip() for part in _END.split(text.strip()))
    return [part for part in parts if words_of(part)]


def words_of(sentence: str) -> list[str]:
    """Return the words of a sentence; a thousands separator parts no number."""
    joined = _SPACED_SIGN.sub("", _GROUPED.sub("", sentence))
    return [w for w in _SPACES.split(joined.replace("\u00a0", " ")) if _WORD.search(w)]


def _syllables(word: str, lang: str) -> int:
    """Count the syllables of a word as it is read: numbers in words, initials by letter."""
    plain = word.strip("«»“”\"'().,;:!?…%")
    if re.fullmatch(r"\d+", plain):
        return sum(syllables(w, lang) for w in number_words(int(plain), lang).split())
    bare = re.sub(r"^(?:[cdjlmnst]|qu)['’]", "", plain, flags=re.IGNORECASE)
    if bare.isupper() and len(bare) <= 5 and len(bare) > 1:
        return len(bare) + 2 * bare.count("W")
    return max(1, syllables(plain, lang))
