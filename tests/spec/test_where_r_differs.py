"""Where `survey` 4.5 is not followed (DECISIONS, 122): padai's number by hand, beside R's."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

import padai


def test_a_row_of_weight_zero_has_no_residual_after_poststratification() -> None:
    """R's `postStratify` takes its weight for 1, and so gives it the residual of its cell."""
    people = pd.DataFrame(
        {
            "h": [1, 1, 1, 2, 2, 2],
            "w": [2.0, 3, 0, 1, 4, 2],
            "g": list("abaabb"),
            "y": [3.0, 5, 8, 2, 9, 4],
        }
    )
    wave = padai.Wave(people, padai.Design(weight="w", stratum="h"))
    done = padai.poststratify(wave, {"g": {"a": 5, "b": 9}}, min_cell=1)
    a, b = 8 / 3, 59 / 9  # means of the cells under the design's weights
    z = np.array(
        [10 / 3 * (3 - a), 3 * (5 - b), 0, 5 / 3 * (2 - a), 4 * (9 - b), 2 * (4 - b)],
    )
    within = [z[:3] - z[:3].mean(), z[3:] - z[3:].mean()]
    by_hand = np.sqrt(sum(3 / 2 * (part**2).sum() for part in within))
    assert padai.total(done, "y").frame["std_error"].item() == pytest.approx(by_hand, rel=1e-12)
    assert by_hand == pytest.approx(14.3638778766, rel=1e-10)  # R: 14.2811280116


@pytest.mark.parametrize(
    ("policy", "wanted"), [("certainty", 54.255056088), ("adjust", 54.2559776533)]
)
def test_a_single_unit_of_the_second_stage_is_taken_around_all_of_them(
    policy: str, wanted: float
) -> None:
    """R takes it around itself, so that `adjust` is `certainty` there: 54.255056088 for both."""
    rows = pd.DataFrame(
        {"c": [1, 2, 2, 3, 3], "u": range(5), "N": 10, "M": [4, 5, 5, 3, 3], "y": [3.0, 5, 8, 2, 9]}
    )
    design = padai.Design(psu=("c", "u"), fpc=("N", "M"), lonely_psu=policy)
    z = rows["y"].to_numpy() * 10 / 3 * np.array([4, 2.5, 2.5, 1.5, 1.5])
    towns = np.array([z[0], z[1:3].sum(), z[3:].sum()])
    first = 0.7 * 3 / 2 * ((towns - towns.mean()) ** 2).sum()
    second = 0.3 * (0.6 * 2 * z[1:3].var() * 2 + 1 / 3 * 2 * z[3:].var() * 2)
    alone = 0.3 * 0.75 * (z[0] - z.mean()) ** 2 if policy == "adjust" else 0.0
    found = padai.total(padai.Wave(rows, design), "y").frame["std_error"].item()
    assert found == pytest.approx(np.sqrt(first + second + alone), rel=1e-12)
    assert found == pytest.approx(wanted, rel=1e-10)


def test_quantiles_under_the_first_share_are_the_smallest_value() -> None:
    """R's rules `school`, `hf3` and `hf4` give 10.385, 11.78 and 4.508 here."""
    rows = pd.DataFrame({"x": [8.99, 11.78, 12.95, 13.63], "w": [6.674, 2.287, 14.01, 7.032]})
    wave = padai.Wave(rows, padai.Design(weight="w"))
    for rule in ("math", "school", "hf3", "hf4"):
        found = padai.quantile(wave, "x", probs=[0.1], qrule=rule).frame["estimate"].item()
        assert found == 8.99, rule
