"""Cross-check with tau-Argus, the tool of statistical offices, where `pytauargus` is installed."""

from __future__ import annotations

import itertools
from pathlib import Path

import numpy as np
import pytest

from padai.disclosure.confidentiality import confidential_cells
from padai.numerics.suppression import (
    CellClaim,
    CountTable,
    intervals,
    least_change,
    table,
    unprotected,
)
from padai.survey import Confidentiality

pytestmark = pytest.mark.needs("pytauargus")
LEAST = 10


def failing(of: CountTable, targets: np.ndarray, least: np.ndarray, most: np.ndarray) -> np.ndarray:
    return unprotected([CellClaim(of, targets, least, most)])[0]


def two_way(people: np.ndarray, hidden: np.ndarray) -> CountTable:
    """Return the inner cells of a two-way table whose margins are published."""
    rows, columns = people.shape
    relations = np.zeros((rows + columns, people.size))
    for i, j in itertools.product(range(rows), range(columns)):
        relations[i, i * columns + j] = relations[rows + j, i * columns + j] = 1
    return table(relations, people.ravel(), hidden.ravel())


def by_tau(people: np.ndarray, folder: Path) -> dict[str, np.ndarray]:
    """Return what tau-Argus withholds: of itself, and as company, at the least cost."""
    import pytauargus

    a, b = [], []
    for i, j in itertools.product(range(people.shape[0]), range(people.shape[1])):
        a += [f"a{i}"] * int(people[i, j])
        b += [f"b{j}"] * int(people[i, j])
    made = pytauargus.protect(
        {"A": a, "B": b, "one": [1.0] * len(a)},
        ["A", "B"],
        "one",
        f"FREQ({LEAST},30)",
        "OPT(1)",
        workdir=str(folder),
    )
    found = {"U": np.zeros(people.shape, dtype=bool), "M": np.zeros(people.shape, dtype=bool)}
    for line in Path(made.tables[0].path).read_text().splitlines():
        first, second, *_, status, _, _ = (x.strip('"') for x in line.split(";"))
        if status in found and "Total" not in (first, second):
            found[status][int(first[1:]), int(second[1:])] = True
    return found


@pytest.mark.parametrize("seed", range(8))
def test_the_same_cells_are_withheld_and_no_worse_company_is_taken(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # its solver writes its logs where it stands
    rng = np.random.default_rng(seed)
    people = rng.poisson(rng.choice([6, 25, 60], size=(4, 3))) + 1
    theirs = by_tau(people, tmp_path)
    primary = confidential_cells(
        n_base=people.ravel().astype(float),
        n_cell=np.full(people.size, np.nan),
        sensitive=np.zeros(people.size, dtype=bool),
        policy=Confidentiality(minimum_group=LEAST),
    ).reshape(people.shape)
    assert np.array_equal(primary, theirs["U"])
    targets = np.flatnonzero(primary)
    # what tau-Argus leaves open, our attack leaves open too: no cell of its pattern is determined
    low, high = intervals(two_way(people, theirs["U"] | theirs["M"]), targets)
    assert (high > low).all()
    of = two_way(people, primary)
    cost = of.value + 1.0
    hidden = of.hidden.copy()
    for target in targets:
        for by in (LEAST - of.value[target], 1 - of.value[target]):
            if by:
                more = least_change(of, int(target), by, cost, np.zeros(len(cost), dtype=bool))
                assert more is not None
                hidden[more] = True
                of = two_way(people, hidden.reshape(people.shape))
    ones = np.ones(len(targets))
    assert not failing(of, targets, ones, ones * LEAST).any()
    # one cell after the other is not the optimum, and asks for more protection than theirs
    assert hidden.sum() <= theirs["U"].sum() + theirs["M"].sum() + 4
