"""Draw ten thousand panels and compare how often each volunteer was drawn with their chance.

Run with ``python analysis/31_draw_check.py`` (``--draws 10000``); writes ``docs/panel-draw.md``.
The pool is that of the demonstration panel; the lottery is worked out once, and each draw has a
seed of its own, as a real one has.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

import padai

ROOT = Path(__file__).parents[1]
SURVEY = ROOT / "surveys" / "panel-citoyen"
REPORT = ROOT / "docs" / "panel-draw.md"


@dataclass(frozen=True)
class Checked:
    """What the draws showed."""

    draws: int
    missed: int
    people: pd.DataFrame
    repeats: bool
    simulated: np.ndarray


def main() -> None:
    """Draw, compare, print and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--draws", type=int, default=10_000)
    found = check(parser.parse_args().draws)
    text = report(found)
    print(text)
    REPORT.write_text(text, encoding="utf-8", newline="\n")


def check(draws: int) -> Checked:
    """Draw with the seeds 1, 2, 3... and count."""
    rule = padai.load_survey(SURVEY).panel.draw
    table = pd.read_csv(SURVEY / "data" / rule.pool, dtype=str)
    first = padai.draw_panel(rule, table)
    chosen = np.zeros(len(table), dtype=np.int64)
    missed = 0
    for seed in range(1, draws + 1):
        made = padai.draw_panel(
            rule.model_copy(update={"seed": str(seed)}), table, lottery=first.lottery
        )
        chosen += (made.people["status"] == "panel").to_numpy()
        inside = (made.counts["panel"] >= made.counts["low"]) & (
            made.counts["panel"] <= made.counts["high"]
        )
        missed += int(not inside.all() or (made.people["status"] == "panel").sum() != rule.size)
    again = padai.draw_panel(rule, table).people
    rng = np.random.default_rng(20250607)
    people = first.people.assign(times=chosen)
    simulated = np.array([simulate(first, rng) for _ in range(40)])
    return Checked(draws, missed, people, first.people.equals(again), simulated)


def distances(times: np.ndarray, p: np.ndarray, draws: int) -> np.ndarray:
    """Return how far people were drawn from their chances, in standard errors."""
    error = np.sqrt(p * (1 - p) / draws)
    varies = error > 1e-12
    return (times[varies] / draws - p[varies]) / error[varies]


def simulate(drawn: object, rng: np.random.Generator, draws: int = 400) -> tuple[float, float]:
    """Draw from the lottery by a random generator; return mean square and largest distance.

    People drawn together are not independent, so that no table says how these two vary.
    """
    people, lottery = drawn.people, drawn.lottery  # type: ignore[attr-defined]
    cells = {cell: rows.to_numpy() for cell, rows in people.groupby("cell").groups.items()}
    panels = [
        (int(last), list(zip(rows["cell"], rows["people"].astype(int), strict=True)))
        for last, rows in lottery.groupby("last_ticket")
    ]
    ends = np.array([last for last, _ in panels])
    times = np.zeros(len(people))
    for ticket in rng.integers(1, ends[-1] + 1, draws):
        for cell, n in panels[int(np.searchsorted(ends, ticket))][1]:
            times[rng.choice(cells[cell], n, replace=False)] += 1
    z = distances(times, people["probability"].to_numpy(), draws)
    return float((z**2).mean()), float(np.abs(z).max())


def report(found: Checked) -> str:
    """Write what was found as a page."""
    p = found.people["probability"].to_numpy()
    varies = p * (1 - p) > 1e-12
    z = distances(found.people["times"].to_numpy(), p, found.draws)
    square, worst = float((z**2).mean()), float(np.abs(z).max())
    low, high = np.percentile(found.simulated, [2.5, 97.5], axis=0)
    certain = found.people.loc[~varies]
    wrong = int((certain["times"] != (certain["probability"] * found.draws).round()).sum())
    groups = found.people.assign(chance=found.people["probability"].round(3)).groupby("chance")
    lines = [
        "# The draw by lot, checked over many draws", "",
        f"Made by `analysis/31_draw_check.py`: {len(p)} volunteers, 40 seats, {found.draws:,} "
        "draws with the seeds 1, 2, 3…", "",
        f"- Draws that missed a quota or a seat: **{found.missed}**.",
        f"- Smallest chance of a volunteer: {p.min():.4f}; largest: {p.max():.4f}; the chances add "
        f"up to {p.sum():.4f} seats.",
        f"- Distances between how often each of {len(z)} volunteers was drawn and their chance, in "
        f"standard errors: mean square {square:.2f}, largest {worst:.2f}. In 40 simulated checks "
        f"of 400 draws by a random generator: {low[0]:.2f} to {high[0]:.2f}, and {low[1]:.2f} to "
        f"{high[1]:.2f}.",
        f"- Volunteers drawn for certain, or never, who were not: {wrong} of {len(certain)}.",
        f"- The same seed and pool give the same panel: {'yes' if found.repeats else 'no'}.", "",
        "| chance | volunteers | drawn, on average | distance, in standard errors |",
        "|---:|---:|---:|---:|",
    ]  # fmt: skip
    for chance, group in groups:
        mean = float(group["times"].mean()) / found.draws
        own = float(group["probability"].mean())
        spread = np.sqrt(own * (1 - own) / (found.draws * len(group)))
        gap = f"{(mean - own) / spread:.2f}" if spread > 1e-12 else "–"
        lines.append(f"| {chance:.3f} | {len(group)} | {mean:.4f} | {gap} |")
    lines += [
        "",
        "People of one group of chances are not drawn independently of each other: the "
        "last column is a guide, the distances above are by person.",
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
