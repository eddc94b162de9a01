"""What houses of words and of bare codes brought to light, to the first chart."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyreadstat
import pytest

import padai
from padai.errors import DefinitionError
from padai.interchange import Choices, confirm_designs
from padai.interchange.choices import parse_design
from padai.interchange.drafting import draft_data
from padai.interchange.platforms.scales import in_order
from padai.interchange.who_answered import says_who
from padai.numerics.replicate_factors import made_by_factors
from padai.pipeline.builds.proposals import halves
from padai.pipeline.builds.unfinished import drafted
from padai.survey import Survey, load_survey
from padai.survey.answer_words import missing_kind
from padai.validation import validate
from padai.waves.reading import read_delivery
from padai.waves.text_files import either_mark, parse_cells
from tests.starting import started, started_and_told
from tests.test_next_strangers import PROPOSED

N = 300
TRUST = ("Tout à fait confiance", "Plutôt confiance", "Pas du tout confiance")


def _csv(folder: Path, name: str, frame: pd.DataFrame) -> Path:
    path = folder / f"{name}.csv"
    frame.to_csv(path, index=False)
    return path


def _people(seed: int) -> pd.DataFrame:
    rng = np.random.default_rng(seed)
    ids = rng.permutation(np.arange(N)) + 1001 + 10_000 * seed
    return pd.DataFrame({"respid": ids, "wt": rng.lognormal(0, 0.4, N).round(5)})


def _share(frame: pd.DataFrame, asked: Any, given: Any) -> float:
    return float(frame["wt"][asked & given].sum() / frame["wt"][asked].sum())


# --- words --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Données manquantes", "skipped"),
        ("Datos perdidos", "skipped"),
        ("Uppgift saknas", "skipped"),
        ("Hors champ", "not_asked"),
        ("Ej tillämpligt", "not_asked"),
        ("Ne souhaite pas répondre", "refused"),
        ("Sem resposta", "refused"),
        ("NSP-NR", "dont_know"),
        ("Cant say", "dont_know"),
        ("Ei oska öelda", "dont_know"),
        ("Em branco/nulo/nenhum", None),
        ("Missing teeth", None),
        ("Trifft nicht zu", None),
    ],
)
def test_more_words_of_no_answer(label: str, kind: str | None) -> None:
    assert missing_kind(label) == kind


def _drafted(tmp_path: Path, *columns: pd.Series[Any]) -> tuple[dict[str, Any], str]:
    """Draft files of one column each, and return the questions and what was told."""
    said: list[str] = []
    files = [
        _csv(tmp_path, f"w{2021 + at}", _people(at).assign(**{str(c.name): c.to_numpy()}))
        for at, c in enumerate(columns)
    ]
    choices = Choices(PROPOSED["design"], tell=lambda each: said.append(each.en))
    return {q.id: q for q in draft_data("mine", files, choices).questions}, "\n".join(said)


def _worded(rare: dict[str, int], words: tuple[str, ...] = TRUST) -> pd.Series[Any]:
    """Return answers in words, of which some are given by so many people."""
    few = [text for text, n in rare.items() for _ in range(n)]
    rest = [words[k % len(words)] for k in range(N - len(few))]
    return pd.Series([*few, *rest], name="Q1", dtype="str")


@pytest.mark.parametrize("rare", [{"NSP/NR": 2}, {"Autre": 1}, {"Refus": 1, "Autre": 3}])
def test_a_rare_refusal_leaves_answers_in_words_a_question(
    tmp_path: Path, rare: dict[str, int]
) -> None:
    """Two people who did not answer made free text of the question, in silence."""
    questions, said = _drafted(tmp_path, _worded(rare))
    assert questions["Q1"].type == "single" and "free text" not in said
    assert {c.value for c in questions["Q1"].codes} == {*TRUST} | ({*rare} & {"Autre"})


def test_words_of_one_person_stay_free_text_and_are_told(tmp_path: Path) -> None:
    questions, said = _drafted(tmp_path, _worded({"Mon voisin Paul": 1}))
    assert questions["Q1"].type == "open"
    assert "Q1: few texts, but some are of fewer than five people" in said and "Paul" not in said


def test_what_several_said_in_all_waves_together_is_an_answer(tmp_path: Path) -> None:
    waves = (_worded({"Sans objet précis": 3}), _worded({"Sans objet précis": 4}))
    questions, _ = _drafted(tmp_path, *waves)
    assert list(questions) == ["Q1"] and questions["Q1"].type == "single"


def test_many_regions_and_long_answers_in_words_are_codes(tmp_path: Path) -> None:
    regions = tuple(f"Région numéro {chr(65 + k)}" for k in range(14))
    long = (
        "Augmenter les impôts et dépenser davantage pour la santé et l’éducation",
        "Réduire les impôts et dépenser moins pour la santé et l’éducation",
    )
    for words in (regions, long):
        questions, _ = _drafted(tmp_path, _worded({}, words))
        assert questions["Q1"].type == "single" and len(questions["Q1"].codes) == len(words)


def test_without_object_beside_yes_and_no_is_no_answer(tmp_path: Path) -> None:
    questions, _ = _drafted(tmp_path, _worded({"SO": 60}, ("Oui", "Non")))
    assert {c.value for c in questions["Q1"].codes} == {"Oui", "Non"}
    places, _ = _drafted(tmp_path, _worded({"SO": 60}, ("NO", "NE", "SE")))
    assert "SO" in {c.value for c in places["Q1"].codes}


@pytest.mark.parametrize(
    "scale",
    [
        ["Ótimo", "Bom", "Regular", "Ruim", "Péssimo"],
        ["Très favorable", "Assez favorable", "Assez défavorable", "Très défavorable"],
        ["Très confiance", "Plutôt confiance", "Plutôt pas confiance", "Pas du tout confiance"],
        ["Fully satisfied", "Somewhat satisfied", "Somewhat dissatisfied", "Fully dissatisfied"],
        ["Muy buena", "Buena", "Regular", "Mala", "Muy mala"],
    ],
)
def test_scales_in_words_have_their_order(scale: list[str]) -> None:
    assert in_order(sorted(scale)) == (scale, True)


def test_halves_of_scales_that_were_one_answer() -> None:
    assert halves(["Ótimo", "Bom", "Regular", "Ruim", "Péssimo"]) == (0, 1)
    favour = ["Très favorable", "Assez favorable", "Assez défavorable", "Très défavorable"]
    assert halves(favour) == (0, 1)


# --- bare codes ---------------------------------------------------------------------------


def _routed(at: int) -> pd.DataFrame:
    rng = np.random.default_rng(at)
    frame = _people(at)
    frame["Q1"] = rng.choice([1, 2], N)
    asked = frame["Q1"] == 1
    frame["Q2"] = np.where(asked, rng.choice([1, 2, 3, 4, 5], N), 0)
    frame["Q3"] = np.where(asked, rng.choice([1, 2], N), 0)
    frame["TICK"] = np.where(asked, rng.choice([0, 1], N), -6)
    frame["MANY"] = rng.choice([0, 1, 2], N)
    return frame


def test_codes_of_those_not_asked_are_no_answers(tmp_path: Path) -> None:
    """The report said that 41% had answered -6, and a zero was the first step of a scale."""
    frame = _routed(5)
    survey, told = started_and_told(tmp_path, _csv(tmp_path, "w2024", frame), **PROPOSED)
    assert "Q2, Q3: the code 0 stands in the rows" in told and "TICK: the code -6" in told
    assert "MANY" not in told
    assert survey.question("MANY").codes == ("0", "1", "2")
    wave = padai.read_wave(survey, "2024")
    asked = frame["Q1"] == 1
    for name, code in (("Q2", 3), ("TICK", 1)):
        rows = padai.proportion(wave, name).frame.set_index("response")["estimate"]
        assert rows[str(code)] == pytest.approx(
            _share(frame, asked, frame[name] == code), abs=1e-12
        )
        assert "0" not in rows.index or name == "TICK"


def test_a_zero_of_one_question_stays_an_answer(tmp_path: Path) -> None:
    """Of one column alone it may be derived: did not vote, from whether somebody voted."""
    frame = _routed(6).drop(columns=["Q3", "TICK"])
    survey = started(tmp_path, _csv(tmp_path, "w2024", frame), **PROPOSED)
    assert survey.question("Q2").codes == ("0", "1", "2", "3", "4", "5")


def test_months_written_together_date_a_wave(tmp_path: Path) -> None:
    """`cv20_m` of a panel, 202012 and 202101, dated nothing and had a chart."""
    frame = _people(7).assign(cv_m=np.where(np.arange(N) % 5, 202012, 202101), q1=np.arange(N) % 3)
    survey, told = started_and_told(tmp_path, _csv(tmp_path, "panel", frame), **PROPOSED)
    assert "dates: 2020-12-01 – 2021-01-31 (column cv_m)" in told
    assert "cv_m" not in survey.questions


# --- what is proposed to be shown ---------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "label", "who"),
    [
        ("AGE_GRP", "", True),
        ("q1", "Per capita income quintiles", True),
        ("q1", "Sex / Age groups", True),
        ("q1", "Level of education in CBS categories", True),
        ("q1", "GSS year for this respondent", True),
        ("q1", "Income differences should be reduced", False),
        ("q1", "Employment status of women should be improved", False),
        ("age", "Trust in government", False),
    ],
)
def test_what_says_who_answered(name: str, label: str, who: bool) -> None:
    assert says_who(name, [label] if label else []) is who


def _two_waves(tmp_path: Path) -> Survey:
    files = []
    for at in (1, 2):
        rng = np.random.default_rng(at)
        frame = _people(at)
        frame["q1"] = rng.choice([1.0, 2.0, 3.0], N)
        frame["q2"] = rng.choice([1.0, 2.0, 3.0], N)
        frame["income5"] = rng.choice([1.0, 2.0, 3.0, 4.0, 5.0], N)
        path = tmp_path / f"w{2022 + at}.sav"
        names: list[str | None] = [
            "",
            "",
            "Trust in the courts",
            "Trust in the police",
            "Household income quintiles",
        ]
        trust = {1.0: "A great deal", 2.0: "Some", 3.0: "None at all"}
        fifths = {float(k): f"Fifth {k}" for k in range(1, 6)}
        labels = {"q1": trust, "q2": trust, "income5": fifths}
        pyreadstat.write_sav(frame, path, column_labels=names, variable_value_labels=labels)
        files.append(path)
    return started(tmp_path, *files, **PROPOSED)


def test_who_answered_is_no_key_result_and_has_no_trend(tmp_path: Path) -> None:
    """A draft began with “the share of the poorest fifth has fallen”."""
    whole = drafted(_two_waves(tmp_path), "2024", "en")
    assert {k.question for k in whole.key_results} == {"q1", "q2"}
    blocks = [block for section in whole.sections for block in section.blocks]
    shown = [(b.kind, "income5" in b.questions) for b in blocks]
    assert ("bars", True) in shown and ("trend", True) not in shown
    assert whole.question("income5").headline_net is None
    titles = [str(block.title.en) for block in blocks if block.title]
    assert not any(title.split(" – ")[0].endswith(" the") for title in titles)


@pytest.mark.parametrize(
    ("head", "group"),
    [
        ("Quel est votre genre ?", "gender"),
        ("What is your gender?", "gender"),
        ("Dans quelle tranche d’âge vous situez-vous ?", "age_group"),
        ("Which age group do you belong to?", "age_group"),
        ("Alter / Âge", "age_group"),
        ("Quel est votre avis ?", None),
    ],
)
def test_breakdowns_asked_in_a_sentence(tmp_path: Path, head: str, group: str | None) -> None:
    words = {f"Faites-vous confiance à {k} ?": np.resize(["Oui", "Non"], N) for k in "abcd"}
    frame = _people(8).assign(**{head: np.resize(["A", "B", "C"], N)}, **words)
    survey = started(tmp_path, _csv(tmp_path, "w2024", frame), **PROPOSED)
    assert [b.id for b in survey.breakdowns] == ([group] if group else [])


def test_heads_in_words_are_labels(tmp_path: Path) -> None:
    """A chart was called P1_Avaliacao_do_governo."""
    frame = _people(9).assign(**{"P1. Avaliação do governo": np.resize(["Bom", "Ruim"], N)})
    survey = started(tmp_path, _csv(tmp_path, "w2024", frame), **PROPOSED)
    assert "Avaliação do governo" in str(survey.question("P1_Avaliacao_do_governo").label)


# --- designs ------------------------------------------------------------------------------


def _with_replicates(at: int, factors: Any) -> pd.DataFrame:
    frame = _people(at).assign(q1=np.arange(N) % 3 + 1)
    each = frame["wt"].to_numpy()[:, None] * factors
    names = [f"brrwt_{k + 1}" for k in range(factors.shape[1])]
    return frame.join(pd.DataFrame(each.round(5), columns=names))


def _halves(seed: int, low: float, high: float) -> Any:
    return np.random.default_rng(seed).choice([low, high], (N, 16))


def test_fays_weights_are_not_taken_for_brr(tmp_path: Path) -> None:
    """They were, by their name and by the answer: each error was half of what it is."""
    file = _csv(tmp_path, "w2024", _with_replicates(1, _halves(1, 0.5, 1.5)))
    with pytest.raises(DefinitionError, match=r"fay, rho: 0\.5"):
        started(tmp_path / "a", file, design=(parse_design("proposed,replicates=brr"),))
    survey = started(tmp_path / "b", file, design=(parse_design("proposed,replicates=fay"),))
    spec = survey.wave("2024").parts["main"].design.replicates
    assert spec is not None and (spec.kind, spec.rho) == ("fay", 0.5)


def test_brr_is_taken_as_it_is_named_and_fay_not_without_its_rho(tmp_path: Path) -> None:
    file = _csv(tmp_path, "w2024", _with_replicates(2, _halves(2, 0.0, 2.0)))
    survey = started(tmp_path / "a", file, design=(parse_design("proposed,replicates=brr"),))
    assert survey.wave("2024").parts["main"].design.replicates is not None
    raked = _halves(3, 0.5, 1.5) * np.random.default_rng(4).lognormal(0, 0.02, (N, 16))
    other = _csv(tmp_path, "w2025", _with_replicates(3, raked))
    with pytest.raises(DefinitionError):
        started(tmp_path / "b", other, design=(parse_design("proposed,replicates=fay"),))


def test_a_bootstrap_of_two_units_a_stratum_has_the_factors_of_half_samples(tmp_path: Path) -> None:
    file = _csv(tmp_path, "w2024", _with_replicates(5, _halves(5, 0.0, 2.0)))
    survey = started(tmp_path, file, design=(parse_design("proposed,replicates=bootstrap"),))
    spec = survey.wave("2024").parts["main"].design.replicates
    assert spec is not None and spec.kind == "bootstrap"


@pytest.mark.parametrize(
    ("replicates", "kind"),
    [
        ("{kind: brr, prefix: brrwt_}", "fay, rho: 0.5"),
        ("{kind: fay, prefix: brrwt_, rho: 0.3}", "fay, rho: 0.5"),
        ("{kind: bootstrap, prefix: brrwt_}", "fay, rho: 0.5"),
        ("{kind: fay, prefix: brrwt_}", None),
        ("{kind: bootstrap, prefix: brrwt_, scale: 0.25}", None),
    ],
)
def test_validate_holds_a_written_kind_against_the_factors(
    tmp_path: Path, replicates: str, kind: str | None
) -> None:
    file = _csv(tmp_path, "w2024", _with_replicates(6, _halves(6, 0.5, 1.5)))
    survey = started(tmp_path, file, design=(parse_design("proposed,replicates=fay"),))
    written = tmp_path / "surveys" / survey.id / "waves" / "2024.yaml"
    lines = written.read_text(encoding="utf-8")
    changed = re.sub(r"replicates: \{[^}]*\}", f"replicates: {replicates}", lines)
    written.write_text(changed, encoding="utf-8")
    findings = validate(read_delivery(load_survey(written.parents[1]), "2024"))
    told = [item for item in findings.items if item.check == "replicates_of_another_kind"]
    assert len(told) == (kind is not None)
    assert all(f"kind: {kind}:" in item.messages["en"] for item in told)


def test_factors_tell_a_kind_or_nothing() -> None:
    weight = np.arange(1.0, 61)
    out = np.ones((60, 30)) * 30 / 29
    out[np.arange(60), np.arange(60) % 30] = 0
    step = 2**-0.5
    successive = np.random.default_rng(1).choice([1 - step, 1, 1 + step], (60, 12))
    poisson = np.random.default_rng(2).poisson(1, (60, 40)) * 1.0
    strata = np.ones((60, 4))
    strata[:30, 0] = np.where(np.arange(30) % 2, 0, 2)
    kinds = [
        made_by_factors(weight, weight[:, None] * f) for f in (out, successive, poisson, strata)
    ]
    assert kinds == [("jk1", None), ("sdr", None), None, None]


def test_what_else_says_how_people_were_drawn_is_asked_about(tmp_path: Path) -> None:
    """A finite population correction was a question, and nothing said that it was left out."""
    frame = _people(10).assign(
        stratum=np.arange(N) // 50, fpc=np.repeat([800, 900, 1000, 1100, 1200, 1300], 50)
    )
    frame["selection_prob"] = 50 / frame["fpc"]
    frame["q1"] = np.arange(N) % 3
    survey, told = started_and_told(tmp_path, _csv(tmp_path, "w2024", frame), **PROPOSED)
    assert "fpc: may be the size of the population" in told
    assert "selection_prob: may be the chance to be drawn" in told
    assert list(survey.questions) == ["q1"]


def test_rows_that_an_export_numbers_anew_are_other_people(tmp_path: Path) -> None:
    """Two exports of a form were refused by validate: 300 people came back."""
    files = []
    for year in (2023, 2024):
        days = [f"{year}/03/{k % 20 + 1:02d} 10:{k % 50 + 10}:12 AM UTC−5" for k in range(N)]
        table = {"Horodateur": days, "Faites-vous confiance ?": np.resize(["Oui", "Non"], N)}
        table["Commentaires libres ?"] = ""
        files.append(_csv(tmp_path, f"parents-{year}", pd.DataFrame(table)))
    survey = started(tmp_path, *files, **PROPOSED)
    assert (survey.overlap, survey.ids) == ("none", "per_wave")


# --- many columns of numbers ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("cells", "comma"),
    [
        (["1", "2", " 3 "], False),
        (["1,5", "2", None], True),
        (["1.5", "x", "2"], False),
        (["1_000", "2"], False),
        (["nan", "2"], False),
        (["١", "2"], False),
        (["1e3", "-4"], False),
        (["12345678901234567", "2"], False),
        (["1\n", "2\n3"], False),
    ],
)
def test_a_column_is_read_as_its_cells_are_one_by_one(cells: list[Any], comma: bool) -> None:
    column = pd.Series(cells, dtype="str")
    whole = parse_cells(column, {}, comma)
    pd.testing.assert_series_equal(whole, parse_cells(column, {"never seen": 1}, comma))


def test_marks_of_decimals_or_thousands_are_found_as_before() -> None:
    told = [["1.234", "870"], ["1.234", "0.870"], ["870", "12"], ["1,234", "2,345"], ["1.234.567"]]
    assert [either_mark(pd.Series(t)) for t in told] == [True, False, False, True, True]


@pytest.mark.parametrize("wave", ["", "2024:"])
def test_a_second_design_is_not_passed_over(tmp_path: Path, wave: str) -> None:
    """The first was read, and the weight of the second left out without a word."""
    file = _csv(tmp_path, "w2024", _people(11).assign(q1=np.arange(N) % 3))
    typed = tuple(parse_design(f"{wave}{text}") for text in ("proposed", "weight=wt"))
    with pytest.raises(DefinitionError, match=rf"--design {wave}proposed,weight=wt"):
        started(tmp_path / "a", file, design=typed)
    survey = started(tmp_path / "b", file)
    with pytest.raises(DefinitionError, match=rf"--design {wave}proposed,weight=wt"):
        confirm_designs(survey.path, typed)
