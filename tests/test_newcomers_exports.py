"""Exports of platforms as newcomers bring them: in other languages, with pages and other answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from padai.interchange import Choices, DesignChoice, init_from
from padai.interchange.design_roles import find_design
from padai.interchange.platforms import read_export
from padai.interchange.profiles import profiles
from padai.survey import Survey, load_survey
from padai.waves import read_wave
from padai.waves.intake import read_data_file
from tests.platform_exports import CANARY, write_csv

N = 60
TRUST = ("Much", "Some", "None")


def started(tmp_path: Path, *files: Path) -> Survey:
    init_from(tmp_path / "out", list(files), Choices(design=(DesignChoice(),)))
    return load_survey(next((tmp_path / "out").rglob("survey.yaml")).parent)


def written(folder: Path) -> str:
    files = [p for p in sorted(folder.rglob("*")) if p.is_file()]
    return "\n".join(p.read_bytes().decode("utf-8", "replace") for p in files)


# --- an answer in one's own words is an answer --------------------------------------------


def _own_words(folder: Path, platform: str) -> Path:
    """Lay out 20 people who chose the first option, 20 the second, and 20 wrote another."""
    asked = "Which of these have you used?"
    answers = [["1", "", ""], ["", "1", ""], ["", "", f"own {CANARY}"]]
    if platform == "surveymonkey":
        options = ["Phone", "Website, or an app", "Other (please specify)"]
        head = [
            ["Respondent ID", "Collector ID", "Start Date", asked, "", ""],
            ["", "", "", *options],
        ]
        told = [[options[p] if c == "1" else c for p, c in enumerate(row)] for row in answers]
        rows = [[str(118_000_000_0 + i), "4", "01/02/2024", *told[i % 3]] for i in range(N)]
        return write_csv(folder / "sm-2024.csv", [*head, *rows])
    head = [["id", "submitdate", "lastpage", "chan[A]", "chan[B]", "chan[other]", "interviewtime",
             "groupTime12"]]  # fmt: skip
    told = [[c.replace("1", "Y") for c in row] for row in answers]
    rows = [
        [str(i + 1), "2024-02-01 10:00:00", "3", *told[i % 3], f"{200 + i / 7:.2f}", f"{i / 3:.2f}"]
        for i in range(N)
    ]
    return write_csv(folder / "ls-2024.csv", [*head, *rows])


@pytest.mark.parametrize("platform", ["surveymonkey", "limesurvey"])
def test_who_wrote_another_answer_chose_one(tmp_path: Path, platform: str) -> None:
    """They were blank, in no base: each option had half of the answers, and a third gave it."""
    survey = started(tmp_path, _own_words(tmp_path, platform))
    asked = next(q for q in survey.questions.values() if q.type == "multiple")
    assert len(asked.codes) == 3
    frame = read_wave(survey, "2024").frame
    shares = [frame[f"{asked.id}_{code}"].mean() for code in asked.codes]
    assert shares == pytest.approx([1 / 3, 1 / 3, 1 / 3])


def test_how_long_a_page_took_is_no_question_and_no_weight(tmp_path: Path) -> None:
    """`interviewtime` holds the letters of a weight, and was proposed as one."""
    export = read_export(_own_words(tmp_path, "limesurvey"))
    assert export is not None
    assert {"interviewtime", "groupTime12"} <= set(export.beside)
    table = [[n, f"{1 + i / 97:.3f}"] for i, n in enumerate(range(N))]
    for name in ("interviewtime", "respondent_speed", "newtown", "ingreso_pesos"):
        path = write_csv(tmp_path / f"{name}.csv", [["id", name], *[[str(a), b] for a, b in table]])
        file = read_data_file(path)
        found = find_design(file, profiles(file))
        assert found.roles["weight"].taken is None, name
