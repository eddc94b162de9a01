"""Time a report of at least 20 figures in three formats: page, PDF, word-processor document.

Run with ``python benchmarks/bench_reports.py`` (``--runs 3``), or give the store of any release:
``--store releases/quebec/2025/v1/data``. Without one, the shipped example is built first, its
chapters repeated until the report has 20 figures. What is timed is the French report alone, from a
cold start each time: kernel, cells, charts, pandoc, typst. Processor seconds are those of every
process that the renderer started, read while they ran, since a busy machine stretches the clock.
"""

from __future__ import annotations

import argparse
import copy
import os
import re
import statistics
import sys
import tempfile
import threading
import time
from pathlib import Path

import yaml

import padai
from padai.interchange import init_example
from padai.publishing.engine import render
from padai.store import open_store

FIGURES = 20
TEMPLATES = Path(padai.__file__).parent / "publishing" / "templates"
TICKS = os.sysconf("SC_CLK_TCK")


def built_example(folder: Path) -> Path:
    """Build the example with its chapters repeated, and return its store."""
    init_example(folder)
    survey = folder / "surveys" / "example"
    path = survey / "survey.yaml"
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    once = content["sections"]
    content["sections"] = [
        {**copy.deepcopy(section), "id": f"{section['id']}{turn or ''}"}
        for turn in range(3)
        for section in once
    ]
    path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")
    release = padai.build(survey, formats=["html"], engine="embedded", record=False)
    return release.folder / "data"


class Processors:
    """Counts the processor seconds of this process and of all that it starts, as they run."""

    def __init__(self) -> None:
        self._seen: dict[int, float] = {}
        self._watching = 0.0
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Processors:
        self._begun = time.process_time()
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()
        own = time.process_time() - self._begun - self._watching
        self.seconds = sum(self._seen.values()) + own

    def _watch(self) -> None:
        while not self._done.wait(0.1):
            self._watching = time.thread_time()
            for number in self._started():
                try:
                    said = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()
                except OSError:
                    continue
                self._seen[number] = (int(said[11]) + int(said[12])) / TICKS

    def _started(self) -> list[int]:
        parents = {}
        for entry in Path("/proc").iterdir():
            if entry.name.isdigit():
                try:
                    said = (entry / "stat").read_text().rpartition(")")[2].split()
                except OSError:
                    continue
                parents[int(entry.name)] = int(said[1])
        found, wanted = [], {os.getpid()}
        while wanted:
            wanted = {n for n, parent in parents.items() if parent in wanted}
            found += wanted
        return found


def once(store: Path, out: Path) -> tuple[float, float]:
    date = open_store(store).release["publish_on"]
    stamp = int(time.mktime(time.strptime(str(date), "%Y-%m-%d")))
    begun = time.perf_counter()
    with Processors() as processors:
        render(
            TEMPLATES,
            ["fr/rapport.qmd"],
            out,
            store=store,
            lang="fr",
            source_date=stamp,
            formats=("html", "typst", "docx"),
            engine="embedded",
            progress=lambda text: print(f"\r{text:60}", end="", file=sys.stderr),
        )
    print(file=sys.stderr)
    return time.perf_counter() - begun, processors.seconds


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--store", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        store = args.store or built_example(Path(name) / "project")
        times = [once(store.resolve(), Path(name) / "out") for _ in range(args.runs)]
        page = (Path(name) / "out" / "rapport.html").read_text(encoding="utf-8")
    figures = len(re.findall(r"<img\b", page))
    assert args.store or figures >= FIGURES, figures
    wall, cpu = zip(*times, strict=True)
    print("| figures | best, s | median, s | median CPU, s |\n|--:|--:|--:|--:|")
    print(
        f"| {figures} | {min(wall):.1f} | {statistics.median(wall):.1f} "
        f"| {statistics.median(cpu):.1f} |"
    )


if __name__ == "__main__":
    main()
