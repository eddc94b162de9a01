"""What the rooms of padai hold, counted: ``python -m tests.house``.

Lines and statements of the rooms that say and show, knots of floors, functions that take the whole
context, helpers that stand twice, words in code, and names that say nothing of what they hold.
"""

from __future__ import annotations

import ast
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "padai"
#: Rooms of which the size was an aim.
TALKING = ("publishing", "participation", "followup", "lottery")
SAYING = (*TALKING, "pipeline")
EMPTY_NAMES = ("found", "told", "said")
Function = ast.FunctionDef | ast.AsyncFunctionDef


def modules(room: str = "") -> Iterator[tuple[str, ast.Module]]:
    """Yield the name and the tree of each module of a room, or of all."""
    for path in sorted((PACKAGE / room).rglob("*.py")):
        name = ".".join(("padai", *path.relative_to(PACKAGE).with_suffix("").parts))
        yield name.removesuffix(".__init__"), ast.parse(path.read_text(encoding="utf-8"))


def size_of(room: str) -> tuple[int, int]:
    """Return the statements and the lines of a room, docstrings left out of the statements."""
    statements = lines = 0
    for path in (PACKAGE / room).rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        lines += text.count("\n")
        every = [n for n in ast.walk(ast.parse(text)) if isinstance(n, ast.stmt)]
        statements += sum(
            not (isinstance(n, ast.Expr) and isinstance(n.value, ast.Constant)) for n in every
        )
    return statements, lines


def imports_of(tree: ast.Module) -> Iterator[str]:
    """Yield what a module imports of padai when it runs, late imports too."""
    typing = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)
        for each in node.body
        for inner in ast.walk(each)
    }
    for node in ast.walk(tree):
        if id(node) in typing:
            continue
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("padai"):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.startswith("padai."))


def floor_of(name: str) -> str:
    """Return the room that a module or a name is in; of rooms that interlock, its floor."""
    parts = name.split(".")
    deep = 3 if len(parts) > 2 and parts[1] in SAYING else 2
    return ".".join(parts[: deep + (parts[1:3] == ["publishing", "products"])])


def knots() -> list[set[str]]:
    """Return sets of floors that import one another, late imports too."""
    edges: dict[str, set[str]] = defaultdict(set)
    for name, tree in modules():
        here = floor_of(name)
        edges[here] |= {floor_of(other) for other in imports_of(tree)} - {here, "padai"}
    reached = {floor: _reached(floor, edges) for floor in list(edges)}
    tied = [{b for b in reached[a] if a in reached.get(b, ())} for a in reached]
    return [set(each) for each in {frozenset(t) for t in tied if len(t) > 1}]


def _reached(start: str, edges: dict[str, set[str]]) -> set[str]:
    seen: set[str] = set()
    ahead = [start]
    while ahead:
        for other in edges.get(ahead.pop(), set()) - seen:
            seen.add(other)
            ahead.append(other)
    return seen


def whole_context(*rooms: str) -> tuple[int, int]:
    """Return how many functions of some rooms take a whole context, whatever it is called."""
    functions = [
        n for r in rooms for _, t in modules(r) for n in ast.walk(t) if isinstance(n, Function)
    ]
    return sum(map(_takes_context, functions)), len(functions)


def _takes_context(function: Function) -> bool:
    types = (a.annotation for a in ast.walk(function.args) if isinstance(a, ast.arg))
    return any(t is not None and re.search(r"\bContext\b", ast.unparse(t)) for t in types)


def standing_twice() -> list[str]:
    """Return the private functions of several lines that have one body in two modules."""
    where: dict[str, list[str]] = defaultdict(list)
    for name, tree in modules():
        for node in tree.body:
            if isinstance(node, ast.FunctionDef) and node.name.startswith("_"):
                body = node.body[1:] if ast.get_docstring(node) else node.body
                text = "".join(map(ast.dump, body))
                if len(body) > 1 or len(text) > 300:
                    where[f"{node.name} {text}"].append(f"{name}.{node.name}")
    return sorted(" = ".join(names) for names in where.values() if len(names) > 1)


def classes_of_one_name() -> dict[str, list[str]]:
    """Return the names that several modules give to a class of theirs, with these modules."""
    where: dict[str, list[str]] = defaultdict(list)
    for name, tree in modules():
        for node in tree.body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                where[node.name].append(name)
    return {name: modules for name, modules in sorted(where.items()) if len(modules) > 1}


def words_in_code() -> dict[str, str]:
    """Return the French texts of several words that stand in code under their tag, by module."""
    return {
        name: value.value
        for name, tree in modules()
        if not name.startswith("padai.words")
        for node in ast.walk(tree)
        if isinstance(node, ast.Dict)
        for key, value in zip(node.keys, node.values, strict=True)
        if isinstance(key, ast.Constant) and key.value == "fr"
        if isinstance(value, ast.Constant) and " " in str(value.value)
    }


def empty_names() -> Counter[str]:
    """Return, by room, how often a name is assigned that says nothing of what it holds."""
    counted: Counter[str] = Counter()
    for name, tree in modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                counted[name.split(".")[1] if "." in name else ""] += node.id in EMPTY_NAMES
    return +counted


def main() -> None:
    """Print all of it."""
    for room in SAYING:
        print(f"{room}: {'{:,} statements, {:,} lines'.format(*size_of(room))}")
    print("knots of floors:", knots() or 0)
    print(
        "functions right of the store that take a whole context: {} of {}".format(
            *whole_context(*TALKING)
        )
    )
    print("helpers that stand twice:", standing_twice() or 0)
    print("names of several classes:", sorted(classes_of_one_name()))
    print("texts in code:", words_in_code() or 0)
    print("found, told, said assigned:", sum(empty_names().values()), dict(empty_names()))


if __name__ == "__main__":
    main()
