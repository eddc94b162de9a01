"""What the error of a total tells of withheld cells, worked out by hand, and when it is refused."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pandas as pd
import pytest

from padai.disclosure.told_errors import ErrorSums, refuse_told_errors
from padai.errors import PublicationError

SIZES = {"1": 40, "2": 48, "3": 37, "4": 44}
SAID = {"1": 3, "2": 10, "3": 16, "4": 15}
SURVEY: Any = SimpleNamespace(id="small")


def error(said: dict[str, int]) -> float:
    """The standard error of the whole share, regions as strata: everybody counts for one."""
    within = (n * (n / (n - 1)) * (said[g] / n) * (1 - said[g] / n) for g, n in SIZES.items())
    return float(np.sqrt(sum(within)) / sum(SIZES.values()))


def test_one_printed_error_leaves_one_way_to_fill_two_withheld_cells() -> None:
    both = SAID["1"] + SAID["3"]
    agree = [
        k
        for k in range(both + 1)
        if round(error({**SAID, "1": k, "3": both - k}), 4) == round(error(SAID), 4)
    ]
    assert agree == [3]


def _case(flags: str = "x.x.", **changed: Any) -> dict[str, Any]:
    region = np.repeat(np.arange(4), list(SIZES.values()))
    rows = [("total", "total", 0.26, "")]
    rows += [
        ("region", g, np.nan if f == "x" else 0.3, f.strip("."))
        for g, f in zip(SIZES, flags, strict=True)
    ]
    shown = pd.DataFrame(rows, columns=["breakdown", "group", "estimate", "flag"])
    shown = shown.assign(wave="2025", question="harm", response="1", std_error=0.03)
    return {
        "shown": shown,
        "weights": np.ones(len(region)),
        "terms": region,
        "groups": {("region", g): region == k for k, g in enumerate(SIZES)},
        **changed,
    }


def _refuse(case: dict[str, Any], *, clusters: bool = False) -> None:
    sums = ErrorSums(case["weights"], case["terms"], clusters)
    refuse_told_errors(SURVEY, "2025", "main", case["shown"], sums=sums, groups=case["groups"])


def test_it_is_refused_with_the_breakdown_and_the_questions() -> None:
    with pytest.raises(PublicationError, match=r"groups of region.* cells of harm") as caught:
        _refuse(_case())
    assert "report_breakdowns" in str(caught.value)


REGION = np.repeat(np.arange(4), list(SIZES.values()))


@pytest.mark.parametrize(
    "changed",
    [
        {"flags": "...."},
        {"weights": np.linspace(0.5, 1.5, len(REGION))},
        {"terms": np.arange(len(REGION)) % 4},  # strata cross the regions
        {"terms": np.zeros(len(REGION), dtype=np.intp)},
        {"terms": np.arange(len(REGION)) // 5 * 10 + REGION},  # many strata a region
    ],
    ids=["nothing withheld", "weights differ", "crossed", "no strata", "many strata"],
)
def test_it_is_not_refused_where_the_terms_are_not_known(changed: dict[str, Any]) -> None:
    _refuse(_case(**changed))


TOWNS = {"1": 40, "2": 52, "3": 37, "4": 44, "5": 58}
SICK = {"1": 3, "2": 11, "3": 7, "4": 9, "5": 8}


def clustered(said: dict[str, int]) -> float:
    """The standard error of the whole share, towns as the clusters that were drawn."""
    share = sum(said.values()) / sum(TOWNS.values())
    apart = sum((said[t] - n * share) ** 2 for t, n in TOWNS.items())
    return float(np.sqrt(len(TOWNS) / (len(TOWNS) - 1) * apart) / sum(TOWNS.values()))


def test_the_error_of_clusters_leaves_one_way_to_fill_two_withheld_towns() -> None:
    both = SICK["1"] + SICK["3"]
    agree = [
        k
        for k in range(both + 1)
        if round(clustered({**SICK, "1": k, "3": both - k}), 4) == round(clustered(SICK), 4)
    ]
    assert agree == [3]


def test_clusters_that_are_groups_are_refused_whatever_their_people_weigh() -> None:
    case = _case(weights=np.linspace(0.5, 1.5, len(REGION)))
    _refuse(case)  # as strata they tell nothing
    with pytest.raises(PublicationError, match=r"clusters that were drawn.* of region .* of harm"):
        _refuse(case, clusters=True)


@pytest.mark.parametrize(
    "changed",
    [
        {"flags": "...."},
        {"terms": np.arange(len(REGION))},  # each person drawn alone
        {"terms": np.arange(len(REGION)) % 4},  # clusters cross the regions
        {"terms": np.arange(len(REGION)) // 5 * 10 + REGION},  # many clusters a region
    ],
    ids=["nothing withheld", "people", "crossed", "many"],
)
def test_clusters_are_not_refused_where_they_tell_nothing(changed: dict[str, Any]) -> None:
    _refuse(_case(**changed), clusters=True)
