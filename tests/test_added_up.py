"""Parts of the same people, added up and subtracted in whatever way, tell of nobody."""

from __future__ import annotations

import copy
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

import padai
from padai.errors import PublicationError
from padai.numerics.added_up import is_sum_of, told_of_few
from padai.pipeline.versions import put_together
from padai.store import open_store
from padai.store.outside import outside
from tests.outsider.worlds.building import tables_alone
from tests.outsider.worlds.generator import Row
from tests.test_shared_people import all_but, by_age, only, survey


def parted(
    project: Path, rows: list[Row], parts: dict[str, tuple[str, ...]], *, sensitive: bool = False
) -> Path:
    """Write a survey of which each part is a file of some regions; parts may share people."""

    def fewer(content: dict[str, Any]) -> None:
        content["questions"]["health"]["sensitive"] = sensitive
        codes = content["questions"]["region"]["scale"]["codes"]
        codes["r0"] = copy.deepcopy(codes["r1"])
        for name in ("gender", "score"):
            content["questions"].pop(name)

    def wave(content: dict[str, Any]) -> None:
        whole = content["parts"].pop("main")
        for name, regions in parts.items():
            part = content["parts"][name] = copy.deepcopy(whole)
            part |= {"file": f"{name}.csv"}
            part.pop("n"), part.pop("sha256")
            mine = [row for row in rows if row["region"] in regions]
            pd.DataFrame(mine)[list(kept)].to_csv(data / f"{name}.csv", index=False)

    folder = project / "surveys" / "one"
    data = folder / "data"
    kept = ("id", "region", "age", "health", "trust")
    return survey(project, "one", 34, rows, survey=by_age, wave=wave, questionnaire=fewer)


def shown(folder: Path) -> pd.DataFrame:
    with tables_alone():
        release = padai.build(folder, formats=("html",))
    table = outside(open_store(release.folder / "interne")).tables["estimates"]
    whole = table[(table["breakdown"] == "total") & table["estimate"].notna()]
    people = (whole["estimate"] * whole["n_base"]).round().astype(int)
    return whole.assign(people=people).set_index(["part", "question", "response"])["people"]


FOUR = {"main": ("r0", "r1", "r2", "r3"), "east": ("r1",), "town": ("r2",), "west": ("r2", "r3")}
"""The town lies in the west: whoever puts it together with the east has no place for the west."""


def of_four(few: int) -> list[Row]:
    rows = all_but(few)
    for k, row in enumerate(rows):
        row["region"] = "r0" if k < few else f"r{1 + k % 3}"
        row["health"] = "2"
    return rows


def test_the_four_whom_no_part_holds_were_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(put_together, "added_up", lambda *_: None)
    rows = of_four(4)
    told = shown(parted(tmp_path, rows, FOUR))
    left = told["main"] - told["east"] - told["west"]
    few = [row["trust"] for row in rows if row["region"] == "r0"]
    assert [left["trust", code] for code in "1234"] == [few.count(code) for code in "1234"]


def test_a_part_within_another_hides_no_way_of_adding_up(tmp_path: Path) -> None:
    with pytest.raises(PublicationError, match="added up and subtracted") as found:
        shown(parted(tmp_path, of_four(4), FOUR))
    assert "2025 (main) and 2025 (east) and 2025 (west)" in str(found.value)
    assert "additionnés et soustraits" in found.value.texts["fr"]


def test_parts_that_leave_nobody_out_go_out(tmp_path: Path) -> None:
    assert len(shown(parted(tmp_path, of_four(0), FOUR)))


THREE = {"main": ("r1", "r3"), "two": ("r2", "r3"), "all": ("r1", "r2")}


def ill(rare: int) -> list[Row]:
    rows = of_four(0)
    by = {region: [r for r in rows if r["region"] == region] for region in ("r1", "r2", "r3")}
    for region, count in (("r1", 60), ("r2", 55), ("r3", rare)):
        for row in by[region][:count]:
            row["health"] = "1"
    return rows


def test_half_of_three_sums_was_one_person(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who are in two parts of three are half of the one and the other less the third."""
    monkeypatch.setattr(put_together, "added_up", lambda *_: None)
    told = shown(parted(tmp_path, ill(1), THREE, sensitive=True))
    sums = [told[part, "health", "1"] for part in THREE]
    assert (sums[0] + sums[1] - sums[2]) / 2 == 1


def test_half_of_three_sums_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PublicationError, match="added up and subtracted"):
        shown(parted(tmp_path, ill(1), THREE, sensitive=True))


def test_half_of_three_sums_of_enough_people_goes_out(tmp_path: Path) -> None:
    assert len(shown(parted(tmp_path, ill(60), THREE, sensitive=True)))


def test_half_of_three_surveys_is_refused(tmp_path: Path) -> None:
    def private(content: dict[str, Any]) -> None:
        content["questions"]["health"]["sensitive"] = True

    *out, last = [
        survey(
            tmp_path, name, 34, ill(1), survey=by_age, wave=only(*regions), questionnaire=private
        )
        for name, regions in THREE.items()
    ]
    for folder in out:
        shown(folder)
    with pytest.raises(PublicationError, match="added up and subtracted") as found:
        shown(last)
    assert "main 2025 (main)" in str(found.value) and "two 2025 (main)" in str(found.value)


@pytest.mark.parametrize("seed", range(40))
def test_fewest_people_against_every_factor(seed: int) -> None:
    """Small sums, every factor from -2 to 2: what these tell of few is found."""
    rng = np.random.default_rng(seed)
    sums = rng.integers(0, 2, (int(rng.integers(2, 5)), int(rng.integers(3, 7))))
    people = rng.choice([0, 1, 3, 4, 12, 40], sums.shape[1])
    few = 10
    left = {
        tuple(((np.array(factor) @ sums != 0) & (people > 0)).tolist())
        for factor in product(range(-2, 3), repeat=len(sums))
    }
    told = {kinds for kinds in left if 0 < people[list(kinds)].sum() < few}
    found = list(told_of_few(sums, people, few))
    for each in found:
        assert 0 < people[each.kinds].sum() < few
        some = people > 0
        assert is_sum_of(each.kinds[some], sums[:, some])
    assert bool(found) == bool(told)
