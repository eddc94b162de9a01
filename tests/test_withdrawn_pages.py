"""Withdrawn figures stand in no file that goes out: pages, workbooks, slides, pictures, feeds, the site."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Collection, Iterator
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

CELLS = (("main", "score", "mean", "region", "r1"), ("main", "trust", "trusts", "total", "total"))
"""A cell of a table, which goes with it read either way, and a key result, with all its groups."""
HOW = Attack(pages=True, most_extras=0, seconds=0.05, withdrawn=CELLS[1:])
"""A mean is no share of a group: whether one is shown is looked up, cell by cell."""
INSIDE = ("interne", "data")
SPACES = re.compile(r"\s+")
_NUMBER = re.compile(r"(?<!\d)(?=(\d+(?:[.,]\d+)?))")


def _is_gone(question: str, breakdowns: Collection[str]) -> bool:
    return question == "trust" or (question == "score" and "region" in breakdowns)


def _fragments(*versions: Path) -> set[str]:
    """Return what only the withdrawn rows say, as a file or a page has it.

    Where some other row says the same it proves nothing, and is left out.
    """
    mine, others = set(), set()
    for version in versions:
        with (version / "open" / "series.csv").open(encoding="utf-8", newline="") as opened:
            for row in csv.DictReader(opened):
                if row["conf_low"]:
                    gone = _is_gone(row["question"], row["breakdown"].split("*"))
                    (mine if gone and row["wave"] == "2025" else others).update(_said(row))
    return mine - others


def _said(row: dict[str, str]) -> Iterator[str]:
    low, high = (row[name] for name in ("conf_low", "conf_high"))
    yield f"{low},{high}"
    if row["response"] == "mean":
        return
    share, *ends = (
        f"{100 * float(row[name]):.1f}" for name in ("estimate", "conf_low", "conf_high")
    )
    yield " to ".join(ends)
    yield " à ".join(ends).replace(".", ",")
    for each in (share, *ends):
        yield f"{each}%"
        yield f"{each} %".replace(".", ",")


def _contents(path: Path) -> Iterator[str]:
    """Yield what a file holds, raw and as it is read, and what is packed into it, however deep."""
    if path.suffix in TOLD:
        yield from (SPACES.sub(" ", text) for text in texts_of(path))
    yield from _unpacked(path.read_bytes())


def _unpacked(content: bytes) -> Iterator[str]:
    yield SPACES.sub(" ", content.decode("utf-8", "replace"))
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            for name in packed.namelist():
                yield from _unpacked(packed.read(name))


def _said_in(path: Path, fragments: set[str]) -> set[str]:
    """Return the fragments that a file says, each a number with what stands around it.

    The text is gone through once, from number to number: an expression of a thousand fragments
    tries each of them at every digit.
    """
    text = "\n".join(_contents(path))
    by_number: dict[str, list[str]] = {}
    for fragment in fragments:
        by_number.setdefault(_NUMBER.match(fragment)[1], []).append(fragment)  # type: ignore[index]
    said: set[str] = set()
    for place in _NUMBER.finditer(text):
        for fragment in by_number.get(place[1], ()):
            field = fragment[-1].isdigit() and " " not in fragment  # of a CSV
            if place.start() and text[place.start() - 1] in ("." if field else ".,"):
                continue
            after = place.start() + len(fragment)
            if text.startswith(fragment, place.start()) and not text[after : after + 1].isdigit():
                said.add(fragment)
    return said


def _saying(folder: Path, fragments: set[str]) -> dict[str, set[str]]:
    """Return the files that go out and say one of some fragments, with those that they say."""
    found = {}
    for path in sorted(folder.rglob("*")):
        within = path.relative_to(folder).parts
        if not path.is_file() or within[0] == "surveys" or set(INSIDE) & set(within):
            continue
        if said := _said_in(path, fragments):
            found[path.relative_to(folder).as_posix()] = said
    return found


def _of_the_tables(asked: Questionnaire, release: Release) -> list[Figure]:
    """Return the figures that a release shows of the withdrawn tables, read either way."""

    def speaks(figure: Figure) -> bool:
        names = {asked.variables[name].question for name, _ in figure.within}
        return _is_gone(figure.question, names) or (
            figure.question == "region" and "score" in names
        )

    return [
        f
        for f in release.figures.values()
        if speaks(f) and not f.withheld and f.place.wave == "2025" and f.kind in ("share", "mean")
    ]


@pytest.fixture(scope="module")
def withdrawn(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[Path, set[str], dict[str, set[str]]]:
    """Two versions of a small survey of two editions, with their site; then a cell is withdrawn."""
    project = tmp_path_factory.mktemp("withdrawn")
    world = replace(drawn(1), earlier=True)
    survey = write_world(world, project)
    padai.build(survey, formats=("html",), engine="embedded")
    write_world(replace(world, version=2, status="corrected"), project, miscoded(world))
    padai.build(survey, formats=("html",), engine="embedded")
    home = project / "releases" / "nasty" / "2025"
    fragments = _fragments(home / "v1", home / "v2")
    # how trends are judged is told with examples of its own
    methods = [p for p in (project / "_site").rglob("*.html") if p.stem in ("methodes", "methods")]
    fragments -= set().union(*(_said_in(path, fragments) for path in methods))
    before = _saying(project, fragments)
    cells = project / "cells.csv"
    lines = [
        "part,wave,question,response,breakdown,group",
        *(",".join((part, "2025", *of)) for part, *of in CELLS),
    ]
    cells.write_text("\n".join(lines) + "\n", encoding="utf-8")
    told = CliRunner().invoke(
        app,
        [
            "release",
            "withdraw",
            str(survey),
            "--cells",
            str(cells),
            "--date",
            "2025-07-01",
            "--reason-fr",
            "Une cellule parlait d’une personne.",
            "--reason-en",
            "A cell told of a person.",
        ],
    )
    assert told.exit_code == 0, told.output
    return project, fragments, before


def test_what_was_withdrawn_stood_in_every_kind_of_file(
    withdrawn: tuple[Path, set[str], dict[str, set[str]]],
) -> None:
    """Otherwise that it stands nowhere would say nothing."""
    _, fragments, before = withdrawn
    assert len(fragments) > 20
    kinds = {name.rpartition(".")[2] for name in before}
    assert kinds >= {"csv", "html", "pptx", "txt", "svg", "png"}
    assert any(name.startswith("_site/") for name in before)
    assert any("/v1/" in name for name in before) and any("/v2/" in name for name in before)


def test_no_file_that_goes_out_says_it(
    withdrawn: tuple[Path, set[str], dict[str, set[str]]],
) -> None:
    project, fragments, _ = withdrawn
    assert not _saying(project, fragments)
    for folder in (
        project / "releases" / "nasty" / "2025" / "v2",
        project / "_site" / "nasty" / "2025" / "v2",
    ):
        path = folder / "open" / "corrections.csv"  # too few were corrected for it to be written
        rows = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
        assert not any(",trust," in row or (",score," in row and ",region," in row) for row in rows)


@pytest.mark.parametrize("where", ["releases", "_site"])
@pytest.mark.parametrize("version", ["v1", "v2"])
def test_no_reader_of_figures_finds_it_or_works_it_out(
    withdrawn: tuple[Path, set[str], dict[str, set[str]]], where: str, version: str
) -> None:
    project, *_ = withdrawn
    asked = read_questionnaire(project / "surveys" / "nasty")
    release = read_release(project / where / "nasty" / "2025" / version, asked)
    assert len(release.figures) > 200
    assert not _of_the_tables(asked, release)
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
    moved = [
        replace(figure, place=replace(figure.place, version="v2"))
        for figure in one.figures.values()
        if not figure.withheld
    ]
    gone = {key for key, figure in two.withheld.items() if key not in two.shown_by}
    told = [figure for figure in moved if figure.key in gone and figure.kind != "n"]
    assert not told
    assert not list(attack_withdrawals(project / "releases" / "nasty" / "2025", Place("2025")))
