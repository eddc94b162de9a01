"""The pin of an inside, which a project commits, tells nobody what a small survey withholds."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import yaml

from padai.pipeline.commands import witnessing
from padai.pipeline.commands.rscript import Verdict
from padai.pipeline.machinery.build_request import ordered
from padai.pipeline.versions.blinding import value_of
from padai.pipeline.versions.keeping import restore_release
from padai.pipeline.versions.recomputed import quoted
from padai.store import (
    BLIND,
    inside_of,
    open_store,
    outside_copy,
    outside_files,
    sha256,
    store_digest,
    tables_digest,
)
from padai.survey import load_survey
from padai.survey.read_texts import TEXTS_FILE
from padai.survey.releases import ReleaseRecord, releases_text
from tests.outsider.worlds.building import built
from tests.outsider.worlds.generator import bare, write_world


@pytest.fixture(scope="module")
def survey(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Put out a survey of people who are not declared synthetic."""
    folder = write_world(bare(3, people=200), tmp_path_factory.mktemp("blind"))
    path = folder / "survey.yaml"
    head = yaml.safe_load(path.read_text(encoding="utf-8"))
    del head["synthetic"], head["synthetic_note"]
    path.write_text(yaml.safe_dump(head, allow_unicode=True), encoding="utf-8")
    built(folder)
    return folder


@pytest.fixture
def out(survey: Path, tmp_path: Path) -> Path:
    """Return a copy of it, to be changed."""
    shutil.copytree(survey.parents[1], tmp_path / "project")
    return tmp_path / "project" / "surveys" / survey.name


def version_of(survey: Path) -> Path:
    return survey.parents[1] / "releases" / survey.name / "2025" / "v1"


def record(survey: Path) -> ReleaseRecord:
    (only,) = load_survey(survey).releases
    return only


def forgo(version: Path) -> str:
    """Take the value of the data files out of a store, as whoever tries one would lack it."""
    path = inside_of(version) / TEXTS_FILE
    content = json.loads(path.read_text(encoding="utf-8"))
    value: str = content["facts"].pop(BLIND)
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return value


def test_the_right_guess_of_a_store_has_not_its_hash(out: Path) -> None:
    version = version_of(out)
    assert record(out).blind
    assert store_digest(inside_of(version)) == record(out).store
    forgo(version)  # every table and text as it is: all that can be guessed
    assert store_digest(inside_of(version)) != record(out).store


def test_the_value_stays_inside(out: Path) -> None:
    version = version_of(out)
    with outside_copy(inside_of(version)) as copy:
        content = json.loads((copy / TEXTS_FILE).read_text(encoding="utf-8"))
    assert BLIND not in content["facts"]
    value = forgo(version).encode()
    assert len(value) == 64
    assert outside_files(version)
    for name in outside_files(version):
        assert value not in (version / name).read_bytes(), name


def test_known_hashes_of_the_files_do_not_tell_it(tmp_path: Path) -> None:
    one, other = tmp_path / "one.csv", tmp_path / "other.csv"
    one.write_text("id,answer\n1,2\n")
    other.write_text("id,answer\n1,1\n")
    files = {"data/a": one, "data/b": other}
    assert value_of(files) == value_of(dict(reversed(files.items())))
    assert value_of(files) != value_of({"data/a": other, "data/b": one})
    assert value_of({"data/a": one}) not in (sha256(one), value_of({"data/a": other}))


def test_it_is_built_again_and_given_back(out: Path) -> None:
    before = record(out)
    built(out)
    assert record(out) == before
    (out / "releases.yaml").unlink()
    restore_release(out, "2025")
    assert record(out) == before


def test_what_an_earlier_padai_put_out_stays_as_it_was(out: Path) -> None:
    version = version_of(out)
    forgo(version)
    manifest = inside_of(version) / "manifest.json"
    content = json.loads(manifest.read_text(encoding="utf-8"))
    texts = inside_of(version) / TEXTS_FILE
    for row in content["outputs"]:
        if row["name"].endswith(f"/{TEXTS_FILE}"):
            row["sha256"] = sha256(texts)
    manifest.write_text(json.dumps(content), encoding="utf-8")
    earlier = record(out).model_copy(
        update={"blind": None, "store": store_digest(inside_of(version))}
    )
    (out / "releases.yaml").write_text(releases_text([earlier]), encoding="utf-8")
    built(out)
    assert record(out) == earlier
    assert store_digest(inside_of(version)) == earlier.store


def test_synthetic_data_are_about_nobody(tmp_path: Path) -> None:
    survey = write_world(bare(3, people=200), tmp_path)
    facts = json.loads((inside_of(built(survey)) / TEXTS_FILE).read_text(encoding="utf-8"))["facts"]
    assert BLIND not in facts
    assert record(survey).blind is None


def test_nor_has_the_log_of_a_witness_the_hash_of_its_tables(out: Path) -> None:
    """`witness/2025.json` is committed as `releases.yaml` is."""
    (out / "releases.yaml").unlink()
    order, inside = ordered(out, None, None), inside_of(version_of(out))
    files = [inside / TEXTS_FILE, inside / TEXTS_FILE]  # the script and the data
    store, verdict = open_store(inside), Verdict(True, 0.0, 9, 0, "4.5.0", "4.5")
    path = witnessing._log(order, store, verdict, files)
    assert path is not None
    log = json.loads(path.read_text(encoding="utf-8"))
    assert log["tables"] == tables_digest(inside, store.facts[BLIND]) != tables_digest(inside)
    assert quoted(order, inside, store.facts[BLIND]) is not None
    assert quoted(order, inside) is None, "who guesses the tables has no sign that it is so"
