"""Protection over all tables of a wave at once, whichever way each is read.

Secondary suppression looks at one question; here its tables meet those of the questions that
its breakdowns are made from, and every third variable that is tabulated with both.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial

import numpy as np
from numpy.typing import NDArray

from padai.disclosure.aims import Aim, TableCells, aims_of
from padai.disclosure.confidentiality import confidential_cells
from padai.disclosure.examples import NEVER, Examples, ReadersView
from padai.disclosure.groups import TOTAL, leads_of, sensitive_tables
from padai.disclosure.joint import Joint
from padai.disclosure.known_weights import KnownWeights
from padai.disclosure.records import IntArray, Records
from padai.disclosure.secondary import PartFigures
from padai.errors import PublicationError
from padai.survey.column_checks import same_answers
from padai.words import Said

_TOTAL_COST = 1000.0
_UNSEEN_COST = 0.01
_LARGEST = 2_000_000
"""The most cells of a table of two variables that is examined."""


class Joints:
    """The joint tables of every wave of a part: they are those of whoever has the same rows.

    What is withheld of the rows changes none of them, so that who protects the rows and who audits
    them work them out once.
    """

    def __init__(self) -> None:
        self._of: tuple[PartFigures, Mapping[str, Records]] | None = None
        self._made: dict[str, Joint] = {}
        self._weighted: dict[str, KnownWeights] = {}

    def of(
        self, figures: PartFigures, records: Mapping[str, Records], waves: Collection[str]
    ) -> dict[str, Joint]:
        """Return the joint table of each of some waves that have records."""
        if self._of is None or not _alike(self._of, (figures, records)):
            self._of = figures, records
            self._made, self._weighted = {}, {}
        lacking = [wave for wave in records if wave in waves and wave not in self._made]
        self._made |= _joints(figures, {wave: records[wave] for wave in lacking})
        return {wave: self._made[wave] for wave in records if wave in waves}

    def weighted(self, wave: str) -> KnownWeights:
        """Return the weighted equations of a wave that has a joint table."""
        if wave not in self._weighted:
            self._weighted[wave] = KnownWeights(self._made[wave])
        return self._weighted[wave]


def _alike(
    one: tuple[PartFigures, Mapping[str, Records]], other: tuple[PartFigures, Mapping[str, Records]]
) -> bool:
    """Whether two have the same definition, rows and respondents, in the same order."""
    return (
        one[0].survey is other[0].survey
        and one[1] is other[1]
        and all(np.array_equal(one[0].keys[name], other[0].keys[name]) for name in one[0].keys)
    )


def _joints(figures: PartFigures, records: Mapping[str, Records]) -> dict[str, Joint]:
    keys, survey = figures.keys, figures.survey
    made_from = {b.id: b.question for b in survey.breakdowns}
    leads = leads_of(survey)
    return {
        wave: Joint(
            own,
            made_from,
            keys["question"],
            keys["response"],
            keys["breakdown"],
            keys["group"],
            np.flatnonzero(keys["wave"] == wave),
            leads,
            same_answers(survey, wave),
        )
        for wave, own in records.items()
    }


class Linked:
    """The tables of every wave of a part, with the respondents behind them."""

    def __init__(
        self, figures: PartFigures, records: Mapping[str, Records], joints: Joints | None = None
    ) -> None:
        self.figures = figures
        self.keys = figures.keys
        survey = figures.survey
        self.sensitive = sensitive_tables(self.keys["question"], self.keys["breakdown"], survey)
        kind = {q.id: q.type for q in survey.questions.values()}
        options = np.array([kind.get(q) == "multiple" for q in self.keys["question"]], dtype=bool)
        self.primary = confidential_cells(
            n_base=figures.counts.n_base,
            n_cell=figures.counts.n_cell,
            sensitive=self.sensitive,
            policy=survey.confidentiality,
            options=options,
        )
        self.cost = self._cost()
        self.examined = 0
        # a wave without a cell to protect has no count that its tables could tell
        waves = set(self.keys["wave"][self.primary])
        made = joints or Joints()
        self.joints = made.of(figures, records, waves)
        self.weighted = {wave: made.weighted(wave) for wave in self.joints}

    def _cost(self) -> NDArray[np.float64]:
        figures = self.figures
        cost = 1.0 + 0.1 * np.log1p(np.nan_to_num(figures.counts.n_base))
        cost[self.keys["breakdown"] == TOTAL] = _TOTAL_COST
        cost[~figures.shown] = _UNSEEN_COST
        cost[figures.based_elsewhere] = NEVER
        return cost

    def protect(self) -> None:
        """Withhold what each count to protect needs besides."""
        figures = self.figures
        for wave, joint in self.joints.items():
            seen = ReadersView(figures.shown, figures.based, self.cost)
            made = Examples(joint, seen)
            done: dict[object, int] = {}
            # a total that is withheld meanwhile no longer says how large a count can be
            while waiting := [a for a in self.aims(wave) if done.get(a.key, -1) < a.most]:
                for aim in waiting:
                    self._protect(made, aim)
                    self._leave_a_choice(made, self.weighted[wave], aim)
                done |= {aim.key: aim.most for aim in waiting}

    def _protect(self, made: Examples, aim: Aim) -> None:
        if made.protected(aim):
            return
        more = made.company(aim)
        if more is not None:
            self._withhold(made, more)
        else:
            self._leave_out(made, aim)

    def _withhold(self, made: Examples, rows: IntArray) -> None:
        self.figures.withhold(rows)
        made.withheld(rows)

    def _leave_out(self, made: Examples, aim: Aim) -> None:
        """Withhold whole tables, where no company is enough: those of a count, then others.

        What still stands in its way is a third variable that is tabulated with both of its own: the
        narrower of the two tables is left out, in both ways in which it is read.
        """
        joint = made.joint
        self._withhold(made, self._shown(self._tables_of(joint, aim)))
        if not aim.second or made.protected(aim):
            return
        for third in filter(None, made.in_the_way(aim)):
            pairs = [
                self._shown(self._rows_of_pair(joint, own, third))
                for own in (aim.first, aim.second)
            ]
            self._withhold(made, min(pairs, key=len))
        if not made.protected(aim):
            divided = [
                self._rows_of_pair(joint, aim.first, other) for other in joint.beside(aim.first)
            ]
            self._withhold(made, self._shown(np.unique(np.concatenate(divided))))

    def _leave_a_choice(self, made: Examples, weighted: KnownWeights, aim: Aim) -> None:
        """Withhold the tables that tell a count to whoever knows what people weigh.

        The table of the count first, then those of its answers that add equations, the total last.
        """
        if self._allowed(weighted, aim):
            return
        self._withhold(made, self._shown(self._tables_of(made.joint, aim)))
        for third in weighted.beside(aim):
            if self._allowed(weighted, aim):
                return
            rows = self._rows_of_pair(made.joint, aim.first, third or aim.first)
            self._withhold(made, self._shown(rows))

    def _allowed(self, weighted: KnownWeights, aim: Aim) -> bool:
        return weighted.allows(aim, self.figures.shown, self.figures.based)

    def _shown(self, rows: IntArray) -> IntArray:
        return rows[self.figures.shown[rows] | self.figures.based[rows]]

    def _rows_of_pair(self, joint: Joint, one: str, two: str) -> IntArray:
        both = (*joint.tables(one, two), *joint.bases(one, two))
        tables = (joint.rows_of(asked, by) for asked, by in both)
        return np.unique(np.concatenate([np.zeros(0, dtype=np.intp), *tables]))

    def exposed(self) -> Iterator[int]:
        """Yield the rows by which counts that no example protects are named."""
        figures = self.figures
        for wave, joint in self.joints.items():
            made = Examples(joint, ReadersView(figures.shown, figures.based, self.cost))
            for aim in self.aims(wave):
                self.examined += 1
                if not (made.protected(aim) and self._allowed(self.weighted[wave], aim)):
                    yield aim.row

    def aims(self, wave: str) -> Iterator[Aim]:
        """Yield the counts of a wave to protect: of groups as such, of bases, then of answers."""
        joint = self.joints[wave]
        found = [*self._groups(joint), *self._counts(joint, wave)]
        for aim in found:
            self._refuse(joint, aim)
        least = self.figures.survey.confidentiality.minimum_group
        yield from sorted(found, key=lambda aim: (aim.most < least, aim.second != ""))

    def _refuse(self, joint: Joint, aim: Aim) -> None:
        """Refuse a table that is too large to be examined, or whose figures are not its people's.

        Raises
        ------
        PublicationError
            Names wave, question and breakdown, never a cell or a count.
        """
        keys = self.keys
        question, by = str(keys["question"][aim.row]), str(keys["breakdown"][aim.row])
        where = f"{self.figures.survey.id}, {keys['wave'][aim.row]}"
        if len(aim.inside) * len(aim.within) > _LARGEST:
            raise PublicationError(
                Said(
                    "disclosure-by-the-table-has-too-many-cells-to-be",
                    question=question,
                    by=by,
                    count_inside=len(aim.inside),
                    count_within=len(aim.within),
                ),
                where=where,
            )
        mine = aim.inside[joint.variable(aim.first).code]
        if aim.second:
            mine = mine & aim.within[joint.variable(aim.second).code]
        if int(mine.sum()) != aim.value:
            raise PublicationError(
                Said("disclosure-by-the-figures-contradict-the", question=question, by=by),
                where=where,
            )

    def _groups(self, joint: Joint) -> Iterator[Aim]:
        """Yield the printed groups that have fewer people than may be told of."""
        least = self.figures.survey.confidentiality.minimum_group
        done: set[tuple[str, str]] = set()
        for row in joint.place[self.primary[joint.place]].tolist():
            unit = str(self.keys["breakdown"][row]), str(self.keys["group"][row])
            if unit in done or unit[0] == TOTAL or not self._told(joint, row):
                continue
            done.add(unit)
            name = joint.of_breakdown(unit[0])
            inside = joint.members(*unit) > 0
            size = int(inside[joint.variable(name).code].sum())
            if size < least:
                yield Aim(row, name, "", inside, np.ones(1, dtype=bool), size, 1, least)

    def _told(self, joint: Joint, row: int) -> bool:
        question, breakdown = str(self.keys["question"][row]), str(self.keys["breakdown"][row])
        return bool(len(joint.rows_of(question, breakdown)))

    def _counts(self, joint: Joint, wave: str) -> Iterator[Aim]:
        figures, counts = self.figures, self.figures.counts
        tables = dict.fromkeys(
            (str(self.keys["question"][row]), str(self.keys["breakdown"][row]))
            for row in joint.place[self.primary[joint.place]].tolist()
            if self._told(joint, row)
        )
        for name, breakdown in tables:
            rows = joint.rows_of(name, breakdown)
            whole = joint.rows_of(name, TOTAL)
            total = {
                str(r): float(n)
                for r, n in zip(self.keys["response"][whole], counts.n_cell[whole], strict=True)
            }
            total[""] = float(np.nan_to_num(counts.n_base[whole]).max(initial=0.0))
            cells = TableCells(
                rows,
                self.keys["response"][rows],
                self.keys["group"][rows],
                counts.n_base[rows],
                counts.n_cell[rows],
            )
            yield from aims_of(
                joint,
                figures.structure,
                figures.survey.question(name),
                breakdown,
                cells,
                figures.survey.confidentiality,
                bool(self.sensitive[rows[0]]),
                total,
                partial(self._held, joint, name, breakdown),
            )

    def _held(self, joint: Joint, name: str, breakdown: str, response: str, group: str) -> float:
        """Return how many gave a response in the smallest published group that holds a group."""
        keys, counts = self.keys, self.figures.counts.n_cell
        holding: Sequence[str] = ()
        if breakdown != TOTAL:
            within = joint.members(breakdown, group) > 0
            holding = joint.breakdowns_beside(name, breakdown)
        found = [
            counts[row]
            for by in (TOTAL, *holding)
            for row in joint.rows_of(name, by).tolist()
            if keys["response"][row] == response
            and (by == TOTAL or self.figures.shown[row])
            and (by == TOTAL or (joint.members(by, str(keys["group"][row])) >= within).all())
        ]
        return float(min(found, default=0.0))

    def _tables_of(self, joint: Joint, aim: Aim) -> IntArray:
        """Return the rows of every table that holds a count; of a count in all, of its question."""
        if aim.second:
            return self._rows_of_pair(joint, aim.first, aim.second)
        others = (aim.first, *joint.beside(aim.first))
        rows = [self._rows_of_pair(joint, aim.first, other) for other in others]
        return np.unique(np.concatenate(rows))
