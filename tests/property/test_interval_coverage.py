"""Intervals cover as often as they promise, in the designs in which they promise it.

`docs/interval-coverage.md` tables ten thousand samples of each of twenty-seven designs; here are
two thousand of each of those with enough effective respondents on the rarer side.
"""

from __future__ import annotations

import importlib.util
import math
import sys
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

pytestmark = pytest.mark.simulated
SCRIPT = Path(__file__).parents[2] / "analysis" / "01_interval_coverage.py"
SAMPLES = 2000
CASES = [
    *((design, n, p) for design in ("simple", "weighted") for n, p in (
        (200, 0.5), (1000, 0.1), (1000, 0.5), (400, 0.3))),
    *(("clustered", n, p) for n, p in ((200, 0.5), (1000, 0.1), (1000, 0.5), (400, 0.3))),
]  # fmt: skip


@pytest.fixture(scope="module")
def simulation() -> ModuleType:
    spec = importlib.util.spec_from_file_location("interval_coverage", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(("design", "n", "p"), CASES)
def test_the_share_of_samples_that_cover_the_truth(
    simulation: ModuleType, design: str, n: int, p: float
) -> None:
    cell = simulation.measured(design, n, p, SAMPLES, np.random.default_rng(n))
    assert cell.effective >= 20
    chance = 3 * math.sqrt(0.95 * 0.05 / SAMPLES)  # what two thousand samples leave open
    for ci in ("logit", "wilson"):
        assert 0.935 - chance < cell.covered[ci] < 0.97 + chance, ci
    assert cell.covered["beta"] > 0.935 - chance
