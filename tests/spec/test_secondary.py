"""Tables small enough to subtract by hand, and what must be withheld so that nobody can."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from padai.disclosure import (
    Counts,
    OtherGroups,
    audit,
    disclose,
    disclose_differences,
    protect,
    refuse_exposed,
    withhold_confidential,
)
from padai.disclosure.groups import Structure, UnionGroup, codes_of, sums_of
from padai.errors import PublicationError
from padai.numerics.suppression import (
    CellClaim,
    CountTable,
    intervals,
    least_change,
    table,
    unprotected,
)
from padai.results import COLUMNS
from padai.survey import Breakdown, Condition, Net, Question, Scale, Survey
from padai.survey.policies import Group
from tests.tiny import TEXT, tiny_survey

Given = dict[tuple[str, str], dict[str, int]]


def failing(of: CountTable, targets: np.ndarray, least: np.ndarray, most: np.ndarray) -> np.ndarray:
    return unprotected([CellClaim(of, targets, least, most)])[0]


def survey(
    *,
    sensitive: bool = False,
    kind: str = "single",
    breakdowns: object = None,
    nets: tuple[Net, ...] = (),
    codes: object = None,
) -> Survey:
    scale = Scale(codes=codes or {"y": {"fr": "oui"}, "n": {"fr": "non"}, "k": {"fr": "nsp"}})
    questions = {
        "q": Question(id="q", label=TEXT, wording={"fr": "a"}, scale=scale, type=kind,
                      sensitive=sensitive, nets=nets),
        "sex": Question(id="sex", label=TEXT, wording={"fr": "a"},
                        scale=Scale(codes={"F": {"fr": "f"}, "M": {"fr": "m"}, "X": {"fr": "x"}})),
        "age": Question(id="age", label=TEXT, wording={"fr": "a"}, type="number"),
    }  # fmt: skip
    made = breakdowns or (Breakdown(id="sex", label=TEXT, question="sex"),)
    return tiny_survey(
        questions.values(),
        breakdowns=made,
    )


def figures(
    given: Given, of: Survey, base: dict[tuple[str, str], int] | None = None
) -> tuple[pd.DataFrame, Counts]:
    """Tabulate counts by group and answer, with nets and means."""
    question, rows, bases, cells = of.question("q"), [], [], []
    for unit, answers in given.items():
        n = (base or {}).get(unit, sum(answers.values()))
        values = dict(answers)
        for net in question.all_nets:
            values[net.id] = sum(answers[c] for c in net.codes)
        scored = {c: s for c, s in question.scores.items() if c in answers}
        if scored:
            values["mean"] = sum(s * answers[c] for c, s in scored.items())
        for response, count in values.items():
            of_row = sum(answers[c] for c in scored) if response == "mean" else n
            rows.append(
                {
                    "wave": "1",
                    "question": "q",
                    "response": response,
                    "breakdown": unit[0],
                    "group": unit[1],
                    "estimate": count / max(of_row, 1),
                    "std_error": 0.01,
                    "conf_low": 0.0,
                    "conf_high": 0.0,
                    "df": 50.0,
                    "n_base": of_row,
                    "n_eff": float(n),
                    "deff": 1.0,
                    "cv": 0.01,
                    "flag": "",
                    "reason": "",
                }
            )
            bases.append(of_row)
            cells.append(np.nan if response == "mean" else count)
    frame = pd.DataFrame(rows)[list(COLUMNS)]
    return frame, Counts(np.array(bases, dtype=float), np.array(cells, dtype=float))


def withheld(given: Given, of: Survey, elsewhere: object = ()) -> set[tuple[str, str]]:
    """Return group and answer of what is ``x`` in the end; the audit then finds nothing."""
    frame, counts = figures(given, of)
    shown = disclose(frame, of, counts.n_cell)
    out = withhold_confidential(shown, protect(shown, counts, of, elsewhere))
    assert not audit(out, counts, of, elsewhere).exposed
    hidden = out[out["flag"] == "x"]
    assert hidden[["estimate", "n_base", "std_error"]].isna().all(axis=None)
    assert set(hidden["reason"]) <= {"confidential"}
    return set(zip(hidden["group"], hidden["response"], strict=True))


def exposed(given: Given, of: Survey, elsewhere: object = ()) -> set[str]:
    """Return the breakdowns that the audit names where nothing but the rules was applied."""
    frame, counts = figures(given, of)
    shown = disclose(frame, of, counts.n_cell)
    return {e.breakdown for e in audit(shown, counts, of, elsewhere).exposed}


def whole(*groups: dict[str, int]) -> dict[str, int]:
    return {code: sum(g[code] for g in groups) for code in groups[0]}


F, M, X = {"y": 60, "n": 50, "k": 10}, {"y": 55, "n": 70, "k": 8}, {"y": 2, "n": 4, "k": 1}


def by_sex(f: dict[str, int] = F, m: dict[str, int] = M, x: dict[str, int] = X) -> Given:
    return {("total", "total"): whole(f, m, x), ("sex", "F"): f, ("sex", "M"): m, ("sex", "X"): x}


def test_a_lone_small_group_takes_the_smallest_other_as_company() -> None:
    assert exposed(by_sex(), survey()) == {"sex"}
    assert {g for g, _ in withheld(by_sex(), survey())} == {"X", "F"}


def test_a_group_withheld_for_its_base_is_company_enough() -> None:
    small = {"y": 10, "n": 8, "k": 2}  # 20 people: under the minimum base
    assert exposed(by_sex(f=small), survey()) == set()
    assert {g for g, _ in withheld(by_sex(f=small), survey())} == {"X"}


def test_two_small_groups_of_nine_people_in_all_are_not_company_for_each_other() -> None:
    assert exposed(by_sex(f={"y": 1, "n": 0, "k": 1}), survey()) == {"sex"}
    assert {g for g, _ in withheld(by_sex(f={"y": 1, "n": 0, "k": 1}), survey())} == {"F", "M", "X"}


def test_company_that_answered_alike_is_not_enough() -> None:
    alike = by_sex(f={"y": 40, "n": 0, "k": 0}, x={"y": 5, "n": 0, "k": 0})
    assert ("M", "y") in withheld(alike, survey())


def test_one_sensitive_answer_takes_one_more_in_its_group_and_in_another() -> None:
    rare = by_sex(f={"y": 3, "n": 100, "k": 20}, x={"y": 30, "n": 30, "k": 30})
    assert exposed(rare, survey(sensitive=True)) == {"sex"}
    hidden = withheld(rare, survey(sensitive=True))
    assert ("F", "y") in hidden
    assert sum(g == "F" for g, _ in hidden) == 2
    assert sum(r == "y" for _, r in hidden) >= 2
    assert not any(g == "total" for g, _ in hidden)


def test_a_net_tells_what_an_answer_lacks() -> None:
    net = Net(id="sure", label=TEXT, codes=("y", "n"))
    of = survey(sensitive=True, nets=(net,))
    given: Given = {("total", "total"): {"y": 3, "n": 300, "k": 40}}
    assert exposed(given, of) == {"total"}
    assert withheld(given, of) >= {("total", "y"), ("total", "n")}
    # the net of all but “don’t know” tells “don’t know” too
    given = {("total", "total"): {"y": 200, "n": 100, "k": 4}}
    assert ("total", "sure") in withheld(given, of)


def test_the_base_of_a_mean_tells_how_many_gave_no_opinion() -> None:
    codes = {
        "y": {"label": TEXT, "score": 1},
        "n": {"label": TEXT, "score": 2},
        "m": {"label": TEXT, "score": 3},
        "k": {"label": TEXT},
    }
    of = survey(sensitive=True, codes=codes)
    given: Given = {("total", "total"): {"y": 100, "n": 90, "m": 80, "k": 3}}
    frame, counts = figures(given, of)
    shown = disclose(frame, of, counts.n_cell)
    # “don’t know” and another answer withheld: 273 asked, 270 with an opinion
    rows = frame["response"].isin(["k", "n"]).to_numpy()
    assert audit(withhold_confidential(shown, rows), counts, of).exposed
    assert ("total", "mean") in withheld(given, of)


def test_answers_to_several_options_are_bounded_by_their_net() -> None:
    net = Net(id="any", label=TEXT, codes=("y", "n"))
    of = survey(sensitive=True, kind="multiple", nets=(net,))
    frame, counts = figures(
        {("total", "total"): {"y": 4, "n": 60, "k": 10}}, of, {("total", "total"): 100}
    )
    counts.n_cell[3] = 64.0  # nobody chose both, so any - n = 4
    shown = disclose(frame, of, counts.n_cell)
    assert audit(shown, counts, of).exposed
    out = withhold_confidential(shown, protect(shown, counts, of))
    assert not audit(out, counts, of).exposed


def test_a_crossed_breakdown_hides_a_rectangle() -> None:
    age = Breakdown(
        id="age",
        label=TEXT,
        question="age",
        groups=(Group(id="young", label=TEXT, max=39), Group(id="old", label=TEXT, min=40)),
    )
    of = survey(breakdowns=(Breakdown(id="sex", label=TEXT, question="sex"), age))
    cells = {
        ("F", "young"): {"y": 40, "n": 20, "k": 3},
        ("F", "old"): {"y": 2, "n": 3, "k": 1},
        ("M", "young"): {"y": 50, "n": 40, "k": 9},
        ("M", "old"): {"y": 33, "n": 30, "k": 4},
    }
    given: Given = {("total", "total"): whole(*cells.values())}
    for sex in ("F", "M"):
        given["sex", sex] = whole(cells[sex, "young"], cells[sex, "old"])
    for group in ("young", "old"):
        given["age", group] = whole(cells["F", group], cells["M", group])
    given |= {("sex*age", f"{s}*{a}"): v for (s, a), v in cells.items()}
    assert {g for g, _ in withheld(given, of)} == {
        f"{s}*{a}" for s in "FM" for a in ("young", "old")
    }


def test_a_coarse_breakdown_is_a_margin_of_a_fine_one() -> None:
    fine = Breakdown(
        id="fine",
        label=TEXT,
        question="age",
        groups=(
            Group(id="18-24", label=TEXT, min=18, max=24),
            Group(id="25-39", label=TEXT, min=25, max=39),
            Group(id="40+", label=TEXT, min=40),
        ),
    )
    coarse = Breakdown(
        id="coarse",
        label=TEXT,
        question="age",
        groups=(Group(id="under40", label=TEXT, max=39), Group(id="over40", label=TEXT, min=40)),
    )
    of = survey(breakdowns=(fine, coarse))
    units = (("total", "total"), ("fine", "18-24"), ("fine", "25-39"), ("coarse", "under40"))
    assert UnionGroup(3, (1, 2)) in sums_of(of, units)
    young = {"y": 4, "n": 3, "k": 1}
    given: Given = {
        ("total", "total"): whole(young, F, M), ("fine", "18-24"): young, ("fine", "25-39"): F,
        ("fine", "40+"): M, ("coarse", "under40"): whole(young, F), ("coarse", "over40"): M,
    }  # fmt: skip
    hidden = {g for g, _ in withheld(given, of)}
    assert hidden == {"18-24", "25-39"}


def test_groups_made_of_the_answers_themselves() -> None:
    codes = {"y": {"fr": "oui"}, "n": {"fr": "non"}, "k": {"fr": "nsp"}}
    own = Breakdown(id="own", label=TEXT, question="q")
    of = survey(sensitive=True, breakdowns=(own,), codes=codes)
    assert list(codes_of(of, ("own", "y"))) == [("q", ("total", "total"), ("y",))]
    given: Given = {
        ("total", "total"): {"y": 3, "n": 200, "k": 40}, ("own", "y"): {"y": 3, "n": 0, "k": 0},
        ("own", "n"): {"y": 0, "n": 200, "k": 0}, ("own", "k"): {"y": 0, "n": 0, "k": 40},
    }  # fmt: skip
    hidden = withheld(given, of)
    assert {("total", "y"), ("own", "k")} & hidden or ("total", "y") in hidden
    # no group's base may tell the answer that the total withholds
    assert {g for g, _ in hidden} >= {"total", "y"}


def test_what_is_public_elsewhere_cannot_be_company() -> None:
    first = by_sex()
    keys = {("1", "q", r, "sex", "F") for r in ("y", "n", "k")}
    hidden = withheld(first, survey(), keys)
    assert {g for g, _ in hidden} == {"X", "M"}
    both = keys | {("1", "q", r, "sex", "M") for r in ("y", "n", "k")}
    assert {g for g, _ in withheld(first, survey(), both)} == {"total", "F", "M", "X"}
    everything = both | {("1", "q", r, "total", "total") for r in ("y", "n", "k")}
    frame, counts = figures(first, survey())
    shown = disclose(frame, survey(), counts.n_cell)
    out = withhold_confidential(shown, protect(shown, counts, survey(), everything))
    found = audit(out, counts, survey(), everything).exposed
    assert {e.breakdown for e in found} == {"sex"}


def test_an_exposed_table_stops_the_release_and_is_named_without_its_value() -> None:
    frame, counts = figures(by_sex(), survey())
    shown = disclose(frame, survey(), counts.n_cell)
    found = audit(shown, counts, survey())
    assert found.attacked >= 1
    with pytest.raises(PublicationError) as caught:
        refuse_exposed(survey(), "main", found.exposed)
    said = str(caught.value)
    assert "1: q, by sex" in said
    assert "tiny, main" in said
    assert " X" not in said
    assert "7" not in said
    refuse_exposed(survey(), "main", ())


def test_the_list_of_exposed_tables_is_cut() -> None:
    from padai.disclosure import Exposed

    many = [Exposed("1", f"q{k:02}", "total") for k in range(12)]
    with pytest.raises(PublicationError, match="and 4 more") as caught:
        refuse_exposed(survey(), "main", many)
    assert "q07, total" in str(caught.value)
    assert "q08" not in str(caught.value)
    for count, last in ((8, ""), (9, "and 1 more")):
        with pytest.raises(PublicationError) as caught:
            refuse_exposed(survey(), "main", many[:count])
        assert f"of {count} tables" in str(caught.value)
        assert ("more" in str(caught.value)) == bool(last)
        assert last in str(caught.value)


def test_a_difference_from_the_rest_tells_a_rest_that_is_withheld() -> None:
    keys = {"wave": "1", "question": "q", "response": "y", "estimate": 0.1, "n_base": 80,
            "flag": "", "reason": "", "statistic": 1.0, "p_value": 0.1, "p_adjusted": 0.1,
            "p_equivalence": 0.1, "verdict": "higher", "std_error": 0.1, "conf_low": 0.0,
            "conf_high": 0.2, "df": 9.0, "n_eff": np.nan, "deff": np.nan, "cv": np.nan}  # fmt: skip
    groups = [("total", "total"), ("sex", "F"), ("sex", "M"), ("sex", "X")]
    rows = [{**keys, "breakdown": b, "group": g} for b, g in groups]
    differences = pd.DataFrame([{**r, "reference": "rest"} for r in rows[1:]])
    for flags, expected in (
        (["", "", "", "x"], ["", "", "x"]),  # the total tells the rest already
        (["x", "", "", "x"], ["x", "x", "x"]),
        (["x", "", "", ""], ["", "", ""]),  # every group is shown: nothing is withheld by it
    ):
        estimates = pd.DataFrame([{**r, "flag": f} for r, f in zip(rows, flags, strict=True)])
        out = disclose_differences(differences, estimates, survey())
        assert out["flag"].tolist() == expected


def test_intervals_by_hand() -> None:
    # a + b = 10, b + c = 12, c is shown as 5
    of = table([[1, 1, 0], [0, 1, 1]], [3, 7, 5], [True, True, False])
    low, high = intervals(of, np.array([0, 1, 2]))
    assert low.tolist() == [3, 7, 5]
    assert high.tolist() == [3, 7, 5]
    of = table([[1, 1, 0], [0, 1, 1]], [3, 7, 5], [True, True, True])
    low, high = intervals(of, np.array([0, 1, 2]))
    assert low.tolist() == [0, 0, 2]
    assert high.tolist() == [10, 10, 12]
    assert failing(of, np.array([0]), np.array([1.0]), np.array([10.0])).tolist() == [False]
    assert failing(of, np.array([0]), np.array([1.0]), np.array([11.0])).tolist() == [True]
    assert failing(of, np.array([2]), np.array([1.0]), np.array([9.0])).tolist() == [True]


def test_a_cell_bounded_above_and_one_bound_by_nothing() -> None:
    of = table(np.zeros((0, 2)), [3, 4], [True, True], upper=np.array([9.0, np.inf]))
    low, high = intervals(of, np.array([0, 1]))
    assert low.tolist() == [0, 0]
    assert high.tolist() == [9, np.inf]


def test_the_least_change_takes_the_cheapest_cell_that_is_large_enough() -> None:
    of = table([[1, 1, 1]], [3, 4, 90], [True, False, False])
    cost, free = np.array([0.0, 1.0, 2.0]), np.zeros(3, dtype=bool)
    assert least_change(of, 0, 4.0, cost, free).tolist() == [1]
    assert least_change(of, 0, 7.0, cost, free).tolist() == [1, 2]
    assert least_change(of, 0, -3.0, cost, free).tolist() == [1]
    assert least_change(of, 0, 4.0, cost, np.array([False, True, True])) is None


def test_cells_are_solved_together(monkeypatch: pytest.MonkeyPatch) -> None:
    """Protected cells cost two programmes, not two each, whether they hang together or not."""
    import scipy.optimize

    solve, solved = scipy.optimize.linprog, []
    monkeypatch.setattr(
        scipy.optimize, "linprog", lambda *a, **k: (solved.append(1), solve(*a, **k))[1]
    )
    value = np.array([3.0] * 20 + [500.0])
    of = table(np.ones((1, 21)), value, np.ones(21, dtype=bool))
    cells = np.arange(20)
    assert not failing(of, cells, np.full(20, 1.0), np.full(20, 10.0)).any()
    assert len(solved) == 2
    apart = table(np.eye(2, 4) + np.eye(2, 4, 2), [3, 4, 50, 60], [True] * 4)
    solved.clear()
    assert not failing(apart, np.array([0, 1]), np.ones(2), np.full(2, 10.0)).any()
    assert len(solved) == 2


def test_one_cell_that_fails_is_told_from_those_that_hold() -> None:
    # a + b = 60 and c + d = 7: c cannot reach 10; e is shown; f is bound by nothing but its limit
    relations = [[1, 1, 0, 0, 0, 0], [0, 0, 1, 1, 0, 0]]
    of = table(
        relations,
        [3, 57, 3, 4, 2, 3],
        [True, True, True, True, False, True],
        upper=np.array([np.inf] * 5 + [8.0]),
    )
    cells, least, most = np.array([0, 2, 4, 5]), np.ones(4), np.full(4, 10.0)
    assert failing(of, cells, least, most).tolist() == [False, True, True, True]
    most[3] = 8.0
    assert failing(of, cells, least, most).tolist() == [False, True, True, False]
    low = table(
        relations,
        [3, 57, 3, 4, 2, 3],
        [True, True, True, True, False, True],
        lower=np.array([2.0, 0, 0, 0, 0, 0]),
    )
    assert failing(low, cells, least, np.full(4, 7.0)).tolist() == [True, False, True, False]
    # two that cannot both go up at once may each go up alone
    both = table([[1, 1, 1]], [3, 3, 8], [True, True, True])
    assert failing(both, np.array([0, 1]), np.ones(2), np.full(2, 13.0)).tolist() == [False] * 2
    assert failing(both, np.array([0, 1]), np.ones(2), np.full(2, 15.0)).tolist() == [True] * 2
    claims = [
        CellClaim(both, np.array([0, 1]), np.ones(2), np.full(2, most)) for most in (13.0, 15.0)
    ]
    claims.insert(1, CellClaim(of, cells, least, most))
    found = [bad.tolist() for bad in unprotected(claims)]
    assert found == [[False, False], [False, True, True, False], [True, True]]
    assert unprotected([]) == []


def test_what_is_hidden_costs_nothing_and_what_is_fixed_does_not_move() -> None:
    of = table([[1, 1, 1, 0], [0, 0, 1, 1]], [3, 20, 30, 40], [True, False, True, True])
    cost, none = np.array([9.0, 1.0, 9.0, 9.0]), np.zeros(4, dtype=bool)
    assert least_change(of, 0, 7.0, cost, none).tolist() == []  # by the third, and the fourth by it
    shown = table([[1, 1, 1, 0], [0, 0, 1, 1]], [3, 20, 30, 40], [True, False, False, False])
    assert least_change(shown, 0, 7.0, cost, none).tolist() == [1]
    fixed = np.array([False, True, False, False])
    assert least_change(shown, 0, 7.0, cost, fixed).tolist() == [2, 3]
    limit = table([[1, 1]], [3, 20], [True, False], upper=np.array([np.inf, 22.0]))
    assert least_change(limit, 0, -2.0, np.ones(2), np.zeros(2, dtype=bool)).tolist() == [1]
    assert least_change(limit, 0, -3.0, np.ones(2), np.zeros(2, dtype=bool)) is None
    floor = table([[1, 1]], [3, 20], [True, False], lower=np.array([0.0, 15.0]))
    assert least_change(floor, 0, 5.0, np.ones(2), np.zeros(2, dtype=bool)).tolist() == [1]
    assert least_change(floor, 0, 6.0, np.ones(2), np.zeros(2, dtype=bool)) is None


def attacked(given: Given, of: Survey) -> int:
    frame, counts = figures(given, of)
    return audit(disclose(frame, of, counts.n_cell), counts, of).attacked


def test_what_is_attacked_is_what_the_rules_withhold() -> None:
    of = survey(sensitive=True)
    total = ("total", "total")
    assert attacked({total: {"y": 4, "n": 300, "k": 60}}, of) == 1
    assert attacked({total: {"y": 5, "n": 300, "k": 60}}, of) == 0
    assert attacked({total: {"y": 1, "n": 300, "k": 0}}, of) == 1
    assert attacked({total: {"y": 0, "n": 300, "k": 60}}, of) == 0
    assert attacked({total: {"y": 4, "n": 300, "k": 60}}, survey()) == 0
    # a group of nine is one, and each of the two answers that somebody gave; of ten, none
    nine, ten = {"y": 6, "n": 3, "k": 0}, {"y": 6, "n": 4, "k": 0}
    assert attacked(by_sex(x=nine), survey()) == 3
    assert attacked(by_sex(x=ten), survey()) == 0
    net = Net(id="sure", label=TEXT, codes=("y", "n"))
    assert attacked({total: {"y": 2, "n": 2, "k": 60}}, survey(sensitive=True, nets=(net,))) == 3
    every = Net(id="all", label=TEXT, codes=("y", "n", "k"))
    assert attacked({total: {"y": 2, "n": 1, "k": 1}}, survey(sensitive=True, nets=(every,))) == 4


def test_the_answers_that_a_group_can_have_given() -> None:
    own = Breakdown(id="own", label=TEXT, question="q")
    of = survey(breakdowns=(own, Breakdown(id="sex", label=TEXT, question="sex")))
    structure, question = Structure(of), of.question("q")
    assert structure.own_codes(question, ("own", "y")) == ("y",)
    assert structure.own_codes(question, ("sex*own", "F*n")) == ("n",)
    assert structure.own_codes(question, ("own", "nobody")) == ()
    assert structure.own_codes(question, ("sex", "F")) is None
    assert structure.own_codes(question, ("total", "total")) is None
    assert structure.own_codes(of.question("sex"), ("sex", "F")) == ("F",)
    units = (("total", "total"), ("sex", "F"), ("sex", "M"), ("sex*own", "F*y"), ("sex*own", "M*y"))
    assert sums_of(of, units) == [
        UnionGroup(0, (1, 2), True),
        UnionGroup(0, (3, 4), True),
        UnionGroup(1, (3,), True),
        UnionGroup(2, (4,), True),
    ]
    assert structure.sums(units) is structure.sums(units)
    assert list(codes_of(of, ("sex*own", "F*y"))) == [
        ("sex", ("own", "y"), ("F",)),
        ("q", ("sex", "F"), ("y",)),
    ]
    assert list(codes_of(of, ("total", "total"))) == []


def test_ranges_lie_within_ranges() -> None:
    def ages(name: str, **groups: tuple[float | None, float | None]) -> Breakdown:
        made = tuple(Group(id=g, label=TEXT, min=a, max=b) for g, (a, b) in groups.items())
        return Breakdown(id=name, label=TEXT, question="age", groups=made)

    fine = ages("fine", a=(18, 24), b=(25, 39), c=(40, None))
    coarse = ages("coarse", young=(None, 39), old=(40, None), odd=(20, 39))
    of = survey(breakdowns=(fine, coarse, Breakdown(id="sex", label=TEXT, question="sex")))
    units = (
        ("fine", "a"),
        ("fine", "b"),
        ("fine", "c"),
        ("coarse", "young"),
        ("coarse", "old"),
        ("coarse", "odd"),
        ("sex", "F"),
    )
    assert sums_of(of, units) == [
        UnionGroup(3, (0, 1)),
        UnionGroup(4, (2,)),
        UnionGroup(5, (1,), leaves_out=True),
        UnionGroup(2, (4,)),
    ]


def test_codes_lie_within_codes() -> None:
    def sexes(name: str, **groups: str) -> Breakdown:
        made = tuple(Group(id=g, label=TEXT, codes=tuple(c)) for g, c in groups.items())
        return Breakdown(id=name, label=TEXT, question="sex", groups=made)

    of = survey(breakdowns=(sexes("fine", f="F", x="X"), sexes("coarse", fx="FX", m="M")))
    units = (("fine", "f"), ("fine", "x"), ("coarse", "fx"), ("coarse", "m"))
    assert sums_of(of, units) == [UnionGroup(2, (0, 1))]


def routed_figures(
    given: Given, of: Survey, asked: dict[tuple[str, str], int]
) -> tuple[pd.DataFrame, Counts]:
    """Add a second question, of which only the bases matter."""
    frame, counts = figures(given, of)
    rows = frame[frame["response"] == "y"].assign(question="then", estimate=0.4)
    bases = np.array([asked[u] for u in zip(rows["breakdown"], rows["group"], strict=True)])
    frame = pd.concat([frame, rows.assign(n_base=bases)], ignore_index=True)
    return frame, Counts(
        np.concatenate([counts.n_base, bases]), np.concatenate([counts.n_cell, bases * 0.4])
    )


def with_next(of: Survey, base: Condition) -> Survey:
    then = Question(
        id="then",
        label=TEXT,
        wording={"fr": "a"},
        base=base,
        scale=Scale(codes={"y": {"fr": "oui"}, "n": {"fr": "non"}}),
    )
    return of.model_copy(update={"questions": {**of.questions, "then": then}})


@pytest.mark.parametrize(
    "base",
    [
        Condition(question="q", codes=("y",)),
        Condition(
            all=(
                Condition(question="sex", codes=("F", "M", "X")),
                Condition(question="q", codes=("y",)),
            )
        ),
    ],
)
def test_the_base_of_the_next_question_tells_who_said_yes(base: Condition) -> None:
    of = with_next(survey(sensitive=True), base)
    f, m, x = {"y": 40, "n": 3, "k": 60}, {"y": 50, "n": 9, "k": 70}, {"y": 30, "n": 8, "k": 20}
    given = by_sex(f, m, x)
    asked = {unit: answers["y"] for unit, answers in given.items()}
    frame, counts = routed_figures(given, of, asked)
    shown = disclose(frame, of, counts.n_cell)
    # “no” of F is withheld, with “yes” as company, and both of X: the rectangle that would do
    key = list(zip(frame["question"], frame["group"], frame["response"], strict=True))
    four = {("q", g, r) for g in "FX" for r in "yn"}
    rows = np.array([k in four for k in key])
    out = withhold_confidential(shown, rows)
    assert [e.question for e in audit(out, counts, of).exposed] == ["q"]
    # had nobody been asked more, the same would hold
    alone = survey(sensitive=True)
    first = (frame["question"] == "q").to_numpy()
    few = Counts(counts.n_base[first], counts.n_cell[first])
    assert not audit(out[first].reset_index(drop=True), few, alone).exposed
    # protected, another answer is the company: the next question tells nothing of it
    out = withhold_confidential(shown, protect(shown, counts, of))
    assert not audit(out, counts, of).exposed
    hidden = {k for k, flag in zip(key, out["flag"], strict=True) if flag == "x"}
    assert ("q", "F", "k") in hidden


def test_people_who_did_not_answer_the_next_question_blur_what_it_tells() -> None:
    of = with_next(survey(sensitive=True), Condition(question="q", codes=("y",)))
    given = by_sex(
        {"y": 40, "n": 3, "k": 60}, {"y": 50, "n": 9, "k": 70}, {"y": 30, "n": 8, "k": 20}
    )
    four = {("q", g, r) for g in "FX" for r in "yn"}
    for silent, told in ((0, True), (2, True), (40, False)):
        asked = {unit: answers["y"] for unit, answers in given.items()}
        for unit in (("sex", "F"), ("total", "total")):
            asked[unit] -= silent
        asked["sex", "X"] -= silent // 2
        asked["total", "total"] -= silent // 2
        frame, counts = routed_figures(given, of, asked)
        key = zip(frame["question"], frame["group"], frame["response"], strict=True)
        out = disclose(frame, of, counts.n_cell)
        out = withhold_confidential(out, np.array([k in four for k in key]))
        assert bool(audit(out, counts, of).exposed) is told, silent


def test_a_group_that_the_definition_leaves_out_is_protected_too() -> None:
    """Total less women less men tells of the others, who are seven."""
    two = Breakdown(
        id="sex",
        label=TEXT,
        question="sex",
        groups=(Group(id="F", label=TEXT, codes=("F",)), Group(id="M", label=TEXT, codes=("M",))),
    )
    given = by_sex()
    del given["sex", "X"]
    of = survey(breakdowns=(two,))
    assert exposed(given, of) == {"sex"}
    assert {g for g, _ in withheld(given, of)} == {"F"}
    ten = {**given, ("total", "total"): whole(F, M, {"y": 5, "n": 4, "k": 1})}
    assert exposed(ten, of) == set()
    assert withheld(ten, of) == set()
    nobody = {**given, ("total", "total"): whole(F, M)}
    assert withheld(nobody, of) == set()
    # seven who did not say their sex are no group that anybody knows
    every = survey(
        breakdowns=(
            Breakdown(
                id="sex",
                label=TEXT,
                question="sex",
                groups=(*two.groups, Group(id="X", label=TEXT, codes=("X",))),
            ),
        )
    )
    given["sex", "X"] = {"y": 0, "n": 0, "k": 0}
    assert withheld(given, every) == set()


def ages(name: str, **groups: tuple[float | None, float | None]) -> Breakdown:
    made = tuple(Group(id=g, label=TEXT, min=a, max=b) for g, (a, b) in groups.items())
    return Breakdown(id=name, label=TEXT, question="age", groups=made)


def test_two_breakdowns_that_differ_by_a_few_people_are_not_both_shown() -> None:
    """Those of 18 to 34 less those of 18 to 29 are the seven of 30 to 34."""
    coarse = ages("coarse", young=(18, 34), old=(35, None))
    fine = ages("fine", young=(18, 29), old=(30, None))
    of = survey(breakdowns=(coarse, fine))
    given: Given = {
        ("total", "total"): whole(F, M, X), ("coarse", "young"): whole(F, X), ("coarse", "old"): M,
        ("fine", "young"): F, ("fine", "old"): whole(M, X),
    }  # fmt: skip
    assert exposed(given, of) == {"fine", "coarse"}
    hidden = withheld(given, of)
    assert hidden
    assert len({g for g, _ in hidden}) < 4


def test_groups_of_an_earlier_release_are_subtracted_too() -> None:
    before = ages("before", young=(18, 34), old=(35, None))
    of = survey(breakdowns=(ages("now", young=(18, 29), old=(30, None)),))
    given: Given = {
        ("total", "total"): whole(F, M, X), ("now", "young"): F, ("now", "old"): whole(M, X),
    }  # fmt: skip
    frame, counts = figures(given, of)
    shown = disclose(frame, of, counts.n_cell)
    assert not audit(shown, counts, of).exposed
    sizes = {("before", "young"): 127.0, ("before", "old"): 133.0}
    others = OtherGroups((before,), {("1", "q"): sizes})
    assert {e.breakdown for e in audit(shown, counts, of, (), others).exposed} == {"now", "before"}
    out = withhold_confidential(shown, protect(shown, counts, of, (), others))
    assert not audit(out, counts, of, (), others).exposed
    assert set(out.loc[out["flag"] == "x", "breakdown"]) == {"now"}
    far = OtherGroups((before,), {("1", "q"): {("before", "young"): 131.0}})  # eleven people
    assert not audit(shown, counts, of, (), far).exposed


def test_what_is_covered_by_groups() -> None:
    def covers(groups: Breakdown, span: tuple[float, float] | None = None) -> bool:
        age = Question(id="age", label=TEXT, wording={"fr": "a"}, type="number", range=span)
        made = survey(breakdowns=(groups,))
        made = made.model_copy(update={"questions": {**made.questions, "age": age}})
        units = [("total", "total"), *((groups.id, g.id) for g in groups.groups)]
        (found,) = sums_of(made, units)
        return not found.leaves_out

    assert covers(ages("a", young=(18, 34), old=(35, None)), (18, 110))
    assert covers(ages("a", young=(18, 34), old=(35, 110)), (18, 110))
    assert not covers(ages("a", young=(18, 34), old=(35, 64)), (18, 110))
    assert not covers(ages("a", young=(25, 34), old=(35, None)), (18, 110))
    assert not covers(ages("a", young=(18, 34), old=(36, None)), (18, 110))
    assert covers(ages("a", young=(18, 40), old=(35, None)))
    assert covers(ages("a", young=(None, 34), old=(35, 64)))  # no end is declared
