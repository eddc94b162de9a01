"""Open answers of one word: counted as words, never kept as answers."""

from __future__ import annotations

import re
import unicodedata

import pandas as pd

from padai.errors import EstimationError
from padai.waves.wave import Wave
from padai.words import Said

_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_SPACES = re.compile(r"\s+")
_LONGEST = 30


def cleaned_word(answer: object) -> str:
    """Return the word of an answer: lower case, one space, no punctuation around it.

    What is longer than 30 characters, or holds a digit or a sign that words do not have, is no
    word and gives an empty text: it could name someone.

    Examples
    --------
    >>> cleaned_word("  Méfiance! ")
    'méfiance'
    >>> cleaned_word("514-555-0199")
    ''
    """
    if not isinstance(answer, str):
        return ""
    text = _SPACES.sub(" ", unicodedata.normalize("NFC", answer)).strip().casefold()
    text = _EDGES.sub("", text).replace("'", "’")
    is_word = all(ch.isalpha() or ch in "’- " for ch in text)
    return text if is_word and len(text) <= _LONGEST else ""


def count_words(wave: Wave, question: str, *, at_least: int) -> pd.DataFrame:
    """Count the words that at least so many respondents gave.

    Parameters
    ----------
    wave
        The wave.
    question
        An open question, or a column of texts.
    at_least
        The disclosure count: rarer words are not returned, by number or by name.

    Returns
    -------
    pandas.DataFrame
        Columns wave, question, word, n, share: the most frequent first, ties in alphabetical
        order; `share` is of all respondents who gave a word, unweighted, 0 to 1.

    Raises
    ------
    EstimationError
        The wave has no such column.
    """
    if question not in wave.frame.columns:
        raise EstimationError(
            Said(
                "estimation-there-is-no-column-to-count-words-in",
                wave_id=wave.id,
                question=question,
            )
        )
    words = wave.frame[question].map(cleaned_word)
    words = words[words != ""]
    counts = words.value_counts().rename_axis("word").reset_index(name="n")
    counts = counts[counts["n"] >= at_least].sort_values(["n", "word"], ascending=[False, True])
    return pd.DataFrame(
        {
            "wave": wave.id,
            "question": question,
            "word": counts["word"].astype(str),
            "n": counts["n"].astype("int64"),
            "share": counts["n"] / max(len(words), 1),
        }
    ).reset_index(drop=True)
