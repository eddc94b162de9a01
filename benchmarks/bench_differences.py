"""Time every wave-on-wave difference of the tracker, and what ``import padai`` costs.

Run with ``python benchmarks/bench_differences.py`` (``--runs 5``); prints a table for the README.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from itertools import pairwise

from bench_banner import GROUPS, tracker

import padai

ITEMS = [f"q{i}" for i in range(115)]
BREAKDOWNS = [f"b{b}" for b in range(len(GROUPS))]


def panel(waves: list[padai.Wave]) -> padai.Stack:
    """Stack the waves as if the same respondents had answered each."""
    first = waves[0].frame["id"].to_numpy()
    stratum = waves[0].frame["h"].to_numpy()
    same = [
        padai.Wave(wave.frame.assign(id=first, h=stratum), wave.design, id=wave.id)
        for wave in waves
    ]
    return padai.stack(same, overlap="respondent")


def seconds_of_differences(stacked: padai.Stack, runs: int) -> list[float]:
    """Time all consecutive differences of all cells, `.frame` included."""
    estimates = padai.banner(stacked, ITEMS, by=BREAKDOWNS)
    found = []
    for _ in range(runs):
        start = time.perf_counter()
        for earlier, later in pairwise(stacked.wave_ids):
            assert len(padai.difference(estimates, later, earlier).frame)
        found.append(time.perf_counter() - start)
    return found


def seconds_of_import(module: str, runs: int) -> list[float]:
    """Time importing a module in fresh interpreters, less an empty one."""

    def once(code: str) -> float:
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True)
        return time.perf_counter() - start

    return [once(f"import {module}") for _ in range(runs)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    waves = tracker()
    cases = {
        "differences, independent waves (asked: 0.5)": seconds_of_differences(
            padai.stack(waves, overlap="none"), runs
        ),
        "differences, a panel (asked: 3)": seconds_of_differences(panel(waves), runs),
        "python -c 'import padai'": seconds_of_import("padai", runs),
        "python -c 'import pandas'": seconds_of_import("pandas", runs),
    }
    print("| | best, s | median, s |\n|---|--:|--:|")
    for name, found in cases.items():
        print(f"| {name} | {min(found):.2f} | {statistics.median(found):.2f} |")


if __name__ == "__main__":
    main()
