"""The public surface: every name resolves, is documented, and costs nothing until it is used."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

import padai

README = Path(__file__).parents[1] / "README.md"


@pytest.mark.parametrize("name", sorted(set(padai.__all__) - {"__version__"}))
def test_a_public_name_resolves_and_says_what_it_is(name: str) -> None:
    found = getattr(padai, name)
    assert (found.__doc__ or "").strip()
    assert name in dir(padai)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="padai has no 'proportions'"):
        padai.proportions  # noqa: B018


def test_importing_loads_nothing_heavy() -> None:
    code = (
        "import padai, sys;"
        "print([m for m in ('pandas', 'scipy', 'matplotlib', 'statsmodels') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_ten_lines_of_the_readme_run() -> None:
    """A researcher copies them first."""
    code = re.search(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.S)
    assert code is not None
    names: dict[str, Any] = {"frames": {"2024": people(1, first=0), "2025": people(2, first=300)}}
    exec(code[1], names)  # our own README
    change = padai.difference(names["trust"], "2025", "2024", family="trust").frame
    assert len(change) == 6
    assert change["p_adjusted"].notna().all()
    assert (change["df"] == 27).all()


def people(seed: int, first: int) -> pd.DataFrame:
    draw = np.random.default_rng(seed)
    person = np.arange(first, first + 600)
    return pd.DataFrame(
        {
            "person": person,
            "w": draw.uniform(0.5, 2, 600),
            "region": np.array(["A", "B", "C"])[person % 3],
            "town": person % 30,
            "sex": draw.choice(["F", "M"], 600),
            "age": draw.choice(["18-34", "35-64", "65+"], 600),
            "trust": draw.integers(1, 5, 600),
        }
    )
