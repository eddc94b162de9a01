"""A stamped release from end to end, then the ways to cheat, each through the whole road."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import padai
from padai.errors import PadaiError
from padai.interchange import init_example
from padai.pipeline.builds.version_steps import estimated_anew
from padai.pipeline.machinery.build_request import Order
from padai.pipeline.seals import seal
from padai.project import find_project
from padai.publishing.report import Report
from padai.store import Store, open_store, write_store
from tests.graded import BEFORE, language_of, plain, ungraded
from tests.stamping import Authority

WAVE, DAY, AT = "2025", dt.date(2024, 12, 20), dt.datetime(2025, 1, 10, 12)
READ = (".html", ".csv", ".txt", ".svg", ".xml", ".json", ".docx", ".pptx", ".ods", ".xlsx")
Edit = Callable[[Path], None]


def stamped(folder: Path, authority: Authority) -> Path:
    """Return the example of a project of its own, its last wave sealed and stamped before it."""
    init_example(folder)
    survey = folder / "surveys" / "example"
    data, wave = survey / "data" / f"example-{WAVE}.sav", survey / "waves" / f"{WAVE}.yaml"
    there, told = data.read_bytes(), wave.read_text(encoding="utf-8")
    data.unlink()  # the seal is written before the data are there, or named by their checksum
    wave.write_text(re.sub(r"\n    sha256: .*", "", told), encoding="utf-8")
    made = seal(survey, WAVE, day=DAY)
    answered(survey, authority, "sceau")
    (made.path.parent / "tsa.pem").write_text(authority.pem())
    named = told.replace("\nparts:", "\nseal: {authority: tsa.pem}\nparts:", 1)
    wave.write_text(named, encoding="utf-8")
    data.write_bytes(there)
    return survey


def answered(survey: Path, authority: Authority, signer: str) -> None:
    """Have the seal answered as it stands."""
    path = survey / "seals" / f"{WAVE}.txt"
    reply = authority.reply(path.read_bytes(), AT, signer)
    path.with_suffix(".tsr").write_bytes(reply)


def _edit(name: str, old: str, new: str) -> Edit:
    def edit(survey: Path) -> None:
        path = survey / name
        text = path.read_text(encoding="utf-8")
        assert old in text, old
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return edit


def _without_line(name: str, start: str) -> Edit:
    def edit(survey: Path) -> None:
        path = survey / name
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        kept = [line for line in lines if not line.startswith(start)]
        assert len(kept) == len(lines) - 1, start
        path.write_text("".join(kept), encoding="utf-8")

    return edit


def _last_first(survey: Path) -> None:
    """Put the last key result before the first."""
    path = survey / "survey.yaml"
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines(keepends=True)
    last = next(line for line in lines if line.startswith("  staff: {question"))
    text = text.replace(last, "", 1).replace("key_results:\n", f"key_results:\n{last}", 1)
    path.write_text(text, encoding="utf-8")


@dataclass(frozen=True)
class Cheat:
    """What is done, and what the methods must name; nothing where no claim may be left at all."""

    name: str
    do: Edit
    named: str = ""


CHEATS = (
    Cheat("a key result dropped", _without_line("survey.yaml", "  staff: {question"), "staff"),
    Cheat("key results reordered", _last_first, "key_results"),
    Cheat("a margin widened", _edit("questionnaire.yaml", "points: 8", "points: 12"),
          "trust_staff"),
    Cheat("a family split", _edit("survey.yaml", "\nkey_results:\n",
          "  second:\n    label: {fr: Autre, en: Second}\n    comparisons: [{question: ease,"
          " net: easy}]\n\nkey_results:\n"), "second"),
    Cheat("a chapter regrouped", _edit("survey.yaml", "[used_online, clear_info]",
          "[clear_info]"), "use"),
    Cheat("the groups of a breakdown moved", _edit("survey.yaml",
          "55 and over}, min: 55}", "55 and over}, min: 55, max: 120}"), "age_group"),
    Cheat("people left out", _edit("waves/2025.yaml", "    weighting:",
          "    exclusions: [{column: gender, values: [X], reason: {fr: r, en: r}}]\n"
          "    weighting:"), "main/1"),
    Cheat("the weighting changed", _edit("waves/2025.yaml", "[0.2, 5.0]", "[0.3, 4.0]"), "main"),
    Cheat("a date moved", _edit("survey.yaml", "declared: 2023-01-16}\n  data",
          "declared: 2022-01-16}\n  data"), "services"),
    Cheat("a net of other answers", _edit("questionnaire.yaml", "codes: [3, 4]}\n",
          "codes: [4]}\n"), "trust_staff"),
    Cheat("the first day put off", _edit("waves/2025.yaml", "start: 2025-02-03",
          "start: 2025-02-10"), "start"),
    Cheat("a break that hides", _edit("survey.yaml", "\nreliability:",
          "  - {id: mode-2025, type: mode, date: 2025-01-14, text: {fr: t, en: t},"
          " scope: {questions: [trust_data]}}\n\nreliability:"), "mode-2025"),
    Cheat("another population", _edit("targets/2025.csv", "north,30600", "north,30601"), "main"),
)  # fmt: skip


def _clock_set_back(survey: Path) -> None:
    """Write the seal again after the data, dated long before, without anybody's word."""
    for suffix in ("txt", "tsq", "tsr"):
        (survey / "seals" / f"{WAVE}.{suffix}").unlink()
    seal(survey, WAVE, day=dt.date(2001, 1, 1))


def _a_space(survey: Path) -> None:
    path = survey / "seals" / f"{WAVE}.txt"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("family\theadline", "family\theadline ", 1), encoding="utf-8")


def _cut(survey: Path) -> None:
    path = survey / "seals" / f"{WAVE}.tsr"
    path.write_bytes(path.read_bytes()[:-20])


NO_CLAIM = (
    Cheat("the clock set back", _clock_set_back),
    Cheat("the sealed text edited by one space", _a_space),
    Cheat("the reply cut short", _cut),
)


def after(survey: Path) -> tuple[Store, dict[str, str]]:
    """Build the tables of a definition anew; return their store, and the methods by language."""
    order = Order(padai.load_survey(survey), find_project(survey, None), WAVE)
    made = estimated_anew(order, None, ())
    place = survey.parents[1] / "store"
    write_store(place, made.survey, WAVE, made.results.tables, made.results.facts)
    store = open_store(place)
    said = {x: plain(Report(store, x).methodology().markdown) for x in ("fr", "en")}
    return store, {x: text.replace("\\", "") for x, text in said.items()}


def claims_less(cheat: Cheat, survey: Path) -> bool:
    """Whether a cheat is named in the methods, or leaves no claim; or the build refuses it."""
    try:
        store, said = after(survey)
    except PadaiError:
        return not cheat.named
    codes = set(store.tables["differences"]["declared"]) | set(store.tables["slopes"]["declared"])
    if not cheat.named:
        before = any(re.search(BEFORE[x], text) for x, text in said.items())
        return "stamped" not in codes and not before
    return all(f"({cheat.named})" in text for text in said.values())


def sealed_release(folder: Path, count: int) -> dict[str, object]:
    """Build the stamped example, read all of it, then cheat `count` times."""
    authority = Authority(folder / "authority", "Horodateur")
    authority.signer("sceau")
    honest = folder / "honest"
    survey = stamped(honest, authority)
    padai.build(survey)
    files = [
        p
        for f in ("releases", "_site")
        for p in sorted((honest / f).rglob("*"))
        if p.suffix in READ and "interne" not in p.parts
    ]
    silent = [t for p in files for t in ungraded(p, language_of(p), BEFORE)]
    release = open_store(honest / "releases" / "example" / WAVE / "v1" / "interne")
    missed = []
    tried = (*CHEATS, *NO_CLAIM)[:count]
    for number, cheat in enumerate(tried):
        place = folder / f"cheat-{number}"
        shutil.copytree(honest, place, ignore=shutil.ignore_patterns("releases", "_site"))
        (place / "surveys" / "example" / "releases.yaml").unlink(missing_ok=True)
        cheat.do(place / "surveys" / "example")
        if not claims_less(cheat, place / "surveys" / "example"):
            missed.append(cheat.name)
    return {
        "files read": len(files),
        "verdicts that do not read “declared before the data”": len(silent),
        "ways to cheat": len(tried),
        "ways neither named nor without a claim": ", ".join(missed) or 0,
        "ok": not silent and not missed and release.facts["declared"]["grade"] == "stamped",
    }
