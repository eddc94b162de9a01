"""Change one thing of the code at a time, and see whether a test notices.

    python -m tests.nightly.mutants --sample 300

Each mutant runs in a process forked from one that has already loaded the libraries, so that it
costs the time of the tests alone. Annotations, docstrings and messages are not changed: nothing
depends on them.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import copy
import importlib
import importlib.abc
import importlib.util
import io
import json
import os
import random
import resource
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROOMS: dict[str, dict[str, str]] = {
    "disclosure": {
        "disclosure/gate": "spec:disclosure spec:secondary",
        "disclosure/reliability": "spec:disclosure",
        "disclosure/confidentiality": "spec:disclosure",
        "disclosure/secondary": "spec:secondary few-tables",
        "disclosure/relations": "spec:secondary few-tables",
        "disclosure/audit": "spec:secondary few-tables",
        "disclosure/joint": "spec:joint_tables",
        "disclosure/aims": "spec:joint_tables",
        "disclosure/examples": "spec:joint_tables",
        "disclosure/linked": "spec:joint_tables",
        "disclosure/protection": "spec:joint_tables",
        "numerics/suppression_examples": "spec:suppression_examples spec:joint_tables",
        "numerics/suppression": "spec:secondary few-tables",
    },
    "trends": {
        "trends/verdicts": "spec:verdicts spec:bad_series",
        "trends/families": "spec:families",
        "trends/breaks": "spec:breaks spec:differences",
        "trends/bridges": "spec:bridges spec:bridge_definitions",
        "trends/comparable": "spec:bridges spec:slopes spec:breaks",
        "trends/differences": "spec:differences spec:bridges spec:families reference:waves spec:verdicts",
        "trends/slopes": "spec:slopes reference:slopes",
        "trends/interactions": "spec:interactions reference:interactions",
        "trends/minipublic": "spec:minipublic",
        "trends/planning": "spec:planning",
        "numerics/differences": "spec:comparison_arithmetic spec:differences",
        "numerics/multiplicity": "spec:multiplicity",
        "numerics/max_t": "spec:comparison_arithmetic spec:slopes",
        "numerics/slopes": "spec:comparison_arithmetic spec:slopes reference:slopes",
        "numerics/smoother": "spec:comparison_arithmetic spec:smoothing",
        "numerics/contrasts": "spec:comparison_arithmetic reference:domains reference:waves",
        "numerics/decomposition": "spec:decomposition spec:standardised property:trend_properties",
        "numerics/oaxaca": "spec:oaxaca",
        "numerics/wave_pairs": "spec:tables_by_rows spec:wave_pairs",
        "numerics/group_pairs": "spec:tables_by_rows",
        "numerics/planning": "spec:planning",
        "numerics/exact": "spec:minipublic",
        "numerics/reliability": "spec:index",
    },
    "estimation": {
        "numerics/variance": "spec:variance_by_hand reference:lonely",
        "numerics/linearisation": "reference:estimation reference:proportions",
        "numerics/stages": "spec:variance_by_hand",
        "numerics/degrees": "spec:variance_by_hand",
        "numerics/intervals": "spec:intervals_by_hand reference:proportions",
        "numerics/quantiles": "reference:quantiles spec:weighted_quantiles",
        "numerics/ranks": "spec:regression_by_hand reference:tests",
        "numerics/association": "spec:association_by_hand reference:tests",
        "numerics/quadratic_forms": "spec:association_by_hand property:inference_properties reference:tests",
        "numerics/calibration": "spec:calibration_by_hand spec:weighting reference:weighting",
        "numerics/calibration_solver": "spec:calibration_by_hand spec:weighting property:weighting",
        "numerics/residuals": "spec:residuals_by_hand",
        "numerics/trimming": "spec:calibration_by_hand spec:weighting",
        "numerics/replication": "spec:replicates_by_hand",
        "numerics/regression": "spec:regression_by_hand reference:regression",
        "numerics/tabulation": "spec:tables_by_rows spec:banner property:designs",
        "numerics/table_variance": "spec:tables_by_rows",
        "numerics/weight_diagnostics": "spec:weighting reference:weighting",
        "estimation/proportions": "spec:letters_and_effects spec:wave_pairs",
        "estimation/letters": "spec:letters_and_effects comparisons",
        "estimation/effects": "spec:letters_and_effects models",
    },
}
"""The modules that are mutated, by room, and the tests that must notice."""

_ORDER = "codes are put in order, or only told apart, afterwards"
_START = "a start of the solver: the answer is the one that meets every total, or an error"
_UNUSED = "the value stands where another one is taken in the end"
_ROUNDED = "within the tolerance either way: what is left is rounding"
_TIE = "two computed numbers that would have to be equal to the last bit"
_SHORT = "a shorter way to what the longer way gives too"
EQUIVALENT: dict[str, dict[tuple[str, str], str]] = {
    "numerics/suppression": {
        (
            "low = np.array([solver.extreme(k, 1.0) for k in at])",
            "1.0 to 2.0",
        ): "a cost is multiplied: the least is reached at the same place",
        (
            "return np.ceil(low - _TOLERANCE) + 0.0, np.floor(high + _TOLERANCE) + 0.0",
            "Add to Sub",
        ): "0.0 is there to say 0 rather than -0",
        (
            "self.matrix = matrix[np.diff(matrix.indptr) > 0]",
            "Gt to GtE",
        ): "relations without a cell say nothing",
        (
            "matrix = matrix[np.diff(matrix.indptr) > 0]",
            "Gt to GtE",
        ): "relations without a cell say nothing",
        (
            "moved = np.abs(optimum.x[: len(moves)] - optimum.x[len(moves) :]) > _TOLERANCE",
            "Gt to GtE",
        ): _TIE,
    },
    "trends/verdicts": {
        ("up = difference > 0", "Gt to GtE"): "a difference of zero is never significant",
    },
    "trends/bridges": {
        ("if survey is None or not crossed:", "to And"): _SHORT,
        (
            "turned = survey.wave(later).date < survey.wave(earlier).date",
            "Lt to LtE",
        ): "waves on the two sides of a break have different dates",
        ("if crossed:", "always"): "crossing no break moves nothing",
    },
    "trends/comparable": {
        (
            "groups = frame.iloc[chosen].groupby(list(KEY), observed=True, sort=False).indices",
            "False to True",
        ): _ORDER,
    },
    "numerics/planning": {
        ("finite = np.where(np.isfinite(df) & (df > 0), df, 1.0)", "BitAnd to BitOr"): _UNUSED,
        **dict.fromkeys(
            [
                ("return np.where(df > 0, quantile, np.nan)", "Gt to GtE"),
                ("return np.where(df > 0, probability, np.nan)", "Gt to GtE"),
            ],
            "Student's law of no degree of freedom has no value either",
        ),
    },
    "numerics/degrees": {
        (
            "if design.replicates is not None and not design.staged:",
            "always",
        ): "domain by domain instead of at once",
    },
    "numerics/replication": {
        (
            "units = 1.0 - (1.0 - rho) * second[:, None] * signs.T[strata]",
            "Mult to Div",
        ): "by a sign, a product is a quotient",
    },
    "numerics/variance": {
        ("if k <= 64:", "LtE to Lt"): _SHORT,
    },
    "trends/differences": {
        ("codes, labels = pd.factorize(names, sort=False)", "False to True"): _ORDER,
        (
            "out = out.iloc[:asked].reset_index(drop=True)",
            "True to False",
        ): "columns are named afterwards, and the old index is none of them",
    },
    "numerics/group_pairs": {
        (
            "stage.stratum_of_psu, there.reshape(len(there), -1).astype(np.float64), stage.n_strata",
            "1 to 2",
        ): "numpy takes any negative size for the one to be worked out",
    },
    "numerics/table_variance": {
        (
            'design.lonely_domain and design.lonely_psu == "adjust"',
            "to Or",
        ): "a policy that does not look at domains is applied domain by domain",
    },
    "numerics/residuals": {
        (
            "return np.concatenate(sums) if sums else np.zeros((0, values.shape[1]))",
            "1 to 2",
        ): "a calibration has a margin or a total",
        (
            "spread = np.sqrt(np.mean(columns**2, axis=0)) if columns.size else np.ones(columns.shape[1])",
            "2 to 3",
        ): "a unit of the columns, which a regression does not feel",
    },
    "numerics/regression": {
        ("stalled = moved < 1e-9 * size and moved >= best", "GtE to Gt"): _TIE,
        (
            "if step > 1 and (moved <= _TOLERANCE * size or (stalled and by_score)):",
            "LtE to Lt",
        ): _TIE,
    },
    "numerics/quadratic_forms": {
        ("if abs(s) < 1e-5 * upper:", "Lt to LtE"): _TIE,
    },
    "numerics/calibration_solver": {
        ("_MOST = 200", "200 to 201"): "what converges does so in far fewer steps",
        ("_SWEEPS = 40", "40 to 41"): _START,
        ("_SLOW = 0.25", "0.25 to 1.25"): _START,
        ("_ROUGH = 1e-2", "0.01 to 1.01"): _START,
        (
            'free = 1.0 + u if self.method == "linear" else np.exp(np.minimum(u, 300.0))',
            "300.0 to 301.0",
        ): "a weight that is e to the 300 times another is none in any survey",
        ("if not self.bounded:", "never"): _SHORT,
        ("inside = (free > self.lower) & (free < self.upper)", "Gt to GtE"): _TIE,
        ("inside = (free > self.lower) & (free < self.upper)", "Lt to LtE"): _TIE,
        (
            "e = np.exp(np.clip(steepness * u, -300.0, 300.0))",
            "300.0 to 301.0",
        ): "a weight that is e to the 300 times another is none in any survey",
        ('if distance.method == "raking":', "never"): _START,
        (
            "u = _sweeps(constraints, d, u, _ROUGH if distance.bounded else _ROUNDING)",
            "never",
        ): _START,
        (
            "u = _sweeps(constraints, d, u, _ROUGH if distance.bounded else _ROUNDING)",
            "always",
        ): _START,
        ("while steps < _MOST and misfit.max(initial=0.0) > _ROUNDING:", "Lt to LtE"): _TIE,
        ("while steps < _MOST and misfit.max(initial=0.0) > _ROUNDING:", "Gt to GtE"): _TIE,
        (
            "before, misfit = misfit.max(initial=0.0), constraints.misfit(raw)",
            "0.0 to 1.0",
        ): _ROUNDED,
        ("if before <= TOLERANCE and misfit.max(initial=0.0) > 0.1 * before:", "never"): _ROUNDED,
        (
            "if before <= TOLERANCE and misfit.max(initial=0.0) > 0.1 * before:",
            "LtE to Lt",
        ): _ROUNDED,
        (
            "if before <= TOLERANCE and misfit.max(initial=0.0) > 0.1 * before:",
            "Gt to GtE",
        ): _ROUNDED,
        (
            "if before <= TOLERANCE and misfit.max(initial=0.0) > 0.1 * before:",
            "0.0 to 1.0",
        ): _ROUNDED,
        (
            "if before <= TOLERANCE and misfit.max(initial=0.0) > 0.1 * before:",
            "Mult to Div",
        ): _ROUNDED,
        (
            "if before <= TOLERANCE and misfit.max(initial=0.0) > 0.1 * before:",
            "0.1 to 1.1",
        ): _ROUNDED,
        ("good = good if len(whole) == len(constraints.partial) else _ROUGH", "never"): _START,
        ("good = good if len(whole) == len(constraints.partial) else _ROUGH", "always"): _START,
        (
            "good = good if len(whole) == len(constraints.partial) else _ROUGH",
            "Eq to NotEq",
        ): _START,
        ("weights, worst = d * np.exp(np.minimum(u, 300.0)), np.inf", "300.0 to 301.0"): _START,
        ("for _ in range(_SWEEPS if whole else 0):", "no turn"): _START,
        ("for _ in range(_SWEEPS if whole else 0):", "never"): _START,
        ("for _ in range(_SWEEPS if whole else 0):", "always"): _START,
        ("for _ in range(_SWEEPS if whole else 0):", "0 to 1"): _START,
        ("before, worst = worst, 0.0", "0.0 to 1.0"): _START,
        ("for m in whole:", "no turn"): _START,
        (
            "ratio = constraints.shares[m] * constraints.total / np.where(reached > 0, reached, 1.0)",
            "Gt to GtE",
        ): _START,
        (
            "ratio = constraints.shares[m] * constraints.total / np.where(reached > 0, reached, 1.0)",
            "0 to 1",
        ): _START,
        (
            "ratio = constraints.shares[m] * constraints.total / np.where(reached > 0, reached, 1.0)",
            "1.0 to 2.0",
        ): _START,
        ("worst = max(worst, float(np.abs(ratio - 1).max()))", "Sub to Add"): _START,
        ("worst = max(worst, float(np.abs(ratio - 1).max()))", "1 to 2"): _START,
        ("logs[m] += np.log(ratio)", "Add to Sub"): _START,
        ("weights = weights * ratio[codes]", "Mult to Div"): _START,
        ("if worst <= good or worst > _SLOW * before:", "never"): _START,
        ("if worst <= good or worst > _SLOW * before:", "always"): _START,
        ("if worst <= good or worst > _SLOW * before:", "to And"): _START,
        ("if worst <= good or worst > _SLOW * before:", "LtE to Lt"): _START,
        ("if worst <= good or worst > _SLOW * before:", "Gt to GtE"): _START,
        ("if worst <= good or worst > _SLOW * before:", "Mult to Div"): _START,
        ("u = u + logs[m][constraints.codes[m]]", "Add to Sub"): _START,
        (
            "size = np.where(diagonal > 0, np.sqrt(np.abs(diagonal)), 1.0)",
            "0 to 1",
        ): "a direction without weight, which the pseudo-inverse leaves out",
        (
            "size = np.where(diagonal > 0, np.sqrt(np.abs(diagonal)), 1.0)",
            "1.0 to 2.0",
        ): "a direction without weight, which the pseudo-inverse leaves out",
        (
            "step = np.linalg.pinv(scaled, rcond=1e-11, hermitian=True) @ (gradient / size) / size",
            "True to False",
        ): "the same pseudo-inverse by another routine",
        ("if pivots.min() < 1e-5:", "Lt to LtE"): _TIE,
        (
            "if rise <= 0.9 * abs(descent) or abs(descent) <= 1e-28 * constraints.total**2:",
            "LtE to Lt",
        ): _TIE,
    },
    "estimation/letters": {
        (
            "t = np.where(spread > 1e-14 * top[:, None, None], gap / np.sqrt(spread), np.nan)",
            "Gt to GtE",
        ): _TIE,
        ("if not np.isfinite(own).any():", "never"): _SHORT,
    },
    "estimation/proportions": {
        (
            "CodedColumn(np.where(inside, field.codes, -1), field.labels)",
            "1 to 2",
        ): "every code under 0 is out of the base",
    },
}
"""Changes after which no answer can be another one: of a module, the line and the change, and why.

They are left out of the scores, and counted apart.
"""


def tests_of(path: str) -> list[str]:
    """Return the tests that must notice a change of a module."""
    named = next(room[path] for room in ROOMS.values() if path in room)
    return [_tests_named(name) for name in named.split()]


def _tests_named(name: str) -> str:
    if name == "few-tables":
        return "tests/property/test_suppression.py::test_a_few_tables"
    folder, _, file = name.rpartition(":")
    return f"tests/{folder}/test_{file}.py" if folder else f"tests/test_{file}.py"


SECONDS = 60
_COMPARED = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
_COMPUTED = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd, ast.Pow: ast.Mult, ast.FloorDiv: ast.Mult, ast.Mod: ast.Mult,
}  # fmt: skip


@dataclass(frozen=True)
class Mutant:
    """One change: the module, the line and its text, what was changed, and the changed tree."""

    path: str
    line: int
    text: str
    change: str
    tree: ast.Module

    @property
    def where(self) -> tuple[str, str]:
        """The line and the change, as EQUIVALENT names them."""
        return self.text, self.change


def mutants_of(path: str) -> Iterator[Mutant]:
    """Yield every single change of a module."""
    text = _file(path).read_text(encoding="utf-8")
    tree, lines = ast.parse(text), ["", *(line.strip() for line in text.splitlines())]
    places = [n for n in _code(tree) if list(_changes(n))]
    order = {id(node): k for k, node in enumerate(ast.walk(tree))}
    for place in places:
        for index, (said, _) in enumerate(_changes(place)):
            other = copy.deepcopy(tree)
            twin = list(ast.walk(other))[order[id(place)]]
            list(_changes(twin))[index][1]()
            line = getattr(place, "lineno", 0)
            yield Mutant(path, line, lines[line], said, ast.fix_missing_locations(other))


def _file(path: str) -> Path:
    return ROOT / "padai" / f"{path}.py"


def _code(tree: ast.AST) -> Iterator[ast.AST]:
    """Yield the nodes of a tree that are computed: no annotation, docstring or message."""
    for name, value in ast.iter_fields(tree):
        if name in ("annotation", "returns", "decorator_list", "type_params", "bases"):
            continue
        for node in value if isinstance(value, list) else [value]:
            if not isinstance(node, ast.AST) or isinstance(node, (ast.Raise, ast.JoinedStr)):
                continue
            if isinstance(node, ast.keyword) and node.arg == "strict":
                continue  # lengths are equal by construction: nothing computed depends on it
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
                continue
            if isinstance(node, ast.If) and _typing_only(node):
                continue
            yield node
            yield from _code(node)


def _typing_only(node: ast.If) -> bool:
    return isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def _changes(node: ast.AST) -> Iterator[tuple[str, object]]:
    """Yield what may be changed of a node, in words, with what changes it."""
    if isinstance(node, ast.Compare) and type(node.ops[0]) in _COMPARED:
        new = _COMPARED[type(node.ops[0])]
        yield f"{type(node.ops[0]).__name__} to {new.__name__}", lambda: _first(node.ops, new())
    elif isinstance(node, (ast.BinOp, ast.AugAssign)) and type(node.op) in _COMPUTED:
        new_op = _COMPUTED[type(node.op)]
        name = f"{type(node.op).__name__} to {new_op.__name__}"
        yield name, lambda: setattr(node, "op", new_op())
    elif isinstance(node, ast.BoolOp):
        other = ast.Or if isinstance(node.op, ast.And) else ast.And
        yield f"to {other.__name__}", lambda: setattr(node, "op", other())
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, (ast.Not, ast.Invert, ast.USub)):
        yield (
            f"no {type(node.op).__name__}",
            lambda: (
                setattr(node, "op", ast.UAdd()) if (isinstance(node.op, ast.USub)) else _twice(node)
            ),
        )
    elif isinstance(node, ast.Constant) and type(node.value) in (int, float, bool):
        value = node.value
        new_value = (not value) if isinstance(value, bool) else value + 1
        yield f"{value} to {new_value}", lambda: setattr(node, "value", new_value)
    elif isinstance(node, (ast.If, ast.IfExp, ast.While)):
        yield "never", lambda: setattr(node, "test", ast.Constant(False))
        if not isinstance(node, ast.While):
            yield "always", lambda: setattr(node, "test", ast.Constant(True))
    elif isinstance(node, ast.For):
        yield "no turn", lambda: setattr(node, "iter", ast.Tuple([], ast.Load()))
    elif isinstance(node, (ast.Break, ast.Continue)):
        return


def _first(items: list[ast.cmpop], new: ast.cmpop) -> None:
    items[0] = new


def _twice(node: ast.UnaryOp) -> None:
    """Undo a negation: not not x, ~~x."""
    node.operand = ast.UnaryOp(copy.copy(node.op), node.operand)


class _Changed(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Imports one module from a changed tree."""

    def __init__(self, mutant: Mutant) -> None:
        self.mutant = mutant
        self.name = f"padai/{mutant.path}".replace("/", ".")

    def find_spec(self, name: str, path: object, target: object = None) -> object:
        if name != self.name:
            return None
        return importlib.util.spec_from_loader(name, self, origin=str(_file(self.mutant.path)))

    def exec_module(self, module: object) -> None:
        code = compile(self.mutant.tree, str(_file(self.mutant.path)), "exec")
        exec(code, module.__dict__)


def noticed(mutant: Mutant | None, tests: Sequence[str], seconds: int = SECONDS) -> bool:
    """Run tests in a forked process on a mutant (none: on the code as it is)."""
    child = os.fork()
    if child == 0:
        os._exit(_child(mutant, tests, seconds))
    _, status = os.waitpid(child, 0)
    return status != 0


def _child(mutant: Mutant | None, tests: Sequence[str], seconds: int) -> int:
    import pytest

    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    signal.alarm(seconds * 20)
    for name in [n for n in sys.modules if n.split(".")[0] in ("padai", "tests")]:
        del sys.modules[name]
    if mutant is not None:
        sys.meta_path.insert(0, _Changed(mutant))
    options = ["-x", "-q", "-p", "no:cacheprovider", "-p", "no:hypothesispytest", "--no-header"]
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        return int(pytest.main([*options, *tests]))


def load() -> None:
    """Load what every mutant needs, once."""
    for name in (
        "numpy",
        "pandas",
        "pydantic",
        "yaml",
        "scipy.optimize",
        "scipy.sparse.csgraph",
        "scipy.stats",
        "pytest",
        "hypothesis",
    ):
        importlib.import_module(name)


def run(sample: int, seed: int, modules: Sequence[str], tell: bool) -> dict[str, object]:
    """Run a sample of the mutants of some modules and return the figures, scores in per cent."""
    os.chdir(ROOT)
    sys.path.insert(0, str(ROOT))
    load()
    counts = {}
    for path in modules:
        started = time.monotonic()
        counts[path] = _tried(path, sample, seed, tell)
        if tell:
            print(path, counts[path], f"{time.monotonic() - started:.0f} s", flush=True)
    rooms = {
        room: _score([counts[path] for path in counts if path in paths])
        for room, paths in ROOMS.items()
        if set(counts) & set(paths)
    }
    what = ("mutants", "equivalent", "tried", "killed")
    total = {name: sum(c[name] for c in counts.values()) for name in what}
    return {
        "part": "mutants",
        **total,
        "score": _score(list(counts.values())),
        "rooms": rooms,
        "modules": counts,
    }


def _tried(path: str, sample: int, seed: int, tell: bool) -> dict[str, int]:
    tests = tests_of(path)
    if noticed(None, tests):
        raise SystemExit(f"{path}: its tests fail without any change")
    found = list(mutants_of(path))
    excused = EQUIVALENT.get(path, {})
    unknown = excused.keys() - {mutant.where for mutant in found}
    if unknown:
        raise SystemExit(f"{path}: EQUIVALENT names changes that are none: {sorted(unknown)}")
    chosen = random.Random(seed).sample(found, min(sample, len(found)))
    chosen = [mutant for mutant in chosen if mutant.where not in excused]
    killed = 0
    for mutant in chosen:
        if noticed(mutant, tests):
            killed += 1
        elif tell:
            print(f"{path}:{mutant.line}: {mutant.change} | {mutant.text}", flush=True)
    equivalent = sum(mutant.where in excused for mutant in found)
    return {"mutants": len(found), "equivalent": equivalent, "tried": len(chosen), "killed": killed}


def _score(counts: Sequence[dict[str, int]]) -> float:
    tried = sum(c["tried"] for c in counts)
    return round(100 * sum(c["killed"] for c in counts) / max(tried, 1), 1)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures as JSON; the exit code is 1 where a room is under the least score."""
    every = [path for room in ROOMS.values() for path in room]
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=int, default=10_000, help="mutants a module, at most")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--least", type=float, default=85.0, help="per cent, of each room")
    parser.add_argument("--tell", action="store_true", help="name each survivor as it is found")
    parser.add_argument("modules", nargs="*", default=every, help="as trends/verdicts")
    given = parser.parse_args(arguments)
    figures = run(given.sample, given.seed, given.modules or every, given.tell)
    print(json.dumps(figures))
    rooms = figures["rooms"]
    assert isinstance(rooms, dict)
    return 0 if min(rooms.values()) >= given.least else 1


if __name__ == "__main__":
    sys.exit(main())
