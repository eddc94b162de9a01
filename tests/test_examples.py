"""Every public verb has an example, and it runs: `make examples` holds it to what it prints."""

from __future__ import annotations

import doctest
import inspect
from pathlib import Path

import pytest

import padai
from padai import _PUBLIC

ROOT = Path(__file__).parents[1]

WITHOUT = {
    # types, which the verbs that make them show
    "Survey", "Stack", "Estimates", "Differences",
    "Bootstrap", "BalancedRepeated", "Fay", "Jackknife", "JackknifeN", "SuccessiveDifference",
    # what needs a mini-public, parts, covariates, a pool of volunteers, a file or a release
    "minipublic_change", "minipublic_profile", "part_contrast", "small_area", "unit_model",
    "draw_panel", "write_wave", "build", "open_store",
}  # fmt: skip


def run(name: str) -> list[doctest.Example]:
    """The examples of a public name that are run."""
    told = inspect.getdoc(getattr(padai, name)) or ""
    examples = doctest.DocTestParser().get_examples(told)
    return [each for each in examples if not each.options.get(doctest.SKIP)]


@pytest.mark.parametrize("name", sorted(set(_PUBLIC) - WITHOUT))
def test_a_verb_has_an_example_that_runs(name: str) -> None:
    examples = run(name)
    assert any(name in each.source or inspect.isclass(getattr(padai, name)) for each in examples)
    assert any(each.want for each in examples), "an example that prints nothing holds nothing"


def test_none_is_excused_that_has_one() -> None:
    assert not [name for name in sorted(WITHOUT) if run(name)]


def test_make_test_runs_the_examples() -> None:
    assert "pytest --doctest-modules padai" in (ROOT / "Makefile").read_text(encoding="utf-8")
