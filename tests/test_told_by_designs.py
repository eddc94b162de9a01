"""What the design and the rules of rounding tell of one person, who is withheld."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
import yaml

from padai.errors import PublicationError
from padai.store.coarse_degrees import degrees_told
from padai.survey import Survey
from padai.survey.design_spec import DesignSpec
from tests.outsider.worlds.building import built
from tests.outsider.worlds.generator import NOTE, Row, bare, people, write_world
from tests.tiny import tiny_survey

FIVE = 5
HEAD = ["part", "wave", "question", "response", "breakdown", "group"]


def reopened(folder: Path, name: str, **changed: Any) -> None:
    """Write a YAML file again with other values."""
    path = folder / name
    path.write_text(
        yaml.safe_dump(yaml.safe_load(path.read_text(encoding="utf-8")) | changed),
        encoding="utf-8",
    )


def drawn_in_strata(folder: Path) -> None:
    wave = yaml.safe_load((folder / "waves" / "2025.yaml").read_text(encoding="utf-8"))
    main = wave["parts"]["main"]
    main["design"] |= {"stratum": "region"}
    main["weighting"] = {"method": "none", "reason": NOTE}
    reopened(folder, "waves/2025.yaml", parts=wave["parts"])


def answered(n: int, regions: int) -> list[Row]:
    """Make people of whom every question has enough answers, but one."""
    rng = np.random.default_rng(5)
    rows = people(bare(3, people=n, regions=regions, weighted=True))
    for row in rows:
        row["region"] = f"r{rng.integers(1, regions + 1)}"
        row["gender"] = "12"[int(rng.integers(2))]
        row["health"] = "1" if rng.random() < 0.2 else "2"
        row["trust"] = "1234"[int(rng.integers(4))]
        row["score"] = str(rng.integers(0, 11))
    return rows


def test_degrees_of_freedom_do_not_tell_who_is_alone_in_a_stratum(tmp_path: Path) -> None:
    """Of the sick, 50 answered one question in five regions, 49 another in four.

    The one who did not was the only one of a region, whose sick are withheld.
    """
    world = bare(3, people=420, regions=FIVE, weighted=True, health_groups=True)
    rows = answered(420, FIVE)
    last = [row for row in rows if row["region"] == f"r{FIVE}"]
    for row in last:
        row["health"] = "2"
    last[0] |= {"health": "1", "trust": "99"}
    folder = write_world(world, tmp_path, rows)
    drawn_in_strata(folder)
    release = built(folder)
    told = pd.read_csv(release / "open" / "series.csv")
    shown = told[told["estimate"].notna() & (told["breakdown"] == "health")]
    bases = shown.loc[shown["group"].astype(str) == "1", "n_base"]
    assert bases.max() - bases.min() == 1
    withheld = told[(told["question"] == "health") & (told["group"] == f"r{FIVE}")]
    assert withheld["estimate"].isna().all()
    assert set((shown["n_base"] - shown["df"]).dropna()) == {FIVE}


def strata_survey() -> Survey:
    """Return a survey of two waves whose persons were drawn in four strata."""
    days = {"1": ("2024-01-01", "2024-01-02"), "2": ("2025-01-01", "2025-01-02")}
    survey = tiny_survey([], days=days, overlap="none")
    for wave in survey.wave_defs.values():
        part = wave.parts["main"]
        wave.parts["main"] = part.model_copy(update={"design": DesignSpec(stratum=("h",))})
    return survey


def level(wave: str, group: str, n: float, df: float) -> tuple[object, ...]:
    breakdown = "total" if group == "total" else "g"
    return ("main", wave, "q", "1", breakdown, group, n, df)


def stored() -> dict[str, pd.DataFrame]:
    """Make levels of two waves in four strata, of which some groups reach three."""
    columns = [*HEAD, "n_base", "df"]
    estimates = [level("2", "total", 100, 96), level("2", "a", 60, 57), level("2", "b", 40, 36)]
    trends = [level("1", "total", 80, 76), level("1", "a", 50, 46), level("1", "b", 30, 27)]
    changes = [
        ("main", "2", "q", "1", "g", "a", 50.0, 103.0, "1"),
        ("main", "2", "q", "1", "g", "a", 40.0, 96.0, "rest"),
        ("main", "2", "q", "1", "g", "a", 40.0, 96.0, "b"),
        ("main", "2", "q", "1", "g", "c", 50.0, 103.0, "1"),
    ]
    series = [
        ("main", "q", "1", "g", "a", term, "2", df, ddf, "1", "2", "")
        for term, df, ddf in (("slope", 103.0, np.nan), ("joint", 1.0, 102.0))
    ]
    return {
        "estimates": pd.DataFrame(estimates, columns=columns),
        "trends": pd.DataFrame(trends, columns=columns),
        "differences": pd.DataFrame(changes, columns=[*columns, "reference"]),
        "slopes": pd.DataFrame(
            series,
            columns=[
                "part",
                "question",
                "response",
                "breakdown",
                "group",
                "term",
                "wave",
                "df",
                "ddf",
                "first_wave",
                "last_wave",
                "left_out",
            ],
        ),
    }


def degrees(tables: Mapping[str, pd.DataFrame], name: str, column: str = "df") -> list[float]:
    return [float(value) for value in tables[name][column]]


def test_degrees_of_freedom_are_those_of_all_strata() -> None:
    told = degrees_told(stored(), strata_survey())
    assert degrees(told, "estimates") == [96, 56, 36]
    assert degrees(told, "trends") == [76, 46, 26]
    # 60 + 50 less four strata each; 100 less four; where a level is not shown, two figures
    assert degrees(told, "differences") == [102, 96, 96, 100]
    assert degrees(told, "slopes") == [102, 1]
    assert degrees(told, "slopes", "ddf")[1] == 101


def test_a_base_of_few_people_a_stratum_has_no_degrees_of_freedom() -> None:
    tables = stored()
    tables["estimates"].loc[1, ["n_base", "df"]] = (15.0, 12.0)
    told = degrees_told(tables, strata_survey())
    assert np.isnan(degrees(told, "estimates")[1])


def test_clusters_and_waves_of_the_same_people_are_told_as_before() -> None:
    survey, tables = strata_survey(), stored()
    again = degrees_told(tables, survey.model_copy(update={"overlap": "respondent"}))
    assert degrees(again, "differences") == degrees(tables, "differences")
    for wave in survey.wave_defs.values():
        design = DesignSpec(stratum=("h",), psu=("c",))
        wave.parts["main"] = wave.parts["main"].model_copy(update={"design": design})
    assert degrees(degrees_told(tables, survey), "estimates") == [96, 57, 36]


@pytest.mark.parametrize(
    ("there", "here", "said"),
    [
        ({"bases": 5}, {"bases": 3}, r"rounds bases to 5, not to 3.*`rounding: \{bases: 5\}`"),
        ({"bases": 5}, None, r"Told exactly here.*`rounding: \{bases: 5\}`"),
        (None, {"bases": 5}, "would hide nothing. Take `rounding:` out"),
        ({"bases": 5}, {"bases": 5}, ""),
    ],
    ids=["to another number", "exact here", "exact there", "alike"],
)
def test_two_surveys_of_the_same_people_round_alike(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    there: dict[str, int] | None,
    here: dict[str, int] | None,
    said: str,
) -> None:
    """A base told as 145 by the one and as 147 by the other is 146 or 147."""
    monkeypatch.setenv("PADAI_LANG", "en")
    rows = answered(300, 3)
    folder = write_world(bare(3, weighted=True), tmp_path, rows)
    kept = {"minimum_group": 10, "sensitive_cell": 5}
    reopened(folder, "survey.yaml", confidentiality={**kept, "rounding": there})
    second = shutil.copytree(folder, folder.parent / "other")
    reopened(second, "survey.yaml", id="other", confidentiality={**kept, "rounding": here})
    built(folder)
    if not said:
        assert (built(second) / "open" / "series.csv").is_file()
        return
    with pytest.raises(PublicationError, match=said):
        built(second)
