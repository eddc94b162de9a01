"""What the public files of a draw tell of who volunteered: nobody's profile, however small the pool."""

from __future__ import annotations

import csv
import hashlib
import hmac
import itertools
import re
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pandas as pd
import pytest
import yaml

from padai.errors import DataError, speaking
from padai.lottery.draw import Drawn, draw_panel
from padai.lottery.pages import draw_page
from padai.lottery.preregistration import kept_secret
from padai.numerics.told_codes import other_assignments
from padai.participation.stages import panel_tables
from padai.pipeline.builds import panel_draw
from padai.pipeline.versions import panel_versions
from padai.survey import load_survey
from padai.survey.panels import DrawDef
from padai.words import LANGUAGES

PANEL = Path(__file__).parents[1] / "surveys" / "panel-citoyen"
Cell = tuple[str, str]
SMALL: Mapping[Cell, int] = {("F", "18-29"): 7, ("F", "65+"): 4, ("H", "18-29"): 5, ("H", "65+"): 5}
"""21 volunteers for 20 seats."""


def pool(cells: Mapping[Cell, int], seed: int = 5) -> pd.DataFrame:
    people = [cell for cell, n in cells.items() for _ in range(n)]
    np.random.default_rng(seed).shuffle(people)
    return pd.DataFrame(
        [(f"V{k:03d}", *cell) for k, cell in enumerate(people, 1)],
        columns=["numero", "sexe", "age"],
    )


def panel(tmp_path: Path, cells: Mapping[Cell, int], size: int, **bounds: tuple[int, int]) -> Path:
    """Write the demonstration with two quotas of its own, that of gender a sensitive one."""
    (tmp_path / "padai.yaml").write_text(
        "surveys: surveys\nreports: reports\nreleases: releases\n", encoding="utf-8"
    )
    folder = Path(shutil.copytree(PANEL, tmp_path / "surveys" / "panel-citoyen"))
    (folder / "data" / "secret.txt").unlink(missing_ok=True)
    people = pool(cells)
    people.to_csv(folder / "data" / "volontaires.csv", index=False, lineterminator="\n")
    declared: dict[str, Any] = yaml.safe_load((folder / "panel.yaml").read_text("utf-8"))
    draw = declared["draw"]
    del draw["announced"]
    draw |= {
        "size": size,
        "seed": "2023",
        "quotas": {k: draw["quotas"][k] for k in ("sexe", "age")},
    }
    for name, quota in draw["quotas"].items():
        there = sorted(set(people[name]))
        quota["groups"] = {
            group: {**quota["groups"][group], "min": low, "max": high, "population": 1 / len(there)}
            for group in there
            for low, high in [bounds.get(group, (6, size))]
        }
    (folder / "panel.yaml").write_text(
        yaml.safe_dump(declared, allow_unicode=True, sort_keys=False), encoding="utf-8"
    )
    return folder


def drawn(folder: Path) -> tuple[DrawDef, Drawn]:
    survey = load_survey(folder)
    assert survey.panel is not None
    table = pd.read_csv(folder / "data" / "volontaires.csv", dtype=str)
    return survey.panel.draw, draw_panel(survey.panel.draw, table)


def test_no_hash_of_the_volunteers_is_found_by_trying(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two quotas of two make four cells: 24 files, one of which had the hash of the page."""
    told: dict[str, Any] = {}

    def kept(store: Any, folder: Path, *_given: Any) -> list[Path]:
        told.update(store.facts["draw_page"])
        return []

    monkeypatch.setattr(draw_page, "write_draw_pages", kept)
    folder = panel(tmp_path, SMALL, 20)
    out = tmp_path / "out"
    made = panel_draw.draw(folder, project=tmp_path, out=out)
    numbers = list(csv.DictReader((out / "numeros.csv").open(encoding="utf-8")))
    ticket = next(csv.DictReader((out / "billet.csv").open(encoding="utf-8")))
    span = f"{ticket['first_ticket']}-{ticket['last_ticket']}".encode()
    true = (folder / "data" / "volontaires.csv").read_bytes()
    cells, tried = sorted({n["cell"] for n in numbers}), 0
    for profiles in itertools.permutations(SMALL):
        of = dict(zip(cells, profiles, strict=True))
        rows = [",".join((n["number"], *of[n["cell"]])) for n in numbers]
        file = ("\n".join(["numero,sexe,age", *rows]) + "\n").encode()
        tried += file == true
        assert hashlib.sha256(file).hexdigest() not in str(told)
        assert hmac.new(file, span, hashlib.sha256).hexdigest() != ticket["key"]
    assert tried == 1, "the file itself was among those that were tried"
    secret = folder / "data" / "secret.txt"
    assert re.fullmatch(r"[0-9a-f]{64}\n", secret.read_text(encoding="utf-8"))
    assert secret in made.own_files and secret.name not in {p.name for p in made.files}
    whole = hashlib.sha256(secret.read_bytes() + true).hexdigest()
    assert told["hashes"]["volunteers"] == made.hashes["volunteers"] == whole
    before = secret.read_bytes()
    panel_draw.draw(folder, project=tmp_path, out=out)
    assert secret.read_bytes() == before, "what was announced rests on it"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_secret_that_is_absent_or_short_is_said(tmp_path: Path, lang: str) -> None:
    folder = panel(tmp_path, SMALL, 20)
    rule, _ = drawn(folder)
    file = folder / "data" / "volontaires.csv"
    with speaking(lang), pytest.raises(DataError, match=r"secret\.txt.*padai draw"):
        kept_secret(rule, file, "panel-citoyen, panel.yaml")
    (folder / "data" / "secret.txt").write_text("2023\n", encoding="utf-8")
    with speaking(lang), pytest.raises(DataError, match=r"secret\.txt.*64.*padai draw"):
        kept_secret(rule, file, "panel-citoyen, panel.yaml", write=True)
    announced = load_survey(PANEL).panel
    assert announced is not None
    (folder / "data" / "secret.txt").unlink()
    assert kept_secret(announced.draw, file, "") == file.read_bytes(), "announced without one"


def exchangeable(rule: DrawDef, made: Drawn) -> bool:
    """Whether whoever has the public files can give each number another gender, by trying all.

    Every profile for every cell, told apart by the counts of volunteers and of seats by group.
    """
    counts = panel_draw._counts(rule, made, 5)
    people = made.people
    cells = sorted(set(people["cell"]))
    size = people["cell"].value_counts()
    seats = people.loc[people["status"] == "panel", "cell"].value_counts()
    profiles = list(itertools.product(*([g.id for g in quota.groups] for quota in rule.quotas)))
    found: dict[str, set[str]] = {cell: set() for cell in cells}
    for tried in itertools.permutations(profiles, len(cells)):
        of = dict(zip(cells, tried, strict=True))
        if all(
            sum(int(by.get(c, 0)) for c in cells if of[c][at] in row["groups"]) == row[kind]
            for at, quota in enumerate(rule.quotas)
            for row in counts
            if row["quota"] == quota.id
            for kind, by in (("volunteers", size), ("panel", seats))
        ):
            for cell in cells:
                found[cell].add(of[cell][0])
    assert all(found.values()), "the truth is among those that agree"
    return all(len(genders) > 1 for genders in found.values())


def test_counts_by_gender_do_not_tell_which_cell_is_of_which(tmp_path: Path) -> None:
    """Of cells of 7, 4, 5 and 5, the women are 11: 7 and 4, and no others."""
    rule, made = drawn(panel(tmp_path, SMALL, 20, F=(9, 11), H=(9, 11)))
    assert made.untold == {"sexe"}
    assert exchangeable(rule, made)


@pytest.mark.parametrize(
    ("cells", "size", "bounds"),
    [
        (
            {("F", "18-29"): 30, ("F", "65+"): 30, ("H", "18-29"): 30, ("H", "65+"): 30},
            118,
            (58, 60),
        ),
        (
            {("F", "18-29"): 20, ("F", "65+"): 20, ("H", "18-29"): 14, ("H", "65+"): 14},
            56,
            (28, 28),
        ),
    ],
    ids=["one of each", "women alone"],
)
def test_who_was_not_drawn_is_not_known_by_two_counts(
    tmp_path: Path, cells: Mapping[Cell, int], size: int, bounds: tuple[int, int]
) -> None:
    """Who was left out is known by number: 60 women less 59, and 40 less 28 of 40 and 28."""
    rule, made = drawn(panel(tmp_path, cells, size, F=bounds, H=bounds))
    assert made.untold == {"sexe"}
    (row,) = [c for c in panel_draw._counts(rule, made, 5) if c["quota"] == "sexe"]
    assert row["volunteers"] == sum(cells.values()) and row["panel"] == size


def test_counts_that_name_nobody_are_told() -> None:
    """Of 83 cells, each may be of the other gender in six thousand million ways."""
    own = load_survey(PANEL)
    assert own.panel is not None
    table = pd.read_csv(PANEL / "data" / "volontaires.csv", dtype=str)
    lottery = pd.read_csv(PANEL / "data" / "loterie.csv", dtype=str)
    assert draw_panel(own.panel.draw, table, lottery=lottery).untold == frozenset()


def test_exchanges_are_counted_as_by_trying_each() -> None:
    rng = np.random.default_rng(1)
    group, rest = np.repeat([0, 1], 6), np.tile(np.arange(6), 2)
    for _ in range(10):
        sizes, seats = rng.integers(1, 6, 12), rng.integers(0, 2, 12)
        moved = np.column_stack([sizes[:6] - sizes[6:], seats[:6] - seats[6:]])
        found = other_assignments(np.column_stack([sizes, seats]), group, rest)
        for k in range(6):
            others = [j for j in range(6) if j != k and moved[j].any()]
            sets = itertools.chain.from_iterable(
                itertools.combinations(others, n) for n in range(len(others) + 1)
            )
            ways = sum(not (moved[k] + moved[list(one)].sum(axis=0)).any() for one in sets)
            expected = ways if moved[k].any() else np.inf
            assert found[k] == found[k + 6] == expected


def stages(present: Mapping[str, int], what: str = "stage") -> set[str]:
    """Return what is told of twenty women and twenty men who were drawn, and of whom so many came."""
    own = load_survey(PANEL).panel
    assert own is not None
    numbers = {group: [f"{group}{k}" for k in range(20)] for group in "FH"}
    table = pd.DataFrame(
        {"sexe": ["F", "H"] * 20},
        [n for pair in zip(*numbers.values(), strict=False) for n in pair],
    )
    all_of = set(table.index)
    came = {n for group, few in present.items() for n in numbers[group][:few]}
    made: Any = SimpleNamespace(joined={"sexe": (("F", "X"), ("H",))}, untold=frozenset())
    rows = panel_tables._quota_rows(
        own.draw.quotas[0], table, {"volunteers": all_of, "drawn": all_of, "present": came}, 5, made
    )
    return {row[what] for row in rows}


@pytest.mark.parametrize(
    ("women", "men", "told"),
    [(12, 20, False), (12, 18, False), (12, 13, True), (20, 20, True)],
)
def test_those_who_were_away_are_not_all_known_to_be_women(
    women: int, men: int, told: bool
) -> None:
    assert ("present" in stages({"F": women, "H": men})) is told


def test_who_came_does_not_settle_which_groups_are_told_apart() -> None:
    """Nobody else than three women who came had women and men counted as one."""
    assert stages({"F": 3, "H": 13}, "group") == {"F+X", "H"}
    assert "present" not in stages({"F": 3, "H": 13})


def settled(moved: Sequence[int]) -> set[int]:
    """Return which differences are in no set of them that adds up to nothing, by trying all."""
    sets = itertools.chain.from_iterable(
        itertools.combinations(range(len(moved)), n) for n in range(1, len(moved) + 1)
    )
    none = [one for one in sets if not sum(moved[k] for k in one)]
    return set(range(len(moved))) - {k for one in none for k in one}


@pytest.mark.parametrize(
    ("column", "away", "told"), [("territoire", "centre", False), ("diplome", "collegial", True)]
)
def test_who_came_from_some_cells_does_not_tell_which_are_of_women(
    column: str, away: str, told: bool
) -> None:
    """Seven women and nine men of the large city were away: who they are is known by number.

    Of the pairs of cells that differ by gender alone, some can then be women and men in one way.
    """
    panel = load_survey(PANEL).panel
    assert panel is not None
    table = pd.read_csv(PANEL / "data" / "volontaires.csv", dtype=str)
    lottery = pd.read_csv(PANEL / "data" / "loterie.csv", dtype=str)
    made = draw_panel(panel.draw, table, lottery=lottery)
    people = table.set_index("numero").assign(women=lambda of: of["sexe"].ne("H"))
    drawn = made.people.loc[made.people["status"] == "panel", "number"]
    gone = {n for n in drawn if people.loc[n, column] == away}
    records = panel_tables.PanelRecords(
        table, made, (), {s.id: frozenset(set(drawn) - gone) for s in panel.sessions}
    )
    found = pd.DataFrame(panel_tables._profile(panel, records, 5)).query("breakdown == 'sexe'")
    assert ("present" in set(found["stage"])) is told
    by_pair = people.loc[sorted(gone)].groupby(["age", "territoire", "diplome"])["women"]
    moved = [d for d in by_pair.agg(lambda own: own.sum() - (~own).sum()) if d]
    assert bool(settled(moved)) is not told


def profile(present: Mapping[str, int]) -> pd.DataFrame:
    rows = [("sexe", g, s, 20) for g in ("F+X", "H") for s in ("volunteers", "drawn")]
    rows += [("sexe", group, "present", n) for group, n in present.items()]
    rows += [("age", "65+", "present", sum(present.values()))]
    return pd.DataFrame(rows, columns=["breakdown", "group", "stage", "people"])


@pytest.mark.parametrize(
    ("then", "now", "met_since", "told"),
    [
        ((14, 13), (13, 13), True, False),
        ((14, 13), (7, 13), True, False),
        ((14, 13), (8, 8), True, False),
        ((14, 13), (14, 13), True, False),
        ((14, 13), (8, 8), False, False),
        ((14, 13), (14, 13), False, True),
    ],
    ids=["one woman", "seven women", "six and five", "as many", "corrected", "the same session"],
)
def test_two_sessions_do_not_tell_who_came_to_one(
    then: tuple[int, int], now: tuple[int, int], met_since: bool, told: bool
) -> None:
    """Six and seven were away, then seven and seven, and all but one are the same people."""
    groups = ("F+X", "H")
    new, old = (profile(dict(zip(groups, counts, strict=True))) for counts in (now, then))
    left = panel_versions._without_present(load_survey(PANEL), new, old, met_since)
    assert set(left.loc[left["breakdown"] == "sexe", "stage"]) == {
        "volunteers",
        "drawn",
        *(["present"] if told else []),
    }
    assert left["breakdown"].eq("age").sum() == 1, "what is not sensitive is told"


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ((5, 11, 6, 12), False),
        ((5, 5, 6, 24), True),
        ((11, 11, 6, 18), False),
        ((11, 11, 12, 18), True),
    ],
    ids=["six erased of one answer", "six from one to another", "six came to one", "to two"],
)
def test_those_who_were_erased_do_not_all_have_one_answer(
    tmp_path: Path, counts: tuple[int, ...], told: bool
) -> None:
    survey = load_survey(PANEL)
    cells = ("moved_in", "moved_out", "stayed_in", "stayed_out")

    def version(people: tuple[int, ...]) -> dict[str, pd.DataFrame]:
        rows = [("injustice", "1", c, k) for c, k in zip(cells, people, strict=True)]
        moves = pd.DataFrame(rows, columns=["question", "response", "cell", "people"])
        changes = pd.DataFrame(
            {"question": ["injustice"], "response": ["1"], "before": [9.0], "p_value": [0.5]}
        )
        return {
            "panel_moves": moves,
            "panel_changes": changes.assign(reason="", method="exact", test="mcnemar"),
            "profile": profile({"F+X": 20, "H": 20}).iloc[:0],
        }

    for name, frame in version((5, 11, 6, 18)).items():
        frame.to_csv(tmp_path / f"{name}.csv", index=False)
    out = panel_versions.without_small_corrections(survey, version(counts), [tmp_path])
    assert bool(len(out["panel_moves"])) is told


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("by", ["rows", "numbers"])
def test_numbers_that_stand_by_gender_are_refused(tmp_path: Path, by: str, lang: str) -> None:
    """Women were V001 to V060: with the counts of the page, each number had its gender."""
    cells = {("F", "18-29"): 30, ("F", "65+"): 30, ("H", "18-29"): 30, ("H", "65+"): 31}
    folder = panel(tmp_path, cells, 40)
    drawn(folder)
    file = folder / "data" / "volontaires.csv"
    people = pd.read_csv(file, dtype=str).sort_values("sexe", kind="stable")
    if by == "numbers":
        people = people.assign(numero=[f"V{k}" for k in range(1, len(people) + 1)])
        people = people.sample(frac=1.0, random_state=3)
    people.to_csv(file, index=False)
    with speaking(lang), pytest.raises(DataError, match=r"volontaires\.csv.*numero.*sexe"):
        drawn(folder)
