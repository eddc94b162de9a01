"""What files of other houses brought to light: when forms were sent, boxes, quarters, units."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyreadstat
import pytest

from padai import proportion, read_wave
from padai.errors import DataError
from padai.interchange import parse_design
from padai.interchange.label_words import missing_kind
from padai.interchange.platforms.scales import in_order
from padai.pipeline.builds.proposals import with_proposals
from padai.survey import Survey, load_survey
from padai.survey.tongues import language
from tests.starting import started, started_and_told

N = 240


def answers(seed: int = 1) -> pd.DataFrame:
    rng = np.random.default_rng(seed)
    return pd.DataFrame(
        {
            "sex": rng.choice(["Woman", "Man"], N),
            "group": rng.choice(["18-34", "35-54", "55+"], N),
            "trust": rng.choice(["A lot", "Some", "None"], N),
        }
    )


def sent(form: str, first: dt.datetime = dt.datetime(2025, 3, 3, 9)) -> list[str]:
    rng = np.random.default_rng(2)
    return [(first + dt.timedelta(hours=int(h))).strftime(form) for h in rng.integers(0, 480, N)]


def days_of(survey: Survey) -> list[tuple[dt.date, dt.date]]:
    waves = [survey.wave_defs[w].fieldwork for w in survey.waves]
    return [(wave.start, wave.end) for wave in waves]


@pytest.mark.parametrize(
    ("head", "form"),
    [
        ("Horodateur", "%d/%m/%Y %H:%M:%S"),
        ("Marca temporal", "%Y/%m/%d %I:%M:%S %p"),
        ("Zaman damgası", "%d.%m.%Y %H:%M:%S"),
        ("Časová značka", "%d.%m.%Y"),
        ("Cuándo", "%d/%m/%Y %H:%M"),
    ],
)
def test_when_a_form_was_sent_dates_a_wave_wherever_it_stands(
    tmp_path: Path, head: str, form: str
) -> None:
    path = tmp_path / "web.csv"
    answers().assign(**{head: sent(form)}).to_csv(path, index=False)
    survey, told = started_and_told(tmp_path, path)
    assert days_of(survey) == [(dt.date(2025, 3, 3), dt.date(2025, 3, 23))]
    assert f"(column {head})" in told and len(survey.questions) == 3


def test_days_of_a_form_that_stand_in_either_order_are_asked_about(tmp_path: Path) -> None:
    path = tmp_path / "web.csv"
    days = [f"0{1 + k % 9}/05/2025 10:{k % 60:02d}" for k in range(N)]
    answers().assign(**{"Cuándo": days}).to_csv(path, index=False)
    _, told = started_and_told(tmp_path, path)
    assert "2025-05-01 – 2025-05-09" in told and "2025-01-05 – 2025-09-05" in told


def test_hours_of_a_birth_date_no_wave(tmp_path: Path) -> None:
    path = tmp_path / "web.csv"
    answers().assign(**{"date of birth": sent("%d/%m/%Y %H:%M")}).to_csv(path, index=False)
    _, told = started_and_told(tmp_path, path)
    assert "nothing tells them" in told


def test_a_quarter_that_columns_tell_is_no_month_of_the_name_of_the_file(tmp_path: Path) -> None:
    paths = [tmp_path / f"individual_2016_0{q}.csv" for q in (3, 4)]
    for quarter, path in zip((3, 4), paths, strict=True):
        answers(quarter).assign(ANO4=2016, TRIMESTRE=quarter).to_csv(path, index=False)
    survey, told = started_and_told(tmp_path, *paths)
    assert days_of(survey) == [
        (dt.date(2016, 7, 1), dt.date(2016, 9, 30)),
        (dt.date(2016, 10, 1), dt.date(2016, 12, 31)),
    ]
    assert "(column ANO4, TRIMESTRE)" in told


def boxes() -> pd.DataFrame:
    rng = np.random.default_rng(4)
    names = ("Facebook", "Instagram", "TikTok")
    return answers().assign(**{n: np.where(rng.random(N) < 0.4, n, None) for n in names})


def test_boxes_that_hold_their_own_name_are_no_lost_header_and_no_question(tmp_path: Path) -> None:
    path = tmp_path / "web.csv"
    boxes().to_csv(path, index=False)
    survey, told = started_and_told(tmp_path, path)
    assert list(survey.questions) == ["sex", "group", "trust"]
    assert "Facebook, Instagram, TikTok: one answer and blanks" in told


@pytest.mark.parametrize("blank", ["NA", ""], ids=["NA", "blank"])
@pytest.mark.parametrize(
    "names",
    [("media_1", "media_2", "media_3"), ("media_radio", "media_tv", "media_web")],
    ids=["numbered", "named"],
)
def test_boxes_of_a_1_or_nothing_are_options_of_one_question(
    tmp_path: Path, names: tuple[str, ...], blank: str
) -> None:
    """As R's `write.csv` writes them; they were constant columns, and set aside."""
    path = tmp_path / "web.csv"
    rng = np.random.default_rng(6)
    ticked = {n: rng.random(N) < share for n, share in zip(names, (0.5, 0.3, 0.1), strict=True)}
    lone = rng.random(N) < 0.2
    frame = answers().assign(**{n: np.where(t, "1", blank) for n, t in ticked.items()})
    frame.assign(vegetarian=np.where(lone, "1", blank), wave="1").to_csv(path, index=False)
    survey, told = started_and_told(tmp_path, path)
    assert list(survey.questions) == ["sex", "group", "trust", "media"]
    assert "vegetarian: one answer and blanks" in told
    codes = [name.removeprefix("media_") for name in names]
    scale = survey.question("media").scale
    assert scale is not None
    assert [c.code for c in scale.codes] == codes
    file = tmp_path / "surveys" / "mine" / "waves" / "1.yaml"
    text = file.read_text(encoding="utf-8").replace("design: à confirmer", "design: {}")
    file.write_text(text, encoding="utf-8")
    survey = load_survey(tmp_path / "surveys" / "mine")
    shares = proportion(read_wave(survey, "1", data_dir=tmp_path), "media").frame
    chosen = pd.DataFrame(ticked)
    assert shares.set_index("response")["estimate"].to_dict() == pytest.approx(
        {
            code: chosen[name].sum() / chosen.any(axis=1).sum()
            for code, name in zip(codes, names, strict=True)
        }
    )


def test_a_line_of_answers_in_the_place_of_the_names_is_still_refused(tmp_path: Path) -> None:
    path = tmp_path / "web.csv"
    frame = answers().assign(more=answers(7)["sex"], region=answers(8)["trust"])
    frame.iloc[0] = ["Woman", "35-54", "Some", "Man", "A lot"]
    frame.to_csv(path, index=False, header=False)
    with pytest.raises(DataError, match="first line"):
        started_and_told(tmp_path, path)


def test_columns_of_eu_silc_have_the_roles_that_it_gives_them(tmp_path: Path) -> None:
    path = tmp_path / "silc.csv"
    rng = np.random.default_rng(5)
    frame = answers().assign(
        db030=np.arange(N), db040="AT1", rb050=rng.gamma(8, 1, N).round(5), db050=np.arange(N) % 6
    )
    frame.assign(db060=np.arange(N) % 48).to_csv(path, index=False)
    _, told = started_and_told(tmp_path, path)
    for line in ("weight: rb050: proposed", "stratum: db050: proposed", "(psu): db060: proposed"):
        assert line in told


def test_nations_of_people_number_no_units_anew(tmp_path: Path) -> None:
    path = tmp_path / "ghana.csv"
    rng = np.random.default_rng(6)
    frame = answers().assign(clust=5000 + np.arange(N) // 8)
    nation = np.where(rng.random(N) < 0.85, "ghanaian", rng.choice(["togo", "mali"], N))
    frame.assign(nation=nation).to_csv(path, index=False)
    _, told = started_and_told(tmp_path, path)
    assert "(psu): clust: proposed" in told and "anew" not in told


def test_units_numbered_anew_in_each_country_are_still_told(tmp_path: Path) -> None:
    path = tmp_path / "two.csv"
    frame = answers().assign(clust=np.arange(N) % 20, nation=np.where(np.arange(N) < 150, "A", "B"))
    frame.to_csv(path, index=False)
    _, told = started_and_told(tmp_path, path)
    assert "numbered anew in each of the 2 values of nation" in told


PARTIES = ["Liberal", "Conservative", "Green", "Would not vote"]
OFTEN = ["Daily", "Weekly", "Monthly", "Less often"]


def proposed(folder: Path, frame: pd.DataFrame, labels: dict[str, str], words: Any) -> Survey:
    path = folder / "survey.sav"
    pyreadstat.write_sav(frame, str(path), column_labels=labels, variable_value_labels=words)
    survey = started(folder, path, otherwise="en")
    return with_proposals(survey, survey.waves[-1], "en", dt.date(2025, 1, 1))


@pytest.mark.parametrize(
    ("words", "kinds"), [(PARTIES, ["bars", "bars"]), (OFTEN, ["scale"])], ids=["names", "order"]
)
def test_names_of_parties_are_not_stacked_as_if_they_stood_in_an_order(
    tmp_path: Path, words: list[str], kinds: list[str]
) -> None:
    rng = np.random.default_rng(9)
    frame = pd.DataFrame({f"q{k}": rng.integers(1, 5, N).astype(float) for k in (1, 2)})
    coded = {name: dict(enumerate(words, start=1)) for name in frame}
    survey = proposed(tmp_path, frame, {"q1": "At present", "q2": "A year ago"}, coded)
    assert [block.kind for section in survey.sections for block in section.blocks] == kinds


def test_columns_under_one_label_are_told_apart_by_their_names(tmp_path: Path) -> None:
    rng = np.random.default_rng(9)
    frame = pd.DataFrame({n: rng.integers(1, 5, N).astype(float) for n in ("q7", "q7_rec", "q8")})
    labels = {"q7": "Reads papers", "q7_rec": "Reads papers", "q8": "Hears radio"}
    coded = {"q7": dict(enumerate(OFTEN, start=1)), "q7_rec": {1: "Yes", 2: "No", 3: "A", 4: "B"}}
    coded["q8"] = coded["q7"]
    survey = proposed(tmp_path, frame, labels, coded)
    named = [question.label.get("en") for question in survey.questions.values()]
    assert named == ["Reads papers (q7)", "Reads papers (q7_rec)", "Hears radio"]


def recoded(mean: float = 1e6) -> pd.DataFrame:
    """Women of a demographic and health survey, without a label."""
    rng = np.random.default_rng(11)
    cluster = np.repeat(np.arange(1, N // 8 + 1), 8)
    weight = rng.gamma(6, 1, cluster[-1])[cluster - 1]
    frame = pd.DataFrame(
        {"caseid": np.arange(N) + 1, "v005": (weight / weight.mean() * mean).round()}
    )
    frame = frame.assign(v021=cluster, v022=(cluster - 1) // 6, v106=rng.integers(0, 4, N))
    return frame


def test_the_weight_in_millionths_of_a_programme_is_known_without_labels(tmp_path: Path) -> None:
    path = tmp_path / "women.csv"
    recoded().to_csv(path, index=False)
    survey, told = started_and_told(tmp_path, path)
    for line in ("weight: v005: proposed", "stratum: v022: proposed", "(psu): v021: proposed"):
        assert line in told
    assert list(survey.questions) == ["v106"]


def test_columns_of_the_same_names_elsewhere_have_no_role_by_them(tmp_path: Path) -> None:
    path = tmp_path / "other.csv"
    recoded(mean=40).to_csv(path, index=False)
    _, told = started_and_told(tmp_path, path)
    assert "v022: proposed" not in told and "v021: proposed" not in told


def pupils() -> tuple[pd.DataFrame, dict[str, str], dict[str, dict[int, str]]]:
    """Pupils of an international study: two weights, Fay's half samples, five plausible values."""
    rng = np.random.default_rng(12)
    school = np.repeat(np.arange(1, 25), 10)
    weight = rng.gamma(8, 2, N).round(6)
    half = np.where(rng.random((25, 20)) < 0.5, 0.5, 1.5)[school]
    frame = pd.DataFrame({"CNTSCHID": 7000.0 + school, "CNTSTUID": 70_000.0 + np.arange(N)})
    frame["LIVELY"] = rng.choice([1.0, 2.0, 3.0, 7.0, 8.0, 9.0], N)
    frame["W_FSTUWT"], frame["SENWT"] = weight, (weight / weight.sum() * 5000).round(6)
    sets = {f"W_FSTURWT{k + 1}": weight * half[:, k] for k in range(20)}
    scores = {f"PV{k}MATH": rng.normal(490, 90, N).round(2) for k in range(1, 6)}
    frame = frame.assign(**sets, **scores)
    labels = dict.fromkeys(sets, "FINAL STUDENT REPLICATE BRR-FAY WEIGHT") | {
        "CNTSCHID": "Intl. School ID",
        "W_FSTUWT": "FINAL STUDENT WEIGHT",
        "SENWT": "Senate Weight",
    }
    said = {1: "Disagree", 2: "Agree", 3: "Agree a lot", 7: "Not Applicable", 8: "Invalid"}
    return frame, labels, {"LIVELY": said | {9: "No Response"}}


def test_a_study_of_pupils_is_drafted_as_its_makers_mean_it(tmp_path: Path) -> None:
    path = tmp_path / "pupils.sav"
    frame, labels, words = pupils()
    pyreadstat.write_sav(frame, str(path), column_labels=labels, variable_value_labels=words)
    survey, told = started_and_told(tmp_path, path)
    assert "20 replicate weights; by what they are of the weight, kind: fay, rho: 0.5" in told
    assert "PV1MATH, PV2MATH, PV3MATH, PV4MATH, PV5MATH: plausible values" in told
    assert "CNTSCHID" not in survey.questions
    scale = survey.questions["LIVELY"].scale
    assert scale is not None and [code.code for code in scale.codes] == ["1", "2", "3"]


def test_a_code_apart_that_most_people_gave_is_asked_about(tmp_path: Path) -> None:
    """88 is “none” of days on which health was not good, and no answer where few gave it."""
    path = tmp_path / "health.csv"
    rng = np.random.default_rng(13)
    days = np.where(rng.random(N) < 0.6, 88, rng.integers(1, 31, N))
    rare = np.where(rng.random(N) < 0.05, 88, rng.integers(1, 31, N))
    answers().assign(
        PHYSHLTH=days, RARE=rare, IDAY=rng.integers(1, 29, N), IMONTH=4, IYEAR=2023
    ).to_csv(path, index=False)
    _, told = started_and_told(tmp_path, path)
    assert "PHYSHLTH: 88 stands apart from the answers and is in a third of the rows" in told
    assert "(column IDAY, IMONTH, IYEAR)" in told


@pytest.mark.parametrize(
    "scale",
    [
        ["Rozhodně ano", "Spíše ano", "Spíše ne", "Rozhodně ne"],
        ["Kesinlikle katılıyorum", "Katılıyorum", "Kararsızım", "Katılmıyorum"],
        ["とても満足", "やや満足", "やや不満", "とても不満"],
        ["매우 그렇다", "그렇다", "그렇지 않다", "전혀 그렇지 않다"],
        ["Hoàn toàn đồng ý", "Đồng ý", "Không đồng ý"],
        ["موافق بشدة", "موافق", "محايد", "غير موافق"],
    ],
)
def test_scales_of_forms_in_more_languages_have_their_order(scale: list[str]) -> None:
    assert in_order(sorted(scale)) == (scale, True)


@pytest.mark.parametrize(
    "words",
    [
        *("Không có câu trả lời", "Không có ý kiến", "Yanıt yok", "Reddetti", "Sorulmadı"),
        *("Neodpověděl/a", "Nevím, nedokážu posoudit", "Netýka sa ma", "Nu e cazul", "해당없음"),
        *("回答しない", "無意見", "无法选择", "لا إجابة", "לא יודע/ת", "Не мога да преценя"),
    ],
)
def test_what_is_no_answer_is_known_in_more_languages(words: str) -> None:
    assert missing_kind(words)


def test_answers_in_words_of_no_known_order_are_not_stacked(tmp_path: Path) -> None:
    path = tmp_path / "web.csv"
    rng = np.random.default_rng(14)
    words = ["Blor", "Ana blor", "Ana vik", "Vik"]
    frame = pd.DataFrame({n: rng.choice(words, N) for n in ("roads", "schools")})
    frame.to_csv(path, index=False)
    survey = started(tmp_path, path, otherwise="en")
    made = with_proposals(survey, survey.waves[-1], "en", dt.date(2025, 1, 1))
    assert {block.kind for section in made.sections for block in section.blocks} == {"bars"}


def test_a_brazilian_office_file_has_its_units_and_is_not_dated_by_its_making(
    tmp_path: Path,
) -> None:
    path = tmp_path / "pesquisa.sav"
    rng = np.random.default_rng(15)
    frame = pd.DataFrame({"UPA": 100.0 + np.arange(N) // 6, "C1": rng.integers(1, 4, N) * 1.0})
    frame["V1028"] = rng.gamma(3, 100, N).round(5)
    frame["VDDATA"] = ["2020-11-05", "2020-11-06"] * (N // 2)
    labels = {"V1028": "Peso COM pós estratificação", "VDDATA": "Data de geração do arquivo"}
    pyreadstat.write_sav(frame, str(path), column_labels=labels)
    _, told = started_and_told(tmp_path, path)
    assert "(psu): UPA: proposed" in told and "nothing tells them" in told
    assert "weight: V1028: proposed (told by its label" in told


def form(heads: list[str], words: list[list[str]], stamp: Callable[[dt.datetime], str]) -> str:
    rng = np.random.default_rng(16)
    lines = [",".join(heads)]
    for hour in rng.integers(0, 17 * 24, N):
        moment = dt.datetime(2025, 3, 5) + dt.timedelta(hours=int(hour))
        lines.append(",".join([stamp(moment), *(rng.choice(each) for each in words)]))
    return "\n".join(lines)


def korean(moment: dt.datetime) -> str:
    return f"{moment.year}. {moment.month}. {moment.day} 오전 {1 + moment.hour % 12}:05:00"


@pytest.mark.parametrize(
    ("heads", "sexes", "stamp"),
    [
        (["Horodateur", "Quel est votre sexe ?", "Âge"], ["Femme", "Homme"], "%d/%m/%Y %H:%M:%S"),
        (
            ["Zaman damgası", "Cinsiyetiniz nedir?", "Yaşınız?"],
            ["Kadın", "Erkek"],
            "%d.%m.%Y %H:%M",
        ),
        (["타임스탬프", "귀하의 성별은 무엇입니까?", "연령대"], ["여성", "남성"], korean),
        (["タイムスタンプ", "性別をお答えください", "年代"], ["女性", "男性"], "%Y/%m/%d %H:%M"),
        (["Dấu thời gian", "Giới tính của bạn?", "Độ tuổi"], ["Nữ", "Nam"], "%d/%m/%Y %H:%M"),
        (["时间戳记", "您的性别是？", "年龄段"], ["女", "男"], "%Y/%m/%d 下午%I:%M:%S"),
        (["طابع زمني", "ما هو جنسك؟", "الفئة العمرية"], ["أنثى", "ذكر"], "%d/%m/%Y %H:%M"),
        (["Časová značka", "Jaké je vaše pohlaví?", "Věk"], ["Žena", "Muž"], "%d.%m.%Y %H:%M"),
    ],
)
def test_forms_of_eight_languages_have_their_days_sexes_and_ages(
    tmp_path: Path, heads: list[str], sexes: list[str], stamp: Any
) -> None:
    """The days of the 5th to the 12th may be months too: one past the 12th orders them all."""
    path = tmp_path / "web.csv"
    written = stamp if callable(stamp) else (lambda moment: moment.strftime(stamp))
    path.write_text(form(heads, [sexes, ["18-34", "35+"]], written), encoding="utf-8")
    survey, _ = started_and_told(tmp_path, path)
    assert days_of(survey) == [(dt.date(2025, 3, 5), dt.date(2025, 3, 21))]
    assert [b.id for b in survey.breakdowns] == ["gender", "age_group"]


def test_vietnamese_is_no_portuguese() -> None:
    assert language(["Bạn có hài lòng với dịch vụ công không?", "Rất hài lòng"]) == "vi"


@pytest.mark.parametrize(
    ("odd", "type_"), [("66 let", "number"), ("nevím", "number"), ("Praha", "open")]
)
def test_an_age_with_its_unit_is_a_number_of_a_form(tmp_path: Path, odd: str, type_: str) -> None:
    rng = np.random.default_rng(17)
    path = tmp_path / "web.csv"
    ages = [str(age) for age in rng.integers(18, 60, N)]
    ages[7] = odd
    frame = pd.DataFrame({"Časová značka": sent("%d.%m.%Y %H:%M"), "Kolik je vám let?": ages})
    frame.assign(**{"Jste spokojeni?": answers()["trust"]}).to_csv(path, index=False)
    survey, _ = started_and_told(tmp_path, path)
    assert survey.questions["q1"].type == type_
    if type_ == "number":
        coded = pd.read_csv(next((survey.path / "data").glob("*.csv")))
        ages[7] = odd.removesuffix(" let").replace("nevím", "nan")
        assert list(coded["q1"].map(float).map(str)) == [str(float(age)) for age in ages]


def test_the_half_samples_of_the_study_of_pupils_are_of_fay_though_adjusted(tmp_path: Path) -> None:
    """Factors near 0.5 and 1.5 tell nothing exactly; the programme's names do."""
    path = tmp_path / "pisa.csv"
    rng = np.random.default_rng(18)
    weight = rng.gamma(8, 2, N)
    near = {
        f"W_FSTR{k}": (weight * rng.choice([0.5, 1.5], N) * rng.uniform(0.95, 1.05, N)).round(4)
        for k in range(1, 81)
    }
    answers().assign(W_FSTUWT=weight.round(4), **near).to_csv(path, index=False)
    design = (parse_design("proposed,replicates=fay"),)
    survey, told = started_and_told(tmp_path, path, design=design)
    assert "by their name, kind: fay, rho: 0.5" in told
    replicates = survey.wave_defs["1"].parts["main"].design.replicates
    assert replicates is not None and (replicates.kind, replicates.rho) == ("fay", 0.5)


@pytest.mark.parametrize(
    ("stamp", "line"),
    [
        ("%d.%m.%Y %H:%M", "2026-04-02 – 2026-04-10"),
        ("%d/%m/%Y %H:%M", "may be day or month first"),
    ],
)
def test_a_form_whose_days_may_be_months_is_not_dated_by_the_few_that_are_both(
    tmp_path: Path, stamp: str, line: str
) -> None:
    """Of 2 to 10 April the 4th alone reads one way; between points the day stands first."""
    path = tmp_path / "web.csv"
    moments = [dt.datetime(2026, 4, 2 + k % 9, 9) for k in range(N)]
    days = [moment.strftime(stamp) for moment in moments]
    frame = pd.DataFrame({"Zaman damgası": days}).join(answers())
    frame.to_csv(path, index=False)
    _, told = started_and_told(tmp_path, path)
    assert line in told
