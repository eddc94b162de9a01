"""Where no figure has a sampling error, a test is refused in words: nothing is left to doubt."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

import padai
from padai.errors import EstimationError

STATISTICS = ("F", "Chisq", "Wald", "adjWald", "lincom", "saddlepoint")
METHODS = ("wald", "lrt", "working_wald")
N = 120


def people() -> pd.DataFrame:
    y = np.random.default_rng(4).normal(size=N)
    a, b = np.tile([1, 2], N // 2), np.repeat([1, 2, 3], N // 3)
    return pd.DataFrame({"a": a, "b": b, "y": y, "up": (y > 0).astype(int), "whole": N})


def census() -> padai.Wave:
    """Everybody is in the sample."""
    return padai.Wave(people(), padai.Design(fpc="whole"))


def known_table() -> padai.Wave:
    """The table of a by b is that of the targets, whoever was drawn."""
    cells = {f"{a}*{b}": 10.0 * (a + b) for a in (1, 2) for b in (1, 2, 3)}
    return padai.poststratify(padai.Wave(people(), padai.Design()), {"a*b": cells})


WAVES = {"everybody is in the sample": census, "the targets give the table": known_table}


@pytest.mark.parametrize("statistic", STATISTICS)
@pytest.mark.parametrize("why", WAVES)
def test_a_table_without_sampling_error(why: str, statistic: str) -> None:
    with pytest.raises(EstimationError, match="sampling error") as refused:
        padai.crosstab_test(WAVES[why](), "a", "b", statistic=statistic)
    assert "erreur d’échantillonnage" in refused.value.text("fr")
    assert "error de muestreo" in refused.value.text("es")


MODELS = {
    "numbers": lambda: padai.glm(census(), "y ~ C(b)"),
    "yes or no": lambda: padai.glm(census(), "up ~ C(b)", family="binomial"),
    "a table that is known": lambda: padai.glm(known_table(), "a ~ C(b)"),
}


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("kind", MODELS)
def test_terms_without_sampling_error(kind: str, method: str) -> None:
    with pytest.raises(EstimationError, match="sampling error"):
        padai.term_test(MODELS[kind](), "b", method=method)


def test_groups_without_sampling_error() -> None:
    with pytest.raises(EstimationError, match="sampling error"):
        padai.ranktest(census(), "y", "b")


@pytest.mark.parametrize("statistic", STATISTICS)
def test_a_sample_of_half_of_the_people_is_tested(statistic: str) -> None:
    half = padai.Wave(people().assign(whole=2 * N), padai.Design(fpc="whole"))
    assert padai.crosstab_test(half, "a", "b", statistic=statistic).p_value > 0.9


@pytest.mark.parametrize("method", METHODS)
def test_units_of_measurement_do_not_make_an_error_vanish(method: str) -> None:
    """Incomes in millionths have small variances: they are tested all the same."""
    found = [
        padai.term_test(
            padai.glm(
                padai.Wave(people().assign(y=people()["y"] * scale), padai.Design()), "y ~ C(b)"
            ),
            "b",
            method=method,
        ).p_value
        for scale in (1.0, 1e-9)
    ]
    assert found[0] == pytest.approx(found[1], rel=1e-6)
