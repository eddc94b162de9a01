"""Codes exchanged, and rows shifted: seen by what went together in the wave before."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from padai.numerics.group_profiles import (
    Features,
    contrasts,
    contrasts_within,
    exchanged,
    explained,
    of_one_mix,
    unrelated,
)
from padai.survey import Question
from padai.validation.across import compared_questions
from padai.validation.context import CheckContext, View
from padai.validation.registry import Answer, Fact, Hit, Share, check
from padai.waves.conditions import group_positions, numeric, option_positions
from padai.words import ByLanguage, Said

if TYPE_CHECKING:
    from numpy.typing import NDArray

MOST_FEATURES = 80
MOST_CODES = 12
LEAST = 30
"""People that each of two answers must have, in both waves."""
MOST_STRATA = 60
"""Answers of a question within which others are compared, where its mix changed: countries, say."""
OTHER_MIX = 0.1
"""From what share on, half the sum of differences, the answers to a question are another mix."""
TIED, LOOSE = 0.2, 0.02
"""From what share on groups explain the weights; under what share no more than chance does."""


@check(
    "codes_exchanged",
    "error",
    title=Said("validation-two-codes-exchanged"),
    sentence="validation-answers-and-to-seem-to-be-exchanged",
    needs=("earlier",),
)
def codes_exchanged(context: CheckContext) -> Iterator[Hit]:
    """What parted two answers in the wave before parts them the other way round.

    Within countries too, and within whatever else has another mix than in the wave before.
    """
    for question, before, now, then, sizes in _profiles(context):
        for one, other in _pairs(sizes):
            if exchanged(now[one, other], then[one, other]) and all(
                exchanged(*z) for z in _within(context, question, before, (one, other))
            ):
                yield Hit(
                    question.id,
                    f"{_answer(question, one).code}, {_answer(question, other).code}",
                    facts={
                        "one": _answer(question, one),
                        "other": _answer(question, other),
                        "wave": before.wave.id,
                    },
                )


@check(
    "column_shifted",
    "warning",
    title=Said("validation-a-column-that-goes-with-no-other"),
    sentence="validation-the-answers-to-no-longer-go-with",
    needs=("earlier",),
)
def column_shifted(context: CheckContext) -> Iterator[Hit]:
    """What parted the answers of a question in the wave before parts them no more than chance."""
    for question, before, now, then, sizes in _profiles(context):
        pairs = list(_pairs(sizes))
        if not pairs:
            continue
        one, other = max(pairs, key=lambda pair: float((then[pair] ** 2).sum()))
        scale = min(1.0, np.sqrt(len(context.view.frame) / len(before.frame)))
        if unrelated(now[one, other], scale * then[one, other]) and all(
            unrelated(z, scale * z_then)
            for z, z_then in _within(context, question, before, (one, other))
        ):
            yield Hit(question.id, "columns", facts={"wave": before.wave.id})


@check(
    "weights_shifted",
    "warning",
    title=Said("validation-weights-that-go-with-no-group"),
    sentence="validation-the-weights-no-longer-hang-on-the-groups",
    needs=("earlier", "weight"),
)
def weights_shifted(context: CheckContext) -> Iterator[Hit]:
    """Delivered weights that were made of the groups of breakdowns no longer are."""
    view, before = context.view, context.last
    if before.spec.design.weight is None or not context.weighted_alike(before):
        return
    then = _tie(before)
    if then < TIED:
        return
    now = _tie(view)
    if now < LOOSE:
        facts: dict[str, Fact] = {
            "before": Share(then),
            "now": Share(max(now, 0.0)),
            "wave": before.wave.id,
        }
        yield Hit(str(view.spec.design.weight), "groups", facts=facts)


def _tie(view: View) -> float:
    """Return the share of the weights' variance that the groups of all breakdowns explain."""
    asked = {q.id for q in view.questions}
    made = [
        group_positions(view.frame, view.survey.breakdown(b.id), view.survey)
        for b in view.survey.breakdowns
        if b.question in asked
    ]
    return explained(view.weights, made) if made else 0.0


_Profile = tuple[Question, View, "NDArray[np.float64]", "NDArray[np.float64]", "NDArray[np.bool_]"]


def _profiles(context: CheckContext) -> list[_Profile]:
    """Return how the answers of each question stand in the others, now and before; kept."""
    if "profiles" not in context.cache:
        context.cache["profiles"] = list(_made(context))
    profiles: list[_Profile] = context.cache["profiles"]
    return profiles


def _made(context: CheckContext) -> Iterator[_Profile]:
    pairs = compared_questions(context)
    for before in context.earlier:
        mine = [q for q, view in pairs if view is before]
        owners, now, then = _features(context.view, before, mine)
        for question in mine:
            codes = len(question.scale.codes) if question.scale else 0
            if question.type not in ("single", "rating") or not 2 <= codes <= MOST_CODES:
                continue
            others = np.array([owner != question.id for owner in owners], dtype=bool)
            (z, sizes), (z_then, sizes_then) = (
                contrasts(_groups(view, question, codes), codes, table)
                for view, table in ((context.view, now), (before, then))
            )
            enough = (sizes >= LEAST) & (sizes_then >= LEAST)
            z, z_then = np.compress(others, z, axis=-1), np.compress(others, z_then, axis=-1)
            yield question, before, z, z_then, enough


def _within(
    context: CheckContext, question: Question, before: View, pair: tuple[int, int]
) -> Iterator[tuple[NDArray[np.float64], NDArray[np.float64]]]:
    """Yield the contrasts of two answers within each question that has another mix than before."""
    view = context.view
    mine = [q for q, asked in compared_questions(context) if asked is before]
    owners, *tables = _features(view, before, mine)
    others = np.array([owner != question.id for owner in owners], dtype=bool)
    codes = len(question.scale.codes) if question.scale else 0
    pairs = [_sides(_groups(each, question, codes), pair) for each in (view, before)]
    for stratifier in mine:
        strata = _other_mix(view, before, stratifier) if stratifier is not question else None
        if strata is None:
            continue
        count = int(max(s.max() for s in strata)) + 1
        kept = others & np.array([owner != stratifier.id for owner in owners], dtype=bool)
        now, then = (
            contrasts_within(sides, stratum, count, table)
            for sides, stratum, table in zip(pairs, strata, tables, strict=True)
        )
        z, z_then = of_one_mix(now, then)
        yield np.compress(kept, z), np.compress(kept, z_then)


def _sides(groups: NDArray[np.intp], pair: tuple[int, int]) -> NDArray[np.intp]:
    return np.where(groups == pair[0], 0, np.where(groups == pair[1], 1, -1))


def _other_mix(
    view: View, before: View, question: Question
) -> tuple[NDArray[np.intp], NDArray[np.intp]] | None:
    """Return the answers to a question in both waves, where their mix is another."""
    codes = len(question.scale.codes) if question.scale else 0
    if question.type not in ("single", "rating") or not 2 <= codes <= MOST_STRATA:
        return None
    both = tuple(_groups(each, question, codes) for each in (view, before))
    shares = [np.bincount(g[g >= 0], minlength=codes) / max((g >= 0).sum(), 1) for g in both]
    return (both[0], both[1]) if np.abs(shares[0] - shares[1]).sum() / 2 >= OTHER_MIX else None


def _features(
    view: View, before: View, questions: list[Question]
) -> tuple[list[str], Features, Features]:
    """Return what answers are set against: a column a question, or an option, in two waves."""
    owners: list[str] = []
    tables: tuple[list[NDArray[np.float64]], ...] = ([], [])
    for question in questions:
        columns = [_columns(each, question) for each in (view, before)]
        for pair in zip(*columns, strict=True):
            owners.append(question.id)
            for table, column in zip(tables, pair, strict=True):
                table.append(column)
        if len(owners) >= MOST_FEATURES:
            break
    empty = [np.empty((len(each.frame), 0)) for each in (view, before)]
    now, then = (np.column_stack(t) if t else e for t, e in zip(tables, empty, strict=True))
    return owners, Features.of(now), Features.of(then)


def _columns(view: View, question: Question) -> list[NDArray[np.float64]]:
    if question.type == "number":
        return [numeric(view.frame[question.id])]
    if question.type == "multiple" and question.scale is not None:
        names = [f"{question.id}_{c.code}" for c in question.scale.codes]
        places = [option_positions(view.frame[name], question) for name in names]
        return [np.where((p == 0) | (p == 1), p, np.nan).astype(np.float64) for p in places]
    codes = len(question.scale.codes) if question.scale else 0
    if question.type not in ("single", "rating") or not codes:
        return []
    groups = _groups(view, question, codes)
    return [np.where(groups >= 0, groups, np.nan).astype(np.float64)]


def _groups(view: View, question: Question, codes: int) -> NDArray[np.intp]:
    positions = view.positions(question)
    return np.where((positions >= 0) & (positions < codes), positions, -1)


def _pairs(enough: NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    for one in range(len(enough)):
        yield from ((one, k) for k in range(one + 1, len(enough)) if enough[one] and enough[k])


def _answer(question: Question, place: int) -> Answer:
    assert question.scale is not None
    code = question.scale.codes[place].code
    return Answer(ByLanguage(partial(question.response_label, code)), code)
