"""Two countries in one file: parts of each wave, estimated and compared within themselves alone."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import padai
from padai.errors import DefinitionError, PadaiError, Said
from padai.interchange import Choices, add_wave, parse_design
from padai.survey import Survey, load_survey
from padai.validation import validate
from padai.waves import read_delivery, read_wave, stack
from tests.test_intake_of_strangers import PROPOSED, N, people, started, write

SAME = (parse_design("same"),)
PARTS = (("main", "Chile", 1), ("peru", "Perú", 2))


def two_countries(seed: int) -> pd.DataFrame:
    """Two thirds of the people live in country 1, one third in country 2."""
    return people(seed).assign(
        folio=np.arange(1.0, N + 1) + 1000 * seed, pais=np.resize([1.0, 1.0, 2.0], N)
    )


def parted(survey: Survey) -> Survey:
    """Write the one part that init drafted as two, each with its rows of the file."""
    path = survey.path / "waves" / "2024.yaml"
    text = path.read_text(encoding="utf-8")
    head, _, body = text.partition("parts:\n  main:\n")
    body, _, tail = body.partition("# release:")
    body = re.sub(r"    n: \d+\n", "", body)
    made = ""
    for name, label, code in PARTS:
        own = body.replace("    file:", f"    rows: {{pais: [{code}]}}\n    file:", 1)
        made += f"  {name}:\n" + re.sub(r"    label: .*\n", f"    label: {{es: {label}}}\n", own)
    path.write_text(f"{head}parts:\n{made}# release:{tail}", encoding="utf-8")
    head_file = survey.path / "survey.yaml"
    told = head_file.read_text(encoding="utf-8")
    assert "ids:" not in told
    head_file.write_text(f"{told}ids: per_wave\n", encoding="utf-8")
    return load_survey(survey.path)


@pytest.fixture
def survey(tmp_path: Path) -> Survey:
    path = write(tmp_path / "w2024.sav", two_countries(1))
    return parted(started(tmp_path, path, exclude=("pais",), **PROPOSED))


def test_each_country_is_read_and_estimated_by_its_own_rows(survey: Survey) -> None:
    frame = two_countries(1)
    for name, _, code in PARTS:
        wave = read_wave(survey, "2024", part=name)
        own = frame[frame["pais"] == code]
        assert len(wave.frame) == len(own)
        assert validate(read_delivery(survey, "2024", part=name)).ok
        found = padai.proportion(wave, "p2").frame.set_index("response")["estimate"]
        assert found["1"] == pytest.approx(
            own.loc[own["p2"] == 1, "pond"].sum() / own["pond"].sum()
        )


def test_the_next_wave_has_the_same_parts_with_their_rows(tmp_path: Path, survey: Survey) -> None:
    add_wave(survey.path, write(tmp_path / "w2025.sav", two_countries(2)), Choices(design=SAME),
             accept=True)  # fmt: skip
    grown = load_survey(survey.path)
    parts = grown.wave("2025").parts
    assert list(parts) == ["main", "peru"]
    assert [p.rows for p in parts.values()] == [{"pais": (1,)}, {"pais": (2,)}]
    assert [p.n for p in parts.values()] == [200, 100]
    assert [p.label.get("es") for p in parts.values()] == ["Chile", "Perú"]
    assert {p.design.weight for p in parts.values()} == {"pond"}
    for name, _, _ in PARTS:
        assert validate(read_delivery(grown, "2025", part=name)).ok


def test_parts_are_never_compared_with_one_another(tmp_path: Path, survey: Survey) -> None:
    add_wave(survey.path, write(tmp_path / "w2025.sav", two_countries(2)), Choices(design=SAME),
             accept=True)  # fmt: skip
    grown = load_survey(survey.path)
    chile, peru = (read_wave(grown, "2024", part=name) for name, _, _ in PARTS)
    later = read_wave(grown, "2025", part="peru")
    with pytest.raises(PadaiError, match="another survey or part"):
        stack([chile, later])
    with pytest.raises(PadaiError, match="Waves need an id each"):
        stack([chile, peru])
    assert len(padai.trend(stack([peru, later]), "p2").frame) >= 4


def test_a_country_without_rows_or_without_its_column_changes_nothing(
    tmp_path: Path, survey: Survey
) -> None:
    before = sorted(p.name for p in survey.path.rglob("*"))
    frame = two_countries(2)
    for wrong, said in (
        (frame.assign(pais=1.0), "no row for part 'peru'"),
        (frame.drop(columns="pais"), "no column 'pais', which tells the parts"),
    ):
        path = write(tmp_path / "w2025.sav", wrong)
        with pytest.raises(DefinitionError, match=said):
            add_wave(survey.path, path, Choices(design=SAME), accept=True)
        assert sorted(p.name for p in survey.path.rglob("*")) == before


def test_rows_of_a_third_country_are_counted_and_a_file_apart_is_named(
    tmp_path: Path, survey: Survey
) -> None:
    told: list[Said] = []
    frame = two_countries(2)
    frame.loc[:6, "pais"] = 3.0
    choices = Choices(design=SAME, tell=told.append)
    add_wave(survey.path, write(tmp_path / "w2025.sav", frame), choices, accept=True)
    assert any("7 rows of w2025.sav go to no part" in said.en for said in told)

    path = survey.path / "waves" / "2025.yaml"
    text = path.read_text(encoding="utf-8")
    first, _, second = text.partition("  peru:\n")
    (survey.path / "data" / "peru.sav").write_bytes((tmp_path / "w2025.sav").read_bytes())
    path.write_text(f"{first}  peru:\n" + second.replace("w2025.sav", "peru.sav"), encoding="utf-8")
    told.clear()
    add_wave(survey.path, write(tmp_path / "w2026.sav", two_countries(3)), choices)
    assert any("part 'peru' of the last wave had a file of its own" in s.en for s in told)


def test_a_report_without_a_first_part_says_the_line_before_any_work(survey: Survey) -> None:
    path = survey.path / "waves" / "2024.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("  main:\n", "  chile:\n"), encoding="utf-8")
    assert len(read_wave(load_survey(survey.path), "2024", part="chile").frame) == 200
    with pytest.raises(DefinitionError, match="rename `chile:` to `main:`"):
        padai.build(survey.path, project=survey.path.parents[1])
