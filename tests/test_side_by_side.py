"""Two tables side by side: what one withholds, the next does not print."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from padai.pipeline.parts.facts import margins_table
from padai.pipeline.parts.preparation import Prepared, weight_as_declared
from padai.store import INSIDE
from padai.survey import load_survey
from padai.waves import read_wave


def read(built_example: Path, name: str) -> pd.DataFrame:
    path = built_example / "releases" / "example" / "2025" / "v1" / INSIDE / f"{name}.csv"
    return pd.read_csv(path, dtype={"group": str, "cell": str})


def test_margins_and_bases_are_one_decision(built_example: Path) -> None:
    margins, shown = read(built_example, "weighting"), read(built_example, "estimates")
    bases = shown.groupby(["breakdown", "group"])["n_base"].max()
    checked = 0
    for margin, cells in margins.groupby("margin"):
        printed = [pd.notna(bases.get((margin, cell))) for cell in cells["cell"]]
        if all(printed):
            assert cells["before"].notna().all(), margin
            checked += 1
    assert checked >= 4


def test_a_margin_is_withheld_where_a_base_of_its_groups_is(built_example: Path) -> None:
    wave = weight_as_declared(read_wave(load_survey(built_example / "surveys" / "example"), "2025"))
    shown = read(built_example, "estimates")
    ready = {"main": Prepared((wave,), ())}
    mine = (shown["breakdown"] == "gender") & (shown["group"] == "M")
    withheld = shown.assign(n_base=shown["n_base"].mask(mine))
    told = margins_table(ready, withheld).set_index("margin")["before"]
    assert told["gender"].isna().all()
    assert told["age_group"].notna().all()
    assert margins_table(ready, shown).set_index("margin")["before"]["gender"].notna().all()
