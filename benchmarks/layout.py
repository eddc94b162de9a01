"""Count how the package hangs together: ``python benchmarks/layout.py [ROOT]``.

A circle is a set of sibling folders or files that import one another, late imports and imports of
types included. A repeated function has the same body, docstring apart, as another one.
"""

from __future__ import annotations

import ast
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

_MAPPED = 150
"""Bodies that are written in fewer signs of their tree are too short to be repetitions."""


def modules(root: Path) -> dict[str, ast.Module]:
    """Return the tree of each module by its dotted name."""
    found = {}
    for path in sorted((root / "padai").rglob("*.py")):
        parts = path.relative_to(root).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        found[name] = ast.parse(path.read_text(encoding="utf-8"))
    return found


def imports(trees: dict[str, ast.Module]) -> Iterator[tuple[str, str]]:
    """Yield who imports whom."""
    for name, tree in trees.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.module:
                for alias in node.names:
                    full = f"{node.module}.{alias.name}"
                    found = full if full in trees else node.module
                    if found in trees:
                        yield name, found
            elif isinstance(node, ast.Import):
                yield from ((name, alias.name) for alias in node.names if alias.name in trees)


def circles(edges: set[tuple[str, str]], room: str) -> list[set[str]]:
    """Return the sets of a room's children that import one another, the largest first."""
    inside: dict[str, set[str]] = defaultdict(set)
    for one, other in edges:
        a, b = _child(one, room), _child(other, room)
        if a and b and a != b:
            inside[a].add(b)
    reach = {name: _reached(inside, name) for name in inside}
    found = {frozenset({n} | {m for m in reach[n] if n in reach.get(m, ())}) for n in reach}
    return sorted((set(c) for c in found if len(c) > 1), key=len, reverse=True)


def _child(name: str, room: str) -> str:
    start = f"{room}."
    return name.removeprefix(start).split(".")[0] if name.startswith(start) else ""


def _reached(edges: dict[str, set[str]], start: str) -> set[str]:
    seen: set[str] = set()
    left = [start]
    while left:
        new = edges.get(left.pop(), set()) - seen
        seen |= new
        left += new
    return seen


def main(root: Path) -> None:
    """Print the counts of one tree."""
    trees = modules(root)
    edges = set(imports(trees))
    packages = sorted({name.rpartition(".")[0] for name in trees if "." in name})
    for room in packages:
        for circle in circles(edges, room):
            print(f"{room}: a circle of {len(circle)}: {', '.join(sorted(circle))}")
    functions = [n for t in trees.values() for n in ast.walk(t) if isinstance(n, ast.FunctionDef)]
    bodies = Counter(
        ast.dump(ast.Module(n.body[1:] if ast.get_docstring(n) else n.body, [])) for n in functions
    )
    again = sum(count for body, count in bodies.items() if count > 1 and len(body) > _MAPPED)
    whole = sum(any(a.arg == "context" for a in n.args.args) for n in functions)
    folders = Counter(name.rpartition(".")[0] for name in trees)
    print(f"functions: {len(functions)}; with a whole context: {whole}; repeated: {again}")
    print(
        f"statements: {sum(isinstance(n, ast.stmt) for t in trees.values() for n in ast.walk(t))}"
    )
    print(f"largest folders: {', '.join(f'{n} {c}' for n, c in folders.most_common(4))}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1])
