"""What a night tries, part by part: each returns its figures, and fails loudly where one is wrong.

The counts that a night asks for are in :data:`PARTS`; each part may be run alone and with fewer.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
Figures = dict[str, object]


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
    return {"tables": count, "cells attacked": attacked, "recovered": recovered,
            "known to be too few": narrowed, "recovered without secondary suppression": before,
            "leaks that the audit missed": missed, "protected tables that the audit stopped": exposed,
            "ok": not (recovered or narrowed or missed or exposed)}  # fmt: skip


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
            publish(store.folder, folder / "out", formats=("html", "typst", "docx"),
                    engine="embedded")  # fmt: skip
            for part, content in unpacked(folder / "out"):
                scanned += 1
                alive += len(list(live_in(part, content)))
                if part.endswith(".html"):
                    said = squeezed(page_says(content.decode())[0])
                    there = [p for p in printed if p.token in said]
                    met |= {p.token for p in there}
                    garbled += sum(as_text(p) not in said for p in there)
    return {"payloads tried": len(printed), "met on a page": len(met), "stores": count,
            "artefacts scanned": scanned, "alive": alive, "not said as they are": garbled,
            "ok": not (alive or garbled)}  # fmt: skip


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
            said = _padai("build", str(survey), "--log", "json", "--format", "html", "--format",
                          "pdf", "--format", "docx", cwd=Path(name))  # fmt: skip
            (Path(name) / "releases" / "log.txt").write_text(said)
            scanned += sum(1 for _ in unpacked(Path(name) / "releases"))
            found += list(leaks(Path(name) / "releases", planted))
    return {"planted": signs, "artefacts scanned": scanned, "artefacts that hold one": len(found),
            "ok": not found}  # fmt: skip


def reproduction(count: int) -> Figures:
    """Build the example again elsewhere: folder, time zone, locale, threads; compare every byte."""
    variants = [{"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "OMP_NUM_THREADS": "2"},
                {"TZ": "America/St_Johns", "LC_ALL": "C.UTF-8", "OMP_NUM_THREADS": "1"},
                {"TZ": "UTC", "LANG": "fr_CA.UTF-8", "PYTHONHASHSEED": "7"}]  # fmt: skip
    first = _built_bytes({})
    compared = differ = 0
    for turn in range(count):
        other = _built_bytes(variants[turn % len(variants)])
        names = set(first) | set(other)
        compared += sum(len(first.get(name, b"")) for name in names)
        differ += sum(first.get(name) != other.get(name) for name in names)
    return {"builds": count + 1, "files": len(first), "bytes compared": compared,
            "files that differ": differ, "ok": not differ}  # fmt: skip


def _built_bytes(env: dict[str, str]) -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as name:
        survey = _example(Path(name))
        _padai("build", str(survey), "--format", "html", "--format", "pdf", "--format", "docx",
               cwd=Path(name), env=env)  # fmt: skip
        top = Path(name) / "releases"
        return {
            p.relative_to(top).as_posix(): p.read_bytes()
            for p in sorted(top.rglob("*"))
            if p.is_file() and not p.name.startswith(".")
        }


def kills(count: int) -> Figures:
    """Kill builds at random moments: the old release or the new one stands, never a mixture."""
    with tempfile.TemporaryDirectory() as name:
        survey = _example(Path(name))
        wave = survey / "waves" / "2025.yaml"
        wave.write_text(wave.read_text().replace("status: demonstration", "status: draft"))
        begun = time.monotonic()
        _padai("build", str(survey), cwd=Path(name))
        seconds, old = time.monotonic() - begun, _digests(Path(name))
        head = survey / "survey.yaml"
        head.write_text(head.read_text().replace("Valmont", "Valbrume"))
        chance, states, allowed = random.Random(1), {"old": 0, "new": 0, "torn": 0}, [old]
        for _ in range(count):
            _killed(survey, Path(name), chance.uniform(0, seconds * 1.05))
            states[_state(_digests(Path(name)), allowed)] += 1
        _padai("build", str(survey), cwd=Path(name))
        new = _digests(Path(name))
        left = [p for p in (Path(name) / "releases").rglob(".*") if p.is_dir()]
        torn = states["torn"] + (new == old)
    return {"kills": count, "old release whole": states["old"], "new release whole": states["new"],
            "torn": torn, "orphans after the next build": len(left), "ok": not (torn or left)}  # fmt: skip


def _killed(survey: Path, folder: Path, after: float) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "padai.cli", "build", str(survey)], cwd=folder,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _digests(folder: Path) -> dict[str, str]:
    """Return the hash of each file that stands, and that its own manifest agrees with it."""
    (release,) = (folder / "releases" / "example" / "2025").glob("v[0-9]*")
    found = {
        p.relative_to(release).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest()
        for p in sorted(release.rglob("*"))
        if p.is_file()
    }
    manifest = json.loads((release / "data" / "manifest.json").read_text())
    told = {o["name"]: o["sha256"] for o in manifest["outputs"]}
    agree = all(found.get(name) == digest for name, digest in told.items())
    return {**found, "agrees": str(agree)}


def _state(now: dict[str, str], allowed: list[dict[str, str]]) -> str:
    """Tell the old release from a new one; the first whole new one is what the next must be."""
    if now == allowed[0]:
        return "old"
    if len(allowed) == 1 and now["agrees"] == "True":
        allowed.append(now)
    return "new" if now in allowed[1:] else "torn"


def intake(count: int) -> Figures:
    """Read mutated data files and definitions: none may crash, hang or end in a traceback."""
    from tests.fuzz_intake import SEED, fuzz

    ended = fuzz(count, SEED)
    read = sum(n for (_, how), n in ended.items() if how == "read")
    refused = sum(n for (_, how), n in ended.items() if how == "refused")
    return {"mutants": count, "read": read, "refused": refused, "crashes": 0, "hangs": 0,
            "ok": read + refused == count}  # fmt: skip


def mutants(count: int) -> Figures:
    """Change the code of disclosure, trends and estimation: how many changes a test notices."""
    made = subprocess.run(
        [sys.executable, "-m", "tests.nightly.mutants", "--sample", str(count), "--tell"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    figures = json.loads(made.stdout.strip().splitlines()[-1])
    return {"mutants tried": figures["tried"], "noticed": figures["killed"],
            "score, %": round(100 * figures["score"], 1), "ok": figures["score"] >= 0.85}  # fmt: skip


def oracles(count: int) -> Figures:
    """Compare with R, by hand and by invariants: the tests of reference, spec and property."""
    passed = failed = 0
    for seed in range(1, count + 1):
        with tempfile.TemporaryDirectory() as name:
            report = Path(name) / "junit.xml"
            folders = ["tests/property", *(["tests/reference", "tests/spec"] if seed == 1 else [])]
            subprocess.run(
                [sys.executable, "-m", "pytest", "-q", *folders, f"--junitxml={report}",
                 f"--hypothesis-seed={seed}"],
                cwd=ROOT, capture_output=True, check=False,
            )  # fmt: skip
            suite = ET.parse(report).getroot().find("testsuite")
            assert suite is not None
            wrong = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
            failed += wrong
            passed += int(suite.get("tests", 0)) - wrong - int(suite.get("skipped", 0))
    return {"seeds": count, "comparisons that agree": passed, "that do not": failed,
            "ok": not failed}  # fmt: skip


class Part(NamedTuple):
    """A part of the night: what runs it, how often a night asks for it, and what it is."""

    run: Callable[[int], Figures]
    night: int
    title: str


PARTS: dict[str, Part] = {
    "intake": Part(intake, 20_000, "Data files and definitions, mutated"),
    "kills": Part(kills, 60, "Builds killed at random moments"),
    "disclosure": Part(disclosure, 5_000, "Confidential cells, attacked by linear programming"),
    "payloads": Part(payloads, 8, "Hostile texts through every format"),
    "canaries": Part(canaries, 1, "Planted identifiers and answers, searched in every artefact"),
    "reproduction": Part(reproduction, 3, "The same bytes elsewhere"),
    "oracles": Part(oracles, 5, "R, hand calculations and invariants"),
    "mutants": Part(mutants, 10_000, "Mutations of the code, noticed by a test"),
}


def _example(folder: Path) -> Path:
    from padai.interchange import init_example

    init_example(folder)
    return folder / "surveys" / "example"


def _padai(*arguments: str, cwd: Path, env: dict[str, str] | None = None) -> str:
    made = subprocess.run(
        [sys.executable, "-m", "padai.cli", *arguments], cwd=cwd, capture_output=True, text=True,
        check=False, env={**os.environ, "PYTHONPATH": str(ROOT), **(env or {})},
    )  # fmt: skip
    if made.returncode:
        raise SystemExit(f"padai {arguments[0]} ended with {made.returncode}: {made.stderr}")
    return made.stdout + made.stderr
