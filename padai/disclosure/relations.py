"""How the published figures of a question add up: what a reader may subtract.

Everything here is in unweighted counts. Published shares are weighted, but they add up in the
same way, and a reader is given the weighted bases: whatever can be subtracted there can be
subtracted here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from padai.disclosure.groups import Structure, UnionGroup, Unit
from padai.numerics.suppression import CellClaim, CountTable, table
from padai.survey import Question


@dataclass
class Builder:
    """Cells and the rows of a table, added one at a time.

    Attributes
    ----------
    rows
        Of each cell, the row of the frame that shows it; -1 for one that no row shows.
    """

    value: list[float] = field(default_factory=list)
    hidden: list[bool] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)
    lower: list[float] = field(default_factory=list)
    upper: list[float] = field(default_factory=list)
    relations: list[Mapping[int, float]] = field(default_factory=list)

    def cell(
        self,
        value: float,
        hidden: bool,
        row: int = -1,
        *,
        signed: bool = False,
        upper: float = np.inf,
    ) -> int:
        """Add a cell and return its position."""
        self.value.append(value)
        self.hidden.append(hidden)
        self.rows.append(row)
        self.lower.append(-np.inf if signed else 0.0)
        self.upper.append(upper)
        return len(self.value) - 1

    def known(self, coefficients: Mapping[int, float]) -> None:
        """Say that a reader knows a sum of cells."""
        self.relations.append(coefficients)

    def total(
        self, whole: int, parts: Iterable[int], beside: float | None = None, row: int = -1
    ) -> None:
        """Say that a cell is the sum of others and, where given, of unknown people in none."""
        sums = {whole: -1.0}
        for part in parts:
            sums[part] = 1.0
        if beside is not None:
            sums[self.cell(beside, True, row)] = 1.0
        self.known(sums)

    def table(self) -> CountTable:
        """Return the table."""
        from scipy import sparse

        pairs = [(i, j, v) for i, row in enumerate(self.relations) for j, v in row.items()]
        shape = (len(self.relations), len(self.value))
        matrix = sparse.csr_matrix(shape, dtype=float)
        if pairs:
            at, column, number = (np.array(x) for x in zip(*pairs, strict=True))
            matrix = sparse.csr_matrix((number.astype(float), (at, column)), shape=shape)
        return table(matrix, self.value, self.hidden, np.array(self.lower), np.array(self.upper))


@dataclass(frozen=True)
class QuestionRows:
    """The rows of one question in one wave and part.

    Attributes
    ----------
    response, unit
        Of each row: its response, and the position of its group in `units`.
    n_base, n_cell
        True unweighted counts, withheld or not, shape (rows,); `n_cell` NaN where none.
    shown, based
        Whether a reader has the row's estimate, and its base.
    place
        The row's position in the frame that it was taken from.
    others
        The sizes of the last of `units`, of which the frame has no row: another release shows
        them.
    """

    units: tuple[Unit, ...]
    response: tuple[str, ...]
    unit: np.ndarray
    n_base: np.ndarray
    n_cell: np.ndarray
    shown: np.ndarray
    based: np.ndarray
    place: np.ndarray
    others: np.ndarray = field(default_factory=lambda: np.zeros(0))


@dataclass(frozen=True)
class Routed:
    """A question that was put to those alone who gave some answers to another one.

    Its base in a group is a count of these answers, but for those who then did not answer.

    Attributes
    ----------
    codes
        The answers.
    base
        Of each group, how many answered the question that was put to them, whether a reader is
        told, and a row of the frame that tells it.
    """

    codes: tuple[str, ...]
    base: Mapping[Unit, tuple[float, bool, int]]


@dataclass(frozen=True)
class Groups:
    """The groups of a question as a table, and the people whom each sum of them leaves out.

    Attributes
    ----------
    table
        A cell for each group, its size; then one for each set of people left out.
    unit
        Of each cell, the position of the group that it is named by.
    """

    table: CountTable
    unit: np.ndarray

    def claim(self, least: int) -> CellClaim:
        """Return the cells of fewer people than a group may have: any size up to that is open."""
        size = self.table.value
        targets = np.flatnonzero((size > 0) & (size < least))
        ones = np.ones(len(targets))
        return CellClaim(self.table, targets, ones, ones * least)


def group_table(structure: Structure, rows: QuestionRows, least: int) -> Groups:
    """Return the table of the groups of a question.

    A cell is a group: whoever can work out the size of a withheld one from others can work out
    each of its answers in the same way. People whom the definition leaves out of a breakdown are a
    group that is not shown, where they are fewer than a group may have.
    """
    size = sizes(rows)
    shown = size == 0  # a group without anybody is said to be empty
    np.logical_or.at(shown, rows.unit, rows.shown)
    shown[len(size) - len(rows.others) :] = True
    made = Builder()
    for place, (n, seen) in enumerate(zip(size, shown, strict=True)):
        made.cell(float(n), not seen, place)
    for union in structure.sums(rows.units):
        beside = size[union.whole] - size[list(union.parts)].sum()
        # a part without anybody is said to be empty, which tells of nobody else
        alone = not (shown & (size > 0))[list(union.parts)].any() and beside >= least
        unknown = alone or _few_left_out(union, beside, least)
        made.total(union.whole, union.parts, beside if unknown else None, union.parts[0])
    return Groups(made.table(), np.array(made.rows))


def left_out(structure: Structure, rows: QuestionRows, least: int) -> bool:
    """Whether a breakdown of a question leaves people out who are too few to be told of."""
    size = sizes(rows)
    return any(
        _few_left_out(union, size[union.whole] - size[list(union.parts)].sum(), least)
        for union in structure.sums(rows.units)
    )


def _few_left_out(found: UnionGroup, beside: float, least: int) -> bool:
    """Whether a sum lacks people whom the definition leaves out, too few to be told of."""
    return found.leaves_out and 0 < beside < least


@dataclass(frozen=True)
class AnswerTable:
    """The answers to a question as a table.

    Attributes
    ----------
    table
        A cell for each answer of each group, and what adds them up.
    rows
        Of each cell, the row of the frame that shows it; -1 for one that no row shows.
    left_out
        The cells of the answers of people whom a breakdown leaves out, with the row that each is
        named by: the same answer of a group of that breakdown.
    """

    table: CountTable
    rows: np.ndarray
    left_out: Mapping[int, int]


def answer_table(
    structure: Structure,
    question: Question,
    rows: QuestionRows,
    known: Collection[Unit],
    least: int,
    routed: Iterable[Routed] = (),
) -> AnswerTable:
    """Return the table of the answers to a question.

    Parameters
    ----------
    known
        The groups whose size a reader knows from any question of the wave.
    least
        From how many people on those in no group are taken as unknown, where no group is shown.
    routed
        The questions that were put to some of those who answered.

    Notes
    -----
    A reader is given each group's base, the mean where it is shown, and the spread that its
    standard error tells.
    """
    made = Builder()
    cells = _answers(made, structure, question, rows)
    size = sizes(rows)
    left_out = {}
    for union in structure.sums(rows.units):
        beside = size[union.whole] - size[list(union.parts)].sum()
        few = _few_left_out(union, beside, least)
        for code in (*question.codes, *(net.id for net in question.all_nets)):
            held = [p for p in union.parts if (p, code) in cells]
            parts = [cells[p, code] for p in held]
            if (union.whole, code) not in cells or not parts:
                continue
            whole = cells[union.whole, code]
            rest = made.value[whole] - sum(made.value[p] for p in parts)
            alone = all(made.hidden[cells[p, code]] or not size[p] for p in held)
            alone = alone and beside >= least and rest > 0
            if few and code in question.codes:
                left_out[len(made.value)] = made.rows[parts[0]]
            made.total(whole, parts, rest if alone or few else None)
    _bases(made, structure, question, rows.units, cells, known)
    for each in routed:
        _routed(made, structure, rows.units, cells, each)
    return AnswerTable(made.table(), np.array(made.rows), left_out)


def sizes(rows: QuestionRows) -> np.ndarray:
    """Return how many people of each group answered."""
    size = np.zeros(len(rows.units))
    np.maximum.at(size, rows.unit, rows.n_base)
    size[len(size) - len(rows.others) :] = rows.others
    return size


def _answers(
    made: Builder, structure: Structure, question: Question, rows: QuestionRows
) -> dict[tuple[int, str], int]:
    """Add the answers of every group, its nets and its mean."""
    at = {(int(u), r): k for k, (u, r) in enumerate(zip(rows.unit, rows.response, strict=True))}
    cells: dict[tuple[int, str], int] = {}
    for place, unit in enumerate(rows.units):
        own = structure.own_codes(question, unit)
        held = [c for c in (question.codes if own is None else own) if (place, c) in at]
        for code in held:
            row = at[place, code]
            upper = rows.n_base[row] if question.type == "multiple" else np.inf
            hidden = not rows.shown[row] and rows.n_base[row] > 0
            cells[place, code] = made.cell(
                float(rows.n_cell[row]), hidden, int(rows.place[row]), upper=upper
            )
        if own is not None:
            continue
        if question.type != "multiple" and held:
            made.known({cells[place, c]: 1.0 for c in held})
        for net in question.all_nets:
            row = at.get((place, net.id), -1)
            if row >= 0 and not all((place, c) in cells for c in (*net.codes, *net.minus)):
                if not net.is_balance:  # a net told without its answers
                    cells[place, net.id] = made.cell(
                        float(rows.n_cell[row]),
                        not rows.shown[row] and rows.n_base[row] > 0,
                        int(rows.place[row]),
                        upper=float(rows.n_base[row]),
                    )
            elif row >= 0:
                plus = [cells[place, c] for c in net.codes]
                minus = [cells[place, c] for c in net.minus]
                _net(made, question, rows, row, plus, minus)
        if (place, "mean") in at:
            _mean(made, question, rows, at[place, "mean"], {c: cells[place, c] for c in held})
    return cells


def _net(
    made: Builder,
    question: Question,
    rows: QuestionRows,
    row: int,
    plus: list[int],
    minus: list[int],
) -> None:
    hidden, place = not rows.shown[row], int(rows.place[row])
    if question.type == "multiple" and not minus:
        count = float(rows.n_cell[row])
        net = made.cell(count, hidden, place, upper=float(rows.n_base[row]))
        over = sum(made.value[p] for p in plus) - count
        made.known({**dict.fromkeys(plus, 1.0), net: -1.0, made.cell(over, True): -1.0})
        for part in plus:
            made.known({net: 1.0, part: -1.0, made.cell(count - made.value[part], True): -1.0})
        return
    value = sum(made.value[p] for p in plus) - sum(made.value[m] for m in minus)
    net = made.cell(value, hidden, place, signed=bool(minus))
    row_of = {net: -1.0}
    for sign, members in ((1.0, plus), (-1.0, minus)):
        for member in members:
            row_of[member] = row_of.get(member, 0.0) + sign
    made.known(row_of)


def _mean(
    made: Builder, question: Question, rows: QuestionRows, row: int, cells: Mapping[str, int]
) -> None:
    """Add what a mean tells: how many it is of, their sum, and their sum of squares."""
    scored = {cells[c]: s for c, s in question.scores.items() if c in cells}
    known_powers = (bool(rows.based[row]), bool(rows.shown[row]), bool(rows.shown[row]))
    for power, known in enumerate(known_powers):
        coefficients = {cell: float(score) ** power for cell, score in scored.items()}
        value = sum(made.value[cell] * weight for cell, weight in coefficients.items())
        coefficients[made.cell(value, not known, int(rows.place[row]), signed=True)] = -1.0
        made.known(coefficients)


def _bases(
    made: Builder,
    structure: Structure,
    question: Question,
    units: Sequence[Unit],
    cells: Mapping[tuple[int, str], int],
    known: Collection[Unit],
) -> None:
    """Add what the size of a group tells of the answers that make the group."""
    place = {unit: k for k, unit in enumerate(units)}
    for unit in sorted(known):
        for name, rest, codes in structure.codes(unit):
            if name == question.id and rest in place:
                members = [cells[place[rest], c] for c in codes if (place[rest], c) in cells]
                if len(members) == len(codes):
                    made.known(dict.fromkeys(members, 1.0))


def _routed(
    made: Builder,
    structure: Structure,
    units: tuple[Unit, ...],
    cells: Mapping[tuple[int, str], int],
    routed: Routed,
) -> None:
    """Add what the bases of a routed question tell of the answers that led to it."""
    asked: dict[int, int] = {}
    silent: dict[int, int] = {}
    for place, unit in enumerate(units):
        members = [cells[place, c] for c in routed.codes if (place, c) in cells]
        if unit not in routed.base or len(members) < len(routed.codes):
            continue
        base, is_known, row = routed.base[unit]
        lost = sum(made.value[cell] for cell in members) - base
        asked[place] = made.cell(base, not is_known, row)
        silent[place] = made.cell(lost, True, signed=lost < 0)
        made.known({**dict.fromkeys(members, 1.0), asked[place]: -1.0, silent[place]: -1.0})
    for union in structure.sums(units):
        for kind in (asked, silent):
            if union.whole in kind and all(part in kind for part in union.parts):
                whole, parts = kind[union.whole], [kind[part] for part in union.parts]
                rest = made.value[whole] - sum(made.value[part] for part in parts)
                sums = {whole: -1.0, **dict.fromkeys(parts, 1.0)}
                if union.leaves_out:
                    sums[made.cell(rest, True, signed=rest < 0)] = 1.0
                made.known(sums)
