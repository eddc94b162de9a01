"""A demonstration that nobody has is forgotten, so that it can be made again as if it were new.

Its folder stays as a rehearsal: the next build takes over from it what nothing changed, where
removing it would have everything made anew.
"""

from __future__ import annotations

from pathlib import Path

from padai.errors import PublicationError
from padai.pipeline.machinery.atomic_swap import locked, plain_trouble, write_whole
from padai.pipeline.versions.immutability import changed_error, changed_since, went_out
from padai.pipeline.versions.life import WITHDRAWN, records_of, version_folders, without_record
from padai.pipeline.versions.manifest import MANIFEST, read_manifest
from padai.project import Project, find_project
from padai.store import inside_of, json_text
from padai.survey import Survey, load_survey
from padai.survey.releases import RELEASES_FILE, ReleaseRecord
from padai.words import Said

FORGOTTEN = "demonstration"
"""The one status of which nothing went to anybody."""


def forget_release(survey: str | Path, wave: str, *, project: str | Path | None = None) -> str:
    """Forget the last version of a wave, a demonstration, and leave its folder as a rehearsal.

    Parameters
    ----------
    survey
        The survey's folder.
    wave
        The wave.
    project
        The folder that holds ``padai.yaml``; found upward from the survey where not named.

    Returns
    -------
    str
        The version's name.

    Raises
    ------
    PublicationError
        There is none, it is no demonstration, something that went out later rests on it, or its
        files are not those that were recorded. Nothing is changed then.
    """
    definition = load_survey(survey)
    place = find_project(definition.path, project)
    home = place.releases_dir / definition.id
    home.mkdir(parents=True, exist_ok=True)
    with plain_trouble(definition.id), locked(home, definition.id):
        record = _forgettable(definition, wave)
        for version in version_folders(place, definition.id, record):
            _check_as_recorded(definition, place, record, version)
        standing = home / record.name
        if standing.is_dir():
            _rehearsed(standing)
        without_record(definition, record)
    return record.name


def _forgettable(survey: Survey, wave: str) -> ReleaseRecord:
    """Return the record that may go: the last of all, a demonstration."""
    records = records_of(survey, wave)
    if not records:
        raise PublicationError(
            Said("pipeline-nothing-to-forget", wave=wave, releases_file=RELEASES_FILE),
            where=survey.id,
        )
    record = records[-1]
    where = f"{survey.id}, {record.name}"
    if record.status != FORGOTTEN:
        raise PublicationError(
            Said("pipeline-only-a-demonstration-is-forgotten", date=record.date), where=where
        )
    last = survey.releases[-1]
    if last != record:
        raise PublicationError(
            Said("pipeline-a-later-version-rests-on-it", last=last.name, last_wave=last.wave),
            where=where,
        )
    return record


def _check_as_recorded(
    survey: Survey, project: Project, record: ReleaseRecord, version: Path
) -> None:
    """Refuse a folder that is not what was recorded: a build would take over what it holds."""
    if version.name.endswith(WITHDRAWN) or not inside_of(version).is_dir():
        return
    if changed_since(version, record):
        raise changed_error(f"{survey.id}, {record.name}", project.shown(version), record, version)


def _rehearsed(version: Path) -> None:
    """Have a version say of itself that nothing went out."""
    if went_out(version):
        content = {**read_manifest(version).content, "rehearsal": True}
        write_whole(inside_of(version) / MANIFEST, json_text(content))
