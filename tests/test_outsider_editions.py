"""What an outsider adds up over editions, parts and surveys of the same people."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import yaml

import padai
from padai.errors import PublicationError
from padai.pipeline.versions.keeping import restore_release
from tests.outsider.worlds import building as outsider
from tests.outsider.worlds.building import tables_alone
from tests.outsider.worlds.generator import _data, _yaml, bare, before, people, write_world

WORLD = bare(8, earlier=True)


def edited(path: Path, **changes: Any) -> None:
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    content.update(changes)
    _yaml(path, content)


def built(survey: Path, wave: str | None = None) -> pd.DataFrame:
    """Build the tables of a wave and return its open series."""
    with tables_alone():
        folder = padai.build(survey, wave=wave, formats=("html",)).folder
    return pd.read_csv(folder / "open" / "series.csv", dtype=str, keep_default_na=False)


def forget(survey: Path) -> None:
    """Take back what was built of a survey, so that it is built anew."""
    shutil.rmtree(survey.parents[1] / "releases")
    (survey / "releases.yaml").unlink()


def answers(series: pd.DataFrame, question: str, group: str) -> pd.Series:
    """Work out from printed shares and bases how many of a group of 2024 gave each answer."""
    mine = series[(series["wave"] == "2024") & (series["question"] == question)]
    mine = mine[(mine["group"] == group) & mine["estimate"].ne("")]
    counted = mine["estimate"].astype(float) * mine["n_base"].astype(float)
    return pd.Series(counted.round().to_numpy(), index=mine["response"])


# --- a record that is lost -----------------------------------------------------------------------


def cut_after(survey: Path, age: int, waves: list[str]) -> None:
    """Cut the ages of a survey elsewhere, and say which waves it has."""
    head = yaml.safe_load((survey / "survey.yaml").read_text(encoding="utf-8"))
    groups = head["breakdowns"]["age_group"]["groups"]
    groups["18-34"]["max"], groups["35-59"]["min"] = age, age + 1
    edited(survey / "survey.yaml", breakdowns=head["breakdowns"], waves=waves)


@pytest.mark.parametrize("status", ["demonstration", "published"])
def test_an_edition_sees_what_another_put_out_without_a_record(tmp_path: Path, status: str) -> None:
    """The answers of those aged 35 in 2024 stand between the tables of two editions."""
    survey = write_world(WORLD, tmp_path)
    aged = [row["trust"] for row in before(WORLD) if row["age"] == "35"]
    assert 0 < len(aged) < 10
    if status == "published":
        head = yaml.safe_load((survey / "survey.yaml").read_text(encoding="utf-8"))
        licences = {"data": head["licences"]["data"], "code": head["licences"]["data"]}
        edited(survey / "survey.yaml", synthetic=False, licences=licences)
        for wave in ("2024", "2025"):
            release = {"version": 1, "status": status, "publish_on": f"{wave}-06-02"}
            edited(survey / "waves" / f"{wave}.yaml", release=release)
    cut_after(survey, 34, ["2024"])
    (survey / "waves" / "2025.yaml").rename(tmp_path / "2025.yaml")
    first = built(survey)
    (tmp_path / "2025.yaml").rename(survey / "waves" / "2025.yaml")
    cut_after(survey, 35, ["2024", "2025"])
    (survey / "releases.yaml").unlink()

    with pytest.raises(PublicationError, match="has no record of it") as refused:
        built(survey)
    assert "padai release restore surveys/nasty --wave 2024" in refused.value.texts["en"]
    assert not (tmp_path / "releases" / "nasty" / "2025" / "v1").exists()

    assert restore_release(survey, "2024") == ("record", "2024/v1")
    second = built(survey)
    assert answers(first, "trust", "18-34").sum() > 0
    assert answers(second, "trust", "18-34").empty


# --- people who are asked again ------------------------------------------------------------------


def asked_again(survey: Path, changed: dict[int, str], question: str = "health") -> list[str]:
    """Make the edition before one of the same people, some of whom answered otherwise then."""
    rows = people(WORLD)
    earlier = [row | ({question: changed[k]} if k in changed else {}) for k, row in enumerate(rows)]
    path = survey / "data" / "main-2024.csv"
    _data(path, earlier, WORLD)
    wave = yaml.safe_load((survey / "waves" / "2024.yaml").read_text(encoding="utf-8"))
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    wave["parts"]["main"] |= {"n": len(earlier), "sha256": digest}
    _yaml(survey / "waves" / "2024.yaml", wave)
    edited(survey / "survey.yaml", overlap="respondent")
    return [row[question] for row in earlier]


def twice(folder: Path, question: str, response: str) -> list[int]:
    """Return how many may have given an answer twice, by the printed error of its change.

    Everybody answered both times and counts for one, so that variances and bases are known: the
    error is that of the one number which is left.
    """
    series = pd.read_csv(folder / "open" / "series.csv", dtype=str, keep_default_na=False)
    changes = pd.read_csv(folder / "open" / "changes.csv", dtype=str, keep_default_na=False)

    def of(frame: pd.DataFrame, **keys: str) -> pd.Series:
        keys |= {"question": question, "response": response, "breakdown": "total"}
        return frame[(frame[list(keys)] == pd.Series(keys)).all(axis=1)].iloc[0]

    told = [of(series, wave=wave) for wave in ("2024", "2025")]
    n = int(told[0]["n_base"])
    assert n == int(told[1]["n_base"])
    before, after = (round(float(each["estimate"]) * n) for each in told)
    error = of(changes, wave="2025", reference="2024")["std_error"]
    if not error:
        return []
    found = []
    for both in range(max(0, before + after - n), min(before, after) + 1):
        moved = (before - both) + (after - both)
        spread = (moved / n - ((after - before) / n) ** 2) / (n - 1)
        if abs(spread**0.5 - float(error)) <= 0.5e-4 + 1e-9:
            found.append(both)
    return found


def panel(tmp_path: Path, moved: tuple[int, int]) -> tuple[Path, int]:
    """Write a survey of three hundred who are asked again; some leave an answer, some take it."""
    survey = write_world(WORLD, tmp_path)
    rows = people(WORLD)
    frail = [k for k, row in enumerate(rows) if row["health"] == "1"]
    well = [k for k, row in enumerate(rows) if row["health"] == "2"]
    assert len(frail) > 10 + moved[0]
    changed = dict.fromkeys(frail[: moved[0]], "2") | dict.fromkeys(well[: moved[1]], "1")
    earlier = asked_again(survey, changed)
    return survey, sum(a == b["health"] == "1" for a, b in zip(earlier, rows, strict=True))


def test_the_error_of_a_change_does_not_tell_who_gave_a_sensitive_answer_twice(
    tmp_path: Path,
) -> None:
    survey, both = panel(tmp_path, (1, 2))
    assert twice(outsider.built(survey, without="asked again"), "health", "1") == [both]
    forget(survey)
    folder = outsider.built(survey)
    assert twice(folder, "health", "1") == []
    asked = dict.fromkeys(["changes", "slopes", "robustness", "tipping"], 0)
    for name in asked:
        told = pd.read_csv(folder / "open" / f"{name}.csv", dtype=str, keep_default_na=False)
        for row in told[told["question"] == "health"].to_dict("records"):
            whole = row.get("breakdown", "total") == "total"
            numbers = [row.get(k, "") for k in ("std_error", "conf_low", "p_value", "verdict")]
            assert not whole or not any(numbers), (name, row)
            asked[name] += whole
    assert asked["changes"] and asked["slopes"], asked


def test_the_change_is_told_where_enough_left_and_took_the_answer(tmp_path: Path) -> None:
    survey, both = panel(tmp_path, (8, 9))
    assert both in twice(outsider.built(survey), "health", "1")
