"""Whether ids that return are the same people: by sex, year of birth and age."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from padai.interchange.draft import DraftQuestion
from padai.interchange.label_words import normal
from padai.interchange.profiles import numbers

if TYPE_CHECKING:
    import pandas as pd

FEWEST_TO_COMPARE = 20
MOST_BY_CHANCE = 0.75
MOST_SEXES = 6
NEARLY_RUN = 0.95
_YEARS_OLDER = (-1, 8)
"""By how many years people of one id are older in the next wave, where they are the same."""
_SEX = re.compile(r"\b(r?sexe?|sexo|gender|gndr|genre|genero|geschlecht|sesso|geslacht)[0-9]?\b")
_SEXES = re.compile(
    r"\b(males?|man|men|homme|masculin[oa]?|hombre|varon|mann|mannlich|uomo|homem|female|woman|"
    r"femme|feminin[oa]?|femenino|mujer|frau|weiblich|donna|mulher)\b"
)
_BORN = re.compile(
    r"\b(year of birth|birth year|annee de naissance|ano de nacimiento|nacimiento|yrbrn|yearborn|"
    r"birthyear|yob|geburtsjahr|ano de nascimento|anno di nascita)\b"
)
_AGE = re.compile(r"\b(age|agea|edad|idade|alter|eta|leeftijd)\b")
_FEW_WORDS = 6
_RUN = re.compile(r"(.*?)([0-9]+)\D*")

Agree = Callable[["pd.Series[Any]", "pd.Series[Any]"], Any]


def agreement(
    frames: Mapping[str, pd.DataFrame],
    keys: Mapping[str, pd.Series[Any]],
    questions: Sequence[DraftQuestion],
) -> float | None:
    """Return how often what does not change agrees where an id returns in the next wave.

    Of sex, year of birth and age, the one that agrees most, but for what would agree among other
    people as well; None where nothing is told.
    """
    rates = []
    for columns, agree in _constants(questions):
        same = both = chance = 0
        for before, after in pairwise(frames):
            if before not in columns or after not in columns:
                continue
            old = frames[before].set_index(keys[before])[columns[before]]
            new = frames[after].set_index(keys[after])[columns[after]]
            shared = old.index.intersection(new.index)
            if not (old.index.is_unique and new.index.is_unique):
                continue
            one, other = old.loc[shared], new.loc[shared]
            known = (one.notna() & other.notna()).to_numpy()
            both += int(known.sum())
            same += int((agree(one, other) & known).sum())
            strangers = other.iloc[np.roll(np.arange(len(other)), len(other) // 2)]
            chance += int((agree(one, strangers) & known).sum())
        if both >= FEWEST_TO_COMPARE and chance <= MOST_BY_CHANCE * both:
            rates.append(same / both)
    return max(rates) if rates else None


def numbered_anew(key: pd.Series[Any]) -> bool:
    """Whether ids of letters and digits number the rows, as ``KEN0000``, ``KEN0001`` do."""
    parts = [_RUN.fullmatch(str(text)) for text in key.dropna()]
    if not parts or None in parts:
        return False
    runs: dict[str, set[int]] = {}
    for part in parts:
        if part is not None:
            runs.setdefault(part[1], set()).add(int(part[2]))
    spans = sum(max(run) - min(run) + 1 for run in runs.values())
    return len(parts) >= NEARLY_RUN * spans and len(parts) > len(runs)


def _constants(questions: Sequence[DraftQuestion]) -> Iterator[tuple[Mapping[str, str], Agree]]:
    """Yield the columns, by wave, of what tells whether a person is the same, and how."""
    for kind, fits in (("sex", _is_sex), ("born", _is_birth), ("age", _is_age)):
        question = next((q for q in questions if fits(q)), None)
        if question is not None:
            gone = [m.value for m in question.missing]
            yield question.columns, _agree(kind, gone)


def _agree(kind: str, gone: Sequence[Any]) -> Agree:
    def same(one: pd.Series[Any], other: pd.Series[Any]) -> Any:
        if kind == "sex":
            return np.asarray(one.to_numpy() == other.to_numpy(), dtype=bool)
        old, new = (numbers(c).where(~c.isin(gone)).to_numpy(dtype=float) for c in (one, other))
        low, high = (-1, 1) if kind == "born" else _YEARS_OLDER
        unknown = np.isnan(old) | np.isnan(new)
        return unknown | ((new - old >= low) & (new - old <= high))

    return same


def _said(question: DraftQuestion) -> list[str]:
    return [normal(question.id.replace("_", " ")), *(normal(t) for t in question.label.values())]


def _is_sex(question: DraftQuestion) -> bool:
    if question.type != "single" or not 1 < len(question.codes) <= MOST_SEXES:
        return False
    labels = [normal(text) for code in question.codes for text in code.label.values()]
    if labels:
        named = any(_SEX.search(text) for text in _said(question))
        return named and any(_SEXES.search(text) for text in labels)
    return any(_SEX.match(text) for text in _said(question))


def _is_birth(question: DraftQuestion) -> bool:
    return question.type == "number" and any(_BORN.search(text) for text in _said(question))


def _is_age(question: DraftQuestion) -> bool:
    return question.type == "number" and any(
        _AGE.search(text) and len(text.split()) <= _FEW_WORDS for text in _said(question)
    )
