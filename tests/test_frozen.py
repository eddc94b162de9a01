"""Frozen is frozen: two pins hold a version, whatever is changed beside it, and a lost record is told."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from padai.errors import PublicationError
from padai.pipeline.machinery.build_request import ordered
from padai.pipeline.machinery.publisher_process import PublisherOutput
from padai.pipeline.machinery.stage_log import Stages
from padai.pipeline.versions.website import write_website
from padai.store import (
    INSIDE,
    is_public,
    outside_digest,
    outside_files,
    public_files,
    sha256,
    store_digest,
)
from tests.test_release_life import (
    WAVE,
    build,
    declare,
    first,
    one_code,
    out,
    quick,
    records,
    rewrite,
    tree,
    version,
)

__all__ = ["first", "out", "quick"]
RECORD = "releases.yaml"


def edit_with_its_hash(project: Path, name: str, content: bytes) -> None:
    """Change a file of a version, and its hash in the manifest with it."""
    path = version(project) / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    manifest = version(project) / INSIDE / "manifest.json"
    told = json.loads(manifest.read_text("utf-8"))
    rows = {row["name"]: row["sha256"] for row in told["outputs"]} | {name: sha256(path)}
    told["outputs"] = [{"name": n, "sha256": h} for n, h in sorted(rows.items())]
    manifest.write_text(json.dumps(told), encoding="utf-8")


def site(project: Path) -> Path:
    order = ordered(project / "surveys" / "example", None, None)
    return write_website(order.project, Stages())


def _few_pages_of_a_site(request: dict, out_dir: Path, _say: object) -> PublisherOutput:
    (out_dir / "index.html").write_text("x", encoding="utf-8")
    return PublisherOutput([out_dir / "index.html"], [])


@pytest.fixture(autouse=True)
def plain_site(quick: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("padai.pipeline.versions.website.ask", _few_pages_of_a_site)


def test_a_record_pins_the_store_and_all_that_goes_out(out: Path) -> None:
    (record,) = records(out)
    assert record.store == store_digest(version(out) / INSIDE)
    assert record.outside == outside_digest(version(out))
    assert all(not name.startswith(INSIDE) for name in outside_files(version(out)))


@pytest.mark.parametrize("name", ["fr/rapport.html", "open/series.csv", "depot/x.csv"])
def test_a_file_edited_with_its_hash_is_found_by_build_and_site(out: Path, name: str) -> None:
    site(out)
    edit_with_its_hash(out, name, b"part,wave\nmain,2025\n")
    before = tree(out)
    for attempt in (build, site):
        with pytest.raises(PublicationError, match="is not what went out") as refused:
            attempt(out)
        assert "padai release restore" in refused.value.texts["fr"]
        assert tree(out) == before


def test_a_store_edited_with_its_hash_is_found(out: Path) -> None:
    path = version(out) / INSIDE / "estimates.csv"
    edit_with_its_hash(out, f"{INSIDE}/estimates.csv", path.read_bytes().replace(b"0.1", b"0.2", 1))
    for attempt in (build, site):
        with pytest.raises(PublicationError, match=rf"is not what went out.*{INSIDE}/"):
            attempt(out)


@pytest.mark.parametrize("harm", ["delete", "add"])
def test_a_file_less_or_more_is_found(out: Path, harm: str) -> None:
    page = version(out) / "fr" / "rapport.html"
    if harm == "delete":
        page.unlink()
    else:
        (page.parent / "de-plus.html").write_text("x", encoding="utf-8")
    with pytest.raises(PublicationError, match=r"is not what went out.*fr/"):
        build(out)


def test_another_wave_is_not_shown_beside_a_changed_one(out: Path) -> None:
    """The site holds to the pins of every version, whichever build refreshes it."""
    edit_with_its_hash(out, "fr/rapport.html", b"y")
    with pytest.raises(PublicationError, match="is not what went out"):
        site(out)


@pytest.mark.parametrize("also", [lambda p: None, lambda p: rewrite(p, one_code)])
def test_a_missing_record_lets_nothing_replace_what_went_out(
    out: Path, also: Callable[[Path], None]
) -> None:
    also(out / "surveys" / "example")
    (out / "surveys" / "example" / RECORD).unlink()
    before = tree(out)
    with pytest.raises(PublicationError, match="has no record of it") as refused:
        build(out)
    assert "padai release restore surveys/example --wave 2025" in refused.value.texts["en"]
    assert tree(out) == before


def test_a_withdrawn_version_does_not_go_out_again_without_its_record(out: Path) -> None:
    """The record is lost, and the definition says again what it said before the withdrawal."""
    shutil.rmtree(version(out))
    version(out).mkdir()
    (version(out) / "retrait.json").write_text("{}", encoding="utf-8")
    (out / "surveys" / "example" / RECORD).unlink()
    with pytest.raises(PublicationError, match=r"notice of withdrawal stands in .*v1") as refused:
        build(out)
    assert "avis de retrait" in refused.value.texts["fr"]
    assert [path.name for path in version(out).iterdir()] == ["retrait.json"]


def test_the_folder_moved_away_is_built_again_to_the_byte_or_refused(out: Path) -> None:
    before = tree(version(out))
    shutil.move(version(out), out / "aside")
    build(out)
    assert tree(version(out)) == before
    shutil.rmtree(version(out))
    rewrite(out / "surveys" / "example", one_code)
    with pytest.raises(PublicationError, match="would change its results"):
        build(out)


def _never(*_: object, **__: object) -> None:
    raise AssertionError("it was told too late")


def test_a_text_worded_anew_is_refused_before_anything_is_read(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is refused after estimating and drawing cost a minute of a large survey."""
    before = tree(out / "releases")
    path = out / "surveys" / "example" / "survey.yaml"
    definition = yaml.safe_load(path.read_text(encoding="utf-8"))
    definition["title"]["fr"] = "Un tout autre titre"
    path.write_text(yaml.safe_dump(definition, allow_unicode=True, sort_keys=False), "utf-8")
    monkeypatch.setattr("padai.pipeline.builds.building.make_version", _never)
    with pytest.raises(PublicationError, match="would change its results"):
        build(out)
    assert tree(out / "releases") == before


def test_other_results_are_refused_before_anything_is_published(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rewrite(out / "surveys" / "example", one_code)
    monkeypatch.setattr("padai.pipeline.builds.building.check_definition", lambda _order: None)
    monkeypatch.setattr("padai.pipeline.builds.version_steps.publish_apart", _never)
    with pytest.raises(PublicationError, match="would change its results"):
        build(out)


def test_a_build_that_fails_leaves_no_record(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    declare(out, version=2, status="corrected", reason={"fr": "Un.", "en": "One."})
    kept = (out / "surveys" / "example" / RECORD).read_bytes()

    def no_room(_draft: Path, _target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("padai.pipeline.machinery.atomic_swap.swap", no_room)
    with pytest.raises(PublicationError, match="the disk is full"):
        build(out)
    assert (out / "surveys" / "example" / RECORD).read_bytes() == kept
    assert not version(out, 2).exists()


def test_a_draft_and_a_rehearsal_may_be_replaced(out: Path) -> None:
    shutil.rmtree(out / "releases")
    (out / "surveys" / "example" / RECORD).unlink()
    build(out, record=False)
    rewrite(out / "surveys" / "example", one_code)
    build(out)  # nobody was given the rehearsal
    assert len(records(out)) == 1
    assert records(out)[0].outside == outside_digest(version(out))


def test_a_harmed_manifest_does_not_let_a_version_be_replaced(out: Path) -> None:
    (version(out) / INSIDE / "manifest.json").write_text("{", encoding="utf-8")
    (out / "surveys" / "example" / RECORD).unlink()
    with pytest.raises(PublicationError, match="has no record of it"):
        build(out)


# --- what a website may take ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        "interne/estimates.csv",
        "data/estimates.csv",
        "depot/donnees.csv",
        "notes.html",
        "fr/.cache.html",
        ".git/config",
        "fr/data/estimates.csv",
        "fr/interne/x.csv",
        "fr/rapport",
        "fr/rapport.html~",
        "open/notes.sav",
        "open/x.parquet",
        "brouillon/x.html",
        "en/__pycache__/x.pyc",
        "manifest.json",
    ],
)
def test_what_no_list_names_stays_home(name: str) -> None:
    assert not is_public(name)


def test_a_link_is_not_followed_out_of_a_version(tmp_path: Path) -> None:
    secret = tmp_path / "respondents.csv"
    secret.write_text("id\n1\n", encoding="utf-8")
    made = tmp_path / "v1"
    (made / "fr").mkdir(parents=True)
    (made / "fr" / "rapport.html").write_text("x", encoding="utf-8")
    (made / "fr" / "lien.csv").symlink_to(secret)
    assert public_files(made) == ["fr/rapport.html"]
    assert WAVE
