"""Where respondents may be: what the publishing process is told to take out of its own reach."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from padai.errors import PadaiError
from padai.project import Project
from padai.survey import Survey
from padai.waves.data_files import DATA_DIR_VARIABLE, locate, locate_joint
from padai.waves.reference_file import reference_files


def withheld(
    project: Project, survey: Survey | None = None, data_dir: Path | None = None
) -> list[str]:
    """Return the project, the folders of its data and the files of its waves, wherever they lie.

    Parameters
    ----------
    survey
        The survey at hand, whose waves' files are named one by one.
    data_dir
        The folder named for the data, before the environment variable and the definition.
    """
    places = [project.root, *_linked(project.root / project.surveys)]
    named = os.environ.get(DATA_DIR_VARIABLE)
    places += [folder for folder in (data_dir, Path(named) if named else None) if folder]
    if survey is not None:
        places += [survey.path, survey.path / survey.data_dir, *_files(survey, data_dir)]
    return sorted({os.path.realpath(place) for place in places})


def _linked(surveys: Path) -> Iterator[Path]:
    """Yield what a link brings into the surveys' folders from elsewhere."""
    for pattern in ("*", "*/*", "*/*/*"):
        yield from (path for path in surveys.glob(pattern) if path.is_symlink())


def _files(survey: Survey, data_dir: Path | None) -> Iterator[Path]:
    for wave_id, wave in survey.wave_defs.items():
        for part in wave.parts:
            with suppress(PadaiError, OSError):
                yield locate(survey, wave_id, part, data_dir)
                if (pairs := locate_joint(survey, wave_id, part, data_dir)) is not None:
                    yield pairs
    for wave_id in survey.wave_defs:
        with suppress(PadaiError, OSError):
            yield from reference_files(survey, wave_id, data_dir).values()
