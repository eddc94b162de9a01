"""What a survey put out before, of the same people: under other rules, another name, or of fewer.

An outsider has all that went out. Two tables of the same people, each of them safe, tell of those
who are in one of them alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from padai.errors import PublicationError
from padai.pipeline.builds import version_steps
from padai.pipeline.versions import by_count
from tests.outsider.worlds.generator import Row, write_world
from tests.test_shared_people import WORLD, built, changed, counts, cut_at, three_hundred

Change = Callable[[dict[str, Any]], None]
CODES = list("1234")


@pytest.fixture(autouse=True)
def kept_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PADAI_CACHE_DIR", str(tmp_path / "cache"))


def version(
    project: Path, number: int, rows: list[Row], head: Change, wave: Change = lambda _wave: None
) -> Path:
    """Write a version of a survey of which nothing is sensitive."""
    regions = len({row["region"] for row in rows})
    status = "demonstration" if number == 1 else "corrected"
    world = replace(WORLD, version=number, status=status, regions=regions, weighted="w2" in rows[0])
    folder = write_world(world, project, rows)

    def plain(content: dict[str, Any]) -> None:
        for name in ("health", "gender"):
            content["questions"][name].pop("sensitive", None)

    changed(folder / "questionnaire.yaml", plain)
    changed(folder / "survey.yaml", head)
    changed(folder / "waves" / "2025.yaml", wave)
    return folder


def by_region(content: dict[str, Any]) -> None:
    for name in ("age_group", "gender"):
        content["breakdowns"].pop(name)
    content["report_breakdowns"] = ["region"]


def given(out: pd.DataFrame, breakdown: str, group: str) -> np.ndarray:
    """Return how many of a group gave each answer, as printed shares and bases tell."""
    mine = out[(out["question"] == "trust") & out["response"].isin(CODES)]
    mine = mine[(mine["breakdown"] == breakdown) & (mine["group"] == group)]
    numbers = mine[["estimate", "n_base"]].replace("", "nan").astype(float)
    return (numbers["estimate"] * numbers["n_base"]).round().to_numpy()


def answers(rows: list[Row]) -> list[int]:
    return [sum(row["trust"] == code for row in rows) for code in CODES]


# --- rules that leave rows out -------------------------------------------------------------------


BATCHES = {"2": (17, 120, 250), "3": (33, 44, 55)}
"""Six people of whom three came in one batch and three in another."""


def in_batches() -> list[Row]:
    rows = three_hundred()
    for row in rows:
        row["batch"] = "1"
    for batch, places in BATCHES.items():
        for place in places:
            rows[place]["batch"] = batch
    return rows


def excluding(batch: str) -> Change:
    def change(wave: dict[str, Any]) -> None:
        rule = {"column": "batch", "values": [int(batch)], "reason": {"fr": "Essai", "en": "Trial"}}
        wave["parts"]["main"] |= {"exclusions": [rule], "other_columns": ["batch"]}

    return change


def taking(*batches: int) -> Change:
    def change(wave: dict[str, Any]) -> None:
        wave["parts"]["main"] |= {"rows": {"batch": list(batches)}, "other_columns": ["batch"]}
        wave["parts"]["main"].pop("n")

    return change


RULES = {
    "nobody left out any more": (excluding("2"), excluding("9")),
    "others left out in their place": (excluding("2"), excluding("3")),
    "more rows of the file": (taking(1, 3), taking(1, 2, 3)),
}


@pytest.mark.parametrize("rules", RULES)
def test_rows_that_other_rules_choose_are_other_records(tmp_path: Path, rules: str) -> None:
    """A store keeps how many values a rule had, so that a rule of other values passed unseen."""
    first, second = RULES[rules]
    built(version(tmp_path, 1, in_batches(), by_region, first))
    with pytest.raises(PublicationError, match="the two versions would tell of these people"):
        built(version(tmp_path, 2, in_batches(), by_region, second))
    assert not (tmp_path / "releases" / "nasty" / "2025" / "v2").exists()


def test_what_they_told_was_the_answers_of_three_people(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(by_count, "rules_alike", lambda *_given: True)
    rows, told = in_batches(), []
    for number, rule in enumerate(RULES["more rows of the file"], start=1):
        told.append(
            given(built(version(tmp_path, number, rows, by_region, rule)), "total", "total")
        )
    assert (told[1] - told[0]).tolist() == answers([r for r in rows if r["batch"] == "2"])


def test_the_same_rules_go_out(tmp_path: Path) -> None:
    for number in (1, 2):
        built(version(tmp_path, number, in_batches(), by_region, excluding("2")))


# --- another name --------------------------------------------------------------------------------


def renamed(folder: Path) -> None:
    """Call the wave otherwise, and begin with its first version."""

    def change(wave: dict[str, Any]) -> None:
        wave["release"] = {"version": 1, "status": "demonstration", "publish_on": "2025-06-02"}

    changed(folder / "waves" / "2025.yaml", change)
    for name in ("waves/2025.yaml", "targets/2025.csv"):
        (folder / name).rename(folder / name.replace("2025", "2025b"))
    changed(folder / "survey.yaml", lambda head: head.update(waves=["2025b"]))


def test_a_wave_under_another_name_is_laid_beside_the_one_that_is_out(tmp_path: Path) -> None:
    """Ages cut at 34, and the same file as another wave with ages cut at 35."""
    built(version(tmp_path, 1, three_hundred(), cut_at(34)))
    folder = version(tmp_path, 1, three_hundred(), cut_at(35))
    renamed(folder)
    with pytest.raises(PublicationError, match="too close together") as found:
        built(folder)
    assert "nasty 2025/v1" in str(found.value)
    assert not (tmp_path / "releases" / "nasty" / "2025b" / "v1").exists()


def test_it_told_the_answers_of_those_aged_35(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(version_steps, "held_to_own_releases", lambda _o, _p, results: results)
    one = counts(built(version(tmp_path, 1, three_hundred(), cut_at(34))), "18-34")
    folder = version(tmp_path, 1, three_hundred(), cut_at(35))
    renamed(folder)
    found = counts(built(folder), "18-34") - one
    assert found.tolist() == answers([r for r in three_hundred() if r["age"] == "35"])


def test_a_wave_under_another_name_with_the_same_cuts_goes_out(tmp_path: Path) -> None:
    one = built(version(tmp_path, 1, three_hundred(), cut_at(34)))
    folder = version(tmp_path, 1, three_hundred(), cut_at(34))
    renamed(folder)
    assert counts(built(folder), "18-34").tolist() == counts(one, "18-34").tolist()


# --- a file that grew ----------------------------------------------------------------------------


SIZES = {"r1": 5, "r2": 45, "r3": 35, "r4": 215}
LATE = 50
"""How many of the third region answered late, and are in the second version alone."""


def in_regions() -> list[Row]:
    rows = three_hundred()
    for row, region in zip(rows, np.repeat([*SIZES], [*SIZES.values()]).tolist(), strict=True):
        row["region"] = region
    return rows


def grown() -> list[Row]:
    late = three_hundred(9)[:LATE]
    return [*in_regions(), *({**r, "id": f"late{r['id']}", "region": "r3"} for r in late)]


def test_many_who_came_later_do_not_tell_a_group_that_was_withheld(tmp_path: Path) -> None:
    """One version shows the region that the other withholds to keep five people company."""
    built(version(tmp_path, 1, in_regions(), by_region))
    with pytest.raises(PublicationError, match="'trust' by 'region'"):
        built(version(tmp_path, 2, grown(), by_region))


def test_ages_cut_anew_are_laid_beside_those_of_before(tmp_path: Path) -> None:
    rows = three_hundred()
    later = [{**r, "id": f"late{r['id']}"} for r in three_hundred(9) if int(r["age"]) >= 60][:60]
    built(version(tmp_path, 1, rows, cut_at(34)))
    with pytest.raises(PublicationError, match="too close together"):
        built(version(tmp_path, 2, [*rows, *later], cut_at(35)))


def test_many_who_came_later_go_out_where_nothing_is_withheld(tmp_path: Path) -> None:
    rows = three_hundred()
    later = [{**r, "id": f"late{r['id']}"} for r in three_hundred(9)[:150]]
    one = built(version(tmp_path, 1, rows, cut_at(34)))
    two = built(version(tmp_path, 2, [*rows, *later], cut_at(34)))
    assert (counts(two, "18-34") - counts(one, "18-34")).sum() >= 10


# --- other weights -------------------------------------------------------------------------------


def weighing(column: str) -> Change:
    def change(wave: dict[str, Any]) -> None:
        part = wave["parts"]["main"]
        part["design"] |= {"weight": column, "missing_weight": "zero"}
        part["other_columns"] = ["w2" if column == "w" else "w"]
        part.pop("weighting")

    return change


def of_two_weights(*without: int) -> list[Row]:
    """Three hundred people with two weights; some weigh nothing by the second."""
    rows = three_hundred()
    for place, row in enumerate(rows):
        row["w"] = "1.5" if place % 2 else "0.5"
        row["w2"] = "0" if place in without else row["w"]
    return rows


@pytest.mark.parametrize(("without", "refused"), [((17, 120, 250), True), (range(60), False)])
def test_people_who_weigh_nothing_any_more_are_counted(
    tmp_path: Path, without: tuple[int, ...], refused: bool
) -> None:
    """The file and its rules stand: of three people weights of zero took the answers out."""
    rows = of_two_weights(*without)
    one = built(weighted(tmp_path, 1, rows, "w"))
    if refused:
        with pytest.raises(PublicationError, match="fewer than 10 records change"):
            built(weighted(tmp_path, 2, rows, "w2"))
    else:
        two = built(weighted(tmp_path, 2, rows, "w2"))
        bases = [set(out.loc[out["question"] == "gender", "n_base"]) for out in (one, two)]
        assert bases[0] != bases[1]


def weighted(project: Path, number: int, rows: list[Row], column: str) -> Path:
    folder = version(project, number, rows, by_region)
    changed(folder / "waves" / "2025.yaml", weighing(column))
    return folder


# --- a file for an archive -----------------------------------------------------------------------


def test_a_wave_under_another_name_has_no_second_file_for_an_archive(tmp_path: Path) -> None:
    """Two files of the same people with other traits would be joined record by record."""
    world = replace(WORLD, deposit=True)
    built(write_world(world, tmp_path, three_hundred()))
    assert list((tmp_path / "releases" / "nasty" / "2025" / "v1" / "depot").glob("*.csv"))
    folder = write_world(world, tmp_path, three_hundred())
    renamed(folder)
    changed(folder / "survey.yaml", lambda head: head["deposit"].update(profile=["age_group"]))
    with pytest.raises(PublicationError, match="deposited a file of the same people"):
        built(folder)


# --- what hides a change of one record -----------------------------------------------------------


def one_corrected(rows: list[Row], question: str = "trust") -> list[Row]:
    """Return the records, one of them with another answer."""
    place = next(k for k, row in enumerate(rows) if row[question] == "1")
    return [{**row, question: "2"} if k == place else row for k, row in enumerate(rows)]


def refused_as_few(folder: Path) -> None:
    with pytest.raises(PublicationError, match="fewer than 10 records change"):
        built(folder)


def test_weights_that_are_all_made_anew_hide_no_corrected_record(tmp_path: Path) -> None:
    """Every record of the file differs, by its weight: three hundred were counted, not one."""
    rows = of_two_weights()
    built(weighted(tmp_path, 1, rows, "w"))
    anew = [{**row, "w": f"{float(row['w']) * 1.001:.5f}"} for row in rows]
    refused_as_few(weighted(tmp_path, 2, one_corrected(anew), "w"))


def test_a_question_more_hides_no_corrected_record(tmp_path: Path) -> None:
    rows = three_hundred()

    def without_score(folder: Path) -> None:
        def gone(content: dict[str, Any]) -> None:
            content["questions"].pop("score")

        changed(folder / "questionnaire.yaml", gone)

    def beside(wave: dict[str, Any]) -> None:
        wave["parts"]["main"]["other_columns"] = ["score"]

    first = version(tmp_path, 1, rows, by_region, beside)
    without_score(first)
    built(first)
    refused_as_few(version(tmp_path, 2, one_corrected(rows), by_region))


def test_many_other_corrections_hide_no_answer_to_a_sensitive_question(tmp_path: Path) -> None:
    """A score is corrected for all, and frail health for one: its tables tell that one."""
    rows = three_hundred()
    for place, row in enumerate(rows):
        row |= {"health": "1" if place % 3 else "2", "gender": "1"}
    scored = [{**row, "score": str((int(row["score"]) + 1) % 10)} for row in rows]

    def private(number: int, of: list[Row]) -> Path:
        folder = version(tmp_path, number, of, by_region)
        changed(
            folder / "questionnaire.yaml",
            lambda content: content["questions"]["health"].update(sensitive=True),
        )
        return folder

    built(private(1, rows))
    refused_as_few(private(2, one_corrected(scored, "health")))
    built(private(2, scored))


# --- without the worst answers -------------------------------------------------------------------


WORST = {0.04: 12, 0.05: 13}
"""How many are set apart at most at a share of three hundred, and how many of them there are."""


def setting_apart(share: float) -> Change:
    def both(one: str, other: str) -> dict[str, Any]:
        codes = {"trust": "4", "gender": "M", "region": "r1"}
        return {"all": [{"question": q, "codes": [codes[q]]} for q in (one, other)]}

    def text() -> dict[str, str]:
        return {"fr": "Essai", "en": "Trial"}

    def change(head: dict[str, Any]) -> None:
        by_region(head)
        head["respondent_quality"] = {
            "worst": share,
            "contradictions": [both("trust", "gender"), both("trust", "region")],
            "decided_by": text(),
            "reason": text(),
            "declared": "2024-01-10",
        }
        result = {"question": "score", "net": "high", "label": text(), "declared": "2024-01-10"}
        head["key_results"] = {"high": result}

    return change


def contradicting() -> list[Row]:
    """Twelve people contradict themselves twice, and one of them all once."""
    rows = three_hundred()
    for place, row in enumerate(rows):
        row |= {"trust": "4" if place < 13 else "1", "gender": "1" if place == 12 else "2"}
        row |= {"region": "r1" if place % 3 == 0 or place < 13 else f"r{place % 3 + 1}"}
        row["score"] = "9" if place % 2 == 0 else "2"
    return rows


def told_without_worst(project: Path, number: int, share: float) -> pd.DataFrame:
    folder = version(project, number, contradicting(), setting_apart(share))

    def high(content: dict[str, Any]) -> None:
        net = {"label": {"fr": "Haut", "en": "High"}, "codes": ["8", "9", "10"]}
        content["questions"]["score"]["scale"]["nets"] = {"high": net}

    changed(folder / "questionnaire.yaml", high)
    built(folder)
    kept = folder.parents[1] / "releases" / "nasty" / "2025" / f"v{number}" / "interne"
    return pd.read_csv(kept / "quality.csv", keep_default_na=False)


def test_one_more_who_is_set_apart_is_not_told(tmp_path: Path) -> None:
    """Without twelve in one version and without thirteen in the next: one person's answer."""
    tables = [
        told_without_worst(tmp_path, number, share) for number, share in enumerate(WORST, start=1)
    ]
    first = tables[0][tables[0]["kind"] == "left_out"]
    assert first["n"].astype(float).tolist() == [12]
    assert "level" in set(tables[0]["kind"])
    assert set(tables[1]["kind"]) <= {"signal"}


def test_the_same_rule_tells_it_again(tmp_path: Path) -> None:
    one, two = (told_without_worst(tmp_path, number, 0.05) for number in (1, 2))
    assert one["n"].tolist() == two["n"].tolist()
    assert "level" in set(two["kind"])
