"""What the command line shows of a wave before anything is published."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from padai.errors import ComparisonError
from padai.estimation import banner
from padai.pipeline.aggregation import compared, disclosed
from padai.pipeline.preparation import Prepared, Say, prepare
from padai.disclosure import disclose_differences
from padai.survey import Survey
from padai.trends import difference
from padai.validation import Findings, validate
from padai.waves import read_wave, stack


def validated(
    survey: Survey, wave_id: str, part: str, data_dir: Path | None, say: Say
) -> Findings:
    """Validate a delivered wave against its definition and the waves before it."""
    earlier = []
    for each in survey.earlier(wave_id, part):
        say(f"{survey.id} {each} {part}")
        earlier.append(read_wave(survey, each, part, data_dir=data_dir))
    say(f"{survey.id} {wave_id} {part}")
    wave = read_wave(survey, wave_id, part, data_dir=data_dir)
    return validate(wave, earlier=earlier, stage="delivered")


def prepared(
    survey: Survey, wave_id: str, part: str, data_dir: Path | None, say: Say
) -> Prepared:
    """Read, validate and weight a wave and those before it."""
    return prepare(survey, wave_id, part, data_dir, say)
