"""Where the files of a wave are."""

from __future__ import annotations

import os
from pathlib import Path

from padai.errors import DataError, DefinitionError, Said
from padai.survey import Survey

DATA_DIR_VARIABLE = "PADAI_DATA_DIR"


def locate_joint(
    survey: Survey, wave_id: str, part: str = "main", data_dir: str | Path | None = None
) -> Path | None:
    """Return the path of a part's file of joint probabilities; None where it declares none."""
    declared = survey.part(wave_id, part).design.joint_probabilities
    if declared is None:
        return None
    return find_file(survey, declared.file, f"{survey.id}, {wave_id}, {part}", data_dir)


def locate(
    survey: Survey, wave_id: str, part: str = "main", data_dir: str | Path | None = None
) -> Path:
    """Return the path of a part's data file, or say where it was looked for."""
    where = f"{survey.id}, {wave_id}, {part}"
    return find_file(survey, survey.part(wave_id, part).file, where, data_dir)


def _refuse_link(path: Path, relative: Path, where: str) -> None:
    """Refuse a file that a link brings from outside of its folder; the folder may be a link."""
    folder = Path(*path.parts[: len(path.parts) - len(relative.parts)])
    if not path.resolve().is_relative_to(folder.resolve()):
        raise DefinitionError(
            Said("waves-file-is-a-link-that-leads-out-of-the", relative=relative),
            where=where,
        )


def find_file(survey: Survey, name: str, where: str, data_dir: str | Path | None = None) -> Path:
    """Return the path of a file of a survey's data, or say where it was looked for.

    `where` names survey and file's place in the definition, for messages.
    """
    relative = Path(name)
    if relative.is_absolute() or ".." in relative.parts:
        raise DefinitionError(
            Said("waves-file-must-be-a-name-inside-the-data", name=name),
            where=where,
        )
    if data_dir is not None and not Path(data_dir).is_dir():
        raise DefinitionError(
            Said("waves-there-is-no-folder-which-was-named-for", data_dir=data_dir),
            where=where,
        )
    folders = [Path(data_dir)] if data_dir is not None else []
    if os.environ.get(DATA_DIR_VARIABLE):
        folders.append(Path(os.environ[DATA_DIR_VARIABLE]))
    candidates = [root / relative for folder in folders for root in (folder / survey.id, folder)]
    candidates.append(survey.path / survey.data_dir / relative)
    for candidate in candidates:
        if candidate.is_file():
            _refuse_link(candidate, relative, where)
            return candidate
    given = Said("waves-given") if data_dir is not None else Said("waves-none-given")
    named = bool(os.environ.get(DATA_DIR_VARIABLE))
    setting = Said("waves-set") if named else Said("waves-not-set")
    own = f"{survey.path.name}/{survey.data_dir}/"
    raise DataError(
        Said(
            "waves-the-data-file-is-missing-it-was-looked",
            name=name,
            given=given,
            data_dir_variable=DATA_DIR_VARIABLE,
            told=setting,
            own=own,
        ),
        where=where,
    )
