"""A release is built again and compared byte by byte; what differs is named, with its cause."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from pathlib import Path

import pytest

from padai.cli import main
from padai.errors import PublicationError
from padai.pipeline import Stages, verify
from padai.pipeline.builds import verification
from padai.pipeline.machinery.publisher_process import PublisherOutput
from padai.pipeline.machinery.sbom import BILL
from padai.pipeline.seals import seal
from tests.processors import other_digits


@pytest.fixture
def project(built_example: Path, tmp_path: Path) -> Path:
    shutil.copytree(built_example, tmp_path / "project")
    return tmp_path / "project"


def release(project: Path) -> Path:
    return project / "releases" / "example" / "2025" / "v1"


@pytest.fixture
def as_it_was(project: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Stand in for the second build: what it gives is the release, and what a test changes."""
    manifest = json.loads((release(project) / "interne" / "manifest.json").read_text("utf-8"))
    made = {row["name"]: row["sha256"] for row in manifest["outputs"]}
    monkeypatch.setattr(verification, "_made_again", lambda order, *_: dict(made))
    return made


def test_a_release_that_is_what_it_was(project: Path, as_it_was: dict[str, str]) -> None:
    found = verify(release(project))
    assert found.ok
    assert found.files == len(as_it_was)


def test_a_file_changed_by_hand(project: Path, as_it_was: dict[str, str]) -> None:
    page = release(project) / "fr" / "rapport.html"
    page.write_text(page.read_text("utf-8").replace("%", "‰", 1), "utf-8")
    (release(project) / "open" / "series.csv").unlink()
    (release(project) / "fr" / "note.html").write_text("x", "utf-8")
    found = verify(release(project))
    states = {d.name: (d.state, d.stage) for d in found.differences}
    assert states == {
        "fr/rapport.html": ("changed", "publish"),
        "open/series.csv": ("missing", "publish"),
        "fr/note.html": ("added", "publish"),
    }
    assert found.causes == ()


def test_an_input_that_changed_is_the_cause(project: Path, as_it_was: dict[str, str]) -> None:
    survey = project / "surveys" / "example" / "survey.yaml"
    survey.write_text(survey.read_text("utf-8") + "# a remark\n", "utf-8")
    assert verify(release(project)).ok  # the input is another, and the bytes are the same
    as_it_was["interne/differences.csv"] = "0" * 64
    found = verify(release(project))
    assert [(d.name, d.stage, d.state) for d in found.differences] == [
        ("interne/differences.csv", "compare", "differs")
    ]
    assert found.causes == (("input", "definition/survey.yaml"),)


@pytest.mark.parametrize(
    ("name", "value", "cause"),
    [
        ("versions", {"numpy": "1.0"}, ("version", "numpy")),
        ("_python", "3.99", ("python", "3.99")),
        ("code_digest", "0", ("code", "padai")),
    ],
)
def test_a_version_that_changed_is_the_cause(
    project: Path,
    as_it_was: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    value: object,
    cause: tuple[str, str],
) -> None:
    as_it_was["interne/estimates.csv"] = "0" * 64
    monkeypatch.setattr(verification, name, lambda: value)
    found = verify(release(project))
    assert any(kind == cause[0] and cause[1] in text for kind, text in found.causes)


@pytest.mark.parametrize("guilty", ["threads", "locale", "unknown"])
def test_threads_and_locale_are_found_by_trial(
    project: Path, as_it_was: dict[str, str], monkeypatch: pytest.MonkeyPatch, guilty: str
) -> None:
    import os

    as_it_was["interne/estimates.csv"] = "0" * 64
    before = dict(os.environ)

    def made(order: object, *_: object) -> dict[str, str]:
        one = os.environ.get("MKL_NUM_THREADS") == "1" and "MKL_NUM_THREADS" not in before
        plain = os.environ.get("LC_ALL") == "C" and before.get("LC_ALL") != "C"
        hit = {"threads": one, "locale": plain, "unknown": False}[guilty]
        return {**as_it_was, "interne/estimates.csv": ("1" if hit else "0") * 64}

    monkeypatch.delenv("MKL_NUM_THREADS", raising=False)
    before.pop("MKL_NUM_THREADS", None)
    monkeypatch.setattr(verification, "_made_again", made)
    assert verify(release(project)).causes == ((guilty, ""),)
    assert os.environ.get("LC_ALL") == before.get("LC_ALL")


def published_before(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in for publishing: every page is the one that stands."""
    manifest = json.loads((release(project) / "interne" / "manifest.json").read_text("utf-8"))
    pages = [row["name"] for row in manifest["outputs"]]

    def copied(store_dir: Path, out_dir: Path, **_kept: object) -> PublisherOutput:
        files = []
        for name in pages:
            if not name.startswith("interne/"):
                (out_dir / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(release(project) / name, out_dir / name)
                files.append(out_dir / name)
        return PublisherOutput(files, [])

    monkeypatch.setattr("padai.pipeline.builds.version_steps.publish_apart", copied)


def test_built_again_left_of_the_store(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The store is really made again; its bytes are the same, in another folder, in any language."""
    published_before(project, monkeypatch)
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    told = []
    found = verify(release(project), stages=Stages(log=told.append))
    assert found.ok, found.differences
    assert found.last_digits == {}
    assert {line["stage"] for line in told} >= {"prepare", "estimate", "publish"}
    assert not any(isinstance(v, str) for line in told for v in line["counts"].values())


def test_another_processor_has_other_last_digits(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """They are told as what they are: neither a difference, nor the same bytes."""
    published_before(project, monkeypatch)
    other_digits(monkeypatch, by=4e-16)
    found = verify(release(project))
    assert found.ok and found.causes == ()
    assert set(found.last_digits) == {"interne/estimates.csv", "interne/trends.csv"}
    assert 0 < max(found.last_digits.values()) < 1e-14
    assert run("verify", release(project), "--lang", "en") == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "the same bytes in all that is published" in said
    assert "the last digits differ of 2 internal files" in said
    assert "every byte is the same" not in said


def test_a_result_that_differs_is_no_last_digit(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    published_before(project, monkeypatch)
    other_digits(monkeypatch, by=1e-7)
    monkeypatch.setattr(verification, "_by_trial", lambda *_: iter([("unknown", "")]))
    found = verify(release(project))
    assert not found.ok and found.last_digits == {}
    named = {each.name for each in found.differences}
    assert named >= {"interne/estimates.csv", "interne/trends.csv"}


def test_the_seal_is_found_again(
    project: Path, as_it_was: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    """A seal that was made after the release is an input that it never had."""
    assert verify(release(project)).declared == ("none", "none")
    seal(project / "surveys" / "example", "2025", day=dt.date(2020, 1, 1))
    assert verify(release(project)).declared == ("none", "asserted")
    as_it_was["interne/differences.csv"] = "0" * 64
    assert run("verify", release(project), "--lang", "en") == 1
    said = capsys.readouterr().out
    assert "changed input : definition/seals/2025.txt" in said
    assert "Declarations: according to the team." in said
    assert "The release says: without a seal." in said


def test_another_version_by_now(project: Path) -> None:
    wave = project / "surveys" / "example" / "waves" / "2025.yaml"
    text = wave.read_text("utf-8").replace("version: 1", "version: 2\n  reason: {fr: x, en: x}")
    wave.write_text(text, "utf-8")
    with pytest.raises(PublicationError, match="version 2 by now"):
        verify(release(project))


def test_no_release(tmp_path: Path) -> None:
    with pytest.raises(PublicationError, match="is no release"):
        verify(tmp_path)


def test_the_bill_of_materials(built_example: Path) -> None:
    """CycloneDX: what padai needs and what that needs, as installed, with no clock and no chance."""
    bill = json.loads((release(built_example) / "interne" / BILL).read_text("utf-8"))
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    assert bill["metadata"]["component"]["name"] == "padai"
    names = {c["name"]: c for c in bill["components"]}
    assert {"numpy", "pandas", "pydantic", "matplotlib", "typst", "pyzmq"} <= set(names)
    assert not {"pytest", "ruff", "hypothesis"} & set(names)
    assert all(c["purl"] == f"pkg:pypi/{n}@{c['version']}" for n, c in names.items())
    refs = {bill["metadata"]["component"]["bom-ref"], *(c["bom-ref"] for c in bill["components"])}
    assert {d["ref"] for d in bill["dependencies"]} == refs
    assert {on for d in bill["dependencies"] for on in d["dependsOn"]} <= refs
    assert not {"serialNumber", "timestamp"} & {*bill, *bill["metadata"]}


def run(*arguments: object) -> int:
    with pytest.raises(SystemExit) as ended:
        main([str(a) for a in arguments])
    return int(ended.value.code or 0)


def test_the_exit_code_and_what_is_said(
    project: Path, as_it_was: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("verify", release(project)) == 0
    assert "chaque octet est le même" in capsys.readouterr().out
    as_it_was["interne/estimates.csv"] = "0" * 64
    survey = project / "surveys" / "example" / "survey.yaml"
    survey.write_text(survey.read_text("utf-8") + "# a remark\n", "utf-8")
    assert run("verify", release(project), "--lang", "en") == 1
    said = capsys.readouterr().out
    assert "interne/estimates.csv" in said
    assert "estimation" in said
    assert "changed input : definition/survey.yaml" in said
    assert run("verify", project) == 2


def test_a_machine_reads_the_log(
    project: Path, as_it_was: dict[str, str], capsys: pytest.CaptureFixture[str], plain_log: None
) -> None:
    assert run("verify", release(project), "--log", "json") == 0
    (line,) = capsys.readouterr().err.splitlines()
    assert json.loads(line) == {
        "verified": "example 2025 v1",
        "files": len(as_it_was),
        "same": True,
        "last_digits": {},
        "differences": [],
        "causes": [],
    }
    assert run("verify", project, "--log", "json") == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert "manifest.json" in json.loads(line)["error"]
    assert run("verify", project, "--log", "xml") == 2
