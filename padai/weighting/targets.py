"""Targets meet a wave: cells of each margin as codes, what is merged, who takes no part."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from numbers import Real
from typing import Any

import numpy as np

from padai.errors import Said, WeightingError
from padai.numerics.constraints import Control, IntArray
from padai.survey import Collapse, TargetMargin, Targets
from padai.survey.target_checks import SAME_TOTAL, Sum, cell_fault, sum_of, sums_fault
from padai.waves.coding import CodedColumn, crossed
from padai.waves.conditions import all_codes, code_positions
from padai.waves.wave import Wave

#: How ``untargeted`` names respondents without an answer.
BLANK = "missing"
_SHOWN = 5

TargetsLike = Targets | Mapping[str, Any]


@dataclass(frozen=True, eq=False)
class MarginPlan:
    """One margin, ready.

    Attributes
    ----------
    control : Control
        Codes and targets; -1 where a respondent takes no part.
    untargeted : int
        Respondents who take no part.
    merged : tuple of dict
        Cells merged by a `collapse:` rule: cells, into, n.
    status, source, date : str
        Of the targets.
    """

    control: Control
    untargeted: int
    merged: tuple[dict[str, Any], ...]
    status: str
    source: str
    date: str


@dataclass(frozen=True, eq=False)
class CalibrationPlan:
    """Everything that a wave is calibrated to.

    Attributes
    ----------
    margins : tuple of MarginPlan
    totals : dict
        Totals of numeric columns.
    total : float
        Total of the weights to come.
    """

    margins: tuple[MarginPlan, ...]
    totals: dict[str, float]
    total: float

    @property
    def controls(self) -> tuple[Control, ...]:
        """The margins as the numeric core takes them."""
        return tuple(margin.control for margin in self.margins)


def plan_margins(
    wave: Wave,
    targets: TargetsLike,
    *,
    untargeted: Mapping[str, Any] | None = None,
    min_cell: int = 5,
    where: str = "",
) -> CalibrationPlan:
    """Code a wave's respondents by the cells of its targets.

    Parameters
    ----------
    wave
    targets
        A survey's targets, or a mapping of margins to mappings of codes to shares or counts; a
        number in place of a mapping is the total of a numeric column.
    untargeted
        For each margin, codes without a target (`missing` names respondents without an answer),
        added to those that the targets list.
    min_cell
        Fewer respondents than this in a cell are refused.
    where
        How messages begin.

    Raises
    ------
    WeightingError
        A code has no target and is not listed; a cell is empty or has too few respondents; a
        target is not a positive number; a margin sums neither to 1 nor to 100 nor to a population
        that holds its respondents; counts are of two populations.
    """
    given, totals = _read(targets, where)
    for each in given.margins if given else ():
        _refuse(cell_fault(each.id, each.cells), where)
    loose = {name: _codes_of(codes) for name, codes in (untargeted or {}).items()}
    _known_margins(loose, given, where)
    rules = given.collapse if given else ()
    margins = tuple(
        _margin(wave, margin, rules, (*margin.untargeted, *loose.get(margin.id, ())), where)
        for margin in (given.margins if given else ())
    )
    sums = _sums(wave, given, margins)
    _refuse(sums_fault(sums), where)
    total = _common_total(sums, float(wave.weights.sum()))
    for plan in margins:
        _refuse_small(wave, plan, min_cell, where)
    return CalibrationPlan(margins, totals, total)


def _codes_of(codes: Any) -> tuple[str, ...]:
    return (codes,) if isinstance(codes, str) else tuple(str(code) for code in codes)


def _read(targets: TargetsLike, where: str) -> tuple[Targets | None, dict[str, float]]:
    if isinstance(targets, Targets):
        return targets, {}
    if not isinstance(targets, Mapping) or not targets:
        raise WeightingError(Said("weighting-targets-must-be-a-mapping", where=where))
    margins = {str(k): v for k, v in targets.items() if isinstance(v, Mapping)}
    for name, cells in margins.items():
        _refuse(cell_fault(name, cells), where)
    totals = {
        str(name): _numeric_total(str(name), value, where)
        for name, value in targets.items()
        if not isinstance(value, Mapping)
    }
    plain = tuple(
        TargetMargin(id=name, cells={str(k).strip(): float(v) for k, v in cells.items()})
        for name, cells in margins.items()
    )
    return (Targets(margins=plain) if plain else None), totals


def _numeric_total(name: str, value: Any, where: str) -> float:
    if not isinstance(value, Real) or isinstance(value, bool):
        raise WeightingError(
            Said("weighting-the-target-of-must-be-a-mapping-of-codes", name=name),
            where=where,
        )
    if not np.isfinite(float(value)):
        raise WeightingError(
            Said("weighting-the-total-of-must-be-a-finite-number", name=name),
            where=where,
        )
    return float(value)


def _refuse(fault: Said | None, where: str) -> None:
    if fault is not None:
        raise WeightingError(fault, where=where)


def _known_margins(loose: Mapping[str, Any], given: Targets | None, where: str) -> None:
    known = [margin.id for margin in given.margins] if given else []
    for name in loose:
        if name not in known:
            raise WeightingError(
                Said(
                    "survey-a-weighting-rule-names-no-margin",
                    rule="untargeted",
                    margin=name,
                    known=", ".join(known) or Said("weighting-none"),
                ),
                where=where,
            )


def _common_total(sums: Sequence[Sum], base: float) -> float:
    """Return the total that every margin comes to: that of counts, or of the weights.

    A hundred is a count where no more people than that answered; else it is of percentages, which
    say no more of the total than shares do.
    """
    counts = [each.total for each in sums if each.is_count]
    hundred = [
        each.total
        for each in sums
        if abs(each.total - 1) > SAME_TOTAL and each.total >= each.respondents
    ]
    return (*counts, *hundred, base)[0]


def _sums(wave: Wave, given: Targets | None, plans: Sequence[MarginPlan]) -> list[Sum]:
    margins = given.margins if given else ()
    return [
        sum_of(margin.id, margin.cells, wave.respondents(plan.control.codes >= 0))
        for margin, plan in zip(margins, plans, strict=True)
    ]


def _margin(
    wave: Wave,
    margin: TargetMargin,
    rules: tuple[Collapse, ...],
    untargeted: tuple[str, ...],
    where: str,
) -> MarginPlan:
    coded = wave.codes(margin.id)
    margin, untargeted = _as_the_column(margin, untargeted, coded.labels)
    mine = tuple(rule for rule in rules if rule.margin == margin.id)
    cells, into = _merge(margin, mine, where)
    place = {cell: i for i, cell in enumerate(cells)}
    if (coded.codes < 0).any():
        coded = _with_missing(wave, margin.id, coded)
    out = set(untargeted)
    table = np.array([_place(label, into, place, out) for label in coded.labels] + [-2])
    if BLANK in out:
        table[-1] = -1
    codes = np.where(wave.weighs, table[coded.codes], -1).astype(np.intp)
    if (codes == -2).any():
        _refuse_unknown(codes, coded, margin, where)
    control = Control(codes, np.array(list(cells.values())), margin.id, tuple(cells))
    merged = tuple(
        {
            "margin": margin.id,
            "cells": list(rule.cells),
            "into": rule.into,
            "n": wave.respondents(codes == place[rule.into]),
        }
        for rule in mine
    )
    return MarginPlan(
        control,
        wave.respondents((codes == -1) & wave.weighs),
        merged,
        margin.status,
        margin.source,
        margin.date,
    )


def _as_the_column(
    margin: TargetMargin, untargeted: tuple[str, ...], labels: Sequence[str]
) -> tuple[TargetMargin, tuple[str, ...]]:
    """Name cells as the column does where they are numbers: ``1.0`` is ``1``, ``1`` is ``01``.

    A cell that is no code of the column takes the name of the one code that is its number, unless
    another cell has that name.
    """
    known = {*margin.cells, *untargeted}
    renamed: dict[str, str] = {}
    for cell in sorted(known - set(labels)):
        same = [
            label for label in labels if (n := _number(cell)) is not None and n == _number(label)
        ]
        if len(same) == 1 and same[0] not in known and same[0] not in renamed.values():
            renamed[cell] = same[0]
    if not renamed:
        return margin, untargeted
    cells = {renamed.get(cell, cell): target for cell, target in margin.cells.items()}
    return margin.model_copy(update={"cells": cells}), tuple(renamed.get(c, c) for c in untargeted)


def _number(text: str) -> float | None:
    """Return the number that a code is, written with digits and a point alone."""
    return float(text) if re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", text) else None


def _merge(
    margin: TargetMargin, rules: tuple[Collapse, ...], where: str
) -> tuple[dict[str, float], dict[str, str]]:
    """Return the targets after merging, in order, and the merged cell of each cell."""
    into = {cell: rule.into for rule in rules for cell in rule.cells}
    cells: dict[str, float] = {}
    for cell, target in margin.cells.items():
        name = into.get(cell, cell)
        cells[name] = cells.get(name, 0.0) + target
    for rule in rules:
        if rule.into not in cells:
            raise WeightingError(
                Said(
                    "weighting-collapse-margin-merges-into-and-neither",
                    margin_id=margin.id,
                    cells=", ".join(rule.cells),
                    into=rule.into,
                ),
                where=where,
            )
    return cells, into


def _place(label: str, into: Mapping[str, str], place: Mapping[str, int], out: set[str]) -> int:
    cell = into.get(label, label)
    if cell in place:
        return place[cell]
    parts = label.split("*")
    return -1 if label in out or (len(parts) > 1 and not out.isdisjoint(parts)) else -2


def _with_missing(wave: Wave, name: str, coded: CodedColumn) -> CodedColumn:
    """Give respondents outside the base the code that they answered, where there is one."""
    if "*" in name and name not in wave._frame.columns:
        parts = []
        for part in name.split("*"):
            each = _with_missing(wave, part.strip(), wave.codes(part.strip()))
            codes = np.where(each.codes < 0, len(each.labels), each.codes)
            parts.append(CodedColumn(codes, (*each.labels, BLANK)))
        return crossed(tuple(parts))
    if wave.survey is None:
        return coded
    survey = wave.survey
    asked = survey.breakdown(name).question if survey.has_breakdown(name) else name
    question = wave.question(asked)
    if question is None or question.type == "multiple" or asked not in wave._frame.columns:
        return coded
    every = all_codes(question)
    positions = code_positions(wave.column(asked), question)
    labels = [*coded.labels, *(code for code in every if code not in coded.labels)]
    table = np.array([*(labels.index(code) for code in every), -1], dtype=np.intp)
    own = table[np.where(positions < 0, len(every), positions)]
    return CodedColumn(np.where(coded.codes < 0, own, coded.codes).astype(np.intp), tuple(labels))


def _refuse_unknown(codes: IntArray, coded: CodedColumn, margin: TargetMargin, where: str) -> None:
    lost = coded.codes[codes == -2]
    blank = int((lost < 0).sum())
    if blank:
        raise WeightingError(
            Said(
                "weighting-margin-respondents-have-no-answer-give",
                margin_id=margin.id,
                blank=blank,
                blank_2=BLANK,
            ),
            where=where,
        )
    unknown, counts = np.unique(lost, return_counts=True)
    named = [f"'{coded.labels[c]}' ({n})" for c, n in zip(unknown, counts, strict=True)]
    listed, over = ", ".join(named[:_SHOWN]), len(named) - _SHOWN
    more = Said("weighting-and-more", over=over) if over > 0 else Said("", "")
    raise WeightingError(
        Said(
            "weighting-margin-codes-without-a-target-with-their",
            margin_id=margin.id,
            listed=listed,
            more=more,
        ),
        where=where,
    )


def _refuse_small(wave: Wave, plan: MarginPlan, min_cell: int, where: str) -> None:
    control = plan.control
    members = wave.tally(control.codes, len(control.targets))
    small = np.flatnonzero(members < max(min_cell, 1))
    if not len(small):
        return
    cell = int(small[0])
    if len(members) == 1:
        cure = Said("weighting-the-margin-cannot-be-used")
    else:
        near = min(
            (i for i in (cell - 1, cell + 1) if 0 <= i < len(members)), key=lambda i: members[i]
        )
        pair = sorted((cell, near))
        names = [control.cell(i) for i in pair]
        joined = "+".join(names)
        rule = f"{{margin: {control.name}, cells: [{', '.join(names)}], into: {joined}}}"
        neighbour = control.cell(near)
        cure = Said(
            "weighting-merge-it-for-instance-with-collapse",
            neighbour=neighbour,
            found=members[near],
            rule=rule,
        )
    least, others = max(min_cell, 1), len(small) - 1
    more = Said("", "")
    if others:
        more = Said("weighting-other-cells-are-as-small", others=others)
    raise WeightingError(
        Said(
            "weighting-margin-cell-at-least-are-needed",
            control_name=control.name,
            cell=control.cell(cell),
            least=least,
            more=more,
            cure=cure,
            found=int(members[cell]),
        ),
        where=where,
    )
