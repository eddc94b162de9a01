"""What an outsider works out from other choices of base and weights, and from why one has failed."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import yaml

import padai
from padai.errors import PublicationError
from padai.pipeline.parts import facts, told_errors
from padai.pipeline.tables import aggregation, explanation, overall, tipping
from padai.store import outside
from tests.outsider.attacking import attacked
from tests.outsider.attacks import ranges
from tests.outsider.claims import Claim
from tests.outsider.judge import Judge
from tests.outsider.night import THOROUGH
from tests.outsider.questionnaire import read_questionnaire
from tests.outsider.worlds import generator
from tests.outsider.worlds.building import _OUTSIDE, tables_alone
from tests.outsider.worlds.generator import (
    Row,
    World,
    _yaml,
    bare,
    before,
    drawn,
    people,
    write_world,
)
from tests.publishing_store import make_store

TARGETS = {"r1": 0.4, "r2": 0.4, "r3": 0.2}
POPULATION = 100_000
FEW, KEPT_CLOSE = 9, 7
SEVENTH_ON_TEN = 78
"""The seed of a world of which a region of ten has a seventh of the population as its target."""

THIRD_OF_ITS_ZONE = 498
"""The seed of a world of which a region of nine is a third of its zone, by its target."""


def plain(rows: list[Row], change: Callable[[Row], None]) -> list[Row]:
    """Leave nobody of a third gender, so that only what a test is about is small."""
    for row in rows:
        row["gender"] = "1" if row["gender"] == "3" else row["gender"]
        change(row)
    return rows


def told(project: Path, world: World, now: list[Row], then: list[Row]) -> Path:
    """Write a world of these people in either edition; no file is built."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(generator, "before", lambda _world: then)
        return write_world(world, project, now)


def built(survey: Path) -> dict[str, pd.DataFrame]:
    """Build the tables of a survey and read its open data."""
    with tables_alone():
        folder = padai.build(survey, formats=("html",)).folder / "open"
    return {path.stem: pd.read_csv(path, dtype={"wave": str}) for path in folder.glob("*.csv")}


def in_r3(many: int) -> Callable[[Row], None]:
    """Let so many people live in the third region."""
    there: Iterator[int] = iter(range(1000))

    def change(row: Row) -> None:
        row["region"] = "r3" if next(there) < many else "r1" if row["region"] == "r1" else "r2"

    return change


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, pd.DataFrame], ...]:
    """Nine people of a region of 20,000, now and as it went out once."""
    world = bare(5, earlier=True, weighted=True)
    now, then = plain(people(world), in_r3(FEW)), plain(before(world), in_r3(30))
    found = []
    for name in ("now", "once"):
        survey = told(tmp_path_factory.mktemp(name), world, now, then)
        rows = [
            f"main,region,{r},{s * POPULATION},given,invented,2024-01-01"
            for r, s in TARGETS.items()
        ]
        for year in ("2024", "2025"):
            text = "\n".join(["part,margin,cell,target,status,source,date", *rows])
            (survey / "targets" / f"{year}.csv").write_text(text + "\n", "utf-8")
        with pytest.MonkeyPatch.context() as patch:
            # such a world is refused, as is held below: its other tables are looked at
            patch.setattr(told_errors, "_heavy", lambda _wave, _groups: [])
            if name == "once":
                for room in (explanation, tipping):
                    patch.setattr(room, "tells_of_few", lambda _wave: False)
                patch.setattr(explanation, "_closed", lambda *_: set())
                patch.setattr(_OUTSIDE, "_as_codes", lambda frame: frame)
            found.append(built(survey))
    return tuple(found)


def test_the_region_is_withheld(few: tuple[dict[str, pd.DataFrame], ...]) -> None:
    for tables in few:
        series = tables["series"]
        mine = series[(series["wave"] == "2025") & (series["group"] == "r3")]
        assert len(mine) and (mine["flag"] == "x").all()
        method = tables["method"]
        assert not len(method[(method["wave"] == "2025") & (method["measure"] == "weights")])


def test_why_weights_could_not_be_limited_told_how_many(
    few: tuple[dict[str, pd.DataFrame], ...],
) -> None:
    """Where all who are there weigh three times the mean, so much of the target is missed."""
    now, once = (tables["robustness"] for tables in few)
    said = " ".join(once["reason"].fillna(""))
    off = float(re.search(r"cell 'r3', is off by ([0-9.]+)", said).group(1))  # type: ignore[union-attr]
    assert round((1 - off) * TARGETS["r3"] * 300 / 3, 6) == FEW
    assert set(now["reason"].dropna()) <= {"not_computed", "same_scheme", "no_dont_know"}
    assert "declared" in set(now["variant"])
    assert not {"trimmed", "earlier_weighting"} & set(now["variant"])


def test_the_correlation_of_inclusion_told_the_spread_of_weights(
    few: tuple[dict[str, pd.DataFrame], ...],
) -> None:
    """And with the spread how many a cell has at the least: one weight of so much and no more."""
    now, once = (tables["tipping"] for tables in few)
    series = few[1]["series"]
    mine = series[(series["wave"] == "2025") & (series["question"] == "trust")]
    mine = mine[(mine["breakdown"] == "total") & (mine["response"] == "trusts")]
    share, n = float(mine["estimate"].iloc[0]), float(mine["n_base"].iloc[0])
    whole = once[(once["question"] == "trust") & (once["of_wave"] == 2025)]
    value = whole.set_index("assumption")["value"]
    odds = share / (1 - share) / value["selection_ratio"]
    moved = odds / (1 + odds)
    factor = (share - moved) / value["selection_rho"] / np.sqrt(moved * (1 - moved))
    spread = factor**2 * n / POPULATION + n / POPULATION
    least = next(
        k
        for k in range(1, 100)
        if n * (TARGETS["r3"] ** 2 / k + (1 - TARGETS["r3"]) ** 2 / (n - k)) <= spread * 1.02
    )
    assert 8 <= least <= FEW  # and fewer than ten, since it is withheld
    left = set(zip(now["of_wave"], now["assumption"], strict=True))
    assert (2025, "selection_rho") not in left
    assert {(2025, "selection_ratio"), (2024, "selection_rho")} <= left


def test_no_message_goes_out(tmp_path: Path) -> None:
    store = make_store(tmp_path)
    said = "not_computed: margin 'region', cell 'r3', is off by 0.55 of its target"
    rows = store.tables["robustness"].assign(reason=said)
    assert len(rows)
    exact = replace(store, tables={**store.tables, "robustness": rows}, printed=False)
    assert set(outside(exact).tables["robustness"]["reason"]) == {"not_computed"}


@pytest.fixture(scope="module")
def unsure(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, pd.DataFrame], ...]:
    """Seven people do not know whether they trust, and are asked more; now, and as it was once."""
    world = bare(5, earlier=True, routes="chain")

    def exactly(many: int) -> Callable[[Row], None]:
        left = iter(range(1000))

        def change(row: Row) -> None:
            row["region"] = "r1" if row["region"] == "r1" else "r2"
            row["both"], said = "97", row["trust"]
            if said in ("3", "98"):
                k = next(left)
                row["trust"] = "98" if k < many else "3"
                row["both"] = "12"[k % 2] if k < many else "97"

        return change

    now, then = plain(people(world), exactly(KEPT_CLOSE)), plain(before(world), exactly(40))
    found = []
    for name in ("now", "once"):
        survey = told(tmp_path_factory.mktemp(name), world, now, then)
        asked = yaml.safe_load((survey / "questionnaire.yaml").read_text("utf-8"))
        asked["questions"]["both"]["base"] = {"question": "trust", "codes": ["98"]}
        _yaml(survey / "questionnaire.yaml", asked)
        with pytest.MonkeyPatch.context() as patch:
            if name == "once":
                patch.setattr(explanation, "told_of_one_base", lambda *_: False)
            found.append(built(survey))
    return tuple(found)


def test_the_change_without_dont_know_told_how_many_do_not_know(
    unsure: tuple[dict[str, pd.DataFrame], ...],
) -> None:
    now, once = unsure
    series = once["series"]
    whole = series[(series["question"] == "trust") & (series["breakdown"] == "total")]
    at = whole.set_index(["wave", "response"])
    assert at.loc[("2025", "98"), "flag"] == "x"
    then, here = (at.loc[(wave, "trusts")] for wave in ("2024", "2025"))
    shown = series[(series["question"] == "both") & (series["wave"] == "2024")]
    known = shown.loc[shown["breakdown"] == "total", "n_base"].iloc[0]  # who did not know in 2024
    tried = once["robustness"].set_index(["question", "variant"])["estimate"]
    moved = tried["trust", "dont_know_out"] + then["estimate"] * then["n_base"] / (
        then["n_base"] - known
    )
    assert round(here["n_base"] * (1 - here["estimate"] / moved)) == KEPT_CLOSE
    assert "dont_know_out" not in set(now["robustness"]["variant"])
    assert "dont_know_out" not in set(now["tipping"]["assumption"])
    assert "trimmed" in set(now["robustness"]["variant"])


# --- few who were drawn apart --------------------------------------------------------------------

SHARES = {"r1": 0.24, "r2": 0.24, "r3": 0.24, "r4": 0.20, "r5": 0.08}
DRAWN = {"r1": 100, "r2": 100, "r3": 100, "r4": 93, "r5": 7}
MARGINS = {
    "age_group": {"18-34": 0.3, "35-59": 0.37, "60+": 0.33},
    "gender": {"F": 0.51, "M": 0.49},
}


def drawn_apart(project: Path) -> Path:
    """Seven people of a region stand for 8% of everybody, weighted by age and gender afterwards."""
    world = bare(32, weighted=True, people=400, regions=5)
    rng = np.random.default_rng(32)
    where = rng.permutation([region for region, many in DRAWN.items() for _ in range(many)])
    rows = people(world)
    for row, region in zip(rows, where, strict=True):
        weight = SHARES[region] * len(rows) / DRAWN[region] * rng.uniform(0.96, 1.04)
        row |= {"region": str(region), "w": f"{weight:.5f}"}
        row["gender"] = "1" if row["gender"] in ("3", "99") else row["gender"]
    survey = write_world(world, project, rows)
    content = {
        name: yaml.safe_load((survey / name).read_text("utf-8"))
        for name in ("survey.yaml", "questionnaire.yaml", "waves/2025.yaml")
    }
    head, asked, wave = content.values()
    head["report_breakdowns"] = ["region", "age_group"]
    for code in ("F", "M"):
        head["breakdowns"]["gender"].setdefault("groups", {})[code] = {
            "label": {"fr": code, "en": code},
            "codes": [code],
        }
    for name in ("health", "gender"):
        asked["questions"][name]["sensitive"] = False
    del asked["questions"]["score"]
    wave["parts"]["main"]["weighting"]["margins"] = [*MARGINS]
    wave["parts"]["main"]["other_columns"] = ["score"]
    for name, of in content.items():
        _yaml(survey / name, of)
    lines = [
        f"main,{margin},{cell},{share},given,invented,2024-01-01"
        for margin, cells in MARGINS.items()
        for cell, share in cells.items()
    ]
    text = "\n".join(["part,margin,cell,target,status,source,date", *lines])
    (survey / "targets" / "2025.csv").write_text(text + "\n", "utf-8")
    return survey


def nobody(*_given: object) -> tuple[list[int], list[int]]:
    return [], []


def test_the_spread_of_weights_told_how_many_were_drawn_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Their weight is known, 8% over their number, and it is the largest of all."""
    survey = drawn_apart(tmp_path)
    monkeypatch.setattr(told_errors, "_refuse_weighing_apart", lambda *_: None)
    with monkeypatch.context() as off:
        off.setattr(facts, "few_weigh_apart", nobody)
        once = built(survey)
    series = once["series"]
    assert (series.loc[series["group"] == "r5", "flag"] == "x").all()
    method = once["method"].set_index(["measure", "item"])["value"]
    share, n = SHARES["r5"], sum(DRAWN.values())
    spread, largest = method["weights", "kish_deff"], method["weights", "max"]
    margins = once["weighting"].assign(factor=lambda frame: frame["population"] / frame["before"])
    factor = margins.groupby("margin")["factor"].max().prod()  # the most that calibration adds
    most = int(share * n * factor / largest)
    least = next(
        k for k in range(1, n) if n * (share**2 / k + (1 - share) ** 2 / (n - k)) <= spread + 0.005
    )
    assert least == most == DRAWN["r5"]
    shutil.rmtree(tmp_path / "releases")
    (survey / "releases.yaml").unlink()
    assert "weights" not in set(built(survey)["method"]["measure"])


def test_few_who_were_drawn_apart_are_merged_or_not_told(tmp_path: Path) -> None:
    """Since errors of all answers to a question add up to the spread of the weights too."""
    with pytest.raises(PublicationError, match="weigh more than nearly all others") as found:
        built(drawn_apart(tmp_path))
    assert "small_groups: merge" in found.value.texts["fr"]
    assert "r5" not in str(found.value)


def test_a_known_weight_told_how_many_of_a_small_region_answered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ten people weigh a seventh: of the nine who answered, the largest weight told of four."""
    survey = write_world(drawn(SEVENTH_ON_TEN), tmp_path)
    asked = read_questionnaire(survey)

    def known() -> list[Claim]:
        shutil.rmtree(tmp_path / "releases", ignore_errors=True)
        (survey / "releases.yaml").unlink(missing_ok=True)
        with tables_alone():
            folder = padai.build(survey, formats=("html",)).folder
        return [
            claim for claim, _ in Judge(asked).judged(attacked(folder, asked, THOROUGH)).breaches
        ]

    with monkeypatch.context() as off:
        off.setattr(facts, "known_weight_tells", lambda *_: False)
        assert {claim.low for claim in known()} == {4}
    assert not known()


def test_of_a_third_of_a_zone_somebody_says_what_nearly_all_of_it_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nine people weigh a third of a zone, where 5% say that they are frail: not none is not."""
    survey = write_world(drawn(THIRD_OF_ITS_ZONE), tmp_path)
    monkeypatch.setattr(told_errors, "_heavy", lambda *_: [])
    asked = read_questionnaire(survey)
    with tables_alone():
        folder = padai.build(survey, formats=("html",)).folder
    judge = Judge(asked)
    assert not judge.judged(attacked(folder, asked, THOROUGH)).breaches
    monkeypatch.setattr(ranges, "_weighs_more", lambda *_: False)
    told = judge.judged(attacked(folder, asked, THOROUGH)).breaches
    assert {(claim.low, claim.high > 30) for claim, _ in told} == {(1, True)}


# --- words ---------------------------------------------------------------------------------------


def test_a_word_told_how_many_gave_the_answer_that_leads_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its number over its share: twelve are of frail health, and that answer is withheld."""

    def change(row: Row) -> None:
        row["region"] = "r1" if row["region"] == "r1" else "r2"
        row["gender"] = "1" if row["gender"] == "99" else row["gender"]

    rows = plain(people(bare(5)), change)
    for at, row in enumerate(rows):
        row["health"] = "1" if at < 12 else "98" if at < 15 else "2"
        row["word"] = "fatigue" if at < 11 else "peur" if at < 12 else ""
    survey = write_world(bare(5), tmp_path, rows)
    head = yaml.safe_load((survey / "survey.yaml").read_text("utf-8"))
    _yaml(survey / "survey.yaml", {**head, "report_breakdowns": ["region", "age_group"]})
    asked = yaml.safe_load((survey / "questionnaire.yaml").read_text("utf-8"))
    unsure = {"label": {"fr": "Ne sait pas", "en": "Does not know"}, "kind": "dont_know"}
    asked["questions"]["health"]["scale"]["missing"]["98"] = {**unsure, "in_base": True}
    asked["questions"]["word"] = {
        "type": "open",
        "label": {"fr": "Mot", "en": "Word"},
        "wording": {"fr": "Mot ?", "en": "Word?"},
        "base": {"question": "health", "codes": ["1"]},
        "base_label": {"fr": "Santé fragile", "en": "Frail health"},
    }
    _yaml(survey / "questionnaire.yaml", asked)
    with monkeypatch.context() as off:
        off.setattr(aggregation, "follows_withheld", lambda *_: False)
        once = built(survey)
    series = once["series"]
    health = series[(series["question"] == "health") & (series["breakdown"] == "total")]
    assert (health.loc[health["response"] == "1", "flag"] == "x").all()
    word = once["words"].iloc[0]
    assert round(word["n"] / word["share"]) == 12
    shutil.rmtree(tmp_path / "releases")
    (survey / "releases.yaml").unlink()
    now = built(survey)
    assert "words" not in now or now["words"].empty


# --- series --------------------------------------------------------------------------------------


def test_a_withheld_series_does_not_say_which_editions_it_has(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """None of the seven people of a region trust: that edition has no error, and was left out."""
    world = bare(5, earlier=True)
    now, then = plain(people(world), in_r3(KEPT_CLOSE)), plain(before(world), in_r3(30))
    for row in now:
        row["trust"] = "3" if row["region"] == "r3" else row["trust"]
    survey = told(tmp_path, world, now, then)
    head = yaml.safe_load((survey / "survey.yaml").read_text("utf-8"))
    text = {"fr": "Confiance", "en": "Trust"}
    block = {"kind": "trend", "questions": ["trust"], "by": ["region"], "title": text}
    _yaml(
        survey / "survey.yaml",
        {**head, "sections": [{"id": "main", "title": text, "blocks": [block]}]},
    )
    with monkeypatch.context() as off:
        off.setattr(overall, "_disclosed", disclosed_once)
        once = series_of(built(survey)["slopes"])
    assert set(once.loc[once["reason"] == "withheld", "left_out"]) == {"", "2025"}
    shutil.rmtree(tmp_path / "releases")
    (survey / "releases.yaml").unlink()
    hidden = series_of(built(survey)["slopes"]).query("reason == 'withheld'")
    assert len(hidden) == hidden["group"].nunique() > 1
    kept = hidden[["first_wave", "last_wave", "n_waves", "left_out", "breaks", "term", "on"]]
    assert len(kept.drop_duplicates()) == 1


def series_of(slopes: pd.DataFrame) -> pd.DataFrame:
    mine = slopes[(slopes["question"] == "trust") & (slopes["breakdown"] == "region")]
    return mine.assign(left_out=mine["left_out"].map(lambda of: "" if pd.isna(of) else f"{of:g}"))


def disclosed_once(frame: pd.DataFrame, shown: pd.DataFrame, again: object) -> pd.DataFrame:
    """Empty a withheld series as it was once: its numbers alone."""
    gone = overall._lost(frame, shown, again)  # type: ignore[arg-type]
    frame.loc[gone, "reason"] = "withheld"
    return frame
