"""Files of houses never seen, as newcomers bring them: nothing is wrong without being asked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyreadstat
import pytest

from padai.errors import DataError
from padai.interchange.label_words import missing_kind
from padai.waves.encodings import encoding_of
from padai.waves.intake import read_data_file
from tests.starting import started_and_told

N = 120


def drawn(values: list[Any], seed: int = 3) -> np.ndarray:
    return np.random.default_rng(seed).choice(values, N)


# --- codes of no answer -------------------------------------------------------------------


def _negative(path: Path) -> Path:
    table = pd.DataFrame(
        {
            "health": drawn([1, 2, 3, -9, -8, -3], 4).astype(float),
            "change": drawn([-2, -1, 0, 1, 2, -9], 5).astype(float),
        }
    )
    labels = {
        "health": {1: "good", 2: "fair", 3: "bad", -9: "Don't know", -8: "Filter 12", -3: "Split B"},
        "change": {
            -2: "much worse", -1: "worse", 0: "same", 1: "better", 2: "much better", -9: "Refused",
        },
    }  # fmt: skip
    pyreadstat.write_sav(table, str(path), variable_value_labels=labels)
    return path


def test_negative_codes_of_unknown_words_are_asked_about(tmp_path: Path) -> None:
    """Beside one that is known they were no answer, and a comment alone said so."""
    survey, told = started_and_told(tmp_path, _negative(tmp_path / "w2024.sav"))
    health = survey.questions["health"]
    assert {m.value for m in health.missing_codes} == {-9, -8, -3}
    assert "health: the codes -8, -3 stand apart from the answers" in told


def test_a_scale_around_zero_keeps_its_negative_answers(tmp_path: Path) -> None:
    """“Much worse” was no answer because -9 was a refusal."""
    survey, told = started_and_told(tmp_path, _negative(tmp_path / "w2024.sav"))
    change = survey.questions["change"]
    assert list(change.codes) == ["-2", "-1", "0", "1", "2"]
    assert {m.value for m in change.missing_codes} == {-9}
    assert "change: negative codes that face positive ones, kept as answers" in told


def test_an_option_may_have_the_number_of_a_cell_that_is_no_answer(tmp_path: Path) -> None:
    """99 in a cell, and an option 99: the draft was refused as a fault of its own definition."""
    names = [f"media_{i}" for i in (1, 2, 3, 97, 99)]
    table = pd.DataFrame({name: drawn([0, 1], i) for i, name in enumerate(names)})
    table.loc[:9, "media_1":"media_3"] = 99  # type: ignore[misc]
    table["media_97"] = 0
    path = tmp_path / "w2024.sav"
    said = [
        "Media used: TV",
        "Media used: Radio",
        "Media used: Web",
        "Media used: None",
        "Media used: Other",
    ]
    pyreadstat.write_sav(
        table,
        str(path),
        column_labels=said,
        variable_value_labels={name: {0: "Not mentioned", 1: "Mentioned"} for name in names},
    )
    survey, told = started_and_told(tmp_path, path)
    media = survey.questions["media"]
    assert list(media.codes) == ["1", "2", "3", "97", "99"], "nobody chose 97"
    assert "media_{code}: the codes 99 stand apart from the answers" in told
    assert {m.code: m.value for m in media.missing_codes} == {"cell_99": 99}


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Prefiero no contestar", "refused"),
        ("Prefiro não responder", "refused"),
        ("k. A.", "refused"),
        ("أفضل عدم الإجابة", "refused"),
        ("Zeg ik liever niet", "refused"),
        ("Keine Meinung", "dont_know"),
        ("No opina", "dont_know"),
        ("Not in universe", "not_asked"),
    ],
)
def test_no_answer_is_known_in_the_words_of_forms(label: str, kind: str) -> None:
    assert missing_kind(label) == kind


# --- encodings ----------------------------------------------------------------------------

REGIONS = ("Montréal", "Québec", "Gaspésie")


def _delivered(path: Path, encoding: str, first: str = "") -> Path:
    lines = ["identifiant;poids;région;âge"]
    lines += [
        f"{i};{0.6 + (i % 7) / 8:.3f};{REGIONS[i % 3]};{20 + i % 60}" for i in range(1, N + 1)
    ]
    path.write_bytes((first + "\n".join(lines).replace(".", ",")).encode(encoding))
    return path


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("latin-1", "Windows-1252"),
        ("cp1252", "Windows-1252"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16-LE"),
        ("utf-8-sig", ""),
    ],
)
def test_a_csv_of_another_encoding_is_read_and_told(
    tmp_path: Path, encoding: str, said: str
) -> None:
    """It was refused, and a statistical office's is seldom in UTF-8."""
    survey, told = started_and_told(tmp_path, _delivered(tmp_path / "w2024.csv", encoding))
    assert set(survey.questions["region"].codes) == set(REGIONS)
    assert survey.part("2024").proposed_design.weight == "poids"
    assert (f"w2024.csv is not in UTF-8: read in {said}." in told) is bool(said)


def test_the_line_that_tells_excel_the_separator_is_no_header(tmp_path: Path) -> None:
    path = _delivered(tmp_path / "w2024.csv", "utf-8", "sep=;\n")
    survey, _ = started_and_told(tmp_path, path)
    assert "region" in survey.questions and len(read_data_file(path).frame) == N


@pytest.mark.parametrize(
    ("words", "encoding", "found"),
    [
        ("très à l’œuvre « là »", "cp1252", "cp1252"),
        ("¿Cuánta? año 1º", "latin-1", "cp1252"),
        ("Größe über Straße", "latin-1", "cp1252"),
        ("confiança é não", "latin-1", "cp1252"),
        ("доверяю полностью", "cp1251", None),
        ("لا أعرف", "cp1256", None),
        ("Wrocław, łąka, źle", "cp1250", None),
        ("Montréal", "mac-roman", None),
        ("Εμπιστοσύνη", "iso8859-7", None),
        ("東京 信頼", "shift_jis", None),
    ],
)
def test_bytes_that_make_no_western_words_are_refused(
    tmp_path: Path, words: str, encoding: str, found: str | None
) -> None:
    path = tmp_path / "w.csv"
    path.write_bytes(f"id;q\n1;{words}\n".encode(encoding))
    assert encoding_of(path) == found


# --- several waves in one file ------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "label", "asked"),
    [
        ("numinves", "Número de Investigación", True),
        ("Erhebungsjahr", "", True),
        ("anac", "Année de naissance", False),
    ],
)
def test_years_at_the_head_of_a_file_are_asked_about(
    tmp_path: Path, name: str, label: str, asked: bool
) -> None:
    """Two years of a house that calls them otherwise were one wave, in silence."""
    table = pd.DataFrame(
        {name: drawn([2017, 2018]), "id": range(N), "wt": drawn([0.5, 1.25]), "q": drawn([1, 2])}
    )
    labels = {name: label} if label else {}
    path = tmp_path / "w2018.dta"
    pyreadstat.write_dta(table, str(path), column_labels=labels)
    _, told = started_and_told(tmp_path, path)
    assert (f"--wave-column {name}" in told) is asked


def test_a_title_above_the_names_is_told_as_one(tmp_path: Path) -> None:
    """It was told as names given twice, at the places where there is none."""
    path = tmp_path / "w2024.csv"
    path.write_text("Trust 2024,,,\n,,,\nid,weight,region,trust\n1,1.0,North,Some\n")
    with pytest.raises(DataError, match=r"fills 1 cell.* of 4, as a title does") as error:
        read_data_file(path)
    assert "Trust 2024" not in str(error.value)
