"""Measure a banner of rows that never enter memory, beside an engine's bare sums in the same run.

20 items of 5 codes by 8 breakdowns (41 groups) and the total, from a folder of Parquet made from a
seed: 17 strata, the regions; then raked to 5 margins; then with 6,800 psus. Each is printed beside
DuckDB's own sums (n, sum w, sum w*w by stratum or psu, group and code, one query an item and
breakdown), with processor seconds of the process and a curve of its memory.

    python benchmarks/bench_bigdata.py --rows 10000000 --folder /tmp/big
"""

from __future__ import annotations

import argparse
import contextlib
import resource
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np

import padai

ITEMS, CODES = 20, 5
SIZES = {
    "sex": 2,
    "age": 6,
    "region": 17,
    "school": 3,
    "language": 3,
    "income": 5,
    "owner": 2,
    "born": 3,
}
MARGINS = ("sex", "age", "region", "school", "language")
AT_ONCE = 1_000_000
GIB = 2.0**20


def make(folder: Path, rows: int, seed: int) -> None:
    """Write the rows in parts of a million, each from its own stream of the seed."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    folder.mkdir(parents=True)
    for part, start in enumerate(range(0, rows, AT_ONCE)):
        n = min(AT_ONCE, rows - start)
        rng = np.random.default_rng([seed, part])
        psu = rng.integers(0, 6800, n).astype(np.int16)
        data = {"w": np.round(rng.gamma(4.0, 0.25, n) + 0.05, 4)}
        data["psu"] = psu
        for name, size in SIZES.items():
            data[name] = rng.integers(0, size, n).astype(np.int8)
        data["region"] = (psu % 17).astype(np.int8)
        lean = rng.random(n)
        for item in range(ITEMS):
            mixed = 0.3 * lean + 0.7 * rng.random(n)
            data[f"q{item}"] = (1 + np.floor(mixed * CODES)).astype(np.int8)
        pq.write_table(pa.table(data), folder / f"part{part:04d}.parquet")


@contextlib.contextmanager
def measured(what: str) -> Iterator[dict[str, float]]:
    """Print processor and clock seconds of a block, and how its memory went."""
    curve: list[float] = []
    done = threading.Event()

    def watch() -> None:
        while not done.is_set():
            status = Path("/proc/self/status").read_text()
            held = next(line for line in status.splitlines() if line.startswith("VmRSS"))
            curve.append(int(held.split()[1]) / GIB)
            done.wait(0.25)

    before, clock = resource.getrusage(resource.RUSAGE_SELF), time.perf_counter()
    watcher = threading.Thread(target=watch)
    watcher.start()
    found: dict[str, float] = {}
    try:
        yield found
    finally:
        done.set()
        watcher.join()
    after = resource.getrusage(resource.RUSAGE_SELF)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    found |= {"cpu": cpu, "peak": max(curve)}
    tenths = np.array_split(np.array(curve), min(10, len(curve)))
    line = " ".join(f"{part.max():.2f}" for part in tenths)
    print(
        f"{what:34s} {cpu:8.2f} cpu s {time.perf_counter() - clock:8.2f} s   GiB {line}", flush=True
    )


def bare(folder: Path, unit: str) -> float:
    """Add up with DuckDB alone, one query an item and breakdown, the total among them."""
    import duckdb

    engine = duckdb.connect()
    with measured(f"DuckDB's bare sums by {unit}") as found:
        for item in range(ITEMS):
            for name in (None, *SIZES):
                by = ", ".join(dict.fromkeys(n for n in (unit, name, f"q{item}") if n))
                engine.execute(
                    f"select {by}, count(*), sum(w), sum(w * w) from '{folder}/*.parquet' "
                    f"group by {by}"
                ).fetchnumpy()
    return found["cpu"]


def banner(folder: Path, design: padai.Design, what: str, margins: bool = False) -> float:
    """Do a banner from the folder, raked or not."""
    with measured(what) as found:
        wave = padai.Wave(folder, design)
        if margins:
            even = {n: {str(k): 1 / SIZES[n] for k in range(SIZES[n])} for n in MARGINS}
            wave = padai.rake(wave, even)
        asked = [f"q{item}" for item in range(ITEMS)]
        made = padai.banner(wave, asked, by=list(SIZES))
    print(f"    {len(made)} rows, {made.frame['std_error'].sum():.12g} over their standard errors")
    return found["cpu"]


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--rows", type=int, default=1_000_000)
    asked.add_argument("--folder", type=Path, required=True)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--keep", action="store_true", help="leave the Parquet there")
    asked.add_argument("--only", choices=("strata", "psus", "raked"))
    told = asked.parse_args()
    if told.folder.exists() and not any(told.folder.glob("*.parquet")):
        asked.error(f"{told.folder} is there and holds no Parquet: name a folder to be made")
    if not told.folder.exists():
        make(told.folder, told.rows, told.seed)
    size = sum(file.stat().st_size for file in told.folder.iterdir()) / 2.0**30
    print(f"{told.rows} rows, {size:.2f} GiB of Parquet, {ITEMS} items, {len(SIZES)} breakdowns")
    strata = padai.Design(weight="w", stratum="region")
    psus = padai.Design(weight="w", stratum="region", psu="psu")
    sums = bare(told.folder, "region") if told.only != "psus" else 0.0
    if told.only in (None, "strata"):
        own = banner(told.folder, strata, "padai, 17 strata")
        print(f"    {own / sums:.2f} times the bare sums")
    if told.only in (None, "raked"):
        own = banner(told.folder, strata, "padai, raked to 5 margins", margins=True)
        print(f"    {own / sums:.2f} times the bare sums")
    if told.only in (None, "psus"):
        sums = bare(told.folder, "psu")
        own = banner(told.folder, psus, "padai, 6,800 psus")
        print(f"    {own / sums:.2f} times the bare sums")
    if not told.keep:
        shutil.rmtree(told.folder)


if __name__ == "__main__":
    main()
