"""Two surveys of one project made of the same people tell nothing of few of them, side by side."""

from __future__ import annotations

import copy
import csv
import hashlib
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
import yaml

import padai
from padai.errors import PublicationError
from padai.numerics.matched_codes import apart_from_match
from padai.numerics.setting_apart import cells_apart, set_apart
from padai.pipeline.builds import version_steps
from padai.pipeline.versions import other_surveys
from padai.pipeline.versions.keeping import restore_release
from tests.outsider.worlds.building import tables_alone
from tests.outsider.worlds.generator import Row, bare, people, write_world

WORLD = bare(5)
BETWEEN = 3
"""How many are 35 years old."""
Change = Callable[[dict[str, Any]], None]


def three_hundred(seed: int = 5) -> list[Row]:
    """Three hundred people, of whom three are 35 years old; nobody is in a rare group."""
    rng = np.random.default_rng(seed)
    rows = people(bare(seed))
    for place, row in enumerate(rows):
        age = int(rng.choice([a for a in range(18, 90) if a != 35]))
        row["age"] = "35" if place in (17, 120, 250) else str(age)
        row["region"], row["gender"] = f"r{rng.integers(1, 4)}", str(rng.integers(1, 3))
    return rows


def cut_at(age: int) -> Change:
    def change(survey: dict[str, Any]) -> None:
        groups = survey["breakdowns"]["age_group"]["groups"]
        groups["18-34"]["max"], groups["35-59"]["min"] = age, age + 1
        survey["report_breakdowns"] = ["age_group", "region"]
        survey["breakdowns"].pop("gender")

    return change


def survey(
    project: Path,
    name: str,
    age: int,
    rows: list[Row] | None = None,
    *,
    sensitive: bool = False,
    **more: Change,
) -> Path:
    """Write a survey of the project, its ages cut after `age`; `more` changes its files."""
    write_world(WORLD, project, three_hundred() if rows is None else rows)
    folder = project / "surveys" / name
    (project / "surveys" / "nasty").rename(folder)

    def own(content: dict[str, Any]) -> None:
        content["id"] = name
        cut_at(age)(content)

    def asked(content: dict[str, Any]) -> None:
        for question in ("health", *(() if sensitive else ("gender",))):
            content["questions"][question].pop("sensitive")

    for file, change in (("survey", own), ("questionnaire", asked)):
        changed(folder / f"{file}.yaml", change)
    for file, given in more.items():
        changed(folder / f"{file.replace('wave', 'waves/2025')}.yaml", given)
    return folder


def changed(path: Path, change: Change) -> None:
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    change(content)
    path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")


def built(folder: Path) -> pd.DataFrame:
    """Build a survey's tables and return what goes out of its estimates."""
    with tables_alone():
        release = padai.build(folder, formats=("html",))
    return pd.read_csv(
        next(release.folder.rglob("estimates.csv")), dtype=str, keep_default_na=False
    )


def refused(folder: Path) -> str:
    with pytest.raises(PublicationError, match="too close together") as found:
        built(folder)
    assert not (folder.parents[1] / "releases" / folder.name / "2025" / "v1").exists()
    assert not (folder / "releases.yaml").exists()
    assert "trop proches" in found.value.texts["fr"]
    return str(found.value)


@pytest.fixture(autouse=True)
def kept_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PADAI_CACHE_DIR", str(tmp_path / "cache"))


def counts(out: pd.DataFrame, group: str) -> pd.Series:
    """What a reader works out: how many of a group gave each answer to one question."""
    by = group if group == "total" else "age_group"
    mine = out[(out["question"] == "trust") & (out["breakdown"] == by)]
    mine = mine[(mine["group"] == group) & mine["response"].isin(list("1234"))]
    return (mine["estimate"].astype(float) * mine["n_base"].astype(float)).round().to_numpy()


def test_the_answers_of_three_people_come_back_where_surveys_are_not_compared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What an outsider did: the answers of those aged 35, from two published tables."""
    monkeypatch.setattr(version_steps, "held_to_other_surveys", lambda _o, _p, results: results)
    one, two = built(survey(tmp_path, "one", 34)), built(survey(tmp_path, "two", 35))
    rows = [r["trust"] for r in three_hundred() if r["age"] == "35"]
    found = counts(two, "18-34") - counts(one, "18-34")
    assert found.tolist() == [rows.count(code) for code in "1234"]
    assert found.sum() > 0


def test_ages_cut_a_year_apart_are_refused(tmp_path: Path) -> None:
    built(survey(tmp_path, "one", 34))
    said = refused(survey(tmp_path, "two", 35))
    for told in ("one 2025/v1", "age_group = 35-59", "breakdowns:", "wave 2025"):
        assert told in said
    ids = {row["id"] for row in three_hundred()}
    assert not any(name in said for name in ids)
    assert "3 people" not in said and "35 ans" not in said


def test_a_survey_whose_record_is_lost_is_seen(tmp_path: Path) -> None:
    one = survey(tmp_path, "one", 34)
    built(one)
    (one / "releases.yaml").unlink()
    two = survey(tmp_path, "two", 35)
    with pytest.raises(PublicationError, match="has no record of it") as found:
        built(two)
    assert "padai release restore surveys/one --wave 2025" in found.value.texts["en"]
    restore_release(one, "2025")
    refused(two)


def test_a_survey_that_was_withdrawn_for_an_error_was_read(tmp_path: Path) -> None:
    one = survey(tmp_path, "one", 34)
    built(one)

    def withdrawn(wave: dict[str, Any]) -> None:
        wave["release"] |= {
            "status": "withdrawn",
            "withdrawn": "error",
            "withdrawn_on": "2025-12-01",
            "reason": {"fr": "Une erreur.", "en": "An error."},
        }

    changed(one / "waves" / "2025.yaml", withdrawn)
    with tables_alone():
        padai.build(one, formats=("html",))
    refused(survey(tmp_path, "two", 35))


def test_the_same_cuts_go_out(tmp_path: Path) -> None:
    one = built(survey(tmp_path, "one", 34))
    two = built(survey(tmp_path, "two", 34))
    assert counts(one, "18-34").tolist() == counts(two, "18-34").tolist()


def test_cuts_that_are_far_enough_apart_go_out(tmp_path: Path) -> None:
    built(survey(tmp_path, "one", 34))
    built(survey(tmp_path, "two", 44))


def test_other_people_go_out(tmp_path: Path) -> None:
    built(survey(tmp_path, "one", 34))
    built(survey(tmp_path, "two", 35, three_hundred(6)))


def test_running_numbers_that_return_among_strangers_are_no_link(tmp_path: Path) -> None:
    def numbered(seed: int) -> list[Row]:
        return [{**row, "id": str(k + 1)} for k, row in enumerate(three_hundred(seed))]

    built(survey(tmp_path, "one", 34, numbered(5)))
    built(survey(tmp_path, "two", 35, numbered(6)))


def file_of(
    folder: Path, change: Callable[[list[Row]], list[Row]], name: str = "other.csv"
) -> None:
    """Give a survey another file of its people, under another name."""
    source = folder / "data" / "main.csv"
    with source.open(encoding="utf-8") as file:
        rows = change(list(csv.DictReader(file)))
    with (folder / "data" / name).open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    source.unlink()
    digest = hashlib.sha256((folder / "data" / name).read_bytes()).hexdigest()

    def told(wave: dict[str, Any]) -> None:
        wave["parts"]["main"] |= {"file": name, "sha256": digest, "n": len(rows)}

    changed(folder / "waves" / "2025.yaml", told)


@pytest.mark.parametrize("how", ["name", "order", "ids", "copy"])
def test_the_same_people_are_known_under_another_file(tmp_path: Path, how: str) -> None:
    built(survey(tmp_path, "one", 34))
    two = survey(tmp_path, "two", 35)
    if how == "copy":
        (two / "data" / "main.csv").rename(two / "data" / "copy.csv")
        changed(two / "waves" / "2025.yaml", lambda w: w["parts"]["main"].update(file="copy.csv"))
    file = {
        "name": lambda rows: [*rows[1:], rows[0]],
        "order": lambda rows: rows[::-1],
        "ids": lambda rows: [{**r, "id": f"z{k:03d}"} for k, r in enumerate(rows[::-1])],
    }.get(how)
    if file is not None:
        file_of(two, file)
    refused(two)


def test_the_same_people_are_known_where_the_first_file_is_gone(tmp_path: Path) -> None:
    one = survey(tmp_path, "one", 34)
    built(one)
    (one / "data" / "main.csv").unlink()
    refused(survey(tmp_path, "two", 35))


def test_data_that_lie_behind_a_linked_folder(tmp_path: Path) -> None:
    project = tmp_path / "project"
    project.mkdir()
    for name, age in (("one", 34), ("two", 35)):
        folder = survey(project, name, age)
        (folder / "data").rename(tmp_path / name)
        (folder / "data").symlink_to(tmp_path / name)
    built(project / "surveys" / "one")
    refused(project / "surveys" / "two")


def test_where_ids_and_columns_differ_nothing_is_known(tmp_path: Path) -> None:
    """Said in docs/confidentiality.md: nothing ties the two files."""
    built(survey(tmp_path, "one", 34))
    two = survey(tmp_path, "two", 35)

    def anew(rows: list[Row]) -> list[Row]:
        names = {
            "trust": "q1",
            "health": "q2",
            "score": "q3",
            "gender": "q4",
            "age": "q5",
            "region": "q6",
            "w": "q7",
            "form": "q8",
            "half_a": "q9",
            "half_b": "q10",
        }
        return [
            {names.get(k, k): v for k, v in {**r, "id": f"z{n}"}.items()}
            for n, r in enumerate(rows)
        ]

    file_of(two, anew)

    def columns(content: dict[str, Any]) -> None:
        of = {
            "trust": "q1",
            "health": "q2",
            "score": "q3",
            "gender": "q4",
            "age": "q5",
            "region": "q6",
        }
        for name, column in of.items():
            content["questions"][name]["columns"] = {"2025": column}

    changed(two / "questionnaire.yaml", columns)
    built(two)


def test_a_survey_of_all_but_few(tmp_path: Path) -> None:
    """The second takes two regions of the first, and leaves out three people of them."""
    rows = three_hundred()
    for row in rows[:3]:
        row["region"] = "r1"
    built(survey(tmp_path, "one", 34, rows))

    def exclude(wave: dict[str, Any]) -> None:
        wave["parts"]["main"]["exclusions"] = [
            {"column": "id", "values": [r["id"] for r in rows[:3]], "reason": {"fr": "a", "en": "a"}}
        ]  # fmt: skip
        wave["parts"]["main"].pop("n")

    two = survey(tmp_path, "two", 34, rows, wave=exclude)
    refused(two)


def test_rows_of_one_region_go_out_where_they_are_all_of_it(tmp_path: Path) -> None:
    built(survey(tmp_path, "one", 34))
    two = survey(tmp_path, "two", 34, wave=only("r1"))
    built(two)


def only(*regions: str) -> Change:
    def rows(wave: dict[str, Any]) -> None:
        part = wave["parts"]["main"]
        part["rows"] = {"region": list(regions)}
        part.pop("n")

    return rows


def test_rows_that_leave_few_out_are_refused(tmp_path: Path) -> None:
    """All regions but one of four people: the total and the rest of it stand side by side."""
    rows = three_hundred()
    for k, row in enumerate(rows):
        row["region"] = "r3" if k < 4 else f"r{k % 2 + 1}"

    def wide(content: dict[str, Any]) -> None:
        content["breakdowns"].pop("region")
        content["report_breakdowns"] = ["age_group"]

    built(survey(tmp_path, "one", 34, rows, survey=wide))
    two = survey(tmp_path, "two", 34, rows, survey=wide, wave=only("r1", "r2"))
    refused(two)


def halves(wave: dict[str, Any]) -> None:
    """Make two parts of the file: one of a region, one of another."""
    parts = wave["parts"]
    parts["sub"] = copy.deepcopy(parts["main"])
    for name, region in (("main", "r1"), ("sub", "r2")):
        parts[name]["rows"] = {"region": [region]}
        parts[name].pop("n")


def all_but(few: int) -> list[Row]:
    """Three hundred people of two regions, and few of a third."""
    rows = three_hundred()
    for k, row in enumerate(rows):
        row["region"] = "r3" if k < few else f"r{k % 2 + 1}"
    return rows


def by_age(content: dict[str, Any]) -> None:
    content["breakdowns"].pop("region")
    content["report_breakdowns"] = ["age_group"]


@pytest.mark.parametrize("turned", [False, True])
def test_two_parts_that_leave_few_out_are_refused(tmp_path: Path, turned: bool) -> None:
    """A survey of all, less the parts of another one: the four who are in neither part."""
    survey(tmp_path, "all", 34, all_but(4), survey=by_age)
    survey(tmp_path, "parts", 34, all_but(4), survey=by_age, wave=halves)
    names = ["all", "parts"][:: -1 if turned else 1]
    built(tmp_path / "surveys" / names[0])
    with pytest.raises(PublicationError, match="put together") as found:
        built(tmp_path / "surveys" / names[1])
    said = str(found.value)
    assert "2025 (sub)" in said and f"{names[0]} 2025 (main)" in said and "r3" not in said
    assert "mis ensemble" in found.value.texts["fr"]


def test_two_parts_that_leave_nobody_out_go_out(tmp_path: Path) -> None:
    built(survey(tmp_path, "all", 34, all_but(0), survey=by_age))
    built(survey(tmp_path, "parts", 34, all_but(0), survey=by_age, wave=halves))


def test_two_parts_that_leave_enough_out_go_out(tmp_path: Path) -> None:
    built(survey(tmp_path, "all", 34, all_but(80), survey=by_age))
    built(survey(tmp_path, "parts", 34, all_but(80), survey=by_age, wave=halves))


def of_three(project: Path, few: int, names: str) -> list[Path]:
    """Three surveys: of all, of one region and of another, in an order."""
    made = {
        "a": lambda: survey(project, "all", 34, all_but(few), survey=by_age),
        "n": lambda: survey(project, "north", 34, all_but(few), survey=by_age, wave=only("r1")),
        "s": lambda: survey(project, "south", 34, all_but(few), survey=by_age, wave=only("r2")),
    }
    return [made[name]() for name in names]


@pytest.mark.parametrize("names", ["nsa", "nas"])
def test_three_surveys_that_leave_few_out_are_refused(tmp_path: Path, names: str) -> None:
    """A survey of all, less one of each of two regions: the four who are in neither."""
    *out, last = of_three(tmp_path, 4, names)
    for folder in out:
        built(folder)
    with pytest.raises(PublicationError, match="put together") as found:
        built(last)
    said = str(found.value)
    assert sum(f"{name} 2025 (main)" in said for name in ("all", "north", "south")) == 2
    assert "r3" not in said


def test_the_four_whom_three_surveys_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(other_surveys, "_put_all_together", lambda *_: None)
    whole, *regions = [counts(built(folder), "18-34") for folder in of_three(tmp_path, 4, "ans")]
    young = [r for r in all_but(4) if r["region"] == "r3" and int(r["age"]) < 35]
    found = whole - sum(regions)
    assert found.tolist() == [[r["trust"] for r in young].count(code) for code in "1234"]


def test_three_surveys_that_leave_nobody_out_go_out(tmp_path: Path) -> None:
    for folder in of_three(tmp_path, 0, "nsa"):
        built(folder)


def of_four(project: Path) -> list[Path]:
    """Four surveys, each of which shares people with the next: the last of them with the third."""
    rows = three_hundred()
    held = {"first": rows[200:297], "second": rows[150:], "third": rows[:200], "last": rows[:150]}
    return [survey(project, name, 34, of, survey=by_age) for name, of in held.items()]


@pytest.mark.parametrize("reached", [True, False])
def test_a_survey_two_hops_away_is_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reached: bool
) -> None:
    """The last and the second, less the third and the first: three people, of whom none is told."""
    if not reached:
        monkeypatch.setattr(other_surveys, "_reached", lambda *_: [])
    *out, last = of_four(tmp_path)
    first, second, third = [counts(built(folder), "total") for folder in out]
    if reached:
        with pytest.raises(PublicationError, match="put together"):
            built(last)
        return
    found = counts(built(last), "total") + second - third - first
    three = [row["trust"] for row in three_hundred()[297:]]
    assert found.tolist() == [three.count(code) for code in "1234"]


def test_two_parts_beside_a_third_of_everybody(tmp_path: Path) -> None:
    """Parts of one survey: all, and two that leave out four."""

    def three(wave: dict[str, Any]) -> None:
        whole = copy.deepcopy(wave["parts"]["main"])
        halves(wave)
        wave["parts"]["whole"] = whole | {"file": "copy.csv"}

    folder = survey(tmp_path, "one", 34, all_but(4), survey=by_age, wave=three)
    shutil.copy(folder / "data" / "main.csv", folder / "data" / "copy.csv")
    with pytest.raises(PublicationError, match="put together") as found:
        built(folder)
    assert "2025 (whole)" in str(found.value)


def test_a_sensitive_answer_of_few_of_those_who_are_left_out(tmp_path: Path) -> None:
    """Forty are in one survey alone, and two of them gave a sensitive answer."""
    rows = all_but(40)
    for k, row in enumerate(rows):
        row["health"] = "1" if k < 2 or 40 <= k < 100 else "2"
        row["age"] = ("25", "45", "70")[k % 3]

    def private(content: dict[str, Any]) -> None:
        content["questions"]["health"]["sensitive"] = True

    more = {"survey": by_age, "questionnaire": private}
    built(survey(tmp_path, "all", 34, rows, **more))
    refused(survey(tmp_path, "but", 34, rows, wave=only("r1", "r2"), **more))


def test_a_base_without_few_is_refused_and_one_without_an_answer_goes_out(tmp_path: Path) -> None:
    rows = three_hundred()
    gone = {rows[k]["id"] for k in (17, 120, 250)}
    built(survey(tmp_path, "one", 34, rows))

    def blank(content: dict[str, Any]) -> None:
        missing = content["questions"]["trust"]["scale"]["missing"]
        missing["98"].pop("in_base")

    built(survey(tmp_path, "blank", 34, rows, questionnaire=blank))

    two = survey(tmp_path, "two", 34, rows)
    file_of(two, lambda of: [{**r, "trust": "99" if r["id"] in gone else r["trust"]} for r in of])
    refused(two)


def test_nothing_is_read_where_no_other_survey_is_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_given: object, **_named: object) -> None:
        raise AssertionError("read")

    for name in ("load_survey", "as_it_was", "shared_people", "open_store"):
        monkeypatch.setattr(other_surveys, name, never)
    survey(tmp_path, "one", 34)
    built(survey(tmp_path, "two", 35))  # the other was never built


def test_strangers_are_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built(survey(tmp_path, "one", 34))
    two = survey(tmp_path, "two", 35, three_hundred(6))
    built(two)
    monkeypatch.setattr(other_surveys, "as_it_was", lambda *_g, **_n: pytest.fail("was read again"))
    shutil.rmtree(tmp_path / "releases" / "two")
    (two / "releases.yaml").unlink()
    built(two)


def test_a_sensitive_answer_between_two_cuts(tmp_path: Path) -> None:
    """Between 34 and 44 stand enough people, of whom few are of a rare sensitive answer."""
    rows = three_hundred()
    for row in rows:
        row["gender"] = "1" if int(row["age"]) % 2 else "2"
        row["health"] = "2"
    between = [r for r in rows if 35 <= int(r["age"]) <= 44]
    assert len(between) >= 30
    for row in [
        *between[:2],
        *[r for r in rows if int(r["age"]) < 35][:12],
        *[r for r in rows if int(r["age"]) > 44][:12],
    ]:
        row["health"] = "1"

    def private(content: dict[str, Any]) -> None:
        content["questions"]["health"]["sensitive"] = True

    for name, cut in (("one", 34), ("two", 44)):
        survey(tmp_path, name, cut, rows, questionnaire=private)
    built(tmp_path / "surveys" / "one")
    refused(tmp_path / "surveys" / "two")


@pytest.mark.parametrize("turned", [False, True])
def test_what_one_survey_withholds_the_other_does_not_show(tmp_path: Path, turned: bool) -> None:
    """Few of a region gave an answer that is sensitive in one survey and plain in the other."""
    rows = three_hundred()
    for k, row in enumerate(rows):
        row["health"] = "1" if k % 3 == 0 and (row["region"] != "r3" or k < 9) else "2"
    assert 0 < sum(r["health"] == "1" for r in rows if r["region"] == "r3") < 5

    def private(content: dict[str, Any]) -> None:
        content["questions"]["health"]["sensitive"] = True

    names = ["plain", "private"][:: -1 if turned else 1]
    for name in names:
        change = {"questionnaire": private} if name == "private" else {}
        survey(tmp_path, name, 34, rows, **change)
    built(tmp_path / "surveys" / names[0])
    with pytest.raises(PublicationError, match="withholds for confidentiality is shown") as found:
        built(tmp_path / "surveys" / names[1])
    assert "'health' by 'region'" in str(found.value)
    assert "r3" not in str(found.value)


def test_the_same_cells_withheld_in_both_go_out(tmp_path: Path) -> None:
    rows = three_hundred()
    for k, row in enumerate(rows):
        row["region"] = "r3" if k < 7 else f"r{k % 2 + 1}"
    for name in ("one", "two"):
        out = built(survey(tmp_path, name, 34, rows))
        assert (out.loc[out["breakdown"] == "region", "flag"] == "x").any()


def test_a_sensitive_answer_that_one_of_them_withholds_is_not_told(tmp_path: Path) -> None:
    """Of forty whom one leaves out two gave an answer that four gave in all: withheld anyway."""
    rows = all_but(40)
    for k, row in enumerate(rows):
        row["health"] = "1" if k < 2 or 40 <= k < 42 else "2"
        row["age"] = ("25", "45", "70")[k % 3]

    def private(content: dict[str, Any]) -> None:
        content["questions"]["health"]["sensitive"] = True

    more = {"survey": by_age, "questionnaire": private}
    for name, wave in (("all", {}), ("but", {"wave": only("r1", "r2")})):
        out = built(survey(tmp_path, name, 34, rows, **more, **wave))
        assert (out.loc[(out["question"] == "health"), "flag"] == "x").all()


# --- the cut -------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(40))
def test_the_smallest_cut_is_the_smallest_of_all(seed: int) -> None:
    """Every sum of groups of the one less groups of the other is tried."""
    rng = np.random.default_rng(seed)
    n, few = int(rng.integers(30, 80)), 10
    one = rng.integers(-1, 3, n)
    other = np.where(rng.random(n) < 0.8, one, rng.integers(-1, 3, n))
    best = n
    for chosen in range(2**6):
        first = np.isin(one, [k for k in range(3) if chosen >> k & 1])
        second = np.isin(other, [k for k in range(3) if chosen >> (3 + k) & 1])
        apart = int((first != second).sum())
        best = min(best, apart) if apart else best
    found = set_apart(one, other, few)
    assert (found is None) == (best >= few)
    if found is not None:
        assert int(found.people.sum()) == best
        first, second = np.isin(one, found.one), np.isin(other, found.other)
        assert ((first != second) == found.people).all()


def test_groups_cut_like_stairs_tell_every_step() -> None:
    ages = np.arange(18, 78)
    one, other = np.digitize(ages, [35, 55]), np.digitize(ages, [40, 60])
    assert [each[:2] for each in cells_apart(one, other)] == [(1, 0), (1, 1), (2, 1)]
    assert set_apart(one, other, 5) is None
    found = set_apart(one, other, 6)
    assert found is not None
    assert int(found.people.sum()) == 5


def _answering_otherwise(few: int) -> list[Row]:
    """Return the rows of which the first so many give another answer to one question."""
    rows = [dict(row) for row in three_hundred()]
    given = [row for row in rows if row["trust"] in ("1", "2")][:few]
    for row in given:
        row["trust"] = "3"
    return rows


def test_a_survey_in_which_one_person_answers_otherwise_is_refused(tmp_path: Path) -> None:
    """What an outsider did: the share times the base of one group, in both surveys."""
    built(survey(tmp_path, "one", 34))
    with pytest.raises(PublicationError, match="give another answer here than in one") as found:
        built(survey(tmp_path, "two", 34, _answering_otherwise(1)))
    assert "autre réponse" in found.value.texts["fr"]
    assert "trust" not in str(found.value)
    assert not (tmp_path / "releases" / "two" / "2025" / "v1").exists()


def test_nor_where_question_column_and_codes_have_other_names(tmp_path: Path) -> None:
    """The share of a group times its base tells the answer under whatever name."""

    def sensitive(content: dict[str, Any]) -> None:
        content["questions"]["trust"]["sensitive"] = True

    built(survey(tmp_path, "one", 34, questionnaire=sensitive))
    two = survey(tmp_path, "two", 34, _answering_otherwise(3), questionnaire=sensitive)
    for path in (two / "questionnaire.yaml", two / "survey.yaml", two / "waves" / "2025.yaml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"\btrust\b", "faith", text), encoding="utf-8")
    file_of(
        two, lambda of: [{("faith" if k == "trust" else k): v for k, v in r.items()} for r in of]
    )
    with pytest.raises(PublicationError, match="give another answer here than in one"):
        built(two)


def test_two_rare_answers_are_not_taken_for_one_question() -> None:
    one, other = np.zeros(400, dtype=np.intp), np.zeros(400, dtype=np.intp)
    one[:3], other[10:14] = 1, 1
    differ, kappa = apart_from_match(one, other)
    assert differ == 7
    assert kappa < 0
    assert apart_from_match(one, 1 - one) == (0, 1.0)


def test_a_survey_in_which_enough_people_answer_otherwise_goes_out(tmp_path: Path) -> None:
    built(survey(tmp_path, "one", 34))
    built(survey(tmp_path, "two", 34, _answering_otherwise(12)))
