"""Write the whole site into an empty folder: its pages, and a copy of what was put out."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from html import unescape
from pathlib import Path
from typing import Any

from padai.lottery.pages.draw_page import FOLDER as DRAW
from padai.publishing.basis.page_names import twins
from padai.publishing.basis.sentences import colon_of, ended, listed, lower_first, upper_first
from padai.publishing.chapters.headline import headline_in_short
from padai.publishing.chapters.opening import PICTURE
from padai.publishing.engine.text import md_literal, title_block
from padai.publishing.pieces.emit import Piece, callout, joined, paragraph
from padai.publishing.pieces.page_setter import PageRequest, page_setter
from padai.publishing.products.site import about, front, lost
from padai.publishing.products.site.accessibility import accessibility
from padai.publishing.products.site.around import Card, with_bar, with_card
from padai.publishing.products.site.calendar import calendar
from padai.publishing.products.site.catalogue import Catalogue, read_catalogue
from padai.publishing.products.site.downloads import downloads
from padai.publishing.products.site.editions import edition_requests
from padai.publishing.products.site.feed import FEED, SITEMAP, feed, sitemap
from padai.publishing.products.site.map import PAGES as SITE_PAGES
from padai.publishing.products.site.map import address, between, name, site_links
from padai.publishing.products.site.page_parts import common_marks
from padai.publishing.products.site.search import INDEX, index_text, search, searchable
from padai.store import public_files
from padai.words import say
from padai.words.languages import AT_ROOT, capital_after_colon, own_name, prevailing, tag_of

Progress = Callable[[str], None]
Make = Callable[[Catalogue, str], Piece]
PAGES: dict[str, Make] = {
    "home": front.front,
    "editions": front.editions,
    "questions": front.questions,
    "search": search,
    "methods": about.methods,
    "comparability": about.comparability,
    "versions": about.versions,
    "calendar": calendar,
    "downloads": downloads,
    "accessibility": accessibility,
}
_BESIDE = re.compile(r"(index|versions)(-[a-z-]+)?\.html")
"""The pages beside the versions of a wave."""
_DRAWN = re.compile(
    r"(tirage|draw|annonce-du-tirage|draw-announcement)\.(html|pdf)|"
    r"(loterie|numeros|billet)\.csv|verifier\.py"
)
"""What the draw of a panel makes public: its pages, its lists, the script that checks it."""


def write_site(
    releases: Path,
    surveys: list[Mapping[str, Any]],
    out_dir: Path,
    progress: Progress | None = None,
    *,
    site_url: str = "",
) -> list[Path]:
    """Write the website of all that was put out and return its pages.

    Parameters
    ----------
    releases
        The folder of releases of the project; it is only read.
    surveys
        For each survey its ``id`` and its ``records`` (of ``releases.yaml``), JSON-ready.
    out_dir
        An empty folder.
    site_url
        Where the site will be published. Without it no page names its own address, and there is no
        sitemap.

    Notes
    -----
    French pages stand in ``fr/`` and the front page at the root, English ones in ``en/`` where a
    survey is published in English. What was put out stands in ``<survey>/<wave>/``, byte for byte
    as it was released. Every link is relative, so that the site works from any folder and from
    ``file://``; those of ``404.html``, which a server gives at any depth, name the whole address
    where there is one. Nothing else of the clock or the machine is in it.
    """
    catalogue = read_catalogue(releases, surveys)
    _copy(catalogue, surveys, out_dir)
    written = []
    for lang in catalogue.languages:
        if progress:
            progress(f"site/{lang}")
        with page_setter(lang, _date(catalogue)) as setter:
            requests = [*_requests(catalogue, lang), *edition_requests(catalogue, lang)]
            for address_of, made in setter.pages(requests):
                path = out_dir / f"{address_of}.html"
                path.parent.mkdir(parents=True, exist_ok=True)
                page = _finished(
                    catalogue, lang, f"{address_of}.html", made["html"].decode(), site_url
                )
                path.write_text(page, encoding="utf-8", newline="\n")
                written.append(path)
        _write(out_dir / INDEX[lang], index_text(catalogue, lang))
        _write(out_dir / FEED[lang], feed(catalogue, lang, _title(catalogue, lang), site_url))
    if AT_ROOT not in catalogue.languages:
        written.append(_door(catalogue, out_dir))
    if catalogue.languages:
        title = _title(catalogue, catalogue.languages[0])
        page = lost.lost(catalogue, title, _date(catalogue), site_url)
        _write(out_dir / lost.NAME, page)
        written.append(out_dir / lost.NAME)
    if site_url:
        _write(out_dir / SITEMAP, sitemap(_pages_of(catalogue, out_dir), site_url))
    return written


def _door(catalogue: Catalogue, out_dir: Path) -> Path:
    """Write the page at the root of a site that has no French: it leads to each language."""
    first, path = catalogue.languages[0], out_dir / "index.html"
    links = [
        f"- [{md_literal(upper_first(own_name(lang)))}]({address('home', lang)})"
        f'{{lang="{tag_of(lang)}" hreflang="{tag_of(lang)}"}}'
        for lang in catalogue.languages
    ]
    head = {"title": _title(catalogue, first)}
    if any(s.latest.store.survey.synthetic for s in catalogue.spoken(first)):
        head["robots"] = "noindex"
    with page_setter(first, _date(catalogue)) as setter:
        made = setter.page("index", lambda: Piece(title_block(head) + "\n" + "\n".join(links)))
    _write(path, made["html"].decode())
    return path


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _pages_of(catalogue: Catalogue, out_dir: Path) -> list[str]:
    """Return the pages that search engines are told of: those of the site, and newest versions."""
    newest = tuple(f"{v.address}/" for v in catalogue.versions)
    every = (p.relative_to(out_dir).as_posix() for p in out_dir.rglob("*.html"))
    every = (page for page in every if page != lost.NAME)
    older = re.compile(r"[^/]+/[^/]+/v\d+(-retire)?/")
    return [name for name in every if name.startswith(newest) or not older.match(name)]


def _requests(catalogue: Catalogue, lang: str) -> Iterator[PageRequest]:
    for page, make in PAGES.items():
        yield PageRequest(
            address(page, lang).removesuffix(".html"),
            lambda page=page, make=make: _page(catalogue, lang, page, make),  # type: ignore[misc]
        )


def _finished(catalogue: Catalogue, lang: str, here: str, page: str, site_url: str) -> str:
    """Put bar, head and, where it searches, script on a page of the site."""
    made = with_bar(page, lang, site_links(lang, here))
    made = with_card(made, _card(catalogue, lang, here, made), site_url)
    made = made.replace("</title>\n", f"</title>\n{_feed_link(lang, here)}\n", 1)
    return searchable(made, lang) if here == address("search", lang) else made


def _feed_link(lang: str, here: str) -> str:
    """Return what tells a browser of the feed."""
    label = say("publishing-site-releases", lang)
    return (
        f'<link rel="alternate" type="application/atom+xml" title="{label}" '
        f'href="{between(here, FEED[lang])}">'
    )


def _card(catalogue: Catalogue, lang: str, here: str, page: str) -> Card:
    """Return what a page of the site says of itself; the front page says the finding."""
    site = _title(catalogue, lang)
    matched = re.search(r"<title>(.*?)</title>", page, re.DOTALL)
    title = unescape(matched[1]) if matched else site
    pages = [{t: address(p, t) for t in catalogue.languages} for p in SITE_PAGES]
    languages = next((p for p in pages if p.get(lang) == here), {})
    latest = [s.latest for s in catalogue.spoken(lang)]
    picture, description, data = "", f"{site}. {title}.", None
    if latest and latest[0].store.survey.traits.estimated:
        context = latest[0].context(lang)
        if here == address("home", lang):
            description = headline_in_short(context)
            data = _site_data(catalogue, lang, site)
        if context.survey.key_results:
            picture = f"{latest[0].address}/{lang}/{PICTURE[lang]}.png"
    return Card(
        title,
        description,
        lang,
        here,
        languages,
        picture=picture,
        told=description,
        kind="website" if data else "article",
        data=data,
    )


def _site_data(catalogue: Catalogue, lang: str, site: str) -> dict[str, Any]:
    """Describe the site and its data sets by schema.org."""
    sets = []
    for series in catalogue.spoken(lang):
        context, survey = series.latest.context(lang), series.latest.store.survey
        properties = {
            "@type": "Dataset",
            "name": context.text(survey.title),
            "description": context.text(survey.description),
            "version": str(series.latest.record.version),
            "datePublished": series.latest.record.date.isoformat(),
            "license": context.text(survey.licences.data),
        }
        sets.append({name: value for name, value in properties.items() if value})
    return {"@type": "WebSite", "name": site, "hasPart": sets}


def _title(catalogue: Catalogue, lang: str) -> str:
    """Return the name of the site: of its survey, where there is one."""
    contexts = [s.latest.context(lang) for s in catalogue.spoken(lang)]
    generic = say("publishing-site-survey-results", lang)
    return contexts[0].text(contexts[0].store.survey.title) if len(contexts) == 1 else generic


def _page(catalogue: Catalogue, lang: str, page: str, make: Make) -> Piece:
    prevails = _prevails(catalogue, lang)
    body = make(catalogue, lang)
    # the front page begins with what was found
    pieces = [body, *prevails] if page == "home" else [*prevails, body]
    return _head(catalogue, lang, page) + joined(pieces)


def _head(catalogue: Catalogue, lang: str, page: str) -> Piece:
    contexts = [s.latest.context(lang) for s in catalogue.spoken(lang)]
    sponsors = dict.fromkeys(c.text(c.store.survey.sponsor) for c in contexts)
    site = _title(catalogue, lang)
    here = address(page, lang)
    values = {
        "title": site if page == "home" else name(page, lang),
        "description": f"{site}. {name(page, lang)}.",
        "footer": " · ".join([site, *common_marks(catalogue, lang)]),
    }
    if page != "home":
        values["subtitle"] = site
    elif len(contexts) == 1 and not contexts[0].store.survey.traits.estimated:
        # where there is a headline, what the survey is stands under what it found
        values["subtitle"] = contexts[0].text(contexts[0].store.survey.description)
    if len(sponsors) == 1:
        values["publisher"] = next(iter(sponsors))
    marks = common_marks(catalogue, lang)
    if marks:
        values["banner"] = ". ".join(m.rstrip(".") for m in marks) + "."
    if any(c.store.survey.synthetic for c in contexts):
        values["robots"] = "noindex"
    values |= twins(lang, catalogue.languages, lambda other: between(here, address(page, other)))
    return Piece(title_block(values))


def _prevails(catalogue: Catalogue, lang: str) -> list[Piece]:
    """Say in which language the pages prevail, where it is not this one: survey by survey."""
    sentences: dict[str, list[str]] = {}
    bases: list[str] = []
    spoken = catalogue.spoken(lang)
    for series in spoken:
        survey, context = series.latest.store.survey, series.latest.context(lang)
        first = prevailing(lang, survey.languages[0])
        if not first:
            continue
        language = context.numbers.language(first)
        sentence = context.say("publishing-language-prevails", language=language)
        sentences.setdefault(sentence, []).append(context.text(survey.title))
        basis = survey.basis_of(lang)
        bases += [] if basis is None else [ended(basis.get(lang))]
    if not sentences:
        return []
    shared = len(sentences) == 1 and sum(map(len, sentences.values())) == len(spoken)
    lines = [
        ended(sentence if shared else _of_some(sentence, titles, lang))
        for sentence, titles in sentences.items()
    ]
    if bases:
        basis_words = " ".join(dict.fromkeys(bases))
        lines.append(say("publishing-language-english-basis", lang, basis=basis_words))
    return [callout("note", say("publishing-language-about-this-version", lang), paragraph(*lines))]


def _of_some(sentence: str, titles: Sequence[str], lang: str) -> str:
    after = sentence if capital_after_colon(lang) else lower_first(sentence)
    return f"{listed(titles, lang)}{colon_of(lang)}{after}"


def _copy(catalogue: Catalogue, surveys: list[Mapping[str, Any]], out_dir: Path) -> None:
    """Copy what was put out: recorded versions, and the pages and notices beside them."""
    for survey in surveys:
        for record in survey["records"]:
            wave = catalogue.releases / str(survey["id"]) / str(record["wave"])
            target = out_dir / str(survey["id"]) / str(record["wave"])
            if not wave.is_dir():
                continue
            target.mkdir(parents=True, exist_ok=True)
            for beside in sorted(wave.iterdir()):
                if beside.is_symlink():
                    continue
                if beside.is_file() and _BESIDE.fullmatch(beside.name):
                    shutil.copyfile(beside, target / beside.name)
                elif beside.name in _copied(record) and not (target / beside.name).exists():
                    _copy_public(beside, target / beside.name)
        _copy_draw(catalogue.releases / str(survey["id"]), out_dir / str(survey["id"]))


def _copy_draw(home: Path, target: Path) -> None:
    """Copy what the draw of a panel made public; its rehearsals are folders, and stay."""
    drawn = home / DRAW
    if not (drawn.is_dir() and target.is_dir()):
        return
    for path in sorted(p for p in drawn.iterdir() if p.is_file() and not p.is_symlink()):
        if not _DRAWN.fullmatch(path.name):
            continue
        (target / DRAW).mkdir(exist_ok=True)
        shutil.copyfile(path, target / DRAW / path.name)


def _copied(record: Mapping[str, Any]) -> tuple[str, ...]:
    version = f"v{record['version']}"
    return version, f"{version}-retire", front.FOLLOW_UP


def _copy_public(version: Path, target: Path) -> None:
    """Copy of a version what may go out, by its list; nothing else that lies there."""
    for file in public_files(version):
        (target / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(version / file, target / file)


def _date(catalogue: Catalogue) -> int:
    last = max((v.record.date for v in catalogue.versions), default=dt.date(1970, 1, 1))
    return int(dt.datetime.combine(last, dt.time(), tzinfo=dt.UTC).timestamp())
