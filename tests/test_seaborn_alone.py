"""A chart brings seaborn, and none of the statistics that seaborn brings along."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.builders import mini

ALONE = """
import sys
import matplotlib
matplotlib.use("svg")
import padai.charts.style as style
from padai.charts.seaborn_alone import seaborn
with style.chart_style():
    sns = seaborn()
    sns.lineplot(x=[1, 2, 3], y=[1.0, 3.0, 2.0])
left = [n for n in ("scipy.stats", "scipy.optimize", "scipy.cluster") if n in sys.modules]
assert not left, left
"""
WHOLE = """
import numpy as np
rng = np.random.default_rng(1)
kept = sns.kdeplot(x=rng.normal(size=50), cumulative=True)
grid = sns.clustermap(rng.normal(size=(5, 4)))
assert len(grid.dendrogram_row.reordered_ind) == 5
import scipy.stats, scipy.cluster.hierarchy
from scipy.stats import norm
assert scipy.stats.gaussian_kde.__module__.startswith("scipy.stats")
assert scipy.cluster.hierarchy.linkage is sys.modules["scipy.cluster.hierarchy"].linkage
assert abs(norm.cdf(0.0) - 0.5) < 1e-12
"""
AFTER = """
import sys
import scipy.stats, scipy.cluster.hierarchy
before = sys.modules["scipy.stats"], sys.modules["scipy.cluster"]
from padai.charts.seaborn_alone import seaborn
sns = seaborn()
assert (sys.modules["scipy.stats"], sys.modules["scipy.cluster"]) == before
from seaborn import _statistics
assert _statistics.gaussian_kde is scipy.stats.gaussian_kde
"""


WITHOUT = """
import sys
from padai.cli import main
try:
    main(["trend", sys.argv[1], "trust", "--net", "trust", "--no-chart"])
except SystemExit as ended:
    assert not ended.code
left = [n for n in ("seaborn", "matplotlib", "scipy.stats", "statsmodels") if n in sys.modules]
assert "padai.trends.series" in sys.modules and not left, left
"""


def ran(script: str, *given: object) -> None:
    done = subprocess.run(
        [sys.executable, "-c", script, *map(str, given)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_a_trend_in_a_terminal_draws_nothing(tmp_path: Path) -> None:
    ran(WITHOUT, mini(tmp_path))


def test_a_chart_brings_no_statistics() -> None:
    ran(ALONE)


def test_all_of_seaborn_works_after_it() -> None:
    ran(ALONE + WHOLE)


def test_what_was_there_before_is_used() -> None:
    ran(AFTER)
