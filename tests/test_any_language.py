"""Reports in any language: Spanish, and the pseudo-language in which every word of ours shows."""

from __future__ import annotations

import calendar
import datetime as dt
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from openpyxl import load_workbook

import padai
from padai.errors import DefinitionError
from padai.followup.pages.follow_up_files import write_follow_up_pages
from padai.pipeline import draw
from padai.pipeline.machinery.build_request import refuse_wordless
from padai.publishing.basis.numbers import NBSP, Numbers
from padai.publishing.basis.sentences import definite, joined
from padai.publishing.basis.vocabulary import forbidden_words
from padai.publishing.checking.document import check_document
from padai.publishing.engine.templates import ANY, filled
from padai.publishing.exhibits import title_claims
from padai.store import open_store
from padai.survey.fieldwork import Fieldwork
from padai.words import say
from padai.words.catalogues import catalogue
from padai.words.languages import lacking, spoken
from tests import following, publishing_store
from tests.graded import ungraded
from tests.languages_tried import PSEUDO, example_in, participation_in, put_in, spanish_texts
from tests.texts_of_release import files_of, texts_of

WAVE = Path("releases", "example", "2025")


def _built(folder: Path, languages: list[str]) -> Path:
    survey = example_in(folder, languages)
    padai.build(survey, formats=["html"])
    return folder


@pytest.fixture(scope="module")
def spanish(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project whose survey is published in Spanish and in English."""
    return _built(tmp_path_factory.mktemp("spanish"), ["es", "en"])


@pytest.fixture(scope="module")
def strange(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project whose survey is published in the pseudo-language alone."""
    return _built(tmp_path_factory.mktemp("strange"), [PSEUDO])


# --- Spanish --------------------------------------------------------------------------------


def _plain(text: str) -> str:
    return re.sub(r"[\s\u00a0\u202f]+", " ", text).casefold().replace("’", "'")


def _pieces(lang: str) -> set[str]:
    """The texts of a language's messages, cut where facts stand; only those of some length."""
    found = set()
    for entry in catalogue(lang).entries.values():
        for part in re.split(r"\{[^{}]*\}|\n\s*\*?\[.*?\]|\n|->|[{}]", entry.text):
            told = _plain(part.strip(" .,;:()\u00a0\u202f«»“”"))
            if len(told) >= 9 and len(re.findall(r"[^\W\d_]{2,}", told)) >= 2:
                found.add(told)
    return found


def _foreign_to_spanish() -> re.Pattern[str]:
    own = " | ".join(_pieces("es") | {_plain(text) for text in spanish_texts()})
    # what a column of the open data holds is the code of a verdict, the same in every language
    bad = {p for lang in ("fr", "en") for p in _pieces(lang) if p not in own} - {"not comparable"}
    longest = sorted(bad, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")


def _left_in(folder: Path, pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{path.relative_to(folder)}: {match[0]}"
        for path in files_of(folder)
        for text in texts_of(path)
        for match in pattern.finditer(_plain(text))
    ]


def test_no_french_or_english_stands_in_spanish(spanish: Path) -> None:
    pattern = _foreign_to_spanish()
    assert pattern.search(_plain("The French version prevails, how to read this report"))
    assert _left_in(spanish / WAVE / "v1" / "es", pattern) == []
    assert _left_in(spanish / "_site" / "es", pattern) == []


def test_each_verdict_in_spanish_says_what_was_declared_of_it(spanish: Path) -> None:
    pages = [*files_of(spanish / WAVE / "v1" / "es"), *files_of(spanish / "_site" / "es")]
    assert [text for p in pages for text in ungraded(p, "es")] == []
    nothing = {"es": "(?!)"}
    told = {p.suffix for p in pages if p.suffix != ".csv" and ungraded(p, "es", nothing)}
    assert told >= {".html", ".pptx", ".txt", ".xml", ".json"}


def test_spanish_has_every_page_that_english_has(spanish: Path) -> None:
    version = spanish / WAVE / "v1"
    names = [
        {p.relative_to(version / lang).as_posix() for p in (version / lang).rglob("*")}
        for lang in ("es", "en")
    ]
    assert names[0] == names[1]
    assert {"report.html", "explorer.html", "presentation.pptx"} <= names[0]
    for name in ("README-es.txt", "dictionary-es.csv", "codebook-es.html"):
        assert (version / "open" / name).is_file()
    for name in ("index-es.html", "versions-es.html"):
        assert (spanish / WAVE / name).is_file()


def test_pages_lead_to_the_other_language(spanish: Path) -> None:
    version = spanish / WAVE / "v1"
    page = (version / "es" / "report.html").read_text(encoding="utf-8")
    other = (version / "en" / "report.html").read_text(encoding="utf-8")
    assert '<html lang="es">' in page
    assert 'href="../en/report.html" lang="en-CA" hreflang="en-CA">English version' in page
    assert 'href="../es/report.html" lang="es" hreflang="es">Versión en español' in other
    assert "The Spanish version of this report prevails." in other
    assert "Prevalece" not in page
    assert "Francés" not in (version / "es" / "questionnaire.html").read_text(encoding="utf-8")


def test_every_page_of_a_language_leads_home(spanish: Path) -> None:
    """Pages in neither French nor English had no bar, no icon and no card."""
    for lang, home in (("es", "Inicio"), ("en", "Home")):
        pages = sorted((spanish / "_site" / "example" / "2025" / "v1" / lang).rglob("*.html"))
        framed = [p for p in pages if p.parent.name == "figures"]
        assert len(pages) - len(framed) > 10
        for page in pages:
            text = page.read_text(encoding="utf-8")
            assert '<link rel="icon"' in text, page
            if page not in framed:
                (bar,) = re.findall(r'<nav class="site-nav".*?</nav>', text, re.DOTALL)
                assert f">{home}</a>" in bar, page


def test_a_document_in_spanish_accuses_nobody(spanish: Path) -> None:
    """Its sentences are not read: “IC al 95 %” was taken for a share."""
    version = spanish / WAVE / "v1"
    found = check_document(version / "es" / "report.html", open_store(version / "interne"))
    assert found.lines and {line.status for line in found.lines} == {"not checked"}


def test_the_site_opens_in_its_first_language(spanish: Path) -> None:
    root = (spanish / "_site" / "index.html").read_text(encoding="utf-8")
    assert 'href="es/index.html"' in root
    assert not (spanish / "_site" / "fr").exists()


def test_the_site_says_which_language_prevails_as_the_survey_does(spanish: Path) -> None:
    """Its Spanish pages said that English prevails: the site has its own order of languages."""
    site = spanish / "_site"
    for lang, sentence in (("es", ""), ("en", "The Spanish version prevails.")):
        for page in (site / lang).glob("*.html"):
            text = page.read_text(encoding="utf-8")
            assert "Prevalece la versión" not in text, page
            assert sentence in text, page


def test_the_store_tells_its_facts_in_spanish(spanish: Path) -> None:
    page = (spanish / WAVE / "v1" / "es" / "report.html").read_text(encoding="utf-8")
    assert "Tasa de respuesta estimada (AAPOR, RR3)" in page
    assert "0,962" in page
    assert ".;" not in page, "a source is a sentence of the survey’s, and goes on with its date"


def test_a_survey_that_need_not_be_in_french_names_no_standard_of_quebec(spanish: Path) -> None:
    page = (spanish / "_site" / "es" / "accessibility.html").read_text(encoding="utf-8")
    assert "(WCAG) 2.1, nivel AA" in page
    assert "SGQRI" not in page and "Quebec" not in page


# --- the pseudo-language --------------------------------------------------------------------

_IDS = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)+|[\w./-]+\.[a-z]{2,6}\b|[\w.-]+![\w$:]+")
_KNOWN = frozenset(
    # formats, standards and names
    [
        "Report",  # a type of schema.org, as the next
        "Organization",
        "PNG",
        "SVG",
        "CSV",
        "PDF",
        "JSON",
        "XML",
        "JSON-LD",
        "CSVW",
        "DDI",
        "DOI",
        "HTML",
        "SHA",
        "AAPOR",
        "RR1",
        "RR3",
        "padai",
        "image",
        "svg",
        "xml",
        "Word",
        "Excel",
        "schema",
        "org",
        "https",
        "WebSite",
        "Dataset",
        # what office programs keep: themes, properties, the cells of a chart
        "false",
        "true",
        "generated",
        "using",
        "python-pptx",
        "Microsoft",
        "Macintosh",
        "PowerPoint",
        "On-screen",
        "Show",
        "Theme",
        "Slide",
        "Titles",
        "Office",
        "Click",
        "to",
        "edit",
        "Master",
        "text",
        "styles",
        "title",
        "style",
        "Second",
        "Third",
        "Fourth",
        "Fifth",
        "level",
        "Worksheets",
        "Named",
        "Ranges",
        "Print_Titles",
        # of babel: months and languages
        "January",
        "February",
        "March",
        "May",
        "French",
        "English",
        # what people answered, as they wrote it
        "pratique",
        "compliqué",
        "utile",
        "rapide",
        "méfiance",
        "lent",
    ]
)


def _bare(text: str) -> str:
    while (inner := re.sub(r"⟦[^⟦⟧]*⟧", " ", text)) != text:
        text = inner
    return text


def _ids_of(survey: padai.Survey) -> Iterator[str]:
    """The names that a definition gives, which every language shows as they are."""
    yield from (survey.id, "main", "total", PSEUDO, *PSEUDO.split("-"))
    for breakdown in survey.breakdowns:
        yield from (breakdown.id, *(g.id for g in breakdown.groups))
    for question in survey.questions.values():
        yield from (question.id, *question.codes, *(n.id for n in question.all_nets))


def _in_order(path: Path) -> Iterator[str]:
    """Yield the texts of a file; those of a sheet by its cells, for a file holds each text once."""
    if path.suffix != ".xlsx":
        yield from texts_of(path)
        return
    rows = (row for sheet in load_workbook(path) for row in sheet.iter_rows(values_only=True))
    cells = [str(value) for row in rows for value in row if isinstance(value, str)]
    yield from cells
    held = {*cells, *(cell.strip() for cell in cells)}
    yield from (text for text in texts_of(path) if text not in held and text.strip() not in held)


def _whole(path: Path) -> Iterator[str]:
    """Yield the texts of a file, and of a workbook the lines that a sheet breaks, joined."""
    open_text = ""
    for text in _in_order(path):
        joined = f"{open_text} {text}".strip()
        if path.suffix in (".xlsx", ".ods") and joined.count("⟦") > joined.count("⟧"):
            open_text = joined
        else:
            open_text = ""
            yield joined
    yield open_text


def _unbracketed(folder: Path, allowed: set[str], pattern: str) -> list[str]:
    found = []
    for path in sorted(folder.rglob(pattern)):
        for text in _whole(path):
            # a text that is cut short has lost its last bracket
            told = re.sub(r"⟦[^⟧]*…|\{[^}]*\}|\b[0-9a-f]{12,}\b", " ", _bare(text))
            words = re.findall(r"[^\W\d_][\w-]*[^\W\d_]", _IDS.sub(" ", told))
            lost = [w for w in words if w not in allowed and w not in _KNOWN]
            found += (
                [f"{path.relative_to(folder)}: {lost} in {told.strip()[:90]!r}"] if lost else []
            )
    return found


@pytest.mark.parametrize("pattern", ["*.html", "*.svg", "*.txt", "*.xlsx", "*.ods", "*.pptx"])
def test_every_word_of_a_release_is_a_message(strange: Path, pattern: str) -> None:
    survey = padai.load_survey(strange / "surveys" / "example")
    allowed = set(_ids_of(survey)) | {w for i in _ids_of(survey) for w in re.split(r"[\W_]", i)}
    version = strange / WAVE / "v1" / PSEUDO
    seen = sorted(version.rglob(pattern))
    assert seen
    for path in seen:
        if path.name == "explorer.html":
            continue  # its data are tables of ids; its words are looked at below
        assert _unbracketed(path.parent, allowed, path.name) == []


def test_every_word_of_the_site_is_a_message(strange: Path) -> None:
    survey = padai.load_survey(strange / "surveys" / "example")
    allowed = set(_ids_of(survey)) | {"example"}
    site = strange / "_site" / PSEUDO
    assert (site / "index.html").is_file()
    assert _unbracketed(site, allowed, "*.html") == []


def test_every_word_of_the_explorer_is_a_message() -> None:
    from padai.publishing.products.explorer.fixed_words import WORDS

    words = WORDS[PSEUDO]
    bare = {k: _bare(re.sub(r"\{\w+\}", "", text)) for k, text in words.items()}
    assert {k: t for k, t in bare.items() if re.search(r"[^\W\d_]{2,}", t)} == {}


def test_an_error_on_the_command_line_is_a_message(tmp_path: Path) -> None:
    done = subprocess.run(
        [Path(sys.executable).with_name("padai"), "build", str(tmp_path / "nowhere")],
        capture_output=True,
        text=True,
        check=False,
        env={"PADAI_LANG": "qps", "PATH": ""},
    )
    assert done.returncode == 2
    told = " ".join(done.stderr.split()).replace("padai:", "", 1)
    assert "⟦" in told
    left = _bare(told).replace(str(tmp_path / "nowhere"), "")
    assert re.findall(r"[^\W\d_]{3,}", re.sub(r"\S*/\S*", " ", left)) == []


# --- panels and consultations ---------------------------------------------------------------

KINDS = {"panel-citoyen": "2025-apres", "consultation": "2025"}


def _taken_part(folder: Path, languages: list[str]) -> Path:
    for kind in KINDS:
        padai.build(participation_in(folder, kind, languages), formats=["html"], record=False)
    draw(folder / "surveys" / "panel-citoyen")
    return folder


@pytest.fixture(scope="module")
def spanish_parts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project whose panel and consultation are published in Spanish and in English."""
    return _taken_part(tmp_path_factory.mktemp("parts"), ["es", "en"])


@pytest.mark.parametrize("kind", KINDS)
def test_a_panel_and_a_consultation_are_published_in_spanish(
    spanish_parts: Path, kind: str
) -> None:
    pattern = _foreign_to_spanish()
    version = spanish_parts / "releases" / kind / KINDS[kind] / "v1"
    assert _left_in(version / "es", pattern) == []
    names = [
        {p.relative_to(version / lang).as_posix() for p in (version / lang).rglob("*")}
        for lang in ("es", "en")
    ]
    assert names[0] == names[1] >= {"report.html"}
    about = (version / "open" / "README.txt").read_text(encoding="utf-8")
    assert "The Spanish version prevails." in about
    assert "Prevalece" not in (version / "open" / "README-es.txt").read_text(encoding="utf-8")
    report = (version / "es" / "report.html").read_text(encoding="utf-8")
    assert '<html lang="es">' in report
    assert say("publishing-language-template-limits", "es") in report


def test_the_draw_of_a_panel_has_a_page_a_language(spanish_parts: Path) -> None:
    folder = spanish_parts / "releases" / "panel-citoyen" / "tirage"
    assert {p.name for p in folder.glob("*.html")} == {"draw.html", "draw-es.html"}
    page = folder / "draw-es.html"
    pattern = _foreign_to_spanish()
    assert [m for t in texts_of(page) for m in pattern.findall(_plain(t))] == []
    assert 'href="draw.html" lang="en-CA" hreflang="en-CA">English version' in page.read_text(
        encoding="utf-8"
    )


@pytest.mark.parametrize("kind", KINDS)
def test_every_word_of_a_panel_or_a_consultation_is_a_message(tmp_path: Path, kind: str) -> None:
    path = participation_in(tmp_path, kind, [PSEUDO])
    padai.build(path, formats=["html"], record=False)
    survey = padai.load_survey(path)
    allowed = set(_ids_of(survey)) | {w for i in _ids_of(survey) for w in re.split(r"[\W_]", i)}
    version = tmp_path / "releases" / kind / KINDS[kind] / "v1"
    allowed |= set(calendar.month_name)  # babel's
    if kind == "consultation":  # words as people wrote them
        allowed |= set(pd.read_csv(version / "open" / "words.csv")["word"])
    for pattern in ("*.html", "*.xlsx", "*.ods"):
        assert _unbracketed(version / PSEUDO, allowed, pattern) == []


# --- what follows a release -----------------------------------------------------------------


@pytest.fixture
def following_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[tuple[str, ...]], Path]:
    """Return what writes all that follows a small release, in languages."""

    def made(languages: tuple[str, ...]) -> Path:
        for module, name in ((publishing_store, "_dump"), (following, "write")):
            own = getattr(module, name)
            monkeypatch.setattr(
                module, name, lambda *given, own=own: own(*given[:-1], put_in(given[-1], languages))
            )

        def change(head: dict[str, Any]) -> None:
            head |= {"languages": list(languages), "french_required": False}
            head.pop("en", None)

        monkeypatch.chdir(tmp_path)  # pictures go where the test is
        store = following.followed(tmp_path / "small", languages=languages, change=change)
        for lang in languages:
            write_follow_up_pages(store, lang, tmp_path / "suivi", 0)
        return tmp_path / "suivi"

    return made


def test_what_follows_a_release_is_in_spanish(
    following_in: Callable[[tuple[str, ...]], Path],
) -> None:
    folder = following_in(("es", "en"))
    assert _left_in(folder / "es", _foreign_to_spanish()) == []
    names = [{p.name for p in (folder / lang).iterdir()} for lang in ("es", "en")]
    assert names[0] == names[1]
    assert names[0] >= {
        "follow-up.html",
        "letter.pdf",
        "plain-language-audio.txt",
        "benchmarks.csv",
    }
    for page in (folder / "es").glob("*.html"):
        html = page.read_text(encoding="utf-8")
        assert '<html lang="es">' in html
        own = re.findall(r'href="([^"#:/]+)"', html)
        assert [name for name in own if name not in names[0]] == []
    assert "96\xa0días" in (folder / "es" / "follow-up.html").read_text(encoding="utf-8")


def test_every_word_of_what_follows_a_release_is_a_message(
    following_in: Callable[[tuple[str, ...]], Path],
) -> None:
    folder = following_in((PSEUDO,))
    allowed = set(calendar.month_name)
    assert _unbracketed(folder / PSEUDO, allowed, "*.html") == []


# --- what a language is ---------------------------------------------------------------------


def test_spanish_is_complete() -> None:
    assert lacking("es") == ()
    assert spoken() == ("fr", "en", "es")


def test_a_language_without_words_is_refused_with_what_it_lacks(tmp_path: Path) -> None:
    survey = padai.load_survey(example_in(tmp_path, ["en"]))
    german = survey.model_copy(update={"languages": ("en", "de")})
    with pytest.raises(DefinitionError) as caught:
        refuse_wordless(german)
    told = caught.value.text("en")
    assert f"padai lacks {len(catalogue('en').entries)} of its messages in `de`" in told
    assert "fr, en, es" in told
    assert "padai words export de" in told


def test_what_follows_a_release_is_not_published_half_in_spanish(tmp_path: Path) -> None:
    survey = padai.load_survey(example_in(tmp_path, ["es"]))
    refuse_wordless(survey)
    (tmp_path / "surveys" / "example" / "feedback.yaml").write_text("{}", encoding="utf-8")
    with pytest.raises(DefinitionError, match="feedback"):
        refuse_wordless(survey)


def test_the_shared_templates_say_what_the_english_ones_say() -> None:
    shipped = Path(str(files("padai.publishing") / "templates"))
    names = sorted(p.relative_to(shipped / "en") for p in (shipped / "en").rglob("*.qmd"))
    assert names == sorted(p.relative_to(shipped / ANY) for p in (shipped / ANY).rglob("*.qmd"))
    for name in names:
        shared = (shipped / ANY / name).read_text(encoding="utf-8")
        assert filled(shared, "en") == (shipped / "en" / name).read_text(encoding="utf-8"), name


def test_numbers_and_dates_of_spanish() -> None:
    numbers = Numbers("es")
    assert numbers.share(0.4321) == f"43,2{NBSP}%"
    assert numbers.count(12345) == "12.345"
    assert (numbers.count(2420), numbers.decimal(9999.5, 1)) == ("2420", "9999,5")
    assert Numbers("es-MX").count(2420) == "2,420"
    assert numbers.date(dt.date(2025, 1, 1)) == "1 de enero de 2025"
    march, april = dt.date(2025, 3, 3), dt.date(2025, 4, 21)
    assert numbers.dates(march, dt.date(2025, 3, 21)) == "del 3 al 21 de marzo de 2025"
    assert numbers.dates(march, april) == "del 3 de marzo al 21 de abril de 2025"
    months = {"start": "2012-11-01", "end": "2012-12-31", "precision": "month"}
    told = numbers.fieldwork(Fieldwork.model_validate(months))
    assert told == "de noviembre a diciembre de 2012"
    assert numbers.point_unit(0.01) == "punto porcentual"
    assert numbers.point_unit(0.015) == "puntos porcentuales"
    assert definite("Edición 2024", "es") == "la edición 2024"
    assert definite("Ola 58", "es") == "la ola 58"
    assert joined(["Salud", "Educación", "Iglesia"], "es") == "Salud, Educación e Iglesia"
    assert joined(["Agua", "Hielo"], "es") == "Agua y Hielo"


def test_spanish_words_that_go_too_far() -> None:
    assert forbidden_words("un margen de error de 3 puntos", "quota") == ["margen de error"]
    assert forbidden_words("muestra representativa", "open") == ["representativa"]
    for kind, text in {
        "cause": "debido a la crisis",
        "strength": "cae drásticamente",
        "nothing": "sin cambios",
    }.items():
        assert title_claims._words(title_claims._NEVER["es"][kind], text), kind
    assert title_claims._words(title_claims._SIDES["up"]["es"], "La confianza subió") == ["subió"]
    assert set(title_claims._NEVER) == set(title_claims._MAJORITY) == {"fr", "en", "es"}


def test_a_region_is_the_language_with_its_own_numbers() -> None:
    assert say("publishing-language-word-menu", "es-CL") == "Menú"
    assert Numbers("es-MX").share(0.4321) == f"43.2{NBSP}%"
    assert Numbers("es-CL").share(0.4321) == f"43,2{NBSP}%"
