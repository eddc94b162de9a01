"""The draft of an unfinished definition: whole, marked on every page, and never a release."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from pathlib import Path
from zipfile import ZipFile

import numpy as np
import pandas as pd
import pytest

from padai.errors import DefinitionError, FindingsError
from padai.interchange import Choices, init_from, parse_design
from padai.pipeline import build_draft
from padai.pipeline.builds.proposals import halves
from padai.pipeline.builds.unfinished import drafted
from padai.pipeline.parts.scoping import scoped, told
from padai.publishing.basis.foreign import mark_foreign
from padai.publishing.basis.numbers import Numbers
from padai.publishing.basis.sides import unknown_sentence
from padai.store import open_store
from padai.survey import load_survey
from padai.survey.fieldwork import Fieldwork
from padai.survey.texts import TO_COMPLETE
from padai.words import say
from tests.builders import mini, respondents
from tests.test_build import run

ANSWERS = ["Tout à fait", "Plutôt", "Plutôt pas", "Pas du tout"]
N = 400


def delivered(path: Path, seed: int) -> pd.DataFrame:
    """Write a wave as a spreadsheet holds it: a weight, two trusts in words, a small region."""
    rng = np.random.default_rng(seed)
    frame = pd.DataFrame(
        {
            "repondant": np.arange(seed * 1000, seed * 1000 + N),
            "poids": rng.uniform(0.5, 1.5, N).round(3),
            "confiance_etat": rng.choice(ANSWERS, N),
            "confiance_ville": rng.choice(ANSWERS, N),
            "region": np.where(np.arange(N) < 4, 3, rng.choice([1, 2], N)),
        }
    )
    frame.to_csv(path, index=False)
    return frame


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, pd.DataFrame]:
    """Two files without a label or a date, drafted and drawn, with a breakdown of a small group."""
    home = tmp_path_factory.mktemp("draft")
    delivered(home / "a.csv", 1)
    frame = delivered(home / "b.csv", 2)
    files = ["--wave", f"A={home / 'a.csv'}", "--wave", f"B={home / 'b.csv'}"]
    project = home / "suivi"
    assert run("init", project, *files, "--design", "weight=poids,id=repondant", "--build") == 0
    return project, frame


def pages(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.html"))


def test_every_page_and_the_workbook_say_that_nobody_reviewed_it(
    drawn: tuple[Path, pd.DataFrame],
) -> None:
    folder = drawn[0] / "drafts" / "suivi" / "B" / "fr"
    names = {p.name for p in folder.iterdir()}
    assert names == {
        "rapport-ebauche.html",
        "explorateur-ebauche.html",
        "questionnaire-ebauche.html",
        "tableaux-ebauche.html",
        "tableaux-suivi-B-ebauche.xlsx",
    }
    for page in pages(folder):
        text = page.read_text(encoding="utf-8")
        assert "Ébauche, non relue" in text
        assert "noindex" in text
    with ZipFile(folder / "tableaux-suivi-B-ebauche.xlsx") as book:
        assert "Ébauche, non relue" in book.read("xl/sharedStrings.xml").decode()


def test_a_draft_is_no_release(drawn: tuple[Path, pd.DataFrame]) -> None:
    project = drawn[0]
    assert not (project / "releases").exists()
    assert not (project / "_site").exists()
    assert not (project / "surveys" / "suivi" / "releases.yaml").exists()
    assert "drafts/" in (project / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert run("build", project / "surveys" / "suivi") == 2


def test_no_fact_is_told_that_no_file_tells(drawn: tuple[Path, pd.DataFrame]) -> None:
    (report,) = (drawn[0] / "drafts").rglob("rapport-ebauche.html")
    page = report.read_text(encoding="utf-8")
    assert "Type d’échantillon non fourni" in page
    assert "à des dates non fournies" in page
    for invented in ("quotas", "probabiliste", "modes combinés", "prévaut", TO_COMPLETE):
        assert invented not in re.sub(r"Quotas\.", "", page)


def test_figures_are_those_of_the_data_and_four_people_are_told_with_others(
    drawn: tuple[Path, pd.DataFrame],
) -> None:
    project, frame = drawn
    store = open_store(project / "drafts" / "suivi" / "B" / "interne")
    rows = store.table("estimates")
    net = rows[(rows["question"] == "confiance_etat") & (rows["response"] == "proposed")]
    whole = net[net["breakdown"] == "total"].iloc[0]
    much = frame["confiance_etat"].isin(["Tout à fait", "Plutôt"])
    assert whole["estimate"] == pytest.approx(np.average(much, weights=frame["poids"]), abs=1e-12)
    assert store.survey.question("confiance_etat").response_label("proposed", "fr") == (
        "Tout à fait / Plutôt (proposé)"
    )
    groups = net[net["breakdown"] == "region"].set_index("group")
    assert set(groups.index) in ({"1", "2+3"}, {"2", "1+3"})
    assert not (groups["flag"] == "x").any()
    for group, row in groups.iterrows():
        own = frame["region"].isin([int(code) for code in str(group).split("+")])
        share = np.average(much[own], weights=frame["poids"][own])
        assert row["estimate"] == pytest.approx(share, abs=1e-12)


def test_every_battery_has_its_chart_and_every_repeated_question_its_trend(
    drawn: tuple[Path, pd.DataFrame],
) -> None:
    survey = open_store(drawn[0] / "drafts" / "suivi" / "B" / "interne").survey
    shown: dict[str, set[str]] = {}
    for block in (b for s in survey.sections for b in s.blocks):
        shown.setdefault(block.kind, set()).update(block.questions)
    trust = {"confiance_etat", "confiance_ville"}
    assert shown["scale"] == trust
    assert trust <= shown["trend"]
    assert {k.question for k in survey.key_results} == trust


def test_what_padai_proposed_is_said_to_be_declared_by_nobody(
    drawn: tuple[Path, pd.DataFrame],
) -> None:
    """Under each figure stood “declared, according to the team”, who had declared nothing."""
    folder = drawn[0] / "drafts" / "suivi" / "B"
    store = open_store(folder / "interne")
    assert set(store.table("differences")["declared"]) == {"proposed"}
    assert {k["code"] for k in store.facts["declared"]["key_results"].values()} == {"proposed"}
    page = (folder / "fr" / "rapport-ebauche.html").read_text(encoding="utf-8")
    assert "Ces résultats ont été proposés par padai" in page
    assert not re.search("déclarée?s?, selon l’équipe", page)


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("fr", "des neuf comparaisons principales proposées"),
        ("en", "of the nine main comparisons proposed"),
        ("es", "de las nueve comparaciones principales propuestas"),
    ],
)
@pytest.mark.parametrize("what", ["open", "broken", "flat"])
def test_the_headline_of_a_draft_calls_its_comparisons_proposed(
    lang: str, words: str, what: str
) -> None:
    told = unknown_sentence([], 2, 9, "2024", Numbers(lang), what, proposed=True)
    assert words in told
    declared = {"fr": "déclarées", "en": "declared", "es": "declaradas"}[lang]
    assert declared not in told
    assert declared in unknown_sentence([], 2, 9, "2024", Numbers(lang), what)


def test_a_sentence_names_the_answer_that_nobody_chose(drawn: tuple[Path, pd.DataFrame]) -> None:
    """“Corruption” that “has risen” was the share of those who see none: the first answer."""
    page = (drawn[0] / "drafts" / "suivi" / "B" / "fr" / "rapport-ebauche.html").read_text("utf-8")
    text = " ".join(re.sub(r"<[^>]+>", " ", page).replace("\u00a0", " ").split())
    followed = "« confiance_etat – Tout à fait / Plutôt (proposé) »"
    assert followed in text
    assert "« confiance_etat »" not in text


def test_a_draft_replaces_no_release_and_is_the_same_twice(
    built_example: Path, tmp_path: Path
) -> None:
    project = tmp_path / "project"
    shutil.copytree(built_example, project)
    survey = project / "surveys" / "example"

    def state(*folders: str) -> dict[str, str]:
        return {
            p.relative_to(project).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest()
            for folder in folders
            for p in sorted((project / folder).rglob("*"))
            if p.is_file()
        }

    before = state("releases", "surveys", "_site")
    build_draft(survey)
    once = state("drafts")
    assert state("releases", "surveys", "_site") == before
    assert "drafts/example/2025/fr/rapport-ebauche.html" in once
    build_draft(survey)
    manifest = "drafts/example/2025/interne/manifest.json"
    assert {k: v for k, v in state("drafts").items() if k != manifest} == {
        k: v for k, v in once.items() if k != manifest
    }


def test_a_design_that_nobody_confirmed_draws_nothing(tmp_path: Path) -> None:
    delivered(tmp_path / "a.csv", 1)
    init_from(tmp_path / "p" / "surveys" / "p", [tmp_path / "a.csv"], Choices())
    with pytest.raises(DefinitionError, match="nobody has confirmed") as refused:
        build_draft(tmp_path / "p" / "surveys" / "p")
    assert "design: {" in refused.value.texts["en"]
    assert not (tmp_path / "p" / "drafts").exists()


def test_a_project_is_made_though_its_draft_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    delivered(tmp_path / "a.csv", 1)
    assert run("init", tmp_path / "p", "--from", tmp_path / "a.csv", "--build", "--lang", "en") == 2
    assert "design: {" in capsys.readouterr().err
    assert (tmp_path / "p" / "surveys" / "p" / "survey.yaml").is_file()
    assert run("init", tmp_path / "q", "--build") == 2
    assert not (tmp_path / "q").exists()


# --- one fault does not stop the rest ------------------------------------------------------------


def two_waves(folder: Path, **changed: np.ndarray) -> Path:
    return mini(
        folder,
        {"2024": respondents(seed=1), "2025": respondents(seed=2, first_id=1001, **changed)},
    )


def silent(*_: object, **__: object) -> None:
    return None


def test_an_undeclared_change_withholds_the_comparisons_of_its_question(tmp_path: Path) -> None:
    """Nobody in 2025 gives the fourth answer: an error, which stops a release."""
    answers = np.tile([1.0, 2.0, 3.0, 98.0], 50)
    survey = load_survey(two_waves(tmp_path, trust=answers))
    whole, parts, aside = scoped(survey, "2025", None, silent)
    assert [(a.wave, a.uncompared, a.left_out) for a in aside] == [("2025", ("trust",), ())]
    assert [b.scope.questions for b in whole.breaks] == [("trust",)]
    assert all(found.ok for found in parts["main"].findings)
    (said,) = told(aside[0], whole)
    assert "scope: {questions: [trust]}" in said.en
    assert "vague 2025" in said.fr


def test_answers_off_the_scale_leave_their_question_out_with_what_hangs_on_it(
    tmp_path: Path,
) -> None:
    survey = load_survey(two_waves(tmp_path, user=np.tile([1.0, 2.0, 7.0, 1.0], 50)))
    whole, parts, aside = scoped(survey, "2025", None, silent)
    assert aside[0].left_out == ("served", "user")
    assert not whole.question("user").asked_in("2025")
    assert whole.question("user").asked_in("2024")
    assert whole.question("trust").asked_in("2025")
    assert "user" not in parts["main"].last.frame.columns or parts["main"].findings[0].ok


@pytest.mark.parametrize(
    ("column", "values"),
    [("w", np.r_[np.nan, np.ones(199)]), ("sex", np.tile(["F", "M", "F", "Z"], 50))],
)
def test_no_draft_sets_aside_a_weight_or_a_breakdown(
    tmp_path: Path, column: str, values: np.ndarray
) -> None:
    survey = load_survey(two_waves(tmp_path, **{column: values}))
    with pytest.raises(FindingsError, match="no draft can set these findings aside") as stopped:
        scoped(survey, "2025", None, silent)
    assert f"“{column}”" in stopped.value.texts["en"]


# --- words and scales ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("labels", "places"),
    [
        (["Very satisfied", "Satisfied", "Neither", "Dissatisfied", "Very dissatisfied"], (0, 1)),
        (["Nada de confianza", "Poca", "Bastante", "Mucha confianza"], (2, 3)),
        (["1. Always", "2. Most of the time", "3. Sometimes", "4. Never"], (0, 1)),
        (["Definitely in person", "Definitely by mail", "Not completely sure"], ()),
        (["Très bonne", "Bonne", "Mauvaise", "Très mauvaise"], (0, 1)),
        (["Yes", "No"], ()),
        (["Libéral", "Conservateur", "Bloc", "Vert"], ()),
    ],
)
def test_a_net_is_proposed_of_a_scale_alone(labels: list[str], places: tuple[int, ...]) -> None:
    assert halves(labels) == places


def test_texts_in_an_order_that_nothing_tells_make_no_net(tmp_path: Path) -> None:
    """Choice texts stand in the order of the alphabet, which says nothing of more or less."""
    frame = pd.DataFrame(
        {"id": range(40), "q": ["Very blue", "Green", "Mild", "Never mind"] * 10, "t": ANSWERS * 10}
    )
    frame.to_csv(tmp_path / "a.csv", index=False)
    design = Choices(design=(parse_design("id=id"),))
    init_from(tmp_path / "p" / "surveys" / "p", [tmp_path / "a.csv"], design)
    whole = load_survey(tmp_path / "p" / "surveys" / "p")
    made = drafted(whole, whole.waves[0], "fr")
    assert not made.question("q").all_nets
    (net,) = made.question("t").all_nets
    assert {made.question("t").response_label(c, "fr") for c in net.codes} == set(ANSWERS[:2])


@pytest.mark.parametrize(
    ("days", "fr", "en"),
    [
        (
            {"start": "2025-01-13", "end": "2025-02-02"},
            "du 13 janvier au 2 février 2025",
            "from January 13 to February 2, 2025",
        ),
        (
            {"start": "2012-11-01", "end": "2012-12-31", "precision": "month"},
            "de novembre à décembre 2012",
            "from November to December 2012",
        ),
        (
            {"start": "2012-11-01", "end": "2012-11-30", "precision": "month"},
            "en novembre 2012",
            "in November 2012",
        ),
        ({"start": "2020-01-01", "end": "2020-12-31", "precision": "year"}, "en 2020", "in 2020"),
        ("à confirmer", "à des dates non fournies", "on dates not supplied"),
    ],
)
def test_fieldwork_is_told_as_closely_as_it_is_known(days: object, fr: str, en: str) -> None:
    known = Fieldwork.model_validate(days)
    assert (Numbers("fr").fieldwork(known), Numbers("en").fieldwork(known)) == (fr, en)


def test_labels_in_another_language_are_marked_as_they_were_written() -> None:
    page = (
        '<h2 title="¿Confía?">¿Confía\u202f?</h2><p>Total\u00a0: ¿Confía\u202f? 31\u00a0%; no.</p>'
        "<script>¿Confía?</script><td>No</td><td>Ningún</td>"
    )
    texts = {"¿Confía?": "es", "No": "es", "Nin": "es"}
    spanned = '<span lang="es">¿Confía?</span>'
    assert mark_foreign(page, texts) == (
        f'<h2 title="¿Confía?">{spanned}</h2><p>Total\u00a0: {spanned} 31\u00a0%; no.</p>'
        '<script>¿Confía?</script><td><span lang="es">No</span></td><td>Ningún</td>'
    )


# --- real files ----------------------------------------------------------------------------------


@pytest.mark.needs("cep")
def test_a_spanish_file_is_drawn_in_spanish(tmp_path: Path) -> None:
    """The draft is in the language of the file, its words and its dates too."""
    file = Path(os.environ["PADAI_CEP_DIR"]) / "cep68novdic2012.sav"
    only = ("MBP07", "DDP01")
    choices = Choices(design=(parse_design("proposed"),), only=only, wave_ids={file: "68"})
    init_from(tmp_path / "p" / "surveys" / "cep", [file], choices)
    build_draft(tmp_path / "p" / "surveys" / "cep", lang="fr")
    page = (tmp_path / "p/drafts/cep/68/es/report-draft.html").read_text(encoding="utf-8")
    assert '<html lang="es">' in page
    assert "¿Ud. aprueba" in page
    assert re.search(r"en noviembre de 2012|de noviembre a diciembre de 2012", page)
    assert say("publishing-language-status-unreviewed", "es") in page
    for lang in ("fr", "en"):
        assert say("publishing-language-template-how-to-read", lang) not in page


@pytest.mark.needs("anes")
def test_a_file_of_one_wave_has_its_charts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = Path(os.environ["PADAI_ANES_DIR"]) / "anes2020.dta"
    arguments = ("--design", "proposed", "--build", "--lang", "en")
    assert run("init", tmp_path / "anes", "--from", file, *arguments) == 0
    page = tmp_path / "anes/drafts/anes/2020/en/report-draft.html"
    text = page.read_text(encoding="utf-8")
    assert text.count("<figure") > 20
    assert "Survey conducted in 2020." in text
    assert "French version" not in text
    folder = (tmp_path / "anes/surveys/anes").resolve()
    here = folder.relative_to(Path.cwd()) if folder.is_relative_to(Path.cwd()) else folder
    assert f"padai lacking {here.as_posix()}" in capsys.readouterr().err


def test_a_breakdown_of_words_without_groups_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    survey = two_waves(tmp_path)
    path = survey / "survey.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("question: sex}", "question: word}"), encoding="utf-8")
    assert run("validate", survey, "--lang", "en") == 2
    told = capsys.readouterr().err
    assert "question 'word' is of type open" in told
    assert "groups: {" in told


def test_a_page_in_a_language_without_words_is_left_as_it_is(tmp_path: Path) -> None:
    """The plain-language page may be translated into Arabic; padai says nothing in it."""
    from padai.publishing.basis.draft_names import link_versions

    pages = {lang: tmp_path / lang / "fiche.html" for lang in ("ar", "fr-CA", "es")}
    for lang, page in pages.items():
        page.parent.mkdir()
        page.write_text(f'<html lang="{lang}"><body><footer></footer></body></html>')
    link_versions(tmp_path, pages.values())
    told = {lang: page.read_text(encoding="utf-8") for lang, page in pages.items()}
    assert "versions" not in told["ar"]
    assert "versions" in told["fr-CA"]
    assert "versions" in told["es"]
