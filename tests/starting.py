"""A survey drafted from files, as `padai init --from` drafts one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from padai.errors import Said
from padai.interchange import Choices, init_from
from padai.survey import Survey, load_survey


def started(folder: Path, *files: Path, **choices: Any) -> Survey:
    """Return the survey drafted from files."""
    init_from(folder / "surveys" / "mine", files, Choices(**choices))
    return load_survey(folder / "surveys" / "mine")


def started_and_told(folder: Path, *files: Path, **choices: Any) -> tuple[Survey, str]:
    """Return the survey drafted from files, and what was told, in English."""
    said: list[Said] = []
    survey = started(folder, *files, tell=said.append, **choices)
    return survey, "\n".join(each.en for each in said)
