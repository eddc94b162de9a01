"""Cells that were withdrawn of a panel or a consultation: counts of those who took part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from padai.pipeline.versions.addresses import ALL, TOTAL, Address
from padai.pipeline.versions.panel_versions import unsaid
from padai.store import Store
from padai.survey import Survey
from padai.survey.participation import led_by

WITHDRAWN = "withdrawn"
"""The reason of a followed question of which nothing is told any more."""
_COUNTED = ("answers", "words", "panel_moves", "panel_changes", "profile", "themes")


def people_shown(store: Store, tables: Sequence[Address]) -> int:
    """Count the figures of some tables that the store of a panel or a consultation shows."""
    total = 0
    for name in (n for n in _counted(store.survey) if n != "words" and len(store.tables[n])):
        frame = store.tables[name]
        shown = frame["n"] if name == "panel_changes" else frame["people"]
        hit = _matches(name, frame, store.survey, store.wave, tables)
        total += int((hit & shown.notna().to_numpy()).sum())
    return total


def left_of_people(
    by_table: Mapping[str, pd.DataFrame], survey: Survey, wave: str, tables: Sequence[Address]
) -> dict[str, pd.DataFrame]:
    """Return what is left of the counts of those who took part, without some tables.

    A question that is followed keeps its row in ``panel_changes``, with the reason.
    """
    left = {}
    for name in (n for n in _counted(survey) if n in by_table and len(by_table[n])):
        frame = by_table[name]
        hit = _matches(name, frame, survey, wave, tables)
        if name == "panel_changes":
            left[name] = unsaid(frame, set(frame.loc[hit, "question"].astype(str)), WITHDRAWN)
        else:
            left[name] = frame[~hit].reset_index(drop=True)
    return left


def _counted(survey: Survey) -> tuple[str, ...]:
    return () if survey.traits.estimated else _COUNTED


def _matches(
    name: str, frame: pd.DataFrame, survey: Survey, wave: str, tables: Sequence[Address]
) -> NDArray[np.bool_]:
    panel = survey.panel
    waves = {ALL, wave} | ({panel.before, panel.after} if panel is not None else set())
    mine = [one for one in tables if "wave" in frame or one.wave in waves]
    if name == "themes":
        asked = survey.consultation.contribution if survey.consultation is not None else ""
        return np.full(len(frame), any(_of_question(one, asked, survey) for one in mine))
    column = "breakdown" if name == "profile" else "question"
    tells = _of_breakdown if name == "profile" else _of_question
    each = frame["wave"].astype(str) if "wave" in frame else pd.Series(ALL, frame.index)
    hit = [
        any((at == ALL or one.wave in (ALL, at)) and tells(one, key, survey) for one in mine)
        for key, at in zip(frame[column].astype(str), each, strict=True)
    ]
    return np.array(hit, dtype=np.bool_)


def _of_question(one: Address, name: str, survey: Survey) -> bool:
    """Whether a table is of a question, or of one that it follows from, whose answers its base is.

    A breakdown made of its answers is that table, too.
    """
    if one.breakdown in (ALL, TOTAL):
        gone = one.question
    else:
        made = survey.has_breakdown(one.breakdown)
        gone = survey.breakdown(one.breakdown).question if made else ""
    return gone in (ALL, name, *led_by(survey, name))


def _of_breakdown(one: Address, name: str, survey: Survey) -> bool:
    """Whether a table is of a breakdown of those who took part, or of what it is made of."""
    if one.breakdown not in (ALL, TOTAL):
        return one.breakdown == name
    asked = survey.breakdown(name).question if survey.has_breakdown(name) else name
    return one.question in (ALL, asked)


def gone_of_people(store: Store, survey: Survey) -> Iterator[Address]:
    """Yield the tables of a panel or a consultation that a version does not show, as named now."""
    then = store.survey
    if then.traits.estimated:
        return
    for wave, name in dict.fromkeys(_lacking(store, then)):
        named = {name: None}
        for part in then.wave(wave).parts:
            named |= dict.fromkeys(named_now(then, survey, wave, part).get(name, ()))
        yield from (Address(wave=wave, question=each) for each in named)
    shown = set(store.tables["profile"]["breakdown"].astype(str))
    yield from (Address(breakdown=name) for name in _divided(then) if name not in shown)


def _divided(survey: Survey) -> Iterator[str]:
    if survey.consultation is not None:
        yield from (margin.breakdown for margin in survey.consultation.profile)
    if survey.panel is not None:
        yield from (quota.id for quota in survey.panel.draw.quotas)


def _lacking(store: Store, survey: Survey) -> Iterator[tuple[str, str]]:
    """Yield the questions of which a version tells nothing, and the wave in which it does not."""
    if survey.consultation is not None:
        of = survey.consultation
        for table, asked in (("answers", of.questions), ("words", of.words)):
            given = set(store.tables[table]["question"].astype(str))
            yield from ((store.wave, name) for name in asked if name not in given)
        if not len(store.tables["themes"]):
            yield store.wave, of.contribution
    if survey.panel is not None:
        changes, answers = store.tables["panel_changes"], store.tables["answers"]
        for name in changes.loc[changes["reason"] == WITHDRAWN, "question"].astype(str):
            yield store.wave, name
        shown = set(zip(answers["wave"].astype(str), answers["question"].astype(str), strict=True))
        for wave in (survey.panel.before, survey.panel.after):
            for question in survey.questions.values():
                told_of = question.type in ("single", "rating") and not question.sensitive
                if told_of and (wave, question.id) not in shown:
                    yield wave, question.id


def named_now(then: Survey, survey: Survey, wave: str, part: str) -> dict[str, list[str]]:
    """Return, for each question of a wave, those of today that read the same column."""
    return of_one_column(*(columns_read(each, wave, part) for each in (then, survey)))


def of_one_column(was: Mapping[str, Set[str]], now: Mapping[str, Set[str]]) -> dict[str, list[str]]:
    """Return, for each question, those that read a column that it reads."""
    return {old: [new for new, columns in now.items() if columns & of] for old, of in was.items()}


def one_name_each(names: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Return one name for each question: its own, where it has kept it."""
    return {old: old if old in new or not new else new[0] for old, new in names.items()}


def columns_read(survey: Survey, wave: str, part: str) -> dict[str, set[str]]:
    """Return the columns of the file of a wave that each question reads."""
    return {
        question.id: set(question.option_columns(wave).values())
        if question.type == "multiple"
        else {question.column(wave)}
        for question in survey.questions.values()
        if question.asked_in(wave, part)
    }
