"""What a consultation tells of one question in several places, laid side by side.

Its answers, a breakdown of those who took part and the base of a question that follows from it are
sums of the same people. Each has its small cells merged in its own way; together they may be parted
again. Of a sensitive question no few answers are told; of another, no few people whom a breakdown
of those who took part keeps in one group.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from padai.errors import PublicationError
from padai.estimation.one_word_answers import cleaned_word
from padai.numerics.small_cells import least_untold, merge_sensitive, merge_small, parts_of
from padai.participation.stages.coding import LOW_WORD, CheckedCodings, reliability_word
from padai.survey import Question, Survey
from padai.survey.consultations import ConsultationFile
from padai.survey.participation import led_by_sensitive
from padai.survey.questions import Condition
from padai.waves import Wave
from padai.waves.coding import CodedColumn
from padai.words import Joined, Said

IntArray = NDArray[np.intp]


BoolArray = NDArray[np.bool_]


class QuestionTable(NamedTuple):
    """A table of a question: where it is declared, and the cell that everybody is in."""

    place: str
    cells: IntArray
    base: bool = False


def refuse_told_apart(survey: Survey, wave: Wave) -> None:
    """Refuse a consultation whose tables of one question set few people apart.

    Raises
    ------
    PublicationError
        Names the question and what is told of it, and no answer.
    """
    assert survey.consultation is not None
    for question in survey.questions.values():
        if not question.asked_in(wave.id, wave.part):
            continue
        if question.sensitive:
            _refuse_answers(survey, survey.consultation, wave, question)
        else:
            _refuse_groups(survey, survey.consultation, wave, question)


def _refuse_answers(
    survey: Survey, consultation: ConsultationFile, wave: Wave, question: Question
) -> None:
    """Refuse tables of a sensitive question that tell how few gave an answer."""
    policy = survey.confidentiality
    tables = list(_tables(survey, consultation, wave, question.id))
    bases = [int(table.cells.sum()) for table in tables if table.base]
    few = any(0 < n < policy.minimum_group for n in bases)
    if len(tables) > 1 or bases:  # one alone has its small cells merged
        few |= _few_apart(tables, _answered(wave, question, tables), policy.sensitive_cell)
    if few:
        words = "pipeline-a-sensitive-question-is-told-apart"
        raise _refused(survey, wave, question.id, tables, words)
    for table in (t for t in tables if not t.base):
        _refuse_rest(survey, wave, question, table)


def _refuse_rest(survey: Survey, wave: Wave, question: Question, table: QuestionTable) -> None:
    """Refuse a breakdown that leaves few people out: they are everybody less its groups."""
    outside = table.cells < 0
    few = 0 < int((outside & wave.weighs).sum()) < survey.confidentiality.sensitive_cell
    if few and (outside & _answered(wave, question, [table])).any():
        words = "pipeline-a-breakdown-leaves-few-out"
        raise _refused(survey, wave, question.id, [table], words)


def _refuse_groups(
    survey: Survey, consultation: ConsultationFile, wave: Wave, question: Question
) -> None:
    """Refuse tables of another question that part what a breakdown of the people has merged.

    How many gave an answer is told, and how many are in a group of few is not.
    """
    least, name = survey.confidentiality.minimum_group, question.id
    tables, merged = [], False
    for margin in consultation.profile:
        if survey.breakdown(margin.breakdown).question == name:
            coded = wave.codes(margin.breakdown)
            cells = _merged(coded, merge_small, least)
            merged |= len(np.unique(cells[cells >= 0])) < len(np.unique(coded.codes[cells >= 0]))
            tables.append(QuestionTable(f"profile: {margin.breakdown}", cells))
    if merged:
        tables += _of_answers(survey, consultation, wave, question)
    if len(tables) > 1 and _few_apart(tables, _answered(wave, question, tables), least):
        raise _refused(survey, wave, name, tables, "pipeline-a-group-of-few-is-told-apart")


def _of_answers(
    survey: Survey, consultation: ConsultationFile, wave: Wave, question: Question
) -> Iterator[QuestionTable]:
    """Yield what is told of each answer: how many gave it, or were asked more because of it."""
    if question.type not in ("single", "rating"):
        return
    coded = wave.answers(question.id)
    if question.id in consultation.questions:
        yield QuestionTable(f"questions: {question.id}", coded.codes)
    closed = [(f"questions: {asked}", asked) for asked in consultation.questions]
    for place, asked in (*closed, *((f"words: {asked}", asked) for asked in consultation.words)):
        for lead in _leads(survey.question(asked).base):
            if lead.question == question.id:
                leads = np.array([*(label in lead.codes for label in coded.labels), False])
                yield QuestionTable(place, leads[coded.codes].astype(np.intp), base=True)


def _leads(base: Condition | None) -> Iterator[Condition]:
    """Yield each condition on one question: of several, the people of one are bounded by others."""
    if base is not None:
        yield from (base,) if base.question else ()
        for part in (*base.all, *base.any):
            yield from _leads(part)


def _answered(wave: Wave, question: Question, tables: list[QuestionTable]) -> BoolArray:
    """Return who gave an answer to a question, and counts."""
    if question.type in ("single", "rating"):
        return np.asarray(wave.answers(question.id).codes >= 0)
    if question.type == "number":
        unsaid = [float(m.value) for m in question.missing_codes]
        given = pd.to_numeric(wave.column(question.id), errors="coerce")
        return np.asarray((given.notna() & ~given.isin(unsaid)) & wave.weighs)
    return np.asarray(np.any([table.cells >= 0 for table in tables], axis=0))


def _few_apart(tables: list[QuestionTable], answered: BoolArray, least: int) -> bool:
    """Whether some people, fewer than `least`, are apart from all others in some of the tables."""
    cells = np.array([table.cells for table in tables])
    _, people = np.unique(cells[:, answered], axis=1, return_counts=True)
    return bool((people < least).any())


def _tables(
    survey: Survey, consultation: ConsultationFile, wave: Wave, name: str
) -> Iterator[QuestionTable]:
    """Yield each table of a sensitive question."""
    policy = survey.confidentiality
    if name in consultation.questions:
        merged = _merged(wave.answers(name), merge_sensitive, policy.sensitive_cell)
        yield QuestionTable(f"questions: {name}", merged)
    for margin in consultation.profile:
        if survey.breakdown(margin.breakdown).question == name:
            merged = _merged(wave.codes(margin.breakdown), merge_sensitive, policy.minimum_group)
            yield QuestionTable(f"profile: {margin.breakdown}", merged)
    for asked in consultation.questions:
        if name in led_by_sensitive(survey, asked):
            base = (wave.answers(asked).codes >= 0).astype(np.intp)
            yield QuestionTable(f"questions: {asked}", base, base=True)
    for asked in consultation.words:
        words = wave.column(asked).map(cleaned_word)
        frequent = (words[words != ""].value_counts() >= policy.disclosure_count).any()
        if frequent and name in led_by_sensitive(survey, asked):
            yield QuestionTable(
                f"words: {asked}", words.ne("").to_numpy().astype(np.intp), base=True
            )


def _merged(coded: CodedColumn, merge: Callable[..., dict[str, int]], least: int) -> IntArray:
    """Return the cell of everybody once small ones are merged; -1 of whoever is in none."""
    counts = np.bincount(coded.codes[coded.codes >= 0], minlength=len(coded.labels))
    by_label = {label: int(n) for label, n in zip(coded.labels, counts, strict=True)}
    cell = {
        part: place
        for place, merged in enumerate(merge(by_label, least))
        for part in parts_of(merged, by_label)
    }
    of = np.array([*(cell[label] for label in coded.labels), -1], dtype=np.intp)
    return of[coded.codes]


def _refused(
    survey: Survey, wave: Wave, name: str, tables: list[QuestionTable], words: str
) -> PublicationError:
    return PublicationError(
        Said(
            words,
            question=name,
            places=Joined([f"`{table.place}`" for table in tables], "padai-and"),
            last=f"`{tables[-1].place}`",
            count_places=len(tables),
        ),
        where=f"{survey.id}, {wave.id}",
    )


def refuse_told_theme(survey: Survey, wave: Wave, coded: CheckedCodings) -> None:
    """Refuse the themes of contributions that tell how many carry a rare one.

    Each contribution carries one theme or more: those that no told theme counts carry a rare one.
    Coders who agree too little leave another count untold, which what two of them coded bounds.

    Raises
    ------
    PublicationError
        Names the theme.
    """
    least = survey.confidentiality.disclosure_count
    counts = dict(zip(coded.themes, coded.final.sum(axis=0).tolist(), strict=True))
    rare = [name for name, n in counts.items() if n < least]
    if rare and _least_rare(coded, counts, rare, least) > 1:
        most = max(rare, key=counts.__getitem__)
        words = Said("pipeline-a-rare-theme-is-told", theme=most, least=least)
        raise PublicationError(words, where=f"{survey.id}, {wave.id}")


def _least_rare(
    coded: CheckedCodings, counts: Mapping[str, int], rare: Sequence[str], least: int
) -> int:
    """Return the least that a rare theme can be in, by what is told of the others.

    Of what two coded, agreement and alpha tell in how many contributions either saw a theme, or
    both: these and the others are two wholes. Where coders agree on all, an alpha of 1 tells none.
    """
    counted, seen, once = [], [], []
    whole, twice = len(coded.final), coded.coded_twice
    for name in (name for name in counts if name not in rare):
        either, agreed = coded.seen_twice(name)
        agreement, n = coded.agreement(name), counts[name]
        if reliability_word(agreement) == LOW_WORD:
            counted.append(either + whole - twice)
            once.append(whole - twice)
        else:
            counted.append(n)
            once.append(min(n, whole - twice) if agreement.alpha == 1 else n - agreed)
        seen.append(min(n, twice) if agreement.alpha == 1 else either)
    apart = least_untold(twice, seen, 0, 0) + least_untold(whole - twice, once, 0, 0)
    others = len(rare) - 1
    return max(
        least_untold(whole, counted, others, least - 1),
        least_untold(apart, (), others, least - 1),
    )
