"""Who took part in an open consultation beside the population: counts, and no test."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from padai.numerics.small_cells import merge_sensitive, merge_small, parts_of
from padai.survey.consultations import PopulationMargin


def participation_rows(
    margin: PopulationMargin,
    counts: Mapping[str, int],
    *,
    at_least: int,
    sensitive: bool = False,
) -> list[dict[str, Any]]:
    """Return a breakdown of those who took part, beside the population's shares.

    Groups of fewer than `at_least` people are merged with the largest.

    Parameters
    ----------
    counts
        People by group, all groups of the breakdown.
    at_least
        The fewest people of a group that is told.
    sensitive
        Whether a sensitive question divides them.

    Returns
    -------
    list of dict
        breakdown, group (merged names joined by ``+``), people, n (people who are in a group),
        share and population (0 to 1).

    Examples
    --------
    >>> shares = {"a": 0.5, "b": 0.3, "c": 0.2}
    >>> margin = PopulationMargin(
    ...     breakdown="age", population=shares, source={"fr": "x"}, date="2021-05-11")
    >>> [(r["group"], r["people"]) for r in
    ...  participation_rows(margin, {"a": 60, "b": 4, "c": 36}, at_least=10)]
    [('c', 36), ('a+b', 64)]
    """
    merge = merge_sensitive if sensitive else merge_small
    kept, whole = merge(counts, at_least), sum(margin.population.values())
    n = sum(counts.values())
    return [
        {
            "breakdown": margin.breakdown,
            "group": name,
            "people": people,
            "n": n,
            "share": people / n if n else float("nan"),
            "population": sum(margin.population[g] for g in parts_of(name, counts)) / whole,
        }
        for name, people in kept.items()
    ]


def repeated(texts: Iterable[object]) -> tuple[int, int]:
    """Return how many texts were sent word for word by two people or more, and by how many people.

    Case, accents' encoding and spaces do not count; blanks are left out.

    Examples
    --------
    >>> repeated(["Oui.", "oui. ", "Non.", None])
    (1, 2)
    """
    words = (
        " ".join(unicodedata.normalize("NFC", t).casefold().split())
        for t in texts
        if isinstance(t, str) and t.strip()
    )
    many = [n for n in Counter(words).values() if n > 1]
    return len(many), sum(many)
