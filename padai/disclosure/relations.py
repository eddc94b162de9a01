"""How the published figures of a question add up: what a reader may subtract.

Everything here is in unweighted counts. Published shares are weighted, but they add up in the
same way, and a reader is given the weighted bases: whatever can be subtracted there can be
subtracted here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from padai.numerics.suppression import Table, table
from padai.survey import Question, Survey
from padai.survey.policies import Group

TOTAL = "total"
Unit = tuple[str, str]
"""A breakdown and one of its groups."""


@dataclass(frozen=True)
class Sum:
    """A group that is the union of others, but for people in none of them."""

    whole: int
    parts: tuple[int, ...]


def sums_of(survey: Survey, units: Sequence[Unit]) -> list[Sum]:
    """Return every group that is a union of groups of a finer breakdown.

    The total is the union of any breakdown's groups; ``sex`` of those of ``sex*age``; and a
    coarse breakdown of a question of those of a finer one.
    """
    named: dict[str, list[int]] = {}
    for place, (breakdown, _) in enumerate(units):
        named.setdefault(breakdown, []).append(place)
    found: dict[tuple[int, tuple[int, ...]], None] = {}
    for fine, members in named.items():
        for coarse, wholes in named.items():
            if fine in (coarse, TOTAL):
                continue
            for whole in wholes:
                within = tuple(m for m in members if _within(survey, units[m], units[whole]))
                if within:
                    found.setdefault((whole, within))
    return [Sum(whole, parts) for whole, parts in found]


def _within(survey: Survey, fine: Unit, coarse: Unit) -> bool:
    """Whether every member of a group is in another one, by what the definition says."""
    if coarse[0] == TOTAL:
        return True
    inner = _parts_of(fine)
    return all(any(_contains(survey, own, outer) for own in inner) for outer in _parts_of(coarse))


def _parts_of(unit: Unit) -> list[Unit]:
    names, groups = unit[0].split("*"), unit[1].split("*")
    return list(zip(names, groups, strict=True)) if len(names) == len(groups) else [unit]


def _contains(survey: Survey, inner: Unit, outer: Unit) -> bool:
    if inner == outer:
        return True
    if inner[0] == outer[0] or not (
        survey.has_breakdown(inner[0]) and survey.has_breakdown(outer[0])
    ):
        return False
    small, large = _group(survey, inner), _group(survey, outer)
    same = survey.breakdown(inner[0]).question == survey.breakdown(outer[0]).question
    if not same or small is None or large is None:
        return False
    if small.codes or large.codes:
        return bool(small.codes) and set(small.codes) <= set(large.codes)
    low, high = _ends(small)
    least, most = _ends(large)
    return least <= low and high <= most


def _ends(group: Group) -> tuple[float, float]:
    return (
        -np.inf if group.min is None else group.min,
        np.inf if group.max is None else group.max,
    )


def _group(survey: Survey, unit: Unit) -> Group | None:
    return next((g for g in survey.breakdown(unit[0]).groups if g.id == unit[1]), None)


def codes_of(survey: Survey, unit: Unit) -> Iterator[tuple[str, Unit, tuple[str, ...]]]:
    """Yield each question that a group is made of, the rest of the group, and its codes.

    The people of group ``F*18-34`` are those of the group ``18-34`` who answered ``F``: the base
    of the one is a count of answers in the other.
    """
    parts = _parts_of(unit)
    for place, own in enumerate(parts):
        group = _group(survey, own) if survey.has_breakdown(own[0]) else None
        if group is not None and group.codes:
            others = [p for k, p in enumerate(parts) if k != place]
            rest = ("*".join(b for b, _ in others), "*".join(g for _, g in others))
            yield (
                survey.breakdown(own[0]).question,
                rest if others else (TOTAL, TOTAL),
                group.codes,
            )


class Structure:
    """How the groups of a survey's breakdowns are made of one another, worked out once."""

    def __init__(self, survey: Survey) -> None:
        self.survey = survey
        self._sums: dict[tuple[Unit, ...], list[Sum]] = {}

    def sums(self, units: tuple[Unit, ...]) -> list[Sum]:
        """Return the unions among some groups."""
        if units not in self._sums:
            self._sums[units] = sums_of(self.survey, units)
        return self._sums[units]

    def own_codes(self, question: Question, unit: Unit) -> tuple[str, ...] | None:
        """Return the only answers that a group can have given, where it is made of them."""
        for name, group_id in _parts_of(unit):
            known = self.survey.has_breakdown(name)
            if known and self.survey.breakdown(name).question == question.id:
                group = _group(self.survey, (name, group_id))
                return group.codes if group else ()
        return None


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
        self, value: float, hidden: bool, row: int = -1, *, signed: bool = False,
        upper: float = np.inf,
    ) -> int:  # fmt: skip
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

    def total(self, whole: int, parts: Iterable[int], beside: float = 0.0) -> None:
        """Say that a cell is the sum of others and, where not 0, of people in none of them."""
        row = {whole: -1.0}
        for part in parts:
            row[part] = 1.0
        if beside:
            row[self.cell(beside, True)] = 1.0
        self.known(row)

    def table(self) -> Table:
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
class Rows:
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
    """

    units: tuple[Unit, ...]
    response: tuple[str, ...]
    unit: np.ndarray
    n_base: np.ndarray
    n_cell: np.ndarray
    shown: np.ndarray
    based: np.ndarray
    place: np.ndarray


def group_table(structure: Structure, rows: Rows, least: int) -> tuple[Table, np.ndarray]:
    """Return the table of the groups of a question, and the size of each.

    A cell is a group: whoever can work out the size of a withheld one from others can work out
    each of its answers in the same way.
    """
    size = _sizes(rows)
    shown = size == 0  # a group without anybody is said to be empty
    np.logical_or.at(shown, rows.unit, rows.shown)
    made = Builder()
    for n, seen in zip(size, shown, strict=True):
        made.cell(float(n), not seen)
    for found in structure.sums(rows.units):
        beside = size[found.whole] - size[list(found.parts)].sum()
        alone = not shown[list(found.parts)].any()
        made.total(found.whole, found.parts, beside if alone and beside >= least else 0.0)
    return made.table(), size


def answer_table(
    structure: Structure, question: Question, rows: Rows, known: Collection[Unit], least: int
) -> tuple[Table, np.ndarray]:
    """Return the table of the answers to a question, and the row of the frame of each cell.

    Parameters
    ----------
    known
        The groups whose size a reader knows from any question of the wave.
    least
        From how many people on those in no group are taken as unknown, where no group is shown.

    Notes
    -----
    A reader is given each group's base, the mean where it is shown, and the spread that its
    standard error tells.
    """
    made = Builder()
    cells = _answers(made, structure, question, rows)
    size = _sizes(rows)
    for found in structure.sums(rows.units):
        beside = size[found.whole] - size[list(found.parts)].sum()
        for code in (*question.codes, *(net.id for net in question.all_nets)):
            parts = [cells[p, code] for p in found.parts if (p, code) in cells]
            if (found.whole, code) not in cells or not parts:
                continue
            whole = cells[found.whole, code]
            rest = made.value[whole] - sum(made.value[p] for p in parts)
            alone = all(made.hidden[p] for p in parts) and beside >= least
            made.total(whole, parts, rest if alone else 0.0)
    _bases(made, structure.survey, question, rows.units, cells, known)
    return made.table(), np.array(made.rows)


def _sizes(rows: Rows) -> np.ndarray:
    size = np.zeros(len(rows.units))
    np.maximum.at(size, rows.unit, rows.n_base)
    return size


def _answers(
    made: Builder, structure: Structure, question: Question, rows: Rows
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
                        float(rows.n_cell[row]), not rows.shown[row] and rows.n_base[row] > 0,
                        int(rows.place[row]), upper=float(rows.n_base[row]),
                    )  # fmt: skip
            elif row >= 0:
                plus = [cells[place, c] for c in net.codes]
                minus = [cells[place, c] for c in net.minus]
                _net(made, question, rows, row, plus, minus)
        if (place, "mean") in at:
            _mean(made, question, rows, at[place, "mean"], {c: cells[place, c] for c in held})
    return cells


def _net(
    made: Builder, question: Question, rows: Rows, row: int, plus: list[int], minus: list[int]
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
    made: Builder, question: Question, rows: Rows, row: int, cells: Mapping[str, int]
) -> None:
    """Add what a mean tells: how many it is of, their sum, and their sum of squares."""
    scored = {cells[c]: s for c, s in question.scores.items() if c in cells}
    told = (bool(rows.based[row]), bool(rows.shown[row]), bool(rows.shown[row]))
    for power, known in enumerate(told):
        coefficients = {cell: float(score) ** power for cell, score in scored.items()}
        value = sum(made.value[cell] * weight for cell, weight in coefficients.items())
        coefficients[made.cell(value, not known, int(rows.place[row]), signed=True)] = -1.0
        made.known(coefficients)


def _bases(
    made: Builder,
    survey: Survey,
    question: Question,
    units: Sequence[Unit],
    cells: Mapping[tuple[int, str], int],
    known: Collection[Unit],
) -> None:
    """Add what the size of a group tells of the answers that make the group."""
    place = {unit: k for k, unit in enumerate(units)}
    for unit in sorted(known):
        for name, rest, codes in codes_of(survey, unit):
            if name == question.id and rest in place:
                members = [cells[place[rest], c] for c in codes if (place[rest], c) in cells]
                if len(members) == len(codes):
                    made.known(dict.fromkeys(members, 1.0))
