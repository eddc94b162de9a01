"""Search the questions and findings of the site: an index made here, read where the page is."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from html import escape, unescape
from importlib.resources import files
from urllib.parse import urlencode

from padai.participation.pages.participation_report import asked_at
from padai.participation.pages.reports import findings
from padai.publishing.basis.context import Context
from padai.publishing.basis.lookup import MAIN
from padai.publishing.basis.page_names import question_page
from padai.publishing.basis.readout import Readout
from padai.publishing.basis.speech import Speech
from padai.publishing.chapters.opening import PAGE_NAMES, finding
from padai.publishing.chapters.opening import PAGES as RELEASE_PAGES
from padai.publishing.chapters.questionnaire import asked_by_section
from padai.publishing.engine.scripted import with_script
from padai.publishing.engine.text import raw_html
from padai.publishing.exhibits.declarations import declared_of_items
from padai.publishing.exhibits.exhibit_items import Item, cell_of, change_of, whole_period, words_of
from padai.publishing.pieces.emit import Piece, joined, marked, paragraph
from padai.publishing.products.explorer.packing import script_json
from padai.publishing.products.site.catalogue import Catalogue, Version
from padai.publishing.products.site.figure_pages import FOLDER as FIGURES
from padai.publishing.products.site.figure_pages import declared_in
from padai.publishing.products.site.front import about
from padai.publishing.products.site.map import address, between, name
from padai.survey import Question
from padai.words import Said, Tabled, in_a_row, say
from padai.words.languages import InFolder

INDEX = InFolder(fr="recherche.json", en="search.json")
"""The index of each language, from the root of the site."""
_HEAD = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
_DETAIL = re.compile(r'<p class="subtitle">(.*?)</p>', re.DOTALL)
_NOTE = re.compile(r'<div class="note">(.*?)</div>', re.DOTALL)
_MARKUP = re.compile(r"<[^>]+>")
_BREAKING = re.compile(r"[ \t\r\n]+")
_WORDS = Tabled(
    {
        "label": Said("publishing-site-search-for-a-question-or-a-finding"),
        "hint": Said("publishing-site-one-word-or-more-with-or-without-accents"),
        "none": Said("publishing-site-nothing-holds-all-of-these-words"),
        "one": Said("publishing-site-1-result"),
        "many": Said("publishing-site-results", n="{n}"),
    }
)


@dataclass(frozen=True)
class SearchEntry:
    """What may be found: its kind, its title, what is said of it, its address from the root."""

    kind: str
    title: str
    text: str
    address: str


def entries(catalogue: Catalogue, lang: str) -> list[SearchEntry]:
    """Return what the latest edition of each survey found, asked and drew, of whom, and how."""
    entries_of: list[SearchEntry] = []
    for series in catalogue.spoken(lang):
        version = series.latest
        context = version.context(lang)
        root = f"{version.address}/{lang}"
        if not context.survey.traits.paged:
            title = context.text(context.survey.title)
            text = context.text(context.survey.description)
            kind = context.say("publishing-site-report")
            report = f"{root}/{RELEASE_PAGES['report'][lang]}"
            entries_of += [SearchEntry(kind, title, text, report), *_in_report(context, report)]
        else:
            entries_of += [
                *_findings(context, root),
                *_questions(context, root),
                *_groups(context, root),
                *_figures(context, version),
            ]
        entries_of += _around(context, version)
    return entries_of


def _in_report(context: Context, report: str) -> Iterator[SearchEntry]:
    """Yield what a panel or a consultation found and asked: its report holds all of it."""
    for line, place in findings(context):
        yield SearchEntry(context.say("publishing-site-finding"), line, "", f"{report}#{place}")
    for ident, question in context.survey.questions.items():
        kind = context.say("publishing-language-explorer-question")
        asked = _asked(context, question)
        yield SearchEntry(kind, context.label(ident), asked, f"{report}#{asked_at(ident)}")


def _findings(context: Context, root: str) -> Iterator[SearchEntry]:
    for result in context.survey.key_results:
        lead, *sentences = finding(context, result)
        item = Item(result.question, result.net, result.breakdown, result.group)
        asked = context.question(result.question).asked_in(context.wave)
        page = question_page(result.question) if asked else RELEASE_PAGES["report"][context.lang]
        yield SearchEntry(
            context.say("publishing-site-finding"),
            lead.rstrip("."),
            in_a_row(whole_period(context, item), *sentences[:1], *sentences[-1:]),
            f"{root}/{page}",
        )


def _questions(context: Readout, root: str) -> Iterator[SearchEntry]:
    for section, asked in asked_by_section(context):
        for question in asked:
            sentences = in_a_row(_asked(context, question), _result(context, question))
            title = context.label(question.id)
            text = f"{sentences} ({section})"
            kind = context.say("publishing-language-explorer-question")
            yield SearchEntry(kind, title, text, f"{root}/{question_page(question.id)}")


def _groups(context: Context, root: str) -> Iterator[SearchEntry]:
    """Yield the groups of people that results are given of, where the explorer opens at each."""
    if not context.explored:
        return
    explorer = f"{root}/{RELEASE_PAGES['explorer'][context.lang]}"
    for breakdown in context.survey.breakdowns:
        for group in context.groups(breakdown.id):
            question = _first_told(context, breakdown.id, group)
            if not question:
                continue  # the explorer has no such group
            yield SearchEntry(
                context.say("publishing-site-group"),
                context.group(breakdown.id, group),
                context.say("publishing-site-explored", name=context.breakdown(breakdown.id)),
                f"{explorer}#{urlencode({'q': question, 'by': breakdown.id, 'g': group})}",
            )


def _first_told(context: Readout, breakdown: str, group: str) -> str:
    """Return the first question of the report that has a result of a group; none otherwise."""
    every = (q.id for _, asked in asked_by_section(context) for q in asked)
    items = (Item(q, context.headline(q), breakdown, group) for q in every)
    cells = ((item, cell_of(context.lookup, item)) for item in items)
    return next((item.question for item, cell in cells if cell is not None and cell.shown), "")


def _around(context: Context, version: Version) -> Iterator[SearchEntry]:
    """Yield who was asked and how, and how to cite what was found."""
    lang, kind = context.lang, context.say("publishing-site-about-the-survey")
    anchor = f"#sec-{version.survey}"
    methods, downloads = (address(page, lang) + anchor for page in ("methods", "downloads"))
    yield SearchEntry(kind, name("methods", lang), about(context, alone=False), methods)
    cited = context.say("publishing-site-cite-and-reuse")
    press = f"{version.address}/{lang}/{RELEASE_PAGES['press'][lang]}"
    ready = context.say("publishing-language-template-sentences")
    if context.survey.traits.paged:
        yield SearchEntry(kind, cited, context.colon(PAGE_NAMES["press"][lang], ready), press)
    else:
        yield SearchEntry(kind, cited, context.say("publishing-site-reference-to-cite"), downloads)


def _asked(context: Readout, question: Question) -> str:
    words = question.wording_at(context.wave, context.survey.waves)
    part = next((p for p in context.parts if context.lookup.asked(question.id, p)), MAIN)
    asked = words.get(context.lang, context.part(part).mode)
    return context.say("publishing-site-asked", asked=asked)


def _result(context: Readout, question: Question) -> str:
    part = next((p for p in context.parts if context.lookup.asked(question.id, p)), MAIN)
    item = Item(question.id, context.headline(question.id), part=part)
    cell = cell_of(context.lookup, item)
    if cell is None or not (question.headline_net or question.all_nets):
        return ""
    figure = f"{context.response(item.question, item.response)} {context.value(cell)}"
    sentence = in_a_row(figure, words_of(context, change_of(context.lookup, item)), by=", ") + "."
    return in_a_row(sentence, declared_of_items(context, [item]))


def _figures(speech: Speech, version: Version) -> Iterator[SearchEntry]:
    """Yield the figures of the report, by the pages that each of them has."""
    folder = version.folder / speech.lang / FIGURES
    for page in sorted(folder.glob("*.html")):
        text = page.read_text(encoding="utf-8")
        title, detail = _HEAD.search(text), _DETAIL.search(text)
        note = "".join(_NOTE.findall(text))
        if title is not None:
            kind = speech.say("publishing-language-figure")
            yield SearchEntry(
                kind,
                _plain(title[1]),
                in_a_row(_plain(detail[1]) if detail else "", declared_in(speech, note)),
                f"{version.address}/{speech.lang}/{FIGURES}/{page.name}",
            )


def _plain(html: str) -> str:
    """Return the text of a page, with the spaces that no line breaks at."""
    return _BREAKING.sub(" ", unescape(_MARKUP.sub("", html))).strip()


def _held(every: Sequence[SearchEntry], lang: str) -> str:
    """Return the last kind that is held of those that not every survey has."""
    kinds = {entry.kind for entry in every}
    if say("publishing-language-figure", lang) not in kinds:
        return "questions"
    return "groups" if say("publishing-site-group", lang) in kinds else "figures"


def search(catalogue: Catalogue, lang: str) -> Piece:
    """Return the page: every entry in a list, which the script of the page searches."""
    here, every = address("search", lang), entries(catalogue, lang)
    items = "\n".join(
        f'<li><span class="kind">{escape(e.kind)}</span> '
        f'<a href="{escape(between(here, e.address))}">{escape(e.title)}</a>'
        + (f"<p>{escape(e.text)}</p>" if e.text else "")
        + "</li>"
        for e in every
    )
    lead = say(
        "publishing-site-findings-questions-and-figures-of-the", lang, held=_held(every, lang)
    )
    body = marked("search", Piece(raw_html(f"<ul>\n{items}\n</ul>")))
    return joined([paragraph(lead), body])


def index_text(catalogue: Catalogue, lang: str) -> str:
    """Return the index as JSON, for whoever searches from elsewhere."""
    rows = [asdict(entry) for entry in entries(catalogue, lang)]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def searchable(page: str, lang: str) -> str:
    """Return the finished page with its one script."""
    assets = files("padai.publishing.products.site") / "assets"
    code = (assets / "search.js").read_text(encoding="utf-8").strip()
    style = (assets / "search.css").read_text(encoding="utf-8")
    script = (
        f'(() => {{\n"use strict";\nconst WORDS = {script_json(_WORDS[lang])};\n{code}\n}})();\n'
    )
    return with_script(page, script, style, address("search", lang))
