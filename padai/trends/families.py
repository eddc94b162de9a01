"""Which comparisons are adjusted together, as declared before the data are read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from padai.survey import Question, Survey

TOTAL = "total"
Followed = tuple[str, str, str]
"""A question, one of its responses, and a breakdown: all groups of it."""


@dataclass(frozen=True)
class Families:
    """The families of a survey.

    Attributes
    ----------
    of
        The family of each followed comparison.
    members
        The comparisons of each family.
    """

    of: dict[Followed, str]
    members: dict[str, tuple[Followed, ...]]


def family_responses(question: Question, survey: Survey) -> tuple[str, ...]:
    """Return the responses of a question that verdicts are given of.

    Its headline net, where one is declared, and the nets of its key results; else every net of it;
    else its mean score. Then what a tile grid shows of it, since its colours are verdicts.
    """
    named = [question.headline_net] if question.headline_net else []
    named += [k.net for k in survey.key_results if k.question == question.id]
    if not named:
        named = [net.id for net in question.all_nets]
    if not named and question.scores:
        named = ["mean"]
    blocks = (block for section in survey.sections for block in section.blocks)
    named += [b.net for b in blocks if b.kind == "tiles" and b.net and question.id in b.questions]
    return tuple(dict.fromkeys(named))


def families_of(survey: Survey, breakdowns: Iterable[str]) -> Families:
    """Return the declared families, then one for each question and breakdown.

    A comparison of the total that a declared family holds belongs to that family alone.

    Parameters
    ----------
    breakdowns
        Those that are compared; the total is always one of them.
    """
    of: dict[Followed, str] = {}
    for family in survey.families:
        for comparison in family.comparisons:
            of.setdefault((comparison.question, comparison.net, TOTAL), family.id)
    for question in survey.questions.values():
        for breakdown in dict.fromkeys((TOTAL, *breakdowns)):
            for response in family_responses(question, survey):
                of.setdefault((question.id, response, breakdown), f"{question.id}:{breakdown}")
    members: dict[str, list[Followed]] = {}
    for followed, family_id in of.items():
        members.setdefault(family_id, []).append(followed)
    return Families(of, {k: tuple(v) for k, v in members.items()})
