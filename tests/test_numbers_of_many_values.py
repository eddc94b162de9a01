"""A number of which nearly everyone gave one of their own, as an income, has a mean."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from padai.pipeline import estimated, followed_over_time
from padai.survey import Survey, load_survey
from tests.builders import mini, respondents


def _quiet(_said: object) -> None:
    pass


def _frame(seed: int, first_id: int, sex: object = None) -> pd.DataFrame:
    rng = np.random.default_rng(100 + seed)
    frame = respondents(n=200, seed=seed, first_id=first_id)
    frame["age"] = rng.uniform(18, 90, 200)  # two hundred values, in two hundred rows
    return frame if sex is None else frame.assign(sex=sex)


def _survey(folder: Path, *frames: pd.DataFrame) -> Survey:
    return load_survey(mini(folder, dict(zip(("2024", "2025"), frames, strict=True))))


def _by_hand(frame: pd.DataFrame) -> float:
    """The weights are raked to one half of each sex."""
    of = [g for _, g in frame.groupby("sex")]
    return float(np.mean([np.average(g["age"], weights=g["w"]) for g in of]))


def test_its_mean_is_told_in_one_wave_and_over_two(tmp_path: Path) -> None:
    frames = _frame(1, 1), _frame(2, 1001)
    survey = _survey(tmp_path, *frames)
    how = {"part": "main", "net": None, "by": ["sex"], "data_dir": None, "say": _quiet}
    told = estimated(survey, "age", "2025", **how)
    total = told[told["breakdown"] == "total"]
    assert total["estimate"].tolist() == pytest.approx([_by_hand(frames[1])], abs=1e-9)
    assert total["n_base"].tolist() == [200]
    series, changes, _ = followed_over_time(survey, "age", "2025", **how)
    both = series[series["breakdown"] == "total"].sort_values("wave")["estimate"].tolist()
    assert both == pytest.approx([_by_hand(f) for f in frames], abs=1e-9)
    assert changes["estimate"].iloc[0] == pytest.approx(both[1] - both[0], abs=1e-12)


def test_the_mean_of_few_is_withheld_and_with_it_what_would_give_it(tmp_path: Path) -> None:
    few = np.where(np.arange(200) < 6, "F", "M")
    survey = _survey(tmp_path, _frame(1, 1), _frame(2, 1001, few))
    told = estimated(
        survey, "age", "2025", part="main", net=None, by=["sex"], data_dir=None, say=_quiet
    )
    groups = told[told["breakdown"] == "sex"]
    assert set(groups["flag"]) == {"x"}, "the total less the men is the women's"
    assert groups["estimate"].isna().all()
    assert told.loc[told["breakdown"] == "total", "estimate"].notna().all()
