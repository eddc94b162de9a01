"""Codes of a tidy frame become the texts of a definition."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from padai.errors import DefinitionError
from padai.words import Said, Tabled
from padai.words.languages import spoken

if TYPE_CHECKING:
    import pandas as pd

    from padai.survey.definition import Survey

WORDS = Tabled(
    {
        "total": Said("survey-all"),
        "mean": Said("survey-mean"),
        "sum": Said("survey-total"),
        "ratio": Said("survey-ratio"),
    }
)
REASONS = Tabled(
    {
        "": "",
        "empty_domain": Said("publishing-language-reason-empty-domain"),
        "no_degrees_of_freedom": Said("publishing-language-reason-no-degrees-of-freedom"),
        "at_limit": Said("publishing-language-reason-at-limit"),
        "no_variation": Said("publishing-language-reason-no-variation"),
        "no_sampling_error": Said("publishing-language-reason-no-sampling-error"),
        "mean_of_zero": Said("publishing-language-reason-mean-of-zero"),
        "empty_replicate": Said("publishing-language-reason-empty-replicate"),
        "no_interval": Said("publishing-language-reason-no-interval"),
        "too_few_comparable_waves": Said("publishing-language-reason-too-few-comparable-waves"),
        "no_limit": Said("publishing-language-reason-no-limit"),
        "one_value": Said("publishing-language-reason-one-value"),
        "share_of_0_or_1": Said("publishing-language-reason-share-of-0-or-1"),
        "too_few_degrees_of_freedom": Said("publishing-language-reason-too-few-degrees-of-freedom"),
    }
)
"""Why a figure, or a part of it, is not there."""


def label_frame(frame: pd.DataFrame, survey: Survey | None, lang: str) -> pd.DataFrame:
    """Return a frame of estimates with texts in place of codes; columns keep their names.

    Texts are worked out once for each pair of codes that can occur together, and put in place by
    position. What the definition does not know keeps its code.

    Parameters
    ----------
    frame
        With the categorical columns `wave`, `question`, `response`, `breakdown`, `group`.
    survey
        The definition; None: only padai's own words are put in the language.
    lang
        ``fr`` or ``en``.

    Raises
    ------
    DefinitionError
        There are no words in that language.
    """
    if lang not in WORDS:
        known = ", ".join(spoken())
        raise DefinitionError(
            Said("survey-labelled-there-are-no-words-in-language", lang=repr(lang), known=known),
        )
    words = WORDS[lang]
    out = frame.copy(deep=False)
    named = _Names(survey, lang, words)
    out["wave"] = _single(frame["wave"], named.wave)
    out["question"] = _single(frame["question"], named.question)
    out["response"] = _paired(frame["question"], frame["response"], named.response)
    out["breakdown"] = _single(frame["breakdown"], named.breakdown)
    out["group"] = _paired(frame["breakdown"], frame["group"], named.group)
    if "reason" in frame:
        out["reason"] = _single(frame["reason"], lambda code: _reason(code, lang))
    return out


def _reason(code: str, lang: str) -> str:
    return "; ".join(REASONS[lang].get(part, part) for part in code.split())


class _Names:
    """The texts of one definition in one language."""

    def __init__(self, survey: Survey | None, lang: str, words: dict[str, str]) -> None:
        self.survey, self.lang, self.words = survey, lang, words

    def wave(self, code: str) -> str:
        survey = self.survey
        known = survey is not None and code in survey.waves
        return survey.wave(code).label.get(self.lang, code) if survey and known else code

    def question(self, code: str) -> str:
        question = self.survey.questions.get(code) if self.survey else None
        return question.label.get(self.lang, code) if question else code

    def response(self, question: str, code: str) -> str:
        asked = self.survey.questions.get(question) if self.survey else None
        text = asked.response_label(code, self.lang) if asked else code
        return self.words.get(code, code) if text == code else text

    def breakdown(self, code: str) -> str:
        if code == "total":
            return self.words["total"]
        return " × ".join(self._breakdown(part) for part in code.split("*"))

    def _breakdown(self, code: str) -> str:
        if self.survey and self.survey.has_breakdown(code):
            return self.survey.breakdown(code).label.get(self.lang, code)
        return self.question(code)

    def group(self, breakdown: str, code: str) -> str:
        if breakdown == "total":
            return self.words["total"]
        names, codes = breakdown.split("*"), code.split("*")
        if len(names) != len(codes):
            return code
        return " × ".join(self._group(n, c) for n, c in zip(names, codes, strict=True))

    def _group(self, breakdown: str, code: str) -> str:
        if self.survey and self.survey.has_breakdown(breakdown):
            groups = {g.id: g.label for g in self.survey.breakdown(breakdown).groups}
            return groups[code].get(self.lang, code) if code in groups else code
        return self.response(breakdown, code)


def _categorical(codes: NDArray[np.integer[Any]], texts: list[str]) -> Any:
    """Build a categorical from codes into texts that may repeat."""
    import pandas as pd

    unique = list(dict.fromkeys(texts))
    place = {text: i for i, text in enumerate(unique)}
    table = np.array([*(place[text] for text in texts), -1], dtype=np.int32)
    return pd.Categorical.from_codes(table[codes], categories=pd.Index(unique), ordered=False)


def _single(column: pd.Series[Any], name: Callable[[str], str]) -> Any:
    return _categorical(column.cat.codes.to_numpy(), [name(str(c)) for c in column.cat.categories])


def _paired(outer: pd.Series[Any], inner: pd.Series[Any], name: Callable[[str, str], str]) -> Any:
    a, b = outer.cat.codes.to_numpy().astype(np.int64), inner.cat.codes.to_numpy()
    span = len(inner.cat.categories) + 1
    pair = a * span + b
    present = np.flatnonzero(np.bincount(pair, minlength=1))
    table = np.zeros(int(present.max(initial=0)) + 1, dtype=np.int64)
    table[present] = np.arange(len(present))
    texts = [
        name(str(outer.cat.categories[p // span]), str(inner.cat.categories[p % span]))
        for p in present.tolist()
    ]
    return _categorical(table[pair], texts)
