"""What is asked of each question: its fields, and the responses estimated from them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from padai.errors import DefinitionError, EstimationError
from padai.estimation.nets import Net, nets_of
from padai.numerics.designs import IntArray
from padai.numerics.tabulation import FieldBlock, Rows
from padai.waves.coding import CodedColumn
from padai.waves.conditions import option_positions
from padai.waves.stacking import Stack
from padai.waves.wave import Wave
from padai.words import Said

if TYPE_CHECKING:
    from padai.survey import Question

Waves = Wave | Stack
Kind = Literal["share", "balance", "score"]
Questions = str | Sequence[str] | Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class ScoredResponse:
    """One estimate of a question: the mean of a score on the codes of one of its fields.

    Attributes
    ----------
    name : str
        As it stands in the frame.
    field : int
        Which of the question's fields.
    scores : tuple of float
        Score of each code.
    base : tuple of bool
        Codes that are in the base.
    kind : {"share", "balance", "score"}
        Shares have the intervals of proportions.
    """

    name: str
    field: int
    scores: tuple[float, ...]
    base: tuple[bool, ...]
    kind: Kind = "share"


@dataclass(frozen=True, eq=False)
class Tabulated:
    """A question of a wave or stack, ready to be tabulated.

    Attributes
    ----------
    name : str
    fields : tuple of Coded
        One, or one an option (and a union of options) of a multiple-response question.
    responses : tuple of Response
    asked : tuple of bool
        Whether each wave has it.
    """

    name: str
    fields: tuple[CodedColumn, ...]
    responses: tuple[ScoredResponse, ...]
    asked: tuple[bool, ...]


def share_item(wave: Waves, name: str, net: Net, options: Sequence[str] = ()) -> Tabulated:
    """Return the shares of a question's responses: codes, then nets; or the `net` asked for.

    Raises
    ------
    EstimationError
        The question is an open one or a number.
    DefinitionError
        A net or code is unknown.
    """
    question = wave.question(name)
    if options or (question is not None and question.type == "multiple"):
        return _multiple_item(wave, name, net, options)
    if question is not None and question.type == "open":
        raise EstimationError(
            Said("estimation-is-an-open-question-it-has-no", name=name),
        )
    coded, asked = coded_over(wave, name)
    if not coded.labels:
        raise EstimationError(
            Said("estimation-holds-no-answer-it-has-no-proportions", name=name),
        )
    defined = question is not None and question.scale is not None
    nets = nets_of(question, net, coded.labels, name, defined)
    everything = tuple(True for _ in coded.labels)
    responses = []
    if net is None:
        for place, label in enumerate(coded.labels):
            scores = tuple(float(i == place) for i in range(len(coded.labels)))
            responses.append(ScoredResponse(label, 0, scores, everything))
    for label, (plus, minus) in nets.items():
        scores = tuple(float(c in plus) - float(c in minus) for c in coded.labels)
        kind: Kind = "balance" if minus else "share"
        responses.append(ScoredResponse(label, 0, scores, everything, kind))
    return Tabulated(name, (coded,), tuple(responses), asked)


def score_item(wave: Waves, name: str) -> Tabulated | None:
    """Return the mean score of a question whose codes have scores; None where they have none."""
    question = wave.question(name)
    if question is None or not question.scores or question.type == "multiple":
        return None
    coded, asked = coded_over(wave, name)
    scores = tuple(float(question.scores.get(label, 0.0)) for label in coded.labels)
    base = tuple(label in question.scores for label in coded.labels)
    return Tabulated(name, (coded,), (ScoredResponse("mean", 0, scores, base, "score"),), asked)


def coded_over(wave: Waves, name: str) -> tuple[CodedColumn, tuple[bool, ...]]:
    """Return a question's codes over all waves, -1 in the waves that lack it, and which have it."""
    question = wave.question(name)
    asked = tuple(_has(part, name, question) for part in wave.waves)
    if all(asked):
        return wave.answers(name), asked
    if not any(asked):
        wave.waves[0].column(name)
    known = next(p.answers(name) for p, has in zip(wave.waves, asked, strict=True) if has)
    if question is None:
        lacking = [p.id for p, has in zip(wave.waves, asked, strict=True) if not has]
        raise EstimationError(
            Said(
                "estimation-the-column-is-not-in-every-wave-it-lacks",
                name=name,
                lacking=", ".join(lacking),
            ),
        )
    parts = [
        p.answers(name).codes if has else np.full(len(p), -1, dtype=np.intp)
        for p, has in zip(wave.waves, asked, strict=True)
    ]
    return CodedColumn(np.concatenate(parts), known.labels), asked


def _has(wave: Wave, name: str, question: Question | None) -> bool:
    if question is not None and not question.asked_in(wave.id, wave.part):
        return False
    if question is not None and question.type == "multiple":
        codes = [c.code for c in question.scale.codes] if question.scale else []
        return f"{name}_{codes[0]}" in wave._frame.columns
    return name in wave._frame.columns


def _multiple_item(wave: Waves, name: str, net: Net, options: Sequence[str]) -> Tabulated:
    question = wave.question(name)
    asked = tuple(bool(options) or _has(part, name, question) for part in wave.waves)
    parts = [
        _options(part, name, options) if has else None
        for part, has in zip(wave.waves, asked, strict=True)
    ]
    known = next((part for part in parts if part is not None), None)
    if known is None:
        raise EstimationError(
            Said("estimation-no-wave-of-these-has-the-question", name=name),
        )
    labels = known[0]
    chosen = np.concatenate(
        [
            np.full((len(wave.waves[i]), len(labels)), -1, dtype=np.intp) if p is None else p[1]
            for i, p in enumerate(parts)
        ]
    )
    nets = nets_of(question, net, labels, name, True)
    fields: list[CodedColumn] = []
    responses: list[ScoredResponse] = []
    for place, label in enumerate(labels):
        if net is None:
            responses.append(_chosen(label, len(fields)))
            fields.append(CodedColumn(chosen[:, place], ("0", "1")))
    for label, (plus, minus) in nets.items():
        sides = [_union(chosen, labels, side) for side in (plus, minus)]
        if minus:
            coded = np.where(sides[0] < 0, -1, sides[0] - sides[1] + 1)
            scores = (-1.0, 0.0, 1.0)
            responses.append(ScoredResponse(label, len(fields), scores, (True,) * 3, "balance"))
            fields.append(CodedColumn(coded, ("-1", "0", "1")))
        else:
            responses.append(_chosen(label, len(fields)))
            fields.append(CodedColumn(sides[0], ("0", "1")))
    return Tabulated(name, tuple(fields), tuple(responses), asked)


def _chosen(label: str, field: int) -> ScoredResponse:
    return ScoredResponse(label, field, (0.0, 1.0), (True, True))


def _union(chosen: IntArray, labels: Sequence[str], wanted: set[str]) -> IntArray:
    """Return 1 where one of the options is chosen, 0 where none is, -1 out of the base."""
    if not wanted:
        return np.where(chosen.max(axis=1) < 0, -1, 0)
    part = chosen[:, [labels.index(code) for code in labels if code in wanted]]
    hit: IntArray = np.any(part == 1, axis=1).astype(np.intp)
    return np.where(chosen.max(axis=1) < 0, -1, hit)


def _options(wave: Wave, name: str, options: Sequence[str]) -> tuple[tuple[str, ...], IntArray]:
    """Return option codes and a matrix of 1 (chosen), 0 (not), -1 (out of the base)."""
    question = wave.question(name)
    if question is None:
        columns = [wave.codes(option).codes for option in options]
        wrong = [o for o in options if not set(wave.codes(o).labels) <= {"0", "1"}]
        if wrong:
            raise EstimationError(
                Said("estimation-options-of-a-multiple-response-are", wrong=wrong[0]),
            )
        shifted = [
            np.where(codes < 0, -1, codes + (wave.codes(o).labels[:1] == ("1",)))
            for codes, o in zip(columns, options, strict=True)
        ]
        matrix, labels = np.stack(shifted, axis=1), tuple(str(o) for o in options)
    else:
        labels = tuple(c.code for c in question.scale.codes) if question.scale else ()
        chosen = [option_positions(wave.column(f"{name}_{code}"), question) for code in labels]
        matrix = np.where(np.stack(chosen, axis=1) > 1, -1, np.stack(chosen, axis=1))
        matrix = np.where(matrix < 0, -1, matrix)
    answered = np.asarray(np.any(matrix >= 0, axis=1))
    return labels, np.where(answered[:, None], np.maximum(matrix, 0), -1)


def asked_of(wave: Waves, questions: Questions | None) -> list[tuple[str, tuple[str, ...]]]:
    """Return the questions asked for, each with its columns where it is a set of 0 and 1.

    None stands for every single, multiple and rating question that a wave has.

    Raises
    ------
    DefinitionError
        A question is named twice; none is named, and there is no definition.
    """
    if isinstance(questions, Mapping):
        return [(str(name), tuple(columns)) for name, columns in questions.items()]
    if questions is not None:
        names = [questions] if isinstance(questions, str) else [str(q) for q in questions]
        if len(set(names)) < len(names):
            raise DefinitionError(Said("estimation-a-question-is-named-twice-name-each-once"))
        return [(name, ()) for name in names]
    if wave.survey is None:
        raise DefinitionError(Said("estimation-without-a-survey-definition-name-the"))
    return [
        (question.id, ())
        for question in wave.survey.questions.values()
        if question.type in ("single", "multiple", "rating")
        and any(question.asked_in(part.id, part.part) for part in wave.waves)
    ]


@dataclass(frozen=True, eq=False)
class Arrangement:
    """Every response of a list of items, arranged in blocks of fields.

    Attributes
    ----------
    items : tuple of Item
    fields : tuple of tuple of (int, int)
        For each block, its fields: item and field of the item.
    rows : tuple of Rows
        One a block.
    order : tuple of ndarray of int
        For each block, the place of its rows among all responses.
    question : ndarray of int, shape (R,)
        Item of each response.
    names : tuple of str
        Name of each response.
    kinds : tuple of str
    """

    items: tuple[Tabulated, ...]
    fields: tuple[tuple[tuple[int, int], ...], ...]
    rows: tuple[Rows, ...]
    order: tuple[IntArray, ...]
    question: IntArray
    names: tuple[str, ...]
    kinds: tuple[str, ...]

    @property
    def count(self) -> int:
        """Number of responses, R."""
        return len(self.names)

    def block(self, number: int, rows: slice) -> FieldBlock:
        """Return a block with the codes of some rows of the data."""
        size = self.size(number)
        n = len(range(*rows.indices(len(self.items[0].fields[0].codes))))
        codes = np.empty((len(self.fields[number]), n), dtype=np.int64)
        for own, (i, f) in zip(codes, self.fields[number], strict=True):
            given = self.items[i].fields[f].codes[rows]
            np.copyto(own, given)
            np.copyto(own, size, where=given < 0)
        return FieldBlock(codes, size, self.rows[number])

    def size(self, number: int) -> int:
        """Return the number of codes of a block's fields."""
        item, field = self.fields[number][0]
        return len(self.items[item].fields[field].labels)

    def place_of(self, response: int) -> tuple[int, int]:
        """Return the block and the row in it of a response."""
        for number, order in enumerate(self.order):
            hit = np.flatnonzero(order == response)
            if len(hit):
                return number, int(hit[0])
        raise IndexError(response)


def plan_of(items: Sequence[Tabulated], fields_at_once: Mapping[int, int]) -> Arrangement:
    """Arrange items in blocks of fields with as many codes.

    Parameters
    ----------
    items
    fields_at_once
        For each number of codes, how many fields a block may hold.
    """
    starts = np.cumsum([0, *(len(item.responses) for item in items)])
    by_size: dict[int, list[tuple[int, int]]] = {}
    for i, item in enumerate(items):
        for f, field in enumerate(item.fields):
            by_size.setdefault(len(field.labels), []).append((i, f))
    blocks = []
    for size, members in by_size.items():
        step = fields_at_once[size]
        blocks += [tuple(members[k : k + step]) for k in range(0, len(members), step)]
    rows, order = [], []
    for held in blocks:
        made, places = _rows_of(items, held, starts)
        rows.append(made)
        order.append(places)
    return Arrangement(
        tuple(items),
        tuple(blocks),
        tuple(rows),
        tuple(order),
        np.repeat(np.arange(len(items)), np.diff(starts)),
        tuple(r.name for item in items for r in item.responses),
        tuple(r.kind for item in items for r in item.responses),
    )


def _rows_of(
    items: Sequence[Tabulated], members: Sequence[tuple[int, int]], starts: np.ndarray
) -> tuple[Rows, IntArray]:
    cell: list[int] = []
    field: list[int] = []
    order: list[int] = []
    combined: list[tuple[int, list[int], list[float]]] = []
    partial: list[tuple[int, list[int], list[float]]] = []
    for place, (i, f) in enumerate(members):
        for r, response in enumerate(items[i].responses):
            if response.field != f:
                continue
            row, size = len(cell), len(response.scores)
            used = [c for c, score in enumerate(response.scores) if score != 0]
            single = len(used) == 1 and response.scores[used[0]] == 1.0
            cell.append(place * size + (used[0] if single else 0))
            field.append(place)
            order.append(int(starts[i]) + r)
            if not single:
                scores = [response.scores[c] for c in used]
                combined.append((row, [place * size + c for c in used], scores))
            if not all(response.base):
                codes = [place * size + c for c, inside in enumerate(response.base) if inside]
                partial.append((row, codes, [1.0] * len(codes)))
    index = np.array(cell, dtype=np.intp), np.array(field, dtype=np.intp)
    score, base = _padded(combined), _padded(partial)
    made = Rows(*index, score[0], score[1], score[2], base[0], base[1], base[2])
    return made, np.array(order, dtype=np.intp)


def _padded(
    lists: Sequence[tuple[int, list[int], list[float]]],
) -> tuple[IntArray, IntArray, np.ndarray]:
    width = max((len(codes) for _, codes, _ in lists), default=0)
    places = np.zeros((len(lists), width), dtype=np.intp)
    scores = np.zeros((len(lists), width))
    for k, (_, codes, values) in enumerate(lists):
        places[k] = codes[0] if codes else 0
        places[k, : len(codes)] = codes
        scores[k, : len(values)] = values
    return np.array([row for row, _, _ in lists], dtype=np.intp), places, scores
