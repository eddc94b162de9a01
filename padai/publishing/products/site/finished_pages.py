"""Put the bar and the head of the site on the pages of one version."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from padai.publishing.basis.context import Context
from padai.publishing.basis.draft_names import MARKS
from padai.publishing.basis.page_names import INDEX, QUESTIONS, others
from padai.publishing.chapters.headline import headline_in_short
from padai.publishing.chapters.opening import PAGES, PICTURE, release_title
from padai.publishing.products.site.around import Card, Link, with_bar, with_card
from padai.publishing.products.site.figure_pages import FOLDER as FIGURES
from padai.publishing.products.site.map import address, name
from padai.store import Store
from padai.words import Both, say
from padai.words.languages import lang_of

_OURS = re.compile(r'<html[^>]*\blang="([A-Za-z0-9-]+)"')
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_ALTERNATE = re.compile(r'<p class="alternate"><a href="([^"]+)"')
_SHORT: dict[str, dict[str, str]] = {
    "report": Both("publishing-site-report"),
    "executive": Both("publishing-site-essentials"),
    "explorer": Both("publishing-site-explore"),
    "press": Both("publishing-site-press"),
    "questionnaire": Both("publishing-site-questionnaire"),
    "tables": Both("publishing-site-tables"),
}
"""The pages of a version as the bar names them."""


@dataclass(frozen=True)
class _Page:
    """A page of a version: its name in it, its language, and where the site begins."""

    file: str
    lang: str
    version: str
    beside: str = ""

    @property
    def up(self) -> str:
        """The way to the folder of the version."""
        there = f"../{self.version}/" if self.beside else ""
        return "../" * self.file.count("/") + there

    @property
    def root(self) -> str:
        """The way to the root of the site, three folders above the version."""
        return "../" * (self.file.count("/") + 3)


def finish_pages(
    store: Store, out_dir: Path, files: Iterable[Path], site_url: str, *, beside: str = ""
) -> None:
    """Put bar and head on every page of a version; a page that has them is left as it is.

    Parameters
    ----------
    out_dir
        The folder of the version.
    files
        Those of the version; what is no page of padai's is passed over.
    site_url
        Where the site is published; without it pages name no address of their own.
    beside
        The name of the folder where it stands beside the versions, as what followed a release.
    """
    if store.release["status"] in MARKS:
        site_url = ""  # what is not out has no address
    contexts = {lang: Context(store, lang) for lang in store.survey.languages}
    findings: dict[str, str] = {}
    for path in files:
        if path.suffix != ".html":
            continue
        text = path.read_text(encoding="utf-8")
        ours = _OURS.search(text)
        lang = lang_of(ours[1]) if ours else ""
        if lang not in contexts:
            continue
        if lang not in findings:
            findings[lang] = _finding(contexts[lang])
        version = f"v{store.release['version']}"
        page = _Page(path.relative_to(out_dir).as_posix(), lang, version, beside)
        framed = f"/{FIGURES}/" in page.file  # it stands in a frame: its foot leads home
        made = text if framed else with_bar(text, lang, _links(contexts[lang], page))
        made = with_card(made, _card(contexts[lang], page, made, findings[lang]), site_url)
        if made != text:
            path.write_text(made, encoding="utf-8", newline="\n")


def _finding(context: Context) -> str:
    """Return the first sentence of the headline, or what the survey is."""
    if context.survey.traits.estimated and not context.unreviewed:
        return headline_in_short(context)
    return context.text(context.survey.description)


def _links(context: Context, page: _Page) -> list[Link]:
    """Return what the bar leads to: home, the pages of the version, search, accessibility."""
    lang = context.lang
    paged = context.survey.traits.paged
    if context.unreviewed or context.store.release["status"] in MARKS:
        return []  # what is not out has no place in the site
    own = [("report", f"{lang}/{PAGES['report'][lang]}")]
    if paged:
        own += [
            (p, f"{lang}/{PAGES[p][lang]}")
            for p in ("executive", "explorer", "press", "questionnaire", "tables")
            if p != "explorer" or context.explored
        ]
    links = [(_SHORT[p][lang], page.up + file, _current(page, file)) for p, file in own]
    if paged:
        file = f"{lang}/{QUESTIONS}/{INDEX}.html"
        questions = say("publishing-language-word-questions", lang)
        links.insert(0, (questions, page.up + file, _current(page, file)))
    return [
        (name("home", lang), page.root + address("home", lang), ""),
        *links,
        *((name(p, lang), page.root + address(p, lang), "") for p in ("search", "accessibility")),
    ]


def _current(page: _Page, file: str) -> str:
    """Say whether a link leads to this page, or to the section that it stands in."""
    if page.file == file:
        return "page"
    folder, _, own = file.rpartition("/")
    inside = own == f"{INDEX}.html" and page.file.startswith(f"{folder}/")
    chapter = page.file.startswith(f"{file.removesuffix('.html')}-")
    return "true" if inside or chapter else ""


def _card(context: Context, page: _Page, text: str, finding: str) -> Card:
    store, lang = context.store, context.lang
    base = f"{store.survey.id}/{store.wave}/{page.beside or page.version}"
    title = _TITLE.search(text)
    languages = {lang: f"{base}/{page.file}"}
    twins = _ALTERNATE.findall(text)
    for other, twin in zip(others(lang, store.survey.languages), twins, strict=False):
        languages[other] = f"{base}/{_resolved(page.file, unescape(twin))}"
    pictured = store.survey.key_results and not context.unreviewed
    picture = f"{store.survey.id}/{store.wave}/{page.version}/{lang}/{PICTURE[lang]}.png"
    return Card(
        unescape(title[1]) if title else release_title(context),
        finding,
        lang,
        f"{base}/{page.file}",
        languages if twins else {},
        picture=picture if pictured else "",
        told=finding,
        data=_report_data(context, finding)
        if page.file == f"{lang}/{PAGES['report'][lang]}"
        else None,
    )


def _resolved(file: str, link: str) -> str:
    """Return the name in the version of what a page links to."""
    parts = file.split("/")[:-1]
    for step in link.partition("#")[0].split("/"):
        if step == "..":
            parts = parts[:-1]
        elif step:
            parts.append(step)
    return "/".join(parts)


def _report_data(context: Context, finding: str) -> dict[str, object]:
    """Describe the report by schema.org."""
    survey, release = context.survey, context.store.release
    return {
        "@type": "Report",
        "name": release_title(context),
        "abstract": finding,
        "datePublished": str(release["publish_on"]),
        "version": str(release["version"]),
        "publisher": {"@type": "Organization", "name": context.text(survey.sponsor)},
    }
