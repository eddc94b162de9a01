"""Tables that share a variable, attacked as one: what a reader may do with the pages side by side.

The attacker here knows the printed figures and the questionnaire, and nothing of padai: its unknowns
are the people of each combination of the variables' codes, its equations the shares and bases.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping

import numpy as np
import pandas as pd
import pytest
from scipy.optimize import linprog

import padai
from padai.errors import PublicationError
from padai.pipeline.parts.confidential import Public, shown_of
from padai.survey import Breakdown, Condition, Question, Scale, Survey
from padai.survey.policies import Group
from padai.waves import Wave
from tests.tiny import TEXT, tiny_survey

NARROW = 0.0021
"""A share that is known to less than two tenths of a point and a bit."""


def question(name: str, codes: str, **more: object) -> Question:
    scale = Scale(codes={f"{name}{c}": {"fr": "a"} for c in codes})
    return Question(id=name, label=TEXT, wording={"fr": "a"}, scale=scale, **more)


def survey(*asked: Question, by: Mapping[str, str], leave_out: str = "") -> Survey:
    """A survey of one wave; `by` names each breakdown and the question that it is made from."""
    questions = {q.id: q for q in asked}
    made = []
    for name, source in by.items():
        codes = [c for c in questions[source].codes if c != leave_out]
        groups = tuple(Group(id=c, label=TEXT, codes=(c,)) for c in codes)
        made.append(Breakdown(id=name, label=TEXT, question=source, groups=groups))
    return tiny_survey(
        questions.values(),
        breakdowns=tuple(made),
    )


def wave_of(of: Survey, frame: pd.DataFrame, weights: np.ndarray | None = None) -> Wave:
    if weights is None:
        return Wave(frame, padai.Design(), survey=of, id="1")
    return Wave(frame.assign(w=weights), padai.Design(weight="w"), survey=of, id="1")


def disclosed(of: Survey, wave: Wave, *, linked: bool, by: list[str] | None = None) -> pd.DataFrame:
    """Return what would go out; without `linked`, each question is protected by itself."""
    questions = [q.id for q in of.questions.values() if not q.tags and q.type != "number"]
    found = padai.banner(wave, questions, by=by or [b.id for b in of.breakdowns])
    return shown_of(of, "main", [found], None, [wave] if linked else ())


class Attacker:
    """Whoever reads the figures of some questions and breakdowns as sums over one joint table."""

    def __init__(self, frame: pd.DataFrame, sizes: Mapping[str, list[str]], weighted: bool) -> None:
        self.names = list(sizes)
        self.codes = {name: [*codes, ""] for name, codes in sizes.items()}  # "": no answer
        self.shape = tuple(len(self.codes[name]) for name in self.names)
        self.rows: list[np.ndarray] = []
        self.values: list[float] = []
        told = frame[frame["question"].isin(self.names)]
        for row in told.itertuples():
            if row.breakdown != "total" and row.breakdown not in self.names:
                continue
            inside = self.members({row.question: row.response}, row)
            base = self.members({}, row) * self.answered(row.question)
            if not weighted and pd.notna(row.n_base):
                self.known(base, float(row.n_base))
            if pd.notna(row.estimate):
                self.known(inside - row.estimate * base, 0.0)
        everybody = np.ones(self.shape)
        self.known(everybody, float(frame.attrs["n"]))

    def known(self, sums: np.ndarray, value: float) -> None:
        self.rows.append(sums.ravel())
        self.values.append(value)

    def answered(self, name: str) -> np.ndarray:
        return 1.0 - self.one(name, "")

    def one(self, name: str, code: str) -> np.ndarray:
        axis = self.names.index(name)
        wanted = np.array([float(c == code) for c in self.codes[name]])
        shape = [1] * len(self.names)
        shape[axis] = len(wanted)
        return np.broadcast_to(wanted.reshape(shape), self.shape).astype(float)

    def members(self, cell: Mapping[str, str], row: object) -> np.ndarray:
        out = np.ones(self.shape)
        for name, code in cell.items():
            out = out * self.one(name, code)
        if row.breakdown != "total":  # type: ignore[attr-defined]
            out = out * self.one(row.breakdown, row.group)  # type: ignore[attr-defined]
        return out

    def ends(self, cell: Mapping[str, str]) -> tuple[float, float]:
        """Return the least and the most that a cell can be."""
        target = np.ones(self.shape)
        for name, code in cell.items():
            target = target * self.one(name, code)
        found = []
        for sign in (1.0, -1.0):
            made = linprog(
                sign * target.ravel(),
                A_eq=np.array(self.rows),
                b_eq=np.array(self.values),
                bounds=(0, None),
                method="highs",
            )
            assert made.status == 0, made.message
            found.append(sign * made.fun)
        return found[0], found[1]


def attacked(
    out: pd.DataFrame, of: Survey, names: list[str], weighted: bool = False
) -> Iterator[tuple[pd.Series, float, float]]:
    """Yield each withheld cell of some variables with what the attacker says of it."""
    sizes = {name: list(of.question(name).codes) for name in names}
    attacker = Attacker(out, sizes, weighted)
    hidden = out[(out["flag"] == "x") & out["question"].isin(names)]
    for _, row in hidden.iterrows():
        if row["breakdown"] in names and row["breakdown"] != row["question"]:
            cell = {row["question"]: row["response"], row["breakdown"]: row["group"]}
            yield row, *attacker.ends(cell)


# --- a sensitive question that divides the others ---------------------------------------------


def town(seed: int = 0) -> tuple[Survey, pd.DataFrame]:
    """420 people, unweighted; health is sensitive, and divides every table."""
    rng = np.random.default_rng(seed)
    health = question("health", "nsv", sensitive=True)
    district = question("district", "12345678")
    trust = question("trust", "1234")
    of = survey(health, district, trust, by={"health": "health", "district": "district"})
    n = 420
    where = rng.choice(8, n, p=[0.22, 0.2, 0.14, 0.12, 0.1, 0.09, 0.07, 0.06])
    ill = np.where(rng.random(n) < 0.1, 2, np.where(rng.random(n) < 0.25, 1, 0))
    said = rng.choice(4, n, p=[0.2, 0.4, 0.3, 0.1])
    frame = pd.DataFrame(
        {
            "health": np.array(["healthn", "healths", "healthv"])[ill],
            "district": [f"district{k + 1}" for k in where],
            "trust": [f"trust{k + 1}" for k in said],
        }
    )
    return of, frame


def breaches(out: pd.DataFrame, of: Survey, frame: pd.DataFrame) -> list[object]:
    """Return the rare answers of which a reader can say that they are more than 1, or under 5."""
    out.attrs["n"] = len(frame)
    truth = frame.value_counts(["health", "district"])
    found = []
    for row, low, high in attacked(out, of, ["health", "district"]):
        pair = {row["question"]: row["response"], row["breakdown"]: row["group"]}
        count = truth.get((pair["health"], pair["district"]), 0)
        if 0 < count < 5 and (low > 1 + 1e-6 or high < 5 - 1e-6):
            found.append((pair, count, low, high))
    return found


def one_way_round(of: Survey, wave: Wave) -> pd.DataFrame:
    """Return the figures where only "health by district" is withheld, and not the other way."""
    out = disclosed(of, wave, linked=False)
    told = padai.banner(wave, ["health", "district", "trust"], by=["health", "district"]).frame
    other = (out["question"] == "district") & (out["breakdown"] == "health")
    large = other & (told["n_base"].astype(float) >= 30).to_numpy()
    out.loc[large, ["estimate", "n_base"]] = told.loc[large.to_numpy(), ["estimate", "n_base"]]
    return out


def test_the_attack_is_able() -> None:
    """Where one table of two is withheld, the other tells its cells as whole numbers."""
    found = []
    for seed in range(8):
        of, frame = town(seed)
        found += breaches(one_way_round(of, wave_of(of, frame)), of, frame)
    assert len(found) >= 10
    assert sum(high - low < 0.5 for _, _, low, high in found) >= 10


@pytest.mark.parametrize("seed", range(8))
def test_a_table_read_the_other_way_round_tells_nothing(seed: int) -> None:
    of, frame = town(seed)
    assert breaches(disclosed(of, wave_of(of, frame), linked=True), of, frame) == []


@pytest.mark.parametrize("seed", range(3))
def test_nor_does_a_third_table_that_shares_both_variables(seed: int) -> None:
    of, frame = town(seed)
    out = disclosed(of, wave_of(of, frame), linked=True)
    out.attrs["n"] = len(frame)
    names = ["trust", "health", "district"]
    for one, other in itertools.permutations(names, 2):
        truth = frame.value_counts([one, other])
        sensitive = "health" in (one, other)
        for row, low, high in attacked(out, of, names):
            if (row["question"], row["breakdown"]) != (one, other):
                continue
            count = truth.get((row["response"], row["group"]), 0)
            if sensitive and 0 < count < 5:
                most = 5 if one == "health" else min(5, (frame[one] == row["response"]).sum())
                assert low <= 1 + 1e-6, (row["response"], row["group"], low, high)
                assert high >= most - 1e-6, (row["response"], row["group"], low, high)


def test_a_breakdown_made_from_a_sensitive_question_is_sensitive() -> None:
    """Two of the people who are ill answered “4”: no page may say so."""
    of, frame = town(1)
    out = disclosed(of, wave_of(of, frame), linked=True)
    counts = frame.value_counts(["trust", "health"])
    mine = out[(out["question"] == "trust") & (out["breakdown"] == "health")]
    few = mine[
        [
            0 < counts.get((r, g), 0) < 5
            for r, g in zip(mine["response"], mine["group"], strict=True)
        ]
    ]
    assert len(few)
    assert set(few["flag"]) == {"x"}
    assert set(few["reason"]) == {"confidential"}


# --- weighted shares: X = F/p - F - M ---------------------------------------------------------


def province(seed: int = 1) -> tuple[Survey, pd.DataFrame, np.ndarray]:
    """2,000 people with weights, a rare third gender and eight regions."""
    rng = np.random.default_rng(seed)
    gender = question("gender", "FMX", sensitive=True)
    region = question("region", "12345678")
    trust = question("trust", "123")
    of = survey(
        gender, region, trust, by={"gender": "gender", "region": "region"}, leave_out="genderX"
    )
    n = 2000
    codes = rng.choice(3, n, p=[0.5, 0.49, 0.01])
    frame = pd.DataFrame(
        {
            "gender": np.array(["genderF", "genderM", "genderX"])[codes],
            "region": [f"region{k + 1}" for k in rng.integers(0, 8, n)],
            "trust": [f"trust{k + 1}" for k in rng.integers(0, 3, n)],
        }
    )
    return of, frame, rng.uniform(0.3, 3.0, n)


def share_of_x(out: pd.DataFrame, region: str) -> float:
    """Work out the share of X in a region from the printed shares, by two divisions."""
    keys = ["question", "response", "breakdown", "group"]
    told = out.set_index(keys)["estimate"]
    whole = {g: told["gender", f"gender{g}", "total", "total"] for g in "FM"}
    here = {g: told["region", region, "gender", f"gender{g}"] * whole[g] for g in "FM"}
    shown = {g: told["gender", f"gender{g}", "region", region] for g in "FM"}
    known = [g for g in "FM" if pd.notna(shown[g])]
    in_all = here[known[0]] / shown[known[0]] if known else told["region", region, "total", "total"]
    return float((in_all - here["F"] - here["M"]) / in_all)


def test_dividing_shares_by_shares_gives_a_withheld_share_no_more() -> None:
    of, frame, weights = province()
    wave = wave_of(of, frame, weights)
    truth = {}
    for name, part in frame.assign(w=weights).groupby("region"):
        truth[name] = part.loc[part["gender"] == "genderX", "w"].sum() / part["w"].sum()
    counts = frame.value_counts(["gender", "region"])
    few = [r for r in truth if 0 < counts.get(("genderX", r), 0) < 5]
    assert few
    alone = disclosed(of, wave, linked=False)
    found = {r: share_of_x(alone, r) for r in few}
    assert max(abs(found[r] - truth[r]) for r in few) < 1e-9  # each to the last digit
    out = disclosed(of, wave, linked=True)
    assert all(np.isnan(share_of_x(out, r)) for r in few)
    out.attrs["n"] = weights.sum()
    for row, low, high in attacked(out, of, ["gender", "region"], weighted=True):
        pair = {row["question"]: row["response"], row["breakdown"]: row["group"]}
        if pair["gender"] == "genderX" and pair["region"] in few:
            base = weights[(frame["region"] == pair["region"]).to_numpy()].sum()
            assert (high - low) / base > NARROW, (pair, low, high)


# --- other things that two tables tell --------------------------------------------------------


def test_the_halves_of_a_ballot_do_not_tell_the_size_of_a_group() -> None:
    """Nineteen of a group in all and eleven in one half are eight in the other."""
    rng = np.random.default_rng(3)
    n = 600
    form = question("form", "AB", tags=("administrative",))
    halves = [
        question(f"half{h}", "12", base=Condition(question="form", codes=(f"form{h}",)))
        for h in "AB"
    ]
    of = survey(
        form, question("group", "123"), question("all", "12"), *halves, by={"group": "group"}
    )
    group = np.repeat(["group1", "group2", "group3"], [300, 281, 19])
    ballot = np.where(rng.random(n) < 0.5, "formA", "formB")
    ballot[-19:] = ["formA"] * 8 + ["formB"] * 11
    said = {
        f"half{h}": np.where(
            ballot == f"form{h}", np.where(rng.random(n) < 0.5, f"half{h}1", f"half{h}2"), None
        )
        for h in "AB"
    }
    frame = pd.DataFrame(
        {
            "form": ballot,
            "group": group,
            **said,
            "all": np.where(rng.random(n) < 0.5, "all1", "all2"),
        }
    )
    out = disclosed(of, wave_of(of, frame), linked=True)
    bases = out[out["breakdown"] == "group"].set_index(["question", "group"])["n_base"]
    assert bases["all", "group3"].eq(19).all()
    assert bases["halfA", "group3"].isna().all()
    assert bases["halfB", "group3"].isna().all()  # 19 - 11 = 8
    others = [g for g in ("group1", "group2") if bases["halfA", g].isna().all()]
    assert others
    assert all(bases["halfB", g].isna().all() for g in others)


def test_a_group_too_small_to_be_told_of_is_not_told_by_its_question() -> None:
    """Seven people live in district 5: neither its rows nor the question on districts say so."""
    of, frame = town(5)
    small = np.flatnonzero(frame["district"] == "district5")[7:]
    frame.loc[small, "district"] = "district1"
    out = disclosed(of, wave_of(of, frame), linked=True)
    rows = out[(out["question"] == "district") & (out["response"] == "district5")]
    assert set(rows.loc[rows["breakdown"] == "total", "flag"]) == {"x"}
    assert (
        rows["estimate"].isna().all() or (rows.loc[rows["estimate"].notna(), "estimate"] == 0).all()
    )
    out.attrs["n"] = len(frame)
    names = ["health", "district"]
    attacker = Attacker(out, {n: list(of.question(n).codes) for n in names}, False)
    low, high = attacker.ends({"district": "district5"})
    assert low <= 1 + 1e-6 and high >= 10 - 1e-6


def test_what_no_example_protects_stops_the_release() -> None:
    """An earlier version shows what would have to be withheld: named, never published."""
    of, frame = town()
    wave = wave_of(of, frame)
    found = padai.banner(wave, ["health", "district", "trust"], by=["health", "district"])
    columns = ["wave", "question", "response", "breakdown", "group"]
    given = found.frame[columns].astype(str).assign(part="main")
    given["n_base"], given["told"] = found.frame["n_base"].astype(str), True
    given = given[~((given["question"] == "health") & (given["breakdown"] == "district"))]
    with pytest.raises(PublicationError, match=r"district, by health|health, by district"):
        shown_of(of, "main", [found], Public(given), [wave])


def test_figures_that_contradict_their_people_stop_the_release() -> None:
    of, frame = town()
    found = padai.banner(
        wave_of(of, frame), ["health", "district", "trust"], by=["health", "district"]
    )
    others = frame.assign(health=np.roll(frame["health"].to_numpy(), 7))
    with pytest.raises(PublicationError, match="contradict the respondents") as caught:
        shown_of(of, "main", [found], None, [wave_of(of, others)])
    assert "tiny, 1" in str(caught.value)
    assert "health" in str(caught.value)


def test_a_table_that_is_too_large_stops_the_release(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("padai.disclosure.linked._LARGEST", 5)
    of, frame = town()
    with pytest.raises(PublicationError, match="too many cells"):
        disclosed(of, wave_of(of, frame), linked=True)


def test_a_programme_that_does_not_end_certifies_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    from scipy.optimize import OptimizeResult

    from padai.numerics.suppression_examples import Layers, exchanged

    table = Layers(np.full((2, 2, 1), 3.0), np.full((2, 2, 1), 3.0), (0.5, 2.0))
    assert exchanged(table, [((0, 0), (1, 1))], 2) == 2
    ended = OptimizeResult(status=1, fun=-2.0, x=None)  # out of time
    monkeypatch.setattr("scipy.optimize.milp", lambda *args, **named: ended)
    assert exchanged(table, [((0, 0), (1, 1))], 2) == 0


def test_a_question_divided_by_its_own_answers_tells_nothing() -> None:
    """All who are very ill answered so: that is what makes them a group."""
    of, frame = town(0)
    very = (frame["health"] == "healthv").to_numpy()
    frame.loc[np.flatnonzero(very)[22:], "health"] = "healthn"
    out = disclosed(of, wave_of(of, frame), linked=True)
    own = out[(out["question"] == "health") & (out["breakdown"] == "health")]
    assert not (own["flag"] == "x").any()
    other = out[(out["question"] == "trust") & (out["group"] == "healthv")]
    assert other["estimate"].isna().all()  # 22 people


def test_that_nobody_of_a_group_under_thirty_gave_an_answer_is_not_told() -> None:
    """Fourteen live in district 8, none of them very ill; the two other answers must not say so."""
    of, frame = town(0)
    away = np.flatnonzero(frame["district"] == "district8")[14:]
    frame.loc[away, "district"] = "district1"
    frame.loc[frame["district"] == "district8", "health"] = ["healthn"] * 8 + ["healths"] * 6
    out = disclosed(of, wave_of(of, frame), linked=True)
    out.attrs["n"] = len(frame)
    names = ["health", "district"]
    attacker = Attacker(out, {n: list(of.question(n).codes) for n in names}, False)
    low, high = attacker.ends({"health": "healthv", "district": "district8"})
    assert low <= 1e-6
    assert high >= 5 - 1e-6


def hamlet() -> tuple[Survey, pd.DataFrame]:
    """Three districts, and seven people in a fourth, none of whom is very ill."""
    health, district = question("health", "nsv", sensitive=True), question("district", "1234")
    of = survey(
        health, district, question("trust", "12"), by={"health": "health", "district": "district"}
    )
    counts = {"1": (60, 40, 30), "2": (60, 40, 20), "3": (50, 30, 20), "4": (4, 3, 0)}
    rows = [
        (f"health{h}", f"district{d}")
        for d, of_health in counts.items()
        for h, n in zip("nsv", of_health, strict=True)
        for _ in range(n)
    ]
    frame = pd.DataFrame(rows, columns=["health", "district"])
    return of, frame.assign(trust=[f"trust{1 + k % 2}" for k in range(len(frame))])


def test_that_nobody_of_a_withheld_group_gave_an_answer_is_not_told_from_the_other_side() -> None:
    """Of 70 who are very ill 0.0% live in district 4: that would tell of its seven people."""
    of, frame = hamlet()
    out = disclosed(of, wave_of(of, frame), linked=True)
    told = out[(out["question"] == "district") & (out["group"] == "healthv")]
    assert told.loc[told["response"] == "district4", "flag"].tolist() == ["x"]
    assert told["estimate"].notna().any()
    out.attrs["n"] = len(frame)
    names = ["health", "district"]
    attacker = Attacker(out, {n: list(of.question(n).codes) for n in names}, False)
    low, high = attacker.ends({"health": "healthv", "district": "district4"})
    assert low <= 1e-6 and high >= 5 - 1e-6
