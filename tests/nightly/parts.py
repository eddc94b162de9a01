"""What a night tries, part by part: each returns its figures, and fails loudly where one is wrong.

The counts that a night asks for are in :data:`PARTS`; each part may be run alone and with fewer.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import numpy as np

from tests.nightly.interruptions import interruptions

ROOT = Path(__file__).resolve().parents[2]
Figures = dict[str, object]
LEAST_SCORE = 85.0
"""Per cent of the mutants of each room that a test must notice."""
MOST_STOPPED = 0.005
"""Part of the random tables that the gate may stop: a stop is safe, and a nuisance."""


def disclosure(count: int) -> Figures:
    """Protect random tables, then attack them without knowing how they were protected."""
    from padai.disclosure import audit, disclose, protect, withhold_confidential
    from tests.attacks import attack, world

    attacked = recovered = narrowed = before = exposed = missed = 0
    for seed in range(count):
        of = world(np.random.default_rng(seed), sensitive=bool(seed % 2), crossed=seed % 3 != 0)
        shown = disclose(of.frame, of.survey, of.counts.n_cell)
        out = withhold_confidential(shown, protect(shown, of.counts, of.survey))
        found, first = attack(of, out), attack(of, shown)
        attacked += found.cells
        recovered, narrowed = recovered + found.exact, narrowed + found.narrowed
        before += first.exact
        exposed += bool(audit(out, of.counts, of.survey).exposed)
        leaks = first.exact or first.narrowed
        missed += bool(leaks and not audit(shown, of.counts, of.survey).exposed)
    return {
        "tables": count,
        "cells attacked": attacked,
        "recovered": recovered,
        "known to be too few": narrowed,
        "recovered without secondary suppression": before,
        "leaks that the audit missed": missed,
        "tables that no further cell could close, and that the gate stopped": exposed,
        "ok": not (recovered or narrowed or missed) and exposed <= MOST_STOPPED * count,
    }


def outsider(count: int) -> Figures:
    """Build nasty little surveys and attack what goes out, without a look at how it was protected."""
    from tests.outsider import night

    return night.outsider(count)


def quebec(count: int) -> Figures:
    """Build the tables of the Quebec demonstration and attack them in the same way."""
    from tests.outsider import night

    return night.quebec(count)


def seals(count: int) -> Figures:
    """Build a stamped release and read all of it, then cheat in each of the ways there are."""
    from tests.nightly.sealed import sealed_release

    with tempfile.TemporaryDirectory() as folder:
        return sealed_release(Path(folder), count)


def payloads(count: int) -> Figures:
    """Publish hostile stores, each time with the texts in other places, in every format."""
    from padai.publishing.release import publish
    from tests.hostile.payloads import LABELS, NO_LETTER
    from tests.hostile.store import as_text, hostile_store, live_in, page_says, squeezed
    from tests.unpacking import unpacked

    printed = [p for p in LABELS if p.token not in NO_LETTER]
    scanned, alive, garbled, met = 0, 0, 0, set()
    for turn in range(count):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            start = turn * 11 % len(printed)
            store = hostile_store(folder, printed, start=start)
            publish(
                store.folder, folder / "out", formats=("html", "typst", "docx"), engine="embedded"
            )
            for part, content in unpacked(folder / "out"):
                scanned += 1
                alive += len(list(live_in(part, content)))
                if part.endswith(".html"):
                    said = squeezed(page_says(content.decode())[0])
                    there = [p for p in printed if p.token in said]
                    met |= {p.token for p in there}
                    garbled += sum(as_text(p) not in said for p in there)
    return {
        "payloads tried": len(printed),
        "met on a page": len(met),
        "stores": count,
        "artefacts scanned": scanned,
        "alive": alive,
        "not said as they are": garbled,
        "ok": not (alive or garbled),
    }


def canaries(count: int) -> Figures:
    """Build the example with planted identifiers and answers, and search all that it writes."""
    from tests.canaries import leaks, plant
    from tests.unpacking import unpacked

    scanned, found, signs = 0, [], 0
    for _ in range(count):
        with tempfile.TemporaryDirectory() as name:
            survey = _example(Path(name))
            planted = plant(survey)
            signs += len(planted)
            said = _padai(
                "build",
                str(survey),
                "--log",
                "json",
                "--format",
                "html",
                "--format",
                "pdf",
                "--format",
                "docx",
                cwd=Path(name),
            )
            (Path(name) / "releases" / "log.txt").write_text(said)
            scanned += sum(1 for _ in unpacked(Path(name) / "releases"))
            found += list(leaks(Path(name) / "releases", planted))
    return {
        "planted": signs,
        "artefacts scanned": scanned,
        "artefacts that hold one": len(found),
        "ok": not found,
    }


def reproduction(count: int) -> Figures:
    """Build the example again elsewhere; compare every byte of every format.

    Folder, home, time zone, locale, threads, mask of rights and seed of hashes differ; then the
    rows of every data file are in another order, and only what quotes their hashes may differ.
    """
    variants = [{"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "OMP_NUM_THREADS": "2"},
                {"TZ": "America/St_Johns", "LC_ALL": "C.UTF-8", "OPENBLAS_NUM_THREADS": "1"},
                {"TZ": "UTC", "LANG": "fr_CA.UTF-8", "PYTHONHASHSEED": "7"},
                {"HOME": "/nowhere", "USER": "somebody", "OMP_NUM_THREADS": "7"}]  # fmt: skip
    first = _built_bytes({})
    compared = differ = quoting = 0
    for turn in range(count):
        moved = turn % 5 == 4
        other = _built_bytes({} if moved else variants[turn % 5], rows_moved=moved, mask=0o077)
        names = set(first) | set(other)
        compared += sum(len(first.get(name, b"")) for name in names)
        unlike = {name for name in names if first.get(name) != other.get(name)}
        quotes = {n for n in unlike & QUOTE_INPUTS if moved and _but_for_hashes(n, first, other)}
        quoting += len(quotes)
        differ += len(unlike - quotes)
    return {
        "builds": count + 1,
        "files": len(first),
        "bytes compared": compared,
        "files that differ": differ,
        "that quote the hash of moved rows": quoting,
        "ok": not differ,
    }


QUOTE_INPUTS = {
    *(f"example/2025/v1/interne/{name}" for name in ("manifest.json", "texts.json")),
    *(f"example/2025/{name}" for name in ("versions.html", "versions-en.html")),
}
"""The files that name the hash of a data file, or that of a file which does."""


def _but_for_hashes(name: str, one: dict[str, bytes], other: dict[str, bytes]) -> bool:
    """Whether two contents of a file are the same where they name no SHA-256."""
    first, second = (re.sub(rb"\b[0-9a-f]{64}\b", b"", of.get(name, b"")) for of in (one, other))
    return first == second


def _built_bytes(
    env: dict[str, str], *, rows_moved: bool = False, mask: int = 0o022
) -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as name:
        survey = _example(Path(name))
        if rows_moved:
            _move_rows(survey)
        before = os.umask(mask)
        try:
            _padai(
                "build",
                str(survey),
                "--format",
                "html",
                "--format",
                "pdf",
                "--format",
                "docx",
                cwd=Path(name),
                env=env,
            )
        finally:
            os.umask(before)
        top = Path(name) / "releases"
        return {
            p.relative_to(top).as_posix(): p.read_bytes()
            for p in sorted(top.rglob("*"))
            if p.is_file() and not p.name.startswith(".")
        }


def _move_rows(survey: Path) -> None:
    """Put the rows of every data file in another order, and their new hashes in the waves."""
    import pyreadstat

    for path in sorted((survey / "data").glob("*.sav")):
        frame, meta = pyreadstat.read_sav(str(path), user_missing=True)
        pyreadstat.write_sav(
            frame.sample(frac=1.0, random_state=1),
            str(path),
            column_labels=meta.column_names_to_labels,
            missing_ranges=meta.missing_ranges,
            variable_value_labels=meta.variable_value_labels,
            variable_measure=meta.variable_measure,
        )
        wave = survey / "waves" / f"{path.stem.split('-')[-1]}.yaml"
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        text = wave.read_text(encoding="utf-8")
        wave.write_text(re.sub(r"sha256: \w{64}", f"sha256: {digest}", text), encoding="utf-8")


def kills(count: int) -> Figures:
    """Interrupt builds by a kill, a full disk or a forbidden folder, at random moments."""
    with tempfile.TemporaryDirectory() as name:
        found = interruptions(count, Path(name))
    wrong = found["torn"] or found["left behind after the next build"]
    return {"interruptions": count, **found, "ok": not wrong}


def transit(count: int) -> Figures:
    """Deliver waves that were changed on their way: the definition's announcement notices each."""
    from tests.transit import CHANGES, corrupted

    noticed: Counter[str] = Counter()
    for turn in range(count):
        with tempfile.TemporaryDirectory() as name:
            by = corrupted(Path(name), turn)
        noticed[f"noticed by {by}" if by == CHANGES[turn % len(CHANGES)][0] else "not noticed"] += 1
    return {"waves": count, "not noticed": 0, **noticed, "ok": not noticed["not noticed"]}


def coverage(count: int) -> Figures:
    """Count how often intervals cover the truth, and write ``docs/interval-coverage.md``."""
    _run("analysis/01_interval_coverage.py", "--runs", str(count))
    text = (ROOT / "docs" / "interval-coverage.md").read_text(encoding="utf-8")
    rows = [r for r in text.splitlines() if r.startswith(("| simple", "| weighted", "| clustered"))]
    missed = sum(" !" in row for row in rows)
    return {
        "samples a design": count,
        "designs": len(rows),
        "intervals that miss their promise": missed,
        "ok": bool(rows) and not missed,
    }


def intake(count: int) -> Figures:
    """Read mutated data files and definitions: none may crash, hang or end in a traceback."""
    from tests.fuzz_intake import SEED, fuzz

    ended = fuzz(count, SEED)
    read = sum(n for (_, how), n in ended.items() if how == "read")
    refused = sum(n for (_, how), n in ended.items() if how == "refused")
    return {
        "mutants": count,
        "read": read,
        "refused": refused,
        "crashes": 0,
        "hangs": 0,
        "ok": read + refused == count,
    }


def mutants(count: int) -> Figures:
    """Change the code of disclosure, trends and estimation: how many changes a test notices."""
    said = _run("-m", "tests.nightly.mutants", "--sample", str(count), "--tell", "--least", "0")
    figures = json.loads(said.strip().splitlines()[-1])
    rooms = {f"score of {room}, %": score for room, score in figures["rooms"].items()}
    return {
        "modules": len(figures["modules"]),
        "mutants that there are": figures["mutants"],
        "equivalent, left out": figures["equivalent"],
        "mutants tried": figures["tried"],
        "noticed": figures["killed"],
        "score, %": figures["score"],
        **rooms,
        "ok": min(figures["score"], *figures["rooms"].values()) >= LEAST_SCORE,
    }


def agreement(count: int) -> Figures:
    """Compare with R and with hand calculations: the tests of reference and spec."""
    passed = failed = 0
    for _ in range(count):
        found = _tested("tests/reference", "tests/spec")
        passed, failed = passed + found.passed, failed + found.failed
    return {
        "comparisons that agree": passed,
        "that do not": failed,
        "ok": bool(passed) and not failed,
    }


def invariants(count: int) -> Figures:
    """Draw examples of what may change no number, until a night has had enough of them."""
    examples = passed = failed = seed = 0
    while examples < count and not failed:
        seed += 1
        found = _tested(
            "tests/property",
            "--hypothesis-show-statistics",
            f"--hypothesis-seed={seed}",
            "-k",
            "not interval_coverage and not suppression",
        )
        passed, failed = passed + found.passed, failed + found.failed
        examples += sum(int(n) for n in re.findall(r"(\d+) passing examples", found.said))
    return {
        "seeds": seed,
        "examples": examples,
        "invariants that hold": passed,
        "that do not": failed,
        "ok": bool(passed) and not failed,
    }


def accessibility(count: int) -> Figures:
    """Look at every page, document and workbook: rules of access, structure, layout."""
    passed = failed = skipped = 0
    for _ in range(count):
        found = _tested(
            "tests/test_accessibility.py",
            "tests/test_accessibility_charts.py",
            "tests/test_rendering_formats.py",
            "tests/test_publishing_workbook.py",
        )
        passed, failed = passed + found.passed, failed + found.failed
        skipped += found.skipped
    return {
        "checks that hold": passed,
        "that do not": failed,
        "not made for want of a browser": skipped,
        "ok": bool(passed) and not failed,
    }


class _Tested(NamedTuple):
    passed: int
    failed: int
    skipped: int
    said: str


def _tested(*arguments: str) -> _Tested:
    """Run some tests and count how they ended."""
    with tempfile.TemporaryDirectory() as name:
        report = Path(name) / "junit.xml"
        ended = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", *arguments, f"--junitxml={report}"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "PADAI_NIGHT": "1"},
        )
        if not report.is_file():
            raise SystemExit(f"no test was run: {ended.stdout[-2000:]}{ended.stderr[-2000:]}")
        suite = ET.parse(report).getroot().find("testsuite")
    assert suite is not None
    failed = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
    skipped = int(suite.get("skipped", 0))
    passed = int(suite.get("tests", 0)) - failed - skipped
    return _Tested(passed, failed, skipped, ended.stdout)


class Part(NamedTuple):
    """A part of the night: what runs it, how often a night asks for it, and what it is."""

    run: Callable[[int], Figures]
    night: int
    title: str


PARTS: dict[str, Part] = {
    "intake": Part(intake, 20_000, "Data files and definitions, mutated"),
    "kills": Part(kills, 600, "Builds killed, without room, or without the right to write"),
    "transit": Part(transit, 500, "Waves corrupted on their way"),
    "coverage": Part(coverage, 10_000, "Intervals that cover the truth"),
    "agreement": Part(agreement, 1, "R and hand calculations"),
    "invariants": Part(invariants, 2_000, "What may change no number"),
    "disclosure": Part(disclosure, 5_000, "Confidential cells, attacked by linear programming"),
    "outsider": Part(outsider, 1_000, "What an outsider finds in nasty little surveys"),
    "quebec": Part(quebec, 1, "What an outsider finds in the Quebec demonstration"),
    "payloads": Part(payloads, 8, "Hostile texts through every format"),
    "canaries": Part(canaries, 1, "Planted identifiers and answers, searched in every artefact"),
    "seals": Part(seals, 16, "A stamped release, and the ways to cheat it"),
    "reproduction": Part(reproduction, 5, "The same bytes elsewhere"),
    "accessibility": Part(accessibility, 1, "Pages, documents and workbooks for everybody"),
    "mutants": Part(mutants, 12, "Mutations of the code, noticed by a test"),
}
"""In the order in which a night runs them; of mutants, the count is that of each module."""


def _example(folder: Path) -> Path:
    from padai.interchange import init_example

    init_example(folder)
    return folder / "surveys" / "example"


def _run(*arguments: str) -> str:
    """Run Python at the top of the repository and return what it says."""
    made = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    if made.returncode:
        raise SystemExit(f"{' '.join(arguments)} ended with {made.returncode}: {made.stderr}")
    return made.stdout


def _padai(*arguments: str, cwd: Path, env: dict[str, str] | None = None) -> str:
    made = subprocess.run(
        [sys.executable, "-m", "padai.cli", *arguments],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT), **(env or {})},
    )
    if made.returncode:
        raise SystemExit(f"padai {arguments[0]} ended with {made.returncode}: {made.stderr}")
    return made.stdout + made.stderr
