"""An attacker of a release: its files, and nothing of how padai protects them.

The unknowns are the people of each combination of groups and answers. What is known of them is read
from the tables of the store: a share that is shown counts people, so do a base, a margin of the
sample before weighting, and the base of a question that an answer led to.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy import sparse
from scipy.optimize import linprog

from padai.survey import Question, Survey
from padai.waves import Wave

TEXTS = ("question", "response", "breakdown", "group", "flag")
Row = dict[int, float]


@dataclass(frozen=True)
class Recovered:
    """A confidential count, and the least and the most that the attacker says it is."""

    question: str
    response: str
    breakdown: str
    group: str
    count: int
    sensitive: bool
    low: float
    high: float

    @property
    def exact(self) -> bool:
        """Whether no other whole number is possible."""
        return self.high - self.low < 1 - 1e-6


def attack(survey: Survey, wave: Wave, tables: dict[str, pd.DataFrame]) -> list[Recovered]:
    """Attack every confidential count of one part of the last wave.

    Parameters
    ----------
    survey, wave
        The definition and the true answers: what is attacked, and what is right.
    tables
        ``estimates`` and ``weighting`` of the store.
    """
    estimates = tables["estimates"].astype(dict.fromkeys(TEXTS, str))
    people = _People(survey, wave, estimates)
    found = []
    for name, rows in estimates.groupby("question", sort=False):
        question = survey.question(str(name))
        if question.type != "multiple" and rows["flag"].eq("x").any():
            found += _attacked(people, question, rows, estimates, tables["weighting"])
    return found


class _People:
    """Who is in which group, and every combination of groups that a person can be in."""

    def __init__(self, survey: Survey, wave: Wave, estimates: pd.DataFrame) -> None:
        self.survey, self.wave = survey, wave
        crossed = dict.fromkeys(b for b in estimates["breakdown"] if b != "total")
        self.names = list(dict.fromkeys(n for b in crossed for n in b.split("*")))
        self.groups = {n: _texts(wave, n) for n in self.names}
        labels = [[*wave.codes(n).labels, ""] for n in self.names]
        self.atoms = pd.DataFrame(list(itertools.product(*labels)), columns=self.names)

    def members(self, breakdown: str, group: str) -> np.ndarray:
        """Return which respondents are in a group."""
        return self._mask(pd.DataFrame(self.groups), breakdown, group)

    def combinations(self, breakdown: str, group: str) -> np.ndarray:
        """Return which combinations are in a group."""
        return self._mask(self.atoms, breakdown, group)

    @staticmethod
    def _mask(frame: pd.DataFrame, breakdown: str, group: str) -> np.ndarray:
        mask = np.ones(len(frame), dtype=bool)
        if breakdown == "total":
            return mask
        for name, own in zip(breakdown.split("*"), group.split("*"), strict=True):
            mask &= (frame[name] == own).to_numpy()
        return mask


def _texts(wave: Wave, name: str, *, answers: bool = False) -> np.ndarray:
    coded = wave.answers(name) if answers else wave.codes(name)
    return np.array([*coded.labels, ""], dtype=object)[coded.codes]


class _Programme:
    """Sums of unknowns that are known, and the ends of another sum under them."""

    def __init__(self) -> None:
        self.count = 0
        self._rows: dict[bool, list[Row]] = {True: [], False: []}
        self._right: list[float] = []

    def unknowns(self, many: int) -> int:
        """Add unknowns and return the place of the first."""
        self.count += many
        return self.count - many

    def equal(self, row: Row, value: float) -> None:
        """Say what a sum is."""
        self._rows[True].append(row)
        self._right.append(value)

    def not_over(self, row: Row) -> None:
        """Say that a sum is not over nought."""
        self._rows[False].append(row)

    def ready(self) -> None:
        """Put what was said into matrices."""
        self._matrix = {kind: self._made(rows) for kind, rows in self._rows.items()}

    def _made(self, rows: list[Row]) -> sparse.csr_matrix:
        triples = [(i, j, v) for i, row in enumerate(rows) for j, v in row.items()]
        at, column, value = zip(*triples, strict=True) if triples else ((), (), ())
        return sparse.csr_matrix((value, (at, column)), shape=(len(rows), self.count))

    def ends(self, row: Row) -> tuple[float, float]:
        """Return the least and the most that a sum can be."""
        target = np.zeros(self.count)
        target[list(row)] = list(row.values())
        ends = []
        for sign in (1.0, -1.0):
            done = linprog(
                sign * target,
                A_eq=self._matrix[True],
                b_eq=self._right,
                A_ub=self._matrix[False],
                b_ub=np.zeros(self._matrix[False].shape[0]),
                bounds=(0, None),
                method="highs",
            )
            assert done.status in (0, 3), done.message  # what is known is true, so it can be
            ends.append(sign * done.fun if done.status == 0 else -sign * np.inf)
        return ends[0], ends[1]


def _attacked(
    people: _People,
    question: Question,
    rows: pd.DataFrame,
    estimates: pd.DataFrame,
    weighting: pd.DataFrame,
) -> list[Recovered]:
    codes, answers = question.codes, _texts(people.wave, question.id, answers=True)
    programme = _Programme()
    cells = [
        (atom, code)
        for atom in range(len(people.atoms))
        for code in range(len(codes))
        if _possible(people, question, atom, codes[code])
    ]
    programme.unknowns(len(cells))
    atom_of, code_of = (np.array(x) for x in zip(*cells, strict=True))

    def sums(mask: np.ndarray, weights: np.ndarray) -> Row:
        coefficients = mask[atom_of] * weights[code_of]
        places = np.flatnonzero(coefficients)
        return dict(zip(places.tolist(), coefficients[places].tolist(), strict=True))

    truth = {}
    every = np.ones(len(codes))
    for (breakdown, group), mine in rows.groupby(["breakdown", "group"], sort=False):
        mask, inside = people.combinations(breakdown, group), people.members(breakdown, group)
        counts = np.array([(inside & (answers == c)).sum() for c in codes], dtype=float)
        truth[breakdown, group] = counts
        for row in mine[mine["estimate"].notna()].itertuples():
            weights = _weights(question, str(row.response))
            programme.equal(sums(mask, weights), float(weights @ counts))
        if mine.loc[mine["response"] != "mean", "n_base"].notna().any():
            programme.equal(sums(mask, every), float(counts.sum()))
    for row in weighting[weighting["margin"] == question.id].itertuples():
        if row.cell in codes and pd.notna(row.before):
            weights = np.array([float(c == row.cell) for c in codes])
            whole = np.ones(len(people.atoms), dtype=bool)
            programme.equal(sums(whole, weights), float((answers == row.cell).sum()))
    for asked in people.survey.questions.values():
        if asked.base and asked.base.question == question.id:
            _led(programme, people, asked, estimates, cells, codes)
    programme.ready()
    return _confidential(people.survey, question, rows, truth, programme, sums, people)


def _possible(people: _People, question: Question, atom: int, code: str) -> bool:
    """Whether somebody of a combination can have given an answer that makes a group."""
    if question.id not in people.names:
        return True
    group, known = people.atoms[question.id][atom], set(people.groups[question.id])
    return bool(group == code) if group else code not in known


def _weights(question: Question, response: str) -> np.ndarray:
    """Return what an answer adds to a figure."""
    if response == "mean":
        return np.array([question.scores.get(c, 0.0) for c in question.codes])
    if response in question.codes:
        return np.array([float(c == response) for c in question.codes])
    net = question.net(response)
    assert net is not None
    return np.array([float(c in net.codes) - float(c in net.minus) for c in question.codes])


def _led(
    programme: _Programme,
    people: _People,
    asked: Question,
    estimates: pd.DataFrame,
    cells: list[tuple[int, int]],
    codes: tuple[str, ...],
) -> None:
    """Add the bases of a question that some answers led to: nobody else is in them."""
    mine = estimates[(estimates["question"] == asked.id) & (estimates["response"] != "mean")]
    based = mine.groupby(["breakdown", "group"], sort=False)["n_base"].max().dropna()
    if based.empty:
        return
    assert asked.base is not None
    first = programme.unknowns(len(people.atoms))
    for (breakdown, group), base in based.items():
        places = first + np.flatnonzero(people.combinations(breakdown, group))
        programme.equal(dict.fromkeys(places.tolist(), 1.0), float(base))
    limits: list[Row] = [{first + atom: 1.0} for atom in range(len(people.atoms))]
    for place, (atom, code) in enumerate(cells):
        if codes[code] in asked.base.codes:
            limits[atom][place] = -1.0
    for limit in limits:
        programme.not_over(limit)


def _confidential(
    survey: Survey,
    question: Question,
    rows: pd.DataFrame,
    truth: dict[tuple[str, str], np.ndarray],
    programme: _Programme,
    sums: object,
    people: _People,
) -> list[Recovered]:
    policy, found = survey.confidentiality, []
    for row in rows[rows["response"].isin(question.codes)].itertuples():
        counts = truth[str(row.breakdown), str(row.group)]
        count = int(counts[question.codes.index(str(row.response))])
        few = question.sensitive and 0 < count < policy.sensitive_cell
        small = 0 < counts.sum() < policy.minimum_group and count > 0
        own = question.id in str(row.breakdown).split("*")  # the group is the answer
        if few or (small and not own):
            mask = people.combinations(str(row.breakdown), str(row.group))
            low, high = programme.ends(sums(mask, _weights(question, str(row.response))))  # type: ignore[operator]
            found.append(
                Recovered(
                    question.id,
                    str(row.response),
                    str(row.breakdown),
                    str(row.group),
                    count,
                    few,
                    low,
                    high,
                )
            )
    return found
