"""Groups of people by name: the breakdowns of a survey, and the codes of its questions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from padai.errors import DefinitionError
from padai.survey import Group, Question, Survey, Text
from padai.words import Said

if TYPE_CHECKING:
    from numpy.typing import NDArray

OLDEST = 95.0
"""The greatest number given to a group without an upper end (an age, in practice)."""


def code_list(question: Question) -> list[str]:
    """Return every code of a question, those with an opinion first: answers are positions here."""
    opinions = [c.code for c in question.scale.codes] if question.scale else []
    return opinions + [m.code for m in question.missing_codes]


@dataclass(frozen=True)
class Divisions:
    """The ways in which people of a survey may be divided, by breakdown or question id."""

    survey: Survey

    @property
    def names(self) -> list[str]:
        """Every name that divides people."""
        scaled = [q.id for q in self.survey.questions.values() if q.scale]
        return [*(b.id for b in self.survey.breakdowns), *scaled]

    def __contains__(self, name: str) -> bool:
        return name in self.names

    def question(self, name: str) -> Question:
        """Return the question that a division reads."""
        breakdowns = {b.id: b.question for b in self.survey.breakdowns}
        return self.survey.question(breakdowns.get(name, name))

    def groups(self, name: str) -> dict[str, Group]:
        """Return the groups of a division by id; a question's groups are its codes."""
        if any(b.id == name for b in self.survey.breakdowns):
            return {g.id: g for g in self.survey.breakdown(name).groups}
        question = self.survey.question(name)
        if question.scale is None:
            raise DefinitionError(
                Said(
                    "simulation-question-has-no-codes-to-divide-people",
                    survey_id=self.survey.id,
                    name=name,
                )
            )
        return {
            c.code: Group(id=c.code, label=Text(fr=c.code), codes=(c.code,))
            for c in question.scale.codes
        }

    def find(self, name: str, group: str) -> Group:
        """Return a group of a division, or else the code of its question of that name."""
        groups = self.groups(name)
        return groups.get(group) or Group(id=group, label=Text(fr=group), codes=(group,))

    def known(self, name: str) -> list[str]:
        """Return every name that :meth:`find` knows in a division: groups, then codes."""
        return list(dict.fromkeys([*self.groups(name), *code_list(self.question(name))]))

    def member(
        self, name: str, group: str, answers: Mapping[str, NDArray[np.float64]]
    ) -> NDArray[np.bool_]:
        """Whether each person is in a group, shape (n,).

        `answers` maps a question to positions in its code list, or to numbers.
        """
        question = self.question(name)
        given = answers[question.id]
        division = self.find(name, group)
        if division.codes:
            codes = code_list(question)
            return np.isin(given, [codes.index(c) for c in division.codes])
        low = -np.inf if division.min is None else division.min
        high = np.inf if division.max is None else division.max
        return (given >= low) & (given <= high)

    def spread(
        self, name: str, group: str, share: Mapping[str, float], u: NDArray[np.float64]
    ) -> NDArray[np.float64]:
        """Give each member of a group an answer that puts them there.

        Parameters
        ----------
        name, group
            The division and its group.
        share
            Percentages of the question's codes, where they are known; equal otherwise.
        u
            Uniform numbers, shape (n,).

        Returns
        -------
        Positions in the question's code list, or whole numbers, shape (n,).
        """
        question = self.question(name)
        division = self.find(name, group)
        if division.codes:
            codes = code_list(question)
            weights = np.array([max(share.get(c, 1.0), 0.0) for c in division.codes])
            weights = weights if weights.sum() > 0 else np.ones(len(weights))
            cumulative = np.cumsum(weights) / weights.sum()
            chosen = np.minimum(np.searchsorted(cumulative, u), len(division.codes) - 1)
            return np.array([codes.index(c) for c in division.codes], dtype=float)[chosen]
        low, high = self._ends(question, division)
        if division.max is None:
            return low + np.floor((high - low + 1) * (1.0 - np.sqrt(1.0 - u)))
        return low + np.floor((high - low + 1) * u)

    @staticmethod
    def _ends(question: Question, group: Group) -> tuple[float, float]:
        limits = question.range or (0.0, OLDEST)
        low = limits[0] if group.min is None else group.min
        high = min(limits[1], OLDEST) if group.max is None else group.max
        return low, max(high, low)
