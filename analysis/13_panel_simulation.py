"""Access panels whose truth is known: where a model of participation helps, and where it cannot.

Run with ``python analysis/13_panel_simulation.py --runs 300``; writes ``docs/panel-simulation.md``.
A population of 60,000 people; a panel of about 1,200 joins by chances that depend on what a
reference survey of 1,000 has too (``observed``), on the answer itself too (``unobserved``), or on
what only the panel knows (``left_out``). The outcome is the share who trust.
"""

from __future__ import annotations

import argparse
import math
from pathlib import Path

import numpy as np
import pandas as pd
from scipy.special import expit

import padai

ROOT = Path(__file__).parents[1]
REPORT = ROOT / "docs" / "panel-simulation.md"
SEED = 20251127
PEOPLE, REFERENCE = 60_000, 1_000
SHARED = ["age", "online"]
SCENARIOS = {
    "observed": "selection on what both samples have",
    "left_out": "selection on schooling, which the reference has not",
    "unobserved": "selection on the answer itself",
}
METHODS = {
    "naive": "the panel as it is",
    "ipw": "inverse propensity",
    "mass": "mass imputation",
    "doubly_robust": "doubly robust",
}


def population(rng: np.random.Generator) -> pd.DataFrame:
    """Return people: age, use of the internet, schooling, and whether they trust."""
    age = rng.choice(list("abcd"), PEOPLE, p=[0.25, 0.3, 0.25, 0.2])
    rank = pd.Series(age).map("abcd".index).to_numpy()
    online = np.where(rng.uniform(size=PEOPLE) < expit(1.6 - 0.7 * rank), "y", "n")
    school = np.where(rng.uniform(size=PEOPLE) < expit(0.4 - 0.25 * rank), "h", "l")
    eta = -0.7 + 0.25 * rank + 0.7 * (online == "y") + 0.6 * (school == "h")
    trust = (rng.uniform(size=PEOPLE) < expit(eta)).astype(float)
    return pd.DataFrame({"age": age, "online": online, "school": school, "trust": trust})


def panel(people: pd.DataFrame, scenario: str, rng: np.random.Generator) -> pd.DataFrame:
    """Draw who joins."""
    rank = people["age"].map("abcd".index).to_numpy()
    eta = -4.6 - 0.3 * rank + 1.1 * (people["online"] == "y").to_numpy()
    if scenario == "left_out":
        eta = eta + 0.9 * (people["school"] == "h").to_numpy() - 0.4
    if scenario == "unobserved":
        eta = eta + 0.5 * people["trust"].to_numpy() - 0.25
    return people[rng.uniform(size=PEOPLE) < expit(eta)].reset_index(drop=True)


def one_run(run: int, scenario: str) -> list[dict[str, object]]:
    """Return a row a method: the error, the error said, and whether the interval covers."""
    rng = np.random.default_rng([SEED, run, list(SCENARIOS).index(scenario)])
    people = population(rng)
    truth = float(people["trust"].mean())
    joined = panel(people, scenario, rng)
    drawn = people.iloc[rng.choice(PEOPLE, REFERENCE, replace=False)][SHARED]
    reference = padai.Wave(
        drawn.assign(w=PEOPLE / REFERENCE).reset_index(drop=True), padai.Design(weight="w"), id="r"
    )
    wave = padai.Wave(joined, padai.Design(), id="p")
    rows = []
    for method in METHODS:
        if method == "naive":
            frame = padai.mean(wave, "trust").frame
        else:
            frame = padai.nonprob(
                wave,
                "trust",
                reference=reference,
                variables=SHARED,
                method=method,
                family="binomial",
            ).frame
        row = frame.iloc[0]
        rows.append(
            {
                "run": run,
                "scenario": scenario,
                "method": method,
                "n": len(joined),
                "error": float(row["estimate"]) - truth,
                "said": float(row["std_error"]),
                "covers": bool(row["conf_low"] <= truth <= row["conf_high"]),
            }
        )
    return rows


def report(rows: pd.DataFrame) -> str:
    """Return the page."""
    lines = [
        "# Access panels whose truth is known", "",
        "Made by `analysis/13_panel_simulation.py`: a panel that people join by themselves, of a "
        f"population of {PEOPLE:,}, beside a random reference of {REFERENCE:,} that knows age and use "
        "of the internet and not the answer. `padai.nonprob` with both; bias and root mean squared "
        "error in points, ± their Monte Carlo error; cover of the 95% interval in percent.", "",
        "Where people join by what both samples hold, no bias is left that these "
        "runs tell from none much beyond twice their errors, and the interval covers. Where they join by something else that goes with the answer, or by the answer, no "
        "model of these variables can know it: what is left is the bias, and the interval, which "
        "counts none, misses it. Nothing in the data says which of the three it is. That is what "
        "validation items are for: official values asked and left out of the model.", "",
    ]  # fmt: skip
    for scenario, name in SCENARIOS.items():
        here = rows[rows["scenario"] == scenario]
        if here.empty:
            continue
        lines += [
            f"## {name[0].upper()}{name[1:]}",
            "",
            f"{here['run'].nunique()} runs, {here['n'].mean():,.0f} people in the panel.",
            "",
            "| | bias | RMSE | error said | cover |",
            "|---|--:|--:|--:|--:|",
        ]
        for method, label in METHODS.items():
            own = here[here["method"] == method]
            error, k = 100 * own["error"], len(own)
            root = math.sqrt(float((error**2).mean()))
            of_root = float((error**2).std(ddof=1)) / math.sqrt(k) / 2 / root
            cover = float(own["covers"].mean())
            of_cover = 100 * math.sqrt(max(cover * (1 - cover), 1 / k) / k)
            lines.append(
                f"| {label} | {error.mean():+.2f} ±{error.std(ddof=1) / math.sqrt(k):.2f} | "
                f"{root:.2f} ±{of_root:.2f} | {100 * own['said'].mean():.2f} | "
                f"{100 * cover:.1f} ±{of_cover:.1f} |"
            )
        lines.append("")
    return "\n".join(lines)


def main() -> None:
    """Run and write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=300)
    runs = parser.parse_args().runs
    rows = [row for s in SCENARIOS for run in range(runs) for row in one_run(run, s)]
    REPORT.write_text(report(pd.DataFrame(rows)), encoding="utf-8")


if __name__ == "__main__":
    main()
