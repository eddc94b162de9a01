"""The same bytes whatever the number of threads that linear algebra may use."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from padai.numerics.threads import thread_counts

PACKAGE = Path(__file__).parents[1] / "padai"
# What goes through the linear algebra library. Simulation, which may not see `numerics`, multiplies
# only rows by a few columns.
PRODUCTS = {
    "dot", "vdot", "inner", "tensordot", "matmul", "einsum", "cov", "corrcoef", "lstsq", "solve",
    "inv", "pinv", "cholesky", "qr", "eigh", "eigvalsh", "eigvals", "eig", "svd", "det",
    "matrix_rank", "cho_factor", "cho_solve", "solve_triangular", "lu_factor", "multi_dot", "norm",
}  # fmt: skip
ROOMS = (
    "numerics", "estimation", "results", "smallarea", "nonrandom", "trends", "weighting", "waves",
    "validation",
)  # fmt: skip

PROGRAM = """
import hashlib, sys
import numpy as np
import pandas as pd
import padai
from padai.numerics.threads import _libraries

for _, limit in _libraries():
    limit(int(sys.argv[1]))
rng = np.random.default_rng(3)
n, letters, many = 4000, list("abcdefghij"), [str(i) for i in range(25)]
frame = pd.DataFrame({
    "id": range(n), "h": rng.integers(0, 40, n), "w": rng.uniform(0.5, 3, n),
    "y": rng.normal(size=n), "x": rng.normal(size=n), "z": rng.integers(0, 2, n),
    "q": rng.choice([1, 2, 3, 4, 5], n), "g": rng.choice(letters, n), "k": rng.choice(many, n),
})
frame["c"] = frame["h"] * 2000 + rng.integers(0, 100, n)
design = padai.Design(weight="w", stratum="h", psu="c", id="id")
plain = padai.Wave(frame, design, id="a")
margins = {"g": dict.fromkeys(letters, 0.1), "k": dict.fromkeys(many, 0.04)}
raked = padai.rake(plain, margins)
copied = padai.replicate_weights(plain, "bootstrap", n=120, seed=1)
later = padai.rake(padai.Wave(frame.assign(q=rng.choice([1, 2, 3, 4, 5], n)), design, id="b"), margins)
waves = {
    "plain": plain, "raked": raked, "replicates": copied, "raked replicates": padai.rake(copied, margins),
    "stack": padai.stack([raked, later], overlap="respondent"),
    "calibrated": padai.calibrate(plain, {"g": margins["g"], "x": 50.0}),
}

def tell(name, *found):
    parts = [f.select_dtypes("number").to_numpy(float) if hasattr(f, "columns") else np.asarray(f, float) for f in found]
    print(name, hashlib.sha256(b"".join(np.ascontiguousarray(p).tobytes() for p in parts)).hexdigest())

for name, wave in waves.items():
    share, mean = padai.proportion(wave, "q", by=["g", "k"]), padai.mean(wave, ["y", "x"], by=["g", "k"])
    median = padai.quantile(wave, "y", by="g")
    tell(name + ": weights", wave.weights)
    tell(name + ": proportion", share.frame, share.cov(range(60)))
    tell(name + ": mean", mean.frame, mean.cov())
    tell(name + ": quantile", median.frame, median.cov())
    tell(name + ": total, ratio", padai.total(wave, "y", by="k").frame, padai.ratio(wave, "y", "w", by="g").frame)
    tell(name + ": banner", padai.banner(wave, questions=["q", "z"], by=["g", "k"]).frame)
    model = padai.glm(wave, "z ~ x * C(g) + C(k)", family="binomial")
    tell(name + ": glm", model.frame, model.covariance, padai.predict(model, frame.head(300)).frame,
         padai.marginal_effects(model, "x").frame, padai.term_test(model, "g").frame)
    if name != "raked replicates":
        tell(name + ": ordinal", padai.ordinal(wave, "q ~ x + C(g)").frame)
    tell(name + ": tests", padai.crosstab_test(wave, "q", "k").frame, padai.ttest(wave, "y", "z").frame,
         padai.ranktest(wave, "y", "g").frame)
trend = padai.trend(waves["stack"], "q", net="1", by=["g", "k"])
tell("difference", padai.difference(trend, "b", "a", adjust="holm").frame)
tell("standardise", padai.standardise(waves["stack"], "q", by="g", net="1", to=margins["g"]).frame)
tell("trim", padai.trim(raked, upper=2.5, rerake=True).weights)
tell("nonresponse", padai.adjust_nonresponse(plain, "z", propensity=["x", "g"]).weights)
tell("paired", padai.paired_change(raked, later, "q", net="1", weight=None).frame)
"""


def _told(threads: int) -> list[str]:
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(threads)],
        capture_output=True,
        text=True,
        check=False,
        cwd=PACKAGE.parent,
        env={**os.environ, "PADAI_LANG": "en"},
        timeout=600,
    )
    assert run.returncode == 0, run.stderr[-2000:]
    return run.stdout.splitlines()


@pytest.mark.skipif(not thread_counts(), reason="numpy stands on another library than OpenBLAS")
def test_public_verbs_give_the_same_bytes_in_one_thread_and_in_two() -> None:
    once, twice = _told(1), _told(2)
    assert len(once) > 50
    assert [a.split(":")[0] for a, b in zip(once, twice, strict=True) if a != b] == []
    assert once == twice


def _outermost(body: list[ast.stmt]) -> Iterator[ast.FunctionDef]:
    for node in body:
        if isinstance(node, ast.ClassDef):
            yield from _outermost(node.body)
        elif isinstance(node, ast.FunctionDef):
            yield node


def _multiplies(node: ast.AST) -> bool:
    if isinstance(node, ast.BinOp):
        return isinstance(node.op, ast.MatMult)
    if not isinstance(node, ast.Call):
        return False
    called = node.func
    name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
    return name in PRODUCTS


@pytest.mark.parametrize("room", ROOMS)
def test_every_function_that_multiplies_matrices_is_pinned(room: str) -> None:
    loose = []
    for path in sorted((PACKAGE / room).rglob("*.py")):
        for function in _outermost(ast.parse(path.read_text(encoding="utf-8")).body):
            if not any(map(_multiplies, ast.walk(function))):
                continue
            marks = " ".join(ast.dump(mark) for mark in function.decorator_list)
            lazy = any(isinstance(node, ast.Yield | ast.YieldFrom) for node in ast.walk(function))
            if lazy or ("pinned" not in marks and "one_thread" not in marks):
                loose.append(f"{path.name}: {function.name}")
    assert loose == []
