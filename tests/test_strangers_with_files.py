"""What strangers with real files brought to light: units, ends of scales, near names, days."""

from __future__ import annotations

import datetime as dt
import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pyreadstat
import pytest
from openpyxl import Workbook

import padai
from padai.cli.build_commands import _print_release
from padai.errors import DefinitionError, PadaiError
from padai.interchange import Choices, init_from
from padai.interchange.labels import without_name
from padai.interchange.who_answered import says_who
from padai.pipeline.builds.proposals import halves, with_proposals
from padai.survey import load_survey
from padai.survey.opposite_words import opposite
from padai.survey.tongues import language
from padai.waves.empty_cells import blanked
from tests.starting import started, started_and_told

N = 300


def of_villages(seed: int = 1) -> pd.DataFrame:
    rng = np.random.default_rng(seed)
    village = rng.integers(1, 31, N)
    return pd.DataFrame(
        {
            "caseid": rng.permutation(np.arange(10_000, 10_000 + N)),
            "village.id": village,
            "weight": rng.gamma(4, 0.25, N).round(4),
            "trust": rng.choice(["A lot", "Some", "None"], N),
        }
    )


def test_places_in_which_many_people_answered_are_asked_about(tmp_path: Path) -> None:
    path = tmp_path / "survey.csv"
    of_villages().to_csv(path, index=False)
    survey, told = started_and_told(tmp_path, path)
    assert "psu): village.id: possible (numbers 30 places" in told
    assert "caseid: proposed" in told and "psu): caseid" not in told
    assert "village.id" not in survey.questions


def test_few_places_and_places_of_one_person_are_no_units(tmp_path: Path) -> None:
    path = tmp_path / "survey.csv"
    frame = of_villages().assign(school_id=np.arange(N) // 2)
    frame["village.id"] = frame["village.id"] % 5
    frame.to_csv(path, index=False)
    _, told = started_and_told(tmp_path, path)
    assert "psu): no column fits" in told


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("Very optimistic", "Very pessimistic"),
        ("Very likely", "Very unlikely"),
        ("Support", "Oppose"),
        ("Very safe", "Very unsafe"),
        ("Agree", "Disagree"),
        ("Much better", "Much worse"),
        ("Strongly in favor", "Strongly opposed"),
        ("D’accord", "Pas d’accord"),
        ("Tout à fait d’accord", "Tout à fait en désaccord"),
        ("Très optimiste", "Très pessimiste"),
        ("Très en sécurité", "Pas en sécurité"),
        ("Très favorable", "Très défavorable"),
        ("Appuie fortement", "S’oppose fortement"),
        ("Muy de acuerdo", "Muy en desacuerdo"),
        ("Muy probable", "Muy improbable"),
        ("Totalmente a favor", "Totalmente en contra"),
        ("Muy seguro", "Muy inseguro"),
    ],
)
def test_ends_that_differ_by_a_word_and_its_opposite_make_a_scale(first: str, last: str) -> None:
    assert (opposite(first, last), opposite(last, first)) == (1, -1)
    assert halves([first, "b", "c", last]) == (0, 1)
    assert halves([last, "b", "c", "d", first]) == (3, 4)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("Employed", "Unemployed"),
        ("Very liberal", "Very conservative"),
        ("Left", "Right"),
        ("More than once a week", "Less than once a year"),
        ("Marié", "Démarié"),
    ],
)
def test_other_ends_have_no_side(first: str, last: str) -> None:
    assert opposite(first, last) == 0 and halves([first, "b", "c", last]) == ()


def test_near_names_of_a_result_are_told() -> None:
    rng = np.random.default_rng(3)
    frame = pd.DataFrame({"q": rng.choice(["a", "b"], N), "g": rng.choice(["x", "y"], N)})
    wave = padai.Wave(frame.assign(w=1.0), padai.Design(weight="w"))
    test = padai.crosstab_test(wave, "q", "g")
    shares = padai.proportion(wave, "q")
    for name, how in [("p", "p_value"), ("F", "statistic"), ("ddf", "df_denominator"), ("N", "n")]:
        with pytest.raises(AttributeError, match=rf"Test has no '{name}'.*result\.{how}\b"):
            getattr(test, name)
    with pytest.raises(AttributeError, match="Did you mean 'statistic'"):
        _ = test.statistics
    for name, how in [("pct", "estimate"), ("lower", "conf_low"), ("upper", "conf_high")]:
        with pytest.raises(AttributeError, match=rf"result\.frame\['{how}'\]"):
            getattr(shares, name)
    with pytest.raises(AttributeError, match=r"\['conf_low', 'conf_high'\]"):
        _ = shares.conf_int


def _person_files() -> dict[str, pd.DataFrame]:
    rng = np.random.default_rng(5)
    number = np.arange(9_001, 9_001 + N)
    base = pd.DataFrame({"SEQN": number, "SEX": rng.integers(1, 3, N), "AREA": "north"})
    more = pd.DataFrame({"SEQN": number[:250], "AREA": "north", "DIQ": rng.integers(1, 3, 250)})
    drugs = pd.DataFrame({"SEQN": np.repeat(number, 3), "RXD": rng.choice(["a", "b"], 3 * N)})
    return {"demo": base, "diq": more, "rxd": drugs}


def _given(tmp_path: Path, *names: str) -> list[Path]:
    frames = _person_files()
    for name in names:
        frames[name].to_csv(tmp_path / f"{name}.csv", index=False)
    return [tmp_path / f"{name}.csv" for name in names]


def test_files_of_the_same_people_with_other_questions_are_no_waves(tmp_path: Path) -> None:
    """And the line that is told joins them: every column once, every person."""
    for order in (("diq", "demo"), ("demo", "diq")):
        with pytest.raises(DefinitionError, match="250 of 250 return") as caught:
            started(tmp_path, *_given(tmp_path, *order))
    told = re.search(r'python -c "(.*?)"', str(caught.value))
    assert told is not None
    subprocess.run([sys.executable, "-c", told[1]], cwd=tmp_path, check=True)
    joined = pd.read_csv(tmp_path / "joined.csv")
    assert list(joined) == ["SEQN", "SEX", "AREA", "DIQ"]
    assert (len(joined), joined["DIQ"].notna().sum()) == (N, 250)
    with pytest.raises(DefinitionError, match=r"rxd\.csv holds 900 rows of 300 of the people"):
        started(tmp_path, *_given(tmp_path, "rxd", "demo"))


def test_files_with_labels_are_joined_by_r(tmp_path: Path) -> None:
    frames = _person_files()
    pyreadstat.write_sav(frames["demo"], str(tmp_path / "demo.sav"))
    pyreadstat.write_xport(frames["diq"], str(tmp_path / "diq.xpt"))
    line = r'write_sav\(merge\(haven::read_sav\("demo\.sav"\), haven::read_xpt\("diq\.xpt"\)'
    with pytest.raises(DefinitionError, match=line):
        started(tmp_path, tmp_path / "demo.sav", tmp_path / "diq.xpt")


def test_files_that_somebody_calls_waves_are_waves(tmp_path: Path) -> None:
    files = _given(tmp_path, "demo", "diq")
    ids = {path: f"20{place + 20}" for place, path in enumerate(files)}
    assert started(tmp_path, *files, wave_ids=ids).waves == ("2020", "2021")


def test_a_panel_that_asks_again_is_of_waves(tmp_path: Path) -> None:
    for name, seed in (("first", 1), ("second", 2)):
        of_villages(1).assign(trust=of_villages(seed)["trust"]).to_csv(
            tmp_path / f"{name}.csv", index=False
        )
    survey = started(tmp_path, tmp_path / "first.csv", tmp_path / "second.csv")
    assert survey.waves == ("first", "second")


def _as_r_writes(tmp_path: Path, blank: str) -> Path:
    rng = np.random.default_rng(7)
    frame = of_villages().drop(columns="village.id")
    frame["psu"] = rng.integers(1, 31, N).astype(float)
    frame.loc[frame.index[:3], blank] = np.nan
    frame.to_csv(tmp_path / "survey.csv", index=False, na_rep="NA")
    return tmp_path / "survey.csv"


def test_a_weight_in_which_r_wrote_na_is_a_weight_with_blanks(tmp_path: Path) -> None:
    """It was no number and so no weight, and became a question."""
    survey, told = started_and_told(tmp_path, _as_r_writes(tmp_path, "weight"))
    assert "weight: weight: proposed" in told and "blank in 3 rows" in told
    assert list(survey.questions) == ["trust"]
    wave = survey.path / "waves" / "1.yaml"
    text = wave.read_text(encoding="utf-8")
    rule = "design: {weight: weight, missing_weight: outside}"
    wave.write_text(text.replace("design: à confirmer", rule, 1), encoding="utf-8")
    assert len(padai.read_wave(load_survey(survey.path), "1")) == N - 3


def test_na_is_no_number_of_a_unit(tmp_path: Path) -> None:
    """Where a definition says psu, NA was one more, in silence."""
    survey, told = started_and_told(tmp_path, _as_r_writes(tmp_path, "psu"))
    assert "psu): psu: rejected (blank in 3 rows)" in told
    wave = survey.path / "waves" / "1.yaml"
    text = wave.read_text(encoding="utf-8")
    rule = "design: {weight: weight, psu: psu}"
    wave.write_text(text.replace("design: à confirmer", rule, 1), encoding="utf-8")
    with pytest.raises(PadaiError, match="'psu' is missing in 3 of 300 rows"):
        padai.proportion(padai.read_wave(load_survey(survey.path), "1"), "trust")


def test_na_beside_names_is_a_name() -> None:
    assert blanked(pd.Series(["NA", "SA", "EU"])).notna().all()
    assert blanked(pd.Series(["NA", "1,5", "2e3"])).isna().tolist() == [True, False, False]


def test_whole_numbers_under_the_name_of_a_weight_are_asked_about(tmp_path: Path) -> None:
    rng = np.random.default_rng(8)
    frame = of_villages().drop(columns="weight")
    frame["finalwt"] = rng.integers(4, 26, N)
    frame["total_expenditure"] = rng.gamma(3, 900, N).round(2)
    path = tmp_path / "survey.csv"
    frame.to_csv(path, index=False)
    _, told = started_and_told(tmp_path, path)
    assert (
        "weight: finalwt: possible (told by its name" in told and "codes: 22 whole numbers" in told
    )
    assert "weight: total_expenditure" not in told


@pytest.mark.parametrize(
    "label",
    [
        "In which province or territory are you currently living?",
        "In what country were you born?",
        "Do you belong to a union?",
        "Gender",
        "(combined Q69, Q70) Household income",
        "Month when CES survey was completed",
        "Phone type used to complete the survey",
        "Dans quelle province habitez-vous présentement?",
        "Êtes-vous membre d’un syndicat?",
        "¿En qué país nació usted?",
    ],
)
def test_whole_questions_that_ask_who_somebody_is_are_no_results(label: str) -> None:
    assert says_who("q4", [label])


@pytest.mark.parametrize(
    "label", ["Should the province do more?", "Unions have too much power", "Speaks my language"]
)
def test_questions_of_what_people_think_stay_results(label: str) -> None:
    assert not says_who("q4", [label])


def test_the_number_of_another_column_is_no_part_of_a_label() -> None:
    assert without_name("q70r -- (combined Q69, Q70) Household income", "income_full") == (
        "(combined Q69, Q70) Household income"
    )
    assert without_name("Covid-19 -- how worried are you?", "worry").startswith("Covid-19")


def test_a_drafted_questionnaire_is_named_as_one(capsys: pytest.CaptureFixture[str]) -> None:
    files = [
        ("tables", "en", Path("en/questionnaire-draft.html")),
        ("tables", "en", Path("en/tables-mine-2019-draft.xlsx")),
    ]
    _print_release(SimpleNamespace(title="mine 2019", files=files, notes=()))
    first, second = capsys.readouterr().out.splitlines()[1:]
    assert "questionnaire" in first.partition(":")[0].lower()
    assert "questionnaire" not in second.partition(":")[0].lower()


def test_one_small_word_among_many_names_tells_no_language(tmp_path: Path) -> None:
    names = (
        "year therm_dem therm_gop age educat urbanism pid7 race4 unemployed polint distrust_govt"
    )
    assert language([*names.split(), "govt_waste", "stateabb"], "en") == "en"
    assert language([*names.split(), *names.split()], "en") == "en"
    assert language(["Inte alls"]) == "sv"


def _of_clusters(n: int = 120) -> pd.DataFrame:
    rng = np.random.default_rng(11)
    cluster = np.arange(n) // 10
    return pd.DataFrame(
        {
            "cluster": cluster + 101,
            "trust": rng.integers(1, 3, n),
            "weight": (1.5 + cluster / 10).round(3),
            "n_clusters": np.where(cluster < 6, 20, 30),
            "cluster_size": 40 + cluster % 5 * 7,
        }
    )


def test_how_many_units_there_are_and_how_large_is_no_unit_and_no_question(tmp_path: Path) -> None:
    path = tmp_path / "survey.csv"
    _of_clusters().to_csv(path, index=False)
    survey, told = started_and_told(tmp_path, path)
    assert "psu): cluster: proposed" in told
    assert "cluster_size: rejected (these are no numbers of units)" in told
    for column in ("n_clusters", "cluster_size"):
        assert f"{column}: may be the size of the population" in told
    assert list(survey.questions) == ["trust"]


def test_a_unit_that_a_form_asked_for_is_exported(tmp_path: Path) -> None:
    """The cluster of a KoboToolbox form is the psu, and was said not to be in the export."""
    book = Workbook()
    sheet = book.active
    sheet.title = "survey"
    for row in (
        ("type", "name", "label"),
        ("integer", "cluster", "Cluster"),
        ("select_one yn", "trust", "Do you trust the courts?"),
        ("text", "remark", "Remarks"),
    ):
        sheet.append(row)
    choices = book.create_sheet("choices")
    for row in (("list_name", "name", "label"), ("yn", "1", "Yes"), ("yn", "2", "No")):
        choices.append(row)
    book.save(tmp_path / "form.xlsx")
    frame = _of_clusters().assign(_id=range(120), _uuid=[f"u{i}" for i in range(120)])
    frame["_submission_time"] = "2024-05-03T20:00:00"
    frame.to_csv(tmp_path / "export.csv", index=False)
    said: list[str] = []
    tell = Choices(tell=lambda each: said.append(each.en))
    init_from(tmp_path / "surveys" / "m", [tmp_path / "form.xlsx"], tell, [tmp_path / "export.csv"])
    assert any("KoboToolbox" in each for each in said)
    (gone,) = [each for each in said if "not exported" in each]
    assert "remark" in gone and "cluster" not in gone


@pytest.mark.parametrize(
    ("values", "labels", "followed"),
    [
        ([0, 1], {}, "1"),
        ([1, 2], {1: "No", 2: "Yes"}, "2"),
        ([1, 2], {1: "Sí", 2: "No"}, "1"),
        ([1, 2], {1: "North", 2: "South"}, "1"),
        ([0, 1, 2], {0: "Never", 1: "Once", 2: "Often"}, "0"),
    ],
)
def test_yes_is_followed_and_no_is_not(
    tmp_path: Path, values: list[int], labels: dict[int, str], followed: str
) -> None:
    frame = pd.DataFrame({"id": np.arange(1, N + 1), "voted": np.resize(values, N).astype(float)})
    path = tmp_path / "survey.sav"
    pyreadstat.write_sav(frame, str(path), variable_value_labels={"voted": labels})
    survey = started(tmp_path, path, otherwise="en")
    proposed = with_proposals(survey, "1", survey.languages[0], dt.date(2024, 1, 1))
    assert proposed.questions["voted"].headline_net == followed


def test_weights_in_millionths_and_units_that_stand_there_twice_are_proposed(
    tmp_path: Path,
) -> None:
    """As demographic and health surveys have them: one weight a cluster, the cluster twice."""
    rng = np.random.default_rng(12)
    cluster = np.repeat(np.arange(1, 31), 10)
    frame = pd.DataFrame(
        {
            "v001": cluster,
            "v005": np.round(rng.gamma(9, 1 / 9, 30)[cluster - 1] * 1e6),
            "v021": cluster,
            "v022": cluster % 5 + 1,
            "v023": cluster % 5 + 1,
            "v106": rng.integers(0, 4, N),
        }
    )
    labels = {
        "v001": "Cluster number",
        "v005": "Women's individual sample weight (6 decimals)",
        "v021": "Primary sampling unit",
        "v022": "Sample strata for sampling errors",
        "v023": "Stratification used in sample design",
        "v106": "Highest educational level",
    }
    path = tmp_path / "women.dta"
    pyreadstat.write_dta(frame, str(path), column_labels=labels)
    survey, told = started_and_told(tmp_path, path, otherwise="en")
    for line in (
        "weight: v005: proposed (told by its label",
        "stratum: v022: proposed",
        "stratum: v023: rejected (the same numbers as 'v022')",
        "psu): v001: proposed",
        "psu): v021: rejected (the same numbers as 'v001')",
    ):
        assert line in told
    assert list(survey.questions) == ["v106"]


def test_few_years_under_the_name_of_a_weight_are_codes(tmp_path: Path) -> None:
    frame = of_villages().drop(columns="weight").assign(w_year=2015 + np.arange(N) % 6)
    path = tmp_path / "survey.csv"
    frame.to_csv(path, index=False)
    _, told = started_and_told(tmp_path, path)
    assert "weight: w_year: rejected (codes: 6 whole numbers)" in told
