"""What files of houses on AI, on barometers and on voting brought to light: small ones, made here."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import openpyxl
import pandas as pd
import pyreadstat
import pytest

from padai.errors import DataError
from padai.interchange.choices import DesignChoice
from padai.interchange.label_words import missing_kind
from padai.pipeline.builds.unfinished import drafted
from padai.publishing.chapters.headline import _why_no_change
from padai.survey import Survey
from tests.starting import started, started_and_told

N = 90
NONE = (DesignChoice(),)
RESULTS = [
    ["Deltapoll, prepared for a client", "", "", ""],
    ["", "Total", "Gender", ""],
    ["", "", "Male", "Female"],
    ["Unweighted Sample", "1114", "550", "564"],
    ["", "%", "%", "%"],
    ["KNOW. How much, if anything, do you know about AI?", "", "", ""],
    ["A great deal", "12", "13", "10"],
    ["A fair amount", "48", "46", "50"],
]


def drawn(values: list[Any], seed: int = 3) -> np.ndarray:
    return np.random.default_rng(seed).choice(values, N)


def written(path: Path, **columns: Any) -> Path:
    pd.DataFrame({"trust": drawn([1, 2, 3, 4]), **columns}).to_csv(path, index=False)
    return path


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("No ho sap", "dont_know"),
        ("No ho sé", "dont_know"),
        ("No vol contestar", "refused"),
        ("Non sabe", "dont_know"),
        ("Ez daki", "dont_know"),
        ("Ez du erantzun nahi", "refused"),
        ("No sap gairebé res de política", None),
    ],
)
def test_words_of_no_answer_of_spains_other_languages(label: str, kind: str | None) -> None:
    assert missing_kind(label) == kind


def test_a_catalan_file_is_in_catalan(tmp_path: Path) -> None:
    """It was taken for Spanish, and "No ho sap" for an answer."""
    frame = pd.DataFrame({"int": drawn([1.0, 2.0, 98.0, 99.0]), "sexe": drawn([1.0, 2.0])})
    labels: list[str | None] = [
        "A vostè la política li interessa molt, bastant, poc o gens?",
        "Sexe",
    ]
    values = {
        "int": {1.0: "Molt", 2.0: "Gens", 98.0: "No ho sap", 99.0: "No contesta"},
        "sexe": {1.0: "Masculí", 2.0: "Femení"},
    }
    path = tmp_path / "bop2024.sav"
    pyreadstat.write_sav(frame, path, column_labels=labels, variable_value_labels=values)
    survey = started(tmp_path, path, design=NONE)
    assert survey.languages == ("ca",)
    kinds = {c.code: c.kind for c in survey.question("int").missing_codes}
    assert kinds == {"98": "dont_know", "99": "refused"}


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_table_of_results_is_called_so(tmp_path: Path, kind: str) -> None:
    """It was to be mended by taking away its title, and held no respondent then either."""
    path = tmp_path / f"tables.{kind}"
    if kind == "csv":
        with path.open("w", encoding="utf-8", newline="") as handle:
            csv.writer(handle).writerows(RESULTS)
    else:
        book = openpyxl.Workbook()
        for row in RESULTS:
            book.active.append(row)
        book.save(path)
    with pytest.raises(DataError, match="a table of results, percentages by group"):
        started(tmp_path, path, design=NONE)


def test_a_title_above_answers_is_still_a_title(tmp_path: Path) -> None:
    path = tmp_path / "wave.csv"
    rows = ["Survey of trust;;;", "id;trust;total;sex"]
    rows += [f"{i};{i % 4};{i % 3};{i % 2}" for i in range(60)]
    path.write_text("\n".join(rows), encoding="utf-8")
    with pytest.raises(DataError, match="as a title does"):
        started(tmp_path, path, design=NONE)


def test_barometers_of_one_file_are_asked_about_by_their_weeks(tmp_path: Path) -> None:
    """Three barometers of a year were one wave of nine months, and nothing was asked."""
    bop = np.repeat([61, 62, 63], N // 3)
    starts = {61: dt.date(2025, 2, 14), 62: dt.date(2025, 5, 30), 63: dt.date(2025, 10, 13)}
    days = [starts[b] + dt.timedelta(days=i % 28) for i, b in enumerate(bop)]
    month = [day.month for day in days]
    path = written(tmp_path / "bop.csv", num=bop, interview_date=days, month=month)
    _, said = started_and_told(tmp_path, path, design=NONE)
    assert "the column 'num' (3 values) looks as if it told the wave" in said
    assert "the column 'month'" not in said


def test_months_of_one_fieldwork_are_no_waves(tmp_path: Path) -> None:
    days = [dt.date(2025, 1, 1) + dt.timedelta(days=i) for i in range(N)]
    batch = [day.month for day in days]
    path = written(tmp_path / "w.csv", batch=batch, interview_date=days)
    _, said = started_and_told(tmp_path, path, design=NONE)
    assert "looks as if it told the wave" not in said


def test_the_numbers_that_r_gives_its_rows_identify_nobody(tmp_path: Path) -> None:
    frame = pd.DataFrame({"StartDate": ["5/10/18 4:01", "5/22/18 9:50"] * (N // 2)})
    frame = frame.assign(trust=drawn(["Yes", "No"]), weight=np.linspace(0.5, 1.5, N))
    path = tmp_path / "raw.csv"
    frame.to_csv(path)  # a first column without a name
    survey, said = started_and_told(tmp_path, path)
    assert "identifier: no column fits" in said
    part = survey.part("2018")
    assert part.proposed_design is not None and part.proposed_design.id is None
    assert survey.wave_defs["2018"].fieldwork.start == dt.date(2018, 5, 10)


def test_one_remark_names_the_columns_of_one_code(tmp_path: Path) -> None:
    """A file of a hundred questions had a hundred lines of one remark."""
    several = {f"q{i}": drawn([-1, 1, 2, 3, 4], i) for i in range(9)}
    _, said = started_and_told(tmp_path, written(tmp_path / "w.csv", **several), design=NONE)
    assert said.count("the codes -1 stand apart") == 1
    assert "q0, q1, q2, q3, q4, q5 (+ 3): the codes -1 stand apart" in said


@pytest.mark.parametrize("columns", [4, 1])
def test_a_code_of_no_answer_elsewhere_is_none_beside_yes_and_no(
    tmp_path: Path, columns: int
) -> None:
    """-1 was no answer beside 1 to 4, and an answer beside 1 and 2 of the same file."""
    several = {f"q{i}": drawn([-1, 1, 2, 3, 4], i) for i in range(columns)}
    path = written(tmp_path / "w.csv", vote=drawn([-1, 1, 2], 5), side=drawn([-1, 0, 1]), **several)
    survey = started(tmp_path, path, design=NONE)
    codes = [c.code for c in survey.question("vote").scale.codes]  # type: ignore[union-attr]
    assert codes == (["1", "2"] if columns > 2 else ["-1", "1", "2"])
    side = [c.code for c in survey.question("side").scale.codes]  # type: ignore[union-attr]
    assert side == ["-1", "0", "1"], "around a zero it is an answer"


def test_surveymonkey_without_its_respondents_has_two_heads_all_the_same(tmp_path: Path) -> None:
    """The second head was a respondent, and every question one of people's own words."""
    heads = ["How much do you trust public bodies?", "Do you use AI at work?", "", "Your age?"]
    rows = [heads, ["Response", "Response", "Open-Ended Response", "Response"]]
    chosen: list[list[Any]] = [["A lot", "A little"], ["Yes", "No"], ["18-34", "35+"]]
    answers = zip(*map(drawn, chosen), strict=True)
    rows += [[trust, use, "", age] for trust, use, age in answers]
    path = tmp_path / "monkey.csv"
    with path.open("w", encoding="utf-8", newline="") as handle:
        csv.writer(handle).writerows(rows)
    survey, said = started_and_told(tmp_path, path, design=NONE)
    assert "SurveyMonkey export, 90 responses" in said
    assert survey.question("q1").type == "single"
    assert len(survey.question("q1").scale.codes) == 2  # type: ignore[union-attr]


def test_a_draft_of_one_wave_among_several_is_no_first_edition(tmp_path: Path) -> None:
    """Its page said so, where nobody had said yet what the waves share."""
    files = [written(tmp_path / f"w{year}.csv", sex=drawn([1, 2], year)) for year in (2024, 2025)]
    survey = started(tmp_path, *files, design=NONE)
    assert survey.overlap is None
    shown = drafted(survey, "2025", "en")
    alone = drafted(started(tmp_path / "one", files[1], design=NONE), "2025", "en")
    for each, wanted in ((shown, "nothing-says-what-waves-share"), (alone, "the-first-edition")):
        known = Survey.model_validate(each.model_dump())
        naming = cast(Any, SimpleNamespace(survey=known, say=lambda name: name))
        assert wanted in _why_no_change(naming)
