"""Two small waves under every kind of design, and their variances by brute force.

Nothing here knows how padai computes: strata, psus and replicates are gone through by plain loops,
and the influence of a respondent on a number is how the number moves when her weight does.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, cached_property

import numpy as np
import pandas as pd

import padai
from padai.design import Bootstrap, Design
from padai.waves import Stack, Wave

STRATA, PSUS, EACH, COUNT = 3, 3, 4, 11
#: Units of the population: psus of a stratum, homes of a psu.
TOWNS, HOMES = 20, 10
MARGINS = {"sex": {"F": 0.55, "M": 0.45}, "age": {"1": 0.4, "2": 0.35, "3": 0.25}}
IDS = ("2024", "2025")

Numbers = Callable[["World"], np.ndarray]


@dataclass(frozen=True)
class Kind:
    """A kind of design: the columns that it names, and whether its weights are raked."""

    name: str
    stratum: str | None = None
    psu: str | tuple[str, ...] | None = None
    fpc: tuple[str, ...] | None = None
    replicated: bool = False
    raked: bool = False

    @property
    def design(self) -> Design:
        prefix = "drw" if self.raked else "rw"
        return Design(
            weight="d" if self.raked else "w",
            stratum=self.stratum,
            psu=self.psu,
            fpc=self.fpc,
            id="id",
            replicates=Bootstrap(prefix=prefix) if self.replicated else None,
        )


KINDS = {
    kind.name: kind
    for kind in (
        Kind("none"),
        Kind("strata", "h"),
        Kind("clusters", "h", "town"),
        Kind("two stages", "h", ("town", "home"), ("N", "M")),
        Kind("raked", "h", "town", raked=True),
        Kind("replicates", replicated=True),
        Kind("replicates raked", replicated=True, raked=True),
    )
}


@cache
def people(wave: int) -> pd.DataFrame:
    """Thirty-six people of nine towns in three strata; both waves know the same towns.

    The replicates draw towns, which is all that they tell of them, by positive factors.
    """
    draw = np.random.default_rng(40 + wave)
    n = STRATA * PSUS * EACH
    row = np.arange(n)
    town = row // EACH
    effect = np.random.default_rng(7).normal(size=STRATA * PSUS)[town]
    score = 0.8 * effect + draw.normal(size=n) + 0.3 * wave
    frame = pd.DataFrame(
        {
            "id": row,
            "h": town // PSUS,
            "town": town,
            "home": row // 2,
            "N": TOWNS,
            "M": HOMES,
            "d": draw.uniform(0.6, 1.8, n),
            "sex": np.where((row + row // 6) % 2 == 0, "F", "M"),
            "age": np.array([1, 2, 3, 2, 1])[row % 5],
            "years": 20 + 3 * (row % 17),
            "q": np.clip(np.round(score + 2.5), 1, 4).astype(int),
            "yes": (score + 0.5 * draw.normal(size=n) > 0.2).astype(int),
            "x": np.round(10 + 3 * score + draw.normal(size=n), 3),
            "z": np.round(draw.uniform(1, 3, n) + 0.2 * effect, 3),
        }
    )
    for place, item in enumerate(("i1", "i2", "i3")):
        frame[item] = np.clip(np.round(score * (1 + 0.1 * place) + draw.normal(size=n) + 3), 1, 5)
    stays = row % 4 > 0
    frame["lw"] = np.where(stays, draw.uniform(0.5, 1.5, n), np.nan)
    factors = np.random.default_rng(8).uniform(0.5, 1.5, (STRATA * PSUS, COUNT))[town]
    frame["w"] = raked(frame["d"].to_numpy(), frame)
    columns = {f"drw{r}": frame["d"] * factors[:, r] for r in range(COUNT)}
    columns |= {f"rw{r}": frame["w"] * factors[:, r] for r in range(COUNT)}
    columns |= {f"lrw{r}": frame["lw"] * factors[:, r] for r in range(COUNT)}
    return frame.join(pd.DataFrame(columns))


def raked(weights: np.ndarray, frame: pd.DataFrame) -> np.ndarray:
    """Proportional fitting, one margin after the other, until nothing moves."""
    w, total = weights * (weights.sum() / weights.sum()), weights.sum()
    for _ in range(500):
        before = w.copy()
        for margin, shares in MARGINS.items():
            for code, share in shares.items():
                inside = (frame[margin].astype(str) == code).to_numpy()
                w[inside] *= share * total / w[inside].sum()
        if np.abs(w / before - 1).max() < 1e-14:
            break
    return w


@dataclass(frozen=True, eq=False)
class World:
    """Both waves under one design, apart and stacked.

    Attributes
    ----------
    one, two : Wave
    overlap : str
        ``none`` (the people of the second wave are others) or ``respondent`` (the same).
    """

    one: Wave
    two: Wave
    overlap: str = "none"

    @cached_property
    def both(self) -> Stack:
        """The stack of the two."""
        return padai.stack([self.one, self.two], overlap=self.overlap)


def frames(overlap: str) -> list[pd.DataFrame]:
    one, two = people(0), people(1)
    return [one, two.assign(id=two["id"] + (1000 if overlap == "none" else 0))]


@cache
def world(kind: str, overlap: str = "none") -> World:
    """The two waves as padai is given them."""
    made = KINDS[kind]
    waves = [
        Wave(frame, made.design, id=name) for frame, name in zip(frames(overlap), IDS, strict=True)
    ]
    if made.raked:
        waves = [padai.rake(wave, MARGINS, min_cell=1) for wave in waves]
    return World(*waves, overlap)


def plain(weights: tuple[np.ndarray, np.ndarray], overlap: str = "none") -> World:
    """The same people with these weights and no design: for point estimates alone."""
    waves = [
        Wave(frame.assign(w=w), Design(weight="w", id="id"), id=name)
        for frame, w, name in zip(frames(overlap), weights, IDS, strict=True)
    ]
    return World(*waves, overlap)


def weights() -> tuple[np.ndarray, np.ndarray]:
    """The final weights, which every design has."""
    return tuple(people(k)["w"].to_numpy() for k in (0, 1))  # type: ignore[return-value]


@dataclass(eq=False)
class Brute:
    """Covariances of numbers by brute force, under any of the designs.

    Attributes
    ----------
    numbers : callable
        From a world to an array: point estimates, which know weights alone.
    second : bool
        Whether the second wave has a part in them.
    overlap : str
    iterated : bool
        Whether the numbers come from an iteration, of which the last digits are not the weights'.
    """

    numbers: Numbers
    second: bool = False
    overlap: str = "none"
    iterated: bool = False
    _moves: np.ndarray | None = field(default=None, repr=False)

    def at(self, *chosen: np.ndarray) -> np.ndarray:
        return np.atleast_1d(np.asarray(self.numbers(plain(chosen, self.overlap)), dtype=float))

    @property
    def moves(self) -> np.ndarray:
        """How each number moves with each respondent's weight, shape (n, k)."""
        if self._moves is None:
            here, rows = self.at(*weights()), []
            for wave in range(1 + self.second):
                for i, weight in enumerate(weights()[wave]):
                    if self.iterated:
                        step = 2e-4 * weight
                        rows.append((self._moved(wave, i, step) - self._moved(wave, i, -step)) / 2)
                    else:
                        step = 1e-6 * weight
                        rows.append(self._moved(wave, i, step) - here)
                    rows[-1] = rows[-1] / step
            self._moves = np.array(rows)
        return self._moves

    def _moved(self, wave: int, i: int, by: float) -> np.ndarray:
        moved = [w.copy() for w in weights()]
        moved[wave][i] += by
        return self.at(*moved)

    def covariance(self, kind: str) -> np.ndarray:
        """Return the covariance matrix of the numbers under a design, shape (k, k)."""
        made = KINDS[kind]
        if made.replicated:
            return self._replicated(made)
        scores = []
        for wave in range(1 + self.second):
            frame, n = people(wave), len(people(wave))
            u = self.moves[wave * n : (wave + 1) * n]
            if made.raked:
                u = residuals(u, frame)
            scores.append(frame["w"].to_numpy()[:, None] * u)
        if len(scores) == 2 and self.overlap == "none":
            return sum(between(z, people(k), made) for k, z in enumerate(scores))
        return between(
            np.concatenate(scores), pd.concat([people(0), people(1)][: len(scores)]), made
        )

    def _replicated(self, made: Kind) -> np.ndarray:
        sets = [replicate_weights_of(wave, made) for wave in (0, 1)]
        full = weights()
        if self.second and self.overlap == "none":
            first = [self.at(one, full[1]) for one in sets[0]]
            last = [self.at(full[0], two) for two in sets[1]]
            return _spread(first) + _spread(last)
        if self.second:
            return _spread([self.at(one, two) for one, two in zip(*sets, strict=True)])
        return _spread([self.at(one, full[1]) for one in sets[0]])


def replicate_weights_of(wave: int, made: Kind) -> list[np.ndarray]:
    frame = people(wave)
    if not made.raked:
        return [frame[f"rw{r}"].to_numpy() for r in range(COUNT)]
    total = frame["d"].sum()
    found = []
    for r in range(COUNT):
        column = frame[f"drw{r}"].to_numpy()
        found.append(raked(column * total / column.sum(), frame))
    return found


def _spread(estimates: list[np.ndarray]) -> np.ndarray:
    """The bootstrap's covariance: around the mean, over replicates less one."""
    gaps = np.array(estimates) - np.mean(estimates, axis=0)
    total = np.zeros((gaps.shape[1], gaps.shape[1]))
    for gap in gaps:
        total += np.outer(gap, gap) / (len(gaps) - 1)
    return total


def residuals(u: np.ndarray, frame: pd.DataFrame) -> np.ndarray:
    """What is left of numbers once their regression on the margins is taken out."""
    codes = [(m, code) for m, shares in MARGINS.items() for code in shares]
    X = np.array([(frame[m].astype(str) == code).to_numpy(float) for m, code in codes]).T
    root = np.sqrt(frame["d"].to_numpy())[:, None]
    return u - X @ np.linalg.lstsq(root * X, root * u, rcond=None)[0]


def between(z: np.ndarray, frame: pd.DataFrame, made: Kind) -> np.ndarray:
    """The textbook's variance of totals of z, unit by unit, stratum by stratum."""
    frame = frame.reset_index(drop=True)
    strata = frame["h"] if made.stratum else pd.Series(0, index=frame.index)
    stages = () if made.psu is None else (made.psu,) if isinstance(made.psu, str) else made.psu
    units = frame[stages[0]] if stages else frame["id"]
    total = np.zeros((z.shape[1], z.shape[1]))
    for h in strata.unique():
        own = units[strata == h].unique()
        f = len(own) / TOWNS if made.fpc else 0.0
        sums = np.array([z[(strata == h) & (units == unit)].sum(axis=0) for unit in own])
        total += (1 - f) * len(own) * np.cov(sums.T, ddof=1).reshape(total.shape)
        for unit in own if made.fpc else ():
            inside = (strata == h) & (units == unit)
            homes = frame.loc[inside, stages[1]].unique()
            share = len(homes) / HOMES
            parts = np.array([z[inside & (frame[stages[1]] == home)].sum(axis=0) for home in homes])
            spread = np.cov(parts.T, ddof=1).reshape(total.shape)
            total += f * (1 - share) * len(homes) * spread
    return total


def degrees(kind: str) -> int:
    """Units less strata; of replicates that name no unit, what they tell of them."""
    made, frame = KINDS[kind], people(0)
    if made.replicated:
        factors = frame[[f"rw{r}" for r in range(COUNT)]].to_numpy() / frame[["w"]].to_numpy()
        return int(np.linalg.matrix_rank(factors, tol=1e-8)) - 1
    units = len(frame) if made.psu is None else STRATA * PSUS
    return units - (STRATA if made.stratum else 1)
