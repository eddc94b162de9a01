"""What labels and names say: guesses, to be marked as such."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from padai.interchange.draft import Value
from padai.interchange.latin import in_latin
from padai.survey.answer_words import (
    missing_kind,
    names_both,
    normal,
    not_understood,
    whole_letters,
    without_code,
    without_tag,
)
from padai.survey.tongues import language

_OWN_CODE = re.compile(
    r"\s*(?:\((-?[0-9]+)\)|(-?[0-9]+)(?:\)|[.:](?=\s)|\s*[-–—](?=\s+[^\s0-9])))\s*"
)
"""A code before a label; after a dash no number, for "1 - 2" may be an answer."""
LONGEST = 48
"""Letters of an id that is spelled from another writing, where one sign takes several."""
OTHERS = re.compile(
    r"autres?|others?|otr[oa]s?|outr[oa]s?|andere[rs]?|altr[oaie]|annat|annen|non binaires?|"
    r"non ?binary|no binari[oa]|nao binari[oa]|divers|gender diverse|muut?|inn[ey]|diger"
)
"""An answer that is nobody's own words, however few gave it."""


def similarity(one: str, other: str) -> float:
    """Return how alike two texts are, from 0 to 1; 1 where either is empty."""
    a, b = normal(one), normal(other)
    if not a or not b or a == b:
        return 1.0
    return SequenceMatcher(None, a, b, autojunk=False).ratio()


def slug(text: str, fallback: str = "q") -> str:
    """Turn a text into an id: letters, digits and underscores, a letter first.

    Examples
    --------
    >>> slug("Q1.a"), slug("2e question"), slug("Âge")
    ('Q1_a', 'q_2e_question', 'Age')
    >>> slug("Доверие к суду"), slug("Płeć")
    ('doverie_k_sudu', 'Plec')
    """
    spelled = in_latin(whole_letters(text))
    plain = unicodedata.normalize("NFKD", spelled)
    kept = "".join(
        c if c.isascii() and c.isalnum() else "_" for c in plain if not unicodedata.combining(c)
    )
    name = re.sub(r"_+", "_", kept).strip("_")
    name = name if spelled == text else name[:LONGEST].rstrip("_")
    if not name:
        return fallback
    return name if name[0].isalpha() else f"{fallback}_{name}"


def unique(name: str, taken: set[str], turns: dict[str, int] | None = None) -> str:
    """Return a name that differs from those taken by more than case, and take it.

    Parameters
    ----------
    turns
        Where each name's search may start again: of many alike, none is looked through twice.
    """
    folded = name.casefold()
    chosen, turn = name, (turns or {}).get(folded, 2)
    while chosen.casefold() in taken:
        chosen, turn = f"{name}_{turn}", turn + 1
    taken.add(chosen.casefold())
    if turns is not None:
        turns[folded] = turn
    return chosen


def without_own_codes(labels: Mapping[Value, str]) -> dict[Value, str]:
    """Return the labels of a column without the code that each of them repeats.

    Where one of them does not, what stands there may be the answer.

    Examples
    --------
    >>> without_own_codes({1: "(1) Agree", 2: "(2) Disagree", -9: "(-9) Don't know"})
    {1: 'Agree', 2: 'Disagree', -9: "Don't know"}
    >>> without_own_codes({1: "1 - 2 hours", 2: "2 - 3 hours"})
    {1: '1 - 2 hours', 2: '2 - 3 hours'}
    """
    codes = {v: _OWN_CODE.match(label) for v, label in labels.items()}
    rest = {v: labels[v][m.end() :] for v, m in codes.items() if m and str(v) in m.groups()}
    return rest if len(rest) == len(labels) and all(rest.values()) else dict(labels)


def without_asides(label: str) -> str:
    """Return a label without the round that stands before it in capitals, and without its notes.

    Examples
    --------
    >>> without_asides("PRE: SUMMARY: Respondent age"), without_asides("Your (R) sex [revised]")
    ('Respondent age', 'Your sex')
    """
    text = re.sub(r"^([A-Z]+(-[A-Z]+)*:\s+)+(?=\S)", "", label)
    return " ".join(re.sub(r"\s*(\[[^\]]*\]|\(R\))", "", text).split()) or label


def shared_start(texts: Sequence[str]) -> str:
    """Return what every text begins with, character by character."""
    first, last = min(texts), max(texts)
    same = next((i for i, c in enumerate(first) if last[i : i + 1] != c), len(first))
    return first[:same]


def says_other(text: str) -> bool:
    """Whether a label is of what is no other choice of a list, which is an answer.

    Examples
    --------
    >>> says_other("Otro, ¿cuál?"), says_other("Another time"), says_other("No sabe")
    (True, False, False)
    """
    return any(OTHERS.fullmatch(word) for word in normal(text).split()[:1])


__all__ = [
    "OTHERS",
    "language",
    "missing_kind",
    "names_both",
    "normal",
    "not_understood",
    "says_other",
    "shared_start",
    "similarity",
    "slug",
    "unique",
    "without_asides",
    "without_code",
    "without_own_codes",
    "without_tag",
]
