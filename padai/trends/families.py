"""Which comparisons are adjusted together, as declared before the data are read.

A change of the total belongs to one family: ``headline`` (the first declared family and every key
result), another declared family, or its chapter. A change by groups belongs to the family of its
question and breakdown. One comparison a question: more of them would tell the same change twice,
and make every verdict of the family harder to reach.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from padai.survey import Question, Survey
from padai.survey.duration import ADMINISTRATIVE

MAIN, TOTAL = "main", "total"
EVERY_GROUP = ""
HEADLINE, OTHER = "headline", "other"
LEAST_OF_A_CHAPTER = 4
"""A chapter with fewer comparisons joins the family of those of no chapter."""
Followed = tuple[str, str, str, str]
"""A question, one of its responses, a breakdown, and one of its groups (empty: every group)."""


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

    def family(self, question: str, response: str, breakdown: str, group: str) -> str | None:
        """Return the family of a comparison; None where it is in none."""
        alone = self.of.get((question, response, breakdown, group))
        return alone or self.of.get((question, response, breakdown, EVERY_GROUP))


def family_responses(question: Question, survey: Survey) -> tuple[str, ...]:
    """Return the responses of a question of which groups of one wave are compared.

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


def followed_response(question: Question, survey: Survey) -> str | None:
    """Return the one response of a question whose change has a verdict.

    Its headline net, else the net that a chapter shows of it, else its first net, else its mean
    score; None where it has none of them.
    """
    if question.headline_net:
        return question.headline_net
    blocks = (block for section in survey.sections for block in section.blocks)
    shown = [b.net for b in blocks if b.net and question.id in b.questions]
    nets = [net.id for net in question.all_nets]
    return next(iter([*shown, *nets, *(["mean"] if question.scores else [])]), None)


def families_of(survey: Survey, breakdowns: Iterable[str]) -> Families:
    """Return the families of a survey's changes, each comparison in one of them alone.

    Parameters
    ----------
    breakdowns
        Those that are compared; the total is always one of them.
    """
    of: dict[Followed, str] = {}
    for followed, family in (*_declared(survey), *_of_chapters(survey)):
        of.setdefault(followed, family)
    for question in put_to_respondents(survey):
        response = followed_response(question, survey)
        for breakdown in dict.fromkeys(breakdowns):
            if response is not None and breakdown != TOTAL:
                key = (question.id, response, breakdown, EVERY_GROUP)
                of.setdefault(key, f"{question.id}:{breakdown}")
    members: dict[str, list[Followed]] = {}
    for followed, family in of.items():
        members.setdefault(family, []).append(followed)
    return Families(of, {k: tuple(v) for k, v in members.items()})


def has_verdicts(survey: Survey, wave: str, part: str) -> bool:
    """Whether comparisons of a part are judged.

    A part beside the main one that has no weights describes those who answered: its changes may be
    changes of who they were, and no verdict is given of them.
    """
    return part == MAIN or survey.part(wave, part).weights != "none"


def chapters_of(survey: Survey) -> dict[str, str]:
    """Return the chapter of each question: the first section that shows it."""
    chapters: dict[str, str] = {}
    for section in survey.sections:
        for block in section.blocks:
            for question in block.questions:
                chapters.setdefault(question, section.id)
    return chapters


def put_to_respondents(survey: Survey) -> list[Question]:
    """Return the questions of a survey without its administrative columns."""
    return [q for q in survey.questions.values() if ADMINISTRATIVE not in q.tags]


def _declared(survey: Survey) -> Iterator[tuple[Followed, str]]:
    """Yield the declared comparisons, key results in the first family."""
    first = survey.families[0].id if survey.families else HEADLINE
    for place, family in enumerate(survey.families):
        for comparison in family.comparisons:
            yield (comparison.question, comparison.net, TOTAL, EVERY_GROUP), family.id
        if place == 0:
            yield from _key_results(survey, first)
    if not survey.families:
        yield from _key_results(survey, first)


def _key_results(survey: Survey, family: str) -> Iterator[tuple[Followed, str]]:
    for result in survey.key_results:
        group = EVERY_GROUP if result.breakdown == TOTAL else result.group
        yield (result.question, result.net, result.breakdown, group), family


def _of_chapters(survey: Survey) -> list[tuple[Followed, str]]:
    """Return the change of each question's total with its chapter, small chapters together."""
    chapters = chapters_of(survey)
    taken = {followed for followed, _ in _declared(survey)}
    families: list[tuple[Followed, str]] = []
    for question in put_to_respondents(survey):
        response = followed_response(question, survey)
        key = (question.id, response or "", TOTAL, EVERY_GROUP)
        if response is not None and key not in taken:
            chapter = chapters.get(question.id)
            families.append((key, f"chapter:{chapter}" if chapter else OTHER))
    sizes: dict[str, int] = {}
    for _, family in families:
        sizes[family] = sizes.get(family, 0) + 1
    return [(key, f if sizes[f] >= LEAST_OF_A_CHAPTER else OTHER) for key, f in families]
