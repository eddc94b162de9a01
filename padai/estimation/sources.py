"""Where covariances of estimates come from: the rows of the data behind each estimate."""

from __future__ import annotations

from abc import ABC, abstractmethod
from itertools import combinations

import numpy as np

from padai.estimation.items import Arrangement, Waves
from padai.estimation.witness_inputs import Columns, sample_told, within
from padai.numerics.degrees import degrees_of_freedom
from padai.numerics.designs import BoolArray, FloatArray, IntArray
from padai.numerics.group_pairs import GroupPairs, group_pairs
from padai.numerics.linearisation import RatioScores, covariance
from padai.numerics.table_general import score_table
from padai.numerics.tabulation import Grouping
from padai.numerics.wave_pairs import WaveBlock, estimates_of, joined_from_sums, pair_terms
from padai.waves.coding import CodedColumn
from padai.witness import AskedEstimate, WitnessSample, one_line

#: Pairs of a covariance matrix worked out in one go.
AT_ONCE = 200


def rows_of(waves: Waves, index: int) -> slice:
    """Return the rows that a wave has in a stack; all of them, of a wave alone."""
    if len(waves.waves) == 1:
        return slice(0, len(waves))
    return waves.rows_of(index)  # type: ignore[union-attr]


class WaveSource(ABC):
    """Covariances of estimates of a wave or stack, from numerators and denominators by row.

    Attributes
    ----------
    waves : Wave or Stack
    wave : ndarray of int, shape (cells,)
        Wave of each row of the frame.
    """

    def __init__(self, waves: Waves, wave: IntArray) -> None:
        self.waves = waves
        self.wave = wave

    @abstractmethod
    def scores(self, rows: IntArray, index: int) -> RatioScores:
        """Return the scores of frame rows of one wave, for that wave's data alone."""

    def covariance(self, rows: IntArray) -> FloatArray:
        """Return the covariance matrix of frame rows, shape (k, k); see ``Estimates.cov``."""
        if self.waves.overlap == "none":
            return self._apart(rows)
        return covariance(self._together(rows), self.waves.sample)

    def joint_covariance(self, rows: IntArray) -> FloatArray:
        """Return the covariance of the terms of a contrast, of one domain that holds theirs."""
        if self.waves.overlap == "none":
            return self._apart(rows, joint=True)
        return covariance(self._together(rows), self.waves.sample, joint=True)

    def among_groups(self, rows: IntArray) -> GroupPairs:
        """Compare the groups of a breakdown, response by response; arrays of shape (R, G, G).

        Parameters
        ----------
        rows : ndarray of int, shape (R, G)
            Frame rows of one wave, question and breakdown.
        """
        covariance = np.stack([self.covariance(own) for own in rows])
        df = np.zeros(covariance.shape)
        for own, table in zip(rows, df, strict=True):
            for i, j in combinations(range(len(own)), 2):
                table[i, j] = table[j, i] = self.degrees(own[[i, j]])
        return GroupPairs(covariance, df)

    @abstractmethod
    def asked_of(self, row: int, columns: Columns) -> AskedEstimate:
        """Say what a row of the frame is of, and keep the columns that it needs."""

    def witnessed(self, rows: IntArray) -> tuple[WitnessSample, list[AskedEstimate]]:
        """Return the waves as another program must see them, and what each row asks of them."""
        return sample_told(self.waves, [(self, int(row)) for row in rows])

    def members(self, rows: IntArray) -> BoolArray:
        """Return who answers in one of the rows at least, of all rows of the data."""
        member = np.zeros(len(self.waves), dtype=bool)
        for index in np.unique(self.wave[rows]):
            own = self.scores(rows[self.wave[rows] == index], int(index))
            member[rows_of(self.waves, int(index))] |= own.member.any(axis=1)
        return member

    def degrees(self, rows: IntArray) -> int:
        """Return units minus strata of the union of the rows' answering members."""
        return degrees_of_freedom(self.waves.sample, self.members(rows))

    def respondents(self, rows: IntArray) -> int:
        """Count the union of the rows' answering members."""
        return int(self.waves.sample.respondents(self.members(rows)))

    def _apart(self, rows: IntArray, *, joint: bool = False) -> FloatArray:
        total = np.zeros((len(rows), len(rows)))
        for index in np.unique(self.wave[rows]):
            own = np.flatnonzero(self.wave[rows] == index)
            scores = self.scores(rows[own], int(index))
            design = self.waves.sample_of(int(index))
            total[np.ix_(own, own)] = covariance(scores, design, joint=joint)
        return total

    def _together(self, rows: IntArray) -> RatioScores:
        a = np.zeros((len(self.waves), len(rows)))
        b = np.zeros_like(a)
        member = np.zeros(a.shape, dtype=bool)
        plain = False
        for index in np.unique(self.wave[rows]):
            own = np.flatnonzero(self.wave[rows] == index)
            part = self.scores(rows[own], int(index))
            place = np.ix_(np.arange(len(self.waves))[rows_of(self.waves, int(index))], own)
            a[place], member[place] = part.a, part.member
            plain = part.b is None
            if part.b is not None:
                b[place] = part.b
        return RatioScores(a, None if plain else b, member)


class PlanSource(WaveSource):
    """The source of tabulated estimates.

    Attributes
    ----------
    plan : Plan
    codings : tuple of Coded
        Breakdowns over all rows.
    group, response : ndarray of int, shape (cells,)
        Group (over all breakdowns) and response of each row of the frame.
    names : tuple of str
        Of the breakdowns, the undivided one first.
    """

    def __init__(
        self,
        waves: Waves,
        plan: Arrangement,
        codings: tuple[CodedColumn, ...],
        wave: IntArray,
        group: IntArray,
        response: IntArray,
        names: tuple[str, ...] = (),
    ) -> None:
        super().__init__(waves, wave)
        self.names = names
        self.plan, self.codings, self.group, self.response = plan, codings, group, response
        sizes = [len(coded.labels) for coded in codings]
        self._breakdown = np.repeat(np.arange(len(sizes)), sizes)
        self._first = np.cumsum([0, *sizes])
        self._pairs_of: dict[int, list[GroupPairs]] = {}

    def scores(self, rows: IntArray, index: int) -> RatioScores:
        """Return the scores of frame rows of one wave."""
        part = rows_of(self.waves, index)
        n = part.stop - part.start
        a, b = np.zeros((n, len(rows))), np.zeros((n, len(rows)))
        breakdown = self._breakdown[self.group[rows]]
        own = self.group[rows] - self._first[breakdown]
        for response in np.unique(self.response[rows]):
            number, local = self.plan.place_of(int(response))
            score, counted = self._tables(number, local)
            i, f = self.plan.fields[number][int(self.plan.rows[number].field[local])]
            codes = self.plan.items[i].fields[f].codes[part]
            codes = np.where(codes < 0, len(score) - 1, codes)
            top, bottom = score[codes], counted[codes]
            for place in np.flatnonzero(self.response[rows] == response):
                inside = self.codings[breakdown[place]].codes[part] == own[place]
                a[:, place] = top * inside
                b[:, place] = bottom * inside
        return RatioScores(a, b, b > 0)

    def asked_of(self, row: int, columns: Columns) -> AskedEstimate:
        """Say what a row of the frame is of, and keep the columns that it needs."""
        number, local = self.plan.place_of(int(self.response[row]))
        i, f = self.plan.fields[number][int(self.plan.rows[number].field[local])]
        item, coded = self.plan.items[i], self.plan.items[i].fields[f]
        score, counted = self._tables(number, local)
        labels = tuple(one_line(label) for label in coded.labels)
        several = len(item.fields) > 1
        name = f"{item.name}_{self.plan.names[self.response[row]]}" if several else item.name
        base = tuple(c for c, inside in zip(labels, counted, strict=False) if inside)
        breakdown = int(self._breakdown[self.group[row]])
        place = int(self.group[row] - self._first[breakdown])
        asked = AskedEstimate(
            columns.coded(name, coded),
            {c: float(s) for c, s in zip(labels, score, strict=False)},
            None if len(base) == len(labels) else base,
            share=self.plan.kinds[self.response[row]] == "share",
        )
        return within(asked, columns, self.names[breakdown], self.codings[breakdown], place)

    def counting(self, row: int) -> tuple[str, list[str]]:
        """Return the kind of a frame row's response, and the codes that count in it."""
        number, local = self.plan.place_of(int(self.response[row]))
        i, f = self.plan.fields[number][int(self.plan.rows[number].field[local])]
        score = self._tables(number, local)[0]
        labels = self.plan.items[i].fields[f].labels
        counted = [label for label, s in zip(labels, score, strict=False) if s > 0]
        return self.plan.kinds[self.response[row]], counted

    def among_groups(self, rows: IntArray) -> GroupPairs:
        """Compare the groups of a breakdown; from sums, where the design allows."""
        index, breakdown = int(self.wave[rows[0, 0]]), int(self._breakdown[self.group[rows[0, 0]]])
        if not joined_from_sums(self.waves.sample_of(index)):
            return super().among_groups(rows)
        pairs = self._among(index)[breakdown]
        group = self.group[rows[0]] - self._first[breakdown]
        place = self.response[rows[:, 0]][:, None, None], group[:, None], group
        return GroupPairs(pairs.covariance[place], pairs.df[place])

    def _among(self, index: int) -> list[GroupPairs]:
        """Return the pairs of every breakdown and response of a wave, worked out once."""
        if index not in self._pairs_of:
            design, grouping = self.waves.sample_of(index), self._grouping(index)
            shape = [(self.plan.count, size, size) for size in grouping.sizes]
            made = [GroupPairs(np.empty(each), np.empty(each)) for each in shape]
            for number, order in enumerate(self.plan.order):
                block = self.plan.block(number, rows_of(self.waves, index))
                pairs = group_pairs(block, grouping, design, estimates_of(block, grouping, design))
                for whole, part in zip(made, pairs, strict=True):
                    whole.covariance[order], whole.df[order] = part.covariance, part.df
            self._pairs_of[index] = made
        return self._pairs_of[index]

    def _grouping(self, index: int) -> Grouping:
        part = rows_of(self.waves, index)
        return Grouping(
            tuple(coded.codes[part] for coded in self.codings),
            tuple(len(coded.labels) for coded in self.codings),
        )

    def paired(self, later: IntArray, earlier: IntArray) -> tuple[FloatArray, FloatArray]:
        """Return the covariance and degrees of freedom of pairs of frame rows, each (k,).

        Parameters
        ----------
        later, earlier : ndarray of int, shape (k,)
            Rows of two waves; where both are of the same response and group, and the design
            allows, all come from sums at once.
        """
        if not self._from_sums(later, earlier):
            return self._paired_one_by_one(later, earlier)
        covariance, df = np.empty(len(later)), np.empty(len(later))
        waves = self.wave[later] * len(self.waves.waves) + self.wave[earlier]
        for pair in np.unique(waves):
            own = np.flatnonzero(waves == pair)
            one, two = divmod(int(pair), len(self.waves.waves))
            place = self.group[later[own]], self.response[later[own]]
            terms = self._pair(one, two)
            covariance[own], df[own] = terms[0][place], terms[1][place]
        return covariance, df

    def _from_sums(self, later: IntArray, earlier: IntArray) -> bool:
        alike = (self.group[later] == self.group[earlier]).all() and (
            self.response[later] == self.response[earlier]
        ).all()
        apart = (self.wave[later] != self.wave[earlier]).all()
        waves = np.unique(self.wave[np.concatenate([later, earlier])])
        return bool(alike and apart) and all(
            joined_from_sums(self.waves.sample_of(int(index))) for index in waves
        )

    def _paired_one_by_one(
        self, later: IntArray, earlier: IntArray
    ) -> tuple[FloatArray, FloatArray]:
        covariance, df = np.empty(len(later)), np.empty(len(later))
        for start in range(0, len(later), AT_ONCE):
            part = slice(start, start + AT_ONCE)
            rows = np.unique(np.concatenate([later[part], earlier[part]]))
            matrix = self.covariance(rows)
            place = np.searchsorted(rows, later[part]), np.searchsorted(rows, earlier[part])
            covariance[part] = matrix[place]
            pairs = zip(later[part], earlier[part], strict=True)
            df[part] = [self.degrees(np.array(pair)) for pair in pairs]
        return covariance, df

    def _pair(self, one: int, two: int) -> tuple[FloatArray, FloatArray]:
        """Return covariances and degrees of freedom of every cell of two waves, each (D, R)."""
        parts = [rows_of(self.waves, index) for index in (one, two)]
        designs = [self.waves.sample_of(index) for index in (one, two)]
        groupings = [self._grouping(index) for index in (one, two)]
        out = np.empty((2, groupings[0].count, self.plan.count))
        for number, order in enumerate(self.plan.order):
            sides = []
            for part, grouping, design in zip(parts, groupings, designs, strict=True):
                block = self.plan.block(number, part)
                sides.append(
                    WaveBlock(block, grouping, design, estimates_of(block, grouping, design))
                )
            terms = pair_terms(*sides)
            out[0][:, order], out[1][:, order] = terms.covariance, terms.df
        return out[0], out[1]

    def _tables(self, number: int, local: int) -> tuple[FloatArray, FloatArray]:
        return score_table(self.plan.rows[number], self.plan.size(number), local)
