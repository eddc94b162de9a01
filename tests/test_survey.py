"""The definition: what loads, and where each fault is said to be."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pydantic import ValidationError

import padai
from padai.errors import DefinitionError
from padai.pipeline.machinery.build_request import refuse_unpublishable
from padai.survey import (
    TO_COMPLETE,
    Condition,
    Net,
    Question,
    Scale,
    Survey,
    Targets,
    Text,
    load_survey,
)
from padai.survey.policies import Methodology
from padai.survey.yaml_files import read_yaml

SURVEY = """\
id: tiny
title: {fr: Essai, en: Trial}
description: {fr: Un essai, en: A trial}
population: {fr: Adultes, en: Adults}
geography: {fr: Ici, en: Here}
sponsor: {fr: Nous, en: Us}
contact: {fr: nous, en: us}
languages: [fr, en]
en: {basis: {fr: essai, en: trial}, approved_by: équipe, date: 2025-01-01}
overlap: none
waves: [2024, 2025]
breakdowns:
  sex: {label: {fr: Genre, en: Gender}, question: sex}
  age_group:
    label: {fr: Âge, en: Age}
    question: age
    groups:
      18-34: {label: {fr: 18 à 34 ans, en: 18 to 34}, min: 18, max: 34}
      35+: {label: {fr: 35 ans et plus, en: 35 and over}, min: 35}
key_results:
  k1: {question: trust, net: trust, label: {fr: C, en: T}, declared: 2024-01-01}
"""
BREAK = """\
overlap: none
breaks:
  - {{id: b, type: mode, date: 2024-09-01, text: {{fr: b, en: b}}, scope: {{{}}}}}
"""
QUESTIONNAIRE = """\
scales:
  confidence:
    codes:
      1: {fr: Tout à fait, en: Completely}
      2: {fr: Plutôt, en: Rather}
      3: {fr: Plutôt pas, en: Rather not}
    missing:
      98: {label: {fr: Je ne sais pas, en: Do not know}, kind: dont_know, in_base: true}
      99: {label: {fr: Refus, en: Refused}, kind: refused}
    nets:
      trust: {label: {fr: Total confiance, en: Total trust}, codes: [1, 2]}
questions:
  trust:
    label: {fr: Confiance, en: Trust}
    wording: {fr: "Faites-vous confiance?", en: "Do you trust?"}
    scale: confidence
    headline_net: trust
  sex:
    label: {fr: Genre, en: Gender}
    wording: {fr: "Genre?", en: "Gender?"}
    scale: {codes: {F: {fr: Femme, en: Woman}, M: {fr: Homme, en: Man}}}
  age: {type: number, label: {fr: Âge, en: Age}, wording: {fr: "Âge?", en: "Age?"}}
"""
WAVE = """\
label: {{fr: édition {year}, en: {year} edition}}
fieldwork: {{start: {year}-05-01, end: {year}-05-21}}
parts:
  main:
    label: {{fr: principal, en: main}}
    population: {{fr: Adultes, en: Adults}}
    mode: online
    sample_type: probability
    supplier: {{fr: A, en: A}}
    file: tiny-{year}.csv
    weighting: {{method: rake, margins: [sex]}}
"""
TARGETS = """\
part,margin,cell,target,status,source,date
main,sex,F,0.51,given,source,2021
main,sex,M,0.49,given,source,2021
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "waves").mkdir()
    (tmp_path / "targets").mkdir()
    (tmp_path / "survey.yaml").write_text(SURVEY, encoding="utf-8")
    (tmp_path / "questionnaire.yaml").write_text(QUESTIONNAIRE, encoding="utf-8")
    for year in ("2024", "2025"):
        (tmp_path / "waves" / f"{year}.yaml").write_text(WAVE.format(year=year), encoding="utf-8")
        (tmp_path / "targets" / f"{year}.csv").write_text(TARGETS, encoding="utf-8")
    return tmp_path


def change(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def refusal(folder: Path) -> str:
    with pytest.raises(DefinitionError) as caught:
        padai.load_survey(folder)
    return str(caught.value)


def test_a_definition_loads_whole(folder: Path) -> None:
    survey = padai.load_survey(folder)
    trust = survey.question("trust")
    assert trust.codes == ("1", "2", "3", "98")
    assert trust.excluded == ("99",)
    assert trust.values["98"] == 98
    assert trust.response_label("trust", "fr") == "Total confiance"
    assert [g.id for g in survey.breakdown("sex").groups] == ["F", "M"]
    assert survey.wave("2025").date.isoformat() == "2025-05-11"
    assert survey.earlier("2025") == ("2024",)
    assert survey.targets("2025").margin("sex").cells == {"F": 0.51, "M": 0.49}
    assert survey.to_complete() == ()


def test_models_do_not_change(folder: Path) -> None:
    survey = padai.load_survey(folder)
    with pytest.raises(ValueError, match="frozen"):
        survey.id = "other"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        (
            "survey.yaml",
            "id: tiny",
            "id: tiny\nid: twice",
            "survey.yaml:2:1: the key 'id' is given twice",
        ),
        ("survey.yaml", "waves: [2024, 2025]", "waves: [2024, 2025", "survey.yaml:1"),
        ("survey.yaml", "waves: [2024, 2025]", "waves: [2024, 2026]", "waves/2026.yaml is missing"),
        ("survey.yaml", "waves: [2024, 2025]", "waves: [2025, 2024]", "order of their fieldwork"),
        ("survey.yaml", "overlap: none", "overlap: nome", "survey.yaml:10:1: overlap"),
        ("survey.yaml", "overlap: none", "overlapp: none", "this key is not known here"),
        ("survey.yaml", "question: sex", "question: sexe", "did you mean 'sex'?"),
        (
            "survey.yaml",
            "net: trust",
            "net: trst",
            "there is no net or code 'trst'; did you mean 'trust'?",
        ),
        ("survey.yaml", "title: {fr: Essai, en: Trial}", "title: &a {fr: Essai}", "anchors"),
        ("survey.yaml", "title: {fr: Essai, en: Trial}", "title: !!python/name:os.x {}", "tag"),
        (
            "survey.yaml",
            "languages: [fr, en]",
            "languages: [en]\nfrench_required: true",
            "French is required",
        ),
        (
            "survey.yaml",
            "languages: [fr, en]",
            "languages: [fr, xx]",
            "'xx' is the tag of no language",
        ),
        ("questionnaire.yaml", "codes: [1, 2]", "codes: [1, 7]", "codes that the scale lacks: 7"),
        (
            "questionnaire.yaml",
            "scale: confidence",
            "scale: confiance",
            "names the scale 'confiance'",
        ),
        (
            "questionnaire.yaml",
            "headline_net: trust",
            "headline_net: mean",
            'its codes have no `score:`. Give each of them one, or write `headline_net: "trust"`',
        ),
        (
            "waves/2025.yaml",
            "end: 2025-05-21",
            "end: 2025-04-21",
            "fieldwork ends on 2025-04-21, before it starts on 2025-05-01; correct",
        ),
        ("waves/2025.yaml", "mode: online", "mode: fax", "or 'mixed'; found: 'fax'"),
        ("waves/2025.yaml", "start: 2025-05-01", "start: 01/05/2025", "found: '01/05/2025'"),
        ("survey.yaml", "declared: 2024-01-01", "declared: soon", "DD; found: 'soon'"),
        ("survey.yaml", "overlap: none", "overlap: none\nsynthetic: oui", "found: 'oui'"),
        ("survey.yaml", "overlap: none", "overlap: none\nasked: [fr]", "did you mean 'asked_in'?"),
        ("waves/2025.yaml", "method: rake", "methode: rake", "did you mean 'method'?"),
        ("survey.yaml", "net: trust", "net: sure", "'sure'; there are 1, 2, 3, 98, trust"),
        (
            "survey.yaml",
            "waves: [2024, 2025]",
            "waves: [2024, 2025, 2025]",
            "'2025' twice; keep one",
        ),
        ("survey.yaml", "min: 18, max: 34", "min: 34, max: 18", "write `min: 18, max: 34`"),
        ("survey.yaml", "overlap: none", BREAK.format("breakdowns: {sex: [X]}"), "group 'X'"),
        ("survey.yaml", "overlap: none", BREAK.format("parts: [phone]"), "part 'phone'"),
        ("survey.yaml", "overlap: none", BREAK.format("breakdowns: {sexe: }"), "breakdown 'sexe'"),
        (
            "survey.yaml",
            "overlap: none",
            "overlap: none\nreport_breakdowns: [age_grp]",
            "there is no breakdown 'age_grp'; did you mean 'age_group'?",
        ),
    ],
)
def test_a_fault_is_said_with_its_place(
    folder: Path, name: str, old: str, new: str, said: str
) -> None:
    change(folder, name, old, new)
    assert said in refusal(folder)


def test_an_item_declared_absent_without_a_reason_is_one_fault() -> None:
    """It is not judged as a text too, which would add two faults that mend nothing."""
    with pytest.raises(ValidationError) as refused:
        Methodology.model_validate({"funder": {"status": "not_applicable"}})
    assert [fault["loc"][-1] for fault in refused.value.errors()] == ["reason"]
    given = Methodology.model_validate({"funder": {"fr": "Le ministère."}, "frame": "à compléter"})
    waiting = Text(fr=TO_COMPLETE, en=TO_COMPLETE)
    assert (given.funder, given.frame) == (Text(fr="Le ministère."), waiting)


def test_a_missing_folder_says_what_to_do(tmp_path: Path) -> None:
    assert "padai init" in refusal(tmp_path / "nowhere")


def test_a_file_that_is_not_utf8(folder: Path) -> None:
    (folder / "survey.yaml").write_bytes("title: é".encode("latin-1"))
    assert "is not UTF-8" in refusal(folder)


def test_words_are_not_booleans(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("a: no\nb: 1:30\nc: true\nd: 012\ne: 2025-01-02\nf: '1'\n", encoding="utf-8")
    content = read_yaml(path).content
    assert content["a"] == "no"
    assert content["b"] == "1:30"
    assert content["c"] is True
    assert content["d"] == "012"
    assert content["e"].isoformat() == "2025-01-02"
    assert content["f"] == "1"


def test_deep_nesting_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("[" * 60 + "]" * 60, encoding="utf-8")
    with pytest.raises(DefinitionError, match="nested"):
        read_yaml(path)


def test_what_is_to_complete_is_listed(folder: Path) -> None:
    change(folder, "survey.yaml", "title: {fr: Essai, en: Trial}", f"title: {TO_COMPLETE}")
    change(folder, "questionnaire.yaml", "{fr: Confiance, en: Trust}", "{fr: Confiance}")
    assert padai.load_survey(folder).to_complete() == ("title", "questions.trust.label")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("main,sex,M,0.49", "main,sex,M,none", "must be a positive number"),
        ("main,sex,M,0.49", "main,sex,M,0", "must be a positive number"),
        ("main,sex,M,0.49", "main,sex,F,0.49", "gives cell 'F' twice"),
        ("part,margin", "part,marge", "lacks the columns margin"),
        ("main,sex", "phone,sex", "has no target for margin 'sex'"),
        ("0.49,given", "0.49,guessed", "write given, interpolated or approximation"),
    ],
)
def test_targets_that_are_wrong(folder: Path, old: str, new: str, said: str) -> None:
    change(folder, "targets/2025.csv", old, new)
    with pytest.raises(DefinitionError, match=said):
        padai.load_survey(folder).targets("2025")


def test_targets_that_do_not_add_up(folder: Path) -> None:
    change(folder, "waves/2025.yaml", "margins: [sex]", "margins: [sex, region]")
    path = folder / "targets" / "2025.csv"
    path.write_text(TARGETS + "main,region,A,0.6,given,s,2021\nmain,region,B,0.5,given,s,2021\n")
    with pytest.raises(DefinitionError, match="do not add up: margin 'sex' sums to 1"):
        padai.load_survey(folder).targets("2025")


def test_a_question_that_says_nothing_possible() -> None:
    text = Text(fr="a", en="a")
    with pytest.raises(ValueError, match="needs a scale"):
        Question(id="q", label=text, wording={"fr": "a"}, type="single")
    with pytest.raises(ValueError, match="takes no scale"):
        Question(
            id="q",
            label=text,
            wording={"fr": "a"},
            type="open",
            scale=Scale(codes={"1": {"fr": "a"}}),
        )
    with pytest.raises(ValueError, match="headline_net"):
        Question(
            id="q",
            label=text,
            wording={"fr": "a"},
            headline_net="x",
            scale=Scale(codes={"1": {"fr": "a"}}),
        )
    with pytest.raises(ValueError, match="either `question` with `codes`"):
        Condition(question="q")


def test_a_rating_has_points_ends_and_scores() -> None:
    scale = Scale(points=(0, 10), ends=({"fr": "aucune"}, {"fr": "totale"}))
    assert [c.code for c in scale.codes] == [str(p) for p in range(11)]
    assert scale.codes[0].label.fr == "0 – aucune"
    assert scale.codes[10].score == 10


def test_a_balance_is_a_net_with_what_is_subtracted() -> None:
    net = Net(id="solde", label=Text(fr="Solde"), codes=[1, 2], minus=[3])
    assert net.is_balance
    assert net.minus == ("3",)


def test_targets_from_a_mapping() -> None:
    targets = Targets.from_mapping({"sex": {"F": 51, "M": 49}}, {"sex": ("X",)})
    assert targets.margin("sex").total == 100
    assert targets.margin("sex").untargeted == ("X",)
    with pytest.raises(DefinitionError, match="no targets for margin 'age'"):
        targets.margin("age")


def in_spanish(folder: Path) -> Survey:
    """The definition, its texts in Spanish alone."""
    for name in ("survey.yaml", "questionnaire.yaml", "waves/2024.yaml", "waves/2025.yaml"):
        path = folder / name
        text = path.read_text(encoding="utf-8")
        text = re.sub(r"\{fr: (\"[^\"]*\"|[^,{}]*), en: (\"[^\"]*\"|[^,{}]*)\}", r"{es: \1}", text)
        text = re.sub(r"\ben: \{basis.*\n", "", text.replace("[fr, en]", "[es]"))
        path.write_text(text, encoding="utf-8")
    return load_survey(folder)


def test_a_survey_may_be_in_a_language_that_is_neither_french_nor_english(folder: Path) -> None:
    survey = in_spanish(folder)
    assert survey.languages == ("es",)
    assert survey.title.get("es") == "Essai"
    assert survey.title.tags == ("es",)
    assert survey.to_complete() == ()
    with pytest.raises(DefinitionError, match="the methodology says nothing of"):
        refuse_unpublishable(survey, "2025")


def test_a_text_in_a_language_that_is_not_listed_is_refused(folder: Path) -> None:
    change(folder, "survey.yaml", "title: {fr: Essai, en: Trial}", "title: {fr: Essai, es: Ensayo}")
    assert "is in 'es', which `languages` does not list" in refusal(folder)


def test_a_text_in_the_second_language_alone_is_to_be_written_in_the_first(folder: Path) -> None:
    change(folder, "survey.yaml", "title: {fr: Essai, en: Trial}", "title: {en: Trial}")
    assert load_survey(folder).to_complete() == ("title",)


@pytest.mark.parametrize("wrong", ["{}", "{fra: Essai}", "{fr: ''}"])
def test_a_text_in_no_language_is_refused(folder: Path, wrong: str) -> None:
    change(folder, "survey.yaml", "title: {fr: Essai, en: Trial}", f"title: {wrong}")
    assert "survey.yaml:2:" in refusal(folder)


def test_texts_come_back_as_they_were_written() -> None:
    for said in ({"fr": "a"}, {"es": "c"}, {"fr": "a", "en": "b", "pt-BR": "d"}):
        text = Text.model_validate(said)
        assert text.model_dump(exclude_none=True) == said
        assert Text.model_validate(text.model_dump(mode="json")) == text
