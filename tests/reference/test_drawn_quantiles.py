"""Quantiles of drawn samples in which strata fix some shares, against R's `svyquantile`.

`drawn/quantiles.R` made the values. Where strata do not fix the share, every number is R's. Where
they do, its error is zero, and both limits are the value that the share is reached at in exact
arithmetic; R's own limits there jump to the next value where its share comes out larger by a
rounding error, which its symmetric interval does in one case of 44.
"""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import padai

CASES = json.loads((Path(__file__).parent / "drawn" / "quantiles.json").read_text())["cases"]
COLUMNS = ["estimate", "conf_low", "conf_high", "std_error"]


def _wave(case):
    frame = pd.DataFrame({name: case[name] for name in "hyw"})
    return padai.Wave(frame, padai.Design(weight="w", stratum="h"))


def _rows(case, key):
    rows = [[float("nan") if isinstance(v, str) else float(v) for v in r] for r in case[key]]
    return np.array(rows)


def _fixed(case):
    return np.array(case["share_se"]) < 1e-9


@pytest.mark.parametrize("kind", ["mean.math", "mean.hf7", "xlogit.math", "asin.math", "beta.math"])
@pytest.mark.parametrize("number", range(len(CASES)))
def test_a_share_that_varies_gives_the_limits_of_r(number, kind):
    case = CASES[number]
    ci, rule = kind.split(".")
    found = padai.quantile(_wave(case), "y", probs=case["probs"], ci=ci, qrule=rule).frame
    free = ~_fixed(case)
    got, expected = found[COLUMNS].to_numpy()[free], _rows(case["values"], kind)[free]
    assert got == pytest.approx(expected, rel=1e-9, nan_ok=True)


def test_enough_shares_are_fixed_and_r_agrees_where_its_rounding_allows():
    equal = [
        row[1] == row[2] == row[0]
        for case in CASES
        for row, fixed, p in zip(
            _rows(case["values"], "mean.math"), _fixed(case), case["probs"], strict=True
        )
        if fixed and p < 1
    ]
    assert len(equal) >= 40
    assert sum(equal) >= len(equal) - 1


def _reached(case, p):
    """The smallest value at which the running weight reaches the share, in exact arithmetic."""
    ordered = sorted(zip(case["y"], map(Fraction, map(str, case["w"])), strict=True))
    total, running = sum(w for _, w in ordered), Fraction(0)
    for y, w in ordered:
        running += w
        if running >= Fraction(str(p)) * total:
            return y
    raise AssertionError("a share of at most one is reached")


@pytest.mark.parametrize("number", range(len(CASES)))
def test_a_share_that_strata_fix_has_one_value_and_no_error(number):
    case = CASES[number]
    found = padai.quantile(_wave(case), "y", probs=case["probs"]).frame
    for row, fixed, p in zip(found.itertuples(), _fixed(case), case["probs"], strict=True):
        if fixed:
            value = _reached(case, p)
            assert (row.estimate, row.conf_low, row.conf_high) == (value, value, value)
            assert row.std_error == 0
            assert row.reason == ("at_limit" if value == max(case["y"]) else "no_sampling_error")
            assert not row.n_eff > 1e9
