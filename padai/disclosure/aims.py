"""What must be shown by examples: each count to protect, and how small and large it must look."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from padai.disclosure.groups import TOTAL, Structure
from padai.disclosure.joint import Joint
from padai.disclosure.records import IntArray
from padai.numerics.small_cells import TELLS_ALL
from padai.survey import Confidentiality, Question

Mask = NDArray[np.bool_]
_ENOUGH = 5


@dataclass(frozen=True, eq=False)
class Aim:
    """A count, and the two that a reader must not be able to exclude.

    Attributes
    ----------
    row
        The row of the frame that it is named by.
    first, second
        Names of the two variables; `second` is empty where the count is of one variable.
    inside, within
        Which atoms of `first`, and which of `second`, are counted.
    value, least, most
        The true count; it must look as small as `least` and as large as `most`.
    """

    row: int
    first: str
    second: str
    inside: Mask
    within: Mask
    value: int
    least: int
    most: int

    @property
    def key(self) -> tuple[object, ...]:
        """What tells counts of one wave apart."""
        return self.row, self.first, self.second, self.inside.tobytes(), self.within.tobytes()


@dataclass(frozen=True, eq=False)
class TableCells:
    """The true counts of one table as it is read, by row, with the rule that each falls under."""

    rows: IntArray
    response: NDArray[np.object_]
    group: NDArray[np.object_]
    n_base: NDArray[np.float64]
    n_cell: NDArray[np.float64]


def aims_of(
    joint: Joint,
    structure: Structure,
    question: Question,
    breakdown: str,
    cells: TableCells,
    policy: Confidentiality,
    sensitive: bool,
    total: dict[str, float],
    held: Callable[[str, str], float],
) -> Iterator[Aim]:
    """Yield what a table, as it is read, must not tell.

    Parameters
    ----------
    sensitive
        Whether its question is, or a breakdown of it was made from a question that is.
    total
        Of each response, how many gave it in all.
    held
        Of a response and a group, how many gave it in the smallest published group that holds
        that group.
    """
    first, second = joint.of_question(question.id), joint.of_breakdown(breakdown)
    if first == second:
        return  # a group that is made of the answers themselves: told by the whole, see below
    counted, answered = _answers(joint, question.id, joint.variable(first).size)
    balances = {net.id for net in question.all_nets if net.is_balance}
    small: set[str] = set()
    for row, response, group, base, cell in zip(
        cells.rows.tolist(),
        cells.response,
        cells.group,
        cells.n_base.tolist(),
        cells.n_cell.tolist(),
        strict=True,
    ):
        if response not in counted or response in balances or base <= 0:
            continue
        within = _members(joint, breakdown, str(group))
        place, inside = (row, first, second), counted[str(response)]
        if base < policy.minimum_group:
            if group not in small:
                small.add(str(group))
                sizes = int(base), 1, policy.minimum_group
                yield Aim(*place, answered, within, *sizes)
                yield from _led(joint, question.id, str(response), (row, second), within, sizes)
            if response in question.codes and not structure.own_codes(
                question, (breakdown, str(group))
            ):
                # an answer that nobody of the group gave tells of them as much as one that all did
                most = int(min(_ENOUGH, held(str(response), str(group))))
                if total.get(str(response)) != total.get(""):
                    yield Aim(*place, inside, within, int(cell), 0, max(most, int(cell)))
            continue
        if sensitive:
            given_in_all = _told_in_all(question, str(response), total)
            yield from _sensitive(
                place, question, inside, answered, within, (base, cell), given_in_all, policy
            )


def _led(
    joint: Joint,
    question: str,
    response: str,
    place: tuple[int, str],
    within: Mask,
    sizes: tuple[int, int, int],
) -> Iterator[Aim]:
    """Yield that a small group is not told as those whose answers led to the question."""
    row, second = place
    for name, asked_of in joint.led_by(question, response):
        if name != second:
            yield Aim(row, name, second, asked_of, within, *sizes)


def _members(joint: Joint, breakdown: str, group: str) -> Mask:
    """Return which atoms of a breakdown a group is made of."""
    return np.ones(1, dtype=bool) if breakdown == TOTAL else joint.members(breakdown, group) > 0


def _answers(joint: Joint, question: str, size: int) -> tuple[dict[str, Mask], Mask]:
    """Return which atoms of a question give each response, and which give any."""
    answered = np.zeros(size, dtype=bool)
    counted: dict[str, Mask] = {}
    for name in joint.records.questions[question].responses:
        if name != "mean" and (coefficients := joint.coefficients(question, name)) is not None:
            counted[name] = coefficients[0] > 0
            answered |= coefficients[1] > 0
    return counted, answered


def _told_in_all(question: Question, response: str, total: dict[str, float]) -> tuple[float, float]:
    """Return how many gave an answer in all, and how many did not: what may be published of it.

    Of a sensitive question few are not told of; of a plain one a rare answer is no secret, and no
    group can have given it more often than everybody.
    """
    if question.sensitive or response not in total:
        return np.inf, np.inf
    return total[response], total[""] - total[response]


def _sensitive(
    place: tuple[int, str, str],
    question: Question,
    inside: Mask,
    answered: Mask,
    within: Mask,
    size: tuple[float, float],
    told: tuple[float, float],
    policy: Confidentiality,
) -> Iterator[Aim]:
    """Yield the rare answers of a sensitive table, and the answers that nearly all gave."""
    few, base, count, rest = policy.sensitive_cell, size[0], int(size[1]), int(size[0] - size[1])
    other = answered & ~inside
    if 0 < count < few:
        yield Aim(*place, inside, within, count, 1, int(min(few, told[0])))
    if question.type == "multiple" and 0 < rest < few:
        yield Aim(*place, other, within, rest, 1, int(min(few, told[1])))
    if base < TELLS_ALL and (count == 0 or rest == 0) and other.any():
        counted = inside if count == 0 else other
        most = min(_ENOUGH, base, told[0] if count == 0 else told[1])
        yield Aim(*place, counted, within, 0, 0, int(most))
