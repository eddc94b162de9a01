"""What checks look at: one wave, the waves before it, and arrays that are computed once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

import numpy as np

from padai.errors import DefinitionError
from padai.survey import Break, Part, Question, Survey, Targets
from padai.survey.column_patterns import columns_named
from padai.trends.breaks import breaks_between
from padai.validation.kinds import Stage
from padai.waves.conditions import BLANK, UNKNOWN, all_codes, code_positions, holds, numeric
from padai.waves.conditions import option_positions as options_of
from padai.waves.declared_design import design_columns, replicate_columns
from padai.waves.reading import Delivery, column_sources
from padai.words import Said, Typeset

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

    from padai.waves.wave import Wave

ANSWER, DONT_KNOW, REFUSED, SKIPPED, NOT_ASKED, EMPTY, FOREIGN = range(7)
MANY_ROWS = 5_000
KEPT_ROWS = 20_000
"""What was read of a larger wave is not kept for the next: it would take the room of its data."""
FREE = 1_000_000
"""The position of a number or a text, which has no code."""
EVERY_OTHER = "*"
"""What `other_columns` says for: and all the others."""
_KIND = {"dont_know": DONT_KNOW, "refused": REFUSED, "skipped": SKIPPED, "not_asked": NOT_ASKED}


@dataclass(frozen=True, eq=False)
class _Read:
    """What a view has read of a wave, by question; the stage and the weights have no part in it."""

    survey: Survey
    positions: dict[str, NDArray[np.intp]] = field(default_factory=dict)
    states: dict[str, NDArray[np.intp]] = field(default_factory=dict)
    put: dict[str, NDArray[np.bool_]] = field(default_factory=dict)


_READ: WeakKeyDictionary[Wave, _Read] = WeakKeyDictionary()


def _read_of(wave: Wave | Delivery, survey: Survey) -> _Read:
    """Return what was read of a wave, which never changes and is set against each later one."""
    if isinstance(wave, Delivery) or len(wave) > KEPT_ROWS:
        return _Read(survey)
    if wave not in _READ or _READ[wave].survey is not survey:
        _READ[wave] = _Read(survey)
    return _READ[wave]


class View:
    """One wave as checks see it: the state of every answer, by question."""

    def __init__(self, wave: Wave | Delivery, survey: Survey, stage: Stage = "delivered") -> None:
        self.wave = wave
        self.survey = survey
        self.stage = stage
        self.frame: pd.DataFrame = wave.frame
        self.spec: Part = survey.part(wave.id, wave.part)
        read = _read_of(wave, survey)
        self._positions, self._states, self._put = read.positions, read.states, read.put

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """The questions asked in this wave and part of which the data have every column."""
        return tuple(q for q in self.asked if all(c in self.frame.columns for c in columns_of(q)))

    @cached_property
    def asked(self) -> tuple[Question, ...]:
        """The questions that the definition says were asked in this wave and part."""
        every = self.survey.questions.values()
        return tuple(q for q in every if q.asked_in(self.wave.id, self.wave.part))

    @cached_property
    def known_columns(self) -> tuple[str, ...]:
        """Every column that the definition gives this wave: questions', then the design's."""
        questions = column_sources(self.survey, self.wave.id, self.wave.part)
        other = columns_named(self.spec.other_columns, [*map(str, self.frame.columns)])
        if EVERY_OTHER in other:
            other = (*other, *map(str, self.frame.columns))
        designs = (self.spec.design, self.spec.proposed_design)
        drawn = (
            column
            for spec in designs
            if spec
            for column in (*design_columns(spec), *replicate_columns(spec, self.frame.columns))
        )
        return tuple(dict.fromkeys((*questions, *drawn, *other)))

    @cached_property
    def weights(self) -> NDArray[np.float64]:
        """The weights of the stage, zero where one is unusable.

        Data as delivered are compared under the weights that were delivered, also where an
        earlier wave has been weighted since: like with like.
        """
        column = self.spec.design.weight
        if self.stage == "weighted" and not isinstance(self.wave, Delivery):
            weights = np.asarray(self.wave.weights, dtype=np.float64)
        elif column is None:
            weights = np.ones(len(self.frame))
        else:
            weights = numeric(self.frame[column])
        return np.where(np.isfinite(weights) & (weights > 0), weights, 0.0)

    def positions(self, question: Question) -> NDArray[np.intp]:
        """Return code positions of a question with one column (see ``waves.conditions``)."""
        if question.id not in self._positions:
            positions = code_positions(self.frame[question.id], question)
            if question.type == "number":
                number = numeric(self.frame[question.id])
                positions = np.where((positions == UNKNOWN) & np.isfinite(number), FREE, positions)
            elif question.type == "open":
                positions = np.where(positions == UNKNOWN, FREE, positions)
            self._positions[question.id] = positions
        return self._positions[question.id]

    def states(self, question: Question) -> NDArray[np.intp]:
        """Return what each row holds: an answer, which kind of missing, nothing, or neither."""
        if question.id not in self._states:
            if question.type == "multiple":
                self._states[question.id] = self._multiple(question)
            else:
                self._states[question.id] = _states(question, self.positions(question))
        return self._states[question.id]

    def _multiple(self, question: Question) -> NDArray[np.intp]:
        kinds = np.array(
            [ANSWER, ANSWER, *(_KIND[c.kind] for c in question.missing_codes), FOREIGN, EMPTY]
        )
        options = [kinds[options_of(self.frame[c], question)] for c in columns_of(question)]
        # An answer to one option makes the question answered; a foreign value is told apart.
        result: NDArray[np.intp] = np.minimum.reduce(options)
        return result

    def put(self, question: Question) -> NDArray[np.bool_]:
        """Return which rows the question was to be put to, by its declared base."""
        if question.id not in self._put:
            everyone = np.ones(len(self.frame), dtype=bool)
            lacking = question.base and not set(question.base.questions) <= {
                q.id for q in self.questions
            }
            if question.base is not None and not lacking:
                everyone = holds(self.frame, question.base, self.survey)
            self._put[question.id] = everyone
        return self._put[question.id]

    def can_route(self, question: Question) -> bool:
        """Whether the declared base can be told from the data."""
        known = {q.id for q in self.questions}
        return question.base is not None and set(question.base.questions) <= known


@dataclass(frozen=True)
class CheckContext:
    """The wave under validation, and what it is compared with."""

    view: View
    earlier: tuple[View, ...]
    targets: Targets | None
    cache: dict[str, Any] = field(default_factory=dict)

    @property
    def survey(self) -> Survey:
        """The definition."""
        return self.view.survey

    @property
    def last(self) -> View:
        """The latest of the earlier waves."""
        return self.earlier[-1]

    def weighted_alike(self, before: View) -> bool:
        """Whether two waves are both seen under weights, or neither is.

        A wave of which nobody has confirmed the design is seen without: its shares are no measure
        of what moved.
        """
        return before.spec.confirmed("design") == self.view.spec.confirmed("design")

    def breaks(self, question: Question, before: View) -> tuple[Break, ...]:
        """Return the declared breaks between two waves that have the question in their scope."""
        between = breaks_between(self.survey, before.wave.id, self.view.wave.id)
        return tuple(b for b in between if self._covers(b, question))

    def _covers(self, brk: Break, question: Question) -> bool:
        scope = brk.scope
        if brk.type == "mode" and question.id in self.survey.roles.get("mode", ()):
            return True
        if scope.parts is not None and self.view.wave.part not in scope.parts:
            return False
        if scope.breakdowns is not None:
            divided = {self.survey.breakdown(b).question for b in scope.breakdowns}
            return question.id in divided
        return scope.questions is None or question.id in scope.questions

    def role(self, *names: str) -> Question | None:
        """Return the first question in one of these roles that the data have."""
        wanted = [q for name in names for q in self.survey.roles.get(name, ())]
        return next((q for q in self.view.questions if q.id in wanted), None)


def columns_of(question: Question) -> tuple[str, ...]:
    """Return the columns that a question has in a wave's frame."""
    if question.type != "multiple" or question.scale is None:
        return (question.id,)
    return tuple(f"{question.id}_{c.code}" for c in question.scale.codes)


def _states(question: Question, positions: NDArray[np.intp]) -> NDArray[np.intp]:
    answers = len(question.scale.codes) if question.scale else 0
    kinds = [ANSWER] * answers + [_KIND[c.kind] for c in question.missing_codes]
    states = np.full(positions.shape, ANSWER, dtype=np.intp)
    coded = (positions >= 0) & (positions < len(all_codes(question)))
    states[coded] = np.array([*kinds, 0], dtype=np.intp)[positions[coded]]
    states[positions == BLANK] = EMPTY
    states[positions == UNKNOWN] = FOREIGN
    return states


def _has_targets(context: CheckContext) -> bool:
    return context.targets is not None


NEEDS: Mapping[str, tuple[Callable[[CheckContext], bool], Said]] = {
    "id": (
        lambda c: c.view.spec.design.id is not None,
        Said("validation-the-definition-names-no-id-column"),
    ),
    "weight": (
        lambda c: c.view.spec.design.weight is not None,
        Said("validation-the-definition-names-no-weight-column"),
    ),
    "weight total": (
        lambda c: c.view.spec.weight_total is not None,
        Said("validation-the-definition-does-not-announce-the-sum"),
    ),
    "earlier": (
        lambda c: bool(c.earlier),
        Said("validation-no-earlier-wave-was-given"),
    ),
    "independent": (
        lambda c: c.survey.overlap == "none",
        Said("validation-the-survey-does-not-declare-its-waves"),
    ),
    "targets": (
        _has_targets,
        Said("validation-the-part-has-no-targets"),
    ),
    "labels": (
        lambda c: bool(c.view.wave.provenance.get("value_labels")),
        Said("validation-the-file-has-no-value-labels"),
    ),
    "earlier labels": (
        lambda c: any(v.wave.provenance.get("value_labels") for v in c.earlier),
        Said("validation-the-earlier-files-have-no-value-labels"),
    ),
    "ballot": (
        lambda c: c.role("form", "ballot") is not None,
        Said("validation-no-question-has-the-role-form"),
    ),
    "few rows": (
        lambda c: len(c.view.frame) <= MANY_ROWS,
        Said("validation-more-than-rows-comparing-every-pair", many_rows=MANY_ROWS),
    ),
    "duration": (
        lambda c: c.role("duration") is not None,
        Said("validation-no-question-has-the-role-duration"),
    ),
    "interview date": (
        lambda c: c.role("interview_date") is not None,
        Said("validation-no-question-has-the-role-interview-date"),
    ),
    "mode": (
        lambda c: c.role("mode") is not None,
        Said("validation-no-question-has-the-role-mode"),
    ),
}


def row_keys(view: View, rows: NDArray[Any] | None, kept: int) -> tuple[int | str, ...]:
    """Return respondent ids, or row numbers from 1 where the part has none, of the first rows."""
    if rows is None:
        return ()
    first = np.flatnonzero(rows)[:kept] if rows.dtype == bool else np.asarray(rows)[:kept]
    id_column = view.spec.design.id
    if id_column is None or id_column not in view.frame.columns:
        if isinstance(view.wave, Delivery):
            first = view.wave.rows[first] - 1
        return tuple(int(r) + 1 for r in first)
    return tuple(_key(v) for v in view.frame[id_column].iloc[first])


def file_rows(view: View, rows: NDArray[Any] | None, kept: int) -> tuple[int, ...]:
    """Return the places in the delivered file, from 1, of the first rows; none of a wave's."""
    if rows is None or not isinstance(view.wave, Delivery):
        return ()
    first = np.flatnonzero(rows)[:kept] if rows.dtype == bool else np.asarray(rows)[:kept]
    return tuple(sorted(int(place) for place in view.wave.rows[first]))


def _key(value: Any) -> int | str:
    if isinstance(value, (float, np.floating)) and float(value).is_integer():
        return int(value)
    return int(value) if isinstance(value, (int, np.integer)) else str(value)


def waves_missing_need(context: CheckContext, needs: tuple[str, ...]) -> Iterator[Said]:
    """Yield why a check with these needs cannot be made."""
    for need in needs:
        met, reasons = NEEDS[need]
        if not met(context):
            yield Typeset(reasons)


def need_survey(wave: Wave | Delivery) -> Survey:
    """Return a wave's definition, or say that validation cannot do without one."""
    if wave.survey is None:
        raise DefinitionError(
            Said("validation-validate-this-wave-was-made-from-a-data"),
        )
    return wave.survey
