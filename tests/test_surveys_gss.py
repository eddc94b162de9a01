"""The General Social Survey's definition: it loads, and it says what is in the public files."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pandas as pd
import pyreadstat
import pytest

from padai.survey import Survey, load_survey

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "surveys" / "gss-trust"
CONFIDENCE = [
    *("conarmy", "conbus", "conclerg", "coneduc", "confed", "confinan", "conjudge"),
    *("conlabor", "conlegis", "conmedic", "conpress", "consci", "contv"),
]
WAVES = ("2016", "2018", "2020")


@pytest.fixture(scope="module")
def survey() -> Survey:
    return load_survey(FOLDER)


def _read(survey: Survey, wave_id: str, folder: Path) -> pd.DataFrame:
    frame, _ = pyreadstat.read_sav(folder / survey.part(wave_id).file, user_missing=True)
    return frame


def test_the_definition_is_complete_in_both_languages(survey: Survey) -> None:
    assert survey.waves == WAVES
    assert survey.languages == ("fr", "en")
    assert survey.to_complete() == ()
    for wave_id in WAVES:
        lacking = [k for k, v in survey.disclosure_items(wave_id).items() if v is None]
        assert lacking == []


def test_missing_codes_keep_their_kinds_and_leave_the_base(survey: Survey) -> None:
    question = survey.question("coneduc")
    assert question.codes == ("1", "2", "3")
    kinds = {m.value: m.kind for m in question.missing_codes}
    assert kinds == {-100: "not_asked", -99: "refused", -98: "dont_know", -97: "skipped"}
    assert set(question.excluded) == {"-100", "-99", "-98", "-97"}


def test_the_groups_are_those_of_the_reference_analysis(survey: Survey) -> None:
    reference = json.loads(
        (ROOT / "tests" / "reference" / "gss-trust" / "r-survey.json").read_text(encoding="utf-8")
    )
    by = reference["items"]["coneduc"]["waves"]["2016"]["by"]
    pairs = (("sexf", "sex"), ("deg3", "degree"), ("agegrp", "age_group"))
    for theirs, ours in pairs:
        groups = {group.id for group in survey.breakdown(ours).groups}
        assert groups == set(by[theirs]["level"])


def test_the_change_of_mode_breaks_every_attitude_item_and_nothing_bridges_it(
    survey: Survey,
) -> None:
    (brk,) = survey.breaks
    assert brk.type == "mode"
    assert brk.bridges == ()
    assert survey.wave("2018").date < brk.date <= survey.wave("2020").fieldwork.start
    attitudes = {
        q.id
        for q in survey.questions.values()
        if q.section in ("institutions", "people", "science")
    }
    assert attitudes <= set(brk.scope.questions or ())
    assert not {"sex", "age", "degree", "region"} & set(brk.scope.questions or ())


def test_no_file_of_the_definition_names_a_machine() -> None:
    for path in FOLDER.rglob("*.*"):
        text = path.read_text(encoding="utf-8")
        text = re.sub(r"\A# yaml-language-server: .*\n", "", text)  # where the schema stands
        assert not re.search(r"(/work|/home|/tmp|\.\./|[A-Z]:\\)", text), path.name


@pytest.mark.needs("gss")
@pytest.mark.parametrize("wave_id", WAVES)
def test_the_files_are_those_declared(survey: Survey, gss_dir: Path, wave_id: str) -> None:
    part = survey.part(wave_id)
    raw = (gss_dir / part.file).read_bytes()
    assert hashlib.sha256(raw).hexdigest() == part.sha256
    frame = _read(survey, wave_id, gss_dir)
    assert len(frame) == part.n
    assert frame["respondent"].is_unique


@pytest.mark.needs("gss")
@pytest.mark.parametrize("wave_id", WAVES)
def test_every_column_and_code_is_known(survey: Survey, gss_dir: Path, wave_id: str) -> None:
    frame = _read(survey, wave_id, gss_dir)
    design = {"respondent", "vstrat", "vpsu", "wtssnr"}
    columns = {q.column(wave_id) for q in survey.questions.values()}
    assert set(frame.columns) == design | columns
    for question in survey.questions.values():
        found = set(frame[question.column(wave_id)])
        if question.scale is not None:
            assert found <= set(question.values.values()), question.id
        else:
            low, high = question.range or (2016, 2020)
            stray = {v for v in found if not low <= v <= high}
            assert stray <= {m.value for m in question.missing_codes}, question.id


@pytest.mark.needs("gss")
@pytest.mark.parametrize("wave_id", WAVES)
def test_the_split_ballot_is_the_base(survey: Survey, gss_dir: Path, wave_id: str) -> None:
    frame = _read(survey, wave_id, gss_dir)
    for item in CONFIDENCE:
        base = survey.question(item).base
        assert base is not None
        put_to = frame["ballot"].isin([int(code) for code in base.codes])
        assert ((frame[item] != -100) == put_to).all(), item


@pytest.mark.needs("gss")
def test_people_who_come_back_keep_stratum_and_psu(survey: Survey, gss_dir: Path) -> None:
    first = pd.concat([_read(survey, w, gss_dir) for w in ("2016", "2018")])
    again = _read(survey, "2020", gss_dir).merge(first, on="respondent", suffixes=("", "_first"))
    assert len(again) == 1823
    assert (again["vstrat"] == again["vstrat_first"]).all()
    assert (again["vpsu"] == again["vpsu_first"]).all()
    strata = [set(frame["vstrat"]) for _, frame in first.groupby("wave")]
    assert not strata[0] & strata[1]
