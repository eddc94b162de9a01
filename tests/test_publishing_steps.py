"""A publishing step is carried out again exactly where something that it depends on changed."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import grimp
import pytest

from padai.publishing import steps as steps_module
from padai.publishing.digests import code_digest
from padai.publishing.steps import Steps
from padai.store import ABOUT_THE_BUILD, COLUMNS, Store, open_store, sha256
from padai.store.files import json_text
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
    return _write(
        out / "both.txt",
        f"{count} {(store.folder / 'words.csv').stat().st_size}"
        + (store.folder / "words.csv").read_text(encoding="utf-8"),
    )


def _write(path: Path, text: str) -> list[Path]:
    path.write_text(text, encoding="utf-8")
    return [path]


def _edit(folder: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Change what a store says beside its tables."""
    path = folder / "texts.json"
    told = json.loads(path.read_text(encoding="utf-8"))
    change(told)
    path.write_text(json_text(told), encoding="utf-8")


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
        if path.name == "texts.json":
            _edit(folder, lambda told: told["facts"]["release"].update(status="draft"))
        else:
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
        ("messages", set(READS)),
        ("setting", {"shares"}),
        ("version", set(READS)),
        ("python", set(READS)),
        ("given", {"both"}),
    ],
)
def test_what_else_counts_as_an_input(
    store: Store,
    first: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    kind: str,
    expected: set[str],
) -> None:
    """Code, templates, versions of libraries and of Python, and what a step is given."""
    suffix = {"code": ".py", "messages": ".ftl", "setting": ".css"}.get(kind)
    if suffix:
        monkeypatch.setattr(
            steps_module,
            "code_digest",
            lambda rooms, kinds: "new" if suffix in kinds else code_digest(rooms, kinds),
        )
    if kind == "version":
        monkeypatch.setattr(steps_module, "versions", lambda: {"matplotlib": "0"})
    if kind == "python":
        monkeypatch.setattr("platform.python_version_tuple", lambda: ("3", "99", "0"))
    given = "pdf" if kind == "given" else None
    assert publish(store, tmp_path / "second", first, given) == expected


QUESTION = "used"


def _reading(read: Callable[[Store], object]) -> Callable[..., list[Path]]:
    def made(store: Store, out: Path, name: str) -> list[Path]:
        return _write(out / f"{name}.txt", str(read(store)))

    return made


TEXTS: Mapping[str, Callable[[Store], object]] = {
    "french": lambda store: store.survey.question(QUESTION).label.get("fr"),
    "english": lambda store: store.survey.question(QUESTION).label.get("en"),
    "absent": lambda store: store.survey.question(QUESTION).label.get("es"),
    "languages": lambda store: store.survey.question(QUESTION).label.tags,
    "written out": lambda store: store.survey.question(QUESTION).model_dump_json(),
    "copied": lambda store: store.survey.question(QUESTION).label.model_copy().fr,
    "compared": lambda store: store.survey.question(QUESTION).label == store.survey.title,
    "past padai": lambda store: len((store.folder / "texts.json").read_bytes()),
    "opened again": lambda store: open_store(store.folder).survey.question(QUESTION).label.fr,
    "another": lambda store: store.survey.question("role").label.get("fr"),
    "none": lambda store: store.survey.question(QUESTION).type,
}
"""Ways to read the texts of a definition."""
ALL = {"written out", "copied", "compared", "past padai", "opened again", "absent"}
"""Those that read a text in all of its languages, or who knows what."""


def _publish_texts(folder: Path, out: Path, before: Path | None = None) -> set[str]:
    (out / "interne").mkdir(parents=True)
    step = Steps(open_store(folder), out, before)
    for name, read in TEXTS.items():
        step(name, _reading(read), name)
    _keep_manifest(step, out)
    return {s["name"] for s in step.carried_out if not s["taken_over"]}


def _keep_manifest(step: Steps, out: Path) -> None:
    rows = [{"name": f.relative_to(out).as_posix(), "sha256": sha256(f)} for f in step.files]
    manifest = {"steps": step.carried_out, "outputs": rows}
    (out / "interne" / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "again"),
    [
        (lambda told: told, set()),
        (lambda told: told["questions"][QUESTION]["label"].update(fr="Autre"), {"french"} | ALL),
        (
            lambda told: told["questions"][QUESTION]["label"].update(en="Other"),
            {"english", *ALL} - {"absent"},
        ),  # French stands for what is not there
        (
            lambda told: told["questions"][QUESTION]["label"].update(en=None),
            {"english", "languages"} | ALL,
        ),
        (lambda told: told["questions"][QUESTION]["label"].update(es="Otro"), {"languages"} | ALL),
        (
            lambda told: told["sections"][0]["title"].update(fr="Autre"),
            {"past padai", "opened again"},
        ),
        (
            lambda told: told["questions"][QUESTION].update(headline_net=None, section="effect"),
            set(TEXTS),
        ),
    ],
    ids=["nothing", "French", "English", "no English", "Spanish", "a title", "no text"],
)
def test_a_text_reruns_what_reads_it_in_its_language(
    store: Store, tmp_path: Path, change: Callable[[dict[str, Any]], object], again: set[str]
) -> None:
    assert _publish_texts(store.folder, tmp_path / "first") == set(TEXTS)
    folder = tmp_path / "store"
    shutil.copytree(store.folder, folder)
    _edit(folder, lambda told: change(told["definition"]))
    assert _publish_texts(folder, tmp_path / "again", tmp_path / "first") == again
    _publish_texts(folder, tmp_path / "fresh")
    for path in (tmp_path / "fresh").glob("*.txt"):
        assert path.read_bytes() == (tmp_path / "again" / path.name).read_bytes(), path.name


FACTS: Mapping[str, Callable[[Store], object]] = {
    "named": lambda store: store.facts["sizes"],
    "got": lambda store: store.facts.get("trim_at"),
    "looked for": lambda store: "trim_at" in store.facts,
    "every": lambda store: sorted(dict(store.facts)),
    "counted": lambda store: len(store.facts),
    "past padai": lambda store: len((store.folder / "texts.json").read_bytes()),
    "opened again": lambda store: open_store(store.folder).facts["sizes"],
    "another": lambda store: store.facts["release"]["version"],
    "none": lambda store: store.survey.question(QUESTION).type,
}
"""Ways to read the facts of a store."""


def _publish_facts(folder: Path, out: Path, before: Path | None = None) -> set[str]:
    (out / "interne").mkdir(parents=True)
    step = Steps(open_store(folder), out, before)
    for name, read in FACTS.items():
        step(name, _reading(read), name)
    _keep_manifest(step, out)
    return {s["name"] for s in step.carried_out if not s["taken_over"]}


@pytest.mark.parametrize(
    ("change", "again"),
    [
        (lambda facts: facts, set()),
        (
            lambda facts: facts.update(sizes={}),
            {"named", "every", "counted", "past padai", "opened again"},
        ),
        (
            lambda facts: facts.update(trim_at=5.0),
            {"got", "looked for", "every", "counted", "past padai", "opened again"},
        ),
        (lambda facts: facts.update(sizes={}, release=facts["release"] | {"a": 1}), set(FACTS)),
    ],
    ids=["nothing", "one", "a new one", "the release"],
)
def test_a_fact_reruns_what_reads_it(
    store: Store, tmp_path: Path, change: Callable[[dict[str, Any]], object], again: set[str]
) -> None:
    assert _publish_facts(store.folder, tmp_path / "first") == set(FACTS)
    folder = tmp_path / "store"
    shutil.copytree(store.folder, folder)
    _edit(folder, lambda told: change(told["facts"]))
    assert _publish_facts(folder, tmp_path / "again", tmp_path / "first") == again
    _publish_facts(folder, tmp_path / "fresh")
    for path in (tmp_path / "fresh").glob("*.txt"):
        assert path.read_bytes() == (tmp_path / "again" / path.name).read_bytes(), path.name


def _publish_pages(folder: Path, out: Path, before: Path | None = None) -> set[str]:
    """Two pages by one batch, of which each reads a label; around the French one stands a title."""

    def pages(
        store: Store,
        out: Path,
        names: Sequence[str],
        watched: Callable[[str], AbstractContextManager[None]],
    ) -> dict[str, list[Path]]:
        made = {}
        common = store.survey.question("role").label.get("fr")
        for name in names:
            lang, question = name.split("/")
            with watched(name):
                text = store.survey.question(question).label.get(lang)
            (out / lang).mkdir(exist_ok=True)
            made[name] = _write(out / lang / f"{question}.html", f"{common} {text}")
        return made

    def around(store: Store, files: Sequence[Path]) -> None:
        for file in files:
            if file.parent.name == "fr":
                title = store.survey.title.get("fr")
                text = file.read_text(encoding="utf-8")
                _write(file, text if title in text else f"{title} {text}")

    (out / "interne").mkdir(parents=True)
    step = Steps(open_store(folder), out, before)
    step.batch([f"{lang}/{q}" for lang in ("fr", "en") for q in (QUESTION, "word")], pages)
    step.around(around)
    _keep_manifest(step, out)
    return {s["name"] for s in step.carried_out if not s["taken_over"]}


def test_a_table_that_was_not_there_reruns_what_asked_for_it(store: Store, tmp_path: Path) -> None:
    def publish_quality(folder: Path, out: Path, before: Path | None = None) -> bool:
        (out / "interne").mkdir(parents=True)
        step = Steps(open_store(folder), out, before)
        step("quality", _reading(lambda store: len(store.tables["quality"])), "quality")
        _keep_manifest(step, out)
        return not step.carried_out[0]["taken_over"]

    folder = tmp_path / "store"
    shutil.copytree(store.folder, folder)
    (folder / "quality.csv").unlink(missing_ok=True)
    assert publish_quality(folder, tmp_path / "first")
    assert not publish_quality(folder, tmp_path / "same", tmp_path / "first")
    (folder / "quality.csv").write_text(",".join(COLUMNS["quality"]) + "\n", encoding="utf-8")
    assert publish_quality(folder, tmp_path / "again", tmp_path / "first")


@pytest.mark.parametrize(
    ("place", "lang", "again"),
    [
        (("questions", QUESTION, "label"), "fr", {f"fr/{QUESTION}"}),
        (("questions", "word", "label"), "en", {"en/word"}),
        (("questions", "role", "label"), "en", set()),
        (("questions", "role", "label"), "fr", {"fr/used", "fr/word", "en/used", "en/word"}),
        (("title",), "fr", {"fr/used", "fr/word"}),
        (("title",), "en", set()),
    ],
)
def test_of_a_batch_what_changed_is_made_and_what_stands_around_counts(
    store: Store, tmp_path: Path, place: tuple[str, ...], lang: str, again: set[str]
) -> None:
    def change(told: dict[str, Any]) -> None:
        text: Any = told["definition"]
        for key in place:
            text = text[key]
        text[lang] = "Autrement"

    assert len(_publish_pages(store.folder, tmp_path / "first")) == 4
    folder = tmp_path / "store"
    shutil.copytree(store.folder, folder)
    _edit(folder, change)
    assert _publish_pages(folder, tmp_path / "again", tmp_path / "first") == again
    _publish_pages(folder, tmp_path / "fresh")
    for path in (tmp_path / "fresh").rglob("*.html"):
        name = path.relative_to(tmp_path / "fresh")
        assert path.read_bytes() == (tmp_path / "again" / name).read_bytes(), name


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
    assert {p.name for p in (version / "interne").iterdir()} - set(ABOUT_THE_BUILD) <= steps[
        "fr/report"
    ]
    facts = {step["name"]: step["facts"] for step in manifest["steps"]}
    assert "findings" in facts["fr/report"]
    assert "findings" not in facts["fr/pages/fr/presse.qmd"] + facts["fr/questions/trust_staff"]
    made = [file for step in manifest["steps"] for file in step["files"]]
    assert len(made) == len(set(made))
    assert set(made) <= {row["name"] for row in manifest["outputs"]}
