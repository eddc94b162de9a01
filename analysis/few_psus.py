"""What trends, the smoother, reliability and plans get wrong where psus are few.

A share asked in the same psus, or in psus drawn anew, wave after wave. Each option of one question
is a run; everything goes through the public verbs.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

import padai
from padai.errors import ComparisonError

Numbers = NDArray[np.float64]
PSUS = (14, 25, 40, 80)
EACH = 12
"""Interviews in a psu."""
ICC, STAYS = 0.08, 0.7
"""Of the latent answer: what a psu shares, and the part of it that stays from wave to wave."""
LONG, SHORT = 9, 5
"""Waves of a series of slopes; those of waves drawn anew."""
SMOOTHED = 8
FEWER = 150
"""Runs of bends: each costs an integral."""
REFUSED = math.nan


@dataclass(frozen=True)
class Row:
    """One line: for each number of psus a rate in percent and its Monte Carlo error, or neither."""

    scenario: str
    what: str
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


def shares(waves: padai.Stack, runs: int | None = None) -> padai.Estimates:
    options = [name for name in waves.waves[0].frame if name.startswith("y")]
    return padai.proportion(waves, {"run": options[:runs]})


def rate(hits: NDArray[np.bool_]) -> tuple[float, float]:
    """Return a rate of runs (or of a mean over each run) and its Monte Carlo error, in percent."""
    each = np.asarray(hits, float)
    return 100 * float(each.mean()), 100 * float(each.std()) / math.sqrt(len(each))


def streams(rng: np.random.Generator) -> Iterator[tuple[int, np.random.Generator]]:
    """Yield each number of psus with random numbers of its own."""
    return zip(PSUS, rng.spawn(len(PSUS)), strict=True)


def years(waves: int) -> dict[str, float]:
    return {str(k): float(k) for k in range(waves)}


def trends(rng: np.random.Generator, runs: int) -> Iterator[Row]:
    """Slopes and bends of a share that never changes."""
    for again, waves in ((True, LONG), (False, SHORT)):
        where = "in the same psus" if again else "each in psus of its own"
        stacks = [series(rng, a, np.full((waves, runs), 0.4), again) for a in PSUS]
        found = [shares(stack) for stack in stacks]
        for fit in ("ols", "gls"):
            told = [slopes(each, fit, waves) for each in found]
            name = f"{waves} waves {where}, nothing changed, slope `{fit}`"
            yield Row(name, "rejects at 5%", "≤ 7", tuple(r for r, _ in told), 0, 7)
            yield Row(name, "95% interval covers", "93 to 97", tuple(c for _, c in told), 93, 97)
        for fit in ("ols", "gls"):
            rates = tuple(bends(shares(stack, FEWER), fit, waves) for stack in stacks)
            name = f"{waves} waves {where}, nothing changed, `bend_test`, `{fit}`"
            yield Row(name, "tells of a bend", "≤ 7", rates, 0, 7)
        rates = tuple(joint(each, waves) for each in found)
        name = f"{waves} waves {where}, nothing changed, `joint_test`"
        yield Row(name, "rejects at 5%", "≤ 7", rates, 0, 7)


def slopes(found: padai.Estimates, fit: str, waves: int) -> tuple[tuple[float, float], ...]:
    try:
        frame = padai.slope(found, fit=fit, times=years(waves)).frame
    except ComparisonError:
        return (REFUSED, REFUSED), (REFUSED, REFUSED)
    covers = (frame["conf_low"] <= 0) & (frame["conf_high"] >= 0)
    return rate(frame["p_value"] < 0.05), rate(covers)


def bends(found: padai.Estimates, fit: str, waves: int) -> tuple[float, float]:
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
            yield Row(name, "95% band covers", asked, rates, low, high)


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
            yield Row(name, f"{what} of `padai plan` (80)", "≥ 77", rates, 77, 100)


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


def alphas(rng: np.random.Generator, runs: int) -> Iterator[Row]:
    """Bootstrap intervals of alpha of five items, their common factor shared in part by the psu."""
    rates = []
    for psus, own in streams(rng):
        hits = [one_alpha(own, psus) for _ in range(runs)]
        rates.append(rate(np.array(hits)))
    yield Row("alpha of five items, clustered, `reliability`", "95% interval covers", "93 to 97",
              tuple(rates), 93, 97)  # fmt: skip


def one_alpha(rng: np.random.Generator, psus: int, items: int = 5) -> bool:
    place = np.repeat(rng.standard_normal((psus, 1)), EACH, axis=0)
    own = rng.standard_normal((psus * EACH, 1))
    factor = math.sqrt(0.2) * place + math.sqrt(0.8) * own
    said = factor + rng.standard_normal((psus * EACH, items))
    frame = pd.DataFrame(said, columns=[f"i{j}" for j in range(items)])
    frame["psu"] = np.repeat(np.arange(psus), EACH)
    wave = padai.Wave(frame, padai.Design(psu="psu"), id="0")
    ranges = dict.fromkeys(frame.columns[:items], (-9.0, 9.0))
    found = padai.reliability(wave, list(ranges), ranges=ranges).frame
    row = found[found["statistic"] == "alpha"].iloc[0]
    truth = items / (items + 1)  # items correlate at one half
    return bool(row["conf_low"] <= truth <= row["conf_high"])


def table(rows: list[Row]) -> str:
    """Return the rows as a table, one column a number of psus."""
    heads = " | ".join(f"{psus} psus" for psus in PSUS)
    lines = [f"| scenario | event | {heads} | asked | |", f"|---|---|{'--:|' * len(PSUS)}--:|---|"]
    for row in rows:
        cells = " | ".join(
            "refused" if math.isnan(r) else f"{r:.1f} ±{error:.1f}" for r, error in row.rates
        )
        met = "met" if row.met else "**not met**"
        lines.append(f"| {row.scenario} | {row.what} | {cells} | {row.asked} | {met} |")
    return "\n".join(lines)
