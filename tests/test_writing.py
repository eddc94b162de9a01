"""Writing a wave back: the same values and labels, or a refusal that names what would be lost."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from padai.cli import main
from padai.design import Design
from padai.errors import DataError, DefinitionError
from padai.pipeline.parts.preparation import prepare
from padai.survey import load_survey
from padai.waves import Wave
from padai.waves.file_formats import spss_missing
from padai.waves.intake import read_data_file
from padai.waves.reading import read_wave
from padai.waves.write_back import WEIGHT_COLUMN, write_wave
from tests.builders import mini, respondents

NUMERIC_SEX = {
    "{codes: {F: {fr: F, en: F}, M: {fr: M, en: M}}}": "{codes: {F: {label: {fr: F, en: F}, value: 1},"
    " M: {label: {fr: M, en: M}, value: 2}}}"
}
FORMATS = (".sav", ".zsav", ".dta", ".parquet")


def numeric_wave(folder: Path, **changed: object) -> Wave:
    rows = respondents(60, seed=6).assign(sex=[1.0, 2.0] * 30, trust=[1.0, 2.0, 98.0, 99.0] * 15)
    survey = load_survey(mini(folder, {"2025": rows.assign(**changed)}, replace=NUMERIC_SEX))
    return read_wave(survey, "2025")


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_values_labels_and_weights_come_back(tmp_path: Path, ending: str, lang: str) -> None:
    wave = numeric_wave(tmp_path)
    file = read_data_file(write_wave(wave, tmp_path / f"out{ending}", lang=lang))
    for column in wave.frame.columns:
        wanted, found = wave.frame[column], file.frame[column]
        if wanted.dtype.kind in "iuf":
            np.testing.assert_array_equal(wanted.to_numpy(float), found.to_numpy(float))
        else:
            assert wanted.tolist() == found.tolist()
    np.testing.assert_array_equal(file.frame[WEIGHT_COLUMN].to_numpy(float), wave.weights)
    said = {
        "fr": ("Confiance", "Tout à fait", "Moyens – Site web"),
        "en": ("Trust", "Completely", "Means – Web"),
    }
    assert (file.labels["trust"], file.value_labels["trust"][1], file.labels["means_web"]) == said[
        lang
    ]
    if ending != ".dta":
        assert file.missing_ranges["trust"] == ((99, 99),)


def test_what_was_written_can_be_read_as_the_wave_again(tmp_path: Path) -> None:
    wave = numeric_wave(tmp_path)
    write_wave(wave, tmp_path / "again" / "m2025.csv")
    assert wave.survey is not None
    again = read_wave(wave.survey, "2025", data_dir=tmp_path / "again")
    pd.testing.assert_frame_equal(
        again.frame.drop(columns=WEIGHT_COLUMN), wave.frame, check_dtype=False
    )


def test_a_csv_has_its_codebook_beside_it(tmp_path: Path) -> None:
    write_wave(numeric_wave(tmp_path), tmp_path / "out.csv")
    book = pd.read_csv(tmp_path / "out.codebook.csv", dtype=str, keep_default_na=False)
    rows = book[book["column"] == "trust"]
    assert rows["value"].tolist() == ["1", "2", "3", "4", "98", "99"]
    assert rows["missing"].tolist() == ["no"] * 5 + ["yes"]
    assert rows["value_label"].tolist()[0] == "Tout à fait"


@pytest.mark.parametrize("ending", [*FORMATS, ".csv"])
def test_the_same_wave_gives_the_same_bytes(tmp_path: Path, ending: str) -> None:
    wave = numeric_wave(tmp_path)
    first, second = (write_wave(wave, tmp_path / name / f"m{ending}") for name in "ab")
    assert first.read_bytes() == second.read_bytes()
    if ending in (".sav", ".zsav"):
        assert b"10 May 2500:00:00" in first.read_bytes()[:200]
    if ending == ".dta":
        assert b"10 May 2025 00:00" in first.read_bytes()[:200]


LONG = "é" * 150
REFUSED = [
    (".sav", {"fr: Tout à fait": f"fr: {LONG}"}, {}, "300 bytes; a .sav file holds 120"),
    (".sav", {"label: {fr: Confiance, ": f"label: {{fr: {LONG}, "}, {}, "300 bytes; a .sav file holds 256"),
    (".dta", {"label: {fr: Confiance, ": f"label: {{fr: {LONG}, "}, {}, "150 characters; a .dta file holds 80"),
    (".sav", {}, {"TRUST": 1.0}, "'trust' and 'TRUST' differ only by case"),
    (".sav", {}, {"not": 1.0}, "'not' cannot name a column"),
    (".sav", {}, {"a b": 1.0}, "'a b' cannot name a column"),
    (".dta", {}, {"a" * 33: 1.0}, "33 characters; a .dta file holds 32"),
    (".dta", {}, {"word": "x" * 2_100}, "2100 characters; a .dta file holds 2045"),
    (".parquet", {}, {WEIGHT_COLUMN: 1.0}, "already have a column 'padai_weight'"),
    (".sav", {}, {"big": 2**60}, r"above 2\^53"),
    (".xlsx", {}, {}, "are not written"),
]  # fmt: skip


@pytest.mark.parametrize(("ending", "replace", "columns", "said"), REFUSED)
def test_what_a_format_would_cut_is_refused_and_nothing_is_written(
    tmp_path: Path, ending: str, replace: dict[str, str], columns: dict[str, object], said: str
) -> None:
    rows = respondents(6).assign(sex=[1.0, 2.0] * 3)
    survey = load_survey(mini(tmp_path, {"2025": rows}, replace=NUMERIC_SEX | replace))
    frame = rows.assign(**columns)
    wave = Wave(frame, Design(weight="w", id="id"), survey=survey, id="2025")
    before = (tmp_path / "kept.txt", tmp_path / f"out{ending}")
    before[1].write_text("published before")
    with pytest.raises(DataError, match=said):
        write_wave(wave, before[1])
    assert before[1].read_text() == "published before"
    assert not list(tmp_path.glob(".padai-*"))


def test_letters_for_codes_cannot_be_labelled_in_stata(tmp_path: Path) -> None:
    wave = read_wave(load_survey(mini(tmp_path)), "2025")
    write_wave(wave, tmp_path / "out.sav")
    with pytest.raises(DataError, match="'sex' has codes in letters"):
        write_wave(wave, tmp_path / "out.dta")


def test_a_language_that_the_survey_lacks_is_refused(tmp_path: Path) -> None:
    wave = read_wave(load_survey(mini(tmp_path)), "2025")
    with pytest.raises(DefinitionError, match="labels in 'de' are not defined"):
        write_wave(wave, tmp_path / "out.sav", lang="de")


def test_a_frame_without_a_survey_is_written_without_labels(tmp_path: Path) -> None:
    wave = Wave(
        pd.DataFrame({"w": [1.0, 2.0], "c": pd.Categorical(["a", None])}), Design(weight="w")
    )
    frame = read_data_file(write_wave(wave, tmp_path / "out.sav")).frame
    assert frame["c"].isna().tolist() == [False, True]
    assert frame[WEIGHT_COLUMN].tolist() == [1.0, 2.0]


def test_a_file_that_changes_what_it_was_given_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever a writer loses unasked is found by reading the file again."""
    from padai.waves import write_back

    def forgetful(frame, path, labels, values, missing, date) -> None:  # type: ignore[no-untyped-def]
        frame = frame.assign(trust=frame["trust"].replace(98.0, np.nan))
        real(frame, path, labels, values, missing, date)

    real = write_back.write_format
    monkeypatch.setattr(write_back, "write_format", forgetful)
    with pytest.raises(DataError, match=r"does not keep these columns.*trust"):
        write_wave(numeric_wave(tmp_path), tmp_path / "out.sav")
    assert not (tmp_path / "out.sav").exists()


def test_spss_missing_values_are_three_or_a_range_and_one() -> None:
    labels = dict.fromkeys([1, 2, 3], "x")
    assert spss_missing("q", (8, 9), labels, "") == [8, 9]
    assert spss_missing("q", (6, 7, 8, 9), labels, "") == [{"lo": 6, "hi": 9}]
    assert spss_missing("q", (-1, 6, 7, 8), labels, "") == [{"lo": 6, "hi": 8}, -1]
    with pytest.raises(DataError, match="make no range"):
        spss_missing("q", (-2, -1, 6, 7), labels, "mini")


@pytest.mark.needs("gss")
@pytest.mark.parametrize("ending", [*FORMATS, ".csv"])
def test_a_real_wave_comes_back_value_for_value(tmp_path: Path, gss_dir: Path, ending: str) -> None:
    survey = load_survey(Path(__file__).parents[1] / "surveys" / "gss-trust")
    wave = read_wave(survey, "2018", data_dir=gss_dir)
    file = read_data_file(write_wave(wave, tmp_path / f"out{ending}", lang="en"))
    for column in wave.frame.columns:
        wanted, found = wave.frame[column], file.frame[column]
        if wanted.dtype.kind in "iuf":
            numbers = pd.to_numeric(found).to_numpy(float)
            np.testing.assert_array_equal(wanted.to_numpy(float), numbers)
        else:
            assert wanted.tolist() == found.tolist()


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_command_line_writes_the_weighted_wave(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], lang: str
) -> None:
    survey = mini(tmp_path / "mini")
    path = tmp_path / "wave.sav"
    with pytest.raises(SystemExit, match="0"):
        main(["export", str(survey), "--to", "sav", "--out", str(path), "--lang", lang])
    file = read_data_file(path)
    wave = prepare(load_survey(survey), "2025", "main", None, lambda *_: None).last
    assert np.array_equal(file.frame[WEIGHT_COLUMN].to_numpy(), wave.weights)
    assert file.labels["trust"] == load_survey(survey).question("trust").label.get(lang)
    with pytest.raises(SystemExit, match="2"):
        main(["export", str(survey), "--to", "dta", "--out", str(path)])
    assert "wave.sav" in capsys.readouterr().err


def test_dates_are_written_whatever_their_unit(tmp_path: Path) -> None:
    days = pd.Series(pd.to_datetime(["2025-03-01", None]).astype("datetime64[s]"))
    own = pd.Series([dt.date(2025, 3, 1), None], dtype=object)
    wave = Wave(pd.DataFrame({"day": days, "own": own, "x": [1, 2]}), Design())
    for ending in (".sav", ".dta", ".parquet"):
        frame = read_data_file(write_wave(wave, tmp_path / f"w{ending}")).frame
        for name in ("day", "own"):
            assert frame[name].iloc[0] == pd.Timestamp("2025-03-01")
            assert pd.isna(frame[name].iloc[1])
