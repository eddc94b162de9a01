"""A question that was put by what people answered, where the definition does not say so.

Its base is the total less a group, and says how large that group is: of a sensitive question, or
of a breakdown, it may be a cell that every table withholds. A declared base is protected with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from padai.numerics.matched_codes import codes_left_out
from padai.survey import Question
from padai.validation.context import EMPTY, NOT_ASKED, CheckContext, View, columns_of
from padai.validation.registry import Fact, Hit, check
from padai.waves.conditions import all_codes, group_positions, option_positions
from padai.words import Said

if TYPE_CHECKING:
    from numpy.typing import NDArray

NEARLY = 0.9
"""From what share on, both ways, those left out are those of sensitive answers."""
FEWEST_BLANKS = 3
"""People that a blank must concern, where nothing marks it as not asked: one is chance."""
Lead = tuple[Question, tuple[tuple[str, ...], ...], "NDArray[np.intp]", float]
"""What may decide who is asked: its sets of codes, each person's place in them, and how near."""


@check(
    "base_follows_answers",
    "error",
    title=Said("validation-base-follows-answers"),
    sentence="validation-was-put-by-the-answers-to",
    firm=True,
)
def base_follows_answers(context: CheckContext) -> Iterator[Hit]:
    """Who was left out of a question is who gave some answers, and no base says so."""
    leads = list(_leads(context.view))
    least = context.survey.confidentiality.minimum_group
    for question in context.view.questions:
        out = _left_out(context.view, question)
        if out is None:
            continue
        put = context.view.put(question)
        for lead, codes, places, share in leads:
            if lead.id == question.id or (question.base and lead.id in question.base.questions):
                continue
            given = codes_left_out(places[put], out[put], share=share)
            if len(given) and (any(codes) or int(out.sum()) < least):
                kept = [c for place, of in enumerate(codes) if place not in given for c in of]
                yield Hit(question.id, "base", int(out.sum()), out, _facts(lead, kept))
                break


def _facts(lead: Question, kept: list[str]) -> dict[str, Fact]:
    return {"lead": lead.id, "codes": ", ".join(f'"{code}"' for code in kept) or "none"}


def _left_out(view: View, question: Question) -> NDArray[np.bool_] | None:
    """Return who was not asked, of those to whom the definition has it put; nothing if too few."""
    put = view.put(question)
    states = view.states(question)
    marked = put & (states == NOT_ASKED)
    blank = put & (states == EMPTY)
    out: NDArray[np.bool_] = marked | blank
    if (put & ~out).any() and (marked.any() or blank.sum() >= FEWEST_BLANKS):
        return out
    return None


def _leads(view: View) -> Iterator[Lead]:
    """Yield what is protected: sensitive questions, each of their options, and breakdowns."""
    for question in view.questions:
        if not question.sensitive:
            continue
        if question.type == "multiple":
            assert question.scale is not None
            for option, column in zip(question.scale.codes, columns_of(question), strict=True):
                chosen = option_positions(view.frame[column], question)
                given = (("…",), (option.code,))
                yield question, given, np.where(chosen > 1, -1, chosen), NEARLY
        elif question.scale is not None:
            codes = tuple((code,) for code in all_codes(question))
            yield question, codes, _answered(view, question), NEARLY
    present = {q.id for q in view.questions}
    for breakdown in map(view.survey.breakdown, [b.id for b in view.survey.breakdowns]):
        if breakdown.question in present:
            groups = group_positions(view.frame, breakdown, view.survey)
            sets = tuple(group.codes for group in breakdown.groups)
            yield view.survey.question(breakdown.question), sets, groups, 1.0


def _answered(view: View, question: Question) -> NDArray[np.intp]:
    """Return the place of each answer, refusals included; of who was not asked, none."""
    positions = view.positions(question)
    codes = len(all_codes(question))
    asked = ~np.isin(view.states(question), (NOT_ASKED, EMPTY))
    return np.where(asked & (positions >= 0) & (positions < codes), positions, -1)
