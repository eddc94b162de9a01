"""Have Python's ``svy`` work the figures of `test_svy` out: padai writes, another Python runs.

``python -m tests.reference.svy.answers PYTHON``, where PYTHON is an interpreter that has ``svy``.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

import padai
from padai.results import Estimates

HERE = Path(__file__).parent
ANSWERS = HERE / "answers.json"
DESIGNS = {
    "apiclus1": padai.Design(weight="pw", psu="dnum", fpc="fpc"),
    "apistrat": padai.Design(weight="pw", stratum="stype", fpc="fpc"),
}


def estimates() -> Iterator[tuple[str, Estimates]]:
    """Yield the estimates that are compared, by design and kind."""
    for name, design in DESIGNS.items():
        wave = padai.Wave(pd.read_csv(HERE.parent / f"{name}.csv"), design)
        yield f"{name} mean", padai.mean(wave, "api00", by=["awards"])
        yield f"{name} share", padai.proportion(wave, "sch.wide", by=["awards"])
        yield f"{name} total", padai.total(wave, "enroll")
        yield f"{name} ratio", padai.ratio(wave, "api.stu", "enroll")


def main(python: str) -> None:
    """Write what ``svy`` gives, with its version."""
    ask = "import json, svy, polars; print(json.dumps([svy.__version__, polars.__version__]))"
    version = subprocess.run([python, "-c", ask], capture_output=True, text=True, check=True)
    svy, polars = json.loads(version.stdout.splitlines()[-1])
    figures = {}
    for name, est in estimates():
        with tempfile.TemporaryDirectory() as folder:
            est.witness("svy").write(folder)
            done = subprocess.run(
                [python, "witness_svy.py"], cwd=folder, capture_output=True, text=True, check=True
            )
            *lines, _largest = done.stdout.splitlines()
        rows = [line.rsplit(" ", 2) for line in lines]
        figures[name] = {key: [float(value), float(error)] for key, value, error in rows}
    found = {"svy": svy, "polars": polars, "figures": figures}
    ANSWERS.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
