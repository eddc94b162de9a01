"""Time what the last wave of a long tracker costs beside that of a short one: its tables.

Run with ``python benchmarks/bench_waves.py`` (``--waves 5 20 --questions 60``); processor seconds,
of this process and of those that read the files, beside a fixed numpy kernel. The wave before was
built on the same machine, which leaves a verdict on it and those before; ``--first``: it was not.
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from padai import load_survey
from padai.pipeline.parts.looking import passed, passed_before
from padai.pipeline.parts.preparation import Prepared, prepare
from padai.pipeline.tables.aggregation import tables_of
from padai.survey import Survey

sys.path.insert(0, str(Path(__file__).parents[1]))
from tests.builders import mini, respondents

QUESTIONS = 60
PEOPLE = 1_000
_BREAKDOWN = "  sex: {label: {fr: Genre, en: Gender}, question: sex}\n"
_REGION = (
    "  region: {label: {fr: Région, en: Region}, wording: {fr: Région, en: Region}, scale: {codes: "
    "{1: {fr: Un, en: One}, 2: {fr: Deux, en: Two}, 3: {fr: Trois, en: Three}}}}\n"
)


def tracker(folder: Path, count: int, questions: int = QUESTIONS) -> Path:
    """Write a survey of some waves, each of other people, and its data."""
    waves = tuple(str(2000 + k) for k in range(count))
    said = (
        "{label: {fr: Q, en: Q}, wording: {fr: Q?, en: Q?}, scale: confidence, headline_net: trust}"
    )
    asked = "".join(f"  q{k}: {said}\n" for k in range(questions))
    region = _BREAKDOWN.replace("sex", "region").replace("Genre", "R").replace("Gender", "R")
    replace = {
        "\nquestions:\n": f"\nquestions:\n{asked}{_REGION}",
        _BREAKDOWN: _BREAKDOWN + region,
        "overlap: none": "overlap: none\nreport_breakdowns: [sex, age_group, region]",
    }
    rows = {}
    for place, wave in enumerate(waves):
        rng = np.random.default_rng(place)
        answers = {
            f"q{k}": rng.choice([1.0, 2.0, 3.0, 4.0, 98.0], PEOPLE) for k in range(questions)
        }
        answers["region"] = rng.choice([1.0, 2.0, 3.0], PEOPLE)
        rows[wave] = respondents(PEOPLE, place + 1, 1 + 2 * PEOPLE * place, **answers)
    return mini(folder, rows, replace=replace, waves=waves)


def seconds() -> float:
    """Return the processor seconds of this process and of those that it waited for."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


def kernel() -> float:
    """Time a fixed piece of arithmetic, which tells how busy the machine is."""
    start = time.process_time()
    for _ in range(12):
        np.sort(np.sin(np.arange(2_000_000, dtype=float)))
    return time.process_time() - start


def read(survey: Survey, wave: str) -> Prepared:
    """Read, validate and weight a wave with those before it, as a build does."""
    known = passed_before(survey, wave, "main", None)
    return prepare(survey, wave, "main", None, lambda *_: None, known)


def timed(folder: Path, count: int, questions: int, first: bool) -> str:
    """Return what the last wave of a tracker costs."""
    survey = load_survey(tracker(folder, count, questions))
    *_, before, last = survey.waves
    if not first:
        with passed(survey, before, ["main"], None):
            read(survey, before)
    fixed, start = kernel(), seconds()
    ready = read(survey, last)
    weighted = seconds()
    tables = tables_of(survey, last, {"main": ready}, lambda *_: None)
    rows = sum(map(len, tables.values()))
    return (
        f"{count} waves, {questions} questions: {weighted - start:.2f} s to read and weight, "
        f"{seconds() - weighted:.2f} s for {rows} rows (kernel {fixed:.2f} s)"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--waves", type=int, nargs="+", default=[5, 20])
    parser.add_argument("--questions", type=int, default=QUESTIONS)
    parser.add_argument("--first", action="store_true")
    given = parser.parse_args()
    for count in given.waves:
        with tempfile.TemporaryDirectory() as name:
            os.environ["PADAI_CACHE_DIR"] = str(Path(name, "cache"))
            print(timed(Path(name), count, given.questions, given.first))


if __name__ == "__main__":
    main()
