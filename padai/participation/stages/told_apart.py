"""What a consultation tells of a sensitive question in several places, laid side by side.

Its answers, a breakdown of those who took part and the base of a question that follows from it are
sums of the same people. Each has its small cells merged in its own way; together they may be parted
again.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from padai.errors import PublicationError
from padai.numerics.small_cells import merge_small, parts_of
from padai.survey import Survey
from padai.survey.consultations import ConsultationFile
from padai.survey.participation import led_by_sensitive
from padai.waves import Wave
from padai.waves.coding import Coded
from padai.words import Joined, Said

IntArray = NDArray[np.intp]


class Table(NamedTuple):
    """A table of a sensitive question: where it is declared, and the cell that everybody is in."""

    place: str
    cells: IntArray
    base: bool = False


def refuse_told_apart(survey: Survey, wave: Wave) -> None:
    """Refuse a consultation whose tables of a sensitive question set few of its answers apart.

    Raises
    ------
    PublicationError
        Names the question and what is told of it, and no answer.
    """
    assert survey.consultation is not None
    policy = survey.confidentiality
    for name, question in survey.questions.items():
        if not question.sensitive or not question.asked_in(wave.id, wave.part):
            continue
        tables = list(_tables(survey, survey.consultation, wave, name))
        bases = [int(table.cells.sum()) for table in tables if table.base]
        few = any(0 < n < policy.minimum_group for n in bases)
        if len(tables) > 1 or bases:  # one alone has its small cells merged
            cells = np.array([table.cells for table in tables])
            coded = question.type in ("single", "rating")
            answered = wave.answers(name).codes >= 0 if coded else (cells >= 0).any(axis=0)
            _, people = np.unique(cells[:, answered], axis=1, return_counts=True)
            few |= bool((people < policy.sensitive_cell).any())
        if few:
            raise _refused(survey, wave, name, tables)


def _tables(
    survey: Survey, consultation: ConsultationFile, wave: Wave, name: str
) -> Iterator[Table]:
    """Yield each table of a sensitive question."""
    policy = survey.confidentiality
    if name in consultation.questions:
        yield Table(f"questions: {name}", _merged(wave.answers(name), policy.sensitive_cell))
    for margin in consultation.profile:
        if survey.breakdown(margin.breakdown).question == name:
            merged = _merged(wave.codes(margin.breakdown), policy.minimum_group)
            yield Table(f"profile: {margin.breakdown}", merged)
    for asked in consultation.questions:
        if name in led_by_sensitive(survey, asked):
            base = (wave.answers(asked).codes >= 0).astype(np.intp)
            yield Table(f"questions: {asked}", base, base=True)


def _merged(coded: Coded, least: int) -> IntArray:
    """Return the cell of everybody once small ones are merged; -1 of whoever is in none."""
    counts = np.bincount(coded.codes[coded.codes >= 0], minlength=len(coded.labels))
    by_label = {label: int(n) for label, n in zip(coded.labels, counts, strict=True)}
    cell = {
        part: place
        for place, merged in enumerate(merge_small(by_label, least))
        for part in parts_of(merged, by_label)
    }
    of = np.array([*(cell[label] for label in coded.labels), -1], dtype=np.intp)
    return of[coded.codes]


def _refused(survey: Survey, wave: Wave, name: str, tables: list[Table]) -> PublicationError:
    return PublicationError(
        Said(
            "pipeline-a-sensitive-question-is-told-apart",
            question=name,
            places=Joined([f"`{table.place}`" for table in tables], "padai-and"),
            last=f"`{tables[-1].place}`",
            count_places=len(tables),
        ),
        where=f"{survey.id}, {wave.id}",
    )
