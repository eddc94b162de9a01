"""How long raking takes: rows, margins, replicates.

Run ``python benchmarks/bench_raking.py``. Figures are medians of the repetitions. The kernel is
proportional fitting by hand on codes already made, to a loose 1e-6: the least that anything could
do. ``solve`` is padai's numeric core on codes already made, to 1e-10; ``rake`` is the verb on a
data frame, its columns factorised before (as they are once a wave is tabulated) or from text.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

import numpy as np
import pandas as pd

from padai.design import Design
from padai.numerics.calibration import calibrate_weights
from padai.numerics.constraints import Control
from padai.waves.wave import Wave
from padai.weighting import rake, replicate_weights

SIZES = (17, 12, 5, 4, 3, 2)
TARGET = {500_000: 0.150, 5_000: 0.003}


def population(n: int) -> tuple[pd.DataFrame, list[Control], dict[str, dict[str, float]]]:
    """Make n respondents with six margins and targets that are not theirs."""
    rng = np.random.default_rng(20250101)
    controls, columns, targets = [], {}, {}
    for m, size in enumerate(SIZES):
        codes = rng.choice(size, n, p=rng.dirichlet(np.full(size, 8.0)))
        wanted = np.bincount(codes, minlength=size) * rng.uniform(0.75, 1.35, size)
        names = [f"m{m}c{k:02d}" for k in range(size)]
        controls.append(Control(codes, wanted, f"m{m}", tuple(names)))
        columns[f"m{m}"] = pd.Categorical.from_codes(codes, names)
        shares = wanted / wanted.sum()
        targets[f"m{m}"] = dict(zip(names, shares.tolist(), strict=True))
    return pd.DataFrame({**columns, "w": rng.uniform(0.5, 2.0, n)}), controls, targets


def kernel(weights: np.ndarray, controls: list[Control]) -> np.ndarray:
    """Fit proportionally until no margin is off by 1e-6."""
    total, w = weights.sum(), weights
    for _ in range(100):
        worst = 0.0
        for control in controls:
            ratio = control.shares * total / np.bincount(control.codes, w, len(control.targets))
            worst = max(worst, float(np.abs(ratio - 1).max()))
            w = w * ratio[control.codes]
        if worst < 1e-6:
            break
    return w


def median(call: Callable[[], object], times: int) -> float:
    """Return the median time of a call, in seconds."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        call()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def main() -> None:
    """Print the table."""
    print(f"{'rows':>9} {'what':<34} {'ms':>9} {'target':>8}")
    for n, times in ((5_000, 41), (50_000, 15), (500_000, 7)):
        frame, controls, targets = population(n)
        weights = frame["w"].to_numpy()
        coded = Wave(frame, Design(weight="w"))
        rake(coded, targets)
        text = frame.astype({f"m{m}": str for m in range(len(SIZES))})
        rows = {
            "kernel (1e-6, no checks)": lambda w=weights, c=controls: kernel(w, c),
            "solve, 6 margins": lambda w=weights, c=controls: calibrate_weights(w, c),
            "solve, bounds (0.4, 2.5)": lambda w=weights, c=controls: calibrate_weights(
                w, c, bounds=(0.4, 2.5)
            ),
            "rake, codes known": lambda w=coded, t=targets: rake(w, t),
        }
        for what, call in rows.items():
            limit = f"{1000 * TARGET[n]:.0f}" if what.startswith("solve, 6") and n in TARGET else ""
            print(f"{n:>9} {what:<34} {1000 * median(call, times):>9.2f} {limit:>8}")
        start = time.perf_counter()
        rake(Wave(text, Design(weight="w")), targets)
        taken = 1000 * (time.perf_counter() - start)
        print(f"{n:>9} {'Wave and rake, from text':<34} {taken:>9.2f}")
    frame, _, targets = population(2_000)
    raked = rake(Wave(frame, Design(weight="w")), targets, min_cell=1)
    taken = median(lambda: replicate_weights(raked, "bootstrap", n=500, seed=1), 3)
    print(f"{2000:>9} {'500 bootstrap replicates, each raked':<34} {1000 * taken:>9.2f}")


if __name__ == "__main__":
    main()
