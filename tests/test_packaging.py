"""What others install: one version everywhere, and verbs that run where a build cannot."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import yaml

import padai

ROOT = Path(__file__).parents[1]

ELSEWHERE = """
import os, sys
sys.modules["pyarrow"] = None
import numpy as np, pandas as pd  # what they ask of the system is theirs
import scipy.linalg, scipy.stats, scipy.sparse, pydantic, statsmodels.api, pyreadstat, pandera.pandas
for name in ("fcntl", "resource", "pwd", "grp", "termios", "matplotlib", "seaborn"):
    sys.modules[name] = None
for name in ("fork", "forkpty", "uname", "getuid", "geteuid", "chown"):
    if hasattr(os, name):
        delattr(os, name)
import datetime as dt
import padai
rng = np.random.default_rng(1)
def wave(name, year):
    n = 120
    frame = pd.DataFrame({
        "id": np.arange(n) + 1000 * year, "w": rng.uniform(0.5, 2, n), "q": rng.choice([1, 2, 3], n),
        "sex": rng.choice(["F", "M"], n), "y": rng.normal(size=n), "z": rng.integers(0, 2, n),
    })
    made = padai.Wave(frame, padai.Design(weight="w", id="id"), id=name, date=dt.date(year, 5, 1))
    return padai.rake(made, {"sex": {"F": 0.5, "M": 0.5}})
one, two = wave("a", 2024), wave("b", 2025)
stack = padai.stack([one, two], overlap="none")
trend = padai.trend(stack, "q", net={"hi": ["3"]}, by="sex")
padai.difference(trend, "b", "a", adjust="none").to_markdown("fr")
padai.mean(one, "y", by="sex"); padai.total(one, "y"); padai.quantile(one, "y")
padai.ratio(one, "y", "w"); padai.banner(one, questions=["q", "z"], by=["sex"])
padai.crosstab_test(one, "q", "sex"); padai.ttest(one, "y", "sex")
padai.mean(padai.replicate_weights(one, "bootstrap", n=20, seed=1), "y")
padai.glm(one, "z ~ y + sex", family="binomial")
padai.trim(one, upper=3); padai.weighting_diagnostics(one); padai.plan(trend, n=1000)
padai.slope(trend)
survey = padai.load_survey(sys.argv[1])
found = padai.validate(padai.read_wave(survey, "2025"))
padai.simulate(survey, "2025", seed=1)
print(found.ok, repr(trend)[:10])
"""


def test_the_verbs_of_researchers_run_on_any_platform(tmp_path: Path) -> None:
    from tests.builders import mini

    folder = mini(tmp_path)
    run = subprocess.run(
        [sys.executable, "-c", ELSEWHERE, str(folder)], capture_output=True, text=True, cwd=ROOT
    )
    assert run.returncode == 0, run.stderr[-2000:]
    assert run.stdout.startswith("True <Estimates")


def test_one_version_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    recipe = (ROOT / "packaging/conda/meta.yaml").read_text(encoding="utf-8")
    recipe_version = re.search(r'set version = "([^"]+)"', recipe)
    assert recipe_version is not None
    assert {project["version"], str(citation["version"]), recipe_version[1]} == {padai.__version__}
    assert citation["cff-version"] == "1.2.0" and citation["title"] and citation["authors"]


def test_the_recipe_asks_for_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    recipe = (ROOT / "packaging/conda/meta.yaml").read_text(encoding="utf-8")
    for wanted in project["dependencies"]:
        name, bound = re.fullmatch(r"([\w.-]+)(?:\[\w+\])?(.*)", wanted).groups()
        assert f"    - {name.lower()} {bound}\n" in recipe


def test_what_was_not_tried_says_so() -> None:
    for name in ("Containerfile", "conda/meta.yaml"):
        first = (ROOT / "packaging" / name).read_text(encoding="utf-8").splitlines()[0]
        assert "UNTRIED" in first
