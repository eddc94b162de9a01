"""Files of a stranger that `init` once read with too much confidence."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyreadstat
import pytest

from padai.cli import main
from padai.errors import DefinitionError, PadaiError
from padai.interchange import parse_design
from padai.interchange.design_roles import find_design
from padai.interchange.label_words import language
from padai.interchange.profiles import profiles
from padai.survey import load_survey
from padai.validation import validate
from padai.waves import read_delivery, read_wave, stack
from padai.waves.intake import DataFile
from tests.starting import started

N = 400


def table(seed: int = 1, n: int = N, **more: Any) -> pd.DataFrame:
    rng = np.random.default_rng(seed)
    return pd.DataFrame(
        {"folio": np.arange(1, n + 1), "q1": rng.choice([1, 2, 3], n), "q2": rng.choice([1, 2], n)}
    ).assign(**more)


def weights(mean: float = 1.6, seed: int = 2) -> Any:
    drawn = np.random.default_rng(seed).uniform(0.3, 3, N)
    return (drawn * mean / drawn.mean()).round(4)


def found(frame: pd.DataFrame) -> Any:
    file = DataFile(frame, "csv", "")
    return find_design(file, profiles(file))


NAMES = [
    "pspwght", "anweight", "dweight", "pweight", "w_final", "hwghts", "peso", "pond2", "factor_exp",
    "gewicht", "weight", "Gew", "gew_pers",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_weight_is_known_by_its_name(name: str) -> None:
    assert found(table(**{name: weights()})).proposed()["weight"] == name


@pytest.mark.parametrize("name", NAMES)
def test_with_negative_values_it_is_asked_and_nothing_is_unweighted(
    tmp_path: Path, name: str
) -> None:
    frame = table(**{name: weights()})
    frame.loc[:3, name] = -1.5
    path = tmp_path / "w2024.csv"
    frame.to_csv(path, index=False)
    role = found(frame).roles["weight"]
    assert role.taken is None and role.columns == (name,)
    with pytest.raises(DefinitionError, match=f"weight={name}"):
        started(tmp_path / "a", path, design=(parse_design("proposed"),))
    survey = started(tmp_path / "b", path)
    assert name not in survey.questions
    with pytest.raises(DefinitionError, match=name):
        read_wave(survey, "2024")


@pytest.mark.parametrize("mean", [1.0, 1.03, 0.96, 4_321.5])
def test_a_column_that_looks_like_a_weight_is_asked_about(mean: float) -> None:
    role = found(table(zz=weights(mean))).roles["weight"]
    assert role.columns == ("zz",)
    assert (role.taken is not None) is (mean == 1.0), "only an exact mean of one is proposed"


def test_what_is_no_weight_is_not_asked_about() -> None:
    frame = table(
        interview_time=weights(900.0),
        score=weights(50.0),
        half=weights(2.5),
        change=weights(1.0) - 1.5,
        age=weights(45.0).round(),
        pond=weights(1.6),
    )
    role = found(frame).roles["weight"]
    assert role.taken is not None and role.taken.column == "pond" and not role.others
    assert "weight" not in found(frame.drop(columns="pond")).proposed()
    assert not found(frame.drop(columns="pond")).roles["weight"].columns


def test_only_the_columns_kept_count(tmp_path: Path) -> None:
    rng = np.random.default_rng(5)
    path = tmp_path / "wide.csv"
    wide = pd.DataFrame(rng.integers(1, 5, (60, 2_101)), columns=[f"q{i}" for i in range(2_101)])
    wide.to_csv(path, index=False)
    with pytest.raises(DefinitionError) as refused:
        started(tmp_path / "a", path)
    assert "2101" in str(refused.value) and "--only" in str(refused.value)
    assert len(started(tmp_path / "b", path, only=("q1?",)).questions) == 10


def test_codes_of_countries_are_no_words() -> None:
    assert language(["DE", "FR", "SE"] * 20, "en") == "en"
    assert language(["DE", "FR", "SE"] * 20) == "fr"
    assert language(["DE", "ES", "How satisfied are you with the police?"]) == "en"
    assert language(["OUI", "NON"]) == "fr"


@pytest.mark.parametrize("tag", ["fr", "en", "de-informal"])
def test_the_language_field_of_limesurvey_decides(tmp_path: Path, tag: str) -> None:
    path = tmp_path / "export-2024.csv"
    pd.DataFrame(
        {
            "id": range(1, 61),
            "submitdate": "2024-03-01 10:00:00",
            "lastpage": 3,
            "startlanguage": tag,
            "G1Q1[SQ001]": ["A1", "A2", "A3"] * 20,
            "G1Q2": ["Y", "N"] * 30,
        }
    ).to_csv(path, index=False)
    assert started(tmp_path, path, otherwise="es").languages[0] == tag[:2]


SEX = {1.0: "Male", 2.0: "Female"}


def rounds(
    folder: Path, label: str = "", *, same: bool, name: str = "Q101", seed: int = 7, **more: Any
) -> list[Path]:
    """Write two rounds whose identifiers begin anew, or are those of the same people."""
    rng, paths = np.random.default_rng(seed), []
    sex = rng.choice([1.0, 2.0], N)
    for year in (2018, 2021):
        frame = pd.DataFrame(
            {
                "RESPNO": [f"KEN{i:04d}" for i in range(N)],
                "q1": rng.choice([1.0, 2.0, 3.0], N),
                **({name: sex if same else rng.choice([1.0, 2.0], N)} if label else {}),
                **{column: made(rng, year) for column, made in more.items()},
            }
        )
        paths.append(folder / f"w{year}.sav")
        pyreadstat.write_sav(
            frame,
            str(paths[-1]),
            column_labels={"RESPNO": "Respondent number", name: label},
            variable_value_labels={name: SEX} if label else {},
        )
    return paths


SEXES = [
    "Q101. Respondent's gender", "Sexo del entrevistado", "Genre de la personne interrogée",
    "Gender", "Sexe du répondant", "Q101. Gender of respondent",
]  # fmt: skip


@pytest.mark.parametrize("label", SEXES)
def test_ids_that_begin_anew_make_no_panel(tmp_path: Path, label: str) -> None:
    survey = started(tmp_path, *rounds(tmp_path, label, same=False))
    assert (survey.overlap, survey.ids) == ("none", "per_wave")


@pytest.mark.parametrize("label", SEXES)
def test_the_same_people_stay_a_panel(tmp_path: Path, label: str) -> None:
    survey = started(tmp_path, *rounds(tmp_path, label, same=True))
    assert (survey.overlap, survey.ids) == ("respondent", "kept")


def test_numbered_ids_and_nothing_else_are_asked_about(tmp_path: Path) -> None:
    survey = started(tmp_path, *rounds(tmp_path, same=False))
    assert survey.overlap is None
    assert "# overlap: none" in (survey.path / "survey.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("column", ["yrbrn", "edad"])
def test_years_of_birth_and_ages_tell_too(tmp_path: Path, column: str) -> None:
    def other(rng: Any, year: int) -> Any:
        ages = rng.integers(18, 90, N).astype(float)
        return ages if column == "edad" else year - ages

    def same(rng: Any, year: int) -> Any:
        born = np.random.default_rng(11).integers(1930, 2000, N).astype(float)
        return year - born if column == "edad" else born

    for made, overlap in ((other, "none"), (same, "respondent")):
        folder = tmp_path / overlap
        folder.mkdir()
        survey = started(folder, *rounds(folder, same=False, **{column: made}))
        assert survey.overlap == overlap


def test_a_file_without_rows_is_refused_before_anything_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "w2024.csv"
    path.write_text("id;weight;q1\n", encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        main(["init", str(tmp_path / "p"), "--from", str(path), "--lang", "en"])
    assert ended.value.code == 2
    said = capsys.readouterr()
    assert "has columns and no row" in said.out + said.err
    assert "weight:" not in said.out and "dates:" not in said.out


def test_ids_that_return_under_none_name_the_line(tmp_path: Path) -> None:
    survey = started(
        tmp_path, *rounds(tmp_path, "Gender", same=False), design=(parse_design("id=RESPNO"),)
    )
    path = survey.path / "survey.yaml"
    text = path.read_text(encoding="utf-8")
    kept = "\n".join(line for line in text.split("\n") if not line.startswith("ids:"))
    path.write_text(kept, encoding="utf-8")
    survey = load_survey(survey.path)
    waves = [read_delivery(survey, wave_id) for wave_id in survey.waves]
    found = validate(waves[1], earlier=[waves[0]])
    said = [f.messages["en"] for f in found.items if f.check == "returning_ids"]
    assert said and "survey.yaml" in said[0] and "ids: per_wave" in said[0]
    with pytest.raises(PadaiError) as refused:
        stack([read_wave(survey, wave_id) for wave_id in survey.waves])
    assert "ids: per_wave" in str(refused.value) and "survey.yaml" in str(refused.value)
    path.write_text(text, encoding="utf-8")
    assert stack([read_wave(load_survey(path.parent), w) for w in survey.waves]).overlap == "none"


def test_waves_without_overlap_name_the_file_and_the_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    survey = started(tmp_path, *rounds(tmp_path, same=False), design=(parse_design("id=RESPNO"),))
    with pytest.raises(SystemExit):
        main(["trend", str(survey.path), "q1", "--lang", "en"])
    said = capsys.readouterr().err
    assert "survey.yaml" in said and "`overlap: none`" in said and "overlap='none'" not in said


@pytest.mark.parametrize("places", [2, 4])
def test_weights_with_a_decimal_comma_in_a_comma_file_are_read(tmp_path: Path, places: int) -> None:
    written = [f"{value:.{places}f}".replace(".", ",") for value in weights()]
    path = tmp_path / "w2024.csv"
    table(poids=written).to_csv(path, index=False)
    survey = started(tmp_path, path, design=(parse_design("id=folio,weight=poids"),))
    meant = [float(text.replace(",", ".")) for text in written]
    assert read_wave(survey, "2024").weights.tolist() == meant
