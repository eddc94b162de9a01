"""What the examples of docstrings are run with: `make examples`."""

from __future__ import annotations

import datetime as dt
from typing import Any

import numpy as np
import pytest


@pytest.fixture(scope="session")
def _example_world(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Eight waves of a small survey, with the names that the examples give them.

    `folder` holds the definition `survey` and its data; `wave` is the last one, `w24` and `w25`
    are the last two, which share half of their people, `waves` is the stack of all, `trend`
    follows ``trust`` in it and `diff` is its last change.
    """
    import padai
    from tests.builders import mini, respondents

    years = [str(year) for year in range(2018, 2026)]
    folder = mini(tmp_path_factory.mktemp("examples"), waves=tuple(years))
    survey = padai.load_survey(folder)
    made = []
    for place, year in enumerate(years):
        first = 1 + 1000 * place if year != "2025" else 1 + 1000 * (place - 1) + 100
        frame = respondents(seed=place + 1, first_id=first)
        rng = np.random.default_rng(place)
        frame["region"] = rng.choice(["north", "south", "east"], len(frame))
        frame["income"] = rng.integers(20, 90, len(frame)).astype(float)
        frame["spent"] = frame["income"] * rng.uniform(0.3, 0.9, len(frame))
        frame["panel_weight"] = frame["w"]
        common = rng.normal(size=len(frame))
        for item in ("q1", "q2", "q3"):
            score = common + rng.normal(size=len(frame))
            frame[item] = np.digitize(score, [-1.0, 0.0, 1.0]) + 1.0
        design = padai.Design(weight="w", id="id")
        date = dt.date(int(year), 5, 1)
        made.append(padai.Wave(frame, design, survey=survey, id=year, date=date))
    waves = padai.stack(made, overlap="respondent")
    trend = padai.trend(waves, "trust", net="trust", by=["sex", "age_group"])
    return {
        "padai": padai,
        "np": np,
        "folder": folder,
        "survey": survey,
        "waves": waves,
        "trend": trend,
        "wave": made[-1],
        "w24": made[-2],
        "w25": made[-1],
        "before": made[-2],
        "diff": padai.difference(trend, "2025", "2024"),
    }


@pytest.fixture(autouse=True)
def _named_in_examples(request: pytest.FixtureRequest, doctest_namespace: dict[str, Any]) -> None:
    """Give the examples that speak of a wave what they speak of."""
    test = getattr(request.node, "dtest", None)
    if test is not None and any("padai." in example.source for example in test.examples):
        given = request.getfixturevalue("_example_world")
        doctest_namespace.update(given)
        test.globs.update({k: v for k, v in given.items() if k not in test.globs})
