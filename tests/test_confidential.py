"""The gate between disclose and store, with what other releases still show."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pandas as pd
import pytest

from padai.errors import PublicationError
from padai.pipeline.confidential import public_figures, shown_of
from padai.project import Project
from padai.results import Estimates
from padai.survey import Confidentiality, Survey
from padai.survey.policies import Rounding
from padai.survey.releases import ReleaseRecord, Withdrawal
from tests.spec.test_secondary import TEXT, by_sex, figures, survey

CODES = ("y", "n", "k")


def estimates(of: Survey) -> Estimates:
    frame, counts = figures(by_sex(), of)
    return Estimates(frame, survey=of, counts=counts.n_cell)


def public(*groups: str, base: int = 120, total: int = 260) -> pd.DataFrame:
    """What another release shows: these groups, and the total."""
    rows = [("main", "1", "q", code, "sex", group, str(base)) for group in groups for code in CODES]
    rows += [("main", "1", "q", code, "total", "total", str(total)) for code in CODES]
    columns = ["part", "wave", "question", "response", "breakdown", "group", "n_base"]
    return pd.DataFrame(rows, columns=columns)


def hidden(frame: pd.DataFrame) -> set[str]:
    return set(frame.loc[frame["flag"] == "x", "group"])


def test_the_company_of_a_small_group() -> None:
    of = survey()
    assert hidden(shown_of(of, "main", [estimates(of)])) == {"X", "F"}
    assert hidden(shown_of(of, "main", [estimates(of)], public().iloc[:0])) == {"X", "F"}


def test_company_that_another_release_shows_is_none() -> None:
    of = survey()
    assert hidden(shown_of(of, "main", [estimates(of)], public("F"))) == {"X", "M"}
    elsewhere = public("F").assign(part="phone")  # other people
    assert hidden(shown_of(of, "main", [estimates(of)], elsewhere)) == {"X", "F"}
    earlier = public("F").assign(wave="0")
    assert hidden(shown_of(of, "main", [estimates(of)], earlier)) == {"X", "F"}


def test_what_another_release_gave_away_stops_this_one() -> None:
    of = survey()
    with pytest.raises(PublicationError, match="1: q, by sex") as caught:
        shown_of(of, "main", [estimates(of)], public("F", "M"))
    assert "withdraw" in str(caught.value)


@pytest.mark.parametrize(
    ("total", "same"), [(260, True), (269, True), (251, True), (270, False), (250, False)]
)
def test_a_correction_of_few_people_tells_as_much_as_the_first_version(
    total: int, same: bool
) -> None:
    of = survey()
    given = public("F", total=total)
    assert hidden(shown_of(of, "main", [estimates(of)], given)) == {"X", "M" if same else "F"}


def test_rounding_comes_last() -> None:
    of = survey().model_copy(
        update={"confidentiality": Confidentiality(rounding=Rounding(bases=7, decimals=2))}
    )
    out = shown_of(of, "main", [estimates(of)])
    shown = out[out["flag"] == ""]
    assert (shown["n_base"] % 7 == 0).all()
    assert (shown["estimate"].round(2) == shown["estimate"]).all()
    assert hidden(out) == {"X", "F"}


def record(version: int, status: str = "published", wave: str = "1") -> ReleaseRecord:
    gone = Withdrawal(kind="error", date=dt.date(2025, 2, 1), reason=TEXT)
    return ReleaseRecord(
        wave=wave, version=version, status=status, date=dt.date(2025, 1, 9), store="0" * 64,
        withdrawal=gone if status == "withdrawn" else None,
    )  # fmt: skip


def write(folder: Path, version: int, group: str) -> None:
    data = folder / "tiny" / "1" / f"v{version}" / "data"
    data.mkdir(parents=True)
    frame = public(group).assign(estimate="0.5", flag="")
    frame.loc[frame["response"] == "k", "estimate"] = ""
    frame.to_csv(data / "estimates.csv", index=False)
    frame.iloc[:2].to_csv(data / "trends.csv", index=False)


def test_the_figures_of_other_releases_are_read_where_they_are(tmp_path: Path) -> None:
    write(tmp_path / "releases", 1, "F")
    write(tmp_path / "kept", 2, "M")
    write(tmp_path / "releases", 3, "X")
    project = Project(root=tmp_path, archive_dir="kept")
    of = survey().model_copy(update={"releases": (record(1), record(2), record(3, "withdrawn"))})
    found = public_figures(of, project, "1", 4)
    assert set(found["group"]) == {"F", "M", "total"}
    assert set(found["response"]) == {"y", "n"}  # what had no number tells nothing
    assert len(found) == 6
    # a version that is made again takes the place of itself
    assert set(public_figures(of, project, "1", 1)["group"]) == {"M", "total"}
    assert len(public_figures(survey(), project, "1", 1)) == 0
    alone = Project(root=tmp_path)
    assert set(public_figures(of, alone, "1", 4)["group"]) == {"F", "total"}
