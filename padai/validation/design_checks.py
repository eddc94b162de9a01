"""The columns of the design: a weight that is a code, psus in two strata, numbers used again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np

from padai.numerics.replicate_factors import (
    LEAVE_OUT,
    MOST_ROWS,
    leaves_nobody_out,
    made_by_factors,
    may_be,
)
from padai.numerics.unequal import pairs_too_often as pairs_too_often_in
from padai.survey.answer_words import normal
from padai.unequal import JointProbabilities
from padai.validation.context import CheckContext, View
from padai.validation.registry import Fact, Hit, MeasuredFact, Share, check
from padai.waves.conditions import numeric
from padai.waves.reading import Delivery
from padai.waves.replicates_told import kind_as_written
from padai.words import Said

if TYPE_CHECKING:
    import pandas as pd

FEW_WEIGHTS = 30
SHARED = 0.10
"""The largest share of psus in two strata that is an error of theirs, not a way of numbering."""
AGAIN = 0.5
MOST_NAMED = 12
"""Up to so many codes, a question whose label speaks of psus tells of them, and numbers none."""
_NAMED: dict[str, re.Pattern[str]] = {
    "psu": re.compile(
        r"\b(psu|upe|upm|primary sampling unit|(full sample )?variance unit|sampling cluster|"
        r"unite primaire d echantillonnage|unidad primaria de muestreo|conglomerado)\b"
    ),
    "stratum": re.compile(
        r"\b((sampling|variance) stratum|(full sample )?variance stratum|stratum|strata|"
        r"strate d echantillonnage|estrato)\b"
    ),
    "weight": re.compile(
        r"\b((survey|sample|sampling|final|post election|analysis) weight|ponderation|"
        r"poids (de sondage|final|d enquete)|ponderador|factor de (expansion|ponderacion))\b"
    ),
}


@check(
    "weight_of_codes",
    "warning",
    title=Said("validation-weights-and-not-codes"),
    sentence="validation-the-weights-take-values-only-all-whole",
    needs=("weight",),
)
def weight_of_codes(context: CheckContext) -> Iterator[Hit]:
    """Delivered weights that are few whole numbers, as the codes of an answer are."""
    column = str(context.view.spec.design.weight)
    weights = numeric(context.view.frame[column])
    values = np.unique(weights[np.isfinite(weights) & (weights > 0)])
    if 1 < len(values) <= FEW_WEIGHTS and np.all(values == np.round(values)):
        yield Hit(
            column,
            "values",
            facts={
                "values": len(values),
                "low": MeasuredFact(float(values[0]), 10),
                "high": MeasuredFact(float(values[-1]), 10),
            },
        )


@check(
    "psu_in_two_strata",
    "warning",
    title=Said("validation-one-psu-one-stratum"),
    sentence="validation-primary-units-out-of-lie-in-more-than",
)
def psu_in_two_strata(context: CheckContext) -> Iterator[Hit]:
    """A few psus lie in two strata, where the others lie in one."""
    design = context.view.spec.design
    if not (design.psu and design.stratum):
        return
    frame = context.view.frame
    pairs = frame[[design.psu[0], design.stratum[0]]].dropna().drop_duplicates()
    counts = pairs.groupby(design.psu[0]).size()
    shared = int((counts > 1).sum())
    if shared and (not design.nest or shared <= SHARED * len(counts)):
        yield Hit(design.psu[0], "strata", shared, facts={"units": len(counts)})


@check(
    "psu_numbers_again",
    "warning",
    title=Said("validation-psus-from-wave-to-wave"),
    sentence="validation-of-the-primary-units-bear-a-number-of",
    needs=("earlier", "independent"),
)
def psu_numbers_again(context: CheckContext) -> Iterator[Hit]:
    """Half of the psus, or more, are called as some of the wave before; running numbers aside."""
    now, then = _units(context.view), _units(context.last)
    if now is None or then is None or not len(now) or _running(now) or _running(then):
        return
    again = float(np.isin(now, then).mean())
    if again >= AGAIN:
        column = context.view.spec.design.psu[0]
        yield Hit(column, "psu", facts={"share": Share(again), "wave": context.last.wave.id})


@check(
    "psu_across_regions",
    "warning",
    title=Said("validation-psus-of-one-country-or-region"),
    sentence="validation-primary-units-out-of-lie-in-several",
)
def psu_across_regions(context: CheckContext) -> Iterator[Hit]:
    """Psus that lie in several countries, or without strata in several regions."""
    design, view = context.view.spec.design, context.view
    if not design.psu:
        return
    place = context.role("country") if design.stratum else context.role("country", "region")
    names = [*design.stratum[:1], design.psu[0]]
    if place is None or any(name not in view.frame.columns for name in names):
        return
    places = view.positions(place)
    frame = view.frame[names].assign(place=places)[places >= 0].drop_duplicates()
    counts = frame.groupby(names).size()
    shared = int((counts > 1).sum())
    if shared:
        facts: dict[str, Fact] = {"units": len(counts), "place": place.column(view.wave.id)}
        yield Hit(design.psu[0], place.id, shared, facts=facts)


@check(
    "replicates_of_another_kind",
    "error",
    title=Said("validation-kind-of-the-replicate-weights"),
    sentence="validation-the-replicate-weights-are-of-another-kind",
)
def replicates_of_another_kind(context: CheckContext) -> Iterator[Hit]:
    """Replicate weights are of the weight what those of the declared kind are not.

    Where the definition gives `scale:`, nothing of their variance is taken from the kind.
    """
    view = context.view
    declared = view.spec.design.replicates
    if declared is None or declared.scale is not None or not view.spec.confirmed("design"):
        return
    columns = declared.columns_in(view.frame.columns)
    if any(name not in view.frame.columns for name in columns):
        return
    weight = [view.spec.design.weight] if declared.combined and view.spec.design.weight else []
    rows = view.frame[[*weight, *columns]].head(MOST_ROWS).dropna()
    numbers = np.column_stack([np.ones(len(rows)), *(numeric(rows[name]) for name in rows)])
    full, each = numbers[:, len(weight)], numbers[:, 1 + len(weight) :]
    made = made_by_factors(full, each)
    whole = declared.kind in LEAVE_OUT and made is None and leaves_nobody_out(full, each)
    if whole or (made is not None and not may_be(made, declared.kind, declared.rho)):
        kind = "whole" if whole or made is None else kind_as_written(*made)
        name = kind_as_written(declared.kind, declared.rho if declared.kind == "fay" else None)
        yield Hit(columns[0], "kind", len(columns), facts={"declared": name, "kind": kind})


@check(
    "design_left_over",
    "warning",
    title=Said("validation-design-columns-left-over"),
    sentence="validation-is-named-as-a-column-of-the-design-and",
)
def design_left_over(context: CheckContext) -> Iterator[Hit]:
    """A column is named as a psu, a stratum or a weight, of which the design has none."""
    view = context.view
    if not view.spec.confirmed("design") or view.spec.design.replicates is not None:
        return
    design = view.spec.design
    used = {design.id, design.weight, *design.psu, *design.stratum, *design.fpc}
    filled = {"psu": design.psu, "stratum": design.stratum, "weight": design.weight}
    for column in map(str, view.frame.columns):
        role = _role_named(view, column) if column not in used else None
        if role is not None and not filled[role] and len(view.frame[column].dropna().unique()) > 1:
            yield Hit(column, role)


@check(
    "pairs_too_often",
    "warning",
    title=Said("validation-pairs-no-more-often-than-alone"),
    sentence="validation-pairs-of-units-are-drawn-together-too-often",
)
def pairs_too_often(context: CheckContext) -> Iterator[Hit]:
    """Pairs of units are drawn together more often than if each were drawn by itself."""
    declared = context.view.spec.design
    wave = context.view.wave
    joint = wave.joint if isinstance(wave, Delivery) else wave.design.pps
    if declared.pps != "joint" or not isinstance(joint, JointProbabilities):
        return
    often, pairs = pairs_too_often_in(np.asarray(joint.matrix, dtype=np.float64))
    if often:
        yield Hit(declared.fpc[0], "joint", often, facts={"pairs": pairs})


def _role_named(view: View, column: str) -> str | None:
    question = view.survey.questions.get(column)
    labels = question.label.every if question is not None else ()
    texts = [normal(text) for text in (column, *labels)]
    role = next((r for r, named in _NAMED.items() if any(map(named.search, texts))), None)
    few = question is not None and question.type == "single" and len(question.codes) <= MOST_NAMED
    return None if few and role == "psu" else role  # "police in the psu: yes, no" is a question


def _units(view: View) -> pd.Series[Any] | None:
    """Return each psu once, by its stratum where psus are numbered in strata."""
    design = view.spec.design
    names = [*design.stratum[:1], *design.psu[:1]]
    if not design.psu or any(name not in view.frame.columns for name in names):
        return None
    pairs = view.frame[names].dropna().drop_duplicates().astype(str)
    return pairs.agg("/".join, axis=1)


def _running(units: pd.Series[Any]) -> bool:
    """Whether units are called 1, 2, 3…, as those of any wave may be, in each stratum or in all."""
    last = units.str.rpartition("/")[2]
    numbers = last[last.str.fullmatch(r"\d+(\.0)?")].astype(float)
    return len(numbers) == len(units) and float(numbers.max()) <= 2 * len(units)
