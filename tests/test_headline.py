"""What a release opens with: three sentences and rows of key results, on one page, and no more."""

from __future__ import annotations

import dataclasses
import json
import re
import shutil
import zipfile
from pathlib import Path

import pandas as pd
import pytest
from lxml import html as lxml_html
from pptx import Presentation

from padai.publishing.basis.context import Context
from padai.publishing.basis.sentences import lower_first, upper_first
from padai.publishing.chapters.executive import headline_items
from padai.publishing.chapters.headline import (
    headline_declared,
    headline_sentences,
    headline_told,
)
from padai.publishing.chapters.key_result_rows import key_rows
from padai.publishing.chapters.press import not_to_write, quotable
from padai.publishing.checking.document import check_document
from padai.publishing.exhibits.exhibit_items import Item, change_of, period_of
from padai.publishing.exhibits.figure_names import in_sentence
from padai.publishing.exhibits.moves import trend_beside
from padai.publishing.exhibits.titles import _in_groups_once, title_of_series
from padai.publishing.products.explorer.payload import _start
from padai.publishing.products.key_figures.picture import write_key_figures
from padai.publishing.products.slides.deck import title_of as title_of_slide
from padai.publishing.products.slides.deck import write_slides
from padai.publishing.report import Report
from padai.store import Store, open_store
from padai.store.files import json_text
from padai.survey import KeyResult, load_survey
from tests.headline_box import assert_tells, plain
from tests.publishing_store import make_store
from tests.unpacking import pdf_pages

OPENING = {"fr": ("rapport", "sommaire"), "en": ("report", "summary")}
CONTENTS = {"fr": "Table des matières", "en": "Contents"}
FRONT = {"fr": "index.html", "en": "en/index.html"}


@pytest.fixture(scope="module")
def release(built_example: Path) -> Path:
    return built_example / "releases" / "example" / "2025" / "v1"


@pytest.fixture(scope="module")
def store(release: Path) -> Store:
    return open_store(release / "interne")


def headline_of(page: Path) -> lxml_html.HtmlElement:
    """Return a page's headline, which stands before everything else."""
    body = lxml_html.fromstring(page.read_bytes())
    (box,) = body.xpath("//main//*[@class='headline']")
    found = box.xpath("preceding::*[self::p or self::h2 or self::table][ancestor::main]")
    # an English site says first which version prevails
    before = [b for b in found if "French version" not in b.text_content()]
    assert not before, page.name
    return box


def letters(text: str) -> str:
    """Return a text without spaces and hyphens, which lines of paper break at."""
    return re.sub(r"[\s\u00ad-]+", "", plain(text))


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_front_page_report_and_sheet_open_with_the_same_three_sentences(
    built_example: Path, release: Path, store: Store, lang: str
) -> None:
    context = Context(store, lang)
    said = [plain(text) for text in headline_sentences(context)]
    assert len(said) == 3
    said[-1] += f" {plain(headline_declared(context))}"
    assert said[-1].endswith(("déclarées, selon l’équipe.", "declared, according to the team."))
    for page in OPENING[lang]:
        box = headline_of(release / lang / f"{page}.html")
        assert_tells(box, said)
        first = letters(pdf_pages((release / lang / f"{page}.pdf").read_bytes())[0])
        for sentence in said:
            assert letters(sentence) in first, sentence
    assert_tells(headline_of(built_example / "_site" / FRONT[lang]), said)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_first_page_holds_every_key_result_before_any_contents(
    release: Path, store: Store, lang: str
) -> None:
    context = Context(store, lang)
    pages = pdf_pages((release / lang / f"{OPENING[lang][0]}.pdf").read_bytes())
    first, second, *_ = map(letters, pages)
    before, contents, _ = first.partition(letters(CONTENTS[lang]))
    assert contents or letters(CONTENTS[lang]) in second
    (sheet,) = pdf_pages((release / lang / f"{OPENING[lang][1]}.pdf").read_bytes())
    for page in (before, letters(sheet)):
        for result in store.survey.key_results:
            cell = context.lookup.cell(result.question, result.net)
            assert cell is not None
            for text in (context.value(cell), context.text(result.label), context.interval(cell)):
                assert letters(text).rstrip(".") in page, text


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_row_has_value_line_change_and_verdict(release: Path, store: Store, lang: str) -> None:
    context = Context(store, lang)
    page = lxml_html.fromstring((release / lang / f"{OPENING[lang][1]}.html").read_bytes())
    rows = page.xpath("//*[@class='key-rows']/ul/li")
    assert len(rows) == len(store.survey.key_results) > 2
    for row, result in zip(rows, store.survey.key_results, strict=True):
        item = Item(result.question, result.net)
        change, period = change_of(context.lookup, item), period_of(context, item)
        assert change is not None and period is not None
        said = plain(row.text_content())
        assert plain(context.numbers.change(change.estimate, "share", short=True)) in said
        assert change.reference in said and period.first in said
        assert row.xpath(".//*[contains(@class, 'verdict')]")
        (alt,) = row.xpath(".//img/@alt")
        for cell in context.lookup.series(item.question, item.response):
            assert plain(f"{context.colon(cell.wave, context.value(cell))}") in plain(alt)


def test_what_the_headline_names_is_of_the_headline_or_selected(store: Store) -> None:
    """Each name of a side stands in the store under that verdict, and may be picked."""
    context = Context(store, "fr")
    selected = store.tables["selected"]
    whole, last, _ = headline_sentences(context)
    family = (
        {c.question for c in store.survey.families[0].comparisons}
        if (store.survey.families)
        else {k.question for k in store.survey.key_results}
    )
    checked = 0
    for sentence, kind in ((whole, "slope"), (last, "change")):
        for question in store.survey.questions.values():
            subject = question.subject
            name = subject.get("fr") if subject else f"« {question.label.get('fr')} »"
            if name not in plain(sentence):
                continue
            rows = selected[(selected["question"] == question.id) & (selected["kind"] == kind)]
            assert len(rows) or question.id in family, (name, sentence)
            # the verb stands after the first name of its side, before the others
            (side,) = (c for c in plain(sentence).split(" ; ") if name in c)
            up, down = "a augmenté" in side, "a diminué" in side
            assert up != down, side
            item = Item(question.id, context.headline(question.id))
            found = period_of(context, item) if kind == "slope" else change_of(context.lookup, item)
            assert found is not None
            assert found.verdict.startswith("rose" if up else "fell")
            checked += 1
    assert checked >= 3


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_questionnaire_and_tables_are_documents_of_their_own(release: Path, lang: str) -> None:
    tables = {"fr": "tableaux", "en": "tables"}[lang]
    report = (release / lang / f"{OPENING[lang][0]}.html").read_text(encoding="utf-8")
    assert f'href="{tables}.html"' in report and 'href="questionnaire.html"' in report
    assert 'id="sec-questionnaire"' not in report
    annex = {"fr": "Annexe. Tableaux de données", "en": "Annex. Data tables"}[lang]
    pages = pdf_pages((release / lang / f"{OPENING[lang][0]}.pdf").read_bytes())
    assert letters(annex) not in letters(" ".join(pages))
    assert all(len(letters(page)) > 200 for page in pages)  # none is blank
    for name in ("questionnaire", tables):
        for end in ("html", "pdf", "docx"):
            assert (release / lang / f"{name}.{end}").stat().st_size > 5000
    with zipfile.ZipFile(release / lang / f"{OPENING[lang][0]}.docx") as package:
        text = re.sub(r"<[^>]+>", "", package.read("word/document.xml").decode())
    assert letters(annex) not in letters(text)


def test_a_headline_with_no_verdict_says_the_plainest_true_thing(tmp_path: Path) -> None:
    for kind, lang in (("open", "fr"), ("open", "en")):
        store = make_store(tmp_path / f"{kind}-{lang}", sample_type=kind)
        first, *others = headline_sentences(Context(store, lang))
        result = store.survey.key_results[0]
        assert first.startswith(result.label.get(lang))
        said = " ".join(others)
        assert {"fr": "Aucun changement n’est jugé", "en": "No change is judged"}[lang] in said
        assert "population" in said  # what such a sample stands for


def test_an_edition_opens_with_what_it_asked(release: Path, tmp_path: Path) -> None:
    """Key results that rest in an edition were told, with the years of an older one."""
    shutil.copytree(release / "interne", tmp_path / "interne")
    store = open_store(tmp_path / "interne")
    path, earlier = store.folder / "texts.json", [w for w in store.survey.waves if w != store.wave]
    told = json.loads(path.read_text(encoding="utf-8"))
    resting = {k.question for k in store.survey.key_results}
    for question in resting:
        told["definition"]["questions"][question]["waves"] = earlier
    path.write_text(json_text(told), encoding="utf-8")
    for lang in ("fr", "en"):
        names = [store.survey.question(q).subject for q in resting]
        before, after = (
            plain(" ".join(headline_sentences(Context(s, lang))[:1]))
            for s in (store, open_store(store.folder))
        )
        assert any(n is not None and n.get(lang) in before for n in names)
        assert not any(n is not None and n.get(lang) in after for n in names)
        start = _start(Context(open_store(store.folder), lang), "main")
        assert start["question"] not in resting
        rows = plain(key_rows(Context(open_store(store.folder), lang)).markdown)
        assert rows.startswith({"fr": "Trois résultats clés", "en": "Three key results"}[lang])
        assert "…" not in rows, "a row without a figure tells nothing"
        press = plain(quotable(Context(open_store(store.folder), lang)).markdown)
        assert press == rows, "and nothing stands to be quoted"
        context = Context(open_store(store.folder), lang)
        last = [context.lookup.series(k.question, k.net)[-1] for k in store.survey.key_results]
        figures = [
            plain(f"{context.colon(lower_first(context.wave_label(c.wave)), context.value(c))})")
            for c in last
        ]
        said = pictured(context.store, lang, tmp_path / "out")
        for told_in in (rows.replace("\\", ""), *said):
            assert all(f in told_in for f in figures), "and when, and how much, it was last"
            assert "…" not in told_in, "a row without a figure tells nothing"


def pictured(store: Store, lang: str, folder: Path) -> tuple[str, str]:
    """Return what the picture of key figures and the slides say."""
    *_, text = write_key_figures(store, lang, folder)
    (deck,) = write_slides(store, lang, folder)
    slides = Presentation(str(deck)).slides
    said = [s.text_frame.text for slide in slides for s in slide.shapes if s.has_text_frame]
    assert len(slides) == 3, "a cover, the essentials and one slide of what rests"
    return plain(text.read_text(encoding="utf-8")), plain(" ".join(said))


def test_a_chapter_of_which_nothing_was_asked_says_so(tmp_path: Path) -> None:
    store = make_store(tmp_path)
    path = store.folder / "texts.json"
    told = json.loads(path.read_text(encoding="utf-8"))
    for name, question in told["definition"]["questions"].items():
        if name.startswith("trust_"):
            question["waves"] = ["2023", "2024"]
    path.write_text(json_text(told), encoding="utf-8")
    said = "The questions of this chapter were not asked in this edition"
    for folder, there in ((store.folder, True), (make_store(tmp_path / "b").folder, False)):
        chapter = Report(open_store(folder), "en").section("trust").markdown
        assert (said in chapter) is there


def test_a_survey_without_key_results_still_has_a_headline(tmp_path: Path) -> None:
    def none(survey: dict[str, object]) -> None:
        survey["key_results"] = {}

    store = make_store(tmp_path, change=none)
    assert headline_sentences(Context(store, "fr"))


def test_every_key_result_is_of_the_headline_declared_or_not(tmp_path: Path) -> None:
    """A family that names one comparison alone leaves no key result out of the headline."""

    def one(head: dict[str, object]) -> None:
        kept = head["families"]
        assert isinstance(kept, dict)
        first = next(iter(kept.values()))
        first["comparisons"] = first["comparisons"][:1]

    store = make_store(tmp_path, change=one)
    results = [k for k in store.survey.key_results if k.breakdown == "total"]
    items = headline_items(Context(store, "fr").survey)
    assert len(store.survey.families[0].comparisons) == 1 < len(results)
    assert {Item(k.question, k.net) for k in results} <= set(items)
    assert len(items) == len(set(items))


# --- a figure as a sentence bears it -------------------------------------------------------------


def store_with_subject(folder: Path, **subject: str) -> Store:
    """A store whose question on schools has a noun phrase for what it measures."""
    store = make_store(folder)
    path = store.folder / "texts.json"
    told = json.loads(path.read_text(encoding="utf-8"))
    told["definition"]["questions"]["trust_schools"]["subject"] = subject
    path.write_text(json_text(told), encoding="utf-8")
    return open_store(store.folder)


def test_every_question_that_the_survey_of_chile_follows_has_a_phrase() -> None:
    """As docs/first-hour.md counts them, a step after the draft."""
    root = Path(__file__).parents[1]
    survey = load_survey(root / "surveys" / "cep")
    followed = [q for q in survey.questions.values() if q.section]
    assert all(q.subject is not None for q in followed)
    for question in followed:
        assert question.subject is not None
        assert question.subject.get("es").startswith("la ")
        assert question.subject.get("fr").startswith(("la ", "l’"))
    page = (root / "docs" / "first-hour.md").read_text(encoding="utf-8")
    assert f"in Spanish and French | {len(followed)} |" in page


def test_a_title_reads_as_prose_where_a_question_says_what_it_measures(store: Store) -> None:
    phrases = {
        "fr": "la confiance envers les services en ligne de la ville",
        "en": "trust in the town’s online services",
    }
    for lang, subject in phrases.items():
        context = Context(store, lang)
        items = [Item(q, context.headline(q)) for q in ("trust_services", "trust_data")]
        period = period_of(context, items[0])
        assert period is not None and period.verdict == "rose"
        alone = title_of_series(context, [("A name", items[0])], "")
        assert alone.startswith(f"{upper_first(subject)} ") and "A name" not in alone
        among = title_of_series(context, [("A name", items[0]), ("Another", items[1])], "")
        assert f", {subject} " in among and "name" not in among and "Another" not in among


def test_the_phrase_is_of_the_answer_that_is_followed_among_all(tmp_path: Path) -> None:
    """Another answer or another part keep their names: the phrase would be false."""
    context = Context(store_with_subject(tmp_path, fr="la confiance", en="trust in schools"), "en")
    followed = context.headline("trust_schools")
    for other in (
        Item("trust_schools", "4"),
        Item("trust_schools", followed, part="phone"),
        Item("trust_police", followed),
    ):
        assert in_sentence(context, "A name", other) == "“A name”"


def test_a_title_of_groups_says_once_what_is_measured(tmp_path: Path) -> None:
    """The long name of the question stood before each group."""
    store = store_with_subject(tmp_path, fr="la confiance envers les écoles", en="trust in schools")
    for lang, subject, short in (
        ("fr", "la confiance envers les écoles dans le groupe « ", "le résultat du groupe « "),
        ("en", "trust in schools in the group “", "the result of the group “"),
    ):
        context = Context(store, lang)
        groups = context.groups("age_group")
        followed = context.headline("trust_schools")
        items = [Item("trust_schools", followed, "age_group", g) for g in groups]
        title = title_of_series(context, [("A name", i) for i in items], "")
        said = plain(title)
        assert said.count(subject) == 1 < len(items) == said.count(short) + 1
        assert said.index(subject) < said.index(short) and "A name" not in said
        twice = _in_groups_once(context, f"{title} {title}", [("A name", i) for i in items])
        assert plain(twice).count(subject) == 1


def test_an_edition_that_may_not_be_compared_says_how_high_results_stand(tmp_path: Path) -> None:
    """It named one key result of several, and did not say with what nothing is compared."""
    store = make_store(tmp_path)
    rows = store.tables["differences"].copy()
    rows["verdict"] = rows["verdict"].where(rows["reference"] == "rest", "not comparable")
    empty = {n: store.tables[n].iloc[:0] for n in ("slopes", "selected")}
    apart = dataclasses.replace(store, tables={**store.tables, "differences": rows, **empty})
    frame = pd.DataFrame(
        [
            (k.label.get("en"), c.estimate)
            for k in store.survey.key_results
            if (c := Context(apart, "en").lookup.cell(k.question, k.net)) is not None
        ],
        columns=["label", "share"],
    ).sort_values("share")
    first, second = (plain(t) for t in headline_sentences(Context(apart, "en"))[:2])
    ends = [f"“{t.rstrip('.')}”, {100 * s:.1f}% (" for t, s in frame.iloc[[-1, 0]].to_numpy()]
    assert first.startswith("Of the ") and 0 < first.index(ends[0]) < first.index(ends[1])
    assert "can be made with 2024" in second


def slopes_of(store: Store, periods: dict[str, tuple[str, str]]) -> Store:
    """A store in which the headline's series each fell over the period given, and were picked."""
    told: dict[str, object] = {"part": "main", "response": "trust"}
    told |= {"breakdown": "total", "group": "total"}
    test: dict[str, object] = {
        "term": "slope",
        "on": "points",
        "verdict": "fell",
        "estimate": -0.02,
    }
    test |= {"conf_low": -0.03, "conf_high": -0.01, "std_error": 0.005, "p_adjusted": 0.001}
    test |= {"n_waves": 3.0, "family": "headline-slopes", "declared": "asserted"}
    test |= {"left_out": "", "breaks": "", "reason": ""}
    rows = [
        told | test | {"question": q, "wave": last, "first_wave": first, "last_wave": last}
        for q, (first, last) in periods.items()
    ]
    picked = [
        told | {"question": q, "kind": "slope", "reference": first}
        for q, (first, _) in periods.items()
    ]
    tables: dict[str, list[dict[str, object]]] = {"slopes": rows, "selected": picked}
    made = {n: pd.DataFrame(of, columns=list(store.tables[n])) for n, of in tables.items()}
    return dataclasses.replace(store, tables={**store.tables, **made})


def test_the_headline_tells_what_moved_over_a_shorter_period_too(tmp_path: Path) -> None:
    """A series that a break had shortened fell most of all, and was named nowhere."""
    store = make_store(tmp_path)
    names = [item.question for item in headline_items(store.survey)]
    whole, short = ("2021", "2025"), ("2023", "2025")
    two = slopes_of(store, dict(zip(names, [short, whole, whole], strict=False)))
    said = plain(headline_sentences(Context(two, "en"))[0])
    first, second = said.split(". ", 1)
    assert first.startswith("Between 2021 and 2025, ") and first.count("fell by") == 1
    assert second.startswith("Between 2023 and 2025, ") and "fell by 2.0 points a year" in second
    periods = [whole, short, ("2022", "2025"), ("2021", "2024"), ("2022", "2024")]
    many = slopes_of(store, dict(zip(names, periods, strict=False)))
    for lang, rest in (
        ("en", "Over other periods, 2 other results rose or fell."),
        ("fr", "Sur d’autres périodes, 2 autres résultats ont augmenté ou diminué."),
    ):
        assert plain(headline_sentences(Context(many, lang))[0]).endswith(rest)


def _ended_at(store: Store, ends: dict[str, tuple[float, float]]) -> Store:
    """A store in which series begin and end with the shares given."""
    rows = store.tables["trends"].copy()
    mine = (rows["breakdown"] == "total") & (rows["part"] == "main") & (rows["response"] == "trust")
    for question, shares in ends.items():
        for wave, share in zip(("2021", "2025"), shares, strict=True):
            rows.loc[mine & rows["question"].eq(question) & rows["wave"].eq(wave), "estimate"] = (
                share
            )
    return dataclasses.replace(store, tables={**store.tables, "trends": rows})


def test_a_line_that_does_not_move_as_its_ends_do_says_so(tmp_path: Path) -> None:
    """“Fell by 2.0 points a year (from 46.0% to 46.5%)” was told as if the ends said it too."""
    store = make_store(tmp_path)
    names = [item.question for item in headline_items(store.survey)][:3]
    shares = [(0.46, 0.465), (0.58, 0.58), (0.5, 0.42)]
    ended = _ended_at(store, dict(zip(names, shares, strict=True)))
    fell = slopes_of(ended, dict.fromkeys(names, ("2021", "2025")))
    en = (
        "by the fitted line; from 46.0% to 46.5% end to end",
        "by the fitted line; 58.0% at both ends",
    )
    fr = (
        "selon la droite ajustée ; de 46,0 % à 46,5 % d’un bout à l’autre",
        "selon la droite ajustée ; 58,0 % aux deux bouts",
    )
    plainly = {"en": "(from 50.0% to 42.0%)", "fr": "(de 50,0 % à 42,0 %)"}
    for lang, (against, alike) in (("en", en), ("fr", fr)):
        context = Context(fell, lang)
        said = plain(headline_sentences(context)[0])
        assert f"({against})" in said and f"({alike})" in said
        assert said.index(plainly[lang]) < said.index(against), (
            "what the ends tell too stands first"
        )
        item = Item(names[0], context.headline(names[0]))
        alone = plain(title_of_series(context, [("A", item)], ""))
        told = {"en": "but goes from 46.0% to 46.5%", "fr": "mais passe de 46,0 % à 46,5 %"}[lang]
        assert told in alone and told in plain(key_rows(context).markdown.replace("\\", ""))


def risen_without_a_trend(store: Store) -> tuple[Store, KeyResult]:
    """A store in which a key result rose since the last edition, and shows no trend."""
    result = store.survey.key_results[0]
    flat = slopes_of(store, {result.question: ("2021", "2025")})
    slopes = flat.tables["slopes"].assign(verdict="cannot_tell", response=result.net)
    changes = flat.tables["differences"].copy()
    mine = (changes["question"] == result.question) & (changes["reference"] == "2024")
    changes.loc[mine, "verdict"] = "rose"
    tables = flat.tables | {"slopes": slopes, "differences": changes}
    return dataclasses.replace(flat, tables=tables), result


@pytest.mark.parametrize(
    ("lang", "trend", "warning"),
    [
        ("en", "(no trend shown since 2021)", "A rise or a fall over the whole period"),
        (
            "fr",
            "(aucune tendance démontrée depuis 2021)",
            "Une hausse ou une baisse sur l’ensemble de la période",
        ),
    ],
)
def test_a_rise_without_a_trend_says_so_wherever_it_is_read_alone(
    tmp_path: Path, lang: str, trend: str, warning: str
) -> None:
    """The headline, a slide and a chapter told a rise that only figures below said is no trend."""
    store, result = risen_without_a_trend(make_store(tmp_path))
    context = Context(store, lang)
    _, last, *_ = headline_told(context)
    told = [plain(c) for m in last.moves for c in m.clauses(lang) if trend in plain(c)]
    assert len(told) == 1
    assert plain(title_of_slide(context, result)).endswith(f"{trend}.")
    item = Item(result.question, result.net)
    change = change_of(context.lookup, item)
    assert change is not None and trend_beside(context, change) == trend.strip("()")
    document = tmp_path / "note.txt"
    for text in (last.text(lang), title_of_slide(context, result)):
        document.write_text(text, encoding="utf-8")
        lines = [x for x in check_document(document, store).lines if trend in plain(x.sentence)]
        assert {x.status for x in lines} == {"supported"}
    forbidden = plain(not_to_write(context).markdown.replace("\\", ""))
    assert warning in forbidden
    assert context.text(result.label).rstrip(".") in forbidden[forbidden.index(warning) :]


def test_a_document_that_bears_the_phrase_is_checked(tmp_path: Path) -> None:
    store = store_with_subject(tmp_path, fr="la confiance", en="trust in schools")
    context = Context(store, "en")
    cell = context.lookup.cell("trust_schools", context.headline("trust_schools"))
    assert cell is not None
    for value, status in ((context.value(cell), "supported"), ("3.1%", "contradicted")):
        document = tmp_path / "note.txt"
        text = f"In {store.wave}, trust in schools stands at {value} of the population."
        document.write_text(text, encoding="utf-8")
        assert [line.status for line in check_document(document, store).lines] == [status]
