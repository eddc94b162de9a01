"""Weights that a reader knows: shares are then equations in whole people, and must leave a choice.

Where a sample that weighed alike was calibrated to a margin or two, or where weights are those of
a few strata, there are few kinds of people: whoever has the targets and the printed bases knows
what each of them weighs. A printed share of a group is then so many of each kind, and shares of
other groups add equations. What an exchange of respondents shows protected by counts may be told
by these. Each count to protect must here be small in one table of whole people, and large in
another, that agree with every printed share, and where people were drawn one by one with every
printed error, calibrated or not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from padai.disclosure.aims import Aim
from padai.disclosure.joint import Joint
from padai.disclosure.records import FloatArray, IntArray
from padai.numerics.known_weights import (
    MOST_KINDS,
    KnownTable,
    Spread,
    agrees,
    kinds_of_weights,
    left_by_calibration,
    other_people,
)
from padai.numerics.rounding import decimals_of

_SHARE_DIGITS, _SHARE, _ERROR = 3, 0.0005, 0.00005
"""Decimals of a printed share, half of its last digit, and half of the last digit of its error."""
_SLACK = 1e-6


@dataclass(frozen=True, eq=False)
class _Told:
    """What one row tells: a sum over answers and kinds of people, and between what it lies."""

    row: int
    base: bool
    own: FloatArray
    other: FloatArray
    low: float
    high: float
    beside: str
    spread: bool = False


@dataclass(frozen=True, eq=False)
class _Part:
    """A sum that a row tells, over atoms of its question and of its group: weights to a power.

    Of a spread it is no sum, but what a calibrated error is the spread of.
    """

    power: int
    answer: FloatArray
    group: FloatArray
    low: float
    high: float
    spread: bool = False


class KnownWeights:
    """The weighted equations of one wave.

    Parameters
    ----------
    joint
        The wave's joint table.
    """

    def __init__(self, joint: Joint) -> None:
        self.joint = joint
        self._rows: dict[tuple[str, str], tuple[IntArray, IntArray, list[_Told]]] = {}
        self._allowed: dict[object, bool] = {}
        self._met: dict[tuple[str, str], list[IntArray]] = {}
        self._left: dict[str, tuple[FloatArray, FloatArray] | None] = {}

    @cached_property
    def _weights(self) -> FloatArray:
        """What each respondent weighs beside the mean, shape (n,)."""
        weights = self.joint.records.weights
        return weights / (float(weights.mean()) or 1.0)

    @cached_property
    def kind(self) -> IntArray:
        """The kind of each respondent, by what they weigh, shape (n,)."""
        return kinds_of_weights(self._weights)

    @cached_property
    def known(self) -> bool:
        """Whether there are few different weights, and more than one."""
        return 1 < int(self.kind.max(initial=0)) + 1 <= MOST_KINDS

    def allows(self, aim: Aim, shown: NDArray[np.bool_], based: NDArray[np.bool_]) -> bool:
        """Whether a count of answers can be as small and as large as it must, by what is shown."""
        if not self.known or not aim.second:
            return True
        seen = [each for each in self._of(aim)[2] if (based if each.base else shown)[each.row]]
        key = aim.key, aim.most, tuple((each.row, each.base) for each in seen)
        if key not in self._allowed:
            table = self._table(aim, seen)
            least, most = self._possible(aim, table)
            self._allowed[key] = (
                aim.value <= least or self._can_be(aim, table, least, most=False)
            ) and (aim.value >= most or self._can_be(aim, table, most, most=True))
        return self._allowed[key]

    def _possible(self, aim: Aim, table: KnownTable) -> tuple[int, int]:
        """Return how small and large a count must look, of no more people than its group has.

        How many are in a group is a count of its own, and so is how many gave any answer where
        everybody gave one.
        """
        there = int(table.size[table.within].sum())
        return (there if aim.inside.all() else aim.least), min(aim.most, there)

    def _can_be(self, aim: Aim, table: KnownTable, limit: int, *, most: bool) -> bool:
        """Whether there are such people: those met for another count first, for they often do."""
        met = self._met.setdefault((aim.first, aim.second), [])
        if any(agrees(table, people, limit, most=most) for people in met):
            return True
        people = other_people(
            table, limit, most=most, near=self._people(aim) if table.spreads else None
        )
        if people is None:
            return False
        met.append(people)
        return True

    def _people(self, aim: Aim) -> IntArray:
        """Return how many gave each answer, of each kind, shape (answers, kinds)."""
        cell, size = self._cells(aim.second)
        people = np.zeros((len(aim.inside), len(size)), dtype=np.intp)
        np.add.at(people, (self.joint.variable(aim.first).code, cell), 1)
        return people

    def beside(self, aim: Aim) -> list[str]:
        """Return the variables whose tables with the first enter the equations; the total last."""
        names = dict.fromkeys(each.beside for each in self._of(aim)[2])
        return [*sorted(name for name in names if name not in ("", aim.second)), ""]

    def _table(self, aim: Aim, told: list[_Told]) -> KnownTable:
        kinds, second, _ = self._of(aim)
        answers = len(aim.inside)
        sums = [each for each in told if not each.spread]
        return KnownTable(
            kinds,
            np.array([each.own for each in sums]).reshape(-1, answers),
            np.array([each.other for each in sums]).reshape(-1, len(kinds)),
            np.array([each.low for each in sums]),
            np.array([each.high for each in sums]),
            aim.inside,
            aim.within[second],
            tuple(self._spreads(aim.second, [each for each in told if each.spread])),
        )

    def _spreads(self, second: str, told: Sequence[_Told]) -> Iterator[Spread]:
        """Yield the errors of calibrated shares, where a kind of people is calibrated alike."""
        taken = self._taken_out(second) if told else None
        if taken is None:
            return
        weights, quadratic = taken
        for each in told:
            yield Spread(each.own, each.other, weights**2, quadratic, each.low, each.high)

    def _taken_out(self, second: str) -> tuple[FloatArray, FloatArray] | None:
        """Return what one of each kind weighs, and what calibration adds to squared errors."""
        if second not in self._left:
            assert self.joint.records.residual is not None
            cell, size = self._cells(second)
            inside = (cell[:, None] == np.arange(len(size))).astype(float)
            weighted = self._weights[:, None] * inside
            out = (weighted - self.joint.records.residual(weighted)) / self._weights[:, None]
            fitted = (inside.T @ out) / size[:, None]
            known = bool((np.abs(out - fitted[cell]) <= _SLACK).all())
            weights = (inside.T @ self._weights) / size
            added = left_by_calibration(weights, fitted / size, size)
            self._left[second] = (weights, added) if known else None
        return self._left[second]

    def _of(self, aim: Aim) -> tuple[IntArray, IntArray, list[_Told]]:
        """Return, of two variables, the sizes of kinds, their second atoms, and all that is told.

        A kind of person is here one weight with one atom of the second variable.
        """
        key = aim.first, aim.second
        if key not in self._rows:
            code = self.joint.variable(aim.second).code
            cell, size = self._cells(aim.second)
            atom = np.zeros(len(size), dtype=np.intp)
            atom[cell] = code
            self._rows[key] = size, atom, list(self._told(aim.first, cell, size))
        return self._rows[key]

    def _cells(self, second: str) -> tuple[IntArray, IntArray]:
        """Return the kind of each person by weight and atom, and how many are of each kind."""
        both = np.column_stack([self.joint.variable(second).code, self.kind])
        cell = np.unique(both, axis=0, return_inverse=True)[1].reshape(-1).astype(np.intp)
        return cell, np.bincount(cell).astype(np.intp)

    def _told(self, first: str, cell: IntArray, size: IntArray) -> Iterator[_Told]:
        """Yield what is told of a variable in sums over kinds of people."""
        for asked, by in self.joint.tables_with(first):
            name, other = self.joint.of_question(asked), self.joint.of_breakdown(by)
            beside = other if name == first else name
            for row in self.joint.rows_of(asked, by).tolist():
                for part in self._parts(row, asked, by):
                    if part.spread and (name != first or other == first):
                        continue
                    own, kinds = self._split(part, name, other, first)
                    mean = np.bincount(cell, weights=kinds, minlength=len(size)) / size
                    if (np.abs(kinds - mean[cell]) > _SLACK).any():
                        continue  # people of one kind are in several groups, or said several things
                    apart = "" if beside == first else beside
                    base = part.power == 0 and not part.spread
                    yield _Told(row, base, own, mean, part.low, part.high, apart, part.spread)

    def _split(
        self, part: _Part, name: str, other: str, first: str
    ) -> tuple[FloatArray, FloatArray]:
        """Return what a sum counts of each atom of a variable, and besides of each person."""
        weights = self._weights**part.power
        if name != first:
            return part.group, weights * part.answer[self.joint.variable(name).code]
        if other == first:
            return part.answer * part.group, weights
        code = self.joint.variable(other).code if other else np.zeros(len(weights), dtype=np.intp)
        return part.answer, weights * part.group[code]

    def _parts(self, row: int, asked: str, by: str) -> Iterator[_Part]:
        """Yield what a row tells: its base, its estimate, and its error in a plain design."""
        joint, weights = self.joint, self._weights
        coefficients = joint.coefficients(asked, str(joint.response[row]))
        if coefficients is None:
            return
        counts, base = coefficients
        other = joint.of_breakdown(by)
        group = joint.members(by, str(joint.group[row])) if other else np.ones(1)
        answer = joint.variable(joint.of_question(asked)).code
        inside = base[answer] * (group[joint.variable(other).code] if other else 1.0)
        if not (whole := float((weights * inside).sum())):
            return
        mean = str(joint.response[row]) == "mean"
        share = float((weights * inside * counts[answer]).sum()) / whole
        digits = decimals_of(counts) + 1 if mean else _SHARE_DIGITS  # a mean's are by its scale
        printed = round(share, digits)
        near = 0.5 * 10.0**-digits * whole + _SLACK
        people = float(inside.sum())
        yield _Part(0, base, group, people - _SLACK, people + _SLACK)
        yield _Part(1, base * (counts - printed), group, -near, near)
        if joint.records.plain and not mean:
            apart = base * (counts - share)
            yield self._error(apart, apart[answer] * inside, group, whole)

    def _error(self, apart: FloatArray, each: FloatArray, group: FloatArray, whole: float) -> _Part:
        """Return what a printed error tells, of what each answer and each person is apart."""
        residual, weighted = self.joint.records.residual, self._weights * each
        left = weighted if residual is None else residual(weighted[:, None])[:, 0]
        spread = float((left**2).sum()) - float(left.sum()) ** 2 / len(left)
        loose = 2 * _SHARE * abs(float((self._weights * weighted).sum())) + _SLACK
        many = len(left) / max(len(left) - 1, 1)
        error = round(np.sqrt(many * spread) / whole, 4)
        low, high = (
            (max(error + way, 0.0) * whole) ** 2 / many + way / _ERROR * loose
            for way in (-_ERROR, _ERROR)
        )
        if residual is not None:
            return _Part(0, apart, group, low, high, spread=True)
        return _Part(2, apart**2, group, low, high)
