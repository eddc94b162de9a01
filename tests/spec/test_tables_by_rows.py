"""Tables from sums against the same numbers from every row, one estimate at a time.

A share is the mean of a column of ones and zeros, whose variance is made of the rows' influences;
a table's is made of sums. The two share no formula beyond the design.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest

from padai.design import Design
from padai.estimation.moments import mean
from padai.estimation.proportions import proportion
from padai.estimation.sources import PlanSource, WaveSource
from padai.waves.stacking import stack
from padai.waves.wave import Wave
from padai.weighting import calibrate

N = 90
DESIGNS: dict[str, dict[str, Any]] = {
    "simple": {},
    "stratified": {"stratum": "h"},
    "census": {"stratum": "h", "fpc": "N"},
    "clusters": {"stratum": "h", "psu": "c"},
    "clusters with a correction": {"stratum": "h", "psu": "c", "fpc": "units"},
    "lonely, adjusted": {"stratum": "alone", "lonely_psu": "adjust"},
    "lonely, averaged": {"stratum": "alone", "lonely_psu": "average"},
    "lonely clusters": {"stratum": "far", "psu": "c", "lonely_psu": "adjust"},
    "lonely in a domain": {"stratum": "h", "psu": "c", "lonely_psu": "adjust",
                           "lonely_domain": True},
    "averaged in a domain": {"stratum": "h", "psu": "c", "lonely_psu": "average",
                             "lonely_domain": True},
    "single rows in a domain": {"stratum": "alone", "lonely_psu": "average",
                                "lonely_domain": True},
}  # fmt: skip
NETS: dict[str, Any] = {"high": [2, 3], "balance": {"codes": [2, 3], "minus": [1]}}
#: What each answer counts in the rows of a table.
SCORES = {
    "1": {1.0: 1.0},
    "3": {3.0: 1.0},
    "high": {2.0: 1.0, 3.0: 1.0},
    "balance": {1.0: -1.0, 2.0: 1.0, 3.0: 1.0},
}
NUMBERS = ["estimate", "std_error", "df", "deff", "n_base", "n_eff"]
CALIBRATED = {
    "design weights": None,
    "margins": {"sex": {"F": 55.0, "M": 45.0}, "age": {"0": 30.0, "1": 30.0, "2": 40.0}},
    "margins and a total": {"sex": {"F": 55.0, "M": 45.0}, "x": 1010.0},
    "some in no margin": {"sex": {"F": 55.0, "M": 45.0}, "part": {"a": 60.0, "b": 40.0}},
}


def people(seed: int = 5, first: int = 0) -> pd.DataFrame:
    rng = np.random.default_rng(seed)
    ids = np.arange(first, first + N)
    h = ids // 10 % 3
    q = rng.choice([1.0, 2, 3], N, p=[0.4, 0.35, 0.25])
    q[rng.random(N) < 0.1] = np.nan
    scores = {
        f"s{r}": np.where(np.isnan(q), np.nan, pd.Series(q).map(codes).fillna(0.0))
        for r, codes in SCORES.items()
    }
    rare = np.where(np.isin(ids % 60, [7, 8, 41]), "few", "none")
    return pd.DataFrame(
        {
            "id": ids,
            "w": rng.uniform(0.005, 0.02, N),
            "h": h,
            "N": 120.0,
            "c": ids // 5,
            "units": 40.0,
            "alone": np.where(ids == 30, 9, h),
            "far": np.where(ids // 5 == 6, 9, h),
            "q": q,
            "r": rng.choice([1.0, 2, 3, np.nan], N),
            "g": rng.choice(["a", "b", "c"], N),
            "rare": rare,
            "sex": rng.choice(["F", "M"], N),
            "age": rng.integers(0, 3, N),
            "x": rng.normal(10, 2, N),
            "part": rng.choice(["a", "b", "none"], N, p=[0.5, 0.4, 0.1]),
            **scores,
        }
    )


def wave(design: str, calibrated: str, seed: int = 5, first: int = 0) -> Wave:
    made = Wave(people(seed, first), Design(weight="w", id="id", **DESIGNS[design]), id=str(seed))
    targets = CALIBRATED[calibrated]
    if targets is None:
        return made
    out = {"part": ["none"]} if "part" in targets else {}
    method = "linear" if "x" in targets else "raking"
    return calibrate(made, targets, method=method, min_cell=1, untargeted=out)


@pytest.mark.parametrize("calibrated", CALIBRATED)
@pytest.mark.parametrize("design", DESIGNS)
def test_a_table_has_the_numbers_of_its_rows(design: str, calibrated: str) -> None:
    made = wave(design, calibrated)
    codes = proportion(made, "q", by=["g", "rare"]).frame
    nets = proportion(made, "q", by=["g", "rare"], net=NETS).frame
    for response, frame in (("1", codes), ("3", codes), ("high", nets), ("balance", nets)):
        wanted = mean(made, f"s{response}", by=["g", "rare"]).frame
        rows = frame[frame["response"] == response]
        assert rows["group"].tolist() == wanted["group"].tolist()
        for name in NUMBERS:
            assert rows[name].to_numpy(float) == pytest.approx(
                wanted[name].to_numpy(float), rel=1e-8, abs=1e-12, nan_ok=True
            ), (response, name)


@pytest.mark.parametrize("calibrated", CALIBRATED)
@pytest.mark.parametrize("design", [d for d in DESIGNS if "domain" not in d])
def test_waves_that_share_people_covary_as_their_rows_do(design: str, calibrated: str) -> None:
    both = stack(
        [wave(design, calibrated, 5), wave(design, calibrated, 6, first=30)], overlap="respondent"
    )
    for net in (None, NETS):
        found = proportion(both, ["q", "r"], by=["g", "rare"], net=net)
        half = len(found) // 2
        later, earlier = np.arange(half, 2 * half), np.arange(half)
        source = found._attached_source()
        assert isinstance(source, WaveSource)
        at_once, df = source.paired(later, earlier)
        one_by_one, their_df = source._paired_one_by_one(later, earlier)
        assert at_once == pytest.approx(one_by_one, rel=1e-8, abs=1e-14)
        assert (df == their_df).all()


@pytest.mark.parametrize("calibrated", CALIBRATED)
@pytest.mark.parametrize("design", [d for d in DESIGNS if "domain" not in d])
def test_groups_covary_as_their_rows_do(design: str, calibrated: str) -> None:
    found = proportion(wave(design, calibrated), "q", by=["g", "sex"])
    source = found._attached_source()
    assert isinstance(source, PlanSource)
    for breakdown in ("g", "sex"):
        rows = np.array(
            [found.rows(question="q", response=r, breakdown=breakdown) for r in ("1", "2", "3")]
        )
        one_by_one, at_once = WaveSource.among_groups(source, rows), source.among_groups(rows)
        apart = ~np.eye(rows.shape[1], dtype=bool)
        assert at_once.covariance[:, apart] == pytest.approx(
            one_by_one.covariance[:, apart], rel=1e-8, abs=1e-14
        )
        assert (at_once.df[:, apart] == one_by_one.df[:, apart]).all()


def test_a_wave_of_single_people_covaries_with_one_of_households() -> None:
    """One person of each unit in the first wave, three in the second."""
    one, two = people(5), people(6)
    waves = [
        Wave(one.assign(c=np.arange(N) // 3)[::3], Design(weight="w", psu="c"), id="5"),
        Wave(two.assign(c=np.arange(N) // 3), Design(weight="w", psu="c"), id="6"),
    ]
    for order in (waves, waves[::-1]):
        found = proportion(stack(order, overlap="psu"), ["q", "r"], by=["g", "rare"])
        half = len(found) // 2
        later, earlier = np.arange(half, 2 * half), np.arange(half)
        source = found._attached_source()
        assert isinstance(source, WaveSource)
        at_once, df = source.paired(later, earlier)
        one_by_one, their_df = source._paired_one_by_one(later, earlier)
        assert np.abs(one_by_one).max() > 0
        assert at_once == pytest.approx(one_by_one, rel=1e-8, abs=1e-14)
        assert (df == their_df).all()
