"""The website: what stands in it, where its links lead, and what a reader finds in two minutes."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html

from padai.errors import PublicationError
from padai.publishing.basis.numbers import Numbers
from padai.publishing.products.questions.question_pages import write_question_pages
from padai.publishing.products.site import about, front
from padai.publishing.products.site.accessibility import accessibility
from padai.publishing.products.site.catalogue import Catalogue, read_catalogue
from padai.publishing.products.site.map import PAGES, address, between
from padai.publishing.products.site.version_pages import Versions, newest_page, versions_page
from padai.publishing.products.site.whole_site import _prevails, write_site
from padai.survey.releases import ReleaseRecord
from tests.publishing_store import make_store

RECORD = {
    "wave": "2025", "version": 1, "status": "demonstration", "date": "2025-11-25",
    "store": "0" * 64,
}  # fmt: skip


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the pictures of cards go where the test is."""
    monkeypatch.chdir(tmp_path)


def surveys(*records: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"id": "essai", "records": list(records)}]


@pytest.fixture(scope="module")
def releases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of releases that holds one store."""
    folder = tmp_path_factory.mktemp("releases")
    version = folder / "essai" / "2025" / "v1"
    version.mkdir(parents=True)
    make_store(version)
    return folder


@pytest.fixture(scope="module")
def catalogue(releases: Path) -> Catalogue:
    return read_catalogue(releases, surveys(RECORD))


def read(piece: Any) -> str:
    text = re.sub(r"\\(.)", r"\1", piece.markdown)
    return text.replace("\u00a0", " ").replace("\u202f", " ")


# --- the whole tree, as a build leaves it -------------------------------------------------------


@pytest.fixture(scope="module")
def tree(built_example: Path) -> Path:
    return built_example / "_site"


def pages_of(tree: Path) -> Iterator[tuple[Path, html.HtmlElement]]:
    for path in sorted(tree.rglob("*.html")):
        yield path, html.fromstring(path.read_bytes())


def broken(tree: Path) -> list[str]:
    """Return each link of a tree that leads nowhere, or out of it."""
    documents = {path: page for path, page in pages_of(tree)}
    ids = {
        path: {e.get("id") for e in page.iter() if e.get("id")} for path, page in documents.items()
    }
    found = []
    for path, page in documents.items():
        for link in page.iter("a"):
            parts = urlsplit(link.get("href"))
            if parts.scheme in ("https", "mailto"):
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            inside = not parts.scheme and not parts.netloc and not parts.path.startswith("/")
            there = inside and target.is_relative_to(tree.resolve()) and target.is_file()
            choice = "=" in parts.fragment  # of the explorer, which reads its own address
            if there and parts.fragment and target.suffix == ".html" and not choice:
                there = unquote(parts.fragment) in ids[target]
            if not there:
                found.append(f"{path.relative_to(tree)}: {link.get('href')}")
    return found


def test_every_link_and_anchor_of_the_tree_leads_somewhere(tree: Path) -> None:
    assert len(list(tree.rglob("*.html"))) > 40
    assert broken(tree.resolve()) == []


def test_a_link_that_leads_nowhere_would_be_seen(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(
        '<html><body><a href="b.html">b</a><a href="#x">x</a><a href="/etc/passwd">y</a>'
        '<a href="../out.html">z</a><p id="x"></p></body></html>'
    )
    assert [f.split(": ")[1] for f in broken(tmp_path)] == ["b.html", "/etc/passwd", "../out.html"]


def test_the_site_stands_alone_in_any_folder(tree: Path, tmp_path: Path) -> None:
    moved = tmp_path / "a" / "b c"
    shutil.copytree(tree, moved)
    assert broken(moved.resolve()) == []


def test_every_page_of_the_site_is_there_in_both_languages_and_says_where_one_is(
    tree: Path,
) -> None:
    for page_name in PAGES:
        for lang, other in (("fr", "en"), ("en", "fr")):
            here, there = address(page_name, lang), address(page_name, other)
            page = html.fromstring((tree / here).read_bytes())
            assert page.get("lang") == f"{lang}-CA"
            (nav,) = (n for n in page.iter("nav") if n.get("class") == "site-nav")
            targets = [a.get("href") for a in nav.iter("a")]
            assert targets == [between(here, address(p, lang)) for p in PAGES]
            (current,) = (a for a in nav.iter("a") if a.get("aria-current") == "page")
            assert current.get("href") == between(here, here)
            (switch,) = page.find_class("alternate")
            assert switch[0].get("href") == between(here, there)
            # what runs: the search alone; data that machines read do not
            running = page.xpath("//script[not(@type)]")
            assert len(running) == (page_name == "search")


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_downloads_say_what_each_file_holds(tree: Path, lang: str) -> None:
    """Documents first, then tables and data; each file of the release, and no two alike."""
    here = address("downloads", lang)
    page = html.fromstring((tree / here).read_bytes())
    rows = [[c.text_content() for c in r.xpath("./*")] for r in page.xpath("//tbody/tr")]
    assert rows[0][:2] == (
        ["Rapport complet", "PDF balisé"] if lang == "fr" else ["Full report", "tagged PDF"]
    )
    assert len({(content, kind) for content, kind, _, _ in rows}) == len(rows)
    links = [a.get("href") for a in page.xpath("//tbody/tr/th/a")]
    assert len(links) == len(rows)
    for (_, _, size, name), link in zip(rows, links, strict=True):
        target = (tree / here).parent / link
        assert target.name == name
        assert int(re.sub(r"\D", "", size)) == max(1, round(target.stat().st_size / 1000))
    release = tree / "example" / "2025" / "v1"
    pages = {p.name for p in (release / lang).glob("*.html")}
    foreign = {
        "en": {"dictionnaire.csv", "LISEZMOI.txt", "livre-des-codes.html", "codebook.html"},
        "fr": {"dictionary.csv", "README.txt", "livre-des-codes.html", "codebook.html"},
    }
    every = {p.name for d in (lang, "open") for p in (release / d).iterdir() if p.is_file()}
    assert {r[3] for r in rows} == every - pages - foreign[lang]


def test_what_was_put_out_is_copied_byte_for_byte_without_its_store(
    built_example: Path, tree: Path
) -> None:
    version = built_example / "releases" / "example" / "2025" / "v1"
    copied = tree / "example" / "2025" / "v1"
    expected = {
        p.relative_to(version)
        for p in version.rglob("*")
        if p.is_file() and p.relative_to(version).parts[0] not in ("interne", "depot")
    }
    assert {p.relative_to(copied) for p in copied.rglob("*") if p.is_file()} == expected
    for name in expected:
        assert (copied / name).read_bytes() == (version / name).read_bytes()


# --- what the pages say --------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_front_page_gives_each_key_result_its_verdict_and_its_certainty(
    catalogue: Catalogue, lang: str
) -> None:
    text = read(front.front(catalogue, lang))
    context = catalogue.series[0].latest.context(lang)
    survey = context.survey
    assert len(survey.key_results) == 4
    for result in survey.key_results:
        cell = context.lookup.cell(result.question, result.net)
        assert cell is not None
        target = f"essai/2025/v1/{lang}/questions/{result.question}.html"
        assert f"[{result.label.get(lang)}]({'../' if lang == 'en' else ''}{target})" in text
        for number in (context.value(cell), context.interval(cell)):
            assert number.replace("\u00a0", " ") in text
    assert text.count("l’édition 2024" if lang == "fr" else "the 2024 edition") >= 4
    said = (
        ("Échantillon principal : 2 003 répondants.", "Personnes peu branchées : 204 répondants.")
        if lang == "fr"
        else ("Main sample: 2,003 respondents.", "Digitally disengaged: 204 respondents.")
    )
    for words in said:
        assert words in text


def test_a_substantial_correction_stands_on_the_front_page(releases: Path) -> None:
    reason = {"fr": "Un code était mal lu.", "en": "A code was misread."}
    corrected = read_catalogue(releases, surveys(RECORD | {"substantial": True, "reason": reason}))
    for lang, words in (("fr", "Correction importante"), ("en", "Substantial correction")):
        text = read(front.front(corrected, lang))
        assert words in text
        assert reason[lang] in text
    assert "Correction importante" not in read(
        front.front(read_catalogue(releases, surveys(RECORD)), "fr")
    )


def withdrawn(version: int = 1) -> dict[str, Any]:
    reason = {"fr": "Une cellule désignait une personne.", "en": "A cell told of a person."}
    return RECORD | {
        "version": version,
        "status": "withdrawn",
        "withdrawal": {"kind": "confidentiality", "date": "2026-01-05", "reason": reason},
    }


def test_a_withdrawn_version_is_a_notice_and_opens_nothing(releases: Path) -> None:
    found = read_catalogue(releases, surveys(RECORD, withdrawn(2)))
    assert [v.record.version for v in found.versions] == [1]
    text = read(front.front(found, "fr"))
    assert "Publication retirée" in text
    assert "Une cellule désignait une personne." in text
    assert "retirée" in read(about.versions(found, "fr"))
    assert read_catalogue(releases, surveys(withdrawn())).series == ()


def test_a_withdrawal_says_which_version_and_when(releases: Path) -> None:
    found = read_catalogue(releases, surveys(RECORD, withdrawn(2)))
    said = {
        "fr": "Édition 2025, version 2 : retirée le 5 janvier 2026. Une cellule désignait",
        "en": "2025 edition, version 2: withdrawn on January 5, 2026. A cell told",
    }
    for lang, words in said.items():
        assert words in read(front.front(found, lang))
    context = found.series[0].latest.context("fr")
    every = Versions(found.series[0].editions[0].records, {1: ()})
    table = read(versions_page(context, every))
    assert "<td>25 novembre 2025</td><td>retirée le 5 janvier 2026</td>" in table
    twice = tuple(ReleaseRecord.model_validate(withdrawn(v)) for v in (1, 2))
    notices = read(versions_page(context, Versions(twice)))
    assert notices.count("Une cellule désignait une personne.") == 2  # a notice each
    gone = Versions((ReleaseRecord.model_validate(withdrawn()),))
    assert "Toutes les versions de cette édition ont été retirées." in read(
        newest_page(context, gone)
    )
    assert "Aucune version n’a été diffusée." in read(newest_page(context, Versions(())))


def test_an_older_store_that_cannot_be_read_keeps_its_pages_and_the_newest_must_be_read(
    releases: Path, tmp_path: Path
) -> None:
    mine = tmp_path / "releases"
    shutil.copytree(releases, mine)
    old = mine / "essai" / "2024" / "v1"
    shutil.copytree(mine / "essai" / "2025" / "v1", old)
    (old / "interne" / "trends.csv").write_text("other,columns\n")
    found = read_catalogue(mine, surveys(RECORD | {"wave": "2024"}, RECORD))
    assert [v.record.wave for v in found.versions] == ["2025"]
    text = front.editions(found, "fr").markdown
    assert "../essai/2024/v1/fr/rapport.html" in text
    assert "Retirée" not in text
    (mine / "essai" / "2025" / "v1" / "interne" / "trends.csv").write_text("other,columns\n")
    with pytest.raises(PublicationError, match=r"trends\.csv"):
        read_catalogue(mine, surveys(RECORD | {"wave": "2024"}, RECORD))


def test_what_has_no_record_stays_out(releases: Path, tmp_path: Path) -> None:
    """A draft and a release under embargo lie among the releases and are not recorded."""
    mine = tmp_path / "releases"
    shutil.copytree(releases, mine)
    (mine / "essai" / "2025" / "v1" / "fr").mkdir()
    (mine / "essai" / "2025" / "v1" / "fr" / "rapport.html").write_text("x")
    shutil.copytree(mine / "essai" / "2025" / "v1", mine / "essai" / "2025" / "v2")
    (mine / "essai" / "2025" / "v2" / "fr" / "rapport-ebauche.html").write_text("x")
    out = tmp_path / "site"
    out.mkdir()
    write_site(mine, surveys(RECORD), out)
    assert (out / "essai" / "2025" / "v1").is_dir()
    assert not (out / "essai" / "2025" / "v2").exists()
    assert not [p for p in out.rglob("*") if p.is_file() and b"ebauche" in p.read_bytes()]
    assert not [p for p in out.rglob("*") if p.name in ("data", "interne", "texts.json")]


def test_nothing_put_out_is_a_site_that_says_so(tmp_path: Path) -> None:
    empty = read_catalogue(tmp_path, [])
    assert "Rien n’a encore été publié." in read(front.front(empty, "fr"))
    write_site(tmp_path / "none", [], tmp_path)
    assert (tmp_path / "index.html").is_file()
    assert not (tmp_path / "en").exists()


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_accessibility_page_says_all_that_it_must(catalogue: Catalogue, lang: str) -> None:
    text = read(accessibility(catalogue, lang))
    titles = re.findall(r"^## (.*?)(?: \{|$)", text, re.MULTILINE)
    assert len(titles) == 5
    for words in (
        "(WCAG) 2.1",
        "axe-core",
        "320 pixels",
        "200",
        "a@exemple.ca",
        "25 novembre 2025" if lang == "fr" else "November 25, 2025",
    ):
        assert words in text, words


def test_the_list_of_questions_leads_to_each_page_by_section(catalogue: Catalogue) -> None:
    text = read(front.questions(catalogue, "fr"))
    survey = catalogue.series[0].latest.store.survey
    for question in survey.questions:
        assert f"](../essai/2025/v1/fr/questions/{question}.html)" in text
    assert "### La confiance" in text
    # the site has a search of its own: nobody is sent to that of the browser
    assert "[Chercher une question ou un constat](recherche.html)" in text and "Ctrl" not in text


def test_editions_count_each_part_apart(catalogue: Catalogue) -> None:
    text = read(front.editions(catalogue, "fr"))
    assert "Échantillon principal : 2 003, Personnes peu branchées : 204" in text


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        ("index.html", "fr/versions.html", "fr/versions.html"),
        ("fr/versions.html", "index.html", "../index.html"),
        ("essai/2025/index.html", "en/index.html#a", "../../en/index.html#a"),
    ],
)
def test_addresses_are_relative(here: str, there: str, expected: str) -> None:
    assert between(here, there) == expected


# --- as a communication officer would ------------------------------------------------------------

STEPS = 4


@pytest.mark.needs("chromium")
def test_trust_of_people_over_65_in_the_health_network_is_found_in_a_few_clicks(
    chromium: str, releases: Path, tmp_path: Path
) -> None:
    """From the front page, by links alone: did it rose, and how sure is that?"""
    from playwright.sync_api import sync_playwright

    mine = tmp_path / "releases"
    shutil.copytree(releases, mine)
    version = mine / "essai" / "2025" / "v1"
    store = read_catalogue(mine, surveys(RECORD)).versions[0].store
    write_question_pages(store, "fr", version / "fr", 0)
    out = tmp_path / "site"
    out.mkdir()
    write_site(mine, surveys(RECORD), out)
    frame = store.table("differences").set_index(
        ["part", "question", "response", "breakdown", "group", "reference"]
    )
    row = frame.loc["main", "trust_health", "trust", "age_group", "65+", "2024"]
    assert row["verdict"] == "cannot_tell"
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        view = browser.new_page(viewport={"width": 390, "height": 800}, java_script_enabled=True)
        view.goto((out / "index.html").as_uri())
        clicks = 0
        for name in ("Questions", "Réseau de la santé"):
            view.get_by_role("link", name=name, exact=True).first.click()
            clicks += 1
        view.locator("summary", has_text="Âge").first.click()
        clicks += 1
        shown = view.get_by_role("row").filter(has_text="65 ans et plus").first.inner_text()
        browser.close()
    assert clicks <= STEPS
    said = " ".join(shown.split()).replace("\u202f", " ")
    assert "les données ne permettent pas de conclure" in said
    for value in (row["estimate"], row["conf_low"], row["conf_high"]):
        assert f"{abs(value) * 100:.1f}".replace(".", ",") in said


def test_surveys_of_which_other_languages_prevail_are_named(catalogue: Catalogue) -> None:
    """One sentence for all would say of one of them what its reports do not."""
    (series,) = catalogue.series

    def of(title: str, *languages: str) -> Any:
        survey = SimpleNamespace(languages=languages, title=title, basis_of=lambda lang: None)
        context = SimpleNamespace(
            numbers=Numbers("en"),
            say=series.latest.context("en").say,
            text=str,
        )
        store = SimpleNamespace(survey=survey)
        return SimpleNamespace(latest=SimpleNamespace(store=store, context=lambda lang: context))

    def told(*surveys: Any) -> str:
        pieces = _prevails(cast(Any, SimpleNamespace(spoken=lambda lang: surveys)), "en")
        return " ".join(map(read, pieces))

    french, spanish, english = of("A", "fr", "en"), of("B", "es", "en"), of("C", "en")
    assert told(english) == ""
    assert "The French version prevails." in told(french, of("D", "fr", "en"))
    assert "A" not in re.findall(r"\b[A-D]\b", told(french))
    mixed = told(french, spanish, english)
    assert "A: The French version prevails." in mixed
    assert "B: The Spanish version prevails." in mixed
    assert re.findall(r"\b[A-D]\b", mixed) == ["A", "B"]
