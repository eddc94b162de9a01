"""The base of a routed question is how many gave the answer that led to it: one cell, not two."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

import padai
from padai.disclosure.groups import leads_of
from padai.disclosure.joint import Joint
from padai.pipeline.parts.records import records_of
from padai.survey import Condition, Survey
from tests.joint_worlds import Small, not_enough, small_world
from tests.spec.test_joint_tables import TEXT, question, survey, wave_of

STOPPED = (0, 22, 26, 43)
"""Worlds whose release was stopped: company was chosen that the routed base gave back."""
GIVEN_BACK = (6, 20)
"""Worlds in which a base gave back an answer that was withheld, and none that is protected."""


def given_back(of: Small, lead: str) -> list[tuple[str, str]]:
    """Return the groups in which a routed base tells an answer that is withheld."""
    out = of.out
    assert out is not None
    based = out[(out["question"] == "why") & out["n_base"].notna()]
    told = set(based[["breakdown", "group"]].itertuples(index=False, name=None))
    dark = out[(out["question"] == lead) & (out["response"] == f"{lead}1") & (out["flag"] == "x")]
    groups = dark[["breakdown", "group"]].itertuples(index=False, name=None)
    return [group for group in groups if group in told]


@pytest.mark.parametrize("seed", [*STOPPED, *GIVEN_BACK, 1, 2, 3])
def test_a_routed_base_gives_no_withheld_answer_back(seed: int) -> None:
    of = small_world(seed, "health")
    assert of.out is not None, "the release was stopped"
    assert (of.out["flag"] == "x").any()
    assert given_back(of, "health") == []


def test_routed_worlds_put_together_whole() -> None:
    looked = told = 0
    for lead in ("health", "trust"):
        for seed in range(4):
            found = not_enough(small_world(seed, lead))
            looked, told = looked + found[0], told + found[1]
    assert looked >= 20
    assert told == 0


# --- as sums of the joint table ------------------------------------------------------------------


def asked_further(base: Condition, *more: tuple[str, Condition]) -> Survey:
    routed = [question(name, "12", base=of, base_label=TEXT) for name, of in (("why", base), *more)]
    return survey(question("use", "123"), question("place", "12"), *routed, by={"place": "place"})


def people_of(of: Survey, n: int = 120) -> pd.DataFrame:
    rng = np.random.default_rng(4)
    frame = pd.DataFrame(
        {
            name: [f"{name}{k}" for k in rng.integers(1, len(of.question(name).codes) + 1, n)]
            for name in of.questions
        }
    )
    frame.loc[~frame["use"].isin(["use1", "use2"]), "why"] = np.nan
    frame.loc[:2, "why"] = np.nan  # asked, and silent
    if "more" in frame:
        frame.loc[frame["why"] != "why1", "more"] = np.nan
    return frame


def joint_of(of: Survey, frame: pd.DataFrame) -> tuple[Joint, pd.DataFrame]:
    wave = wave_of(of, frame)
    found = padai.banner(wave, list(of.questions), by=["place"]).frame.astype({"group": str})
    keys = [
        found[name].astype(str).to_numpy(object)
        for name in ("question", "response", "breakdown", "group")
    ]
    records = records_of(wave, list(of.questions), ["place"])
    rows = np.arange(len(found), dtype=np.intp)
    return Joint(records, {"place": "place"}, *keys, rows, leads_of(of)), found


LED = Condition(question="use", codes=("use1", "use2"))


@pytest.mark.parametrize("chained", [False, True])
def test_every_routed_base_is_a_sum_over_what_led_to_it(chained: bool) -> None:
    more = (("more", Condition(question="why", codes=("why1",))),) if chained else ()
    of = asked_further(LED, *more)
    frame = people_of(of)
    joint, found = joint_of(of, frame)
    use, place = joint.variable("use"), joint.variable("place")
    table = np.zeros((use.size, place.size))
    np.add.at(table, (use.code, place.code), 1)
    sums = joint.sums("use", "place")
    asked = found["question"].to_numpy(object)
    routed = [k for k, row in enumerate(sums.rows) if asked[row] in ("why", "more")]
    assert {str(asked[sums.rows[k]]) for k in routed} == {"why", *(["more"] if chained else [])}
    for k in routed:
        row = found.iloc[int(sums.rows[k])]
        assert sums.base[k]
        assert sums.first[k] @ table @ sums.second[k] == row["n_base"]
        here = frame["place"] == row["group"]
        assert row["n_base"] == (here & frame[row["question"]].notna()).sum()
    alone = joint.sums("use", "use")
    totals = [k for k, row in enumerate(alone.rows) if asked[row] == "why"]
    assert totals
    for k in totals:
        told = alone.first[k] @ np.bincount(use.code)
        assert told == found.iloc[int(alone.rows[k])]["n_base"]


def test_what_leads_to_a_question_is_followed_to_its_beginning() -> None:
    of = asked_further(LED, ("more", Condition(question="why", codes=("why1",))))
    assert leads_of(of) == {"why": ("use",), "more": ("why", "use")}
    both = Condition(all=(LED, Condition(any=(Condition(question="place", codes=("place1",)),))))
    assert leads_of(asked_further(both)) == {"why": ("use", "place")}


def test_rows_of_a_routed_question_are_known_by_both_pairs() -> None:
    of = asked_further(LED)
    joint, found = joint_of(of, people_of(of))
    rows = np.flatnonzero((found["question"] == "why") & (found["breakdown"] == "place"))
    assert joint.pairs_of(rows) == {("place", "why"), ("place", "use")}
    assert joint.bases("use", "place") == [("why", "place")]
    assert joint.bases("place", "use") == [("why", "place")]
    assert joint.bases("why", "place") == []
