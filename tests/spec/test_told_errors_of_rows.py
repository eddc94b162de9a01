"""Errors of a row of a crossed table, of a table read by its answers, beside strata taken whole.

The attacker has what is printed (shares to 0.1 point, errors to 0.01), how many people each region
and sex has, and how they were drawn; nothing of padai. Each world is told to the person.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
import pandas as pd
import pytest

import padai
from padai.errors import PublicationError
from padai.numerics.replication import jackknife_one
from padai.numerics.stages import make_stage
from padai.pipeline.parts.confidential import shown_of
from padai.pipeline.parts.told_errors import groups_of, hold_errors
from padai.survey import Survey
from padai.waves import Wave
from tests.spec.test_joint_tables import question, survey

KEYS = ["question", "response", "breakdown", "group"]
SICK = ("ill", "ill1")
Cells = Mapping[tuple[str, str], int]


def people(sizes: Cells, sick: Cells) -> pd.DataFrame:
    """Return the people of each region and sex, of whom some are ill."""
    rows = [
        (f"ill{1 if k < sick[r, s] else 2}", f"region{r}", f"sex{s}")
        for (r, s), n in sizes.items()
        for k in range(n)
    ]
    return pd.DataFrame(rows, columns=["ill", "region", "sex"])


def drawn(seed: int, regions: str, few: str) -> tuple[Cells, Cells]:
    rng = np.random.default_rng(seed)
    cells = [(r, s) for r in regions for s in "fm"]
    sizes = {cell: int(rng.integers(35, 60)) for cell in cells}
    sick = {
        cell: int(rng.integers(1, 5)) if cell == (few, "f") else int(rng.integers(6, 14))
        for cell in cells
    }
    return sizes, sick


def published(
    frame: pd.DataFrame, design: padai.Design, asked: str, by: list[str]
) -> tuple[Survey, Wave, pd.DataFrame]:
    """Return a wave with what would go out of it, at printed precision."""
    regions = "".join(sorted({r[-1] for r in frame["region"]}))
    every = {"region": question("region", regions), "sex": question("sex", "fm")}
    made = {"ill": question("ill", "12", sensitive=True), **every}
    of = survey(*made.values(), by={n: n for n in made if any(n in b.split("*") for b in by)})
    of = of.model_copy(update={"report_breakdowns": tuple(by)})
    wave = Wave(frame, design, survey=of, id="1")
    found = padai.banner(wave, asked.split(), by=by)
    out = shown_of(of, "main", [found], None, [wave])
    out["estimate"], out["std_error"] = out["estimate"].round(3), out["std_error"].round(4)
    return of, wave, out


def stratified(sick: np.ndarray, of: np.ndarray, size: np.ndarray, free: np.ndarray) -> float:
    """Return the error of a share among some people of each stratum, who all weigh alike."""
    share = sick.sum() / of.sum()
    squares = sick * (1 - share) ** 2 + (of - sick) * share**2
    mean = (sick * (1 - share) - (of - sick) * share) / size
    return float(np.sqrt((free * size / (size - 1) * (squares - size * mean**2)).sum()) / of.sum())


def ways(
    row: pd.Series,
    known: np.ndarray,
    of: np.ndarray,
    open_: np.ndarray,
    error: Callable[..., float],
) -> list[int]:
    """Return how many of the first of two open cells agree with a printed share and its error."""
    both = round(row["estimate"] * of.sum()) - int(known[~open_].sum())
    found = []
    for k in range(both + 1):
        made = known.copy()
        made[open_] = k, both - k
        if round(error(made), 4) == row["std_error"]:
            found.append(k)
    return found


def by_key(out: pd.DataFrame) -> dict[tuple[str, ...], pd.Series]:
    keys = out[KEYS].itertuples(index=False, name=None)
    return {key: row for key, (_, row) in zip(keys, out.iterrows(), strict=True)}


def dark_of(told: Mapping[tuple[str, ...], pd.Series], *keys: tuple[str, ...]) -> np.ndarray:
    return np.array([bool(np.isnan(told[key]["estimate"])) for key in keys])


# --- the women, region by region -----------------------------------------------------------------


def women_by_region(seed: int) -> tuple[list[int], int, Survey, Wave, pd.DataFrame]:
    sizes, sick = drawn(seed, "abcd", "a")
    frame = people(sizes, sick).assign(st=lambda f: f["region"])
    of, wave, out = published(
        frame, padai.Design(stratum="st"), "ill region sex", ["sex", "region*sex"]
    )
    told = by_key(out)
    open_ = dark_of(told, *((*SICK, "region*sex", f"region{r}*sexf") for r in "abcd"))
    row = told[(*SICK, "sex", "sexf")]
    women, known = (np.array([x[r, "f"] for r in "abcd"]) for x in (sizes, sick))
    size = women + [sizes[r, "m"] for r in "abcd"]
    found = ways(row, known, women, open_, lambda k: stratified(k, women, size, np.ones(4)))
    return found, sick["a", "f"], of, wave, out


# --- the shares of each region among the sick ----------------------------------------------------


def regions_of_the_sick(seed: int) -> tuple[list[int], int, Survey, Wave, pd.DataFrame]:
    sizes, sick = drawn(seed, "abcd", "a")
    size, few = (
        {(r, "f"): x[r, "f"] + (0 if r == "a" and x is sick else x[r, "m"]) for r in "abcd"}
        for x in (sizes, sick)
    )
    frame = people(size, few).assign(st=lambda f: f["region"])
    of, wave, out = published(frame, padai.Design(stratum="st"), "region", ["ill"])
    told = by_key(out)
    keys = [("region", f"region{r}", "ill", "ill1") for r in "abcd"]
    open_ = dark_of(told, *keys)
    known, all_ = (np.array([x[r, "f"] for r in "abcd"]) for x in (few, size))
    shown = int(np.flatnonzero(~open_)[0])
    row = told[keys[shown]]
    base = int(row["n_base"])
    both = base - known[~open_].sum()

    def error(made: np.ndarray) -> float:
        mine = np.where(np.arange(4) == shown, made, 0)
        return stratified(mine, made, all_, np.ones(4))

    found = []
    for k in range(both + 1):
        made = known.copy()
        made[open_] = k, both - k
        if round(error(made), 4) == row["std_error"]:
            found.append(k)
    return found, few["a", "f"], of, wave, out


# --- strata taken whole hide no other ------------------------------------------------------------

TAKEN = "bcdef"
"""Regions of which everybody was asked; one person in two was, of the others."""


def beside_a_census(seed: int) -> tuple[list[int], int, Survey, Wave, pd.DataFrame]:
    rng = np.random.default_rng(seed)
    regions = "abcdefgh"
    sizes = {(r, "f"): int(rng.integers(35, 60)) for r in regions}
    sick = {
        (r, "f"): int(rng.integers(1, 5)) if r in ("a", *TAKEN) else int(rng.integers(8, 16))
        for r in regions
    }
    frame = people(sizes, sick).assign(st=lambda f: f["region"])
    frame["n"] = [sizes[r[-1], "f"] * (1.0 if r[-1] in TAKEN else 2.0) for r in frame["region"]]
    frame["w"] = 1.0
    of, wave, out = published(
        frame, padai.Design(weight="w", stratum="st", fpc="n"), "ill region", ["region"]
    )
    told = by_key(out)
    open_ = dark_of(told, *((*SICK, "region", f"region{r}") for r in regions))
    assert [r for r, dark in zip(regions, open_, strict=True) if dark] == ["a", *TAKEN]
    size, known = (np.array([x[r, "f"] for r in regions], dtype=float) for x in (sizes, sick))
    free = np.array([0.0 if r in TAKEN else 0.5 for r in regions])
    row = told[(*SICK, "total", "total")]
    both = round(row["estimate"] * size.sum()) - known[~open_].sum()
    found = []
    for k in range(int(both) + 1):
        made = known.copy()
        made[0] = k
        made[1] += both - made[open_].sum()  # whoever is left over is ill in a region taken whole
        if round(stratified(made, size, size, free), 4) == row["std_error"]:
            found.append(k)
    return found, sick["a", "f"], of, wave, out


# --- clusters that replicate weights leave out ---------------------------------------------------


def towns_left_out(seed: int) -> tuple[list[int], int, Survey, Wave, pd.DataFrame]:
    rng = np.random.default_rng(seed)
    towns = "abcde"
    sizes = {(r, "f"): int(rng.integers(35, 60)) for r in towns}
    sick = {
        (r, "f"): int(rng.integers(1, 5)) if r == "a" else int(rng.integers(6, 14)) for r in towns
    }
    frame = people(sizes, sick)
    town = np.unique(frame["region"], return_inverse=True)[1].astype(np.intp)
    factors = jackknife_one(make_stage(np.zeros(len(town), dtype=np.intp), town)).values
    frame = frame.assign(**{f"rw{k}": factors[:, k] for k in range(5)})
    left_out = padai.Jackknife(prefix="rw")
    of, wave, out = published(frame, padai.Design(replicates=left_out), "ill region", ["region"])
    told = by_key(out)
    open_ = dark_of(told, *((*SICK, "region", f"region{r}") for r in towns))
    size, known = (np.array([x[r, "f"] for r in towns], dtype=float) for x in (sizes, sick))

    def error(made: np.ndarray) -> float:
        each = (made.sum() - made) / (size.sum() - size)
        return float(np.sqrt(4 / 5 * ((each - each.mean()) ** 2).sum()))

    found = ways(told[(*SICK, "total", "total")], known, size, open_, error)
    return found, sick["a", "f"], of, wave, out


World = Callable[[int], tuple[list[int], int, Survey, Wave, pd.DataFrame]]


@pytest.mark.parametrize(
    ("world", "seed", "match"),
    [
        (women_by_region, 0, r"groups of region\*sex.* cells of ill"),
        (women_by_region, 2, r"groups of region\*sex.* cells of ill"),
        (regions_of_the_sick, 1, r"answers to region, by ill, in part main"),
        (beside_a_census, 5, r"groups of region: .* cells of ill"),
        (beside_a_census, 8, r"groups of region: .* cells of ill"),
        (towns_left_out, 0, r"clusters that were drawn.* of region .* of ill"),
    ],
)
def test_an_error_that_told_two_withheld_cells_is_refused(
    world: World, seed: int, match: str
) -> None:
    found, truth, of, wave, out = world(seed)
    assert found == [truth]  # to the person
    with pytest.raises(PublicationError, match=match):
        hold_errors(of, wave, out, groups_of(of, wave))


def test_random_groups_of_replicates_tell_nothing() -> None:
    _, _, of, wave, out = towns_left_out(0)
    apart = np.arange(len(wave.frame)) % 5
    factors = jackknife_one(make_stage(np.zeros(len(apart), dtype=np.intp), apart)).values
    frame = wave.frame.assign(**{f"rw{k}": factors[:, k] for k in range(5)})
    again = Wave(frame, wave.design, survey=of, id="1")
    hold_errors(of, again, out, groups_of(of, again))


def test_where_all_that_is_withheld_was_taken_whole_no_error_tells_of_it() -> None:
    _, _, of, wave, out = beside_a_census(5)
    frame = wave.frame.assign(n=wave.frame["n"].where(wave.frame["region"] != "regiona", 0))
    frame.loc[frame["n"] == 0, "n"] = float((frame["n"] == 0).sum())
    again = Wave(frame, wave.design, survey=of, id="1")
    hold_errors(of, again, out, groups_of(of, again))
