"""The open data of a release: CSV files, one row a figure."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from tests.outsider.figures import Figure, Place, within_of
from tests.outsider.questionnaire import Questionnaire
from tests.outsider.reading.numbers import around, decimals

Row = dict[str, str]


def rows_of(path: Path) -> list[Row]:
    """Read a CSV file as texts."""
    with path.open(encoding="utf-8-sig", newline="") as opened:
        return list(csv.DictReader(opened))


def read_open_data(folder: Path, asked: Questionnaire, here: Place) -> list[Figure]:
    """Read every table of ``open/`` that holds figures of estimates, answers or profiles."""
    found: list[Figure] = []
    for path in sorted(folder.glob("*.csv")):
        rows = rows_of(path)
        columns = set(rows[0]) if rows else set()
        if {"question", "response", "estimate", "n_base", "group"} <= columns:
            found += _estimates(rows, asked, here, path.name)
        elif {"question", "response", "people", "n"} <= columns and "cell" not in columns:
            found += _people(rows, here, path.name)
    return found


def read_differences(
    folder: Path, asked: Questionnaire, shown: dict[tuple[object, ...], Figure], here: Place
) -> list[Figure]:
    """Work out a withheld share from a difference that is shown, and the other edition's share."""
    path = folder / "changes.csv"
    rows = rows_of(path) if path.is_file() else []
    if not rows or "difference" not in rows[0]:
        return []
    digits = decimals(row["difference"] for row in rows)
    found = []
    for row in rows:
        within = within_of(asked, row["breakdown"], row["group"])
        if within is None or not row["difference"] or not row["reference"]:
            continue
        low, high = around(float(row["difference"]), digits)
        kind = "mean" if row["response"] == "mean" else "share"
        places = [replace(here, wave=w, part=row["part"]) for w in (row["wave"], row["reference"])]
        of = [
            shown.get((place, kind, row["question"], row["response"], within)) for place in places
        ]
        for one, other, sign in ((0, 1, 1), (1, 0, -1)):
            mine, theirs = of[one], of[other]
            if mine is not None and mine.withheld and theirs is not None and not theirs.withheld:
                ends = (
                    (theirs.low + low, theirs.high + high)
                    if sign > 0
                    else (theirs.low - high, theirs.high - low)
                )
                found.append(
                    replace(
                        mine,
                        low=ends[0],
                        high=ends[1],
                        withheld=False,
                        source=f"{theirs.source} and {path.name}",
                    )
                )
    return found


def read_margins(folder: Path, asked: Questionnaire, here: Place) -> Iterator[Figure]:
    """Read the table of calibration: what part of those who take part in a margin each cell is.

    Before weighting it is a part of people, after it of their weight.
    """
    path = folder / "weighting.csv"
    cells: dict[tuple[str, str], list[tuple[frozenset[str], str, Row]]] = {}
    for row in rows_of(path) if path.is_file() else []:
        whole = within_of(asked, row["margin"], row["cell"])
        found = (
            [whole]
            if whole
            else [within_of(asked, row["margin"], code) for code in row["cell"].split("+")]
        )
        if any(of is None or len(of) != 1 for of in found):
            continue
        codes = frozenset().union(*(of[0][1] for of in found if of))
        cells.setdefault((row["part"], row["margin"]), []).append((codes, found[0][0][0], row))
    for (part, _), of_margin in cells.items():
        everybody = frozenset().union(*(codes for codes, _, _ in of_margin))
        for codes, name, row in of_margin:
            made = Figure(
                replace(here, part=part),
                "",
                name,
                "",
                ((name, codes),),
                0.0,
                0.0,
                False,
                path.name,
                of=((name, everybody),),
            )
            for kind, column in (("part of people", "before"), ("part of weight", "after")):
                if row[column] and not (asked.rounding and column == "before"):
                    low, high = around(float(row[column]), 3)
                    yield replace(made, kind=kind, low=low, high=high)


def read_weights(folder: Path) -> dict[tuple[str, str], tuple[float, float]]:
    """Read between what the weights of each part lie, the mean being one."""
    path = folder / "method.csv"
    found: dict[tuple[str, str], dict[str, float]] = {}
    for row in rows_of(path) if path.is_file() else []:
        if row["measure"] == "weights" and row["item"] in ("min", "max") and row["value"]:
            found.setdefault((row["wave"], row["part"]), {})[row["item"]] = float(row["value"])
    return {
        place: (max(0.0, of["min"] - 0.005), of["max"] + 0.005)
        for place, of in found.items()
        if len(of) == 2
    }


def read_contrasts(
    folder: Path, asked: Questionnaire, shown: dict[tuple[object, ...], Figure], here: Place
) -> Iterator[Figure]:
    """Read what the comparison of a group with all others tells of those others.

    Its difference gives their share, its base the smaller of the two, and its degrees of freedom,
    where everybody was drawn by themselves, how many there are in both: those who told their group.
    """
    path = folder / "contrasts.csv"
    rows = [row for row in rows_of(path) if row["reference"] == "rest"] if path.is_file() else []
    digits = {
        kind: decimals(
            r["difference"] for r in rows if (r["response"] == "mean") == (kind == "mean")
        )
        for kind in ("mean", "share")
    }
    for row in rows:
        within = within_of(asked, row["breakdown"], row["group"])
        if within is None or len(within) != 1 or not row["difference"]:
            continue
        ((name, codes),) = within
        told = frozenset().union(*(of for _, of in asked.groups[row["breakdown"]].values()))
        rest = ((name, told - codes),)
        place = replace(here, wave=row["wave"], part=row["part"])
        kind = "mean" if row["response"] == "mean" else "share"
        made = Figure(
            place, kind, row["question"], row["response"], rest, 0.0, 0.0, False, path.name
        )
        mine = shown.get(replace(made, within=within).key)
        if mine is not None and not mine.withheld:
            low, high = around(float(row["difference"]), digits[kind])
            yield replace(made, low=mine.low - high, high=mine.high - low)
        counted = replace(made, kind="n", response="mean" if kind == "mean" else "")
        mine = shown.get(replace(counted, within=within).key)
        if asked.rounding or mine is None or mine.withheld or not row["n_base"]:
            continue
        n = float(row["n_base"])
        if n < mine.low:
            yield replace(counted, low=n, high=n)
        exact = asked.survey.get("overlap") != "respondent"  # their degrees have two figures
        if row["df"] and exact and asked.drawn_one_by_one(place.wave, place.part):
            both = float(row["df"]) + 1
            yield replace(counted, within=((name, told),), low=both, high=both)


def _estimates(rows: list[Row], asked: Questionnaire, here: Place, source: str) -> Iterator[Figure]:
    digits = {
        kind: decimals(r["estimate"] for r in rows if (r["response"] == "mean") == (kind == "mean"))
        for kind in ("mean", "share")
    }
    for row in rows:
        within = within_of(asked, row["breakdown"], row["group"])
        if within is None:
            continue
        place = replace(here, wave=row["wave"], part=row.get("part") or "main")
        kind = "mean" if row["response"] == "mean" else "share"
        withheld = "x" in row.get("flag", "").split()
        made = Figure(place, kind, row["question"], row["response"], within, 0.0, 0.0, True, source)
        if row["estimate"]:
            low, high = around(float(row["estimate"]), digits[kind])
            yield replace(made, low=low, high=high, withheld=False)
        elif withheld:
            yield made
        base = replace(made, kind="n", response="mean" if kind == "mean" else "")
        if row["n_base"]:
            n = float(row["n_base"])
            yield replace(base, low=n, high=n, withheld=False)
        elif withheld:
            yield base


def _people(rows: list[Row], here: Place, source: str) -> Iterator[Figure]:
    for row in rows:
        place = replace(here, wave=row.get("wave") or here.wave)
        made = Figure(place, "people", row["question"], row["response"], (), 0.0, 0.0, True, source)
        for kind, response, text in (
            ("people", row["response"], row["people"]),
            ("n", "", row["n"]),
        ):
            one = replace(made, kind=kind, response=response)
            if text:
                yield replace(one, low=float(text), high=float(text), withheld=False)
            else:
                yield one
