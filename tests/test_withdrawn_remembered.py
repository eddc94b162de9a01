"""What was withdrawn stays so, whatever is lost or renamed, and a notice tells nothing to try."""

from __future__ import annotations

import hashlib
import itertools
import json
import math
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
import yaml

import padai
from padai.errors import PublicationError
from padai.pipeline.versions.by_address import Address, withdraw_cells
from padai.pipeline.versions.keeping import restore_release
from padai.store import INSIDE
from padai.words import LANGUAGES
from tests.outsider.worlds.building import built, tables_alone
from tests.outsider.worlds.generator import bare, drawn, write_world
from tests.test_outsider_editions import edited
from tests.test_withdrawn_stays import DAY, REASON, withdrawn

WORLD = replace(drawn(3), halves=False, multiple=False, people=200)
NEXT = replace(WORLD, version=2, status="corrected")
CELL = Address("main", "2025", "trust", "trusts", "region", "r1")


def told(folder: Path, question: str = "trust") -> int:
    """Return how many figures of a question by region, or by its zones, are in the open series."""
    series = pd.read_csv(folder / "open" / "series.csv")
    mine = (series["question"] == question) & series["breakdown"].isin(["region", "zone"])
    assert mine.any()
    return int(series.loc[mine, "estimate"].notna().sum())


def withdrawn_whole(survey: Path, kind: str) -> Path:
    """Withdraw version 1, and return its folder."""
    wave = survey / "waves" / "2025.yaml"
    release = yaml.safe_load(wave.read_text(encoding="utf-8"))["release"] | {
        "status": "withdrawn",
        "withdrawn": kind,
        "withdrawn_on": "2025-07-02",
        "affected": ["2025/v1"],
        "reason": {"fr": "Un.", "en": "One."},
    }
    edited(wave, release=release)
    with tables_alone():
        padai.build(survey, formats=("html",))
    return survey.parents[1] / "releases" / "nasty" / "2025" / "v1"


@pytest.fixture
def survey(tmp_path: Path) -> Path:
    """Return a survey of which a cell that was shown was withdrawn."""
    folder = write_world(WORLD, tmp_path)
    assert told(built(folder))
    withdrawn(folder, CELL)
    return folder


def test_a_record_that_is_made_again_knows_that_cells_were_withdrawn(survey: Path) -> None:
    record = (survey / "releases.yaml").read_text(encoding="utf-8")
    (survey / "releases.yaml").unlink()
    assert restore_release(survey, "2025") == ("record", "2025/v1")
    assert (survey / "releases.yaml").read_text(encoding="utf-8") == record
    write_world(NEXT, survey.parents[1])
    assert told(built(survey)) == 0


def test_another_name_of_a_question_does_not_show_it_again(survey: Path) -> None:
    write_world(NEXT, survey.parents[1])
    path = survey / "questionnaire.yaml"
    asked = yaml.safe_load(path.read_text(encoding="utf-8"))["questions"]
    renamed = {"confidence" if name == "trust" else name: of for name, of in asked.items()}
    renamed["confidence"]["columns"] = {"2025": "trust"}
    edited(path, questions=renamed)
    folder = built(survey)
    assert told(folder, "confidence") == 0
    assert told(folder, "score") > 0


def test_a_version_withdrawn_whole_leaves_what_was_withdrawn_before(survey: Path) -> None:
    left = withdrawn_whole(survey, "confidentiality")
    withdrawn_whole(survey, "confidentiality")  # once more: nothing is forgotten
    assert not list(left.rglob("series.csv"))
    kept = left / INSIDE / "withdrawn-tables.csv"
    tables = kept.read_bytes()
    kept.unlink()
    write_world(NEXT, survey.parents[1])
    with pytest.raises(PublicationError) as caught:
        built(survey)
    assert all("withdrawn-tables.csv" in caught.value.texts[lang] for lang in LANGUAGES)
    kept.parent.mkdir(exist_ok=True)
    kept.write_bytes(tables)
    folder = built(survey)
    assert told(folder) == 0
    assert told(folder, "score") > 0


def test_what_another_survey_has_out_of_the_same_file_is_named(tmp_path: Path) -> None:
    survey = write_world(bare(11, people=120), tmp_path)
    built(survey)
    other = shutil.copytree(survey, survey.with_name("other"))
    shutil.copytree(tmp_path / "releases" / "nasty", tmp_path / "releases" / "other")
    with tables_alone():
        done = withdraw_cells(
            other.with_name("nasty"),
            [replace(CELL, breakdown="age_group")],
            date=DAY,
            reason=REASON,
        )
    assert done.elsewhere == ("other 2025/v1",)


# --- what a notice tells -------------------------------------------------------------------------


def tried(hashes: set[str], n: int, sizes: tuple[int, int]) -> Iterator[tuple[int, int, int]]:
    """Yield the people of three regions whose table of margins has one of some hashes.

    A reader has the targets, bases rounded to five, and how padai writes a table; of the shares
    after weighting a few last digits are open.
    """
    targets = (0.4, 0.4, 0.2)
    ends = [[share] for share in targets]
    for digits in ends:
        for way in (0.0, 1.0):
            last = digits[0]
            for _ in range(8):
                last = math.nextafter(last, way)
                digits.append(last)
    afters = list(itertools.product(*ends))
    near = range(-2, 3)
    for whole, one, two in itertools.product(near, near, near):
        people = (sizes[0] + one, sizes[1] + two)
        people = (*people, n + whole - sum(people))
        before = [str(k / (n + whole)) for k in people]
        for after in afters:
            rows = zip(range(1, 4), targets, before, after, strict=True)
            text = "".join(f"main,region,r{i},{t},{b},{a}\n" for i, t, b, a in rows)
            whole_text = f"part,margin,cell,target,before,after\n{text}"
            if hashlib.sha256(whole_text.encode()).hexdigest() in hashes:
                yield people


@pytest.mark.parametrize("kind", ["error", "confidentiality"])
def test_a_notice_gives_no_hash_by_which_an_exact_base_can_be_tried(
    tmp_path: Path, kind: str
) -> None:
    """The exact bases of three regions, two of them rounded and one withheld, from one hash."""
    folder = write_world(bare(11, weighted=True, rounding=True), tmp_path)
    version = built(folder)
    inside = {hashlib.sha256(p.read_bytes()).hexdigest() for p in (version / INSIDE).iterdir()}
    outside = {
        hashlib.sha256(p.read_bytes()).hexdigest()
        for p in version.rglob("*")
        if p.is_file() and INSIDE not in p.parts
    }
    shares = pd.read_csv(version / INSIDE / "weighting.csv")["before"]
    exact = tuple(round(300 * share) for share in shares)
    near = (5 * round(exact[0] / 5), 5 * round(exact[1] / 5))
    assert list(tried(inside, 300, near)) == [exact], "an attack that works"
    left = withdrawn_whole(folder, kind)
    notice = (left / "retrait.json").read_text(encoding="utf-8")
    hashes = set(re.findall(r"[0-9a-f]{64}", notice))
    assert not hashes & inside
    assert not list(tried(hashes, 300, near))
    names = [file["name"] for file in json.loads(notice)["withdrawal"]["files"]]
    assert "open/series.csv" in names
    assert not any(name.startswith(INSIDE) for name in names)
    if kind == "error":
        assert hashes >= outside
    else:
        assert not hashes
    kept = set(re.findall(r"[0-9a-f]{64}", (folder / "releases.yaml").read_text("utf-8")))
    assert not kept & inside
