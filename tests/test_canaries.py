"""Microdata stay inside: nothing that one respondent has stands in what is written or said."""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd
import pytest

import padai
from padai.cli import main
from padai.interchange import init_example
from tests.canaries import WAVE, leaks, plant
from tests.unpacking import parts, unpacked

IDENTIFIER = re.compile(rb"20\d\d-m\d{3}")


def test_no_artefact_of_a_release_holds_a_respondent(built_example: Path) -> None:
    """Every file, unpacked: identifiers, base weights, and words that too few gave."""
    survey = padai.load_survey(built_example / "surveys" / "example")
    wave = padai.read_wave(survey, WAVE)
    ids = wave.frame["respondent"].astype(str)
    assert ids.map(lambda i: bool(IDENTIFIER.fullmatch(i.encode()))).all()
    weights = {f"{w:.4f}".encode() for w in wave.frame["base_weight"]}
    weighed = re.compile(rb"(?<![\d.])(" + b"|".join(map(re.escape, weights)) + rb")(?!\d)")
    count = 0
    for name, content in (
        *unpacked(built_example / "releases"),
        *unpacked(built_example / "_site"),
    ):
        count += 1
        assert not IDENTIFIER.search(content), name
        assert name.endswith((".png", ".svg", ".html")) or not weighed.search(content), name
    assert count > 150
    words = pd.read_csv(
        built_example / "releases" / "example" / WAVE / "v1" / "interne" / "words.csv"
    )
    assert (words["n"] >= survey.confidentiality.disclosure_count).all()


def test_nothing_is_left_behind_elsewhere(built_example: Path) -> None:
    """Beside the release itself and the survey, a build leaves no file in the project."""
    tops = {p.name for p in built_example.iterdir()}
    written = {"padai.yaml", "_quarto.yml", "_environment", ".gitignore", "surveys", "reports"}
    assert tops <= written | {"releases", "_site", "_extensions"}
    hidden = [p for p in built_example.rglob(".*") if p.name != ".gitignore" and p.stat().st_size]
    assert hidden == []


def test_an_error_or_a_log_never_shows_a_respondent(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], plain_log: None
) -> None:
    """Planted, then spoilt in several ways: what each command says is searched."""
    init_example(tmp_path)
    survey = tmp_path / "surveys" / "example"
    planted = plant(survey)
    told = []
    for spoil in (
        lambda text: text,
        lambda text: text.replace("n: 804", "n: 900"),
        lambda text: text.replace("id: respondent", "id: word"),
        lambda text: text.replace("weight: base_weight", "weight: respondent"),
        lambda text: text.replace("stratum: district", "stratum: nothing"),
        lambda text: re.sub(r"sha256: \w", "sha256: 0", text),
    ):
        wave = survey / "waves" / f"{WAVE}.yaml"
        before = wave.read_text(encoding="utf-8")
        wave.write_text(spoil(before), encoding="utf-8")
        for command in (
            ["validate", str(survey)],
            ["estimate", str(survey), "trust_services", "--net", "trust", "--by", "gender"],
            *([["build", str(survey), "--log", "json"]] if spoil(before) != before else []),
        ):
            with pytest.raises(SystemExit):
                main(command)
            said = capfd.readouterr()
            told.append(said.out + said.err)
        wave.write_text(before, encoding="utf-8")
    assert sum(bool(t.strip()) for t in told) == len(told)
    everything = "\n".join(told).lower()
    assert [sign for sign in planted if sign.lower() in everything] == []
    assert "canari" not in everything
    assert list(leaks(tmp_path / "surveys" / "example", planted))  # the search would find them
    assert not (tmp_path / "releases").exists() or not list(leaks(tmp_path / "releases", planted))


def test_the_search_looks_inside_of_everything(tmp_path: Path, built_example: Path) -> None:
    """A sign in a workbook, a page’s picture, a PDF’s text: each is found where it is hidden."""
    import base64
    import zipfile

    with zipfile.ZipFile(tmp_path / "a.xlsx", "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/sharedStrings.xml", "<t>Can<b/>ari0001Z</t>")
    svg = base64.b64encode(b"<svg><!-- Canari0001Z --></svg>").decode()
    (tmp_path / "a.html").write_text(f'<img src="data:image/svg+xml;base64,{svg}">')
    (tmp_path / "b.html").write_text("<p>Canari&#48;001Z</p>")
    assert sorted(leaks(tmp_path, ["Canari0001Z"])) == [
        "a.html!picture0.svg",
        "a.xlsx!xl/sharedStrings.xml!text",
        "b.html!text",
    ]
    release = built_example / "releases" / "example" / WAVE / "v1"
    book = next(release.glob("fr/*.xlsx"))
    texts = b"".join(c for n, c in parts(book.name, book.read_bytes()) if n.endswith("!text"))
    assert b"Femme" in texts
