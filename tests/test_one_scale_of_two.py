"""Two questions on one scale, where the next questionnaire brings each other choices."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

import padai
from padai.errors import Said
from padai.interchange import Addition, Choices, DesignChoice, add_wave, init_from
from padai.survey import Survey, load_survey
from padai.validation import validate
from padai.waves import read_delivery, read_wave
from tests.platform_exports import TRUST, N, qsf, qualtrics, write_csv

NONE = (DesignChoice(),)
COURTS = "How much do you trust the courts?"
DEPENDS, NEVER_HEARD = "It depends on the body", "I have never heard of them"


def made(
    folder: Path, wave: str, bodies: list[str], courts: list[str], texts: bool
) -> tuple[Path, Path]:
    """An export and its questionnaire, where everybody says the choices of each in turn."""
    folder.mkdir()
    rows = list(csv.reader(qualtrics(folder, wave, texts=texts).open(encoding="utf-8-sig")))
    at = rows[0].index("trust")
    for place, row in enumerate(rows):
        if place < 3:
            row.append(("courts", COURTS, json.dumps({"ImportId": "QID6"}))[place])
        else:
            first, other = place % len(bodies), place % len(courts)
            row[at] = bodies[first] if texts else str(first + 1)
            row.append(courts[other] if texts else str(other + 1))
    paper = qsf(folder)
    content = json.loads(paper.read_text(encoding="utf-8"))
    asked = content["SurveyElements"]
    asked.append(json.loads(json.dumps(asked[0])))
    asked[-1]["PrimaryAttribute"] = "QID6"
    asked[-1]["Payload"] |= {
        "QuestionID": "QID6",
        "DataExportTag": "courts",
        "QuestionText": COURTS,
    }
    for one, choices in ((asked[0], bodies), (asked[-1], courts)):
        one["Payload"]["Choices"] = {str(i): {"Display": c} for i, c in enumerate(choices, 1)}
        one["Payload"]["ChoiceOrder"] = [str(i) for i in range(1, len(choices) + 1)]
    paper.write_text(json.dumps(content), encoding="utf-8")
    return write_csv(folder / f"qualtrics-{wave}.csv", rows), paper


def begun(folder: Path, texts: bool) -> Survey:
    export, paper = made(folder / "first", "2024", TRUST, TRUST, texts)
    init_from(folder / "surveys" / "mine", [paper], Choices(design=NONE), [export])
    survey = load_survey(folder / "surveys" / "mine")
    scales = [survey.question(q).scale for q in ("trust", "courts")]
    assert scales[0].id and scales[0].id == scales[1].id, "one scale, named by both"
    return survey


def added(survey: Survey, export: Path, paper: Path | None) -> tuple[Addition, Survey, str]:
    said: list[Said] = []
    choices = Choices(design=NONE, tell=said.append)
    done = add_wave(survey.path, export, choices, accept=True, questionnaire=paper)
    return done, load_survey(survey.path), "\n".join(each.en for each in said)


@pytest.mark.parametrize(("texts", "given"), [(True, True), (True, False), (False, True)])
@pytest.mark.parametrize("same", [True, False])
def test_each_takes_its_new_choice_and_the_scale_has_both(
    tmp_path: Path, texts: bool, given: bool, same: bool
) -> None:
    survey = begun(tmp_path, texts)
    bodies = [*TRUST, DEPENDS]
    courts = [*TRUST, DEPENDS if same else NEVER_HEARD]
    export, paper = made(tmp_path / "next", "2025", bodies, courts, texts)
    done, grown, _ = added(survey, export, paper if given else None)
    kinds = {c.name: c.kind for c in done.changes}
    assert kinds["trust"] == "widened"
    assert kinds["courts"] == ("same" if same and not given else "widened")
    scale = grown.question("trust").scale
    assert scale.id == grown.question("courts").scale.id
    codes = {c.label.get("en"): c for c in scale.codes}
    before = survey.question("trust").scale.codes
    assert scale.codes[: len(before)] == before, "what was declared stands"
    assert len(codes) == len(scale.codes) == len(before) + (1 if same else 2)
    wave = read_wave(grown, "2025")
    for name, label, choices in (("trust", DEPENDS, bodies), ("courts", courts[-1], courts)):
        kept = range(3, 3 + N)
        last = sum(place % len(choices) == len(choices) - 1 for place in kept if place < 3 + 35)
        assert (wave.frame[name] == codes[label].value).sum() == last
        assert padai.proportion(wave, name).frame["n_base"].max() == 35
    assert validate(read_delivery(grown, "2025")).ok
