"""Rows of what the store holds besides estimates and differences."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Variant:
    """The change of a key result under another choice of method.

    `variant` names the choice, ``declared`` the one that was made; `reason` says why a choice
    has no verdict.
    """

    part: str
    wave: str
    reference: str
    question: str
    response: str
    variant: str
    estimate: float
    conf_low: float
    conf_high: float
    verdict: str
    differs: str
    reason: str


@dataclass(frozen=True, slots=True)
class Component:
    """One part of a change: its composition or what is within groups, of a group or of all.

    `component` is ``change`` for the whole change; `reason` says why a part is not shown, or that
    the weighting fixes a composition.
    """

    part: str
    reference: str
    question: str
    response: str
    breakdown: str
    group: str
    component: str
    estimate: float
    conf_low: float
    conf_high: float
    reason: str


@dataclass(frozen=True, slots=True)
class Tipping:
    """What would make a finding false: one assumption of one change, as the store has it."""

    part: str
    reference: str
    question: str
    response: str
    breakdown: str
    group: str
    verdict: str
    assumption: str
    of_wave: str
    value: float
    low: float
    high: float
    verdict_then: str
    stands: str
    reason: str


@dataclass(frozen=True, slots=True)
class IndexRow:
    """One number of a declared index; `kind` says which."""

    index: str
    kind: str
    wave: str
    reference: str
    item: str
    by: str
    estimate: float
    conf_low: float
    conf_high: float
    n_base: float
    p_adjusted: float
    r2_gain: float
    margin: float
    verdict: str
    breaks: str
    reason: str
