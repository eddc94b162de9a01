"""What an outsider finds: in tables protected one by one, much; in what padai puts out, nothing."""

from __future__ import annotations

import ast
import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import yaml

from padai.interchange import init_example
from tests.outsider.__main__ import main
from tests.outsider.attacking import Attack, attacked
from tests.outsider.attacks.ranges import (
    Published,
    attack_ranges,
    none_or_all,
    withdrawn_target,
)
from tests.outsider.attacks.records import attack_deposit
from tests.outsider.attacks.rounding import attack_rounding
from tests.outsider.attacks.versions import attack_versions
from tests.outsider.attacks.withdrawals import attack_withdrawals
from tests.outsider.claims import (
    ANSWER,
    CELL,
    CHANGE,
    EXACT_BASE,
    GROUP,
    RECORD,
    SHARE,
    SHOWN,
    WITHDRAWN,
    Claim,
)
from tests.outsider.enumeration import beyond_three
from tests.outsider.figures import Figure, Place
from tests.outsider.judge import Judge, Verdict
from tests.outsider.questionnaire import OUT, Questionnaire, Response, Variable, read_questionnaire
from tests.outsider.reading.grids import Grid, figures_of, read_grids, weight_range
from tests.outsider.reading.numbers import around, printed
from tests.outsider.release import Release, contradictions, read_release
from tests.outsider.tables import Weights, joint_table
from tests.outsider.worlds.building import built
from tests.outsider.worlds.generator import World, drawn, people, write_world
from tests.outsider.worlds.naive import Naive

LINKED_PROTECTION = True
"""Whether padai protects linked tables, versions, lists of records and withdrawals.

Where it does, nothing may be found in what it builds. Where it does not, what was seen must be found,
so that the attacker is known to be able.
"""
ROOT = Path(__file__).parent
SURVEYS = ROOT.parent / "surveys"
QUICK = Attack(pages=False, most_extras=1, seconds=0.05)
WORLDS = 30
RUNNERS = ("building.py", "night.py")
"""What builds the worlds that the attacker is given: no part of it."""


def must_hold(verdict: Verdict, *kinds: str) -> None:
    """Fail where something is known that must not be; or, without protection, where nothing is."""
    said = "\n".join(f"{claim} True: {true:g}" for claim, true in verdict.breaches[:20])
    assert not verdict.false, "\n".join(
        f"{claim} True: {true:g}" for claim, true in verdict.false[:20]
    )
    if LINKED_PROTECTION:
        assert not verdict.breaches, said
    else:
        assert {claim.kind for claim, _ in verdict.breaches} >= set(kinds), said


# --- the attacker is an outsider -----------------------------------------------------------------


def test_the_attacker_imports_nothing_of_padai() -> None:
    files = [path for path in (ROOT / "outsider").rglob("*.py") if path.name not in RUNNERS]
    assert len(files) > 15
    for path in files:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else (
                [alias.name for alias in node.names] if isinstance(node, ast.Import) else [])  # fmt: skip
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
    counts = {("F", "north"): 60, ("M", "north"): 50, ("X", "north"): 4, ("F", "south"): 49,
              ("M", "south"): 50, ("X", "south"): 1}  # fmt: skip
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
    said = [Figure(Place("1"), "n", "gender", "", group, 13, 13, False, "by hand"),
            Figure(Place("1"), "share", "gender", "X", group, low, high, False, "by hand")]  # fmt: skip
    table = joint_table(asked, Place("1"), ["gender", "region"], said, Weights())
    cell = (("gender", frozenset("X")), *group)
    found = table.range(cell)
    assert found is not None and (found.low, found.high) == (4, 4)
    assert table.whole(cell, 4, 4, 5.0) is True
    assert table.whole(cell, 5, 9, 5.0) is False


@pytest.mark.parametrize(
    ("text", "value", "digits", "percent"),
    [("50.2% 43.3 to 57.1", 50.2, 1, True), ("1 016", 1016.0, 0, False), ("2,022", 2022.0, 0, False),
     ("3,2 %", 3.2, 1, True), ("−0.8", -0.8, 1, False)],
)  # fmt: skip
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
    known = {(Place("1"), "n", "gender", "", within): Figure(
        Place("1"), "n", "gender", "", within, 109, 109, False, "series")}  # fmt: skip
    read = read_grids([numbers], asked, Place("1"), known)
    assert [(figure.kind, figure.low) for figure in read if figure.within] == [("n", 109.0)]
    withheld = list(figures_of(margins, asked, Place("1"), ""))
    assert [claim.kind for claim in contradictions([*read, *withheld])] == [SHOWN]


# --- it is able ----------------------------------------------------------------------------------


@pytest.mark.parametrize("digits", [None, 3])
@pytest.mark.parametrize("seed", [1, 2])
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


# --- what padai puts out -------------------------------------------------------------------------


@pytest.fixture(scope="module")
def worlds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[tuple[World, Path | None]]]:
    made: list[tuple[World, Path | None]] = []
    top = tmp_path_factory.mktemp("worlds")
    for seed in range(WORLDS):
        survey = write_world(drawn(seed), top / str(seed))
        try:
            built(survey)
        except Exception as error:
            assert getattr(error, "exit_code", None) in (1, 2), error
            made.append((drawn(seed), None))
        else:
            made.append((drawn(seed), survey))
    yield made
    shutil.rmtree(top)


def _folder(survey: Path, version: int = 1) -> Path:
    return survey.parents[1] / "releases" / "nasty" / "2025" / f"v{version}"


@pytest.fixture(scope="module")
def found(worlds: list[tuple[World, Path | None]]) -> Verdict:
    """Attack the worlds: tables of two variables everywhere, of three in every third world."""
    verdict = Verdict()
    went_out = [(world, survey) for world, survey in worlds if survey is not None]
    assert len(went_out) >= WORLDS / 2
    for world, survey in went_out:
        asked = read_questionnaire(survey)
        how = QUICK if world.seed % 3 == 0 else replace(QUICK, most_extras=0)
        verdict += Judge(asked).judged(attacked(_folder(survey), asked, how))
    return verdict


def test_nothing_is_known_of_thirty_nasty_worlds(found: Verdict) -> None:
    must_hold(found, GROUP, CELL, SHARE)


def test_a_split_ballot_gives_no_group(found: Verdict) -> None:
    halves = [(claim, true) for claim, true in found.breaches
              if any(name.startswith("half") for name, _ in claim.within)]  # fmt: skip
    must_hold(Verdict(breaches=halves), GROUP)


def _two_versions(tmp_path: Path, world: World, leave_out: int) -> tuple[Path, Release, Release]:
    survey = write_world(world, tmp_path)
    one = built(survey)
    write_world(replace(world, version=2, status="corrected"), tmp_path, leave_out=leave_out)
    two = built(survey)
    asked = read_questionnaire(survey)
    return survey, read_release(one, asked, pages=False), read_release(two, asked, pages=False)


@pytest.mark.parametrize("seed", [1, 2])
def test_a_correction_does_not_publish_a_person(tmp_path: Path, seed: int) -> None:
    world = drawn(seed)
    _, one, two = _two_versions(tmp_path, world, leave_out=5)
    claims = attack_versions(one, two)
    if LINKED_PROTECTION:
        assert not claims, "\n".join(map(str, claims[:10]))
        return
    person = people(world)[5]
    told = [dict(claim.facts) for claim in claims if len(claim.facts) > 2]
    assert told and told[0]["region"] == person["region"] and told[0]["trust"] == person["trust"]


def test_a_withdrawn_version_leaves_nothing_in_the_next(tmp_path: Path) -> None:
    survey, _, _ = _two_versions(tmp_path, drawn(1), leave_out=5)
    wave = survey / "waves" / "2025.yaml"
    content = yaml.safe_load(wave.read_text(encoding="utf-8"))
    why = {"fr": "Confidentialité.", "en": "Confidentiality."}
    content["release"] |= {"status": "withdrawn", "withdrawn": "confidentiality",
                           "withdrawn_on": "2025-07-01", "affected": ["2025/v1"], "reason": why}  # fmt: skip
    wave.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    built(survey)
    kept = list(attack_withdrawals(_folder(survey, 2).parent, Place("2025")))
    assert all(claim.kind == WITHDRAWN for claim in kept)
    assert bool(kept) != LINKED_PROTECTION, "\n".join(map(str, kept))


def test_no_respondent_is_named(tmp_path: Path) -> None:
    _, _, two = _two_versions(tmp_path, drawn(3), leave_out=5)
    named = Judge(two.asked).identifiers(two.folder, two.here, "id")
    assert not named, named


def test_the_deposit_tells_no_record_apart(tmp_path: Path) -> None:
    survey = write_world(replace(drawn(2), people=400, deposit=True), tmp_path)
    folder = built(survey)
    asked = read_questionnaire(survey)
    claims = list(attack_deposit(folder, asked, Place("2025")))
    assert all(claim.kind == RECORD for claim in claims)
    assert bool(claims) != LINKED_PROTECTION, "\n".join(map(str, claims))


def _demonstration(tmp_path: Path, name: str) -> tuple[Questionnaire, Path]:
    survey = tmp_path / "surveys" / name
    shutil.copytree(SURVEYS / name, survey)
    (tmp_path / "padai.yaml").write_text("surveys: surveys\nreports: reports\nreleases: releases\n")
    (survey / "releases.yaml").unlink(missing_ok=True)
    (survey / "feedback.yaml").unlink(missing_ok=True)
    return read_questionnaire(survey), built(survey)


def test_the_panel_separates_nobody(tmp_path: Path) -> None:
    asked, folder = _demonstration(tmp_path, "panel-citoyen")
    must_hold(Judge(asked).judged(attacked(folder, asked, QUICK)), RECORD)


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
    two = built(asked.folder)
    releases = [read_release(path, asked, pages=False) for path in (one, two)]
    claims = [claim for claim in attack_versions(*releases) if claim.kind == CHANGE]
    assert bool(claims) != LINKED_PROTECTION, "\n".join(map(str, claims))


def test_the_consultation_tells_nothing(tmp_path: Path) -> None:
    asked, folder = _demonstration(tmp_path, "consultation")
    must_hold(Judge(asked).judged(attacked(folder, asked, QUICK)))


def test_the_example_tells_nothing(tmp_path: Path) -> None:
    init_example(tmp_path)
    survey = tmp_path / "surveys" / "example"
    folder = built(survey)
    asked = read_questionnaire(survey)
    must_hold(Judge(asked).judged(attacked(folder, asked, QUICK)), SHARE)


def test_a_claim_on_a_plain_cell_is_no_breach(tmp_path: Path) -> None:
    """A rare answer to a plain question is not withheld by the rules."""
    survey = write_world(drawn(3), tmp_path)
    judge = Judge(read_questionnaire(survey))
    everybody = Claim(GROUP, Place("2025"), (("region", frozenset(["r1"])),), 0, 10**6, "by hand")
    verdict = judge.judged([everybody, replace(everybody, low=0, high=0)])
    assert len(verdict.harmless) == 1 and len(verdict.false) == 1 and not verdict.breaches
