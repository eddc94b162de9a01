"""People of one weight, raked to two margins: what the error of a total tells of a withheld group.

Targets and printed tables of the two margins give how many are in each of their cells, and what each
person weighs. The error of the total of a sensitive answer is then a function of how many of each
cell gave it. All tables of whole people that agree with what is printed are looked at.
"""

from __future__ import annotations

import csv
import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from tests.outsider.claims import CELL, Claim
from tests.outsider.figures import Figure, Place
from tests.outsider.questionnaire import Within
from tests.outsider.reading.open_data import rows_of
from tests.outsider.release import Release

HALF_OF_A_SHARE, HALF_OF_AN_ERROR, NEAR = 0.0005, 0.00005, 1e-9
"""Half of the last digits that are printed."""
MOST_TABLES = 60_000_000
"""More tables than these are not looked at."""


@dataclass(frozen=True)
class Cells:
    """Who is in each cell of two margins, shape (groups of one, groups of the other).

    Attributes
    ----------
    people, weights
        How many, and the part of all weight that each of them has.
    names
        The variable and the codes of each margin.
    """

    people: np.ndarray
    weights: np.ndarray
    names: tuple[tuple[str, tuple[str, ...]], ...]


def attack_raked_errors(release: Release) -> Iterator[Claim]:
    """Find groups of a margin of which the error of the whole leaves too few tables."""
    asked, place = release.asked, release.here
    cells = _cells(release)
    if cells is None:
        return
    for row in _totals(release):
        of = asked.responses[row["question"]].get(row["response"])
        if of is None or of.mean or of.less or not asked.variables[of.variable].sensitive:
            continue
        if float(row["n_base"] or 0) != cells.people.sum():
            continue  # who did not answer is another unknown
        shares = list(_shares(release, row, cells))
        fit = _tables(cells, shares, float(row["std_error"]))
        if fit is None or not len(fit):
            continue
        name, codes = cells.names[0]
        counts = fit.reshape(len(fit), *cells.people.shape).sum(axis=2)
        for at, code in enumerate(codes):
            low, high = int(counts[:, at].min()), int(counts[:, at].max())
            if low <= 1 and high >= asked.smallest_sensitive:
                continue
            group: Within = ((name, frozenset([code])),)
            yield Claim(
                CELL,
                place,
                tuple(sorted([*group, (of.variable, of.codes)])),
                low,
                high,
                f"the error of the whole, of people raked to {cells.names[0][0]} and {cells.names[1][0]}",
                group,
            )


def _cells(release: Release) -> Cells | None:
    """Work out who is in each cell of two margins, and what they weigh."""
    asked, here = release.asked, release.here
    part = asked.waves.get(here.wave, {}).get("parts", {}).get(here.part, {})
    margins = (part.get("weighting") or {}).get("margins") or []
    if len(margins) != 2 or set(part.get("design") or {}) != {"id"} or asked.rounding:
        return None
    targets = [_targets(release, name) for name in margins]
    if not all(targets):
        return None
    one, two = margins
    names = tuple((name, tuple(of)) for name, of in zip(margins, targets, strict=True))
    sizes = [
        [_figure(release, "n", other, "", ((name, frozenset([code])),)) for code in of]
        for (name, of), other in zip(names, (two, one), strict=True)
    ]
    inside = [
        [
            _figure(release, "share", one, code, ((two, frozenset([group])),))
            for group in names[1][1]
        ]
        for code in names[0][1]
    ]
    if any(f is None for row in (*sizes, *inside) for f in row):
        return None
    held = np.array(list(targets[1].values()))
    weight = held / held.sum() * np.array([[f.middle for f in row] for row in inside])
    people = np.rint(_fitted(weight, *([f.middle for f in row] for row in sizes)))
    if (people < 1).any():
        return None
    exact = _fitted(people, *(np.array(list(t.values())) / sum(t.values()) for t in targets))
    return Cells(people.astype(int), exact / people, names)


def _targets(release: Release, margin: str) -> dict[str, float]:
    path = release.asked.folder / "targets" / f"{release.wave}.csv"
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        rows = [r for r in csv.DictReader(file) if r["margin"] == margin]
    return {row["cell"]: float(row["target"]) for row in rows if row["part"] == release.here.part}


def _fitted(table: np.ndarray, rows: Iterable[float], columns: Iterable[float]) -> np.ndarray:
    """Return the table of given margins whose products across are those of another."""
    made = table.astype(float)
    down, across = np.array(list(rows)), np.array(list(columns))
    for _ in range(400):
        made = made * (down / made.sum(axis=1))[:, None]
        made = made * (across / made.sum(axis=0))
    return made


def _figure(
    release: Release, kind: str, question: str, response: str, within: Within
) -> Figure | None:
    for figure in release.figures.values():
        if (figure.kind, figure.question, figure.within) != (kind, question, within):
            continue
        told = not figure.withheld and _same(figure.place, release.here)
        if told and response in ("", figure.response):
            return figure
    return None


def _same(one: Place, other: Place) -> bool:
    return (one.wave, one.part) == (other.wave, other.part)


def _totals(release: Release) -> Iterator[dict[str, str]]:
    path = release.folder / "open" / "series.csv"
    for row in rows_of(path) if path.is_file() else []:
        here = (row["wave"], row.get("part") or "main") == (release.wave, release.here.part)
        told = row["breakdown"] == "total" and row["estimate"] and row["std_error"]
        if here and told and row["question"] in release.asked.responses:
            yield row


def _shares(
    release: Release, row: dict[str, str], cells: Cells
) -> Iterator[tuple[np.ndarray, float]]:
    """Yield the cells that a printed share is of, and the share: of all, and of each group shown."""
    yield np.ones(cells.people.shape, dtype=bool), float(row["estimate"])
    for axis, (name, codes) in enumerate(cells.names):
        for at, code in enumerate(codes):
            within: Within = ((name, frozenset([code])),)
            found = _figure(release, "share", row["question"], row["response"], within)
            if found is not None:
                which = np.zeros(cells.people.shape, dtype=bool)
                which[(at, slice(None)) if axis == 0 else (slice(None), at)] = True
                yield which, round(found.middle, 3)


def _tables(
    cells: Cells, shares: list[tuple[np.ndarray, float]], error: float
) -> np.ndarray | None:
    """Return how many of each cell gave the answer, in every table that agrees with what is printed."""
    w, size = cells.weights.reshape(-1), cells.people.reshape(-1)
    held = [
        (of.reshape(-1), share, float(w[of.reshape(-1)] @ size[of.reshape(-1)]))
        for of, share in shares
    ]
    most = size.copy()
    for which, share, whole in held:
        can = np.floor((share + HALF_OF_A_SHARE) * whole / w + NEAR).astype(int)
        most = np.where(which, np.minimum(most, can), most)
    if float(np.prod(most + 1.0)) > MOST_TABLES:
        return None
    lead = len(cells.people[0])
    order = np.argsort(most, kind="stable")
    few, many = order[:lead], order[lead:]
    rest = np.array(list(itertools.product(*(range(most[k] + 1) for k in many))))
    found = []
    for own in itertools.product(*(range(most[k] + 1) for k in few)):
        table = np.empty((len(rest), len(size)))
        table[:, few], table[:, many] = own, rest
        for which, share, whole in held:
            off = np.abs(table[:, which] @ w[which] - share * whole)
            table = table[off <= HALF_OF_A_SHARE * whole + NEAR]
        found.append(table[np.abs(_error(table, cells) - error) <= HALF_OF_AN_ERROR + NEAR])
    return np.concatenate(found)


def _error(tables: np.ndarray, cells: Cells) -> np.ndarray:
    """Return the error of the whole: of what is left of each answer by the two margins."""
    w, size = cells.weights.reshape(-1), cells.people.reshape(-1).astype(float)
    groups, levels = cells.people.shape
    to = np.array(
        [np.r_[np.eye(groups)[i], np.eye(levels)[j]] for i, j in np.ndindex(groups, levels)]
    )
    share = (tables @ w)[:, None]
    fit = (tables - size * share) @ (to @ np.linalg.pinv(to.T @ (size[:, None] * to)) @ to.T)
    squares = w**2 * (tables * (1 - share - fit) ** 2 + (size - tables) * (share + fit) ** 2)
    return np.asarray(np.sqrt(size.sum() / (size.sum() - 1) * squares.sum(axis=1)))
