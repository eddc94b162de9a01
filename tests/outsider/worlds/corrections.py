"""Corrections of a world's answers: by one person, and by an error that concerned many."""

from __future__ import annotations

import copy
import hashlib
from pathlib import Path

import yaml

from tests.outsider.worlds.generator import Row, World, people


def left_out(world: World, which: int) -> list[Row]:
    """Return the answers without those of one person."""
    rows = people(world)
    del rows[which]
    return rows


def miscoded(world: World) -> list[Row]:
    """Return the answers with an error that concerned many: one code in the place of another.

    In every group that is printed, somebody's: at least ten, or nobody.
    """
    rows = people(world)
    common = [
        row
        for row in rows
        if row["gender"] in "12" and row["health"] == "2" and row["region"] != f"r{world.regions}"
    ]
    for row in common:
        row["trust"] = {"1": "2", "2": "1"}.get(row["trust"], row["trust"])
    return rows


def grown(survey: Path, world: World, few: int, *, part: bool = False) -> list[Row]:
    """Make the edition before, or a second part, of the same records but a few; return these.

    As a year to date that is delivered once a month, each file with those before it.

    Parameters
    ----------
    survey
        The folder of a world that :func:`write_world` wrote, with an edition before.
    part
        Whether the smaller file is a part of the same edition.
    """
    path = survey / "data" / "main.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    (survey / "data" / "sooner.csv").write_text("".join(lines[:-few]), encoding="utf-8")
    files = survey / "waves"
    sooner = {"file": "sooner.csv", "n": len(lines) - 1 - few}
    sooner["sha256"] = hashlib.sha256((survey / "data" / "sooner.csv").read_bytes()).hexdigest()
    now = yaml.safe_load((files / "2025.yaml").read_text(encoding="utf-8"))
    if part:
        now["parts"]["sub"] = {**copy.deepcopy(now["parts"]["main"]), **sooner}
    else:
        before = yaml.safe_load((files / "2024.yaml").read_text(encoding="utf-8"))
        before["parts"]["main"] |= sooner
        (files / "2024.yaml").write_text(yaml.safe_dump(before), encoding="utf-8")
    head = (survey / "survey.yaml").read_text(encoding="utf-8")
    (survey / "survey.yaml").write_text(
        head.replace("overlap: none", "overlap: respondent"), encoding="utf-8"
    )
    (files / "2025.yaml").write_text(yaml.safe_dump(now), encoding="utf-8")
    return people(world)[-few:]
