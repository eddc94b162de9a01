"""A version under other weights: two totals of the same withheld groups are two equations."""

from __future__ import annotations

import math
import re
import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from scipy.optimize import linprog

from padai.errors import PublicationError
from padai.pipeline.versions import by_count
from padai.words import LANGUAGES
from tests.outsider.worlds.building import built
from tests.outsider.worlds.generator import Row, World, bare, people, write_world

SICK = {"r1": (180, 27), "r2": (60, 6), "r3": (60, 1)}
"""People of each region, and how many are of frail health, a sensitive question."""
FIRST, SECOND = {"r1": 0.4, "r2": 0.3, "r3": 0.3}, {"r1": 0.4, "r2": 0.4, "r3": 0.2}
WORLD = bare(11, weighted=True)


def everybody() -> list[Row]:
    """Return 300 people who weigh nearly alike, and of whom nothing else hangs on the region."""
    rows, rng = people(WORLD), np.random.default_rng(3)
    places = [(region, k < sick) for region, (n, sick) in SICK.items() for k in range(n)]
    for row, (region, sick) in zip(rows, places, strict=True):
        row |= {"region": region, "health": "1" if sick else "2", "gender": "1"}
        row |= {"age": str(int(rng.integers(18, 90))), "w": f"{rng.uniform(0.7, 1.4):.4f}"}
    return rows


def weighted(folder: Path, targets: Mapping[str, float], year: str = "2025") -> None:
    lines = [f"main,region,{r},{share},given,invented,2024-01-01" for r, share in targets.items()]
    head = "part,margin,cell,target,status,source,date"
    (folder / "targets" / f"{year}.csv").write_text("\n".join([head, *lines, ""]), encoding="utf-8")


def version(project: Path, targets: Mapping[str, float], **said: object) -> Path:
    world: World = replace(WORLD, **said)  # type: ignore[arg-type]
    folder = write_world(world, project, everybody())
    weighted(folder, targets)
    return built(folder)


def told(release: Path) -> pd.Series:
    """Return the share of frail health that a release tells of everybody and of each region."""
    series = pd.read_csv(release / "open" / "series.csv", dtype=str, keep_default_na=False)
    own = series[(series["question"] == "health") & (series["response"] == "1")]
    own = own[own["breakdown"].isin(["total", "region"])].set_index("group")
    return pd.to_numeric(own["estimate"], errors="coerce")


def left(releases: Mapping[Path, Mapping[str, float]]) -> tuple[int, int]:
    """Return the least and the most that can be sick in r3, by the totals of these releases.

    The share of a withheld region is the same under each weighting, and a total their sum: a reader
    has the targets, the people of each region, and the least and the largest weight.
    """
    tables = {release: told(release) for release in releases}
    rows = [[targets["r2"], targets["r3"]] for targets in releases.values()]
    whole = [
        t["total"] - targets["r1"] * t["r1"]
        for t, targets in zip(tables.values(), releases.values(), strict=True)
    ]
    room = [0.0005 * (1 + targets["r1"]) for targets in releases.values()]
    a = np.vstack([rows, -np.array(rows)])
    b = np.concatenate([np.add(whole, room), np.subtract(room, whole)])
    ends = [linprog([0, sign], A_ub=a, b_ub=b, bounds=[(0, 1)] * 2).fun * sign for sign in (1, -1)]
    bounds = []
    for release, targets in releases.items():
        method = pd.read_csv(release / "open" / "method.csv", dtype=str).set_index("item")["value"]
        least, most = float(method["min"]) - 0.005, float(method["max"]) + 0.005
        heavy = [end * targets["r3"] * sum(n for n, _ in SICK.values()) for end in ends]
        bounds.append((math.ceil(heavy[0] / most - 1e-9), math.floor(heavy[1] / least)))
    return max(low for low, _ in bounds), min(high for _, high in bounds)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("weighted")
    version(made, FIRST)
    return made


def test_two_weightings_tell_what_each_withholds(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One is sick of sixty in r3: 0 to 28 by either total, and 1 to 3 by both."""
    one = project / "releases" / "nasty" / "2025" / "v1"
    apart = shutil.copytree(project, tmp_path / "apart")
    monkeypatch.setattr(by_count, "told_by_weighting", lambda *_given, **_named: False)
    two = version(apart, SECOND, version=2, status="corrected")
    for alone in ({one: FIRST}, {two: SECOND}):
        low, high = left(alone)
        assert low == 0 and high >= 20
    low, high = left({one: FIRST, two: SECOND})
    assert low <= SICK["r3"][1] <= high <= low + 2


def test_a_version_under_other_weights_is_refused_where_cells_are_withheld(
    project: Path, tmp_path: Path
) -> None:
    apart = shutil.copytree(project, tmp_path / "apart")
    with pytest.raises(PublicationError) as caught:
        version(apart, SECOND, version=2, status="corrected")
    assert all("2025/v1" in caught.value.texts[lang] for lang in LANGUAGES)
    assert "correction: error" in caught.value.texts["en"]
    two = version(apart, SECOND, version=2, status="corrected", correction="error")
    assert told(two).isna().all(), "of fewer than a thousand a sensitive question has no total"
    three = version(apart, SECOND, version=3, status="corrected", correction="error")
    assert told(three).isna().all()


def test_targets_that_change_places_are_another_weighting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As many people of r1 and r2, who weigh alike: no measure of the weights moves.

    Five of 240 are sick; the two totals give the share of either region to a point.
    """
    rows = everybody()
    for place, row in enumerate(rows):
        row["region"] = "r1" if place < 120 else "r2" if place < 240 else "r3"
        row["w"] = rows[place % 120]["w"]
        row["health"] = "1" if place in (3, 5, 7, 130, 140) or 245 <= place < 260 else "2"
    monkeypatch.setitem(globals(), "everybody", lambda: rows)
    one = version(tmp_path, {"r1": 0.3, "r2": 0.5, "r3": 0.2})
    assert told(one)[["r1", "r2"]].isna().all() and told(one)["r3"] > 0
    with pytest.raises(PublicationError, match="weighted otherwise than in 2025/v1"):
        version(tmp_path, {"r1": 0.5, "r2": 0.3, "r3": 0.2}, version=2, status="corrected")


def test_a_version_under_the_same_weights_is_not(project: Path, tmp_path: Path) -> None:
    apart = shutil.copytree(project, tmp_path / "apart")
    two = version(apart, FIRST, version=2, status="corrected")
    assert told(two)["total"] == told(project / "releases" / "nasty" / "2025" / "v1")["total"]


def test_a_series_is_not_weighted_otherwise_than_its_release(tmp_path: Path) -> None:
    world = replace(bare(4, weighted=True, earlier=True), people=260)
    folder = write_world(world, tmp_path)
    built(folder)
    write_world(replace(world, version=2, status="corrected"), tmp_path)
    weighted(folder, {"r1": 0.42, "r2": 0.38, "r3": 0.2}, "2024")
    with pytest.raises(PublicationError) as caught:
        built(folder)
    assert "wave 2024" in caught.value.texts["en"]
    assert "correction" not in caught.value.texts["en"]


@pytest.mark.parametrize(("targets", "refused"), [(SECOND, True), (FIRST, False)])
def test_another_survey_of_the_same_people_weights_them_alike(
    project: Path, tmp_path: Path, targets: Mapping[str, float], refused: bool
) -> None:
    apart = shutil.copytree(project, tmp_path / "apart")
    other = shutil.copytree(apart / "surveys" / "nasty", apart / "surveys" / "other")
    (other / "releases.yaml").unlink()
    path = other / "survey.yaml"
    path.write_text(path.read_text("utf-8").replace("id: nasty", "id: other", 1), "utf-8")
    weighted(other, targets)
    if not refused:
        built(other)
        return
    with pytest.raises(PublicationError) as caught:
        built(other)
    for lang in LANGUAGES:
        assert re.search(r"nasty.*2025/v1.*health.*`weighting:`", caught.value.texts[lang])
