"""A wave delivered after a later one: it takes its place by its fieldwork, and nothing else moves."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import padai
from padai.cli import main
from padai.errors import DefinitionError, Said
from padai.interchange import Addition, Choices, DesignChoice, add_wave, init_from, parse_design
from padai.survey import Survey, load_survey
from padai.validation import validate
from padai.waves import read_delivery, read_wave, stack
from tests.platform_exports import made
from tests.test_add_wave import SAME, asked, in_rotation, state, without_module
from tests.test_growing_files import years
from tests.test_intake_of_strangers import PROPOSED, SCALE, TURNED, started, write


@pytest.fixture
def survey(tmp_path: Path) -> Survey:
    """2009 and 2012, with a question that 2012 asks for the first time."""
    files = [
        write(tmp_path / "w2009.sav", asked(1).drop(columns="p3")),
        write(tmp_path / "w2012.sav", asked(3)),
    ]
    return started(tmp_path, *files, **PROPOSED)


def added(
    survey: Survey, folder: Path, year: int, frame: pd.DataFrame, **values: Any
) -> tuple[Addition, Survey, str]:
    said: list[Said] = []
    choices = Choices(design=SAME.design, tell=said.append)
    done = add_wave(
        survey.path, write(folder / f"w{year}.sav", frame, **values), choices, accept=True
    )
    return done, load_survey(survey.path), "\n".join(each.en for each in said)


def test_it_stands_between_its_neighbours_and_goes_with_both(
    tmp_path: Path, survey: Survey
) -> None:
    before = state(survey.path)
    done, grown, said = added(survey, tmp_path, 2011, asked(2))
    assert grown.waves == ("2009", "2011", "2012")
    assert "takes its place between 2009 and 2012" in said
    assert {c.kind for c in done.changes} == {"same"}, "p3 is as in 2012"
    assert grown.question("p3").waves == ("2011", "2012")
    assert grown.question("p1").waves is None
    after = state(survey.path)
    moved = {name for name in before if after[name] != before[name]}
    assert moved == {"survey.yaml", "questionnaire.yaml"}, "declared waves and data stay"
    assert validate(read_delivery(grown, "2011"), earlier=[read_wave(grown, "2009")]).ok
    series = stack([read_wave(grown, w) for w in grown.waves], overlap="respondent")
    found = padai.trend(series, "p2").frame
    assert list(found["wave"].astype(str).unique()) == ["2009", "2011", "2012"]


def test_a_scale_that_turned_over_in_it_alone_is_read_by_its_labels(
    tmp_path: Path, survey: Survey
) -> None:
    frame = asked(2)
    done, grown, _ = added(survey, tmp_path, 2011, frame, p1=TURNED)
    assert {c.name for c in done.of("turned")} == {"p1"}
    shares = padai.proportion(read_wave(grown, "2011"), "p1").frame
    mucha = frame.loc[frame["p1"] == 4.0, "pond"].sum() / frame["pond"].sum()
    assert shares.loc[shares["response"] == "1", "estimate"].item() == pytest.approx(mucha)


def test_the_oldest_of_all_comes_first_and_lacks_what_came_later(
    tmp_path: Path, survey: Survey, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path / "w2004.sav", asked(2).drop(columns=["p2", "p3"]))
    with pytest.raises(SystemExit, match="0"):
        main(["add-wave", str(survey.path), str(path), "--design", "same", "--accept", "--lang=en"])
    said = capsys.readouterr().out
    assert "it comes first, and is compared with 2009" in " ".join(said.split())
    assert "Not asked yet: 1" in said and "p2: 'p2' is not there yet" in said
    grown = load_survey(survey.path)
    assert grown.waves == ("2004", "2009", "2012")
    assert grown.question("p2").waves == ("2009", "2012")
    assert grown.question("p3").waves == ("2012",)


def test_a_module_keeps_the_order_of_waves(tmp_path: Path) -> None:
    files = [write(tmp_path / f"w{y}.sav", asked(y)) for y in (2009, 2012)]
    survey = in_rotation(started(tmp_path, *files, **PROPOSED), '["2009", "2012"]')
    done, grown, _ = added(survey, tmp_path, 2011, asked(2))
    assert {c.kind for c in done.changes} == {"same"}
    assert grown.question("p3").waves == ("2009", "2011", "2012")
    done, grown, _ = added(grown, tmp_path, 2010, without_module(5))
    assert {c.name for c in done.of("resting")} == {"p3", "m"}
    assert grown.question("p3").waves == ("2009", "2011", "2012")


def test_a_break_that_stands_on_the_wrong_side_is_told_with_its_line(
    tmp_path: Path, survey: Survey
) -> None:
    """p1 turned over between 2009 and 2012; the break was dated 2012, and 2011 is turned over."""
    for path in (tmp_path / "w2012.sav", survey.path / "data" / "w2012.sav"):
        write(path, asked(3), p1=TURNED)
    head = survey.path / "survey.yaml"
    brk = (
        "breaks:\n  - {id: turned, type: wording, date: 2012-01-01, text: {es: Escala}, "
        "scope: {questions: [p1]}}\n"
    )
    head.write_text(head.read_text(encoding="utf-8") + brk, encoding="utf-8")
    _, _, said = added(survey, tmp_path, 2011, asked(2), p1=TURNED)
    assert "break 'turned' (2012-01-01) puts 2011 beside 2009, but p1 are as in 2012" in said
    assert "write date: 2011-01-01 for it in survey.yaml" in said


@pytest.mark.parametrize("wrong", ["like", "without dates"])
def test_a_place_that_nothing_tells_is_refused(tmp_path: Path, survey: Survey, wrong: str) -> None:
    path = write(tmp_path / "w2011.sav", asked(2))
    said, choices = "like wave 2009", SAME
    if wrong == "like":
        path = path.rename(tmp_path / "w2009b.sav")
        choices = Choices(design=SAME.design, wave_ids={path: "other"})
    else:
        said = "nothing says whether 2010 came before or after"
        done = add_wave(survey.path, write(tmp_path / "w2010.sav", asked(4)), SAME, accept=True)
        assert done.before == "2012"
        wave = survey.path / "waves" / "2010.yaml"
        lines = wave.read_text(encoding="utf-8").split("\n")
        lines = [
            "fieldwork: à confirmer" if line.startswith("fieldwork") else line for line in lines
        ]
        wave.write_text("\n".join(lines), encoding="utf-8")
    before = state(survey.path)
    with pytest.raises(DefinitionError, match=said):
        add_wave(survey.path, path, choices, accept=True)
    assert state(survey.path) == before


def test_an_earlier_export_takes_its_place(tmp_path: Path) -> None:
    (one, other), _ = made(tmp_path / "in", "google")
    choices = Choices(design=(DesignChoice(),))
    init_from(tmp_path / "surveys" / "mine", [other], choices)
    done = add_wave(tmp_path / "surveys" / "mine", one, choices, accept=True)
    grown = load_survey(tmp_path / "surveys" / "mine")
    assert grown.waves == ("2024", "2025") and done.before == "2025"
    assert {c.kind for c in done.changes} == {"same"}
    assert validate(read_delivery(grown, "2024")).ok


def test_a_cumulative_file_that_grew_backwards_gives_its_oldest_wave(tmp_path: Path) -> None:
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
    first = write(tmp_path / "first" / "acumulado.sav", years(2017, 2019))
    survey = started(tmp_path, first, wave_column="ano", design=PROPOSED["design"])
    longer = write(tmp_path / "second" / "acumulado.sav", years(2016, 2017, 2019))
    done = add_wave(survey.path, longer, SAME, accept=True)
    assert (done.wave_id, done.before) == ("2016", "2017")
    assert all(rows.same for rows in done.earlier)
    assert load_survey(survey.path).waves == ("2016", "2017", "2019")


@pytest.mark.parametrize(
    ("values", "waves"),
    [
        (("2009/10", "2011/12"), ("2009-10", "2011-12")),
        (("2009-10", "2010-11"), ("2009-10", "2010-11")),
        (("Vague 1", "Vague 2"), ("Vague-1", "Vague-2")),
    ],
)
def test_waves_are_called_as_the_file_calls_them(
    tmp_path: Path, values: tuple[str, str], waves: tuple[str, str]
) -> None:
    """They were v-2009-10, which nobody says."""
    frames = [asked(i + 1).assign(yr=value) for i, value in enumerate(values)]
    path = tmp_path / "all.csv"
    pd.concat(frames).to_csv(path, index=False)
    choices = {"design": (parse_design("weight=pond,id=folio"),)}
    survey = started(tmp_path, path, wave_column="yr", **choices)
    assert survey.waves == waves
    assert len(read_wave(survey, waves[1])) == len(frames[1])


def test_a_label_that_changed_alone_is_told_with_what_joins_the_question(
    tmp_path: Path, survey: Survey
) -> None:
    """Another label and another scale were told in one breath, and no line would join them."""
    labels = {"p1": "Confianza en la prensa escrita y digital del país"}
    path = write(tmp_path / "w2015.sav", asked(7), labels)
    done = add_wave(survey.path, path, SAME, accept=True)
    (told,) = [c.said.en for c in done.of("changed") if c.name == "p1"]
    assert "'p1' has the same scale and another label" in told
    assert 'add "2015" to its waves:' in told
    form = survey.path / "questionnaire.yaml"
    text = form.read_text(encoding="utf-8")
    form.write_text(
        text.replace('waves: ["2009", "2012"]', 'waves: ["2009", "2012", "2015"]'), encoding="utf-8"
    )
    grown = load_survey(survey.path)
    assert len(padai.proportion(read_wave(grown, "2015"), "p1").frame)


def test_a_weight_that_nobody_takes_is_listed_and_used_nowhere(tmp_path: Path) -> None:
    """Its column was in no list of the wave's file, which its own validation then refused."""
    survey = started(tmp_path, write(tmp_path / "w2009.sav", asked(1)), design=(DesignChoice(),))
    path = write(tmp_path / "w2012.sav", asked(3).rename(columns={"pond": "weight2"}))
    add_wave(survey.path, path, Choices(design=(DesignChoice(),)), accept=True)
    grown = load_survey(survey.path)
    assert "weight2" in grown.part("2012").other_columns
    assert validate(read_delivery(grown, "2012")).ok


def test_a_scale_of_other_answers_is_told_by_them(tmp_path: Path, survey: Survey) -> None:
    """“Another label, or another scale” did not say which, nor what was other in it."""
    frame = asked(7)
    frame.loc[frame.index[:20], "p1"] = 9.0
    gone = max(code for code in SCALE if code < 5)
    left = {code: text for code, text in SCALE.items() if code != gone}
    frame["p1"] = frame["p1"].replace(gone, 1.0)
    path = write(tmp_path / "w2015.sav", frame, p1={**left, 9.0: "No conoce"})
    done = add_wave(survey.path, path, SAME, accept=False)
    (told,) = [c.said.en for c in done.of("changed") if c.name == "p1"]
    assert told == f"'p1' has another scale (answers of one wave only: {gone:g}, 9)"
