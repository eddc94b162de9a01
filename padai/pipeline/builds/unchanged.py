"""A build that would change nothing, known by the content of all that it reads and wrote.

The end of a build keeps three hashes beside one over what was read: of the other releases of the
project, of those of the survey, and of the site. The same inputs, programs and options, with the
same releases and site, give the same again; anything else is built as ever. What is kept holds
hashes and the names of files, and no build reads a result from it.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from padai.errors import PadaiError
from padai.pipeline.machinery.build_request import Order
from padai.pipeline.machinery.kept import (
    digest_of_parts,
    file_digest,
    files_digest,
    place_of,
    programs_digest,
    read_kept,
    tree_digest,
    write_kept,
    written_by_hand,
)
from padai.pipeline.versions.life import places, records_before
from padai.pipeline.versions.manifest import engine_used, input_files
from padai.pipeline.versions.website import SIGNPOSTS
from padai.project import PROJECT_FILE, Project
from padai.survey.releases import RELEASES_FILE
from padai.waves.data_files import find_file

_OF_THE_PROJECT = ("_quarto*", "_environment*", "_brand*", "_extensions")
"""What stands beside ``padai.yaml`` and a page may depend on."""
_DATA = "data"
File = tuple[str, str, Path]


@dataclass(frozen=True)
class BuildInputs:
    """What a build read, and the releases of other surveys that the site shows."""

    inputs: str
    others: str


def definition_seen(survey: str | Path) -> str:
    """Return a hash of a definition as it lies there, before anything of it is read."""
    if not isinstance(survey, (str, Path)):
        return ""  # reading it says so
    folder = Path(survey) if Path(survey).is_dir() else Path(survey).parent
    return _definition(folder) if (folder / "survey.yaml").is_file() else ""


def seen_of(order: Order, record: bool, before: str) -> BuildInputs | None:
    """Return what a build is about to read; None where it cannot be known.

    Parameters
    ----------
    record
        Whether the version is recorded.
    before
        What :func:`definition_seen` said before the definition was read.
    """
    if before != _definition(order.survey.path):
        return None  # written to while it was read
    with suppress(PadaiError, OSError):
        inputs = digest_of_parts(
            [
                programs_digest(),
                _options(order, record),
                before,
                _of_project(order.project),
                other_surveys(order),
                data_hash(order),
                archived_stores(order),
            ]
        )
        return BuildInputs(inputs, other_releases(order))
    return None


def home_of(order: Order) -> str:
    """Return a hash of all that was put out of the survey, and of its record."""
    record = order.survey.path / RELEASES_FILE
    return digest_of_parts(
        [tree_digest(order.home), file_digest(record) if record.is_file() else None]
    )


def known(order: Order, seen: BuildInputs | None) -> list[File] | None:
    """Return the files that a build would write where they stand as it would write them."""
    if seen is None:
        return None
    kept = read_kept(_place(order))
    now = {"inputs": seen.inputs, "others": seen.others}
    if any(kept.get(name) != value for name, value in now.items()):
        return None
    with suppress(OSError, TypeError, ValueError):
        if kept.get("home") == home_of(order) and kept.get("site") == _site(order.project):
            return [(kind, lang, order.project.root / name) for kind, lang, name in kept["files"]]
    return None


def keep(
    order: Order,
    seen: BuildInputs | None,
    again: BuildInputs | None,
    home: str,
    files: tuple[File, ...],
) -> None:
    """Keep the state in which a build left the project, if nothing else moved meanwhile.

    Parameters
    ----------
    again
        What the build would read now.
    home
        What :func:`home_of` said when the version stood in its place.
    """
    if seen is None or seen != again:
        return
    with suppress(OSError, ValueError):
        if home != home_of(order):
            return
        root = order.project.root
        listed = [[kind, lang, path.relative_to(root).as_posix()] for kind, lang, path in files]
        write_kept(
            _place(order),
            {
                "inputs": seen.inputs,
                "others": seen.others,
                "home": home,
                "site": _site(order.project),
                "files": listed,
            },
        )


def _place(order: Order) -> Path:
    return place_of("builds", str(order.project.root), order.survey.id, order.wave)


# --- what a build reads --------------------------------------------------------------------------


def _options(order: Order, record: bool) -> list[Any]:
    return [
        order.wave,
        engine_used(order.engine),
        list(order.formats),
        order.trust_templates,
        order.site_url,
        record,
    ]


def _definition(folder: Path) -> str:
    """Hash all of a survey's folder but its data and what a build itself writes there."""
    written = written_by_hand(folder, but=_DATA)
    return files_digest({name: path for name, path in written.items() if name != RELEASES_FILE})


def _of_project(project: Project) -> str:
    files = {PROJECT_FILE: project.root / PROJECT_FILE}
    folders = [project.reports_dir]
    for pattern in _OF_THE_PROJECT:
        for path in project.root.glob(pattern):
            if path.is_dir():
                folders.append(path)
            else:
                files[path.name] = path
    for folder in folders:
        files |= {f"{folder.name}/{n}": path for n, path in written_by_hand(folder).items()}
    return files_digest(files)


def other_surveys(order: Order) -> list[list[str]]:
    """Hash the definitions and the records of the project's other surveys, which pages may cite."""
    project, own = order.project, order.survey.path.resolve()
    return [
        [path.name, files_digest(written_by_hand(path, but=_DATA))]
        for path in sorted((project.root / project.surveys).glob("*"))
        if path.is_dir() and path.resolve() != own
    ]


def data_hash(order: Order) -> str:
    """Hash the data of the waves, wherever they lie, and whatever else lies with the survey's."""
    survey = order.survey
    apart = ("definition/", "reports/", "witness/")  # hashed on their own
    inputs = {n: p for n, p in input_files(order).items() if not n.startswith(apart)}
    inputs |= {f"beside/{n}": p for n, p in written_by_hand(survey.path / _DATA).items()}
    if survey.panel is not None and survey.panel.draw.seed is not None:
        rule = survey.panel.draw
        for name in (rule.pool, rule.lottery):
            inputs[f"draw/{name}"] = find_file(survey, name, survey.id, order.data_dir)
    return files_digest(inputs)


def archived_stores(order: Order) -> list[list[str]]:
    """Hash the stores of earlier versions that lie outside of the releases."""
    if not order.project.archive_dir:
        return []
    inside = order.project.releases_dir
    return [
        [record.name, tree_digest(store)]
        for record in records_before(order)
        for store in places(order.project, order.survey.id, record)
        if store.is_dir() and not store.is_relative_to(inside)
    ]


def other_releases(order: Order) -> str:
    """Hash the releases of the project's other surveys."""
    releases = order.project.releases_dir
    return tree_digest(releases, but=[order.home, *(releases / name for name in SIGNPOSTS)])


def _site(project: Project) -> str:
    signposts = {str(place): project.releases_dir / place for place in SIGNPOSTS}
    return digest_of_parts([tree_digest(project.site_dir), files_digest(signposts)])
