"""A newcomer in a hurry, with files of a house: each fault of the way on a small file of a seed."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pyreadstat
import pytest

import padai
from padai.errors import DefinitionError
from padai.interchange import Choices, add_wave, confirm_designs, init_from, parse_design
from padai.interchange.dividing import about_interviewer, dividing
from padai.interchange.draft import DraftCode, DraftQuestion
from padai.survey import load_survey
from padai.waves.identifiers import alike
from tests.starting import started, started_and_told
from tests.test_next_strangers import PROPOSED

N = 240


def _wave(seed: int) -> pd.DataFrame:
    rng = np.random.default_rng(seed)
    frame = pd.DataFrame({"respid": rng.permutation(np.arange(N) + 1001.0)})
    frame["q1"] = rng.choice([1.0, 2.0, 3.0, 4.0], N)
    frame["wt"] = rng.lognormal(0, 0.4, N)
    return frame


def _csv(folder: Path, name: str, frame: pd.DataFrame) -> Path:
    path = folder / f"{name}.csv"
    frame.to_csv(path, index=False)
    return path


def _sav(folder: Path, name: str, frame: pd.DataFrame, **more: object) -> Path:
    path = folder / f"{name}.sav"
    pyreadstat.write_sav(frame, path, **more)
    return path


def _two(folder: Path, second: pd.DataFrame | None = None) -> list[Path]:
    later = _wave(2) if second is None else second
    return [_sav(folder, "w2023", _wave(1)), _sav(folder, "w2024", later)]


# --- a design that is taken without a look ------------------------------------------------


def test_same_never_stands_for_a_design_without_a_weight(tmp_path: Path) -> None:
    with pytest.raises(DefinitionError, match="no wave before 2023"):
        init_from(tmp_path / "a", _two(tmp_path), Choices(design=(parse_design("same"),)))
    init_from(tmp_path / "surveys" / "mine", _two(tmp_path), Choices())
    survey = tmp_path / "surveys" / "mine"
    with pytest.raises(DefinitionError, match="no wave before 2023"):
        confirm_designs(survey, [parse_design("same")])
    confirm_designs(survey, [parse_design("2023:proposed"), parse_design("2024:same")])
    read = padai.read_wave(load_survey(survey), "2024")
    hand = read.frame["wt"][read.frame["q1"] == 1].sum() / read.frame["wt"].sum()
    shares = padai.proportion(read, "q1").frame
    told = shares.loc[shares["response"] == "1", "estimate"].iloc[0]
    assert told == pytest.approx(hand, abs=1e-12)


def test_same_is_refused_where_the_file_lacks_a_column(tmp_path: Path) -> None:
    later = _wave(2).rename(columns={"wt": "poids_final"})
    init_from(tmp_path / "surveys" / "mine", _two(tmp_path, later), Choices())
    with pytest.raises(DefinitionError, match=r"w2024\.sav lacks wt"):
        confirm_designs(
            tmp_path / "surveys" / "mine",
            [parse_design("2023:proposed"), parse_design("2024:same")],
        )


def test_a_column_beside_same_is_taken(tmp_path: Path) -> None:
    survey = started(tmp_path, _sav(tmp_path, "w2023", _wave(1)), **PROPOSED)
    later = _wave(2).rename(columns={"wt": "poids_final"})
    with pytest.raises(DefinitionError, match="lacks wt"):
        add_wave(
            survey.path, _sav(tmp_path, "w2024", later), Choices(design=(parse_design("same"),))
        )
    choice = parse_design("same,weight=poids_final")
    later["q1"] = later["q1"].to_numpy()[::-1]
    add_wave(survey.path, _sav(tmp_path, "w2025", later), Choices(design=(choice,)), accept=True)
    assert load_survey(survey.path).wave_defs["2025"].parts["main"].design.weight == "poids_final"


def test_a_wave_without_a_weight_beside_a_weighted_one_is_asked_about(tmp_path: Path) -> None:
    files = _two(tmp_path, _wave(2).drop(columns="wt"))
    with pytest.raises(DefinitionError, match="2024:proposed,weight=none"):
        init_from(tmp_path / "a", files, Choices(design=(parse_design("proposed"),)))
    init_from(tmp_path / "surveys" / "mine", files, Choices())
    survey = tmp_path / "surveys" / "mine"
    with pytest.raises(DefinitionError, match="2024:proposed,weight=none"):
        confirm_designs(survey, [parse_design("proposed")])
    confirm_designs(survey, [parse_design("proposed"), parse_design("2024:proposed,weight=none")])
    assert load_survey(survey).wave_defs["2024"].parts["main"].design.weight is None


def test_the_next_wave_without_a_weight_is_asked_about(tmp_path: Path) -> None:
    survey = started(tmp_path, _sav(tmp_path, "w2023", _wave(1)), **PROPOSED)
    later = _sav(tmp_path, "w2024", _wave(2).drop(columns="wt"))
    with pytest.raises(DefinitionError, match="wave 2023 is weighted"):
        add_wave(survey.path, later, Choices(design=(parse_design("proposed"),)))


def test_a_weight_in_percent_is_asked_about(tmp_path: Path) -> None:
    frame = _wave(1)
    frame["wt"] = (100 * frame["wt"]).map("{:.0f}%".format)
    with pytest.raises(DefinitionError, match="weight: wt"):
        started(tmp_path, _csv(tmp_path, "w2023", frame), **PROPOSED)


def test_people_of_one_home_are_asked_about(tmp_path: Path) -> None:
    frame = _wave(1)
    frame["hhid"] = np.repeat(np.arange(N // 2), 2) + 501.0
    with pytest.raises(DefinitionError, match="psu: hhid"):
        started(tmp_path, _sav(tmp_path, "w2023", frame), **PROPOSED)
    frame["hhid"] = np.arange(N) + 501.0  # one person of each
    survey = started(tmp_path, _sav(tmp_path, "w2024", frame), **PROPOSED)
    assert survey.wave_defs["2024"].parts["main"].design.psu == ()


# --- identifiers --------------------------------------------------------------------------


def test_identifiers_are_numbers_to_the_last_digit() -> None:
    long = [str(10**18 + k) for k in range(3)]
    assert alike(pd.Series([*long, "a"])).nunique() == 4
    assert alike(pd.Series(["12e345", "13e345", "5e10", "50000000000"])).nunique() == 4
    assert alike(pd.Series(["007", "7.0", "a"])).nunique() == 2


def test_people_whose_numbers_look_like_powers_do_not_return(tmp_path: Path) -> None:
    waves = []
    for seed in (1, 2):
        frame = _wave(seed)
        frame["respid"] = [f"{seed}{k}e{400 + k}" for k in range(N)]
        waves.append(padai.Wave(frame, padai.Design(weight="wt", id="respid"), id=str(seed)))
    assert padai.stack(waves, overlap="none").overlap == "none"


def test_identifiers_of_eighteen_digits_stay_apart(tmp_path: Path) -> None:
    frame = _wave(1).astype({"respid": object})
    frame["respid"] = [str(10**17 + k) for k in range(N)]
    survey = started(tmp_path, _csv(tmp_path, "w2023", frame), **PROPOSED)
    assert survey.wave_defs["2023"].parts["main"].design.id == "respid"
    assert padai.read_wave(survey, "2023").frame["respid"].nunique() == N


# --- codes --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("seen", "apart"),
    [
        ([1, 2, 6, 9], [6, 9]),
        ([1, 2, 9], [9]),
        ([1, 2, 3, 4, 6, 9], [6, 9]),
        ([1, 2, 3, 7, 9], [7, 9]),
        ([1, 2, 3, 4, 5, 6, 7, 9], []),
        ([1, 2, 6], []),
        ([1, 3, 6, 9], []),
    ],
)
def test_some_codes_of_an_office_are_asked_about(
    tmp_path: Path, seen: list[int], apart: list[int]
) -> None:
    frame = _wave(1)
    frame["vote"] = np.resize(seen, N)
    survey, told = started_and_told(tmp_path, _csv(tmp_path, "w2023", frame), **PROPOSED)
    scale = survey.question("vote").scale
    assert [code.value for code in scale.missing] == apart
    assert ("vote: the codes" in told) == bool(apart)
    if apart:
        read = padai.read_wave(survey, "2023").frame
        inside = read["vote"].isin([v for v in seen if v not in apart])
        hand = read["wt"][read["vote"] == 1].sum() / read["wt"][inside].sum()
        shares = padai.proportion(padai.read_wave(survey, "2023"), "vote").frame
        estimate = shares.loc[shares["response"] == "1", "estimate"].iloc[0]
        assert estimate == pytest.approx(hand, abs=1e-12)


# --- add-wave, looked at and then accepted ------------------------------------------------


def _looked_at(tmp_path: Path) -> tuple[Path, Path]:
    survey = started(tmp_path, _sav(tmp_path, "w2023", _wave(1)), **PROPOSED)
    later = _sav(tmp_path, "w2024", _wave(2))
    added = add_wave(survey.path, later)
    assert not added.accepted and "2024" not in load_survey(survey.path).waves
    return survey.path, later


def test_a_look_is_followed_by_the_same_command_with_accept(tmp_path: Path) -> None:
    survey, later = _looked_at(tmp_path)
    add_wave(survey, later)  # looked at again
    add_wave(survey, later, Choices(design=(parse_design("same"),)), accept=True)
    assert load_survey(survey).wave_defs["2024"].parts["main"].design.weight == "wt"


def test_what_was_written_after_a_look_is_kept(tmp_path: Path) -> None:
    survey, later = _looked_at(tmp_path)
    path = survey / "waves" / "2024.yaml"
    text = path.read_text("utf-8").replace("mode: à confirmer", "mode: phone")
    path.write_text(text, "utf-8")
    with pytest.raises(DefinitionError, match="was changed since"):
        add_wave(survey, later, Choices(design=(parse_design("same"),)), accept=True)
    said: list[str] = []
    add_wave(survey, later, Choices(tell=lambda each: said.append(each.en)), accept=True)
    assert path.read_text("utf-8") == text
    assert "waves/2024.yaml was changed since the first add-wave: it is kept as it stands" in said
    assert list(load_survey(survey).waves) == ["2023", "2024"]


def test_what_is_left_of_another_file_is_refused(tmp_path: Path) -> None:
    survey, _ = _looked_at(tmp_path)
    (tmp_path / "other").mkdir()
    with pytest.raises(DefinitionError, match="describes another file"):
        add_wave(survey, _sav(tmp_path / "other", "w2024", _wave(3)), accept=True)


# --- dates --------------------------------------------------------------------------------


def _fieldwork(tmp_path: Path, name: str, labels: dict[str, str], **columns: object) -> str:
    frame = _wave(1).assign(**columns)
    path = _sav(tmp_path, name, frame, column_labels=labels)
    survey = started(tmp_path, path, **PROPOSED)
    when = survey.wave_defs[survey.waves[0]].fieldwork
    assert not set(columns) & {q.column(survey.waves[0]) for q in survey.questions.values()}
    return f"{when.start} {when.end} {when.precision}"


MONTHS = np.resize([3.0, 4.0, 5.0], N)


@pytest.mark.parametrize(
    ("name", "columns", "when"),
    [
        ("a", {"int_month": MONTHS, "int_year": 2024.0}, "2024-03-01 2024-05-31 month"),
        ("gss2018", {"SURVMNTH": MONTHS}, "2018-03-01 2018-05-31 month"),
        ("lat2020", {"MESREAL": MONTHS, "DIAREAL": 5.0}, "2020-03-05 2020-05-05 day"),
        ("b", {"interview_date": 45_300.0 + MONTHS}, "2024-01-12 2024-01-14 day"),
    ],
)
def test_months_and_numbers_of_days_date_a_wave(
    tmp_path: Path, name: str, columns: dict[str, object], when: str
) -> None:
    labels = {"int_month": "Month of interview", "int_year": "Year of interview"}
    labels |= {"MESREAL": "Mes de realización", "DIAREAL": "Día de realización"}
    assert _fieldwork(tmp_path, name, labels, **columns) == when


@pytest.mark.parametrize("months", [[11.0, 1.0], [12.0, 1.0], [10.0, 11.0, 1.0]])
def test_months_of_two_years_are_not_put_in_one(tmp_path: Path, months: list[float]) -> None:
    frame = _wave(1).assign(int_month=np.resize(months, N))
    path = _sav(tmp_path, "w2024", frame, column_labels={"int_month": "Month of interview"})
    survey = started(tmp_path, path, **PROPOSED)
    assert survey.wave_defs["2024"].fieldwork.precision == "year"


# --- names that end with their wave -------------------------------------------------------


def _suffixed(seed: int, end: str) -> pd.DataFrame:
    rng = np.random.default_rng(seed)
    frame = _wave(seed).assign(q2=rng.choice([1.0, 2.0], N), q3=rng.choice([1.0, 2.0, 3.0], N))
    day = pd.Timestamp("2023-03-01") + pd.Timedelta(days=200 * seed)
    frame["when"] = pd.to_datetime([day] * N)
    return frame.rename(columns={c: f"{c}{end}" for c in ("q1", "q2", "q3", "wt", "when")})


def _kept(survey: Path, question: str) -> dict[str, str]:
    waves = load_survey(survey).waves
    return {wave: load_survey(survey).question(question).column(wave) for wave in waves}


def test_columns_that_end_with_their_wave_are_one_question(tmp_path: Path) -> None:
    files = [_sav(tmp_path, f"w{k}", _suffixed(k, f"_W{118 + k}")) for k in (1, 2, 4)]
    survey, told = started_and_told(tmp_path, *files[:2], **PROPOSED)
    assert "end with their wave (2023: _W119, 2024: _W120)" in told
    assert set(survey.questions) == {"q1", "q2", "q3", "when"}
    added = add_wave(survey.path, files[2], Choices(design=(parse_design("same"),)), accept=True)
    assert not added.of("gone") and not added.of("new")
    last = added.wave_id
    assert _kept(survey.path, "q1")[last] == "q1_W122"
    assert _kept(survey.path, "when")[last] == "when_W122"
    assert load_survey(survey.path).wave_defs[last].parts["main"].design.weight == "wt_W122"
    read = padai.read_wave(load_survey(survey.path), last)
    shares = padai.proportion(read, "q1").frame
    raw = _suffixed(4, "")
    hand = raw["wt"][raw["q1"] == 1].sum() / raw["wt"].sum()
    assert shares.loc[shares["response"] == "1", "estimate"].iloc[0] == pytest.approx(
        hand, abs=1e-12
    )


def test_options_that_are_numbered_are_no_waves(tmp_path: Path) -> None:
    frames = [_wave(k).rename(columns={"q1": "q_1"}) for k in (1, 2)]
    for frame in frames:
        for option in (2, 3, 4):
            frame[f"q_{option}"] = np.resize([0.0, 1.0], N)
    files = [_sav(tmp_path, f"w202{k}", frame) for k, frame in enumerate(frames, start=3)]
    _, told = started_and_told(tmp_path, *files, **PROPOSED)
    assert "end with their wave" not in told


def test_the_day_of_interview_stays_in_the_next_wave(tmp_path: Path) -> None:
    survey = started(tmp_path, _sav(tmp_path, "a", _suffixed(1, "")), **PROPOSED)
    added = add_wave(
        survey.path,
        _sav(tmp_path, "b", _suffixed(2, "")),
        Choices(design=(parse_design("same"),)),
        accept=True,
    )
    assert not added.of("gone")
    now = load_survey(survey.path)
    assert now.question("when").asked_in(added.wave_id)
    assert "when" not in now.wave_defs[added.wave_id].parts["main"].other_columns


# --- replicate weights in a file of their own ---------------------------------------------


def test_the_command_that_joins_replicates_works_as_it_is_typed(tmp_path: Path) -> None:
    answers = _wave(1).astype({"respid": int}).assign(region="01")
    noise = np.random.default_rng(4).poisson(1.0, (N, 40))
    drawn = {f"BSW{k + 1}": answers["wt"] * noise[:, k] for k in range(40)}
    weights = pd.DataFrame({"respid": answers["respid"], **drawn}).sample(frac=1, random_state=1)
    files = [_csv(tmp_path, "pumf", answers), _csv(tmp_path, "bsw", weights)]
    with pytest.raises(DefinitionError) as refused:
        started(tmp_path, *files)
    command = refused.value.texts["en"].partition("then give the joined file. ")[2]
    assert command.startswith("python -c ")
    subprocess.run([sys.executable, *shlex.split(command)[1:]], cwd=tmp_path, check=True)
    joined = pd.read_csv(tmp_path / "joined.csv", dtype={"region": "str"})
    assert list(joined["respid"]) == list(answers["respid"])
    assert (joined["region"] == "01").all()
    by_hand = answers.merge(weights, on="respid")["BSW40"]
    assert np.allclose(joined["BSW40"], by_hand, rtol=0, atol=1e-15)


# --- who people are --------------------------------------------------------------------------------


def _asked(id: str, label: str, codes: int = 4) -> DraftQuestion:
    answers = tuple(DraftCode(str(c), c) for c in range(1, codes + 1))
    return DraftQuestion(id, "single" if codes else "number", {"en": label}, codes=answers)


@pytest.mark.parametrize(
    ("id", "label", "codes", "group"),
    [
        ("F_AGECAT", "Age category", 4, "age_group"),
        ("d11", "AGE EXACT", 0, "age_group"),
        ("agea", "Age of respondent, calculated", 0, "age_group"),
        ("AGEGR10", "", 7, "age_group"),
        ("trage", "Tranche d’âge", 5, "age_group"),
        ("F_CREGION", "Census region", 4, "region"),
        ("PRV", "Province of residence of the respondent", 10, "region"),
        ("F_EDUCCAT", "Education level category", 3, "education"),
        ("eisced", "Highest level of education, ES - ISCED", 7, "education"),
        ("GDR10", "", 2, "gender"),
    ],
)
def test_houses_name_who_people_are_in_words_of_their_own(
    id: str, label: str, codes: int, group: str
) -> None:
    assert [key for key, *_ in dividing([_asked(id, label, codes)])] == [group]


@pytest.mark.parametrize(
    ("id", "label"),
    [
        ("edupart", "Highest level of education of partner"),
        ("q3", "Highest level of education of father"),
        ("q4", "Region visited last year"),
        ("q5", "Age category of youngest child"),
        ("q6", "Provincial government: trust"),
    ],
)
def test_what_another_is_divides_nobody(id: str, label: str) -> None:
    assert not list(dividing([_asked(id, label)]))


def test_by_what_device_somebody_answered_is_no_question() -> None:
    for label in ("Final device type", "Device used", "Type d’appareil utilisé"):
        assert about_interviewer(_asked("q", label)), label
    assert not about_interviewer(_asked("q", "Medical devices used at home"))
