"""How often what padai says of a change is wrong, and how often it is said when it is true.

Run with ``python analysis/10_trend_simulation.py`` (``--runs 10000``; ``--section few`` makes the
table of few psus alone, from ``few_psus.py``, and ``--part slopes`` some of its lines); writes
``docs/trend-simulation.md``. The scenarios with many runs work out shares and variances of simple
samples in arrays; the first batch of each is held to `padai.difference`. Power and bridges go
through padai whole: a thousand samples are a thousand options of one question.
"""

from __future__ import annotations

import argparse
import datetime as dt
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
import pandas as pd
from few_psus import EACH, ICC, PARTS, STAYS, heads, line
from numpy.typing import ArrayLike, NDArray

import padai
from padai.numerics.differences import adjusted_by, equivalence_p, tested
from padai.numerics.slopes import LEAST_DF_APART
from padai.numerics.smoother import LEAST_WAVES, least_degrees, smoothed_level
from padai.survey import Break, Text
from padai.survey.policies import Bridge
from padai.trends.verdicts import verdicts

Numbers = NDArray[np.float64]
BATCH = 1000
SEED = 20251125
N = 400
ITEMS = 10
WAVES = 5
MARGIN = 0.06
CHANGE = 0.08
LATENT = math.sin(math.pi / 4)  # of two normals cut at their middle: the answers correlate at 0.5
REPORT = Path(__file__).parents[1] / "docs" / "trend-simulation.md"
EXAMPLE = Path(padai.__file__).parent / "interchange" / "example" / "surveys" / "example"


@dataclass(frozen=True)
class Result:
    """One line of the table: a rate in percent, and what is asked of it."""

    scenario: str
    what: str
    rate: float
    runs: int
    asked: str
    met: bool

    @property
    def error(self) -> float:
        return 100 * math.sqrt(self.rate * (100 - self.rate) / 1e4 / self.runs)


@dataclass(frozen=True)
class Changes:
    """Tested changes, shape (runs, comparisons)."""

    difference: Numbers
    std_error: Numbers
    df: Numbers
    p: Numbers


def changes(first: Numbers, second: Numbers, n: int) -> Changes:
    """Test shares of two simple samples of n people; shares of shape (runs, comparisons)."""
    variance = (first * (1 - first) + second * (1 - second)) / (n - 1)
    df = np.full(first.size, 2.0 * (n - 1))
    found = tested((second - first).ravel(), variance.ravel(), df, 0.95)
    numbers = (found.difference, found.std_error, found.df, found.p_value)
    return Changes(*(values.reshape(first.shape) for values in numbers))


def held_to_padai(answers: list[Numbers], found: Changes) -> None:
    """Stop where padai's own difference of two waves is not the one worked out in arrays."""
    waves = [waved(str(k), a) for k, a in enumerate(answers)]
    frame = compared(padai.stack(waves, overlap="none"), "1", "0")
    for name, values in (("estimate", found.difference), ("p_value", found.p)):
        np.testing.assert_allclose(frame[name], values.ravel(), rtol=1e-7, atol=1e-12)


def waved(
    name: str,
    answers: Numbers,
    weights: Numbers | None = None,
    ids: Numbers | None = None,
    survey: padai.Survey | None = None,
) -> padai.Wave:
    frame = pd.DataFrame(answers.astype(np.int8), columns=columns(answers.shape[1]))
    frame["w"] = 1.0 if weights is None else weights
    frame["id"] = np.arange(len(frame)) if ids is None else ids
    design = padai.Design(weight="w", id=None if ids is None else "id")
    return padai.Wave(frame, design, id=name, survey=survey)


def columns(count: int) -> list[str]:
    return [f"y{k}" for k in range(count)]


def compared(
    waves: padai.Stack, later: str, earlier: str, margin: float | None = None
) -> pd.DataFrame:
    count = sum(name.startswith("y") for name in waves.waves[0].frame.columns)
    shares = padai.proportion(waves, {"run": columns(count)})
    found = padai.difference(
        shares, later, earlier, family="all", adjust="none", margin=margin and 100 * margin
    )
    return found.frame


def batches(runs: int, size: int) -> Iterator[int]:
    for start in range(0, runs, size):
        yield min(size, runs - start)


def answered(rng: np.random.Generator, runs: int, p: Numbers, correlated: bool) -> Numbers:
    """Answers of N people to the items in each run, shape (N, runs, items)."""
    shape = (N, runs, len(p))
    if not correlated:
        return (rng.random(shape, dtype=np.float32) < p).astype(np.float64)
    common = rng.standard_normal((N, runs, 1), dtype=np.float32)
    own = rng.standard_normal(shape, dtype=np.float32)
    latent = math.sqrt(LATENT) * common + math.sqrt(1 - LATENT) * own
    return (latent < 0).astype(np.float64)


def two_waves(
    rng: np.random.Generator, runs: int, before: Numbers, after: Numbers, correlated: bool = False
) -> Changes:
    """Changes of the items between two independent waves."""
    made = []
    for place, count in enumerate(batches(runs, BATCH // ITEMS)):
        answers = [answered(rng, count, p, correlated) for p in (before, after)]
        made.append(changes(answers[0].mean(axis=0), answers[1].mean(axis=0), N))
        if place == 0:
            held_to_padai([a.reshape(N, -1) for a in answers], made[0])
    return joined(made)


def five_waves(rng: np.random.Generator, runs: int) -> Changes:
    """All pairs of five waves of one item that never changes."""
    shares = rng.binomial(N, 0.4, (runs, WAVES)) / N
    pairs = np.array(list(combinations(range(WAVES), 2)))
    return changes(shares[:, pairs[:, 0]], shares[:, pairs[:, 1]], N)


def joined(parts: list[Changes]) -> Changes:
    names = ("difference", "std_error", "df", "p")
    return Changes(*(np.concatenate([getattr(part, name) for part in parts]) for name in names))


def said(found: Changes, adjust: str, margin: float = math.nan) -> NDArray[np.object_]:
    """Verdicts, each run a family, shape (runs, comparisons)."""
    shape = found.p.shape
    family = np.repeat(np.arange(shape[0]), shape[1])
    within = equivalence_p(
        found.difference.ravel(),
        found.std_error.ravel(),
        found.df.ravel(),
        np.full(found.p.size, margin),
    )
    words = verdicts(
        found.difference.ravel(),
        adjusted_by(found.p.ravel(), family, adjust),
        adjusted_by(within, family, adjust),
        np.ones(found.p.size, dtype=bool),
    )
    return words.reshape(shape)


def moved(words: NDArray[np.object_]) -> NDArray[np.bool_]:
    """Whether a verdict says rose or fell."""
    return np.char.startswith(words.astype(str), "rose") | np.char.startswith(
        words.astype(str), "fell"
    )


def families(rng: np.random.Generator, runs: int) -> Iterator[Result]:
    """At least one false "rose" or "fell" in a family where Holm adjusts ten comparisons."""
    mixed, half = np.linspace(0.2, 0.65, ITEMS), np.full(ITEMS, 0.5)
    what = "at least one false *rose* or *fell*"
    independent = two_waves(rng, runs, mixed, mixed)
    rate = percent(moved(said(independent, "holm")).any(axis=1))
    yield Result(
        "10 independent items, nothing changed", what, rate, runs, "4.0 to 5.5", 4.0 <= rate <= 5.5
    )
    dependent = two_waves(rng, runs, half, half, correlated=True)
    rate = percent(moved(said(dependent, "holm")).any(axis=1))
    yield Result(
        "10 items correlated at 0.5, nothing changed", what, rate, runs, "≤ 5.5", rate <= 5.5
    )
    rate = percent(moved(said(five_waves(rng, runs), "holm")).any(axis=1))
    yield Result(
        "all 10 pairs of five waves, nothing changed", what, rate, runs, "≤ 5.5", rate <= 5.5
    )
    after = mixed + np.where(np.arange(ITEMS) % 2 == 0, CHANGE, 0.0)
    some = two_waves(rng, runs, mixed, after)
    still = after == mixed
    rate = percent(moved(said(some, "holm"))[:, still].any(axis=1))
    yield Result(
        f"5 of 10 items rose by {100 * CHANGE:.0f} points", what, rate, runs, "≤ 5.5", rate <= 5.5
    )
    for name, found, null in (
        ("10 independent items, nothing changed", independent, np.ones(ITEMS, dtype=bool)),
        (f"5 of 10 items rose by {100 * CHANGE:.0f} points", some, still),
    ):
        told = moved(said(found, "bh"))
        rate = 100 * float((told[:, null].sum(1) / np.maximum(told.sum(1), 1)).mean())
        yield Result(
            name, "false discovery rate, Benjamini-Hochberg", rate, runs, "≤ 5.5", rate <= 5.5
        )


def percent(hits: ArrayLike) -> float:
    return 100 * float(np.mean(np.asarray(hits, dtype=float)))


def equivalence(rng: np.random.Generator, runs: int) -> Iterator[Result]:
    """A true change equal to the margin, one comparison."""
    for n in (N, 1000, 4000):
        first, second = (rng.binomial(n, p, (runs, 1)) / n for p in (0.45, 0.45 + MARGIN))
        words = said(changes(first, second, n), "holm", MARGIN)
        rate = percent(words == "stable")
        within = percent(np.isin(words, ["stable", "rose_less_than_margin"]))
        name = f"true change equal to d = {100 * MARGIN:.0f} points, two waves of {n:,}"
        yield Result(name, "says *stable*", rate, runs, "≤ 5.5", rate <= 5.5)
        yield Result(
            name, "says *stable* or *rose, by less than d*", within, runs, "≤ 5.5", within <= 5.5
        )


def panel(
    rng: np.random.Generator, n: int, draws: int, change: float, returning: float, kept: float
) -> tuple[padai.Stack, float, float]:
    """Two weighted waves of which some return; also Kish's deff, and the correlation expected.

    Who returns keeps an answer with chance `kept`, else answers anew.
    """
    back = int(returning * n)
    ids = [np.arange(n), np.concatenate([np.arange(back), np.arange(n, 2 * n - back)])]
    weights = rng.lognormal(0, math.sqrt(math.log(1.5)), 2 * n)
    before = rng.random((n, draws)) < 0.5
    after = rng.random((n, draws)) < 0.5 + change
    anew = (0.5 + change - kept * 0.5) / (1 - kept)
    again = np.where(
        rng.random((back, draws)) < kept, before[:back], rng.random((back, draws)) < anew
    )
    after[:back] = again
    w = [weights[i] for i in ids]
    waves = [waved(str(k), a.astype(float), w[k], ids[k]) for k, a in enumerate((before, after))]
    squares = [float((v**2).sum()) for v in w]
    deff = float(np.mean([n * s / v.sum() ** 2 for s, v in zip(squares, w, strict=True)]))
    shared = float((weights[:back] ** 2).sum()) / math.sqrt(squares[0] * squares[1])
    stacked = padai.stack(waves, overlap="respondent" if back else "none")
    return stacked, deff, kept * shared


def planned(n: int, deff: float, correlation: float) -> pd.Series:
    """The plan from a wave in which exactly half say yes."""
    wave = padai.Wave(pd.DataFrame({"q": [0, 1] * (n // 2)}), padai.Design(), id="1")
    half = padai.proportion(wave, "q", net="1")
    return padai.plan(half, deff=deff, correlation=correlation).frame.iloc[0]


def power(rng: np.random.Generator, runs: int) -> Iterator[Result]:
    """What is found at the smallest change and margin of the plan, of which the power is 80%."""
    n = 1000
    for name, returning, kept in (
        ("independent waves", 0.0, 0.0),
        ("half return, answers correlated at 0.6", 0.5, 0.6),
    ):
        rose, stable = [], []
        for count in batches(runs, BATCH):
            state = rng.bit_generator.state
            _, deff, correlation = panel(rng, n, 1, 0.0, returning, kept)
            rng.bit_generator.state = state
            asked = planned(n, deff, correlation)
            change, margin = float(asked["smallest_rise"]), float(asked["smallest_margin"])
            waves, *_ = panel(rng, n, count, change, returning, kept)
            frame = compared(waves, "1", "0")
            rose.append((frame["p_value"] < 0.05).to_numpy())
            same, deff, correlation = panel(rng, n, count, 0.0, returning, kept)
            margin = float(planned(n, deff, correlation)["smallest_margin"])
            frame = compared(same, "1", "0", margin)
            stable.append((frame["p_equivalence"] < 0.05).to_numpy())
        title = f"two waves of {n:,}, deff 1.5, {name}"
        for what, found in (("shows the smallest rise", rose), ("shows stability", stable)):
            rate = percent(np.concatenate(found))
            yield Result(
                title, f"{what} of `padai plan` (80)", rate, runs, "77 to 83", 77 <= rate <= 83
            )


def bridged(rng: np.random.Generator, runs: int) -> Iterator[Result]:
    """Coverage of 95% intervals across a break whose measured offset has its own error."""
    survey = padai.load_survey(EXAMPLE)
    earlier, later = survey.waves[-2:]
    text = Text(fr="essai", en="trial")
    truth, artefact, error, hits = 0.03, 0.05, 0.02, []
    for count in batches(runs, BATCH):
        offsets = 100 * (artefact + error * rng.standard_normal(count))
        bridges = tuple(
            Bridge(question="run", net=name, offset=o, std_error=100 * error, source=text)
            for name, o in zip(columns(count), offsets, strict=True)
        )
        date = survey.wave(later).date - dt.timedelta(days=1)
        brk = Break(id="mode", type="mode", date=date, text=text, bridges=bridges)
        defined = survey.model_copy(update={"breaks": (brk,)})
        waves = [
            waved(name, (rng.random((1000, count)) < p).astype(float), survey=defined)
            for name, p in ((earlier, 0.4), (later, 0.4 + truth + artefact))
        ]
        frame = compared(padai.stack(waves, overlap="none"), later, earlier)
        hits.append(((frame["conf_low"] <= truth) & (truth <= frame["conf_high"])).to_numpy())
    rate = percent(np.concatenate(hits))
    name = "bridged change, offset drawn with its stated SE of 2 points"
    met = 93.5 <= rate <= 96.5
    yield Result(name, "95% interval covers the truth", rate, runs, "93.5 to 96.5", met)


def smoothed(rng: np.random.Generator, runs: int) -> Iterator[Result]:
    """Coverage of the smoother's bands, averaged over waves, where the level truly wanders."""
    error = 0.015
    for m, wander, count in ((8, 1.0, runs), (20, 1.0, runs), (8, 0.0, max(runs // 5, 1))):
        hits = np.empty((count, m))
        for run in range(count):
            times = np.cumsum(rng.uniform(0.5, 1.5, m))
            steps = wander * error * np.sqrt(np.diff(times)) * rng.standard_normal(m - 1)
            truth = 0.5 + np.concatenate([[0.0], np.cumsum(steps)])
            seen = truth + error * rng.standard_normal(m)
            found = smoothed_level(times, seen, error**2 * np.eye(m))
            hits[run] = (found.conf_low <= truth) & (truth <= found.conf_high)
        rate = percent(hits)
        moves = "a level that wanders by its SE a year" if wander else "a level that never moves"
        name = f"series of {m} waves, {moves}"
        asked, met = ("93 to 97", 93 <= rate <= 97) if wander else ("≥ 93", rate >= 93)
        yield Result(name, "95% band of the smoother covers", rate, count, asked, met)


def table(results: list[Result]) -> str:
    lines = [
        "| scenario | event | % of runs | Monte Carlo error | runs | asked | |",
        "|---|---|--:|--:|--:|--:|---|",
    ]
    for r in results:
        lines.append(
            f"| {r.scenario} | {r.what} | {r.rate:.2f} | ±{r.error:.2f} | {r.runs:,} | {r.asked} | "
            f"{'met' if r.met else '**not met**'} |"
        )
    return (
        "# What the verdicts get wrong, and how often\n\n"
        f"Made by `analysis/10_trend_simulation.py`. Bases of {N} unless said. The Monte Carlo "
        "error is one standard error, in points. A family is one run: its comparisons are adjusted "
        "together. Under dependence Holm is stricter than it says: the lower rate is right, and is "
        "not tuned.\n\n" + "\n".join(lines) + "\n"
    )


FEW = "## Few primary units"


def few(parts: Sequence[str], runs: int | None) -> str:
    """Return the section on few psus: lines of these parts made anew, the others as they stand."""
    held = lines_held()
    for name in parts:
        part = PARTS[name]
        rng = np.random.default_rng([SEED, part.seed])
        for row in part.made(rng, runs or part.runs):
            held[row.scenario, row.what] = line(row)
            print(line(row), flush=True)
    return (
        f"{FEW}\n\nMade by `analysis/few_psus.py`. Each psu gives {EACH} interviews, with a "
        f"latent intraclass correlation of {ICC}, of which {STAYS:.0%} stays from wave to wave "
        "where the psus return. Beside each rate stands its Monte Carlo error; “met” allows two of "
        "them. *Refused*: the degrees of freedom (psus minus strata) are too few for what is "
        "asked, and the verb says so. A plan promises its power at least: from few psus, whose "
        "design effect is hardly known, it asks more.\n\n"
        + "\n".join([*heads(), *held.values()])
        + "\n\n"
        + refusals()
        + "\n"
    )


def lines_held() -> dict[tuple[str, ...], str]:
    """Return the lines of the table of few psus as the page has them, by scenario and event."""
    page = REPORT.read_text(encoding="utf-8") if REPORT.exists() else ""
    table = page.partition(heads()[0])[2].partition("\n\n")[0].splitlines()[2:]
    return {tuple(cell.strip() for cell in text.split("|")[1:3]): text for text in table}


def refusals() -> str:
    """Say from how many degrees of freedom on each answer is given."""
    waves = (5, 8, 9, 12, 20)
    lines = [
        "| least degrees of freedom | " + " | ".join(f"{m} waves" for m in waves) + " |",
        "|---|" + "--:|" * len(waves),
    ]
    rules = (
        ('`slope(fit="gls")`, the same psus', lambda m: m - 1),
        ('`bend_test(fit="gls")`, the same psus', lambda m: m - 2),
        ("either, other psus: of each wave", lambda m: max(LEAST_DF_APART, m)),
        ("`smooth`: of each wave", lambda m: least_degrees(m) if m >= LEAST_WAVES else None),
        ("`joint_test`", lambda m: m - 1),
    )
    for name, rule in rules:
        cells = ("–" if (v := rule(m)) is None else str(v) for m in waves)
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def written(section: str, text: str) -> None:
    """Put one section in place, and keep the other."""
    held = REPORT.read_text(encoding="utf-8") if REPORT.exists() else ""
    first, mark, rest = held.partition(FEW)
    parts = {"verdicts": first.strip(), "few": (mark + rest).strip(), section: text.strip()}
    kept = [parts[name] for name in ("verdicts", "few") if parts[name]]
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text("\n\n".join(kept) + "\n", encoding="utf-8")
    print(text)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=10_000)
    parser.add_argument("--few", type=int, help="runs of each number of psus, in each part")
    parser.add_argument("--part", choices=tuple(PARTS), help="these lines of few psus alone")
    parser.add_argument("--section", choices=("verdicts", "few"), help="one alone")
    asked = parser.parse_args()
    runs = asked.runs
    if asked.section != "few" and not asked.part:
        rng = np.random.default_rng(SEED)
        results: list[Result] = []
        for part, count in (
            (families, runs),
            (equivalence, runs),
            (power, max(runs // 2, 1)),
            (bridged, runs),
            (smoothed, runs),
        ):
            results += part(rng, count)
        written("verdicts", table(results))
    if asked.section != "verdicts":
        written("few", few([asked.part] if asked.part else list(PARTS), asked.few))


if __name__ == "__main__":
    main()
