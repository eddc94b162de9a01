"""Several versions replaced at once: all of them, or none, wherever a process is killed.

The new folders are made aside. A journal is then written in one step; until it stands nothing has
changed, and from then on all of it is carried out, by this process or by the next command. It is
removed when the site was made of what stands.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from padai.pipeline.machinery.atomic_swap import locked, recover, swap, to_disk, write_whole
from padai.project import Project
from padai.store import inside_of, outside_digest, store_digest
from padai.survey.releases import RELEASES_FILE

JOURNAL = ".retrait.json"
_ASIDE = "-retrait-en-cours"


def aside_of(target: Path) -> Path:
    """Return an empty folder aside, in which a version is made again."""
    folder = target.with_name(f".{target.name}{_ASIDE}")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return folder


def decide(
    home: Path,
    made: Mapping[Path, Path],
    records: str,
    removed: Sequence[Path],
    told: Sequence[tuple[str, int]] = (),
) -> None:
    """Write the journal: from here on the folders made aside take their places.

    Parameters
    ----------
    home
        The folder of a survey's releases, which the caller has locked.
    made
        The folder made aside of each version.
    records
        The text of ``releases.yaml`` that goes with them.
    removed
        Folders that quote what is gone.
    told
        What the command says when all is done.
    """
    for aside in made.values():
        to_disk(aside)
    rows = [
        {
            "place": os.path.relpath(place, home),
            "aside": os.path.relpath(aside, home),
            "digests": _digests(aside),
        }
        for place, aside in made.items()
    ]
    gone = [os.path.relpath(path, home) for path in removed]
    content = {"made": rows, "records": records, "removed": gone, "told": [list(t) for t in told]}
    write_whole(home / JOURNAL, json.dumps(content, ensure_ascii=False, indent=1) + "\n")


def _left(project: Project, home: Path) -> list[Path]:
    """Return the folders that were made aside, among releases and in the archive."""
    folders = [home]
    if project.archive_dir:
        folders.append(project.root / project.archive_dir / home.name)
    return [left for folder in folders for left in sorted(folder.glob(f"*/.*{_ASIDE}"))]


def _digests(version: Path) -> list[str]:
    inside = inside_of(version)
    return [store_digest(inside) if inside.is_dir() else "", outside_digest(version)]


def carry_out(project: Project, home: Path, survey: Path) -> dict[str, Any] | None:
    """Carry out the journal of a survey, where there is one; the caller holds the lock.

    What was done already is not done twice, so that a process killed here is followed by another.
    """
    path = home / JOURNAL
    if not path.is_file():
        for left in _left(project, home):
            shutil.rmtree(left)  # of a process killed before it had decided
        return None
    journal: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    for row in journal["made"]:
        place, aside = home / row["place"], home / row["aside"]
        recover(place)
        if aside.is_dir():
            # a folder half removed is the old one: what stands is the new one already
            if not place.is_dir() or _digests(place) != row["digests"]:
                swap(aside, place)
                recover(place)
            shutil.rmtree(aside, ignore_errors=True)
    write_whole(survey / RELEASES_FILE, journal["records"])
    for name in journal["removed"]:
        shutil.rmtree(home / name, ignore_errors=True)
    return journal


def complete(project: Project, survey_id: str, survey: Path) -> dict[str, Any] | None:
    """Carry out what a killed command had decided of a survey, and return its journal."""
    home = project.releases_dir / survey_id
    if not home.is_dir() or not ((home / JOURNAL).is_file() or _left(project, home)):
        return None
    with locked(home, survey_id):
        return carry_out(project, home, survey)


def complete_all(project: Project) -> list[Path]:
    """Carry out what killed commands had decided of any survey; return the journals."""
    homes = sorted(path.parent for path in project.releases_dir.glob(f"*/{JOURNAL}"))
    for home in homes:
        complete(project, home.name, project.root / project.surveys / home.name)
    return [home / JOURNAL for home in homes]
