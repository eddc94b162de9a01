"""What every public verb keeps to: the order of its arguments, and a result that shows itself."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import pytest

import padai
from padai.errors import DefinitionError
from padai.results import Printed

VERBS = {
    name: inspect.signature(found)
    for name in padai.__all__
    if inspect.isfunction(found := getattr(padai, name))
}
SUBJECTS = {
    "wave", "waves", "estimates", "trend", "difference", "model", "survey", "before", "after",
    "one", "other", "definition", "path", "folder", "p",
}  # fmt: skip


def by_place(name: str) -> list[str]:
    kinds = VERBS[name].parameters.values()
    return [p.name for p in kinds if p.kind is p.POSITIONAL_OR_KEYWORD]


@pytest.mark.parametrize("name", sorted(VERBS))
def test_order_of_arguments(name: str) -> None:
    placed = by_place(name)
    assert placed[0] in SUBJECTS
    assert "net" not in placed and "level" not in placed and "alpha" not in VERBS[name].parameters
    times = [each for each in placed if each in ("later", "earlier")]
    assert times in ([], ["later", "earlier"])
    if times:
        assert placed[-2:] == times


@pytest.mark.parametrize("name", sorted(VERBS))
def test_no_verb_gives_a_bare_frame(name: str) -> None:
    assert "DataFrame" not in str(VERBS[name].return_annotation)


def rows() -> pd.DataFrame:
    rng = np.random.default_rng(1)
    n = 80
    return pd.DataFrame(
        {
            "yes": rng.integers(0, 2, n),
            "g": rng.choice(list("ab"), n),
            "x": rng.normal(size=n),
            "i1": rng.integers(1, 5, n),
            "i2": rng.integers(1, 5, n),
            "i3": rng.integers(1, 5, n),
        }
    )


def results() -> dict[str, Printed]:
    wave = padai.Wave(rows(), padai.Design(), id="2")
    both = padai.stack([padai.Wave(rows(), padai.Design(), id="1"), wave], overlap="none")
    ranges = dict.fromkeys(("i1", "i2", "i3"), (1, 4))
    shares = padai.proportion(wave, "yes", by="g", net={"yes": [1]})
    series = padai.trend(both, "yes", net={"yes": [1]})
    model = padai.glm(wave, "yes ~ x + g", family="binomial")
    return {
        "Estimates": shares,
        "Differences": padai.difference(series, "2", "1", family="one"),
        "Contrasts": shares.contrast({"a - b": {1: 1.0, 2: -1.0}}),
        "Test": padai.ttest(wave, "x", "g"),
        "Model": model,
        "Effects": padai.marginal_effects(model),
        "Letters": padai.column_letters(shares),
        "Plan": padai.plan(series),
        "Decomposition": padai.decompose(both, "yes", "2", "1", net={"yes": [1]}, by="g"),
        "Standardised": padai.standardise(both, "yes", net={"yes": [1]}, by="g", to="2"),
        "Reliability": padai.reliability(wave, list(ranges), ranges=ranges, n=50),
        "WeightingDiagnostics": padai.weighting_diagnostics(wave),
    }


def test_a_result_shows_itself() -> None:
    for kind, found in results().items():
        assert isinstance(found, Printed) and type(found).__name__ == kind
        text, page = repr(found), found._repr_html_()
        assert text.startswith(f"<{kind}: {len(found.frame)} row")
        assert "<table" in page
        for column in found.frame.dropna(axis=1, how="all").columns[:3]:
            assert str(column) in text and str(column) in page


def test_a_model_prints_its_tests() -> None:
    text = repr(results()["Model"])
    assert all(each in text for each in ("term", "std_error", "statistic", "p_value", "df"))


verbs: Any = padai  # calls that are wrong on purpose


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda w, s: verbs.column_letters(s, alpha=0.1), "level=1 - alpha"),
        (lambda w, s: verbs.plan(s, alpha=0.1), "level=1 - alpha"),
        (lambda w, s: verbs.column_letters(s, lesser=0.1), "lesser_level"),
        (lambda w, s: verbs.paired_change(w, w, "yes", "yes"), "net=..."),
        (lambda w, s: verbs.decompose(w, "yes", "2", "1", "yes", "g"), "net=..., by=..."),
        (lambda w, s: verbs.mean(w, "x", bye="g"), "Did you mean 'by'?"),
        (lambda w, s: verbs.mean(w), "`variables` is missing"),
    ],
)
def test_an_old_spelling_is_told_the_new_one(call: Callable[[Any, Any], object], said: str) -> None:
    wave = padai.Wave(rows(), padai.Design(), id="2")
    shares = padai.proportion(wave, "yes", by="g", net={"yes": [1]})
    with pytest.raises(DefinitionError) as refused:
        call(wave, shares)
    assert said in str(refused.value)
