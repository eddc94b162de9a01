"""Adjusted p-values: made of every p-value of a family, and so of those that are withheld."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.outsider.reading.open_data import Row, rows_of

UNIT = 0.001
"""What a p-value is printed to; one just under 0.05 is not printed as 0.05."""


def families_of(folder: Path) -> Iterator[list[Row]]:
    """Yield the comparisons of each family of a release, those that are withheld included."""
    for name in ("contrasts", "changes"):
        path = folder / "open" / f"{name}.csv"
        families: dict[tuple[str, ...], list[Row]] = defaultdict(list)
        for row in rows_of(path) if path.is_file() else []:
            if row["family"]:
                families[row["part"], row["wave"], row["reference"], row["family"]].append(row)
        yield from families.values()


def made_of_withheld(family: Sequence[Row]) -> list[Row]:
    """Return the rows of which the adjusted p-value is not made of those that are shown.

    What is withheld counts as no difference; whatever else is not worth its place.
    """
    shown = [row for row in family if row["p_value"] and row["p_adjusted"]]
    if not shown:
        return []
    size = round(float(shown[0]["family_size"]))
    each = {_pair(row): row for row in shown}  # a breakdown of two groups is one comparison
    least, most = (
        _holm([max(0.0, min(1.0, _number(r["p_value"]) + d)) for r in each.values()], size)
        for d in (-UNIT, UNIT)
    )
    return [
        row
        for row, low, high in zip(each.values(), least, most, strict=True)
        if not low - UNIT <= _number(row["p_adjusted"]) <= high + UNIT
    ]


def _pair(row: Row) -> tuple[str, ...]:
    place = row["question"], row["response"], row["breakdown"], row["group"]
    mirrored = row["reference"] == "rest" and row["family_size"] in ("1", "1.0")
    return place[:3] if mirrored else place


def _number(text: str) -> float:
    return float(text.lstrip("<")) if not text.startswith("<") else float(text[1:]) / 2


def _holm(shown: Sequence[float], size: int) -> list[float]:
    """Adjust the p-values that are shown of a family, the rest of which is 1."""
    order = sorted(range(len(shown)), key=lambda i: shown[i])
    out, top = [0.0] * len(shown), 0.0
    for place, i in enumerate(order):
        top = max(top, min(1.0, (size - place) * shown[i]))
        out[i] = top
    return out
