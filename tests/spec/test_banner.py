"""A banner on ten people, by hand: every column of the frame."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

import padai
from padai.design import Design
from padai.results import COLUMNS
from padai.waves import Wave

# Two strata of 5 people; weights 1 and 2; one person does not answer.
PEOPLE = pd.DataFrame(
    {
        "h": ["n"] * 5 + ["s"] * 5,
        "w": [1.0] * 5 + [2.0] * 5,
        "sex": ["F", "F", "F", "M", "M"] * 2,
        "q": [1, 1, 2, 2, 1, 1, 2, 2, None, 2],
    }
)
WAVE = Wave(PEOPLE, Design(weight="w", stratum="h"), id="2025")


def by_hand(p: float, y: list[float], total: float) -> float:
    """The variance of a share: z = w (y - p) / W of the nine who answer, 0 of the tenth."""
    w = np.array([1.0] * 5 + [2.0] * 5)
    z = w * np.nan_to_num(np.array(y) - p) / total
    north, south = z[:5], z[5:]
    spread = ((part - part.mean()) @ (part - part.mean()) for part in (north, south))
    return 5 / 4 * sum(spread)


def test_the_undivided_row() -> None:
    row = padai.banner(WAVE, "q").frame.iloc[0]
    # 3 people of weight 1 and 1 of weight 2 said 1, out of 5 * 1 + 4 * 2.
    p = (3 * 1 + 1 * 2) / (5 * 1 + 4 * 2)
    assert row["estimate"] == pytest.approx(p, rel=1e-15)
    y = [1, 1, 0, 0, 1, 1, 0, 0, np.nan, 0]
    variance = by_hand(p, y, 13)
    assert row["std_error"] == pytest.approx(variance**0.5, rel=1e-14)
    assert (row["n_base"], row["df"]) == (9, 9 - 2)
    assert row["deff"] == pytest.approx(variance / (p * (1 - p) / 8), rel=1e-14)
    assert row["n_eff"] == pytest.approx(9 / row["deff"], rel=1e-14)
    assert row["cv"] == pytest.approx(variance**0.5 / p, rel=1e-14)
    t = 2.3646242515927849  # of 7 degrees of freedom, from a table
    half = t * variance**0.5 / (p * (1 - p))
    odds = np.log(p / (1 - p))
    expected = [1 / (1 + np.exp(-(odds - half))), 1 / (1 + np.exp(-(odds + half)))]
    assert row[["conf_low", "conf_high"]].tolist() == pytest.approx(expected, rel=1e-12)


def test_rows_and_columns() -> None:
    est = padai.banner(WAVE, ["q"], by=["sex"], net={"first": [1]})
    frame = est.frame
    assert tuple(frame.columns) == COLUMNS
    assert frame["group"].tolist() == ["total", "F", "M"]
    assert frame["response"].tolist() == ["first"] * 3
    assert frame["wave"].tolist() == ["2025"] * 3
    assert all(isinstance(frame[c].dtype, pd.CategoricalDtype) for c in COLUMNS[:5])
    assert frame["n_base"].tolist() == [9, 6, 3]
    assert est.counts.tolist() == [4, 3, 1]
    women = (2 * 1 + 1 * 2) / (3 * 1 + 3 * 2)
    assert frame["estimate"][1] == pytest.approx(women, rel=1e-15)


def test_codes_then_nets_total_first() -> None:
    frame = padai.banner(WAVE, ["q", "sex"], by=["h", "h*sex"]).frame
    first = frame[frame["question"] == "q"]
    assert first["response"].tolist()[:4] == ["1", "2", "1", "2"]
    assert list(dict.fromkeys(first["breakdown"])) == ["total", "h", "h*sex"]
    assert list(dict.fromkeys(first["group"])) == ["total", "n", "s", "n*F", "n*M", "s*F", "s*M"]


def test_a_domain_keeps_the_design() -> None:
    """Leaving out rows would lose strata; a domain does not."""
    whole = padai.proportion(WAVE, "q", where={"h": "n"}).frame.iloc[0]
    alone = padai.proportion(WAVE, "q", by="h").frame.iloc[2]
    assert (whole["estimate"], whole["std_error"]) == (alone["estimate"], alone["std_error"])
    assert whole["df"] == 4


def test_a_mean_of_scores_leaves_out_who_has_none() -> None:
    data = PEOPLE.assign(q=[0, 5, 10, np.nan, 10, 0, 0, 5, 5, 10])
    row = padai.mean(Wave(data, WAVE.design), "q").frame.iloc[0]
    expected = (0 + 5 + 10 + 10 + 2 * (0 + 0 + 5 + 5 + 10)) / (4 + 10)
    assert row["estimate"] == pytest.approx(expected, rel=1e-15)
    assert row["response"] == "mean" and row["n_base"] == 9
