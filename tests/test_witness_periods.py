"""The witness of whole periods: R finds the same yearly slopes and the same ends."""

from __future__ import annotations

import datetime as dt
import subprocess
from typing import Any

import numpy as np
import pandas as pd
import pytest

import padai
from padai.trends.overall import over_all_waves
from padai.trends.pairs import source_of
from padai.waves import Stack
from padai.witness import (
    ENDS,
    SLOPE,
    AskedEstimate,
    Figure,
    Slope,
    WitnessSample,
    whole_figure,
    witness_of,
)
from padai.witness.figures import name_of
from tests.test_witness import NETS, PSUS, WEIGHT, people, raked, returning, wave

DATES = {"1": dt.date(2021, 5, 3), "2": dt.date(2023, 6, 1), "3": dt.date(2025, 4, 20)}
JACKKNIFE = padai.Design(replicates=padai.Jackknife(prefix="r"), **WEIGHT)
BOOTSTRAP = padai.Design(replicates=padai.Bootstrap(prefix="r", mse=True), **WEIGHT)
CLOSED = ("clusters apart", "clusters shared", "jackknife apart")


def kinds() -> dict[str, Stack]:
    """Three waves under every kind of design that a stack has."""
    names = ("1", "2", "3")
    fewer = padai.Wave(people(300, 4).iloc[:260], PSUS, id="3")
    back = {"1": None, "2": returning(1), "3": returning(2)}
    return {
        "clusters apart": padai.stack([*(wave(k, int(k), PSUS) for k in names[:2]), fewer], "none"),
        "clusters shared": padai.stack([wave(k, int(k), PSUS) for k in names], "psu"),
        "raked apart": padai.stack([raked(wave(k, int(k))) for k in names], "none"),
        "raked, people return": padai.stack(
            [raked(wave(k, int(k), ids=back[k])) for k in names[:2]] + [raked(wave("3", 3))],
            "respondent",
        ),
        "jackknife apart": padai.stack([wave(k, int(k), JACKKNIFE) for k in names], "none"),
        "bootstrap, people return": padai.stack(
            [wave(k, int(k), BOOTSTRAP, ids=back[k]) for k in names[:2]]
            + [wave("3", 3, BOOTSTRAP)],
            "respondent",
        ),
    }


def told(part: str, stacked: Stack) -> tuple[WitnessSample, list[Figure]]:
    """Return what R is asked of the series of a stack: their slopes and their ends."""
    estimates = padai.proportion(stacked, "q", by="age", net=NETS)
    every = over_all_waves(estimates, times=DATES).frame
    rows = every[every["term"].isin((SLOPE, ENDS)) & every["on"].eq("points")]
    frame = estimates.frame
    sample, asked = source_of(estimates).witnessed(np.arange(len(frame)))
    figures = []
    for row in rows.to_dict("records"):
        cell = [
            place
            for place in range(len(frame))
            if all(str(frame[c].iloc[place]) == row[c] for c in ("question", "response", "group"))
        ]
        assert [str(frame["wave"].iloc[place]) for place in cell] == list(DATES)
        dates = [date.isoformat() for date in DATES.values()]
        figures.append(whole_figure(row, list(DATES), dates, [asked[k] for k in cell], part))
    return WitnessSample(**{**sample.__dict__, "part": part}), figures


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    made = [told(part, stacked) for part, stacked in kinds().items()]
    samples, figures = [one[0] for one in made], [f for one in made for f in one[1]]
    script = witness_of(samples, figures, title="periods", lang="en")
    folder = tmp_path_factory.mktemp("periods")
    script.write(folder)
    off = script.expected.copy()
    off.loc[0, "std_error"] *= 1.0001
    off.to_csv(folder / "off.csv", index=False)
    done = subprocess.run(
        ["Rscript", "--no-init-file", "witness.R", "expected.csv", "off.csv"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (folder / "comparison.csv").is_file(), done.stderr[-2000:]
    return {"table": pd.read_csv(folder / "comparison.csv"), "lines": done.stdout.splitlines()}


@pytest.mark.needs("r-survey")
@pytest.mark.parametrize("part", list(kinds()))
def test_r_finds_the_same_slopes_and_ends(ran: dict[str, Any], part: str) -> None:
    mine = ran["table"][ran["table"]["key"].str.startswith(f"{part} ")]
    assert mine["key"].str.endswith(" slope").any() and mine["key"].str.endswith(" ends").any()
    assert len(mine) and mine["r"].notna().all()
    assert mine["difference"].max() <= (1e-9 if part in CLOSED else 1e-7)


@pytest.mark.needs("r-survey")
def test_a_slope_that_is_another_is_found(ran: dict[str, Any]) -> None:
    assert ran["lines"][0].startswith("expected.csv: same")
    assert ran["lines"][1].startswith("off.csv: DIFFERENT")


ROW = {
    "question": "q",
    "response": "a",
    "breakdown": "total",
    "group": "total",
    "term": SLOPE,
    "estimate": 0.1,
    "std_error": 0.1,
    "df": 3.0,
    "conf_low": 0.0,
    "conf_high": 0.2,
}


def test_waves_that_ask_otherwise_have_lines_of_their_own() -> None:
    """A question whose codes are others in one wave: each wave is given its own numerator."""
    asked = [AskedEstimate("q", {"1": 1.0}), AskedEstimate("q", {"2": 1.0})]
    figure = whole_figure(ROW, ["1", "2"], ["2024-01-01", "2025-01-01"], asked)
    assert figure.what == Slope(("1", "2"), ("2024-01-01", "2025-01-01"), tuple(asked))
    sample, _ = told("p", kinds()["clusters apart"])
    script = witness_of([WitnessSample(**{**sample.__dict__, "part": ""})], [figure]).script
    assert 'alist(q %in% "1", q %in% "2"), alist(!is.na(q), !is.na(q))' in script.replace("\n ", "")


def test_a_period_across_a_bridge_is_left_out() -> None:
    figure = whole_figure(ROW, ["1", "2"], ["", ""], [AskedEstimate("q")] * 2, bridged=True)
    assert (figure.what, figure.why) == (None, "bridged")


def test_a_slope_and_the_ends_have_names_apart() -> None:
    names = {
        whole_figure({**ROW, "term": term}, ["1", "2"], ["", ""], [AskedEstimate("q")] * 2).key
        for term in (SLOPE, ENDS)
    }
    assert len(names) == 2
    assert name_of({**ROW, "wave": "2", "reference": "1"}) not in names
