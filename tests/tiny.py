"""The smallest survey that there is: waves of one part, and the questions that a test gives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from padai.survey import Question, Survey, Text, WaveDef

TEXT = Text(fr="a", en="a")
ONE = {"1": ("2025-01-01", "2025-01-02")}
"""The first and last day of interviews, by wave."""


def tiny_survey(
    questions: Iterable[Question], *, days: Mapping[str, tuple[str, str]] = ONE, **policies: Any
) -> Survey:
    """Return a survey by telephone that puts these questions, in one wave or in several."""
    part = {
        "label": TEXT,
        "population": TEXT,
        "mode": "phone",
        "supplier": TEXT,
        "sample_type": "probability",
        "file": "a.csv",
    }
    waves = {
        name: WaveDef(
            id=name,
            label=TEXT,
            fieldwork={"start": start, "end": end},
            parts={"main": part},
        )
        for name, (start, end) in days.items()
    }
    return Survey(
        id="tiny",
        title=TEXT,
        description=TEXT,
        population=TEXT,
        geography=TEXT,
        sponsor=TEXT,
        contact=TEXT,
        waves=tuple(waves),
        path=Path(),
        questions={each.id: each for each in questions},
        scales={},
        wave_defs=waves,
        **policies,
    )
