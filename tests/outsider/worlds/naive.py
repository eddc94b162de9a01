"""A publisher that protects each table apart, as padai did once, to show what the attacker can do.

It imports nothing of padai. For each question and breakdown it withholds what the rules withhold
and, in each group and each answer where one cell is gone, the smallest other cell; a table and the
same table read the other way round are protected without a look at each other.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pandas as pd

from tests.outsider.figures import Place
from tests.outsider.judge import Judge
from tests.outsider.questionnaire import Codes, Questionnaire

_HEAD = (
    "part",
    "wave",
    "question",
    "response",
    "breakdown",
    "group",
    "estimate",
    "n_base",
    "flag",
    "reason",
)


@dataclass(frozen=True)
class _Cell:
    response: str
    group: str
    count: int
    base: int
    share: float


@dataclass
class Naive:
    """Publishes a survey's tables one by one.

    Attributes
    ----------
    digits
        Decimals of a share; ``None``: all of them.
    """

    asked: Questionnaire
    judge: Judge
    weights: dict[str, np.ndarray] = field(default_factory=dict)
    digits: int | None = None

    def publish(self, folder: Path, wave: str) -> Path:
        """Write ``open/series.csv`` into a version's folder, and return that folder."""
        rows = [row for part in self.asked.waves[wave]["parts"] for row in self._part(wave, part)]
        (folder / "open").mkdir(parents=True, exist_ok=True)
        with (folder / "open" / "series.csv").open("w", encoding="utf-8", newline="") as out:
            writer = csv.writer(out)
            writer.writerow(_HEAD)
            writer.writerows(rows)
        return folder

    def _part(self, wave: str, part: str) -> Iterator[tuple[object, ...]]:
        coded = self.judge.coded(Place(wave, part))
        weight = self.weights.get(part, np.ones(len(coded)))
        named = self.asked.waves[wave]["parts"][part].get("breakdowns") or list(self.asked.groups)
        for question, responses in self.asked.responses.items():
            variables = {
                r: (of.variable, of.codes)
                for r, of in responses.items()
                if not of.less and not of.mean
            }
            for breakdown in ["total", *named]:
                cells = list(self._cells(coded, weight, variables, breakdown))
                gone = self._withheld(
                    question,
                    breakdown,
                    cells,
                    len(variables) == len({codes for _, codes in variables.values()}),
                )
                for cell in cells:
                    at = (part, wave, question, cell.response, breakdown, cell.group)
                    if (cell.response, cell.group) in gone:
                        yield (*at, "", "", "x", "confidential")
                    elif cell.base:
                        share = (
                            cell.share if self.digits is None else round(cell.share, self.digits)
                        )
                        yield (*at, repr(float(share)), cell.base, "", "")

    def _cells(
        self,
        coded: pd.DataFrame,
        weight: np.ndarray,
        variables: dict[str, tuple[str, Codes]],
        breakdown: str,
    ) -> Iterator[_Cell]:
        groups = self.asked.groups.get(breakdown, {"total": None})
        for group, of in groups.items():
            inside = (
                np.ones(len(coded), bool) if of is None else coded[of[0]].isin(of[1]).to_numpy()
            )
            for response, (variable, codes) in variables.items():
                base = (
                    inside
                    & coded[variable].isin(self.asked.variables[variable].answered).to_numpy()
                )
                counted = base & coded[variable].isin(codes).to_numpy()
                share = weight[counted].sum() / weight[base].sum() if base.any() else 0.0
                yield _Cell(response, group, int(counted.sum()), int(base.sum()), float(share))

    def _withheld(
        self, question: str, breakdown: str, cells: list[_Cell], _apart: bool
    ) -> set[tuple[str, str]]:
        asked = self.asked
        sensitive = any(
            v.sensitive for v in asked.variables.values() if v.question == question
        ) or any(
            asked.variables[of[0]].sensitive for of in asked.groups.get(breakdown, {}).values()
        )
        gone = {
            (c.response, c.group)
            for c in cells
            if breakdown != "total" and 0 < c.base < asked.smallest_group
        }
        if sensitive and breakdown != "total":
            gone |= {
                (c.response, c.group)
                for c in cells
                if 0 < c.count < asked.smallest_sensitive
                or 0 < c.base - c.count < asked.smallest_sensitive
            }
        for by in (1, 0):
            for line in {(c.response, c.group)[by] for c in cells}:
                mine = [c for c in cells if (c.response, c.group)[by] == line]
                shown = [c for c in mine if (c.response, c.group) not in gone]
                if len(mine) - len(shown) == 1 and shown and breakdown != "total":
                    smallest = min(shown, key=lambda c: (c.count, c.response, c.group))
                    gone.add((smallest.response, smallest.group))
        return gone
