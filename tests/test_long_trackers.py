"""What a tracker's earlier waves cost: nothing is worked out twice, and nothing for nobody."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pandas as pd
import pytest

import padai
from padai import Wave, load_survey, validate
from padai.disclosure import QuestionAnswers, Records, Response, linked, repeats
from padai.errors import FindingsError
from padai.interchange import DesignChoice
from padai.pipeline.parts import preparation
from padai.pipeline.tables.aggregation import tables_of
from padai.survey import Survey
from padai.validation import redelivery
from padai.waves import intake, read_delivery
from padai.waves.readers import several_files
from padai.waves.text_files import parse_cells
from tests.builders import mini, respondents
from tests.starting import started
from tests.strangers import sav

WAVES = ("2022", "2023", "2024", "2025")
QUESTIONS = 14
PEOPLE = 300


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tracker of four waves that ask enough for rows of one to be looked for in another."""
    said = "{label: {fr: Q, en: Q}, wording: {fr: Q?, en: Q?}, scale: confidence}"
    asked = "".join(f"  q{k}: {said}\n" for k in range(QUESTIONS))
    rows = {}
    for place, wave in enumerate(WAVES):
        rng = np.random.default_rng(place)
        answers = {f"q{k}": rng.choice([1.0, 2, 3, 4], PEOPLE) for k in range(QUESTIONS)}
        rows[wave] = respondents(PEOPLE, place + 1, 1 + 1000 * place, **answers)
    made = tmp_path_factory.mktemp("tracker")
    return mini(made, rows, replace={"\nquestions:\n": f"\nquestions:\n{asked}"}, waves=WAVES)


@pytest.fixture(scope="module")
def survey(folder: Path) -> Survey:
    return load_survey(folder)


def quiet(*_said: object) -> None:
    return None


def test_a_build_looks_for_findings_of_its_own_wave_alone(
    survey: Survey, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of earlier waves nothing is told: only what stops them is looked for."""
    seen: list[str] = []

    def noted(wave: Any, **given: Any) -> Any:
        seen.append(wave.id)
        return validate(wave, **given)

    monkeypatch.setattr(preparation, "validate", noted)
    ready = preparation.prepare(survey, "2025", "main", None, quiet)
    assert seen == ["2025", "2025"]
    assert [wave.id for wave in ready.waves] == list(WAVES)
    assert [found.stage for found in ready.findings] == ["delivered", "weighted"]


def test_an_earlier_wave_that_is_stopped_is_told_of_as_ever(folder: Path, tmp_path: Path) -> None:
    """With all of its findings, in the words of validation."""
    rows = {
        wave: pd.read_csv(folder / "data" / f"m{wave}.csv").assign(
            q0=77.0 if wave == "2023" else 1.0
        )
        for wave in WAVES
    }
    text = (folder / "questionnaire.yaml").read_text(encoding="utf-8")
    survey_folder = mini(tmp_path, rows, waves=WAVES)
    (survey_folder / "questionnaire.yaml").write_text(text, encoding="utf-8")
    survey = load_survey(survey_folder)
    with pytest.raises(FindingsError) as raised:
        preparation.prepare(survey, "2025", "main", None, quiet)
    earlier = read_delivery(survey, "2022", "main").wave()
    found = validate(read_delivery(survey, "2023", "main"), earlier=[earlier])
    assert not found.ok
    assert str(raised.value) == found.summary("en")


def test_rows_are_hashed_once_for_all_that_they_are_set_against(
    survey: Survey, monkeypatch: pytest.MonkeyPatch
) -> None:
    hashed: Counter[int] = Counter()
    kept: list[Any] = []
    keys = redelivery.row_keys

    def counted(frame: Any, *given: Any) -> Any:
        kept.append(frame)  # no other object takes its number meanwhile
        hashed[id(frame)] += 1
        return keys(frame, *given)

    monkeypatch.setattr(redelivery, "row_keys", counted)
    before = [read_delivery(survey, wave, "main").wave() for wave in WAVES[:-1]]
    assert all(isinstance(wave, Wave) for wave in before)
    last = read_delivery(survey, WAVES[-1], "main")
    assert "redelivered_rows" in validate(last, earlier=before).passed
    assert len(hashed) == len(WAVES) and set(hashed.values()) == {1}


@pytest.fixture(scope="module")
def private(tmp_path_factory: pytest.TempPathFactory) -> Survey:
    """A tracker of which two waves have few who gave an answer to a sensitive question."""
    said = "{label: {fr: Q, en: Q}, wording: {fr: Q?, en: Q?}, scale: confidence}"
    asked = f"  p0: {said[:-1]}, sensitive: true}}\n  p1: {said}\n"
    rows = {}
    for place, wave in enumerate(WAVES):
        answers = np.resize([1.0, 2.0, 3.0, 4.0], PEOPLE)
        if wave in ("2023", "2025"):
            answers = np.where(np.arange(PEOPLE) < 3, 4.0, np.resize([1.0, 2.0, 3.0], PEOPLE))
        shuffled = np.random.default_rng(place).permutation(answers)
        rows[wave] = respondents(PEOPLE, place + 1, 1 + 1000 * place, p0=shuffled, p1=answers)
    made = tmp_path_factory.mktemp("private")
    replace = {"\nquestions:\n": f"\nquestions:\n{asked}"}
    return load_survey(mini(made, rows, replace=replace, waves=WAVES))


def test_tables_are_joined_once_where_a_cell_is_withheld_and_questions_compared_once(
    private: Survey, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For who withholds and who audits, and before and after more is withheld."""
    joined: list[Records] = []
    compared: list[Records] = []
    joint, found = linked.Joint, repeats._repeated

    def joining(records: Records, *given: Any) -> Any:
        joined.append(records)
        return joint(records, *given)

    def comparing(figures: Any, records: Records, least: int) -> Any:
        compared.append(records)
        return found(figures, records, least)

    monkeypatch.setattr(linked, "Joint", joining)
    monkeypatch.setattr(repeats, "_repeated", comparing)
    ready = preparation.prepare(private, "2025", "main", None, quiet)
    trends = tables_of(private, "2025", {"main": ready}, quiet)["trends"]
    hidden = trends[trends["flag"].eq("x")]
    assert set(hidden["wave"]) == {"2023", "2025"} and "p0" in set(hidden["question"])
    assert len({id(each) for each in joined}) == len(joined) == 2
    assert len({id(each) for each in compared}) == len(compared) == len(WAVES)


@pytest.mark.parametrize("other", ["rows", "people", "survey"])
def test_joint_tables_are_those_of_the_same_rows_and_people(
    other: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(linked, "_joints", lambda figures, records: {w: object() for w in records})
    keys = {"wave": np.array(["2025"], dtype=object), "question": np.array(["q"], dtype=object)}
    survey, records, kept = object(), {"2025": object()}, linked.Joints()
    figures: Any = SimpleNamespace(survey=survey, keys=keys)
    first = kept.of(figures, records, ["2025"])["2025"]  # type: ignore[arg-type]
    same: Any = SimpleNamespace(survey=survey, keys={n: v.copy() for n, v in keys.items()})
    assert kept.of(same, records, ["2025"])["2025"] is first  # type: ignore[arg-type]
    changed: Any = SimpleNamespace(
        survey=object() if other == "survey" else survey,
        keys=keys | {"question": np.array(["r"], dtype=object)} if other == "rows" else keys,
    )
    people: Any = {**records} if other == "people" else records
    assert kept.of(changed, people, ["2025"])["2025"] is not first


@pytest.mark.parametrize("seed", range(6))
def test_questions_that_are_one_are_found_however_late_they_differ(seed: int) -> None:
    """As by comparing everybody's answers to each pair of questions."""
    rng = np.random.default_rng(seed)
    people, codes = 200, ("1", "2", "3")
    first = rng.integers(-1, 3, people)
    first[-1] = 0
    late, gone = first.copy(), first.copy()
    late[-1] = 1
    gone[rng.choice(people - 1, 9, replace=False)] = -1
    early = np.where(np.arange(people) < 2, 2, first)
    answers = {"a": first, "b": late, "c": gone, "d": early, "e": rng.integers(-1, 3, people)}
    answers |= {"f": np.full(people, -1), "g": np.where(np.arange(people) < 70, -1, first)}
    responses = {
        code: Response(0, np.eye(3)[k], np.ones(3, dtype=bool)) for k, code in enumerate(codes)
    }
    records = Records(
        {
            name: QuestionAnswers(given[:, None].astype(np.intp), responses)
            for name, given in answers.items()
        },
        {},
        np.ones(people),
    )
    questions = {n: SimpleNamespace(id=n, type="single", codes=codes) for n in answers}
    figures: Any = SimpleNamespace(survey=SimpleNamespace(questions=questions))
    found = [(one, two) for one, two, _ in repeats._repeated(figures, records, 10)]
    expected = [
        (one, two)
        for one, two in combinations(answers, 2)
        if (both := (answers[one] >= 0) & (answers[two] >= 0)).sum() >= 10
        and (answers[one] == answers[two])[both].all()
    ]
    assert found == expected
    assert ("a", "c") in found and ("a", "g") in found and ("a", "b") not in found


@pytest.mark.parametrize(
    ("cells", "known", "comma", "values", "kind"),
    [
        (["1", "2", "1"], {}, False, [1, 2, 1], "int64"),
        (["1", None, " 2 "], {}, False, [1.0, np.nan, 2.0], "float64"),
        (["1", "2.5"], {}, False, [1.0, 2.5], "float64"),
        (["1,5", "2"], {}, True, [1.5, 2.0], "float64"),
        ([None, None], {}, False, [np.nan, np.nan], "float64"),
        ([], {}, False, [], "int64"),
        (["F", "M", None], {}, False, ["F", "M", np.nan], "str"),
        (["oui", "1", None], {}, False, ["oui", 1, np.nan], "object"),
        (["A", "7"], {"A": 1, "7": 7}, False, [1, 7], "int64"),
        (
            ["9007199254740993", "1"],
            {"9007199254740993": 2**53 + 1},
            False,
            [2**53 + 1, 1],
            "int64",
        ),
    ],
)
def test_cells_become_values(
    cells: list[str | None],
    known: dict[str, int | float | str],
    comma: bool,
    values: list[Any],
    kind: str,
) -> None:
    column = pd.Series(cells, dtype="str", name="q", index=range(3, 3 + len(cells)))
    found = parse_cells(column, known, comma)
    assert (
        str(found.dtype) == kind and found.name == "q" and list(found.index) == list(column.index)
    )
    assert [v if v == v else None for v in found] == [v if v == v else None for v in values]


def test_a_file_of_several_waves_is_read_once_for_all_of_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A trend over 35 waves of one file read it 35 times: half of its time."""
    rng = np.random.default_rng(1)
    frame = pd.DataFrame(
        {"id": np.arange(1.0, 301), "year": np.repeat([2019.0, 2020.0, 2021.0], 100)}
    )
    frame["trust"] = rng.choice([1.0, 2.0], 300)
    path = sav(tmp_path / "all.sav", frame, {"trust": "Trust"}, trust={1.0: "Yes", 2.0: "No"})
    survey = started(tmp_path, path, wave_column="year", design=(DesignChoice(proposed=True),))
    asked: list[str] = []
    run = intake.run_readers
    monkeypatch.setattr(
        intake, "run_readers", lambda p, *more: asked.append(p.name) or run(p, *more)
    )
    with several_files():
        waves = [padai.read_wave(survey, each) for each in survey.waves]
    assert asked == ["all.sav"]
    assert [w.id for w in waves] == ["2019", "2020", "2021"]
    alone = padai.read_wave(survey, "2021")
    assert asked == ["all.sav", "all.sav"], "outside of the block nothing is kept"
    pd.testing.assert_frame_equal(alone.frame, waves[-1].frame)
