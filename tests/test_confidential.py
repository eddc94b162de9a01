"""The gate between disclose and store, with what other releases still show."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import padai
from padai.errors import PublicationError
from padai.pipeline.parts.confidential import Public, public_figures, shown_of
from padai.pipeline.parts.facts import margins_table
from padai.pipeline.parts.preparation import Prepared
from padai.pipeline.tables.overall import told_of
from padai.project import Project
from padai.results import Estimates
from padai.store import COLUMNS, write_store
from padai.survey import Breakdown, Confidentiality, Survey
from padai.survey.policies import Group, Rounding
from padai.survey.releases import ReleaseRecord, Withdrawal
from padai.waves import Wave
from tests.spec.test_overall import series
from tests.spec.test_secondary import TEXT, F, M, X, ages, by_sex, figures, survey, whole

CODES = ("y", "n", "k")


def estimates(of: Survey) -> Estimates:
    frame, counts = figures(by_sex(), of)
    return Estimates(frame, survey=of, counts=counts.n_cell)


def figures_of(*groups: str, base: int = 120, total: int = 260) -> pd.DataFrame:
    """What another release shows: these groups, and the total."""
    rows = [("main", "1", "q", code, "sex", group, str(base)) for group in groups for code in CODES]
    rows += [("main", "1", "q", code, "total", "total", str(total)) for code in CODES]
    columns = ["part", "wave", "question", "response", "breakdown", "group", "n_base"]
    return pd.DataFrame(rows, columns=columns).assign(told=True)


def public(*groups: str, total: int = 260, **changed: object) -> Public:
    return Public(figures_of(*groups, total=total).assign(**changed))


def hidden(frame: pd.DataFrame) -> set[str]:
    return set(frame.loc[frame["flag"] == "x", "group"])


def test_the_company_of_a_small_group() -> None:
    of = survey()
    assert hidden(shown_of(of, "main", [estimates(of)])) == {"X", "F"}
    assert hidden(shown_of(of, "main", [estimates(of)], Public(figures_of().iloc[:0]))) == {
        "X",
        "F",
    }


def test_company_that_another_release_shows_is_none() -> None:
    of = survey()
    assert hidden(shown_of(of, "main", [estimates(of)], public("F"))) == {"X", "M"}
    elsewhere = public("F", part="phone")  # other people
    assert hidden(shown_of(of, "main", [estimates(of)], elsewhere)) == {"X", "F"}
    earlier = public("F", wave="0")
    assert hidden(shown_of(of, "main", [estimates(of)], earlier)) == {"X", "F"}


def test_what_another_release_gave_away_stops_this_one() -> None:
    of = survey()
    with pytest.raises(PublicationError, match="1: q, by sex") as caught:
        shown_of(of, "main", [estimates(of)], public("F", "M"))
    assert "withdraw" in str(caught.value)


@pytest.mark.parametrize(
    ("total", "base", "same"),
    [
        (260, 120, True),
        (269, 120, True),
        (251, 110, True),
        (270, 110, False),
        (250, 130, False),
        (270, 120, True),  # ten more people, none of them in this group
    ],
)
def test_a_correction_of_few_people_tells_as_much_as_the_first_version(
    total: int, base: int, same: bool
) -> None:
    of = survey()
    given = Public(figures_of("F", base=base, total=total))
    assert hidden(shown_of(of, "main", [estimates(of)], given)) == {"X", "M" if same else "F"}


def test_what_is_withheld_is_decided_before_anything_is_rounded() -> None:
    of = survey().model_copy(
        update={"confidentiality": Confidentiality(rounding=Rounding(bases=7, decimals=2))}
    )
    out = shown_of(of, "main", [estimates(of)])
    assert hidden(out) == {"X", "F"}
    assert (out.loc[out["flag"] == "", "n_base"] % 7 != 0).any()  # the inside is exact


def record(version: int, status: str = "published", wave: str = "1") -> ReleaseRecord:
    gone = Withdrawal(kind="error", date=dt.date(2025, 2, 1), reason=TEXT)
    return ReleaseRecord(
        wave=wave,
        version=version,
        status=status,
        date=dt.date(2025, 1, 9),
        store="0" * 64,
        withdrawal=gone if status == "withdrawn" else None,
    )


def write(folder: Path, version: int, group: str) -> None:
    data = folder / "tiny" / "1" / f"v{version}" / "interne"
    data.mkdir(parents=True)
    frame = figures_of(group).drop(columns="told").assign(estimate="0.5", flag="")
    frame.loc[frame["response"] == "k", "estimate"] = ""
    frame.to_csv(data / "estimates.csv", index=False)
    frame.iloc[:2].to_csv(data / "trends.csv", index=False)


def test_the_figures_of_other_releases_are_read_where_they_are(tmp_path: Path) -> None:
    write(tmp_path / "releases", 1, "F")
    write(tmp_path / "kept", 2, "M")
    write(tmp_path / "releases", 3, "X")
    project = Project(root=tmp_path, archive_dir="kept")
    of = survey().model_copy(update={"releases": (record(1), record(2), record(3, "withdrawn"))})
    found = public_figures(of, project, "1", 4).figures
    assert set(found["group"]) == {"F", "M", "total"}
    assert set(found.loc[found["told"].astype(bool), "response"]) == {"y", "n"}
    assert set(found.loc[~found["told"].astype(bool), "response"]) == {"k"}  # no number, and a base
    assert len(found) == 9
    # a version that is made again takes the place of itself
    assert set(public_figures(of, project, "1", 1).figures["group"]) == {"M", "total"}
    assert len(public_figures(survey(), project, "1", 1).figures) == 0
    alone = Project(root=tmp_path)
    assert set(public_figures(of, alone, "1", 4).figures["group"]) == {"F", "total"}


def by_age(of: Survey, given: dict[tuple[str, str], dict[str, int]]) -> Estimates:
    frame, counts = figures(given, of)
    return Estimates(frame, survey=of, counts=counts.n_cell)


def test_a_release_with_other_age_groups_is_subtracted(tmp_path: Path) -> None:
    """An earlier version showed 18 to 34, this one 18 to 29: seven people are between."""
    then = survey(breakdowns=(ages("age", young=(18, 34), old=(35, None)),))
    now = survey(breakdowns=(ages("age", young=(18, 29), old=(30, None)),))
    first = {("total", "total"): whole(F, M, X), ("age", "young"): whole(F, X), ("age", "old"): M}
    data = tmp_path / "releases" / "tiny" / "1" / "v1" / "interne"
    shown = shown_of(then, "main", [by_age(then, first)])
    assert hidden(shown) == set()
    columns = {name: shown.assign(part="main") for name in ("estimates", "trends")}
    facts = {"release": {"version": 1, "status": "published"}}
    tables = {k: v.reindex(columns=COLUMNS[k]) for k, v in columns.items()}
    write_store(data, then, "1", tables, facts)
    second = {("total", "total"): whole(F, M, X), ("age", "young"): F, ("age", "old"): whole(M, X)}
    assert hidden(shown_of(now, "main", [by_age(now, second)])) == set()
    known = now.model_copy(update={"releases": (record(1),)})
    found = public_figures(known, Project(root=tmp_path), "1", 2)
    assert [b.id for b in found.breakdowns] == ["age (1/v1)"]
    assert set(found.figures["breakdown"]) == {"total", "age (1/v1)"}
    assert hidden(shown_of(now, "main", [by_age(now, second)], found)) == {"young", "old"}
    # a version that is made again, or whose groups are the same, adds nothing
    assert public_figures(known, Project(root=tmp_path), "1", 1).breakdowns == ()
    same = then.model_copy(update={"releases": (record(1),)})
    assert public_figures(same, Project(root=tmp_path), "1", 2).breakdowns == ()


def test_a_slope_tells_no_wave_that_is_withheld() -> None:
    """The slope and the other waves would give the one that is left."""
    trend = series([0.40, 0.45, 0.60])
    shown = trend.frame.assign(n_base=trend.frame["n_base"].astype("Int64"))
    assert told_of(trend, shown)["estimate"].notna().any()
    gone = (shown["wave"] == "w1") & (shown["group"] == "F")
    for lost in (pd.NA, 12):  # confidential, or under the minimum base
        held = shown.copy()
        held.loc[gone, "estimate"] = np.nan
        held.loc[gone, "n_base"] = lost
        told = told_of(trend, held)
        mine = told["group"] == "F"
        assert told.loc[mine, ["estimate", "statistic", "p_value"]].isna().all(axis=None)
        assert set(told.loc[mine, "reason"]) == {"withheld"}
        assert told.loc[~mine & (told["term"] == "slope"), "estimate"].notna().all()
    held.loc[gone, "n_base"] = 0  # a group without anybody is no secret
    empty = told_of(trend, held)
    assert set(empty.loc[empty["group"] == "F", "reason"]) != {"withheld"}


def raked(of: Survey, margins: dict[str, dict[str, float]], sizes: dict[str, int]) -> Prepared:
    """A wave of the given numbers of women, men and others, the ages alternating."""
    sex = np.repeat(list(sizes), list(sizes.values()))
    frame = pd.DataFrame({"sex": sex, "age": np.resize([25.0, 50.0], len(sex))})
    wave = Wave(frame, padai.Design(), survey=of, id="1")
    return Prepared((padai.rake(wave, margins, untargeted={"sex": ["X"]}),), ())


def flagged(*rows: tuple[str, str, str]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["question", "breakdown", "flag"])
    return frame.assign(part="main", group="F", n_base=60)


def test_the_sample_of_a_margin_is_not_told_where_it_tells_of_a_rare_answer() -> None:
    """788 in the margin of 797 who answered are nine others, whose table is withheld."""
    two = Breakdown(
        id="sex",
        label=TEXT,
        question="sex",
        groups=(
            Group(id="F", label=TEXT, codes=("F",)),
            Group(id="M", label=TEXT, codes=("M",)),
            Group(id="X", label=TEXT, codes=("X",)),
        ),
    )
    of = survey(breakdowns=(two, ages("ages", young=(18, 34), old=(35, None))))
    private = {**of.questions, "sex": of.question("sex").model_copy(update={"sensitive": True})}
    of = of.model_copy(update={"questions": private})
    margins = {"sex": {"F": 0.5, "M": 0.5}, "ages": {"young": 0.5, "old": 0.5}}
    ready = raked(of, margins, {"F": 60, "M": 70, "X": 9})
    for shown, told in (
        (flagged(("sex", "ages", "")), {"sex", "ages"}),
        (flagged(("sex", "ages", "x")), {"ages"}),
        (flagged(("sex", "ages", "B"), ("q", "sex", "x")), {"sex", "ages"}),
        (flagged(("sex", "ages", "x")).assign(part="phone"), {"sex", "ages"}),
    ):
        made = margins_table({"main": ready}, shown)
        assert set(made.loc[made["before"].notna(), "margin"]) == told
        assert made[["target", "after"]].notna().all(axis=None)
        whole_margin = made.groupby("margin")["before"].agg(lambda b: b.notna().nunique())
        assert (whole_margin == 1).all()  # all of a margin, or nothing of it
    # a group of which no base is told is not told by its share of the sample
    ready = raked(of, margins, {"F": 60, "M": 70, "X": 9})
    made = margins_table({"main": ready}, flagged(("q", "ages", "x")).assign(n_base=pd.NA))
    assert set(made.loc[made["before"].notna(), "margin"]) == {"sex"}
    # nine women are too few to be counted, whatever is sensitive
    ready = raked(of, margins, {"F": 9, "M": 70, "X": 9})
    made = margins_table({"main": ready}, flagged(("q", "sex", "")))
    assert set(made.loc[made["before"].notna(), "margin"]) == {"ages"}


def test_a_crossed_margin_counts_the_answers_of_groups() -> None:
    of = survey(
        breakdowns=(
            Breakdown(id="sex", label=TEXT, question="sex"),
            ages("ages", young=(18, 34), old=(35, None)),
        )
    )
    cells = {f"{s}*{a}": 0.25 for s in "FM" for a in ("young", "old")}
    sex = np.repeat(["F", "M"], 60)
    frame = pd.DataFrame({"sex": sex, "age": np.resize([25.0, 50.0], 120)})
    wave = padai.rake(Wave(frame, padai.Design(), survey=of, id="1"), {"sex*ages": cells})
    ready = Prepared((wave,), ())
    for flag, told in (("", True), ("B", True), ("x", False)):
        made = margins_table({"main": ready}, flagged(("sex", "ages", flag)))
        assert made["before"].notna().all() == told
        assert made["before"].notna().any() == told


def test_a_release_does_not_tell_how_many_have_no_target(built_example: Path) -> None:
    """Those without a target, less those who did not answer, would be the rare answers."""
    data = built_example / "releases" / "example" / "2025" / "v1" / "interne"
    assert (
        "untargeted"
        not in json.loads((data / "texts.json").read_text("utf-8"))["facts"]["weighting"]["main"][
            "2025"
        ]
    )
    rows = pd.read_csv(data / "weighting.csv", dtype=str, keep_default_na=False)
    # the same counts are printed as bases of the groups: one decision for both
    shown = pd.read_csv(data / "estimates.csv", dtype={"group": str})
    printed = shown[shown["n_base"].notna()].groupby("breakdown")["group"].agg(set)
    for margin, cells in rows.groupby("margin"):
        whole = set(cells["cell"]) <= printed.get(margin, set())
        assert (cells["before"] != "").all() == whole, margin
    page = (data.parent / "fr" / "rapport.html").read_text("utf-8")
    assert "nan" not in page[page.index("Marges de calage, avant et après") :][:4000]
