"""Finding one's way: bars, search, chapters, figures to pass on, feed, calendar, addresses."""

from __future__ import annotations

import csv
import datetime as dt
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from lxml import html

from padai.errors import DefinitionError, RenderError
from padai.pipeline.machinery.build_request import (
    no_address,
    ordered,
    past_dates,
    refuse_unpublishable,
)
from padai.project import find_project
from padai.publishing.engine.scan import scan_page
from padai.publishing.pieces.by_chapter import part_report
from padai.publishing.products.site.calendar import calendar
from padai.publishing.products.site.catalogue import read_catalogue
from padai.publishing.products.site.feed import FEED
from padai.publishing.products.site.figure_pages import table_csv
from padai.publishing.products.site.finished_pages import finish_pages
from padai.publishing.products.site.lost import NAME as LOST
from padai.publishing.products.site.map import PAGES, address
from padai.publishing.products.site.search import INDEX
from padai.publishing.products.site.whole_site import write_site
from padai.survey import load_survey
from tests.browsing import axe, launched, open_page
from tests.publishing_store import make_store

ATOM = "{http://www.w3.org/2005/Atom}"
URL = "https://exemple.quebec/suivi/"
RECORD = {
    "wave": "2025", "version": 1, "status": "demonstration", "date": "2025-11-25",
    "store": "0" * 64,
}  # fmt: skip
REPORT = {"fr": "rapport.html", "en": "report.html"}


@pytest.fixture(scope="module")
def site(built_example: Path) -> Path:
    return built_example / "_site"


@pytest.fixture(scope="module")
def version(site: Path) -> Path:
    return site / "example" / "2025" / "v1"


def addressed(folder: Path, site_url: str) -> Path:
    """Return a small site that is published at an address, or at none."""
    place = folder / "essai" / "2025" / "v1"
    place.mkdir(parents=True)
    store = make_store(place)
    page = place / "fr" / "rapport.html"
    page.parent.mkdir()
    page.write_text(
        '<!DOCTYPE html>\n<html lang="fr-CA">\n<head>\n<title>Rapport</title>\n</head>\n<body>\n'
        '<header class="title-block">\n<p class="alternate"><a href="../en/report.html">English'
        "</a></p>\n</header>\n</body>\n</html>\n",
        encoding="utf-8",
    )
    finish_pages(store, place, [page], site_url)
    out = folder / "site"
    out.mkdir()
    write_site(folder, [{"id": "essai", "records": [RECORD]}], out, site_url=site_url)
    return out


# --- every page leads home, to its twin, to accessibility -----------------------------------------


def test_every_page_leads_home_and_to_accessibility(site: Path) -> None:
    """Whatever its folder; a page of a table or of a check that padai did not set is none."""
    lost = []
    for path in sorted(site.rglob("*.html")):
        page = html.fromstring(path.read_bytes())
        lang = str(page.get("lang"))[:2]
        targets = {
            (path.parent / str(a.get("href")).partition("#")[0]).resolve() for a in page.iter("a")
        }
        for wanted in ("home", "accessibility"):
            if (site / address(wanted, lang)).resolve() not in targets:
                lost.append(f"{path.relative_to(site)}: {wanted}")
    assert lost == []


def test_every_page_of_a_release_leads_to_its_twin_and_the_twin_back(version: Path) -> None:
    for path in sorted(version.glob("??/**/*.html")):
        (link,) = html.fromstring(path.read_bytes()).xpath("//p[@class='alternate']/a")
        twin = (path.parent / link.get("href")).resolve()
        (back,) = html.fromstring(twin.read_bytes()).xpath("//p[@class='alternate']/a")
        assert (twin.parent / back.get("href")).resolve() == path.resolve()


def test_the_bar_marks_the_page_or_the_section_that_one_is_in(version: Path) -> None:
    def marked(path: Path) -> list[tuple[str, str]]:
        bar = html.fromstring(path.read_bytes()).xpath("//nav[@class='site-nav']//a[@aria-current]")
        return [(a.text_content(), a.get("aria-current")) for a in bar]

    assert marked(version / "fr" / "rapport.html") == [("Rapport", "page")]
    assert marked(version / "fr" / "explorateur.html") == [("Explorer", "page")]
    assert marked(version / "fr" / "questions" / "index.html") == [("Questions", "page")]
    assert marked(version / "en" / "questions" / "trust_staff.html") == [("Questions", "true")]


def test_the_releases_beside_the_site_have_a_way_home_too(built_example: Path) -> None:
    page = built_example / "releases" / "example" / "2025" / "v1" / "en" / "report.html"
    (home, *_) = html.fromstring(page.read_bytes()).xpath("//nav[@class='site-nav']/a")
    sign = (page.parent / home.get("href")).resolve()
    (on,) = html.fromstring(sign.read_bytes()).iter("a")
    assert (sign.parent / on.get("href")).resolve() == built_example / "_site" / "en" / "index.html"


def test_questions_lead_from_one_to_the_next_through_all_of_them(version: Path) -> None:
    folder = version / "fr" / "questions"
    page, seen = next(
        p for p in folder.glob("*.html")
        if p.stem != "index" and b'rel="prev"' not in p.read_bytes()
    ), []  # fmt: skip
    while True:
        seen.append(page.name)
        following = html.fromstring(page.read_bytes()).xpath("//nav[@class='turn']//a[@rel='next']")
        if not following:
            break
        page = folder / following[0].get("href")
    assert sorted(seen) == sorted(p.name for p in folder.glob("*.html") if p.stem != "index")


def test_a_question_has_a_chart_of_its_groups(version: Path) -> None:
    page = html.fromstring((version / "fr" / "questions" / "trust_staff.html").read_bytes())
    (section,) = page.xpath("//section[@id='sec-groupes']")
    assert section.xpath(".//figure//img/@alt")
    assert section.xpath(".//table")


# --- a report by chapter ----------------------------------------------------------------------------


@pytest.fixture
def parted(version: Path, tmp_path: Path) -> tuple[str, list[Path]]:
    """A report as one page, and the pages that it is parted into."""
    for lang, name in REPORT.items():
        (tmp_path / lang).mkdir()
        shutil.copyfile(version / lang / name, tmp_path / lang / name)
    whole = (tmp_path / "fr" / "rapport.html").read_text(encoding="utf-8")
    part_report(tmp_path / "en" / "report.html", "en", most=10_000)
    made = part_report(tmp_path / "fr" / "rapport.html", "fr", most=10_000)
    return whole, [tmp_path / "fr" / "rapport.html", *made]


def test_a_short_report_stays_whole(version: Path, tmp_path: Path) -> None:
    path = tmp_path / "rapport.html"
    shutil.copyfile(version / "fr" / "rapport.html", path)
    assert part_report(path, "fr") == []
    assert path.read_bytes() == (version / "fr" / "rapport.html").read_bytes()


def test_chapters_hold_all_of_the_report_once(parted: tuple[str, list[Path]]) -> None:
    whole, paths = parted
    assert len(paths) > 4
    pages = {p: html.fromstring(p.read_bytes()) for p in paths}
    for tag in ("figure", "table", "h3"):
        found = [e for page in pages.values() for e in page.iter(tag)]
        assert len(found) == whole.count(f"<{tag}")
    for page in pages.values():
        ids = [e.get("id") for e in page.iter() if e.get("id")]
        assert len(ids) == len(set(ids))
        assert len(list(page.iter("h1"))) == 1


def test_every_address_of_the_report_leads_to_where_it_stands_now(
    parted: tuple[str, list[Path]],
) -> None:
    whole, paths = parted
    pages = {p.name: html.fromstring(p.read_bytes()) for p in paths}
    ids = {name: set(page.xpath("//@id")) for name, page in pages.items()}
    assert set(re.findall(r'<section id="(sec-[^"]+)"', whole)) <= ids["rapport.html"]
    for name, page in pages.items():
        for target in page.xpath("//a/@href"):
            file, _, anchor = str(target).partition("#")
            if anchor and (file or name) in ids:
                assert anchor in ids[file or name], (name, target)
    for path in paths[1:]:
        (twin,) = pages[path.name].xpath("//p[@class='alternate']/a/@href")
        file, _, anchor = str(twin).partition("#")
        there = html.fromstring((path.parent / file).resolve().read_bytes())
        assert there.xpath(f"//li[@id='{anchor}']")


def test_a_chapter_marks_itself_among_the_contents(parted: tuple[str, list[Path]]) -> None:
    for path in parted[1][1:]:
        page = html.fromstring(path.read_bytes())
        (mine,) = page.xpath("//nav[@class='toc']//a[@aria-current]")
        anchor = str(mine.get("href")).removeprefix("#")
        assert page.xpath(f"//main/section[@id='{anchor}']")
        assert page.xpath("//nav[@class='trail']//a/@href") == ["rapport.html"]


def test_a_chapter_is_safe_and_keeps_its_policy(parted: tuple[str, list[Path]]) -> None:
    for path in parted[1]:
        scan_page(path.read_text(encoding="utf-8"), path.name)


# --- figures to pass on ------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_figure_of_the_report_has_an_address_and_its_files(version: Path, lang: str) -> None:
    report = html.fromstring((version / lang / REPORT[lang]).read_bytes())
    labels = report.xpath("//figure/@id")
    assert labels
    folder = version / lang / "figures"
    assert {p.stem for p in folder.glob("*.html")} == set(labels)
    for label in labels:
        page = html.fromstring((folder / f"{label}.html").read_bytes())
        (figure,) = page.iter("figure")
        (whole,) = report.xpath(f"//figure[@id='{label}']")
        assert figure.xpath(".//img/@src") == whole.xpath(".//img/@src")
        assert figure.xpath(".//img/@alt") == whole.xpath(".//img/@alt")
        assert page.find_class("page-banner"), "the caution goes with the figure"
        assert page.find_class("note"), "and what its base is"
        assert (folder / f"{label}.png").read_bytes().startswith(b"\x89PNG")
        assert (folder / f"{label}.svg").read_bytes().startswith(b"<?xml")
        links = {str(h) for h in whole.getnext().getnext().xpath(".//@href")} | {
            str(h) for h in whole.getparent().xpath(f".//a[contains(@href, '{label}')]/@href")
        }
        assert {f"figures/{label}.{end}" for end in ("html", "png", "svg")} <= links


def test_the_data_of_a_figure_are_those_of_its_table(version: Path) -> None:
    page = html.fromstring((version / "fr" / "rapport.html").read_bytes())
    text = (version / "fr" / "figures" / "fig-trust-trend.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.reader(text.splitlines()))
    (table,) = page.xpath("//div[@id='tbl-trust-trend']//table")
    assert len(rows) == len(list(table.iter("tr")))
    assert [r[0] for r in rows] == [t.xpath("./*")[0].text_content() for t in table.iter("tr")]


@pytest.mark.parametrize(
    ("lang", "cell", "read"),
    [
        ("fr", "51,2\u00a0%", "51.2"),
        ("fr", "1\u202f995", "1995"),
        ("fr", "\u22123,4", "-3.4"),
        ("en", "1,995", "1995"),
        ("en", "+0.1", "0.1"),
        ("fr", "51,2 % *", "51,2 % *"),
        ("fr", "x", "x"),
        ("fr", "2021 à 2025", "2021 à 2025"),
    ],
)
def test_a_cell_that_is_a_number_is_read_as_one(lang: str, cell: str, read: str) -> None:
    table = f"<table><tr><th>a</th></tr><tr><td>{cell}</td></tr></table>"
    assert next(csv.reader([table_csv(table, lang).splitlines()[1]])) == [read]


# --- feed, sitemap, canonical addresses ---------------------------------------------------------------


def test_a_site_with_an_address_says_it_everywhere(tmp_path: Path) -> None:
    out = addressed(tmp_path, URL)
    locations = re.findall(r"<loc>(.*?)</loc>", (out / "sitemap.xml").read_text(encoding="utf-8"))
    assert len(locations) == len(set(locations))
    assert all((out / address.removeprefix(URL)).is_file() for address in locations)
    assert {URL + address(p, lang) for p in PAGES for lang in ("fr", "en")} <= set(locations)
    every = [*out.glob("*.html"), *out.glob("??/*.html"), *out.glob("essai/2025/v1/fr/*.html")]
    for path in (path for path in every if path.name != LOST):
        page = html.fromstring(path.read_bytes())
        own = URL + path.relative_to(out).as_posix()
        assert page.xpath("//link[@rel='canonical']/@href") == [own]
        assert page.xpath("//meta[@property='og:url']/@content") == [own]
        alternates = page.xpath("//link[@rel='alternate'][@hreflang]/@href")
        assert len(alternates) == 2
        assert own in alternates


@pytest.mark.parametrize("site_url", ["", URL])
def test_an_address_that_leads_nowhere_leads_on(tmp_path: Path, site_url: str) -> None:
    """A server gives the page at any depth: its links name the whole address where there is one."""
    out = addressed(tmp_path, site_url)
    page = html.fromstring((out / LOST).read_bytes())
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert page.get("lang") == "fr-CA"
    english = page.xpath("//main//*[@lang='en-CA']")
    heads = [one.text_content() for one in page.xpath("//h1 | //h2")]
    assert heads == ["Page introuvable", "Page not found"]
    for lang, there in (("fr", page.xpath("//main/ul")), ("en", english)):
        links = {str(a) for box in there for a in box.xpath(".//a/@href")}
        for kind in ("home", "search", "accessibility"):
            assert site_url + address(kind, lang) in links
    for link in (str(a) for a in page.xpath("//a/@href") if not str(a).startswith("#")):
        assert link.startswith(site_url)
        assert (out / link.removeprefix(site_url)).is_file()
    if site_url:
        assert LOST not in (out / "sitemap.xml").read_text(encoding="utf-8")


def test_a_site_without_an_address_names_none(tmp_path: Path) -> None:
    out = addressed(tmp_path, "")
    assert not (out / "sitemap.xml").exists()
    for path in out.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert 'rel="canonical"' not in text
        assert "og:url" not in text
        assert "og:title" in text


@pytest.mark.parametrize("site_url", ["", URL])
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_feed_tells_each_version_with_its_finding(
    tmp_path: Path, lang: str, site_url: str
) -> None:
    out = addressed(tmp_path, site_url)
    feed = ET.parse(out / FEED[lang]).getroot()
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == 1
    ids = [feed.findtext(f"{ATOM}id"), *(e.findtext(f"{ATOM}id") for e in entries)]
    assert len(set(ids)) == 2
    assert all(str(one).startswith("urn:uuid:") for one in ids)
    (entry,) = entries
    for wanted in ("title", "updated", "summary", "author"):
        assert entry.find(f"{ATOM}{wanted}") is not None
    link = entry.find(f"{ATOM}link")
    assert link is not None
    where = f"essai/2025/v1/{lang}/{REPORT[lang]}"
    assert str(link.get("href")) == (site_url + where if site_url else f"../{where}")


def test_the_front_page_has_linked_data_and_a_card_with_the_finding(tmp_path: Path) -> None:
    page = html.fromstring((addressed(tmp_path, URL) / "index.html").read_bytes())
    (data,) = page.xpath("//script[@type='application/ld+json']/text()")
    said = json.loads(data)
    assert said["@type"] == "WebSite"
    assert [one["@type"] for one in said["hasPart"]] == ["Dataset"]
    (first, *_) = page.xpath("//div[@class='headline']/p")
    (told,) = page.xpath("//meta[@property='og:description']/@content")
    assert told == first.text_content()
    (image,) = page.xpath("//meta[@property='og:image']/@content")
    assert image.startswith(URL)
    assert image.endswith(".png")


@pytest.mark.parametrize(
    "address",
    ["exemple.quebec", "ftp://a.b/", "https://a.b/?x=1", "https://a.b/#c", 'https://a"b/'],
)
def test_an_address_that_is_none_is_refused(tmp_path: Path, address: str) -> None:
    (tmp_path / "padai.yaml").write_text(f"site_url: '{address}'\n", encoding="utf-8")
    with pytest.raises(DefinitionError, match="site_url"):
        find_project(tmp_path)


def test_a_build_says_what_a_site_without_an_address_lacks(tmp_path: Path) -> None:
    (tmp_path / "padai.yaml").write_text("surveys: surveys\n")
    (note,) = no_address(find_project(tmp_path))
    assert "sitemap.xml" in note.en
    assert "sitemap.xml" in note.fr
    (tmp_path / "padai.yaml").write_text(f"site_url: {URL}\n")
    assert no_address(find_project(tmp_path)) == []


def test_an_address_ends_with_a_stroke(tmp_path: Path) -> None:
    (tmp_path / "padai.yaml").write_text("site_url: https://exemple.quebec/suivi\n")
    assert find_project(tmp_path).site_url == URL


@pytest.mark.parametrize(
    "harm",
    [
        '<link rel="stylesheet" href="https://a.b/c.css">',
        '<link rel="icon" href="https://a.b/i">',
        '<link rel="canonical" href="javascript:alert(1)">',
        '<link rel="preload" href="x">',
        '<script type="application/ld+json">{"a":</script>',
        '<script type="application/ld+json" src="https://a.b/c.js"></script>',
        '<script type="module">1</script>',
    ],
)
def test_what_a_head_may_not_hold_is_refused(version: Path, harm: str) -> None:
    page = (version / "fr" / "rapport.html").read_text(encoding="utf-8")
    scan_page(page, "rapport.html")
    with pytest.raises(RenderError):
        scan_page(page.replace("</title>\n", f"</title>\n{harm}\n", 1), "rapport.html")


# --- the calendar -------------------------------------------------------------------------------------


def announced(folder: Path, *dates: str) -> Path:
    """Return a folder of releases whose survey announces these dates."""
    place = folder / "essai" / "2025" / "v1"
    place.mkdir(parents=True)
    what = {"fr": "Résultats de l’édition 2026", "en": "Results of edition 2026"}

    def change(head: dict[str, Any]) -> None:
        head["calendar"] = [{"date": dt.date.fromisoformat(d), "what": what} for d in dates]

    make_store(place, change=change)
    return folder


def test_the_calendar_says_what_comes_and_the_front_page_the_next_one(tmp_path: Path) -> None:
    catalogue = read_catalogue(
        announced(tmp_path, "2026-11-18", "2027-11-17"), [{"id": "essai", "records": [RECORD]}]
    )
    text = calendar(catalogue, "fr").markdown
    assert "18 novembre 2026" in text.replace("\u00a0", " ")
    assert "17 novembre 2027" in text.replace("\u00a0", " ")
    assert "25 novembre 2025" in text.replace("\u00a0", " ")
    out = tmp_path / "site"
    out.mkdir()
    write_site(tmp_path, [{"id": "essai", "records": [RECORD]}], out)
    front = html.fromstring((out / "en" / "index.html").read_bytes()).text_content()
    said = "Next release: results of edition 2026, on November 18, 2026."
    assert said in front.replace("\u00a0", " ")


def test_no_date_is_said_to_be_none(tmp_path: Path) -> None:
    catalogue = read_catalogue(announced(tmp_path), [{"id": "essai", "records": [RECORD]}])
    assert "No date is announced for now" in calendar(catalogue, "en").markdown


def test_dates_out_of_order_are_refused(tmp_path: Path) -> None:
    with pytest.raises(DefinitionError, match="from the next release to the last one"):
        announced(tmp_path, "2027-11-17", "2026-11-18")


def test_a_date_that_the_release_is_past_is_refused(built_example: Path, tmp_path: Path) -> None:
    folder = tmp_path / "example"
    shutil.copytree(built_example / "surveys" / "example", folder)
    file = folder / "survey.yaml"
    text = file.read_text(encoding="utf-8")
    entry = "\ncalendar:\n  - {date: %s, what: {fr: Résultats, en: Results}}\n"
    file.write_text(text + entry % "2024-05-01", encoding="utf-8")
    with pytest.raises(DefinitionError, match=r"2024-05-01, and this release is of 2025"):
        refuse_unpublishable(load_survey(folder), "2025")
    file.write_text(text + entry % "2099-05-01", encoding="utf-8")
    refuse_unpublishable(load_survey(folder), "2025")


def test_a_date_that_has_gone_by_is_told_and_changes_no_file(
    built_example: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "example"
    shutil.copytree(built_example / "surveys" / "example", folder)
    with (folder / "survey.yaml").open("a", encoding="utf-8") as file:
        file.write("\ncalendar:\n  - {date: 2026-05-01, what: {fr: Résultats, en: Results}}\n")
    survey = load_survey(folder)
    assert past_dates(survey, dt.date(2026, 5, 1)) == []
    (note,) = past_dates(survey, dt.date(2026, 5, 2))
    assert "2026-05-01, which has gone by" in note.en
    assert "2026-05-01, qui est passé" in note.fr


# --- the engine of a version ------------------------------------------------------------------------


@pytest.fixture
def with_quarto(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a program named quarto on the PATH, which says a version and nothing else."""
    program = tmp_path / "bin" / "quarto"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\necho 1.10.18\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent), prepend=":")


@pytest.fixture
def project(built_example: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    shutil.copytree(built_example, folder, ignore=shutil.ignore_patterns("_site"))
    return folder


def made_by_quarto(project: Path) -> Path:
    manifest = project / "releases" / "example" / "2025" / "v1" / "interne" / "manifest.json"
    content = json.loads(manifest.read_text(encoding="utf-8"))
    content["parameters"]["engine"] = "quarto"
    manifest.write_text(json.dumps(content), encoding="utf-8")
    return manifest


@pytest.mark.usefixtures("with_quarto")
def test_embedded_is_the_engine_whatever_is_on_the_path(project: Path) -> None:
    survey = project / "surveys" / "example"
    assert ordered(survey, None, None).engine == "embedded"
    shutil.rmtree(project / "releases")
    assert ordered(survey, None, None).engine == "embedded"
    assert ordered(survey, None, None, engine="quarto").engine == "quarto"


@pytest.mark.usefixtures("with_quarto")
def test_a_version_keeps_the_engine_that_made_it(project: Path) -> None:
    made_by_quarto(project)
    assert ordered(project / "surveys" / "example", None, None).engine == "quarto"


def test_a_version_of_quarto_without_quarto_says_which_engine(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made_by_quarto(project)
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(RenderError, match=r"v1 was made by Quarto, and a version keeps its engine"):
        ordered(project / "surveys" / "example", None, None)


@pytest.mark.usefixtures("with_quarto")
def test_another_engine_for_what_went_out_is_no_correction(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Refused before anything is made, and nobody is told to announce a correction."""
    from tests.test_build import run

    assert run("build", project / "surveys" / "example", "--engine", "quarto") == 2
    said = capsys.readouterr().err
    assert "embedded" in said
    assert "corrected" not in said


# --- in a browser ---------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Any]:
    with launched(chromium) as opened:
        yield opened


@pytest.mark.parametrize(
    ("lang", "asked", "leads"),
    [
        ("fr", "répondants", "fr/methodes.html#sec-"),
        ("en", "respondents", "en/methods.html#sec-"),
        ("fr", "citer", "/fr/presse.html"),
        ("en", "cite", "/en/press.html"),
        ("fr", "ans et plus", "/fr/explorateur.html#q="),
        ("en", "and over", "/en/explorer.html#q="),
    ],
)
def test_search_finds_who_was_asked_how_to_cite_and_each_group(
    site: Path, lang: str, asked: str, leads: str
) -> None:
    """Questions and figures alone were in the index: “65 and over” led to three of ninety."""
    rows = json.loads((site / INDEX[lang]).read_text(encoding="utf-8"))
    found = [row["address"] for row in rows if asked in f"{row['title']} {row['text']}".lower()]
    led = [each for each in found if leads in each]
    assert led
    for each in led:
        file, _, anchor = each.partition("#")
        page = (site / file).read_text(encoding="utf-8")
        assert "=" in anchor or not anchor or f'id="{anchor}"' in page, each


@pytest.mark.needs("chromium")
def test_search_finds_with_and_without_accents_and_sends_nothing(browser: Any, site: Path) -> None:
    address = (site / PAGES["search"][0]["fr"]).as_uri()
    view = open_page(browser, address)
    every = view.locator(".search li").count()
    assert every == len(json.loads((site / INDEX["fr"]).read_text(encoding="utf-8")))
    view.get_by_role("searchbox").fill("protection donnees")
    few = view.locator(".search li").count()
    assert 0 < few < every
    assert "protection des données" in view.locator(".search li").first.inner_text()
    view.get_by_role("searchbox").fill("PROTECTION DONNÉES")
    assert view.locator(".search li").count() == few
    view.get_by_role("searchbox").fill("zzz")
    assert view.locator(".search li").count() == 0
    assert view.get_by_role("status").inner_text() == "Rien ne contient tous ces mots."
    view.get_by_role("searchbox").fill("")
    assert view.locator(".search li").count() == every
    view.goto(address + "#q=confiance%20personnel")
    view.reload()
    assert view.get_by_role("searchbox").input_value() == "confiance personnel"
    assert 0 < view.locator(".search li").count() < every
    view.locator(".search li a").first.click()
    assert "/v1/fr/" in view.url
    assert view.wrong == []
    assert all(asked.startswith("file:") for asked in view.asked)


@pytest.mark.needs("chromium")
@pytest.mark.parametrize(
    "page",
    [
        PAGES["search"][0]["fr"],
        PAGES["calendar"][0]["en"],
        "example/2025/v1/fr/figures/fig-trust-trend.html",
    ],
)
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_on_the_new_pages(
    browser: Any, site: Path, page: str, width: int
) -> None:
    view = open_page(browser, (site / page).as_uri(), width, bypass_csp=True)
    for summary in view.locator("summary:visible").all():
        summary.click()
    assert axe(view) == ([], [])
    assert view.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.needs("chromium")
def test_a_figure_in_a_frame_is_alone_and_by_itself_can_be_passed_on(
    browser: Any, version: Path, tmp_path: Path
) -> None:
    figure = version / "fr" / "figures" / "fig-trust-trend.html"
    view = open_page(browser, figure.as_uri())
    fields = view.locator(".share input")
    assert fields.count() == 2
    assert fields.first.input_value() == figure.as_uri()
    code = fields.nth(1).input_value()
    assert view.wrong == []
    (tmp_path / "hote.html").write_text(f"<!DOCTYPE html><title>x</title>{code}", encoding="utf-8")
    host = open_page(browser, (tmp_path / "hote.html").as_uri())
    frame = host.frame_locator("iframe")
    assert frame.locator("figure img").is_visible()
    assert frame.locator(".page-banner").is_visible()
    assert frame.locator(".share input").count() == 0


@pytest.mark.needs("chromium")
@pytest.mark.parametrize(("width", "height"), [(360, 740), (1280, 800)])
def test_what_was_found_is_above_the_fold(
    browser: Any, site: Path, version: Path, width: int, height: int
) -> None:
    """The headline of the front page and of the report; the chart of the explorer."""

    def bottom(path: Path, place: str) -> float:
        view = browser.new_page(viewport={"width": width, "height": height})
        view.goto(path.as_uri())
        box = view.locator(place).first.bounding_box()
        view.close()
        return float(box["y"] + box["height"])

    for lang, front in (("fr", "index.html"), ("en", "en/index.html")):
        assert bottom(site / front, ".headline > :nth-last-child(2)") <= height
        assert bottom(version / lang / REPORT[lang], ".headline > :nth-last-child(2)") <= height
    for page in ("fr/explorateur.html", "en/explorer.html"):
        assert bottom(version / page, ".explorer-figure svg") <= height


def test_what_the_survey_is_stands_under_what_it_found(site: Path) -> None:
    """Eight lines that describe the survey stood before the first finding, on a telephone."""
    order = list(html.fromstring((site / "index.html").read_bytes()).iter())
    (found,) = [k for k, one in enumerate(order) if one.get("class") == "headline"]
    (what,) = [k for k, p in enumerate(order) if p.tag == "p" and "inventée" in p.text_content()]
    assert found < what


@pytest.mark.needs("chromium")
def test_contents_and_menu_stand_open_where_there_is_room(browser: Any, version: Path) -> None:
    for width, shown in ((360, False), (1280, True)):
        view = open_page(browser, (version / "fr" / "rapport.html").as_uri(), width)
        for place in (".toc li a", ".site-nav li a"):
            assert view.locator(place).first.is_visible() is shown
        assert view.locator(".site-nav button").is_visible() is not shown
        if not shown:
            view.locator(".site-nav button").click()
            assert view.get_by_role("link", name="Accessibilité").is_visible()
            view.keyboard.press("Escape")
            view.locator(".toc summary").click()
            assert view.locator(".toc li a").first.is_visible()


@pytest.mark.needs("chromium")
@pytest.mark.parametrize("page", ["fr/rapport.html", "fr/explorateur.html"])
def test_the_menu_opens_and_closes_by_keys_and_by_a_press_beside_it(
    browser: Any, version: Path, page: str
) -> None:
    """Escape closed nothing; and the menu pushed down the page that one had begun to read."""
    view = open_page(browser, (version / page).as_uri(), 360)
    opener, link = view.locator(".site-nav button"), view.locator(".site-nav li a").first
    title = view.locator("h1").bounding_box()

    def stands() -> tuple[bool, str]:
        focused = view.evaluate("document.activeElement.closest('button, a, body').tagName")
        return link.is_visible(), focused

    opener.focus()
    view.keyboard.press("Enter")
    assert stands() == (True, "BUTTON")
    assert view.locator("h1").bounding_box() == title
    assert opener.bounding_box()["y"] + opener.bounding_box()["height"] <= (
        view.locator(".site-nav ul").bounding_box()["y"] + 1
    )
    view.keyboard.press("Tab")  # the list follows the button that opens it
    assert view.evaluate("document.activeElement.closest('.site-nav ul') !== null")
    view.keyboard.press("Escape")
    assert stands() == (False, "BUTTON")  # and the keys are where they were
    opener.click()
    assert link.is_visible()
    view.mouse.click(180, 700)
    assert not link.is_visible()


@pytest.mark.needs("chromium")
def test_a_chapter_is_printed_without_the_contents_of_the_report(
    browser: Any, parted: tuple[str, list[Path]]
) -> None:
    """Two sheets of contents, without page numbers, stood before it."""
    view = open_page(browser, parted[1][-1].as_uri(), 1280)
    assert "chapter" in str(view.locator("body").get_attribute("class"))
    assert view.locator(".toc").is_visible()
    view.emulate_media(media="print")
    assert not view.locator(".toc").is_visible()


@pytest.mark.needs("chromium")
def test_a_report_is_printed_with_its_chapters_alone_before_its_findings(
    browser: Any, parted: tuple[str, list[Path]]
) -> None:
    """Every heading of every chapter stood on a sheet and a third before the first finding."""
    first = next(page for page in parted[1] if page.name == "rapport.html")
    view = open_page(browser, first.as_uri(), 1280)
    nested = view.locator(".toc ul ul a").first
    assert nested.is_visible()
    view.emulate_media(media="print")
    assert view.locator(".toc a").first.is_visible() and not nested.is_visible()


def test_the_index_holds_findings_questions_figures_groups_and_the_survey(
    site: Path, version: Path
) -> None:
    for lang in ("fr", "en"):
        rows = json.loads((site / INDEX[lang]).read_text(encoding="utf-8"))
        assert len({r["kind"] for r in rows}) == 5
        assert all((site / r["address"].partition("#")[0]).is_file() for r in rows)
        figures = [r for r in rows if "/figures/" in r["address"]]
        assert len(figures) == len(list((version / lang / "figures").glob("*.html")))
