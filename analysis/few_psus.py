"""What trends, the smoother, reliability and plans get wrong where psus are few.

A share asked in the same psus, or in psus drawn anew, wave after wave. Each option of one question
is a run; everything goes through the public verbs.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

import padai
from padai.errors import ComparisonError
from padai.numerics.intervals import two_sided_p
from padai.numerics.max_t import max_t_p
from padai.numerics.slopes import Fit, fitted_bends

Numbers = NDArray[np.float64]
PSUS = (14, 25, 40, 80)
EACH = 12
"""Interviews in a psu."""
ICC, STAYS = 0.08, 0.7
"""Of the latent answer: what a psu shares, and the part of it that stays from wave to wave."""
LONG, SHORT = 9, 5
"""Waves of a series of slopes; those of waves drawn anew."""
SMOOTHED = 8
REFUSED = math.nan


@dataclass(frozen=True)
class Row:
    """One line: for each number of psus a rate in percent and its Monte Carlo error, or neither."""

    scenario: str
    what: str
    runs: int
    asked: str
    rates: tuple[tuple[float, float], ...]
    low: float
    high: float

    @property
    def met(self) -> bool:
        """Whether every rate is within what is asked, two Monte Carlo errors aside."""
        return all(
            math.isnan(rate) or self.low - 2 * error <= rate <= self.high + 2 * error
            for rate, error in self.rates
        )


def series(
    rng: np.random.Generator, psus: int, truth: Numbers, again: bool, each: int = EACH
) -> padai.Stack:
    """Waves of shares `truth`, shape (waves, runs), in the same psus or in psus drawn anew."""
    waves, runs = truth.shape
    lasting = rng.standard_normal((psus, runs))
    made = []
    for k in range(waves):
        fresh = rng.standard_normal((psus, runs))
        place = math.sqrt(STAYS) * lasting + math.sqrt(1 - STAYS) * fresh if again else fresh
        said = answers(rng, truth[k], place, each)
        made.append(waved(str(k), said, psus, 0 if again else k * psus))
    return padai.stack(made, overlap="psu" if again else "none")


def answers(rng: np.random.Generator, share: Numbers, place: Numbers, each: int) -> Numbers:
    """Answers of each psu's people, shape (people, runs)."""
    from scipy import special

    shape = (len(place), each, place.shape[1])
    own = rng.standard_normal(shape, dtype=np.float32)
    latent = math.sqrt(ICC) * place[:, None, :] + math.sqrt(1 - ICC) * own
    return (latent < special.ndtri(share)).reshape(-1, place.shape[1])


def waved(name: str, said: Numbers, psus: int, first: int) -> padai.Wave:
    frame = pd.DataFrame(said.astype(np.int8), columns=[f"y{j}" for j in range(said.shape[1])])
    frame["psu"] = first + np.repeat(np.arange(psus), len(said) // psus)
    return padai.Wave(frame, padai.Design(psu="psu", nest=False), id=name)


def shares(waves: padai.Stack) -> padai.Estimates:
    return padai.proportion(waves, {"run": [n for n in waves.waves[0].frame if n != "psu"]})


def rate(hits: NDArray[np.bool_]) -> tuple[float, float]:
    """Return a rate of runs (or of a mean over each run) and its Monte Carlo error, in percent."""
    each = np.asarray(hits, float)
    return 100 * float(each.mean()), 100 * float(each.std()) / math.sqrt(len(each))


def streams(rng: np.random.Generator) -> Iterator[tuple[int, np.random.Generator]]:
    """Yield each number of psus with random numbers of its own."""
    return zip(PSUS, rng.spawn(len(PSUS)), strict=True)


def years(waves: int) -> dict[str, float]:
    return {str(k): float(k) for k in range(waves)}


SERIES = (
    (True, LONG, f"{LONG} waves in the same psus, nothing changed"),
    (False, SHORT, f"{SHORT} waves each in psus of its own, nothing changed"),
)
FITS: tuple[Fit, ...] = ("ols", "gls")


def trends(rng: np.random.Generator, runs: int) -> Iterator[Row]:
    """Slopes, and joint tests, of a share that never changes."""
    for again, waves, name in SERIES:
        found = [shares(series(rng, a, np.full((waves, runs), 0.4), again)) for a in PSUS]
        for fit in FITS:
            told = [slopes(each, fit, waves) for each in found]
            rejects, covers = (tuple(each[k] for each in told) for k in (0, 1))
            yield Row(f"{name}, slope `{fit}`", "rejects at 5%", runs, "≤ 7", rejects, 0, 7)
            yield Row(
                f"{name}, slope `{fit}`", "95% interval covers", runs, "93 to 97", covers, 93, 97
            )
        rates = tuple(joint(each, waves) for each in found)
        yield Row(f"{name}, `joint_test`", "rejects at 5%", runs, "≤ 7", rates, 0, 7)


def changes_of_pace(rng: np.random.Generator, runs: int) -> Iterator[Row]:
    """Bends of a share that never changes: each costs an integral."""
    for again, waves, name in SERIES:
        found = [shares(series(rng, a, np.full((waves, runs), 0.4), again)) for a in PSUS]
        for fit in FITS:
            rates = tuple(bends(each, fit, waves) for each in found)
            yield Row(f"{name}, `bend_test`, `{fit}`", "tells of a bend", runs, "≤ 7", rates, 0, 7)


def bends_of_totals(rng: np.random.Generator, runs: int) -> Iterator[Row]:
    """The same test where totals of psus are normal, in arrays: many more runs."""
    for again, waves, name in SERIES:
        for fit in FITS:
            rates = tuple(
                of_totals(own, psus, waves, again, fit, runs) for psus, own in streams(rng)
            )
            yield Row(
                f"{name}, `bend_test`, `{fit}`, totals of psus normal",
                "tells of a bend",
                runs,
                "≤ 7",
                rates,
                0,
                7,
            )


def of_totals(
    rng: np.random.Generator, psus: int, waves: int, again: bool, fit: Fit, runs: int
) -> tuple[float, float]:
    within = (1 - ICC) / EACH
    lasting = ICC * STAYS if again else 0.0
    root = np.linalg.cholesky(lasting + (ICC - lasting + within) * np.eye(waves))
    times, hits = np.arange(float(waves)), []
    for _ in range(runs):
        seen = rng.standard_normal((psus, waves)) @ root.T
        covariance = np.cov(seen.T) / psus
        df = psus - 1.0
        if not again:
            covariance, df = np.diag(np.diag(covariance)), waves * df
        found = fitted_bends(times, seen.mean(axis=0), covariance, df, fit)
        statistic = found.estimate / np.sqrt(np.diag(found.covariance))
        alone = two_sided_p(statistic, np.full(len(statistic), found.df)).min()
        # The adjusted p lies between these two: the integral is for those that it decides.
        told = len(statistic) * alone < 0.05
        if alone < 0.05 and not told:
            told = max_t_p(statistic, found.covariance, found.df).min() < 0.05
        hits.append(told)
    return rate(np.array(hits))


def slopes(found: padai.Estimates, fit: Fit, waves: int) -> tuple[tuple[float, float], ...]:
    try:
        frame = padai.slope(found, fit=fit, times=years(waves)).frame
    except ComparisonError:
        return (REFUSED, REFUSED), (REFUSED, REFUSED)
    covers = (frame["conf_low"] <= 0) & (frame["conf_high"] >= 0)
    return rate(frame["p_value"] < 0.05), rate(covers)


def bends(found: padai.Estimates, fit: Fit, waves: int) -> tuple[float, float]:
    try:
        frame = padai.bend_test(found, fit=fit, times=years(waves)).frame
    except ComparisonError:
        return REFUSED, REFUSED
    return rate(frame.groupby("response", observed=True)["bend"].any())


def joint(found: padai.Estimates, waves: int) -> tuple[float, float]:
    return rate(padai.joint_test(found, times=years(waves)).frame["p_value"] < 0.05)


def bands(rng: np.random.Generator, runs: int) -> Iterator[Row]:
    """Bands of the smoother, averaged over waves; the level wanders by its error a year, or not."""
    for again in (True, False):
        where = "in the same psus" if again else "each in psus of its own"
        for wander, low in ((1.0, 93.0), (0.0, 93.0)):
            rates = tuple(covered(own, psus, runs, wander, again) for psus, own in streams(rng))
            moves = "a level that wanders by its SE a year" if wander else "a level that stays"
            asked, high = ("93 to 97", 97.0) if wander else ("≥ 93", 100.0)
            name = f"{SMOOTHED} waves {where}, {moves}, `smooth`"
            yield Row(name, "95% band covers", runs, asked, rates, low, high)


def covered(
    rng: np.random.Generator, psus: int, runs: int, wander: float, again: bool
) -> tuple[float, float]:
    error = math.sqrt(0.24 * (1 + (EACH - 1) * 0.05) / (psus * EACH))
    steps = wander * error * rng.standard_normal((SMOOTHED - 1, runs))
    truth = 0.45 + np.concatenate([np.zeros((1, runs)), np.cumsum(steps, axis=0)])
    truth = np.clip(truth, 0.02, 0.98)
    waves = shares(series(rng, psus, truth, again))
    try:
        found = padai.smooth(waves, times=years(SMOOTHED)).frame
    except ComparisonError:
        return REFUSED, REFUSED
    low, high = (
        found[name].to_numpy().reshape(runs, SMOOTHED).T for name in ("conf_low", "conf_high")
    )
    return rate(((low <= truth) & (truth <= high)).mean(axis=0))


def plans(rng: np.random.Generator, runs: int) -> Iterator[Row]:
    """What is found at the smallest rise and margin planned, with twice the interviews.

    What is promised is power, at least: of few psus, whose design effect is hardly known, more.
    """
    for again in (True, False):
        where = "that return" if again else "drawn anew"
        told = [planned(own, psus, runs, again) for psus, own in streams(rng)]
        name = f"twice the interviews in as many psus {where}"
        for place, what in enumerate(("shows the smallest rise", "shows stability")):
            rates = tuple(each[place] for each in told)
            yield Row(name, f"{what} of `padai plan` (80)", runs, "≥ 77", rates, 77, 100)


def planned(
    rng: np.random.Generator, psus: int, runs: int, again: bool
) -> tuple[tuple[float, float], ...]:
    """Plan from two waves, then field the third, with and without the change."""
    lasting = rng.standard_normal((psus, runs))

    def field(name: str, share: Numbers, each: int) -> padai.Wave:
        fresh = rng.standard_normal((psus, runs))
        place = math.sqrt(STAYS) * lasting + math.sqrt(1 - STAYS) * fresh if again else fresh
        first = 0 if again else int(name) * psus
        return waved(name, answers(rng, share, place, each), psus, first)

    overlap, half = "psu" if again else "none", np.full(runs, 0.5)
    before, last = field("0", half, EACH), field("1", half, EACH)
    plan = padai.plan(shares(padai.stack([before, last], overlap=overlap)), n=2 * psus * EACH).frame
    rise, margin = plan["smallest_rise"].to_numpy(), plan["smallest_margin"].to_numpy()
    told = []
    for change in (rise, np.zeros(runs)):
        third = field("2", np.minimum(half + np.nan_to_num(change), 0.98), 2 * EACH)
        both = shares(padai.stack([last, third], overlap=overlap))
        told.append(padai.difference(both, "2", "1", family="all", adjust="none").frame)
    shown = (told[0]["p_value"] < 0.05).to_numpy()
    return rate(shown[np.isfinite(rise)]), rate(within(told[1], margin))


def within(frame: pd.DataFrame, margin: Numbers) -> NDArray[np.bool_]:
    from padai.numerics.differences import equivalence_p

    numbers = (frame[name].to_numpy(float) for name in ("estimate", "std_error", "df"))
    found: NDArray[np.bool_] = equivalence_p(*numbers, margin) < 0.05
    return found


STATISTICS = ("alpha", "omega")
REPLICATES = 200
"""Drawn for each interval of reliability, where the verb draws 500 unless told."""


def reliabilities(rng: np.random.Generator, runs: int) -> Iterator[Row]:
    """Intervals of alpha and omega of five items, their factor shared in part by the psu."""
    told = []
    for psus, own in streams(rng):
        hits = np.array([intervals_cover(own, psus) for _ in range(runs)])
        told.append([rate(hits[:, k]) for k in range(len(STATISTICS))])
    for k, name in enumerate(STATISTICS):
        yield Row(
            f"{name} of five items, clustered, `reliability`, {REPLICATES} replicates",
            "95% interval covers",
            runs,
            "93 to 97",
            tuple(each[k] for each in told),
            93,
            97,
        )


def intervals_cover(rng: np.random.Generator, psus: int, items: int = 5) -> list[bool]:
    place = np.repeat(rng.standard_normal((psus, 1)), EACH, axis=0)
    own = rng.standard_normal((psus * EACH, 1))
    factor = math.sqrt(0.2) * place + math.sqrt(0.8) * own
    said = factor + rng.standard_normal((psus * EACH, items))
    frame = pd.DataFrame(said, columns=[f"i{j}" for j in range(items)])
    frame["psu"] = np.repeat(np.arange(psus), EACH)
    wave = padai.Wave(frame, padai.Design(psu="psu"), id="0")
    ranges = dict.fromkeys(frame.columns[:items], (-9.0, 9.0))
    found = padai.reliability(wave, list(ranges), ranges=ranges, n=REPLICATES).frame
    found = found.set_index("statistic")
    truth = items / (items + 1)  # items correlate at one half
    low, high = (found.loc[list(STATISTICS), end] for end in ("conf_low", "conf_high"))
    return list((low <= truth) & (truth <= high))


@dataclass(frozen=True)
class Part:
    """Some lines of the table, made together with random numbers of their own."""

    made: Callable[[np.random.Generator, int], Iterator[Row]]
    seed: int
    runs: int


PARTS = {
    "slopes": Part(trends, 0, 600),
    "bends": Part(changes_of_pace, 4, 200),
    "totals": Part(bends_of_totals, 5, 600),
    "smoother": Part(bands, 1, 120),
    "plans": Part(plans, 2, 1500),
    "reliability": Part(reliabilities, 3, 300),
}


def heads() -> list[str]:
    """Return the two lines above the rows, one column a number of psus."""
    names = " | ".join(f"{psus} psus" for psus in PSUS)
    rule = f"|---|---|--:|{'--:|' * len(PSUS)}--:|---|"
    return [f"| scenario | event | runs | {names} | asked | |", rule]


def line(row: Row) -> str:
    cells = " | ".join(
        "refused" if math.isnan(r) else f"{r:.1f} ±{error:.1f}" for r, error in row.rates
    )
    met = "met" if row.met else "**not met**"
    return f"| {row.scenario} | {row.what} | {row.runs:,} | {cells} | {row.asked} | {met} |"
