"""The executive page and the page for the press: what they say, and what they never say."""

from __future__ import annotations

import re
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from padai.publishing.basis.context import Context
from padai.publishing.basis.vocabulary import forbidden_words
from padai.publishing.chapters.methodology import _grouped_findings
from padai.publishing.engine import render
from padai.publishing.exhibits.exhibit_items import Item
from padai.publishing.exhibits.last_asked import uncompared_sentence
from padai.publishing.report import Report
from padai.store import COLUMNS, Store
from tests.publishing_store import BODIES, make_store
from tests.unpacking import pdf_pages

PAGES = {
    "fr": ("rapport", "sommaire", "presse"),
    "en": ("report", "summary", "press"),
}


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the pictures of cards go where the test is."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return make_store(tmp_path_factory.mktemp("store"))


def _read(*pieces: Any) -> str:
    """Return what a reader sees: no strokes, plain spaces."""
    text = re.sub(r"\\(.)", r"\1", "\n".join(p.markdown for p in pieces))
    return _spaced(text)


def _spaced(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def executive(report: Report) -> str:
    return _read(
        report.asked(), report.key_findings(), report.what_changed(), report.who(), report.limits()
    )


def press(report: Report) -> str:
    return _read(report.not_to_write(), report.quotable())


def _published(store: Store) -> set[str]:
    """Return every published figure of the wave, rounded as a page writes it."""
    values: set[str] = set()
    for name in ("estimates", "differences"):
        frame = store.table(name)
        frame = frame[frame["wave"] == store.wave]
        for column in ("estimate", "conf_low", "conf_high"):
            shown = frame[column].dropna()
            shares = shown[frame.loc[shown.index, "response"] != "mean"]
            values |= {f"{abs(v) * 100:.1f}" for v in shares}
            values |= {f"{abs(v):.2f}" for v in shown}
    series = store.table("trends")  # the drawing of a card shows the earlier wave too
    for column in ("estimate", "conf_low", "conf_high"):
        values |= {f"{v * 100:.1f}" for v in series[column].dropna()}
    return values


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("page", [executive, press])
def test_every_number_is_the_store_s(store: Store, lang: str, page: Any) -> None:
    found = re.findall(r"(?<![\d.,])\d+[.,]\d{1,2}(?!\d)", page(Report(store, lang)))
    assert len(found) > 20
    assert {n.replace(",", ".") for n in found} <= _published(store)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_both_pages_give_every_key_result_its_own_figures(store: Store, lang: str) -> None:
    frame = store.table("estimates")
    whole = frame[(frame["part"] == "main") & (frame["breakdown"] == "total")]
    whole = whole.set_index(["question", "response"])
    mark = "," if lang == "fr" else "."
    quoted = re.split(r"^### ", press(Report(store, lang)), flags=re.MULTILINE)[1:]
    assert len(quoted) == len(store.survey.key_results)
    cards = executive(Report(store, lang))
    for number, (result, sentence) in enumerate(
        zip(store.survey.key_results, quoted, strict=True), start=1
    ):
        assert sentence.startswith(f"{number}. {result.label.get(lang)}")
        row = whole.loc[(result.question, result.net)]
        for column in ("estimate", "conf_low", "conf_high"):
            figure = f"{row[column] * 100:.1f}".replace(".", mark)
            assert figure in sentence
            assert figure in cards


def test_a_sentence_to_quote_says_all_that_goes_with_it(store: Store) -> None:
    first = press(Report(store, "fr")).split("### ")[1]
    for words in (
        "la part de la population dont la réponse est classée « Total confiance » est de",
        "Question : « Dans quelle mesure faites-vous confiance… (Ministères du Québec) »",
        "**Base** : tous les répondants, n = 2 003.",
        "**Dates** : du 1er au 20 mai 2025.",
        "**Type d’échantillon** : échantillon probabiliste, en ligne.",
        "[Détail dans le rapport : La confiance](rapport.html#sec-trust)",
    ):
        assert words in first, words


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_ways_from_the_press_page_that_differ_do_not_read_alike(store: Store, lang: str) -> None:
    """Six that read “Details in the report” led to six chapters: a list of links told none apart."""
    ways = set(re.findall(r"\[([^\]]+)\]\(([^)]+#sec-[^)]+)\)", press(Report(store, lang))))
    assert ways and len({name for name, _ in ways}) == len({to for _, to in ways}) == len(ways)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_quoted_result_gives_its_interval_and_its_base_once(store: Store, lang: str) -> None:
    """The quotation has the interval; a line on precision said it again, and the base."""
    context = Context(store, lang)
    said = _read(Report(store, lang).quotable()).split("### ")[1:]
    majority = {"fr": "soit une majorité", "en": "a majority"}[lang]
    told = 0
    for result, text in zip(store.survey.key_results, said, strict=False):
        cell = context.lookup.cell(result.question, result.net)
        assert cell is not None
        assert text.count(_spaced(context.interval(cell))) == 1
        assert text.count(_spaced(f"n = {context.numbers.count(cell.n_base)}")) == 1
        quoted = text.partition("Question")[0]
        assert (majority in quoted) == (cell.conf_low > 0.5)
        told += 1
    assert told > 2


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_first_measurement_is_said_of_a_first_measurement_only(store: Store, lang: str) -> None:
    """“Première mesure” stood above the list of the five editions that had asked the question."""
    context = Context(store, lang)
    first = {"fr": "Première mesure.", "en": "First measurement."}[lang]
    earlier = {"fr": "les éditions précédentes", "en": "earlier editions"}[lang]
    alone = [q for q in store.survey.questions.values() if not _followed(context, q.id)]
    waves = store.survey.waves
    before = waves[: waves.index(store.wave)]
    said = {}
    for question in alone:
        asked = any(question.asked_in(w, "main") for w in before)
        said[asked] = uncompared_sentence(context, Item(question.id, question.codes[0]))
        assert (said[asked] == first) != asked, question.id
    assert earlier in said[True]


def _followed(context: Context, question: str) -> bool:
    codes = context.question(question).codes
    return not codes or any(context.lookup.series(question, str(c)) for c in codes)


def test_a_finding_of_two_stages_names_its_column_once(store: Store) -> None:
    row = {
        "check": "weight_uneven",
        "severity": "warning",
        "part": "main",
        "wave": store.wave,
        "count": 0,
        "column": "POND",
        "fr": "Étendue des poids",
        "accepted": {},
    }
    (said,) = _grouped_findings(Context(store, "fr"), [row, row])
    assert said.count("POND") == 1


def test_what_must_not_be_written_comes_from_the_data(store: Store) -> None:
    text = _read(Report(store, "fr").not_to_write())
    assert "de part et d’autre de la rupture du 1er janvier 2025" in text
    assert "Genre « Personnes non binaires » (nombre insuffisant)" in text
    whole = store.table("estimates")
    whole = whole[(whole["part"] == "main") & (whole["breakdown"] == "total")]
    majority = next((ln for ln in text.splitlines() if "plus de la moitié" in ln), "")
    for index, result in enumerate(store.survey.key_results):
        row = whole[(whole["question"] == result.question) & (whole["response"] == "trust")].iloc[0]
        covers = row["conf_low"] <= 0.5 <= row["conf_high"]
        assert (f"Confiance envers {index} (" in majority) == covers


def test_a_majority_that_the_interval_covers_is_listed(tmp_path: Path) -> None:
    def police(head: dict[str, Any]) -> None:
        head["key_results"]["k0"]["question"] = "trust_police"

    store = make_store(tmp_path, change=police)
    frame = store.table("estimates")
    mine = frame[(frame["question"] == "trust_police") & (frame["response"] == "trust")]
    row = mine[(mine["part"] == "main") & (mine["breakdown"] == "total")].iloc[0]
    assert row["conf_low"] <= 0.5 <= row["conf_high"]
    assert "Confiance envers 0 (" in _read(Report(store, "fr").not_to_write())


def test_who_is_lowest_follows_the_published_verdicts(store: Store) -> None:
    frame = store.table("differences")
    mine = frame[
        (frame["part"] == "main")
        & (frame["reference"] == "rest")
        & (frame["question"] == "trust_ministries")
        & (frame["response"] == "trust")
    ]
    lower = mine[(mine["verdict"] == "lower") & mine["estimate"].notna()]
    chosen = lower.iloc[1:]  # the first did not stand among all comparisons of the release
    selected = chosen.assign(kind="groups")[COLUMNS["selected"]].astype(str)
    store = replace(store, tables={**store.tables, "selected": selected})
    text = _read(Report(store, "fr").who())
    survey = store.survey
    seen = 0
    for row in mine.itertuples():
        labels = {g.id: g.label.fr for g in survey.breakdown(row.breakdown).groups}
        named = f"« {labels[row.group]} » ("
        listed = named in text.replace(f"{named}nombre", "")
        assert listed == (row.Index in chosen.index)
        seen += listed
    assert seen == len(chosen) > 0


@pytest.mark.parametrize("kind", ["probability", "quota", "open", "minipublic"])
def test_each_sample_type_keeps_to_its_words(tmp_path: Path, kind: Any) -> None:
    store = make_store(tmp_path, sample_type=kind)
    for lang in ("fr", "en"):
        report = Report(store, lang)
        text = executive(report) + press(report)
        assert forbidden_words(text, kind) == []
        assert len(text) > 1500


def test_a_key_result_that_is_withheld_has_no_sentence(tmp_path: Path) -> None:
    def tiny(head: dict[str, Any]) -> None:
        head["key_results"]["k0"] |= {"breakdown": "gender", "group": "X"}

    text = press(Report(make_store(tmp_path, change=tiny), "fr")).split("### ")[1]
    assert "Résultat non publié : nombre insuffisant." in text
    assert ">" not in text


def test_the_sheet_of_nine_key_results_has_room_on_one_page_of_paper(tmp_path: Path) -> None:
    """Nine verdicts, two notices, and a title that takes the lines of a survey’s own notes."""

    def nine(survey: dict[str, Any]) -> None:
        first = next(iter(survey["key_results"].values()))
        asked = [f"trust_{body}" for body in BODIES]
        survey["key_results"] = {
            f"k{i}": {
                **first,
                "question": asked[i % len(asked)],
                "label": {
                    "fr": f"Confiance envers le réseau {i}",
                    "en": f"Trust in network {i} to use AI",
                },
            }
            for i in range(9)
        }
        whole = "of the whole of the territory " * 38
        survey["title"] = {"fr": "Confiance", "en": f"Trust of the population {whole}"}

    store = make_store(tmp_path / "store", change=nine)
    templates = Path(str(files("padai.publishing") / "templates"))
    (sheet,) = render(
        templates,
        ["en/summary.qmd"],
        tmp_path / "out",
        store=store.folder,
        lang="en",
        source_date=1764028800,
        formats=("typst",),
        engine="embedded",
    )
    (page,) = pdf_pages(sheet.path.read_bytes())
    assert all(f"Trust in network {i} to use AI" in page for i in range(9))
    assert "Full methodology" in page


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_pages_render_and_link_to_one_another(store: Store, tmp_path: Path, lang: Any) -> None:
    templates = Path(str(files("padai.publishing") / "templates"))
    made = render(
        templates,
        [f"{lang}/{name}.qmd" for name in PAGES[lang][1:]],
        tmp_path,
        store=store.folder,
        lang=lang,
        source_date=1764028800,
        engine="embedded",
    )
    report, *_ = PAGES[lang]
    other = "en" if lang == "fr" else "fr"
    for index, file in enumerate(made, start=1):
        page = file.path.read_text(encoding="utf-8")
        assert f'<html lang="{lang}-CA">' in page
        assert page.count({"fr": "Données fictives", "en": "Synthetic data"}[lang]) >= 3
        assert page.count("<h1") == 1
        assert f'href="../{other}/{PAGES[other][index]}.html"' in page
        assert f'href="{report}.html"' in page
        assert f'href="{PAGES[lang][3 - index]}.html"' in page


def test_a_release_in_french_alone_links_to_no_english_page(tmp_path: Path) -> None:
    store = make_store(tmp_path, languages=("fr",))
    for page in ("report", "executive", "press"):
        assert "../en/" not in Report(store, "fr").title(page).markdown
