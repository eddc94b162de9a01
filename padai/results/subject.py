"""What a picture or a table of a result is made from: rows, their texts, forms of a language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from padai.errors import DefinitionError, EstimationError, language, nearest
from padai.results.texts import KEYED
from padai.survey.kinds import INFERENTIAL
from padai.words import Number, Said, in_a_row, say
from padai.words.catalogues import folder_of
from padai.words.figures import Figures
from padai.words.languages import spoken

if TYPE_CHECKING:
    import pandas as pd

NUMBERS = ("mean", "sum", "ratio")
"""Responses that are no share of people."""
_QUANTILE = re.compile(r"q[01](\.\d+)?|q\.\d+")
_OF_NUMBERS = ("mean", "total", "ratio", "quantile")
_OF_SHARES = ("turnover", "attrition")
_CONTRASTS = ("reference", "statistic", "term", "contrast", "component")
"""Columns of which any one says that the estimates are differences from zero."""
_SELF_TOLD = (
    "term", "contrast", "component", "adjustment", "standard", "variable", "assumption", "item",
    "statistic", "part",
)  # fmt: skip
"""Columns of which a text needs no name before it."""
_NOTES = {
    "quota": "results-sample-not-random",
    "open": "results-open-consultation",
    "minipublic": "results-citizens-panel",
}


def tongue(verb: str, lang: str | None) -> str:
    """Return the language that is asked for; that of messages where none is.

    Raises
    ------
    DefinitionError
        There are no words in that language.
    """
    if lang is None:
        return language()
    if not isinstance(lang, str) or not folder_of(lang):
        hint = nearest(str(lang)[:2], spoken()) if isinstance(lang, str) else Said("", "")
        known = ", ".join(spoken())
        raise DefinitionError(
            Said("results-no-words-in", verb=verb, lang=repr(lang), known=known, hint=hint)
        )
    return lang


@dataclass(frozen=True)
class Subject:
    """What is drawn: some rows of a result, their texts, and the forms of a language.

    Attributes
    ----------
    frame, texts : pandas.DataFrame
        The rows, and the same rows with words in place of codes.
    """

    result: Any
    frame: pd.DataFrame
    texts: pd.DataFrame
    lang: str

    @cached_property
    def figures(self) -> Figures:
        """How numbers are written."""
        return Figures(self.lang)

    def say(self, ident: str, **facts: object) -> str:
        """Return a message in the language of the picture."""
        return say(ident, self.lang, **facts)

    @property
    def about(self) -> dict[str, Any]:
        """What is known of how the result was made."""
        return dict(getattr(self.result, "provenance", None) or {})

    @cached_property
    def contrasts(self) -> bool:
        """Whether the estimates are differences, slopes or coefficients, to be held against 0."""
        held = [name for name in _CONTRASTS if name in self.frame]
        if held == ["statistic"]:  # those of an index are names, and its figures no differences
            return self.frame["statistic"].dtype.kind in "iuf"
        return bool(held)

    @cached_property
    def shares(self) -> bool:
        """Whether the estimates are shares of people.

        Raises
        ------
        EstimationError
            Some are, and others are not: they have no axis in common.
        """
        if self.about.get("verb") in _OF_SHARES:
            return True
        if "response" not in self.frame or self.about.get("verb") in _OF_NUMBERS:
            return False
        if "on" in self.frame and (self.frame["on"] != "points").any():
            return False
        codes = self.frame["response"].astype(str)
        share = ~(codes.isin(NUMBERS) | codes.map(lambda c: bool(_QUANTILE.fullmatch(c))))
        if share.any() != share.all():
            raise EstimationError(Said("results-shares-and-numbers-have-no-common-axis"))
        return bool(share.all())

    @cached_property
    def sampled(self) -> tuple[str, ...]:
        """The sample types of the waves that the definition knows."""
        survey = getattr(self.result, "survey", None)
        if survey is None or "wave" not in self.frame:
            return ()
        waves = dict.fromkeys(self.frame["wave"].astype(str))
        part = str(getattr(getattr(self.result, "_source", None), "part", None) or "main")
        known = [survey.wave(w).parts.get(part) for w in waves if w in survey.waves]
        return tuple(dict.fromkeys(str(p.sample_type) for p in known if p is not None))

    @property
    def inferred(self) -> bool:
        """Whether the samples allow an interval."""
        return set(self.sampled) <= set(INFERENTIAL)

    @cached_property
    def notices(self) -> tuple[str, ...]:
        """What the picture must say of itself."""
        survey = getattr(self.result, "survey", None)
        synthetic = survey is not None and survey.synthetic
        warnings = [self.say("publishing-synthetic-data")] if synthetic else []
        beside = getattr(self.result, "note", None) or {}
        own = [beside[self.lang]] if beside.get(self.lang) else []
        kinds = (self.say(_NOTES[kind]) for kind in self.sampled if kind in _NOTES)
        return (*warnings, *kinds, *own)

    @cached_property
    def level(self) -> str:
        """What the intervals are called."""
        level = getattr(self.result, "level", None) or self.about.get("level")
        if level is None:
            return self.say("results-intervals")
        return self.say("results-intervals-at", level=Number(100 * level, "g"))

    @property
    def note(self) -> str:
        """What is drawn besides the values, and in what unit."""
        if not (self.shares and self.contrasts):
            return self.level
        return f"{self.level}, {self.say('publishing-exhibits-in-percentage-points-f3b5')}"

    def numbers(self, name: str) -> NDArray[np.float64]:
        """Return a column in the units of the axis; not a number where it is absent."""
        if name not in self.frame or (name != "estimate" and not self.inferred):
            return np.full(len(self.frame), np.nan)
        return self.frame[name].to_numpy(float, na_value=np.nan) * (100 if self.shares else 1)

    def written(self, row: int) -> str:
        """Write an estimate; of a number, with the digits that its standard error leaves."""
        value = float(self.frame["estimate"].iloc[row])
        if self.shares:
            return self.figures.points(value) if self.contrasts else self.figures.share(value)
        return self.figure(value, self._digits(row))

    def figure(self, value: float, digits: int) -> str:
        """Write a number, with its sign where it is a difference."""
        sign = "+" if self.contrasts and round(value, digits) > 0 else ""
        return sign + self.figures.decimal(value, digits)

    def _digits(self, row: int) -> int:
        error = float(self.frame["std_error"].iloc[row]) if "std_error" in self.frame else np.nan
        size = error if np.isfinite(error) and error > 0 else abs(self.frame["estimate"].iloc[row])
        return int(np.clip(1 - np.floor(np.log10(size)), 0, 6)) if size > 0 else 1

    def withheld(self, row: int) -> str:
        """Say why an estimate is not there."""
        reason = str(self.texts["reason"].iloc[row]) if "reason" in self.texts else ""
        verdict = str(self.frame["verdict"].iloc[row]) if "verdict" in self.frame else ""
        if verdict == "not comparable":
            return self.say("publishing-not-comparable-f737")
        return reason or "–"

    def with_interval(self, row: int) -> str:
        """Write an estimate with its interval, for an alternative text."""
        value, low, high = (self.numbers(n)[row] for n in ("estimate", "conf_low", "conf_high"))
        if not np.isfinite(value):
            return self.withheld(row)
        if not (np.isfinite(low) and np.isfinite(high)):
            return self.written(row)
        factor, digits = (100, 1) if self.shares else (1, self._digits(row))
        ends = [
            self.figure(v, digits)
            if factor == 1 or self.contrasts
            else self.figures.decimal(v, digits)
            for v in (low, high)
        ]
        return f"{self.written(row)} ({self.say('results-from-to', low=ends[0], high=ends[1])})"


def rows_of(result: Any) -> pd.DataFrame:
    """Return the frame of a result, its rows numbered; what names them is a column."""
    frame: pd.DataFrame = result.frame
    return frame.reset_index(drop=frame.index.name is None)


def leaves(subject: Subject) -> list[tuple[str, str]]:
    """Return, row by row, the heading that it stands under and its own name.

    What all rows share is in neither: see :func:`shared`.
    """
    names = _named(subject.texts)
    varying = [n for n in names if _varies(subject.texts[n])]
    if not varying:
        name = _joined(subject, names, 0) or _tested(subject)
        return [("", name) for _ in range(len(subject.texts))]
    heads = [_joined(subject, varying[:-1], row) for row in range(len(subject.texts))]
    own = [_text(subject, varying[-1], row) for row in range(len(subject.texts))]
    total = [_is_total(subject, varying[-1], row) for row in range(len(own))]
    pairs = [("" if t and h == o else h, o) for h, o, t in zip(heads, own, total, strict=True)]
    used = [h for h, _ in pairs if h]
    if len(set(used)) == len(used):  # a heading for each row says no more than its name
        return [("", f"{h}, {o}" if h else o) for h, o in pairs]
    return pairs


def _tested(subject: Subject) -> str:
    """Return what a test is of, by what it was asked."""
    about = subject.about
    groups = about.get("groups") or ()
    pair = [str(g) for g in groups]
    compared = subject.say("results-minus", one=pair[0], other=pair[1]) if len(pair) == 2 else ""
    return in_a_row(str(about.get("variable", "")), compared, by=", ")


def shared(subject: Subject) -> str:
    """Return what all the rows have in common, such as the question and the wave."""
    names = _named(subject.texts)
    same = [n for n in names if not _varies(subject.texts[n])]
    if len(same) == len(names) and len(subject.texts) == 1:
        return ""
    same.sort(key=lambda name: name == "wave")  # after what is asked
    return _joined(subject, same, 0)


def ordered(subject: Subject) -> Subject:
    """Return the rows with those of one heading together, in the order they first stand in."""
    names = _named(subject.texts)
    varying = [n for n in names if _varies(subject.texts[n])]
    ranks = []
    for name in varying[:-1]:
        texts = subject.texts[name].astype(str)
        places = {text: i for i, text in enumerate(dict.fromkeys(texts))}
        ranks.append(texts.map(places).to_numpy(int))
    if not ranks:
        return subject
    order = np.lexsort(ranks[::-1])
    return replace(
        subject,
        frame=subject.frame.iloc[order].reset_index(drop=True),
        texts=subject.texts.iloc[order].reset_index(drop=True),
    )


def _varies(column: pd.Series[Any]) -> bool:
    return len(set(column.astype(str))) > 1


def _named(texts: pd.DataFrame) -> list[str]:
    """Return the columns that say what a row is of."""
    columns = list(texts.columns)
    end = columns.index("estimate") if "estimate" in columns else len(columns)
    passed = {"method", "name", "statistic", "df", "df_denominator", "p_value", "n", "on"}
    return [c for c in columns[:end] if c not in passed]


def _text(subject: Subject, name: str, row: int) -> str:
    value = subject.texts[name].iloc[row]
    if isinstance(value, (int, float, np.number)):
        value = Number(float(value), "g").text(subject.lang)
    return str(value) if name in KEYED or name in _SELF_TOLD else f"{name} = {value}"


def _is_total(subject: Subject, name: str, row: int) -> bool:
    return name == "group" and str(subject.frame["group"].iloc[row]) == "total"


def _joined(subject: Subject, names: Sequence[str], row: int) -> str:
    kept = [
        n
        for n in names
        if not (n in ("breakdown", "group") and str(subject.frame[n].iloc[row]) == "total")
    ]
    texts = [_text(subject, n, row) for n in kept]
    return in_a_row(*texts, by=", ")
