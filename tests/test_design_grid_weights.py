"""The verbs that make weights, under every kind of design; and what weighs with other weights.

A respondent's weight is a function of everybody's design weights. Where the design is linearised,
the regression on what was fixed is taken out; where it has replicates, each goes through the verb's
own arithmetic again, written here by plain loops.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import padai
from padai.design import Bootstrap, Design, JackknifeN, Replicates
from padai.errors import ComparisonError, DesignError
from padai.numerics.reliability import alpha, eigenvalue_ratio, one_factor, weighted_covariance
from padai.waves import Wave
from tests.design_grid import (
    COUNT,
    KINDS,
    MARGINS,
    PSUS,
    STRATA,
    Kind,
    between,
    degrees,
    people,
    raked,
    replicate_weights_of,
    world,
)

TRIED = {
    "rake", "poststratify", "calibrate", "trim", "adjust_nonresponse", "replicate_weights",
    "write_wave", "reliability", "paired_change", "turnover",
}  # fmt: skip
SEXES = {"F": 30.0, "M": 25.0}
Again = Callable[[np.ndarray], np.ndarray]


def scaled_to(w: np.ndarray, codes: pd.Series, totals: dict[str, float]) -> np.ndarray:
    out = w.copy()
    for code, total in totals.items():
        inside = (codes.astype(str) == code).to_numpy()
        out[inside] *= total / w[inside].sum()
    return out


def linearly(w: np.ndarray) -> np.ndarray:
    """Generalised regression: ``w (1 + x'lambda)`` that meets the totals of sex and of z."""
    frame = people(0)
    X = np.column_stack([frame["sex"] == "F", frame["sex"] == "M", frame["z"]]).astype(float)
    totals = np.array([*SEXES.values(), 112.0])
    scaled = w * (sum(SEXES.values()) / w.sum())
    gap = totals - scaled @ X
    solved = np.linalg.solve((X * scaled[:, None]).T @ X, gap)
    return scaled * (1 + X @ solved)


def cut(w: np.ndarray) -> np.ndarray:
    """Down to the limit, the excess shared among the others, once."""
    over = w > 1.6
    out = np.where(over, 1.6, w)
    out[~over] += (w.sum() - out.sum()) / (~over).sum()
    return out


def responded() -> np.ndarray:
    return (np.arange(len(people(0))) % 6 > 0).astype(int)


def shared_out(w: np.ndarray) -> np.ndarray:
    """The weight of those who did not respond, to those of the same sex who did."""
    frame, answered, out = people(0), responded() == 1, w.copy()
    for code in ("F", "M"):
        inside = (frame["sex"] == code).to_numpy()
        out[inside] *= w[inside].sum() / w[inside & answered].sum()
    return out[answered]


VERBS: dict[str, tuple[Callable[[Wave], Wave], Again]] = {
    "rake": (lambda w: padai.rake(w, MARGINS, min_cell=1), lambda w: raked(w, people(0))),
    "poststratify": (
        lambda w: padai.poststratify(w, {"sex": SEXES}, min_cell=1),
        lambda w: scaled_to(w, people(0)["sex"], SEXES),
    ),
    "calibrate": (lambda w: padai.calibrate(w, {"sex": SEXES, "z": 112.0}, min_cell=1), linearly),
    "trim": (lambda w: padai.trim(w, upper=1.6), cut),
    "adjust_nonresponse": (
        lambda w: padai.adjust_nonresponse(w, "answered", cells="sex"), shared_out,
    ),
}  # fmt: skip
FIXED = {
    "rake": ["sex", "age"], "poststratify": ["sex"], "calibrate": ["sex", "z"],
    "trim": [], "adjust_nonresponse": [],
}  # fmt: skip


def drawn(kind: str) -> Wave:
    """A wave that nobody has weighted yet; response is known of all."""
    made = KINDS[kind]
    weight = "d"
    design = Design(
        weight=weight,
        stratum=made.stratum,
        psu=made.psu,
        fpc=made.fpc,
        id="id",
        replicates=Bootstrap(prefix="drw") if made.replicated else None,
    )
    return Wave(people(0).assign(answered=responded()), design, id="2024")


BARE = [name for name, kind in KINDS.items() if not kind.raked]


@pytest.mark.parametrize("kind", BARE)
@pytest.mark.parametrize("verb", VERBS)
def test_what_weights_were_made_of_is_in_the_standard_error(verb: str, kind: str) -> None:
    apply, again = VERBS[verb]
    done = apply(drawn(kind))
    kept = responded() == 1 if verb == "adjust_nonresponse" else np.ones(len(people(0)), bool)
    d, x = people(0)["d"].to_numpy(), people(0)["x"].to_numpy()[kept]
    final = again(d)
    assert np.asarray(done.weights) == pytest.approx(final, rel=1e-9)
    row = padai.mean(done, "x").frame.iloc[0]
    assert row["estimate"] == pytest.approx(np.average(x, weights=final), rel=1e-9)
    if KINDS[kind].replicated:
        every = [again(people(0)[f"drw{r}"].to_numpy()) for r in range(COUNT)]
        if verb == "trim":  # a trimming counts as a fixed factor
            every = [people(0)[f"drw{r}"].to_numpy() * final / d for r in range(COUNT)]
        means = [np.average(x, weights=w) for w in every]
        assert row["std_error"] == pytest.approx(np.std(means, ddof=1), rel=1e-8)
        assert row["df"] == degrees("replicates")
        return
    u = np.zeros(len(people(0)))
    u[kept] = (x - np.average(x, weights=final)) / final.sum()
    z = np.zeros(len(u))
    z[kept] = final * left_of(u, d, FIXED[verb])[kept]
    assert row["std_error"] == pytest.approx(
        np.sqrt(between(z[:, None], people(0), KINDS[kind])[0, 0]), rel=1e-9
    )


def left_of(u: np.ndarray, d: np.ndarray, fixed: list[str]) -> np.ndarray:
    """The residual of a regression, weighted by the design, on what the weighting fixed."""
    if not fixed:
        return u
    frame, columns = people(0), []
    for name in fixed:
        if name == "z":
            columns.append(frame["z"].to_numpy())
        else:
            columns += [(frame[name].astype(str) == c).to_numpy(float) for c in MARGINS[name]]
    X, root = np.column_stack(columns), np.sqrt(d)
    return u - X @ np.linalg.lstsq(root[:, None] * X, root * u, rcond=None)[0]


@pytest.mark.parametrize("raking", [False, True])
def test_replicates_that_are_made_are_the_jackknife_of_the_psus(raking: bool) -> None:
    """One town after another left out, its stratum weighted up, raked again."""
    wave = world("raked" if raking else "clusters").one
    made = padai.replicate_weights(wave, "jkn")
    frame = people(0)
    base, x = frame["d" if raking else "w"].to_numpy(), frame["x"].to_numpy()
    means = []
    for town in frame["town"].unique():
        own = (frame["h"] == frame.loc[frame["town"] == town, "h"].iloc[0]).to_numpy()
        w = base * np.where(own, PSUS / (PSUS - 1), 1.0)
        w[(frame["town"] == town).to_numpy()] = 0.0
        if raking:
            w = _raked_to(w, base.sum())
        means.append(np.average(x, weights=w))
    spread = (PSUS - 1) / PSUS * ((np.array(means) - np.mean(means)) ** 2).sum()
    row = padai.mean(made, "x").frame.iloc[0]
    assert row["std_error"] == pytest.approx(np.sqrt(spread), rel=1e-8)
    assert row["df"] == STRATA * (PSUS - 1)


def _raked_to(w: np.ndarray, total: float) -> np.ndarray:
    inside = w > 0
    out = np.zeros(len(w))
    out[inside] = raked(w[inside] * total / w.sum(), people(0)[inside])
    return out


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_that_is_written_brings_its_weights_and_replicates(
    kind: str, tmp_path: Path
) -> None:
    """Read again with the columns it names, it says what the wave said."""
    wave = world(kind).one
    path = padai.write_wave(wave, tmp_path / "wave.csv")
    read = pd.read_csv(path)
    made, given = KINDS[kind], wave.sample.replicates
    again = None
    if given is not None:
        again = Replicates(prefix="padai_replicate", scale=given.scale, rscales=given.rscales)
    design = Design(
        weight="padai_weight",
        stratum=made.stratum,
        psu=made.psu,
        fpc=made.fpc,
        id="id",
        replicates=again,
    )
    one, other = (padai.mean(w, ["x", "z"]).frame for w in (wave, Wave(read, design)))
    assert one["estimate"].to_numpy() == pytest.approx(other["estimate"].to_numpy(), rel=1e-12)
    if made.replicated or not made.raked:  # of a linearised wave the file cannot say it was raked
        assert one["std_error"].to_numpy() == pytest.approx(other["std_error"].to_numpy(), rel=1e-9)


# --- the people of a panel ------------------------------------------------------------------------


def longitudinal(kind: Kind) -> tuple[float, float]:
    """The mean change by the longitudinal weight of the later file, and its standard error."""
    one, two = people(0), people(1)
    known = two["lw"].notna().to_numpy()
    change, lw = (two["x"] - one["x"]).to_numpy(), two["lw"].fillna(0).to_numpy()
    mean = float(lw[known] @ change[known] / lw.sum())
    if kind.replicated:
        sets = [two[f"lrw{r}"].fillna(0).to_numpy() for r in range(COUNT)]
        return mean, float(np.std([w @ change / w.sum() for w in sets], ddof=1))
    z = np.where(known, lw * (change - mean) / lw.sum(), 0.0)
    return mean, float(np.sqrt(between(z[:, None], one, kind)[0, 0]))


@pytest.mark.parametrize("kind", KINDS)
def test_a_longitudinal_weight_keeps_the_design_or_is_refused(kind: str) -> None:
    w = world(kind, "respondent")
    options: dict[str, object] = {"weight": "lw"}
    if KINDS[kind].replicated:
        with pytest.raises(ComparisonError, match="replicates"):
            padai.paired_change(w.one, w.two, "x", net="mean", weight="lw")
        with pytest.raises(ComparisonError, match="replicates"):
            padai.turnover(w.one, w.two, "yes", weight="lw")
        options["replicates"] = Bootstrap(prefix="lrw")
    row = padai.paired_change(w.one, w.two, "x", net="mean", **options).frame.iloc[0]
    assert (row["estimate"], row["std_error"]) == pytest.approx(longitudinal(KINDS[kind]), rel=1e-9)
    found = padai.turnover(w.one, w.two, "yes", **options)
    assert found.provenance["weight"] == "lw"
    if KINDS[kind].replicated:
        assert row["df"] == degrees("replicates")
        assert found.frame["df"].max() == degrees("replicates")


# --- reliability, which draws a bootstrap where the design has no replicates ----------------------


@pytest.mark.parametrize("kind", KINDS)
def test_reliability_is_the_loop_over_replicates(kind: str) -> None:
    """The design's own, or those that padai draws of its psus: `replicate_weights`."""
    items, ranges = ["i1", "i2", "i3"], {name: (1.0, 5.0) for name in ("i1", "i2", "i3")}
    wave, made = world(kind).one, KINDS[kind]
    if made.fpc:
        with pytest.raises(DesignError, match="fpc='ignore'"):
            padai.reliability(wave, items, ranges=ranges, n=8)
        return
    found = padai.reliability(wave, items, ranges=ranges, n=8, seed=5).frame
    if made.replicated:
        every = replicate_weights_of(0, made)
    else:
        drawn_ = padai.replicate_weights(wave, "raowu", n=8, seed=5).sample
        assert drawn_.replicates is not None
        every = list(drawn_.replicates.analysis(drawn_.weights).T)
        for w in every:  # whole towns are drawn, and those of a stratum alike
            if made.psu and not made.raked:
                factors = pd.Series(w / people(0)["w"].to_numpy()).groupby(people(0)["town"])
                assert factors.std().max() < 1e-12
    x = (people(0)[items].to_numpy() - 1) / 4
    values = []
    for w in every:
        S = weighted_covariance(x, w)
        values.append([alpha(S), one_factor(S).omega, eigenvalue_ratio(S)])
    assert found["std_error"].to_numpy() == pytest.approx(np.std(values, axis=0, ddof=1), rel=1e-5)
    assert (found["df"] == degrees(kind)).all()


def test_jackknife_replicates_of_a_file_keep_their_rscales() -> None:
    """Written and read again, as replicates of another kind, they give the same variance."""
    made = padai.replicate_weights(world("clusters").one, "jkn")
    given = made.sample.replicates
    assert given is not None
    columns = pd.DataFrame(
        given.analysis(np.asarray(made.weights)), columns=[f"j{r}" for r in range(given.count)]
    )
    file = Wave(
        people(0).join(columns),
        Design(weight="w", id="id", replicates=JackknifeN(prefix="j", rscales=given.rscales)),
    )
    one, other = (padai.mean(w, "x").frame.iloc[0] for w in (made, file))
    assert one["std_error"] == pytest.approx(other["std_error"], rel=1e-10)
    assert one["df"] == other["df"] == STRATA * (PSUS - 1)
