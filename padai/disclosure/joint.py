"""The joint table of a wave: every published figure as a sum over the respondents' own values.

A *variable* is a question with all breakdowns made from it, at its finest codes (its atoms); two
questions that are printed crossed (``sex*age``) are one variable. A published figure then is

    sum over atoms i of one variable and j of another:  u[i] * v[j] * n[i, j]

whichever of the two is the question and whichever the breakdown: a table read the other way round
is made of the same sums.

The base of a question that was put to those alone who gave some answers to another one is such a
sum over the answers that led to it: it is told of both.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from padai.disclosure.groups import TOTAL
from padai.disclosure.records import FloatArray, IntArray, Records
from padai.disclosure.row_texts import numbered


@dataclass(frozen=True, eq=False)
class JointVariable:
    """One or more questions, their breakdowns, and the atoms that respondents have of them.

    Attributes
    ----------
    code
        Each respondent's atom, shape (n,).
    fields
        By question, the codes of each atom, shape (atoms, columns).
    groups
        By breakdown, the group of each atom, shape (atoms,).
    led_to
        By question that its answers led to and response, whether those of each atom are in that
        base, shape (atoms,).
    """

    code: IntArray
    fields: Mapping[str, IntArray]
    groups: Mapping[str, IntArray]
    led_to: Mapping[tuple[str, str], IntArray] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """How many atoms there are."""
        return int(self.code.max()) + 1 if len(self.code) else 0


@dataclass(frozen=True, eq=False)
class PublishedSums:
    """Published sums over two variables (or one), with the row of the frame that tells each.

    Attributes
    ----------
    rows
        Positions in the frame, shape (s,).
    base
        Whether a sum is the base of its row and not its estimate, shape (s,).
    first, second
        Coefficients on the atoms, shapes (s, k) and (s, l); `second` is ones where the sum is
        over one variable.
    """

    rows: IntArray
    base: NDArray[np.bool_]
    first: FloatArray
    second: FloatArray

    def kept(self, which: NDArray[np.bool_]) -> PublishedSums:
        """Return some of the sums."""
        return PublishedSums(
            self.rows[which], self.base[which], self.first[which], self.second[which]
        )

    def turned(self) -> PublishedSums:
        """Return the same sums with the variables the other way round."""
        return PublishedSums(self.rows, self.base, self.second, self.first)


@dataclass
class Joint:
    """A wave's variables, and the sums that its rows publish.

    Parameters
    ----------
    records
        The respondents.
    made_from
        Of each breakdown, the question that it is made from.
    question, response, breakdown, group
        The keys of the frame's rows, shape (rows,) each.
    place
        The rows of this wave.
    leads
        Of each question that was not put to everybody, the questions whose answers led to it.
    same
        Questions whose answers stand in one column: they are one variable.
    """

    records: Records
    made_from: Mapping[str, str]
    question: NDArray[np.object_]
    response: NDArray[np.object_]
    breakdown: NDArray[np.object_]
    group: NDArray[np.object_]
    place: IntArray
    leads: Mapping[str, Sequence[str]] = field(default_factory=dict)
    same: Sequence[Sequence[str]] = ()
    _variables: dict[str, JointVariable] = field(default_factory=dict)
    _sums: dict[tuple[str, str], PublishedSums] = field(default_factory=dict)
    _counts: dict[tuple[str, str], tuple[FloatArray, FloatArray] | None] = field(
        default_factory=dict
    )
    _members: dict[tuple[str, str], FloatArray] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._rows: dict[tuple[str, str], list[int]] = {}
        tables, table = numbered(self.question[self.place], self.breakdown[self.place])
        order = np.argsort(table, kind="stable")
        ends = np.cumsum(np.bincount(table, minlength=len(tables))).tolist()
        rows = self.place[order].tolist()
        for (asked, by), start, end in zip(tables, [0, *ends], ends, strict=False):
            if str(asked) in self.records.questions and self._known(str(by)):
                self._rows[str(asked), str(by)] = rows[start:end]
        self._name = self._named()
        self._pairs: dict[tuple[str, str], list[tuple[str, str]]] = {}
        for asked, by in self._rows:
            pair = self._pair(self.of_question(asked), self.of_breakdown(by))
            self._pairs.setdefault(pair, []).append((asked, by))
        self._led: dict[tuple[str, str], list[tuple[str, str, str]]] = {}
        for asked, by in self._rows:
            for lead in self._leads(asked):
                self._led.setdefault(self._pair(lead, self.of_breakdown(by)), []).append(
                    (asked, by, lead)
                )
        self._beside: dict[str, list[str]] = {}
        for one, two in dict.fromkeys((*self._pairs, *self._led)):
            if one != two:
                self._beside.setdefault(one, []).append(two)
                self._beside.setdefault(two, []).append(one)

    @staticmethod
    def _pair(one: str, two: str) -> tuple[str, str]:
        return (one, one) if two in ("", one) else (min(one, two), max(one, two))

    def _leads(self, question: str) -> list[str]:
        """Return the variables of the answers that led to a question, its own left out."""
        known = (self._name[lead] for lead in self.leads.get(question, ()) if lead in self._name)
        return [name for name in dict.fromkeys(known) if name != self.of_question(question)]

    def _known(self, breakdown: str) -> bool:
        parts = breakdown.split("*")
        return breakdown == TOTAL or all(name in self.records.groups for name in parts)

    def _named(self) -> dict[str, str]:
        """Name the variable of each question: questions that are printed crossed have one name."""
        name: dict[str, str] = {}

        def root(question: str) -> str:
            while name.setdefault(question, question) != question:
                question = name[question]
            return question

        def joined(questions: Sequence[str]) -> None:
            for other in questions:
                one, two = sorted((root(questions[0]), root(other)))
                name[two] = one

        for asked, by in self._rows:
            root(asked)
            joined([] if by == TOTAL else [self.made_from[each] for each in by.split("*")])
        for alike in self.same:
            joined([question for question in alike if question in name])
        # nothing is told of what divides the halves of a ballot, but by their bases
        for asked in dict.fromkeys(asked for asked, _ in self._rows):
            for lead in self.leads.get(asked, ()):
                root(lead)
        return {question: root(question) for question in name}

    def of_question(self, question: str) -> str:
        """Return the name of a question's variable."""
        return self._name[question]

    def of_breakdown(self, breakdown: str) -> str:
        """Return the name of a breakdown's variable; empty for the total."""
        if breakdown == TOTAL:
            return ""
        return self._name[self.made_from[breakdown.split("*")[0]]]

    def breakdowns_beside(self, question: str, breakdown: str) -> Sequence[str]:
        """Return the breakdowns of a question that are of the same variable as one."""
        pair = self.of_question(question), self.of_breakdown(breakdown)
        return [by for asked, by in self.tables(*pair) if asked == question]

    def beside(self, name: str) -> Sequence[str]:
        """Return the variables that are tabulated with one."""
        return self._beside.get(name, ())

    def pairs_of(self, rows: IntArray) -> set[tuple[str, str]]:
        """Return the pairs of variables that some rows are of."""
        found = set()
        for asked, by in set(zip(self.question[rows], self.breakdown[rows], strict=True)):
            of = self.of_question(str(asked)), *self._leads(str(asked))
            found |= {self._pair(one, self.of_breakdown(str(by))) for one in of}
        return found

    def tables(self, one: str, two: str) -> Sequence[tuple[str, str]]:
        """Return question and breakdown of each table of two variables (or of one, given twice)."""
        return self._pairs.get((min(one, two), max(one, two)), ())

    def tables_with(self, name: str) -> Sequence[tuple[str, str]]:
        """Return question and breakdown of each table of which a variable is one."""
        return [
            (asked, by)
            for asked, by in self._rows
            if name in (self.of_question(asked), self.of_breakdown(by))
        ]

    def bases(self, one: str, two: str) -> Sequence[tuple[str, str]]:
        """Return question and breakdown of each table whose bases are sums over two variables.

        Its question is none of theirs, but follows from the answers of one.
        """
        return [(asked, by) for asked, by, _ in self._led.get(self._pair(one, two), ())]

    def rows_of(self, question: str, breakdown: str) -> IntArray:
        """Return the rows of one table as it is read."""
        return np.array(self._rows.get((question, breakdown), []), dtype=np.intp)

    def variable(self, name: str) -> JointVariable:
        """Return a variable, its atoms worked out once."""
        if name not in self._variables:
            self._variables[name] = self._made(name)
        return self._variables[name]

    def _made(self, name: str) -> JointVariable:
        questions = [q for q, of in self._name.items() if of == name]
        breakdowns = [
            b for b, q in self.made_from.items() if q in questions and b in self.records.groups
        ]
        asked = {
            q: self.records.questions[q].fields for q in questions if q in self.records.questions
        }
        divided = {b: self.records.groups[b][0] for b in breakdowns}
        led = self._in_base(name)
        alone = (*divided.values(), *(inside for _, inside in led))
        columns = [*asked.values(), *(codes[:, None] for codes in alone)]
        whole = np.concatenate(columns, axis=1)
        atoms, code = np.unique(whole, axis=0, return_inverse=True)
        fields, start = {}, 0
        for q, columns_of in asked.items():
            fields[q] = atoms[:, start : start + columns_of.shape[1]]
            start += columns_of.shape[1]
        groups = {b: atoms[:, start + k] for k, b in enumerate(divided)}
        start += len(divided)
        told = {key: atoms[:, start + k] for k, (keys, _) in enumerate(led) for key in keys}
        return JointVariable(code.reshape(-1).astype(np.intp), fields, groups, told)

    def _in_base(self, name: str) -> list[tuple[list[tuple[str, str]], IntArray]]:
        """Return who is in the bases of the questions that a variable's answers led to.

        One column for all responses that have the same base, beside their questions and names.
        """
        found: dict[bytes, tuple[list[tuple[str, str]], IntArray]] = {}
        for asked in dict.fromkeys(asked for asked, _ in self._rows):
            if name not in self._leads(asked):
                continue
            of = self.records.questions[asked]
            for response, made in of.responses.items():
                codes = of.fields[:, made.place]
                inside = (codes >= 0) & made.base[np.maximum(codes, 0)]
                keys, _ = found.setdefault(inside.tobytes(), ([], inside.astype(np.intp)))
                keys.append((asked, response))
        return list(found.values())

    def led_by(self, question: str, response: str) -> Iterator[tuple[str, NDArray[np.bool_]]]:
        """Yield each variable whose answers led to a question, and its atoms that are in a base."""
        for name in self._leads(question):
            inside = self.variable(name).led_to.get((question, response))
            if inside is not None:
                yield name, inside > 0

    def columns(self, name: str) -> Sequence[IntArray]:
        """Return a variable as codes: its atoms, or each option of a question that has several."""
        variable = self.variable(name)
        if len(variable.fields) == 1 and not variable.groups:
            (fields,) = variable.fields.values()
            if fields.shape[1] > 1:
                return [fields[variable.code, k] + 1 for k in range(fields.shape[1])]
        return [variable.code]

    def coefficients(self, question: str, response: str) -> tuple[FloatArray, FloatArray] | None:
        """Return what a response counts of each atom of its question's variable, and its base."""
        key = question, response
        if key not in self._counts:
            self._counts[key] = self._counted(question, response)
        return self._counts[key]

    def _counted(self, question: str, response: str) -> tuple[FloatArray, FloatArray] | None:
        asked = self.records.questions[question]
        made = asked.responses.get(response)
        if made is None:
            return None
        codes = self.variable(self.of_question(question)).fields[question][:, made.place]
        held = np.maximum(codes, 0)
        answered = (codes >= 0) & made.base[held]
        return _kept(np.where(answered, made.scores[held], 0.0)), _kept(answered.astype(float))

    def members(self, breakdown: str, group: str) -> FloatArray:
        """Return which atoms of a breakdown's variable are in a group, as ones and zeros."""
        key = breakdown, group
        if key not in self._members:
            self._members[key] = self._inside(breakdown, group)
        return self._members[key]

    def _inside(self, breakdown: str, group: str) -> FloatArray:
        variable = self.variable(self.of_breakdown(breakdown))
        inside = np.ones(variable.size, dtype=bool)
        for name, own in zip(breakdown.split("*"), group.split("*"), strict=True):
            ids = self.records.groups[name][1]
            inside &= variable.groups[name] == (ids.index(own) if own in ids else -2)
        return _kept(inside.astype(float))

    def sums(self, one: str, two: str) -> PublishedSums:
        """Return the published sums over two variables, `one` first; of one, given twice."""
        key = (min(one, two), max(one, two))
        if key not in self._sums:
            self._sums[key] = self._collected(*key)
        found = self._sums[key]
        return found if one == key[0] else found.turned()

    def _collected(self, one: str, two: str) -> PublishedSums:
        made = list(self._each(one, two))
        sizes = self.variable(one).size, self.variable(two).size if two != one else 1
        if not made:
            return PublishedSums(
                np.zeros(0, dtype=np.intp),
                np.zeros(0, dtype=bool),
                np.zeros((0, sizes[0])),
                np.zeros((0, sizes[1])),
            )
        rows, base, first, second = zip(*made, strict=True)
        return PublishedSums(np.array(rows), np.array(base), np.array(first), np.array(second))

    def _each(self, one: str, two: str) -> Iterator[tuple[int, bool, FloatArray, FloatArray]]:
        for asked, by in self.tables(one, two):
            name = self.of_question(asked)
            for row in self._rows[asked, by]:
                found = self.coefficients(asked, str(self.response[row]))
                if found is None:
                    continue
                squares = [found[0] ** 2] if self.response[row] == "mean" else []
                for place, own in enumerate((*found, *squares)):
                    yield row, place == 1, *self._sum(one, name, own, row)
        for asked, by, name in self._led.get(self._pair(one, two), ()):
            led_to = self.variable(name).led_to
            for row in self._rows[asked, by]:
                inside = led_to.get((asked, str(self.response[row])))
                if inside is not None:
                    yield row, True, *self._sum(one, name, inside.astype(float), row)

    def _sum(self, one: str, name: str, own: FloatArray, row: int) -> tuple[FloatArray, FloatArray]:
        """Return what a row counts of atoms of a variable as a sum over two, `one` first."""
        by = str(self.breakdown[row])
        other = self.of_breakdown(by)
        inside = self.members(by, str(self.group[row])) if other else np.ones(1)
        if other in ("", name):
            return own * inside, np.ones(1)
        return (own, inside) if name == one else (inside, own)


def _kept(values: FloatArray) -> FloatArray:
    """Return values that are read many times and that nobody may change."""
    values.flags.writeable = False
    return values
