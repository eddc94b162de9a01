"""The verdicts, in the order in which they are decided."""

from __future__ import annotations

import numpy as np
import pytest

from padai.trends.verdicts import enough, group_verdicts, verdicts


@pytest.mark.parametrize(
    ("difference", "p", "p_equivalence", "supported", "verdict"),
    [
        (0.05, 0.049, np.nan, True, "rose"),
        (-0.05, 0.049, np.nan, True, "fell"),
        (0.05, 0.05, np.nan, True, "cannot_tell"),
        (0.01, 0.03, 0.001, True, "rose_less_than_margin"),
        (-0.01, 0.03, 0.001, True, "fell_less_than_margin"),
        (0.01, 0.6, 0.049, True, "stable"),
        (0.01, 0.6, 0.05, True, "cannot_tell"),
        (0.05, 0.001, 0.001, False, "cannot_tell"),
        (np.nan, np.nan, np.nan, True, "cannot_tell"),
    ],
)
def test_a_verdict(
    difference: float, p: float, p_equivalence: float, supported: bool, verdict: str
) -> None:
    given = [np.array([v]) for v in (difference, p, p_equivalence)]
    assert verdicts(*given, np.array([supported])).tolist() == [verdict]


def test_the_same_between_groups() -> None:
    codes = np.array(["rose", "fell", "stable", "cannot_tell"], dtype=object)
    assert group_verdicts(codes).tolist() == [
        "higher",
        "lower",
        "comparable",
        "no_difference_shown",
    ]


def test_what_can_carry_a_verdict() -> None:
    estimate = np.array([0.5, 0.5, 0.02, 0.98, 0.0, 60.0])
    n_eff = np.array([200.0, 200.0, 200.0, 200.0, 200.0, 200.0])
    n_base = np.array([300.0, 29.0, 300.0, 300.0, 300.0, 300.0])
    shares = np.array([True, True, True, True, True, False])
    assert enough(estimate, n_eff, n_base, 30, shares).tolist() == [
        True,
        False,
        False,
        False,
        False,
        True,
    ]


def test_the_limits_belong_to_what_can_carry_a_verdict() -> None:
    half, shares = np.full(4, 0.5), np.ones(4, dtype=bool)
    n_eff = np.array([10.0, 9.99, 11.0, 10.0])  # 5, just under, 5.5 effective on either side
    n_base = np.array([30.0, 30.0, 30.0, 29.0])
    assert enough(half, n_eff, n_base, 30, shares).tolist() == [True, False, True, False]
