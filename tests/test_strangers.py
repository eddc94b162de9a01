"""Six houses that nobody here wrote for: what a draft finds, what it asks, and what it gets wrong.

The truth of each file is the generator's. A role, a missing code, a turned scale or a changed name
is *found*, or *asked* (nothing is settled, and a person is shown what there is to choose), or
*wrong*: taken for something else, or passed over in silence. Nothing is wrong.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import padai
from padai.errors import DefinitionError, Said
from padai.interchange import Choices, init_from, parse_design, parse_fact
from padai.interchange.label_words import language
from padai.survey import Question, Survey, load_survey
from padai.validation import validate
from padai.waves import read_delivery, read_wave
from tests.strangers import CANARY, HOUSES, House

ROLES = ("id", "weight", "stratum", "psu")
Draft = tuple[House, Survey, list[str]]
TABLE = {
    "german": (17, 0), "african": (14, 3), "arabic": (13, 1), "semicolons": (10, 0),
    "tagged": (13, 0), "verbatim": (20, 2),
}  # fmt: skip
"""Found and asked, by house: the table of ``docs/first-hour.md``."""


@pytest.fixture(scope="module")
def drafted(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Draft]:
    known: dict[str, Draft] = {}

    def draft(name: str) -> Draft:
        if name not in known:
            folder = tmp_path_factory.mktemp(name)
            house = HOUSES[name](folder)
            said: list[str] = []

            def tell(line: Said) -> None:
                said.append(line.en)

            choices = Choices(wave_column=house.wave_column, tell=tell)
            init_from(folder / "surveys" / name, house.files, choices)
            known[name] = (house, load_survey(folder / "surveys" / name), said)
        return known[name]

    return draft


def roles(house: House, survey: Survey, said: list[str]) -> Iterator[tuple[str, str]]:
    """Yield how each role of each wave came out."""
    for wave, truth in house.roles.items():
        part = survey.part(wave)
        assert not part.confirmed("design"), "nothing is settled before a person says so"
        found = part.proposed_design
        assert found is not None
        named = {
            "id": found.id,
            "weight": found.weight,
            "stratum": next(iter(found.stratum), None),
            "psu": next(iter(found.psu), None),
        }
        for role in ROLES:
            shown = any(f" {truth.get(role)}: possible" in line for line in said)
            asked = named[role] is None and truth.get(role) is not None and shown
            right = named[role] == truth.get(role)
            yield f"{wave} {role}", "found" if right else "asked" if asked else "wrong"


def of(survey: Survey, column: str, wave: str) -> Question | None:
    """The question that a column of a wave is."""
    return next(
        (q for q in survey.questions.values() if q.asked_in(wave) and q.column(wave) == column),
        None,
    )


def comment(survey: Survey, question: str) -> str:
    """The comments that stand above a question."""
    text = (survey.path / "questionnaire.yaml").read_text(encoding="utf-8")
    above = text.split(f"\n  {question}:\n")[0].splitlines()
    rows: list[str] = []
    while above and above[-1].startswith("  #"):
        rows.append(above.pop())
    return " ".join(rows)


def codes(house: House, survey: Survey) -> Iterator[tuple[str, str]]:
    """Yield how each value that is no answer came out."""
    last = survey.waves[-1]
    for column, values in house.missing.items():
        question = of(survey, column, last)
        found = {c.value for c in question.missing_codes} if question else set()
        for value in values:
            yield f"{column} {value}", "found" if value in found else "wrong"


def links(house: House, survey: Survey) -> Iterator[tuple[str, str]]:
    """Yield how each turned scale, changed name, other question and twin came out."""
    before, last = survey.waves[-2:]
    for column in (*house.turned, *house.others):
        one, other = of(survey, column, before), of(survey, column, last)
        apart = one is not None and other is not None and one.id != other.id
        told = "DOUBTFUL LINK" in comment(survey, other.id if other else "")
        yield column, "asked" if apart and told else "wrong"
    for column, old in house.renamed.items():
        one, other = of(survey, old, before), of(survey, column, last)
        told = "DOUBTFUL LINK" in comment(survey, one.id if one else "")
        yield column, "found" if one and one == other and told else "wrong"
    for column in house.twins:
        aside = all(column in survey.part(w).other_columns for w in survey.waves)
        yield column, "found" if aside else "wrong"


@pytest.mark.parametrize("name", HOUSES)
def test_nothing_is_wrong_without_being_asked(drafted: Callable[[str], Draft], name: str) -> None:
    house, survey, said = drafted(name)
    every = [*roles(house, survey, said), *codes(house, survey), *links(house, survey)]
    assert [what for what, how in every if how == "wrong"] == []
    counts = Counter(how for _, how in every)
    assert (counts["found"], counts["asked"]) == TABLE[name]


def test_the_table_of_the_first_hour_is_what_was_counted() -> None:
    page = (Path(__file__).parents[1] / "docs" / "first-hour.md").read_text(encoding="utf-8")
    rows = [[cell.strip() for cell in row.split("|")[1:-1]] for row in page.splitlines()]
    told = {
        row[0]: (int(row[2]), int(row[3]), int(row[4])) for row in rows if row and row[0] in TABLE
    }
    assert told == {name: (*counts, 0) for name, counts in TABLE.items()}


@pytest.mark.parametrize("name", HOUSES)
def test_labels_stand_under_the_language_of_the_file(
    drafted: Callable[[str], Draft], name: str
) -> None:
    house, survey, _ = drafted(name)
    assert survey.languages == (house.language,)


@pytest.mark.parametrize("name", HOUSES)
def test_nobody_s_words_are_in_the_definition(drafted: Callable[[str], Draft], name: str) -> None:
    _, survey, said = drafted(name)
    texts = [p.read_text("utf-8") for p in survey.path.rglob("*") if p.suffix in (".yaml", ".md")]
    assert CANARY not in "".join([*texts, *said])


@pytest.mark.parametrize("name", HOUSES)
def test_a_confirmed_draft_validates_and_estimates_what_the_file_holds(
    tmp_path: Path, name: str
) -> None:
    house = HOUSES[name](tmp_path)
    extra = "".join(f",{role}={column}" for role, column in house.chosen.items())
    choices = Choices(
        design=(parse_design(f"proposed{extra}"),), wave_column=house.wave_column, by_label=True
    )
    init_from(tmp_path / "surveys" / name, house.files, choices)
    survey = load_survey(tmp_path / "surveys" / name)
    last = survey.waves[-1]
    for wave_id in survey.waves:
        found = validate(read_delivery(survey, wave_id))
        errors = found.frame.loc[found.frame["severity"] == "error", "check"]
        assert set(errors) <= {"psu_across_regions"}, errors.tolist()
    wave = read_wave(survey, last)
    column = next(iter(house.missing))
    question = of(survey, column, last)
    assert question is not None
    shares = padai.proportion(wave, question.id).frame
    values = wave.frame[question.id]
    weights = wave.weights
    inside = [c.code for c in question.scale.codes] + [
        c.code for c in question.missing_codes if c.in_base
    ]
    kept = values.isin([question.values[c] for c in inside]).to_numpy()
    for code in inside:
        here = (values == question.values[code]).to_numpy()
        expected = weights[here].sum() / weights[kept].sum()
        got = shares.loc[shares["response"] == code, "estimate"].iloc[0]
        assert got == pytest.approx(expected, abs=1e-12), code


def test_psus_numbered_anew_in_each_country_are_told(tmp_path: Path) -> None:
    house = HOUSES["african"](tmp_path)
    choices = Choices(design=(parse_design("proposed,weight=withinwt"),))
    init_from(tmp_path / "surveys" / "african", house.files, choices)
    survey = load_survey(tmp_path / "surveys" / "african")
    assert survey.roles["country"] == ("COUNTRY",)
    found = validate(read_delivery(survey, "2022")).frame
    assert "psu_across_regions" in set(found["check"])


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Em que medida confia no governo?", "pt"),
        ("Quanta fiducia ha nella polizia?", "it"),
        ("Hoeveel vertrouwen hebt u in de regering?", "nl"),
        ("Насколько вы доверяете суду?", "ru"),
        ("Наскільки ви довіряєте поліції?", "uk"),
        ("政府をどの程度信頼していますか", "ja"),
        ("您对政府的信任程度", "zh"),
        ("Πόσο εμπιστεύεστε την αστυνομία;", "el"),
        ("À quel point faites-vous confiance aux tribunaux?", "fr"),
        ("¿Cuánta confianza tiene usted en el gobierno?", "es"),
        ("How much do you trust the police?", "en"),
        ("", "fr"),
    ],
)
def test_languages_are_told_apart(text: str, tag: str) -> None:
    assert language([text]) == tag


def test_a_person_may_say_the_language(tmp_path: Path) -> None:
    house = HOUSES["german"](tmp_path)
    facts = dict([parse_fact("language=nl")])
    init_from(tmp_path / "surveys" / "a", house.files, Choices(facts=facts))
    assert load_survey(tmp_path / "surveys" / "a").languages == ("nl",)


@pytest.mark.parametrize("tag", ["xx", "q", "deutsch", "12"])
def test_a_language_that_does_not_exist_is_refused(tag: str) -> None:
    with pytest.raises(DefinitionError, match="is the tag of no language"):
        parse_fact(f"language={tag}")


def test_a_weight_beside_its_copy_is_asked_about_once(drafted: Callable[[str], Draft]) -> None:
    _, survey, said = drafted("semicolons")
    assert any("the same numbers as 'poids'" in line for line in said)
    assert not any("poids_copie" in question for question in survey.questions)
