"""Several polls that stand in one file, and days whose order another file tells."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd

from tests.starting import started_and_told
from tests.test_next_strangers import PROPOSED

N = 60
DAYS = {20240113: 1, 20240127: 2, 20240203: 3}


def _polls(**of: object) -> pd.DataFrame:
    """Three polls of sixty people, of which each asked three questions alone."""
    rng = np.random.default_rng(27)
    frame = pd.DataFrame(
        {
            "respid": np.arange(3 * N) + 1,
            **of,
            "trust": rng.choice(["yes", "no"], 3 * N),
            "weight": rng.uniform(0.5, 2, 3 * N).round(4),
        }
    )
    for poll in range(3):
        for name in "abc":
            answers = pd.Series(rng.choice(["agree", "disagree"], 3 * N), dtype=object)
            frame[f"q{poll}{name}"] = answers.where(np.arange(3 * N) // N == poll)
    return frame


def _told(tmp_path: Path, frame: pd.DataFrame) -> str:
    frame.to_csv(tmp_path / "polls.csv", index=False)
    return started_and_told(tmp_path, tmp_path / "polls.csv", **PROPOSED)[1]


def test_days_of_polls_a_week_apart_tell_waves(tmp_path: Path) -> None:
    """Nine polls of a house, a week or two apart, were one wave, and not a word said so."""
    told = _told(tmp_path, _polls(study_day=np.repeat([*DAYS], N)))
    assert "--wave-column study_day" in told


def test_days_of_one_fieldwork_are_no_waves(tmp_path: Path) -> None:
    days = np.resize([20240113, 20240114, 20240116], 3 * N)
    assert "--wave-column" not in _told(tmp_path, _polls(study_day=days))


def test_values_that_follow_each_other_in_time_and_ask_other_things_tell_waves(
    tmp_path: Path,
) -> None:
    poll = np.repeat(["A", "B", "C"], N)
    days = np.repeat(["2024-01-13", "2024-01-15", "2024-01-18"], N)
    told = _told(tmp_path, _polls(batch=poll, interview_date=days))
    assert "--wave-column batch" in told


def test_regions_visited_in_turn_are_no_waves(tmp_path: Path) -> None:
    """Days that follow each other are not enough: all were asked the same."""
    frame = _polls(
        region=np.repeat(["A", "B", "C"], N),
        interview_date=np.repeat(["2024-01-13", "2024-01-15", "2024-01-18"], N),
    )
    told = _told(tmp_path, frame.loc[:, [n for n in frame if n[0] != "q"]])
    assert "--wave-column" not in told


def test_polls_without_a_date_are_told_by_their_name_and_what_each_asked(tmp_path: Path) -> None:
    poll = np.repeat(["jan-econ", "feb-econ", "feb-pol"], N)
    assert "--wave-column poll" in _told(tmp_path, _polls(poll=poll))
    (tmp_path / "other").mkdir()
    mixed = _polls(poll=np.resize(["panel one", "panel two", "panel six"], 3 * N))
    assert "--wave-column" not in _told(tmp_path / "other", mixed)


def _wave(folder: Path, name: str, days: list[str], seed: int) -> Path:
    rng = np.random.default_rng(seed)
    frame = pd.DataFrame(
        {
            "respid": np.arange(N) + 1000 * seed,
            "date": np.resize(days, N),
            "trust": rng.choice(["yes", "no"], N),
        }
    )
    path = folder / name
    frame.to_csv(path, index=False)
    return path


def test_days_that_fit_either_order_are_read_as_in_the_other_files(tmp_path: Path) -> None:
    """February stood in July, after March, under the name 2020-07."""
    january = _wave(tmp_path, "a3271.csv", ["08/01/2020", "13/01/2020"], 1)
    february = _wave(tmp_path, "a3273.csv", ["01/02/2020", "11/02/2020"], 2)
    march = _wave(tmp_path, "a3277.csv", ["01/03/2020", "13/03/2020"], 3)
    survey, told = started_and_told(tmp_path, january, february, march, **PROPOSED)
    assert survey.waves == ("2020-01", "2020-02", "2020-03")
    assert "day first as in the other files" in told


def test_files_that_do_not_agree_settle_nothing(tmp_path: Path) -> None:
    files = [
        _wave(tmp_path, "a3271.csv", ["13/01/2020", "14/01/2020"], 1),
        _wave(tmp_path, "a3273.csv", ["01/02/2020", "02/03/2020"], 2),
        _wave(tmp_path, "a3277.csv", ["04/13/2020", "04/14/2020"], 3),
    ]
    told = started_and_told(tmp_path, *files, **PROPOSED)[1]
    assert "day or month first?" in told


def test_iso_days_tell_no_order(tmp_path: Path) -> None:
    one = _wave(tmp_path, "a3271.csv", ["2020-01-13", "2020-01-14"], 1)
    two = _wave(tmp_path, "a3273.csv", ["01/02/2020", "02/03/2020"], 2)
    assert "day or month first?" in started_and_told(tmp_path, one, two, **PROPOSED)[1]
