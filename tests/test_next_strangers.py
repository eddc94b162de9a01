"""What the next strangers' files brought to light: each trap, on a small file made by a seed."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import matplotlib as mpl
import numpy as np
import pandas as pd
import pyreadstat
import pytest
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties

from padai.charts import vector
from padai.charts.glyphs import lacking
from padai.charts.slim import NO_METADATA
from padai.errors import DataError, DefinitionError, Said
from padai.interchange import Choices, DesignChoice, add_wave, confirm_designs, parse_design
from padai.interchange.absent_elsewhere import as_elsewhere
from padai.interchange.draft import DraftCode, DraftQuestion
from padai.interchange.platforms.export import COMPLETE, Export
from padai.interchange.platforms.wave_names import usual_names
from padai.survey import load_survey
from padai.survey.answer_words import missing_kind
from padai.waves.encodings import perhaps
from padai.waves.intake import read_data_file
from tests.starting import started, started_and_told
from tests.strangers import sav

N = 200
TRUST = {1.0: "A great deal", 2.0: "Quite a lot", 3.0: "Not much", 4.0: "None", 8.0: "Don't know"}
PARTY = {1.0: "Red", 2.0: "Blue", 3.0: "Green"}
PROPOSED = {"design": (DesignChoice(proposed=True),)}
SAME = Choices(design=(DesignChoice(proposed=True),))


def people(seed: int, day: str = "2021-05-03", **columns: Any) -> pd.DataFrame:
    rng = np.random.default_rng(seed)
    weight = rng.uniform(0.5, 1.5, N)
    days = pd.to_datetime(day) + pd.to_timedelta(rng.integers(0, 9, N), unit="D")
    frame = pd.DataFrame(
        {"id": seed * 1000.0 + np.arange(N), "weight": weight / weight.mean(), "date": days}
    )
    for name, codes in columns.items():
        frame[name] = rng.choice(list(codes), N)
    return frame


# --- a choice more ------------------------------------------------------------------------


def _trust(folder: Path, year: int, scale: dict[float, str], **more: dict[float, str]) -> Path:
    asked = {"t_gov": scale, "t_law": scale, **more}
    labels = {"t_gov": "Trust: government", "t_law": "Trust: courts", "party": "Party"}
    frame = people(year - 2000, f"{year}-05-03", **asked)
    return sav(folder / f"w{year}.sav", frame, labels, **asked)


def test_a_choice_more_on_a_scale_of_several_questions_is_one_line(tmp_path: Path) -> None:
    """The questions were told as changed, and no line was proposed."""
    survey = started(tmp_path, _trust(tmp_path, 2021, TRUST, party=PARTY), **PROPOSED)
    after = _trust(tmp_path, 2023, {**TRUST, 5.0: "It depends"}, party={**PARTY, 4.0: "Grey"})
    done = add_wave(survey.path, after, SAME, accept=True)
    assert {c.name for c in done.of("widened")} == {"t_gov", "t_law", "party"}
    texts = [line.text for line in done.lines if line.under == "codes"]
    assert texts == ['5: {en: "It depends"}', '4: {en: "Grey"}'], "one for the scale, one alone"
    grown = load_survey(survey.path)
    assert grown.questions["t_law"].codes == ("1", "2", "3", "4", "5", "8")
    assert grown.questions["party"].values["4"] == 4


def test_a_choice_that_two_questions_label_otherwise_is_no_choice_of_both(tmp_path: Path) -> None:
    survey = started(tmp_path, _trust(tmp_path, 2021, TRUST), **PROPOSED)
    frame = people(23, "2023-05-03", t_gov=[*TRUST, 5.0], t_law=[*TRUST, 5.0])
    after = sav(
        tmp_path / "w2023.sav",
        frame,
        {"t_gov": "Trust: government", "t_law": "Trust: courts"},
        t_gov={**TRUST, 5.0: "It depends"},
        t_law={**TRUST, 5.0: "Never heard of them"},
    )
    done = add_wave(survey.path, after, SAME)
    assert [c.name for c in done.of("widened")] == ["t_gov"]
    assert [c.name for c in done.of("changed")] == ["t_law"]


# --- what a wave is called ----------------------------------------------------------------


def test_beside_months_a_wave_is_called_by_its_month(tmp_path: Path) -> None:
    """“2021” stood beside “2020-09” and “2020-11”."""
    files = [
        sav(tmp_path / f"m{month}.sav", people(month, f"2020-{month:02}-03", q=PARTY), {}, q=PARTY)
        for month in (9, 11)
    ]
    survey = started(tmp_path, *files, **PROPOSED)
    assert survey.waves == ("2020-09", "2020-11")
    after = sav(tmp_path / "m2021.sav", people(3, "2021-03-03", q=PARTY), {}, q=PARTY)
    assert add_wave(survey.path, after, SAME, accept=True).wave_id == "2021-03"
    bare = people(5, q=PARTY).drop(columns="date")
    done = add_wave(survey.path, sav(tmp_path / "spring.sav", bare, {}, q=PARTY), SAME)
    assert done.wave_id == "spring", "and was 1, though four waves came before"


def test_a_year_that_is_taken_is_told_with_the_month_to_call_it_by(tmp_path: Path) -> None:
    files = [
        sav(tmp_path / f"w{year}.sav", people(year - 2000, f"{year}-04-03", q=PARTY), {}, q=PARTY)
        for year in (2020, 2021)
    ]
    survey = started(tmp_path, *files, **PROPOSED)
    after = sav(tmp_path / "w.sav", people(3, "2021-10-03", q=PARTY), {}, q=PARTY)
    with pytest.raises(DefinitionError, match=r"has a wave 2021 already.*--wave 2021-10"):
        add_wave(survey.path, after, SAME)


def test_exports_of_one_year_are_called_by_their_months() -> None:
    """They were 1 and 2, which says nothing to a reader."""
    exports = [
        Export(
            Path(f"{name}.csv"),
            Said("surveymonkey", "surveymonkey"),
            (),
            ("1",),
            (COMPLETE,),
            (day,),
        )
        for name, day in (("a", "2024-02-03"), ("b", "2024-05-06"))
    ]
    assert usual_names(exports) == ["2024-02", "2024-05"]


def test_interviews_of_days_to_come_date_no_wave(tmp_path: Path) -> None:
    """A file whose days lie years ahead was dated by them, and nothing was said."""
    ahead = dt.datetime.now(dt.UTC).date().year + 3
    path = sav(tmp_path / "w2023.sav", people(1, f"{ahead}-05-03", q=PARTY), {}, q=PARTY)
    survey, told = started_and_told(tmp_path, path, **PROPOSED)
    assert survey.wave("2023").fieldwork.start == dt.date(2023, 1, 1)
    assert f"date holds days to come, {ahead}-05-03" in told


# --- the design ---------------------------------------------------------------------------


def _clusters(path: Path) -> Path:
    frame = people(1, q=PARTY).drop(columns="date")
    frame["other_weight"] = frame["weight"].to_numpy()[::-1]
    return sav(path, frame.assign(commune=np.repeat(np.arange(20.0), 10)), {}, q=PARTY)


def test_all_roles_left_open_are_asked_at_once_and_one_may_have_no_column(tmp_path: Path) -> None:
    """One role was named at a time, and nothing could be said of one that no column has."""
    path = _clusters(tmp_path / "w2021.sav")
    with pytest.raises(DefinitionError) as error:
        started(tmp_path, path, **PROPOSED)
    assert "2021:proposed,weight=weight,psu=commune" in str(error.value)
    given = parse_design("proposed,weight=weight,psu=none")
    survey = started(tmp_path, path, design=(given,))
    design = survey.part("2021").design
    assert (design.weight, design.psu, design.id) == ("weight", (), "id")


def test_a_role_without_a_column_is_confirmed_later_too(tmp_path: Path) -> None:
    survey = started(tmp_path, _clusters(tmp_path / "w2021.sav"))
    confirm_designs(survey.path, [parse_design("proposed,weight=weight,psu=none")])
    assert load_survey(survey.path).part("2021").design.psu == ()


def test_a_file_of_replicate_weights_alone_is_told_as_one(tmp_path: Path) -> None:
    """Statistics Canada's bootstrap weights come apart: their file was a wave of the same year."""
    weights = np.random.default_rng(1).uniform(1.0, 2.0, (N, 30))
    table = pd.DataFrame(weights, columns=[f"WTBS_{i:03}" for i in range(1, 31)])
    table.insert(0, "PUMFID", np.arange(N))
    apart = tmp_path / "bsw2021.csv"
    table.to_csv(apart, index=False)
    wave = sav(tmp_path / "w2021.sav", people(1, q=PARTY), {}, q=PARTY)
    with pytest.raises(DefinitionError, match=r"30 replicate weights.*\(w2021.sav\) by PUMFID"):
        started(tmp_path, wave, apart, **PROPOSED)
    survey = started(tmp_path, wave, **PROPOSED)
    with pytest.raises(DefinitionError, match="30 replicate weights"):
        add_wave(survey.path, apart, SAME)


def test_codes_of_places_and_chances_of_being_drawn_are_no_questions(tmp_path: Path) -> None:
    """The mean of the codes of towns was a figure of the draft, and that of `prob` another."""
    rng = np.random.default_rng(1)
    frame = people(1, q=PARTY).assign(
        municipio=rng.integers(9000, 9030, N).astype(float),
        prob=rng.uniform(0.0001, 0.0009, N),
        children=rng.integers(0, 5, N).astype(float),
    )
    labels = {"municipio": "Municipio", "prob": "Sampling probability", "children": "Children"}
    survey = started(tmp_path, sav(tmp_path / "w2021.sav", frame, labels, q=PARTY), **PROPOSED)
    assert set(survey.questions) == {"q", "children", "date"}
    assert {"municipio", "prob"} <= set(survey.part("2021").other_columns)


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("B_COUNTRY", "ISO 3166-1 numeric country code"),
        ("v2", "ISO 3166-1 numeric country code"),
        ("C_COUNTRY_ALPHA", ""),
    ],
)
def test_the_countries_of_the_world_values_survey_are_told(
    tmp_path: Path, name: str, label: str
) -> None:
    """Two countries in one file were one, in silence."""
    codes = {124.0: "Canada", 484.0: "Mexico"}
    frame = people(1, "2021-05-03", q=PARTY, **{name: codes})
    path = sav(tmp_path / "w2021.sav", frame, {name: label}, q=PARTY, **{name: codes})
    _, told = started_and_told(tmp_path, path, **PROPOSED)
    assert f"the column '{name}' (2 values) looks as if it told the country" in told


# --- codes of no answer -------------------------------------------------------------------


def _drafted(name: str, values: list[int]) -> DraftQuestion:
    return DraftQuestion(name, "single", codes=tuple(DraftCode(str(v), v) for v in values))


def test_negative_codes_of_one_side_are_none_across_a_file() -> None:
    """Of 1 to 4 with -5, -2 and -1 all seven were answers, where the file has no labels."""
    bare = [_drafted(f"q{i}", [-4, -2, -1, 1, 2, 3, 4]) for i in range(3)]
    after = as_elsewhere(
        [*bare, _drafted("one", [-5, -2, -1, 1, 2, 3, 4]), _drafted("sex", [-2, 1, 2])]
    )
    assert [[c.value for c in q.codes] for q in after] == [[1, 2, 3, 4]] * 4 + [[1, 2]]
    assert [m.value for m in after[3].missing] == [-5, -2, -1]


@pytest.mark.parametrize("values", [[-2, -1, 1, 2], [-2, -1, 1, 2, 3], [-3, -2, -1, 0, 1, 2, 3]])
def test_negative_codes_of_a_scale_around_zero_stay_answers(values: list[int]) -> None:
    kept = as_elsewhere([_drafted(f"q{i}", values) for i in range(4)])
    assert [[c.value for c in q.codes] for q in kept] == [values] * 4


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("पता नहीं", "dont_know"),
        ("कोई जवाब नहीं", "refused"),
        ("ไม่ทราบ", "dont_know"),
        ("ไม่ตอบ", "refused"),
        ("Không biết", "dont_know"),
        ("Từ chối trả lời", "refused"),
        ("Sijui", "dont_know"),
        ("জানি না", "dont_know"),
        ("Missing: other", "skipped"),
        ("ज्यादा नहीं", None),
    ],
)
def test_no_answer_is_known_in_more_tongues(label: str, kind: str | None) -> None:
    assert missing_kind(label) == kind


def test_codes_apart_in_words_of_no_list_are_asked_about(tmp_path: Path) -> None:
    """In a language of which no word is known, "don't know" and "refused" were answers."""
    scale = {1.0: "dzalian", 2.0: "metnaklebad", 3.0: "naklebad", 4.0: "ara", 9.0: "ar vitsi"}
    path = sav(tmp_path / "w2021.sav", people(1, q=scale), {}, q=scale)
    survey, told = started_and_told(tmp_path, path, **PROPOSED)
    assert "q: the codes 9 stand apart from the answers, in words that no list has" in told
    assert "9" in survey.questions["q"].codes, "asked, and not decided"
    told = _told_of(tmp_path / "known", {**scale, 8.0: "Don't know"})
    assert "in words that no list has" not in told, "where one word is known, 9 is an answer"


def _told_of(folder: Path, scale: dict[float, str]) -> str:
    folder.mkdir()
    path = sav(folder / "w2021.sav", people(1, q=scale), {}, q=scale)
    return started_and_told(folder, path, **PROPOSED)[1]


# --- other writings -----------------------------------------------------------------------

WRITTEN = {
    "ja": ("性別", "年齢", "地域", "とても信頼している"),
    "ko": ("성별", "연령", "지역", "매우 신뢰한다"),
    "zh": ("性别", "年龄", "地区", "非常信任"),
    "ru": ("Пол", "Возраст", "Регион", "Полностью доверяю"),
    "el": ("Φύλο", "Ηλικία", "Περιφέρεια", "Εμπιστοσύνη πολύ"),
    "hi": ("लिंग", "आयु", "क्षेत्र", "बहुत भरोसा"),
}


@pytest.mark.parametrize("tag", WRITTEN)
def test_what_divides_people_is_known_by_its_label_in_other_writings(
    tmp_path: Path, tag: str
) -> None:
    """Sex, age and region made no breakdowns."""
    sex, age, region, trust = WRITTEN[tag]
    frame = people(1, v1=[1.0, 2.0], v3=[1.0, 2.0], v4=[1.0, 2.0])
    frame["v2"] = np.random.default_rng(2).integers(18, 90, N).astype(float)
    two = {1.0: trust, 2.0: f"{trust} {age}"}
    labels = {"v1": sex, "v2": age, "v3": region, "v4": trust}
    path = sav(tmp_path / "w2021.sav", frame, labels, v1=two, v3=two, v4=two)
    survey = started(tmp_path, path, **PROPOSED)
    made = {b.id: b.question for b in survey.breakdowns}
    assert made == {"gender": "v1", "age_group": "v2", "region": "v3"}
    assert survey.languages == (tag,)


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("cp932", "政府への信頼,とても信頼している"),
        ("cp949", "정부 신뢰,매우 신뢰한다"),
        ("gb18030", "对政府的信任,完全不信任"),
        ("cp950", "對政府的信任,有點信任"),
        ("cp874", "ความเชื่อมั่น,มากที่สุด"),
        ("cp1255", "אמון בממשלה,במידה רבה"),
        ("cp1256", "الثقة في الحكومة,ثقة كبيرة"),
        ("cp1253", "Εμπιστοσύνη στην κυβέρνηση,Αρκετά"),
        ("cp1251", "Доверие правительству,Скорее доверяю"),
    ],
)
def test_a_csv_of_another_writing_is_told_with_what_makes_it_utf_8(
    tmp_path: Path, encoding: str, words: str
) -> None:
    """“Save it again as CSV UTF-8” did not say from what."""
    path = tmp_path / "w.csv"
    path.write_bytes(f"id,{words}\n1,{words}\n".encode(encoding))
    with pytest.raises(DataError) as refused:
        read_data_file(path)
    assert f"{encoding} (" in str(refused.value) and "iconv -f" in str(refused.value)
    assert perhaps(path)[0][0] == encoding
    path.write_bytes("id,Wrocław\n1,źle łąka\n".encode("cp1250"))
    assert perhaps(path) == [("cp1250", "pl")], "letters of Poland are none of another writing"


def _drawn(words: str) -> tuple[bytes, Any]:
    figure, out = Figure(figsize=(4, 2)), io.BytesIO()
    axes = figure.add_subplot()
    axes.barh([0], [1])
    axes.set_yticks([0], [words])
    with mpl.rc_context({"font.family": "DejaVu Sans", "svg.hashsalt": "x"}):
        box = vector.tight_box(figure)
        figure.savefig(
            out, format="svg", backend=vector.VECTOR, metadata=NO_METADATA, bbox_inches=box
        )
    return out.getvalue(), box


def test_letters_that_the_charts_font_lacks_are_left_to_the_readers_font() -> None:
    """Labels in Japanese were drawn as empty boxes."""
    words = "とても信頼している"
    picture, box = _drawn(words)
    (text,) = ET.fromstring(picture).iter("{http://www.w3.org/2000/svg}text")
    assert text.text == words
    assert float(text.attrib["textLength"]) == pytest.approx(10.0 * len(words)), "a full em each"
    assert box.width > _drawn("x" * 3)[1].width + 0.8, "room is kept for it"
    assert _drawn(words)[0] == picture
    assert b"<text" not in _drawn("Très élevé – Ελλάδα – Россия")[0], "outlines, as ever"


def test_only_what_a_font_lacks_is_lacking() -> None:
    font = FontProperties(family="DejaVu Sans")
    assert lacking("Île de Montréal, Ελλάδα", font) == frozenset()
    assert lacking("2021年", font) == {"年"}


# --- options, folders ---------------------------------------------------------------------


def test_options_numbered_after_r_are_one_question(tmp_path: Path) -> None:
    """As Decipher delivers them: q9r1, q9r2, ... of 0 and 1, the option said first."""
    marks = {0.0: "Not selected", 1.0: "Selected"}
    names = {f"q9r{i}": t for i, t in enumerate(("TV", "Radio", "Papers"), 1)}
    frame = people(1, "2021-05-03", q=PARTY, **dict.fromkeys(names, marks))
    labels = {n: f"{t} - Which do you trust?" for n, t in names.items()}
    path = sav(tmp_path / "w2021.sav", frame, labels, q=PARTY, **dict.fromkeys(names, marks))
    asked = started(tmp_path, path, **PROPOSED).questions["q9r"]
    assert asked.type == "multiple"
    assert asked.option_columns("2021") == {"1": "q9r1", "2": "q9r2", "3": "q9r3"}


def test_the_folder_of_a_project_is_told_from_that_of_its_survey(tmp_path: Path) -> None:
    """“survey.yaml is missing” said nothing of where it is."""
    path = sav(tmp_path / "w2021.sav", people(1, q=PARTY), {}, q=PARTY)
    survey = started(tmp_path, path, **PROPOSED)
    for folder in (survey.path.parent, survey.path.parent.parent):
        with pytest.raises(DefinitionError, match=r"holds surveys and is none.*surveys.mine"):
            load_survey(folder)


def test_a_stata_file_is_matched_as_an_spss_file_is(tmp_path: Path) -> None:
    paths = []
    for year, scale in ((2021, TRUST), (2023, {**TRUST, 5.0: "It depends"})):
        frame = people(year - 2000, f"{year}-05-03", t=scale)
        paths.append(tmp_path / f"w{year}.dta")
        pyreadstat.write_dta(
            frame,
            str(paths[-1]),
            variable_value_labels={"t": {int(k): v for k, v in scale.items()}},
        )
    survey = started(tmp_path, paths[0], **PROPOSED)
    done = add_wave(survey.path, paths[1], SAME)
    assert [line.text for line in done.lines if line.under == "codes"] == ['5: {en: "It depends"}']


@pytest.mark.parametrize("ending", [".json", ".jsonl"])
def test_the_line_that_converts_a_file_makes_one_that_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    """R was asked for where padai's own Python does, and JSON was told as nothing."""
    monkeypatch.chdir(tmp_path)
    frame = people(1, Q=PARTY).drop(columns="date").rename(columns=str.upper)
    path = tmp_path / f"w{ending}"
    frame.to_json(path, orient="records", lines=ending == ".jsonl")
    with pytest.raises(DataError) as refused:
        started(tmp_path, path, **PROPOSED)
    line = str(refused.value).partition("in Python, ")[2].removesuffix(". Then give that file.")
    exec(line, {"pandas": pd})
    made = next(tmp_path.glob("wave.*"))
    survey = started(tmp_path, made, **PROPOSED)
    assert survey.part("1").design.weight == "WEIGHT"
    assert set(read_data_file(made).frame["Q"].astype(float)) == set(PARTY)
