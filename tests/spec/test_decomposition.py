"""A change in parts: by hand, against the difference itself, and against replicates."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pandas as pd
import pytest

import padai
from padai.design import Design
from padai.errors import ComparisonError, EstimationError
from padai.numerics.decomposition import GroupedRows, cells_of, kitagawa, kitagawa_influence
from padai.trends.decomposition import decompose
from padai.waves import Wave, stack

# Earlier: 4 young (1 yes), 4 old (3 yes). Later: 2 young (1 yes), 6 old (6 yes).
EARLIER = [("young", 1)] + [("young", 0)] * 3 + [("old", 1)] * 3 + [("old", 0)]
LATER = [("young", 1), ("young", 0)] + [("old", 1)] * 6


def wave(name: str, people: list[tuple[str | None, float]], first: int = 0) -> Wave:
    frame = pd.DataFrame(people, columns=["age", "q"])
    frame["who"] = np.arange(first, first + len(frame))
    return Wave(frame, Design(id="who"), id=name)


def pair() -> padai.Stack:
    return stack([wave("1", EARLIER), wave("2", LATER, 100)], overlap="none")


def part(frame: pd.DataFrame, component: str, group: str = "total") -> pd.Series:
    hit = frame[(frame["component"] == component) & (frame["group"] == group)]
    assert len(hit) == 1
    return hit.iloc[0]


def test_by_hand() -> None:
    frame = decompose(pair(), "q", net="1", by="age", later="2", earlier="1").frame
    young, old = (part(frame, "composition", g)["estimate"] for g in ("young", "old"))
    assert young == pytest.approx((0.25 - 0.5) * (0.5 + 0.25) / 2)
    assert old == pytest.approx((0.75 - 0.5) * (1 + 0.75) / 2)
    within = [part(frame, "within", g)["estimate"] for g in ("young", "old")]
    assert within == pytest.approx([0.25 * 0.375, 0.25 * 0.625])
    assert part(frame, "composition")["estimate"] == pytest.approx(0.125)
    assert part(frame, "within")["estimate"] == pytest.approx(0.25)
    assert part(frame, "change")["estimate"] == pytest.approx(7 / 8 - 4 / 8)
    row = part(frame, "within", "old")
    assert (row["rate"], row["rate_reference"], row["share"]) == (1.0, 0.75, 0.75)
    assert row["n_base"] == 4


def test_the_standard_error_by_hand() -> None:
    """Composition: each person's influence written out, then the variance of their sum."""
    frame = decompose(pair(), "q", net="1", by="age", later="2", earlier="1").frame
    rbar = {"young": 0.375, "old": 0.875}
    later, earlier = (
        {"young": (0.25, 0.5), "old": (0.75, 1.0)},
        {"young": (0.5, 0.25), "old": (0.5, 0.75)},
    )
    variance = 0.0
    for people, own, sign in ((LATER, later, 1), (EARLIER, earlier, -1)):
        mean = sum(own[g][0] * rbar[g] for g in rbar)
        scores = []
        for g, y in people:
            share, rate = own[g]
            moved = later[g][0] - earlier[g][0]
            scores.append(sign * (rbar[g] - mean) / 8 + moved / 2 * (y - rate) / (8 * share))
        variance += 8 / 7 * float(np.sum((np.array(scores) - np.mean(scores)) ** 2))
    assert part(frame, "composition")["std_error"] == pytest.approx(math.sqrt(variance), rel=1e-12)


def survey_waves(n: int = 300, *, missing: bool = True, overlap: str = "none") -> list[Wave]:
    draw = np.random.default_rng(3)
    waves = []
    for k, name in enumerate(("2024", "2025")):
        age = draw.choice(["a", "b", "c"], n, p=[0.3, 0.4, 0.3] if k else [0.4, 0.4, 0.2])
        chance = {"a": 0.3, "b": 0.5, "c": 0.6}
        frame = pd.DataFrame(
            {
                "who": np.arange(n) + (k * n // 2 if overlap == "respondent" else k * n),
                "w": draw.uniform(0.5, 2.0, n),
                "age": pd.Series(age).mask(draw.random(n) < 0.05 if missing else np.zeros(n, bool)),
                "sex": draw.choice(["F", "M"], n),
                "q": [float(draw.random() < chance[a] + 0.05 * k) for a in age],
            }
        )
        waves.append(Wave(frame, Design(weight="w", id="who"), id=name))
    return waves


RAKED = {"sex": {"F": 0.5, "M": 0.5}}


@pytest.mark.parametrize("overlap", ["none", "respondent"])
@pytest.mark.parametrize("raked", [False, True])
def test_parts_add_up_and_the_change_is_the_difference(overlap: str, raked: bool) -> None:
    waves = survey_waves(overlap=overlap)
    both = stack([padai.rake(w, RAKED) for w in waves] if raked else waves, overlap=overlap)  # type: ignore[arg-type]
    found = decompose(both, "q", net="1", by="age")
    frame = found.frame
    whole = part(frame, "change")
    sums = [part(frame, c)["estimate"] for c in ("composition", "within", "unclassified")]
    assert sum(sums) == pytest.approx(whole["estimate"], abs=1e-12)
    groups = frame[frame["group"] != "total"]
    for component, total in zip(("composition", "within"), sums, strict=False):
        own = groups.loc[groups["component"] == component, "estimate"]
        assert own.sum() == pytest.approx(total, abs=1e-12)
    difference = padai.difference(padai.trend(both, "q", net="1"), "2025", "2024").frame.iloc[0]
    for name in ("estimate", "std_error", "df", "p_value"):
        assert whole[name] == pytest.approx(difference[name], rel=1e-10)
    parts = np.ones(3) @ found.covariance[1:4, 1:4] @ np.ones(3)
    assert math.sqrt(parts) == pytest.approx(whole["std_error"], rel=1e-9)


@pytest.mark.parametrize("raked", [False, True])
def test_linearisation_agrees_with_the_jackknife(raked: bool) -> None:
    waves = survey_waves(600)
    linear = [padai.rake(w, RAKED) if raked else w for w in waves]
    jackknife = [padai.replicate_weights(w, "jk1") for w in waves]
    jackknife = [padai.rake(w, RAKED) if raked else w for w in jackknife]
    one, other = (
        decompose(stack(w, overlap="none"), "q", net="1", by="age").frame
        for w in (linear, jackknife)
    )
    assert one["estimate"].to_numpy() == pytest.approx(other["estimate"].to_numpy(), rel=1e-12)
    assert one["std_error"].to_numpy() == pytest.approx(other["std_error"].to_numpy(), rel=0.02)


def test_the_influence_is_the_derivative_in_each_weight() -> None:
    draw = np.random.default_rng(5)
    rows = GroupedRows(draw.random(40), draw.integers(-1, 2, 40), draw.integers(-1, 3, 40), 3)
    rows = GroupedRows(np.where(rows.side < 0, 0.0, rows.y), rows.side, rows.group, 3)
    w, step = draw.uniform(0.5, 2, 40), 1e-5
    shifted = [w[:, None] + sign * step * np.eye(40) for sign in (1, -1)]
    up, down = (kitagawa(cells_of(rows, x)) for x in shifted)
    assert kitagawa_influence(rows, w) == pytest.approx((up - down) / (2 * step), abs=1e-9)


def test_shares_that_raking_fixes_have_no_sampling_error() -> None:
    targets = {"age": {"a": 0.3, "b": 0.4, "c": 0.3}}
    waves = survey_waves(missing=False)
    frame = decompose(
        stack([padai.rake(w, targets) for w in waves], overlap="none"), "q", net="1", by="age"
    ).frame
    row = part(frame, "composition")
    assert row["reason"] == "shares_fixed"
    assert row["estimate"] == pytest.approx(0, abs=1e-12)
    assert row["std_error"] == 0
    within = part(frame, "within")
    assert within["std_error"] == pytest.approx(part(frame, "change")["std_error"], rel=1e-9)
    free = decompose(stack(waves, overlap="none"), "q", net="1", by="age").frame
    assert part(free, "composition")["std_error"] > 0.001
    assert part(free, "composition")["reason"] == ""


def test_nonresponse_frees_the_shares_that_raking_fixes() -> None:
    targets = {"age": {"a": 0.3, "b": 0.4, "c": 0.3}}
    waves = []
    for w in survey_waves(missing=False):
        asked = w.frame
        asked.loc[asked.index % 10 == 0, "q"] = np.nan
        waves.append(padai.rake(Wave(asked, w.design, id=w.id), targets))
    row = part(decompose(stack(waves, overlap="none"), "q", net="1", by="age").frame, "composition")
    assert row["reason"] == "shares_fixed_but_for_nonresponse"
    assert row["std_error"] > 0


def test_new_targets_fix_the_shares_and_leave_the_error_of_rates() -> None:
    waves = survey_waves(missing=False)
    targets = [{"age": {"a": a, "b": 0.4, "c": 0.6 - a}} for a in (0.35, 0.3)]
    raked = [padai.rake(w, t) for w, t in zip(waves, targets, strict=True)]
    row = part(decompose(stack(raked, overlap="none"), "q", net="1", by="age").frame, "composition")
    assert row["reason"] == "shares_fixed"
    assert 0 < row["std_error"] < 0.005


def test_a_group_that_a_wave_lacks_is_named() -> None:
    later = [("young", 1.0)] * 4 + [("old", 0.0)] * 3 + [("older", 1.0)]
    both = stack([wave("1", EARLIER), wave("2", later, 100)], overlap="none")
    with pytest.raises(EstimationError, match=r"Wave '1'.*'older'.*Merge"):
        decompose(both, "q", net="1", by="age")


def test_waves_that_are_not_there() -> None:
    with pytest.raises(ComparisonError, match="not in the stack"):
        decompose(pair(), "q", net="1", by="age", later="3", earlier="1")
    with pytest.raises(ComparisonError, match="itself"):
        decompose(pair(), "q", net="1", by="age", later="2", earlier="2")
    with pytest.raises(ComparisonError, match="two waves"):
        decompose(wave("1", EARLIER), "q", net="1", by="age")


def test_the_parts_of_a_change_told_two_withheld_groups_in_both_waves() -> None:
    """Why a change of which a group is confidential is not divided: its sizes are public."""
    rng = np.random.default_rng(13)
    size = rng.integers(40, 120, (2, 4))
    said = np.stack(
        [[rng.integers(1, 5), rng.integers(5, 12), *rng.integers(8, 30, 2)] for _ in "12"]
    )
    waves = [
        wave(
            str(t + 1),
            [(f"g{g}", float(k < said[t, g])) for g in range(4) for k in range(size[t, g])],
            1000 * t,
        )
        for t in range(2)
    ]
    frame = decompose(stack(waves, overlap="none"), "q", net="mean", by="age").frame
    printed = frame.loc[frame["group"] == "total", "estimate"].round(3).tolist()
    share = size / size.sum(axis=1, keepdims=True)
    agree = []
    both = said[:, 0] + said[:, 1]  # each total, less the groups that are shown
    for first, second in itertools.product(*(range(n + 1) for n in both)):
        made = said.copy()
        made[:, 0] = first, second
        made[:, 1] = both - made[:, 0]
        mean = made / size
        parts = (
            ((share[1] - share[0]) * mean.mean(0)).sum(),
            ((mean[1] - mean[0]) * share.mean(0)).sum(),
        )
        if [round(float(part), 3) for part in parts] == printed[1:]:
            agree.append([first, second])
    assert agree == [said[:, 0].tolist()]
