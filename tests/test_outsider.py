"""What an outsider finds: in tables protected one by one, much; in what padai puts out, nothing."""

from __future__ import annotations

import ast
import csv
import datetime as dt
import io
import json
import re
import shutil
import zipfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml

from padai.errors import DefinitionError, PublicationError
from padai.interchange import init_example
from padai.pipeline.parts import told_errors
from padai.pipeline.versions.by_address import Address, withdraw_cells
from padai.survey import Text
from tests.outsider.__main__ import main
from tests.outsider.attacking import Attack, attacked
from tests.outsider.attacks.families import families_of, made_of_withheld
from tests.outsider.attacks.further import attack_further
from tests.outsider.attacks.mentions import attack_mentions
from tests.outsider.attacks.ranges import (
    Published,
    attack_ranges,
    none_or_all,
    withdrawn_target,
)
from tests.outsider.attacks.records import attack_deposit
from tests.outsider.attacks.rounding import attack_rounding
from tests.outsider.attacks.routing import attack_routing, attack_several_routes
from tests.outsider.attacks.versions import attack_versions
from tests.outsider.attacks.withdrawals import attack_withdrawals
from tests.outsider.claims import (
    ANSWER,
    CELL,
    CHANGE,
    DECODED,
    EXACT_BASE,
    GIVEN_BACK,
    GROUP,
    RECORD,
    SHOWN,
    WITHDRAWN,
    Claim,
)
from tests.outsider.enumeration import beyond_three
from tests.outsider.figures import Figure, Place
from tests.outsider.gates import GATES, OF_OTHERS, named
from tests.outsider.judge import Judge, Verdict
from tests.outsider.night import TOGETHER
from tests.outsider.questionnaire import OUT, Questionnaire, Response, Variable, read_questionnaire
from tests.outsider.reading.columns import columns_of
from tests.outsider.reading.grids import Grid, figures_of, read_grids, weight_range
from tests.outsider.reading.numbers import around, printed
from tests.outsider.reading.open_data import rows_of
from tests.outsider.reading.slides import read_slides
from tests.outsider.reading.words import TOLD, texts_of
from tests.outsider.release import Release, contradictions, read_release
from tests.outsider.tables import Weights, joint_table
from tests.outsider.worlds.building import built, corrected, tables_alone
from tests.outsider.worlds.corrections import grown, left_out, miscoded
from tests.outsider.worlds.generator import Row, World, drawn, people, write_world
from tests.outsider.worlds.naive import Naive

ROOT = Path(__file__).parent
SURVEYS = ROOT.parent / "surveys"
QUICK = Attack(pages=False, most_extras=1, seconds=0.05)
WORLDS = range(30)
"""As many as hold every kind of trouble more than once; a night attacks a thousand."""
IN_THREES = (0, 5)
"""Those attacked in tables of three variables too."""
LOOKED_AT_WHOLE = (1, 7)
"""Those small enough to be looked at with all their variables at once."""
RUNNERS = ("building.py", "night.py")
"""What builds the worlds that the attacker is given: no part of it."""


def listed(found: Iterable[tuple[Claim, float]]) -> str:
    return "\n".join(f"{claim} True: {true:g}" for claim, true in list(found)[:20])


def plain(seed: int, **changed: Any) -> World:
    """Draw a world of one wave and one part, in which everybody counts for one, and change it."""
    return replace(
        drawn(seed),
        **{
            "phone": False,
            "halves": False,
            "weighted": False,
            "rounding": False,
            "earlier": False,
            **changed,
        },
    )


@pytest.fixture
def few_may_weigh_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let worlds go out in which few weigh much more than others: their counts are attacked here.

    That they are refused is held by `tests/test_outsider_choices.py`.
    """
    monkeypatch.setattr(told_errors, "_heavy", lambda _wave, _groups: [])


def forget(survey: Path) -> None:
    """Take back what was built of a survey, so that it is built anew."""
    shutil.rmtree(survey.parents[1] / "releases")
    (survey / "releases.yaml").unlink(missing_ok=True)


def nothing_is_known(verdict: Verdict) -> None:
    """Fail where something is known that must not be, or the attacker misread something."""
    assert not verdict.false, listed(verdict.false)
    assert not verdict.breaches, listed(verdict.breaches)


def kinds_of(verdict: Verdict) -> Counter[str]:
    assert not verdict.false, listed(verdict.false)
    return Counter(claim.kind for claim, _ in verdict.breaches)


def numbers_in(folder: Path, number: int) -> list[str]:
    """Return the files of open data in which a number stands by itself."""
    alone = re.compile(rf"(?<![\d.,]){number}(?:\.0)?(?![\d.])")
    return [
        path.name
        for path in sorted((folder / "open").iterdir())
        if alone.search(path.read_text(encoding="utf-8"))
    ]


# --- the attacker is an outsider -----------------------------------------------------------------


def test_the_attacker_imports_nothing_of_padai() -> None:
    files = [path for path in (ROOT / "outsider").rglob("*.py") if path.name not in RUNNERS]
    assert len(files) > 15
    for path in files:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = (
                [node.module or ""]
                if isinstance(node, ast.ImportFrom)
                else ([alias.name for alias in node.names] if isinstance(node, ast.Import) else [])
            )
            assert not any(name.split(".")[0] == "padai" for name in names), path
            assert not any(name.endswith("worlds.building") for name in names), path


def test_only_the_judge_reads_the_data() -> None:
    for path in (ROOT / "outsider").rglob("*.py"):
        if path.parent.name != "worlds" and path.name not in {"judge.py", "__main__.py", *RUNNERS}:
            text = path.read_text(encoding="utf-8")
            assert "read_data" not in text and "outsider.judge" not in text, path


# --- by hand -------------------------------------------------------------------------------------


def _by_hand() -> tuple[Questionnaire, list[Figure]]:
    """One region of 60 women, 50 men and 4 others, everybody counted for one, of two regions."""
    asked = Questionnaire(Path("nowhere"), {"id": "hand"})
    codes = {"gender": ("F", "M", "X"), "region": ("north", "south")}
    for name, of in codes.items():
        asked.variables[name] = Variable(name, name, (*of, OUT), frozenset(of), name == "gender")
        asked.responses[name] = {}
        asked.groups[name] = {code: (name, frozenset([code])) for code in of}
    for name, of in codes.items():
        asked.responses[name] = {code: Response(name, frozenset([code])) for code in of}
    asked.waves["1"] = {"parts": {"main": {"n": 214, "weighting": {"method": "none"}}}}
    counts = {
        ("F", "north"): 60,
        ("M", "north"): 50,
        ("X", "north"): 4,
        ("F", "south"): 49,
        ("M", "south"): 50,
        ("X", "south"): 1,
    }
    here = Place("1")
    total = {g: sum(n for (one, _), n in counts.items() if one == g) for g in codes["gender"]}
    figures = []

    def say(kind: str, question: str, response: str, within: tuple, value: float) -> None:
        figures.append(
            Figure(here, kind, question, response, within, value, value, False, "by hand")
        )

    for (gender, region), n in counts.items():
        if gender != "X":
            say("share", "region", region, (("gender", frozenset([gender])),), n / total[gender])
    for gender in ("F", "M"):
        say("n", "region", "", (("gender", frozenset([gender])),), total[gender])
    north = sum(n for (_, r), n in counts.items() if r == "north")
    say("share", "gender", "F", (("region", frozenset(["north"])),), 60 / north)
    return asked, figures


def test_a_table_read_the_other_way_round() -> None:
    """X = F / p_F - F - M: 60 / (60 / 114) - 60 - 50 = 4 people, though no base of the north is shown."""
    asked, figures = _by_hand()
    table = joint_table(asked, Place("1"), ["gender", "region"], figures, Weights())
    found = table.range((("gender", frozenset("X")), ("region", frozenset(["north"]))))
    assert found is not None and (found.low, found.high) == (4, 4)


def test_a_withdrawn_cell_is_a_target() -> None:
    """Whatever its size: the 60 women of the north must not come back from the men and the others."""
    asked, figures = _by_hand()
    north = (("region", frozenset(["north"])),)
    published = Published(asked, Place("1"), figures, Weights())
    wanted = [withdrawn_target(asked, "gender", response, north) for response in ("F", "X")]
    found = attack_ranges(published, more=wanted)
    told = {claim.within: claim.low for claim in found if claim.kind == WITHDRAWN}
    assert told == {wanted[0].within: 60, wanted[1].within: 4}


def test_nobody_of_a_small_group() -> None:
    asked, _ = _by_hand()
    group = (("region", frozenset(["north"])),)
    said = [Figure(Place("1"), "n", "gender", "", group, n, n, False, "by hand") for n in (24,)]
    low, high = around(0.0, 3)
    said.append(Figure(Place("1"), "share", "gender", "X", group, low, high, False, "by hand"))
    (claim,) = none_or_all(Published(asked, Place("1"), said, Weights()))
    assert claim.kind == CELL and (claim.low, claim.high) == (0, 0)


def test_what_no_figure_ties_stays_open() -> None:
    asked, figures = _by_hand()
    without = [figure for figure in figures if figure.question != "gender"]
    table = joint_table(asked, Place("1"), ["gender", "region"], without, Weights())
    found = table.range((("gender", frozenset("X")), ("region", frozenset(["north"]))))
    assert found is not None and (found.low, found.high) == (0, 214 - 109 - 100)


def test_whole_people_are_fewer_than_fractions() -> None:
    """One share to a tenth of a point of 13 people: 4 of 13 alone gives 30.8%."""
    asked, _ = _by_hand()
    group = (("region", frozenset(["north"])),)
    low, high = around(0.308, 3)
    said = [
        Figure(Place("1"), "n", "gender", "", group, 13, 13, False, "by hand"),
        Figure(Place("1"), "share", "gender", "X", group, low, high, False, "by hand"),
    ]
    table = joint_table(asked, Place("1"), ["gender", "region"], said, Weights())
    cell = (("gender", frozenset("X")), *group)
    found = table.range(cell)
    assert found is not None and (found.low, found.high) == (4, 4)
    assert table.whole(cell, 4, 4, 5.0) is True
    assert table.whole(cell, 5, 9, 5.0) is False


@pytest.mark.parametrize(
    ("text", "value", "digits", "percent"),
    [
        ("50.2% 43.3 to 57.1", 50.2, 1, True),
        ("1 016", 1016.0, 0, False),
        ("2,022", 2022.0, 0, False),
        ("3,2 %", 3.2, 1, True),
        ("−0.8", -0.8, 1, False),
    ],
)
def test_printed_numbers(text: str, value: float, digits: int, percent: bool) -> None:
    assert printed(text) == (value, digits, percent)


def test_what_is_no_number_is_none() -> None:
    assert printed("too few") is None and printed("x") is None


def test_the_range_of_weights_is_read() -> None:
    said = [
        "Weights from 0.12 to 4.27 times the mean weight",
        "Poids de 0,12 à 4,27 fois le poids moyen",
    ]
    for text in said:
        assert weight_range(iter([text])) == pytest.approx((0.115, 4.275))


def test_rounding_is_undone_by_a_share_of_people() -> None:
    """53.3% of 214 people are 114 of them, whatever the base beside it is rounded to."""
    asked, _ = _by_hand()
    asked.survey["confidentiality"] = {"rounding": {"bases": 5}}
    asked.labels["breakdown", "region"] = {"region"}
    asked.labels["group", "region", "north"] = {"north"}
    margins = Grid(
        "Margins", ("Margin", "Sample, unweighted"), (("Region", ""), ("North", "53.3%")), "a.html"
    )
    figures = list(figures_of(margins, asked, Place("1"), ""))
    release = Release(Path("nowhere"), asked, "1", "v1", {f.key: f for f in figures})
    (claim,) = attack_rounding(release)
    assert (
        claim.kind == EXACT_BASE and claim.low <= 114 <= claim.high and claim.high - claim.low < 1
    )


def test_two_tables_side_by_side() -> None:
    """One table withholds the share of women, the next one prints their number."""
    asked, _ = _by_hand()
    asked.labels["breakdown", "gender"] = {"gender"}
    asked.labels["group", "gender", "F"] = {"woman"}
    margins = Grid(
        "Margins", ("Margin", "Sample, unweighted"), (("Gender", ""), ("Woman", "x")), "a.html"
    )
    numbers = Grid(
        "By group", ("Group", "n"), (("Gender", ""), ("All", "214"), ("Woman", "109")), "b.html"
    )
    within = (("gender", frozenset("F")),)
    known = {
        (Place("1"), "n", "gender", "", within): Figure(
            Place("1"), "n", "gender", "", within, 109, 109, False, "series"
        )
    }
    read = read_grids([numbers], asked, Place("1"), known)
    assert [(figure.kind, figure.low) for figure in read if figure.within] == [("n", 109.0)]
    withheld = list(figures_of(margins, asked, Place("1"), ""))
    assert [claim.kind for claim in contradictions([*read, *withheld])] == [SHOWN]


# --- it is able ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("seed", "digits"), [(1, 3), (2, None)])
def test_it_breaks_tables_that_are_protected_one_by_one(
    tmp_path: Path, seed: int, digits: int | None
) -> None:
    world = drawn(seed)
    survey = write_world(world, tmp_path)
    asked = read_questionnaire(survey)
    judge = Judge(asked)
    weights = (
        {"main": np.array([float(row["w"]) for row in people(world)])} if world.weighted else {}
    )
    folder = Naive(asked, judge, weights, digits).publish(
        tmp_path / "releases/nasty/2025/v1", "2025"
    )
    verdict = judge.judged(attacked(folder, asked, QUICK))
    assert verdict.breaches and not verdict.false
    assert all(claim.because and str(claim).startswith("[") for claim, _ in verdict.breaches)
    kinds = Counter(claim.kind for claim, _ in verdict.breaches)
    assert kinds[GROUP] or kinds[CELL] or kinds[ANSWER]


def test_the_command_prints_what_it_found(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    survey = write_world(drawn(3), tmp_path)
    asked = read_questionnaire(survey)
    folder = Naive(asked, Judge(asked)).publish(tmp_path / "releases/nasty/2025/v1", "2025")
    code = main([str(folder), "--questionnaire", str(survey), "--no-pages", "--extras", "0"])
    said = capsys.readouterr().out
    assert code == 1 and "breaches:" in said and "True:" in said


def test_small_worlds_looked_at_whole(tmp_path: Path) -> None:
    """All variables at once tell what tables of three tell, and how often more is counted."""
    survey = write_world(replace(drawn(1), people=120), tmp_path)
    asked = read_questionnaire(survey)
    folder = Naive(asked, Judge(asked)).publish(tmp_path / "releases/nasty/2025/v1", "2025")
    release = read_release(folder, asked, pages=False)
    found = beyond_three(release.published(release.here), ["gender", "region", "age", "health"])
    assert found is not None and found.attacked > 20
    assert found.by_whole >= found.by_three
    verdict = Judge(asked).judged(found.missed)
    assert not verdict.false


# --- what padai puts out, and what it would tell without its protection ---------------------------


@pytest.mark.usefixtures("few_may_weigh_more")
@pytest.mark.parametrize("seed", WORLDS)
def test_nothing_is_known_of_nasty_worlds(tmp_path: Path, seed: int) -> None:
    survey = write_world(drawn(seed), tmp_path)
    folder, asked = built(survey), read_questionnaire(survey)
    how = QUICK if seed in IN_THREES else replace(QUICK, most_extras=0)
    nothing_is_known(Judge(asked).judged(attacked(folder, asked, how)))
    if seed in LOOKED_AT_WHOLE:
        release = read_release(folder, asked, pages=False)
        found = beyond_three(release.published(release.here), TOGETHER)
        assert found is not None and found.attacked > 5
        nothing_is_known(Judge(asked).judged(found.missed))


def test_the_worlds_hold_every_kind_of_trouble() -> None:
    kinds = (
        "health_groups",
        "zones",
        "weighted",
        "halves",
        "multiple",
        "phone",
        "rounding",
        "shy",
        "earlier",
    )
    for kind in kinds:
        assert len({getattr(drawn(seed), kind) for seed in WORLDS}) == 2, kind


@pytest.mark.usefixtures("few_may_weigh_more")
def test_the_spread_of_weights_tells_how_many_are_in_a_calibrated_cell(tmp_path: Path) -> None:
    """Four regions, the last of nine people: what it weighs is public, over the largest weight."""
    survey = write_world(drawn(22), tmp_path)
    folder, asked = built(survey, without="spread"), read_questionnaire(survey)
    how = replace(QUICK, most_extras=0)
    verdict = Judge(asked).judged(attacked(folder, asked, how))
    assert kinds_of(verdict)[GROUP] >= 2
    told = [c for c, _ in verdict.breaches if dict(c.within).get("region") == {"r4"}]
    assert told and all(claim.low > 1 for claim in told)
    told_of = [
        row["measure"] for row in rows_of(folder / "open" / "method.csv") if row["part"] == "main"
    ]
    assert "weights" in told_of
    forget(survey)
    kept = [
        row["measure"]
        for row in rows_of(built(survey) / "open" / "method.csv")
        if row["part"] == "main"
    ]
    assert "respondents" in kept and not {"weights", "bounds"} & set(kept)


@pytest.mark.usefixtures("few_may_weigh_more")
@pytest.mark.parametrize("seed", [0, 3])
def test_what_is_shown_of_a_family_is_not_made_of_what_is_withheld(
    tmp_path: Path, seed: int
) -> None:
    """Holm's p of a published comparison was a multiple of the p of a withheld one."""
    survey = write_world(replace(drawn(seed), earlier=True), tmp_path)

    def told(folder: Path) -> list[Row]:
        return [row for family in families_of(folder) for row in made_of_withheld(family)]

    assert told(built(survey, without="families"))
    forget(survey)
    folder = built(survey)
    assert told(folder) == []
    place = ("question", "response", "wave", "reference")
    shown = {
        tuple(row[name] for name in place): row["p_adjusted"]
        for row in rows_of(folder / "open" / "changes.csv")
        if row["part"] == "main" and row["breakdown"] == "total"
    }
    tried = [r for r in rows_of(folder / "open" / "robustness.csv") if r["variant"] == "declared"]
    assert tried
    for row in tried:
        assert row["p_adjusted"] == shown[tuple(row[name] for name in place)]


@pytest.mark.parametrize(
    ("by", "seed", "said"),
    [
        ("strata", 0, "sums over its strata.*small_groups: merge"),
        ("margin", 2, "weigh more than nearly all others.*how many they are.*collapse:"),
    ],
)
def test_errors_that_are_sums_over_the_groups_of_a_table_are_not_told(
    tmp_path: Path, by: str, seed: int, said: str
) -> None:
    """Strata, or the one margin raked to, are the regions, withheld by a sensitive question."""
    survey = write_world(plain(seed, regions=4, weighted=by == "margin"), tmp_path)
    for wave in (survey / "waves").glob("*.yaml"):
        content = yaml.safe_load(wave.read_text(encoding="utf-8"))
        for part in content["parts"].values():
            if by == "strata":
                part["design"]["stratum"] = "region"
            else:
                del part["design"]["weight"]
                part["other_columns"] = ["w"]
        wave.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    with pytest.raises(PublicationError, match=f"(?s){said}"):
        built(survey)


def test_tables_that_are_not_linked_tell_of_people(tmp_path: Path) -> None:
    """The same world, built by the same code, each question protected by itself."""
    survey = write_world(drawn(5), tmp_path)
    asked = read_questionnaire(survey)
    folder = built(survey, without="tables")
    verdict = Judge(asked).judged(attacked(folder, asked, replace(QUICK, most_extras=0)))
    assert kinds_of(verdict).keys() >= {GROUP, CELL, ANSWER}
    both_ways = [c for c, _ in verdict.breaches if c.kind == GROUP and len(c.within) == 2]
    assert both_ways, "a group in another, from the two tables of both"
    halves = [c for c, _ in verdict.breaches if any(n.startswith("half") for n, _ in c.within)]
    assert halves, "the size of a withheld group, from the bases of the two halves"


def test_the_halves_of_a_ballot_leave_no_group_to_subtract(tmp_path: Path) -> None:
    """Twelve of a region: 180 less all other regions have the first half, and so two the second."""
    survey = write_world(drawn(50), tmp_path)
    folder, asked = built(survey), read_questionnaire(survey)
    shown = rows_of(folder / "open" / "series.csv")
    assert {"half_a", "half_b"} <= {row["question"] for row in shown}
    nothing_is_known(Judge(asked).judged(attacked(folder, asked, QUICK)))


@pytest.mark.parametrize("seed", [0, 1, 4])
def test_a_routed_base_gives_no_withheld_answer_back(tmp_path: Path, seed: int) -> None:
    """Those who are not of frail health are asked one more question: its bases count them."""
    world = replace(drawn(seed), asked_on=True, people=1200, phone=False, halves=False)
    survey = write_world(world, tmp_path)
    asked = read_questionnaire(survey)

    def routed(without: str = "") -> Verdict:
        release = read_release(built(survey, without=without), asked, pages=False)
        return Judge(asked).judged(attack_routing(release.published(release.here)))

    assert kinds_of(routed("routing"))[GIVEN_BACK] >= 2
    forget(survey)
    nothing_is_known(routed())


@pytest.mark.parametrize(("routes", "seed"), [("any", 1), ("all", 0), ("chain", 1)])
def test_several_routes_to_a_question_tell_of_nobody(
    tmp_path: Path, routes: str, seed: int
) -> None:
    """One more is asked of who trusts or is of frail health; of who does and is not; of the asked.

    Less those who trust, its base is how many of a region are of frail health and do not.
    """
    world = plain(seed, routes=routes, asked_on=routes == "chain", people=600)
    survey = write_world(world, tmp_path)
    asked = read_questionnaire(survey)

    def told(without: str = "") -> Verdict:
        release = read_release(built(survey, without=without), asked, pages=False)
        here = release.published(release.here)
        return Judge(asked).judged([*attack_several_routes(here), *attack_routing(here)])

    found = kinds_of(told("routing"))
    assert found[GIVEN_BACK if routes == "chain" else CELL] >= 1
    forget(survey)
    nothing_is_known(told())


@pytest.mark.parametrize("seed", [1, 23])
def test_those_who_are_left_out_are_not_told_by_the_rest(tmp_path: Path, seed: int) -> None:
    """Few said another gender: women beside the rest, who are men, would give the men withheld."""
    world = replace(drawn(seed), unnamed=True, weighted=False, halves=False, rounding=False)
    survey = write_world(world, tmp_path)
    asked, how = read_questionnaire(survey), replace(QUICK, most_extras=0)
    judged = Judge(asked).judged(attacked(built(survey, without="rests"), asked, how))
    assert kinds_of(judged)[SHOWN] >= 1
    forget(survey)
    nothing_is_known(Judge(asked).judged(attacked(built(survey), asked, how)))


def test_few_who_gave_both_of_two_sensitive_answers_are_not_told(tmp_path: Path) -> None:
    """Two ills and "none of these" add up to two people more than there are."""
    world = plain(1, mentions=True, people=400, multiple=False)
    survey = write_world(world, tmp_path)
    asked = read_questionnaire(survey)

    def told(without: str = "") -> Verdict:
        release = read_release(built(survey, without=without), asked, pages=False)
        return Judge(asked).judged(attack_mentions(release.published(release.here)))

    assert kinds_of(told("unions"))[CELL] >= 3
    forget(survey)
    nothing_is_known(told())


def test_the_answers_that_lead_to_a_small_base_do_not_tell_it(tmp_path: Path) -> None:
    """A split sample of which the halves are a table: its region less the other gives the base."""
    world = plain(
        10,
        form_told=True,
        halves=True,
        people=300,
        multiple=False,
        health_groups=False,
        zones=False,
    )
    survey = write_world(world, tmp_path)
    asked, how = read_questionnaire(survey), replace(QUICK, most_extras=3, seconds=0.0)
    assert kinds_of(Judge(asked).judged(attacked(built(survey, "leads"), asked, how)))[GROUP] >= 1
    forget(survey)
    nothing_is_known(Judge(asked).judged(attacked(built(survey), asked, how)))


def test_a_plain_question_does_not_read_a_sensitive_column(tmp_path: Path) -> None:
    """Another question of the same column would tell by region what the sensitive one withholds."""
    world = replace(drawn(1), people=300, phone=False, weighted=False, halves=False, earlier=False)
    survey = write_world(world, tmp_path)
    path = survey / "questionnaire.yaml"
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    again = {**content["questions"]["health"], "columns": {"default": "health"}}
    again.pop("sensitive")
    content["questions"]["again"] = again
    # by way of JSON, since a definition may hold no alias
    path.write_text(yaml.safe_dump(json.loads(json.dumps(content))), encoding="utf-8")
    with pytest.raises(DefinitionError, match="'again' is read from column 'health'"):
        built(survey)
    rows = rows_of(built(survey, "columns") / "open" / "series.csv")
    told = {(r["question"], r["breakdown"], r["group"], r["response"]): r["estimate"] for r in rows}
    withheld = [key[1:] for key, share in told.items() if key[0] == "health" and not share]
    assert any(told.get(("again", *key)) for key in withheld)


@pytest.mark.parametrize("part", [False, True])
def test_a_file_that_grew_by_three_tells_nothing_of_them(tmp_path: Path, part: bool) -> None:
    """The edition before, or a second part, holds the same records but three."""
    world = replace(
        drawn(4),
        earlier=not part,
        phone=False,
        weighted=False,
        halves=False,
        zones=False,
        people=400,
    )
    survey = write_world(world, tmp_path)
    three = grown(survey, world, 3, part=part)
    asked = read_questionnaire(survey)
    release = read_release(built(survey, without="own waves"), asked, pages=False)
    now = release.published(release.here)
    sooner = release.published(
        replace(release.here, part="sub") if part else replace(release.here, wave="2024")
    )
    told = counted(now, "trusts") - counted(sooner, "trusts")
    assert told == sum(row["trust"] in "12" for row in three)
    forget(survey)
    with pytest.raises(PublicationError, match="hold the same answers of the same people"):
        built(survey)
    grown(survey, world, 200, part=part)  # far more than a group: half of the people are new
    assert built(survey).is_dir()


def counted(published: Published, code: str) -> int:
    """Return how many of all gave an answer to the question on trust, from share and base."""
    of = {
        (f.kind, f.response): f
        for f in published.figures
        if f.question == "trust" and not f.within and not f.withheld
    }
    return round(of["share", code].middle * of["n", ""].low)


# --- versions --------------------------------------------------------------------------------------


def _corrected(
    project: Path, world: World, rows: list[Row], without: str = "", **said: str
) -> tuple[Release, Release]:
    one, two = corrected(project, world, rows, without, **said)
    asked = read_questionnaire(project / "surveys" / "nasty")
    return read_release(one, asked, pages=False), read_release(two, asked, pages=False)


def test_one_person_left_out_makes_no_version(tmp_path: Path) -> None:
    world = drawn(1)
    with pytest.raises(PublicationError, match="fewer than 10 records change"):
        _corrected(tmp_path, world, left_out(world, 5))
    home = tmp_path / "releases" / "nasty" / "2025"
    assert [path.name for path in sorted(home.iterdir()) if path.is_dir()] == ["v1"]


@pytest.mark.parametrize("seed", [2])
def test_an_error_that_matters_does_not_publish_a_person(tmp_path: Path, seed: int) -> None:
    """One person is left out, and the correction is declared as what it is."""
    world = drawn(seed)
    one, two = _corrected(tmp_path, world, left_out(world, 5), correction="error")
    claims = attack_versions(one, two)
    assert not claims, "\n".join(map(str, claims[:10]))
    assert any(figure.kind == "share" and not figure.withheld for figure in two.figures.values())
    named = Judge(two.asked).identifiers(two.folder, two.here, "id")
    assert not named, named
    assert not numbers_in(two.folder, len(people(world)) - 1)


def test_versions_that_are_not_counted_publish_a_person(tmp_path: Path) -> None:
    world = drawn(1)
    one, two = _corrected(tmp_path, world, left_out(world, 5), without="versions")
    person = people(world)[5]
    told = [dict(claim.facts) for claim in attack_versions(one, two) if len(claim.facts) > 2]
    assert told and told[0]["region"] == person["region"] and told[0]["trust"] == person["trust"]
    assert numbers_in(two.folder, len(people(world)) - 1)


def test_a_withdrawn_version_leaves_nothing_in_the_next(tmp_path: Path) -> None:
    world = drawn(1)
    one, two = _corrected(tmp_path, world, miscoded(world))
    home, here = two.folder.parent, Place("2025")
    assert not attack_versions(one, two)
    assert len(rows_of(two.folder / "open" / "corrections.csv")) > 20
    # the notice alone, and nothing done to the version after it
    shutil.copytree(home, tmp_path / "careless")
    (tmp_path / "careless" / "v1" / "retrait.json").write_text("{}")
    (kept,) = attack_withdrawals(tmp_path / "careless", here)
    assert kept.kind == WITHDRAWN and kept.low > 20

    wave = two.asked.folder / "waves" / "2025.yaml"
    content = yaml.safe_load(wave.read_text(encoding="utf-8"))
    why = {"fr": "Confidentialité.", "en": "Confidentiality."}
    content["release"] |= {
        "status": "withdrawn",
        "withdrawn": "confidentiality",
        "withdrawn_on": "2025-07-01",
        "affected": ["2025/v1"],
        "reason": why,
    }
    wave.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    built(two.asked.folder)
    assert not (home / "v1" / "open").exists()
    assert (two.folder / "open" / "series.csv").is_file()
    assert not list(attack_withdrawals(home, here))


def test_a_withdrawn_cell_does_not_come_back(tmp_path: Path) -> None:
    """A zone is one region alone: what is withdrawn of the region stands in the zone's table too."""
    survey = write_world(drawn(3), tmp_path)
    asked = read_questionnaire(survey)
    assert asked.groups["zone"]["core"][1] == {"r1"}
    folder = built(survey)
    cell = ("main", "trust", "trusts", "region", "r1")
    how = replace(QUICK, withdrawn=(cell,))
    before = [c for c in attacked(folder, asked, how) if c.kind == WITHDRAWN]
    assert before, "it is shown"
    with tables_alone():
        withdraw_cells(
            survey,
            [Address("main", "2025", *cell[1:])],
            date=dt.date(2025, 7, 1),
            reason=Text(fr="Une personne.", en="A person."),
        )
    verdict = Judge(asked).judged(attacked(folder, asked, how))
    nothing_is_known(verdict)


# --- rounding, and lists of records ----------------------------------------------------------------


@pytest.mark.parametrize("without", ["rounding", "errors"])
def test_bases_that_are_not_rounded_in_every_product_are_read(tmp_path: Path, without: str) -> None:
    """As they stand, and out of the errors of a sample in which everybody counts for one."""
    world = replace(drawn(29), weighted=without == "rounding")  # of the worlds above
    survey = write_world(world, tmp_path)
    asked = read_questionnaire(survey)
    release = read_release(built(survey, without), asked, pages=False)
    verdict = Judge(asked).judged(attack_rounding(release))
    assert kinds_of(verdict)[EXACT_BASE] > (10 if without == "rounding" else 2)


def test_the_deposit_tells_no_record_apart(tmp_path: Path) -> None:
    world = replace(drawn(2), people=400, deposit=True)
    claims = []
    for without in ("", "weights"):
        survey = write_world(world, tmp_path / (without or "with"))
        asked = read_questionnaire(survey)
        claims.append(list(attack_deposit(built(survey, without), asked, Place("2025"))))
    assert not claims[0], "\n".join(map(str, claims[0]))
    assert claims[1][0].kind == RECORD and claims[1][0].low > 100


# --- the demonstrations ----------------------------------------------------------------------------


def _demonstration(tmp_path: Path, name: str) -> tuple[Questionnaire, Path]:
    survey = tmp_path / "surveys" / name
    shutil.copytree(SURVEYS / name, survey)
    (tmp_path / "padai.yaml").write_text("surveys: surveys\nreports: reports\nreleases: releases\n")
    (survey / "releases.yaml").unlink(missing_ok=True)
    (survey / "feedback.yaml").unlink(missing_ok=True)
    return read_questionnaire(survey), built(survey)


def test_the_panel_separates_nobody(tmp_path: Path) -> None:
    asked, folder = _demonstration(tmp_path, "panel-citoyen")
    nothing_is_known(Judge(asked).judged(attacked(folder, asked, QUICK)))
    # the panels of every ticket, from which each code is worked out
    drawn = folder.parent.parent / "tirage"
    shutil.copy(asked.folder / "data" / "loterie.csv", drawn / "every-ticket.csv")
    verdict = Judge(asked).judged(attacked(folder, asked, QUICK))
    assert kinds_of(verdict) == {DECODED: 1} and verdict.breaches[0][1] == 420
    (drawn / "every-ticket.csv").unlink()
    # codes of the exact cells, beside tables that merge them
    _exact_cells(asked, folder)
    assert kinds_of(Judge(asked).judged(attacked(folder, asked, QUICK))) == {RECORD: 1}


def _exact_cells(asked: Questionnaire, folder: Path) -> None:
    """Give everybody in the list of numbers the code of the exact cell."""
    drawn_by = yaml.safe_load((asked.folder / "panel.yaml").read_text(encoding="utf-8"))["draw"]
    pool = asked.folder / "data" / drawn_by["pool"]
    who = {row[drawn_by["id"]]: row for row in rows_of(pool)}
    columns = [of["column"] for of in drawn_by["quotas"].values()]
    path = folder.parent.parent / "tirage" / "numeros.csv"
    cells = sorted({tuple(who[row["number"]][c] for c in columns) for row in rows_of(path)})
    lines = [
        f"{row['number']},{cells.index(tuple(who[row['number']][c] for c in columns))}"
        for row in rows_of(path)
    ]
    path.write_text("number,cell\n" + "\n".join(lines) + "\n", encoding="utf-8")


def test_a_panel_corrected_by_one_answer(tmp_path: Path) -> None:
    """One record of the sensitive question changes: both versions’ lists stand side by side."""
    asked, one = _demonstration(tmp_path, "panel-citoyen")
    data = asked.folder / "data" / "apres.csv"
    lines = [line.split(",") for line in data.read_text(encoding="utf-8").splitlines()]
    at = lines[0].index("injustice")
    changed = next(cells for cells in lines[1:] if cells[at] == "2")
    changed[at] = "1"
    data.write_text("".join(",".join(cells) + "\n" for cells in lines), encoding="utf-8")
    wave = asked.folder / "waves" / "2025-apres.yaml"
    content = yaml.safe_load(wave.read_text(encoding="utf-8"))
    why = {"fr": "Une réponse corrigée.", "en": "One answer corrected."}
    content["release"] |= {"version": 2, "status": "corrected", "reason": why}
    wave.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    releases = [read_release(path, asked, pages=False) for path in (one, built(asked.folder))]
    claims = [claim for claim in attack_versions(*releases) if claim.kind == CHANGE]
    assert not claims, "\n".join(map(str, claims))


def test_the_consultation_tells_nothing(tmp_path: Path) -> None:
    asked, folder = _demonstration(tmp_path, "consultation")
    nothing_is_known(Judge(asked).judged(attacked(folder, asked, QUICK)))


def test_the_example_tells_nothing(tmp_path: Path) -> None:
    init_example(tmp_path)
    survey = tmp_path / "surveys" / "example"
    folder = built(survey)
    asked = read_questionnaire(survey)
    nothing_is_known(Judge(asked).judged(attacked(folder, asked, QUICK)))


# --- every product is read -------------------------------------------------------------------------

TWINS = {
    "tables.pdf": "tables.html",
    "tableaux.pdf": "tableaux.html",
    "summary.pdf": "summary.html",
    "sommaire.pdf": "sommaire.html",
}
"""Documents that say what a page says, and are held to its numbers.

In the sheet of one page labels are broken beside their changes, so that none is read with its number.
"""
ATTACKED = (
    "changes.csv",
    "contrasts.csv",
    "decomposition.csv",
    "method.csv",
    "robustness.csv",
    "slopes.csv",
    "tipping.csv",
    "weighting.csv",
)
"""Open data whose rows say something of cells, and that an attack of their own reads."""
OF_EVERYBODY = ("indices.csv", "words.csv")
"""Open data of all respondents together, and of words that at least ten said."""
NO_FIGURE = (
    ".cff",
    ".css",
    ".txt",
    ".json",
    ".jsonld",
    ".xml",
    "breaks.csv",
    "events.csv",
    "dictionary.csv",
    "dictionnaire.csv",
    "codebook.html",
    "livre-des-codes.html",
    "age.html",
    "word.html",
)
"""Products that name questions, files and dates: no share stands in them."""
_SHARE = re.compile(r"\d[.,]\d ?%")
_OF_WEIGHTS = re.compile(r"\([^()]*(?:coefficient)[^()]*\)")


def _example(built_example: Path, tmp_path: Path) -> tuple[Questionnaire, Path]:
    """Copy the built example, to write into it."""
    shutil.copytree(built_example / "releases", tmp_path / "releases")
    asked = read_questionnaire(built_example / "surveys" / "example")
    return asked, tmp_path / "releases" / "example" / "2025" / "v1"


def _numbers(path: Path) -> set[str]:
    """Return the numbers with decimals that a text file shows, their sign for decimals a point."""
    text = path.read_text(encoding="utf-8-sig") if path.suffix != ".png" else ""
    if path.suffix == ".csv":
        text = " | ".join(cell for row in csv.reader(io.StringIO(text)) for cell in row)
    text = re.sub(r"<(style|script)\b.*?</\1>|<[^>]*>", " ", text, flags=re.DOTALL)
    return set(re.findall(r"(?<![\d.])\d+\.\d+", text.replace(",", ".")))


def test_every_product_is_read_or_tells_no_figure(built_example: Path) -> None:
    version = built_example / "releases" / "example" / "2025" / "v1"
    release = read_release(version, read_questionnaire(built_example / "surveys" / "example"))
    read = set().union(*release.shown_by.values())
    told = {
        path.name: " ".join(texts_of(path))
        .replace("\N{NO-BREAK SPACE}", " ")
        .replace("\u202f", " ")
        for path in release.files(*TOLD, ".cff", ".json", ".jsonld", ".xml")
    }
    of_report = {
        lang: set().union(*(_numbers(p) for p in (version / lang).glob("*.html")))
        for lang in ("fr", "en")
    }
    for path in (p for p in sorted(version.rglob("*")) if p.is_file()):
        if "interne" in path.parts or path.name in (*read, *ATTACKED, *OF_EVERYBODY):
            continue
        if twin := TWINS.get(path.name):
            numbers = set(re.findall(r"\d+[.,]\d+", told[path.name]))
            assert numbers <= set(re.findall(r"\d+[.,]\d+", told[twin])), path.name
            continue
        if path.parent.name == "figures":  # one figure of the report, set alone
            assert _numbers(path) <= of_report[path.parent.parent.name], path.name
            continue
        assert path.name.endswith(NO_FIGURE), f"nobody attacks {path.name}"
        if path.name in told:
            assert not _SHARE.search(_OF_WEIGHTS.sub("", told[path.name])), path.name


def test_every_column_of_numbers_is_named_with_its_gate(built_example: Path) -> None:
    """Of all files of the example that hold data: a new column fails until somebody names it."""
    version = built_example / "releases" / "example" / "2025" / "v1"
    found = {c for c in columns_of(version) if not c.startswith("fr/")}
    found |= {f"site/{c}" for c in columns_of(built_example / "_site" / "en")}
    here = named(GATES)
    assert found == here, f"not named: {found - here}; not there: {here - found}"
    of = {
        lang: {c.partition(": ")[2] for c in columns_of(version / lang) if c.startswith("expl")}
        for lang in ("fr", "en")
    }
    assert of["fr"] == of["en"] and of["fr"]


def test_a_column_that_nobody_named_is_found(tmp_path: Path) -> None:
    folder = tmp_path / "open"
    folder.mkdir()
    (folder / "series.csv").write_text("wave,estimate,heaviest\n2025,0.2,1.71\n", encoding="utf-8")
    (folder / "heavy.json").write_text('{"rows": [{"people": 3}]}', encoding="utf-8")
    assert columns_of(tmp_path) - named(GATES) == {
        "open/series.csv: heaviest",
        "open/heavy.json: rows.people",
    }


def test_a_small_world_has_no_other_column(tmp_path: Path) -> None:
    """Split halves, changes between editions, a file for an archive: what the example lacks."""
    world = replace(
        drawn(4), halves=True, multiple=True, phone=False, weighted=True, deposit=True, people=400
    )
    found = columns_of(built(write_world(world, tmp_path)))
    here = named(GATES) | named(OF_OTHERS)
    assert found <= here, f"not named: {found - here}"


def test_the_site_holds_the_files_that_were_attacked(built_example: Path) -> None:
    """What the site has of a version is the same bytes; its own pages tell no figure of a group."""
    version = built_example / "releases" / "example" / "2025" / "v1"
    copy = built_example / "_site" / "example" / "2025" / "v1"
    for path in (p for p in copy.rglob("*") if p.is_file()):
        assert path.read_bytes() == (version / path.relative_to(copy)).read_bytes()


def test_a_withheld_figure_is_found_wherever_it_still_stands(
    built_example: Path, tmp_path: Path
) -> None:
    """The series withhold a key result, and nothing else was done: every product tells it."""
    asked, version = _example(built_example, tmp_path)
    path = version / "open" / "series.csv"
    rows = rows_of(path)
    for row in rows:
        if (row["wave"], row["question"], row["response"], row["group"]) == (
            "2025",
            "trust_services",
            "trust",
            "total",
        ):
            row |= dict.fromkeys(("estimate", "std_error", "conf_low", "conf_high", "n_base"), "")
            row |= {"flag": "x", "reason": "confidential"}
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    release = read_release(version, asked)
    key = (Place("2025", "main", "v1"), "share", "trust_services", "trust", ())
    assert [c.kind for c in release.contradictions if dict(c.facts).get("response") == "trust"] == [
        SHOWN
    ]
    assert {name.partition(".")[2] for name in release.shown_by[key]} == {
        "html",
        "docx",
        "pdf",
        "pptx",
        "xlsx",
        "ods",
        "svg",
        "png",
        "txt",
    }
    for stem in (
        "report",
        "summary",
        "press",
        "key-figures",
        "presentation",
        "tables-example-2025",
        "explorer",
    ):
        assert any(name.startswith(stem) for name in release.shown_by[key]), stem
    made = {claim.because.split()[0] for claim in attack_further(release)}
    assert made >= {"changes.csv", "robustness.csv", "tipping.csv", "slopes.csv"}


def test_the_workbook_of_a_chart_is_read(built_example: Path, tmp_path: Path) -> None:
    """A figure that was edited out of the chart alone still stands in the workbook inside of it."""
    asked, version = _example(built_example, tmp_path)
    path = version / "en" / "presentation.pptx"
    with zipfile.ZipFile(path) as packed:
        held = {name: packed.read(name) for name in packed.namelist()}
    with zipfile.ZipFile(path, "w") as packed:
        for name, content in held.items():
            chart = name.startswith("ppt/charts/chart")
            packed.writestr(
                name,
                re.sub(rb"<c:v>\d+\.\d+</c:v>", b"<c:v>0</c:v>", content) if chart else content,
            )
    shares = {f.middle for f in read_slides(path, asked, Place("2025")) if f.place.wave == "2025"}
    assert 0.0 in shares and any(share == pytest.approx(0.637) for share in shares)


def test_a_claim_on_a_plain_cell_is_no_breach(tmp_path: Path) -> None:
    """A rare answer to a plain question is not withheld by the rules."""
    survey = write_world(drawn(3), tmp_path)
    judge = Judge(read_questionnaire(survey))
    everybody = Claim(GROUP, Place("2025"), (("region", frozenset(["r1"])),), 0, 10**6, "by hand")
    verdict = judge.judged([everybody, replace(everybody, low=0, high=0)])
    assert len(verdict.harmless) == 1 and len(verdict.false) == 1 and not verdict.breaches
