"""What a frame says and what `cov` says of the same estimates: one number, whatever the design."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest

import padai
from padai.design import Bootstrap, Design
from padai.results import Estimates
from padai.waves import Stack, Wave

HALF = {"0": 0.5, "1": 0.5}
REPLICATES = 12


def people(seed: int, first: int = 0) -> pd.DataFrame:
    """Sixty people; one alone in the group "one", one alone in the stratum "z" where asked."""
    draw = np.random.default_rng(seed)
    n = 60
    frame = pd.DataFrame(
        {
            "id": np.arange(first, first + n),
            "w": draw.gamma(2, 1, n) + 0.1,
            "h": np.arange(n) % 3,
            "c": np.arange(n) // 3 // 5,
            "home": np.arange(n) % 30 // 3,
            "lonely": np.where(np.arange(n) < 4, "z", "y"),
            "q": draw.integers(1, 4, n),
            "yes": np.where(draw.random(n) < 0.2, np.nan, draw.integers(0, 2, n)),
            "x": draw.normal(5, 2, n),
            "z": draw.uniform(1, 3, n),
            "a": draw.permutation(np.arange(n) % 2),
            "one": np.where(np.arange(n) == 7, "alone", "others"),
            "N": 40,
            "M": 50,
        }
    )
    frame["town"] = np.where(frame["lonely"] == "z", 99, np.arange(n) % 8)
    psu = frame["h"] * 4 + frame["c"]
    factors = draw.uniform(0.4, 1.6, (12, REPLICATES))
    for r in range(REPLICATES):
        frame[f"rw{r}"] = frame["w"] * factors[psu, r]
    return frame


DESIGNS = {
    "none": Design(weight="w", id="id"),
    "strata": Design(weight="w", stratum="h", id="id"),
    "clusters": Design(weight="w", stratum="h", psu="c", id="id"),
    "two stages": Design(weight="w", stratum="h", psu=("c", "home"), fpc=("N", "M"), id="id"),
    "lonely, adjust": Design(
        weight="w", stratum="lonely", psu="town", id="id", lonely_psu="adjust"
    ),
    "lonely, average": Design(
        weight="w", stratum="lonely", psu="town", id="id", lonely_psu="average"
    ),
    "lonely domain": Design(
        weight="w", stratum="h", psu="c", id="id", lonely_psu="adjust", lonely_domain=True
    ),
    "replicates": Design(weight="w", id="id", replicates=Bootstrap(prefix="rw")),
}
CHANGES: dict[str, Callable[[Wave], Wave]] = {
    "as drawn": lambda wave: wave,
    "raked": lambda wave: padai.rake(
        wave, {"a": HALF, "q": {"1": 0.3, "2": 0.3, "3": 0.4}}, min_cell=1
    ),
    "raked twice": lambda wave: padai.poststratify(
        padai.rake(wave, {"q": {"1": 0.3, "2": 0.3, "3": 0.4}}, min_cell=1), {"a": HALF}, min_cell=1
    ),
}
BY = ["a", "one", "a*one"]
VERBS: dict[str, Callable[[Wave | Stack], Estimates]] = {
    "proportion": lambda w: padai.proportion(w, ["q", "yes"], by=BY),
    "net": lambda w: padai.proportion(w, "q", net={"low": [1, 2]}, by=BY),
    "banner": lambda w: padai.banner(w, ["q", "yes"], by=BY),
    "mean": lambda w: padai.mean(w, ["x", "q"], by=BY),
    "total": lambda w: padai.total(w, ["x", "z"], by=BY),
    "total of codes": lambda w: padai.total(w, ["lonely"], by=BY),
    "ratio": lambda w: padai.ratio(w, "x", "z", by=BY),
    "quantile": lambda w: padai.quantile(w, "x", probs=[0.3, 0.5], by=["a"]),
}


def agree(est: Estimates) -> None:
    """Compare variances on the scale of what enters them: roots of zero are rounding."""
    frame = est.frame
    error = frame["std_error"].to_numpy()
    known = np.flatnonzero(np.isfinite(error))
    assert len(known) >= 2
    dense = np.diag(est.cov(known))
    assert error[known] ** 2 == pytest.approx(dense, rel=1e-9, abs=1e-18)


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("design", DESIGNS)
@pytest.mark.parametrize("verb", VERBS)
def test_frame_and_covariance_say_one_thing(verb: str, design: str, change: str) -> None:
    wave = CHANGES[change](Wave(people(3), DESIGNS[design]))
    agree(VERBS[verb](wave))


@pytest.mark.parametrize("overlap", ["none", "respondent", "psu"])
@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("design", DESIGNS)
def test_so_they_do_in_a_stack(design: str, change: str, overlap: str) -> None:
    if overlap == "psu" and not DESIGNS[design].psu_columns:
        return
    first = 100 if overlap == "none" else 0
    frames = [people(3), people(4, first)]
    if overlap != "none":  # who returns keeps psu and replicates
        kept = ["h", "c", "home", "lonely", "town"]
        frames[1][kept] = frames[0][kept]
        for r in range(REPLICATES):
            frames[1][f"rw{r}"] = frames[1]["w"] * frames[0][f"rw{r}"] / frames[0]["w"]
    waves = [
        CHANGES[change](Wave(frame, DESIGNS[design], id=str(k))) for k, frame in enumerate(frames)
    ]
    stacked = padai.stack(waves, overlap=overlap)
    for verb in ("proportion", "mean", "total", "ratio"):
        agree(VERBS[verb](stacked))


def test_a_domain_of_one_respondent_is_that_of_r() -> None:
    """R: ``svyby(~y, ~g, svydesign(~1, weights = ~w, data = d), svytotal)``: 281.6798 of itself."""
    frame = pd.DataFrame({"y": [6.56, 2, 3, 4], "g": list("abbb"), "w": [42.939, 10.0, 10.0, 10.0]})
    est = padai.total(Wave(frame, Design(weight="w")), "y", by="g")
    errors = est.frame["std_error"].to_numpy()
    assert errors[1:] == pytest.approx([281.67984, 34.1565025], rel=1e-7)
    assert np.sqrt(np.diag(est.cov())) == pytest.approx(errors, rel=1e-12)
    row = est.frame.iloc[1]
    assert row[["deff", "n_eff"]].isna().all()
    assert (row["flag"], row["reason"]) == ("d", "no_degrees_of_freedom")


@pytest.mark.parametrize("y", [0.1, 6.56, 1e6])
@pytest.mark.parametrize("w", [42.939, 0.3, 1e-3])
def test_one_respondent_has_no_design_effect(y: float, w: float) -> None:
    """Whatever is left of the spread by rounding, nobody can know the spread of one."""
    frame = pd.DataFrame({"y": [y, 2, 3, 4], "g": list("abbb"), "w": [w, 10.0, 11.0, 12.0]})
    wave = Wave(frame, Design(weight="w"))
    for est in (padai.total(wave, "y", by="g"), padai.mean(wave, "y", by="g")):
        row = est.frame.iloc[1]
        assert row["n_base"] == 1
        assert row[["deff", "n_eff"]].isna().all()
        agree(est)
    assert padai.total(wave, "y", by="g").frame["std_error"].iloc[1] == pytest.approx(w * y)


def test_equal_values_have_no_design_effect() -> None:
    """The spread of equal numbers is zero, not what rounding leaves of it (as R: Inf or NaN)."""
    frame = pd.DataFrame(
        {"y": [0.1] * 3 + [4.0, 5, 6], "g": list("aaabbb"), "w": [42.939, 10.1, 10.7, 10, 3, 2]}
    )
    row = padai.total(Wave(frame, Design(weight="w")), "y", by="g").frame.iloc[1]
    assert row["std_error"] > 1
    assert row[["deff", "n_eff"]].isna().all()
