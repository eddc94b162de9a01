"""Time the reading and the validation of a large .sav: ``python benchmarks/bench_intake.py``.

200,000 respondents, 150 columns: an identifier, a weight, a stratum, 140 closed questions of four
answers and two missing codes, five numbers, two open questions. ``padai validate`` is run as a
person runs it, in a process of its own; then its two parts are timed apart.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd
import pyreadstat

from padai.survey import load_survey
from padai.validation import validate
from padai.waves.reading import read_delivery

CLOSED, NUMBERS, OPEN = 140, 5, 2
LABELS = {1: "Tout à fait", 2: "Plutôt", 3: "Plutôt pas", 4: "Pas du tout", 98: "NSP", 99: "Refus"}
SURVEY = """\
id: large
title: {fr: Grande}
description: {fr: Essai}
population: {fr: Adultes}
geography: {fr: Ici}
sponsor: {fr: Nous}
contact: {fr: nous}
synthetic: true
overlap: none
waves: [2025]
"""
SCALE = """\
scales:
  confidence:
    codes: {1: {fr: Tout à fait}, 2: {fr: Plutôt}, 3: {fr: Plutôt pas}, 4: {fr: Pas du tout}}
    missing:
      98: {label: {fr: NSP}, kind: dont_know, in_base: true}
      99: {label: {fr: Refus}, kind: refused}
questions:
"""
WAVE = """\
label: {fr: édition 2025}
fieldwork: {start: 2025-05-01, end: 2025-05-20}
parts:
  main:
    label: {fr: principal}
    population: {fr: Adultes}
    mode: online
    sample_type: probability
    supplier: {fr: A}
    file: large.sav
    design: {id: id, weight: w, stratum: h}
"""


def write(folder: Path, rows: int) -> Path:
    """Write the definition and the file; return the survey's folder."""
    survey = folder / "large"
    (survey / "waves").mkdir(parents=True)
    (survey / "data").mkdir()
    names = [f"q{i}" for i in range(CLOSED)]
    numbers, words = [f"n{i}" for i in range(NUMBERS)], [f"o{i}" for i in range(OPEN)]
    asked = "".join(
        f"  {name}: {{label: {{fr: {name}}}, wording: {{fr: {name}}}, {kind}}}\n"
        for group, kind in (
            (names, "scale: confidence"),
            (numbers, "type: number, range: [0, 1000]"),
            (words, "type: open"),
        )
        for name in group
    )
    (survey / "survey.yaml").write_text(SURVEY, encoding="utf-8")
    (survey / "questionnaire.yaml").write_text(SCALE + asked, encoding="utf-8")
    (survey / "waves" / "2025.yaml").write_text(WAVE, encoding="utf-8")
    chance = np.random.default_rng(1)
    shares = [0.2, 0.35, 0.25, 0.14, 0.05, 0.01]
    frame = pd.DataFrame(
        {
            "id": np.arange(1.0, rows + 1),
            "w": chance.uniform(0.5, 2, rows),
            "h": chance.integers(1, 18, rows).astype(float),
            **{n: chance.choice([1.0, 2.0, 3.0, 4.0, 98.0, 99.0], rows, p=shares) for n in names},
            **{n: chance.integers(0, 1000, rows).astype(float) for n in numbers},
            **{n: chance.choice(["aide", "service rapide", "rien", ""], rows) for n in words},
        }
    )
    labels = dict.fromkeys(names, LABELS)
    pyreadstat.write_sav(
        frame, str(survey / "data" / "large.sav"), variable_value_labels=labels, row_compress=True
    )
    return survey


def timed(what: Callable[[], object]) -> tuple[float, float, object]:
    """Return elapsed and processor seconds, children's included, and what came of it."""
    before, begun = os.times(), time.perf_counter()
    made = what()
    after = os.times()
    worked = sum(b - a for a, b in zip(before[:4], after[:4], strict=True))
    return time.perf_counter() - begun, worked, made


def main() -> None:
    """Print the table of medians."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=200_000)
    parser.add_argument("--runs", type=int, default=3)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        survey = write(Path(scratch), asked.rows)
        command = [sys.executable, "-m", "padai.cli", "validate", str(survey)]
        definition = load_survey(survey)
        rows: dict[str, list[tuple[float, float]]] = {}
        for _ in range(asked.runs):
            for name, what in (
                (
                    "`padai validate`, whole",
                    lambda: subprocess.run(command, capture_output=True, check=False),
                ),
                ("of which reading", lambda: read_delivery(definition, "2025")),
            ):
                elapsed, worked, made = timed(what)
                rows.setdefault(name, []).append((elapsed, worked))
            elapsed, worked, _ = timed(lambda delivered=made: validate(delivered))
            rows.setdefault("of which validating", []).append((elapsed, worked))
        size = (survey / "data" / "large.sav").stat().st_size / 1e6
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1e6
    out = [f"{asked.rows:,} x 150, {size:.0f} MB; peak of the largest process {peak:.1f} GB.", ""]
    out += ["| | best, s | median, s | median processor, s |", "|---|--:|--:|--:|"]
    for name, times in rows.items():
        clock, work = np.array(times).T
        out.append(
            f"| {name} | {clock.min():.1f} | {np.median(clock):.1f} | {np.median(work):.1f} |"
        )
    sys.stdout.write("\n".join(out) + "\n")


if __name__ == "__main__":
    main()
