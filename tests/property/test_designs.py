"""Invariants of designs and tables, over random designs."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from padai.design import Design
from padai.estimation.moments import mean, total
from padai.estimation.proportions import banner, proportion
from padai.numerics.tabulation import FieldBlock, Grouping, Rows, combine, partial_sums
from padai.waves.stacking import stack
from padai.waves.wave import Wave
from padai.weighting import poststratify, rake

EXACT = 1e-12
NUMBERS = ["estimate", "std_error", "conf_low", "conf_high", "df", "deff", "n_base"]
seeds = st.integers(0, 2**32 - 1)
few = settings(max_examples=25, deadline=None)


def sample(seed, clusters=False, fpc=False, n=60):
    rng = np.random.default_rng(seed)
    frame = pd.DataFrame(
        {
            "id": np.arange(n),
            "w": rng.gamma(2, 1, n) + 0.1,
            "h": rng.permutation(np.arange(n) % 3),
            "q": rng.integers(1, 4, n),
            "r": np.where(rng.random(n) < 0.2, np.nan, rng.integers(0, 2, n)),
            "x": rng.normal(size=n),
            "a": rng.permutation(np.arange(n) % 2),
            "b": rng.permutation(np.arange(n) % 3),
            "N": 1000,
        }
    )
    frame["c"] = frame.groupby("h").cumcount() // 2
    design = Design(
        weight="w",
        stratum="h",
        psu="c" if clusters else None,
        fpc="N" if fpc else None,
        id="id",
    )
    return Wave(frame, design)


def changed(wave, **columns):
    return Wave(wave.frame.assign(**columns), wave.design)


def same(one, other, columns=NUMBERS):
    a, b = (frame[columns].to_numpy(dtype=float) for frame in (one, other))
    assert a == pytest.approx(b, rel=EXACT, abs=1e-15, nan_ok=True)


variants = given(seeds, st.booleans(), st.booleans())


@few
@variants
def test_the_scale_of_the_weights_changes_no_share(seed, clusters, fpc):
    wave = sample(seed, clusters, fpc)
    scaled = changed(wave, w=wave.frame["w"] * 7)
    same(proportion(wave, "q", by="a").frame, proportion(scaled, "q", by="a").frame)


@few
@variants
def test_names_of_strata_and_psus_change_nothing(seed, clusters, fpc):
    wave = sample(seed, clusters, fpc)
    named = changed(
        wave, h=wave.frame["h"].map({0: "z", 1: "y", 2: "x"}), c="k" + wave.frame["c"].astype(str)
    )
    same(proportion(wave, "q", by="b").frame, proportion(named, "q", by="b").frame)


@few
@variants
def test_the_order_of_the_rows_changes_not_a_bit(seed, clusters, fpc):
    wave = sample(seed, clusters, fpc)
    moved = Wave(wave.frame.sample(frac=1, random_state=1), wave.design)
    one, other = (proportion(w, ["q", "r"], by="a").frame for w in (wave, moved))
    assert (one[NUMBERS].fillna(-9) == other[NUMBERS].fillna(-9)).all(axis=None)


@few
@given(seeds, st.booleans())
def test_a_census_has_no_variance(seed, clusters):
    wave = sample(seed, clusters)
    units = wave.frame.groupby("h")["c" if clusters else "id"].transform("nunique")
    census = Wave(
        wave.frame.assign(N=units),
        Design(weight="w", stratum="h", psu="c" if clusters else None, fpc="N"),
    )
    assert (proportion(census, "q", by="a").frame["std_error"] == 0).all()
    assert (mean(census, "x").frame["std_error"] == 0).all()


@few
@variants
def test_a_domain_of_everybody_is_the_total(seed, clusters, fpc):
    wave = changed(sample(seed, clusters, fpc), all=1)
    for est in (proportion(wave, "q", by="all"), mean(wave, "x", by="all")):
        frame = est.frame
        same(frame[frame["breakdown"] == "total"], frame[frame["breakdown"] == "all"])


@few
@variants
def test_every_route_gives_one_answer(seed, clusters, fpc):
    """One item, a list, a banner, crossed groups, the covariance matrix; raked and not."""
    wave = sample(seed, clusters, fpc)
    half = {"0": 0.5, "1": 0.5}
    raked = rake(wave, {"a": half, "b": {"0": 0.3, "1": 0.3, "2": 0.4}}, min_cell=1)
    for one in (wave, raked, poststratify(raked, {"a": half}, min_cell=1)):
        table = banner(one, ["q", "r"], by=["a", "a*b"])
        alone = proportion(one, "r", by="a")
        rows = table.rows(question="r", breakdown=["total", "a"])
        same(alone.frame, table.frame.iloc[rows])
        dense = np.sqrt(np.maximum(np.diag(table.cov()), 0))
        got = table.frame["std_error"].to_numpy()
        known = np.isfinite(got)
        # Variances are roots of sums that may cancel to zero: compared on their own scale.
        assert got[known] ** 2 == pytest.approx(dense[known] ** 2, rel=1e-10, abs=1e-16)


@few
@variants
def test_a_stack_of_independent_waves_is_its_waves(seed, clusters, fpc):
    one, two = (sample(seed + k, clusters, fpc) for k in (0, 1))
    waves = [
        Wave(w.frame.assign(id=w.frame["id"] + 100 * k), w.design, id=str(k))
        for k, w in enumerate((one, two))
    ]
    est = proportion(stack(waves, overlap="none"), "q", by="a")
    half = len(est) // 2
    same(est.frame.iloc[:half], proportion(waves[0], "q", by="a").frame)
    same(est.frame.iloc[half:], proportion(waves[1], "q", by="a").frame)
    assert np.abs(est.cov()[:half, half:]).max() == 0


@few
@given(seeds)
def test_the_stacked_design_of_all_rows_agrees(seed):
    """The covariance of a stack of overlapping waves is that of one frame with both waves."""
    wave = sample(seed)
    again = wave.frame.assign(q=np.roll(wave.frame["q"], 1))
    waves = [Wave(f, wave.design, id=i) for f, i in ((wave.frame, "1"), (again, "2"))]
    est = proportion(stack(waves, overlap="respondent"), "q")
    both = pd.concat([wave.frame.assign(wave=1), again.assign(wave=2)])
    flat = Wave(both, Design(weight="w", stratum="h", psu="id"))
    other = proportion(flat, "q", by="wave")
    assert est.cov() == pytest.approx(other.cov(other.rows(breakdown="wave")), abs=1e-15)


@few
@variants
def test_shares_add_up(seed, clusters, fpc):
    est = proportion(sample(seed, clusters, fpc), "q", net={"12": [1, 2], "3": [3]})
    assert est.frame["estimate"].sum() == pytest.approx(1, rel=EXACT)
    low, high = est.frame["std_error"]
    assert low == pytest.approx(high, rel=1e-10)
    people = total(sample(seed), "x", by="a").frame["estimate"]
    assert people[0] == pytest.approx(people[1] + people[2], rel=1e-9, abs=1e-9)


@few
@given(seeds, st.integers(1, 59))
def test_sums_of_parts_add_up(seed, cut):
    wave = sample(seed)
    codes = np.stack([wave.codes(name).codes for name in ("a",)]).astype(np.int64)
    none = np.zeros((0, 0))
    rows = Rows(*(np.array(v) for v in ([0], [0], [], none, none, [], none, none)))
    stage, weights = wave.sample.first, wave.weights
    group = wave.codes("b").codes
    whole = partial_sums(FieldBlock(codes, 2, rows), Grouping((group,), (3,)), stage, weights)
    parts = []
    for part in (np.arange(cut), np.arange(cut, len(weights))):
        block, grouping = FieldBlock(codes[:, part], 2, rows), Grouping((group[part],), (3,))
        parts.append(partial_sums(block, grouping, stage.take(part), weights[part]))
    joined = combine(parts)
    for name in ("n", "w", "w2"):
        assert getattr(joined, name) == pytest.approx(getattr(whole, name), rel=EXACT)


@few
@given(seeds)
def test_two_strata_by_hand(seed):
    """The textbook formula of a stratified mean, on two strata of known size."""
    rng = np.random.default_rng(seed)
    sizes, n = (400, 600), (8, 12)
    values = [rng.normal(k, 1 + k, m) for k, m in enumerate(n)]
    frame = pd.DataFrame(
        {
            "x": np.concatenate(values),
            "h": np.repeat([0, 1], n),
            "N": np.repeat(sizes, n),
        }
    )
    est = mean(Wave(frame, Design(stratum="h", fpc="N")), "x").frame.iloc[0]
    share = np.array(sizes) / 1000
    expected = sum(
        s**2 * (1 - m / size) * v.var(ddof=1) / m
        for s, size, m, v in zip(share, sizes, n, values, strict=True)
    )
    assert est["std_error"] ** 2 == pytest.approx(expected, rel=1e-12)
