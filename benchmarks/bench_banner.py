"""Time `banner` on a synthetic tracker, beside a hand-written numpy kernel of the same sums.

Run with ``python benchmarks/bench_banner.py`` (``--runs 5 --curve --write``). Six waves of 5,000
respondents, 115 categorical items of 4 to 9 codes, 8 breakdowns (the total and 40 groups), 12
strata: about 185,000 cells, each with standard error, t-based logit interval, df, deff and n.
`.frame` and `.labelled("fr")` are part of what is timed. The first run of each pays for the coding
of every column and for imports, and is shown apart.
"""

from __future__ import annotations

import argparse
import os
import platform
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd

import padai

GROUPS = (2, 3, 4, 5, 6, 8, 12)
MARGINS = (0, 2, 4, 5, 6)
CODES = (4, 5, 6, 7, 8, 9)
STRATA = 12
BEGIN = "<!-- measured -->"
END = "<!-- /measured -->"


def tracker(rows: int = 5000, waves: int = 6, items: int = 115, seed: int = 1) -> list[padai.Wave]:
    rng = np.random.default_rng(seed)
    made = []
    for number in range(waves):
        columns: dict[str, np.ndarray] = {"id": np.arange(rows) + number * rows}
        for i in range(items):
            answers = rng.integers(1, CODES[i % len(CODES)] + 1, rows).astype(float)
            columns[f"q{i}"] = np.where(rng.random(rows) < 0.03, np.nan, answers)
        for b, size in enumerate(GROUPS):
            columns[f"b{b}"] = rng.integers(0, size, rows)
        columns["h"] = rng.integers(0, STRATA, rows)
        columns["w"] = rng.gamma(4, 0.25, rows) + 0.1
        design = padai.Design(weight="w", stratum="h", id="id")
        made.append(padai.Wave(pd.DataFrame(columns), design, id=str(2020 + number)))
    return made


def targets(wave: padai.Wave) -> dict[str, dict[str, float]]:
    found = {}
    for m in MARGINS:
        size = GROUPS[m]
        shares = np.linspace(0.9, 1.1, size) / size
        found[f"b{m}"] = {str(g): float(s) for g, s in enumerate(shares / shares.sum())}
    return found


class Kernel:
    """The same sums by hand, codes given: estimates, variances, standard errors; no frame."""

    def __init__(self, waves: list[padai.Wave]) -> None:
        self.waves = []
        for wave in waves:
            frame = wave.frame
            items = [frame[c].fillna(0).astype(int).to_numpy() for c in frame if c[0] == "q"]
            groups = [np.zeros(len(frame), int)] + [
                frame[f"b{b}"].to_numpy() for b in range(len(GROUPS))
            ]
            self.waves.append((items, groups, frame["h"].to_numpy(), wave))

    def plain(self) -> None:
        for items, groups, h, wave in self.waves:
            w = wave.weights
            n_h = np.bincount(h)
            c = n_h / (n_h - 1)
            for q in items:
                codes = int(q.max()) + 1
                for g, size in zip(groups, (1, *GROUPS), strict=True):
                    cell = (h * size + g) * codes + q
                    shape = (STRATA, size, codes)
                    a = np.bincount(cell, w, np.prod(shape)).reshape(shape)[:, :, 1:]
                    a2 = np.bincount(cell, w * w, np.prod(shape)).reshape(shape)[:, :, 1:]
                    self._share(a, np.tensordot(c, a2, 1), c / n_h)

    @staticmethod
    def _share(a: np.ndarray, a2: np.ndarray, c: np.ndarray) -> np.ndarray:
        b, b2 = a.sum(2, keepdims=True), a2.sum(1, keepdims=True)
        p = a.sum(0) / b.sum(0)
        between = (c[:, None, None] * (a - p * b) ** 2).sum(0)
        return np.sqrt((a2 * (1 - 2 * p) + p**2 * b2 - between) / b.sum(0) ** 2)

    def raked(self) -> None:
        for items, groups, h, wave in self.waves:
            w = wave.weights
            record = wave.calibrations[-1].arrays
            n_h = np.bincount(h)
            c = n_h / (n_h - 1)
            x = np.concatenate(
                [np.eye(GROUPS[m])[code] for m, code in zip(MARGINS, record.margins, strict=True)],
                axis=1,
            )
            inverse = np.linalg.pinv(x.T @ (record.design_weights[:, None] * x))
            gram = x.T @ ((c[h] * w * w)[:, None] * x)
            by_h = np.stack([np.bincount(h, w * column, STRATA) for column in x.T], axis=1)
            for q in items:
                codes = int(q.max()) + 1
                for g, size in zip(groups, (1, *GROUPS), strict=True):
                    outer = g * codes + q
                    cells, shape = size * codes, (STRATA, size, codes)
                    a = np.bincount(h * cells + outer, w, STRATA * cells).reshape(shape)[:, :, 1:]
                    a2 = np.bincount(outer, c[h] * w * w, cells).reshape(shape[1:])[:, 1:]
                    d, m = [], []
                    for code, width in zip(
                        record.margins, (GROUPS[k] for k in MARGINS), strict=True
                    ):
                        cell = code * cells + outer
                        tail = (width, size, codes)
                        d.append(
                            np.bincount(cell, record.design_weights, width * cells).reshape(tail)
                        )
                        m.append(np.bincount(cell, c[h] * w * w, width * cells).reshape(tail))
                    self._raked(a, a2, d, m, inverse, gram, by_h, c / n_h)

    @staticmethod
    def _raked(a, a2, d, m, inverse, gram, by_h, c) -> np.ndarray:
        b, total = a.sum(2, keepdims=True), a.sum((0, 2))[:, None]
        p = a.sum(0) / total
        cross, mixed = (np.concatenate(part)[:, :, 1:] for part in (d, m))
        cross, mixed = (k - p * k.sum(2, keepdims=True) for k in (cross, mixed))
        flat = inverse @ cross.reshape(len(cross), -1)
        fit = np.einsum("jc,jc->c", flat, gram @ flat).reshape(p.shape)
        fit -= 2 * (flat.reshape(cross.shape) * mixed).sum(0)
        strata = a - p * b - (by_h @ flat).reshape(a.shape)
        square = a2 * (1 - 2 * p) + p**2 * a2.sum(1, keepdims=True)
        between = (c[:, None, None] * strata**2).sum(0)
        return np.sqrt(np.maximum(square + fit - between, 0)) / total

    def bootstrap(self) -> None:
        for items, groups, _, wave in self.waves:
            weights = wave.sample.replicates.analysis(wave.weights)
            codes = [int(q.max()) for q in items]
            wide = np.concatenate(
                [(q[:, None] == np.arange(1, k + 1)) for q, k in zip(items, codes, strict=True)],
                axis=1,
            ).astype(float)
            starts = np.cumsum([0, *codes[:-1]])
            for g, size in zip(groups, (1, *GROUPS), strict=True):
                for level in range(size):
                    rows = np.flatnonzero(g == level)
                    sums = wide[rows].T @ weights[rows]
                    base = np.repeat(np.add.reduceat(sums, starts), codes, axis=0)
                    (sums / base).std(axis=1, ddof=1)


def clock(call: Callable[[], object]) -> tuple[float, float]:
    wall, cpu = time.perf_counter(), time.process_time()
    call()
    return time.perf_counter() - wall, time.process_time() - cpu


def published(waves: list[padai.Wave]) -> Callable[[], int]:
    stacked = padai.stack(waves, overlap="none")
    items = [c for c in waves[0].frame if c[0] == "q"]
    by = [f"b{b}" for b in range(len(GROUPS))]

    def call() -> int:
        est = padai.banner(stacked, items, by=by)
        return len(est.frame) + 0 * len(est.labelled("fr"))

    return call


def measure(name: str, call: Callable[[], object], kernel: Callable[[], object], runs: int) -> str:
    first = clock(call)[0]
    ours, theirs = [], []
    for _ in range(runs):  # one after the other, so that both meet the same load
        ours.append(clock(call))
        theirs.append(clock(kernel))
    wall, cpu = (sorted(t[k] for t in ours) for k in (0, 1))
    k_wall = sorted(t[0] for t in theirs)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    ratio = statistics.median(wall) / statistics.median(k_wall)
    cells = (
        f"{first:.2f}",
        f"{wall[0]:.2f}",
        f"{statistics.median(wall):.2f}",
        f"{statistics.median(cpu):.2f}",
        f"{statistics.median(k_wall):.2f}",
        f"{ratio:.2f}",
        f"{peak:.2f}",
    )
    row = f"| {name} | " + " | ".join(cells) + " |"
    print(row, flush=True)
    return row


def curve() -> list[str]:
    lines = [
        "",
        "| respondents in one wave | seconds (minimum of 3) | seconds a million |",
        "|--:|--:|--:|",
    ]
    for rows in (10_000, 50_000, 200_000, 1_000_000):
        wave = tracker(rows, waves=1, items=20)
        call = published(wave)
        call()
        best = min(clock(call)[0] for _ in range(3))
        lines.append(f"| {rows:,} | {best:.2f} | {best / rows * 1e6:.2f} |")
        print(lines[-1], flush=True)
    return lines


def machine() -> str:
    model = "unknown processor"
    info = Path("/proc/cpuinfo")
    if info.is_file():
        names = [line for line in info.read_text().splitlines() if line.startswith("model name")]
        model = names[0].split(":")[1].strip() if names else model
    count = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return (
        f"{model}, {count} cores; Python {platform.python_version()}, numpy {np.__version__}, "
        f"pandas {pd.__version__}."
    )


CASES = {
    "plain": "banner",
    "raked": "banner, raked to 5 margins",
    "bootstrap": "banner, 500 bootstrap replicates",
}


def case(name: str, runs: int) -> str:
    waves = tracker()
    if name == "raked":
        waves = [padai.rake(wave, targets(wave)) for wave in waves]
    elif name == "bootstrap":
        waves = [
            padai.replicate_weights(w, "bootstrap", n=500, seed=i) for i, w in enumerate(waves)
        ]
    return measure(CASES[name], published(waves), getattr(Kernel(waves), name), runs)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--curve", action="store_true")
    parser.add_argument("--write", action="store_true", help="put the table into README.md")
    parser.add_argument("--case", choices=CASES)
    args = parser.parse_args()
    if args.case:
        case(args.case, args.runs)
        return
    head = (
        "| | first run, s | best, s | median, s | median CPU, s | kernel, median s | ratio | "
        "peak, GiB |",
        "|---|--:|--:|--:|--:|--:|--:|--:|",
    )
    lines = [machine(), "", *head]
    print(lines[0])
    for name in CASES:  # a process each, so that the peak of memory is its own
        command = [sys.executable, __file__, "--case", name, "--runs", str(args.runs)]
        lines.append(
            subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
        )
        print(lines[-1], flush=True)
    if args.curve:
        lines += curve()
    if args.write:
        path = Path(__file__).parent / "README.md"
        text = path.read_text(encoding="utf-8")
        before, rest = text.split(BEGIN)
        path.write_text(before + BEGIN + "\n" + "\n".join(lines) + "\n" + END + rest.split(END)[1])


if __name__ == "__main__":
    main()
