"""A design that a person has to choose: no line that is pasted forgets the weight."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import padai
from padai.cli import main
from padai.errors import DefinitionError
from padai.interchange import Choices, confirm_designs, init_from, parse_design
from padai.survey import Survey, load_survey
from padai.survey.lacking import lacking
from padai.waves import read_wave
from tests.strangers import african, sav, tagged


@pytest.fixture
def survey(tmp_path: Path) -> Survey:
    """Two rounds of which each file has two weights."""
    house = african(tmp_path)
    init_from(tmp_path / "surveys" / "african", house.files, Choices())
    return load_survey(tmp_path / "surveys" / "african")


def wave_file(survey: Survey, wave: str) -> Path:
    return survey.path / "waves" / f"{wave}.yaml"


def pasted(survey: Survey, wave: str, line: str) -> Survey:
    path = wave_file(survey, wave)
    text = path.read_text(encoding="utf-8")
    assert text.count("design: à confirmer") == 1
    path.write_text(text.replace("design: à confirmer", line), encoding="utf-8")
    return load_survey(survey.path)


def test_each_choice_is_offered_as_a_line(survey: Survey) -> None:
    with pytest.raises(DefinitionError) as refused:
        read_wave(survey, "2022")
    said = [row.strip() for row in refused.value.texts["en"].splitlines() if "design: {" in row]
    assert said == [
        'design: {id: "RESPNO", weight: "withinwt", psu: "EANUMB"}',
        'design: {id: "RESPNO", weight: "Combinwt", psu: "EANUMB"}',
    ]
    wave = read_wave(pasted(survey, "2022", said[0]), "2022")
    assert wave.design.weight == "withinwt"


def test_a_line_without_the_weight_is_refused_while_the_file_offers_two(survey: Survey) -> None:
    grown = pasted(survey, "2022", 'design: {id: "RESPNO", psu: "EANUMB"}')
    with pytest.raises(DefinitionError, match=r"weight: withinwt, Combinwt.*names none of them"):
        read_wave(grown, "2022")
    path = wave_file(grown, "2022")
    kept = [
        row for row in path.read_text("utf-8").splitlines() if not row.startswith("    undecided:")
    ]
    path.write_text("\n".join(kept) + "\n", encoding="utf-8")
    assert read_wave(load_survey(grown.path), "2022").design.weight is None


def test_the_list_of_what_is_lacking_gives_the_choice(survey: Survey) -> None:
    line = next(each.line for each in lacking(survey) if each.line.startswith("design:"))
    assert "weight: withinwt | Combinwt" in line


def test_choices_are_no_part_of_what_a_store_keeps(survey: Survey) -> None:
    assert survey.part("2022").undecided == {"weight": ("withinwt", "Combinwt")}
    assert "undecided" not in survey.part("2022").model_dump()


def test_designs_are_confirmed_in_every_wave_at_once(tmp_path: Path) -> None:
    house = tagged(tmp_path)
    init_from(tmp_path / "surveys" / "tagged", house.files, Choices())
    folder = tmp_path / "surveys" / "tagged"
    written = confirm_designs(folder, [parse_design("proposed")])
    assert [p.name for p in written] == ["2020.yaml", "2024.yaml"]
    grown = load_survey(folder)
    for wave in grown.waves:
        design = read_wave(grown, wave).design
        assert (design.id, design.weight, design.stratum, design.psu) == (
            "caseid",
            "wtssps",
            ("vstrat",),
            ("vpsu",),
        )
    assert confirm_designs(folder, [parse_design("proposed")]) == (), "and stays as it is"


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        (
            "proposed",
            r"wave 2019: nothing decides which column has a role.*weight.*--design 2019:proposed,weight",
        ),
        ("2030:proposed", "names the wave '2030'"),
    ],
)
def test_what_a_choice_leaves_open_is_written_nowhere(
    survey: Survey, choice: str, said: str
) -> None:
    before = [wave_file(survey, w).read_bytes() for w in survey.waves]
    with pytest.raises(DefinitionError, match=said):
        confirm_designs(survey.path, [parse_design(choice)])
    assert [wave_file(survey, w).read_bytes() for w in survey.waves] == before


def test_a_wave_may_be_confirmed_by_itself(survey: Survey) -> None:
    choices = [parse_design("2019:proposed,weight=Combinwt"), parse_design("weight=withinwt")]
    confirm_designs(survey.path, choices)
    grown = load_survey(survey.path)
    assert read_wave(grown, "2019").design.weight == "Combinwt"
    assert read_wave(grown, "2019").design.psu == ("EANUMB",)
    assert read_wave(grown, "2022").design.weight == "withinwt"
    assert read_wave(grown, "2022").design.psu == (), "the columns named, and no other"


def test_a_draft_is_drawn_under_the_design_that_a_person_gives(
    survey: Survey, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = str(survey.path)
    chosen = ["--design", "proposed,weight=withinwt"]
    with pytest.raises(SystemExit) as ended:
        main(["build", folder, *chosen, "--lang", "en"])
    assert ended.value.code == 2
    assert "--design goes with --draft" in capsys.readouterr().err
    with pytest.raises(SystemExit) as ended:
        main(["build", folder, "--draft", *chosen, "--lang", "en"])
    told = capsys.readouterr()
    assert ended.value.code in (0, None), told.err
    assert "Design confirmed:" in told.err and "waves/2022.yaml" in told.err
    report = survey.path.parents[1] / "drafts/african/2022/en/report-draft.html"
    assert report.is_file()


def replicated(folder: Path) -> Path:
    """A file with a weight, 40 replicates of it, and nothing that says how they were made."""
    rng = np.random.default_rng(7)
    n = 200
    weight = rng.uniform(0.5, 1.5, n)
    weight *= n / weight.sum()
    frame = pd.DataFrame(
        {
            "caseid": np.arange(1.0, n + 1),
            "trust": rng.choice([1.0, 2.0, 3.0], n),
            "wtfinal": weight,
            **{f"repwt{i}": weight * rng.choice([0.5, 1.5], n) for i in range(1, 41)},
        }
    )
    labels = {"caseid": "Case identifier", "trust": "Trust in courts", "wtfinal": "Final weight"}
    return sav(
        folder / "panel2022.sav", frame, labels, trust={1.0: "A lot", 2.0: "Some", 3.0: "No"}
    )


def test_replicate_weights_are_asked_about(tmp_path: Path) -> None:
    path = replicated(tmp_path)
    with pytest.raises(DefinitionError, match="40 columns repwt… are replicate weights"):
        init_from(tmp_path / "a" / "x", [path], Choices(design=(parse_design("proposed"),)))
    folder = tmp_path / "surveys" / "panel"
    init_from(folder, [path], Choices())
    survey = load_survey(folder)
    assert list(survey.questions) == ["trust"], "a replicate is no question"
    with pytest.raises(DefinitionError) as refused:
        read_wave(survey, "2022")
    line = next(r.strip() for r in refused.value.texts["en"].splitlines() if "design: {" in r)
    assert 'weight: "wtfinal", replicates: {kind: …, prefix: "repwt"}' in line
    with pytest.raises(DefinitionError):
        pasted(survey, "2022", line)
    path = wave_file(survey, "2022")
    path.write_text(path.read_text("utf-8").replace("kind: …", "kind: brr"), encoding="utf-8")
    wave = read_wave(load_survey(folder), "2022")
    assert wave.design.replicates is not None
    frame = padai.proportion(wave, "trust").frame
    values, weights = wave.frame["trust"].to_numpy(), wave.weights
    whole = weights[values == 1].sum() / weights.sum()
    each = [
        w[values == 1].sum() / w.sum()
        for w in (wave.frame[f"repwt{i}"].to_numpy() for i in range(1, 41))
    ]
    by_hand = np.sqrt(np.mean((np.array(each) - np.mean(each)) ** 2))
    assert frame["estimate"].iloc[0] == pytest.approx(whole, abs=1e-12)
    assert frame["std_error"].iloc[0] == pytest.approx(by_hand, rel=1e-9)


def test_replicates_may_be_left_aside_by_name(tmp_path: Path) -> None:
    folder = tmp_path / "surveys" / "panel"
    choice = parse_design("id=caseid,weight=wtfinal")
    init_from(folder, [replicated(tmp_path)], Choices(design=(choice,)))
    assert read_wave(load_survey(folder), "2022").design.replicates is None
