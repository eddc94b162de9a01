"""What an archive is given: enough records alike, nothing that points to a person, all of it signed for."""

from __future__ import annotations

import dataclasses
import json
import re
from pathlib import Path

import numpy as np
import pandas as pd
import pyreadstat
import pytest
from lxml import etree, html

from padai.errors import DefinitionError, PublicationError
from padai.interchange import init_example
from padai.numerics.anonymity import BLANK, blank_rare, class_sizes
from padai.pipeline.parts.preparation import Prepared, prepare
from padai.pipeline.tables.deposit import WEIGHT, _groups_of, anonymised, write_checksums
from padai.publishing.basis.numbers import Numbers
from padai.publishing.products.deposit.documents import write_deposit_documents
from padai.store import open_store
from padai.survey import load_survey
from padai.survey.deposit import Deposit
from padai.waves import Wave
from padai.words import say
from tests.languages_tried import example_in
from tests.publishing_store import make_store
from tests.test_ddi_schema import SCHEMA, faults

DDI = "{ddi:codebook:2_5}"
DECIDED = {
    "purpose": {"fr": "recherche", "en": "research"},
    "supervisor": {"fr": "responsable", "en": "officer"},
    "decided": "2025-01-01",
}


def _deposit(**named: object) -> Deposit:
    return Deposit.model_validate(
        {
            "questions": ["trust_services", "trust_data"],
            "profile": ["age_group", "education"],
            **DECIDED,
            **named,
        }
    )


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    folder = tmp_path_factory.mktemp("deposit")
    init_example(folder)
    survey = load_survey(folder / "surveys" / "example")
    return prepare(survey, "2025", "main", None, lambda text: None)


def test_the_file_holds_groups_answers_and_a_weight_of_ten_alone(
    ready: Prepared, tmp_path: Path
) -> None:
    made = anonymised(ready.last, _deposit())
    sav, text = made.write(tmp_path)
    frame, meta = pyreadstat.read_sav(str(sav), user_missing=True)
    assert list(frame) == ["age_group", "education", "trust_services", "trust_data", WEIGHT]
    assert meta.variable_value_labels["age_group"][1.0] == "18 à 34 ans"
    assert len(frame) == len(ready.last)
    pd.testing.assert_frame_equal(frame, pd.read_csv(text), check_dtype=False)
    assert not re.search(r"\.0(,|$)", text.read_text(encoding="utf-8"), re.MULTILINE)
    # by hand: the same answers as in the wave, in another order
    wave = ready.last.frame["trust_services"].value_counts(dropna=False).to_dict()
    assert frame["trust_services"].value_counts(dropna=False).to_dict() == wave
    assert frame.equals(frame.sort_values(list(frame), kind="stable", ignore_index=True))


def test_every_profile_is_shared_and_what_was_blanked_is_counted(ready: Prepared) -> None:
    least = 40
    made = anonymised(ready.last, _deposit(least_alike=least))
    traits = made.frame[["age_group", "education"]]
    assert traits.groupby(list(traits), dropna=False).size().min() >= least
    assert made.facts["smallest_after"] >= least
    for trait, count in made.facts["blanked"].items():
        unknown = int((ready.last.codes(trait).codes < 0).sum())
        assert count == traits[trait].isna().sum() - unknown
    assert sum(made.facts["blanked"].values()) > 0


def test_what_is_measured_is_what_a_reader_of_the_file_counts(ready: Prepared) -> None:
    """How many were alone before is one equation more of who was blanked: a file told two so."""
    made = anonymised(ready.last, _deposit(least_alike=40))
    profile = made.frame[["age_group", "education"]].fillna(BLANK)
    sizes = class_sizes(profile.to_numpy(dtype=np.intp))
    weighed = made.frame.groupby(["age_group", "education", WEIGHT], dropna=False).size()
    assert {name: value for name, value in made.facts.items() if isinstance(value, int)} == {
        "records": len(profile),
        "least_alike": 40,
        "smallest_after": sizes.min(),
        "alone_after": 0,
        "alone_on_everything": (~made.frame.duplicated(keep=False)).sum(),
        "weight_smallest_after": weighed.min(),
    }


def test_who_answered_and_is_in_no_group_is_not_one_who_did_not_answer(ready: Prepared) -> None:
    deposit = _deposit(profile=["age_group", "gender"])
    wave = ready.last
    shown = np.column_stack([wave.codes(name).codes for name in deposit.profile])
    groups = _groups_of(wave, deposit, shown)
    answers, other = wave.answers("gender"), (groups != shown).any(axis=1)
    assert {answers.labels[code] for code in answers.codes[other]} == {"X"}
    assert (groups[other, 1] == len(wave.codes("gender").labels)).all()
    assert (answers.codes[groups[:, 1] == BLANK] == BLANK).all()


@pytest.mark.parametrize("least", [3, 10, 25])
def test_a_weight_is_never_that_of_fewer_than_ten(ready: Prepared, least: int) -> None:
    """Also where the definition asks for fewer; and each profile keeps its total weight."""
    made = anonymised(ready.last, _deposit(least_alike=least))
    alike = made.frame.groupby(["age_group", "education", WEIGHT], dropna=False).size()
    assert alike.min() >= max(least, 10)
    assert made.facts["weight_smallest_after"] == alike.min()
    rarest = np.unique(ready.last.weights, return_counts=True)[1].min()
    assert rarest < max(least, 10), "otherwise nothing was at stake"
    assert made.frame[WEIGHT].sum() == pytest.approx(ready.last.weights.sum(), rel=1e-8)
    wave = ready.last
    codes = wave.codes("age_group").codes
    total = made.frame.groupby("age_group")[WEIGHT].sum()
    blanked = made.frame["age_group"].isna().any()
    for code in () if blanked else range(len(total)):
        assert total.loc[code + 1] == pytest.approx(wave.weights[codes == code].sum(), rel=1e-8)


def test_who_knows_profile_and_weight_of_everyone_finds_nobody(ready: Prepared) -> None:
    """A linkage attack with the true file: who knows ten, picks right once in ten at most.

    The attacker holds each person's exact profile and exact weight, and takes the records of the
    file that are nearest. Against the weights as they were, the same attack finds people.
    """
    wave, deposit = ready.last, _deposit()
    made = anonymised(wave, deposit).frame
    true = pd.DataFrame({name: wave.codes(name).codes + 1.0 for name in deposit.profile})

    def candidates(file: pd.DataFrame) -> np.ndarray:
        found = np.empty(len(true), dtype=int)
        known = file[list(deposit.profile)].to_numpy()
        for i, (profile, w) in enumerate(zip(true.to_numpy(), wave.weights, strict=True)):
            fits = ((known == profile) | np.isnan(known)).all(axis=1)
            # the most precise of the profiles that fit
            depth = (~np.isnan(known)).sum(axis=1)
            rows = np.flatnonzero(fits & (depth == depth[fits].max()))
            distance = np.abs(file[WEIGHT].to_numpy()[rows] - w)
            found[i] = (distance <= distance.min() * (1 + 1e-9) + 1e-9).sum()
        return found

    assert candidates(made).min() >= 10
    naive = true.where(true > 0).assign(**{WEIGHT: wave.weights})
    assert (candidates(naive) < 10).sum() > 20


def test_weights_that_a_reader_knows_are_not_beside_blanks(ready: Prepared) -> None:
    """Who weighs so is known: 2 a + 8 b of ten is how many of each there are, whatever is blanked.

    With one weight there is nothing to tell, and of profiles that are whole nothing is behind.
    """
    wave, least = ready.last, 40

    def weighing(weights: np.ndarray) -> Wave:
        frame = wave.frame.assign(known=weights)
        own = dataclasses.replace(wave.design, weight="known")
        return Wave(frame, own, survey=wave.survey, id=wave.id, date=wave.date, part=wave.part)

    by_age = 1 + 0.37 * wave.codes("age_group").codes.astype(float)
    alone = anonymised(weighing(np.ones(len(wave))), _deposit(least_alike=least))
    assert sum(alone.facts["blanked"].values()) > 0
    with pytest.raises(PublicationError, match="different weights"):
        anonymised(weighing(by_age), _deposit(least_alike=least))
    traits = ["age_group", "education", "district"]  # each profile of one weight
    groups = np.column_stack([wave.codes(name).codes for name in traits])
    by_profile = np.prod(1.2 + np.array([0.11, 0.37, 0.23]) * groups, axis=1)
    with pytest.raises(PublicationError, match=r"\b(2[5-9]|[3-9]\d) different weights"):
        anonymised(weighing(by_profile), _deposit(profile=traits))
    anonymised(weighing(np.linspace(0.5, 1.5, len(wave))), _deposit(profile=traits))
    whole = anonymised(weighing(by_age), _deposit(profile=["age_group"]))
    assert sum(whole.facts["blanked"].values()) == 0


def test_the_shift_of_the_key_results_is_that_of_the_two_weights(ready: Prepared) -> None:
    wave = ready.last
    assert wave.survey is not None
    made = anonymised(wave, _deposit())
    assert made.facts["shifts"], "the example has a key result on a question of the file"
    for shift in made.facts["shifts"]:
        question = wave.survey.question(shift["question"])
        net = question.net(shift["response"])
        given = made.frame[question.id].dropna()
        asked = given.isin([float(c) for c in question.codes])
        yes = given[asked].isin([float(c) for c in net.codes])
        w = made.frame.loc[yes.index, WEIGHT]
        assert shift["after"] == pytest.approx(w[yes].sum() / w.sum(), abs=1e-8)
        assert abs(shift["after"] - shift["before"]) < 0.02


def test_the_same_wave_gives_the_same_bytes(ready: Prepared, tmp_path: Path) -> None:
    for name in ("a", "b"):
        folder = tmp_path / name
        anonymised(ready.last, _deposit()).write(folder)
        write_checksums(folder)
    first, second = ({p.name: p.read_bytes() for p in (tmp_path / n).iterdir()} for n in "ab")
    assert first == second
    assert len(first) == 3


def test_no_group_is_told_by_what_the_file_blanks_of_it() -> None:
    """By hand: a table gives a group whole, so a file never leaves 1 to 9 people out of it."""
    # 20 and 20 in the first trait; in the second, 5 of the first are of a rare profile
    profile = np.array([[0, 0]] * 15 + [[0, 1]] * 5 + [[1, 0]] * 20 + [[1, 1]] * 30)
    out = blank_rare(profile, 10)
    for trait in range(2):
        for group in range(2):
            mine = profile[:, trait] == group
            left_out = int((out[mine, trait] == BLANK).sum())
            assert left_out == 0 or left_out >= 10, (trait, group, left_out)
    assert class_sizes(out).min() >= 10
    assert (out != BLANK).any(axis=0).all(), "what need not be blanked is not"


@pytest.mark.parametrize("seed", range(30))
def test_no_group_of_any_world_is_told_by_what_is_blanked(seed: int) -> None:
    draw = np.random.default_rng(seed)
    profile = np.column_stack(
        [draw.choice(4, 150, p=[0.5, 0.3, 0.15, 0.05]), draw.choice(3, 150), draw.choice(2, 150)]
    )
    out = blank_rare(profile, 10)
    assert class_sizes(out).min() >= 10
    assert ((out == BLANK) | (out == profile)).all()
    for trait in range(3):
        for group in np.unique(profile[:, trait]):
            left_out = int((out[profile[:, trait] == group, trait] == BLANK).sum())
            assert left_out == 0 or left_out >= 10 or left_out == (profile[:, trait] == group).sum()


@pytest.mark.parametrize(
    ("question", "change", "said"),
    [
        ("trust_data", {}, "question 'trust_data' is sensitive"),
        (
            "",
            {"profile": ["gender"]},
            "breakdown 'gender' rests on the sensitive question 'gender'",
        ),
        (
            "used_online",
            {"questions": ["trust_data", "services_used"]},
            "question 'services_used' is asked only by the answers to the sensitive question 'used_on",
        ),
    ],
)
def test_nothing_sensitive_goes_into_a_deposit(
    tmp_path: Path, question: str, change: dict[str, object], said: str
) -> None:
    """Neither a question, nor a breakdown made of one, nor a question that one decides who is put."""
    init_example(tmp_path)
    folder = tmp_path / "surveys" / "example"
    value = {"questions": ["trust_data"], "profile": ["district"], **DECIDED, **change}
    head = folder / "survey.yaml"
    head.write_text(head.read_text() + f"\ndeposit: {json.dumps(value)}\n", encoding="utf-8")
    asked = folder / "questionnaire.yaml"
    text = asked.read_text(encoding="utf-8")
    named = f"\n  {question}:\n"
    if question:
        load_survey(folder)  # until it is said to be sensitive
        assert named in text
        asked.write_text(text.replace(named, f"{named}    sensitive: true\n"), encoding="utf-8")
    with pytest.raises(DefinitionError, match=re.escape(said)) as refused:
        load_survey(folder)
    text = str(refused.value)
    assert re.search(r"survey\.yaml:\d+", text)
    assert "Take it out of `deposit." in text


@pytest.mark.parametrize("breakdown", ["total", "education", "age_group*education"])
def test_a_cell_that_a_table_withholds_is_in_no_file(ready: Prepared, breakdown: str) -> None:
    keys = ["part", "wave", "question", "breakdown", "flag"]

    def tables(*rows: list[str]) -> dict[str, pd.DataFrame]:
        return {n: pd.DataFrame([*rows], columns=keys) for n in ("estimates", "trends")}

    shown = ["main", "2025", "trust_data", breakdown, "*"]
    others = [["main", "2025", "used_online", breakdown, "x"],
              ["main", "2024", "trust_data", breakdown, "x"],
              ["main", "2025", "trust_data", "district", "x"]]  # fmt: skip
    made = anonymised(ready.last, _deposit(), tables(shown, *others))
    assert len(made.frame) == len(ready.last)
    withheld = ["main", "2025", "trust_data", breakdown, "x"]
    with pytest.raises(PublicationError, match="withhold cells of question 'trust_data'") as told:
        anonymised(ready.last, _deposit(), tables(*others, withheld))
    assert breakdown in str(told.value)


def test_a_profile_has_no_fewer_records_than_a_group_of_a_table(ready: Prepared) -> None:
    wave = ready.last
    assert wave.survey is not None
    policy = wave.survey.confidentiality.model_copy(update={"minimum_group": 50})
    strict = Wave(
        wave.frame.assign(raked=wave.weights),
        dataclasses.replace(wave.design, weight="raked"),
        id=wave.id,
        date=wave.date,
        survey=wave.survey.model_copy(update={"confidentiality": policy}),
    )
    assert anonymised(wave, _deposit()).facts["smallest_after"] < 50, "otherwise nothing to see"
    assert anonymised(strict, _deposit()).facts["smallest_after"] >= 50


def test_too_few_records_stop_the_deposit(ready: Prepared) -> None:
    with pytest.raises(PublicationError, match="must be alike"):
        anonymised(ready.last, _deposit(least_alike=10**6))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"questions": ["age"]}, "a number or an open answer may point to a person"),
        ({"questions": ["nothing"]}, "there is no question 'nothing'"),
        ({"profile": ["nothing"]}, "there is no breakdown 'nothing'"),
        ({"questions": ["trust_data", "trust_data"]}, "named twice"),
    ],
)
def test_a_definition_names_closed_questions_and_breakdowns(
    tmp_path: Path, change: dict[str, object], said: str
) -> None:
    init_example(tmp_path)
    path = tmp_path / "surveys" / "example" / "survey.yaml"
    value = {"questions": ["trust_data"], "profile": ["district"], **DECIDED, **change}
    path.write_text(path.read_text() + f"\ndeposit: {json.dumps(value)}\n", encoding="utf-8")
    with pytest.raises(DefinitionError, match=said):
        load_survey(path.parent)


def test_the_documents_measure_the_three_criteria_and_leave_the_signature_open(
    tmp_path: Path,
) -> None:
    def allow(head: dict[str, object]) -> None:
        head["deposit"] = {"questions": ["trust_schools"], "profile": ["gender"], **DECIDED}

    store = make_store(tmp_path, change=allow)
    facts = {
        "part": "main", "records": 2003, "least_alike": 10, "smallest_after": 12,
        "alone_after": 0, "blanked": {"gender": 31}, "alone_on_everything": 410, "sensitive": [],
        "weight_smallest_after": 11,
        "shifts": [{"question": "trust_schools", "response": "trust", "before": 0.5, "after": 0.501}],
    }  # fmt: skip
    assert write_deposit_documents(store, tmp_path / "none", 0) == []
    told = dataclasses.replace(store, facts={**store.facts, "deposit": facts})
    written = write_deposit_documents(told, tmp_path / "depot", 0)
    assert {path.name for path in written} == {
        "rapport-de-risque.html",
        "rapport-de-risque.pdf",
        "liste-de-controle.html",
        "liste-de-controle.pdf",
        "questionnaire.html",
        "questionnaire.pdf",
        "risk-report.html",
        "risk-report.pdf",
        "checklist.html",
        "checklist.pdf",
        "questionnaire-en.html",
        "questionnaire-en.pdf",
        "ddi-codebook.xml",
    }
    book = etree.parse(tmp_path / "depot" / "ddi-codebook.xml")
    assert (
        faults(etree.XMLSchema(etree.parse(SCHEMA)), tmp_path / "depot" / "ddi-codebook.xml") == []
    )
    variables = book.findall(f".//{DDI}var")
    assert [v.get("name") for v in variables] == ["gender", "trust_schools", WEIGHT]
    assert variables[2].get("wgt") == "wgt"
    groups = [v.text for v in variables[0].iter(f"{DDI}catValu")]
    assert groups == [str(i + 1) for i in range(len(store.survey.breakdown("gender").groups))]
    assert book.findtext(f".//{DDI}caseQnty") == "2003"
    assert "calage sur marges" in str(book.findtext(f".//{DDI}dataColl/{DDI}weight")).lower()
    page = html.fromstring((tmp_path / "depot" / "rapport-de-risque.html").read_bytes())
    words = page.text_content()
    for said in (
        "Individualisation",
        "Corrélation",
        "Inférence",
        "À signer",
        "410",
        Numbers("fr").share(0.501),
    ):
        assert said in words
    assert Numbers("fr").count(2003) in words
    assert open_store(store.folder).survey.deposit is not None


@pytest.mark.parametrize("lang", ["en", "es"])
def test_the_labels_of_the_file_are_in_the_first_language(tmp_path: Path, lang: str) -> None:
    """As the reports are: what prevails is not French wherever French is one of the languages."""
    survey = load_survey(example_in(tmp_path, (lang, "fr")))
    wave = prepare(survey, "2025", "main", None, lambda text: None).last
    sav, _ = anonymised(wave, _deposit()).write(tmp_path / "depot")
    meta = pyreadstat.read_sav(str(sav), metadataonly=True)[1]
    told = meta.column_names_to_labels
    assert told["age_group"] == survey.breakdown("age_group").label.get(lang)
    assert told["trust_data"] == survey.question("trust_data").label.get(lang)
    assert told["trust_data"] != survey.question("trust_data").label.get("fr")
    assert told[WEIGHT] == say("publishing-language-deposit-weight", lang)
    groups = survey.breakdown("age_group").groups
    assert list(meta.variable_value_labels["age_group"].values()) == [
        group.label.get(lang) for group in groups
    ]
