"""Withdrawn figures stand in no file that goes out: pages, workbooks, slides, pictures, feeds, the site."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

import padai
from padai.cli import app
from tests.outsider.attacking import Attack, attack_release
from tests.outsider.attacks.withdrawals import attack_withdrawals
from tests.outsider.claims import WITHDRAWN
from tests.outsider.figures import Figure, Place
from tests.outsider.judge import Judge
from tests.outsider.questionnaire import Questionnaire, read_questionnaire
from tests.outsider.reading.words import TOLD, texts_of
from tests.outsider.release import Release, read_release
from tests.outsider.worlds.corrections import miscoded
from tests.outsider.worlds.generator import drawn, write_world

CELL = ("main", "trust", "trusts", "region", "r1")
GONE = ("trust", "region")
"""A question and a breakdown: a cell goes with the whole table that it stands in."""
HOW = Attack(pages=True, most_extras=0, seconds=0.05, withdrawn=(CELL,))
INSIDE = ("interne", "data")


def _fragments(version: Path, kept: Path) -> set[str]:
    """Return what only the withdrawn rows say: a figure and its interval, as a file or a page has it.

    Parameters
    ----------
    kept
        Where some other row says the same, it proves nothing: fragments of other rows are left out.
    """
    mine, others = set(), set()
    for path in (version / "open" / "series.csv", kept / "open" / "series.csv"):
        with path.open(encoding="utf-8", newline="") as opened:
            for row in csv.DictReader(opened):
                if row["conf_low"]:
                    gone = (row["question"], row["breakdown"]) == GONE and row["wave"] == "2025"
                    (mine if gone else others).update(_said(row))
    return mine - others


def _said(row: dict[str, str]) -> Iterator[str]:
    low, high = (row[name] for name in ("conf_low", "conf_high"))
    yield f"{low},{high}"
    if row["response"] != "mean":
        ends = [f"{100 * float(end):.1f}" for end in (low, high)]
        yield f"{ends[0]} to {ends[1]}"
        yield " à ".join(ends).replace(".", ",")


def _contents(path: Path) -> Iterator[str]:
    """Yield what a file holds, raw and as it is read, and what is packed into it, however deep."""
    if path.suffix in TOLD:
        yield from (re.sub(r"\s+", " ", text) for text in texts_of(path))
    yield from _unpacked(path.read_bytes())


def _unpacked(content: bytes) -> Iterator[str]:
    yield re.sub(r"\s+", " ", content.decode("utf-8", "replace"))
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            for name in packed.namelist():
                yield from _unpacked(packed.read(name))


def _saying(folder: Path, fragments: set[str]) -> dict[str, set[str]]:
    """Return the files that go out and say one of some fragments, with those that they say."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not set(INSIDE) & set(path.relative_to(folder).parts):
            text = "\n".join(_contents(path))
            if said := {fragment for fragment in fragments if fragment in text}:
                found[path.relative_to(folder).as_posix()] = said
    return found


def _of_the_table(asked: Questionnaire, release: Release) -> list[Figure]:
    """Return the figures that a release shows of the withdrawn table, read either way."""
    names = {"trust", *(asked.variables[name].name for name in ("region",))}

    def speaks(figure: Figure) -> bool:
        return {figure.question, *(name for name, _ in figure.within)} == names

    return [f for f in release.figures.values()
            if speaks(f) and not f.withheld and f.place.wave == "2025" and f.kind in ("share", "mean")]  # fmt: skip


@pytest.fixture(scope="module")
def withdrawn(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, set[str], dict[str, set[str]]]:
    """Two versions of a small survey of two editions, with their site; then a cell is withdrawn."""
    project = tmp_path_factory.mktemp("withdrawn")
    world = replace(drawn(1), earlier=True)
    survey = write_world(world, project)
    padai.build(survey, formats=("html",), engine="embedded")
    write_world(replace(world, version=2, status="corrected"), project, miscoded(world))
    padai.build(survey, formats=("html",), engine="embedded")
    home = project / "releases" / "nasty" / "2025"
    fragments = _fragments(home / "v1", home / "v2") | _fragments(home / "v2", home / "v1")
    before = _saying(project, fragments)
    cells = project / "cells.csv"
    cells.write_text("part,wave,question,response,breakdown,group\n" + ",".join(
        (CELL[0], "2025", *CELL[1:])) + "\n", encoding="utf-8")  # fmt: skip
    told = CliRunner().invoke(app, [
        "release", "withdraw", str(survey), "--cells", str(cells), "--date", "2025-07-01",
        "--reason-fr", "Une cellule parlait d’une personne.", "--reason-en", "A cell told of a person.",
    ])  # fmt: skip
    assert told.exit_code == 0, told.output
    return project, fragments, before


def test_what_was_withdrawn_stood_in_every_kind_of_file(
    withdrawn: tuple[Path, set[str], dict[str, set[str]]],
) -> None:
    """Otherwise that it stands nowhere would say nothing."""
    _, fragments, before = withdrawn
    assert len(fragments) > 20
    kinds = {name.rpartition(".")[2] for name in before}
    assert kinds >= {"csv", "html"}
    assert any(name.startswith("_site/") for name in before)
    assert any("/v1/" in name for name in before) and any("/v2/" in name for name in before)


def test_no_file_that_goes_out_says_it(withdrawn: tuple[Path, set[str], dict[str, set[str]]]) -> None:
    project, fragments, _ = withdrawn
    left = {name: said for name, said in _saying(project, fragments).items()
            if not name.startswith("surveys/")}  # fmt: skip
    assert not left
    for folder in (project / "releases" / "nasty" / "2025" / "v2", project / "_site" / "nasty" / "2025" / "v2"):
        rows = (folder / "open" / "corrections.csv").read_text(encoding="utf-8").splitlines()
        assert len(rows) > 1 and not any("region" in row and ",trust," in row for row in rows)


@pytest.mark.parametrize("where", ["releases", "_site"])
@pytest.mark.parametrize("version", ["v1", "v2"])
def test_no_reader_of_figures_finds_it_or_works_it_out(
    withdrawn: tuple[Path, set[str], dict[str, set[str]]], where: str, version: str
) -> None:
    project, *_ = withdrawn
    asked = read_questionnaire(project / "surveys" / "nasty")
    release = read_release(project / where / "nasty" / "2025" / version, asked)
    assert len(release.figures) > 200
    assert not _of_the_table(asked, release)
    claims = [c for c in attack_release(release, HOW) if c.place.wave == "2025"]
    assert not [c for c in claims if c.kind == WITHDRAWN]
    verdict = Judge(asked).judged([c for c in claims if version == "v2"])
    assert not verdict.breaches and not verdict.false


def test_one_version_from_the_site_beside_the_other(
    withdrawn: tuple[Path, set[str], dict[str, set[str]]],
) -> None:
    """What one withholds of the table, the other does not show; nothing else sets them apart."""
    project, *_ = withdrawn
    asked = read_questionnaire(project / "surveys" / "nasty")
    one = read_release(project / "_site" / "nasty" / "2025" / "v1", asked)
    two = read_release(project / "releases" / "nasty" / "2025" / "v2", asked)
    moved = [replace(figure, place=replace(figure.place, version="v2"))
             for figure in one.figures.values() if not figure.withheld]  # fmt: skip
    gone = {key for key, figure in two.withheld.items() if key not in two.shown_by}
    told = [figure for figure in moved if figure.key in gone and figure.kind != "n"]
    assert not told
    assert not list(attack_withdrawals(project / "releases" / "nasty" / "2025", Place("2025")))
