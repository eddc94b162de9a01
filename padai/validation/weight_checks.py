"""Weights: present, positive, not too uneven, of the declared total, and on target."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from padai.survey import Condition, TargetMargin
from padai.validation.context import CheckContext, View
from padai.validation.registry import Fact, Hit, MeasuredFact, Share, check, hits
from padai.waves.conditions import group_positions, holds, numeric
from padai.words import Said

if TYPE_CHECKING:
    from numpy.typing import NDArray

MAX_RATIO = 20.0
DEFF_JUMP = 1.5
OTHER_SCALE = 1.5
"""Times the sum and the mean of the last wave's weights, from which on weights are of another."""
MARGIN_TOLERANCE = 1e-6
TOTAL_TOLERANCE = 1e-6


def _delivered(context: CheckContext) -> tuple[str, NDArray[np.float64]]:
    column = str(context.view.spec.design.weight)
    return column, numeric(context.view.frame[column])


def _name(context: CheckContext) -> str:
    return context.view.spec.design.weight or "weight"


def _announced(view: View) -> bool:
    """Whether the delivered weights sum to what the definition announces."""
    declared, column = view.spec.weight_total, view.spec.design.weight
    if declared is None or column is None:
        return False
    total = float(np.nansum(numeric(view.frame[column])))
    return abs(total - declared) <= TOTAL_TOLERANCE * abs(declared)


@check(
    "weight_missing",
    "error",
    title=Said("validation-weights-present"),
    sentence="validation-respondent-s-have-no-usable-weight-in",
    needs=("weight",),
)
def weight_missing(context: CheckContext) -> Iterator[Hit]:
    """A delivered weight is blank (unless the definition says what that is), infinite or text."""
    column, weights = _delivered(context)
    blank = context.view.frame[column].isna().to_numpy(bool)
    declared = context.view.spec.design.missing_weight is not None
    yield from hits(column, "finite", ~np.isfinite(weights) & ~(blank & declared))


@check(
    "weight_absent",
    "warning",
    title=Said("validation-weights-in-each-wave-or-in-none"),
    sentence="validation-each-person-counts-as-one-beside-weighted-waves",
)
def weight_absent(context: CheckContext) -> Iterator[Hit]:
    """A wave has no weight, delivered or to be made, and the same part of another wave has one."""
    view = context.view
    spec, name = view.spec, view.wave.part
    if spec.weights != "none" or not spec.confirmed("design") or "weight" in spec.open_roles:
        return
    waves = [w for w in view.survey.waves if name in view.survey.wave_defs[w].parts]
    here = waves.index(view.wave.id)
    for wave in (*reversed(waves[:here]), *waves[here + 1 :]):
        other = view.survey.part(wave, name)
        if other.weights != "none" and other.confirmed("design"):
            column = other.design.weight or "weight"
            yield Hit(column, "weight", facts={"wave": wave, "here": view.wave.id})
            return


@check(
    "weight_not_positive",
    "error",
    title=Said("validation-weights-positive"),
    sentence="validation-respondent-s-have-a-zero-or-negative",
    needs=("weight",),
)
def weight_not_positive(context: CheckContext) -> Iterator[Hit]:
    """A delivered weight is negative, or zero where the definition does not count on it."""
    column, weights = _delivered(context)
    zero = (weights == 0) & (context.view.spec.design.missing_weight != "zero")
    yield from hits(column, "> 0", (weights < 0) | zero)


@check(
    "weight_total",
    "error",
    title=Said("validation-sum-of-the-weights"),
    sentence="validation-the-weights-sum-to-the-definition",
    needs=("weight", "weight total"),
)
def weight_total(context: CheckContext) -> Iterator[Hit]:
    """The delivered weights do not sum to the declared total."""
    declared = context.view.spec.weight_total
    assert declared is not None
    column, weights = _delivered(context)
    total = float(np.nansum(weights))
    if not _announced(context.view):
        yield Hit(column, f"{declared:.10g}", facts={"found": MeasuredFact(total, 10)})


@check(
    "weight_scale_changed",
    "warning",
    title=Said("validation-scale-of-the-weights"),
    sentence="validation-the-weights-are-of-another-scale",
    needs=("earlier",),
)
def weight_scale_changed(context: CheckContext) -> Iterator[Hit]:
    """The weights sum to the number of people in one wave, and to a population in the other.

    Neither their sum nor their mean is near that of the last wave. A sum that the definition
    announces is meant.
    """
    column, before = context.view.spec.design.weight, context.last
    alike = before.spec.design.weight is not None and context.weighted_alike(before)
    if column is None or not alike or _announced(context.view):
        return
    now, then = (each.weights[each.weights > 0] for each in (context.view, before))
    if not (len(now) and len(then)):
        return
    ratios = [a / b for a, b in ((now.sum(), then.sum()), (now.mean(), then.mean()))]
    if all(abs(np.log(ratio)) > np.log(OTHER_SCALE) for ratio in ratios):
        facts: dict[str, Fact] = {
            "now": MeasuredFact(float(now.sum())),
            "before": MeasuredFact(float(then.sum())),
            "mean": MeasuredFact(float(now.mean())),
            "meant": MeasuredFact(float(then.mean())),
            "wave": before.wave.id,
            "total": MeasuredFact(float(now.sum()), 10),
        }
        yield Hit(column, f"x {OTHER_SCALE:g}", facts=facts)


@check(
    "weight_uneven",
    "warning",
    title=Said("validation-range-of-the-weights"),
    sentence="validation-the-largest-weight-is-times-the-mean",
    stages=("delivered", "weighted"),
)
def weight_uneven(context: CheckContext) -> Iterator[Hit]:
    """One weight is more than twenty times the mean."""
    weights = context.view.weights
    ratio = float(weights.max() / weights.mean()) if weights.any() else 0.0
    if ratio > MAX_RATIO:
        facts = {"ratio": MeasuredFact(ratio), "deff": MeasuredFact(kish(weights))}
        yield Hit(_name(context), f"{MAX_RATIO:g}", facts=facts)


@check(
    "weight_deff_jump",
    "warning",
    title=Said("validation-design-effect-against-the-last-wave"),
    sentence="validation-the-kish-design-effect-went-from-to",
    needs=("earlier",),
    stages=("delivered", "weighted"),
)
def weight_deff_jump(context: CheckContext) -> Iterator[Hit]:
    """The weights are much more uneven than those of the wave before."""
    if not context.weighted_alike(context.last):
        return
    now, before = kish(context.view.weights), kish(context.last.weights)
    if now > DEFF_JUMP * before:
        facts: dict[str, Fact] = {
            "before": MeasuredFact(before),
            "now": MeasuredFact(now),
            "wave": context.last.wave.id,
        }
        yield Hit(_name(context), f"x {DEFF_JUMP:g}", facts=facts)


@check(
    "margin_missed",
    "error",
    title=Said("validation-margins-against-their-targets"),
    sentence="validation-once-weighted-margin-gives-cell-instead",
    needs=("targets",),
    stages=("weighted",),
)
def margin_missed(context: CheckContext) -> Iterator[Hit]:
    """A weighted margin differs from its target, trimming aside."""
    weighting = context.view.spec.weighting
    if context.targets is None or weighting is None or weighting.trim is not None:
        return
    for margin in context.targets.margins:
        yield from _missed(context, margin)


def _missed(context: CheckContext, margin: TargetMargin) -> Iterator[Hit]:
    merged = {
        cell: rule.into
        for rule in context.targets.collapse  # type: ignore[union-attr]
        if rule.margin == margin.id
        for cell in rule.cells
    }
    wanted: dict[str, float] = {}
    for cell, target in margin.cells.items():
        into = merged.get(cell, cell)
        wanted[into] = wanted.get(into, 0.0) + target / margin.total
    cells = cell_names(context.view, margin.id, list(margin.cells))
    weights = context.view.weights
    inside = cells >= 0
    total = weights[inside].sum()
    names = np.array([merged.get(c, c) for c in margin.cells], dtype=object)
    for name, share in wanted.items():
        held = float(weights[inside][names[cells[inside]] == name].sum() / total) if total else 0.0
        if abs(held - share) > MARGIN_TOLERANCE * share:
            yield Hit(margin.id, name, facts={"found": Share(held), "wanted": Share(share)})


def cell_names(view: View, margin_id: str, cells: list[str]) -> NDArray[np.intp]:
    """Return the position of each row's cell among a margin's cells, -1 where it is in none."""
    parts = margin_id.split("*")
    positions = np.full(len(view.frame), -1, dtype=np.intp)
    columns = [
        _labels(view, part, {c.split("*")[i] for c in cells}) for i, part in enumerate(parts)
    ]
    for place, cell in enumerate(cells):
        codes = cell.split("*")
        hit = np.logical_and.reduce([col == code for col, code in zip(columns, codes, strict=True)])
        positions[hit] = place
    return positions


def _labels(view: View, name: str, wanted: set[str]) -> NDArray[np.object_]:
    """The code or group of each row for one variable of a margin."""
    labels = np.full(len(view.frame), "", dtype=object)
    if name in {b.id for b in view.survey.breakdowns}:
        groups = view.survey.breakdown(name)
        positions = group_positions(view.frame, groups, view.survey)
        for place, group in enumerate(groups.groups):
            labels[positions == place] = group.id
        return labels
    for code in wanted:
        labels[holds(view.frame, Condition(question=name, codes=(code,)), view.survey)] = code
    return labels


def kish(weights: NDArray[np.float64]) -> float:
    """Return Kish's design effect of a set of weights: n times sum of squares over squared sum."""
    held = weights[weights > 0]
    total = float(held.sum())
    return float(held.size * (held**2).sum() / total**2) if total else 1.0
