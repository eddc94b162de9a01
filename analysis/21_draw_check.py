"""Draw ten thousand panels and compare how often each volunteer was drawn with their chance.

Run with ``python analysis/21_draw_check.py`` (``--draws 10000``); writes ``docs/panel-draw.md``.
The pool is that of the demonstration panel; the lottery is worked out once, and each draw has a
seed of its own, as a real one has.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
from scipy import stats

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
    people = first.people.assign(times=chosen)
    return Checked(draws, missed, people, first.people.equals(again))


def report(found: Checked) -> str:
    """Write what was found as a page."""
    p = found.people["probability"].to_numpy()
    error = np.sqrt(p * (1 - p) / found.draws)
    varies = error > 1e-12
    z = (found.people["times"] / found.draws - p).to_numpy()[varies] / error[varies]
    worst = float(np.abs(z).max())
    # of so many independent z, the largest is under this nineteen times out of twenty
    expected = float(stats.norm.isf((1 - 0.95 ** (1 / len(z))) / 2))
    certain = found.people.loc[~varies]
    wrong = int((certain["times"] != (certain["probability"] * found.draws).round()).sum())
    groups = found.people.assign(chance=found.people["probability"].round(3)).groupby("chance")
    lines = [
        "# The draw by lot, checked over many draws", "",
        f"Made by `analysis/21_draw_check.py`: {len(p)} volunteers, 40 seats, {found.draws:,} "
        "draws with the seeds 1, 2, 3…", "",
        f"- Draws that missed a quota or a seat: **{found.missed}**.",
        f"- Smallest chance of a volunteer: {p.min():.4f}; largest: {p.max():.4f}; the chances add "
        f"up to {p.sum():.4f} seats.",
        f"- Largest distance between how often a volunteer was drawn and their chance: {worst:.2f} "
        f"standard errors, over {len(z)} volunteers; under {expected:.2f} nineteen times out of "
        "twenty if the chances are right.",
        f"- Mean square of these distances: {float((z**2).mean()):.3f} (1 if the chances are "
        "right).",
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
    lines += ["", "People of one group of chances are not drawn independently of each other: the "
              "last column is a guide, the distances above are by person."]  # fmt: skip
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
