"""What the files of still more houses brought to light: small ones, made here."""

from __future__ import annotations

import csv
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import openpyxl
import pandas as pd
import pytest

from padai.errors import DataError, FindingsError, PadaiError, RenderError, Said
from padai.interchange import Choices, add_wave, init_from
from padai.interchange.choices import DesignChoice
from padai.interchange.label_words import missing_kind
from padai.interchange.layouts import side_by_side
from padai.interchange.when import by_name
from padai.pipeline.commands.inspection import estimated, validated
from padai.publishing.engine.process import allowed_seconds
from padai.publishing.exhibits.exhibit_items import titled
from padai.survey import Survey, load_survey
from padai.waves.intake import read_data_file
from tests.platform_exports import made
from tests.starting import started, started_and_told

N = 60
NONE = (DesignChoice(),)


def drawn(values: list[Any], seed: int = 3) -> np.ndarray:
    return np.random.default_rng(seed).choice(values, N)


def table(**more: Any) -> pd.DataFrame:
    """Return a small file: two questions, an age, and what a test adds."""
    columns = {
        "id": range(1, N + 1),
        "trust": drawn(["A lot", "Some", "None at all"]),
        "vote": drawn(["Yes", "No"], 4),
        "age": np.random.default_rng(5).integers(18, 90, N),
    }
    return pd.DataFrame({**columns, **more})


def written(path: Path, frame: pd.DataFrame) -> Path:
    frame.to_csv(path, index=False)
    return path


def drafted(folder: Path, **more: Any) -> tuple[Survey, str]:
    return started_and_told(folder, written(folder / "w2024.csv", table(**more)), design=NONE)


def only(survey: Survey) -> Any:
    (wave,) = survey.wave_defs.values()
    return wave.parts["main"]


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Not Asked in this Country", "not_asked"),
        ("Not asked: country specific", "not_asked"),
        ("Not applicable (no party)", "not_asked"),
        ("Inap, never married", "not_asked"),
        ("NIU", "not_asked"),
        ("9. declined to answer", "refused"),
        ("Did not answer", "refused"),
        ("Difficult to say", "dont_know"),
        ("No especificado", "skipped"),
        ("Ignorado", "skipped"),
        ("Not applicable, don't know", "dont_know"),
        ("Not applicable to me at all", None),
        ("Not applicable / Disagree", None),
        ("NA (Namibia)", None),
        ("Declined", None),
        ("Trifft nicht zu", None),
    ],
)
def test_words_of_no_answer(label: str, kind: str | None) -> None:
    """“Not Asked in this Country”, of Afrobarometer, was a fifth answer with a share of its own."""
    assert missing_kind(label) == kind


@pytest.mark.parametrize(
    "cells",
    [["0-1", "2", "3", "4", "5 or more"], ["Nobody", "1", "2", "3 - Three, or about"]],
)
def test_a_count_keeps_its_lowest_answer(tmp_path: Path, cells: list[str]) -> None:
    """“0-1” hours of television (GSS), beside 2 to “5 or more”, were taken for no answer."""
    survey, told = drafted(tmp_path, hours=[cells[i % len(cells)] for i in range(N)])
    hours = survey.questions["hours"]
    assert [str(code.value) for code in hours.scale.codes] == cells
    assert not hours.missing_codes
    assert "hours: numbers and words in one column" in told


def test_units_of_any_name_with_psu_in_it(tmp_path: Path) -> None:
    """NHIS calls its units `ppsu`: weight and strata were proposed, and the units passed over."""
    _, told = drafted(
        tmp_path,
        wtfa_a=np.random.default_rng(6).uniform(500, 9000, N),
        pstrat=[i // 20 + 101 for i in range(N)],
        ppsu=[i // 5 % 4 + 1 for i in range(N)],
        capsules=drawn([1, 2, 3], 8),
    )
    assert "primary sampling unit (psu): ppsu: proposed" in told
    assert "capsules:" not in told


def test_a_column_that_is_called_wave_tells_it_wherever_it_stands(tmp_path: Path) -> None:
    """Nine rounds of Eurobarometer, told by a last column of texts, were drafted as one wave."""
    more = {f"q{i}": drawn(["Yes", "No"], 10 + i) for i in range(12)}
    _, told = drafted(tmp_path, **more, wave=["ZA2828", "ZA3171"] * (N // 2))
    assert "the column 'wave' (2 values) looks as if it told the wave" in told
    path = written(tmp_path / "nh.csv", table(**more).assign(SurveyYr=["2009_10", "2011_12"] * 30))
    frame = pd.read_csv(path)[["id", "SurveyYr", *more]]
    _, told = started_and_told(tmp_path / "nh", written(path, frame), design=NONE)
    assert "the column 'SurveyYr' (2 values) looks as if it told the wave" in told


def test_countries_of_one_file_are_told(tmp_path: Path) -> None:
    """The weights of 34 countries were pooled, and not a word said that they are many."""
    _, told = drafted(tmp_path, isocntry=drawn(["BE", "DE", "GR"], 9))
    assert "w2024.csv: the column 'isocntry' (3 values) looks as if it told the country" in told
    assert 'rows: {isocntry: ["BE"]} in waves/' in told
    (tmp_path / "born").mkdir()
    _, told = drafted(tmp_path / "born", country_of_birth=drawn(["BE", "DE", "GR"], 9))
    assert "told the country" not in told


def test_a_panel_laid_out_wide_is_told(tmp_path: Path) -> None:
    more = {f"w{k}_{q}": drawn(["Yes", "No"], k) for k in (1, 2, 3) for q in ("trust", "jobs")}
    _, told = drafted(tmp_path, **more)
    assert "2 questions stand several times side by side (w1_trust, w2_trust…)" in told
    assert "--wave-column" in told
    assert [*side_by_side(dict.fromkeys(["voteW1", "voteW2", "leadW1", "leadW2"]))] == [
        "vote",
        "lead",
    ]
    others = ["q1_1", "q1_2", "know1", "know2", "view1", "view2", "KNOW1", "KNOW2", "w1_weight"]
    assert not side_by_side(dict.fromkeys(others))


def test_a_second_line_of_names_is_refused(tmp_path: Path) -> None:
    """The wordings under the names made an age of words and a weight that was no number."""
    frame = table(weight=np.linspace(0.5, 1.5, N).round(3))
    words = ["Number", "How much do you trust it?", "Do you vote?", "Your age", "Weight"]
    rows = [[*frame.columns], words, *frame.to_numpy().tolist()]
    path = tmp_path / "two.csv"
    with path.open("w", encoding="utf-8", newline="") as handle:
        csv.writer(handle).writerows(rows)
    with pytest.raises(DataError, match=r"second line of names: .* 3 column") as refused:
        init_from(tmp_path / "out", [path])
    assert "trust it" not in str(refused.value) and not (tmp_path / "out").exists()


def test_words_of_the_first_respondent_are_no_names(tmp_path: Path) -> None:
    frame = table().astype({"age": object})
    frame.loc[0, "age"] = "ninety or more"
    survey, _ = started_and_told(tmp_path, written(tmp_path / "w2024.csv", frame), design=NONE)
    assert "trust" in survey.questions


def test_a_title_above_the_names_of_a_workbook_is_left_out(tmp_path: Path) -> None:
    """It was refused, though nothing but the names can follow."""
    book, frame = openpyxl.Workbook(), table()
    for row in (["Public attitudes, 2024"], ["Source: an institute", "March"], [], [*frame]):
        book.active.append(row)
    for row in frame.itertuples(index=False):
        book.active.append([*row])
    book.save(tmp_path / "w2024.xlsx")
    survey, told = started_and_told(tmp_path, tmp_path / "w2024.xlsx", design=NONE)
    assert "w2024.xlsx: 2 lines stand above the names of the columns" in told
    assert [*survey.questions] == ["trust", "vote", "age"] and only(survey).n == N


def test_a_title_above_the_names_of_a_table_of_text_is_called_so(tmp_path: Path) -> None:
    """It said that a separator was missing in line 4."""
    path = written(tmp_path / "w2024.csv", table())
    path.write_text(f"Public attitudes 2024\n\n{path.read_text()}", encoding="utf-8")
    with pytest.raises(DataError, match=r"fills 1 cell.* of 4, as a title does"):
        read_data_file(path)


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("w.feather", 'pandas.read_feather("w.feather").to_parquet("wave.parquet")'),
        ("w.zip", "unpack it"),
        ("w.tab", "rename it to end in .csv"),
    ],
)
def test_a_file_that_is_not_read_is_told_what_to_do_with_it(
    tmp_path: Path, name: str, line: str
) -> None:
    file = tmp_path / name
    file.write_bytes(b"x")
    with pytest.raises(PadaiError) as refused:
        init_from(tmp_path / "out", [file])
    assert line in str(refused.value)


def test_who_asked_the_questions_is_named_nowhere(tmp_path: Path) -> None:
    """SurveyToGo writes the interviewer's name and login: they became answers of two questions."""
    survey, _ = drafted(
        tmp_path,
        Srvyr=drawn(["Zyxwvu Abc", "Zyxwvu Def"], 7),
        SrvyrLogin=drawn(["zyxwvu1", "zyxwvu2"], 8),
        interviewer_sex=drawn(["Male", "Female"], 9),
    )
    assert [*survey.questions] == ["trust", "vote", "age", "interviewer_sex"]
    for path in survey.path.rglob("*.yaml"):
        assert "zyxwvu" not in path.read_text(encoding="utf-8").casefold()


@pytest.mark.parametrize(
    ("name", "span"),
    [
        ("health_2009_10", None),
        ("2011-12", None),
        ("health_2013-14", ("2013-01-01", "2014-12-31")),
        ("health_2009_2010", ("2009-01-01", "2010-12-31")),
        ("2019-05", ("2019-05-01", "2019-05-31")),
        ("2009-09", ("2009-09-01", "2009-09-30")),
        ("2009-10-03", ("2009-10-01", "2009-10-31")),
    ],
)
def test_two_years_are_no_month(name: str, span: tuple[str, str] | None) -> None:
    """NHANES 2009_10 was in the field in October 2009, the draft said as a fact."""
    told = by_name(name)
    assert told is not None
    assert span == (None if told.start is None else (f"{told.start}", f"{told.end}"))
    assert (span is None) == ("may be a month or two years" in told.told.en)


def test_a_fault_of_an_earlier_wave_does_not_stop_the_figures_of_the_last(tmp_path: Path) -> None:
    """World Values Survey: the last wave was refused for what wave 4 alone had, compared or not."""
    files = []
    for year, answers in ((2021, "abcccc"), (2022, "ab"), (2023, "abcc")):
        frame = table(trust=drawn([f"Answer {a}" for a in answers], year)).drop(columns="vote")
        files.append(written(tmp_path / f"w{year}.csv", frame))
    survey = started(tmp_path, *files, design=NONE)
    told: list[Said] = []
    look = {"part": "main", "net": None, "by": (), "data_dir": None, "say": lambda *_: None}
    found = estimated(survey, "trust", "2023", **look, tell=told.append)
    assert [*found["response"]] == ["Answer a", "Answer b", "Answer c"]
    assert any("wave 2022" in said.en and "trust" in said.en for said in told)
    with pytest.raises(FindingsError, match="category_vanished"):
        estimated(survey, "trust", "2022", **look)


def test_numbers_that_begin_anew_are_proposed_with_the_next_wave(tmp_path: Path) -> None:
    """CEP, begun with one wave: the next one's 1,236 equal numbers were an error of the first."""
    rng = np.random.default_rng(11)
    files = []
    for year in (2023, 2024):
        frame = table(sex=rng.choice(["Male", "Female"], N)).assign(
            id=rng.choice(np.arange(1, 90), N, replace=False), age=rng.integers(18, 90, N)
        )
        files.append(written(tmp_path / f"w{year}.csv", frame))
    proposed = (DesignChoice(proposed=True),)
    survey = started(tmp_path, files[0], design=proposed)
    added = add_wave(survey.path, files[1], Choices(design=proposed), accept=True)
    assert "ids: per_wave" in [line.text for line in added.lines]
    survey = load_survey(survey.path)
    assert (survey.overlap, survey.ids) == ("none", "per_wave")
    again = pd.read_csv(files[0]).sample(frac=1, random_state=1).assign(vote=drawn(["Yes", "No"]))
    same = written(tmp_path / "w2025.csv", again.assign(trust=drawn(["A lot", "Some"], 12)))
    (tmp_path / "kept").mkdir()
    survey = started(tmp_path / "kept", files[0], design=proposed)
    added = add_wave(survey.path, same, Choices(design=proposed))
    assert "ids: per_wave" not in [line.text for line in added.lines]


def test_a_weight_of_zero_is_told_the_line_that_means_it(tmp_path: Path) -> None:
    """CPS gives some people no weight: the finding stopped every figure, and said no way out."""
    frame = table(weight=[0.0, *np.linspace(0.5, 1.5, N - 1).round(3)])
    path = written(tmp_path / "w2024.csv", frame)
    survey = started(tmp_path, path, design=(DesignChoice(proposed=True),))
    look = {"data_dir": None, "say": lambda *_: None}
    found = validated(survey, "2024", "main", **look)
    (zero,) = (f for f in found.items if f.check == "weight_not_positive")
    assert "missing_weight: zero" in zero.messages["en"] and zero.severity == "error"
    wave = survey.path / "waves" / "2024.yaml"
    text = wave.read_text(encoding="utf-8")
    wave.write_text(text.replace("design: {", "design: {missing_weight: zero, "), encoding="utf-8")
    assert not any(
        f.check == "weight_not_positive"
        for f in validated(load_survey(survey.path), "2024", "main", **look).items
    )


def test_the_months_of_a_file_s_name_hold_that_of_its_id(tmp_path: Path) -> None:
    """`--wave 2012-12` took November from the fieldwork of novdic2012."""
    path = written(tmp_path / "cep68novdic2012.csv", table())
    survey = started(tmp_path, path, design=NONE, wave_ids={path: "2012-12"})
    fieldwork = survey.wave_defs["2012-12"].fieldwork
    assert (str(fieldwork.start), str(fieldwork.end)) == ("2012-11-01", "2012-12-31")


@pytest.mark.parametrize(
    ("title", "caption"),
    [("How much do you trust it?", "How much do you trust it?"), ("Trust", "Trust."), ("A.", "A.")],
)
def test_a_caption_that_asks_ends_with_what_it_ends_with(title: str, caption: str) -> None:
    """Each figure of a draft was called “What is your age group?.”"""
    context = cast("Any", SimpleNamespace(text=lambda text: text))
    assert titled(context, cast("Any", SimpleNamespace(title=title))) == caption


def test_the_clock_of_a_report_goes_with_the_load(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forty answers were stopped after 293 seconds, of which the processor had given ten."""
    monkeypatch.delenv("PADAI_TIME_LIMIT", raising=False)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    for load, seconds in ((0.4, 300), (10.0, 1500), (90.0, 1800)):
        monkeypatch.setattr("os.getloadavg", lambda load=load: (load, 0.0, 0.0), raising=False)
        assert allowed_seconds() == seconds
    monkeypatch.setenv("PADAI_TIME_LIMIT", "45")
    assert allowed_seconds() == 45
    monkeypatch.setenv("PADAI_TIME_LIMIT", "ten minutes")
    with pytest.raises(RenderError, match=r"whole number of seconds.*PADAI_TIME_LIMIT=1200"):
        allowed_seconds()


@pytest.mark.parametrize(("name", "codes"), [("redcap raw", True), ("redcap labels", False)])
def test_codes_without_words_are_told_to_be_read_as_before(
    tmp_path: Path, name: str, codes: bool
) -> None:
    """A choice reworded between two raw exports cannot be seen in either; nothing said so."""
    (one, other), form = made(tmp_path / "in", name)
    assert form is not None
    folder = tmp_path / "surveys" / "mine"
    init_from(folder, [form], Choices(design=NONE), [one])
    said: list[Said] = []
    add_wave(folder, other, Choices(design=NONE, tell=said.append))
    told = "\n".join(each.en for each in said)
    assert ("redcap-2025.csv: answers in codes, without words: trust, age" in told) == codes
