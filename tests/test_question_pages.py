"""The page of each question: exact words, published figures, verdicts, and nothing withheld."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from lxml import html

from padai.publishing.basis.context import Context
from padai.publishing.basis.numbers import Numbers
from padai.publishing.basis.sentences import verdict_phrase
from padai.publishing.basis.vocabulary import forbidden_words
from padai.publishing.engine.pictures import saving_in
from padai.publishing.products.questions.question import question_piece
from padai.publishing.products.questions.question_pages import write_question_pages
from padai.store import Store
from tests.publishing_store import make_store

WORDINGS = {
    "fr": "Dans quelle mesure faites-vous confiance… (Réseau de la santé)",
    "en": "How much do you trust… (Health network)",
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return make_store(tmp_path_factory.mktemp("store"))


@pytest.fixture(scope="module")
def folder(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("questions")
    for lang in ("fr", "en"):
        write_question_pages(store, lang, made / lang, 0)
    return made


def page(folder: Path, question: str, lang: str = "fr") -> html.HtmlElement:
    return html.fromstring((folder / lang / "questions" / f"{question}.html").read_bytes())


def plain(element: html.HtmlElement) -> str:
    text = " ".join(element.text_content().split())
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def fold(tree: html.HtmlElement, name: str, place: int = 0) -> html.HtmlElement:
    """Return the tables of a breakdown of the main part."""
    found = [d for d in tree.iter("details") if plain(d.find("summary")).endswith(name)]
    assert found, name
    return found[place]


def test_every_question_has_a_page_in_each_language_and_stands_in_the_list(
    store: Store, folder: Path
) -> None:
    expected = {f"{q}.html" for q in store.survey.questions} | {"index.html"}
    for lang in ("fr", "en"):
        assert {p.name for p in (folder / lang / "questions").iterdir()} == expected
        listed = {a.get("href") for a in page(folder, "index", lang).iter("a")}
        assert expected - {"index.html"} <= listed


def test_words_are_exact_and_carry_their_language(folder: Path) -> None:
    tree = page(folder, "trust_health")
    quoted = {
        plain(s): s.get("lang") for s in tree.iter("span") if "verbatim" in s.get("class", "")
    }
    assert quoted[WORDINGS["fr"]] is None
    assert quoted[WORDINGS["en"]] == "en-CA"
    english = page(folder, "trust_health", "en")
    quoted = {
        plain(s): s.get("lang") for s in english.iter("span") if "verbatim" in s.get("class", "")
    }
    assert quoted[WORDINGS["fr"]] == "fr-CA"
    assert quoted[WORDINGS["en"]] is None


def test_base_waves_and_citation_are_said(folder: Path) -> None:
    text = plain(page(folder, "role").find(".//main"))
    assert "Base : « Usages de l’IA » = Dans un service public." in text
    assert "Posée dans : édition 2021, édition 2022" in text
    assert "« Rôle accepté » (question role). Baromètre d’essai, édition 2025." in text


def rows_of(table: html.HtmlElement) -> dict[str, list[str]]:
    found = {}
    for row in table.iter("tr"):
        cells = [plain(c) for c in row]
        if len(cells) > 1 and row[0].get("scope") == "row":
            found[cells[0]] = cells[1:]
    return found


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_answers_and_intervals_are_the_store_s(store: Store, folder: Path, lang: str) -> None:
    tree = page(folder, "trust_health", lang)
    rows = rows_of(next(tree.iter("table")))
    frame = store.table("estimates")
    mine = frame[
        (frame["part"] == "main")
        & (frame["question"] == "trust_health")
        & (frame["breakdown"] == "total")
    ]
    question, numbers = store.survey.question("trust_health"), Numbers(lang)
    seen = 0
    for row in mine.itertuples():
        if row.response == "gap":
            continue
        shown = rows[question.response_label(row.response, lang)]
        assert shown[0] == numbers.share(row.estimate).replace("\u00a0", " ")
        low, high = numbers.range(row.conf_low, row.conf_high, "share").split(
            " à " if lang == "fr" else " to "
        )
        assert low in shown[1] and high.replace("\u00a0", " ") in shown[1]
        assert shown[2] == numbers.count(row.n_base).replace("\u202f", " ")
        seen += 1
    assert seen == 6


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_each_verdict_of_each_group_is_the_differences_table_s(
    store: Store, folder: Path, lang: str
) -> None:
    frame = store.table("differences")
    mine = frame[(frame["part"] == "main") & (frame["response"] == "trust")]
    numbers, seen = Numbers(lang), 0
    for question in ("trust_health", "trust_police"):
        tree = page(folder, question, lang)
        for breakdown in store.survey.breakdowns:
            table = next(fold(tree, breakdown.label.get(lang)).iter("table"))
            rows = rows_of(table)
            for group in store.survey.breakdown(breakdown.id).groups:
                shown = rows[group.label.get(lang)]
                where = (mine["question"] == question) & (mine["group"] == group.id)
                where &= mine["breakdown"] == breakdown.id
                for place, reference in ((1, "2024"), (2, "rest")):
                    (row,) = mine[where & (mine["reference"] == reference)].itertuples()
                    since = "" if reference == "rest" else reference
                    phrase = verdict_phrase(row.verdict, numbers, row.margin, since)
                    assert phrase.replace("\u00a0", " ") in shown[place], (question, group.id)
                    if not pd.isna(row.estimate):
                        change = numbers.bare_change(row.estimate, "share")
                        assert shown[place].startswith(change)
                    seen += 1
    assert seen == 2 * 11 * 2


def test_a_note_speaks_of_brackets_where_its_table_has_some(folder: Path) -> None:
    """The table of the other answers holds no difference, and no bracket."""
    notes = page(folder, "trust_health").xpath("//details//div[@class='note']")
    noted = 0
    for each in notes:
        said = "entre parenthèses : celui de l’écart" in plain(each)
        shown = plain(each.xpath("preceding-sibling::div[1]//table")[0])
        assert said <= ("(+" in shown or "(−" in shown), shown[:200]
        noted += said
    assert 0 < noted < len(notes)


def test_what_is_withheld_shows_its_reason_and_no_number(folder: Path) -> None:
    rows = rows_of(next(fold(page(folder, "trust_health"), "Genre").iter("table")))
    value, change, contrast, base = rows["Personnes non binaires"]
    assert value == "nombre insuffisant"
    assert not re.search(r"\d", (change + contrast).replace("depuis 2024", ""))
    assert base == "12"


def test_a_break_is_said_and_the_line_is_cut(folder: Path) -> None:
    text = plain(page(folder, "trust_police").find(".//main"))
    assert "Résultat non comparable avec l’édition 2024 : libellé (1er janvier 2025)" in text
    assert "Rupture de série (1er janvier 2025). Le libellé a changé." in text
    assert "ligne interrompue" in page(folder, "trust_police").find(".//img").get("alt")


def test_the_other_part_stands_apart_with_its_own_table(folder: Path) -> None:
    titles = [plain(h) for h in page(folder, "trust_health").iter("h2")]
    assert any(t.startswith("Échantillon principal") for t in titles)
    assert any(t.startswith("Personnes peu branchées") for t in titles)


def test_an_unweighted_part_beside_a_weighted_one_says_so_under_its_tables(folder: Path) -> None:
    """A reader took unweighted shares of a telephone part for those beside them."""
    notes = [plain(n) for n in page(folder, "trust_health").find_class("note")]
    unweighted = [n for n in notes if "Volet non pondéré : ses résultats décrivent" in n]
    assert unweighted and len(unweighted) < len(notes)
    assert all(n.count("Volet non pondéré") == 1 for n in unweighted)


def test_a_page_leads_back_and_to_the_other_language(folder: Path) -> None:
    for lang, other, report in (("fr", "en", "rapport"), ("en", "fr", "report")):
        links = {a.get("href") for a in page(folder, "trust_health", lang).iter("a")}
        assert f"../{report}.html" in links
        assert "index.html" in links
        assert f"../../{other}/questions/trust_health.html" in links


@pytest.mark.parametrize("kind", ["quota", "open", "minipublic"])
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_each_sample_type_keeps_to_its_words(tmp_path: Path, kind: Any, lang: str) -> None:
    context = Context(make_store(tmp_path, sample_type=kind), lang)
    for question in ("trust_health", "effect_me", "used"):
        with saving_in(tmp_path, png=False):
            text = question_piece(context, context.question(question)).markdown
        assert len(text) > 1500
        assert forbidden_words(re.sub(r"\\(.)", r"\1", text), kind) == []


def test_the_same_store_gives_the_same_bytes(store: Store, folder: Path, tmp_path: Path) -> None:
    write_question_pages(store, "fr", tmp_path / "fr", 0)
    for path in (tmp_path / "fr" / "questions").iterdir():
        assert path.read_bytes() == (folder / "fr" / "questions" / path.name).read_bytes()
