"""A publishing step is carried out again exactly where something that it depends on changed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import grimp
import pytest

from padai.publishing import steps as steps_module
from padai.publishing.steps import Steps, code_digest
from padai.store import ABOUT_THE_BUILD, Store, open_store, sha256
from tests.publishing_store import make_store

READS = {"shares": {"trends.csv"}, "words": {"words.csv"}, "both": {"trends.csv", "words.csv"}}
"""What each step of :func:`publish` reads beside ``texts.json``."""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return make_store(tmp_path_factory.mktemp("store"))


def _shares(store: Store, out: Path) -> list[Path]:
    return _write(out / "shares.txt", str(store.tables["trends"]["estimate"].sum()))


def _words(store: Store, out: Path) -> list[Path]:
    return _write(out / "words.txt", (store.folder / "words.csv").read_text(encoding="utf-8"))


def _both(store: Store, out: Path) -> list[Path]:
    count = len(store.tables["trends"])
    return _write(out / "both.txt", f"{count} {(store.folder / 'words.csv').stat().st_size}"
                  + (store.folder / "words.csv").read_text(encoding="utf-8"))  # fmt: skip


def _write(path: Path, text: str) -> list[Path]:
    path.write_text(text, encoding="utf-8")
    return [path]


def publish(store: Store, out: Path, before: Path | None = None, given: Any = None) -> set[str]:
    """Carry out three steps, write their manifest, and return those that were not taken over."""
    (out / "interne").mkdir(parents=True)
    step = Steps(store, out, before)
    step("shares", _shares, pages=True)
    step("words", _words)
    step("both", _both, given=given)
    rows = [{"name": f.relative_to(out).as_posix(), "sha256": sha256(f)} for f in step.files]
    manifest = {"steps": step.carried_out, "outputs": rows}
    (out / "interne" / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    return {s["name"] for s in step.carried_out if not s["taken_over"]}


@pytest.fixture
def first(store: Store, tmp_path: Path) -> Path:
    assert publish(store, tmp_path / "first") == set(READS)
    return tmp_path / "first"


def test_nothing_changed_nothing_is_made_again(store: Store, first: Path, tmp_path: Path) -> None:
    assert publish(store, tmp_path / "second", first) == set()
    for name in ("shares.txt", "words.txt", "both.txt"):
        assert (tmp_path / "second" / name).read_bytes() == (first / name).read_bytes()


def test_a_byte_of_the_store_reruns_what_reads_it(
    store: Store, first: Path, tmp_path: Path
) -> None:
    """Every file of the store in turn: exactly the steps that read it are carried out again."""
    files = sorted(p for p in store.folder.iterdir() if p.name not in ABOUT_THE_BUILD)
    assert len(files) > 5
    for number, path in enumerate(files):
        folder = tmp_path / f"store-{number}"
        shutil.copytree(store.folder, folder)
        changed = folder / path.name
        changed.write_bytes(changed.read_bytes() + b"\n")
        expected = {n for n, reads in READS.items() if path.name in {*reads, "texts.json"}}
        found = publish(open_store(folder), tmp_path / f"out-{number}", first)
        assert found == expected, path.name


def test_a_file_of_the_release_that_was_changed_is_made_again(
    store: Store, first: Path, tmp_path: Path
) -> None:
    (first / "words.txt").write_text("changed by hand", encoding="utf-8")
    assert publish(store, tmp_path / "second", first) == {"words"}
    assert (tmp_path / "second" / "words.txt").read_text(encoding="utf-8") != "changed by hand"


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("code", set(READS)),
        ("setting", {"shares"}),
        ("version", set(READS)),
        ("python", set(READS)),
        ("given", {"both"}),
    ],
)
def test_what_else_counts_as_an_input(
    store: Store, first: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    kind: str, expected: set[str],
) -> None:  # fmt: skip
    """Code, templates, versions of libraries and of Python, and what a step is given."""
    if kind in ("code", "setting"):
        changed = (".py",) if kind == "code" else steps_module._SETTING
        monkeypatch.setattr(
            steps_module, "code_digest",
            lambda rooms, kinds: "new" if kinds == changed else code_digest(rooms, kinds),
        )  # fmt: skip
    if kind == "version":
        monkeypatch.setattr(steps_module, "versions", lambda: {"matplotlib": "0"})
    if kind == "python":
        monkeypatch.setattr("platform.python_version_tuple", lambda: ("3", "99", "0"))
    given = "pdf" if kind == "given" else None
    assert publish(store, tmp_path / "second", first, given) == expected


def test_all_code_that_publishing_reaches_is_in_the_keys() -> None:
    """A room that it came to import, and that no key knows, would leave old pages standing."""
    graph = grimp.build_graph("padai", cache_dir=None)
    own = [m for m in graph.modules if m.startswith("padai.publishing.")]
    reached = set(own).union(*(graph.find_upstream_modules(m) for m in own))
    rooms = ["padai." + r.removesuffix(".py").replace("/", ".") for r in steps_module._ROOMS]
    known = {m for m in reached for r in rooms if m == r or m.startswith(f"{r}.")}
    assert known and not reached - known


def test_the_digest_of_the_code_sees_each_kind_of_file() -> None:
    rooms = ("publishing",)
    kinds = [(".py",), (".qmd",), (".css",), (".lua",)]
    assert len({code_digest(rooms, kind) for kind in kinds}) == len(kinds)


def test_what_a_release_step_depends_on(built_example: Path) -> None:
    """The steps of a real release, as they were watched; a report may depend on all of it."""
    version = built_example / "releases" / "example" / "2025" / "v1"
    manifest = json.loads((version / "interne" / "manifest.json").read_text(encoding="utf-8"))
    steps = {step["name"]: set(step["reads"]) for step in manifest["steps"]}
    assert "words.csv" not in steps["fr/picture"]
    assert "letters.csv" not in steps["fr/picture"] | steps["open"]
    assert {"trends.csv", "differences.csv", "texts.json"} <= steps["open"]
    assert "letters.csv" in steps["fr/tables"]
    assert {p.name for p in (version / "interne").iterdir()} - set(ABOUT_THE_BUILD) == steps[
        "fr/report"
    ]
    made = [file for step in manifest["steps"] for file in step["files"]]
    assert len(made) == len(set(made))
    assert set(made) <= {row["name"] for row in manifest["outputs"]}
