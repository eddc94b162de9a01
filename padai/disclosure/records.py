"""The respondents of a wave as codes: what each answered, is of, and weighs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from padai.disclosure.groups import TOTAL

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.intp]


@dataclass(frozen=True)
class Response:
    """What an estimate of a question is a sum of.

    Attributes
    ----------
    place
        Which column of :attr:`QuestionAnswers.fields` it reads.
    scores, base
        Of each code of that column: what it counts, and whether it is in the base.
    """

    place: int
    scores: FloatArray
    base: NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class QuestionAnswers:
    """The answers to one question: columns of codes, -1 for none, and its responses by name."""

    fields: IntArray
    responses: Mapping[str, Response]

    def based(self, code: str) -> NDArray[np.bool_]:
        """Return who is in the base of a response, shape (n,); nobody, where it is not told."""
        made = self.responses.get(code)
        if made is None:
            return np.zeros(len(self.fields), dtype=bool)
        held = self.fields[:, made.place]
        return np.asarray((held >= 0) & made.base[np.maximum(held, 0)])

    def gave(self, code: str) -> NDArray[np.bool_]:
        """Return who gave a response, shape (n,); nobody, where it is not told."""
        made = self.responses.get(code)
        if made is None:
            return np.zeros(len(self.fields), dtype=bool)
        held = np.maximum(self.fields[:, made.place], 0)
        return self.based(code) & (made.scores[held] > 0)


@dataclass(frozen=True, eq=False)
class Records:
    """The respondents of one wave and part as codes. They never leave disclosure.

    Attributes
    ----------
    questions
        By id; :attr:`QuestionAnswers.fields` of shape (n, columns).
    groups
        By breakdown, crossed ones not: the position of each respondent's group, -1 for none,
        shape (n,); with the ids of the groups.
    weights
        Shape (n,).
    plain
        Whether they were drawn one by one, without strata: an error is then a sum over people.
    residual
        What calibration leaves of weighted linearised variables, shape (n, k); None: they are not
        calibrated.
    """

    questions: Mapping[str, QuestionAnswers]
    groups: Mapping[str, tuple[IntArray, tuple[str, ...]]]
    weights: FloatArray
    plain: bool = False
    residual: Callable[[FloatArray], FloatArray] | None = None

    def members(self, breakdown: str, group: str) -> NDArray[np.bool_]:
        """Return who is in a group, a crossed one too, shape (n,)."""
        inside = np.ones(len(self.weights), dtype=bool)
        if breakdown != TOTAL:
            for name, own in zip(breakdown.split("*"), group.split("*"), strict=True):
                codes, ids = self.groups[name]
                inside &= codes == (ids.index(own) if own in ids else -2)
        return inside
