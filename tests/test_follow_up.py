"""The pages that follow a release: what they say, what they may not say, and how they look."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest import mock

import pandas as pd
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

from padai.charts import style
from padai.charts.people import PeopleRow, people_chart
from padai.errors import DataError, DefinitionError, PublicationError
from padai.followup.pages import plain_page
from padai.followup.pages.benchmarks_page import benchmarks_csv
from padai.followup.pages.follow_up_files import sheet_count, write_follow_up_pages
from padai.followup.pages.inventory_file import inventory_csv
from padai.followup.pages.inventory_rows import category_rows, general_measures
from padai.followup.pages.kit import kit_page
from padai.followup.pages.plain_sentences import check_plain, plain_words, reply_sentence
from padai.followup.pages.plain_shares import TenPeople, share_words, ten_people
from padai.followup.pages.readability import reading_of, words_of
from padai.followup.pages.register_rows import feedback as said_of
from padai.followup.pages.register_rows import register_day
from padai.pipeline.builds import version_steps
from padai.pipeline.machinery.build_request import Order
from padai.pipeline.versions import follow_up
from padai.pipeline.versions.follow_up import (
    corrected_findings,
    earlier_register,
    follow_up_store,
    write_follow_up,
)
from padai.project import find_project
from padai.publishing import Report
from padai.publishing.basis.context import Context
from padai.publishing.basis.sentences import upper_first
from padai.publishing.basis.speech import Speech
from padai.publishing.exhibits.exhibit_items import Item, item_of, series_of
from padai.publishing.release import publish
from padai.store import Store, open_store, sha256
from padai.survey import load_survey
from padai.survey.feedback import FeedbackFile
from padai.survey.following import Following, load_following
from tests import following
from tests.browsing import axe, open_page

NBSP = "\u00a0"


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the pictures of pages go where the test is."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return following.followed(tmp_path_factory.mktemp("followed"))


@pytest.fixture(scope="module")
def pages(store: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    for lang in ("fr", "en"):
        write_follow_up_pages(store, lang, folder, 0)
    return folder


def told(page: Path) -> str:
    """Return the text of a page, its spaces made plain."""
    html = page.read_text(encoding="utf-8")
    body = re.sub(r"<style>.*?</style>", "", html, flags=re.DOTALL)
    body = re.sub(r"</(?:p|li|h\d|td|th|tr|div)>", " ", body)
    text = re.sub(r"<[^>]+>", "", body)
    return re.sub(r"[\s\u00a0\u202f]+", " ", text.replace("&amp;", "&"))


# --- the register --------------------------------------------------------------------------------


def test_a_key_result_without_an_entry_stands_as_unanswered_on_page_report_and_letter(
    store: Store, pages: Path, tmp_path: Path
) -> None:
    """k2 and k3 of every edition have no entry."""
    page, letter = told(pages / "fr" / "suivi.html"), told(pages / "fr" / "lettre.html")
    # 25 November 2025 to 1 March 2026
    assert "Édition 2025 : sans réponse depuis 96 jours" in page
    assert "trois résultats de cette édition sont toujours sans réponse, depuis 96 jours" in letter
    for name in ("1", "2", "3"):
        assert f"Confiance envers {name} : " in page  # with its figure
    # in the words of the plain-language page, where it has some
    assert (
        "la confiance dans les villes, la confiance dans la santé et « Confiance envers 3 »."
        in letter
    )
    version, _, _ = following.small_release(tmp_path)
    report = Report(version, "fr").became().markdown.replace("\\", "")
    # 25 November 2024 to 25 November 2025: the chapter counts to the release's own date
    assert "Constats sans réponse" in report
    # once, with its four earlier editions and how long the first and the last have waited
    assert report.count("Confiance envers 2<") == 1
    assert "2021, 2022, 2023 et 2024" in report
    assert f"365 à 1\u202f461{NBSP}jours" in report
    executive = Report(version, "fr").unanswered().markdown.replace("\\", "")
    assert (
        f"3 des 4 constats de l’édition 2024 sont sans réponse depuis 365{NBSP}jours" in executive
    )
    assert "Confiance envers 2" in executive
    assert "Confiance envers 1" not in executive  # k1 was refused, with a reason


def test_the_register_opens_with_its_totals(pages: Path) -> None:
    page = told(pages / "en" / "follow-up.html")
    shown = (
        "20 in the register 2 with a reply 1 accepted, wholly or in part 0 done 1 overdue "
        "18 without a reply"
    )
    assert shown in page
    assert page.index(shown) < page.index("Every key result of every edition")
    assert (
        "In brackets: 95% confidence interval." in page
    )  # no line named the intervals of its list


def test_a_reply_shows_reason_body_delay_and_what_it_rests_on(pages: Path, store: Store) -> None:
    page = told(pages / "fr" / "suivi.html")
    cell = Context(store, "fr").lookup.past("trust_ministries", "trust", "2025")
    assert cell is not None
    figure = Context(store, "fr").value(cell).replace(NBSP, " ")
    assert "Retenu · en cours · échéance : 1er février 2026 · en retard" in page
    assert "Motif : Le guide manquait." in page
    assert "Organisme A, Direction. Réponse du 10 janvier 2026, 46 jours après la publicat" in page
    assert f"Édition 2025 : Confiance envers 0 : {figure}" in page


def test_what_is_overdue_leads_to_its_reply(pages: Path) -> None:
    html = (pages / "fr" / "suivi.html").read_text(encoding="utf-8")
    page = told(pages / "fr" / "suivi.html")
    assert "Un guide : échéance du 1er février 2026, dépassée de 28 jours. Organisme A." in page
    late = [
        row
        for row in csv.DictReader((pages / "fr" / "suivi.csv").open(encoding="utf-8"))
        if row["en retard"] == "oui"
    ]
    assert page.count("dépassée de ") == len(late), "the tile counts what the list lists"
    assert page.index("dépassée de 28 jours") < page.index("Édition 2025 : sans réponse")
    assert '<a href="#entry-guide">' in html
    assert 'id="entry-guide"' in html


def test_the_csv_has_a_line_for_each_result(pages: Path) -> None:
    rows = list(csv.DictReader(io.StringIO((pages / "fr" / "suivi.csv").read_text("utf-8"))))
    assert len(rows) == 20
    by_id = {row["identifiant"]: row for row in rows}
    assert by_id["essai/2025/k0"]["réponse"] == "Retenu"
    assert by_id["essai/2025/k0"]["en retard"] == "oui"
    assert by_id["essai/2025/k3"]["réponse"] == ""
    assert by_id["essai/2025/k3"]["jours"] == "96"
    assert {row["avis"] for row in rows} == {"Données fictives. Démonstration"}


def test_the_chapter_does_not_know_what_came_after_the_release(tmp_path: Path) -> None:
    version, _, _ = following.small_release(tmp_path)
    rows = version.tables["register"]
    assert set(rows["wave"]) == {"2021", "2022", "2023", "2024"}
    assert rows[rows["entry"] != ""]["entry"].tolist() == ["refus"]
    assert version.facts["register"]["date"] == "2025-11-25"


def test_a_correction_of_a_finding_flags_its_entry(tmp_path: Path) -> None:
    version, project, place = following.small_release(tmp_path)
    columns = list(version.tables["corrections"].columns)
    line = dict.fromkeys(columns, "") | {
        "part": "main",
        "wave": "2024",
        "question": "trust_municipalities",
        "response": "trust",
        "breakdown": "total",
        "group": "total",
        "figure": "estimate",
        "old": "0.5",
        "new": "0.6",
        "rounding": "true",
    }
    text = ",".join(columns) + "\n" + ",".join(str(line[c]) for c in columns) + "\n"
    (tmp_path / "version" / "corrections.csv").write_text(text, encoding="utf-8")

    survey, changed = load_survey(place), open_store(tmp_path / "version")
    found = corrected_findings(survey, project, changed)
    assert {k: v.isoformat() for k, v in found.items()} == {"essai/2024/k1": "2025-11-25"}
    made = follow_up_store(survey, project, changed, tmp_path / "again")
    assert made is not None
    rows = open_store(made).tables["register"]
    assert rows[rows["corrected"] == "yes"]["entry"].tolist() == ["refus"]
    page = _register_text(open_store(made))
    assert "Constat corrigé" in page


def _register_text(store: Store) -> str:
    from padai.followup.pages.register_page import register_page

    return register_page(Context(store, "fr")).markdown.replace("\\", "")


def test_without_a_register_the_executive_page_says_so(tmp_path: Path) -> None:
    version, project, place = following.small_release(tmp_path)
    (place / "decisions.yaml").unlink()
    assert earlier_register(load_survey(place), project, "2025") is None
    del version.facts["register"]  # type: ignore[attr-defined]
    assert "No follow" in Report(version, "en").unanswered().markdown
    assert Report(version, "en").became().markdown == ""


# --- the letter and the plain-language page ------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["fr/lettre.pdf", "en/letter.pdf", "fr/fiche.pdf", "en/plain-language.pdf"]
)
def test_a_letter_and_a_sheet_have_one_page(pages: Path, name: str) -> None:
    assert sheet_count((pages / name).read_bytes()) == 1


def test_the_kit_has_a_sheet_for_each_story_the_facilitator_and_what_comes_back(
    pages: Path,
) -> None:
    for name in ("fr/trousse.pdf", "en/workshop-kit.pdf"):
        assert sheet_count((pages / name).read_bytes()) == 4
    page = told(pages / "fr" / "trousse.html")
    assert page.count("Trois questions à discuter") == 2
    assert page.count("Écrivez ici ce que le groupe veut faire savoir") == 2
    assert page.count("Ces chiffres ne disent pas pourquoi") == 2
    assert "Un atelier n’est pas une enquête." in page
    assert "Avant la rencontre Imprimez les fiches." in page
    assert "Les histoires, une par fiche L’urgence La classe" in page
    assert "Aucun nom, aucun vote : des raisons." in page


def test_a_card_says_each_answer_in_people_with_its_figure_and_interval(store: Store) -> None:
    context = Context(store, "fr")
    cell = context.lookup.cell("trust_health", "trust")
    assert cell is not None
    shop = said_of(store).workshop
    assert shop is not None
    page = kit_page(context, shop, navigation=False).markdown
    said = page.replace("\\", "").replace(NBSP, " ")
    share = share_words(context, cell).replace(NBSP, " ")
    figure = f"{context.value(cell)} ({context.interval(cell, sign=False)})".replace(NBSP, " ")
    # worded by its role in one story, by its own name in the other
    assert f"{upper_first(share)} font confiance, {figure}." in said
    assert "personnes sur 10 : " in said


@pytest.mark.parametrize("hatched", [False, True])
def test_a_kit_speaks_of_hatched_people_where_a_card_has_some(
    store: Store, monkeypatch: pytest.MonkeyPatch, hatched: bool
) -> None:
    """It explained figures that none of its cards shows."""
    shop = said_of(store).workshop
    assert shop is not None
    unsure = TenPeople(5, 7 if hatched else 5, 60)
    monkeypatch.setattr("padai.followup.pages.kit.people_of", lambda *_: unsure)
    said = kit_page(Context(store, "fr"), shop, navigation=False).markdown
    assert ("hachurées" in said) == hatched


def test_a_kit_that_words_a_role_that_is_not_there_is_refused(tmp_path: Path) -> None:
    _, _, place = following.small_release(tmp_path)
    content = following.feedback()
    content["workshop"]["answers"] = {"trust": following.t("ont confiance", "trust")}
    following.write(place, "feedback", content)
    with pytest.raises(DefinitionError, match="workshop: there is no role 'trust'"):
        load_following(load_survey(place))


def test_every_pdf_conforms_to_ua_and_says_its_language(pages: Path) -> None:
    found = sorted(pages.rglob("*.pdf"))
    assert len(found) == 8
    for path in found:
        raw = path.read_bytes()
        assert b"pdfuaid" in raw, path.name
        assert re.search(rb"/Lang\s*\((?:fr|en)-CA\)", raw), path.name
        assert b"/StructTreeRoot" in raw, path.name


def test_a_letter_too_long_for_its_page_is_refused(tmp_path: Path) -> None:
    _, project, place = following.small_release(tmp_path)
    content = following.feedback()
    content["letter"]["unknown"] = following.t("Trop long. " * 900, "Too long. " * 900)
    following.write(place, "feedback", content)

    survey = load_survey(place)
    made = follow_up_store(survey, project, open_store(tmp_path / "version"), tmp_path / "again")
    assert made is not None
    with pytest.raises(
        PublicationError, match=r"letter\.pdf has \d+ sheets, where it must fit on 1"
    ):
        write_follow_up_pages(open_store(made), "en", tmp_path / "out", 0, only=["letter"])


def test_the_letter_speaks_of_nobody_and_says_when_and_how(pages: Path) -> None:
    letter = told(pages / "en" / "letter.html")
    for words in (
        "Thank you for your answers.",
        "What you told us",
        "people in 10 trust ministries.",
        "A guide: accepted. A guide will come out in May.",
        "We do not know why.",
        "You will hear on November 24, 2026.",
        "Write to a@exemple.ca.",
        "The team, March 1, 2026",
    ):
        assert words in letter
    assert "word" not in letter.lower().replace("words", "")  # nobody is quoted


def test_a_letter_that_does_not_say_when_is_refused(tmp_path: Path) -> None:
    _, project, place = following.small_release(tmp_path)
    content = following.feedback()
    content["letter"]["next_date"] = {"2024": "2025-11-25"}
    following.write(place, "feedback", content)

    made = follow_up_store(
        load_survey(place), project, open_store(tmp_path / "version"), tmp_path / "again"
    )
    assert made is not None
    with pytest.raises(PublicationError, match="does not say when those who took part"):
        write_follow_up_pages(open_store(made), "fr", tmp_path / "out", 0, only=["letter"])


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_plain_page_is_measured_with_its_fixed_headings(store: Store, lang: str) -> None:
    page = said_of(store).plain
    assert page is not None
    found = plain_words(Context(store, lang), page)
    assert len(found.sections) == 7
    reading = reading_of([t for s in found.sections for t in s.said], lang)
    assert reading.score >= 55 if lang == "fr" else reading.score <= 8
    assert len(words_of(reading.longest)) <= 22
    if lang == "fr":
        assert [s.heading for s in found.sections] == [
            "Pourquoi cette enquête",
            "Qui a répondu",
            "Trois choses apprises",
            "Ce qui a changé, ce qui n’a pas changé",
            "Ce qu’on ne sait pas",
            "Ce qui sera fait",
            "Comment donner votre avis",
        ]


@pytest.mark.parametrize(
    ("text", "lang", "why"),
    [
        ("La pondération est bonne.", "fr", "the term 'pondération'"),
        ("Un écart significatif.", "fr", "the term 'significatif'"),
        ("This is a significant change.", "en", "the term 'significant'"),
        ("Le " + "chat " * 22 + "dort.", "fr", "has 24 words, where 22 is the limit"),
        ("Le chat " * 10 + ".", "fr", "20.0 words on average"),
        ("Réglementation gouvernementale.", "fr", "too hard to read"),
        ("Governmental regulation necessitates organizational accountability.", "en", "too hard"),
    ],
)
def test_a_hard_page_is_refused(text: str, lang: str, why: str) -> None:
    with pytest.raises(PublicationError, match=re.escape(why)):
        check_plain([text], lang, "essai")


def test_a_term_of_the_trade_in_the_definition_stops_the_page(tmp_path: Path) -> None:
    version, project, place = following.small_release(tmp_path)
    content = following.feedback()
    content["plain"]["why"] = following.t("La pondération corrige tout.", "We want to know.")
    following.write(place, "feedback", content)

    made = follow_up_store(load_survey(place), project, version, tmp_path / "again")
    assert made is not None
    page = said_of(open_store(made)).plain
    assert page is not None
    with pytest.raises(PublicationError, match=r"essai: .* uses the term 'pondération'"):
        plain_words(Context(open_store(made), "fr"), page)


def test_the_text_to_be_heard_has_no_figure(pages: Path) -> None:
    for name in ("fr/fiche-audio.txt", "en/plain-language-audio.txt"):
        text = (pages / name).read_text(encoding="utf-8")
        assert not re.search(r"\d|±|%", text)
        assert text.count("[Pause]") == 7
        # a day of the month is read as an ordinal; "five to six people" is a share
        assert not re.search(r"ve to (?!\w+ people)", text)
        assert len(words_of(text)) < 330


@pytest.mark.parametrize(
    ("estimate", "low", "high", "people"),
    [
        (0.58, 0.55, 0.61, (6, 6)),
        (0.55, 0.52, 0.58, (5, 6)),
        (0.549, 0.52, 0.58, (5, 6)),
        (0.65, 0.63, 0.67, (6, 7)),
        (0.65, 0.61, 0.70, (7, 7)),
        (0.57, 0.55, 0.59, (6, 6)),
        (0.58, 0.52, 0.64, (5, 7)),
        (0.6, 0.5, 0.7, (5, 7)),
        (0.04, 0.02, 0.06, (0, 0)),
        (1.0, 0.99, 1.0, (10, 10)),
        (0.5, float("nan"), float("nan"), (5, 5)),
    ],
)
def test_shares_become_people_in_ten(
    estimate: float, low: float, high: float, people: tuple[int, int]
) -> None:
    found = ten_people(estimate, low, high)
    assert (found.low, found.high) == people


@pytest.mark.parametrize(
    ("kind", "voted", "name"),
    [
        ("recommendation", True, "A moratorium (not adopted: 18 to 15)"),
        ("recommendation", False, "A moratorium"),
        ("finding", True, "A moratorium"),
    ],
)
def test_a_reply_goes_by_what_was_voted_in_a_letter_alone(
    kind: str, voted: bool, name: str
) -> None:
    texts = {
        "title": "A moratorium.",
        "label": "A moratorium (not adopted: 18 to 15)",
        "plain": "It stays.",
    }
    row = SimpleNamespace(kind=kind, reply="non retenu", texts=texts)
    speech = Speech("en")
    assert reply_sentence(speech, row, voted=voted) == f"{name}: not accepted. It stays."  # type: ignore[arg-type]


def test_what_is_stable_is_said_in_people(store: Store) -> None:
    page = said_of(store).plain
    assert page is not None
    context = Context(store, "fr")
    changes = [context.lookup.last_change(k.question, k.net) for k in store.survey.key_results]
    margins = {c.margin for c in changes if c is not None and c.verdict == "stable"}
    said = " ".join(plain_words(context, page).sections[3].said)
    assert ("Stable veut dire" in said) == bool(margins)
    for margin in margins:
        assert f"moins de {context.numbers.decimal(margin, 0)} personnes sur 100" in said
    brief = " ".join(plain_words(context, page, brief=True).sections[3].said)
    assert "Stable veut dire" not in brief


@pytest.mark.parametrize("brief", [False, True])
def test_what_moved_over_all_editions_stands_before_what_is_stable_since_the_last(
    store: Store, brief: bool
) -> None:
    """Of a series that fell year by year the page said “stable since 2024”, and no more."""
    page = said_of(store).plain
    assert page is not None
    names = {k.id: k for k in store.survey.key_results}
    result = next(r for r in page.results if r.id in page.learned)
    item = item_of(names[result.id])
    ends = ends_of_waves(store, item)
    moved = ends[-1] - ends[0]
    row = {
        "part": item.part, "question": item.question, "response": item.response,
        "breakdown": item.breakdown, "group": item.group, "term": "slope", "on": "share",
        "first_wave": "2024", "last_wave": "2025", "estimate": moved, "conf_low": moved - 0.01,
        "conf_high": moved + 0.01, "verdict": "fell" if moved < 0 else "rose",
    }  # fmt: skip
    slopes = pd.concat([store.tables["slopes"], pd.DataFrame([row])]).fillna({"declared": ""})
    moving = replace(store, tables={**store.tables, "slopes": slopes})
    said = plain_words(Context(moving, "fr"), page, brief=brief).sections[3].said
    name = Context(moving, "fr").text(result.name)
    verb = "A diminué" if moved < 0 else "A augmenté"
    first = next(text for text in said if name in text)
    assert told_plainly(first) == f"{verb} entre 2024 et 2025 : {name}."
    after = said[said.index(first) + 1 :]
    assert any(name in text for text in after)
    assert any(re.search("stables? depuis 2024", told_plainly(text)) for text in after)
    assert "sur toute la période" in said[0]
    without = plain_words(Context(store, "fr"), page).sections[3].said
    assert not any("entre 2024" in text for text in without)


@pytest.mark.parametrize("brief", [False, True])
def test_a_rise_without_a_trend_says_so_in_the_same_sentence(store: Store, brief: bool) -> None:
    """“Has risen since 2024” stood alone where no trend is shown since 2021."""
    page = said_of(store).plain
    assert page is not None
    names = {k.id: k for k in store.survey.key_results}
    result = next(r for r in page.results if r.id in page.learned)
    item = item_of(names[result.id])
    mine = (store.tables["differences"]["question"] == item.question) & (
        store.tables["differences"]["response"] == item.response
    )
    rising = store.tables["differences"].copy()
    rising.loc[mine, "verdict"] = "rose"
    row = {
        "part": item.part, "question": item.question, "response": item.response,
        "breakdown": item.breakdown, "group": item.group, "term": "slope", "on": "share",
        "first_wave": "2024", "last_wave": "2025", "estimate": 0.01, "conf_low": -0.01,
        "conf_high": 0.03, "verdict": "cannot_tell",
    }  # fmt: skip
    slopes = pd.concat([store.tables["slopes"], pd.DataFrame([row])]).fillna({"declared": ""})
    tables = {**store.tables, "slopes": slopes, "differences": rising}
    context = Context(replace(store, tables=tables), "fr")
    name = context.text(result.name)
    said = map(told_plainly, plain_words(context, page, brief=brief).sections[3].said)
    assert f"A augmenté depuis 2024, mais aucune tendance démontrée depuis 2024 : {name}." in said


def told_plainly(text: str) -> str:
    return re.sub(r"[\u00a0\u202f]", " ", text)


def ends_of_waves(store: Store, item: Item) -> list[float]:
    return [cell.estimate for cell in series_of(Context(store, "fr").lookup, item)]


def test_replies_are_told_of_a_day(store: Store) -> None:
    """“Will open in December” stood under the date of the release, of the year before."""
    page = said_of(store).plain
    assert page is not None
    context = Context(store, "fr")
    day = context.numbers.date(register_day(context))
    said = plain_words(context, page).sections[5].texts
    assert said[0] == f"Voici où nous en étions le {day}."
    assert context.numbers.date(dt.date.fromisoformat(str(store.release["publish_on"]))) != day


def test_filled_hatched_and_empty_people_tell_apart_in_grey() -> None:
    chart = people_chart([PeopleRow(4, 6, "Une phrase", "58 %")])
    faces = {(tuple(p.get_facecolor()), p.get_hatch() or "") for p in chart.axes[0].patches}
    assert len(faces) == 3
    assert style.contrast(style.BLUE) > 4.5
    narrow = people_chart([PeopleRow(4, 6, "Une phrase", "58 %")], width=style.NARROW)
    said = [t.get_text() for t in narrow.axes[0].texts]
    assert said == ["Une phrase · 58 %", "1"], "no words are lost on a telephone"


def test_a_number_stands_before_the_figures_where_no_words_are_above_them() -> None:
    """On a telephone the picture of the Arabic page had each number on the head of a figure."""
    chart = people_chart([PeopleRow(4, 6), PeopleRow(7, 7)], width=style.NARROW)
    FigureCanvasAgg(chart).draw()
    renderer = chart.canvas.get_renderer()
    axes = chart.axes[0]
    heads = [p.get_window_extent(renderer) for p in axes.patches]
    assert axes.texts and not any(
        text.get_window_extent(renderer).overlaps(head) for text in axes.texts for head in heads
    )
    assert max(head.x1 for head in heads) <= style.NARROW * chart.dpi


ARABIC = {
    "lang": "ar", "direction": "rtl", "name": "العربية", "title": "عنوان", "subtitle": "صفحة",
    "skip": "تخطَّ", "notice": "بيانات وهمية", "headings": [f"عنوان {i}" for i in range(7)],
    "why": "لماذا", "who": "{n} شخص", "share": "حوالي {k} من 10", "between": "{a} إلى {b}",
    "results": {k: f"{{share}} {k}" for k in ("k0", "k1", "k2")},
    "names": {k: f"اسم {k}" for k in ("k0", "k1", "k2")},
    "verdicts": dict.fromkeys(("rose", "fell", "stable", "cannot_tell"), "{name} : منذ {since}"),
    "first": "أول", "unknown": "لا نعرف", "done": "نعم", "voice": "تعال",
    "picture": "صورة {results}", "approved_by": "x", "date": "2026-01-01",
}  # fmt: skip


def _plain_in_arabic(folder: Path, **verdicts: str) -> Path:
    _, project, place = following.small_release(folder)
    content = following.feedback()
    told_so = {**ARABIC["verdicts"], **verdicts}
    content["plain"]["translations"] = [{**ARABIC, "verdicts": told_so}]
    following.write(place, "feedback", content)
    made = follow_up_store(
        load_survey(place), project, open_store(folder / "version"), folder / "again"
    )
    assert made is not None
    write_follow_up_pages(open_store(made), "fr", folder / "out", 0, only=["plain"])
    return folder / "out" / "ar" / "fiche.html"


def test_a_page_in_a_further_language_is_whole_and_runs_its_own_way(tmp_path: Path) -> None:
    place = _plain_in_arabic(tmp_path)
    html = place.read_text(encoding="utf-8")
    assert '<html lang="ar" dir="rtl">' in html
    page = told(place)
    assert "حوالي 6 من 10 k0" in page
    assert "2003 شخص" in page
    assert not re.search(r"[a-zà-ÿ]{3,}", re.sub(r"\bk\d\b", "", page))  # no French is left
    assert "منذ 2024" in page
    assert not re.search(r"[\u00a0\u202f][:;!?]", html), "set as French is"


def _without_trends(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have every result that is compared rise since the last edition, with no trend since 2021."""
    known = plain_page.change_of

    def rose(*asked: Any) -> Any:
        change = known(*asked)
        return None if change is None else replace(change, verdict="rose")

    monkeypatch.setattr(plain_page, "change_of", rose)
    monkeypatch.setattr(plain_page, "without_a_trend", lambda *_: "depuis 2021")
    monkeypatch.setattr(plain_page, "period_of", lambda *_: SimpleNamespace(first="2021"))


def test_a_further_language_says_that_a_rise_is_no_trend(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _without_trends(monkeypatch)
    page = told(_plain_in_arabic(tmp_path, rose_without_trend="{name} / {since} / {first}"))
    assert re.search(r"اسم k\d / 2024 / 2021", page)


def test_a_further_language_without_these_words_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _without_trends(monkeypatch)
    with pytest.raises(PublicationError, match="rose_without_trend"):
        _plain_in_arabic(tmp_path)


# --- inventory and benchmarks --------------------------------------------------------------------


def test_the_inventory_counts_uses_and_looks_figures_up(store: Store) -> None:
    rows = {row.id: row for row in category_rows(Context(store, "fr"))}
    assert (rows["care"].uses, rows["care"].in_use) == (2, 1)
    assert (rows["school"].uses, rows["school"].in_use) == (0, 0)
    assert rows["care"].measures["trust"].question == "trust_health"
    assert rows["care"].measures["trust"].own
    assert rows["school"].measures["trust"].cell is None  # no question is about schools
    assert list(general_measures(Context(store, "fr"))) == ["awareness", "trust", "acceptance"]
    lines = list(csv.DictReader(io.StringIO(inventory_csv(Context(store, "en")))))
    estimates = store.tables["estimates"].set_index(
        ["part", "question", "response", "breakdown", "group"]
    )["estimate"]
    told = [line for line in lines if line["question"]]
    assert [(line["category"], line["measure"]) for line in told] == [
        ("care", "trust"),
        ("", "know of"),
        ("", "trust"),
        ("", "accept a role"),
    ]
    assert {line["share"] for line in lines if not line["question"]} == {""}
    for line in told:
        place = ("main", line["question"], line["response"], "total", "total")
        assert float(line["share"]) == round(estimates[place], 3)  # as it is printed


def test_a_figure_that_is_about_no_category_is_told_once(store: Store, pages: Path) -> None:
    page = told(pages / "fr" / "inventaire.html")
    cell = Context(store, "fr").lookup.cell("role", "informs")
    assert cell is not None
    figure = Context(store, "fr").value(cell).replace(NBSP, " ")
    row = page[page.rindex("Tous les usages ensemble 2 1") :]
    assert figure in row.partition("Soins")[0]
    assert row.count(figure) == 1  # in the table's first row, and in no category's
    assert "École 0 0 – – –" in page


def _with_options(folder: Path) -> tuple[Store, Path]:
    """Return a store whose inventory has an option of a question for one category of two."""
    version, project, place = following.small_release(folder)
    content = following.inventory()
    content["awareness"] = {
        "question": "used", "options": {"care": "public"}, "general": "used", "net": "home",
    }  # fmt: skip
    content["categories"]["town"] = {"label": following.t("Ville", "Town"), "values": ["Villes"]}
    content["awareness"]["options"]["town"] = "work"
    following.write(place, "inventory", content)
    made = follow_up_store(load_survey(place), project, version, folder / "again")
    assert made is not None
    return open_store(made), folder


def test_one_question_has_an_option_for_each_category(tmp_path: Path) -> None:
    """By hand: care has the option ``public``, town ``work``, school none; ``home`` is general."""
    store, folder = _with_options(tmp_path)
    context = Context(store, "fr")
    rows = {row.id: row.measures["awareness"] for row in category_rows(context)}
    assert [(m.question, m.response, m.own) for m in rows.values()] == [
        ("used", "public", True),
        ("", "", False),
        ("used", "work", True),
    ]
    assert list(rows) == ["care", "school", "town"]
    assert general_measures(context)["awareness"].response == "home"
    figures = {
        r: context.value(context.lookup.cell("used", r)).replace(NBSP, " ")
        for r in ("public", "work", "home")
    }
    write_follow_up_pages(store, "fr", folder / "out", 0, only=["inventory"])
    page = told(folder / "out" / "fr" / "inventaire.html")
    table = page[page.rindex("Tous les usages ensemble 2 1") :]
    assert table.startswith(f"Tous les usages ensemble 2 1 {figures['home']}")
    assert f"Soins 2 1 {figures['public']}" in table
    assert f"Ville 0 0 {figures['work']}" in table
    assert "École 0 0 – – –" in table
    assert ". – : aucune question de cette édition ne le mesure." in table
    assert "« Usages de l’IA » (à la maison)" in table
    assert "Connaissent : l’option de la catégorie dans la question « Usages de l’IA »" in table
    picture = (folder / "out" / "fr" / "inventaire.html").read_text("utf-8").replace(NBSP, " ")
    assert f"connaissent (à la maison) {figures['home']}" in picture  # what is read aloud of it


CAUSAL = {
    "fr": r"parce que|à cause|grâce à|entraîne|provoque|cause\b|influence|effet de|explique",
    "en": r"because|due to|thanks to|leads? to|causes?\b|influences?|effect of|explains?",
}


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_inventory_page_says_nothing_of_causes(pages: Path, lang: str) -> None:
    name = {"fr": "inventaire", "en": "inventory"}[lang]
    assert not re.search(CAUSAL[lang], told(pages / lang / f"{name}.html"), re.IGNORECASE)


def test_a_figure_of_another_tracker_never_stands_without_its_statement(
    store: Store, pages: Path
) -> None:
    page = told(pages / "fr" / "reperes.html")
    assert page.lower().count("confiance ailleurs") >= 2
    for aspect in ("Population", "Mode", "Mots de la question", "Échelle", "Année"):
        assert page.count(f"{aspect} : autre") >= 4  # in the table and under each name
    assert "non trouvé" in page
    assert "Chiffre non trouvé." in page
    assert not re.search(r"écart démontré|plus élevée|a augmenté|p = ", page)
    rows = list(csv.DictReader(io.StringIO(benchmarks_csv(Context(store, "fr")))))
    assert [row["valeur publiée"] for row in rows] == ["49", ""]
    assert all(row["population"] and row["échelle"] for row in rows)


def test_two_trackers_never_share_a_row_or_a_line(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    from padai.followup.pages import benchmarks_page as benchmarks

    drawn: list[Any] = []
    real = benchmarks.row_chart

    def spy(rows: Any, **how: Any) -> Any:
        drawn.extend(rows)
        return real(rows, **how)

    monkeypatch.setattr(benchmarks, "row_chart", spy)

    def figure(context: Context, chart: Any, *a: Any, **k: Any) -> Any:
        chart()
        return benchmarks.Piece("")

    monkeypatch.setattr(benchmarks, "figure", figure)
    benchmarks.benchmarks_page(Context(store, "fr"))
    assert [len(row.points) for row in drawn] == [0, 1, 1]
    assert {p.shape for row in drawn for p in row.points} == {"plain", "other"}
    # the statement is in the picture: whoever copies it copies the statement
    for aspect in ("population", "mode", "mots", "échelle", "année"):
        assert f"{aspect}\u00a0: autre" in drawn[0].note
    theirs = drawn[2].points[0]
    assert not theirs.has_interval  # none was published


# --- bad input -----------------------------------------------------------------------------------


def _without(content: dict[str, Any], *path: str) -> dict[str, Any]:
    place = content
    for key in path[:-1]:
        place = place[key]
    del place[path[-1]]
    return content


def _with(content: dict[str, Any], value: Any, *path: str) -> dict[str, Any]:
    place = content
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    return content


def _optioned() -> dict[str, Any]:
    options = {"question": "used", "options": {"care": "public"}}
    return _with(following.inventory(), options, "awareness")


WRONG = {
    "options without their question": (
        "inventory", lambda: _without(_optioned(), "awareness", "question"),
        r"`question` and `options` go together",
    ),
    "a question without its options": (
        "inventory", lambda: _without(_optioned(), "awareness", "options"),
        r"`question` and `options` go together",
    ),
    "options of no question": (
        "inventory", lambda: _with(_optioned(), "nowhere", "awareness", "question"),
        r"awareness: there is no question 'nowhere'",
    ),
    "options of a question with one answer": (
        "inventory", lambda: _with(_optioned(), "role", "awareness", "question"),
        r"question 'role' is not a multiple-response one",
    ),
    "an option that the question lacks": (
        "inventory", lambda: _with(_optioned(), "nope", "awareness", "options", "care"),
        r"question 'used' has no option 'nope' \(category 'care'\); it has: work, home, public",
    ),
    "an option of no category": (
        "inventory", lambda: _with(_optioned(), "work", "awareness", "options", "sea"),
        r"there is no category 'sea'",
    ),
    "a general question without its answer": (
        "inventory", lambda: _with(_optioned(), "used", "awareness", "general"),
        r"need `net`: which answer counts",
    ),
    "a measure of nothing": (
        "inventory", lambda: _with(following.inventory(), {"net": "public"}, "awareness"),
        r"a measure needs `question` with `options`",
    ),
    "a reply without a date": (
        "decisions", lambda: _without(following.decisions(), "entries", "refus", "date"),
        r"entry 'refus': the reply has no `date:`",
    ),
    "an entry without a reason": (
        "decisions", lambda: _without(following.decisions(), "entries", "refus", "reason"),
        r"entry 'refus' gives no `reason:`",
    ),
    "something to do without a date": (
        "decisions", lambda: _without(following.decisions(), "entries", "guide", "due"),
        r"needs `next_step:` and its `due:` date",
    ),
    "something done without evidence": (
        "decisions", lambda: _with(following.decisions(), "réalisé", "entries", "guide", "state"),
        r"needs `evidence:`",
    ),
    "a refusal with a state": (
        "decisions", lambda: _with(following.decisions(), "à faire", "entries", "refus", "state"),
        r"has no `state`",
    ),
    "an address that leads to a script": (
        "benchmarks",
        lambda: _with(following.benchmarks(), "javascript:alert(1)", "items", "ailleurs", "source",
                      "url"),
        r"starts with https://",
    ),
    "a reply that does not exist": (
        "decisions", lambda: _with(following.decisions(), "peut-être", "entries", "refus", "reply"),
        r"decisions\.yaml:\d+:\d+",
    ),
    "a reply after the register's date": (
        "decisions", lambda: _with(following.decisions(), "2027-01-01", "entries", "refus", "date"),
        r"replies after 2026-03-01",
    ),
    "a benchmark without a source": (
        "benchmarks", lambda: _without(following.benchmarks(), "items", "ailleurs", "source"),
        r"benchmark 'ailleurs' has no `source:`",
    ),
    "a benchmark whose source has no date": (
        "benchmarks",
        lambda: _without(following.benchmarks(), "items", "ailleurs", "source", "date"),
        r"benchmark 'ailleurs': its source has no `date:`",
    ),
    "a benchmark without a figure or a reason": (
        "benchmarks", lambda: _without(following.benchmarks(), "items", "ailleurs", "value"),
        r"give `value:`, or `absent:`",
    ),
    "a benchmark without one aspect": (
        "benchmarks",
        lambda: _without(following.benchmarks(), "items", "ailleurs", "comparability", "mode"),
        r"comparability\.mode",
    ),
    "a benchmark beside no question of ours": (
        "benchmarks",
        lambda: _with(following.benchmarks(), "nowhere", "items", "absent", "beside", "question"),
        r"there is no question 'nowhere'",
    ),
    "a text without English": (
        "decisions", lambda: _with(following.decisions(), {"fr": "Seul"}, "entries", "refus", "body"),
        r"lacks a language that `languages:` lists",
    ),
    "a plain result without its share": (
        "feedback",
        lambda: _with(following.feedback(), following.t("Rien.", "Nothing."), "plain", "results",
                      "k0", "sentence"),
        r"needs \{share\} once",
    ),
    "a plain result of no key result": (
        "feedback",
        lambda: _with(following.feedback(), following.feedback()["plain"]["results"]["k0"],
                      "plain", "results", "k9"),
        r"there is no key result 'k9'",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_bad_input_is_its_own_clear_error(tmp_path: Path, name: str) -> None:
    file, make, why = WRONG[name]
    _, _, place = following.small_release(tmp_path)
    following.write(place, file, make())
    with pytest.raises(DefinitionError, match=why) as caught:
        load_following(load_survey(place))
    assert str(caught.value).startswith("essai")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (following.USES.replace("STATUS", "ETAT"), r"Not found once: STATUS\. Found: INITIATIVE"),
        (following.USES.replace(",", ";"), "Not found once: INITIATIVE"),
        (following.USES.replace("Santé", "Ailleurs", 1), r"'category' has no place .*'Ailleurs'"),
        (following.USES + "Trop,peu\n", "2 cells under 6 headings"),
        (following.USES.splitlines()[0] + "\n", "it lists no use"),
    ],
)
def test_an_inventory_with_another_header_or_content_is_refused(
    tmp_path: Path, text: str, why: str
) -> None:
    version, project, place = following.small_release(tmp_path)
    (place / "inventory.csv").write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=why):
        follow_up_store(load_survey(place), project, version, tmp_path / "again")


def test_a_register_entry_that_points_to_no_finding_stops_the_build(tmp_path: Path) -> None:
    version, project, place = following.small_release(tmp_path)
    content = following.decisions()
    content["entries"]["refus"]["sources"] = [{"finding": "k9", "wave": "2024"}]
    following.write(place, "decisions", content)
    with pytest.raises(DefinitionError, match="entry 'refus' cites the finding '2024/k9'"):
        follow_up_store(load_survey(place), project, version, tmp_path / "again")
    with pytest.raises(DefinitionError, match="no release has published"):
        earlier_register(load_survey(place), project, "2025")


def test_a_register_that_follows_what_is_not_there_is_refused_before_data_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, project, place = following.small_release(tmp_path)
    content = following.decisions()
    following.write(place, "decisions", {**content, "follows": ["absent"]})
    order = Order(load_survey(place), project, "2025")
    monkeypatch.setattr(version_steps, "passed", _never)
    monkeypatch.setattr(version_steps, "_parts", _never)
    with pytest.raises(DefinitionError, match="names the survey 'absent'"):
        version_steps.estimated_anew(order, None, ())


def test_what_keeps_its_register_elsewhere_needs_one_before_data_are_read(tmp_path: Path) -> None:
    _, project, place = following.small_release(tmp_path)
    (place / "decisions.yaml").unlink()
    survey = load_survey(place)
    feedback = FeedbackFile.model_construct(register_of="absent")
    with (
        mock.patch.object(follow_up, "load_following", return_value=Following(feedback=feedback)),
        pytest.raises(DefinitionError, match="names the survey 'absent'"),
    ):
        follow_up.check_following(survey, project)


def _never(*_: object, **__: object) -> None:
    raise AssertionError("read before it was refused")


def test_a_question_that_names_no_story_of_the_questionnaire_is_refused(tmp_path: Path) -> None:
    _, _, place = following.small_release(tmp_path)
    text = (place / "questionnaire.yaml").read_text(encoding="utf-8")
    text = text.replace("scenario: classe", "scenario: clase")
    (place / "questionnaire.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(DefinitionError, match="no scenario 'clase'; did you mean 'classe'"):
        load_survey(place)


def test_a_draft_links_to_the_names_that_a_draft_has(tmp_path: Path) -> None:
    from padai.followup.pages.register_page import register_page

    store = following.followed(tmp_path, status="draft")
    assert "(../../v1/fr/rapport-ebauche.html)" in register_page(Context(store, "fr")).markdown
    version = following.open_store(tmp_path / "version")
    assert "(../../suivi/en/follow-up-draft.html)" in Report(version, "en").became().markdown


def test_the_first_edition_awaits_nothing(tmp_path: Path) -> None:
    _, project, place = following.small_release(tmp_path)
    kept = earlier_register(load_survey(place), project, "2021")
    assert kept is not None
    assert len(kept.rows) == 0
    assert kept.facts["totals"]["listed"] == 0


# --- other sample types, and the browser ---------------------------------------------------------


@pytest.mark.parametrize("sample_type", ["quota", "open"])
def test_each_sample_type_keeps_to_its_words(tmp_path: Path, sample_type: str) -> None:
    store = following.followed(tmp_path, sample_type=sample_type)
    lang = {"quota": "fr", "open": "en"}[sample_type]
    chosen = ["letter", "inventory", "benchmarks"] + (["plain", "kit"] if lang == "fr" else [])
    write_follow_up_pages(store, lang, tmp_path / "out", 0, only=chosen)
    for page in sorted((tmp_path / "out").rglob("*.html")):
        words = Context(store, page.parent.name).words()
        sentence = words.under or words.banner
        plain = re.sub(r"[\s\u00a0\u202f]+", " ", sentence).rstrip(".")
        assert plain in told(page), page.name


def test_a_built_release_is_followed_without_being_built_again(
    built_example: Path, tmp_path: Path
) -> None:
    """In a process of its own, from the store of the version, which stays as it was."""
    shutil.copytree(built_example / "surveys", tmp_path / "surveys")
    shutil.copyfile(built_example / "padai.yaml", tmp_path / "padai.yaml")
    content = following.decisions()
    del content["entries"]["refus"]
    content["entries"]["guide"]["sources"] = [{"finding": "services", "wave": "2025"}]
    following.write(tmp_path / "surveys" / "example", "decisions", content)
    survey = load_survey(tmp_path / "surveys" / "example")
    version = built_example / "releases" / "example" / "2025" / "v1"
    before = {p.name: p.read_bytes() for p in (version / "interne").iterdir()}
    draft = tmp_path / "suivi"
    draft.mkdir()
    said: list[str] = []
    made = write_follow_up(survey, find_project(tmp_path), version, draft, said.append)
    assert [p.relative_to(draft).as_posix() for p in made] == [
        "fr/suivi.html",
        "fr/suivi.csv",
        "en/follow-up.html",
        "en/follow-up.csv",
        "interne/manifest.json",
    ]
    assert "Font confiance aux services en ligne" in told(draft / "fr" / "suivi.html")
    assert str(tmp_path) not in (draft / "interne" / "manifest.json").read_text(encoding="utf-8")
    assert {p.name: p.read_bytes() for p in (version / "interne").iterdir()} == before


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as player:
        opened = player.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
        )
        yield opened
        opened.close()


@pytest.mark.needs("chromium")
def test_no_page_scrolls_sideways_on_a_small_telephone(browser: Any, pages: Path) -> None:
    view = browser.new_page(viewport={"width": 320, "height": 800})
    for page in sorted(pages.rglob("*.html")):
        view.goto(page.as_uri())
        assert view.evaluate("document.documentElement.scrollWidth") <= 320, page.name
    view.close()


@pytest.mark.needs("chromium")
@pytest.mark.parametrize(("lang", "width"), [("fr", 390), ("en", 1280)])
def test_axe_finds_no_violation(browser: Any, pages: Path, lang: str, width: int) -> None:
    for page in sorted((pages / lang).glob("*.html")):
        view = open_page(browser, page.as_uri(), width, bypass_csp=True)
        assert axe(view) == ([], []), page.name
        view.close()


def test_the_same_store_gives_the_same_bytes(store: Store, pages: Path, tmp_path: Path) -> None:
    write_follow_up_pages(store, "fr", tmp_path, 0, only=["register", "letter", "benchmarks"])
    for path in sorted((tmp_path / "fr").iterdir()):
        assert path.read_bytes() == (pages / "fr" / path.name).read_bytes(), path.name


def test_pages_of_which_nothing_changed_are_taken_over(tmp_path: Path) -> None:
    """A date of the letter renews the pages; the text of one language, those of that language."""
    store = following.followed(tmp_path / "followed")

    def published(folder: Path, name: str, before: Path | None = None) -> set[str]:
        out = tmp_path / name
        (out / "interne").mkdir(parents=True)
        made = publish(folder, out, what=("follow-up",), before=before)
        rows = [{"name": f.relative_to(out).as_posix(), "sha256": sha256(f)} for f in made.files]
        manifest = {"steps": made.carried_out, "outputs": rows}
        (out / "interne" / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
        return {step["name"] for step in made.carried_out if not step["taken_over"]}

    first = tmp_path / "first"
    assert published(store.folder, "first") == {"fr/follow-up", "en/follow-up"}
    assert published(store.folder, "again", first) == set()
    changed = tmp_path / "changed"
    shutil.copytree(store.folder, changed)
    content = json.loads((changed / "texts.json").read_text(encoding="utf-8"))
    content["definition"]["title"]["fr"] = "Un autre titre"
    (changed / "texts.json").write_text(json.dumps(content), encoding="utf-8")
    assert published(changed, "worded", first) == {"fr/follow-up"}
    published(changed, "fresh")
    for name in ("again", "worded"):
        like = first if name == "again" else tmp_path / "fresh"
        for path in (tmp_path / name).rglob("*"):
            if path.is_file() and path.parent.name != "interne":
                other = like / path.relative_to(tmp_path / name)
                assert path.read_bytes() == other.read_bytes(), path
