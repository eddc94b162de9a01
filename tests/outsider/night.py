"""A night of the outsider: many nasty worlds, their corrections and withdrawals, some looked at whole."""

from __future__ import annotations

import datetime as dt
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from padai.errors import PadaiError
from padai.pipeline.versions.by_address import Address, withdraw_cells
from padai.survey import Text
from tests.outsider.attacking import Attack, attacked
from tests.outsider.attacks.raked_errors import attack_raked_errors
from tests.outsider.attacks.versions import attack_versions
from tests.outsider.claims import NOTHING_FITS
from tests.outsider.enumeration import beyond_three
from tests.outsider.judge import Judge
from tests.outsider.questionnaire import Questionnaire, read_questionnaire
from tests.outsider.release import read_release
from tests.outsider.worlds.building import built, corrected, tables_alone
from tests.outsider.worlds.corrections import left_out, miscoded
from tests.outsider.worlds.generator import World, bare, drawn, write_world

THOROUGH = Attack(pages=False, most_extras=4, seconds=0.2)
RAKED = 4
"""Beside one world in so many, one of people of one weight who are raked to two margins."""
EVERY = 10
"""One world in so many is looked at whole."""
CORRECTED = 5
"""One world in so many is corrected, by one person and by many, and one of its cells withdrawn."""
TOGETHER = ("age", "gender", "health", "region", "trust")
TOLD_BY_WEIGHT = (
    "pipeline-few-weigh-apart",
    "pipeline-few-of-a-margin-weigh-more",
    "pipeline-merged-weigh-apart",
)
"""What is said where a definition, and no search of the gate, settles that nothing goes out."""
SURVEYS = Path(__file__).parents[2] / "surveys"
WHY = Text(fr="Une personne.", en="A person.")


def outsider(count: int) -> dict[str, object]:
    """Build nasty worlds, attack what goes out, and let the judge look.

    Parameters
    ----------
    count
        How many worlds.
    """
    return figures(count, tried(range(count)))


def tried(seeds: Iterable[int]) -> Counter[str]:
    """Build and attack the worlds of some seeds; counts of several add up to a night's."""
    of: Counter[str] = Counter()
    for seed in seeds:
        with tempfile.TemporaryDirectory() as name:
            _world(drawn(seed), Path(name), of)
        if seed % RAKED == 2:
            with tempfile.TemporaryDirectory() as name:
                _raked(seed, Path(name), of)
        if seed % CORRECTED == 1:
            with tempfile.TemporaryDirectory() as name:
                _versions(drawn(seed), Path(name), of)
    return of


def figures(count: int, of: Counter[str]) -> dict[str, object]:
    """Return what a night says of the worlds that it tried."""
    return {
        "worlds": count,
        "that were refused for few who weigh more": of["refused"],
        "that the gate stopped": of["stopped"],
        "that told of somebody": of["told"],
        "cells known that must not be": of["known"],
        "claims that were false": of["false"],
        "worlds looked at whole": of["looked at whole"],
        "cells attacked there": of["attacked whole"],
        "that tables of three do not tell and the whole table does": of["missed by three"],
        "worlds raked to two margins": of["raked"],
        "cells that an error of theirs tells": of["told by an error"],
        "corrections by one person": of["by one"],
        "that waited": of["by one, refused"],
        "corrections by many": of["by many"],
        "that waited for the next edition": of["by many, refused"],
        "claims on who was corrected": of["changes"],
        "cells withdrawn": of["withdrawn"],
        "that came back": of["came back"],
        "ok": not any(
            of[kind] for kind in ("known", "told by an error", "false", "changes", "came back")
        ),
    }


def _world(world: World, project: Path, of: Counter[str]) -> None:
    survey = write_world(world, project)
    folder = _built(survey, of)
    if folder is None:
        return
    asked = read_questionnaire(survey)
    verdict = Judge(asked).judged(attacked(folder, asked, THOROUGH))
    of["known"] += len(verdict.breaches)
    of["told"] += bool(verdict.breaches)
    of["false"] += len(verdict.false)
    if world.seed % EVERY == 0:
        release = read_release(folder, asked, pages=False)
        whole = beyond_three(release.published(release.here), TOGETHER)
        if whole is not None:
            of["looked at whole"] += 1
            of["attacked whole"] += whole.attacked
            of["missed by three"] += len(whole.missed)
    if world.seed % CORRECTED == 1:
        _withdrawn(asked, folder, of)


def _raked(seed: int, project: Path, of: Counter[str]) -> None:
    """Attack the errors of people whose weights a reader knows."""
    survey = write_world(bare(seed, people=330, weighted=True, two_margins=True), project)
    folder = _built(survey, of)
    if folder is None:
        return
    of["raked"] += 1
    asked = read_questionnaire(survey)
    release = read_release(folder, asked, pages=False)
    verdict = Judge(asked).judged(attack_raked_errors(release))
    of["told by an error"] += len(verdict.breaches)
    of["false"] += len(verdict.false)


def _built(survey: Path, of: Counter[str]) -> Path | None:
    """Return the folder of the version; None where it was refused, or the gate stopped it."""
    try:
        return built(survey)
    except PadaiError as error:
        weighs = error.said is not None and error.said.id in TOLD_BY_WEIGHT
        of["refused" if weighs else "stopped"] += 1
        return None


def _versions(world: World, project: Path, of: Counter[str]) -> None:
    """Correct a world by one person, as an edition and as an error, and by an error of many."""
    for kind, rows, said in (
        ("by one", left_out(world, 5), {}),
        ("by one", left_out(world, 5), {"correction": "error"}),
        ("by many", miscoded(world), {}),
    ):
        shutil.rmtree(project, ignore_errors=True)
        of[kind] += 1
        try:
            folders = corrected(project, world, rows, **said)
        except PadaiError:
            of[f"{kind}, refused"] += 1
            continue
        asked = read_questionnaire(project / "surveys" / "nasty")
        one, two = (read_release(folder, asked, pages=False) for folder in folders)
        of["changes"] += len(attack_versions(one, two))


def _withdrawn(asked: Questionnaire, folder: Path, of: Counter[str]) -> None:
    """Withdraw a cell that is shown, and attack it as a target."""
    cell = ("main", "trust", "trusts", "region", "r1")
    with tables_alone():
        try:
            withdraw_cells(
                asked.folder,
                [Address("main", "2025", *cell[1:])],
                date=dt.date(2025, 7, 1),
                reason=WHY,
            )
        except PadaiError:
            return  # it is not shown, or nothing else could keep it: nothing goes out anew
    of["withdrawn"] += 1
    how = replace(THOROUGH, most_extras=0, withdrawn=(cell,))
    found = Judge(asked).judged(attacked(folder, asked, how))
    of["came back"] += len(found.breaches)
    of["false"] += sum(claim.kind != NOTHING_FITS for claim, _ in found.false)


def quebec(count: int) -> dict[str, object]:
    """Build the tables of the Quebec demonstration and attack them, with variables beside pairs."""
    breaches = false = harmless = 0
    for _ in range(count):
        with tempfile.TemporaryDirectory() as name:
            survey = Path(name) / "surveys" / "quebec"
            shutil.copytree(SURVEYS / "quebec", survey)
            (Path(name) / "padai.yaml").write_text(
                "surveys: surveys\nreports: reports\nreleases: releases\n"
            )
            for beside in ("releases.yaml", "feedback.yaml"):
                (survey / beside).unlink(missing_ok=True)
            asked = read_questionnaire(survey)
            how = replace(THOROUGH, most_extras=2)
            verdict = Judge(asked).judged(attacked(built(survey), asked, how))
            breaches, false = breaches + len(verdict.breaches), false + len(verdict.false)
            harmless += len(verdict.harmless)
    return {
        "builds": count,
        "counts or ranges worked out": breaches + harmless,
        "of a person or a protected group": breaches,
        "claims that were false": false,
        "ok": not (breaches or false),
    }
