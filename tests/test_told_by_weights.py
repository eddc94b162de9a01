"""A second weighting of a question with a withheld cell is a second equation of it."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
import yaml

from padai.pipeline.tables import explanation
from tests.outsider.worlds.building import built, changed
from tests.outsider.worlds.generator import bare, people, write_world

OTHERS = {"trimmed", "earlier_weighting"}
ITEM = {
    "label": {"fr": "a", "en": "a"},
    "values": {
        "2025": {
            "value": 0.6, "date": "2025",
            **{name: {"fr": "a", "en": "a"} for name in ("source", "population")},
        }
    },
}  # fmt: skip


def world(folder: Path, frail: int) -> Path:
    """Write two editions, the first without weights, the second held to its regions.

    Two of its four regions have 60 people; of the last, `frail` gave a sensitive answer.
    """
    drawn = bare(3, people=400, weighted=True, earlier=True, regions=4)
    rows = people(drawn)
    sizes = {"r1": (150, 18), "r2": (130, 14), "r3": (60, 7), "r4": (60, frail)}
    placed = [(r, "1" if k < some else "2") for r, (n, some) in sizes.items() for k in range(n)]
    for row, (region, health) in zip(rows, placed, strict=True):
        row |= {"region": region, "health": health}
    survey = write_world(drawn, folder, rows)
    path = survey / "survey.yaml"
    definition = yaml.safe_load(path.read_text(encoding="utf-8"))
    definition["breakdowns"].pop("gender")
    definition["report_breakdowns"] = ["region", "age_group"]
    definition["validation_items"] = [{"question": "trust", "net": "trusts", **ITEM}]
    path.write_text(yaml.safe_dump(definition, allow_unicode=True, sort_keys=False), "utf-8")
    path = survey / "waves" / "2024.yaml"
    wave = yaml.safe_load(path.read_text(encoding="utf-8"))
    wave["parts"]["main"]["weighting"] = {"method": "none", "reason": {"fr": "a", "en": "a"}}
    path.write_text(yaml.safe_dump(wave, allow_unicode=True, sort_keys=False), "utf-8")
    return survey


def read(release: Path, name: str, question: str) -> pd.DataFrame:
    frame = pd.read_csv(release / "open" / f"{name}.csv", dtype=str, keep_default_na=False)
    return frame[frame["question"] == question]


@pytest.mark.parametrize(("frail", "is_told"), [(2, False), (9, True)])
def test_no_other_weights_are_tried_where_a_cell_is_withheld(
    tmp_path: Path, frail: int, is_told: bool
) -> None:
    release = built(world(tmp_path, frail))
    own = read(release, "series", "health").query("wave == '2025' and breakdown == 'region'")
    assert (own["flag"] == "x").any() != is_told
    assert bool(OTHERS & set(read(release, "robustness", "health")["variant"])) == is_told
    assert "declared" in set(read(release, "robustness", "health")["variant"])


def test_the_second_weighting_was_an_equation_of_the_withheld_groups(tmp_path: Path) -> None:
    """Told, two and six of sixty in the last region, the others as printed, differ by its digits."""
    with changed({(explanation, "told_by_weights"): lambda *_given: False}):
        found = {k: built(world(tmp_path / str(k), k)) for k in (2, 6)}
    told = {}
    for k, release in found.items():
        rows = read(release, "robustness", "health").set_index("variant")["estimate"]
        declared, other = float(rows["declared"]), float(rows["earlier_weighting"])
        # a seventh of the population, and 0.156 of the sample's design weights
        told[k] = (declared, other)
    of_the_whole, of_the_sample = (told[6][place] - told[2][place] for place in (0, 1))
    assert of_the_whole == pytest.approx(4 / 60 / 7, abs=0.004)
    assert of_the_sample == pytest.approx(4 / 60 * 0.156, abs=0.004)
