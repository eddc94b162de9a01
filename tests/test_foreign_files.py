"""Files as other houses deliver them: what they leave open is asked, told, or read where it is clear."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import re
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from rich.console import Console

import padai
from padai.cli.tables import print_trend
from padai.design import Bootstrap, Design
from padai.errors import ComparisonError, DesignError, WeightingError
from padai.pipeline.builds.proposals import halves, with_proposals
from padai.pipeline.commands.inspection import followed_over_time
from padai.survey import load_survey
from padai.waves import read_delivery
from padai.waves.wave import Wave
from padai.waves.written_days import written_days
from tests.strangers import begun

N = 400


def _house(seed: int = 7) -> pd.DataFrame:
    rng = np.random.default_rng(seed)
    weight = rng.gamma(9, 1 / 9, N).round(4)
    return pd.DataFrame(
        {
            "id": np.arange(1, N + 1),
            "weight": (weight * N / weight.sum()).round(6),
            "q1": rng.choice(["yes", "no"], N),
            "q2": rng.integers(1, 5, N),
        }
    )


def _wave(survey: Path, wave: str = "2024") -> str:
    return (survey / "waves" / f"{wave}.yaml").read_text(encoding="utf-8")


# --- days and months -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("texts", "readings"),
    [
        (["03/05/2024", "21/05/2024"], ["2024-05-21"]),
        (["05/03/2024", "05/21/2024 14:02"], ["2024-05-21"]),
        (["3.5.24", "21.5.24"], ["2024-05-21"]),
        (["2024/05/03", "2024/05/21"], ["2024-05-21"]),
        (["03/05/2024", "11/05/2024"], ["2024-05-11", "2024-11-05"]),
        (["05/05/2024", "05/05/2024"], ["2024-05-05"]),
        (["13/05/2024", "05/21/2024"], []),
        (["31/02/2024", "03/05/2024"], []),
        (["03/05/2024", "soon"], []),
    ],
)
def test_the_whole_column_tells_where_the_day_stands(texts: list[str], readings: list[str]) -> None:
    found = written_days(pd.Series(texts)).readings
    assert [str(days.iloc[-1].date()) for days in found] == readings


def test_days_first_are_read_where_one_is_past_the_twelfth(tmp_path: Path) -> None:
    days = [f"{1 + k % 28:02d}/05/2024" for k in range(N)]
    survey, _ = begun(tmp_path, {"survey-2024": _house().assign(date=days)})
    assert "fieldwork: {start: 2024-05-01, end: 2024-05-28}" in _wave(survey)


def test_days_that_may_be_months_are_asked(tmp_path: Path) -> None:
    days = [f"{3 + k % 9:02d}/05/2024" for k in range(N)]
    survey, told = begun(tmp_path, {"survey-2024": _house().assign(date=days)})
    line = next(text for text in told if "dates:" in text)
    assert "2024-05-03 – 2024-05-11 with the day first" in line
    assert "2024-03-05 – 2024-11-05 with the month first" in line
    assert "precision: year" in _wave(survey)


def test_the_month_in_the_name_of_the_file_settles_days_and_months(tmp_path: Path) -> None:
    days = [f"{3 + k % 9:02d}/05/2024" for k in range(N)]
    survey, _ = begun(tmp_path, {"survey-may2024": _house().assign(date=days)})
    assert "fieldwork: {start: 2024-05-03, end: 2024-05-11}" in _wave(survey)


# --- numbers with a mark -------------------------------------------------------------------------


def test_decimals_or_thousands_are_asked(tmp_path: Path) -> None:
    rng = np.random.default_rng(3)
    income = [f"{v // 1000}.{v % 1000:03d}" for v in rng.integers(1000, 99_999, N)]
    frame = _house().assign(income=income)
    survey, told = begun(tmp_path, {"survey-2024": frame})
    assert any(text.strip().startswith("income: a point or comma") for text in told)
    assert "income:" not in (survey / "questionnaire.yaml").read_text(encoding="utf-8")
    (tmp_path / "again").mkdir()
    again, told = begun(tmp_path / "again", {"survey-2024": frame}, facts={"numbers": "decimals"})
    assert "income:" in (again / "questionnaire.yaml").read_text(encoding="utf-8")
    assert not any("income" in text for text in told)


def test_a_weight_of_decimals_or_thousands_is_never_proposed(tmp_path: Path) -> None:
    rng = np.random.default_rng(3)
    weights = [f"{v // 1000}.{v % 1000:03d}" for v in rng.integers(1000, 1999, N)]
    survey, told = begun(tmp_path, {"survey-2024": _house().assign(weight=weights)})
    assert any("weight: weight: possible" in text and "thousands" in text for text in told)
    proposed = [line for line in _wave(survey).splitlines() if "proposed_design:" in line]
    assert proposed
    assert not any("weight" in line for line in proposed)


def test_a_leading_zero_tells_decimals(tmp_path: Path) -> None:
    frame = _house().assign(score=[f"{k % 3}.{100 + k % 900:03d}" for k in range(N)])
    _, told = begun(tmp_path, {"survey-2024": frame})
    assert not any("thousands" in text for text in told)


# --- units and weights ---------------------------------------------------------------------------


def test_sample_points_of_any_name_are_asked_about(tmp_path: Path) -> None:
    frame = _house().assign(zzz=np.repeat(np.arange(501, 541), 10), born=_years())
    _, told = begun(tmp_path, {"survey-2024": frame})
    psu = next(text for text in told if "(psu)" in text)
    assert "zzz: possible" in psu
    assert "born" not in psu


def _years() -> np.ndarray:
    return np.random.default_rng(5).integers(1940, 1980, N)


def test_units_numbered_anew_in_each_country_are_told(tmp_path: Path) -> None:
    frame = _house().assign(cntry=np.repeat(["AT", "PT"], N // 2), psu=np.tile(np.arange(20), 20))
    _, told = begun(tmp_path, {"survey-2024": frame})
    psu = next(text for text in told if "(psu)" in text)
    assert "rows: {cntry: [AT]}" in psu


def test_two_weights_near_one_are_asked_about(tmp_path: Path) -> None:
    rng = np.random.default_rng(11)
    frame = _house().rename(columns={"weight": "pspwght"})
    frame["dweight"] = (frame["pspwght"] * rng.uniform(0.97, 1.01, N)).round(4)
    _, told = begun(tmp_path, {"survey-2024": frame})
    weights = [text for text in told if text.strip().startswith("weight:")]
    assert [": possible" in text for text in weights] == [True, True]


# --- replicate weights ---------------------------------------------------------------------------


def _replicated(numbers: list[int]) -> pd.DataFrame:
    rng = np.random.default_rng(2)
    frame = _house()
    copies = {f"r{k}": frame["weight"] * rng.poisson(1, N) * 1.0001 for k in numbers}
    return pd.concat([frame, pd.DataFrame(copies)], axis=1)


def test_replicates_that_skip_a_number_are_refused() -> None:
    frame = _replicated([*range(1, 30), 31])
    with pytest.raises(DesignError, match="and a number, without r30"):
        _ = Wave(frame, Design(weight="weight", replicates=Bootstrap(prefix="r"))).sample
    named = [f"r{k}" for k in (*range(1, 30), 31)]
    wave = Wave(frame, Design(weight="weight", replicates=Bootstrap(columns=named)))
    assert wave.sample.replicates is not None
    assert wave.sample.replicates.count == 30


def test_a_question_named_as_a_replicate_is_refused() -> None:
    frame = _replicated([*range(1, 30), 31]).assign(r30=1 + np.arange(N) % 4)
    with pytest.raises(DesignError, match="codes of a question, in r30"):
        _ = Wave(frame, Design(weight="weight", replicates=Bootstrap(prefix="r"))).sample


def test_factors_of_zero_and_two_are_no_question() -> None:
    rng = np.random.default_rng(2)
    frame = _house()
    for k in range(1, 13):
        frame[f"r{k}"] = rng.choice([0, 2], N)
    design = Design(weight="weight", replicates=Bootstrap(prefix="r", combined=False))
    assert Wave(frame, design).sample.replicates is not None


def test_replicates_of_any_prefix_are_seen_and_the_number_they_skip_told(tmp_path: Path) -> None:
    frame = _replicated([*range(1, 30), 31]).assign(r30=1 + np.arange(N) % 4)
    survey, told = begun(tmp_path, {"survey-2024": frame})
    assert any("r…: 30 replicate weights" in text for text in told)
    assert any("r…: without r30" in text for text in told)
    assert "\n  r30:\n" in (survey / "questionnaire.yaml").read_text(encoding="utf-8")


# --- targets -------------------------------------------------------------------------------------


@pytest.mark.parametrize("keys", [(1, 2), (1.0, 2.0), ("1", "2"), ("1.0", "2.0")])
@pytest.mark.parametrize("kind", ["int64", "float64", "Int64", "str", "float text", "01"])
def test_a_target_s_number_is_the_column_s_however_written(
    keys: tuple[Any, Any], kind: str
) -> None:
    frame = _house()
    sex: Any = pd.Series(np.random.default_rng(1).choice([1, 2], N))
    texts = {"float text": sex.astype("float64").astype(str), "01": "0" + sex.astype(str)}
    frame["sex"] = texts[kind] if kind in texts else sex.astype(kind)
    raked = padai.rake(
        Wave(frame, Design(weight="weight"), id="2024"),
        {"sex": dict(zip(keys, (0.4, 0.6), strict=True))},
    )
    first = (sex == 1).to_numpy()
    # by hand: each weight times its target over its share
    w = frame["weight"].to_numpy()
    by_hand = np.where(first, w * 0.4 / w[first].sum(), w * 0.6 / w[~first].sum()) * w.sum()
    assert raked.weights == pytest.approx(by_hand, rel=1e-10)


def test_a_target_that_may_be_two_codes_is_refused() -> None:
    frame = _house().assign(sex=np.tile(["1", "01"], N // 2))
    with pytest.raises(WeightingError, match="without a target"):
        padai.rake(Wave(frame, Design(weight="weight")), {"sex": {1.0: 0.4, "01": 0.6}})


# --- series --------------------------------------------------------------------------------------

TURNED = """\
questions:
  trust:
    label: {en: Trust in parliament}
    wording: {en: How much do you trust parliament?}
    scale: {codes: {1: {en: A lot}, 2: {en: Some}, 3: {en: None at all}}}
    waves: ["2023"]
  trust_2024:
    label: {en: Trust in parliament}
    wording: {en: How much do you trust parliament?}
    scale: {codes: {1: {en: Some}, 2: {en: None at all}, 3: {en: A lot}}}
    waves: ["2024"]
    columns: {"2024": trust}
  age: {type: number, label: {en: Age}, wording: {en: How old are you?}}
"""
JOINED = """\
questions:
  trust:
    label: {en: Trust in parliament}
    wording: {en: How much do you trust parliament?}
    scale:
      codes: {1: {en: A lot}, 2: {en: Some}, 3: {en: None at all}}
      FILE_VALUES
    WAVES
  age: {type: number, label: {en: Age}, wording: {en: How old are you?}}
"""


def _two_waves(folder: Path, questionnaire: str) -> dict[str, pd.DataFrame]:
    (folder / "waves").mkdir(parents=True, exist_ok=True)
    (folder / "survey.yaml").write_text(
        "id: house\ntitle: {en: T}\ndescription: {en: D}\npopulation: {en: P}\n"
        "geography: {en: G}\nsponsor: {en: S}\ncontact: {en: C}\nlanguages: [en]\n"
        'asked_in: [en]\noverlap: none\nwaves: ["2023", "2024"]\n',
        encoding="utf-8",
    )
    (folder / "questionnaire.yaml").write_text(questionnaire, encoding="utf-8")
    rng = np.random.default_rng(9)
    frames = {}
    for wave in ("2023", "2024"):
        frame = pd.DataFrame(
            {
                "id": np.arange(N) + int(wave) * 1000,
                "w": rng.uniform(0.5, 1.5, N).round(3),
                "trust": rng.integers(1, 4, N),
                "age": rng.integers(18, 90, N),
            }
        )
        frame.to_csv(folder / f"{wave}.csv", index=False)
        (folder / "waves" / f"{wave}.yaml").write_text(
            f"label: {{en: '{wave}'}}\nfieldwork: {{start: {wave}-05-01, end: {wave}-05-20}}\n"
            "parts:\n  main:\n    label: {en: M}\n    population: {en: P}\n    mode: phone\n"
            f"    sample_type: probability\n    supplier: {{en: S}}\n    file: {wave}.csv\n"
            f"    sha256: {hashlib.sha256((folder / f'{wave}.csv').read_bytes()).hexdigest()}\n"
            f"    n: {N}\n    design: {{id: id, weight: w}}\n"
            "    weighting: {method: none, reason: {en: R}}\n",
            encoding="utf-8",
        )
        frames[wave] = frame
    return frames


def _followed(folder: Path, question: str) -> pd.DataFrame:
    series, _, _ = followed_over_time(
        load_survey(folder),
        question,
        "2024",
        part="main",
        net=None,
        by=[],
        data_dir=folder,
        say=lambda *_: None,
        overall=False,
    )
    return series


def test_a_question_kept_apart_names_its_other_half_and_the_lines_that_join_them(
    tmp_path: Path,
) -> None:
    frames = _two_waves(tmp_path / "house", TURNED)
    with pytest.raises(ComparisonError) as refused:
        _followed(tmp_path / "house", "trust")
    told = refused.value.words.text("en")
    assert "trust_2024" in told
    assert "a scale that turned over" in told
    lines = told.splitlines()
    waves = next(line for line in lines if line.startswith("    waves:")).strip()
    turned = re.search(r"file_values: \{.*\}\}", told)
    assert turned is not None
    # what is told is taken up as it stands, and gives the series that one works out by hand
    joined = JOINED.replace("FILE_VALUES", turned[0][:-1]).replace("WAVES", waves)
    _two_waves(tmp_path / "house", joined)
    series = _followed(tmp_path / "house", "trust").set_index(["response", "wave"])["estimate"]
    for wave, lot in (("2023", 1), ("2024", 3)):
        frame = frames[wave]
        share = frame["w"][frame["trust"] == lot].sum() / frame["w"].sum()
        assert series["1", wave] == pytest.approx(share, rel=1e-12)


def test_a_number_is_followed_by_its_mean_under_a_heading_of_its_own(tmp_path: Path) -> None:
    frames = _two_waves(tmp_path / "house", TURNED)
    series = _followed(tmp_path / "house", "age")
    assert list(series["response"]) == ["mean", "mean"]
    for wave, value in zip(("2023", "2024"), series["estimate"], strict=True):
        w, age = frames[wave]["w"], frames[wave]["age"]
        assert value == pytest.approx((w * age).sum() / w.sum(), rel=1e-12)
    out = Console(width=200, record=True, file=io.StringIO())
    changes = series.iloc[1:].assign(reference="2023", p_value=0.5, p_adjusted=0.5, verdict="")
    print_trend(out, series, changes, load_survey(tmp_path / "house"), "en")
    shown = out.export_text()
    assert "Mean" in shown
    assert "%" not in shown.replace("95%", "")
    assert "points" not in shown


# --- what a definition says, and what its checks make of it ---------------------------------------


def _checked(folder: Path, questionnaire: str, change: Any = None) -> set[str]:
    frames = _two_waves(folder, questionnaire)
    frame = frames["2024"] if change is None else change(frames["2024"])
    path = folder / "2024.csv"
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    frame.to_csv(path, index=False)
    wave = folder / "waves" / "2024.yaml"
    after = hashlib.sha256(path.read_bytes()).hexdigest()
    wave.write_text(wave.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")
    delivery = read_delivery(load_survey(folder), "2024", data_dir=folder)
    return {str(check) for check in padai.validate(delivery).frame["check"]}


@pytest.mark.parametrize(
    ("last", "found"), [("19/05/2024", False), ("21/06/2024", True), ("04/05/2024", False)]
)
def test_a_day_outside_of_fieldwork_is_found_whichever_way_it_is_written(
    tmp_path: Path, last: str, found: bool
) -> None:
    text = TURNED + "  day: {type: open, label: {en: Day}, wording: {en: Day}, waves: ['2024']}\n"
    folder = tmp_path / "house"
    _two_waves(folder, text)
    told = folder / "survey.yaml"

    def dated(frame: pd.DataFrame) -> pd.DataFrame:
        with told.open("a", encoding="utf-8") as survey:
            survey.write("roles: {interview_date: [day]}\n")
        return frame.assign(day=["03/05/2024"] * (N - 1) + [last])

    assert ("outside_fieldwork" in _checked(folder, text, dated)) is found


def test_months_are_published_where_a_reason_says_why_there_are_no_days(tmp_path: Path) -> None:
    folder = tmp_path / "house"
    _two_waves(folder, TURNED)
    wave = folder / "waves" / "2024.yaml"
    days = "fieldwork: {start: 2024-05-01, end: 2024-05-20}"
    months = "fieldwork: {start: 2024-05-01, end: 2024-05-31, precision: month"
    text = wave.read_text(encoding="utf-8")
    wave.write_text(text.replace(days, months + "}"), encoding="utf-8")
    known = load_survey(folder).wave("2024")
    assert known.unconfirmed == ("fieldwork",)
    reason = ", reason: {en: The file tells months alone}}"
    wave.write_text(text.replace(days, months + reason), encoding="utf-8")
    known = load_survey(folder).wave("2024")
    assert known.unconfirmed == ()
    assert known.fieldwork.iso(known.fieldwork.end) == "2024-05"


def test_a_draft_whose_scales_no_list_of_words_knows_is_made(tmp_path: Path) -> None:
    folder = tmp_path / "house"
    rated = TURNED.replace(
        "  age: {type: number, label: {en: Age}, wording: {en: How old are you?}}\n",
        "  age:\n    type: rating\n    label: {en: Rating}\n    wording: {en: Rating}\n"
        "    scale: {points: [18, 90]}\n",
    )
    for word in ("A lot", "Some", "None at all"):
        rated = rated.replace(word, word[::-1])
    _two_waves(folder, rated)
    made = with_proposals(load_survey(folder), "2024", "en", dt.date(2024, 6, 1))
    assert made.sections


def test_the_two_ends_of_a_scale_are_known_in_other_languages() -> None:
    assert halves(["Muita confiança", "Alguma", "Pouca", "Nenhuma confiança"]) == (0, 1)
    assert halves(["Sehr", "Eher", "Eher nicht", "Gar nicht"]) == (0, 1)
    assert halves(["Molt", "Bastant", "Poc", "Gens"]) == (0, 1)
